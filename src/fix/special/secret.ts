import { isMapping, mapping, text as textOf } from '../../plain-values.ts';
import type { Path } from '../../yaml/document.ts';
import type { Node } from '../../yaml/parse-tree.ts';
import { commentAt, endWithComments, scalarsOf } from '../edit/comments.ts';
import type { Edit } from '../edit/edit.ts';
import { columnOf, lineBreakOf, lineEnd, lineStart } from '../edit/lines.ts';
import { pathText, type Way, type Written, waysAt } from '../edit/node-ways.ts';
import { nodeAt, removal, type Slot, slotAt } from '../edit/slot.ts';
import { emptiedEdit } from './emptied.ts';
import { keyWord, type SecretWays, skeletonOf } from './skeleton.ts';
import { indented, yamlScalar } from './written.ts';

/** Several edits that are one way. */
export interface SecretWay {
  readonly edits: readonly Edit[];
  readonly what: string;
}

/** The ways to have a file without the value that is at a path of it; `offset` is where it is written. None of them writes the value anywhere. */
export function* waysWithoutSecret(head: Written, path: Path, offset: number, ways: SecretWays): Generator<SecretWay> {
  const root = objectPath(head.root, path);
  const object = nodeAt(head.root, root);
  const field = path[root.length];
  const isSecret = mapping(object?.value).kind === 'Secret' && (field === 'data' || field === 'stringData');
  const whole = isSecret ? ofSecret(head, root, ways) : ofVariable(head, root, path, ways);
  if (whole !== undefined) yield whole;
  const line = lineOfBlock(head, path, offset);
  if (line !== undefined) yield { edits: [line], what: `takes the line out of ${pathText(head.root, path)}` };
  const emptied = isSecret ? undefined : emptiedEdit(head.text, head.root, path);
  if (emptied !== undefined) yield { edits: [emptied], what: `leaves ${pathText(head.root, path)} empty` };
  for (const way of waysAt(head, path, undefined)) yield asOne(way);
}

const asOne = ({ edit, what }: Way): SecretWay => ({ edits: [edit], what });

/** The comment at an offset, taken out; undefined where none is. */
export function withoutComment(text: string, root: Node | undefined, offset: number): SecretWay | undefined {
  const comment = commentAt(text, offset, root === undefined ? [] : scalarsOf(root));
  if (comment === undefined || offset < comment.start) return undefined;
  // Of what cannot be read only a line of its own is surely a comment.
  if (root === undefined && comment.start !== lineStart(text, offset)) return undefined;
  return { edits: [{ ...comment, text: '' }], what: 'takes the comment out' };
}

/** The path of the innermost object around a path: what has an apiVersion and a kind. */
function objectPath(root: Node, path: Path): Path {
  for (let depth = path.length; depth > 0; depth--) {
    const value = nodeAt(root, path.slice(0, depth))?.value;
    if (isMapping(value) && textOf(value.kind) !== undefined && textOf(value.apiVersion) !== undefined)
      return path.slice(0, depth);
  }
  return [];
}

/** The Secret as what delivers it: its kind, and its values' place, are written anew; name, labels and comments stay. */
function ofSecret(head: Written, at: Path, ways: SecretWays): SecretWay | undefined {
  const { text } = head;
  const value = mapping(nodeAt(head.root, at)?.value);
  const { namespace, name } = mapping(value.metadata);
  const keys = [...Object.keys(mapping(value.data)), ...Object.keys(mapping(value.stringData))];
  const type = textOf(value.type);
  if (textOf(name) === undefined || keys.length === 0) return undefined;
  const wanted = {
    namespace: textOf(namespace),
    name: String(name),
    keys: [...new Set(keys)],
    type: type === 'Opaque' ? undefined : type,
  };
  const skeleton = skeletonOf(wanted, ways);
  const slots = (...fields: string[]) => fields.flatMap((field) => slotAt(text, head.root, [...at, field]) ?? []);
  const [version, kind] = slots('apiVersion', 'kind');
  const [first, ...others] = slots('data', 'stringData').toSorted((a, b) => a.start - b.start);
  if (first === undefined || version === undefined || kind === undefined || first.isFlow) return undefined;
  const column = columnOf(text, first.start);
  const gone = [...others, ...slots('type', 'immutable')].map((slot) => removal(slot, ''));
  if (gone.some((edit) => edit === undefined)) return undefined;
  if (skeleton === undefined) return withSops(first, others, keys, text);
  const spec = indented(skeleton.spec, column).trimStart().replaceAll('\n', lineBreakOf(text));
  return {
    edits: [
      { start: version.node.start, end: version.node.end, text: skeleton.apiVersion },
      { start: kind.node.start, end: kind.node.end, text: skeleton.kind },
      { start: first.start, end: endWithComments(text, first.end, column), text: spec },
      ...gone.flatMap((edit) => edit ?? []),
    ],
    what: `makes Secret ${pathText(head.root, at)} an ${skeleton.kind}`
      .replace('an SealedSecret', 'a SealedSecret')
      .replace('Secret  ', 'the Secret '),
  };
}

