import { describe, expect, test } from '@jest/globals';
import { analyse } from '../../src/gather/analyse.ts';
import { Budget, LimitError } from '../../src/gather/budget.ts';
import { readSopsCover } from '../../src/gather/manifests/sops-cover.ts';
import { readManifests } from '../../src/gather/manifests.ts';
import { noChange } from '../../src/gather/render/rendering.ts';
import { readTrees } from '../../src/gather/trees.ts';
import { emptyRange } from '../../src/git/range/range.ts';
import { readFile } from '../../src/kube/read-file.ts';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import { noContext } from '../../src/render/result/rendering.ts';
import { unreadableManifest } from '../../src/rules/input/unreadable-manifest.ts';
import { observe } from '../../src/rules/observe.ts';
import { joinCopies } from '../../src/rules/rbac/join-copies.ts';
import { sopsBroken } from '../../src/rules/secret/sops-broken.ts';
import { superlinearAt } from '../growth.ts';
import { evidenceOfFiles, evidenceOfFolders } from '../rules/evidence.ts';
import { type Folder, memoryRepository } from '../rules/memory-repository.ts';
import { size } from '../thorough.ts';

const empty: Folder = { tree: new Map(), contents: new Map() };

function folder(files: Readonly<Record<string, Buffer>>): Folder {
  const entries = Object.entries(files);
  return {
    tree: new Map(entries.map(([path], index) => [path, { mode: '100644', id: `id${index}` }])),
    contents: new Map(entries.map(([, bytes], index) => [`id${index}`, bytes])),
  };
}

