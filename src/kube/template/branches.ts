import { groupBy } from '../../groups.ts';
import { isMapping, json, mapping, scalarText } from '../../plain-values.ts';
import type { Document, Path, Place, YamlFile, YamlLimits } from '../../yaml/document.ts';
import { parseYaml } from '../../yaml/parse-yaml.ts';

/** Readings of one template: of what several branches say of one field, each reading takes the one before. */
const mostReadings = 12;
/** Put in the place of the first letter of a key that is passed over: private use, and not among those that hide actions. */
const passed = 0xf000;
const passedKey = /^[\uf000-\uf0ff]/;

interface Readings {
  readonly documents: readonly Document[];
  /** What other branches make of them. */
  readonly branches: readonly Document[];
  /** Whether every branch is in some reading. */
  readonly isWhole: boolean;
}

/**
 * Reads a template whose actions are hidden, every branch of its conditions: where two say the same field, YAML takes the last
 * one, so that the text is read again without it, until each was taken once. Fields of different conditions change together: not every combination
 * is read.
 */
export function readBranches(text: string, limits: YamlLimits): Readings {
  const documents = parse(text, limits);
  const branches: Document[] = [];
  let [rest, read] = [text, documents];
  for (let round = 0; ; round++) {
    const found = read.map(({ duplicateKeys }) => lastOf(duplicateKeys));
    if (found.every((places) => places.length === 0)) return { documents, branches, isWhole: true };
    if (round === mostReadings || found.length !== documents.length) return { documents, branches, isWhole: false };
    rest = without(
      rest,
      found.flat().map(({ place }) => place),
      String.fromCharCode(passed + round),
    );
    read = parse(rest, limits);
    const isOther = (each: Document, index: number) => tellsMore(each.value, documents[index]?.value);
    branches.push(
      ...read.filter((each, index) => found[index]?.some(({ path }) => !isPlain(path) || isOther(each, index))),
    );
  }
}

/** Labels that decide: by which roles take others in, and what a namespace demands of its pods. */
const telling = /rbac\.authorization\.k8s\.io|pod-security\.kubernetes\.io\/|openshift\.io\/run-level/;

/** Whether a reading is of another group than the first, or has a label that decides. */
function tellsMore(value: unknown, first: unknown): boolean {
  const [group, other] = [value, first].map((each) => scalarText(mapping(each).apiVersion).split('/', 1)[0]);
  return group !== other || telling.test(json(mapping(mapping(value).metadata).labels));
}

/** Whether a field says nothing of what an object is: charts choose versions and labels by conditions. */
function isPlain([first, second]: Path): boolean {
  return first === 'apiVersion' || (first === 'metadata' && (second === 'labels' || second === 'annotations'));
}

function parse(text: string, limits: YamlLimits): YamlFile['documents'] {
  return parseYaml(Buffer.from(text), limits).documents;
}

/**
 * Of each field that occurs more than once where it counts, the last occurrence; of one inside another one the inner one first, so that all its
 * branches are read before the outer one gives way.
 */
function lastOf(duplicates: Document['duplicateKeys']): Document['duplicateKeys'] {
  const groups = [...groupBy(duplicates, ({ path }) => json(path)).values()].flatMap((group) => group.slice(-1));
  const isBelow = (inner: Path, outer: Path) =>
    inner.length > outer.length && outer.every((step, index) => step === inner[index]);
  const counting = groups.filter(({ path, place }) =>
    groups.every((outer) => !isBelow(path, outer.path) || isAfter(place, outer.place)),
  );
  return counting.filter(({ path }) => !counting.some((inner) => isBelow(inner.path, path)));
}

function isAfter(one: Place, other: Place): boolean {
  return one.line > other.line || (one.line === other.line && one.column > other.column);
}

/** The text with other keys at these places, as long as before. */
function without(text: string, places: readonly Place[], letter: string): string {
  const lines = text.split('\n');
  for (const { line, column } of places) {
    const own = lines[line - 1] ?? '';
    const at = column - (/["']/.test(own[column - 1] ?? '') ? 0 : 1);
    lines[line - 1] = own.slice(0, at) + letter + own.slice(at + 1);
  }
  return lines.join('\n');
}

/** A value without the keys that a reading passes over. */
export function withoutPassed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPassed);
  if (!isMapping(value)) return value;
  const copy = Object.create(null);
  for (const [key, item] of Object.entries(value)) if (!passedKey.test(key)) copy[key] = withoutPassed(item);
  return copy;
}
