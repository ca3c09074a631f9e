import { createHash } from 'node:crypto';
import { analyse } from '../../src/gather/analyse.ts';
import { Budget } from '../../src/gather/budget.ts';
import { coverageOf } from '../../src/gather/coverage.ts';
import { readManifests } from '../../src/gather/manifests.ts';
import { readContextRoots } from '../../src/gather/render/context-roots.ts';
import { type RenderedChange, type RenderOptions, renderChange } from '../../src/gather/render/rendering.ts';
import { readTrees } from '../../src/gather/trees.ts';
import { emptyRange } from '../../src/git/range/range.ts';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import type { Policy } from '../../src/policy/policy.ts';
import type { Coverage } from '../../src/report/report.ts';
import type { Evidence } from '../../src/rules/evidence.ts';
import { observe } from '../../src/rules/observe.ts';
import { type Folder, memoryRepository } from '../rules/memory-repository.ts';
import { runKept } from './kept-renders.ts';
import { toolsPath } from './tools.ts';

/** Texts by path; undefined removes a file of the base. `link:` before a text makes it a symbolic link. */
export type Files = Readonly<Record<string, string | Buffer | undefined>>;

export interface Judged {
  /** `file:line severity rule`, worst first as rules give them. */
  readonly lines: readonly string[];
  readonly messages: readonly string[];
  readonly change: RenderedChange;
  readonly evidence: Evidence;
  readonly coverage: Coverage;
  /** The parts that met a limit. */
  readonly unfinished: Budget['unfinished'];
}

export interface JudgeOptions extends Partial<RenderOptions> {
  readonly policy?: Partial<Policy>;
}

/** Judges a change by the rules about content, with the real tools unless `usesTools` says otherwise. `after` is laid over `before`. */
export async function judgeChange(before: Files, after: Files, options: JudgeOptions = {}): Promise<Judged> {
  const { policy: stated, ...render } = options;
  const policy = { ...defaultPolicy, ...stated };
  // Who says how long a call may take wants to see it run.
  const rendering = { urls: [], ...(render.callMilliseconds === undefined ? { runTool: runKept } : {}), ...render };
  const repository = memoryRepository(folder(before), folder({ ...before, ...after }));
  const range = { ...emptyRange('request'), before: 'before', after: 'after' };
  const trees = await readTrees(repository, range);
  const budget = new Budget(policy.limits);
  const change = await withTools(() => renderChange(repository, trees, policy, rendering, budget));
  const manifests = await readManifests(repository, trees, policy, change, budget);
  const context = await withTools(() =>
    readContextRoots(repository, change, manifests.looseEnds, policy, rendering, budget),
  );
  const evidence: Evidence = {
    ...analyse(trees, manifests, change, context, policy, budget),
    change: { range, commits: [], commitPaths: new Map(), ...trees, touched: manifests.touched },
    policy,
    passing: [],
    ages: [],
    posture: undefined,
    trustsKeys: true,
    adminKeys: new Set(),
    now: Date.UTC(2026, 0, 5),
  };
  const observed = observe(evidence, (_, line) => line);
  return {
    lines: observed.map(({ rule, observation: { position, severity } }) => {
      const about = position?.isGuess === true ? '~' : '';
      return `${position?.file}:${about}${position?.line} ${severity ?? rule.severity} ${rule.id}`;
    }),
    messages: observed.map(({ observation }) => observation.message),
    change,
    evidence,
    coverage: coverageOf(manifests, change, context),
    unfinished: budget.unfinished,
  };
}

/** The real tools are the only ones that are found while `work` runs. */
async function withTools<T>(work: () => Promise<T>): Promise<T> {
  const { PATH } = process.env;
  process.env.PATH = toolsPath();
  try {
    return await work();
  } finally {
    process.env.PATH = PATH;
  }
}

/** The tree and the blobs of these files. */
export function folder(files: Files): Folder {
  const tree = new Map<string, { mode: string; id: string }>();
  const contents = new Map<string, Buffer>();
  for (const path of Object.keys(files).sort()) {
    const content = files[path];
    if (content === undefined) continue;
    const isLink = typeof content === 'string' && content.startsWith('link:');
    const bytes = typeof content === 'string' ? Buffer.from(isLink ? content.slice(5) : content) : content;
    const id = createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
    tree.set(path, { mode: isLink ? '120000' : '100644', id });
    contents.set(id, bytes);
  }
  return { tree, contents };
}
