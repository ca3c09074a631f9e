import { isMapping, type Mapping } from '../../plain-values.ts';
import { OddAnswer } from './api-failure.ts';

/** The answer as an object; throws OddAnswer for anything else. */
export function objectOf(answer: unknown): Mapping {
  if (isMapping(answer)) return answer;
  throw new OddAnswer('an answer that is not an object');
}

/** A text of an answer that must be there. */
export function textOf(answer: unknown, name: string): string {
  const value = objectOf(answer)[name];
  if (typeof value === 'string' && value !== '') return value;
  throw new OddAnswer(`an answer without ${name}`);
}

/** A yes or no of an answer that must be there. */
export function flagOf(answer: unknown, name: string): boolean {
  const value = objectOf(answer)[name];
  if (typeof value === 'boolean') return value;
  throw new OddAnswer(`an answer without ${name}`);
}

/** A yes or no of an answer; `absent` where it is left out or null. */
export function flagOr(answer: unknown, name: string, absent: boolean): boolean {
  return isAbsent(objectOf(answer)[name]) ? absent : flagOf(answer, name);
}

/** A number of an answer that must be there, of things that can be counted. */
export function countOf(answer: unknown, name: string): number {
  const value = objectOf(answer)[name];
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
  throw new OddAnswer(`an answer without ${name}`);
}

/** A text of an answer that must be one of these. */
export function oneOf<T extends string>(answer: unknown, name: string, known: readonly T[]): T {
  const found = known.find((each) => each === objectOf(answer)[name]);
  if (found !== undefined) return found;
  throw new OddAnswer(`an answer without ${name} as it is documented`);
}

/** The answer as a list; throws OddAnswer for anything else. */
export function listOf(answer: unknown): readonly unknown[] {
  if (Array.isArray(answer)) return answer;
  throw new OddAnswer('an answer that is not a list');
}

/** A list of an answer that must be there. */
export function listIn(answer: unknown, name: string): readonly unknown[] {
  const value = objectOf(answer)[name];
  if (Array.isArray(value)) return value;
  throw new OddAnswer(`an answer without ${name}`);
}

/** A list of an answer; empty where it is left out or null. */
export function listOr(answer: unknown, name: string): readonly unknown[] {
  return isAbsent(objectOf(answer)[name]) ? [] : listIn(answer, name);
}

/** The items of a list, which must be texts. */
export function textsOf(items: readonly unknown[]): readonly string[] {
  if (items.every((item) => typeof item === 'string')) return items;
  throw new OddAnswer('an answer with a list of other things than texts');
}

const isAbsent = (value: unknown) => value === undefined || value === null;
