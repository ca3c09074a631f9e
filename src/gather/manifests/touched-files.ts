import type { TreeEntry } from '../../git/object/object.ts';
import type { Repository, TreeChange } from '../../git/repository.ts';
import { addTo, groupBy } from '../../groups.ts';
import { isCandidate } from '../../kube/candidate.ts';
import { isKustomization } from '../../kube/kustomization.ts';
import { FileReader, hasManifestExtension } from '../../kube/read-file.ts';
import { isDelivered } from '../../kube/scope.ts';
import type { FileSide, TouchedFile } from '../../kube/touched-file.ts';
import { sharedDefinitions } from '../../kube/without-definitions.ts';
import type { Policy } from '../../policy/policy.ts';
import { readBlobs } from '../blobs.ts';
import { type Budget, LimitError } from '../budget.ts';
import type { Trees } from '../trees.ts';
import { scopeAsker } from './context/context-files.ts';
import { Copies, tooManyCopies } from './copies.ts';
import { type KnownFiles, type NamedFiles, noNames, readNamedFiles } from './named-files.ts';
import { renamedScopes } from './renamed-scopes.ts';

/** Says whether Helm renders a path: it is below `templates/` of a folder with a Chart.yaml. */
export type IsTemplate = (path: string) => boolean;

/** The files a change touches, and those that kustomizations name where that matters for any of them. */
export interface TouchedFiles {
  readonly files: readonly TouchedFile[];
  readonly named: NamedFiles;
}

/**
 * Reads both sides of every path that differs; each distinct blob is read once. Files that are not read because the run has
 * met a limit say so. Throws MissingObjectsError.
 */
export async function readTouched(
  repository: Pick<Repository, 'blobs'>,
  trees: Trees,
  policy: Policy,
  isTemplate: IsTemplate,
  known: KnownFiles | undefined,
  budget: Budget,
): Promise<TouchedFiles> {
  const { changes } = trees;
  const contents = new Map<string, Content>();
  await budget.part(
    'Reading what changed',
    () => readContents(repository, changes, policy, budget, contents),
    () => undefined,
  );
  const named = changes.some((change) => dependsOnNames(change, contents))
    ? await budget.part(
        'Reading what kustomizations name',
        () => readNamedFiles(repository, trees, known, policy.limits, budget),
        () => noNames,
      )
    : noNames;
  const reader = new FileReader();
  const copies = new Copies();
  let parsed = 0;
  const isOver = budget.overIn('Reading what changed');
  const read = (
    path: string,
    entry: TreeEntry | undefined,
    isNamed: boolean,
    isBeyond: boolean,
    shared: ReadonlySet<string>,
  ): FileSide | undefined => {
    if (entry === undefined) return undefined;
    const content = contents.get(entry.id) ?? { bytes: undefined, size: 0, overTotal: brokeOff };
    const file = { path, ...entry, ...content, isTemplate: isTemplate(path), isNamed, shared, limits: policy.limits };
    if (isBeyond) return reader.read({ ...file, bytes: undefined, overTotal: tooManyCopies });
    parsed += mayParse(path, isNamed) ? (content.bytes?.length ?? 0) : 0;
    // Each path costs, one blob at many paths too; what is over the bound is named, and the rest is judged.
    if (parsed > mostParsed) return reader.read({ ...file, bytes: undefined, overTotal });
    return reader.read(isOver() ? { ...file, bytes: undefined, overTotal: brokeOff } : file);
  };
  const vanished = vanishedPaths(changes);
  const askScope = scopeAsker(policy.clusters);
  const renamed = renamedScopes(trees, policy.clusters, (path) => askScope(path, false));
  const files = changes.map(({ path, before, after }): TouchedFile => {
    const appeared = before === undefined && after !== undefined;
    const isNamed = { before: named.before.has(path), after: named.after.has(path) };
    const asked = askScope(path, isNamed.before || isNamed.after);
    const scope = renamed.get(asked) ?? asked;
    const isBeyond = copies.isBeyond(scope, `${before?.id} ${after?.id}`);
    const isRead = mayParse(path, isNamed.before || isNamed.after);
    const shared = isRead ? definitionsOfBoth(before, after, contents) : new Set<string>();
    return {
      path,
      scope,
      before: read(path, before, isNamed.before, isBeyond, shared),
      after: read(path, after, isNamed.after, isBeyond, shared),
      movedFrom: appeared ? vanished.get(after.id)?.shift() : undefined,
      ...(isNamed.before || isNamed.after ? { isNamed } : {}),
    };
  });
  return { files, named };
}

/** Of most files that hold definitions the larger part, which no change of the rest concerns. */
function definitionsOfBoth(
  before: TreeEntry | undefined,
  after: TreeEntry | undefined,
  contents: ReadonlyMap<string, Content>,
): ReadonlySet<string> {
  const [old, now] = [before, after].map((entry) => entry && contents.get(entry.id)?.bytes);
  return old === undefined || now === undefined ? new Set() : sharedDefinitions(old, now);
}

/** Bytes of YAML and JSON that one change may hold, both sides together: read, they take up to a hundred times as much memory. */
const mostParsed = 32 * 1024 * 1024;
const overTotal = `the manifests of the change have more than ${mostParsed} bytes together`;

const brokeOff = 'the run met one of its limits before it was read';

/** Whether a file of this name is read as YAML or JSON. */
function mayParse(path: string, isNamed: boolean): boolean {
  return isNamed || hasManifestExtension(path);
}

/**
 * Whether what a change means can depend on which files kustomizations name: it touches a kustomization, roles or bindings, or
 * something that is a manifest only where it is named.
 */
function dependsOnNames({ path, before, after }: TreeChange, contents: ReadonlyMap<string, Content>): boolean {
  if (isKustomization(path)) return true;
  const isOdd = !isDelivered(path) || path.includes('templates/');
  return [before, after].some((entry) => {
    if (entry === undefined) return false;
    const bytes = contents.get(entry.id)?.bytes;
    if (bytes === undefined || entry.mode === '120000') return isOdd;
    return isCandidate(bytes) || (isOdd && bytes.includes('kind'));
  });
}

interface Content {
  readonly bytes: Buffer | undefined;
  readonly size: number;
}

async function readContents(
  repository: Pick<Repository, 'blobs'>,
  changes: readonly TreeChange[],
  policy: Policy,
  budget: Budget,
  contents: Map<string, Content>,
): Promise<void> {
  const files = changes.flatMap(({ path, before, after }) =>
    [before, after].flatMap((entry) =>
      entry === undefined || entry.mode === '160000' ? [] : [{ path, id: entry.id }],
    ),
  );
  const byId = groupBy(files, ({ id }) => id);
  // These are kept, with what is made of them: by default they and that fit a runner with 4 GB.
  const most = Math.floor(policy.limits.totalBytes / 2);
  let kept = 0;
  for await (const { id, bytes, size } of readBlobs(repository, byId, policy.limits.bytes, budget)) {
    kept += bytes?.length ?? 0;
    if (kept > most) {
      throw new LimitError(
        `what changed has more than ${most} bytes, half of limits.totalBytes`,
        'split the change, or raise limits.totalBytes in the base branch’s policy.yaml',
      );
    }
    contents.set(id, { bytes, size });
  }
}

/** Blob id → the paths that no longer have it. */
function vanishedPaths(changes: readonly TreeChange[]): Map<string, string[]> {
  const paths = new Map<string, string[]>();
  for (const { path, before, after } of changes) {
    if (before !== undefined && after === undefined) {
      addTo(paths, before.id, path);
    }
  }
  return paths;
}
