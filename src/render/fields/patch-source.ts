import { pathBelow } from '../../kube/kustomization.ts';
import { type Mapping, mapping, text } from '../../plain-values.ts';
import type { FileView } from '../model/file-view.ts';

/** The text of an entry of `patches`, `patchesJson6902` or `patchesStrategicMerge`; undefined where its file cannot be read. */
export function patchIn(
  entry: unknown,
  folder: string,
  view: FileView,
): { source: string | undefined; target: Mapping } {
  const { path, patch, target } = mapping(entry);
  const inline = typeof entry === 'string' ? entry : text(patch);
  const isInline =
    inline !== undefined && (inline.includes('\n') || (text(path) === undefined && typeof entry !== 'string'));
  if (isInline) return { source: inline, target: mapping(target) };
  const file = pathBelow(folder, typeof entry === 'string' ? entry : (text(path) ?? ''));
  const bytes = file === undefined ? undefined : view.bytes(file);
  return { source: bytes?.toString('utf8'), target: mapping(target) };
}
