import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { demand, type GitServer, serveGit } from '../../git/git-server.ts';
import { TemporaryRepository, temporaryDirectory } from '../../git/temporary-repository.ts';
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

/** A project on a GitLab of its own, below a path: git over HTTP, the API's double, and jobs of the built command line. */
export class Pipeline {
  readonly double: GitlabDouble;
  readonly repository: TemporaryRepository;
  readonly api: string;
  readonly main: string;
  readonly #server: GitServer;
  readonly #work: TemporaryRepository;

  private constructor(parts: {
    double: GitlabDouble;
    repository: TemporaryRepository;
    work: TemporaryRepository;
    server: GitServer;
    api: string;
    main: string;
  }) {
    this.double = parts.double;
    this.repository = parts.repository;
    this.#work = parts.work;
    this.#server = parts.server;
    this.api = parts.api;
    this.main = parts.main;
  }

  static async open(options: Partial<DoubleOptions> = {}): Promise<Pipeline> {
    const root = temporaryDirectory();
    const directory = join(root, 'team', 'clusters.git');
    mkdirSync(directory, { recursive: true });
    const repository = TemporaryRepository.create({ bare: true, directory });
    for (const key of ['uploadpack.allowFilter', 'uploadpack.allowAnySHA1InWant'])
      repository.git('config', key, 'true');
    const work = TemporaryRepository.create();
    work.git('remote', 'add', 'origin', directory);
    const main = commit(work, baseFiles, 'main');
    const change = commit(work, headFiles, 'change');
    const server = await serveGit(join(root, 'team'), demand('gitlab-ci-token', jobToken));
    const double = new GitlabDouble(repository, main, change, { token, prefix: '/gitlab', ...options });
    return new Pipeline({ double, repository, work, server, api: `${await double.listen()}/api/v4`, main });
  }

  async close(): Promise<void> {
    await this.double.close();
    await this.#server.close();
  }

  push(files: Files): void {
    this.double.state.push(commit(this.#work, files, 'change'));
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
    const workspace = TemporaryRepository.create();
    workspace.git('remote', 'add', 'origin', `${new URL(this.#server.url).origin}/team/clusters.git`);
    workspace.git('fetch', '--quiet', '--no-tags', '--depth=1', this.repository.url, 'refs/heads/change');
    workspace.git('checkout', '--quiet', '--detach', 'FETCH_HEAD');
    return workspace.directory;
  }
}

function commit(work: TemporaryRepository, files: Files, branch: string): string {
  for (const [path, text] of Object.entries(files)) {
    if (text === undefined) work.remove(path);
    else work.write(path, text);
  }
  const id = work.commit('Go on');
  work.git('push', '--quiet', '--force', 'origin', `HEAD:refs/heads/${branch}`);
  return id;
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
