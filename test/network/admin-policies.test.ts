import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Resource } from '../../src/kube/resource.ts';
import { adminRules } from '../../src/network/admin/admin-policy.ts';
import { compareAdminRules } from '../../src/network/admin/compare-admin.ts';
import { StepBudget } from '../../src/rbac/model/step-budget.ts';
import { runs } from '../thorough.ts';

interface Rule {
  readonly action: string;
  readonly to: readonly unknown[];
  readonly ports?: readonly unknown[];
}

interface Policy {
  readonly kind: string;
  readonly priority: number;
  readonly subject: string | undefined;
  readonly rules: readonly Rule[];
}

const selector = (tier: string | undefined) => (tier === undefined ? {} : { matchLabels: { tier } });
const tier = fc.constantFrom(undefined, 'a', 'b');
const peer = fc.oneof(
  tier.map((each) => ({ namespaces: selector(each) })),
  fc
    .tuple(tier, tier)
    .map(([one, other]) => ({ pods: { namespaceSelector: selector(one), podSelector: selector(other) } })),
  fc.constantFrom('10.0.0.0/8', '10.1.0.0/16', '0.0.0.0/0').map((each) => ({ networks: [each] })),
);
const rule: fc.Arbitrary<Rule> = fc.record(
  {
    action: fc.constantFrom('Allow', 'Deny', 'Pass'),
    to: fc.array(peer, { minLength: 1, maxLength: 2 }),
    ports: fc.constantFrom([{ portNumber: { protocol: 'TCP', port: 80 } }], [{ portRange: { start: 1, end: 100 } }]),
  },
  { requiredKeys: ['action', 'to'] },
);
/** Each with a priority of its own: which of equal ones is asked first is nobody's promise. */
const policies = fc
  .array(fc.record({ subject: tier, rules: fc.array(rule, { maxLength: 3 }) }), { maxLength: 3 })
  .map((all): readonly Policy[] =>
    all.map((each, index) => ({
      ...each,
      priority: index,
      kind: index === 2 ? 'BaselineAdminNetworkPolicy' : 'AdminNetworkPolicy',
    })),
  );

function resourceOf({ kind, priority, subject, rules }: Policy): Resource {
  const value = { spec: { priority, subject: { namespaces: selector(subject) }, egress: rules } };
  return { group: 'policy.networking.k8s.io', kind, name: `${priority}`, value } as unknown as Resource;
}

interface Traffic {
  readonly from: string;
  readonly to: { readonly namespace: string; readonly pod: string } | undefined;
  readonly address: number;
  readonly port: number;
}

const networks: Readonly<Record<string, (address: number) => boolean>> = {
  '10.0.0.0/8': (address) => address === 1 || address === 2,
  '10.1.0.0/16': (address) => address === 2,
  '0.0.0.0/0': (address) => address !== 3,
};

/** The documented order, written once more: what is done about one piece of traffic by one tier. */
function actionOf(all: readonly Policy[], kind: string, traffic: Traffic): string {
  const has = (selected: unknown, label: string) => {
    const wanted = (selected as { matchLabels?: { tier: string } }).matchLabels?.tier;
    return wanted === undefined || wanted === label;
  };
  const takes = ({ to, ports }: Rule) =>
    to.some((each) => {
      const {
        namespaces,
        pods,
        networks: cidrs,
      } = each as {
        namespaces?: unknown;
        pods?: { namespaceSelector: unknown; podSelector: unknown };
        networks?: string[];
      };
      if (cidrs !== undefined) return cidrs.some((cidr) => networks[cidr]?.(traffic.address) === true);
      if (traffic.to === undefined) return false;
      if (pods === undefined) return has(namespaces, traffic.to.namespace);
      return has(pods.namespaceSelector, traffic.to.namespace) && has(pods.podSelector, traffic.to.pod);
    }) &&
    (ports === undefined ||
      (JSON.stringify(ports).includes('80') ? traffic.port === 80 : traffic.port > 0 && traffic.port <= 100));
  for (const { rules, subject, kind: own } of [...all].sort((a, b) => a.priority - b.priority)) {
    if (own !== kind || (subject !== undefined && subject !== traffic.from)) continue;
    const found = rules.find(takes);
    if (found !== undefined) return found.action;
  }
  return 'none';
}

function passes(all: readonly Policy[], traffic: Traffic, networkPolicies: 'open' | 'allowed' | 'isolated'): boolean {
  const first = actionOf(all, 'AdminNetworkPolicy', traffic);
  if (first === 'Allow' || first === 'Deny') return first === 'Allow';
  if (networkPolicies !== 'open') return networkPolicies === 'allowed';
  return actionOf(all, 'BaselineAdminNetworkPolicy', traffic) !== 'Deny';
}

test('policies for the whole cluster are wider exactly where an enumeration of traffic says so', () => {
  const labels = ['a', 'b', 'x'];
  const targets = [undefined, ...labels.flatMap((namespace) => labels.map((pod) => ({ namespace, pod })))];
  const traffic = labels.flatMap((from) =>
    targets.flatMap((to) =>
      [0, 1, 2, 3].flatMap((address) => [0, 80, 90, 200].map((port) => ({ from, to, address, port }))),
    ),
  );
  const states = ['open', 'allowed', 'isolated'] as const;
  fc.assert(
    fc.property(policies, policies, (before, after) => {
      const expected = new Set(
        traffic.flatMap(
          (each) => states.find((state) => passes(after, each, state) && !passes(before, each, state)) ?? [],
        ),
      );
      const [old, now] = [before, after].map((all) => adminRules(all.map(resourceOf)));
      const found = compareAdminRules(old ?? [], now ?? [], 'egress', new StepBudget(10_000_000));
      expect(new Set(found.map(({ where }) => where))).toEqual(expected);
    }),
    { numRuns: runs(1500) },
  );
});
