import {
  type Candidate,
  conflict,
  covers,
  empties,
  type FileChange,
  mergedChanges,
  type NoWay,
  type Target,
} from './candidates/candidate.ts';
import { candidatesFor } from './candidates/candidates.ts';
import type { Workbench } from './candidates/workbench.ts';

/** What a new judgement of the head with changes made says. */
export interface Outlook {
  readonly findings: readonly Target[];
  /** How much of the run could not be judged. */
  readonly unjudged: number;
}

/** Judges the base with the head once changes are made to it. */
export type Rejudge = (changes: readonly FileChange[]) => Promise<Outlook>;

/** A finding that is gone once the changes are made, and what was done for it. */
export interface Fixed {
  readonly target: Target;
  readonly what: string;
  /** Its part of the changes; none where those of another finding did it. */
  readonly changes: readonly FileChange[];
  /** Whether it is no finding of the change as it is: another one hid it, be it of another rule. */
  readonly cameToLight?: boolean;
}

/** A finding that stays, and why. */
export interface Unfixed {
  readonly target: Target;
  readonly why: string;
}

/** The fix of a change: what to do, and which findings go with it. All of `fixed` were judged to be gone, without any new finding. */
export interface Fix {
  readonly changes: readonly FileChange[];
  readonly fixed: readonly Fixed[];
  readonly left: readonly Unfixed[];
}

/** A finding on the way to its fix. */
interface Attempt {
  readonly target: Target;
  readonly ways: readonly Candidate[] | NoWay;
  nth: number;
  /** Why the last way did not do. */
  why: string;
}

/** Judgements after which ways that do not work are given up, and no others are tried. */
const mostRounds = 14;

/**
 * For each finding the smallest change of its file that makes it go away, tried by judging again: what does not help, and what
 * brings another finding, is not done. `known` are the fingerprints of everything the head is known to have.
 */
export async function findFix(
  targets: readonly Target[],
  known: ReadonlySet<string>,
  bench: Workbench,
  unjudged: number,
  rejudge: Rejudge,
  rounds = mostRounds,
): Promise<Fix> {
  const search = new Search(targets, known, bench);
  for (let round = 0; ; round++) {
    const chosen = search.choose();
    const changes = mergedChanges([...chosen.values()].flatMap((candidate) => candidate.changes));
    const outlook = changes.length === 0 ? { findings: targets, unjudged } : await rejudge(changes);
    if (search.learn(chosen, changes, outlook, outlook.unjudged > unjudged, round >= rounds))
      return search.result(chosen, changes, outlook);
  }
}

/** Findings of other files that come to light once the first ones are gone, and are fixed as well, at most. */
const mostUncovered = 20;

/** Which way is tried for each finding, and what judging again said of those before. */
class Search {
  readonly #attempts: Attempt[];
  readonly #bench: Workbench;
  /** Fingerprints of findings that are no fault of a way. */
  readonly #excused: Set<string>;
  /** Findings that other findings hid. */
  readonly #uncovered = new Set<Attempt>();
  /** Of those, which cannot be fixed: the ways that bring them to light are no fixes. */
  readonly #stubborn = new Set<string>();

  constructor(targets: readonly Target[], known: ReadonlySet<string>, bench: Workbench) {
    this.#attempts = targets.map((target) => attemptOf(target, bench));
    this.#excused = new Set(known);
    this.#bench = bench;
  }

  /** The next way of each finding, as far as they can be made together: the first ones first, a larger one in place of those inside it. */
  choose(): ReadonlyMap<Attempt, Candidate> {
    const chosen = new Map<Attempt, Candidate>();
    for (const attempt of this.#attempts) {
      const way = wayOf(attempt);
      if (way === undefined) continue;
      const against = [...chosen].filter(([, other]) =>
        other.changes.some((one) => way.changes.some((each) => conflict(one, each))),
      );
      if (!against.every(([, other]) => covers(way, other))) continue;
      const others = [...chosen].filter((each) => !against.includes(each));
      if (
        empties(
          way,
          others.map(([, other]) => other),
        )
      )
        continue;
      for (const [other] of against) chosen.delete(other);
      chosen.set(attempt, way);
    }
    return chosen;
  }

