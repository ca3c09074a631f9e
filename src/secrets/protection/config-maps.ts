import { groupBy } from '../../groups.ts';
import { isKustomization } from '../../kube/kustomization.ts';
import { list, mapping, scalarText, text } from '../../plain-values.ts';
import { isPlainSetting } from '../judge/plain-setting.ts';
import { namesSetting } from '../judge/plain-value.ts';
import type { PackedTexts } from './entries.ts';
import type { Item } from './items.ts';
import { type Leaf, textLeaves } from './leaves.ts';
import { type Compared, cameFrom, lostLeaf, variableOf } from './lost-in-pair.ts';
import type { LostLeaf } from './lost-leaf.ts';
import { mayBeSame } from './provided.ts';
import { isReadable, readableOf } from './readable.ts';
import type { Use } from './uses.ts';

/** What a change says of a ConfigMap. */
export interface ConfigMap {
  readonly owner: Item;
  readonly name: string;
  readonly namespace: string | undefined;
  /** Its entries, by key: what each holds, and what is said in it where it is a file. */
  entries(): ReadonlyMap<string, readonly Leaf[]>;
}

/** The ConfigMaps that one side of a change writes or generates. */
export class ConfigMaps {
  readonly all: readonly ConfigMap[];
  readonly #byName: ReadonlyMap<string, readonly ConfigMap[]>;
  #held: ReadonlySet<string> | undefined;

  constructor(all: readonly ConfigMap[]) {
    this.all = all;
    this.#byName = groupBy(all, ({ name }) => name);
  }

  /** Those of a name; what states no namespace may be in any. */
  called(name: string, namespace: string | undefined): readonly ConfigMap[] {
    return (this.#byName.get(name) ?? []).filter((each) => mayBeSame(each.namespace, namespace));
  }

  /** Whether one of them says the same under the same key. */
  holds({ key, text }: Leaf): boolean {
    this.#held ??= new Set(
      this.all.flatMap(({ entries }) =>
        [...entries().values()].flat().map((leaf) => JSON.stringify([leaf.key, leaf.text])),
      ),
    );
    return this.#held.has(JSON.stringify([key, text]));
  }
}

/** The ConfigMaps of the items of a side. */
export function configMapsOf(items: readonly Item[], texts: PackedTexts): readonly ConfigMap[] {
  return items.flatMap((owner): readonly ConfigMap[] => {
    if (isKustomization(owner.file)) return generated(owner, texts);
    const { identity } = owner;
    if (identity?.kind !== 'ConfigMap' || identity.group !== '') return [];
    const own = () => owner.content().leaves.filter(({ steps: [field = ''] }) => /^(?:data|binaryData)$/.test(field));
    return [configMap(owner, identity, own)];
  });
}

/** `leaves` is asked once, and only where one of them is looked for. */
function configMap(
  owner: Item,
  { name, namespace }: Pick<ConfigMap, 'name' | 'namespace'>,
  leaves: () => readonly Leaf[],
): ConfigMap {
  let byKey: ReadonlyMap<string, readonly Leaf[]> | undefined;
  return {
    owner,
    name,
    namespace,
    entries: () => (byKey ??= groupBy(leaves(), ({ steps }) => steps.slice(1)[entryAt(steps)] ?? '')),
  };
}

/** Where the key of an entry is behind the field that holds it: `data.KEY`, `configMapGenerator[name].literals.KEY`. */
const entryAt = ([field]: readonly string[]): number => (field === 'configMapGenerator' ? 2 : 0);

const first = { line: 1, column: 1 };

function generated(owner: Item, texts: PackedTexts): readonly ConfigMap[] {
  const { source } = owner;
  return list(mapping(source?.value).configMapGenerator).map((generator, at) => {
    const { name, namespace, literals, files, envs, env } = mapping(generator);
    const steps = (field: string, ...more: readonly string[]) => [
      'configMapGenerator',
      `[${text(name) ?? ''}]`,
      field,
      ...more,
    ];
    const packed = (file: unknown) => {
      const found = texts.packed(owner, file);
      const { content, isEncrypted } = found;
      return content === undefined || isEncrypted || !texts.mayRead(content) ? [] : [{ ...found, content }];
    };
    const inFile = (leaf: Leaf, file: string, before: readonly string[]): Leaf => ({
      ...leaf,
      file,
      steps: [...before, ...leaf.steps],
    });
    const leaves = (): readonly Leaf[] => [
      ...list(literals).map((literal, index): Leaf => {
        const [key = '', ...rest] = scalarText(literal).split('=');
        const locate = () => source?.valueAt(['configMapGenerator', at, 'literals', index]) ?? first;
        return { steps: steps('literals', key), key, text: rest.join('='), protection: undefined, locate };
      }),
      ...list(files)
        .flatMap(packed)
        .flatMap(({ key, path, content }): readonly Leaf[] => [
          { file: path, steps: steps('files', key), key, text: content, protection: undefined, locate: () => first },
          ...textLeaves(content, false).map((leaf) => inFile(leaf, path, steps('files', key))),
        ]),
      ...[...list(envs), env]
        .flatMap(packed)
        .flatMap(({ path, content }) => textLeaves(content, false).map((leaf) => inFile(leaf, path, steps('envs')))),
    ];
    return configMap(owner, { name: text(name) ?? '', namespace: text(namespace) }, leaves);
  });
}

