import type { Resource } from '../../kube/resource.ts';
import { isMapping, list, type Mapping, mapping, text } from '../../plain-values.ts';
import type { Path } from '../../yaml/document.ts';
import { Gathered } from './gathered.ts';
import type { Shape } from './pod.ts';

/** What a run says of its pods: the account, and the pod's own fields. */
interface RunsAs {
  readonly account: { readonly name: string; readonly path: Path } | undefined;
  readonly pod: { readonly fields: Mapping; readonly path: Path };
}

/** Steps, and where they are. */
interface Task {
  readonly part: string;
  readonly spec: Mapping;
  readonly path: Path;
}

/**
 * Tekton Pipelines 1.0 (pkg/apis/pipeline/v1 and v1beta1): the pods of Tasks, and of runs. A Task runs as whoever runs it; a run
 * that names no ServiceAccount as `default` (config-defaults, default-service-account).
 */
export function tektonShapes({ group, kind, value }: Resource): readonly Shape[] | undefined {
  if (group !== 'tekton.dev') return undefined;
  const spec = mapping(value.spec);
  switch (kind) {
    case 'Task':
    case 'ClusterTask':
      return [taskShape({ part: '', spec, path: ['spec'] })];
    case 'Pipeline':
      return pipelineTasks(spec, ['spec']).map((task) => taskShape(task));
    case 'TaskRun':
      return taskRunShapes(spec);
    case 'PipelineRun':
      return pipelineRunShapes(spec);
    default:
      return undefined;
  }
}

function taskRunShapes(spec: Mapping): readonly Shape[] {
  const run = runsAs(spec, ['spec'], 'serviceAccountName', 'podTemplate');
  const task = isMapping(spec.taskSpec) ? spec.taskSpec : undefined;
  return [taskShape({ part: '', spec: task ?? {}, path: ['spec', 'taskSpec'] }, run)];
}

function pipelineRunShapes(spec: Mapping): readonly Shape[] {
  // v1 has it in taskRunTemplate, v1beta1 at the top.
  const common = isMapping(spec.taskRunTemplate)
    ? runsAs(spec.taskRunTemplate, ['spec', 'taskRunTemplate'], 'serviceAccountName', 'podTemplate')
    : runsAs(spec, ['spec'], 'serviceAccountName', 'podTemplate');
  const tasks = pipelineTasks(mapping(spec.pipelineSpec), ['spec', 'pipelineSpec']);
  const single = list(spec.taskRunSpecs).map((item, index): Shape => {
    const path: Path = ['spec', 'taskRunSpecs', index];
    const own = mapping(item);
    const isOld = own.taskServiceAccountName !== undefined || own.taskPodTemplate !== undefined;
    const run = isOld
      ? runsAs(own, path, 'taskServiceAccountName', 'taskPodTemplate')
      : runsAs(own, path, 'serviceAccountName', 'podTemplate');
    const name = text(own.pipelineTaskName) ?? String(index);
    return taskShape({ part: `taskRunSpecs[${name}]`, spec: {}, path }, run.account === undefined ? common : run);
  });
  const whole = tasks.map((task) => taskShape(task, common));
  return [...(whole.length > 0 ? whole : [taskShape({ part: '', spec: {}, path: ['spec'] }, common)]), ...single];
}

/** The tasks that a pipeline has in itself. */
function pipelineTasks(spec: Mapping, path: Path): readonly Task[] {
  return ['tasks', 'finally'].flatMap((field) =>
    list(spec[field]).flatMap((item, index) => {
      const { taskSpec, name } = mapping(item);
      if (!isMapping(taskSpec)) return [];
      const part = `${field}[${text(name) ?? index}]`;
      return [{ part, spec: taskSpec, path: [...path, field, index, 'taskSpec'] }];
    }),
  );
}

function runsAs(spec: Mapping, path: Path, account: string, pod: string): RunsAs {
  const name = text(spec[account]);
  return {
    account: name === undefined ? undefined : { name, path: [...path, account] },
    pod: { fields: mapping(spec[pod]), path: [...path, pod] },
  };
}

function taskShape({ part, spec, path }: Task, run?: RunsAs): Shape {
  const pod = new Gathered();
  if (run !== undefined) pod.putAll(run.pod.fields, run.pod.path);
  if (run?.account !== undefined) pod.put('serviceAccountName', run.account.name, run.account.path);
  const { stepTemplate } = spec;
  const steps = list(spec.steps).map((step) =>
    isMapping(stepTemplate) ? { ...stepTemplate, ...mapping(step) } : step,
  );
  // What a step has from the template is written there.
  const ofTemplate = (index: number) =>
    Object.fromEntries(
      Object.keys(mapping(stepTemplate)).flatMap((field) =>
        mapping(list(spec.steps)[index])[field] === undefined ? [[field, [...path, 'stepTemplate', field]]] : [],
      ),
    );
  pod
    .add('containers', steps, (index) => ({ path: [...path, 'steps', index], fields: ofTemplate(index) }))
    .add('containers', spec.sidecars, (index) => [...path, 'sidecars', index])
    .add('volumes', spec.volumes, (index) => [...path, 'volumes', index]);
  return {
    part,
    path,
    spec: pod.spec,
    fields: pod.fields,
    metadata: mapping(spec.metadata),
    metadataPath: [...path, 'metadata'],
    isWhole: steps.length > 0,
    hasDefaultAccount: run !== undefined,
  };
}
