import type { Repository } from '../../git/repository.ts';
import { addTo } from '../../groups.ts';
import type { Policy } from '../../policy/policy.ts';
import {
  type ContextRoot,
  contextRoots,
  type Mention,
  mentionOf,
  unchangedRoots,
  writtenNames,
} from '../../render/plan/context-roots.ts';
import type { RootInputs } from '../../render/plan/plan.ts';
import { noContext, type RenderedContext } from '../../render/result/rendering.ts';
import { readBlobs } from '../blobs.ts';
import type { Budget } from '../budget.ts';
import type { DeliveredSides } from './delivered.ts';
import { type RenderedChange, type RenderOptions, renderRoots } from './rendering.ts';

/** Unchanged roots beyond these are not rendered for what they may hold: that is unknown then. */
const mostRoots = 32;

/**
 * Renders the unchanged roots that may bind what the change leaves open, or hold the role that it binds: those that write or
 * may compute one of the names. What cannot be rendered stays unknown. Throws MissingObjectsError and LimitError.
 */
export async function readContextRoots(
  repository: Pick<Repository, 'blobs'>,
  { delivered, rendering }: RenderedChange,
  names: ReadonlySet<string>,
  policy: Policy,
  options: RenderOptions,
  budget: Budget,
): Promise<RenderedContext> {
  if (names.size === 0 || delivered === undefined || options.only !== undefined) return noContext;
  const { graph } = delivered.after;
  const roots = unchangedRoots(delivered.after, new Set(rendering.changed.map(({ id }) => id)));
  const mentions = await readMentions(repository, delivered, roots, writtenNames(names, graph, roots), policy, budget);
  const found = contextRoots(roots, graph.view, mentions);
  const changed = found.slice(0, mostRoots).map((inputs) => ({ id: inputs.root.id, before: undefined, after: inputs }));
  if (changed.length === 0) return noContext;
  const made = await renderRoots(repository, delivered, changed, policy, options, budget);
  const tooMany = `more than ${mostRoots} unchanged roots may bind or hold ${[...names].slice(0, 3).join(', ')}`;
  return {
    roots: made.roots,
    beyond: found.slice(mostRoots).map(({ root }: ContextRoot) => ({ id: root.id, why: tooMany })),
  };
}

/** What the files of these roots say of the names, by the ids of their blobs. */
async function readMentions(
  repository: Pick<Repository, 'blobs'>,
  { after: { graph } }: DeliveredSides,
  roots: readonly RootInputs[],
  names: readonly string[],
  policy: Policy,
  budget: Budget,
): Promise<ReadonlyMap<string, Mention>> {
  const byId = new Map<string, { readonly path: string }[]>();
  const seen = new Set<string>();
  for (const { closure } of roots) {
    budget.spend(closure.files.size);
    for (const path of closure.files) {
      const id = seen.has(path) ? undefined : graph.view.file(path)?.id;
      seen.add(path);
      if (id !== undefined) addTo(byId, id, { path });
    }
  }
  const mentions = new Map<string, Mention>();
  for await (const { id, files, bytes } of readBlobs(repository, byId, policy.limits.bytes, budget)) {
    const mention = bytes === undefined ? 'computed' : mentionOf(bytes, files[0]?.path ?? '', names);
    if (mention !== undefined) mentions.set(id, mention);
  }
  return mentions;
}
