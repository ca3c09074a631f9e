/** A part of a page whose entries may be left out when the page grows too long. */
export interface Part {
  readonly head: string;
  /** Each is written only where there is room for it: of tens of thousands most are left out. */
  readonly entries: readonly (() => string)[];
  readonly foot: string;
  /** What the entries are, for the line that says how many are left out: `finding`. */
  readonly noun: string;
  /** Parts with a smaller number get their room first. */
  readonly order: number;
}

/** Bytes kept free for the line that says what is left out. */
const cutLine = 120;

/**
 * The parts as one text of at most `bytes` bytes of UTF-8. Entries that find no room are left out from the end of their part and
 * counted by noun; a part for whose head there is no room goes as a whole. Deterministic.
 */
export function fillPage(
  parts: readonly Part[],
  bytes: number,
): { readonly text: string; readonly cut: ReadonlyMap<string, number> } {
  const cut = new Map<string, number>();
  const texts = new Map<Part, string>();
  let left = bytes;
  for (const part of parts.toSorted((a, b) => a.order - b.order)) {
    const frame = size(part.head) + size(part.foot) + cutLine;
    const entries: string[] = [];
    let used = frame;
    for (const write of part.entries) {
      const entry = write();
      const more = size(entry);
      if (used + more > left) break;
      used += more;
      entries.push(entry);
    }
    const missing = part.entries.length - entries.length;
    if (missing > 0) cut.set(part.noun, (cut.get(part.noun) ?? 0) + missing);
    if (frame > left || (entries.length === 0 && missing > 0)) continue;
    left -= used;
    texts.set(part, [part.head, ...entries, part.foot].filter((line) => line !== '').join('\n'));
  }
  return { text: parts.flatMap((part) => texts.get(part) ?? []).join('\n\n'), cut };
}

/** With the line breaks that join it to its neighbours. */
const size = (text: string) => Buffer.byteLength(text) + 2;
