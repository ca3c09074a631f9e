import { hasManifestExtension } from '../../kube/read-file.ts';
import type { FileSide, TouchedFile } from '../../kube/touched-file.ts';
import type { Place } from '../../yaml/document.ts';
import { encryptionOf } from '../protection/lost-files.ts';
import { readSopsContent, sopsFormatOf, unreadParts } from '../sops/content.ts';
import { isSopsText } from '../text/source.ts';

/** Why a file of SOPS could not be read, so that nobody knows what of it is encrypted. */
export interface UnreadSops {
  readonly reason: string;
  /** Never quotes the file. */
  readonly detail: string;
  readonly place: Place;
  /** Whether `unreadable-manifest` reports the same, unless what a tool builds of the file was judged instead. */
  readonly isManifest: boolean;
}

const start: Place = { line: 1, column: 1 };

/** What a file that is one of SOPS, or was, holds in place of text. */
const unreadFiles: Readonly<Partial<Record<FileSide['structure'], string>>> = {
  binary: 'it holds binary data',
  oversize: 'it is over the size limit',
  'lfs-pointer': 'its content is in Git LFS',
  symlink: 'it is a symbolic link',
};

/** What newly keeps a file of SOPS from being read; undefined where nothing does. What encrypts a file as a whole is meant to. */
export function unreadSops({ path, before, after }: TouchedFile): UnreadSops | undefined {
  if (after === undefined || encryptionOf(after) !== undefined) return undefined;
  const detail = unreadFiles[after.structure];
  if (detail !== undefined) {
    if (after.structure === before?.structure || !isOfSops(before)) return undefined;
    const isManifest = hasManifestExtension(path) || hasObjects(before);
    return { reason: after.structure, detail, place: start, isManifest };
  }
  // What was ciphertext as a whole, and is text, is reported as that.
  if (!isSopsText(after.text) && (encryptionOf(before) !== undefined || !isOfSops(before))) return undefined;
  // SOPS goes by the name: a line of its dotenv files makes no such file of broken YAML.
  const format = hasManifestExtension(path) ? 'tree' : (sopsFormatOf(after) ?? sopsFormatOf(before) ?? 'tree');
  if (format !== 'tree') return undefined;
  const known = new Set(partsOf(before).map(({ key }) => key));
  const part = partsOf(after).find(({ key }) => !known.has(key));
  if (part === undefined) return undefined;
  const isManifest = after.structure === 'manifest' || (after.structure === 'text' && hasObjects(before));
  return { reason: part.reason, detail: part.detail, place: part.place, isManifest };
}

/** Whether a side is a file of SOPS, or says so where it cannot be read. */
function isOfSops(side: FileSide | undefined): boolean {
  if (side === undefined) return false;
  const format = sopsFormatOf(side);
  return isSopsText(side.text) || (format !== undefined && readSopsContent(side, format).metadata !== undefined);
}

const hasObjects = (side: FileSide | undefined): boolean => (side?.resources.length ?? 0) > 0;

/** The parts of a side that cannot be read; the same problem in the same text has the same key. */
function partsOf(side: FileSide | undefined) {
  // A template that Helm fills in is read by its lines.
  if (side === undefined || !/^(?:manifest|text)$/.test(side.structure)) return [];
  const lines = side.text.split('\n');
  return unreadParts(side).map(({ reason, detail, line, column, firstLine, lastLine }) => {
    const key = JSON.stringify([reason, detail, lines.slice(firstLine - 1, lastLine).join('\n')]);
    return { reason, detail, place: { line, column }, key };
  });
}
