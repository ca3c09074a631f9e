import { groupBy } from '../../groups.ts';
import type { Resource } from '../../kube/resource.ts';
import { canonical, type Mapping } from '../../plain-values.ts';
import { enumerate } from '../../rbac/judge/sentence.ts';
import { resourceName } from '../../rbac/model/rbac-object.ts';
import { limitsAmong, lostProtections } from '../annotations/ingress-protection.ts';
import type { LostProtection } from '../annotations/lost-protection.ts';
import type { BackendKeys } from './backend-keys.ts';
import type { Backend, Exposure } from './exposure.ts';
import { annotationsOf, classOf, isInside } from './ingress-backends.ts';

/** An Ingress or Route before the change, and what it protects what is behind it with. */
interface Way {
  readonly ingress: Resource;
  readonly annotations: Mapping;
  readonly limits: ReadonlySet<string>;
}

/** The Ingresses and Routes before the change, by the Services they lead to and by the hosts and paths they serve. */
export interface FormerWays {
  readonly byService: ReadonlyMap<string, readonly Way[]>;
  readonly byPlace: ReadonlyMap<string | undefined, readonly Way[]>;
}

/** The ways that Ingresses and Routes are; of those that protect alike the first. */
export function formerWays(ingresses: readonly Resource[], { backendsOf }: BackendKeys): FormerWays {
  const ways = ingresses.flatMap((ingress) => {
    const annotations = annotationsOf(ingress);
    const limits = new Set(limitsAmong(annotations));
    const likeness = canonical([
      classOf(ingress),
      Object.fromEntries([...limits].map((name) => [name, annotations[name]])),
    ]);
    return backendsOf(ingress).map((backend) => ({ ingress, annotations, limits, likeness, backend }));
  });
  const by = <K>(keyOf: (backend: Backend) => K) => {
    const groups = groupBy(ways, ({ backend }) => keyOf(backend));
    return new Map(
      [...groups].map(([key, all]) => [
        key,
        [...groupBy(all, ({ likeness }) => likeness).values()].flatMap((alike) => alike.slice(0, 1)),
      ]),
    );
  };
  return { byService: by(({ key }) => key), byPlace: by(({ served }) => served) };
}

/** That something newly leads to what every Ingress before it protected: to the same Service, or from the same host and path. */
export function waysAround(
  before: Resource | undefined,
  after: Resource,
  ways: FormerWays,
  { backendsOf }: BackendKeys,
): readonly Exposure[] {
  const own = before === undefined ? [] : backendsOf(before);
  const [services, places] = [new Set(own.map(({ key }) => key)), new Set(own.map(({ served }) => served))];
  const annotations = annotationsOf(after);
  const seen = new Set<readonly Way[]>();
  const found = backendsOf(after).flatMap(({ service, key, served, path }) => {
    const toService = services.has(key) ? undefined : ways.byService.get(key);
    const toPlace = served === undefined || places.has(served) ? undefined : ways.byPlace.get(served);
    return [toService, toPlace].flatMap((former) => {
      if (former === undefined || seen.has(former)) return [];
      seen.add(former);
      const lost = former.map((way) => missing(way, after, annotations));
      const [[way], [first = []]] = [former, lost];
      if (way === undefined || lost.some((each) => each.length === 0)) return [];
      return [{ way, lost: first, path, where: former === toService ? `Service ${service}` : (served ?? '') }];
    });
  });
  const [first] = found;
  if (first === undefined) return [];
  const names = first.lost.map(({ annotation }) => annotation);
  const isHigh = found.some(({ lost }) => lost.some(({ severity }) => severity === 'high'));
  return [
    {
      what: `leads to ${enumerate(found.map(({ where }) => where))}, less protected than by ${resourceName(first.way.ingress)} (${enumerate(names)})`,
      remedy: 'Have it demand the same: whoever is turned away by one of them comes in by the other.',
      severity: isHigh ? 'high' : 'medium',
      path: first.path,
      subject: [
        `around ${names.join(' ')}`,
        ...found.flatMap(({ where, lost }) => [where, ...lost.flatMap(({ value }) => value ?? [])]),
      ],
    },
  ];
}

/** What protects a former way, and not the new one. */
function missing({ ingress, annotations: was, limits }: Way, after: Resource, is: Mapping): readonly LostProtection[] {
  const [old, now] = [classOf(ingress), classOf(after)];
  // Another controller has annotations of its own, which cannot be compared; one for the inside needs fewer.
  if (old !== now && (limitsAmong(is).length > 0 || (isInside(now) && !isInside(old)))) return [];
  const lost = lostProtections(was, is).filter(({ annotation }) => limits.has(annotation));
  // A canary of ingress-nginx takes a part of what comes by the other Ingress, after its checks.
  const isCanary = old === now && is['nginx.ingress.kubernetes.io/canary'] === 'true';
  return isCanary ? lost.filter(({ annotation }) => !annotation.startsWith('nginx.ingress.kubernetes.io/')) : lost;
}
