import { InputError } from '../input-error.ts';
import type { Resource } from '../kube/resource.ts';
import { nearest } from '../nearest.ts';
import type { LeftOut } from '../report/terminal/left-out.ts';

/** Only scopes that hold RBAC are of interest, unless one is asked for: by its name, or a root by its own. */
export function chosenScopes(
  scopes: readonly (readonly [string, readonly Resource[]])[],
  asked: string | undefined,
  left: readonly LeftOut[],
): readonly (readonly [string, readonly Resource[]])[] {
  const sorted = [...scopes].sort(([a], [b]) => (a < b ? -1 : 1));
  if (asked === undefined) {
    const holding = sorted.filter(([, resources]) => resources.some(({ kind }) => /Role/.test(kind)));
    return holding.length > 0 ? holding : sorted.slice(0, 1);
  }
  const found = sorted.filter(([scope]) => scope === asked || scope === `root ${asked}`);
  // Of the files of a root that was rendered nothing is left to answer for as they are written.
  const holding = found.filter(([, resources]) => resources.length > 0);
  if (holding.length > 0) return holding;
  if (found.length > 0) return found.slice(0, 1);
  throw unknownScope(
    asked,
    sorted.map(([scope]) => scope),
    left,
  );
}

function unknownScope(asked: string, names: readonly string[], left: readonly LeftOut[]): InputError {
  const failed = left.find(({ root, scope, reason }) => reason !== undefined && [root, scope].includes(asked));
  if (failed !== undefined) {
    const what = `${failed.root} was not rendered: ${failed.reason}`;
    return new InputError([{ what, fix: 'without --scope the answer is by its files as they are written' }]);
  }
  const meant = nearest(asked, [...names, ...names.map((name) => name.replace(/^root /, ''))]);
  const fix = meant === undefined ? `one of: ${names.join(', ')}` : `did you mean ${meant}?`;
  return new InputError([{ what: `there is no scope ${JSON.stringify(asked)}`, fix }]);
}
