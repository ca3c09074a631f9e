import type { TreeEntry } from '../../git/object/object.ts';
import type { Repository } from '../../git/repository.ts';
import { groupBy } from '../../groups.ts';
import { builtPaths, folderOf, isKustomization } from '../../kube/kustomization.ts';
import type { Limits } from '../../policy/policy.ts';
import type { YamlFile } from '../../yaml/document.ts';
import { parseYaml } from '../../yaml/parse-yaml.ts';
import { readBlobs } from '../blobs.ts';
import type { Budget } from '../budget.ts';
import type { Trees } from '../trees.ts';

/** The files and folders that the kustomizations of each side name: they are read as manifests whatever they are called. */
export interface NamedFiles {
  readonly before: ReadonlySet<string>;
  readonly after: ReadonlySet<string>;
}

export const noNames: NamedFiles = { before: new Set(), after: new Set() };

interface Kustomization extends TreeEntry {
  readonly path: string;
  readonly sides: readonly ('before' | 'after')[];
}

/** What was read as YAML already, by the ids of its blobs. */
export interface KnownFiles {
  has(id: string): boolean;
  yaml(id: string): YamlFile;
}

/** Reads every kustomization of both trees that is not known yet; throws MissingObjectsError and LimitError. */
export async function readNamedFiles(
  repository: Pick<Repository, 'blobs'>,
  trees: Trees,
  known: KnownFiles | undefined,
  limits: Limits,
  budget: Budget,
): Promise<NamedFiles> {
  const byId = groupBy(kustomizations(trees), ({ id }) => id);
  const named = { before: new Set<string>(), after: new Set<string>() };
  const take = (files: readonly Kustomization[], { documents }: Pick<YamlFile, 'documents'>) => {
    for (const { path, sides } of files) {
      const paths = documents.flatMap(({ value }) => builtPaths(value, folderOf(path)));
      budget.spend(1 + paths.length);
      for (const side of sides) for (const each of paths) named[side].add(each);
    }
  };
  for (const [id, files] of byId) {
    if (known?.has(id) !== true) continue;
    take(files, known.yaml(id));
    byId.delete(id);
  }
  for await (const { files, bytes } of readBlobs(repository, byId, limits.bytes, budget)) {
    take(files, bytes === undefined ? { documents: [] } : parseYaml(bytes, limits));
  }
  return named;
}

/** Those of the tree after, unchanged ones on both sides, and those that were there only before. */
function kustomizations({ after, changes }: Trees): Kustomization[] {
  const changed = new Map(changes.map((change) => [change.path, change]));
  const files: Kustomization[] = [];
  for (const [path, entry] of after) {
    if (!isKustomization(path) || !entry.mode.startsWith('100')) continue;
    files.push({ ...entry, path, sides: changed.has(path) ? ['after'] : ['before', 'after'] });
  }
  for (const { path, before } of changes) {
    if (before?.mode.startsWith('100') && isKustomization(path)) files.push({ ...before, path, sides: ['before'] });
  }
  return files;
}
