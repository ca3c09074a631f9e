import { groupBy } from '../../groups.ts';
import type { Resource } from '../../kube/resource.ts';
import { isMapping, list, type Mapping, mapping, scalarText, text, valueUnder } from '../../plain-values.ts';
import type { Path } from '../../yaml/document.ts';
import { shownAddress } from '../graph/remote.ts';
import { isOtherRelease } from '../model/releases.ts';
import type { RenderedRoot, RootSide } from '../result/rendering.ts';
import type { Delivered } from '../roots/find-roots.ts';
import type { DeliveryChange } from './deliveries.ts';

/** What an object takes in, and where it says so. */
interface Taken {
  readonly what: string;
  readonly address: string;
  readonly version: string | undefined;
  readonly addressAt: Path;
  readonly versionAt: Path;
}

/**
 * What Applications of Argo CD and sources of Flux newly take in by what rendering makes of them: a patch of an overlay, a template. What files
 * that declare something say themselves is found there (`declared`).
 */
export function renderedDeliveries(
  roots: readonly RenderedRoot[],
  declared: { readonly before: Delivered; readonly after: Delivered },
): readonly DeliveryChange[] {
  const files = new Set(declared.after.deliveries.map(({ file }) => file));
  const known = new Set(declared.before.deliveries.map(({ address }) => addressOf(address)));
  const found = roots.flatMap(({ id, before, after }): readonly DeliveryChange[] => {
    if (!isRendered(before) || !isRendered(after)) return [];
    const old = new Map(before.objects.map((each) => [keyOf(each), each]));
    const hosts = new Set(before.objects.flatMap(takenBy).map(({ address }) => addressOf(address)));
    return after.objects.flatMap((object) => {
      const taken = takenBy(object);
      if (taken.length === 0) return [];
      const was = old.get(keyOf(object));
      const former = was === undefined ? [] : takenBy(was);
      return taken.flatMap((each): readonly DeliveryChange[] => {
        const { what, address, version, addressAt, versionAt } = each;
        if (former.some((one) => one.address === address && one.version === version)) return [];
        // A new one of what was taken in before delivers nothing else.
        if (was === undefined && (hosts.has(addressOf(address)) || known.has(addressOf(address)))) return [];
        const same = former.find((one) => one.address === address);
        // Another folder of this repository is judged like any other.
        if (same === undefined && declared.after.isOwn(addressOf(address))) return [];
        const position = object.at(same === undefined ? addressAt : versionAt);
        if (files.has(position.file)) return [];
        const by = `${object.kind} ${[object.namespace, object.name].filter((part) => part !== undefined).join('/')} (${id})`;
        const common = { by, what, address: shownAddress(address), version, position };
        return same === undefined
          ? [{ ...common, kind: 'new', isRelease: false }]
          : [{ ...common, kind: 'version', isRelease: isOtherRelease(same.version, version) }];
      });
    });
  });
  return joined(found);
}

/** One value of a chart may be the source of many Applications: that is one thing to review. */
function joined(all: readonly DeliveryChange[]): readonly DeliveryChange[] {
  const groups = groupBy(all, ({ kind, address, version, position }) =>
    JSON.stringify([kind, addressOf(address), version, position.file, position.line]),
  );
  return [...groups.values()].flatMap(([first, ...others]): readonly DeliveryChange[] => {
    if (first === undefined || others.length === 0) return first === undefined ? [] : [first];
    const by = `${first.by} and ${others.length.toLocaleString('en')} more like it`;
    return [{ ...first, by, address: addressOf(first.address) }];
  });
}

function isRendered(side: RootSide | undefined): side is RootSide {
  return side !== undefined && side.reason === undefined;
}

function keyOf({ group, kind, namespace, name }: Resource): string {
  return JSON.stringify([group, kind, namespace, name]);
}

/** Without what is inside of it: a repository that is taken in already is known. */
function addressOf(address: string): string {
  return address.split(' ')[0] ?? address;
}

function takenBy({ group, kind, value }: Resource): readonly Taken[] {
  if (group === 'source.toolkit.fluxcd.io') return ofSource(kind, mapping(value.spec));
  if (group === 'helm.toolkit.fluxcd.io' && kind === 'HelmRelease') return ofRelease(value);
  if (group !== 'argoproj.io' || !/^Application(?:Set)?$/.test(kind)) return [];
  const at = kind === 'Application' ? ['spec'] : ['spec', 'template', 'spec'];
  const spec = mapping(valueUnder(value, ...at));
  const several = list(spec.sources);
  const sources: readonly (readonly [unknown, Path])[] =
    several.length > 0
      ? several.map((each, index) => [each, [...at, 'sources', index]])
      : [[spec.source, [...at, 'source']]];
  const dry = valueUnder(spec, 'sourceHydrator', 'drySource');
  const all = isMapping(dry) ? [...sources, [dry, [...at, 'sourceHydrator', 'drySource']] as const] : sources;
  return all.flatMap(([source, path]): readonly Taken[] => {
    const { repoURL, chart, path: folder, targetRevision } = mapping(source);
    if (text(repoURL) === undefined) return [];
    const inside = text(chart) ?? text(folder);
    return [
      {
        what: text(chart) === undefined ? 'the manifests' : 'the chart',
        address: [scalarText(repoURL), ...(inside === undefined ? [] : [inside])].join(' '),
        version: scalarText(targetRevision) || undefined,
        addressAt: [...path, 'repoURL'],
        versionAt: [...path, 'targetRevision'],
      },
    ];
  });
}

function ofSource(kind: string, spec: Mapping): readonly Taken[] {
  const address = text(spec.url) ?? text(spec.bucketName);
  if (address === undefined) return [];
  const reference = mapping(spec.ref);
  const field = ['digest', 'commit', 'semver', 'tag', 'name', 'branch'].find((key) => text(reference[key]));
  const version = field === undefined ? undefined : scalarText(reference[field]);
  const path = text(spec.url) === undefined ? 'bucketName' : 'url';
  return [
    {
      what: `the ${kind}`,
      address,
      version: field === 'branch' ? `branch ${version}` : version,
      addressAt: ['spec', path],
      versionAt: ['spec', 'ref', ...(field === undefined ? [] : [field])],
    },
  ];
}

function ofRelease(value: Mapping): readonly Taken[] {
  const path = ['spec', 'chart', 'spec'];
  const { chart, version, sourceRef } = mapping(valueUnder(value, ...path));
  if (text(chart) === undefined) return [];
  const { kind, name } = mapping(sourceRef);
  return [
    {
      what: 'the chart',
      address: `${scalarText(chart)} of ${scalarText(kind)} ${scalarText(name)}`,
      version: scalarText(version) || undefined,
      addressAt: [...path, 'chart'],
      versionAt: [...path, 'version'],
    },
  ];
}
