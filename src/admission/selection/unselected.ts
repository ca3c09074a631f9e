import { addTo, groupBy } from '../../groups.ts';
import { identityKey } from '../../kube/identity/identity-key.ts';
import { type LoosenedObject, type Loosening, loosenedObject } from '../../kube/loosening.ts';
import type { Resource } from '../../kube/resource.ts';
import type { ScopeObjects } from '../../kube/scope.ts';
import { isSameValue, type Mapping, mapping, scalarText } from '../../plain-values.ts';
import { enumerate } from '../../rbac/judge/sentence.ts';
import { type Labels, readLabels } from '../../rbac/model/label-selector.ts';
import { type Severity, worse } from '../../severity.ts';
import { type PodChange, podChanges } from '../../workload/model/pair-pods.ts';
import { podsOf } from '../../workload/model/pods.ts';
import type { Path } from '../../yaml/document.ts';
import { isSelecting, selectorsOf } from './selectors.ts';
import type { Selecting, Subject } from './subject.ts';

/** What judges by labels, by each label that it asks for; under '*' what asks for labels by a pattern. */
export type LabelSelectors = ReadonlyMap<string, readonly Selecting[]>;

/** What judges by labels and is there on both sides: a new one has judged nothing before. */
export function labelSelectors(before: readonly Resource[], after: readonly Resource[]): LabelSelectors {
  const known = new Set(before.filter(isSelecting).map(identityKey));
  const byLabel = new Map<string, Selecting[]>();
  for (const resource of after) {
    if (!isSelecting(resource) || !known.has(identityKey(resource))) continue;
    for (const each of selectorsOf(resource)) {
      const keys = each.keys.map((key) => (/[*?]/.test(key) ? '*' : key));
      for (const label of new Set(keys)) addTo(byLabel, label, each);
    }
  }
  return byLabel;
}

/** Whether unchanged objects that judge by labels matter: the labels of a Namespace change, or those of pods or of what makes them. */
export function asksForSelectors({ before, after }: ScopeObjects): boolean {
  const namespaces = (all: readonly Resource[]) =>
    all.filter(({ group, kind }) => group === '' && kind === 'Namespace');
  const known = new Map(namespaces(before).map(({ name, value }) => [name, value]));
  const isChanged = namespaces(after).some(({ name, value }) => {
    const was = known.get(name);
    return was !== undefined && !isSameValue(labelsOfNamespace(was), labelsOfNamespace(value));
  });
  return (
    isChanged ||
    makersRelabelled({ before, after }).length > 0 ||
    podChanges(before.flatMap(podsOf), after.flatMap(podsOf)).some(
      ({ before: was, after: is }) =>
        was !== undefined && is !== undefined && !isSameValue(was.metadata.labels, is.metadata.labels),
    )
  );
}

/** What makes pods and has other labels than before, each with what it was. */
function makersRelabelled({ before, after }: ScopeObjects): readonly (readonly [was: Resource, is: Resource])[] {
  const known = groupBy(before, identityKey);
  return after.flatMap((is): (readonly [Resource, Resource])[] => {
    const former = known.get(identityKey(is)) ?? [];
    const was = former.find(({ file }) => file === is.file) ?? former[0];
    if (was === undefined || isSameValue(labelsOf(was.value), labelsOf(is.value))) return [];
    return isPod(is) || podsOf(is).length === 0 ? [] : [[was, is]];
  });
}

function isPod({ group, kind }: Resource): boolean {
  return group === '' && kind === 'Pod';
}

/** What no longer judges the objects of a Namespace by its labels; changes of those that are `said` elsewhere do not count. */
export function unselected(
  selectors: LabelSelectors,
  before: Mapping,
  after: Mapping,
  said: ReadonlySet<string>,
): readonly Loosening[] {
  const [was, now] = [labelsOfNamespace(before), labelsOfNamespace(after)];
  const own = (labels: Labels, isSaid: boolean) => Object.entries(labels).filter(([key]) => said.has(key) === isSaid);
  const is: Labels = Object.fromEntries([...own(was, true), ...own(now, false)]);
  const subject = (namespaceLabels: Labels): Subject => ({
    kind: undefined,
    namespace: namespaceLabels[nameLabel],
    labels: undefined,
    namespaceLabels,
  });
  return lostBy(selectors, { was, is }, subject, {
    path: ['metadata', 'labels'],
    what: (names, labels) => `newly has its objects left alone by ${names} (label ${labels})`,
    remedy: 'Keep the label, and exempt the one object that needs it, and not a whole namespace.',
    code: 'unselected',
  });
}

