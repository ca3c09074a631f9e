import { groupBy } from '../../groups.ts';
import type { FileSide, TouchedFile } from '../../kube/touched-file.ts';
import { readSopsContent, sopsFormatOf } from '../sops/content.ts';
import { isSopsText } from '../text/source.ts';
import { classify } from '../value/classify.ts';
import { asText } from '../value/decode.ts';
import { cipherScheme, isSopsMac } from '../value/encrypted.ts';
import { plainName, textItem } from './items.ts';
import type { LostLeaf } from './lost-leaf.ts';

/** Files that were ciphertext as a whole and can be read now, at their place or under another name. */
export function lostFiles(touched: readonly TouchedFile[]): readonly LostLeaf[] {
  const gone = groupBy(
    touched.filter(({ before, after }) => after === undefined && encryptionOf(before) !== undefined),
    ({ scope, path }) => JSON.stringify([scope, plainName(path)]),
  );
  return touched.flatMap(({ path, scope, before, after }): readonly LostLeaf[] => {
    if (after === undefined || !isOpen(after)) return [];
    const [moved] = before === undefined ? (gone.get(JSON.stringify([scope, plainName(path)])) ?? []) : [];
    const how = encryptionOf(before ?? moved?.before);
    if (how === undefined) return [];
    const owner = textItem(path, scope, after.text);
    const locate = () => ({ line: 1, column: 1 });
    return [{ owner, file: path, steps: [], key: '', text: after.text, how: `${how} encrypted`, locate }];
  });
}

/** Whether a file says something that is not public, and is not ciphertext itself. */
function isOpen(side: FileSide): boolean {
  if (side.structure !== 'text' && side.structure !== 'manifest' && side.structure !== 'template') return false;
  return encryptionOf(side) === undefined && !isSopsText(side.text) && classify(side.text) === 'literal';
}

/** How encrypted files begin, and whether they go on as base64 or as bytes: text that only begins so can be read. */
const starts: readonly (readonly [bytes: string, name: string, isRest: (side: FileSide) => boolean])[] = [
  ['\0GITCRYPT\0', 'git-crypt', () => true],
  ['age-encryption.org/v1\n', 'age', isBinary],
  ['Salted__', 'OpenSSL', isBinary],
  ['U2FsdGVkX1', 'transcrypt', ({ text }) => /^[A-Za-z0-9+/=\s]+$/.test(text)],
];

function isBinary({ bytes }: FileSide): boolean {
  return asText(bytes) === undefined;
}

/** What encrypted a file as a whole. */
export function encryptionOf(side: FileSide | undefined): string | undefined {
  if (side === undefined) return undefined;
  const start = starts.find(
    ([bytes, , isRest]) => side.bytes.subarray(0, bytes.length).equals(Buffer.from(bytes, 'latin1')) && isRest(side),
  );
  if (start !== undefined) return start[1];
  return isSopsBinary(side) ? 'SOPS' : cipherScheme(side.text.trim());
}

/** SOPS keeps any other file, under its own name, as the one value of a JSON document (stores/json, BinaryStore). */
function isSopsBinary(side: FileSide): boolean {
  if (sopsFormatOf(side) !== 'tree') return false;
  const { leaves, metadata } = readSopsContent(side, 'tree');
  const [leaf] = leaves;
  return (
    isSopsMac(metadata?.mac ?? '') && leaf?.isEncrypted === true && leaf.keys.join() === 'data' && leaves.length === 1
  );
}

/** Whether a text is ciphertext, as a whole or in its values. */
export function isEncryptedText(text: string): boolean {
  return isSopsText(text) || cipherScheme(text.trim()) !== undefined;
}
