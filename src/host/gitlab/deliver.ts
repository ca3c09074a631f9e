import type { CreateThread } from '../../publish/action.ts';
import { instanceKey } from '../../publish/marker.ts';
import { shortId } from '../../report/wording.ts';
import type { Delivery } from '../forge/account.ts';
import { ApiFailure } from '../forge/api-failure.ts';
import { type CreateSummary, DeliveryRun, nameOf, type Planner, runDelivery } from '../forge/delivery-run.ts';
import type { Folding } from '../forge/forge-api.ts';
import { isOwnDraft } from './api/note-text.ts';
import type { Draft, GitlabThread } from './api/read-written.ts';
import type { RequestApi } from './api/request-api.ts';
import { missingRight } from './missing-right.ts';

/** Publishes on one merge request, as the gate of this name; see `runDelivery`. */
export function deliver(api: RequestApi, head: string, name: string, plan: Planner): Promise<Delivery> {
  return runDelivery(new GitlabDelivery(api, head, name, plan));
}

class GitlabDelivery extends DeliveryRun<GitlabThread> {
  protected override readonly forge = 'GitLab';
  readonly #api: RequestApi;
  readonly #instance: string;
  /** What was published as a draft: where it did not appear, its place is asked about by itself. */
  readonly #drafted = new Set<string>();
  #hasDrafts = true;

  constructor(api: RequestApi, head: string, name: string, plan: Planner) {
    super(api, head, plan);
    this.#api = api;
    this.#instance = instanceKey(name);
  }

  override fail(error: ApiFailure): void {
    const remedy = missingRight(error);
    super.fail(remedy === '' ? error : new ApiFailure(error.kind, `${error.message} ${remedy}`, error.status));
  }

  /** All that is new in one review, for which people get one e-mail; else one by one. */
  protected override async create(
    creations: readonly CreateThread[],
    summary: CreateSummary | undefined,
  ): Promise<void> {
    if (!this.#api.hasDiff && creations.length > 0) {
      this.problem(noDiff);
      for (const creation of creations) this.refuse(creation);
      if (summary !== undefined) await this.createSummary(summary);
      return;
    }
    const fresh = creations.filter((each) => !this.#drafted.has(nameOf(each)));
    const isReview = this.#hasDrafts && fresh.length > 0 && fresh.length + (summary === undefined ? 0 : 1) > 1;
    if (isReview && (await this.#review(creations, fresh, summary))) return;
    if (summary !== undefined) await this.createSummary(summary);
    for (const creation of creations) await this.#alone(creation);
  }

  protected override async fold(threads: readonly { thread: GitlabThread; to: Folding }[]): Promise<void> {
    try {
      await this.#api.fold(threads);
    } catch (error) {
      if (!(error instanceof ApiFailure) || error.kind === 'over') throw error;
      // Otherwise the text of the notes says the same.
      if (error.kind === 'denied') this.problem(`${error.message} ${resolving}`);
    }
  }

  /** Whether drafts were published; where not, none is left, and all goes one by one. */
  async #review(
    creations: readonly CreateThread[],
    fresh: readonly CreateThread[],
    summary: CreateSummary | undefined,
  ): Promise<boolean> {
    try {
      const drafted = await this.#draft(fresh);
      if (drafted.length === 0) return false;
      await this.#api.publishDrafts(summary?.body);
      for (const creation of drafted) this.#drafted.add(nameOf(creation));
      this.created(drafted, true);
      if (summary !== undefined) this.summaryCreated();
      for (const creation of creations) if (!drafted.includes(creation)) await this.#alone(creation);
      return true;
    } catch (error) {
      if (!(error instanceof ApiFailure)) throw error;
      await this.#removeDrafts();
      if (error.kind === 'over') throw error;
      // Drafts are not for every version and every token; and what is unclear is looked up before it is written again.
      this.#hasDrafts = false;
      if (error.kind === 'unsure') this.failed(error, creations);
      return error.kind === 'unsure';
    }
  }

  /** Those that are drafts now: none where a person has drafts too, which would be published with ours. */
  async #draft(creations: readonly CreateThread[]): Promise<readonly CreateThread[]> {
    const drafted: CreateThread[] = [];
    if (await this.#removeDrafts()) return [];
    for (const creation of creations) {
      try {
        await this.#api.createDraft(creation.place, creation.body);
        drafted.push(creation);
      } catch (error) {
        if (!(error instanceof ApiFailure) || error.kind !== 'invalid') throw error;
      }
    }
    const head = await this.#api.head();
    if (head !== this.head)
      throw new ApiFailure('over', `The request's head moved to ${shortId(head)} while publishing.`);
    // As late as can be: what a person began to write meanwhile is not to be published.
    let all = await this.#api.drafts();
    if (await this.#removeRepeated(all)) all = await this.#api.drafts();
    if (all.every((draft) => this.#isOwn(draft))) return drafted;
    await this.#removeDrafts();
    return [];
  }

  /** Removes drafts that were made although no answer said so, and then once more; whether there were any. */
  async #removeRepeated(all: readonly Draft[]): Promise<boolean> {
    const own = all.filter((draft) => this.#isOwn(draft));
    const repeated = own.filter((draft, at) => own.findIndex(({ text }) => text === draft.text) < at);
    for (const { id } of repeated) await this.#api.removeDraft(id);
    return repeated.length > 0;
  }

  /** Removes this instance's drafts, also those an earlier run left; whether there are others. */
  async #removeDrafts(): Promise<boolean> {
    try {
      const all = await this.#api.drafts();
      for (const draft of all) if (this.#isOwn(draft)) await this.#api.removeDraft(draft.id);
      return !all.every((draft) => this.#isOwn(draft));
    } catch (error) {
      if (!(error instanceof ApiFailure)) throw error;
      // Nothing more can be done about them now; the next run that drafts removes them.
      return true;
    }
  }

  async #alone(creation: CreateThread): Promise<void> {
    try {
      await this.#api.createThread(creation.place, creation.body);
      this.created([creation]);
    } catch (error) {
      if (!(error instanceof ApiFailure) || error.kind !== 'invalid') return this.failed(error, [creation]);
      await this.fallBack(creation, error, (place, body) => this.#api.createThread(place, body));
    }
  }

  #isOwn({ text }: Draft): boolean {
    return isOwnDraft(text, this.#instance);
  }
}

const noDiff =
  'GitLab has not made the diff of the head: what is new can be read in the summary only. Run the job again once the merge request shows its changes.';

/** https://docs.gitlab.com/user/permissions/ */
const resolving =
  'Threads are not resolved, their text says what became of them: with the role Developer the token could resolve them.';
