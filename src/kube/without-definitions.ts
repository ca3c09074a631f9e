import { decodeText } from '../yaml/decode-text.ts';
import { splitDocuments } from '../yaml/split-documents.ts';

const mark = 'CustomResourceDefinition';
const group = String.raw`apiVersion: apiextensions\.k8s\.io/v1(?:beta1)?`;

/** How a definition begins: nothing before these two lines could make them part of something else. */
const beginning = new RegExp(String.raw`^(?:[ \t]*(?:#.*)?\n)*(?:${group}\nkind: ${mark}|kind: ${mark}\n${group})\n`);

/** A line that could say once more what the document is, however it is written, or begin another value. */
const otherLine = /^(?![ \t#]|$|- |(?!(?:apiVersion|kind):)[A-Za-z]+:(?:[ \t]|$))/m;

/** Line ends that not every reader takes for one. */
const oddLineEnd = /[\r\x85\u2028\u2029]/;

/**
 * A file without its definitions of custom resources, which grant nothing and are most of what a repository holds: each in the plain
 * form that generators write, with empty lines in its place. What is written in any other way stays.
 */
export function withoutDefinitions(bytes: Buffer): Buffer {
  if (!mayDefine(bytes)) return bytes;
  const { text, invalidAt } = decodeText(bytes);
  if (invalidAt !== undefined) return bytes;
  let kept = '';
  let end = 0;
  for (const slice of splitDocuments(text)) {
    const source = text.slice(slice.start, slice.end);
    if (slice.trailing !== undefined || !isDefinition(source)) continue;
    kept += text.slice(end, slice.start) + '\n'.repeat(source.split('\n').length - 1);
    end = slice.end;
  }
  return end === 0 ? bytes : Buffer.from(kept + text.slice(end));
}

/** The texts of the definitions that both sides of a file hold alike: nothing of them changes, and nothing else is judged by them. */
export function sharedDefinitions(before: Buffer, after: Buffer): ReadonlySet<string> {
  if (!mayDefine(before) || !mayDefine(after)) return new Set();
  const old = definitionsIn(before);
  return new Set([...definitionsIn(after)].filter((source) => old.has(source)));
}

function definitionsIn(bytes: Buffer): ReadonlySet<string> {
  const { text, invalidAt } = decodeText(bytes);
  if (invalidAt !== undefined) return new Set();
  const sources = splitDocuments(text).flatMap(({ start, end, trailing }) =>
    trailing === undefined ? text.slice(start, end) : [],
  );
  // With an action in it, it is what makes the file a template.
  return new Set(sources.filter((source) => isDefinition(source) && !source.includes('{{')));
}

/** Whether a file can hold a definition in the plain form. */
export function mayDefine(bytes: Buffer): boolean {
  return bytes.includes(mark);
}

/** Whether the text of one document is a definition of a custom resource and nothing else. */
export function isDefinition(source: string): boolean {
  const begun = beginning.exec(source)?.[0];
  return begun !== undefined && !oddLineEnd.test(source) && !otherLine.test(source.slice(begun.length));
}
