import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { uncoveredOf } from '../../src/rbac/model/coverage.ts';
import { type Permission, readPolicyRule } from '../../src/rbac/model/permission.ts';
import { runs } from '../thorough.ts';
import { type ManifestRule, requestsOver, ruleAllows } from './authorizer.ts';

const some = (items: readonly string[]) => fc.array(fc.constantFrom(...items), { maxLength: 3 });

const resourceRule: fc.Arbitrary<ManifestRule> = fc.record({
  verbs: some(['get', 'list', 'Get', '*']),
  apiGroups: some(['', 'apps', '*']),
  resources: some([
    'pods',
    'pods/log',
    '*',
    '*/log',
    'pods/*',
    '*/*',
    'deployments',
    '*/log/x',
    'pods/log/x',
    'pods/',
    '*/',
  ]),
  resourceNames: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: some(['a', '*', '']) }),
});

const urlRule: fc.Arbitrary<ManifestRule> = fc.record({
  verbs: some(['get', '*']),
  nonResourceURLs: some(['*', '/a', '/a*', '/a/*', '/a/b', '/ab', '/a**', '/*', 'a*']),
});

const rule = fc.oneof({ weight: 5, arbitrary: resourceRule }, { weight: 1, arbitrary: urlRule });

function asRule(permission: Permission): ManifestRule {
  if (permission.kind === 'url') return { verbs: permission.verbs, nonResourceURLs: permission.urls };
  const { verbs, groups, resources, names } = permission;
  const named = names.filter((name) => name !== null);
  return { verbs, apiGroups: groups, resources, ...(names.includes(null) ? {} : { resourceNames: named }) };
}

test('what is not covered is exactly what requests gain, over every request that could tell', () => {
  fc.assert(
    fc.property(fc.array(rule, { minLength: 1, maxLength: 2 }), fc.array(rule, { maxLength: 4 }), (head, base) => {
      const parts = uncoveredOf(head.flatMap(readPolicyRule), base.flatMap(readPolicyRule)).map(asRule);
      const needed = new Set(parts);
      for (const request of requestsOver([...head, ...base])) {
        if (!head.some((each) => ruleAllows(each, request))) {
          if (parts.some((part) => ruleAllows(part, request)))
            throw new Error(`not granted: ${JSON.stringify(request)}`);
          continue;
        }
        if (base.some((each) => ruleAllows(each, request))) continue;
        const owners = parts.filter((part) => ruleAllows(part, request));
        if (owners.length === 0) throw new Error(`missed: ${JSON.stringify(request)}`);
        for (const owner of owners) needed.delete(owner);
      }
      if (needed.size > 0) throw new Error(`no request gains by ${JSON.stringify([...needed])}`);
    }),
    { numRuns: runs(100_000) },
  );
}, 120_000);

test('a product of a thousand to the third is never enumerated', () => {
  const many = (prefix: string) => Array.from({ length: 1000 }, (_, index) => `${prefix}${index}`);
  const wide = { verbs: many('v'), apiGroups: many('g'), resources: many('r') };
  const base = readPolicyRule(wide);
  const [head] = readPolicyRule({ ...wide, verbs: [...wide.verbs, 'new'] });
  const odd = { ...wide, verbs: wide.verbs.filter((_, index) => index % 2 === 1) };
  const even = { ...wide, verbs: wide.verbs.filter((_, index) => index % 2 === 0) };
  expect(uncoveredOf(base, base)).toEqual([]);
  expect(uncoveredOf(base, [odd, even].flatMap(readPolicyRule))).toEqual([]);
  expect(head && uncoveredOf([head], base).map(({ verbs }) => verbs)).toEqual([['new']]);
});

test('a question beyond the limit counts as not covered', () => {
  const many = (prefix: string, count: number) => Array.from({ length: count }, (_, index) => `${prefix}${index}`);
  const verbs = many('v', 3000);
  const base = verbs.flatMap((verb) =>
    readPolicyRule({ verbs: [verb, ...verbs.slice(0, 1)], apiGroups: ['g'], resources: ['r'] }),
  );
  const head = readPolicyRule({ verbs, apiGroups: ['g'], resources: ['r'] });
  expect(uncoveredOf(head, base)).toEqual(head);
});
