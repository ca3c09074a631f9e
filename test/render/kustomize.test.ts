import { describe, expect, test } from '@jest/globals';
import { judgeChange } from './judge.ts';
import { hasTools } from './tools.ts';

const rbac = `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: ops}
rules:
- apiGroups: [""]
  resources: [pods]
  verbs: [get, list]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: ops}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: ops}
subjects: [{kind: User, name: mallory}]
`;
const base = { 'base/kustomization.yaml': 'resources: [rbac.yaml]\n', 'base/rbac.yaml': rbac };
const prod = { ...base, 'prod/kustomization.yaml': 'resources:\n- ../base\n' };

(hasTools ? describe : describe.skip)('kustomizations are judged as they are built', () => {
  test('a patch of an overlay widens a role: the line is the patch’s', async () => {
    const patch =
      'patches:\n- target: {kind: ClusterRole}\n  patch: |-\n    - op: add\n      path: /rules/0/verbs/-\n      value: "*"\n';
    const { lines } = await judgeChange(prod, { 'prod/kustomization.yaml': `resources:\n- ../base\n${patch}` });
    expect(lines).toEqual(['prod/kustomization.yaml:8 high rbac-widened']);
  });

  describe('a patch that has something else delivered', () => {
    const application = `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: web, namespace: argocd}
spec:
  project: team
  source: {repoURL: https://git.example.org/acme/web.git, path: deploy, targetRevision: v1.2.3}
  destination: {name: c, namespace: web}
`;
    const before = {
      'base/kustomization.yaml': 'resources: [a.yaml]\n',
      'base/a.yaml': application,
      'prod/kustomization.yaml': 'resources:\n- ../base\n',
    };
    const patched = (field: string, value: string) =>
      `resources:\n- ../base\npatches:\n- target: {kind: Application}\n  patch: |-\n    - op: replace\n      path: /spec/source/${field}\n      value: ${value}\n`;
    const messages = async (after: Record<string, string>) => {
      const { evidence, lines } = await judgeChange(before, after);
      return lines.map((line, index) => `${line} ${evidence.delivery.deliveries[index]?.address ?? ''}`);
    };
    test.each([
      ['another repository', 'repoURL', 'https://evil.example.org/web.git', 'high'],
      ['a branch', 'targetRevision', 'main', 'high'],
      ['another release', 'targetRevision', 'v1.2.4', 'medium'],
    ])('%s', async (_, field, value, severity) => {
      expect(await messages({ 'prod/kustomization.yaml': patched(field, value) })).toEqual([
        expect.stringMatching(new RegExp(`^prod/kustomization.yaml:~?\\d ${severity} delivery-changed https://`)),
      ]);
    });

    test('another address of a source of Flux', async () => {
      const source =
        'apiVersion: source.toolkit.fluxcd.io/v1\nkind: GitRepository\nmetadata: {name: g, namespace: flux}\nspec: {url: https://git.example.org/a, ref: {branch: main}}\n';
      const patch =
        'resources:\n- ../base\npatches:\n- target: {kind: GitRepository}\n  patch: |-\n    - op: replace\n      path: /spec/url\n      value: https://evil.example.org/a\n';
      const { lines } = await judgeChange({ ...before, 'base/a.yaml': source }, { 'prod/kustomization.yaml': patch });
      expect(lines).toEqual([expect.stringMatching(/^prod\/kustomization.yaml:\d high delivery-changed$/)]);
    });

    test('another address of a source, by a file that declares something else', async () => {
      const source =
        'apiVersion: source.toolkit.fluxcd.io/v1\nkind: GitRepository\nmetadata: {name: g, namespace: flux}\nspec: {url: https://git.example.org/a, ref: {branch: main}}\n';
      const own =
        'apiVersion: source.toolkit.fluxcd.io/v1\nkind: GitRepository\nmetadata: {name: own, namespace: flux}\nspec: {url: https://git.example.org/gitops}\n';
      const overlay =
        'apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: {name: k, namespace: flux}\nspec:\n  sourceRef: {kind: GitRepository, name: own}\n  path: ./base\n';
      const patch =
        '  patches:\n  - target: {kind: GitRepository}\n    patch: |\n      - op: replace\n        path: /spec/url\n        value: https://evil.example.org/a\n';
      const { lines } = await judgeChange(
        { ...before, 'base/a.yaml': source, 'own.yaml': own, 'k.yaml': overlay },
        { 'k.yaml': overlay + patch },
        { urls: ['https://git.example.org/gitops'] },
      );
      expect(lines).toEqual([expect.stringMatching(/^k.yaml:~?\d+ high delivery-changed$/)]);
    });

    test('what its file says is said there', async () => {
      const { lines } = await judgeChange(before, { 'base/a.yaml': application.replace('v1.2.3', 'main') });
      expect(lines).toEqual(['base/a.yaml:6 high delivery-changed']);
    });

    test('something else', async () =>
      expect(await messages({ 'prod/kustomization.yaml': patched('path', 'deploy') })).toEqual([]));
  });

  test('a base that was there begins to be taken in: the line is the entry’s', async () => {
    const before = {
      ...prod,
      'extra/kustomization.yaml': 'resources: [rbac.yaml]\n',
      'extra/rbac.yaml': rbac.replaceAll('ops', 'keeper').replace('pods', 'secrets'),
    };
    const { lines } = await judgeChange(before, { 'prod/kustomization.yaml': 'resources:\n- ../base\n- ../extra\n' });
    expect(lines).toEqual(['prod/kustomization.yaml:3 critical rbac-widened']);
  });

  test('a folder of the same cluster that nothing delivers for certain begins to be included: it is new there', async () => {
    const before = {
      'app/base/kustomization.yaml': 'resources: [a.yaml]\n',
      'app/base/a.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n',
      'app/extra/kustomization.yaml': 'resources: [rbac.yaml]\n',
      'app/extra/rbac.yaml': rbac.replace('pods', 'secrets'),
    };
    const entries = { 'app/base/kustomization.yaml': 'resources:\n- a.yaml\n- ../extra\n' };
    const { lines } = await judgeChange(before, entries);
    expect(lines).toEqual(['app/base/kustomization.yaml:3 critical rbac-widened']);
    // Moved as a whole, it is what it was; and a new root that includes both gives what they gave.
    const moved = { ...entries, 'app/base/kustomization.yaml': 'resources:\n- a.yaml\n- rbac.yaml\n' };
    const gone = { 'app/extra/kustomization.yaml': undefined, 'app/extra/rbac.yaml': undefined };
    const files = { ...moved, ...gone, 'app/base/rbac.yaml': before['app/extra/rbac.yaml'] };
    expect((await judgeChange(before, files)).lines).toEqual([]);
    const all = { 'app/kustomization.yaml': 'resources:\n- base\n- extra\n' };
    expect((await judgeChange(before, all)).lines).toEqual([]);
  });

  test('a namespace that a base leaves open is the overlay’s: the line is its namespace', async () => {
    const binding = `apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: b}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: admin}
subjects: [{kind: ServiceAccount, name: daemon}]
`;
    const before = {
      'base/kustomization.yaml': 'resources: [b.yaml]\n',
      'base/b.yaml': binding,
      'prod/kustomization.yaml': 'resources: [../base]\nnamespace: kube-system\n',
    };
    const { lines } = await judgeChange(before, {
      'prod/kustomization.yaml': 'resources: [../base]\nnamespace: shop\nnamePrefix: x-\n',
    });
    expect(lines.filter((line) => !line.includes(' low '))).toEqual(['prod/kustomization.yaml:2 high rbac-widened']);
  });

  test('flat manifests that become a base and an overlay, or a chart, are no finding', async () => {
    const [role = '', bound = ''] = rbac.split('---\n');
    const flat = { 'app/role.yaml': role, 'app/b.yaml': bound };
    const gone = { 'app/role.yaml': undefined, 'app/b.yaml': undefined };
    const base = {
      ...gone,
      'app/base/role.yaml': role,
      'app/base/b.yaml': bound,
      'app/base/kustomization.yaml': 'resources: [role.yaml, b.yaml]\n',
      'app/main/kustomization.yaml': 'resources: [../base]\n',
    };
    expect((await judgeChange(flat, base)).lines).toEqual([]);
    const chart = {
      ...gone,
      'app/Chart.yaml': 'apiVersion: v2\nname: app\nversion: 1.0.0\n',
      'app/templates/role.yaml': role,
      'app/templates/b.yaml': bound,
    };
    expect((await judgeChange(flat, chart)).lines).toEqual([]);
  });

  test('only roots whose inputs differ are built', async () => {
    const before = { ...prod, 'other/kustomization.yaml': 'resources: [../base]\nnamePrefix: o-\n' };
    const { change } = await judgeChange(before, {
      'prod/kustomization.yaml': 'resources: [../base]\nnamePrefix: p-\n',
    });
    expect(change.rendering.roots.map(({ id }) => id)).toEqual(['prod']);
    expect(change.rendering).toMatchObject({ found: 2, reused: 1, tools: [{ name: 'kubectl', version: '1.35.2' }] });
  });

  test('a program that a kustomization would start is taken out and named; the rest is built', async () => {
    const ksops =
      'apiVersion: viaduct.ai/v1\nkind: ksops\nmetadata:\n  name: s\n  annotations:\n    config.kubernetes.io/function: |\n      exec: {path: ksops}\nfiles: [./s.enc.yaml]\n';
    const { change, coverage } = await judgeChange(prod, {
      'prod/kustomization.yaml': 'resources: [../base]\ngenerators: [ksops.yaml]\n',
      'prod/ksops.yaml': ksops,
    });
    const [root] = change.rendering.roots;
    expect(root?.after?.reason).toBeUndefined();
    expect(root?.after?.objects.map(({ kind }) => kind)).toEqual(['ClusterRole', 'ClusterRoleBinding']);
    expect(root?.after?.gaps).toMatchObject([{ kind: 'plugin', name: 'ksops.yaml (viaduct.ai/v1 ksops)' }]);
    expect(coverage.skipped).toEqual([
      {
        file: 'prod/kustomization.yaml',
        why: 'prod: the Secrets that ksops.yaml (viaduct.ai/v1 ksops) decrypts were not judged',
      },
    ]);
  });
});