describe('bounds on what one change may hold', () => {
  test(`${size(150_000, 30)} keys in one Secret are judged`, async () => {
    const keys = Array.from({ length: size(150_000, 30) }, (_, index) => `  k${index}: v${index}-hunter\n`).join('');
    const secret = `apiVersion: v1\nkind: Secret\nmetadata: {name: s}\nstringData:\n${keys}`;
    const { evidence } = await evidenceOfFolders(empty, folder({ 'apps/s.yaml': Buffer.from(secret) }));
    expect(evidence.secrets.found.length).toBeGreaterThan(0);
  }, 120_000);

  test('manifests over the bound of a change are named, and the others are judged', async () => {
    const comment = Buffer.from(`# ${'x'.repeat(4_000_000)}\na: 1\n`);
    const files = Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`apps/y${index}.yaml`, comment]));
    const { manifests } = await evidenceOfFolders(empty, folder(files));
    const unread = manifests.touched.filter(({ after }) => after?.structure === 'oversize');
    expect(unread.map(({ path }) => path)).toEqual(['apps/y8.yaml', 'apps/y9.yaml']);
    expect(unread[0]?.after?.unreadable[0]?.detail).toContain('more than 33554432 bytes together');
  }, 120_000);

  const copied = (size: number, content: Buffer): Folder => {
    const paths = Array.from({ length: size }, (_, index) => `apps/${index}/x.yaml`);
    return {
      tree: new Map(paths.map((path) => [path, { mode: '100644', id: 'copied' }])),
      contents: new Map([['copied', content]]),
    };
  };
  const everything = Buffer.from(
    'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata: {name: b}\nroleRef: {kind: ClusterRole, name: cluster-admin}\nsubjects: [{kind: User, name: mallory}]\n',
  );

  test('one binding at 6,000 paths of a change: 5,000 of one scope are judged, and the others are one finding that counts them', async () => {
    const { evidence } = await evidenceOfFolders(empty, copied(6_000, everything));
    expect(evidence.rbac.changes.get('apps')?.widenings).toHaveLength(5_000);
    const [finding, ...more] = unreadableManifest.check(evidence);
    expect(more).toEqual([]);
    expect(finding).toMatchObject({
      message:
        'apps/5499/x.yaml and 999 more files were not judged: more than 5,000 files of one scope have this content.',
      position: { file: 'apps/5499/x.yaml' },
      scope: 'apps',
    });
    expect(finding?.places).toHaveLength(999);
  }, 120_000);

  test('one binding at 6,000 unchanged paths: whoever is bound by the others is unknown', async () => {
    const unchanged = copied(6_000, everything);
    const changed = folder({ 'apps/r.yaml': Buffer.from(`${role}rules: []\n`) });
    const after = {
      tree: new Map([...unchanged.tree, ...changed.tree]),
      contents: new Map([...unchanged.contents, ...changed.contents]),
    };
    const { manifests } = await evidenceOfFolders(unchanged, after);
    expect(manifests.filesRead).toBe(5_000);
    expect(manifests.unread).toHaveLength(1_000);
    expect(manifests.unread[0]?.why).toBe('more than 5,000 files of one scope have this content');
  }, 120_000);

  const role = 'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: r}\n';
  const binding = `${role.replace('ClusterRole', 'ClusterRoleBinding')}roleRef: {kind: ClusterRole, name: r}\n`;
  const all = `${role}rules: [{apiGroups: ['*'], resources: ['*'], verbs: ['*']}]\n`;

  test.each([
    ['in the context: what changed is judged, the rest is unknown', 2_000, 'Reading the context', 1],
    ['in what changed: what was read of it is judged, and the rest is named', 400, 'Reading what changed', 1],
  ])('a limit that is met %s', async (_, totalBytes, part, widenings) => {
    const unchanged = { 'apps/b.yaml': Buffer.from(`${binding}# ${'x'.repeat(3_000)}\n`) };
    const changed = { 'apps/a.yaml': Buffer.from(all), 'apps/c.yaml': Buffer.from(`a: ${'y'.repeat(500)}\n`) };
    const repository = memoryRepository(folder(unchanged), folder({ ...unchanged, ...changed }));
    const trees = await readTrees(repository, { ...emptyRange('request'), before: 'before', after: 'after' });
    const policy = { ...defaultPolicy, limits: { ...defaultPolicy.limits, totalBytes } };
    const budget = new Budget(policy.limits);
    const manifests = await readManifests(repository, trees, policy, noChange, budget);
    const { rbac } = analyse(trees, manifests, noChange, noContext, policy, budget);
    expect(rbac.changes.get('apps')?.widenings).toHaveLength(widenings);
    expect(rbac.changes.get('apps')?.widenings[0]?.unread).toEqual(['the unchanged files']);
    expect(budget.unfinished[0]?.what).toMatch(new RegExp(`^${part} broke off: .*limits\\.totalBytes`));
    expect(() => budget.requireFinished()).toThrow(LimitError);
    const unread = manifests.touched.filter(({ after }) => after?.structure === 'oversize').map(({ path }) => path);
    expect(unread).toEqual(totalBytes < 1_000 ? ['apps/c.yaml'] : []);
  });

  test('every .sops.yaml is read, and a limit that they meet is said', async () => {
    const files = Array.from({ length: 1_200 }, (_, index) => [`a/${index}/.sops.yaml`, Buffer.from('a: 1\n')]);
    const last = { 'z/.sops.yaml': Buffer.from('creation_rules: [{age: age1z}]\n') };
    const { manifests } = await evidenceOfFolders(empty, folder({ ...Object.fromEntries(files), ...last }));
    expect(manifests.sops.configs.after.ruleFor('z/x.yaml').is).toBe('rule');
    const trees = { before: new Map(), after: folder(last).tree, changes: [] };
    const limits = { ...defaultPolicy.limits, totalBytes: 10 };
    const budget = new Budget(limits);
    await readSopsCover(memoryRepository(empty, folder(last)), trees, [], limits, budget);
    expect(budget.unfinished[0]?.what).toMatch(/^Reading \.sops\.yaml broke off: /);
  });

  test('files that no rule of SOPS covers any more are read up to a number, and the others are counted', async () => {
    const files = Array.from({ length: 503 }, (_, index) => [`a/${index}.txt`, Buffer.from(`a ${index}\n`)] as const);
    const side = (config: string, id: string): Folder => {
      const { tree, contents } = folder(Object.fromEntries(files));
      return {
        tree: new Map([...tree, ['.sops.yaml', { mode: '100644', id }]]),
        contents: new Map([...contents, [id, Buffer.from(config)]]),
      };
    };
    const before = side('creation_rules: [{path_regex: ^a/, age: age1a}]\n', 'before');
    const { evidence } = await evidenceOfFolders(before, side('creation_rules: []\n', 'after'));
    expect([...sopsBroken.check(evidence)].map(({ severity, message }) => [severity, message])).toEqual([
      [
        'high',
        '.sops.yaml no longer covers a/500.txt, a/501.txt, a/502.txt, of which 3 were not read and count as encrypted.',
      ],
    ]);
  });

  test('findings of one rule end at a limit, and the last one says so and counts as the worst', () => {
    const most = size(50_000, 20);
    const nothing = { text: '', bytes: Buffer.alloc(0), documents: [], resources: [], unreadable: [] };
    const after = { id: 'x', mode: '120000', size: 1, structure: 'symlink', ...nothing } as const;
    const touched = Array.from({ length: most + 1 }, (_, index) => ({
      path: `apps/${index}.yaml`,
      scope: 'apps',
      before: undefined,
      after,
      movedFrom: undefined,
    }));
    const observed = observe(evidenceOfFiles(touched), (_, line) => line, most);
    const unread = observed.filter(({ rule }) => rule.id === unreadableManifest.id).map((each) => each.observation);
    expect(unread).toHaveLength(most + 1);
    expect(unread.at(-1)).toMatchObject({
      message: `There are more than ${most.toLocaleString('en')} findings of unreadable-manifest; the others were not looked at.`,
      severity: 'critical',
    });
  }, 120_000);

  test('copies of one object are joined in time in proportion to them', () => {
    const work = (size: number) => {
      const copies = Array.from({ length: size }, (_, index) => ({
        message: 'm',
        remedy: 'r',
        position: { file: `apps/${index}.yaml`, line: 1, column: 1 },
        details: [`detail ${index}`],
        subject: ['s'],
      }));
      return [...joinCopies(copies, [])];
    };
    expect(work(3)).toEqual([
      expect.objectContaining({
        details: ['detail 0', 'detail 1', 'detail 2'],
        places: [1, 2].map((n) => expect.objectContaining({ file: `apps/${n}.yaml` })),
      }),
    ]);
    expect(superlinearAt(work, size(20_000))).toBeUndefined();
  }, 120_000);

  test('objects of one list, and equal values, are looked through in time in proportion to them', () => {
    const list = (size: number, item: (index: number) => string) =>
      Buffer.from(
        `apiVersion: v1\nkind: List\nitems:\n${Array.from({ length: size }, (_, index) => item(index)).join('')}`,
      );
    const side = (path: string, bytes: Buffer) => {
      const file = { path, mode: '100644', id: path, size: bytes.length, bytes, isTemplate: false, isNamed: false };
      return readFile({ ...file, limits: defaultPolicy.limits });
    };
    const secret = (index: number) =>
      `- {apiVersion: v1, kind: Secret, metadata: {name: s${index}}, stringData: {password: Hunter2xQz77}}\n`;
    const work = (size: number) => {
      const files = ['before', 'after'].map((name) => side(name, list(size, secret)));
      const touched = [
        { path: 'a/x.yaml', scope: 'a', before: files[0], after: undefined, movedFrom: undefined },
        { path: 'b/x.yaml', scope: 'b', before: undefined, after: files[1], movedFrom: undefined },
      ];
      return evidenceOfFiles(touched).secrets.found;
    };
    expect(superlinearAt(work, size(2_000))).toBeUndefined();
  }, 120_000);

  test('links take time in proportion to links and tree, not to both', () => {
    const side = { mode: '120000', size: 1, structure: 'symlink', text: '', documents: [], resources: [] } as const;
    const work = (size: number) => {
      const paths = Array.from({ length: size }, (_, index) => `apps/q${index % 50}/l${index}`);
      const touched = paths.map((path, index) => ({
        path,
        scope: 'apps',
        before: undefined,
        after: { ...side, id: path, bytes: Buffer.from(`x${index}`), unreadable: [] },
        movedFrom: undefined,
      }));
      const after = new Map(paths.map((path) => [path, { mode: '120000', id: path }]));
      const evidence = evidenceOfFiles(touched, { change: { after } });
      return [...unreadableManifest.check(evidence)];
    };
    expect(superlinearAt(work, size(20_000))).toBeUndefined();
  }, 120_000);
});
