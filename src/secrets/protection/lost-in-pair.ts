import { groupBy } from '../../groups.ts';
import type { Item } from './items.ts';
import type { Leaf } from './leaves.ts';
import type { LostLeaf } from './lost-leaf.ts';
import { isOpen, isReadable } from './readable.ts';
import type { Use } from './uses.ts';

const keyOf = (steps: readonly string[]): string => JSON.stringify(steps);

/** Both sides of an item, as they are compared. */
export interface Compared {
  readonly after: Item;
  /** Leaves that can be read, and were not there with this text. */
  readonly fresh: readonly Leaf[];
  readonly usesBefore: readonly Use[];
  readonly usesAfter: readonly Use[];
}

/** The values of an item that were protected in its former self and can be read now; `others` looks further. */
export function lostInPair(
  before: Item,
  after: Item,
  others: (compared: Compared) => readonly LostLeaf[],
): readonly LostLeaf[] {
  // What a definition describes is not a value of anybody, and it is much to read.
  if (after.identity?.kind === 'CustomResourceDefinition') return [];
  const old = before.content().leaves;
  if (before.uses().length === 0 && old.every(({ protection }) => protection === undefined)) return [];
  const now = after.content().leaves;
  const places = new Set(old.map(({ steps }) => keyOf(steps)));
  const texts = new Set(old.map(({ steps, text }) => keyOf([...steps, text])));
  const fresh = now.filter(
    ({ steps, text, protection }) => protection === undefined && !texts.has(keyOf([...steps, text])),
  );
  const compared = { after, fresh, usesBefore: before.uses(), usesAfter: after.uses() };
  const lost = new Map<string, LostLeaf>();
  const add = (leaves: readonly LostLeaf[]) => {
    for (const leaf of leaves) {
      const key = JSON.stringify([leaf.owner.file, leaf.steps, leaf.text]);
      if (!lost.has(key)) lost.set(key, leaf);
    }
  };
  add(lostProtections(compared, protectedAt(old), protectedAt(now)));
  if (compared.usesBefore.length > 0) {
    add(lostValues(compared));
    add(others(compared));
  }
  const isNew = ({ steps }: Leaf) => !places.has(keyOf(steps));
  add(lostVariables(byVariable(compared.usesBefore), { ...compared, fresh: fresh.filter(isNew) }));
  return [...lost.values()];
}

/** The variables that items took from Secrets, by the items' namespace and the variables' names. */
export type Variables = ReadonlyMap<string, ReadonlyMap<string, Use>>;

/** The variables of items that are gone. */
export function variablesOf(gone: readonly Item[]): Variables {
  const uses = groupBy(gone, ({ identity }) => identity?.namespace ?? '');
  return new Map([...uses].map(([namespace, items]) => [namespace, byVariable(items.flatMap((item) => item.uses()))]));
}

/** The literals of a new item under variables that items which are gone took from Secrets. */
export function lostInRecreated(gone: Variables, after: Item): readonly LostLeaf[] {
  const was = gone.get(after.identity?.namespace ?? '') ?? new Map<string, Use>();
  return was.size === 0 ? [] : lostVariables(was, { after, fresh: after.content().leaves, usesAfter: after.uses() });
}

/** A leaf that can be read, as it is reported. */
export function lostLeaf(owner: Item, { file = owner.file, steps, text, key, locate }: Leaf, how: string): LostLeaf {
  return { owner, file, steps, text, key, how, locate };
}

function protectedAt(leaves: readonly Leaf[]): ReadonlyMap<string, readonly Leaf[]> {
  return groupBy(
    leaves.filter(({ protection }) => protection !== undefined),
    ({ steps }) => keyOf(steps),
  );
}

