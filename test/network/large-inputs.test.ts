import { expect, test } from '@jest/globals';
import type { Resource } from '../../src/kube/resource.ts';
import { resourcesOf } from '../../src/kube/resources.ts';
import { exposureChanges } from '../../src/network/exposure/exposure-changes.ts';
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
