import { scalarText } from '../../plain-values.ts';
import { type Labels, readLabelSelector, selects } from '../../rbac/model/label-selector.ts';
import type { Severity } from '../../severity.ts';

/** What may be judged: an object, or the objects of a namespace. What is undefined is unknown, or differs among them. */
export interface Subject {
  readonly kind: { readonly group: string; readonly kind: string } | undefined;
  readonly namespace: string | undefined;
  readonly labels: Labels | undefined;
  readonly namespaceLabels: Labels | undefined;
}

/** What judges objects by labels, theirs or those of their namespace. */
export interface Selecting {
  readonly by: string;
  /** The same for fingerprints, without words. */
  readonly id: string;
  /** The labels that decide; with a `*` where it is a pattern. */
  readonly keys: readonly string[];
  readonly severity: Severity;
  /** Whether something that was judged no longer is. */
  readonly loses: (was: Subject, is: Subject) => boolean;
}

/** Whether a selector takes labels; what nobody knows it may take. */
export function mayTake(selector: unknown, labels: Labels | undefined): boolean {
  if (labels === undefined || selector === undefined) return true;
  const own = readLabelSelector(selector);
  return own === undefined || selects(own, labels);
}

/** The labels that selectors ask for; of one that cannot be read none. */
export function keysOf(...selectors: readonly unknown[]): readonly string[] {
  return selectors.flatMap((selector) => (readLabelSelector(selector) ?? []).map(({ key }) => scalarText(key)));
}
