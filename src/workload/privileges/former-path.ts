import type { Path } from '../../yaml/document.ts';
import { containersOf, hasOwnUsers, isSet, type PodContent, valueAt } from '../pod-security/pod.ts';
import type { GainedPower } from './gained-powers.ts';

/**
 * The field that took a power away before the change: that of the container, else that of the pod for all of them. Undefined
 * where there was none.
 */
export function formerPath(before: PodContent, { kind, path, formerContainer }: GainedPower): Path | undefined {
  if (hasOwnUsers(before) && kind === 'may be root') return ['spec', 'hostUsers'];
  const at = path.lastIndexOf('securityContext');
  if (at < 0) return undefined;
  const inside = path.slice(at);
  const container = containersOf(before).find(({ name }) => name === formerContainer);
  const own = container && [...container.path, ...inside];
  return [own, ['spec', ...inside]].find((each) => each !== undefined && isSet(valueAt(before, each)));
}
