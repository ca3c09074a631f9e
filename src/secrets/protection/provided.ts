import type { ObjectIdentity } from '../../kube/resource.ts';
import { type Mapping, mapping, scalarText, text } from '../../plain-values.ts';
import { decodeBase64Text } from '../value/decode.ts';
import { cipherScheme, isSopsValue } from '../value/encrypted.ts';
import { filledInBy } from '../value/reference.ts';
import type { Item } from './items.ts';
import { secretsMadeBy } from './makers.ts';

/** A Secret that something makes without its values being in the repository, or whose values are there encrypted. */
export interface ProvidedSecret {
  /** Undefined where it is not stated. */
  readonly namespace: string | undefined;
  readonly name: string;
  /** Undefined where the repository does not say which. */
  readonly keys: ReadonlySet<string> | undefined;
  /** How it is protected, to follow `which`: `ExternalSecret shop/db provided`. */
  readonly how: string;
}

/** One that another object makes. */
export interface MadeByObject extends ProvidedSecret {
  /** `ExternalSecret shop/db`. */
  readonly by: string;
}

/** The Secrets that an item provides. */
export function providedBy(item: Item): readonly ProvidedSecret[] {
  const { identity, source } = item;
  if (identity === undefined || source === undefined) return [];
  const value = mapping(source.value);
  return identity.kind === 'Secret' && identity.group === '' ? encryptedSecret(item, value) : madeBy(identity, value);
}

/** The Secrets that an object makes; none where it is one itself. */
export function madeBy({ group, kind, namespace, name }: ObjectIdentity, value: Mapping): readonly MadeByObject[] {
  const by = `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`;
  return secretsMadeBy(group, kind, value).map((made) => ({
    namespace: text(made.namespace) ?? namespace,
    name: text(made.name) ?? name,
    keys: made.keys === undefined ? undefined : new Set(made.keys),
    by,
    how: `${by} ${kind === 'SealedSecret' ? 'encrypted' : 'provided'}`,
  }));
}

/** A Secret whose entries are ciphertext or references. */
function encryptedSecret({ identity, isSops }: Item, value: Mapping): readonly ProvidedSecret[] {
  const annotations = mapping(mapping(value.metadata).annotations);
  const argoVaultPlugin = scalarText(annotations['avp.kubernetes.io/path']) !== '';
  const howOf = (entry: unknown): string | undefined => {
    const written = scalarText(entry).trim();
    if (isSops && isSopsValue(written)) return 'SOPS encrypted';
    const decoded = decodeBase64Text(written)?.trim() ?? written;
    const scheme = cipherScheme(written) ?? cipherScheme(decoded);
    if (scheme !== undefined) return `${scheme} encrypted`;
    return filledInBy(written, { argoVaultPlugin }) ?? filledInBy(decoded, { argoVaultPlugin });
  };
  const entries = Object.entries({ ...mapping(value.data), ...mapping(value.stringData) });
  const protectedEntries = entries.flatMap(([key, entry]) => {
    const how = howOf(entry);
    return how === undefined ? [] : [[key, how] as const];
  });
  return [...new Set(protectedEntries.map(([, how]) => how))].map((how) => ({
    namespace: identity?.namespace,
    name: identity?.name ?? '',
    keys: new Set(protectedEntries.filter((entry) => entry[1] === how).map(([key]) => key)),
    how,
  }));
}

/** Whether two namespaces can be one: what states none may be in any. */
export function mayBeSame(one: string | undefined, other: string | undefined): boolean {
  return one === undefined || other === undefined || one === other;
}
