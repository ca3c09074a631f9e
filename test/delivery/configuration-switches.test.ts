import { describe, expect, test } from '@jest/globals';
import { configurationLoosened } from '../../src/delivery/argocd/configuration.ts';

type Data = Readonly<Record<string, unknown>>;
type Severity = 'high' | 'medium';

const found = (
  key: string,
  what: string,
  remedy: string,
  severity: Severity,
  subject: readonly string[] = [key],
  isGone = false,
) => ({ what, remedy, severity, path: ['data', key], ...(isGone ? { formerPath: ['data', key] } : {}), subject });

const changed = (name: string, was: Data | undefined, is: Data | undefined) =>
  configurationLoosened(name, was && { data: was }, is && { data: is });

interface Switch {
  readonly map: 'argocd-cm' | 'argocd-cmd-params-cm';
  readonly key: string;
  /** A value that protects, and one that does not. */
  readonly safe: string;
  readonly loose: string;
  /** Whether what states nothing protects. */
  readonly isSafeUnstated: boolean;
  readonly what: string;
  readonly remedy: string;
  readonly severity: Severity;
  readonly words?: readonly string[];
}

const server = (
  key: string,
  safe: string,
  loose: string,
  isSafeUnstated: boolean,
  severity: Severity,
  what: string,
  remedy: string,
  words?: readonly string[],
): Switch => ({
  map: 'argocd-cm',
  key,
  safe,
  loose,
  isSafeUnstated,
  what,
  remedy,
  severity,
  ...(words === undefined ? {} : { words }),
});
const parameter = (key: string, severity: Severity, what: string, remedy: string): Switch => ({
  map: 'argocd-cmd-params-cm',
  key,
  safe: 'false',
  loose: 'true',
  isSafeUnstated: true,
  what,
  remedy,
  severity,
});

const between = 'whoever is between decides what is deployed.';
const impersonating = 'whoever is between is any user of Argo CD.';

const switches: readonly Switch[] = [
  server(
    'exec.enabled',
    'false',
    ' True ',
    true,
    'high',
    'newly lets users of Argo CD open shells in pods, as far as its policies let them (exec.enabled)',
    'Leave exec.enabled off, and let kubectl and its audit log be the way into pods.',
  ),
  server(
    'application.sync.impersonation.enabled',
    'true',
    'false',
    false,
    'high',
    'no longer deploys as the ServiceAccounts of projects, but with Argo CD’s own permissions',
    'Keep application.sync.impersonation.enabled: "true".',
  ),
  server(
    'admin.enabled',
    ' false ',
    'true',
    false,
    'high',
    'newly has its built-in administrator, who signs in with a password',
    'Keep admin.enabled: "false", and let administrators sign in by the identity provider.',
  ),
  server(
    'server.rbac.disableApplicationFineGrainedRBACInheritance',
    'true',
    ' False',
    true,
    'medium',
    'newly lets whoever may update or delete an Application do so with every object that it deploys',
    'Keep server.rbac.disableApplicationFineGrainedRBACInheritance: "true".',
  ),
  server(
    'oidc.tls.insecure.skip.verify',
    'false',
    'true',
    true,
    'high',
    'newly trusts any certificate of its identity provider',
    'State the provider’s certificate authority in oidc.config (rootCA).',
  ),
  server(
    'kustomize.buildOptions',
    '--enable-helm --enable-execs',
    '--enable-exec --enable-alpha-plugins --enable-exec',
    true,
    'high',
    'newly lets kustomizations start programs in the repo-server',
    'Leave --enable-exec and --enable-alpha-plugins out of kustomize.buildOptions.',
    ['--enable-alpha-plugins', '--enable-exec'],
  ),
  server(
    'kustomize.buildOptions.v5.0.0',
    '',
    '--load-restrictor LoadRestrictionsNone',
    true,
    'medium',
    'newly lets kustomizations read files outside of their folder',
    'Leave --load-restrictor LoadRestrictionsNone out of kustomize.buildOptions.',
    ['LoadRestrictionsNone'],
  ),
  parameter(
    'server.disable.auth',
    'high',
    'newly lets everyone into Argo CD without a login',
    'Keep authentication on: whoever reaches the server deploys with everything that Argo CD may do.',
  ),
  parameter(
    'server.insecure',
    'medium',
    'newly serves Argo CD without TLS',
    'Leave server.insecure off, or be sure that nothing but the proxy in front of it reaches it.',
  ),
  parameter(
    'reposerver.disable.tls',
    'medium',
    'newly takes manifests from the repo-server without TLS',
    `Leave reposerver.disable.tls off: ${between}`,
  ),
  ...['server', 'controller', 'applicationsetcontroller', 'notificationscontroller'].map((of) =>
    parameter(
      `${of}.repo.server.plaintext`,
      'medium',
      `newly takes manifests from the repo-server without TLS (${of}.repo.server.plaintext)`,
      `Leave ${of}.repo.server.plaintext off: ${between}`,
    ),
  ),
  parameter(
    'server.dex.server.plaintext',
    'medium',
    'newly asks Dex who people are without TLS',
    `Leave server.dex.server.plaintext off: ${impersonating}`,
  ),
  parameter(
    'dexserver.disable.tls',
    'medium',
    'newly has Dex say without TLS who people are',
    `Leave dexserver.disable.tls off: ${impersonating}`,
  ),
  parameter(
    'reposerver.allow.oob.symlinks',
    'high',
    'newly follows links that lead out of a repository',
    'Leave reposerver.allow.oob.symlinks off: such links read files of the repo-server.',
  ),
  {
    ...parameter(
      'applicationsetcontroller.allowed.scm.providers',
      'medium',
      'newly lets ApplicationSets ask any forge, with the tokens they name',
      'Keep the forges in applicationsetcontroller.allowed.scm.providers.',
    ),
    safe: 'https://git.a',
    loose: ' ',
    isSafeUnstated: false,
  },
];

