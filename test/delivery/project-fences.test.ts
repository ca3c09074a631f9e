import { describe, expect, test } from '@jest/globals';
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
});
