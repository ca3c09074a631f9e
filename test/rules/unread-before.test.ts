import { expect, test } from '@jest/globals';
import { readFile } from '../../src/kube/read-file.ts';
import type { TouchedFile } from '../../src/kube/touched-file.ts';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import type { Root } from '../../src/render/model/root.ts';
import { nothingRendered, type RenderedRoot, type RootSide } from '../../src/render/result/rendering.ts';
import { unreadBefore } from '../../src/rules/input/unreadable-manifest/unread-before.ts';
import { unreadableManifest } from '../../src/rules/input/unreadable-manifest.ts';
import { evidenceOfFolders } from './evidence.ts';
import { folderOfFiles } from './memory-repository.ts';
import { lineOf } from './observed-lines.ts';

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

const manifest = (kind: string, name: string, more = '') =>
  `apiVersion: ${/Policy/.test(kind) ? 'networking.k8s.io/v1' : /Role/.test(kind) ? 'rbac.authorization.k8s.io/v1' : 'v1'}\nkind: ${kind}\nmetadata:\n  name: ${name}\n${more}`;
const [cut, mended] = [' x\n', ''];
/** All that is said of one file, as it was and is; undefined where it is not there. */
function ofFile(before: string | undefined, after: string | undefined, path = 'prod/a.yaml', mode = '100644') {
  const side = (text: string | undefined, own: string) =>
    text === undefined
      ? undefined
      : readFile({
          path,
          mode: own,
          id: 'x',
          bytes: Buffer.from(text),
          size: text.length,
          limits: defaultPolicy.limits,
        } as never);
  const [was, is] = [side(before, mode), side(after, '100644')];
  const file = { path, scope: 'prod', ...(was && { before: was }), ...(is && { after: is }) } as TouchedFile;
  return [...unreadBefore([file], nothingRendered, defaultPolicy.limits)].map(lineOf);
}

