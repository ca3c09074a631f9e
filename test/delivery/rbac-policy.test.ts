import { describe, expect, test } from '@jest/globals';
import { configuredPolicy, policyLoosened, projectPolicy } from '../../src/delivery/access/rbac-policy.ts';

const remedy =
  'Name the projects and applications that are needed in the policy’s objects, and keep the lines that deny.';
const csv = (...lines: readonly string[]) => ({ 'policy.csv': lines.join('\n') });

const changed = (was: Readonly<Record<string, unknown>>, is: Readonly<Record<string, unknown>>) =>
  policyLoosened(configuredPolicy(was), configuredPolicy(is));

const at = (...index: readonly number[]) => ({ path: ['data', 'policy.csv', ...index] });
const lets = (who: string, what: string, place: object, ...more: readonly string[]) => ({
  what: `newly lets ${who} ${what}`,
  remedy,
  severity: 'high',
  ...place,
  subject: ['policy', what, ...who.split(', '), ...more],
});
const undenied = (who: string, what: string, denied: readonly string[], place: object, ...more: readonly string[]) => ({
  what: `no longer denies ${who}: ${denied.map((each) => each.replace(/^.*?, (.*?), (.*?), /, '$2 $1 ')).join(', ')}`,
  remedy,
  severity: 'high',
  ...place,
  subject: ['policy', what, ...who.split(', '), ...denied.map((each) => `${each}, true`), ...more],
});

