import { addTo } from '../../groups.ts';
import { pathBelow } from '../../kube/kustomization.ts';
import { isMapping, list, type Mapping, mapping, text } from '../../plain-values.ts';
import type { YamlLimits } from '../../yaml/document.ts';
import { parseYaml } from '../../yaml/parse-yaml.ts';
import type { Part } from '../graph/part.ts';
import type { FileView } from '../model/file-view.ts';

const limits: YamlLimits = { bytes: 1_000_000, documents: 100, depth: 60, aliases: 100, expandedNodes: 50_000 };

/** The folders of kustomizations that are built without something from outside the repository, their own or of what they include. */
export function lackingParts(parts: readonly Part[]): ReadonlySet<string> {
  const includers = new Map<string, string[]>();
  for (const { folder, includes } of parts) for (const { path } of includes) addTo(includers, path, folder);
  const lacking = new Set<string>();
  const open = parts.filter(({ gaps }) => gaps.some(isTakenOut)).map(({ folder }) => folder);
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    if (lacking.has(folder)) continue;
    lacking.add(folder);
    for (const includer of includers.get(folder) ?? []) open.push(includer);
  }
  return lacking;
}

function isTakenOut({ kind }: Part['gaps'][number]): boolean {
  return kind === 'remote' || kind === 'plugin';
}

/**
 * A kustomization that builds although objects it changes are not here: patches name their objects as targets, where meeting none
 * is not an error (kustomize api/internal/builtins/PatchTransformer.go), and `replicas` are left out.
 */
export function withoutTargets(view: FileView, folder: string, value: Mapping): Mapping {
  const { patches, patchesStrategicMerge, replicas: _, ...rest } = value;
  const merges = list(patchesStrategicMerge).flatMap((entry) => targeted(view, folder, entry));
  const own = list(patches).flatMap((entry) => targeted(view, folder, entry));
  const all = [...merges, ...own];
  return all.length === 0 ? rest : { ...rest, patches: all };
}

/** A patch with its targets, one for each object it is about; as it is where it has one, or does not say. */
function targeted(view: FileView, folder: string, entry: unknown): readonly unknown[] {
  const written = patchEntry(entry);
  if (isMapping(written.target) && Object.keys(written.target).length > 0) return [written];
  const objects = patchObjects(view, folder, written);
  const targets = objects?.map(targetOf);
  if (objects === undefined || targets === undefined || targets.includes(undefined)) return [written];
  const { path: _, ...rest } = written;
  return objects.map((object, index) => ({ ...rest, patch: JSON.stringify(object), target: targets[index] }));
}

/** An entry of `patches`; one of `patchesStrategicMerge` names a file where it is one line and no object. */
export function patchEntry(entry: unknown): Mapping {
  if (typeof entry !== 'string') return mapping(entry);
  return entry.includes('\n') || /^\s*\{/.test(entry) ? { patch: entry } : { path: entry };
}

/** The documents of a patch; undefined where it cannot be read, or is a list of operations. */
export function patchObjects(view: FileView, folder: string, entry: Mapping): readonly Mapping[] | undefined {
  const path = text(entry.path);
  const file = path === undefined ? undefined : pathBelow(folder, path);
  const bytes = path === undefined ? Buffer.from(text(entry.patch) ?? '') : file && view.bytes(file);
  if (bytes === undefined || bytes === '') return undefined;
  const { documents, unreadable } = parseYaml(bytes, limits);
  const values = documents.map(({ value }) => value).filter((value) => value !== null && value !== undefined);
  return unreadable.length === 0 && values.length > 0 && values.every(isMapping) ? values : undefined;
}

function targetOf({ apiVersion, kind, metadata }: Mapping): Mapping | undefined {
  const { name, namespace } = mapping(metadata);
  const [object, version] = [text(name), text(apiVersion)];
  if (text(kind) === undefined || object === undefined || version === undefined) return undefined;
  const slash = version.indexOf('/');
  const place = text(namespace);
  return {
    ...(slash < 0 ? {} : { group: version.slice(0, slash) }),
    version: version.slice(slash + 1),
    kind: text(kind),
    name: exactly(object),
    ...(place === undefined ? {} : { namespace: exactly(place) }),
  };
}

/** A pattern that only this name matches. */
function exactly(name: string): string {
  return name.replaceAll(/[^\w-]/g, '\\$&');
}
