import fc from 'fast-check';
import { impliedGroups, type Subject, subjectOf } from '../../src/rbac/model/subject.ts';
import type { Manifest, ManifestRule, Person } from './authorizer.ts';

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
export const change = fc.tuple(state, state, fc.array(fc.nat(12), { maxLength: 3 })).map(([before, other, indexes]) => {
  const replaced = other.filter((_, index) => indexes.includes(index));
  const same = (left: Manifest, right: Manifest) =>
    left.kind === right.kind &&
    left.metadata.name === right.metadata.name &&
    left.metadata.namespace === right.metadata.namespace;
  return { before, after: [...before.filter((old) => !replaced.some((each) => same(each, old))), ...replaced] };
});

export const people: readonly { readonly subject: Subject; readonly person: Person }[] = [
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
