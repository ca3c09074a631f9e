import { mergedOver } from '../../kube/patch/laid-over.ts';
import type { Resource } from '../../kube/resource.ts';
import { resourcesOf } from '../../kube/resources.ts';
import { isMapping, list, type Mapping, mapping, text, valueUnder } from '../../plain-values.ts';
import type { Document } from '../../yaml/document.ts';
import { isFor, type Layer } from './patch-layers.ts';
import { PatchedResource, withLayers } from './patched-resource.ts';
import { type Compared, type InPlace, type IsWanted, isJudged, type Patching } from './patching.ts';

/** What is laid over objects that are not here: what it states, and no longer states. */
export function* ofUnknown(
  { before, after, bases, file, elsewhere, isOpen, wasOpen }: Patching,
  differing: readonly Layer[],
  met: ReadonlySet<Layer>,
  isWanted: IsWanted,
  note: InPlace,
): Generator<Compared> {
  const open = differing.filter((layer) => !met.has(layer) && !layer.isForAll);
  const heads = new Map<string, Mapping>();
  for (const layer of open) {
    const head = headOf(layer);
    if (head !== undefined) heads.set(JSON.stringify(head), head);
  }
  for (const [key, head] of heads) {
    const [bare] = resourcesOf({ ...blank, value: head }, file);
    if (bare === undefined) continue;
    // A pattern does not meet itself as a name.
    const isByName = ({ target }: Layer) =>
      target?.labelSelector === undefined && target?.annotationSelector === undefined;
    const isOwn = (layer: Layer) => isFor(layer, bare) || (isByName(layer) && JSON.stringify(headOf(layer)) === key);
    const [old, now] = [before, after].map((layers) => layers.filter(isOwn)) as [Layer[], Layer[]];
    const stated = { ...bare, isPatch: true } as Resource;
    // A namespace that nothing else can declare is declared by this.
    if (bare.kind !== 'Namespace' || isOpen()) for (const each of [...old, ...now]) note(each, stated);
    // Who is gone itself has lost nothing.
    if (now.length === 0 && bases.before(isWanted).some((each) => old.some((layer) => isFor(layer, each)))) continue;
    const outline = withContainers(
      [...old, ...now].reduce<Mapping>(
        (known, { value }) =>
          isMapping(value) ? (mergedOver(known, outlineOf(value), bare.group, () => {}) ?? known) : known,
        head,
      ),
    );
    const base = { ...stated, value: outline };
    const side = (layers: readonly Layer[]) => withLayers(base, layers, file, elsewhere);
    yield {
      key: JSON.stringify([key, [...old, ...now].map((each) => [each.key, each.file])]),
      before: old.length > 0 ? side(old) : wasOpen() ? assumedNamespace(base, now, file, elsewhere) : undefined,
      after: side(now),
    };
  }
}

const enforced = 'pod-security.kubernetes.io/enforce';

/** What a namespace that is elsewhere may have enforced before new patches of it say otherwise; undefined where they say nothing of it. */
function assumedNamespace(
  base: Resource,
  layers: readonly Layer[],
  file: string,
  elsewhere: Patching['elsewhere'],
): Resource | undefined {
  if (base.kind !== 'Namespace') return undefined;
  const value = { ...base.value, metadata: { ...mapping(base.value.metadata), labels: { [enforced]: 'restricted' } } };
  const was = { ...base, value };
  const is = withLayers(was, layers, file, elsewhere);
  const labels = mapping(mapping(is?.value.metadata).labels);
  if (is === undefined || labels[enforced] === 'restricted') return undefined;
  return Object.assign(new PatchedResource(was, { value, marks: [], isPatch: true }, file, elsewhere), {
    isAssumed: true,
  });
}

const blank: Omit<Document, 'value'> = {
  line: 1,
  duplicateKeys: [],
  at: () => ({ line: 1, column: 1 }),
  valueAt: () => ({ line: 1, column: 1 }),
  styleAt: () => undefined,
};

const apiVersions: Readonly<Record<string, string>> = {
  Deployment: 'apps/v1',
  StatefulSet: 'apps/v1',
  DaemonSet: 'apps/v1',
  ReplicaSet: 'apps/v1',
  Job: 'batch/v1',
  CronJob: 'batch/v1',
  Pod: 'v1',
  Namespace: 'v1',
  ServiceAccount: 'v1',
};

/** What says which object it is: the patch itself, or its target where that names one. */
export function headOf({ target, value }: Layer): Mapping | undefined {
  const own = mapping(value);
  const { name } = target ?? mapping(own.metadata);
  const namespace = text(target?.namespace) ?? mapping(own.metadata).namespace;
  const kind = text(target?.kind) ?? text(own.kind);
  if (
    kind === undefined ||
    !/^\w+$/.test(kind) ||
    !isJudged({ kind, value: Array.isArray(value) ? { spec: {} } : own })
  )
    return undefined;
  const stated =
    text(own.apiVersion) ?? (text(target?.version) && [target?.group, target?.version].filter(Boolean).join('/'));
  const apiVersion = stated ?? (Object.hasOwn(apiVersions, kind) ? apiVersions[kind] : undefined);
  if (apiVersion === undefined) return undefined;
  // A target without a name means every object of its kind.
  const metadata = {
    name: text(name) ?? (target === undefined ? '' : '*'),
    ...(text(namespace) === undefined ? {} : { namespace }),
  };
  return { apiVersion, kind, metadata };
}

/** Of a patch the names of the containers that it is about. */
function outlineOf(value: Mapping): Mapping {
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]): [string, unknown][] => {
      if (/^(?:init|ephemeral)?[cC]ontainers$/.test(key) && Array.isArray(inner)) {
        return [
          [key, inner.flatMap((item) => (text(mapping(item).name) === undefined ? [] : { name: mapping(item).name }))],
        ];
      }
      const outline = isMapping(inner) && key !== 'metadata' ? outlineOf(inner) : {};
      return Object.keys(outline).length === 0 ? [] : [[key, outline]];
    }),
  );
}

const podPaths: Readonly<Record<string, readonly string[]>> = {
  Pod: ['spec'],
  Job: ['spec', 'template', 'spec'],
  CronJob: ['spec', 'jobTemplate', 'spec', 'template', 'spec'],
  Deployment: ['spec', 'template', 'spec'],
  StatefulSet: ['spec', 'template', 'spec'],
  DaemonSet: ['spec', 'template', 'spec'],
  ReplicaSet: ['spec', 'template', 'spec'],
};

/** An object with pods has containers, whether a patch names them or not: what it states for the pod is for all of them. */
function withContainers(outline: Mapping): Mapping {
  const path = podPaths[text(outline.kind) ?? ''];
  if (path === undefined || list(valueUnder(outline, ...path, 'containers')).length > 0) return outline;
  const containers = path.reduceRight<Mapping>((inner, key) => ({ [key]: inner }), { containers: [{ name: '*' }] });
  return mergedOver(outline, containers, '', () => {}) ?? outline;
}
