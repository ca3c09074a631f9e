import { isMapping, type Mapping } from '../../plain-values.ts';
import { memoize } from '../../rbac/model/memoize.ts';

const inOrderOf = memoize((value: object): unknown => {
  if (Array.isArray(value)) return value.map(inOrder);
  const sorted: Record<string, unknown> = Object.create(null);
  for (const key of Object.keys(value).sort()) sorted[key] = inOrder((value as Mapping)[key]);
  return sorted;
});

/** The same value with the keys of its mappings in order: what differs in nothing else is the same text (yaml.org/spec/1.2.2, 3.2.1.1). */
export function inOrder<T>(value: T): T {
  return isMapping(value) || Array.isArray(value) ? (inOrderOf(value) as T) : value;
}
