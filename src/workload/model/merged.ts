import { entryOf, isMapping, type Mapping, mapping } from '../../plain-values.ts';
import type { Path } from '../../yaml/document.ts';
import { type ItemPlace, placeKey } from './pod.ts';

/** A value that was laid over another, and where each part of it is written. */
export interface Merged {
  readonly value: Mapping;
  readonly place: ItemPlace;
}

/** A mapping and where it is written. */
interface Placed {
  readonly value: Mapping;
  readonly path: Path;
}

/**
 * By which field the items of a list are the same (`patchMergeKey` in core/v1 and in Argo's workflow_types.go). Any other list counts as
 * a whole.
 */
const mergeKeys: Readonly<Record<string, string>> = {
  initContainers: 'name',
  sidecars: 'name',
  volumes: 'name',
  env: 'name',
  ports: 'containerPort',
  volumeMounts: 'mountPath',
  volumeDevices: 'devicePath',
};

/**
 * What is laid over a template of it: mappings by their keys, lists that have one by their merge key, anything else as a whole
 * (k8s.io/apimachinery, strategicpatch.StrategicMergePatch).
 */
export function mergedOver(own: Placed, under: Placed): Merged {
  const fields: Record<string, Path> = {};
  const value = mergeMappings(own.value, under.value, { at: [], under: under.path, fields });
  return { value, place: Object.keys(fields).length === 0 ? own.path : { path: own.path, fields } };
}

interface Where {
  /** In the merged value. */
  readonly at: Path;
  /** The same place of what is underneath, in its object. */
  readonly under: Path;
  readonly fields: Record<string, Path>;
}

function mergeMappings(own: Mapping, under: Mapping, where: Where): Mapping {
  const merged: Record<string, unknown> = { ...own };
  for (const [key, below] of Object.entries(under)) {
    if (below === undefined || below === null) continue;
    const inside = { ...where, at: [...where.at, key], under: [...where.under, key] };
    merged[key] = merge(own[key], below, entryOf(mergeKeys, key), inside);
  }
  return merged;
}

function merge(own: unknown, under: unknown, mergeKey: string | undefined, where: Where): unknown {
  if (own === undefined || own === null) {
    where.fields[placeKey(where.at)] = where.under;
    return under;
  }
  if (isMapping(own) && isMapping(under)) return mergeMappings(own, under, where);
  return Array.isArray(own) && Array.isArray(under) && mergeKey !== undefined
    ? mergeLists(own, under, mergeKey, where)
    : own;
}

/** What is in both is where the one on top has it; the rest of what is underneath follows. */
function mergeLists(own: readonly unknown[], under: readonly unknown[], key: string, where: Where): unknown[] {
  const keyOf = (item: unknown) => mapping(item)[key];
  const merged = [...own];
  for (const [index, below] of under.entries()) {
    const found = keyOf(below) === undefined ? -1 : own.findIndex((item) => keyOf(item) === keyOf(below));
    const at = [...where.at, found < 0 ? merged.length : found];
    const inside = { ...where, at, under: [...where.under, index] };
    if (found < 0) merged.push(merge(undefined, below, undefined, inside));
    else merged[found] = merge(own[found], below, undefined, inside);
  }
  return merged;
}
