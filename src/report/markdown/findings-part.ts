import { severities } from '../../severity.ts';
import { type FindingGroup, groupFindings } from '../group-findings.ts';
import type { Report } from '../report.ts';
import { shownFingerprint } from '../wording.ts';
import type { Part } from './fill-page.ts';
import { type Links, markdownBody, markdownPlace, severityMarks } from './markdown-finding.ts';
import { code, link, prose } from './markdown-text.ts';

const shownPlaces = 3;
/** Of a rule with more findings only the worst has its fix in the list: the others' differ by names. */
const shownFixes = 3;

/** Every finding in a few lines, under a heading for each severity; findings that say the same are one entry. */
export function findingParts(report: Report, links: Links | undefined): readonly Part[] {
  const groups = groupFindings(report.verdict.findings, report.commits);
  const withFix = fixed(groups);
  return severities.map((severity, index) => {
    const ofSeverity = groups.filter(({ first }) => first.severity === severity);
    return {
      head: `### ${severityMarks[severity]} ${report.counts[severity]} ${severity}\n`,
      entries: ofSeverity.map((group) => entry(group, withFix.has(group), links)),
      foot: '',
      noun: 'finding',
      order: 2 + index / 10,
    };
  });
}

/** The entries that say how to fix them: what blocks. */
function fixed(groups: readonly FindingGroup[]): ReadonlySet<FindingGroup> {
  const byRule = new Map<string, FindingGroup[]>();
  for (const group of groups.filter(({ first }) => first.blocking)) {
    const { rule } = group.first;
    byRule.set(rule, [...(byRule.get(rule) ?? []), group]);
  }
  return new Set([...byRule.values()].flatMap((all) => (all.length > shownFixes ? all.slice(0, 1) : all)));
}

function entry({ first, all }: FindingGroup, hasFix: boolean, links: Links | undefined): string {
  const { blocking, rule, message, remedy, fingerprint } = first;
  const name = link(code(rule), links?.rule?.(rule));
  const places = all.slice(0, shownPlaces).flatMap((each) => markdownPlace(each, links) || []);
  const more = all.length > shownPlaces ? ` and ${all.length - shownPlaces} more` : '';
  const where = places.length > 0 ? ` · ${places.join(', ')}${more}` : more;
  const number = all.length > 1 ? ` × ${all.length}` : '';
  const fix = hasFix ? `<br>**Fix:** ${prose(opening(remedy))}` : '';
  const id = all.length > 1 ? '' : ` <sub>${code(fingerprint.slice(0, shownFingerprint))}</sub>`;
  return `- **${name}**${number}${blocking ? ' · blocks' : ''}${where}${id}<br>${prose(message)}${fix}`;
}

/** What a sentence cannot end on. */
const dangling = /(?:,?(?: (?:or|and|by|in|of|to|with|the|an?))*) *$/;

/** As much of a remedy as the list has room for; the whole of it is in the details. */
function opening(remedy: string): string {
  if (remedy.length <= 180) return remedy;
  const start = remedy.slice(0, 180);
  return /^.{40,}[.](?= )/.exec(start)?.[0] ?? `${start.replace(/[^ ]*$/, '').replace(dangling, '')} …`;
}

/** The rest of what there is to say of each. */
export function detailsPart(report: Report, links: Links | undefined): Part {
  const groups = groupFindings(report.verdict.findings, report.commits);
  return {
    head: '<details>\n<summary><b>Details</b> of each finding, and how to fix it</summary>\n',
    entries: groups.map(({ first }) => {
      const where = markdownPlace(first, links);
      return `#### ${severityMarks[first.severity]} ${code(first.rule)}${where && ` at ${where}`}\n\n${prose(first.message)}\n\n${markdownBody(first, links)}\n`;
    }),
    foot: '</details>',
    noun: 'explanation',
    order: 10,
  };
}
