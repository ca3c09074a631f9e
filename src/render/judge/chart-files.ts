import { folderOf } from '../../kube/kustomization.ts';
import { canonical, isSameValue, list, type Mapping, mapping } from '../../plain-values.ts';
import type { Path } from '../../yaml/document.ts';
import type { Views } from '../blame/locator.ts';
import type { ChartPart } from '../graph/chart.ts';
import { inFolder } from '../model/paths.ts';
import type { Template } from '../template/template-text.ts';

/** What of a chart's files besides templates and values can change what the templates give, and where. */
export interface ChartFileReach {
  readonly file: string;
  readonly path: Path;
  readonly by: string;
}

/** The files of a chart that differ and that templates with permissions or accounts depend on. */
export function reachingFiles(
  chart: ChartPart,
  templates: readonly Template[],
  views: Views,
): readonly ChartFileReach[] {
  if (templates.length === 0) return [];
  const sources = templates.map(({ source }) => source);
  const folders = new Set(chart.files.filter(isMetadata).map(folderOf));
  // What Helm reads itself is in no `.Files` (helm pkg/chart/loader, LoadFiles).
  const isOwn = (file: string) =>
    isMetadata(file) ||
    isTemplate(file) ||
    (/(?:^|\/)values\.(?:yaml|schema\.json)$/.test(file) && folders.has(folderOf(file)));
  const differs = (path: string) => views.before.tree.get(path)?.id !== views.after.tree.get(path)?.id;
  return [
    ...chart.files.flatMap((file) =>
      isMetadata(file) && differs(file) ? inMetadata(file, sources, chart, views) : [],
    ),
    ...ignored(chart, views, differs),
    ...chart.files.flatMap((file) =>
      !isOwn(file) && differs(file) && isReadBy(templates, file)
        ? [{ file, path: [], by: 'a file that a template reads' }]
        : [],
    ),
  ];
}

/** Patterns of `.helmignore` decide which templates are there. */
function ignored(chart: ChartPart, views: Views, differs: (path: string) => boolean): ChartFileReach[] {
  const file = inFolder(chart.folder, '.helmignore');
  if (!differs(file)) return [];
  const shown = views.after.file(file) === undefined ? inFolder(chart.folder, 'Chart.yaml') : file;
  return [{ file: shown, path: [], by: 'which templates .helmignore leaves out' }];
}

function inMetadata(file: string, sources: readonly string[], chart: ChartPart, views: Views): ChartFileReach[] {
  const now = mapping(views.after.documents(file)[0]?.value);
  const old = mapping(views.before.documents(file)[0]?.value);
  return [...changedDependencies(now, old, file, chart), ...changedFields(now, old, sources)].map((each) => ({
    file,
    ...each,
  }));
}

/** Dependencies that are in the repository and whose condition, tags, alias or imported values differ. */
function changedDependencies(
  now: Mapping,
  old: Mapping,
  file: string,
  chart: ChartPart,
): Omit<ChartFileReach, 'file'>[] {
  const known = new Set(list(old.dependencies).map(withoutVersion));
  const isRemote = (index: number) => chart.gaps.some((gap) => gap.file === file && gap.at[1] === index);
  return [...list(now.dependencies).entries()].flatMap(([index, item]) =>
    known.has(withoutVersion(item)) || isRemote(index) ? [] : [{ path: ['dependencies', index], by: 'a dependency' }],
  );
}

function withoutVersion(dependency: unknown): string {
  const { version: _, ...rest } = mapping(dependency);
  return canonical(rest);
}

function changedFields(now: Mapping, old: Mapping, sources: readonly string[]): Omit<ChartFileReach, 'file'>[] {
  const used = new Set(sources.flatMap(grantingFields));
  return Object.keys(now)
    .filter((key) => used.has(key.toLowerCase()) && !isSameValue(now[key], old[key]))
    .map((key) => ({ path: [key], by: `the chart's ${key}` }));
}

/** The fields of Chart.yaml that a template puts into what it grants, in small letters: `roleRef: {name: {{ .Chart.Name }}}`. */
function grantingFields(source: string): string[] {
  let top = '';
  return source.split('\n').flatMap((line) => {
    top = /^["']?([A-Za-z]\w{0,40})["']?\s{0,5}:/.exec(line)?.[1] ?? top;
    if (!/^(?:rules|roleRef|subjects|aggregationRule|kind|apiVersion)$/.test(top)) return [];
    return [...line.matchAll(/\.Chart\.(\w{1,40})/g)].map(([, name = '']) => name.toLowerCase());
  });
}

/** Whether some template reads files, and this one where all of them are named. */
function isReadBy(templates: readonly Template[], file: string): boolean {
  return templates.some((template) => {
    const { source } = template;
    const uses = source.match(/\.Files\b/g)?.length ?? 0;
    const named = [...source.matchAll(/\.Files\.(?:Get|GetBytes|Lines)\s{1,5}"([^"\n*]{1,300})"/g)].map(
      ([, name = '']) => name,
    );
    const isRead = uses > named.length || named.some((name) => file.endsWith(name));
    return isRead && isInReach(template, file);
  });
}

/**
 * Whether `.Files` of a template can hold a file: those of its own chart. A named template may be called for another
 * chart's files.
 */
function isInReach({ path, source }: Template, file: string): boolean {
  const inside = path.indexOf('/templates/', path.lastIndexOf('/charts/') + 1);
  const root = path.slice(0, inside < 0 ? path.indexOf('templates/') : inside + 1);
  const name = file.slice(root.length);
  return source.includes('define') || (file.startsWith(root) && !name.startsWith('charts/'));
}

function isMetadata(path: string): boolean {
  return /(?:^|\/)(?:Chart|requirements)\.yaml$/.test(path);
}

function isTemplate(path: string): boolean {
  return /\/templates\//.test(`/${path}`);
}
