import { groupBy } from '../../groups.ts';
import { type Severity, severities } from '../../severity.ts';
import { acceptFlags } from '../accept.ts';
import type { FindingGroup } from '../group-findings.ts';
import type { Links } from '../links.ts';
import type { Report } from '../report.ts';
import { count, shownFingerprint } from '../wording.ts';
import type { Part } from './fill-page.ts';
import { markdownBody, markdownPlace, severityMarks, shortPlace } from './markdown-finding.ts';
import { code, link, prose } from './markdown-text.ts';

const shownPlaces = 3;
/** Of a rule with more findings the rule and the fix are said once, above them. */
const shownApart = 3;
/** So many findings of a rule and a severity are read; the others are folded. */
const shownOpen = 10;
/** A table of fewer findings says nothing that the list does not. */
const leastForTable = 10;

/** How many findings each rule has, by severity: what a reader of hundreds begins with. */
export function totalsPart(report: Report, links: Links | undefined): Part {
  const { findings } = report.verdict;
  const shown = severities.filter((severity) => report.counts[severity] > 0);
  const rows = [...groupBy(findings, ({ rule }) => rule)].map(([rule, all]) => () => {
    const cells = shown.map((severity) => all.filter((finding) => finding.severity === severity).length || '');
    const blocking = all.filter((finding) => finding.blocking).length || '';
    return `| ${[ruleName(rule, links), ...cells, blocking].join(' | ')} |`;
  });
  const heads = ['Rule', ...shown.map((severity) => `${severityMarks[severity]} ${severity}`), 'blocks'];
  return {
    head: `| ${heads.join(' | ')} |\n| :-- |${' --: |'.repeat(heads.length - 1)}`,
    entries: findings.length < leastForTable || rows.length < 2 ? [] : rows,
    foot: '',
    noun: 'rule',
    order: 1.5,
  };
}

/** Every finding in a line or two, under a heading for each severity; findings that say the same are one entry, many of a rule are below it. */
export function findingParts(
  all: readonly FindingGroup[],
  report: Pick<Report, 'counts'>,
  links: Links | undefined,
): readonly Part[] {
  const bySeverity = groupBy(all, ({ first }) => first.severity);
  return severities.flatMap((severity, index) => {
    const rules = [...groupBy(bySeverity.get(severity) ?? [], ({ first }) => first.rule).values()];
    const order = 2 + index / 10;
    const open = {
      head: `### ${severityMarks[severity]} ${report.counts[severity]} ${severity}\n`,
      entries: rules.flatMap((groups) => openEntries(groups, links)),
      foot: '',
      noun: 'finding',
      order,
    };
    return [open, foldedPart(severity, rules, links, order)];
  });
}

/** The findings beyond those that are read. */
function foldedPart(
  severity: Severity,
  rules: readonly (readonly FindingGroup[])[],
  links: Links | undefined,
  order: number,
): Part {
  const entries = rules.flatMap((groups) => groups.slice(shownOpen).map((group) => () => entry(group, false, links)));
  const more = count(entries.length, `more ${severity} finding`);
  return {
    head: `<details>\n<summary><b>And ${more}</b></summary>\n`,
    entries,
    foot: '\n</details>',
    noun: 'finding',
    // Of every severity the first ones, then the rest, then the other parts.
    order: order + 0.5,
  };
}

/** A few of a rule one by one; of many the rule and the fix once, then each in a line below. */
function openEntries(groups: readonly FindingGroup[], links: Links | undefined): Part['entries'] {
  const [worst] = groups;
  if (worst === undefined || groups.length <= shownApart) return groups.map((group) => () => entry(group, true, links));
  const { rule, blocking, remedy } = worst.first;
  const number = groups.reduce((sum, { all }) => sum + all.length, 0);
  const isOne = groups.every(({ first }) => first.remedy === remedy);
  const fix = blocking ? `<br>**Fix${isOne ? '' : ' of the first'}:** ${prose(opening(remedy))}` : '';
  const head = `- **${ruleName(rule, links)}** × ${number}${blocks(groups)}${fix}`;
  return groups
    .slice(0, shownOpen)
    .map((group, index) => () => `${index === 0 ? `${head}\n` : ''}  - ${line(group, links)}`);
}

/** Whether all of them block, or which number. */
function blocks(groups: readonly FindingGroup[]): string {
  const number = groups.reduce((sum, { first, all }) => sum + (first.blocking ? all.length : 0), 0);
  if (number === 0) return '';
  return groups.every(({ first }) => first.blocking) ? ' · blocks' : ` · ${number} block`;
}

const ruleName = (rule: string, links: Links | undefined) => link(code(rule), links?.rule?.(rule));

function entry(group: FindingGroup, hasFix: boolean, links: Links | undefined): string {
  const { blocking, rule, message, remedy } = group.first;
  const number = group.all.length > 1 ? ` × ${group.all.length}` : '';
  const fix = hasFix && blocking ? `<br>**Fix:** ${prose(opening(remedy))}` : '';
  const where = places(group, links);
  return `- **${ruleName(rule, links)}**${number}${blocking ? ' · blocks' : ''}${where && ` · ${where}`}${id(group)}<br>${prose(message)}${fix}`;
}

/** A finding below its rule. */
function line(group: FindingGroup, links: Links | undefined): string {
  const where = places(group, links);
  const number = group.all.length > 1 ? ` × ${group.all.length}` : '';
  return `${where}${number}${id(group)}${where || number ? '<br>' : ' '}${prose(group.first.message)}`;
}

function places({ all }: FindingGroup, links: Links | undefined): string {
  const named = all.slice(0, shownPlaces).flatMap((each) => shortPlace(each, links) || []);
  const more = all.length > shownPlaces ? ` and ${all.length - shownPlaces} more` : '';
  return named.length > 0 ? `${named.join(', ')}${more}` : more.trimStart();
}

const id = ({ first, all }: FindingGroup) =>
  all.length > 1 ? '' : ` <sub>${code(first.fingerprint.slice(0, shownFingerprint))}</sub>`;

/** What a sentence cannot end on. */
const dangling = /(?:,?(?: (?:or|and|by|in|of|to|with|the|an?))*) *$/;

/** As much of a remedy as the list has room for; the whole of it is in the details. */
function opening(remedy: string): string {
  if (remedy.length <= 180) return remedy;
  const start = remedy.slice(0, 180);
  return /^.{40,}[.](?= )/.exec(start)?.[0] ?? `${start.replace(/[^ ]*$/, '').replace(dangling, '')} …`;
}

/** The rest of what there is to say of each. */
export function detailsPart(groups: readonly FindingGroup[], report: Report, links: Links | undefined): Part {
  const flags = acceptFlags(report);
  return {
    head: '<details>\n<summary><b>Details</b> of each finding, and how to fix or accept it</summary>\n',
    entries: groups.map(({ first }) => () => {
      const where = markdownPlace(first, links);
      return `#### ${severityMarks[first.severity]} ${code(first.rule)}${where && ` at ${where}`}\n\n${prose(first.message)}\n\n${markdownBody(first, links, flags)}\n`;
    }),
    foot: '</details>',
    noun: 'explanation',
    order: 10,
  };
}
