import type { Resource } from '../../../kube/resource.ts';
import { entryOf, isMapping, list, type Mapping, mapping, text } from '../../../plain-values.ts';
import type { Path, YamlLimits } from '../../../yaml/document.ts';
import { parseYaml } from '../../../yaml/parse-yaml.ts';
import { Gathered } from '../gathered.ts';
import { type Merged, mergedOver } from '../merged.ts';
import { type Account, type ItemPlace, placeInside, type Shape } from '../pod.ts';

const workflows: Readonly<Record<string, Path>> = {
  Workflow: ['spec'],
  WorkflowTemplate: ['spec'],
  ClusterWorkflowTemplate: ['spec'],
  CronWorkflow: ['spec', 'workflowSpec'],
};

/** The fields by which a template says what its pod does (pkg/apis/workflow/v1alpha1, Template). */
const running = ['container', 'script', 'containerSet', 'resource', 'data', 'http', 'plugin'];

/** Fields of a workflow that all its pods have, unless their template states them (workflow/controller/workflowpod.go). */
const ofWorkflow = ['serviceAccountName', 'automountServiceAccountToken', 'securityContext', 'hostNetwork', 'volumes'];
const ofTemplate = ['serviceAccountName', 'automountServiceAccountToken', 'securityContext', 'initContainers'];
/** Inline templates are in no others, by what the server accepts. */
const deepest = 3;

/** A patch is a few lines; the file that it is in has been read within the policy's limits. */
const limits: YamlLimits = { bytes: 65_536, documents: 1, depth: 40, aliases: 50, expandedNodes: 10_000 };

/** A template of a workflow, and where it is. */
interface Template {
  readonly part: string;
  readonly value: Mapping;
  readonly path: Path;
}

/**
 * Argo Workflows 3.6: a pod for each template that runs something, also where a step or a task has it in itself. A workflow that
 * names no ServiceAccount runs as `default`; the templates of other workflows, as those say.
 */
export function argoShapes({ group, kind, value }: Resource): readonly Shape[] | undefined {
  const path = group === 'argoproj.io' ? entryOf(workflows, kind) : undefined;
  if (path === undefined) return undefined;
  const spec = mapping(path.length === 1 ? value.spec : mapping(value.spec).workflowSpec);
  const isRun = kind === 'Workflow' || kind === 'CronWorkflow';
  const templates = templatesIn(spec, path);
  const shapes = templates.flatMap((template) =>
    running.some((field) => isMapping(template.value[field])) ? [templateShape(spec, path, template, isRun)] : [],
  );
  // One that takes its templates from elsewhere still says as whom they run.
  return [...(shapes.length > 0 ? shapes : [restShape(spec, path, isRun)]), ...patchShapes(spec, path, templates)];
}

function templatesIn(spec: Mapping, path: Path): readonly Template[] {
  return list(spec.templates).flatMap((item, index) => {
    const value = mapping(item);
    const part = `templates[${text(value.name) ?? index}]`;
    return withInline({ part, value, path: [...path, 'templates', index] }, 0);
  });
}

/** A template and those that its steps and tasks have in themselves (workflow_types.go, WorkflowStep and DAGTask). */
function withInline(template: Template, depth: number): readonly Template[] {
  if (depth === deepest) return [];
  const { part, value, path } = template;
  const uses = [
    ...list(value.steps).flatMap((group, index) =>
      list(group).map((use, inner) => ({ use, at: [...path, 'steps', index, inner], place: `steps[${index}]` })),
    ),
    ...list(mapping(value.dag).tasks).map((use, index) => ({
      use,
      at: [...path, 'dag', 'tasks', index],
      place: 'tasks',
    })),
  ];
  return [
    template,
    ...uses.flatMap(({ use, at, place }, index) => {
      const { name, inline } = mapping(use);
      if (!isMapping(inline)) return [];
      const inside = `${part}.${place}[${text(name) ?? index}]`;
      return withInline({ part: inside, value: inline, path: [...at, 'inline'] }, depth + 1);
    }),
  ];
}

/**
 * A template over what `templateDefaults` says of its type (operator.go, mergedTemplateDefaultsInto): of the fields by which a
 * template says what it is, the defaults have only the template's own.
 */
