import type { RangeRequest } from '../git/range/range.ts';
import type { Remote, Scan } from '../inputs.ts';

/** What a pipeline's event asks of the gate. */
export type Invocation =
  | {
      readonly kind: 'judge';
      readonly command: 'check' | 'audit';
      readonly request: RangeRequest;
      readonly remote: Remote;
      /** The forge's default branch, as a whole ref; undefined where the event does not say. */
      readonly defaultBranch: string | undefined;
      /** What a reader should know of inputs that were not followed. */
      readonly notes: readonly string[];
      /** Whether commits arrive on a branch without a request, where signature findings report by default. */
      readonly isPush: boolean;
    }
  /** The event leaves nothing to compare, e.g. a deleted branch. */
  | { readonly kind: 'nothing'; readonly note: string };

export type Environment = Readonly<Record<string, string | undefined>>;

/** The refs a request names, which are fetched now; commits it names by id are fetched where they turn out to be missing. */
export function refsOf(request: RangeRequest): readonly string[] {
  const named = Object.values(request).filter((rev) => rev.startsWith('refs/'));
  return [...new Set(named)];
}

/**
 * What reports for code scanning hold where nobody says so: on the default branch, whose alerts are kept, all that is there; else the
 * change. A forge that compares a request's report with the branch's (`comparesRequests`) must have both alike.
 */
export function usualScan(
  { request, defaultBranch }: { readonly request: RangeRequest; readonly defaultBranch: string | undefined },
  comparesRequests: boolean,
): Scan {
  const isDefault =
    request.kind === 'first-push' || (request.kind === 'push' && `refs/heads/${request.branch}` === defaultBranch);
  return isDefault || (comparesRequests && request.kind === 'request') ? 'state' : 'change';
}
