import type { ObjectFormat } from '../../git/object/object-id.ts';
/** An object taken apart into what was signed and the signature over it. */
export type SignedObject =
  | { readonly kind: 'unsigned' }
  | { readonly kind: 'malformed'; readonly why: string }
  /** `payload` puts it together: who only wants to know whose signature it is does not need it. */
  | { readonly kind: 'signed'; readonly payload: () => Buffer; readonly armor: string };

interface Header {
  readonly name: string;
  /** Offsets of the whole header, continuation lines and the last newline included. */
  readonly start: number;
  readonly end: number;
}

const unsigned: SignedObject = { kind: 'unsigned' };

/** More than any signature needs; a header beyond it is refused before it is decoded. */
const maximumSignatureBytes = 256 * 1024;

/**
 * Takes a commit apart as git does (`parse_buffer_signed_by_header` in git's commit.c), but stricter: exactly one
 * signature header, no unknown `gpgsig…` header, and the tree, author and committer each once and in their places.
 * Both signature headers are left out of the payload; only the repository's own one is a signature.
 */
export function signedCommit(bytes: Buffer, format: ObjectFormat): SignedObject {
  const text = bytes.toString('latin1');
  const end = headerEnd(text);
  const headers = headersOf(text, end);
  if (headers === undefined) return malformed('has a header that begins with a continuation line');
  const signatures = headers.filter((header) => header.name.startsWith('gpgsig'));
  for (const header of signatures) {
    if (header.name !== 'gpgsig' && header.name !== 'gpgsig-sha256') {
      return malformed('is in an unknown signature header');
    }
    if (signatures.some((other) => other !== header && other.name === header.name)) {
      return malformed(`is one of several ${header.name} headers`);
    }
  }
  const own = signatures.find((header) => header.name === (format === 'sha1' ? 'gpgsig' : 'gpgsig-sha256'));
  if (own === undefined) return unsigned;
  const flaw = commitFlaw(text, end, headers);
  if (flaw !== undefined) return malformed(flaw);
  return signed(() => without(bytes, signatures), unfold(text, own));
}

/**
 * Takes an annotated tag apart: its signature is the armor that ends the message (`parse_signature` in git's
 * gpg-interface.c takes the last one; here a second one is malformed). Signature headers are left out of the payload.
 */
export function signedTag(bytes: Buffer): SignedObject {
  const text = bytes.toString('latin1');
  const end = headerEnd(text);
  const headers = headersOf(text, end);
  if (headers === undefined) return malformed('has a header that begins with a continuation line');
  const body = text.slice(end);
  const armors = [...body.matchAll(/^-----BEGIN (?:PGP SIGNATURE|PGP MESSAGE|SIGNED MESSAGE|SSH SIGNATURE)-----/gm)];
  const first = armors[0];
  if (first === undefined) return unsigned;
  if (armors.length > 1) return malformed('is one of several in the tag');
  const flaw = tagFlaw(text, end, headers);
  if (flaw !== undefined) return malformed(flaw);
  const start = end + first.index;
  const signatures = headers.filter((header) => header.name.startsWith('gpgsig'));
  return signed(() => without(bytes.subarray(0, start), signatures), text.slice(start));
}

function signed(payload: () => Buffer, armor: string): SignedObject {
  if (armor.length > maximumSignatureBytes) return malformed('is larger than any signature');
  return { kind: 'signed', payload, armor };
}

function malformed(why: string): SignedObject {
  return { kind: 'malformed', why };
}

/** Where the headers end: at the empty line, or at the end of an object without one. `text` is latin1, a character a byte. */
function headerEnd(text: string): number {
  const end = text.indexOf('\n\n');
  return end < 0 ? text.length : end + 1;
}

/** The headers in order; undefined where the first line is a continuation of nothing. */
function headersOf(text: string, headerEnd: number): readonly Header[] | undefined {
  if (text.startsWith(' ')) return undefined;
  const headers: Header[] = [];
  for (let start = 0; start < headerEnd; ) {
    let end = lineEnd(text, start);
    const line = text.slice(start, end);
    const space = line.indexOf(' ');
    const name = space < 0 ? line.trimEnd() : line.slice(0, space);
    while (end < headerEnd && text[end] === ' ') end = lineEnd(text, end);
    headers.push({ name, start, end });
    start = end;
  }
  return headers;
}

function lineEnd(text: string, from: number): number {
  const newline = text.indexOf('\n', from);
  return newline < 0 ? text.length : newline + 1;
}

/** What is wrong with the headers every commit has: readers that take the first and readers that take the last one must agree. */
function commitFlaw(text: string, headerEnd: number, headers: readonly Header[]): string | undefined {
  if (holdsNul(text, headerEnd)) return 'covers a header with a NUL byte';
  const parents = headers.findIndex((header, index) => index > 0 && header.name !== 'parent');
  const [author, committer] = [headers[parents], headers[parents + 1]];
  if (headers[0]?.name !== 'tree' || author?.name !== 'author' || committer?.name !== 'committer') {
    return 'covers a commit whose headers are not tree, parents, author, committer';
  }
  const again = headers.slice(parents + 2).some(({ name }) => /^(?:tree|parent|author|committer)$/.test(name));
  return again ? 'covers a commit with a header that occurs twice' : undefined;
}

/** The same of a tag, which need not have a tagger (git's tag.c). */
function tagFlaw(text: string, headerEnd: number, headers: readonly Header[]): string | undefined {
  if (holdsNul(text, headerEnd)) return 'covers a header with a NUL byte';
  const names = headers.map(({ name }) => name);
  const known = names.filter((name) => /^(?:object|type|tag|tagger)$/.test(name)).join(' ');
  const isInOrder = names.slice(0, 3).join(' ') === 'object type tag' && /^object type tag(?: tagger)?$/.test(known);
  return isInOrder ? undefined : 'covers a tag whose headers are not object, type, tag, tagger';
}

function holdsNul(text: string, headerEnd: number): boolean {
  const nul = text.indexOf('\0');
  return nul >= 0 && nul < headerEnd;
}

function without(bytes: Buffer, headers: readonly Header[]): Buffer {
  const kept: Buffer[] = [];
  let from = 0;
  for (const { start, end } of headers) {
    kept.push(bytes.subarray(from, start));
    from = end;
  }
  return Buffer.concat([...kept, bytes.subarray(from)]);
}

/** The header's value with the space that folds each further line taken away. */
function unfold(text: string, { name, start, end }: Header): string {
  return text.slice(start + name.length + 1, end).replaceAll('\n ', '\n');
}
