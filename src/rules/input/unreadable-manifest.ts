import { dirname, isAbsolute, join } from 'node:path/posix';
import { clipped } from '../../clipped.ts';
import type { Tree } from '../../git/object/object.ts';
import { groupBy } from '../../groups.ts';
import { isComputedSource } from '../../kube/computed-source.ts';
import { builtPaths, generatedFiles, touchedKustomizations } from '../../kube/kustomization.ts';
import { hasManifestExtension } from '../../kube/read-file.ts';
import type { Position } from '../../kube/resource.ts';
import type { FileSide, Structure, TouchedFile } from '../../kube/touched-file.ts';
import { isWithin } from '../../render/model/paths.ts';
import type { Severity } from '../../severity.ts';
import type { Path, Unreadable, UnreadableReason } from '../../yaml/document.ts';
import type { Observation, Rule } from '../rule.ts';
import { notRenderedRoots } from './unreadable-manifest/not-rendered.ts';
import { unreadBefore } from './unreadable-manifest/unread-before.ts';
import { newParts, stretchOf } from './unreadable-manifest/unread-parts.ts';

/** Finds what a change puts where manifests are and that could not be read, so that nothing in it was judged. */
export const unreadableManifest: Rule = {
  id: 'unreadable-manifest',
  category: 'input',
  severity: 'high',
  summary: 'A manifest, or a part of one, that could not be read and so was not judged.',
  *check({ change, delivery, policy }) {
    const { built, packed } = namedFiles(change.touched);
    // Binary content belongs into ConfigMaps and Secrets; what is over the limit was not even looked at.
    const isNamed = ({ path, generated }: TouchedFile, { structure }: FileSide): boolean =>
      built.has(path) || (structure === 'oversize' && (generated !== undefined || packed.has(path)));
    const leadsToManifests = manifestFinder(change.after);
    const leftOut: LeftOut[] = [];
    for (const file of change.touched) {
      if (file.after === undefined) continue;
      // What a tool could build from it was judged in the form that is delivered.
      if (delivery.rendering.covered.has(file.path)) continue;
      for (const observation of wholeFile(file, file.after, leadsToManifests, isNamed(file, file.after))) {
        const [part] = file.after.unreadable;
        if (part?.reason === 'whole-change') leftOut.push({ file, detail: part.detail });
        else yield observation;
      }
      yield* parts(file, file.after);
      yield* duplicateKeys(file, file.after);
      yield* computedSource(file, delivery.folders);
    }
    yield* ofWholeChange(leftOut);
    yield* notRenderedRoots(delivery);
    yield* unreadBefore(change.touched, delivery.rendering, policy.limits);
  },
};

/**
 * The files that the touched kustomizations of head name: `built` are read as manifests or patches whatever they are called,
 * `packed` become the content of a ConfigMap or Secret.
 */
function namedFiles(touched: readonly TouchedFile[]) {
  const [built, packed] = [new Set<string>(), new Set<string>()];
  for (const { folder, value } of touchedKustomizations(touched, 'after')) {
    for (const path of builtPaths(value, folder)) built.add(path);
    for (const { path } of generatedFiles(value, folder)) packed.add(path);
  }
  return { built, packed };
}

interface UnreadFile {
  readonly says: string;
  readonly remedy: string;
  readonly severity?: Severity;
}

const unreadFiles: Readonly<Partial<Record<Structure, UnreadFile>>> = {
  symlink: {
    says: 'is a symbolic link, which is never followed: what it points to was not judged as part of this folder',
    remedy: 'Commit the manifest itself, or reference the original from kustomization.yaml.',
  },
  submodule: {
    says: 'is a submodule: what it holds is in another repository and was not judged',
    remedy: 'Review the other repository at this commit, or commit the manifests here.',
  },
  'lfs-pointer': {
    says: 'is a Git LFS pointer: its content is not in the repository and was not judged',
    remedy: 'Take the file out of LFS (`git lfs untrack`, then commit it again); manifests are small text.',
  },
  binary: {
    says: 'holds binary data and was not judged',
    remedy: 'Commit the manifest as UTF-8 text without zero bytes.',
  },
  oversize: {
    says: 'is over the size limit and was not judged',
    remedy: 'Split the file, or raise `limits.bytes` in .gitops-gate/policy.yaml.',
  },
};

