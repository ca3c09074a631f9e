import { isMapping, list, type Mapping, mapping, scalarText, text } from '../../plain-values.ts';
import type { Document, Path } from '../../yaml/document.ts';
import { Pattern } from './pattern.ts';
import { UnreadPatternError } from './pattern-syntax.ts';

/** What SOPS reads of a file before it decrypts it (getsops/sops, stores/stores.go): the `sops` block of the first document. */
export interface SopsMetadata {
  readonly block: Mapping;
  /** Who can decrypt, by what SOPS calls them: `age age1…`; with the place in the document. */
  readonly recipients: ReadonlyMap<string, Path>;
  /** Key groups of which a key each is needed to decrypt. */
  readonly threshold: number;
  readonly selectors: Selectors;
  /** Names of the selectors whose patterns could not be read. */
  readonly unread: readonly string[];
}

/** The selectors of a file. Comments decide where one of them is about these; no more is known of it. */
interface Selectors {
  readonly unencryptedSuffix: string;
  readonly encryptedSuffix: string;
  readonly unencryptedRegex: Pattern | 'unread' | undefined;
  readonly encryptedRegex: Pattern | 'unread' | undefined;
  readonly hasComments: boolean;
}

/** The metadata of a file's documents; undefined where it is not a file of SOPS. */
export function sopsMetadata(documents: readonly Document[]): SopsMetadata | undefined {
  const block = mapping(documents[0]?.value).sops;
  if (!isMapping(block) || (block.mac === undefined && block.lastmodified === undefined)) return undefined;
  const flat = recipientsOf(block, ['sops']);
  const groups =
    flat.length > 0
      ? [flat]
      : list(block.key_groups).map((group, index) => recipientsOf(mapping(group), ['sops', 'key_groups', index]));
  const stated = typeof block.shamir_threshold === 'number' ? block.shamir_threshold : 0;
  const selectors = selectorsOf(block);
  return {
    block,
    recipients: new Map(groups.flat()),
    // One group is not split, and 0 is all groups (sops.go, UpdateMasterKeysWithKeyServices).
    threshold: groups.length > 1 && stated > 0 ? stated : groups.length,
    selectors,
    unread: [
      ...(selectors.unencryptedRegex === 'unread' ? ['unencrypted_regex'] : []),
      ...(selectors.encryptedRegex === 'unread' ? ['encrypted_regex'] : []),
    ],
  };
}

/** The lists of keys of a block or of one of its groups, each with what names its key. */
const keyLists: readonly (readonly [list: string, name: (key: Mapping) => string])[] = [
  ['age', ({ recipient }) => scalarText(recipient)],
  ['pgp', ({ fp }) => scalarText(fp).toUpperCase()],
  ['kms', ({ arn }) => scalarText(arn)],
  ['gcp_kms', ({ resource_id }) => scalarText(resource_id)],
  // Another version of a key is its rotation.
  ['azure_kv', ({ vault_url, name }) => `${scalarText(vault_url)}/keys/${scalarText(name)}`],
  ['hc_vault', (key) => [key.vault_address, key.engine_path, key.key_name].map(scalarText).join('/')],
  ['hckms', ({ key_id }) => scalarText(key_id)],
];

function recipientsOf(group: Mapping, path: Path): readonly (readonly [recipient: string, path: Path])[] {
  return keyLists.flatMap(([kind, name]) =>
    list(group[kind]).map((key, index) => [`${kind} ${name(mapping(key))}`, [...path, kind, index]] as const),
  );
}

function selectorsOf(block: Mapping): Selectors {
  const value = (name: string) => text(block[name]) ?? '';
  const regexes = ['unencrypted_regex', 'encrypted_regex', 'unencrypted_comment_regex', 'encrypted_comment_regex'];
  const hasAny = [...regexes, 'encrypted_suffix', 'unencrypted_suffix'].some((name) => value(name) !== '');
  return {
    unencryptedSuffix: hasAny ? value('unencrypted_suffix') : '_unencrypted',
    encryptedSuffix: value('encrypted_suffix'),
    unencryptedRegex: patternOf(value('unencrypted_regex')),
    encryptedRegex: patternOf(value('encrypted_regex')),
    hasComments: value('unencrypted_comment_regex') !== '' || value('encrypted_comment_regex') !== '',
  };
}

function patternOf(pattern: string): Pattern | 'unread' | undefined {
  if (pattern === '') return undefined;
  try {
    return new Pattern(pattern);
  } catch (error) {
    if (error instanceof UnreadPatternError) return 'unread';
    throw error;
  }
}

/**
 * Whether SOPS encrypts the leaf below these keys (sops.go, shouldBeEncrypted): patterns are unanchored, and each key on the way
 * counts; undefined where a pattern could not be read, or comments decide.
 */
export function isSelected(selectors: Selectors | undefined, keys: readonly string[]): boolean | undefined {
  if (selectors === undefined || selectors.hasComments) return undefined;
  const { unencryptedSuffix, encryptedSuffix, unencryptedRegex, encryptedRegex } = selectors;
  let selected: boolean | undefined = true;
  if (unencryptedSuffix !== '' && keys.some((key) => key.endsWith(unencryptedSuffix))) selected = false;
  if (encryptedSuffix !== '') selected = keys.some((key) => key.endsWith(encryptedSuffix));
  if (unencryptedRegex !== undefined) {
    const found = isInAny(unencryptedRegex, keys);
    if (found !== false) selected = found === undefined ? undefined : false;
  }
  return encryptedRegex === undefined ? selected : isInAny(encryptedRegex, keys);
}

function isInAny(pattern: Pattern | 'unread', keys: readonly string[]): boolean | undefined {
  if (pattern === 'unread') return undefined;
  const found = keys.map((key) => pattern.isIn(key));
  return found.includes(true) ? true : found.includes(undefined) ? undefined : false;
}
