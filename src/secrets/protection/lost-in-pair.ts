import { groupBy } from '../../groups.ts';
import { isMadeUp } from '../judge/plain-value.ts';
import { credentialKey } from '../value/credential-key.ts';
import { looksRandom } from '../value/entropy.ts';
import type { Item } from './items.ts';
import type { Leaf } from './leaves.ts';
import type { LostLeaf } from './lost-leaf.ts';
import { isReadable } from './readable.ts';
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

/** The values of an item that were protected in its former self and can be read now; `others` looks for them elsewhere. */
export function lostInPair(
  before: Item,
  after: Item,
  others: (compared: Compared) => readonly LostLeaf[],
): readonly LostLeaf[] {
  const old = before.content().leaves;
  if (before.uses().length === 0 && old.every(({ protection }) => protection === undefined)) return [];
  const now = after.content().leaves;
  const former = groupBy(old, ({ steps }) => keyOf(steps));
  const isFresh = ({ steps, text, protection }: Leaf) =>
    protection === undefined && !(former.get(keyOf(steps)) ?? []).some((leaf) => leaf.text === text);
  const fresh = now.filter(isFresh);
  const compared = { after, fresh, usesBefore: before.uses(), usesAfter: after.uses() };
  const lost = new Map<string, LostLeaf>();
  const add = (leaves: readonly LostLeaf[]) => {
    for (const leaf of leaves) {
      const key = JSON.stringify([leaf.owner.file, leaf.steps, leaf.text]);
      if (!lost.has(key)) lost.set(key, leaf);
    }
  };
  add(lostProtections(compared, former, now));
  if (compared.usesBefore.length > 0) {
    add(lostValues(compared));
    add(lostFields(compared));
    add(others(compared));
  }
  const isNew = ({ steps }: Leaf) => !former.has(keyOf(steps));
  add(lostVariables(compared.usesBefore, { ...compared, fresh: fresh.filter(isNew) }));
  return [...lost.values()];
}

/** The literals of a new item under variables that items which are gone took from Secrets. */
export function lostInRecreated(gone: readonly Item[], after: Item): readonly LostLeaf[] {
  const near = gone.filter(({ identity }) => identity?.namespace === after.identity?.namespace);
  const uses = near.flatMap((item) => item.uses());
  return uses.length === 0
    ? []
    : lostVariables(uses, { after, fresh: after.content().leaves, usesAfter: after.uses() });
}

/** A leaf that can be read, as it is told. */
export function lostLeaf(owner: Item, { steps, text, key, locate }: Leaf, how: string): LostLeaf {
  return { owner, file: owner.file, steps, text, key, how, locate };
}

/** Ciphertext and references that are literals now. A file that still is one of SOPS is `sops-broken`'s. */
function lostProtections(
  { after, fresh }: Compared,
  former: ReadonlyMap<string, readonly Leaf[]>,
  now: readonly Leaf[],
): readonly LostLeaf[] {
  const still = groupBy(
    now.filter(({ protection }) => protection !== undefined),
    ({ steps }) => keyOf(steps),
  );
  return fresh.flatMap((leaf) => {
    const key = keyOf(leaf.steps);
    const was = (former.get(key) ?? []).filter(({ protection }) => protection !== undefined);
    const how = was[0]?.protection;
    if (how === undefined || was.length <= (still.get(key)?.length ?? 0)) return [];
    if ((after.isSops && how === 'SOPS encrypted') || isSecretEntry(after, leaf) || isDescriptive(leaf)) return [];
    return isReadable(leaf.text, leaf.key) ? [lostLeaf(after, leaf, how)] : [];
  });
}

/** The entries of a Secret are compared by its name, wherever they come from. */
export function isSecretEntry({ identity }: Item, { steps: [first = ''] }: Pick<Leaf, 'steps'>): boolean {
  return identity?.kind === 'Secret' && /^(?:data|stringData)$/.test(first);
}

/** What names and describes an object is no secret of it. */
const isDescriptive = ({ steps: [first = '', second = ''] }: Leaf): boolean =>
  /^(?:apiVersion|kind|type|immutable)$/.test(first) || (first === 'metadata' && !/annotations/i.test(second));

