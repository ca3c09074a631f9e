/** How strongly a name says that its value is a credential: `password` alone suffices, `secret` asks for a value that looks the part. */
export type KeyStrength = 'password' | 'secret' | 'none';

const passwords = new Set(
  'password passwd pwd passphrase pass passcode passwort motdepasse contrasena psw requirepass masterauth'.split(' '),
);
const secrets = new Set(
  'secret token apikey secretkey accesskey privatekey pat psk jwt bearer credential credentials creds authtoken authkey apitoken'.split(
    ' ',
  ),
);

/** What comes before `key` to make it a credential: `api key`, `signing key`. */
const keyed = new Set(
  'api access secret private encryption signing master auth account shared storage license ssh hmac aes session cookie client admin service app application deploy write read ingest integration routing seed root jwt crypt crypto cipher subscription webhook'.split(
    ' ',
  ),
);

/** Words after the credential word that leave its meaning as it is. */
const neutral = new Set(
  'value data base64 b64 plain plaintext text string literal raw default prod production dev development staging test stage live old new current hash hashed encoded primary secondary main'.split(
    ' ',
  ),
);

/** Words after the credential word that make it the name of something about the credential. */
const about =
  /^(?:name|names|ref|refs|reference|file|files|filename|path|paths|url|urls|uri|endpoint|key|keys|length|policy|policies|enabled|enable|disabled|type|types|kind|id|ids|ttl|expiry|expiration|expires|expire|duration|age|rotation|rotate|field|fields|property|properties|prefix|suffix|header|headers|selector|provider|providers|store|class|backend|version|versions|algorithm|algo|format|mount|mounts|volume|volumes|dir|directory|namespace|namespaces|issuer|audience|audiences|lifetime|interval|timeout|template|regex|regexp|pattern|count|min|max|size|bits|source|from|env|var|variable|label|labels|annotation|annotations|create|generate|generated|required|reset|change|update|method|mode|strategy|manager|operator|controller|engine|role|roles|scope|scopes|server|host|hostname|port|user|username|review|reviews|request|requests|service|image|location|item|items|list|map|config|configuration|settings|options|spec|status|projection|automount|validity|days|hours|seconds|minutes|limit|bucket|alias|ring|chain|pair|usage|usages|owner|description|comment|title|placeholder|hint|display|show|visible|flag|args|arg|command|cmd|script|hook|exchange|verify|validation|validate|encoder|encoding|encryption|complexity|strength|history|attempts|sync|syncer|injector|csi|driver|reader|writer|getter|access|auth|authn|authentication|authenticated|authorization|grant|claim|claims|binding|request|renewal|period|cache|index|delimiter|separator|parameter|parameters|param|set|exists|found|missing|optional|readonly|immutable|management|checker|lookup|handler|resolver|plugin|agent|proxy|store|storage|vault|group|groups|counter|metric|metrics|per|in|is|as|on|to|for|by|with|without|via|and|or|has|used|limits|ratio|threshold|bucket|buckets|tokens|usd)$/;

/** Words anywhere in a key that say it names, switches or publishes something. */
const negating = new Set(
  'existing automount public pub csrf no disable disabled enable enabled skip without allow allowed empty ask prompt require required use forgot forget reset change generate random has is min max'.split(
    ' ',
  ),
);

/** Whether a key names the file a credential is in: `DB_PASSWORD_FILE`, `tokenPath`. */
export function namesFile(key: string): boolean {
  const words = wordsOf(key.slice(0, 120));
  return /^(?:file|filename|path|dir|directory)$/.test(words.at(-1) ?? '') && judge(words.slice(0, -1)) !== 'none';
}

const known = new Map<string, KeyStrength>();

/**
 * What a key says of its value. Keys that name a credential or speak about one (`secretName`, `passwordSecretKey`,
 * `existingSecret`, `tokenURL`, `*_FILE`, `*Ref`) are none.
 */
export function credentialKey(key: string): KeyStrength {
  if (key.length > 120 || key.length < 3) return 'none';
  const cached = known.get(key);
  if (cached !== undefined) return cached;
  const strength = judge(wordsOf(key));
  if (known.size > 50_000) known.clear();
  known.set(key, strength);
  return strength;
}

function judge(words: readonly string[]): KeyStrength {
  if (words.some((word) => negating.has(word))) return 'none';
  // `passwordSecretKey` is the key, inside some Secret, of the password.
  if (/^(?:password|username|user|token|credentials?|cert|tls|ca) secret key$/.test(words.slice(-3).join(' ')))
    return 'none';
  // From the end: what follows the credential word may qualify it (`password_prod`) or speak about it (`password_file`).
  for (let at = words.length - 1; at >= 0; at--) {
    const word = words[at] ?? '';
    if (passwords.has(word)) return 'password';
    if (word === 'key' && (keyed.has(words[at - 1] ?? '') || (words[at - 1] ?? '').endsWith('api'))) return 'secret';
    if (secrets.has(word)) return 'secret';
    if (word === 'auth' && words.length === 1) return 'secret';
    if (word === 'cookie' && words[at - 1] === 'erlang') return 'secret';
    if (neutral.has(word) || /^\d+$/.test(word)) continue;
    if (about.test(word)) return 'none';
    if (/(?:password|passwd|passphrase)\d{0,3}$/.test(word)) return 'password';
    if (/(?:secret|token|apikey|secretkey|accesskey|privatekey|authkey)\d{0,3}$/.test(word)) return 'secret';
  }
  return 'none';
}

function wordsOf(key: string): string[] {
  return key
    .split(/[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase());
}
