import type { Verdict } from '../../gate.ts';
import type { VerifiedCommit } from '../../signature/model/signature.ts';
import type { Unjudged } from '../../unjudged.ts';
import { acceptFlags } from '../accept.ts';
import { groupFindings } from '../group-findings.ts';
import type { Links } from '../links.ts';
import type { Report } from '../report.ts';
import {
  comparing,
  comparison,
  count,
  coverageLine,
  fixLine,
  reasoning,
  sentence,
  shortId,
  shownFingerprint,
  signatureLine,
  verdictWords,
} from '../wording.ts';
import { gainedPart, graphPart, lostPart } from './access-part.ts';
import { agesPart } from './ages-part.ts';
import { fillPage, type Part } from './fill-page.ts';
import { detailsPart, findingParts, totalsPart } from './findings-part.ts';
import { markdownPlace, severityMarks } from './markdown-finding.ts';
import { cellCode, code, link, prose } from './markdown-text.ts';
import { posturePart } from './posture-part.ts';
import { toDo } from './to-do.ts';

export interface MarkdownLimits {
  /** Bytes of UTF-8: 1 MiB for a job summary, 65,536 for a comment. */
  readonly bytes: number;
  readonly links?: Links;
  /** Where the whole report can be read when this one is cut; our own Markdown. */
  readonly fullReport?: string;
  /** Tells this gate from others in the heading. */
  readonly title?: string;
  /** The longest diagram, in characters; by default each of a size that people read. */
  readonly graphCharacters?: number;
  /** How many findings are comments on the diff. */
  readonly commented?: number;
}

/** Kept free for what is always there: the verdict and the line on what was cut. */
const reserved = 2_000;

const marks = { passed: '✅', blocked: '❌', 'could-not-judge': '⚠️' } as const;

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
  const verdict = [
    markdownHeading(report.verdict, limits.title),
    `**${prose(sentence(reasoning(report)))}**`,
    toDo(report, links?.accepting),
    onDiff(report, limits),
    fixText(report),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
  const groups = groupFindings(report.verdict.findings, report.commits);
  const closing = `<sub>gitops-gate ${prose(report.toolVersion)} ${comparing(report.range) === 'audit' ? 'audited' : 'compared'} ${prose(comparison(report.range))}.</sub>`;
  const parts = [
    unjudged(report),
    totalsPart(report, links),
    ...findingParts(groups, report, links),
    gainedPart(report),
    graphPart(report, limits.graphCharacters),
    lostPart(report),
    detailsPart(groups, report, links),
    commits(report, links),
    suppressed(report, links),
    posturePart(report),
    agesPart(report),
    coverage(report),
  ];
  const filled = parts.filter(({ entries }) => entries.length > 0);
  const { text, cut } = fillPage(filled, bytes - reserved);
  const left = [...cut].map(([noun, number]) => count(number, noun));
  const full = limits.fullReport ?? '`report.json` and `report.html` (`--out DIR`, input `report-dir`)';
  const notice =
    left.length > 0 ? `> **Cut to fit:** ${left.join(', ')} left out here. The full report is in ${full}.` : '';
  const notListed = report.notListed === undefined ? '' : `> ${prose(report.notListed)}`;
  return { text: `${[verdict, notListed, notice, text, closing].filter((part) => part !== '').join('\n\n')}\n`, left };
}

/** The first line of a page on a verdict; `title` tells this gate from others. */
export function markdownHeading(verdict: Pick<Verdict, 'outcome' | 'wouldBlock'>, title: string | undefined): string {
  const mark = verdict.wouldBlock && verdict.outcome === 'passed' ? '👀' : marks[verdict.outcome];
  return headingOf(mark, verdictWords(verdict), title);
}

/** A first line that says something else. */
export function headingOf(mark: string, words: string, title: string | undefined): string {
  return `## ${mark} gitops-gate${title === undefined ? '' : ` (${prose(title, 100)})`}: ${words}`;
}

/** What a patch does about the findings. */
function fixText(report: Report): string {
  const line = fixLine(report, acceptFlags(report));
  return line === undefined ? '' : `${prose(line)}.`;
}

