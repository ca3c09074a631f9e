import { createHash } from 'node:crypto';
import type { Observation } from '../rules/rule.ts';

/**
 * The fingerprint of an observation (how-it-judges.md, "Fingerprints"): SHA-256, in 64 hex digits, over the JSON of
 * [rule, scope, identity, ...subject]. The array holds only strings, null and one number, so that `JSON.stringify` is
 * canonical (RFC 8785). `copy` tells apart several findings that would share one: an ignore of the first must not
 * silence a second that someone adds alongside it.
 */
export function fingerprint(rule: string, observation: Observation, copy = 1): string {
  const identity = [rule, observation.scope ?? null, identityOf(observation), ...observation.subject];
  return createHash('sha256')
    .update(JSON.stringify(copy === 1 ? identity : [...identity, copy]))
    .digest('hex');
}

/** What the observation is about: a commit, a Kubernetes object, both, or else the file it is in. */
function identityOf({ identity: lasting, object: own, commit, position }: Observation): readonly (string | null)[] {
  const object = lasting ?? own;
  const identity = object ? [object.group, object.kind, object.namespace ?? null, object.name] : [];
  if (commit !== undefined) return [...identity, 'commit', commit];
  if (object) return identity;
  return position ? ['file', position.file] : [];
}
