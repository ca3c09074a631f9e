import { expect, test } from '@jest/globals';
import { configurationLoosened, namesIn } from '../../src/delivery/argocd/configuration.ts';

type Data = Readonly<Record<string, unknown>>;

const found = (
  key: string,
  what: string,
  remedy: string,
  severity: 'high' | 'medium',
  subject: readonly string[] = [key],
  isGone = false,
) => ({ what, remedy, severity, path: ['data', key], ...(isGone ? { formerPath: ['data', key] } : {}), subject });

const changed = (name: string, was: Data | undefined, is: Data | undefined) =>
  configurationLoosened(name, was && { data: was }, is && { data: is });

test('a ConfigMap of one kind is not judged as one of another', () => {
  const all = { 'exec.enabled': 'true', 'server.insecure': 'true', scopes: '[email]', 'application.namespaces': 'a' };
  const saidOf = (name: string) => changed(name, {}, all).map(({ subject }) => subject[0]);
  expect(saidOf('argocd-cm')).toEqual(['exec.enabled']);
  expect(saidOf('argocd-cmd-params-cm')).toEqual(['server.insecure', 'application.namespaces']);
  expect(saidOf('argocd-rbac-cm')).toEqual(['scopes']);
  for (const name of ['settings', 'argocd-rbac-cm-old', 'argocd-cm-old']) expect(saidOf(name)).toEqual([]);
});

test.each<[string, Data | undefined, Data | undefined, readonly object[]]>([
  [
    'Applications and ApplicationSets of further namespaces',
    { 'application.namespaces': 'a', 'applicationsetcontroller.namespaces': '' },
    { 'application.namespaces': 'a,c, b', 'applicationsetcontroller.namespaces': 'dev-*' },
    [
      found(
        'application.namespaces',
        'newly takes Applications from namespace c, b',
        'Name the namespaces whose owners are meant to deploy, and limit each by the sourceNamespaces of a project.',
        'high',
        ['application.namespaces', 'b', 'c'],
      ),
      found(
        'applicationsetcontroller.namespaces',
        'newly takes ApplicationSets from namespace dev-*',
        'Name the namespaces whose owners are meant to deploy, and limit each by the sourceNamespaces of a project.',
        'high',
        ['applicationsetcontroller.namespaces', 'dev-*'],
      ),
    ],
  ],
  ['fewer', { 'application.namespaces': 'a,b' }, { 'application.namespaces': 'a' }, []],
  ['those of a new ConfigMap', undefined, { 'application.namespaces': 'a' }, []],
])('argocd-cmd-params-cm takes %s', (_, was, is, expected) =>
  expect(changed('argocd-cmd-params-cm', was, is)).toEqual(expected),
);

const byProvider = 'Let people sign in by the identity provider, and machines by the token of a project’s role.';
const account = (key: string, what: string, subject: readonly string[], isGone = false) =>
  found(key, what, byProvider, 'medium', ['account', ...subject], isGone);
const compare = 'Compare what each project that is or was selected may deploy before and after, with what it inherits.';

