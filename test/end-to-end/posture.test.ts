import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import {
  plainEnvironment,
  removeTemporary,
  TemporaryRepository,
  temporaryDirectory,
} from '../git/temporary-repository.ts';
import { SettingsDouble } from '../host/github-double/settings-double.ts';
import { gateWith } from './program.ts';

afterAll(removeTemporary);

const token = 'ghp_0123456789TheTokenOfThePosture';
const deployment = 'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web, namespace: shop}\n';
const secret = 'apiVersion: v1\nkind: Secret\nmetadata: {name: db}\nstringData: {password: Xk7pQ2vLm9Rt4WzB8nYc}\n';

let double: SettingsDouble;
let api: string;
const doubles: SettingsDouble[] = [];
beforeEach(async () => {
  double = new SettingsDouble(token, '/api/v3');
  api = await double.listen();
  doubles.push(double);
});
afterAll(() => Promise.all(doubles.map((each) => each.close())));

function repositoryWith(files: Readonly<Record<string, string>> = {}): TemporaryRepository {
  const repository = TemporaryRepository.create();
  repository.write('clusters/prod/web.yaml', deployment);
  repository.write('.github/CODEOWNERS', '* @shop/platform\n');
  for (const [path, text] of Object.entries(files)) repository.write(path, text);
  repository.commit('Begin');
  repository.git('remote', 'add', 'origin', 'git@github.example.com:shop/clusters.git');
  return repository;
}

interface Report {
  readonly outcome: string;
  readonly command: string;
  readonly unjudged: readonly { readonly what: string; readonly remedy: string }[];
  readonly notes: readonly string[];
  readonly posture: {
    readonly checks: readonly { readonly id: string; readonly state: string; readonly needs?: string }[];
  };
}

async function run(repository: TemporaryRepository, args: readonly string[], environment = {}) {
  const { directory } = repository;
  const ran = await gateWith({
    directory,
    args: [...args, '--api-url', api],
    environment: { ...plainEnvironment(), GITOPS_GATE_TOKEN: token, ...environment },
  });
  expect(double.wrong).toEqual([]);
  expect(ran.log).not.toContain(token);
  return ran;
}

const json = async (repository: TemporaryRepository, ...args: string[]) => {
  const ran = await run(repository, [...args, '--format', 'json']);
  return { ...ran, report: JSON.parse(ran.stdout) as Report };
};

