import { InputError } from '../../input-error.ts';
import { nearest } from '../../nearest.ts';
import { inputsOf } from '../../render/plan/plan.ts';
import type { Delivered } from '../../render/roots/find-roots.ts';

/** More than these are for `gitops-gate render` to list. */
const mostNames = 5;

/** What was meant by a name that no root has, of a side or of `further` ones: what includes the folder, a root by a part of its name, or one like it. */
export function unknownRoot(
  asked: string,
  delivered: Pick<Delivered, 'graph' | 'roots'> | undefined,
  further: readonly string[],
): InputError {
  const known = [...new Set([...(delivered?.roots.keys() ?? []), ...further])];
  const what = `there is no root ${JSON.stringify(asked)}`;
  const including = delivered === undefined ? [] : rootsIncluding(asked, delivered);
  if (including.length > 0) {
    const part = `${what}: the folder is included by ${listed(including)}`;
    return new InputError([{ what: part, fix: including.length === 1 ? 'ask for that root' : 'ask for one of these' }]);
  }
  const byPart = known.filter((id) => isPartOf(asked, id));
  if (byPart.length > 0) return new InputError([{ what, fix: `did you mean ${listed(byPart, ' or ')}?` }]);
  const meant = nearest(asked, known);
  const fix = meant === undefined ? '`gitops-gate render` lists them' : `did you mean ${JSON.stringify(meant)}?`;
  return new InputError([{ what, fix }]);
}

/** Several roots build one folder, and nothing says which is meant. */
export function severalRoots(folder: string, ids: readonly string[]): InputError {
  const what = `${ids.length} roots build the folder ${JSON.stringify(folder)}`;
  return new InputError([{ what, fix: `name one: ${listed(ids, ' or ')}` }]);
}

/** The roots that build a folder as a part of theirs. */
function rootsIncluding(folder: string, { graph, roots }: Pick<Delivered, 'graph' | 'roots'>): readonly string[] {
  return [...roots.values()].flatMap((root) => {
    const { kustomizations, charts } = inputsOf(graph, root, '').closure;
    return [...kustomizations, ...charts].some((part) => part.folder === folder) ? [root.id] : [];
  });
}

/** Whether words of a root's name, or segments of them, are these: `argocd/mine` of `Application argocd/mine (app.yaml)`. */
function isPartOf(asked: string, id: string): boolean {
  return asked !== '' && `/${id.replaceAll(/[ ()]+/g, '/')}/`.includes(`/${asked.replaceAll(/[ ()]+/g, '/')}/`);
}

function listed(ids: readonly string[], between = ', '): string {
  const shown = ids.slice(0, mostNames).map((id) => JSON.stringify(id));
  return `${shown.join(between)}${ids.length > mostNames ? ` and ${ids.length - mostNames} more` : ''}`;
}
