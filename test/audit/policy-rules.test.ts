import { describe, expect, test } from '@jest/globals';
import { joinContainers } from '../../src/audit/judge/container-flags.ts';
import {
  type AuditRule,
  matchesTarget,
  matchesUrl,
  prefixOf,
  type RequestTarget,
  readPolicy,
  takes,
} from '../../src/audit/policy/audit-policy.ts';
import { policyLowered } from '../../src/audit/policy/policy-lowered.ts';
import type { RequestPart } from '../../src/audit/policy/request-classes.ts';
import { severityOfRequest, worstFirst } from '../../src/audit/policy/request-severity.ts';
import { describeRequests, includes, isAny, isOfOtherUrls, isWhole } from '../../src/audit/policy/requests.ts';

type Fields = Readonly<Record<string, unknown>>;
const rule = (fields: Fields = {}, policy: Fields = {}): AuditRule =>
  readPolicy({ ...policy, rules: [fields] }).rules[0] as AuditRule;
const of = (more: Partial<RequestTarget> = {}): RequestTarget => ({
  group: '',
  resource: 'pods',
  subresource: '',
  name: undefined,
  ...more,
});
const any: RequestTarget = { group: undefined, resource: undefined, subresource: undefined, name: undefined };
const part = (more: Partial<RequestPart> = {}): RequestPart => ({
  users: [undefined],
  verbs: [undefined],
  namespaces: [undefined],
  targets: [any],
  paths: [],
  ...more,
});

