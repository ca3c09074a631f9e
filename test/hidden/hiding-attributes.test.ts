import { describe, expect, test } from '@jest/globals';
import { newlyHidden } from '../../src/hidden/hiding-attributes.ts';

type Files = Readonly<Record<string, string>>;
const filesOf = (files: Files) =>
  new Map(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)] as const));

function hidden(before: Files, after: Files, paths: readonly string[], origins: Readonly<Record<string, string>> = {}) {
  return [
    ...newlyHidden({
      paths,
      before: filesOf(before),
      after: filesOf(after),
      cameFrom: (path) => origins[path],
      spend: () => undefined,
    }),
  ];
}
const attributes = (text: string): Files => ({ '.gitattributes': text });

const effects = {
  diff: 'no diff shows what changes in them',
  text: 'git no longer treats them as text',
  archive: 'archives of the repository leave them out',
  checkout: 'what is checked out is not what is committed',
  forge: 'the forge folds their diff away',
};

describe('each attribute that hides', () => {
  test.each([
    ['-diff', '-diff', effects.diff, 'high'],
    ['-text', '-text', effects.text, 'high'],
    ['-crlf', '-text', effects.text, 'high'],
    ['export-ignore', 'export-ignore', effects.archive, 'high'],
    ['filter=x', 'filter=x', effects.checkout, 'high'],
    ['working-tree-encoding=UTF-16', 'working-tree-encoding=UTF-16', effects.checkout, 'high'],
    ['working-tree-encoding=xutf-8', 'working-tree-encoding=xutf-8', effects.checkout, 'high'],
    ['working-tree-encoding=utf-8x', 'working-tree-encoding=utf-8x', effects.checkout, 'high'],
    ['linguist-generated', 'linguist-generated', effects.forge, 'medium'],
    ['gitlab-generated=true', 'gitlab-generated', effects.forge, 'medium'],
  ])('%s', (written, attribute, effect, severity) => {
    expect(hidden({}, attributes(`x\n*.yaml ${written}\n`), ['a.yaml', 'a.txt'])).toEqual([
      { path: 'a.yaml', attribute, effect, severity, source: { file: '.gitattributes', line: 2 } },
    ]);
  });

  test.each([
    'diff',
    '!diff',
    'diff=x',
    'text',
    'text=auto',
    'crlf',
    '-export-ignore',
    'export-ignore=x',
    'filter',
    '-filter',
    'filter=',
    'working-tree-encoding',
    '-working-tree-encoding',
    'working-tree-encoding=',
    'working-tree-encoding=UTF-8',
    'working-tree-encoding=utf8',
    '-linguist-generated',
    'linguist-generated=false',
    '!gitlab-generated',
    'eol=lf',
  ])('%s hides nothing', (written) => {
    expect(hidden({}, attributes(`*.yaml ${written}\n`), ['a.yaml'])).toEqual([]);
  });

  test('all of a path, in one order; text before crlf', () => {
    const text = '* crlf -text -diff gitlab-generated linguist-generated\na -crlf text\n';
    expect(hidden({}, attributes(text), ['a', 'b']).map(({ path, attribute }) => `${path} ${attribute}`)).toEqual([
      'a -diff',
      'a linguist-generated',
      'a gitlab-generated',
      'b -diff',
      'b -text',
      'b linguist-generated',
      'b gitlab-generated',
    ]);
  });
});

test('a folder that archives leave out takes its files with it; other attributes of a folder do not', () => {
  const after = { 'a/.gitattributes': 'b/ export-ignore -diff\n' };
  expect(hidden({}, after, ['a/b/c/x.yaml', 'a/b/y.yaml', 'a/x.yaml', 'b/x.yaml'])).toEqual(
    ['a/b/c/x.yaml', 'a/b/y.yaml'].map((path) => ({
      path,
      attribute: 'export-ignore',
      effect: effects.archive,
      severity: 'high',
      source: { file: 'a/.gitattributes', line: 1 },
    })),
  );
  expect(hidden({}, attributes('a/ export-ignore\n'), ['a/b/c']).map(({ path }) => path)).toEqual(['a/b/c']);
  expect(hidden(attributes('/a/b/ export-ignore\n'), attributes('/a/ export-ignore\n'), ['a/b/c'])).toEqual([]);
});

describe('what was hidden before', () => {
  const [diff, generated, text] = [
    attributes('* -diff\n'),
    attributes('* linguist-generated\n'),
    attributes('* -text\n'),
  ];
  test('is not new, and what else the line hides is', () => {
    expect(hidden(diff, diff, ['a'])).toEqual([]);
    expect(hidden(diff, attributes('* binary\n'), ['a'])).toMatchObject([{ attribute: '-text', severity: 'high' }]);
    expect(hidden(diff, {}, ['a'])).toEqual([]);
  });

  test.each([
    ['a new file', diff, '', [{ attribute: '-diff', severity: 'medium', isNewFile: true }]],
    ['a new file that is folded away', generated, '', [{ severity: 'low', isNewFile: true }]],
    ['a new file, as no text', text, '', []],
    ['a file that comes from a place that was not hidden', attributes('a -diff\n'), 'b', [{ isNewFile: true }]],
    ['a file that comes from a hidden place', diff, 'b', []],
  ])('matters for %s', (_, files, origin, expected) => {
    const found = hidden(files, files, ['a'], { a: origin });
    expect(found).toHaveLength(expected.length);
    expect(found).toMatchObject(expected);
  });
});

test('steps that comparisons cost are given on', () => {
  let steps = 0;
  const spend = (more: number) => {
    steps += more;
  };
  const after = filesOf(attributes('*x*y* -diff\n'));
  expect([
    ...newlyHidden({ paths: ['axbyc'], before: new Map(), after, cameFrom: () => undefined, spend }),
  ]).toHaveLength(1);
  expect(steps).toBeGreaterThan(0);
});
