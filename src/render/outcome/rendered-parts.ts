import { plainKind } from '../../kube/plain-documents.ts';
import type { Resource } from '../../kube/resource.ts';
import { withValue } from '../../kube/resources.ts';
import type { ScopeObjects } from '../../kube/scope.ts';
import type { FileSide, TouchedFile } from '../../kube/touched-file.ts';
import { isMapping, isSameValue, type Mapping, mapping, text } from '../../plain-values.ts';
import type { Document, Path } from '../../yaml/document.ts';
import { valueIn } from '../blame/values-lines.ts';
import { parsedValues } from '../model/parsed-values.ts';
import type { Side } from '../plan/plan.ts';
import type { RenderedRoot, Rendering, RootSide } from '../result/rendering.ts';
import type { Delivered } from '../roots/find-roots.ts';
import { declaredId } from '../roots/objects.ts';
import { type Declaration, declarationsOf, declaringKey, isPatch, isWhole } from './declared-parts.ts';
import { type HandedMaps, handedMaps, mapKey } from './handed-maps.ts';

/**
 * What declarations say that is in the output of the roots they declare, so that it is judged there: values of a chart of this repository, and
 * patches and labels for a folder of it. Neither is an object of its own then. What was not rendered on both sides, and what goes
 * to something outside the repository as well, stays.
 */
export class RenderedParts {
  readonly #declarations: Readonly<Record<Side, readonly Declaration[]>>;
  /** The values that ConfigMaps hand to rendered releases alone, by name and key. */
  readonly #maps: Readonly<Record<Side, HandedMaps>>;

  constructor({ roots }: Rendering, delivered: Readonly<Record<Side, Delivered>>) {
    const whole = roots.filter(isWhole);
    const others = new Set(roots.filter((root) => !isWhole(root)).map((root) => declaringKey(root.after?.root)));
    const of = (side: Side) =>
      whole.flatMap((root) => {
        const own = root[side];
        if (own === undefined || others.has(declaringKey(own.root))) return [];
        return declarationsOf(own, root.file, delivered[side]);
      });
    this.#declarations = { before: of('before'), after: of('after') };
    this.#maps = {
      before: handedMaps(this.#declarations.before, roots, delivered.before),
      after: handedMaps(this.#declarations.after, roots, delivered.after),
    };
  }

  /** An object of a file, or of what the root of `given` gives, without these parts; undefined where it is in one of them. */
  object(side: Side, resource: Resource, given?: RenderedRoot): Resource | undefined {
    const { within, isEmbedded } = resource;
    if (within !== undefined) return this.#isInPart(side, resource, within, given) ? undefined : resource;
    const parts = this.#partsOf(side, { ...headOf(resource), line: resource.document.line }, given);
    if (parts.length === 0) return resource;
    const paths = parts.map(({ part }) => part);
    const value = mapping(without(resource.value, paths));
    return isEmbedded === true ? { ...resource, value } : withValue(resource, value);
  }

  /** The objects of both sides without these parts. */
  objects({ before, after, ...rest }: ScopeObjects): ScopeObjects {
    return {
      ...rest,
      before: before.flatMap((each) => this.object('before', each) ?? []),
      after: after.flatMap((each) => this.object('after', each) ?? []),
    };
  }

  /** What a root gives without these parts. */
  root(root: RenderedRoot): RenderedRoot {
    const of = (side: Side) => {
      const own = root[side];
      return own && { ...own, objects: own.objects.flatMap((each) => this.object(side, each, root) ?? []) };
    };
    return { ...root, before: of('before'), after: of('after') };
  }

  /** A file without these parts. */
  file(file: TouchedFile): TouchedFile {
    const [before, after] = [
      this.#fileSide('before', file.before, file.movedFrom ?? file.path),
      this.#fileSide('after', file.after, file.path),
    ];
    return before === file.before && after === file.after ? file : { ...file, before, after };
  }

  #fileSide(side: Side, own: FileSide | undefined, file: string): FileSide | undefined {
    const declared = this.#declarations[side].filter((each) => each.file === file);
    if (own === undefined || declared.length === 0) return own;
    const documents = own.documents.map((document) => {
      const paths = declared.flatMap(({ line, path, parts }) =>
        line === document.line ? parts.map((part) => [...path, ...part]) : [],
      );
      return paths.length === 0 ? document : withoutParts(document, paths);
    });
    const resources = own.resources.flatMap((each) => this.object(side, each) ?? []);
    return { ...own, documents, resources };
  }

