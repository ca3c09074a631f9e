import { clipped } from '../../clipped.ts';
import { isMapping, mapping, scalarText } from '../../plain-values.ts';
import type { Entry } from './rule-policies.ts';

const longest = 240;
const deepest = 8;

/** What an entry says, field by field: `from.source.principals: a, b`; everything where it says nothing. */
export function entryText(value: unknown): string {
  const parts = fieldsOf(stated(value), '', 0).map(({ name, values }) => `${name}: ${values.join(', ')}`);
  return parts.length === 0 ? 'all of it' : clipped(parts.join('; '), longest);
}

/**
 * What an entry says that none of the former ones said: of one that is like a former one only the fields that differ, each with what it was, and
 * then those that are as they were.
 */
export function newText({ value, part }: Entry, formers: readonly Entry[]): string {
  const told = formers
    .filter((each) => each.part === part)
    .flatMap((former) => differenceOf(value, former.value) ?? [])
    .sort((one, other) => one.count - other.count);
  return told[0]?.text ?? entryText(value);
}

interface Field {
  readonly name: string;
  readonly values: readonly string[];
}

/** Undefined where the two are too unlike, or say several things of which any is enough, so that fields alone do not tell them apart. */
function differenceOf(value: unknown, former: unknown): { readonly text: string; readonly count: number } | undefined {
  const [own, others] = [stated(value), stated(former)];
  if (isOfSeveral(own) || isOfSeveral(others)) return undefined;
  const [now, old] = [own, others].map(
    (each) => new Map(fieldsOf(each, '', 0).map((field) => [field.name, field.values])),
  );
  if (now === undefined || old === undefined) return undefined;
  const changed = [...now].flatMap(([name, values]) => {
    const had = old.get(name) ?? [];
    const added = values.filter((each) => !had.includes(each));
    return added.length === 0 ? [] : [{ name, had, text: `${name}: ${added.join(', ')}` }];
  });
  const gone = [...old].flatMap(([name, had]) => (now.has(name) ? [] : [{ name, had, text: `any ${name}` }]));
  const all = [...changed, ...gone];
  // A field that is new narrows, and one that takes away says the opposite of what it holds.
  if (all.length === 0 || all.some(({ name, had }) => had.length === 0 || /(?:^|\.)(?:not[A-Z]|except)/.test(name)))
    return undefined;
  const kept = [...now].filter(([name]) => !all.some((each) => each.name === name));
  if (kept.length === 0 && all.length > 1) return undefined;
  const rest = kept.map(([name, values]) => `${name}: ${values.join(', ')}`).join('; ');
  const says = all.map(({ text, had }) => `${text} (before: ${had.join(', ')})`).join('; ');
  return { text: clipped(rest === '' ? says : `${says}, with ${rest}`, longest), count: all.length };
}

function stated(value: unknown): Readonly<Record<string, unknown>> {
  const { action: _, ...rest } = mapping(value);
  return rest;
}

/** Whether a list in it has several mappings. */
function isOfSeveral(value: unknown, depth = 0): boolean {
  if (depth > deepest) return true;
  if (Array.isArray(value)) {
    const inner = value.filter((each) => typeof each === 'object');
    return inner.length > 1 || inner.some((each) => isOfSeveral(each, depth + 1));
  }
  return isMapping(value) && Object.values(value).some((each) => isOfSeveral(each, depth + 1));
}

function fieldsOf(value: unknown, name: string, depth: number): readonly Field[] {
  const items = Array.isArray(value) ? value : [value];
  if (depth > deepest) return [{ name, values: ['…'] }];
  const plain = items.filter((item) => !isMapping(item) && !Array.isArray(item)).map(scalarText);
  const inner = items.flatMap((item) =>
    isMapping(item)
      ? Object.keys(item).flatMap((key) => fieldsOf(item[key], name === '' ? key : `${name}.${key}`, depth + 1))
      : [],
  );
  return [...(plain.length === 0 ? [] : [{ name, values: plain }]), ...inner];
}
