import { nearest } from '../../nearest.ts';
import type { Permission } from '../model/permission.ts';
import { knownResource, knownResources } from '../model/resource-names.ts';

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
 * The verbs of Kubernetes' API server (staging/src/k8s.io/apiserver/pkg/endpoints/request/requestinfo.go, and of URLs the HTTP
 * methods) and those it asks RBAC about by itself.
 */
export const knownVerbs: readonly string[] = [
  ...['get', 'list', 'watch', 'create', 'update', 'patch', 'delete', 'deletecollection'],
  ...['bind', 'escalate', 'impersonate', 'use', 'approve', 'sign', 'attest'],
  ...['head', 'options', 'post', 'put'],
];

/** Whether the verb can be asked about as it is written: one of Kubernetes' own, all, or a constrained impersonation (1.35). */
export function isKnownVerb(verb: string): boolean {
  return verb === '*' || knownVerbs.includes(verb) || /^impersonate(?::|-on:)/.test(verb);
}

/** The resource of Kubernetes' own that a word without a group most likely means; undefined where it is one, or near to none. */
export function likelyResource(text: string): string | undefined {
  const [word = ''] = text.split('/');
  if (text.startsWith('/') || word.includes('.') || word === '*' || knownResource(word, undefined) !== undefined) {
    return undefined;
  }
  return nearest(word, knownResources);
}

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
