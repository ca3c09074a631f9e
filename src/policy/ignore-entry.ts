import { InputError, type Problem } from '../input-error.ts';
import { isDay } from './shape/policy-shape.ts';

/** What an ignore entry is made from. */
export interface NewIgnore {
  readonly rule: string;
  /** 64 hex digits. */
  readonly fingerprint: string;
  /** Blob ids of the files, for a secret. */
  readonly blobs: readonly string[];
  readonly reason: string;
  /** YYYY-MM-DD. */
  readonly until: string;
}

/**
 * The list item to add below `ignore:` in policy.yaml, as YAML text that ends in a newline. Throws InputError when reason or
 * until would not do; `now` is milliseconds since the epoch.
 */
export function ignoreEntry({ rule, fingerprint, blobs, reason, until }: NewIgnore, now: number): string {
  const problems = ignoreProblems({ reason, until }, now);
  if (problems.length > 0) throw new InputError(problems);
  const pin = blobs.length === 0 ? [] : [`blob: ${blobs.length === 1 ? scalar(blobs[0]) : JSON.stringify(blobs)}`];
  const keys = [`fingerprint: ${scalar(fingerprint)}`, ...pin, `reason: ${scalar(reason)}`, `until: ${scalar(until)}`];
  return [`  - rule: ${scalar(rule)}`, ...keys.map((key) => `    ${key}`), ''].join('\n');
}

/** What is wrong with the reason and the last day of a new entry; empty texts are missing ones. */
export function ignoreProblems(
  { reason, until }: Pick<NewIgnore, 'reason' | 'until'>,
  now: number,
): readonly Problem[] {
  const problems: Problem[] = [];
  if (reason === '') problems.push({ what: '--reason is missing', fix: 'say who accepted it and why' });
  else if (/^(?:…|\.{3})$/.test(reason)) {
    problems.push({ what: '--reason is still "…"', fix: 'say who accepted it and why' });
  } else if (!/\S/.test(reason) || /\n/.test(reason) || reason.length > 1024) {
    problems.push({ what: '--reason must be one line of text', fix: 'say who accepted it and why' });
  }
  if (until === '') problems.push({ what: '--until is missing', fix: 'write YYYY-MM-DD, the last day it holds' });
  else if (!isDay(until))
    problems.push({ what: '--until must be a day', fix: 'write YYYY-MM-DD, the last day it holds' });
  else if (until < new Date(now).toISOString().slice(0, 10)) {
    problems.push({ what: `--until ${until} is over`, fix: 'name a later day' });
  }
  return problems;
}

/** A double-quoted YAML scalar; everything that is not plainly printable is escaped. */
function scalar(text = ''): string {
  return JSON.stringify(text).replace(/[^\x20-\x7e\p{L}\p{N}\p{P}\p{S}]/gu, (char) =>
    [...char].flatMap((c) => escapeUnits(c)).join(''),
  );
}

function escapeUnits(char: string): string {
  return Array.from({ length: char.length }, (_, i) => `\\u${char.charCodeAt(i).toString(16).padStart(4, '0')}`).join(
    '',
  );
}
