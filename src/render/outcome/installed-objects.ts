import type { Resource } from '../../kube/resource.ts';
import type { ScopeObjects } from '../../kube/scope.ts';
import type { Scope, TouchedFile } from '../../kube/touched-file.ts';
import type { RenderedRoot } from '../result/rendering.ts';

/** In how many ways a chart may be installed (template/installation.ts). */
const ways = [0, 1, 2, 3];

/**
 * The objects of the scopes with a template of which an installation decides a part, in each way the chart may be installed: what keeps
 * something out together, as network policies do, is compared as a whole in each. Files that are judged as they are rendered, and what
 * `roots` give of other kinds, only show what is around: they are as they are after the change on both sides. None where nothing differs in any way.
 */
export function installedObjects(
  touched: readonly TouchedFile[],
  sources: ReadonlyMap<Scope, ScopeObjects>,
  covered: ReadonlySet<string>,
  roots: readonly RenderedRoot[] = [],
): readonly ReadonlyMap<Scope, ScopeObjects>[] {
  const templates = touched.filter(
    ({ path, before, after }) => !covered.has(path) && (before?.ways ?? after?.ways) !== undefined,
  );
  const scopes = new Set(templates.map(({ scope }) => scope));
  if (scopes.size === 0) return [];
  const paths = new Set(templates.map(({ path }) => path));
  return ways.map(
    (way) =>
      new Map(
        [...scopes].map((scope) => {
          const { before = [], after = [] } = sources.get(scope) ?? {};
          const own = templates.filter((file) => file.scope === scope);
          const around = [...after.filter(({ file }) => covered.has(file)), ...givenAround(own, roots)];
          const others = (objects: readonly Resource[]) =>
            objects.filter(({ file }) => !paths.has(file) && !covered.has(file));
          const of = (side: 'before' | 'after') => own.flatMap((file) => givenIn(file[side], way));
          return [
            scope,
            {
              before: [...others(before), ...of('before'), ...around],
              after: [...others(after), ...of('after'), ...around],
            },
          ];
        }),
      ),
  );
}

/** What roots with these templates give apart from objects of the kinds that are in them, which may be theirs. */
function givenAround(templates: readonly TouchedFile[], roots: readonly RenderedRoot[]): readonly Resource[] {
  const kinds = new Set(
    templates
      .flatMap(({ before, after }) => [before, after].flatMap((side) => side?.resources ?? []))
      .map(({ kind }) => kind),
  );
  return roots.flatMap(({ after }) =>
    after?.reason === undefined && templates.some(({ path }) => after?.files.has(path))
      ? (after?.objects ?? []).filter(({ kind }) => !kinds.has(kind))
      : [],
  );
}

/** What a side of a template gives in one way: all of it where nothing hangs on that. */
function givenIn(side: TouchedFile['after'], way: number): readonly Resource[] {
  const isOwn = ({ document, isEmbedded }: Resource) => document.isBranch !== true && isEmbedded !== true;
  return side?.ways?.[way] ?? side?.resources.filter(isOwn) ?? [];
}
