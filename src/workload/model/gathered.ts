import { list, type Mapping } from '../../plain-values.ts';
import type { Path } from '../../yaml/document.ts';
import { type FieldPlace, type ItemPlace, placeInside } from './pod.ts';

/** A PodSpec that is put together from several places of an object, each field with where it is from. */
export class Gathered {
  readonly spec: Record<string, unknown> = {};
  readonly fields: Record<string, FieldPlace> = {};

  /** A field with its place; the last one that is stated counts. */
  put(field: string, value: unknown, path: ItemPlace): this {
    if (value === undefined || value === null) return this;
    this.spec[field] = value;
    this.fields[field] = path;
    return this;
  }

  /** Every field of a mapping at `path`, or those named. */
  putAll(from: Mapping, path: Path, names: readonly string[] = Object.keys(from)): this {
    for (const name of names) this.put(name, from[name], [...path, name]);
    return this;
  }

  /** More items of a list. `pathOf` gives the place of each. */
  add(field: string, items: unknown, pathOf: (index: number) => ItemPlace): this {
    const more = list(items);
    if (more.length === 0) return this;
    const known = this.fields[field];
    const places = known === undefined ? [] : 'items' in known ? known.items : placesOf(this.spec[field], known);
    this.spec[field] = [...list(this.spec[field]), ...more];
    this.fields[field] = { items: [...places, ...more.map((_, index) => pathOf(index))] };
    return this;
  }
}

function placesOf(items: unknown, place: ItemPlace): readonly ItemPlace[] {
  return list(items).map((_, index) => placeInside(place, [index]));
}
