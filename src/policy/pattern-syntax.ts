/** A regular expression as a tree. `char` says which code points match one place; `only` is the one that does. */
export type Syntax =
  | { readonly is: 'char'; readonly test: CharTest; readonly only?: string }
  | { readonly is: 'assert'; readonly holds: Assertion }
  | { readonly is: 'sequence' | 'choice'; readonly parts: readonly Syntax[] }
  | { readonly is: 'repeat'; readonly part: Syntax; readonly least: number; readonly most: number };

/** Of one code point, or of '' at the ends of a text. */
export type CharTest = (char: string) => boolean;
/** Whether a place between two characters fits; '' is the start and the end of the text. */
export type Assertion = (previous: string, next: string) => boolean;

/** The pattern is not RE2's, or of a part of it that is not read here. The message says which part, without quoting it, and at which character, from 1. */
export class UnreadPatternError extends Error {
  constructor(part: string, index = 0) {
    super(`at character ${index + 1}: ${part}`);
  }
}

interface Flags {
  readonly ignoreCase: boolean;
  readonly dotAll: boolean;
}

const isWord: CharTest = (char) => /\w/.test(char);
const classes: Readonly<Record<string, CharTest>> = {
  d: (char) => /[0-9]/.test(char),
  w: isWord,
  s: (char) => /[\t\n\f\r ]/.test(char),
};
const controls: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', f: '\f', v: '\v', a: '\x07' };
const isBoundary: Assertion = (previous, next) => isWord(previous) !== isWord(next);
const assertions: Readonly<Record<string, Assertion>> = {
  A: (previous) => previous === '',
  z: (_, next) => next === '',
  b: isBoundary,
  B: (previous, next) => !isBoundary(previous, next),
};
/** Go's bound on a counted repetition (regexp/syntax, maxRepeat). */
const mostRepeated = 1000;

/**
 * Reads the part of RE2's syntax that selectors use (github.com/google/re2/wiki/Syntax): literals, classes, groups, choices,
 * repetitions, `^ $ \b \A \z` and the flags `i` and `s`. Throws UnreadPatternError for anything else.
 */
export function readPattern(pattern: string): Syntax {
  const parser = new Parser(pattern);
  return parser.whole();
}

class Parser {
  readonly #chars: readonly string[];
  #at = 0;
  #depth = 0;

  constructor(pattern: string) {
    this.#chars = [...pattern];
  }

  whole(): Syntax {
    const syntax = this.#choice({ ignoreCase: false, dotAll: false });
    if (this.#at < this.#chars.length) throw this.#unread('a ")" that nothing opens');
    return syntax;
  }

  #unread(part: string, index = this.#at): UnreadPatternError {
    return new UnreadPatternError(part, index);
  }

