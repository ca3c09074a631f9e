import { describe, expect, test } from '@jest/globals';
import { type Fence, type FenceItem, fenceGain } from '../../src/delivery/argocd/fence.ts';
import { destinationFence, gainedDestinations } from '../../src/delivery/argocd/project-destinations.ts';
import { gainedKinds, kindFence } from '../../src/delivery/argocd/project-kinds.ts';
import { gainedSources, normalizedUrl, sourceFence } from '../../src/delivery/argocd/project-sources.ts';

describe('repositories', () => {
  test.each([
    [['*'], 'https://git.example.org/a/b/c', true],
    [['https://git.example.org/*'], 'https://git.example.org/a', true],
    [['https://git.example.org/*'], 'https://git.example.org/a/b', false],
    [['https://git.example.org/**'], 'https://git.example.org/a/b', true],
    [['https://GIT.example.org/a.git'], 'https://git.example.org/A', true],
    [['git@git.example.org:a/b.git'], 'ssh://git@git.example.org/a/b', true],
    // Go's net/url escapes braces in a path, and takes none in a host: they are no alternatives of Argo CD's.
    [['https://git.example.org/{a,b{c,d}}'], 'https://git.example.org/bd', false],
    [['https://git.example.org/a!'], 'https://git.example.org/a!', true],
    [['https://git.example.org/a!'], 'https://git.example.org/a', false],
    [['*', '!https://git.example.org/{a,b}'], 'https://git.example.org/a', true],
    [['https://git.example.org/a b*'], 'https://git.example.org/a bc', false],
    [['ssh://git@GIT.example.org:a/b'], 'ssh://git@git.example.org:a/b', true],
    [['ssh://git@git.example.org:a/b'], 'https://git.example.org/a', false],
    [['https://git.example.org/a/*/c'], 'https://git.example.org/a/b/c', true],
    [['!https://git.example.org/a*', 'https://git.example.org/*'], 'https://git.example.org/ab', false],
    [['https://git.example.org/[!a]'], 'https://git.example.org/a', false],
    [['!https://git.example.org/a'], 'https://git.example.org/b', true],
    [['*', '!https://git.example.org/a'], 'https://git.example.org/a.git', false],
    [[], 'https://git.example.org/a', false],
  ])('%j permits %s: %s', (sourceRepos, url, isPermitted) => {
    expect(sourceFence({ sourceRepos }).permits(normalizedUrl(url))).toBe(isPermitted);
  });

  test.each([
    ['https://git.example.org/{a,b}', 'https://git.example.org/%7Ba,b%7D'],
    ['https://git.example.org/[!a]', 'https://git.example.org/[!a]'],
    ['https://{a,b}.example.org/x', ''],
    ['https://[a-z].example.org/x', ''],
    ['https://*.example.org/**', 'https://*.example.org/**'],
    ['https://git.example.org/a b', 'https://git.example.org/a%20b'],
    ['https://git.example.org/a%2fb', 'https://git.example.org/a%2fb'],
    ['https://git.example.org/a\\*b', 'https://git.example.org/a%5C%2Ab'],
    ['https://h/^a|b~c<d>', 'https://h/%5Ea%7Cb~c%3Cd%3E'],
    ['ssh://git@GITHUB.com:argoproj/test', ''],
    ['git@git.example.org:a/*', 'git@git.example.org/a/*'],
    ['https://user:pw@x/y', 'https://user:pw@x/y'],
    ['https://x/a.git/b', 'https://x/a.git/b'],
    ['a@b@c', 'a@b@c'],
    ['https://[::1]:80/a', 'https://[::1]:80/a'],
    ['https://x[::1]/a', ''],
    ['https://[::1]x/a', ''],
    ['https://me@x:a/b', ''],
    ['https://me@:a/b', ''],
    ['https://x:1:b/c', ''],
    ['https://x:1:2/c', 'https://x:1:2/c'],
    ['https://x/a?b=c#d e', 'https://x/a?b=c#d%20e'],
    ['https://x/a#%zz', ''],
    ['https://x/%zz', ''],
    ['https://x/%c3%a9 ', 'https://x/%c3%a9'],
    ['https://x/%7e é', 'https://x/~%20%C3%A9'],
    [' -https://x/é', '-https://x/%C3%A9'],
    ['https://x:4443/TEST.git', 'https://x:4443/test'],
    ['*', '*'],
  ])('%s is compared as Go’s net/url writes it: %s', (url, normalized) => expect(normalizedUrl(url)).toBe(normalized));

  test('a pattern that is too long to tell counts as new', () => {
    const before = { sourceRepos: [`https://a/${'x'.repeat(1_000)}*`] };
    expect(gainedSources(before, before)).toBeUndefined();
    expect(gainedSources(before, { sourceRepos: [...before.sourceRepos, 'https://a/b'] })?.added).toHaveLength(1);
  });
});

