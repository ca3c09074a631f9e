import { identityKey } from '../../kube/identity/identity-key.ts';
import type { Resource } from '../../kube/resource.ts';
import { mapping, scalarText, text } from '../../plain-values.ts';
import type { Path } from '../../yaml/document.ts';
import { shownAddress } from '../graph/remote.ts';
import { isOtherRelease } from '../model/releases.ts';
import type { RenderedRoot, RootSide } from '../result/rendering.ts';
import type { Delivered } from '../roots/find-roots.ts';
import type { DeliveryChange } from './deliveries.ts';

/** What a source of Flux takes in, and where it says so. */
interface Taken {
  readonly address: string;
  readonly version: string | undefined;
  readonly addressAt: Path;
  readonly versionAt: Path;
}

/**
 * What sources of Flux newly take in by what rendering makes of them: a patch of an overlay, a value. What a file that declares the source
 * says itself is found there.
 */
export function renderedDeliveries(
  roots: readonly RenderedRoot[],
  { after: delivered }: { readonly after: Delivered },
) {
  const key = (file: string, address: string) => JSON.stringify([file, address]);
  const written = new Set(delivered.deliveries.map(({ file, address }) => key(file, address)));
  return roots.flatMap(({ id, before, after }): readonly DeliveryChange[] => {
    if (!isRendered(before) || !isRendered(after)) return [];
    const old = new Map(before.objects.map((each) => [identityKey(each), each]));
    return after.objects.flatMap((object): readonly DeliveryChange[] => {
      const is = takenBy(object);
      const former = old.get(identityKey(object));
      const was = former === undefined ? undefined : takenBy(former);
      if (is === undefined || was === undefined || (was.address === is.address && was.version === is.version))
        return [];
      const isSame = was.address === is.address;
      const position = object.at(isSame ? is.versionAt : is.addressAt);
      if (written.has(key(position.file, is.address))) return [];
      const by = `${object.kind} ${[object.namespace, object.name].filter((part) => part !== undefined).join('/')} (${id})`;
      const common = {
        by,
        what: `the ${object.kind}`,
        address: shownAddress(is.address),
        version: is.version,
        position,
      };
      return isSame
        ? [{ ...common, kind: 'version', isRelease: isOtherRelease(was.version, is.version) }]
        : [{ ...common, kind: 'new', isRelease: false }];
    });
  });
}

function isRendered(side: RootSide | undefined): side is RootSide {
  return side !== undefined && side.reason === undefined;
}

function takenBy({ group, kind, value }: Resource): Taken | undefined {
  const spec = mapping(value.spec);
  const address = text(spec.url) ?? text(spec.bucketName);
  if (group !== 'source.toolkit.fluxcd.io' || kind === 'HelmChart' || address === undefined) return undefined;
  const reference = mapping(spec.ref);
  const field = ['digest', 'commit', 'semver', 'tag', 'name', 'branch'].find((key) => text(reference[key]));
  const version = field === undefined ? undefined : scalarText(reference[field]);
  return {
    address,
    version: field === 'branch' ? `branch ${version}` : version,
    addressAt: ['spec', text(spec.url) === undefined ? 'bucketName' : 'url'],
    versionAt: ['spec', 'ref', ...(field === undefined ? [] : [field])],
  };
}
