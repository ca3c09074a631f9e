import { asLarge } from '../model/author.ts';
import type { Partner } from '../model/co-change.ts';
import { isTyped } from '../model/habits.ts';
import type { Asked, Signal } from './signal.ts';
import { rare, some, way } from './signal.ts';

/** Changes of others that make an area, or a name of files, one that is known. */
const known = 5;

/** Areas or kinds that others change and the author never did; undefined where the author's habits are not known. */
function foreign({ extent, author, history }: Asked, what: 'areas' | 'kinds'): string[] | undefined {
  if (author === undefined || author.changes < some) return undefined;
  return [...extent[what]].filter((each) => !author[what].has(each) && (history[what].get(each) ?? 0) >= known);
}

function foreignFires(asked: Asked, what: 'areas' | 'kinds'): boolean | undefined {
  const found = foreign(asked, what);
  return found === undefined ? undefined : found.length > 0;
}

/** Whether so few of the author's changes are as large, of those that are large at all. */
function isLarge({ author }: Asked, sizes: 'sizes' | 'breadths', size: number, least: number): boolean | undefined {
  if (author === undefined || author.changes < some) return undefined;
  return size >= least && asLarge(author[sizes], size) <= rare * author.changes;
}

function asLargeOf({ author }: Asked, sizes: 'sizes' | 'breadths', size: number): string {
  return `as ${asLarge(author?.[sizes] ?? new Map(), size)} of the ${author?.changes} changes of its author did`;
}

function missing({ change: { files }, history, alongside }: Asked): readonly Partner[] {
  const own = new Set(files.map(({ path }) => path));
  return history.coChange.missing(files, (path) => own.has(path) || alongside.touches(path));
}

/** What it changes. */
export const whatSignals: readonly Signal[] = [
  {
    id: 'size',
    assumed: 15,
    fires: (asked) => isLarge(asked, 'sizes', asked.change.files.length, 5),
    say: (asked) =>
      `it changes ${asked.change.files.length} files, ${asLargeOf(asked, 'sizes', asked.change.files.length)}`,
  },
  {
    id: 'breadth',
    assumed: 15,
    fires: (asked) => isLarge(asked, 'breadths', asked.extent.areas.size, 3),
    say: (asked) =>
      `it reaches into ${asked.extent.areas.size} areas of the repository, ${asLargeOf(asked, 'breadths', asked.extent.areas.size)}`,
  },
  {
    id: 'area',
    assumed: 30,
    fires: (asked) => foreignFires(asked, 'areas'),
    say: (asked) =>
      `it changes ${foreign(asked, 'areas')?.[0] || 'the top folder'}, which others change and its author never did`,
  },
  {
    id: 'kinds',
    assumed: 30,
    fires: (asked) => foreignFires(asked, 'kinds'),
    say: (asked) =>
      `it changes files named ${foreign(asked, 'kinds')?.[0]}, which others change and its author never did`,
  },
  {
    id: 'partner',
    assumed: 10,
    fires: (asked) => (asked.history.coChange.isBound(asked.change.files) ? missing(asked).length > 0 : undefined),
    say(asked) {
      const [first] = missing(asked);
      return `${first?.path} changes without ${first?.partner}, which changed with it in ${first?.together} of ${first?.changes} changes`;
    },
  },
  {
    id: 'message',
    assumed: 30,
    fires({ change, habits }) {
      if (habits === undefined || habits.changes < some || habits.typed < 0.95 * habits.changes) return undefined;
      return !isTyped(change.subject);
    },
    say: (asked) =>
      `its message does not begin with a type such as "fix:", as ${asked.habits?.typed} of the ${asked.habits?.changes} do that its author made ${way(asked)}`,
  },
];
