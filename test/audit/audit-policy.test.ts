import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readPolicy } from '../../src/audit/policy/audit-policy.ts';
import { loweredLevels } from '../../src/audit/policy/lowered-levels.ts';
import { policyLowered } from '../../src/audit/policy/policy-lowered.ts';
import { runs } from '../thorough.ts';

interface Rule {
  readonly level: string;
  readonly users?: readonly string[];
  readonly userGroups?: readonly string[];
  readonly verbs?: readonly string[];
  readonly namespaces?: readonly string[];
  readonly resources?: readonly { group?: string; resources?: readonly string[]; resourceNames?: readonly string[] }[];
  readonly nonResourceURLs?: readonly string[];
  readonly omitStages?: readonly string[];
}

interface Policy {
  readonly rules: readonly Rule[];
  readonly omitStages?: readonly string[];
}

/** Who asks. */
interface Identity {
  readonly user: string | undefined;
  readonly groups: readonly string[];
}

/** What is asked for, as the API server has it. */
interface Target {
  readonly namespace: string;
  readonly group: string;
  readonly resource: string;
  readonly subresource: string;
  readonly name: string;
  /** '' of a request for a resource. */
  readonly path: string;
}

const order = ['None', 'Metadata', 'Request', 'RequestResponse'];

/** What is recorded of a request, by the rule that takes it; -1 where none does. */
interface Recorded {
  readonly level: number;
  readonly omitted: ReadonlySet<string>;
  readonly rule: number;
}

/**
 * The documented matching, written once more without anything of the program: what is recorded of every request, in the order of identities,
 * verbs and targets. Requests that one rule takes have one answer, the same object.
 */
function recordedOfAll(policy: Policy): readonly Recorded[] {
  const answers = [...policy.rules.keys(), -1].map((rule): Recorded => {
    const found = policy.rules[rule];
    const level = found === undefined ? 0 : order.indexOf(found.level);
    return { level, omitted: new Set([...(policy.omitStages ?? []), ...(found?.omitStages ?? [])]), rule };
  });
  const [none] = answers.splice(-1);
  const taken = policy.rules.map((rule, index) => ({
    answer: answers[index],
    identities: new Set(identities.filter((each) => takesIdentity(rule, each))),
    verbs: new Set(verbs.filter((each) => any(rule.verbs, (own) => own === each))),
    targets: new Set(targets.filter((each) => takesTarget(rule, each))),
  }));
  return identities.flatMap((identity) => {
    const ofIdentity = taken.filter((each) => each.identities.has(identity));
    return verbs.flatMap((verb) => {
      const ofVerb = ofIdentity.filter((each) => each.verbs.has(verb));
      return targets.map((target) => ofVerb.find((each) => each.targets.has(target))?.answer ?? (none as Recorded));
    });
  });
}

function any(all: readonly string[] | undefined, accepts: (each: string) => boolean): boolean {
  return all === undefined || all.length === 0 || all.some(accepts);
}

function takesIdentity(rule: Rule, { user, groups }: Identity): boolean {
  return any(rule.users, (each) => each === user) && any(rule.userGroups, (each) => groups.includes(each));
}

function takesTarget(rule: Rule, request: Target): boolean {
  if ((rule.namespaces?.length ?? 0) + (rule.resources?.length ?? 0) > 0) {
    if (request.path !== '') return false;
    if (!any(rule.namespaces, (each) => each === request.namespace)) return false;
    if ((rule.resources ?? []).length === 0) return true;
    return (rule.resources ?? []).some(({ group = '', resources = [], resourceNames = [] }) => {
      if (group !== '*' && group !== request.group) return false;
      if (resources.length === 0) return true;
      if (resourceNames.length > 0 && !resourceNames.includes(request.name)) return false;
      const whole = request.subresource === '' ? request.resource : `${request.resource}/${request.subresource}`;
      return resources.some(
        (each) =>
          each === '*' ||
          each === whole ||
          (request.subresource !== '' && each === `*/${request.subresource}`) ||
          each === `${request.resource}/*`,
      );
    });
  }
  if ((rule.nonResourceURLs ?? []).length === 0) return true;
  if (request.path === '') return false;
  return (rule.nonResourceURLs ?? []).some(
    (each) => each === request.path || (each.endsWith('*') && request.path.startsWith(each.replace(/\*+$/, ''))),
  );
}

