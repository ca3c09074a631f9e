import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dump, load } from 'js-yaml';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import { ageRows } from '../../src/report/ages.ts';
import { renderOpenMetrics } from '../../src/report/machine/openmetrics.ts';
import type { PostureRow } from '../../src/report/posture/section.ts';
import type { Report } from '../../src/report/report.ts';
import { rules } from '../../src/rules/index.ts';
import { areInstalled } from '../installed.ts';
import { runs, some } from '../thorough.ts';
import { report as anyReport, hostileStrings } from './arbitrary-report.ts';
import { range, reportWith, run, sampleReport } from './sample-report.ts';
import { sampleRules } from './sample-rules.ts';

const folder = mkdtempSync(join(tmpdir(), 'gitops-gate-metrics-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const metrics = (report: Report = sampleReport) => renderOpenMetrics(report, sampleRules);

interface Sample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** Reads OpenMetrics text by the grammar of its specification, as far as gauges go; throws where it is not followed. */
function read(text: string): readonly Sample[] {
  const lines = text.split('\n');
  expect(lines.slice(-2)).toEqual(['# EOF', '']);
  const samples: Sample[] = [];
  const families = new Set<string>();
  let family = '';
  const label = /([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\\n]|\\\\|\\"|\\n)*)"/y;
  for (const line of lines.slice(0, -2)) {
    const metadata = /^# (HELP|TYPE|UNIT) ([a-z_]+) (.+)$/.exec(line);
    if (metadata) {
      const [, kind, name = '', rest = ''] = metadata;
      if (kind === 'HELP') {
        if (families.has(name)) throw new Error(`${name} is there twice`);
        families.add(name);
        family = name;
      }
      if (name !== family) throw new Error(`${line} is in the family ${family}`);
      if (kind === 'TYPE' && rest !== 'gauge') throw new Error(line);
      if (kind === 'UNIT' && !name.endsWith(`_${rest}`)) throw new Error(line);
      continue;
    }
    const [, name = '', inside = '', value = ''] = /^([a-z_]+)\{(.*)\} (\d+(?:\.\d+)?)$/.exec(line) ?? [];
    if (name !== family) throw new Error(`no sample of ${family}: ${line}`);
    const labels: Record<string, string> = {};
    for (label.lastIndex = 0; label.lastIndex < inside.length; label.lastIndex++) {
      const [, key = '', text = ''] = label.exec(inside) ?? [];
      if (key === '' || Object.hasOwn(labels, key)) throw new Error(line);
      labels[key] = text;
      if (label.lastIndex < inside.length && inside[label.lastIndex] !== ',') throw new Error(line);
    }
    samples.push({ name, labels, value: Number(value) });
  }
  const keys = samples.map(({ name, labels }) => JSON.stringify([name, labels]));
  expect(new Set(keys).size).toBe(keys.length);
  return samples;
}

const measured = (samples: readonly Sample[], name: string, labels: Readonly<Record<string, string>> = {}) =>
  samples.find((sample) => sample.name === `gitops_gate_${name}` && isPart(labels, sample.labels))?.value;

const isPart = (part: Readonly<Record<string, string>>, whole: Readonly<Record<string, string>>) =>
  Object.entries(part).every(([key, value]) => whole[key] === value);

describe('renderOpenMetrics', () => {
  const samples = read(metrics());

  test.each<[string, Readonly<Record<string, string>>, number]>([
    ['outcome', { outcome: 'blocked' }, 1],
    ['outcome', { outcome: 'passed' }, 0],
    ['findings', { rule: 'rbac-widened', severity: 'critical' }, 1],
    ['findings', { rule: 'sops-broken', severity: 'high' }, 0],
    ['findings_blocking', {}, 4],
    ['findings_accepted', {}, 1],
    ['commits', { state: 'unsigned' }, 1],
    ['commits', { state: 'revoked' }, 0],
    ['commits_accepted', {}, 2],
    ['files', { kind: 'skipped' }, 1],
    ['step_duration_seconds', { step: 'Verify signatures' }, 1.2],
    ['duration_seconds', {}, 3],
    ['last_run_timestamp_seconds', {}, Date.UTC(2026, 10, 22, 8, 30) / 1000],
  ])('%s %j is %d', (name, labels, value) => expect(measured(samples, name, labels)).toBe(value));

  test('every sample says of which repository, branch and kind of run it is', () => {
    const common = { repository: run.repository, branch: 'main', command: 'check', range: 'request' };
    for (const { labels } of samples) expect(labels).toMatchObject(common);
  });

  test('all findings are counted, also those that are not listed', () => {
    const { verdict } = sampleReport;
    const cut = reportWith({}, { verdict: { ...verdict, findings: verdict.findings.slice(0, 1) }, notListed: 'Cut.' });
    expect(metrics(cut)).toBe(metrics());
  });

  test('checks of posture that could not be made are counted as that, and not as ones that hold', () => {
    const check = (id: string, state: PostureRow['state'], branch?: string) => ({
      id,
      what: 'x',
      ...(branch === undefined ? {} : { branch }),
      state,
      detail: 'y',
    });
    const checks = [
      check('approvals', 'does-not-hold', 'main'),
      check('approvals', 'could-not-check', 'release'),
      check('not-public', 'could-not-check'),
      check('push-protection', 'holds'),
    ];
    const found = read(metrics(reportWith({}, { posture: { forge: 'github', repository: 'a/b', checks } })));
    const counts = (name: string, labels = {}) =>
      ['does-not-hold', 'could-not-check', 'holds'].map((state) => measured(found, name, { ...labels, state }));
    expect(counts('posture_checks')).toEqual([1, 2, 1]);
    expect(counts('posture_check', { check: 'approvals' })).toEqual([1, 1, 0]);
    expect(counts('posture_check', { check: 'not-public' })).toEqual([0, 1, 0]);
    expect(found.flatMap(({ labels }) => Object.values(labels))).not.toContain('release');
    const none = read(metrics(reportWith({}, { posture: { forge: 'github', repository: 'a/b', checks: [] } })));
    expect(measured(none, 'posture_checks', { state: 'holds' })).toBe(0);
    expect(samples.filter(({ name }) => name.includes('posture'))).toEqual([]);
  });

  test('any report gives valid text, in which only the repository and the branch are free', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        for (const { labels } of read(metrics(report)))
          for (const [key, value] of Object.entries(labels))
            if (key !== 'repository' && key !== 'branch') expect(value).toMatch(/^[\w .-]*$/);
        expect(metrics(report)).not.toMatch(/[\p{Cf}\p{Cs}\u0000-\u0009\u000b-\u001f\u007f-\u009f]/u);
      }),
      { numRuns: runs(200) },
    );
  });
});

