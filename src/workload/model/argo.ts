import type { Resource } from '../../kube/resource.ts';
import { entryOf, isMapping, list, type Mapping, mapping, text } from '../../plain-values.ts';
import type { Path, YamlLimits } from '../../yaml/document.ts';
import { parseYaml } from '../../yaml/parse-yaml.ts';
import { Gathered } from './gathered.ts';
import type { Account, Shape } from './pod.ts';

const workflows: Readonly<Record<string, Path>> = {
  Workflow: ['spec'],
  WorkflowTemplate: ['spec'],
  ClusterWorkflowTemplate: ['spec'],
  CronWorkflow: ['spec', 'workflowSpec'],
};

const eventKinds: ReadonlySet<string> = new Set(['Sensor', 'EventSource']);

/** The fields by which a template says what its pod does (pkg/apis/workflow/v1alpha1, Template). */
const running = ['container', 'script', 'containerSet', 'resource', 'data', 'http', 'plugin'];

/** Fields of a workflow that all its pods have, unless their template states them (workflow/controller/workflowpod.go). */
const ofWorkflow = ['serviceAccountName', 'automountServiceAccountToken', 'securityContext', 'hostNetwork', 'volumes'];
const ofTemplate = ['serviceAccountName', 'automountServiceAccountToken', 'securityContext', 'initContainers'];

/** A patch is a few lines; the file that it is in has been read within the policy's limits. */
const limits: YamlLimits = { bytes: 65_536, documents: 1, depth: 40, aliases: 50, expandedNodes: 10_000 };

/**
 * Argo Workflows 3.6: a pod for each template that runs something; and Argo Events 1.9, whose Sensors and EventSources have a
 * PodSpec of a few fields. A workflow that names no ServiceAccount runs as `default`; the templates of other workflows, as
 * those say.
 */
export function argoShapes({ group, kind, value }: Resource): readonly Shape[] | undefined {
  if (group !== 'argoproj.io') return undefined;
  if (eventKinds.has(kind)) return [eventShape(mapping(mapping(value.spec).template))];
  const path = entryOf(workflows, kind);
  if (path === undefined) return undefined;
  const spec = mapping(path.length === 1 ? value.spec : mapping(value.spec).workflowSpec);
  const isRun = kind === 'Workflow' || kind === 'CronWorkflow';
  const shapes = list(spec.templates).flatMap((template, index) => {
    const isRunning = running.some((field) => isMapping(mapping(template)[field]));
    return isRunning ? [templateShape(spec, path, mapping(template), index, isRun)] : [];
  });
  // One that takes its templates from elsewhere still says as whom they run.
  return [...(shapes.length > 0 ? shapes : [restShape(spec, path, isRun)]), ...patchShapes(spec, path)];
}

/** What is laid over the pods of a workflow, or of one of its templates: a PodSpec in a string (strategic merge, workflow/util.ApplyPodSpecPatch). */
function patchShapes(spec: Mapping, path: Path): readonly Shape[] {
  const patched = (part: string, of: unknown, at: Path): readonly Shape[] => {
    const patch = text(mapping(of).podSpecPatch);
    const [document] = patch === undefined ? [] : parseYaml(Buffer.from(patch), limits).documents;
    if (document === undefined || !isMapping(document.value)) return [];
    const common = { metadata: {}, metadataPath: at, isWhole: false, hasDefaultAccount: false };
    return [{ part: `${part}podSpecPatch`, path: [...at, 'podSpecPatch'], spec: document.value, ...common }];
  };
  return [
    ...patched('', spec, path),
    ...patched('templateDefaults ', spec.templateDefaults, [...path, 'templateDefaults']),
    ...list(spec.templates).flatMap((template, index) =>
      patched(`templates[${text(mapping(template).name) ?? index}] `, template, [...path, 'templates', index]),
    ),
  ];
}

function templateShape(spec: Mapping, path: Path, template: Mapping, index: number, isRun: boolean): Shape {
  const at: Path = [...path, 'templates', index];
  const pod = new Gathered()
    .putAll(spec, path, ofWorkflow)
    .putAll(mapping(spec.templateDefaults), [...path, 'templateDefaults'], ofTemplate)
    .putAll(template, at, ofTemplate)
    .add('volumes', template.volumes, (volume) => [...at, 'volumes', volume]);
  for (const field of ['container', 'script']) {
    if (isMapping(template[field])) pod.add('containers', [{ name: 'main', ...template[field] }], () => [...at, field]);
  }
  pod
    .add('containers', mapping(template.containerSet).containers, (each) => [...at, 'containerSet', 'containers', each])
    .add('containers', template.sidecars, (each) => [...at, 'sidecars', each]);
  const executors = [
    executorAccount(mapping(template.executor), at),
    executorAccount(mapping(spec.executor), path),
  ].flat();
  return {
    part: `templates[${text(template.name) ?? index}]`,
    path: at,
    spec: pod.spec,
    fields: pod.fields,
    metadata: mapping(template.metadata),
    metadataPath: [...at, 'metadata'],
    isWhole: true,
    hasDefaultAccount: isRun,
    otherAccounts: executors.slice(0, 1),
  };
}

function restShape(spec: Mapping, path: Path, isRun: boolean): Shape {
  const { podMetadata } = spec;
  return {
    part: '',
    path,
    spec: new Gathered().putAll(spec, path, ofWorkflow).spec,
    metadata: mapping(podMetadata),
    metadataPath: [...path, 'podMetadata'],
    isWhole: false,
    hasDefaultAccount: isRun,
    otherAccounts: executorAccount(mapping(spec.executor), path),
  };
}

/** The executor next to a pod's own containers can have an account of its own. */
function executorAccount({ serviceAccountName }: Mapping, path: Path): readonly Account[] {
  const name = text(serviceAccountName);
  return name === undefined ? [] : [{ name, path: [...path, 'executor', 'serviceAccountName'], isGiven: true }];
}

function eventShape(template: Mapping): Shape {
  const path: Path = ['spec', 'template'];
  const pod = new Gathered().putAll(template, path, ['serviceAccountName', 'securityContext', 'volumes']);
  if (isMapping(template.container)) {
    pod.add('containers', [{ name: 'main', ...template.container }], () => [...path, 'container']);
  }
  return {
    part: '',
    path,
    spec: pod.spec,
    fields: pod.fields,
    metadata: mapping(template.metadata),
    metadataPath: [...path, 'metadata'],
    isWhole: true,
    hasDefaultAccount: true,
  };
}
