import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { hunks, inRuns, type LineDiff, lineDiff, mapLine } from '../../src/git/diff/line-diff.ts';
import { superlinearAt } from '../growth.ts';
import { runs } from '../thorough.ts';
import { plainEnvironment, removeTemporary, temporaryDirectory } from './temporary-repository.ts';

afterAll(removeTemporary);

const lines = fc.array(fc.constantFrom('a', 'b', 'c', 'd', ''), { maxLength: 40 });
const text = fc
  .tuple(lines, fc.boolean())
  .map(([all, ended]) => all.join('\n') + (ended && all.length > 0 ? '\n' : ''));

const split = (whole: string): string[] => whole.match(/[^\n]*\n|[^\n]+$/g) ?? [];

function apply(diff: LineDiff, before: string, after: string): string {
  const old = split(before);
  const now = split(after);
  let result = '';
  let at = 1;
  for (const change of diff.changes) {
    result += old.slice(at - 1, change.before.start - 1).join('');
    result += now.slice(change.after.start - 1, change.after.start - 1 + change.after.count).join('');
    at = change.before.start + change.before.count;
  }
  return result + old.slice(at - 1).join('');
}

const size = (diff: LineDiff) => diff.changes.reduce((sum, { before, after }) => sum + before.count + after.count, 0);

test('applied to the one text it gives the other', () => {
  fc.assert(
    fc.property(text, text, (before, after) => apply(lineDiff(before, after), before, after) === after),
    { numRuns: runs(2000) },
  );
});

test('equal texts have no changes', () => {
  fc.assert(
    fc.property(text, (same) => lineDiff(same, same).changes.length === 0),
    { numRuns: runs(100) },
  );
});

test('it is as short as the longest common subsequence allows', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const [a, b] = [split(before), split(after)];
      const table = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
      for (const [i, left] of a.entries()) {
        for (const [j, right] of b.entries()) {
          const cell =
            left === right ? (table[i]?.[j] ?? 0) + 1 : Math.max(table[i]?.[j + 1] ?? 0, table[i + 1]?.[j] ?? 0);
          (table[i + 1] ?? [])[j + 1] = cell;
        }
      }
      return size(lineDiff(before, after)) === a.length + b.length - 2 * (table[a.length]?.[b.length] ?? 0);
    }),
    { numRuns: runs(1000) },
  );
});

test('changes are in order with equal lines between them', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const { changes } = lineDiff(before, after);
      return changes.every((change, index) => {
        const next = changes[index + 1];
        return next === undefined || next.before.start > change.before.start + change.before.count;
      });
    }),
    { numRuns: runs(100) },
  );
});

test('a mapped line holds the same text, and the way back leads home', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const diff = lineDiff(before, after);
      const back: LineDiff = {
        beforeLines: diff.afterLines,
        afterLines: diff.beforeLines,
        changes: diff.changes.map((change) => ({ before: change.after, after: change.before })),
      };
      const [a, b] = [split(before), split(after)];
      return a.every((line, index) => {
        const mapped = mapLine(diff, index + 1);
        return mapped === undefined || (b[mapped - 1] === line && mapLine(back, mapped) === index + 1);
      });
    }),
    { numRuns: runs(100) },
  );
});

