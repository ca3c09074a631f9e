import { describe, expect, test } from '@jest/globals';
import { type Files, judgeChange } from './judge.ts';
import { hasTools } from './tools.ts';

const admin = `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: adm}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: '{{ .Values.role }}'}
subjects: [{kind: ServiceAccount, name: app, namespace: shop}]
`;
const chart: Files = {
  'c/Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n',
  'c/values.yaml': 'role: view\n',
  'c/templates/b.yaml': admin,
};
const release = (further: string) => `releases:\n- name: r\n  chart: ./c\n  namespace: shop\n${further}`;
const helmfile = (further: string): Files => ({ 'helmfile.yaml': release(further) });
const wide = '  values: [{role: cluster-admin}]\n';
const guarded = (condition: string, role: string) => `releases:
- name: o
  chart: b/redis
  version: 1.2.3
{{ if ${condition} }}
- name: r
  chart: ./c
  values: [{role: ${role}}]
{{ end }}
`;
const environments = 'environments: {default: {values: [env.yaml]}}\n---\n';
const template = 'image: {tag: "{{ .Values.tag }}"}\nrole: view\n';
const templated: Files = { ...chart, ...helmfile('  values: [v.yaml.gotmpl]\n'), 'v.yaml.gotmpl': template };

async function found(before: Files, after: Files): Promise<readonly string[]> {
  return (await judgeChange(before, after)).lines;
}

(hasTools ? describe : describe.skip)('releases of helmfiles', () => {
  test.each<[string, Files, Files, readonly string[]]>([
    [
      'installed',
      helmfile(`  installed: false\n${wide}`),
      helmfile(`  installed: true\n${wide}`),
      ['helmfile.yaml:~5 critical rbac-widened'],
    ],
    ['no longer installed', helmfile(`  installed: true\n${wide}`), helmfile(`  installed: false\n${wide}`), []],
    [
      'another condition',
      helmfile(`  condition: a.enabled\n${wide}`),
      helmfile(`  condition: b.enabled\n${wide}`),
      ['helmfile.yaml:~5 critical rbac-widened'],
    ],
    [
      'no condition any more',
      helmfile(`  condition: a.enabled\n${wide}`),
      helmfile(wide),
      ['helmfile.yaml:~5 critical rbac-widened'],
    ],
    ['a condition', helmfile(wide), helmfile(`  condition: a.enabled\n${wide}`), []],
    [
      'a condition that an environment turns on',
      {
        'env.yaml': 'a: {enabled: false}\n',
        'helmfile.yaml': environments + release(`  condition: a.enabled\n${wide}`),
      },
      { 'env.yaml': 'a: {enabled: true}\n' },
      ['env.yaml:~1 critical rbac-widened'],
    ],
    [
      'a value of the environment that no condition asks',
      {
        'env.yaml': 'a: {enabled: true}\n',
        'helmfile.yaml': environments + release(`  condition: a.enabled\n${wide}`),
      },
      { 'env.yaml': 'a: {enabled: true}\nb: 1\n' },
      [],
    ],
    [
      'inside a condition of a template',
      { 'helmfile.yaml': guarded('.Values.a', 'view') },
      { 'helmfile.yaml': guarded('.Values.a', 'cluster-admin') },
      ['helmfile.yaml:8 critical rbac-widened'],
    ],
    [
      'another condition of a template',
      { 'helmfile.yaml': guarded('.Values.a', 'cluster-admin') },
      { 'helmfile.yaml': guarded('.Values.b', 'cluster-admin') },
      ['helmfile.yaml:~5 critical rbac-widened'],
    ],
    [
      'a condition of a template that an environment turns on',
      { 'env.yaml': 'a: false\n', 'helmfile.yaml': environments + guarded('.Values.a', 'cluster-admin') },
      { 'env.yaml': 'a: true\n' },
      ['env.yaml:~1 critical rbac-widened'],
    ],
    [
      'a helmfile with the ending of a template',
      { 'helmfile.yaml.gotmpl': release('  values: [{role: view}]\n') },
      { 'helmfile.yaml.gotmpl': release(wide) },
      ['helmfile.yaml.gotmpl:5 critical rbac-widened'],
    ],
    [
      'a helmfile that another names',
      { 'helmfile.yaml': 'helmfiles: ["sub/*.yaml"]\n', 'sub/h.yaml': release('').replace('./c', '../c') },
      { 'sub/h.yaml': release(wide).replace('./c', '../c') },
      ['sub/h.yaml:5 critical rbac-widened'],
    ],
    [
      'a base',
      { 'helmfile.yaml': 'bases: [b.yaml]\n', 'b.yaml': 'releases: []\n' },
      { 'b.yaml': release(wide) },
      ['b.yaml:3 critical rbac-widened'],
    ],
    [
      'what it inherits',
      { 'helmfile.yaml': `templates: {d: {values: [{role: view}]}}\n${release('  inherit: [{template: d}]\n')}` },
      {
        'helmfile.yaml': `templates: {d: {values: [{role: cluster-admin}]}}\n${release('  inherit: [{template: d}]\n')}`,
      },
      ['helmfile.yaml:1 critical rbac-widened'],
    ],
    [
      'a values file with the ending of a template and nothing of one',
      { ...helmfile('  values: [v.yaml.gotmpl]\n'), 'v.yaml.gotmpl': 'role: view\n' },
      { 'v.yaml.gotmpl': 'role: cluster-admin\n' },
      ['v.yaml.gotmpl:1 critical rbac-widened'],
    ],
    [
      'a helmfile of elsewhere',
      { 'helmfile.yaml': 'releases: []\n' },
      { 'helmfile.yaml': 'helmfiles: ["git::https://example.org/x/y@helmfile.yaml?ref=main"]\nreleases: []\n' },
      ['helmfile.yaml:1 high delivery-changed'],
    ],
  ])('%s', async (_, before, after, expected) => {
    expect(await found({ ...chart, ...before }, after)).toEqual(expected);
  });
});

