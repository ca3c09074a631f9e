import type { Resource } from '../../kube/resource.ts';
import { isMapping, list, mapping, scalarText, text } from '../../plain-values.ts';
import type { Exposure } from './exposure.ts';
import { annotationsOf, backendsOf, classOf, isInside } from './ingress-backends.ts';
import { lostProtections } from './ingress-protection.ts';
import { type FormerWays, waysAround } from './ways-around.ts';

/** Services that are new with the change (`namespace/name`), and what led from outside before it. */
export interface Reachable {
  readonly newServices: ReadonlySet<string>;
  readonly ways: FormerWays;
}

/** Whether an object brings in traffic from outside: an Ingress, or a Route of OpenShift. */
export function isIngress({ group, kind }: Pick<Resource, 'group' | 'kind'>): boolean {
  if (kind === 'Ingress') return group === 'networking.k8s.io' || group === 'extensions';
  return kind === 'Route' && group === 'route.openshift.io';
}

/** What an Ingress or Route newly exposes, and what it protects no more. */
export function ingressExposures(
  before: Resource | undefined,
  after: Resource,
  { newServices, ways }: Reachable,
): readonly Exposure[] {
  const seen = new Set<string>();
  const found: Exposure[] = backendsOf(after).flatMap(({ service, key, path }) => {
    if (seen.has(key) || ways.byService.has(key) || newServices.has(key)) return [];
    seen.add(key);
    return [
      {
        what: `newly leads from outside to Service ${service}, which nothing led to before`,
        remedy: `Leave Service ${service} inside the cluster, or demand authentication for what leads to it.`,
        severity: 'medium',
        path,
        subject: `service ${service}`,
      },
    ];
  });
  const around = waysAround(before, after, ways);
  if (before === undefined) return [...found, ...around];
  return [...found, ...around, ...weakened(before, after), ...tlsLost(before, after), ...otherClass(before, after)];
}

function weakened(before: Resource, after: Resource): readonly Exposure[] {
  const now = annotationsOf(after);
  return lostProtections(annotationsOf(before), now).map(({ annotation, what, severity }) => ({
    what,
    remedy: `Keep the annotation ${annotation} as it was.`,
    severity,
    path: Object.hasOwn(now, annotation) ? ['metadata', 'annotations', annotation] : ['metadata', 'annotations'],
    ...(Object.hasOwn(now, annotation) ? {} : { lostAt: ['metadata', 'annotations', annotation] }),
    subject: `annotation ${annotation}`,
  }));
}

function tlsLost(before: Resource, after: Resource): readonly Exposure[] {
  const [old, now] = [tlsOf(before), tlsOf(after)];
  const served = hostsOf(after);
  const lost = [...old].filter((host) => !now.has(host) && !now.has('*') && (host === '*' || served.has(host)));
  if (lost.length === 0) return [];
  return [
    {
      what: lost.includes('*') ? 'no longer serves by TLS' : `no longer serves ${lost.join(', ')} by TLS`,
      remedy: 'Keep the tls section: without it requests, and the credentials in them, are sent in the clear.',
      severity: 'high',
      path: ['spec', 'tls'],
      lostAt: ['spec', 'tls'],
      subject: 'tls',
    },
  ];
}

/** Hosts that TLS is served for; `*` where it is for all. */
function tlsOf({ kind, value }: Resource): ReadonlySet<string> {
  const tls = mapping(value.spec).tls;
  if (kind === 'Route') return new Set(isMapping(tls) ? ['*'] : []);
  return new Set(
    list(tls).flatMap((each) => {
      const hosts = list(mapping(each).hosts).map(scalarText);
      return hosts.length === 0 ? ['*'] : hosts;
    }),
  );
}

function hostsOf({ value }: Resource): ReadonlySet<string> {
  return new Set(list(mapping(value.spec).rules).flatMap((rule) => text(mapping(rule).host) ?? []));
}

/** From a controller for the inside to another one, by its name. */
function otherClass(before: Resource, after: Resource): readonly Exposure[] {
  const [old, now] = [classOf(before), classOf(after)];
  if (!isInside(old) || isInside(now)) return [];
  return [
    {
      what: `moves from the ingress class ${old} to ${now === '' ? 'the default one' : now}`,
      remedy: `Keep the class ${old}, or agree with the team that what is behind it may be reached from elsewhere.`,
      severity: 'medium',
      path: ['spec', 'ingressClassName'],
      subject: `class ${now}`,
    },
  ];
}
