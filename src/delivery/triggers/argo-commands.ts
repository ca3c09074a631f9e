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
  return list(mapping(spec).triggers).flatMap((trigger, index) => {
    const { template } = mapping(trigger);
    return ['k8s', 'argoWorkflow'].flatMap((field): readonly Sink[] => {
      const { source, parameters } = mapping(mapping(template)[field]);
      const { resource } = mapping(source);
      if (!isMapping(resource)) return [];
      const path: Path = ['spec', 'triggers', index, 'template', field];
      const where = `trigger ${scalarText(mapping(template).name) || String(index)}`;
      return workflowSinks(resource, [...path, 'source', 'resource'], where, filled(parameters), find);
    });
  });
}

/** The paths in the resource that events fill in, as `spec.arguments.parameters.0.value`. */
function filled(parameters: unknown): readonly string[] {
  return list(parameters).flatMap((each) => {
    const { src, dest } = mapping(each);
    const { dataKey, dataTemplate, contextKey, contextTemplate, useRawData } = mapping(src);
    const isOfEvent = [dataKey, dataTemplate, contextKey, contextTemplate, useRawData].some((by) => by !== undefined);
    return isOfEvent ? [scalarText(dest)] : [];
  });
}

function workflowSinks(
  resource: Mapping,
  path: Path,
  where: string,
  dests: readonly string[],
  find: Find,
): readonly Sink[] {
  const spec = mapping(resource.spec);
  const reference = scalarText(mapping(spec.workflowTemplateRef).name);
  const own = list(spec.templates);
  const other = mapping(find('WorkflowTemplate', reference)?.spec);
  const templates = [
    ...own.map((value, index) => ({ value: mapping(value), at: ['spec', 'templates', index] as Path, name: '' })),
    ...list(other.templates).map((value) => ({
      value: mapping(value),
      at: undefined,
      name: `WorkflowTemplate ${reference}`,
    })),
  ];
  const globals = new Set(
    dests.flatMap((dest) => {
      const [, index] = /^spec\.arguments\.parameters\.(\d{1,6})(?:\.|$)/.exec(dest) ?? [];
      const parameter = mapping(list(mapping(spec.arguments).parameters)[Number(index)]);
      return index === undefined ? [] : [scalarText(parameter.name)];
    }),
  );
  const entry = scalarText(spec.entrypoint) || scalarText(other.entrypoint);
  const { tainted, isAll } = spread(
    templates.map(({ value }) => value),
    globals,
    entry,
  );
  const found = templates.flatMap(({ value, at, name }) =>
    commandsIn(value).flatMap((command) => {
      const isFilled = at !== undefined && dests.includes([...at, ...command.path].join('.'));
      if (!isFilled && !isTainted(command.text, globals, tainted.get(scalarText(value.name)))) return [];
      const of = [where, name, `template ${scalarText(value.name)}`].filter((each) => each !== '').join(', ');
      return [{ where: of, path: at === undefined ? path : [...path, ...at, ...command.path] }];
    }),
  );
  return isAll ? found : [...found, { where: `${where}, ${beyond}`, path }];
}

/** Which inputs of which templates hold what an event brings. */
function spread(templates: readonly Mapping[], globals: ReadonlySet<string>, entry: string) {
  const byName = new Map(templates.map((each) => [scalarText(each.name), each]));
  const tainted = new Map<string, Set<string>>([[entry, new Set(globals)]]);
  const open = [...byName.keys()];
  let left = mostSteps;
  while (open.length > 0 && left > 0) {
    const name = open.pop() ?? '';
    const value = byName.get(name);
    if (value === undefined) continue;
    const calls = [...list(value.steps).flatMap((group) => list(group)), ...list(mapping(value.dag).tasks)];
    left -= calls.length;
    for (const call of calls) {
      const { template, arguments: given } = mapping(call);
      const inputs = tainted.get(scalarText(template)) ?? new Set<string>();
      const size = inputs.size;
      for (const parameter of list(mapping(given).parameters)) {
        const { name: input, value: passed } = mapping(parameter);
        if (isTainted(scalarText(passed), globals, tainted.get(name))) inputs.add(scalarText(input));
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