describe('what a template of helmfile decides is not built, and says so', () => {
  test.each<[string, Files, Files, readonly string[]]>([
    [
      'a value on which a role hangs',
      templated,
      { 'v.yaml.gotmpl': template.replace('view', 'cluster-admin') },
      ['v.yaml.gotmpl:2 high unreadable-manifest'],
    ],
    ['a value on which none hangs', templated, { 'v.yaml.gotmpl': template.replace('.tag', '.other') }, []],
    [
      'another branch',
      templated,
      { 'v.yaml.gotmpl': `${template}{{ if .Values.wide }}\nrole: cluster-admin\n{{ end }}\n` },
      ['v.yaml.gotmpl:4 high unreadable-manifest'],
    ],
    [
      'what is no YAML even so',
      templated,
      { 'v.yaml.gotmpl': `${template}a: [{{ x }}\n` },
      ['v.yaml.gotmpl:4 high unreadable-manifest'],
    ],
    [
      'a value in the helmfile',
      { ...chart, ...helmfile('  values: [{role: "{{ .Values.a }}"}]\n') },
      helmfile('  values: [{role: "{{ .Values.b }}"}]\n'),
      ['helmfile.yaml:5 high unreadable-manifest'],
    ],
    [
      'an ordinary value next to it',
      { ...chart, ...helmfile('  values: [{tag: 1, x: "{{ .Values.a }}"}]\n') },
      helmfile('  values: [{tag: 2, x: "{{ .Values.a }}"}]\n'),
      [],
    ],
    [
      'a value of the environment on which a role hangs',
      {
        ...chart,
        'env.yaml': 'who: view\n',
        'helmfile.yaml': environments + release('  values: [{role: "{{ .Values.who }}"}]\n'),
      },
      { 'env.yaml': 'who: cluster-admin\n' },
      ['env.yaml:1 high unreadable-manifest'],
    ],
    [
      'a version of the environment',
      {
        ...chart,
        'env.yaml': 'v: 1.2.3\n',
        'helmfile.yaml': environments + release('  values:\n  - image:\n      tag: "{{ .Values.v }}"\n'),
      },
      { 'env.yaml': 'v: 1.2.4\n' },
      ['env.yaml:1 low unreadable-manifest'],
    ],
    [
      'patches',
      { ...chart, ...helmfile('') },
      helmfile('  jsonPatches: [{target: {name: adm}, patch: []}]\n'),
      ['helmfile.yaml:5 high unreadable-manifest'],
    ],
    [
      'settings that are templates',
      { ...chart, ...helmfile('  setTemplate: [{name: role, value: view}]\n') },
      helmfile('  setTemplate: [{name: role, value: admin}]\n'),
      ['helmfile.yaml:5 high unreadable-manifest'],
    ],
    [
      'a helmfile that is no YAML even so',
      { ...chart, 'helmfile.yaml': `a: [{{ x }}\n${release('')}` },
      { 'helmfile.yaml': `a: [{{ x }}\n${release(wide)}` },
      ['helmfile.yaml:2 high unreadable-manifest'],
    ],
  ])('%s', async (_, before, after, expected) => {
    const { lines, coverage } = await judgeChange(before, after);
    expect(lines).toEqual(expected);
    expect(coverage.rendering?.notRendered).toHaveLength(1);
  });
});