describe('destinations', () => {
  const at = (namespace: string, server = 'https://a', name = 'a') => ({ server, name, namespace });
  test.each([
    [[{ server: '*', namespace: 'shop' }], at('shop'), true],
    [[{ name: 'a', namespace: '*' }], at('shop'), true],
    [[{ name: 'b', namespace: '*' }], at('shop'), false],
    [[{ server: 'https://a', namespace: '!{kube-system,argocd}' }], at('argocd'), false],
    [[{ server: 'https://a', namespace: '!{kube-system,argocd}' }], at('shop'), true],
    [
      [
        { server: '*', namespace: '*' },
        { server: '!https://a', namespace: 'shop' },
      ],
      at('shop'),
      false,
    ],
    [
      [
        { server: '*', namespace: '*' },
        { server: '!https://a', namespace: 'shop' },
      ],
      at('web'),
      true,
    ],
    [
      [
        { server: '*', namespace: '*' },
        { name: '!a', namespace: 'shop' },
      ],
      at('web'),
      false,
    ],
    [[], at('shop'), false],
    [[{ server: '*', namespace: 'shop' }], at('web'), false],
    [[{ server: '*', namespace: '*' }], at('shop', '', ''), false],
    [[{ server: '*' }], at('shop', '', 'a'), false],
    [[{ name: '*', namespace: '*' }], at('shop', 'https://a', ''), false],
    // What excludes a cluster's address keeps out of its namespace alone, what excludes a name of all of them (isDestinationMatched).
    [
      [
        { name: '*', namespace: '*' },
        { server: '!https://a', namespace: 'shop' },
      ],
      at('shop'),
      false,
    ],
    [
      [
        { name: '*', namespace: '*' },
        { server: '!https://a', namespace: 'shop' },
      ],
      at('web'),
      true,
    ],
    [
      [
        { name: '*', namespace: '*' },
        { server: '!https://b', namespace: 'shop' },
      ],
      at('shop'),
      true,
    ],
    [
      [
        { server: '*', namespace: '*' },
        { name: '!a', namespace: 'shop' },
      ],
      at('shop'),
      false,
    ],
    [
      [
        { server: '*', namespace: '*' },
        { server: 'https://a', namespace: '!shop' },
      ],
      at('shop'),
      false,
    ],
    [
      [
        { server: '*', namespace: '*' },
        { server: 'https://b', namespace: '!shop' },
      ],
      at('shop'),
      true,
    ],
    [
      [
        { server: '*', namespace: '*' },
        { server: 'https://a', namespace: '!shop' },
      ],
      at('web'),
      true,
    ],
  ])('%j permits %j: %s', (destinations, asked, isPermitted) => {
    expect(destinationFence({ destinations }).permits(asked)).toBe(isPermitted);
  });

  test('Argo CD’s own cluster has a name and an address', () => {
    const byServer = { destinations: [{ server: 'https://kubernetes.default.svc', namespace: 'a' }] };
    const byName = { destinations: [{ name: 'in-cluster', namespace: 'a' }] };
    expect(gainedDestinations(byServer, byName)).toBeUndefined();
    expect(gainedDestinations(byName, byServer)).toBeUndefined();
    expect(gainedDestinations(byName, { destinations: [{ name: '*', namespace: 'a' }] })).toBeDefined();
  });

  test('what excludes one thing allows the others', () => {
    const [was, is] = [
      { server: '!https://a', namespace: 'x' },
      { server: '!https://b', namespace: 'x' },
    ];
    const said = { text: 'namespace x of !https://b', code: '["!https://b","","x"]' };
    expect(gainedDestinations({ destinations: [was] }, { destinations: [is] })).toMatchObject({
      added: [{ ...said, excludes: false }],
      removed: [{ text: 'namespace x of !https://a', excludes: true }],
      excluding: [{ ...said, excludes: true }],
    });
  });
});

