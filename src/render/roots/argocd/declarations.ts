import { isMapping, list, mapping, text } from '../../../plain-values.ts';
import type { Path } from '../../../yaml/document.ts';
import { digest } from '../../graph/graph.ts';
import type { FileView } from '../../model/file-view.ts';
import { computedByTemplate, type Delivery, type Root } from '../../model/root.ts';
import type { Declarations } from '../flux.ts';
import { type DeclaredObject, declaredId } from '../objects.ts';
import type { OwnRepository } from '../own-repository.ts';
import { ApplicationReader, type DeclaredApplication } from './application.ts';
import { applicationsOf } from './application-set.ts';

/** Reads Argo CD's Applications and ApplicationSets (argoproj.io/v1alpha1). */
export function argoDeclarations(view: FileView, objects: readonly DeclaredObject[], own: OwnRepository): Declarations {
  const roots: Root[] = [];
  const deliveries: Delivery[] = [];
  const read = (application: DeclaredApplication) => {
    const reader = new ApplicationReader(view, application, own);
    const root = reader.read();
    if (root !== undefined) roots.push(root);
    for (const delivery of reader.deliveries) deliveries.push(delivery);
  };
  for (const object of objects) {
    if (object.group !== 'argoproj.io') continue;
    const id = declaredId(object);
    if (object.kind === 'Application') {
      read({ object, id, name: object.name, spec: mapping(object.value.spec), at: ['spec'], files: [] });
    }
    if (object.kind !== 'ApplicationSet') continue;
    const isTaken = (url: string) => own.is(url) || !own.isKnown;
    const counts = new Map<string, number>();
    const applications = applicationsOf(view, mapping(object.value.spec), isTaken);
    deliveries.push(...computedElements(object, [...new Set(applications.flatMap(({ computed }) => computed))]));
    for (const { name, spec, files, unbuilt } of applications) {
      // What computes a name is not known here: then the folders say which Application it is, else its place among those alike.
      const folders = [spec.source, ...list(spec.sources)].flatMap((source) => text(mapping(source).path) ?? []);
      const named = name.includes('{{') ? `${name} ${folders.join(' ')}` : name;
      const count = (counts.get(named) ?? 0) + 1;
      counts.set(named, count);
      const itsId = count > 1 ? `${id}: ${named} (${count})` : `${id}: ${named}`;
      read({ object, id: itsId, name, spec, at: ['spec', 'template', 'spec'], files, unbuilt });
    }
  }
  return { roots, deliveries };
}

/** That a template computes elements of a set: what it makes is another thing where it, or what it is made from, is. */
function computedElements(object: DeclaredObject, computed: readonly string[]): readonly Delivery[] {
  if (computed.length === 0) return [];
  const generators = [...object.path, 'spec', 'generators'];
  const at = templatePath(mapping(object.value.spec).generators, generators) ?? generators;
  const by = declaredId(object);
  return [
    {
      ...{ id: `${by} elements`, file: object.file, document: object.document, address: 'elementsYaml' },
      ...{ version: digest([...computed].sort()), addressAt: at, versionAt: at, what: computedByTemplate },
      shown: { by, address: 'elementsYaml' },
    },
  ];
}

/** Where the first text is that a template computes elements by, and its first line that is one. */
function templatePath(value: unknown, at: Path): Path | undefined {
  if (Array.isArray(value)) return value.map((item, index) => templatePath(item, [...at, index])).find(Boolean);
  if (!isMapping(value)) return undefined;
  const source = text(value.elementsYaml);
  if (source?.includes('{{')) {
    return [...at, 'elementsYaml', source.split('\n').findIndex((line) => line.includes('{{'))];
  }
  return Object.entries(value)
    .map(([key, inner]) => templatePath(inner, [...at, key]))
    .find(Boolean);
}
