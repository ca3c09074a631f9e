import type { Finding } from '../../gate.ts';
import type { Severity } from '../../severity.ts';
import { acceptCommand } from '../accept.ts';
import type { Links } from '../links.ts';
import { clip } from '../visible.ts';
import { objectText, shortId, shownDetails, shownFingerprint } from '../wording.ts';
import { code, fenced, link, prose } from './markdown-text.ts';

export const severityMarks: Readonly<Record<Severity, string>> = {
  critical: '🔴',
  high: '🟠',
  medium: '🟡',
  low: '🔵',
};

/** Where a finding is, as a link where the forge has an address for it. Empty for what has no place. In a table `write` is `cellCode`. */
export function markdownPlace(
  { position, commit }: Pick<Finding, 'position' | 'commit'>,
  links: Links | undefined,
  write = code,
): string {
  if (position) return link(write(`${position.file}:${position.line}`, 200), links?.file(position.file, position.line));
  return commit === undefined ? '' : link(write(shortId(commit)), links?.commit(commit));
}

/** The same for a list: of a long path its beginning and end, so that the line's number stays on the screen. */
export function shortPlace(finding: Pick<Finding, 'position' | 'commit'>, links: Links | undefined): string {
  const { position } = finding;
  if (position === undefined) return markdownPlace(finding, links);
  const { file, line } = position;
  return link(code(`${shortPath(file)}:${line}`, 200), links?.file(file, line));
}

/** Characters of a path that a list shows. */
const pathLength = 60;

/** The first folder and as many of the last parts as fit, at least the file: `clusters/…/production/db.yaml`. */
function shortPath(file: string): string {
  const [first = '', ...rest] = file.split('/');
  if (file.length <= pathLength || rest.length < 2) return file;
  let tail = rest.pop() ?? '';
  while (rest.length > 1 && `${first}/…/${rest.at(-1)}/${tail}`.length <= pathLength) tail = `${rest.pop()}/${tail}`;
  return `${first}/…/${tail}`;
}

/** What a reader of one finding needs below its message: what is there, why it matters, what to do, its id. `flags`: by which `ignore` finds it again. */
export function markdownBody(finding: Finding, links: Links | undefined, flags = ''): string {
  const { excerpt, details, example, places = [], remedy, references = [], fingerprint, object, scope } = finding;
  const about = [
    `id ${code(fingerprint.slice(0, shownFingerprint))}`,
    ...[object ? code(objectText(object), 200) : ''].filter((part) => part !== ''),
    ...(scope ? [`scope ${code(scope, 100)}`] : []),
    ...references.map((reference) => prose(reference)),
  ];
  const also = places.slice(0, 10).map((position) => markdownPlace({ position }, links));
  return [
    excerpt === undefined ? '' : fenced(clip(excerpt, 500), 'yaml'),
    shownDetails(details)
      .map((detail) => `- ${prose(detail)}`)
      .join('\n'),
    also.length > 0
      ? `Also at ${also.join(', ')}${places.length > also.length ? ` and ${places.length - also.length} more` : ''}.`
      : '',
    `**Fix:** ${prose(remedy)}`,
    example === undefined ? '' : fenced(example, 'yaml'),
    `<sub>${link('Accept', links?.accepting)} it: ${code(acceptCommand(finding, flags))}</sub>`,
    `<sub>${about.join(' · ')}</sub>`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** What the text of a comment on a finding's line depends on, apart from the finding. */
export interface CommentOptions {
  readonly links?: Links;
  /** The info string of the block in which this forge offers to apply the suggestion; undefined where it would not fit the lines. */
  readonly suggestion?: string;
  /** By which `ignore` finds the finding again. */
  readonly flags?: string;
}

/** The text of an inline comment on the finding's line. */
export function markdownComment(finding: Finding, { links, suggestion, flags }: CommentOptions): string {
  return [
    commentHead(finding, links),
    prose(finding.message),
    markdownBody(finding, links, flags),
    ...(suggestion === undefined ? [] : suggestionBlock(finding.suggestion, suggestion)),
  ].join('\n\n');
}

/** `markdownComment` where that is too long: what it says and what to do, under 6 KB. */
export function briefComment(finding: Finding): string {
  const id = `<sub>id ${code(finding.fingerprint.slice(0, shownFingerprint))}</sub>`;
  return [
    commentHead(finding, undefined),
    prose(finding.message, 300),
    `**Fix:** ${prose(finding.remedy, 300)}`,
    id,
  ].join('\n\n');
}

function commentHead({ severity, rule, blocking }: Finding, links: Links | undefined): string {
  const name = link(code(rule), links?.rule?.(rule));
  return `${severityMarks[severity]} **${severity}** · ${name}${blocking ? ' · blocks the merge' : ''}`;
}

/** The block that a forge offers to apply; none where the text would have to be written out, for that would change the file. */
function suggestionBlock(suggestion: string | undefined, info: string): readonly string[] {
  // An empty block removes the lines; one with an empty line would leave that.
  if (suggestion === '') return [`\`\`\`${info}\n\`\`\``];
  if (suggestion === undefined || !fenced(suggestion).includes(`\n${suggestion}\n`)) return [];
  return [fenced(suggestion, info)];
}
