import { describe, expect, test } from '@jest/globals';
import { type Files, judgeChange } from './judge.ts';
import { hasTools } from './tools.ts';

const admin = `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: adm}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: '{{ .Values.role }}'}
subjects: [{kind: ServiceAccount, name: app, namespace: shop}]
`;
const applied = (name: string) => admin.replace("'{{ .Values.role }}'", name);
const chart: Files = {
  'c/Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n',
  'c/values.yaml': 'role: view\n',
  'c/templates/b.yaml': admin,
};
const release = (further: string) => `releases:\n- name: r\n  chart: ./c\n  namespace: shop\n${further}`;
const helmfile = (further: string): Files => ({ 'helmfile.yaml': release(further) });
const wide = '  values: [{role: cluster-admin}]\n';
const hooks = (...commands: readonly string[]) =>
  `  hooks:\n${commands.map((each) => `  - args: [${each}]\n    events: [presync]\n    command: run\n`).join('')}`;
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
const role = (value: string) => release(`  valuesTemplate: [{role: "{{ ${value} }}"}]\n`);
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
    [
      'a key that is no field of a release',
      helmfile(`  __proto__: {installed: false}\n`),
      helmfile(`  __proto__: {installed: false}\n${wide}`),
      ['helmfile.yaml:6 critical rbac-widened'],
    ],
    [
      'in a folder that a helmfile names',
      { 'helmfile.yaml': 'helmfiles: [{path: more}]\n', 'more/a.yaml': release('').replace('./c', '../c') },
      { 'more/a.yaml': release(wide).replace('./c', '../c') },
      ['more/a.yaml:5 critical rbac-widened'],
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
      'a helmfile that a class of characters names',
      { 'helmfile.yaml': 'helmfiles: ["sub/[a-h].yaml"]\n', 'sub/h.yaml': release('').replace('./c', '../c') },
      { 'sub/h.yaml': release(wide).replace('./c', '../c') },
      ['sub/h.yaml:5 critical rbac-widened'],
    ],
    [
      'a values file that a class of characters names',
      { ...helmfile('  values: ["v/[0-9]*.yaml"]\n'), 'v/1.yaml': 'role: view\n', 'v/x.yaml': 'role: view\n' },
      { 'v/1.yaml': 'role: cluster-admin\n' },
      ['v/1.yaml:1 critical rbac-widened'],
    ],
    [
      'a values file that such a class leaves out',
      { ...helmfile('  values: ["v/[0-9]*.yaml"]\n'), 'v/1.yaml': 'role: view\n', 'v/x.yaml': 'role: view\n' },
      { 'v/x.yaml': 'role: cluster-admin\n' },
      [],
    ],
    [
      'a second release of one name, in another namespace',
      helmfile('- name: r\n  chart: ./c\n  namespace: other\n'),
      helmfile('- name: r\n  chart: ./c\n  namespace: other\n  values: [{role: cluster-admin}]\n'),
      ['helmfile.yaml:8 critical rbac-widened'],
    ],
    [
      'a third release of one name',
      helmfile('- name: r\n  chart: ./c\n- name: r\n  chart: ./c\n'),
      helmfile('- name: r\n  chart: ./c\n- name: r\n  chart: ./c\n  values: [{role: cluster-admin}]\n'),
      ['helmfile.yaml:9 critical rbac-widened'],
    ],
    [
      'an entry whose template has braces in a text',
      helmfile('  labels: {a: "{{ "}}" | quote }}"}\n'),
      helmfile(`  labels: {a: "{{ "}}" | quote }}"}\n${wide}`),
      ['helmfile.yaml:6 high unreadable-manifest'],
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
    [
      'a chart that is added to another',
      helmfile(wide),
      helmfile(`  dependencies: [{chart: "https://charts.example.org/x", version: 1.0.0}]\n${wide}`),
      ['helmfile.yaml:5 high delivery-changed'],
    ],
    [
      'another release of a chart that is added',
      helmfile('  dependencies: [{chart: b/x, version: 1.0.0}]\n'),
      helmfile('  dependencies: [{chart: b/x, version: 1.1.0}]\n'),
      ['helmfile.yaml:5 medium delivery-changed'],
    ],
    [
      'a value next to a chart that is added',
      helmfile('  dependencies: [{chart: b/x, version: 1.0.0}]\n  values: [{role: view}]\n'),
      helmfile(`  dependencies: [{chart: b/x, version: 1.0.0}]\n${wide}`),
      ['helmfile.yaml:6 critical rbac-widened'],
    ],
    [
      'a program after it',
      helmfile('  postRenderer: ./a.sh\n'),
      helmfile('  postRenderer: ./b.sh\n'),
      ['helmfile.yaml:5 high delivery-changed'],
    ],
    [
      'a value next to a program after it',
      helmfile('  postRenderer: ./a.sh\n  values: [{role: view}]\n'),
      helmfile(`  postRenderer: ./a.sh\n${wide}`),
      ['helmfile.yaml:6 critical rbac-widened'],
    ],
    ['a hook', helmfile(hooks('echo')), helmfile(hooks('echo', 'kubectl')), ['helmfile.yaml:9 high delivery-changed']],
    [
      'what a hook applies',
      helmfile(hooks('sh, a')),
      helmfile(hooks('sh, b')),
      ['helmfile.yaml:6 high delivery-changed'],
    ],
    ['hooks in another order', helmfile(hooks('a', 'b')), helmfile(hooks('b', 'a')), []],
    ['one hook less', helmfile(hooks('a', 'b')), helmfile(hooks('b')), []],
    [
      'a hook of a chart from elsewhere',
      { 'helmfile.yaml': 'releases:\n- name: r\n  chart: b/x\n  version: 1.2.3\n' },
      { 'helmfile.yaml': `releases:\n- name: r\n  chart: b/x\n  version: 1.2.3\n${hooks('x')}` },
      ['helmfile.yaml:6 high delivery-changed'],
    ],
    [
      'programs of all releases',
      helmfile(''),
      { 'helmfile.yaml': `helmDefaults: {wait: true, postRenderer: ./a.sh}\nhelmBinary: ./h\n${release('')}` },
      ['helmfile.yaml:1 high delivery-changed', 'helmfile.yaml:2 high delivery-changed'],
    ],
    [
      'values from a file that may be applied as well',
      { ...helmfile(''), 'apps/b.yaml': applied('view') },
      { ...helmfile('  values: [apps/b.yaml]\n'), 'apps/b.yaml': applied('cluster-admin') },
      ['apps/b.yaml:4 critical rbac-widened'],
    ],
    [
      'a base that may be applied as well',
      { ...helmfile(''), 'apps/b.yaml': applied('view') },
      {
        'helmfile.yaml': `bases: [apps/b.yaml]\n${release('  values: [{tag: 1}]\n')}`,
        'apps/b.yaml': applied('cluster-admin'),
      },
      ['apps/b.yaml:4 critical rbac-widened'],
    ],
    ['ordinary defaults', helmfile(''), { 'helmfile.yaml': `helmDefaults: {wait: true}\n${release('')}` }, []],
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
      'a value in the helmfile on which a role hangs',
      { ...chart, 'helmfile.yaml': `values: [{who: view, tag: 1}]\n${role('.Values.who')}` },
      { 'helmfile.yaml': `values: [{who: cluster-admin, tag: 1}]\n${role('.Values.who')}` },
      ['helmfile.yaml:1 high unreadable-manifest'],
    ],
    [
      'a value in the helmfile on which none hangs',
      { ...chart, 'helmfile.yaml': `values: [{who: view, tag: 1}]\n${role('.Values.who')}` },
      { 'helmfile.yaml': `values: [{who: view, tag: 2}]\n${role('.Values.who')}` },
      [],
    ],
    [
      'a value of an environment in the helmfile',
      { ...chart, 'helmfile.yaml': `environments: {a: {values: [{who: view}]}}\n---\n${role('.StateValues.who')}` },
      { 'helmfile.yaml': `environments: {a: {values: [{who: admin}]}}\n---\n${role('.StateValues.who')}` },
      ['helmfile.yaml:1 high unreadable-manifest'],
    ],
    [
      'a values file whose name is a template',
      { ...chart, ...helmfile('  values: ["v/{{ .Environment.Name }}.yaml"]\n'), 'v/a.yaml': 'role: view\n' },
      { 'v/a.yaml': 'role: cluster-admin\n' },
      ['v/a.yaml:1 high unreadable-manifest'],
    ],
    [
      'an ordinary value in such a file',
      { ...chart, ...helmfile('  values: ["v/{{ .Environment.Name }}.yaml"]\n'), 'v/a.yaml': 'role: view\n' },
      { 'v/a.yaml': 'role: view\ntag: 2\n' },
      [],
    ],
    [
      'a file that a template reads',
      { ...templated, 'v.yaml.gotmpl': '{{ readFile "f.yaml" }}\n', 'f.yaml': 'role: view\n' },
      { 'f.yaml': 'role: cluster-admin\n' },
      ['f.yaml:1 high unreadable-manifest'],
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
