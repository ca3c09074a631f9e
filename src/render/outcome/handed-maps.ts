import { list, type Mapping, mapping, text } from '../../plain-values.ts';
import type { RenderedRoot } from '../result/rendering.ts';
import type { Delivered } from '../roots/find-roots.ts';
import { type DeclaredObject, declaredId } from '../roots/objects.ts';
import { type Declaration, isWhole } from './declared-parts.ts';

/** What values of a ConfigMap are known by: its name, and their key. */
export function mapKey(name: string, key: string): string {
  return JSON.stringify([name, key]);
}

/** By name and key of a ConfigMap, the values of releases and who declares these. */
export type HandedMaps = ReadonlyMap<
  string,
  readonly { readonly values: Mapping; readonly declaration: Declaration }[]
>;

/** The values that ConfigMaps hand to rendered releases, without those of a name that another release takes as well. */
export function handedMaps(
  declarations: readonly Declaration[],
  roots: readonly RenderedRoot[],
  { objects, roots: all }: Delivered,
): HandedMaps {
  const isRelease = ({ kind, group }: DeclaredObject) => kind === 'HelmRelease' && group === 'helm.toolkit.fluxcd.io';
  const found = new Map<string, { values: Mapping; declaration: Declaration }[]>();
  for (const declaration of declarations) {
    const { object, side } = declaration;
    if (object === undefined || !isRelease(object)) continue;
    const values = side.root.sources
      .flatMap((source) => (source.kind === 'helm' ? source.values : []))
      .map((each) => ({ values: each, declaration }));
    for (const key of mapsOf(object)) found.set(key, [...(found.get(key) ?? []), ...values]);
  }
  if (found.size === 0) return found;
  const failed = new Set(roots.filter((root) => !isWhole(root)).map(({ id }) => id));
  for (const object of objects.filter(isRelease)) {
    const id = declaredId(object);
    if (!all.has(id) || failed.has(id)) for (const key of mapsOf(object)) found.delete(key);
  }
  return found;
}

/** What a key with values is called; what is called otherwise others may read as well. */
const isValues = /(?:^|[._-])values?(?:[._-]|$)/i;

function mapsOf({ value }: DeclaredObject): readonly string[] {
  return list(mapping(value.spec).valuesFrom).flatMap((item) => {
    const { kind, name, valuesKey, targetPath } = mapping(item);
    const key = text(valuesKey) ?? 'values.yaml';
    const isWhole = kind === 'ConfigMap' && text(targetPath) === undefined && isValues.test(key);
    return isWhole ? mapKey(text(name) ?? '', key) : [];
  });
}
