import { clipped } from '../../clipped.ts';
import { nearest } from '../../nearest.ts';
import { isMapping } from '../../plain-values.ts';
import type { Path } from '../../yaml/document.ts';

/** A JSON Schema (draft 2020-12), or a part of one. */
export type Schema = Readonly<Record<string, unknown>>;

/** Takes one problem: where it is, what is wrong and how to fix it. `on` says whether the key or the value is meant. */
export type Complain = (path: Path, on: 'key' | 'value', what: string, fix: string) => void;

/** What a value must look like: reads it into `T`, complaining of everything that is wrong, and describes itself as JSON Schema. */
export interface Shape<T> {
  readonly schema: Schema;
  /** Undefined where it complained. */
  read(value: unknown, path: Path, complain: Complain): T | undefined;
}

/** One key of a record. */
interface Field<T> {
  readonly shape: Shape<T>;
  readonly description: string;
  readonly required?: true;
}

type Fields = Readonly<Record<string, Field<unknown>>>;

/** What a record reads into: required keys are there, others may be undefined. */
export type RecordOf<F extends Fields> = {
  readonly [K in keyof F]: F[K] extends Field<infer T> ? (F[K] extends { required: true } ? T : T | undefined) : never;
};

/** Code points in one text: no pattern ever meets a long one. */
const longestText = 1024;

/** Text of bounded length that matches a pattern; `kind` names it in problems, `example` shows one, `fix` says how to get one. */
export function text(
  pattern: RegExp,
  kind: string,
  example: string,
  fix = `for example ${JSON.stringify(example)}`,
): Shape<string> {
  return {
    schema: { type: 'string', pattern: pattern.source, maxLength: longestText, examples: [example] },
    read(value, path, complain) {
      if (typeof value === 'string' && !isLong(value) && pattern.test(value)) return value;
      const quoted = typeof value === 'string' ? '' : ' in quotes';
      complain(path, 'value', `${keyOf(path)} must be ${kind}${quoted}`, fix);
      return undefined;
    },
  };
}

function isLong(value: string): boolean {
  return value.length > longestText && [...value.slice(0, 2 * longestText + 1)].length > longestText;
}

/** One of a few words. */
export function choice<const T extends string>(choices: readonly T[]): Shape<T> {
  return {
    schema: { enum: choices },
    read(value, path, complain) {
      const found = choices.find((candidate) => candidate === value);
      if (found !== undefined) return found;
      const meant = typeof value === 'string' ? nearest(value, choices) : undefined;
      const fix = meant === undefined ? `write one of ${choices.join(', ')}` : `did you mean ${meant}?`;
      complain(path, 'value', `${keyOf(path)} must be one of ${choices.join(', ')}`, fix);
      return undefined;
    },
  };
}

/** Yes or no. */
export const truth: Shape<boolean> = {
  schema: { enum: [true, false] },
  read(value, path, complain) {
    if (typeof value === 'boolean') return value;
    complain(path, 'value', `${keyOf(path)} must be true or false`, 'write true or false, without quotes');
    return undefined;
  },
};

/** A whole number, both bounds included. */
export function integer(minimum: number, maximum: number): Shape<number> {
  return {
    schema: { type: 'integer', minimum, maximum },
    read(value, path, complain) {
      if (typeof value === 'number' && Number.isInteger(value) && value >= minimum && value <= maximum) return value;
      const what = minimum === maximum ? `must be ${minimum}` : `must be a whole number from ${minimum} to ${maximum}`;
      const fix = minimum === maximum ? `write ${minimum}` : 'write one of these, without quotes or a decimal point';
      complain(path, 'value', `${keyOf(path)} ${what}`, fix);
      return undefined;
    },
  };
}

/** A list; one that is written without items is empty. */
export function list<T>(item: Shape<T>, least = 0): Shape<readonly T[]> {
  const schema = least === 0 ? { type: ['array', 'null'] } : { type: 'array', minItems: least };
  return {
    schema: { ...schema, items: item.schema },
    read(value, path, complain) {
      if (value === null && least === 0) return [];
      if (!Array.isArray(value) || value.length < least) {
        const what = least === 0 ? 'a list' : 'a list that is not empty';
        complain(path, 'value', `${keyOf(path)} must be ${what}`, 'write each item on a line of its own after "- "');
        return undefined;
      }
      return present(value.map((each, index) => item.read(each, [...path, index], complain)));
    },
  };
}

