import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { renderJson, renderVerifyJson } from '../../src/report/machine/json.ts';
import { runs } from '../thorough.ts';
import { commit as anyCommit, report as anyReport } from './arbitrary-report.ts';
import { commits, sampleReport } from './sample-report.ts';

const schema = JSON.parse(readFileSync('src/report/report.schema.json', 'utf8'));
const ajv = new Ajv2020({
  allErrors: true,
  strictTypes: false,
  formats: { 'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/ },
});
const validate = ajv.compile(schema);
const validateVerification = ajv.compile({ $ref: `${schema.$id}#/$defs/verification` });

function errors(check: typeof validate, text: string): unknown {
  return check(JSON.parse(text)) ? undefined : check.errors;
}

describe('renderJson', () => {
  test('the sample, field by field', () => {
    const text = renderJson(sampleReport);
    expect(errors(validate, text)).toBeUndefined();
    const report = JSON.parse(text);
    expect(report).toMatchObject({
      schemaVersion: 1,
      toolVersion: '1.0.0',
      command: 'check',
      outcome: 'blocked',
      failOn: 'high',
      range: { kind: 'request', target: sampleReport.range.target, head: sampleReport.range.head, tag: null },
      counts: { critical: 2, high: 2, medium: 1, low: 1 },
      coverage: { filesChanged: 6, filesRead: 5, skipped: [{ file: 'docs/architecture.png', why: 'binary' }] },
    });
    expect(report.findings[0]).toMatchObject({
      rule: 'rbac-widened',
      category: 'rbac',
      severity: 'critical',
      blocking: true,
      fingerprint: sampleReport.verdict.findings[0]?.fingerprint,
      file: 'clusters/prod/ci/role.yaml',
      line: 12,
      column: 5,
      scope: 'clusters/prod',
      object: { group: 'rbac.authorization.k8s.io', kind: 'ClusterRole', namespace: null, name: 'ci-deployer' },
    });
    expect(report.findings[2]).toMatchObject({
      file: null,
      line: null,
      column: null,
      scope: null,
      commit: commits[1]?.sha,
    });
    expect(report.suppressed[0]).toMatchObject({ rule: 'rbac-broad-subject', until: '2027-03-31' });
    expect(report.commits[0]).toEqual({
      sha: commits[0]?.sha,
      kind: 'commit',
      subject: 'Give the deployer a role of its own',
      author: { name: 'Jane Doe', email: 'jane@example.com', time: '2026-09-21T14:13:20Z' },
      committer: { name: 'Jane Doe', email: 'jane@example.com', time: '2026-09-21T14:13:20Z' },
      signature: {
        state: 'good',
        accepted: true,
        format: 'ssh',
        signer: { name: 'Jane Doe', emails: ['jane@example.com'], roles: ['admin'] },
        keyFingerprint: 'SHA256:u4yqkVHzZ4mSIz1Jr0oWm8wxw1vYVt0m7sYdR8Qe5dU',
      },
    });
  });

  test('any report is valid, keeps every text, and is quiet in a terminal and a log', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const text = renderJson(report);
        expect(errors(validate, text)).toBeUndefined();
        const parsed = JSON.parse(text);
        expect(parsed.findings.map(({ message }: { message: string }) => message)).toEqual(
          report.verdict.findings.map(({ message }) => message),
        );
        expect(parsed.commits.map(({ subject }: { subject: string }) => subject)).toEqual(
          report.commits.map(({ subject }) => subject),
        );
        expect(text).not.toMatch(/[\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u0000-\u0009\u000b-\u001f\u007f-\u009f]|##\[|^\s*::/mu);
      }),
      { numRuns: runs(200) },
    );
  });

  test('says what the patch does, and no line of it', () => {
    const [fixed, left] = ['a', 'b'].map((digit) => digit.repeat(64)) as [string, string];
    const fix = {
      patch: 'diff --git',
      blind: ['a.yaml'],
      leftOut: [],
      fixed: [{ fingerprint: fixed, what: 'w' }],
      left: [{ fingerprint: left, why: 'y' }],
    };
    const text = renderJson({ ...sampleReport, fix });
    expect(errors(validate, text)).toBeUndefined();
    expect(JSON.parse(text).fix).toEqual({ ...fix, patch: 'fix.patch' });
    expect(JSON.parse(renderJson({ ...sampleReport, fix: { ...fix, patch: '' } })).fix.patch).toBeNull();
  });

  test('the schema describes every field and admits no others', () => {
    const undescribed: string[] = [];
    const walk = (node: Record<string, unknown>, path: string): void => {
      if (node.type === 'object' && 'properties' in node && node.additionalProperties !== false) undescribed.push(path);
      for (const [key, value] of Object.entries((node.properties ?? {}) as Record<string, Record<string, unknown>>)) {
        if (typeof value.description !== 'string') undescribed.push(`${path}.${key}`);
        walk(value, `${path}.${key}`);
      }
      if (node.items) walk(node.items as Record<string, unknown>, `${path}[]`);
    };
    walk(schema, '');
    for (const [name, definition] of Object.entries(schema.$defs)) walk(definition as Record<string, unknown>, name);
    expect(undescribed).toEqual([]);
    expect(validate({ ...JSON.parse(renderJson(sampleReport)), more: 1 })).toBe(false);
  });
});

describe('renderVerifyJson', () => {
  test('has the commits in the same form', () => {
    expect(JSON.parse(renderVerifyJson(commits)).commits).toEqual(JSON.parse(renderJson(sampleReport)).commits);
    fc.assert(
      fc.property(fc.array(anyCommit), (list) => {
        expect(errors(validateVerification, renderVerifyJson(list))).toBeUndefined();
      }),
      { numRuns: runs(50) },
    );
  });
});
