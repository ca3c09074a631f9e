import { lower, type Severity } from '../../severity.ts';
import { type Container, containersOf, type PodContent } from '../pod-security/pod.ts';
import { severityOf } from './danger.ts';
import { isInside } from './host-path.ts';
import { type ContainerPair, pairContainers } from './pair-containers.ts';
import { codeOf, type Power, powersOf } from './powers.ts';
import { isSameButWhatRuns } from './same-frame.ts';

/** A power that a pod has after the change and had not before. */
export interface GainedPower extends Power {
  readonly severity: Severity;
  /** The container as it was called before; undefined for what is the pod's, and for a new container. */
  readonly formerContainer: string | undefined;
}

type Powers = readonly Power[];

/**
 * What a pod may newly do, container by container: what a container of another name did in its place before, or what
 * another power holds already, is none. The levels are as powersOf has them for the version `minor`. A new container without the level restricted's fields is none either in a pod whose other
 * containers lack them too. Where a container was privileged already, the rest is one step less bad.
 */
export function gainedPowers(before: PodContent, after: PodContent, minor: number): readonly GainedPower[] {
  if (isSameButWhatRuns(before, after)) return [];
  const [old, now] = [before, after].map((pod) => powersOf(pod, 'restricted', minor)) as [Powers, Powers];
  const heldBy = (name: string | undefined) =>
    old.filter(({ container }) => container === undefined || container === name);
  const gainedBy = (was: Container | undefined, is: Container) =>
    uncovered(
      now.filter(({ container }) => container === is.name),
      heldBy(was?.name),
    );
  const pairs = pairContainers(containersOf(before), containersOf(after), (was, is) => gainedBy(was, is).length);
  const ofPod = uncovered(now.filter(isOfNone(pairs)), old);
  const isOwner = old.some(({ kind }) => kind === 'privileged' || kind === 'hostProcess');
  const known = new Set(old.map(codeOf));
  const gained = [
    ...ofPod.map((power) => ({ power, was: undefined })),
    ...pairs.flatMap(({ before: was, after: is }) =>
      gainedBy(was, is)
        .filter((power) => was !== undefined || power.level === 'baseline' || uncovered([power], old).length > 0)
        .map((power) => ({ power, was })),
    ),
  ];
  return withoutImplied(gained).map(({ power, was }) => {
    const isKnown = isOwner || (was === undefined && known.has(codeOf(power)));
    const severity = severityOf(power);
    return { ...power, severity: isKnown ? lower(severity) : severity, formerContainer: was?.name };
  });
}

/** Without what a container that is newly privileged has by that. */
function withoutImplied<G extends { readonly power: Power }>(gained: readonly G[]): readonly G[] {
  const privileged = new Set(gained.flatMap(({ power }) => (power.kind === 'privileged' ? [power.container] : [])));
  return gained.filter(({ power }) => !privileged.has(power.container) || !ofPrivileged.has(power.kind));
}

/** Powers of the pod as a whole, and those that name a container which is not there. */
function isOfNone(pairs: readonly ContainerPair[]): (power: Power) => boolean {
  const names = new Set(pairs.map(({ after }) => after.name));
  return ({ container }) => container === undefined || !names.has(container);
}

function uncovered(powers: readonly Power[], held: readonly Power[]): readonly Power[] {
  const codes = new Set(held.map(codeOf));
  return powers.filter((power) => !codes.has(codeOf(power)) && !held.some((each) => covers(each, power)));
}

/** What a privileged container has whatever else its fields say (kubelet, pkg/kubelet/kuberuntime/security_context.go). */
const ofPrivileged: ReadonlySet<string> = new Set([
  'appArmor',
  'capability',
  'default capability',
  'no seccomp',
  'privilege escalation',
  'procMount',
  'seLinux role',
  'seLinux type',
  'seLinux user',
  'seccomp',
]);

const others: Readonly<Record<string, readonly string[]>> = {
  'may be root': ['root'],
  'may become root': ['may be root', 'root'],
  'no seccomp': ['seccomp'],
};

/** Whether who has the one has the other by it. */
function covers(held: Power, { kind, value, level, isWritable }: Power): boolean {
  if (held.kind === 'privileged' && ofPrivileged.has(kind)) return true;
  if (kind === 'hostPath' && held.kind === 'hostPath') {
    return isInside(value, held.value) && (held.isWritable || !isWritable);
  }
  if (kind === 'capability' || kind === 'default capability') {
    if (held.kind === 'capability') return held.value === value || held.value === 'ALL';
    // Of those that some runtimes give by themselves, not all do.
    return held.kind === 'default capability' && held.value === value && level === 'restricted';
  }
  return others[kind]?.includes(held.kind) === true;
}

/** What a pod that was not there before may do and a level forbids in its newest version or in the `minor` one. */
export function initialPowers(pod: PodContent, level: Power['level'], minor: number): readonly GainedPower[] {
  return powersOf(pod, level, minor).map((power) => ({
    ...power,
    severity: severityOf(power),
    formerContainer: undefined,
  }));
}
