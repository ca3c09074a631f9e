import { canonical, isMapping, isSameValue, mapping, text } from '../../plain-values.ts';
import type { Path } from '../../yaml/document.ts';
import type { DocumentTree, Node } from '../../yaml/parse-tree.ts';

/** The document of `trees` that is the same object: by kind and name, else the only one, else the same in order where it is of the same kind. */
export function sameDocument(
  wanted: DocumentTree,
  among: readonly DocumentTree[],
  trees: readonly DocumentTree[],
): DocumentTree | undefined {
  const name = identityOf(wanted.root.value);
  const named = trees.filter(({ root }) => name !== undefined && identityOf(root.value) === name);
  if (named.length === 1) return named[0];
  if (among.length === 1 && trees.length === 1) return trees[0];
  const inOrder = trees[among.indexOf(wanted)];
  return inOrder !== undefined && kindOf(inOrder) === kindOf(wanted) ? inOrder : undefined;
}

const kindOf = ({ root }: DocumentTree): unknown => mapping(root.value).kind;

/** Kind, namespace and name of an object; undefined where it is none. */
function identityOf(value: unknown): string | undefined {
  const { kind, apiVersion, metadata } = mapping(value);
  const { namespace, name } = mapping(metadata);
  if (text(kind) === undefined || text(name) === undefined) return undefined;
  const group = text(apiVersion)?.split('/').slice(0, -1).join('/') ?? '';
  return JSON.stringify([group, kind, text(namespace) ?? '', name]);
}

/** Where the same value is on the other side, as far down as there is one: list items by what identifies them. */
export function alignedPath(from: Node, to: Node, path: Path): Path {
  const aligned: (string | number)[] = [];
  let [here, there]: [Node | undefined, Node | undefined] = [from, to];
  for (const step of path) {
    const next: string | number | undefined =
      here?.items === undefined
        ? there?.entries?.has(String(step))
          ? step
          : undefined
        : partner(here, there, Number(step));
    here = child(here, step);
    there = next === undefined ? undefined : child(there, next);
    if (next === undefined || there === undefined) break;
    aligned.push(next);
  }
  return aligned;
}

function child(node: Node | undefined, step: string | number): Node | undefined {
  return node?.entries?.get(String(step))?.node ?? node?.items?.[Number(step)];
}

/** Lists longer than this are only compared item by item where the items are equal or named. */
const mostCompared = 200;

/** The index of the item of `there` that item `index` of `here` is, or came from. */
function partner(here: Node | undefined, there: Node | undefined, index: number): number | undefined {
  const [left, right] = [here?.items ?? [], there?.items ?? []].map((items) => namedItems(items)) as [
    string[],
    string[],
  ];
  const name = left[index];
  const found = name === undefined ? -1 : right.indexOf(name);
  if (found !== -1) return found;
  const value = here?.items?.[index]?.value;
  if (!isMapping(value) || left.length > mostCompared || right.length > mostCompared) return undefined;
  const isFree = (at: number) => !left.includes(right[at] ?? '');
  const free = right.map((_, at) => at).filter(isFree);
  const ranked = free
    .map((at) => ({ at, score: likeness(value, there?.items?.[at]?.value) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score);
  return ranked[0]?.at;
}

/** What identifies each item; a further one of the same name has its number. */
function namedItems(items: readonly Node[]): string[] {
  const counts = new Map<string, number>();
  return items.map(({ value }) => {
    const name = itemName(value);
    const count = counts.get(name) ?? 0;
    counts.set(name, count + 1);
    return count === 0 ? name : `${name} ${count}`;
  });
}

function itemName(value: unknown): string {
  const identity = identityOf(value);
  if (identity !== undefined) return identity;
  const { name, kind, namespace, key } = mapping(value);
  if (text(name) !== undefined) return JSON.stringify(['name', name, text(kind) ?? '', text(namespace) ?? '']);
  if (text(key) !== undefined) return JSON.stringify(['key', key]);
  return canonical(['value', value]);
}

/** How many of its entries two mappings have in common. */
function likeness(one: object, other: unknown): number {
  const values = mapping(other);
  return Object.entries(one).filter(([key, value]) => key in values && isSameValue(values[key], value)).length;
}