test.each<readonly [string, string | undefined, string | undefined, ...string[]]>([
  [
    'a policy that can be read now',
    manifest('NetworkPolicy', 'a', cut),
    manifest('NetworkPolicy', 'a', mended),
    'medium prod/a.yaml:1: A part of prod/a.yaml could not be read before the change: NetworkPolicy a is judged as if new, and whether it protects less than it did is not known. was prod/a.yaml:5 (line 5 of the base: bad indentation of a mapping entry) [unread-before; syntax; x]',
  ],
  [
    'two of them',
    `${manifest('NetworkPolicy', 'a', cut)}---\n${manifest('NetworkPolicy', 'b', cut)}`,
    `${manifest('NetworkPolicy', 'a')}---\n${manifest('NetworkPolicy', 'b')}`,
    'medium prod/a.yaml:1: A part of prod/a.yaml could not be read before the change: NetworkPolicy a, NetworkPolicy b are judged as if new, and whether they protect less than they did is not known. was prod/a.yaml:5 (line 5 of the base: bad indentation of a mapping entry | line 11 of the base: bad indentation of a mapping entry) [unread-before; syntax; x]',
  ],
  ['one that cannot be read still', manifest('NetworkPolicy', 'a', cut), manifest('NetworkPolicy', 'b', cut)],
  [
    'one of two',
    `${manifest('NetworkPolicy', 'a', cut)}---\n${manifest('NetworkPolicy', 'b', cut)}`,
    `${manifest('NetworkPolicy', 'a')}---\n${manifest('NetworkPolicy', 'b', cut)}`,
    'medium prod/a.yaml:1: A part of prod/a.yaml could not be read before the change: NetworkPolicy a is judged as if new, and whether it protects less than it did is not known. was prod/a.yaml:5 (line 5 of the base: bad indentation of a mapping entry) [unread-before; syntax; x]',
  ],
  [
    'one next to another',
    `${manifest('NetworkPolicy', 'a')}---\n${manifest('NetworkPolicy', 'b', cut)}`,
    `${manifest('NetworkPolicy', 'a')}---\n${manifest('NetworkPolicy', 'b')}`,
    'medium prod/a.yaml:6: A part of prod/a.yaml could not be read before the change: NetworkPolicy b is judged as if new, and whether it protects less than it did is not known. was prod/a.yaml:10 (line 10 of the base: bad indentation of a mapping entry) [unread-before; syntax; x]',
  ],
  [
    'one that is gone',
    `${manifest('NetworkPolicy', 'a')}---\n${manifest('NetworkPolicy', 'b', cut)}`,
    manifest('NetworkPolicy', 'a'),
    'medium prod/a.yaml:1: A part of prod/a.yaml could not be read before the change: what it protected then is not known, and it may be less now. was prod/a.yaml:10 (line 10 of the base: bad indentation of a mapping entry) [unread-before; syntax; x]',
  ],
  [
    'a file that is gone',
    manifest('NetworkPolicy', 'a', cut),
    undefined,
    'medium prod/a.yaml:1: prod/a.yaml is gone, and could not be read before the change: what it protected is not known. was prod/a.yaml:5 (line 5 of the base: bad indentation of a mapping entry) [unread-before; syntax; gone]',
  ],
  [
    'what only grants',
    manifest('Role', 'a', cut),
    manifest('Role', 'a'),
    'low prod/a.yaml:1: A part of prod/a.yaml could not be read before the change: Role a is judged as if new. was prod/a.yaml:5 (line 5 of the base: bad indentation of a mapping entry) [unread-before; syntax; x]',
  ],
  ['what only grants and is gone', manifest('Role', 'a', cut), undefined],
  [
    'what grants, and a policy comes instead',
    manifest('Role', 'a', cut),
    manifest('NetworkPolicy', 'a'),
    'medium prod/a.yaml:1: A part of prod/a.yaml could not be read before the change: NetworkPolicy a is judged as if new, and whether it protects less than it did is not known. was prod/a.yaml:5 (line 5 of the base: bad indentation of a mapping entry) [unread-before; syntax; x]',
  ],
  [
    'what grants in escapes',
    manifest('Role', '"\\\\x61"', cut),
    manifest('Role', 'a'),
    'medium prod/a.yaml:1: A part of prod/a.yaml could not be read before the change: Role a is judged as if new, and whether it protects less than it did is not known. was prod/a.yaml:5 (line 5 of the base: bad indentation of a mapping entry) [unread-before; syntax; x]',
  ],
  [
    'what grants by an alias',
    manifest('Role', 'a', '  x: *b\n x\n'),
    manifest('Role', 'a'),
    'medium prod/a.yaml:1: A part of prod/a.yaml could not be read before the change: Role a is judged as if new, and whether it protects less than it did is not known. was prod/a.yaml:6 (line 6 of the base: bad indentation of a mapping entry) [unread-before; syntax; x]',
  ],
  ['text that is no object', 'a: b\n c\n', 'a: b\n'],
  ['what could be read before', manifest('NetworkPolicy', 'a'), manifest('NetworkPolicy', 'b')],
  ['a new file', undefined, manifest('NetworkPolicy', 'a')],
])('of a file that could not be read before: %s', (_, before, after, ...expected) => {
  expect(ofFile(before, after)).toEqual(expected);
});

test.each<readonly [string, string, string, string | undefined, string, ...string[]]>([
  [
    'a link that is a file now',
    'prod/a.yaml',
    '../x',
    manifest('NetworkPolicy', 'a'),
    '120000',
    'medium prod/a.yaml:1: prod/a.yaml could not be read before the change: NetworkPolicy a is judged as if new, and whether it protects less than it did is not known. was prod/a.yaml:1 () [unread-before; symlink; x]',
  ],
  ['a link that is a file of no object', 'prod/a.yaml', '../x', 'a: b\n', '120000'],
  [
    'a link that is gone',
    'prod/a.yaml',
    '../x',
    undefined,
    '120000',
    'medium prod/a.yaml:1: prod/a.yaml is gone, and could not be read before the change: what it protected is not known. was prod/a.yaml:1 () [unread-before; symlink; gone]',
  ],
  ['a link of another name that is gone', 'prod/a.txt', '../x', undefined, '120000'],
])('of what was no file: %s', (_, path, before, after, mode, ...expected) => {
  expect(ofFile(before, after, path, mode)).toEqual(expected);
});
