import type { Resource } from '../../src/kube/resource.ts';
import { resourcesOf } from '../../src/kube/resources.ts';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import { type RbacChange, rbacChange } from '../../src/rbac/judge/widening.ts';
import { wideningMessage } from '../../src/rbac/judge/wording.ts';
import type { RbacOptions } from '../../src/rbac/state/rbac-state.ts';
import { parseYaml } from '../../src/yaml/parse-yaml.ts';
import type { Manifest } from './authorizer.ts';

export type Files = Readonly<Record<string, string>>;

/** The objects of these files. */
export function resources(files: Files): Resource[] {
  return Object.entries(files).flatMap(([file, text]) => {
    const { documents, unreadable } = parseYaml(Buffer.from(text), defaultPolicy.limits);
    if (unreadable.length > 0) throw new Error(`${file}: ${JSON.stringify(unreadable)}`);
    return documents.flatMap((document) => resourcesOf(document, file));
  });
}

/** What changes between two sets of files of one scope. */
export function change(before: Files, after: Files, options: RbacOptions = defaultPolicy): RbacChange {
  return rbacChange({ before: resources(before), after: resources(after) }, options);
}

/** One line per finding of a change: place, severity, sentence. */
export function lines({ widenings, unknownRoles, masters }: RbacChange): string[] {
  return [
    ...widenings.map((widening) => {
      const [path = []] = widening.paths;
      const { file, line, column } = widening.resource.at(path);
      const rule = widening.isForEveryone ? 'everyone' : widening.isLatent ? 'latent' : 'widened';
      return `${file}:${line}:${column} ${widening.severity} ${rule} ${wideningMessage(widening)}`;
    }),
    ...unknownRoles.map(({ binding, resource, paths: [path = []] }) => {
      const { file, line } = resource.at(path);
      return `${file}:${line} unknown ${binding.role.kind} ${binding.role.name}`;
    }),
    ...masters.map(({ resource, path }) => `${resource.at(path).file}:${resource.at(path).line} masters`),
  ].sort();
}

export function role(kind: 'Role' | 'ClusterRole', name: string, rules: string, extra = ''): string {
  return `apiVersion: rbac.authorization.k8s.io/v1\nkind: ${kind}\nmetadata:\n  name: ${name}\n${extra}rules:\n${rules}\n---\n`;
}

export function binding(name: string, roleRef: string, subjects: readonly string[], namespace?: string): string {
  const kind = namespace === undefined ? 'ClusterRoleBinding' : 'RoleBinding';
  const [roleKind, roleName] = roleRef.split('/');
  const place = namespace === undefined ? '' : `  namespace: ${namespace}\n`;
  const list = subjects.map((subject) => {
    const [subjectKind, subjectName, subjectNamespace] = subject.split('/');
    return `- {kind: ${subjectKind}, name: "${subjectName}"${subjectNamespace ? `, namespace: ${subjectNamespace}` : ''}}`;
  });
  return `apiVersion: rbac.authorization.k8s.io/v1\nkind: ${kind}\nmetadata:\n  name: ${name}\n${place}roleRef: {kind: ${roleKind}, name: "${roleName}"}\nsubjects:\n${list.join('\n')}\n---\n`;
}

/** Objects as they are, each in a file of its own. */
export function objectsAsResources(objects: readonly Manifest[]): Resource[] {
  return objects.flatMap((object) => {
    const { kind, metadata } = object;
    const file = `${kind}-${metadata.namespace ?? ''}-${metadata.name}.yaml`;
    return resources({ [file]: JSON.stringify({ apiVersion: 'rbac.authorization.k8s.io/v1', ...object }) });
  });
}
