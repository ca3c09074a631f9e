import type { Fact } from '../../../posture/model/fact.ts';
import { listOf } from '../../forge/answer.ts';
import { ApiFailure } from '../../forge/api-failure.ts';
import { factOf } from '../../forge/fact-of.ts';
import type { Patience } from '../../forge/patience.ts';
import { type Octokit, once } from '../api/client.ts';

/** What is asked. */
export interface Ask {
  /** `GET /repos/{owner}/{repo}/keys`. */
  readonly route: string;
  /** For people: `the deploy keys`. */
  readonly what: string;
  /** What a fine-grained token or an app needs for it. */
  readonly needs: string;
  readonly fields?: Readonly<Record<string, string | number>>;
}

/** Items of a page, and pages that are read at most. */
const [perPage, mostPages] = [100, 20];

/** Reads from one repository; what fails is a fact that is not known. */
export class Reads {
  readonly #octokit: Octokit;
  readonly #patience: Patience;
  readonly #path: Readonly<Record<string, string>>;

  /** `repository` is `owner/name`. */
  constructor(octokit: Octokit, patience: Patience, repository: string) {
    const [owner = '', repo = ''] = repository.split('/');
    this.#octokit = octokit;
    this.#patience = patience;
    this.#path = { owner, repo };
  }

  /** `read` throws OddAnswer where the answer is not what GitHub's description promises. */
  one<T>(ask: Ask, read: (data: unknown) => T): Promise<Fact<T>> {
    return factOf(async () => (await this.call(ask, (data) => read(data))).value, ask.needs);
  }

  /** All pages of a list. */
  all<T>(ask: Ask, read: (item: unknown) => T): Promise<Fact<readonly T[]>> {
    return factOf(async () => {
      const items: T[] = [];
      for (let page = 1; page <= mostPages; page++) {
        const asked = { ...ask, fields: { ...ask.fields, per_page: perPage, page } };
        const { value, link } = await this.call(asked, (data) => listOf(data).map(read));
        items.push(...value);
        // Where something on the way takes the header out, a full page may not be the last.
        if (link === undefined ? value.length < perPage : !/\brel="next"/.test(link)) return items;
      }
      throw new ApiFailure('over', `asking for ${ask.what}: there are more than ${mostPages * perPage}.`);
    }, ask.needs);
  }

  /** One request. Rejects with ApiFailure. */
  call<T>({ route, what, fields }: Ask, read: (data: unknown) => T): Promise<{ value: T; link: string | undefined }> {
    return this.#patience.call({
      what: `asking for ${what}`,
      isRepeatable: true,
      isWrite: false,
      make: async (signal) => {
        const answer = await this.#octokit.request(route, { ...this.#path, ...fields, request: once(signal) });
        return { value: read(answer.data), link: answer.headers.link };
      },
    });
  }
}
