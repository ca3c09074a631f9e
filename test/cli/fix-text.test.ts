import { describe, expect, test } from '@jest/globals';
import { type FixDelivery, fixText } from '../../src/cli/fix/fix-text.ts';
import type { FileChange } from '../../src/fix/candidates/candidate.ts';
import type { Fixed } from '../../src/fix/rounds.ts';
import type { ChangeFix, FixedFile } from '../../src/run/find-fixes.ts';

type Target = Fixed['target'];

const target = (message: string, over: Partial<Target> = {}) =>
  ({ rule: 'rbac-widened', category: 'rbac', message, remedy: 'Sign it.', ...over }) as Target;
const at = (file: string, line: number) => ({ position: { file, line, column: 1 } });
const fixed = (message: string, over: Partial<Fixed> = {}, about: Partial<Target> = {}): Fixed => ({
  target: target(message, about),
  what: `do ${message}`,
  changes: [],
  ...over,
});
const file = (path: string): FixedFile => ({ path, before: undefined, after: undefined });

interface Parts {
  readonly fixed?: readonly Fixed[];
  readonly left?: ChangeFix['fix']['left'];
  readonly changes?: readonly FileChange[];
  readonly files?: readonly FixedFile[];
  readonly patch?: Partial<ChangeFix['patch']>;
  readonly onlyApplied?: readonly Fixed[];
}

function said({ fixed: done = [], left = [], changes = [], ...rest }: Parts, delivery: Partial<FixDelivery> = {}) {
  const fix: ChangeFix = {
    fix: { changes, fixed: done, left },
    files: rest.files ?? [],
    patch: { text: '', blind: [], leftOut: [], ...rest.patch },
    onlyApplied: rest.onlyApplied ?? [],
    suggestions: new Map(),
  };
  const text = fixText(fix, { isApplied: false, isStaged: false, file: undefined, ...delivery });
  expect(text.endsWith('\n')).toBe(true);
  return text.slice(0, -1).split('\n');
}

describe('what was fixed', () => {
  const [a, b] = [fixed('a', {}, at('x.yaml', 3)), fixed('b')];

  test('is said with its place, and of how many', () => {
    expect(said({ fixed: [a, b], left: [{ target: target('c'), why: 'no way' }] })).toEqual([
      'Fixed, as judged again: 2 of 3.',
      '  x.yaml:3 rbac-widened: a',
      '    do a',
      '  rbac-widened: b',
      '    do b',
      'Not fixed: 1.',
      '  rbac-widened: c',
      '    no way.',
    ]);
  });

  test('only by --apply is said where a patch is what is given', () => {
    const lines = [
      'Fixed, as judged again: 1 of 2.',
      'Only by --apply: 1, since a file is left out of the patch. Those findings stay after it.',
      '  x.yaml:3 rbac-widened: a',
      '    do a',
      '  rbac-widened: b',
      '    do b',
      '    Only by --apply.',
    ];
    expect(said({ fixed: [a, b], onlyApplied: [b] })).toEqual(lines);
    expect(said({ fixed: [a, b], onlyApplied: [b] }, { isApplied: true })).toEqual([
      'Fixed, as judged again: 2 of 2.',
      ...lines.slice(2, 6),
    ]);
  });

  test('and came to light is said, and what goes by the same edits', () => {
    const hidden = fixed('c', { cameToLight: true });
    const [one, other] = [fixed('d', { isAside: true }), fixed('e', { isAside: true }, at('y.yaml', 1))];
    expect(said({ fixed: [hidden, one] })).toEqual([
      'Fixed, as judged again: 1 of 1.',
      '  rbac-widened: c',
      '    do c',
      '    It was hidden by another finding, and would be one once that is fixed.',
      'By the same edits: 1 of another rule goes as well.',
      '  rbac-widened: d',
    ]);
    expect(said({ fixed: [one, other] })).toEqual([
      'By the same edits: 2 of other rules go as well.',
      '  rbac-widened: d',
      '  y.yaml:1 rbac-widened: e',
    ]);
    expect(said({ fixed: [one, other], onlyApplied: [one] })).toEqual([
      'By the same edits: 1 of another rule goes as well.',
      '  y.yaml:1 rbac-widened: e',
    ]);
  });

  test('is shown without characters that a terminal obeys, and not at any length', () => {
    const [, first = '', second = ''] = said({ fixed: [fixed(`a\u202e${'b'.repeat(500)}`)] });
    expect(first).not.toContain('\u202e');
    expect(Math.max(first.length, second.length)).toBeLessThan(430);
    expect(said({ fixed: [fixed('b'.repeat(395))] })[2]).toBe(`    do ${'b'.repeat(395)}`);
  });
});

