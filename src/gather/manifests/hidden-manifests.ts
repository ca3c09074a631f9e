import type { Tree } from '../../git/object/object.ts';
import { encodePath } from '../../git/object/path.ts';
import type { Repository } from '../../git/repository.ts';
import type { HiddenManifests } from '../../hidden/analyse-hidden.ts';
import { type AttributeFiles, type HiddenPath, newlyHidden } from '../../hidden/hiding-attributes.ts';
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
 * Which manifests the change's `.gitattributes` files newly hide from a diff; nothing where it touches none of them. Throws
 * MissingObjectsError and LimitError.
 */
export async function readHiddenManifests(
  repository: Pick<Repository, 'blobs'>,
  trees: Trees,
  limits: Limits,
  budget: Budget,
): Promise<HiddenManifests> {
  const touched = trees.changes.filter(({ path }) => isAttributeFile(path));
  if (touched.length === 0) return { paths: [], unknown: [] };
  const [before, after] = [
    await readAttributeFiles(repository, trees.before, budget),
    await readAttributeFiles(repository, trees.after, budget),
  ];
  const unknown = after.unread.map((file) => ({ file, why: `it has more than ${largestFile} bytes` }));
  const files = [...trees.after].flatMap(([path, { mode }]) => (mode.startsWith('100') ? [path] : []));
  const shown = new Map(files.map((path) => [encodePath(path).toString('latin1'), path]));
  const hidden = [...newlyHidden(shown.keys(), before.files, after.files, () => budget.spend(1))].map((one) => ({
    ...one,
    path: shown.get(one.path) ?? one.path,
    source: { ...one.source, file: decoded(one.source.file) },
  }));
  const named = hidden.length === 0 ? undefined : await readNamedFiles(repository, trees, undefined, limits, budget);
  const paths: HiddenPath[] = [];
  for (const group of bySource(hidden.filter(({ path }) => mayBeDelivered(path, named)))) {
    for (const one of await manifestsOf(repository, group, trees.after, named, limits, budget)) paths.push(one);
  }
  return { paths, unknown };
}

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
    byId.set(id, [...(byId.get(id) ?? []), { path }]);
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
function mayBeDelivered(path: string, named: NamedFiles | undefined): boolean {
  return hasManifestExtension(path) || named?.after.has(path) === true || isTemplate(path);
}

const isTemplate = (path: string) => /(?:^|\/)templates\/.*\.(?:tpl|txt)$/.test(path);

/** What one line does in one way is one group. */
function bySource(hidden: readonly HiddenPath[]): readonly (readonly HiddenPath[])[] {
  const groups = new Map<string, HiddenPath[]>();
  for (const one of hidden) {
    const key = JSON.stringify([one.source.file, one.source.line, one.attribute]);
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push(one);
  }
  return [...groups.values()];
}

/** The first manifests of a group. Where none is among the files that are looked into, one of the rest may be. */
async function manifestsOf(
  repository: Pick<Repository, 'blobs'>,
  group: readonly HiddenPath[],
  after: Tree,
  named: NamedFiles | undefined,
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
      const isDelivered = named?.after.has(one.path) === true || isTemplate(one.path) || isNamedLikeOne(one.path);
      if (isManifest(bytes, isDelivered)) found.push(one);
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