describe('rules as the API server reads them', () => {
  test('all that a rule says', () => {
    const written = {
      level: 'Request',
      users: ['u'],
      userGroups: ['g'],
      verbs: ['get'],
      namespaces: ['n'],
      resources: [{ group: 'apps', resources: ['a'], resourceNames: ['x'] }, {}],
      nonResourceURLs: ['/x'],
      omitStages: ['Panic'],
    };
    expect(readPolicy({ omitStages: ['RequestReceived'], rules: [written, {}] })).toEqual({
      omitted: ['RequestReceived'],
      rules: [
        {
          level: 'Request',
          rank: 2,
          users: ['u'],
          groups: ['g'],
          verbs: ['get'],
          namespaces: ['n'],
          resources: [
            { group: 'apps', resources: ['a'], names: ['x'] },
            { group: '', resources: [], names: [] },
          ],
          urls: ['/x'],
          omitted: new Set(['RequestReceived', 'Panic']),
        },
        {
          level: '',
          rank: 0,
          users: [],
          groups: [],
          verbs: [],
          namespaces: [],
          resources: [],
          urls: [],
          omitted: new Set(['RequestReceived']),
        },
      ],
    });
    expect(readPolicy({})).toEqual({ omitted: [], rules: [] });
  });

  test.each<[string, Fields, Fields, string, number]>([
    ['None', { level: 'None' }, {}, 'None', 0],
    ['Metadata', { level: 'Metadata' }, {}, 'Metadata', 1],
    ['RequestResponse', { level: 'RequestResponse' }, {}, 'RequestResponse', 3],
    ['an unknown level', { level: 'metadata' }, {}, 'metadata', 0],
    ['a list that is null', { level: 'Metadata', users: null }, {}, 'Metadata', 1],
    [
      'every stage omitted',
      { level: 'Metadata', omitStages: ['RequestReceived', 'ResponseStarted', 'ResponseComplete', 'Panic'] },
      {},
      'Metadata',
      0,
    ],
    [
      'every stage omitted, by the policy as well',
      { level: 'Metadata', omitStages: ['ResponseComplete', 'Panic'] },
      { omitStages: ['RequestReceived', 'ResponseStarted'] },
      'Metadata',
      0,
    ],
    [
      'three stages omitted',
      { level: 'Metadata', omitStages: ['RequestReceived', 'ResponseStarted', 'Panic'] },
      {},
      'Metadata',
      1,
    ],
    ...['users', 'userGroups', 'verbs', 'namespaces', 'nonResourceURLs', 'omitStages'].flatMap(
      (field): [string, Fields, Fields, string, number][] => [
        [`${field} that are a word`, { level: 'Metadata', [field]: 'x' }, {}, 'nothing that could be read', 0],
        [`${field} with a number`, { level: 'Metadata', [field]: ['x', 1] }, {}, 'nothing that could be read', 0],
      ],
    ),
    ['resources that are a word', { level: 'Metadata', resources: 'x' }, {}, 'nothing that could be read', 0],
    ['resources with a word', { level: 'Metadata', resources: [{}, 'x'] }, {}, 'nothing that could be read', 0],
    [
      'resources of a number',
      { level: 'Metadata', resources: [{ resources: [1] }] },
      {},
      'nothing that could be read',
      0,
    ],
    [
      'names that are a word',
      { level: 'Metadata', resources: [{ resourceNames: 'x' }] },
      {},
      'nothing that could be read',
      0,
    ],
  ])('%s', (_, fields, policy, level, rank) => expect(rule(fields, policy)).toMatchObject({ level, rank }));

  test.each<[Fields, boolean, boolean]>([
    [{}, true, true],
    [{ namespaces: ['n'] }, true, false],
    [{ resources: [{}] }, true, false],
    [{ nonResourceURLs: ['/x'] }, false, true],
    [{ nonResourceURLs: ['/x'], namespaces: ['n'] }, true, false],
  ])('%j takes resources: %s, other paths: %s', (fields, resources, urls) =>
    expect([takes(rule(fields), 'resources'), takes(rule(fields), 'urls')]).toEqual([resources, urls]),
  );

  test.each<[Fields, Partial<RequestTarget>, boolean]>([
    [{}, {}, true],
    [{ group: 'apps' }, {}, false],
    [{ group: '*' }, { group: 'apps' }, true],
    [{ group: '*' }, { group: undefined }, true],
    [{ group: 'apps' }, { group: undefined }, false],
    [{ resources: ['pods'] }, {}, true],
    [{ resources: ['pods'] }, { resource: 'secrets' }, false],
    [{ resources: ['secrets', 'pods'] }, {}, true],
    [{ resources: ['*'] }, { resource: undefined, subresource: undefined }, true],
    [{ resources: ['pods'] }, { subresource: 'log' }, false],
    [{ resources: ['pods/log'] }, { subresource: 'log' }, true],
    [{ resources: ['pods/log'] }, {}, false],
    [{ resources: ['pods/log'] }, { subresource: undefined }, false],
    [{ resources: ['pods'] }, { subresource: undefined }, false],
    [{ resources: ['pods/*'] }, { subresource: 'log' }, true],
    [{ resources: ['pods/*'] }, {}, true],
    [{ resources: ['pods/*'] }, { resource: 'pod', subresource: 'log' }, false],
    [{ resources: ['*/log'] }, { subresource: 'log' }, true],
    [{ resources: ['*/log'] }, { resource: undefined, subresource: 'log' }, true],
    [{ resources: ['*/log'] }, { subresource: 'exec' }, false],
    [{ resources: ['*/'] }, {}, false],
    [{ resources: ['pods'] }, { resource: undefined }, false],
    [{ resources: ['pods'], resourceNames: ['a'] }, { name: 'a' }, true],
    [{ resources: ['pods'], resourceNames: ['a'] }, { name: 'b' }, false],
    [{ resources: ['pods'], resourceNames: ['a'] }, {}, false],
    // Without resources the names are not looked at (ruleMatchesResource).
    [{ resourceNames: ['a'] }, { name: 'b' }, true],
  ])('an entry %j takes %j: %s', (entry, target, expected) => {
    expect(matchesTarget(rule({ resources: [entry] }), of(target))).toBe(expected);
    expect(matchesTarget(rule({ resources: [{ group: 'none' }, entry] }), of(target))).toBe(expected);
  });

  test.each<[readonly string[], string, boolean]>([
    [[], '/x', true],
    [['/x'], '/x', true],
    [['/x'], '/x/y', false],
    [['/x*'], '/x/y', true],
    [['/x*'], '/y', false],
    [['/y', '/x**'], '/xy', true],
    [['*'], '/x', true],
    [['/x*y'], '/xzy', false],
  ])('%j takes %s: %s', (nonResourceURLs, path, expected) =>
    expect(matchesUrl(rule({ nonResourceURLs }), path)).toBe(expected),
  );
  test('prefixes', () =>
    expect(['/x', '/x*', '/x**', '*', '', '/*x'].map(prefixOf)).toEqual(['/x', '/x', '/x', '', '', '/*x']));
});

