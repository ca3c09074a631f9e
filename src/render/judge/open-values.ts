import type { Position } from '../../kube/resource.ts';
import { isMapping, mapping } from '../../plain-values.ts';
import { changedFile } from '../blame/changed-file.ts';
import type { Views } from '../blame/locator.ts';
import { inFolder } from '../model/paths.ts';
import { formerPath, type Root } from '../model/root.ts';
import type { RootInputs } from '../plan/plan.ts';
import { onlyAddsConditions } from '../template/changed-lines.ts';
import { mayGiveRbac } from '../template/template-text.ts';

/** A value that decides what a chart grants and that the chart itself does not set: whoever installs it decides. */
export interface OpenValue {
  readonly name: string;
  readonly position: Position;
}

/** Keys under which an action decides nothing about permissions. */
const harmless =
  /^\s{0,80}(?:-\s{1,5})?(?:namespace|labels|annotations|[\w./-]*\/[\w.-]+|app|chart|release|heritage|version)["']?\s{0,5}:/;

/** A condition of whole documents: deeper ones most often decide about labels and the like. */
const wholeGuard = /^\{\{-?\s{0,10}(?:else\s{1,10})?if\b/;

/** The open values on the lines that a change adds to the templates of a chart that no root of the repository uses. */
export function openValues(
  { root, closure }: RootInputs,
  views: Views,
  former: Root | undefined,
): readonly OpenValue[] {
  if (!root.isByDefaults) return [];
  return closure.charts.flatMap((chart) => {
    const files = [
      inFolder(chart.folder, 'values.yaml'),
      ...root.sources.flatMap((source) => (source.kind === 'helm' ? source.valueFiles : [])),
    ];
    const values = files.map((path) => mapping(views.after.documents(path)[0]?.value));
    const wasAt = (path: string) => formerPath(path, root, former);
    const templates = chart.files.filter(
      (path) =>
        path.startsWith(inFolder(chart.folder, 'templates/')) &&
        views.before.tree.get(wasAt(path))?.id !== views.after.tree.get(path)?.id &&
        mayGiveRbac(views.after.bytes(path)?.toString('utf8') ?? ''),
    );
    return templates.flatMap((path) => inTemplate(path, wasAt(path), values, views));
  });
}

function inTemplate(path: string, former: string, values: readonly unknown[], views: Views): OpenValue[] {
  const file = changedFile(path, views.before, views.after, former);
  const [before = '', after = ''] = [views.before.bytes(former), views.after.bytes(path)].map((bytes) =>
    bytes?.toString('utf8'),
  );
  if (before !== '' && onlyAddsConditions(before, after)) return [];
  return (file?.added ?? []).flatMap((line): OpenValue[] => {
    const source = file?.lines[line - 1] ?? '';
    if (harmless.test(source)) return [];
    const open = [...source.matchAll(/\{\{[^{}]{0,200}?\.Values((?:\.[A-Za-z_]\w{0,100}){1,10})/g)].find(
      ([action, name = '']) =>
        (!/\{\{-?\s{0,10}(?:if|with|else)\b/.test(action) || wholeGuard.test(source)) &&
        !values.some((each) => isSet(each, name)),
    );
    if (open === undefined) return [];
    return [{ name: `.Values${open[1]}`, position: { file: path, line, column: source.indexOf('{{') + 1 } }];
  });
}

function isSet(values: unknown, name: string): boolean {
  let current = values;
  for (const key of name.slice(1).split('.')) current = isMapping(current) ? current[key] : undefined;
  return current !== undefined && current !== null;
}
