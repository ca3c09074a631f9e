import { groupBy } from '../../groups.ts';
import { json } from '../../plain-values.ts';
import type { Flags } from '../model/flags.ts';
import type { Part } from '../model/search.ts';

/** A place with flags of an API server. */
export type FlagsPart = Part<'flags', Flags>;

const order = ['command', 'args'];

/** The parts with the flags of each container in one, whichever of its `command` and its `args` they are in: the latter follow. */
export function joinContainers(parts: readonly FlagsPart[]): readonly FlagsPart[] {
  const isOfContainer = (part: FlagsPart) => order.includes(fieldOf(part));
  const byDocument = groupBy(parts.filter(isOfContainer), ({ document }) => document);
  const joined = [...byDocument.values()].flatMap((own) =>
    [...groupBy(own, ({ path }) => json(path.slice(0, -1))).values()].flatMap(joinLists),
  );
  return [...parts.filter((part) => !isOfContainer(part)), ...joined];
}

function joinLists(lists: readonly FlagsPart[]): readonly FlagsPart[] {
  // The same name for both, so that a flag may move from one to the other.
  const renamed = lists.map((part) => ({ ...part, names: [...part.names.slice(0, -1), ''] }));
  if (renamed.length === 1) return renamed;
  const sorted = order.flatMap((field) => renamed.filter((part) => fieldOf(part) === field));
  const flags = sorted.flatMap((part) =>
    [...part.value].map(([name, { value, path }]) => [name, { value, path: [fieldOf(part), ...path] }] as const),
  );
  return sorted.slice(0, 1).map((part) => ({ ...part, value: new Map(flags), path: part.path.slice(0, -1) }));
}

function fieldOf({ path }: FlagsPart): string {
  return String(path.at(-1) ?? '');
}