/** Both sides' ConfigMaps. */
export interface BothConfigMaps {
  readonly before: ConfigMaps;
  readonly after: ConfigMaps;
  /** Entries of the latter that were looked at: what many take is found once. */
  readonly seen: Set<readonly Leaf[]>;
}

/** What came from a Secret and comes from a ConfigMap now: its entries where the change writes it, else where it is named. */
export function lostToConfigMaps(
  { after, usesBefore, usesAfter }: Compared,
  configMaps: BothConfigMaps,
): readonly LostLeaf[] {
  const placeOf = ({ of, is, holder }: Pick<Use, 'of' | 'is' | 'holder'>) => JSON.stringify([of, is, holder]);
  const useOf = (use: Use) => JSON.stringify([placeOf(use), use.name, use.key]);
  const [old, now] = [groupBy(usesBefore, placeOf), groupBy(usesAfter, placeOf)];
  const known = new Set(usesBefore.map(useOf));
  return usesAfter.flatMap((use): readonly LostLeaf[] => {
    if (use.of !== 'ConfigMap' || use.is === 'field') return [];
    const secrets = placeOf({ ...use, of: 'Secret' });
    const [was, still] = [old.get(secrets) ?? [], now.get(secrets) ?? []];
    const [secret] = was;
    if (secret === undefined || was.length <= still.length || known.has(useOf(use))) return [];
    const written = configMaps.after.called(use.name, after.identity?.namespace);
    return (
      (use.is === 'value' ? fromEntry(written, use, secret) : fromWhole(written, use, secret, configMaps)) ??
      fromUnknown(after, use, secret)
    );
  });
}

function fromUnknown(owner: Item, use: Use, secret: Use): readonly LostLeaf[] {
  const { is, holder, field, name, locate } = use;
  const key = nameOf(use);
  if (is === 'value' && [key, use.key ?? key].some((each) => namesSetting(each) || isPlainSetting('x', each)))
    return [];
  const steps = is === 'value' ? holder : [...holder, field];
  const how = cameFrom(secret);
  return [{ owner, file: owner.file, steps, text: undefined, key, how, from: `from ConfigMap ${name}`, locate }];
}

/** Undefined where the change does not write what is used. */
function fromEntry(written: readonly ConfigMap[], use: Use, secret: Use): readonly LostLeaf[] | undefined {
  const { key } = use;
  if (key === undefined) return written.length === 0 ? undefined : [];
  const found = written.flatMap(({ owner, entries }) => {
    const [leaf] = entries().get(key) ?? [];
    return leaf === undefined ? [] : [{ owner, leaf }];
  });
  if (found.length === 0) return undefined;
  return found
    .filter(({ leaf }) => [leaf.key, nameOf(use)].every((name) => isReadable(leaf.text, name)))
    .map(({ owner, leaf }) => lostLeaf(owner, leaf, cameFrom(secret)));
}

/** Of all that a ConfigMap holds, or of the entry that is named, what no ConfigMap held before. */
function fromWhole(
  written: readonly ConfigMap[],
  { key }: Use,
  secret: Use,
  { before, seen }: BothConfigMaps,
): readonly LostLeaf[] | undefined {
  if (written.length === 0) return undefined;
  return written.flatMap(({ owner, entries }) => {
    const wanted = key === undefined ? [...entries().values()] : [entries().get(key) ?? []];
    const fresh = wanted.filter((leaves) => !seen.has(leaves));
    for (const leaves of fresh) seen.add(leaves);
    return fresh
      .flatMap(readableOf)
      .filter((leaf) => !before.holds(leaf))
      .map((leaf) => lostLeaf(owner, leaf, cameFrom(secret)));
  });
}

const nameOf = ({ holder }: Use): string => variableOf(holder) ?? holder.at(-1) ?? '';
