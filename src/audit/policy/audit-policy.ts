import { isMapping, list, type Mapping, mapping, scalarText } from '../../plain-values.ts';

/** What one API group's part of a rule selects (audit.k8s.io/v1, GroupResources). */
export interface GroupResources {
  readonly group: string;
  readonly resources: readonly string[];
  readonly names: readonly string[];
}

/** One rule of an audit policy (audit.k8s.io/v1, PolicyRule); empty lists select everything. */
export interface AuditRule {
  /** As it is written: `Metadata`. */
  readonly level: string;
  /** What it records, from nothing (0) to request and response (3). */
  readonly rank: number;
  readonly users: readonly string[];
  readonly groups: readonly string[];
  readonly verbs: readonly string[];
  readonly namespaces: readonly string[];
  readonly resources: readonly GroupResources[];
  readonly urls: readonly string[];
  /** Stages that are not recorded, those of the policy among them. */
  readonly omitted: ReadonlySet<string>;
}

/** Rules of which the first that matches a request decides; what none matches is not recorded. */
export interface AuditPolicy {
  readonly rules: readonly AuditRule[];
  /** Stages that are recorded of nothing. */
  readonly omitted: readonly string[];
}

/** A request as rules of an audit policy look at it. What is undefined is a name that no rule has. */
export interface RequestTarget {
  readonly group: string | undefined;
  readonly resource: string | undefined;
  readonly subresource: string | undefined;
  readonly name: string | undefined;
}

export const levels: readonly string[] = ['None', 'Metadata', 'Request', 'RequestResponse'];
export const stages: readonly string[] = ['RequestReceived', 'ResponseStarted', 'ResponseComplete', 'Panic'];

/**
 * Reads an audit policy. The API server refuses one with a value of another type, so that such a rule counts as one that
 * records nothing; so does a level that a template fills in.
 */
export function readPolicy(value: Mapping): AuditPolicy {
  const omitted = texts(value.omitStages) ?? [];
  return { omitted, rules: list(value.rules).map((rule) => readRule(mapping(rule), omitted)) };
}

function readRule(rule: Mapping, omitted: readonly string[]): AuditRule {
  const lists = [rule.users, rule.userGroups, rule.verbs, rule.namespaces, rule.nonResourceURLs].map(texts);
  const resources = isListOrNone(rule.resources) ? list(rule.resources).map(readResources) : [undefined];
  const own = texts(rule.omitStages);
  const isRead = [...lists, ...resources, own].every((each) => each !== undefined);
  const [users = [], groups = [], verbs = [], namespaces = [], urls = []] = lists;
  const level = scalarText(rule.level);
  const all = new Set([...omitted, ...(own ?? [])]);
  const isSilent = stages.every((stage) => all.has(stage));
  return {
    level: isRead ? level : 'nothing that could be read',
    rank: isRead && !isSilent ? Math.max(0, levels.indexOf(level)) : 0,
    users,
    groups,
    verbs,
    namespaces,
    resources: resources.flatMap((each) => each ?? []),
    urls,
    omitted: all,
  };
}

function readResources(value: unknown): GroupResources | undefined {
  const { group, resources, resourceNames } = mapping(value);
  const [wanted, names] = [texts(resources), texts(resourceNames)];
  if (!isMapping(value) || wanted === undefined || names === undefined) return undefined;
  return { group: scalarText(group), resources: wanted, names };
}

/** The strings of a list; undefined where it is anything but a list of strings, or nothing. */
function texts(value: unknown): readonly string[] | undefined {
  if (!isListOrNone(value)) return undefined;
  const all = list(value);
  return all.every((each) => typeof each === 'string') ? all : undefined;
}

function isListOrNone(value: unknown): boolean {
  return value === undefined || value === null || Array.isArray(value);
}

/** Whether a rule takes requests for resources, and those for other paths, as far as its form says (ruleMatches of pkg/audit/policy/checker.go). */
export function takes({ namespaces, resources, urls }: AuditRule, what: 'resources' | 'urls'): boolean {
  const isOfResources = namespaces.length > 0 || resources.length > 0;
  if (what === 'resources') return isOfResources || urls.length === 0;
  return !isOfResources;
}

/** ruleMatchesResource of pkg/audit/policy/checker.go, without the namespace. */
export function matchesTarget({ resources }: AuditRule, target: RequestTarget): boolean {
  return resources.length === 0 || resources.some((each) => matchesResources(each, target));
}

function matchesResources(own: GroupResources, { group, resource, subresource, name }: RequestTarget): boolean {
  if (own.group !== '*' && own.group !== group) return false;
  if (own.resources.length === 0) return true;
  if (own.names.length > 0 && (name === undefined || !own.names.includes(name))) return false;
  return own.resources.some((each) => matchesResource(each, resource, subresource));
}

function matchesResource(own: string, resource: string | undefined, subresource: string | undefined): boolean {
  if (own === '*') return true;
  if (own.startsWith('*/') && subresource !== '' && own.slice(2) === subresource) return true;
  if (resource === undefined) return false;
  if (own.endsWith('/*') && own.slice(0, -2) === resource) return true;
  return subresource !== undefined && own === (subresource === '' ? resource : `${resource}/${subresource}`);
}

/** pathMatches of pkg/audit/policy/checker.go. */
export function matchesUrl({ urls }: AuditRule, path: string): boolean {
  return urls.length === 0 || urls.some((own) => own === path || (own.endsWith('*') && path.startsWith(prefixOf(own))));
}

/** What a path has to begin with for a pattern that ends in stars. */
export function prefixOf(url: string): string {
  let end = url.length;
  while (end > 0 && url[end - 1] === '*') end--;
  return url.slice(0, end);
}
