import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { getOctokit } from '@actions/github';
import { checkRequest } from './check-request.ts';
import type { Fault } from './double.ts';

type Rest = ReturnType<typeof getOctokit>['rest'];
/** What an endpoint answers, by GitHub's description. */
type Data<F extends (...given: never[]) => Promise<{ data: unknown }>> = Awaited<ReturnType<F>>['data'];

type Rule = Data<Rest['repos']['getBranchRules']>[number];
type Ruleset = Pick<Data<Rest['repos']['getRepoRuleset']>, 'id' | 'name' | 'bypass_actors'>;
type Branch = Pick<Data<Rest['repos']['getBranch']>, 'name' | 'protected' | 'protection'>;
type Repository = Pick<
  Data<Rest['repos']['get']>,
  'full_name' | 'visibility' | 'private' | 'default_branch' | 'security_and_analysis'
>;
type DeployKey = Pick<Data<Rest['repos']['listDeployKeys']>[number], 'id' | 'title' | 'read_only'>;

/** How a repository is set up. */
export interface Settings {
  repository: Repository;
  branches: Branch[];
  /** By branch. */
  rules: Record<string, Rule[]>;
  rulesets: Ruleset[];
  /** Classic protection, by branch. */
  protection: Record<string, Data<Rest['repos']['getBranchProtection']>>;
  ownersErrors: Data<Rest['repos']['codeownersErrors']>['errors'];
  keys: DeployKey[];
  outsideAdmins: string[];
  actions: Data<Rest['actions']['getGithubActionsPermissionsRepository']>;
  selected: Data<Rest['actions']['getAllowedActionsRepository']>;
  token: Data<Rest['actions']['getGithubActionsDefaultWorkflowPermissionsRepository']>;
  forksPublic: {
    approval_policy: 'first_time_contributors_new_to_github' | 'first_time_contributors' | 'all_external_contributors';
  };
  forksPrivate: {
    run_workflows_from_fork_pull_requests: boolean;
    send_write_tokens_to_workflows: boolean;
    send_secrets_and_variables: boolean;
    require_approval_for_fork_pr_workflows: boolean;
  };
}

/** What the token may read: nothing of a private repository, its contents, what somebody who may write sees, or its settings too. */
export type Rights = 'none' | 'read' | 'write' | 'admin';

const info = { ruleset_source_type: 'Repository', ruleset_source: 'shop/clusters', ruleset_id: 7 } as const;

