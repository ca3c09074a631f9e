import { isMapping, list, type Mapping, mapping, scalarText } from '../../plain-values.ts';
import type { Path } from '../../yaml/document.ts';

/** Is told of each value that a patch puts somewhere: its place in the result, and in the patch. */
export type Note = (to: Path, from: Path) => void;

/**
 * What the items of a list are known by in a strategic merge (`patchMergeKey` of k8s.io/api/core/v1/types.go); any other list is replaced. Of
 * the keys of one field the first that an item has counts.
 */
const mergeKeys: Readonly<Record<string, readonly string[]>> = {
  containers: ['name'],
  initContainers: ['name'],
  ephemeralContainers: ['name'],
  volumes: ['name'],
  env: ['name'],
  imagePullSecrets: ['name'],
  volumeMounts: ['mountPath'],
  volumeDevices: ['devicePath'],
  ports: ['containerPort', 'port'],
  hostAliases: ['ip'],
};

/** Groups whose lists merge so; of others kustomize knows no such keys, so that their lists are replaced (kyaml/openapi). */
const known = /^(?:|apps|batch|extensions)$/;
const none: typeof mergeKeys = {};

function keysOf(group: string): typeof mergeKeys {
  if (group === 'admissionregistration.k8s.io') return { webhooks: ['name'] };
  return known.test(group) ? mergeKeys : none;
}

/** An object with a strategic merge patch laid over it; undefined where the patch deletes it. */
export function mergedOver(base: Mapping, patch: Mapping, group: string, note: Note): Mapping | undefined {
  const merged = merge(base, patch, { to: [], from: [], note, mergeKeys: keysOf(group) });
  return isMapping(merged) ? merged : undefined;
}

interface Step {
  readonly to: Path;
  readonly from: Path;
  readonly note: Note;
  readonly mergeKeys: Readonly<Record<string, readonly string[]>>;
}

/** The same a step further down. */
function inside(step: Step, to: string | number, from: string | number): Step {
  return { ...step, to: [...step.to, to], from: [...step.from, from] };
}

function merge(base: unknown, patch: unknown, step: Step): unknown {
  if (!isMapping(patch)) {
    step.note(step.to, step.from);
    return patch;
  }
  const { $patch: directive, ...stated } = patch;
  if (directive === 'delete') {
    step.note(step.to, step.from);
    return undefined;
  }
  const isReplaced = directive === 'replace';
  if (!isMapping(base) || isReplaced) step.note(step.to, step.from);
  // Without a prototype, which a key of the repository could be taken for.
  const result: Record<string, unknown> = Object.assign(Object.create(null), isReplaced ? {} : mapping(base));
  for (const [key, value] of Object.entries(stated)) {
    if (key.startsWith('$')) continue;
    if (value === null) step.note([...step.to, key], [...step.from, key]);
    const merged = value === null ? undefined : field(result[key], value, key, inside(step, key, key));
    if (merged === undefined) delete result[key];
    else result[key] = merged;
  }
  return result;
}

function field(base: unknown, value: unknown, name: string, step: Step): unknown {
  const keys = Object.hasOwn(step.mergeKeys, name) ? step.mergeKeys[name] : undefined;
  if (!Array.isArray(value) || keys === undefined || value.some((item) => !isMapping(item)))
    return merge(base, value, step);
  return mergeItems(list(base), value, keys, step);
}

function mergeItems(
  base: readonly unknown[],
  items: readonly unknown[],
  keys: readonly string[],
  step: Step,
): readonly unknown[] {
  const isReplaced = items.some((item) => mapping(item).$patch === 'replace');
  const keyOf = (item: unknown) => keys.find((each) => mapping(item)[each] !== undefined);
  const isAlike = (one: unknown, other: unknown) => {
    const key = keyOf(one);
    return key !== undefined && scalarText(mapping(one)[key]) === scalarText(mapping(other)[key]);
  };
  const deleted = items.filter((item) => mapping(item).$patch === 'delete');
  const result: unknown[] = isReplaced ? [] : base.filter((item) => !deleted.some((each) => isAlike(each, item)));
  for (const [index, item] of items.entries()) {
    if (keyOf(item) === undefined || deleted.includes(item)) continue;
    const known = result.findIndex((each) => isAlike(item, each));
    const at = known < 0 ? result.length : known;
    result[at] = merge(result[at], item, inside(step, at, index));
  }
  return result;
}

