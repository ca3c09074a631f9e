import { describe, expect, test } from '@jest/globals';
import { allowsMore, projectLoosened } from '../../src/delivery/argocd/project.ts';

type Spec = Readonly<Record<string, unknown>>;

const keys = (...ids: readonly string[]) => ids.map((keyID) => ({ keyID }));
const keep = 'Keep the keys that commits have to be signed with.';
const unsigned = {
  what: 'no longer demands that commits are signed before they are deployed',
  remedy: keep,
  severity: 'high',
  path: ['spec'],
  formerPath: ['spec', 'signatureKeys'],
  subject: ['signatureKeys'],
};

const remedy =
  'Name the repositories, destinations and kinds that the project’s applications need, and no pattern that matches more.';
const open = { sourceRepos: ['https://a/*'], destinations: [{ server: '*', namespace: 'shop' }] };

describe('fences of a project', () => {
  const kind = (name: string, group = '') => ({ group, kind: name });
  const fence = (what: string, path: readonly (string | number)[], subject: readonly string[], more: object = {}) => [
    { what, remedy, severity: 'high', path: ['spec', ...path], ...more, subject },
  ];
  test.each<[string, Spec, Spec, readonly object[]]>([
    [
      'a repository',
      open,
      { ...open, sourceRepos: ['https://a/*', 'https://b/x', 'https://b/x'] },
      fence('newly lets its applications come from https://b/x', ['sourceRepos', 1], ['sourceRepos', 'https://b/x']),
    ],
    [
      'what was excluded',
      { ...open, sourceRepos: ['https://a/*', '!https://a/x'] },
      { ...open, sourceRepos: ['https://a/*', '!https://a/y'] },
      fence(
        'newly lets its applications come from everywhere but https://a/y',
        ['sourceRepos', 1],
        ['sourceRepos', '!https://a/y', '- !https://a/x', '!https://a/y'],
        { details: ['no longer excluded: https://a/x'] },
      ),
    ],
    [
      'a namespace',
      open,
      { ...open, destinations: [...open.destinations, { name: 'a', namespace: 'web' }] },
      fence(
        'newly lets its applications deploy into namespace web of a',
        ['destinations', 1],
        ['destinations', '["","a","web"]'],
      ),
    ],
    [
      'kinds of the whole cluster',
      open,
      {
        ...open,
        clusterResourceWhitelist: [
          kind('Namespace'),
          { ...kind('ClusterRole', 'rbac.authorization.k8s.io'), name: 'x-*' },
        ],
      },
      fence(
        'newly lets its applications deploy objects of the whole cluster: Namespace of the core group, ClusterRole of rbac.authorization.k8s.io named x-*',
        ['clusterResourceWhitelist', 0],
        ['clusterResourceWhitelist', '["","Namespace","*"]', '["rbac.authorization.k8s.io","ClusterRole","x-*"]'],
      ),
    ],
    [
      'a kind of the whole cluster that was excluded',
      { ...open, clusterResourceWhitelist: [kind('*', '*')], clusterResourceBlacklist: [kind('Node')] },
      { ...open, clusterResourceWhitelist: [kind('*', '*')] },
      fence(
        'no longer keeps its applications from what it excluded in clusterResourceBlacklist: Node of the core group',
        ['clusterResourceBlacklist'],
        ['clusterResourceWhitelist', '- ["","Node","*"]'],
        { formerPath: ['spec', 'clusterResourceBlacklist', 0] },
      ),
    ],
    [
      'every kind of a namespace, since no list is left',
      { ...open, namespaceResourceWhitelist: [kind('Service')] },
      open,
      fence(
        'newly lets its applications deploy objects of their namespaces: every kind of object',
        [],
        ['namespaceResourceWhitelist', '["*","*","*"]'],
        { formerPath: ['spec', 'namespaceResourceWhitelist'] },
      ),
    ],
    [
      'a harmless kind of a namespace',
      { ...open, namespaceResourceWhitelist: [kind('Service')] },
      { ...open, namespaceResourceWhitelist: [kind('Service'), kind('ConfigMap')] },
      fence(
        'newly lets its applications deploy objects of their namespaces: ConfigMap of the core group',
        ['namespaceResourceWhitelist', 1],
        ['namespaceResourceWhitelist', '["","ConfigMap","*"]'],
      ).map((each) => ({ ...each, severity: 'medium' })),
    ],
    ['nothing that comes from anywhere', open, { destinations: [{ server: '*', namespace: '*' }] }, []],
    [
      'nothing that comes from anywhere but what is excluded',
      open,
      { destinations: [{ server: '*', namespace: '*' }], sourceRepos: [] },
      [],
    ],
    ['settings, though nothing comes from anywhere', { ...open, signatureKeys: keys('A') }, {}, [unsigned]],
    ['the same', open, open, []],
  ])('%s', (_, was, is, expected) => expect(projectLoosened({ spec: was }, { spec: is })).toEqual(expected));

  test('a project allows more by its fences, and by settings of high severity', () => {
    const more = (one: Spec, other: Spec) => allowsMore({ spec: one }, { spec: other });
    expect(more({ ...open, sourceRepos: ['*'] }, open)).toBe(true);
    expect(more(open, { ...open, sourceRepos: ['*'] })).toBe(false);
    const services = { ...open, namespaceResourceWhitelist: [kind('Service')] };
    expect(more({ ...open, namespaceResourceWhitelist: [kind('Service'), kind('ConfigMap')] }, services)).toBe(true);
    expect(more(open, { ...open, signatureKeys: keys('A') })).toBe(true);
    expect(more({ ...open, signatureKeys: keys('B') }, { ...open, signatureKeys: keys('A') })).toBe(false);
    expect(more(open, open)).toBe(false);
  });
});

