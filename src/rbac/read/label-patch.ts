import type { Position } from '../../kube/resource.ts';
import type { TouchedFile } from '../../kube/touched-file.ts';
import { canonical, isMapping, type Mapping, mapping, scalarText, text } from '../../plain-values.ts';
import type { Document, Path, YamlLimits } from '../../yaml/document.ts';
import { parseYaml } from '../../yaml/parse-yaml.ts';

/** A label that puts a role into `admin`, `edit` or `view`, given to roles that are elsewhere. */
export interface LabelPatch {
  /** `rbac.authorization.k8s.io/aggregate-to-view=true` */
  readonly label: string;
  /** What gives the label: the object's name, where it has one. */
  readonly name: string;
  readonly position: Position;
}

const prefix = 'rbac.authorization.k8s.io/aggregate-to-';
/** As a JSON pointer (RFC 6901) writes it. */
const pointed = prefix.replace('/', '~1');
const limits: YamlLimits = { bytes: 1_000_000, documents: 100, depth: 60, aliases: 100, expandedNodes: 50_000 };

interface Found {
  readonly label: string;
  readonly name: string;
  readonly path: Path;
  /** Equal for what says the same of the same. */
  readonly key: string;
}

/** What surrounds a value: the name of its object, and what of its list item makes it another one. */
interface Around {
  readonly name: string;
  readonly item: unknown;
  /** The list item around that one: of an operation the patch, with what it is about. */
  readonly outer?: unknown;
}

/**
 * Aggregation labels that a file has and had not, outside the roles that state their own rules: patches, the labels
 * a kustomization gives all it holds, Flux' commonMetadata, values of a chart. What they grant is known only when it is built.
 */
export function newLabelPatches({ path, before, after }: TouchedFile): LabelPatch[] {
  if (after === undefined || !namesLabel(after.text)) return [];
  const known = new Set(before?.documents.flatMap(labelsIn).map(({ key }) => key));
  return after.documents.flatMap((document) =>
    labelsIn(document)
      .filter(({ key }) => !known.has(key))
      .map(({ label, name, path: place }) => ({ label, name, position: { file: path, ...document.at(place) } })),
  );
}

/** Escapes of YAML and JSON that may be a part of a label; of strings in strings there are several backslashes. */
const escapes = /(?<!\\)\\+(?:\/|\r?\n[ \t]*|x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8}))/g;

/** Whether a text may give such a label, whatever of it is escaped. */
function namesLabel(source: string): boolean {
  const isNamed = (text: string) => text.includes(prefix) || text.includes(pointed);
  return isNamed(source) || (source.includes('\\') && isNamed(source.replace(escapes, unescaped)));
}

function unescaped(found: string, ...codes: readonly (string | undefined)[]): string {
  const code = codes.slice(0, 3).find((each) => each !== undefined);
  if (code === undefined) return found.endsWith('/') ? '/' : '';
  return String.fromCharCode(Number.parseInt(code, 16));
}

function labelsIn(document: Document): Found[] {
  return [...search(document.value, [], { name: '', item: null }, new Set())];
}

function* search(value: unknown, path: Path, around: Around, read: Set<string>): Generator<Found> {
  if (typeof value === 'string') {
    // Aliases repeat one string; what it holds is read once.
    if (!namesLabel(value) || read.has(value)) return;
    read.add(value);
    for (const { value: inner } of parseYaml(Buffer.from(value), limits).documents) {
      if (typeof inner !== 'object') continue;
      for (const found of search(inner, path, around, read)) yield { ...found, path };
    }
  } else if (Array.isArray(value)) {
    for (const [index, item] of value.entries())
      yield* search(item, [...path, index], { ...around, item, outer: around.item }, read);
  } else if (typeof value === 'object' && value !== null) {
    yield* inMapping(value as Mapping, path, around, read);
  }
}

function* inMapping(value: Mapping, path: Path, around: Around, read: Set<string>): Generator<Found> {
  if (statesRules(value) || isNeverSelected(value, path)) return;
  const own = nameOf(value);
  const inside = own === '' ? around : { ...around, name: own };
  const added = addedByPatch(value);
  if (added !== undefined) {
    const label = `${added}=${scalarText(value.value)}`;
    yield { label, name: inside.name, path: [...path, 'path'], key: canonical([label, around.outer]) };
  }
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'matchLabels' || key === 'matchExpressions') continue;
    if (key.startsWith(prefix)) {
      const label = `${key}=${scalarText(inner)}`;
      const place = path.filter((step) => typeof step === 'string');
      yield {
        label,
        name: inside.name,
        path: [...path, key],
        key: canonical([label, inside.name, place, inside.item]),
      };
    } else yield* search(inner, [...path, key], inside, read);
  }
}

/** The label that an operation of a JSON patch (RFC 6902) gives by its path. */
function addedByPatch({ op, path }: Mapping): string | undefined {
  if (op !== 'add' && op !== 'replace' && op !== 'copy' && op !== 'move') return undefined;
  const pointer = '/metadata/labels/';
  const label =
    text(path)?.startsWith(pointer) === true ? text(path)?.slice(pointer.length).replaceAll('~1', '/') : undefined;
  return label?.startsWith(prefix) === true ? label.replaceAll('~0', '~') : undefined;
}

/** Whether a role is whole, so that the roles are compared with this label on it. */
function statesRules({ kind, rules, aggregationRule }: Mapping): boolean {
  return kind === 'ClusterRole' && (Array.isArray(rules) || isMapping(aggregationRule));
}

/**
 * Whether an object is whole and of a kind that no selector looks at. One inside another object may be a patch, which
 * kustomize applies to what its target names, whatever kind it states.
 */
function isNeverSelected({ kind, rules, roleRef }: Mapping, path: Path): boolean {
  const isDocument = path.every((step) => step === 'items' || typeof step === 'number');
  if (kind === 'Role') return isDocument && Array.isArray(rules);
  return isDocument && (kind === 'RoleBinding' || kind === 'ClusterRoleBinding') && isMapping(roleRef);
}

function nameOf({ metadata }: Mapping): string {
  return text(mapping(metadata).name) ?? '';
}
