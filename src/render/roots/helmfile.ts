import { folderOf, pathBelow } from '../../kube/kustomization.ts';
import { isMapping, list, type Mapping, mapping, scalarText, text } from '../../plain-values.ts';
import type { FileView } from '../model/file-view.ts';
import { inFolder } from '../model/paths.ts';
import type { Delivery, Root } from '../model/root.ts';
import type { Declarations } from './flux.ts';

/** Whether a path is a helmfile by its name. */
export function isHelmfile(path: string): boolean {
  return /(?:^|\/)helmfile\.ya?ml$|(?:^|\/)helmfile\.d\/[^/]+\.ya?ml$/.test(path);
}

/** The releases of helmfiles (helmfile.readthedocs.io) that state plain values; templates of helmfiles are not read. */
export function helmfileDeclarations(view: FileView, files: readonly string[]): Declarations {
  const roots: Root[] = [];
  const deliveries: Delivery[] = [];
  for (const file of files) {
    for (const [document, { value }] of view.documents(file).entries()) {
      for (const [index, release] of list(mapping(value).releases).entries()) {
        if (isMapping(release)) readRelease(view, file, document, index, release, roots, deliveries);
      }
    }
  }
  return { roots, deliveries };
}

function readRelease(
  view: FileView,
  file: string,
  document: number,
  index: number,
  release: Mapping,
  roots: Root[],
  deliveries: Delivery[],
): void {
  const name = text(release.name) ?? '';
  const chart = text(release.chart) ?? '';
  const id = `release ${name} (${file})`;
  const at = ['releases', index];
  const folder = pathBelow(folderOf(file), chart);
  if (folder === undefined || view.file(inFolder(folder, 'Chart.yaml')) === undefined) {
    const versionAt = release.version === undefined ? undefined : [...at, 'version'];
    const version = text(release.version);
    deliveries.push({
      id,
      file,
      document,
      address: chart,
      version,
      addressAt: [...at, 'chart'],
      versionAt,
      what: 'the chart',
      valuesFiles: list(release.values).flatMap((each) => pathBelow(folderOf(file), scalarText(each)) ?? []),
    });
    return;
  }
  const values = list(release.values);
  roots.push({
    id,
    kind: 'helmfile',
    folder,
    declared: { file, document, at: [...at, 'chart'] },
    sources: [
      {
        kind: 'helm',
        chart: folder,
        release: name,
        namespace: text(release.namespace),
        valueFiles: values.flatMap((each) => (typeof each === 'string' ? (pathBelow(folderOf(file), each) ?? []) : [])),
        values: values.filter(isMapping),
        parameters: list(release.set)
          .filter(isMapping)
          .map(({ name: key, value }) => ({ name: scalarText(key), value: scalarText(value), isText: false })),
        skipCrds: false,
        options: {},
      },
    ],
    extraFiles: [],
    namespace: text(release.namespace),
    substitution: undefined,
    gaps: [],
    isByDefaults: false,
  });
}
