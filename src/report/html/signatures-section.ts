import type { VerifiedCommit } from '../../signature/model/signature.ts';
import type { Report } from '../report.ts';
import { shortId, shownFingerprint, signatureLine } from '../wording.ts';
import { badge, capped, note, type Section, table } from './elements.ts';
import { htmlText } from './html-text.ts';

/** Longer tables are looked up in report.json, not read. */
const mostRows = 2_000;

/** Every commit with what its signature is worth, those that are not accepted first. */
export function signaturesSection(report: Report): Section | undefined {
  if (report.commits.length === 0) return undefined;
  const refusedFirst = report.commits.toSorted((a, b) => Number(a.signature.accepted) - Number(b.signature.accepted));
  const [commits, more] = capped(refusedFirst, mostRows, 'commits');
  const heads = ['Commit', 'Signature', 'Signer', 'Subject'];
  const accepted = report.commits.filter(({ signature }) => signature.accepted).length;
  return {
    id: 'signatures',
    title: 'Signatures',
    aside: `${accepted} of ${report.commits.length}`,
    html: `${note(`${signatureLine(report)}.`)}\n${table('Signatures', heads, commits.map(commitRow))}${more}`,
  };
}

const nobody: Readonly<Record<string, string>> = { unsigned: 'nobody', 'forge-signed': 'the forge' };

function commitRow({ sha, subject, committer, signature }: VerifiedCommit): readonly string[] {
  const { state, accepted, signer, format, keyFingerprint, reason } = signature;
  const tone = accepted ? 'passed' : state === 'could-not-check' ? 'could-not-judge' : 'blocked';
  const key = [format, keyFingerprint].filter((part) => part !== undefined).join(' ');
  const who = signer
    ? `${htmlText(signer.name)}<br><small class="soft">${signer.emails.map(htmlText).join(' ')}</small>`
    : `<span class="soft">${nobody[state as string] ?? 'an unknown key'}</span><br><small class="soft">committer ${htmlText(committer.name)}</small>`;
  return [
    `<code title="${htmlText(sha)}">${htmlText(shortId(sha))}</code>`,
    `<b class="state ${tone}">${state}</b>${reason === undefined ? '' : `<br><small class="soft">${htmlText(reason)}</small>`}`,
    `${who}${key === '' ? '' : `<br><small class="soft key">${htmlText(key)}</small>`}`,
    htmlText(subject),
  ];
}

/** What the base branch accepts, by whom it is said and until when. */
export function suppressedSection({ verdict, total }: Report): Section | undefined {
  if (verdict.suppressed.length === 0) return undefined;
  const [entries, more] = capped(verdict.suppressed, mostRows, 'ignored findings');
  const rows = entries.map(({ rule, severity, message, position, reason, until, fingerprint }) => [
    `${badge(severity)}<br>${htmlText(rule)}`,
    `${htmlText(message)}${position ? `<br><code>${htmlText(`${position.file}:${position.line}`)}</code>` : ''}`,
    htmlText(reason),
    `<span class="nowrap">${htmlText(until)}</span>`,
    `<code title="${fingerprint}">${fingerprint.slice(0, shownFingerprint)}</code>`,
  ]);
  const heads = ['Rule', 'Finding', 'Reason', 'Until', 'Id'];
  return {
    id: 'ignored',
    title: 'Ignored by the base branch',
    aside: `${total.suppressed}`,
    html: `${table('Ignored findings', heads, rows)}${more}`,
  };
}