describe('a diff', () => {
  const of = (before: string, after: string) =>
    lineDiff([...before].join('\n'), [...after].join('\n')).changes.map(
      ({ before: a, after: b }) => `-${a.start},${a.count} +${b.start},${b.count}`,
    );

  test.each([
    ['', '', []],
    ['', 'a', ['-1,0 +1,1']],
    ['a', '', ['-1,1 +1,0']],
    ['a', 'b', ['-1,1 +1,1']],
    ['abc.', 'abc.', []],
    ['abc.', 'axc.', ['-2,1 +2,1']],
    ['abc.', 'ac.', ['-2,1 +2,0']],
    ['ac.', 'abc.', ['-2,0 +2,1']],
    ['abc.', 'xabc.', ['-1,0 +1,1']],
    ['abc.', 'ab.', ['-3,1 +3,0']],
    ['abcde.', 'xbcdy.', ['-1,1 +1,1', '-5,1 +5,1']],
    ['abcdefg.', 'abxdeyg.', ['-3,1 +3,1', '-6,1 +6,1']],
    ['abcabba.', 'cbabac.', ['-1,2 +1,0', '-4,0 +2,1', '-6,1 +5,0', '-8,0 +6,1']],
    ['aaaa.', 'aa.', ['-3,2 +3,0']],
    ['abab.', 'baba.', ['-1,1 +1,0', '-5,0 +4,1']],
  ])('of %j and %j', (before, after, expected) => {
    const changes = of(before, after);
    const size = (all: readonly string[]) =>
      all.flatMap((each) => each.match(/(?<=,)\d+/g) ?? []).reduce((sum, count) => sum + Number(count), 0);
    // Where there are several shortest ones, any of them will do.
    expect(size(changes)).toBe(size(expected));
    if (before.length < 2 || new Set(before).size === before.length) expect(changes).toEqual(expected);
  });

  test('counts a line without its end as another one', () => {
    expect(lineDiff('a\nb', 'a\nb\n')).toEqual({
      beforeLines: 2,
      afterLines: 2,
      changes: [{ before: { start: 2, count: 1 }, after: { start: 2, count: 1 } }],
    });
  });

  test('maps lines that are not changed', () => {
    const diff = lineDiff('a\nb\nc\nd\n', 'x\ny\na\nd\n');
    expect([1, 2, 3, 4, 9].map((line) => mapLine(diff, line))).toEqual([3, undefined, undefined, 4, 9]);
  });

  test('has hunks that are joined where they touch, and end where the texts do', () => {
    const lines = (count: number, ...changed: readonly number[]) =>
      Array.from({ length: count }, (_, index) => (changed.includes(index + 1) ? `x${index}\n` : `${index}\n`)).join(
        '',
      );
    const runs = (count: number, ...changed: readonly number[]) =>
      hunks(lineDiff(lines(count), lines(count, ...changed))).map(
        ({ before, after }) => `${before.start},${before.count} ${after.start},${after.count}`,
      );
    expect(runs(20, 1)).toEqual(['1,4 1,4']);
    expect(runs(20, 3)).toEqual(['1,6 1,6']);
    expect(runs(20, 20)).toEqual(['17,4 17,4']);
    expect(runs(20, 18)).toEqual(['15,6 15,6']);
    expect(runs(20, 5, 12)).toEqual(['2,14 2,14']);
    expect(runs(20, 5, 13)).toEqual(['2,7 2,7', '10,7 10,7']);
    expect(runs(3, 2)).toEqual(['1,3 1,3']);
    const added = lineDiff(lines(20), lines(20).replace('\n5\n', '\n5\nnew\n').replace('\n9\n', '\n'));
    expect(hunks(added)).toEqual([{ before: { start: 4, count: 10 }, after: { start: 4, count: 10 } }]);
    expect(hunks(added, 0)).toEqual([
      { before: { start: 7, count: 0 }, after: { start: 7, count: 1 } },
      { before: { start: 10, count: 1 }, after: { start: 11, count: 0 } },
    ]);
  });

  test('says whether a line is in one of some runs', () => {
    const runs = [
      { start: 2, count: 2 },
      { start: 9, count: 0 },
    ];
    expect([1, 2, 3, 4, 9].map((line) => inRuns(runs, line))).toEqual([false, true, true, false, false]);
  });
});

describe('a diff of texts that differ much', () => {
  const lines = (count: number, line: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => `${line(index)}\n`).join('');

  test('is parted by lines that both have once, whatever is between them', () => {
    const before = lines(1800, (index) => (index % 3 === 1 ? 'often' : `l${index}`));
    const after = lines(1800, (index) => (index % 3 === 0 ? `n${index}` : index % 3 === 1 ? 'often' : `l${index}`));
    expect(lineDiff(before, after).changes).toEqual(
      Array.from({ length: 600 }, (_, index) => ({
        before: { start: 3 * index + 1, count: 1 },
        after: { start: 3 * index + 1, count: 1 },
      })),
    );
  });

  test('keeps the most of such lines that are in the same order', () => {
    const part = (name: string, order: readonly number[]) =>
      order.map((each) => `marker ${each}\n${lines(110, (index) => `${name} ${each} ${index}`)}`).join('');
    const order = [3, 0, 1, 9, 2, 4, 5, 8, 6, 7];
    const { changes } = lineDiff(part('old', [...order].sort()), part('new', order));
    const unchanged = 10 * 111 - changes.reduce((sum, { before }) => sum + before.count, 0);
    // 0, 1, 2, 4, 5, 6, 7.
    expect(unchanged).toBe(7);
  });

  test('is of everything where they share no such line', () => {
    const before = lines(600, (index) => (index === 300 ? 'same' : `a${index}`));
    const after = lines(600, (index) => (index === 300 || index === 301 ? 'same' : `b${index}`));
    expect(lineDiff(before, after).changes).toEqual([
      { before: { start: 1, count: 600 }, after: { start: 1, count: 600 } },
    ]);
  });
});

