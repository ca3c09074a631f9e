import type { Resource } from '../../kube/resource.ts';
import { list, type Mapping, mapping, scalarText } from '../../plain-values.ts';
import { readLabelSelector, readLabels, selects } from '../../rbac/model/label-selector.ts';
import { parsedText } from '../../render/model/parsed-values.ts';

/** Makes a project what it is with all that it inherits. */
export type WithInherited = (project: Mapping) => Mapping;

const inheritedLists = [
  'clusterResourceWhitelist',
  'clusterResourceBlacklist',
  'namespaceResourceWhitelist',
  'namespaceResourceBlacklist',
  'sourceRepos',
  'destinations',
] as const;

/**
 * What projects inherit from those that `globalProjects` of `argocd-cm` names for their labels: its lists after their own (argo-cd, util/argo,
 * GetGlobalProjects and mergeVirtualProject). Where that ConfigMap is not among the objects, nothing is known to be inherited.
 */
export function withInherited(objects: readonly Resource[], projects: ReadonlyMap<string, Mapping>): WithInherited {
  const rules = objects
    .filter(({ group, kind, name }) => group === '' && kind === 'ConfigMap' && name === 'argocd-cm')
    .flatMap(({ value }) => list(parsedText(scalarText(mapping(value.data).globalProjects))))
    .flatMap((each) => {
      const { labelSelector, projectName } = mapping(each);
      const selector = readLabelSelector(labelSelector);
      const spec = mapping(projects.get(scalarText(projectName))?.spec);
      return selector === undefined ? [] : [{ selector, name: scalarText(projectName), spec }];
    });
  return (project) => {
    const { name, labels } = mapping(project.metadata);
    const own = rules.filter((each) => each.name !== name && selects(each.selector, readLabels(labels)));
    return own.length === 0 ? project : { ...project, spec: own.reduce(merged, mapping(project.spec)) };
  };
}

function merged(spec: Mapping, { spec: more }: { readonly spec: Mapping }): Mapping {
  const lists = inheritedLists.flatMap((field) =>
    list(more[field]).length === 0 ? [] : [[field, [...list(spec[field]), ...list(more[field])]]],
  );
  return { ...spec, ...Object.fromEntries(lists) };
}
