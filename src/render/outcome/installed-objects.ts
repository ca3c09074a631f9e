import { groupBy } from '../../groups.ts';
import type { Resource } from '../../kube/resource.ts';
import type { ScopeObjects } from '../../kube/scope.ts';
import type { Scope, TouchedFile } from '../../kube/touched-file.ts';
import type { RenderedRoot } from '../result/rendering.ts';

/** The objects in one way, by its number (template/installation.ts). */
interface InstalledWay {
  readonly way: number;
  readonly objects: ReadonlyMap<Scope, ScopeObjects>;
}

const ways = [0, 1, 2, 3];

/**
 * The objects of the scopes with a template of which an installation decides a part, in each way the chart may be installed: what keeps
 * something out together, as network policies do, is compared as a whole in each. Files that are judged as they are rendered, and what
 * `roots` give of other kinds, only show what is around: they are as they are after the change on both sides. Of ways that are alike the
 * first; none where nothing hangs on that.
 */
export function installedObjects(
  touched: readonly TouchedFile[],
  sources: ReadonlyMap<Scope, ScopeObjects>,
  covered: ReadonlySet<string>,
  roots: readonly RenderedRoot[] = [],
): readonly InstalledWay[] {
  const templates = touched.filter(
    ({ path, before, after }) => !covered.has(path) && (before?.ways ?? after?.ways) !== undefined,
  );
  const paths = new Set(templates.map(({ path }) => path));
  const inScopes = [...groupBy(templates, ({ scope }) => scope)].map(([scope, own]) => {
    const { before = [], after = [] } = sources.get(scope) ?? {};
    const around = [...after.filter(({ file }) => covered.has(file)), ...givenAround(own, roots)];
    const others = (objects: readonly Resource[]) =>
      objects.filter(({ file }) => !paths.has(file) && !covered.has(file));
    return { scope, own, before: [...others(before), ...around], after: [...others(after), ...around] };
  });
  return differentWays(templates).map((way) => ({
    way,
    objects: new Map(
      inScopes.map(({ scope, own, before, after }) => [
        scope,
        {
          before: [...before, ...own.flatMap((file) => givenIn(file.before, way))],
          after: [...after, ...own.flatMap((file) => givenIn(file.after, way))],
        },
      ]),
    ),
  }));
}

/** The ways in which some of the templates give something else than in those before. */
function differentWays(templates: readonly TouchedFile[]): readonly number[] {
  if (templates.length === 0) return [];
  const firstLike = (side: TouchedFile['after'], way: number) => side?.ways?.indexOf(side.ways[way] ?? []) ?? 0;
  const seen = new Set<string>();
  return ways.filter((way) => {
    const key = templates.map(({ before, after }) => [firstLike(before, way), firstLike(after, way)]).join();
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
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
