import type { Resource } from '../../kube/resource.ts';
import { mapping } from '../../plain-values.ts';
import type { Delivered } from './find-roots.ts';

/** Says of a Kustomization of Flux whether the kustomization that it builds puts all its objects into a namespace, as a target would. */
export function keptNamespaces({
  graph: { view },
  roots,
}: Delivered): (declaration: Resource, namespace: string) => boolean {
  const declared = [...roots.values()].filter(({ kind }) => kind === 'Kustomization');
  return (declaration, namespace) =>
    declared.some((root) => {
      const document =
        root.declared?.file === declaration.file ? view.documents(declaration.file)[root.declared.document] : undefined;
      const { metadata, kind: own } = mapping(document?.value);
      if (
        own !== declaration.kind ||
        mapping(metadata).name !== declaration.name ||
        document?.at([]).line !== declaration.at([]).line
      )
        return false;
      const built = view.kustomizationOf(root.folder);
      return built !== undefined && mapping(view.documents(built)[0]?.value).namespace === namespace;
    });
}
