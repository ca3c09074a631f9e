import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { removeTemporary, TemporaryRepository, temporaryDirectory } from '../git/temporary-repository.ts';
import { runStep, type Step, type StepResult } from './runner.ts';
import { checkout, type Forge, filesWith, recordingGit, sampleForge, token } from './sample-forge.ts';
import { webhookExample } from './webhook-examples.ts';

let forge: Forge;
beforeAll(async () => {
  forge = await sampleForge();
});
afterAll(async () => {
  await forge.close();
  removeTemporary();
});

const repository = { default_branch: 'main', full_name: 'shop/clusters' };

/** GitHub's own example payload, with the commits of the sample forge in it. */
function pullRequest(head = forge.change, into = 'main'): Record<string, unknown> {
  const payload: Record<string, unknown> = { ...webhookExample('pull_request'), repository };
  const request = payload.pull_request as { head: { sha: string }; base: { ref: string; sha: string } };
  Object.assign(request.head, { sha: head });
  // What the target was when the request was opened: it must not be what is judged.
  Object.assign(request.base, { ref: into, sha: '1'.repeat(40) });
  return payload;
}

function run(step: Partial<Step> & Pick<Step, 'event' | 'payload'>): Promise<StepResult> {
  return runStep({
    workspace: step.workspace ?? checkout(forge, forge.merge).directory,
    serverUrl: forge.url,
    repository: 'shop/clusters',
    token,
    ...step,
  });
}

const annotations = ({ commands }: StepResult) =>
  commands.filter(({ name }) => ['error', 'warning', 'notice'].includes(name));
const report = ({ outputs }: StepResult) => JSON.parse(readFileSync(outputs['report-json'] ?? '', 'utf8'));

describe('a pull request, from a checkout of one synthetic commit', () => {
  let result: StepResult;
  const git = recordingGit();
  let workspace: TemporaryRepository;
  beforeAll(async () => {
    workspace = checkout(forge, forge.merge);
    const env = { PATH: git.path };
    result = await run({
      event: 'pull_request',
      payload: pullRequest(),
      workspace: workspace.directory,
      env,
      needsProcess: true,
    });
  });

  test('is blocked, by the program that action.yml names', () => {
    expect(readFileSync(join(import.meta.dirname, '../../action.yml'), 'utf8')).toContain('main: dist/action/index.js');
    expect(result.code).toBe(1);
    const { counts, findings } = report(result);
    expect(result.outputs).toMatchObject({
      outcome: 'blocked',
      findings: String(findings.length),
      ...Object.fromEntries(Object.entries(counts).map(([severity, count]) => [severity, String(count)])),
      'publish-status': 'published',
    });
    expect(findings.length).toBeGreaterThan(2);
  });

  test('compares the target as it is now with the head of the event', () => {
    expect(report(result)).toMatchObject({ range: { target: forge.main, head: forge.change, trust: forge.main } });
  });

  test('each finding is an annotation, those in a file on their line', () => {
    const shown = annotations(result).map(({ name, properties: { title, file, line } }) => [name, title, file, line]);
    const found = report(result).findings.map(
      (finding: { severity: string; rule: string; file: string | null; line: number | null }) => {
        const { severity, rule, file, line } = finding;
        return ['error', `${severity}: ${rule}`, file ?? undefined, line?.toString()];
      },
    );
    expect(shown).toEqual(found);
    const files = shown.map(([, title, file]) => [title, file]);
    expect(files).toContainEqual(['critical: secret-protection-lost', 'clusters/prod/shop/database.yaml']);
    expect(files).toContainEqual(['high: unsigned-commit', undefined]);
    expect(files).toContainEqual(['high: untrusted-signer', undefined]);
  });

  test('the summary links into the head', () => {
    expect(result.summary).toContain('blocked');
    expect(result.summary).toContain(
      `${forge.url}/shop/clusters/blob/${forge.change}/clusters/prod/shop/database.yaml#L`,
    );
  });

  test('the reports are where the outputs say', () => {
    for (const name of ['report-json', 'report-sarif', 'report-markdown', 'report-ocsf', 'report-openmetrics']) {
      expect(readFileSync(result.outputs[name] ?? '', 'utf8')).not.toBe('');
    }
  });

  test('long steps are groups of the log, each closed', () => {
    const names = result.commands.map(({ name }) => name);
    expect(names.filter((name) => name === 'group').length).toBeGreaterThan(2);
    expect(names.filter((name) => name === 'endgroup').length).toBe(names.filter((name) => name === 'group').length);
  });

  test('the token goes to the forge, and nowhere else', () => {
    expect(forge.authorizations.length).toBeGreaterThan(0);
    expect(git.arguments()).toContain('fetch');
    const encoded = Buffer.from(`x-access-token:${token}`).toString('base64');
    for (const secret of [token, encoded]) {
      expect(git.arguments()).not.toContain(secret);
      expect(filesWith(result.folder, secret)).toEqual([]);
      expect(filesWith(workspace.directory, secret)).toEqual([]);
      const lines = result.log.split('\n').filter((line) => line.includes(secret));
      expect(lines).toEqual([`::add-mask::${secret}`]);
    }
  });

  test('the checkout is left as it was', () => {
    expect(workspace.git('status', '--porcelain')).toBe('');
    expect(workspace.git('rev-parse', 'HEAD')).toBe(forge.merge);
    expect(workspace.git('rev-list', '--all', '--count')).toBe('1');
    expect(workspace.git('remote', '-v').split('\n')).toHaveLength(2);
  });
});

