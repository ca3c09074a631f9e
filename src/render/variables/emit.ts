import { isMapping, json, scalarText } from '../../plain-values.ts';

/** Begins no plain scalar, or ends one. */
const notPlain =
  /^(?:[#,[\]{}&*!|>'"%@`]|[-?:](?:\s|$)|---|\.\.\.|\s)|:(?:\s|$)|\s#|\s$|[^\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd]/u;
const notPrintable = /[^\t\n\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]/u;

/** An object as the YAML in which Flux looks for variables (sigs.k8s.io/yaml): keys in order, texts without quotes where they need none. */
export function emitted(value: unknown): string {
  const lines: string[] = [];
  emit(value, '', '', lines);
  return `${lines.join('\n')}\n`;
}

/** `lead` is what is before the value on its line: `key:` or `-`. */
function emit(value: unknown, lead: string, indent: string, lines: string[]): void {
  const start = lead === '' ? '' : `${lead} `;
  if (Array.isArray(value) && value.length > 0) {
    if (lead !== '') lines.push(lead);
    for (const item of value) emitItem(item, indent, lines);
  } else if (isMapping(value) && Object.keys(value).length > 0) {
    if (lead !== '') lines.push(lead);
    emitFields(value, indent, lines);
  } else if (typeof value === 'string') {
    lines.push(...scalar(value, start, indent));
  } else {
    const isEmpty = typeof value === 'object' && value !== null;
    lines.push(start + (isEmpty ? json(value) : scalarText(value) || 'null'));
  }
}

function emitFields(value: Readonly<Record<string, unknown>>, indent: string, lines: string[]): void {
  for (const key of Object.keys(value).sort()) {
    const [name = ''] = key.includes('\n') ? [json(key)] : scalar(key, '', '');
    const item = value[key];
    const inside = Array.isArray(item) ? indent : `${indent}  `;
    emit(item, `${indent}${name}:`, inside, lines);
  }
}

/** A mapping or list in a list begins on the line of its dash. */
function emitItem(item: unknown, indent: string, lines: string[]): void {
  const own: string[] = [];
  emit(item, '', `${indent}  `, own);
  const [first = '', ...rest] = own;
  lines.push(`${indent}- ${first.trimStart()}`, ...rest);
}

/** The lines of a text. */
function scalar(text: string, start: string, indent: string): readonly string[] {
  // What holds neither a variable nor the end of one may be in quotes.
  if (!/[$}]/.test(text)) return [start + json(text)];
  if (!text.includes('\n')) return [start + oneLine(text)];
  if (notPrintable.test(text) || /[ \t]\n|[ \t]$/.test(text)) return [start + json(text)];
  const chomping = /\n\n$|^\n$/.test(text) ? '+' : text.endsWith('\n') ? '' : '-';
  const body = (text.endsWith('\n') ? text.slice(0, -1) : text).split('\n');
  const inside = indent === '' ? '  ' : indent;
  return [`${start}|2${chomping}`, ...body.map((line) => (line === '' ? '' : inside + line))];
}

function oneLine(text: string): string {
  if (!notPlain.test(text)) return text;
  return notPrintable.test(text) ? json(text) : `'${text.replaceAll("'", "''")}'`;
}
