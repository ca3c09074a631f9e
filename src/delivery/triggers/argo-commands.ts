import { addTo, groupBy } from '../../groups.ts';
import { isMapping, list, type Mapping, mapping, scalarText } from '../../plain-values.ts';
import type { Path } from '../../yaml/document.ts';
import { beyond, commandsOf, type Find, mostSteps, type Sink } from './commands.ts';
import { podSinks } from './pod-commands.ts';

/** Names of parameters, as a text uses them: `{{workflow.parameters.x}}`, `{{inputs.parameters['x']}}` (argo-workflows, util/template). */
const used = /\b(workflow|inputs)\.parameters(?:\.([\w-]{1,200})|\[["']([^"'\]]{1,200})["']\])?/g;

/**
 * Where a Sensor of Argo Events puts what an event brings into commands of the Workflows that it makes, or of the WorkflowTemplates that
 * these name (argoproj/argo-events, pkg/apis/events/v1alpha1, TriggerParameter).
 */
export function sensorSinks({ spec }: Mapping, find: Find): readonly Sink[] {
  const search: Search = { find, left: mostSteps };
  return list(mapping(spec).triggers).flatMap((trigger, index) => {
    const { template } = mapping(trigger);
    return ['k8s', 'argoWorkflow'].flatMap((field): readonly Sink[] => {
      const { source, parameters } = mapping(mapping(template)[field]);
      const { resource } = mapping(source);
      if (!isMapping(resource)) return [];
      const path: Path = ['spec', 'triggers', index, 'template', field];
      const where = `trigger ${scalarText(mapping(template).name) || String(index)}`;
      const spec = mapping(resource.spec);
      const dests = filled(parameters);
      const run = { spec, path: [...path, 'source', 'resource'], where, dests, globals: globalsOf(spec, dests) };
      return [...workflowSinks(run, search), ...podSinks(resource, dests, run.path, where)];
    });
  });
}

/**
 * The same of a WorkflowEventBinding, which has the WorkflowTemplate that it names run with what an event brings (argo-workflows,
 * pkg/apis/workflow/v1alpha1, Submit).
 */
export function bindingSinks({ spec }: Mapping, find: Find): readonly Sink[] {
  const { workflowTemplateRef, arguments: given } = mapping(mapping(spec).submit);
  const parameters = list(mapping(given).parameters).map(mapping);
  const isOfEvent = ({ valueFrom }: Mapping) => mapping(valueFrom).event !== undefined;
  const globals = new Set(parameters.filter(isOfEvent).map(({ name }) => scalarText(name)));
  const path: Path = ['spec', 'submit', 'arguments'];
  const run = { spec: { workflowTemplateRef }, path, where: 'submit', dests: new Set<string>(), globals };
  return workflowSinks(run, { find, left: mostSteps });
}

/** The parameters of a Workflow that events fill in. */
function globalsOf(spec: Mapping, dests: ReadonlySet<string>): ReadonlySet<string> {
  return new Set(
    [...dests].flatMap((dest) => {
      const [, index] = /^spec\.arguments\.parameters\.(\d{1,6})(?:\.|$)/.exec(dest) ?? [];
      const parameter = mapping(list(mapping(spec.arguments).parameters)[Number(index)]);
      return index === undefined ? [] : [scalarText(parameter.name)];
    }),
  );
}

/** The paths in the resource that events fill in, as `spec.arguments.parameters.0.value`. */
function filled(parameters: unknown): ReadonlySet<string> {
  const dests = list(parameters).flatMap((each) => {
    const { src, dest } = mapping(each);
    const { dataKey, dataTemplate, contextKey, contextTemplate, useRawData } = mapping(src);
    const isOfEvent = [dataKey, dataTemplate, contextKey, contextTemplate, useRawData].some((by) => by !== undefined);
    return isOfEvent ? [scalarText(dest)] : [];
  });
  return new Set(dests);
}

/** What is run: a Workflow as a Sensor writes it, or the WorkflowTemplate that a binding names. */
interface Run {
  readonly spec: Mapping;
  /** In the object that takes the event. */
  readonly path: Path;
  readonly where: string;
  /** Places of the Workflow that events fill in. */
  readonly dests: ReadonlySet<string>;
  /** Its parameters that hold what an event brings. */
  readonly globals: ReadonlySet<string>;
}

/** A template with where it is called from: names of other templates are those of its own WorkflowTemplate. */
interface Template {
  readonly value: Mapping;
  /** From the Workflow; undefined of what is elsewhere. */
  readonly at: Path | undefined;
  /** The WorkflowTemplate that it is in; '' of the Workflow, and of the one that it is made of. */
  readonly scope: string;
  readonly label: string;
}

