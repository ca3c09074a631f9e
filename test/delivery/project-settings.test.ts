import { describe, expect, test } from '@jest/globals';
import { gainedNames, settingsLoosened } from '../../src/delivery/argocd/project-settings.ts';

type Spec = Readonly<Record<string, unknown>>;

const namespaces = (names: string, index: number) => [
  {
    what: `newly takes Applications from namespace ${names}: whoever may create them there deploys with this project`,
    remedy: 'Name the namespaces whose owners are meant to deploy by this project.',
    severity: 'high',
    path: ['spec', 'sourceNamespaces', index],
    subject: ['sourceNamespaces', ...names.split(', ').sort()],
  },
];
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
const integrity = { git: { policies: ['a'] } };
const field = 'permitOnlyProjectScopedClusters';
const clusters = (gone: object) => [
  {
    what: 'newly lets its applications deploy into clusters that are not the project’s own',
    remedy: 'Keep permitOnlyProjectScopedClusters: true.',
    severity: 'high',
    path: ['spec', field],
    ...gone,
    subject: [field],
  },
];
const account = (server: string, namespace: string, name: string) => ({
  server,
  namespace,
  defaultServiceAccount: name,
});
const impersonated = (now: string, old: string, index: number, where: string) => ({
  what: `newly deploys as ServiceAccount ${now}, not as ${old}`,
  remedy: 'Compare what the two accounts may do, and keep the one that may do less.',
  severity: 'high',
  path: ['spec', 'destinationServiceAccounts', index, 'defaultServiceAccount'],
  subject: ['destinationServiceAccounts', where, now],
});

describe('settings of a project', () => {
  test.each<[string, Spec, Spec, readonly object[]]>([
    ['namespaces', { sourceNamespaces: ['a'] }, { sourceNamespaces: ['a', 'c', 'b'] }, namespaces('c, b', 1)],
    ['the same namespaces', { sourceNamespaces: ['a', 'b'] }, { sourceNamespaces: ['b', 'a'] }, []],
    ['no signatures any more', { signatureKeys: keys('A') }, {}, [unsigned]],
    [
      'the integrity of sources in the place of signatures',
      { signatureKeys: keys('A') },
      { sourceIntegrity: integrity },
      [],
    ],
    [
      'signatures of further keys',
      { signatureKeys: keys('A') },
      { signatureKeys: keys('B', 'A', 'C') },
      [
        {
          what: 'newly deploys commits that are signed with the key B, C',
          remedy: keep,
          severity: 'medium',
          path: ['spec', 'signatureKeys'],
          subject: ['signatureKeys', 'B', 'C'],
        },
      ],
    ],
    ['signatures where there were none', {}, { signatureKeys: keys('A') }, []],
    ['signatures of fewer keys', { signatureKeys: keys('A', 'B') }, { signatureKeys: keys('B') }, []],
    [
      'no integrity of sources any more',
      { sourceIntegrity: integrity },
      {},
      [
        {
          what: 'no longer checks the integrity of sources',
          remedy: keep,
          severity: 'high',
          path: ['spec', 'sourceIntegrity'],
          formerPath: ['spec', 'sourceIntegrity'],
          subject: ['sourceIntegrity', 'gone'],
        },
      ],
    ],
    [
      'another integrity of sources',
      { sourceIntegrity: integrity },
      { sourceIntegrity: {} },
      [
        {
          what: 'checks the integrity of sources otherwise than before',
          remedy: keep,
          severity: 'medium',
          path: ['spec', 'sourceIntegrity'],
          subject: ['sourceIntegrity', 'changed', '{}'],
        },
      ],
    ],
    [
      'the same integrity of sources',
      { sourceIntegrity: integrity },
      { sourceIntegrity: { git: { policies: ['a'] } } },
      [],
    ],
    ['an integrity of sources where there was none', {}, { sourceIntegrity: integrity }, []],
    [
      'clusters of others, where nothing says so any more',
      { [field]: true },
      {},
      clusters({ formerPath: ['spec', field] }),
    ],
    ['clusters of others', { [field]: true }, { [field]: false }, clusters({})],
    ['clusters of others as before', { [field]: false }, {}, []],
    ['clusters of its own', { [field]: true }, { [field]: true }, []],
    [
      'another account of one of two destinations',
      { destinationServiceAccounts: [account('*', 'a', 'x'), account('*', 'b', 'x')] },
      { destinationServiceAccounts: [account('*', 'a', 'x'), account('*', 'b', 'admin'), account('s', 'b', 'new')] },
      [impersonated('admin', 'x', 1, '["*","b"]')],
    ],
    [
      'the same accounts in another order',
      { destinationServiceAccounts: [account('*', 'a', 'x'), account('*', 'b', 'y')] },
      { destinationServiceAccounts: [account('*', 'b', 'y'), account('*', 'a', 'x')] },
      [],
    ],
  ])('%s', (_, was, is, expected) => expect(settingsLoosened(was, is)).toEqual(expected));

  test('all of it, in order', () => {
    const was = {
      signatureKeys: keys('A'),
      [field]: true,
      destinationServiceAccounts: [account('', '', 'a')],
      syncWindows: [{ kind: 'deny' }],
    };
    const is = { sourceNamespaces: ['a'], destinationServiceAccounts: [account('', '', 'b')] };
    expect(settingsLoosened(was, is).map(({ subject }) => subject[0])).toEqual([
      'sourceNamespaces',
      'signatureKeys',
      field,
      'destinationServiceAccounts',
      'syncWindows',
    ]);
  });
});

