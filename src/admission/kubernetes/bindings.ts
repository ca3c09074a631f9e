import type { Loosening } from '../../kube/loosening.ts';
import { addedItems, json, list, type Mapping, mapping, scalarText } from '../../plain-values.ts';
import { isCovered, type LabelSelector, readLabelSelector } from '../../rbac/model/label-selector.ts';
import { isSelectorNarrower, lostRequests, narrowed } from '../model/narrowing.ts';
import { lossOf, weakened } from '../model/strength.ts';
import { policyLoosened, strengthOf } from './policies.ts';

/** The policies of one kind on both sides, by name, and the bindings after the change; undefined what is not known. */
export interface Policies {
  readonly before: (name: string) => Mapping | undefined;
  readonly after: (name: string) => Mapping | undefined;
  readonly bindings: readonly Mapping[];
}

/** What a ValidatingAdmissionPolicyBinding no longer has refused. */
export function bindingLoosened(before: Mapping, after: Mapping, policies: Policies): readonly Loosening[] {
  const found = comparedBinding(before, after, policies);
  return found.length > 0 && isBoundAsMuch(before, policies) ? [] : found;
}

function comparedBinding(before: Mapping, after: Mapping, policies: Policies): readonly Loosening[] {
  const [was, is] = [mapping(before.spec), mapping(after.spec)];
  const strength = strengthOf(was.validationActions);
  const severity = lossOf(strength);
  return [
    ...weakened(strength, strengthOf(is.validationActions), { path: ['spec', 'validationActions'] }),
    ...narrowed(mapping(was.matchResources), mapping(is.matchResources), ['spec', 'matchResources'], severity),
    ...ownRules(was, is, severity, policies),
    ...parameters(was, is, severity),
    ...(isSamePolicy(scalarText(was.policyName), scalarText(is.policyName), policies)
      ? []
      : [
          {
            what: `no longer enforces the policy ${scalarText(was.policyName)}, but ${scalarText(is.policyName)}`,
            remedy: 'Add a binding of its own for the other policy.',
            severity,
            path: ['spec', 'policyName'],
            subject: ['policyName', scalarText(was.policyName), scalarText(is.policyName)],
          },
        ]),
  ];
}

/** One that has another name now, and refuses no less. */
function isSamePolicy(was: string, is: string, { before, after }: Policies): boolean {
  if (was === is) return true;
  const [old, now] = [before(was), after(is)];
  return old !== undefined && now !== undefined && policyLoosened(old, now).length === 0;
}

/** Bindings that are tried as those that a binding was parted into. */
const mostParts = 6;

/** Whether the bindings after a change together have all refused that one of them had: it may be parted by its selectors. */
export function isBoundAsMuch(before: Mapping, policies: Policies): boolean {
  const { matchResources } = mapping(before.spec);
  const { namespaceSelector, objectSelector } = mapping(matchResources);
  // With the selectors that there were, nothing else may be less.
  const alike = policies.bindings.filter(({ spec }) => {
    const own = mapping(spec);
    const selecting = { ...mapping(own.matchResources), namespaceSelector, objectSelector };
    const all = { spec: { ...own, matchResources: selecting } };
    return comparedBinding(before, all, policies).length === 0;
  });
  const parts = alike.slice(0, mostParts).flatMap(({ spec }) => {
    const own = bothSelectors(mapping(spec).matchResources);
    return own === undefined ? [] : [own];
  });
  const whole = bothSelectors(matchResources);
  return whole !== undefined && parts.length > 0 && isCovered(whole, parts);
}

/** The selectors of namespaces and of objects as one, of labels that cannot be mistaken for each other. */
function bothSelectors(matchResources: unknown): LabelSelector | undefined {
  const read = (field: string) =>
    readLabelSelector(mapping(matchResources)[field])?.map((each) => ({ ...each, key: `${field} ${each.key}` }));
  const [namespaces, objects] = [read('namespaceSelector'), read('objectSelector')];
  return namespaces === undefined || objects === undefined ? undefined : [...namespaces, ...objects];
}

/** Without rules of its own a binding has those of its policy; it may repeat them. */
function ownRules(
  { matchResources: old }: Mapping,
  { matchResources: now, policyName }: Mapping,
  severity: Loosening['severity'],
  policies: Policies,
): readonly Loosening[] {
  const [was, is] = [mapping(old), mapping(now)];
  if (list(was.resourceRules).length > 0 || list(is.resourceRules).length === 0) return [];
  const { matchConstraints } = mapping(policies.after(scalarText(policyName))?.spec);
  const rules = mapping(matchConstraints).resourceRules;
  if (rules !== undefined && lostRequests(rules, is.resourceRules).length === 0) return [];
  return [
    {
      what: 'newly judges, of what its policy is about, only the requests that it names itself',
      remedy: 'Leave the rules to the policy.',
      severity,
      path: ['spec', 'matchResources', 'resourceRules'],
      subject: ['narrowed', 'resourceRules', ...addedItems(was.resourceRules, is.resourceRules)],
    },
  ];
}

function parameters(was: Mapping, is: Mapping, severity: Loosening['severity']): readonly Loosening[] {
  const [old, now] = [mapping(was.paramRef), mapping(is.paramRef)];
  const isOpen = (each: Mapping) => each.parameterNotFoundAction === 'Allow';
  if (json(old) === json(now) || (was.paramRef === undefined && !isOpen(now))) return [];
  const common = { remedy: 'Keep the parameters, and refuse where there are none.', path: ['spec', 'paramRef'] };
  if (isOpen(now) && !isOpen(old)) {
    const what = 'newly lets everything through where its parameters are gone (parameterNotFoundAction: Allow)';
    const isOther = json({ ...old, parameterNotFoundAction: '' }) !== json({ ...now, parameterNotFoundAction: '' });
    return [{ ...common, what, severity, subject: ['parameterNotFoundAction', ...(isOther ? [json(now)] : [])] }];
  }
  if (now.selector !== undefined && old.selector !== undefined && !isSelectorNarrower(old.selector, now.selector))
    return [];
  return [
    { ...common, what: 'judges by other parameters than before', severity: 'medium', subject: ['paramRef', json(now)] },
  ];
}
