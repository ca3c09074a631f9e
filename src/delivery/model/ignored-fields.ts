import { clipped } from '../../clipped.ts';
import { type Mapping, strings } from '../../plain-values.ts';
import type { GuardedKinds } from './guarded-kinds.ts';

/** One way in which fields of objects are left as they are. */
export interface Way {
  readonly by: 'pointer' | 'path' | 'manager' | 'unread';
  /** As it is written: a pointer, an expression of jq, the name of a manager of fields, or what could not be read. */
  readonly text: string;
  /** The field that it begins with, `[]` for any item; undefined where it may be any field. */
  readonly field: readonly string[] | undefined;
  /** Whether all that is under the field is left, not only what an expression selects there. */
  readonly isWhole: boolean;
}

/** What cannot be read may ignore anything. */
export function unreadWay(text: string): Way {
  return { by: 'unread', text, field: undefined, isWhole: false };
}

/** A way in words. */
export function wayText({ by, text }: Way): string {
  if (by === 'unread') return 'what could not be read';
  return `${by === 'manager' ? 'managed by ' : ''}${clipped(text, 120)}`;
}

/** The same for fingerprints. */
export function wayCode({ by, text }: Way): string {
  return by === 'pointer' || by === 'path' ? text : `${by} ${text}`;
}

/** The ways of an entry of `ignoreDifferences` (argo-cd, util/argo/normalizers/diff_normalizer.go, util/argo/managedfields). */
export function waysOf(entry: Mapping): readonly Way[] {
  return [
    ...strings(entry.jsonPointers).map(wayOfPointer),
    ...strings(entry.jqPathExpressions).flatMap(waysOfExpression),
    ...strings(entry.managedFieldsManagers).map(wayOfManager),
  ];
}

/** What a manager sets may be any field. */
function wayOfManager(manager: string): Way {
  return { by: 'manager', text: manager, field: undefined, isWhole: false };
}

/** RFC 6901; what is before the first slash is not looked at (json-patch, findObject). */
function wayOfPointer(text: string): Way {
  const steps = text.split('/').slice(1);
  const field = steps.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  return { by: 'pointer', text, field, isWhole: field.length > 0 };
}

const quoted = /"(?:[^"\\]|\\[^(])*"/g;

/** A step of a path of jq: `.name`, `."name"`, `["name"]`, `[0]`, `[]`; a question mark after it only leaves out what is not there. */
const step = /^(?:\.?\[\s*(?:"([^"\\]*)"\s*|(\d+)\s*)?\]|\.(?:([A-Za-z_]\w*)|"([^"\\]*)"))\??\s*/;

/** An expression of jq is put into `del(…)`: all the paths that it gives, one after the other. */
function waysOfExpression(text: string): readonly Way[] {
  const parts = pathsIn(text);
  if (parts === undefined) return [{ by: 'path', text, field: undefined, isWhole: false }];
  return parts.map((part) => {
    const field: string[] = [];
    let rest = part.trim();
    for (let found = step.exec(rest); found !== null; found = step.exec(rest)) {
      const [whole, inBrackets, index, name, inQuotes] = found;
      field.push(inBrackets ?? index ?? name ?? inQuotes ?? '[]');
      rest = rest.slice(whole.length);
    }
    // What is piped on stays inside of what was there before it; anything else may lead out of it.
    const isInside = part.trim().startsWith('.') && field.length > 0 && /^(?:\|(?!=)|$)/.test(rest);
    return { by: 'path', text, field: isInside ? field : undefined, isWhole: rest === '' };
  });
}

/** Longer expressions are taken to lead anywhere. */
const longest = 2_000;

/** The parts between commas outside of brackets; undefined where brackets, quotes or comments make that uncertain. */
function pathsIn(text: string): readonly string[] | undefined {
  if (text.length > longest) return undefined;
  const bare = text.replace(quoted, (each) => `"${'x'.repeat(each.length - 2)}"`);
  if (/[#\\]/.test(bare) || (bare.match(/"/g) ?? []).length % 2 === 1) return undefined;
  const parts: string[] = [];
  const open: string[] = [];
  let from = 0;
  for (let at = 0; at < bare.length; at++) {
    const character = bare[at] ?? '';
    if ('([{'.includes(character)) open.push(character);
    else if (')]}'.includes(character) && open.pop() !== '([{'[')]}'.indexOf(character)]) return undefined;
    else if (character === ',' && open.length === 0) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  return open.length > 0 ? undefined : [...parts, text.slice(from)];
}

/** Whether a way may lead to a field of the kinds that decides something. */
export function reaches({ field }: Way, { fields, harmless = [] }: GuardedKinds): boolean {
  if (field === undefined) return true;
  const isUnder = (outer: readonly string[]) =>
    outer.length <= field.length && outer.every((each, at) => each === '[]' || each === field[at]);
  if (harmless.some(isUnder)) return false;
  return fields.some((each) => each.every((name, at) => at >= field.length || meets(name, field[at] ?? '')));
}

function meets(name: string, step: string): boolean {
  if (step === '[]' || name === step) return true;
  return name.endsWith('*') && step.startsWith(name.slice(0, -1));
}

/** Whether one way leaves all that another one does. */
export function coversWay(one: Way, other: Way): boolean {
  if (one.by === other.by && one.text === other.text) return true;
  const [outer, inner] = [one.field, other.field];
  if (!one.isWhole || outer === undefined || inner === undefined || outer.length > inner.length) return false;
  return outer.every((each, at) => each === '[]' || each === inner[at]);
}
