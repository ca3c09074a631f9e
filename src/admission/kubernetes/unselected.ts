import { addTo } from '../../groups.ts';
import type { Loosening } from '../../kube/loosening.ts';
import type { Resource } from '../../kube/resource.ts';
import type { ScopeObjects } from '../../kube/scope.ts';
import { isSameValue, list, type Mapping, mapping, scalarText, valueUnder } from '../../plain-values.ts';
import { enumerate } from '../../rbac/judge/sentence.ts';
import {
  type LabelSelector,
  type Labels,
  readLabelSelector,
  readLabels,
  selects,
} from '../../rbac/model/label-selector.ts';
import { resourceName } from '../../rbac/model/rbac-object.ts';
import { type Severity, worse } from '../../severity.ts';
import { lossOf } from '../model/strength.ts';
import { actionStrength } from './policies.ts';
import { severityOf } from './webhooks.ts';

/** What judges the namespaces that a selector selects. */
interface Selecting {
  readonly by: string;
  /** The same for fingerprints, without words. */
  readonly id: string;
  readonly selector: LabelSelector;
  readonly severity: Severity;
}

/** What selects namespaces by their labels, by each label that it asks for. */
export type NamespaceSelectors = ReadonlyMap<string, readonly Selecting[]>;

/** The selectors of webhooks, policies and bindings that are there on both sides: a new one has selected nothing before. */
export function namespaceSelectors(before: readonly Resource[], after: readonly Resource[]): NamespaceSelectors {
  const known = new Set(before.filter(isSelecting).map(keyOf));
  const byLabel = new Map<string, Selecting[]>();
  for (const resource of after) {
    if (!isSelecting(resource) || !known.has(keyOf(resource))) continue;
    for (const each of selectorsOf(resource)) {
      for (const label of new Set(each.selector.map(({ key }) => key))) addTo(byLabel, label, each);
    }
  }
  return byLabel;
}

/** The group of what selects namespaces, as files with it have it. */
export const selectingGroup = 'admissionregistration.k8s.io';

/** Whether unchanged objects that select namespaces matter: the labels of a Namespace change. */
export function asksForSelectors({ before, after }: ScopeObjects): boolean {
  const namespaces = (all: readonly Resource[]) =>
    all.filter(({ group, kind }) => group === '' && kind === 'Namespace');
  const known = new Map(namespaces(before).map(({ name, value }) => [name, value]));
  return namespaces(after).some(({ name, value }) => {
    const was = known.get(name);
    return was !== undefined && !isSameValue(labelsOf(was), labelsOf(value));
  });
}

/** What no longer judges the objects of a Namespace by its labels; changes of those that are `said` elsewhere do not count. */
export function unselected(
  selectors: NamespaceSelectors,
  before: Mapping,
  after: Mapping,
  said: ReadonlySet<string>,
): readonly Loosening[] {
  const [was, now] = [labelsOf(before), labelsOf(after)];
  const own = (labels: Labels, isSaid: boolean) => Object.entries(labels).filter(([key]) => said.has(key) === isSaid);
  const is: Labels = Object.fromEntries([...own(was, true), ...own(now, false)]);
  const read = (labels: Labels, key: string) => (Object.hasOwn(labels, key) ? labels[key] : undefined);
  const changed = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter(
    (key) => read(was, key) !== read(is, key),
  );
  const isLost = ({ selector }: Selecting) => selects(selector, was) && !selects(selector, is);
  const lost = changed.flatMap((key) => (selectors.get(key) ?? []).filter(isLost).map((each) => ({ key, each })));
  const [first] = lost;
  if (first === undefined) return [];
  const names = [...new Set(lost.map(({ each }) => each.by))].sort();
  const labels = [...new Set(lost.map(({ key }) => key))].sort();
  const path = ['metadata', 'labels', first.key];
  const isGone = !Object.hasOwn(is, first.key);
  return [
    {
      what: `newly has its objects left alone by ${enumerate(names)} (label ${enumerate(labels)})`,
      remedy: 'Keep the label, and exempt the one object that needs it, and not a whole namespace.',
      severity: lost.map(({ each }) => each.severity).reduce(worse),
      path: isGone ? ['metadata', 'labels'] : path,
      ...(isGone ? { formerPath: path } : {}),
      subject: ['unselected', ...labels, ...new Set(lost.map(({ each }) => each.id).sort())],
    },
  ];
}

/** Every namespace has its name as a label (k8s.io/api/core/v1, LabelMetadataName). */
function labelsOf(namespace: Mapping): Labels {
  const { name, labels } = mapping(namespace.metadata);
  return { ...readLabels(labels), 'kubernetes.io/metadata.name': scalarText(name) };
}

const selecting = /^(?:Validating|Mutating)(?:WebhookConfiguration|AdmissionPolicy|AdmissionPolicyBinding)$/;

function isSelecting({ group, kind }: Resource): boolean {
  return group === selectingGroup && selecting.test(kind);
}

function keyOf({ kind, name }: Resource): string {
  return JSON.stringify([kind, name]);
}

function selectorsOf(resource: Resource): readonly Selecting[] {
  const { kind, value } = resource;
  const name = resourceName(resource);
  const read = (selector: unknown, severity: Severity, by = name, id = name): readonly Selecting[] => {
    const own = readLabelSelector(selector);
    return own === undefined ? [] : [{ by, id, selector: own, severity }];
  };
  if (kind.endsWith('WebhookConfiguration')) {
    return list(value.webhooks).flatMap((each) => {
      const webhook = mapping(each);
      const own = scalarText(webhook.name);
      const severity = severityOf(webhook, kind.startsWith('Mutating'));
      return read(webhook.namespaceSelector, severity, `the webhook ${own} of ${name}`, `${name} ${own}`);
    });
  }
  if (kind.endsWith('Binding')) {
    const selector = valueUnder(value, 'spec', 'matchResources', 'namespaceSelector');
    return read(selector, lossOf(actionStrength(value)));
  }
  return read(valueUnder(value, 'spec', 'matchConstraints', 'namespaceSelector'), 'high');
}
