import { isMapping, list, type Mapping, mapping, text } from '../../plain-values.ts';
import type { Document, Path, Place } from '../../yaml/document.ts';
import { parsedDocument } from '../model/parsed-values.ts';

/** A patch or a list of replacements in a source file. */
export interface Patch {
  readonly value: unknown;
  /** What it says it is applied to; empty where it does not. */
  readonly target: Mapping;
  at(path: Path): Place;
}

/** Texts beyond these are not read. */
const most = 500;

/** The patches that a file writes in it, in order: under `patch`, in lists of merge patches, and the replacements. With `isPatch` it is one itself. */
export function patchesIn(document: Document, isPatch: boolean): readonly Patch[] {
  const found: Patch[] = [];
  if (isPatch) found.push({ value: document.value, target: {}, at: (path) => document.at(path) });
  const open: { readonly value: unknown; readonly path: Path; readonly target: Mapping }[] = [
    { value: document.value, path: [], target: {} },
  ];
  for (let next = open.pop(); next !== undefined && found.length < most; next = open.pop()) {
    const { value, path, target } = next;
    const [last, list] = [path.at(-1), path.at(-2)];
    const isHere = last === 'patch' || list === 'patchesStrategicMerge' || list === 'transformers';
    if (isHere && typeof value === 'string') found.push(...patchesOfText(document, value, path, target));
    else if (isHere || last === 'replacements')
      found.push({ value, target, at: (inner) => document.at([...path, ...inner]) });
    if (Array.isArray(value))
      for (const [index, each] of value.entries()) open.push({ value: each, path: [...path, index], target });
    else if (isMapping(value)) {
      const own = mapping(value.target);
      for (const [key, each] of Object.entries(value)) open.push({ value: each, path: [...path, key], target: own });
    }
  }
  return found.reverse();
}

/** A text's first document: a patch, or a transformer with patches or replacements in it. */
function patchesOfText(document: Document, source: string, path: Path, target: Mapping): readonly Patch[] {
  const inner = parsedDocument(source);
  if (inner === undefined) return [];
  const at = (place: Path): Place => document.at([...path, inner.at(place).line - 1]);
  const { replacements } = mapping(inner.value);
  if (replacements !== undefined) return [{ value: replacements, target, at: (each) => at(['replacements', ...each]) }];
  return [{ value: inner.value, target, at }];
}

/** Where in a patch a value of an object is set, and how much of its path the patch names. */
export interface PatchPlace {
  readonly path: Path;
  readonly score: number;
  /** Whether it is one value, and not several of which any may be meant. */
  readonly isExact: boolean;
}

/** The entries of a patch that touch a place of an object. */
export function placesIn({ value, target }: Patch, object: Mapping, path: Path): readonly PatchPlace[] {
  if (Array.isArray(value)) {
    return value.flatMap((entry, index) => {
      const each = mapping(entry);
      const isMeant = each.targets !== undefined || isOfKind(target.kind, object.kind);
      const places = each.targets === undefined ? operationPlaces(each, path) : replacementPlaces(each, object, path);
      return isMeant ? places.map((place) => ({ ...place, path: [index, ...place.path] })) : [];
    });
  }
  const own = mapping(value);
  const isNamed = isNamedLike(mapping(own.metadata).name, mapping(object.metadata).name);
  const isMeant = target.kind === undefined ? own.kind === object.kind && isNamed : isOfKind(target.kind, object.kind);
  return isMeant ? mergePlace(own, object, path) : [];
}

/** Targets are patterns; what is no plain name may be any. */
function isOfKind(stated: unknown, kind: unknown): boolean {
  return typeof stated !== 'string' || stated === kind || /\W/.test(stated);
}

function isNamedLike(stated: unknown, name: unknown): boolean {
  return typeof stated === 'string' && typeof name === 'string' && name.includes(stated);
}

/** An operation of a JSON patch (RFC 6902). */
function operationPlaces({ op, path: pointer, value }: Mapping, path: Path): readonly PatchPlace[] {
  if (typeof pointer !== 'string' || typeof op !== 'string') return [];
  const steps = pointer.split('/').slice(1);
  const score = shared(
    steps.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~')),
    path,
  );
  if (score === undefined) return [];
  if (value === undefined) return [{ path: ['path'], score, isExact: false }];
  const { at, isExact } = leaf(value, path.slice(steps.length));
  return [{ path: ['value', ...at], score, isExact }];
}

/** The fields of a replacement that touch the place, and before them where it takes the value from: for where only that is changed. */
function replacementPlaces({ source, targets }: Mapping, object: Mapping, path: Path): readonly PatchPlace[] {
  return list(targets).flatMap((each, index) => {
    const { select, fieldPaths } = mapping(each);
    if (!isOfKind(mapping(select).kind, object.kind)) return [];
    return list(fieldPaths).flatMap((field, at) => {
      const score = shared((text(field) ?? '').replaceAll(/\[[^\]]{0,100}\]/g, '-').split('.'), path);
      if (score === undefined) return [];
      const from = Object.keys(mapping(source)).map((key): Path => ['source', key]);
      return [...from, ['targets', index, 'fieldPaths', at]].map((place) => ({ path: place, score, isExact: true }));
    });
  });
}

/** How many steps two paths share where one lies on the other: an index may have been another before, so that the same one counts double. */
function shared(steps: readonly string[], path: Path): number | undefined {
  let score = 0;
  for (const [index, step] of steps.entries()) {
    const own = path[index];
    if (own === undefined) break;
    if (String(own) === step) score += 2;
    else if (/^(?:-|\d+)$/.test(step) && typeof own === 'number') score += 1;
    else return undefined;
  }
  return score === 0 ? undefined : score;
}

function mergePlace(patch: Mapping, object: Mapping, path: Path): readonly PatchPlace[] {
  const at: (string | number)[] = [];
  let [own, whole]: [unknown, unknown] = [patch, object];
  for (const step of path) {
    const next: string | number | undefined = typeof step === 'number' ? itemOf(own, whole, step) : step;
    if (next === undefined || (!isMapping(own) && !Array.isArray(own)) || !Object.hasOwn(own, next)) break;
    at.push(next);
    own = (own as Record<string | number, unknown>)[next];
    whole = Array.isArray(whole) ? whole[Number(step)] : mapping(whole)[String(step)];
  }
  if (at.length < Math.min(2, path.length)) return [];
  const { at: rest, isExact } = leaf(own, []);
  return [{ path: [...at, ...rest], score: 2 * at.length, isExact }];
}

/** Which entry of a list in a merge patch is one of the object's: of its name, else the only one, else in its place. */
function itemOf(own: unknown, whole: unknown, index: number): number | undefined {
  const items = list(own);
  const { name } = mapping(list(whole)[index]);
  const named = name === undefined ? -1 : items.findIndex((each) => mapping(each).name === name);
  if (named >= 0) return named;
  if (items.length === 1) return 0;
  return index < items.length ? index : undefined;
}

/** The place of `path` in a value, and further down as long as there is only one way. */
function leaf(value: unknown, path: Path): { readonly at: Path; readonly isExact: boolean } {
  const at: (string | number)[] = [];
  let current = value;
  for (const step of path) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, step)) break;
    at.push(step);
    current = (current as Record<string | number, unknown>)[step];
  }
  for (;;) {
    if (typeof current !== 'object' || current === null) return { at, isExact: true };
    const [first, ...others] = Object.keys(current);
    if (first === undefined) return { at, isExact: true };
    if (others.length > 0) return { at, isExact: false };
    at.push(Array.isArray(current) ? 0 : first);
    current = (current as Record<string, unknown>)[first];
  }
}