/** The Secret without its entries, and how to add each with SOPS, whose key nobody but its holders has. */
function withSops(first: Slot, others: readonly Slot[], keys: readonly string[], text: string): SecretWay {
  const column = columnOf(text, first.start);
  const lines = [
    '# Encrypt this file before it is committed (sops encrypt --in-place FILE), with a new value for each key, added by sops edit FILE:',
    ...keys.map((key) => `#   ${keyWord(key)}`),
    'stringData: {}',
  ];
  const written = indented(lines, column).trimStart().replaceAll('\n', lineBreakOf(text));
  const gone = others.flatMap((slot) => removal(slot, '') ?? []);
  return {
    edits: [{ start: first.start, end: endWithComments(text, first.end, column), text: written }, ...gone],
    what: 'takes the values out of the Secret',
  };
}

/** A variable of a container that takes its value from a Secret, and the object that delivers it, at the end of the file. */
function ofVariable(head: Written, at: Path, path: Path, ways: SecretWays): SecretWay | undefined {
  const { text } = head;
  const item = nodeAt(head.root, path.slice(0, -1));
  const variable = textOf(mapping(item?.value).name);
  const slot = slotAt(text, head.root, path);
  const isVariable = path.at(-1) === 'value' && path.at(-3) === 'env' && variable !== undefined;
  if (!isVariable || slot === undefined || slot.isFlow || at.length > 0) return undefined;
  const { metadata } = mapping(nodeAt(head.root, at)?.value);
  const { namespace, name } = mapping(metadata);
  const owner = textOf(name);
  if (owner === undefined || !/^[a-z][a-z0-9.-]*$/.test(owner)) return undefined;
  const secret = `${owner}-secrets`;
  const key = variable.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  const skeleton = skeletonOf({ namespace: textOf(namespace), name: secret, keys: [key], type: undefined }, ways);
  if (skeleton === undefined) return undefined;
  const br = lineBreakOf(text);
  const reference = ['valueFrom:', '  secretKeyRef:', `    name: ${yamlScalar(secret)}`, `    key: ${yamlScalar(key)}`];
  const document = [
    '---',
    `apiVersion: ${skeleton.apiVersion}`,
    `kind: ${skeleton.kind}`,
    'metadata:',
    `  name: ${yamlScalar(secret)}`,
    ...(textOf(namespace) === undefined ? [] : [`  namespace: ${yamlScalar(String(namespace))}`]),
    ...skeleton.spec,
    '',
  ];
  const end = text.length;
  return {
    edits: [
      {
        start: slot.start,
        end: endWithComments(text, slot.end, columnOf(text, slot.start)),
        text: indented(reference, columnOf(text, slot.start)).trimStart().replaceAll('\n', br),
      },
      { start: end, end, text: (text.endsWith('\n') ? '' : br) + document.join(br) },
    ],
    what: `takes ${variable} from Secret ${secret}, which a new ${skeleton.kind} delivers`,
  };
}

/** The line of a block scalar that an offset is in, where it has others. */
function lineOfBlock({ text, root }: Written, path: Path, offset: number): Edit | undefined {
  const node = nodeAt(root, path);
  if (node === undefined || (node.style !== 'literal' && node.style !== 'folded')) return undefined;
  const [start, end] = [lineStart(text, offset), lineEnd(text, offset)];
  if (offset < node.start || offset >= node.end || /-----BEGIN/.test(text.slice(start, end))) return undefined;
  const others = text.slice(node.start, start).trim() !== '' || text.slice(end, node.end).trim() !== '';
  return others ? { start, end, text: '' } : undefined;
}
