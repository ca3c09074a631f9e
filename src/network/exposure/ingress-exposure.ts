import { groupBy } from '../../groups.ts';
import type { Resource } from '../../kube/resource.ts';
import { isMapping, list, mapping, scalarText, text, valueUnder } from '../../plain-values.ts';
import { isOpenText } from '../../workload/pod-security/open-text.ts';
import { lostProtections } from '../annotations/ingress-protection.ts';
import type { BackendKeys } from './backend-keys.ts';
import { type FormerTargets, newPorts, type ServicesOfSides } from './backend-ports.ts';
import type { Exposure } from './exposure.ts';
import { annotationsOf, classOf, isInside } from './ingress-backends.ts';
import { snippetsChanged } from './ingress-snippets.ts';
import { hasFilters, isGatewayRoute, isTraefikRoute } from './route-backends.ts';
import { middlewaresLost } from './route-middlewares.ts';
import { type FormerWays, waysAround } from './ways-around.ts';

/** The Services of both sides (`namespace/name`), and what led from outside before the change. */
export interface Reachable {
  readonly keys: BackendKeys;
  readonly services: ServicesOfSides;
  readonly ways: FormerWays;
  /** Whether a policy that is attached to it decides who comes in by a route. */
  readonly guarded: (route: Resource) => boolean;
  /** The ports of pods that led outside before the change. */
  readonly targets: FormerTargets;
}

/** Whether an object brings in traffic from outside: an Ingress, a Route of OpenShift, a route of the Gateway API or of Traefik. */
export function isIngress({ group, kind, apiVersion }: Pick<Resource, 'group' | 'kind' | 'apiVersion'>): boolean {
  // Charts make the version by the cluster's.
  if (kind === 'Ingress') return group === 'networking.k8s.io' || group === 'extensions' || isOpenText(apiVersion);
  if (kind === 'Route') return group === 'route.openshift.io';
  return isGatewayRoute({ group, kind }) || isTraefikRoute({ group, kind });
}

/** What an Ingress or Route newly exposes, and what it protects no more. */
export function ingressExposures(
  before: Resource | undefined,
  after: Resource,
  { keys, services, ways, guarded, targets }: Reachable,
): readonly Exposure[] {
  const seen = new Set<string>();
  const own = ledTo(before, after, keys);
  // What is new altogether is an ordinary application.
  const isKnown = (key: string) => services.before.has(key) || (!own.has(key) && !services.after.has(key));
  const backends = keys.backendsOf(after);
  const byKey = groupBy(backends, ({ key }) => key);
  const ofServices: Exposure[] = backends.flatMap(({ service, key, path }) => {
    if (seen.has(key) || ways.byService.has(key) || !isKnown(key)) return [];
    seen.add(key);
    const places = (byKey.get(key) ?? []).map(({ served }) => served ?? '*');
    return [
      {
        what: `newly leads from outside to Service ${service}, which nothing led to before`,
        remedy: `Leave Service ${service} inside the cluster, or demand authentication for what leads to it.`,
        severity: 'medium',
        path,
        subject: [`service ${service}`, ...new Set(places.sort())],
      },
    ];
  });
  const found = [...ofServices, ...newPorts(backends, services, targets)];
  const around = hasFilters(after) || guarded(after) ? [] : waysAround(before, after, ways, keys);
  if (before === undefined) return [...found, ...around];
  return [
    ...found,
    ...around,
    ...weakened(before, after),
    ...snippetsChanged(before, after),
    ...middlewaresLost(before, after),
    ...tlsLost(before, after),
    ...redirectLost(before, after),
    ...otherClass(before, after),
  ];
}

/** Where an object begins to state its namespace, or ceases to: the Services that it led to already, as they are called now. */
function ledTo(
  before: Resource | undefined,
  after: Resource,
  { backendsOf, serviceKey }: BackendKeys,
): ReadonlySet<string> {
  if (before === undefined || before.namespace === after.namespace) return new Set();
  return new Set(backendsOf(before).map(({ service }) => serviceKey(after, service)));
}

function weakened(before: Resource, after: Resource): readonly Exposure[] {
  const is = annotationsOf(after);
  return lostProtections(annotationsOf(before), is).map(({ annotation, now, value, what, severity }) => ({
    what,
    remedy: `Keep the annotation ${annotation} as it was.`,
    severity,
    path: Object.hasOwn(is, now) ? ['metadata', 'annotations', now] : ['metadata', 'annotations'],
    ...(Object.hasOwn(is, annotation) ? {} : { lostAt: ['metadata', 'annotations', annotation] }),
    subject: [`annotation ${annotation}`, ...(value === undefined ? [] : [value])],
  }));
}

