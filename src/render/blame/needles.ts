import { isMapping, isSameValue, scalarText } from '../../plain-values.ts';
import type { Path } from '../../yaml/document.ts';
import { imageParts } from '../model/image.ts';
import { changedValues } from './values-lines.ts';

/** A text to look for among the changed lines, and how much it tells. */
export interface Needle {
  readonly text: string;
  readonly weight: number;
}

/** What says most: a value that the object had not before. */
const fresh = 8;
const most = 200;

/** Texts to look for. */
interface Needles {
  readonly needles: readonly Needle[];
  /** Whether they are of other places of the object, and of more than one, so that any of them may have nothing to do with it. */
  readonly isElsewhere: boolean;
}

/**
 * The texts that a change of `path` would have brought: the scalars there that the former object had not, and, with less
 * weight, those it had. Where nothing there differs, its other kind or namespace, or what differs anywhere in the object.
 */
export function needlesOf(value: unknown, before: unknown, path: Path): Needles {
  const scalars = [...scalarsUnder(valueAt(value, path)), ...decodedAt(value, path)].map(openVariable);
  const last = path.at(-1);
  // A label or annotation that is new is its key as well.
  const isNew = valueAt(before, path) === undefined && valueAt(value, path) !== undefined;
  if (typeof last === 'string' && !(last in fieldNames) && isNew) scalars.push(last);
  const old = new Set(scalarsUnder(valueAt(before, path.slice(0, 1))));
  if (last === 'image') scalars.push(...newImageParts(valueAt(value, path), valueAt(before, path)));
  const needles = scalars.map((text) => ({ text, weight: before !== undefined && old.has(text) ? 1 : fresh }));
  const own = { needles, isElsewhere: false };
  if (before === undefined || needles.some(({ weight }) => weight === fresh)) return own;
  for (const field of identity) {
    const stated = scalarText(valueAt(value, field));
    if (stated !== '' && stated !== scalarText(valueAt(before, field)))
      return { needles: [{ text: stated, weight: fresh }], isElsewhere: false };
  }
  const changed = differing(value, before).map((text) => ({ text: openVariable(text), weight: fresh }));
  return changed.length > 0 ? { needles: changed, isElsewhere: !isOneChange(value, before, path) } : own;
}

/** What another value of makes all of an object another one. */
const identity: readonly Path[] = [['kind'], ['metadata', 'namespace']];

/** Whether only one value of the field that a place is in has changed. */
function isOneChange(value: unknown, before: unknown, path: Path): boolean {
  const [now, old] = [value, before].map((each) => valueAt(each, path.slice(0, 1)));
  return changedValues(now, old).length === 1;
}

/** The name, tag and digest of an image that are new: sources state them apart. */
function newImageParts(image: unknown, before: unknown): readonly string[] {
  const parts = imageParts(scalarText(image)) ?? [];
  return parts.flatMap((part = '') => (part === '' || scalarText(before).includes(part) ? [] : part));
}

/** The names of the fields in which an object differs from its former state, and of those they are in. */
export function differingFields(value: unknown, before: unknown, inside = '', found = new Set<string>()): Set<string> {
  if (found.size >= most) return found;
  if (isMapping(value) && isMapping(before)) {
    for (const key of new Set([...Object.keys(value), ...Object.keys(before)])) {
      if (!isSameValue(value[key], before[key])) differingFields(value[key], before[key], key, found);
    }
  } else if (Array.isArray(value) && Array.isArray(before) && value.length === before.length) {
    for (const [index, item] of value.entries()) differingFields(item, before[index], inside, found);
  } else if (inside !== '' && !isSameValue(value, before)) found.add(inside);
  return found;
}

/** Whether an object lacks something that its former state had. */
export function hasLost(value: unknown, before: unknown): boolean {
  if (isMapping(before)) {
    return !isMapping(value) || Object.keys(before).some((key) => hasLost(value[key], before[key]));
  }
  if (Array.isArray(before)) {
    return (
      !Array.isArray(value) || before.length > value.length || before.some((item, index) => hasLost(value[index], item))
    );
  }
  return before !== undefined && before !== null && (value === undefined || value === null);
}

/** A variable alone without its end: the source may have a default there. */
function openVariable(text: string): string {
  return /^\$\{\w{1,200}\}$/.test(text) ? text.slice(0, -1) : text;
}

/** What the base64 of a Secret says: sources have it as it is, and only rendering encodes it. */
function decodedAt(value: unknown, path: Path): string[] {
  if (!isMapping(value) || value.kind !== 'Secret' || path[0] !== 'data') return [];
  return scalarsUnder(valueAt(value, path)).flatMap((encoded) => {
    const text = Buffer.from(encoded, 'base64').toString('utf8');
    return text !== '' && !text.includes('\ufffd') ? [text] : [];
  });
}

/** Names of fields of the API, which are not new by themselves. */
const fieldNames: Readonly<Record<string, true>> = Object.fromEntries(
  `rules verbs resources apiGroups resourceNames nonResourceURLs roleRef subjects name kind namespace metadata labels
   annotations spec template serviceAccountName aggregationRule data stringData`
    .split(/\s+/)
    .map((name) => [name, true]),
);

/** The scalars of an object that its former state had not at the same place, and the names of what it had not at all. */
function differing(value: unknown, before: unknown, found: string[] = []): string[] {
  if (found.length >= most) return found;
  if (Array.isArray(value)) {
    const old = new Set(scalarsUnder(before));
    for (const text of scalarsUnder(value)) if (!old.has(text)) found.push(text);
  } else if (isMapping(value)) {
    const old = isMapping(before) ? before : {};
    for (const [key, item] of Object.entries(value)) {
      if (!Object.hasOwn(old, key) && !(key in fieldNames)) found.push(key);
      differing(item, old[key], found);
    }
  } else if (scalarText(value) !== '' && scalarText(value) !== scalarText(before)) found.push(scalarText(value));
  return found;
}

/** The scalars of a value, each once. */
export function scalarsUnder(value: unknown, found: string[] = []): string[] {
  if (found.length >= most) return found;
  if (Array.isArray(value)) for (const item of value) scalarsUnder(item, found);
  else if (isMapping(value)) for (const item of Object.values(value)) scalarsUnder(item, found);
  else if (scalarText(value) !== '' && !found.includes(scalarText(value))) found.push(scalarText(value));
  return found;
}

/** The value at a path; a step inside a text is one of its lines. */
export function valueAt(value: unknown, path: Path): unknown {
  let current = value;
  for (const step of path) {
    if (Array.isArray(current)) current = typeof step === 'number' ? current[step] : undefined;
    // A place inside a text is one of its lines.
    else if (typeof current === 'string' && typeof step === 'number') current = current.split('\n')[step];
    else current = isMapping(current) ? current[String(step)] : undefined;
  }
  return current;
}
