import { describe, expect, test } from '@jest/globals';
import { readDeliveredBranches } from '../../src/gather/gate/read-delivered-branches.ts';
import { readTrusted } from '../../src/gather/gate/read-trusted-folder.ts';
import { emptyRange, type Range } from '../../src/git/range/range.ts';
import { AbsentRefError, type Repository } from '../../src/git/repository.ts';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import { folderOfFiles, memoryRepository } from '../rules/memory-repository.ts';

type Files = Readonly<Record<string, string>>;

describe('the policy of the base', () => {
  const trusted = async (
    base: Files,
    head: Files,
    more: { policyPath?: string; kubernetesVersion?: string; range?: Partial<Range> } = {},
  ) => {
    const memory = memoryRepository(folderOfFiles(base), folderOfFiles(head));
    const trees: Readonly<Record<string, Files>> = { before: base, after: head };
    const repository = {
      ...memory,
      tree: async (id: string) => folderOfFiles(trees[id] ?? {}).tree,
    } as unknown as Repository;
    const range = { ...emptyRange('request'), before: 'before', after: 'after', trust: 'before', ...more.range };
    const { policyPath, kubernetesVersion } = more;
    const inputs = { policyPath, ...(kubernetesVersion === undefined ? {} : { kubernetesVersion }) };
    const { policy, unjudged, isRepair, notes, record } = await readTrusted(repository, range, inputs as never, []);
    return {
      failOn: policy.failOn,
      version: policy.kubernetesVersion,
      unjudged: unjudged.length,
      isRepair,
      notes,
      record,
    };
  };
  const good = { '.gitops-gate/policy.yaml': 'version: 1\nfailOn: low\n' };
  const bad = { '.gitops-gate/policy.yaml': 'version: 1\nfailOn: never-ever\n' };

  test('holds, with the id of what git lists of it', async () => {
    const found = await trusted({ ...good, 'a.yaml': 'a: 1\n' }, bad);
    expect(found).toMatchObject({
      failOn: 'low',
      unjudged: 0,
      isRepair: false,
      notes: [],
      record: { folder: '.gitops-gate' },
    });
    expect(found.record.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect((await trusted(good, {})).record.sha256).toBe(found.record.sha256);
    expect((await trusted({ ...good, '.gitops-gate/revoked': '' }, {})).record.sha256).not.toBe(found.record.sha256);
  });

  test('is the built-in one where there is none, which is said of a folder that was asked for', async () => {
    expect(await trusted({}, good)).toEqual({
      failOn: 'high',
      version: '1.34',
      unjudged: 0,
      isRepair: false,
      notes: [],
      record: {},
    });
    expect((await trusted({}, good, { policyPath: 'my/gate' })).notes).toEqual([
      'The base has no folder my/gate (policy-path): the built-in defaults hold.',
    ]);
    expect(await trusted(good, {}, { range: { trust: undefined } })).toMatchObject({ failOn: 'high', record: {} });
    const own = { 'my/gate/policy.yaml': 'version: 1\nfailOn: low\n' };
    expect(await trusted(own, {}, { policyPath: 'my/gate' })).toMatchObject({
      failOn: 'low',
      notes: [],
      record: { folder: 'my/gate' },
    });
  });

  test('cannot be judged by where it is broken, unless the change is its repair', async () => {
    expect(await trusted(bad, { ...bad, 'a.yaml': 'a: 1\n' })).toMatchObject({ unjudged: 1, isRepair: false });
    expect(await trusted(bad, good)).toMatchObject({ unjudged: 0, isRepair: true });
    expect(await trusted(bad, { ...good, 'a.yaml': 'a: 1\n' })).toMatchObject({ isRepair: false });
    expect(await trusted(bad, good, { range: { after: undefined } })).toMatchObject({ unjudged: 1, isRepair: false });
  });

  test('gives the version of Kubernetes where no input does', async () => {
    const older = { '.gitops-gate/policy.yaml': 'version: 1\nkubernetesVersion: "1.33"\n' };
    expect((await trusted(older, {})).version).toBe('1.33');
    expect((await trusted(older, {}, { kubernetesVersion: '1.32' })).version).toBe('1.32');
  });
});

describe('whether a verdict counts for a branch that is delivered from', () => {
  const policyOf = (branches: readonly string[]) => ({
    '.gitops-gate/policy.yaml': `version: 1\nbranches: [${branches.join(', ')}]\n`,
  });
  const base = { ...defaultPolicy, branches: ['main'], source: 'policy.yaml' };
  const answer = async (
    range: Partial<Range>,
    more: { tip?: Files | undefined; inputs?: object; fetch?: () => Promise<never>; own?: typeof defaultPolicy } = {},
  ) => {
    const { tip = policyOf(['main']) } = more;
    const folder = folderOfFiles(tip);
    const asked: string[] = [];
    const repository = {
      ...memoryRepository(folder, folder),
      defaultBranch: async () => 'refs/remotes/origin/main',
      resolve: async (ref: string) => {
        if ('tip' in more && more.tip === undefined) return undefined;
        asked.push(ref);
        return 'tip';
      },
      fetch: more.fetch ?? (async () => new Map()),
    } as unknown as Repository;
    const whole = { ...emptyRange('request'), ...range };
    const inputs = { policyPath: '.gitops-gate', ...more.inputs } as never;
    const { unjudged, notes } = await readDeliveredBranches(repository, whole, more.own ?? base, inputs);
    return { unjudged: unjudged.map(({ what }) => what), notes, asked };
  };

  test('is asked of what is merged or pushed into a branch alone', async () => {
    for (const kind of ['audit', 'staged', 'tag', 'first-push'] as const)
      expect(await answer({ kind, branch: 'dev' })).toEqual({ unjudged: [], notes: [], asked: [] });
    for (const kind of ['request', 'queue', 'push', 'new-branch'] as const)
      expect((await answer({ kind, branch: 'dev' })).unjudged).toHaveLength(1);
  });

  test('is said by the policies of the base and of the default branch', async () => {
    expect(await answer({ branch: 'main' })).toEqual({ unjudged: [], notes: [], asked: [] });
    expect((await answer({ branch: 'dev' })).unjudged).toEqual([
      'A change into dev is not judged, because nothing is delivered from there: policy.yaml allows main; the policy of the default branch main allows main.',
    ]);
    const own = { ...defaultPolicy, branches: ['dev'] };
    expect((await answer({ branch: 'dev' }, { own })).unjudged).toEqual([
      'A change into dev is not judged, because nothing is delivered from there: the policy of the default branch main allows main.',
    ]);
    expect((await answer({ branch: 'dev' }, { own, tip: {} })).unjudged).toEqual([]);
    const broken = { '.gitops-gate/policy.yaml': 'version: 1\nfailOn: x\n' };
    expect((await answer({ branch: 'dev' }, { own, tip: broken })).unjudged).toEqual([
      expect.stringContaining('.gitops-gate/policy.yaml:2:'),
    ]);
    expect((await answer({ branch: 'dev' }, { own, tip: undefined })).unjudged).toEqual([
      expect.stringContaining('refs/remotes/origin/main is not in this clone'),
    ]);
  });

  test('of no branch but the tip of the default one it is that of the default one', async () => {
    expect((await answer({ target: 'tip' })).unjudged).toEqual([]);
    expect((await answer({ target: 'older' })).unjudged).toHaveLength(1);
    expect((await answer({ target: 'tip', branch: 'dev' })).unjudged).toHaveLength(1);
  });

  test('asks the forge for its default branch, which may be one in name only', async () => {
    const inputs = { defaultBranch: 'refs/heads/trunk', remote: { url: 'https://git.example.org/a' } };
    const own = { ...defaultPolicy, branches: ['dev'] };
    const absent = async () => Promise.reject(new AbsentRefError('It has no such ref.', 'Make it.'));
    const broken = async () => Promise.reject(new Error('The network is down.'));
    expect((await answer({ branch: 'dev' }, { own, inputs })).unjudged).toHaveLength(1);
    expect(await answer({ branch: 'dev' }, { own, inputs, fetch: absent })).toEqual({
      unjudged: [],
      notes: [],
      asked: [],
    });
    await expect(answer({ branch: 'dev' }, { own, inputs, fetch: broken })).rejects.toThrow('The network is down.');
    const { remote: _, ...local } = inputs;
    expect((await answer({ branch: 'dev' }, { own, inputs: local, fetch: broken })).unjudged).toHaveLength(1);
    expect(
      (await answer({ branch: 'trunk' }, { own: { ...own, branches: ['trunk'] }, inputs, fetch: broken })).unjudged,
    ).toEqual([]);
  });
});
