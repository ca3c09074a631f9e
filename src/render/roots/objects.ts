import { isMapping, list, type Mapping, mapping, text } from '../../plain-values.ts';
import type { Path } from '../../yaml/document.ts';
import type { FileView } from '../model/file-view.ts';

/** An object that declares what is delivered, and where it is. */
export interface DeclaredObject {
  readonly file: string;
  readonly document: number;
  readonly path: Path;
  readonly group: string;
  readonly kind: string;
  readonly namespace: string | undefined;
  readonly name: string;
  readonly value: Mapping;
}

/** API groups of deployers apart from Argo CD and Flux (`other-deployers.ts`). */
const otherGroups = [
  'helm.cattle.io',
  'fleet.cattle.io',
  'configsync.gke.io',
  'kappctrl.k14s.io',
  'fluxcd.controlplane.io',
  'operators.coreos.com',
  'config.projectsveltos.io',
];
/** API groups whose objects declare or feed deliveries. */
const groups = new Set([
  'argoproj.io',
  'kustomize.toolkit.fluxcd.io',
  'helm.toolkit.fluxcd.io',
  'source.toolkit.fluxcd.io',
  'source.extensions.fluxcd.io',
  ...otherGroups,
]);
/** Their `apiVersion`, whose version begins with a v; definitions of the group, much to read, have it without, and annotations with another word. */
const marks = ['argoproj.io', '.toolkit.fluxcd.io', '.extensions.fluxcd.io', ...otherGroups].map((mark) =>
  Buffer.from(`${mark}/v`),
);
/** Escapes and tags that could spell one of these names. */
const escapes = /\\[xuU\r\n]|!!binary|!<?tag:|%TAG/;

/** Whether a file can hold such an object; a superset, much cheaper than reading it. */
export function mayDeclare(bytes: Buffer): boolean {
  return marks.some((mark) => bytes.includes(mark)) || bytes.includes(0) || escapes.test(bytes.toString('latin1'));
}

/** The objects of these files that Argo CD and Flux read, and ConfigMaps, which may hold their values. */
export function declaredObjects(view: FileView, files: Iterable<string>): DeclaredObject[] {
  const found: DeclaredObject[] = [];
  for (const file of files) {
    for (const [index, document] of view.documents(file).entries()) {
      const value = mapping(document.value);
      const items = value.kind === 'List' ? list(value.items) : undefined;
      if (items === undefined) take(found, file, index, [], value);
      else for (const [at, item] of items.entries()) take(found, file, index, ['items', at], mapping(item));
    }
  }
  return found;
}

function take(found: DeclaredObject[], file: string, document: number, path: Path, value: Mapping): void {
  const apiVersion = text(value.apiVersion) ?? '';
  const kind = text(value.kind);
  const group = apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
  if (kind === undefined || !(groups.has(group) || (group === '' && kind === 'ConfigMap'))) return;
  const metadata = isMapping(value.metadata) ? value.metadata : {};
  const name = text(metadata.name) ?? '';
  found.push({ file, document, path, group, kind, namespace: text(metadata.namespace), name, value });
}

/** What tells a declaring object from every other: its file and its name. */
export function declaredId({ file, kind, namespace, name }: DeclaredObject): string {
  return `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name} (${file})`;
}

/** The one in the file that shares the most folders with a file. */
export function nearest<T extends { readonly file: string }>(objects: readonly T[], file: string): T | undefined {
  const shared = (other: string) => {
    let at = 0;
    while (at < file.length && file[at] === other[at]) at++;
    return file.slice(0, at).split('/').length;
  };
  let best: T | undefined;
  for (const object of objects) if (best === undefined || shared(object.file) > shared(best.file)) best = object;
  return best;
}
