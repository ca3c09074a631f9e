import { isMapping, isSameValue, type Mapping, mapping, scalarText } from '../../../plain-values.ts';
import { checkNames, mayBeSame } from '../../../posture/model/check-name.ts';
import { asList, mentionsGate } from '../../../posture/model/yaml-object.ts';
import type { Path } from '../../../yaml/document.ts';
import { changedKeys, isLaterRelease, loosenedInputs } from './gate-inputs.ts';

/** One difference of a workflow that may let a change past the gate; `path` is its place in the later file. */
export interface Loosening {
  readonly path: Path;
  readonly what: string;
  /** The same for fingerprints. */
  readonly code: readonly string[];
}

/** Whether a job or step runs the gate: itself, or through a local workflow or action that does. */
export type RunsGate = (value: unknown) => boolean;

/** Keys of a job that cannot keep the gate from running or from failing. */
const harmlessJobKeys = ['permissions', 'timeout-minutes', 'outputs', 'concurrency'];
/** Keys whose removal only makes a job or step run, or fail, more often. */
const conditions = ['if', 'needs', 'continue-on-error'];

/** What in a GitHub workflow or local action that runs the gate changes so that the gate may not run, not fail, or judge less. */
export function workflowLoosenings(before: Mapping, after: Mapping, runs: RunsGate): readonly Loosening[] {
  const everywhere = ['env', 'defaults'].filter((key) => !isSameValue(before[key], after[key]));
  const [was, is] = [mapping(before.jobs), mapping(after.jobs)];
  const gates = Object.keys(was).filter((id) => runs(was[id]));
  const needed = new Set(gates.flatMap((id) => asList(mapping(was[id]).needs)));
  const names = gates.flatMap((id) => checkNames(was, id));
  const checkNameCollisions = Object.keys(is).filter(
    (id) => !gates.includes(id) && !isSameValue(was[id], is[id]) && mayBeSame(names, checkNames(is, id)),
  );
  return [
    ...triggerLoosenings(triggersOf(before), triggersOf(after), triggerKey(after)),
    ...everywhere.map((key) => ({ path: [key], what: `${key} changes for every job`, code: ['every job', key] })),
    ...gates.flatMap((id) => jobLoosenings(['jobs', id], was[id], is[id], runs)),
    ...[...needed].flatMap((id) =>
      typeof id === 'string' && !isSameValue(was[id], is[id])
        ? [
            {
              path: ['jobs', id],
              what: 'a job that the gate waits for changes; where it fails the gate is skipped',
              code: ['needed job', id],
            },
          ]
        : [],
    ),
    ...checkNameCollisions.map((id) => ({
      path: ['jobs', id],
      what: 'another job takes, or may take, the name of the gate’s check',
      code: ['check name taken', id],
    })),
    ...stepsLoosenings(['runs', 'steps'], mapping(before.runs).steps, mapping(after.runs).steps, runs),
  ];
}

/** Whether only other workflows start a workflow: its checks then have their names in front. */
export function isOnlyCalled(workflow: Mapping): boolean {
  const events = Object.keys(triggersOf(workflow));
  return events.length > 0 && events.every((event) => event === 'workflow_call');
}

/** `on` is the boolean true to a YAML 1.1 reader. */
function triggerKey(workflow: Mapping): 'on' | 'true' {
  return Object.hasOwn(workflow, 'true') ? 'true' : 'on';
}

/** `on` as a mapping from event to its filters. */
function triggersOf(workflow: Mapping): Mapping {
  const on = workflow[triggerKey(workflow)];
  return isMapping(on) ? on : Object.fromEntries(asList(on).map((event) => [scalarText(event), null]));
}

function triggerLoosenings(before: Mapping, after: Mapping, key: string): readonly Loosening[] {
  return Object.keys(before).flatMap((event) => {
    if (!Object.hasOwn(after, event)) {
      return [{ path: [key], what: `the event ${event} no longer starts it`, code: ['event', event] }];
    }
    const [was, is] = [mapping(before[event]), mapping(after[event])];
    return changedKeys(was, is)
      .filter((filter) => (filter === 'types' ? !isWiderTypes(was.types, is.types) : Object.hasOwn(is, filter)))
      .map((filter) => {
        const what = `${filter} of the event ${event} changes`;
        return { path: [key, event, filter], what, code: ['event', event, filter] };
      });
  });
}

/** Without `types`, a pull request event means these three (GitHub's documentation of the events). */
function isWiderTypes(before: unknown, after: unknown): boolean {
  const usual = ['opened', 'synchronize', 'reopened'];
  const [was, is] = [before, after].map((types) => (types === undefined ? usual : asList(types)));
  return was?.every((type) => is?.includes(type)) ?? false;
}

function jobLoosenings(path: Path, before: unknown, after: unknown, runs: RunsGate): readonly Loosening[] {
  if (!runs(after)) return [{ path, what: 'the job no longer runs the gate', code: ['not run', String(path.at(-1))] }];
  const [was, is] = [mapping(before), mapping(after)];
  const keys = changedKeys(was, is).filter(
    (key) => !(harmlessJobKeys.includes(key) || key === 'steps' || isRemovedCondition(key, is)),
  );
  return [
    ...keys.flatMap((key) => valueLoosenings(path, key, was, is)),
    ...stepsLoosenings([...path, 'steps'], was.steps, is.steps, runs),
  ];
}

/** What runs after the gate cannot change its result; what runs before it prepares the machine it runs on. */
function stepsLoosenings(path: Path, before: unknown, after: unknown, runs: RunsGate): readonly Loosening[] {
  const [was, is] = [asList(before), asList(after)];
  const [gateWas, gateIs] = [was.findIndex(runs), is.findIndex(runs)];
  if (gateWas < 0) return [];
  if (gateIs < 0) return [{ path, what: 'no step runs the gate any more', code: ['not run', 'steps'] }];
  const preparation =
    gateWas === gateIs ? [] : [{ path, what: 'other steps run before the gate', code: ['steps before'] }];
  const steps = was.slice(0, Math.min(gateWas, gateIs) + 1);
  return [
    ...preparation,
    ...steps.flatMap((step, index) => stepLoosenings([...path, index], mapping(step), mapping(is[index]))),
  ];
}

function stepLoosenings(path: Path, before: Mapping, after: Mapping): readonly Loosening[] {
  return changedKeys(before, after)
    .filter((key) => !(['name', 'id', 'timeout-minutes'].includes(key) || isRemovedCondition(key, after)))
    .flatMap((key) => valueLoosenings(path, key, before, after));
}

function isRemovedCondition(key: string, after: Mapping): boolean {
  return conditions.includes(key) && !Object.hasOwn(after, key);
}

function valueLoosenings(path: Path, key: string, before: Mapping, after: Mapping): readonly Loosening[] {
  if (key === 'uses' && isLaterRelease(before.uses, after.uses)) return [];
  if (key === 'with' && mentionsGate(before.uses) && mentionsGate(after.uses)) {
    return loosenedInputs(before.with, after.with).map((input) => ({
      path: [...path, 'with', input],
      what: `the gate’s input ${input} changes`,
      code: ['input', input],
    }));
  }
  return [{ path: [...path, key], what: `${key} of what runs the gate changes`, code: ['key', key] }];
}
