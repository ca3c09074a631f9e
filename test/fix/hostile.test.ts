import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dump } from 'js-yaml';
import { Workbench } from '../../src/fix/candidates/workbench.ts';
import type { TouchedFile } from '../../src/kube/touched-file.ts';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import { parseTrees } from '../../src/yaml/parse-tree.ts';
import { hostileObjects } from '../rules/hostile-objects.ts';
import { runs } from '../thorough.ts';
import { fixOfFiles } from './fix-of-files.ts';

const anything = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom({ toString: 1 }, [[]], [null], { '': {} }, '*', 'a\n# b\n', '---\n', true),
);

function countOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce<number>((sum, each) => sum + countOf(each), 1);
}

/** The value with one of the values in it replaced. */
function replaced(value: unknown, at: number, by: unknown): unknown {
  let left = at % countOf(value);
  const walk = (each: unknown): unknown => {
    if (left-- === 0) return by;
    if (Array.isArray(each)) return each.map(walk);
    if (typeof each !== 'object' || each === null) return each;
    return Object.fromEntries(Object.entries(each).map(([key, item]) => [key, walk(item)]));
  };
  return walk(value);
}

const written = {
  json: (value: unknown) => JSON.stringify(value, null, 2) ?? 'null',
  compact: (value: unknown) => JSON.stringify(value) ?? 'null',
  block: (value: unknown) => dump(value),
  deep: (value: unknown) => dump(value, { indent: 4 }),
  flow: (value: unknown) => dump(value, { flowLevel: 3 }),
} as const;

test('whatever an object holds and however it is written, a fix is readable and brings no finding', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...hostileObjects),
      fc.array(fc.tuple(fc.nat(), anything), { minLength: 1, maxLength: 3 }),
      fc.constantFrom(...Object.values(written)),
      fc.boolean(),
      async (object, changes, write, isReturned) => {
        const other = changes.reduce<unknown>((value, [at, by]) => replaced(value, at, by), object);
        const [before, after] = (isReturned ? [other, object] : [object, other]) as [unknown, unknown];
        const old = { 'prod/x.yaml': write(before) };
        const { fix, files } = await fixOfFiles(old, { 'prod/x.yaml': write(after) });
        for (const [path, text] of Object.entries(files)) {
          const wasReadable = parseTrees(write(after), defaultPolicy.limits) !== undefined;
          expect([path, parseTrees(text, defaultPolicy.limits) !== undefined || !wasReadable]).toEqual([path, true]);
        }
        const again = await fixOfFiles(old, files);
        const remaining = [...again.fix.fixed, ...again.fix.left].map(({ target }) => target.fingerprint);
        const [fixed, left] = [fix.fixed, fix.left].map((all) => all.map(({ target }) => target.fingerprint)) as [
          string[],
          string[],
        ];
        expect(remaining.filter((each) => fixed.includes(each) || !left.includes(each))).toEqual([]);
      },
    ),
    { numRuns: runs(300) },
  );
});

test('a value that is in very many comments as well stays, and takes little time', async () => {
  const names = ['a', 'b', 'c', 'd'];
  const value = (name: string) => `Zq8${name}v7Lr2Kp9XwTm4Nb6`;
  const written = (times: number) =>
    [
      'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: x\ndata:\n',
      ...names.map((name) => `  ${name}_password: ${value(name)}\n`),
      ...names.map((name) => `# ${value(name)}\n`.repeat(times)),
    ].join('');
  const begin = process.cpuUsage().user;
  const many = await fixOfFiles({}, { 'prod/x.yaml': written(2000) });
  expect((process.cpuUsage().user - begin) / 1e6).toBeLessThan(5);
  expect(many.fix.fixed).toEqual([]);
  expect(many.fix.left).toHaveLength(names.length);
  const few = await fixOfFiles({}, { 'prod/x.yaml': written(20) });
  expect(few.fix.fixed).toHaveLength(names.length);
  expect(Object.values(few.files).join()).not.toContain(value('a'));
});

test('what is in the way of a file is found in little time, however deep the files of a change are', () => {
  const deep = (index: number) => `${index}/${'a/'.repeat(2000)}x.yaml`;
  const there = [...Array.from({ length: 300 }, (_, index) => deep(index)), 'b-c/x', 'b/c/x', 'b.c', 'd'];
  const touched = there.map((path) => ({ path, after: {} }) as TouchedFile);
  const bench = new Workbench(touched, { tools: new Map(), served: new Map() } as never, defaultPolicy.limits);
  const begin = process.cpuUsage().user;
  const found = ['b', 'b/c', 'b-', 'd/e/f', 'a', '7/a', deep(7), `${deep(7)}/x`].map((path) => bench.inTheWayOf(path));
  expect((process.cpuUsage().user - begin) / 1e6).toBeLessThan(1);
  expect(found).toEqual(['b/c/x', 'b/c/x', undefined, 'd', undefined, deep(7), undefined, deep(7)]);
});
