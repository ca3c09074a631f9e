import type { Place } from '../../yaml/document.ts';
import type { LeafContext } from '../value/classify.ts';
import { judgeOpen, placeOf } from './judge-open.ts';
import type { SecretMatch } from './secret-occurrence.ts';

/** Files whose notation no other file has, by their names. */
const files: readonly { readonly name: RegExp; readonly pattern: RegExp }[] = [
  { name: /(?:^|\/)[._]netrc$/, pattern: /\bpassword\s{1,8}(\S{1,400})/g },
  {
    // A colon inside a field has a backslash before it (PostgreSQL, "The Password File").
    name: /(?:^|\/)\.?pgpass(?:\.conf)?$/,
    pattern: /^(?!#)(?:(?:[^:\\\n]|\\.){1,200}:){4}([^\n]{1,400})$/gm,
  },
  { name: /(?:^|\/)\.npmrc$/, pattern: /:_(?:authToken|auth|password)\s{0,4}=\s{0,4}"?([^\s"]{1,400})/g },
  { name: /(?:^|\/)[\w.-]{0,40}userlist\.txt$/, pattern: /^"[^"\n]{1,100}"\s{1,8}"([^"\n]{1,400})"/gm },
  {
    // The token of a DNS provider, and a user with the hash of the password in base64, as older versions of Caddy write it.
    name: /(?:^|\/)[\w.-]{0,40}Caddyfile(?:\.[\w-]{1,40})?$/,
    pattern: /^[ \t]*(?:dns[ \t]{1,8}\w{1,40}|[\w.@-]{1,60}(?=[ \t]{1,8}JDJ))[ \t]{1,8}([^\s{}]{16,400})[ \t]*\r?$/gm,
  },
];

const notationOf = (name: string) => files.find((file) => file.name.test(name))?.pattern;

/** Whether a file of this name is one of them. */
export function isLoginFile(name: string): boolean {
  return notationOf(name) !== undefined;
}

/** The text with the lines of logins blank, so that every offset holds. */
export function withoutLogins(name: string, text: string): string {
  const pattern = notationOf(name);
  return pattern === undefined ? text : text.replace(pattern, (line) => line.replace(/[^\n]/g, ' '));
}

/** A password that a line of such a file gives. */
export interface Login {
  readonly password: string;
  readonly key: string;
  readonly place: Place;
}

/** The passwords of a .netrc, .pgpass, .npmrc, Caddyfile or userlist.txt. `name` is the file's path, or the key that holds it. */
export function readLogins(name: string, text: string): readonly Login[] {
  const pattern = notationOf(name);
  if (pattern === undefined) return [];
  return [...text.matchAll(pattern)].map((match) => ({
    password: match[1] ?? '',
    key: name.endsWith('.npmrc') ? '_authToken' : 'password',
    place: placeOf(text, match.index),
  }));
}

/** Judges each of them by itself. */
export function judgeLogins(name: string, text: string, context: LeafContext): readonly SecretMatch[] {
  return readLogins(name, text).flatMap(({ password, key, place }) =>
    judgeOpen(password, 'password', context, true).map((judgement) => ({ ...judgement, inner: [key], offset: place })),
  );
}
