import { expect, test } from '@jest/globals';
import { flagsLoosened } from '../../src/delivery/judge/controller-flags.ts';

type Fields = Readonly<Record<string, unknown>>;

const pod = (...containers: readonly Fields[]) => ({ containers });
const flux = (...args: readonly string[]): Fields => ({
  name: 'manager',
  image: 'ghcr.io/fluxcd/kustomize-controller',
  args,
});
const server = (...args: readonly string[]): Fields => ({ name: 'server', image: 'quay.io/argoproj/argocd', args });

const found = (
  what: string,
  remedy: string,
  severity: 'high' | 'medium',
  subject: readonly string[],
  path: readonly (string | number)[],
  formerPath?: readonly (string | number)[],
) => ({
  what,
  remedy,
  severity,
  path: ['containers', ...path],
  ...(formerPath === undefined ? {} : { formerPath: ['containers', ...formerPath] }),
  subject,
});

const crossNamespaces = (
  remedy: string,
  path: readonly (string | number)[],
  formerPath?: readonly (string | number)[],
) =>
  found(
    'no longer keeps objects from using sources and events of other namespaces (--no-cross-namespace-refs)',
    remedy,
    'high',
    ['flag', 'no-cross-namespace-refs'],
    path,
    formerPath,
  );
const ownAccount = (former: string, path: readonly (string | number)[], formerPath?: readonly (string | number)[]) =>
  found(
    'newly deploys with its own permissions what states no ServiceAccount (--default-service-account)',
    `Keep --default-service-account=${former}.`,
    'high',
    ['flag', 'default-service-account'],
    path,
    formerPath,
  );
const takesFrom = (names: string, index: number) =>
  found(
    `newly takes Applications from namespace ${names} (--application-namespaces)`,
    'Name the namespaces whose owners are meant to deploy.',
    'high',
    ['flag', 'application-namespaces', ...names.split(', ').sort()],
    [index, 'args', 0],
  );

test.each<[string, Fields | undefined, Fields, readonly object[]]>([
  [
    'objects of other namespaces, where the flag is gone',
    pod(flux('--x', '--no-cross-namespace-refs=true')),
    pod(flux('--x')),
    [crossNamespaces('Keep --no-cross-namespace-refs=true.', [0, 'args'], [0, 'args', 1])],
  ],
  [
    'objects of other namespaces, where it says so',
    pod(flux('--no-cross-namespace-refs')),
    pod(flux('--no-cross-namespace-refs=false')),
    [crossNamespaces('Keep --no-cross-namespace-refs=true.', [0, 'args', 0])],
  ],
  ['objects of other namespaces all along', pod(flux('--no-cross-namespace-refs=0')), pod(flux()), []],
  ['the flag in other words', pod(flux('--no-cross-namespace-refs')), pod(flux('--no-cross-namespace-refs=1')), []],
  [
    'no account',
    pod(flux('--default-service-account=dev')),
    pod(flux()),
    [ownAccount('dev', [0, 'args'], [0, 'args', 0])],
  ],
  [
    'an empty account',
    pod(flux('--default-service-account=dev')),
    pod(flux('--default-service-account=')),
    [ownAccount('dev', [0, 'args', 0])],
  ],
  [
    'another account',
    pod(flux('--default-service-account=dev')),
    pod(flux('-v', '--default-service-account=ops')),
    [
      found(
        'newly deploys as another ServiceAccount what states none: ops (--default-service-account)',
        'Keep --default-service-account=dev, or be sure that ops may do less in every namespace.',
        'medium',
        ['flag', 'default-service-account', 'ops'],
        [0, 'args', 1],
      ),
    ],
  ],
  [
    'the same account',
    pod(flux('--default-service-account=dev')),
    pod(flux('-v', '--default-service-account=dev')),
    [],
  ],
  ['an account where there was none', pod(flux()), pod(flux('--default-service-account=dev')), []],
  [
    'remote bases',
    pod(flux('--no-remote-bases=T')),
    pod(flux()),
    [
      found(
        'newly takes remote bases of kustomizations, which nobody verified (--no-remote-bases)',
        'Keep --no-remote-bases=T.',
        'high',
        ['flag', 'no-remote-bases'],
        [0, 'args'],
        [0, 'args', 0],
      ),
    ],
  ],
  [
    'programs and certificates of a kubeConfig',
    pod(flux('--insecure-kubeconfig-tls=false')),
    pod(flux('--insecure-kubeconfig-exec', '--insecure-kubeconfig-tls=true')),
    [
      found(
        'newly starts the programs that a kubeConfig names (--insecure-kubeconfig-exec)',
        'Leave --insecure-kubeconfig-exec out.',
        'high',
        ['flag', 'insecure-kubeconfig-exec'],
        [0, 'args', 0],
      ),
      found(
        'newly lets a kubeConfig leave certificates unverified (--insecure-kubeconfig-tls)',
        'Keep --insecure-kubeconfig-tls=false.',
        'medium',
        ['flag', 'insecure-kubeconfig-tls'],
        [0, 'args', 1],
      ),
    ],
  ],
  [
    'everybody in, by a flag',
    pod(server()),
    pod(server('argocd-server', '--disable-auth')),
    [
      found(
        'newly lets everyone into Argo CD without a login (--disable-auth)',
        'Leave --disable-auth out.',
        'high',
        ['flag', 'disable-auth'],
        [0, 'args', 1],
      ),
    ],
  ],
  [
    'everybody in, and no TLS, by variables',
    pod({ ...server(), env: [{ name: 'ARGOCD_SERVER_INSECURE', value: 'false' }] }),
    pod({
      ...server(),
      env: [
        { name: 'ARGOCD_SERVER_INSECURE', value: 'true' },
        { name: 'ARGOCD_SERVER_DISABLE_AUTH', value: 'true' },
      ],
    }),
    [
      found(
        'newly lets everyone into Argo CD without a login (--disable-auth)',
        'Leave --disable-auth out.',
        'high',
        ['flag', 'disable-auth'],
        [0, 'env', 1, 'value'],
      ),
      found(
        'newly serves Argo CD without TLS (--insecure)',
        'Keep --insecure=false.',
        'medium',
        ['flag', 'insecure'],
        [0, 'env', 0, 'value'],
      ),
    ],
  ],
  [
    'a flag that goes before a variable',
    pod(server()),
    pod({ ...server('--disable-auth=false'), env: [{ name: 'ARGOCD_SERVER_DISABLE_AUTH', value: 'true' }] }),
    [],
  ],
  [
    'what other programs call so',
    pod({ name: 'web', image: 'web' }),
    pod({ name: 'web', image: 'web', args: ['--insecure', '--disable-auth'] }),
    [],
  ],
  ['flags of the other product', pod(server()), pod(server('--insecure-kubeconfig-exec')), []],
  [
    'a controller that is only called like it',
    pod({ name: 'my-controller' }),
    pod({ name: 'my-controller', args: ['--insecure-kubeconfig-exec'] }),
    [],
  ],
  ['a new pod', undefined, pod(server('--disable-auth')), []],
  ['a new container', pod({ name: 'web' }), pod({ name: 'web' }, server('--disable-auth')), []],
  [
    'a container that has another name now',
    pod({ name: 'side' }, flux('--no-cross-namespace-refs')),
    pod({ name: 'side' }, { ...flux(), name: 'controller' }),
    [crossNamespaces('Keep --no-cross-namespace-refs=true.', [1, 'args'], [1, 'args', 0])],
  ],
  ['one of another product in the place of one that is gone', pod(flux()), pod(server('--disable-auth')), []],
  [
    'a second one beside the first, which is still there',
    pod(server()),
    pod(server(), { ...server('--disable-auth'), name: 'two' }),
    [],
  ],
  [
    'further namespaces',
    pod(server('--application-namespaces=team-a')),
    pod({ name: 'x' }, server('--application-namespaces=team-a, ops,dev')),
    [takesFrom('ops, dev', 1)],
  ],
  [
    'namespaces where none were taken',
    pod(server()),
    pod(server('--application-namespaces=dev')),
    [takesFrom('dev', 0)],
  ],
  ['fewer namespaces', pod(server('--application-namespaces=*')), pod(server('--application-namespaces=dev')), []],
  ['no namespaces', pod(server('--application-namespaces=a')), pod(server()), []],
  [
    'namespaces of another program',
    pod({ name: 'web' }),
    pod({ name: 'web', args: ['--application-namespaces=dev'] }),
    [],
  ],
])('a controller newly lets happen: %s', (_, before, after, expected) => {
  expect(flagsLoosened(before, after)).toEqual(expected);
});

