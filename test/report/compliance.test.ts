import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { assess } from '../../src/report/compliance/assess.ts';
import { controlsOf, frameworks, rulesOf } from '../../src/report/compliance/frameworks.ts';
import { renderCompliance } from '../../src/report/machine/compliance.ts';
import { reportOf } from '../../src/report/report.ts';
import { rules } from '../../src/rules/index.ts';
import { runs } from '../thorough.ts';
import { report as anyReport } from './arbitrary-report.ts';
import { finding, findings, reportWith, sampleReport, suppressed } from './sample-report.ts';

const infos = rules.map((rule) => ({ ...rule, help: '' }));
const validate = new Ajv2020({ allErrors: true, strictTypes: false, formats: { uri: /^https:\/\/\S+$/ } }).compile(
  JSON.parse(readFileSync('src/report/compliance/compliance.schema.json', 'utf8')),
);

/** Section 5 of the benchmark 1.10, as kube-bench (cfg/cis-1.10/policies.yaml) numbers it. */
const cisPolicies = [
  ...Array.from({ length: 13 }, (_, index) => `5.1.${index + 1}`),
  ...Array.from({ length: 13 }, (_, index) => `5.2.${index + 1}`),
  ...'5.3.1 5.3.2 5.4.1 5.4.2 5.5.1 5.7.1 5.7.2 5.7.3 5.7.4'.split(' '),
];

describe('controls', () => {
  test.each(rules.map(({ id }) => id))('%s speaks to controls of several frameworks', (rule) => {
    const spoken = frameworks.filter((framework) => controlsOf(rule, framework).length > 0).map(({ id }) => id);
    expect(spoken).toEqual(expect.arrayContaining(['nist-800-53', 'soc-2', 'iso-27001']));
  });

  test.each(frameworks.map((framework) => [framework.id, framework] as const))(
    '%s: ids have its form, each once, with a name and what is outside',
    (_, { form, controls, source }) => {
      expect(source).toMatch(/^https:\/\/\S+$/);
      expect(controls.map(({ id }) => id).filter((id) => !form.test(id))).toEqual([]);
      expect(new Set(controls.map(({ id }) => id)).size).toBe(controls.length);
      expect(controls.filter(({ name, outside }) => name.length < 3 || !/^[A-Z].*\.$/.test(outside))).toEqual([]);
      expect(controls.some((control) => rulesOf(control).length > 0)).toBe(true);
    },
  );

  test('those of CIS are the benchmark’s, and what findings cite is among them', () => {
    const ids = frameworks.find(({ id }) => id === 'cis-kubernetes')?.controls.map(({ id }) => id) ?? [];
    expect(ids.filter((id) => id.startsWith('5.'))).toEqual(cisPolicies);
    const source = ['src/rbac/judge/danger-table.ts', 'src/workload/privileges/wording.ts', ...ruleFiles()]
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');
    const cited = [...source.matchAll(/'(?:CIS )?(5\.\d\.\d+)'/g)].map(([, id = '']) => id);
    expect(cited.length).toBeGreaterThan(20);
    expect(cited.filter((id) => !ids.includes(id))).toEqual([]);
  });
});

function ruleFiles(): readonly string[] {
  const text = readFileSync('src/rules/index.ts', 'utf8');
  return [...text.matchAll(/from '\.\/([\w-]+\/[\w-]+\.ts)'/g)].map(([, file = '']) => `src/rules/${file}`);
}

const ofReport = (report: Parameters<typeof assess>[0], framework: string) =>
  new Map(
    (assess(report, infos).find((each) => each.framework.id === framework)?.controls ?? []).map((each) => [
      each.control.id,
      each,
    ]),
  );

const quiet = { skipped: [], readWithoutStructure: [], filesChanged: 1, filesRead: 1, contextFilesRead: 0 };
const clean = reportWith({ outcome: 'passed', findings: [], suppressed: [] }, { coverage: quiet });

