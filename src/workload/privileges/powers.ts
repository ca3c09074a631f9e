import { list, type Mapping, mapping, strings } from '../../plain-values.ts';
import { baselineCapabilities } from '../../rbac/model/pod-constraints.ts';
import type { Violation } from '../pod-security/control.ts';
import { isOpenText } from '../pod-security/open-text.ts';
import { containersOf, isSet, type PodContent, type Setter, settersOf, valueAt } from '../pod-security/pod.ts';
import { seccompAnnotations } from '../pod-security/shared.ts';
import { type Found, newest, violationsOf } from '../pod-security/standards.ts';
import { plainPath } from './host-path.ts';

/** One thing that a pod, or a container of it, may do and the level restricted of the standards forbids. */
export interface Power extends Required<Violation> {
  /** The control that forbids it. */
  readonly control: string;
  readonly level: 'baseline' | 'restricted';
  /** Of a path of the node: whether a container can write to it. */
  readonly isWritable: boolean;
  /** Whether a template or a variable fills the field in, so that it may be worse than what is said. */
  readonly isOpen: boolean;
}

/** Capabilities that container runtimes give unless they are dropped (containerd, pkg/oci/spec.go, defaultUnixCaps). */
export const runtimeCapabilities: readonly string[] = [...baselineCapabilities, 'NET_RAW'];

/**
 * What a pod may do by its fields that a level forbids, each container for itself: what the pod states for all its containers
 * counts for those that do not state it themselves, so that it is the same wherever it is written. The level forbids what it does in
 * its newest version, and in the `minor` one as well: newer versions allow some of what older ones forbid.
 */
export function powersOf(
  pod: PodContent,
  level: Power['level'] = 'restricted',
  minor: number = newest,
): readonly Power[] {
  const baseline = [...violationsOfEither(pod, 'baseline', minor), ...annotated(pod)];
  const restricted = level === 'baseline' ? [] : beyond(baseline, violationsOfEither(pod, 'restricted', minor));
  const setters = settersOf(pod);
  const powers = [...baseline, ...restricted]
    .flatMap((found) => inherited(found, setters, isOpenText(valueAt(pod, found.path))))
    .flatMap((power) => precisely(pod, power));
  const roots = new Set(powers.flatMap(({ kind, container }) => (kind === 'root' ? [container] : [])));
  return powers.filter(({ kind, container }) => kind !== 'may be root' || !roots.has(container));
}

function violationsOfEither(pod: PodContent, level: Power['level'], minor: number): readonly Found[] {
  const found = violationsOf(pod, level);
  if (minor >= newest) return found;
  const known = new Set(found.map(keyOf));
  return [...found, ...violationsOf(pod, level, minor).filter((each) => !known.has(keyOf(each)))];
}

/** What restricted alone forbids. */
function beyond(baseline: readonly Found[], restricted: readonly Found[]): readonly Found[] {
  const known = new Set(baseline.map(keyOf));
  return restricted.filter(
    (found) => found.control.level === 'restricted' && !known.has(keyOf(found)) && found.value !== 'hostPath',
  );
}

/** What is done, as text; the container is not part of it. */
export function codeOf({ kind, value, isWritable }: Pick<Power, 'kind' | 'value' | 'isWritable'>): string {
  const mode = kind === 'hostPath' && !isWritable ? ' read-only' : '';
  return value === '' ? kind : `${kind} ${value}${mode}`;
}

function keyOf({ container, kind, value }: Omit<Violation, 'path'>): string {
  return JSON.stringify([container, kind, value]);
}

/** Kubernetes before 1.27 still reads the annotations of seccomp. */
function annotated(pod: PodContent): readonly Found[] {
  const control = { id: 'seccompProfile_baseline', level: 'baseline' } as const;
  return seccompAnnotations(pod).map((violation) => ({ ...violation, control }));
}

/** What the pod states for its containers, as each of them has it; what no container takes over stays the pod's. */
function inherited(found: Found, [, ...containers]: readonly [Setter, ...Setter[]], isOpen: boolean): readonly Power[] {
  const { control, isMissing = false, ...violation } = found;
  const common = { isMissing, control: control.id, level: control.level, isWritable: false, isOpen };
  const power = { ...violation, ...common };
  const [root, context, field = '', inner = ''] = found.path.map(String);
  const isShared = root === 'spec' && context === 'securityContext' && field !== 'sysctls';
  if (found.container !== undefined || !isShared) return [power];
  const states = ({ context: own }: Setter) =>
    isSet(field === 'windowsOptions' ? mapping(own[field])[inner] : own[field]);
  const heirs = containers.filter((each) => !states(each));
  return heirs.length === 0 ? [power] : heirs.map(({ container }) => ({ ...power, container }));
}

/** A power as precisely as it can be said: the capabilities that are kept, whether a path can be written to. */
function precisely(pod: PodContent, power: Power): readonly Power[] {
  switch (power.kind) {
    case 'default capabilities':
      return keptCapabilities(pod, power);
    case 'capability':
      return [{ ...power, value: capabilityName(power.value) }];
    case 'hostPath':
      return [hostPath(pod, power)];
    case 'may be root':
      return [hasOtherUser(pod, power) ? { ...power, kind: 'may become root' } : power];
    default:
      return [power];
  }
}

/** Runtimes take a capability with and without its prefix. */
function capabilityName(name: string): string {
  return name.toUpperCase().replace(/^CAP_/, '');
}

function keptCapabilities(pod: PodContent, power: Power): readonly Power[] {
  const { drop } = mapping(contextOf(pod, power.container).capabilities);
  const dropped = new Set(strings(drop).map(capabilityName));
  return runtimeCapabilities
    .filter((name) => !dropped.has(name))
    .map((value) => ({ ...power, kind: 'default capability', value }));
}

function contextOf(pod: PodContent, container: string | undefined): Mapping {
  return mapping(containersOf(pod).find(({ name }) => name === container)?.value.securityContext);
}

/** Whether the container says that it runs as another user than root. */
function hasOtherUser(pod: PodContent, { container }: Power): boolean {
  const own = contextOf(pod, container).runAsUser;
  const user = isSet(own) ? own : mapping(pod.spec.securityContext).runAsUser;
  return typeof user === 'number' && user > 0;
}

/** A path of the node; it is only read where every container, and every guest of a virtual machine, that has it has it read-only. */
function hostPath(pod: PodContent, power: Power): Power {
  const { name } = mapping(list(pod.spec.volumes)[Number(power.path[2])]);
  const mounts = containersOf(pod).flatMap(({ value }) =>
    list(value.volumeMounts).filter((mount) => mapping(mount).name === name),
  );
  const disks = list(pod.spec.otherMounts).filter((disk) => mapping(disk).name === name);
  // Of a patch that only names the path, what it is laid over mounts it.
  const isElsewhere = pod.isWhole === false && mounts.length + disks.length === 0;
  const isWritable = isElsewhere || [...mounts, ...disks].some((each) => mapping(each).readOnly !== true);
  const { value } = power;
  return { ...power, isWritable, value: plainPath(value) };
}
