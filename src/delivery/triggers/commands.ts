import { groupBy } from '../../groups.ts';
import type { Loosening } from '../../kube/loosening.ts';
import type { Resource } from '../../kube/resource.ts';
import { list, type Mapping, scalarText, text } from '../../plain-values.ts';
import type { Path } from '../../yaml/document.ts';

/** Text that a shell or another interpreter runs, and where it is. */
export interface Command {
  readonly text: string;
  readonly path: Path;
}

/** Where what an event brings becomes part of a command. */
export interface Sink {
  /** Which step, by names: `Task build, step run`. */
  readonly where: string;
  /** In the object that takes the event. */
  readonly path: Path;
}

/** The objects of the scope with a kind and name: of which namespace the one is that is meant, only the cluster knows. */
export type Find = (kind: string, name: string) => readonly Mapping[];

/** Steps, tasks and calls that are looked at for one object; what is beyond them is not known. */
export const mostSteps = 20_000;
export const beyond = 'more steps than are followed';

export function finder(objects: readonly Resource[]): Find {
  const known = groupBy(objects, ({ kind, name }) => `${kind} ${name}`);
  return (kind, name) => (known.get(`${kind} ${name}`) ?? []).map(({ value }) => value);
}

const interpreter = /(?:^|\/)(?:(?:ba|da|a|k|z|pwsh)?sh|pwsh|python[\d.]*|node|perl|ruby)$/;
const runsText = /^-\w{0,5}[ce]$/;

/** The texts that a container runs as programs: its script, and what follows `sh -c`. */
export function commandsOf(container: Mapping, path: Path): readonly Command[] {
  const words = ['command', 'args'].flatMap((field) =>
    list(container[field]).map((word, index) => ({ text: scalarText(word), path: [...path, field, index] })),
  );
  const flag = words.findIndex(({ text: word }, index) => index > 0 && runsText.test(word));
  const isRun = words.slice(0, Math.max(flag, 0)).some(({ text: word }) => interpreter.test(word));
  const scripts = ['script', 'source'].flatMap((field) => {
    const script = text(container[field]);
    return script === undefined ? [] : [{ text: script, path: [...path, field] }];
  });
  return [...scripts, ...(isRun ? words.slice(flag + 1) : [])];
}

/** What events newly put into commands; the same place may only have moved. */
export function newSinks(before: readonly Sink[], after: readonly Sink[]): readonly Loosening[] {
  const had = new Set(before.map(({ where }) => where));
  const seen = new Set<string>();
  return after.flatMap(({ where, path }): readonly Loosening[] => {
    if (had.has(where) || seen.has(where)) return [];
    seen.add(where);
    return [
      {
        what: `newly puts what an event brings into a command (${where}): whoever sends events may run commands there`,
        remedy: 'Give it to the step as a variable of its environment, and use that in quotes.',
        severity: 'high',
        path,
        subject: ['command', where],
      },
    ];
  });
}
