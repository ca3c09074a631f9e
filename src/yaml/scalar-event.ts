import { SCALAR_STYLE, type ScalarEvent } from 'js-yaml';
import type { ScalarStyle } from './document.ts';

const styles: Record<number, ScalarStyle> = {
  [SCALAR_STYLE.PLAIN]: 'plain',
  [SCALAR_STYLE.SINGLE_QUOTED]: 'single-quoted',
  [SCALAR_STYLE.DOUBLE_QUOTED]: 'double-quoted',
  [SCALAR_STYLE.LITERAL_BLOCK]: 'literal',
  [SCALAR_STYLE.FOLDED_BLOCK]: 'folded',
};

/** How a scalar is written; undefined where nothing is. */
export function styleOf(event: ScalarEvent): ScalarStyle | undefined {
  return event.valueStart === -1 ? undefined : styles[event.style];
}

/** Offset of a scalar's first character: its quote, or the first one of a block's body; -1 where nothing is written. */
export function startOf(text: string, event: ScalarEvent): number {
  if (event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED) {
    return event.valueStart - 1;
  }
  let start = event.valueStart;
  while (start < event.valueEnd && text.charCodeAt(start) === 32) start++;
  return start;
}

/** Offset after a scalar's last character, its quote included. */
export function endOf({ style, valueEnd }: ScalarEvent): number {
  return style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED ? valueEnd + 1 : valueEnd;
}

/** A scalar's tag with its handle resolved and percent-encoding undone, as libyaml gives it. */
export function tagOf(text: string, event: ScalarEvent, handles: ReadonlyMap<string, string>): string {
  const raw = text.slice(event.tagStart, event.tagEnd);
  if (raw.startsWith('!<')) return decode(raw.slice(2, -1));
  const handle = raw.slice(0, raw.indexOf('!', 1) + 1 || 1);
  return decode((handles.get(handle) ?? handle) + raw.slice(handle.length));
}

function decode(tag: string): string {
  try {
    return decodeURIComponent(tag);
  } catch {
    return tag;
  }
}
