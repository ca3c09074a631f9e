import { isMapping, list, type Mapping, mapping, scalarText } from '../../plain-values.ts';
import type { Path } from '../../yaml/document.ts';
import { commandsOf, type Sink } from './commands.ts';

/** How deep the pods of an object are looked for: a CronJob has them four fields down. */
const deepest = 8;

/** Stands for what an event brings. */
const brought = '\u0000event';

interface Container {
  readonly value: Mapping;
  /** From the object that is made. */
  readonly at: Path;
}

/**
 * Where an object with pods of its own is made with what an event brings in their commands: `dests` are the paths in it that events fill in, as
 * sjson takes them (argoproj/argo-events, pkg/sensors/triggers/params.go), so that an index of -1, or one behind the last, adds a word.
 */
export function podSinks(resource: Mapping, dests: ReadonlySet<string>, path: Path, where: string): readonly Sink[] {
  // Templates of workflows have parameters of their own.
  if (dests.size === 0 || /Workflow/.test(scalarText(resource.kind))) return [];
  return containersIn(resource, [], 0).flatMap(({ value, at }): readonly Sink[] => {
    const of = at.join('.');
    const isFilled = [...dests].some(
      (dest) =>
        `${of}.`.startsWith(`${dest}.`) || (dest.startsWith(`${of}.`) && runs(value, dest.slice(of.length + 1))),
    );
    return isFilled ? [{ where: `${where}, container ${scalarText(value.name)}`, path: [...path, ...at] }] : [];
  });
}

function containersIn(value: unknown, at: Path, depth: number): readonly Container[] {
  if (depth > deepest || !isMapping(value)) return [];
  const own = ['initContainers', 'containers'].flatMap((field) =>
    list(value[field]).map((each, index) => ({ value: mapping(each), at: [...at, field, index] })),
  );
  return [...own, ...Object.entries(value).flatMap(([key, inner]) => containersIn(inner, [...at, key], depth + 1))];
}

/** Whether what is put at a place of a container is run: as the program, or as the text that a shell runs. */
function runs(container: Mapping, dest: string): boolean {
  const [field = '', index] = dest.split('.');
  if (field !== 'command' && field !== 'args') return false;
  const words = list(container[field]);
  const at = index === undefined ? 0 : Number(index);
  const place = at < 0 || at > words.length ? words.length : at;
  if (field === 'command' && place === 0) return true;
  const filled = index === undefined ? [brought] : [...words.slice(0, place), brought, ...words.slice(place + 1)];
  return commandsOf({ ...container, [field]: filled }, []).some(({ text }) => text === brought);
}