describe('kinds', () => {
  const deployment = { group: 'apps', kind: 'Deployment' };
  const everything = { group: '*', kind: '*' };
  test.each([
    ['namespace', {}, { ...deployment, name: 'web' }, true],
    ['namespace', { namespaceResourceWhitelist: [] }, { ...deployment, name: 'web' }, false],
    ['namespace', { namespaceResourceBlacklist: [deployment] }, { ...deployment, name: 'web' }, false],
    ['cluster', {}, { group: '', kind: 'Namespace', name: 'a' }, false],
    ['cluster', { clusterResourceWhitelist: [everything] }, { group: '', kind: 'Namespace', name: 'a' }, true],
    [
      'cluster',
      { clusterResourceWhitelist: [{ group: '', kind: 'Namespace', name: 'team-*' }] },
      { group: '', kind: 'Namespace', name: 'a' },
      false,
    ],
  ] as const)('of a %s: %j permits %j: %s', (reach, spec, asked, isPermitted) => {
    expect(kindFence(spec, reach).permits(asked)).toBe(isPermitted);
  });

  test('all that a list of everything adds to no list is nothing', () => {
    expect(gainedKinds({}, { namespaceResourceWhitelist: [everything] }, 'namespace')).toBeUndefined();
    expect(gainedKinds({ namespaceResourceWhitelist: [deployment] }, {}, 'namespace')).toBeDefined();
  });

  test.each<['cluster' | 'namespace', object, string, string]>([
    ['namespace', everything, 'every kind of object', 'high'],
    ['namespace', { ...everything, name: 'a' }, 'every kind of every group named a', 'high'],
    ['namespace', { group: 'apps', kind: '*' }, 'every kind of apps', 'high'],
    ['namespace', { group: '*', kind: 'ConfigMap' }, 'ConfigMap of every group', 'high'],
    ['namespace', { kind: 'ConfigMap' }, 'ConfigMap of the core group', 'medium'],
    ['namespace', { kind: 'Secret' }, 'Secret of the core group', 'high'],
    ['cluster', { kind: 'ConfigMap' }, 'ConfigMap of the core group', 'high'],
  ])('of a %s: %j is %s, %s', (reach, item, text, severity) => {
    const field = reach === 'cluster' ? 'clusterResourceWhitelist' : 'namespaceResourceWhitelist';
    const [only] = kindFence({ [field]: [item] }, reach).items;
    expect({ ...only, isAbout: 0 }).toMatchObject({ text, severity, excludes: false, path: ['spec', field, 0] });
  });
});

