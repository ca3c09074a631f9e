import { describe, expect, test } from '@jest/globals';
import { postureNotes, surroundingsOf, unjudgedPosture } from '../../src/gather/gate/posture.ts';
import { noManifests } from '../../src/gather/manifests.ts';
import type { Scope, TouchedFile } from '../../src/kube/touched-file.ts';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import type { PostureCheckId } from '../../src/policy/posture-checks.ts';
import type { PostureCheck } from '../../src/posture/model/check.ts';
import { objectOf } from '../kube/objects.ts';

const unknown = (id: PostureCheckId, detail: string, more: Partial<PostureCheck> = {}): PostureCheck =>
  ({ id, what: 'It is so', state: 'could-not-check', detail, ...more }) as PostureCheck;
const known = (id: PostureCheckId, branch?: string): PostureCheck => ({
  id,
  what: 'It is so',
  state: 'holds',
  detail: 'it is so',
  ...(branch === undefined ? {} : { branch }),
});
const demanding = (...require: readonly PostureCheckId[]) => ({ posture: { ...defaultPolicy.posture, require } });
const analysis = (checks: readonly PostureCheck[], forge: 'github' | 'gitlab' = 'github') => ({
  forge,
  repository: 'shop/clusters',
  deliversNothing: false,
  checks,
});

describe('what of the forge’s settings could not be judged', () => {
  const needy = { needs: 'the permission administration:read' };
  const checks = [
    unknown('force-push-blocked', 'the token may not read it', { ...needy, branch: 'main' }),
    unknown('deletion-blocked', 'the token may not read it', { ...needy, branch: 'main' }),
    unknown('scans-secrets', 'GitHub did not answer'),
    known('not-public'),
  ];
  const words = {
    two: {
      what: '2 checks of how the repository is set up could not be made (force-push-blocked of main, deletion-blocked of main): the token may not read it.',
      remedy: 'Give the token what it needs: the permission administration:read.',
    },
    one: {
      what: 'A check of how the repository is set up could not be made (scans-secrets): GitHub did not answer.',
      remedy: 'Look whether the forge can be reached, and run it again.',
    },
  };

  test('of a run about nothing else it is every check, one entry for each reason', () => {
    expect(unjudgedPosture(analysis(checks), { as: 'only' }, demanding())).toEqual([words.two, words.one]);
  });

  test('elsewhere it is what the policy demands', () => {
    expect(unjudgedPosture(analysis(checks), { as: 'asked' }, demanding())).toEqual([]);
    expect(unjudgedPosture(analysis(checks), { as: 'unasked' }, demanding())).toEqual([]);
    for (const as of ['only', 'asked', 'unasked'] as const) {
      expect(unjudgedPosture(analysis(checks), { as }, demanding('scans-secrets'))).toEqual([words.one]);
      expect(unjudgedPosture(analysis(checks), { as }, demanding('not-public'))).toEqual([]);
    }
  });

  test('where nothing at all is known, it is all of that if it was asked for', () => {
    const blind = checks.slice(0, 3);
    expect(unjudgedPosture(analysis(blind), { as: 'asked' }, demanding())).toEqual([words.two, words.one]);
    expect(unjudgedPosture(analysis(blind), { as: 'unasked' }, demanding())).toEqual([]);
    // The files of the repository say which actions are pinned, whatever the forge answers.
    expect(unjudgedPosture(analysis([...blind, known('actions-pinned')]), { as: 'asked' }, demanding())).toHaveLength(
      2,
    );
    expect(unjudgedPosture(analysis([]), { as: 'asked' }, demanding())).toEqual([]);
    expect(unjudgedPosture(analysis([known('not-public')]), { as: 'asked' }, demanding())).toEqual([]);
  });

  test('a remedy of its own is that, and of more than two names the others are counted', () => {
    const remedy = 'Look at them by --branch.';
    const many = ['a', 'b', 'c', 'd'].map((branch) =>
      unknown('branch-protected', 'there are more', { branch, remedy }),
    );
    expect(unjudgedPosture(analysis(many), { as: 'only' }, demanding())).toEqual([
      {
        what: '4 checks of how the repository is set up could not be made (branch-protected of a, branch-protected of b and 2 more): there are more.',
        remedy,
      },
    ]);
    expect(unjudgedPosture(analysis(many.slice(0, 3)), { as: 'only' }, demanding())[0]?.what).toContain(' and 1 more)');
  });

  test('where a branch was not looked at, nothing that is demanded of branches is known of it', () => {
    const absent = unknown('branch-protected', 'no branch matches release');
    const some = [absent, known('force-push-blocked', 'main')];
    expect(unjudgedPosture(analysis(some), { as: 'unasked' }, demanding('force-push-blocked'))).toHaveLength(1);
    expect(unjudgedPosture(analysis(some), { as: 'unasked' }, demanding())).toEqual([]);
    expect(
      unjudgedPosture(analysis([absent, known('not-public')]), { as: 'unasked' }, demanding('not-public')),
    ).toEqual([]);
    const own = unknown('branch-protected', 'no branch matches release', { branch: 'release' });
    expect(
      unjudgedPosture(analysis([own, known('not-public')]), { as: 'unasked' }, demanding('force-push-blocked')),
    ).toEqual([expect.objectContaining({ remedy: 'Take it out of posture.require.' })]);
  });

  test('what the policy demands and nobody asks is said', () => {
    const demanded = demanding('scans-secrets', 'deletion-blocked', 'not-public');
    const some = [known('not-public'), known('force-push-blocked', 'main')];
    const said = (forge: string) => [
      {
        what: `posture.require of the policy names scans-secrets, deletion-blocked, which ${forge} is not asked (posture.md).`,
        remedy: 'Take it out of posture.require.',
      },
    ];
    expect(unjudgedPosture(analysis(some), { as: 'unasked' }, demanded)).toEqual(said('GitHub'));
    expect(unjudgedPosture(analysis(some, 'gitlab'), { as: 'unasked' }, demanded)).toEqual(said('GitLab'));
    // Where there are no workflows, they use no actions; GitLab has none at all.
    expect(unjudgedPosture(analysis(some), { as: 'unasked' }, demanding('actions-pinned'))).toEqual([]);
    expect(unjudgedPosture(analysis(some, 'gitlab'), { as: 'unasked' }, demanding('actions-pinned'))).toHaveLength(1);
    // Of branches none is known, which is said already.
    const blind = [unknown('branch-protected', 'GitHub did not answer'), known('not-public')];
    expect(unjudgedPosture(analysis(blind), { as: 'unasked' }, demanding('deletion-blocked'))).toHaveLength(1);
  });
});