/** What no longer judges pods by their labels, or what makes them by its own: whoever writes them lets them through. */
export function podsUnselected(
  selectors: LabelSelectors,
  sides: ScopeObjects,
  pods: readonly PodChange[],
): readonly LoosenedObject[] {
  if (selectors.size === 0) return [];
  const ofPods = pods.flatMap(({ before, after }): readonly LoosenedObject[] => {
    if (before === undefined || after === undefined) return [];
    const labels = { was: readLabels(before.metadata.labels), is: readLabels(after.metadata.labels) };
    const pod = { group: '', kind: 'Pod', namespace: after.resource.namespace };
    const loosenings = leftAlone(selectors, labels, pod, ['labels'], 'has its pods');
    if (loosenings.length === 0) return [];
    const [at, formerAt] = [after, before].map((each) => (path: Path) => each.metadataAt(path)) as [At, At];
    return [{ resource: after.resource, loosenings, at, formerAt }];
  });
  const ofMakers = makersRelabelled(sides).flatMap(([was, is]) =>
    loosenedObject(
      was,
      is,
      leftAlone(selectors, { was: labelsOf(was.value), is: labelsOf(is.value) }, is, ['metadata', 'labels'], 'is'),
    ),
  );
  return [...ofPods, ...ofMakers];
}

type At = LoosenedObject['at'];

function leftAlone(
  selectors: LabelSelectors,
  sides: { readonly was: Labels; readonly is: Labels },
  { group, kind, namespace }: Pick<Resource, 'group' | 'kind' | 'namespace'>,
  path: Path,
  whose: string,
): readonly Loosening[] {
  const subject = (labels: Labels): Subject => ({
    kind: { group, kind },
    namespace,
    labels,
    namespaceLabels: undefined,
  });
  return lostBy(selectors, sides, subject, {
    path,
    what: (names, keys) => `newly ${whose} left alone by ${names} (label ${keys})`,
    remedy: 'Keep what judges it, and have an exemption written where the policy is, and reviewed there.',
    code: 'unselected',
  });
}

/** How a loss is said. */
interface Words {
  /** Where the labels are. */
  readonly path: Path;
  readonly what: (names: string, labels: string) => string;
  readonly remedy: string;
  readonly code: string;
}

function lostBy(
  selectors: LabelSelectors,
  { was, is }: { readonly was: Labels; readonly is: Labels },
  subject: (labels: Labels) => Subject,
  words: Words,
): readonly Loosening[] {
  const read = (labels: Labels, key: string) => (Object.hasOwn(labels, key) ? labels[key] : undefined);
  const changed = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter(
    (key) => read(was, key) !== read(is, key),
  );
  const [former, current] = [subject(was), subject(is)];
  const lost = changed.flatMap((key) =>
    [...(selectors.get(key) ?? []), ...(selectors.get('*') ?? [])]
      .filter((each) => each.loses(former, current))
      .map((each) => ({ key, each })),
  );
  const [first] = lost;
  if (first === undefined) return [];
  const names = [...new Set(lost.map(({ each }) => each.by))].sort();
  const labels = [...new Set(lost.map(({ key }) => key))].sort();
  const path = [...words.path, first.key];
  const isGone = !Object.hasOwn(is, first.key);
  return [
    {
      what: words.what(enumerate(names), enumerate(labels)),
      remedy: words.remedy,
      severity: lost.map(({ each }): Severity => each.severity).reduce(worse),
      path: isGone ? words.path : path,
      ...(isGone ? { formerPath: path } : {}),
      subject: [words.code, ...labels, ...new Set(lost.map(({ each }) => each.id).sort())],
    },
  ];
}

const nameLabel = 'kubernetes.io/metadata.name';

/** Every namespace has its name as a label (k8s.io/api/core/v1, LabelMetadataName). */
function labelsOfNamespace(namespace: Mapping): Labels {
  return { ...labelsOf(namespace), [nameLabel]: scalarText(mapping(namespace.metadata).name) };
}

function labelsOf(value: Mapping): Labels {
  return readLabels(mapping(value.metadata).labels);
}
