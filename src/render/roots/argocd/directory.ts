import { type Mapping, text } from '../../../plain-values.ts';
import { compileGlob } from '../../../policy/glob.ts';
import type { FileView } from '../../model/file-view.ts';

/** The files that Argo CD takes from a folder without a tool (`spec.source.directory`), and those only Jsonnet can read. */
export function directoryFiles(
  view: FileView,
  folder: string,
  { recurse, include, exclude }: Mapping,
): { readonly files: readonly string[]; readonly jsonnet: readonly string[] } {
  const included = alternatives(text(include)).map(compileGlob);
  const excluded = alternatives(text(exclude)).map(compileGlob);
  const files: string[] = [];
  const jsonnet: string[] = [];
  for (const path of view.below(folder)) {
    const inside = path.slice(folder === '' ? 0 : folder.length + 1);
    if (recurse !== true && inside.includes('/')) continue;
    if (view.file(path) === undefined) continue;
    if (excluded.some((matches) => matches(inside))) continue;
    if (included.length > 0 && !included.some((matches) => matches(inside))) continue;
    if (path.endsWith('.jsonnet')) jsonnet.push(path);
    else if (/\.(?:ya?ml|json)$/.test(path)) files.push(path);
  }
  return { files, jsonnet };
}

/** A pattern with one `{a,b}` group as several. */
function alternatives(pattern: string | undefined): readonly string[] {
  if (pattern === undefined) return [];
  const group = /^(.*?)\{([^{}]*)\}(.*)$/.exec(pattern);
  if (group === null) return [pattern];
  return (group[2] ?? '').split(',').map((part) => `${group[1]}${part.trim()}${group[3]}`);
}
