import type { Position } from '../../kube/resource.ts';
import type { Mapping } from '../../plain-values.ts';
import type { Path } from '../../yaml/document.ts';
import type { Gap } from './gap.ts';
import { inFolder, isWithin } from './paths.ts';

/** A place in the declaration of a root: a path in a document of a file. */
export interface Declared {
  readonly file: string;
  /** Which document of the file, from 0. */
  readonly document: number;
  readonly at: Path;
}

/** A kustomization; `options` is laid over it as a kustomization of its own would. */
export interface KustomizeSource {
  readonly kind: 'kustomize';
  readonly folder: string;
  readonly options: Mapping;
  /** For the charts it inflates, beyond those of the run. */
  readonly apiVersions?: readonly string[];
  readonly kubeVersion?: string | undefined;
}

/** Plain manifests, and kustomizations among them (Flux makes a kustomization of a folder that has none). */
export interface FilesSource {
  readonly kind: 'files';
  readonly files: readonly string[];
  readonly kustomizations: readonly string[];
  readonly options: Mapping;
}

/** A chart as it is installed. */
export interface HelmSource {
  readonly kind: 'helm';
  readonly chart: string;
  readonly release: string;
  readonly namespace: string | undefined;
  /** Values files, the last one wins. */
  readonly valueFiles: readonly string[];
  /** Values that the declaration states itself; they win over the files. */
  readonly values: readonly Mapping[];
  /** `--set` and `--set-string`; they win over all values. */
  readonly parameters: readonly { readonly name: string; readonly value: string; readonly isText: boolean }[];
  /** API versions and the Kubernetes version that the declaration states instead of the cluster's. */
  readonly apiVersions?: readonly string[];
  readonly kubeVersion?: string | undefined;
  readonly skipCrds: boolean;
  /** What a post-renderer of kustomize changes. */
  readonly options: Mapping;
}

export type Source = KustomizeSource | FilesSource | HelmSource;

/** Variables that Flux puts into what was built (spec.postBuild). */
export interface Substitution {
  readonly values: ReadonlyMap<string, string>;
  /** Whether something that is not known here (a Secret, a ConfigMap of the cluster alone) may set more of them, or others. */
  readonly isOpen: boolean;
}

/** Why a root is not built though it is declared. */
export interface Unbuilt {
  readonly why: string;
  /** What of the files may decide about permissions: `a file that its generator reads`. */
  readonly by: string;
  /** What else it hangs on, as it is stated. */
  readonly stated?: string;
  /** Files that decide what it delivers and that are not read as whoever delivers it reads them. */
  readonly unread: readonly string[];
}

/** The reason of a root whose folder or chart is not in the tree: it delivers nothing, and what comes to be there is judged then. */
export function absent(what: 'path' | 'chart', path: string): Unbuilt {
  return { why: `the ${what} ${path === '' ? '.' : path} is not in this repository`, by: what, unread: [] };
}

/** Something that a tool of its own delivers to a cluster. */
export interface Root {
  /** Unique on its side, and the same on the other: a folder, or the object that declares it. */
  readonly id: string;
  readonly kind: 'kustomization' | 'chart' | 'Application' | 'Kustomization' | 'HelmRelease' | 'helmfile' | 'bundle';
  /** The folder it builds; '' is the repository's root. */
  readonly folder: string;
  /** The object that declares it. */
  readonly declared: Declared | undefined;
  readonly sources: readonly Source[];
  /** Files that are read for it apart from those of its sources: ConfigMaps with values or variables. */
  readonly extraFiles: readonly string[];
  /** The namespace of what states none; undefined: not known. */
  readonly namespace: string | undefined;
  readonly substitution: Substitution | undefined;
  /** Which cluster the declaration says it is delivered to; undefined: its own, or nobody says. */
  readonly destination?: string | undefined;
  /** In which cases it is delivered at all; undefined: always. */
  readonly condition?: readonly string[] | undefined;
  /** What it is for clusters that nothing else is said of: of a bundle of Fleet for some of them. */
  readonly variantOf?: Root;
  readonly gaps: readonly Gap[];
  /** Why it is not built: what decides about it is not here, or is not known. */
  readonly unbuilt?: Unbuilt | undefined;
  /** Only the chart's own defaults are known: whoever installs it decides the rest. */
  readonly isByDefaults: boolean;
}

/** The address of a delivery whose source is declared, and is this repository. */
export const thisRepository = 'of this repository';

/** What a delivery is where a template computes which Applications there are. */
export const computedByTemplate = 'elements that a template computes';

/** Something a declaration takes from outside the repository, so that nobody here can say what it holds. */
export interface Delivery {
  /** Which declaration, and which of its sources. */
  readonly id: string;
  readonly file: string;
  readonly document: number;
  /** The address without the version. */
  readonly address: string;
  /** Chart version, tag, branch, commit; undefined where none is stated. */
  readonly version: string | undefined;
  /** Where address and version are written. */
  readonly addressAt: Path;
  readonly versionAt: Path | undefined;
  readonly what: string;
  /** Files of this repository that it is given as values. */
  readonly valuesFiles?: readonly string[];
  /** The source line that made it what it is, where an object of a root declares it. */
  readonly place?: Position;
  /** What the source object that `address` names says, where it is in this repository. */
  readonly origin?: Pick<Delivery, 'address' | 'version'> | undefined;
  /** What messages say in place of `id` and `address`, where these hold more than they may show. */
  readonly shown?: { readonly by: string; readonly address: string };
  /** Whether it is files of this repository that something puts together otherwise than they are here. */
  readonly isInside?: boolean;
  /** Whether it is this repository, so that only another state of it than the one that is judged counts. */
  readonly isOwn?: boolean;
}

/** Where a file of a root was while its folder was elsewhere: the path itself where nothing moved. */
export function formerPath(path: string, { folder }: Root, former: Root | undefined): string {
  const isMoved = former !== undefined && former.folder !== folder && isWithin(path, folder);
  return isMoved ? inFolder(former.folder, path.slice(folder === '' ? 0 : folder.length + 1)) : path;
}
