import type { YamlLimits } from '../../yaml/document.ts';
import { parseYaml } from '../../yaml/parse-yaml.ts';

/** Template comments and expressions over several lines become empty lines, so that line numbers hold. */
export function blankComments(text: string): string {
  let rest = '';
  let from = 0;
  for (let open = text.indexOf('{{', from); open >= 0; open = text.indexOf('{{', from)) {
    const isComment = /^\{\{-?\s?\/\*/.test(text.slice(open, open + 6));
    const close = text.indexOf(isComment ? '*/' : '}}', open);
    if (close < 0) break;
    const end = isComment ? text.indexOf('}}', close) + 2 : close + 2;
    const expression = text.slice(open, Math.max(end, close + 2));
    rest += text.slice(from, open) + (isComment ? expression.replace(/[^\n]+/g, '') : onOneLine(expression));
    from = open + expression.length;
  }
  return rest + text.slice(from);
}

function onOneLine(expression: string): string {
  return expression.replace(/\s*\n\s*/g, ' ') + expression.replace(/[^\n]/g, '');
}

const flowLimits: YamlLimits = { bytes: 100_000, documents: 1, depth: 20, aliases: 10, expandedNodes: 10_000 };

/** A collection in flow style on one line; undefined where it is none. */
export function flowValue(text: string): unknown {
  const source = text.replace(/,$/, '');
  if (!/^\{[^{].*\}$|^\[.*\]$/.test(source)) return undefined;
  const { documents, unreadable } = parseYaml(Buffer.from(source), flowLimits);
  const value = documents[0]?.value;
  return unreadable.length === 0 && typeof value === 'object' && value !== null ? value : undefined;
}

/** The text of a scalar on one line: unquoted, without its comment. */
export function plainText(source: string): string {
  const text = source.replace(/,$/, '');
  const quoted = /^"((?:[^"\\]|\\.)*)"/.exec(text);
  if (quoted?.[1] !== undefined && !text.startsWith('"{{'))
    return quoted[1].replace(/\\(["\\/])/g, '$1').replace(/\\n/g, '\n');
  const single = /^'((?:[^']|'')*)'/.exec(text);
  if (single?.[1] !== undefined) return single[1].replace(/''/g, "'");
  if (/^".*"$/.test(text)) return text.slice(1, -1);
  return text.replace(/\s#.*$/, '').trim();
}
