import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { readCodeOwners } from '../../src/rules/repository/gate-changed/code-owners.ts';
import { reviewWeakened } from '../../src/rules/repository/review-weakened.ts';
import { superlinearAt } from '../growth.ts';
import { evidenceOfFolders } from './evidence.ts';
import { type Folder, folderOfFiles } from './memory-repository.ts';

const manifest = (name: string) => `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: ${name}}\n`;
const kept = { 'clusters/a.yaml': manifest('a'), 'clusters/b c/d.yaml': manifest('d') };

async function said(before: Folder, after: Folder): Promise<readonly string[]> {
  const { evidence } = await evidenceOfFolders(before, after);
  return [...reviewWeakened.check(evidence)].map(({ severity, message }) => `${severity} ${message}`);
}

async function ofFile(path: string, before: string, after: string, more: Readonly<Record<string, string>> = {}) {
  return said(folderOfFiles({ ...kept, ...more, [path]: before }), folderOfFiles({ ...kept, ...more, [path]: after }));
}

const contained = (parts: readonly string[]) => parts.map((part) => expect.stringContaining(part));

describe('GitHub’s CODEOWNERS', () => {
  test.each<[string, string, string, readonly string[]]>([
    ['an owner without @', '/clusters/ @o/a\n', '/clusters/ o/a\n', ['high', 'no longer names']],
    ['one such among others', '* @o/b\n/clusters/ @o/a\n', '* @o/b\n/clusters/ @o/a x\n', ['lets @o/b approve']],
    ['a skipped line behind another', '* @o/a\n', '* @o/a\n/clusters/ o/a\n', []],
    ['a negated pattern, which is skipped', '* @o/a\n', '* @o/a\n!/clusters/\n', []],
    ['a range, which is skipped', '/clusters/ @o/a\n', '/cluster[s]/ @o/a\n', ['no longer names']],
    ['a header, which is skipped', '* @o/a\n', '[x] @o/a\n*\n', ['no longer names']],
    ['a blank that is none', '/clusters/ @o/a\n', '/clusters/\u00a0@o/a\n', ['no longer names']],
    ['an address', '/clusters/ @o/a\n', '/clusters/ @o/a ann@example.org\n', ['lets ann@example.org approve']],
    ['an escaped blank', '* @o/a\n', '* @o/a\n/clusters/b\\ c/\n', ['no longer names who must review clusters/b c/d']],
    ['owners of one', '* @o/a\n', '* @o/a\n/clusters/b\\ c/ @m\n', ['lets @m approve clusters/b c/d.yaml']],
  ])('%s', async (_, before, after, parts) => {
    const [first, ...more] = await ofFile('.github/CODEOWNERS', before, after);
    expect(more).toEqual([]);
    if (parts.length === 0) expect(first).toBeUndefined();
    else for (const part of parts) expect(first).toContain(part);
  });

  test.each([
    ['read', 3_000_000 - 7],
    ['not read', 4_000_000],
  ])('one of 3 MB or more is not loaded (%s)', async (_, size) => {
    const found = await ofFile('.github/CODEOWNERS', '* @o/a\n', `* @o/a\n${'#'.repeat(size)}`);
    expect(found).toEqual([expect.stringMatching(/^high .*(?:no longer names|nobody has to review)/)]);
  });

  test('a symbolic link is called so', async () => {
    const before = folderOfFiles({ ...kept, '.github/CODEOWNERS': '* @o/a\n' });
    const bytes = Buffer.from('../x');
    const id = createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
    const tree = new Map([...before.tree, ['.github/CODEOWNERS', { mode: '120000', id }]]);
    const after = { tree, contents: new Map([...before.contents, [id, bytes]]) };
    expect(await said(before, after)).toEqual(contained(['high .github/CODEOWNERS is a symbolic link']));
  });
});

describe('GitLab’s CODEOWNERS', () => {
  test.each<[string, string, string, readonly string[]]>([
    ['an exclusion', '[S]\n* @a\n', '[S]\n* @a\n!/clusters/\n', ['no longer names who must review 2 manifests']],
    ['one before other lines', '* @a\n', '!/clusters/b\\ c/\n* @a\n', ['no longer names who must review clusters/b c']],
    ['of another section', '[S]\n* @a\n', '[S]\n* @a\n[T]\n!/clusters/\n', []],
    ['only an owner without @', '* @a\n', '* @a\n/clusters/ a\n', ['no longer names']],
    ['such an owner alongside another', '* @a\n', '* @a\n/clusters/ @a b\n', []],
    ['a role', '* @a\n', '* @@developer\n', ['lets @@developer approve']],
    ['a section of no approval, which is one', '[S]\n* @a\n', '[S][0]\n* @a\n', []],
    ['one that is optional', '[S][0]\n* @a\n', '^[S]\n* @a\n', ['no longer requires @a']],
    ['one of two headers of a name', '[S]\n* @a\n', '^[S]\n* @a\n[S]\nx @b\n', []],
    ['no header any more that demands it', '^[S]\n* @a\n[s]\nx @b\n', '^[S]\n* @a\n', ['no longer requires @a']],
    ['an owner behind what looks like a comment', '* @a\n', '* @a # @b\n', ['lets @b approve']],
    ['a comment', '* @a\n', '  # @b\n* @a\n', []],
  ])('%s', async (_, before, after, parts) => {
    expect(await ofFile('.gitlab/CODEOWNERS', before, after)).toEqual(contained(parts));
  });

  test('in a file that both forges read, sections are GitLab’s where there is a pipeline', async () => {
    const [before, after] = ['[S]\n* @a\n', '[S]\n* @a\n[T]\n* @b\n'];
    expect(await ofFile('CODEOWNERS', before, after, { '.gitlab-ci.yml': 'a: {script: [a]}\n' })).toEqual([]);
    expect(await ofFile('CODEOWNERS', before, after)).toEqual(contained(['lets @b approve']));
  });
});

test.each(['\\ ', '[', 'a@b.', '@a/', '/a @b\n', ' #'])('%j again and again takes time by its length', (part) => {
  const read = (size: number) => {
    const bytes = Buffer.from(part.repeat(size));
    return [readCodeOwners(bytes, 'github'), readCodeOwners(bytes, 'gitlab')];
  };
  expect(superlinearAt(read, 20_000)).toBeUndefined();
});
