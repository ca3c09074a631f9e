import type { Tree } from '../git/object/object.ts';
import type { ObjectIdentity } from '../kube/resource.ts';
import { matchGlob } from '../policy/glob.ts';
import type { IgnoreEntry } from '../policy/policy.ts';
import { type Finding, filesOf } from './finding.ts';

/** What the ignore entries say of one finding. */
export interface IgnoreDecision {
  /** The entry that covers it. */
  readonly by: IgnoreEntry | undefined;
  /** One line for each entry that was meant for it and does not hold: why. */
  readonly refused: readonly string[];
}

/** Whether an entry's last day (UTC, inclusive) is over at `now`, milliseconds since the epoch. */
export function isExpired(entry: IgnoreEntry, now: number): boolean {
  return new Date(now).toISOString().slice(0, 10) > entry.until;
}

/** Decides whether one of the base's ignore entries covers a finding (how-it-judges.md, "Accepted findings"). `after` gives the blob ids that secrets are pinned to. */
export function decideIgnore(
  finding: Finding,
  entries: readonly IgnoreEntry[],
  after: Tree,
  now: number,
): IgnoreDecision {
  const refused: string[] = [];
  for (const entry of entries) {
    if (!isMeantFor(entry, finding)) continue;
    const why = refusal(entry, finding, after, now);
    if (why === undefined) return { by: entry, refused: [] };
    refused.push(`The ignore entry on line ${entry.line} of the policy does not hold: ${why}.`);
  }
  return { by: undefined, refused };
}

/** Every selector an entry names must match: naming two narrows it. */
function isMeantFor(entry: IgnoreEntry, finding: Finding): boolean {
  if (entry.rule !== finding.rule) return false;
  const { fingerprint, object, path } = entry;
  if (fingerprint === undefined && object === undefined && path === undefined) return false;
  if (fingerprint !== undefined && fingerprint !== finding.fingerprint) return false;
  if (object !== undefined && !(finding.object && namesObject(object, finding.object))) return false;
  return path === undefined || coversFiles(path, filesOf(finding));
}

/** A finding in several files is covered only when the glob covers them all; one in no file never is. */
function coversFiles(glob: string, files: readonly string[]): boolean {
  return files.length > 0 && files.every((file) => matchGlob(glob, file));
}

/** Why an entry meant for a finding may not hide it; undefined where it may. */
function refusal(entry: IgnoreEntry, finding: Finding, after: Tree, now: number): string | undefined {
  if (isExpired(entry, now)) return `it expired after ${entry.until}`;
  if (entry.fingerprint === undefined && finding.severity === 'critical')
    return 'a critical finding is ignored only by its exact fingerprint';
  const never = neverHolds(entry, finding.category);
  if (never !== undefined) return never;
  // A finding about a commit needs no pin: the commit's id is part of its fingerprint.
  if (finding.category === 'secret' && !(finding.commit !== undefined && entry.fingerprint !== undefined)) {
    return pinRefusal(entry, filesOf(finding), after);
  }
  return undefined;
}

const unpinned = 'a secret is ignored only together with the blob id of its file';

/** Why an entry hides no finding of a category, whatever it meets; undefined where it may. */
export function neverHolds(
  { fingerprint, object, path, blobs }: IgnoreEntry,
  category: string | undefined,
): string | undefined {
  if (fingerprint !== undefined) return undefined;
  if (object === undefined && path === undefined) return 'it names no fingerprint, object or path';
  if (category === 'rbac' && object === undefined) return 'a path never hides an RBAC finding';
  return category === 'secret' && blobs.length === 0 ? unpinned : undefined;
}

function pinRefusal(entry: IgnoreEntry, files: readonly string[], after: Tree): string | undefined {
  if (entry.blobs.length === 0) return unpinned;
  const isPinned = (file: string) => entry.blobs.includes(after.get(file)?.id ?? '');
  return files.length > 0 && files.every(isPinned)
    ? undefined
    : 'the file is not the one it was pinned to; any change to it makes the secret count again';
}

/**
 * Whether an ignore's `object` (`Kind/name`, `Kind/namespace/name`, either with `Kind.group`) names this object. A part
 * that holds a slash is not a valid Kubernetes name and would make the text ambiguous: it matches nothing.
 */
function namesObject(reference: string, { group, kind, namespace, name }: ObjectIdentity): boolean {
  const rest = namespace === undefined ? [name] : [namespace, name];
  if ([kind, ...rest].some((part) => part.includes('/') || part === '')) return false;
  const qualified = group === '' ? kind : `${kind}.${group}`;
  return [kind, qualified].some((first) => [first, ...rest].join('/') === reference);
}
