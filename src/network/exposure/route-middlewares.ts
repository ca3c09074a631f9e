import type { Resource } from '../../kube/resource.ts';
import { canonical, list, mapping, scalarText } from '../../plain-values.ts';
import { enumerate } from '../../rbac/judge/sentence.ts';
import type { Exposure } from './exposure.ts';

interface TraefikRoute {
  readonly match: string;
  readonly services: string;
  readonly middlewares: readonly string[];
}

/** The middlewares that requests to an IngressRoute no longer go through, route by route: those of one match, else of the same Services. */
export function middlewaresLost(before: Resource, after: Resource): readonly Exposure[] {
  const [old, now] = [routesOf(before), routesOf(after)];
  const [byMatch, byServices] = [
    new Map(old.map((each) => [each.match, each])),
    new Map(old.map((each) => [each.services, each])),
  ];
  return now.flatMap(({ match, services, middlewares }, index): readonly Exposure[] => {
    const former = byMatch.get(match) ?? byServices.get(services);
    const kept = new Set(middlewares);
    const lost = (former?.middlewares ?? []).filter((name) => !kept.has(name));
    if (lost.length === 0) return [];
    return [
      {
        what: `no longer has requests go through ${enumerate(lost)}`,
        remedy: 'Keep the middlewares: they demand authentication, or let in some networks alone.',
        severity: 'high',
        path: ['spec', 'routes', index],
        lostAt: ['spec', 'routes', former === undefined ? index : old.indexOf(former), 'middlewares'],
        subject: [`middlewares ${[...lost].sort().join(' ')}`, ...(now.length > 1 ? [match] : [])],
      },
    ];
  });
}

function routesOf({ value }: Resource): readonly TraefikRoute[] {
  return list(mapping(value.spec).routes).map((each) => {
    const { match, services, middlewares } = mapping(each);
    return {
      match: scalarText(match),
      services: canonical(services ?? null),
      middlewares: middlewareNames(middlewares),
    };
  });
}

/** Middlewares as a route or a chain lists them: `auth`, `shared/auth`. */
export function middlewareNames(middlewares: unknown): readonly string[] {
  return list(middlewares).map((each) => {
    const { name, namespace } = mapping(each);
    return [scalarText(namespace), scalarText(name)].filter((part) => part !== '').join('/');
  });
}
