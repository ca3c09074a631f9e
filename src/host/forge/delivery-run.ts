import type { Action, CreateThread } from '../../publish/action.ts';
import { shortFingerprint } from '../../publish/marker.ts';
import type { FilePlace } from '../../publish/place.ts';
import type { Plan } from '../../publish/plan.ts';
import type { Thread, Written } from '../../publish/written.ts';
import { count } from '../../report/wording.ts';
import { Account, type Delivery, findingsOf } from './account.ts';
import { ApiFailure } from './api-failure.ts';
import type { Folding, ForgeApi, RequestState } from './forge-api.ts';

/** What is to be done, given what is there, and the short fingerprints of findings whose places were refused. */
export type Planner = (written: Written, refused: ReadonlySet<string>) => Plan;

export type CreateSummary = Extract<Action, { readonly kind: 'create-summary' }>;

/** What is done to what is there. */
type Change = Exclude<Action, CreateThread | CreateSummary>;

function isCreation(action: Action): action is CreateThread | CreateSummary {
  return action.kind === 'create-thread' || action.kind === 'create-summary';
}

/** After something was created the request is read again, and once more where runs overlapped or an answer was unclear. */
const mostRounds = 5;

/**
 * Makes the request show what the report says: reads, plans, acts, and reads again until there is nothing to do. Never throws for
 * what the forge does; what could not be done is in `problems`.
 */
export async function runDelivery<T extends Thread>(run: DeliveryRun<T>): Promise<Delivery> {
  try {
    for (let round = 1; await run.round(); round++) {
      if (round === mostRounds) break;
      if (run.isUnclear) await run.pause(1000 * 2 ** round);
    }
  } catch (error) {
    if (!(error instanceof ApiFailure)) throw error;
    run.fail(error);
  }
  return run.result();
}

/** One delivery. How new threads are written is the forge's own: `create`. */
export abstract class DeliveryRun<T extends Thread> {
  readonly #api: ForgeApi<T>;
  protected readonly head: string;
  readonly #plan: Planner;
  readonly #account = new Account();
  /** What was refused for good, by `nameOf`: it is not tried again. */
  readonly #refused = new Set<string>();
  /** Findings whose places were, by short fingerprint: nothing else is planned for them. */
  readonly #placeless = new Set<string>();
  /** What the forge says it has written, by `nameOf`: where it is not there yet, it is waited for and not written once more. */
  readonly #confirmed = new Set<string>();
  #again = false;
  /** What is not known to be done in this round, and why. */
  #unclear: string[] = [];
  /** How many more comments on whole files there may be. */
  #fileCommentsLeft = 0;

  constructor(api: ForgeApi<T>, head: string, plan: Planner) {
    this.#api = api;
    this.head = head;
    this.#plan = plan;
  }

  /** The forge's name, for the log. */
  protected abstract readonly forge: string;

  /**
   * Writes new threads, and says of each what became of it: `created`, `giveUp` or `failed`; and the summary where none is there
   * yet: by `createSummary`, or together with the threads.
   */
  protected abstract create(creations: readonly CreateThread[], summary: CreateSummary | undefined): Promise<void>;

