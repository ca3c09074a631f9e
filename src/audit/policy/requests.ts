import { isSameValue } from '../../plain-values.ts';
import { enumerate } from '../../rbac/judge/sentence.ts';
import type { RequestTarget } from './audit-policy.ts';
import type { RequestPart } from './request-classes.ts';

/** Targets or paths that are compared with each other; of more all are named. */
const mostCompared = 200;

/** Requests in words: `get requests for pods/log, secrets in namespace shop by jane`. */
export function describeRequests(
  { users, verbs, namespaces, targets, paths }: RequestPart,
  groups: readonly string[],
): string {
  const what = paths.length > 0 ? ofPaths(paths) : ofTargets(targets);
  const where = placesOf(namespaces);
  const [own, named] = [namesIn(users), namesIn(verbs)];
  const who =
    own.length > 0
      ? ` by ${enumerate(own)}`
      : groups.length > 0
        ? ` by members of ${groups.length > 1 ? 'one of ' : ''}${enumerate(groups)}`
        : '';
  if (what === undefined && where === '' && who === '' && named.length === 0) return 'requests that no rule names';
  const first = named.length === 0 ? 'requests' : `${enumerate(named)} requests`;
  return `${first}${what === undefined ? '' : ` ${what}`}${where}${who}`;
}

/** Whether it is every request of its users and verbs that no rule names otherwise. */
export function isWhole({ namespaces, targets, paths }: RequestPart): boolean {
  return paths.length === 0 && isAny(namespaces) && targets.some(isAnyTarget);
}

/** Whether it is for URLs that no rule names. */
export function isOfOtherUrls({ paths }: RequestPart): boolean {
  return paths.some(isOtherUrl);
}

/** Whether the one has all that the other has: the same names, or one that is for every user, verb or resource. */
export function includes(one: RequestPart, other: RequestPart): boolean {
  const has = <T>(own: readonly T[], wanted: readonly T[], isAnyOf: (own: readonly T[]) => boolean) =>
    own === wanted || isAnyOf(own) || isSameValue(own, wanted);
  return (
    has(one.users, other.users, isAny) &&
    has(one.verbs, other.verbs, isAny) &&
    has(one.namespaces, other.namespaces, isAny) &&
    (one.paths.length > 0
      ? has(one.paths, other.paths, (own) => own.some(isOtherUrl))
      : other.paths.length === 0 && has(one.targets, other.targets, (own) => own.some(isAnyTarget)))
  );
}

/** Whether a list has every name that no rule has. */
export function isAny(names: readonly unknown[]): boolean {
  return names.includes(undefined);
}

function namesIn(names: readonly (string | undefined)[]): readonly string[] {
  return isAny(names) ? [] : names.flatMap((each) => each ?? []);
}

function isAnyTarget({ group, resource, subresource, name }: RequestTarget): boolean {
  return [group, resource, subresource, name].every((each) => each === undefined);
}

function isOtherUrl(path: string): boolean {
  return /^\/…+$/.test(path);
}

function placesOf(namespaces: readonly (string | undefined)[]): string {
  const names = namesIn(namespaces);
  const inside = names.filter((each) => each !== '');
  const outside = names.includes('') ? ['outside namespaces'] : [];
  const texts = [...(inside.length === 0 ? [] : [`in namespace ${enumerate(inside)}`]), ...outside];
  return texts.length === 0 ? '' : ` ${texts.join(' or ')}`;
}

function ofPaths(paths: readonly string[]): string {
  if (paths.some(isOtherUrl)) return 'for other URLs';
  const named = [...new Set(paths.map((path) => path.replace(/…+$/, '*')))];
  const isPart = (path: string) =>
    named.some((one) => one !== path && one.endsWith('*') && path.startsWith(one.slice(0, -1)));
  return `to ${enumerate(named.length > mostCompared ? named : named.filter((path) => !isPart(path)))}`;
}

function ofTargets(targets: readonly RequestTarget[]): string | undefined {
  const texts = withoutParts(targets).map(ofTarget);
  const named = texts.flatMap((each) => each ?? []);
  return named.length === 0 || named.length < texts.length ? undefined : `for ${enumerate([...new Set(named)])}`;
}

/** Without what a more general one of them says already. */
function withoutParts(targets: readonly RequestTarget[]): readonly RequestTarget[] {
  if (targets.length > mostCompared) return targets;
  const says = (one: RequestTarget, other: RequestTarget) =>
    (['group', 'resource', 'subresource', 'name'] as const).every(
      (key) => one[key] === undefined || one[key] === other[key],
    );
  return targets.filter((other) => !targets.some((one) => one !== other && says(one, other)));
}

function ofTarget(target: RequestTarget): string | undefined {
  const { group, resource, subresource, name } = target;
  const part = subresource === undefined ? '/*' : subresource === '' ? '' : `/${subresource}`;
  const named = name === undefined ? '' : ` called ${name}`;
  if (resource === undefined) {
    const of = group === undefined ? '' : ` of ${group === '' ? 'the core API group' : group}`;
    if (part === '/*' && named === '') return of === '' ? undefined : `resources${of}`;
    return `${part === '/*' ? 'resources' : `*${part}`}${of}${named}`;
  }
  // The resource itself is what is meant where all of its parts are treated alike.
  const whole = part === '/*' ? `${resource}/*` : `${resource}${part}`;
  return `${group === undefined || group === '' ? whole : qualified(whole, group)}${named}`;
}

/** `deployments.apps/scale`, as kubectl takes it. */
function qualified(resource: string, group: string): string {
  const [parent = '', ...rest] = resource.split('/');
  return [`${parent}.${group}`, ...rest].join('/');
}