function workflowSinks(run: Run, search: Search): readonly Sink[] {
  const { spec, path, where, dests, globals } = run;
  const reference = scalarText(mapping(spec.workflowTemplateRef).name);
  const others = specsOf(reference, search);
  const own = list(spec.templates).map(
    (value, index): Template => ({ value: mapping(value), at: ['spec', 'templates', index], scope: '', label: '' }),
  );
  const templates = [...own, ...others.flatMap((other) => templatesIn(other, reference, ''))];
  search.left -= templates.length;
  if (search.left <= 0) return [{ where: `${where}, ${beyond}`, path }];
  const entries = [spec, ...others].map(({ entrypoint }) => scalarText(entrypoint)).filter((name) => name !== '');
  const { called, tainted, isAll } = spread(templates, globals, entries, search);
  const found = called.flatMap(({ value, at, scope, label }) =>
    commandsIn(value).flatMap((command) => {
      const isFilled = at !== undefined && dests.has([...at, ...command.path].join('.'));
      if (!isFilled && !isTainted(command.text, globals, tainted.get(keyOf(scope, scalarText(value.name))))) return [];
      const of = [where, label, `template ${scalarText(value.name)}`].filter((each) => each !== '').join(', ');
      return [{ where: of, path: at === undefined ? path : [...path, ...at, ...command.path] }];
    }),
  );
  return isAll ? found : [...found, { where: `${where}, ${beyond}`, path }];
}

const keyOf = (scope: string, name: string) => JSON.stringify([scope, name]);

function specsOf(name: string, search: Search): readonly Mapping[] {
  if (name === '') return [];
  return ['WorkflowTemplate', 'ClusterWorkflowTemplate'].flatMap((kind) =>
    search.find(kind, name).map((each) => mapping(each.spec)),
  );
}

function templatesIn(spec: Mapping, name: string, scope: string): readonly Template[] {
  return list(spec.templates).map((value) => ({
    value: mapping(value),
    at: undefined,
    scope,
    label: `WorkflowTemplate ${name}`,
  }));
}

/** What is looked at: the objects that names mean, and how many templates, calls and parameters may still be. */
interface Search {
  readonly find: Find;
  left: number;
}

/** Which inputs of which templates hold what an event brings, also of templates of others that are called (`templateRef`). */
function spread(
  templates: readonly Template[],
  globals: ReadonlySet<string>,
  entries: readonly string[],
  search: Search,
) {
  const called = [...templates];
  const byKey = groupBy(templates, ({ scope, value }) => keyOf(scope, scalarText(value.name)));
  const known = new Set(['']);
  const tainted = new Map(entries.map((entry) => [keyOf('', entry), new Set(globals)]));
  const open = [...byKey.keys()];
  /** The key of the template that a call means, whose WorkflowTemplate is read the first time. */
  const meant = ({ template, templateRef }: Mapping, scope: string): string => {
    if (!isMapping(templateRef)) return keyOf(scope, scalarText(template));
    const name = scalarText(templateRef.name);
    if (!known.has(name)) {
      known.add(name);
      const added = specsOf(name, search).flatMap((spec) => templatesIn(spec, name, name));
      search.left -= added.length;
      called.push(...added);
      for (const each of added) {
        const key = keyOf(each.scope, scalarText(each.value.name));
        addTo(byKey, key, each);
        open.push(key);
      }
    }
    return keyOf(name, scalarText(templateRef.template));
  };
  while (open.length > 0 && search.left > 0) {
    const key = open.pop() ?? '';
    for (const { value, scope } of [...(byKey.get(key) ?? [])]) {
      for (const call of callsIn(value)) {
        const target = meant(call, scope);
        const inputs = tainted.get(target) ?? new Set<string>();
        const size = inputs.size;
        search.left -= 1;
        const isOfItems = isTainted(scalarText(call.withParam), globals, tainted.get(key));
        for (const parameter of list(mapping(call.arguments).parameters)) {
          const { name: input, value: passed } = mapping(parameter);
          const text = scalarText(passed);
          search.left -= 1 + Math.floor(text.length / 1000);
          const isItem = isOfItems && /\{\{-?\s{0,9}=?\s{0,9}item\b/.test(text);
          if (isItem || isTainted(text, globals, tainted.get(key))) inputs.add(scalarText(input));
        }
        tainted.set(target, inputs);
        if (inputs.size > size) open.push(target);
      }
    }
  }
  const isCalled = ({ scope, value }: Template) => scope === '' || tainted.has(keyOf(scope, scalarText(value.name)));
  return { called: called.filter(isCalled), tainted, isAll: open.length === 0 };
}

/** What a template has run: steps, tasks of a graph, and what follows each of them. */
function callsIn({ steps, dag }: Mapping): readonly Mapping[] {
  const calls = [...list(steps).flatMap((group) => list(group)), ...list(mapping(dag).tasks)].map(mapping);
  return [...calls, ...calls.flatMap(({ hooks }) => Object.values(mapping(hooks)).map(mapping))];
}

function isTainted(text: string, globals: ReadonlySet<string>, inputs: ReadonlySet<string> | undefined): boolean {
  if (!text.includes('{{')) return false;
  return [...text.matchAll(used)].some(([, kind, plain, quoted]) => {
    const held = kind === 'workflow' ? globals : inputs;
    const name = plain ?? quoted;
    return held !== undefined && held.size > 0 && (name === undefined || held.has(name));
  });
}

function commandsIn(template: Mapping) {
  const { container, script, containerSet, initContainers, sidecars } = template;
  const single = Object.entries({ container, script }).flatMap(([field, value]) =>
    isMapping(value) ? commandsOf(value, [field]) : [],
  );
  const lists = { initContainers, sidecars };
  const several = Object.entries(lists).flatMap(([field, all]) =>
    list(all).flatMap((each, index) => commandsOf(mapping(each), [field, index])),
  );
  const set = list(mapping(containerSet).containers).flatMap((each, index) =>
    commandsOf(mapping(each), ['containerSet', 'containers', index]),
  );
  return [...single, ...several, ...set];
}
