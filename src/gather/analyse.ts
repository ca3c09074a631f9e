import { randomBytes } from 'node:crypto';
import { analyseHidden } from '../hidden/analyse-hidden.ts';
import { plainDocuments } from '../kube/plain-documents.ts';
import { type ScopeObjects, scopeOf } from '../kube/scope.ts';
import type { FileSide, Scope, TouchedFile } from '../kube/touched-file.ts';
import type { Joined } from '../network/judge/analyse-network.ts';
import type { Policy } from '../policy/policy.ts';
import { analyseRbac } from '../rbac/judge/analyse-rbac.ts';
import { accountReaches } from '../rbac/query/account-reach.ts';
import { joinedFolders } from '../render/graph/joined-folders.ts';
import { analyseDelivery } from '../render/judge/analyse-delivery.ts';
import { givenFiles, outsideValues } from '../render/judge/outside-values.ts';
import { componentObjects } from '../render/outcome/component-objects.ts';
import { mergeContext } from '../render/outcome/merge-context.ts';
import { mergeObjects } from '../render/outcome/merge-objects.ts';
import { renderedObjects } from '../render/outcome/rendered-objects.ts';
import { RenderedParts } from '../render/outcome/rendered-parts.ts';
import type { RenderedContext } from '../render/result/rendering.ts';
import type { Analysis } from '../rules/evidence.ts';
import { analyseSecrets } from '../secrets/compare/analyse-secrets.ts';
import { OwnFormats } from '../secrets/tokens/own-formats.ts';
import { analyseWorkloads } from '../workload/judge/analyse-workloads.ts';
import { analyseTogether, otherAnalyses, type Surroundings } from './analyse-together.ts';
import { askedParts } from './asked-parts.ts';
import type { Budget } from './budget.ts';
import type { Manifests } from './manifests.ts';
import { patchedScopes, placedScopes } from './render/patched.ts';
import type { RenderedChange } from './render/rendering.ts';
import type { Trees } from './trees.ts';

/** What a file of values is called. */
const isValues = /(?:^|[/._-])values?[/._-]/i;

/**
 * Asks every family that judges manifests for its result, each once; history, ages and posture come after it (`run.ts`). What the time is too short
 * for is noted in the budget; what only rules look at that are off for everything is not computed. Those `asBuiltIn` count whatever the policy says.
 */
export function analyse(
  { before, after }: Pick<Trees, 'before' | 'after'>,
  { touched, objects: sources, around: others, hidden, sops, showsOpenshift }: Manifests,
  { delivered, rendering }: RenderedChange,
  context: RenderedContext,
  policy: Policy,
  budget: Budget,
  asBuiltIn?: ReadonlySet<string>,
): Analysis {
  const { limits } = policy;
  const { needs, notAsked } = askedParts(policy, asBuiltIn);
  const views = delivered && { before: delivered.before.graph.view, after: delivered.after.graph.view };
  const handedOn = views === undefined ? [] : outsideValues(touched, rendering, views, policy.limits);
  const rendered = delivered === undefined ? sources : mergeObjects(sources, rendering, delivered, policy.clusters);
  const merged = withValues(rendered, handedOn);
  const surrounded = { objects: merged, around: new Map([...others, ...merged]) };
  const { objects, around } = mergeContext(surrounded, context, policy.clusters);
  const inRoots = filesOfRoots(rendering);
  const parts = delivered && new RenderedParts(rendering, delivered);
  const written = {
    outsideRoots: touched.filter(({ path }) => !inRoots.has(path)),
    unrendered: touched.filter(({ path }) => !rendering.covered.has(path)).map((file) => parts?.file(file) ?? file),
  };
  const unrendered = [...written.unrendered, ...handedOn];
  const isHandedOn = new Set(handedOn.map(({ path }) => path));
  const given = givenFiles(delivered);
  const options = { ...policy, openshift: policy.openshift ?? showsOpenshift };
  const reaches = accountReaches({ objects, around, isFirst: before.size === 0 }, options);
  const isExact = (scope: Scope) => policy.clusters.some(({ name }) => name === scope);
  const patched = patchedScopes(touched, objects, { delivered, rendering }, policy, budget);
  const workloads = analyseWorkloads(
    {
      objects: patched.ofPods,
      around,
      reaches,
      files: { touched, unrendered },
      isGiven: (file, isNew) => given.has(file) || (!isNew && (isValues.test(file) || isHandedOn.has(file))),
    },
    limits,
    needs,
  );
  const { pods } = workloads;
  const { ofAll } = patched;
  const surroundings: Surroundings = { policy, isExact, joined: joinedIn(delivered), head: delivered?.after, needs };
  const placed = () => placedScopes(patched, around, pods);
  const files = { unrendered: written.unrendered, withValues: unrendered };
  return {
    notAsked,
    otherwise: otherAnalyses({ touched, sources, rendering, objects: ofAll, around }, surroundings),
    rbac: analyseRbac({ objects, around, written }, options, budget.overIn('Judging permissions')),
    workloads,
    ...analyseTogether({ objects: ofAll, around, pods, placed }, files, surroundings),
    hidden: analyseHidden(touched, hidden),
    secrets: analyseSecrets(
      touched,
      delivered === undefined ? [] : renderedObjects(rendering, delivered.before.graph.view),
      objects,
      { before, after },
      sops,
      randomBytes(32),
      new OwnFormats(policy.secretFormats),
    ),
    delivery: analyseDelivery(rendering, delivered, limits, (file) => scopeOf(file, policy.clusters)),
  };
}

/** The files that a rendered root is made of, on either side. */
function filesOfRoots({ roots }: RenderedChange['rendering']): ReadonlySet<string> {
  return new Set(
    roots.flatMap(({ before, after }) =>
      [before, after].flatMap((side) => [...(side?.files ?? []), side?.root.declared?.file ?? '']),
    ),
  );
}

/** What kustomizations join, as networks need it. */
function joinedIn(delivered: RenderedChange['delivered']): Joined {
  if (delivered === undefined) return { comesWith: () => [], joinedIn: joinedFolders([]) };
  const { before, after } = delivered;
  return { comesWith: componentObjects(after.graph), joinedIn: joinedFolders([before.graph, after.graph]) };
}

/** The objects with values of charts from elsewhere, for what lists of rules in them would grant. */
function withValues(
  scopes: ReadonlyMap<Scope, ScopeObjects>,
  files: readonly TouchedFile[],
): ReadonlyMap<Scope, ScopeObjects> {
  const all = new Map(scopes);
  const of = (side: FileSide | undefined, path: string) => (side === undefined ? [] : plainDocuments(side, path));
  for (const { path, scope, before, after } of files) {
    const sides = all.get(scope) ?? { before: [], after: [] };
    all.set(scope, {
      ...sides,
      before: [...sides.before, ...of(before, path)],
      after: [...sides.after, ...of(after, path)],
    });
  }
  return all;
}
