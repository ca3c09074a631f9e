import { isMapping, mapping, text } from '../../plain-values.ts';
import { folderOf } from '../kustomization.ts';
import type { Resource } from '../resource.ts';
import type { ScopeObjects } from '../scope.ts';
import { isClusterKind } from './cluster-kinds.ts';
import { identityKey } from './identity-key.ts';

/**
 * Whether two definitions of one kind and name, with the same or no namespace, are one object of the cluster: what states no namespace is
 * one only where it has none, or is in one folder. Where the API server or a template makes the name, nobody knows.
 */
export function isSameObject(one: Resource, other: Resource): boolean {
  return one === other || meets(placeOfDefinition(one), placeOfDefinition(other));
}

/** Where other definitions of an object are: in its folder, `anywhere`, or, where nobody knows its name, in no place at all. */
export function placeOfDefinition(resource: Resource): string | undefined {
  if (!isNamed(resource)) return undefined;
  return isAnywhere(resource) ? anywhere : folderOf(resource.file);
}

/** Whether definitions of one kind and name in two such places are one object. */
export function meets(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  return one === other || one === anywhere || other === anywhere;
}

/** No folder is called so. */
const anywhere = '//';

function isNamed({ name, value: { metadata } }: Resource): boolean {
  return isPlainName(name) && (!isMapping(metadata) || text(mapping(metadata).name) !== undefined);
}

const isPlainName = (name: string) => /^[\w.:-]+$/.test(name);

/** Whether it is the same object from whatever folder it comes. */
function isAnywhere({ namespace, kind, group }: Resource): boolean {
  return namespace !== undefined || isClusterKind(kind, group);
}

/**
 * The objects of which touched files newly hold a definition, or one more: of these, unchanged files may hold another one. What
 * moved from one file to another is none.
 */
export function addedDefinitions({ before, after }: ScopeObjects): readonly Resource[] {
  const left = new Map<string, number>();
  for (const each of before) left.set(identityKey(each), (left.get(identityKey(each)) ?? 0) + 1);
  return after.filter((each) => {
    const known = left.get(identityKey(each)) ?? 0;
    left.set(identityKey(each), known - 1);
    return known <= 0 && isNamed(each);
  });
}

/** The folder in which other definitions of an object are; undefined where they may be in any. */
export function definedIn(resource: Resource): string | undefined {
  return isAnywhere(resource) ? undefined : folderOf(resource.file);
}
