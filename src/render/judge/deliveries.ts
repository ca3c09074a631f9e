import type { Position } from '../../kube/resource.ts';
import type { Path } from '../../yaml/document.ts';
import { shownAddress } from '../graph/remote.ts';
import type { FileView } from '../model/file-view.ts';
import type { Gap } from '../model/gap.ts';
import { type Delivery, thisRepository } from '../model/root.ts';
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
  /** `new`: from there nothing was delivered before; `version`: another version of the same. */
  readonly kind: 'new' | 'version';
  /** Whether both versions are pins that who publishes there can alone set: a release, not a branch or a commit. */
  readonly isRelease: boolean;
  readonly position: Position;
}

/** Everything that begins to be delivered from outside the repository: by declarations, and by what roots include. */
export function changedDeliveries(
  before: Delivered,
  after: Delivered,
  roots: readonly RenderedRoot[],
): readonly DeliveryChange[] {
  const declared = after.deliveries.flatMap((delivery) => declaredChange(before, after.graph.view, delivery) ?? []);
  return [...declared, ...roots.flatMap((root) => includedChanges(root, after.graph.view))];
}

function declaredChange(before: Delivered, view: FileView, delivery: Delivery): DeliveryChange | undefined {
  const { file, document, address, version, addressAt, versionAt, what, id } = delivery;
  const at = (path: Path): Position => ({ file, ...(view.documents(file)[document]?.at(path) ?? start) });
  const common = { by: id, what, address: shownAddress(address), version };
  const old = before.deliveries.find((each) => each.id === id) ?? moved(before, delivery);
  // A source alone delivers nothing: what names it is found itself.
  if (old === undefined && what.startsWith('the ') && sources.has(what.slice('the '.length))) return undefined;
  // A branch of the usual name is what is judged here.
  if (old === undefined && delivery.isOwn === true && isUsualBranch(version)) return undefined;
  if (address === thisRepository) return undefined;
  if (old === undefined || old.address !== address) {
    return { ...common, kind: 'new', isRelease: false, position: at(addressAt) };
  }
  if (old.version === version) return undefined;
  const isRelease = isPinnedRelease(old.version) && isPinnedRelease(version);
  return { ...common, kind: 'version', isRelease, position: at(versionAt ?? addressAt) };
}

function isUsualBranch(version: string | undefined): boolean {
  return version === undefined || /^branch (?:main|master)$/.test(version);
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

/** The same declaration in another file. */
function moved(before: Delivered, { id, address, version }: Delivery): Delivery | undefined {
  const name = id.replace(/ \([^()]*\)/, '');
  return before.deliveries.find(
    (each) => each.address === address && each.version === version && each.id.replace(/ \([^()]*\)/, '') === name,
  );
}

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
    const isRelease = former !== undefined && isPinnedRelease(former.version) && isPinnedRelease(now.version);
    const address = gap.kind === 'plugin' ? now.address : shownAddress(now.address);
    return [{ by: id, what, address, version: now.version, kind: former ? 'version' : 'new', isRelease, position }];
  });
}

/** Programs that only decrypt Secrets are how such files are meant to be delivered. */
function isForeign({ kind, name }: Gap): boolean {
  return kind === 'remote' || (kind === 'plugin' && !/\bksops\b|SopsSecretGenerator/i.test(name));
}

/** The address and the version in it: `?ref=v1`, the last word of a chart, the tag of an OCI address. */
function addressOf({ name }: Gap): { readonly address: string; readonly version: string | undefined } {
  const query = /^(.*?)[?&](?:ref|version)=([^&]*)(.*)$/.exec(name);
  if (query !== null) return { address: `${query[1]}${query[3]}`, version: query[2] };
  const chart = /^(\S+) (\S+)$/.exec(name);
  if (chart !== null && !name.includes('(')) return { address: chart[1] ?? name, version: chart[2] };
  return { address: name, version: undefined };
}

/** A release as its publisher names it. A commit id is none: a forge serves those of forks too. A range or branch moves. */
export function isPinnedRelease(version: string | undefined): boolean {
  return version !== undefined && /^v?\d+\.\d+(?:\.\d+)?(?:[-+.][\w.+-]*)?(?:@sha256:[0-9a-f]{64})?$/i.test(version);
}
