import type { VerifiedCommit } from '../../signature/model/signature.ts';
import { groupFindings } from '../group-findings.ts';
import type { Report } from '../report.ts';
import {
  comparison,
  count,
  coverageLine,
  reasoning,
  sentence,
  shortId,
  shownFingerprint,
  signatureLine,
} from '../wording.ts';
import { fillPage, type Part } from './fill-page.ts';
import { type Links, markdownBody, markdownPlace, severityMarks } from './markdown-finding.ts';
import { code, link, prose } from './markdown-text.ts';

export interface MarkdownLimits {
  /** Bytes of UTF-8: 1 MiB for a job summary, 65,536 for a comment. */
  readonly bytes: number;
  readonly links?: Links;
  /** Where the whole report can be read when this one is cut; our own Markdown. */
  readonly fullReport?: string;
}

/** Kept free for what is always there: the verdict and the line on what was cut. */
const reserved = 2_000;

const titles = {
  passed: '✅ gitops-gate: passed',
  blocked: '❌ gitops-gate: blocked',
  'could-not-judge': '⚠️ gitops-gate: could not judge',
} as const;

/** The report as Markdown for a job summary or a comment, on GitHub and GitLab alike, of at most `limits.bytes` bytes. */
export function renderMarkdown(report: Report, limits: MarkdownLimits): string {
  return fillMarkdown(report, limits).text;
}

/** `renderMarkdown`, and what it had no room for: `3 table rows`. */
export function fillMarkdown(
  report: Report,
  limits: MarkdownLimits,
): { readonly text: string; readonly left: readonly string[] } {
  const { links, bytes } = limits;
  const verdict = [`## ${titles[report.verdict.outcome]}`, `**${sentence(reasoning(report))}**`].join('\n\n');
  const closing = `<sub>gitops-gate ${prose(report.toolVersion)} compared ${prose(comparison(report.range))}.</sub>`;
  const parts = [
    unjudged(report),
    table(report, links),
    details(report, links),
    commits(report, links),
    suppressed(report, links),
    coverage(report),
  ];
  const filled = parts.filter(({ entries }) => entries.length > 0);
  const { text, cut } = fillPage(filled, bytes - reserved);
  const left = [...cut].map(([noun, number]) => count(number, noun));
  const full = limits.fullReport ?? '`report.json` and `report.html` (`--out DIR`, input `report-dir`)';
  const notice =
    left.length > 0 ? `> **Cut to fit:** ${left.join(', ')} left out here. The full report is in ${full}.` : '';
  return { text: `${[verdict, notice, text, closing].filter((part) => part !== '').join('\n\n')}\n`, left };
}

function unjudged({ verdict }: Report): Part {
  return {
    head: '### Could not be judged\n',
    entries: verdict.unjudged.map(({ what, remedy }) => `- ${prose(what)}<br>**Fix:** ${prose(remedy)}`),
    foot: '',
    noun: 'unjudged item',
    order: 1,
  };
}

function table(report: Report, links: Links | undefined): Part {
  const groups = groupFindings(report.verdict.findings, report.commits);
  return {
    head: '### Findings\n\n| Severity | Finding | Where |\n| :-- | :-- | :-- |',
    entries: groups.map(({ first, all }) => {
      const { severity, blocking, rule, message, remedy, fingerprint } = first;
      const fix = blocking ? `<br><sub>**Fix:** ${prose(opening(remedy))}</sub>` : '';
      const name = link(code(rule), links?.rule?.(rule));
      const where = all
        .slice(0, 3)
        .map((each) => markdownPlace(each, links))
        .filter(Boolean)
        .join('<br>');
      const more = all.length > 3 ? `<br>and ${all.length - 3} more` : '';
      const level = `${severityMarks[severity]}&nbsp;${blocking ? `**${severity}**` : severity}`;
      return `| ${level} | ${name}${all.length > 1 ? ` × ${all.length}` : ` <sub>${code(fingerprint.slice(0, shownFingerprint))}</sub>`}<br>${prose(message)}${fix} | ${where}${more} |`;
    }),
    foot: '',
    noun: 'table row',
    order: 2,
  };
}

