/** What a rule or a selector asks of traffic. */
export type Condition =
  /** Something of which only the text is known: it may hold or not, whatever else does. */
  | { readonly kind: 'fact'; readonly name: string }
  /** One of several values; of a label `undefined` is that there is none. */
  | { readonly kind: 'value'; readonly of: string; readonly values: readonly (string | undefined)[] }
  | { readonly kind: 'number'; readonly of: string; readonly ranges: readonly Range[] }
  | { readonly kind: 'not'; readonly condition: Condition }
  | { readonly kind: 'any'; readonly conditions: readonly Condition[] };

/** Numbers from the first to the last. */
export interface Range {
  readonly first: bigint;
  readonly last: bigint;
}

/** One kind of traffic: what each condition asks about, and what it is there. */
export type Dimensions = ReadonlyMap<string, boolean | bigint | string | undefined>;

/** Whether all conditions hold. */
export function isMet(conditions: readonly Condition[], dimensions: Dimensions): boolean {
  return conditions.every((each) => holds(each, dimensions));
}

function holds(condition: Condition, dimensions: Dimensions): boolean {
  switch (condition.kind) {
    case 'fact':
      return dimensions.get(keyOf(condition)) === true;
    case 'value':
      return condition.values.some((each) => each === dimensions.get(keyOf(condition)));
    case 'number': {
      const own = dimensions.get(keyOf(condition));
      return typeof own === 'bigint' && condition.ranges.some(({ first, last }) => first <= own && own <= last);
    }
    case 'not':
      return !holds(condition.condition, dimensions);
    case 'any':
      return condition.conditions.some((each) => holds(each, dimensions));
  }
}

type Plain = Extract<Condition, { kind: 'fact' | 'value' | 'number' }>;

const keyOf = (condition: Plain) => `${condition.kind} ${condition.kind === 'fact' ? condition.name : condition.of}`;

/** A value that no condition names. */
const another = '\0';

/** Whether something is true of every kind of traffic that the conditions tell apart; false where these are more than `most`. */
export function isTrueOfAll(
  conditions: readonly Condition[],
  most: number,
  isTrue: (dimensions: Dimensions) => boolean,
): boolean {
  const values = new Map<string, Set<boolean | bigint | string | undefined>>();
  for (const each of conditions.flatMap(plainOf)) {
    const known = values.get(keyOf(each)) ?? new Set();
    values.set(keyOf(each), known);
    for (const value of valuesOf(each)) known.add(value);
  }
  const all = [...values].map(([key, known]) => ({ key, known: [...known] }));
  if (all.reduce((size, { known }) => size * known.length, 1) > most) return false;
  const dimensions = new Map<string, boolean | bigint | string | undefined>();
  const isTrueFrom = (index: number): boolean => {
    const dimension = all[index];
    if (dimension === undefined) return isTrue(dimensions);
    return dimension.known.every((value) => {
      dimensions.set(dimension.key, value);
      return isTrueFrom(index + 1);
    });
  };
  return isTrueFrom(0);
}

function plainOf(condition: Condition): readonly Plain[] {
  if (condition.kind === 'not') return plainOf(condition.condition);
  return condition.kind === 'any' ? condition.conditions.flatMap(plainOf) : [condition];
}

/** Values of which one is in each part that the condition tells apart. Traffic may be without a number: ICMP has no port. */
function valuesOf(condition: Plain): readonly (boolean | bigint | string | undefined)[] {
  if (condition.kind === 'fact') return [true, false];
  if (condition.kind === 'value') return [undefined, another, ...condition.values];
  return [undefined, ...condition.ranges.flatMap(({ first, last }) => [first, last + 1n])];
}
