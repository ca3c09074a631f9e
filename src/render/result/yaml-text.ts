import { isMapping, scalarText } from '../../plain-values.ts';

/**
 * A value as the text that Flux changes: go-yaml v2 writes it so (sigs.k8s.io/yaml, JSONToYAML; emitterc.go), in blocks and with no
 * quotes where none are needed. Texts without a `$` are quoted all the same: nothing in them changes.
 */
export function yamlText(value: unknown): string {
  return `${lines(value, '')}\n`;
}

/** Every line begins with `indent`. */
function lines(value: unknown, indent: string): string {
  const inner = `${indent}  `;
  if (Array.isArray(value) && value.length > 0) {
    return value.map((item) => `${indent}- ${lines(item, inner).slice(inner.length)}`).join('\n');
  }
  if (!isMapping(value) || Object.keys(value).length === 0) return indent + scalar(value, indent);
  const entries = Object.entries(value).map(([key, item]) => {
    const start = `${indent}${scalar(key, inner)}:`;
    if (Array.isArray(item) && item.length > 0) return `${start}\n${lines(item, indent)}`;
    return isMapping(item) && Object.keys(item).length > 0
      ? `${start}\n${lines(item, inner)}`
      : `${start} ${scalar(item, inner)}`;
  });
  return entries.join('\n');
}

/** `indent` is that of the lines of a block. */
function scalar(value: unknown, indent: string): string {
  if (Array.isArray(value)) return '[]';
  if (isMapping(value)) return '{}';
  if (typeof value !== 'string') return scalarText(value) || 'null';
  if (!value.includes('$')) return quoted(value);
  // go-yaml quotes what it does not print, and blanks at the end of a line.
  if (/[^\n\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd]| \n|[\u2028\u2029]/.test(value)) return quoted(value);
  if (value.includes('\n')) return value.endsWith(' ') ? quoted(value) : literal(value, indent);
  const needsQuotes = /^[-?:](?: |$)|^[#,[\]{}&*!|>'"%@` ]|^(?:---|\.\.\.)| $|:(?: |$)| #/.test(value);
  return needsQuotes ? `'${value.replaceAll("'", "''")}'` : value;
}

function literal(value: string, indent: string): string {
  const hint = /^[ \n]/.test(value) ? '2' : '';
  const [, ends = ''] = /(\n*)$/.exec(value) ?? [];
  const chomping = ends === '' ? '-' : ends === '\n' ? '' : '+';
  const text = value.replace(/\n$/, '').replaceAll(/^(?=.)/gm, indent);
  return `|${hint}${chomping}\n${text}`;
}

function quoted(value: string): string {
  return JSON.stringify(value).replaceAll(
    /[\x7f-\x9f\u2028\u2029\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
