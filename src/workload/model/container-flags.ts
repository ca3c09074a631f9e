import { list, type Mapping, mapping, scalarText, strings, text } from '../../plain-values.ts';
import type { Path } from '../../yaml/document.ts';

/** A variable with a value of its own. */
export function variableOf(container: Mapping, name: string | undefined) {
  const all = list(container.env).map((each, index) => ({ ...mapping(each), index }) as Mapping);
  const found = all.findLast((each) => name !== undefined && each.name === name && each.value !== undefined);
  return found === undefined
    ? undefined
    : { value: scalarText(found.value), path: ['env', Number(found.index), 'value'] };
}

/** What a container runs, by its image, name and command. */
export function programOf({ image, name, command, args }: Mapping): string {
  return [scalarText(image), scalarText(name), ...strings(command), text(strings(args)[0]) ?? ''].join(' ');
}

/** A value of a flag, and where it is in the container. */
export interface StatedFlag {
  readonly value: string;
  readonly path: Path;
}

/** The last value of a flag among the command and its arguments (`--flag`, `--flag=value`, `--flag value`); it counts for Go's flags. */
export function flagOf(container: Mapping, name: string): StatedFlag | undefined {
  return flagsOf(container, name).at(-1);
}

/** Every value of a flag that may be there several times. */
export function flagsOf(container: Mapping, name: string): readonly StatedFlag[] {
  return ['command', 'args'].flatMap((field) => {
    const words = list(container[field]).map(scalarText);
    return words.flatMap((word, index) => {
      const [, flag, value] = /^--?([\w-]+)(?:=([\s\S]*))?$/.exec(word) ?? [];
      if (flag !== name) return [];
      const next = words[index + 1];
      const following = next === undefined || next.startsWith('-') ? 'true' : next;
      return [{ value: value ?? following, path: [field, index] }];
    });
  });
}

/**
 * Whether a container of Gatekeeper answers the API server. It runs twice, once for that and once to look at what is there; without any
 * `--operation` it does both (gatekeeper, pkg/operations).
 */
export function answersRequests(container: Mapping): boolean {
  const all = flagsOf(container, 'operation').flatMap(({ value }) => value.split(','));
  return all.length === 0 || all.includes('webhook');
}
