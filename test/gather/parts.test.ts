import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readChange } from '../../src/gather/change.ts';
import { coverageOf } from '../../src/gather/coverage.ts';
import { readHeadLines } from '../../src/gather/line-map.ts';
import { Copies, tooManyCopies } from '../../src/gather/manifests/copies.ts';
import { isolates, mentions, runsAs } from '../../src/gather/manifests/mentions.ts';
import { isOfOpenshift, mentionsOpenshift, touchedShowOpenshift } from '../../src/gather/manifests/openshift.ts';
import { noManifests } from '../../src/gather/manifests.ts';
import { readPrevious } from '../../src/gather/read-previous-report.ts';
import { noChange, type RenderedChange } from '../../src/gather/render/rendering.ts';
import { emptyRange } from '../../src/git/range/range.ts';
import type { Blob, Repository } from '../../src/git/repository.ts';
import type { FileSide, Structure, TouchedFile } from '../../src/kube/touched-file.ts';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import type { RenderedContext, RenderedRoot } from '../../src/render/result/rendering.ts';
import { objectOf } from '../kube/objects.ts';
import { folderOfFiles, memoryRepository } from '../rules/memory-repository.ts';

test('what files mention, by accounts, namespaces and names', () => {
  const names = new Set(['web', 'api']);
  const pod = Buffer.from('serviceAccountName: web\n');
  expect([runsAs(pod, names), runsAs(pod, new Set()), runsAs(pod, new Set(['db']))]).toEqual([true, false, false]);
  expect(runsAs(Buffer.from('name: web\n'), names)).toBe(false);
  for (const kind of [
    'NetworkPolicy',
    'CiliumNetworkPolicy',
    'AuthorizationPolicy',
    'PeerAuthentication',
    'RequestAuthentication',
    'ResourceQuota',
    'LimitRange',
  ])
    expect(isolates(Buffer.from(`kind: ${kind}\nnamespace: api\n`), names)).toBe(true);
  expect(isolates(Buffer.from('kind: NetworkPolicy\nnamespace: db\n'), names)).toBe(false);
  expect(isolates(Buffer.from('kind: Service\nnamespace: api\n'), names)).toBe(false);
  expect(isolates(Buffer.from('kind: NetworkPolicy\n'), new Set())).toBe(false);
  expect(mentions(Buffer.from('"\\x77eb"'), names)).toBe(true);
  const many = (count: number) => new Set(Array.from({ length: count }, (_, at) => `name-${at}`));
  expect([mentions(Buffer.from('x'), many(300)), mentions(Buffer.from('x'), many(301))]).toEqual([false, true]);
});

test('of one content 5,000 files of a scope are judged', () => {
  const copies = new Copies();
  expect(Array.from({ length: 5_000 }, () => copies.isBeyond('apps', 'a')).some(Boolean)).toBe(false);
  expect([copies.isBeyond('apps', 'a'), copies.isBeyond('infra', 'a'), copies.isBeyond('apps', 'b')]).toEqual([
    true,
    false,
    false,
  ]);
  expect(tooManyCopies).toBe('more than 5,000 files of one scope have this content');
});

function file(
  path: string,
  structure: Structure,
  more: Partial<FileSide> = {},
  side: 'before' | 'after' = 'after',
): TouchedFile {
  const rest = {
    id: path,
    mode: '100644',
    size: 1,
    text: '',
    bytes: Buffer.from('x'),
    documents: [],
    resources: [],
    unreadable: [],
  };
  const own = { ...rest, structure, ...more };
  return {
    path,
    scope: '.',
    before: side === 'before' ? own : undefined,
    after: side === 'after' ? own : undefined,
    movedFrom: undefined,
  };
}

describe('whether files show OpenShift', () => {
  const route = objectOf('apiVersion: route.openshift.io/v1\nkind: Route\nmetadata: {name: r}\n');
  const other = objectOf('apiVersion: v1\nkind: Pod\nmetadata: {name: r}\n');

  test('by the groups that only it serves', () => {
    expect([isOfOpenshift(route), isOfOpenshift(other), isOfOpenshift({ group: 'hive.openshift.io' })]).toEqual([
      true,
      false,
      false,
    ]);
    for (const text of [
      'apiVersion: apps.openshift.io/v1',
      '{"apiVersion":"user.openshift.io/v1"}',
      "apiVersion : 'security.openshift.io/v1'",
      'apiVersion: hive.openshift.io/v1\n---\napiVersion: project.openshift.io/v1',
    ])
      expect(mentionsOpenshift(Buffer.from(text))).toBe(true);
    for (const text of [
      'apiVersion: hive.openshift.io/v1',
      'apiVersion: v1',
      'myapiVersion: apps.openshift.io/v1',
      'group: apps.openshift.io/v1',
      'apiVersion: apps.openshift.io',
    ])
      expect(mentionsOpenshift(Buffer.from(text))).toBe(false);
  });

  test('by the base, or by the change where there was nothing', () => {
    const [was, is] = [
      file('a', 'manifest', { resources: [route] }, 'before'),
      file('a', 'manifest', { resources: [route] }),
    ];
    const plain = file('b', 'manifest', { resources: [other] }, 'before');
    expect([
      touchedShowOpenshift([was], false),
      touchedShowOpenshift([is], false),
      touchedShowOpenshift([is], true),
    ]).toEqual([true, false, true]);
    expect([touchedShowOpenshift([is, plain], true), touchedShowOpenshift([plain], true)]).toEqual([false, false]);
    // A chart may be for platforms that the cluster is not.
    expect(touchedShowOpenshift([file('t', 'template', { resources: [route] }, 'before')], false)).toBe(false);
    expect(touchedShowOpenshift([file('t', 'template', { resources: [route] })], true)).toBe(false);
  });
});

