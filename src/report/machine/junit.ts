import type { Finding } from '../../gate.ts';
import type { VerifiedCommit } from '../../signature/model/signature.ts';
import { acceptCommand, acceptFlags } from '../accept.ts';
import { htmlText } from '../html/html-text.ts';
import type { Report } from '../report.ts';
import type { RuleInfo } from '../rule-info.ts';
import { clip } from '../visible.ts';
import { shortId, shownFingerprint } from '../wording.ts';

/** One `<testcase>`; `result` is the element inside it, if any. */
interface TestCase {
  readonly name: string;
  readonly suite: string;
  readonly file?: string;
  readonly result?: {
    readonly element: 'failure' | 'error' | 'skipped';
    readonly message: string;
    /** XML that is ready. */
    readonly text: string;
  };
}

/**
 * JUnit XML: one suite a rule, one for signatures, one for what could not be judged. Blocking findings are failures, findings that do
 * not block and ignored ones are skipped with their message, a rule without findings passes. Each fact counts once: a commit whose
 * signature is a finding, or could not be checked, is there as that.
 */
export function renderJunit(report: Report, rules: readonly RuleInfo[]): string {
  const { findings, suppressed, unjudged } = report.verdict;
  const flags = acceptFlags(report);
  const found = new Set([...findings, ...suppressed].map(({ rule }) => rule));
  const said = new Set(
    [...findings, ...suppressed].flatMap(({ category, commit = '' }) => (category === 'signature' ? commit : [])),
  );
  const cases: readonly TestCase[] = [
    ...rules.filter(({ id }) => !found.has(id)).map(({ id, summary }) => ({ suite: id, name: summary })),
    ...findings.map((finding) =>
      findingCase(finding, finding.blocking ? 'failure' : 'skipped', finding.message, flags),
    ),
    ...suppressed.map((entry) => findingCase(entry, 'skipped', `Ignored until ${entry.until}: ${entry.reason}`, flags)),
    ...(report.notListed === undefined ? [] : [notListedCase(report.notListed)]),
    ...report.commits
      .filter(({ sha, signature }) => !said.has(sha) && signature.state !== 'could-not-check')
      .map(commitCase),
    ...unjudged.map(({ what, remedy }) => ({
      suite: 'could not be judged',
      name: what,
      result: { element: 'error' as const, message: what, text: htmlText(remedy) },
    })),
  ];
  const suites = [...new Set(cases.map(({ suite }) => suite))].map((name) =>
    suiteXml(
      name,
      cases.filter(({ suite }) => suite === name),
    ),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="gitops-gate" ${totals(cases)}>\n${suites.join('\n')}\n</testsuites>\n`;
}

function findingCase(finding: Finding, element: 'failure' | 'skipped', message: string, flags: string): TestCase {
  const { rule, remedy, details = [], fingerprint, position, commit } = finding;
  const place = position && `${position.file}:${position.line}:${position.column}`;
  const where = place ?? (commit === undefined ? '' : `commit ${commit}`);
  const text = [
    finding.message,
    where,
    ...details,
    `Fix: ${remedy}`,
    `id ${fingerprint}`,
    `Accept: ${acceptCommand(finding, flags)}`,
  ].filter((each) => each !== '');
  return {
    suite: rule,
    name: `${clip(finding.message, 300)} (${fingerprint.slice(0, shownFingerprint)})`,
    ...(position ? { file: position.file } : {}),
    result: { element, message, text: text.map(htmlText).join('\n') },
  };
}

function notListedCase(notListed: string): TestCase {
  return { suite: 'not listed', name: notListed, result: { element: 'skipped', message: notListed, text: '' } };
}

function commitCase({ sha, subject, signature }: VerifiedCommit): TestCase {
  const name = `${shortId(sha)} ${clip(subject, 100)}`;
  if (signature.accepted) return { suite: 'signatures', name };
  // Refused, and no finding: the policy has turned the rule off.
  const { state, reason = '', remedy = '' } = signature;
  const result = { element: 'skipped', message: `${state}: ${reason}`, text: htmlText(remedy) } as const;
  return { suite: 'signatures', name, result };
}

function totals(cases: readonly TestCase[]): string {
  const number = (element: string) => cases.filter(({ result }) => result?.element === element).length;
  return `tests="${cases.length}" failures="${number('failure')}" errors="${number('error')}" skipped="${number('skipped')}" time="0"`;
}

function suiteXml(name: string, cases: readonly TestCase[]): string {
  return `  <testsuite name="${htmlText(name)}" ${totals(cases)}>\n${cases.map(caseXml).join('\n')}\n  </testsuite>`;
}

function caseXml({ suite, name, file, result }: TestCase): string {
  const attributes = `classname="gitops-gate.${htmlText(suite)}" name="${htmlText(name)}"${file === undefined ? '' : ` file="${htmlText(file)}"`} time="0"`;
  if (!result) return `    <testcase ${attributes}/>`;
  const { element, message, text } = result;
  return `    <testcase ${attributes}>\n      <${element} message="${htmlText(message)}">${text}</${element}>\n    </testcase>`;
}
