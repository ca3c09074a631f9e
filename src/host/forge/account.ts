import type { Finding } from '../../gate.ts';
import type { Action } from '../../publish/action.ts';
import type { Plan } from '../../publish/plan.ts';
import { count, shortId } from '../../report/wording.ts';
import type { ApiFailure } from './api-failure.ts';

/** What became of publishing on a request. */
export interface Delivery {
  readonly state: 'published' | 'partial' | 'denied' | 'outdated' | 'failed';
  /** Findings that are in a comment on the diff. */
  readonly onDiff: ReadonlySet<Finding>;
  /** Whether the summary comment says what the report says. */
  readonly hasSummary: boolean;
  /** One line each, for the log. */
  readonly problems: readonly string[];
  /** How many writes were made. */
  readonly written: number;
}

/** More refused places are counted. */
const mostRefusals = 3;

/** Keeps account of a delivery: what is shown by now, and what could not be. */
export class Account {
  readonly #problems = new Set<string>();
  #state: Delivery['state'] = 'published';
  #onDiff = new Set<Finding>();
  #hasSummary = false;
  #written = 0;
  #refusals = 0;

  /** What is shown before any action of the plan is done. */
  begin({ actions, onDiff, hasSummary }: Plan): void {
    this.#onDiff = new Set(onDiff);
    for (const action of actions) for (const finding of findingsOf(action)) this.#onDiff.delete(finding);
    this.#hasSummary =
      hasSummary && !actions.some(({ kind }) => kind === 'create-summary' || kind === 'update-summary');
  }

  /** One write, and which findings are on the diff by it. */
  wrote(findings: readonly Finding[] = []): void {
    this.#written += 1;
    for (const finding of findings) this.#onDiff.add(finding);
  }

  /** The summary comment says what the report says. */
  showsSummary(): void {
    this.#hasSummary = true;
  }

  /** One line for the log. */
  problem(text: string): void {
    this.#problems.add(text);
  }

  /** One more place is refused; a line for the log. */
  refused(text: string): void {
    this.#refusals += 1;
    if (this.#refusals <= mostRefusals) this.problem(text);
  }

  /** Publishing ended by this. */
  fail(error: ApiFailure): void {
    this.#problems.add(error.message);
    if (error.kind === 'denied' && this.#written === 0) this.#state = 'denied';
    else this.#state = this.#written > 0 ? 'partial' : 'failed';
  }

  /** The request has the head `now`. */
  outdated(judged: string, now: string): void {
    this.#state = 'outdated';
    const done = this.#written === 0 ? 'nothing was published' : 'publishing stopped';
    this.#problems.add(
      `The request's head is ${shortId(now)} by now, and ${shortId(judged)} was judged: ${done}. The run for the new head publishes.`,
    );
  }

  result(): Delivery {
    const more = this.#refusals - mostRefusals;
    if (more > 0) this.problem(`The same holds for ${count(more, 'more place')}.`);
    return {
      state: this.#state === 'published' && this.#problems.size > 0 ? 'partial' : this.#state,
      onDiff: this.#onDiff,
      hasSummary: this.#hasSummary,
      problems: [...this.#problems],
      written: this.#written,
    };
  }
}

/** Findings that an action puts on the diff. */
export function findingsOf(action: Action): readonly Finding[] {
  return action.kind === 'create-thread' || action.kind === 'reopen-thread' ? action.findings : [];
}
