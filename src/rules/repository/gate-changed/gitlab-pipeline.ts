import { isSameValue, type Mapping, mapping, text } from '../../../plain-values.ts';
import { isGitlabPipeline } from '../../../posture/model/control-files.ts';
import { asList, mentionsGate } from '../../../posture/model/yaml-object.ts';
import { changedKeys, isLaterRelease, loosenedInputs } from './gate-inputs.ts';
import type { Loosening } from './workflow.ts';

/** Keys of a pipeline that hold for every job. */
const everywhere = ['default', 'workflow', 'image', 'before_script', 'after_script', 'services'];
/** Keys of a pipeline that are not jobs. */
const notJobs = [...everywhere, 'include', 'variables', 'stages', 'cache', 'spec'];
/** Keys of a job that cannot keep the gate from running or from failing. */
const harmlessJobKeys = ['artifacts', 'interruptible', 'timeout', 'retry', 'stage', 'tags'];
/** Variables that change how git, Node.js, the runner or the gate itself works. */
const decisiveVariables = /^(GITOPS_GATE|GIT_|NODE_|CI_|FF_|LD_|DOCKER_|PATH$|HOME$|BASH_ENV$|ENV$)/;

/** Whether a GitLab pipeline file runs the gate: a job of its own, or an include that brings it. */
export function pipelineRunsGate(pipeline: Mapping): boolean {
  return mentionsGate(pipeline.include) || gateJobs(pipeline).length > 0;
}

/** What in a GitLab pipeline file that runs the gate changes so that the gate may not run, not fail, or judge less. */
export function pipelineLoosenings(before: Mapping, after: Mapping): readonly Loosening[] {
  const keys = everywhere.filter((key) => !isSameValue(before[key], after[key]));
  const [was, is] = [mapping(before.variables), mapping(after.variables)];
  const variables = changedKeys(was, is).filter((name) => decisiveVariables.test(name));
  const jobs = [...new Set([...gateJobs(before), ...gateJobs(after), ...includedJobs(before).filter(isIn(after))])];
  return [
    ...includeLoosenings(asList(before.include), asList(after.include)),
    ...keys.map((key) => ({ path: [key], what: `${key} changes for every job`, code: ['every job', key] })),
    ...variables.map((name) => {
      const what = `the variable ${name} changes for every job`;
      return { path: ['variables', name], what, code: ['every job', 'variables', name] };
    }),
    ...(isSameValue(before.spec, after.spec) || !(gateTakesInputs(before) || gateTakesInputs(after))
      ? []
      : [inputsChange]),
    ...jobs.flatMap((name) => jobLoosenings(name, before[name], after[name])),
  ];
}

const inputsChange: Loosening = {
  path: [],
  what: 'the inputs of the pipeline change, and what runs the gate takes some',
  code: ['every job', 'spec'],
};

/** Whether what runs the gate is written with inputs of the pipeline (https://docs.gitlab.com/ci/inputs/). */
function gateTakesInputs(pipeline: Mapping): boolean {
  const parts = [pipeline.include, pipeline.variables, ...gateJobs(pipeline).map((name) => pipeline[name])];
  return JSON.stringify(parts).includes('$[[');
}

function gateJobs(pipeline: Mapping): readonly string[] {
  return Object.keys(pipeline).filter(
    (key) => !notJobs.includes(key) && (mentionsGate(key) || mentionsGate(pipeline[key])),
  );
}

/** The names that includes give the gate's job (the component's input `job-name`): what has such a name overrides it. */
function includedJobs({ include }: Mapping): readonly string[] {
  return asList(include).flatMap((one) => text(mapping(mapping(one).inputs)['job-name']) ?? []);
}

function isIn(pipeline: Mapping): (key: string) => boolean {
  return (key) => Object.hasOwn(pipeline, key);
}

function jobLoosenings(name: string, before: unknown, after: unknown): readonly Loosening[] {
  if (isSameValue(before, after)) return [];
  if (after === undefined) {
    return [{ path: [], what: 'a job that runs the gate is gone', code: ['not run', name] }];
  }
  if (before === undefined) {
    const what = 'a job of the gate’s name is added, which overrides an included one';
    return [{ path: [name], what, code: ['job added', name] }];
  }
  return changedKeys(mapping(before), mapping(after))
    .filter((key) => !harmlessJobKeys.includes(key))
    .map((key) => ({ path: [name, key], what: `${key} of what runs the gate changes`, code: ['key', key] }));
}

/**
 * An include that brings the gate must stay, a later release apart. A new include from outside the repository, or of a file that is no
 * pipeline by its path, can override the gate's job (GitLab: the last definition of a name holds), and what it holds is not known here.
 */
function includeLoosenings(before: readonly unknown[], after: readonly unknown[]): readonly Loosening[] {
  const lost = before.filter((was) => mentionsGate(was) && !after.some((is) => keepsGate(was, is)));
  const foreign = [...after.entries()].filter(
    ([, is]) => !isLookedAt(is) && !before.some((was) => isSameValue(was, is) || keepsGate(was, is)),
  );
  return [
    ...lost.map(() => {
      const what = 'the include that brings the gate is gone or changes';
      return { path: ['include'], what, code: ['include gone'] };
    }),
    ...foreign.map(([index, include]) => ({
      path: ['include', index],
      what: 'something is included that is not looked at here, and can override the gate’s job',
      code: ['include from outside', JSON.stringify(include)],
    })),
  ];
}

/** Whether it is a file of the repository that is read as a pipeline, whatever it says. */
function isLookedAt(include: unknown): boolean {
  const file = typeof include === 'string' ? include : text(mapping(include).local);
  return file !== undefined && isGitlabPipeline(file.replace(/^\//, ''));
}

function keepsGate(before: unknown, after: unknown): boolean {
  if (isSameValue(before, after)) return true;
  const [was, is] = [mapping(before), mapping(after)];
  const changed = changedKeys(was, is).filter(
    (key) => !(key === 'component' && isLaterRelease(was.component, is.component)) && key !== 'inputs',
  );
  return changed.length === 0 && loosenedInputs(was.inputs, is.inputs).length === 0;
}
