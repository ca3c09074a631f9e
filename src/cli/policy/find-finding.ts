import { readFileSync } from 'node:fs';
import { InputError, type Problem } from '../../input-error.ts';
import { shownFingerprint } from '../../report/wording.ts';
import { examine } from '../../run.ts';
import type { Arguments } from '../arguments.ts';
import { inputsOf, localRequest } from '../check.ts';

/** What an ignore entry needs to know of a finding. */
export interface FoundFinding {
  readonly rule: string;
  readonly fingerprint: string;
  /** Blob ids of its files, for a secret: its ignore is pinned to their content (how-it-judges.md, "Accepted findings"). */
  readonly blobs: readonly string[];
}

/** What is wrong with what should be the beginning of a fingerprint; an empty text is a missing one. */
export function fingerprintProblems(fingerprint: string): readonly Problem[] {
  if (/^[0-9a-f]{8,64}$/.test(fingerprint)) return [];
  const what = fingerprint === '' ? 'FINGERPRINT is missing' : `${JSON.stringify(fingerprint)} is not a fingerprint`;
  return [{ what, fix: `copy at least the first ${shownFingerprint} hex digits from the report` }];
}

/** Finds the finding whose fingerprint begins so: in `--report FILE`, or by checking the repository again. Throws InputError. */
export async function findingFor(fingerprint: string, args: Arguments): Promise<FoundFinding> {
  const file = args.values.get('report');
  const findings = file === undefined ? await checkAgain(args) : readReport(file);
  const found = findings.filter((finding) => finding.fingerprint.startsWith(fingerprint));
  const [first] = found;
  if (first === undefined || found.length > 1) {
    const what = `${found.length === 0 ? 'no finding has' : `${found.length} findings have`} a fingerprint that begins ${fingerprint}`;
    const fix = found.length === 0 ? 'copy it from the report of this change' : 'give more of its digits';
    throw new InputError([{ what, fix }]);
  }
  return first;
}

async function checkAgain(args: Arguments): Promise<readonly FoundFinding[]> {
  const inputs = inputsOf(args, 'check', await localRequest(args));
  const { report } = await examine(inputs, { step: (_, work) => work(), diffView: undefined });
  return report.verdict.findings.map(({ rule, fingerprint, blobs = [] }) => ({ rule, fingerprint, blobs }));
}

function readReport(file: string): readonly FoundFinding[] {
  const bad = new InputError([
    { what: `${file} is not a report.json of gitops-gate`, fix: 'name the one that --out wrote' },
  ]);
  try {
    const report = JSON.parse(readFileSync(file, 'utf8'));
    if (report.schemaVersion !== 1 || !Array.isArray(report.findings)) throw bad;
    return report.findings.map(({ rule, fingerprint, blobs }: Record<string, unknown>) => ({
      rule: String(rule),
      fingerprint: String(fingerprint),
      blobs: Array.isArray(blobs) ? blobs.map(String) : [],
    }));
  } catch {
    throw bad;
  }
}
