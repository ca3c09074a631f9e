import { readFileSync } from 'node:fs';
import { placesOf } from '../../gate/finding.ts';
import { InputError, type Problem } from '../../input-error.ts';
import { list, type Mapping, mapping, scalarText } from '../../plain-values.ts';
import { shownFingerprint } from '../../report/wording.ts';
import { examine } from '../../run.ts';
import { systemErrorCode } from '../../system-error.ts';
import type { Arguments } from '../arguments.ts';
import { auditRequest, inputsOf, localRequest } from '../check.ts';
import { note } from '../output.ts';

/** What an ignore entry needs to know of a finding. */
export interface FoundFinding {
  readonly rule: string;
  readonly fingerprint: string;
  /** Blob ids of its files, for a secret: its ignore is pinned to their content (how-it-judges.md, "Accepted findings"). */
  readonly blobs: readonly string[];
  /** Where it is; none for one about a commit. */
  readonly places: readonly { readonly file: string; readonly line: number; readonly endLine?: number }[];
}

/** What is wrong with what should be the beginning of a fingerprint; an empty text is a missing one. */
export function fingerprintProblems(fingerprint: string): readonly Problem[] {
  if (/^[0-9a-f]{8,64}$/.test(fingerprint)) return [];
  const what = fingerprint === '' ? 'FINGERPRINT is missing' : `${JSON.stringify(fingerprint)} is not a fingerprint`;
  return [{ what, fix: `copy at least the first ${shownFingerprint} hex digits from the report` }];
}

/** What is wrong with where findings are looked for: a report, what is staged, everything, or a change. */
export function sourceProblems({ values, switches }: Arguments): readonly Problem[] {
  const given = [
    ...(values.has('report') ? ['--report'] : []),
    ...(switches.has('staged') ? ['--staged'] : []),
    ...(switches.has('audit') ? ['--audit'] : switches.has('ages') ? ['--ages'] : []),
    ...(values.has('head') ? ['--head'] : []),
  ];
  if (given.length > 1) return [{ what: `${given.join(' and ')} exclude each other`, fix: 'give one of them' }];
  if (values.has('rev') && !looksAtAll(switches) && !values.has('import'))
    return [{ what: '--rev goes with --audit', fix: 'add --audit' }];
  return [];
}

/** Whether findings are looked for among everything that is there: ages of secrets are known of that alone. */
const looksAtAll = (switches: Arguments['switches']): boolean => switches.has('audit') || switches.has('ages');

/** The findings of `--report FILE`, or of judging the repository again. Throws InputError. */
export async function readFindings(args: Arguments): Promise<readonly FoundFinding[]> {
  const file = args.values.get('report');
  return file === undefined ? checkAgain(args) : readReport(file);
}

/** The one finding whose fingerprint begins so; `args` say where it was looked for. Throws InputError. */
export function oneOf(findings: readonly FoundFinding[], fingerprint: string, args: Arguments): FoundFinding {
  const found = findings.filter((finding) => finding.fingerprint.startsWith(fingerprint));
  const [first] = found;
  if (first === undefined || found.length > 1) {
    const what = `${found.length === 0 ? 'no finding has' : `${found.length} findings have`} a fingerprint that begins ${fingerprint}`;
    const fix = found.length === 0 ? whereElse(args) : 'give more of its digits';
    throw new InputError([{ what, fix }]);
  }
  return first;
}

/** Where a finding may be that is not among those that were looked for. */
function whereElse({ switches, values }: Arguments): string {
  const posture = 'one of the settings of the forge is only in the report of posture (--report report.json)';
  if (values.has('report')) return 'name the report that lists it, with all that its id begins with';
  if (switches.has('ages')) return `look at the revision it was found in (--rev REV); ${posture}`;
  if (switches.has('audit')) return `one of secret-stale needs --ages, one of another revision --rev REV; ${posture}`;
  return 'check out the branch it was found on, or name the report that lists it (--report report.json); one of an audit needs --audit, one of secret-stale --ages';
}

async function checkAgain(args: Arguments): Promise<readonly FoundFinding[]> {
  const isAudit = looksAtAll(args.switches);
  const request = isAudit ? auditRequest(args) : await localRequest(args);
  const inputs = inputsOf(args, isAudit ? 'audit' : 'check', request);
  const { report } = await examine(inputs, { step: (_, work) => work(), diffView: undefined });
  if (report.notListed !== undefined) note(report.notListed);
  return report.verdict.findings.map((finding) => {
    const { rule, fingerprint, blobs = [] } = finding;
    return { rule, fingerprint, blobs, places: placesOf(finding) };
  });
}

function readReport(file: string): readonly FoundFinding[] {
  const bad = (why: string) =>
    new InputError([
      { what: `${file} ${why}`, fix: 'name the report.json that --out (check, audit or posture) or report-dir wrote' },
    ]);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw bad(`cannot be read (${systemErrorCode(error) ?? 'it is too large'})`);
  }
  let report: { readonly [key: string]: unknown };
  try {
    report = mapping(JSON.parse(text));
  } catch {
    throw bad('is not JSON');
  }
  const { schemaVersion, findings, notListed } = report;
  if (schemaVersion !== 1 || !Array.isArray(findings)) throw bad('is not a report.json of gitops-gate');
  if (notListed !== undefined) note(scalarText(notListed));
  return findings.map(mapping).map((finding) => ({
    rule: scalarText(finding.rule),
    fingerprint: scalarText(finding.fingerprint),
    blobs: list(finding.blobs).map(scalarText),
    places: [finding, ...list(finding.places).map(mapping)].flatMap(placeIn),
  }));
}

function placeIn({ file, line, endLine }: Mapping): FoundFinding['places'] {
  if (typeof file !== 'string' || typeof line !== 'number') return [];
  return [{ file, line, ...(typeof endLine === 'number' ? { endLine } : {}) }];
}
