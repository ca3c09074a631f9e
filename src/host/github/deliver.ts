import type { Finding } from '../../gate.ts';
import type { Action, CreateThread } from '../../publish/action.ts';
import type { LinePlace } from '../../publish/place.ts';
import { type Plan, type Publication, planPublication } from '../../publish/plan.ts';
import { count, shortId } from '../../report/wording.ts';
import { ApiFailure } from './api/api-failure.ts';
import type { GithubThread } from './api/read-written.ts';
import type { Folding, LineComment, RequestApi, RequestState } from './api/request-api.ts';

/** What became of publishing on a pull request. */
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

/** GitHub takes more, but answers slowly; and one that is refused costs less when it is small. */
const commentsPerReview = 30;
/** After something was created the request is read again, and once more where runs overlapped or an answer was unclear. */
const mostRounds = 5;

/**
 * Makes the request show what the report says: reads, plans, acts, and reads again until there is nothing to do. Never throws for
 * what the forge does; what could not be done is in `problems`.
 */
export async function deliver(
  api: RequestApi,
  head: string,
  publication: Omit<Publication, 'written'>,
): Promise<Delivery> {
  const run = new DeliveryRun(api, head, publication);
  try {
    for (let round = 1; await run.round(); round++) {
      if (round === mostRounds) break;
      if (run.isUnclear) await api.pause(1000 * 2 ** round);
    }
  } catch (error) {
    if (!(error instanceof ApiFailure)) throw error;
    run.fail(error);
  }
  return run.result();
}

class DeliveryRun {
  readonly #api: RequestApi;
  readonly #head: string;
  readonly #publication: Omit<Publication, 'written'>;
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
  #fileCommentsLeft = 0;

  constructor(api: RequestApi, head: string, publication: Omit<Publication, 'written'>) {
    this.#api = api;
    this.#head = head;
    this.#publication = publication;
  }

  /** Whether another round is needed to know that all is as it should be. */
  async round(): Promise<boolean> {
    this.#again = false;
    this.#unclear = [];
    const there = await this.#api.read();
    if (there.head !== this.#head) {
      this.#outdated(there.head);
      return false;
    }
    const plan = planPublication({ ...this.#publication, written: there });
    const actions = plan.actions.filter((action) => !this.#refused.has(nameOf(action)));
    this.#expect(plan);
    await this.#act(actions, there);
    return this.#again;
  }

  get isUnclear(): boolean {
    return this.#unclear.length > 0;
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

  #outdated(now: string): void {
    this.#state = 'outdated';
    this.#problems.add(
      `The request's head is ${shortId(now)} by now, and ${shortId(this.#head)} was judged: ${this.#written === 0 ? 'nothing was published' : 'publishing stopped'}. The run for the new head publishes.`,
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

  async #act(actions: readonly Action[], there: RequestState): Promise<void> {
    const threads = new Map(there.threads.map((thread) => [thread.id, thread]));
    const folded: { thread: GithubThread; to: Folding }[] = [];
    const creations = actions.filter((action): action is CreateThread => action.kind === 'create-thread');
    let isReviewed = false;
    for (const action of actions) {
      if (action.kind === 'create-thread') {
        if (!isReviewed) await this.#create(creations);
        isReviewed = true;
        continue;
      }
      const thread = 'thread' in action ? threads.get(action.thread) : undefined;
      const isDone = await this.#try(action, () => this.#write(action, thread));
      const to = isDone && thread !== undefined && !thread.isResolvedByOther ? foldingOf(action) : undefined;
      if (thread !== undefined && to !== undefined) folded.push({ thread, to });
    }
    await this.#fold(folded);
  }

  async #write(action: Exclude<Action, CreateThread>, thread: GithubThread | undefined): Promise<void> {
    switch (action.kind) {
      case 'create-summary':
        await this.#api.createSummary(action.body);
        this.#again = true;
        this.#hasSummary = true;
        return;
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

  async #writeThread(action: Extract<Action, { readonly thread: string }>, thread: GithubThread): Promise<void> {
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

  /** New threads: those on lines by reviews, those on files one by one. */
  async #create(creations: readonly CreateThread[]): Promise<void> {
    const onLines = creations.filter(({ place }) => place.kind === 'line');
    for (let at = 0; at < onLines.length; at += commentsPerReview) {
      await this.#review(onLines.slice(at, at + commentsPerReview));
    }
    for (const creation of creations) {
      const { place, body } = creation;
      if (place.kind === 'file')
        await this.#createOn(creation, () => this.#api.createFileComment(this.#head, place, body));
    }
  }

  /** One review; where a line of it is refused (422) it is halved until the line is found, which falls back to its file. */
  async #review(creations: readonly CreateThread[]): Promise<void> {
    const [first, ...more] = creations;
    if (first === undefined) return;
    try {
      await this.#api.createReview(this.#head, reviewBody(creations), creations.flatMap(lineComment));
    } catch (error) {
      if (!(error instanceof ApiFailure) || error.kind !== 'invalid') return this.#failed(error, creations);
      const head = await this.#api.head();
      if (head !== this.#head)
        throw new ApiFailure('late', `The request's head moved to ${shortId(head)} while publishing.`);
      if (more.length === 0) return this.#fallBack(first, error);
      const half = Math.ceil(creations.length / 2);
      await this.#review(creations.slice(0, half));
      await this.#review(creations.slice(half));
      return;
    }
    this.#created(creations);
  }

  async #fallBack(creation: CreateThread, why: ApiFailure): Promise<void> {
    const { place, fallback } = creation;
    const line = place.kind === 'line' ? (place.line.newLine ?? place.line.oldLine) : 0;
    const where = `${place.file}:${line}`;
    if (fallback === undefined || this.#fileCommentsLeft <= 0) return this.#giveUp(creation, where, why);
    this.#fileCommentsLeft -= 1;
    try {
      await this.#api.createFileComment(this.#head, fallback.place, fallback.body);
    } catch (error) {
      if (!(error instanceof ApiFailure) || error.kind !== 'invalid') return this.#failed(error, [creation]);
      return this.#giveUp(creation, where, error);
    }
    this.#problems.add(`GitHub refuses comments on ${where}: its file has the comment instead.`);
    this.#created([creation]);
  }

  #giveUp(creation: CreateThread, where: string, why: ApiFailure): void {
    this.#refused.add(nameOf(creation));
    const findings = count(creation.findings.length, 'finding');
    this.#problems.add(
      `GitHub refuses comments on ${where}: ${findings} can be read in the summary only. ${why.message}`,
    );
  }

  async #createOn(creation: CreateThread, make: () => Promise<void>): Promise<void> {
    try {
      await make();
      this.#created([creation]);
    } catch (error) {
      if (error instanceof ApiFailure && error.kind === 'invalid') this.#giveUp(creation, creation.place.file, error);
      else this.#failed(error, [creation]);
    }
  }