describe('what was read, and what was not', () => {
  const unreadable = [
    { reason: 'syntax' as const, detail: 'a bracket is open', line: 3, column: 1, firstLine: 3, lastLine: 3 },
  ];
  const root = (
    id: string,
    sides: Partial<Record<'before' | 'after', { reason?: string; gaps?: readonly unknown[] }>>,
  ) => ({ id, scope: '.', file: `${id}/kustomization.yaml`, ...sides }) as unknown as RenderedRoot;
  const gap = (kind: string, name: string) => ({ kind, name, file: 'k.yaml', at: [] });

  test('names every file that was not, and why', () => {
    const touched = [
      file('good.yaml', 'manifest'),
      file('a.bin', 'binary'),
      file('large.yaml', 'oversize'),
      file('link.yaml', 'symlink'),
      file('module', 'submodule'),
      file('pointer.yaml', 'lfs-pointer'),
      file('gone.bin', 'binary', {}, 'before'),
      file('chart/templates/a.yaml', 'template', { unreadable }),
      file('broken.yaml', 'manifest', { unreadable }),
      file('broken.JSON', 'text', { unreadable }),
      file('README.md', 'text', { unreadable }),
      file('gone.yaml', 'template', {}, 'before'),
    ];
    const unread = [{ file: 'c.yaml', why: 'binary' }];
    expect(coverageOf({ ...noManifests, touched, filesRead: 7, unread }, noChange, { roots: [], beyond: [] })).toEqual({
      filesChanged: 12,
      filesRead: 6,
      contextFilesRead: 7,
      readWithoutStructure: [
        { file: 'chart/templates/a.yaml', why: 'a Helm template, read line by line' },
        { file: 'broken.yaml', why: 'line 3: a bracket is open' },
        { file: 'broken.JSON', why: 'line 3: a bracket is open' },
        { file: 'README.md', why: 'no YAML, read line by line' },
      ],
      skipped: [
        { file: 'a.bin', why: 'binary' },
        { file: 'large.yaml', why: 'over the size limit' },
        { file: 'link.yaml', why: 'a symbolic link; never followed' },
        { file: 'module', why: 'a submodule; its content is in another repository' },
        { file: 'pointer.yaml', why: 'a Git LFS pointer; its content is not in the repository' },
        { file: 'gone.bin', why: 'binary' },
        { file: 'c.yaml', why: 'context: binary' },
      ],
    });
  });

  test('names roots that were not rendered, and what was taken out of others', () => {
    const gaps = [
      gap('remote', 'https://u:secret@git.example.org/a?ref=v1'),
      gap('plugin', 'ksops'),
      gap('plugin', 'SopsSecretGenerator'),
      gap('plugin', 'myksopsy'),
      gap('missing', 'x.yaml'),
      gap('outside', '../x'),
    ];
    const roots = [
      root('good', { before: {}, after: { gaps } }),
      root('bad', { after: { reason: 'no helm' } }),
      root('removed', { before: { reason: 'no kustomize' } }),
      root('removed-good', { before: {} }),
    ];
    const tools = [{ name: 'kustomize', version: '5.7.1' }];
    const change = {
      ...noChange,
      delivered: {},
      rendering: { ...noChange.rendering, roots, found: 9, reused: 5, tools, milliseconds: 1.6 },
    };
    const context = {
      roots: [root('near', { after: { reason: 'no helm' } }), root('near-good', { after: {} })],
      beyond: [{ id: 'far', why: 'there are too many' }],
    };
    const coverage = coverageOf(noManifests, change as unknown as RenderedChange, context as RenderedContext, {
      changes: 3,
      why: 'they are few',
      unusual: [],
    });
    expect(coverage.skipped).toEqual([
      { file: 'k.yaml', why: 'good: https://git.example.org/a?ref=v1 was not judged, it is outside this repository' },
      { file: 'k.yaml', why: 'good: the Secrets that ksops decrypts were not judged' },
      { file: 'k.yaml', why: 'good: the Secrets that SopsSecretGenerator decrypts were not judged' },
      { file: 'k.yaml', why: 'good: what myksopsy makes was not judged, it is a program' },
      { file: 'bad/kustomization.yaml', why: 'bad was not rendered: no helm' },
      { file: 'removed/kustomization.yaml', why: 'removed was not rendered: its base was not rendered: no kustomize' },
      { file: 'near/kustomization.yaml', why: 'context: near was not rendered: no helm' },
      { file: 'far', why: 'context: not rendered, there are too many' },
    ]);
    expect(coverage.rendering).toEqual({
      found: 9,
      reused: 5,
      rendered: 1,
      notRendered: [
        { root: 'bad', why: 'no helm' },
        { root: 'removed', why: 'its base was not rendered: no kustomize' },
      ],
      tools: ['kustomize 5.7.1'],
      milliseconds: 2,
    });
    expect(coverage.history).toEqual({ changes: 3, notCompared: 'they are few' });
    expect(coverageOf(noManifests, noChange, { roots: [], beyond: [] }, { changes: 3, unusual: [] }).history).toEqual({
      changes: 3,
    });
  });
});

