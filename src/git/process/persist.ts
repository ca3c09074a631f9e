import { setTimeout as wait } from 'node:timers/promises';
import { GitFailure } from './process.ts';

/** Milliseconds before the second and the third try of what reaches a remote. */
export const defaultPauses: readonly number[] = [1_000, 5_000];
/** Milliseconds that all tries together may take. */
const longest = 240_000;

/** A failure that says no for good, whatever else git says with it. */
const final =
  /returned error: (?:40[0-7]|409|41\d|42[0-468]|43\d|45\d)\b|Authentication failed|could not read (?:Username|Password)|not found|Permission denied/i;

/** Failures of a connection, a proxy or a busy server, as git, curl and ssh put them. */
const passing =
  /returned error: (?:408|425|429|5\d\d)\b|HTTP (?:408|425|429|5\d\d)\b|timed out|timeout|no answer within|too slow|reset by peer|recv failure|send failure|early EOF|unexpected disconnect|hung up unexpectedly|empty reply|transfer closed|not closed cleanly|connection (?:refused|closed|was reset|reset)|failed to connect|couldn't connect|could not resolve host|temporary failure|broken pipe|gnutls_handshake|SSL_(?:connect|read|ERROR)|index-pack failed/i;

/** Whether what git says of a failure may be another thing the next time: one blip must not turn a required check red. */
export function isPassing(stderr: string): boolean {
  return !final.test(stderr) && passing.test(stderr);
}

/**
 * Does what reaches a remote, again after each pause where it fails for a reason that may pass, and never longer than a bound.
 * `attempt` gets the milliseconds it may take, and throws GitFailure.
 */
export async function persist<T>(
  attempt: (limit: number) => Promise<T>,
  most: number,
  pauses: readonly number[],
): Promise<T> {
  const end = performance.now() + longest;
  for (const pause of pauses) {
    try {
      return await attempt(Math.min(most, end - performance.now()));
    } catch (error) {
      const isLate = performance.now() + pause >= end;
      if (!(error instanceof GitFailure) || !isPassing(error.stderr) || isLate) throw error;
      await wait(pause);
    }
  }
  return attempt(Math.min(most, Math.max(1, end - performance.now())));
}
