import { compilePattern, matchesWhole, type Pattern } from './wildmatch.ts';

/** What a line says of an attribute (gitattributes(5)): `attr`, `-attr`, `!attr`, `attr=value`. */
export type AttributeValue = true | false | 'unspecified' | { readonly text: string };

interface Setting {
  readonly name: string;
  readonly value: AttributeValue;
}

type Matcher = (path: string, spend: (steps: number) => void) => boolean;

/** A line that says something of paths. */
export interface AttributeLine {
  /** 1-based. */
  readonly line: number;
  readonly settings: readonly Setting[];
  /**
   * Whether it is about a path, given from the file's own folder on as latin1; a folder's ends in a slash. `spend` is given the
   * steps that finding out costs.
   */
  readonly matches: Matcher;
}

/** A `.gitattributes` file. */
export interface AttributeFile {
  readonly lines: readonly AttributeLine[];
  /** The attributes that `[attr]name` lines define, by name; only those of the top-level file count. */
  readonly macros: ReadonlyMap<string, readonly Setting[]>;
}

/** Longer lines are ignored by git (attr.h: ATTR_MAX_LINE_LENGTH). */
const longestLine = 2048;
const blank = /[ \t\r]+/;
const nameOfAttribute = /^[A-Za-z0-9_.][A-Za-z0-9_.-]*$/;

/** Reads a `.gitattributes` file as git does (attr.c: parse_attr_line): a line that it refuses says nothing. Never throws. */
export function parseAttributes(bytes: Buffer): AttributeFile {
  const lines: AttributeLine[] = [];
  const macros = new Map<string, readonly Setting[]>();
  const text = bytes.toString('latin1').replace(/^\xef\xbb\xbf/, '');
  for (const [index, whole] of text.split('\n').entries()) {
    const content = whole.replace(/^[ \t\r]+/, '');
    if (content === '' || content.startsWith('#') || whole.length >= longestLine) continue;
    const { pattern, rest } = splitPattern(content);
    const macro = pattern.length > '[attr]'.length && pattern.startsWith('[attr]') ? macroOf(content) : undefined;
    const settings = settingsOf(macro?.rest ?? rest);
    if (settings === undefined) continue;
    if (macro !== undefined) {
      if (nameOfAttribute.test(macro.name)) macros.set(macro.name, settings);
    } else if (!pattern.startsWith('!')) {
      const matches = matcherOf(pattern);
      if (matches !== undefined) lines.push({ line: index + 1, settings, matches });
    }
  }
  return { lines, macros };
}

/** The pattern, which may be quoted as in C, and what follows it. */
function splitPattern(content: string): { readonly pattern: string; readonly rest: string } {
  const quoted = /^"((?:[^"\\]|\\(?:[abfnrtv"\\]|[0-3][0-7]{2}))*)"(.*)$/s.exec(content);
  if (quoted !== null) return { pattern: unquoted(quoted[1] ?? ''), rest: quoted[2] ?? '' };
  const end = content.search(blank);
  return end < 0 ? { pattern: content, rest: '' } : { pattern: content.slice(0, end), rest: content.slice(end) };
}

const escapes: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

function unquoted(text: string): string {
  return text.replace(/\\([0-3][0-7]{2}|.)/gs, (_, code: string) =>
    code.length === 3 ? String.fromCharCode(Number.parseInt(code, 8)) : (escapes[code] ?? code),
  );
}

/** `[attr]name attributes…`; blanks may be before the name. */
function macroOf(content: string): { readonly name: string; readonly rest: string } {
  const [, name = '', rest = ''] = /^\[attr\][ \t\r]*([^ \t\r]*)(.*)$/s.exec(content) ?? [];
  return { name, rest };
}

/** The attributes of a line, in order; undefined where one has no valid name, for which git refuses the line. */
function settingsOf(text: string): readonly Setting[] | undefined {
  const settings: Setting[] = [];
  for (const word of text.split(blank)) {
    if (word === '') continue;
    const sign = word.startsWith('-') || word.startsWith('!') ? word.charAt(0) : '';
    const equals = word.indexOf('=');
    const name = word.slice(sign.length, equals < 0 ? undefined : equals);
    if (!nameOfAttribute.test(name)) return undefined;
    const plain = equals < 0 ? true : { text: word.slice(equals + 1) };
    settings.push({ name, value: sign === '-' ? false : sign === '!' ? 'unspecified' : plain });
  }
  return settings;
}

/** A pattern without a slash is about names anywhere below, another about whole paths; one that ends in a slash about folders alone. */
function matcherOf(written: string): Matcher | undefined {
  const isFolder = written.length > 1 && written.endsWith('/');
  const pattern = isFolder ? written.slice(0, -1) : written;
  const isName = !pattern.includes('/');
  const matches = fastMatcher(pattern.replace(/^\//, ''), isName);
  if (matches === undefined) return undefined;
  return (path, spend) => {
    spend(1);
    if (isFolder && !path.endsWith('/')) return false;
    const bare = path.endsWith('/') ? path.slice(0, -1) : path;
    return matches(isName ? bare.slice(bare.lastIndexOf('/') + 1) : bare, spend);
  };
}

/** Tokens of a pattern, times characters of a path, that take about a step's time. */
const perStep = 10;

/** Most patterns are a name, or `*` and an ending. */
function fastMatcher(pattern: string, isName: boolean): Matcher | undefined {
  if (!/[*?[\\]/.test(pattern)) return (path) => path === pattern;
  const ending = isName ? /^\*([^*?[\\]*)$/.exec(pattern)?.[1] : undefined;
  if (ending !== undefined) return (path) => path.endsWith(ending);
  // Git compares what is before the first wildcard by itself, after which `**` is at the beginning (dir.c: match_pathname).
  const prefix = isName ? '' : pattern.slice(0, pattern.search(/[*?[\\]/));
  const compiled: Pattern | undefined = compilePattern(pattern.slice(prefix.length));
  return (
    compiled &&
    ((path, spend) => {
      if (!path.startsWith(prefix)) return false;
      spend((compiled.length * path.length) / perStep);
      return matchesWhole(compiled, path.slice(prefix.length));
    })
  );
}
