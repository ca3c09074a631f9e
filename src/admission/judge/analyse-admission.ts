import { groupBy } from '../../groups.ts';
import { type LoosenedObject, type Loosening, loosenedObject } from '../../kube/loosening.ts';
import type { Resource } from '../../kube/resource.ts';
import type { NearScope, ScopeObjects } from '../../kube/scope.ts';
import type { Scope, TouchedFile } from '../../kube/touched-file.ts';
import { settingsLoosened } from '../../workload/charts/settings-loosened.ts';
import { enginesLost } from '../../workload/engines/engines-lost.ts';
import { kindsLost } from '../../workload/engines/kinds-lost.ts';
import { judgePairs, pairResources } from '../../workload/model/pair-objects.ts';
import type { PodChange } from '../../workload/model/pair-pods.ts';
import type { YamlLimits } from '../../yaml/document.ts';
import { apiServerChanges } from '../apiserver/compare.ts';
import { connaisseurChanges } from '../connaisseur/compare.ts';
import { kubernetesAround } from '../kubernetes/around.ts';
import { type Parametrized, parametersChanged, parametrized } from '../kubernetes/parameters.ts';
import { kyvernoAround } from '../kyverno/around.ts';
import { type LabelSelectors, labelSelectors, podsUnselected, unselected } from '../selection/unselected.ts';
import { atTheChange } from './changed-place.ts';
import { isCompared, loosened } from './comparisons.ts';
import { engineFlagsLoosened } from './engine-flags.ts';
import { renamings } from './renamings.ts';
import { successors } from './successors.ts';

/** What admission newly lets through, by scope. */
export type AdmissionAnalysis = ReadonlyMap<Scope, readonly LoosenedObject[]>;

/** Compares what admission refuses, in every scope. `files` are those that nothing rendered; `near` gives the other scopes that may be of a scope's cluster, `pods` the pods that are not as before. */
export function analyseAdmission(
  objects: ReadonlyMap<Scope, ScopeObjects>,
  files: readonly TouchedFile[],
  limits: YamlLimits,
  near: (scope: Scope) => readonly NearScope[] = () => [],
  pods: ReadonlyMap<Scope, readonly PodChange[]> = new Map(),
): AdmissionAnalysis {
  const byScope = groupBy(files, ({ scope }) => scope);
  const none: ScopeObjects = { before: [], after: [] };
  return new Map(
    [...new Set([...objects.keys(), ...byScope.keys()])].map((scope) => {
      const sides = objects.get(scope) ?? none;
      const selectors = labelSelectors(sides.before, sides.after);
      const changedPods = pods.get(scope) ?? [];
      const own = byScope.get(scope) ?? [];
      const others = [...connaisseurChanges(sides, own, limits), ...apiServerChanges(sides, own, limits)];
      return [
        scope,
        [
          ...changesOf(sides, selectors, () => near(scope)),
          ...others,
          ...changedPods.flatMap(podLoosened),
          ...enginesLost(sides, 'admission'),
          ...kindsLost(sides, 'admission'),
          ...settingsLoosened(sides, own, limits, 'admission'),
          ...podsUnselected(selectors, sides, changedPods),
        ],
      ];
    }),
  );
}

function podLoosened({ before, after }: PodChange): readonly LoosenedObject[] {
  if (before === undefined || after === undefined) return [];
  const loosenings = engineFlagsLoosened(before.spec, after.spec);
  if (loosenings.length === 0) return [];
  return [{ resource: after.resource, loosenings, at: (path) => after.at(path), formerAt: (path) => before.at(path) }];
}

function changesOf(
  { before, after }: ScopeObjects,
  selectors: LabelSelectors,
  near: () => readonly NearScope[],
): readonly LoosenedObject[] {
  const [old, now] = [before, after].map((all) => all.filter(isCompared)) as [Resource[], Resource[]];
  const around: Around = { selectors, bindings: parametrized(before, after) };
  const own = { ...kubernetesAround(old, now), ...kyvernoAround(old, now, near) };
  const isExempted = (was: Resource, is: Resource) => own.isExempted({ policy: was.value }, { policy: is.value });
  const isRenamed = renamings(
    old,
    now,
    // Kyverno's policies of rules look at the exceptions from each of them.
    (was, is) => loosened(was, is, own).length === 0 && (was.group !== 'policies.kyverno.io' || !isExempted(was, is)),
  );
  const successorsOf = successors(now, isExempted);
  return judgePairs(pairResources(old, now), (was, is) => {
    const isSilent = was !== undefined && is === undefined && isRenamed(was);
    const replaced = was === undefined || is !== undefined || isSilent ? undefined : successorsOf(was);
    const itself = isSilent ? [] : (replaced?.found ?? loosened(was, is, own));
    const found = [...itself, ...loosenedByOthers(was, is, around, itself)];
    const isChange = was !== undefined && is !== undefined && found.length > 0;
    const objects = loosenedObject(was, is, isChange ? found.map(atTheChange(was.value, is.value)) : found);
    const place = replaced?.successor;
    return place === undefined ? objects : objects.map((each) => ({ ...each, at: (path) => place.at(path) }));
  });
}

/** What refuses by objects of other kinds. */
interface Around {
  readonly selectors: LabelSelectors;
  readonly bindings: readonly Parametrized[];
}

/** What others no longer refuse, because of an object that they only look at; `own` is what is said of the object itself. */
function loosenedByOthers(
  before: Resource | undefined,
  after: Resource | undefined,
  { selectors, bindings }: Around,
  own: readonly Loosening[],
): readonly Loosening[] {
  if (before === undefined || before.group !== '') return [];
  if (before.kind === 'ConfigMap') return parametersChanged(bindings, before, after);
  if (before.kind !== 'Namespace' || after === undefined) return [];
  const said = new Set(own.flatMap(({ subject: [, label] }) => label ?? []));
  return unselected(selectors, before.value, after.value, said);
}