test('on Gitea and Forgejo no comment can be written, and the status says so', async () => {
  for (const name of ['GITEA_ACTIONS', 'FORGEJO_ACTIONS']) {
    const { code, outputs } = await run({ event: 'pull_request', payload: pullRequest(), env: { [name]: 'true' } });
    expect([code, outputs['publish-status']]).toEqual([1, 'fallback']);
  }
  const inputs = { comment: 'off' };
  const off = await run({ event: 'pull_request', payload: pullRequest(), inputs, env: { GITEA_ACTIONS: 'true' } });
  expect(off.outputs['publish-status']).toBe('published');
});

describe('the command line in the place of the action', () => {
  test('judges and reports the same, with the flags as inputs', async () => {
    const out = temporaryDirectory();
    const result = await run({
      event: 'pull_request',
      payload: pullRequest(),
      flags: ['--fail-on', 'never', '--out', out],
    });
    expect([result.code, result.outputs.outcome, result.outputs['report-json']]).toEqual([
      0,
      'passed',
      join(out, 'report.json'),
    ]);
    expect(report(result)).toMatchObject({ failOn: 'never', failOnFrom: 'input', range: { head: forge.change } });
    expect(annotations(result).length).toBeGreaterThan(2);
    expect(result.summary).toContain('would have blocked');
    const said = result.log.split('\n').filter((line) => line.includes(token));
    expect(said).toEqual([`::add-mask::${token}`]);
  });

  test('without a token says which variable it is', async () => {
    const result = await run({ event: 'pull_request', payload: pullRequest(), flags: [], token: '' });
    expect([result.code, result.log]).toEqual([2, expect.stringContaining('GITHUB_TOKEN is not set.')]);
  });

  test('a wrong flag is a problem of the job', async () => {
    const result = await run({ event: 'pull_request', payload: pullRequest(), flags: ['--max-comments', 'x'] });
    expect([result.code, annotations(result)[0]?.message]).toEqual([
      2,
      expect.stringContaining('max-comments cannot be "x"'),
    ]);
  });
});

