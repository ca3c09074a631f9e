import { mapping, text } from '../../plain-values.ts';
import type { Resource } from '../resource.ts';
import type { ScopeObjects } from '../scope.ts';
import { identityKey } from './identity-key.ts';

const helmHook = 'helm.sh/hook';
const argoHook = 'argocd.argoproj.io/hook';

/**
 * Whether an object is a hook, and so no part of what its release or Application keeps: with `helm.sh/hook`, also of a name that Helm does not
 * know (helm, release/v1/util/manifest_sorter.go) and for Argo CD outside charts as well (gitops-engine, sync/hook/hook.go). A hook of
 * Argo CD in the phase Sync is there afterwards unless it is deleted then; what is only skipped stays as it is.
 */
function isHook({ value }: Resource): boolean {
  const annotations = mapping(mapping(value.metadata).annotations);
  if (annotations[helmHook] !== undefined) return true;
  const phases = text(annotations[argoHook]);
  if (phases === undefined) return false;
  const types = wordsOf(phases).filter((type) => argoTypes.includes(type));
  if (types.length === 1 && types[0] === 'Skip') return false;
  return !types.includes('Sync') || wordsOf(text(annotations[`${argoHook}-delete-policy`])).includes('HookSucceeded');
}

const argoTypes = ['PreSync', 'Sync', 'PostSync', 'SyncFail', 'Skip'];

function wordsOf(list = ''): readonly string[] {
  return list.split(',').map((word) => word.trim());
}

/** Whether Helm leaves what is in the cluster where it is (helm, kube/client.go): the former object says so. */
function isKept({ value }: Resource): boolean {
  return mapping(mapping(value.metadata).annotations)['helm.sh/resource-policy'] === 'keep';
}

/** The objects without those that the change makes hooks of; undefined where it makes none. */
export function withoutNewHooks(sides: ScopeObjects): ScopeObjects | undefined {
  const { before, after } = sides;
  const hooks = after.filter(isHook);
  const known = new Set(before);
  const staying = new Set(before.filter((each) => isHook(each) || isKept(each)).map(identityKey));
  const gone = new Set(hooks.filter((each) => !known.has(each) && !staying.has(identityKey(each))));
  return gone.size === 0 ? undefined : { ...sides, after: after.filter((each) => !gone.has(each)) };
}
