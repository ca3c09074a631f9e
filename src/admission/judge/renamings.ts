import { groupBy } from '../../groups.ts';
import { identityKey } from '../../kube/identity/identity-key.ts';
import type { Resource } from '../../kube/resource.ts';
import { canonical, json, mapping, scalarText, valueUnder } from '../../plain-values.ts';

/** New objects that are tried as what an object that is gone is called now. */
const mostRenamed = 50;

/** Tells whether a new object of its kind refuses all that one refused that is gone: under another name it refuses the same, or more. */
export function renamings(
  old: readonly Resource[],
  now: readonly Resource[],
  refusesAsMuch: (was: Resource, is: Resource) => boolean,
): (gone: Resource) => boolean {
  const placeOf = ({ group, kind, namespace }: Resource) => json([group, kind, namespace]);
  const known = new Set(old.map(identityKey));
  const contents = groupBy(now, contentOf);
  const added = groupBy(
    now.filter((each) => !known.has(identityKey(each))),
    placeOf,
  );
  const isRenamed = (gone: Resource, each: Resource) => isNamedAlike(gone, each) && refusesAsMuch(gone, each);
  return (gone) =>
    !isStillNamed(gone, now) &&
    // What is under the name, in annotations or exceptions, counts for the same content as well.
    ((contents.get(contentOf(gone)) ?? []).slice(0, mostRenamed).some((each) => refusesAsMuch(gone, each)) ||
      (added.get(placeOf(gone)) ?? []).slice(0, mostRenamed).some((each) => isRenamed(gone, each)));
}

function contentOf({ group, kind, namespace, value: { metadata, ...content } }: Resource): string {
  return canonical([group, kind, namespace, content]);
}

/** A ConstraintTemplate is for the constraints of the kind that it names. */
function isNamedAlike(one: Resource, other: Resource): boolean {
  const kindOf = ({ value }: Resource) => scalarText(valueUnder(value, 'spec', 'crd', 'spec', 'names', 'kind'));
  return kindOf(one) === kindOf(other);
}

/** A policy without a binding does nothing: one that a binding still asks for by its former name refuses nothing under another one. */
function isStillNamed({ kind, name }: Resource, now: readonly Resource[]): boolean {
  if (!kind.endsWith('AdmissionPolicy')) return false;
  return now.some((each) => each.kind === `${kind}Binding` && scalarText(mapping(each.value.spec).policyName) === name);
}
