import { describe, expect, test } from '@jest/globals';
import { Author, type IsForge } from '../../src/history/model/author.ts';
import { Habits } from '../../src/history/model/habits.ts';
import { History } from '../../src/history/model/history.ts';
import type { PastChange } from '../../src/history/model/past-change.ts';
import { signals } from '../../src/history/signals/all-signals.ts';
import type { Asked } from '../../src/history/signals/signal.ts';
import { alone, change, now } from './past-changes.ts';

const isForge: IsForge = { committer: (email) => email === 'web@forge', key: (name) => name === 'FORGE' };
const habits = (over: Partial<Habits> = {}) => Object.assign(new Habits(), over);
const author = (over: Partial<Omit<Author, 'signing'>> = {}, signings: readonly PastChange['signing'][] = []) => {
  const made = new Author(isForge);
  const nothing = { areas: new Set<string>(), kinds: new Set<string>(), sensitive: new Set<never>() };
  for (const signing of signings) made.add(change(1, { signing }), nothing);
  return Object.assign(made, over);
};
const historyOf = (...changes: readonly PastChange[]) => {
  const history = new History(isForge);
  for (const each of changes) history.add(each);
  return history;
};

function asked({
  of = change(401),
  history = historyOf(),
  ...over
}: Partial<Omit<Asked, 'change'>> & { of?: PastChange } = {}): Asked {
  const extent = history.extentOf(of);
  return { change: of, extent, history, author: undefined, habits: undefined, alongside: alone, now, ...over };
}

const signal = (id: string) => {
  const found = signals.find((each) => each.id === id);
  if (found === undefined) throw new Error(`there is ${id}`);
  return found;
};
const fires = (id: string, ...all: readonly Asked[]) => all.map((each) => signal(id).fires(each));
const times = <T>(count: number, value: T): T[] => Array(count).fill(value);

describe('size and breadth', () => {
  const files = (count: number) => Array.from({ length: count }, (_, index) => `a${index}/x.yaml`);
  test.each([
    ['size', 'sizes', 5, 'it changes 5 files, as 1 of the 100 changes of its author did'],
    ['breadth', 'breadths', 3, 'it reaches into 3 areas of the repository, as 1 of the 100 changes of its author did'],
  ] as const)('%s is unusual where a hundredth of the author’s changes is as large', (id, sizes, least, said) => {
    const by = (changes: number, asLarge: number) => author({ changes, [sizes]: new Map([[99, asLarge]]) });
    const of = change(401, { files: files(least) });
    expect(
      fires(
        id,
        asked({ of }),
        asked({ of, author: by(19, 0) }),
        asked({ of, author: by(20, 0) }),
        asked({ of, author: by(100, 1) }),
        asked({ of, author: by(100, 2) }),
        asked({ of: change(401, { files: files(least - 1) }), author: by(100, 0) }),
      ),
    ).toEqual([undefined, undefined, true, true, false, false]);
    expect(signal(id).say(asked({ of, author: by(100, 1) }))).toBe(said);
  });
});

describe('areas and kinds of others', () => {
  const others = (count: number, files: string[]) => historyOf(...times(count, change(1, { files })));
  test.each([
    ['area', { areas: new Set(['b/c']) }, 'it changes b/c, which others change and its author never did'],
    [
      'kinds',
      { kinds: new Set(['role.yaml']) },
      'it changes files named role.yaml, which others change and its author never did',
    ],
  ])('%s: of five changes of others, and none of the author', (id, own, said) => {
    const of = change(401, { files: ['b/c/role.yaml'] });
    const history = others(5, ['b/c/role.yaml']);
    expect(
      fires(
        id,
        asked({ of, history }),
        asked({ of, history, author: author({ changes: 19 }) }),
        asked({ of, history, author: author({ changes: 20 }) }),
        asked({ of, history, author: author({ changes: 20, ...own }) }),
        asked({ of, history: others(4, ['b/c/role.yaml']), author: author({ changes: 20 }) }),
      ),
    ).toEqual([undefined, undefined, true, false, false]);
    expect(signal(id).say(asked({ of, history, author: author({ changes: 20 }) }))).toBe(said);
  });

  test('the folder of everything has no name', () => {
    const of = change(401, { files: ['x.yaml'] });
    expect(signal('area').say(asked({ of, history: others(5, ['x.yaml']), author: author({ changes: 20 }) }))).toBe(
      'it changes the top folder, which others change and its author never did',
    );
  });
});

test('a partner is missing unless this or another commit of the change touches it', () => {
  const history = historyOf(...times(8, change(1, { files: ['a', 'b'] })));
  const one = change(401, { files: ['a'] });
  const both = change(401, { files: ['a', 'b'] });
  const touches = (path: string) => path === 'b';
  expect(
    fires(
      'partner',
      asked({ of: one, history }),
      asked({ of: both, history }),
      asked({ of: one, history, alongside: { ...alone, touches } }),
      asked({ of: change(401, { files: ['c'] }), history }),
    ),
  ).toEqual([true, false, false, undefined]);
  expect(signal('partner').say(asked({ of: one, history }))).toBe(
    'a changes without b, which changed with it in 8 of 8 changes',
  );
});

