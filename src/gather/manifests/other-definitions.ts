import { mayHideWords, mayHold } from '../../kube/candidate.ts';
import { addedDefinitions, definedIn } from '../../kube/identity/same-object.ts';
import { folderOf } from '../../kube/kustomization.ts';
import type { ScopeObjects } from '../../kube/scope.ts';
import type { Scope } from '../../kube/touched-file.ts';
import { undeclaredNamespaces } from '../../workload/namespaces/declared-namespaces.ts';
import type { ContextFiles } from './context-files.ts';

/** What unchanged files may hold of the objects that a change defines once more, and of the namespaces that it no longer declares. */
export interface DefinitionsQuestion {
  readonly kinds: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  readonly namespaces: ReadonlySet<string>;
  /** The folders whose files matter; undefined for all. */
  readonly folders: ReadonlySet<string> | undefined;
}

/** What is asked of the unchanged files of a scope; undefined where they do not matter. */
export function definitionsInQuestion(sides: ScopeObjects): DefinitionsQuestion | undefined {
  const added = addedDefinitions(sides);
  const namespaces = new Set(undeclaredNamespaces(sides).map(({ name }) => name));
  if (added.length + namespaces.size === 0) return undefined;
  const folders = added.map(definedIn);
  return {
    kinds: new Set(added.map(({ kind }) => kind)),
    names: new Set(added.map(({ name }) => name)),
    namespaces,
    folders:
      namespaces.size > 0 || folders.includes(undefined) ? undefined : new Set(folders.flatMap((each) => each ?? [])),
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

/** Whether a file can hold what one of the scopes is asked for. */
export function mayAnswer(bytes: Buffer, questions: readonly DefinitionsQuestion[]): boolean {
  return questions.some(({ kinds, names, namespaces }) => {
    const mayDefine = [...kinds].some((kind) => mayHold(bytes, kind));
    const mayUse = namespaces.size > 0 && mayHold(bytes, 'namespace');
    return (mayDefine && mayName(bytes, names)) || (mayUse && mayName(bytes, namespaces));
  });
}

/** Whether a file can hold one of the names, as a whole word; it is read once however many there are. */
function mayName(bytes: Buffer, names: ReadonlySet<string>): boolean {
  for (const [word] of bytes.toString('latin1').matchAll(/[\w.:-]+/g)) {
    if (names.has(word) || names.has(word.replace(/[.:]+$/, ''))) return true;
  }
  return mayHideWords(bytes);
}
