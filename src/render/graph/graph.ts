import { createHash } from 'node:crypto';
import type { FileView } from '../model/file-view.ts';
import type { Gap } from '../model/gap.ts';
import { type ChartPart, readChart } from './chart.ts';
import { readKustomization } from './kustomization.ts';
import type { Part } from './part.ts';

/** All that a build of some folder reads. */
export interface Closure {
  /** Every input, sorted. */
  readonly files: ReadonlySet<string>;
  readonly kustomizations: readonly Part[];
  readonly charts: readonly ChartPart[];
  readonly gaps: readonly Gap[];
}

/** What includes what on one side: kustomizations and charts by their folders, each read once its contents are here. */
export class Graph {
  readonly view: FileView;
  readonly #parts = new Map<string, Part | undefined>();
  readonly #charts = new Map<string, ChartPart | undefined>();
  readonly #keys = new Map<string, string>();

  constructor(view: FileView) {
    this.view = view;
  }

  kustomization(folder: string): Part | undefined {
    return this.#read(this.#parts, folder, readKustomization);
  }

  chart(folder: string): ChartPart | undefined {
    return this.#read(this.#charts, folder, readChart);
  }

  /** What lacks a content that is not here yet is read again when it is asked for the next time. */
  #read<P>(known: Map<string, P>, folder: string, read: (view: FileView, folder: string) => P): P | undefined {
    if (known.has(folder)) return known.get(folder);
    const { misses } = this.view.contents;
    const part = read(this.view, folder);
    if (this.view.contents.misses === misses) known.set(folder, part);
    return part;
  }

  /** Everything that building these kustomizations and charts reads. A circle ends where it began. */
  closure(kustomizations: readonly string[], charts: readonly string[]): Closure {
    const files = new Set<string>();
    const parts = new Map<string, Part>();
    const found = new Map<string, ChartPart>();
    const openCharts = [...charts];
    const open = [...kustomizations];
    for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
      const part = parts.has(folder) ? undefined : this.kustomization(folder);
      if (part === undefined) continue;
      parts.set(folder, part);
      files.add(part.file);
      for (const { path } of part.inputs) files.add(path);
      for (const { path } of part.includes) open.push(path);
      for (const chart of part.charts) openCharts.push(chart.folder);
    }
    for (let folder = openCharts.pop(); folder !== undefined; folder = openCharts.pop()) {
      const chart = found.has(folder) ? undefined : this.chart(folder);
      if (chart === undefined) continue;
      found.set(folder, chart);
      for (const path of chart.files) files.add(path);
      for (const dependency of chart.local) openCharts.push(dependency.folder);
    }
    const all = [...parts.values()];
    const gaps = [...all, ...found.values()].flatMap((part) => part.gaps);
    return { files, kustomizations: all, charts: [...found.values()], gaps };
  }

  /** Equal for equal inputs of a kustomization's build, the ones of what it includes as well. */
  kustomizationKey(folder: string): string {
    return this.#key(`k:${folder}`, () => {
      const part = this.kustomization(folder);
      if (part === undefined) return 'none';
      const own = [part.file, ...part.inputs.map(({ path }) => path)].map((path) => this.fileKey(path));
      const included = part.includes.map(({ path }) => this.kustomizationKey(path));
      const charts = part.charts.map((chart) => this.chartKey(chart.folder));
      return digest([...own, ...included, ...charts]);
    });
  }

  chartKey(folder: string): string {
    return this.#key(`c:${folder}`, () => {
      const chart = this.chart(folder);
      if (chart === undefined) return 'none';
      const links = chart.gaps.map(({ name }) => this.view.tree.get(name)?.id ?? '');
      const local = chart.local.map((dependency) => this.chartKey(dependency.folder));
      return digest([...chart.files.map((path) => this.fileKey(path)), ...links, ...local]);
    });
  }

  fileKey(path: string): string {
    return `${path}\0${this.view.tree.get(path)?.id ?? ''}`;
  }

  /** A circle's key is taken for equal: a circle is never built. */
  #key(name: string, make: () => string): string {
    const known = this.#keys.get(name);
    if (known !== undefined) return known;
    this.#keys.set(name, 'circle');
    const key = make();
    this.#keys.set(name, key);
    return key;
  }
}

/** One short text for several. */
export function digest(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64');
}
