import { isMapping, scalarText } from '../../plain-values.ts';
import { decodeBase64Text } from '../../secrets/value/decode.ts';
import type { Path } from '../../yaml/document.ts';
import type { DocumentTree, Node } from '../../yaml/parse-tree.ts';
import { commentAt, type Stretch, scalarsOf } from '../edit/comments.ts';
import { type Edit, overlap } from '../edit/edit.ts';
import { lineEnd, lineStart } from '../edit/lines.ts';
import { nodeAt } from '../edit/slot.ts';
import { emptiedEdit } from './emptied.ts';

/** A place that has a value once more, and the edit that takes it from there; none where that cannot be done. */
export interface Echo extends Stretch {
  readonly edit: Edit | undefined;
}

/** Shorter values are words: a comment or an annotation may well have them for another reason. */
const shortest = 6;

/** More are not taken away: edits are compared with each other, and their number is the author's. */
const mostEchoes = 20;

/** Where a document has a value that is at a path of it once more: in comments, annotations and labels. `offset` is where the value is written. */
export function echoesOf(text: string, tree: DocumentTree, path: Path, offset: number): readonly Echo[] {
  const needles = needlesOf(text, tree.root, path, offset);
  if (needles.length === 0) return [];
  const found: Echo[] = [];
  for (const places of [inComments(text, tree, needles), inMetadata(text, tree.root, path, needles)])
    for (const echo of places) {
      if (found.length === mostEchoes) return [{ start: 0, end: text.length, edit: undefined }];
      found.push(echo);
    }
  return found;
}

/** The edits with those that take a value's echoes away; undefined where one of them would stay. */
export function withEchoes(edits: readonly Edit[], echoes: readonly Echo[]): readonly Edit[] | undefined {
  const rest = echoes.filter(({ start, end }) => !edits.some((edit) => edit.start <= start && end <= edit.end));
  const more = rest.flatMap(({ edit }) => edit ?? []);
  const canBe = more.length === rest.length && !more.some((one) => edits.some((each) => overlap(one, each)));
  return canBe ? [...edits, ...more] : undefined;
}

/** The value as it is read, as base64 and as JSON have it; of a text over several lines the last word of the line that it was found on. */
function needlesOf(text: string, root: Node, path: Path, offset: number): readonly string[] {
  const value = scalarText(nodeAt(root, path)?.value).trim();
  const line = text.slice(lineStart(text, offset), lineEnd(text, offset));
  const word = value.includes('\n')
    ? line
        .trim()
        .split(/[\s"'=:]+/)
        .findLast((part) => part !== '')
    : value;
  if (word === undefined || word.length < shortest) return [];
  const forms = [
    word,
    decodeBase64Text(word)?.trim() ?? '',
    Buffer.from(word).toString('base64'),
    JSON.stringify(word).slice(1, -1),
  ];
  return [...new Set(forms)].filter(({ length }) => length >= shortest);
}

const shows = (text: string, needles: readonly string[]): boolean => needles.some((needle) => text.includes(needle));

function* inComments(text: string, { root, start, end }: DocumentTree, needles: readonly string[]): Generator<Echo> {
  let scalars: readonly Stretch[] | undefined;
  for (let at = start; at < end; at = lineEnd(text, at)) {
    const line = text.slice(at, lineEnd(text, at));
    if (!line.includes('#') || !shows(line, needles)) continue;
    scalars ??= scalarsOf(root);
    const comment = commentAt(text, at, scalars);
    if (comment !== undefined && shows(text.slice(comment.start, comment.end), needles))
      yield { ...comment, edit: { ...comment, text: '' } };
  }
}

function* inMetadata(text: string, root: Node, own: Path, needles: readonly string[]): Generator<Echo> {
  const seen = new Set<unknown>();
  function* walk({ entries, items }: Node, path: Path): Generator<Echo> {
    const inside = entries ?? items;
    if (inside === undefined || seen.has(inside)) return;
    seen.add(inside);
    const isMetadata = path.at(-2) === 'metadata' && (path.at(-1) === 'annotations' || path.at(-1) === 'labels');
    const children: (readonly [string | number, Node])[] = [
      ...[...(entries ?? [])].map(([key, { node }]) => [key, node] as const),
      ...(items ?? []).entries(),
    ];
    for (const [step, node] of children) {
      const here = [...path, step];
      yield* walk(node, here);
      if (!isMetadata || isMapping(node.value) || !shows(scalarText(node.value), needles)) continue;
      if (here.length === own.length && here.every((each, at) => each === own[at])) continue;
      yield { start: node.start, end: node.end, edit: emptiedEdit(text, root, here) };
    }
  }
  yield* walk(root, []);
}
