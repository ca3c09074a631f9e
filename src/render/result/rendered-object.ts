import { embeddedObjects } from '../../kube/embedded.ts';
import { isClusterKind } from '../../kube/identity/cluster-kinds.ts';
import type { Position, Resource } from '../../kube/resource.ts';
import { resourcesOf } from '../../kube/resources.ts';
import { isMapping, type Mapping, mapping, text } from '../../plain-values.ts';
import type { Document, Path, YamlLimits } from '../../yaml/document.ts';

/** Where an object of the output comes from, as the tool says. */
export interface Origin {
  /** The file it was written in, a path of the tree; undefined where a generator made it, or the tool does not say. */
  readonly file: string | undefined;
  /** The kustomization whose generator made it. */
  readonly generatedBy: string | undefined;
  /** The kustomizations that changed it, in order. */
  readonly changedBy: readonly string[];
}

/** Finds the line of the repository's source that a place in a rendered object comes from. */
export type Locate = (object: RenderedDocument, path: Path) => Position;

/** One document of a tool's output: its places are those of the source, as far as they can be found. */
export class RenderedDocument implements Document {
  readonly value: unknown;
  readonly line = 1;
  readonly duplicateKeys = [];
  readonly origin: Origin;
  /** Whether it can hold other objects. */
  readonly mayEmbed: boolean;
  readonly #locate: Locate;

  constructor(value: unknown, origin: Origin, locate: Locate, mayEmbed: boolean) {
    this.value = value;
    this.origin = origin;
    this.mayEmbed = mayEmbed;
    this.#locate = locate;
  }

  at(path: Path): Position {
    return this.#locate(this, path);
  }

  valueAt(path: Path): Position {
    return this.#locate(this, path);
  }

  /** The style in the source is not known. */
  styleAt(): undefined {
    return undefined;
  }
}

/**
 * The objects of rendered documents, those inside others as well. `file` is the root's own file: objects that state no
 * namespace are those of one unknown namespace, the root's.
 */
export function objectsOf(
  documents: readonly RenderedDocument[],
  file: string,
  limits: YamlLimits,
): readonly Resource[] {
  return documents.flatMap((document) => {
    const own = resourcesOf(document, file);
    return document.mayEmbed ? [...own, ...embeddedObjects(document, file, own, limits)] : own;
  });
}

/** The object with the namespace it is installed into, where it states none. */
export function inNamespace(value: unknown, namespace: string | undefined): unknown {
  if (namespace === undefined || !isMapping(value)) return value;
  const kind = text(value.kind) ?? '';
  const metadata = mapping(value.metadata);
  if (isClusterKind(kind) || text(metadata.namespace) !== undefined) return value;
  return { ...value, metadata: { ...metadata, namespace } };
}

/** The part of an object that is not the tool's own notes. */
export function withoutAnnotations(value: Mapping, names: readonly string[]): Mapping {
  const metadata = mapping(value.metadata);
  if (!isMapping(metadata.annotations)) return value;
  const kept = Object.entries(metadata.annotations).filter(([name]) => !names.includes(name));
  const { annotations: _, ...rest } = metadata;
  const own = kept.length === 0 ? rest : { ...rest, annotations: Object.fromEntries(kept) };
  return { ...value, metadata: own };
}
