import { scalarText } from '../../plain-values.ts';
import { memoize } from '../../rbac/model/memoize.ts';
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
  /serviceAccount|automount|\b(?:tpl|lookup|eq|ne|lt|gt|le|ge|deepEqual|kind\w*|type\w*|semver\w*|contains|(?:mustH|h)as\w*|in|(?:mustR|r)egex\w*|range|get|index|dig)\b/;

/** The template by its lines, with the values that each names. Each of many changed values asks about it. */
const readTemplate = memoize(({ source }: Template) => ({
  lines: source.split('\n').map((text) => ({ text, named: valuesNamed(text) })),
  named: valuesNamed(source),
  givesRbac: mayGiveRbac(source),
}));

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
  return templates.every((template) => {
    const { lines, named, givesRbac } = readTemplate(template);
    const isNamedBy = (all: readonly (readonly string[])[]) => all.some((each) => reaches(each, path));
    const naming = lines.filter((line) => isNamedBy(line.named)).map(({ text }) => text);
    // What names it over several lines is not looked through.
    if (naming.length === 0) return !isNamedBy(named);
    if (givesRbac) return naming.every((line) => versions.test(line));
    const isKept = naming.some((line) => line.includes(':='));
    if (isKept && lines.some(({ text }) => deciding.test(text) && /\$\w/.test(text))) return false;
    return naming.every((line) => versions.test(line) || !deciding.test(line));
  });
}