test('a reader is told what could not be made, and where nothing is delivered', () => {
  expect(postureNotes(analysis([known('not-public')]))).toEqual([]);
  const checks = [unknown('not-public', 'x'), known('scans-secrets'), unknown('deletion-blocked', 'y')];
  expect(postureNotes({ ...analysis(checks), deliversNothing: true })).toEqual([
    'Posture: 2 of 3 checks could not be made; its section says what the token lacks.',
    'Posture: the repository holds no RBAC, secret or workload, so that its findings are one step less severe.',
  ]);
});

describe('what the judged revision says of how much its settings matter', () => {
  const workflow = (path: string, text: string, isThere = true): TouchedFile => {
    const bytes = Buffer.from(text);
    const rest = { text, documents: [], resources: [], unreadable: [] };
    const side = { id: path, mode: '100644', size: bytes.length, structure: 'manifest', bytes, ...rest } as const;
    return { path, scope: '.', before: undefined, after: isThere ? side : undefined, movedFrom: undefined };
  };
  const object = (kind: string) => objectOf(`apiVersion: v1\nkind: ${kind}\nmetadata: {name: x}\n`);
  const kinds = [
    ['Role', 'RoleBinding', 'ClusterRole', 'ClusterRoleBinding', 'MyRole', 'RoleList'],
    ['Secret', 'ExternalSecret', 'ClusterExternalSecret', 'SealedSecret', 'ClusterSecret', 'VaultStaticSecret'],
    ['VaultDynamicSecret', 'SecretStore', 'MySecret', 'VaultStaticSecrets', 'MyVaultStaticSecret'],
    ['Pod', 'Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'Job', 'CronJob', 'Rollout', 'Application'],
    ['ApplicationSet', 'HelmRelease', 'Kustomization', 'PodList', 'MyPod', 'ConfigMap'],
  ].flat();
  const sides = { before: [object('Pod')], after: kinds.map(object), unread: [], unreadFiles: new Map() };
  const other = { before: [], after: [object('Secret')], unread: [], unreadFiles: new Map() };
  const touched = [
    workflow(
      '.github/workflows/gate.yml',
      'jobs:\n  gate:\n    name: The gate\n    steps: [{uses: gitops-gate/gitops-gate@v1}]\n',
    ),
    workflow('.github/workflows/build.yaml', 'jobs: {build: {steps: [{run: make}]}}\n'),
    workflow('.github/workflows/broken.yml', 'jobs: [\n'),
    workflow('.github/workflows/gone.yml', 'jobs: {}\n', false),
    workflow('apps/a.yaml', 'a: 1\n'),
  ];
  const found = ['literal', 'literal', 'value'].map((is) => ({ is }));
  const judged = {
    policy: { ...defaultPolicy, posture: { ...defaultPolicy.posture, approvals: 2 } },
    content: {
      trees: { before: new Map(), after: new Map([['CODEOWNERS', { mode: '100644', id: 'c' }]]), changes: [] },
      manifests: {
        ...noManifests,
        touched,
        objects: new Map<Scope, typeof sides>([
          ['apps', sides],
          ['infra', other as typeof sides],
        ]),
      },
      missing: [],
    },
    analysis: { secrets: { found, readable: new Set<string>() } } as unknown as Parameters<
      typeof surroundingsOf
    >[0]['analysis'],
    budget: { unfinished: [] },
  };

  test('is what it delivers, whether all of it was read, and its workflows', () => {
    const around = surroundingsOf(judged, 'github');
    expect({ ...around, workflows: around.workflows.map(({ path }) => path), isGateCheck: undefined }).toEqual({
      approvals: 2,
      delivers: { rbac: 4, secrets: 8, workloads: 12 },
      isWhole: true,
      plaintextSecrets: 2,
      hasCodeOwners: true,
      workflows: ['.github/workflows/gate.yml', '.github/workflows/build.yaml'],
      unreadWorkflows: ['.github/workflows/broken.yml'],
      isGateCheck: undefined,
    });
    expect(around.isGateCheck('build')).toBe(false);
  });

  test('is not whole where something is missing, or met a limit', () => {
    const lack = { what: 'a', remedy: 'b' };
    const missing = { ...judged, content: { ...judged.content, missing: [lack] } };
    expect(surroundingsOf(missing, 'github').isWhole).toBe(false);
    expect(surroundingsOf({ ...judged, budget: { unfinished: [lack] } }, 'github').isWhole).toBe(false);
    const bare = {
      ...judged,
      content: { ...judged.content, trees: { before: new Map(), after: new Map(), changes: [] } },
    };
    expect(surroundingsOf(bare, 'github').hasCodeOwners).toBe(false);
  });
});
