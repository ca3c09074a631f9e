import { identityOf } from '../text/source.ts';
import type { SopsContent } from './content.ts';
import type { SopsLeaf } from './leaves.ts';
import { isDescriptive, isSelected, type Selectable } from './selectors.ts';

/** Values of a file of SOPS that its former selectors select and its own do not: those that are encrypted still, and entries to come of its Secrets. */
export interface Narrowed {
  readonly leaves: readonly SopsLeaf[];
  /** Of `data` and `stringData`. */
  readonly entries: readonly string[];
}

/** What a change of the selectors in the file's block lets be written in plain text from then on. */
export function narrowedSelectors(former: SopsContent, file: SopsContent): Narrowed {
  const [was, is] = [former.metadata?.selectors, file.metadata?.selectors];
  // A former selector that could not be read may have selected anything.
  const isLost = (value: Selectable) => isSelected(was, value) !== false && isSelected(is, value) === false;
  const isOfSecret = ({ source: { value } }: SopsLeaf) => identityOf(value)?.kind === 'Secret';
  const leaves = file.leaves.filter((leaf) => leaf.isEncrypted && !isDescriptive(leaf.keys[0] ?? '') && isLost(leaf));
  const named = new Set(leaves.map(({ keys: [first] }) => first));
  const entries = file.leaves.some(isOfSecret) ? ['data', 'stringData'].filter((field) => !named.has(field)) : [];
  return { leaves, entries: entries.filter((field) => isLost({ keys: [field, 'key'], comments: () => [] })) };
}
