import type { Position } from '../../kube/resource.ts';
import type { Scope } from '../../kube/touched-file.ts';
import type { YamlLimits } from '../../yaml/document.ts';
import { changedFile } from '../blame/changed-file.ts';
import type { Views } from '../blame/locator.ts';
import { type ChangedRoot, type NeededTools, neededTools, type RootInputs } from '../plan/plan.ts';
import type { RenderedRoot } from '../result/rendering.ts';
import { installedHelpers } from '../template/installed-helpers.ts';
import { ChartReach } from './chart-reach.ts';
import { helmfileReach } from './helmfile-reach.ts';
import { KustomizationReach, type Reach } from './kustomization-reach.ts';
import { brokenBy } from './lost-roots.ts';
import { outsidePatches } from './outside-patches.ts';

/** A root that was not rendered, or not with all that it takes in, though the change of it can reach what permits or protects something. */
export interface NotRendered {
  readonly root: string;
  readonly scope: Scope;
  /** Why it was not rendered; undefined where only parts from outside the repository are missing in it. */
  readonly reason: string | undefined;
  /** What building it needs. */
  readonly needs: NeededTools;
  /** What of the change can reach: `namespace`, `a patch`, … */
  readonly by: string;
  /** Whether all that can reach is another version or plain text, which by the text of the templates does not. */
  readonly isVersion: boolean;
  /** Whether it was rendered, and what can reach is what only an installation decides. */
  readonly isInstalled: boolean;
  /** Whether it was rendered before the change, which keeps it from being rendered. */
  readonly isBroken: boolean;
  readonly position: Position;
  readonly places: readonly Position[];
}

/** The roots that the change reaches, that were not rendered, and of which the text says that it may count. */
export function notRendered(
  roots: readonly RenderedRoot[],
  changed: readonly ChangedRoot[],
  views: Views,
  limits: YamlLimits,
): readonly NotRendered[] {
  const inputs = new Map(changed.map((each) => [each.id, each]));
  return roots.flatMap((root): NotRendered[] => {
    const { id, scope, after } = root;
    const own = inputs.get(id);
    if (after === undefined || own?.after === undefined) return [];
    const reached =
      after.reason === undefined
        ? outsidePatches(views, own.before, own.after, after)
        : [
            ...new KustomizationReach(views, own.before, own.after).find(),
            ...new ChartReach(views, own.before, own.after, limits).find(),
            ...helmfileReach(views, own.before, own.after),
            ...unreadFiles(own.after, views),
          ];
    const isVersion = reached.every((each) => each.isVersion === true);
    const sorted = [...reached].sort((a, b) => Number(a.isVersion ?? false) - Number(b.isVersion ?? false));
    const needs = neededTools(own.after);
    const notJudged = (
      [first, ...rest]: readonly Reach[],
      as: Pick<NotRendered, 'isVersion' | 'isInstalled' | 'isBroken'>,
    ): readonly NotRendered[] => {
      if (first === undefined) return [];
      const { by, position } = first;
      const places = rest.slice(0, 20).map((each) => each.position);
      return [{ root: id, scope, reason: after.reason, needs, by, ...as, position, places }];
    };
    // What was not rendered may be anything already.
    const isSaid = after.reason !== undefined && reached.length > 0 && !isVersion;
    const broken = isSaid ? undefined : brokenBy(root, own.after, own.before, views);
    const plain = { isVersion: false, isInstalled: false, isBroken: false };
    if (broken !== undefined) return [...notJudged([broken], { ...plain, isBroken: true })];
    return [
      ...notJudged(sorted, { ...plain, isVersion }),
      ...notJudged(isSaid ? [] : installedHelpers(views, own.after), { ...plain, isVersion, isInstalled: true }),
    ];
  });
}

/** Files that decide what a root delivers, that nobody here reads, and that differ. */
function unreadFiles({ root: { unbuilt } }: RootInputs, views: Views): readonly Reach[] {
  return (unbuilt?.unread ?? []).flatMap((path): Reach[] => {
    if (views.before.tree.get(path)?.id === views.after.tree.get(path)?.id) return [];
    const [first = 1] = changedFile(path, views.before, views.after)?.added ?? [];
    const line = views.after.unreadable(path)[0]?.line ?? first;
    return [{ position: { file: path, line, column: 1 }, by: unbuilt?.by ?? '' }];
  });
}
