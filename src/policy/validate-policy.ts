import { type PolicyProblem, readPolicy } from './read-policy.ts';

/** What `gitops-gate policy validate` prints, and its exit code: 0 when all is good, 2 when it is not. */
export interface Validation {
  readonly text: string;
  readonly exitCode: 0 | 2;
}

/** Validates the bytes of one policy file; `path` is how the person named it. Pure ASCII apart from the path. */
export function validatePolicy(bytes: Uint8Array, path: string, ruleIds: readonly string[]): Validation {
  return validation(readPolicy(bytes, path, ruleIds).problems, `${path}: valid\n`);
}

/** The problems with their places, or `good` where there are none. */
export function validation(problems: readonly PolicyProblem[], good: string): Validation {
  if (problems.length === 0) return { text: good, exitCode: 0 };
  const lines = problems.map(({ file, line, column, what, fix }) => `${file}:${line}:${column}: ${what}\n  ${fix}\n`);
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  return { text: `${lines.join('')}${count}\n`, exitCode: 2 };
}
