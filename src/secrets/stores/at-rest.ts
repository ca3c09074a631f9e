import { type LoosenedObject, type Loosening, loosenedObject } from '../../kube/loosening.ts';
import type { Resource } from '../../kube/resource.ts';
import type { ScopeObjects } from '../../kube/scope.ts';
import type { Scope } from '../../kube/touched-file.ts';
import {
  apiServerFlagLoosened,
  encryptionLoosened,
  isEncryptionConfiguration,
  storeSettingsLoosened,
} from './encryption-at-rest.ts';
import { pairResources } from './pairs.ts';

/** Compares what is encrypted in the stores of clusters, by scope. */
export function analyseAtRest(
  objects: ReadonlyMap<Scope, ScopeObjects>,
): ReadonlyMap<Scope, readonly LoosenedObject[]> {
  return new Map(
    [...objects].map(([scope, { before, after }]) => [
      scope,
      pairResources(before.filter(decides), after.filter(decides)).flatMap(({ before: was, after: is }) =>
        was === undefined ? [] : loosenedObject(was, is, loosened(was, is)).map(withoutName),
      ),
    ]),
  );
}

const configurations = /^(?:APIServer|Cluster|ClusterConfig|ClusterConfiguration|ContainerCluster)$/;

function decides({ kind, name }: Resource): boolean {
  return isEncryptionConfiguration(kind) || configurations.test(kind) || (kind === 'Pod' && /apiserver/.test(name));
}

function loosened(before: Resource, after: Resource | undefined): readonly Loosening[] {
  if (isEncryptionConfiguration(before.kind)) return encryptionLoosened(before.value, after?.value);
  if (after === undefined) return [];
  return before.kind === 'Pod'
    ? apiServerFlagLoosened(before.value, after.value)
    : storeSettingsLoosened(before.kind, before.value, after.value);
}

/** A configuration of the API server has no name. */
function withoutName(object: LoosenedObject): LoosenedObject {
  const { resource } = object;
  return resource?.name === '' ? { ...object, called: resource.kind } : object;
}