describe('what is too much to tell', () => {
  const long = `${'a'.repeat(1_000)}*`;
  const everything = { group: '*', kind: '*' };
  const whitelist = (...items: readonly object[]) => ({ namespaceResourceWhitelist: [everything, ...items] });
  const pods = { group: '', kind: 'Pod' };

  test.each<[string, object]>([
    ['group', { group: long, kind: 'A' }],
    ['kind', { group: '', kind: long }],
    ['name', { group: '', kind: 'A', name: long }],
    ['every field', { group: long, kind: long, name: long }],
  ])('with a long pattern for a %s, a further kind counts as new', (_, item) => {
    expect(gainedKinds(whitelist(item), whitelist(item), 'namespace')).toBeUndefined();
    expect(gainedKinds(whitelist(item), whitelist(item, pods), 'namespace')).toMatchObject({
      added: [{ text: 'Pod of the core group' }],
      removed: [],
      excluding: [],
    });
  });

  test.each<[string, object]>([
    ['server', { server: long, namespace: 'a' }],
    ['name', { name: long, namespace: 'a' }],
    ['namespace', { server: '*', namespace: long }],
    ['every field', { server: long, name: long, namespace: long }],
  ])('with a long pattern for a %s, a further destination counts as new', (_, item) => {
    const all = { server: '*', namespace: '*' };
    const before = { destinations: [all, item] };
    expect(gainedDestinations(before, { destinations: [all, item] })).toBeUndefined();
    const added = { server: 'https://a', name: 'a', namespace: 'b' };
    expect(gainedDestinations(before, { destinations: [all, item, added] })).toMatchObject({
      added: [{ text: 'namespace b of https://a (a)', code: '["https://a","a","b"]' }],
    });
  });

  const many = (fields: (word: string) => object, count: number) =>
    Array.from({ length: count }, (_, at) => fields(`w${at}`));

  test('beside 15 others a further kind or destination is compared, beside 28 it counts as new', () => {
    const kinds = (count: number, ...more: readonly object[]) =>
      whitelist(...many((word) => ({ group: word, kind: word, name: word }), count), ...more);
    const gainOf = (count: number) => gainedKinds(kinds(count), kinds(count, pods), 'namespace');
    expect(gainOf(15)).toBeUndefined();
    expect(gainOf(28)).toBeDefined();
    const places = (count: number, ...more: readonly object[]) => ({
      destinations: [
        { server: '*', namespace: '*' },
        ...many((word) => ({ server: word, name: word, namespace: word }), count),
        ...more,
      ],
    });
    const added = { server: 'a', namespace: 'b' };
    expect(gainedDestinations(places(15), places(15, added))).toBeUndefined();
    expect(gainedDestinations(places(28), places(28, added))).toBeDefined();
  });
});

describe('what a fence newly lets through', () => {
  const item = (code: string, excludes = false): FenceItem<string> => ({
    text: code,
    code,
    path: [code],
    excludes,
    isAbout: (asked) => asked.startsWith(code),
  });
  const fence = (...items: readonly FenceItem<string>[]): Fence<string> => ({
    items,
    permits: (asked) =>
      items.some((each) => !each.excludes && each.isAbout(asked)) &&
      !items.some((each) => each.excludes && each.isAbout(asked)),
  });
  const [a, b, notA, notAb, notB] = [item('a'), item('b'), item('a', true), item('ab', true), item('b', true)];
  const codes = (gain: ReturnType<typeof fenceGain<string>>) =>
    gain && [gain.added, gain.removed, gain.excluding].map((each) => each.map(({ code }) => code));

  test.each<
    [string, Fence<string>, Fence<string>, readonly string[] | undefined, readonly (readonly string[])[] | undefined]
  >([
    ['an item that allows', fence(a), fence(a, b), ['a', 'b'], [['b'], [], []]],
    ['only the item that allows what is let through', fence(), fence(a, b), ['b'], [['b'], [], []]],
    ['an item that no longer excludes', fence(a, notA), fence(a), ['a'], [[], ['a'], []]],
    ['only the item that excluded what is let through', fence(a, b, notA, notB), fence(a, b), ['b'], [[], ['b'], []]],
    ['an item that excludes less', fence(a, notA), fence(a, notAb), ['a', 'ab'], [[], ['a'], ['ab']]],
    ['nothing that is asked about', fence(a), fence(a, b), ['c'], undefined],
    ['an item that excludes more', fence(a), fence(a, notAb), ['a', 'ab'], undefined],
    ['an unknown item that allows', fence(a), fence(a, b), undefined, [['b'], [], []]],
    ['an unknown item that no longer excludes', fence(a, notA), fence(a), undefined, [[], ['a'], []]],
    ['one of each, all unknown', fence(notA), fence(b, notAb), undefined, [['b'], ['a'], ['ab']]],
    ['an unknown item that excludes', fence(a), fence(a, notA), undefined, undefined],
    ['no unknown item', fence(a), fence(a), undefined, undefined],
  ])('%s', (_, before, after, asked, expected) => expect(codes(fenceGain(before, after, asked))).toEqual(expected));

  test('beyond 400,000 answers each new item counts', () => {
    const asked = Array.from({ length: 200_000 }, () => 'a');
    const wide = { ...a, code: 'A' };
    expect(fenceGain(fence(a), fence(wide), asked)).toBeUndefined();
    expect(codes(fenceGain(fence(a), fence(wide), [...asked, 'a']))).toEqual([['A'], [], []]);
  });
});
