import type { Resource } from '../../kube/resource.ts';
import { list, type Mapping, mapping, scalarText, strings, valueUnder } from '../../plain-values.ts';
import { resourceName } from '../../rbac/model/rbac-object.ts';
import type { Severity } from '../../severity.ts';
import { constraintStrength } from '../gatekeeper/constraints.ts';
import { isLike, takesKind } from '../gatekeeper/match.ts';
import { actionStrength } from '../kubernetes/policies.ts';
import { severityOf } from '../kubernetes/webhooks.ts';
import { celStrength } from '../kyverno/cel-policy.ts';
import { rulesOf, severityOf as severityOfRule } from '../kyverno/rules.ts';
import { groups, isOf, kinds, type OfKinds } from '../model/of-kinds.ts';
import { resourceOf } from '../model/resource-of.ts';
import { lossOf } from '../model/strength.ts';
import { isExcepted, isLeftAlone, isOnlyNoted, keysOfMatch, keysOfOverrides, keysOfRule } from './kyverno-rules.ts';
import { keysOf, mayTake, type Selecting, type Subject } from './subject.ts';

/** The groups of what judges by labels, as files with it have them. */
export const selectingGroups = ['admissionregistration.k8s.io', 'kyverno.io', 'gatekeeper.sh'];

/** How the objects of some kinds judge by labels. */
interface Reader extends OfKinds {
  readonly read: (resource: Resource) => readonly Selecting[];
}

/** The kinds of the API server of one name: `Validating…` and `Mutating…`. */
const ofApiServer = (name: string) => ({
  groups: [groups.registration],
  kinds: [`Validating${name}`, `Mutating${name}`],
});

const readers: readonly Reader[] = [
  { ...ofApiServer('WebhookConfiguration'), read: ofWebhooks },
  {
    ...ofApiServer('AdmissionPolicyBinding'),
    read: (each) => ofConstraints(each, ['spec', 'matchResources'], lossOf(actionStrength(each.value))),
  },
  {
    ...ofApiServer('AdmissionPolicy'),
    read: (each) => ofConstraints(each, ['spec', 'matchConstraints'], 'high'),
  },
  {
    groups: [groups.kyvernoCel],
    kinds: kinds.cel,
    read: (each) => ofConstraints(each, ['spec', 'matchConstraints'], lossOf(celStrength(each.value))),
  },
  {
    groups: [groups.kyvernoCel],
    kinds: [...kinds.changing, ...kinds.making],
    read: (each) => ofConstraints(each, ['spec', 'matchConstraints'], 'low'),
  },
  { groups: [groups.kyverno], kinds: kinds.rules, read: ofRules },
  { groups: [groups.kyverno], kinds: ['PolicyException'], read: ofException },
  { groups: [groups.constraints], read: (each) => ofMatch(each, lossOf(constraintStrength(each.value))) },
  { groups: [groups.mutations], kinds: kinds.mutators, read: (each) => ofMatch(each, 'low') },
];

function readerOf(resource: Resource): Reader | undefined {
  return readers.find((each) => isOf(each, resource));
}

/** Whether an object judges others, and may do so by labels. */
export function isSelecting(resource: Resource): boolean {
  return readerOf(resource) !== undefined;
}

/** What an object judges by labels. */
export function selectorsOf(resource: Resource): readonly Selecting[] {
  return (readerOf(resource)?.read(resource) ?? []).filter(({ keys }) => keys.length > 0);
}

/** Something that judges by itself: what it judged and no longer does is lost. */
function judging(judges: (subject: Subject) => boolean, own: Omit<Selecting, 'loses'>): Selecting {
  return { ...own, loses: (was, is) => judges(was) && !judges(is) };
}

function ofWebhooks(resource: Resource): readonly Selecting[] {
  const name = resourceName(resource);
  return list(resource.value.webhooks).map((each) => {
    const webhook = mapping(each);
    const own = scalarText(webhook.name);
    return judging((subject) => takesBoth(webhook, subject) && areFor(webhook.rules, subject), {
      by: `the webhook ${own} of ${name}`,
      id: `${name} ${own}`,
      keys: keysOf(webhook.namespaceSelector, webhook.objectSelector),
      severity: severityOf(webhook, resource.kind.startsWith('Mutating')),
    });
  });
}

