import type { Repository } from '../../git/repository.ts';
import type { Policy } from '../../policy/policy.ts';
import { assembleRoot } from '../../render/outcome/assemble.ts';
import { coveredFiles } from '../../render/outcome/covered.ts';
import { type ChangedRoot, type Plan, planRenders } from '../../render/plan/plan.ts';
import { nothingRendered, type Rendering } from '../../render/result/rendering.ts';
import { renderAll } from '../../render/tools/render-all.ts';
import type { Budget } from '../budget.ts';
import type { Trees } from '../trees.ts';
import { type DeliveredSides, readContents, readDelivered } from './delivered.ts';

/** What both sides deliver, and what the roots that the change reaches give when they are rendered. */
export interface RenderedChange {
  readonly delivered: DeliveredSides | undefined;
  readonly rendering: Rendering;
}

export interface RenderOptions {
  /** This repository's own. */
  readonly urls: readonly string[];
  /** Whether tools of this machine are used at all; they are, unless a test says otherwise. */
  readonly usesTools?: boolean;
  /** The one root, by its id or folder, that is wanted. */
  readonly only?: string;
  /** Milliseconds that one call of a tool may take: 10 seconds, unless a test says otherwise. */
  readonly callMilliseconds?: number;
}

/** Renders the roots whose inputs the change alters, before and after. */
export async function renderChange(
  repository: Pick<Repository, 'blobs'>,
  trees: Trees,
  policy: Policy,
  { urls, usesTools = true, callMilliseconds = 10_000, only }: RenderOptions,
  budget: Budget,
): Promise<RenderedChange> {
  const start = performance.now();
  if (trees.changes.length === 0) return { delivered: undefined, rendering: nothingRendered };
  const delivered = await readDelivered(repository, trees, policy, urls, budget);
  if (delivered === undefined) return { delivered, rendering: nothingRendered };
  const { contents } = delivered;
  const plan = onlyRoot(planRenders(delivered.before, delivered.after), only);
  const views = { before: delivered.before.graph.view, after: delivered.after.graph.view };
  const missing = new Set<string>();
  for (const { before, after } of plan.changed) {
    for (const [side, inputs] of [
      [views.before, before],
      [views.after, after],
    ] as const) {
      const paths = [...(inputs?.closure.files ?? []), inputs?.root.declared?.file ?? ''];
      for (const path of paths) {
        // Both sides of each file: what differs tells which line did it.
        for (const view of [side, views.before, views.after]) {
          const id = view.file(path)?.id;
          if (id !== undefined && !contents.has(id)) missing.add(id);
        }
      }
    }
  }
  await readContents(repository, contents, [...missing], policy, budget);
  const settings = {
    kubeVersion: `${policy.kubernetesVersion}.0`,
    apiVersions: delivered.apiVersions,
    usesTools,
    callMilliseconds,
  };
  const { outputs, tools, problems } = await renderAll(plan.changed, views, settings, policy.render.seconds);
  const roots = plan.changed.map((changed) =>
    assembleRoot(
      changed,
      outputs.get(changed.id) ?? { before: undefined, after: undefined },
      views,
      policy.clusters,
      policy.limits,
    ),
  );
  const rendering: Rendering = {
    roots,
    changed: plan.changed,
    found: plan.found,
    reused: plan.reused,
    tools,
    problems,
    covered: coveredFiles(roots, plan.changed, views),
    milliseconds: performance.now() - start,
  };
  return { delivered, rendering };
}

function onlyRoot(plan: Plan, only: string | undefined): Plan {
  if (only === undefined) return plan;
  const isWanted = ({ id, after, before }: ChangedRoot) => id === only || (after ?? before)?.root.folder === only;
  return { ...plan, changed: plan.changed.filter(isWanted) };
}
