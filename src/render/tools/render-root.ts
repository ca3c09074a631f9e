import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { clipped } from '../../clipped.ts';
import { isMapping } from '../../plain-values.ts';
import type { Part } from '../graph/part.ts';
import type { FileView } from '../model/file-view.ts';
import { inFolder } from '../model/paths.ts';
import type { Source } from '../model/root.ts';
import { lackingParts } from '../plan/missing-targets.ts';
import type { RootOutput, ToolOutput } from '../plan/outputs.ts';
import { type NeededTools, neededTools, type RootInputs } from '../plan/plan.ts';
import { chartEdits, type HelmCall, type Inflation, kustomizationEdit, plainJson, wrapper } from '../plan/recipe.ts';
import { mayMakeUp, withoutMadeUp } from '../result/made-up.ts';
import type { CallTime } from './confinement.ts';
import { errorWords } from './error-words.ts';
import type { Tools } from './find-tools.ts';
import { type RunTool, runLimited } from './run-limited.ts';
import { Workspace } from './workspace.ts';

/** What helm gets of the policy and the tree. */
export interface RenderSettings {
  /** Whether tools are looked for at all. */
  readonly usesTools: boolean;
  /** Milliseconds that one call of a tool may take. */
  readonly callMilliseconds: number;
  readonly kubeVersion: string;
  readonly apiVersions: readonly string[];
  /** By `runLimited`, unless a test says otherwise. */
  readonly runTool?: RunTool | undefined;
}

/** The problem where no tool is looked for. */
export const renderingIsOff = 'rendering is off';

/** A call that this run did not let end: what it would have given is unknown, while a call that fails gives nothing. */
export class CallLimitError extends Error {}

/** Whether a root needs a tool that is not here. */
export function lacksTool(inputs: RootInputs, { kustomize, helm }: Tools): boolean {
  const needed = neededTools(inputs);
  return (needed.kustomize && kustomize === undefined) || (needed.helm && helm === undefined);
}

/** Why the tools that are needed are missing, and no others. */
function problemsOf({ kustomize, helm, problems }: Tools, needed: NeededTools): string {
  const counts = (isOfHelm: boolean) => (isOfHelm ? needed.helm && !helm : needed.kustomize && !kustomize);
  const own = problems.filter((problem) => problem === renderingIsOff || counts(problem.startsWith('helm')));
  return (own.length > 0 ? own : problems).join('; ');
}

/** Why a root is not built with these tools, whatever they would make of it; undefined where they are asked. */
export function refusalOf(inputs: RootInputs, tools: Tools): string | undefined {
  const refused = inputs.closure.gaps.find(({ kind }) => kind === 'outside' || kind === 'link');
  if (refused !== undefined) {
    const why = refused.kind === 'link' ? 'is a link, which is never followed' : 'leads out of the repository';
    return `${clipped(refused.name, 200)} ${why}`;
  }
  return lacksTool(inputs, tools) ? problemsOf(tools, neededTools(inputs)) : undefined;
}

/** Renders the roots of one side with the tools of this machine, in a folder of its own. */
export class Renderer {
  readonly #workspace: Workspace;
  readonly #view: FileView;
  readonly #tools: Tools;
  readonly #time: CallTime;
  /** What is said where the time for all is over. */
  readonly #late: string;
  /** The first call of each chart: the others of it wait, so that what is made to take for ever does so once. */
  readonly #firstCalls = new Map<string, Promise<unknown>>();
  readonly #settings: RenderSettings;
  /** Kustomizations and charts whose copy is made, with why it could not be. */
  readonly #prepared = new Map<string, Promise<string | undefined>>();

  constructor(directory: string, view: FileView, tools: Tools, time: CallTime, settings: RenderSettings, late: string) {
    this.#workspace = new Workspace(directory, view);
    this.#view = view;
    this.#tools = tools;
    this.#time = time;
    this.#late = late;
    this.#settings = settings;
  }

