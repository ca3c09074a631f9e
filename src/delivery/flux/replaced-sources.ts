import { addTo } from '../../groups.ts';
import { identityKey } from '../../kube/identity/identity-key.ts';
import { type LoosenedObject, loosenedObject } from '../../kube/loosening.ts';
import type { Resource } from '../../kube/resource.ts';
import {
  entryOf,
  isMapping,
  isSameValue,
  json,
  type Mapping,
  mapping,
  scalarText,
  text,
  valueUnder,
} from '../../plain-values.ts';
import { resourceName } from '../../rbac/model/rbac-object.ts';
import type { Path } from '../../yaml/document.ts';
import { sourceLoosened } from './source-objects.ts';

/** Where a kind states what it takes and whose signatures it verifies. */
const places: Readonly<Record<string, Path>> = {
  GitRepository: ['spec'],
  OCIRepository: ['spec'],
  HelmChart: ['spec'],
  HelmRelease: ['spec', 'chart', 'spec'],
};

/**
 * What sources of Flux no longer verify that are in the place of another one: of its kind and address, and new where that is gone, or
 * named instead of it by a Kustomization or HelmRelease. Under another name the loss is the same as in place.
 */
export function replacedSources(before: readonly Resource[], after: readonly Resource[]): readonly LoosenedObject[] {
  const verifying = before.filter((each) => isMapping(specOf(each)?.verify));
  if (verifying.length === 0) return [];
  const [known, now] = [new Set(before.map(identityKey)), new Set(after.map(identityKey))];
  const urls = { before: urlsOf(before), after: urlsOf(after) };
  const sources = new Map<string, Resource[]>();
  for (const each of after) {
    for (const address of addressesOf(each, urls.after)) addTo(sources, json([each.kind, address]), each);
  }
  const switched = switchedTakers(before, after);
  return verifying.flatMap((was) => {
    const isStaying = now.has(identityKey(was));
    const takers = switched.get(referenceTo(was)) ?? [];
    const alike = new Set(addressesOf(was, urls.before).flatMap((each) => sources.get(json([was.kind, each])) ?? []));
    return [...alike].flatMap((is): readonly LoosenedObject[] => {
      if (identityKey(is) === identityKey(was)) return [];
      const isNew = !known.has(identityKey(is));
      if (isNew && !isStaying) return loosenedObject(was, is, lost(was, is));
      const own = takers.filter(([former, taker]) => takesFrom(former, was) && takesFrom(taker, is));
      if (isNew) return own.length === 0 ? [] : loosenedObject(was, is, lost(was, is));
      return own.filter(([former]) => !takesFrom(former, is)).flatMap((taker) => ofTaker(taker, was, is));
    });
  });
}

function lost(was: Resource, is: Resource) {
  const found = sourceLoosened(was.value, is.value, places[is.kind] ?? []);
  const name = resourceName(was);
  return found.map((each) => ({
    ...each,
    what: `${each.what}, in the place of ${name}`,
    subject: [...each.subject, name],
  }));
}

/** What newly takes from a source that was there already: the change is where it names it. */
function ofTaker([former, taker]: Pair, was: Resource, is: Resource): readonly LoosenedObject[] {
  const path = referencePath(taker);
  const found = sourceLoosened(was.value, is.value, places[is.kind] ?? []).map(({ what, formerPath, ...each }) => ({
    ...each,
    what: `newly takes from ${resourceName(is)}, which in the place of ${resourceName(was)} ${what}`,
    path: [...path, 'name'],
    subject: [...each.subject, resourceName(was), resourceName(is)],
  }));
  return loosenedObject(former, taker, found);
}

type Pair = readonly [was: Resource, is: Resource];

/** Kustomizations and HelmReleases that take from another source than before, by the one that they took from. */
function switchedTakers(before: readonly Resource[], after: readonly Resource[]): ReadonlyMap<string, readonly Pair[]> {
  const formers = new Map(before.filter(isTaker).map((each) => [identityKey(each), each]));
  const found = new Map<string, Pair[]>();
  for (const each of after.filter(isTaker)) {
    const former = formers.get(identityKey(each));
    if (former === undefined || isSameValue(referenceOf(former), referenceOf(each))) continue;
    const { kind, name } = referenceOf(former);
    addTo(found, `${scalarText(kind)}/${scalarText(name)}`, [former, each]);
  }
  return found;
}

const referenceTo = ({ kind, name }: Resource) => `${kind}/${name}`;

function isTaker({ group }: Resource): boolean {
  return /^(?:kustomize|helm)\.toolkit\.fluxcd\.io$/.test(group);
}

function referenceOf(taker: Resource): Mapping {
  return mapping(valueUnder(taker.value, ...referencePath(taker).map(String)));
}

function takesFrom(taker: Resource, source: Resource): boolean {
  const { kind, name, namespace } = referenceOf(taker);
  const isThere = namespace === undefined || source.namespace === undefined || text(namespace) === source.namespace;
  return scalarText(kind) === source.kind && text(name) === source.name && isThere;
}

function referencePath({ kind, value }: Resource): Path {
  if (kind !== 'HelmRelease') return ['spec', 'sourceRef'];
  return mapping(value.spec).chartRef === undefined ? ['spec', 'chart', 'spec', 'sourceRef'] : ['spec', 'chartRef'];
}

function specOf({ group, kind, value }: Resource): Mapping | undefined {
  const at = /^(?:source|helm)\.toolkit\.fluxcd\.io$/.test(group) ? entryOf(places, kind) : undefined;
  return at === undefined ? undefined : mapping(valueUnder(value, ...at.map(String)));
}

type Urls = ReadonlyMap<string, readonly { readonly namespace: string | undefined; readonly url: string }[]>;

/** The addresses of sources by kind and name, in every namespace. */
function urlsOf(objects: readonly Resource[]): Urls {
  const found = new Map<string, { readonly namespace: string | undefined; readonly url: string }[]>();
  for (const each of objects.filter(({ group }) => group === 'source.toolkit.fluxcd.io')) {
    const url = bare(scalarText(mapping(each.value.spec).url));
    addTo(found, referenceTo(each), { namespace: each.namespace, url });
  }
  return found;
}

/**
 * What a source takes: its URL, or a chart of the source that it names, of which there may be several where namespaces are not stated;
 * nothing for what is no source.
 */
function addressesOf(source: Resource, urls: Urls): readonly string[] {
  const spec = specOf(source);
  if (spec === undefined) return [];
  const { url, chart, sourceRef } = spec;
  if (chart === undefined) return [bare(scalarText(url))];
  const { kind, name, namespace = source.namespace } = mapping(sourceRef);
  const reference = `${scalarText(kind)}/${scalarText(name)}`;
  const own = (urls.get(reference) ?? []).filter(
    (each) => each.namespace === undefined || namespace === undefined || each.namespace === namespace,
  );
  const addresses = own.length === 0 ? [reference] : own.map((each) => each.url);
  return [...new Set(addresses)].map((each) => json([chart, each]));
}

/** An address without what says how it is reached: `ssh://git@host/a.git`, `git@host:a` and `https://host/a` are one. */
function bare(url: string): string {
  return url
    .replace(/^[a-z+]+:\/\//i, '')
    .replace(/^[^@/]*@/, '')
    .replace(/^([^:/]+):(?=[^/\d])/, '$1/')
    .replace(/\/+$/, '')
    .replace(/\.git$/, '')
    .toLowerCase();
}
