import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { demand, type GitServer, serveGit } from '../../git/git-server.ts';
import { TemporaryRepository, temporaryDirectory } from '../../git/temporary-repository.ts';
import { runStep, type Step, type StepResult } from '../runner.ts';
import { webhookExample } from '../webhook-examples.ts';
import { type DoubleOptions, GithubDouble } from './double.ts';

/** A token that is easy to find wherever it should not be. */
export const token = 'ghs_0123456789TheTokenOfTheTest';

const role = (name: string, verbs: string) => `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: ${name}
rules:
  - apiGroups: [apps]
    resources: [deployments]
    verbs: ${verbs}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: ${name}
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: ${name}
subjects:
  - kind: ServiceAccount
    name: ${name}
    namespace: ci
`;

const secret = `apiVersion: v1
kind: Secret
metadata:
  name: database
  namespace: shop
stringData:
  password: qL7vX2mWz9Rk4TtB
`;

/** Files of the two sides; a head's file of undefined is removed there. */
export type Files = Readonly<Record<string, string | undefined>>;

export const base: Files = {
  'clusters/prod/deployer.yaml': role('deployer', '[get, list]'),
  'README.md': '# Clusters\n',
};

/** Two findings on lines of the diff, and one about its commit, which has none. */
export const head: Files = {
  'clusters/prod/deployer.yaml': role('deployer', '["*"]'),
  'clusters/prod/database.yaml': secret,
};

/** `count` roles that gain a verb. */
export function many(count: number): { base: Files; head: Files } {
  const files = (verbs: string) =>
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => [`clusters/prod/role-${index}.yaml`, role(`role-${index}`, verbs)]),
    );
  return { base: files('[get]'), head: files('[get, "*"]') };
}

/** A request on a forge of its own: git over HTTP, the API's double, and runs of the built action. */
export class RequestFixture {
  readonly double: GithubDouble;
  readonly repository: TemporaryRepository;
  readonly #work: TemporaryRepository;
  readonly #server: GitServer;
  readonly apiUrl: string;

  private constructor(parts: {
    double: GithubDouble;
    repository: TemporaryRepository;
    work: TemporaryRepository;
    server: GitServer;
    apiUrl: string;
  }) {
    this.double = parts.double;
    this.repository = parts.repository;
    this.#work = parts.work;
    this.#server = parts.server;
    this.apiUrl = parts.apiUrl;
  }

  static async open(
    files: { base?: Files; head?: Files } = {},
    options: Partial<DoubleOptions> = {},
  ): Promise<RequestFixture> {
    const root = temporaryDirectory();
    const directory = join(root, 'shop', 'clusters');
    mkdirSync(directory, { recursive: true });
    const repository = TemporaryRepository.create({ bare: true, directory });
    for (const key of ['uploadpack.allowFilter', 'uploadpack.allowAnySHA1InWant'])
      repository.git('config', key, 'true');
    const work = TemporaryRepository.create();
    work.git('remote', 'add', 'origin', directory);
    write(work, files.base ?? base);
    const main = work.commit('Begin');
    work.git('push', '--quiet', 'origin', 'HEAD:refs/heads/main');
    write(work, files.head ?? head);
    const change = work.commit('Change');
    work.git('push', '--quiet', 'origin', 'HEAD:refs/heads/change');
    const server = await serveGit(join(root, 'shop'), demand('x-access-token', token));
    const double = new GithubDouble(repository, main, change, { token, ...options });
    return new RequestFixture({ double, repository, work, server, apiUrl: await double.listen() });
  }

  async close(): Promise<void> {
    await this.double.close();
    await this.#server.close();
  }

  /** A push: one more commit, or in place of the last one. */
  push(files: Files, { isRewritten = false, message = 'Go on' } = {}): string {
    if (isRewritten) this.#work.git('reset', '--quiet', '--hard', 'HEAD~1');
    write(this.#work, files);
    const head = this.#work.commit(message);
    this.#work.git('push', '--quiet', '--force', 'origin', 'HEAD:refs/heads/change');
    this.double.state.push(head);
    return head;
  }

  /** Runs the built action for the request's head, or for the commit given. */
  run(more: Partial<Step> & { readonly head?: string; readonly into?: string } = {}): Promise<StepResult> {
    const { head = this.double.state.head, into = 'main', env, ...rest } = more;
    const payload = webhookExample('pull_request');
    Object.assign(payload, { number: 2 });
    const request = payload.pull_request as { number: number; head: object; base: object };
    request.number = 2;
    Object.assign(request.head, { sha: head });
    Object.assign(request.base, { ref: into, sha: '1'.repeat(40) });
    return runStep({
      event: 'pull_request_target',
      payload,
      workspace: this.#workspace(),
      serverUrl: new URL(this.#server.url).origin,
      repository: 'shop/clusters',
      token,
      ...rest,
      env: { GITHUB_API_URL: this.apiUrl, GITHUB_JOB: 'gate', GITHUB_RUN_ID: '77', ...env },
    });
  }

  /** The base, as actions/checkout leaves it. */
  #workspace(): string {
    const workspace = TemporaryRepository.create();
    workspace.git('remote', 'add', 'origin', `${new URL(this.#server.url).origin}/shop/clusters`);
    workspace.git('fetch', '--quiet', '--no-tags', '--depth=1', this.repository.url, 'refs/heads/main');
    workspace.git('checkout', '--quiet', '--detach', 'FETCH_HEAD');
    return workspace.directory;
  }
}

function write(repository: TemporaryRepository, files: Files): void {
  for (const [path, text] of Object.entries(files)) {
    if (text === undefined) repository.remove(path);
    else repository.write(path, text);
  }
}

interface FoundFinding {
  readonly rule: string;
  readonly file: string | null;
  readonly fingerprint: string;
  readonly commit?: string;
}

/** The findings of a run's report. */
export function findingsOf({ outputs }: StepResult): readonly FoundFinding[] {
  return JSON.parse(readFileSync(outputs['report-json'] ?? '', 'utf8')).findings;
}

export const annotationsOf = ({ commands }: StepResult) =>
  commands.filter(({ name }) => ['error', 'warning', 'notice'].includes(name));
