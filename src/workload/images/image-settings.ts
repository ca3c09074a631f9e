import { isMapping, list, type Mapping, mapping, scalarText, text } from '../../plain-values.ts';
import type { Path, YamlLimits } from '../../yaml/document.ts';
import { parseYaml } from '../../yaml/parse-yaml.ts';
import { isOpenText } from '../pod-security/open-text.ts';
import { parseReference } from './reference.ts';

/** An image that is named outside a pod: by values of a chart, by a kustomization, by a field of a custom resource. */
export interface ImageSetting {
  /** The fields that lead to it, with items of lists by their names. */
  readonly key: string;
  /** As a container would name it. */
  readonly image: string;
  /** Whether a tag or a digest is stated; else a chart has one of its own. */
  readonly isVersioned: boolean;
  /** Whether it is one text under the name `image`, which other files have as well: of Docker Compose, of pipelines. */
  readonly isText: boolean;
  /** Of what is put in the place of another image (`images` of a kustomization): that one, as it is called there. */
  readonly replaced?: string;
  /** The field of its own that a digest is written in, where it is not part of the image's name. */
  readonly digestField?: string;
  /** Of an image whose name the chart has: the registry that is stated for it, or none. */
  readonly ofChart?: { readonly registry: string | undefined };
  /** The pull policy that is stated with it, and where. */
  readonly policy?: { readonly value: string; readonly path: Path };
  readonly path: Path;
}

const deepest = 24;

/** The images that are named in a value, wherever. Texts with values of a chart (`helm.values`) are looked through as well. */
export function imageSettings(value: unknown, limits: YamlLimits): readonly ImageSetting[] {
  return [...search(value, [], [], limits)];
}

type Names = readonly string[];

function* search(value: unknown, path: Path, names: Names, limits: YamlLimits): Generator<ImageSetting> {
  if (path.length > deepest) return;
  if (Array.isArray(value)) {
    yield* ofParameters(value, path, names);
    yield* ofReplacements(value, path, names);
    for (const [index, item] of value.entries()) {
      const { name } = mapping(item);
      yield* search(item, [...path, index], [...names, typeof name === 'string' ? name : String(index)], limits);
    }
  } else if (isMapping(value)) {
    const own = ofMapping(value, path, names);
    if (own !== undefined) yield own;
    for (const [key, item] of Object.entries(value)) yield* ofField(value, key, item, path, names, limits);
  }
}

function* ofField(
  around: Mapping,
  key: string,
  item: unknown,
  path: Path,
  names: Names,
  limits: YamlLimits,
): Generator<ImageSetting> {
  const [at, inside] = [
    [...path, key],
    [...names, key],
  ];
  if (typeof item !== 'string') {
    yield* search(item, at, inside, limits);
  } else if (/(?:^|[a-z_-])image(?:Name)?$/i.test(key) && isImage(item)) {
    yield { key: inside.join('.'), image: item, isVersioned: true, isText: true, path: at };
  } else if (key === 'values' && (item.includes('image') || item.includes('Image'))) {
    for (const { value } of parseYaml(Buffer.from(item), limits).documents) {
      // As deep as what it is in: a text in a text in a text has an end.
      for (const found of search(value, at, inside, limits)) yield { ...found, path: at };
    }
  } else if (key === 'name' && ['newName', 'newTag', 'digest'].some((field) => around[field] !== undefined)) {
    yield kustomized(around, item, path, names);
  }
}

/** A word alone may be the name of anything. */
function isImage(value: string): boolean {
  return isOpenText(value) || (/[/:@]/.test(value) && parseReference(value) !== undefined);
}

/** In the place of the repository that a chart has by itself. */
const nameOfChart = 'image';
const fields = ['digest', 'sha', 'tag'];

