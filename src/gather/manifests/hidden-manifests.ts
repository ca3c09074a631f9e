import type { Tree } from '../../git/object/object.ts';
import { encodePath } from '../../git/object/path.ts';
import type { Repository, TreeChange } from '../../git/repository.ts';
import { addTo, groupBy } from '../../groups.ts';
import type { HiddenManifests } from '../../hidden/analyse-hidden.ts';
import { type AttributeFiles, type HiddenPath, newlyHidden } from '../../hidden/hiding-attributes.ts';
import { isCandidate } from '../../kube/candidate.ts';
import { hasManifestExtension, mayHoldObject } from '../../kube/read-file.ts';
import type { Limits } from '../../policy/policy.ts';
import { decodeText } from '../../yaml/decode-text.ts';
import { readBlobs } from '../blobs.ts';
import type { Budget } from '../budget.ts';
import type { Trees } from '../trees.ts';
import { type NamedFiles, readNamedFiles } from './named-files.ts';

/** Bytes of the largest `.gitattributes` that is read. */
const largestFile = 1024 * 1024;
/** Files that one line hides and that are looked into, until some are manifests. */
const mostLooked = 500;
/** Manifests named for one line: enough to see what it is about. */
const mostFound = 5;

const isAttributeFile = (path: string) => /(?:^|\/)\.gitattributes$/.test(path);

/**
 * Which manifests the change's `.gitattributes` files newly hide from a diff; nothing where it touches none of them. What was
 * found before a limit is met is kept. Throws MissingObjectsError.
 */
export async function readHiddenManifests(
  repository: Pick<Repository, 'blobs'>,
  trees: Trees,
  limits: Limits,
  budget: Budget,
): Promise<HiddenManifests> {
  const result: { paths: HiddenPath[]; unknown: { file: string; why: string }[] } = { paths: [], unknown: [] };
  await budget.part(
    'Looking for what .gitattributes hide',
    () => fill(result, repository, trees, limits, budget),
    () => undefined,
  );
  return result;
}

async function fill(
  { paths, unknown }: { readonly paths: HiddenPath[]; readonly unknown: { file: string; why: string }[] },
  repository: Pick<Repository, 'blobs'>,
  trees: Trees,
  limits: Limits,
  budget: Budget,
): Promise<void> {
  const touchesAttributes = trees.changes.some(({ path }) => isAttributeFile(path));
  const origins = newFiles(trees.changes);
  if (!touchesAttributes && origins.size === 0) return;
  const [before, after] = [
    await readAttributeFiles(repository, trees.before, budget),
    await readAttributeFiles(repository, trees.after, budget),
  ];
  if (touchesAttributes) {
    for (const file of after.unread) unknown.push({ file, why: `it has more than ${largestFile} bytes` });
  }
  if (after.files.size === 0) return;
  const shown = new Map<string, string>();
  for (const path of touchesAttributes ? trees.after.keys() : origins.keys()) {
    if (trees.after.get(path)?.mode.startsWith('100')) shown.set(encoded(path), path);
  }
  const question = {
    paths: shown.keys(),
    before: before.files,
    after: after.files,
    cameFrom: (path: string) => origins.get(shown.get(path) ?? ''),
    spend: (steps: number) => budget.spend(steps),
  };
  const hidden: HiddenPath[] = [];
  budget.partNow(
    'Looking for what .gitattributes hide',
    () => {
      for (const { source, ...one } of newlyHidden(question)) {
        const path = shown.get(one.path) ?? one.path;
        hidden.push({ ...one, path, source: { ...source, file: decoded(source.file) } });
      }
    },
    () => undefined,
  );
  if (hidden.length === 0) return;
  const named = await readNamedFiles(repository, trees, undefined, limits, budget);
  const delivered = hidden.filter(({ path }) => mayBeDelivered(path, named));
  const groups = groupBy(delivered, ({ source, attribute, isNewFile }) =>
    JSON.stringify([source.file, source.line, attribute, isNewFile]),
  );
  for (const group of groups.values()) {
    for (const one of await manifestsOf(repository, group, trees.after, named, limits, budget)) paths.push(one);
  }
}

