import { describe, expect, test } from '@jest/globals';
import { analyseHistory } from '../../src/history/judge/analyse-history.ts';
import { judgeChange, showsAnything } from '../../src/history/judge/judge-change.ts';
import { type Model, type Population, scoreOf, train, type Weight } from '../../src/history/judge/train.ts';
import { History } from '../../src/history/model/history.ts';
import type { PastChange } from '../../src/history/model/past-change.ts';
import { alone, change, now } from './past-changes.ts';

const stranger = (index: number, over = {}) =>
  change(index, { name: `P${index}`, email: `p${index}@example.com`, ...over });

describe('what a history is learned to show', () => {
  test('the first fifth is not compared, the rest with what was before each', () => {
    // Of the eight that are compared, three are by somebody new.
    const past = Array.from({ length: 10 }, (_, index) =>
      [0, 1, 3, 6, 9].includes(index) ? stranger(index) : change(index),
    );
    const model = train(past, new Set(), now);
    expect({ changes: model.changes, compared: model.compared }).toEqual({ changes: 10, compared: 8 });
    const { all, people, bots } = model.populations();
    // Ada's first change is index 2.
    expect(all.rates.get('new-author')).toEqual({ fired: 4, of: 8 });
    expect(all.rates.get('clock')).toEqual({ fired: 0, of: 8 });
    expect(people).toEqual(all);
    expect({ scores: bots.scores, rate: bots.rates.get('clock') }).toEqual({ scores: [], rate: { fired: 0, of: 0 } });
    expect(model.populations()).toBe(model.populations());
    expect(
      [9, 10, 11, 14, 15].map(
        (length) => train(past.slice(0, 1).concat(Array(length - 1).fill(change(1))), new Set(), now).compared,
      ),
    ).toEqual([8, 8, 9, 12, 12]);
  });

  test('bots and people have rates of their own', () => {
    const past = Array.from({ length: 20 }, (_, index) =>
      index % 2 === 0 ? change(index) : stranger(index, { isBot: true }),
    );
    const { all, people, bots } = train(past, new Set(), now).populations();
    expect([all, people, bots].map(({ rates }) => rates.get('new-author'))).toEqual([
      { fired: 8, of: 16 },
      { fired: 0, of: 8 },
      { fired: 8, of: 8 },
    ]);
    expect([all, people, bots].map(({ scores }) => scores.length)).toEqual([16, 8, 8]);
  });

  test('a signal weighs the logarithm of how much oftener it is assumed in a takeover; none is against one', () => {
    // Once in eight: a rate of 1.5 in 9.
    const past = Array.from({ length: 10 }, (_, index) => (index === 5 ? stranger(index) : change(index)));
    const { weights, scores } = train(past, new Set(), now).populations().all;
    const weight = (id: string) => weights.get(id) ?? { fired: Number.NaN, quiet: Number.NaN };
    expect(weight('new-author').fired).toBeCloseTo(Math.log(0.2 / (1.5 / 9)), 12);
    expect(weight('new-author').quiet).toBeCloseTo(Math.log(0.8 / (1 - 1.5 / 9)), 12);
    expect(weight('clock').fired).toBeCloseTo(Math.log(0.1 / (0.5 / 9)), 12);
    expect(weight('forced-push')).toEqual({ fired: Math.log(0.2 / 0.02), quiet: Math.log(0.8 / 0.98) });
    // Never told: half of a half.
    expect(weight('hour')).toEqual({ fired: 0, quiet: 0 });
    expect(scores).toHaveLength(8);
    expect(scores).toEqual([...scores].sort((a, b) => a - b));
    const often = train(
      Array.from({ length: 10 }, (_, index) => stranger(index)),
      new Set(),
      now,
    );
    expect(often.populations().all.weights.get('new-author')).toEqual({ fired: 0, quiet: 0 });
  });

  test('the forge is what commits or signs for many, is called so, or has its keys', () => {
    const by = (index: number) =>
      change(index, { email: `p${index}@x`, committer: 'merge@x', signing: { key: 'SHARED' } });
    const { isForge } = train([by(1), by(2), by(3), change(4)], new Set(['FORGE']), now).history;
    const committers = ['merge@x', 'noreply@github.com', 'x-noreply@x', 'ada@example.com'];
    expect(committers.map((email) => isForge.committer(email))).toEqual([true, true, false, false]);
    expect(['FORGE', 'SHARED', 'SHA256:ada'].map((key) => isForge.key(key))).toEqual([true, true, false]);
  });

  test('scores are sums; what has no weight adds nothing', () => {
    const weights = new Map([
      ['a', { fired: 2, quiet: -1 }],
      ['b', { fired: 4, quiet: -8 }],
    ]);
    const answers = new Map([
      ['a', true],
      ['b', false],
      ['c', true],
    ]);
    expect([scoreOf(weights, answers), scoreOf(weights, new Map())]).toEqual([-6, 0]);
  });
});

