import { identityKey } from '../../kube/identity/identity-key.ts';
import type { Position } from '../../kube/resource.ts';
import type { ScopeObjects } from '../../kube/scope.ts';
import { compareSeverity, lower } from '../../severity.ts';
import type { PodChange } from '../model/pair-pods.ts';
import { mayBePatch, type Pod } from '../model/pod.ts';
import { namespaceLevels } from '../namespaces/namespace-levels.ts';
import { judgedMinor, type LevelVersion } from '../namespaces/pod-security-labels.ts';
import type { Level } from '../pod-security/control.ts';
import { hasOwnUsers } from '../pod-security/pod.ts';
import { controlsOf, newest } from '../pod-security/standards.ts';
import { formerPath } from '../privileges/former-path.ts';
import { type GainedPower, gainedPowers, initialPowers } from '../privileges/gained-powers.ts';
import { type LostLimit, lostLimits } from '../privileges/limits.ts';
import { type LostSandbox, lostSandbox } from '../privileges/sandbox.ts';

/** A power that a pod newly has, and where it is written. */
export interface PlacedPower extends GainedPower {
  readonly position: Position;
  /** Where the field was that took it away. */
  readonly removedAt: Position | undefined;
}

/** What a pod may newly do on its node. */
export interface PodPrivileges {
  readonly pod: Pod;
  /** Whether the pod itself is new. */
  readonly isNew: boolean;
  /** The level that the namespace of a new pod enforces; undefined where nothing here says so. */
  readonly level: Level | undefined;
  /** The worst first. */
  readonly powers: readonly PlacedPower[];
  readonly limits: readonly LostLimit[];
  readonly sandbox: LostSandbox | undefined;
}

/** What the pods of a scope may newly do; those that gain nothing are left out. */
export function podPrivileges(changes: readonly PodChange[], objects: ScopeObjects): readonly PodPrivileges[] {
  const levelOf = namespaceLevels(objects);
  const wasThere = knownObjects(objects);
  return changes.flatMap(({ before, after }): readonly PodPrivileges[] => {
    if (after === undefined) return [];
    const former = before ?? (!after.isWhole && wasThere(after) ? { ...after, spec: {}, metadata: {} } : undefined);
    const found =
      former === undefined
        ? ofNew(after, levelOf(after.namespace))
        : ofChanged(former, after, levelOf(after.namespace));
    const { powers, limits, sandbox } = found;
    return powers.length === 0 && limits.length === 0 && sandbox === undefined ? [] : [found];
  });
}

/** Whether the object of a pod was there before: one that begins to say something of its pods said nothing of them. */
function knownObjects({ before }: ScopeObjects): (pod: Pod) => boolean {
  let known: ReadonlySet<string> | undefined;
  return ({ resource }) => {
    known ??= new Set(before.map(identityKey));
    return known.has(identityKey(resource));
  };
}

/** The same of what values of charts say of pods: what they leave out, the chart may say. */
export function valuesPrivileges(changes: readonly PodChange[], objects: ScopeObjects): readonly PodPrivileges[] {
  return podPrivileges(changes, objects).flatMap((found) => {
    const powers = found.powers.filter(({ isMissing }) => !isMissing);
    return powers.length === 0 ? [] : [{ ...found, powers, limits: [], sandbox: undefined }];
  });
}

function ofChanged(before: Pod, after: Pod, enforced: LevelVersion | undefined): PodPrivileges {
  // Of a container that is new in a part of a pod, what it leaves out may be said where the rest is.
  const isOpen = ({ isMissing, formerContainer }: GainedPower) =>
    isMissing && formerContainer === undefined && !after.isWhole;
  const gained = gainedPowers(before, after, enforcedMinor(enforced)).filter(
    (power) => !isLetPass(after, power, enforced) && !isOpen(power),
  );
  const placed = gained.map((power) => {
    const former = power.isMissing ? formerPath(before, power) : undefined;
    const isOfPod = former?.[1] === 'securityContext';
    return {
      ...power,
      position: positionOf(after, isOfPod ? former : power.path),
      removedAt: former && positionOf(before, former),
    };
  });
  return {
    pod: after,
    isNew: false,
    level: undefined,
    powers: worstFirst(placed),
    limits: lostLimits(before, after),
    sandbox: lostSandbox(before, after),
  };
}

/**
 * A new pod is judged as if it had been nothing: by baseline, or by restricted where its namespace enforces that, one step less
 * bad, and two where the namespace is there for privileged pods. What only adds to a pod that is elsewhere is not new.
 */
function ofNew(pod: Pod, enforced: LevelVersion | undefined): PodPrivileges {
  const level = enforced?.level;
  const minor = enforcedMinor(enforced);
  const demanded = ['baseline', ...(level === 'restricted' ? ['restricted' as const] : [])] as const;
  const judging = new Set(demanded.flatMap((each) => controlsOf(each, minor).map(({ control }) => control.id)));
  const steps = isDefined(pod) ? (level === 'privileged' ? 2 : 1) : 0;
  const powers = initialPowers(pod, level === 'restricted' ? level : 'baseline', minor)
    .filter((power) => judging.has(power.control))
    .filter(({ isMissing }) => pod.isWhole || !isMissing)
    .map((power) => ({
      ...power,
      severity: lower(power.severity, steps),
      position: positionOf(pod, power.path),
      removedAt: undefined,
    }));
  return { pod, isNew: true, level, powers: worstFirst(powers), limits: [], sandbox: undefined };
}

/** Whether the object says what runs in the pod, so that it is no patch of one that may be elsewhere. */
export function isDefined(pod: Pod): boolean {
  return pod.isWhole || !mayBePatch(pod);
}

/** The version by which a namespace judges pods, where it judges them at all. */
function enforcedMinor(enforced: LevelVersion | undefined): number {
  return enforced === undefined || enforced.level === 'privileged' ? newest : judgedMinor(enforced);
}

/**
 * Of all that restricted forbids only an unmasked /proc is what baseline began to let pass, in a user namespace of the pod's own
 * (policy/check_procMount_baseline.go, from v1.35 on): in a namespace that enforces baseline, that is what is meant.
 */
function isLetPass(pod: Pod, { control }: GainedPower, enforced: LevelVersion | undefined): boolean {
  return control === 'procMount_restricted' && hasOwnUsers(pod) && enforced?.level === 'baseline';
}

function positionOf(pod: Pod, [root, ...path]: GainedPower['path']): Position {
  return root === 'metadata' ? pod.metadataAt(path) : pod.at(path);
}

function worstFirst(powers: readonly PlacedPower[]): readonly PlacedPower[] {
  return [...powers].sort((a, b) => compareSeverity(a.severity, b.severity));
}