describe('other requests', () => {
  test('a good change passes', async () => {
    const result = await run({ event: 'pull_request', payload: pullRequest(forge.harmless) });
    expect([result.code, result.outputs.outcome, result.outputs.findings]).toEqual([0, 'passed', '0']);
    expect(annotations(result)).toEqual([]);
  });

  test('a target that has moved on is merged with', async () => {
    const main = TemporaryRepository.clone(forge.repository.url);
    main.write('clusters/prod/other.yaml', 'kind: ConfigMap\napiVersion: v1\nmetadata: {name: other}\n');
    const moved = main.commit('Add another');
    main.git('push', '--quiet', 'origin', 'HEAD:refs/heads/moved');
    const result = await run({ event: 'pull_request', payload: pullRequest(forge.change, 'moved') });
    const range = { target: moved, mergeBase: forge.main, head: forge.change, notes: [] };
    expect(report(result)).toMatchObject({ range, unjudged: [] });
    expect([result.code, result.outputs.outcome]).toEqual([1, 'blocked']);
  });

  test('the input base cannot lead to a weaker one', async () => {
    const weak = TemporaryRepository.clone(forge.repository.url);
    weak.remove('.gitops-gate').commit('Begin without a policy');
    weak.git('push', '--quiet', 'origin', 'HEAD:refs/heads/weak');
    weak.git('fetch', '--quiet', forge.repository.url, forge.change);
    weak.git('push', '--quiet', 'origin', `${forge.change}:refs/heads/same`);
    for (const base of ['weak', 'same']) {
      const result = await run({ event: 'pull_request', payload: pullRequest(), inputs: { base } });
      expect([result.code, result.outputs.outcome]).toEqual([1, 'blocked']);
      const range = { target: forge.main, trust: forge.main, branch: 'main' };
      const note = expect.stringContaining(`The input base: ${base} was not followed`);
      expect(report(result)).toMatchObject({ range, notes: expect.arrayContaining([note]) });
    }
    // An event that says no target takes what the inputs say, under the default branch's policy.
    const payload = { repository };
    const inputs = { base: 'weak', head: forge.change };
    const other = await run({ event: 'repository_dispatch', payload, inputs });
    expect(report(other)).toMatchObject({ range: { trust: forge.main, branch: 'weak' } });
  });

  test('a request into a branch that nothing is delivered from is not judged, whatever its own policy says', async () => {
    const main = TemporaryRepository.clone(forge.repository.url);
    main.write('.gitops-gate/policy.yaml', 'version: 1\nbranches: [named, release/*]\n').commit('Name the branches');
    main.git('push', '--quiet', 'origin', 'HEAD:refs/heads/named');
    main.remove('.gitops-gate/policy.yaml').commit('A weaker policy');
    for (const name of ['loose', 'release/1']) main.git('push', '--quiet', 'origin', `HEAD:refs/heads/${name}`);
    const into = (branch: string) => {
      const payload = {
        ...pullRequest(forge.harmless, branch),
        repository: { ...repository, default_branch: 'named' },
      };
      return run({ event: 'pull_request_target', payload });
    };
    const loose = await into('loose');
    expect([loose.code, loose.outputs.outcome]).toEqual([2, 'could-not-judge']);
    expect(report(loose).unjudged).toEqual([
      {
        what: expect.stringMatching(/into loose .* default branch named allows named, release\/\*/),
        remedy: expect.anything(),
      },
    ]);
    for (const branch of ['named', 'release/1']) expect((await into(branch)).outputs.outcome).toBe('passed');
  });

  test('a default branch in name only has no say', async () => {
    const payload = { ...pullRequest(forge.harmless), repository: { ...repository, default_branch: 'nowhere' } };
    const result = await run({ event: 'pull_request', payload });
    expect([result.code, result.outputs.outcome]).toEqual([0, 'passed']);
    expect(report(result).notes).toEqual([expect.stringContaining('counts for a merge into main, and for no other')]);
  });

  test('pull_request_target, with the base checked out', async () => {
    const workspace = checkout(forge, forge.main).directory;
    const result = await run({ event: 'pull_request_target', payload: pullRequest(), workspace });
    expect([result.code, result.outputs.outcome]).toEqual([1, 'blocked']);
    expect(report(result)).toMatchObject({ range: { target: forge.main, head: forge.change } });
  });

  test('fail-on: never reports the same and passes', async () => {
    const result = await run({ event: 'pull_request', payload: pullRequest(), inputs: { 'fail-on': 'never' } });
    expect([result.code, result.outputs.outcome]).toEqual([0, 'passed']);
    expect(Number(result.outputs.findings)).toBeGreaterThan(2);
    expect(new Set(annotations(result).map(({ name }) => name))).toEqual(new Set(['warning']));
    expect(result.summary).toContain('watching, would have blocked');
  });

  test('comment: summary writes no annotations, comment: off neither', async () => {
    const payload = pullRequest();
    const summary = await run({ event: 'pull_request', payload, inputs: { comment: 'summary' } });
    expect(annotations(summary)).toEqual([]);
    expect(summary.summary).not.toBe('');
    const off = await run({ event: 'pull_request', payload, inputs: { comment: 'off' } });
    expect(annotations(off)).toEqual([]);
    expect(off.summary).toBe('');
    expect(off.log).toContain('secret-protection-lost');
  });

  test('max-comments leaves annotations out and counts them', async () => {
    const result = await run({ event: 'pull_request', payload: pullRequest(), inputs: { 'max-comments': '1' } });
    expect(annotations(result)).toHaveLength(1);
    expect(annotations(result)[0]?.properties.title).toMatch(/^critical: /);
    expect(result.log).toContain(`${Number(result.outputs.findings) - 1} more have no annotation`);
    expect(result.outputs['publish-status']).toBe('partial');
  });

  test('a merge queue: base_sha to head_sha', async () => {
    const payload = webhookExample('merge_group');
    Object.assign(payload.merge_group as object, { base_sha: forge.main, head_sha: forge.merge });
    const result = await run({ event: 'merge_group', payload });
    expect([result.code, result.outputs.outcome]).toEqual([1, 'blocked']);
    expect(report(result)).toMatchObject({
      range: { target: forge.main, head: forge.merge, synthetic: [forge.merge] },
    });
  });
});

