import type { Position } from '../../kube/resource.ts';
import { isMapping, mapping, text } from '../../plain-values.ts';
import type { Document, Path, Place } from '../../yaml/document.ts';
import type { FileView } from '../model/file-view.ts';
import { parsedDocument, parsedText } from '../model/parsed-values.ts';
import { valuesNamed } from '../model/values-named.ts';
import { changedValues, touches, valueIn } from './values-lines.ts';

/** Says of the path of a value whether a template names it. */
export function namedBy(template: string): (path: Path) => boolean {
  const named = valuesNamed(template);
  return (path) => named.some((each) => touches(each, path));
}

/** The changed value of these files that is meant; with `isAny` else the first one, about there. */
export function changedValue(
  files: readonly string[],
  { before, after }: { readonly before: FileView; readonly after: FileView },
  isMeant: (path: Path) => boolean,
  isAny: boolean,
): Position | undefined {
  let first: Position | undefined;
  for (const file of files) {
    if (!/\.ya?ml$/.test(file) || /(?:^|\/)templates\//.test(file)) continue;
    for (const [index, document] of after.documents(file).entries()) {
      for (const { path, place } of changedPlaces(document, before.documents(file)[index]?.value)) {
        first ??= { file, ...place, isGuess: true };
        const parameter = text(mapping(valueIn(document.value, path.slice(0, -1))).name)?.split('.');
        if (valuesPaths(path).some(isMeant) || (parameter !== undefined && isMeant(parameter))) {
          return { file, ...place };
        }
      }
    }
  }
  return isAny ? first : undefined;
}

/** The values that differ, those within a text as well (`values: |`), each with its place. */
function* changedPlaces(now: Document, old: unknown): Generator<{ readonly path: Path; readonly place: Place }> {
  for (const path of changedValues(now.value, old)) {
    const [written, former] = [valueIn(now.value, path), valueIn(old, path)];
    const inner = typeof written === 'string' && written.includes('\n') ? parsedDocument(written) : undefined;
    if (inner === undefined || !isMapping(inner.value)) {
      yield { path, place: now.at(path) };
      continue;
    }
    for (const within of changedValues(inner.value, typeof former === 'string' ? parsedText(former) : undefined)) {
      yield { path: [...path, ...within], place: now.at([...path, inner.at(within).line - 1]) };
    }
  }
}

/** The path of a value inside `values` of a declaration, which may be a list of them, or of a values file as it is. */
function valuesPaths(path: Path): readonly Path[] {
  const at = path.findIndex((step) => step === 'values' || step === 'valuesObject' || step === 'valuesInline');
  if (at < 0) return [path];
  const inside = path.slice(at + 1);
  return [path, typeof inside[0] === 'number' ? inside.slice(1) : inside];
}
