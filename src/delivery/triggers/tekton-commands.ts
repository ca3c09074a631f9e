import { isMapping, json, list, type Mapping, mapping, scalarText } from '../../plain-values.ts';
import type { Path } from '../../yaml/document.ts';
import { beyond, commandsOf, type Find, mostSteps, type Sink } from './commands.ts';

/** Names of parameters, as a text uses them: `$(params.x)`, `$(params["x"])` (tektoncd/pipeline, pkg/substitution). */
const used = /\$\((?:inputs\.)?params(?:\.([\w-]{1,200})|\[["']([^"'\]]{1,200})["']\])/g;
const fromEvent = /\$\(tt\.params\./;

/** Which parameters hold what an event brings. */
type Tainted = ReadonlySet<string>;

interface Place {
  readonly where: string;
  /** In the TriggerTemplate. */
  readonly path: Path;
  /** Whether the value that is looked at is written in the TriggerTemplate itself, at `path`. */
  readonly isInside: boolean;
}

/** What is looked at: the objects that names mean, and how many steps may still be. */
interface Search {
  readonly find: Find;
  left: number;
}

/**
 * Where a TriggerTemplate of Tekton puts its parameters, which events fill in, into commands: of the runs that it makes, and of the
 * Tasks and Pipelines that these name (tektoncd/triggers, pkg/apis/triggers/v1beta1).
 */
export function templateSinks({ spec }: Mapping, find: Find): readonly Sink[] {
  const search: Search = { find, left: mostSteps };
  const found = list(mapping(spec).resourcetemplates).flatMap((template, index): readonly Sink[] => {
    const { kind, spec: run } = mapping(template);
    const path: Path = ['spec', 'resourcetemplates', index, 'spec'];
    const given = taintedBy(mapping(run).params, new Set());
    const place = (field: string): Place => ({ where: '', path: [...path, field], isInside: true });
    if (kind === 'TaskRun') return taskSinks(mapping(run), 'taskSpec', 'taskRef', given, place('taskSpec'), search);
    return kind === 'PipelineRun' ? pipelineSinks(mapping(run), given, place('pipelineSpec'), search) : [];
  });
  return search.left > 0 ? found : [...found, { where: beyond, path: ['spec', 'resourcetemplates'] }];
}

function pipelineSinks(run: Mapping, given: Tainted, place: Place, search: Search): readonly Sink[] {
  const isInside = isMapping(run.pipelineSpec);
  const name = scalarText(mapping(run.pipelineRef).name);
  const pipelines = isInside ? [mapping(run.pipelineSpec)] : specsOf('Pipeline', name, search);
  const own = isInside ? place : { where: `Pipeline ${name}`, path: place.path, isInside: false };
  return itemsOf(pipelines, ['tasks', 'finally']).flatMap(({ field, item, index }) => {
    if (search.left-- <= 0) return [];
    const task = mapping(item);
    // A task that is written in the pipeline sees the pipeline's parameters as well.
    const { params, include } = mapping(task.matrix);
    const lists = [task.params, params, ...list(include).map((each) => mapping(each).params)];
    const tainted = taintedBy(lists.flatMap(list), given);
    if (isMapping(task.taskSpec)) search.left -= given.size;
    const all = isMapping(task.taskSpec) ? new Set([...given, ...tainted]) : tainted;
    const where = [own.where, `task ${scalarText(task.name)}`].filter((each) => each !== '').join(', ');
    const path = own.isInside ? [...own.path, field, index, 'taskSpec'] : own.path;
    return taskSinks(task, 'taskSpec', 'taskRef', all, { where, path, isInside: own.isInside }, search);
  });
}

function specsOf(kind: string, name: string, search: Search): readonly Mapping[] {
  return search.find(kind, name).map(({ spec }) => mapping(spec));
}

/** The items of some lists of some mappings. */
function itemsOf(specs: readonly Mapping[], fields: readonly string[]) {
  return specs.flatMap((spec) =>
    fields.flatMap((field) => list(spec[field]).map((item, index) => ({ field, item, index }))),
  );
}

function taskSinks(
  holder: Mapping,
  inside: string,
  reference: string,
  tainted: Tainted,
  place: Place,
  search: Search,
): readonly Sink[] {
  if (search.left <= 0) return [];
  const isWritten = isMapping(holder[inside]);
  const name = scalarText(mapping(holder[reference]).name);
  const tasks = isWritten ? [mapping(holder[inside])] : specsOf('Task', name, search);
  const named = isWritten ? '' : `Task ${name}`;
  return itemsOf(tasks, ['steps', 'sidecars']).flatMap(({ field, item, index }) => {
    if (search.left-- <= 0) return [];
    const step = mapping(item);
    const hit = commandsOf(step, [field, index]).find(({ text }) => isTainted(text, tainted));
    if (hit === undefined) return [];
    const where = [place.where, named, `step ${scalarText(step.name) || String(index)}`];
    const path = place.isInside && isWritten ? [...place.path, ...hit.path] : place.path;
    return [{ where: where.filter((each) => each !== '').join(', '), path }];
  });
}

function taintedBy(params: unknown, known: Tainted): Tainted {
  return new Set(
    list(params).flatMap((each) => {
      const { name, value } = mapping(each);
      return isTainted(typeof value === 'string' ? value : json(value ?? ''), known) ? [scalarText(name)] : [];
    }),
  );
}

function isTainted(text: string, tainted: Tainted): boolean {
  if (fromEvent.test(text)) return true;
  return tainted.size > 0 && [...text.matchAll(used)].some(([, plain, quoted]) => tainted.has(plain ?? quoted ?? ''));
}