describe('requests in words', () => {
  const words = (more: Partial<RequestPart>, groups: readonly string[] = []) => describeRequests(part(more), groups);
  const unused = '…';
  test.each<[Partial<RequestPart>, readonly string[], string]>([
    [{}, [], 'requests that no rule names'],
    [{ users: ['jane', 'bob'] }, [], 'requests by jane, bob'],
    [{ users: ['jane', undefined] }, [], 'requests that no rule names'],
    [{}, ['g'], 'requests by members of g'],
    [{}, ['g', 'h'], 'requests by members of one of g, h'],
    [{ users: ['jane'] }, ['g'], 'requests by jane'],
    [{ verbs: ['get', 'list'] }, [], 'get, list requests'],
    [{ namespaces: ['a', 'b'] }, [], 'requests in namespace a, b'],
    [{ namespaces: [''] }, [], 'requests outside namespaces'],
    [{ namespaces: ['a', ''] }, [], 'requests in namespace a or outside namespaces'],
    [{ targets: [of()] }, [], 'requests for pods'],
    [{ targets: [of(), of({ resource: 'secrets' })] }, [], 'requests for pods, secrets'],
    [
      { targets: [of({ group: 'apps', resource: 'deployments', subresource: 'scale' })] },
      [],
      'requests for deployments.apps/scale',
    ],
    [{ targets: [of({ group: undefined })] }, [], 'requests for pods'],
    [{ targets: [of({ subresource: undefined })] }, [], 'requests for pods/*'],
    [{ targets: [of({ name: 'a' })] }, [], 'requests for pods called a'],
    [
      { targets: [of({ group: 'apps', resource: undefined, subresource: undefined })] },
      [],
      'requests for resources of apps',
    ],
    [
      { targets: [of({ resource: undefined, subresource: undefined })] },
      [],
      'requests for resources of the core API group',
    ],
    [{ targets: [of({ resource: undefined, subresource: 'log' })] }, [], 'requests for */log of the core API group'],
    [{ targets: [of({ group: undefined, resource: undefined, subresource: '' })] }, [], 'requests for *'],
    [{ targets: [{ ...any, name: 'a' }] }, [], 'requests for resources called a'],
    [{ targets: [any, of()] }, [], 'requests that no rule names'],
    [{ targets: [of({ subresource: undefined }), of({ subresource: 'log' })] }, [], 'requests for pods/*'],
    [{ targets: [], paths: ['/x', '/y'] }, [], 'requests to /x, /y'],
    [{ targets: [], paths: [`/x${unused}`, '/x', '/xy', '/y'] }, [], 'requests to /x*, /y'],
    [{ targets: [], paths: ['/x', `/${unused}${unused}`] }, [], 'requests for other URLs'],
    [
      { users: ['jane'], verbs: ['get'], namespaces: ['shop'], targets: [of()] },
      [],
      'get requests for pods in namespace shop by jane',
    ],
  ])('%j of %j: %s', (more, groups, expected) => expect(words(more, groups)).toBe(expected));

  test('of more than 200 targets or paths all are named, as far as a sentence goes', () => {
    const targets = (count: number) => Array.from({ length: count }, (_, at) => of({ name: `n${at}` }));
    expect(words({ targets: [...targets(199), of()] })).toBe('requests for pods');
    expect(words({ targets: [...targets(200), of()] })).toMatch(/^requests for pods called n0, /);
  });

  test('whether it is all of them', () => {
    expect(
      [
        part(),
        part({ namespaces: ['a'] }),
        part({ targets: [of()] }),
        part({ targets: [of(), any] }),
        part({ targets: [], paths: ['/x'] }),
        part({ paths: ['/x'] }),
      ].map(isWhole),
    ).toEqual([true, false, false, true, false, false]);
    expect(
      [[`/${unused}`], ['/x', `/${unused}`], ['/x'], [`/x${unused}`], [`/${unused}x`], []].map((paths) =>
        isOfOtherUrls(part({ paths })),
      ),
    ).toEqual([true, true, false, false, false, false]);
    expect([[undefined], ['a', undefined], ['a'], []].map(isAny)).toEqual([true, true, false, false]);
  });

  test.each<[Partial<RequestPart>, Partial<RequestPart>, boolean]>([
    [{}, { users: ['a'], verbs: ['get'], namespaces: ['n'], targets: [of()] }, true],
    [{ users: ['a'] }, { users: ['a'] }, true],
    [{ users: ['a'] }, { users: ['b'] }, false],
    [{ verbs: ['get'] }, { verbs: ['list'] }, false],
    [{ namespaces: ['a'] }, { namespaces: ['b'] }, false],
    [{ targets: [of()] }, { targets: [of()] }, true],
    [{ targets: [of()] }, { targets: [of({ resource: 'secrets' })] }, false],
    [{ targets: [], paths: ['/x'] }, { targets: [], paths: ['/x'] }, true],
    [{ targets: [], paths: ['/x'] }, { targets: [], paths: ['/y'] }, false],
    [{ targets: [], paths: ['/x', `/${unused}`] }, { targets: [], paths: ['/y'] }, true],
    [{}, { targets: [], paths: ['/x'] }, false],
    [{ targets: [], paths: ['/x'] }, {}, false],
  ])('%j has all of %j: %s', (one, other, expected) => expect(includes(part(one), part(other))).toBe(expected));
});

