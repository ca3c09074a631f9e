import { applied, longestMade } from './functions.ts';

/** Variables with the values that are known; `isOpen`: something that is not known here may set others. */
export interface Variables {
  readonly values: ReadonlyMap<string, string>;
  readonly isOpen: boolean;
}

/** Variables in variables in variables. */
const deepest = 50;
const ident = /[\p{L}\p{Nd}_]*/uy;
/** What gives a dollar, a slash and a backslash in a replacement. */
const escapes: ReadonlySet<string> = new Set(['$$', '\\/', '\\\\']);
/** Operators that give their argument where a variable is not set. */
const defaulting: ReadonlySet<string> = new Set(['=', ':-', ':=', ':?', ':+']);

/**
 * A text with its variables replaced as Flux does it (fluxcd/pkg/envsubst): `${name}`, defaults, parts, replacements and cases, and `$$`
 * for a dollar. In the place of what hangs on a variable that is not known is `${name}`. Undefined where Flux refuses the text,
 * and where it becomes too long.
 */
export function envsubst(source: string, variables: Variables): string | undefined {
  return source.includes('\0') ? undefined : new Reading(source, variables).all();
}

/** What an expression gives, and the variable that is not known on which it hangs. */
interface Value {
  readonly text: string;
  readonly unknown?: string | undefined;
}

class Reading {
  readonly #source: string;
  readonly #variables: Variables;
  #at = 0;

  constructor(source: string, variables: Variables) {
    this.#source = source;
    this.#variables = variables;
  }

  all(): string | undefined {
    const parts: string[] = [];
    for (let length = 0; length <= longestMade; ) {
      const next = this.#source.indexOf('$', this.#at);
      if (next < 0) return [...parts, this.#source.slice(this.#at)].join('');
      parts.push(this.#source.slice(this.#at, next));
      this.#at = next + 2;
      if (this.#source[next + 1] === '{') {
        const value = this.#function(0);
        if (value === undefined) return undefined;
        parts.push(value.text);
        length += value.text.length;
        continue;
      }
      parts.push('$');
      if (this.#source[next + 1] !== '$') this.#at = next + 1;
    }
    return undefined;
  }

  get #next(): string | undefined {
    return this.#source[this.#at];
  }

  /** What is between `${` and its brace; undefined where that is refused. */
  #function(depth: number): Value | undefined {
    if (depth > deepest) return undefined;
    if (this.#take('#') !== '') {
      const name = this.#name();
      return name === '' ? undefined : this.#ended(name, '#', []);
    }
    const name = this.#name();
    if (name === '') return undefined;
    switch (this.#next) {
      case ':':
        return /[-=?+]/.test(this.#source[this.#at + 1] ?? '')
          ? this.#default(name, 2, depth)
          : this.#part(name, depth);
      case '=':
        return this.#default(name, 1, depth);
      case ',':
      case '^':
        return this.#ended(name, this.#take(',^', 2), []);
      case '/':
        return this.#replacement(name, depth);
      case '#':
      case '%': {
        const operator = this.#take(this.#next, 2);
        const pattern = this.#param('}', false, depth);
        return pattern && this.#ended(name, operator, [pattern]);
      }
      default:
        return this.#ended(name, '', []);
    }
  }

  #name(): string {
    ident.lastIndex = this.#at;
    const name = ident.exec(this.#source)?.[0] ?? '';
    this.#at += name.length;
    return name;
  }

  /** Up to `most` of some characters. */
  #take(characters: string, most = 1): string {
    const start = this.#at;
    while (this.#at - start < most && this.#next !== undefined && characters.includes(this.#next)) this.#at++;
    return this.#source.slice(start, this.#at);
  }

  #default(name: string, length: number, depth: number): Value | undefined {
    const operator = this.#source.slice(this.#at, this.#at + length);
    this.#at += length;
    const args: Value[] = [];
    while (this.#next !== '}') {
      const arg = this.#param('}', false, depth);
      if (arg === undefined) return undefined;
      args.push(arg);
    }
    return this.#ended(name, operator, args);
  }

  #part(name: string, depth: number): Value | undefined {
    const operator = this.#take(':');
    const position = this.#param(':}', false, depth);
    if (position === undefined) return undefined;
    if (this.#next === '}') return this.#ended(name, operator, [position]);
    if (this.#take(':', Number.POSITIVE_INFINITY) === '') return undefined;
    const length = this.#param('}', false, depth);
    return length && this.#ended(name, operator, [position, length]);
  }

  #replacement(name: string, depth: number): Value | undefined {
    const operator = this.#take('/') + this.#take('/#%');
    const pattern = this.#next === '/' ? { text: '' } : this.#param('/', true, depth);
    if (pattern === undefined || this.#take('/', Number.POSITIVE_INFINITY) === '') return undefined;
    if (this.#next === '}') return this.#ended(name, operator, [pattern]);
    const by = this.#param('}', true, depth);
    return by && this.#ended(name, operator, [pattern, by]);
  }

  /** One argument: a variable, or a text up to one of the characters that end it; some have escapes. */
  #param(ends: string, hasEscapes: boolean, depth: number): Value | undefined {
    if (this.#source.startsWith('${', this.#at)) {
      this.#at += 2;
      return this.#function(depth + 1);
    }
    const parts: string[] = [];
    const start = this.#at;
    for (; this.#next !== undefined && !this.#source.startsWith('${', this.#at); this.#at++) {
      const isEscaped = hasEscapes && escapes.has(this.#source.slice(this.#at, this.#at + 2));
      if (isEscaped) this.#at++;
      else if (ends.includes(this.#next)) break;
      parts.push(this.#next ?? '');
    }
    return this.#at === start ? undefined : { text: parts.join('') };
  }

  /** What the function gives, after its brace. */
  #ended(name: string, operator: string, args: readonly Value[]): Value | undefined {
    if (this.#take('}') === '') return undefined;
    const { values, isOpen } = this.#variables;
    const known = values.get(name);
    const texts = args.map(({ text }) => text);
    if (texts.reduce((total, { length }) => total + length, 0) > longestMade) return unknown(name);
    if (known === undefined) {
      if (!defaulting.has(operator) || isOpen) return unknown(name);
      return { text: texts.join(''), unknown: args.find((arg) => arg.unknown !== undefined)?.unknown };
    }
    const open = args.find((arg) => arg.unknown !== undefined)?.unknown;
    if (open !== undefined && !(defaulting.has(operator) || operator === '')) return unknown(open);
    const text = applied(operator, known, texts);
    return text === undefined ? unknown(name) : { text, unknown: known === '' ? open : undefined };
  }
}

function unknown(name: string): Value {
  return { text: `\${${name}}`, unknown: name };
}