/** As much of a remedy as a table row has room for; the whole of it is in the details. */
function opening(remedy: string): string {
  if (remedy.length <= 180) return remedy;
  const start = remedy.slice(0, 180);
  return /^.{40,}[.](?= )/.exec(start)?.[0] ?? `${start.replace(/\S*$/, '')}…`;
}

function details(report: Report, links: Links | undefined): Part {
  const groups = groupFindings(report.verdict.findings, report.commits);
  return {
    head: '<details>\n<summary><b>Details</b> of each finding, and how to fix it</summary>\n',
    entries: groups.map(({ first }) => {
      const where = markdownPlace(first, links);
      return `#### ${severityMarks[first.severity]} ${code(first.rule)}${where && ` at ${where}`}\n\n${prose(first.message)}\n\n${markdownBody(first, links)}\n`;
    }),
    foot: '</details>',
    noun: 'explanation',
    order: 4,
  };
}

function commits(report: Report, links: Links | undefined): Part {
  const refusedFirst = report.commits.toSorted((a, b) => Number(a.signature.accepted) - Number(b.signature.accepted));
  const refused = refusedFirst.some(({ signature }) => !signature.accepted);
  return {
    head: `<details${refused ? ' open' : ''}>\n<summary><b>Signatures:</b> ${signatureLine(report)}</summary>\n\n| Commit | Signature | Signer | Subject |\n| :-- | :-- | :-- | :-- |`,
    entries: refusedFirst.map((commit) => commitRow(commit, links)),
    foot: '\n</details>',
    noun: 'commit',
    order: 3,
  };
}

function commitRow({ sha, signature, committer, subject }: VerifiedCommit, links: Links | undefined): string {
  const { state, accepted, signer, format, keyFingerprint, reason } = signature;
  const mark = accepted ? '✅' : state === 'could-not-check' ? '⚠️' : '❌';
  const key = [format, keyFingerprint && code(keyFingerprint, 20)].filter(Boolean).join(' ');
  const nobody = { unsigned: 'nobody', 'forge-signed': 'the forge' }[state as string] ?? 'an unknown key';
  const who = signer ? prose(signer.name, 60) : `<i>${nobody}</i><br><sub>committer ${prose(committer.name, 60)}</sub>`;
  const why = !accepted && reason !== undefined ? `<br><sub>${prose(reason, 300)}</sub>` : '';
  return `| ${link(code(shortId(sha)), links?.commit(sha))} | ${mark}&nbsp;${state}${why} | ${who}${key && `<br><sub>${key}</sub>`} | ${prose(subject, 80)} |`;
}

function suppressed({ verdict }: Report, links: Links | undefined): Part {
  return {
    head: `<details>\n<summary><b>Ignored by the base branch:</b> ${count(verdict.suppressed.length, 'finding')}</summary>\n\n| Finding | Where | Reason | Until | Id |\n| :-- | :-- | :-- | :-- | :-- |`,
    entries: verdict.suppressed.map((entry) =>
      [
        `| ${severityMarks[entry.severity]} ${code(entry.rule)}<br>${prose(entry.message)}`,
        markdownPlace(entry, links),
        prose(entry.reason),
        prose(entry.until),
        `${code(entry.fingerprint.slice(0, shownFingerprint))} |`,
      ].join(' | '),
    ),
    foot: '\n</details>',
    noun: 'ignored finding',
    order: 5,
  };
}

function coverage({ coverage, range, verdict }: Report): Part {
  return {
    head: `<details>\n<summary><b>Read:</b> ${coverageLine(coverage)}</summary>\n`,
    entries: [
      ...[...new Set([...range.notes, ...verdict.notes])].map((note) => `- ${prose(note)}`),
      ...coverage.skipped.map(({ file, why }) => `- skipped ${code(file, 200)}: ${prose(why)}`),
      ...coverage.readWithoutStructure.map(({ file, why }) => `- without structure ${code(file, 200)}: ${prose(why)}`),
      ...(coverage.skipped.length + coverage.readWithoutStructure.length + range.notes.length + verdict.notes.length > 0
        ? []
        : ['- Every changed file was read.']),
    ],
    foot: '\n</details>',
    noun: 'note on what was read',
    order: 6,
  };
}