function* wholeFile(
  file: TouchedFile,
  after: FileSide,
  leadsToManifests: (path: string, side: FileSide) => boolean,
  isNamed: boolean,
): Generator<Observation> {
  const unread = unreadFiles[after.structure];
  if (unread === undefined) return;
  if (!(isNamed || isManifestPlace(file, after.structure) || leadsToManifests(file.path, after))) return;
  // What git-crypt encrypts is meant to be unreadable.
  const isGitCrypt = after.structure === 'binary' && after.bytes.subarray(0, 10).equals(gitCrypt);
  const [part] = after.unreadable;
  yield {
    message: `${file.path} ${unread.says}${part === undefined ? '' : ` (${part.detail})`}.`,
    remedy: unread.remedy,
    position: startOf(file),
    scope: file.scope,
    subject: [after.structure],
    ...(isGitCrypt ? { severity: 'medium' } : {}),
  };
}

/** What a bound of the change as a whole leaves out of a scope is one observation, however many files it is. */
function* ofWholeChange(files: readonly LeftOut[]): Generator<Observation> {
  for (const group of groupBy(files, ({ file, detail }) => `${detail} ${file.scope}`).values()) {
    const [first, ...others] = group;
    if (first === undefined) continue;
    const { file, detail } = first;
    const more = others.length === 0 ? ' was' : ` and ${others.length.toLocaleString('en')} more files were`;
    yield {
      message: `${file.path}${more} not judged: ${detail}.`,
      remedy: 'Split the change.',
      position: startOf(file),
      places: others.map((other) => startOf(other.file)),
      scope: file.scope,
      subject: ['whole-change', detail],
    };
  }
}

/** A file that was not judged though it may be well. */
interface LeftOut {
  readonly file: TouchedFile;
  readonly detail: string;
}

function startOf({ path }: TouchedFile): Position {
  return { file: path, line: 1, column: 1 };
}

const gitCrypt = Buffer.from('\0GITCRYPT\0', 'latin1');

/** Whether deployers look for manifests there: by its name, or because there was one. A submodule may hold any. */
function isManifestPlace({ path, before }: TouchedFile, structure: Structure): boolean {
  return structure === 'submodule' || hasManifestExtension(path) || isManifest(before);
}

/** Says whether a link leads to manifests: to a folder, it puts every manifest of that folder here; kustomize takes it as a base. */
function manifestFinder(tree: Tree): (path: string, side: FileSide) => boolean {
  let known: ReadonlySet<string> | undefined;
  return (path, { structure, bytes }) => {
    if (structure !== 'symlink') return false;
    const written = bytes.toString('utf8');
    const target = join(dirname(path), written);
    if (isAbsolute(written) || target === '..' || target.startsWith('../')) return true;
    known ??= foldersWithManifests(tree);
    return known.has(target.replace(/\/$/, '')) || hasManifestExtension(target);
  };
}

/** Every folder with a manifest in or below it; `.` is the root. */
function foldersWithManifests(tree: Tree): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const path of tree.keys()) {
    if (!hasManifestExtension(path)) continue;
    for (let folder = dirname(path); !folders.has(folder); folder = dirname(folder)) folders.add(folder);
  }
  return folders;
}

function isManifest(side: FileSide | undefined): boolean {
  return side?.structure === 'manifest' && side.resources.length > 0;
}

