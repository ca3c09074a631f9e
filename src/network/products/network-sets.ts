import { identityKey } from '../../kube/identity/identity-key.ts';
import { type LoosenedObject, type Loosening, loosenedObject } from '../../kube/loosening.ts';
import type { Resource } from '../../kube/resource.ts';
import type { ScopeObjects } from '../../kube/scope.ts';
import {
  isMapping,
  isSameValue,
  list,
  type Mapping,
  mapping,
  scalarText,
  strings,
  valueUnder,
} from '../../plain-values.ts';
import { readLabelSelector, readLabels, selects } from '../../rbac/model/label-selector.ts';
import { resourceName } from '../../rbac/model/rbac-object.ts';
import { pairResources } from '../../workload/model/pair-objects.ts';
import { outside, readCidr } from '../model/address-set.ts';
import { type RulePolicy, rulePolicyOf } from './rule-policies.ts';

/**
 * What policies let through, or no longer deny, because a set of networks that they name has others than before: a NetworkSet or GlobalNetworkSet of Calico
 * (projectcalico.org/v3), which rules select by its labels, or a CiliumCIDRGroup (cilium.io/v2), by its name or labels.
 */
export function setChanges({ before, after }: ScopeObjects): readonly LoosenedObject[] {
  const pairs = pairResources(before.filter(isNetworkSet), after.filter(isNetworkSet));
  if (pairs.length === 0) return [];
  // What a new policy lets through is reported of the policy.
  const known = new Set(before.map(identityKey));
  const policies = after.flatMap(
    (resource): readonly { readonly resource: Resource; readonly policy: RulePolicy }[] => {
      const policy = known.has(identityKey(resource)) ? rulePolicyOf(resource) : undefined;
      return policy === undefined ? [] : [{ resource, policy }];
    },
  );
  const [old, now] = [networksNamed(before), networksNamed(after)];
  return pairs.flatMap(({ before: was, after: is }) => {
    const found = (
      field: 'allows' | 'denies',
      one: Resource | undefined,
      other: Resource | undefined,
      others: Networks,
    ): readonly Loosening[] => {
      if (one === undefined) return [];
      const own = other !== undefined && areLabeledAlike(one, other) ? networksOf(other) : [];
      const further = beyond(networksOf(one), own);
      if (further.length === 0) return [];
      // Networks that one policy gains need not be looked for in the next.
      const [gained, open] = [new Set<string>(), new Set(further)];
      let first: Resource | undefined;
      for (const { resource, policy } of policies) {
        for (const entry of policy[field]) {
          if (open.size === 0 || naming(entry, resource, one) === 'no') continue;
          for (const network of beyond([...open], others(entry, resource))) {
            first ??= resource;
            gained.add(network);
            open.delete(network);
          }
        }
      }
      return first === undefined ? [] : [changed([...gained], first, field, is === undefined)];
    };
    return loosenedObject(was, is, [...found('allows', is, was, old), ...found('denies', was, is, now)]);
  });
}

type Entry = RulePolicy['allows'][number];

/** The networks of the sets that an entry of a policy surely names. */
type Networks = (entry: Entry, policy: Resource) => readonly string[];

/** Of one side: a set that is renamed or relabelled has others in its place. */
function networksNamed(objects: readonly Resource[]): Networks {
  const sets = objects.filter(isNetworkSet);
  const known = new Map<Entry, readonly string[]>();
  return (entry, policy) => {
    const networks =
      known.get(entry) ?? sets.filter((each) => naming(entry, policy, each) === 'yes').flatMap(networksOf);
    known.set(entry, networks);
    return networks;
  };
}

const labelsOf = ({ value }: Resource) => readLabels(valueUnder(value, 'metadata', 'labels'));

function areLabeledAlike(one: Resource, other: Resource): boolean {
  return isSameValue(labelsOf(one), labelsOf(other));
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
  const known = new Set(others);
  const left = outside(others.flatMap((each) => readCidr(each) ?? []));
  return networks.filter((each) => {
    const range = readCidr(each);
    return range === undefined ? !known.has(each) : left(range).length > 0;
  });
}

type Named = 'yes' | 'maybe' | 'no';

function naming({ value: entry }: Entry, policy: Resource, set: Resource): Named {
  const value = mapping(entry);
  const found =
    set.group === 'cilium.io'
      ? [...list(value.fromCIDRSet), ...list(value.toCIDRSet)].map((each) => referring(mapping(each), set))
      : [value.source, value.destination].map((each) => (isMapping(each) ? selecting(each, policy, set) : 'no'));
  return found.find((each) => each === 'yes') ?? found.find((each) => each === 'maybe') ?? 'no';
}

function referring({ cidrGroupRef, cidrGroupSelector }: Mapping, set: Resource): Named {
  if (cidrGroupSelector === undefined) return scalarText(cidrGroupRef) === set.name ? 'yes' : 'no';
  const selector = readLabelSelector(cidrGroupSelector);
  if (selector === undefined) return 'maybe';
  return selects(selector, labelsOf(set)) ? 'yes' : 'no';
}

/** A NetworkSet is selected as the pods of its namespace are. */
function selecting({ selector, namespaceSelector }: Mapping, policy: Resource, set: Resource): Named {
  const [text, namespaces] = [scalarText(selector), scalarText(namespaceSelector)];
  if (text === '' && namespaces === '') return 'no';
  const isElsewhere = policy.kind === 'NetworkPolicy' && namespaces === '' && policy.namespace !== set.namespace;
  if (set.kind === 'NetworkSet' && (isElsewhere || namespaces === 'global()')) return 'no';
  const isInPlace =
    set.kind === 'NetworkSet' ? namespaces === '' : namespaces === 'global()' || policy.kind === 'GlobalNetworkPolicy';
  const named = matching(text, labelsOf(set));
  return named === 'yes' && !(isInPlace && /^(?:global\(\))?$/.test(namespaces)) ? 'maybe' : named;
}

/** Whether all terms surely hold, or one surely does not: it wants another value of a label, or one that is not there (libcalico-go, lib/selector). */
function matching(selector: string, labels: Readonly<Record<string, string>>): Named {
  const quoted = selector.match(/'[^']*'|"[^"]*"/g) ?? [];
  if (quoted.some((each) => each.includes('&&'))) return 'maybe';
  if (/\|\||[()]/.test(selector.replace(/\b(?:has|all|global)\([^()]*\)/g, ''))) return 'maybe';
  const terms = selector.split('&&').map((term): Named => {
    const [, key = '', value = ''] = /^\s*([\w./-]+)\s*==\s*['"]([^'"]*)['"]\s*$/.exec(term) ?? [];
    const [, wanted] = /^\s*has\(([\w./-]+)\)\s*$/.exec(term) ?? [];
    if (wanted !== undefined) return Object.hasOwn(labels, wanted) ? 'yes' : 'no';
    if (key === '') return 'maybe';
    return Object.hasOwn(labels, key) && labels[key] === value ? 'yes' : 'no';
  });
  return terms.find((each) => each === 'no') ?? terms.find((each) => each === 'maybe') ?? 'yes';
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
