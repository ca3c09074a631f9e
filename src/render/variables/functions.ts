import { matchesShell } from './shell-pattern.ts';

/** Texts beyond this are not matched with patterns, which is tried for each of their parts. */
const longestMatched = 500;
/** Characters of what variables may make: no cluster stores an object as long as this. */
export const longestMade = 5_000_000;

/**
 * What a function of Flux' variables makes of a value (fluxcd/pkg/envsubst, funcs.go), where the value is set. Positions and lengths
 * count bytes of UTF-8. Undefined where it is not computed here.
 */
export function applied(operator: string, value: string, args: readonly string[]): string | undefined {
  switch (operator) {
    case ',':
      return value === '' ? '' : eachRune(first(value), 'toLowerCase') + value.slice(first(value).length);
    case ',,':
      return eachRune(value, 'toLowerCase');
    case '^':
      return value === '' ? '' : eachRune(first(value), 'toUpperCase') + value.slice(first(value).length);
    case '^^':
      return eachRune(value, 'toUpperCase');
    case '#':
      return args[0] === undefined ? String(Buffer.byteLength(value)) : trimmed(value, args[0], false, false);
    case '##':
      return trimmed(value, args[0] ?? '', true, false);
    case '%':
      return trimmed(value, args[0] ?? '', false, true);
    case '%%':
      return trimmed(value, args[0] ?? '', true, true);
    case ':':
      return part(Buffer.from(value), args[0] ?? '', args[1]);
    case '/':
    case '//':
      return replaced(value, args[0] ?? '', args[1] ?? '', operator === '//');
    case '/#':
      return args[0] !== undefined && args[1] !== undefined && value.startsWith(args[0])
        ? args[1] + value.slice(args[0].length)
        : value;
    case '/%':
      return args[0] !== undefined && args[1] !== undefined && value.endsWith(args[0])
        ? value.slice(0, value.length - args[0].length) + args[1]
        : value;
    default:
      return value === '' ? args.join('') : value;
  }
}

function first(value: string): string {
  return String.fromCodePoint(value.codePointAt(0) ?? 0);
}

/** Go maps each character to one. */
function eachRune(value: string, change: 'toLowerCase' | 'toUpperCase'): string {
  return Array.from(value, (rune) => {
    const changed = rune[change]();
    return Array.from(changed).length === 1 ? changed : rune;
  }).join('');
}

function replaced(value: string, pattern: string, by: string, isAll: boolean): string | undefined {
  const most = isAll ? value.length + 1 : 1;
  if (value.length + most * by.length > longestMade && by.length > pattern.length) return undefined;
  if (pattern !== '') return isAll ? value.split(pattern).join(by) : value.replace(pattern, () => by);
  return isAll ? [by, ...Array.from(value, (rune) => rune + by)].join('') : by + value;
}

function part(value: Buffer, position: string, length: string | undefined): string {
  const start = integer(position);
  if (start === undefined) return value.toString();
  const from = Math.max(start < 0 ? value.length + start : start, 0);
  if (length === undefined) return value.subarray(from).toString();
  const count = integer(length);
  if (count === undefined) return value.toString();
  const to = count < 0 ? value.length + count : from + count;
  return to < from ? '' : value.subarray(from, to).toString();
}

/** As strconv.Atoi reads it. */
function integer(text: string): number | undefined {
  if (!/^[+-]?\d{1,30}$/.test(text)) return undefined;
  const value = BigInt(text.replace('+', ''));
  return value === BigInt.asIntN(64, value) ? Number(value) : undefined;
}

/** Without the shortest or longest beginning, or end, that a pattern matches. */
function trimmed(value: string, pattern: string, isLongest: boolean, isEnd: boolean): string | undefined {
  if (value.length > longestMatched || pattern.length > longestMatched) return undefined;
  if (/[^\0-\x7f]/.test(value + pattern)) return undefined;
  const [text, matched] = isEnd ? [reversed(value), reversed(pattern)] : [value, pattern];
  let found: string | undefined;
  for (let end = text.length; end > 0; end--) {
    const isMatch = matchesShell(matched, text.slice(0, end));
    if (isMatch) found = text.slice(0, end);
    if (isMatch && isLongest) break;
  }
  const rest = found === undefined ? text : text.slice(found.length);
  return isEnd ? reversed(rest) : rest;
}

function reversed(text: string): string {
  return text.split('').reverse().join('');
}
