import { list, mapping, scalarText } from '../../plain-values.ts';
import type { Violation } from './control.ts';
import { containersOf, isSet, type PodContent, settersOf } from './pod.ts';

/** Capabilities that containers add beyond those that are allowed. */
export function addedCapabilities(pod: PodContent, isAllowed: (name: string) => boolean): readonly Violation[] {
  return containersOf(pod).flatMap(({ name: container, value, path }) =>
    list(mapping(mapping(value.securityContext).capabilities).add).flatMap((item, index) => {
      const name = scalarText(item);
      if (isAllowed(name)) return [];
      const at = [...path, 'securityContext', 'capabilities', 'add', index];
      return [{ kind: 'capability', value: name, container, path: at }];
    }),
  );
}

/** Containers that see parts of /proc which runtimes mask. */
export function unmaskedProc(pod: PodContent): readonly Violation[] {
  return settersOf(pod)
    .slice(1)
    .flatMap(({ container, context, path }) => {
      const { procMount } = context;
      if (!isSet(procMount) || procMount === 'Default') return [];
      return [{ kind: 'procMount', value: scalarText(procMount), container, path: [...path, 'procMount'] }];
    });
}

/** Profiles of seccomp that are stated and are neither the runtime's own nor one of the node's files. */
export function seccompTypes(pod: PodContent): readonly Violation[] {
  return settersOf(pod).flatMap(({ container, context, path }) => {
    if (!isSet(context.seccompProfile) || hasSeccompProfile(context.seccompProfile)) return [];
    const type = scalarText(mapping(context.seccompProfile).type);
    return [{ kind: 'seccomp', value: type, container, path: [...path, 'seccompProfile', 'type'] }];
  });
}

/** Whether a stated profile of seccomp is one that the standards allow. */
export function hasSeccompProfile(profile: unknown): boolean {
  const { type } = mapping(profile);
  return type === 'RuntimeDefault' || type === 'Localhost';
}

const podAnnotation = 'seccomp.security.alpha.kubernetes.io/pod';
const containerAnnotation = 'container.seccomp.security.alpha.kubernetes.io/';

/** The same as annotations, before there were fields. */
export function seccompAnnotations(pod: PodContent): readonly Violation[] {
  const keys = [
    { container: undefined, key: podAnnotation },
    ...containersOf(pod).map(({ name }) => ({ container: name, key: `${containerAnnotation}${name}` })),
  ];
  return keys.flatMap(({ container, key }) => {
    const value = mapping(pod.metadata.annotations)[key];
    if (value === undefined) return [];
    const profile = scalarText(value);
    if (profile === 'runtime/default' || profile === 'docker/default' || profile.startsWith('localhost/')) return [];
    const type = profile === 'unconfined' ? 'Unconfined' : profile;
    return [{ kind: 'seccomp', value: type, container, path: ['metadata', 'annotations', key] }];
  });
}
