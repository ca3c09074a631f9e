import { JsonComposer } from '../../yaml/compose-json.ts';
import { UnreadableError } from '../../yaml/node.ts';

/** A key is in one object twice: which value holds depends on the reader. */
export class RepeatedKeyError extends SyntaxError {}

const limits = { bytes: Number.POSITIVE_INFINITY, documents: 1, depth: 100, aliases: 0, expandedNodes: 0 };

/** A list that is JSON. Throws SyntaxError, whose message may quote the text, and RepeatedKeyError. */
export function parseJson(text: string): unknown {
  const value: unknown = JSON.parse(text);
  if (isRepeated(text)) throw new RepeatedKeyError();
  return value;
}

function isRepeated(text: string): boolean {
  try {
    return (new JsonComposer(text, 0, text.length, limits).next()?.duplicates.length ?? 0) > 0;
  } catch (error) {
    if (error instanceof UnreadableError) throw new SyntaxError('too deep', { cause: error });
    throw error;
  }
}