describe('hunks', () => {
  test('show three lines around a change', () => {
    const before = Array.from({ length: 20 }, (_, i) => `${i}\n`).join('');
    const diff = lineDiff(before, before.replace('\n10\n', '\nten\n'));
    expect(diff.changes).toEqual([{ before: { start: 11, count: 1 }, after: { start: 11, count: 1 } }]);
    expect(hunks(diff)).toEqual([{ before: { start: 8, count: 7 }, after: { start: 8, count: 7 } }]);
    expect(
      inRuns(
        hunks(diff).map((hunk) => hunk.after),
        14,
      ),
    ).toBe(true);
    expect(
      inRuns(
        hunks(diff).map((hunk) => hunk.after),
        15,
      ),
    ).toBe(false);
  });

  test('are those of git', () => {
    const directory = temporaryDirectory();
    const distinct = fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(distinct, fc.array(fc.nat(59), { maxLength: 4 }), (numbers, removed) => {
        // Lines that are all distinct have one shortest diff, so that ours and git's are the same.
        const before = numbers.map((n) => `${n}\n`).join('');
        const after = numbers
          .flatMap((n) => (removed.includes(n) ? [] : n % 17 === 0 ? [`${n}\n`, `new ${n}\n`] : [`${n}\n`]))
          .join('');
        return JSON.stringify(hunks(lineDiff(before, after))) === JSON.stringify(gitHunks(directory, before, after));
      }),
      { numRuns: runs(60) },
    );
  });
});

/** The hunks of `git diff`; it gives the line before where a side has none. */
function gitHunks(directory: string, before: string, after: string) {
  writeFileSync(join(directory, 'before'), before);
  writeFileSync(join(directory, 'after'), after);
  const { stdout } = spawnSync('git', ['diff', '--no-index', '--unified=3', 'before', 'after'], {
    cwd: directory,
    env: plainEnvironment(),
  });
  const run = (start = '', count = '1') => ({ start: Number(start) + (count === '0' ? 1 : 0), count: Number(count) });
  return [...stdout.toString('utf8').matchAll(/^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/gm)].map((m) => ({
    before: run(m[1], m[2]),
    after: run(m[3], m[4]),
  }));
}

describe('work on hostile texts grows as the texts do', () => {
  const many = (count: number, line: (i: number) => string) =>
    Array.from({ length: count }, (_, i) => `${line(i)}\n`).join('');
  /** Two texts of about `n` lines. */
  const cases: readonly [string, (n: number) => readonly [string, string]][] = [
    ['nothing in common', (n) => [many(n, (i) => `a${i}`), many(n, (i) => `b${i}`)]],
    ['two lines over and over', (n) => [many(n, (i) => String(i % 2)), many(n, (i) => String(Math.floor(i / 2) % 2))]],
    ['a line that occurs only once', (n) => [`x\n${many(n, () => 'y')}`, many(n, (i) => `${i}`)]],
    ['reversed', (n) => [many(n, (i) => `${i}`), many(n, (i) => `${n - i}`)]],
    [
      'pseudo-random bits',
      (n) => [many(n, (i) => String((i * 2654435761) & 1024)), many(n, (i) => String((i * 40503) & 1024))],
    ],
    ['every third line changed', (n) => [many(n, (i) => `l${i}`), many(n, (i) => (i % 3 === 0 ? `n${i}` : `l${i}`))]],
  ];
  test.each(cases)('%s', (_, texts) => {
    const pairs = new Map<number, readonly [string, string]>();
    const work = (n: number) => {
      const pair = pairs.get(n) ?? texts(n);
      pairs.set(n, pair);
      return lineDiff(...pair);
    };
    expect(superlinearAt(work, 20_000)).toBeUndefined();
    const [before, after] = texts(20_000);
    expect(apply(lineDiff(before, after), before, after)).toBe(after);
  });

  test('a line that overflows a count', () => {
    const [before, after] = [`x\n${many(65_537, () => 'y')}`, many(70_000, (i) => `${i}`)];
    expect(apply(lineDiff(before, after), before, after)).toBe(after);
  });

  test('and lines that are unique still part a text that differs much', () => {
    const before = many(9000, (i) => `l${i}`);
    const after = many(9000, (i) => (i % 3 === 0 ? `n${i}` : `l${i}`));
    expect(size(lineDiff(before, after))).toBe(6000);
  });
});