describe('pushes, releases, schedules', () => {
  const pushed = (more: object) => ({
    ...webhookExample('push', (p) => p.ref === 'refs/heads/master'),
    repository,
    ...more,
  });

  test('a push is judged from before to after; signatures report only', async () => {
    const payload = pushed({ ref: 'refs/heads/main', before: forge.main, after: forge.change, created: false });
    const result = await run({ event: 'push', payload, workspace: checkout(forge, forge.change).directory });
    expect([result.code, result.outputs.outcome]).toEqual([1, 'blocked']);
    const levels = annotations(result).map(({ name, properties: { title } }) => `${name} ${title}`);
    expect(levels).toContain('error critical: secret-protection-lost');
    expect(levels).toContain('warning high: unsigned-commit');
  });

  test('a push to the default branch is judged by what it changes, and code scanning gets all that is there', async () => {
    const after = forge.repository.git('commit-tree', `${forge.change}^{tree}`, '-p', forge.change, '-m', 'Nothing');
    const sarif = ({ outputs }: StepResult) => JSON.parse(readFileSync(outputs['report-sarif'] ?? '', 'utf8')).runs[0];
    const payload = pushed({ ref: 'refs/heads/main', before: forge.change, after, created: false });
    const result = await run({ event: 'push', payload });
    const rules = (all: { ruleId?: string; rule?: string }[]) => all.map(({ ruleId, rule }) => ruleId ?? rule);
    expect(rules(report(result).findings)).toEqual(['unsigned-commit']);
    expect(result.outputs).toMatchObject({ outcome: 'passed', findings: '1' });
    expect(rules(sarif(result).results)).toEqual(expect.arrayContaining(['plaintext-secret', 'rbac-widened']));
    expect(sarif(result).automationDetails.id).toBe('gitops-gate/state/');
    expect(result.log).toMatch(/hold all that is there after the change \(scan: state\): \d+ findings/);
    const other = await run({ event: 'push', payload, inputs: { scan: 'change' } });
    expect(sarif(other)).toMatchObject({ results: [], automationDetails: { id: 'gitops-gate/change/' } });
    expect(other.outputs).toMatchObject({ outcome: 'passed', findings: '1' });
  });

  test('a new branch is judged against the default branch', async () => {
    const payload = pushed({ ref: 'refs/heads/change', before: '0'.repeat(40), after: forge.change });
    const result = await run({ event: 'push', payload, workspace: checkout(forge, forge.change).directory });
    expect(result.code).toBe(1);
    expect(report(result)).toMatchObject({ range: { kind: 'new-branch', target: forge.main } });
  });

  test('a deleted branch passes with a note', async () => {
    const payload = pushed({ ref: 'refs/heads/gone', deleted: true, after: '0'.repeat(40), before: forge.change });
    const result = await run({ event: 'push', payload });
    expect([result.code, result.outputs.outcome, result.outputs.findings]).toEqual([0, 'passed', '0']);
    expect(annotations(result).map(({ message }) => message)).toEqual([
      'refs/heads/gone was deleted: there is nothing to judge.',
    ]);
  });

  test('an unsigned tag of a release is a finding', async () => {
    forge.repository.git('tag', '--annotate', '--message=one', 'v1', forge.main);
    const payload = { ...webhookExample('release'), repository, release: { tag_name: 'v1' } };
    const result = await run({ event: 'release', payload, workspace: checkout(forge, forge.main).directory });
    expect(report(result)).toMatchObject({ range: { kind: 'tag' } });
    expect([result.code, result.outputs.outcome]).toEqual([1, 'blocked']);
    expect(annotations(result).map(({ properties }) => properties.title)).toEqual(['high: unsigned-commit']);
  });

  test('a schedule audits the branch', async () => {
    const payload = { schedule: '0 3 * * *' };
    const env = { GITHUB_REF: 'refs/heads/change' };
    const result = await run({ event: 'schedule', payload, env });
    expect(report(result)).toMatchObject({ command: 'audit', range: { kind: 'audit', head: forge.change } });
    expect(result.code).toBe(1);
  });

  test('a run by hand audits the ref it was started on', async () => {
    const payload = { ...webhookExample('workflow_dispatch'), ref: 'refs/heads/main', repository };
    const result = await run({ event: 'workflow_dispatch', payload });
    expect(report(result)).toMatchObject({ command: 'audit', range: { kind: 'audit', head: forge.main } });
  });
});

