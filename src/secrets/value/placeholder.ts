import { hasRandomWord, looksRandom } from './entropy.ts';

/** Words that occur only where a value is still to be put, or is made up for an example. */
const markers = new Set(
  `change changeme changethis update replace replaceme replaced insert put enter add fill example examples sample dummy fake mock
  placeholder todo tbd tbc fixme xxx redacted masked hidden removed omitted censored foo bar baz qux quux quuz corge grault garply
  waldo plugh xyzzy thud foobar foobaz blah your yours some
  here test testing tests demo none null nil undefined empty unset unused invalid lorem ipsum notset abc abcd abcdef asdf
  qwerty notreal bogus`.split(/\s+/),
);

/** Words that speak of credentials or fill sentences; a value made of nothing else says only what should be there. */
const fillers = new Set(
  `password passwords passwd passphrase pass pwd pw secret secrets token tokens key keys apikey api access client id user username name login
  account auth oauth basic bearer credential credentials cred creds private public secretkey accesskey value values string text data content
  base encoded base64 b64 encode decode literal plain plaintext this that is the a an of for to in with by not no real really very super strong
  strongpassword secure insecure unsafe safe random randomly generated only dev local development please use me it me1 set you webhook
  url signing encryption session cookie hash salt ssh tls db database app application service must be at least characters chars long
  something anything default goes from used unused via there one two my mine`.split(/\s+/),
);

const spoken: ReadonlySet<string> = new Set([...markers, ...fillers]);

/** Passwords that products ship with. Placeholders in a chart's values or a pipeline's service container; deployed, they are passwords. */
const defaults = new Set(
  `admin administrator root postgres postgresql mysql mariadb mongo mongodb redis guest minio minioadmin elastic kibana grafana rabbitmq
  keycloak user sa system wordpress vault nexus jenkins harbor12345 toor public private changeit admin123 minio123 bitnami cassandra clickhouse couchdb influxdb neo4j openldap sonar airflow superset zabbix gitea
  metabase nifi tomcat solr kafka discourse ghost`.split(/\s+/),
);

/** Credentials that vendors' documentation prints for everyone. */
const published = [
  /EXAMPLE(?:KEY)?$/,
  /^eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9\.eyJzdWIiOiIxMjM0NTY3ODkw/,
  /^MIIBOgIBAAJBAKj34GkxFhD90vcNLYLInFEX6Ppy1tPf9Cnzj4p4WGeKLs1Pt8Qu/,
];

