import { attachedChanges } from '../../src/network/exposure/attached-policies.ts';
import { object } from './exposed.ts';
import { objectsOf } from './product-worlds.ts';

/** What is no longer demanded: `SecurityPolicy p: high <what> | <path> | <subject>`. */
export function changed(before: readonly object[], after: readonly object[]): readonly string[] {
  const read = (all: readonly object[]) => all.flatMap((each) => objectsOf(each, 'a.yaml'));
  return attachedChanges({ before: read(before), after: read(after) }).flatMap(({ resource, loosenings }) =>
    loosenings.map(
      ({ what, severity, path, subject }) =>
        `${resource?.kind} ${resource?.name}: ${severity} ${what} | ${path.join('.')} | ${subject.join('; ')}`,
    ),
  );
}
/** Routes, and the policies that are attached to them. */
export const route = (name: string) => object('gateway.networking.k8s.io/v1', 'HTTPRoute', name, {});
export const at = (...names: readonly string[]) => names.map((name) => ({ kind: 'HTTPRoute', name }));
export const envoy = (spec: object, name = 'p') =>
  object('gateway.envoyproxy.io/v1alpha1', 'SecurityPolicy', name, { targetRefs: at('web'), ...spec });
export const kuadrant = (spec: object) =>
  object('kuadrant.io/v1', 'AuthPolicy', 'p', { targetRef: at('web')[0], ...spec });
export const web = route('web');
export const ofWeb = (before: object, after: object) => changed([web, before], [web, after]);
