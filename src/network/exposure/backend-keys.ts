import type { Resource } from '../../kube/resource.ts';
import { unknownNamespacePrefix } from '../../rbac/model/subject.ts';
import type { Backend } from './exposure.ts';
import { backendsOf, serviceKey } from './ingress-backends.ts';

/** The folder whose namespace that of a folder is, where its objects state none; the folder itself where nothing joins it with others. */
export type JoinedIn = (folder: string) => string;

/** Services and what leads to them, by keys that are the same for one Service wherever it is named. */
export interface BackendKeys {
  readonly backendsOf: (route: Resource) => readonly Backend[];
  readonly serviceKey: (resource: Resource, service: string) => string;
}

/** The keys by which a Service and a route that state no namespace meet, though they are in two folders that a kustomization joins. */
export function backendKeys(joinedIn: JoinedIn): BackendKeys {
  const joined = (key: string): string => {
    if (!key.startsWith(unknownNamespacePrefix)) return key;
    const slash = key.lastIndexOf('/');
    const folder = key.slice(unknownNamespacePrefix.length, slash);
    return `${unknownNamespacePrefix}${joinedIn(folder === '.' ? '' : folder) || '.'}${key.slice(slash)}`;
  };
  return {
    backendsOf: (route) => backendsOf(route).map((each) => ({ ...each, key: joined(each.key) })),
    serviceKey: (resource, service) => joined(serviceKey(resource, service)),
  };
}
