import type { ObjectIdentity } from '../resource.ts';

/** One text for each object of a scope: objects that have the same are definitions of one object. */
export function identityKey({ group, kind, namespace, name }: ObjectIdentity): string {
  return JSON.stringify([group, kind, namespace, name]);
}