  #isInPart(
    side: Side,
    resource: Resource,
    { document, path }: NonNullable<Resource['within']>,
    given: RenderedRoot | undefined,
  ): boolean {
    for (const [depth, holder] of holders(document.value, path)) {
      const around = { ...objectIn(holder), file: resource.file, line: document.line, path: path.slice(0, depth) };
      for (const { part, declaration } of this.#partsOf(side, around, given)) {
        if (!part.every((step, index) => step === path[depth + index])) continue;
        const isShown = isPatch(part)
          ? isMet(resource, valueIn(holder, path.slice(depth, -1)), declaration.side)
          : isGivenBy(resource, declaration.side);
        if (isShown) return true;
      }
    }
    return false;
  }

  /** What of an object is in the output of roots. */
  #partsOf(side: Side, object: Placed, given: RenderedRoot | undefined): readonly Part[] {
    const { kind, group, value } = object;
    if (kind === 'ConfigMap' && group === '') return this.#handed(side, object.name, mapping(value.data));
    if (!declaringKinds.has(kind)) return [];
    const declarations = this.#declarations[side].filter((each) =>
      given === undefined ? isAt(each, object) : isGiven(each, object, given),
    );
    return declarations.flatMap((declaration) => declaration.parts.map((part) => ({ part, declaration })));
  }

  /** The keys of a ConfigMap whose values rendered releases are given. */
  #handed(side: Side, name: string, data: Mapping): readonly Part[] {
    if (this.#maps[side].size === 0) return [];
    return Object.entries(data).flatMap(([key, stated]) => {
      const handed = typeof stated === 'string' ? (this.#maps[side].get(mapKey(name, key)) ?? []) : [];
      const given = handed.length === 0 ? [] : parsedValues(stated as string);
      const isHanded = (one: Mapping) => handed.find(({ values }) => isSameValue(one, values));
      const [first] = given.map(isHanded);
      const isWhole = first !== undefined && given.every((each) => isHanded(each) !== undefined);
      return isWhole ? [{ part: ['data', key], declaration: first.declaration }] : [];
    });
  }
}

/** A part of an object, and the declaration that it is one of. */
interface Part {
  readonly part: Path;
  readonly declaration: Declaration;
}

const declaringKinds = new Set(['', plainKind, 'Kustomization', 'HelmRelease', 'Application', 'ApplicationSet']);

function isAt({ file, line, path }: Declaration, object: Placed): boolean {
  return file === object.file && line === object.line && isSameValue(path, object.path);
}

/** Whether what a root gives is a declaration: as a file has it, or as the root makes it. */
function isGiven({ id, object: written }: Declaration, object: Placed, { file }: RenderedRoot): boolean {
  const { kind, name, value } = object;
  if (written?.kind === kind && written.name === name && isSameValue(written.value.spec, value.spec)) return true;
  return id === declaredId({ ...object, file, document: 0, path: [] });
}

/** An object around another one. */
type Placed = Pick<Resource, 'group' | 'kind' | 'name' | 'namespace' | 'value' | 'file' | 'path'> & {
  readonly line: number;
};

/**
 * Whether a patch may have met an object of the output: it names one, or its target says which. Names may have got a prefix or suffix. What meets
 * nothing is judged as it is written.
 */
function isMet({ kind, name }: Resource, entry: unknown, { objects }: RootSide): boolean {
  const target = text(mapping(mapping(entry).target).kind);
  const isNamed = isMapping(mapping(entry).target);
  const wanted = target !== undefined && /^\w+$/.test(target) ? target : kind;
  return objects.some(
    (object) =>
      object.isEmbedded !== true && object.kind === wanted && (isNamed || (name !== '' && object.name.includes(name))),
  );
}

/** Whether the output has an object of values: what a condition of the chart leaves out of it may be there in a cluster. */
function isGivenBy({ group, kind, name }: Resource, { objects }: RootSide): boolean {
  return objects.some((each) => each.group === group && each.kind === kind && each.name === name);
}

/** The mappings on the way to a place, with how far along they are. */
function* holders(value: unknown, path: Path): Generator<readonly [number, Mapping]> {
  for (let depth = 0; depth < path.length; depth++) {
    const holder = valueIn(value, path.slice(0, depth));
    if (isMapping(holder) && (depth === 0 || typeof holder.kind === 'string')) yield [depth, holder];
  }
}

function objectIn(value: Mapping): Omit<Placed, 'line' | 'path' | 'file'> {
  const apiVersion = text(value.apiVersion) ?? '';
  const { name, namespace } = mapping(value.metadata);
  return {
    group: apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '',
    kind: text(value.kind) ?? '',
    name: text(name) ?? '',
    namespace: text(namespace),
    value,
  };
}

function headOf({ group, kind, name, namespace, value, file, path }: Resource): Omit<Placed, 'line'> {
  return { group, kind, name, namespace, value, file, path };
}

function withoutParts(document: Document, paths: readonly Path[]): Document {
  const value = without(document.value, paths);
  return {
    value,
    line: document.line,
    duplicateKeys: document.duplicateKeys,
    at: (path) => document.at(path),
    valueAt: (path) => document.valueAt(path),
    styleAt: (path) => document.styleAt(path),
  };
}

/** A value without what is at these paths. */
function without(value: unknown, paths: readonly Path[]): unknown {
  const own = paths.filter(([first]) => first !== undefined);
  if (own.length === 0) return value;
  const inside = (key: string | number, item: unknown) =>
    without(
      item,
      own.flatMap(([first, ...rest]) => (first === key && rest.length > 0 ? [rest] : [])),
    );
  if (Array.isArray(value)) return value.map((item, index) => inside(index, item));
  if (!isMapping(value)) return value;
  const gone = new Set(own.flatMap((path) => (path.length === 1 ? [String(path[0])] : [])));
  const entries = Object.entries(value).filter(([key]) => !gone.has(key));
  return Object.fromEntries(entries.map(([key, item]) => [key, inside(key, item)]));
}
