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
import { noFileFix } from './candidates/no-file-fix.ts';
import type { Workbench } from './candidates/workbench.ts';
import { isPartOf } from './returned.ts';

/** What a new judgement of the head with changes made says. */
export interface Outlook {
  readonly findings: readonly Target[];
  /** How much of the run could not be judged. */
  readonly unjudged: number;
}

/** Judges once more with changes made to the head. */
export interface Rejudge {
  /** What the base and the head with the changes have between them. */
  fromBase(changes: readonly FileChange[]): Promise<Outlook>;
  /** What the changes bring to the head as it is: of what the head had taken away, nothing is to come back. */
  fromHead(changes: readonly FileChange[]): Promise<Outlook>;
}

/** What fixes are looked for, and within what. */
export interface FixRequest {
  readonly targets: readonly Target[];
  /** What else the head has: no fix is looked for, but it may go with one. */
  readonly others?: readonly Target[];
  /** The rule whose findings alone are fixed. */
  readonly rule?: string | undefined;
  /** Fingerprints of everything the head is known to have. */
  readonly known: ReadonlySet<string>;
  readonly bench: Workbench;
  /** How much of the head could not be judged. */
  readonly unjudged: number;
  /** Judgements after which ways that do not work are given up, and no others are tried. */
  readonly rounds?: number;
}

/** A finding that is gone once the changes are made, and what was done for it. */
export interface Fixed {
  readonly target: Target;
  readonly what: string;
  /** Its part of the changes; none where those of another finding did it. */
  readonly changes: readonly FileChange[];
  /** Whether it is not a finding of the change as it is: another one hid it, be it of another rule. */
  readonly cameToLight?: boolean;
  /** Whether it is of a rule that was not asked for, and goes by what others need. */
  readonly isAside?: boolean;
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

/** Judgements where nothing else is said. */
const mostRounds = 14;

/**
 * For each finding the smallest change of its file that makes it go away, tried by judging again: what does not help, what
 * brings another finding, and what gives back more than the finding is about, is not done.
 */
export async function findFix(request: FixRequest, rejudge: Rejudge): Promise<Fix> {
  const { targets, bench, unjudged, rounds = mostRounds } = request;
  const search = new Search(request);
  for (let round = 0; ; round++) {
    const isLast = round >= rounds;
    const chosen = search.choose();
    const changes = mergedChanges([...chosen.values()].flatMap((candidate) => candidate.changes));
    if (changes.length === 0) return search.result(chosen, changes, [...targets, ...(request.others ?? [])]);
    const { findings, unjudged: missing } = await rejudge.fromBase(changes);
    if (!search.learn(chosen, changes, findings, missing > unjudged, isLast)) continue;
    const returned = await rejudge.fromHead(changes);
    if (!search.drop(givingBack(returned.findings, chosen, bench), isLast))
      return search.result(chosen, changes, findings);
  }
}

/** Findings of other files that come to light once the first ones are gone, and are fixed as well, at most. */
const mostUncovered = 20;

/** Which way is tried for each finding, and what judging again said of those before. */
class Search {
  readonly #request: FixRequest;
  readonly #attempts: Attempt[];
  /** Fingerprints of findings that are not the fault of a way. */
  readonly #excused: Set<string>;
  /** Findings that other findings hid. */
  readonly #uncovered = new Set<Attempt>();
  /** Of those, which cannot be fixed: the ways that bring them to light are not fixes. */
  readonly #stubborn = new Set<string>();

  constructor(request: FixRequest) {
    this.#request = request;
    this.#attempts = request.targets.map((target) => attemptOf(target, request.bench));
    this.#excused = new Set(request.known);
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
    findings: readonly Target[],
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
    for (const attempt of open)
      this.#advance(attempt, { blamed: blamed.get(attempt), isChosen: chosen.has(attempt), isLast });
    this.#attempts.push(...added);
    return open.length === 0 && added.length === 0;
  }

  /** Goes to the next way of each of these; says whether there are any. */
  drop(blamed: ReadonlyMap<Attempt, string>, isLast: boolean): boolean {
    for (const [attempt, why] of blamed) this.#advance(attempt, { blamed: why, isChosen: true, isLast });
    return blamed.size > 0;
  }

  #advance(attempt: Attempt, how: Parameters<typeof advance>[1]): void {
    advance(attempt, how);
    if (this.#uncovered.has(attempt) && wayOf(attempt) === undefined) this.#giveUp(attempt);
  }

  /** What only another finding hid: it is in a file that no change is made to, and can be fixed. */
  #uncover(fresh: readonly Target[], changes: readonly FileChange[]): readonly Attempt[] {
    const paths = new Set(changes.map(({ path }) => path));
    const { rule, bench } = this.#request;
    const added: Attempt[] = [];
    for (const target of fresh) {
      if (rule !== undefined && target.rule !== rule) continue;
      const isElsewhere = target.position !== undefined && !paths.has(target.position.file);
      if (!isElsewhere || this.#stubborn.has(target.fingerprint) || this.#uncovered.size >= mostUncovered) continue;
      const attempt = attemptOf(target, bench);
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

  result(chosen: ReadonlyMap<Attempt, Candidate>, changes: readonly FileChange[], findings: readonly Target[]): Fix {
    const remaining = new Set(findings.map(({ fingerprint }) => fingerprint));
    const fixed: Fixed[] = [];
    const left: Unfixed[] = [];
    for (const attempt of this.#attempts) {
      const { target, ways, why } = attempt;
      const { what, changes: own } = chosen.get(attempt) ?? alongside;
      const stays = 'why' in ways && ways.isFinal === true;
      if (stays || remaining.has(target.fingerprint)) left.push({ target, why });
      else fixed.push({ target, what, changes: own, ...(this.#uncovered.has(attempt) ? { cameToLight: true } : {}) });
    }
    const { others = [], rule, bench } = this.#request;
    for (const target of others) {
      const isAside = rule !== undefined && target.rule !== rule;
      const { position } = target;
      const isOfFiles = noFileFix(target, position && bench.file(position.file)?.file) === undefined;
      if (isOfFiles && !remaining.has(target.fingerprint))
        fixed.push({ target, ...alongside, ...(isAside ? { isAside } : {}) });
    }
    return { changes, fixed, left };
  }
}

/** What is done for a finding that goes by what is done for others. */
const alongside = { what: 'goes with the fix of another finding', changes: [] };

function attemptOf(target: Target, bench: Workbench): Attempt {
  const ways = candidatesFor(target, bench);
  return { target, ways, nth: 0, why: 'why' in ways ? ways.why : '' };
}

const wayOf = ({ ways, nth }: Attempt): Candidate | undefined => ('why' in ways ? undefined : ways[nth]);

/** Which ways give back what the head had taken away, apart from what their own findings are about. */
function givingBack(
  returned: readonly Target[],
  chosen: ReadonlyMap<Attempt, Candidate>,
  bench: Workbench,
): ReadonlyMap<Attempt, string> {
  const blamed = new Map<Attempt, string>();
  const all = [...chosen];
  for (const found of returned) {
    if (all.some(([{ target }, way]) => isPartOf(found, target, way, bench))) continue;
    const near = all.filter(([, { changes }]) => changes.some(({ path }) => path === found.position?.file));
    for (const [attempt] of near.length > 0 ? near : all)
      blamed.set(attempt, `it would give back what the change takes away (${found.rule})`);
  }
  return blamed;
}

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
