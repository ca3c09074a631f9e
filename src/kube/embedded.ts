import { type Mapping, mapping, scalarText } from '../plain-values.ts';
import type { Document, Path, Place, ScalarStyle, YamlLimits } from '../yaml/document.ts';
import { parseYaml } from '../yaml/parse-yaml.ts';
import { carriedFields, isWhole } from './identity/carriers.ts';
import { templateObjects } from './openshift-template.ts';
import { none, type PolicyState, policyState } from './policy-state.ts';
import { rbacKinds } from './rbac-kinds.ts';
import type { Resource } from './resource.ts';
import { resourcesOf } from './resources.ts';
import { readTemplate } from './template/actions.ts';

const groups = /^(?:rbac\.authorization\.k8s\.io\/|authorization\.openshift\.io\/|v1$)/;
const content = ['rules', 'subjects', 'roleRef', 'aggregationRule', 'userNames', 'groupNames', 'data', 'stringData'];
/** Manifests inside a string inside a string: one a controller unpacks, and one more. */
const deepest = 2;

/**
 * Roles, bindings and Secrets that are inside another object: a chart's `extraObjects`, the values of a HelmRelease, the
 * objects of an OpenShift Template, what a policy of Open Cluster Management enforces; roles and bindings also in its strings: a
 * manifest in a ConfigMap, an inline patch of a kustomization. Of what has other objects applied (carriers.ts) also namespaces, policies and the
 * like, as mappings and in its strings. `resources` are those the document has at its surface.
 */
export function embeddedObjects(
  document: Document,
  file: string,
  resources: readonly Resource[],
  limits: YamlLimits,
): Resource[] {
  const surface = new Set<unknown>(resources.map(({ value }) => value));
  const found: Resource[] = [];
  search({ document, file, surface, limits, depth: 0, policy: none, carried: 'nothing', found }, document.value, []);
  return found;
}

interface Walk {
  readonly document: Document;
  readonly file: string;
  /** What was found already; texts too, for aliases repeat them. */
  readonly surface: Set<unknown>;
  readonly limits: YamlLimits;
  readonly depth: number;
  /** Where the string that is looked through is; undefined at the surface. */
  readonly within?: Resource['within'];
  readonly policy: PolicyState;
  /** Whether whole manifests are applied here, or below which fields of the object around. */
  readonly carried: 'nothing' | 'everything' | readonly string[];
  readonly found: Resource[];
}

/** `path` changes as the walk goes on: what keeps it copies it. */
function search(walk: Walk, value: unknown, path: (string | number)[]): void {
  if (typeof value === 'string') {
    if (walk.depth < deepest && (mayHoldRoles(value) || (walk.carried === 'everything' && mayHoldManifest(value))))
      inText(walk, value, [...path]);
  } else if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) step(walk, value[index], path, index);
  } else if (typeof value === 'object' && value !== null) inMapping(walk, mapping(value), path);
}

function step(walk: Walk, value: unknown, path: (string | number)[], name: string | number): void {
  path.push(name);
  search(walk, value, path);
  path.pop();
}

function inMapping(walk: Walk, value: Mapping, path: (string | number)[]): void {
  const { document, file, surface } = walk;
  if (!surface.has(value) && (isEmbedded(value) || isList(value))) {
    const objects = resourcesOf(new Part(document, [...path], versioned(value)), file);
    // What a policy only looks at, or forbids, is not made; but a Secret in it is there to be read.
    for (const each of objects)
      if (!surface.has(each.value) && (walk.policy.isApplied || (each.kind === 'Secret' && holdsData(each.value))))
        walk.found.push(marked(each, walk.within ?? { document, path: [...path] }));
    return;
  }
  const isApplied = walk.carried === 'everything' && walk.policy.isApplied;
  if (isApplied && !surface.has(value) && isWhole(value)) addWhole(walk, value, path);
  const policy = policyState(value, walk.policy);
  const carried = walk.carried === 'everything' ? walk.carried : (carriedFields(value) ?? walk.carried);
  const inside = policy === walk.policy && carried === walk.carried ? walk : { ...walk, policy, carried };
  const below: Walk = typeof carried === 'string' ? inside : { ...inside, carried: 'everything' };
  const objects = templateObjects(value);
  for (const key of Object.keys(value)) {
    const isSubstituted = key === 'objects' && objects !== undefined;
    const isField = typeof carried !== 'string' && carried.includes(key);
    step(isField ? below : inside, isSubstituted ? objects : value[key], path, key);
  }
}

/** What is inside it is looked through as well. */
function addWhole({ document, file, surface, found, within }: Walk, value: Mapping, path: Path): void {
  const own = [...path];
  for (const each of resourcesOf(new Part(document, own, value), file)) {
    if (surface.has(each.value)) continue;
    // Aliases repeat it.
    surface.add(each.value);
    found.push(marked(each, within ?? { document, path: own }));
  }
}

