import { isMapping, isSameValue, type Mapping } from '../../../plain-values.ts';
import { mentionsGate } from '../../../posture/model/yaml-object.ts';
import type { Path } from '../../../yaml/document.ts';
import { changedKeys } from './gate-inputs.ts';
import type { Loosening } from './workflow.ts';

/** Keys, of Bitbucket, Azure and CircleCI, that cannot keep what is in the same mapping from running or from failing. */
const harmlessKeys = new Set([
  'name',
  'displayName',
  'artifacts',
  'caches',
  'max-time',
  'timeoutInMinutes',
  'definitions',
  'schedules',
  'trigger',
]);
/** Keys whose entries do not depend on each other. Which entry of another mapping holds may depend on all of them. */
const containers = new Set(['pipelines', 'jobs']);

/**
 * What changes in a pipeline of a forge whose rules are not known here so that the gate may not run, not fail, or judge less: whatever
 * runs it or is before it, and what is alongside it on the way from the file's top, containers of independent jobs apart.
 */
export function otherLoosenings(before: Mapping, after: Mapping): readonly Loosening[] {
  return mentionsGate(after) ? around([], before, after) : [gone([])];
}

/** `before` speaks of the gate. */
function around(path: Path, before: unknown, after: unknown): readonly Loosening[] {
  if (isSameValue(before, after)) return [];
  if (!mentionsGate(after)) return [gone(path)];
  if (Array.isArray(before) && Array.isArray(after)) return inList(path, before, after);
  if (isMapping(before) && isMapping(after)) return inMapping(path, before, after);
  return [loosening(path, 'what runs the gate changes', 'text')];
}

function inMapping(path: Path, before: Mapping, after: Mapping): readonly Loosening[] {
  const isContainer = containers.has(String(path.at(-1)));
  return changedKeys(before, after).flatMap((key) => {
    if (mentionsGate(before[key])) return around([...path, key], before[key], after[key]);
    if (isContainer || harmlessKeys.has(key)) return [];
    const at = Object.hasOwn(after, key) ? [...path, key] : path;
    return [loosening(at, `${key} changes where the gate runs`, key)];
  });
}

/** Lines of a script hang together; of steps, those count that run up to the last one that speaks of the gate. */
function inList(path: Path, before: readonly unknown[], after: readonly unknown[]): readonly Loosening[] {
  const isScript = before.some((item) => !isMapping(item));
  const [end, last] = [before, after].map((list) => list.findLastIndex(mentionsGate));
  const isAligned =
    end === last && before.slice(0, end).every((was, at) => mentionsGate(was) || isSameValue(was, after[at]));
  if (isScript || !isAligned) return [loosening(path, 'what runs the gate or before it changes', 'steps')];
  return before.flatMap((was, at) => (mentionsGate(was) ? around([...path, at], was, after[at]) : []));
}

function gone(path: Path): Loosening {
  return loosening(path, 'the gate is no longer run', 'not run');
}

function loosening(path: Path, what: string, code: string): Loosening {
  return { path, what, code: [code, ...path.filter((step) => typeof step === 'string')] };
}
