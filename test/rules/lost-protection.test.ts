import { describe, expect, test } from '@jest/globals';
import { findingsOf, folderOf } from '../fix/fix-of-files.ts';
import { evidenceOfFolders } from './evidence.ts';

type Files = Readonly<Record<string, string>>;

/** What is said of a change, each as severity, rule and message. */
async function said(before: Files, after: Files): Promise<readonly string[]> {
  const { evidence } = await evidenceOfFolders(folderOf(before), folderOf(after));
  return findingsOf(evidence).map(({ rule, severity, message }) => `${severity} ${rule} ${message}`);
}

async function says(before: string, after: string, parts: readonly string[]) {
  const side = (text: string): Files => (text === '' ? {} : { 'clusters/a/x.yaml': text });
  const found = await said(side(before), side(after));
  expect(found).toEqual(parts.map((part) => expect.stringContaining(part)));
}

const object = (apiVersion: string, kind: string, spec: string) =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: a, namespace: n}\nspec: ${spec}\n`;

describe('tiers of Calico', () => {
  const tier = (action: string) => object('projectcalico.org/v3', 'Tier', `{order: 1${action}}`);
  const filled = tier(`, defaultAction: "\${ACTION}"`);
  test.each<[string, string, string, readonly string[]]>([
    ['an action that is filled in', tier(''), filled, ['may newly leave to the next tier']],
    ['one that is misspelt', tier(', defaultAction: Deny'), tier(', defaultAction: Alow'), ['may newly leave']],
    ['one that was filled in', filled, tier(', defaultAction: Pass'), ['newly leaves to the next tier']],
    ['the same', filled, `${filled}# a\n`, []],
    ['its default', tier(''), tier(', defaultAction: Deny'), []],
    ['less', tier(', defaultAction: Pass'), tier(''), []],
  ])('%s', (_, before, after, parts) => says(before, after, parts));
});

describe('Falco by its chart', () => {
  const release = (values: string) =>
    object('helm.toolkit.fluxcd.io/v2', 'HelmRelease', `{chart: {spec: {chart: falco}}, values: ${values}}`);
  const application = (helm: string) =>
    object('argoproj.io/v1alpha1', 'Application', `{source: {chart: falco, helm: ${helm}}}`);
  const k3s = (spec: string) => object('helm.cattle.io/v1', 'HelmChart', `{chart: falco, ${spec}}`);
  const rules = (file: string) => `customRules: {${file}}`;
  const rule = '"- rule: Shell\\n  condition: evt.num > 0\\n  priority: ERROR\\n"';
  test.each<[string, string, string, readonly string[]]>([
    ['no driver', release('{}'), release('{driver: {enabled: false}}'), ['no longer looks at the system calls']],
    ['a driver that is filled in', release('{}'), release(`{driver: {enabled: "\${D}"}}`), ['may no longer look']],
    [
      'no driver by a parameter',
      application('{}'),
      application('{parameters: [{name: driver.enabled, value: "false"}]}'),
      ['no longer looks at the system calls'],
    ],
    [
      'no driver by values as text',
      application('{values: "tty: true"}'),
      application('{values: "driver:\\n  enabled: false\\n"}'),
      ['no longer looks at the system calls'],
    ],
    [
      'no driver by values',
      application('{}'),
      application('{valuesObject: {driver: {enabled: false}}}'),
      ['no longer looks at the system calls'],
    ],
    ['k3s', k3s('set: {}'), k3s('set: {driver.enabled: "false"}'), ['no longer looks at the system calls']],
    [
      'k3s by text',
      k3s('valuesContent: ""'),
      k3s('valuesContent: "driver:\\n  enabled: false"'),
      ['no longer looks at the system calls'],
    ],
    [
      'a priority by a parameter',
      application('{parameters: [{name: falco.priority, value: notice}]}'),
      application('{parameters: [{name: falco.priority, value: critical}]}'),
      ['only has rules of the priority critical'],
    ],
    [
      'a priority that is filled in',
      release('{falco: {priority: debug}}'),
      release('{falco: {priority: "{{ .p }}"}}'),
      ['only has rules of the priority that {{ .p }} becomes'],
    ],
    ['rules', release(`{${rules(`a.yaml: ${rule}`)}}`), release('{}'), ['no longer has the rule Shell']],
    [
      'rules of a parameter',
      application(`{parameters: [{name: customRules.a\\.yaml, value: ${rule}}]}`),
      application('{parameters: []}'),
      ['no longer has the rule Shell'],
    ],
    [
      'files of rules',
      release('{falco: {rules_files: [/etc/falco/falco_rules.yaml]}}'),
      release('{falco: {rules_files: ["", /]}}'),
      ['no longer reads the rules of /etc/falco/falco_rules.yaml'],
    ],
    [
      'a list of files of nothing',
      release('{falco: {rules_files: [/etc/falco/a.yaml]}}'),
      release('{falco: {rules_files: }}'),
      ['no longer reads the rules of /etc/falco/a.yaml'],
    ],
    [
      'the folder of a file',
      release('{falco: {rules_files: [/etc/falco/rules.d/a.yaml]}}'),
      release('{falco: {rules_files: [/etc/falco/rules.d/]}}'),
      [],
    ],
    [
      'an output that is filled in',
      release('{falco: {syslog_output: {enabled: true}}}'),
      release(`{falco: {syslog_output: {enabled: "\${S}"}}}`),
      ['no longer tells what it finds by syslog_output'],
    ],
    [
      'another chart',
      release('{}').replace('falco', 'x'),
      release('{driver: {enabled: false}}').replace('falco', 'x'),
      [],
    ],
    ['a driver of another kind', release('{driver: {kind: kmod}}'), release('{driver: {kind: modern_ebpf}}'), []],
    ['something else', release('{}'), release('{tty: true, driver: {enabled: true}}'), []],
  ])('%s', (_, before, after, parts) => says(before, after, parts));

  const file = (kind: string) => `rules_files: [a]\nengine: {kind: ${kind}}\n`;
  test.each<[string, string, readonly string[]]>([
    ['no driver', 'nodriver', ['no longer looks']],
    ['what was captured', 'replay', ['no longer looks']],
    ['what is filled in', `"\${ENGINE}"`, ['may no longer look']],
    ['another one', 'kmod', []],
  ])('in falco.yaml: %s', (_, kind, parts) => says(file('modern_ebpf'), file(kind), parts));
});

test('a variable of Terraform that files set elsewhere is not its default', async () => {
  const variable = 'variable "on" {\n  default = true\n}\n';
  const branch = (on: string) => `resource "github_branch_protection" "m" {\n  enforce_admins = ${on}\n}\n`;
  const files = { 'tf/prod.tfvars': 'on = false\n' };
  const [before, after] = [{ 'tf/a.tf': branch('true') }, { 'tf/a.tf': variable + branch('var.on') }];
  expect(await said({ ...files, ...before }, { ...files, ...after })).toEqual([
    expect.stringContaining('lets an expression decide enforce_admins'),
  ]);
  expect(await said(before, { ...files, ...after })).toHaveLength(1);
  expect(await said({ 'x/a.tfvars': 'on = false\n', ...before }, { 'x/a.tfvars': 'on = false\n', ...after })).toEqual(
    [],
  );
});
