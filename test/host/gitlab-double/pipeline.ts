import { appendFileSync, chmodSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { demand, type GitServer, serveGit } from '../../git/git-server.ts';
import { Shared, TemporaryRepository, temporaryDirectory } from '../../git/temporary-repository.ts';
import { runProgram } from '../../program/run-program.ts';
import { base as baseFiles, type Files, head as headFiles } from '../github-double/request-fixture.ts';
import { type DoubleOptions, GitlabDouble } from './double.ts';
import { token } from './requests.ts';

const jobToken = 'glcbt-0123456789TheTokenOfTheJob';

/** What became of one job. */
export interface JobResult {
  readonly code: number | null;
  readonly log: string;
  readonly workspace: string;
  /** What git was called with: its arguments and its environment. */
  readonly gitCalls: string;
}

/** Two commits, and what is made of them once for all tests. */
interface Made {
  readonly main: string;
  readonly change: string;
  /** Has both commits: `main`, and `change` checked out. */
  readonly work: TemporaryRepository;
  /** What the forge has. */
  readonly bare: TemporaryRepository;
}

const known = new Shared<Made>();

function make(): Made {
  const work = TemporaryRepository.create();
  const main = commit(work, baseFiles);
  const change = commit(work, headFiles);
  const bare = TemporaryRepository.create({ bare: true });
  for (const key of ['uploadpack.allowFilter', 'uploadpack.allowAnySHA1InWant']) bare.git('config', key, 'true');
  work.git('push', '--quiet', bare.directory, `${main}:refs/heads/main`, `${change}:refs/heads/change`);
  return { main, change, work, bare };
}

const workspaces = new Shared<TemporaryRepository>();

/** A project on a GitLab of its own, below a path: git over HTTP, the API's double, and jobs of the built command line. */
export class Pipeline {
  readonly double: GitlabDouble;
  readonly repository: TemporaryRepository;
  readonly api: string;
  readonly main: string;
  readonly #server: GitServer;
  readonly #made: Made;
  #work: TemporaryRepository | undefined;

  private constructor(parts: {
    double: GitlabDouble;
    repository: TemporaryRepository;
    made: Made;
    server: GitServer;
    api: string;
  }) {
    this.double = parts.double;
    this.repository = parts.repository;
    this.#made = parts.made;
    this.#server = parts.server;
    this.api = parts.api;
    this.main = parts.made.main;
  }

  static async open(options: Partial<DoubleOptions> = {}): Promise<Pipeline> {
    const made = known.get('', make);
    const root = temporaryDirectory();
    const directory = join(root, 'team', 'clusters.git');
    mkdirSync(directory, { recursive: true });
    const repository = TemporaryRepository.create({ bare: true, directory });
    cpSync(made.bare.directory, directory, { recursive: true });
    const server = await serveGit(join(root, 'team'), demand('gitlab-ci-token', jobToken));
    const double = new GitlabDouble(repository, made.main, made.change, { token, prefix: '/gitlab', ...options });
    return new Pipeline({ double, repository, made, server, api: `${await double.listen()}/api/v4` });
  }

  async close(): Promise<void> {
    await this.double.close();
    await this.#server.close();
  }

  push(files: Files): void {
    this.#work ??= this.#made.work.copy();
    const head = commit(this.#work, files);
    this.#work.git('push', '--quiet', '--force', this.repository.directory, 'HEAD:refs/heads/change');
    this.double.state.push(head);
  }

  /**
   * One job of a merge request's pipeline, as GitLab sets its variables; `more` replaces some, undefined takes one away. Reports for code
   * scanning hold the change, which takes less time, unless `flags` are given.
   */
  async run(
    more: Readonly<Record<string, string | undefined>> = {},
    flags: readonly string[] = ['--scan', 'change'],
    needsProcess = false,
  ): Promise<JobResult> {
    const workspace = this.#clone();
    const project = `${new URL(this.#server.url).origin}/team/clusters`;
    const git = recordingGit();
    const set: Record<string, string | undefined> = {
      PATH: git.path,
      HOME: temporaryDirectory(),
      GITLAB_CI: 'true',
      CI_PIPELINE_SOURCE: 'merge_request_event',
      CI_MERGE_REQUEST_EVENT_TYPE: 'detached',
      CI_MERGE_REQUEST_IID: '7',
      CI_MERGE_REQUEST_PROJECT_ID: '42',
      CI_MERGE_REQUEST_PROJECT_URL: project,
      CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main',
      CI_PROJECT_ID: '42',
      CI_PROJECT_URL: project,
      CI_DEFAULT_BRANCH: 'main',
      CI_COMMIT_SHA: this.double.state.head,
      CI_JOB_NAME: 'gitops-gate',
      CI_JOB_URL: `${project}/-/jobs/5`,
      CI_JOB_TOKEN: jobToken,
      CI_API_V4_URL: this.api,
      GITOPS_GATE_TOKEN: token,
      ...more,
    };
    const environment = Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined));
    const args = ['check', '--ci', 'gitlab', '--out', 'gitops-gate-report', ...flags];
    const { code, log } = await runProgram({ entry: 'cli', args, directory: workspace, environment, needsProcess });
    return { code, log, workspace, gitCalls: git.calls() };
  }

  /** As a runner clones: shallow, without credentials left behind. */
  #clone(): string {
    const head = this.repository.git('rev-parse', 'refs/heads/change');
    const { directory } = workspaces.get(head, () => this.#fetched()).copy();
    // What `git remote add` writes, without its process.
    const url = `${new URL(this.#server.url).origin}/team/clusters.git`;
    const remote = `[remote "origin"]\n\turl = ${url}\n\tfetch = +refs/heads/*:refs/remotes/origin/*\n`;
    appendFileSync(join(directory, '.git/config'), remote);
    return directory;
  }

  #fetched(): TemporaryRepository {
    const workspace = TemporaryRepository.create();
    workspace.git('fetch', '--quiet', '--no-tags', '--depth=1', this.repository.url, 'refs/heads/change');
    workspace.git('checkout', '--quiet', '--detach', 'FETCH_HEAD');
    return workspace;
  }
}

function commit(work: TemporaryRepository, files: Files): string {
  for (const [path, text] of Object.entries(files)) {
    if (text === undefined) work.remove(path);
    else work.write(path, text);
  }
  return work.commit('Go on');
}

/** A folder for PATH whose `git` writes down its arguments and environment, and then is the real one. */
function recordingGit(): { readonly path: string; calls(): string } {
  const folder = temporaryDirectory();
  const file = join(folder, 'calls');
  const real = (process.env.PATH ?? '').split(':').map((at) => join(at, 'git'));
  writeFileSync(
    join(folder, 'git'),
    `#!/bin/sh\n{ printf '%s\\n' "$*"; env; } >> '${file}'\nfor git in ${real.map((at) => `'${at}'`).join(' ')}; do\n  if [ -x "$git" ]; then exec "$git" "$@"; fi\ndone\n`,
  );
  chmodSync(join(folder, 'git'), 0o755);
  return { path: `${folder}:${process.env.PATH}`, calls: () => (existsSync(file) ? readFileSync(file, 'utf8') : '') };
}
