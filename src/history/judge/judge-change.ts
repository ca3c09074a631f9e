import { countFirst } from '../model/in-order.ts';
import type { PastChange } from '../model/past-change.ts';
import type { Rate } from '../model/rate.ts';
import { signals } from '../signals/all-signals.ts';
import type { Alongside } from '../signals/signal.ts';
import { ask, askedOf, type Model, type Population, type Populations, scoreOf } from './train.ts';

/** A signal that fired. */
export interface FiredSignal {
  readonly id: string;
  /** What is unusual, as the end of a sentence: "it is …". */
  readonly what: string;
  /** How often it was so before; undefined where no history can tell. */
  readonly rate: Rate | undefined;
  readonly weight: number;
}

/** How unusual a change is. */
export interface JudgedChange {
  readonly score: number;
  /** How many of the earlier changes that it is compared with score as high. */
  readonly asHigh: number;
  readonly of: number;
  /** Whose changes it is compared with. */
  readonly by: 'people' | 'bots' | 'all';
  readonly isUnusual: boolean;
  /** The most telling first. */
  readonly signals: readonly FiredSignal[];
}

/** Fewer changes to compare with say nothing. */
export const leastChanges = 50;

/** The share of earlier changes up to which few enough score as high as this one. */
const mostAsHigh = 0.015;

/** Whether any signal fires for a change: without one its score is zero at most, and it is not unusual. */
export function showsAnything({ history }: Model, change: PastChange, alongside: Alongside, now: number): boolean {
  const asked = askedOf(history, change, history.extentOf(change), alongside, now);
  return signals.some((signal) => signal.isOutOfQuestion?.(change) !== true && signal.fires(asked) === true);
}

/** How unusual a change is, by what was there before it. `now`: seconds since the epoch. */
export function judgeChange(model: Model, change: PastChange, alongside: Alongside, now: number): JudgedChange {
  const { history } = model;
  const asked = askedOf(history, change, history.extentOf(change), alongside, now);
  const answers = ask(asked);
  const populations = model.populations();
  const by = populationFor(populations, change.isBot);
  const { rates, weights, scores } = populations[by];
  const score = scoreOf(weights, answers);
  const asHigh = scores.length - firstAtLeast(scores, score);
  const fired = signals
    .filter(({ id }) => answers.get(id) === true)
    .map(({ id, usual, say }) => ({
      id,
      what: say(asked),
      rate: usual === undefined ? rates.get(id) : undefined,
      weight: weights.get(id)?.fired ?? 0,
    }));
  return {
    score,
    asHigh,
    of: scores.length,
    by,
    // A score above zero: it is liker to a takeover than to an ordinary change.
    isUnusual: score > 0 && asHigh <= mostAsHigh * scores.length,
    // What is as usual here as in takeovers is not a sign.
    signals: fired.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight),
  };
}

/** Bots have habits of their own; where there are too few of a kind, all are compared. */
function populationFor({ people, bots }: Populations, isBot: boolean): JudgedChange['by'] {
  const own: Population = isBot ? bots : people;
  if (own.scores.length < leastChanges) return 'all';
  return isBot ? 'bots' : 'people';
}

/** The place of the first score that is not lower, of scores that are in order. */
function firstAtLeast(scores: readonly number[], score: number): number {
  return countFirst(scores, (each) => each < score);
}
