import { list, type Mapping, mapping, scalarText, text } from '../../plain-values.ts';
import { inFolder, isWithin } from '../model/paths.ts';
import type { Delivery } from '../model/root.ts';
import { type DeclaredObject, declaredId, nearest } from './objects.ts';

/** A folder of this repository as it is in an artifact. */
export interface ArtifactFolder {
  readonly folder: string;
  /** The file of the generator. */
  readonly file: string;
  /** The source that it is copied from, as the generator names it. */
  readonly source: Mapping;
  readonly generator: DeclaredObject;
  /** Whether a path of this repository is in the artifact. */
  includes(path: string): boolean;
}

/** An entry of `copy`. */
interface Copy {
  readonly index: number;
  /** What is copied, where it is a folder of this repository with all below it. */
  readonly folder: string | undefined;
  /** Where in the artifact it comes to be. */
  readonly to: string;
  readonly source: Mapping;
  readonly stated: Mapping;
}

/**
 * The ExternalArtifacts that ArtifactGenerators make of folders of this repository (source-watcher, docs/spec/v1beta1/artifactgenerators.md). A
 * copy that keeps a folder where it is to the others of its artifact is that folder; any other is something that nobody here judges there.
 */
export class FluxArtifacts {
  readonly #generators: readonly DeclaredObject[];
  readonly #isOwn: (reference: Mapping, object: DeclaredObject) => boolean;

  /** `isOwn` says whether a reference to a source is to this repository. */
  constructor(objects: readonly DeclaredObject[], isOwn: (reference: Mapping, object: DeclaredObject) => boolean) {
    this.#generators = objects.filter(isArtifactGenerator);
    this.#isOwn = isOwn;
  }

  /** The folder of this repository that a folder of an artifact is; undefined where it is not known to be one. */
  folder(reference: Mapping, object: DeclaredObject, path: string): ArtifactFolder | undefined {
    if (reference.kind !== 'ExternalArtifact') return undefined;
    const makers = this.#generators.filter((each) => artifactsOf(each).some(({ name }) => name === reference.name));
    const namespace = text(reference.namespace) ?? object.namespace;
    const own = makers.filter((each) => each.namespace === namespace);
    // Overlays decide on namespaces that files do not state so.
    const generator = nearest(own.length > 0 ? own : makers, object.file);
    const artifact = generator && artifactsOf(generator).find(({ name }) => name === reference.name);
    if (generator === undefined || artifact === undefined) return undefined;
    const { base, whole } = this.#layout(generator, artifact);
    const [first] = whole;
    if (base === undefined || first === undefined) return undefined;
    return {
      folder: path === '' ? base : inFolder(base, path),
      file: generator.file,
      source: first.source,
      generator,
      includes: (file) => whole.some(({ folder = '' }) => isWithin(file, folder)),
    };
  }

  /** What a generator puts into its artifacts that is not judged as a folder of this repository. */
  deliveries(object: DeclaredObject): readonly Delivery[] {
    return artifactsOf(object).flatMap((artifact) => {
      const { whole } = this.#layout(object, artifact);
      return this.#copies(object, artifact)
        .filter((copy) => !whole.some(({ index }) => index === copy.index))
        .map((copy): Delivery => {
          const { from, to, exclude, strategy } = copy.stated;
          const further =
            exclude === undefined && strategy === undefined ? '' : ` ${JSON.stringify({ exclude, strategy })}`;
          const address = `${scalarText(from)} in ${scalarText(to)}${further} of ExternalArtifact ${scalarText(artifact.name)}`;
          return {
            id: `${declaredId(object)} ${address}`,
            file: object.file,
            document: object.document,
            address,
            version: undefined,
            addressAt: [...object.path, 'spec', 'artifacts', artifact.index, 'copy', copy.index, 'from'],
            versionAt: undefined,
            what: 'the files',
            shown: { by: declaredId(object), address },
            isInside: this.#isOwn(copy.source, object),
          };
        });
    });
  }

  /** The folder that an artifact is a part of, and the copies that are folders of it in their own places. */
  #layout(
    generator: DeclaredObject,
    artifact: Artifact,
  ): { readonly base: string | undefined; readonly whole: readonly Copy[] } {
    if (mapping(generator.value.spec).pathPattern !== undefined) return { base: undefined, whole: [] };
    const copies = this.#copies(generator, artifact);
    const [base] = copies.flatMap((copy) => baseOf(copy) ?? []);
    const whole = copies.filter((copy) => base !== undefined && baseOf(copy) === base);
    return { base, whole };
  }

  #copies(generator: DeclaredObject, artifact: Artifact): readonly Copy[] {
    const sources = list(mapping(generator.value.spec).sources).map(mapping);
    return artifact.copy.map((stated, index) => {
      const [, alias = '', pattern = ''] = /^@([\w-]+)\/(.*)$/.exec(scalarText(stated.from)) ?? [];
      const source = sources.find((each) => each.alias === alias) ?? {};
      const [, folder] = /^((?:[^*?[\]{}]*\/)?)\*\*$/.exec(pattern) ?? [];
      const isPlain = stated.exclude === undefined && (stated.strategy ?? 'Overwrite') === 'Overwrite';
      const isWhole = folder !== undefined && isPlain && this.#isOwn(source, generator);
      const to = scalarText(stated.to).replace(/^@artifact\/?/, '');
      return {
        index,
        folder: isWhole ? folder.replace(/\/$/, '') : undefined,
        to: to.replace(/\/$/, ''),
        source,
        stated,
      };
    });
  }
}

interface Artifact {
  readonly index: number;
  readonly name: unknown;
  readonly copy: readonly Mapping[];
}

/** Whether an object makes artifacts of sources. */
export function isArtifactGenerator({ group, kind }: DeclaredObject): boolean {
  return group === 'source.extensions.fluxcd.io' && kind === 'ArtifactGenerator';
}

function artifactsOf({ value }: DeclaredObject): readonly Artifact[] {
  return list(mapping(value.spec).artifacts).map((artifact, index) => {
    const { name, copy } = mapping(artifact);
    return { index, name: text(name), copy: list(copy).map(mapping) };
  });
}

/** The folder that would be the artifact's own top: `apps` for a copy of `apps/base` to `base`. */
function baseOf({ folder, to }: Copy): string | undefined {
  if (folder === undefined || to === '') return folder;
  if (folder === to) return '';
  return folder.endsWith(`/${to}`) ? folder.slice(0, -to.length - 1) : undefined;
}