interface AlertRule {
  readonly alert: string;
  readonly expr: string;
  readonly annotations: Readonly<Record<string, string>>;
}
const monitoring = '.github/docs/monitoring';
const alerts = load(readFileSync(join(monitoring, 'prometheus-rule.yaml'), 'utf8')) as {
  readonly spec: { readonly groups: readonly { readonly rules: readonly AlertRule[] }[] };
};
const dashboard = JSON.parse(readFileSync(join(monitoring, 'grafana-dashboard.json'), 'utf8'));
const panels: readonly {
  id: number;
  title: string;
  gridPos: Record<'x' | 'y' | 'w' | 'h', number>;
  targets: { refId: string; expr: string }[];
}[] = dashboard.panels;
const expressions = [
  ...alerts.spec.groups.flatMap((group) => group.rules.map(({ expr }) => expr)),
  ...panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)),
];

const aged = { scope: '.', position: { file: 'a', line: 1, column: 1 }, object: undefined };

describe('the dashboard and the alerts', () => {
  const samples = read(
    renderOpenMetrics(
      reportWith(
        {},
        {
          posture: {
            forge: 'github',
            repository: 'a/b',
            checks: [{ id: 'approvals', what: 'x', state: 'holds', detail: 'y' }],
          },
          ages: ageRows(
            [
              { is: 'sops', changed: 0, ...aged },
              { is: 'external', refresh: 3600, ...aged },
              { is: 'certificate', expires: 9e12, ...aged },
            ],
            defaultPolicy.ages,
            1e12,
          ),
        },
      ),
      rules.map((rule) => ({ ...rule, help: '' })),
    ),
  );

  test('ask for metrics, labels and values that there are', () => {
    const values = (label: string) => new Set(samples.flatMap(({ labels }) => labels[label] ?? []));
    // What a run does not have at a time, but another has.
    const others: Record<string, string[]> = {
      command: ['audit', 'verify'],
      range: ['audit', 'queue', 'push', 'first-push', 'new-branch', 'tag', 'staged'],
    };
    expect(expressions.length).toBeGreaterThan(12);
    for (const expr of expressions) {
      for (const [, name = '', inside = ''] of expr.matchAll(/\b(gitops_gate_\w+)(?:\{([^}]*)\})?/g)) {
        const found = samples.find((sample) => sample.name === name);
        expect({ expr, name, isThere: found !== undefined }).toMatchObject({ isThere: true });
        for (const [, label = '', value = ''] of inside.matchAll(/(\w+)(?:=|!=|=~|!~)"([^"]*)"/g)) {
          expect(Object.keys(found?.labels ?? {})).toContain(label);
          if (value === '$repository') continue;
          const known = new Set([...values(label), ...(others[label] ?? [])]);
          expect({ expr, unknown: value.split('|').filter((each) => !known.has(each)) }).toEqual({ expr, unknown: [] });
        }
      }
      for (const [, list = ''] of expr.matchAll(/\bby \(([^)]*)\)/g))
        for (const label of list.split(', ')) expect(samples.some(({ labels }) => label in labels)).toBe(true);
    }
  });

  test('panels have ids of their own, lie beside each other, and have the data source of the variable', () => {
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
    const cells = panels.flatMap(({ gridPos: { x, y, w, h } }) =>
      Array.from({ length: w * h }, (_, index) => `${x + (index % w)},${y + Math.floor(index / w)}`),
    );
    expect(new Set(cells).size).toBe(cells.length);
    for (const { gridPos } of panels) expect(gridPos.x + gridPos.w).toBeLessThanOrEqual(24);
    for (const { targets } of panels) expect(new Set(targets.map(({ refId }) => refId)).size).toBe(targets.length);
    expect(
      JSON.stringify(dashboard)
        .match(/"datasource":\{[^}]*\}/g)
        ?.every((each) => each.includes(`$\u007bdatasource}`)),
    ).toBe(true);
    expect(dashboard.templating.list.map(({ name }: { name: string }) => name)).toEqual(['datasource', 'repository']);
  });

  test('the page lists every metric and every alert', () => {
    const page = readFileSync('.github/docs/metrics.md', 'utf8');
    const named = [...page.matchAll(/`(gitops_gate_\w+)`/g)].map(([, name]) => name);
    expect(named.sort()).toEqual([...new Set(samples.map(({ name }) => name))].sort());
    const alarms = alerts.spec.groups.flatMap((group) => group.rules.map(({ alert }) => alert));
    expect([...page.matchAll(/`(GitopsGate\w+)`/g)].map(([, name]) => name)).toEqual(alarms);
  });
});

