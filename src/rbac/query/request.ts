import type { Permission } from '../model/permission.ts';
import { knownResource } from '../model/resource-names.ts';

/** A question to the authorizer. */
export type AccessRequest =
  | {
      readonly kind: 'resource';
      readonly verb: string;
      /** Undefined: whatever group serves a resource of that name. */
      readonly group: string | undefined;
      /** With its subresource: `pods/log`. */
      readonly resource: string;
      /** Undefined: the request carries no name. */
      readonly name: string | undefined;
    }
  | { readonly kind: 'url'; readonly verb: string; readonly url: string };

/**
 * Reads a request as people write it: `pods`, `pods/log`, `deployments.apps`, `deployments.v1.apps/scale`, short and
 * singular names of Kubernetes' own resources, or a path such as `/metrics`.
 */
export function readAccessRequest(verb: string, text: string, name?: string): AccessRequest {
  if (text.startsWith('/')) return { kind: 'url', verb, url: text };
  const slash = text.indexOf('/');
  const [type, subresource] = slash < 0 ? [text, ''] : [text.slice(0, slash), text.slice(slash)];
  const [word = '', ...rest] = type.split('.');
  const [first = '', ...groupAfterVersion] = rest;
  const isVersioned = /^v\d+((alpha|beta)\d+)?$/.test(first) && rest.length > 1;
  const stated = rest.length === 0 ? undefined : (isVersioned ? groupAfterVersion : rest).join('.');
  const known = knownResource(word, stated);
  const resource = `${known?.resource ?? word}${subresource}`;
  return { kind: 'resource', verb, group: stated ?? known?.group, resource, name };
}

/** Whether the permission allows the request (plugin/pkg/auth/authorizer/rbac/rbac.go, RuleAllows). */
export function allows(permission: Permission, request: AccessRequest): boolean {
  if (!permission.verbs.includes('*') && !permission.verbs.includes(request.verb)) return false;
  if (permission.kind === 'url')
    return request.kind === 'url' && permission.urls.some((url) => matchesUrl(url, request.url));
  if (request.kind === 'url') return false;
  const { group, resource, name } = request;
  const slash = resource.indexOf('/');
  return (
    (group === undefined || permission.groups.includes('*') || permission.groups.includes(group)) &&
    (permission.resources.includes('*') ||
      permission.resources.includes(resource) ||
      (slash >= 0 && permission.resources.includes(`*${resource.slice(slash)}`))) &&
    (permission.names.includes(null) || permission.names.includes(name ?? ''))
  );
}

function matchesUrl(pattern: string, url: string): boolean {
  return pattern === url || (pattern.endsWith('*') && url.startsWith(pattern.replace(/\*+$/, '')));
}
