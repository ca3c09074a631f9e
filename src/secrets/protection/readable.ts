import { isPlainSetting } from '../judge/plain-setting.ts';
import { namesSetting } from '../judge/plain-value.ts';
import { classify, type LeafContext } from '../value/classify.ts';
import { credentialKey } from '../value/credential-key.ts';
import { isFamiliarShape } from '../value/entropy.ts';

/**
 * Whether a text is a secret that can be read, given that the value at its place was protected before: that is the evidence, and it
 * need not look like a secret. What is empty, a placeholder, public, or plainly a setting (a host, a number, a switch) is none.
 */
export function isReadable(text: string, key: string, context: LeafContext = {}): boolean {
  const value = text.trim();
  if (classify(value, { ...context, key }) !== 'literal' || isPlainSetting(value, key)) return false;
  if (credentialKey(key) !== 'none') return true;
  return !isFamiliarShape(value) && !/^-?\d{1,5}(?:\.\d{1,5})?$/.test(value) && !namesSetting(key);
}

/**
 * Whether a text can be read where SOPS encrypted what was at its place: whoever did so chose it, so a number, a switch and a
 * placeholder count as well.
 */
export function isOpen(text: string, key: string, context: LeafContext = {}): boolean {
  return /^(?:literal|placeholder)$/.test(classify(text, { ...context, key }));
}
