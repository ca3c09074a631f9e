import { describe, expect, test } from '@jest/globals';
import { analyse } from '../../src/gather/analyse.ts';
import { notAskedNotes, rulesOfParts } from '../../src/gather/asked-parts.ts';
import { Budget } from '../../src/gather/budget.ts';
import { touchedObjects } from '../../src/gather/manifests/context/context-objects.ts';
import { noCover } from '../../src/gather/manifests/sops-cover.ts';
import { noChange } from '../../src/gather/render/rendering.ts';
import type { Resource } from '../../src/kube/resource.ts';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { noContext } from '../../src/render/result/rendering.ts';
import type { Evidence } from '../../src/rules/evidence.ts';
import { rules } from '../../src/rules/index.ts';
import { observe } from '../../src/rules/observe.ts';
import { findingsOf, folderOf } from '../fix/fix-of-files.ts';
import { evidenceOfFolders } from './../rules/evidence.ts';

/** A change in which each of the rules whose part may be left out finds something, and others as well. */
const before = {
  'apps/d.yaml': `apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: shop}
spec: {template: {metadata: {labels: {a: b}}, spec: {containers: [{name: a, image: "r.example/a@sha256:${'a'.repeat(64)}"}]}}}
`,
  'apps/n.yaml':
    'apiVersion: v1\nkind: Namespace\nmetadata: {name: shop, labels: {pod-security.kubernetes.io/enforce: restricted}}\n',
  'apps/p.yaml':
    'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: deny, namespace: shop}\nspec: {podSelector: {}, policyTypes: [Ingress]}\n',
  'apps/k.yaml':
    'apiVersion: kyverno.io/v1\nkind: ClusterPolicy\nmetadata: {name: k}\nspec: {validationFailureAction: Enforce, rules: [{name: r, match: {any: [{resources: {kinds: [Pod]}}]}, validate: {pattern: {a: b}}}]}\n',
  'apps/j.yaml':
    'apiVersion: argoproj.io/v1alpha1\nkind: AppProject\nmetadata: {name: shop}\nspec: {sourceRepos: ["https://git.example/a"], destinations: [{server: "https://k", namespace: shop}]}\n',
  'apps/a.yaml': 'apiVersion: audit.k8s.io/v1\nkind: Policy\nrules: [{level: RequestResponse}]\n',
  'apps/m.yaml':
    'apiVersion: monitoring.coreos.com/v1\nkind: PrometheusRule\nmetadata: {name: m}\nspec: {groups: [{name: g, rules: [{alert: A, expr: up == 0}]}]}\n',
};
const after = {
  'apps/d.yaml': before['apps/d.yaml']
    .replace(/@sha256:a+/, ':1')
    .replace('containers: [{', 'serviceAccountName: ops, containers: [{securityContext: {privileged: true}, '),
  'apps/n.yaml':
    'apiVersion: v1\nkind: Namespace\nmetadata: {name: shop, labels: {pod-security.kubernetes.io/enforce: privileged}}\n---\napiVersion: v1\nkind: Namespace\nmetadata: {name: bare}\n',
  'apps/k.yaml': before['apps/k.yaml'].replace('Enforce', 'Audit'),
  'apps/j.yaml': before['apps/j.yaml'].replace('https://git.example/a', '*'),
  'apps/a.yaml': before['apps/a.yaml'].replace('RequestResponse', 'None'),
  'apps/r.yaml':
    'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata: {name: o}\nroleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin}\nsubjects: [{kind: User, name: eve}]\n',
};
const bound = {
  'apps/b.yaml':
    'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata: {name: b}\nroleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin}\nsubjects: [{kind: ServiceAccount, name: ops, namespace: shop}]\n',
};

const all = Object.values(rulesOfParts).flat();
const off = (...ids: readonly string[]): Policy => ({
  ...defaultPolicy,
  rules: new Map(ids.map((id) => [id, 'off'])),
});

async function evidenceUnder(policy: Policy): Promise<Evidence> {
  const { evidence } = await evidenceOfFolders(
    folderOf({ ...before, ...bound }),
    folderOf({ ...after, ...bound }),
    policy,
  );
  return evidence;
}

const found = (evidence: Evidence, policy: Policy) =>
  findingsOf(evidence, policy).map(({ rule, message, fingerprint }) => `${rule} ${message} ${fingerprint}`);

