import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from '@jest/globals';
import { type Mapping, mapping, strings, valueUnder } from '../../src/plain-values.ts';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import { parseYaml } from '../../src/yaml/parse-yaml.ts';
import { built } from '../built.ts';
import { plainEnvironment, removeTemporary, TemporaryRepository } from '../git/temporary-repository.ts';
import { areInstalled } from '../installed.ts';
import { isThorough } from '../thorough.ts';
import { base, head } from './github-double/request-fixture.ts';

afterAll(removeTemporary);

const docs = join(import.meta.dirname, '../../.github/docs');

/** The first YAML block of a page below a heading. */
function snippet(page: string, heading: string): Mapping {
  const below = readFileSync(join(docs, page), 'utf8').split(`\n## ${heading}\n`)[1] ?? '';
  const text = /```yaml\n(.*?)```/s.exec(below)?.[1] ?? '';
  return mapping(parseYaml(Buffer.from(text), defaultPolicy.limits).documents[0]?.value);
}

/** A copy of this repository as the pages fetch it: its address and commit. */
function copy(): { readonly url: string; readonly commit: string } {
  const repository = TemporaryRepository.create();
  cpSync(dirname(dirname(built('cli/index.js'))), join(repository.directory, 'dist'), { recursive: true });
  repository.git('config', 'uploadpack.allowAnySHA1InWant', 'true');
  repository.git('add', '--all');
  repository.commit('Our copy');
  return { url: pathToFileURL(repository.directory).href, commit: repository.git('rev-parse', 'HEAD') };
}

/** A clone of a repository whose branch `change` has findings. */
function clone(): TemporaryRepository {
  const origin = TemporaryRepository.create();
  for (const [path, text] of Object.entries(base)) if (text !== undefined) origin.write(path, text);
  origin.commit('Begin');
  origin.git('checkout', '--quiet', '-b', 'change');
  for (const [path, text] of Object.entries(head)) if (text !== undefined) origin.write(path, text);
  origin.commit('Change');
  const work = TemporaryRepository.create();
  work.git('remote', 'add', 'origin', origin.directory);
  work.git('fetch', '--quiet', 'origin');
  work.git('checkout', '--quiet', '--detach', 'origin/change');
  return work;
}

interface Snippet {
  readonly script: string;
  readonly variables: Mapping;
}

const plainJob = (): Snippet => {
  const job = mapping(snippet('set-up-gitlab.md', 'Without the image')['gitops-gate']);
  return { script: strings(job.script).join('\n'), variables: mapping(job.variables) };
};
const bitbucket = (): Snippet => {
  const requests = mapping(valueUnder(snippet('other-forges.md', 'Bitbucket Pipelines'), 'pipelines', 'pull-requests'));
  const [first] = requests['**'] as readonly unknown[];
  return { script: strings(valueUnder(first, 'step', 'script')).join('\n'), variables: {} };
};
const azure = (): Snippet => {
  const steps = snippet('other-forges.md', 'Azure Pipelines').steps as readonly Mapping[];
  const step = mapping(steps.find(({ bash }) => bash !== undefined));
  return { script: String(step.bash), variables: mapping(step.env) };
};

const forges: readonly (readonly [string, () => Snippet, readonly string[], (head: string) => object])[] = [
  [
    'GitLab without the image',
    plainJob,
    ['-e', '-o', 'pipefail'],
    (commit) => ({
      CI_PIPELINE_SOURCE: 'merge_request_event',
      CI_MERGE_REQUEST_EVENT_TYPE: 'detached',
      CI_MERGE_REQUEST_IID: '7',
      CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main',
      CI_DEFAULT_BRANCH: 'main',
      CI_COMMIT_SHA: commit,
    }),
  ],
  ['Bitbucket', bitbucket, ['-e'], (commit) => ({ BITBUCKET_PR_DESTINATION_BRANCH: 'main', BITBUCKET_COMMIT: commit })],
  [
    'Azure',
    azure,
    [],
    (commit) => ({ SYSTEM_PULLREQUEST_TARGETBRANCH: 'refs/heads/main', SYSTEM_PULLREQUEST_SOURCECOMMITID: commit }),
  ],
];

// Each starts the built program.
const thoroughly = isThorough && areInstalled('bash') ? describe : describe.skip;
thoroughly.each(forges)('the snippet for %s', (_, read, flags, environment) => {
  const run = (commit: string, url: string, change = (script: string) => script) => {
    const { script: written, variables } = read();
    const script = change(written);
    const work = clone();
    const filled = (text: string) =>
      text.replace(/https:\/\/[\w./-]+\/gitops-gate(?![\w.-])/, url).replace(/0{40}/, commit);
    const set = Object.entries(variables).map(([name, value]) => [name, filled(String(value))]);
    const env = { ...plainEnvironment(), ...Object.fromEntries(set), ...environment(work.git('rev-parse', 'HEAD')) };
    const { status, stdout } = spawnSync('bash', [...flags, '-c', filled(script)], {
      cwd: work.directory,
      env,
      encoding: 'utf8',
    });
    const report = join(work.directory, 'gitops-gate-report/report.json');
    return { status, stdout, findings: existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')).findings : [] };
  };

  test('judges the request and only watches, as the page begins; without --fail-on never it blocks', () => {
    const { url, commit } = copy();
    const watching = run(commit, url);
    expect([watching.status, watching.findings.length]).toEqual([0, 3]);
    expect(watching.stdout).toContain('would have blocked');
    const { status, findings } = run(commit, url, (script) => script.replace(' --fail-on never', ''));
    expect([status, findings.length]).toEqual([1, 3]);
  });

  test('runs nothing that is of another commit', () => {
    const { url } = copy();
    const { status, stdout, findings } = run('1'.repeat(40), url);
    expect([status === 0, findings]).toEqual([false, []]);
    expect(stdout).not.toContain('Blocked');
  });
});
