import { groupBy } from '../../groups.ts';
import type { Resource } from '../../kube/resource.ts';
import type { Scope, TouchedFile } from '../../kube/touched-file.ts';
import { type BothConfigMaps, ConfigMaps, configMapsOf, lostToConfigMaps } from './config-maps.ts';
import { PackedTexts } from './entries.ts';
import { type ItemChanges, itemsOf, pairItems, renderedItems } from './items.ts';
import type { Leaf } from './leaves.ts';
import { lostEntries, lostToNamesakes, type ScopeSide } from './lost-entries.ts';
import { lostFields } from './lost-fields.ts';
import { lostFiles, lostToOtherFiles } from './lost-files.ts';
import { lostInPair, lostInRecreated, variablesOf } from './lost-in-pair.ts';
import type { LostLeaf } from './lost-leaf.ts';

/** Both sides of a scope. */
interface Sides {
  readonly before: ScopeSide;
  readonly after: ScopeSide;
  readonly changes: ItemChanges;
}

/** What the touched files protected and do not any more, in every scope. */
export function lostInFiles(touched: readonly TouchedFile[]): readonly LostLeaf[] {
  const files = lostFiles(touched);
  const whole = new Set(files.map(({ file }) => file));
  const scopes = [...groupBy(touched, ({ scope }) => scope).values()].map((own) => {
    const side = (which: 'before' | 'after'): ScopeSide => ({
      items: own.flatMap((file) => itemsOf(file, file[which])),
      texts: new PackedTexts(
        new Map(own.flatMap((file) => (file[which]?.text ? [[file.path, file[which].text] as const] : []))),
      ),
    });
    return sidesOf(side('before'), side('after'));
  });
  const configMaps = {
    before: configMapsIn(scopes.map(({ before }) => before)),
    after: configMapsIn(scopes.map(({ after }) => after)),
    seen: new Set<readonly Leaf[]>(),
  };
  const lost = scopes.flatMap((sides) => lostInScope(sides, configMaps));
  const [gone, pairs] = [scopes.flatMap(({ changes }) => changes.gone), scopes.flatMap(({ changes }) => changes.pairs)];
  const inOwn = [...lost, ...lostToOtherFiles(gone, pairs)];
  return [...files, ...onePerValue(inOwn).filter(({ file }) => !whole.has(file))];
}

/** The same of what a tool makes of the files of one scope. */
export function lostInRendered(
  before: readonly Resource[],
  after: readonly Resource[],
  file: string,
  scope: Scope,
): readonly LostLeaf[] {
  const side = (objects: readonly Resource[]) => ({
    items: renderedItems(objects, file, scope),
    texts: new PackedTexts(),
  });
  const sides = sidesOf(side(before), side(after));
  return lostInScope(sides, {
    before: configMapsIn([sides.before]),
    after: configMapsIn([sides.after]),
    seen: new Set<readonly Leaf[]>(),
  });
}

const configMapsIn = (sides: readonly ScopeSide[]): ConfigMaps =>
  new ConfigMaps(sides.flatMap(({ items, texts }) => configMapsOf(items, texts)));

const sidesOf = (before: ScopeSide, after: ScopeSide): Sides => ({
  before,
  after,
  changes: pairItems(before.items, after.items),
});

function lostInScope({ before, after, changes }: Sides, configMaps: BothConfigMaps): readonly LostLeaf[] {
  const { pairs, gone } = changes;
  const variables = variablesOf(gone);
  const lost = pairs.flatMap((pair) =>
    pair.before === undefined
      ? lostInRecreated(variables, pair.after)
      : lostInPair(pair.before, pair.after, (compared) => [
          ...lostFields(compared),
          ...lostToConfigMaps(compared, configMaps),
        ]),
  );
  return onePerValue([...lostEntries(before, after), ...lostToNamesakes(before, after), ...lost]);
}

/** A value that several comparisons found is reported once, as the first found it. */
function onePerValue(lost: readonly LostLeaf[]): readonly LostLeaf[] {
  const values = new Map<string, LostLeaf>();
  for (const leaf of lost) {
    const key = JSON.stringify([leaf.file, leaf.locate(), leaf.text]);
    if (!values.has(key)) values.set(key, leaf);
  }
  return [...values.values()];
}