/** Everyone, every verb and every target that the names of the random policies can tell apart, and more. */
const identities: readonly Identity[] = [undefined, 'u', 'system:serviceaccount:n:s', 'x'].flatMap((user) => {
  const held =
    user === 'system:serviceaccount:n:s'
      ? [['system:authenticated', 'system:serviceaccounts', 'system:serviceaccounts:n']]
      : user === 'u'
        ? [['system:authenticated']]
        : [
            [],
            ['system:authenticated'],
            ['system:serviceaccounts'],
            ['system:authenticated', 'system:serviceaccounts'],
          ];
  return held.flatMap((groups) =>
    [[], ['g'], ['h'], ['g', 'h']].map((more) => ({ user, groups: [...groups, ...more] })),
  );
});
const verbs = ['get', 'put', 'x'];
const targets: readonly Target[] = [
  ...['', 'a', 'x'].flatMap((group) =>
    ['p', 'q', 'x'].flatMap((resource) =>
      ['', 's', 'x'].flatMap((subresource) =>
        ['m', 'x'].flatMap((name) =>
          ['', 'n', 'x'].map((namespace) => ({ group, resource, subresource, name, namespace, path: '' })),
        ),
      ),
    ),
  ),
  ...['/a', '/a/', '/a/b', '/a/bc', '/a/x', '/ax', '/x'].map((path) => {
    return { namespace: '', group: '', resource: '', subresource: '', name: '', path };
  }),
];

const some = <T>(...values: readonly T[]) => fc.subarray([...values], { maxLength: Math.min(2, values.length) });
const seldom = <T>(values: fc.Arbitrary<readonly T[]>) => fc.option(values, { nil: undefined, freq: 1 });
const rule = fc
  .record({
    level: fc.constantFrom(...order),
    users: seldom(some('u', 'system:serviceaccount:n:s')),
    userGroups: seldom(some('g', 'h', 'system:authenticated', 'system:serviceaccounts')),
    verbs: seldom(some('get', 'put')),
    omitStages: fc.option(some('RequestReceived', 'ResponseComplete'), { nil: undefined, freq: 1 }),
    of: fc.oneof(
      fc.constant({}),
      fc.record({ nonResourceURLs: some('*', '/a', '/a*', '/a/*', '/a/b*', '/a/b') }),
      fc.record({
        namespaces: seldom(some('', 'n')),
        resources: fc.array(
          fc.record({
            group: fc.constantFrom('', 'a', '*'),
            resources: some('*', 'p', 'q', 'p/s', 'p/*', '*/s'),
            resourceNames: seldom(some('m')),
          }),
          { maxLength: 2 },
        ),
      }),
    ),
  })
  .map(({ of, ...rest }): Rule => JSON.parse(JSON.stringify({ ...rest, ...of })));
const policy = fc.record({ rules: fc.array(rule, { maxLength: 5 }), omitStages: some('ResponseStarted') });

