export interface Mutant {
  readonly kind: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}
export function mutantsOf(source: string): readonly Mutant[];
export function mutated(source: string, mutant: Mutant): string;
