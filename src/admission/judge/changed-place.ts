import { groupBy } from '../../groups.ts';
import type { Loosening } from '../../kube/loosening.ts';
import { canonical, isMapping, isSameValue, mapping, text } from '../../plain-values.ts';
import type { Path } from '../../yaml/document.ts';

/** Puts what is found of an object on what was changed: the key, the item, the line of a program, and not the block around it. */
export function atTheChange(before: unknown, after: unknown): (found: Loosening) => Loosening {
  const pairs = new Map<readonly unknown[], Pairing>();
  const pairingOf: PairingOf = (was, is) => {
    const known = pairs.get(is);
    if (known !== undefined) return known;
    const pairing = pairItems(was, is);
    pairs.set(is, pairing);
    return pairing;
  };
  return (found) => {
    // What is no longer written has its place where it was.
    if (found.formerPath !== undefined) return found;
    const { was, is, formerPath } = sidesAt(before, after, found.path, pairingOf);
    if (was === undefined) return found;
    if (is === undefined) return { ...found, formerPath };
    const isItem = typeof found.path.at(-1) === 'number';
    return { ...found, path: [...found.path, ...toChange(was, is, pairingOf, isItem)] };
  };
}

/** The items of a list, each with what it was before; undefined for a new one. */
interface Pairing {
  readonly former: readonly unknown[];
  /** Those that are not as before. */
  readonly changed: readonly number[];
}

type PairingOf = (was: readonly unknown[], is: readonly unknown[]) => Pairing;

/** An item is the one of the same content, else that of its name, else the next that is left. */
function pairItems(was: readonly unknown[], is: readonly unknown[]): Pairing {
  const [old, now] = [new Set(was.map(canonical)), new Set(is.map(canonical))];
  const left = was.filter((each) => !now.has(canonical(each)));
  const nameOf = (item: unknown) => text(mapping(item).name);
  const byName = groupBy(left, (item) => nameOf(item) ?? '');
  const unnamed = [...(byName.get('') ?? [])];
  const same = new Map(was.map((each) => [canonical(each), each]));
  const former = is.map((item) => {
    if (old.has(canonical(item))) return same.get(canonical(item));
    const name = nameOf(item);
    return name === undefined ? unnamed.shift() : byName.get(name)?.[0];
  });
  return { former, changed: is.flatMap((item, index) => (old.has(canonical(item)) ? [] : [index])) };
}

/** Both values at a path of the object as it is now, and the path of the former one; undefined where there is none. */
function sidesAt(before: unknown, after: unknown, path: Path, pairingOf: PairingOf) {
  let [was, is] = [before, after];
  const formerPath: (string | number)[] = [];
  for (const step of path) {
    if (Array.isArray(is) && Array.isArray(was)) {
      const former: unknown = pairingOf(was, is).former[Number(step)];
      formerPath.push(was.indexOf(former));
      was = former;
    } else {
      formerPath.push(step);
      was = mapping(was)[step];
    }
    is = Array.isArray(is) ? is[Number(step)] : mapping(is)[step];
  }
  return { was, is, formerPath };
}

/**
 * From a value to the first of it that is not as before. Where a key is gone it may be that, and of an item with several changes it may
 * be any of them: there it is the whole.
 */
function toChange(was: unknown, is: unknown, pairingOf: PairingOf, isItem: boolean): Path {
  if (Array.isArray(was) && Array.isArray(is)) {
    const { former, changed } = pairingOf(was, is);
    const [first] = changed;
    return first === undefined ? [] : [first, ...toChange(former[first], is[first], pairingOf, true)];
  }
  if (isMapping(was) && isMapping(is)) {
    const [first, ...others] = Object.keys(is).filter((key) => !isSameValue(was[key], is[key]));
    const isAnyGone = Object.keys(was).some((key) => !Object.hasOwn(is, key));
    if (first === undefined || isAnyGone || (isItem && others.length > 0)) return [];
    return [first, ...toChange(was[first], is[first], pairingOf, false)];
  }
  return typeof was === 'string' && typeof is === 'string' && is.includes('\n') ? [changedLine(was, is)] : [];
}

/** The number of the first line that is not as before: the last one where lines are only gone from the end. */
function changedLine(was: string, is: string): number {
  const [old, now] = [was.split('\n'), is.trimEnd().split('\n')];
  const first = now.findIndex((line, index) => line !== old[index]);
  return first < 0 ? now.length - 1 : first;
}
