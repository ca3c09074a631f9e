import { isMapping, type Mapping } from '../../plain-values.ts';
import type { Document, YamlLimits } from '../../yaml/document.ts';
import { parseYaml } from '../../yaml/parse-yaml.ts';

const limits: YamlLimits = { bytes: 1_000_000, documents: 10, depth: 100, aliases: 1000, expandedNodes: 100_000 };

/** The values of a chart that are written as text in another object. */
export function parsedValues(source: string): Mapping[] {
  return parseYaml(Buffer.from(source), limits)
    .documents.map(({ value }) => value)
    .filter(isMapping);
}

/** The first document of a text within another object; undefined where there is none that can be read. */
export function parsedDocument(source: string): Document | undefined {
  return parseYaml(Buffer.from(source), limits).documents[0];
}

/** What it says, of any type. */
export function parsedText(source: string): unknown {
  return parsedDocument(source)?.value;
}
