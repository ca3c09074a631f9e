import type { IsForge } from '../model/author.ts';
import type { Extent } from '../model/extent.ts';
import { History, sharedCommitters, sharedKeys } from '../model/history.ts';
import type { PastChange } from '../model/past-change.ts';
import type { Rate } from '../model/rate.ts';
import { signals } from '../signals/all-signals.ts';
import { type Asked, alone } from '../signals/signal.ts';

/** What each signal said of a change, by its id: nothing where it could not tell. */
export type Answers = ReadonlyMap<string, boolean>;

/** The rates among one kind of authors, and how their own changes score by them. */
export interface Population {
  readonly rates: ReadonlyMap<string, Rate>;
  readonly weights: ReadonlyMap<string, Weight>;
  /** The lowest first. */
  readonly scores: readonly number[];
}

export interface Populations {
  readonly people: Population;
  readonly bots: Population;
  readonly all: Population;
}

/** What a branch's history shows. */
export interface Model {
  /** How many changes it was learned from. */
  readonly changes: number;
  /** How many of them are compared with. */
  readonly compared: number;
  readonly history: History;
  /** How its own changes score. It is worked out when it is first asked for: most changes show nothing that needs it. */
  populations(): Populations;
}

/** The share of the oldest changes that is not counted: at the beginning of a history everything is new. */
const warmUp = 0.2;

/**
 * Learns from changes, oldest first. `forgeKeys`: names of keys that sign for whoever uses the forge. `now`: seconds since the epoch.
 */
export function train(changes: readonly PastChange[], forgeKeys: ReadonlySet<string>, now: number): Model {
  const committers = sharedCommitters(changes);
  let keys: ReadonlySet<string> | undefined;
  const isForge: IsForge = {
    committer: (email) => committers.has(email) || email.startsWith('noreply@'),
    key(name) {
      if (forgeKeys.has(name)) return true;
      keys ??= sharedKeys(changes);
      return keys.has(name);
    },
  };
  const begin = Math.floor(changes.length * warmUp);
  const newHistory = () => new History(isForge);
  const history = newHistory();
  for (const change of changes) history.add(change);
  let known: Populations | undefined;
  return {
    changes: changes.length,
    compared: changes.length - begin,
    history,
    populations() {
      known ??= replay(changes, newHistory(), begin, now);
      return known;
    },
  };
}

/** Compares each change from `begin` on with those before it, as a change would have been judged then. */
function replay(changes: readonly PastChange[], history: History, begin: number, now: number): Populations {
  const answers: { readonly isBot: boolean; readonly answer: Answers }[] = [];
  for (const [index, change] of changes.entries()) {
    const extent = history.extentOf(change);
    if (index >= begin) {
      answers.push({ isBot: change.isBot, answer: ask(askedOf(history, change, extent, alone, now)) });
    }
    history.add(change, extent);
  }
  const of = (wanted: readonly { readonly answer: Answers }[]) => populationOf(wanted.map(({ answer }) => answer));
  return {
    people: of(answers.filter(({ isBot }) => !isBot)),
    bots: of(answers.filter(({ isBot }) => isBot)),
    all: of(answers),
  };
}

/** A change with what was there before it. */
export function askedOf(
  history: History,
  change: PastChange,
  extent: Extent,
  alongside: Asked['alongside'],
  now: number,
): Asked {
  const author = history.authorOf(change);
  const habits = author?.[history.isForge.committer(change.committer) ? 'onForge' : 'own'];
  return { change, extent, history, author, habits, alongside, now };
}

/** What every signal says of a change. */
export function ask(asked: Asked): Answers {
  const answers = new Map<string, boolean>();
  for (const signal of signals) {
    const fires = signal.fires(asked);
    if (fires !== undefined) answers.set(signal.id, fires);
  }
  return answers;
}

function populationOf(answers: readonly Answers[]): Population {
  const counts = new Map(signals.map(({ id }) => [id, { fired: 0, of: 0 }]));
  for (const answer of answers) {
    for (const [id, fires] of answer) {
      const rate = counts.get(id);
      if (rate === undefined) continue;
      rate.of++;
      if (fires) rate.fired++;
    }
  }
  const weights = weightsOf(counts);
  return { rates: counts, weights, scores: answers.map((answer) => scoreOf(weights, answer)).sort((a, b) => a - b) };
}

/** What a signal adds to the score where it fires, and where it could and does not. */
export interface Weight {
  readonly fired: number;
  readonly quiet: number;
}

/**
 * Naive Bayes: the logarithm of how much oftener a signal is assumed to be in a takeover than it was in ordinary changes, whose
 * rate is smoothed by half a change. What is oftener in ordinary ones adds nothing.
 */
function weightsOf(rates: ReadonlyMap<string, Rate>): ReadonlyMap<string, Weight> {
  return new Map(
    signals.map(({ id, assumed, usual }) => {
      const { fired, of } = rates.get(id) ?? { fired: 0, of: 0 };
      const ordinary = usual === undefined ? (fired + 0.5) / (of + 1) : usual / 100;
      const takeover = assumed / 100;
      const weight = {
        fired: Math.max(0, Math.log(takeover / ordinary)),
        quiet: Math.min(0, Math.log((1 - takeover) / (1 - ordinary))),
      };
      return [id, weight];
    }),
  );
}

/** The sum of what the signals add. */
export function scoreOf(weights: ReadonlyMap<string, Weight>, answers: Answers): number {
  let score = 0;
  for (const [id, fires] of answers) score += weights.get(id)?.[fires ? 'fired' : 'quiet'] ?? 0;
  return score;
}
