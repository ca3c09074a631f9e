import { test } from '@jest/globals';
import fc from 'fast-check';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import { compareRbac } from '../../src/rbac/compare/comparison.ts';
import { type Gain, gainsOf } from '../../src/rbac/compare/gain.ts';
import { impliedGroups, type Subject, subjectOf } from '../../src/rbac/model/subject.ts';
import { allows } from '../../src/rbac/query/request.ts';
import { runs } from '../thorough.ts';
import { isAllowed, type Manifest, type ManifestRule, type Person, type Request, requestsOver } from './authorizer.ts';
import { objectsAsResources } from './manifests.ts';

const some = (items: readonly string[], maxLength = 2) =>
  fc.array(fc.constantFrom(...items), { minLength: 1, maxLength });

const rule: fc.Arbitrary<ManifestRule> = fc.record({
  verbs: some(['get', 'list', '*']),
  apiGroups: some(['example.com', 'example.org', '*']),
  resources: some(['things', 'things/log', '*', '*/log', 'things/*']),
  resourceNames: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: some(['a']) }),
});
const rules = fc.array(rule, { maxLength: 2 });
const labels = fc.record({ to: fc.constantFrom('one', 'two', 'none') });

const roles: readonly fc.Arbitrary<Manifest>[] = [
  ...['c1', 'c2', 'c3'].map((name) =>
    fc.record({ kind: fc.constant('ClusterRole'), metadata: fc.record({ name: fc.constant(name), labels }), rules }),
  ),
  fc.record({
    kind: fc.constant('ClusterRole'),
    metadata: fc.record({ name: fc.constant('sum'), labels }),
    rules,
    aggregationRule: fc.record({
      clusterRoleSelectors: fc.array(fc.record({ matchLabels: labels }), { minLength: 1, maxLength: 2 }),
    }),
  }),
  fc.record({ kind: fc.constant('Role'), metadata: fc.constant({ name: 'r', namespace: 'a' }), rules }),
];

const subject = fc.constantFrom(
  { kind: 'User', name: 'jane' },
  { kind: 'User', name: 'system:serviceaccount:a:s' },
  { kind: 'Group', name: 'dev' },
  { kind: 'Group', name: 'system:serviceaccounts:a' },
  { kind: 'Group', name: 'system:serviceaccounts' },
  { kind: 'Group', name: 'system:authenticated' },
  { kind: 'ServiceAccount', name: 's' },
  { kind: 'ServiceAccount', name: 's', namespace: 'a' },
);

const clusterRole = fc.constantFrom('c1', 'c2', 'c3', 'sum').map((name) => ({ kind: 'ClusterRole', name }));
const bindings: readonly fc.Arbitrary<Manifest>[] = [
  ...['b1', 'b2'].map((name) =>
    fc.record({
      kind: fc.constant('ClusterRoleBinding'),
      metadata: fc.constant({ name }),
      roleRef: clusterRole,
      subjects: fc.array(subject, { maxLength: 2 }),
    }),
  ),
  ...['a', 'b'].map((namespace) =>
    fc.record({
      kind: fc.constant('RoleBinding'),
      metadata: fc.constant({ name: 'b', namespace }),
      roleRef: fc.oneof(clusterRole, fc.constant({ kind: 'Role', name: 'r' })),
      subjects: fc.array(subject, { maxLength: 2 }),
    }),
  ),
];

const state = fc
  .tuple(...[...roles, ...bindings].map((each) => fc.option(each, { freq: 5 })))
  .map((objects) => objects.filter((object) => object !== null));

/** Some objects of one state, the others of another: what a change mostly is. */
const change = fc.tuple(state, state, fc.array(fc.nat(12), { maxLength: 3 })).map(([before, other, indexes]) => {
  const replaced = other.filter((_, index) => indexes.includes(index));
  const same = (left: Manifest, right: Manifest) =>
    left.kind === right.kind &&
    left.metadata.name === right.metadata.name &&
    left.metadata.namespace === right.metadata.namespace;
  return { before, after: [...before.filter((old) => !replaced.some((each) => same(each, old))), ...replaced] };
});

const people: readonly { readonly subject: Subject; readonly person: Person }[] = [
  subjectOf('User', 'jane'),
  subjectOf('ServiceAccount', 's', 'a'),
  subjectOf('ServiceAccount', 's', 'b'),
  subjectOf('Group', 'dev'),
  subjectOf('Group', 'system:authenticated'),
].map((each) => {
  const groups = impliedGroups(each).map((key) => key.slice('Group:'.length));
  const person =
    each.kind === 'Group'
      ? { name: 'fresh', groups: [each.name, ...groups] }
      : { name: each.key.slice('User:'.length), groups };
  return { subject: each, person };
});

function granted(gains: readonly Gain[], keys: readonly string[], request: Request): readonly Gain[] {
  return gains.filter(({ bound, placement, permissions }) => {
    if (
      !bound.some(({ subject: gainer }) => keys.includes(gainer.key)) ||
      (placement !== undefined && placement !== request.namespace)
    )
      return false;
    const { verb, group, resource = '', name } = request;
    return permissions.some((permission) => allows(permission, { kind: 'resource', verb, group, resource, name }));
  });
}

test('a subject gains what the authorizer newly allows it, and nothing else is reported', () => {
  fc.assert(
    fc.property(change, ({ before, after }) => {
      const { gains } = gainsOf(compareRbac(objectsAsResources(before), objectsAsResources(after), defaultPolicy));
      const all = [...before, ...after].flatMap((object) => object.rules ?? []);
      const idle = new Set(gains);
      for (const { subject: asked, person } of people) {
        for (const namespace of [undefined, 'a', 'b']) {
          for (const request of requestsOver(all, namespace)) {
            if (request.path !== undefined || !isAllowed(after, person, request)) continue;
            if (isAllowed(before, person, request)) continue;
            if (granted(gains, [asked.key, ...impliedGroups(asked)], request).length === 0) {
              throw new Error(`${person.name} gains unseen ${JSON.stringify(request)}`);
            }
            for (const gain of granted(gains, [asked.key], request)) {
              if (gain.placement === namespace) idle.delete(gain);
            }
          }
        }
      }
      for (const gain of idle) {
        if (gain.bound.every((each) => people.some(({ subject: asked }) => asked.key === each.subject.key))) {
          throw new Error(`no request gains by ${JSON.stringify(gain.permissions)} of ${gain.bound[0].subject.key}`);
        }
      }
    }),
    { numRuns: runs(1_000) },
  );
}, 240_000);