const remedies: Readonly<Record<UnreadableReason, string>> = {
  syntax: 'Fix the YAML; `kubectl annotate --local -f FILE x=1 -o yaml` shows whether it reads.',
  encoding: 'Save the file as UTF-8.',
  bytes: 'Split the file, or raise `limits.bytes` in .gitops-gate/policy.yaml.',
  documents: 'Split the file, or raise `limits.documents` in .gitops-gate/policy.yaml.',
  depth: 'Nest it less deeply, or raise `limits.depth` in .gitops-gate/policy.yaml.',
  aliases: 'Write the values out, or raise `limits.aliases` or `limits.expandedNodes` in .gitops-gate/policy.yaml.',
  'whole-change': 'Split the change.',
  ambiguous: 'Put the merge key first in its mapping, and only one, so that every tool reads the same.',
};

function* parts(file: TouchedFile, after: FileSide): Generator<Observation> {
  const counts = after.structure === 'manifest' || (after.structure === 'text' && isManifest(file.before));
  if (!counts) return;
  const lines = after.text.split('\n');
  const fresh = newParts(file.before, after);
  for (const part of fresh.slice(0, partsShown)) yield partly(file, part, lines);
  const [next] = fresh.slice(partsShown);
  if (next === undefined) return;
  yield {
    message: `${fresh.length - partsShown} more parts of ${file.path} could not be read and were not judged.`,
    remedy: 'Fix the parts named above first.',
    position: { file: file.path, line: next.line, column: next.column },
    scope: file.scope,
    subject: ['more'],
  };
}

/** A file of many broken documents is one problem, not thousands. */
const partsShown = 20;

function partly(file: TouchedFile, part: Unreadable, lines: readonly string[]): Observation {
  const message =
    part.reason === 'ambiguous'
      ? `Tools do not agree on what this part of ${file.path} says: ${part.detail}.`
      : `This part of ${file.path} could not be read and was not judged: ${part.detail}.`;
  return {
    message,
    remedy: remedyFor(part, lines),
    position: { file: file.path, line: part.line, column: part.column },
    scope: file.scope,
    subject: [part.reason],
  };
}

/** What tools compute where they deliver a folder; what comes of it is not known here. */
function* computedSource(file: TouchedFile, folders: readonly string[]): Generator<Observation> {
  const { path, scope, isNextToManifests } = file;
  if (!isComputedSource(path) || !(isNextToManifests || folders.some((folder) => isWithin(path, folder)))) return;
  yield {
    message: `${path} is a program that makes manifests where it is delivered: what it makes was not judged.`,
    remedy: 'Commit what it makes, or keep it outside the folders that are delivered.',
    position: { file: path, line: 1, column: 1 },
    scope,
    subject: ['computed'],
  };
}

function remedyFor(part: Unreadable, lines: readonly string[]): string {
  if (part.reason === 'syntax' && stretchOf(part, lines).includes('{{')) {
    return 'Commit the rendered manifest; `{{ }}` is read only in `templates/` below a Chart.yaml.';
  }
  return remedies[part.reason];
}

/** kubectl takes the last of two equal keys, a reader sees the first: worth a word, not a block. */
function* duplicateKeys(file: TouchedFile, after: FileSide): Generator<Observation> {
  // Both branches of a template's condition are there; only one is deployed.
  if (after.structure === 'template') return;
  const known = new Set(duplicatesOf(file.before).map(({ path }) => pointer(path)));
  for (const { path, position } of duplicatesOf(after)) {
    const field = pointer(path);
    if (known.has(field)) continue;
    known.add(field);
    yield {
      message: `The key ${field} occurs twice; the last one counts.`,
      remedy: 'Keep one of them: a reader may take the first for what is deployed.',
      severity: 'low',
      position: { ...position, file: file.path },
      scope: file.scope,
      subject: ['duplicate-key', field],
    };
  }
}

function duplicatesOf(
  side: FileSide | undefined,
): { readonly path: Path; readonly position: Omit<Position, 'file'> }[] {
  const documents = new Set(side?.resources.map((resource) => resource.document));
  return [...documents].flatMap((document) =>
    document.duplicateKeys.map(({ path, place }) => ({ path, position: place })),
  );
}

/** Keys and indices; a key can hold anything but is a name, not a value. */
function pointer(path: Path): string {
  const text = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('');
  return clipped(text, 120);
}