const withPromtool = areInstalled('promtool') ? describe : describe.skip;

withPromtool('promtool', () => {
  const promtool = (args: readonly string[], input?: string) => {
    const { status, stdout, stderr } = spawnSync('promtool', args, {
      cwd: folder,
      encoding: 'utf8',
      input: input ?? '',
    });
    return { status, said: `${stdout}${stderr}` };
  };

  test('check metrics has nothing to say', () => {
    for (const branch of ['main', ...some(hostileStrings, 8)]) {
      const report = reportWith({}, { range: { ...range, branch }, run: { ...run, repository: branch } });
      expect({ branch, ...promtool(['check', 'metrics'], metrics(report)) }).toEqual({ branch, status: 0, said: '' });
    }
  });

  test('its parser of OpenMetrics reads it', () => {
    // This command wants a time in each sample.
    const timed = metrics().replace(/^(gitops_gate_.*)$/gm, '$1 1795336200');
    writeFileSync(join(folder, 'timed.om'), timed);
    expect(promtool(['tsdb', 'create-blocks-from', 'openmetrics', 'timed.om', 'blocks'])).toMatchObject({ status: 0 });
    expect(readdirSync(join(folder, 'blocks')).length).toBeGreaterThan(0);
    writeFileSync(join(folder, 'timed.om'), timed.replace('# EOF\n', ''));
    expect(promtool(['tsdb', 'create-blocks-from', 'openmetrics', 'timed.om', 'none']).status).not.toBe(0);
  });

  test('check rules: the alerts, and the expressions of the dashboard', () => {
    writeFileSync(join(folder, 'alerts.yaml'), dump(alerts.spec));
    expect(promtool(['check', 'rules', '--lint-fatal', 'alerts.yaml'])).toMatchObject({ status: 0 });
    const recorded = expressions.map((expr, index) => ({
      record: `dashboard:${index}`,
      expr: expr.replaceAll('$repository', '.*'),
    }));
    writeFileSync(join(folder, 'dashboard.yaml'), dump({ groups: [{ name: 'dashboard', rules: recorded }] }));
    expect(promtool(['check', 'rules', 'dashboard.yaml'])).toMatchObject({ status: 0 });
  });

  const audit = 'branch="", command="audit", range="audit"';
  const request = 'branch="main", command="check", range="request"';
  const push = 'branch="main", command="check", range="push"';
  const everything = [
    [`outcome{${request}, outcome="blocked"`, 1],
    [`outcome{${push}, outcome="blocked"`, 1],
    [`outcome{${push}, outcome="could-not-judge"`, 0],
    [`outcome{${audit}, outcome="could-not-judge"`, 1],
    [`commits{${request}, state="unsigned"`, 3],
    [`commits{${push}, state="unsigned"`, 2],
    [`findings{${audit}, rule="plaintext-secret", severity="critical"`, 1],
    [`last_run_timestamp_seconds{${audit}`, 0],
  ] as const;

  test.each<[string, readonly [alert: string, at: string, labels?: Record<string, string>][]]>([
    [
      '1m',
      [
        ['GitopsGateBlocked', '1m', { branch: 'main', range: 'push' }],
        ['GitopsGateCouldNotJudge', '29m'],
        ['GitopsGateCouldNotJudge', '31m', { range: 'audit' }],
        ['GitopsGateUnsignedPush', '1m', { branch: 'main' }],
      ],
    ],
    [
      '1h',
      [
        ['GitopsGatePlaintextSecretStays', '167h'],
        ['GitopsGatePlaintextSecretStays', '169h', {}],
        ['GitopsGateAuditMissing', '48h'],
        ['GitopsGateAuditMissing', '49h', {}],
      ],
    ],
  ])('each alert fires for what it is for, and for nothing else: every %s', (interval, expectations) => {
    writeFileSync(join(folder, 'alerts.yaml'), dump(alerts.spec));
    const tests = {
      rule_files: ['alerts.yaml'],
      evaluation_interval: interval,
      tests: [
        {
          interval,
          input_series: everything.map(([series, value]) => ({
            series: `gitops_gate_${series}, repository="fleet"}`,
            values: `${value}x200`,
          })),
          alert_rule_test: expectations.map(([alertname, at, labels]) => ({
            eval_time: at,
            alertname,
            exp_alerts: labels === undefined ? [] : [firing(alertname, { repository: 'fleet', ...labels })],
          })),
        },
      ],
    };
    writeFileSync(join(folder, 'tests.yaml'), dump(tests));
    expect(promtool(['test', 'rules', 'tests.yaml'])).toEqual({ status: 0, said: expect.stringContaining('SUCCESS') });
  });
});

