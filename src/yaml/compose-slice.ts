import { JsonComposer } from './compose-json.ts';
import { YamlComposer } from './compose-yaml.ts';
import type { YamlLimits } from './document.ts';
import { type Composed, UnreadableError } from './node.ts';
import { parseEvents } from './parse-events.ts';
import type { Slice } from './split-documents.ts';

/** What one slice holds: usually one document, more in a stream of JSON texts; and why reading stopped early. */
export interface ComposedSlice {
  readonly documents: readonly Composed[];
  readonly error: UnreadableError | undefined;
}

/** A file's text for either grammar; offsets agree. */
export interface SourceText {
  readonly json: string;
  /** Every character that libyaml takes for a line break is one. */
  readonly yaml: string;
}

/** Reads a slice as JSON where it is JSON, as kubectl does, else as YAML. Never throws. */
export function composeSlice(source: SourceText, slice: Slice, limits: YamlLimits): ComposedSlice {
  if (/^\s*(?:\.\.\.\s*)?$/.test(source.yaml.slice(slice.start, slice.end))) return { documents: [], error: undefined };
  if (looksLikeJson(source.json, slice.start)) {
    const json = collect(new JsonComposer(source.json, slice.start, slice.end, limits), limits);
    if (json.error === undefined) return json;
    const last = json.documents.at(-1);
    if (last !== undefined)
      return isRemark(source.yaml.slice(last.end, slice.end)) ? { ...json, error: undefined } : json;
    if (json.error.reason === 'depth') return json;
  }
  try {
    return collect(new YamlComposer(parseEvents(source.yaml, slice.start, slice.end, limits), limits), limits);
  } catch (error) {
    if (error instanceof UnreadableError) return { documents: [], error };
    throw error;
  }
}

/** One document over the limit is enough to see that it is exceeded. */
function collect(composer: { next(): Composed | undefined }, limits: YamlLimits): ComposedSlice {
  const documents: Composed[] = [];
  try {
    for (let one = composer.next(); one !== undefined && documents.length <= limits.documents; one = composer.next()) {
      documents.push(one);
    }
    return { documents, error: undefined };
  } catch (error) {
    if (error instanceof UnreadableError) return { documents, error };
    throw error;
  }
}

function looksLikeJson(source: string, start: number): boolean {
  let at = start;
  while (' \t\r\n'.includes(source.charAt(at)) && at < source.length) at++;
  const first = source.charAt(at);
  return first === '{' || first === '[';
}

/** Whether what follows a JSON text is nothing but comments and a document end. */
function isRemark(rest: string): boolean {
  return rest.split(/[\r\n]/).every((line) => /^[ \t]*(?:#|$)|^\.\.\.[ \t]*$/.test(line));
}
