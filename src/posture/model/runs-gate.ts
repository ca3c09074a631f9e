import { mapping } from '../../plain-values.ts';
import { asList, mentionsGate } from './yaml-object.ts';

/** Whether a job, step or include runs the gate; `local` names the local files that are known to run it, as `./path`. */
export function runsGate(value: unknown, local: ReadonlySet<string>): boolean {
  if (mentionsGate(value)) return true;
  const uses = [value, ...asList(mapping(value).steps)].map((each) => mapping(each).uses);
  return uses.some((reference) => typeof reference === 'string' && local.has(reference));
}
