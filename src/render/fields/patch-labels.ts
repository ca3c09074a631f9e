import { isMapping, mapping, text } from '../../plain-values.ts';
import type { YamlLimits } from '../../yaml/document.ts';
import { parseYaml } from '../../yaml/parse-yaml.ts';

const limits: YamlLimits = { bytes: 1_000_000, documents: 100, depth: 60, aliases: 100, expandedNodes: 50_000 };
const pointer = '/metadata/labels';

/** The labels that a patch may give, whatever it is applied to. */
export function patchLabels(source: string): readonly string[] {
  return parseYaml(Buffer.from(source), limits).documents.flatMap(({ value }) =>
    Array.isArray(value) ? value.flatMap(operationLabels) : labelsOf(value),
  );
}

function operationLabels(operation: unknown): readonly string[] {
  const { op, path, value } = mapping(operation);
  const place = text(path) ?? '';
  if (op === 'test' || op === 'remove') return [];
  if (place.startsWith(`${pointer}/`)) {
    return [
      place
        .slice(pointer.length + 1)
        .replaceAll('~1', '/')
        .replaceAll('~0', '~'),
    ];
  }
  if (place === pointer) return keysOf(value);
  if (place === '/metadata') return keysOf(mapping(value).labels);
  return place === '' ? labelsOf(value) : [];
}

function labelsOf(value: unknown): readonly string[] {
  return keysOf(mapping(mapping(value).metadata).labels);
}

function keysOf(labels: unknown): readonly string[] {
  return isMapping(labels) ? Object.keys(labels) : [];
}
