import { composeSlice } from './compose-slice.ts';
import type { YamlLimits } from './document.ts';
import type { Node } from './node.ts';
import { splitDocuments } from './split-documents.ts';

export type { Node } from './node.ts';

/** A document as written: its values with their places, and the stretch of the text that it has for itself. Offsets in the text; ends are exclusive. */
export interface DocumentTree {
  readonly root: Node;
  readonly start: number;
  readonly end: number;
}

/** The documents of a decoded text with the places of all values; undefined where a part cannot be read, or is over a limit. */
export function parseTrees(text: string, limits: YamlLimits): readonly DocumentTree[] | undefined {
  const lineBroken = text.replace(/[\x85\u2028\u2029]/g, '\n');
  const source = { json: text, yaml: lineBroken };
  const trees: DocumentTree[] = [];
  for (const slice of splitDocuments(lineBroken)) {
    const { documents, error } = composeSlice(source, slice, limits);
    if (error !== undefined || slice.trailing !== undefined || documents.length > 1) return undefined;
    for (const { root } of documents) if (root.start !== -1) trees.push({ root, start: slice.start, end: slice.end });
    if (trees.length > limits.documents) return undefined;
  }
  return trees;
}
