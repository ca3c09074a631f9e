import type { Repository } from '../../git/repository.ts';
import type { Policy } from '../../policy/policy.ts';
import type { Views } from '../../render/blame/locator.ts';
import type { Root } from '../../render/model/root.ts';
import { assembleRoot } from '../../render/outcome/assemble.ts';
import { coveredFiles } from '../../render/outcome/covered.ts';
import {
  type InnerDeclarations,
  innerDeclarations,
  isReplaced,
  settledRoots,
  withoutReplaced,
} from '../../render/outcome/inner-roots.ts';
import { plainFiles } from '../../render/outcome/plain-files.ts';
import { type ChangedRoot, type Plan, planRenders } from '../../render/plan/plan.ts';
import { OutputReader } from '../../render/result/read-output.ts';
import { nothingRendered, type RenderedRoot, type Rendering } from '../../render/result/rendering.ts';
import type { Delivered } from '../../render/roots/find-roots.ts';
import { type RenderedAll, renderAll } from '../../render/tools/render-all.ts';
import type { RunTool } from '../../render/tools/run-limited.ts';
import type { Budget } from '../budget.ts';
import type { Trees } from '../trees.ts';
import { type DeliveredSides, readContents, readDelivered } from './delivered.ts';
import { noEnds, type RenderedEnds, renderedLooseEnds } from './rendered-loose-ends.ts';

/** What both sides deliver, and what the roots that the change reaches give when they are rendered. */
export interface RenderedChange extends RenderedEnds {
  readonly delivered: DeliveredSides | undefined;
  readonly rendering: Rendering;
}

/** Where nothing is delivered by a tool. */
export const noChange: RenderedChange = { delivered: undefined, rendering: nothingRendered, ...noEnds };

/** Roots that declare roots that declare roots, and so on. */
const deepestDeclaration = 3;
/** References may need files that name others. */
const mostRounds = 10;

export interface RenderOptions {
  /** This repository's own. */
  readonly urls: readonly string[];
  /** Whether tools of this machine are used at all; they are, unless a test says otherwise. */
  readonly usesTools?: boolean;
  /** The one root, by its id or folder, that is wanted. */
  readonly only?: string;
  /** Milliseconds that one call of a tool may take: 10 seconds, unless a test says otherwise. */
  readonly callMilliseconds?: number;
  /** How a tool is run: by a process, unless a test says otherwise. */
  readonly runTool?: RunTool;
  /** When the time of `render.seconds` began, as performance.now() gives it: now, unless this is a part of what began before. */
  readonly start?: number;
}

/** Renders the roots whose inputs the change alters, before and after. */
export async function renderChange(
  repository: Pick<Repository, 'blobs'>,
  trees: Trees,
  policy: Policy,
  options: RenderOptions,
  budget: Budget,
): Promise<RenderedChange> {
  const start = performance.now();
  if (trees.changes.length === 0) return noChange;
  const delivered = await readDelivered(repository, trees, policy, options.urls, budget);
  if (delivered === undefined) return noChange;
  const plan = onlyRoot(planRenders(delivered.before, delivered.after, policy.clusters), options.only);
  const made = await renderInTurn(repository, delivered, plan.changed, policy, { ...options, start }, budget);
  const inner =
    options.only === undefined
      ? await renderInner(
          repository,
          delivered,
          { ...made, changed: plan.changed },
          policy,
          { ...options, start },
          budget,
        )
      : noInner(delivered);
  const isOwn = ({ after }: { readonly after: { readonly root: Root } | undefined }) =>
    after === undefined || !isReplaced(after.root, inner.replaced);
  const own = plan.changed.filter(isOwn);
  const roots = [...made.roots.filter(isOwn), ...inner.roots];
  const changed = [...own, ...inner.changed];
  const rendering: Rendering = {
    roots,
    changed,
    found: plan.found - (plan.changed.length - own.length) + inner.changed.length,
    reused: plan.reused,
    tools: eachOnce([...made.tools, ...inner.tools]),
    problems: made.problems,
    covered: coveredFiles(roots, changed, viewsOf(delivered), plainFiles(changed, delivered)),
    milliseconds: performance.now() - start,
  };
  const platform = { ...policy, openshift: policy.openshift ?? false };
  return { delivered: inner.delivered, rendering, ...renderedLooseEnds(roots, platform) };
}

