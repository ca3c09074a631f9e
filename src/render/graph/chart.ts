import { pathBelow } from '../../kube/kustomization.ts';
import { isMapping, list, type Mapping, mapping, text } from '../../plain-values.ts';
import type { Path } from '../../yaml/document.ts';
import type { FileView } from '../model/file-view.ts';
import type { Gap } from '../model/gap.ts';
import { inFolder } from '../model/paths.ts';

/** A dependency of a chart that is kept in another folder of the repository. */
export interface LocalDependency {
  readonly name: string;
  readonly folder: string;
}

/** A chart of the tree: its files, and what it depends on. */
export interface ChartPart {
  readonly folder: string;
  readonly name: string;
  /** A library chart gives templates to others and cannot be rendered itself. */
  readonly isLibrary: boolean;
  readonly files: readonly string[];
  readonly local: readonly LocalDependency[];
  readonly gaps: readonly Gap[];
  /** The files whose `dependencies` the copy leaves out, and which entries. */
  readonly drops: readonly { readonly file: string; readonly at: Path }[];
}

/** Reads the chart of a folder with a Chart.yaml. Dependencies count when they are vendored in `charts/` or in the repository. */
export function readChart(view: FileView, folder: string): ChartPart | undefined {
  const file = inFolder(folder, 'Chart.yaml');
  if (view.file(file) === undefined) return undefined;
  const value = mapping(view.documents(file)[0]?.value);
  const below = view.below(folder);
  const gaps: Gap[] = below
    .filter((path) => view.isLink(path))
    .map((path) => ({ kind: 'link', name: path, file: path, at: [] }));
  const local: LocalDependency[] = [];
  const drops: { file: string; at: Path }[] = [];
  for (const { source, item, at } of dependencies(view, folder, value)) {
    const name = text(item.name) ?? '';
    if (isVendored(below, folder, name)) continue;
    const repository = text(item.repository) ?? '';
    const path = repository.startsWith('file://') ? pathBelow(folder, repository.slice('file://'.length)) : undefined;
    if (path !== undefined && view.file(inFolder(path, 'Chart.yaml')) !== undefined) {
      local.push({ name, folder: path });
      continue;
    }
    const address = `${repository === '' ? '' : `${repository.replace(/\/$/, '')}/`}${name} ${text(item.version) ?? ''}`;
    gaps.push({ kind: 'remote', name: address.trim(), file: source, at });
    drops.push({ file: source, at });
  }
  return {
    folder,
    name: text(value.name) ?? '',
    isLibrary: value.type === 'library',
    files: below.filter((path) => view.file(path) !== undefined),
    local,
    gaps,
    drops,
  };
}

/** The entries of `dependencies`, in Chart.yaml and, for charts of version 1, in requirements.yaml. */
function* dependencies(
  view: FileView,
  folder: string,
  chart: Mapping,
): Generator<{ readonly source: string; readonly item: Mapping; readonly at: Path }> {
  const requirements = inFolder(folder, 'requirements.yaml');
  const sources: readonly (readonly [string, unknown])[] = [
    [inFolder(folder, 'Chart.yaml'), chart.dependencies],
    [requirements, mapping(view.documents(requirements)[0]?.value).dependencies],
  ];
  for (const [source, value] of sources) {
    for (const [index, item] of list(value).entries()) {
      if (isMapping(item)) yield { source, item, at: ['dependencies', index] };
    }
  }
}

function isVendored(below: readonly string[], folder: string, name: string): boolean {
  const charts = inFolder(folder, 'charts');
  return below.some(
    (path) =>
      path === `${charts}/${name}/Chart.yaml` || (path.startsWith(`${charts}/${name}-`) && path.endsWith('.tgz')),
  );
}
