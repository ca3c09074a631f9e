import { none as outside, type PolicyState, policyState } from '../../kube/policy-state.ts';
import type { Resource } from '../../kube/resource.ts';
import { isMapping, list, type Mapping, mapping, text, valueUnder } from '../../plain-values.ts';
import type { Path } from '../../yaml/document.ts';
import { type Shape, templateShape } from './pod.ts';

/** What is inside an object of a kind that this program does not know. */
export interface Inside {
  readonly shapes: readonly Shape[];
  /** Objects inside it, which a controller makes. */
  readonly objects: readonly { readonly value: Mapping; readonly path: Path }[];
}

/**
 * Groups whose objects hold no pods of their own: patterns of policies, schemas, and built-in objects that make none. Of Flux,
 * the account is the one it deploys as.
 */
const withoutPods =
  /^(?:(?:[\w.-]+\.)?k8s\.io|policy|autoscaling|(?:policies\.)?kyverno\.io|(?:[\w-]+\.)?gatekeeper\.sh|(?:[\w-]+\.)?kubewarden\.io|[\w.-]+\.toolkit\.fluxcd\.io)$/;
const deepest = 24;

/**
 * The pods of any object by one rule, that of PodTemplateSpec: a mapping whose `spec` has a list `containers` of mappings with a
 * name or an image. Where there is none, `spec.serviceAccountName` still says as whom the pods run that a controller makes.
 */
export function lookInside({ group, value }: Resource): Inside {
  const inside = { shapes: [] as Shape[], objects: [] as Inside['objects'][number][] };
  if (group === '' || withoutPods.test(group)) return inside;
  for (const [key, item] of Object.entries(value)) {
    if (key !== 'metadata' && key !== 'status') walk(item, [key], [key], inside, policyState(value, outside));
  }
  if (inside.shapes.length === 0 && inside.objects.length === 0) inside.shapes.push(...accountAlone(value));
  return inside;
}

type Found = { readonly shapes: Shape[]; readonly objects: Inside['objects'][number][] };

/** `names` is the path with the items of lists by their names, as it is said and compared. */
function walk(value: unknown, path: Path, names: readonly string[], found: Found, policy: PolicyState): void {
  if (path.length > deepest) return;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      const name = text(mapping(item).name) ?? String(index);
      walk(item, [...path, index], [...names.slice(0, -1), `${names.at(-1)}[${name}]`], found, policy);
    }
    return;
  }
  if (!isMapping(value)) return;
  const { apiVersion, kind } = value;
  if (typeof apiVersion === 'string' && typeof kind === 'string' && isMapping(value.metadata)) {
    if (policy.isApplied) found.objects.push({ value, path });
    return;
  }
  if (isTemplate(value)) {
    found.shapes.push(templateShape(names.filter((name) => name !== 'spec').join('.'), path, value));
    return;
  }
  const inner = policyState(value, policy);
  for (const [key, item] of Object.entries(value)) walk(item, [...path, key], [...names, key], found, inner);
}

function isTemplate(value: Mapping): boolean {
  const containers = list(mapping(value.spec).containers);
  return (
    containers.length > 0 &&
    containers.every((each) => isMapping(each) && (text(each.name) ?? text(each.image)) !== undefined)
  );
}

function accountAlone(value: Mapping): readonly Shape[] {
  const found = [['spec'], ['spec', 'template']].find(
    (path) => text(valueUnder(value, ...path, 'serviceAccountName')) !== undefined,
  );
  if (found === undefined) return [];
  const { serviceAccountName, automountServiceAccountToken } = mapping(valueUnder(value, ...found));
  return [
    {
      part: '',
      path: found,
      spec: { serviceAccountName, automountServiceAccountToken },
      metadata: {},
      metadataPath: [...found, 'metadata'],
      isWhole: false,
      hasDefaultAccount: false,
    },
  ];
}
