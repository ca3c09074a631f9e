import { addTo, groupBy } from '../../groups.ts';
import { folderOf } from '../../kube/kustomization.ts';
import type { FileSide, TouchedFile } from '../../kube/touched-file.ts';
import { readSopsContent, sopsFormatOf } from '../sops/content.ts';
import { isSopsText } from '../text/source.ts';
import { classify } from '../value/classify.ts';
import { asText } from '../value/decode.ts';
import { cipherScheme, isSopsMac } from '../value/encrypted.ts';
import { type Item, type ItemPair, plainName, textItem } from './items.ts';
import type { Leaf } from './leaves.ts';
import { lostLeaf } from './lost-in-pair.ts';
import type { LostLeaf } from './lost-leaf.ts';
import { isReadable } from './readable.ts';

/** Files that were ciphertext as a whole and can be read now, at their place or under another name. */
export function lostFiles(touched: readonly TouchedFile[]): readonly LostLeaf[] {
  const gone = groupBy(
    touched.filter(({ before, after }) => after === undefined && formerEncryption(before, undefined) !== undefined),
    ({ scope, path }) => JSON.stringify([scope, plainName(path)]),
  );
  return touched.flatMap(({ path, scope, before, after }): readonly LostLeaf[] => {
    if (after === undefined || !isOpen(after)) return [];
    const [moved] = before === undefined ? (gone.get(JSON.stringify([scope, plainName(path)])) ?? []) : [];
    const how = formerEncryption(before ?? moved?.before, after);
    if (how === undefined) return [];
    const owner = textItem(path, scope, after.text);
    const locate = () => ({ line: 1, column: 1 });
    return [{ owner, file: path, steps: [], key: '', text: after.text, how: `${how} encrypted`, locate }];
  });
}

/** Files of SOPS that are gone and had the same keys. */
interface Former {
  readonly folders: ReadonlySet<string>;
  readonly keys: readonly string[];
}

const keyOf = ({ steps }: Leaf): string => JSON.stringify(steps);

/** Values of SOPS in files that nothing took the place of, and that other files hold in plain text under the same keys. */
export function lostToOtherFiles(gone: readonly Item[], pairs: readonly ItemPair[]): readonly LostLeaf[] {
  const byKey = new Map<string, Former[]>();
  for (const former of formersOf(gone)) for (const key of former.keys) addTo(byKey, key, former);
  if (byKey.size === 0) return [];
  return pairs.flatMap(({ before, after }) => {
    if (after.identity !== undefined || after.isSops) return [];
    const old = new Set(before?.content().leaves.map(keyOf));
    const fresh = after.content().leaves.flatMap((leaf) => {
      const key = keyOf(leaf);
      const formers = leaf.protection === undefined && !old.has(key) ? byKey.get(key) : undefined;
      return formers === undefined ? [] : [{ leaf, formers }];
    });
    const counts = new Map<Former, number>();
    for (const { formers } of fresh) for (const each of formers) counts.set(each, (counts.get(each) ?? 0) + 1);
    const folder = folderOf(after.file);
    // Elsewhere one key says little: files of many products have a `password`.
    const isSame = (former: Former) =>
      former.folders.has(folder) || (counts.get(former) ?? 0) * 2 >= former.keys.length;
    return fresh
      .filter(({ leaf: { text, key }, formers }) => formers.some(isSame) && isReadable(text, key))
      .map(({ leaf }) => lostLeaf(after, leaf, 'SOPS encrypted'));
  });
}

function formersOf(gone: readonly Item[]): readonly Former[] {
  const files = gone.flatMap((item) => {
    if (item.identity !== undefined || !item.isSops) return [];
    const encrypted = item.content().leaves.filter(({ protection }) => protection === 'SOPS encrypted');
    const keys = [...new Set(encrypted.map(keyOf))].sort();
    return keys.length === 0 ? [] : [{ folder: folderOf(item.file), keys }];
  });
  return [...groupBy(files, ({ keys }) => JSON.stringify(keys)).values()].map((same) => ({
    folders: new Set(same.map(({ folder }) => folder)),
    keys: same[0]?.keys ?? [],
  }));
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

/** The same of a former side: whoever wrote that it is ciphertext is believed, unless the file says so still. */
function formerEncryption(side: FileSide | undefined, now: FileSide | undefined): string | undefined {
  const [start, name] = armors.find(([each]) => side?.text.startsWith(each)) ?? [];
  return encryptionOf(side) ?? (start === undefined || now?.text.startsWith(start) === true ? undefined : name);
}

const armors: readonly (readonly [start: string, name: string])[] = [
  ['-----BEGIN AGE ENCRYPTED FILE-----', 'age'],
  ['-----BEGIN PGP MESSAGE-----', 'OpenPGP'],
  ['$ANSIBLE_VAULT;', 'Ansible Vault'],
];

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
