import type { Position } from '../../kube/resource.ts';
import { isMapping, list, type Mapping, mapping, scalarText } from '../../plain-values.ts';
import type { Document, Path } from '../../yaml/document.ts';
import { asWritten, isTrue } from './as-written.ts';
import { type KeyGroups, placesInGroups, type Recipients } from './key-groups.ts';
import { fingerprintOf, thresholdOf } from './metadata.ts';
import { patternOf, type Selectors, selectorsOf } from './selectors.ts';

/** A `.sops.yaml` (getsops/sops, config/config.go). */
export interface SopsConfig {
  readonly path: string;
  readonly document: Document | undefined;
  /** Undefined where it states none: SOPS then goes on as without the file. */
  readonly rules: readonly CreationRule[] | undefined;
  /** Whether SOPS could not read it either, and then encrypts nothing. */
  readonly isBroken: boolean;
}

/** One of its creation rules: how the files are encrypted whose path it is the first to match. */
export interface CreationRule extends KeyGroups {
  readonly config: SopsConfig;
  readonly path: Path;
  /** `path_regex` as it is written; empty for all files. */
  readonly regex: string;
  readonly pattern: ReturnType<typeof patternOf>;
  /** As a file's `sops` block names them. */
  readonly recipients: ReadonlyMap<string, Path>;
  readonly selectors: Selectors;
  readonly macOnlyEncrypted: boolean;
}

/** The rule that holds for a path, or why there is none. */
export type RuleFound =
  | { readonly is: 'rule'; readonly rule: CreationRule }
  /** No file says anything of it. */
  | { readonly is: 'none' }
  /** The nearest file has no rule for it, or one whose pattern could not be read comes first. */
  | { readonly is: 'unmatched' | 'unknown'; readonly config: SopsConfig };

export const isSopsConfig = (path: string): boolean => /(?:^|\/)\.sops\.yaml$/.test(path);

/** Reads the file's first document, as SOPS does. */
export function readSopsConfig(
  path: string,
  text: string,
  documents: readonly Document[],
  isWhole: boolean,
): SopsConfig {
  const [document] = documents;
  const value = mapping(document?.value).creation_rules;
  const stated = document === undefined ? value : asWritten(document, text, ['creation_rules'])(value);
  const rules: CreationRule[] = [];
  const isBroken = !isWhole || (stated !== undefined && stated !== null && !Array.isArray(stated));
  const config: SopsConfig = { path, document, rules: Array.isArray(stated) ? rules : undefined, isBroken };
  for (const [index, item] of list(stated).entries()) rules.push(creationRule(config, mapping(item), index));
  return config;
}

function creationRule(config: SopsConfig, stated: Mapping, index: number): CreationRule {
  const path = ['creation_rules', index];
  const groups = list(stated.key_groups);
  const recipients =
    groups.length > 0
      ? groups.map((group, at) => groupRecipients(mapping(group), [...path, 'key_groups', at]))
      : [recipientsIn(stated, path, { azure: 'azure_keyvault', vault: 'hc_vault_transit_uri' })];
  const regex = scalarText(stated.path_regex);
  return {
    config,
    path,
    regex,
    pattern: patternOf(regex),
    recipients: new Map(recipients.flat()),
    placesOf: placesInGroups(recipients),
    threshold: thresholdOf(stated.shamir_threshold, recipients.length),
    selectors: selectorsOf(stated),
    macOnlyEncrypted: isTrue(scalarText(stated.mac_only_encrypted)),
  };
}

/** Groups may be merged into one another as deep as a document may be nested (config.go, extractMasterKeys). */
function groupRecipients(group: Mapping, path: Path): Recipients {
  return [
    ...list(group.merge).flatMap((each, index) => groupRecipients(mapping(each), [...path, 'merge', index])),
    ...recipientsIn(group, path, { azure: 'azure_keyvault', vault: 'hc_vault' }),
  ];
}

