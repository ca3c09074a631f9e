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

/** The changed value of these files that is meant; with `isAny` else the first one, what a patch sets before others, about there where it is not the only one. */
export function changedValue(
  files: readonly string[],
  { before, after }: { readonly before: FileView; readonly after: FileView },
  isMeant: (path: Path) => boolean,
  isAny: boolean,
): Position | undefined {
  const others: { readonly position: Position; readonly isSet: boolean }[] = [];
  for (const file of files) {
    if (!/\.ya?ml$/.test(file) || /(?:^|\/)templates\//.test(file)) continue;
    for (const [index, document] of after.documents(file).entries()) {
      for (const { path, place, isSet } of changedPlaces(document, before.documents(file)[index]?.value)) {
        const parameter = text(mapping(valueIn(document.value, path.slice(0, -1))).name)?.split('.');
        if (valuesPaths(path).some(isMeant) || (parameter !== undefined && isMeant(parameter))) {
          return { file, ...place };
        }
        if (!path.includes('target')) others.push({ position: { file, ...place }, isSet });
      }
    }
  }
  const [first] = [...others.filter(({ isSet }) => isSet), ...others];
  if (!isAny || first === undefined) return undefined;
  return others.length === 1 ? first.position : { ...first.position, isGuess: true };
}

interface ChangedPlace {
  readonly path: Path;
  readonly place: Place;
  /** Whether a JSON patch sets it: then the path is one in what it patches. */
  readonly isSet: boolean;
}

/** The values that differ, those within a text as well (`values: |`, `patch: |`), each with its place. */
function* changedPlaces(now: Document, old: unknown): Generator<ChangedPlace> {
  for (const path of changedValues(now.value, old)) {
    const [written, former] = [valueIn(now.value, path), valueIn(old, path)];
    const inner = typeof written === 'string' && /[\n:]/.test(written) ? parsedDocument(written) : undefined;
    const at = (within: Path) => now.at([...path, (inner?.at(within).line ?? 1) - 1]);
    if (Array.isArray(inner?.value)) {
      for (const [index, operation] of inner.value.entries()) {
        const { path: pointer, value } = mapping(operation);
        if (value === undefined || typeof pointer !== 'string') continue;
        yield { path: pointer.split('/').slice(1), place: at([index, 'value']), isSet: true };
      }
    } else if (isMapping(inner?.value)) {
      for (const within of changedValues(inner.value, typeof former === 'string' ? parsedText(former) : undefined)) {
        yield { path: [...path, ...within], place: at(within), isSet: false };
      }
    } else yield { path, place: now.at(path), isSet: false };
  }
}

/** The path of a value inside `values` of a declaration, which may be a list of them, or of a values file as it is. */
function valuesPaths(path: Path): readonly Path[] {
  const at = path.findIndex((step) => step === 'values' || step === 'valuesObject' || step === 'valuesInline');
  if (at < 0) return [path];
  const inside = path.slice(at + 1);
  return [path, typeof inside[0] === 'number' ? inside.slice(1) : inside];
}
