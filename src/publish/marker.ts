import { createHash } from 'node:crypto';

/** Whether what a thread reports is still there; every state but `open` says why it no longer is shown as such. */
export const threadStates = ['open', 'fixed', 'ignored', 'moved', 'displaced'] as const;

export type ThreadState = (typeof threadStates)[number];

/**
 * What this tool writes, hidden, at the start of each of its comments, to know them again. A marker counts only on comments of the
 * run's own account. `instance` tells apart several gates on one repository.
 */
export type Marker =
  | {
      readonly kind: 'summary';
      readonly instance: string;
      /** The commit it is about. */
      readonly head: string | undefined;
      readonly digest: string;
      /** Short fingerprints of findings whose places the forge refused on this commit. */
      readonly refused: readonly string[];
    }
  | {
      readonly kind: 'finding';
      readonly instance: string;
      readonly state: ThreadState;
      /** Of the text that describes the findings, links left out. */
      readonly digest: string;
      /** Short fingerprints of the findings the comment shows (`shortFingerprint`). */
      readonly findings: readonly string[];
    }
  /** An answer in a thread that people joined, whose first comment is no longer rewritten. */
  | { readonly kind: 'answer'; readonly instance: string; readonly state: ThreadState };

const pattern =
  /^<!-- gitops-gate (summary|finding|answer) ([0-9a-f]{12})(?: head=([0-9a-f]{40,64}))?(?: state=([a-z]+))?(?: digest=([0-9a-f]{16}))?(?: findings=([0-9a-f,]+))?(?: refused=([0-9a-f,]+))? -->/;

/** The key of an instance's name (input `name`), as markers carry it. */
export function instanceKey(name: string): string {
  return digestOf(name).slice(0, 12);
}

/** As much of a fingerprint as markers carry. */
export function shortFingerprint(fingerprint: string): string {
  return fingerprint.slice(0, 16);
}

/** 16 hex digits that change with the text. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

/** `body` with the marker hidden in front of it. */
export function withMarker(marker: Marker, body: string): string {
  const fields = [
    `gitops-gate ${marker.kind} ${marker.instance}`,
    ...('head' in marker && marker.head !== undefined ? [`head=${marker.head}`] : []),
    ...('state' in marker ? [`state=${marker.state}`] : []),
    ...('digest' in marker ? [`digest=${marker.digest}`] : []),
    ...('findings' in marker ? [`findings=${marker.findings.join(',')}`] : []),
    ...('refused' in marker && marker.refused.length > 0 ? [`refused=${marker.refused.join(',')}`] : []),
  ];
  return `<!-- ${fields.join(' ')} -->\n${body}`;
}

/** The marker at the very start of a comment's text; undefined where there is none, or none this version understands. */
export function readMarker(body: string): Marker | undefined {
  const [, kind, instance = '', head, state, digest, findings, refused] = pattern.exec(body) ?? [];
  const known = threadStates.find((each) => each === state);
  if (kind === 'summary' && digest !== undefined)
    return { kind, instance, head, digest, refused: refused?.split(',') ?? [] };
  if (kind === 'answer' && known !== undefined) return { kind, instance, state: known };
  if (kind !== 'finding' || known === undefined || digest === undefined || findings === undefined) return undefined;
  return { kind, instance, state: known, digest, findings: findings.split(',') };
}

/** The text of a comment without its marker. */
export function withoutMarker(body: string): string {
  return body.replace(pattern, '').trimStart();
}
