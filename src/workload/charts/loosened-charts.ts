import type { Position, Resource } from '../../kube/resource.ts';
import type { ScopeObjects } from '../../kube/scope.ts';
import type { TouchedFile } from '../../kube/touched-file.ts';
import { judgePairs, pairObjects } from '../model/pair-objects.ts';
import { type ChartPin, firmness, pinsOf, pinsOfDocument } from './chart-pins.ts';

/** A chart, or an artifact, whose version is named less firmly than before. */
export interface LoosenedChart {
  readonly before: ChartPin;
  readonly after: ChartPin;
  /** The object that takes it in; undefined for a file that is none. */
  readonly resource: Resource | undefined;
  readonly position: Position;
}

/** Compares the versions that the objects of a scope take in. */
export function loosenedInObjects({ before, after }: ScopeObjects): readonly LoosenedChart[] {
  const withPins = (objects: readonly Resource[]) =>
    objects.flatMap((resource) => {
      const pins = pinsOf(resource);
      return pins.length === 0 ? [] : [{ resource, pins }];
    });
  const keyOf = ({ resource: { kind, namespace, name } }: { resource: Resource }) =>
    JSON.stringify([kind, namespace, name]);
  return judgePairs(pairObjects(withPins(before), withPins(after), keyOf), (was, is) =>
    is === undefined ? [] : loosened(was?.pins ?? [], is.pins, is.resource, (pin) => is.resource.at(pin.path)),
  );
}

const named =
  /(?:^|\/)(?:Chart\.yaml|requirements\.yaml|kustomization\.ya?ml|Kustomization|helmfile(?:\.d\/[^/]*)?\.ya?ml)$/;

/** The same of a file that tools read by its name: Chart.yaml, a kustomization, a helmfile. */
export function loosenedInFile({ path: file, before, after }: TouchedFile): readonly LoosenedChart[] {
  if (!named.test(file)) return [];
  return (after?.documents ?? []).flatMap((document, index) => {
    const old = pinsOfDocument(before?.documents[index]?.value);
    return loosened(old, pinsOfDocument(document.value), undefined, (pin) => ({ file, ...document.at(pin.path) }));
  });
}

function loosened(
  before: readonly ChartPin[],
  after: readonly ChartPin[],
  resource: Resource | undefined,
  placeOf: (pin: ChartPin) => Position,
): readonly LoosenedChart[] {
  const old = new Map(before.map((pin) => [pin.key, pin]));
  return after.flatMap((pin) => {
    const was = old.get(pin.key);
    if (was === undefined || firmness.indexOf(pin.firmness) >= firmness.indexOf(was.firmness)) return [];
    return [{ before: was, after: pin, resource, position: placeOf(pin) }];
  });
}
