import type { Loosening } from '../../kube/loosening.ts';
import { type Mapping, mapping, scalarText } from '../../plain-values.ts';
import { enumerate } from '../../rbac/judge/sentence.ts';
import { configuredPolicy, policyLoosened } from '../access/rbac-policy.ts';
import { signInLoosened } from '../access/sign-in.ts';
import { isFalse, isNotTrue, isTrue, type Setting, settingsLoosened } from '../model/setting.ts';
import { differencesIgnored } from './ignored-differences.ts';
import { kindsLeftOut } from './left-out-kinds.ts';
import { gainedNames } from './project-settings.ts';

/** What a ConfigMap of Argo CD newly lets happen; nothing for other ConfigMaps. Anonymous access is a grant of permissions. */
export function configurationLoosened(
  name: string,
  before: Mapping | undefined,
  after: Mapping | undefined,
): readonly Loosening[] {
  const is = mapping(after?.data);
  const was = before === undefined ? undefined : mapping(before.data);
  if (/argocd-rbac-cm$/.test(name)) {
    return was === undefined
      ? []
      : [...policyLoosened(configuredPolicy(was), configuredPolicy(is)), ...claims(was, is)];
  }
  if (/argocd-cmd-params-cm$/.test(name)) {
    return [...settingsLoosened(parameters, was, is, ['data']), ...(was === undefined ? [] : namespaces(was, is))];
  }
  if (!/argocd-cm$/.test(name)) return [];
  return [
    ...settingsLoosened([...server, ...buildOptions(is)], was, is, ['data']),
    ...(was === undefined
      ? []
      : [
          ...accounts(was, is),
          ...signInLoosened(was, is),
          ...globalProjects(was, is),
          ...differencesIgnored(was, is),
          ...kindsLeftOut(was, is),
        ]),
  ];
}

/** Keys of `argocd-cm` (argo-cd, util/settings/settings.go). */
const server: readonly Setting[] = [
  {
    path: ['exec.enabled'],
    isLoose: isTrue,
    what: 'newly lets users of Argo CD open shells in pods, as far as its policies let them (exec.enabled)',
    remedy: 'Leave exec.enabled off, and let kubectl and its audit log be the way into pods.',
    severity: 'high',
  },
  {
    path: ['application.sync.impersonation.enabled'],
    isLoose: isNotTrue,
    what: 'no longer deploys as the ServiceAccounts of projects, but with Argo CD’s own permissions',
    remedy: 'Keep application.sync.impersonation.enabled: "true".',
    severity: 'high',
  },
  {
    path: ['admin.enabled'],
    isLoose: (value) => value?.trim() !== 'false',
    what: 'newly has its built-in administrator, who signs in with a password',
    remedy: 'Keep admin.enabled: "false", and let administrators sign in by the identity provider.',
    severity: 'high',
  },
  {
    path: ['server.rbac.disableApplicationFineGrainedRBACInheritance'],
    isLoose: (value) => value?.trim().toLowerCase() === 'false',
    what: 'newly lets whoever may update or delete an Application do so with every object that it deploys',
    remedy: 'Keep server.rbac.disableApplicationFineGrainedRBACInheritance: "true".',
    severity: 'medium',
  },
  {
    path: ['oidc.tls.insecure.skip.verify'],
    isLoose: isTrue,
    what: 'newly trusts any certificate of its identity provider',
    remedy: 'State the provider’s certificate authority in oidc.config (rootCA).',
    severity: 'high',
  },
  {
    path: ['kustomize.buildOptions'],
    isLoose: (value) => /--enable-(?:exec|alpha-plugins)\b/.test(value ?? ''),
    words: /--enable-(?:exec|alpha-plugins)\b/g,
    what: 'newly lets kustomizations start programs in the repo-server',
    remedy: 'Leave --enable-exec and --enable-alpha-plugins out of kustomize.buildOptions.',
    severity: 'high',
  },
  {
    path: ['kustomize.buildOptions'],
    isLoose: (value) => /LoadRestrictionsNone/.test(value ?? ''),
    words: /LoadRestrictionsNone/g,
    what: 'newly lets kustomizations read files outside of their folder',
    remedy: 'Leave --load-restrictor LoadRestrictionsNone out of kustomize.buildOptions.',
    severity: 'medium',
  },
];

