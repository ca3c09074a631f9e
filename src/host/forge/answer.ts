import { isMapping, type Mapping } from '../../plain-values.ts';
import { OddAnswer } from './api-failure.ts';

/** The answer as an object; throws OddAnswer for anything else. */
export function objectOf(answer: unknown): Mapping {
  if (isMapping(answer)) return answer;
  throw new OddAnswer('an answer that is no object');
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
