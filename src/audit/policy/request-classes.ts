import { groupBy } from '../../groups.ts';
import type { StepBudget } from '../../rbac/model/step-budget.ts';
import {
  type AuditRule,
  type GroupResources,
  matchesTarget,
  matchesUrl,
  prefixOf,
  type RequestTarget,
  takes,
} from './audit-policy.ts';

/** Requests that all rules treat alike, by one of them. What is undefined is a name that no rule has. */
export interface Request {
  readonly user?: string | undefined;
  readonly verb?: string | undefined;
  /** '' outside namespaces. */
  readonly namespace?: string | undefined;
  readonly target?: RequestTarget;
  /** Of a request that is for no resource. */
  readonly path?: string;
}

/** A class of requests: which rules take it, by their indices, apart from the groups of the user. */
export interface RequestClass {
  readonly request: Request;
  readonly rules: readonly number[];
  /** Groups that the user is in for certain. */
  readonly groups: readonly string[];
  /** All of its requests; charges the steps that the class itself was found by. Throws StepLimitError. */
  parts(): readonly RequestPart[];
}

/** Requests that differ in single values alone: any of each field. A list with undefined in it has every name that no rule has. */
export interface RequestPart {
  readonly users: readonly (string | undefined)[];
  readonly verbs: readonly (string | undefined)[];
  readonly namespaces: readonly (string | undefined)[];
  /** Empty of requests that are for no resource. */
  readonly targets: readonly RequestTarget[];
  /** Empty of requests for resources. */
  readonly paths: readonly string[];
}

/** A value of one dimension, and which rules take it. */
interface Choice {
  readonly request: Request;
  readonly mask: bigint;
  readonly groups?: readonly string[];
}

/** Values of one dimension that all rules take alike, the first as their choice. */
interface Choices extends Choice {
  readonly all: readonly Request[];
}

/**
 * One request for each set of rules that can match a request: policies of these rules that decide the same for all of them decide the
 * same for every request. The most general ones come first. Throws StepLimitError where there are too many.
 */
export function requestClasses(rules: readonly AuditRule[], steps: StepBudget): readonly RequestClass[] {
  const groups = new Set(rules.flatMap((rule) => rule.groups));
  const named = (
    namesOf: (rule: AuditRule) => readonly string[],
    as: (name: string | undefined) => Omit<Choice, 'mask'>,
  ) =>
    choose(rules, steps, [undefined, ...new Set(rules.flatMap(namesOf))], as, (rule, name) => {
      const names = namesOf(rule);
      return names.length === 0 || (name !== undefined && names.includes(name));
    });
  const whoAndHow = [
    named(
      ({ users }) => users,
      (user) => ({
        request: { user },
        groups: [
          ...groupsOf(user).filter((each) => groups.has(each)),
          // Where no rule asks for groups, these users are like any other.
          ...(groups.size > 0 && isOfKnownGroups(user) ? [noOthers] : []),
        ],
      }),
    ),
    named(
      ({ verbs }) => verbs,
      (verb) => ({ request: { verb } }),
    ),
  ];
  const targets = choose(
    rules,
    steps,
    targetsOf(rules),
    (target) => ({ request: { target } }),
    (rule, target) => takes(rule, 'resources') && matchesTarget(rule, target),
  );
  const namespaces = named(
    ({ namespaces }) => namespaces,
    (namespace) => ({ request: { namespace } }),
  );
  const paths = choose(
    rules,
    steps,
    pathsOf(rules),
    (path) => ({ request: { path } }),
    (rule, path) => takes(rule, 'urls') && matchesUrl(rule, path),
  );
  return [
    [...whoAndHow, namespaces, targets],
    [...whoAndHow, paths],
  ].flatMap((dimensions) =>
    product(dimensions, steps).map((choice) => {
      const { request, mask, groups = [] } = choice;
      return {
        request,
        groups,
        rules: rules.flatMap((_, index) => (((mask >> BigInt(index)) & 1n) === 1n ? [index] : [])),
        parts: () => partsOf(choice, dimensions, steps),
      };
    }),
  );
}

/** The combinations of one class, which `product` joined. */
function partsOf(
  { mask, groups = [] }: Choice,
  dimensions: readonly (readonly Choices[])[],
  steps: StepBudget,
): readonly RequestPart[] {
  const wanted = groups.join();
  const found: RequestPart[] = [];
  const walk = (depth: number, left: bigint, held: string, chosen: readonly Choices[]): void => {
    const choices = dimensions[depth];
    if (choices === undefined) {
      if (left === mask && held === wanted) found.push(partOf(chosen.map(({ all }) => all)));
      return;
    }
    steps.charge(choices.length);
    for (const choice of choices) {
      // A rule of the class has to take every value.
      if ((choice.mask & mask) !== mask) continue;
      walk(depth + 1, left & choice.mask, choice.groups?.join() ?? held, [...chosen, choice]);
    }
  };
  walk(0, -1n, '', []);
  return found;
}

function partOf(dimensions: readonly (readonly Request[])[]): RequestPart {
  const of = <K extends keyof Request>(key: K): readonly Request[K][] =>
    dimensions.flatMap((all) => (all.some((each) => Object.hasOwn(each, key)) ? all.map((each) => each[key]) : []));
  return {
    users: of('user'),
    verbs: of('verb'),
    namespaces: of('namespace'),
    targets: of('target').flatMap((each) => each ?? []),
    paths: of('path').flatMap((each) => each ?? []),
  };
}

