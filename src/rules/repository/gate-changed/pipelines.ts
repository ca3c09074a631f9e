import { isSameValue, type Mapping, mapping } from '../../../plain-values.ts';
import { quote } from '../../../policy/shape/shape.ts';
import { type CheckName, checkNames, mayBeSame } from '../../../posture/model/check-name.ts';
import {
  isGitlabPipeline,
  isLocalAction,
  isOtherPipeline,
  isPipeline,
  isSameFolder,
  isWorkflow,
} from '../../../posture/model/control-files.ts';
import { runsGate } from '../../../posture/model/runs-gate.ts';
import {
  asList,
  mentionsGate,
  readGitlabPipeline,
  readYamlObject,
  type YamlSource,
} from '../../../posture/model/yaml-object.ts';
import type { Change, ControlFiles } from '../../evidence.ts';
import { controlFilesOf } from './control-files-of.ts';
import { type GateDifference, top } from './gate-difference.ts';
import { pipelineLoosenings, pipelineRunsGate } from './gitlab-pipeline.ts';
import { otherLoosenings } from './other-pipeline.ts';
import { isOnlyCalled, type Loosening, type RunsGate, workflowLoosenings } from './workflow.ts';

/** How the change alters the workflows, local actions and pipelines that run the gate. */
export function pipelineDifferences(change: Change): readonly GateDifference[] {
  const controlFiles = controlFilesOf(change);
  const before = sourcesOf(controlFiles.before);
  const after = sourcesOf(controlFiles.after);
  const local = localGates(before);
  const runs: RunsGate = (value) => runsGate(value, local);
  const successors = successorsOf(change, before, after);
  return change.touched.flatMap(({ path }) => {
    const was = before.get(path);
    if (was && isGateFile(path, was.value, runs)) {
      return fileDifferences(path, was, after.get(path), controlFiles, runs).map((one) => ({ ...one, successors }));
    }
    if (was === undefined && isPipeline(path) && mentionsGate(controlFiles.before.get(path)?.toString())) {
      return [{ file: path, at: controlFiles.after.has(path) ? top : undefined, ...unreadBefore }];
    }
    const is = after.get(path);
    const remaining = new Map([...before].filter(([other]) => controlFiles.after.has(other)));
    return is ? checkNameCollisions(path, was, is, remaining, runs) : [];
  });
}

const unreadBefore = {
  what: 'it speaks of the gate, and what it said before could not be read',
  code: ['unread before'],
  effect: 'weakens',
} as const;

/** The paths of the files that run the gate before the change, as far as they were read. */
export function gatePipelines(change: Change): readonly string[] {
  return gateFilesIn(sourcesOf(controlFilesOf(change).before));
}

/** The touched files that run the gate only after the change: what ran it before may have moved there. */
function successorsOf(
  { touched }: Change,
  before: ReadonlyMap<string, YamlSource>,
  after: ReadonlyMap<string, YamlSource>,
): readonly string[] {
  const [was, is] = [new Set(gateFilesIn(before)), new Set(gateFilesIn(after))];
  return touched.flatMap(({ path }) => (is.has(path) && !was.has(path) ? path : []));
}

function gateFilesIn(sources: ReadonlyMap<string, YamlSource>): readonly string[] {
  const local = localGates(sources);
  return [...sources].flatMap(([path, { value }]) =>
    isGateFile(path, value, (each) => runsGate(each, local)) ? path : [],
  );
}

function sourcesOf(files: ReadonlyMap<string, Buffer>): ReadonlyMap<string, YamlSource> {
  const sources = [...files].map(([path, bytes]) => {
    const read = isGitlabPipeline(path) ? readGitlabPipeline : readYamlObject;
    const source = isPipeline(path) ? read(bytes) : undefined;
    return source ? [[path, source] as const] : [];
  });
  return new Map(sources.flat());
}

/** The local workflows and actions that run the gate, as a `uses` names them; what uses one of them runs it too. */
function localGates(sources: ReadonlyMap<string, YamlSource>): ReadonlySet<string> {
  const local = new Set<string>();
  for (let size = -1; size < local.size; ) {
    size = local.size;
    for (const [path, { value }] of sources) {
      if (isGitlabPipeline(path) || isOtherPipeline(path) || !isGateFile(path, value, (each) => runsGate(each, local)))
        continue;
      local.add(`./${path}`);
      if (isLocalAction(path)) local.add(`./${path.slice(0, Math.max(0, path.lastIndexOf('/')))}`);
    }
  }
  return local;
}

