import type { Resource } from '../../kube/resource.ts';
import { isMapping, list, type Mapping, mapping, scalarText, strings, text } from '../../plain-values.ts';
import { constraintsAllow, type PodPower, podSecurityPolicyAllows } from '../../rbac/model/pod-constraints.ts';
import { isSecurityConstraints } from '../../rbac/read/security-constraints.ts';
import type { Path } from '../../yaml/document.ts';
import { runtimeCapabilities } from '../privileges/powers.ts';

/** One thing that constraints on pods let them do. */
export interface Allowance {
  /** What is allowed: `volume`, `keep`. */
  readonly kind: string;
  /** Which one; `*` for any, empty where there is nothing to choose. */
  readonly value: string;
  /** Completes "lets pods …", with the value or values in the place of `#`. */
  readonly what: string;
  /** From the object to the field that allows it. */
  readonly path: Path;
  /** What RBAC's family weighs as well: whoever may use it gains it. */
  readonly power?: PodPower;
}

/** Fields of constraints, and where they are in the object. */
interface Fields {
  readonly at: Mapping;
  readonly root: Path;
}

/**
 * What constraints on pods let them do: SecurityContextConstraints of OpenShift (openshift/api security/v1), and a
 * PodSecurityPolicy (policy/v1beta1, in Kubernetes until 1.24). Undefined for other objects.
 */
export function allowancesOf(resource: Resource): readonly Allowance[] | undefined {
  const { value, kind } = resource;
  if (isSecurityConstraints(resource)) {
    const fields = { at: value, root: [] };
    return [
      ...constraintsAllow(value).map(fromPower),
      ...anyUser(value),
      ...common(fields, 'type', ['seLinuxContext', 'fsGroup', 'supplementalGroups']),
      ...items(fields, 'seccompProfiles', 'seccomp', 'run under the seccomp profile #', defaultProfiles),
      // Pods share the users of the node unless it demands otherwise (openshift/api security/v1, NamespaceLevelType).
      ...(value.userNamespaceLevel === 'RequirePodLevel'
        ? []
        : [{ kind: 'users', value: '', what: 'run as users of the node', path: ['userNamespaceLevel'] }]),
    ];
  }
  if (kind !== 'PodSecurityPolicy') return undefined;
  const fields = { at: mapping(value.spec), root: ['spec'] };
  const annotations = { at: mapping(mapping(value.metadata).annotations), root: ['metadata', 'annotations'] };
  return [
    ...podSecurityPolicyAllows(fields.at).map(fromPower),
    ...common(fields, 'rule', ['seLinux', 'fsGroup', 'supplementalGroups', 'runAsGroup']),
    ...hostPaths(fields),
    ...hostPorts(fields),
    ...items(fields, 'allowedProcMountTypes', 'procMount', 'see /proc #', ['Default']),
    ...profiles(annotations, 'seccomp', 'seccomp.security.alpha.kubernetes.io/allowedProfileNames'),
    ...profiles(annotations, 'AppArmor', 'apparmor.security.beta.kubernetes.io/allowedProfileNames'),
  ];
}

/** What the one lets pods do and the other does not; that any is allowed covers each. */
export function newAllowances(before: readonly Allowance[], after: readonly Allowance[]): readonly Allowance[] {
  const keyOf = (kind: string, value: string) => JSON.stringify([kind, value]);
  const known = new Set(before.map(({ kind, value }) => keyOf(kind, value)));
  const isCovered = (kind: string) => kind === 'user' && known.has(keyOf('root', ''));
  return after.filter(
    ({ kind, value }) => !known.has(keyOf(kind, value)) && !known.has(keyOf(kind, '*')) && !isCovered(kind),
  );
}

/** Neither one user, nor those of the namespace alone (openshift/api security/v1, RunAsUserStrategyOptions); with root it is a power. */
function anyUser(constraints: Mapping): readonly Allowance[] {
  const type = scalarText(mapping(constraints.runAsUser).type) || 'RunAsAny';
  const isRoot = constraintsAllow(constraints).some(({ code }) => code === 'root');
  if (isRoot || !['RunAsAny', 'MustRunAsNonRoot'].includes(type)) return [];
  return [{ kind: 'user', value: '', what: 'choose any user but root', path: ['runAsUser'] }];
}

const defaultProfiles = ['runtime/default', 'docker/default'];

function fromPower(power: PodPower): Allowance {
  const { code, what, path } = power;
  const capability = /^capability (.*)$/.exec(code)?.[1];
  if (capability === undefined) return { kind: code, value: '', what, path, power };
  const value = capability === 'ALL' ? '*' : capability;
  return { kind: 'capability', value, what: 'have the capability #', path, power };
}

