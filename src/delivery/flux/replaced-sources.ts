import { type LoosenedObject, loosenedObject } from '../../kube/loosening.ts';
import type { Resource } from '../../kube/resource.ts';
import { isMapping, json, type Mapping, mapping, scalarText, text, valueUnder } from '../../plain-values.ts';
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
  const [known, now] = [new Set(before.map(keyOf)), new Set(after.map(keyOf))];
  const urls = { before: urlsOf(before), after: urlsOf(after) };
  const sources = after.filter((each) => specOf(each) !== undefined);
  const inPlace = verifying.flatMap((was) => {
    const address = addressOf(was, urls.before);
    const alike = sources.filter((each) => each.kind === was.kind && addressOf(each, urls.after) === address);
    return alike.flatMap((is): readonly LoosenedObject[] => {
      if (keyOf(is) === keyOf(was)) return [];
      if (!known.has(keyOf(is))) {
        return now.has(keyOf(was)) && !isTakenInstead(was, is, before, after)
          ? []
          : loosenedObject(was, is, lost(was, is));
      }
      return takersInstead(was, is, before, after).flatMap((taker) => ofTaker(taker, was, is));
    });
  });
  return inPlace;
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

function isTakenInstead(was: Resource, is: Resource, before: readonly Resource[], after: readonly Resource[]): boolean {
  return takersInstead(was, is, before, after).length > 0;
}

/** What took from the one source, and takes from the other one. */
function takersInstead(
  was: Resource,
  is: Resource,
  before: readonly Resource[],
  after: readonly Resource[],
): readonly Pair[] {
  const takers = new Map(before.filter((each) => takesFrom(each, was)).map((each) => [keyOf(each), each]));
  return after.flatMap((each): readonly Pair[] => {
    const former = takers.get(keyOf(each));
    return former !== undefined && takesFrom(each, is) && !takesFrom(former, is) ? [[former, each]] : [];
  });
}

function takesFrom(taker: Resource, source: Resource): boolean {
  if (!/^(?:kustomize|helm)\.toolkit\.fluxcd\.io$/.test(taker.group) || taker === source) return false;
  const { kind, name, namespace } = mapping(valueUnder(taker.value, ...referencePath(taker).map(String)));
  const isThere = namespace === undefined || source.namespace === undefined || text(namespace) === source.namespace;
  return scalarText(kind) === source.kind && text(name) === source.name && isThere;
}

function referencePath({ kind, value }: Resource): Path {
  if (kind !== 'HelmRelease') return ['spec', 'sourceRef'];
  return mapping(value.spec).chartRef === undefined ? ['spec', 'chart', 'spec', 'sourceRef'] : ['spec', 'chartRef'];
}

function specOf({ group, kind, value }: Resource): Mapping | undefined {
  const at = /^(?:source|helm)\.toolkit\.fluxcd\.io$/.test(group) ? places[kind] : undefined;
  return at === undefined ? undefined : mapping(valueUnder(value, ...at.map(String)));
}

function keyOf({ group, kind, namespace, name }: Resource): string {
  return json([group, kind, namespace, name]);
}

/** The addresses of sources by their names. */
function urlsOf(objects: readonly Resource[]): ReadonlyMap<string, string> {
  const sources = objects.filter(({ group }) => group === 'source.toolkit.fluxcd.io');
  return new Map(
    sources.map(({ kind, name, value }) => [`${kind}/${name}`, bare(scalarText(mapping(value.spec).url))]),
  );
}

/** What a source takes: its URL, or a chart of the source that it names. */
function addressOf(source: Resource, urls: ReadonlyMap<string, string>): string {
  const { url, chart, sourceRef } = specOf(source) ?? {};
  if (chart === undefined) return bare(scalarText(url));
  const { kind, name } = mapping(sourceRef);
  const reference = `${scalarText(kind)}/${scalarText(name)}`;
  return json([chart, urls.get(reference) ?? reference]);
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
