import type { Document, Unreadable } from '../yaml/document.ts';
import type { Resource } from './resource.ts';

/** The name of a scope: the set of files that make up one cluster (how-it-judges.md, "Scopes"). */
export type Scope = string;

/** How a touched file could be read. */
export type Structure =
  /** Parsed as YAML or JSON (parts of it may be unreadable). */
  | 'manifest'
  /** A Helm template below a Chart.yaml: read line by line, without structure. */
  | 'template'
  /** Text that is not a manifest. */
  | 'text'
  | 'binary'
  /** Over a size limit: not read. */
  | 'oversize'
  | 'symlink'
  | 'submodule'
  /** A git-lfs pointer: the content is not in the repository. */
  | 'lfs-pointer';

/** One side of a touched file. */
export interface FileSide {
  readonly id: string;
  readonly mode: string;
  readonly size: number;
  readonly structure: Structure;
  /** The decoded text (UTF-8, or UTF-16 with a BOM, as YAML is); empty where it was not read. */
  readonly text: string;
  /** The raw bytes; empty where it was not read. */
  readonly bytes: Buffer;
  readonly documents: readonly Document[];
  /** The Kubernetes objects of these documents, lists opened. */
  readonly resources: readonly Resource[];
  /** Of a Helm template of which an installation decides a part: its objects in each way it may be installed, one list for ways that are alike (template/installation.ts). */
  readonly ways?: readonly (readonly Resource[])[];
  readonly unreadable: readonly Unreadable[];
}

/** How a generator of a kustomization packs a file: each of its lines as a key, or all of it under one. */
export type Packed = 'env' | 'file';

/** What a generator makes of a file. */
export interface Generated {
  readonly as: Packed;
  /** Whether it becomes a Secret, else a ConfigMap. */
  readonly inSecret: boolean;
}

/** A path whose content differs between the two trees. */
export interface TouchedFile {
  readonly path: string;
  readonly scope: Scope;
  readonly before: FileSide | undefined;
  readonly after: FileSide | undefined;
  /** Where identical content was, when this path is the new place of a moved file. */
  readonly movedFrom: string | undefined;
  /** Whether it is a source of Jsonnet or CUE in a folder with manifests, so that it is computed where these are delivered. */
  readonly isNextToManifests?: boolean;
  /** Whether a kustomization of each side names it, so that it is delivered whatever it is called. */
  readonly isNamed?: { readonly before: boolean; readonly after: boolean };
  /** What a generator of an unchanged kustomization makes of it. */
  readonly generated?: Generated;
}