interface Inner {
  readonly roots: readonly RenderedRoot[];
  readonly changed: readonly ChangedRoot[];
  readonly tools: RenderedAll['tools'];
  /** With what the roots declare to come from elsewhere. */
  readonly delivered: DeliveredSides;
  /** Objects of files that are delivered other than they are written. */
  readonly replaced: InnerDeclarations['replaced'];
}

const noInner = (delivered: DeliveredSides): Inner => ({
  roots: [],
  changed: [],
  tools: [],
  delivered,
  replaced: [],
});

function eachOnce(tools: RenderedAll['tools']): RenderedAll['tools'] {
  return [...new Map(tools.map((tool) => [tool.name, tool])).values()];
}

interface InTurn extends Pick<RenderedAll, 'tools' | 'problems'> {
  readonly roots: readonly RenderedRoot[];
  /** Objects of files that are delivered other than they are written: the roots that they declare are not among these. */
  readonly replaced: InnerDeclarations['replaced'];
}

/** Renders roots, what declares others first: of what is delivered other than it is written, what it says itself is not built in vain. */
async function renderInTurn(
  repository: Pick<Repository, 'blobs'>,
  delivered: DeliveredSides,
  changed: readonly ChangedRoot[],
  policy: Policy,
  options: RenderOptions,
  budget: Budget,
): Promise<InTurn> {
  const roots = new Map<string, RenderedRoot>();
  let [tools, problems, replaced]: [InTurn['tools'], InTurn['problems'], InTurn['replaced']] = [[], [], []];
  let open = changed;
  for (let turn = 0; open.length > 0; turn++) {
    // In a circle each declares the other.
    const settled = turn < deepestDeclaration ? settledRoots(open) : [];
    const wave = settled.length > 0 ? settled : open;
    open = open.filter((each) => !wave.includes(each));
    if (turn > 0 && settled.length > 0) {
      const inner = await readInner(repository, delivered, { roots: [...roots.values()], changed }, policy, budget);
      replaced = inner.replaced;
    }
    const own = wave.filter(({ after }) => after === undefined || !isReplaced(after.root, replaced));
    const made = await renderRoots(repository, delivered, own, policy, options, budget);
    for (const root of made.roots) roots.set(root.id, root);
    tools = [...tools, ...made.tools];
    problems = [...new Set([...problems, ...made.problems])];
  }
  return { roots: changed.flatMap(({ id }) => roots.get(id) ?? []), tools, problems, replaced };
}

/** Renders what the objects of rendered roots deliver in turn, and what those deliver. */
async function renderInner(
  repository: Pick<Repository, 'blobs'>,
  delivered: DeliveredSides,
  first: Pick<InTurn, 'roots' | 'replaced'> & { readonly changed: readonly ChangedRoot[] },
  policy: Policy,
  options: RenderOptions,
  budget: Budget,
): Promise<Inner> {
  let inner: Inner = { ...noInner(delivered), replaced: first.replaced };
  let [roots, changed] = [first.roots, first.changed];
  for (let depth = 0; depth <= deepestDeclaration && roots.length > 0; depth++) {
    const sides = await readInner(repository, delivered, { roots, changed }, policy, budget);
    const plan = planRenders(sides.before, sides.after, policy.clusters);
    changed = plan.changed.filter(({ id }) => !inner.changed.some((each) => each.id === id));
    // What is deeper is not rendered, and says so.
    const made =
      depth < deepestDeclaration
        ? await renderRoots(repository, delivered, changed, policy, options, budget)
        : { roots: assembled(changed, new Map(), delivered, policy), tools: [] };
    roots = made.roots;
    inner = {
      roots: [...inner.roots, ...roots],
      changed: [...inner.changed, ...changed],
      tools: [...inner.tools, ...made.tools],
      delivered: {
        ...delivered,
        before: withDeliveries(inner.delivered.before, sides.before),
        after: withDeliveries(inner.delivered.after, sides.after),
      },
      replaced: [...inner.replaced, ...sides.replaced],
    };
  }
  const { after } = inner.delivered;
  const deliveries = withoutReplaced(after.deliveries, inner.replaced);
  return { ...inner, delivered: { ...inner.delivered, after: { ...after, deliveries } } };
}

