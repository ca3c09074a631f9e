import type { Position, Resource } from '../../kube/resource.ts';
import { entryOf, isMapping, list, type Mapping, mapping, text } from '../../plain-values.ts';
import { namespaceOf } from '../../rbac/model/rbac-object.ts';
import type { Path } from '../../yaml/document.ts';

/** A ServiceAccount that a pod runs as, or whose token it is given. */
export interface Account {
  readonly name: string;
  /** Where it is named, inside the object; undefined where the pod runs as its namespace's `default`. */
  readonly path: Path | undefined;
  /** Whether the pod is given its token whatever it says of tokens. */
  readonly isGiven?: boolean;
  /** Whether the chart that the pod is of makes the account as well. */
  readonly isMade?: boolean;
}

/** The pods that an object makes by one of its templates; a Pod itself as well. */
export interface Pod {
  /** The object that makes them. */
  readonly resource: Resource;
  /** Distinguishes the templates of one object, without indexes: `driver`, `templates[build]`; '' of the only one. */
  readonly part: string;
  /** As RBAC's reader has it: one of its own folder's where the manifest states none. */
  readonly namespace: string;
  /** A PodSpec (core/v1), whatever shape the object has it in. */
  readonly spec: Mapping;
  /** Labels and annotations of the pods. */
  readonly metadata: Mapping;
  /** Whether the object says what runs in the pods. Else it is a patch, or another object or a controller adds the rest. */
  readonly isWhole: boolean;
  /** The pod's own first; none where another object decides. */
  readonly accounts: readonly Account[];
  /** The place of a path of `spec`; the nearest place around it where it is not written. */
  at(path: Path): Position;
  /** The same of the value there. */
  valueAt(path: Path): Position;
  /** The place of a path of `metadata`. */
  metadataAt(path: Path): Position;
}

/** Where something is written, and where parts of it are that it has from somewhere else, by `placeKey`. */
export type ItemPlace = Path | { readonly path: Path; readonly fields: Readonly<Record<string, Path>> };

/** Where a field of `spec` is written in the object: the field itself, or each item of a list that is gathered from several. */
export type FieldPlace = ItemPlace | { readonly items: readonly ItemPlace[] };

/** How one kind of object writes a pod. */
export interface Shape {
  readonly part: string;
  /** Where the pod is in the object. */
  readonly path: Path;
  readonly spec: Mapping;
  /** Fields of `spec` that are not at `path` under their own name. */
  readonly fields?: Readonly<Record<string, FieldPlace>>;
  readonly metadata: Mapping;
  readonly metadataPath: Path;
  /** Labels and annotations that are not at `metadataPath`, by `placeKey`. */
  readonly metadataFields?: Readonly<Record<string, Path>>;
  readonly isWhole: boolean;
  /** Whether a pod that names no ServiceAccount runs as `default`. */
  readonly hasDefaultAccount: boolean;
  /** Accounts beyond the one that `spec` names. */
  readonly otherAccounts?: readonly Account[];
}

/** The pods of an object in one of its shapes. */
export function podOf(resource: Resource, stated: Shape): Pod {
  const shape = resource.isPatch === true ? { ...stated, isWhole: false, hasDefaultAccount: false } : stated;
  const { part, spec, metadataPath, metadataFields = {}, isWhole } = shape;
  const metadata = areFilledIn(shape.metadata) ? { ...shape.metadata, labels: filledIn } : shape.metadata;
  const placed = (path: Path) => placeIn(shape, path);
  return {
    resource,
    part,
    namespace: namespaceOf(resource),
    spec,
    metadata,
    isWhole,
    accounts: accountsOf(shape),
    at: (path) => resource.at(placed(path)),
    valueAt: (path) => resource.valueAt(placed(path)),
    metadataAt: (path) => resource.at(placeBelow({ path: metadataPath, fields: metadataFields }, path)),
  };
}

/** Labels of which nobody knows what they are: any label may be among them. */
const filledIn: Mapping = { '{{ }}': '{{ }}' };

/** Whether a template makes all of a pod's labels: of a line of nothing but an action, nothing is left. */
function areFilledIn(metadata: Mapping): boolean {
  return Object.hasOwn(metadata, 'labels') && !isMapping(metadata.labels);
}

/** Whether it is a patch of another file's pod, or may be one: it runs nothing that it names an image of. */
export function mayBePatch({ spec, resource }: Pick<Pod, 'spec' | 'resource'>): boolean {
  return (
    resource.isPatch === true ||
    list(spec.containers).every((container) => text(mapping(container).image) === undefined)
  );
}

/** A PodTemplateSpec (core/v1) at a path of an object. */
export function templateShape(part: string, path: Path, template: unknown): Shape {
  const { metadata, spec } = mapping(template);
  return {
    part,
    path: [...path, 'spec'],
    spec: mapping(spec),
    metadata: mapping(metadata),
    metadataPath: [...path, 'metadata'],
    isWhole: list(mapping(spec).containers).length > 0,
    hasDefaultAccount: list(mapping(spec).containers).length > 0,
  };
}

function placeIn({ path: root, fields = {} }: Shape, path: Path): Path {
  const [field = '', ...rest] = path;
  const place = fields[field];
  if (place === undefined) return [...root, ...path];
  if (!('items' in place)) return placeBelow(place, rest);
  const [index, ...inside] = rest;
  const item = typeof index === 'number' ? place.items[index] : place.items[0];
  return item === undefined ? root : placeBelow(item, inside);
}

/** The part with the longest path counts. */
function placeBelow(place: ItemPlace, path: Path): Path {
  if (!('path' in place)) return [...place, ...path];
  for (let length = path.length; length > 0; length--) {
    const elsewhere = entryOf(place.fields, placeKey(path.slice(0, length)));
    if (elsewhere !== undefined) return [...elsewhere, ...path.slice(length)];
  }
  return [...place.path, ...path];
}

/** The place of a part of something, with the places of what is inside it. */
export function placeInside(place: ItemPlace, path: Path): ItemPlace {
  const own = placeBelow(place, path);
  if (!('path' in place)) return own;
  const above = `${placeKey(path)}\n`;
  const inside = Object.entries(place.fields).flatMap(([key, at]) =>
    key.startsWith(above) ? [[key.slice(above.length), at] as const] : [],
  );
  return inside.length === 0 ? own : { path: own, fields: Object.fromEntries(inside) };
}

/** A path as a key: of a single field its name. */
export function placeKey(path: Path): string {
  return path.join('\n');
}

/** `serviceAccount` is the deprecated name: it counts where the other is empty (pkg/apis/core/v1/conversion.go). */
function accountsOf(shape: Shape): readonly Account[] {
  const { spec, hasDefaultAccount, otherAccounts = [] } = shape;
  const field = text(spec.serviceAccountName) === undefined ? 'serviceAccount' : 'serviceAccountName';
  const name = text(spec[field]);
  if (name !== undefined) return [{ name, path: placeIn(shape, [field]) }, ...otherAccounts];
  return hasDefaultAccount ? [{ name: 'default', path: undefined }, ...otherAccounts] : otherAccounts;
}
