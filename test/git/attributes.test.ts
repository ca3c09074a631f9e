import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { attributesIn } from '../../src/git/attributes/effective-attributes.ts';
import { compilePattern, matchesWhole } from '../../src/git/attributes/wildmatch.ts';
import { superlinearAt } from '../growth.ts';
import { runs } from '../thorough.ts';
import { removeTemporary, TemporaryRepository } from './temporary-repository.ts';

afterAll(removeTemporary);

const wanted = ['diff', 'text', 'binary', 'filter', 'export-ignore', 'mine'];

type Files = Readonly<Record<string, string | Buffer>>;

/** What we say of the paths: `unspecified`, `set`, `unset`, or the value, as `git check-attr` writes it. */
function ours(files: Files, paths: readonly string[]): string[] {
  const bytes = Object.entries(files).map(([path, text]) => [path, Buffer.from(text)] as const);
  const of = attributesIn(new Map(bytes), new Set(wanted));
  return paths.flatMap((path) => {
    const found = of(Buffer.from(path).toString('latin1'));
    return wanted.map((name) => {
      const value = found.get(name)?.value ?? 'unspecified';
      if (value === 'unspecified') return `${path} ${name} unspecified`;
      const text = value === true ? 'set' : value === false ? 'unset' : Buffer.from(value.text, 'latin1').toString();
      return `${path} ${name} ${text}`;
    });
  });
}

/** What git says, which is the oracle. */
function gits(repository: TemporaryRepository, files: Files, paths: readonly string[]): string[] {
  for (const [path, text] of Object.entries(files)) repository.write(path, text);
  const output = repository.pipe(paths.map((path) => `${path}\0`).join(''), 'check-attr', '-z', '--stdin', ...wanted);
  for (const path of Object.keys(files)) rmSync(join(repository.directory, path));
  const fields = output.split('\0');
  return Array.from({ length: Math.floor(fields.length / 3) }, (_, index) =>
    fields.slice(index * 3, index * 3 + 3).join(' '),
  );
}

const paths = [
  'a.yaml',
  'apps/a.yaml',
  'apps/prod/a.yaml',
  'apps/prod/b.yml',
  'apps/prod/deep/er/a.yaml',
  'apps/',
  'apps/prod/',
  'vendor/apps/a.yaml',
  'a b.yaml',
  'ä.yaml',
  '[x].yaml',
  'apps/*.yaml',
];

describe('attributes are what git makes of them', () => {
  test.each<[string, Files]>([
    ['a name anywhere', { '.gitattributes': '*.yaml -diff\n' }],
    ['a whole path', { '.gitattributes': 'apps/*.yaml -diff\n/a.yaml binary\n' }],
    ['a folder, which is not what is in it', { '.gitattributes': 'apps export-ignore\napps/prod/ -diff\n' }],
    ['everything below', { '.gitattributes': 'apps/** -diff\n**/prod/** -text\n**/a.yaml mine=1\n' }],
    ['stars that are not folders', { '.gitattributes': 'apps**.yaml -diff\nap**/a.yaml -text\n**a.yaml mine\n' }],
    ['the later line', { '.gitattributes': '*.yaml -diff\na.yaml diff\n*.yml diff\n*.yml !diff\n' }],
    ['the later word', { '.gitattributes': '*.yaml diff binary\n*.yml binary diff\n' }],
    [
      'the deeper file',
      { '.gitattributes': '*.yaml diff\n', 'apps/prod/.gitattributes': '*.yaml -diff\n/b.yml binary\n' },
    ],
    ['a macro', { '.gitattributes': '[attr]hide -diff -text filter=x\n*.yaml hide\nb.yml -hide\n' }],
    ['a macro of a macro', { '.gitattributes': '[attr]one two\n[attr]two binary mine\n*.yaml one\n' }],
    ['a macro of its own', { '.gitattributes': '[attr]one one -diff two\n[attr]two one\n*.yaml one\n' }],
    ['binary made again', { '.gitattributes': '[attr]binary diff\n*.yaml binary\n' }],
    ['a macro below the top, which does not count', { 'apps/.gitattributes': '[attr]hide -diff\n*.yaml hide\n' }],
    ['quotes', { '.gitattributes': '"a b.yaml" -diff\n"\\303\\244.yaml" -text\n"a.y\\141ml" mine\n"x -diff\n' }],
    ['a mark and carriage returns', { '.gitattributes': '\ufeff*.yaml -diff\r\n  *.yml\tbinary\r\n' }],
    ['sets', { '.gitattributes': '[a-b].yaml -diff\n[!a].yml -text\n\\[x].yaml mine\n[[:alpha:]]*.yml mine\n' }],
    ['broken patterns', { '.gitattributes': '[a.yaml -diff\na.yaml\\ -text\n!a.yaml mine\n[[:nope:]].yaml mine\n' }],
    ['names that are none', { '.gitattributes': '*.yaml -diff ~x\n*.yml -text -\n*.yml -diff=x mine\n' }],
    ['comments and nothing', { '.gitattributes': '# *.yaml -diff\n\n   # x\n*.yaml\n#a.yaml -diff\n' }],
    ['values', { '.gitattributes': '*.yaml filter= diff=x -text=1 mine=a=b\n' }],
    [
      'a line that is too long',
      { '.gitattributes': `*.yaml -diff ${'x'.repeat(2040)}\n*.yml -diff ${'x'.repeat(2000)}\n` },
    ],
    ['no end of the last line', { '.gitattributes': 'a.yaml -diff' }],
  ])('%s', (_, files) => {
    const repository = TemporaryRepository.create();
    expect(ours(files, paths)).toEqual(gits(repository, files, paths));
  });

  test('whatever is in the files', () => {
    const repository = TemporaryRepository.create();
    const piece = fc.constantFrom(...'*?/\\[]!^-a.yml"', '**', '**/', '/**', 'apps', 'prod', '.yaml', '[a-c]', '[!x]');
    const pattern = fc.array(piece, { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join(''));
    const attribute = fc.constantFrom(
      '-diff',
      'diff',
      '!diff',
      'binary',
      '-binary',
      '!text',
      'text=auto',
      'filter=x',
      'export-ignore',
      'mine',
      '-mine',
      '=x',
    );
    const line = fc.oneof(
      {
        weight: 5,
        arbitrary: fc.tuple(pattern, fc.array(attribute, { maxLength: 3 })).map(([p, a]) => `${p} ${a.join(' ')}`),
      },
      {
        weight: 1,
        arbitrary: fc
          .tuple(fc.constantFrom('mine', 'binary'), fc.array(attribute, { maxLength: 3 }))
          .map(([n, a]) => `[attr]${n} ${a.join(' ')}`),
      },
    );
    const file = fc.array(line, { maxLength: 4 }).map((lines) => lines.join('\n'));
    const tree = fc.record(
      { '.gitattributes': file, 'apps/.gitattributes': file, 'apps/prod/.gitattributes': file },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(tree, (files) => {
        expect(ours(files, paths)).toEqual(gits(repository, files, paths));
      }),
      { numRuns: runs(150) },
    );
  });
});

test('a pattern made to be slow is not', () => {
  const pattern = compilePattern(`${'*a'.repeat(200)}b`) ?? [];
  expect(matchesWhole(pattern, 'a'.repeat(4000))).toBe(false);
  expect(superlinearAt((size) => matchesWhole(pattern, 'a'.repeat(size)), 16_000)).toBeUndefined();
});