describe('mistakes end with 2 and say what to do', () => {
  const errorsOf = (result: StepResult) => {
    expect(result.code).toBe(2);
    // Whoever reads a number finds one.
    const counts = { critical: '0', high: '0', medium: '0', low: '0' };
    expect(result.outputs).toMatchObject({ outcome: 'could-not-judge', ...counts, 'publish-status': 'published' });
    return annotations(result).map(({ name, message }) => `${name}: ${message}`);
  };

  test('no token', async () => {
    const result = await run({ event: 'pull_request', payload: pullRequest(), inputs: { 'github-token': '' } });
    expect(errorsOf(result)).toEqual([
      "error: The input github-token is empty, so the target branch cannot be fetched.\nRemove the input to use the job's own token (it needs contents: read), or give a token that is not empty.",
    ]);
  });

  test('a token that may not read', async () => {
    const result = await run({ event: 'pull_request', payload: pullRequest(), token: 'expired' });
    expect(errorsOf(result)).toEqual([expect.stringMatching(/refs\/heads\/main[\s\S]*token that may read/)]);
  });

  test('no checkout', async () => {
    const folder = (await run({ event: 'push', payload: {} })).folder;
    const result = await run({ event: 'pull_request', payload: pullRequest(), workspace: folder });
    expect(errorsOf(result)).toEqual([expect.stringMatching(/^error: .*git repository/)]);
  });

  test('a base that does not exist', async () => {
    const result = await run({ event: 'pull_request', payload: pullRequest(forge.change, 'mian') });
    expect(errorsOf(result)).toEqual([expect.stringContaining('refs/heads/mian')]);
  });

  test('a broken policy on the base', async () => {
    const base = TemporaryRepository.clone(forge.repository.url);
    base.write('.gitops-gate/policy.yaml', 'version: 1\nfailon: high\n').commit('Break the policy');
    base.git('push', '--quiet', 'origin', 'HEAD:refs/heads/broken');
    const result = await run({ event: 'pull_request', payload: pullRequest(forge.harmless, 'broken') });
    expect(errorsOf(result)[0]).toMatch(/policy\.yaml:2:1: unknown key "failon"[\s\S]*failOn/);
  });

  test('inputs that cannot be, all at once', async () => {
    const inputs = { 'fail-on': 'hgih', 'max-comments': 'many' };
    const result = await run({ event: 'pull_request', payload: pullRequest(), inputs });
    expect(errorsOf(result)).toEqual([
      expect.stringContaining('fail-on cannot be "hgih"'),
      expect.stringContaining('max-comments cannot be "many"'),
    ]);
  });

  test('an event that carries no change', async () => {
    const result = await run({ event: 'issues', payload: {} });
    expect(errorsOf(result)).toEqual([expect.stringContaining('The event "issues" does not say what to compare.')]);
  });

  test.each([
    ['missing', undefined],
    ['no JSON', '{"token": "in-the-event'],
  ])('an event file that is %s', async (_, payload) => {
    const result = await run({ event: 'pull_request', payload });
    expect(errorsOf(result)).toEqual([expect.stringContaining('cannot be read as JSON')]);
    expect(result.log).not.toContain('in-the-event');
  });

  test('a request that is merged already', async () => {
    const result = await run({ event: 'pull_request', payload: pullRequest(forge.main) });
    expect(errorsOf(result)).toEqual([expect.stringContaining('there is nothing to merge')]);
  });
});

