import { analyse } from '../../src/gather/analyse.ts';
import { Budget } from '../../src/gather/budget.ts';
import { touchedObjects } from '../../src/gather/manifests/context.ts';
import { type Manifests, readManifests } from '../../src/gather/manifests.ts';
import { type RenderedChange, renderChange } from '../../src/gather/render/rendering.ts';
import { readTrees, type Trees } from '../../src/gather/trees.ts';
import { emptyRange } from '../../src/git/range/range.ts';
import type { TouchedFile } from '../../src/kube/touched-file.ts';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { nothingRendered } from '../../src/render/result/rendering.ts';
import type { Change, Evidence } from '../../src/rules/evidence.ts';
import { type Folder, memoryRepository } from './memory-repository.ts';

/** What a test states of its evidence; the rest is that of a request without commits, under the built-in policy. */
export type Stated = Partial<Omit<Evidence, 'change'>> & { readonly change?: Partial<Change> };

/** The evidence of a change from one folder to another, read and analysed as a run does, and what was read for it. */
export async function evidenceOfFolders(
  before: Folder,
  after: Folder,
  policy: Policy = defaultPolicy,
): Promise<{ readonly evidence: Evidence; readonly manifests: Manifests }> {
  const repository = memoryRepository(before, after);
  const range = { ...emptyRange('request'), before: 'before', after: 'after' };
  const trees = await readTrees(repository, range);
  const manifests = await readManifests(repository, trees, policy, new Budget(policy.limits));
  const rendered = await renderChange(
    repository,
    trees,
    policy,
    { urls: [], usesTools: false },
    new Budget(policy.limits),
  );
  return { evidence: evidenceOf(trees, manifests, rendered, { policy, change: { range } }), manifests };
}

/** The evidence of files that are given as read. */
export function evidenceOfFiles(touched: readonly TouchedFile[], stated: Stated = {}): Evidence {
  const trees = { before: new Map(), after: new Map(), changes: [] };
  const hidden = { paths: [], unknown: [] };
  const manifests = {
    touched,
    objects: touchedObjects(touched),
    around: new Map(),
    filesRead: 0,
    unread: [],
    showsOpenshift: false,
    hidden,
  };
  return evidenceOf(trees, manifests, { delivered: undefined, rendering: nothingRendered }, stated);
}

function evidenceOf(
  trees: Trees,
  manifests: Manifests,
  rendered: RenderedChange,
  { change, policy = defaultPolicy, ...stated }: Stated,
): Evidence {
  const { before, after } = trees;
  return {
    ...analyse(trees, manifests, rendered, policy, new Budget(policy.limits)),
    change: {
      range: emptyRange('request'),
      commits: [],
      commitPaths: new Map(),
      before,
      after,
      touched: manifests.touched,
      ...change,
    },
    policy,
    trustsKeys: true,
    adminKeys: new Set(),
    now: Date.UTC(2026, 0, 5),
    ...stated,
  };
}
