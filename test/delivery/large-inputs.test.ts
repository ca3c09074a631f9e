import { expect, test } from '@jest/globals';
import { lostRequests } from '../../src/admission/model/narrowing.ts';
import { configuredPolicy, policyLoosened } from '../../src/delivery/access/rbac-policy.ts';
import { gainedSources } from '../../src/delivery/argocd/project-sources.ts';

/** What nobody writes by hand must not keep a run busy, and counts where it cannot be told. */
test('patterns that are too long or too deep count as new where they are', () => {
  const deep = `${'{'.repeat(40_000)}a${'}'.repeat(40_000)}`;
  expect(gainedSources({ sourceRepos: ['a'] }, { sourceRepos: ['a', deep] })?.added).toHaveLength(1);
  expect(gainedSources({ sourceRepos: ['a', deep] }, { sourceRepos: [deep] })).toBeUndefined();
});

test('a policy of many lines is judged by its lines', () => {
  const lines = Array.from({ length: 1_000 }, (_, index) => `p, role:a, applications, get, *${index}*/x, allow`);
  const policy = (...more: readonly string[]) => configuredPolicy({ 'policy.csv': [...lines, ...more].join('\n') });
  const found = policyLoosened(policy(), policy('p, role:a, applications, get, other, allow'));
  expect(found.map(({ what }) => what)).toEqual(['newly lets role:a get applications other']);
});

test('a rule of very many requests is compared as a whole', () => {
  const names = Array.from({ length: 1_000 }, (_, index) => `r${index}`);
  const rule = { apiGroups: names, resources: names, operations: names };
  expect(lostRequests([rule], [rule])).toEqual([]);
  expect(lostRequests([rule], [{ ...rule, operations: ['CREATE'] }])).toEqual(['some of 1000 resources']);
});
