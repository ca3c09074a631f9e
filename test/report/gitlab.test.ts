import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { renderCodeQuality } from '../../src/report/machine/code-quality.ts';
import { renderGitlabSast, renderGitlabSecretDetection } from '../../src/report/machine/gitlab-security.ts';
import { runs } from '../thorough.ts';
import { report as anyReport } from './arbitrary-report.ts';
import { outline, references, texts } from './markdown-outline.ts';
import { finding, findings, range, reportWith, sampleReport } from './sample-report.ts';
import { everyRule } from './sample-rules.ts';

const ajv = new Ajv2020({ strict: false, allErrors: true });
ajv.addSchema(JSON.parse(readFileSync('test/report/schemas/gitlab-15.2.1.json', 'utf8')));
const now = Date.UTC(2026, 10, 22, 8, 30);

function valid(name: 'sast' | 'secret_detection' | 'code_quality', text: string) {
  const parsed = JSON.parse(text);
  const validate = ajv.getSchema(`urn:example:gitlab-15.2.1#/$defs/${name}`);
  expect(validate?.(parsed) ? undefined : validate?.errors).toBeUndefined();
  expect(validate).toBeDefined();
  return parsed;
}

describe('renderCodeQuality', () => {
  test('one issue a finding that has a file, with GitLab’s severities', () => {
    const issues = valid('code_quality', renderCodeQuality(sampleReport));
    expect(issues.map(({ severity }: { severity: string }) => severity)).toEqual([
      'blocker',
      'blocker',
      'major',
      'minor',
    ]);
    expect(issues[0]).toEqual({
      description: findings[0]?.message,
      check_name: 'rbac-widened',
      fingerprint: findings[0]?.fingerprint,
      severity: 'blocker',
      location: { path: 'clusters/prod/ci/role.yaml', lines: { begin: 12 } },
    });
    expect(JSON.stringify(issues)).not.toContain(findings[2]?.fingerprint);
  });

  test('fingerprints are unique, GitLab drops namesakes', () => {
    const one = finding('rbac-widened', 'high', {
      message: 'Role a gains delete.',
      position: { file: 'a.yaml', line: 1, column: 1 },
    });
    const issues = valid('code_quality', renderCodeQuality(reportWith({ findings: [one, one, one] })));
    expect(issues.map((issue: { fingerprint: string }) => issue.fingerprint)).toEqual([
      one.fingerprint,
      `${one.fingerprint}-2`,
      `${one.fingerprint}-3`,
    ]);
  });
});

test('every rule of the program is valid in each report, in one of the two that are about security', async () => {
  const { rules, report } = await everyRule();
  valid('code_quality', renderCodeQuality(report));
  const sast = valid('sast', renderGitlabSast(report, now));
  const secrets = valid('secret_detection', renderGitlabSecretDetection(report, now));
  const named = [...sast.vulnerabilities, ...secrets.vulnerabilities].map(({ identifiers }) => identifiers[0].value);
  expect([...new Set(named)].sort()).toEqual(rules.map(({ id }) => id).sort());
});

describe('GitLab security reports', () => {
  test('secrets go to secret detection, everything else to SAST', () => {
    const sast = valid('sast', renderGitlabSast(sampleReport, now));
    const secrets = valid('secret_detection', renderGitlabSecretDetection(sampleReport, now));
    const ids = ({ vulnerabilities }: { vulnerabilities: { id: string }[] }) => vulnerabilities.map(({ id }) => id);
    const located = findings.filter(({ position }) => position !== undefined);
    expect([...ids(sast), ...ids(secrets)].toSorted()).toEqual(
      located.map(({ fingerprint }) => fingerprint).toSorted(),
    );
    expect(sast.scan.messages.map(({ value }: { value: string }) => value)).toEqual(
      findings.slice(2, 4).map(({ message }) => expect.stringContaining(message)),
    );
    expect(ids(secrets)).toEqual([findings[1]?.fingerprint, findings[5]?.fingerprint]);
    expect(secrets.scan).toMatchObject({
      type: 'secret_detection',
      status: 'success',
      start_time: '2026-11-22T08:30:00',
    });
    expect(secrets.vulnerabilities[0]).toMatchObject({
      severity: 'Critical',
      name: findings[1]?.message,
      location: { file: 'clusters/prod/registry/secret.yaml', start_line: 8, commit: { sha: range.head } },
      identifiers: [
        { type: 'gitops_gate_rule', value: 'plaintext-secret' },
        { type: 'guidance', name: 'CIS 5.4.1' },
        { type: 'cwe', value: '312' },
      ],
      tracking: { items: [{ signatures: [{ algorithm: 'hash', value: findings[1]?.fingerprint }] }] },
    });
  });

  test('a run that could not judge failed, and says why', () => {
    const report = reportWith({
      outcome: 'could-not-judge',
      findings: [],
      unjudged: [{ what: 'History ends early.', remedy: 'Fetch more.' }],
    });
    expect(valid('sast', renderGitlabSast(report, now)).scan).toMatchObject({
      status: 'failure',
      messages: [{ level: 'warn', value: 'History ends early. Fetch more.' }],
    });
  });

  test('any report is valid, at most 20 identifiers, and its Markdown is words and code', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        valid('code_quality', renderCodeQuality(report));
        const all = [
          ...valid('sast', renderGitlabSast(report, now)).vulnerabilities,
          ...valid('secret_detection', renderGitlabSecretDetection(report, now)).vulnerabilities,
        ];
        expect(all).toHaveLength(report.verdict.findings.filter(({ position }) => position !== undefined).length);
        for (const { description, solution, identifiers } of all) {
          expect(identifiers.length).toBeLessThanOrEqual(20);
          expect(outline(description)).toMatch(/^(?:paragraph ?)*$/);
          expect([...texts(description), ...texts(solution)].flatMap(references)).toEqual([]);
        }
      }),
      { numRuns: runs(80) },
    );
  });
});
