import { scalarText } from '../../plain-values.ts';
import type { Path } from '../../yaml/document.ts';
import { valueIn } from '../blame/values-lines.ts';
import { valuesNamed } from '../model/values-named.ts';
import { deciding } from './deciding-helpers.ts';
import { mayGiveRbac, type Template } from './template-text.ts';

/** What a version, a digest or a number is made of: nothing that could end a value and begin a field. */
const plain = /^[\w.+@:/-]{1,300}$/;

/** Fields of a template that take a version and lead to no permission, whatever it is. */
const versions =
  /^\s{0,60}(?:-\s)?["']?(?:image|tag|sha|digest|version|imagePullPolicy|app\.kubernetes\.io\/version|helm\.sh\/chart)["']?\s{0,5}:/;

/** Whether a line is a field that takes a version and leads to no permission. */
export function isVersionLine(line: string): boolean {
  return versions.test(line);
}

/** The template by its lines, with the values that each names. */
function readTemplate({ source, isDeciding = false }: Template) {
  return {
    isDeciding,
    lines: source.split('\n').map((text) => ({ text, named: valuesNamed(text) })),
    named: valuesNamed(source),
    givesRbac: mayGiveRbac(source),
  };
}

export type IsPlain = (path: Path, before: unknown, after: unknown) => boolean;

/**
 * Says of a changed value whether it is a plain text that was one before, and every template that names it only writes it where an image or a
 * version belongs: then it changes neither permissions nor accounts, though the chart was not rendered. A template that may give roles must
 * have it in such a field; one that says as whom pods run may also ask whether it is there.
 */
export function plainChanges(
  templates: readonly Template[],
  reaches: (named: readonly string[], path: Path) => boolean,
): IsPlain {
  // Each of many changed values asks about all of them.
  let known: readonly ReturnType<typeof readTemplate>[] | undefined;
  return (path, before, after) => {
    if (!isPlain(valueIn(before, path)) || !isPlain(valueIn(after, path))) return false;
    known ??= templates.map(readTemplate);
    return known.every(({ lines, named, givesRbac, isDeciding }) => {
      const isNamedBy = (all: readonly (readonly string[])[]) => all.some((each) => reaches(each, path));
      const naming = lines.filter((line) => isNamedBy(line.named)).map(({ text }) => text);
      // What names it over several lines is not looked through.
      if (naming.length === 0 || isDeciding) return !isNamedBy(named);
      if (givesRbac) return naming.every((line) => versions.test(line));
      const isKept = naming.some((line) => line.includes(':='));
      if (isKept && lines.some(({ text }) => deciding.test(text) && /\$\w/.test(text))) return false;
      return naming.every((line) => versions.test(line) || !deciding.test(line));
    });
  };
}

function isPlain(value: unknown): boolean {
  return (typeof value === 'string' || typeof value === 'number') && value !== 0 && plain.test(scalarText(value));
}
