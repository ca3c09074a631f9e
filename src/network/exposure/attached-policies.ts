import { type LoosenedObject, type Loosening, loosenedObject } from '../../kube/loosening.ts';
import type { Resource } from '../../kube/resource.ts';
import type { ScopeObjects } from '../../kube/scope.ts';
import { canonical, isMapping, json, list, type Mapping, mapping, scalarText, text } from '../../plain-values.ts';
import { enumerate } from '../../rbac/judge/sentence.ts';
import { namespaceOf } from '../../rbac/model/rbac-object.ts';
import { judgePairs, pairResources } from '../../workload/model/pair-objects.ts';
import { sourcesLost } from '../annotations/ingress-protection.ts';
import { demandsLoosened, demandsOf } from './attached-demands.ts';
import { middlewareNames } from './route-middlewares.ts';

/** A route or Gateway that a policy is attached to, or a section of one alone. */
interface Target {
  readonly object: string;
  /** The same as `object` where the policy is attached to all of it. */
  readonly place: string;
  /** As a fingerprint names it. */
  readonly called: string;
}

/** What a policy demands of requests to the routes and Gateways that it is attached to. */
interface Attached {
  readonly targets: readonly Target[];
  readonly demands: readonly string[];
}

/** The fields of Traefik's Middleware that decide who is let in (doc.traefik.io, HTTP and TCP middlewares). */
const ofTraefik: readonly string[] = ['basicAuth', 'digestAuth', 'forwardAuth', 'ipAllowList', 'ipWhiteList'];

/** What is no longer demanded of those who come in by routes: policies attached to them, and middlewares they go through. */
export function attachedChanges({ before, after }: ScopeObjects): readonly LoosenedObject[] {
  const pairs = pairResources(before.filter(decides), after.filter(decides), objectKey);
  if (pairs.length === 0) return [];
  const demanded = demandsByTarget(after);
  const isThere = new Set(after.map(objectKey));
  const gone = new Set(before.map(objectKey).filter((key) => !isThere.has(key)));
  return judgePairs(pairs, (was, is) => {
    if (was === undefined) return [];
    if (!isAttached(was)) return loosenedObject(was, is, is === undefined ? [] : middlewareLost(was, is));
    // Where it begins to state its namespace, what it is attached to does as well.
    const { targets, demands } = attachedOf(was, namespaceOf(is ?? was));
    const isDemanded = (field: string, ...keys: readonly string[]) =>
      keys.some((key) => demanded.get(key)?.has(field) === true);
    const isLost = (field: string, { object, place }: Target) => !gone.has(object) && !isDemanded(field, object, place);
    const lost = demands.filter((field) => targets.some((target) => isLost(field, target)));
    const open = targets.filter((target) => lost.some((field) => isLost(field, target)));
    const where = is === undefined || open.length === targets.length ? [] : open.map(({ called }) => called).sort();
    const isStill = targets.some(({ object }) => !gone.has(object));
    return loosenedObject(was, is, [
      ...(lost.length === 0 ? [] : [noLongerDemanded(lost, is, where)]),
      ...(is === undefined || !isStill ? [] : demandsLoosened(was, is)),
    ]);
  });
}

function decides({ group, kind }: Resource): boolean {
  if (/^Middleware(?:TCP)?$/.test(kind)) return /^traefik\.(?:io|containo\.us)$/.test(group);
  return isAttached({ group, kind });
}

/** Whether an object is a policy that is attached to routes or Gateways, and decides who comes in. */
export function isAttached({ group, kind }: Pick<Resource, 'group' | 'kind'>): boolean {
  return (
    (kind === 'SecurityPolicy' && group === 'gateway.envoyproxy.io') ||
    (kind === 'AuthPolicy' && group === 'kuadrant.io')
  );
}

