import { objectsOf } from './product-worlds.ts';

/** An object of the namespace shop, and policies of products. */
export const object = (apiVersion: string, kind: string, spec: object, name = 'p', over: object = {}) => ({
  apiVersion,
  kind,
  metadata: { name, namespace: 'shop', ...over },
  spec,
});
export const read = (...all: readonly object[]) => all.flatMap((each) => objectsOf(each, 'a.yaml'));
export const cilium = (spec: object) => object('cilium.io/v2', 'CiliumNetworkPolicy', spec);
export const calico = (spec: object, kind = 'NetworkPolicy', name = 'p') =>
  object('projectcalico.org/v3', kind, spec, name);
