import type { ObjectIdentity, Resource } from '../../kube/resource.ts';
import { resourcesOf } from '../../kube/resources.ts';
import type { FileSide, TouchedFile } from '../../kube/touched-file.ts';
import { isSameValue } from '../../plain-values.ts';
import type { YamlLimits } from '../../yaml/document.ts';
import { parseYaml } from '../../yaml/parse-yaml.ts';

/** Lines in place of others: what a suggestion says. */
export interface Replacement {
  /** The last line that is replaced; the first one is the finding's. */
  readonly endLine: number;
  /** Without the last line break; empty where the lines are taken out. */
  readonly suggestion: string;
}

/** Longer proposals are no longer read before they are applied. */
export const mostLines = 10;
/** Larger files are not parsed once more for a proposal. */
const mostCharacters = 256 * 1024;

/** The side of a file that is written in plain YAML or JSON, whole, with lines as forges count them. */
export function plainSide(side: FileSide | undefined): FileSide | undefined {
  if (side?.structure !== 'manifest' || side.unreadable.length > 0) return undefined;
  const isPlain = side.text.length <= mostCharacters && side.bytes.equals(Buffer.from(side.text));
  return isPlain && !/[\r\x85\u2028\u2029]/.test(side.text) ? side : undefined;
}

/** The lines of a text, each with its line break. */
export function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** The objects of the file once lines are replaced; undefined where it could not be read any more. */
export function objectsAfter(
  { path, after }: TouchedFile,
  line: number,
  { endLine, suggestion }: Replacement,
  limits: YamlLimits,
): readonly Resource[] | undefined {
  const lines = linesOf(after?.text ?? '');
  const replaced = suggestion === '' ? [] : [`${suggestion}\n`];
  const text = [...lines.slice(0, line - 1), ...replaced, ...lines.slice(endLine)].join('');
  const { documents, unreadable } = parseYaml(Buffer.from(text), limits);
  if (unreadable.length > 0 || documents.some(({ duplicateKeys }) => duplicateKeys.length > 0)) return undefined;
  return documents.flatMap((document) => resourcesOf(document, path));
}

/** The one object of this identity; undefined where there is none or several. */
export function only(resources: readonly Resource[], identity: ObjectIdentity): Resource | undefined {
  const found = resources.filter((each) => isSame(each, identity));
  return found.length === 1 ? found[0] : undefined;
}

/** Whether all objects but one are what they were. */
export function othersAreSame(before: readonly Resource[], after: readonly Resource[], one: ObjectIdentity): boolean {
  const others = (all: readonly Resource[]) => all.filter((each) => !isSame(each, one)).map(({ value }) => value);
  const [left, right] = [others(before), others(after)];
  return left.length === right.length && left.every((each, index) => isSameValue(each, right[index]));
}

function isSame(a: ObjectIdentity, b: ObjectIdentity): boolean {
  return a.group === b.group && a.kind === b.kind && a.namespace === b.namespace && a.name === b.name;
}
