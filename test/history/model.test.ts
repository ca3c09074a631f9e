import { describe, expect, test } from '@jest/globals';
import { Author, asLarge, type IsForge } from '../../src/history/model/author.ts';
import { CoChange } from '../../src/history/model/co-change.ts';
import { clockOf, Habits, isTyped, withinAnHour } from '../../src/history/model/habits.ts';
import { History, sharedCommitters, sharedKeys } from '../../src/history/model/history.ts';
import { countFirst } from '../../src/history/model/in-order.ts';
import { placeOf } from '../../src/history/model/place.ts';
import { change } from './past-changes.ts';

const isForge: IsForge = { committer: (email) => email === 'web@forge', key: (name) => name === 'FORGE' };

test('of values in order, the first that hold are counted', () => {
  const counts = [0, 1, 2, 3, 5, 6].map((limit) => countFirst([1, 2, 2, 4, 5], (value) => value <= limit));
  expect(counts).toEqual([0, 1, 3, 3, 5, 5]);
  expect(countFirst([], () => true)).toBe(0);
});

describe('habits', () => {
  const habitsOf = (...changes: Parameters<Habits['add']>[0][]) => {
    const habits = new Habits();
    for (const each of changes) habits.add(each);
    return { ...habits };
  };
  const none = { changes: 0, hours: Array(24).fill(0), weekdays: Array(7).fill(0), zones: new Set(), typed: 0 };
  const at = (time: number, over = {}) => change(1, { time, ...over });

  test('nobody has any at first', () => expect(habitsOf()).toEqual({ ...none, mostInAnHour: 0, recent: [] }));

  test('are hours and weekdays in UTC, zones, typed messages and the busiest hour', () => {
    // 1970-01-01 was a Thursday.
    const times = [0, 3599, 3600, 86_400 + 23 * 3600];
    const zones = [60, undefined, -480, 60];
    const found = habitsOf(
      ...times.map((time, index) => at(time, { zone: zones[index], subject: ['fix: a', 'a'][index % 2] })),
    );
    expect(found).toEqual({
      changes: 4,
      hours: none.hours.map((_, hour) => [2, 1][hour] ?? (hour === 23 ? 1 : 0)),
      weekdays: [0, 0, 0, 0, 3, 1, 0],
      zones: new Set([60, -480]),
      typed: 2,
      mostInAnHour: 2,
      recent: times,
    });
  });

  test('a change without a time that exists counts, but has no hour', () => {
    expect(habitsOf(at(Number.NaN))).toEqual({
      ...none,
      changes: 1,
      zones: new Set([60]),
      typed: 1,
      mostInAnHour: 0,
      recent: [],
    });
  });

  test('of very many times the latest are kept', () => {
    const times = Array.from({ length: 201 }, (_, index) => 10_000 * index);
    expect(habitsOf(...times.slice(0, 200).map((time) => at(time))).recent).toEqual(times.slice(0, 200));
    expect(habitsOf(...times.map((time) => at(time))).recent).toEqual(times.slice(101));
  });

  test('an hour begins after its first second and ends with its last', () => {
    expect(withinAnHour([1000, 1001, 4600, 4601], 4600)).toBe(2);
    expect(withinAnHour([], 4600)).toBe(0);
  });

  test.each([
    ['fix: a', true],
    ['FEAT!: a', true],
    ['fix(app): a', true],
    ['fix(app)!: a', true],
    ['fix(): a', true],
    [`fix(${'a'.repeat(80)}): a`, true],
    [`fix(${'a'.repeat(81)}): a`, false],
    ['ab: a', true],
    ['a: a', false],
    ['abcdefghijkl: a', true],
    ['abcdefghijklm: a', false],
    ['fix:a', false],
    ['fix a', false],
    [' fix: a', false],
    ['a fix: a', false],
  ])('%j is a typed message: %s', (subject, typed) => expect(isTyped(subject)).toBe(typed));

  test('a time in seconds has an hour and a weekday, unless no calendar has it', () => {
    expect([-1, 0, 4 * 86_400, 8.64e12, 8.64e12 + 1, Number.NaN].map(clockOf)).toEqual([
      { hour: 23, weekday: 3 },
      { hour: 0, weekday: 4 },
      { hour: 0, weekday: 1 },
      { hour: 0, weekday: 6 },
      undefined,
      undefined,
    ]);
  });
});

