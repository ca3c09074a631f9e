import type { Loosening } from '../../kube/loosening.ts';
import { list, type Mapping, mapping, scalarText, strings } from '../../plain-values.ts';
import { enumerate } from '../../rbac/judge/sentence.ts';
import type { Severity } from '../../severity.ts';
import { flagOf, programOf, variableOf } from '../../workload/model/container-flags.ts';
import type { Path } from '../../yaml/document.ts';
import { namesIn } from '../argocd/configuration.ts';
import { gainedNames } from '../argocd/project-settings.ts';
import { isFalse } from '../model/setting.ts';

/** A flag of a controller that deploys, on which it hangs what may be deployed. */
interface Flag {
  readonly name: string;
  /** The containers that know it. */
  readonly of: RegExp;
  /** Whether it protects less with this value; undefined where the flag is not there. */
  readonly isLoose: (value: string | undefined) => boolean;
  readonly what: string;
  readonly severity: Severity;
  /** What another value lets happen, though it is no loose one. */
  readonly other?: string;
  /** The variable that says the same where the flag is not there (argo-cd, cmd/argocd-server, env.ParseBoolFromEnv). */
  readonly variable?: string;
}

const isOff = (value: string | undefined) => value === undefined || isFalse(value);
const isOn = (value: string | undefined) => !isOff(value);
const isMissing = (value: string | undefined) => value === undefined || value === '';

const flux = /\b(?:kustomize|helm|source|notification|image-reflector|image-automation)-controller\b/;
const argocd = /\bargo-?cd\b/;

/** Sources: the flags of fluxcd's controllers (main.go, fluxcd/pkg/runtime/acl and client), cmd/argocd-server of argo-cd. */
const flags: readonly Flag[] = [
  {
    name: 'no-cross-namespace-refs',
    of: flux,
    isLoose: isOff,
    what: 'no longer keeps objects from using sources and events of other namespaces',
    severity: 'high',
  },
  {
    name: 'default-service-account',
    of: flux,
    isLoose: isMissing,
    what: 'newly deploys with its own permissions what states no ServiceAccount',
    severity: 'high',
    other: 'newly deploys as another ServiceAccount what states none',
  },
  {
    name: 'no-remote-bases',
    of: flux,
    isLoose: isOff,
    what: 'newly takes remote bases of kustomizations, which nobody verified',
    severity: 'high',
  },
  {
    name: 'insecure-kubeconfig-exec',
    of: flux,
    isLoose: isOn,
    what: 'newly starts the programs that a kubeConfig names',
    severity: 'high',
  },
  {
    name: 'insecure-kubeconfig-tls',
    of: flux,
    isLoose: isOn,
    what: 'newly lets a kubeConfig leave certificates unverified',
    severity: 'medium',
  },
  {
    name: 'disable-auth',
    of: argocd,
    isLoose: isOn,
    what: 'newly lets everyone into Argo CD without a login',
    severity: 'high',
    variable: 'ARGOCD_SERVER_DISABLE_AUTH',
  },
  {
    name: 'insecure',
    of: argocd,
    isLoose: isOn,
    what: 'newly serves Argo CD without TLS',
    severity: 'medium',
    variable: 'ARGOCD_SERVER_INSECURE',
  },
];

/** What the containers of a controller newly let happen. Paths are those of the pod's spec. */
export function flagsLoosened(before: Mapping | undefined, after: Mapping): readonly Loosening[] {
  const formerOf = formerContainers(before, after);
  return list(after.containers).flatMap((each, index) => {
    const container = mapping(each);
    const former = formerOf(container);
    const at = ['containers', index];
    return [
      ...(former === undefined ? [] : [...loosenedFlags(former, container, at), ...namespaces(former, container, at)]),
      ...plugin(former, before, container, at),
    ];
  });
}

/** What a container was before: the one of its name, else one whose name is gone and that runs a program of the same product. */
function formerContainers(before: Mapping | undefined, after: Mapping): (container: Mapping) => Mapping | undefined {
  const old = new Map(list(before?.containers).map((each) => [scalarText(mapping(each).name), mapping(each)]));
  const kept = new Set(list(after.containers).map((each) => scalarText(mapping(each).name)));
  const renamed = [...old].flatMap(([name, each]) => (kept.has(name) ? [] : [each]));
  const isAlike = (one: Mapping, other: Mapping) =>
    [flux, argocd].some((product) => product.test(programOf(one)) && product.test(programOf(other)));
  return (container) => old.get(scalarText(container.name)) ?? renamed.find((each) => isAlike(each, container));
}

function loosenedFlags(former: Mapping, container: Mapping, at: Path): readonly Loosening[] {
  const program = programOf(container);
  return flags
    .filter(({ of }) => of.test(program))
    .flatMap(({ name, isLoose, what, severity, variable, other }): readonly Loosening[] => {
      const [was, is] = [former, container].map((each) => flagOf(each, name) ?? variableOf(each, variable));
      if (isLoose(was?.value)) return [];
      if (!isLoose(is?.value))
        return other === undefined || is?.value === was?.value ? [] : [changed(name, other, was, is, at)];
      const remedy = was === undefined ? `Leave --${name} out.` : `Keep --${name}=${was.value}.`;
      const place = is === undefined ? [...at, 'args'] : [...at, ...is.path];
      const gone = is !== undefined || was === undefined ? {} : { formerPath: [...at, ...was.path] };
      return [{ what: `${what} (--${name})`, remedy, severity, path: place, ...gone, subject: ['flag', name] }];
    });
}

type Stated = ReturnType<typeof flagOf>;

/** A flag that names something, and names something else now. */
function changed(name: string, other: string, was: Stated, is: Stated, at: Path): Loosening {
  const value = is?.value ?? '';
  return {
    what: `${other}: ${value} (--${name})`,
    remedy: `Keep --${name}=${was?.value ?? ''}, or be sure that ${value} may do less in every namespace.`,
    severity: 'medium',
    path: [...at, ...(is?.path ?? ['args'])],
    subject: ['flag', name, value],
  };
}

function namespaces(former: Mapping, container: Mapping, at: Path): readonly Loosening[] {
  if (!argocd.test(programOf(container))) return [];
  const [was, is] = [former, container].map((each) => flagOf(each, 'application-namespaces'));
  const added = gainedNames(namesIn(was?.value), namesIn(is?.value));
  if (added.length === 0 || is === undefined) return [];
  return [
    {
      what: `newly takes Applications from namespace ${enumerate(added)} (--application-namespaces)`,
      remedy: 'Name the namespaces whose owners are meant to deploy.',
      severity: 'high',
      path: [...at, ...is.path],
      subject: ['flag', 'application-namespaces', ...[...added].sort()],
    },
  ];
}

/** A plugin of Argo CD's repo-server: it makes manifests of any repository (argo-cd, cmpserver). */
function plugin(
  former: Mapping | undefined,
  pod: Mapping | undefined,
  container: Mapping,
  at: Path,
): readonly Loosening[] {
  const isPlugin = (each: Mapping) => /argocd-cmp-server\b/.test(strings(each.command).join(' '));
  if (pod === undefined || !isPlugin(container) || (former !== undefined && isPlugin(former))) return [];
  return [
    {
      what: `newly makes manifests by the plugin ${scalarText(container.name)}`,
      remedy:
        'Review the plugin’s image and its configuration: it reads every repository, and decides what is deployed.',
      severity: 'high',
      path: [...at, 'command'],
      subject: ['plugin', scalarText(container.name), scalarText(container.image)],
    },
  ];
}
