import type { LeafContext } from '../value/classify.ts';
import { judgeOpen, placeOf } from './judge-open.ts';
import type { SecretMatch } from './secret-occurrence.ts';

/** Files whose notation no other file has, by their names. */
const files: readonly { readonly name: RegExp; readonly pattern: RegExp }[] = [
  { name: /(?:^|\/)[._]netrc$/, pattern: /\bpassword\s{1,8}(\S{1,400})/g },
  {
    name: /(?:^|\/)\.?pgpass(?:\.conf)?$/,
    pattern: /^[^#:\n]{1,200}:[^:\n]{1,20}:[^:\n]{1,100}:[^:\n]{1,100}:([^\n]{1,400})$/gm,
  },
  { name: /(?:^|\/)\.npmrc$/, pattern: /:_(?:authToken|auth|password)\s{0,4}=\s{0,4}"?([^\s"]{1,400})/g },
  { name: /(?:^|\/)[\w.-]{0,40}userlist\.txt$/, pattern: /^"[^"\n]{1,100}"\s{1,8}"([^"\n]{1,400})"/gm },
];

/** The passwords of a .netrc, .pgpass, .npmrc or userlist.txt. `name` is the file's path, or the key that holds it. */
export function judgeLogins(name: string, text: string, context: LeafContext): readonly SecretMatch[] {
  const pattern = files.find((file) => file.name.test(name))?.pattern;
  if (pattern === undefined) return [];
  return [...text.matchAll(pattern)].flatMap((match) =>
    judgeOpen(match[1] ?? '', 'password', context, true).map((judgement) => ({
      ...judgement,
      inner: [name.endsWith('.npmrc') ? '_authToken' : 'password'],
      offset: placeOf(text, match.index),
    })),
  );
}
