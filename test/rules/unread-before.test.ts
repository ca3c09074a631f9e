import { expect, test } from '@jest/globals';
import type { Root } from '../../src/render/model/root.ts';
import { nothingRendered, type RenderedRoot, type RootSide } from '../../src/render/result/rendering.ts';
import { unreadableManifest } from '../../src/rules/input/unreadable-manifest.ts';
import { evidenceOfFolders } from './evidence.ts';
import { folderOfFiles } from './memory-repository.ts';

const broken = 'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: a\n x\n';
const whole = 'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: a\n';

/** What the rule says of files that were broken and are not, with roots that were rendered so. */
async function said(files: readonly string[], roots: readonly RenderedRoot[] = []) {
  const all = (text: string) => folderOfFiles(Object.fromEntries(files.map((file) => [file, text])));
  const { evidence } = await evidenceOfFolders(all(broken), all(whole));
  const delivery = { ...evidence.delivery, rendering: { ...nothingRendered, roots } };
  return [...unreadableManifest.check({ ...evidence, delivery })];
}

function side(reason: string | undefined, files: readonly string[] = []): RootSide {
  return { root: {} as Root, gaps: [], reason, objects: [], unreadable: [], files: new Set(files) };
}

const root = (before: RootSide | undefined, after: RootSide | undefined): RenderedRoot => ({
  id: 'apps/web',
  scope: 'root apps/web',
  file: 'apps/web/kustomization.yaml',
  before,
  after,
});

test('a root that was not rendered before and is now says that what it protected is not known', async () => {
  const [found, ...others] = await said([], [root(side('it is broken'), side(undefined))]);
  expect(others).toEqual([]);
  expect(found?.message).toBe(
    'What apps/web gave before the change could not be rendered: what it protected then is not known, and it may be less now.',
  );
  expect(found?.severity).toBe('medium');
  expect(found?.subject).toEqual(['unread-before', 'root', 'apps/web']);
});

test('a root that is new, gone, still not rendered, or rendered on both sides says nothing', async () => {
  const good = side(undefined);
  const roots = [root(undefined, good), root(good, undefined), root(side('a'), side('b')), root(good, good)];
  expect(await said([], roots)).toEqual([]);
});

test('where a file of the root is why, the file says it alone', async () => {
  const file = 'apps/web/policy.yaml';
  const found = await said([file], [root(side('it is broken', [file]), side(undefined))]);
  expect(found.map(({ position }) => position?.file)).toEqual([file]);
});

test('of very many files of one scope the first are told one by one, the others together', async () => {
  const files = Array.from({ length: 30 }, (_, at) => `prod/p${String(at).padStart(2, '0')}.yaml`);
  const found = await said(files);
  expect(found.length).toBe(21);
  expect(found.at(-1)?.message).toMatch(/^prod\/p20\.yaml and 9 more files could not be read before the change/);
  expect(found.at(-1)?.places?.length).toBe(9);
});
