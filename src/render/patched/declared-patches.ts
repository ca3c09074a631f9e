import { addTo } from '../../groups.ts';
import { folderOf, pathBelow } from '../../kube/kustomization.ts';
import type { Resource } from '../../kube/resource.ts';
import type { ScopeObjects } from '../../kube/scope.ts';
import { isMapping, list, mapping, valueUnder } from '../../plain-values.ts';
import type { Path, YamlLimits } from '../../yaml/document.ts';
import type { Delivered } from '../roots/find-roots.ts';
import { layersOf, type Written } from './patch-layers.ts';
import { basesOf } from './patched-bases.ts';
import type { IsWanted, Patching, Sides } from './patching.ts';

/** Objects of Flux and Argo CD that list patches for what they deliver. */
export function* declared({ before, after }: ScopeObjects, delivered: Sides, limits: YamlLimits): Generator<Patching> {
  const [old, now] = [new Set(before), new Set(after)];
  const keyOf = ({ kind, namespace, name }: Resource) => JSON.stringify([kind, namespace, name]);
  const former = new Map<string, Resource[]>();
  for (const each of before) if (!now.has(each) && declaringKinds.has(each.kind)) addTo(former, keyOf(each), each);
  for (const resource of after) {
    if (old.has(resource) || !declaringKinds.has(resource.kind)) continue;
    const was = former.get(keyOf(resource))?.[0];
    const layers = (each: Resource | undefined) =>
      each === undefined ? [] : writtenIn(each).flatMap((one) => layersOf(one, '', undefined, limits));
    const bases = (side: 'before' | 'after', each: Resource | undefined) => (isWanted: IsWanted) =>
      each === undefined
        ? []
        : foldersOf(each, delivered[side]).flatMap((folder) =>
            basesOf(delivered[side].graph, folder, isWanted, limits),
          );
    yield {
      file: resource.file,
      before: layers(was),
      after: layers(resource),
      bases: { before: bases('before', was), after: bases('after', resource) },
      isRendered: false,
      isOpen: () => true,
      wasOpen: () => was !== undefined,
      elsewhere: () => resource.at(['spec']),
    };
  }
}

const declaringKinds: ReadonlySet<string> = new Set(['Kustomization', 'HelmRelease', 'Application', 'ApplicationSet']);

/** Where an object has the fields of a kustomization. */
function writtenIn({ group, kind, value, document, path, file }: Resource): readonly Written[] {
  const at = (inside: Path): Written[] => {
    const found = inside.reduce<unknown>(
      (each, step) => (typeof step === 'number' ? list(each)[step] : mapping(each)[step]),
      value,
    );
    return isMapping(found) ? [{ file, document, path: [...path, ...inside], value: found }] : [];
  };
  if (group === 'kustomize.toolkit.fluxcd.io') return at(['spec']);
  if (group === 'helm.toolkit.fluxcd.io') {
    return list(mapping(value.spec).postRenderers).flatMap((_, index) =>
      at(['spec', 'postRenderers', index, 'kustomize']),
    );
  }
  if (group !== 'argoproj.io') return [];
  const spec = kind === 'ApplicationSet' ? ['spec', 'template', 'spec'] : ['spec'];
  const sources = list(valueUnder(value, ...spec, 'sources'));
  return [
    at([...spec, 'source', 'kustomize']),
    ...sources.map((_, index) => at([...spec, 'sources', index, 'kustomize'])),
  ].flat();
}

/** The folders of this repository that an object has delivered, of those that it names. */
function foldersOf({ file, value }: Resource, { roots }: Delivered): readonly string[] {
  const spec = mapping(value.spec);
  const named = [spec.path, mapping(spec.source).path, ...list(spec.sources).map((each) => mapping(each).path)];
  const paths = new Set(named.flatMap((each) => (typeof each === 'string' ? (pathBelow('', each) ?? []) : [])));
  const own = [...roots.values()].filter(({ declared: by }) => by?.file === file).flatMap(({ sources }) => sources);
  return own.flatMap((source) => {
    const folder =
      source.kind === 'kustomize'
        ? source.folder
        : source.kind === 'files'
          ? folderOf(source.files[0] ?? '')
          : undefined;
    return folder !== undefined && paths.has(folder) ? folder : [];
  });
}
