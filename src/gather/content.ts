import type { Range } from '../git/range/range.ts';
import { MissingObjectsError, type Repository } from '../git/repository.ts';
import type { Inputs } from '../inputs.ts';
import type { Policy } from '../policy/policy.ts';
import type { Progress } from '../progress.ts';
import { noContext, type RenderedContext } from '../render/result/rendering.ts';
import type { Unjudged } from '../unjudged.ts';
import type { Budget } from './budget.ts';
import { type Manifests, noManifests, readManifests } from './manifests.ts';
import { readContextRoots } from './render/context-roots.ts';
import { noChange, type RenderedChange, renderChange } from './render/rendering.ts';
import { readTrees, type Trees } from './trees.ts';

/** What a change is judged by. */
export interface Content {
  readonly trees: Trees;
  readonly rendered: RenderedChange;
  readonly manifests: Manifests;
  readonly context: RenderedContext;
  /** What could not be had, so that nothing but the commits is judged. */
  readonly missing: readonly Unjudged[];
}

/** What the change and its context hold, rendered and as it is written. Each part that meets a limit leaves the others. */
export async function readContent(
  repository: Repository,
  range: Range,
  policy: Policy,
  inputs: Inputs,
  host: Progress,
  budget: Budget,
): Promise<Content> {
  try {
    const trees = await readTrees(repository, range);
    const options = { urls: await ownUrls(repository, inputs) };
    const rendered = await host.step('Render kustomizations and charts', () =>
      budget.part(
        'Rendering',
        () => renderChange(repository, trees, policy, options, budget),
        () => noChange,
      ),
    );
    return await host.step('Read manifests', async () => {
      const manifests = await readManifests(repository, trees, policy, rendered, budget);
      const context = await budget.part(
        'Rendering the context',
        () => readContextRoots(repository, rendered, manifests.looseEnds, policy, options, budget),
        () => noContext,
      );
      return { trees, rendered, manifests, context, missing: [] };
    });
  } catch (error) {
    if (!(error instanceof MissingObjectsError)) throw error;
    const missing = [{ what: error.message, remedy: error.remedy }];
    return { trees: noTrees, rendered: noChange, manifests: noManifests, context: noContext, missing };
  }
}

const noTrees: Trees = { before: new Map(), after: new Map(), changes: [] };

/** The URLs by which declarations of deliveries mean this repository. */
async function ownUrls(repository: Repository, { remote }: Inputs): Promise<string[]> {
  return [remote?.url, await repository.origin()].filter((url) => url !== undefined);
}
