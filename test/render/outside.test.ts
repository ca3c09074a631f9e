import { describe, expect, test } from '@jest/globals';
import { type Files, judgeChange } from './judge.ts';
import { hasTools } from './tools.ts';

const remote = 'https://github.com/argoproj/argo-cd//manifests/cluster-install?ref=v2.9.0';
const config = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: shop}\n';
const before: Files = {
  'argocd/kustomization.yaml': `resources: ["${remote}", shop.yaml, role.yaml]\n`,
  'argocd/shop.yaml': config,
  'argocd/role.yaml':
    'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: shop}\nrules: [{apiGroups: [""], resources: [pods], verbs: [get]}]\n',
};
const everything = "- {apiGroups: ['*'], resources: ['*'], verbs: ['*']}\n";
const merge = (name: string) =>
  `apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: ${name}}\nrules:\n${everything}`;
const operation = (target: string) =>
  `patches:\n- target: {${target}}\n  patch: |-\n    - {op: add, path: /rules/-, value: {apiGroups: ['*'], resources: ['*'], verbs: ['*']}}\n`;

async function patched(options: string, files: Files = {}) {
  const kustomization = `resources: ["${remote}", shop.yaml, role.yaml]\n${options}`;
  return judgeChange(before, { 'argocd/kustomization.yaml': kustomization, ...files });
}

(hasTools ? describe : describe.skip)('patches of what is outside the repository', () => {
  test.each([
    ['by name', 'kind: ClusterRole, name: argocd-server'],
    ['by a pattern', 'kind: ClusterRole, name: .*'],
    ['of a kind', 'kind: ClusterRole'],
    ['by a label', "labelSelector: 'app.kubernetes.io/part-of=argocd'"],
  ])('operations on a role %s', async (_, target) => {
    const { lines, messages } = await patched(operation(target));
    expect(lines).toContain('argocd/kustomization.yaml:3 high unreadable-manifest');
    expect(messages).toContain(
      'A patch can change permissions or the account of a workload in what argocd takes from outside this repository: what it gives was not judged.',
    );
  });

  test.each(['patches: [{path: patch.yaml}]\n', 'patchesStrategicMerge: [patch.yaml]\n'])(
    'a role that is merged is judged as it is written, and the rest is built: %s',
    async (options) => {
      const { lines, change } = await patched(options, { 'argocd/patch.yaml': merge('argocd-server') });
      expect(lines).toEqual(['argocd/patch.yaml:5 high rbac-widened', 'argocd/patch.yaml:1 high unreadable-manifest']);
      const [root] = change.rendering.roots;
      expect(root?.after?.reason).toBeUndefined();
      expect(root?.after?.objects.map(({ name }) => name)).toEqual(['shop', 'shop']);
    },
  );

  test('a patch of what is here is judged by what it gives', async () => {
    const { lines } = await patched('patches: [{path: patch.yaml}]\n', { 'argocd/patch.yaml': merge('shop') });
    expect(lines).toEqual(['argocd/patch.yaml:5 high rbac-widened']);
    expect((await patched(operation('kind: ClusterRole, name: shop'))).lines).toEqual([
      'argocd/kustomization.yaml:5 high rbac-widened',
    ]);
  });

  test('a pattern that is the name of something here may match what is outside, too', async () => {
    const decoy = `${before['argocd/role.yaml']}---\n${merge('argocd.server')}`;
    const { lines } = await patched(operation('kind: ClusterRole, name: argocd.server'), { 'argocd/role.yaml': decoy });
    expect(lines).toContain('argocd/kustomization.yaml:3 high unreadable-manifest');
  });

  test('what has the name in another namespace is not what a patch with a namespace means', async () => {
    const grants = (namespace: string) =>
      `apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata: {name: server, namespace: ${namespace}}\nrules:\n${everything}`;
    const decoy = { 'argocd/role.yaml': `${before['argocd/role.yaml']}---\n${grants('other')}` };
    const byTarget = await patched(operation('kind: Role, name: server, namespace: argocd'), decoy);
    expect(byTarget.lines).toContain('argocd/kustomization.yaml:3 high unreadable-manifest');
    const patch = { ...decoy, 'argocd/patch.yaml': grants('argocd') };
    const byName = await patched('patches: [{path: patch.yaml}]\n', patch);
    expect(byName.lines).toContain('argocd/patch.yaml:1 high unreadable-manifest');
  });

  test('a patch that reaches no permission is silent', async () => {
    const deployment = 'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: argocd-server}\nspec: {replicas: 3}\n';
    const options = 'patches: [{path: patch.yaml}]\nreplicas: [{name: argocd-repo-server, count: 2}]\n';
    const { lines, change } = await patched(options, { 'argocd/patch.yaml': deployment });
    expect(lines).toEqual([]);
    expect(change.rendering.roots[0]?.after?.reason).toBeUndefined();
  });

  const including = { 'a/kustomization.yaml': 'resources: [../argocd]\n' };
  test.each([
    ['alone', {}],
    ['included by another', including],
    ['as a component', { 'a/kustomization.yaml': 'components: [../argocd]\n' }],
  ] as const)('a remote that is all of a kustomization leaves nothing to judge: %s', async (_, files: Files) => {
    const kind = 'a/kustomization.yaml' in files && files['a/kustomization.yaml']?.includes('components');
    const head = kind === true ? 'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\n' : '';
    const of = (version: string): Files => ({
      ...files,
      'argocd/kustomization.yaml': `${head}resources: ["${remote.replace('v2.9.0', version)}"]\n`,
    });
    const { change } = await judgeChange(of('v2.9.0'), of('v2.9.1'));
    const [root] = change.rendering.roots;
    expect(root?.after).toMatchObject({ reason: undefined, objects: [], gaps: [{ kind: 'remote' }] });
    expect(root?.before?.reason).toBeUndefined();
  });

  test('a kustomization that states nothing itself fails as it does where it is delivered', async () => {
    const { change } = await judgeChange({}, { 'argocd/kustomization.yaml': 'kind: Kustomization\n', ...including });
    expect(change.rendering.roots.find(({ id }) => id === 'a')?.after?.reason).toMatch(/is empty/);
  });

  test('without anything from outside, a patch that meets nothing fails as it does where it is delivered', async () => {
    const { change } = await judgeChange(
      { 'argocd/kustomization.yaml': 'resources: [shop.yaml]\n', 'argocd/shop.yaml': config },
      {
        'argocd/kustomization.yaml': 'resources: [shop.yaml]\npatches: [{path: patch.yaml}]\n',
        'argocd/patch.yaml': merge('argocd-server'),
      },
    );
    expect(change.rendering.roots[0]?.after?.reason).toBe('it patches ClusterRole argocd-server, which is not there');
  });
});
