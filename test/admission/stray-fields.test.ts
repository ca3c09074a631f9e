import { expect, test } from '@jest/globals';
import { clusterPolicyLoosened } from '../../src/admission/kyverno/cluster-policy.ts';

const pods = { resources: { kinds: ['Pod'] } };
const validate = { failureAction: 'Enforce', pattern: {} };

const policy = (match: object, exclude: object = {}) => ({
  kind: 'ClusterPolicy',
  metadata: { name: 'p' },
  spec: { rules: [{ name: 'r', match, exclude, validate }] },
});

const found = (before: object, after: object) =>
  clusterPolicyLoosened(before as never, after as never).map(({ what }) => what);

test.each<[string, object]>([
  ['in a filter', { any: [{ resources: { kinds: ['ConfigMap'] }, kinds: ['Pod'] }] }],
  ['in a filter without resources', { any: [{ kinds: ['Pod'] }] }],
  ['in the older form', { resources: { kinds: ['ConfigMap'] }, kinds: ['Pod'] }],
  ['about who asks, in resources', { any: [{ resources: { kinds: ['ConfigMap'], subjects: [] }, kinds: ['Pod'] }] }],
])('what the API server takes out of a match does not pass for what it says: %s', (_, match) => {
  expect(found(policy({ any: [pods] }), policy(match))).toHaveLength(1);
});

test('what the API server takes out of an exclude does not limit it', () => {
  const named = (filter: object) => policy({ any: [pods] }, { any: [filter] });
  const was = named({ resources: { kinds: ['Pod'], names: ['a'] } });
  expect(found(was, named({ resources: { kinds: ['Pod'] }, names: ['a'] }))).toHaveLength(1);
  expect(found(was, named({ resources: { kinds: ['Pod'], names: ['a'] }, names: ['b'] }))).toEqual([]);
});
