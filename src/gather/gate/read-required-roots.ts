import { type NamedRoot, type UnmetRender, unmetRender } from '../../gate/required-roots.ts';
import { unrenderedRoots } from '../../gate/unrendered-root.ts';
import type { Inputs } from '../../inputs.ts';
import { folderOf, isKustomization } from '../../kube/kustomization.ts';
import type { Policy } from '../../policy/policy.ts';
import type { Side } from '../../render/plan/plan.ts';
import type { RenderedChange } from '../render/rendering.ts';

/** Roots that had to be rendered and are not, and what of the policy's `render` meets nothing. */
export function requiredRoots(
  { command, render }: Pick<Inputs, 'command' | 'render'>,
  policy: Policy,
  { delivered, rendering }: RenderedChange,
): UnmetRender {
  if (command === 'posture' || delivered === undefined) return { unjudged: [], notes: [] };
  const reached = rendering.roots.flatMap(({ id, after }) =>
    after === undefined ? [] : [{ id, folder: after.root.folder || '.', reason: after.reason }],
  );
  const named = (side: Side): readonly NamedRoot[] => [
    ...[...delivered[side].roots.values()].map(({ id, folder }) => ({ id, folder: folder || '.' })),
    // With those that rendered roots declare.
    ...rendering.roots.flatMap(({ id, [side]: own }) =>
      own === undefined ? [] : [{ id, folder: own.root.folder || '.' }],
    ),
  ];
  const { paths } = delivered.after.graph.view;
  const built = new Set(
    paths
      .filter((path) => isKustomization(path) || /(?:^|\/)Chart\.yaml$/.test(path))
      .map((path) => folderOf(path) || '.'),
  );
  const unrendered = reached.find(({ reason }) => reason !== undefined)?.id;
  const sides = { before: named('before'), after: named('after') };
  const unmet = unmetRender(policy, sides, (folder) => built.has(folder.replace(/\/$/, '')), unrendered);
  return {
    unjudged: [...unrenderedRoots(policy, reached, render === 'required'), ...unmet.unjudged],
    notes: unmet.notes,
  };
}