describe('how a change is judged', () => {
  const population = (scores: readonly number[], weights: Readonly<Record<string, Weight>> = {}): Population => ({
    rates: new Map([['new-author', { fired: 3, of: 9 }]]),
    weights: new Map(Object.entries(weights)),
    scores,
  });
  const weights = { 'new-author': { fired: 2, quiet: 0 }, clock: { fired: 3, quiet: -1 } };
  const model = (over: Partial<Record<'people' | 'bots' | 'all', Population>>, changes = 100): Model => ({
    changes,
    compared: changes,
    history: new History({ committer: () => false, key: () => false }),
    populations: () => ({ people: population([]), bots: population([]), all: population([]), ...over }),
  });
  const scores = (length: number, high: number, score: number) =>
    Array.from({ length }, (_, index) => (index < length - high ? score - 0.5 : score));
  const judged = (by: Model, over = {}) => judgeChange(by, { ...change(401), zone: undefined, ...over }, alone, now);

  test('it says who is compared with, what fired and how often, the most telling first', () => {
    expect(judged(model({ people: population(scores(200, 3, 5), weights) }))).toEqual({
      score: 5,
      asHigh: 3,
      of: 200,
      by: 'people',
      isUnusual: true,
      signals: [
        { id: 'clock', what: 'its time or time zone is none that exists', rate: undefined, weight: 3 },
        {
          id: 'new-author',
          what: 'nobody of its author’s name or email changed anything before',
          rate: { fired: 3, of: 9 },
          weight: 2,
        },
      ],
    });
  });

  test('more than 1.5 of 100 that score as high make it usual, and so does no score', () => {
    const of = (high: number, score = 5, own = weights) =>
      judged(model({ people: population(scores(200, high, score), own) })).isUnusual;
    expect([of(3), of(4), of(0, -1, { 'new-author': { fired: 0, quiet: 0 }, clock: { fired: 0, quiet: 0 } })]).toEqual([
      true,
      false,
      false,
    ]);
  });

  test('what weighs nothing here is not a sign', () => {
    const light = { ...weights, 'new-author': { fired: 0, quiet: 0 } };
    expect(judged(model({ people: population(scores(200, 0, 9), light) })).signals.map(({ id }) => id)).toEqual([
      'clock',
    ]);
  });

  test('fewer than 50 of a kind are compared with all', () => {
    const all = population(scores(99, 0, 9), weights);
    const of = (length: number) => population(scores(length, 0, 9), weights);
    const by = (people: number, bots: number, isBot: boolean) => {
      const found = judged(model({ people: of(people), bots: of(bots), all }), { isBot });
      return [found.by, found.of];
    };
    expect([by(50, 60, false), by(49, 60, false), by(60, 50, true), by(60, 49, true)]).toEqual([
      ['people', 50],
      ['all', 99],
      ['bots', 50],
      ['all', 99],
    ]);
  });

  test('a change shows something where any signal fires', () => {
    const known = train([change(1)], new Set(), now);
    const shows = (each: PastChange) => showsAnything(known, each, alone, now);
    expect([change(401), change(401, { committer: 'x@x' }), { ...change(401), zone: undefined }].map(shows)).toEqual([
      false,
      false,
      true,
    ]);
  });

  test('fifty changes that are compared are enough', () => {
    const why = [61, 62].map(
      (length) =>
        analyseHistory(
          train(
            Array.from({ length }, (_, index) => change(index)),
            new Set(),
            now,
          ),
          [],
          { isForced: undefined, now },
        ).why,
    );
    expect(why).toEqual(['61 earlier changes are too few to show habits', undefined]);
  });

  describe('with the other commits of the change', () => {
    const people = population(scores(200, 0, 50), {
      burst: { fired: 60, quiet: 0 },
      partner: { fired: 60, quiet: 0 },
      'forced-push': { fired: 60, quiet: 0 },
    });
    const past = Array.from({ length: 20 }, (_, index) => change(10 * index, { files: ['a', 'b'] }));
    const learned = {
      ...train(past, new Set(), now),
      compared: 50,
      populations: () => ({ people, bots: people, all: people }),
    };
    const analyse = (commits: readonly PastChange[], isForced?: boolean) =>
      analyseHistory(learned, commits, { isForced, now }).unusual.map(({ sha, subject, signals }) => [
        Number(sha),
        subject,
        ...signals.map(({ id }) => id),
      ]);
    const commit = (id: number, time: number, over = {}) => ({
      ...change(id, { files: ['x'], subject: `fix: ${id}` }),
      time: now + time,
      ...over,
    });

    test('a burst is five of one author in the hour before, in whatever order; a time that is none is none of them', () => {
      const last = [3500, 3000, -101, 2000, Number.NaN, 1000, 3499].map((time, index) => commit(900 + index, time));
      expect(analyse(last)).toEqual([[900, 'fix: 900', 'burst']]);
      expect(analyse([-100, 3000, 2000, 1000, 3500].map((time, index) => commit(900 + index, time)))).toEqual([]);
      expect(analyse([-99, 3000, 2000, 1000, 3500].map((time, index) => commit(900 + index, time)))).toEqual([
        [904, 'fix: 904', 'burst'],
      ]);
      expect(
        analyse([0, 1, 2, 3, 4].map((time, index) => commit(900 + index, time, { email: `p${index % 2}@x` }))),
      ).toEqual([]);
    });

    test('a partner that any of them touches is not missing; what touches nothing is not judged', () => {
      expect(analyse([commit(900, 0, { files: [{ path: 'a', isRemoved: false }] })])).toEqual([
        [900, 'fix: 900', 'partner'],
      ]);
      expect(
        analyse(['a', 'b'].map((path, index) => commit(900 + index, 0, { files: [{ path, isRemoved: false }] }))),
      ).toEqual([]);
      expect(analyse([commit(900, 0, { files: [] })], true)).toEqual([]);
    });

    test('a forced push tells of each of them', () => {
      expect([true, false, undefined].map((isForced) => analyse([commit(900, 0), commit(901, 9)], isForced))).toEqual([
        [
          [900, 'fix: 900', 'forced-push'],
          [901, 'fix: 901', 'forced-push'],
        ],
        [],
        [],
      ]);
    });
  });
});