test('a message without a type is unusual where the author’s have one', () => {
  const untyped = change(401, { subject: 'Update x' });
  const of = (changes: number, typed: number) => asked({ of: untyped, habits: habits({ changes, typed }) });
  expect(
    fires(
      'message',
      asked({ of: untyped }),
      of(19, 19),
      of(20, 18),
      of(20, 19),
      asked({ habits: habits({ changes: 20, typed: 20 }) }),
    ),
  ).toEqual([undefined, undefined, undefined, true, false]);
  expect(signal('message').say(of(20, 19))).toBe(
    'its message does not begin with a type such as "fix:", as 19 of the 20 do that its author made with git',
  );
});

describe('hours and weekdays', () => {
  const hours = (counts: Readonly<Record<number, number>>) =>
    Array.from({ length: 24 }, (_, hour) => counts[hour] ?? 0);
  const at = (hour: number, changes: number, counts: Readonly<Record<number, number>>, committer = 'ada@example.com') =>
    asked({
      of: change(401, { time: Date.UTC(2025, 11, 3, hour) / 1000, committer }),
      habits: habits({ changes, hours: hours(counts) }),
    });

  test('an hour is unusual where a hundredth of the author’s changes comes within an hour of it', () => {
    expect(
      fires(
        'hour',
        asked(),
        at(2, 49, {}),
        at(2, 50, {}),
        at(2, 100, { 2: 1, 4: 50, 0: 49 }),
        at(2, 100, { 2: 2 }),
        at(2, 100, { 1: 2 }),
        at(2, 100, { 3: 2 }),
        at(0, 100, { 23: 2 }),
        at(23, 100, { 0: 2 }),
        asked({ of: change(1, { time: Number.NaN }), habits: habits({ changes: 100 }) }),
      ),
    ).toEqual([undefined, undefined, true, true, false, false, false, false, false, undefined]);
    expect(signal('hour').say(at(2, 100, { 1: 1, 9: 99 }))).toBe(
      'it was made between 2:00 and 3:00 UTC; 1 of the 100 changes that its author made with git come within an hour of that',
    );
    expect(signal('hour').say(at(23, 100, {}, 'web@forge'))).toBe(
      'it was made between 23:00 and 0:00 UTC; 0 of the 100 changes that its author made on the forge come within an hour of that',
    );
  });

  test.each([...['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'].entries()])(
    'weekday %i is %s',
    (weekday, name) => {
      const on = (count: number) =>
        asked({
          of: change(401, { time: Date.UTC(2025, 11, 7 + weekday, 9) / 1000 }),
          habits: habits({
            changes: 100,
            weekdays: Array.from({ length: 7 }, (_, day) => (day === weekday ? count : 50)),
          }),
        });
      expect(fires('weekday', on(1), on(2), asked())).toEqual([true, false, undefined]);
      expect(signal('weekday').say(on(1))).toBe(
        `it was made on a ${name} (UTC), as 1 of the 100 changes that its author made with git were`,
      );
    },
  );
});

test('a zone is unusual where none of the author’s changes has it', () => {
  const from = (zone: number | undefined, changes = 20) =>
    asked({ of: change(401, { zone }), habits: habits({ changes, zones: new Set([60]) }) });
  expect(
    fires('zone', from(60), from(0), from(undefined), from(0, 19), asked({ of: change(401, { zone: 0 }) })),
  ).toEqual([false, true, undefined, undefined, undefined]);
  const names = [0, 90, -90, -480, 840].map((zone) => signal('zone').say(from(zone)));
  expect(names).toEqual(
    ['+00:00', '+01:30', '-01:30', '-08:00', '+14:00'].map(
      (zone) => `its time zone is UTC${zone}, in which its author never made a change with git`,
    ),
  );
});

test('a clock is wrong an hour after now, at or before the epoch, and in no zone', () => {
  const at = (time: number, zone: number | undefined = 60) => asked({ of: { ...change(401), time, zone } });
  const noZone = asked({ of: { ...change(401), zone: undefined } });
  const all = [at(now + 3600), at(now + 3601), at(1), at(0), at(Number.NaN), noZone];
  expect(fires('clock', ...all)).toEqual([false, true, false, true, true, true]);
  expect([at(now + 3601), at(0)].map((each) => signal('clock').say(each))).toEqual([
    'its time is in the future',
    'its time or time zone is none that exists',
  ]);
});

test('a burst is five changes within an hour, and more than the author ever made', () => {
  const { time } = change(401);
  const within = (recent: number, alongside: number, mostInAnHour = 0, changes = 20) =>
    asked({
      habits: habits({ changes, mostInAnHour, recent: times(recent, time - 10) }),
      alongside: { ...alone, withinAnHour: () => alongside },
    });
  const noTime = { ...within(9, 9), change: change(401, { time: Number.NaN }) };
  expect(
    fires('burst', within(2, 2), within(2, 1), within(0, 5, 5), within(0, 5, 6), within(9, 9, 0, 19), noTime, asked()),
  ).toEqual([true, false, true, false, undefined, undefined, undefined]);
  expect(signal('burst').say(within(2, 2, 3))).toBe(
    'its author never made more than 3 changes within an hour, and now does',
  );
});

