import type { LabelSelector, Labels } from '../../rbac/model/label-selector.ts';

/** A value that no selector names. */
const other = '\u0000';

/**
 * Labels that represent every set of labels the selectors can tell apart: each key absent, with each value some selector names, and with
 * another one. Undefined where they are more than `most`.
 */
export function labelClasses(selectors: Iterable<LabelSelector>, most: number): readonly Labels[] | undefined {
  const keys = new Map<string, Set<string>>();
  for (const { key, values } of [...selectors].flat()) {
    const known = keys.get(key) ?? new Set([other]);
    keys.set(key, known);
    for (const value of values) known.add(value);
  }
  let classes: Labels[] = [{}];
  for (const [key, values] of keys) {
    if (classes.length * (values.size + 1) > most) return undefined;
    classes = classes.flatMap((labels) => [labels, ...[...values].map((value) => ({ ...labels, [key]: value }))]);
  }
  return classes;
}
