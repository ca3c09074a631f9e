import { describe, expect, test } from '@jest/globals';
import { analyseAudit } from '../../src/audit/judge/analyse-audit.ts';
import { analyseMonitoring } from '../../src/audit/judge/analyse-monitoring.ts';
import { mayBeWatching } from '../../src/audit/judge/mentions.ts';
import { profilePolicy } from '../../src/audit/policy/openshift-profile.ts';
import type { LoosenedObject } from '../../src/kube/loosening.ts';
import { readFile } from '../../src/kube/read-file.ts';
import type { TouchedFile } from '../../src/kube/touched-file.ts';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import { type Files, resources } from '../rbac/manifests.ts';

const said = (found: readonly LoosenedObject[] | undefined) =>
  (found ?? []).flatMap(({ called, resource, loosenings, at, formerAt }) =>
    loosenings.map(({ what, severity, path, formerPath }) => {
      const former = formerPath === undefined ? undefined : formerAt(formerPath);
      return [
        called ?? `${resource?.kind} ${resource?.name}`,
        severity,
        what.split(/[(:;]/, 1)[0]?.trim(),
        `${at(path).file}:${at(path).line}`,
        ...(former === undefined ? [] : [`${former.file}:${former.line}`]),
      ].join(' | ');
    }),
  );
const sides = (before: Files, after: Files) => new Map([['x', { before: resources(before), after: resources(after) }]]);
const audited = (before: Files, after: Files) =>
  said(analyseAudit(sides(before, after), [], defaultPolicy.limits).get('x'));
const watched = (before: Files, after: Files) =>
  said(analyseMonitoring(sides(before, after), [], defaultPolicy.limits).get('x'));

const object = (apiVersion: string, kind: string, name: string, fields: object, namespace?: string) =>
  JSON.stringify({
    apiVersion,
    kind,
    metadata: { name, ...(namespace === undefined ? {} : { namespace }) },
    ...fields,
  });
const map = (data: object, name = 'm') => object('v1', 'ConfigMap', name, { data });
const policy = (level: string) => `apiVersion: audit.k8s.io/v1\nkind: Policy\nrules:\n- level: ${level}\n`;
const alertsAsJson = (...names: string[]) =>
  JSON.stringify({ groups: [{ rules: names.map((alert) => ({ alert, expr: 'up' })) }] });
const one = (text: string): Files => ({ 'a.yaml': text });

describe('what is logged, in objects', () => {
  test.each<[string, Files, Files, readonly string[]]>([
    [
      'a policy that records nothing',
      one(policy('Metadata')),
      one(policy('None')),
      ['The audit policy of a.yaml | high | no longer records requests that no rule names | a.yaml:4'],
    ],
    [
      'a policy that is gone',
      one(policy('Metadata')),
      {},
      ['The audit policy of a.yaml | high | is gone, and with it what it had recorded | a.yaml:1 | a.yaml:1'],
    ],
    [
      'a policy in another file',
      one(policy('Metadata')),
      { 'b.yaml': policy('None') },
      ['The audit policy of b.yaml | high | no longer records requests that no rule names | b.yaml:4'],
    ],
    [
      'a policy in a ConfigMap',
      one(map({ p: policy('Metadata') })),
      one(map({ p: policy('None') })),
      ['The audit policy in ConfigMap m | high | no longer records requests that no rule names | a.yaml:1'],
    ],
    ['a new policy', {}, one(policy('None')), []],
    [
      'two policies under other names',
      one(map({ p: policy('Metadata'), q: policy('None') })),
      one(map({ r: policy('None'), s: policy('Metadata') })),
      [],
    ],
    [
      'flags of a pod',
      one(
        object('v1', 'Pod', 'a', {
          spec: {
            containers: [{ name: 'c', command: ['kube-apiserver', '--audit-log-path=/l', '--audit-policy-file=/p'] }],
          },
        }),
      ),
      one(
        object('v1', 'Pod', 'a', {
          spec: { containers: [{ name: 'c', command: ['kube-apiserver', '--audit-policy-file=/p'] }] },
        }),
      ),
      ['The API server’s configuration in Pod a | high | no longer writes the audit log | a.yaml:1 | a.yaml:1'],
    ],
    [
      'flags that move from the command to the arguments',
      one(
        object('v1', 'Pod', 'a', {
          spec: { containers: [{ name: 'c', command: ['kube-apiserver', '--audit-log-path=/l'] }] },
        }),
      ),
      one(
        object('v1', 'Pod', 'a', {
          spec: { containers: [{ name: 'c', command: ['kube-apiserver'], args: ['--audit-log-path=/l'] }] },
        }),
      ),
      [],
    ],
    [
      'flags that move to another pod',
      one(object('v1', 'Pod', 'a', { spec: { args: ['--audit-log-path=/l'] } })),
      one(object('v1', 'Pod', 'b', { spec: { args: ['--audit-log-path=/l'] } })),
      [],
    ],
    [
      'rules of Falco',
      one(map({ r: '- rule: a\n  condition: x\n  priority: INFO\n' })),
      one(map({ r: '- rule: a\n  condition: x\n  priority: INFO\n  enabled: false\n' })),
      ['The Falco configuration in ConfigMap m | high | turns off the rule a | a.yaml:1'],
    ],
    [
      'a new file of rules that turns one off',
      one(map({ r: '- rule: a\n  condition: x\n' })),
      one(map({ r: '- rule: a\n  condition: x\n', s: '- rule: a\n  enabled: false\n' })),
      ['The Falco configuration in ConfigMap m | high | turns off the rule a | a.yaml:1'],
    ],
    [
      'settings of Falco',
      one(map({ f: 'rules_files: [a]\npriority: debug\n' })),
      one(map({ f: 'rules_files: [a]\npriority: error\n' })),
      [
        'The Falco configuration in ConfigMap m | high | only has rules of the priority error and above, no longer from debug on | a.yaml:1',
      ],
    ],
    [
      'settings of Falco that are gone',
      one(map({ f: 'rules_files: [a]\n' })),
      one(map({})),
      ['The Falco configuration in ConfigMap m | medium | is gone | a.yaml:1 | a.yaml:1'],
    ],
    [
      'settings of Falco where there were none',
      one(map({ x: 'y' })),
      one(map({ f: 'rules_files: [/etc/falco/x]\n' })),
      [
        'The Falco configuration in ConfigMap m | medium | no longer reads the rules of /etc/falco/falco_rules.yaml, /etc/falco/falco_rules.local.yaml, /etc/falco/rules.d, but others | a.yaml:1',
        'The Falco configuration in ConfigMap m | high | no longer tells anybody what it finds | a.yaml:1',
      ],
    ],
    ['settings of Falco in a new object', {}, one(map({ f: 'rules_files: []\n' })), []],
    [
      'rules of auditd',
      one(map({ 'audit.rules': '-w /etc/passwd -p wa\n-w /x -p wa\n' })),
      one(map({ 'audit.rules': '-w /x -p wa\n' })),
      [
        'The auditd configuration in ConfigMap m | high | no longer has the rule -w /etc/passwd -p wa | a.yaml:1 | a.yaml:1',
      ],
    ],
    [
      'rules of auditd in another object',
      one(map({ 'audit.rules': '-w /etc/passwd -p wa\n' })),
      one(map({ 'audit.rules': '-w /etc/passwd -p wa\n' }, 'n')),
      [],
    ],
    [
      'a TracingPolicy',
      one(object('cilium.io/v1alpha1', 'TracingPolicy', 'a', { spec: { kprobes: [{ call: 'x' }] } })),
      one(object('cilium.io/v1alpha1', 'TracingPolicy', 'a', { spec: {} })),
      ['TracingPolicy a | high | no longer watches x | a.yaml:1 | a.yaml:1'],
    ],
    [
      'a TracingPolicy that is gone',
      one(object('cilium.io/v1alpha1', 'TracingPolicy', 'a', { spec: { kprobes: [{ call: 'x' }] } })),
      {},
      ['TracingPolicy a | high | is gone, and with it what it watched | a.yaml:1 | a.yaml:1'],
    ],
    [
      'a TracingPolicy under another name',
      one(object('cilium.io/v1alpha1', 'TracingPolicy', 'a', { spec: { kprobes: [{ call: 'x' }] } })),
      one(object('cilium.io/v1alpha1', 'TracingPolicy', 'b', { spec: { kprobes: [{ call: 'x' }, { call: 'y' }] } })),
      [],
    ],
    [
      'a TracingPolicy of a namespace in the place of one',
      one(object('cilium.io/v1alpha1', 'TracingPolicyNamespaced', 'a', { spec: { kprobes: [{ call: 'x' }] } }, 'n')),
      one(object('cilium.io/v1alpha1', 'TracingPolicyNamespaced', 'b', { spec: { kprobes: [{ call: 'x' }] } }, 'o')),
      ['TracingPolicyNamespaced a | high | is gone, and with it what it watched | a.yaml:1 | a.yaml:1'],
    ],
    [
      'a profile of OpenShift',
      one(
        object('config.openshift.io/v1', 'APIServer', 'cluster', {
          spec: { audit: { profile: 'WriteRequestBodies' } },
        }),
      ),
      one(object('config.openshift.io/v1', 'APIServer', 'cluster', { spec: { audit: { profile: 'None' } } })),
      ['APIServer cluster | high | no longer records requests that no rule names | a.yaml:1 | a.yaml:1'],
    ],
    [
      'a profile of OpenShift that is gone, which is the default',
      one(object('config.openshift.io/v1', 'APIServer', 'cluster', { spec: { audit: { profile: 'Default' } } })),
      {},
      [],
    ],
    [
      'logs of a managed control plane',
      one(
        object('eksctl.io/v1alpha5', 'ClusterConfig', 'a', {
          cloudWatch: { clusterLogging: { enableTypes: ['audit'] } },
        }),
      ),
      one(object('eksctl.io/v1alpha5', 'ClusterConfig', 'a', {})),
      ['ClusterConfig a | high | no longer keeps the logs audit of its API server | a.yaml:1 | a.yaml:1'],
    ],
  ])('%s', (_, before, after, expected) => expect(audited(before, after)).toEqual(expected));
});

describe('what is logged, in files that are no objects', () => {
  const side = (path: string, text: string) => {
    const bytes = Buffer.from(text);
    return readFile({
      path,
      id: text,
      mode: '100644',
      size: bytes.length,
      bytes,
      limits: defaultPolicy.limits,
    } as unknown as Parameters<typeof readFile>[0]);
  };
  const touched = (path: string, before: string | undefined, after: string | undefined): TouchedFile =>
    ({
      path,
      scope: 'x',
      before: before === undefined ? undefined : side(path, before),
      after: after === undefined ? undefined : side(path, after),
      movedFrom: undefined,
    }) as TouchedFile;
  const files = (...all: readonly TouchedFile[]) => said(analyseAudit(new Map(), all, defaultPolicy.limits).get('x'));
  const talos = (more: string) => `machine: {}\ncluster:\n  apiServer:\n    image: x\n${more}`;
  const own = (level: string) =>
    `    auditPolicy:\n      apiVersion: audit.k8s.io/v1\n      kind: Policy\n      rules:\n        - level: ${level}\n`;
  test('flags of k3s', () => {
    expect(
      files(touched('config.yaml', 'kube-apiserver-arg:\n  - audit-log-path=/l\n', 'kube-apiserver-arg:\n  - x=y\n')),
    ).toEqual([
      'The API server’s configuration in config.yaml | high | no longer writes the audit log | config.yaml:1 | config.yaml:2',
    ]);
    expect(files(touched('config.yaml', 'kube-apiserver-arg: audit-log-path=/l\n', 'x: y\n'))).toHaveLength(1);
  });
  test('Talos records metadata where its configuration has no policy', () => {
    expect(files(touched('t.yaml', talos(own('Metadata')), talos('')))).toEqual([]);
    expect(files(touched('t.yaml', talos(own('RequestResponse')), talos('')))).toEqual([
      'The audit policy in t.yaml | medium | records only Metadata of requests that no rule names | t.yaml:5 | t.yaml:5',
    ]);
    expect(files(touched('t.yaml', talos(''), talos(own('None'))))).toEqual([
      'The audit policy in t.yaml | high | no longer records requests that no rule names | t.yaml:9',
    ]);
    expect(files(touched('t.yaml', talos(own('None')), talos(own('None').replace('x', 'y'))))).toEqual([]);
    expect(files(touched('t.yaml', undefined, talos(own('None'))))).toEqual([]);
  });
  test('rules of auditd in a text', () => {
    expect(files(touched('audit.rules', '-w /a -p wa\n', ''))).toEqual([
      'The auditd configuration in audit.rules | high | no longer has the rule -w /a -p wa | audit.rules:1 | audit.rules:1',
    ]);
  });
});

describe('what is watched', () => {
  const rules = (...names: readonly string[]) =>
    object('monitoring.coreos.com/v1', 'PrometheusRule', 'r', {
      spec: { groups: [{ name: 'g', rules: names.map((alert) => ({ alert, expr: alert })) }] },
    });
  const monitor = (name: string, app: string) =>
    object('monitoring.coreos.com/v1', 'ServiceMonitor', name, { spec: { selector: { matchLabels: { app } } } });
  const alertmanager = (receiver: object) =>
    `route: {receiver: a}\nreceivers: [${JSON.stringify({ name: 'a', ...receiver })}]\n`;
  const fluent = (more: string) =>
    `[INPUT]\n  Name tail\n  Tag audit\n  Path /a\n${more}[OUTPUT]\n  Name es\n  Match *\n`;
  const drop = '[FILTER]\n  Name grep\n  Match audit\n  Exclude user bob\n';
  test.each<[string, Files, Files, readonly string[]]>([
    [
      'an alert that is gone',
      one(rules('a', 'b')),
      one(rules('a')),
      ['PrometheusRule r | medium | no longer has the alert b | a.yaml:1 | a.yaml:1'],
    ],
    [
      'an alert that is in another object',
      one(rules('a', 'b')),
      { ...one(rules('a')), 'b.yaml': rules('b').replace('"r"', '"s"') },
      [],
    ],
    [
      'an alert of a file',
      one(map({ r: 'groups:\n- rules:\n  - alert: Down\n    expr: up\n  - alert: Up\n    expr: up\n' })),
      one(map({ r: 'groups:\n- rules:\n  - alert: Up\n    expr: up\n' })),
      ['The file of alerts in ConfigMap m | medium | no longer has the alert Down | a.yaml:1 | a.yaml:1'],
    ],
    [
      'an alert of a file in JSON, on one line',
      one(map({ r: alertsAsJson('Down', 'Up') })),
      one(map({ r: alertsAsJson('Up') })),
      ['The file of alerts in ConfigMap m | medium | no longer has the alert Down | a.yaml:1 | a.yaml:1'],
    ],
    [
      'an alert that fires later',
      one(rules('a')),
      one(rules('a').replace('"expr":"a"', '"expr":"a","for":"1d"')),
      ['PrometheusRule r | medium | has an alert that fires much later than before | a.yaml:1'],
    ],
    [
      'Alertmanager',
      one(map({ 'a.yaml': alertmanager({ slack_configs: [{}] }) })),
      one(map({ 'a.yaml': alertmanager({}) })),
      ['The Alertmanager configuration in ConfigMap m | medium | no longer tells anybody by its receiver a | a.yaml:1'],
    ],
    [
      'Alertmanager under another name',
      one(map({ 'a.yaml': alertmanager({ slack_configs: [{}] }) })),
      one(map({ 'b.yaml': alertmanager({}) })),
      ['The Alertmanager configuration in ConfigMap m | medium | no longer tells anybody by its receiver a | a.yaml:1'],
    ],
    [
      'an AlertmanagerConfig that is gone',
      one(
        object('monitoring.coreos.com/v1alpha1', 'AlertmanagerConfig', 'c', {
          spec: { route: {}, receivers: [{ name: 'a' }] },
        }),
      ),
      one(map({})),
      ['AlertmanagerConfig c | medium | is gone, and with it those it notified | a.yaml:1 | a.yaml:1'],
    ],
    [
      'a filter of logs',
      one(map({ f: fluent('') })),
      one(map({ f: fluent(drop) })),
      ['The log configuration in ConfigMap m | medium | newly leaves out entries of audit | a.yaml:1'],
    ],
    [
      'a filter of logs that moves',
      one(map({ f: fluent(''), g: drop })),
      one(map({ f: fluent(drop), g: '[FILTER]\n  Name modify\n' })),
      [],
    ],
    [
      'logs that are not read',
      one(map({ f: fluent('') })),
      one(map({ f: fluent('').replace('Path /a', 'Path /b') })),
      ['The log configuration in ConfigMap m | medium | no longer reads logs | a.yaml:1 | a.yaml:1'],
    ],
    [
      'logs that are not sent',
      one(map({ f: fluent('') })),
      one(map({ f: fluent('').replace('Match *', 'Match x') })),
      ['The log configuration in ConfigMap m | medium | no longer sends logs | a.yaml:1 | a.yaml:1'],
    ],
    [
      'logs that a program may leave out',
      one(map({ f: fluent('') })),
      one(
        map({
          f: fluent('[FILTER]\n  Name lua\n  Match audit\n  Script a.lua\n  Call f\n'),
          'a.lua': 'function f()\n  return -1\nend',
        }),
      ),
      ['The log configuration in ConfigMap m | medium | newly leaves out entries of audit | a.yaml:1'],
    ],
    [
      'logs that a program keeps',
      one(map({ f: fluent('') })),
      one(
        map({
          f: fluent('[FILTER]\n  Name lua\n  Match audit\n  Script a.lua\n  Call f\n'),
          'a.lua': 'function f()\n  return 0\nend',
        }),
      ),
      [],
    ],
    [
      'a monitor that is gone',
      one(monitor('a', 'x')),
      one(map({})),
      ['ServiceMonitor a | low | is gone, and with it what it measured | a.yaml:1 | a.yaml:1'],
    ],
    ['a monitor under another name', one(monitor('a', 'x')), one(monitor('b', 'x')), []],
    [
      'a server that is gone',
      one(object('monitoring.coreos.com/v1', 'Prometheus', 'p', { spec: {} })),
      one(map({})),
      ['Prometheus p | medium | is gone, and with it who evaluates alerts | a.yaml:1 | a.yaml:1'],
    ],
  ])('%s', (_, before, after, expected) => expect(watched(before, after)).toEqual(expected));
});

test('profiles of OpenShift as a policy', () => {
  const audit = (profile: unknown, customRules: unknown = []) =>
    profilePolicy({ spec: { audit: { profile, customRules } } });
  expect(
    audit('WriteRequestBodies', [
      { group: 'g', profile: 'None' },
      { group: 'h', profile: 'AllRequestBodies' },
      { group: 'i' },
    ]),
  ).toEqual({
    rules: [
      { level: 'None', userGroups: ['g'] },
      { level: 'RequestResponse', userGroups: ['h'] },
      { level: 'Metadata', userGroups: ['i'] },
      { level: 'Request' },
    ],
  });
  expect([undefined, 'Default', 'x', 'constructor'].map((each) => audit(each).rules)).toEqual([
    [{ level: 'Metadata' }],
    [{ level: 'Metadata' }],
    [{ level: 'None' }],
    [{ level: 'None' }],
  ]);
  expect(profilePolicy({})).toEqual({ rules: [{ level: 'Metadata' }] });
});

test.each<[string, boolean]>([
  ['apiVersion: audit.k8s.io/v1', true],
  ['audit-policy-file=x', true],
  ['audit_log_path', true],
  ['audit-webhook-config-file', true],
  ['audit: true', false],
  ['- rule: a\n  condition: x', true],
  ['- "rule": a\n  enabled: x', true],
  ['- rule: a', false],
  ['x: - rule: a\n  x condition: y', false],
  ['falco\nrules_file: x', true],
  ['rules_file: x', false],
  ['FALCO\n  load_plugins: [x]', true],
  ['- alert: a\n  expr: b', true],
  ['alert: a', false],
  ['my alert: a\nexpr: b', false],
  ['receivers: []\nroute: {}', true],
  ['receivers: []', false],
  ['xreceivers: []\nroute: {}', false],
  ['sinks: {}\nsources: {}', true],
  ['sinks: {}', false],
  ['clients: []\nscrape_configs: []', true],
  ['clients: []', false],
  ['pipeline:\n  inputs: []', true],
  ['pipeline:\n  outputs: []', true],
  ['pipeline: x', false],
])('%j may say what is watched: %s', (text, expected) => expect(mayBeWatching(text)).toBe(expected));