/** A repository that is set up as it should be. */
export function goodSettings(): Settings {
  return {
    repository: {
      full_name: 'shop/clusters',
      visibility: 'private',
      private: true,
      default_branch: 'main',
      security_and_analysis: {
        secret_scanning: { status: 'enabled' },
        secret_scanning_push_protection: { status: 'enabled' },
      },
    },
    branches: [{ name: 'main', protected: true, protection: { enabled: false } }],
    rules: {
      main: [
        {
          type: 'pull_request',
          parameters: {
            required_approving_review_count: 1,
            dismiss_stale_reviews_on_push: true,
            require_code_owner_review: true,
            require_last_push_approval: true,
            required_review_thread_resolution: true,
          },
          ...info,
        },
        {
          type: 'required_status_checks',
          parameters: {
            required_status_checks: [{ context: 'gitops-gate (refs/heads/main)', integration_id: 15_368 }],
            strict_required_status_checks_policy: false,
          },
          ...info,
        },
        { type: 'non_fast_forward', ...info },
        { type: 'deletion', ...info },
        { type: 'required_signatures', ...info },
      ],
    },
    rulesets: [{ id: 7, name: 'delivered', bypass_actors: [] }],
    protection: {},
    ownersErrors: [],
    keys: [{ id: 1, title: 'argocd', read_only: true }],
    outsideAdmins: [],
    actions: { enabled: true, allowed_actions: 'selected', sha_pinning_required: true },
    selected: { github_owned_allowed: true, verified_allowed: false, patterns_allowed: ['acme/*'] },
    token: { default_workflow_permissions: 'read', can_approve_pull_request_reviews: false },
    forksPublic: { approval_policy: 'all_external_contributors' },
    forksPrivate: {
      run_workflows_from_fork_pull_requests: false,
      send_write_tokens_to_workflows: false,
      send_secrets_and_variables: false,
      require_approval_for_fork_pr_workflows: true,
    },
  };
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

const refused: Answer = { status: 403, body: { message: 'Resource not accessible by personal access token' } };
const notFound: Answer = { status: 404, body: { message: 'Not Found' } };
const ok = (body: unknown): Answer => ({ status: 200, body });

/** The settings of one repository on GitHub, on loopback: requests are checked against GitHub's own description; faults by script. */
export class SettingsDouble {
  settings = goodSettings();
  rights: Rights = 'admin';
  faults: Fault[] = [];
  /** Called when a request gets no answer. */
  onStall: () => void = () => undefined;
  readonly seen: string[] = [];
  /** What was wrong with requests by GitHub's description: a test expects none. */
  readonly wrong: string[] = [];
  readonly #token: string;
  readonly #prefix: string;
  readonly #counts = new Map<Fault, number>();
  readonly #server = createServer((request, response) => void this.#serve(request, response));

  /** `prefix` is the API's path on its host: `/api/v3` on GitHub Enterprise Server. */
  constructor(token: string, prefix = '') {
    this.#token = token;
    this.#prefix = prefix;
  }

  async listen(port = 0): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(port, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}${this.#prefix}`;
  }

  close(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://localhost');
    url.pathname = url.pathname.slice(this.#prefix.length);
    const known = checkRequest(request.method ?? '', url, undefined);
    const route = 'route' in known ? known.route : `${request.method} ${url.pathname}`;
    this.seen.push(route);
    const send = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}) => {
      response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    };
    if ('wrong' in known) {
      this.wrong.push(`${route}: ${known.wrong}`);
      return send(422, { message: 'Validation Failed', errors: [known.wrong] });
    }
    const fault = this.#fault(route);
    if (fault?.cut === 'before') return void request.socket.destroy();
    if (fault?.stall === 'before') return this.onStall();
    if (fault?.status !== undefined) return send(fault.status, fault.body ?? { message: 'Fault' }, fault.headers);
    if (request.headers.authorization !== `token ${this.#token}`) return send(401, { message: 'Bad credentials' });
    const { status, body } = this.#answer(route.replace('GET /repos/{owner}/{repo}', ''), known.parameters);
    if (status !== 200 || !Array.isArray(body)) return send(status, fault?.body ?? body);
    const { page = 1, per_page = 30 } = known.parameters as { page?: number; per_page?: number };
    const items = body.slice((page - 1) * per_page, page * per_page);
    const next = new URL(url);
    next.searchParams.set('page', String(page + 1));
    send(200, fault?.body ?? items, page * per_page < body.length ? { link: `<${next}>; rel="next"` } : {});
  }

  #fault(route: string): Fault | undefined {
    return this.faults.find((fault) => {
      if (fault.route !== undefined && !fault.route.test(route)) return false;
      const count = (this.#counts.get(fault) ?? 0) + 1;
      this.#counts.set(fault, count);
      return count <= (fault.times ?? Number.POSITIVE_INFINITY);
    });
  }

  #answer(path: string, parameters: Readonly<Record<string, string | number>>): Answer {
    const { settings, rights } = this;
    const { repository } = settings;
    if (`${parameters.owner}/${parameters.repo}` !== repository.full_name) return notFound;
    if (rights === 'none') return notFound;
    const admin = (body: unknown) => (rights === 'admin' ? ok(body) : refused);
    const branch = String(parameters.branch);
    switch (path) {
      case '': {
        const { security_and_analysis: security, ...rest } = repository;
        return ok(rights === 'admin' ? { ...rest, security_and_analysis: security } : rest);
      }
      case '/branches':
        return ok(settings.branches);
      case '/branches/{branch}': {
        const found = settings.branches.find(({ name }) => name === branch);
        return found === undefined ? { status: 404, body: { message: 'Branch not found' } } : ok(found);
      }
      case '/branches/{branch}/protection': {
        const found = settings.protection[branch];
        if (rights !== 'admin') return refused;
        return found === undefined ? { status: 404, body: { message: 'Branch not protected' } } : ok(found);
      }
      case '/rules/branches/{branch}':
        return ok(settings.rules[branch] ?? []);
      case '/rulesets/{ruleset_id}': {
        const found = settings.rulesets.find(({ id }) => id === parameters.ruleset_id);
        if (found === undefined) return notFound;
        const { bypass_actors: actors, ...rest } = found;
        return ok(rights === 'admin' ? { ...rest, bypass_actors: actors } : rest);
      }
      case '/codeowners/errors':
        return ok({ errors: settings.ownersErrors });
      case '/keys':
        return admin(settings.keys);
      case '/collaborators':
        return rights === 'read'
          ? { status: 403, body: { message: 'Must have push access to view repository collaborators.' } }
          : ok(settings.outsideAdmins.map((login) => ({ login })));
      default:
        return this.#actions(path, admin);
    }
  }

  #actions(path: string, admin: (body: unknown) => Answer): Answer {
    const { actions, selected, token, forksPublic, forksPrivate, repository } = this.settings;
    switch (path.replace('/actions/permissions', '')) {
      case '':
        return admin(actions);
      case '/workflow':
        return admin(token);
      case '/selected-actions':
        return actions.allowed_actions === 'selected'
          ? admin(selected)
          : { status: 409, body: { message: 'Conflict' } };
      case '/fork-pr-contributor-approval':
        return repository.private ? { status: 422, body: { message: 'Not public' } } : admin(forksPublic);
      case '/fork-pr-workflows-private-repos':
        return repository.private ? admin(forksPrivate) : { status: 403, body: { message: 'Not private' } };
      default:
        return notFound;
    }
  }
}
