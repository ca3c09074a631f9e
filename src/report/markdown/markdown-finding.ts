import type { Finding } from '../../gate.ts';
import type { Severity } from '../../severity.ts';
import { clip } from '../visible.ts';
import { shortId, shownFingerprint } from '../wording.ts';
import { code, fenced, link, prose } from './markdown-text.ts';

/** Web addresses on the forge; a renderer without them shows names only. */
export interface Links {
  /** The line of a file at the judged revision. */
  file(path: string, line: number): string | undefined;
  commit(sha: string): string | undefined;
  /** The page of a rule. */
  rule?(id: string): string | undefined;
}

export const severityMarks: Readonly<Record<Severity, string>> = {
  critical: '🔴',
  high: '🟠',
  medium: '🟡',
  low: '🔵',
};

/** Where a finding is, as a link where the forge has an address for it. Empty for what has no place. */
export function markdownPlace(
  { position, commit }: Pick<Finding, 'position' | 'commit'>,
  links: Links | undefined,
): string {
  if (position) return link(code(`${position.file}:${position.line}`, 200), links?.file(position.file, position.line));
  return commit === undefined ? '' : link(code(shortId(commit)), links?.commit(commit));
}

/** What a reader of one finding needs below its message: what stands there, why it matters, what to do, its id. */
export function markdownBody(finding: Finding, links: Links | undefined): string {
  const { excerpt, details = [], places = [], remedy, references = [], fingerprint, object, scope } = finding;
  const about = [
    `id ${code(fingerprint.slice(0, shownFingerprint))}`,
    ...(object ? [code([object.kind, object.namespace, object.name].filter(Boolean).join(' '), 200)] : []),
    ...(scope ? [`scope ${code(scope, 100)}`] : []),
    ...references.map((reference) => prose(reference)),
  ];
  const also = places.slice(0, 10).map((position) => markdownPlace({ position }, links));
  return [
    excerpt === undefined ? '' : fenced(clip(excerpt, 500), 'yaml'),
    details.map((detail) => `- ${prose(detail)}`).join('\n'),
    also.length > 0
      ? `Also at ${also.join(', ')}${places.length > also.length ? ` and ${places.length - also.length} more` : ''}.`
      : '',
    `**Fix:** ${prose(remedy)}`,
    `<sub>${about.join(' · ')}</sub>`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** The text of an inline comment on the finding's line; `suggest` where the forge can apply a suggestion there. */
export function markdownComment(finding: Finding, { links, suggest }: { links?: Links; suggest: boolean }): string {
  const { severity, rule, message, suggestion } = finding;
  return [
    `${severityMarks[severity]} **${severity}** · ${link(code(rule), links?.rule?.(rule))}${finding.blocking ? ' · blocks the merge' : ''}`,
    prose(message),
    markdownBody(finding, links),
    ...(suggest && suggestion !== undefined ? [fenced(suggestion, 'suggestion')] : []),
  ].join('\n\n');
}
