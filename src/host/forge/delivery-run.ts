import type { Finding } from '../../gate.ts';
import type { Action, CreateThread } from '../../publish/action.ts';
import type { FilePlace } from '../../publish/place.ts';
import type { Plan } from '../../publish/plan.ts';
import type { Note, Thread, Written } from '../../publish/written.ts';
import { count, shortId } from '../../report/wording.ts';
import { ApiFailure } from './api-failure.ts';

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

/** Everything that is on a request. */
export interface RequestState<T extends Thread> {
  readonly head: string;
  readonly threads: readonly T[];
  readonly notes: readonly Note[];
}

/** What may be done to a thread apart from writing, as far as the token may. */
export type Folding = 'close' | 'hide' | 'open';

/** One request on a forge. Every method rejects with ApiFailure. */
export interface ForgeApi<T extends Thread> {
  read(): Promise<RequestState<T>>;
  createSummary(body: string): Promise<void>;
  updateSummary(note: string, body: string): Promise<void>;
  removeSummary(note: string): Promise<void>;
  updateComment(thread: T, body: string): Promise<void>;
  removeComment(thread: T): Promise<void>;
  answer(thread: T, body: string): Promise<void>;
  /** Resolves, hides, or undoes both; does nothing where the token may not. */
  fold(threads: readonly { readonly thread: T; readonly to: Folding }[]): Promise<void>;
  /** Waits, in milliseconds, before what was not answered is looked up. */
  pause(milliseconds: number): Promise<void>;
}

/** What is to be done, given what is there. */
export type Planner = (written: Written) => Plan;

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
  readonly #problems = new Set<string>();
  /** What was refused for good, by `nameOf`: it is not tried again. */
  readonly #refused = new Set<string>();
  #state: Delivery['state'] = 'published';
  #onDiff = new Set<Finding>();
  #hasSummary = false;
  #written = 0;
  #again = false;
  /** What was not answered in this round. */
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
      this.#outdated(there.head);
      return false;
    }
    const plan = this.#plan(there);
    const actions = plan.actions.filter((action) => !this.#refused.has(nameOf(action)));
    this.#expect(plan);
    await this.#act(actions, there);
    return this.#again;
  }

  get isUnclear(): boolean {
    return this.#unclear.length > 0;
  }

  pause(milliseconds: number): Promise<void> {
    return this.#api.pause(milliseconds);
  }

  fail(error: ApiFailure): void {
    this.#problems.add(error.message);
    if (error.kind === 'denied' && this.#written === 0) this.#state = 'denied';
    else this.#state = this.#written > 0 ? 'partial' : 'failed';
  }

  result(): Delivery {
    for (const problem of this.#unclear) this.#problems.add(problem);
    const state = this.#state === 'published' && this.#problems.size > 0 ? 'partial' : this.#state;
    return {
      state,
      onDiff: this.#onDiff,
      hasSummary: this.#hasSummary,
      problems: [...this.#problems],
      written: this.#written,
    };
  }

  /** One line for the log. */
  protected problem(text: string): void {
    this.#problems.add(text);
  }

  protected created(creations: readonly CreateThread[]): void {
    this.#written += 1;
    this.#again = true;
    for (const { findings } of creations) for (const finding of findings) this.#onDiff.add(finding);
  }

  /** The summary by itself. */
  protected async createSummary(summary: CreateSummary): Promise<void> {
    const isDone = await this.#try(summary, () => this.#api.createSummary(summary.body));
    if (isDone) this.summaryCreated();
  }

  protected summaryCreated(): void {
    this.#again = true;
    this.#hasSummary = true;
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

  /** The place is refused for good: its findings are in the summary only. */
  protected giveUp(creation: CreateThread, why: ApiFailure): void {
    this.refuse(creation);
    const findings = count(creation.findings.length, 'finding');
    this.#problems.add(
      `${this.forge} refuses comments on ${placeOf(creation)}: ${findings} can be read in the summary only. ${why.message}`,
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
      this.#again = true;
      this.#unclear.push(error.message);
      return;
    }
    if (error.kind === 'late' || (error.kind === 'denied' && actions.every(isCreation))) throw error;
    for (const action of actions) this.refuse(action);
    this.#problems.add(error.message);
  }

  #outdated(now: string): void {
    this.#state = 'outdated';
    this.#problems.add(
      `The request's head is ${shortId(now)} by now, and ${shortId(this.head)} was judged: ${this.#written === 0 ? 'nothing was published' : 'publishing stopped'}. The run for the new head publishes.`,
    );
  }

  /** What is shown before the actions are done. */
  #expect({ actions, onDiff, hasSummary, fileCommentsLeft }: Plan): void {
    this.#fileCommentsLeft = fileCommentsLeft;
    this.#onDiff = new Set(onDiff);
    for (const action of actions) for (const finding of findingsOf(action)) this.#onDiff.delete(finding);
    this.#hasSummary =
      hasSummary && !actions.some(({ kind }) => kind === 'create-summary' || kind === 'update-summary');
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
      const isDone = await this.#try(action, () => this.#write(action, thread));
      const to = isDone && thread !== undefined && !thread.isResolvedByOther ? foldingOf(action) : undefined;
      if (thread !== undefined && to !== undefined) folded.push({ thread, to });
    }
    await this.fold(folded);
  }

  async #write(action: Change, thread: T | undefined): Promise<void> {
    switch (action.kind) {
      case 'update-summary':
        await this.#api.updateSummary(action.note, action.body);
        this.#hasSummary = true;
        return;
      case 'remove-summary':
        return this.#api.removeSummary(action.note);
      default:
        if (thread === undefined) throw new Error(`a plan for a thread that was not read: ${action.thread}`);
        await this.#writeThread(action, thread);
    }
  }

  async #writeThread(action: Extract<Change, { readonly thread: string }>, thread: T): Promise<void> {
    switch (action.kind) {
      case 'remove-thread':
        return this.#api.removeComment(thread);
      case 'answer-thread':
        return this.#api.answer(thread, action.body);
      default:
        await this.#api.updateComment(thread, action.body);
        for (const finding of findingsOf(action)) this.#onDiff.add(finding);
    }
  }

  /** Does one action; whether it is done. What a person removed meanwhile is planned again. */
  async #try(action: Action, work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      this.#written += 1;
      return true;
    } catch (error) {
      this.failed(error, [action]);
      return false;
    }
  }

  protected async fold(threads: readonly { thread: T; to: Folding }[]): Promise<void> {
    try {
      await this.#api.fold(threads);
    } catch (error) {
      if (!(error instanceof ApiFailure) || error.kind === 'late') throw error;
      // The text of the comments says the same: folding is a convenience.
    }
  }
}

/** `FILE:LINE` or `FILE`, for the log. */
function placeOf({ place }: CreateThread): string {
  return place.kind === 'line' ? `${place.file}:${place.line.newLine ?? place.line.oldLine}` : place.file;
}

function findingsOf(action: Action): readonly Finding[] {
  return action.kind === 'create-thread' || action.kind === 'reopen-thread' ? action.findings : [];
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