function isGateFile(path: string, value: Mapping, runs: RunsGate): boolean {
  if (isGitlabPipeline(path)) return pipelineRunsGate(value);
  if (isOtherPipeline(path)) return mentionsGate(value);
  const units = [...Object.values(mapping(value.jobs)), ...asList(mapping(value.runs).steps)];
  return units.some(runs);
}

function fileDifferences(
  path: string,
  before: YamlSource,
  after: YamlSource | undefined,
  controlFiles: ControlFiles,
  runs: RunsGate,
): readonly GateDifference[] {
  const bytes = controlFiles.before.get(path);
  if (!controlFiles.after.has(path)) {
    const goesTo = [...controlFiles.after].find(
      ([other, each]) => !controlFiles.before.has(other) && bytes?.equals(each),
    );
    const isKept = goesTo !== undefined && isWorkflow(path) && isSameFolder(path, goesTo[0]);
    const what = isKept ? `what runs the gate moves to ${quote(goesTo[0])}` : 'what runs the gate is removed';
    const code = isKept ? ['moved', goesTo[0]] : ['removed'];
    return [{ file: path, at: undefined, what, code, effect: isKept ? 'changes' : 'weakens' }];
  }
  if (!after) {
    const what = 'what runs the gate can no longer be read';
    return [{ file: path, at: top, what, code: ['unreadable'], effect: 'weakens' }];
  }
  const loosenings = isGitlabPipeline(path)
    ? pipelineLoosenings(before.value, after.value)
    : isOtherPipeline(path)
      ? otherLoosenings(before.value, after.value)
      : workflowLoosenings(before.value, after.value, runs);
  if (loosenings.length > 0) return loosenings.map((one) => located(path, after, one));
  const what = isSameValue(before.value, after.value)
    ? 'its text changes, and nothing it says'
    : 'it changes in parts that do not run the gate';
  return [{ file: path, at: top, what, code: ['no effect'], effect: 'changes' }];
}

function located(file: string, { document }: YamlSource, { path, what, code }: Loosening): GateDifference {
  return { file, at: document.at(path), what, code, effect: 'weakens' };
}

/** A job elsewhere that takes the name of the gate's check, or of its GitLab job: a required check is matched by name. */
function checkNameCollisions(
  path: string,
  before: YamlSource | undefined,
  after: YamlSource,
  sources: ReadonlyMap<string, YamlSource>,
  runs: RunsGate,
): readonly GateDifference[] {
  if (isGitlabPipeline(path)) {
    const isNew =
      pipelineRunsGate(after.value) && [...sources].some(([p, s]) => isGitlabPipeline(p) && pipelineRunsGate(s.value));
    const what = 'a second file defines a job that speaks of the gate, which can override it';
    return isNew ? [{ file: path, at: top, what, code: ['second definition'], effect: 'weakens' }] : [];
  }
  if (!isWorkflow(path) || isOnlyCalled(after.value)) return [];
  const names = [...sources].flatMap(([p, { value }]) =>
    isWorkflow(p) && isSameFolder(p, path) ? gateChecks(value, runs) : [],
  );
  const jobs = mapping(after.value.jobs);
  const old = before === undefined || isOnlyCalled(before.value) ? {} : mapping(before.value.jobs);
  return Object.keys(jobs)
    .filter((id) => !isSameValue(old[id], jobs[id]) && mayBeSame(names, checkNames(jobs, id)))
    .map((id) =>
      located(path, after, {
        path: ['jobs', id],
        what: 'a job of another workflow takes, or may take, the name of the gate’s check',
        code: ['check name taken', id],
      }),
    );
}

function gateChecks(workflow: Mapping, runs: RunsGate): readonly CheckName[] {
  const jobs = mapping(workflow.jobs);
  return Object.keys(jobs)
    .filter((id) => runs(jobs[id]))
    .flatMap((id) => checkNames(jobs, id));
}
