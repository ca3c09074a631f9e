import { readFileSync } from 'node:fs';

/** An attribute of the compiled schema (test/report/schemas/make-ocsf.mjs). */
interface Attribute {
  readonly type: string;
  readonly array?: boolean;
  readonly required?: boolean;
  readonly profile?: string;
  readonly sibling?: string;
  readonly deprecated?: string;
  readonly enum?: Readonly<Record<string, string>>;
}

interface Definition {
  readonly attributes: Readonly<Record<string, Attribute>>;
  readonly constraints?: { readonly at_least_one?: readonly string[]; readonly just_one?: readonly string[] };
}

interface Schema {
  readonly version: string;
  readonly types: Readonly<
    Record<string, { readonly type?: string; readonly regex?: string; readonly max_len?: number }>
  >;
  readonly classes: Readonly<
    Record<string, Definition & { readonly caption: string; readonly categoryUid: number; readonly category: string }>
  >;
  readonly objects: Readonly<Record<string, Definition>>;
}

const schema: Schema = JSON.parse(readFileSync('test/report/schemas/ocsf-1.6.0.json', 'utf8'));

type Json = Readonly<Record<string, unknown>>;

/** What is wrong with an event by the rules of OCSF's own validator: attributes, types, enums and their captions, profiles, constraints. */
export function ocsfProblems(event: Json): readonly string[] {
  const definition = schema.classes[String(event.class_uid)];
  if (definition === undefined) return [`class_uid ${event.class_uid} is not in the fixture`];
  const metadata = event.metadata as { readonly version?: unknown; readonly profiles?: readonly string[] } | undefined;
  const expected = {
    class_name: definition.caption,
    category_uid: definition.categoryUid,
    category_name: definition.category,
    type_uid: Number(event.class_uid) * 100 + Number(event.activity_id),
    type_name: `${definition.caption}: ${event.activity_name}`,
  };
  const wrong = Object.entries(expected).flatMap(([name, value]) =>
    event[name] === value ? [] : [`${name} is ${event[name]}, not ${value}`],
  );
  const version = metadata?.version === schema.version ? [] : [`metadata.version is ${metadata?.version}`];
  const profiles = new Set(metadata?.profiles ?? []);
  // The classes' own ids are computed by the schema's server; they are compared above.
  const classified = new Set(['class_uid', 'category_uid', 'type_uid']);
  return [...wrong, ...version, ...problems(event, definition, '', profiles, classified)];
}

function problems(
  value: Json,
  { attributes, constraints = {} }: Definition,
  path: string,
  profiles: ReadonlySet<string>,
  withoutEnum: ReadonlySet<string> = new Set(),
): string[] {
  const here = path === '' ? 'the event' : path;
  const applies = ({ profile }: Attribute) => profile === undefined || profiles.has(profile);
  const missing = Object.entries(attributes).flatMap(([name, attribute]) =>
    attribute.required && applies(attribute) && value[name] === undefined ? [`${here} lacks ${name}`] : [],
  );
  const { at_least_one: some, just_one: one } = constraints;
  const has = (names: readonly string[]) => names.filter((name) => value[name] !== undefined).length;
  const constraint = [
    ...(some && has(some) === 0 ? [`${here} has none of ${some.join(', ')}`] : []),
    ...(one && has(one) !== 1 ? [`${here} has not just one of ${one.join(', ')}`] : []),
  ];
  const found = Object.entries(value).flatMap(([name, item]) => {
    const at = path === '' ? name : `${path}.${name}`;
    const attribute = attributes[name];
    if (attribute === undefined) return [`${at} is no attribute`];
    if (!applies(attribute)) return [`${at} needs the profile ${attribute.profile}`];
    if (attribute.deprecated !== undefined) return [`${at} is deprecated since ${attribute.deprecated}`];
    if (attribute.array !== Array.isArray(item) && (attribute.array || Array.isArray(item)))
      return [`${at} is ${attribute.array ? 'no' : 'a'} list`];
    const caption = withoutEnum.has(name) ? [] : captionProblems(value, item, attribute, at);
    const items: readonly unknown[] = Array.isArray(item) ? item : [item];
    return [...caption, ...items.flatMap((each) => typeProblems(each, attribute.type, at, profiles))];
  });
  return [...missing, ...constraint, ...found];
}

function captionProblems(owner: Json, id: unknown, { enum: values, sibling }: Attribute, at: string): string[] {
  if (values === undefined) return [];
  const caption = values[String(id)];
  if (caption === undefined) return [`${at} cannot be ${id}`];
  const said = sibling === undefined ? undefined : owner[sibling];
  return said === undefined || id === 99 || said === caption ? [] : [`${sibling} is ${said}, not ${caption}`];
}

function typeProblems(value: unknown, type: string, at: string, profiles: ReadonlySet<string>): string[] {
  const known = schema.types[type];
  if (known === undefined) {
    const definition = schema.objects[type];
    if (definition === undefined) return [`${at}: the object ${type} is not in the fixture`];
    if (typeof value !== 'object' || value === null) return [`${at} is no object`];
    return type === 'object' ? [] : problems(value as Json, definition, at, profiles);
  }
  const base = known.type ?? type;
  if (base === 'json_t') return [];
  if (base === 'string_t') {
    if (typeof value !== 'string') return [`${at} is no string`];
    const fits = known.regex === undefined || new RegExp(known.regex).test(value);
    return fits && value.length <= (known.max_len ?? Number.POSITIVE_INFINITY) ? [] : [`${at} is no ${type}: ${value}`];
  }
  if (base === 'boolean_t') return typeof value === 'boolean' ? [] : [`${at} is no boolean`];
  const limit = base === 'integer_t' ? 2 ** 31 : Number.MAX_SAFE_INTEGER;
  return Number.isInteger(value) && Math.abs(value as number) < limit ? [] : [`${at} is no ${base}`];
}
