import { isMapping } from '../../../plain-values.ts';
import type { Fact } from '../../../posture/model/fact.ts';
import { listOf } from '../../forge/answer.ts';
import { ApiFailure } from '../../forge/api-failure.ts';
import { factOf } from '../../forge/fact-of.ts';
import type { Patience } from '../../forge/patience.ts';
import type { Connection } from '../api/exchange.ts';
import { type Fetch, fetcher } from '../api/requester.ts';

/** What is asked. */
export interface Ask {
  /** After the project: `protected_branches`; empty for the project itself. */
  readonly path: string;
  /** For people: `the protected branches`. */
  readonly what: string;
  /** The role, scope or tier that it needs. */
  readonly needs: string;
}

/** Items of a page, and pages that are read at most. */
const [perPage, mostPages] = [100, 20];

/** Reads from one project; what fails is a fact that is not known. */
export class Reads {
  readonly #fetch: (signal: AbortSignal) => Fetch;
  readonly #patience: Patience;
  readonly #project: string;

  /** `api` is the address up to `/api/v4`, `project` its path. */
  constructor(api: string, token: string, project: string, connection: Connection, patience: Patience) {
    this.#fetch = (signal) => fetcher(api, token, connection, signal);
    this.#patience = patience;
    this.#project = project;
  }

  /** `read` throws OddAnswer where the answer is not what GitLab documents. */
  one<T>(ask: Ask, read: (answer: unknown) => T): Promise<Fact<T>> {
    return factOf(async () => (await this.#call(ask, {}, read)).value, ask.needs);
  }

  /** All pages of a list. */
  all<T>(ask: Ask, read: (item: unknown) => T): Promise<Fact<readonly T[]>> {
    return factOf(async () => {
      const items: T[] = [];
      for (let page = 1; page <= mostPages; page++) {
        const { value, next } = await this.#call(ask, { per_page: perPage, page }, (answer) =>
          listOf(answer).map(read),
        );
        items.push(...value);
        // Where something on the way takes the header out, a full page may not be the last.
        if (next === undefined ? value.length < perPage : next === '') return items;
      }
      throw new ApiFailure('over', `asking for ${ask.what}: there are more than ${mostPages * perPage}.`);
    }, ask.needs);
  }

  /** What `project(fullPath: …)` has of these fields. */
  graphql<T>({ what, needs, path: fields }: Ask, read: (project: unknown) => T): Promise<Fact<T>> {
    const query = `query Posture($path: ID!) { project(fullPath: $path) { ${fields} } }`;
    const make = async (signal: AbortSignal) => {
      const { body } = await this.#fetch(signal).post('../graphql', { query, variables: { path: this.#project } });
      return read(projectOf(body));
    };
    const ask = { what: `asking for ${what}`, isRepeatable: true, isWrite: false, make };
    return factOf(() => this.#patience.call(ask), needs);
  }

  #call<T>({ path, what }: Ask, query: Readonly<Record<string, number>>, read: (answer: unknown) => T) {
    const endpoint = `projects/${encodeURIComponent(this.#project)}${path === '' ? '' : `/${path}`}`;
    return this.#patience.call({
      what: `asking for ${what}`,
      isRepeatable: true,
      isWrite: false,
      make: async (signal) => {
        const { body, headers } = await this.#fetch(signal).get(endpoint, query);
        return { value: read(body), next: headers['x-next-page'] };
      },
    });
  }
}

/** GraphQL answers 200 also where it knows no such field, or the token may not see the project. */
function projectOf(body: unknown): unknown {
  const { data, errors } = (isMapping(body) ? body : {}) as { data?: unknown; errors?: unknown };
  if (Array.isArray(errors) && errors.length > 0) {
    const said = errors.map((error) => String((isMapping(error) ? error : {}).message ?? '')).join('; ');
    throw Object.assign(new Error(said), { status: 403, response: { headers: {} } });
  }
  const { project } = (isMapping(data) ? data : {}) as { project?: unknown };
  if (isMapping(project)) return project;
  throw Object.assign(new Error('the project is not shown'), { status: 404, response: { headers: {} } });
}
