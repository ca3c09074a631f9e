import { normalize } from 'node:path/posix';
import { json, list, type Mapping, mapping, scalarText } from '../../../plain-values.ts';
import type { Path } from '../../../yaml/document.ts';

/** A step of a workflow, or a job that calls another one; also those of local actions and workflows that it calls. */
export interface Step {
  readonly step: Mapping;
  /** The variables it has of its own, of its job and of the workflow. */
  readonly env: Mapping;
  /** What its action or workflow is called with. */
  readonly inputs: Mapping;
  /** The local action or workflow that it is in; undefined of the workflow's own. */
  readonly file?: string;
  /** In the file it is in. */
  readonly path: Path;
  /** Of the workflow that was started. */
  readonly job: string;
  /** Where that workflow calls what it is in; its own place of a step of the workflow. */
  readonly calledAt: Path;
  /** Whether more is called from here than is read. */
  readonly isCutOff?: boolean;
}

/** A workflow or action of the repository by its path; undefined where none is there, or it is not YAML. */
export type LocalFile = (path: string) => Mapping | undefined;

/** Calls of local actions and workflows that are followed: GitHub has 10 levels of actions, and 50 workflows of one. */
const [deepest, mostCalls, mostCalledSteps] = [10, 500, 5_000];
/** Characters that one call gives. */
const mostGiven = 5_000;

/** All steps that a workflow runs, as far as they are in the repository. */
export function stepsOf(workflow: Mapping, local: LocalFile): readonly Step[] {
  const found: Step[] = [];
  const known = new Set<string>();
  const add = (each: Step, depth: number) => {
    found.push(each);
    const uses = scalarText(each.step.uses);
    if (!uses.startsWith('./')) return;
    const inputs = Object.fromEntries(Object.entries(mapping(each.step.with)).map(byInputName));
    const given = json(inputs).length;
    for (const [name, value] of Object.entries(inputs)) {
      if (given <= mostGiven) inputs[name] = withInputs(scalarText(value), each.inputs);
    }
    const key = json([each.job, uses, each.env, given <= mostGiven ? inputs : '']);
    if (known.has(key)) return;
    known.add(key);
    if (depth >= deepest || known.size > mostCalls || found.length > mostCalledSteps || given > mostGiven) {
      found.push({ ...each, isCutOff: true });
      return;
    }
    for (const [file, value] of called(uses, local)) {
      const common = { file, inputs: { ...defaultsOf(value), ...inputs }, calledAt: each.calledAt };
      for (const [step, env, path] of within(value)) {
        if (found.length > mostCalledSteps + 1) break;
        add({ ...common, step, env: { ...each.env, ...env }, path, job: each.job }, depth + 1);
      }
    }
  };
  for (const [step, env, path, job] of within(workflow)) {
    add({ step, env, inputs: {}, path, job, calledAt: path }, 0);
  }
  return found;
}

/** `./.github/workflows/a.yml`, or the folder of an action. */
function called(uses: string, local: LocalFile): readonly (readonly [string, Mapping])[] {
  const path = normalize(uses).replace(/\/$/, '');
  return [path, `${path}/action.yml`, `${path}/action.yaml`].flatMap((file) => {
    const value = local(file);
    return value === undefined ? [] : [[file, value] as const];
  });
}

/** The steps of a file's jobs, and jobs that are a call; the steps of an action. */
function* within(file: Mapping): Generator<readonly [step: Mapping, env: Mapping, path: Path, job: string]> {
  for (const [job, value] of Object.entries(mapping(file.jobs))) {
    const env = { ...mapping(file.env), ...mapping(mapping(value).env) };
    const path = ['jobs', job];
    yield* steps(mapping(value).steps, env, path, job);
    if (mapping(value).uses !== undefined) yield [mapping(value), env, path, job];
  }
  yield* steps(mapping(file.runs).steps, {}, ['runs'], '');
}

function* steps(
  value: unknown,
  env: Mapping,
  path: Path,
  job: string,
): Generator<readonly [Mapping, Mapping, Path, string]> {
  for (const [index, each] of list(value).entries()) {
    const step = mapping(each);
    yield [step, { ...env, ...mapping(step.env) }, [...path, 'steps', index], job];
  }
}

function defaultsOf(file: Mapping): Mapping {
  const inputs = Object.entries(mapping(file.inputs));
  return Object.fromEntries(inputs.map(([name, value]) => byInputName([name, mapping(value).default])));
}

/** GitHub compares names of inputs without regard to case. */
function byInputName([name, value]: readonly [string, unknown]): readonly [string, unknown] {
  return [name.toLowerCase(), value];
}

/** With what an action or workflow is called with in place of `inputs.name`, the first time: what is said once is found, and texts do not grow. */
export function withInputs(text: string, inputs: Mapping): string {
  const known = new Set<string>();
  return text.replace(/\$\{\{\s{0,9}inputs\.([\w-]{1,100})\s{0,9}\}\}/gi, (whole, written: string) => {
    const name = written.toLowerCase();
    if (known.has(name) || !Object.hasOwn(inputs, name)) return whole;
    known.add(name);
    return scalarText(inputs[name]);
  });
}
