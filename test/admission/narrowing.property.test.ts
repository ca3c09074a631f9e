import { test } from '@jest/globals';
import fc from 'fast-check';
import { noLongerMatched } from '../../src/admission/kyverno/match.ts';
import { isSelectorNarrower, lostRequests } from '../../src/admission/model/narrowing.ts';
import { readLabelSelector, selects } from '../../src/rbac/model/label-selector.ts';
import { runs } from '../thorough.ts';

const some = <T>(...items: T[]) => fc.subarray(items, { minLength: 1 });
const rule = fc.record({
  apiGroups: some('', 'apps', '*'),
  resources: some('pods', 'pods/exec', '*', 'pods/*', '*/scale', '*/*'),
  operations: some('CREATE', 'DELETE', '*'),
});
type Rule = { apiGroups: string[]; resources: string[]; operations: string[] };

/** Whether the API server asks about a request by one of the rules (k8s.io/apiserver, predicates/rules, Matcher). */
function isAsked(rules: readonly Rule[], group: string, resource: string, part: string, operation: string): boolean {
  const has = (items: readonly string[], item: string) => items.includes('*') || items.includes(item);
  return rules.some(({ apiGroups, resources, operations }) => {
    const isResource = resources.some((each) => {
      const [own, ownPart = ''] = each.split('/');
      return (own === '*' || own === resource) && (ownPart === part || ownPart === '*');
    });
    return has(apiGroups, group) && isResource && has(operations, operation);
  });
}

test('requests are lost exactly where one is no longer asked about', () => {
  fc.assert(
    fc.property(fc.array(rule, { maxLength: 1 }), fc.array(rule, { maxLength: 3 }), (before, after) => {
      const requests = ['', 'apps', 'other'].flatMap((group) =>
        ['pods', 'other'].flatMap((resource) =>
          ['', 'exec', 'scale', 'other'].flatMap((part) =>
            ['CREATE', 'DELETE', 'UPDATE'].map((operation) => [group, resource, part, operation] as const),
          ),
        ),
      );
      const isLost = requests.some((request) => isAsked(before, ...request) && !isAsked(after, ...request));
      if (isLost && lostRequests(before, after).length === 0) throw new Error('not seen');
    }),
    { numRuns: runs(3000) },
  );
});

const requirement = fc.record({
  key: fc.constantFrom('a', 'b'),
  operator: fc.constantFrom('In', 'NotIn', 'Exists', 'DoesNotExist'),
  values: some('x', 'y'),
});
const selector = fc.array(requirement, { maxLength: 3 }).map((matchExpressions) => ({ matchExpressions }));
const values = [undefined, 'x', 'y', 'z'];
const labelSets = values.flatMap((a) =>
  values.map((b) => ({ ...(a === undefined ? {} : { a }), ...(b === undefined ? {} : { b }) })),
);

test('a selector that is not narrower selects all that it selected', () => {
  fc.assert(
    fc.property(selector, selector, (before, after) => {
      if (isSelectorNarrower(before, after)) return;
      const [was, is] = [readLabelSelector(before) ?? [], readLabelSelector(after) ?? []];
      const lost = labelSets.find((labels) => selects(was, labels) && !selects(is, labels));
      if (lost !== undefined) throw new Error(`lost ${JSON.stringify(lost)}`);
    }),
    { numRuns: runs(3000) },
  );
});

const filter = fc.record(
  { kinds: some('Pod', 'Service', '*'), namespaces: some('shop', 'kube-system', 'kube-*'), names: some('a', 'a*') },
  { requiredKeys: [] },
);
type Filter = { kinds?: string[]; namespaces?: string[]; names?: string[] };
const match = fc.oneof(
  fc.array(filter, { maxLength: 3 }).map((all) => ({ any: all.map((resources) => ({ resources })) })),
  fc.array(filter, { minLength: 1, maxLength: 2 }).map((all) => ({ all: all.map((resources) => ({ resources })) })),
);

test('of a rule of Kyverno nothing is lost unseen', () => {
  const isLike = (patterns: readonly string[] | undefined, text: string) =>
    patterns === undefined ||
    patterns.some((each) => each === text || (each.endsWith('*') && text.startsWith(each.slice(0, -1))));
  const holds = ({ resources: { kinds, namespaces, names } }: { resources: Filter }, asked: readonly string[]) =>
    // Kyverno matches nothing by a filter that states nothing ("match cannot be empty").
    [kinds, namespaces, names].some((each) => each !== undefined) &&
    isLike(kinds, asked[0] ?? '') &&
    isLike(namespaces, asked[1] ?? '') &&
    isLike(names, asked[2] ?? '');
  const matches = (each: { any?: { resources: Filter }[]; all?: { resources: Filter }[] }, asked: readonly string[]) =>
    each.all === undefined ? each.any?.some((one) => holds(one, asked)) : each.all.every((one) => holds(one, asked));
  const objects = ['Pod', 'Service', 'Job'].flatMap((kind) =>
    ['shop', 'kube-system', 'kube-public', 'web'].flatMap((namespace) =>
      ['a', 'ab', 'c'].map((name) => [kind, namespace, name]),
    ),
  );
  fc.assert(
    fc.property(match, match, (before, after) => {
      if (noLongerMatched(before, after).length > 0) return;
      const lost = objects.find((asked) => matches(before, asked) && !matches(after, asked));
      if (lost !== undefined) throw new Error(`lost ${lost.join(' ')}`);
    }),
    { numRuns: runs(3000) },
  );
});
