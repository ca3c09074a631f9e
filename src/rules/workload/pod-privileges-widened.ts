import { clipped } from '../../clipped.ts';
import { groupBy } from '../../groups.ts';
import type { Scope } from '../../kube/touched-file.ts';
import { enumerate } from '../../rbac/judge/sentence.ts';
import { worse } from '../../severity.ts';
import { podIdentity, podName } from '../../workload/judge/pod-name.ts';
import { isDefined, type PlacedPower, type PodPrivileges } from '../../workload/judge/pod-privileges.ts';
import type { Pod } from '../../workload/model/pod.ts';
import type { LostLimit } from '../../workload/privileges/limits.ts';
import { codeOf } from '../../workload/privileges/powers.ts';
import type { LostSandbox } from '../../workload/privileges/sandbox.ts';
import { phrases, references, remedies } from '../../workload/privileges/wording.ts';
import { observeLoosened } from '../observe-loosened.ts';
import { joinCopies } from '../rbac/join-copies.ts';
import type { Observation, Rule } from '../rule.ts';
import { ofManyObjects } from './of-many-objects.ts';

/** A pod may do more on its node than before, or than its namespace lets pods do. */
export const podPrivilegesWidened: Rule = {
  id: 'pod-privileges-widened',
  category: 'workload',
  severity: 'high',
  summary:
    'A pod may do more on its node: it is privileged, mounts a path of the node, runs as root, has no limits or sandbox.',
  check: ({ workloads, change }) =>
    joinCopies(
      [
        ...perLine([...workloads.privileges].flatMap(([scope, pods]) => observe(scope, pods))),
        ...observeLoosened(workloads.volumes, ofVolumes),
      ],
      change.touched,
    ),
};

/** One line that does as much for many objects, as a patch for all of a kind does, is one finding. */
function perLine(observations: readonly Observation[]): readonly Observation[] {
  return ofManyObjects(
    observations,
    ({ severity, scope, position }) => JSON.stringify([severity, scope, position]),
    ({ message }, others) => `${message.replace(/\.$/, '')}; the same line does as much for ${others} more objects.`,
  );
}

const ofVolumes = ['CIS 5.2.12'];

function observe(scope: Scope, pods: readonly PodPrivileges[]): readonly Observation[] {
  return [
    ...joined(pods).map(({ privileges, powers }) => observePowers(scope, privileges, powers)),
    ...pods.flatMap((each) => each.limits.map((limit) => observeLimit(scope, each, limit))),
    ...pods.flatMap(({ pod, sandbox }) => (sandbox === undefined ? [] : [observeSandbox(scope, pod, sandbox)])),
  ];
}

/** Powers of a pod that are one finding. */
interface Cause {
  readonly privileges: PodPrivileges;
  readonly powers: readonly PlacedPower[];
}

/** What one place gives several pods of an object, as the defaults of a workflow's templates do, is one finding about the object. */
function joined(pods: readonly PodPrivileges[]): readonly Cause[] {
  const all = pods.flatMap((privileges) => causes(privileges).map((powers) => ({ privileges, powers })));
  const groups = groupBy(all, ({ privileges: { pod, isNew }, powers }) => {
    const { file, group, kind, namespace, name } = pod.resource;
    const given = powers.map((power) => [lineOf(power), power.container ?? '', codeOf(power)]);
    return JSON.stringify([file, group, kind, namespace, name, isNew, pod.isWhole, given]);
  });
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (first === undefined || others.length === 0) return first ?? [];
    const { privileges } = first;
    return { ...first, privileges: { ...privileges, pod: { ...privileges.pod, part: '' } } };
  });
}

/**
 * What is one finding: of a new pod all of it; of a changed one what each control of baseline forbids, and all that restricted
 * alone does.
 */
function causes({ isNew, powers }: PodPrivileges): readonly (readonly PlacedPower[])[] {
  const groups = groupBy(powers, ({ level, control }) => (isNew ? 'new' : level === 'baseline' ? control : level));
  return [...groups.values()];
}

function observePowers(scope: Scope, privileges: PodPrivileges, powers: readonly PlacedPower[]): Observation {
  const { pod, isNew, level } = privileges;
  const said = enumerate(phrases(powers));
  const isNewPod = isNew && isDefined(pod);
  const [first] = powers as readonly [PlacedPower, ...PlacedPower[]];
  const { position, removedAt } = first;
  const places = placesOf(powers);
  const details = [
    ...(isNewPod ? [newness(level)] : []),
    ...(powers.some(({ isOpen }) => isOpen)
      ? ['What a template or a variable fills in is not known here: it counts as the worst.']
      : []),
  ];
  return {
    message: isNewPod ? `${podName(pod)} is new and ${said}.` : `${podName(pod)} newly ${said}.`,
    remedy: `${remedies(powers).join(' ')} What is meant can be accepted in .gitops-gate/policy.yaml.`,
    ...(details.length === 0 ? {} : { details }),
    references: references(powers),
    severity: powers.map(({ severity }) => severity).reduce(worse),
    position,
    ...(places.length === 0 ? {} : { places }),
    ...(removedAt === undefined ? {} : { removedAt }),
    scope,
    object: podIdentity(pod),
    subject: [pod.part, ...new Set(powers.map((power) => `${power.container ?? ''} ${codeOf(power)}`))].sort(),
  };
}

/** The other places, each line once. */
function placesOf([first, ...others]: readonly PlacedPower[]): readonly PlacedPower['position'][] {
  const seen = new Set([lineOf(first)]);
  return others.flatMap((power) => {
    if (seen.has(lineOf(power))) return [];
    seen.add(lineOf(power));
    return power.position;
  });
}

function lineOf(power: PlacedPower | undefined): string {
  return `${power?.position.file}:${power?.position.line}`;
}

function newness(level: PodPrivileges['level']): string {
  if (level === 'privileged') return 'Its namespace is there for privileged pods: reported two severities lower.';
  const by = level === undefined ? 'the level baseline' : `the level that its namespace enforces, ${level}`;
  return `A new workload is judged by ${by}, and reported one severity lower.`;
}

function observeLimit(scope: Scope, { pod }: PodPrivileges, limit: LostLimit): Observation {
  const { container, resources, position, removedAt } = limit;
  return {
    message: `${podName(pod)} no longer limits the ${enumerate(resources)} of container ${container}.`,
    remedy: 'Keep a limit: without it one pod can take from its node what the others need.',
    severity: 'low',
    position,
    removedAt,
    scope,
    object: podIdentity(pod),
    subject: [pod.part, 'limits', container, ...resources],
  };
}

function observeSandbox(scope: Scope, pod: Pod, { former, now, position, removedAt }: LostSandbox): Observation {
  const name = clipped(former, 100);
  const instead = now === undefined ? '' : `, but for ${clipped(now, 100)}`;
  return {
    message: `${podName(pod)} no longer asks for the RuntimeClass ${name}${instead}: it may newly use the kernel of its node without a sandbox.`,
    remedy: `Keep runtimeClassName: ${name}, or another RuntimeClass with a sandbox.`,
    severity: 'medium',
    position,
    removedAt,
    scope,
    object: podIdentity(pod),
    subject: [pod.part, 'sandbox', former],
  };
}