test.each(['kustomize', 'helm', 'source', 'notification', 'image-reflector', 'image-automation'])(
  'the flags of the %s-controller',
  (name) => {
    const container = { name: `${name}-controller` };
    const after = { ...container, args: ['--insecure-kubeconfig-exec'] };
    expect(flagsLoosened(pod(container), pod(after))).toHaveLength(1);
    for (const other of [`${name}-controllers`, `my${name}-controller`]) {
      expect(flagsLoosened(pod({ name: other }), pod({ ...after, name: other }))).toEqual([]);
    }
  },
);

test.each(['argocd', 'argo-cd'])('the flags of %s', (name) => {
  expect(flagsLoosened(pod({ name }), pod({ name, args: ['--disable-auth'] }))).toHaveLength(1);
  for (const other of [{ name: `${name}x` }, { name: `x${name}` }]) {
    expect(flagsLoosened(pod(other), pod({ ...other, args: ['--disable-auth'] }))).toEqual([]);
  }
});

test('a plugin that makes manifests', () => {
  const plugin = { name: 'cmp', image: 'cmp:1', command: ['/var/run/argocd/argocd-cmp-server'] };
  const said = [
    found(
      'newly makes manifests by the plugin cmp',
      'Review the plugin’s image and its configuration: it reads every repository, and decides what is deployed.',
      'high',
      ['plugin', 'cmp', 'cmp:1'],
      [1, 'command'],
    ),
  ];
  const main = { name: 'repo-server' };
  expect(flagsLoosened(pod(main), pod(main, plugin))).toEqual(said);
  expect(flagsLoosened(pod(main, { ...plugin, command: ['sh'] }), pod(main, plugin))).toEqual(said);
  expect(flagsLoosened(pod(main, plugin), pod(main, plugin))).toEqual([]);
  expect(flagsLoosened(undefined, pod(main, plugin))).toEqual([]);
  expect(flagsLoosened(pod(main), pod(main, { ...plugin, command: ['argocd-cmp-servers'] }))).toEqual([]);
});
