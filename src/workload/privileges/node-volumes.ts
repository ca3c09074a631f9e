import { type LoosenedObject, loosenedObject } from '../../kube/loosening.ts';
import type { Resource } from '../../kube/resource.ts';
import type { ScopeObjects } from '../../kube/scope.ts';
import { text, valueUnder } from '../../plain-values.ts';
import { lower } from '../../severity.ts';
import { judgePairs, pairResources } from '../model/pair-objects.ts';
import { isOpenText } from '../pod-security/open-text.ts';
import { hostPathSeverity, isInside, plainPath } from './host-path.ts';

/** A path of a node, and where a volume states it. */
interface NodePath {
  readonly value: string;
  readonly path: readonly string[];
}

/**
 * The PersistentVolumes of a scope that newly are a path of a node: whoever claims one has the path in a pod, and no level of the Pod
 * Security Standards looks at that. A new one is one step less bad, as a new pod is. Disks of a node (`local`) are meant for data: they
 * count where the path gives the node away.
 */
export function nodeVolumes({ before, after }: ScopeObjects): readonly LoosenedObject[] {
  const pairs = pairResources(before.filter(isVolume), after.filter(isVolume));
  // Under another name it is the same path.
  const left = pairs.flatMap(({ before: was, after: is }) =>
    was === undefined || is !== undefined ? [] : pathsOf(was),
  );
  return judgePairs(pairs, (was, is) => {
    const had = was === undefined ? left : pathsOf(was);
    const gained = (is === undefined ? [] : pathsOf(is)).filter(
      ({ value }) => !had.some((each) => isInside(value, each.value)),
    );
    return loosenedObject(
      was,
      is,
      gained.map(({ value, path }) => {
        const severity = isOpenText(value) ? 'critical' : hostPathSeverity(value, true);
        return {
          what: `newly gives pods that claim it ${value} of their node`,
          remedy:
            'Have a StorageClass make the volume, or give it a folder of its own that holds nothing of the node’s.',
          severity: was === undefined ? lower(severity) : severity,
          path,
          subject: ['hostPath', value],
        };
      }),
    );
  });
}

function isVolume({ group, kind }: Resource): boolean {
  return group === '' && kind === 'PersistentVolume';
}

function pathsOf({ value }: Resource): readonly NodePath[] {
  return ['hostPath', 'local'].flatMap((field) => {
    const path = ['spec', field, 'path'];
    const stated = text(valueUnder(value, ...path));
    if (stated === undefined) return [];
    const plain = plainPath(stated);
    return field === 'local' && hostPathSeverity(plain, true) !== 'critical' ? [] : [{ value: plain, path }];
  });
}