  #next(): string {
    return this.#chars[this.#at] ?? '';
  }

  #take(): string {
    const char = this.#next();
    if (char === '') throw this.#unread('it ends in the middle of an escape or a repetition');
    this.#at++;
    return char;
  }

  #takes(text: string): boolean {
    const found = this.#chars.slice(this.#at, this.#at + text.length).join('') === text;
    if (found) this.#at += text.length;
    return found;
  }

  #choice(given: Flags): Syntax {
    if (++this.#depth > 100) throw this.#unread('more than 100 groups inside each other');
    let flags = given;
    const options: Syntax[][] = [[]];
    for (let char = this.#next(); char !== '' && char !== ')'; char = this.#next()) {
      const set = this.#flagsOnly(flags);
      if (set !== undefined) flags = set;
      else if (this.#takes('|')) options.push([]);
      else options.at(-1)?.push(this.#repeated(flags));
    }
    this.#depth--;
    return { is: 'choice', parts: options.map((parts) => ({ is: 'sequence', parts })) };
  }

  /** `(?i)`: holds to the end of the group. */
  #flagsOnly(flags: Flags): Flags | undefined {
    const match = /^\(\?([is]{1,2})\)/.exec(this.#chars.slice(this.#at, this.#at + 5).join(''));
    if (match === null) return undefined;
    this.#at += match[0].length;
    return withFlags(flags, match[1] ?? '');
  }

  #repeated(flags: Flags): Syntax {
    const part = this.#atom(flags);
    const counts = this.#counts();
    if (counts === undefined) return part;
    this.#takes('?');
    if (this.#counts() !== undefined) throw this.#unread('a repetition of a repetition');
    const [least, most] = counts;
    return { is: 'repeat', part, least, most };
  }

  #counts(): readonly [number, number] | undefined {
    if (this.#takes('*')) return [0, Number.POSITIVE_INFINITY];
    if (this.#takes('+')) return [1, Number.POSITIVE_INFINITY];
    if (this.#takes('?')) return [0, 1];
    // Anything else in braces is text.
    const match = /^\{(\d{1,4})(,(\d{0,4}))?\}/.exec(this.#chars.slice(this.#at, this.#at + 12).join(''));
    if (match === null) return undefined;
    const start = this.#at;
    this.#at += match[0].length;
    const least = Number(match[1]);
    const most = match[2] === undefined ? least : match[3] === '' ? Number.POSITIVE_INFINITY : Number(match[3]);
    if (least > most || least > mostRepeated || (most > mostRepeated && most !== Number.POSITIVE_INFINITY))
      throw this.#unread(`a repetition that ends before it begins, or of more than ${mostRepeated} times`, start);
    return [least, most];
  }

  #atom(flags: Flags): Syntax {
    const first = this.#at;
    if (this.#counts() !== undefined) throw this.#unread('nothing is there that could be repeated', first);
    const char = this.#take();
    switch (char) {
      case '(':
        return this.#group(flags);
      case '[':
        return { is: 'char', test: this.#set(flags) };
      case '.':
        return { is: 'char', test: (each) => flags.dotAll || each !== '\n' };
      case '^':
        return { is: 'assert', holds: (previous) => previous === '' };
      case '$':
        return { is: 'assert', holds: (_, next) => next === '' };
      case '\\':
        return this.#escape(flags);
      default:
        return oneChar(char, flags);
    }
  }

  #group(flags: Flags): Syntax {
    const head = /^\?(?:P?<\w{1,100}>|([is]{0,2}):)/.exec(this.#chars.slice(this.#at, this.#at + 110).join(''));
    const open = this.#at - 1;
    if (head === null && this.#next() === '?')
      throw this.#unread(
        this.#chars
          .slice(this.#at, this.#at + 3)
          .join('')
          .match(/^\?<?[=!]/)
          ? 'look-around, which RE2 does not have'
          : 'a group with flags other than i and s',
        open,
      );
    this.#at += head?.[0].length ?? 0;
    const inner = this.#choice(withFlags(flags, head?.[1] ?? ''));
    if (!this.#takes(')')) throw this.#unread('a group that is not closed', open);
    return inner;
  }

  #escape(flags: Flags): Syntax {
    const holds = assertions[this.#next()];
    if (holds !== undefined) {
      this.#at++;
      return { is: 'assert', holds };
    }
    const escaped = this.#escapedChar();
    return typeof escaped === 'string' ? oneChar(escaped, flags) : { is: 'char', test: escaped };
  }

  /** A class, or the one character that is meant. */
  #escapedChar(): CharTest | string {
    const char = this.#take();
    const known = classes[char.toLowerCase()];
    if (known !== undefined) return char === char.toLowerCase() ? known : (each) => !known(each);
    const control = controls[char];
    if (control !== undefined) return control;
    if (/[\w\s]/.test(char) || char > '\x7f') throw this.#unread(escapes(char), this.#at - 2);
    return char;
  }

  /** Case is folded before a class is negated. */
  #set(flags: Flags): CharTest {
    const open = this.#at - 1;
    const isNegated = this.#takes('^');
    const tests: CharTest[] = [];
    for (let isFirst = true; isFirst || this.#next() !== ']'; isFirst = false) {
      if (this.#next() === '') throw this.#unread('a class that is not closed', open);
      if (this.#next() === '[' && this.#chars[this.#at + 1] === ':')
        throw this.#unread('a class by name; write its characters: [A-Za-z] for [[:alpha:]]');
      tests.push(this.#setItem());
    }
    this.#at++;
    const isIn = folded((char) => tests.some((test) => test(char)), flags);
    return (char) => isIn(char) !== isNegated;
  }

  #setItem(): CharTest {
    const from = this.#setChar();
    if (typeof from !== 'string') return from;
    if (this.#next() !== '-' || this.#chars[this.#at + 1] === ']') return (char) => char === from;
    this.#at++;
    if (this.#next() === '') throw this.#unread('a class that is not closed');
    const to = this.#setChar();
    if (typeof to !== 'string') throw this.#unread('a range that ends in a class');
    const [low, high] = [from.codePointAt(0) ?? 0, to.codePointAt(0) ?? 0];
    if (low > high) throw this.#unread('a range whose end is before its start');
    return (char) => {
      const code = char.codePointAt(0) ?? -1;
      return code >= low && code <= high;
    };
  }

  #setChar(): CharTest | string {
    const char = this.#take();
    return char === '\\' ? this.#escapedChar() : char;
  }
}

/** Of what kind an escape is that is not read. */
function escapes(char: string): string {
  if (/[pP]/.test(char)) return 'a class of Unicode; write its characters';
  if (/[1-9]/.test(char)) return 'a back-reference, which RE2 does not have';
  return 'an escape that is not read here';
}

function oneChar(char: string, flags: Flags): Syntax {
  const test = folded((each) => each === char, flags);
  return { is: 'char', test, ...(flags.ignoreCase ? {} : { only: char }) };
}

function withFlags({ ignoreCase, dotAll }: Flags, set: string): Flags {
  return { ignoreCase: ignoreCase || set.includes('i'), dotAll: dotAll || set.includes('s') };
}

function folded(test: CharTest, { ignoreCase }: Flags): CharTest {
  return ignoreCase ? (char) => test(char) || test(char.toLowerCase()) || test(char.toUpperCase()) : test;
}
