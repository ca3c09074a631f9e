import type { CreateThread } from '../../publish/action.ts';
import type { LinePlace } from '../../publish/place.ts';
import { count, shortId } from '../../report/wording.ts';
import type { Delivery } from '../forge/account.ts';
import { ApiFailure } from '../forge/api-failure.ts';
import { type CreateSummary, DeliveryRun, type Planner, runDelivery } from '../forge/delivery-run.ts';
import type { GithubThread } from './api/read-written.ts';
import type { LineComment, RequestApi } from './api/request-api.ts';

/** GitHub takes more, but answers slowly; and one that is refused costs less when it is small. */
const commentsPerReview = 30;

/** Where so many reviews were refused the diff is not what it seems, e.g. by attributes: each line that is left would cost more requests. */
const mostRefusals = 16;

/** Publishes on one pull request; see `runDelivery`. */
export function deliver(api: RequestApi, head: string, plan: Planner): Promise<Delivery> {
  return runDelivery(new GithubDelivery(api, head, plan));
}

class GithubDelivery extends DeliveryRun<GithubThread> {
  protected override readonly forge = 'GitHub';
  readonly #api: RequestApi;
  #refusals = 0;
  /** Whether the head was looked at in this round. */
  #isHeadSure = false;

  constructor(api: RequestApi, head: string, plan: Planner) {
    super(api, head, plan);
    this.#api = api;
  }

  /** The summary, then threads on lines by reviews, those on files one by one. */
  protected override async create(
    creations: readonly CreateThread[],
    summary: CreateSummary | undefined,
  ): Promise<void> {
    this.#isHeadSure = false;
    if (summary !== undefined) await this.createSummary(summary);
    const onLines = creations.filter(({ place }) => place.kind === 'line');
    for (let at = 0; at < onLines.length; at += commentsPerReview) {
      await this.#review(onLines.slice(at, at + commentsPerReview));
    }
    for (const creation of creations) {
      const { place, body } = creation;
      if (place.kind === 'file')
        await this.#createOn(creation, () => this.#api.createFileComment(this.head, place, body));
    }
  }

  /** One review; where a line of it is refused (422) it is halved until the line is found, which falls back to its file. */
  async #review(creations: readonly CreateThread[]): Promise<void> {
    const [first, ...more] = creations;
    if (first === undefined) return;
    try {
      await this.#api.createReview(this.head, reviewBody(creations), creations.flatMap(lineComment));
    } catch (error) {
      if (!(error instanceof ApiFailure) || error.kind !== 'invalid') return this.failed(error, creations);
      this.#refusals += 1;
      await this.#checkHead();
      if (more.length === 0 || this.#refusals >= mostRefusals) {
        for (const creation of creations) await this.#onFile(creation, error);
        return;
      }
      const half = Math.ceil(creations.length / 2);
      await this.#review(creations.slice(0, half));
      await this.#review(creations.slice(half));
      return;
    }
    this.created(creations);
  }

  #onFile(creation: CreateThread, why: ApiFailure): Promise<void> {
    return this.fallBack(creation, why, (place, body) => this.#api.createFileComment(this.head, place, body));
  }

  /** A review of another commit is refused too. */
  async #checkHead(): Promise<void> {
    if (this.#isHeadSure) return;
    const head = await this.#api.head();
    if (head !== this.head)
      throw new ApiFailure('over', `The request's head moved to ${shortId(head)} while publishing.`);
    this.#isHeadSure = true;
  }

  async #createOn(creation: CreateThread, make: () => Promise<void>): Promise<void> {
    try {
      await make();
      this.created([creation]);
    } catch (error) {
      if (error instanceof ApiFailure && error.kind === 'invalid') this.giveUp(creation, error);
      else this.failed(error, [creation]);
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
