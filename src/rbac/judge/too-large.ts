import { createHash } from 'node:crypto';
import type { Resource } from '../../kube/resource.ts';
import { json } from '../../plain-values.ts';
import type { Comparison } from '../compare/comparison.ts';
import { readBy } from '../compare/copies.ts';
import { identityOf } from '../model/rbac-object.ts';

/** A change that takes more steps to judge than are allowed. */
export interface TooLarge {
  /** The largest of the changed objects, which most likely costs most; an unchanged one where only the base is large. */
  readonly resource: Resource | undefined;
  /** Steps allowed. */
  readonly most: number;
  /** SHA-256 over what RBAC reads of both sides: who accepts one such change accepts no other. */
  readonly digest: string;
}

/** Names a change that is too large to judge. Takes steps in proportion to its size only. */
export function tooLarge({ before, after, work }: Comparison): TooLarge {
  const hash = createHash('sha256');
  const known = new Set<string>();
  for (const object of [...before.roles, ...before.bindings]) {
    const text = `${object.resource?.file} ${identityOf(object)} ${json(readBy(object))}`;
    hash.update(`- ${text}\n`);
    known.add(text);
  }
  let resource: Resource | undefined;
  let longest = -1;
  for (const object of [...after.roles, ...after.bindings]) {
    if (object.resource === undefined) continue;
    const text = `${object.resource.file} ${identityOf(object)} ${json(readBy(object))}`;
    hash.update(`+ ${text}\n`);
    const length = known.has(text) ? 0 : text.length;
    if (length <= longest) continue;
    longest = length;
    resource = object.resource;
  }
  return { resource, most: work.most, digest: hash.digest('hex') };
}
