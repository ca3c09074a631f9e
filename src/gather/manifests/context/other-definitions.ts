import { addTo } from '../../../groups.ts';
import { mayHideWords, mayHold } from '../../../kube/candidate.ts';
import { addedDefinitions, definedIn } from '../../../kube/identity/same-object.ts';
import { folderOf } from '../../../kube/kustomization.ts';
import type { ScopeObjects } from '../../../kube/scope.ts';
import type { Scope } from '../../../kube/touched-file.ts';
import { undeclaredNamespaces } from '../../../workload/namespaces/declared-namespaces.ts';
import type { ContextFiles } from './context-files.ts';

/** What unchanged files may hold of the objects that a change defines once more, and of the namespaces that it no longer declares. */
export interface DefinitionsQuestion {
  /** By the name of an object or namespace: the words, a kind or `namespace`, without one of which a file holds nothing about it. */
  readonly words: ReadonlyMap<string, readonly string[]>;
  /** The folders whose files matter; undefined for all. */
  readonly folders: ReadonlySet<string> | undefined;
}

/** What is asked of the unchanged files of a scope; undefined where they do not matter. `otherwise`: the same objects as they may be otherwise. */
export function definitionsInQuestion(
  sides: ScopeObjects,
  otherwise: readonly ScopeObjects[] = [],
): DefinitionsQuestion | undefined {
  const added = addedDefinitions(sides);
  const namespaces = [sides, ...otherwise].flatMap(undeclaredNamespaces);
  if (added.length + namespaces.length === 0) return undefined;
  const words = new Map<string, string[]>();
  for (const { name, kind } of added) addTo(words, name, kind);
  for (const { name } of namespaces) addTo(words, name, 'namespace');
  const folders = added.map(definedIn);
  return {
    words,
    folders:
      namespaces.length > 0 || folders.includes(undefined) ? undefined : new Set(folders.flatMap((each) => each ?? [])),
  };
}

/** The files of the scopes that are asked of anything. */
export function filesInQuestion(
  { byId, ...rest }: ContextFiles,
  questions: ReadonlyMap<Scope, DefinitionsQuestion>,
): ContextFiles {
  const wanted = [...byId].flatMap(([id, files]) => {
    const own = files.filter(({ path, scope }) => questions.get(scope)?.folders?.has(folderOf(path)) !== false);
    return own.length === 0 ? [] : [[id, own] as const];
  });
  return { ...rest, byId: new Map(wanted) };
}

/** Says whether a file can hold what one of the scopes is asked for; it reads a file once, however many scopes and names there are. */
export function mayAnswer(questions: Iterable<DefinitionsQuestion>): (bytes: Buffer) => boolean {
  const wordsOf = new Map<string, Set<string>>();
  for (const { words } of questions) {
    for (const [name, each] of words) wordsOf.set(name, new Set([...(wordsOf.get(name) ?? []), ...each]));
  }
  return (bytes) => {
    if (wordsOf.size === 0) return false;
    if (mayHideWords(bytes)) return true;
    const held = new Map<string, boolean>();
    const holds = (word: string) => {
      const known = held.get(word) ?? mayHold(bytes, word);
      held.set(word, known);
      return known;
    };
    for (const name of namesIn(bytes, wordsOf)) if ([...(wordsOf.get(name) ?? [])].some(holds)) return true;
    return false;
  };
}

/** The names that a file holds as whole words, each once. */
function namesIn(bytes: Buffer, names: ReadonlyMap<string, unknown>): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [word] of bytes.toString('latin1').matchAll(/[\w.:-]+/g)) {
    const bare = word.replace(/(?<![.:])[.:]+$/, '');
    for (const name of [word, bare]) if (names.has(name)) found.add(name);
  }
  return found;
}
