import { list, mapping, scalarText } from '../../plain-values.ts';

/** One requirement on a label (apimachinery metav1.LabelSelectorRequirement; matchLabels are `In` one value). */
interface Requirement {
  readonly key: string;
  readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist';
  readonly values: readonly string[];
}

/** A label selector; empty selects everything. Undefined where the API server would refuse it. */
export type LabelSelector = readonly Requirement[];

export type Labels = Readonly<Record<string, string>>;

const operators = ['In', 'NotIn', 'Exists', 'DoesNotExist'] as const;

/** Reads a LabelSelector; undefined when an operator is unknown (the API server refuses the object). */
export function readLabelSelector(value: unknown): LabelSelector | undefined {
  const { matchLabels, matchExpressions } = mapping(value);
  const selector: Requirement[] = Object.entries(readLabels(matchLabels)).map(([key, text]) => ({
    key,
    operator: 'In',
    values: [text],
  }));
  for (const expression of list(matchExpressions).map(mapping)) {
    const operator = operators.find((known) => known === expression.operator);
    if (operator === undefined || typeof expression.key !== 'string') return undefined;
    const values = list(expression.values).map(scalarText);
    selector.push({ key: expression.key, operator, values });
  }
  return selector;
}

/** Labels as strings; what is not a string counts as the text a person would read in it. */
export function readLabels(value: unknown): Labels {
  return Object.fromEntries(Object.entries(mapping(value)).map(([key, text]) => [key, scalarText(text)]));
}

/** Whether all that one selector selects is selected by the other, as far as their requirements show it one by one. */
export function isWithin(inner: LabelSelector, outer: LabelSelector): boolean {
  return outer.every((wanted) => inner.some((own) => own.key === wanted.key && implies(own, wanted)));
}

/** Ways to part one selector by the requirements of others that are tried. */
const mostParts = 1_000;

/** Whether all that one selector selects is selected by one of the others: `team = a` and `team notin (a)` are everything. */
export function isCovered(inner: LabelSelector, outers: readonly LabelSelector[]): boolean {
  const parts = outers.reduce((count, { length }) => count * Math.max(length, 1), 1);
  return parts <= mostParts && isCoveredBy(inner, outers);
}

/** What one of several leaves out breaks one of its requirements at least: the others have to have all of that. */
function isCoveredBy(inner: LabelSelector, [outer, ...others]: readonly LabelSelector[]): boolean {
  const isNothing = inner.some((one) => inner.some((other) => one.key === other.key && implies(one, opposite(other))));
  if (isNothing) return true;
  return outer?.every((wanted) => isCoveredBy([...inner, opposite(wanted)], others)) ?? false;
}

const opposites = { In: 'NotIn', NotIn: 'In', Exists: 'DoesNotExist', DoesNotExist: 'Exists' } as const;

function opposite(requirement: Requirement): Requirement {
  return { ...requirement, operator: opposites[requirement.operator] };
}

/** Whether one requirement on a label only holds where the other one, on the same label, does. */
function implies({ operator, values }: Requirement, wanted: Requirement): boolean {
  const [given, asked] = [new Set(values), new Set(wanted.values)];
  switch (wanted.operator) {
    case 'In':
      return operator === 'In' && values.every((value) => asked.has(value));
    case 'NotIn':
      if (operator === 'In') return !values.some((value) => asked.has(value));
      return operator === 'DoesNotExist' || (operator === 'NotIn' && wanted.values.every((value) => given.has(value)));
    case 'Exists':
      return operator === 'In' || operator === 'Exists';
    default:
      return operator === 'DoesNotExist';
  }
}

/** Whether all requirements hold (apimachinery labels.Requirement.Matches). */
export function selects(selector: LabelSelector, labels: Labels): boolean {
  return selector.every(({ key, operator, values }) => {
    const label = Object.hasOwn(labels, key) ? labels[key] : undefined;
    switch (operator) {
      case 'In':
        return label !== undefined && values.includes(label);
      case 'NotIn':
        return label === undefined || !values.includes(label);
      case 'Exists':
        return label !== undefined;
      default:
        return label === undefined;
    }
  });
}
