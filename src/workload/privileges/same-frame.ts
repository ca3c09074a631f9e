import { isMapping } from '../../plain-values.ts';
import type { PodContent } from '../pod-security/pod.ts';

/** Fields that say what runs in a container and what it is told, and give it nothing of its node. */
const ofReleases: ReadonlySet<string> = new Set([
  'image',
  'imagePullPolicy',
  'env',
  'envFrom',
  'command',
  'args',
  'workingDir',
]);

/** Whether pods differ in nothing but what their containers run, and in notes that no control reads: as in most changes. */
export function isSameButWhatRuns(before: PodContent, after: PodContent): boolean {
  return isSame(before.spec, after.spec) && isSame(annotations(before), annotations(after));
}

/** Annotations of which a control may know; a checksum is none. */
function annotations({ metadata }: PodContent): unknown {
  const { annotations: all } = metadata;
  if (!isMapping(all)) return {};
  return Object.fromEntries(Object.entries(all).filter(([key]) => /(?:apparmor|seccomp)\.security/.test(key)));
}

function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((item, index) => isSame(item, b[index]));
  }
  if (!isMapping(a) || !isMapping(b)) return false;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => ofReleases.has(key) || isSame(a[key], b[key]));
}
