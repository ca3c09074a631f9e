import type { Resource } from '../../kube/resource.ts';
import { list, type Mapping, mapping, scalarText, text, valueUnder } from '../../plain-values.ts';
import { readLabels } from '../../rbac/model/label-selector.ts';
import { namespaceOf } from '../../rbac/model/rbac-object.ts';
import type { Path } from '../../yaml/document.ts';
import type { Backend, BackendPort } from './exposure.ts';
import {
  backendPort,
  gatewayBackends,
  gatewayOf,
  isGatewayRoute,
  isTraefikRoute,
  traefikBackends,
} from './route-backends.ts';

/** How a Service is named among those of its scope. */
export function serviceKey(resource: Resource, service: string): string {
  return `${namespaceOf(resource)}/${service}`;
}

/** The annotations of an object, as texts. */
export function annotationsOf({ value }: Resource): Mapping {
  return readLabels(mapping(value.metadata).annotations);
}

/** The ingress class of an Ingress, or the Gateway of a route; empty where it states none. */
export function classOf(ingress: Resource): string {
  if (isGatewayRoute(ingress)) return gatewayOf(ingress, isInside);
  const annotated = scalarText(annotationsOf(ingress)['kubernetes.io/ingress.class']);
  return scalarText(mapping(ingress.value.spec).ingressClassName) || annotated;
}

/** Whether an ingress class is one for the inside, by its name. */
export function isInside(className: string): boolean {
  return /internal|private|intern\b/i.test(className);
}

/** The Services that an Ingress or Route leads to. */
export function backendsOf(resource: Resource): readonly Backend[] {
  if (isGatewayRoute(resource)) return gatewayBackends(resource);
  if (isTraefikRoute(resource)) return traefikBackends(resource);
  const spec = mapping(resource.value.spec);
  const at = (name: unknown, port: BackendPort | undefined, path: Path, served?: string): readonly Backend[] => {
    const service = text(name);
    return service === undefined ? [] : [{ service, key: serviceKey(resource, service), served, port, path }];
  };
  if (resource.kind === 'Route') {
    const served = servedBy(spec.host, spec.path);
    const port = backendPort(valueUnder(spec.port, 'targetPort'), true);
    const others = list(spec.alternateBackends).flatMap((each, index) =>
      at(mapping(each).name, port, ['spec', 'alternateBackends', index], served),
    );
    return [...at(mapping(spec.to).name, port, ['spec', 'to', 'name'], served), ...others];
  }
  const first = spec.defaultBackend === undefined ? 'backend' : 'defaultBackend';
  return [
    ...at(serviceName(spec[first]), portOf(spec[first]), ['spec', first]),
    ...list(spec.rules).flatMap((rule, index) =>
      list(valueUnder(rule, 'http', 'paths')).flatMap((each, place) => {
        const { backend, path } = mapping(each);
        const served = servedBy(mapping(rule).host, path);
        const where = ['spec', 'rules', index, 'http', 'paths', place, 'backend'];
        return at(serviceName(backend), portOf(backend), where, served);
      }),
    ),
  ];
}

function servedBy(host: unknown, path: unknown): string | undefined {
  const name = scalarText(host).toLowerCase();
  return name === '' ? undefined : `${name}${scalarText(path) || '/'}`;
}

/** The `service.name` of networking.k8s.io/v1; the `serviceName` of versions before. */
function serviceName(backend: unknown): unknown {
  return valueUnder(backend, 'service', 'name') ?? mapping(backend).serviceName;
}

/** The same of its port: `service.port`, or `servicePort` of versions before. */
function portOf(backend: unknown): BackendPort | undefined {
  const { number, name } = mapping(valueUnder(backend, 'service', 'port'));
  return backendPort(number ?? name ?? mapping(backend).servicePort, false);
}
