import { isMapping } from '../../plain-values.ts';
import type { Document, Path } from '../../yaml/document.ts';

/**
 * A part of a document with its numbers and booleans as they are written: SOPS takes these for text wherever it wants text, so that
 * `0x1F` is a key's id and no number. One behind an alias keeps its value, and so does a threshold, which is a number.
 */
export function asWritten(document: Document, text: string, path: Path = []): (value: unknown) => unknown {
  const lines = text.split('\n');
  const read = (value: unknown, at: Path): unknown => {
    if (Array.isArray(value)) return value.map((item, index) => read(item, [...at, index]));
    if (isMapping(value)) {
      const copy: Record<string, unknown> = Object.create(null);
      for (const key of Object.keys(value)) copy[key] = read(value[key], [...at, key]);
      return copy;
    }
    if ((typeof value !== 'number' && typeof value !== 'boolean') || at.at(-1) === 'shamir_threshold') return value;
    const { line, column } = document.valueAt(at);
    return /^[-+.\w]+/.exec(lines[line - 1]?.slice(column - 1) ?? '')?.[0] ?? value;
  };
  return (value) => read(value, path);
}

/** What SOPS takes for true where it wants a switch, in any of its stores. */
export const isTrue = (written: string): boolean => /^(?:1|t|true|y|yes|on)$/i.test(written);
