import { createHash } from 'node:crypto';
import type { Suppressed, Unjudged } from '../../gate.ts';
import { severities } from '../../severity.ts';
import type { VerifiedCommit } from '../../signature/model/signature.ts';
import { acceptingPage, rulePage } from '../../version.ts';
import { acceptAllCommand, acceptCommand, acceptFlags } from '../accept.ts';
import { type FindingGroup, groupFindings } from '../group-findings.ts';
import type { Report } from '../report.ts';
import {
  comparison,
  coverageLine,
  reasoning,
  sentence,
  shortId,
  shownFingerprint,
  signatureLine,
  verdictWords,
} from '../wording.ts';
import { htmlStyle } from './html-style.ts';
import { htmlText } from './html-text.ts';

/** A page in one file: no script, nothing fetched; filters are check boxes and CSS. Every severity can be hidden, every finding folded. */
export function renderHtml(report: Report): string {
  const { outcome } = report.verdict;
  const title = sentence(verdictWords(report.verdict));
  const hash = createHash('sha256').update(htmlStyle).digest('base64');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>gitops-gate: ${title}</title>
<style>${htmlStyle}</style>
</head>
<body>
<header class="verdict ${outcome}">
<h1>${title}</h1>
<p>${htmlText(sentence(reasoning(report)))}</p>
<p class="soft"><small>gitops-gate ${htmlText(report.toolVersion)} compared ${htmlText(comparison(report.range))}.</small></p>
</header>
${[unjudged(report.verdict.unjudged), findings(report), commits(report), suppressed(report.verdict.suppressed), coverage(report)].filter((part) => part !== '').join('\n')}
</body>
</html>
`;
}

function unjudged(entries: readonly Unjudged[]): string {
  if (entries.length === 0) return '';
  const items = entries.map(
    ({ what, remedy }) => `<li>${htmlText(what)}<p class="fix"><b>Fix:</b> ${htmlText(remedy)}</p></li>`,
  );
  return `<h2>Could not be judged</h2>\n<ul>${items.join('\n')}</ul>`;
}

function findings(report: Report): string {
  const { verdict, commits, counts, notListed } = report;
  const flags = acceptFlags(report);
  if (verdict.findings.length === 0) return '';
  const filters = severities
    .filter((severity) => counts[severity] > 0)
    .map(
      (severity) =>
        `<label class="${severity}"><input type="checkbox" id="show-${severity}" checked>${counts[severity]} ${severity}</label>`,
    );
  return [
    '<h2>Findings</h2>',
    `<div class="filter">${filters.join('')}<label><input type="checkbox" id="only-blocking">only what blocks</label></div>`,
    ...(notListed === undefined ? [] : [`<p>${htmlText(notListed)}</p>`]),
    ...groupFindings(verdict.findings, commits).map((group) => finding(group, flags)),
  ].join('\n');
}

function finding({ first, all }: FindingGroup, flags: string): string {
  const { severity, rule, blocking, message, excerpt, details = [], remedy, references = [], scope, object } = first;
  const places = all.flatMap(({ position, commit, places = [] }) => [
    ...(position ? [position, ...places].map(({ file, line, column }) => `${file}:${line}:${column}`) : []),
    ...(commit === undefined ? [] : [`commit ${shortId(commit)}`]),
  ]);
  const about = [
    `id ${all.map(({ fingerprint }) => `<code title="${fingerprint}">${fingerprint.slice(0, shownFingerprint)}</code>`).join(' ')}`,
    ...(object ? [htmlText([object.kind, object.namespace, object.name].filter(Boolean).join(' '))] : []),
    ...(scope === undefined ? [] : [`scope ${htmlText(scope)}`]),
    ...references.map(htmlText),
  ];
  const accept = all.length === 1 ? acceptCommand(first, flags) : acceptAllCommand(first, flags);
  return `<details class="finding ${severity}${blocking ? ' blocks' : ''}"${blocking ? ' open' : ''}>
<summary><span class="badge">${severity}</span><b>${htmlText(rule)}</b>${all.length > 1 ? ` × ${all.length}` : ''}<span class="tag">${blocking ? 'blocks' : 'does not block'}</span>
<span class="message">${htmlText(message)}</span></summary>
<div>
${places.length > 0 ? `<p>${places.map((place) => `<code>${htmlText(place)}</code>`).join(' ')}</p>` : ''}
${excerpt === undefined ? '' : `<pre>${htmlText(excerpt)}</pre>`}
${details.length > 0 ? `<ul>${details.map((detail) => `<li>${htmlText(detail)}</li>`).join('')}</ul>` : ''}
<p class="fix"><b>Fix:</b> ${htmlText(remedy)}</p>
<p class="soft"><small><a href="${acceptingPage}">Accept</a> it: <code>${htmlText(accept)}</code></small></p>
<p class="soft"><small><a href="${htmlText(rulePage(rule))}">${htmlText(rule)}</a> · ${about.join(' · ')}</small></p>
</div>
</details>`;
}

function table(title: string, caption: string, heads: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const head = heads.map((each) => `<th>${each}</th>`).join('');
  const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('\n');
  const says = caption === '' ? '' : `<p class="soft">${htmlText(caption)}</p>\n`;
  return `<h2>${title}</h2>\n${says}<div class="scroll"><table><thead><tr>${head}</tr></thead><tbody>\n${body}\n</tbody></table></div>`;
}

function commits(report: Report): string {
  return table(
    'Signatures',
    signatureLine(report),
    ['Commit', 'Signature', 'Signer', 'Subject'],
    report.commits.map(commitRow),
  );
}

function commitRow({ sha, subject, committer, signature }: VerifiedCommit): readonly string[] {
  const { state, accepted, signer, format, keyFingerprint, reason } = signature;
  const style = accepted ? 'yes' : state === 'could-not-check' ? 'unknown' : 'no';
  const key = [format, keyFingerprint].flatMap((part) => (part === undefined ? [] : htmlText(part))).join(' ');
  const who = signer
    ? `${htmlText(signer.name)} ${signer.emails.map((email) => htmlText(`<${email}>`)).join(' ')}`
    : `committer ${htmlText(committer.name)}`;
  return [
    `<code title="${htmlText(sha)}">${htmlText(shortId(sha))}</code>`,
    `<b class="${style}">${state}</b>${reason === undefined ? '' : `<br><small>${htmlText(reason)}</small>`}`,
    `${who}${key === '' ? '' : `<br><small class="soft">${key}</small>`}`,
    htmlText(subject),
  ];
}

function suppressed(entries: readonly Suppressed[]): string {
  const rows = entries.map(({ rule, severity, message, position, reason, until, fingerprint }) => [
    `<span class="badge ${severity}">${severity}</span> ${htmlText(rule)}`,
    `${htmlText(message)}${position ? `<br><code>${htmlText(`${position.file}:${position.line}`)}</code>` : ''}`,
    htmlText(reason),
    htmlText(until),
    `<code title="${fingerprint}">${fingerprint.slice(0, shownFingerprint)}</code>`,
  ]);
  return table('Ignored by the base branch', '', ['Rule', 'Finding', 'Reason', 'Until', 'Id'], rows);
}

function coverage({ coverage, range, verdict }: Report): string {
  const files = [
    ...coverage.skipped.map((each) => ({ ...each, how: 'skipped' })),
    ...coverage.readWithoutStructure.map((each) => ({ ...each, how: 'without structure' })),
  ];
  const items = [
    ...[...new Set([...range.notes, ...verdict.notes])].map((note) => `<li>${htmlText(note)}</li>`),
    ...files.map(({ file, why, how }) => `<li>${how}: <code>${htmlText(file)}</code> ${htmlText(why)}</li>`),
  ];
  return `<h2>What was read</h2>\n<p>${htmlText(coverageLine(coverage))}</p>${items.length > 0 ? `\n<ul>${items.join('\n')}</ul>` : ''}`;
}
