import type { Repository, TreeChange } from '../git/repository.ts';
import type { HiddenManifests } from '../hidden/analyse-hidden.ts';
import type { TouchedFile } from '../kube/touched-file.ts';
import type { Policy } from '../policy/policy.ts';
import { markChangedPatches, markPatches, patchFiles } from '../render/patched/patch-files.ts';
import { patchedObjects } from '../render/patched/patched-objects.ts';
import type { SopsCover } from '../secrets/compare/sops-config.ts';
import type { Budget } from './budget.ts';
import { markComputedSources } from './manifests/computed-sources.ts';
import { touchedObjects } from './manifests/context/context-objects.ts';
import { type Context, contextOfTouched, readContext } from './manifests/context.ts';
import { markGenerated } from './manifests/generated-files.ts';
import { readHiddenManifests } from './manifests/hidden-manifests.ts';
import { noCover, readSopsCover } from './manifests/sops-cover.ts';
import { type IsTemplate, readTouched } from './manifests/touched-files.ts';
import { patchedWithin, placeOf } from './render/patched.ts';
import type { RenderedChange } from './render/rendering.ts';
import type { Trees } from './trees.ts';

const chart = 'Chart.yaml';

/** The manifests a change is judged by. */
export interface Manifests extends Context {
  readonly touched: readonly TouchedFile[];
  /** Those that `.gitattributes` files newly hide from a diff. */
  readonly hidden: HiddenManifests;
  /** What `.sops.yaml` says of them. */
  readonly sops: SopsCover;
}

/** Where the trees could not be read. */
export const noManifests: Manifests = {
  touched: [],
  ...contextOfTouched([]),
  hidden: { paths: [], unknown: [] },
  sops: noCover,
};

/**
 * Reads what the change touches, and its context as far as it is not rendered; a part that meets a limit is noted in the
 * budget. Throws MissingObjectsError.
 */
export async function readManifests(
  repository: Pick<Repository, 'blobs'>,
  trees: Trees,
  policy: Policy,
  rendered: RenderedChange,
  budget: Budget,
): Promise<Manifests> {
  const isTemplate = templateAsker(trees);
  const { after } = trees;
  const { limits } = policy;
  const { files, named } = await readTouched(
    repository,
    trees,
    policy,
    isTemplate,
    rendered.delivered?.contents,
    budget,
  );
  const marked = await budget.part(
    'Reading kustomizations',
    () => markGenerated(repository, files, after, limits, budget),
    () => files,
  );
  const touched = await budget.part(
    'Looking for computed sources',
    () => markComputedSources(repository, marked, after, limits, budget),
    () => marked,
  );
  const patches = rendered.delivered && patchFiles(rendered.delivered.before, rendered.delivered.after);
  const { looseEnds, accounts } = rendered;
  const { covered } = rendered.rendering;
  const { delivered } = rendered;
  const inPlace = new Set<string>();
  const patched =
    (delivered &&
      patchedWithin(budget, () =>
        patchedObjects(touched, touchedObjects(touched), delivered, rendered.rendering, policy, (key) =>
          inPlace.add(key),
        ),
      )) ??
    new Map();
  if (patches !== undefined) {
    for (const { before, after: now } of touched)
      markChangedPatches(before?.resources ?? [], now?.resources ?? [], patches, inPlace);
  }
  const known = { covered, patched, place: placeOf(rendered), looseEnds, accounts };
  const context = await budget.part(
    'Reading the context',
    () => readContext(repository, { touched, named, rendered: known }, after, policy, isTemplate, budget),
    () => contextOfTouched(touched),
  );
  if (patches !== undefined) {
    const changed = new Set(touched.map(({ path }) => path));
    const unchanged = new Set([...patches.after].filter((path) => !changed.has(path)));
    for (const { after: now } of context.objects.values()) markPatches(now, unchanged);
  }
  const hidden = await readHiddenManifests(repository, trees, limits, budget);
  const sops = await readSopsCover(repository, trees, touched, limits, budget);
  return { touched, hidden, sops, ...context };
}

/** Says whether Helm renders a path. */
export function templateAsker({ after, changes }: Trees): IsTemplate {
  const charts = chartFolders(after.keys(), changes);
  return (path) => isTemplateOf(path, charts);
}

/** Folders with a Chart.yaml on either side, each ending in a slash; the root is ''. One that was there only before is among the changes. */
function chartFolders(after: Iterable<string>, changes: readonly TreeChange[]): ReadonlySet<string> {
  const folders = new Set<string>();
  const look = (path: string) => {
    if (path === chart || path.endsWith(`/${chart}`)) folders.add(path.slice(0, -chart.length));
  };
  for (const path of after) look(path);
  for (const { path } of changes) look(path);
  return folders;
}

/**
 * Helm renders what is in `templates/` directly below a Chart.yaml. A Chart.yaml anywhere above must not be enough: one at
 * the top of a repository would buy tolerant reading for all of it.
 */
function isTemplateOf(path: string, charts: ReadonlySet<string>): boolean {
  const folder = 'templates/';
  for (let at = path.indexOf(folder); at >= 0; at = path.indexOf(folder, at + 1)) {
    if ((at === 0 || path[at - 1] === '/') && charts.has(path.slice(0, at))) return true;
  }
  return false;
}
