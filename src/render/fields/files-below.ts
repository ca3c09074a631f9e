import type { Part } from '../graph/part.ts';

/** The files that the kustomization of a folder takes in; undefined where all files of the root may be meant. */
export function filesBelow(folder: string, kustomizations: readonly Part[]): ReadonlySet<string> | undefined {
  const parts = new Map(kustomizations.map((part) => [part.folder, part]));
  if (parts.get(folder)?.isComponent !== false) return undefined;
  const files = new Set<string>();
  const seen = new Set<string>();
  const open = [folder];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const part = seen.has(next) ? undefined : parts.get(next);
    seen.add(next);
    for (const { path } of part?.inputs ?? []) files.add(path);
    for (const { path } of part?.includes ?? []) open.push(path);
  }
  return files;
}