  /** Whether another round is needed to know that all is as it should be. */
  async round(): Promise<boolean> {
    this.#again = false;
    this.#unclear = [];
    const there = await this.#api.read();
    if (there.head !== this.head) {
      this.#account.outdated(this.head, there.head);
      return false;
    }
    const plan = this.#plan(there, this.#placeless);
    const actions = plan.actions.filter((action) => !this.#refused.has(nameOf(action)));
    this.#fileCommentsLeft = plan.fileCommentsLeft;
    this.#account.begin(plan);
    this.#remember(plan);
    const absent = actions.filter((action) => isCreation(action) && this.#confirmed.has(nameOf(action)));
    if (absent.length > 0)
      this.#lookAgain(`${this.forge} confirmed ${count(absent.length, 'comment')} that it does not show.`);
    await this.#act(
      actions.filter((action) => !absent.includes(action)),
      there,
    );
    return this.#again;
  }

  get isUnclear(): boolean {
    return this.#unclear.length > 0;
  }

  pause(milliseconds: number): Promise<void> {
    return this.#api.pause(milliseconds);
  }

  fail(error: ApiFailure): void {
    this.#account.fail(error);
  }

  result(): Delivery {
    for (const problem of this.#unclear) this.#account.problem(problem);
    return this.#account.result();
  }

  /** One line for the log. */
  protected problem(text: string): void {
    this.#account.problem(text);
  }

  /** New threads are written; where the forge may have dropped some of them all the same, what is missing is planned again. */
  protected created(creations: readonly CreateThread[], mayBeDropped = false): void {
    this.#again = true;
    this.#account.wrote(creations.flatMap(findingsOf));
    if (!mayBeDropped) for (const creation of creations) this.#confirmed.add(nameOf(creation));
  }

  /** The summary by itself. */
  protected async createSummary(summary: CreateSummary): Promise<void> {
    try {
      await this.#api.createSummary(summary.body);
    } catch (error) {
      return this.failed(error, [summary]);
    }
    this.#confirmed.add(nameOf(summary));
    this.#account.wrote();
    this.summaryCreated();
  }

  protected summaryCreated(): void {
    this.#again = true;
    this.#account.showsSummary();
  }

  /** The lines are refused: their file has the comment instead, where it may and as long as there may be more of them. */
  protected async fallBack(
    creation: CreateThread,
    why: ApiFailure,
    write: (place: FilePlace, body: string) => Promise<void>,
  ): Promise<void> {
    const { fallback } = creation;
    if (fallback === undefined || this.#fileCommentsLeft <= 0) return this.giveUp(creation, why);
    this.#fileCommentsLeft -= 1;
    try {
      await write(fallback.place, fallback.body);
    } catch (error) {
      if (!(error instanceof ApiFailure) || error.kind !== 'invalid') return this.failed(error, [creation]);
      return this.giveUp(creation, error);
    }
    this.problem(`${this.forge} refuses comments on ${placeOf(creation)}: its file has the comment instead.`);
    this.created([creation]);
  }

  /** The place is refused for good: its findings are not on the diff, and the summary is to remember that. */
  protected giveUp(creation: CreateThread, why: ApiFailure): void {
    for (const { fingerprint } of creation.findings) this.#placeless.add(shortFingerprint(fingerprint));
    this.#again = true;
    const findings = count(creation.findings.length, 'finding');
    this.#account.refused(
      `${this.forge} refuses comments on ${placeOf(creation)}: ${findings} without a comment on the diff. ${why.message}`,
    );
  }

  /** It is not tried again. */
  protected refuse(action: Action): void {
    this.#refused.add(nameOf(action));
  }

  /** Unclear answers and vanished comments are looked up in another round; refusals are not tried again; all else ends publishing. */
  protected failed(error: unknown, actions: readonly Action[]): void {
    if (!(error instanceof ApiFailure)) throw error;
    if (error.kind === 'unsure' || error.kind === 'missing') {
      this.#lookAgain(error.message);
      return;
    }
    if (error.kind === 'over' || (error.kind === 'denied' && actions.every(isCreation))) throw error;
    for (const action of actions) this.refuse(action);
    this.problem(error.message);
  }

  /** What an earlier run on the same commit could not place. */
  #remember({ refused }: Plan): void {
    const before = refused.filter(({ fingerprint }) => !this.#placeless.has(shortFingerprint(fingerprint)));
    if (before.length === 0) return;
    this.problem(
      `${this.forge} refused comments on ${count(before.length, 'finding')} when this commit was first judged.`,
    );
  }

  #lookAgain(why: string): void {
    this.#again = true;
    this.#unclear.push(why);
  }

  async #act(actions: readonly Action[], there: RequestState<T>): Promise<void> {
    const threads = new Map(there.threads.map((thread) => [thread.id, thread]));
    const folded: { thread: T; to: Folding }[] = [];
    const creations = actions.filter((action): action is CreateThread => action.kind === 'create-thread');
    const summary = actions.find((action): action is CreateSummary => action.kind === 'create-summary');
    let isCreated = false;
    for (const action of actions) {
      if (isCreation(action)) {
        if (!isCreated) await this.create(creations, summary);
        isCreated = true;
        continue;
      }
      const thread = 'thread' in action ? threads.get(action.thread) : undefined;
      const isDone = await this.#change(action, thread);
      const to = isDone && thread !== undefined && !thread.isResolvedByOther ? foldingOf(action) : undefined;
      if (thread !== undefined && to !== undefined) folded.push({ thread, to });
    }
    await this.fold(folded);
  }

  /** Does one change; whether it is done. What a person removed meanwhile is planned again. */
  async #change(action: Change, thread: T | undefined): Promise<boolean> {
    try {
      if (action.kind === 'update-summary') await this.#api.updateSummary(action.note, action.body);
      else if (action.kind === 'remove-summary') await this.#api.removeSummary(action.note);
      else if (thread === undefined) throw new Error(`a plan for a thread that was not read: ${action.thread}`);
      else await this.#changeThread(action, thread);
    } catch (error) {
      this.failed(error, [action]);
      return false;
    }
    this.#account.wrote(findingsOf(action));
    if (action.kind === 'update-summary') this.#account.showsSummary();
    return true;
  }

  #changeThread(action: Extract<Change, { readonly thread: string }>, thread: T): Promise<void> {
    if (action.kind === 'remove-thread') return this.#api.removeComment(thread);
    if (action.kind === 'answer-thread') return this.#api.answer(thread, action.body);
    return this.#api.updateComment(thread, action.body);
  }

  protected async fold(threads: readonly { thread: T; to: Folding }[]): Promise<void> {
    try {
      await this.#api.fold(threads);
    } catch (error) {
      if (!(error instanceof ApiFailure) || error.kind === 'over') throw error;
      // The text of the comments says the same: folding is a convenience.
    }
  }
}

/** `FILE:LINE` or `FILE`, for the log. */
function placeOf({ place }: CreateThread): string {
  return place.kind === 'line' ? `${place.file}:${place.line.newLine ?? place.line.oldLine}` : place.file;
}

/** What tells actions apart from round to round. */
export function nameOf(action: Action): string {
  if (action.kind === 'create-thread')
    return JSON.stringify([action.place, action.findings.map(({ fingerprint }) => fingerprint)]);
  return JSON.stringify([action.kind, 'thread' in action ? action.thread : 'note' in action ? action.note : '']);
}

function foldingOf(action: Action): Folding | undefined {
  if (action.kind === 'reopen-thread') return 'open';
  if (action.kind === 'answer-thread') return action.state === 'open' ? 'open' : undefined;
  if (action.kind === 'close-thread') return action.state === 'displaced' ? 'hide' : 'close';
  return undefined;
}
