import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Fault } from '../github-double/double.ts';

/** How a project is set up, as GitLab's API says it (doc/api/projects.md, protected_branches.md, merge_request_approvals.md, project_push_rules.md). */
export interface Settings {
  path: string;
  project: Record<string, unknown>;
  branches: string[];
  protectedBranches: Record<string, unknown>[];
  /** Null: no rule is set. */
  pushRule: Record<string, unknown> | null;
  approvals: Record<string, unknown>;
  approvalRules: Record<string, unknown>[];
  jobTokenScope: { inbound_enabled: boolean; outbound_enabled: boolean };
  /** Undefined: this GitLab has no such field. */
  policies: { name: string; enabled: boolean }[] | undefined;
}

/** A project that is set up as it should be, on Ultimate. */
export function goodSettings(): Settings {
  return {
    path: 'shop/platform/clusters',
    project: {
      id: 7,
      path_with_namespace: 'shop/platform/clusters',
      default_branch: 'main',
      visibility: 'private',
      only_allow_merge_if_pipeline_succeeds: true,
      allow_merge_on_skipped_pipeline: false,
      only_allow_merge_if_all_discussions_are_resolved: true,
      ci_config_path: '',
      ci_allow_fork_pipelines_to_run_in_parent_project: false,
      ci_push_repository_for_job_token_allowed: false,
      secret_push_protection_enabled: true,
    },
    branches: ['main'],
    protectedBranches: [
      {
        id: 1,
        name: 'main',
        push_access_levels: [
          { id: 1, access_level: 0, access_level_description: 'No one', user_id: null, group_id: null },
        ],
        merge_access_levels: [{ id: 2, access_level: 40, access_level_description: 'Maintainers' }],
        allow_force_push: false,
        code_owner_approval_required: true,
      },
    ],
    pushRule: { id: 1, reject_unsigned_commits: true, prevent_secrets: true },
    approvals: {
      reset_approvals_on_push: true,
      merge_requests_author_approval: false,
      merge_requests_disable_committers_approval: true,
    },
    approvalRules: [{ id: 1, name: 'All', rule_type: 'any_approver', approvals_required: 1, protected_branches: [] }],
    jobTokenScope: { inbound_enabled: true, outbound_enabled: false },
    policies: [{ name: 'gitops-gate', enabled: true }],
  };
}

/** What the token may: nothing of the project, what a developer sees, or its settings too; and on which tier. */
export type Role = 'none' | 'developer' | 'maintainer';

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

const ok = (body: unknown): Answer => ({ status: 200, body });
const notFound: Answer = { status: 404, body: { message: '404 Not Found' } };
const forbidden: Answer = { status: 403, body: { message: '403 Forbidden' } };

/** The settings of one project on GitLab, on loopback; faults by script. */
export class SettingsDouble {
  settings = goodSettings();
  role: Role = 'maintainer';
  isPremium = true;
  faults: Fault[] = [];
  /** Called when a request gets no answer. */
  onStall: () => void = () => undefined;
  readonly seen: string[] = [];
  readonly #token: string;
  readonly #prefix: string;
  readonly #counts = new Map<Fault, number>();
  readonly #server = createServer((request, response) => void this.#serve(request, response));

  /** `prefix` is the path the instance is below: `/gitlab`. */
  constructor(token: string, prefix = '') {
    this.#token = token;
    this.#prefix = prefix;
  }

  /** The address of its API. */
  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}${this.#prefix}/api/v4`;
  }

  close(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const path = url.pathname.slice(`${this.#prefix}/api`.length);
    const project = `/v4/projects/${encodeURIComponent(this.settings.path)}`;
    const route = path === '/graphql' ? 'graphql' : path.startsWith(project) ? path.slice(project.length) : path;
    this.seen.push(`${request.method} ${route}`);
    const send = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}) => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    };
    const fault = this.#fault(route);
    if (fault?.cut === 'before') return void request.socket.destroy();
    if (fault?.stall === 'before') return this.onStall();
    if (fault?.status !== undefined) return send(fault.status, fault.body ?? { message: 'Fault' }, fault.headers);
    if (request.headers['private-token'] !== this.#token) return send(401, { message: '401 Unauthorized' });
    if (this.role === 'none') return send(404, { message: '404 Project Not Found' });
    const { status, body } = this.#answer(route);
    if (fault !== undefined || status !== 200 || !Array.isArray(body)) return send(status, fault?.body ?? body);
    const [page, size] = [Number(url.searchParams.get('page') ?? 1), Number(url.searchParams.get('per_page') ?? 20)];
    const next = page * size < body.length ? String(page + 1) : '';
    send(200, body.slice((page - 1) * size, page * size), { 'x-next-page': next });
  }

  #fault(route: string): Fault | undefined {
    return this.faults.find((fault) => {
      if (fault.route !== undefined && !fault.route.test(route)) return false;
      const count = (this.#counts.get(fault) ?? 0) + 1;
      this.#counts.set(fault, count);
      return count <= (fault.times ?? Number.POSITIVE_INFINITY);
    });
  }

  #answer(route: string): Answer {
    const { settings, isPremium, role } = this;
    const maintainer = (body: unknown) => (role === 'maintainer' ? ok(body) : forbidden);
    const premium = (body: unknown) => (isPremium ? maintainer(body) : notFound);
    switch (route) {
      case '':
        return ok(role === 'maintainer' ? settings.project : this.#forDevelopers());
      case '/repository/branches':
        return ok(settings.branches.map((name) => ({ name })));
      case '/protected_branches':
        return maintainer(settings.protectedBranches);
      case '/push_rule':
        return premium(settings.pushRule);
      case '/approvals':
        return premium(settings.approvals);
      case '/approval_rules':
        return premium(settings.approvalRules);
      case '/job_token_scope':
        return maintainer(settings.jobTokenScope);
      case 'graphql': {
        if (settings.policies === undefined) {
          const message = "Field 'pipelineExecutionPolicies' doesn't exist on type 'Project'";
          return ok({ errors: [{ message }] });
        }
        return ok({ data: { project: { pipelineExecutionPolicies: { nodes: settings.policies } } } });
      }
      default:
        return { status: 404, body: { error: '404 Not Found' } };
    }
  }

  /** Settings of pipelines are for maintainers. */
  #forDevelopers(): Record<string, unknown> {
    const shown = Object.entries(this.settings.project).filter(([key]) => !/^ci_(?!config)|secret/.test(key));
    return Object.fromEntries(shown);
  }
}