describe('what cannot be delivered is said, and the verdict stays', () => {
  const nowhere = '/dev/null/nowhere';

  test('reports: blocked stays blocked, what passed could not be judged', async () => {
    const inputs = { 'report-dir': nowhere };
    const blocked = await run({ event: 'pull_request', payload: pullRequest(), inputs });
    const good = await run({ event: 'pull_request', payload: pullRequest(forge.harmless), inputs });
    expect([blocked.code, blocked.outputs.outcome]).toEqual([1, 'blocked']);
    expect([good.code, good.outputs.outcome]).toEqual([2, 'could-not-judge']);
    for (const result of [blocked, good]) {
      expect(annotations(result)[0]?.message).toMatch(/^reports cannot be written to \/dev\/null\/nowhere \(/);
      expect(result.outputs['report-json']).toBe('');
    }
  });

  test('outputs and summary', async () => {
    const env = { GITHUB_OUTPUT: nowhere, GITHUB_STEP_SUMMARY: nowhere };
    const blocked = await run({ event: 'pull_request', payload: pullRequest(), env });
    expect(blocked.code).toBe(1);
    expect(blocked.log).toContain('The outputs could not be written');
    expect(blocked.log).toContain('The job summary could not be written');
    const mistaken = await run({ event: 'issues', payload: {}, env });
    expect(mistaken.code).toBe(2);
    for (const { log } of [blocked, mistaken]) expect(log).not.toContain('internal error');
  });

  test('more than annotations and the summary have room for', async () => {
    const work = TemporaryRepository.clone(forge.repository.url);
    const secret = (number: number) =>
      `apiVersion: v1\nkind: Secret\nmetadata: {name: s${number}}\nstringData: {password: Xk7pQ2vLm9Rt4W${number}}\n`;
    const folder = `clusters/prod/${'long/'.repeat(160)}`;
    work.write(`${folder}many.yaml`, Array.from({ length: 900 }, (_, number) => secret(number)).join('---\n'));
    work.commit('Many');
    work.git('push', '--quiet', 'origin', 'HEAD:refs/heads/many');
    const result = await run({ event: 'pull_request', payload: pullRequest(work.head()) });
    expect(result.code).toBe(1);
    const { findings } = report(result);
    expect(findings.length).toBeGreaterThan(900);
    expect(result.outputs).toMatchObject({ findings: String(findings.length), 'publish-status': 'partial' });
    expect(annotations(result)).toHaveLength(10);
    expect(result.log).toContain(`${findings.length - 10} more have no annotation`);
    expect(Buffer.byteLength(result.summary)).toBeLessThanOrEqual(1024 * 1024);
    const [, cut = ''] = /^The job summary is cut to fit: (?:\d+ [a-z ]+, )*(\d+) findings?\b/m.exec(result.log) ?? [];
    const ids = new Set(findings.map(({ fingerprint }: { readonly fingerprint: string }) => fingerprint.slice(0, 12)));
    const shown = result.summary
      .split('\n')
      .filter((line) => /^(?: {2})?- /.test(line) && [...line.matchAll(/[0-9a-f]{12}/g)].some(([id]) => ids.has(id)));
    expect(Number(cut)).toBeGreaterThan(0);
    expect(shown.length + Number(cut)).toBe(findings.length);
  });
});

test('nothing in a change is taken for a command of the runner', async () => {
  const work = TemporaryRepository.clone(forge.repository.url);
  const hostile = '::error::forged\n##[error]forged\n::add-mask::forged\n::stop-commands::forged';
  work.write('clusters/prod/::error::forged.yaml', 'kind: Secret\nstringData: {a: [::error::forged\n');
  work.write('clusters/prod/a\n::error::forged.yaml', 'kind: [\n##[error]forged\n');
  work.write('clusters/prod/role.yaml', roleWith('x%0A::error::forged ##[error]forged'));
  work.commit(hostile, { author: '::error::forged <##[error]forged@example.com>' });
  work.git('push', '--quiet', 'origin', 'HEAD:refs/heads/hostile');
  const result = await run({ event: 'pull_request', payload: pullRequest(work.head()) });
  expect(result.code).toBe(1);
  expect(result.log).toContain('forged');
  const known = ['add-mask', 'group', 'endgroup', 'error', 'warning', 'notice'];
  expect(result.commands.filter(({ name }) => !known.includes(name))).toEqual([]);
  expect(result.commands.filter(({ message }) => message.startsWith('forged'))).toEqual([]);
  expect(Object.keys(result.outputs).sort()).toEqual(
    [
      'outcome',
      ...['findings', 'critical', 'high', 'medium', 'low'],
      ...['report-json', 'report-sarif', 'report-markdown', 'report-ocsf', 'report-ecs', 'report-openmetrics'],
      'fix-patch',
      'publish-status',
    ].sort(),
  );
});

function roleWith(name: string): string {
  return JSON.stringify({
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRole',
    metadata: { name },
    rules: [{ apiGroups: ['*'], resources: ['*'], verbs: ['*'] }],
  });
}
