import { analyse } from '../../src/gather/analyse.ts';
import { Budget } from '../../src/gather/budget.ts';
import { readControlFiles } from '../../src/gather/gate/read-control-files.ts';
import { touchedObjects } from '../../src/gather/manifests/context/context-objects.ts';
import { noCover } from '../../src/gather/manifests/sops-cover.ts';
import { type Manifests, readManifests } from '../../src/gather/manifests.ts';
import { readHistory } from '../../src/gather/older/passing-secrets.ts';
import { readContextRoots } from '../../src/gather/render/context-roots.ts';
import { noChange, type RenderedChange, renderChange } from '../../src/gather/render/rendering.ts';
import { readTrees, type Trees } from '../../src/gather/trees.ts';
import { emptyRange } from '../../src/git/range/range.ts';
import type { TouchedFile } from '../../src/kube/touched-file.ts';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { noContext, type RenderedContext } from '../../src/render/result/rendering.ts';
import type { Change, Evidence } from '../../src/rules/evidence.ts';
import { secretAges } from '../../src/secrets/ages/secret-ages.ts';
import { type Folder, memoryRepository } from './memory-repository.ts';

/** What a test states of its evidence; the rest is that of a request without commits, under the built-in policy. */
export type Stated = Partial<Omit<Evidence, 'change'>> & { readonly change?: Partial<Change> };

/** The evidence of a change from one folder to another, by commits that leave what is `between`, read and analysed as a run does, and what was read for it. */
export async function evidenceOfFolders(
  before: Folder,
  after: Folder,
  policy: Policy = defaultPolicy,
  between: readonly Folder[] = [],
): Promise<{ readonly evidence: Evidence; readonly manifests: Manifests }> {
  const repository = memoryRepository(before, after, between);
  const commits = between.map((_, index) => `${index + 1}`);
  const range = { ...emptyRange('request'), before: 'before', after: 'after', commits };
  const trees = await readTrees(repository, range);
  const budget = new Budget(policy.limits);
  const options = { urls: [], usesTools: false };
  const rendered = await renderChange(repository, trees, policy, options, budget);
  const manifests = await readManifests(repository, trees, policy, rendered, budget);
  const context = await readContextRoots(repository, rendered, manifests.looseEnds, policy, options, budget);
  const controlFiles = await readControlFiles(repository, trees.before, manifests.touched);
  const change = { range, ...(controlFiles === undefined ? {} : { controlFiles }) };
  const evidence = evidenceOf(trees, manifests, rendered, context, { policy, change });
  const passing = await readHistory(repository, range, trees, policy, evidence.secrets.readable, budget);
  const ages = secretAges(manifests.touched, new Map());
  return { evidence: { ...evidence, passing, ages }, manifests };
}

/** The evidence of files that are given as read. */
export function evidenceOfFiles(touched: readonly TouchedFile[], stated: Stated = {}): Evidence {
  const trees = { before: new Map(), after: new Map(), changes: [] };
  const hidden = { paths: [], unknown: [] };
  const manifests = {
    touched,
    objects: touchedObjects(touched),
    around: new Map(),
    looseEnds: new Set<string>(),
    filesRead: 0,
    unread: [],
    showsOpenshift: false,
    hidden,
    sops: noCover,
  };
  return evidenceOf(trees, manifests, noChange, noContext, stated);
}

function evidenceOf(
  trees: Trees,
  manifests: Manifests,
  rendered: RenderedChange,
  context: RenderedContext,
  { change, policy = defaultPolicy, ...stated }: Stated,
): Evidence {
  const { before, after } = trees;
  return {
    ...analyse(trees, manifests, rendered, context, policy, new Budget(policy.limits)),
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
    passing: [],
    ages: [],
    posture: undefined,
    trustsKeys: true,
    adminKeys: new Set(),
    now: Date.UTC(2026, 0, 5),
    ...stated,
  };
}
