import { groupBy } from '../../groups.ts';
import type { Resource } from '../../kube/resource.ts';
import { rootNamespace } from './mesh-settings.ts';
import { areWithin, type Neighbours, type RulePolicy, rulePolicyOf, takesPlace } from './rule-policies.ts';

/** Policies of one namespace that can excuse what another one opens; what further ones allowed counts as not allowed. */
const mostNeighbours = 30;
/** Policies of other namespaces that one for the whole mesh is compared with. */
const mostOpened = 1000;

/**
 * Tells which policies of both sides can decide about the same as one does, itself among them: those of its kind and namespace. A policy of
 * Istio in the root namespace is for every namespace (security.istio.io/v1, AuthorizationPolicy): it is a neighbour of all that it is for as
 * well, and may open what policies of any namespace keep out.
 */
export function neighbours(
  before: readonly Resource[],
  after: readonly Resource[],
): (was: Resource | undefined, is: Resource | undefined) => Neighbours {
  const [old, now] = [groupBy(before, placeOf), groupBy(after, placeOf)];
  const read = (all: readonly Resource[]) => all.flatMap((each) => rulePolicyOf(each) ?? []);
  let others: readonly RulePolicy[] | undefined;
  const ofOtherNamespaces = () => {
    others ??= read(before.filter((each) => isOfMesh(each) && !isInRoot(each)).slice(0, mostOpened)).filter(
      ({ isolates }) => isolates.size > 0,
    );
    return others;
  };
  return (was, is) => {
    const either = is ?? was;
    if (either === undefined) return { before: [], after: [] };
    const selves = read([was, is].flatMap((each) => each ?? []));
    const around = (all: ReadonlyMap<string, readonly Resource[]>, own: Resource | undefined) => {
      const at = (place: string) => read((all.get(place) ?? []).slice(0, mostNeighbours));
      const ofMesh =
        isOfMesh(either) && !isInRoot(either)
          ? at(placeOf({ group: either.group, kind: either.kind, namespace: rootNamespace }))
          : [];
      return [
        ...(own === undefined ? [] : read([own])),
        ...at(placeOf(either)),
        ...ofMesh.filter((policy) => selves.some((self) => takesPlace(policy, self))),
      ];
    };
    const added = is !== undefined && isOfMesh(is) && isInRoot(is) ? rulePolicyOf(is) : undefined;
    return {
      before: around(old, was),
      after: around(now, is),
      opened:
        added === undefined || added.allows.length === 0
          ? []
          : ofOtherNamespaces().filter(({ selectors }) => areWithin(selectors, added.selectors)),
    };
  };
}

/** Policies that can decide about the same pods. */
function placeOf({ group, kind, namespace }: Pick<Resource, 'group' | 'kind' | 'namespace'>): string {
  return JSON.stringify([group, kind, namespace]);
}

const isOfMesh = ({ group }: Resource) => group === 'security.istio.io';
const isInRoot = ({ namespace }: Resource) => namespace === rootNamespace;
