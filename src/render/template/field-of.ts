const alone =
  /^(\s*)(?:["']?([\w./-]{1,200})["']?\s{0,5}:\s*)?\{\{-?\s{0,20}[^{}|]{1,300}(?:\|\s{0,20}n?indent\s{1,20}(\d{1,4})\s{0,20})?-?\}\}\s*$/;
const field = /^(\s*)(?:-\s{1,20})?["']?([\w./-]{1,200})["']?\s{0,5}:/;

/** Lines that are looked through for the field above one. */
const mostLines = 200;

/**
 * The field below which all is that a line gives, where it is one action that indents what it gives, or is indented itself: `labels` of
 * `{{- include "c.labels" . | nindent 4 }}`. Undefined where it may be anywhere.
 */
export function fieldOf(lines: readonly string[], index: number): string | undefined {
  const found = alone.exec(lines[index] ?? '');
  if (found === null) return undefined;
  const [, blanks = '', own, indented] = found;
  const depth = indented === undefined ? blanks.length : Number(indented);
  if (own !== undefined) return indented !== undefined && depth > blanks.length ? own : undefined;
  for (let at = index - 1; at >= Math.max(0, index - mostLines); at--) {
    const line = lines[at] ?? '';
    // Actions and comments end no field.
    if (!/^\s*[^\s{#]/.test(line) || line.search(/\S/) >= depth) continue;
    return field.exec(line)?.[2];
  }
  return undefined;
}

/** Whether a line puts values into the spec of a pod: an account may be among them. */
export function fillsPod(lines: readonly string[], index: number): boolean {
  return /\b(?:toYaml|toJson|tpl)\b/.test(lines[index] ?? '') && fieldOf(lines, index) === 'spec';
}
