import { basename } from 'node:path/posix';
import { addTo, groupBy } from '../../groups.ts';
import { meets, placeOfDefinition } from '../../kube/identity/same-object.ts';
import { canonical, isSameValue, list, mapping, text } from '../../plain-values.ts';
import { memoize } from '../../rbac/model/memoize.ts';
import { unknownNamespacePrefix } from '../../rbac/model/subject.ts';
import { type Account, mayBePatch, type Pod } from './pod.ts';

/** What became of a pod: changed where it has both sides, else new or gone. */
export interface PodChange {
  readonly before: Pod | undefined;
  readonly after: Pod | undefined;
}

/**
 * The pods of one scope that are not what they were, each with the one on the base's side that it took the place of: the same
 * object in the same file, else in another; one that another file still defines; an object of the same name that changed its kind; one
 * that began or ceased to state its namespace; else one of the same kind in the same namespace that is gone and ran the same, whatever
 * it was called.
 */
export function podChanges(before: readonly Pod[], after: readonly Pod[]): readonly PodChange[] {
  const [old, open] = withoutShared(before, after);
  const pairs = new Map<Pod, Pod>();
  const left = new Set(old);
  const match = (likeness: (pod: Pod) => string | undefined) => {
    if (left.size === 0 || pairs.size === open.length) return;
    const alike = new Map<string, Pod[]>();
    for (const pod of [...left].reverse()) {
      const key = likeness(pod);
      if (key !== undefined) addTo(alike, key, pod);
    }
    for (const pod of open) {
      const key = pairs.has(pod) ? undefined : likeness(pod);
      const found = key === undefined ? undefined : alike.get(key)?.pop();
      if (found === undefined) continue;
      pairs.set(pod, found);
      left.delete(found);
    }
  };
  match((pod) => `${identityOf(pod)} ${pod.resource.file}`);
  match((pod) => `${identityOf(pod)} ${contentOf(pod)}`);
  match((pod) => `${identityOf(pod)} ${basename(pod.resource.file)}`);
  match(identityOf);
  for (const [pod, defined] of definedElsewhere(before, open, pairs)) pairs.set(pod, defined);
  for (const [pod, reading] of readElsewise(before, open, pairs)) pairs.set(pod, reading);
  match(({ namespace, part, resource: { name } }) => JSON.stringify([placeOf(namespace), name, part]));
  match(({ part, resource: { kind, name, file } }) => JSON.stringify([kind, name, part, file]));
  match((pod) => `${kindOf(pod)} ${contentOf(pod)}`);
  match((pod) => {
    const running = runningOf(pod);
    return running === '' ? undefined : `${kindOf(pod)} ${running}`;
  });
  return [
    ...open.flatMap((pod): PodChange[] => {
      const was = pairs.get(pod);
      return was !== undefined && isSame(was, pod) ? [] : [{ before: was, after: pod }];
    }),
    ...[...left].map((pod) => ({ before: pod, after: undefined })),
  ];
}

/**
 * The pods of further definitions of an object that stays, each with the one of its other definitions that is most like it: the cluster
 * gets the one that is applied last. What may be a patch is not a definition.
 */
function definedElsewhere(
  before: readonly Pod[],
  open: readonly Pod[],
  pairs: ReadonlyMap<Pod, Pod>,
): readonly (readonly [pod: Pod, defined: Pod])[] {
  const added = open.filter((pod) => !pairs.has(pod) && !mayBePatch(pod));
  if (added.length === 0) return [];
  const defined = groupBy(before, identityOf);
  const known = new Map<string, Definitions>();
  return added.flatMap((pod) => {
    const place = placeOfDefinition(pod.resource);
    const key = `${identityOf(pod)} ${place}`;
    const same = known.get(key) ?? definitions(defined.get(identityOf(pod)) ?? [], place);
    known.set(key, same);
    const { file } = pod.resource;
    const found =
      same.byContent.get(contentOf(pod)) ?? same.byFile.get(file) ?? same.byFileName.get(basename(file)) ?? same.first;
    return found === undefined ? [] : [[pod, found] as const];
  });
}

