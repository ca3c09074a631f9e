import type { Resource } from '../../kube/resource.ts';
import { isMapping, list, type Mapping, mapping, text } from '../../plain-values.ts';
import type { Path } from '../../yaml/document.ts';
import { joinObjects, noObjects, type RbacObjects, type UnjudgedGrant } from '../model/rbac-objects.ts';
import { selectedNamespacesPrefix, unknownNamespacePrefix } from '../model/subject.ts';
import { partOf } from './part-of.ts';

/** Reads a role or binding that is inside another object. */
export type ReadObject = (resource: Resource) => RbacObjects;

const rbacKind = /(?:^|\/)(?:Cluster)?Role(?:Binding)?(?:\/|$)/;
const anyKind = /^(?:\*\/)*\*$/;
/** What of a role or binding decides who may do what. */
const decisive = /rules|subjects|roleRef|aggregationRule|aggregate-to-|userNames|groupNames/;

/**
 * The roles and bindings that a Kyverno policy generates, and its changes of them (kyverno.io ClusterPolicy and Policy; CEL
 * policies of policies.kyverno.io are named). A generated object without a fixed namespace is in an unknown one.
 */
export function readKyvernoPolicy(resource: Resource, read: ReadObject): RbacObjects {
  const spec = mapping(resource.value.spec);
  if (
    resource.kind === 'GeneratingPolicy' ||
    resource.kind === 'MutatingPolicy' ||
    resource.kind === 'NamespacedGeneratingPolicy' ||
    resource.kind === 'NamespacedMutatingPolicy'
  ) {
    return expressions(resource, spec);
  }
  return joinObjects(
    list(spec.rules).map((item, index) => {
      const rule = mapping(item);
      const path = ['spec', 'rules', index];
      return joinObjects([
        generated(resource, [...path, 'generate'], rule.generate, read),
        { ...noObjects, unjudged: mutations(resource, path, rule) },
      ]);
    }),
  );
}

function generated(resource: Resource, path: Path, value: unknown, read: ReadObject): RbacObjects {
  if (!isMapping(value)) return noObjects;
  const each = list(value.foreach).map((item, index) => generated(resource, [...path, 'foreach', index], item, read));
  const kind = text(value.kind);
  if (kind !== undefined && !isTemplated(kind) && !rbacKind.test(kind)) return joinObjects(each);
  if (isMapping(value.cloneList)) each.push(clonedList(resource, [...path, 'cloneList'], value.cloneList));
  if (kind === undefined) return joinObjects(each);
  if (!isMapping(value.data)) {
    const what = `generates ${kind}s that it copies from elsewhere`;
    return joinObjects([...each, unjudged(resource, path, what, ['clones', kind])]);
  }
  const metadata = mapping(value.data.metadata);
  const namespace = text(value.namespace);
  const object = {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    ...value.data,
    kind,
    metadata: {
      ...metadata,
      name: text(value.name) ?? text(metadata.name) ?? '',
      namespace: namespace === undefined || isTemplated(namespace) ? undefined : namespace,
    },
  };
  const part = partOf(resource, [...path, 'data'], object);
  return joinObjects([...each, inPlace(read(part), `${selectedNamespacesPrefix}${resource.name}/${part.name}`)]);
}

/** Objects of a namespace that only the trigger knows: the same one, wherever the policy's file is. */
function inPlace(objects: RbacObjects, namespace: string): RbacObjects {
  const isOpen = (own: string | undefined) => own?.startsWith(unknownNamespacePrefix) === true;
  return {
    ...objects,
    roles: objects.roles.map((role) => (isOpen(role.namespace) ? { ...role, namespace } : role)),
    bindings: objects.bindings.map((binding) => (isOpen(binding.namespace) ? { ...binding, namespace } : binding)),
  };
}

function clonedList(resource: Resource, path: Path, { kinds }: Mapping): RbacObjects {
  const wanted = list(kinds).flatMap((kind) => text(kind) ?? []);
  const isRbac = wanted.some((kind) => rbacKind.test(kind) || isTemplated(kind) || anyKind.test(kind));
  if (!isRbac) return noObjects;
  return unjudged(resource, path, 'generates roles or bindings that it copies from elsewhere', ['clones']);
}

/** Changes of roles or bindings that are admitted or exist already. */
function mutations(resource: Resource, path: Path, { match, mutate }: Mapping): UnjudgedGrant[] {
  if (!isMapping(mutate)) return [];
  const targets = list(mutate.targets).map((target) => text(mapping(target).kind) ?? '');
  const kinds = targets.length > 0 ? targets : matchedKinds(match);
  if (!kinds.some((kind) => rbacKind.test(kind) || anyKind.test(kind) || isTemplated(kind))) return [];
  const { targets: _, ...patches } = mutate;
  if (!decisive.test(JSON.stringify(patches))) return [];
  const what = 'changes roles or bindings';
  return [{ what, code: ['mutates'], severity: 'high', resource, path: [...path, 'mutate'] }];
}

function matchedKinds(match: unknown): readonly string[] {
  const { resources, any, all } = mapping(match);
  const filters = [resources, ...[...list(any), ...list(all)].map((item) => mapping(item).resources)];
  return filters.flatMap((filter) => list(mapping(filter).kinds)).flatMap((kind) => text(kind) ?? []);
}

/** A CEL policy computes what it makes: that it has to do with roles or bindings is all that can be said. */
function expressions(resource: Resource, spec: Mapping): RbacObjects {
  const written = JSON.stringify([spec.variables, spec.generate, spec.mutations, spec.matchConstraints]) ?? '';
  if (!/rbac\.authorization\.k8s\.io|(?:Cluster)?Role(?:Binding)?\b|roleRef|rolebindings|clusterroles/.test(written))
    return noObjects;
  return unjudged(resource, ['spec'], 'makes or changes roles or bindings by expressions', ['expressions']);
}

function unjudged(resource: Resource, path: Path, what: string, code: readonly string[]): RbacObjects {
  return { ...noObjects, unjudged: [{ what, code, severity: 'high', resource, path }] };
}

function isTemplated(text: string): boolean {
  return text.includes('{{') || text.includes('${');
}