function tlsLost(before: Resource, after: Resource): readonly Exposure[] {
  const [old, now] = [tlsOf(before), tlsOf(after)];
  const served = hostsOf(after);
  const lost = [...old].filter((host) => !isCovered(host, now) && (host === '*' || served.has(host)));
  if (lost.length === 0) return servedBySide(before, after);
  return [
    {
      what: lost.includes('*') ? 'no longer serves by TLS' : `no longer serves ${lost.join(', ')} by TLS`,
      remedy: 'Keep the tls section: without it requests, and the credentials in them, are sent in the clear.',
      severity: 'high',
      path: ['spec', 'tls'],
      lostAt: ['spec', 'tls'],
      // Where nothing is served by TLS any more, that is all there is to say.
      subject: ['tls', ...(now.size === 0 ? [] : lost.sort())],
    },
  ];
}

/**
 * An Ingress that serves another host in place of one that it served by TLS, and not that one: `tls` is only for the hosts that it names (networking.k8s.io/v1,
 * IngressTLS); a rule without a host is for all of them.
 */
function servedBySide(before: Resource, after: Resource): readonly Exposure[] {
  const [old, now] = [hostsOf(before), hostsOf(after)];
  const isGone = [...old].some((host) => isCovered(host, tlsOf(before)) && !now.has(host));
  const open = [...now].filter((host) => !old.has(host) && !isCovered(host, tlsOf(after)));
  if (!isGone || open.length === 0) return [];
  return [
    {
      what: `serves ${open.map((host) => (host === '*' ? 'every host' : host)).join(', ')} without TLS in place of what it served by TLS`,
      remedy:
        'Name the hosts of its rules in the tls section: requests, and the credentials in them, are sent in the clear.',
      severity: 'high',
      path: ['spec', 'rules'],
      subject: [`tls of ${open.join(' ')}`],
    },
  ];
}

/** Whether TLS is served for a host: by its name, for all of them, or for all below a domain. */
function isCovered(host: string, tls: ReadonlySet<string>): boolean {
  return tls.has(host) || tls.has('*') || (host.includes('.') && tls.has(host.replace(/^[^.]*/, '*')));
}

/** A Route of OpenShift whose requests without TLS are served, where they were turned away or sent to TLS (route.openshift.io/v1, TLSConfig). */
function redirectLost(before: Resource, after: Resource): readonly Exposure[] {
  const path = ['spec', 'tls', 'insecureEdgeTerminationPolicy'];
  const isServed = ({ value }: Resource) => !/^(?:|None|Redirect)$/.test(scalarText(valueUnder(value, ...path)));
  if (after.kind !== 'Route' || !isServed(after) || isServed(before) || !tlsOf(before).has('*')) return [];
  return [
    {
      what: 'newly also serves requests without TLS',
      remedy: 'Keep insecureEdgeTerminationPolicy: Redirect, or leave it out.',
      severity: 'high',
      path,
      subject: ['insecure'],
    },
  ];
}

/** Hosts that TLS is served for; `*` where it is for all. */
function tlsOf({ kind, value }: Resource): ReadonlySet<string> {
  const tls = mapping(value.spec).tls;
  if (kind === 'Route' || kind.startsWith('IngressRoute')) return new Set(isMapping(tls) ? ['*'] : []);
  return new Set(
    list(tls).flatMap((each) => {
      const hosts = list(mapping(each).hosts).map(scalarText);
      return hosts.length === 0 ? ['*'] : hosts;
    }),
  );
}

/** Hosts that rules serve; `*` where one is for all. */
function hostsOf({ kind, value }: Resource): ReadonlySet<string> {
  if (kind !== 'Ingress') return new Set();
  return new Set(list(mapping(value.spec).rules).map((rule) => text(mapping(rule).host) ?? '*'));
}

/** From a controller for the inside to another one, by its name. */
function otherClass(before: Resource, after: Resource): readonly Exposure[] {
  const [old, now] = [classOf(before), classOf(after)];
  if (!isInside(old) || isInside(now)) return [];
  const is = isGatewayRoute(after) ? 'Gateway' : 'ingress class';
  return [
    {
      what: `moves from the ${is} ${old} to ${now === '' ? 'the default one' : now}`,
      remedy: `Keep the ${is} ${old}, or agree with the team that what is behind it may be reached from elsewhere.`,
      severity: 'medium',
      path: ['spec', isGatewayRoute(after) ? 'parentRefs' : 'ingressClassName'],
      subject: [`class ${now}`],
    },
  ];
}