describe('how bad it is', () => {
  const none = { groups: [], stages: [], after: undefined };
  const [metadata, nothing] = [rule({ level: 'Metadata' }), rule({ level: 'None' })];
  const reads = { verbs: ['get', 'list', 'watch'] };
  test.each<[string, Partial<RequestPart>, object, string]>([
    ['the end of a request', {}, { stages: ['Panic', 'ResponseComplete'] }, 'high'],
    ['the beginning of a request', {}, { stages: ['RequestReceived'] }, 'low'],
    ['contents', {}, { after: metadata }, 'medium'],
    [
      'contents of Secrets',
      { targets: [of({ resource: 'secrets' }), of({ resource: 'configmaps' })] },
      { after: metadata },
      'low',
    ],
    [
      'contents of tokens',
      { targets: [of({ resource: 'tokenreviews' }), of({ resource: 'serviceaccounts' })] },
      { after: metadata },
      'low',
    ],
    ['contents of Secrets and pods', { targets: [of({ resource: 'secrets' }), of()] }, { after: metadata }, 'medium'],
    ['contents of a URL', { targets: [], paths: ['/x'] }, { after: metadata }, 'medium'],
    ['all requests', {}, {}, 'high'],
    ['all requests, by a rule for nothing', {}, { after: nothing }, 'high'],
    ['a URL', { targets: [], paths: ['/x'] }, {}, 'high'],
    ...[
      '/healthz',
      '/livez/x',
      '/readyz*',
      '/version',
      '/metrics',
      '/openapi/v2',
      '/swagger-ui',
      '/api',
      '/apis/x',
      '/healthz…',
    ].map((path): [string, Partial<RequestPart>, object, string] => [
      `what clients ask for: ${path}`,
      { targets: [], paths: [path] },
      {},
      'low',
    ]),
    ...['/healthzx', '/x/healthz', '/apiserver', 'x/api'].map(
      (path): [string, Partial<RequestPart>, object, string] => [
        `what only looks so: ${path}`,
        { targets: [], paths: [path] },
        {},
        'high',
      ],
    ),
    ['one such URL of two', { targets: [], paths: ['/healthz', '/x'] }, {}, 'high'],
    [
      'events',
      {
        targets: [
          of({ resource: 'events' }),
          of({ resource: 'leases' }),
          of({ resource: 'endpoints' }),
          of({ resource: 'endpointslices' }),
        ],
      },
      {},
      'low',
    ],
    ['events and pods', { targets: [of({ resource: 'events' }), of()] }, {}, 'high'],
    ['reading pods', { ...reads, targets: [of()] }, {}, 'medium'],
    ['reading and deleting pods', { verbs: ['get', 'delete'], targets: [of()] }, {}, 'high'],
    ['any verb', { verbs: ['get', undefined], targets: [of()] }, {}, 'high'],
    ['reading Secrets', { ...reads, targets: [of(), of({ resource: 'secrets' })] }, {}, 'high'],
    ['reading by a part of the cluster', { ...reads, targets: [of()], users: ['system:kube-proxy'] }, {}, 'low'],
    ['reading by a group of the cluster', { ...reads, targets: [of()] }, { groups: ['system:nodes'] }, 'low'],
    [
      'reading by a part of the cluster and somebody',
      { ...reads, targets: [of()], users: ['system:kube-proxy', 'jane'] },
      {},
      'medium',
    ],
    ...[
      'system:masters',
      'system:authenticated',
      'system:unauthenticated',
      'system:serviceaccounts:x',
      'mysystem:x',
    ].map((group): [string, Partial<RequestPart>, object, string] => [
      `reading by ${group}`,
      { ...reads, targets: [of()] },
      { groups: [group] },
      'medium',
    ]),
    [
      'reading by a user whose group is of the cluster',
      { ...reads, targets: [of()], users: ['jane'] },
      { groups: ['system:nodes'] },
      'medium',
    ],
  ])('%s', (_, more, loss, expected) => expect(severityOfRequest(part(more), { ...none, ...loss })).toBe(expected));

  test('what tells most comes first', () => {
    const targets = ['events', 'pods', 'secrets', 'leases'].map((resource) => of({ resource }));
    expect(worstFirst(part({ targets })).targets.map(({ resource }) => resource)).toEqual([
      'secrets',
      'pods',
      'events',
      'leases',
    ]);
  });
});

