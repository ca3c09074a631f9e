import { isMapping, list, mapping, text } from '../../plain-values.ts';
import type { Path } from '../../yaml/document.ts';
import { touches } from '../blame/values-lines.ts';
import type { ChartPart } from '../graph/chart.ts';
import type { FileView } from '../model/file-view.ts';
import { inFolder } from '../model/paths.ts';

/** Whether a template is the chart's own, not one of a subchart below it. */
export function isOwnTemplate(chart: ChartPart, path: string): boolean {
  return path.startsWith(inFolder(chart.folder, 'templates/'));
}

/** How values of a chart reach the templates of the charts in it (Helm's `chartutil`: `ToRenderValues`, `ProcessDependencies`). */
export class SubchartValues {
  /** Keys below which a chart's values are those of a subchart: its name, its alias. */
  readonly #names = new Set<string>();
  #imports = false;

  constructor(view: FileView, charts: readonly ChartPart[]) {
    for (const { files, local } of charts) {
      for (const { name } of local) this.#names.add(name);
      for (const path of files) this.#read(view, path);
    }
  }

  /** Whether a value at `path` of some chart's values may be what a template names as `named`. */
  reaches(named: readonly string[], path: Path): boolean {
    if (touches(named, path)) return true;
    const first = path.findIndex((step) => !this.#names.has(String(step)));
    if (first > 0 && touches(named, path.slice(first))) return true;
    // A parent takes values under `exports`, or any it names, to other keys.
    return this.#imports && named.at(-1) === String(path.at(-1));
  }

  #read(view: FileView, path: string): void {
    const folder = /(?:^|\/)charts\/([^/]+)\/Chart\.yaml$/.exec(path)?.[1];
    if (folder !== undefined) this.#names.add(folder);
    if (!/(?:^|\/)(?:Chart|requirements)\.yaml$/.test(path)) return;
    const chart = mapping(view.documents(path)[0]?.value);
    for (const name of [text(chart.name), ...list(chart.dependencies).flatMap(namesOf)]) {
      if (name !== undefined) this.#names.add(name);
    }
    this.#imports ||= list(chart.dependencies).some((item) => list(mapping(item)['import-values']).length > 0);
  }
}

function namesOf(dependency: unknown): (string | undefined)[] {
  return isMapping(dependency) ? [text(dependency.name), text(dependency.alias)] : [];
}
