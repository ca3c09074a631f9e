import { addTo } from '../../groups.ts';
import type { Position } from '../../kube/resource.ts';
import type { Scope } from '../../kube/touched-file.ts';
import { isMapping, isSameValue, type Mapping, mapping } from '../../plain-values.ts';
import type { Path } from '../../yaml/document.ts';
import { changedFile } from '../blame/changed-file.ts';
import type { Views } from '../blame/locator.ts';
import { valueIn } from '../blame/values-lines.ts';
import { shownAddress } from '../graph/remote.ts';
import type { FileView } from '../model/file-view.ts';
import type { Gap } from '../model/gap.ts';
import { isOtherRelease } from '../model/releases.ts';
import { computedByTemplate, type Delivery, thisRepository } from '../model/root.ts';
import type { RenderedRoot } from '../result/rendering.ts';
import type { Delivered } from '../roots/find-roots.ts';

/** Something begins to be delivered whose content nobody here can judge. */
export interface DeliveryChange {
  /** What takes it in: a declaration, or a file. */
  readonly by: string;
  /** `the chart`, `the manifests`, … */
  readonly what: string;
  readonly address: string;
  readonly version: string | undefined;
  /** `new`: it delivered nothing from there before; `version`: another version of the same. */
  readonly kind: 'new' | 'version';
  /** Whether it is files of this repository, in places that are not judged. */
  readonly isInside?: boolean;
  /** What delivered the same, or another release of it, to the same cluster before. */
  readonly like?: string;
  /** Whether both versions are pins that who publishes there can alone set: a release, not a branch or a commit. */
  readonly isRelease: boolean;
  readonly position: Position;
}

/** Everything that begins to be delivered from outside the repository: by declarations, and by what roots include. */
export function changedDeliveries(
  before: Delivered,
  after: Delivered,
  roots: readonly RenderedRoot[],
  scopeOf: (file: string) => Scope,
): readonly DeliveryChange[] {
  const former = new Former(before.deliveries, scopeOf, before.graph.view, after);
  const places = new Places({ before: before.graph.view, after: after.graph.view });
  const declared = after.deliveries.flatMap((delivery): DeclaredDelivery[] => {
    const change = declaredChange(former, places, delivery);
    if (change === undefined) return [];
    return [{ change, isMade: delivery.place !== undefined, isRenamed: former.isRenamed(delivery) }];
  });
  return [
    ...withoutNewElements(onePerPlace(declared)),
    ...roots.flatMap((root) => includedChanges(root, after.graph.view)),
  ];
}

/** What an object of a root says on the line on which a file says it is the same. */
function onePerPlace(changes: readonly DeclaredDelivery[]): readonly DeliveryChange[] {
  const key = ({ position: { file, line } }: DeliveryChange) => `${line} ${file}`;
  const written = new Set(changes.filter(({ isMade }) => !isMade).map(({ change }) => key(change)));
  return changes.flatMap(({ change, isMade, isRenamed }) =>
    isRenamed || (isMade && written.has(key(change))) ? [] : change,
  );
}

/** A set that newly delivers something unknown: that a template newly computes its elements is why. */
function withoutNewElements(changes: readonly DeliveryChange[]): readonly DeliveryChange[] {
  const isSaid = ({ by }: DeliveryChange) => changes.some((other) => other.by.startsWith(`${by}: `));
  return changes.filter((change) => change.what !== computedByTemplate || change.kind === 'version' || !isSaid(change));
}

interface DeclaredDelivery {
  readonly change: DeliveryChange;
  /** Whether an object of a root declares it. */
  readonly isMade: boolean;
  /** Whether another declaration delivered it that is gone. */
  readonly isRenamed: boolean;
}

