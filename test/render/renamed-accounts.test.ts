import { describe, expect, test } from '@jest/globals';
import { type Files, judgeChange } from './judge.ts';
import { hasTools } from './tools.ts';

const binding = (subject: string, namespace = 'system', role = 'edit') => `apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: d, namespace: ${namespace}}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: ${role}}
subjects: [${subject}]
`;
const account = (name = 'daemon') =>
  `apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: ${name}, namespace: system}\n`;
const workload = (name = 'daemon', namespace = 'system') => `apiVersion: apps/v1
kind: Deployment
metadata: {name: w, namespace: ${namespace}}
spec:
  template:
    spec:
      serviceAccountName: ${name}
      containers: [{name: c, image: r.example/a}]
`;
const daemon = '{kind: ServiceAccount, name: daemon, namespace: system}';
const own = [account(), binding(daemon), workload()].join('---\n');
const base = (objects = own): Files => ({
  'base/app.yaml': objects,
  'base/kustomization.yaml': 'resources: [app.yaml]\n',
  'prod/kustomization.yaml': 'resources: [../base]\n',
});
const lines = async (before: Files, further: string, after: Files = {}) =>
  (await judgeChange(before, { 'prod/kustomization.yaml': `resources: [../base]\n${further}`, ...after })).lines;
const blocking = expect.arrayContaining([expect.stringMatching(/ (?:high|critical) rbac-widened$/)]);

(hasTools ? describe : describe.skip)('an account that is called otherwise together with all that names it', () => {
  test.each<[string, string]>([
    ['with a prefix', 'namePrefix: prefix-\n'],
    ['with a suffix', 'nameSuffix: -prod\n'],
    ['in another namespace', 'namespace: prefix-system\n'],
    ['both', 'namespace: prefix-system\nnamePrefix: prefix-\n'],
  ])('%s is silent', async (_, further) => {
    expect(await lines(base(), further)).toEqual([]);
  });

  test('with a stronger role is found', async () => {
    const patch = `patches:\n- target: {kind: RoleBinding}\n  patch: '[{"op": "replace", "path": "/roleRef/name", "value": "cluster-admin"}]'\n`;
    expect(await lines(base(), `namespace: prefix-system\nnamePrefix: prefix-\n${patch}`)).toEqual(blocking);
  });

  test.each(['kube-system', 'default', 'taken', 'named', 'transformed'])('into %s is found', async (namespace) => {
    const others: Files = {
      'other/x.yaml': workload('x', 'taken'),
      'prod/named/.keep': '',
      'third/kustomization.yaml': 'namespace: transformed\nresources: [m.yaml]\n',
      'third/m.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: m}\n',
    };
    expect(
      await lines({ ...base(), ...others }, `namespace: ${namespace}\n`, {
        'other/x.yaml': `# Words.\n${others['other/x.yaml']}`,
      }),
    ).toEqual(blocking);
  });

  test('a binding of an account of kube-system that leaves it is silent', async () => {
    const former = base(binding('{kind: ServiceAccount, name: d, namespace: kube-system}', 'kube-system'));
    expect(await lines(former, 'namespace: shop\nnamePrefix: prefix-\n')).toEqual([]);
    expect(await lines(base(binding('{kind: User, name: mallory}', 'kube-system')), 'namespace: shop\n')).toEqual([
      'prod/kustomization.yaml:2 medium rbac-widened',
    ]);
    expect(await lines(base(binding('{kind: User, name: mallory}', 'web')), 'namespace: shop\n')).toEqual([
      'prod/kustomization.yaml:2 medium rbac-widened',
    ]);
  });

  test.each<[string, string]>([
    ['a person', '{kind: User, name: mallory}'],
    ['an account of elsewhere', '{kind: ServiceAccount, name: d, namespace: ci}'],
  ])('%s that may do something in another namespace newly is found', async (_, subject) => {
    expect(
      await lines(base([account(), binding(`${daemon}, ${subject}`)].join('---\n')), 'namespace: prefix-system\n'),
    ).toEqual(blocking);
  });

  test('a name that another account or workload has is found', async () => {
    const other = { 'prod/more.yaml': workload('prefix-daemon') };
    const kept = { 'prod/more.yaml': `# Words.\n${other['prod/more.yaml']}` };
    expect(await lines({ ...base(), ...other }, 'namePrefix: prefix-\n', kept)).toEqual(blocking);
    const both = base([account(), account('prefix-daemon'), binding(daemon)].join('---\n'));
    const swapped = {
      'base/app.yaml': [account('prefix-daemon'), binding(daemon.replace('daemon', 'prefix-daemon'))].join('---\n'),
    };
    expect(await lines(both, '', swapped)).toEqual(blocking);
  });

  test('one that stays bound under its old name as well is found', async () => {
    const after = {
      'base/app.yaml': [account('x-daemon'), binding(`${daemon}, ${daemon.replace('daemon', 'x-daemon')}`)].join(
        '---\n',
      ),
    };
    expect(await lines(base(), '', after)).toEqual(blocking);
  });
});