test('what is not fixed says what else is to be done where no file is edited for it', () => {
  const why = 'no way';
  const left = [
    { target: target('a', { category: 'signature' }), why },
    { target: target('b', { rule: 'secret-in-history', category: 'secret' }), why },
    { target: target('c'), why },
  ];
  expect(said({ left })).toEqual([
    'Not fixed: 3.',
    '  rbac-widened: a',
    '    no way.',
    '    Sign it.',
    '  secret-in-history: b',
    '    no way.',
    '    Sign it.',
    '  rbac-widened: c',
    '    no way.',
  ]);
});

describe('a secret that was readable', () => {
  const rotate = [
    'Rotate each secret, since whoever has the commits knows its value:',
    '  1. Issue a new value where the old one came from, and put it into the store that delivers it.',
    '  2. Merge the fix, see that the new value arrives, and revoke the old one.',
    '  3. The old value stays in the commits, where the next check finds it (secret-in-history): squash them, or take it out by git rebase --interactive.',
  ];

  test.each(['plaintext-secret', 'secret-protection-lost'])(
    'of %s is to be rotated, unless it is only staged',
    (rule) => {
      const parts = { fixed: [fixed('z'), fixed('a', {}, { rule, category: 'secret' })] };
      expect(said(parts).slice(5)).toEqual(rotate);
      expect(said(parts, { isStaged: true }).slice(5)).toEqual([
        'The secret is not committed yet: put its value into the store that delivers it, and there is no need to rotate it.',
      ]);
      expect(said({ fixed: [fixed('a')] })).toHaveLength(3);
    },
  );
});

test('what is left to fill in is named by its file, but for what comes back', () => {
  const edit = (text: string, former?: string) =>
    ({ start: 0, end: 0, text, ...(former === undefined ? {} : { former }) }) as never;
  const change = (path: string, ...edits: never[]): FileChange => ({ kind: 'edit', path, edits }) as never;
  const gap = 'encryptedData: the new value of each key, sealed by the command in the comment above it';
  expect(
    said({
      fixed: [fixed('a')],
      changes: [
        change('a.yaml', edit('x'), edit('encryptedData: {}')),
        change('b.yaml', edit('encryptedData: {}', 'x')),
        { kind: 'restore', path: 'c.yaml' },
        change('d.yaml', edit('x')),
      ],
    }).slice(3),
  ).toEqual(['Left for you to fill in, before it works:', `  a.yaml: ${gap}`]);
});

describe('how a fix is delivered', () => {
  const files = [file('a.yaml'), file('b c.yaml')];

  test('as a patch on the output or in a file', () => {
    expect(said({ files, patch: { text: 'diff' } })).toEqual(['The patch, for "git apply":']);
    expect(said({ files, patch: { text: 'diff' } }, { file: 'fix.patch' })).toEqual([
      'The patch of 2 files is in fix.patch: git apply fix.patch (in the top folder of the repository)',
    ]);
    expect(said({ files: files.slice(1), patch: { text: 'diff' } }, { file: 'fix.patch' })[0]).toMatch(
      /^The patch of 1 file is/,
    );
    expect(said({ files: [], patch: { text: 'diff' } })).toEqual(['']);
  });

  test('with files that it shows nothing of, and those that it leaves out', () => {
    expect(said({ files, patch: { text: '', blind: ['a', 'b'], leftOut: ['c'] } })).toEqual([
      '  a, b: as a binary patch, which shows none of the lines that it takes out, since a secret is among them.',
      '  c: left out of the patch, since a secret would be put there, or in a file that it needs. Use --apply.',
    ]);
  });

  test('to the work tree, with what comes next', () => {
    const next = ["  git add --all -- :/a.yaml ':(top,literal)b c.yaml'", '  git diff --cached'];
    expect(said({ files, patch: { text: 'diff', blind: ['a'] } }, { isApplied: true })).toEqual([
      'Written to the work tree: 2 files, and not staged yet. Stage it, look at it, then commit:',
      ...next,
    ]);
    expect(said({ files }, { isApplied: true, isStaged: true })[0]).toBe(
      'Written to the work tree: 2 files, and not staged yet: what is staged is still the change without the fix. Stage it, look at it, then commit:',
    );
  });
});
