import type { Position, Resource } from '../../kube/resource.ts';
import { type Mapping, mapping } from '../../plain-values.ts';
import type { Document, Path, ScalarStyle } from '../../yaml/document.ts';
import { type Layer, laidOver } from './patch-layers.ts';

/** Where a layer put a value: its place in the object, and in the layer. */
interface Mark {
  readonly to: Path;
  readonly from: Path;
  readonly layer: Layer;
}

/** An object with layers over it: what they state is where they state it, and all else about where the last of them begins. */
export class PatchedResource implements Resource {
  readonly apiVersion: string;
  readonly version: string;
  readonly group: string;
  readonly kind: string;
  readonly namespace: string | undefined;
  readonly name: string;
  readonly file: string;
  readonly value: Mapping;
  readonly document: Document;
  readonly path = [];
  readonly isPatch: boolean;
  /** The object as it is written. */
  readonly written: Resource;
  readonly #marks: readonly Mark[];
  readonly #elsewhere: (path: Path) => Position;

  constructor(
    head: Resource,
    content: { readonly value: Mapping; readonly marks: readonly Mark[]; readonly isPatch: boolean },
    file: string,
    elsewhere: (path: Path) => Position,
  ) {
    this.apiVersion = head.apiVersion;
    this.version = head.version;
    this.group = head.group;
    this.kind = head.kind;
    this.namespace = head.namespace;
    this.name = head.name;
    this.file = file;
    this.value = content.value;
    this.isPatch = content.isPatch;
    this.written = head instanceof PatchedResource ? head.written : head;
    this.#marks = content.marks;
    this.#elsewhere = elsewhere;
    const at = (path: Path) => this.at(path);
    this.document = { value: this.value, line: 1, duplicateKeys: [], at, valueAt: at, styleAt: () => undefined };
  }

  at(path: Path): Position {
    const around = this.#marks.filter(({ to }) => startsWith(path, to));
    const mark = around.reduce<Mark | undefined>(
      (best, each) => (best === undefined || each.to.length >= best.to.length ? each : best),
      undefined,
    );
    if (mark !== undefined) return mark.layer.at([...mark.from, ...path.slice(mark.to.length)]);
    const inside = this.#marks.findLast(({ to }) => startsWith(to, path));
    return inside === undefined ? this.#elsewhere(path) : inside.layer.at(inside.from);
  }

  /** The same under another name, or in another namespace. */
  called(name: string, namespace: string | undefined): PatchedResource {
    const metadata = { ...mapping(this.value.metadata), name, ...(namespace === undefined ? {} : { namespace }) };
    const content = { value: { ...this.value, metadata }, marks: this.#marks, isPatch: this.isPatch };
    return Object.assign(new PatchedResource(this, content, this.file, this.#elsewhere), { name, namespace });
  }

  valueAt(path: Path): Position {
    return this.at(path);
  }

  styleAt(): ScalarStyle | undefined {
    return undefined;
  }
}

function startsWith(path: Path, start: Path): boolean {
  return start.every((step, index) => path[index] === step);
}

/** What layers make of an object, in their order; undefined where one deletes it. `file` is what holds the result together. */
export function withLayers(
  base: Resource,
  layers: readonly Layer[],
  file: string,
  elsewhere: (path: Path) => Position,
): Resource | undefined {
  const marks: Mark[] = [];
  let value: Mapping | undefined = base.value;
  for (const layer of layers) {
    if (value === undefined) return undefined;
    value = laidOver(layer, value, base, (to, from) => marks.push({ to, from, layer }));
  }
  if (value === undefined) return undefined;
  const last = layers.at(-1);
  const place = last === undefined ? elsewhere : () => last.at([]);
  return new PatchedResource(base, { value, marks, isPatch: base.isPatch === true }, file, place);
}

/** An object with layers over it that a further one deletes: as it was, where that is said. */
export function deletedObject(base: Resource, layers: readonly Layer[], file: string, by: Layer): Resource | undefined {
  const was = withLayers(base, layers, file, () => by.at([]));
  return was && new PatchedResource(base, { value: was.value, marks: [], isPatch: false }, file, () => by.at([]));
}

/** The layer by which an object with layers over it is no longer there. */
export function deletingLayer(base: Resource, layers: readonly Layer[]): Layer | undefined {
  let value: Mapping | undefined = base.value;
  return layers.find((layer) => {
    value = value && laidOver(layer, value, base, () => {});
    return value === undefined;
  });
}

/** An object as it is written, whatever is laid over it. */
export function writtenAs(resource: Resource): Resource {
  return resource instanceof PatchedResource ? resource.written : resource;
}

/** What an object is known by in the file that writes it, whatever is laid over it. */
export function writtenKey(resource: Resource): string {
  const { file, group, kind, namespace, name } = writtenAs(resource);
  return JSON.stringify([file, group, kind, namespace, name]);
}
