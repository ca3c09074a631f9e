import type { Loosening } from '../../kube/loosening.ts';
import { type Mapping, scalarText, valueUnder } from '../../plain-values.ts';
import type { Severity } from '../../severity.ts';
import type { Path } from '../../yaml/document.ts';

/** A setting of which some values protect less than others. */
export interface Setting {
  /** Keys from the mapping it is in. */
  readonly path: readonly string[];
  /** Whether a value protects less; undefined where nothing is stated. */
  readonly isLoose: (value: string | undefined) => boolean;
  readonly what: string;
  readonly remedy: string;
  readonly severity: Severity;
  /** The words of the value that protect less, where there are several; all of them together. */
  readonly words?: RegExp;
}

/** A value that switches something dangerous on. */
export const isTrue = (value: string | undefined): boolean => value?.trim().toLowerCase() === 'true';

/** The words for false of Go's strconv.ParseBool, which pflag and Argo CD read switches with. */
export const isFalse = (value: string | undefined): boolean =>
  value !== undefined && ['0', 'f', 'F', 'false', 'False', 'FALSE'].includes(value);

/** The opposite of a value that has to be stated as true. */
export const isNotTrue = (value: string | undefined): boolean => !isTrue(value);

/**
 * The settings that protect less than before. Of something new, only those count that are stated: what it leaves out is as the
 * product has it.
 */
export function settingsLoosened(
  settings: readonly Setting[],
  before: Mapping | undefined,
  after: Mapping,
  at: Path = [],
): readonly Loosening[] {
  return settings.flatMap(({ path, isLoose, what, remedy, severity, words }): readonly Loosening[] => {
    const now = valueUnder(after, ...path);
    const was = before === undefined ? undefined : valueUnder(before, ...path);
    const isStated = now !== undefined;
    if (!isLoose(isStated ? scalarText(now) : undefined) || (before === undefined && !isStated)) return [];
    if (before !== undefined && isLoose(was === undefined ? undefined : scalarText(was))) return [];
    const whole = [...at, ...path];
    const gone = isStated ? {} : { formerPath: whole };
    const gained = words === undefined ? [] : [...new Set(scalarText(now).match(words) ?? [])].sort();
    return [{ what, remedy, severity, path: whole, ...gone, subject: [...path, ...gained] }];
  });
}
