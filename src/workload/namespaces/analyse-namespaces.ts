import { identityKey } from '../../kube/identity/identity-key.ts';
import type { Position, Resource } from '../../kube/resource.ts';
import type { ScopeObjects } from '../../kube/scope.ts';
import { scalarText } from '../../plain-values.ts';
import type { YamlLimits } from '../../yaml/document.ts';
import { judgePairs, pairObjects } from '../model/pair-objects.ts';
import { type DeclaredNamespace, declaredNamespace } from './declared-namespaces.ts';
import { type Lowering, loweringsOf } from './lowerings.ts';
import { labelOf, podSecurityOf } from './pod-security-labels.ts';
import { exemptible, type SecurityConfiguration, securityConfigurations } from './security-configuration.ts';

/** A namespace whose pods may newly do more than its labels let them before. */
export interface LoweredNamespace {
  readonly name: string;
  /** The object that states the labels; the former one where none does any more. */
  readonly resource: Resource;
  readonly lowerings: readonly Lowering[];
  /** Whether the object that stated them is gone, and the namespace is not. */
  readonly isGone: boolean;
  /** Whether what it was is elsewhere, so that the lowering is the worst that it may be. */
  readonly isAssumed: boolean;
  readonly position: Position;
  readonly removedAt: Position | undefined;
}

/** A namespace that OpenShift's admission newly leaves alone. */
export interface RunLevelNamespace {
  readonly name: string;
  readonly resource: Resource;
  readonly isNew: boolean;
  readonly position: Position;
}

/** A configuration of the cluster that demands less of pods than before. */
export interface LoweredConfiguration {
  readonly resource: Resource;
  readonly lowerings: readonly Lowering[];
  /** Whom it newly leaves alone: the field of the configuration, and the name. */
  readonly exempted: readonly { readonly field: string; readonly name: string }[];
  readonly isGone: boolean;
  readonly position: Position;
}

export interface NamespaceAnalysis {
  readonly lowered: readonly LoweredNamespace[];
  readonly runLevelNamespaces: readonly RunLevelNamespace[];
  readonly configurations: readonly LoweredConfiguration[];
}

/** Compares what the namespaces of a scope, and the configuration of its cluster, demand of pods. */
export function analyseNamespaces({ before, after }: ScopeObjects, limits: YamlLimits): NamespaceAnalysis {
  const declared = (objects: readonly Resource[]) => objects.flatMap((each) => declaredNamespace(each) ?? []);
  const pairs = pairObjects(declared(before), declared(after), ({ name }) => name);
  const used = new Set(after.flatMap(({ namespace }) => namespace ?? []));
  const stated = new Set(declared(after).map(({ name }) => name));
  const old = new Set(before);
  const now = new Set(after);
  const configurations = (objects: readonly Resource[], others: ReadonlySet<Resource>) =>
    objects.flatMap((each) => (others.has(each) ? [] : securityConfigurations(each, limits)));
  const configured = configurations(after, old);
  // What stays as it is matters only for a further definition of it.
  const former = configurations(before, configured.length === 0 ? now : new Set());
  return {
    lowered: judgePairs(pairs, (was, is) => {
      if (was === undefined) return [];
      if (is !== undefined) return lowered(was, is);
      return used.has(was.name) && !stated.has(was.name) ? gone(was) : [];
    }),
    runLevelNamespaces: judgePairs(pairs, (was, is) => (is === undefined ? [] : newRunLevel(was, is))),
    configurations: judgePairs(pairObjects(former, configured, configurationKey), (was, is) =>
      was === undefined ? [] : loweredConfiguration(was, is),
    ),
  };
}

function lowered(before: DeclaredNamespace, after: DeclaredNamespace): readonly LoweredNamespace[] {
  // What Argo CD adds to a namespace that something else declares takes no label away.
  const isAdded = after.resource.kind === 'Application' && before.resource.kind !== 'Application';
  const labels = isAdded ? { ...before.labels, ...after.labels } : after.labels;
  const lowerings = loweringsOf(podSecurityOf(before.labels), podSecurityOf(labels));
  const [first] = lowerings;
  if (first === undefined) return [];
  const label = labelOf(first.mode, first.field);
  const { name, resource, path } = after;
  const isStated = after.labels[label] !== undefined;
  const isAssumed = before.resource.isAssumed === true;
  return [
    {
      name,
      resource,
      lowerings,
      isGone: false,
      isAssumed,
      position: resource.at(isStated || isAssumed ? [...path, label] : path),
      removedAt: isStated || isAssumed ? undefined : before.resource.at([...before.path, label]),
    },
  ];
}

/** What a namespace that is still there no longer states. */
function gone({ name, resource, labels, path }: DeclaredNamespace): readonly LoweredNamespace[] {
  const lowerings = loweringsOf(podSecurityOf(labels), podSecurityOf({}));
  const [first] = lowerings;
  if (first === undefined) return [];
  const position = resource.at([...path, labelOf(first.mode, first.field)]);
  return [{ name, resource, lowerings, isGone: true, isAssumed: false, position, removedAt: position }];
}

const runLevel = 'openshift.io/run-level';

/** Pods of the run levels 0 and 1 are not judged by SecurityContextConstraints (openshift/apiserver-library-go, sccadmission). */
function newRunLevel(before: DeclaredNamespace | undefined, after: DeclaredNamespace): readonly RunLevelNamespace[] {
  const isFree = (labels: DeclaredNamespace['labels']) => ['0', '1'].includes(scalarText(labels[runLevel]));
  if (!isFree(after.labels) || (before !== undefined && isFree(before.labels))) return [];
  const { name, resource, path } = after;
  return [{ name, resource, isNew: before === undefined, position: resource.at([...path, runLevel]) }];
}

function configurationKey({ resource }: SecurityConfiguration): string {
  return identityKey(resource);
}

function loweredConfiguration(
  before: SecurityConfiguration,
  after: SecurityConfiguration | undefined,
): readonly LoweredConfiguration[] {
  if (after === undefined) {
    const lowerings = loweringsOf(before.defaults, podSecurityOf({}));
    const { resource, path } = before;
    return lowerings.length === 0
      ? []
      : [{ resource, lowerings, exempted: [], isGone: true, position: resource.at(path) }];
  }
  const lowerings = loweringsOf(before.defaults, after.defaults);
  const exempted = exemptible.flatMap((field) =>
    after.exemptions[field].flatMap((name, index) =>
      before.exemptions[field].includes(name) ? [] : [{ field, name, path: [field, index] }],
    ),
  );
  if (lowerings.length === 0 && exempted.length === 0) return [];
  const { resource, path, isText } = after;
  const [lowering] = lowerings;
  const [exemption] = exempted;
  const inside =
    lowering !== undefined
      ? ['defaults', lowering.field === 'level' ? lowering.mode : `${lowering.mode}-version`]
      : ['exemptions', ...(exemption === undefined ? [] : exemption.path)];
  return [
    { resource, lowerings, exempted, isGone: false, position: resource.at(isText ? path : [...path, ...inside]) },
  ];
}
