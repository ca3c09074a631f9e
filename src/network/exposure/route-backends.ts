import type { Resource } from '../../kube/resource.ts';
import { list, type Mapping, mapping, scalarText, text, valueUnder } from '../../plain-values.ts';
import { namespaceOf } from '../../rbac/model/rbac-object.ts';
import type { Path } from '../../yaml/document.ts';
import type { Backend, BackendPort } from './exposure.ts';

const gatewayRoutes: readonly string[] = ['HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute', 'UDPRoute'];

/** Whether an object is a route of the Gateway API. */
export function isGatewayRoute({ group, kind }: Pick<Resource, 'group' | 'kind'>): boolean {
  return group === 'gateway.networking.k8s.io' && gatewayRoutes.includes(kind);
}

/** Whether an object is a route of Traefik's own. */
export function isTraefikRoute({ group, kind }: Pick<Resource, 'group' | 'kind'>): boolean {
  return /^traefik\.(?:io|containo\.us)$/.test(group) && /^IngressRoute(?:TCP|UDP)?$/.test(kind);
}

/** The Gateway that a route is attached to: one that is not for the inside by its name, where there is one. */
export function gatewayOf({ value }: Resource, isInside: (name: string) => boolean): string {
  const names = gatewaysOf(value.spec);
  return names.find((name) => !isInside(name)) ?? names[0] ?? '';
}

/** What lets requests from outside in to a route: Gateways, listeners of them (ListenerSet), and whatever is not a Service of a mesh. */
function gatewaysOf(spec: unknown): readonly string[] {
  return list(mapping(spec).parentRefs).flatMap((each) => {
    const { kind = 'Gateway', name } = mapping(each);
    return kind === 'Service' || kind === 'ServiceEntry' ? [] : scalarText(name);
  });
}

/** The places of a rule, each of which is another one of its backends: the API server refuses a route with more hosts or matches. */
const [mostHosts, mostMatches] = [16, 64];
/** Backends of one route with their places; of more the place is not known. */
const mostPlaces = 40_000;

/** Where a route of the Gateway API leads from outside (gateway.networking.k8s.io/v1): one whose parents are Services is for the mesh alone. */
export function gatewayBackends(route: Resource): readonly Backend[] {
  const spec = mapping(route.value.spec);
  if (list(spec.parentRefs).length > 0 && gatewaysOf(spec).length === 0) return [];
  const stated = list(spec.hostnames).map((each) => scalarText(each).toLowerCase());
  const hosts = stated.length === 0 || stated.length > mostHosts ? [undefined] : stated;
  let left = mostPlaces;
  return list(spec.rules).flatMap((rule, index) => {
    const { backendRefs, matches } = mapping(rule);
    const places = hosts.flatMap((host) =>
      host === undefined ? [undefined] : pathsOf(matches).map((path) => host + path),
    );
    return list(backendRefs).flatMap((each, place) => {
      const { kind = 'Service', name, namespace, port } = mapping(each);
      if (kind !== 'Service') return [];
      const at: Path = ['spec', 'rules', index, 'backendRefs', place];
      left -= places.length;
      return (left < 0 ? [undefined] : places).flatMap((served) =>
        backend(route, { name, namespace, port }, served, at),
      );
    });
  });
}

/** The paths that a rule is for, each once. */
function pathsOf(matches: unknown): readonly string[] {
  const paths = list(matches).map((match) => scalarText(valueUnder(match, 'path', 'value')) || '/');
  return paths.length === 0 || paths.length > mostMatches ? ['/'] : [...new Set(paths)];
}

/** Where an IngressRoute leads (doc.traefik.io, IngressRoute). */
export function traefikBackends(route: Resource): readonly Backend[] {
  return list(mapping(route.value.spec).routes).flatMap((each, index) =>
    list(mapping(each).services).flatMap((service, place) => {
      const { kind = 'Service', name, namespace, port } = mapping(service);
      if (kind !== 'Service') return [];
      return backend(route, { name, namespace, port }, undefined, ['spec', 'routes', index, 'services', place]);
    }),
  );
}

function backend(
  route: Resource,
  { name, namespace, port }: Mapping,
  served: string | undefined,
  path: Path,
): readonly Backend[] {
  const service = text(name);
  if (service === undefined) return [];
  const key = `${text(namespace) ?? namespaceOf(route)}/${service}`;
  return [{ service, key, served, port: backendPort(port, false), path }];
}

/** A port as a backend names it; undefined where it names none. */
export function backendPort(value: unknown, isOfPods: boolean): BackendPort | undefined {
  const stated = scalarText(value);
  return stated === '' ? undefined : { text: stated, isOfPods };
}

/** Whether a route has something decide about requests that no annotation says: a filter of its controller, or a middleware. */
export function hasFilters({ value: { spec } }: Resource): boolean {
  const { rules, routes } = mapping(spec);
  const isExtended = (rule: unknown) =>
    list(mapping(rule).filters).some((each) => scalarText(mapping(each).type) === 'ExtensionRef');
  return list(rules).some(isExtended) || list(routes).some((each) => list(mapping(each).middlewares).length > 0);
}