describe('lines of policy.csv', () => {
  test.each<[string, readonly string[], readonly string[], readonly object[]]>([
    [
      'a further application',
      ['p, dev, applications, get, shop/web, allow'],
      ['p, dev, applications, get, shop/*, allow'],
      [lets('dev', 'get applications shop/*', at())],
    ],
    [
      'fewer applications',
      ['p, dev, applications, get, shop/*, allow'],
      ['p, dev, applications, get, shop/web, allow'],
      [],
    ],
    [
      'a line that allows what another one does',
      ['p, dev, applications, get, shop/*, allow'],
      ['p, dev, applications, get, shop/*, allow', 'p, dev, applications, get, shop/web, allow'],
      [],
    ],
    [
      'a first line, which is a grant of permissions',
      ['p, ops, applications, get, a/b, allow'],
      ['p, dev, applications, get, a/b, allow'],
      [],
    ],
    [
      'another verb, which is a grant of permissions',
      ['p, dev, applications, get, a/*, allow'],
      ['p, dev, applications, get, a/*, allow', 'p, dev, applications, delete, a/*, allow'],
      [],
    ],
    [
      'to sync, which is to update',
      ['p, dev, applications, update, a/b, allow'],
      ['p, dev, applications, update, a/b, allow', 'p, dev, applications, sync, a/c, allow'],
      [lets('dev', 'sync applications a/c', at(1))],
    ],
    [
      'a part of a verb',
      ['p, dev, applications, update/*, a/b, allow'],
      ['p, dev, applications, update/*, a/b, allow', 'p, dev, applications, update/apps/*, a/c, allow'],
      [lets('dev', 'update/apps/* applications a/c', at(1))],
    ],
    [
      'a verb where every one was allowed of another object',
      ['p, dev, applications, *, a/b, allow'],
      ['p, dev, applications, *, a/b, allow', 'p, dev, applications, get, a/c, allow'],
      [lets('dev', 'get applications a/c', at(1))],
    ],
    [
      'a kind where every one was allowed of another object',
      ['p, dev, *, get, a/b, allow'],
      ['p, dev, *, get, a/b, allow', 'p, dev, logs, get, a/c, allow'],
      [lets('dev', 'get logs a/c', at(1))],
    ],
    [
      'every kind where one was allowed, which is a grant of permissions',
      ['p, dev, logs, get, a/b, allow'],
      ['p, dev, *, get, a/*, allow'],
      [],
    ],
    [
      'a denial that is gone',
      ['p, dev, applications, get, a/*, allow', 'p, dev, applications, get, a/b, deny'],
      ['p, dev, applications, get, a/*, allow'],
      [undenied('dev', 'get applications a/*', ['dev, applications, get, a/b'], at())],
    ],
    [
      'of two denials the one that is gone',
      [
        'p, dev, applications, get, a/*, allow',
        'p, dev, applications, get, a/b, deny',
        'p, dev, applications, get, a/c, deny',
      ],
      ['p, dev, applications, get, a/*, allow', 'p, dev, applications, get, a/c, deny'],
      [undenied('dev', 'get applications a/*', ['dev, applications, get, a/b'], at(0))],
    ],
    [
      'of two denials that are gone the one of what is allowed',
      [
        'p, dev, applications, get, a/*, allow',
        'p, dev, applications, get, x/*, deny',
        'p, dev, applications, get, a/b*, deny',
      ],
      ['p, dev, applications, get, a/*, allow'],
      [undenied('dev', 'get applications a/*', ['dev, applications, get, a/b*'], at())],
    ],
    [
      'a denial that is gone of what is not allowed',
      ['p, dev, applications, get, a/*, allow', 'p, dev, applications, get, x/y, deny'],
      ['p, dev, applications, get, a/*, allow'],
      [],
    ],
    [
      'a denial that is narrower now',
      ['p, dev, applications, get, a/*, allow', 'p, dev, applications, get, a/b*, deny'],
      ['p, dev, applications, get, a/*, allow', 'p, dev, applications, get, a/bb, deny'],
      [
        undenied(
          'dev',
          'get applications a/*',
          ['dev, applications, get, a/b*'],
          at(0),
          '"dev, applications, get, a/bb, true"',
        ),
      ],
    ],
    [
      'a denial of every kind that is gone',
      ['p, dev, logs, get, a/*, allow', 'p, dev, *, get, a/b, deny'],
      ['p, dev, logs, get, a/*, allow'],
      [undenied('dev', 'get logs a/*', ['dev, *, get, a/b'], at())],
    ],
    [
      'a denial of another kind that is gone',
      ['p, dev, logs, get, a/*, allow', 'p, dev, exec, get, a/b, deny'],
      ['p, dev, logs, get, a/*, allow'],
      [],
    ],
    [
      'a word that is not "deny", which allows',
      ['p, dev, logs, get, a/*, allow', 'p, dev, logs, get, a/b, deny'],
      ['p, dev, logs, get, a/*, allow', 'p, dev, logs, get, a/b, Deny'],
      [
        undenied('dev', 'get logs a/*', ['dev, logs, get, a/b'], at(0)),
        undenied('dev', 'get logs a/b', ['dev, logs, get, a/b'], at(1)),
      ],
    ],
    [
      'a line for two members of a group',
      ['g, ann, team', 'g, bob, team', 'p, team, logs, get, a/b, allow'],
      ['g, ann, team', 'g, bob, team', 'p, team, logs, get, a/*, allow'],
      [lets('team, ann, bob', 'get logs a/*', at(2))].map((each) => ({
        ...each,
        subject: ['policy', 'get logs a/*', 'ann', 'bob', 'team'],
      })),
    ],
    [
      'a second group',
      ['p, dev, logs, get, a/b, allow', 'p, two, logs, get, a/*, allow', 'g, dev, one'],
      ['p, dev, logs, get, a/b, allow', 'p, two, logs, get, a/*, allow', 'g, dev, one', 'g, dev, two'],
      [lets('dev', 'get logs a/*', at(1))],
    ],
    [
      'a group of a group, which are in a circle',
      ['p, dev, logs, get, a/b, allow', 'p, two, logs, get, a/*, allow', 'g, one, two', 'g, two, one'],
      ['p, dev, logs, get, a/b, allow', 'p, two, logs, get, a/*, allow', 'g, one, two', 'g, two, one', 'g, dev, one'],
      [lets('dev', 'get logs a/*', at(1))],
    ],
    [
      'what Argo CD’s own role is no longer denied, said where the denial was',
      ['p, role:readonly, logs, get, a/*, deny'],
      [],
      [
        {
          ...undenied('role:readonly, role:admin, admin', 'get logs */*', ['role:readonly, logs, get, a/*'], {
            path: ['data'],
            formerPath: ['data', 'policy.csv'],
          }),
          subject: [
            'policy',
            'get logs */*',
            'admin',
            'role:admin',
            'role:readonly',
            'role:readonly, logs, get, a/*, true',
          ],
        },
      ],
    ],
    [
      'whoever may read a few things and gets Argo CD’s own role, which is said of the role',
      ['p, dev, logs, get, a/b, allow'],
      ['p, dev, logs, get, a/b, allow', 'g, dev, role:readonly'],
      [],
    ],
    [
      'a member of the administrators, of whom one thing is denied no longer',
      ['g, dev, role:admin', 'p, dev, clusters, delete, *, deny'],
      ['g, dev, role:admin'],
      [
        undenied('dev', 'delete clusters *', ['dev, clusters, delete, *'], {
          path: ['data'],
          formerPath: ['data', 'policy.csv', 1],
        }),
      ],
    ],
    [
      'the same in another order',
      ['p, a, logs, get, a/*, allow', 'p, b, logs, get, b/*, allow'],
      ['p, b, logs, get, b/*, allow', 'p, a, logs, get, a/*, allow'],
      [],
    ],
    [
      'other words than p and g',
      ['p, dev, logs, get, a/b, allow'],
      ['p, dev, logs, get, a/b, allow', 'q, dev, logs, get, a/*, allow'],
      [],
    ],
  ])('%s', (_, was, is, expected) => expect(changed(csv(...was), csv(...is))).toEqual(expected));

  test('every policy.….csv is read, and no other key', () => {
    const before = { 'policy.csv': 'p, dev, logs, get, a/b, allow' };
    const wider = 'p, dev, logs, get, a/*, allow';
    expect(changed(before, { ...before, 'policy.more.csv': wider })).toEqual([
      lets('dev', 'get logs a/*', { path: ['data', 'policy.more.csv'] }),
    ]);
    const others = { 'policy.more.text': wider, 'xpolicy.csv': wider, 'policy.default': wider, 'policy.n.csv': 1 };
    expect(changed(before, { ...before, ...others })).toEqual([]);
  });
});