test('a forced push is what the forge says of it', () => {
  const forced = [true, false, undefined].map((isForced) => asked({ alongside: { ...alone, isForced } }));
  expect(fires('forced-push', ...forced)).toEqual([true, false, undefined]);
  expect(signal('forced-push').say(asked())).toBe('it came by a forced push, which took commits out of the branch');
});

test('an author is new by name and email, or has a new address', () => {
  const known = asked({ author: author(), history: historyOf(change(1)) });
  const other = asked({ author: author(), history: historyOf(change(1, { email: 'x@x' })) });
  expect([fires('new-author', asked(), known), fires('new-address', asked(), known, other)]).toEqual([
    [true, false],
    [false, false, true],
  ]);
  expect([signal('new-author').say(asked()), signal('new-address').say(asked())]).toEqual([
    'nobody of its author’s name or email changed anything before',
    'its author’s name is known, with other email addresses',
  ]);
});

test.each([
  ['rbac', 'role.yaml', 'its author never changed RBAC files before'],
  ['secret', 'secret.yaml', 'its author never changed secret files before'],
  ['delivery', 'argocd.yaml', 'its author never changed delivery files before'],
] as const)('the first change of %s files', (sensitive, file, said) => {
  const of = change(401, { files: [file] });
  expect(
    fires(
      `first-${sensitive}`,
      asked({ of }),
      asked({ of, author: author() }),
      asked({ of, author: author({ sensitive: new Set([sensitive]) }) }),
      asked({ author: author() }),
    ),
  ).toEqual([true, true, false, false]);
  expect(signal(`first-${sensitive}`).say(asked())).toBe(said);
});

describe('keys', () => {
  const history = historyOf(...['ADA', 'GRACE'].map((key) => change(1, { signing: { key } })));
  const signed = (signing: PastChange['signing'], count = 10) =>
    asked({ of: change(401, { signing }), history, author: author({}, times(count, { key: 'ADA' })) });

  test('are new, or those of others, once ten of the author’s changes are signed', () => {
    const all = [
      signed({ key: 'NEW' }),
      signed({ key: 'GRACE' }),
      signed({ key: 'ADA' }),
      signed({ key: 'FORGE' }),
      signed('unsigned'),
      signed(undefined),
      signed({ key: 'NEW' }, 9),
      asked({ of: change(401, { signing: { key: 'NEW' } }), history }),
    ];
    const untold = times(5, undefined);
    expect(fires('new-key', ...all)).toEqual([true, false, false, ...untold]);
    expect(fires('other-key', ...all)).toEqual([false, true, false, ...untold]);
    expect(['new-key', 'other-key'].map((id) => signal(id).say(asked()))).toEqual([
      'it is signed with a key that signed nothing here before',
      'it is signed with a key that others sign with, and its author never did',
    ]);
  });

  test('are missing where the author signs all but one in twenty changes', () => {
    const by = (keyed: number, unsigned: number, now: Partial<PastChange> = { signing: 'unsigned' }) =>
      asked({
        of: { ...change(401), ...now },
        author: author({}, [...times(keyed, { key: 'ADA' }), ...times(unsigned, 'unsigned' as const)]),
      });
    expect(
      fires(
        'not-signed',
        by(10, 0),
        by(9, 0),
        by(20, 1),
        by(20, 2),
        by(20, 1, { signing: { key: 'ADA' } }),
        by(20, 1, { signing: undefined }),
        asked({ of: change(401, { signing: 'unsigned' }) }),
      ),
    ).toEqual([true, undefined, true, undefined, false, undefined, undefined]);
    expect(signal('not-signed').say(by(20, 1))).toBe(
      'it is not signed, and 20 of the 21 commits that its author made are',
    );
    expect(
      (['unsigned', undefined, { key: 'ADA' }] as const).map((signing) =>
        signal('not-signed').isOutOfQuestion?.(change(1, { signing })),
      ),
    ).toEqual([false, true, true]);
  });
});

test('a committer is unusual who never committed anything of the author', () => {
  const by = (changes: number) => author({ own: habits({ changes }), committers: new Set(['ada@example.com']) });
  const of = change(401, { committer: 'eve@example.com' });
  expect(
    fires(
      'committer',
      asked({ of, author: by(10) }),
      asked({ of, author: by(9) }),
      asked({ of }),
      asked({ author: by(10) }),
      asked({ of: change(401, { committer: 'web@forge' }), author: by(10) }),
    ),
  ).toEqual([true, undefined, undefined, false, undefined]);
  expect(signal('committer').say(asked())).toBe('its committer never committed anything of its author before');
});
