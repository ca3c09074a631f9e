import { type LoosenedObject, type Loosening, loosenedObject } from '../../kube/loosening.ts';
import type { Resource } from '../../kube/resource.ts';
import type { ScopeObjects } from '../../kube/scope.ts';
import { isMapping, json, list, type Mapping, mapping, scalarText, text } from '../../plain-values.ts';
import { enumerate } from '../../rbac/judge/sentence.ts';
import { namespaceOf } from '../../rbac/model/rbac-object.ts';
import { pairObjects } from '../../workload/model/pair-objects.ts';
import { sourcesLost } from './ingress-protection.ts';

/** What a policy demands of requests to the routes and Gateways that it is attached to. */
interface Attached {
  readonly targets: readonly string[];
  readonly demands: readonly string[];
}

/** The fields of Envoy Gateway's SecurityPolicy that decide who is let in (gateway.envoyproxy.io/v1alpha1). */
const ofEnvoy: readonly string[] = ['apiKeyAuth', 'authorization', 'basicAuth', 'extAuth', 'jwt', 'oidc'];
/** Those of Traefik's Middleware (doc.traefik.io, HTTP middlewares). */
const ofTraefik: readonly string[] = ['basicAuth', 'digestAuth', 'forwardAuth', 'ipAllowList', 'ipWhiteList'];

/** What is no longer demanded of those who come in by routes: policies attached to them, and middlewares they go through. */
export function attachedChanges({ before, after }: ScopeObjects): readonly LoosenedObject[] {
  const wrapped = (all: readonly Resource[]) => all.filter(decides).map((resource) => ({ resource }));
  const pairs = pairObjects(wrapped(before), wrapped(after), ({ resource }) => targetKey(resource, resource));
  if (pairs.length === 0) return [];
  const demanded = demandsByTarget(after);
  const isThere = new Set(after.map((each) => targetKey(each, each)));
  const gone = new Set(before.map((each) => targetKey(each, each)).filter((key) => !isThere.has(key)));
  return pairs.flatMap(({ before: old, after: now }) => {
    const [was, is] = [old?.resource, now?.resource];
    if (was === undefined) return [];
    if (was.kind === 'Middleware') return loosenedObject(was, is, is === undefined ? [] : middlewareLost(was, is));
    const { targets, demands } = attachedOf(was);
    const lost = demands.filter((field) =>
      targets.some((target) => !gone.has(target) && demanded.get(target)?.has(field) !== true),
    );
    return loosenedObject(was, is, lost.length === 0 ? [] : [noLongerDemanded(lost, is)]);
  });
}

function decides({ group, kind }: Resource): boolean {
  if (kind === 'Middleware') return /^traefik\.(?:io|containo\.us)$/.test(group);
  return isAttached({ group, kind });
}

/** Whether an object is a policy that is attached to routes or Gateways, and decides who comes in. */
export function isAttached({ group, kind }: Pick<Resource, 'group' | 'kind'>): boolean {
  return (
    (kind === 'SecurityPolicy' && group === 'gateway.envoyproxy.io') ||
    (kind === 'AuthPolicy' && group === 'kuadrant.io')
  );
}

/** The routes and Gateways that policies are attached to, with what is demanded there. */
export function demandsByTarget(objects: readonly Resource[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const each of objects) {
    if (!isAttached(each)) continue;
    const { targets, demands } = attachedOf(each);
    for (const target of targets) {
      const known = found.get(target) ?? new Set();
      for (const demand of demands) known.add(demand);
      found.set(target, known);
    }
  }
  return found;
}

function attachedOf(policy: Resource): Attached {
  const spec = mapping(policy.value.spec);
  const references = [...(isMapping(spec.targetRef) ? [spec.targetRef] : []), ...list(spec.targetRefs).map(mapping)];
  const selected = list(spec.targetSelectors).map((each) => `selected ${json(each)}`);
  return {
    targets: [...references.map((each) => targetKey(policy, each)), ...selected],
    demands: policy.kind === 'AuthPolicy' ? ['its rules'] : ofEnvoy.filter((field) => isMapping(spec[field])),
  };
}

/** `HTTPRoute/shop/web`. */
export function targetKey(policy: Resource, target: Mapping | Pick<Resource, 'kind' | 'name'>): string {
  const { kind, name, namespace } = target as Mapping;
  return json([scalarText(kind), text(namespace) ?? namespaceOf(policy) ?? '', scalarText(name)]);
}

function noLongerDemanded(lost: readonly string[], is: Resource | undefined): Loosening {
  const whom = `whoever comes in by what it ${is === undefined ? 'was' : 'is'} attached to`;
  return {
    what: `${is === undefined ? 'is gone: nothing demands' : 'no longer demands'} ${enumerate(lost)} of ${whom}`,
    remedy: 'Keep it as long as the route is there.',
    severity: 'high',
    path: ['spec'],
    formerPath: ['spec'],
    subject: ['demands', ...lost],
  };
}

/** A Middleware that is gone lets nothing through: Traefik does not serve routes that name it. */
function middlewareLost(was: Resource, is: Resource): readonly Loosening[] {
  const [old, now] = [mapping(was.value.spec), mapping(is.value.spec)];
  return ofTraefik.flatMap((field): readonly Loosening[] => {
    if (!isMapping(old[field])) return [];
    const sources = (spec: Mapping) => list(mapping(spec[field]).sourceRange).map(scalarText).join(',');
    const what = isMapping(now[field])
      ? sourcesLost(sources(old), sources(now))
      : `no longer does what it is named for (${field})`;
    if (what === undefined) return [];
    const path = ['spec', field];
    const remedy = 'Keep it for the routes that go through it, and make another one for those that need less.';
    return [{ what, remedy, severity: 'high', path, formerPath: path, subject: [field] }];
  });
}