describe('loweredLevels', () => {
  test('finds exactly what an enumeration of requests finds', () => {
    fc.assert(
      fc.property(policy, policy, (before, after) => {
        const now = recordedOfAll(after);
        const expected = new Set<string>();
        for (const [index, was] of recordedOfAll(before).entries()) {
          const is = now[index] as Recorded;
          if (lostOf(was, is).length > 0) expected.add(`${was.rule} ${is.rule}`);
        }
        const lowered = loweredLevels(readPolicy(before), readPolicy(after));
        expect(new Set(lowered.map((each) => `${each.before} ${each.after ?? -1}`))).toEqual(expected);
      }),
      { numRuns: runs(150) },
    );
  });

  test('a policy is not lower than itself, and no policy is lower than one that records everything', () => {
    fc.assert(
      fc.property(policy, (each) => {
        expect(loweredLevels(readPolicy(each), readPolicy(each))).toEqual([]);
        const all = { rules: [{ level: 'RequestResponse' }] };
        expect(loweredLevels(readPolicy({ ...each, omitStages: [] }), readPolicy(all))).toEqual([]);
      }),
      { numRuns: runs(300) },
    );
  });

  test('a policy that names too much is said to be', () => {
    const names = (letter: string) => Array.from({ length: 2000 }, (_, index) => `${letter}${index}`);
    const large = { rules: names('v').map((verb) => ({ level: 'Metadata', verbs: [verb], users: [`u${verb}`] })) };
    expect(policyLowered(large, { rules: [{ level: 'None' }] })[0]?.what).toContain('was not judged');
    const wide = { rules: [{ level: 'None', resources: [{ resources: names('r'), resourceNames: names('n') }] }] };
    expect(policyLowered(wide, { rules: [] })[0]?.what).toContain('was not judged');
  });
});

/** What is lost of a request: how far its level falls, or the stages. */
function lostOf(was: Recorded, is: Recorded): readonly string[] {
  if (is.level < was.level) return [String(is.level)];
  return was.level > 0 && is.rule >= 0 ? [...is.omitted].filter((stage) => !was.omitted.has(stage)) : [];
}

describe('what an accepted finding covers', () => {
  /** A policy, and others that differ from it in one rule. */
  const near = fc.tuple(policy, rule, rule, fc.nat(5)).map(([{ rules, omitStages }, own, other, at]) => {
    const [first, rest] = [rules.slice(0, at), rules.slice(at)];
    const accepted: Policy = { omitStages, rules: [...first, own, ...rest] };
    const others: readonly Policy[] = [
      [...first, ...rest],
      [...first, other, ...rest],
      [...first, { ...own, users: ['u', 'v'] }, ...rest],
      [...first, { ...own, verbs: ['get', 'put'] }, ...rest],
      [other, ...first, own, ...rest],
      [...first.slice(1), own, ...rest],
    ].map((each) => ({ omitStages, rules: each }));
    return { accepted, others };
  });

  test('is nothing that the other version of a policy does not lose as well', () => {
    const ids = (before: Policy, after: Policy) =>
      policyLowered(JSON.parse(JSON.stringify(before)), JSON.parse(JSON.stringify(after))).map(({ subject }) =>
        JSON.stringify(subject),
      );
    fc.assert(
      fc.property(policy, near, (before, { accepted, others }) => {
        const known = new Set(ids(before, accepted));
        const [was, covered] = [recordedOfAll(before), recordedOfAll(accepted)];
        for (const other of others) {
          if (!ids(before, other).every((id) => known.has(id))) continue;
          const more = recordedOfAll(other).flatMap((is, index) => {
            const lost = lostOf(was[index] as Recorded, is);
            if (lost.length === 0) return [];
            const known = lostOf(was[index] as Recorded, covered[index] as Recorded);
            return lost.filter((each) => !known.includes(each)).map((each) => `${index} ${each}`);
          });
          expect(more).toEqual([]);
        }
      }),
      { numRuns: runs(30) },
    );
  });

  test.each<[string, Rule, Rule]>([
    ['user', { level: 'None', users: ['a'] }, { level: 'None', users: ['a', 'system:admin'] }],
    ['group', { level: 'None', userGroups: ['g'] }, { level: 'None', userGroups: ['g', 'system:authenticated'] }],
    ['verb', { level: 'None', verbs: ['get'] }, { level: 'None', verbs: ['get', 'delete'] }],
    ['resource', of('leases'), of('leases', 'secrets')],
    ['exception', { level: 'None', users: ['a'], verbs: ['get'] }, { level: 'None', users: ['a'] }],
  ])('grows with each %s', (_, narrow, wide) => {
    const before = { rules: [{ level: 'Metadata' }] };
    const id = (first: Rule) => policyLowered(before, { rules: [first, { level: 'Metadata' }] })[0]?.subject;
    expect(id(narrow)).not.toEqual(id(wide));
  });

  test.each([
    [of('leases', 'secrets'), 'no longer records requests for secrets, leases (Metadata before)'],
    [of('events', 'pods/exec'), 'no longer records requests for pods/exec, events (Metadata before)'],
    [
      {
        level: 'None',
        users: ['system:kube-proxy', 'evil'],
        verbs: ['watch'],
        resources: [{ resources: ['endpoints', 'secrets'] }],
      },
      'no longer records watch requests for secrets, endpoints by system:kube-proxy, evil (Metadata before)',
    ],
    [
      { level: 'None', userGroups: ['g', 'system:authenticated'] },
      'no longer records requests by members of one of g, system:authenticated (Metadata before)',
    ],
  ])('is named, and is as bad as the worst of it: %j', (first, what) => {
    const [found] = policyLowered({ rules: [{ level: 'Metadata' }] }, { rules: [first, { level: 'Metadata' }] });
    expect(found).toMatchObject({ what, severity: 'high' });
  });
});