describe('names that are gained', () => {
  test.each<[readonly string[], readonly string[], readonly string[]]>([
    [['team-*'], ['team-a', 'ops'], ['ops']],
    [['team-a'], ['team-*'], ['team-*']],
    [['a', 'b'], ['{a,b}'], []],
    [['a'], ['{a,b}'], ['{a,b}']],
    [[], ['/a.*/'], ['/a.*/']],
    [['/a.*/'], ['/a.*/'], []],
    [['*'], ['/a/'], ['/a/']],
    [['/a/'], ['a'], ['a']],
    // A slash alone is no expression, neither is what only begins or ends with one.
    [['*'], ['/', '/a', 'a/'], []],
    [['?'], ['//', '/'], ['//']],
    [['/*/'], ['/a/', 'x'], ['/a/', 'x']],
    [['/[a]/'], ['/a*'], ['/a*']],
    [[`${'x'.repeat(1_001)}`], ['a', `${'x'.repeat(1_001)}`], ['a']],
  ])('from %j to %j: %j', (before, after, expected) => expect(gainedNames(before, after)).toEqual(expected));
});

describe('windows in which applications are deployed', () => {
  const [deny, allow, other] = [
    { kind: 'deny', schedule: '0 22 * * *', duration: '8h' },
    { kind: 'allow', schedule: '0 8 * * *', duration: '4h' },
    { kind: 'allow', schedule: '0 9 * * *', duration: '1h', applications: ['*'] },
  ];
  const remedy = 'Keep the windows in which nothing is deployed.';
  const [denyKey, allowKey, otherKey] = [
    '[["duration","8h"],["kind","deny"],["schedule","0 22 * * *"]]',
    '[["duration","4h"],["kind","allow"],["schedule","0 8 * * *"]]',
    '[["applications",["*"]],["duration","1h"],["kind","allow"],["schedule","0 9 * * *"]]',
  ];
  const outside = (texts: string, index: number, ...subject: readonly string[]) => ({
    what: `newly lets applications be deployed outside of its former windows: ${texts}`,
    remedy,
    severity: 'medium',
    path: ['spec', 'syncWindows'],
    formerPath: ['spec', 'syncWindows', index],
    subject: ['syncWindows', ...subject],
  });
  const another = (text: string, index: number, key: string) => ({
    what: `newly lets applications be deployed in another window: ${text}`,
    remedy,
    severity: 'medium',
    path: ['spec', 'syncWindows', index],
    subject: ['syncWindows', key],
  });
  const manual = (text: string, index: number, key: string) => ({
    what: `newly lets people deploy by hand in spite of its window: ${text}`,
    remedy,
    severity: 'medium',
    path: ['spec', 'syncWindows', index, 'manualSync'],
    subject: ['syncWindows', 'manualSync', key],
  });
  const [denied, allowed] = ['deny 0 22 * * * for 8h', 'allow 0 8 * * * for 4h'];
  test.each<[string, readonly object[], readonly object[], readonly object[]]>([
    ['a window that denies is gone', [allow, deny], [allow], [outside(denied, 1, denyKey)]],
    [
      'another one takes its place',
      [deny],
      [{ ...deny, duration: '1h' }],
      [outside(denied, 0, denyKey, '[["duration","1h"],["kind","deny"],["schedule","0 22 * * *"]]')],
    ],
    ['a window that denies is new', [deny], [deny, { ...deny, duration: '1h' }], []],
    [
      'the fields of one are in another order, and it has a description',
      [deny],
      [{ duration: '8h', description: 'x', schedule: '0 22 * * *', kind: 'deny' }],
      [],
    ],
    ['no window allows any more', [allow], [], [outside(allowed, 0, allowKey)]],
    ['no window is left', [deny, allow], [], [outside(`${denied}; ${allowed}`, 0, allowKey, denyKey)]],
    ['only one that denies is left of two', [deny, allow], [deny], [outside(allowed, 1, allowKey)]],
    ['one of two that allow is gone', [allow, other], [other], []],
    ['people may deploy by hand in a window that is new', [deny], [deny, { ...allow, manualSync: true }], []],
    [
      'people may deploy by hand in a window that takes the place of another',
      [allow],
      [{ ...other, manualSync: true }],
      [another('allow 0 9 * * * for 1h', 0, otherKey)],
    ],
    ['a further one allows', [allow], [allow, other], [another('allow 0 9 * * * for 1h', 1, otherKey)]],
    ['the first one allows, so that nothing is deployed at other times', [deny], [deny, allow], []],
    [
      'people may deploy by hand',
      [deny, allow],
      [deny, { ...allow, manualSync: true }],
      [manual(allowed, 1, allowKey)],
    ],
    [
      'people might deploy by hand before',
      [{ ...deny, manualSync: true }],
      [{ ...deny, manualSync: true, description: 'x' }],
      [],
    ],
    ['people may no longer deploy by hand', [{ ...deny, manualSync: true }], [deny], []],
    ['all stays', [deny, allow], [allow, deny], []],
  ])('%s', (_, was, is, expected) => {
    expect(settingsLoosened({ syncWindows: was }, { syncWindows: is })).toEqual(expected);
  });
});