/** Values that an object may have with what the operations of a patch copy in it; real ones have some hundreds. */
const mostValues = 100_000;

/** What a patch copies within an object doubles it each time, until nobody can look through it: it cannot be laid over. */
export class PatchLimitError extends Error {
  constructor() {
    super(`the operations of a JSON patch make an object of more than ${mostValues} values`);
  }
}

/** How many values there are in one, itself included. Throws PatchLimitError where there are more than `most`. */
function countValues(value: unknown, most: number): number {
  let count = 0;
  for (const open = [value]; open.length > 0; ) {
    if (++count > most) throw new PatchLimitError();
    const each = open.pop();
    if (Array.isArray(each) || isMapping(each)) for (const inner of Object.values(each)) open.push(inner);
  }
  return count;
}

/**
 * An object with the operations of a JSON patch (RFC 6902) applied to it, each as far as it can be: what the object lacks on the way to a
 * place is made, for it may be there in what is not known. Throws PatchLimitError.
 */
export function jsonPatched(base: Mapping, operations: readonly unknown[], note: Note): Mapping {
  let result: unknown = base;
  let size = 0;
  for (const [index, operation] of operations.entries()) {
    const { op, path, value, from } = mapping(operation);
    const steps = pointer(path);
    if (steps === undefined || (op !== 'add' && op !== 'replace' && op !== 'remove' && op !== 'move' && op !== 'copy'))
      continue;
    if (op === 'remove') {
      result = removed(result, steps);
      note(
        steps.map((step) => (isIndex(step) ? Number(step) : step)),
        [index],
      );
      continue;
    }
    const source = op === 'move' || op === 'copy' ? pointer(from) : undefined;
    const put = source === undefined ? value : valueAt(result, source);
    if (op === 'copy') {
      size ||= countValues(result, mostValues);
      size += countValues(put, mostValues - size);
    } else size &&= size + countValues(put, mostValues - size);
    if (op === 'move' && source !== undefined) result = removed(result, source);
    const reached: (string | number)[] = [];
    result = placed(result, steps, put, op === 'replace', reached);
    note(reached, source === undefined ? [index, 'value'] : [index]);
  }
  return mapping(result);
}

/** The steps of a JSON pointer (RFC 6901). */
function pointer(path: unknown): readonly string[] | undefined {
  if (typeof path !== 'string' || !path.startsWith('/') || path.length > 1000) return undefined;
  return path
    .slice(1)
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function valueAt(value: unknown, steps: readonly string[]): unknown {
  let found = value;
  for (const step of steps) found = Array.isArray(found) ? found[Number(step)] : mapping(found)[step];
  return found;
}

function isIndex(step: string): boolean {
  return step === '-' || /^\d{1,4}$/.test(step);
}

/** `reached` is filled with the place, with indexes of lists as they are. */
function placed(
  value: unknown,
  [step, ...rest]: readonly string[],
  put: unknown,
  isReplaced: boolean,
  reached: (string | number)[],
): unknown {
  if (step === undefined) return put;
  if (Array.isArray(value) || (value === undefined && isIndex(step))) {
    const items = [...list(value)];
    const index = step === '-' ? items.length : Math.min(Number(step), items.length);
    reached.push(index);
    if (rest.length === 0) items.splice(index, isReplaced ? 1 : 0, put);
    else items[index] = placed(items[index], rest, put, isReplaced, reached);
    return items;
  }
  reached.push(step);
  return { ...mapping(value), [step]: placed(mapping(value)[step], rest, put, isReplaced, reached) };
}

function removed(value: unknown, [step, ...rest]: readonly string[]): unknown {
  if (step === undefined) return undefined;
  if (Array.isArray(value)) {
    const index = Number(step);
    if (rest.length === 0) return value.filter((_, each) => each !== index);
    return value.map((item, each) => (each === index ? removed(item, rest) : item));
  }
  if (!isMapping(value) || !Object.hasOwn(value, step)) return value;
  const { [step]: own, ...others } = value;
  return rest.length === 0 ? others : { ...others, [step]: removed(own, rest) };
}
