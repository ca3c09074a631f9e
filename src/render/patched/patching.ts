import type { Position, Resource } from '../../kube/resource.ts';
import { isMapping, mapping, text } from '../../plain-values.ts';
import type { Path } from '../../yaml/document.ts';
import type { Delivered } from '../roots/find-roots.ts';
import type { Layer } from './patch-layers.ts';

export type Sides = Readonly<Record<'before' | 'after', Delivered>>;

/** What lists patches, on both sides. */
export interface Patching {
  /** The file that the objects are held together by. */
  readonly file: string;
  readonly before: readonly Layer[];
  readonly after: readonly Layer[];
  /** The objects that it lays them over, as they are after the change; those before tell which are gone. */
  readonly bases: Readonly<Record<'before' | 'after', (isWanted: IsWanted) => readonly Resource[]>>;
  /** Whether what it makes of objects that are here is judged as it is rendered. */
  readonly isRendered: boolean;
  readonly elsewhere: (path: Path) => Position;
  /** Whether it takes in what is not in the repository, so that its patches may be for objects that are not here. */
  readonly isOpen: () => boolean;
  /** Whether it did so before the change. */
  readonly wasOpen: () => boolean;
}

export type IsWanted = (bytes: Buffer) => boolean;

/** An object with what is laid over it on both sides. */
export interface Compared {
  /** Equal where the same happens to the same object. */
  readonly key: string;
  readonly before: Resource | undefined;
  readonly after: Resource | undefined;
  /** The object as it is written; undefined where it is not here. */
  readonly base?: Resource;
}

/** What patches make of the objects of one scope. */
export interface PatchedSides {
  readonly before: readonly Resource[];
  readonly after: readonly Resource[];
  /** Of objects of the repository: what all families judge, and not only what asks for pods. */
  readonly known: { readonly before: readonly Resource[]; readonly after: readonly Resource[] };
  /** Objects as they are written (`writtenKey`) that this takes the place of; those that are deleted are not there any more. */
  readonly bases: ReadonlyMap<string, 'changed' | 'deleted'>;
}

/** Is called with each patch that is judged in its place, with the object that it is laid over; that is a patch itself where it is not here. */
export type InPlace = (layer: Layer, object?: Resource) => void;

/** Kinds of which objects of the repository are compared: all but those of permissions and secrets, which are asked otherwise. */
export function isCompared({ kind }: Pick<Resource, 'kind'>): boolean {
  return !/^(?:(?:Cluster)?Role(?:Binding)?|Secret)$/.test(kind);
}

/** Kinds of which what is stated alone is compared: those with pods, namespaces and the accounts of pods. */
export function isJudged({ kind, value }: Pick<Resource, 'kind' | 'value'>): boolean {
  return /^(?:Namespace|Project|ServiceAccount)$/.test(kind) || isMapping(value.spec) || isMapping(value.template);
}

export function wantedBy(layers: readonly Layer[]): IsWanted {
  const words = layers.flatMap(({ target, value, isForAll }) => {
    if (isForAll) return ['Namespace', 'ServiceAccount', 'template'];
    const named = target ?? { kind: mapping(value).kind, name: mapping(mapping(value).metadata).name };
    const word = [text(named.name), text(named.kind)].find((each) => each !== undefined && /^[\w-]+$/.test(each));
    return word ?? '';
  });
  return (bytes) => words.some((word) => word === '' || bytes.includes(word));
}
