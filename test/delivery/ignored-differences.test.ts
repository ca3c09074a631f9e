import { describe, expect, test } from '@jest/globals';
import { applicationDifferences, differencesIgnored } from '../../src/delivery/argocd/ignored-differences.ts';

type Fields = Readonly<Record<string, unknown>>;
const rbac = 'rbac.authorization.k8s.io';

describe('differences that an Application ignores', () => {
  const remedy = 'Ignore only the field that a controller fills in, of the object it fills in, by its name.';
  const said = (what: string, index: number, subject: readonly string[], more: object = {}) => ({
    what: `no longer takes back what is changed in the cluster in ${what}`,
    remedy,
    severity: 'medium',
    path: ['spec', 'ignoreDifferences', index],
    ...more,
    subject: ['ignoreDifferences', ...subject],
  });
  const roles = (more: Fields = {}): Fields => ({
    group: rbac,
    kind: 'ClusterRole',
    jsonPointers: ['/rules'],
    ...more,
  });
  const policy = { group: 'kyverno.io', kind: 'ClusterPolicy', jqPathExpressions: ['.spec.rules[]'] };

  test.each<[string, readonly unknown[], readonly unknown[], readonly object[]]>([
    [
      'of a kind',
      [],
      [roles()],
      [said('ClusterRole objects (ignoreDifferences: /rules)', 0, ['ClusterRole', '/rules'])],
    ],
    [
      'of a name in a namespace',
      [],
      [{}, roles({ kind: 'Role', name: 'ops', namespace: 'shop' })],
      [
        said('the Role ops of namespace shop (ignoreDifferences: /rules)', 1, [
          'Role',
          'name ops',
          'namespace shop',
          '/rules',
        ]),
      ],
    ],
    [
      'of a name of any kind',
      [],
      [roles({ kind: '*', name: 'ops' })],
      [said('objects with the name ops (ignoreDifferences: /rules)', 0, [`${rbac}/*`, 'name ops', '/rules'])],
    ],
    [
      'of a namespace',
      [],
      [roles({ kind: '*Role', namespace: 'shop' })],
      [
        said('Role, ClusterRole objects of namespace shop (ignoreDifferences: /rules)', 0, [
          '*Role',
          'namespace shop',
          '/rules',
        ]),
      ],
    ],
    [
      'of everything',
      [],
      [{ group: '*', kind: '*', managedFieldsManagers: ['hpa', 'x'] }],
      [
        said('every kind of object (ignoreDifferences: managed by hpa, managed by x)', 0, [
          '*',
          'manager hpa',
          'manager x',
        ]),
      ],
    ],
    [
      'of another group',
      [],
      [policy],
      [
        said('ClusterPolicy objects (ignoreDifferences: .spec.rules[])', 0, [
          'kyverno.io/ClusterPolicy',
          '.spec.rules[]',
        ]),
      ],
    ],
    [
      'of kinds that users make',
      [],
      [{ group: 'constraints.gatekeeper.sh', kind: 'K8sRequired*', jsonPointers: ['/spec'] }],
      [said('K8sRequiredx objects (ignoreDifferences: /spec)', 0, ['constraints.gatekeeper.sh/K8sRequired*', '/spec'])],
    ],
    [
      'of kinds of any group that are called so',
      [],
      [{ group: '*.gatekeeper.sh', kind: 'K8sA', jsonPointers: ['/spec'] }],
      [said('K8sA objects (ignoreDifferences: /spec)', 0, ['*.gatekeeper.sh/K8sA', '/spec'])],
    ],
    [
      'of kinds of any group that are not',
      [],
      [{ group: '*.gatekeeper.sh', kind: 'Thing', jsonPointers: ['/spec'] }],
      [],
    ],
    [
      'of the core group',
      [],
      [{ kind: 'Namespace', jsonPointers: ['/metadata/labels'] }],
      [said('Namespace objects (ignoreDifferences: /metadata/labels)', 0, ['/Namespace', '/metadata/labels'])],
    ],
    [
      'of what decides nothing',
      [],
      [
        { group: 'apps', kind: 'Deployment', jsonPointers: ['/spec'] },
        roles({ jsonPointers: ['/metadata/annotations'] }),
      ],
      [],
    ],
    [
      'of one way of two',
      [],
      [roles({ jsonPointers: ['/metadata/annotations', '/rules'] })],
      [said('ClusterRole objects (ignoreDifferences: /rules)', 0, ['ClusterRole', '/rules'])],
    ],
    ['as before', [roles()], [{}, roles()], []],
    ['less than before', [roles()], [roles({ name: 'a', jsonPointers: ['/rules/0'] })], []],
    [
      'of a second way',
      [roles()],
      [roles({ jsonPointers: ['/rules', '/aggregationRule'] })],
      [
        said('ClusterRole objects (ignoreDifferences: /aggregationRule)', 0, ['ClusterRole', '/aggregationRule'], {
          details: ['before: ClusterRole objects (/rules)'],
        }),
      ],
    ],
    [
      'of any name, where it was of some, of which three are shown',
      ['a', 'b', 'c', 'd'].map((name) => roles({ name })),
      [roles()],
      [
        said('ClusterRole objects (ignoreDifferences: /rules)', 0, ['ClusterRole', '/rules'], {
          details: ['a', 'b', 'c'].map((name) => `before: the ClusterRole ${name} (/rules)`),
        }),
      ],
    ],
    [
      'of any namespace, where it was of one',
      [roles({ kind: 'Role', namespace: 'a' })],
      [roles({ kind: 'Role' })],
      [
        said('Role objects (ignoreDifferences: /rules)', 0, ['Role', '/rules'], {
          details: ['before: Role objects of namespace a (/rules)'],
        }),
      ],
    ],
    [
      'of more kinds, of one of which it was before',
      [roles()],
      [roles({ kind: '*Role' })],
      [said('Role objects (ignoreDifferences: /rules)', 0, ['*Role', '/rules'])],
    ],
    [
      'by a pattern that is too long to be read, before and after',
      [roles({ kind: `${'x'.repeat(1_000)}*` })],
      [roles()],
      [said('ClusterRole objects (ignoreDifferences: /rules)', 0, ['ClusterRole', '/rules'])],
    ],
  ])('%s', (_, was, is, expected) => {
    expect(applicationDifferences({ ignoreDifferences: was }, { ignoreDifferences: is })).toEqual(expected);
  });

  test('a pattern that is too long to be read may be for every kind', () => {
    const [only, ...others] = applicationDifferences(
      {},
      { ignoreDifferences: [roles({ kind: `${'x'.repeat(1_000)}*` })] },
    );
    expect([only?.what.includes('Role, ClusterRole'), others]).toEqual([true, []]);
  });

  const option = 'RespectIgnoreDifferences=true';
  const respecting = (...ignoreDifferences: readonly unknown[]) => ({
    ignoreDifferences,
    syncPolicy: { syncOptions: ['Prune=false', option] },
  });
  test('what is ignored is not deployed any more', () => {
    const respected = {
      what: `no longer deploys what the repository says of the fields that it ignores, in ClusterRole objects, ClusterPolicy objects (${option})`,
      remedy: `Leave ${option} out, or ignore nothing of these objects.`,
      severity: 'medium',
      path: ['spec', 'syncPolicy', 'syncOptions'],
      subject: [
        'RespectIgnoreDifferences',
        'ClusterRole',
        '/rules',
        'ClusterRole',
        '/rules',
        'kyverno.io/ClusterPolicy',
        '.spec.rules[]',
      ],
    };
    const ignoreDifferences = [roles(), roles(), policy];
    expect(applicationDifferences({ ignoreDifferences }, respecting(...ignoreDifferences))).toEqual([respected]);
    expect(applicationDifferences(respecting(...ignoreDifferences), respecting(...ignoreDifferences))).toEqual([]);
    expect(
      applicationDifferences({}, respecting({ group: 'apps', kind: 'Deployment', jsonPointers: ['/spec'] })),
    ).toEqual([]);
    expect(applicationDifferences({ ignoreDifferences }, { ignoreDifferences })).toEqual([]);
  });
});

