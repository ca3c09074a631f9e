import type { Position } from '../../kube/resource.ts';
import { mapping } from '../../plain-values.ts';
import type { Part } from '../graph/part.ts';
import type { FileView } from '../model/file-view.ts';
import type { ChangedFile } from './changed-file.ts';
import { removedLine, tellingLine } from './telling-line.ts';
import { changedValues } from './values-lines.ts';

/**
 * The changed line that says by which schema patches are merged: the same patches, as they were, then make other objects. It holds
 * nothing of what they make, so that this is about there.
 */
export function schemaLine(
  parts: readonly Part[],
  changed: ReadonlyMap<string, ChangedFile>,
  views: { readonly before: FileView; readonly after: FileView },
): Position | undefined {
  for (const { file, inputs } of parts) {
    const schema = changed.get(inputs.find(({ at }) => at[0] === 'openapi')?.path ?? '');
    const place = inKustomization(changed.get(file), views) ?? (schema && inSchema(schema));
    if (place !== undefined) return place;
  }
  return undefined;
}

function inSchema(schema: ChangedFile): Position | undefined {
  const added = schema.added.filter((line) => schema.lines[line - 1]?.includes('x-kubernetes-patch-'));
  return tellingLine(added.length === 0 ? schema : { ...schema, added });
}

function inKustomization(
  file: ChangedFile | undefined,
  { before, after }: { readonly before: FileView; readonly after: FileView },
): Position | undefined {
  if (file === undefined) return undefined;
  const document = after.documents(file.path)[0];
  const [now, old] = [document, before.documents(file.path)[0]].map((each) => mapping(each?.value).openapi);
  if (now === undefined) return old === undefined ? undefined : removedLine([file]);
  const [path] = changedValues(now, old);
  return path && document && { file: file.path, ...document.at(['openapi', ...path]), isGuess: true };
}
