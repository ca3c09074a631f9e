import { scalarText } from '../../plain-values.ts';
import type { Path } from '../../yaml/document.ts';
import { valueIn, valuesNamed } from '../blame/values-lines.ts';
import type { Template } from './chart-files.ts';
import { mayGiveRbac } from './template-text.ts';

/** What a version, a digest or a number is made of: nothing that could end a value and begin a field. */
const plain = /^[\w.+@:/-]{1,300}$/;

/** Fields of a template that take a version and lead to no permission, whatever it is. */
const versions =
  /^\s{0,60}(?:-\s)?["']?(?:image|tag|sha|digest|version|imagePullPolicy|app\.kubernetes\.io\/version|helm\.sh\/chart)["']?\s{0,5}:/;

/** By these a value decides what else a template gives. */
const deciding =
  /serviceAccount|automount|\b(?:tpl|lookup|eq|ne|lt|gt|le|ge|semver\w*|contains|has\w*|in|regex\w*|range|get|index|dig)\b/;

/**
 * Whether a changed value is a plain text that was one before, and every template that names it only writes it where an image or a
 * version belongs: then it changes neither permissions nor accounts, though the chart was not rendered. A template that may give roles must
 * have it in such a field; one that says as whom pods run may also ask whether it is there.
 */
export function isPlainChange(
  path: Path,
  before: unknown,
  after: unknown,
  templates: readonly Template[],
  reaches: (named: readonly string[], path: Path) => boolean,
): boolean {
  const isPlain = (value: unknown) =>
    (typeof value === 'string' || typeof value === 'number') && value !== 0 && plain.test(scalarText(value));
  if (!isPlain(valueIn(before, path)) || !isPlain(valueIn(after, path))) return false;
  return templates.every(({ source }) => {
    const lines = source.split('\n');
    const naming = lines.filter((line) => valuesNamed(line).some((named) => reaches(named, path)));
    // What names it over several lines is not looked through.
    if (naming.length === 0) return !valuesNamed(source).some((named) => reaches(named, path));
    if (mayGiveRbac(source)) return naming.every((line) => versions.test(line));
    const isKept = naming.some((line) => line.includes(':='));
    if (isKept && lines.some((line) => /serviceAccount|automount/.test(line) && /\$\w/.test(line))) return false;
    return naming.every((line) => versions.test(line) || !deciding.test(line));
  });
}
