import type { RequestTarget } from './audit-policy.ts';
import type { Request } from './request-classes.ts';

/** A kind of requests in words: `get of pods/log in namespace shop by jane`. */
export function describeRequest({ user, verb, namespace, target, path }: Request, group: string | undefined): string {
  const what = path === undefined ? ofTarget(target) : ofPath(path);
  const where = namespace === undefined ? '' : namespace === '' ? ' outside namespaces' : ` in namespace ${namespace}`;
  const who = user !== undefined ? ` by ${user}` : group !== undefined ? ` by members of ${group}` : '';
  if (what === undefined && where === '' && who === '' && verb === undefined) return 'requests that no rule names';
  const first = verb === undefined ? 'requests' : `${verb} requests`;
  return `${first}${what === undefined ? '' : ` ${what}`}${where}${who}`;
}

/** Whether it is every request of its user and verb that no rule names otherwise. */
export function isWhole({ namespace, target, path }: Request): boolean {
  const { group, resource, subresource, name } = target ?? {};
  return [namespace, path, group, resource, subresource, name].every((each) => each === undefined);
}

/** Whether it is for a URL that no rule names. */
export function isOtherUrl({ path }: Request): boolean {
  return path !== undefined && /^\/…+$/.test(path);
}

function ofPath(path: string): string | undefined {
  if (isOtherUrl({ path })) return 'for other URLs';
  return `to ${path.replace(/…+$/, '*')}`;
}

function ofTarget(target: RequestTarget | undefined): string | undefined {
  if (target === undefined) return undefined;
  const { group, resource, subresource, name } = target;
  const part = subresource === undefined ? '/*' : subresource === '' ? '' : `/${subresource}`;
  const named = name === undefined ? '' : ` called ${name}`;
  if (resource === undefined) {
    const of = group === undefined ? '' : ` of ${group === '' ? 'the core API group' : group}`;
    if (part === '/*' && named === '') return of === '' ? undefined : `for resources${of}`;
    return `for ${part === '/*' ? 'resources' : `*${part}`}${of}${named}`;
  }
  // The resource itself is what is meant where all of its parts are treated alike.
  const whole = part === '/*' ? `${resource}/*` : `${resource}${part}`;
  return `for ${group === undefined || group === '' ? whole : qualified(whole, group)}${named}`;
}

/** `deployments.apps/scale`, as kubectl takes it. */
function qualified(resource: string, group: string): string {
  const [parent = '', ...rest] = resource.split('/');
  return [`${parent}.${group}`, ...rest].join('/');
}