/** A mapping whose keys are free, or read by `key`; one that is written without keys is empty. */
export function mapping<T>(item: Shape<T>, key: Shape<string>): Shape<ReadonlyMap<string, T>> {
  return {
    schema: { type: ['object', 'null'], propertyNames: key.schema, additionalProperties: item.schema },
    read(value, path, complain) {
      if (value === null) return new Map();
      if (!isMapping(value)) return notAMapping(path, complain);
      const entries = Object.entries(value).map(([name, each]) => {
        const at = [...path, name];
        const keyRead = key.read(name, at, (where, _, what, fix) => complain(where, 'key', what, fix));
        const read = item.read(each, at, complain);
        return keyRead === undefined || read === undefined ? undefined : ([keyRead, read] as const);
      });
      return new Map(present(entries));
    },
  };
}

/** A mapping whose keys are known. Unknown ones are refused, with the one that was probably meant. */
export function record<const F extends Fields>(
  fields: F,
  needed: 'needed' | 'may be empty' = 'needed',
): Shape<RecordOf<F>> {
  const names = Object.keys(fields);
  const required = names.filter((name) => fields[name]?.required);
  return {
    schema: recordSchema(fields, required, needed === 'needed'),
    read(value, path, complain) {
      const given = value === null && needed !== 'needed' ? {} : value;
      if (!isMapping(given)) return notAMapping(path, complain);
      for (const key of Object.keys(given)) {
        if (!names.includes(key)) complain([...path, key], 'key', ...unknownKey(key, names));
      }
      const missing = required.filter((name) => !Object.hasOwn(given, name));
      for (const name of missing) {
        complain(path, 'key', `${keyOf(path)} lacks ${name}`, `add ${name}${meaningOf(name, fields[name])}`);
      }
      const read = names.map((name) => {
        const shape = fields[name]?.shape;
        const each = Object.hasOwn(given, name) ? shape?.read(given[name], [...path, name], complain) : undefined;
        return [name, each] as const;
      });
      const isComplete = read.every(([name, each]) => each !== undefined || !Object.hasOwn(given, name));
      return isComplete && missing.length === 0 ? (Object.fromEntries(read) as RecordOf<F>) : undefined;
    },
  };
}

/** A shape with a further condition: `check` complains of what was read; `schema` says as much of it as JSON Schema can. */
export function checked<T>(
  shape: Shape<T>,
  check: (value: T, path: Path, complain: Complain) => void,
  schema: Schema = {},
): Shape<T> {
  return {
    schema: { ...shape.schema, ...schema },
    read(value, path, complain) {
      const read = shape.read(value, path, complain);
      let isGood = read !== undefined;
      const refuse: Complain = (...problem) => {
        isGood = false;
        complain(...problem);
      };
      if (read !== undefined) check(read, path, refuse);
      return isGood ? read : undefined;
    },
  };
}

function recordSchema(fields: Fields, required: readonly string[], isNeeded: boolean): Schema {
  const properties = Object.fromEntries(
    Object.entries(fields).map(([name, { shape, description }]) => [name, { description, ...shape.schema }]),
  );
  return {
    type: isNeeded ? 'object' : ['object', 'null'],
    properties,
    ...(required.length > 0 ? { required } : {}),
    additionalProperties: false,
  };
}

function unknownKey(key: string, names: readonly string[]): [what: string, fix: string] {
  const meant = nearest(key, names);
  const fix = meant === undefined ? `known here: ${names.join(', ')}` : `did you mean ${meant}?`;
  return [`unknown key ${quote(key)}`, fix];
}

function notAMapping(path: Path, complain: Complain): undefined {
  complain(path, 'value', `${keyOf(path)} must be a mapping`, 'write it as "key: value" lines');
}

/** Text of the file as a message may hold it: quoted, short, printable ASCII. */
export function quote(value: string): string {
  const short = clipped(value, 64);
  return JSON.stringify(short).replace(/[^\x20-\x7e…]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** How a message names a value: the last key of its path, with the index where it is an item. */
function keyOf(path: Path): string {
  const last = path.at(-1);
  if (last === undefined) return 'the policy';
  if (typeof last === 'string') return /^[\w.-]{1,64}$/.test(last) ? last : quote(last);
  return `item ${last + 1} of ${keyOf(path.slice(0, -1))}`;
}

/** What a key is for, as the end of a fix: without capital letter and full stop; nothing where it says no more than its name. */
function meaningOf(name: string, field: Field<unknown> | undefined): string {
  const words = (field?.description ?? '')
    .replace(/^[A-Z](?![A-Z])/, (first) => first.toLowerCase())
    .replace(/\.$/, '');
  return words === '' || words === name ? '' : `: ${words}`;
}

function present<T>(values: readonly (T | undefined)[]): T[] {
  return values.filter((value) => value !== undefined);
}
