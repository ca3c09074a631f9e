import { clipped } from '../../clipped.ts';
import { groupBy } from '../../groups.ts';
import type { Loosening } from '../../kube/loosening.ts';
import { addedItems, json, list, type Mapping, mapping, scalarText, strings } from '../../plain-values.ts';
import { enumerate } from '../../rbac/judge/sentence.ts';
import { isNamespaced } from '../../rbac/model/cluster-scoped.ts';
import { isWithin, readLabelSelector } from '../../rbac/model/label-selector.ts';
import type { Severity } from '../../severity.ts';
import type { Path } from '../../yaml/document.ts';

/** Whether a selector leaves out something that it selected before. One that cannot be read leaves out everything. */
export function isSelectorNarrower(before: unknown, after: unknown): boolean {
  // Comparing long lists of values takes long, and most stay as they are.
  if (json(before) === json(after)) return false;
  const [was, is] = [readLabelSelector(before), readLabelSelector(after)];
  return was !== undefined && (is === undefined || !isWithin(was, is));
}

/** Requests by group, version, resource and operation, as rules of admission name them. */
interface Requests {
  readonly groups: readonly string[];
  readonly versions: readonly string[];
  readonly resources: readonly string[];
  readonly operations: readonly string[];
  readonly names: readonly string[];
  readonly scope: string;
}

/** Requests that are distinguished of one rule. */
const mostRequests = 2_000;

/** Requests that are no longer selected. */
export interface LostRequests {
  /** `deployments.apps (CREATE, UPDATE)`. */
  readonly text: string;
  /** The same for fingerprints, without words. */
  readonly code: string;
}

/** What rules of admission no longer select (k8s.io/api/admissionregistration/v1, RuleWithOperations and NamedRuleWithOperations). */
export function lostRequests(before: unknown, after: unknown): readonly LostRequests[] {
  const now = list(after).map(readRule);
  return list(before)
    .map(readRule)
    .flatMap((rule) => {
      if (rule.groups.length * rule.resources.length * rule.operations.length > mostRequests) {
        const text = `some of ${rule.resources.length} resources`;
        return now.some((other) => covers(other, rule)) ? [] : [{ text, code: json(rule) }];
      }
      const lost = rule.groups.flatMap((group) =>
        rule.resources.flatMap((resource) =>
          rule.operations.flatMap((operation) => {
            const one = { ...rule, groups: [group], resources: [resource], operations: [operation] };
            return now.some((other) => covers(other, one))
              ? []
              : [{ group, resource, operation, but: leftOf(one, now) }];
          }),
        ),
      );
      const alike = groupBy(lost, ({ group, resource, but }) => json([group, resource, but]));
      return [...alike].map(([key, own]) => {
        const [group, resource, but] = JSON.parse(key) as [string, string, string];
        const operations = own.map(({ operation }) => operation);
        return {
          text: `${named(resource, group)} (${operations.join(', ')})${but}`,
          code: json([group, resource, ...operations, ...(but === '' ? [] : [but])]),
        };
      });
    });
}

/** What is still selected of a request that is lost: some objects by their names, or those of one scope. */
function leftOf(lost: Requests, now: readonly Requests[]): string {
  const left = now.filter((rule) => covers({ ...rule, names: [], scope: '*' }, lost));
  if (left.length === 0) return '';
  const names = [...new Set(left.flatMap((rule) => rule.names))];
  if (names.length > 0) return ` but for what is called ${enumerate(names)}`;
  return ` but for what is ${left[0]?.scope === 'Cluster' ? 'in no namespace' : 'in a namespace'}`;
}

const everyOperation = ['CREATE', 'UPDATE', 'DELETE', 'CONNECT'];

function readRule(rule: unknown): Requests {
  const { apiGroups, apiVersions, resources, operations, resourceNames, scope } = mapping(rule);
  return {
    groups: strings(apiGroups),
    versions: strings(apiVersions),
    resources: strings(resources),
    operations: strings(operations).flatMap((each) => (each === '*' ? everyOperation : [each])),
    names: strings(resourceNames),
    scope: scalarText(scope) || '*',
  };
}

function covers(rule: Requests, { groups, versions, resources, operations, names, scope }: Requests): boolean {
  const has = (own: readonly string[], wanted: readonly string[]) =>
    own.includes('*') || wanted.every((each) => own.includes(each));
  return (
    has(rule.groups, groups) &&
    (has(rule.versions, versions) || isServed(rule.versions, versions)) &&
    has(rule.operations, operations) &&
    resources.every((resource) => rule.resources.some((own) => coversResource(own, resource))) &&
    (rule.names.length === 0 || (names.length > 0 && names.every((name) => rule.names.includes(name)))) &&
    (rule.scope === '*' || rule.scope === scope || isInScope(rule.scope, groups, resources))
  );
}

/** Whether resources have no other objects than those of a scope (k8s.io/apiserver, predicates/rules, Matcher.scope). */
function isInScope(scope: string, groups: readonly string[], resources: readonly string[]): boolean {
  return (
    scope === 'Namespaced' && groups.every((group) => resources.every((resource) => isNamespaced(group, resource)))
  );
}

/**
 * With the default `matchPolicy: Equivalent` a rule for one version that is served also has requests by the others. Which are served is
 * not known here: one that was named before is, and `v1`.
 */
function isServed(own: readonly string[], former: readonly string[]): boolean {
  return own.includes('v1') || own.some((version) => former.includes(version));
}

// `*` is every resource, `pods/*` every subresource of pods, `*/scale` that of every resource, `*/*` all of them.
function coversResource(own: string, wanted: string): boolean {
  if (own === wanted || own === '*/*') return true;
  const [ownParent = '', ownPart] = own.split('/');
  const [parent = '', part] = wanted.split('/');
  if (ownPart === undefined) return ownParent === '*' && part === undefined;
  return part !== undefined && [parent, '*'].includes(ownParent) && [part, '*'].includes(ownPart);
}

