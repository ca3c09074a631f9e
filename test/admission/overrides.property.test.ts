import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { clusterPolicyLoosened } from '../../src/admission/kyverno/cluster-policy.ts';
import { readLabelSelector, selects } from '../../src/rbac/model/label-selector.ts';
import { runs } from '../thorough.ts';

const action = fc.constantFrom('Enforce', 'Audit', 'enforce');
const override = fc.record(
  {
    action,
    namespaces: fc.subarray(['prod', 'a*', '*b', '*'], { minLength: 1 }),
    namespaceSelector: fc.constantFrom({ matchLabels: { tier: 'x' } }, { matchLabels: { tier: 'x', zone: 'y' } }),
  },
  { requiredKeys: ['action'] },
);
type Override = { action: string; namespaces?: string[]; namespaceSelector?: object };
const side = fc.record(
  {
    failureAction: action,
    validationFailureAction: action,
    own: fc.array(override, { maxLength: 2 }),
    policy: fc.array(override, { maxLength: 2 }),
  },
  { requiredKeys: ['own', 'policy'] },
);
type Side = { failureAction?: string; validationFailureAction?: string; own: Override[]; policy: Override[] };

const namespaces = ['prod', 'a', 'b', 'acb', 'other'].flatMap((name) =>
  [{}, { tier: 'x' }, { tier: 'x', zone: 'y' }].map((labels) => ({ name, labels })),
);
type Namespace = (typeof namespaces)[number];

const isLike = (pattern: string, name: string) => new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(name);
const hasLabels = (selector: object, { labels }: Namespace) =>
  selects(readLabelSelector(selector) ?? [], labels as Record<string, string>);
const enforces = (text = 'Audit') => text.toLowerCase() === 'enforce';

/** Which rules are enforced (kyverno, pkg/policycache/cache.go, checkValidationFailureActionOverrides). */
function isChosen({ failureAction, validationFailureAction, own, policy }: Side, namespace: Namespace): boolean {
  for (const each of own.length > 0 ? own : policy) {
    if (each.namespaces === undefined && each.namespaceSelector === undefined) return enforces(each.action);
    if (each.namespaces?.some((pattern) => isLike(pattern, namespace.name))) return enforces(each.action);
    if (each.namespaceSelector !== undefined && hasLabels(each.namespaceSelector, namespace))
      return enforces(each.action);
  }
  return enforces(failureAction ?? validationFailureAction);
}

/** What is done about a failure (kyverno, pkg/engine/api/engineresponse.go, failureActionForRule). */
function isRefused({ failureAction, validationFailureAction, own, policy }: Side, namespace: Namespace): boolean {
  const matching = (all: readonly Override[]) =>
    all.find(
      (each) =>
        (each.namespaces === undefined || each.namespaces.some((pattern) => isLike(pattern, namespace.name))) &&
        (each.namespaceSelector === undefined || hasLabels(each.namespaceSelector, namespace)),
    )?.action;
  return enforces(matching(own) ?? failureAction ?? matching(policy) ?? validationFailureAction);
}

function policyOf({ failureAction, validationFailureAction, own, policy }: Side) {
  const validate = {
    pattern: {},
    failureActionOverrides: own,
    ...(failureAction === undefined ? {} : { failureAction }),
  };
  const action = validationFailureAction === undefined ? {} : { validationFailureAction };
  const rules = [{ name: 'r', match: { any: [{ resources: { kinds: ['Pod'] } }] }, validate }];
  return { spec: { ...action, validationFailureActionOverrides: policy, rules } };
}

test('overrides are named exactly where Kyverno refuses in some namespace no longer', () => {
  fc.assert(
    fc.property(side, side, (before, after) => {
      const refuses = (each: Side, namespace: Namespace) => isChosen(each, namespace) && isRefused(each, namespace);
      const isLess = namespaces.some((each) => refuses(before, each) && !refuses(after, each));
      expect(clusterPolicyLoosened(policyOf(before), policyOf(after)).length > 0).toBe(isLess);
    }),
    { numRuns: runs(2000) },
  );
});
