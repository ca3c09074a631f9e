import { remembered } from './remembered.ts';
import { keyWords, loginWords, passwordWords, secretOwners, secretWords } from './vocabulary.ts';

/**
 * How strongly a name says that its value is a credential: under `password` hardly any value is harmless; `secret` asks for
 * a value that looks the part; `login` means a user and a password as often; `name` names a secret as often as it holds
 * one, so that only what a generator made counts.
 */
export type KeyStrength = 'password' | 'secret' | 'login' | 'name' | 'none';

/** Words after the credential word that make it the name of something about the credential. */
const about =
  /^(?:name|names|ref|refs|reference|file|files|filename|path|paths|url|urls|uri|arn|endpoint|key|keys|length|policy|policies|enabled|enable|disabled|type|types|kind|id|ids|ttl|expiry|expiration|expires|expire|expired|duration|age|rotation|rotate|rotated|field|fields|property|properties|prefix|suffix|header|headers|selector|provider|providers|store|class|backend|version|versions|algorithm|algorithms|algo|alg|algs|hasher|revision|revisions|format|mount|mounts|volume|volumes|dir|directory|namespace|namespaces|issuer|audience|audiences|lifetime|interval|timeout|template|regex|regexp|pattern|count|min|max|size|bits|source|from|env|var|variable|label|labels|annotation|annotations|create|generate|generated|required|reset|change|update|updated|method|mode|strategy|manager|operator|controller|engine|role|roles|scope|scopes|server|host|hostname|port|user|username|review|reviews|request|requests|service|image|location|item|items|list|map|config|configuration|settings|options|spec|status|projection|automount|validity|days|hours|seconds|minutes|limit|bucket|alias|ring|chain|pair|usage|usages|owner|description|comment|title|placeholder|hint|display|show|visible|flag|args|arg|command|cmd|script|hook|exchange|verify|validation|validate|encoder|encoding|encryption|complexity|strength|history|attempts|sync|syncer|injector|csi|driver|reader|writer|getter|access|authn|authentication|authenticated|authorization|grant|claim|claims|binding|renewal|period|cache|index|delimiter|separator|parameter|parameters|param|set|exists|found|missing|optional|readonly|immutable|management|checker|lookup|handler|resolver|plugin|agent|proxy|storage|vault|group|groups|counter|metric|metrics|per|in|is|as|on|to|for|by|with|without|via|and|or|has|used|limits|ratio|threshold|buckets|tokens|usd|sender|recipient|checksum|checksums|digest|fingerprint|thumbprint|sha|sha1|sha256|sha512|md5|crc|etag|mtime|ctime|time|timestamp|date|at|form|input|column|element|attribute|attr|cookie|reload|reloader)$/;

/** Words anywhere in a key that say it names, switches or publishes something. */
const negating = new Set(
  'existing automount use public pub csrf no disable disabled enable enabled skip without allow allowed empty ask prompt require required forgot is has min max checksum digest fingerprint thumbprint mtime rollme reloader'.split(
    ' ',
  ),
);

/** Verbs that a switch begins with: `update_password: on_create`. Of what a generator made they say nothing. */
const verbs = new Set('update change reset random rotate generate regenerate create set'.split(' '));

/** Whether a key names the file a credential is in: `DB_PASSWORD_FILE`, `tokenPath`. */
export const namesFile = remembered((key) => {
  const words = wordsOf(key.slice(0, 120));
  const isFile = /^(?:file|filename|path|dir|directory)$/.test(words.at(-1) ?? '');
  return isFile && judge(words.slice(0, -1), false) !== 'none';
});

/**
 * What a key says of its value. Keys that name a credential or speak about one (`secretName`, `passwordSecretKey`,
 * `existingSecret`, `tokenURL`, `*_FILE`, `*Ref`, `checksum/secret`) are none.
 */
export function credentialKey(key: string): KeyStrength {
  return key.length > 120 || key.length < 2 ? 'none' : strengthOfKey(key);
}

const strengthOfKey = remembered((key) => judge(wordsOf(key), /^[A-Z][A-Z0-9_]*$/.test(key)));

function judge(words: readonly string[], isVariable: boolean): KeyStrength {
  if (words.some((word) => negating.has(word))) return 'none';
  // `passwordSecretKey` is the key, inside some Secret, of the password.
  if (/^(?:password|username|user|token|credentials?|cert|tls|ca) secret key$/.test(words.slice(-3).join(' ')))
    return 'none';
  const strength = strengthOf(words, isVariable);
  return strength !== 'none' && verbs.has(words[0] ?? '') ? 'name' : strength;
}

/** From the end: what follows the credential word may qualify it (`password_prod`) or speak about it (`password_file`). */
function strengthOf(words: readonly string[], isVariable: boolean): KeyStrength {
  for (const [at, word] of [...words.entries()].reverse()) {
    const before = words[at - 1] ?? '';
    // Of several credentials, names are listed as often.
    if (isPlural(word, before)) return word.endsWith('passwords') ? 'secret' : 'name';
    const strength = strengthOfWord(word, before);
    // A variable called `X_SECRET` holds the secret; a field called `xSecret` as often names an object.
    if (strength === 'name' && (at === 0 || isVariable)) return 'secret';
    if (strength !== undefined) return strength;
    // The half of an AppRole login that is secret.
    if (word === 'id' && before === 'secret') return 'name';
    if (about.test(word)) return 'none';
  }
  return 'none';
}

/** Whether a key names several credentials: `apiKeys`, `tokens`. */
export const isPluralCredential = remembered((key) => {
  const words = wordsOf(key.slice(0, 120));
  return isPlural(words.at(-1) ?? '', words.at(-2) ?? '') && credentialKey(key) !== 'none';
});

function isPlural(word: string, before: string): boolean {
  return word === 'keys' ? keyWords.has(before) : /(?:password|passphrase|secret|token|apikey)s$/.test(word);
}

function strengthOfWord(word: string, before: string): KeyStrength | undefined {
  // 1Password is a product.
  if (/^(?:1|one)password$/.test(word) || (word === 'password' && /^(?:1|one)$/.test(before))) return undefined;
  if (passwordWords.has(word)) return 'password';
  if (loginWords.has(word)) return 'login';
  if (word === 'key') return keyWords.has(before) || before.endsWith('api') ? 'secret' : undefined;
  if (word === 'secret') return secretOwners.has(before) ? 'secret' : 'name';
  if (secretWords.has(word)) return 'secret';
  if (word === 'cookie') return before === 'erlang' ? 'secret' : undefined;
  if (/(?:password|passwd|passphrase)\d{0,3}$/.test(word)) return 'password';
  return /(?:secret|token|apikey|secretkey|accesskey|privatekey|authkey)\d{0,3}$/.test(word) ? 'secret' : undefined;
}

/** The words of a key, small, whatever joins them: `dbPassword`, `DB_PASSWORD`, `db.password`. */
export function wordsOf(key: string): string[] {
  return key
    .split(/[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase());
}
