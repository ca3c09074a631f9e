import { readFileSync } from 'node:fs';

interface Field {
  readonly type: string;
  readonly array?: boolean;
  readonly required?: boolean;
  readonly ignoreAbove?: number;
  readonly values?: Readonly<Record<string, readonly string[]>>;
}

const { version, fields }: { version: string; fields: Readonly<Record<string, Field>> } = JSON.parse(
  readFileSync('test/report/schemas/ecs-9.0.0.json', 'utf8'),
);

type Json = Readonly<Record<string, unknown>>;

/** What is wrong with a document by the Elastic Common Schema: fields, types, lists and allowed values; ours are under `gitops_gate`. */
export function ecsProblems(document: Json): readonly string[] {
  const leaves = flat(document, '');
  const missing = Object.entries(fields).flatMap(([name, field]) =>
    field.required && !leaves.has(name) ? [`${name} is missing`] : [],
  );
  const wrong = [...leaves].flatMap(([name, value]) => {
    if (name.startsWith('gitops_gate.')) return [];
    const field = fields[name];
    if (field === undefined) return [`${name} is no field of ECS`];
    if (Array.isArray(value) !== (field.array ?? false)) return [`${name} is ${field.array ? 'no' : 'a'} list`];
    const items: readonly unknown[] = Array.isArray(value) ? value : [value];
    return items.flatMap((item) => (fits(item, field) ? [] : [`${name} cannot be ${JSON.stringify(item)}`]));
  });
  const own = leaves.get('ecs.version') === version ? [] : [`ecs.version is ${leaves.get('ecs.version')}`];
  return [...missing, ...wrong, ...own, ...categoryProblems(leaves)];
}

/** Every type must be one that a category expects. */
function categoryProblems(leaves: ReadonlyMap<string, unknown>): string[] {
  const categories = (leaves.get('event.category') ?? []) as readonly string[];
  const expected = new Set(categories.flatMap((category) => fields['event.category']?.values?.[category] ?? []));
  const types = (leaves.get('event.type') ?? []) as readonly string[];
  return types.filter((type) => !expected.has(type)).map((type) => `event.type ${type} is of no category`);
}

function fits(value: unknown, { type, values, ignoreAbove }: Field): boolean {
  if (values !== undefined && !Object.hasOwn(values, String(value))) return false;
  if (type === 'long') return Number.isSafeInteger(value);
  if (type === 'float') return typeof value === 'number';
  if (type === 'date') return typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value);
  if (type === 'boolean') return typeof value === 'boolean';
  // A longer keyword is kept, and cannot be searched for.
  return typeof value === 'string' && value.length <= (ignoreAbove ?? Number.POSITIVE_INFINITY) * 2;
}

function flat(value: Json, path: string): Map<string, unknown> {
  return new Map(
    Object.entries(value).flatMap(([key, item]) => {
      const name = path === '' ? key : `${path}.${key}`;
      return typeof item === 'object' && item !== null && !Array.isArray(item)
        ? [...flat(item as Json, name)]
        : [[name, item] as const];
    }),
  );
}
