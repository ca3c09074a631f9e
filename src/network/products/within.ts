import { isMapping, isSameValue, list, type Mapping, mapping, scalarText } from '../../plain-values.ts';
import { isOpenText } from '../../workload/pod-security/open-text.ts';

/** How deep entries are compared; what is deeper counts as another one. */
const deepest = 12;

/** Fields whose values are left out: more of them is less (`notPaths`, `except`). */
const negative = /^(?:not[A-Z]|except)/;

/**
 * Whether an entry of a policy selects nothing that the other one does not, judged by their form: each field is one more condition, and a list names what
 * is enough for it. What cannot be decided is not within.
 */
export function isEntryWithin(one: unknown, other: unknown, depth = 0): boolean {
  if (isSameValue(one, other)) return true;
  if (depth > deepest) return false;
  if (isMapping(one) && isMapping(other)) return isMappingWithin(one, other, depth);
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length > 0 && one.every((each) => other.some((wider) => isEntryWithin(each, wider, depth + 1)));
  }
  return isTextWithin(scalarText(one), scalarText(other));
}

/** Whether two selectors of labels surely select nothing in common: they want different values of one label. */
export function areDisjoint(one: unknown, other: unknown): boolean {
  const [own, others] = [one, other].map((each) => mapping(mapping(each).matchLabels));
  return Object.entries(own ?? {}).some(([key, value]) => {
    const wanted = others !== undefined && Object.hasOwn(others, key) ? scalarText(others[key]) : undefined;
    return wanted !== undefined && wanted !== scalarText(value) && ![wanted, scalarText(value)].some(isOpenText);
  });
}

function isMappingWithin(one: Mapping, other: Mapping, depth: number): boolean {
  const isNone = (value: unknown) =>
    value === undefined || value === null || (Array.isArray(value) && value.length === 0);
  const isRange = one.endPort !== undefined || other.endPort !== undefined;
  if (isRange && !isRangeWithin(one, other)) return false;
  return Object.keys(other).every((key) => {
    if (isRange && /^(?:port|endPort)$/.test(key)) return true;
    if (isNone(other[key])) return isNone(one[key]) || !Array.isArray(other[key]);
    if (isNone(one[key])) return false;
    // Labels and the like are conditions that all have to hold.
    if (key === 'matchLabels') return isMappingWithin(one[key] as Mapping, other[key] as Mapping, depth + 1);
    if (key === 'matchExpressions' || key === 'when')
      return list(other[key]).every((wider) => list(one[key]).some((each) => isEntryWithin(each, wider, depth + 1)));
    if (negative.test(key))
      return list(other[key]).every((left) => list(one[key]).some((each) => isEntryWithin(left, each, depth + 1)));
    return isEntryWithin(one[key], other[key], depth + 1);
  });
}

/** Ports of Cilium from `port` to `endPort`, which are one port without it (cilium.io/v2, PortProtocol); no port is all of them. */
function isRangeWithin(one: Mapping, other: Mapping): boolean {
  if (other.port === undefined) return true;
  const range = ({ port, endPort = port }: Mapping) =>
    [port, endPort].map((each) => Number(scalarText(each) || Number.NaN));
  const [first = Number.NaN, last = Number.NaN] = range(one);
  const [from = Number.NaN, to = Number.NaN] = range(other);
  // An `endPort` of 0 is none.
  return first >= from && Math.max(first, last) <= Math.max(from, to);
}

/** Texts of Istio: `*` in front or behind matches anything. */
function isTextWithin(one: string, other: string): boolean {
  if (other === '') return false;
  if (one === other || other === '*') return one !== '';
  const inner = one.replace(/^\*|\*$/g, '');
  if (other.endsWith('*') && !other.startsWith('*'))
    return !one.startsWith('*') && inner.startsWith(other.slice(0, -1));
  if (other.startsWith('*') && !other.endsWith('*')) return !one.endsWith('*') && inner.endsWith(other.slice(1));
  return false;
}
