/**
 * Whether a string looks as if a generator made it rather than a person. The last resort: asked only of values whose
 * key already speaks of a credential. Thresholds are per alphabet, because hex can never reach 4 bits a character.
 */
export function looksRandom(text: string): boolean {
  if (text.length < 8 || text.length > 4096 || /\s/.test(text)) return false;
  if (isFamiliarShape(text) || isWordy(text) || hasSequence(text)) return false;
  if (/^[0-9]+$/.test(text)) return text.length >= 16 && entropy(text) >= 2.6;
  if (/^(?:0x)?[0-9a-f]+$|^(?:0x)?[0-9A-F]+$/.test(text)) return text.length >= 16 && entropy(text) >= 2.7;
  const bits = entropy(text);
  const atMost = Math.log2(text.length);
  if (!/[0-9]/.test(text)) return bits >= Math.min(3.6, atMost * 0.8) && !readsAloud(text);
  return bits >= Math.min(3.3, atMost * 0.78);
}

const counts = new Uint32Array(128);

/** Shannon entropy in bits a character; what is not ASCII counts as one character. */
export function entropy(text: string): number {
  counts.fill(0);
  for (let at = 0; at < text.length; at++) {
    const code = Math.min(text.charCodeAt(at), 127);
    counts[code] = (counts[code] ?? 0) + 1;
  }
  let bits = 0;
  for (const count of counts) if (count > 0) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}

export const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

const moment =
  /^\d{4}-\d\d-\d\d(?:[T ][0-9:.Z+-]{1,30}(?:[A-Z]{3,5})?)?$|^(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? )?\d{1,2} [A-Z][a-z]{2} \d{4}(?: [0-9:]{4,8}.{0,8})?$/;

const familiar: readonly RegExp[] = [
  uuid,
  // Digests with their algorithm, image references by digest, and subresource integrity.
  /(?:^|@)(?:sha1|sha256|sha384|sha512|md5)[:-]/i,
  // Versions, dates, times, addresses with a port.
  /^v?\d{1,5}(?:\.\d{1,8}){1,3}(?:[-+.][0-9A-Za-z.+-]{1,60})?$/,
  moment,
  /^(?:\d{1,3}\.){3}\d{1,3}(?::\d{1,5}|\/\d{1,2})?$/,
  // Names of algorithms (Java Security Standard Algorithm Names): `PBKDF2WithHmacSHA512`, `SHA256withRSA`.
  /^(?:PBKDF2|PBE|NONE|(?:SHA|MD|PS)\d{1,3})with(?:Hmac)?(?:SHA\d{1,3}|MD5|RSA|DSA|EC-?DSA)(?:and(?:MGF1|AES_\d{3}|DESede))?$/i,
  // URLs without userinfo, paths, host names, image names, email addresses.
  /^[a-z][a-z0-9+.-]{1,20}:\/\/[^@\s]{0,500}$/i,
  /^\.{0,2}\/[\w.@%+-]{1,100}(?:\/[\w.@%+-]{0,100}){0,30}$/,
  /^(?:[a-z0-9](?:[a-z0-9-]{0,62})\.){1,8}[a-z]{2,18}(?::\d{1,5})?(?:\/[\w./-]{0,200})?$/i,
  /^[a-z0-9.-]{1,100}(?:\/[a-z0-9._-]{1,100}){1,5}:[\w.-]{1,128}$/,
  /^[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}$/,
];

/** Whether eight characters follow each other as in the alphabet or on a count: `abcdefgh`, `12345678`. */
export function hasSequence(text: string): boolean {
  let run = 1;
  for (let at = 1; at < text.length; at++) {
    const step = text.charCodeAt(at) - text.charCodeAt(at - 1);
    run = step === 1 || (step === -9 && text.charAt(at) === '0') ? run + 1 : 1;
    if (run >= 8) return true;
  }
  return false;
}

/** Whether a string mixes capitals, small letters and digits as only a generator does; names of things never do. */
export function looksGenerated(text: string): boolean {
  return text.length >= 12 && /\d/.test(text) && /[a-z]/.test(text) && /[A-Z]/.test(text) && looksRandom(text);
}

/** Whether a name in capitals, of several words, has one that nobody would write: `DB_XKJQWZPVBN_KEY`. */
export function hasRandomWord(constant: string): boolean {
  return constant.split(/[-_]/).some(looksRandom);
}

/** Whether a string that is in prose or a comment is a password and no word: eight characters or more, of three kinds. */
export function isLikelyCredential(text: string): boolean {
  if (text.length < 8 || /\s/.test(text) || !/\d/.test(text) || !/[A-Za-z]/.test(text)) return false;
  if (isFamiliarShape(text) || isWordy(text) || hasSequence(text)) return false;
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^\w\s/]/].filter((kind) => kind.test(text)).length;
  return kinds >= 3 || looksRandom(text);
}

/** Whether a text has a shape that people know: an identifier, a version, a time, an address, a path. */
export function isFamiliarShape(text: string): boolean {
  return familiar.some((shape) => shape.test(text));
}

/** Whether a text is a date or a time (ISO 8601, RFC 5322, also with the zone that date(1) names: `2021-01-12T19:01:39EST`). */
export function isMoment(text: string): boolean {
  return moment.test(text);
}

/** Words, numbers and short version marks joined by separators or camel case: `my-tls-secret-v2`, `PostgresClientKey1`. */
export function isWordy(text: string): boolean {
  const parts = text.split(/[-_.:/@,;=+ ]|(?<=[a-z0-9])(?=[A-Z][a-z])/).filter((part) => part !== '');
  let marks = 0;
  if (isNameWithSuffix(text, parts)) return true;
  return parts.every((part) => {
    if (/^v?\d{1,4}$/i.test(part)) return true;
    // Marks such as `v2a` or `x86`, but not a string of them.
    if (/^[a-z]{1,3}\d{1,2}[a-z]{0,3}$/i.test(part) && parts.length > 1) return ++marks === 1;
    const word = /^(?:[A-Z]?[a-z]+|[A-Z]+)\d{0,4}$/.exec(part)?.[0];
    return word !== undefined && word.length <= 20 && readsAloud(word);
  });
}

/** A name as Kubernetes has them (RFC 1123) with a short suffix that something made: `web-acme-tls-7f9c2`. */
function isNameWithSuffix(text: string, parts: readonly string[]): boolean {
  if (!/^[a-z0-9][a-z0-9.-]{0,251}[a-z0-9]$/.test(text) || parts.length < 2) return false;
  const words = parts.filter((part) => /^[a-z]{3,}$/.test(part) && readsAloud(part));
  const others = parts.filter((part) => !words.includes(part) && part.length > 3);
  return words.length > 0 && others.length <= 2 && others.every((part) => part.length <= 10);
}

/** Whether letters alone could be words: vowels in between, no long run of consonants. */
function readsAloud(text: string): boolean {
  const letters = text.replace(/[^a-z]/gi, '');
  if (letters.length <= 4) return true;
  const flips = (text.match(/[a-z][A-Z](?![a-z]{2})/g) ?? []).length;
  if (flips > 2) return false;
  const vowels = (letters.match(/[aeiouy]/gi) ?? []).length / letters.length;
  return vowels >= 0.2 && vowels <= 0.75 && !/[bcdfghjklmnpqrstvwxz]{6}/i.test(letters);
}
