import { createHash } from 'node:crypto';
import type { Report } from '../report.ts';
import type { RuleInfo } from '../rule-info.ts';
import { comparison, count, reasoning, sentence, shownFingerprint, signatureLine, verdictWords } from '../wording.ts';
import { accessSection } from './access-section.ts';
import { agesSection } from './ages-section.ts';
import { complianceSection } from './compliance-section.ts';
import { coverageSection, unjudgedSection } from './coverage-section.ts';
import { type Section, sectionHtml } from './elements.ts';
import { findingsSection } from './findings-section.ts';
import { htmlText } from './html-text.ts';
import { postureSection } from './posture-section.ts';
import { pageScript } from './script.ts';
import { signaturesSection, suppressedSection } from './signatures-section.ts';
import { htmlStyle } from './style.ts';

/**
 * A page in one file that fetches nothing. Its policy allows its own style and script only, and it reads whole without the script,
 * which searches, sorts and groups the findings.
 */
export function renderHtml(report: Report, rules: readonly Pick<RuleInfo, 'id' | 'category'>[]): string {
  const { outcome, wouldBlock } = report.verdict;
  const title = sentence(verdictWords(report.verdict));
  const { section: findings, anchors } = findingsSection(report);
  const sections = [
    unjudgedSection(report),
    findings,
    accessSection(report),
    agesSection(report),
    postureSection(report),
    signaturesSection(report),
    suppressedSection(report),
    complianceSection(report, rules, anchors),
    coverageSection(report),
  ].filter((section) => section !== undefined);
  const tone = outcome === 'passed' && wouldBlock ? 'watching' : outcome;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${hashOf(htmlStyle)}'; script-src '${hashOf(pageScript)}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>gitops-gate: ${title}</title>
<style>${htmlStyle}</style>
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<header class="verdict ${tone}">
<p class="brand">gitops-gate ${report.command === 'audit' || report.command === 'posture' ? report.command : 'report'}</p>
<h1>${marks[tone]}${title}</h1>
<p class="lead">${htmlText(sentence(reasoning(report)))}</p>
${facts(report)}
</header>
<div class="columns">
${contents(sections)}
<main id="content" tabindex="-1">
${sections.map(sectionHtml).join('\n')}
</main>
</div>
<footer>gitops-gate ${htmlText(report.toolVersion)} · nothing on this page was fetched, and no secret value is in it</footer>
<script>${pageScript}</script>
</body>
</html>
`;
}

/** As a source of a content security policy. */
const hashOf = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`;

const mark = (path: string) =>
  `<svg class="mark" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><circle cx="12" cy="12" r="10"/><path d="${path}"/></svg>`;

const marks = {
  passed: mark('M7.5 12.4l3 3 6-6.4'),
  blocked: mark('M8.5 8.5l7 7M15.5 8.5l-7 7'),
  'could-not-judge': mark('M12 7v6.2M12 16.4v.2'),
  watching: mark('M12 7v6.2M12 16.4v.2'),
} as const;

/** What was judged, by what, when and for whom. Addresses are text: a page that fetches nothing leads nowhere either. */
function facts(report: Report): string {
  const { verdict, commits, coverage, range, command, run } = report;
  const { failOn, failOnFrom } = verdict;
  const from = { input: 'this run’s fail-on', default: 'the default' }[failOnFrom] ?? failOnFrom;
  const { folder, sha256 } = run.policy;
  const rows = [
    [command === 'audit' || command === 'posture' ? 'Judged' : 'Compared', comparison(range)],
    ['Blocks', failOn === 'never' ? `never, by ${from}` : `from ${failOn}, by ${from}`],
    ...(commits.length > 0 ? [['Signatures', signatureLine(report)]] : []),
    [
      'Read',
      `${coverage.filesRead} of ${count(coverage.filesChanged, range.kind === 'audit' ? 'file' : 'changed file')}`,
    ],
    ...(run.repository === undefined ? [] : [['Repository', run.repository]]),
    ...(run.request === undefined ? [] : [['Request', run.request]]),
    ['Run', `${timeText(run.end)}${run.actor === undefined ? '' : ` by ${run.actor}`}`],
    [
      'Policy',
      folder === undefined
        ? 'the built-in defaults'
        : `${folder}${sha256 === undefined ? '' : `, SHA-256 ${sha256.slice(0, shownFingerprint)}`}`,
    ],
  ];
  const items = rows.map(([term = '', text = '']) => `<div><dt>${term}</dt><dd>${htmlText(text)}</dd></div>`);
  return `<dl class="facts">${items.join('')}</dl>`;
}

/** `2026-11-22 08:30 UTC`. */
function timeText(milliseconds: number): string {
  const time = new Date(milliseconds);
  return Number.isNaN(time.getTime())
    ? 'at an unknown time'
    : `${time.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

function contents(sections: readonly Section[]): string {
  const items = sections.map(
    ({ id, title, aside }) =>
      `<li><a href="#${id}">${title}${aside === undefined ? '' : ` <span class="count">${htmlText(aside)}</span>`}</a></li>`,
  );
  return `<nav aria-label="On this page"><ul>${items.join('')}</ul></nav>`;
}
