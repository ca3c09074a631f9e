import type { Resource } from '../../../kube/resource.ts';
import { isMapping, list, type Mapping, mapping, text, valueUnder } from '../../../plain-values.ts';
import type { Path } from '../../../yaml/document.ts';
import { Gathered } from '../gathered.ts';
import { mergedOver } from '../merged.ts';
import type { Shape } from '../pod.ts';

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
  if (group === 'triggers.tekton.dev' && kind === 'EventListener') return listenerShapes(mapping(value.spec));
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

/**
 * The listener of Tekton Triggers 0.33: of its template the account counts before its own, and of the fields that its pod has from it
 * only these matter (pkg/reconciler/eventlistener/resources/deployment.go, custom.go). A trigger with an account creates as that
 * one, by its token or as whom the listener acts (pkg/sink/sink.go, CreateResources).
 */
function listenerShapes(spec: Mapping): readonly Shape[] {
  const resources = mapping(spec.resources);
  const kinds = ['kubernetesResource', 'customResource'].filter((field) => isMapping(resources[field]));
  const [kind = 'kubernetesResource'] = kinds;
  const path: Path = ['spec', 'resources', kind, 'spec', 'template'];
  const template = mapping(valueUnder(resources[kind], 'spec', 'template'));
  const own = mapping(template.spec);
  const pod = new Gathered()
    .put('serviceAccountName', text(spec.serviceAccountName), ['spec', 'serviceAccountName'])
    .put('serviceAccountName', text(own.serviceAccountName), [...path, 'spec', 'serviceAccountName'])
    .put('securityContext', own.securityContext, [...path, 'spec', 'securityContext']);
  const metadata = mapping(template.metadata);
  const listener = { part: '', path: ['spec'], spec: pod.spec, fields: pod.fields, metadata };
  const common = { isWhole: false, hasDefaultAccount: false };
  return [
    { ...listener, metadataPath: [...path, 'metadata'], ...common },
    ...list(spec.triggers).flatMap((trigger, index): readonly Shape[] => {
      const { name, serviceAccountName } = mapping(trigger);
      const account = text(serviceAccountName);
      if (account === undefined) return [];
      const at: Path = ['spec', 'triggers', index];
      const part = `triggers[${text(name) ?? index}]`;
      const run = { part, path: at, spec: { serviceAccountName: account }, metadata: {}, metadataPath: at };
      return [{ ...run, ...common }];
    }),
  ];
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
    const task = { part: `taskRunSpecs[${name}]`, spec: {}, path };
    return taskShape(task, run.account === undefined ? { ...run, account: common.account } : run);
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
  const template = { value: mapping(spec.stepTemplate), path: [...path, 'stepTemplate'] };
  // A step that is written elsewhere is taken as it is there (pkg/apis/pipeline/v1/merge.go, MergeStepsWithStepTemplate).
  const steps = list(spec.steps).map((step, index) => {
    const own = { value: mapping(step), path: [...path, 'steps', index] };
    return own.value.ref === undefined ? mergedOver(own, template) : { value: own.value, place: own.path };
  });
  pod
    .add(
      'containers',
      steps.map(({ value }) => value),
      (index) => steps[index]?.place ?? path,
    )
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
