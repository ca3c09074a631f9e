import type { Rule } from './rule.ts';

/** Every rule; the order is the report's. */
export const rules: readonly Rule[] = [];
