import type { Rule } from '../src/rules/rule.ts';

export const documents: readonly string[];
export function tables(rules: readonly Rule[]): Readonly<Record<string, string>>;
export function filled(text: string, all: Readonly<Record<string, string>>): string;
