import { groupBy } from '../../groups.ts';
import { folderOf } from '../../kube/kustomization.ts';
import { hasManifestExtension } from '../../kube/read-file.ts';
import type { ObjectIdentity, Resource } from '../../kube/resource.ts';
import type { FileSide, Scope, TouchedFile } from '../../kube/touched-file.ts';
import { isMapping, isSameValue } from '../../plain-values.ts';
import { manifestSources, withIdentity } from '../text/file-sources.ts';
import { readLoosely } from '../text/loose-document.ts';
import type { Source } from '../text/source.ts';
import { isSopsText } from '../text/source.ts';
import { type Content, contentOf, textLeaves } from './leaves.ts';
import { type Use, usesOf } from './uses.ts';

/** An object, another document, or a text that is not a manifest, on one side of a change. */
export interface Item {
  readonly file: string;
  readonly scope: Scope;
  readonly identity: ObjectIdentity | undefined;
  /** Plain data; the text of what is not a manifest. */
  readonly value: unknown;
  /** Undefined for a text that is not a manifest. */
  readonly source: Source | undefined;
  /** Whether what it is in has a block of SOPS. */
  readonly isSops: boolean;
  content(): Content;
  uses(): readonly Use[];
}

/** An item with its former self; undefined where it is new. */
export interface ItemPair {
  readonly before: Item | undefined;
  readonly after: Item;
}

function itemOf(file: string, scope: Scope, source: Source, document: unknown): Item {
  let content: Content | undefined;
  let uses: readonly Use[] | undefined;
  const read = () => (content ??= contentOf(source, document));
  return {
    file,
    scope,
    identity: source.identity,
    value: source.value,
    source,
    isSops: isMapping(document) && document.sops !== undefined && document.sops !== null,
    content: read,
    uses: () => (uses ??= usesOf(read().parts)),
  };
}

/** A text that is not a manifest. */
export function textItem(file: string, scope: Scope, text: string): Item {
  const isSops = isSopsText(text);
  return {
    file,
    scope,
    identity: undefined,
    value: text,
    source: undefined,
    isSops,
    content: () => ({ leaves: textLeaves(text, isSops), parts: [] }),
    uses: () => [],
  };
}

/** The items of one side of a file. */
export function itemsOf({ path, scope }: TouchedFile, side: FileSide | undefined): readonly Item[] {
  switch (side?.structure) {
    case 'manifest':
      return [...manifestSources(side, path)].map(({ document, ...source }) => itemOf(path, scope, source, document));
    case 'template':
      return looseItems(path, scope, side.text);
    case 'text':
      // A manifest, or values, that cannot be parsed: by its lines what was protected is found all the same.
      return side.unreadable.length > 0 && hasManifestExtension(path)
        ? looseItems(path, scope, side.text)
        : [textItem(path, scope, side.text)];
    default:
      return [];
  }
}

const looseItems = (file: string, scope: Scope, text: string): readonly Item[] =>
  readLoosely(text).map((source) => itemOf(file, scope, source, source.value));

/** The items that a tool made. `file` is named where an object does not know its own. */
export function renderedItems(objects: readonly Resource[], file: string, scope: Scope): readonly Item[] {
  return objects
    .filter(({ isEmbedded }) => isEmbedded !== true)
    .map((resource) => itemOf(file, scope, withIdentity(resource, file), resource.document.value));
}

/** What the items of a scope became. */
export interface ItemChanges {
  /** Those that are new or not what they were. */
  readonly pairs: readonly ItemPair[];
  /** Those that nothing took the place of. */
  readonly gone: readonly Item[];
}

/** The likenesses by which an item has a former self, the nearest first; undefined: by this one it has none. */
const likenesses: readonly ((item: Item) => readonly (string | undefined)[] | undefined)[] = [
  ({ file, identity }) => (identity === undefined ? [file] : [file, ...namesOf(identity)]),
  ({ identity }) => identity && namesOf(identity),
  ({ identity }) => identity && [identity.kind, identity.name],
  ({ file, identity }) => [plainName(file), identity?.kind],
  ({ identity }) => identity && [identity.namespace, identity.name],
  ({ file, identity }) => (identity === undefined ? [plainName(file.slice(folderOf(file).length))] : undefined),
];

const namesOf = ({ group, kind, namespace, name }: ObjectIdentity) => [group, kind, namespace, name];

/** Pairs what is in a scope before and after. */
export function pairItems(before: readonly Item[], after: readonly Item[]): ItemChanges {
  const former = new Map<Item, Item>();
  let [left, open] = [before, after];
  for (const likeness of likenesses) {
    if (left.length === 0 || open.length === 0) break;
    const key = (item: Item) => {
      const own = likeness(item);
      return own === undefined ? undefined : JSON.stringify(own);
    };
    const sources = groupBy([...left].reverse(), key);
    for (const item of open) {
      const own = key(item);
      const source = own === undefined ? undefined : sources.get(own)?.pop();
      if (source !== undefined) former.set(item, source);
    }
    const taken = new Set(former.values());
    left = left.filter((item) => !taken.has(item));
    open = open.filter((item) => !former.has(item));
  }
  return {
    pairs: after.flatMap((item) => {
      const was = former.get(item);
      return was !== undefined && isUnchanged(was, item) ? [] : [{ before: was, after: item }];
    }),
    gone: left,
  };
}

const isUnchanged = (before: Item, after: Item): boolean =>
  before.isSops === after.isSops && isSameValue(before.value, after.value);

/** A file's path without what says that it is encrypted: `db.sops.yaml`, `secrets.enc.env`, `key.pem.age`. */
export function plainName(path: string): string {
  return path
    .toLowerCase()
    .replace(/[._-](?:sops|enc|encrypted|sealed|age|gpg|asc|vault|crypt|plain|dec|decrypted)(?=[._-]|$)/g, '')
    .replace(/(?:sealed|encrypted|external)-?(?=secret)/g, '');
}
