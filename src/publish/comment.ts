import type { Finding, Suppressed } from '../gate.ts';
import type { Links } from '../report/links.ts';
import { briefComment, markdownComment } from '../report/markdown/markdown-finding.ts';
import { code, link, prose } from '../report/markdown/markdown-text.ts';
import { shortId } from '../report/wording.ts';
import type { ClosedState } from './action.ts';
import type { Forge } from './forge.ts';
import { digestOf, type Marker, shortFingerprint, type ThreadState, withMarker, withoutMarker } from './marker.ts';
import { anchorOf, isSamePlace, type Place } from './place.ts';
import type { ReviewDiff } from './review-diff.ts';

/** What every comment's text follows from. */
export interface CommentContext {
  /** The instance's key. */
  readonly instance: string;
  readonly links: Links;
  readonly forge: Forge;
  readonly diff: ReviewDiff;
  /** The judged commit. */
  readonly head: string | undefined;
  /** Findings whose places the forge refuses. */
  readonly refused: ReadonlySet<Finding>;
  /** By which `ignore` finds a finding again. */
  readonly flags: string;
}

/** How many findings one comment describes; the others on the same lines are in the summary. */
export const findingsPerComment = 10;
/** Bytes kept free for the marker and the sentence in front of the findings. */
const reserved = 2_000;

/** The comment that shows these findings at `place`, and the digest by which a later run sees that it need not change. */
export function openComment(
  findings: readonly Finding[],
  place: Place | undefined,
  context: CommentContext,
  preface = '',
): { readonly body: string; readonly digest: string } {
  const { text, stable } = describe(findings, place, context);
  const { instance } = context;
  const digest = digestOf(stable);
  const marker: Marker = { kind: 'finding', instance, state: 'open', digest, findings: ids(findings) };
  return { body: withMarker(marker, [preface, text].filter((part) => part !== '').join('\n\n')), digest };
}

/** A comment's text once what it says is over; what it said is folded below. */
export function closedComment(
  marker: Extract<Marker, { kind: 'finding' }>,
  body: string,
  sentence: string,
  state: ClosedState,
  { forge }: CommentContext,
): string {
  // A suggestion that no longer applies is shown as what it is: lines of YAML.
  const said = withoutMarker(body).replace(/^(`{3,})suggestion\S*$/gm, '$1yaml');
  const folded = `<details>\n<summary>What was reported</summary>\n\n${said}\n\n</details>`;
  const whole = withMarker({ ...marker, state }, `${sentence}\n\n${folded}`);
  return Buffer.byteLength(whole) <= forge.commentBytes ? whole : withMarker({ ...marker, state }, sentence);
}

/** An answer in a thread that people joined. */
export function answer(sentence: string, state: ThreadState, { instance }: CommentContext): string {
  return withMarker({ kind: 'answer', instance, state }, sentence);
}

export function fixedSentence({ head, links }: CommentContext): string {
  return `✅ **Fixed**${inCommit(head, links)}.`;
}

export function ignoredSentence({ reason, until }: Suppressed): string {
  return `⚪ **Ignored** by the base branch's policy until ${prose(until)}: ${prose(reason)}`;
}

export function backSentence({ head, links }: CommentContext): string {
  return `🔁 **Back**${inCommit(head, links)}.`;
}

export function movedSentence(place: Place): string {
  const line = place.kind === 'file' ? '' : `:${place.line.newLine ?? place.line.oldLine}`;
  return `↪️ **Moved** to ${code(`${place.file}${line}`, 200)}, where it is commented on now.`;
}

/** Why a finding that is there has no comment on the diff any more. */
export function displacedSentence({ forge }: CommentContext): string {
  const why = forge.maxComments === 0 ? 'comments on the diff are turned off' : 'worse findings are commented on first';
  return `➡️ **Still there**, and shown in the summary only: ${why}.`;
}

/** What was only shown elsewhere was never gone. */
export const shownAgainSentence = '➡️ **Still there**, and shown here again.';

const inCommit = (head: string | undefined, links: Links) =>
  head === undefined ? '' : ` in ${link(code(shortId(head)), links.commit(head))}`;

function ids(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ fingerprint }) => shortFingerprint(fingerprint));
}

/** The findings as text, and the same text without the links, which name the head and change with every push. */
function describe(
  findings: readonly Finding[],
  place: Place | undefined,
  context: CommentContext,
): { readonly text: string; readonly stable: string } {
  const { links, forge, flags } = context;
  const room = Math.floor((forge.commentBytes - reserved) / Math.max(1, findings.length));
  const parts = findings.map((finding) => {
    const info = suggestionInfo(finding, place, context);
    const options = { flags, ...(info === undefined ? {} : { suggestion: info }) };
    const full = markdownComment(finding, { links, ...options });
    if (Buffer.byteLength(full) + 10 > room) return { text: briefComment(finding), stable: briefComment(finding) };
    return { text: full, stable: markdownComment(finding, options) };
  });
  const joined = (key: 'text' | 'stable') => parts.map((part) => part[key]).join('\n\n---\n\n');
  return { text: joined('text'), stable: joined('stable') };
}

/** The block in which the forge offers to apply the finding's suggestion; undefined where it would replace other lines than those meant. */
function suggestionInfo(
  finding: Finding,
  place: Place | undefined,
  { diff, forge }: CommentContext,
): string | undefined {
  if (finding.suggestion === undefined || finding.position === undefined || place?.kind !== 'line') return undefined;
  const anchor = anchorOf(finding, diff);
  if (anchor === undefined || !anchor.isExact || !isSamePlace(anchor.place, place)) return undefined;
  return forge.suggestionInfo((finding.endLine ?? finding.position.line) - finding.position.line + 1);
}
