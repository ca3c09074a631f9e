import { addTo } from '../../groups.ts';
import { list, type Mapping, mapping, text } from '../../plain-values.ts';
import type { Path } from '../../yaml/document.ts';
import { isPinnedRelease } from '../model/releases.ts';
import type { Delivery } from '../model/root.ts';
import { type DeclaredObject, declaredId, nearest } from './objects.ts';
import type { OwnRepository } from './own-repository.ts';

const sourceGroup = 'source.toolkit.fluxcd.io';

/** Whether an object is a source of Flux. */
export function isFluxSource({ group }: DeclaredObject): boolean {
  return group === sourceGroup;
}

/** The sources of Flux that files declare, and what references to them come to. */
export class FluxSources {
  readonly #own: OwnRepository;
  readonly #sources = new Map<string, DeclaredObject[]>();
  readonly #origins = new Map<string, readonly Delivery[]>();

  constructor(objects: readonly DeclaredObject[], own: OwnRepository) {
    this.#own = own;
    for (const object of objects) {
      if (isFluxSource(object)) addTo(this.#sources, `${object.kind}/${object.name}`, object);
    }
  }

  /** A source of manifests or charts, and what it takes in from other sources. This repository counts by its branch or commit. */
  deliveries(object: DeclaredObject): readonly Delivery[] {
    const spec = mapping(object.value.spec);
    const url = text(spec.url) ?? text(spec.bucketName);
    if (url === undefined) return [];
    const isOwn = object.kind === 'GitRepository' && this.#isOwnUrl(object, url);
    const reference = mapping(spec.ref);
    const field = ['digest', 'commit', 'semver', 'tag', 'name', 'branch'].find((key) => text(reference[key]));
    const at = (...path: Path): Path => [...object.path, 'spec', ...path];
    const common = { file: object.file, document: object.document };
    const own: Delivery = {
      ...common,
      id: declaredId(object),
      address: url,
      version: field === undefined ? undefined : versionOf(reference, field),
      addressAt: at(text(spec.url) === undefined ? 'bucketName' : 'url'),
      versionAt: field === undefined ? undefined : at('ref', field),
      what: isOwn ? 'the manifests' : `the ${object.kind}`,
      isOwn,
    };
    const included = list(spec.include).map((item, index): Delivery => {
      const { repository, fromPath, toPath } = mapping(item);
      const name = text(mapping(repository).name) ?? '';
      return {
        ...common,
        id: `${declaredId(object)} include ${index}`,
        address: `${text(fromPath) ?? '.'} of GitRepository ${name} in ${text(toPath) ?? '.'}`,
        version: undefined,
        addressAt: at('include', index),
        versionAt: undefined,
        what: 'the manifests',
      };
    });
    return [own, ...included];
  }

  /** Whether some file declares it. */
  isDeclared(kind: string, name: string): boolean {
    return this.#sources.has(`${kind}/${name}`);
  }

  /** The source that a reference names; the nearest, where several have the name. */
  named(reference: Mapping, object: DeclaredObject): DeclaredObject | undefined {
    return nearest(this.#sources.get(`${text(reference.kind)}/${text(reference.name)}`) ?? [], object.file);
  }

  /** What the source of a reference says that it leaves out. */
  ignoring(
    reference: Mapping,
    object: DeclaredObject,
  ): { readonly file: string; readonly ignore?: string } | undefined {
    const source = this.named({ kind: 'GitRepository', ...reference }, object);
    if (source === undefined) return undefined;
    const ignore = text(mapping(source.value.spec).ignore);
    return { file: source.file, ...(ignore === undefined ? {} : { ignore }) };
  }

  /**
   * What a reference comes to: the URL of the source it names, and `inside` it a path or chart. Where several sources have the
   * name, they have to agree on it, but for its release: overlays decide on their namespaces.
   */
  origin(reference: Mapping, object: DeclaredObject, inside?: string, version?: string): Delivery['origin'] {
    const first = nearest(this.#agreeing(`${text(reference.kind)}/${text(reference.name)}`), object.file);
    if (first === undefined) return undefined;
    const address = inside === undefined ? first.address : `${inside} of ${first.address}`;
    return { address, version: version ?? first.version };
  }

  /** What the sources of a name say themselves; nothing where they do not agree. Many objects may ask for one. */
  #agreeing(name: string): readonly Delivery[] {
    const known = this.#origins.get(name);
    if (known !== undefined) return known;
    const named = this.#sources.get(name) ?? [];
    const stated = named.flatMap((source) => this.deliveries(source).slice(0, 1));
    const [first] = stated;
    const agrees = ({ address, version }: Delivery) =>
      address === first?.address &&
      (version === first.version || (isPinnedRelease(version) && isPinnedRelease(first.version)));
    const found = stated.length === named.length && stated.every(agrees) ? stated : [];
    this.#origins.set(name, found);
    return found;
  }

  /** Whether a reference is to this repository. */
  isOwn(reference: Mapping, object: DeclaredObject): boolean {
    const kind = text(reference.kind) ?? 'GitRepository';
    const name = text(reference.name);
    if (name === undefined) return reference.kind === undefined;
    const source = nearest(this.#sources.get(`${kind}/${name}`) ?? [], object.file);
    // What bootstrapping makes is this repository, and often only in the cluster.
    if (source === undefined) return kind === 'GitRepository';
    const url = text(mapping(source.value.spec).url);
    return kind === 'GitRepository' && url !== undefined && this.#isOwnUrl(source, url);
  }

  /** Whether a reference is to a source that some file says is this repository, in the state that is judged. */
  isJudged(reference: Mapping, object: DeclaredObject): boolean {
    const source = nearest(this.#sources.get(`GitRepository/${text(reference.name)}`) ?? [], object.file);
    const spec = mapping(source?.value.spec);
    const { branch, ...others } = mapping(spec.ref);
    const isUsual = branch === undefined || branch === 'main' || branch === 'master';
    return this.#own.is(text(spec.url) ?? '') && isUsual && Object.keys(others).length === 0;
  }

  #isOwnUrl(source: DeclaredObject, url: string): boolean {
    if (this.#own.is(url)) return true;
    return source.name === 'flux-system' && !this.#own.isStated;
  }
}

/** What a reference says, by the field that counts. A digest with the tag of a release says both: who publishes there can alone set it. */
function versionOf(reference: Mapping, field: string): string {
  const tag = text(reference.tag);
  if (field === 'digest' && tag !== undefined) return `${tag}@${text(reference.digest)}`;
  return `${field === 'branch' ? 'branch ' : ''}${text(reference[field])}`;
}