describe.each(switches)(
  '$key of $map',
  ({ map, key, safe, loose, isSafeUnstated, what, remedy, severity, words = [] }) => {
    const said = [found(key, what, remedy, severity, [key, ...words])];
    test('a value that protects less is said', () =>
      expect(changed(map, { [key]: safe }, { [key]: loose })).toEqual(said));
    test('one that protects as before, or more, is not', () => {
      expect(changed(map, { [key]: safe }, { [key]: safe, other: 'x' })).toEqual([]);
      expect(changed(map, { [key]: loose }, { [key]: loose, other: 'x' })).toEqual([]);
      expect(changed(map, { [key]: loose }, { [key]: safe })).toEqual([]);
    });
    test('one that is stated nowhere any more', () => {
      expect(changed(map, { [key]: safe }, {})).toEqual(
        isSafeUnstated ? [] : [found(key, what, remedy, severity, [key], true)],
      );
      expect(changed(map, { [key]: safe }, undefined)).toHaveLength(isSafeUnstated ? 0 : 1);
    });
    test('where nothing was stated before, and of a new ConfigMap', () => {
      expect(changed(map, {}, { [key]: loose })).toEqual(isSafeUnstated ? said : []);
      expect(changed(map, undefined, { [key]: loose })).toEqual(said);
      expect(changed(map, undefined, {})).toEqual([]);
    });
    test('under another name of the ConfigMap', () => {
      expect(changed(`my-${map}`, { [key]: safe }, { [key]: loose })).toEqual(said);
      expect(changed(`${map}-old`, { [key]: safe }, { [key]: loose })).toEqual([]);
    });
  },
);

test('options of single versions of kustomize are those of any other name', () => {
  const loose = '--enable-exec';
  expect(changed('argocd-cm', {}, { 'kustomize.buildOptionsX': loose, 'kustomize.path.v5': loose })).toEqual([]);
  const alike = { 'kustomize.buildOptions': `--enable-alpha-pluginsx ${loose}` };
  expect(changed('argocd-cm', {}, alike)).toMatchObject([{ subject: ['kustomize.buildOptions', loose] }]);
});