/** Whether an object grants or binds something: a mere reference to a role does neither. */
function isEmbedded(value: Mapping): boolean {
  const { apiVersion, kind, metadata } = value;
  if (typeof kind !== 'string' || typeof metadata !== 'object') return false;
  const isOpen = kind.includes('{{') || kind.includes('${');
  if (!isOpen && !rbacKinds.includes(kind) && (kind !== 'Secret' || apiVersion === undefined)) return false;
  if (apiVersion !== undefined && (typeof apiVersion !== 'string' || !groups.test(apiVersion))) return false;
  return content.some((field) => value[field] !== undefined) || asksForToken(value);
}

const holdsData = ({ data, stringData }: Mapping): boolean => data !== undefined || stringData !== undefined;

/** A Secret that a controller fills with a token of an account, and that holds nothing yet. */
function asksForToken(value: Mapping): boolean {
  return value.kind === 'Secret' && value.type === 'kubernetes.io/service-account-token' && !holdsData(value);
}

function mayHoldRoles(text: string): boolean {
  return text.includes('Role') && text.includes('kind') && text.includes('metadata');
}

function mayHoldManifest(text: string): boolean {
  return text.includes('apiVersion') && text.includes('kind') && text.includes('metadata');
}

function inText(walk: Walk, text: string, path: Path): void {
  // Aliases repeat one string; what it holds is read once.
  if (walk.surface.has(text)) return;
  walk.surface.add(text);
  // Charts take such strings as templates.
  const documents = text.includes('{{')
    ? readTemplate(text, walk.limits)
    : parseYaml(Buffer.from(text), walk.limits).documents;
  for (const inner of documents) {
    const document = new Quoted(inner, walk.document, path);
    const found: Resource[] = [];
    const within = walk.within ?? { document: walk.document, path };
    search({ ...walk, document, depth: walk.depth + 1, within, found }, inner.value, []);
    // Its Secrets are found where the string is judged.
    for (const each of found) {
      const { kind, value } = each;
      if (rbacKinds.includes(kind) || isWhole(value) || asksForToken(value)) walk.found.push(each);
    }
  }
}

/** Kustomize takes patches that state no version. */
function versioned(value: object): object {
  const { apiVersion, kind } = mapping(value);
  return apiVersion === undefined && rbacKinds.includes(scalarText(kind))
    ? { apiVersion: 'rbac.authorization.k8s.io/v1', ...value }
    : value;
}

/** Typed lists, whose items say neither kind nor version. */
function isList(value: unknown): boolean {
  return /^(?:Cluster)?Role(?:Binding)?List$/.test(scalarText(mapping(value).kind));
}

function marked(resource: Resource, within: NonNullable<Resource['within']>): Resource {
  return Object.assign(resource, { isEmbedded: true, within });
}

/** The objects at a place of a document, inside another object, with their places in the file. */
export function objectsInside({ document, file, path: outer }: Resource, path: Path, value: unknown): Resource[] {
  return resourcesOf(new Part(document, [...outer, ...path], value), file).map((each) =>
    marked(each, { document, path: [...outer, ...path] }),
  );
}

/** A part of a document, as a document. */
class Part implements Document {
  readonly duplicateKeys = [];
  readonly value: unknown;
  readonly #whole: Document;
  readonly #path: Path;

  constructor(whole: Document, path: Path, value: unknown) {
    this.#whole = whole;
    this.#path = path;
    this.value = value;
  }

  get line(): number {
    return this.at([]).line;
  }

  at(path: Path): Place {
    return this.#whole.at([...this.#path, ...path]);
  }

  valueAt(path: Path): Place {
    return this.#whole.valueAt([...this.#path, ...path]);
  }

  styleAt(path: Path): ScalarStyle | undefined {
    return this.#whole.styleAt([...this.#path, ...path]);
  }
}

/** The documents that are in a string of another, with their places in its file. */
export function documentsInside(text: string, outer: Document, path: Path, limits: YamlLimits): readonly Document[] {
  return parseYaml(Buffer.from(text), limits).documents.map((inner) => new Quoted(inner, outer, path));
}

/** A document that is in a string of another: its lines are the file's where the string is a literal block. */
class Quoted implements Document {
  readonly duplicateKeys = [];
  readonly value: unknown;
  readonly #inner: Document;
  readonly #outer: Document;
  readonly #path: Path;

  constructor(inner: Document, outer: Document, path: Path) {
    this.value = inner.value;
    this.#inner = inner;
    this.#outer = outer;
    this.#path = path;
  }

  get line(): number {
    return this.#placed({ line: this.#inner.line, column: 1 }).line;
  }

  at(path: Path): Place {
    return this.#placed(this.#inner.at(path));
  }

  valueAt(path: Path): Place {
    return this.#placed(this.#inner.valueAt(path));
  }

  styleAt(path: Path): ScalarStyle | undefined {
    return this.#inner.styleAt(path);
  }

  #placed({ line, column }: Place): Place {
    if (this.#outer.styleAt(this.#path) !== 'literal') return this.#outer.at(this.#path);
    const start = this.#outer.valueAt(this.#path);
    return { line: start.line + line - 1, column: start.column + column - 1 };
  }
}
