import { isChoice, isPlainSetting } from '../judge/plain-setting.ts';
import { isMadeUp, namesSetting } from '../judge/plain-value.ts';
import { classify, type LeafContext } from '../value/classify.ts';
import { credentialKey } from '../value/credential-key.ts';
import { decodeBase64Text } from '../value/decode.ts';
import { isFamiliarShape, looksRandom } from '../value/entropy.ts';
import type { Leaf } from './leaves.ts';

/**
 * Whether a text is a secret that can be read, given that the value at its place was protected before: that is the evidence, and it
 * need not look like a secret. What is empty, a placeholder, public, or plainly a setting (a host, a number, a switch) is none.
 */
export function isReadable(text: string, key: string, context: LeafContext = {}): boolean {
  const value = text.trim();
  const isCredential = credentialKey(key) !== 'none';
  // `SECRET_DB` is no database's name: what says that it is secret, and was protected, is.
  const name = isCredential && !isFamiliarShape(value) ? 'secret' : key;
  if (classify(value, { ...context, key }) !== 'literal' || isPlainSetting(value, name)) return false;
  if (isCredential) return true;
  return !isPlain(value) && !namesSetting(key);
}

/** Numbers, addresses, choices, or a list of them. */
function isPlain(value: string): boolean {
  const parts = value.length > 2000 ? [value] : value.split(/[,;]\s{0,4}|\s{1,4}/);
  const isOne = (part: string) => isFamiliarShape(part) || isChoice(part) || /^-?\d{1,5}(?:\.\d{1,5})?$/.test(part);
  return isOne(value) || parts.every(isOne);
}

/**
 * Whether a text can be read where SOPS encrypted what was at its place: whoever did so chose it, so a number, a switch and a
 * placeholder count as well.
 */
export function isOpen(text: string, key: string, context: LeafContext = {}): boolean {
  return /^(?:literal|placeholder)$/.test(classify(text, { ...context, key }));
}

/** Values of files that are as few as this are judged by their place alone: in more the others are configuration. */
const fewest = 3;

/**
 * What of an entry of a ConfigMap can be read, given that a Secret gave it before. A file is judged by what it says, not as a whole: of one that
 * says much, only what looks like a secret.
 */
export function readableOf(entry: readonly Leaf[]): readonly Leaf[] {
  const [whole, ...inner] = entry;
  if (whole === undefined) return [];
  const isBinary = whole.steps[0] === 'binaryData';
  const text = (isBinary ? decodeBase64Text(whole.text) : undefined) ?? whole.text;
  if (inner.length === 0) return !text.trim().includes('\n') && isReadable(text, whole.key) ? [whole] : [];
  const readable = inner.filter((leaf) => leaf.protection === undefined && isReadable(leaf.text, leaf.key));
  return readable.length <= fewest
    ? readable
    : readable.filter(({ text, key }) => credentialKey(key) !== 'none' || looksRandom(text) || isMadeUp(text, key));
}