/** The definitions of one object, by what of them can be like another one; there can be thousands. */
interface Definitions {
  readonly byContent: ReadonlyMap<string, Pod>;
  readonly byFile: ReadonlyMap<string, Pod>;
  readonly byFileName: ReadonlyMap<string, Pod>;
  readonly first: Pod | undefined;
}

function definitions(pods: readonly Pod[], place: string | undefined): Definitions {
  const own = pods.filter(({ resource }) => meets(placeOfDefinition(resource), place));
  // Of those that are alike the first.
  const by = (likeness: (pod: Pod) => string) => new Map([...own].reverse().map((pod) => [likeness(pod), pod]));
  return {
    byContent: by(contentOf),
    byFile: by(({ resource: { file } }) => file),
    byFileName: by(({ resource: { file } }) => basename(file)),
    first: own[0],
  };
}

/**
 * The pods of further readings of a template's document, each with the last of its readings before: a branch more is a reading more, in
 * which every field of fewer branches is as it was in the last one (template/branches.ts).
 */
function readElsewise(
  before: readonly Pod[],
  open: readonly Pod[],
  pairs: ReadonlyMap<Pod, Pod>,
): readonly (readonly [pod: Pod, reading: Pod])[] {
  const further = open.filter((pod) => !pairs.has(pod) && pod.resource.document.isBranch === true);
  if (further.length === 0) return [];
  const known = groupBy(before, placeInFile);
  return further.flatMap((pod) => {
    const readings = known.get(placeInFile(pod)) ?? [];
    const found = readings.findLast((each) => identityOf(each) === identityOf(pod)) ?? readings.at(-1);
    return found === undefined ? [] : [[pod, found] as const];
  });
}

/** What readings of one document have in common, whatever kind its branches choose. */
function placeInFile({ namespace, part, resource: { file, name, path } }: Pod): string {
  return JSON.stringify([file, placeOf(namespace), name, path, part]);
}

/** Without the pods of unchanged objects, which are read once for both sides. */
function withoutShared(before: readonly Pod[], after: readonly Pod[]): readonly [readonly Pod[], readonly Pod[]] {
  const [old, now] = [new Set(before), new Set(after)];
  return [before.filter((pod) => !now.has(pod)), after.filter((pod) => !old.has(pod))];
}

/** Nothing of the pod differs, nor whom it belongs to. */
function isSame(before: Pod, after: Pod): boolean {
  return (
    identityOf(before) === identityOf(after) &&
    isSameValue(before.spec, after.spec) &&
    isSameValue(before.metadata, after.metadata) &&
    isSameValue(before.accounts.map(nameOf), after.accounts.map(nameOf))
  );
}

const identityOf = memoize((pod: Pod) => {
  const { group, kind, name } = pod.resource;
  return JSON.stringify([group, kind, placeOf(pod.namespace), name, pod.part]);
});

/** Objects that state no namespace are copies of one, wherever they are. */
function placeOf(namespace: string): string {
  return namespace.startsWith(unknownNamespacePrefix) ? unknownNamespacePrefix : namespace;
}

function kindOf({ namespace, part, resource: { group, kind } }: Pod): string {
  return JSON.stringify([group, kind, placeOf(namespace), part]);
}

const contentOf = memoize(({ spec, metadata, accounts }: Pod) => canonical([spec, metadata, accounts.map(nameOf)]));

/** The names and images of the containers, without tags and digests; '' where nothing is said of them. */
const runningOf = memoize(({ spec }: Pod) => {
  const containers = list(spec.containers).map((container) => {
    const { name, image } = mapping(container);
    return [text(name) ?? '', (text(image) ?? '').replace(/@.*$/, '').replace(/:[^/:]*$/, '')];
  });
  return containers.length === 0 ? '' : JSON.stringify(containers);
});

function nameOf({ name }: Account): string {
  return name;
}
