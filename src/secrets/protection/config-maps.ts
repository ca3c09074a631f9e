import { groupBy } from '../../groups.ts';
import { isKustomization } from '../../kube/kustomization.ts';
import { list, mapping, scalarText, text } from '../../plain-values.ts';
import { isPlainSetting } from '../judge/plain-setting.ts';
import { namesSetting } from '../judge/plain-value.ts';
import type { Item } from './items.ts';
import type { Leaf } from './leaves.ts';
import { type Compared, cameFrom, lostLeaf, variableOf } from './lost-in-pair.ts';
import type { LostLeaf } from './lost-leaf.ts';
import { isReadable } from './readable.ts';
import type { Use } from './uses.ts';

/** What a change says of a ConfigMap. */
interface ConfigMap {
  readonly owner: Item;
  entry(key: string): Leaf | undefined;
}

/** The ConfigMaps that a change writes or generates, by name: what they hold is judged where it is written. */
export type ConfigMaps = ReadonlyMap<string, ConfigMap>;

/** The ConfigMaps of the items of a side. */
export function configMapsOf(items: readonly Item[]): ConfigMaps {
  return new Map(
    items.flatMap((owner): readonly (readonly [string, ConfigMap])[] => {
      if (isKustomization(owner.file)) return generated(owner);
      if (owner.identity?.kind !== 'ConfigMap') return [];
      const entry = (key: string) =>
        owner
          .content()
          .leaves.find(({ steps: [field, name], steps }) => steps.length === 2 && field === 'data' && name === key);
      return [[owner.identity.name, { owner, entry }]];
    }),
  );
}

function generated(owner: Item): readonly (readonly [string, ConfigMap])[] {
  return list(mapping(owner.source?.value).configMapGenerator).map((generator, at) => {
    const { name, literals } = mapping(generator);
    const entry = (key: string): Leaf | undefined => {
      const index = list(literals).findIndex((literal) => scalarText(literal).startsWith(`${key}=`));
      if (index < 0) return undefined;
      return {
        steps: ['configMapGenerator', `[${text(name) ?? ''}]`, 'literals', key],
        key,
        text: scalarText(list(literals)[index]).slice(key.length + 1),
        protection: undefined,
        locate: () => owner.source?.valueAt(['configMapGenerator', at, 'literals', index]) ?? { line: 1, column: 1 },
      };
    };
    return [text(name) ?? '', { owner, entry }];
  });
}

/** What came from a Secret and comes from a ConfigMap now: its entry where the change writes it, else where it is named. */
export function lostToConfigMaps(
  { after, usesBefore, usesAfter }: Compared,
  configMaps: ConfigMaps,
): readonly LostLeaf[] {
  const placeOf = ({ of, is, holder }: Pick<Use, 'of' | 'is' | 'holder'>) => JSON.stringify([of, is, holder]);
  const [old, now] = [groupBy(usesBefore, placeOf), groupBy(usesAfter, placeOf)];
  return usesAfter.flatMap((use): readonly LostLeaf[] => {
    if (use.of !== 'ConfigMap' || use.is === 'field') return [];
    const secrets = placeOf({ ...use, of: 'Secret' });
    const [was, still] = [old.get(secrets) ?? [], now.get(secrets) ?? []];
    const [secret] = was;
    const isNew = !(old.get(placeOf(use)) ?? []).some(({ name, key }) => name === use.name && key === use.key);
    if (secret === undefined || was.length <= still.length || !isNew) return [];
    const known = configMaps.get(use.name);
    return known === undefined ? fromUnknown(after, use, secret) : fromKnown(known, use, secret);
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

/** What a whole ConfigMap holds is judged there. */
function fromKnown({ owner, entry }: ConfigMap, use: Use, secret: Use): readonly LostLeaf[] {
  const leaf = use.is === 'value' && use.key !== undefined ? entry(use.key) : undefined;
  if (leaf === undefined || ![leaf.key, nameOf(use)].every((key) => isReadable(leaf.text, key))) return [];
  return [lostLeaf(owner, leaf, cameFrom(secret))];
}

const nameOf = ({ holder }: Use): string => variableOf(holder) ?? holder.at(-1) ?? '';
