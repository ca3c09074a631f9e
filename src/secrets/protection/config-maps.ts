import { groupBy } from '../../groups.ts';
import { isKustomization } from '../../kube/kustomization.ts';
import { list, mapping, scalarText, text } from '../../plain-values.ts';
import { isPlainSetting } from '../judge/plain-setting.ts';
import { namesSetting } from '../judge/plain-value.ts';
import type { Item } from './items.ts';
import type { Leaf } from './leaves.ts';
import { type Compared, cameFrom, lostLeaf, variableOf } from './lost-in-pair.ts';
import type { LostLeaf } from './lost-leaf.ts';
import { mayBeSame } from './provided.ts';
import { isReadable } from './readable.ts';
import type { Use } from './uses.ts';

/** What a change says of a ConfigMap. */
interface ConfigMap {
  readonly owner: Item;
  readonly name: string;
  entry(key: string): Leaf | undefined;
}

/** The ConfigMaps that a change writes or generates, by name: what they hold is judged where it is written. */
export type ConfigMaps = ReadonlyMap<string, readonly ConfigMap[]>;

/** The ConfigMaps of the items of a side. */
export function configMapsOf(items: readonly Item[]): ConfigMaps {
  const configMaps = items.flatMap((owner): readonly ConfigMap[] => {
    if (isKustomization(owner.file)) return generated(owner);
    if (owner.identity?.kind !== 'ConfigMap') return [];
    return [configMap(owner, owner.identity.name, () => owner.content().leaves.filter(isEntry))];
  });
  return groupBy(configMaps, ({ name }) => name);
}

const isEntry = ({ steps }: Leaf): boolean => steps.length === 2 && steps[0] === 'data';

/** `entries` is asked once, and only where one of them is looked for. */
function configMap(owner: Item, name: string, entries: () => readonly Leaf[]): ConfigMap {
  let byKey: ReadonlyMap<string, Leaf> | undefined;
  const read = () => (byKey ??= new Map(entries().map((leaf) => [leaf.steps.at(-1) ?? '', leaf])));
  return { owner, name, entry: (key) => read().get(key) };
}

function generated(owner: Item): readonly ConfigMap[] {
  return list(mapping(owner.source?.value).configMapGenerator).map((generator, at) => {
    const { name, literals } = mapping(generator);
    const entries = () =>
      list(literals).map((literal, index): Leaf => {
        const [key = '', ...rest] = scalarText(literal).split('=');
        return {
          steps: ['configMapGenerator', `[${text(name) ?? ''}]`, 'literals', key],
          key,
          text: rest.join('='),
          protection: undefined,
          locate: () => owner.source?.valueAt(['configMapGenerator', at, 'literals', index]) ?? { line: 1, column: 1 },
        };
      });
    return configMap(owner, text(name) ?? '', entries);
  });
}

/** What came from a Secret and comes from a ConfigMap now: its entry where the change writes it, else where it is named. */
export function lostToConfigMaps(
  { after, usesBefore, usesAfter }: Compared,
  configMaps: ConfigMaps,
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
    const written = (configMaps.get(use.name) ?? []).filter(({ owner: { identity } }) =>
      mayBeSame(identity?.namespace, after.identity?.namespace),
    );
    return fromWritten(written, use, secret) ?? fromUnknown(after, use, secret);
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

/** What a whole ConfigMap holds is judged there. Undefined where the change does not write what is used. */
function fromWritten(written: readonly ConfigMap[], use: Use, secret: Use): readonly LostLeaf[] | undefined {
  const { is, key } = use;
  if (is !== 'value' || key === undefined) return written.length === 0 ? undefined : [];
  const found = written.flatMap(({ owner, entry }) => {
    const leaf = entry(key);
    return leaf === undefined ? [] : [{ owner, leaf }];
  });
  if (found.length === 0) return undefined;
  return found
    .filter(({ leaf }) => [leaf.key, nameOf(use)].every((name) => isReadable(leaf.text, name)))
    .map(({ owner, leaf }) => lostLeaf(owner, leaf, cameFrom(secret)));
}

const nameOf = ({ holder }: Use): string => variableOf(holder) ?? holder.at(-1) ?? '';
