import type { Resource } from '../../kube/resource.ts';
import type { ScopeObjects } from '../../kube/scope.ts';
import { isMapping, type Mapping, mapping, text, valueUnder } from '../../plain-values.ts';
import type { Path } from '../../yaml/document.ts';
import { podSecurityPrefix } from './pod-security-labels.ts';

/** What an object says of a namespace's labels. */
export interface DeclaredNamespace {
  readonly name: string;
  readonly labels: Mapping;
  readonly resource: Resource;
  /** From the object to the labels. */
  readonly path: Path;
}

const managed = ['spec', 'syncPolicy', 'managedNamespaceMetadata', 'labels'];

/**
 * The namespace whose labels an object states: a Namespace, or a Project of OpenShift; an Application of Argo CD for the
 * namespace it creates (`managedNamespaceMetadata`). Undefined for other objects.
 */
export function declaredNamespace(resource: Resource): DeclaredNamespace | undefined {
  const { group, kind, name, value } = resource;
  if ((group === '' && kind === 'Namespace') || (group === 'project.openshift.io' && kind === 'Project')) {
    return { name, labels: mapping(mapping(value.metadata).labels), resource, path: ['metadata', 'labels'] };
  }
  if (group !== 'argoproj.io' || kind !== 'Application') return undefined;
  const labels = valueUnder(value, ...managed);
  const namespace = text(valueUnder(value, 'spec', 'destination', 'namespace'));
  if (!isMapping(labels) || namespace === undefined) return undefined;
  return { name: namespace, labels, resource, path: managed };
}

/** The namespaces of which nothing states labels for pods any more that something stated before: objects of them may still be there. */
export function undeclaredNamespaces({ before, after }: ScopeObjects): readonly DeclaredNamespace[] {
  const declared = (objects: readonly Resource[]) => objects.flatMap((each) => declaredNamespace(each) ?? []);
  const still = new Set(declared(after).map(({ name }) => name));
  return declared(before).filter(({ name, labels }) => {
    return !still.has(name) && Object.keys(labels).some((label) => label.startsWith(podSecurityPrefix));
  });
}