  /** Renders one root. What the repository holds throws nothing but CallLimitError. */
  async render(inputs: RootInputs): Promise<RootOutput> {
    const { root, closure } = inputs;
    const failed = (reason: string): RootOutput => ({ state: 'failed', reason });
    const refusal = refusalOf(inputs, this.#tools);
    if (refusal !== undefined) return failed(refusal);
    const lacking = lackingParts(closure.kustomizations);
    const isEdited = ({ drops, folder }: Part) => drops.length > 0 || lacking.has(folder);
    const edited = new Set([
      ...closure.kustomizations.filter(isEdited).map(({ file }) => file),
      ...closure.charts.flatMap(({ drops }) => drops.map(({ file }) => file)),
    ]);
    for (const path of closure.files) {
      const problem = edited.has(path) ? undefined : this.#workspace.copy(path);
      if (problem !== undefined) return failed(problem);
    }
    for (const chart of closure.charts) {
      const problem = await this.#once(`c:${chart.folder}`, async () => this.#prepareChart(chart.folder, closure));
      if (problem !== undefined) return failed(problem);
    }
    for (const part of closure.kustomizations) {
      const problem = await this.#once(`k:${part.folder}`, () =>
        this.#prepareKustomization(part, lacking.has(part.folder)),
      );
      if (problem !== undefined) return failed(problem);
    }
    const outputs: ToolOutput[] = [];
    for (const source of root.sources) {
      const output = await this.#source(source);
      if (typeof output === 'string') return failed(output);
      outputs.push(output);
    }
    return { state: 'rendered', outputs };
  }

