import type { Danger } from '../src/rbac/judge/danger-table.ts';
import type { controlsOf, frameworks } from '../src/report/compliance/frameworks.ts';
import type { Rule } from '../src/rules/rule.ts';

export const documents: readonly string[];
export function tables(
  rules: readonly Rule[],
  dangers: readonly Danger[],
  compliance: { readonly frameworks: typeof frameworks; readonly controlsOf: typeof controlsOf },
): Readonly<Record<string, string>>;
export function filled(text: string, all: Readonly<Record<string, string>>): string;
