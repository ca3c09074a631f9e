import { list, mapping, text } from '../../plain-values.ts';
import type { Graph } from '../graph/graph.ts';
import type { FileView } from '../model/file-view.ts';
import type { Delivered } from '../roots/find-roots.ts';
import { inputsOf, type RootInputs } from './plan.ts';

/** An unchanged root that may hold something on which the change hangs. */
export interface ContextRoot extends RootInputs {
  /** Whether one of the names is written in its files; else it computes names. */
  readonly isNamed: boolean;
}

/** What a file says of the names that are looked for. */
export type Mention = 'name' | 'computed';

/** The roots that the change does not reach, with all that they read. */
export function unchangedRoots({ graph, roots }: Delivered, changed: ReadonlySet<string>): readonly RootInputs[] {
  return [...roots.values()].filter(({ id }) => !changed.has(id)).map((root) => inputsOf(graph, root, ''));
}

/** Those of the roots that may hold a role, binding or group of one of the names; the likely ones first. */
export function contextRoots(
  roots: readonly RootInputs[],
  view: FileView,
  mentions: ReadonlyMap<string, Mention>,
): readonly ContextRoot[] {
  return roots
    .flatMap((inputs): ContextRoot[] => {
      const found = [...inputs.closure.files].map((path) => mentions.get(view.file(path)?.id ?? ''));
      const isNamed = found.includes('name');
      return isNamed || found.includes('computed') ? [{ ...inputs, isNamed }] : [];
    })
    .sort((a, b) => Number(b.isNamed) - Number(a.isNamed));
}

/**
 * The names as the files of roots may write them: whole, and without the prefix and the suffix that some kustomization puts
 * to them.
 */
export function writtenNames(names: Iterable<string>, graph: Graph, roots: readonly RootInputs[]): readonly string[] {
  const affixes = new Set<string>();
  for (const { root, closure } of roots) {
    const options = root.sources.map((source) => ('options' in source ? source.options : {}));
    const parts = closure.kustomizations.map(({ file }) => mapping(graph.view.documents(file)[0]?.value));
    for (const { namePrefix, nameSuffix } of [...options, ...parts]) {
      affixes.add(JSON.stringify([text(namePrefix) ?? '', text(nameSuffix) ?? '']));
    }
  }
  const written = new Set(names);
  for (const name of names) {
    for (const affix of affixes) {
      const [prefix = '', suffix = ''] = list(JSON.parse(affix)).map(String);
      const inner = name.slice(prefix.length, name.length - suffix.length);
      if (inner !== '' && name === `${prefix}${inner}${suffix}`) written.add(inner);
    }
  }
  return [...written];
}

/** Bytes after `roleRef` in which its name is. */
const reach = 400;

/** What a file says of the names: that it has one, or that it names a role by an expression that may give one. */
export function mentionOf(bytes: Buffer, path: string, names: readonly string[]): Mention | undefined {
  if (names.some((name) => bytes.includes(name))) return 'name';
  // A packaged chart is not looked into.
  if (path.endsWith('.tgz')) return 'computed';
  if (!bytes.includes('{{') && !bytes.includes('${')) return undefined;
  const source = bytes.toString('utf8');
  for (let at = source.indexOf('roleRef'); at >= 0; at = source.indexOf('roleRef', at + 1)) {
    if (mayNameOne(source.slice(at, at + reach), names)) return 'computed';
  }
  return undefined;
}

const action = /\{\{[^\n{}]{0,200}\}\}|\$\{[^\n{}]{0,200}\}/g;

/** Whether the name in a reference to a role is computed and may come out as one of the names. */
function mayNameOne(reference: string, names: readonly string[]): boolean {
  const written = /\bname["']?\s{0,5}:((?:\{\{[^\n{}]{0,200}\}\}|\$\{[^\n{}]{0,200}\}|[^\n,{}]){0,300})/.exec(
    reference,
  )?.[1];
  if (written === undefined) return reference.includes('{{');
  const literals = written
    .replaceAll(action, '\0')
    .replaceAll(/["'\s]/g, '')
    .split('\0');
  if (literals.length === 1) return false;
  const [first = '', last = ''] = [literals[0], literals.at(-1)];
  return names.some(
    (name) => name.startsWith(first) && name.endsWith(last) && literals.every((literal) => name.includes(literal)),
  );
}
