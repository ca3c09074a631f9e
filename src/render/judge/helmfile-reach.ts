import { isMapping, isSameValue, list, type Mapping, mapping } from '../../plain-values.ts';
import type { Document, Path } from '../../yaml/document.ts';
import type { Views } from '../blame/locator.ts';
import { changedInside, changedValues, touches, valueIn } from '../blame/values-lines.ts';
import type { FileView } from '../model/file-view.ts';
import { valuesNamed } from '../model/values-named.ts';
import type { RootInputs } from '../plan/plan.ts';
import { isPlainSetting, unreadParts } from '../roots/helmfile/release.ts';
import { isVersionLine } from '../template/plain-values.ts';
import type { Reach } from './kustomization-reach.ts';

/**
 * What of a change of a helmfile can reach a permission or a workload's account apart from the values that a release states: its fields that
 * are not read, and values of environments that templates name. For releases that were not rendered.
 */
export function helmfileReach(views: Views, before: RootInputs | undefined, after: RootInputs): readonly Reach[] {
  const { kind, declared } = after.root;
  if (kind !== 'helmfile' || declared === undefined || declared.at[0] !== 'releases') return [];
  const document = views.after.documents(declared.file)[declared.document];
  const at = declared.at.slice(0, 2);
  const now = mapping(valueIn(document?.value, at));
  const former = before?.root.declared;
  const old = mapping(
    valueIn(views.before.documents(former?.file ?? '')[former?.document ?? 0]?.value, former?.at.slice(0, 2) ?? []),
  );
  const place = (path: Path) => ({
    file: declared.file,
    ...(document?.at([...at, ...path]) ?? { line: 1, column: 1 }),
  });
  const isComputed = list(now.set).some((item) => !isPlainSetting(item));
  const [parts, oldParts] = [now, old].map((release) => ({
    ...unreadParts(release),
    ...(isComputed ? { set: release.set } : {}),
  })) as [Mapping, Mapping];
  const fields = Object.keys({ ...oldParts, ...parts }).filter((field) => !isSameValue(parts[field], oldParts[field]));
  return [
    ...fields.map((field) => ({ position: place(changedInside(now, old, field)), by: `the field ${field}` })),
    ...inEnvironments(views, after, declared.file),
  ];
}

/** Values of environments that differ and that the helmfile, or a values file that is a template, names. */
function inEnvironments(views: Views, { root, closure }: RootInputs, file: string): Reach[] {
  const valueFiles = root.sources.flatMap((source) => (source.kind === 'helm' ? source.valueFiles : []));
  const templates = [file, ...valueFiles.filter((path) => path.endsWith('.gotmpl'))].map((path) => ({
    path,
    source: sourceOf(views.after, path),
  }));
  const named = templates.flatMap(({ source }) => valuesNamed(source));
  const isNamed = (path: Path) => named.some((each) => touches(each, path));
  const lines = templates.flatMap(({ source }) =>
    source.split('\n').map((line) => ({ line, names: valuesNamed(line) })),
  );
  // Only where a version belongs it leads to no permission, whatever it is.
  const isVersionOf = (path: Path) =>
    lines.every(({ line, names }) => isVersionLine(line) || !names.some((each) => touches(each, path)));
  return [file, ...root.extraFiles.filter((path) => closure.files.has(path))].flatMap((path) =>
    valuePlaces(views.after.documents(path), path !== file).flatMap(({ index, at }): Reach[] => {
      const [now, old] = [views.after, views.before].map((view): Document | undefined => view.documents(path)[index]);
      const [value, former] = [valueIn(now?.value, at), valueIn(old?.value, at)];
      const changed = [...changedValues(value, former), ...changedValues(former, value)].filter(isNamed);
      const telling = changed.find((each) => !isVersionOf(each)) ?? changed[0];
      if (telling === undefined) return [];
      const isVersion = isVersionOf(telling);
      const position = { file: path, ...(now?.at([...at, ...telling]) ?? { line: 1, column: 1 }) };
      return [{ position, by: 'a value of an environment', isVersion }];
    }),
  );
}

/** Where values for templates are: a file of values whole, and the lists of them in a helmfile. */
function valuePlaces(documents: readonly Document[], isValues: boolean): readonly { index: number; at: Path }[] {
  const lists = documents.flatMap(({ value }, index) => {
    const { values, environments } = mapping(value);
    const stated = Object.entries(mapping(environments)).map(([name, each]) => ({
      at: ['environments', name, 'values'],
      items: mapping(each).values,
    }));
    return [{ at: ['values'], items: values }, ...stated].flatMap(({ at, items }) =>
      list(items).flatMap((item, position) => (isMapping(item) ? [{ index, at: [...at, position] }] : [])),
    );
  });
  return isValues ? [{ index: 0, at: [] }, ...lists] : lists;
}

function sourceOf(view: FileView, path: string): string {
  return (view.bytes(path)?.toString('utf8') ?? '').replaceAll('.StateValues', '.Values');
}
