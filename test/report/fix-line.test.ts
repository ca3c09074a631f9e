import { expect, test } from '@jest/globals';
import { notInPatch, type ReportFix } from '../../src/report/report.ts';
import { fixLine } from '../../src/report/wording.ts';

const fixed = (count: number) => Array.from({ length: count }, (_, at) => ({ fingerprint: `${at}`, what: 'is gone' }));
const left = (count: number, why: string) => Array.from({ length: count }, (_, at) => ({ fingerprint: `${at}`, why }));
const line = (fix: Partial<ReportFix>) =>
  fixLine({ fix: { patch: '', blind: [], leftOut: [], fixed: [], left: [], ...fix } }, ' --base main');

test('says what goes with the patch', () => {
  expect(fixLine({}, '')).toBeUndefined();
  expect(line({ left: left(2, 'it is about a commit') })).toBeUndefined();
  expect(line({ patch: 'x', fixed: fixed(1), left: left(1, 'it is about a commit') })).toBe(
    '1 of 2 findings would go with the patch fix.patch among the reports; in a clone: gitops-gate fix --base main --apply',
  );
});

test('says what goes only without it, also where there is none', () => {
  const why =
    'since a patch would put a secret back in one of 2 files (fix.leftOut in report.json); in a clone: gitops-gate fix --base main --apply';
  const leftOut = ['a.yaml', 'b.yaml'];
  expect(line({ leftOut, left: left(3, notInPatch) })).toBe(`3 of 3 findings would go, but not with a patch, ${why}`);
  expect(line({ patch: 'x', leftOut, fixed: fixed(1), left: left(3, notInPatch) })).toBe(
    `1 of 4 findings would go with the patch fix.patch among the reports, and 3 more without it, ${why}`,
  );
});