/** Keys are text, separated by commas or in a list, or in groups mappings. */
function recipientsIn(stated: Mapping, path: Path, names: { azure: string; vault: string }): Recipients {
  const all = (key: string, name: (item: string | Mapping) => string, isKind = key): Recipients => {
    const value = stated[key];
    const items = Array.isArray(value) ? value : [value];
    return items.flatMap((item, index) => {
      const at = Array.isArray(value) ? [...path, key, index] : [...path, key];
      const each = isMapping(item) ? [item] : scalarText(item).split(isKind === 'pgp' ? betweenFingerprints : ',');
      return each
        .map((one) => (typeof one === 'string' ? one.trim() : one))
        .filter((one) => one !== '')
        .map((one) => [`${isKind} ${name(one)}`, at] as const);
    });
  };
  const field = (key: string) => (item: string | Mapping) => (typeof item === 'string' ? item : scalarText(item[key]));
  return [
    ...all('age', field('recipient')),
    ...all('pgp', (item) => fingerprintOf(field('fp')(item))),
    // A role may follow (kms/keysource.go).
    ...all('kms', (item) =>
      field('arn')(item)
        .replaceAll(' ', '')
        .replace(/\+arn:.*$/, ''),
    ),
    ...all('gcp_kms', field('resource_id')),
    ...all('hckms', field('key_id')),
    ...all(names.azure, azureName, 'azure_kv'),
    ...all(names.vault, (item) => vaultName(field('uri')(item)), 'hc_vault'),
  ];
}

/** Also where the comma is missing: SOPS finds no such key, but who puts it in adds none either. */
const betweenFingerprints = /,|\s+(?=0[xX]|[0-9A-Fa-f]{40}(?![0-9A-Fa-f]))/;

/** Without its version, as in the block of a file. */
function azureName(item: string | Mapping): string {
  if (typeof item !== 'string') return `${scalarText(item.vaultUrl)}/keys/${scalarText(item.key)}`;
  return item.replace(/^(https:\/\/[^/]+\/keys\/[^/]+)\/[^/]*$/, '$1');
}

/** `https://vault/v1/transit/keys/name` as the block of a file says it: address, engine, key. */
function vaultName(uri: string): string {
  const match = /^(\w+:\/\/[^/]+)\/v1\/(.{1,200})\/keys\/([^/]{1,200})\/?$/.exec(uri);
  return match === null ? uri : match.slice(1).join('/');
}

/** Rules that are tried on paths at most, and steps of their patterns; beyond, none is known to hold. */
const most = { tried: 3_000_000, steps: 50_000_000 };

/** The configurations of one side. */
export class SopsConfigs {
  readonly all: readonly SopsConfig[];
  readonly #byFolder: ReadonlyMap<string, SopsConfig>;
  #tried = 0;
  #steps = 0;

  constructor(all: readonly SopsConfig[]) {
    this.all = all;
    this.#byFolder = new Map(all.map((config) => [folderOf(config.path), config]));
  }

  /**
   * The first rule that matches a path in the nearest file at or above its folder. SOPS looks from the folder it is called in
   * (config.go, LookupConfigFile), which is that of the file or one above.
   */
  ruleFor(path: string): RuleFound {
    const config = this.nearest(path);
    if (config?.isBroken === true) return { is: 'unknown', config };
    if (config?.rules === undefined) return { is: 'none' };
    for (const rule of config.rules) {
      const isMatch = this.matches(rule, path);
      if (isMatch === undefined) return { is: 'unknown', config };
      if (isMatch) return { is: 'rule', rule };
    }
    return { is: 'unmatched', config };
  }

  nearest(path: string): SopsConfig | undefined {
    if (this.#byFolder.size === 0) return undefined;
    for (let folder = folderOf(path); ; folder = folderOf(folder.slice(0, -1))) {
      const config = this.#byFolder.get(folder);
      if (config !== undefined || folder === '') return config;
    }
  }

  /** Whether a rule's pattern is in a path below its file's folder, from there; undefined where that is not known. */
  matches({ config, regex, pattern }: CreationRule, path: string): boolean | undefined {
    if (regex === '') return true;
    if (this.#tried++ > most.tried || this.#steps > most.steps || typeof pattern !== 'object') return undefined;
    const before = pattern.taken;
    const isMatch = pattern.isIn(path.slice(folderOf(config.path).length));
    // Each pattern has a bound of its own, but the author of a change may write any number of them.
    this.#steps += pattern.taken - before;
    return isMatch;
  }
}

/** `a/b/`; '' at the top. */
export const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

/** The place of an entry of a configuration. */
export function placeOf({ path, document }: SopsConfig, at: Path): Position {
  return { file: path, ...(document?.at(at) ?? { line: 1, column: 1 }) };
}
