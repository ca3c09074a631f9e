import { isMapping, scalarText } from '../../plain-values.ts';
import type { Document, Path } from '../../yaml/document.ts';
import { isSopsValue } from '../value/encrypted.ts';

/** A value of a file of SOPS. */
export interface SopsLeaf {
  /** What it is in: a document, or one line of a file without structure, which has no value of its own. */
  readonly source: Pick<Document, 'value' | 'at' | 'valueAt' | 'styleAt'>;
  readonly path: Path;
  /** The keys on the way to it, which selectors look at: list items have none. */
  readonly keys: readonly string[];
  readonly text: string;
  readonly isEncrypted: boolean;
  /** The comments that may select it; undefined where they are not known. */
  comments(): readonly string[] | undefined;
}

/** The leaves that SOPS would encrypt or not: nothing that is null or empty, and not its own block (sops.go, walkValue; aes, isEmpty). */
export function sopsLeaves(
  documents: readonly Document[],
  commentsOn: (document: Document, path: Path) => readonly string[] | undefined = () => [],
): readonly SopsLeaf[] {
  return documents.flatMap((document) => {
    const leaves: SopsLeaf[] = [];
    const walk = (value: unknown, path: Path, keys: readonly string[]) => {
      if (Array.isArray(value)) for (const [index, item] of value.entries()) walk(item, [...path, index], keys);
      else if (isMapping(value)) {
        for (const [key, item] of Object.entries(value))
          if (path.length > 0 || key !== 'sops') walk(item, [...path, key], [...keys, key]);
      } else {
        const text = scalarText(value);
        const comments = () => commentsOn(document, path);
        if (text !== '') leaves.push({ source: document, path, keys, text, isEncrypted: isSopsValue(text), comments });
      }
    };
    walk(document.value, [], []);
    return leaves;
  });
}
