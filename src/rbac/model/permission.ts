import { mapping } from '../../plain-values.ts';
/** The value of a `names` factor that means requests for any name, or for none. */
export const anyName = null;

/** Requests on resources, as the product of four factors: any verb of any resource of any group, by name. */
export interface ResourcePermission {
  readonly kind: 'resource';
  readonly verbs: readonly string[];
  readonly groups: readonly string[];
  readonly resources: readonly string[];
  /** `[anyName]` where the rule names none. `''` is a request that carries no name, `'*'` a literal. */
  readonly names: readonly (string | null)[];
}

/** Requests on paths outside the resource API (`/healthz`, `/metrics`). */
export interface UrlPermission {
  readonly kind: 'url';
  readonly verbs: readonly string[];
  readonly urls: readonly string[];
}

/** What one rule allows: a product of factors, never enumerated. */
export type Permission = ResourcePermission | UrlPermission;

export type Factor = readonly (string | null)[];

/** The factors of a permission, in the order of its kind. */
export function factorsOf(permission: Permission): readonly Factor[] {
  return permission.kind === 'url'
    ? [permission.verbs, permission.urls]
    : [permission.verbs, permission.groups, permission.resources, permission.names];
}

/** The permission of these factors; the inverse of `factorsOf`. */
export function permissionOf(kind: Permission['kind'], factors: readonly Factor[]): Permission {
  const [verbs = [], second = [], resources = [], names = []] = factors;
  return kind === 'url'
    ? { kind, verbs: strings(verbs), urls: strings(second) }
    : { kind, verbs: strings(verbs), groups: strings(second), resources: strings(resources), names };
}

/**
 * Reads one item of `rules` (rbac.authorization.k8s.io PolicyRule). Leaves out what no request can match, so that a
 * rule without verbs, or with resources and no groups, is not a permission at all.
 */
export function readPolicyRule(value: unknown): readonly Permission[] {
  const rule = mapping(value);
  const verbs = absorb(list(rule.verbs).map(substituted));
  if (verbs.length === 0) return [];
  const permissions: Permission[] = [];
  const groups = absorb(list(rule.apiGroups).map(substituted));
  const resources = absorb(list(rule.resources).map(substituted).filter(matchesSomeRequest));
  if (groups.length > 0 && resources.length > 0) {
    const named = list(rule.resourceNames);
    const names = named.length > 0 ? [...new Set(named)] : [anyName];
    permissions.push({ kind: 'resource', verbs, groups, resources, names });
  }
  const urls = [...new Set(list(rule.nonResourceURLs).flatMap(reachableUrl))];
  if (urls.length > 0) permissions.push({ kind: 'url', verbs, urls });
  return permissions;
}

/** One text per permission whatever the order of its entries. */
export function permissionKey(permission: Permission): string {
  return JSON.stringify([permission.kind, ...factorsOf(permission).map((factor) => [...factor].sort(byText))]);
}

/**
 * Whether any request can carry the resource. The authorizer compares `resource` or `resource/subresource` literally
 * and also knows two wildcards: the bare asterisk, and an asterisk before one subresource
 * (pkg/apis/rbac/v1/evaluation_helpers.go, ResourceMatches). No API is served under a name with an asterisk, so
 * `pods/*` allows nothing.
 */
function matchesSomeRequest(resource: string): boolean {
  // An action of a template may become anything.
  if (resource === '*' || resource.includes('{{')) return true;
  const rest = resource.startsWith('*/') ? resource.slice(2) : resource;
  return !rest.includes('*') && !rest.endsWith('/') && !(rest === '' && resource !== '');
}

/** Every path begins with a slash: `*` says no more than `/*`, and `healthz` matches nothing. */
function reachableUrl(url: string): readonly string[] {
  if (/^\*+$/.test(url)) return ['/*'];
  return url.startsWith('/') || url.includes('{{') ? [url] : [];
}

/** A list of strings as the API server would take it; one bare string is read as a list of one. */
function list(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** What Flux makes of `${VAR:=default}` where the variable is not set; without a default, or by a function, it may become anything. */
function substituted(item: string): string {
  if (!item.includes('${')) return item;
  let isOpen = false;
  const text = item.replace(/\$\{[A-Za-z_]\w{0,200}(?::?[-=]([^{}]*))?\}/g, (_, fallback: string | undefined) => {
    if (!fallback) isOpen = true;
    return fallback ?? '';
  });
  return isOpen || text.includes('${') ? '*' : text;
}

/** Without repetitions, and without what a wildcard of the same list says already. */
function absorb(items: readonly string[]): readonly string[] {
  if (items.includes('*')) return ['*'];
  const set = new Set(items);
  return [...set].filter((item) => {
    const slash = item.indexOf('/');
    return slash < 0 || item.startsWith('*/') || !set.has(`*${item.slice(slash)}`);
  });
}

function strings(factor: Factor): readonly string[] {
  return factor.filter((item) => item !== null);
}

function byText(a: string | null, b: string | null): number {
  const [left, right] = [a ?? '', b ?? ''];
  return left < right ? -1 : left > right ? 1 : 0;
}
