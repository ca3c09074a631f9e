import { readFileSync } from 'node:fs';
import { openRepository } from '../git/open-repository.ts';
import { InputError } from '../input-error.ts';
import { shownFingerprint } from '../report/wording.ts';
import { examine } from '../run.ts';
import type { Arguments } from './arguments.ts';
import { inputsOf, localRequest } from './check.ts';

/** What an ignore entry needs to know of a finding. */
export interface FoundFinding {
  readonly rule: string;
  readonly fingerprint: string;
  /** Blob ids of its files, for a secret. */
  readonly blobs: readonly string[];
}

/** A finding as report.json lists it, as far as it is used here. */
interface Listed {
  readonly rule: string;
  readonly category: string;
  readonly fingerprint: string;
  readonly files: readonly string[];
}

/** Finds the finding whose fingerprint begins so: in `--report FILE`, or by checking the repository again. Throws InputError. */
export async function findingFor(fingerprint: string, args: Arguments): Promise<FoundFinding> {
  if (!/^[0-9a-f]{8,64}$/.test(fingerprint)) {
    const what = `${JSON.stringify(fingerprint)} is no fingerprint`;
    throw new InputError([{ what, fix: `copy at least the first ${shownFingerprint} hex digits from the report` }]);
  }
  const file = args.values.get('report');
  const { findings, after } = file === undefined ? await checkAgain(args) : readReport(file);
  const found = findings.filter((finding) => finding.fingerprint.startsWith(fingerprint));
  const [first] = found;
  if (first === undefined || found.length > 1) {
    const what = `${found.length === 0 ? 'no finding has' : `${found.length} findings have`} a fingerprint that begins ${fingerprint}`;
    const fix = found.length === 0 ? 'copy it from the report of this change' : 'give more of its digits';
    throw new InputError([{ what, fix }]);
  }
  const blobs = first.category === 'secret' ? await blobsOf(first.files, after, args) : [];
  return { rule: first.rule, fingerprint: first.fingerprint, blobs };
}

async function checkAgain(args: Arguments): Promise<{ findings: readonly Listed[]; after: string | undefined }> {
  const inputs = inputsOf(args, 'check', await localRequest(args));
  const { verdict, range } = await examine(inputs, { step: (_, work) => work() });
  const findings = verdict.findings.map(({ rule, category, fingerprint, position, places = [] }) => ({
    rule,
    category,
    fingerprint,
    files: [...(position === undefined ? [] : [position]), ...places].map((place) => place.file),
  }));
  return { findings, after: range.after };
}

function readReport(file: string): { findings: readonly Listed[]; after: string | undefined } {
  const bad = new InputError([
    { what: `${file} is no report.json of gitops-gate`, fix: 'name the one that --out wrote' },
  ]);
  try {
    const report = JSON.parse(readFileSync(file, 'utf8'));
    if (report.schemaVersion !== 1 || !Array.isArray(report.findings)) throw bad;
    const findings = report.findings.map((finding: Record<string, unknown>) => {
      const places = Array.isArray(finding.places) ? finding.places : [];
      const files = [finding, ...places].map((place) => place.file).filter((name) => typeof name === 'string');
      return { ...finding, rule: String(finding.rule), fingerprint: String(finding.fingerprint), files };
    });
    return { findings, after: typeof report.range?.after === 'string' ? report.range.after : undefined };
  } catch {
    throw bad;
  }
}

/** A secret's ignore is pinned to the content of its files (contracts §4). */
async function blobsOf(files: readonly string[], after: string | undefined, args: Arguments): Promise<string[]> {
  if (after === undefined) return [];
  const repository = await openRepository(args.values.get('repo') ?? process.cwd());
  try {
    const tree = await repository.tree(after, [...new Set(files)]);
    return [...new Set(files.flatMap((file) => tree.get(file)?.id ?? []))];
  } finally {
    await repository.close();
  }
}