test.each<[string, Data | undefined, Data | undefined, readonly object[]]>([
  [
    'a new account',
    {},
    { 'accounts.ci': 'apiKey' },
    [account('accounts.ci', 'newly lets the account ci sign in with tokens', ['ci', 'apiKey'])],
  ],
  [
    'a further way',
    { 'accounts.ci': 'apiKey' },
    { 'accounts.ci': 'apiKey, login' },
    [account('accounts.ci', 'newly lets the account ci sign in with a password', ['ci', 'login'])],
  ],
  [
    'both ways',
    { 'accounts.ci': '' },
    { 'accounts.ci': 'login,apiKey' },
    [
      account('accounts.ci', 'newly lets the account ci sign in with a password and with tokens', [
        'ci',
        'login',
        'apiKey',
      ]),
    ],
  ],
  ['one way less', { 'accounts.ci': 'apiKey, login' }, { 'accounts.ci': 'login' }, []],
  [
    'an account that was disabled',
    { 'accounts.ci.enabled': 'false' },
    { 'accounts.ci.enabled': 'true' },
    [account('accounts.ci.enabled', 'lets the account ci sign in again', ['ci', 'enabled'])],
  ],
  [
    'an account that nothing disables any more',
    { 'accounts.ci': 'login', 'accounts.ci.enabled': 'false' },
    { 'accounts.ci': 'login' },
    [account('accounts.ci.enabled', 'lets the account ci sign in again', ['ci', 'enabled'], true)],
  ],
  ['a disabled account that is gone', { 'accounts.ci': 'login', 'accounts.ci.enabled': 'false' }, {}, []],
  [
    'an account that was enabled',
    { 'accounts.ci': 'login', 'accounts.ci.enabled': 'true' },
    { 'accounts.ci': 'login' },
    [],
  ],
  [
    'an account that stays disabled',
    { 'accounts.ci': 'login', 'accounts.ci.enabled': 'false' },
    { 'accounts.ci': 'login', 'accounts.ci.enabled': 'False' },
    [],
  ],
  ['an account that is disabled', { 'accounts.ci.enabled': 'true' }, { 'accounts.ci.enabled': 'false' }, []],
  [
    'other keys',
    {},
    { 'accounts.ci.tokens': 'x', 'accounts.a.b.enabled': 'true', 'my.accounts.x': 'login', accounts: 'x' },
    [],
  ],
  [
    'what only ends like a switch',
    { 'x.accounts.ci.enabled': 'false', 'accounts.ci': 'login' },
    { 'accounts.ci': 'login' },
    [],
  ],
  [
    'no global projects any more',
    { globalProjects: '- a' },
    {},
    [
      found(
        'globalProjects',
        'no longer lets projects inherit what its global projects forbid (globalProjects)',
        compare,
        'high',
        ['globalProjects', 'gone'],
        true,
      ),
    ],
  ],
  [
    'global projects where there were none',
    { globalProjects: ' ' },
    { globalProjects: '- a\n' },
    [
      found(
        'globalProjects',
        'newly lets projects inherit what its global projects allow (globalProjects)',
        compare,
        'medium',
        ['globalProjects', 'changed', '- a'],
      ),
    ],
  ],
  [
    'other global projects',
    { globalProjects: '- a' },
    { globalProjects: '- b' },
    [
      found(
        'globalProjects',
        'lets other projects inherit from its global projects than before, or from others (globalProjects)',
        compare,
        'medium',
        ['globalProjects', 'changed', '- b'],
      ),
    ],
  ],
  ['the same global projects', { globalProjects: '- a' }, { globalProjects: '- a\n' }, []],
  [
    'a new ConfigMap',
    undefined,
    { globalProjects: '- a', 'accounts.ci': 'login', 'oidc.config': 'issuer: https://a' },
    [],
  ],
])('argocd-cm: %s', (_, was, is, expected) => expect(changed('argocd-cm', was, is)).toEqual(expected));

test('all parts of argocd-cm are judged, in order', () => {
  const is = {
    'exec.enabled': 'true',
    'accounts.ci': 'login',
    'oidc.config': 'issuer: https://a',
    globalProjects: '- a',
    'resource.customizations.ignoreDifferences.all': 'jsonPointers: [/rules]',
    'resource.exclusions': '- kinds: [ClusterRole]',
  };
  expect(changed('argocd-cm', {}, is).map(({ subject }) => subject[0])).toEqual([
    'exec.enabled',
    'account',
    'oidc.config',
    'globalProjects',
    'ignoreDifferences',
    'resources left out',
  ]);
});

const claim = (names: string) => [
  found(
    'scopes',
    `newly takes the claim ${names} of a token for groups`,
    'Keep scopes to claims that users cannot choose for themselves.',
    'medium',
    ['scopes', ...names.split(', ')],
  ),
];

test.each<[string, Data | undefined, Data | undefined, readonly object[]]>([
  ['a further claim', { scopes: '[groups]' }, { scopes: '[groups, email, "name"]' }, claim('email, name')],
  ['a claim besides groups, which is the default', {}, { scopes: "['email', 'groups']" }, claim('email')],
  ['groups again', { scopes: '[email]' }, {}, claim('groups')],
  ['groups as they are by default', {}, { scopes: '[groups]' }, []],
  ['one claim less', { scopes: '[groups, email]' }, { scopes: '[email]' }, []],
  ['what is new', undefined, { scopes: '[email]' }, []],
])('argocd-rbac-cm takes for groups: %s', (_, was, is, expected) =>
  expect(changed('argocd-rbac-cm', was, is)).toEqual(expected),
);

test('argocd-rbac-cm: policies come before claims', () => {
  const was = { 'policy.csv': 'p, dev, logs, get, a/b, allow' };
  const is = { 'policy.csv': 'p, dev, logs, get, a/*, allow', scopes: '[email]' };
  expect(changed('argocd-rbac-cm', was, is).map(({ subject }) => subject[0])).toEqual(['policy', 'scopes']);
});

test.each<[unknown, readonly string[]]>([
  ['a, b ,,c', ['a', 'b', 'c']],
  ['', []],
  [' , ', []],
  [undefined, []],
  [7, ['7']],
])('names in %j', (value, names) => expect(namesIn(value)).toEqual(names));
