import { none as outside, type PolicyState, policyState } from '../../kube/policy-state.ts';
import type { Resource } from '../../kube/resource.ts';
import { isMapping, list, type Mapping, mapping, text } from '../../plain-values.ts';
import type { Path } from '../../yaml/document.ts';
import { fragmentShape, isContainers, isTaken, type Template } from './fragments.ts';
import { type Shape, templateShape } from './pod.ts';

/** An object inside another one, which a controller makes of it. */
export interface InnerObject {
  readonly value: Mapping;
  readonly path: Path;
  /** Whether it is made in the namespace of the outer one where it states none. */
  readonly isOfOuterNamespace?: boolean;
}

/** What is inside an object of a kind that this program does not know. */
export interface Inside {
  readonly shapes: readonly Shape[];
  readonly objects: readonly InnerObject[];
}

/**
 * Groups whose objects hold no pods of their own: patterns of policies, schemas, and built-in objects that make none. Of Flux,
 * the account is the one it deploys as.
 */
const withoutPods =
  /^(?:(?:[\w.-]+\.)?k8s\.io|policy|autoscaling|(?:policies\.)?kyverno\.io|(?:[\w-]+\.)?gatekeeper\.sh|(?:[\w-]+\.)?kubewarden\.io|[\w.-]+\.toolkit\.fluxcd\.io)$/;
/** Kinds with values of charts, which are read as such (`charts`): pods in them are those of whole templates only. */
const withValues = /^(?:Application|ApplicationSet|HelmChart|HelmChartConfig)$/;
/** Schemas, and the permissions that the bundle of an operator gives accounts. */
const withoutFragments: ReadonlySet<string> = new Set(['openAPIV3Schema', 'permissions', 'clusterPermissions']);
const deepest = 24;

/**
 * The pods of any object by one rule, that of PodTemplateSpec: a mapping whose `spec` has a list `containers` of mappings with a
 * name or an image. What else speaks a PodSpec's own words is a part of a pod to which a controller adds the rest.
 */
export function lookInside({ group, kind, value }: Resource): Inside {
  const inside: Found = { shapes: [], objects: [] };
  if (isOfOtherThings(group)) return inside;
  const around = { policy: policyState(value, outside), hasFragments: mayHoldFragments({ group, kind }) };
  for (const [key, item] of Object.entries(value)) {
    if (key !== 'metadata' && key !== 'status') walk(item, [key], [key], inside, around);
  }
  return inside;
}

function isOfOtherThings(group: string): boolean {
  return group === '' || withoutPods.test(group);
}

/** Whether an object of a kind that is not known may say, among fields of its own, what the pods are that its controller makes. */
export function mayHoldFragments({ group, kind }: Pick<Resource, 'group' | 'kind'>): boolean {
  if (isOfOtherThings(group) || /^PodSecurityPolicy/.test(kind)) return false;
  return !(withValues.test(kind) && /^(?:argoproj\.io|helm\.cattle\.io)$/.test(group));
}

interface Found {
  readonly shapes: Shape[];
  readonly objects: InnerObject[];
}

interface Around {
  readonly policy: PolicyState;
  /** Whether parts of pods count. */
  readonly hasFragments: boolean;
  /** The mapping whose \`spec\` is looked at, as a template that has the labels and annotations. */
  readonly template?: Template | undefined;
}

/** `names` is the path with the items of lists by their names, as it is said and compared. */
function walk(value: unknown, path: Path, names: readonly string[], found: Found, around: Around): void {
  if (path.length > deepest) return;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      const name = text(mapping(item).name) ?? String(index);
      walk(item, [...path, index], [...names.slice(0, -1), `${names.at(-1)}[${name}]`], found, around);
    }
    return;
  }
  if (!isMapping(value)) return;
  const { apiVersion, kind } = value;
  if (typeof apiVersion === 'string' && typeof kind === 'string' && isMapping(value.metadata)) {
    if (around.policy.isApplied) found.objects.push({ value, path });
    return;
  }
  const part = names.filter((name) => name !== 'spec').join('.');
  if (isTemplate(value)) {
    found.shapes.push(templateShape(part, path, value));
    return;
  }
  const policy = policyState(value, around.policy);
  const inside = { policy, hasFragments: around.hasFragments && policy.isApplied };
  const fragment = inside.hasFragments ? fragmentShape(part, path, value, around.template) : undefined;
  if (fragment !== undefined) found.shapes.push(fragment);
  for (const [key, item] of Object.entries(value)) {
    if (fragment !== undefined && isTaken(key, item)) continue;
    const hasFragments = inside.hasFragments && !withoutFragments.has(key);
    const template = key === 'spec' ? { value, path } : undefined;
    walk(item, [...path, key], [...names, key], found, { policy, hasFragments, template });
  }
}

function isTemplate(value: Mapping): boolean {
  return isContainers(list(mapping(value.spec).containers));
}