describe('an author', () => {
  const extent = (areas: string[], kinds: string[], ...sensitive: ('rbac' | 'secret')[]) => ({
    areas: new Set(areas),
    kinds: new Set(kinds),
    sensitive: new Set(sensitive),
  });

  test('has what the changes touch, and habits with git and on the forge apart', () => {
    const author = new Author(isForge);
    author.add(change(1, { files: ['x', 'y'] }), extent(['a', 'b'], ['k'], 'rbac'));
    author.add(change(2, { files: ['x', 'y'], committer: 'eve@example.com' }), extent(['a', 'c'], ['l'], 'secret'));
    author.add(change(3, { files: ['x'], committer: 'web@forge' }), extent(['a'], []));
    expect({ ...author, own: author.own.changes, onForge: author.onForge.changes }).toEqual({
      changes: 3,
      own: 2,
      onForge: 1,
      areas: new Set(['a', 'b', 'c']),
      kinds: new Set(['k', 'l']),
      sensitive: new Set(['rbac', 'secret']),
      committers: new Set(['ada@example.com', 'eve@example.com']),
      sizes: new Map([
        [2, 2],
        [1, 1],
      ]),
      breadths: new Map([
        [2, 2],
        [1, 1],
      ]),
    });
  });

  test('signs with keys of their own: the forge’s and what cannot be read count for nothing', () => {
    const author = new Author(isForge);
    const add = (...signings: Parameters<typeof author.add>[0]['signing'][]) => {
      for (const signing of signings) author.add(change(1, { signing }), extent([], []));
    };
    add({ key: 'A' }, { key: 'A' }, 'unsigned', { key: 'FORGE' }, undefined);
    expect(author.signing).toEqual({ keys: new Set(['A']), signed: 2, unsigned: 1 });
    add({ key: 'B' }, 'unsigned');
    expect(author.signing).toEqual({ keys: new Set(['A', 'B']), signed: 3, unsigned: 2 });
    expect(author.signing).toEqual({ keys: new Set(['A', 'B']), signed: 3, unsigned: 2 });
  });

  test('made so many changes that are as large', () => {
    const sizes = new Map([
      [3, 1],
      [5, 2],
      [1, 10],
      [9, 4],
    ]);
    expect([1, 3, 4, 5, 6, 10].map((size) => asLarge(sizes, size))).toEqual([17, 7, 6, 6, 4, 0]);
  });
});

describe('a history', () => {
  test('knows authors by their email, else by their name; nobody by nothing', () => {
    const history = new History(isForge);
    history.add(change(1, { name: 'Ada', email: 'ada@a' }));
    history.add(change(2, { name: 'Ada', email: 'ada@b' }));
    history.add(change(3, { name: '', email: '' }));
    history.add(change(4, { name: 'Grace', email: '' }));
    history.add(change(5, { name: '', email: 'eve@a' }));
    const changesOf = (name: string, email: string) => history.authorOf(change(6, { name, email }))?.changes;
    expect([
      changesOf('Ada', 'x@x'),
      changesOf('x', 'ada@a'),
      changesOf('Grace', 'ada@b'),
      changesOf('Grace', 'x@x'),
      changesOf('x', 'eve@a'),
      changesOf('', ''),
      changesOf('x', 'x@x'),
    ]).toEqual([2, 2, 2, 1, 1, undefined, undefined]);
    expect(['ada@a', 'ada@b', '', 'x@x'].map((email) => history.knowsEmail(email))).toEqual([true, true, false, false]);
  });

  test('counts the changes of each area and kind, and what changes together', () => {
    const history = new History(isForge);
    const files = ['a/b/c/d/role.yaml', 'a/b/c/x.yaml', 'y/x.yaml'];
    for (let time = 0; time < 8; time++) history.add(change(time, { files }));
    history.add(change(9, { files: ['y/x.yaml'] }));
    expect(history.extentOf(change(1, { files }))).toEqual({
      areas: new Set(['a/b/c', 'y']),
      kinds: new Set(['role.yaml', 'x.yaml']),
      sensitive: new Set(['rbac']),
    });
    expect([[...history.areas], [...history.kinds]]).toEqual([
      [
        ['a/b/c', 8],
        ['y', 9],
      ],
      [
        ['role.yaml', 8],
        ['x.yaml', 9],
      ],
    ]);
    expect(history.coChange.isBound([{ path: 'a/b/c/x.yaml', isRemoved: false }])).toBe(true);
    expect(history.placeOf('y/x.yaml')).toBe(history.placeOf('y/x.yaml'));
  });

  test('has the keys that signed, but the forge’s', () => {
    const history = new History(isForge);
    for (const signing of [{ key: 'A' }, 'unsigned', { key: 'FORGE' }, undefined] as const)
      history.add(change(1, { signing }));
    expect(history.keys).toEqual(new Set(['A']));
    history.add(change(1, { signing: { key: 'B' } }));
    expect(history.keys).toEqual(new Set(['A', 'B']));
  });

  test('what three authors share is the forge’s', () => {
    const by = (email: string, committer: string, key: string) => change(1, { email, committer, signing: { key } });
    const changes = [
      ...['a@x', 'b@x', 'c@x'].map((email) => by(email, 'merge@x', 'SHARED')),
      ...['a@x', 'b@x', 'b@x'].map((email) => by(email, 'two@x', 'TWO')),
      ...['a@x', 'b@x', 'own@x'].map((email) => by(email, 'own@x', 'SHARED')),
      change(2, { signing: 'unsigned' }),
    ];
    expect(sharedCommitters(changes)).toEqual(new Set(['merge@x']));
    expect(sharedKeys(changes)).toEqual(new Set(['SHARED']));
  });
});

