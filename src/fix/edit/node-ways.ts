import { isMapping, isSameValue, mapping, text as textOf } from '../../plain-values.ts';
import type { Path } from '../../yaml/document.ts';
import type { Node } from '../../yaml/parse-tree.ts';
import { alignedPath } from './align.ts';
import type { Edit } from './edit.ts';
import { insertion, nodeAt, removal, restoration, type Slot, slotAt } from './slot.ts';

/** One side's document, and the text that its places are in. */
export interface Written {
  readonly text: string;
  readonly root: Node;
}

/** An edit, and what it does in words. */
export interface Way {
  readonly edit: Edit;
  readonly what: string;
  /** Whether it takes a value out and puts nothing in its place. */
  readonly isRemoval?: boolean;
}

/** Fields that an object of any kind can do without: leaving one out is a fix also where the object is new. */
const optional: ReadonlySet<string> = new Set(
  [
    'privileged allowPrivilegeEscalation capabilities add procMount hostNetwork hostPID hostIPC hostPort hostProcess hostUsers',
    'serviceAccountName serviceAccount automountServiceAccountToken runAsUser aggregationRule externalIPs automated',
    'extraRules clusterRoleBindings roleBindings permissions templatePatch exclude',
  ].flatMap((words) => words.split(' ')),
);

/** Fields whose entries people name as they like: any of them can be left out. */
const open: ReadonlySet<string> = new Set(
  'labels annotations data stringData values valuesObject parameters extraArgs'.split(' '),
);

/**
 * What can be done at a value of the head, the innermost first: put back what the former document has there, or take out what it does
 * not have. `former` is undefined for a new document.
 */
export function* waysAt(head: Written, path: Path, former: Written | undefined): Generator<Way> {
  /** Whether the entry below is the only one and could be taken out: what holds nothing else goes with it. */
  let emptied = false;
  for (let depth = path.length; depth > 0; depth--) {
    const here = path.slice(0, depth);
    const goesAlong = emptied && !needed.has(String(here.at(-1)));
    emptied = false;
    const slot = slotAt(head.text, head.root, here);
    if (slot === undefined) continue;
    const there = former === undefined ? [] : alignedPath(head.root, former.root, here);
    const called = pathText(head.root, here);
    if (former !== undefined && there.length === depth) {
      const old = slotAt(former.text, former.root, there);
      if (old === undefined || isSameValue(old.node.value, slot.node.value)) continue;
      const edit = restoration(slot, old);
      if (edit !== undefined) yield { edit, what: `puts ${called} back as it was` };
    } else if (
      goesAlong ||
      typeof slot.step === 'number' ||
      (isOptional(here, former !== undefined && there.length === depth - 1) && !isExchange(slot, former, there))
    ) {
      const edit = removal(slot, former?.text ?? '');
      if (edit !== undefined) yield { edit, what: `takes ${called} out`, isRemoval: true };
      emptied = edit === undefined && slot.starts.length < 2;
    }
  }
}

/** Keys without which their object is none, or means something else: they do not go with the last entry below them. */
const needed: ReadonlySet<string> = new Set(
  'metadata spec subjects rules apiGroups resources nonResourceURLs verbs containers template selector items'.split(
    ' ',
  ),
);

/** Whether a key can be left out: where the former mapping did without it, or any object can. */
function isOptional(path: Path, wasWithout: boolean): boolean {
  if (wasWithout || optional.has(String(path.at(-1)))) return true;
  return path.slice(0, -1).some((step) => open.has(String(step)));
}

/** Whether a key took the place of another one, and nothing but a name would be left without it: `value` of a variable, `hostPath` of a volume. */
function isExchange({ parent, step }: Slot, former: Written | undefined, there: Path): boolean {
  const was = former && nodeAt(former.root, there)?.entries;
  if (was === undefined || parent.entries === undefined) return false;
  const others = [...parent.entries.keys()].filter((key) => key !== step);
  const isName = (key: string) => key === 'name' || key === 'key';
  return others.length > 0 && others.every(isName) && [...was.keys()].some((key) => !isName(key));
}

/** What can be done about a value of the former document: put it back where the head lacks it, or has another. */
export function* waysBack(head: Written, former: Written, path: Path): Generator<Way> {
  const aligned = alignedPath(former.root, head.root, path);
  const missing = path.slice(0, aligned.length + 1);
  const old = aligned.length < path.length ? slotAt(former.text, former.root, missing) : undefined;
  if (old !== undefined) {
    const edit = inserted(head, former, missing, aligned);
    if (edit !== undefined) yield { edit, what: `puts ${pathText(former.root, missing)} back` };
  }
  yield* waysAt(head, aligned, former);
}

function inserted(head: Written, former: Written, missing: Path, parent: Path): Edit | undefined {
  const old = slotAt(former.text, former.root, missing);
  const collection = nodeAt(head.root, parent);
  const kin = nodeAt(former.root, missing.slice(0, -1));
  if (old === undefined || collection === undefined || kin === undefined) return undefined;
  if ((collection.items === undefined) !== (kin.items === undefined)) return undefined;
  const steps: readonly (string | number)[] = [...(kin.entries?.keys() ?? kin.items?.keys() ?? [])];
  const at = steps.indexOf(missing.at(-1) ?? '');
  const before = steps
    .slice(0, at)
    .toReversed()
    .map((step) => alignedPath(former.root, head.root, [...missing.slice(0, -1), step]))
    .find((path) => path.length === missing.length);
  const first = collection.entries === undefined ? 0 : collection.entries.keys().next().value;
  return insertion(
    head.text,
    old,
    before && slotAt(head.text, head.root, before),
    first === undefined ? undefined : slotAt(head.text, head.root, [...parent, first]),
  );
}

/** A path as people write it, items by their name: `spec.containers[app].image`. */
export function pathText(root: Node, path: Path): string {
  let node: Node | undefined = root;
  let written = '';
  for (const step of path) {
    node = node?.entries?.get(String(step))?.node ?? node?.items?.[Number(step)];
    if (typeof step === 'string') written += written === '' ? step : `.${step}`;
    else written += `[${itemText(node?.value) ?? step}]`;
  }
  return written;
}

function itemText(value: unknown): string | undefined {
  const name = isMapping(value) ? (textOf(value.name) ?? textOf(mapping(value.metadata).name)) : textOf(value);
  return name !== undefined && name.length <= 60 && !/[\r\n]/.test(name) ? name : undefined;
}
