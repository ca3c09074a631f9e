import { groupBy } from '../../groups.ts';
import { type LoosenedObject, loosenedObject } from '../../kube/loosening.ts';
import type { Resource } from '../../kube/resource.ts';
import type { ScopeObjects } from '../../kube/scope.ts';
import type { Scope, TouchedFile } from '../../kube/touched-file.ts';
import { settingsLoosened } from '../../workload/charts/settings-loosened.ts';
import { enginesLost } from '../../workload/engines/engines-lost.ts';
import { kindsLost } from '../../workload/engines/kinds-lost.ts';
import { judgePairs, pairResources } from '../../workload/model/pair-objects.ts';
import type { YamlLimits } from '../../yaml/document.ts';
import { managedLowered } from '../apiserver/managed.ts';
import { tracingLowered } from '../detection/tetragon.ts';
import { holdersOf } from '../model/holder.ts';
import { partsOf } from '../model/search.ts';
import { profilePolicy } from '../policy/openshift-profile.ts';
import { policyLowered } from '../policy/policy-lowered.ts';
import { auditReader } from './audit-parts.ts';
import { partsLowered } from './compare-parts.ts';

/** What is no longer logged or found, by scope. */
export type AuditAnalysis = ReadonlyMap<Scope, readonly LoosenedObject[]>;

/** Compares what is logged and found, in every scope. `files` are those that nothing rendered. */
export function analyseAudit(
  objects: ReadonlyMap<Scope, ScopeObjects>,
  files: readonly TouchedFile[],
  limits: YamlLimits,
): AuditAnalysis {
  const byScope = groupBy(files, ({ scope }) => scope);
  const scopes = new Set([...objects.keys(), ...byScope.keys()]);
  const none: ScopeObjects = { before: [], after: [] };
  return new Map(
    [...scopes].map((scope) => {
      const sides = objects.get(scope) ?? none;
      const holders = holdersOf(sides, byScope.get(scope) ?? []);
      const parts = {
        before: holders.before.flatMap((each) => partsOf(each, limits, auditReader)),
        after: holders.after.flatMap((each) => partsOf(each, limits, auditReader)),
      };
      const engines = [...enginesLost(sides, 'audit'), ...kindsLost(sides, 'audit')];
      const settings = settingsLoosened(sides, byScope.get(scope) ?? [], limits, 'audit');
      return [scope, [...partsLowered(parts, holders), ...objectsLowered(sides), ...engines, ...settings]];
    }),
  );
}

function objectsLowered({ before, after }: ScopeObjects): readonly LoosenedObject[] {
  const [old, now] = [before.filter(isJudged), after.filter(isJudged)];
  const tracing = now.filter(isTracing);
  return judgePairs(pairResources(old, now), (was, is) => {
    const isRenamed = was !== undefined && is === undefined && isTracing(was) && watchesAsMuch(was, tracing);
    return isRenamed ? [] : loosenedObject(was, is, loosened(was, is));
  });
}

/** TracingPolicies that are tried as the one that watches what one that is gone watched. */
const mostTried = 50;

/** Whether another one watches the same, or more: under another name, in the same namespace or everywhere. */
function watchesAsMuch(gone: Resource, after: readonly Resource[]): boolean {
  const isFor = ({ kind, namespace }: Resource) =>
    kind === 'TracingPolicy' || (kind === gone.kind && namespace === gone.namespace);
  const alike = after.filter(isFor).slice(0, mostTried);
  return alike.some((each) => tracingLowered(gone.value, each.value).length === 0);
}

const isTracing = ({ group, kind }: Resource) => group === 'cilium.io' && /^TracingPolicy(?:Namespaced)?$/.test(kind);
const isProfile = ({ group, kind }: Resource) => group === 'config.openshift.io' && kind === 'APIServer';

function isJudged(resource: Resource): boolean {
  return (
    isTracing(resource) ||
    isProfile(resource) ||
    /^(?:AWSManagedControlPlane(?:Template)?|RKE2ControlPlane(?:Template)?|Cluster(?:Config)?)$/.test(resource.kind)
  );
}

function loosened(before: Resource | undefined, after: Resource | undefined) {
  const either = after ?? before;
  if (either === undefined) return [];
  if (isTracing(either)) {
    if (before === undefined) return [];
    if (after !== undefined) return tracingLowered(before.value, after.value);
    const remedy = 'Keep it, or have something else watch the same.';
    return [
      {
        what: 'is gone, and with it what it watched',
        remedy,
        severity: 'high' as const,
        path: [],
        formerPath: [],
        subject: ['gone'],
      },
    ];
  }
  if (!isProfile(either)) return managedLowered(before, after);
  const none = { spec: {} };
  const path = ['spec', 'audit'];
  return policyLowered(profilePolicy(before?.value ?? none), profilePolicy(after?.value ?? none)).map((each) => ({
    ...each,
    path,
    formerPath: path,
  }));
}
