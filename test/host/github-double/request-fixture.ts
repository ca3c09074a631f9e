import { appendFileSync, cpSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { demand, type GitServer, serveGit } from '../../git/git-server.ts';
import { Shared, TemporaryRepository, temporaryDirectory } from '../../git/temporary-repository.ts';
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

/** `count` roles that gain a verb, so many in a file. */
export function many(count: number, inFile = 1): { base: Files; head: Files } {
  const files = (verbs: string) => {
    const texts: Record<string, string> = {};
    for (let index = 0; index < count; index++) {
      const path = `clusters/prod/role-${Math.floor(index / inFile)}.yaml`;
      texts[path] = [...(texts[path] === undefined ? [] : [texts[path]]), role(`role-${index}`, verbs)].join('---\n');
    }
    return texts;
  };
  return { base: files('[get]'), head: files('[get, "*"]') };
}

/** Two commits, and what is made of them once for all tests with the same files. */
interface Made {
  readonly main: string;
  readonly change: string;
  /** Has both commits: `main`, and `change` checked out. */
  readonly work: TemporaryRepository;
  /** What the forge has. */
  readonly bare: TemporaryRepository;
  /** The base, as actions/checkout leaves it, without its remote. */
  readonly checkout: TemporaryRepository;
}

const known = new Shared<Made>();

function make(files: { readonly base: Files; readonly head: Files }): Made {
  const key = JSON.stringify(files, (_, value) => value ?? null);
  return known.get(key, () => makeAnew(files));
}

function makeAnew(files: { readonly base: Files; readonly head: Files }): Made {
  const work = TemporaryRepository.create();
  write(work, files.base);
  const main = work.commit('Begin');
  write(work, files.head);
  const change = work.commit('Change');
  const bare = TemporaryRepository.create({ bare: true });
  for (const key of ['uploadpack.allowFilter', 'uploadpack.allowAnySHA1InWant']) bare.git('config', key, 'true');
  work.git('push', '--quiet', bare.directory, `${main}:refs/heads/main`, `${change}:refs/heads/change`);
  const checkout = TemporaryRepository.create();
  checkout.git('fetch', '--quiet', '--no-tags', '--depth=1', bare.url, 'refs/heads/main');
  checkout.git('checkout', '--quiet', '--detach', 'FETCH_HEAD');
  return { main, change, work, bare, checkout };
}

/** A request on a forge of its own: git over HTTP, the API's double, and runs of the built action. */
export class RequestFixture {
  readonly double: GithubDouble;
  readonly repository: TemporaryRepository;
  readonly apiUrl: string;
  readonly #made: Made;
  readonly #server: GitServer;
  #work: TemporaryRepository | undefined;

  private constructor(parts: {
    double: GithubDouble;
    repository: TemporaryRepository;
    made: Made;
    server: GitServer;
    apiUrl: string;
  }) {
    this.double = parts.double;
    this.repository = parts.repository;
    this.#made = parts.made;
    this.#server = parts.server;
    this.apiUrl = parts.apiUrl;
  }

  static async open(
    files: { base?: Files; head?: Files } = {},
    options: Partial<DoubleOptions> = {},
  ): Promise<RequestFixture> {
    const made = make({ base: files.base ?? base, head: files.head ?? head });
    const root = temporaryDirectory();
    const directory = join(root, 'shop', 'clusters');
    mkdirSync(directory, { recursive: true });
    const repository = TemporaryRepository.create({ bare: true, directory });
    cpSync(made.bare.directory, directory, { recursive: true });
    const server = await serveGit(join(root, 'shop'), demand('x-access-token', token));
    const double = new GithubDouble(repository, made.main, made.change, { token, ...options });
    return new RequestFixture({ double, repository, made, server, apiUrl: await double.listen() });
  }

  async close(): Promise<void> {
    await this.double.close();
    await this.#server.close();
  }

  /** A push: one more commit, or in place of the last one. */
  push(files: Files, { isRewritten = false, message = 'Go on' } = {}): string {
    this.#work ??= this.#made.work.copy();
    if (isRewritten) this.#work.git('reset', '--quiet', '--hard', 'HEAD~1');
    write(this.#work, files);
    const head = this.#work.commit(message);
    this.#work.git('push', '--quiet', '--force', this.repository.directory, 'HEAD:refs/heads/change');
    this.double.state.push(head);
    return head;
  }

  /** Runs the built action for the request's head, or for the commit given. */
  run(more: Partial<Step> & { readonly head?: string; readonly into?: string } = {}): Promise<StepResult> {
    const { head = this.double.state.head, into = 'main', env, ...rest } = more;
    const payload = webhookExample('pull_request');
    Object.assign(payload, { number: 2, repository: { default_branch: 'main', full_name: 'shop/clusters' } });
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
    const { directory } = this.#made.checkout.copy();
    const url = `${new URL(this.#server.url).origin}/shop/clusters`;
    // What `git remote add` writes, without its process.
    appendFileSync(
      join(directory, '.git/config'),
      `[remote "origin"]\n\turl = ${url}\n\tfetch = +refs/heads/*:refs/remotes/origin/*\n`,
    );
    return directory;
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
