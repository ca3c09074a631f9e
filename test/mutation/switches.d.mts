import type { Mutant } from './mutants.mjs';

export function withSwitches(source: string, mutants: readonly (Mutant & { readonly id: number })[]): string;
