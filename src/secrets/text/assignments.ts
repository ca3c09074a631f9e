import type { Place } from '../../yaml/document.ts';

/** `key = value` as some line of a text says it. */
export interface Assignment {
  readonly key: string;
  readonly value: string;
  /** The value's place. */
  readonly place: Place;
  /** Whether the value was quoted, which distinguishes a string from code. */
  readonly quoted: boolean;
  /** The name it is judged by, where the key is a command's flag that means a password to this command alone. */
  readonly means?: string;
  /** Whether a command puts it into a Secret, so that it is secret whatever it is called. */
  readonly isForSecret?: boolean;
  /** Whether a command's flag or argument gives it. */
  readonly isCommand?: boolean;
}

// name=value, name: value, name = ["value"], "name": "value", name => "value", export NAME=value, set NAME value, -Dname=value; a name of one letter where it is all of a line, for it may as well be a flag or a variable around another assignment
const assignment =
  /(?:^|[\s,;:{(&?'"`<-])(?:export\s+|set\s+|ENV\s+|ARG\s+|-D)?(["'`]?)([A-Za-z_$][\w.$/@-]{1,100}|(?<=^(?:export\s{1,8})?)[A-Za-z_](?==[^\s"'`=:{[]{1,2000}\s{0,8}$))\1\s{0,8}(?::{0,3}=>?|:(?!\/\/)|\?=)\s{0,8}(?:\[\s{0,8}(?=["']))?(?:"((?:[^"\\]|\\.){1,2000})"|'([^'\n]{1,2000})'|`([^`\n]{1,2000})`|(?![{[]{1,20}["'])([^\s"'`,;<>&|]{1,2000}))/g;
const section = /^\s*\[([\w .:@/"-]{1,100})\]\s*$/;
/** Characters of a line that are read at once, and how often: the rest of a longer one is left out. */
const longest = { piece: 20_000, pieces: 50 };

/** The assignments of a text in any of the usual notations: dotenv, properties, INI, TOML, HCL, shell, Dockerfile, JSON, XML. */
export function readAssignments(text: string, firstLine = 1): readonly Assignment[] {
  const found: Assignment[] = [];
  let prefix = '';
  const lines = text.split('\n');
  for (let number = 0; number < lines.length; number++) {
    const line = lines[number] ?? '';
    const head = line.length > longest.piece ? null : section.exec(line);
    if (head !== null) prefix = `${head[1] ?? ''}.`;
    // `//registry/:_authToken=VALUE` of npm is not a comment.
    if (line.length < 4 || /^\s*(?:#|\/\/(?!\w\S{0,200}:_[a-z])|;|--\s)/.test(line)) continue;
    for (const piece of piecesOf(line))
      for (const each of readPiece(piece, prefix, firstLine + number)) found.push(each);
  }
  return found;
}

interface Piece {
  readonly text: string;
  /** Where it begins in its line, from 0. */
  readonly start: number;
}

function* readPiece({ text, start }: Piece, prefix: string, line: number): Iterable<Assignment> {
  for (const match of text.matchAll(assignment)) {
    const value = match[3] ?? match[4] ?? match[5] ?? match[6];
    // An expression that the end of a string or a blank cuts short gives the value.
    if (value === undefined || /^\{\{[^}]*$/.test(value) || isInExpression(text, (match.index ?? 0) + 1)) continue;
    // `image@sha256:…` gives no value to a name.
    if (/@sha\d{3}$/.test(match[2] ?? '')) continue;
    const column = start + (match.index ?? 0) + match[0].lastIndexOf(value) + 1;
    const quoted = match[6] === undefined;
    const place = { line, column };
    yield { key: prefix + (match[2] ?? ''), value, quoted, place };
    // `--set auth.password=VALUE`, `--from-literal=password=VALUE`, `--build-arg=TOKEN=VALUE`.
    const inner = /^([A-Za-z_][\w.-]{1,100})=(.{1,2000})$/.exec(value);
    if (inner?.[1] !== undefined && inner[2] !== undefined)
      yield {
        key: inner[1],
        value: inner[2],
        quoted,
        place: { ...place, column: column + inner[1].length + 1 },
      };
  }
}

/** A line, if it is long in pieces: each ends where a value or a mapping does, so that none is cut. */
function* piecesOf(line: string): Iterable<Piece> {
  for (let start = 0, count = 0; start < line.length && count < longest.pieces; count++) {
    const end = start + longest.piece;
    const cut =
      end >= line.length ? -1 : Math.max(...[',', '{', ';', '&', ' '].map((each) => line.lastIndexOf(each, end - 1)));
    const next = cut > start ? cut : end;
    yield { text: line.slice(start, next), start };
    start = next;
  }
}

/** Whether an offset of a line is inside `{{ … }}`, where names are variables. */
function isInExpression(line: string, offset: number): boolean {
  const opened = line.lastIndexOf('{{', offset);
  return opened >= 0 && line.lastIndexOf('}}', offset) < opened;
}
