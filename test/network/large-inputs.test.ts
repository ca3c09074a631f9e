import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Resource } from '../../src/kube/resource.ts';
import { resourcesOf } from '../../src/kube/resources.ts';
import { exposureChanges } from '../../src/network/exposure/exposure-changes.ts';
import { bareNamespaces } from '../../src/network/judge/bare-namespaces.ts';
import { type AddressRange, subtract } from '../../src/network/model/address-set.ts';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import { parseYaml } from '../../src/yaml/parse-yaml.ts';
import { superlinearAt } from '../growth.ts';

const largest = 16_000;

function resources(...objects: readonly object[]): readonly Resource[] {
  const limits = { ...defaultPolicy.limits, expandedNodes: 10_000_000 };
  return objects.flatMap((each) =>
    parseYaml(Buffer.from(JSON.stringify(each)), limits).documents.flatMap((document) =>
      resourcesOf(document, 'a.yaml'),
    ),
  );
}

const metadata = { name: 's0', namespace: 'shop' };
const numbers = (size: number) => Array.from({ length: size }, (_, at) => at);
const ingress = (size: number, service: (at: number) => object) => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'Ingress',
  metadata,
  spec: {
    rules: [
      {
        host: 'a',
        http: { paths: numbers(size).map((at) => ({ path: `/${at}`, backend: { service: service(at) } })) },
      },
    ],
  },
});
const toServices = (size: number) => ingress(size, (at) => ({ name: `s${at}`, port: { number: 80 } }));
const toPorts = (size: number) => ingress(size, (at) => ({ name: 's0', port: { number: at + 1 } }));
const service = (size: number, targets: string) => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata,
  spec: { ports: numbers(size).map((at) => ({ name: `p${at}`, port: at + 1, targetPort: `${targets}${at}` })) },
});

/** Of `size` Services that nothing led to before. */
function newServices(size: number) {
  return exposureChanges({ before: [], after: resources(toServices(size)) }, []);
}

/** Of `size` ports of a Service that all lead to other ports of its pods than before. */
function otherPorts(size: number) {
  const before = resources(service(size, 'a'), toPorts(size));
  return exposureChanges({ before, after: resources(service(size, 'b'), toPorts(size)) }, []);
}

test('an Ingress to very many Services or ports is judged in a time that grows as it does', () => {
  expect(newServices(2_000).flatMap(({ exposures }) => exposures)).toHaveLength(2_000);
  expect(otherPorts(2_000)).toEqual([]);
  expect(superlinearAt(newServices, largest)).toBeUndefined();
  expect(superlinearAt(otherPorts, largest)).toBeUndefined();
});

/** Of a load balancer that lets in `size` networks in the place of as many others. */
function otherNetworks(size: number) {
  const balancer = (first: number) => ({
    apiVersion: 'v1',
    kind: 'Service',
    metadata,
    spec: {
      type: 'LoadBalancer',
      loadBalancerSourceRanges: numbers(size).map((at) => `${first}.${at >> 8}.${at % 256}.0/24`),
    },
  });
  return exposureChanges({ before: resources(balancer(10)), after: resources(balancer(11)) }, []);
}

test('very many networks are compared in a time that grows as they do', () => {
  expect(otherNetworks(100).flatMap((each) => each.exposures.map(({ what }) => what))).toHaveLength(1);
  expect(superlinearAt(otherNetworks, largest)).toBeUndefined();
});

test('addresses that are in none of several networks', () => {
  const range = (first: number, last: number) => ({ bits: 32 as const, first: BigInt(first), last: BigInt(last) });
  const few = fc.array(fc.tuple(fc.nat(40), fc.nat(9)), { maxLength: 6 });
  const addresses = (all: readonly AddressRange[]) =>
    all.flatMap(({ first, last }) => numbers(Number(last - first) + 1).map((at) => Number(first) + at));
  fc.assert(
    fc.property(few, few, (one, other) => {
      const [ranges, others] = [one, other].map((all) => all.map(([first, size]) => range(first, first + size)));
      const known = new Set(addresses(others ?? []));
      expect(addresses(subtract(ranges ?? [], others ?? []))).toEqual(
        addresses(ranges ?? []).filter((each) => !known.has(each)),
      );
    }),
  );
});

test('very many scopes without a new namespace are not compared with each other', () => {
  const [policy] = resources({
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: 'deny', namespace: 'shop' },
  });
  const sides = { before: [], after: policy === undefined ? [] : [policy] };
  const bare = (size: number) => {
    const around = new Map(numbers(size).map((at) => [`clusters/prod-${at}`, sides]));
    const bareIn = bareNamespaces(
      around,
      () => false,
      () => [],
    );
    return [...around].flatMap(([scope, each]) => bareIn(scope, each));
  };
  expect(bare(100)).toEqual([]);
  expect(superlinearAt(bare, 4_000)).toBeUndefined();
});
