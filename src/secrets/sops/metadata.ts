import { isMapping, list, type Mapping, mapping, scalarText } from '../../plain-values.ts';
import type { Path } from '../../yaml/document.ts';
import { isTrue } from './as-written.ts';
import { type KeyGroups, placesInGroups, type Recipients } from './key-groups.ts';
import { type Selectors, selectorsOf } from './selectors.ts';

/** What SOPS reads of a file before it decrypts it (getsops/sops, stores/stores.go): the `sops` block of the first document. */
export interface SopsMetadata extends KeyGroups {
  readonly mac: string;
  readonly lastModified: string;
  readonly macOnlyEncrypted: boolean;
  /** Who can decrypt, by what SOPS calls them: `age age1…`; with the path in the block. */
  readonly recipients: ReadonlyMap<string, Path>;
  readonly selectors: Selectors;
}

/** The metadata that a file's `sops` block holds; undefined where it is not one of SOPS. */
export function sopsMetadata(stated: unknown): SopsMetadata | undefined {
  if (!isMapping(stated)) return undefined;
  const block = foldedKeys(stated);
  if (block.mac === undefined && block.lastmodified === undefined) return undefined;
  const flat = recipientsOf(block, []);
  const groups =
    flat.length > 0
      ? [flat]
      : several(block.key_groups).map((group, index) =>
          recipientsOf(foldedKeys(mapping(group)), ['key_groups', index]),
        );
  return {
    mac: scalarText(block.mac),
    lastModified: scalarText(block.lastmodified),
    macOnlyEncrypted: isTrue(scalarText(block.mac_only_encrypted)),
    recipients: new Map(groups.flat()),
    placesOf: placesInGroups(groups),
    threshold: thresholdOf(block.shamir_threshold, groups.length),
    selectors: selectorsOf(block),
  };
}

/** Key groups that are needed: one is not split, and 0 is all of them (sops.go, UpdateMasterKeysWithKeyServices). */
export function thresholdOf(stated: unknown, groups: number): number {
  const threshold = Number(scalarText(stated));
  return groups > 1 && threshold > 0 ? threshold : groups;
}

/** Keys are found whatever their case where none is written exactly (mapstructure, which reads the block). */
function foldedKeys(block: Mapping): Mapping {
  const folded: Record<string, unknown> = Object.create(null);
  for (const [key, value] of Object.entries(block)) {
    const lower = key.toLowerCase();
    if (key === lower || !(Object.hasOwn(folded, lower) || Object.hasOwn(block, lower))) folded[lower] = value;
  }
  return folded;
}

/** A single value counts as a list of it. */
const several = (value: unknown): readonly unknown[] => (isMapping(value) ? [value] : list(value));

/** A fingerprint without spaces and prefix: gpg takes them all for the same. */
export const fingerprintOf = (stated: string): string => stated.replace(/\s+/g, '').replace(/^0x/i, '').toUpperCase();

/** The lists of keys of a block or of one of its groups, each with what names its key. */
const keyLists: readonly (readonly [list: string, name: (key: Mapping) => string])[] = [
  ['age', ({ recipient }) => scalarText(recipient)],
  ['pgp', ({ fp }) => fingerprintOf(scalarText(fp))],
  ['kms', ({ arn }) => scalarText(arn)],
  ['gcp_kms', ({ resource_id }) => scalarText(resource_id)],
  // Another version of a key is its rotation.
  ['azure_kv', ({ vault_url, name }) => `${scalarText(vault_url)}/keys/${scalarText(name)}`],
  ['hc_vault', (key) => [key.vault_address, key.engine_path, key.key_name].map(scalarText).join('/')],
  ['hckms', ({ key_id }) => scalarText(key_id)],
];

function recipientsOf(group: Mapping, path: Path): Recipients {
  return keyLists.flatMap(([kind, name]) =>
    several(group[kind]).map(
      (key, index) => [`${kind} ${name(foldedKeys(mapping(key)))}`, [...path, kind, index]] as const,
    ),
  );
}