/** An alert as it is expected: its labels, and its texts with them and the value filled in. */
function firing(name: string, labels: Readonly<Record<string, string>>): object {
  const rule = alerts.spec.groups.flatMap((group) => group.rules).find(({ alert }) => alert === name);
  const value = name === 'GitopsGateUnsignedPush' ? '2' : '1';
  const filled = (text: string) =>
    text
      .replace(/\{\{ \$labels\.(\w+) \}\}/g, (_, label: string) => labels[label] ?? '')
      .replace('{{ $value | humanizeDuration }}', '2d 1h 0m 0s')
      .replace('{{ $value }}', value);
  return {
    exp_labels: { severity: 'warning', ...labels },
    exp_annotations: Object.fromEntries(
      Object.entries(rule?.annotations ?? {}).map(([key, text]) => [key, filled(text)]),
    ),
  };
}

/** A port that nobody listens on. */
function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

/** The page of a server that is started for it, asked until it answers; the server is ended after `use`. */
async function serving<T>(
  program: string,
  args: (port: number) => readonly string[],
  use: (url: string) => Promise<T>,
): Promise<T> {
  const port = await freePort();
  const server: ChildProcess = spawn(program, args(port), { stdio: 'ignore' });
  const url = `http://127.0.0.1:${port}`;
  try {
    for (let tries = 0; tries < 100 && !(await answers(`${url}/metrics`)); tries++)
      await new Promise((resolve) => setTimeout(resolve, 50));
    return await use(url);
  } finally {
    server.kill();
  }
}