function declaredChange(former: Former, places: Places, delivery: Delivery): DeliveryChange | undefined {
  const { address, version, addressAt, versionAt, what, id, shown, isInside = false } = delivery;
  const at = (path: Path) => places.of(delivery, path);
  const common = { by: shown?.by ?? id, what, address: shown?.address ?? shownAddress(address), version, isInside };
  const old = former.same(delivery);
  // A source alone delivers nothing: what names it is found itself.
  if (old === undefined && isSource(delivery)) return undefined;
  // A branch of the usual name is what is judged here.
  if (old === undefined && delivery.isOwn === true && isUsualBranch(version)) return undefined;
  if (address === thisRepository) return undefined;
  if (old === undefined || old.address !== address) {
    const like = former.like(delivery);
    const known = like === undefined ? { isRelease: false } : { isRelease: true, like: nameOf(like) };
    return { ...common, version: originOf(delivery).version, kind: 'new', ...known, position: at(addressAt) };
  }
  if (old.version === version) return undefined;
  const isRelease = isOtherRelease(old.version, version);
  return { ...common, kind: 'version', isRelease, position: at(versionAt ?? addressAt) };
}

function isUsualBranch(version: string | undefined): boolean {
  return version === undefined || /^branch (?:main|master)$/.test(version);
}

/** Where declarations are written: of what is changed in one, the line that is. */
class Places {
  readonly #views: Views;
  readonly #changed = new Map<string, ReadonlySet<number>>();

  constructor(views: Views) {
    this.#views = views;
  }

  /** The place of a field, or the one next to it that the change touches: `path` where `repoURL` is as it was. */
  of({ file, document: index, versionAt, place: known }: Delivery, path: Path): Position {
    if (known !== undefined) return known;
    const document = this.#views.after.documents(file)[index];
    if (document === undefined) return { file, ...start };
    const changed = this.#changedLines(file);
    const parent = path.slice(0, -1);
    const siblings = Object.entries(mapping(valueIn(document.value, parent))).flatMap(([key, value]) =>
      isMapping(value) ? [...Object.keys(value).map((inner) => [...parent, key, inner])] : [[...parent, key]],
    );
    for (const each of [path, ...(versionAt === undefined ? [] : [versionAt]), ...siblings]) {
      const place = document.at(each);
      if (changed.has(place.line)) return { file, ...place };
    }
    return { file, ...document.at(path) };
  }

  #changedLines(file: string): ReadonlySet<number> {
    const known = this.#changed.get(file);
    if (known !== undefined) return known;
    const lines = new Set(changedFile(file, this.#views.before, this.#views.after)?.added);
    this.#changed.set(file, lines);
    return lines;
  }
}

/** What the base delivers. */
class Former {
  readonly #byId = new Map<string, Delivery>();
  readonly #byName = new Map<string, Delivery>();
  readonly #byOrigin = new Map<string, Delivery[]>();
  readonly #scopeOf: (file: string) => Scope;
  readonly #view: FileView;
  readonly #after: Delivered;
  readonly #namesAfter: ReadonlySet<string>;

  constructor(deliveries: readonly Delivery[], scopeOf: (file: string) => Scope, view: FileView, after: Delivered) {
    this.#scopeOf = scopeOf;
    this.#view = view;
    this.#after = after;
    this.#namesAfter = new Set(after.deliveries.map(nameOf));
    for (const each of deliveries) {
      if (!this.#byId.has(each.id)) this.#byId.set(each.id, each);
      this.#byName.set(keyOf(each), each);
      if (!isSource(each)) addTo(this.#byOrigin, this.#originKey(each), each);
    }
  }

  /** The same declaration, also in another file. */
  same(delivery: Delivery): Delivery | undefined {
    return this.#byId.get(delivery.id) ?? this.#byName.get(keyOf(delivery));
  }

  /** Another one that delivered the same version, or another release, to this cluster: who publishes there was accepted for it. */
  like(delivery: Delivery): Delivery | undefined {
    const { version } = originOf(delivery);
    return this.#byOrigin.get(this.#originKey(delivery))?.find((each) => {
      const former = originOf(each).version;
      return former === version || isOtherRelease(former, version);
    });
  }

