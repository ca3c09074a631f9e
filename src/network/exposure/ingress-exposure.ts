import type { Resource } from '../../kube/resource.ts';
import { isMapping, list, type Mapping, mapping, scalarText, text, valueUnder } from '../../plain-values.ts';
import { readLabels } from '../../rbac/model/label-selector.ts';
import { namespaceOf } from '../../rbac/model/rbac-object.ts';
import type { Path } from '../../yaml/document.ts';
import type { Exposure } from './exposure.ts';
import { lostProtections } from './ingress-protection.ts';

/** A Service that an Ingress leads to, and where that is written. */
interface Backend {
  readonly service: string;
  readonly path: Path;
}

/** Services that are new with the change, and those that some Ingress or Route led to before it: `namespace/name`. */
export interface Reachable {
  readonly newServices: ReadonlySet<string>;
  readonly exposed: ReadonlySet<string>;
}

/** Whether an object brings in traffic from outside: an Ingress, or a Route of OpenShift. */
export function isIngress({ group, kind }: Pick<Resource, 'group' | 'kind'>): boolean {
  if (kind === 'Ingress') return group === 'networking.k8s.io' || group === 'extensions';
  return kind === 'Route' && group === 'route.openshift.io';
}

/** The Services that an Ingress or Route leads to, as `namespace/name`. */
export function exposedServices(resource: Resource): readonly string[] {
  return backendsOf(resource).map(({ service }) => serviceKey(resource, service));
}

/** How a Service is named among those of its scope. */
export function serviceKey(resource: Resource, service: string): string {
  return `${namespaceOf(resource)}/${service}`;
}

/** What an Ingress or Route newly exposes, and what it protects no more. */
export function ingressExposures(
  before: Resource | undefined,
  after: Resource,
  { newServices, exposed }: Reachable,
): readonly Exposure[] {
  const seen = new Set<string>();
  const found: Exposure[] = backendsOf(after).flatMap(({ service, path }) => {
    const key = serviceKey(after, service);
    if (seen.has(key) || exposed.has(key) || newServices.has(key)) return [];
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
  if (before === undefined) return found;
  return [...found, ...weakened(before, after), ...tlsLost(before, after), ...otherClass(before, after)];
}

function weakened(before: Resource, after: Resource): readonly Exposure[] {
  const annotations = ({ value }: Resource) => readLabels(mapping(value.metadata).annotations);
  const now = annotations(after);
  return lostProtections(annotations(before), now).map(({ annotation, what }) => ({
    what,
    remedy: `Keep the annotation ${annotation} as it was.`,
    severity: 'high',
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

const inside = /internal|private|intern\b/i;

/** From a controller for the inside to another one, by its name. */
function otherClass(before: Resource, after: Resource): readonly Exposure[] {
  const [old, now] = [classOf(before.value), classOf(after.value)];
  if (!inside.test(old) || inside.test(now)) return [];
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

function classOf(value: Mapping): string {
  const annotated = mapping(mapping(value.metadata).annotations)['kubernetes.io/ingress.class'];
  return scalarText(mapping(value.spec).ingressClassName) || scalarText(annotated);
}

function backendsOf({ kind, value }: Resource): readonly Backend[] {
  const spec = mapping(value.spec);
  if (kind === 'Route') {
    const others = list(spec.alternateBackends).map((each, index) =>
      backendAt(mapping(each).name, ['spec', 'alternateBackends', index]),
    );
    return [backendAt(mapping(spec.to).name, ['spec', 'to', 'name']), ...others].flat();
  }
  const first = spec.defaultBackend === undefined ? 'backend' : 'defaultBackend';
  return [
    ...backendAt(serviceName(spec[first]), ['spec', first]),
    ...list(spec.rules).flatMap((rule, index) =>
      list(valueUnder(rule, 'http', 'paths')).flatMap((each, at) =>
        backendAt(serviceName(mapping(each).backend), ['spec', 'rules', index, 'http', 'paths', at, 'backend']),
      ),
    ),
  ];
}

/** The `service.name` of networking.k8s.io/v1; the `serviceName` of versions before. */
function serviceName(backend: unknown): unknown {
  return valueUnder(backend, 'service', 'name') ?? mapping(backend).serviceName;
}

function backendAt(name: unknown, path: Path): readonly Backend[] {
  const service = text(name);
  return service === undefined ? [] : [{ service, path }];
}
