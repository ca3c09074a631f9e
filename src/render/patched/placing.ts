import { folderOf } from '../../kube/kustomization.ts';
import type { Resource } from '../../kube/resource.ts';
import { withValue } from '../../kube/resources.ts';
import type { ScopeObjects } from '../../kube/scope.ts';
import { mapping, text } from '../../plain-values.ts';
import type { Graph } from '../graph/graph.ts';
import { PatchedResource, writtenAs } from './patched-resource.ts';
import type { Sides } from './patching.ts';
import { Takers, type Way } from './takers.ts';

/** Gives objects the namespaces into which they are delivered: the same sides where all of them state these. */
export type Place = (sides: ScopeObjects) => ScopeObjects;

/**
 * Puts objects into the namespaces that kustomizations give them: `namespace` takes the place of one that is stated, and of a Namespace's name, unless a
 * transformer of its own says otherwise (kustomize api/filters/namespace). Only where every way of an object's file says the same.
 */
export function placing(sides: Sides, isPlain: (file: string) => boolean): Place {
  const made = new Map<Resource, Map<string, Resource>>();
  const of = (takers: Takers, graph: Graph) => {
    const namespaces = new Map<string, string | undefined>();
    return (resource: Resource): Resource => {
      const { isEmbedded, isPatch, namespace } = resource;
      const isNamespace = resource.group === '' && resource.kind === 'Namespace';
      const written = writtenAs(resource);
      if (isEmbedded === true || isPatch === true || (namespace === undefined && !isNamespace)) return resource;
      if (isPlain(written.file)) return resource;
      // What a patch made of it is what the kustomization with the patch delivers.
      const through = written === resource ? undefined : folderOf(resource.file);
      const key = JSON.stringify([written.file, through]);
      if (!namespaces.has(key)) namespaces.set(key, namespaceOf(takers.waysOf(written.file) ?? [], graph, through));
      const given = namespaces.get(key);
      if (given === undefined || given === (isNamespace ? resource.name : namespace)) return resource;
      const known = made.get(resource) ?? new Map<string, Resource>();
      made.set(resource, known);
      const moved = known.get(given) ?? inNamespace(resource, given, isNamespace);
      known.set(given, moved);
      return moved;
    };
  };
  const before = of(new Takers(sides.before, sides.after), sides.before.graph);
  const after = of(new Takers(sides.after, sides.before), sides.after.graph);
  return (objects) => {
    const placed = { before: objects.before.map(before), after: objects.after.map(after) };
    const isSame = (['before', 'after'] as const).every((side) =>
      placed[side].every((each, index) => each === objects[side][index]),
    );
    return isSame ? objects : { ...objects, ...placed };
  };
}

function inNamespace(resource: Resource, given: string, isNamespace: boolean): Resource {
  const [name, namespace] = isNamespace ? [given, resource.namespace] : [resource.name, given];
  if (resource instanceof PatchedResource) return resource.called(name, namespace);
  const metadata = { ...mapping(resource.value.metadata), [isNamespace ? 'name' : 'namespace']: given };
  return withValue(resource, { ...resource.value, metadata });
}

/** The namespace that all ways give; undefined where one gives none, or they differ. */
function namespaceOf(ways: readonly Way[], graph: Graph, through: string | undefined): string | undefined {
  const own = ways.filter(({ folders }) => through === undefined || folders.includes(through));
  const given = new Set(
    own.flatMap(({ folders, options }) => {
      const stated = folders.flatMap((folder) => {
        const part = graph.kustomization(folder);
        return text(mapping(part && graph.view.documents(part.file)[0]?.value).namespace) ?? [];
      });
      return options.map((each) => text(each.namespace) ?? stated.at(-1));
    }),
  );
  const [only] = given;
  // What something fills in later is no namespace yet.
  return given.size === 1 && only !== undefined && /^[a-z0-9-]+$/.test(only) ? only : undefined;
}
