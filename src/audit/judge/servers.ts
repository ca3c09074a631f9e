import { type LoosenedObject, type Loosening, loosenedObject } from '../../kube/loosening.ts';
import type { Resource } from '../../kube/resource.ts';
import type { ScopeObjects } from '../../kube/scope.ts';
import { isMapping, itemsBeyond, json, list, type Mapping, mapping, scalarText } from '../../plain-values.ts';
import { isWithin, readLabelSelector } from '../../rbac/model/label-selector.ts';
import { judgePairs, pairResources } from '../../workload/model/pair-objects.ts';

/** Kinds that evaluate alerts or notify of them, with the selectors by which they take rules and configurations (monitoring.coreos.com/v1). */
const selectors: Readonly<Record<string, readonly string[]>> = {
  Prometheus: ['ruleSelector', 'ruleNamespaceSelector'],
  ThanosRuler: ['ruleSelector', 'ruleNamespaceSelector'],
  Alertmanager: ['alertmanagerConfigSelector', 'alertmanagerConfigNamespaceSelector'],
};

const remedy = 'Keep it as long as there are rules that it is for.';

/** What of Prometheus, its ruler or Alertmanager is gone, off, or takes fewer rules: the rules themselves may all be there. */
export function serversLowered({ before, after }: ScopeObjects): readonly LoosenedObject[] {
  const isServer = ({ group, kind }: Resource) => group === 'monitoring.coreos.com' && Object.hasOwn(selectors, kind);
  const [old, now] = [before.filter(isServer), after.filter(isServer)];
  const known = new Set(old.map(keyOf));
  const added = new Set(now.filter((each) => !known.has(keyOf(each))));
  // Each takes the place of one: of its own namespace, where there is one.
  const successorOf = ({ kind, namespace }: Resource) => {
    const alike = [...added].filter((each) => each.kind === kind);
    const successor = alike.find((each) => each.namespace === namespace) ?? alike[0];
    if (successor !== undefined) added.delete(successor);
    return successor;
  };
  return judgePairs(pairResources(old, now), (was, is) => {
    if (was === undefined) return [];
    const current = is ?? successorOf(was);
    return loosenedObject(was, current, lowered(was, current));
  });
}

function keyOf({ kind, namespace, name }: Resource): string {
  return json([kind, namespace, name]);
}

function lowered(before: Resource, after: Resource | undefined): readonly Loosening[] {
  const severity = 'medium';
  if (after === undefined) {
    const what = `is gone, and with it ${before.kind === 'Alertmanager' ? 'who notifies of alerts' : 'who evaluates alerts'}`;
    return [{ what, remedy, severity, path: [], formerPath: [], subject: ['gone'] }];
  }
  const [was, is] = [mapping(before.value.spec), mapping(after.value.spec)];
  if (scalarText(is.replicas) === '0' && scalarText(was.replicas) !== '0') {
    const what = 'is not run any more (replicas: 0)';
    return [{ what, remedy, severity, path: ['spec', 'replicas'], subject: ['replicas'] }];
  }
  const place = (...path: readonly string[]) => {
    const isThere = path.reduce<unknown>((value, key) => mapping(value)[key], is) !== undefined;
    return isThere ? { path: ['spec', ...path] } : { path: ['spec'], formerPath: ['spec', ...path] };
  };
  const fields = (selectors[before.kind] ?? []).filter((field) => isNarrower(was[field], is[field]));
  const isMute = itemsBeyond(alertmanagers(is), alertmanagers(was)).length > 0;
  return [
    ...fields.map((field) => ({
      what: `newly takes fewer rules or configurations (${field})`,
      remedy: 'Select what was selected, or show that what is left out is of no use any more.',
      severity: 'medium' as const,
      ...place(field),
      subject: ['selector', field, json(is[field] ?? null)],
    })),
    ...(isMute
      ? [
          {
            what: 'sends its alerts no longer to each of its Alertmanagers (alerting)',
            remedy: 'Keep it, or its alerts reach nobody.',
            severity: 'medium' as const,
            ...place('alerting'),
            subject: ['alerting', json(mapping(is.alerting).alertmanagers ?? [])],
          },
        ]
      : []),
  ];
}

/** Whom a server notifies of alerts. */
function alertmanagers(spec: Mapping): readonly unknown[] {
  return list(mapping(spec.alerting).alertmanagers).map((each) => {
    const { namespace, name } = mapping(each);
    return { namespace, name };
  });
}

/** Without a selector nothing is taken, or for namespaces only the own one; an empty one takes everything (prometheus-operator, Documentation/api-reference). */
function isNarrower(before: unknown, after: unknown): boolean {
  if (!isMapping(before)) return false;
  if (!isMapping(after)) return true;
  const [old, now] = [readLabelSelector(before), readLabelSelector(after)];
  return old !== undefined && (now === undefined || !isWithin(old, now));
}
