import { expect, test } from '@jest/globals';
import { clusterPolicyLoosened } from '../../src/admission/kyverno/cluster-policy.ts';

/** A policy of many rules with overrides for very many patterns. */
function policy(action: string, patterns: number, rules: number) {
  const namespaces = Array.from({ length: patterns }, (_, at) => `a${at}*`);
  const rule = (at: number) => ({
    name: `r${at}`,
    match: { any: [{ resources: { kinds: ['Pod'] } }] },
    validate: { pattern: { at } },
  });
  return {
    kind: 'ClusterPolicy',
    metadata: { name: 'p' },
    spec: {
      validationFailureAction: 'Enforce',
      validationFailureActionOverrides: [{ action, namespaces }],
      rules: Array.from({ length: rules }, (_, at) => rule(at)),
    },
  };
}

test('overrides of very many patterns and rules are not gone through, and said where they change', () => {
  const start = process.cpuUsage();
  const found = clusterPolicyLoosened(policy('Enforce', 3_000, 150), policy('Audit', 3_000, 150));
  expect(
    found.map(({ what, severity }) => [severity, /its overrides are too many to be compared$/.test(what)]),
  ).toEqual([['high', true]]);
  expect(clusterPolicyLoosened(policy('Audit', 3_000, 150), policy('Audit', 3_000, 150))).toEqual([]);
  expect(clusterPolicyLoosened(policy('Enforce', 10, 20), policy('Audit', 10, 20))[0]?.what).toMatch(/^newly only/);
  expect(process.cpuUsage(start).user).toBeLessThan(6_000_000);
});
