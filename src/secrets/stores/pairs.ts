import { groupBy } from '../../groups.ts';
import type { Resource } from '../../kube/resource.ts';
import { canonical } from '../../plain-values.ts';

/** An object with what it was; undefined where it is new, or gone. */
export interface ResourcePair {
  readonly before: Resource | undefined;
  readonly after: Resource | undefined;
}

const likenesses: readonly ((resource: Resource) => readonly unknown[])[] = [
  ({ group, kind, namespace, name, file }) => [group, kind, namespace, name, file],
  ({ group, kind, namespace, name }) => [group, kind, namespace, name],
  ({ group, kind, name }) => [group, kind, name],
  // Under another name it is the same.
  ({ group, kind, value: { metadata, ...content } }) => [group, kind, content],
];

/** Pairs the objects of two sides: by name, else by what they hold. Unchanged ones are left out. */
export function pairResources(before: readonly Resource[], after: readonly Resource[]): readonly ResourcePair[] {
  const [shared, known] = [new Set(after), new Set(before)];
  let left = before.filter((resource) => !shared.has(resource));
  let open = after.filter((resource) => !known.has(resource));
  const pairs: ResourcePair[] = [];
  for (const likeness of likenesses) {
    const sources = groupBy([...left].reverse(), (resource) => canonical(likeness(resource)));
    const taken = new Set<Resource>();
    open = open.filter((resource) => {
      const source = sources.get(canonical(likeness(resource)))?.pop();
      if (source === undefined) return true;
      taken.add(source);
      pairs.push({ before: source, after: resource });
      return false;
    });
    left = left.filter((resource) => !taken.has(resource));
  }
  return [
    ...pairs,
    ...open.map((after) => ({ before: undefined, after })),
    ...left.map((before) => ({ before, after: undefined })),
  ];
}
