import type { Resource } from '../../kube/resource.ts';
import { isMapping } from '../../plain-values.ts';
import type { FileView } from '../model/file-view.ts';

/** Names beyond these are not looked for: they count as taken. */
const mostNames = 50;

/** Says of a name whether objects, folders or files of a side have it already, as far as they were read. */
export function takenNames(objects: () => Iterable<Resource>, view: FileView): (name: string) => boolean {
  const answers = new Map<string, boolean>();
  let words: ReadonlySet<string> | undefined;
  return (name) => {
    const known = answers.get(name);
    if (known !== undefined) return known;
    if (answers.size >= mostNames) return true;
    words ??= wordsOf(objects());
    const answer = words.has(name) || isWritten(view, name);
    answers.set(name, answer);
    return answer;
  };
}

function isWritten({ paths, folders, tree, contents }: FileView, name: string): boolean {
  if ([...folders].some((folder) => folder === name || folder.endsWith(`/${name}`))) return true;
  return paths.some((path) => {
    const id = tree.get(path)?.id ?? '';
    return contents.has(id) && contents.bytes(id)?.includes(name) === true;
  });
}

/** Every text in objects: namespaces, names, and what their fields say. */
function wordsOf(objects: Iterable<Resource>): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { value } of objects) {
    const open: unknown[] = [value];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (typeof next === 'string') {
        words.add(next);
        words.add(next.slice(next.lastIndexOf(':') + 1));
      } else if (Array.isArray(next)) for (const item of next) open.push(item ?? '');
      else if (isMapping(next)) for (const item of Object.values(next)) open.push(item ?? '');
    }
  }
  return words;
}
