import type { FileSide } from '../../kube/touched-file.ts';
import { mapping, scalarText } from '../../plain-values.ts';
import type { FileChange } from '../candidates/candidate.ts';
import type { Workbench } from '../candidates/workbench.ts';
import { patchedFiles } from '../patched.ts';
import { blindPatch, type FilePatch, textPatch } from './file-patch.ts';

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
    if (context.mask(inserted) !== inserted || putsBackSecret(file?.before, inserted)) leftOut.push(path);
    else {
      parts.push(written);
      blind.push(path);
    }
  }
  return { text: parts.join(''), blind, leftOut };
}

/** Whether a side holds a Secret that nothing encrypts. */
function mayHoldSecret(side: FileSide | undefined): boolean {
  return (
    side?.resources.some(
      ({ kind, value }) =>
        kind === 'Secret' &&
        !('sops' in value) &&
        [value.data, value.stringData].some((field) => Object.keys(mapping(field)).length > 0),
    ) === true
  );
}

/** Whether what is put back holds something of a Secret of the base: it is known to nobody as new, and a secret all the same. */
function putsBackSecret(side: FileSide | undefined, inserted: string): boolean {
  if (side === undefined || !mayHoldSecret(side)) return false;
  const values = side.resources.flatMap(({ kind, value }) =>
    kind === 'Secret' ? [value.data, value.stringData].flatMap((field) => Object.values(mapping(field))) : [],
  );
  // A text over several lines is written in other lines than it is read in.
  return values
    .flatMap((value) => scalarText(value).split(/\s+/))
    .some((word) => word !== '' && (inserted.includes(word) || inserted.includes(JSON.stringify(word).slice(1, -1))));
}

function isBinary({ before, after }: FilePatch): boolean {
  return [before, after].some(
    (side) => side !== undefined && (side.bytes.includes(0) || !side.bytes.equals(Buffer.from(side.bytes.toString()))),
  );
}
