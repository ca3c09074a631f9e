import { expect, test } from '@jest/globals';
import { formatNames, renderReport, reportFormats } from '../../src/report/formats.ts';
import { findings, sampleReport } from './sample-report.ts';
import { sampleRules } from './sample-rules.ts';

const context = { rules: sampleRules, now: Date.UTC(2026, 10, 22) };
const rendered = new Map<string, string>();
for (const name of formatNames) rendered.set(reportFormats[name].file, await renderReport(name, sampleReport, context));

test('the files that the contract names', () => {
  expect([...rendered.keys()]).toEqual([
    'report.json',
    'report.md',
    'report.sarif',
    'report.html',
    'compliance.json',
    'gl-code-quality-report.json',
    'gl-sast-report.json',
    'gl-secret-detection-report.json',
    'junit.xml',
    'report.ocsf.ndjson',
    'report.ecs.ndjson',
    'gitops-gate.prom',
  ]);
});

test('every finding has the same id in all of them', () => {
  const security = `${rendered.get('gl-sast-report.json')}${rendered.get('gl-secret-detection-report.json')}`;
  for (const { fingerprint, position } of findings) {
    // GitLab's formats show what has a file.
    for (const text of [security, rendered.get('gl-code-quality-report.json')])
      expect([text?.includes(fingerprint), fingerprint]).toEqual([position !== undefined, fingerprint]);
    for (const name of ['report.json', 'report.sarif', 'report.html', 'compliance.json', 'junit.xml'])
      expect(rendered.get(name)).toContain(fingerprint);
    expect(rendered.get('report.md')).toContain(fingerprint.slice(0, 12));
  }
});

test('each ends with one line break and is the same each time', async () => {
  for (const name of formatNames) {
    const first = rendered.get(reportFormats[name].file);
    expect(first).toMatch(/[^\n]\n$/);
    expect(await renderReport(name, sampleReport, context)).toBe(first);
  }
});
