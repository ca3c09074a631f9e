import { pathBelow } from '../../kube/kustomization.ts';
import { list, type Mapping, mapping, scalarText, text } from '../../plain-values.ts';
import type { FileView } from '../model/file-view.ts';

/** Whether a replacement can put something into a role, a binding or an account. */
export function replacementReaches(entry: unknown): boolean {
  const targets = list(mapping(entry).targets).map(mapping);
  if (targets.length === 0) return true;
  return targets.some((target) => {
    const kind = text(mapping(target.select).kind);
    const fields = list(target.fieldPaths).map(scalarText);
    const isRbac = kind === undefined || /Role/.test(kind) || !/^\w+$/.test(kind);
    return fields.some(
      (path) =>
        (isRbac && /^(?:rules|subjects|roleRef|metadata|kind)/.test(path)) ||
        /ccount/.test(path) ||
        /^spec(?:\.(?:jobT|t)emplate|\.spec){0,5}$/.test(path),
    );
  });
}

/** What replacements take their values from; what is not stated may be any. */
export interface ReplacementSource {
  readonly kind: string | undefined;
  readonly name: string | undefined;
}

/**
 * The objects whose fields the replacements of a kustomization put into roles, bindings or accounts, and its `vars` into the texts that
 * name them: `uses` says whether one of those that count does.
 */
export function replacementSources(
  view: FileView,
  folder: string,
  kustomization: Mapping,
  uses: (words: string) => boolean,
): readonly ReplacementSource[] {
  const entries = list(kustomization.replacements).flatMap((entry) => {
    const name = text(mapping(entry).path);
    const path = name === undefined ? undefined : pathBelow(folder, name);
    if (path === undefined) return [entry];
    return view.documents(path).flatMap(({ value }) => (Array.isArray(value) ? value : [value]));
  });
  const replaced = entries.filter(replacementReaches).map((entry) => mapping(mapping(entry).source));
  const variables = list(kustomization.vars).map(mapping);
  const named = variables.filter(({ name }) => uses(`$(${scalarText(name)})`)).map(({ objref }) => mapping(objref));
  return [...replaced, ...named].map(({ kind, name }) => ({ kind: text(kind), name: text(name) }));
}

/** Whether an object may be such a source; a prefix or suffix may have made its name longer. */
export function maySource(sources: readonly ReplacementSource[], kind: unknown, name: unknown): boolean {
  return sources.some(
    (source) =>
      (source.kind === undefined || source.kind === kind) &&
      (source.name === undefined || source.name.includes(scalarText(name))),
  );
}