function withDeliveries(one: Delivered, other: Delivered): Delivered {
  return { ...one, deliveries: [...one.deliveries, ...other.deliveries] };
}

/** What the roots declare; files that are not here yet are read, and it is asked again. */
async function readInner(
  repository: Pick<Repository, 'blobs'>,
  { before, after, contents }: DeliveredSides,
  { roots, changed }: { readonly roots: readonly RenderedRoot[]; readonly changed: readonly ChangedRoot[] },
  policy: Policy,
  budget: Budget,
): Promise<InnerDeclarations> {
  for (let round = 0; ; round++) {
    const found = innerDeclarations(roots, changed, { before, after }, plainFiles(changed, { before, after }));
    if (contents.wanted.size === 0) return found;
    if (round >= mostRounds) return { ...found, before: unread(found.before), after: unread(found.after) };
    await readContents(repository, contents, [...contents.wanted], policy, budget);
  }
}

/** What names files that name others, and so on: what it delivers is not known then, and says so. */
function unread(side: Delivered): Delivered {
  const why = `what it names was not read within ${mostRounds} rounds`;
  const roots = [...side.roots].map(([id, root]): [string, Root] => [
    id,
    { ...root, unbuilt: { why, by: 'what it names', unread: root.extraFiles } },
  ]);
  return { ...side, roots: new Map(roots) };
}

/** Renders these roots on the sides that they name; throws MissingObjectsError and LimitError. */
export async function renderRoots(
  repository: Pick<Repository, 'blobs'>,
  delivered: DeliveredSides,
  changed: readonly ChangedRoot[],
  policy: Policy,
  { usesTools = true, callMilliseconds = 10_000, start = performance.now(), runTool }: RenderOptions,
  budget: Budget,
): Promise<Pick<RenderedAll, 'tools' | 'problems'> & { readonly roots: readonly RenderedRoot[] }> {
  const views = viewsOf(delivered);
  await readContents(repository, delivered.contents, [...missingInputs(changed, delivered, views)], policy, budget);
  const settings = {
    kubeVersion: `${policy.kubernetesVersion}.0`,
    apiVersions: delivered.apiVersions,
    usesTools,
    callMilliseconds,
    runTool,
  };
  const { outputs, tools, problems } = await renderAll(changed, views, settings, {
    seconds: policy.render.seconds,
    start,
  });
  return { roots: assembled(changed, outputs, delivered, policy), tools, problems };
}

/** The roots with what was made of them; what is not among the outputs was not rendered. */
function assembled(
  changed: readonly ChangedRoot[],
  outputs: RenderedAll['outputs'],
  delivered: DeliveredSides,
  { clusters, limits }: Policy,
): readonly RenderedRoot[] {
  const reader = new OutputReader(limits);
  const tooDeep = { state: 'failed', reason: `it is declared more than ${deepestDeclaration} roots deep` } as const;
  return changed.map((each) => {
    const made = outputs.get(each.id) ?? { before: tooDeep, after: tooDeep };
    return assembleRoot(each, made, viewsOf(delivered), clusters, limits, reader);
  });
}

/** The blobs that building these roots reads and that are not here yet. */
function missingInputs(
  changed: readonly ChangedRoot[],
  { contents }: DeliveredSides,
  views: Views,
): ReadonlySet<string> {
  const missing = new Set<string>();
  for (const { before, after } of changed) {
    for (const inputs of [before, after]) {
      for (const path of [...(inputs?.closure.files ?? []), inputs?.root.declared?.file ?? '']) {
        // Both sides of each file: what differs tells which line did it.
        for (const view of [views.before, views.after]) {
          const id = view.file(path)?.id;
          if (id !== undefined && !contents.has(id)) missing.add(id);
        }
      }
    }
  }
  return missing;
}

function viewsOf({ before, after }: DeliveredSides): Views {
  return { before: before.graph.view, after: after.graph.view };
}

function onlyRoot(plan: Plan, only: string | undefined): Plan {
  if (only === undefined) return plan;
  const isWanted = ({ id, after, before }: ChangedRoot) => id === only || (after ?? before)?.root.folder === only;
  return { ...plan, changed: plan.changed.filter(isWanted) };
}