/** The paths of new files, each with the one its content came from, or ''. */
function newFiles(changes: readonly TreeChange[]): ReadonlyMap<string, string> {
  const vanished = new Map<string, string>();
  for (const { path, before, after } of changes) {
    if (before !== undefined && after === undefined) vanished.set(before.id, encoded(path));
  }
  return new Map(
    changes.flatMap(({ path, before, after }) =>
      before === undefined && after?.mode.startsWith('100') ? [[path, vanished.get(after.id) ?? ''] as const] : [],
    ),
  );
}

const encoded = (path: string) => encodePath(path).toString('latin1');
const decoded = (path: string) => Buffer.from(path, 'latin1').toString('utf8');

async function readAttributeFiles(
  repository: Pick<Repository, 'blobs'>,
  tree: Tree,
  budget: Budget,
): Promise<{ readonly files: AttributeFiles; readonly unread: readonly string[] }> {
  // Git follows no link that is called .gitattributes.
  const byId = new Map<string, { readonly path: string }[]>();
  for (const [path, { mode, id }] of tree) {
    if (!isAttributeFile(path) || !mode.startsWith('100')) continue;
    addTo(byId, id, { path });
  }
  const files = new Map<string, Buffer>();
  const unread: string[] = [];
  for await (const { files: places, bytes } of readBlobs(repository, byId, largestFile, budget)) {
    for (const { path } of places) {
      if (bytes === undefined) unread.push(path);
      else files.set(encodePath(path).toString('latin1'), bytes);
    }
  }
  return { files, unread };
}

/** Files that deployers may read: by their name, because a kustomization names them, or as a part of a chart. */
function mayBeDelivered(path: string, named: NamedFiles): boolean {
  return hasManifestExtension(path) || named.after.has(path) || isTemplate(path);
}

const isTemplate = (path: string) => /(?:^|\/)templates\/.*\.(?:tpl|txt)$/.test(path);

/** The first manifests of a group. Where none is among the files that are looked into, one of the rest may be. */
async function manifestsOf(
  repository: Pick<Repository, 'blobs'>,
  group: readonly HiddenPath[],
  after: Tree,
  named: NamedFiles,
  limits: Limits,
  budget: Budget,
): Promise<readonly HiddenPath[]> {
  const looked = group.slice(0, mostLooked);
  const idOf = (path: string) => after.get(path)?.id ?? '';
  const found: HiddenPath[] = [];
  for await (const { id, bytes } of repository.blobs(new Set(looked.map(({ path }) => idOf(path))), limits.bytes)) {
    budget.charge(bytes?.length ?? 0);
    for (const one of looked) {
      if (idOf(one.path) !== id) continue;
      const isDelivered = named.after.has(one.path) || isTemplate(one.path) || isNamedLikeOne(one.path);
      if (isManifest(bytes, isDelivered) && (one.severity !== 'low' || matters(bytes))) found.push(one);
    }
    if (found.length >= mostFound) break;
  }
  return found.length > 0 ? found : group.slice(mostLooked, mostLooked + 1);
}

/** Kustomizations, and the values of a chart, have no kind of their own. */
function isNamedLikeOne(path: string): boolean {
  return /(?:^|\/)(?:kustomization\.ya?ml|Kustomization|Chart\.yaml|values[^/]*\.ya?ml|[^/]*[-.]values\.ya?ml)$/.test(
    path,
  );
}

const gitCrypt = Buffer.from('\0GITCRYPT\0', 'latin1');

/** Whether a file may be a manifest. What git-crypt encrypted has nothing that a diff could show; what was not read may be one. */
function isManifest(bytes: Buffer | undefined, isDelivered: boolean): boolean {
  if (bytes === undefined) return true;
  if (bytes.subarray(0, gitCrypt.length).equals(gitCrypt)) return false;
  return isDelivered || mayHoldObject(decodeText(bytes).text);
}

/** Kinds that run, deliver, hold secrets or guard. */
const tellingKind =
  /["']?kind["']?\s{0,20}:\s{0,20}["']?\w{0,60}(?:Pod|Deployment|Set|Job|Secret|Application|Kustomization|Release|Configuration|Policy)/;

/**
 * Whether a new file in a place whose files the base calls generated is worth a word: what generators make most, custom
 * resource definitions and settings, is not.
 */
function matters(bytes: Buffer | undefined): boolean {
  if (bytes === undefined || isCandidate(bytes)) return true;
  return tellingKind.test(decodeText(bytes).text);
}
