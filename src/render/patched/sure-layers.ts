import { groupBy } from '../../groups.ts';
import { jsonPatched } from '../../kube/patch/laid-over.ts';
import { isTargeted, type KnownAs } from '../../kube/patch/targets.ts';
import type { Resource } from '../../kube/resource.ts';
import { isMapping, isSameValue, list, type Mapping, mapping, text } from '../../plain-values.ts';
import { type Layer, laidOver } from './patch-layers.ts';

/**
 * Whether a layer is for an object beyond doubt. `isFor` takes what is not sure for yes, where a patch could do harm; here it is a no, where
 * one would excuse. Without a target a patch names its object by version, kind, name and namespace (kustomize api/resmap/reswrangler.go, GetById).
 */
export function isSurelyFor({ target, value, isForAll }: Layer, resource: Resource, known: KnownAs): boolean {
  if (isForAll) return true;
  if (target !== undefined) return isTargeted(target, resource, known);
  const { apiVersion, kind, metadata } = mapping(value);
  const { name, namespace } = mapping(metadata);
  return (
    apiVersion === resource.apiVersion &&
    kind === resource.kind &&
    known.names.has(text(name) ?? '') &&
    known.namespaces.has(text(namespace) ?? 'default')
  );
}

/** What layers make of an object; undefined where one of them does not fit, copies what is there, or deletes it. */
export function surelyLaid(resource: Resource, layers: readonly Layer[]): Mapping | undefined {
  let value: Mapping | undefined = resource.value;
  for (const layer of layers) {
    if (Array.isArray(layer.value) && !fits(value, layer.value)) return undefined;
    value = laidOver(layer, value, resource, () => {});
    if (value === undefined) return undefined;
  }
  return value;
}

/** Whether an object has the places that operations need: without them kustomize builds nothing. */
function fits(value: Mapping, operations: readonly unknown[]): boolean {
  let current: Mapping = value;
  for (const operation of operations) {
    const { op, path, value: stated } = mapping(operation);
    if (typeof path !== 'string' || !/^\/./.test(path)) return false;
    const steps = stepsOf(path);
    const last = steps.pop() ?? '';
    const parent = steps.reduce<unknown>(inside, current);
    if (op === 'test') {
      if (!isSameValue(inside(parent, last), stated)) return false;
      continue;
    }
    if (!(op === 'add' ? takes(parent, last) : inside(parent, last) !== undefined)) return false;
    current = jsonPatched(current, [operation], () => {});
  }
  return true;
}

function stepsOf(path: string): string[] {
  return path
    .slice(1)
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function takes(parent: unknown, step: string): boolean {
  if (!Array.isArray(parent)) return isMapping(parent);
  return step === '-' || (/^\d{1,4}$/.test(step) && Number(step) <= parent.length);
}

function inside(value: unknown, step: string): unknown {
  if (Array.isArray(value)) return /^\d{1,4}$/.test(step) ? list(value)[Number(step)] : undefined;
  return isMapping(value) && Object.hasOwn(value, step) ? value[step] : undefined;
}

/** Whether a patch moves values from one place to another, so that what it makes of one depends on others. */
export function copies({ value }: Pick<Layer, 'value'>): boolean {
  return list(value).some((operation) => !['add', 'replace', 'remove', 'test'].includes(String(mapping(operation).op)));
}

/** Whether a patch means items of lists by where they are. */
export function isByIndex({ value }: Pick<Layer, 'value'>): boolean {
  return list(value).some((operation) => /\/\d/.test(String(mapping(operation).path)));
}

interface Placed {
  readonly layer: Layer;
  readonly at: number;
}

/** The layers of a kustomization, found by the object that they name: most patches name one, and there may be thousands. */
export class LayerIndex {
  readonly layers: readonly Layer[];
  /** Whether one of them moves values, so that what they make of one depends on others. */
  readonly copies: boolean;
  readonly #byName: ReadonlyMap<string, readonly Placed[]>;

  constructor(layers: readonly Layer[]) {
    this.layers = layers;
    this.copies = layers.some(copies);
    this.#byName = groupBy(
      layers.map((layer, at) => ({ layer, at })),
      ({ layer }) => named(layer) ?? '',
    );
  }

  /** The layers that may be for an object of one of these names, in their order. */
  thoseFor(kind: string, names: ReadonlySet<string>): readonly Layer[] {
    const keys = ['', ...[...names].map((name) => `${kind} ${name}`)];
    return keys
      .flatMap((key) => this.#byName.get(key) ?? [])
      .sort((one, other) => one.at - other.at)
      .map(({ layer }) => layer);
  }
}

/** Kind and name of the one object that a layer is for; undefined where it may be for others. */
function named({ target, value, isForAll }: Layer): string | undefined {
  if (isForAll) return undefined;
  const { kind, metadata, name } = mapping(target ?? value);
  const [ofKind, called] = [text(kind), text(target === undefined ? mapping(metadata).name : name)];
  if (ofKind === undefined || called === undefined) return undefined;
  // In a target both are regular expressions.
  return target === undefined || [ofKind, called].every((each) => /^[\w-]+$/.test(each))
    ? `${ofKind} ${called}`
    : undefined;
}
