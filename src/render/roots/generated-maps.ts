import { folderOf, isKustomization, pathBelow } from '../../kube/kustomization.ts';
import { list, type Mapping, mapping, scalarText, text } from '../../plain-values.ts';
import type { FileView } from '../model/file-view.ts';

/** A ConfigMap whose content is known, with the files that say what it holds. */
export interface KnownMap {
  /** Where it is written, or the kustomization that makes it. */
  readonly file: string;
  readonly files: readonly string[];
  readonly value: Mapping;
}

/** The ConfigMaps of a name that the configMapGenerator of some kustomization makes. */
export function generatedMaps(view: FileView, name: string): readonly KnownMap[] {
  if (name === '') return [];
  return view.paths.filter(isKustomization).flatMap((file) =>
    view
      .documents(file)
      .flatMap(({ value }) => list(mapping(value).configMapGenerator))
      .map(mapping)
      .filter((generator) => generator.name === name)
      .map((generator) => generatedMap(view, file, generator)),
  );
}

function generatedMap(view: FileView, file: string, generator: Mapping): KnownMap {
  const data: Record<string, string> = {};
  const files = [file];
  const read = (path: string): string => {
    const inTree = pathBelow(folderOf(file), path);
    if (inTree === undefined) return '';
    files.push(inTree);
    return view.bytes(inTree)?.toString('utf8') ?? '';
  };
  const take = (line: string) => {
    const at = line.indexOf('=');
    if (at > 0) data[line.slice(0, at)] = line.slice(at + 1).replace(/^(["'])(.*)\1$/, '$2');
  };
  for (const entry of list(generator.files).map(scalarText)) {
    const at = entry.indexOf('=');
    const path = entry.slice(at + 1);
    data[at > 0 ? entry.slice(0, at) : path.slice(path.lastIndexOf('/') + 1)] = read(path);
  }
  const envs = [...list(generator.envs), generator.env].flatMap((each) => text(each) ?? []);
  for (const path of envs) for (const line of read(path).split('\n')) if (!line.startsWith('#')) take(line.trim());
  for (const literal of list(generator.literals)) take(scalarText(literal));
  return { file, files, value: { data } };
}
