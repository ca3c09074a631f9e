import { list, mapping, text } from '../../../plain-values.ts';
import type { FileView } from '../../model/file-view.ts';
import type { Delivery, Root } from '../../model/root.ts';
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
    for (const { name, spec, files, unbuilt } of applicationsOf(view, mapping(object.value.spec), isTaken)) {
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