function of(...resources: readonly string[]): Rule {
  return { level: 'None', resources: [{ group: '', resources }] };
}

describe('what is said of less that is recorded', () => {
  const all: Policy = { rules: [{ level: 'Metadata' }] };
  const said = (before: Policy, after: Policy) =>
    policyLowered({ ...before }, { ...after }).map(({ what, remedy, details = [] }) => [what, remedy, ...details]);

  test.each([
    ['RequestReceived', 'Where it is meant, have it reviewed and accept it: without it only a request that never ends'],
    ['ResponseStarted', 'Keep the stage ResponseStarted: without it a long request'],
    ['ResponseComplete', 'Keep the stage ResponseComplete: without it nothing says how such a request ended.'],
    ['Panic', 'Keep the stage Panic: without it a request that makes the API server panic'],
  ])('of the stage %s', (stage, remedy) => {
    const [[what, fix, ...details] = []] = said(all, { ...all, omitStages: [stage] });
    expect([what, details]).toEqual([`no longer records the stage ${stage} of any request`, []]);
    expect(fix).toContain(remedy);
  });

  test('what brings back what was recorded is said', () => {
    const rbac = { resources: [{ group: 'rbac.authorization.k8s.io' }] };
    const lowered = { rules: [{ level: 'Metadata', ...rbac }, ...all.rules] };
    const fixes = (before: Policy, after: Policy) => said(before, after).map(([, fix = '']) => fix.split(', or ')[0]);
    expect(fixes({ rules: [{ level: 'RequestResponse', ...rbac }, ...all.rules] }, lowered)).toEqual([
      'Keep level: RequestResponse',
    ]);
    expect(fixes(all, { rules: [{ level: 'None', ...rbac }, ...all.rules] })).toEqual(['Take the rule out']);
    expect(fixes(lowered, { rules: [] })).toEqual(['Keep the rule']);
    expect(
      fixes({ rules: [{ level: 'Metadata', ...rbac }, { level: 'None' }] }, { rules: [{ level: 'None' }] }),
    ).toEqual(['Keep the rule']);
  });

  test('a path that is part of another one is not named', () => {
    const health = { rules: [{ level: 'None', nonResourceURLs: ['/healthz*', '/healthz', '/livez*'] }, ...all.rules] };
    expect(said(all, health)[0]?.[0]).toBe('no longer records requests to /healthz*, /livez* (Metadata before)');
  });
});
