import { type Mapping, text } from '../../plain-values.ts';
import { Pattern } from '../../policy/pattern.ts';
import { UnreadPatternError } from '../../policy/pattern-syntax.ts';

/** What says which values SOPS encrypts, in the block of a file or in a creation rule. */
export interface Selectors {
  /** As they are written, for comparing. */
  readonly stated: string;
  /** Names of those that are stated: SOPS refuses more than one (stores.go, ToInternal; config.go, configFromRule). */
  readonly names: readonly string[];
  readonly unencryptedSuffix: string;
  readonly encryptedSuffix: string;
  readonly unencryptedRegex: SopsPattern;
  readonly encryptedRegex: SopsPattern;
  readonly unencryptedCommentRegex: SopsPattern;
  readonly encryptedCommentRegex: SopsPattern;
  /** Names of those whose patterns could not be read. */
  readonly unread: readonly string[];
}

/** Whether a key at the top names and describes an object: what is below is not a secret of it. */
export const isDescriptive = (key: string): boolean => /^(?:apiVersion|kind|metadata|type|immutable|sops)$/.test(key);

type SopsPattern = Pattern | 'unread' | undefined;

/** A value as selectors see it: the keys on the way to it, and the comments there; undefined where these are not known. */
export interface Selectable {
  readonly keys: readonly string[];
  comments(): readonly string[] | undefined;
}

const regexes = [
  'unencrypted_regex',
  'encrypted_regex',
  'unencrypted_comment_regex',
  'encrypted_comment_regex',
] as const;

/** As they are written. */
export const selectorNames = [...regexes, 'encrypted_suffix', 'unencrypted_suffix'] as const;

/** Without any selector all is encrypted but keys with a suffix (stores.go, ToInternal; cmd/sops, getEncryptConfig). */
export function selectorsOf(block: Mapping): Selectors {
  const value = (name: string) => text(block[name]) ?? '';
  const names = selectorNames.filter((name) => value(name) !== '');
  const patterns = new Map(regexes.map((name) => [name, patternOf(value(name))]));
  return {
    stated: JSON.stringify(selectorNames.map(value)),
    names,
    unencryptedSuffix: names.length > 0 ? value('unencrypted_suffix') : '_unencrypted',
    encryptedSuffix: value('encrypted_suffix'),
    unencryptedRegex: patterns.get('unencrypted_regex'),
    encryptedRegex: patterns.get('encrypted_regex'),
    unencryptedCommentRegex: patterns.get('unencrypted_comment_regex'),
    encryptedCommentRegex: patterns.get('encrypted_comment_regex'),
    unread: regexes.filter((name) => patterns.get(name) === 'unread'),
  };
}

/** A pattern of SOPS; undefined for an empty one. */
export function patternOf(pattern: string): SopsPattern {
  if (pattern === '') return undefined;
  try {
    return new Pattern(pattern);
  } catch (error) {
    if (error instanceof UnreadPatternError) return 'unread';
    throw error;
  }
}

/**
 * Whether SOPS encrypts a value (sops.go, shouldBeEncrypted): patterns are unanchored, and each key on the way counts;
 * undefined where a pattern could not be read.
 */
export function isSelected(selectors: Selectors | undefined, { keys, comments }: Selectable): boolean | undefined {
  if (selectors === undefined) return undefined;
  const { unencryptedSuffix, encryptedSuffix, unencryptedRegex, encryptedRegex } = selectors;
  const { unencryptedCommentRegex, encryptedCommentRegex } = selectors;
  if (encryptedCommentRegex !== undefined) return isInAny(encryptedCommentRegex, comments());
  let selected: boolean | undefined = true;
  if (unencryptedSuffix !== '' && keys.some((key) => key.endsWith(unencryptedSuffix))) selected = false;
  if (encryptedSuffix !== '') selected = keys.some((key) => key.endsWith(encryptedSuffix));
  const without = (pattern: SopsPattern, texts: () => readonly string[] | undefined) => {
    const found = pattern === undefined ? false : isInAny(pattern, texts());
    if (found !== false && selected !== false) selected = found === undefined ? undefined : false;
  };
  without(unencryptedRegex, () => keys);
  if (encryptedRegex !== undefined) selected = isInAny(encryptedRegex, keys);
  without(unencryptedCommentRegex, comments);
  return selected;
}

function isInAny(pattern: Pattern | 'unread', texts: readonly string[] | undefined): boolean | undefined {
  if (pattern === 'unread' || texts === undefined) return undefined;
  const found = texts.map((each) => pattern.isIn(each));
  return found.includes(true) ? true : found.includes(undefined) ? undefined : false;
}