  /**
   * Whether it is one that is gone, under another name, or itself with a source of another name: of the same address and version, and with the same fields but for the
   * name of the source. Whose signatures that source verifies is compared where sources are (delivery/flux/replaced-sources.ts).
   */
  isRenamed(delivery: Delivery): boolean {
    const { version } = originOf(delivery);
    const own = delivery.place === undefined ? declarationOf(delivery, this.#after.graph.view) : undefined;
    if (own === undefined) return false;
    return (this.#byOrigin.get(this.#originKey(delivery)) ?? []).some(
      (each) =>
        originOf(each).version === version &&
        (nameOf(each) === nameOf(delivery) || !this.#namesAfter.has(nameOf(each))) &&
        isSameValue(declarationOf(each, this.#view), own),
    );
  }

  #originKey(delivery: Delivery): string {
    return JSON.stringify([this.#scopeOf(delivery.file), delivery.what, originOf(delivery).address]);
  }
}

/** What an object says of what it delivers, without its own name and that of its source. */
function declarationOf({ file, document, addressAt }: Delivery, view: FileView): Mapping | undefined {
  const at = addressAt.indexOf('spec');
  const object = mapping(valueIn(view.documents(file)[document]?.value, addressAt.slice(0, Math.max(at, 0))));
  if (at < 0 || !isMapping(object.spec)) return undefined;
  const { sourceRef, chartRef, chart, ...spec } = object.spec;
  const kindOf = (reference: unknown) => isMapping(reference) && { ...reference, name: undefined };
  const chartSpec = mapping(mapping(chart).spec);
  return {
    kind: object.kind,
    namespace: mapping(object.metadata).namespace,
    spec,
    sourceRef: kindOf(sourceRef),
    chartRef: kindOf(chartRef),
    chart: isMapping(chart) ? { ...chartSpec, sourceRef: kindOf(chartSpec.sourceRef) } : chart,
  };
}

/** What a declaration is recognised by in another file. */
function keyOf(delivery: Delivery): string {
  return JSON.stringify([nameOf(delivery), delivery.address, delivery.version]);
}

function originOf({ address, version, origin }: Delivery): Pick<Delivery, 'address' | 'version'> {
  return origin ?? { address, version };
}

/** A source of Flux, which delivers nothing by itself. */
function isSource({ what }: Delivery): boolean {
  return what.startsWith('the ') && sources.has(what.slice('the '.length));
}

/** Which declaration, without its file. */
function nameOf({ id }: Delivery): string {
  return id.replace(/ \([^()]*\)/, '');
}

const start = { line: 1, column: 1 };
const sources = new Set([
  'GitRepository',
  'OCIRepository',
  'HelmRepository',
  'HelmChart',
  'Bucket',
  'ExternalArtifact',
]);

/** What a root includes from elsewhere, or a program it starts, that it did not before. */
function includedChanges({ id, before, after }: RenderedRoot, view: FileView): DeliveryChange[] {
  if (after === undefined) return [];
  const old = (before?.gaps ?? []).filter(isForeign).map((gap) => addressOf(gap));
  return after.gaps.filter(isForeign).flatMap((gap): DeliveryChange[] => {
    const now = addressOf(gap);
    if (old.some(({ address, version }) => address === now.address && version === now.version)) return [];
    const former = old.find(({ address }) => address === now.address);
    const position = { file: gap.file, ...(view.documents(gap.file)[0]?.at(gap.at) ?? start) };
    const what = gap.kind === 'plugin' ? 'what a program makes' : 'the manifests';
    const isRelease = former !== undefined && isOtherRelease(former.version, now.version);
    const address = gap.kind === 'plugin' ? now.address : shownAddress(now.address);
    return [{ by: id, what, address, version: now.version, kind: former ? 'version' : 'new', isRelease, position }];
  });
}

/** Programs that only decrypt Secrets are how such files are meant to be delivered. */
function isForeign({ kind, decrypts }: Gap): boolean {
  return kind === 'remote' || (kind === 'plugin' && decrypts !== true);
}

/** The address and the version in it: `?ref=v1`, the last word of a chart, the tag of an OCI address. */
function addressOf({ name }: Gap): { readonly address: string; readonly version: string | undefined } {
  const query = /^(.*?)[?&](?:ref|version)=([^&]*)(.*)$/.exec(name);
  if (query !== null) return { address: `${query[1]}${query[3]}`, version: query[2] };
  const chart = /^(\S+) (\S+)$/.exec(name);
  if (chart !== null && !name.includes('(')) return { address: chart[1] ?? name, version: chart[2] };
  return { address: name, version: undefined };
}
