import { userInfo } from 'node:os';
import { describe, expect, test } from '@jest/globals';
import type { Arguments } from '../../src/cli/arguments.ts';
import { auditRequest, inputsOf, localRequest, personsHost } from '../../src/cli/check.ts';
import type { Report } from '../../src/report/report.ts';
import { Output } from '../program/output.ts';
import { finding, reportWith } from '../report/sample-report.ts';

const given = (values: Readonly<Record<string, string>> = {}, ...switches: readonly string[]): Arguments => ({
  values: new Map(Object.entries(values)),
  switches: new Set(switches),
  positionals: [],
  problems: [],
});

describe('what a person asks for', () => {
  test('is of here, and of nothing else that is not said', () => {
    const request = { kind: 'audit', rev: 'HEAD' } as const;
    expect(inputsOf(given(), 'audit', request)).toEqual({
      command: 'audit',
      repo: process.cwd(),
      request,
      remote: undefined,
      defaultBranch: undefined,
      notes: [],
      failOn: undefined,
      policyPath: '.gitops-gate',
      kubernetesVersion: undefined,
      render: 'auto',
      out: undefined,
      previousReport: undefined,
      caller: { actor: userInfo().username },
      scan: 'change',
      isPush: false,
      ages: false,
    });
  });

  test('is what the flags say', () => {
    const flags = {
      repo: 'a',
      'fail-on': 'low',
      'policy-path': 'gate',
      'kubernetes-version': '1.30',
      render: 'required',
      out: 'reports',
      'previous-report': 'old.json',
      scan: 'state',
    };
    expect(inputsOf(given(flags, 'ages'), 'check', { kind: 'staged', base: 'x' })).toMatchObject({
      command: 'check',
      repo: 'a',
      request: { kind: 'staged', base: 'x' },
      failOn: 'low',
      policyPath: 'gate',
      kubernetesVersion: '1.30',
      render: 'required',
      out: 'reports',
      previousReport: 'old.json',
      scan: 'state',
      ages: true,
    });
    expect(inputsOf(given({ render: 'auto', scan: 'change' }), 'check', { kind: 'staged', base: 'x' })).toMatchObject({
      render: 'auto',
      scan: 'change',
    });
  });
});

describe('what is compared', () => {
  test('of a change is its base and head, of what is staged the base alone', async () => {
    expect(await localRequest(given({ base: 'main' }))).toEqual({ kind: 'request', base: 'main', head: 'HEAD' });
    expect(await localRequest(given({ base: 'main', head: 'x' }))).toEqual({
      kind: 'request',
      base: 'main',
      head: 'x',
    });
    expect(await localRequest(given({}, 'staged'))).toEqual({ kind: 'staged', base: 'HEAD' });
    expect(await localRequest(given({ base: 'main' }, 'staged'))).toEqual({ kind: 'staged', base: 'main' });
  });

  test('of everything is one revision', () => {
    expect(auditRequest(given())).toEqual({ kind: 'audit', rev: 'HEAD' });
    expect(auditRequest(given({ rev: 'x' }))).toEqual({ kind: 'audit', rev: 'x' });
  });
});

describe('the report is shown', () => {
  const report = reportWith({ findings: [finding('rbac-widened', 'high', { message: 'changed-object' })] });
  const state = reportWith({ findings: [finding('rbac-widened', 'high', { message: 'present-object' })] });

  /** What is printed of the report in a format, where formats for code scanning hold the other one. */
  async function printed(
    format?: string,
    { scanned }: { scanned: Report | undefined } = { scanned: state },
  ): Promise<string> {
    const { stdout } = process;
    const output = new Output();
    Object.defineProperty(process, 'stdout', { value: output.stream('stdout'), configurable: true });
    try {
      const host = personsHost(given(format === undefined ? {} : { format }));
      const what = { report, scanned: { report: scanned, note: undefined }, written: {}, lost: [], diff: new Map() };
      await host.publish(what);
    } finally {
      Object.defineProperty(process, 'stdout', { value: stdout, configurable: true });
    }
    return output.with(0).stdout;
  }

  test('as text for a person, unless a format is asked for', async () => {
    const text = await printed();
    expect(text).toContain('changed-object');
    expect(text.startsWith('{')).toBe(false);
    expect(await printed('text')).toBe(text);
    expect(JSON.parse(await printed('json'))).toMatchObject({ findings: [{ message: 'changed-object' }] });
  });

  test('in formats for code scanning as these hold it, or not at all', async () => {
    const sarif = await printed('sarif');
    expect([JSON.parse(sarif).version, sarif.includes('present-object'), sarif.includes('changed-object')]).toEqual([
      '2.1.0',
      true,
      false,
    ]);
    expect(await printed('sarif', { scanned: undefined })).toBe('');
    expect(await printed('json', { scanned: undefined })).toContain('changed-object');
  });
});