/** What both kinds say alike. Processes may gain privileges unless it is said otherwise. */
function common({ at, root }: Fields, strategy: string, names: readonly string[]): readonly Allowance[] {
  const one = (kind: string, what: string, field: string) => ({ kind, value: '', what, path: [...root, field] });
  return [
    ...(at.allowPrivilegeEscalation === false
      ? []
      : [one('escalation', 'gain privileges (allowPrivilegeEscalation)', 'allowPrivilegeEscalation')]),
    ...names
      .filter((name) => !isMapping(at[name]) || mapping(at[name])[strategy] === 'RunAsAny')
      .map((name) => ({ kind: 'any', value: name, what: 'choose any #', path: [...root, name] })),
    ...items({ at, root }, 'volumes', 'volume', 'mount volumes of the type #', plainVolumes),
    ...(mounts(at, 'flexVolume') ? flexVolumes({ at, root }) : []),
    ...items({ at, root }, 'allowedUnsafeSysctls', 'sysctl', 'set the sysctl #', []),
    ...kept({ at, root }),
    ...(at.readOnlyRootFilesystem === true
      ? []
      : [one('writable root', 'write to their root filesystem', 'readOnlyRootFilesystem')]),
  ];
}

/** Volumes that hold nothing of the node's or of another machine's; and the node's own, which is a power. */
const plainVolumes = [
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'hostPath',
  'image',
  'none',
  'persistentVolumeClaim',
  'projected',
  'secret',
];

function mounts(at: Mapping, volume: string): boolean {
  return strings(at.volumes).some((each) => each === '*' || each === volume);
}

/** The items of a list of names that are not among the harmless ones. */
function items(
  { at, root }: Fields,
  field: string,
  kind: string,
  what: string,
  harmless: readonly string[],
): readonly Allowance[] {
  return list(at[field]).flatMap((item, index) => {
    const value = scalarText(item);
    return harmless.includes(value) ? [] : [{ kind, value, what, path: [...root, field, index] }];
  });
}

/** An empty list names none, and so allows any. */
function named(fields: Fields, field: string, kind: string, what: string, nameOf: (item: Mapping) => string) {
  const path = [...fields.root, field];
  const entries = list(fields.at[field]).map((item, index) => ({
    kind,
    value: nameOf(mapping(item)),
    what,
    path: [...path, index],
  }));
  return entries.length > 0 ? entries : [{ kind, value: '*', what, path }];
}

function flexVolumes(fields: Fields): readonly Allowance[] {
  const nameOf = ({ driver }: Mapping) => scalarText(driver);
  return named(fields, 'allowedFlexVolumes', 'flexVolume', 'mount volumes of the driver #', nameOf);
}

function hostPaths(fields: Fields): readonly Allowance[] {
  if (!mounts(fields.at, 'hostPath')) return [];
  const nameOf = ({ pathPrefix, readOnly }: Mapping) =>
    `${scalarText(pathPrefix)}${readOnly === true ? ' (read-only)' : ''}`;
  return named(fields, 'allowedHostPaths', 'path', 'mount # of the node', nameOf);
}

function hostPorts({ at, root }: Fields): readonly Allowance[] {
  return list(at.hostPorts).map((range, index) => {
    const { min, max } = mapping(range);
    const value = `${scalarText(min)}-${scalarText(max)}`;
    return { kind: 'port', value, what: 'use the ports # of the node', path: [...root, 'hostPorts', index] };
  });
}

/** Capabilities of the runtime's that are not taken from every pod. */
function kept({ at, root }: Fields): readonly Allowance[] {
  const dropped = strings(at.requiredDropCapabilities);
  if (dropped.includes('ALL')) return [];
  return runtimeCapabilities
    .filter((name) => !dropped.includes(name))
    .map((value) => ({
      kind: 'keep',
      value,
      what: 'keep the capability #',
      path: [...root, 'requiredDropCapabilities'],
    }));
}

/** Profiles that an annotation allows, any where there is none. */
function profiles({ at, root }: Fields, name: string, key: string): readonly Allowance[] {
  const stated = text(at[key]);
  const values = stated === undefined ? ['*'] : stated.split(',').map((each) => each.trim());
  return values
    .filter((value) => !defaultProfiles.includes(value))
    .map((value) => ({ kind: name, value, what: `run under the ${name} profile #`, path: [...root, key] }));
}
