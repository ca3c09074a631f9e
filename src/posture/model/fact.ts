/** Why a forge did not say something; that it was not said never counts as an answer. */
export interface Unknown {
  /** A sentence: what the forge answered instead. */
  readonly unknown: string;
  /** What the token would need: `Administration: read`. */
  readonly needs?: string;
  /** What to do, where it is something else than to give the token what it needs. */
  readonly remedy?: string;
}

/** What a forge says of one thing, or why it does not. */
export type Fact<T> = { readonly value: T } | Unknown;

export const isUnknown = <T>(fact: Fact<T>): fact is Unknown => 'unknown' in fact;

/** A fact that follows from another one. */
export function mapFact<T, U>(fact: Fact<T>, make: (value: T) => U): Fact<U> {
  return isUnknown(fact) ? fact : { value: make(fact.value) };
}
