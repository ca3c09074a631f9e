import { isMapping, list, mapping } from '../../plain-values.ts';
import type { Control, Revision, Violation } from './control.ts';
import { containersOf, hasOwnUsers, isForWindows, isSet, type PodContent, type Setter, settersOf } from './pod.ts';
import { addedCapabilities, hasSeccompProfile, seccompTypes, unmaskedProc } from './shared.ts';

/** The controls of the level restricted (k8s.io/pod-security-admission, policy/check_*.go). */
export const restrictedControls: readonly Control[] = [
  { id: 'allowPrivilegeEscalation', level: 'restricted', revisions: exceptWindows(8, privilegeEscalation) },
  {
    id: 'capabilities_restricted',
    level: 'restricted',
    insteadOf: 'capabilities_baseline',
    revisions: exceptWindows(22, capabilities),
  },
  {
    id: 'procMount_restricted',
    level: 'restricted',
    insteadOf: 'procMount',
    revisions: [{ since: 35, violations: unmaskedProc }],
  },
  {
    id: 'restrictedVolumes',
    level: 'restricted',
    insteadOf: 'hostPathVolumes',
    revisions: [{ since: 0, violations: volumes }],
  },
  { id: 'runAsNonRoot', level: 'restricted', revisions: exceptOwnUsers(0, mayBeRoot) },
  { id: 'runAsUser', level: 'restricted', revisions: exceptOwnUsers(23, rootUser) },
  {
    id: 'seccompProfile_restricted',
    level: 'restricted',
    insteadOf: 'seccompProfile_baseline',
    revisions: exceptWindows(19, seccomp),
  },
];

type Judge = (pod: PodContent) => readonly Violation[];
type Revisions = readonly [Revision, ...Revision[]];

/** From 1.25 on a pod that says it is for Windows need not state what only Linux has. */
function exceptWindows(since: number, violations: Judge): Revisions {
  return [
    { since, violations },
    { since: 25, violations: (pod) => (isForWindows(pod) ? [] : violations(pod)) },
  ];
}

/** From 1.35 on root in a user namespace of the pod's own is allowed (KEP-127). */
function exceptOwnUsers(since: number, violations: Judge): Revisions {
  return [
    { since, violations },
    { since: 35, violations: (pod) => (hasOwnUsers(pod) ? [] : violations(pod)) },
  ];
}

function privilegeEscalation(pod: PodContent): readonly Violation[] {
  return settersOf(pod)
    .slice(1)
    .flatMap(({ container, context, path }) => {
      const { allowPrivilegeEscalation: value } = context;
      if (value === false) return [];
      const at = [...path, 'allowPrivilegeEscalation'];
      return [{ kind: 'privilege escalation', value: '', container, path: at, isMissing: !isSet(value) }];
    });
}

function capabilities(pod: PodContent): readonly Violation[] {
  const kept = containersOf(pod).flatMap(({ name, value, path }) => {
    const { drop } = mapping(mapping(value.securityContext).capabilities);
    if (list(drop).includes('ALL')) return [];
    const at = [...path, 'securityContext', 'capabilities', 'drop'];
    return [{ kind: 'default capabilities', value: '', container: name, path: at, isMissing: true }];
  });
  return [...kept, ...addedCapabilities(pod, (name) => name === 'NET_BIND_SERVICE')];
}

/** Kinds of volumes that hold nothing of the node's or of another machine's. A volume that names none is an emptyDir. */
const volumeKinds: ReadonlySet<string> = new Set([
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'image',
  'persistentVolumeClaim',
  'projected',
  'secret',
]);

function volumes({ spec }: PodContent): readonly Violation[] {
  return list(spec.volumes).flatMap((volume, index) => {
    const kinds = Object.entries(mapping(volume)).flatMap(([key, value]) =>
      key !== 'name' && isSet(value) && (isMapping(value) || value !== '') ? [key] : [],
    );
    const [kind] = kinds;
    if (kind === undefined || kinds.some((each) => volumeKinds.has(each))) return [];
    return [{ kind: 'volume', value: kind, container: undefined, path: ['spec', 'volumes', index, kind] }];
  });
}

/** Who says that root is fine, else the containers for which nobody says that it is not. */
function mayBeRoot(pod: PodContent): readonly Violation[] {
  const setters = settersOf(pod);
  const [own] = setters;
  const isSaid = own.context.runAsNonRoot === true;
  return setters.flatMap(({ container, context, path }: Setter) => {
    const { runAsNonRoot } = context;
    const at = [...path, 'runAsNonRoot'];
    if (isSet(runAsNonRoot))
      return runAsNonRoot === true ? [] : [{ kind: 'may be root', value: '', container, path: at }];
    if (container === undefined || isSaid) return [];
    return [{ kind: 'may be root', value: '', container, path: at, isMissing: true }];
  });
}

function rootUser(pod: PodContent): readonly Violation[] {
  return settersOf(pod).flatMap(({ container, context, path }) =>
    context.runAsUser === 0 ? [{ kind: 'root', value: '', container, path: [...path, 'runAsUser'] }] : [],
  );
}

/** Profiles that are not allowed, and containers for which neither they nor the pod state one. */
function seccomp(pod: PodContent): readonly Violation[] {
  const [own, ...containers] = settersOf(pod);
  const isSaid = hasSeccompProfile(own.context.seccompProfile);
  const missing = containers.flatMap(({ container, context, path }) =>
    isSet(context.seccompProfile) || isSaid
      ? []
      : [{ kind: 'no seccomp', value: '', container, path: [...path, 'seccompProfile'], isMissing: true }],
  );
  return [...seccompTypes(pod), ...missing];
}
