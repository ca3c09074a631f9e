import { groupBy } from '../../groups.ts';
import { isMapping, list, type Mapping, mapping, scalarText } from '../../plain-values.ts';
import type { Path } from '../../yaml/document.ts';
import { beyond, commandsOf, type Find, mostSteps, type Sink } from './commands.ts';

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
      return workflowSinks(resource, [...path, 'source', 'resource'], where, filled(parameters), search);
    });
  });
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

function workflowSinks(
  resource: Mapping,
  path: Path,
  where: string,
  dests: ReadonlySet<string>,
  search: Search,
): readonly Sink[] {
  const spec = mapping(resource.spec);
  const reference = scalarText(mapping(spec.workflowTemplateRef).name);
  const own = list(spec.templates);
  const others = ['WorkflowTemplate', 'ClusterWorkflowTemplate'].flatMap((kind) =>
    search.find(kind, reference).map((each) => mapping(each.spec)),
  );
  const templates = [
    ...own.map((value, index) => ({ value: mapping(value), at: ['spec', 'templates', index] as Path, name: '' })),
    ...others.flatMap((other) =>
      list(other.templates).map((value) => ({
        value: mapping(value),
        at: undefined,
        name: `WorkflowTemplate ${reference}`,
      })),
    ),
  ];
  search.left -= templates.length;
  if (search.left <= 0) return [{ where: `${where}, ${beyond}`, path }];
  const globals = new Set(
    [...dests].flatMap((dest) => {
      const [, index] = /^spec\.arguments\.parameters\.(\d{1,6})(?:\.|$)/.exec(dest) ?? [];
      const parameter = mapping(list(mapping(spec.arguments).parameters)[Number(index)]);
      return index === undefined ? [] : [scalarText(parameter.name)];
    }),
  );
  const entries = [spec, ...others].map(({ entrypoint }) => scalarText(entrypoint)).filter((name) => name !== '');
  const { tainted, isAll } = spread(
    templates.map(({ value }) => value),
    globals,
    entries,
    search,
  );
  const found = templates.flatMap(({ value, at, name }) =>
    commandsIn(value).flatMap((command) => {
      const isFilled = at !== undefined && dests.has([...at, ...command.path].join('.'));
      if (!isFilled && !isTainted(command.text, globals, tainted.get(scalarText(value.name)))) return [];
      const of = [where, name, `template ${scalarText(value.name)}`].filter((each) => each !== '').join(', ');
      return [{ where: of, path: at === undefined ? path : [...path, ...at, ...command.path] }];
    }),
  );
  return isAll ? found : [...found, { where: `${where}, ${beyond}`, path }];
}

/** What is looked at: the objects that names mean, and how many templates, calls and parameters may still be. */
interface Search {
  readonly find: Find;
  left: number;
}

/** Which inputs of which templates hold what an event brings. */
function spread(
  templates: readonly Mapping[],
  globals: ReadonlySet<string>,
  entries: readonly string[],
  search: Search,
) {
  const byName = groupBy(templates, ({ name }) => scalarText(name));
  const tainted = new Map(entries.map((entry) => [entry, new Set(globals)]));
  const open = [...byName.keys()];
  while (open.length > 0 && search.left > 0) {
    const name = open.pop() ?? '';
    const calls = (byName.get(name) ?? []).flatMap(({ steps, dag }) => [
      ...list(steps).flatMap((group) => list(group)),
      ...list(mapping(dag).tasks),
    ]);
    for (const call of calls) {
      const { template, arguments: given } = mapping(call);
      const inputs = tainted.get(scalarText(template)) ?? new Set<string>();
      const size = inputs.size;
      search.left -= 1;
      for (const parameter of list(mapping(given).parameters)) {
        const { name: input, value } = mapping(parameter);
        const passed = scalarText(value);
        search.left -= 1 + Math.floor(passed.length / 1000);
        if (isTainted(passed, globals, tainted.get(name))) inputs.add(scalarText(input));
      }
      tainted.set(scalarText(template), inputs);
      if (inputs.size > size) open.push(scalarText(template));
    }
  }
  return { tainted, isAll: open.length === 0 };
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