describe('what changes together', () => {
  const files = (...paths: string[]) => paths.map((path) => ({ path, isRemoved: false }));
  const never = () => false;

  test('is counted in changes of up to twelve files', () => {
    for (const [length, bound] of [
      [12, true],
      [13, false],
    ] as const) {
      const known = new CoChange();
      const many = files(...Array.from({ length }, (_, index) => `${index}`));
      for (let i = 0; i < 8; i++) known.add(many);
      expect(known.isBound(many)).toBe(bound);
    }
  });

  test('is bound as soon as one file has a partner', () => {
    const known = new CoChange();
    for (let i = 0; i < 8; i++) known.add(files('a', 'b'));
    expect(known.isBound(files('x', 'a'))).toBe(true);
    expect(known.isBound(files('x', 'y'))).toBe(false);
    expect(known.missing(files('a', 'x', 'b'), never)).toEqual([
      { path: 'a', partner: 'b', together: 8, changes: 8 },
      { path: 'b', partner: 'a', together: 8, changes: 8 },
    ]);
  });

  test('is worked out anew when more is known', () => {
    const known = new CoChange();
    for (let i = 0; i < 7; i++) known.add(files('a', 'b'));
    expect(known.isBound(files('a'))).toBe(false);
    known.add(files('a', 'b'));
    expect(known.isBound(files('a'))).toBe(true);
    known.add(files('a'));
    expect(known.isBound(files('a'))).toBe(false);
  });

  test('is counted for so many pairs at most; what is known goes on', () => {
    const known = new CoChange(2);
    known.add(files('a', 'b'));
    for (let i = 0; i < 8; i++) known.add(files('c', 'd'));
    for (let i = 0; i < 7; i++) known.add(files('a', 'b'));
    expect(['a', 'b', 'c', 'd'].map((path) => known.isBound(files(path)))).toEqual([true, true, false, false]);
    const roomy = new CoChange(3);
    for (let i = 0; i < 8; i++) for (const pair of [files('a', 'b'), files('c', 'd')]) roomy.add(pair);
    expect(['a', 'b', 'c', 'd'].map((path) => roomy.isBound(files(path)))).toEqual([true, true, true, false]);
  });
});

test('a place is its folder, three deep, its name, and what the name gives power over', () => {
  expect(['/x.yaml', 'a/vault-x/sealed_secret.yaml', 'x/argo/cd.yaml', 'argo.yaml'].map(placeOf)).toEqual([
    { area: '', kind: 'x.yaml', sensitive: [] },
    { area: 'a/vault-x', kind: 'sealed_secret.yaml', sensitive: ['secret'] },
    { area: 'x/argo', kind: 'cd.yaml', sensitive: ['delivery'] },
    { area: '', kind: 'argo.yaml', sensitive: ['delivery'] },
  ]);
});
