import { pathBelow } from '../../kube/kustomization.ts';
import type { Position } from '../../kube/resource.ts';
import type { Path } from '../../yaml/document.ts';
import type { Part } from '../graph/part.ts';
import type { FileView } from '../model/file-view.ts';
import { isWithin } from '../model/paths.ts';
import type { Root } from '../model/root.ts';
import { kustomizationsOf } from '../roots/find-roots.ts';
import type { ChangedFile } from './changed-file.ts';

/** Files that the change touches, by path. */
type Changed = (path: string) => ChangedFile | undefined;

/** The changed entry that leads to a file: of a kustomization, or of the declaration that lays a component over it. */
export function entryOf(
  made: string,
  root: Root,
  parts: readonly Part[],
  after: FileView,
  changed: Changed,
): Position | undefined {
  for (const folder of new Set(root.sources.flatMap(kustomizationsOf))) {
    const chain = includeChain(parts, folder, made);
    for (const { file, at } of chain ?? []) {
      const place = after.documents(file)[0]?.at(at);
      if (place !== undefined && changed(file)?.added.includes(place.line)) return { file, ...place };
    }
    const stated = chain === undefined ? undefined : declaredEntry(folder, root, changed);
    if (stated !== undefined) return stated;
  }
  return declaredFolder(made, root, changed);
}

/** The changed line of the declaration that says in which folder a file is; of several the one that says most of it. */
function declaredFolder(made: string, { declared }: Root, changed: Changed): Position | undefined {
  const file = changed(declared?.file ?? '');
  let best: { readonly position: Position; readonly length: number } | undefined;
  for (const line of file?.added ?? []) {
    const source = file?.lines[line - 1] ?? '';
    const name = /\b(?:path|chart)["']?\s*:\s*["']?([^\s"',{}[\]]+)/.exec(source)?.[1] ?? '';
    const folder = pathBelow('', name) ?? '';
    if (file === undefined || folder === '' || !isWithin(made, folder)) continue;
    const position = { file: file.path, line, column: source.indexOf(name) + 1 };
    if (folder.length > (best?.length ?? 0)) best = { position, length: folder.length };
  }
  return best?.position;
}

/** The changed line of the declaration that names a folder by its path from the one that it builds. */
function declaredEntry(folder: string, { declared, folder: built }: Root, changed: Changed): Position | undefined {
  const file = changed(declared?.file ?? '');
  for (const line of file?.added ?? []) {
    const source = file?.lines[line - 1] ?? '';
    const name = source.split(/[\s"',[\]{}]+/).find((each) => pathBelow(built, each) === folder);
    if (file !== undefined && name) return { file: file.path, line, column: source.indexOf(name) + 1 };
  }
  return undefined;
}

/** An entry of a kustomization. */
interface Entry {
  readonly file: string;
  readonly at: Path;
}

/** The entries that lead from the kustomization of a folder to a file, its own first; undefined where none does. */
function includeChain(parts: readonly Part[], folder: string, made: string): readonly Entry[] | undefined {
  const byFolder = new Map(parts.map((part) => [part.folder, part]));
  const first = byFolder.get(folder);
  const open = first === undefined ? [] : [{ part: first, chain: [] as readonly Entry[] }];
  const seen = new Set<string>();
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    const { part, chain } = next;
    if (seen.has(part.folder)) continue;
    seen.add(part.folder);
    const inside =
      part.inputs.find(({ path }) => path === made) ?? part.charts.find((chart) => made.startsWith(chart.folder));
    if (inside !== undefined) return [...chain, { file: part.file, at: inside.at }];
    if (part.file === made) return chain;
    for (const { path, at } of part.includes) {
      const included = byFolder.get(path);
      if (included !== undefined) open.push({ part: included, chain: [...chain, { file: part.file, at }] });
    }
  }
  return undefined;
}