/** The routes, Gateways and sections of them that policies are attached to, with what is demanded there. */
export function demandsByTarget(objects: readonly Resource[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const each of objects) {
    if (!isAttached(each)) continue;
    const { targets, demands } = attachedOf(each);
    for (const { place } of targets) {
      const known = found.get(place) ?? new Set();
      for (const demand of demands) known.add(demand);
      found.set(place, known);
    }
  }
  return found;
}

function attachedOf(policy: Resource, namespace = namespaceOf(policy)): Attached {
  const spec = mapping(policy.value.spec);
  const references = [...(isMapping(spec.targetRef) ? [spec.targetRef] : []), ...list(spec.targetRefs).map(mapping)];
  return {
    targets: [
      ...references.map((each) => targetOf(namespace, each)),
      ...list(spec.targetSelectors).map(selectedTarget),
    ],
    demands: demandsOf(policy),
  };
}

function targetOf(own: string, { kind, namespace, name, sectionName }: Mapping): Target {
  const object = keyOf(scalarText(kind), text(namespace) ?? own, scalarText(name));
  const place = text(sectionName) === undefined ? object : `${object} ${scalarText(sectionName)}`;
  return { object, place, called: place };
}

function selectedTarget(selector: unknown): Target {
  const object = `selected ${canonical(selector)}`;
  return { object, place: object, called: `selected ${json(selector)}` };
}

/** What an object is called where policies are attached to it. */
export function objectKey(resource: Resource): string {
  return keyOf(resource.kind, namespaceOf(resource), resource.name);
}

function keyOf(...parts: readonly [kind: string, namespace: string, name: string]): string {
  return json(parts);
}

/** `where` are the places that it is lost at, where these are not all. */
function noLongerDemanded(lost: readonly string[], is: Resource | undefined, where: readonly string[]): Loosening {
  const whom = `whoever comes in by what it ${is === undefined ? 'was' : 'is'} attached to`;
  return {
    what: `${is === undefined ? 'is gone: nothing demands' : 'no longer demands'} ${enumerate(lost)} of ${whom}`,
    remedy: 'Keep it as long as the route is there.',
    severity: 'high',
    path: ['spec'],
    formerPath: ['spec'],
    subject: ['demands', ...lost, ...where],
  };
}

/** A Middleware that is gone lets nothing through: Traefik does not serve routes that name it. */
function middlewareLost(was: Resource, is: Resource): readonly Loosening[] {
  const [old, now] = [mapping(was.value.spec), mapping(is.value.spec)];
  const remedy = 'Keep it for the routes that go through it, and make another one for those that need less.';
  const found = (what: string, field: string): Loosening => {
    const path = ['spec', field];
    return { what, remedy, severity: 'high', path, formerPath: path, subject: [field, ...leftOf(now[field])] };
  };
  const kept = new Set(chainOf(now));
  const left = chainOf(old).filter((name) => !kept.has(name));
  return [
    ...(left.length === 0 ? [] : [found(`no longer has requests go through ${enumerate(left)}`, 'chain')]),
    ...ofTraefik.flatMap((field): readonly Loosening[] => {
      if (!isMapping(old[field])) return [];
      const is = nowCalled(field, now);
      const sources = (spec: Mapping, name: string) => list(mapping(spec[name]).sourceRange).map(scalarText).join(',');
      const what = isMapping(now[is])
        ? sourcesLost(sources(old, field), sources(now, is))
        : `no longer does what it is named for (${field})`;
      return what === undefined ? [] : [found(what, is)];
    }),
  ];
}

/** Lists of networks are called otherwise since Traefik 3 (doc.traefik.io, migration from v2): the one takes the place of the other. */
function nowCalled(field: string, now: Mapping): string {
  const names = ['ipAllowList', 'ipWhiteList'];
  if (!names.includes(field) || isMapping(now[field])) return field;
  return names.find((name) => isMapping(now[name])) ?? field;
}

function leftOf(value: unknown): readonly string[] {
  return value === undefined ? [] : [json(value)];
}

/** The middlewares that one of several has requests go through. */
function chainOf({ chain }: Mapping): readonly string[] {
  return middlewareNames(mapping(chain).middlewares);
}