/** What is put where a value should be, or left of one that was struck out. */
const saysNothing: readonly RegExp[] = [
  /^(.)\1*$/s,
  /^[.*•…_x#?-]+$/i,
  /^<[^<>\n="']{0,200}(?<!\/)>$/,
  /^\[[^[\]\n]{1,100}\]$/,
  /^%[A-Za-z_]{2,80}%$/,
  /^__[A-Za-z_]{2,80}__$/,
  /^@@?[A-Za-z_]{2,80}@@?$/,
  /^\*{1,8}[A-Za-z0-9 _-]{1,40}\*{1,8}$/,
  /^[0-](?:[0-]|0000){7,}$/,
  /x{5,}|\*{4,}|•{3,}|\w\.{3}(?:\w|$)|…/i,
  /(?:change|replace|insert|fill)(?:[-_ ]?(?:me|this|with|in|your)|[-_ ]it)|place[-_ ]?holder|your[-_ ].{1,60}[-_ ]here/i,
];

/** What is counted out under a name: no value is. */
const counted = /^(?:0123456789|123456789|1234567|12345|1234|123)(?:0|abc|abcdef|abcdefg?)?$/;

/** Whether a value only says that one should be here. `key` is its name: `password: db-password` says nothing. */
export function isPlaceholder(text: string, key = ''): boolean {
  const value = text.trim();
  if (value === '' || value.length > 400 || /^changeit$/i.test(value)) return false;
  // A constant whose value is its own name; armor around nothing.
  if (key !== '' && plain(value) === plain(key) && !looksRandom(value)) return true;
  if (/^-----BEGIN [A-Z ]{1,40}-----/.test(value))
    return !/[A-Za-z0-9+/=]{24}/.test(value.replace(/-----[A-Z ]{1,50}-----/g, ''));
  if (value.split(/[^A-Za-z0-9]+/).some(looksMachineMade)) return published.some((shape) => shape.test(value));
  return (
    saysNothing.some((shape) => shape.test(value)) ||
    (key !== '' && counted.test(value)) ||
    isSomeones(value) ||
    isConstant(value) ||
    published.some((shape) => shape.test(value)) ||
    isMadeOfFillers(value, key)
  );
}

/** `your-password`, `yourRconPassword`, `my_token`, `dummy key`: whose it is, and nothing that would be one. */
function isSomeones(value: string): boolean {
  const words = wordsOf(value);
  const [first = '', last = ''] = [words[0], words.at(-1)];
  if (words.length < 2 || words.length > 8 || /\d{3}/.test(value)) return false;
  if (/^(?:your|some|dummy|fake|example|sample|mock)$/.test(first)) return true;
  return first === 'my' && (/^my[-_ ]/i.test(value) || fillers.has(last));
}

/** `GITHUB-AUTH-TOKEN`, `STORAGE_DB_PASSWORD`: the name of a variable, whose `$` somebody forgot. */
function isConstant(value: string): boolean {
  if (!/^[A-Z]{2,20}(?:[-_][A-Z]{2,20}){1,7}$/.test(value) || hasRandomWord(value)) return false;
  return /^(?:PASSWORD|PASSWD|PASS|PASSPHRASE|TOKEN|SECRET|KEY|APIKEY|CREDENTIALS?)$/.test(
    value.split(/[-_]/).at(-1) ?? '',
  );
}

/** Whether a word speaks of credentials, or of nothing yet: a value with such a word in it is the name of something. */
export function speaksOfItself(word: string): boolean {
  const bare = word.toLowerCase().replace(/\d+$/, '');
  return spoken.has(bare) || things.has(bare);
}

/** Words that names of deployed things are made of. */
const things = new Set(
  `admin prod staging stage live cluster server config system namespace store backend frontend worker job main master primary replica release
  version cert certificate ca role policy group team project bot hook node pool queue topic bucket volume image registry repo deploy web`.split(
    /\s+/,
  ),
);

const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');

/** What a generator made says more than the word `changeme` before it. */
function looksMachineMade(part: string): boolean {
  return part.length >= 16 && /\d/.test(part) && looksRandom(part);
}

/** Whether a value is a password some product ships with. */
export function isDefaultCredential(text: string): boolean {
  return defaults.has(text.trim().toLowerCase());
}

/** Whether the end of a value was cut off or struck out, as documentation does: `ops_eyJzaWdu...`, `xoxp-57…-####`. */
export function isRedacted(text: string): boolean {
  return /(?:\.\.|…)$|\[redacted\]|#{6,}|\*{4,}/i.test(text.trim());
}

/** Whether a value only repeats what it is: `custom_pass`, `jiraToken`, `harbor_registry_password`. Not asked where only a secret can be. */
export function isNamedAfterItself(text: string): boolean {
  return /^[A-Za-z][A-Za-z_-]{2,50}(?:pass(?:word|wd)?|[Pp]w|pwd|[Tt]oken|[Ss]ecret|[Kk]ey)\d{0,3}$/.test(text.trim());
}

function isMadeOfFillers(value: string, key: string): boolean {
  const words = wordsOf(value);
  if (words.length === 0 || words.length > 20) return false;
  // `MySecretToken2024!` is what people make of such words when they are asked for a password.
  if (
    /[a-z]/.test(value) &&
    /[A-Z]/.test(value) &&
    /\d/.test(value) &&
    /[!@#$%^&*?~+]/.test(value) &&
    !words.some((word) => markers.has(word.replace(/\d+$/, '')))
  )
    return false;
  const named = new Set(wordsOf(key));
  const isKnown = (word: string) => spoken.has(word) || isCompound(word);
  return words.some(isKnown) && words.every((word) => isKnown(word) || named.has(word) || /^\d{1,3}$/.test(word));
}

/** Two or three known words written together: mypassword, testsecret, yourapikey. */
function isCompound(word: string): boolean {
  const bare = word.replace(/\d{1,4}$/, '');
  if (bare.length < 5 || bare.length > 40) return false;
  if (spoken.has(bare)) return true;
  for (let cut = 2; cut <= bare.length - 2; cut++) {
    if (!spoken.has(bare.slice(0, cut))) continue;
    const tail = bare.slice(cut);
    if (spoken.has(tail)) return true;
    for (let next = 2; next <= tail.length - 2; next++) {
      if (spoken.has(tail.slice(0, next)) && spoken.has(tail.slice(next))) return true;
    }
  }
  return false;
}

function wordsOf(text: string): string[] {
  return text
    .slice(0, 400)
    .split(/[^A-Za-z0-9]+|(?<=[a-z])(?=[A-Z])/)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase());
}