/** What gave a value, to follow `which`. */
export const cameFrom = ({ field, name }: Use): string =>
  `came from ${field === 'csi' ? 'SecretProviderClass' : 'Secret'}${name === '' ? 's' : ` ${name}`}`;

/** `valueFrom` that is a literal now. */
function lostValues({ after, fresh, usesBefore, usesAfter }: Compared): readonly LostLeaf[] {
  const isValue = ({ is, of }: Use) => is === 'value' && of === 'Secret';
  const still = new Set(usesAfter.filter(isValue).map(({ holder }) => keyOf(holder)));
  const was = new Map(usesBefore.filter(isValue).map((use) => [keyOf(use.holder), use]));
  return fresh.flatMap((leaf) => {
    const places = [leaf.steps, ...(leaf.steps.at(-1) === 'value' ? [leaf.steps.slice(0, -1)] : [])].map(keyOf);
    const use = places.flatMap((place) => was.get(place) ?? [])[0];
    if (use === undefined || places.some((place) => still.has(place))) return [];
    return isReadable(leaf.text, leaf.key) ? [lostLeaf(after, leaf, cameFrom(use))] : [];
  });
}

/** The name of a variable in an item of `env`: `[…, env, [NAME], value]`. */
export function variableOf(steps: readonly string[]): string | undefined {
  return /^\[(.+)\]$/.exec(steps.at(-1) ?? '')?.[1];
}

/** Variables that came from a Secret in some container, and are literals in one that had none of that name. */
function lostVariables(
  usesBefore: readonly Use[],
  { after, fresh, usesAfter }: Pick<Compared, 'after' | 'fresh' | 'usesAfter'>,
): readonly LostLeaf[] {
  const isVariable = ({ is, of, holder }: Use) => is === 'value' && of === 'Secret' && holder.at(-2) === 'env';
  const still = new Set(usesAfter.filter(isVariable).map(({ holder }) => variableOf(holder)));
  const was = new Map(usesBefore.filter(isVariable).map((use) => [variableOf(use.holder), use]));
  if (was.size === 0) return [];
  return fresh.flatMap((leaf) => {
    const item = leaf.steps.slice(0, -1);
    if (leaf.steps.at(-1) !== 'value' || item.at(-2) !== 'env') return [];
    const name = variableOf(item);
    const use = was.get(name);
    if (name === undefined || use === undefined || still.has(name) || !isReadable(leaf.text, name)) return [];
    return [lostLeaf(after, leaf, cameFrom(use))];
  });
}

/** `existingSecret`, `envFrom`, `valuesFrom` that are gone, where there are literals instead. */
function lostFields({ after, fresh, usesBefore, usesAfter }: Compared): readonly LostLeaf[] {
  const count = (uses: readonly Use[], same: (use: Use) => boolean) =>
    uses.filter((use) => use.of === 'Secret' && same(use)).length;
  const isGone = (use: Use) => {
    const isNamed = (other: Use) => other.name === use.name;
    const isThere = (other: Use) => other.field === use.field && keyOf(other.holder) === keyOf(use.holder);
    return (
      count(usesAfter, isThere) < count(usesBefore, isThere) && count(usesAfter, isNamed) < count(usesBefore, isNamed)
    );
  };
  const gone = usesBefore.filter(
    (use) => use.of === 'Secret' && (use.is === 'field' || use.is === 'list') && isGone(use),
  );
  if (gone.length === 0) return [];
  return fresh.flatMap((leaf) => {
    const use = gone.find((each) => isInsteadOf(leaf, each));
    return use !== undefined && isReadable(leaf.text, leaf.key) ? [lostLeaf(after, leaf, cameFrom(use))] : [];
  });
}

/** Whether a leaf gives what a Secret gave: in the mapping that named it, or next to that. */
function isInsteadOf({ steps, key, text }: Leaf, { is, holder, target }: Use): boolean {
  if (target !== undefined) return keyOf(target) === keyOf(steps);
  const isCredential = credentialKey(key) !== 'none';
  const isOwn = startsWith(steps, holder);
  if (isOwn) return isCredential || looksRandom(text) || isMadeUp(text, key);
  return is === 'field' && isCredential && startsWith(steps, holder.slice(0, -1));
}

const startsWith = (steps: readonly string[], start: readonly string[]): boolean =>
  start.every((step, index) => steps[index] === step);