const answers = (url: string) =>
  fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );

const page = readFileSync('.github/docs/metrics.md', 'utf8');
const recipe = (name: string) => page.split(`<!-- recipe: ${name} -->\n\`\`\`bash\n`)[1]?.split('\n```')[0] ?? 'exit 9';

/** Runs a recipe of the page as a runner does; resolves to its exit code. */
function bash(script: string, env: Readonly<Record<string, string>>): Promise<number | null> {
  const child = spawn('bash', ['-e', '-o', 'pipefail', '-c', script], {
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: 'ignore',
  });
  return new Promise((resolve) => child.on('close', resolve));
}

function writtenMetrics(text = metrics()): string {
  const path = join(folder, 'gitops-gate.prom');
  writeFileSync(path, text);
  return path;
}

const expected = 'gitops_gate_findings{branch="main",command="check"';

(areInstalled('prometheus-pushgateway', 'bash', 'curl') ? test : test.skip)(
  'the Pushgateway takes it, and a new run replaces the former',
  async () => {
    await serving(
      'prometheus-pushgateway',
      (port) => [`--web.listen-address=127.0.0.1:${port}`],
      async (url) => {
        const env = { PUSHGATEWAY_URL: url, METRICS: writtenMetrics(), GROUP: 'acme/fleet?>~ audit' };
        expect(await bash(recipe('pushgateway'), env)).toBe(0);
        const shown = await (await fetch(`${url}/metrics`)).text();
        expect(shown).toContain('instance="acme/fleet?>~ audit",job="gitops-gate"');
        expect(shown).toMatch(/^gitops_gate_findings\{.*rule="rbac-widened",severity="critical"\} 1$/m);
        const passed = reportWith({ outcome: 'passed', findings: [], suppressed: [] });
        writtenMetrics(renderOpenMetrics(passed, []));
        expect(await bash(recipe('pushgateway'), env)).toBe(0);
        expect(await (await fetch(`${url}/metrics`)).text()).not.toContain('rbac-widened');
        writeFileSync(env.METRICS, 'gitops_gate_findings{ 1\n');
        expect(await bash(recipe('pushgateway'), env)).not.toBe(0);
      },
    );
  },
);

(areInstalled('prometheus-node-exporter', 'bash') ? test : test.skip)(
  'node_exporter’s textfile collector reads it',
  async () => {
    const textfiles = join(folder, 'textfiles');
    mkdirSync(textfiles);
    const args = [
      '--collector.disable-defaults',
      '--collector.textfile',
      `--collector.textfile.directory=${textfiles}`,
    ];
    expect(await bash(recipe('textfile'), { METRICS: writtenMetrics(), TEXTFILES: textfiles, NAME: 'fleet' })).toBe(0);
    await serving(
      'prometheus-node-exporter',
      (port) => [...args, `--web.listen-address=127.0.0.1:${port}`],
      async (url) => {
        const shown = await (await fetch(`${url}/metrics`)).text();
        expect(shown).toContain('node_textfile_scrape_error 0');
        expect(shown).toContain(expected);
      },
    );
  },
);
