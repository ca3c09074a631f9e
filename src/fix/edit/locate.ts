import type { Path } from '../../yaml/document.ts';
import type { DocumentTree, Node } from '../../yaml/parse-tree.ts';
import { lineStart } from './lines.ts';

/** A place in a parsed text: its document, and the path of the innermost value there. */
export interface Located {
  readonly tree: DocumentTree;
  readonly path: Path;
}

/** What is written at an offset; undefined outside of every document. */
export function locate(text: string, trees: readonly DocumentTree[], offset: number): Located | undefined {
  const tree = trees.find(({ start, end }) => offset >= start && offset < Math.max(end, start + 1)) ?? trees.at(-1);
  if (tree === undefined) return undefined;
  const path: (string | number)[] = [];
  for (let node: Node | undefined = tree.root; node !== undefined; ) {
    const next: readonly [string | number, Node] | undefined = childAt(text, node, offset);
    if (next === undefined) break;
    path.push(next[0]);
    node = next[1];
  }
  return { tree, path };
}

function childAt(text: string, node: Node, offset: number): readonly [string | number, Node] | undefined {
  for (const [key, { keyStart, node: value }] of node.entries ?? []) {
    if (keyStart <= offset && offset < Math.max(value.end, keyStart + 1, lineOf(text, keyStart, value)))
      return [key, value];
  }
  for (const [index, item] of (node.items ?? []).entries()) {
    const dash =
      item.start === -1
        ? -1
        : item.start - (/-[ \t]*$/.exec(text.slice(lineStart(text, item.start), item.start))?.[0].length ?? 0);
    if (item.start !== -1 && dash <= offset && offset < Math.max(item.end, item.start + 1)) return [index, item];
  }
  return undefined;
}

/** A value of one word, and what follows it on its line, belong to its key. */
function lineOf(text: string, keyStart: number, value: Node): number {
  if (value.start !== -1) return value.end;
  const end = text.indexOf('\n', keyStart);
  return end === -1 ? text.length : end;
}
