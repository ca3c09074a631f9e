import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import { type FormatName, renderReport } from '../../src/report/formats.ts';
import { areInstalled } from '../installed.ts';
import { finding, reportWith, sampleReport } from './sample-report.ts';
import { sampleRules } from './sample-rules.ts';
import { type Collector, ElasticDouble, SentinelDouble, SplunkDouble } from './siem-collectors.ts';

const page = readFileSync('.github/docs/siem.md', 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'gitops-gate-siem-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The recipe of the page under its name. */
function recipe(name: string): string {
  const text = page.split(`<!-- recipe: ${name} -->\n\`\`\`bash\n`)[1]?.split('\n```')[0];
  if (text === undefined) throw new Error(`the page has no recipe ${name}`);
  return text;
}

/** Runs a script as a runner does; resolves to its exit code. */
function bash(script: string, env: Readonly<Record<string, string>>): Promise<number | null> {
  const child = spawn('bash', ['--noprofile', '--norc', '-e', '-o', 'pipefail', '-c', script], {
    cwd: folder,
    env: { PATH: process.env.PATH ?? '', TMPDIR: folder, ...env },
    stdio: 'ignore',
  });
  return new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
}

async function written(format: FormatName, report = sampleReport): Promise<{ path: string; events: unknown[] }> {
  const path = join(folder, `report.${format}`);
  const text = await renderReport(format, report, { rules: sampleRules, now: Date.UTC(2026, 10, 22) });
  writeFileSync(path, text);
  return {
    path,
    events: text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line)),
  };
}

const collectors: Collector[] = [];
async function started<C extends Collector>(collector: C): Promise<C> {
  collectors.push(collector);
  return collector.start();
}
afterEach(() => {
  for (const collector of collectors.splice(0)) collector.stop();
});

const sending = areInstalled('bash', 'curl', 'jq') ? describe : describe.skip;

sending('recipes with bash, curl and jq', () => {
  test('Splunk takes every event; without its token none', async () => {
    const splunk = await started(new SplunkDouble());
    const { path, events } = await written('ocsf');
    const env = { REPORT: path, SPLUNK_URL: splunk.url, SPLUNK_TOKEN: 'the-token' };
    expect(await bash(recipe('splunk'), { ...env, SPLUNK_TOKEN: 'another' })).not.toBe(0);
    expect(
      await bash(
        'curl --fail -d @"$REPORT" -H "Authorization: Splunk the-token" "$SPLUNK_URL/services/collector/event"',
        env,
      ),
    ).not.toBe(0);
    expect(splunk.taken).toEqual([]);
    expect(await bash(recipe('splunk'), env)).toBe(0);
    expect(splunk.taken).toEqual(events);
    // The workflow of the page sends in the same way.
    const indented = recipe('splunk').replace(/^/gm, '          ');
    expect(page).toContain(indented);
  });

  test('Elastic takes each event once, and a repeat is no failure; what it refuses is one', async () => {
    const elastic = await started(new ElasticDouble());
    const { path, events } = await written('ecs');
    const env = { REPORT: path, ELASTIC_URL: elastic.url, ELASTIC_API_KEY: 'the-key' };
    expect(await bash(recipe('elastic'), { ...env, ELASTIC_API_KEY: 'another' })).not.toBe(0);
    expect(await bash(recipe('elastic'), env)).toBe(0);
    expect(await bash(recipe('elastic'), env)).toBe(0);
    expect(elastic.taken).toEqual(events);
    const ocsf = await written('ocsf');
    expect(await bash(recipe('elastic'), { ...env, REPORT: ocsf.path })).not.toBe(0);
  });

  test('Microsoft Sentinel takes arrays of at most 1 MB', async () => {
    const sentinel = await started(new SentinelDouble());
    const many = Array.from({ length: 1_000 }, (_, index) =>
      finding('rbac-widened', 'high', { message: `Role a${index} gains delete. ${'x'.repeat(400)}` }),
    );
    const { path, events } = await written('ocsf', reportWith({ findings: many }));
    const env = {
      ...{ REPORT: path, AZURE_ENDPOINT: sentinel.url, AZURE_TOKEN: 'the-token' },
      ...{ AZURE_RULE: 'dcr-0123456789abcdef', AZURE_STREAM: 'Custom-GitopsGate_CL' },
    };
    expect(await bash(recipe('sentinel'), { ...env, AZURE_TOKEN: 'another' })).not.toBe(0);
    expect(await bash(recipe('sentinel'), env)).toBe(0);
    expect(readFileSync(path).length).toBeGreaterThan(1024 * 1024);
    expect(sentinel.taken).toEqual(events);
    const columns = JSON.parse(/```json\n(\[.*?\])\n```/s.exec(page)?.[1] ?? '') as { name: string }[];
    const all = new Set(events.flatMap((event) => Object.keys(event as object)));
    // A repository without resources has no such column; none is of another name.
    const { events: sample } = await written('ocsf');
    for (const event of sample) for (const key of Object.keys(event as object)) all.add(key);
    for (const { name } of columns) expect([...all]).toContain(name);
  });
});

const parquet = areInstalled('bash', 'jq', 'duckdb') ? test : test.skip;

parquet('Security Lake: a Parquet file a class', async () => {
  const { path, events } = await written('ocsf');
  const lake = join(folder, 'lake');
  const env = { REPORT: path, LAKE: lake, AWS_REGION: 'eu-central-1', AWS_ACCOUNT: '123456789012' };
  expect(await bash(recipe('security-lake'), env)).toBe(0);
  const sources = readdirSync(join(lake, 'ext'));
  expect(sources.sort()).toEqual(['gitops-gate-findings', 'gitops-gate-runs']);
  const read = (source: string) => {
    const files = `${lake}/ext/${source}/region=eu-central-1/accountId=123456789012/eventDay=*/*.parquet`;
    const query = `SELECT class_uid, metadata.uid AS uid FROM read_parquet('${files}')`;
    return JSON.parse(spawnSync('duckdb', ['-json', '-c', query], { encoding: 'utf8' }).stdout) as unknown[];
  };
  const expected = events.map((event) => {
    const { class_uid, metadata } = event as { class_uid: number; metadata: { uid: string } };
    return { class_uid, uid: metadata.uid };
  });
  expect(read('gitops-gate-runs')).toEqual(expected.slice(0, 1));
  expect(read('gitops-gate-findings')).toEqual(expected.slice(1));
});