function named(resource: string, group: string): string {
  if (resource === '*' || resource === '*/*')
    return group === '*' ? 'every resource' : `every resource of ${group || 'the core group'}`;
  return group === '' || group === '*' ? resource : `${resource}.${group}`;
}

/** Names of conditions of which each has to hold, that are new or other ones. */
export function addedConditions(before: unknown, after: unknown): readonly string[] {
  const expressions = (value: unknown) => list(value).map((each) => scalarText(mapping(each).expression).trim());
  const old = new Set(expressions(before));
  return list(after).flatMap((each) => {
    const { name, expression } = mapping(each);
    return old.has(scalarText(expression).trim()) ? [] : [scalarText(name) || 'without a name'];
  });
}

/** Fields of `matchResources` and of webhooks by which less is selected than before, each with what it leaves out. */
export function narrowed(was: Mapping, is: Mapping, at: Path, severity: Severity): readonly Loosening[] {
  const found: Loosening[] = [];
  const add = (field: string, what: string, ...more: readonly string[]) =>
    found.push({
      what,
      remedy:
        'Keep what it selects, and exempt what needs it by its name, which is reported as well: have that reviewed and accept it (`gitops-gate ignore`).',
      severity,
      path: is[field] === undefined ? at : [...at, field],
      ...(is[field] === undefined ? { formerPath: [...at, field] } : {}),
      subject: ['narrowed', field, ...more],
    });
  for (const field of ['rules', 'resourceRules']) {
    const lost = lostRequests(was[field], is[field]);
    if (lost.length > 0 && !isUnlimited(is, field))
      add(field, `no longer judges ${textsOf(lost)}`, ...codesOf(lost), ...restOf(was[field], is[field]));
  }
  for (const field of ['namespaceSelector', 'objectSelector']) {
    if (!isSelectorNarrower(was[field], is[field])) continue;
    const now = clipped(json(is[field]) || 'none', 200);
    add(
      field,
      `newly leaves ${field === 'objectSelector' ? 'objects' : 'namespaces'} out (${field}: ${now})`,
      json(is[field]),
    );
  }
  const excluded = gainedRules(was.excludeResourceRules, is.excludeResourceRules);
  if (excluded.length > 0)
    add(
      'excludeResourceRules',
      `newly leaves out ${textsOf(excluded)}`,
      ...codesOf(excluded),
      ...withNames(is.excludeResourceRules),
    );
  const conditions = addedConditions(was.matchConditions, is.matchConditions);
  if (conditions.length > 0) {
    const known = new Set(list(was.matchConditions).map((each) => scalarText(mapping(each).name)));
    const what = conditions.every((each) => known.has(each))
      ? `judges by another condition ${enumerate(conditions)} than before; whether it judges less was not judged`
      : `newly judges only what fulfils the condition ${enumerate(conditions)}`;
    add('matchConditions', what, ...conditions, ...addedItems(was.matchConditions, is.matchConditions));
  }
  const isExact = is.matchPolicy === 'Exact';
  if (scalarText(was.matchPolicy) !== 'Exact' && isExact) {
    add(
      'matchPolicy',
      'no longer judges requests by other versions of an API (matchPolicy: Exact)',
      ...lostVersions(was.rules ?? was.resourceRules, is.rules ?? is.resourceRules),
    );
  } else if (isExact) {
    const versions = lostVersions(was.rules ?? was.resourceRules, is.rules ?? is.resourceRules);
    if (versions.length > 0)
      add(
        is.rules === undefined ? 'resourceRules' : 'rules',
        `no longer judges requests by version ${enumerate(versions)}`,
        ...versions,
      );
  }
  return found;
}

/** What is left of rules where the names of what is lost do not say it: of patterns, or for some objects alone. */
function restOf(before: unknown, after: unknown): readonly string[] {
  const isPattern = (rule: unknown) => {
    const { groups, resources } = readRule(rule);
    return groups.length * resources.length > 100 || [...groups, ...resources].some((each) => each.includes('*'));
  };
  const isListed = !list(before).some(isPattern) && withNames(after).length === 0;
  return isListed ? [] : addedItems(before, after);
}

/** Rules that are for some objects or one scope alone, which a list of resources does not say. */
function withNames(rules: unknown): readonly string[] {
  const isLimited = (rule: unknown) => readRule(rule).names.length > 0 || readRule(rule).scope !== '*';
  return list(rules).filter(isLimited).map(json).sort();
}

/** Versions that no rule names any more, where each is a request of its own. */
function lostVersions(before: unknown, after: unknown): readonly string[] {
  const versions = (rules: unknown) => new Set(list(rules).flatMap((rule) => readRule(rule).versions));
  const now = versions(after);
  return now.has('*') ? [] : [...versions(before)].filter((version) => !now.has(version)).sort();
}

/** Without rules of its own, a binding has those of its policy. */
function isUnlimited(is: Mapping, field: string): boolean {
  return field === 'resourceRules' && list(is[field]).length === 0;
}

/** What is newly excluded: what rules select now and did not before. */
function gainedRules(before: unknown, after: unknown): readonly LostRequests[] {
  return lostRequests(after, before);
}

/** Rules of one side may say the same twice. */
function textsOf(requests: readonly LostRequests[]): string {
  return enumerate([...new Set(requests.map(({ text }) => text))]);
}

function codesOf(requests: readonly LostRequests[]): readonly string[] {
  return [...new Set(requests.map(({ code }) => code))].sort();
}