/** `image: {registry, repository, tag, digest}`, as charts have it; what is left out is the chart's own. */
function ofMapping(value: Mapping, at: Path, names: Names): ImageSetting | undefined {
  const repository = text(value.repository);
  const isNamed = /image$/i.test(names.at(-1) ?? '');
  const [tag, digest] = [scalarText(value.tag), scalarText(value.digest) || scalarText(value.sha)];
  const registry = text(value.registry);
  const policy = text(value.pullPolicy);
  if (repository === undefined && !(isNamed && (tag !== '' || digest !== '' || registry !== undefined || policy)))
    return undefined;
  if (!isNamed && tag === '' && digest === '') return undefined;
  const path = repository ?? nameOfChart;
  const name = registry === undefined ? path : `${registry.replace(/\/$/, '')}/${path}`;
  return {
    ...(repository === undefined ? { ofChart: { registry } } : {}),
    ...(policy === undefined ? {} : { policy: { value: policy, path: [...at, 'pullPolicy'] } }),
    key: names.join('.'),
    image: joined(name, tag, digest),
    isVersioned: tag !== '' || digest !== '',
    isText: false,
    path: [...at, [...fields, 'repository'].find((field) => text(value[field]) !== undefined) ?? 'registry'],
  };
}

/** An entry of a kustomization's `images` (kustomize api/types/image.go). */
function kustomized(value: Mapping, name: string, path: Path, names: Names): ImageSetting {
  const [tag, digest] = [scalarText(value.newTag), scalarText(value.digest)];
  const field = ['digest', 'newTag', 'newName'].find((each) => value[each] !== undefined) ?? 'name';
  return {
    key: names.join('.'),
    image: joined(text(value.newName) ?? name, tag, digest),
    isVersioned: tag !== '' || digest !== '',
    isText: false,
    replaced: name,
    digestField: 'digest',
    path: [...path, field],
  };
}

/** `images` of `kustomize` in an Application of Argo CD: `[old=]new[:tag][@digest]` (argo-cd, pkg/apis/application/v1alpha1, KustomizeImage). */
function* ofReplacements(items: readonly unknown[], path: Path, names: Names): Generator<ImageSetting> {
  if (names.at(-1) !== 'images' || names.at(-2) !== 'kustomize') return;
  for (const [index, item] of items.entries()) {
    const [, old, image] = /^(?:([^=]+)=)?(.+)$/.exec(typeof item === 'string' ? item : '') ?? [];
    const named = image === undefined ? undefined : parseReference(image);
    if (image === undefined || named === undefined) continue;
    const replaced = old ?? image.replace(/@.*$/, '').replace(/:[^/:]*$/, '');
    const isVersioned = named.tag !== undefined || named.digest !== undefined;
    yield { key: [...names, replaced].join('.'), image, isVersioned, isText: false, replaced, path: [...path, index] };
  }
}

function joined(name: string, tag: string, digest: string): string {
  const isAlgorithm = digest.includes(':');
  return `${name}${tag === '' ? '' : `:${tag}`}${digest === '' ? '' : `@${isAlgorithm ? digest : `sha256:${digest}`}`}`;
}

/** Parameters of a chart (`image.tag` in `helm.parameters` of an Application), put together by what precedes the last dot. */
function* ofParameters(items: readonly unknown[], path: Path, names: Names): Generator<ImageSetting> {
  const parts = new Map<string, { readonly value: Record<string, unknown>; readonly index: number }>();
  for (const [index, item] of list(items).entries()) {
    const { name, value } = mapping(item);
    const [, prefix, field] =
      /^(?:(.*)\.)?(registry|repository|tag|digest|sha|pullPolicy)$/.exec(scalarText(name)) ?? [];
    if (field === undefined || value === undefined) continue;
    parts.set(prefix ?? '', { value: { ...parts.get(prefix ?? '')?.value, [field]: scalarText(value) }, index });
  }
  for (const [prefix, { value, index }] of parts) {
    const found = ofMapping(value, path, [...names, prefix]);
    if (found !== undefined) yield { ...found, path: [...path, index] };
  }
}