/** The options of single versions of kustomize (`kustomize.buildOptions.v5.0.0`), which take the place of those of all. */
function buildOptions(is: Mapping): readonly Setting[] {
  const [all = ''] = server.find(({ words }) => words !== undefined)?.path ?? [];
  const keys = Object.keys(is).filter((key) => key.startsWith(`${all}.`));
  return keys.flatMap((key) =>
    server.filter(({ path }) => path[0] === all).map((setting) => ({ ...setting, path: [key] })),
  );
}

const authentication =
  'Keep authentication on: whoever reaches the server deploys with everything that Argo CD may do.';

/** Keys of `argocd-cmd-params-cm` (argo-cd, docs/operator-manual/argocd-cmd-params-cm.yaml). */
const parameters: readonly Setting[] = [
  {
    path: ['server.disable.auth'],
    isLoose: isTrue,
    what: 'newly lets everyone into Argo CD without a login',
    remedy: authentication,
    severity: 'high',
  },
  {
    path: ['server.insecure'],
    isLoose: isTrue,
    what: 'newly serves Argo CD without TLS',
    remedy: 'Leave server.insecure off, or be sure that nothing but the proxy in front of it reaches it.',
    severity: 'medium',
  },
  {
    path: ['reposerver.disable.tls'],
    isLoose: isTrue,
    what: 'newly takes manifests from the repo-server without TLS',
    remedy: 'Leave reposerver.disable.tls off: whoever is between decides what is deployed.',
    severity: 'medium',
  },
  ...['server', 'controller', 'applicationsetcontroller', 'notificationscontroller'].map(
    (of): Setting => ({
      path: [`${of}.repo.server.plaintext`],
      isLoose: isTrue,
      what: `newly takes manifests from the repo-server without TLS (${of}.repo.server.plaintext)`,
      remedy: `Leave ${of}.repo.server.plaintext off: whoever is between decides what is deployed.`,
      severity: 'medium',
    }),
  ),
  {
    path: ['server.dex.server.plaintext'],
    isLoose: isTrue,
    what: 'newly asks Dex who people are without TLS',
    remedy: 'Leave server.dex.server.plaintext off: whoever is between is any user of Argo CD.',
    severity: 'medium',
  },
  {
    path: ['dexserver.disable.tls'],
    isLoose: isTrue,
    what: 'newly has Dex say without TLS who people are',
    remedy: 'Leave dexserver.disable.tls off: whoever is between is any user of Argo CD.',
    severity: 'medium',
  },
  {
    path: ['reposerver.allow.oob.symlinks'],
    isLoose: isTrue,
    what: 'newly follows links that lead out of a repository',
    remedy: 'Leave reposerver.allow.oob.symlinks off: such links read files of the repo-server.',
    severity: 'high',
  },
  {
    path: ['applicationsetcontroller.allowed.scm.providers'],
    isLoose: (value) => (value ?? '').trim() === '',
    what: 'newly lets ApplicationSets ask any forge, with the tokens they name',
    remedy: 'Keep the forges in applicationsetcontroller.allowed.scm.providers.',
    severity: 'medium',
  },
];

/** Namespaces whose Applications and ApplicationSets are taken. */
function namespaces(was: Mapping, is: Mapping): readonly Loosening[] {
  return ['application.namespaces', 'applicationsetcontroller.namespaces'].flatMap((key) => {
    const added = gainedNames(namesIn(was[key]), namesIn(is[key]));
    if (added.length === 0) return [];
    return [
      {
        what: `newly takes ${key.startsWith('application.') ? 'Applications' : 'ApplicationSets'} from namespace ${enumerate(added)}`,
        remedy:
          'Name the namespaces whose owners are meant to deploy, and limit each by the sourceNamespaces of a project.',
        severity: 'high' as const,
        path: ['data', key],
        subject: [key, ...[...added].sort()],
      },
    ];
  });
}