  /** Goes to the next way where one did not do; says whether all is settled. */
  learn(
    chosen: ReadonlyMap<Attempt, Candidate>,
    changes: readonly FileChange[],
    { findings }: Outlook,
    isLessJudged: boolean,
    isLast: boolean,
  ): boolean {
    const remaining = new Set(findings.map(({ fingerprint }) => fingerprint));
    const fresh = findings.filter(({ fingerprint }) => !this.#excused.has(fingerprint));
    const added = this.#uncover(fresh, changes);
    const guilty = fresh.filter(({ fingerprint }) => !this.#excused.has(fingerprint));
    const blamed = blame(guilty, chosen, isLessJudged);
    const open = this.#attempts.filter(
      (attempt) => blamed.has(attempt) || (remaining.has(attempt.target.fingerprint) && wayOf(attempt) !== undefined),
    );
    for (const attempt of open) {
      advance(attempt, { blamed: blamed.get(attempt), isChosen: chosen.has(attempt), isLast });
      if (this.#uncovered.has(attempt) && wayOf(attempt) === undefined) this.#giveUp(attempt);
    }
    this.#attempts.push(...added);
    return open.length === 0 && added.length === 0;
  }

  /** What only another finding hid: it is in a file that no change is made to, and can be fixed. */
  #uncover(fresh: readonly Target[], changes: readonly FileChange[]): readonly Attempt[] {
    const paths = new Set(changes.map(({ path }) => path));
    const added: Attempt[] = [];
    for (const target of fresh) {
      const isElsewhere = target.position !== undefined && !paths.has(target.position.file);
      if (!isElsewhere || this.#stubborn.has(target.fingerprint) || this.#uncovered.size >= mostUncovered) continue;
      const attempt = attemptOf(target, this.#bench);
      if ('why' in attempt.ways) continue;
      this.#uncovered.add(attempt);
      this.#excused.add(target.fingerprint);
      added.push(attempt);
    }
    return added;
  }

  #giveUp(attempt: Attempt): void {
    this.#stubborn.add(attempt.target.fingerprint);
    this.#excused.delete(attempt.target.fingerprint);
    this.#attempts.splice(this.#attempts.indexOf(attempt), 1);
  }

  result(chosen: ReadonlyMap<Attempt, Candidate>, changes: readonly FileChange[], { findings }: Outlook): Fix {
    const remaining = new Set(findings.map(({ fingerprint }) => fingerprint));
    const fixed: Fixed[] = [];
    const left: Unfixed[] = [];
    for (const attempt of this.#attempts) {
      const { target, ways, why } = attempt;
      const { what, changes: own } = chosen.get(attempt) ?? {
        what: 'goes with the fix of another finding',
        changes: [],
      };
      const stays = 'why' in ways && ways.isFinal === true;
      if (stays || remaining.has(target.fingerprint)) left.push({ target, why });
      else fixed.push({ target, what, changes: own, ...(this.#uncovered.has(attempt) ? { cameToLight: true } : {}) });
    }
    return { changes, fixed, left };
  }
}

function attemptOf(target: Target, bench: Workbench): Attempt {
  const ways = candidatesFor(target, bench);
  return { target, ways, nth: 0, why: 'why' in ways ? ways.why : '' };
}

const wayOf = ({ ways, nth }: Attempt): Candidate | undefined => ('why' in ways ? undefined : ways[nth]);

/** Which ways brought a finding that was not there: those of its own rule at its file, else those at its file, else all. */
function blame(
  fresh: readonly Target[],
  chosen: ReadonlyMap<Attempt, Candidate>,
  isLessJudged: boolean,
): ReadonlyMap<Attempt, string> {
  const blamed = new Map<Attempt, string>();
  const all = [...chosen.keys()];
  if (isLessJudged) for (const attempt of all) blamed.set(attempt, 'less of the change could be judged after it');
  for (const { rule, position, object } of fresh) {
    const touches = (attempt: Attempt) =>
      chosen.get(attempt)?.changes.some(({ path }) => path === position?.file) === true;
    const sameObject = (attempt: Attempt) =>
      object !== undefined && attempt.target.object?.kind === object.kind && attempt.target.object.name === object.name;
    const tests = [
      (attempt: Attempt) => attempt.target.rule === rule && sameObject(attempt),
      (attempt: Attempt) => attempt.target.rule === rule && touches(attempt),
      sameObject,
      touches,
      () => true,
    ];
    const guilty = tests.map((test) => all.filter(test)).find(({ length }) => length > 0) ?? [];
    for (const attempt of guilty) blamed.set(attempt, `it would bring another finding (${rule})`);
  }
  return blamed;
}

function advance(
  attempt: Attempt,
  {
    blamed,
    isChosen,
    isLast,
  }: { readonly blamed: string | undefined; readonly isChosen: boolean; readonly isLast: boolean },
): void {
  attempt.why =
    blamed ??
    (isChosen ? 'no change of the lines around it makes it go away' : 'its fix overlaps with that of another finding');
  const { ways } = attempt;
  if ('why' in ways) return;
  attempt.nth = isLast ? ways.length : attempt.nth + 1;
}