describe('what is said of a control', () => {
  test('findings count for the controls that they cite, and for those of their rule where a framework is not cited', () => {
    const cis = ofReport(sampleReport, 'cis-kubernetes');
    expect(cis.get('5.1.2')).toMatchObject({ result: 'findings', findings: [findings[0]] });
    expect(cis.get('5.1.1')?.findings).toEqual([]);
    const nist = ofReport(sampleReport, 'nist-800-53');
    expect(nist.get('AC-6')?.findings.map(({ rule }) => rule)).toEqual(['rbac-widened']);
    expect(nist.get('CM-5')).toMatchObject({ result: 'findings', commits: { verified: 4, accepted: 2 } });
  });

  test('nothing found is said only where all was looked at', () => {
    const result = (report: typeof clean, id = 'AC-6') => ofReport(report, 'nist-800-53').get(id);
    expect(result(clean)).toMatchObject({ result: 'nothing-found', because: [] });
    const unjudged = [{ what: 'x', remedy: 'y' }];
    expect(result(reportWith({ ...clean.verdict, unjudged }, { coverage: quiet }))).toMatchObject({
      result: 'partly-judged',
      because: ['1 thing of the run could not be judged.'],
    });
    const lines = { ...clean, coverage: { ...quiet, readWithoutStructure: [{ file: 'a', why: 'b' }] } };
    expect(result(lines)?.result).toBe('partly-judged');
    expect(ofReport(lines, 'hipaa').get('164.312(d)')?.result).toBe('nothing-found');
    const unread = finding('unreadable-manifest', 'low', { message: 'm', category: 'input' });
    expect(result(reportWith({ ...clean.verdict, findings: [unread] }, { coverage: quiet }))?.because).toEqual([
      'Not all manifests could be read: 1 finding of unreadable-manifest.',
    ]);
    // Accepted, or seen by a rule that is off, it was not read either.
    const accepted = [{ ...unread, reason: 'r', until: '2027-01-01' }];
    expect(result(reportWith({ ...clean.verdict, suppressed: accepted }, { coverage: quiet }))).toMatchObject({
      result: 'partly-judged',
      because: ['Not all manifests could be read: 1 finding of unreadable-manifest.'],
    });
    for (const rule of ['unreadable-manifest', 'delivery-changed'])
      expect(result(reportWith({ ...clean.verdict, off: [rule] }, { coverage: quiet }))).toMatchObject({
        result: 'partly-judged',
        because: [`${rule} is off in the base branch’s policy.`],
      });
    const one = reportWith({ ...clean.verdict, off: ['rbac-widened'] }, { coverage: quiet });
    expect(result(one)).toMatchObject({ result: 'partly-judged', because: [expect.stringContaining('is off')] });
    expect(ofReport(one, 'mitre-attack').get('T1609')?.result).toBe('partly-judged');
    const off = result(clean, 'SC-7')?.rules ?? [];
    const all = reportWith({ ...clean.verdict, off }, { coverage: quiet });
    expect(result(all, 'SC-7')?.result).toBe('not-checked');
  });

  test('findings that the base accepts are no findings, and are shown', () => {
    const report = reportWith({ ...clean.verdict, suppressed }, { coverage: quiet });
    expect(ofReport(report, 'nist-800-53').get('AC-3')).toMatchObject({ result: 'accepted', accepted: suppressed });
  });

  test('what a run did not look at is not checked', () => {
    const files = ofReport({ ...clean, commits: [] }, 'hipaa').get('164.312(d)');
    expect(files).toMatchObject({
      result: 'not-checked',
      because: ['No commit was verified: the run looked at files alone.'],
    });
    expect(files).not.toHaveProperty('commits');
    expect(ofReport({ ...clean, command: 'verify' }, 'nist-800-53').get('SC-7')?.result).toBe('not-checked');
    const tag = { ...clean, range: { ...clean.range, after: undefined } };
    expect(ofReport(tag, 'nist-800-53').get('SC-7')?.result).toBe('not-checked');
    expect(ofReport({ ...clean, command: 'audit' }, 'nist-800-53').get('CM-3')).toMatchObject({
      result: 'partly-judged',
      because: ['gate-changed', 'review-weakened', 'workflow-permissions', 'unusual-change'].map(
        (rule) => `${rule} speaks of changes, and an audit has none.`,
      ),
    });
  });

  test('a control that no rule speaks to is never said to have been looked at', () => {
    const cis = ofReport(clean, 'cis-kubernetes');
    for (const id of ['5.3.1', '5.4.1', '5.7.4']) expect(cis.get(id)).toMatchObject({ result: 'no-rule', rules: [] });
  });

  test('findings that are not listed keep a control from "nothing found"', () => {
    const many = Array.from({ length: 5 }, (_, index) => finding('rbac-widened', 'critical', { message: `${index}` }));
    const report = reportOf({ ...clean, verdict: { ...clean.verdict, findings: many }, mostFindings: 2 });
    const control = ofReport(report, 'cis-kubernetes').get('5.1.2');
    expect(control).toMatchObject({ result: 'partly-judged', because: [expect.stringMatching(/^Not listed: 3 of 5/)] });
  });
});

describe('compliance.json', () => {
  test('is as its schema says, whatever is in the report', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        expect([validate(JSON.parse(renderCompliance(report, infos))), validate.errors]).toEqual([true, null]);
      }),
      { numRuns: runs(100) },
    );
  });

  test('never says that a control is met', () => {
    for (const command of ['check', 'audit', 'verify'] as const) {
      const text = renderCompliance({ ...clean, command }, infos);
      expect(JSON.parse(text).says).toMatch(/No control is met by this report alone\.$/);
      expect(text.replace(/No control is met by/g, '')).not.toMatch(/\b(?:met|compliant|complies|passed audit)\b/i);
    }
  });

  test('lists a hundred ids of a control, and counts all', () => {
    const many = Array.from({ length: 300 }, (_, index) => finding('rbac-widened', 'low', { message: `${index}` }));
    const { frameworks } = JSON.parse(renderCompliance(reportWith({ findings: many }), infos));
    const control = frameworks[2].controls.find(({ id }: { id: string }) => id === 'AC-6');
    expect(control.findings).toMatchObject({ count: 300, blocking: 0 });
    expect(control.findings.ids).toHaveLength(100);
  });
});