describe('what only rules look at that are off', () => {
  test('every one of them finds something in the change of this test', async () => {
    const ids = findingsOf(await evidenceUnder(defaultPolicy)).map(({ rule }) => rule);
    expect(all.filter((id) => !ids.includes(id))).toEqual([]);
  });

  test.each(all)('%s off: what others find is the same', async (id) => {
    const every = found(await evidenceUnder(defaultPolicy), defaultPolicy);
    const policy = off(id);
    expect(found(await evidenceUnder(policy), policy)).toEqual(every.filter((each) => !each.startsWith(`${id} `)));
  });

  test('all of them off: what others find is the same, and nothing of theirs is computed', async () => {
    const every = found(await evidenceUnder(defaultPolicy), defaultPolicy);
    const policy = off(...all);
    const evidence = await evidenceUnder(policy);
    expect(found(evidence, policy)).toEqual(every.filter((each) => !all.some((id) => each.startsWith(`${id} `))));
    const { workloads, network, authority, admission, audit, monitoring } = evidence;
    const { pods, identities, privileges, volumes, security, pinning } = workloads;
    const parts = [pods, identities, privileges, volumes, security, pinning];
    const sizes = [...parts, network, authority, admission, audit, monitoring].map(({ size }) => size);
    expect(sizes).toEqual(sizes.map(() => 0));
  });

  test.each([
    ['admission-weakened', 'ClusterPolicy'],
    ['deploy-authority-widened', 'AppProject'],
    ['audit-lowered', 'Policy'],
    ['monitoring-removed', 'PrometheusRule'],
  ])('%s off: fewer looks into a %s', async (id, kind) => {
    const { manifests } = await evidenceOfFolders(folderOf(before), folderOf(after));
    const looks = (policy: Policy) => {
      let count = 0;
      const counted = (each: Resource): Resource =>
        each.kind !== kind
          ? each
          : Object.defineProperty({ ...each }, 'value', {
              enumerable: true,
              get: () => {
                count += 1;
                return each.value;
              },
            });
      const objects = new Map(
        [...touchedObjects(manifests.touched)].map(([scope, sides]) => [
          scope,
          { ...sides, before: sides.before.map(counted), after: sides.after.map(counted) },
        ]),
      );
      const trees = { before: new Map([['x', { mode: '100644', id: 'x' }]]), after: new Map() };
      analyse(trees, { ...manifests, objects, sops: noCover }, noChange, noContext, policy, new Budget(policy.limits));
      return count;
    };
    expect(looks(off(id))).toBeLessThan(looks(defaultPolicy));
  });
});

describe('what is asked although it is off', () => {
  const id = 'admission-weakened';

  test('in some scopes alone', async () => {
    const policy = { ...defaultPolicy, rulesByScope: new Map([[id, new Map([['dev', 'off' as const]])]]) };
    expect((await evidenceUnder(policy)).notAsked).toEqual(new Set());
  });

  test('one rule of two of a part', async () => {
    const { notAsked, network } = await evidenceUnder(off('network-widened'));
    expect(notAsked).toEqual(new Set());
    expect(network.size).toBeGreaterThan(0);
  });

  test('where a signature is demanded for what it finds', async () => {
    const requirement = { paths: [], rules: [id], signers: ['a@example.org'], roles: [] };
    const signatures = { ...defaultPolicy.signatures, requirements: [requirement] };
    const evidence = await evidenceUnder({ ...off(id), signatures });
    expect(evidence.admission.size).toBeGreaterThan(0);
    expect(observe(evidence, (_, line) => line).map(({ rule }) => rule.id)).toContain(id);
  });

  test('where it counts as built in', async () => {
    const { manifests } = await evidenceOfFolders(folderOf(before), folderOf(after));
    const trees = { before: new Map(), after: new Map() };
    const policy = off(id);
    const analysis = analyse(trees, manifests, noChange, noContext, policy, new Budget(policy.limits), new Set([id]));
    expect(analysis.admission.size).toBeGreaterThan(0);
  });
});

test('what was not looked for is said', async () => {
  const evidence = await evidenceUnder(off('audit-lowered'));
  expect(notAskedNotes(evidence)).toEqual(['audit-lowered is off in the policy: not looked for.']);
});

/** A rule that looks at a part which it is not named for would lose what it finds. */
test('no rule looks at a part that it is not named for', async () => {
  const evidence = await evidenceUnder(defaultPolicy);
  const known = rules.map(({ id }) => id);
  expect(all.filter((id) => !known.includes(id))).toEqual([]);
  for (const rule of rules) {
    const looked = new Set<string>();
    const spy = <T extends object>(target: T): T =>
      new Proxy(target, {
        get(of, name) {
          looked.add(String(name));
          const value: unknown = Reflect.get(of, name);
          return name === 'workloads' ? spy(Object(value)) : value;
        },
      });
    for (const _ of rule.check(spy(evidence)));
    const parts = [...looked].map((each) => (each === 'volumes' ? 'privileges' : each));
    const others = Object.entries(rulesOfParts).filter(([, ids]) => !(ids as readonly string[]).includes(rule.id));
    expect([rule.id, others.map(([part]) => part).filter((part) => parts.includes(part))]).toEqual([rule.id, []]);
    expect([rule.id, parts.includes('pods')]).toEqual([rule.id, false]);
  }
});
