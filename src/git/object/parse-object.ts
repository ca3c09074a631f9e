import { clipped } from '../../clipped.ts';
import type { ObjectId, Person, RawCommit, RawTag } from './object.ts';

const [blank, lineFeed] = [0x20, 0x0a];

/** A header: the name, empty for a line that continues the one before, and where its value is. */
interface Header {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** The headers of a commit or tag, and where its message starts. */
interface Parts {
  readonly headers: readonly Header[];
  readonly message: Buffer;
}

/**
 * Reads a commit's headers as git does (commit.c): `tree` first, the `parent` lines right after it, then the first
 * `author` and `committer`. What is malformed becomes an empty name, an empty email or a NaN time, never an error.
 */
export function parseCommit(id: ObjectId, bytes: Buffer): RawCommit {
  const { headers, message } = split(bytes);
  const textOf = ({ start, end }: Header) => bytes.toString('latin1', start, end);
  const [first] = headers;
  const parents: ObjectId[] = [];
  for (let at = 1; headers[at]?.name === 'parent'; at++) parents.push(textOf(headers[at] as Header));
  const stated = headers.find(({ name }) => name === 'encoding');
  const encoding = stated && textOf(stated);
  return {
    id,
    bytes,
    tree: first?.name === 'tree' ? textOf(first) : '',
    parents,
    author: parsePerson(headerValue(bytes, headers, 'author'), encoding),
    committer: parsePerson(headerValue(bytes, headers, 'committer'), encoding),
    subject: subject(message, encoding),
  };
}

/** Reads an annotated tag's headers (tag.c). */
export function parseTag(id: ObjectId, bytes: Buffer): RawTag {
  const { headers, message } = split(bytes);
  const text = (name: string) => headerValue(bytes, headers, name)?.toString('utf8') ?? '';
  const tagger = headerValue(bytes, headers, 'tagger');
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
  const headers: Header[] = [];
  let at = 0;
  /** The first blank from `at` on: it is looked for once, however many lines there are before it. */
  let space = -1;
  while (at < bytes.length) {
    const found = bytes.indexOf(lineFeed, at);
    const end = found < 0 ? bytes.length : found;
    if (end === at) return { headers, message: bytes.subarray(at + 1) };
    if (space < at) space = bytes.indexOf(blank, at);
    if (space < 0) space = bytes.length;
    headers.push({ name: space < end ? bytes.toString('latin1', at, space) : '', start: space + 1, end });
    at = end + 1;
  }
  return { headers, message: Buffer.alloc(0) };
}

function headerValue(bytes: Buffer, headers: readonly Header[], wanted: string): Buffer | undefined {
  const found = headers.find(({ name }) => name === wanted);
  return found && bytes.subarray(found.start, found.end);
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