function withDefaults({ value, path }: Template, spec: Mapping, above: Path): Merged {
  const defaults = Object.entries(mapping(spec.templateDefaults)).filter(
    ([field]) => !running.includes(field) || isMapping(value[field]),
  );
  const under = { value: Object.fromEntries(defaults), path: [...above, 'templateDefaults'] };
  return mergedOver({ value, path }, under);
}

/** What is laid over the pods of a workflow, or of one of its templates: a PodSpec in a string (strategic merge, workflow/util.ApplyPodSpecPatch). */
function patchShapes(spec: Mapping, path: Path, templates: readonly Template[]): readonly Shape[] {
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
    ...templates.flatMap((template) => patched(`${template.part} `, template.value, template.path)),
  ];
}

function templateShape(spec: Mapping, path: Path, template: Template, isRun: boolean): Shape {
  const { value, place } = withDefaults(template, spec, path);
  const at = (...inside: Path) => placeInside(place, inside);
  const pod = new Gathered().putAll(spec, path, ofWorkflow);
  for (const field of ofTemplate) pod.put(field, value[field], at(field));
  pod.add('volumes', value.volumes, (volume) => at('volumes', volume));
  for (const field of ['container', 'script']) {
    if (isMapping(value[field])) pod.add('containers', [{ name: 'main', ...value[field] }], () => at(field));
  }
  pod
    .add('containers', mapping(value.containerSet).containers, (each) => at('containerSet', 'containers', each))
    .add('containers', value.sidecars, (each) => at('sidecars', each));
  const executors = [
    executorAccount(mapping(value.executor), at('executor', 'serviceAccountName')),
    executorAccount(mapping(spec.executor), [...path, 'executor', 'serviceAccountName']),
  ].flat();
  return {
    part: template.part,
    path: template.path,
    spec: pod.spec,
    fields: pod.fields,
    ...metadataOf(mapping(value.metadata), at('metadata'), spec, path),
    isWhole: true,
    hasDefaultAccount: isRun,
    otherAccounts: executors.slice(0, 1),
  };
}

/** What a template says of its pod's labels and annotations counts over what the workflow does (workflowpod.go, addMetadata). */
function metadataOf(own: Mapping, place: ItemPlace, spec: Mapping, path: Path) {
  const root = 'path' in place ? place.path : place;
  const under = { value: mapping(spec.podMetadata), path: [...path, 'podMetadata'] };
  const merged = mergedOver({ value: own, path: root }, under);
  const fields = {
    ...('path' in merged.place ? merged.place.fields : {}),
    ...('path' in place ? place.fields : {}),
  };
  return { metadata: merged.value, metadataPath: root, metadataFields: fields };
}

/** What a workflow says of the pods of templates that are elsewhere. */
function restShape(spec: Mapping, path: Path, isRun: boolean): Shape {
  const under: Path = [...path, 'templateDefaults'];
  const defaults = mapping(spec.templateDefaults);
  const pod = new Gathered().putAll(spec, path, ofWorkflow).putAll(defaults, under, ofTemplate);
  pod.add('volumes', defaults.volumes, (volume) => [...under, 'volumes', volume]);
  for (const field of ['container', 'script']) {
    if (isMapping(defaults[field]))
      pod.add('containers', [{ name: 'main', ...defaults[field] }], () => [...under, field]);
  }
  pod.add('containers', defaults.sidecars, (each) => [...under, 'sidecars', each]);
  return {
    part: '',
    path,
    spec: pod.spec,
    fields: pod.fields,
    ...metadataOf(mapping(defaults.metadata), [...under, 'metadata'], spec, path),
    isWhole: false,
    hasDefaultAccount: isRun,
    otherAccounts: executorAccount(mapping(spec.executor), [...path, 'executor', 'serviceAccountName']),
  };
}

/** The executor next to a pod's own containers can have an account of its own. */
function executorAccount({ serviceAccountName }: Mapping, place: ItemPlace): readonly Account[] {
  const name = text(serviceAccountName);
  return name === undefined ? [] : [{ name, path: 'path' in place ? place.path : place, isGiven: true }];
}