/** Where else a reader finds the findings. */
function onDiff({ total }: Report, { commented }: MarkdownLimits): string {
  const all = total.findings;
  if (commented === undefined || commented === 0 || all === 0) return '';
  if (commented === all) return all === 1 ? 'It is a comment on the diff too.' : 'All are comments on the diff too.';
  return `${commented} of the findings ${commented === 1 ? 'is a comment' : 'are comments'} on the diff too.`;
}

function unjudged({ verdict }: Report): Part {
  return {
    head: '### Could not be judged\n',
    entries: verdict.unjudged.map((each) => () => unjudgedEntry(each)),
    foot: '',
    noun: 'unjudged item',
    order: 1,
  };
}

/** What could not be judged and how to fix that, as an item of a list. */
export function unjudgedEntry({ what, remedy }: Unjudged): string {
  return `- ${prose(what)}<br>**Fix:** ${prose(remedy)}`;
}

function commits(report: Report, links: Links | undefined): Part {
  const refusedFirst = report.commits.toSorted((a, b) => Number(a.signature.accepted) - Number(b.signature.accepted));
  return {
    head: `<details>\n<summary><b>Signatures:</b> ${signatureLine(report)}</summary>\n\n| Commit | Signature | Signer | Subject |\n| :-- | :-- | :-- | :-- |`,
    entries: refusedFirst.map((commit) => () => commitRow(commit, links)),
    foot: '\n</details>',
    noun: 'commit',
    order: 4,
  };
}

function commitRow({ sha, signature, committer, subject }: VerifiedCommit, links: Links | undefined): string {
  const { state, accepted, signer, format, keyFingerprint, reason } = signature;
  const mark = accepted ? '✅' : state === 'could-not-check' ? '⚠️' : '❌';
  const key = [format, keyFingerprint && cellCode(keyFingerprint, 20)].filter(Boolean).join(' ');
  const nobody = { unsigned: 'nobody', 'forge-signed': 'the forge' }[state as string] ?? 'an unknown key';
  const who = signer
    ? prose(signer.name, 60, cellCode)
    : `<i>${nobody}</i><br><sub>committer ${prose(committer.name, 60, cellCode)}</sub>`;
  const why = !accepted && reason !== undefined ? `<br><sub>${prose(reason, 300, cellCode)}</sub>` : '';
  return `| ${link(code(shortId(sha)), links?.commit(sha))} | ${mark}&nbsp;${state}${why} | ${who}${key && `<br><sub>${key}</sub>`} | ${prose(subject, 80, cellCode)} |`;
}

function suppressed({ verdict }: Report, links: Links | undefined): Part {
  return {
    head: `<details>\n<summary><b>Ignored by the base branch:</b> ${count(verdict.suppressed.length, 'finding')}</summary>\n\n| Finding | Where | Reason | Until | Id |\n| :-- | :-- | :-- | :-- | :-- |`,
    entries: verdict.suppressed.map(
      (entry) => () =>
        [
          `| ${severityMarks[entry.severity]} ${cellCode(entry.rule)}<br>${prose(entry.message, 600, cellCode)}`,
          markdownPlace(entry, links, cellCode),
          prose(entry.reason, 600, cellCode),
          prose(entry.until, 600, cellCode),
          `${cellCode(entry.fingerprint.slice(0, shownFingerprint))} |`,
        ].join(' | '),
    ),
    foot: '\n</details>',
    noun: 'ignored finding',
    order: 8,
  };
}

function coverage({ coverage, range, verdict }: Report): Part {
  const { filesChanged, skipped, readWithoutStructure } = coverage;
  const exceptions = skipped.length + readWithoutStructure.length + range.notes.length + verdict.notes.length;
  return {
    head: `<details>\n<summary><b>Read:</b> ${coverageLine({ coverage, range })}</summary>\n`,
    entries: [
      ...[...new Set([...range.notes, ...verdict.notes])].map((note) => () => `- ${prose(note)}`),
      ...skipped.map(
        ({ file, why }) =>
          () =>
            `- skipped ${code(file, 200)}: ${prose(why)}`,
      ),
      ...readWithoutStructure.map(
        ({ file, why }) =>
          () =>
            `- without structure ${code(file, 200)}: ${prose(why)}`,
      ),
      ...(exceptions === 0 && filesChanged > 0
        ? [() => `- Every ${range.kind === 'audit' ? '' : 'changed '}file was read.`]
        : []),
    ],
    foot: '\n</details>',
    noun: 'coverage note',
    order: 9,
  };
}
