import { exposureChanges } from '../../src/network/exposure/exposure-changes.ts';
import { objectsOf } from './product-worlds.ts';

/** An object in the namespace shop. */
export const object = (apiVersion: string, kind: string, name: string, spec: object, annotations: object = {}) => ({
  apiVersion,
  kind,
  metadata: { name, namespace: 'shop', annotations },
  spec,
});
export const service = (spec: object, annotations: object = {}, name = 'web') =>
  object('v1', 'Service', name, spec, annotations);
export const ingress = (spec: object, annotations: object = {}, name = 'web') =>
  object('networking.k8s.io/v1', 'Ingress', name, spec, annotations);

/** What objects newly expose: `Service web: high <what> | <path> | <what was lost> | <subject>`. */
export function exposed(before: readonly object[], after: readonly object[]): readonly string[] {
  const read = (all: readonly object[]) => all.flatMap((each) => objectsOf(each, 'a.yaml'));
  return exposureChanges({ before: read(before), after: read(after) }, [], (folder) => folder).flatMap(
    ({ resource, exposures }) =>
      exposures.map(({ what, severity, path, lostAt, subject }) =>
        [
          `${resource.kind} ${resource.name}: ${severity} ${what}`,
          path.join('.'),
          lostAt?.join('.') ?? '',
          subject.join('; '),
        ].join(' | '),
      ),
  );
}

/** Where an Ingress leads. */
export const to = (name: string, number: number | string = 80) => ({
  service: { name, port: typeof number === 'number' ? { number } : { name: number } },
});
/** A rule with a path for each backend. */
export const rule = (host: string | undefined, ...backends: readonly object[]) => ({
  ...(host === undefined ? {} : { host }),
  http: { paths: backends.map((backend, at) => ({ path: `/${at}`, backend })) },
});
export const rules = (...hosts: readonly (string | undefined)[]) => ({
  rules: hosts.map((host) => rule(host, to('web'))),
});
export const services = ['web', 'admin'].map((name) => service({ ports: [{ port: 80 }, { port: 81 }] }, {}, name));
/** What is exposed next to two Services. */
export const alone = (before: readonly object[], after: readonly object[]) =>
  exposed([...services, ...before], [...services, ...after]);
export const nginx = (name: string) => `nginx.ingress.kubernetes.io/${name}`;