  #once(key: string, make: () => Promise<string | undefined>): Promise<string | undefined> {
    const known = this.#prepared.get(key) ?? make();
    this.#prepared.set(key, known);
    return known;
  }

  async #prepareKustomization(part: Part, isLacking: boolean): Promise<string | undefined> {
    const { edit, inflations } = kustomizationEdit(this.#view, part, isLacking);
    for (const inflation of inflations) {
      const problem = await this.#inflate(inflation);
      if (problem !== undefined) return problem;
    }
    return edit === undefined ? undefined : this.#workspace.write(edit.path, edit.text);
  }

  async #inflate({ call, output }: Inflation): Promise<string | undefined> {
    const made = await this.#helm(call);
    return typeof made === 'string' ? made : this.#workspace.write(output, made);
  }

  /** Writes a chart's changed files, and its dependencies from elsewhere in the repository where helm looks for them. */
  async #prepareChart(folder: string, closure: RootInputs['closure']): Promise<string | undefined> {
    const chart = closure.charts.find((each) => each.folder === folder);
    if (chart === undefined) return undefined;
    for (const { path, text } of chartEdits(this.#view, chart)) {
      const problem = this.#workspace.write(path, text);
      if (problem !== undefined) return problem;
    }
    for (const dependency of chart.local) {
      const problem = this.#copyDependency(
        dependency.folder,
        inFolder(folder, `charts/${dependency.name}`),
        closure,
        0,
      );
      if (problem !== undefined) return problem;
    }
    return undefined;
  }

  #copyDependency(from: string, to: string, closure: RootInputs['closure'], depth: number): string | undefined {
    const chart = closure.charts.find((each) => each.folder === from);
    if (chart === undefined || depth > 5) return `the dependency ${from} cannot be copied`;
    for (const path of chart.files) {
      const problem = this.#workspace.write(
        inFolder(to, path.slice(from === '' ? 0 : from.length + 1)),
        this.#view.bytes(path) ?? '',
      );
      if (problem !== undefined) return problem;
    }
    for (const inner of chart.local) {
      const problem = this.#copyDependency(inner.folder, `${to}/charts/${inner.name}`, closure, depth + 1);
      if (problem !== undefined) return problem;
    }
    return undefined;
  }

  async #source(source: Source): Promise<ToolOutput | string> {
    if (source.kind === 'helm') return this.#chart(source);
    const folder = this.#workspace.folder();
    const place = (path: string) => this.#workspace.relative(folder, path);
    const named = source.kind === 'kustomize' ? [source.folder] : [...source.files, ...source.kustomizations];
    return this.#build(folder, wrapper(named.map(place), source.options, place));
  }

  async #chart(source: Extract<Source, { kind: 'helm' }>): Promise<ToolOutput | string> {
    const { chart, release, namespace, valueFiles, values, parameters, skipCrds, options } = source;
    const made = await this.#helm({
      chart,
      release,
      namespace,
      values: [...valueFiles, ...values],
      parameters,
      includeCrds: !skipCrds,
      skipHooks: false,
      apiVersions: source.apiVersions ?? [],
      kubeVersion: source.kubeVersion,
    });
    if (typeof made === 'string') return made;
    if (Object.keys(options).length === 0) return { made: 'helm', bytes: made, originPrefix: '' };
    const folder = this.#workspace.folder();
    writeFileSync(join(folder, 'chart.yaml'), made);
    return this.#build(
      folder,
      wrapper(['chart.yaml'], options, (path) => this.#workspace.relative(folder, path)),
    );
  }

  async #build(folder: string, kustomization: string): Promise<ToolOutput | string> {
    const { kustomize } = this.#tools;
    if (kustomize === undefined) return problemsOf(this.#tools, { kustomize: true, helm: false });
    writeFileSync(join(folder, 'kustomization.yaml'), kustomization);
    const args = [
      kustomize.name === 'kustomize' ? 'build' : 'kustomize',
      '--load-restrictor=LoadRestrictionsNone',
      '--',
      folder,
    ];
    const made = await this.#run(kustomize.path, args);
    const originPrefix = `${this.#workspace.relative(folder, '')}/`;
    return typeof made === 'string' ? made : { made: 'kustomize', bytes: made, originPrefix };
  }

  async #helm(call: HelmCall): Promise<Buffer | string> {
    const { helm } = this.#tools;
    if (helm === undefined) return problemsOf(this.#tools, { kustomize: false, helm: true });
    const folder = call.values.some(isMapping) ? this.#workspace.folder() : '';
    const files = call.values.map((values, index) => {
      if (typeof values === 'string') return this.#workspace.path(values);
      const file = join(folder, `values-${index}.yaml`);
      writeFileSync(file, plainJson(values));
      return file;
    });
    const args = [
      'template',
      `--namespace=${plainName(call.namespace, 'release-namespace')}`,
      `--kube-version=${plainVersion(call.kubeVersion) ?? this.#settings.kubeVersion}`,
      ...(call.includeCrds ? ['--include-crds'] : []),
      ...(call.skipHooks ? ['--no-hooks'] : []),
      ...[...this.#settings.apiVersions, ...call.apiVersions].map((version) => `--api-versions=${version}`),
      ...files.map((file) => `--values=${file}`),
      ...call.parameters.map(({ name, value, isText }) => `--set${isText ? '-string' : ''}=${name}=${escaped(value)}`),
      '--',
      plainName(call.release, 'release'),
      this.#workspace.path(call.chart),
    ];
    const first = this.#firstCalls.get(call.chart);
    await first?.catch(() => undefined);
    const running = this.#run(helm.path, args);
    if (first === undefined) this.#firstCalls.set(call.chart, running);
    const made = await running;
    const again = typeof made === 'string' || !this.#makesUp(call.chart) ? made : await this.#run(helm.path, args);
    return typeof made === 'string' || typeof again === 'string' ? made : withoutMadeUp(made, again);
  }

  /** Whether what a chart gives may be another thing each time. */
  #makesUp(chart: string): boolean {
    return this.#view.below(chart).some((path) => {
      const isTemplate = path.includes('/templates/') || path.startsWith('templates/');
      return path.endsWith('.tgz') || (isTemplate && mayMakeUp(this.#view.bytes(path) ?? Buffer.alloc(0)));
    });
  }

  /** What a tool prints, or why it does not: its own words without the names of our folders. Throws CallLimitError. */
  async #run(path: string, args: readonly string[]): Promise<Buffer | string> {
    const { limits, words } = this.#time;
    const { runTool = runLimited } = this.#settings;
    const result = await runTool(path, args, limits);
    if (result.failure === 'time' && this.#time.isOver) throw new CallLimitError(this.#late);
    if (result.failure === 'time' || result.failure === 'killed') this.#time.cut();
    switch (result.failure) {
      case undefined:
        return result.stdout;
      case 'time':
        throw new CallLimitError(`it takes longer than ${words}`);
      case 'killed':
        throw new CallLimitError(`it was stopped, for its memory or for computing longer than ${words}`);
      case 'output':
        throw new CallLimitError(`it gives more than ${limits.outputBytes / 1024 / 1024} MiB`);
      case 'start':
        throw new CallLimitError('the tool could not be started');
      default:
        return errorWords(result.stderr, [this.#workspace.path(''), this.#workspace.directory]);
    }
  }
}

/** A version of Kubernetes as it is; anything else could be taken for a flag. */
export function plainVersion(version: string | undefined): string | undefined {
  return version !== undefined && /^v?\d+\.\d+(?:\.\d+)?(?:[-+][\w.+-]*)?$/.test(version) ? version : undefined;
}

/** A DNS name as it is; anything else could be taken for a flag, and helm refuses it. */
function plainName(name: string | undefined, otherwise: string): string {
  return name !== undefined && /^[a-z0-9](?:[a-z0-9.-]{0,61}[a-z0-9])?$/.test(name) ? name : otherwise;
}

/** Commas separate settings in `--set`, save inside braces (Argo CD escapes them likewise). */
function escaped(value: string): string {
  return value.startsWith('{') ? value : value.replaceAll(/(?<!\\),/g, '\\,');
}
