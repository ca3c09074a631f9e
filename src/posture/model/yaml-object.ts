import { isMapping, type Mapping } from '../../plain-values.ts';
import { defaultPolicy } from '../../policy/defaults.ts';
import type { Document } from '../../yaml/document.ts';
import { parseYaml } from '../../yaml/parse-yaml.ts';

/** A file that is one YAML mapping. */
export interface YamlSource {
  readonly value: Mapping;
  readonly document: Document;
}

/** Reads a file that must be one YAML mapping; undefined where it is not. */
export function readYamlObject(bytes: Uint8Array): YamlSource | undefined {
  const { documents, unreadable } = parseYaml(bytes, defaultPolicy.limits);
  const [document] = documents;
  if (!document || documents.length > 1 || unreadable.length > 0 || !isMapping(document.value)) return undefined;
  return { value: document.value, document };
}

/** As `readYamlObject`; a header of a GitLab pipeline (`spec`, a document of its own in front) is a key of it. */
export function readGitlabPipeline(bytes: Uint8Array): YamlSource | undefined {
  const { documents, unreadable } = parseYaml(bytes, defaultPolicy.limits);
  const [header, document] = documents;
  if (documents.length !== 2 || unreadable.length > 0) return readYamlObject(bytes);
  if (!document || !isMapping(document.value) || !isMapping(header?.value)) return undefined;
  return { value: { ...document.value, spec: header.value.spec }, document };
}

/** A list of what is in it; a lone value is a list of one, and nothing is an empty one. */
export function asList(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** Whether anything in a value speaks of the gate. */
export function mentionsGate(value: unknown): boolean {
  return /gitops-?gate/i.test(JSON.stringify(value) ?? '');
}