describe('what a policy records less of', () => {
  const policy = (...rules: readonly Fields[]): Fields => ({ rules });
  const metadata = { level: 'Metadata' };
  const whats = (was: Fields, is: Fields) =>
    policyLowered(was, is).map(({ what, severity, path, formerPath }) =>
      [severity, what, path.join('.'), ...(formerPath === undefined ? [] : [formerPath.join('.')])].join(' | '),
    );
  const secrets = { resources: [{ group: '', resources: ['secrets'] }] };
  const everything = 'requests that no rule names';
  test.each<[string, Fields, Fields, readonly string[]]>([
    ['nothing', policy(metadata), policy(metadata), []],
    ['nothing by a higher level', policy(metadata), policy({ level: 'Request' }), []],
    [
      'all by another level',
      policy(metadata),
      policy({ level: 'None' }),
      [`high | no longer records ${everything} (Metadata before) | rules.0.level`],
    ],
    [
      'contents',
      policy({ level: 'Request' }),
      policy(metadata),
      [`medium | records only Metadata of ${everything} (Request before) | rules.0.level`],
    ],
    [
      'all without a rule',
      policy(metadata),
      policy(),
      [`high | no longer records ${everything} (Metadata before) | rules | rules.0`],
    ],
    [
      'Secrets by a rule before',
      policy(metadata),
      policy({ level: 'None', ...secrets }, metadata),
      ['high | no longer records requests for secrets (Metadata before) | rules.0.level'],
    ],
    [
      'a user',
      policy(metadata),
      policy({ level: 'None', users: ['jane'] }, metadata),
      ['high | no longer records requests by jane (Metadata before) | rules.0.level'],
    ],
    [
      'a group',
      policy(metadata),
      policy({ level: 'None', userGroups: ['g'] }, metadata),
      ['high | no longer records requests by members of g (Metadata before) | rules.0.level'],
    ],
    [
      'a namespace',
      policy(metadata),
      policy({ level: 'None', namespaces: ['n'] }, metadata),
      ['high | no longer records requests in namespace n (Metadata before) | rules.0.level'],
    ],
    [
      'a verb',
      policy(metadata),
      policy({ level: 'None', verbs: ['delete'] }, metadata),
      ['high | no longer records delete requests (Metadata before) | rules.0.level'],
    ],
    [
      'a URL',
      policy(metadata),
      policy({ level: 'None', nonResourceURLs: ['/healthz*'] }, metadata),
      ['low | no longer records requests to /healthz* (Metadata before) | rules.0.level'],
    ],
    [
      'a part of a resource',
      policy(metadata),
      policy({ level: 'None', resources: [{ resources: ['pods/log'] }] }, metadata),
      ['high | no longer records requests for pods/log (Metadata before) | rules.0.level'],
    ],
    ['a rule behind one that takes all', policy(metadata), policy(metadata, { level: 'None', users: ['jane'] }), []],
    [
      'the order',
      policy({ level: 'Request', ...secrets }, { level: 'None', users: ['jane'] }, metadata),
      policy({ level: 'None', users: ['jane'] }, { level: 'Request', ...secrets }, metadata),
      ['high | no longer records requests for secrets by jane (Request before) | rules.0.level'],
    ],
    [
      'an account of a group',
      policy({ level: 'Request', userGroups: ['system:serviceaccounts:n'] }, metadata),
      policy(metadata),
      [
        'medium | records only Metadata of requests by members of system:serviceaccounts:n (Request before) | rules.0.level',
      ],
    ],
    [
      'stages of a rule',
      policy(metadata),
      policy({ ...metadata, omitStages: ['ResponseComplete'] }),
      [`high | no longer records the stage ResponseComplete of ${everything} | rules.0.omitStages`],
    ],
    [
      'stages of all rules',
      policy(metadata),
      { ...policy(metadata), omitStages: ['RequestReceived'] },
      ['low | no longer records the stage RequestReceived of any request | omitStages'],
    ],
    [
      'stages that were omitted',
      { ...policy(metadata), omitStages: ['Panic'] },
      policy({ ...metadata, omitStages: ['Panic'] }),
      [],
    ],
  ])('%s', (_, was, is, expected) => expect(whats(was, is)).toEqual(expected));

  test.each<[string, Fields, Fields, string]>([
    [
      'another level',
      policy(metadata),
      policy({ level: 'None' }),
      'Keep level: Metadata, or leave out no more than one user, verb and resource, and have that reviewed and accept it (`gitops-gate ignore`).',
    ],
    [
      'a new rule',
      policy(metadata),
      policy({ level: 'None', ...secrets }, metadata),
      'Take the rule out, or leave out no more than one user, verb and resource, and have that reviewed and accept it (`gitops-gate ignore`).',
    ],
    [
      'a rule that is gone',
      policy({ level: 'Request', ...secrets }, metadata),
      policy(metadata),
      'Where it is meant, have it reviewed and accept it: it is low because clients ask for this all the time, and a finding so that somebody sees the change.',
    ],
    [
      'no rule',
      policy(metadata),
      policy(),
      'Keep the rule, or leave out no more than one user, verb and resource, and have that reviewed and accept it (`gitops-gate ignore`).',
    ],
    [
      'the order',
      policy({ ...metadata, ...secrets }, { level: 'None' }),
      policy({ level: 'None' }, { ...metadata, ...secrets }),
      'Keep the order of the rules, of which the first that takes a request decides, or leave out no more than one user, verb and resource, and have that reviewed and accept it (`gitops-gate ignore`).',
    ],
    [
      'a rule that is gone before one that was there',
      policy({ ...metadata, ...secrets }, { level: 'None' }),
      policy({ level: 'None' }),
      'Keep the rule, or leave out no more than one user, verb and resource, and have that reviewed and accept it (`gitops-gate ignore`).',
    ],
    [
      'the end of requests',
      policy(metadata),
      policy({ ...metadata, omitStages: ['RequestReceived', 'ResponseComplete'] }),
      'Keep the stage ResponseComplete: without it nothing says how such a request ended.',
    ],
    [
      'what panics',
      policy(metadata),
      policy({ ...metadata, omitStages: ['Panic'] }),
      'Keep the stage Panic: without it a request that makes the API server panic leaves no record of its end.',
    ],
    [
      'long requests',
      policy(metadata),
      policy({ ...metadata, omitStages: ['ResponseStarted'] }),
      'Keep the stage ResponseStarted: without it a long request, such as watch or exec, is recorded only once it ends.',
    ],
    [
      'the beginning of requests',
      policy(metadata),
      policy({ ...metadata, omitStages: ['RequestReceived'] }),
      'Where it is meant, have it reviewed and accept it: without it only a request that never ends leaves no record.',
    ],
  ])('what to do about %s', (_, was, is, remedy) =>
    expect(policyLowered(was, is).map((each) => each.remedy)).toEqual([remedy]),
  );

  test('several kinds of requests are one finding for each rule, with details and all of it in the fingerprint', () => {
    const both = { level: 'None', users: ['jane', 'bob'], verbs: ['get'] };
    expect(policyLowered(policy(metadata), policy(both, metadata))).toEqual([
      {
        what: 'no longer records get requests by jane, bob (Metadata before)',
        remedy:
          'Take the rule out, or leave out no more than one user, verb and resource, and have that reviewed and accept it (`gitops-gate ignore`).',
        severity: 'high',
        path: ['rules', 0, 'level'],
        details: [],
        subject: expect.arrayContaining(['None', JSON.stringify(both)]),
      },
    ]);
    const found = policyLowered(policy({ level: 'Request' }), policy({ level: 'None', ...secrets }, metadata));
    expect(found.map(({ what, severity }) => [severity, what])).toEqual([
      ['medium', `records only Metadata of ${everything} (Request before)`],
      ['high', 'no longer records requests for secrets (Request before)'],
    ]);
  });

  test('what is too large to compare is said', () => {
    const many = (level: string) =>
      policy(
        ...Array.from({ length: 120 }, (_, at) => ({
          level,
          users: [`u${at}`, `v${at}`],
          verbs: [`w${at}`],
          namespaces: [`n${at}`],
          resources: [{ resources: [`r${at}`] }],
        })),
        metadata,
      );
    expect(policyLowered(many('Metadata'), many('None'))).toMatchObject([
      {
        what: 'is another one than before, and names too much for comparing the two: whether it records less was not judged',
        remedy: 'Compare what both versions record, or make the policy smaller.',
        severity: 'high',
        path: ['rules'],
        subject: ['too large', expect.any(String)],
      },
    ]);
  });
});

test('flags of the command and the arguments of one container are one part', () => {
  type Parts = Parameters<typeof joinContainers>[0];
  const document = {};
  const flags = (path: readonly (string | number)[], value: Fields, names = ['c', String(path.at(-1))]) =>
    ({
      kind: 'flags',
      document,
      path,
      names,
      value: new Map(Object.entries(value).map(([name, text], at) => [name, { value: text, path: [at] }])),
    }) as unknown as Parts[number];
  const joined = (...parts: readonly Parts[number][]) =>
    joinContainers(parts).map(({ path, names, value }) => [
      path.join('.'),
      names.join('.'),
      ...[...value].map(([name, flag]) => `${name}=${flag.value} at ${flag.path.join('.')}`),
    ]);
  expect(
    joined(
      flags(['a', 'args'], { x: '1', y: '2' }),
      flags(['a', 'command'], { x: '0' }),
      flags(['b', 'args'], { z: '3' }),
      flags(['extraArgs'], { w: '4' }),
    ),
  ).toEqual([
    ['extraArgs', 'c.extraArgs', 'w=4 at 0'],
    ['a', 'c.', 'x=1 at args.0', 'y=2 at args.1'],
    ['b.args', 'c.', 'z=3 at 0'],
  ]);
});
