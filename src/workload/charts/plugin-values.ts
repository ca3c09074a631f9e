import type { Resource } from '../../kube/resource.ts';
import { isMapping, list, type Mapping, mapping, scalarText, text } from '../../plain-values.ts';
import type { Document, Path, YamlLimits } from '../../yaml/document.ts';
import { parseYaml } from '../../yaml/parse-yaml.ts';
import { type ChartValues, parsed, placed } from './chart-values.ts';

const limits: YamlLimits = { bytes: 1_000_000, documents: 10, depth: 60, aliases: 100, expandedNodes: 100_000 };

/**
 * What a source of Argo CD hands to a plugin that makes its manifests in the cluster: `env` and `parameters`, by their names. Values that are YAML
 * or settings (`--set rbac.create=true`) are read as such.
 */
export function pluginValues(resource: Resource, source: Mapping, at: Path): readonly Omit<ChartValues, 'namespace'>[] {
  if (!isMapping(source.plugin)) return [];
  const { plugin } = source;
  const name = text(plugin.name) ?? '';
  // Both, also where nothing is stated: what begins to be is compared with that.
  return (['env', 'parameters'] as const).map((field) => {
    const items = list(plugin[field]).map(mapping);
    const value: Record<string, unknown> = Object.create(null);
    const places = new Map<string, Path>();
    for (const [index, item] of items.entries()) {
      const key = scalarText(item.name);
      const stated = item.value ?? item.string ?? item.array ?? item.map;
      value[key] = typeof stated === 'string' ? read(stated) : stated;
      places.set(key, [...at, 'plugin', field, index]);
    }
    const placeOf = (path: Path) => resource.at(places.get(String(path[0])) ?? [...at, 'plugin', field]);
    const document: Document = {
      ...{ value, line: resource.document.line, duplicateKeys: [], styleAt: () => undefined },
      at: placeOf,
      valueAt: placeOf,
    };
    const own = placed(resource, document, value);
    return { resource: own, value, path: [], part: [...at, 'plugin', field].join('.'), plugin: name };
  });
}

function read(value: string): unknown {
  if (/\n|^\s*\{/.test(value)) {
    const [document] = parseYaml(Buffer.from(value), limits).documents;
    if (isMapping(document?.value)) return document.value;
  }
  const settings = value.split(/[\s,]+/).flatMap((word): (readonly [string, unknown])[] => {
    const [, key, stated] = /^(?:--[\w-]{1,40}=)?([\w.-]{1,200})=(.*)$/.exec(word) ?? [];
    return key === undefined ? [] : [[key, parsed(stated ?? '')]];
  });
  return settings.length === 0 ? parsed(value) : Object.fromEntries(settings);
}