/** The values that rules tell apart, by the first of those that all of them take alike. */
function choose<T>(
  rules: readonly AuditRule[],
  steps: StepBudget,
  values: Iterable<T>,
  as: (value: T) => Omit<Choice, 'mask'>,
  accepts: (rule: AuditRule, value: T) => boolean,
): readonly Choices[] {
  const cost = rules.reduce((sum, rule) => sum + costOf(rule), 0);
  const found = new Map<string, Choices & { readonly all: Request[] }>();
  for (const value of values) {
    steps.charge(cost);
    let mask = 0n;
    for (const [index, rule] of rules.entries()) if (accepts(rule, value)) mask |= 1n << BigInt(index);
    const choice = { ...as(value), mask };
    const alike = found.get(keyOf(choice));
    if (alike === undefined) found.set(keyOf(choice), { ...choice, all: [choice.request] });
    else alike.all.push(choice.request);
  }
  return [...found.values()];
}

/** Steps that looking at one rule takes: comparisons of names are quick. */
function costOf({ users, verbs, namespaces, urls, resources }: AuditRule): number {
  const ofResources = resources.reduce((sum, each) => sum + 4 + each.resources.length + each.names.length, 0);
  return 1 + (users.length + verbs.length + namespaces.length + urls.length + ofResources) / 4;
}

/** All combinations that rules tell apart. */
function product(dimensions: readonly (readonly Choice[])[], steps: StepBudget): readonly Choice[] {
  // Masks grow with the rules.
  const cost = 10 + (dimensions[0]?.[0]?.mask.toString(16).length ?? 0);
  let all: readonly Choice[] = [{ request: {}, mask: -1n }];
  for (const choices of dimensions) {
    const found = new Map<string, Choice>();
    for (const one of all) {
      steps.charge(cost * choices.length);
      for (const other of choices) {
        const groups = one.groups ?? other.groups ?? [];
        keep(found, { request: { ...one.request, ...other.request }, mask: one.mask & other.mask, groups });
      }
    }
    all = [...found.values()];
  }
  return all;
}

function keep(found: Map<string, Choice>, choice: Choice): void {
  const key = keyOf(choice);
  if (!found.has(key)) found.set(key, choice);
}

function keyOf({ mask, groups }: Choice): string {
  return `${mask.toString(36)} ${groups?.join() ?? ''}`;
}

/** Among the groups of a user: there are no others. */
export const noOthers = '\u0000';

/** ServiceAccounts, and who is nobody, are in the groups that Kubernetes gives them, and in no others. */
function isOfKnownGroups(user: string | undefined): boolean {
  return user === 'system:anonymous' || /^system:serviceaccount:[^:]+:[^:]+$/.test(user ?? '');
}

/** Groups that Kubernetes puts a user of this name in (k8s.io/apiserver, authentication/serviceaccount and request/union). */
function groupsOf(user: string | undefined): readonly string[] {
  if (user === undefined) return [];
  if (user === 'system:anonymous') return ['system:unauthenticated'];
  const [, namespace] = /^system:serviceaccount:([^:]+):[^:]+$/.exec(user) ?? [];
  const ofAccounts = namespace === undefined ? [] : ['system:serviceaccounts', `system:serviceaccounts:${namespace}`];
  return ['system:authenticated', ...ofAccounts];
}

/** One target for each way in which entries can agree and disagree about one. */
function* targetsOf(rules: readonly AuditRule[]): Generator<RequestTarget> {
  const entries = rules.flatMap(({ resources }) => resources);
  const groups = new Set(entries.map(({ group }) => group).filter((group) => group !== '*'));
  for (const group of [undefined, ...groups]) {
    const own = entries.filter((each) => each.group === '*' || each.group === group);
    const names = [undefined, ...new Set(own.flatMap((each) => each.names))];
    for (const { resource, subresources } of resourcesOf(own)) {
      for (const subresource of subresources) {
        for (const name of names) yield { group, resource, subresource, name };
      }
    }
  }
  // Reading Secrets tells more than reading what else no rule names.
  const isNamed = entries.some(({ group, resources }) => /^\*?$/.test(group) && resources.map(split).some(isOfSecrets));
  if (!isNamed) yield { group: '', resource: 'secrets', subresource: '', name: undefined };
}

const isOfSecrets = ({ resource }: { readonly resource: string }) => resource === 'secrets';

function* resourcesOf(entries: readonly GroupResources[]) {
  const parts = entries.flatMap(({ resources }) => resources.filter((each) => each !== '*').map(split));
  const byResource = groupBy(parts, ({ resource }) => resource);
  const partsOf = (resource: string) =>
    (byResource.get(resource) ?? []).flatMap(({ part }) => (part === undefined || part === '*' ? [] : [part]));
  const anywhere = partsOf('*');
  for (const resource of [undefined, ...byResource.keys()]) {
    if (resource === '*') continue;
    const own = resource === undefined ? [] : partsOf(resource);
    yield { resource, subresources: new Set([undefined, '', ...anywhere, ...own]) };
  }
}

function split(entry: string): { readonly resource: string; readonly part: string | undefined } {
  const slash = entry.indexOf('/');
  return slash < 0
    ? { resource: entry, part: undefined }
    : { resource: entry.slice(0, slash), part: entry.slice(slash + 1) };
}

/** One path for each way in which patterns can agree and disagree about one. */
function pathsOf(rules: readonly AuditRule[]): readonly string[] {
  const urls = [...new Set(rules.flatMap(({ urls }) => urls))];
  const prefixes = urls.filter((url) => url.endsWith('*')).map(prefixOf);
  let unused = '…';
  while (urls.some((url) => url.includes(unused))) unused += '…';
  const paths = [`/${unused}`, ...prefixes.map((prefix) => `${prefix}${unused}`), ...prefixes, ...urls];
  return [...new Set(paths)].filter((path) => path.startsWith('/'));
}
