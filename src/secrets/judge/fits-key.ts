import { keyedFormat } from '../tokens/keyed-formats.ts';
import type { KeyStrength } from '../value/credential-key.ts';
import { isMoment, looksRandom, uuid } from '../value/entropy.ts';
import { isMachineMade, looksHumanMade } from '../value/made.ts';
import { speaksOfItself } from '../value/placeholder.ts';

const switches =
  /^(?:true|false|yes|no|on|off|null|nil|none|auto|default|always|never|once|prompt|keep|manual|required|optional|disabled|enabled|inherit|on_create|on_change|ifnotpresent|managed)$/i;

/** Whether a value chooses among few, as no secret does. */
export function isSwitch(value: string): boolean {
  return switches.test(value);
}

/**
 * Whether a value could be what its key calls it. A key that says `password` outright needs little; others need a value
 * that a generator or a person made as a secret, and that cannot be the name of something.
 */
export function fitsKey(value: string, strength: KeyStrength, key: string, shortest: number): boolean {
  if (value.length > 4_000 || strength === 'none') return false;
  // A password that was broken over lines is one; other texts of several lines are files.
  if (/\n/.test(value)) return /^\S{4,}(?:\s*\n\s*\S{4,}){1,5}$/.test(value) && looksRandom(value.replace(/\s+/g, ''));
  if (switches.test(value) || isMoment(value) || (passesOn.test(key) && address.test(value))) return false;
  if (strength === 'password') return value.length >= shortest && !isProse(value) && !/^\d{1,3}$/.test(value);
  if (strength === 'name') return isMachineMade(value) || (uuid.test(value) && /secret.?id$/i.test(key));
  return (
    looksRandom(value) ||
    (uuid.test(value) && !/[_-]?id$/i.test(key)) ||
    looksHumanMade(value) ||
    (/^(?=.*\d)(?=.*[A-Za-z])[^\s]{8,}$/.test(value) && keyedFormat(key, value) !== undefined)
  );
}

/** Directives of nginx that name where a request goes, as it and tools that write its configuration call them. */
const passesOn = /(?:proxy|fastcgi|uwsgi|scgi|grpc|memcached)_?pass$/i;
const address = /^(?:(?:https?|grpcs?|uwsgi|scgi|unix):[^\s@]+|[\w.-]+:\d{1,5}|\$[\w]+);?$/;

/** The password of `user:password` (or `user/password`, as Neo4j writes it) under a key that means a login. */
export function loginPassword(value: string): string | undefined {
  const [, separator, password] = /^[\w.@%+-]{1,80}([:/])([^\s:/]\S{3,200})$/.exec(value) ?? [];
  if (password === undefined) return undefined;
  return looksRandom(password) || looksHumanMade(password) || isWordWithNumber(password, separator === ':')
    ? password
    : undefined;
}

/** A word and a number, as people make passwords. Behind a slash names are as likely: only one with a capital counts there. */
function isWordWithNumber(text: string, mayBeSmall: boolean): boolean {
  const word = /^([A-Za-z]{4,40})[!#$%^&*?~._-]?\d{1,8}[!#$%^&*?~]?$/.exec(text)?.[1];
  return word !== undefined && !speaksOfItself(word) && (mayBeSmall || /^[A-Z][a-z]/.test(word));
}

/** Words of help texts and descriptions under a key such as `password`. */
const sentence =
  /(?:^|\s)(?:the|your|is|are|for|must|be|if|not|will|this|that|when|used?|set|see)(?:\s|$)|(?:password|passphrase|secret|token|user)s?(?:\s|$)/i;
/** Words that join others; a passphrase may have one of them. */
const joining = /(?:^|\s)(?:of|to|a|an|in|on|with|and|or|from|by)(?=\s|$)/gi;

/** Whether a text is a sentence, and no passphrase: `correct horse battery staple` has no word that joins others. */
function isProse(value: string): boolean {
  const words = value.split(/\s+/);
  if (words.length < 2) return false;
  return (
    words.length > 12 ||
    sentence.test(value) ||
    (value.match(joining)?.length ?? 0) > 1 ||
    /[.,:;]\s|[.:]$|[(){}[\]<>|`]/.test(value)
  );
}
