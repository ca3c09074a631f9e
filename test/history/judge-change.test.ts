import { describe, expect, test } from '@jest/globals';
import { judgeChange } from '../../src/history/judge/judge-change.ts';
import { train } from '../../src/history/judge/train.ts';
import type { PastChange } from '../../src/history/model/past-change.ts';
import { alone, change, history, now } from './past-changes.ts';

const forge = new Set(['FORGE']);
const model = train(history(), forge, now);
const judged = (one: PastChange, over: Partial<typeof alone> = {}, by = model) =>
  judgeChange(by, one, { ...alone, ...over }, now);
const ids = (one: PastChange, over: Partial<typeof alone> = {}, by = model) =>
  judged(one, over, by)
    .signals.map(({ id }) => id)
    .sort();

test('an ordinary change has no signal and is not unusual', () => {
  expect(judged(change(401))).toMatchObject({ isUnusual: false, signals: [], by: 'people', of: 320 });
});

describe('each signal', () => {
  const night = Date.UTC(2025, 11, 3, 2) / 1000;
  const sunday = Date.UTC(2025, 11, 7, 10) / 1000;
  const rbac = ['clusters/prod/rbac/role.yaml', 'clusters/prod/rbac/rolebinding.yaml'];
  test.each<[string, Parameters<typeof change>[1], string[]]>([
    ['nobody known', { name: 'Mallory', email: 'm@example.org' }, ['new-author']],
    ['a known name', { email: 'ada@example.org' }, ['committer', 'new-address']],
    ['a key nobody used', { signing: { key: 'SHA256:new' } }, ['new-key']],
    ['somebody else’s key', { signing: { key: 'SHA256:grace' } }, ['other-key']],
    ['the forge’s key', { signing: { key: 'FORGE' } }, []],
    ['no signature', { signing: 'unsigned' }, ['not-signed']],
    ['a signature that cannot be read', { signing: undefined }, []],
    ['another committer', { committer: 'eve@example.com' }, ['committer']],
    ['the forge as committer', { committer: 'noreply@github.com' }, []],
    ['the night', { time: night }, ['hour']],
    ['a Sunday', { time: sunday }, ['weekday']],
    ['another zone', { zone: -480 }, ['zone']],
    ['no zone that exists', { zone: undefined }, ['clock']],
    ['no time', { time: Number.NaN }, ['clock']],
    ['a clock in the future', { time: now + 2 * 3600 }, ['clock']],
    ['another’s files, but not all that belongs together', { files: rbac }, ['area', 'first-rbac', 'kinds', 'partner']],
    ['a new secret', { files: ['apps/shop/web/secret.sops.yaml'] }, ['first-secret']],
    ['another message', { subject: 'Update deployment.yaml' }, ['message']],
  ])('%s', (_, over, expected) => {
    expect(ids(change(401, over))).toEqual(expected);
  });

  test('many files in many places', () => {
    const files = Array.from({ length: 6 }, (_, index) => `apps/new-${index}/x/deployment.yaml`);
    expect(ids(change(401, { files }))).toEqual(['breadth', 'size']);
  });

  test('a burst, by what is judged with it', () => {
    expect(ids(change(401), { withinAnHour: () => 9 })).toEqual(['burst']);
  });

  test('a forced push, whose rate no history tells', () => {
    const [signal] = judged(change(401), { isForced: true }).signals;
    expect(signal).toMatchObject({ id: 'forced-push', rate: undefined, weight: Math.log(10) });
    expect(ids(change(401), { isForced: false })).toEqual([]);
  });

  test('a partner that another commit of the change touches is not missing', () => {
    const own = change(401, { files: ['clusters/prod/rbac/role.yaml'] });
    expect(ids(own, { touches: () => true })).not.toContain('partner');
  });
});

test('a takeover is unusual, and says why with how often it was so', () => {
  const { isUnusual, signals, asHigh, of } = judged(
    change(401, {
      signing: { key: 'SHA256:new' },
      time: Date.UTC(2025, 11, 3, 2) / 1000,
      files: ['clusters/prod/rbac/role.yaml'],
    }),
  );
  expect({ isUnusual, asHigh, of }).toEqual({ isUnusual: true, asHigh: 0, of: 320 });
  expect(signals[0]).toMatchObject({ rate: { fired: 0, of: 320 } });
  const weights = signals.map(({ weight }) => weight);
  expect(weights).toEqual([...weights].sort((a, b) => b - a));
  expect(signals.map(({ what }) => what)).toEqual(
    expect.arrayContaining([
      'it is signed with a key that signed nothing here before',
      'it was made between 2:00 and 3:00 UTC; 0 of the 300 changes that its author made with git come within an hour of that',
      'its author never changed RBAC files before',
      'clusters/prod/rbac/role.yaml changes without clusters/prod/rbac/rolebinding.yaml, which changed with it in 100 of 100 changes',
    ]),
  );
});

test('what happens all the time here is no sign of anything', () => {
  const strangers = Array.from({ length: 400 }, (_, index) =>
    change(index, { name: `P${index}`, email: `p${index}@example.com`, signing: 'unsigned' }),
  );
  const open = train(strangers, forge, now);
  const seen = judged(change(401, { name: 'New', email: 'new@example.com', signing: 'unsigned' }), {}, open);
  expect(seen).toMatchObject({ isUnusual: false, signals: [] });
});

test('bots are compared with bots, and do not hide what people do', () => {
  const bot = (index: number) =>
    change(index, {
      name: 'renovate[bot]',
      email: 'bot@renovateapp.com',
      isBot: true,
      time: Date.UTC(2024, 0, 1) / 1000 + index * 5_000,
      files: [`apps/a${index % 40}/x/helmrelease.yaml`],
      signing: 'unsigned',
    });
  const mixed = [...history(), ...Array.from({ length: 400 }, (_, index) => bot(index))];
  const both = train(mixed, forge, now);
  expect(judged({ ...bot(3), time: now - 7_000 }, {}, both)).toMatchObject({ by: 'bots', isUnusual: false });
  expect(judged(change(401, { files: ['apps/a1/x/rbac.yaml'] }), {}, both).by).toBe('people');
});

test('whoever signs and commits for many is the forge', () => {
  const squashed = Array.from({ length: 300 }, (_, index) =>
    change(index, {
      name: `P${index % 5}`,
      email: `p${index % 5}@example.com`,
      committer: 'merge@forge.example.com',
      signing: { key: 'SHA256:forge' },
    }),
  );
  const own = change(401, { name: 'P1', email: 'p1@example.com', signing: { key: 'SHA256:p1' } });
  expect(ids(own, {}, train(squashed, forge, now))).toEqual([]);
});