describe('differences that argocd-cm ignores', () => {
  const split = 'resource.customizations.ignoreDifferences.';
  const said = (what: string, key: string, ...subject: readonly string[]) => ({
    what: `no longer takes back what is changed in the cluster in ${what}`,
    remedy: 'Ignore only the field that a controller fills in, in the Application that has the object, by its name.',
    severity: 'medium',
    path: ['data', key],
    subject: ['ignoreDifferences', ...subject],
  });
  const rules = 'jsonPointers: [/rules]';
  const roles = `${split}${rbac}_ClusterRole`;
  const joined = (text: unknown) => ({
    'resource.customizations': JSON.stringify({ [`${rbac}/ClusterRole`]: { ignoreDifferences: text } }),
  });
  test.each<[string, Fields, Fields, readonly object[]]>([
    [
      'of a kind',
      {},
      { [roles]: rules },
      [said('ClusterRole objects, of every Application (/rules)', roles, 'ClusterRole', '/rules')],
    ],
    [
      'of all',
      {},
      { [`${split}all`]: rules },
      [said('every kind of object, of every Application (/rules)', `${split}all`, '*', '/rules')],
    ],
    [
      'of a kind of the core group',
      {},
      { [`${split}Namespace`]: 'jsonPointers: [/metadata]' },
      [said('Namespace objects, of every Application (/metadata)', `${split}Namespace`, '/Namespace', '/metadata')],
    ],
    [
      'in the older form',
      {},
      joined(rules),
      [said('ClusterRole objects, of every Application (/rules)', 'resource.customizations', 'ClusterRole', '/rules')],
    ],
    [
      'in both forms, of which the newer one counts',
      {},
      { ...joined(rules), [roles]: 'jsonPointers: [/metadata/annotations]' },
      [],
    ],
    ['from one form to the other', joined(rules), { [roles]: rules }, []],
    [
      'by managers of an exact kind',
      {},
      { [roles]: 'managedFieldsManagers: [x]' },
      [said('ClusterRole objects, of every Application (managed by x)', roles, 'ClusterRole', 'manager x')],
    ],
    [
      'by managers of all',
      {},
      { [`${split}all`]: 'managedFieldsManagers: [x]' },
      [said('every kind of object, of every Application (managed by x)', `${split}all`, '*', 'manager x')],
    ],
    [
      'by managers of a pattern, which are not looked at',
      {},
      { [`${split}${rbac}_*`]: 'managedFieldsManagers: [x]' },
      [],
    ],
    [
      'by pointers of a pattern',
      {},
      { [`${split}${rbac}_*Role`]: rules },
      [said('Role, ClusterRole objects, of every Application (/rules)', `${split}${rbac}_*Role`, '*Role', '/rules')],
    ],
    [
      'by what cannot be read',
      {},
      { [roles]: '{{ x' },
      [said('ClusterRole objects, of every Application (what could not be read)', roles, 'ClusterRole', 'unread {{ x')],
    ],
    ['by nothing', {}, { [roles]: ' \n' }, []],
    ['by other keys', {}, { [`x${roles}`]: rules, 'resource.customizations.health.a_B': rules }, []],
    ['by a text of several slashes', {}, { [`${split}a/b/c`]: rules }, []],
  ])('%s', (_, was, is, expected) => expect(differencesIgnored(was, is)).toEqual(expected));
});
