import { expect, test } from '@jest/globals';
import type { Inputs } from '../../src/inputs.ts';
import { effortOf } from '../../src/run/find-fixes.ts';
import { findings, range, reportWith } from '../report/sample-report.ts';

const { coverage } = reportWith();
const inputs = { command: 'check', out: 'reports' } as Inputs;
const effort = (read: number, roots: number, over: Partial<Inputs> = {}) => {
  const rendering = { ...coverage.rendering, rendered: roots, notRendered: [], tools: [] };
  const report = reportWith(
    { findings },
    { coverage: { ...coverage, filesRead: 1, contextFilesRead: read, rendering } as never },
  );
  return effortOf({ ...inputs, ...over }, range, report);
};

test('fixes come along with reports where judging again costs little; where they are asked for all that can be is looked for', () => {
  expect(effort(299, 10)).toMatchObject({ rounds: 3 });
  expect(effort(300, 10)).toBe('too-large');
  expect(effort(299, 11)).toBe('too-large');
  expect(effortOf({ command: 'check' } as Inputs, range, reportWith({ findings }))).toBe(undefined);
  expect(effortOf({ ...inputs, command: 'audit' }, range, reportWith({ findings }))).toBe(undefined);
  expect(effort(5000, 500, { fix: {} } as Partial<Inputs>)).toMatchObject({ targets: 300 });
});
