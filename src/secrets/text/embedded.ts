import type { YamlLimits } from '../../yaml/document.ts';
import { parseYaml } from '../../yaml/parse-yaml.ts';
import { readLoosely } from './loose-document.ts';
import { identityOf, isSopsDocument, isSopsText, type Source } from './source.ts';

const limits: YamlLimits = { bytes: 2_000_000, documents: 500, depth: 60, aliases: 100, expandedNodes: 200_000 };

/** Lines that read `key: value` or `- item` or open a mapping. */
const yamlLine = /^\s*(?:-\s|[\w."'/$-]{1,100}:(?:\s|$))/;

/** Documents inside a text. */
export interface Embedded {
  readonly sources: readonly Source[];
  /** Whether they hold all of the text: a tolerant reading leaves out the lines it does not understand. */
  readonly isWhole: boolean;
}

/** Reads a text as JSON or YAML documents, tolerantly where it is not exact YAML; undefined where it looks like neither. */
export function readEmbedded(text: string): Embedded | undefined {
  const start = text.trimStart().charAt(0);
  const isJson = start === '{' || start === '[';
  // Most lines of a file that SOPS wrote may be the armor of its keys.
  if (!isJson && !looksLikeYaml(text) && !isSopsText(text)) return undefined;
  if (!text.includes('{{')) {
    const file = parseYaml(Buffer.from(text, 'utf8'), limits);
    const sources = file.documents.filter((document) => typeof document.value === 'object' && document.value !== null);
    if (file.unreadable.length === 0 && sources.length > 0) {
      const exact = sources.map(
        (document): Source => ({
          identity: identityOf(document.value),
          value: document.value,
          at: (path) => document.at(path),
          valueAt: (path) => document.valueAt(path),
          styleAt: (path) => document.styleAt(path),
        }),
      );
      return { sources: exact, isWhole: sources.length === file.documents.length };
    }
  }
  return isJson ? undefined : { sources: readLoosely(text), isWhole: false };
}

/** Whether a text is YAML or JSON that SOPS wrote, each document of it. */
export function isSopsTree(text: string): boolean {
  const { documents, unreadable } = parseYaml(Buffer.from(text, 'utf8'), limits);
  const stated = documents.filter(({ value }) => value !== null);
  return unreadable.length === 0 && stated.length > 0 && stated.every(({ value }) => isSopsDocument(value));
}

function looksLikeYaml(text: string): boolean {
  const lines = text
    .slice(0, 20_000)
    .split('\n')
    .filter((line) => !/^\s*(?:#.*)?$/.test(line));
  const alike = lines.filter((line) => yamlLine.test(line)).length;
  return lines.length > 0 && alike * 2 >= lines.length;
}
