import { clipped } from '../../clipped.ts';
import type { ObjectId, Person, RawCommit, RawTag } from './object.ts';

const blank = 0x20;
/** Marks a line that continues the one before. */
const continuation = Buffer.alloc(0);

/** The header lines of a commit or tag, and where its message starts. */
interface Parts {
  readonly lines: readonly Buffer[];
  readonly message: Buffer;
}

/**
 * Reads a commit's headers as git does (commit.c): `tree` first, the `parent` lines right after it, then the first
 * `author` and `committer`. What is malformed becomes an empty name, an empty email or a NaN time, never an error.
 */
export function parseCommit(id: ObjectId, bytes: Buffer): RawCommit {
  const { lines, message } = split(bytes);
  const parents: ObjectId[] = [];
  for (const line of lines.slice(1)) {
    const parent = value(line, 'parent');
    if (parent === undefined) break;
    parents.push(parent.toString('latin1'));
  }
  const encoding = header(lines, 'encoding')?.toString('latin1');
  return {
    id,
    bytes,
    tree: (lines[0] === undefined ? undefined : value(lines[0], 'tree'))?.toString('latin1') ?? '',
    parents,
    author: parsePerson(header(lines, 'author'), encoding),
    committer: parsePerson(header(lines, 'committer'), encoding),
    subject: subject(message, encoding),
  };
}

/** Reads an annotated tag's headers (tag.c). */
export function parseTag(id: ObjectId, bytes: Buffer): RawTag {
  const { lines, message } = split(bytes);
  const text = (name: string) => header(lines, name)?.toString('utf8') ?? '';
  const tagger = header(lines, 'tagger');
  return {
    id,
    bytes,
    object: text('object'),
    type: text('type'),
    name: text('tag'),
    tagger: tagger === undefined ? undefined : parsePerson(tagger, undefined),
    subject: subject(message, undefined),
  };
}

/**
 * Reads `name <email> seconds zone` as git's split_ident_line does (ident.c): the email ends at the first `>` after the
 * first `<`, the time follows the last `>`. The email is always read as UTF-8: a commit's `encoding` header must not turn
 * one address into another.
 */
export function parsePerson(line: Buffer | undefined, encoding: string | undefined): Person {
  if (line === undefined) return { name: '', email: '', time: Number.NaN };
  const open = line.indexOf('<');
  const close = open < 0 ? -1 : line.indexOf('>', open);
  if (close < 0) return { name: decode(line, encoding).trim(), email: '', time: Number.NaN };
  const time = /^ *(\d{1,15})(?: |$)/.exec(line.toString('latin1', line.lastIndexOf('>') + 1));
  return {
    name: decode(line.subarray(0, open), encoding).trim(),
    email: line.toString('utf8', open + 1, close).trim(),
    time: time === null ? Number.NaN : Number(time[1]),
  };
}

/** Headers end at the first empty line; without one, all is header. Lines that begin with a space continue the one before and carry no key. */
function split(bytes: Buffer): Parts {
  const lines: Buffer[] = [];
  let at = 0;
  while (at < bytes.length) {
    const found = bytes.indexOf(0x0a, at);
    const end = found < 0 ? bytes.length : found;
    if (end === at) return { lines, message: bytes.subarray(at + 1) };
    lines.push(bytes[at] === blank ? continuation : bytes.subarray(at, end));
    at = end + 1;
  }
  return { lines, message: Buffer.alloc(0) };
}

function header(lines: readonly Buffer[], name: string): Buffer | undefined {
  for (const line of lines) {
    const found = value(line, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

function value(line: Buffer, name: string): Buffer | undefined {
  if (line[name.length] !== blank || line.toString('latin1', 0, name.length) !== name) return undefined;
  return line.subarray(name.length + 1);
}

/** Bytes of a line that are decoded, and characters of it that are kept: a subject is for people to recognise the commit by. */
const lineBytes = 4096;
const subjectLength = 500;

/** The first line of the message that is not blank, cut where it is very long. */
function subject(message: Buffer, encoding: string | undefined): string {
  let at = 0;
  while (at < message.length) {
    const found = message.indexOf(0x0a, at);
    const end = found < 0 ? message.length : found;
    const line = decode(message.subarray(at, Math.min(end, at + lineBytes)), encoding).trim();
    if (line.length > subjectLength || end > at + lineBytes) return `${clipped(line, subjectLength)} (cut)`;
    if (line !== '') return line;
    at = end + 1;
  }
  return '';
}

/** Only encodings that contain ASCII are honoured; the others are read as UTF-8. */
function decode(bytes: Buffer, encoding: string | undefined): string {
  if (encoding === undefined || /utf-?16|2022|hz-gb|utf-?7|x-user/i.test(encoding)) return bytes.toString('utf8');
  try {
    return new TextDecoder(encoding).decode(bytes);
  } catch {
    return bytes.toString('utf8');
  }
}