  #created(creations: readonly CreateThread[]): void {
    this.#written += 1;
    this.#again = true;
    for (const { findings } of creations) for (const finding of findings) this.#onDiff.add(finding);
  }

  /** Does one action; whether it is done. What a person removed meanwhile is planned anew. */
  async #try(action: Action, work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      this.#written += 1;
      return true;
    } catch (error) {
      this.#failed(error, [action]);
      return false;
    }
  }

  /** Unclear answers and vanished comments are looked up in another round; refusals are not tried again; all else ends publishing. */
  #failed(error: unknown, actions: readonly Action[]): void {
    if (!(error instanceof ApiFailure)) throw error;
    if (error.kind === 'unsure' || error.kind === 'missing') {
      this.#again = true;
      this.#unclear.push(error.message);
      return;
    }
    const isCreation = actions.every(({ kind }) => kind.startsWith('create'));
    if (error.kind === 'late' || (error.kind === 'denied' && isCreation)) throw error;
    for (const action of actions) this.#refused.add(nameOf(action));
    this.#problems.add(error.message);
  }

  async #fold(threads: readonly { thread: GithubThread; to: Folding }[]): Promise<void> {
    try {
      await this.#api.fold(threads);
    } catch (error) {
      if (!(error instanceof ApiFailure) || error.kind === 'late') throw error;
      // The text of the comments says the same: folding is a courtesy.
    }
  }
}

function lineComment({ place, body }: CreateThread): LineComment[] {
  return place.kind === 'line' ? [{ place: place satisfies LinePlace, body }] : [];
}

function reviewBody(creations: readonly CreateThread[]): string {
  const findings = creations.reduce((sum, { findings }) => sum + findings.length, 0);
  return `gitops-gate comments on ${count(findings, 'finding')}.`;
}

function findingsOf(action: Action): readonly Finding[] {
  return action.kind === 'create-thread' || action.kind === 'reopen-thread' ? action.findings : [];
}

/** What tells actions apart from round to round. */
function nameOf(action: Action): string {
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
