import type { FileSide, TouchedFile } from '../../kube/touched-file.ts';
import type { FileChange } from '../candidates/candidate.ts';
import { isObject } from '../candidates/whole-file.ts';
import type { Workbench } from '../candidates/workbench.ts';
import { patchedFiles } from '../files-after-fix.ts';
import { blindPatch, type FilePatch, textPatch } from './file-patch.ts';
import { mayHoldSecret, putsSecretBack } from './former-secrets.ts';

/** A patch for the head that `git apply` takes. */
export interface Patch {
  /** Empty where there is nothing in it. */
  readonly text: string;
  /** Files whose part is written without the lines that it takes out or has around it, since a secret is among them. */
  readonly blind: readonly string[];
  /** Files that it leaves out, since what is put there holds a secret. */
  readonly leftOut: readonly string[];
}

/** What a patch needs to know apart from the changes. */
export interface PatchContext {
  /** The id of a blob with these bytes. */
  blobId(bytes: Buffer): string;
  /** The text with every known secret masked. */
  mask(text: string): string;
  /** Files out of which a fix takes a secret. */
  readonly secretFiles: ReadonlySet<string>;
}

/** The changes as a patch. No line of it holds a secret that is known, be it one that the fix takes out. */
export function patchOf(changes: readonly FileChange[], bench: Workbench, context: PatchContext): Patch {
  const parts: string[] = [];
  const [blind, leftOut]: [string[], string[]] = [[], []];
  for (const [path, after] of patchedFiles(changes, bench)) {
    const { file } = bench.file(path) ?? {};
    const before = file?.after && { mode: file.after.mode, bytes: file.after.bytes };
    const zeros = '0'.repeat(context.blobId(Buffer.alloc(0)).length);
    const ids = [before, after].map((side) => (side === undefined ? zeros : context.blobId(side.bytes)));
    const patch: FilePatch = { path, before, after, ids: [ids[0] ?? zeros, ids[1] ?? zeros] };
    const isOpen =
      !context.secretFiles.has(path) && ![file?.before, file?.after].some(mayHoldSecret) && !isBinary(patch);
    const text = isOpen ? textPatch(patch) : '';
    if (text !== '' && context.mask(text) === text) {
      parts.push(text);
      continue;
    }
    const { text: written, inserted } = blindPatch(patch);
    if (
      context.mask(inserted) !== inserted ||
      putsSecretBack(file === undefined ? [] : formerSides(file, bench), inserted)
    )
      leftOut.push(path);
    else {
      parts.push(written);
      blind.push(path);
    }
  }
  return { text: parts.join(''), blind, leftOut };
}

/** The sides that a file's lines may come back from: its own, and that of a file from which a Secret of it was moved. */
function formerSides({ path, before, after }: TouchedFile, bench: Workbench): readonly FileSide[] {
  const own = after?.resources.filter(({ kind }) => kind === 'Secret') ?? [];
  const sides =
    own.length === 0 ? [] : [...bench.touched].flatMap((each) => (each.path === path ? [] : (each.before ?? [])));
  const origins = sides.filter(({ resources }) =>
    resources.some((each) => each.kind === 'Secret' && own.some((one) => isObject(one, each))),
  );
  return before === undefined ? origins : [before, ...origins];
}

function isBinary({ before, after }: FilePatch): boolean {
  return [before, after].some(
    (side) => side !== undefined && (side.bytes.includes(0) || !side.bytes.equals(Buffer.from(side.bytes.toString()))),
  );
}
