/** A stretch of a file that is read by itself. Offsets in the text; `end` is exclusive. */
export interface Slice {
  readonly start: number;
  readonly end: number;
  /** Offset of text that follows the `---` on its line and is not a comment: kubectl and kustomize refuse to read on. */
  readonly trailing: number | undefined;
}

/**
 * Splits a stream at every line that begins with `---`, as Kubernetes' YAMLReader (apimachinery util/yaml) and
 * kustomize do, and after every `...` line. Neither marker can occur at the start of a line inside a value.
 * Directives stay with the document they belong to.
 */
export function splitDocuments(text: string): Slice[] {
  const slices: Slice[] = [];
  let start = 0;
  let trailing: number | undefined;
  const close = (end: number): void => {
    if (end > start) slices.push({ start, end, trailing });
  };
  for (const { index, 0: marker } of text.matchAll(/^(?:---|\.\.\.(?=[ \t\r\n]|$))/gm)) {
    const lineEnd = endOfLine(text, index);
    const isSeparator = marker === '---';
    const follows = isSeparator ? trailingText(text, index + 3, lineEnd) : undefined;
    if (isSeparator && isOnlyDirectives(text.slice(start, index))) {
      trailing = follows;
      continue;
    }
    close(isSeparator ? index : lineEnd);
    trailing = follows;
    start = follows === undefined ? skipMark(text, lineEnd) : index;
  }
  close(text.length);
  return slices;
}

/** Each document is read by itself, and so may begin with a byte order mark. */
function skipMark(text: string, at: number): number {
  return text.charCodeAt(at) === 0xfeff ? at + 1 : at;
}

const line = /[^\r\n]*(?:\r\n?|\n)?/y;

/** Offset of the next line; a lone carriage return ends one too. */
function endOfLine(text: string, from: number): number {
  line.lastIndex = from;
  line.test(text);
  return line.lastIndex;
}

function trailingText(text: string, from: number, to: number): number | undefined {
  const rest = text.slice(from, to);
  const trimmed = rest.trimStart();
  return trimmed === '' || trimmed.startsWith('#') ? undefined : from + rest.length - trimmed.length;
}

/** Whether a stretch holds a directive and nothing but directives, comments and space. */
function isOnlyDirectives(stretch: string): boolean {
  if (!stretch.includes('%')) return false;
  let seen = false;
  for (const line of stretch.split(/[\r\n]/)) {
    if (line.startsWith('%')) seen = true;
    else if (!/^\s*(?:#|$)/.test(line)) return false;
  }
  return seen;
}