describe('expressions', () => {
  const lines = ['p, dev, logs, get, a/b, allow'];
  test('reading them where patterns were is high', () => {
    const is = { ...csv(...lines, 'p, dev, exec, get, a/b, allow'), 'policy.matchMode': 'regex' };
    expect(changed(csv(...lines), is)).toEqual([
      {
        what: 'newly reads its policies as regular expressions, which match anywhere inside a name',
        remedy: 'Keep policy.matchMode: glob, or begin each expression with ^ and end it with $.',
        severity: 'high',
        path: ['data', 'policy.matchMode'],
        subject: ['policy.matchMode', '"dev, exec, get, a/b, false"'],
      },
    ]);
  });

  test.each<[string, object, object, readonly object[]]>([
    ['where there was no line', {}, { ...csv(...lines), 'policy.matchMode': 'regex' }, []],
    ['another word', csv(...lines), { ...csv(...lines), 'policy.matchMode': 'Regex' }, []],
    ['no longer', { ...csv(...lines), 'policy.matchMode': 'regex' }, csv(...lines), []],
    [
      'a line that is new may allow anything',
      { ...csv(...lines), 'policy.matchMode': 'regex' },
      { ...csv(...lines, 'p, dev, logs, get, a, allow'), 'policy.matchMode': 'regex' },
      [lets('dev', 'get logs a', at(1))],
    ],
    [
      'a line that was there allows what is denied no longer',
      { ...csv(...lines, 'p, dev, logs, get, a, deny'), 'policy.matchMode': 'regex' },
      { ...csv(...lines), 'policy.matchMode': 'regex' },
      [undenied('dev', 'get logs a/b', ['dev, logs, get, a'], at())],
    ],
    [
      'a denial that is new lets nobody do more',
      { ...csv(...lines), 'policy.matchMode': 'regex' },
      { ...csv(...lines, 'p, dev, logs, get, a, deny'), 'policy.matchMode': 'regex' },
      [],
    ],
    [
      'a line that is gone lets nobody do more',
      { ...csv(...lines, 'p, dev, logs, get, a, allow'), 'policy.matchMode': 'regex' },
      { ...csv(...lines), 'policy.matchMode': 'regex' },
      [],
    ],
  ])('%s', (_, was, is, expected) =>
    expect(changed(was as Record<string, unknown>, is as Record<string, unknown>)).toEqual(expected),
  );
});

test('a pattern that is too long is compared by its text', () => {
  const long = 'p, dev, logs, get, a*, allow'.replace('a*', `${'a'.repeat(1_000)}*`);
  const longer = long.replace('logs, get', 'logs, get*');
  expect(changed(csv(long), csv(long, 'p, dev, exec, get, a, allow'))).toEqual([]);
  expect(changed(csv(long), csv(long, 'p, dev, logs, get, a/b, allow'))).toEqual([lets('dev', 'get logs a/b', at(1))]);
  expect(changed(csv(long), csv(long, longer))).toEqual([]);
});

test('the policies of a project’s roles', () => {
  const spec = (...policies: readonly unknown[]) => ({ roles: [{ name: 'none' }, { name: 'ci', policies }] });
  const [role, wider] = [
    'p, proj:a:ci, applications, sync, a/b, allow',
    'p, proj:a:ci, applications, sync, a/*, allow',
  ];
  expect(policyLoosened(projectPolicy(spec(role)), projectPolicy(spec(role, 1, wider)))).toEqual([
    lets('proj:a:ci', 'sync applications a/*', { path: ['spec', 'roles', 1, 'policies', 2] }),
  ]);
  // Argo CD’s own roles are no matter of a project.
  expect(projectPolicy(spec(role))).toMatchObject({ lines: [{ subject: 'proj:a:ci' }], readsExpressions: false });
  expect(projectPolicy({})).toEqual({ lines: [], groups: new Map(), readsExpressions: false });
});

test('what Argo CD’s own roles may do without any line (assets/builtin-policy.csv)', () => {
  const { lines, groups } = configuredPolicy({ 'policy.csv': 'g, admin, ops' });
  expect([...groups]).toEqual([
    ['admin', ['ops', 'role:admin']],
    ['role:admin', ['role:readonly']],
  ]);
  expect(lines.every(({ isBuiltIn, isDeny, path }) => isBuiltIn === true && !isDeny && path.length === 0)).toBe(true);
  expect(
    lines.map(({ subject, resource, action, object }) => `${subject} ${action.text} ${resource} ${object.text}`),
  ).toEqual(
    expect.arrayContaining([
      'role:readonly get applications */*',
      'role:readonly get logs */*',
      'role:readonly get clusters *',
      'role:admin delete/* applications */*',
      'role:admin get applicationsets */*',
      'role:admin create exec */*',
      'role:admin delete projects *',
    ]),
  );
  expect(lines).toHaveLength(10 + 9 + 4 + 5 * 3 + 1 + 2 + 1);
});
