import { expect, test } from '@jest/globals';
import { defaultRbacVersions } from '../../src/rbac/state/default-rbac.data.ts';
import { openshiftVersions } from '../../src/rbac/state/openshift-rbac.data.ts';

test('each OpenShift version is at the place of the Kubernetes version it is built on: one bit means both', () => {
  const minor = (version: string) => Number(version.split('.')[1]);
  expect(openshiftVersions.length).toBeGreaterThan(0);
  expect(openshiftVersions.map((version) => minor(version) + 13)).toEqual(defaultRbacVersions.map(minor));
});