describe('a new project', () => {
  const all = (list: string, index: number, what: string, ...except: readonly string[]) => ({
    what: `lets its applications ${what}`,
    remedy,
    severity: 'medium',
    path: ['spec', list, index],
    subject: [list, 'everything', ...except],
  });
  const sources = 'come from every repository';
  const places = 'deploy into every namespace of every cluster';
  const kinds = 'deploy every kind of object of the whole cluster';
  test.each<[string, Spec, readonly object[]]>([
    ['every repository', { sourceRepos: ['https://a', '*'] }, [all('sourceRepos', 1, sources)]],
    ['every repository, by two stars', { sourceRepos: ['**'] }, [all('sourceRepos', 0, sources)]],
    [
      'every repository but one',
      { sourceRepos: ['*', '!https://a'] },
      [all('sourceRepos', 0, sources, '"!https://a"')],
    ],
    ['every repository of a host', { sourceRepos: ['https://a/**'] }, []],
    [
      'every namespace, by the address',
      { destinations: [{ server: '*', namespace: '**' }] },
      [all('destinations', 0, places)],
    ],
    [
      'every namespace, by the name',
      { destinations: [{}, { name: '*', namespace: '*' }] },
      [all('destinations', 1, places)],
    ],
    ['every namespace of a cluster', { destinations: [{ server: 'https://a', namespace: '*' }] }, []],
    ['a namespace of every cluster', { destinations: [{ server: '*', namespace: 'a' }] }, []],
    [
      'every kind of the whole cluster',
      {
        clusterResourceWhitelist: [{ group: '*', kind: '*' }],
        clusterResourceBlacklist: [{ group: '', kind: 'Node' }],
      },
      [all('clusterResourceWhitelist', 0, kinds, '{"group":"","kind":"Node"}')],
    ],
    ['every kind of a group', { clusterResourceWhitelist: [{ group: 'a', kind: '*' }] }, []],
    ['a kind of every group', { clusterResourceWhitelist: [{ group: '*', kind: 'Node' }] }, []],
    ['every kind of one name', { clusterResourceWhitelist: [{ group: '*', kind: '*', name: 'a' }] }, []],
    ['every kind of a namespace', { namespaceResourceWhitelist: [{ group: '*', kind: '*' }] }, []],
    [
      'all of it',
      {
        sourceRepos: ['*'],
        destinations: [{ server: '*', namespace: '*' }],
        clusterResourceWhitelist: [{ group: '*', kind: '*' }],
      },
      [all('sourceRepos', 0, sources), all('destinations', 0, places), all('clusterResourceWhitelist', 0, kinds)],
    ],
  ])('%s', (_, spec, expected) => expect(projectLoosened(undefined, { spec })).toEqual(expected));
});
