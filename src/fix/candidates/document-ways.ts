import type { DocumentTree } from '../../yaml/parse-tree.ts';
import { sameDocument } from '../edit/align.ts';
import { lineBreakOf, lineStart } from '../edit/lines.ts';
import { type Candidate, ofEdits } from './candidate.ts';
import type { Present, Side } from './workbench.ts';

/** A document of a file that has others, taken out with its separator. */
export function* documentOut({ after, path }: Present, tree: DocumentTree): Generator<Candidate> {
  const trees = after.trees ?? [];
  if (trees.length < 2) return;
  const isFirst = tree === trees[0];
  const start = isFirst ? tree.start : lineStart(after.text, tree.start - 1);
  const end = isFirst ? (trees[1]?.start ?? tree.end) : tree.end;
  yield ofEdits(path, [{ start, end, text: '' }], 'takes the object out');
}

/** A document that the change took out of the file, put back before the one that followed it, else at the end. */
export function documentBack(
  { after, before, path }: Present & { readonly before: Side },
  tree: DocumentTree,
): Candidate {
  const br = lineBreakOf(after.text);
  const text = before.text.slice(tree.start, tree.end).trimEnd();
  const [former, now] = [before.trees ?? [], after.trees ?? []];
  const next = former
    .slice(former.indexOf(tree) + 1)
    .map((each) => sameDocument(each, former, now))
    .find((each) => each !== undefined);
  const end = after.text.length;
  const edit =
    next === undefined
      ? { start: end, end, text: `${after.text.endsWith('\n') || end === 0 ? '' : br}---${br}${text}${br}` }
      : { start: next.start, end: next.start, text: `${text}${br}---${br}` };
  return ofEdits(path, [{ ...edit, former: tree.start }], 'puts the object back');
}
