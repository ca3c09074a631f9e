import { addTo, groupBy } from '../../groups.ts';
import { isKustomization } from '../../kube/kustomization.ts';
import { list, mapping, scalarText, text } from '../../plain-values.ts';
import { ConfigMaps, configMapsOf } from './config-maps.ts';
import { type Entry, entriesOf, type PackedTexts } from './entries.ts';
import type { Item } from './items.ts';
import { lostLeaf } from './lost-in-pair.ts';
import type { LostLeaf } from './lost-leaf.ts';
import { mayBeSame, type ProvidedSecret, providedBy } from './provided.ts';
import { readableOf } from './readable.ts';

/** The items of a scope on one side, with the texts of its files. */
export interface ScopeSide {
  readonly items: readonly Item[];
  readonly texts: PackedTexts;
}

interface Provided extends ProvidedSecret {
  readonly file: string;
}

/** Entries of Secrets that something protected provided, and that are literals now: under the same name, or in the Secret that took its place. */
export function lostEntries(before: ScopeSide, after: ScopeSide): readonly LostLeaf[] {
  const provided = byName(providedIn(before));
  if (provided.size === 0) return [];
  const still = byName(providedIn(after));
  const old = entriesByName(before);
  const now = entriesByName(after);
  const gone = new Gone([...provided].flatMap(([name, all]) => (still.has(name) || now.has(name) ? [] : all)));
  const lost: LostLeaf[] = [];
  for (const [name, entries] of now) {
    const former = provided.get(name) ?? (old.has(name) ? [] : gone.replacedBy(entries));
    if (former.length === 0) continue;
    const wasReadable = new Set((old.get(name) ?? []).flatMap((entry) => (entry.isLiteral() ? [entry.key] : [])));
    for (const entry of entries) {
      const was = former.find((each) => provides(each, entry)) ?? former.find((each) => isGone(each, still.get(name)));
      if (was === undefined || wasReadable.has(entry.key) || !mayBeSame(was.namespace, entry.namespace)) continue;
      if ((still.get(name) ?? []).some((each) => provides(each, entry))) continue;
      const isOpen = was.how === 'SOPS encrypted' && provides(was, entry) ? entry.isOpen() : entry.isLiteral();
      if (!isOpen) continue;
      const { item: owner, file, steps, text: written, key, locate } = entry;
      lost.push({ owner, file, steps, text: written, key, how: was.how, locate });
    }
  }
  return lost;
}

/** Entries of ConfigMaps that something protected provided in a Secret: of the same name, or of another one that is gone and had them. */
export function lostToNamesakes(before: ScopeSide, after: ScopeSide): readonly LostLeaf[] {
  const provided = byName(providedIn(before));
  if (provided.size === 0) return [];
  const still = byName(providedIn(after));
  const old = new ConfigMaps(configMapsOf(before.items, before.texts));
  const gone = new Gone(
    [...provided].flatMap(([name, all]) => (still.has(name) ? [] : all.filter(({ keys }) => keys !== undefined))),
  );
  return configMapsOf(after.items, after.texts).flatMap(({ owner, name, namespace, entries }) =>
    [...entries()].flatMap(([key, leaves]) => {
      const entry = { item: owner, namespace, key };
      const isNew = old.called(name, namespace).length === 0;
      const was = (provided.get(name) ?? (isNew ? gone.replacedBy([entry]) : [])).find((each) => provides(each, entry));
      if (was === undefined || (still.get(name) ?? []).some((each) => provides(each, entry))) return [];
      return readableOf(leaves)
        .filter((leaf) => !old.holds(leaf))
        .map((leaf) => lostLeaf(owner, leaf, was.how));
    }),
  );
}

function providedIn({ items, texts }: ScopeSide): readonly Provided[] {
  return items.flatMap((item) => {
    const { file } = item;
    return [...providedBy(item), ...generatedSecrets(item, texts)].map((secret) => ({ ...secret, file }));
  });
}

const encryptedName = /(?:^|[._/-])(?:sops|enc|encrypted|age|gpg|asc|vault)(?:[._-]|$)/i;

/** The Secrets that a kustomization generates of files that are encrypted, by what they hold or by their names where they are unchanged. */
function generatedSecrets(item: Item, texts: PackedTexts): readonly ProvidedSecret[] {
  if (!isKustomization(item.file)) return [];
  return list(mapping(item.source?.value).secretGenerator)
    .map(mapping)
    .flatMap(({ name, namespace, files, envs, env }) => {
      const isAnyEncrypted = [...list(files), ...list(envs), env].some((file) => {
        const { content, isEncrypted } = texts.packed(item, file);
        return content === undefined ? encryptedName.test(scalarText(file)) : isEncrypted;
      });
      if (!isAnyEncrypted) return [];
      const how = 'encrypted files held';
      return [{ namespace: text(namespace), name: text(name) ?? '', keys: undefined, how }];
    });
}

function byName(secrets: readonly Provided[]): Map<string, Provided[]> {
  const groups = new Map<string, Provided[]>();
  for (const secret of secrets) addTo(groups, secret.name, secret);
  return groups;
}

function entriesByName({ items, texts }: ScopeSide): ReadonlyMap<string, readonly Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const item of items) for (const entry of entriesOf(item, texts)) addTo(groups, entry.name, entry);
  return groups;
}

function provides({ keys, namespace }: ProvidedSecret, entry: Pick<Entry, 'namespace' | 'key'>): boolean {
  return mayBeSame(namespace, entry.namespace) && (keys === undefined || keys.has(entry.key));
}

/** Whether nothing provides the Secret any more, so that all of its entries took the place of those that it had. */
function isGone({ namespace }: ProvidedSecret, still: readonly ProvidedSecret[] = []): boolean {
  return !still.some((each) => mayBeSame(each.namespace, namespace));
}

/** Secrets that nothing provides any more: one that was in the same file, or had an entry of the same key, was renamed. */
class Gone {
  readonly #byFile: ReadonlyMap<string, readonly Provided[]>;
  readonly #byKey = new Map<string, Provided[]>();

  constructor(secrets: readonly Provided[]) {
    this.#byFile = groupBy(secrets, ({ file }) => file);
    for (const secret of secrets) for (const key of secret.keys ?? []) addTo(this.#byKey, key, secret);
  }

  replacedBy(entries: readonly Pick<Entry, 'item' | 'namespace' | 'key'>[]): readonly Provided[] {
    const found = entries.flatMap((entry) => {
      const own = this.#byFile.get(entry.item.file) ?? this.#byKey.get(entry.key) ?? [];
      return own.find(({ namespace }) => mayBeSame(namespace, entry.namespace)) ?? [];
    });
    return [...new Set(found)];
  }
}