/** Ciphertext and references that are literals now. A file that still is one of SOPS is `sops-broken`'s. */
function lostProtections(
  { after, fresh }: Compared,
  former: ReadonlyMap<string, readonly Leaf[]>,
  still: ReadonlyMap<string, readonly Leaf[]>,
): readonly LostLeaf[] {
  const texts = new Set(fresh.map(({ steps }) => keyOf(steps)));
  return fresh.flatMap((leaf) => {
    const own = keyOf(leaf.steps);
    const above = keyOf(leaf.steps.slice(0, -1));
    // What is inside a text is said by the text.
    const key = former.has(own) || texts.has(above) ? own : above;
    const was = former.get(key) ?? [];
    const how = was[0]?.protection;
    if (how === undefined || was.length <= (still.get(key)?.length ?? 0)) return [];
    if ((after.isSops && how === 'SOPS encrypted') || isSecretEntry(after, leaf) || isDescriptive(leaf)) return [];
    const isLost = how === 'SOPS encrypted' ? isOpen : isReadable;
    return isLost(leaf.text, leaf.key) ? [lostLeaf(after, leaf, how)] : [];
  });
}

/** The entries of a Secret are compared by its name, wherever they come from. */
export function isSecretEntry({ identity }: Item, { steps: [first = ''] }: Pick<Leaf, 'steps'>): boolean {
  return identity?.kind === 'Secret' && /^(?:data|stringData)$/.test(first);
}

/** What names and describes an object is not a secret of it. */
const isDescriptive = ({ steps: [first = '', second = ''] }: Leaf): boolean =>
  /^(?:apiVersion|kind|type|immutable)$/.test(first) || (first === 'metadata' && !/annotations/i.test(second));

/** What gave a value, to follow `which`. */
export const cameFrom = ({ field, name }: Use): string =>
  `came from ${field === 'csi' ? 'SecretProviderClass' : 'Secret'}${name === '' ? 's' : ` ${name}`}`;

/** `valueFrom` that is a literal now. */
function lostValues({ after, fresh, usesBefore, usesAfter }: Compared): readonly LostLeaf[] {
  const isValue = ({ is, of }: Use) => is === 'value' && of === 'Secret';
  // Items of a JSON patch often share a path: only the variable's name tells them apart.
  const placeOf = ({ holder, holderName }: Use) => keyOf([...holder, holderName]);
  const still = new Set(usesAfter.filter(isValue).map(placeOf));
  const was = new Map(usesBefore.filter(isValue).map((use) => [placeOf(use), use]));
  return fresh.flatMap((leaf) => {
    const holders = [leaf.steps, ...(leaf.steps.at(-1) === 'value' ? [leaf.steps.slice(0, -1)] : [])];
    const places = holders.map((holder) => keyOf([...holder, leaf.key]));
    const use = places.flatMap((place) => was.get(place) ?? [])[0];
    if (use === undefined || places.some((place) => still.has(place))) return [];
    return isReadable(leaf.text, leaf.key) ? [lostLeaf(after, leaf, cameFrom(use))] : [];
  });
}

/** The name of a variable in an item of `env`: `[…, env, [NAME], value]`. */
export function variableOf(steps: readonly string[]): string | undefined {
  return /^\[(.+)\]$/.exec(steps.at(-1) ?? '')?.[1];
}

const byVariable = (uses: readonly Use[]): ReadonlyMap<string, Use> =>
  new Map(
    uses.flatMap((use) => {
      const { is, of, holder } = use;
      const name = is === 'value' && of === 'Secret' && holder.at(-2) === 'env' ? variableOf(holder) : undefined;
      return name === undefined ? [] : [[name, use] as const];
    }),
  );

/** Variables that came from a Secret in some container, and are literals in one that had none of that name. */
function lostVariables(
  was: ReadonlyMap<string, Use>,
  { after, fresh, usesAfter }: Pick<Compared, 'after' | 'fresh' | 'usesAfter'>,
): readonly LostLeaf[] {
  if (was.size === 0) return [];
  const still = byVariable(usesAfter);
  return fresh.flatMap((leaf) => {
    const item = leaf.steps.slice(0, -1);
    if (leaf.steps.at(-1) !== 'value' || item.at(-2) !== 'env') return [];
    const name = variableOf(item);
    const use = was.get(name ?? '');
    if (name === undefined || use === undefined || still.has(name) || !isReadable(leaf.text, name)) return [];
    return [lostLeaf(after, leaf, cameFrom(use))];
  });
}
