import { afterAll, describe, expect, test } from '@jest/globals';
import type { Gap } from '../../src/render/model/gap.ts';
import type { RenderedRoot, RootSide } from '../../src/render/result/rendering.ts';
import { leftOut, leftOutLines, leftOutRecord } from '../../src/report/terminal/left-out.ts';
import { gate, gateWith } from '../end-to-end/program.ts';
import { plainEnvironment, removeTemporary, TemporaryRepository } from '../git/temporary-repository.ts';
import { hasTools, toolsPath } from './tools.ts';

afterAll(removeTemporary);

const root = (id: string, side: Partial<RootSide>) =>
  ({
    id,
    scope: `root ${id}`,
    file: `${id}/kustomization.yaml`,
    before: undefined,
    after: { reason: undefined, gaps: [], objects: [], unreadable: [], ...side },
  }) as unknown as RenderedRoot;
const gap = (kind: Gap['kind'], name: string): Gap => ({ kind, name, file: 'kustomization.yaml', at: [] });

describe('what an answer lacks', () => {
  const broken = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => root(id, { reason: 'helm is missing' }));

  test('roots that were not rendered are named with the reason, once', () =>
    expect(leftOutLines(leftOut(broken))).toEqual([
      'a, b, c, d, e and 1 more were not rendered, so what they give is not in this answer: helm is missing',
    ]));

  test('a root without its remote base, without what a program makes, with output that cannot be read', () => {
    const gaps = [
      gap('remote', 'https://u:p4ss@example.org/x?ref=v1'),
      gap('plugin', 'gen.yaml'),
      gap('missing', 'ConfigMap x'),
    ];
    const [found] = leftOut([root('p', { gaps, unreadable: [{ detail: 'a tab' } as never] })]);
    expect(found?.without).toEqual([expect.stringMatching(/^remote https:.*ref=v1$/), 'plugin gen.yaml', 'a tab']);
    expect(JSON.stringify(found)).not.toContain('p4ss');
    expect(found && leftOutRecord([found])).toEqual([{ ...found, reason: null }]);
  });

  test('a root that was rendered, or that is gone, lacks nothing', () =>
    expect(leftOut([root('p', {}), { ...root('q', {}), after: undefined }])).toEqual([]));
});

const role = `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: ops}
rules: [{apiGroups: [""], resources: [pods], verbs: [get]}]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: ops}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: ops}
subjects: [{kind: ServiceAccount, name: deployer, namespace: ci}]
`;
const flux = `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: {name: x, namespace: flux-system}
spec: {path: ./apps}
`;

describe('permissions and who-can', () => {
  const repository = TemporaryRepository.create();
  repository.write('p/kustomization.yaml', 'resources: [role.yaml, ../../elsewhere]\n');
  repository.write('p/role.yaml', role);
  repository.write('clusters/x.yaml', flux);
  repository.write('apps/role.yaml', role.replace('[pods]', '[secrets]'));
  repository.commit('Begin');
  const reason = /elsewhere leads out of the repository/;

  test.each([['permissions sa:ci/deployer'], ['who-can get pods'], ['who-can get pods --scope p']])(
    '%s names the root that was not rendered',
    async (line) => {
      const { code, stderr } = await gate(repository.directory, ...line.split(' '));
      expect(code).toBe(0);
      expect(stderr).toMatch(/^gitops-gate: note: p was not rendered, so what it gives is not in this answer: /);
      expect(stderr).toMatch(reason);
    },
  );

  test.each([['permissions sa:ci/deployer'], ['who-can get pods']])('%s says so in JSON', async (line) => {
    const { stdout } = await gate(repository.directory, ...line.split(' '), '--format', 'json');
    expect(JSON.parse(stdout)).toMatchObject({
      leftOut: [{ root: 'p', scope: 'root p', reason: expect.stringMatching(reason), without: [] }],
    });
  });

  test('a root is a scope by its own name, and one that was not rendered says why', async () => {
    const ask = (scope: string) => gate(repository.directory, 'permissions', 'sa:ci/deployer', '--scope', scope);
    const id = 'Kustomization flux-system/x (clusters/x.yaml)';
    for (const scope of [id, `root ${id}`]) expect((await ask(scope)).stdout).toContain('get secrets');
    expect(await ask('root p')).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/p was not rendered: .*elsewhere leads out/),
    });
    expect((await ask('root q')).stderr).toContain('there is no scope "root q"');
  });

  (hasTools ? test : test.skip)('a scope whose files a root renders means the root', async () => {
    const own = TemporaryRepository.create();
    own.write('overlays/prod/kustomization.yaml', 'resources: [role.yaml]\n');
    own.write('overlays/prod/role.yaml', role);
    own.commit('Begin');
    const environment = plainEnvironment({ PATH: `${toolsPath()}:${process.env.PATH}` });
    const args = ['permissions', 'sa:ci/deployer', '--scope', 'overlays/prod'];
    const { stdout, stderr } = await gateWith({ directory: own.directory, args, environment });
    expect({ stdout, stderr }).toEqual({ stdout: expect.stringContaining('get pods'), stderr: '' });
  });
});