describe('posture', () => {
  test('passes a repository that is set up as it should be', async () => {
    const { code, report, findings } = await json(repositoryWith(), 'posture');
    expect({ code, findings }).toEqual({ code: 0, findings: [] });
    expect(report).toMatchObject({ outcome: 'passed', command: 'posture' });
    expect(report.posture.checks.every(({ state }) => state === 'holds')).toBe(true);
  });

  test('blocks one that nothing protects, and speaks of nothing else', async () => {
    double.settings.rules = {};
    double.settings.branches = [{ name: 'main', protected: false, protection: { enabled: false } }];
    const { code, findings, report } = await json(repositoryWith({ 'clusters/prod/db.yaml': secret }), 'posture');
    expect(code).toBe(1);
    expect(findings.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual([
      'high review-not-required',
      'high unprotected-branch',
    ]);
    const schema = JSON.parse(readFileSync(join(import.meta.dirname, '../../src/report/report.schema.json'), 'utf8'));
    const isReport = new Ajv2020({ strict: false, validateFormats: false }).compile(schema);
    expect({ valid: isReport(report), errors: isReport.errors }).toEqual({ valid: true, errors: null });
  });

  test('could not judge where the token may not see, and says what it lacks', async () => {
    double.rights = 'read';
    const { code, report } = await json(repositoryWith(), 'posture');
    expect(code).toBe(2);
    expect(report.unjudged.map(({ remedy }) => remedy)).toContain(
      'Give the token what it needs: Administration: read.',
    );
  });

  test('only what the policy demands counts where it says that', async () => {
    double.rights = 'read';
    const policy = (id: string) => ({ '.gitops-gate/policy.yaml': `version: 1\nposture: {require: [${id}]}\n` });
    expect((await json(repositoryWith(policy('approvals')), 'posture')).code).toBe(0);
    expect((await json(repositoryWith(policy('nobody-bypasses')), 'posture')).code).toBe(2);
  });

  test.each([
    ['that GitHub has no setting for', 'author-may-not-approve', 2],
    ['of actions where there are none', 'actions-pinned', 0],
    ['of the source of a check that is not required', 'check-source', 0],
  ])('what the policy demands %s is never passed over', async (_, id, expected) => {
    if (id === 'check-source') double.settings.rules = {};
    const text = `version: 1\nrules: {unprotected-branch: "off", review-not-required: "off"}\nposture: {require: [${id}]}\n`;
    const { code, report } = await json(repositoryWith({ '.gitops-gate/policy.yaml': text }), 'posture');
    expect(code).toBe(expected);
    expect(report.unjudged.some(({ what }) => what.includes(id))).toBe(expected === 2);
    if (id === 'check-source')
      expect(report.posture.checks).toContainEqual(expect.objectContaining({ id, state: 'does-not-hold' }));
  });

  test('what the policy demands of branches that are not known counts', async () => {
    double.faults = [{ route: /\/branches$/, status: 403 }];
    const policy = (id: string) => ({
      '.gitops-gate/policy.yaml': `version: 1\nbranches: ["release-*"]\nposture: {require: [${id}]}\n`,
    });
    expect((await json(repositoryWith(policy('approvals')), 'posture')).code).toBe(2);
    expect((await json(repositoryWith(policy('not-public')), 'posture')).code).toBe(0);
  });

  test('looks at the branches that the policy delivers from, or the one that is asked for', async () => {
    const repository = repositoryWith({ '.gitops-gate/policy.yaml': 'version: 1\nbranches: [main, stage]\n' });
    double.settings.branches.push({ name: 'stage', protected: false, protection: { enabled: false } });
    expect((await json(repository, 'posture')).findings.map(({ message }) => message)).toEqual([
      expect.stringContaining('Changes reach stage'),
      expect.stringContaining('Nothing protects stage'),
    ]);
    expect((await json(repository, 'posture', '--branch', 'main')).findings).toEqual([]);
  });

  test('the policy’s severities, off and ignore hold', async () => {
    double.settings.repository = { ...double.settings.repository, visibility: 'public', private: false };
    const rules = (text: string) => ({ '.gitops-gate/policy.yaml': `version: 1\n${text}` });
    const { findings } = await json(repositoryWith(), 'posture');
    expect(findings).toMatchObject([{ rule: 'public-repository', severity: 'low' }]);
    expect((await json(repositoryWith(rules('rules: {public-repository: critical}\n')), 'posture')).code).toBe(1);
    expect((await json(repositoryWith(rules('rules: {public-repository: "off"}\n')), 'posture')).findings).toEqual([]);
    const ignore = `ignore:\n  - rule: public-repository\n    fingerprint: ${findings[0]?.fingerprint}\n    reason: meant\n    until: 2999-01-01\n`;
    expect((await json(repositoryWith(rules(ignore)), 'posture')).findings).toEqual([]);
    const withSecret = repositoryWith({ ...rules(ignore), 'clusters/prod/db.yaml': secret });
    expect((await json(withSecret, 'posture')).findings).toMatchObject([{ severity: 'high' }]);
  });

  test('finds the check by the workflow that runs the gate, and actions that are not pinned', async () => {
    const [rule] = (double.settings.rules.main ?? []).filter(({ type }) => type === 'required_status_checks');
    Object.assign(rule ?? {}, {
      parameters: { required_status_checks: [{ context: 'judge', integration_id: 15_368 }] },
    });
    const gate = `on: pull_request\njobs:\n  judge:\n    runs-on: ubuntu-24.04\n    steps:\n      - uses: acme/gitops-gate@v1\n`;
    const { findings, report } = await json(repositoryWith({ '.github/workflows/gate.yml': gate }), 'posture');
    expect(report.posture.checks).toContainEqual(expect.objectContaining({ id: 'requires-gate', state: 'holds' }));
    expect(findings).toMatchObject([{ rule: 'workflow-permissions', file: '.github/workflows/gate.yml', line: 6 }]);
  });

  test('writes out what a name of the forge hides, in every format', async () => {
    const name = 'flux \u202e \u001b[31m ::error::x <script> | @everyone';
    double.settings.keys.push({ id: 2, title: name, read_only: false });
    const out = temporaryDirectory();
    const { code, stdout } = await run(repositoryWith(), ['posture', '--out', out]);
    expect(code).toBe(0);
    const files = ['report.md', 'report.html', 'report.json', 'report.sarif', 'junit.xml', 'gitops-gate.prom'];
    for (const text of [stdout, ...files.map((file) => readFileSync(join(out, file), 'utf8'))]) {
      expect(text).not.toMatch(/\u202e|\u001b\[31m|^::error/m);
    }
    expect(readFileSync(join(out, 'report.html'), 'utf8')).not.toContain('<script> |');
    expect(readFileSync(join(out, 'report.md'), 'utf8')).toContain('&#124;');
    expect(stdout).toContain('flux \\u202e \\u001b[31m');
  });

  test('says what is missing: a token, an origin, a forge that is known', async () => {
    const { directory } = repositoryWith();
    const plain = (args: string[], environment = {}) =>
      gateWith({ directory, args, environment: { ...plainEnvironment(), ...environment } });
    const without = await plain(['posture']);
    expect(without).toMatchObject({ code: 2, stdout: '' });
    expect(without.stderr).toContain('There is no token to ask github.example.com');
    // A token for github.com is not for this host.
    expect((await plain(['posture'], { GH_TOKEN: token })).stderr).toContain('There is no token');
    expect((await plain(['audit', '--branch', 'main'])).stderr).toContain('only --posture takes --branch');
    const none = TemporaryRepository.create();
    none.write('a', 'a').commit('Begin');
    const ran = await gateWith({
      directory: none.directory,
      args: ['posture'],
      environment: { ...plainEnvironment(), GH_TOKEN: token },
    });
    expect(ran.stderr).toContain('The clone has no origin');
  });
});

describe('audit', () => {
  test('asks no forge unless it is asked to', async () => {
    const { directory } = repositoryWith();
    const environment = { ...plainEnvironment(), GITOPS_GATE_TOKEN: token, GITHUB_API_URL: api };
    const ran = await gateWith({ directory, args: ['audit', '--format', 'json'], environment });
    expect(ran.code).toBe(0);
    expect(double.seen).toEqual([]);
    expect(JSON.parse(ran.stdout)).not.toHaveProperty('posture');
  });

  test('--posture has both, and what could not be checked is a note', async () => {
    double.rights = 'read';
    const repository = repositoryWith({ 'clusters/prod/db.yaml': secret });
    const { code, findings, report } = await json(repository, 'audit', '--posture');
    expect(code).toBe(1);
    expect(findings.map(({ rule }) => rule)).toEqual(['plaintext-secret']);
    expect(report).toMatchObject({ command: 'audit', unjudged: [] });
    expect(report.notes.join()).toContain('checks could not be made');
  });

  test('--posture could not judge where nothing at all is known', async () => {
    double.rights = 'none';
    expect((await json(repositoryWith(), 'audit', '--posture')).code).toBe(2);
    double.rights = 'admin';
    double.faults = [{ status: 503 }];
    expect((await json(repositoryWith(), 'audit', '--posture')).code).toBe(2);
  }, 60_000);
});
