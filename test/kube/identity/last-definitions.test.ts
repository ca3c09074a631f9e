import { describe, expect, test } from '@jest/globals';
import { lastDefinitions } from '../../../src/kube/identity/last-definitions.ts';
import type { Resource } from '../../../src/kube/resource.ts';
import { superlinearAt } from '../../growth.ts';
import { objectOf } from '../objects.ts';

/** `file` and `content` of a ConfigMap; objects of one content in one file are equal, and still two. */
const map = (file: string, content: string, namespace: string | undefined = 'n', marks: Partial<Resource> = {}) =>
  objectOf(
    JSON.stringify({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'x', namespace }, data: { content } }),
    file,
    marks,
  );
const shown = (all: readonly Resource[]) =>
  all.map(({ file, value }) => `${file} ${(value.data as Record<string, string>).content}`);

/** What each turn compares. */
const turns = (before: readonly Resource[], after: readonly Resource[]) =>
  lastDefinitions({ before, after }).flatMap((turn) => [[shown(turn.before), shown(turn.after)]]);

test('many new definitions of one object take a time that grows as they do', () => {
  const work = (size: number) => {
    const all = Array.from({ length: size }, (_, at) => map(`${at}.yaml`, `${at}`));
    return lastDefinitions({ before: [], after: all });
  };
  expect(superlinearAt(work, 4_000)).toBeUndefined();
});

describe('objects of which several definitions stay', () => {
  const second = map('b.yaml', 'other');

  test('a changed definition takes the place of the others, against the one that it was', () => {
    expect(turns([map('a.yaml', 'old'), second], [map('a.yaml', 'new'), second])).toEqual([
      [['a.yaml old'], ['a.yaml new']],
    ]);
    expect(turns([second, map('c.yaml', 'old')], [second, map('c.yaml', 'new')])).toEqual([
      [['c.yaml old'], ['c.yaml new']],
    ]);
  });

  test('a new definition takes the place of the others, against the last of them', () => {
    const first = map('a.yaml', 'one');
    expect(turns([first, second], [first, second, map('c.yaml', 'new')])).toEqual([[['b.yaml other'], ['c.yaml new']]]);
  });

  test('each content has a turn of its own, and equal ones share it', () => {
    const first = map('a.yaml', 'one');
    const added = [map('c.yaml', 'three'), map('d.yaml', 'four'), map('e.yaml', 'four')];
    expect(turns([first], [first, ...added])).toEqual([
      [['a.yaml one'], ['c.yaml three']],
      [['a.yaml one'], ['e.yaml four']],
    ]);
  });

  test('a content that was there before has none', () => {
    const first = map('a.yaml', 'one');
    expect(turns([first, second], [first, second, map('c.yaml', 'other')])).toEqual([]);
  });

  test('with one definition left, or where it is new, nothing is to be compared', () => {
    expect(turns([map('a.yaml', 'one')], [map('a.yaml', 'new')])).toEqual([]);
    expect(turns([], [map('a.yaml', 'one'), second])).toEqual([]);
    expect(turns([map('a.yaml', 'one'), second], [])).toEqual([]);
  });

  test('nor where the change touches none of them', () => {
    const sides = [map('a.yaml', 'one'), second];
    expect(turns(sides, sides)).toEqual([]);
    expect(turns(sides, [second])).toEqual([]);
  });

  test('parts of other objects, patches and other readings of a template are no definitions', () => {
    for (const marks of [{ isEmbedded: true }, { isPatch: true }]) {
      expect(turns([second], [map('a.yaml', 'new', 'n', marks), second])).toEqual([]);
      expect(turns([map('a.yaml', 'old', 'n', marks)], [map('a.yaml', 'new'), map('c.yaml', 'newer')])).toEqual([]);
    }
    const branch = map('a.yaml', 'new');
    const document = { ...branch.document, isBranch: true as const };
    expect(turns([second], [Object.assign(branch, { document }), second])).toEqual([]);
  });

  test('of another namespace it is another object, and without one it is that of its folder alone', () => {
    expect(turns([second], [second, map('c.yaml', 'new', 'm')])).toEqual([]);
    const own = map('a/b.yaml', 'one', '');
    expect(turns([own], [own, map('c/b.yaml', 'new', '')])).toEqual([]);
    expect(turns([own], [own, map('a/c.yaml', 'new', '')])).toEqual([[['a/b.yaml one'], ['a/c.yaml new']]]);
    const [left, right] = [map('a/b.yaml', 'one', ''), map('c/b.yaml', 'two', '')];
    expect(turns([left, right], [left, right, map('a/d.yaml', 'new', '')])).toEqual([
      [
        ['a/b.yaml one', 'c/b.yaml two'],
        ['c/b.yaml two', 'a/d.yaml new'],
      ],
    ]);
    expect(turns([left, right], [left, map('c/b.yaml', 'new', '')])).toEqual([]);
    expect(turns([left], [left, map('c/b.yaml', 'new', ''), map('c/d.yaml', 'newer', '')])).toEqual([]);
    expect(turns([left, right], [left, right, map('c/d.yaml', 'new', '')])).toEqual([
      [
        ['a/b.yaml one', 'c/b.yaml two'],
        ['a/b.yaml one', 'c/d.yaml new'],
      ],
    ]);
  });

  test('objects of other names are left as they are, and so is what else the scope says', () => {
    const role = objectOf('apiVersion: v1\nkind: Secret\nmetadata: {name: x, namespace: n}\ndata: {}\n');
    const first = map('a.yaml', 'old');
    const sides = { before: [role, first, second], after: [map('a.yaml', 'new'), second, role], unread: ['u.yaml'] };
    const [turn] = lastDefinitions(sides);
    expect(turn?.before).toEqual([role, first]);
    expect(turn?.after.at(-1)).toBe(role);
    expect(turn?.unread).toEqual(['u.yaml']);
  });

  test('of more than six contents the sixth and all after it are judged together', () => {
    const old = map('0.yaml', 'old');
    const added = (count: number) => Array.from({ length: count }, (_, at) => map(`${at + 1}.yaml`, `${at + 1}`));
    expect(turns([old], [old, ...added(6)]).map(([, after]) => after)).toEqual(
      ['1', '2', '3', '4', '5', '6'].map((each) => [`${each}.yaml ${each}`]),
    );
    expect(turns([old], [old, ...added(8)])).toEqual([
      ...['1', '2', '3', '4', '5'].map((each) => [['0.yaml old'], [`${each}.yaml ${each}`]]),
      [['0.yaml old'], ['6.yaml 6', '7.yaml 7', '8.yaml 8']],
    ]);
  });

  test('those that are judged together are so against what each was', () => {
    const before = Array.from({ length: 8 }, (_, at) => map(`${at}.yaml`, `old ${at}`));
    const after = Array.from({ length: 8 }, (_, at) => map(`${at}.yaml`, `new ${at}`));
    const found = turns(before, after);
    expect(found).toHaveLength(6);
    expect(found[4]).toEqual([['4.yaml old 4'], ['4.yaml new 4']]);
    expect(found[5]).toEqual([
      ['5.yaml old 5', '6.yaml old 6', '7.yaml old 7'],
      ['5.yaml new 5', '6.yaml new 6', '7.yaml new 7'],
    ]);
  });
});
