import { mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { makeTemporaryDirectory } from '../../git/process/temporary-directory.ts';
import { systemErrorCode } from '../../system-error.ts';
import type { FileView } from '../model/file-view.ts';
import type { Root } from '../model/root.ts';
import { isPlain, type Outputs, type RootOutput } from '../plan/outputs.ts';
import { type ChangedRoot, neededTools, type RootInputs, type Side } from '../plan/plan.ts';
import type { UsedTool } from '../result/rendering.ts';
import { CallTime, confine } from './confinement.ts';
import { findTools, type Tools } from './find-tools.ts';
import {
  CallLimitError,
  lacksTool,
  plainVersion,
  Renderer,
  type RenderSettings,
  refusalOf,
  renderingIsOff,
} from './render-root.ts';

/** What the tools of this machine made of the roots a change reaches. */
export interface RenderedAll {
  readonly outputs: ReadonlyMap<string, Outputs>;
  readonly tools: readonly UsedTool[];
  readonly problems: readonly string[];
}

interface Job {
  readonly id: string;
  readonly side: Side;
  readonly inputs: RootInputs;
}

/**
 * Renders both sides of every root, several at a time; so many seconds after the start (of performance.now()) the rest is not rendered, and says so. The base of
 * a head that could not be rendered tells whether it is the change that does it; it is left out where a tool is missing. A head whose base this run could not render counts
 * as not rendered either: compared with nothing, all of it would be new.
 */
export async function renderAll(
  changed: readonly ChangedRoot[],
  views: Readonly<Record<Side, FileView>>,
  settings: RenderSettings,
  { seconds, start }: { readonly seconds: number; readonly start: number },
): Promise<RenderedAll> {
  const jobs = (['after', 'before'] as const).flatMap((side) =>
    changed.flatMap(({ id, [side]: inputs }): Job[] => (inputs === undefined ? [] : [{ id, side, inputs }])),
  );
  const made = new Map<string, RootOutput>();
  for (const job of jobs) {
    const { unbuilt, sources } = job.inputs.root;
    if (unbuilt !== undefined) made.set(keyOf(job), failed(unbuilt.why));
    else if (sources.every(isPlain)) made.set(keyOf(job), plainOutput(job.inputs));
  }
  const open = jobs.filter((job) => !made.has(keyOf(job)));
  const outputsOf = (): ReadonlyMap<string, Outputs> =>
    new Map(changed.map(({ id }) => [id, { before: made.get(`before ${id}`), after: made.get(`after ${id}`) }]));
  if (open.length === 0) return { outputs: outputsOf(), tools: [], problems: [] };
  const limits = { deadline: start + seconds * 1000, late: `rendering took longer than render.seconds (${seconds})` };
  if (!settings.usesTools) {
    // Nothing runs, and nothing needs to be written for it.
    const refuse = ({ inputs }: Job): Made => {
      const isLacking = lacksTool(inputs, noTools);
      return {
        output: failed(refusalOf(inputs, noTools) ?? renderingIsOff),
        isUnknown: isLacking,
        lacksTool: isLacking,
      };
    };
    await renderJobs(open, made, limits, async (job) => refuse(job));
    return { outputs: outputsOf(), tools: [], problems: noTools.problems };
  }
  const { directory, discard } = makeTemporaryDirectory('gitops-gate-render-');
  try {
    const tools = await renderWithTools(open, made, { views, settings, directory }, limits);
    const used = [tools.kustomize, tools.helm].filter((tool) => tool !== undefined);
    return {
      outputs: outputsOf(),
      tools: used.map(({ name, version }) => ({ name, version })),
      problems: tools.problems,
    };
  } finally {
    discard();
  }
}

/** When all of it must be done, as performance.now() gives it, and what is said of what comes later. */
interface Limits {
  readonly deadline: number;
  readonly late: string;
}

interface Place {
  readonly views: Readonly<Record<Side, FileView>>;
  readonly settings: RenderSettings;
  readonly directory: string;
}

async function renderWithTools(
  open: readonly Job[],
  made: Map<string, RootOutput>,
  { views, settings, directory }: Place,
  { deadline, late }: Limits,
): Promise<Tools> {
  const confined = await confine(directory, settings.callMilliseconds);
  const needed = open.map(({ inputs }) => neededTools(inputs));
  const tools = await findTools(confined, {
    kustomize: needed.some(({ kustomize }) => kustomize),
    helm: needed.some(({ helm }) => helm),
  });
  const time = {
    before: new CallTime(confined, settings.callMilliseconds, deadline),
    after: new CallTime(confined, settings.callMilliseconds, deadline),
  };
  const renderers = new Map<string, Renderer>();
  /** The copies of charts that kustomizations inflate hold what they give: roots that ask for other settings have a copy of their own. */
  const rendererFor = ({ side, inputs }: Job): Renderer => {
    const own = settingsFor(inputs.root, settings);
    const key = JSON.stringify([side, own]);
    const known = renderers.get(key);
    if (known !== undefined) return known;
    const folder = join(directory, `${side}-${renderers.size}`);
    mkdirSync(folder);
    const renderer = new Renderer(folder, views[side], tools, time[side], own, late);
    renderers.set(key, renderer);
    return renderer;
  };
  await renderJobs(open, made, { deadline, late }, async (job) => {
    const { output, isUnknown } = await rendered(rendererFor(job), job.inputs);
    const isLacking = lacksTool(job.inputs, tools);
    return { output, isUnknown: isUnknown || isLacking, lacksTool: isLacking };
  });
  return tools;
}

/** Renders each of the jobs in time, the base of a head that lacks a tool not at all. */
async function renderJobs(
  jobs: readonly Job[],
  made: Map<string, RootOutput>,
  { deadline, late }: Limits,
  render: (job: Job) => Promise<Made>,
): Promise<void> {
  const open = [...jobs];
  /** What was not rendered because of this run, not of the repository. */
  const unknown = new Set<string>();
  const lacking = new Set<string>();
  const work = async () => {
    for (let job = open.shift(); job !== undefined; job = open.shift()) {
      const isVain = job.side === 'before' && lacking.has(`after ${job.id}`);
      const isLate = performance.now() > deadline;
      const why = isVain ? 'its head was not rendered' : isLate ? late : undefined;
      const { output, isUnknown, lacksTool } =
        why === undefined ? await render(job) : { output: failed(why), isUnknown: isLate && !isVain, lacksTool: false };
      made.set(keyOf(job), output);
      if (isUnknown) unknown.add(keyOf(job));
      if (lacksTool) lacking.add(keyOf(job));
    }
  };
  await Promise.all(Array.from({ length: Math.min(4, Math.max(2, availableParallelism())) }, work));
  leaveOutHeads(made, unknown);
}

/** A head is compared with its base alone. */
function leaveOutHeads(made: Map<string, RootOutput>, unknown: ReadonlySet<string>): void {
  for (const key of unknown) {
    const base = made.get(key);
    const head = key.replace(/^before /, 'after ');
    if (base?.state !== 'failed' || made.get(head)?.state !== 'rendered') continue;
    made.set(head, failed(`its base was not rendered: ${base.reason}`));
  }
}

const failed = (reason: string): RootOutput => ({ state: 'failed', reason });

interface Made {
  readonly output: RootOutput;
  /** Whether it is this run that did not let it be rendered. */
  readonly isUnknown: boolean;
  /** Whether that is because a tool is missing, which is missing for the other side as well. */
  readonly lacksTool: boolean;
}

/** What the file system refuses (a name, a full disk), and a call that ends too late, leave the one root unrendered. */
async function rendered(renderer: Renderer, inputs: RootInputs): Promise<Omit<Made, 'lacksTool'>> {
  try {
    return { output: await renderer.render(inputs), isUnknown: false };
  } catch (error) {
    if (error instanceof CallLimitError) return { output: failed(error.message), isUnknown: true };
    const code = systemErrorCode(error);
    if (code === undefined) throw error;
    return { output: failed(`its inputs could not be written (${code})`), isUnknown: true };
  }
}

const noTools: Tools = { kustomize: undefined, helm: undefined, problems: [renderingIsOff] };

const keyOf = ({ id, side }: Job): string => `${side} ${id}`;

/** What the charts of a root's kustomizations are told of the cluster. */
function settingsFor({ sources }: Root, settings: RenderSettings): RenderSettings {
  const stated = sources.filter((source) => source.kind === 'kustomize');
  return {
    ...settings,
    apiVersions: [...settings.apiVersions, ...stated.flatMap(({ apiVersions = [] }) => apiVersions)],
    kubeVersion:
      stated.map(({ kubeVersion }) => plainVersion(kubeVersion)).find((version) => version !== undefined) ??
      settings.kubeVersion,
  };
}

function plainOutput({ root }: RootInputs): RootOutput {
  const outputs = root.sources.map(() => ({ made: 'files' as const, bytes: Buffer.alloc(0), originPrefix: '' }));
  return { state: 'rendered', outputs };
}