/** Names in a list with commas. */
export function namesIn(value: unknown): readonly string[] {
  return scalarText(value)
    .split(',')
    .flatMap((each) => (each.trim() === '' ? [] : [each.trim()]));
}

/** Local accounts, and what they may sign in with (`accounts.NAME: apiKey, login`). */
function accounts(was: Mapping, is: Mapping): readonly Loosening[] {
  const isGone = (key: string) => !Object.hasOwn(is, key);
  // An account is enabled where nothing says otherwise (util/settings/accounts.go).
  const enabled = Object.keys(was).flatMap((key) => {
    const account = /^(accounts\.[^.]+)\.enabled$/.exec(key)?.[1];
    return account !== undefined && isGone(key) && Object.hasOwn(is, account) ? [[key, 'true'] as const] : [];
  });
  return [...Object.entries(is), ...enabled].flatMap(([key, value]): readonly Loosening[] => {
    const [, name, field] = /^accounts\.([^.]+)(\.enabled)?$/.exec(key) ?? [];
    if (name === undefined) return [];
    const former = scalarText(was[key]);
    const remedy = 'Let people sign in by the identity provider, and machines by the token of a project’s role.';
    const common = { remedy, severity: 'medium', path: ['data', key] } as const;
    if (field !== undefined) {
      if (!isFalse(former) || isFalse(scalarText(value))) return [];
      const gone = isGone(key) ? { formerPath: common.path } : {};
      return [
        { ...common, ...gone, what: `lets the account ${name} sign in again`, subject: ['account', name, 'enabled'] },
      ];
    }
    const added = namesIn(value).filter((each) => !namesIn(former).includes(each));
    const how = added.map((each) => (each === 'apiKey' ? 'with tokens' : 'with a password')).join(' and ');
    return added.length === 0
      ? []
      : [{ ...common, what: `newly lets the account ${name} sign in ${how}`, subject: ['account', name, ...added] }];
  });
}

/** Projects that others inherit from: what these forbid, and what they allow (argo-cd, util/argo, mergeVirtualProject). */
function globalProjects(was: Mapping, is: Mapping): readonly Loosening[] {
  const key = 'globalProjects';
  const [old, now] = [scalarText(was[key]).trim(), scalarText(is[key]).trim()];
  if (old === now) return [];
  const what =
    now === ''
      ? 'no longer lets projects inherit what its global projects forbid'
      : old === ''
        ? 'newly lets projects inherit what its global projects allow'
        : 'lets other projects inherit from its global projects than before, or from others';
  return [
    {
      what: `${what} (${key})`,
      remedy: 'Compare what each project that is or was selected may deploy before and after, with what it inherits.',
      severity: now === '' ? 'high' : 'medium',
      path: ['data', key],
      ...(now === '' ? { formerPath: ['data', key] } : {}),
      subject: [key, ...(now === '' ? ['gone'] : ['changed', now])],
    },
  ];
}

/** The claims of a token that count as groups. */
function claims(was: Mapping, is: Mapping): readonly Loosening[] {
  const read = (value: unknown) =>
    value === undefined ? ['groups'] : namesIn(scalarText(value).replace(/[[\]'"]/g, ''));
  const added = read(is.scopes).filter((each) => !read(was.scopes).includes(each));
  if (added.length === 0) return [];
  return [
    {
      what: `newly takes the claim ${enumerate(added)} of a token for groups`,
      remedy: 'Keep scopes to claims that users cannot choose for themselves.',
      severity: 'medium',
      path: ['data', 'scopes'],
      subject: ['scopes', ...added],
    },
  ];
}
