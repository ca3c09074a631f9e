import { hunks, lineDiff } from '../../git/diff/line-diff.ts';
import type { Resource } from '../../kube/resource.ts';
import { isMapping, mapping } from '../../plain-values.ts';
import type { RenderedRoot, RootSide } from '../../render/result/rendering.ts';
import { visible } from '../visible.ts';
import { leftParts } from './left-out.ts';

/** What is shown instead of a value of a Secret. */
const mask = '••••';

/** One line for each root: whether it was rendered, and what comes out of it. */
export function rootsText(roots: readonly RenderedRoot[]): string {
  const lines = roots.flatMap(({ id, after }) => (after === undefined ? [] : [rootLine(id, after)]));
  return lines.length === 0 ? 'no kustomization or chart to render\n' : `${lines.join('\n')}\n`;
}

function rootLine(id: string, { reason, objects, gaps }: RootSide): string {
  if (reason !== undefined) return visible(`not rendered  ${id}: ${reason}`);
  const left = leftParts(gaps);
  const without = left.length === 0 ? '' : `, without ${left.join(', ')}`;
  return visible(`rendered      ${id}: ${objects.length} ${objects.length === 1 ? 'object' : 'objects'}${without}`);
}

/** The objects of a root as JSON documents, in order of kind and name. */
export function objectsText({ after }: Pick<RenderedRoot, 'after'>): string {
  return sorted(after?.objects ?? [])
    .map((object) => `${objectText(object)}\n`)
    .join('---\n');
}

/** The objects that differ between the two sides of each root, as a diff of their JSON. */
export function rootsDiff(roots: readonly RenderedRoot[]): string {
  if (roots.length === 0) return 'no kustomization or chart that the change reaches\n';
  return roots.map((root) => `== ${visible(root.id)}\n${rootDiff(root)}`).join('\n');
}

function rootDiff({ before, after }: RenderedRoot): string {
  const failed = Object.entries({ head: after?.reason, base: before?.reason }).filter(([, why]) => why !== undefined);
  if (failed.length > 0) return failed.map(([side, why]) => `${visible(`${side} not rendered: ${why}`)}\n`).join('');
  const [old, now] = [before, after].map(
    (side) => new Map(sorted(side?.objects ?? []).map((each) => [nameOf(each), objectText(each)])),
  );
  const names = [...new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])])].sort();
  const parts = names.flatMap((name) => {
    const [was = '', is = ''] = [old?.get(name), now?.get(name)];
    return was === is ? [] : [`${visible(name)}\n${unified(was, is)}`];
  });
  const objects = parts.length === 0 ? 'no object differs\n' : parts.join('');
  return `${leftDiff(before, after)}${objects}`;
}

/** What one side was rendered without and the other was not: its objects are unknown, not the same. */
function leftDiff(before: RootSide | undefined, after: RootSide | undefined): string {
  const [old, now] = [before, after].map((side) => leftParts(side?.gaps ?? []));
  const gone = (old ?? []).filter((part) => now?.includes(part) !== true).map((part) => `- without ${part}`);
  const come = (now ?? []).filter((part) => old?.includes(part) !== true).map((part) => `+ without ${part}`);
  return [...gone, ...come].map((line) => `${visible(line)}\n`).join('');
}

function unified(before: string, after: string): string {
  const [old, now] = [before, after].map((text) => text.split('\n'));
  const diff = lineDiff(`${before}\n`, `${after}\n`);
  const lines: string[] = [];
  for (const hunk of hunks(diff)) {
    const inside = diff.changes.filter(
      ({ after: run }) => run.start >= hunk.after.start && run.start <= hunk.after.start + hunk.after.count,
    );
    let line = hunk.after.start;
    for (const { before: gone, after: come } of inside) {
      for (; line < come.start; line++) lines.push(`  ${now?.[line - 1] ?? ''}`);
      for (let at = gone.start; at < gone.start + gone.count; at++) lines.push(`- ${old?.[at - 1] ?? ''}`);
      for (; line < come.start + come.count; line++) lines.push(`+ ${now?.[line - 1] ?? ''}`);
    }
    for (; line < hunk.after.start + hunk.after.count; line++) lines.push(`  ${now?.[line - 1] ?? ''}`);
  }
  return `${lines.join('\n')}\n`;
}

function objectText({ value, kind }: Resource): string {
  const shown = kind === 'Secret' ? { ...value, ...masked(value, 'data'), ...masked(value, 'stringData') } : value;
  const text = JSON.stringify(shown, (_, item: unknown) => (typeof item === 'bigint' ? String(item) : item), 2) ?? '';
  return text.split('\n').map(visible).join('\n');
}

function masked(value: Readonly<Record<string, unknown>>, field: string): Record<string, unknown> {
  if (!isMapping(value[field])) return {};
  return { [field]: Object.fromEntries(Object.keys(mapping(value[field])).map((key) => [key, mask])) };
}

function nameOf({ group, kind, namespace, name }: Resource): string {
  return `${kind}${group === '' ? '' : `.${group}`} ${namespace === undefined ? '' : `${namespace}/`}${name}`;
}

function sorted(objects: readonly Resource[]): readonly Resource[] {
  const own = objects.filter(({ isEmbedded }) => isEmbedded !== true);
  return [...own].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
}