describe('the lines of findings in the head', () => {
  const merged = 'new\na: 1\nb: 2\n';
  const touched = [{ ...file('a.yaml', 'manifest', { text: merged }) }, file('gone.yaml', 'manifest', {}, 'before')];
  const folder = folderOfFiles({ 'a.yaml': 'a: 1\nb: 2\n' });
  const entry = folder.tree.get('a.yaml');
  const asked: string[] = [];
  const repository = {
    ...memoryRepository(folder, folder),
    changes: async () => {
      asked.push('changes');
      const after = { mode: '100644', id: 'merged' };
      return [
        { path: 'a.yaml', before: entry, after },
        { path: 'other.yaml', before: entry, after },
        { path: 'gone.yaml', before: entry, after: undefined },
      ];
    },
  } as unknown as Repository;
  const range = { ...emptyRange('request'), head: 'h', after: 'm' };

  test('are those before the merge, where it moved them', async () => {
    const line = await readHeadLines(repository, range, touched, 100);
    expect([line('a.yaml', 2), line('a.yaml', 3), line('a.yaml', 1), line('other.yaml', 2)]).toEqual([1, 2, 1, 2]);
  });

  test('are the same where nothing was merged, or the head cannot be read', async () => {
    asked.length = 0;
    for (const same of [{ head: undefined }, { after: undefined }, { after: 'h' }])
      expect((await readHeadLines(repository, { ...range, ...same }, touched, 100))('a.yaml', 2)).toBe(2);
    expect(asked).toEqual([]);
    expect((await readHeadLines(repository, range, touched, 3))('a.yaml', 2)).toBe(2);
  });
});

describe('the report of an earlier run', () => {
  test('is none where none is given, and a note where it cannot be used', async () => {
    expect(await readPrevious(undefined)).toEqual({ notes: [] });
    const folder = mkdtempSync(join(tmpdir(), 'gitops-gate-previous-'));
    try {
      const note = (path: string, why: string) => ({
        notes: [`The previous report ${path} cannot be used (${why}): in OCSF and ECS every finding is new.`],
      });
      const absent = join(folder, 'none.json');
      expect(await readPrevious(absent)).toEqual(note(absent, 'ENOENT'));
      const broken = join(folder, 'broken.json');
      writeFileSync(broken, '[]');
      const { previous, notes } = await readPrevious(broken);
      expect([previous, notes.length]).toEqual([undefined, 1]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('the paths that each commit touches are read', () => {
  const trees = { before: new Map(), after: new Map(), changes: [] };
  const admin = { state: 'good', roles: ['admin'] };
  const signed = { state: 'good', roles: [] };
  const changed = async (
    signature: unknown,
    path: string,
    requirements: readonly unknown[] = [],
    signers: readonly unknown[] = [],
  ) => {
    const repository = {
      commitPaths: async (ids: readonly string[]) => new Map(ids.map((id) => [id, new Map()])),
      blobs: async function* (): AsyncGenerator<Blob> {},
    };
    const policy = {
      ...defaultPolicy,
      signatures: { ...defaultPolicy.signatures, requirements, signers },
    } as typeof defaultPolicy;
    const commits = [{ sha: 'c', signature }];
    const range = { ...emptyRange('request'), commits: ['c'] };
    const { commitPaths } = await readChange(
      repository as unknown as Repository,
      range,
      { commits } as unknown as Parameters<typeof readChange>[2],
      trees,
      { ...noManifests, touched: [file(path, 'manifest')] },
      policy,
    );
    return commitPaths.size;
  };

  test('where signers are demanded, or the gate changes without an admin', async () => {
    expect(await changed({ state: 'unsigned' }, 'apps/a.yaml')).toBe(0);
    expect(
      await changed({ state: 'unsigned' }, 'apps/a.yaml', [{ paths: ['**'], rules: [], signers: [], roles: [] }]),
    ).toBe(1);
    expect(await changed(signed, 'apps/a.yaml')).toBe(0);
    expect(await changed(signed, '.gitops-gate/policy.yaml')).toBe(1);
    expect(await changed({ state: 'unsigned' }, '.gitops-gate/policy.yaml')).toBe(0);
    expect(
      await changed(signed, '.gitops-gate/policy.yaml', [], [{ key: 'k', name: 'a', emails: [], roles: ['admin'] }]),
    ).toBe(0);
  });

  test('where an admin signed', async () => {
    expect(await changed({ ...admin, signer: { roles: ['admin'] } }, 'apps/a.yaml')).toBe(1);
  });
});
