import { storeToName } from './skeleton.ts';

/** What a fix writes that is not known from the repository, by a text that it writes for it. */
const gaps: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`name: ${storeToName}\\s`), `the name (and kind) of your store in place of ${storeToName}`],
  [/^ *remoteRef:/m, 'where the store has each value: see that remoteRef.key and property are right'],
  [/encryptedData: \{\}/, 'encryptedData: the new value of each key, sealed by the command in the comment above it'],
  [/# Encrypt this file before it is committed/, 'a new value for each key, added with SOPS as the comment says'],
];

/** What somebody has to fill in of what edits of a file write (their texts), in words. */
export function leftToFill(written: readonly string[]): readonly string[] {
  return gaps.flatMap(([mark, missing]) => (written.some((text) => mark.test(`${text}\n`)) ? [missing] : []));
}