/** MatchResources of Kubernetes, which Kyverno’s policies with CEL have as well. */
function ofConstraints(resource: Resource, path: readonly string[], severity: Severity): readonly Selecting[] {
  const constraints = mapping(valueUnder(resource.value, ...path));
  const name = resourceName(resource);
  const keys = keysOf(constraints.namespaceSelector, constraints.objectSelector);
  const judges = (subject: Subject) =>
    isInOwnNamespace(resource, subject) &&
    takesBoth(constraints, subject) &&
    (constraints.resourceRules === undefined || areFor(constraints.resourceRules, subject));
  return [judging(judges, { by: name, id: name, keys, severity })];
}

function takesBoth({ namespaceSelector, objectSelector }: Mapping, { labels, namespaceLabels }: Subject): boolean {
  return mayTake(namespaceSelector, namespaceLabels) && mayTake(objectSelector, labels);
}

/** Whether rules of a webhook or policy are for a kind that is created (k8s.io/api/admissionregistration/v1, RuleWithOperations). */
function areFor(rules: unknown, { kind }: Subject): boolean {
  if (kind === undefined) return true;
  const names = ['*', '*/*', resourceOf(kind.kind)];
  return list(rules).some((each) => {
    const { apiGroups, resources, operations } = mapping(each);
    const has = (value: unknown, wanted: readonly string[]) => strings(value).some((one) => wanted.includes(one));
    return has(apiGroups, ['*', kind.group]) && has(resources, names) && has(operations, ['*', 'CREATE', 'UPDATE']);
  });
}

/** Each rule judges by itself; a policy of a namespace only what is in it. */
function ofRules(resource: Resource): readonly Selecting[] {
  const by = resourceName(resource);
  return rulesOf(resource.value).map((rule) => ({
    by,
    id: `${by} ${rule.name}`,
    keys: [...keysOfRule(rule.value), ...keysOfOverrides(rule)],
    severity: severityOfRule(rule),
    loses: (was, is) =>
      isInOwnNamespace(resource, was) && (isLeftAlone(rule.value, was, is) || isOnlyNoted(rule, was, is)),
  }));
}

function isInOwnNamespace({ kind, namespace }: Resource, subject: Subject): boolean {
  if (kind !== 'Policy' && !kind.startsWith('Namespaced')) return true;
  return namespace === undefined || subject.namespace === undefined || subject.namespace === namespace;
}

function ofException(resource: Resource): readonly Selecting[] {
  const name = resourceName(resource);
  const { match } = mapping(resource.value.spec);
  const loses = (was: Subject, is: Subject) => isExcepted(match, was, is);
  return [{ by: `what ${name} exempts from`, id: name, keys: keysOfMatch(match), severity: 'high', loses }];
}

/** `spec.match` of Gatekeeper's (gatekeeper, pkg/mutation/match/match.go). */
function ofMatch(resource: Resource, severity: Severity): readonly Selecting[] {
  const match = mapping(valueUnder(resource.value, 'spec', 'match'));
  const { namespaceSelector, labelSelector } = match;
  const name = resourceName(resource);
  const judges = ({ kind, namespace, labels, namespaceLabels }: Subject) =>
    (kind === undefined || takesKind(match, kind)) &&
    (namespace === undefined || takesNamespace(match, namespace)) &&
    mayTake(namespaceSelector, namespaceLabels) &&
    mayTake(labelSelector, labels);
  return [judging(judges, { by: name, id: name, keys: keysOf(namespaceSelector, labelSelector), severity })];
}

function takesNamespace({ namespaces, excludedNamespaces }: Mapping, name: string): boolean {
  const own = strings(namespaces);
  return (
    (own.length === 0 || own.some((each) => isLike(each, name))) &&
    !strings(excludedNamespaces).some((each) => isLike(each, name))
  );
}
