import { type LoosenedObject, type Loosening, loosenedObject } from '../../kube/loosening.ts';
import type { Resource } from '../../kube/resource.ts';
import type { ScopeObjects } from '../../kube/scope.ts';
import { isMapping, list, type Mapping, mapping, scalarText, strings, valueUnder } from '../../plain-values.ts';
import { readLabelSelector, readLabels, selects } from '../../rbac/model/label-selector.ts';
import { resourceName } from '../../rbac/model/rbac-object.ts';
import { pairResources } from '../../workload/model/pair-objects.ts';
import { readCidr, subtract } from '../model/address-set.ts';
import { type RulePolicy, rulePolicyOf } from './rule-policies.ts';

/**
 * What policies let through, or no longer deny, because a set of networks that they name has others than before: a NetworkSet or GlobalNetworkSet of Calico
 * (projectcalico.org/v3), which rules select by its labels, or a CiliumCIDRGroup (cilium.io/v2), by its name or labels.
 */
export function setChanges({ before, after }: ScopeObjects): readonly LoosenedObject[] {
  const pairs = pairResources(before.filter(isNetworkSet), after.filter(isNetworkSet));
  if (pairs.length === 0) return [];
  const policies = after.flatMap((resource) => {
    const policy = rulePolicyOf(resource);
    return policy === undefined ? [] : [{ resource, policy }];
  });
  return pairs.flatMap(({ before: was, after: is }) => {
    if (was === undefined) return [];
    const [old, now] = [networksOf(was), is === undefined ? [] : networksOf(is)];
    const found = (networks: readonly string[], field: 'allows' | 'denies') => {
      const by =
        networks.length === 0
          ? []
          : policies.filter((each) => each.policy[field].some((entry) => names(entry.value, each.resource, was)));
      return by[0] === undefined ? [] : [changed(networks, by[0].resource, field, is === undefined)];
    };
    return loosenedObject(was, is, [...found(beyond(now, old), 'allows'), ...found(beyond(old, now), 'denies')]);
  });
}

/** Whether an object names networks for the policies of others. */
export function isNetworkSet({ group, kind }: Resource): boolean {
  if (group === 'cilium.io') return kind === 'CiliumCIDRGroup';
  return /^(?:crd\.)?projectcalico\.org$/.test(group) && /^(?:Global)?NetworkSet$/.test(kind);
}

function networksOf({ value }: Resource): readonly string[] {
  const { nets, externalCIDRs } = mapping(value.spec);
  return strings(nets ?? externalCIDRs);
}

/** The networks of which a part is in none of the others; one that cannot be read is another one. */
function beyond(networks: readonly string[], others: readonly string[]): readonly string[] {
  const known = others.flatMap((each) => readCidr(each) ?? []);
  return networks.filter((each) => {
    const range = readCidr(each);
    return range === undefined ? !others.includes(each) : subtract([range], known).length > 0;
  });
}

function names(entry: RulePolicy['allows'][number]['value'], policy: Resource, set: Resource): boolean {
  const value = mapping(entry);
  if (set.group !== 'cilium.io')
    return [value.source, value.destination].some((each) => isMapping(each) && isSelected(each, policy, set));
  return [...list(value.fromCIDRSet), ...list(value.toCIDRSet)].some((each) => {
    const { cidrGroupRef, cidrGroupSelector } = mapping(each);
    if (cidrGroupSelector === undefined) return scalarText(cidrGroupRef) === set.name;
    const selector = readLabelSelector(cidrGroupSelector);
    return selector === undefined || selects(selector, readLabels(valueUnder(set.value, 'metadata', 'labels')));
  });
}

/** A NetworkSet is selected as the pods of its namespace are; what a selector does not surely leave out counts as selected. */
function isSelected({ selector, namespaceSelector }: Mapping, policy: Resource, set: Resource): boolean {
  const [text, namespaces] = [scalarText(selector), scalarText(namespaceSelector)];
  if (text === '' && namespaces === '') return false;
  const isElsewhere = policy.kind === 'NetworkPolicy' && namespaces === '' && policy.namespace !== set.namespace;
  if (set.kind === 'NetworkSet' && (isElsewhere || namespaces === 'global()')) return false;
  const labels = readLabels(valueUnder(set.value, 'metadata', 'labels'));
  return !isLeftOut(text, labels);
}

/** Whether a term that has to hold wants another value of a label, or one that is not there (libcalico-go, lib/selector). */
function isLeftOut(selector: string, labels: Readonly<Record<string, string>>): boolean {
  if (/\|\||[()]/.test(selector.replace(/\b(?:has|all|global)\([^()]*\)/g, ''))) return false;
  return selector.split('&&').some((term) => {
    const [, key = '', value = ''] = /^\s*([\w./-]+)\s*==\s*['"]([^'"]*)['"]\s*$/.exec(term) ?? [];
    const [, wanted] = /^\s*has\(([\w./-]+)\)\s*$/.exec(term) ?? [];
    if (wanted !== undefined) return !Object.hasOwn(labels, wanted);
    return key !== '' && (!Object.hasOwn(labels, key) || labels[key] !== value);
  });
}

function changed(
  networks: readonly string[],
  policy: Resource,
  field: 'allows' | 'denies',
  isGone: boolean,
): Loosening {
  const isEverything = networks.some((each) => /\/0$/.test(each));
  const what = field === 'allows' ? 'newly has' : 'no longer has';
  const does = field === 'allows' ? 'lets through' : 'denies';
  return {
    what: `${what} ${networks.slice(0, 5).join(', ')}, and ${resourceName(policy)} ${does} what is in it`,
    remedy: 'Keep the networks that the policies are meant for.',
    severity: field === 'denies' || isEverything ? 'high' : 'medium',
    path: isGone ? [] : ['spec'],
    formerPath: ['spec'],
    subject: ['networks', field, ...[...networks].sort()],
  };
}
