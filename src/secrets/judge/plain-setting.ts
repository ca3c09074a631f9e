import { credentialKey } from '../value/credential-key.ts';
import { decodeBase64 } from '../value/decode.ts';
import { isMoment, looksRandom } from '../value/entropy.ts';

/** What a Secret usually also holds and is not secret itself: user names, hosts, ports, flags. */
const names =
  /^(?:[\w.-]+[-_.])?(?:\w*(?:user(?:name)?|accountname|hostname)|login|hosts?|ports?|port[-_]number|url|uri|end_?point|roles?|retention|count|servers?|address|addr|region|zone|bucket|container|database|db|dbname|schema|name|type|project|email|mail|from|namespace|enabled|path|dir|driver|scheme|protocol|mode|version|kind|env|environment|stage|cluster|provider|realm|issuer|audience|scopes?|domain|\w*(?:name|host|path|dir|bucket|region|endpoint|namespace)|insecure|ssl|sslmode|tls|verify|timeout|replicas|level|description|expiration|id|\w+id|org|organization|team|owner|repo|repository|branch|format|locale|timezone|tz|charset|engine|dialect)(?:_?in|\d{1,2})?$/i;

/** Keys of public material: what is there is not a secret unless it looks like one. */
const publicNames =
  /(?:\.(?:crt|cer|pub|csr|crl)|^(?:ca|cacert|tls[-_.]ca|ca[-_]?bundle|known_hosts|trust[-_.]?store\.pem)(?:\.(?:pem|crt))?)$/i;

/** Options of a JVM that are a switch, a number or a size (java(1)): `-XX:+UseG1GC`, `-XX:MaxRAMPercentage=75`, `-Xmx1g`. */
const jvmOption =
  /(?<![^\s"'=])-(?:XX:[+-][A-Z]\w{1,80}|XX:[A-Z]\w{1,80}=\d{1,18}(?:\.\d{1,6})?[kmgt]?|X(?:m[nsx]|ss)\d{1,18}[kmgt]?|server)(?![^\s"'])/gi;

/** A text with blanks in the place of such options. */
export function withoutJvmOptions(text: string): string {
  return text.includes('-X') ? text.replace(jvmOption, (option) => ' '.repeat(option.length)) : text;
}

/** Whether a decoded value under `key` is plainly no secret: the key says so and the value's shape agrees. */
export function isPlainSetting(text: string, key: string): boolean {
  const value = withoutJvmOptions(text).trim();
  if (value === '' && text.trim() !== '') return true;
  if (value.length > 300 || value.includes('\n')) return false;
  if (/^(?:true|false|yes|no|on|off|enabled|disabled)$/i.test(value) || isMoment(value)) return true;
  if (publicNames.test(key)) return !looksRandom(value);
  // A small number or a duration is a setting, unless the key says password.
  if (/^\d{1,3}(?:\.\d{1,3})?(?:ms|[smhdwy]|[KMGT]i?B?)?$/.test(value)) return credentialKey(key) === 'none';
  if (/^(?:token-id|usage-bootstrap-[a-z]+|auth-extra-groups)$/.test(key)) return true;
  const name = key.replace(/([a-z0-9])([A-Z])/g, '$1_$2');
  if (!names.test(name)) return false;
  if (/^\d{1,6}$/.test(value)) return true;
  return (
    !looksRandom(value) &&
    !/:\/\/[^/\s]{0,200}:[^/\s]{1,200}@/.test(value) &&
    !/[?&](?:sig|token|key|code|secret|password)=/i.test(value)
  );
}

const choices =
  /^(?:debug|info|warn(?:ing)?|error|fatal|trace|verbose|quiet|silent|prod(?:uction)?|dev(?:elopment)?|stag(?:e|ing)|test(?:ing)?|local|json|ya?ml|toml|xml|csv|text|plain|html|markdown|logfmt|dark|light|auto(?:matic)?|manual|default|custom|always|never|none|null|all|any|only|basic|simple|full|standard|strict|lax|memory|disk|file|stdout|stderr|console|syslog|tcp|udp|https?|grpc|websocket|ipv[46]|public|private|internal|external|read|write|readonly|asc|desc|left|right|top|bottom|small|medium|large|low|high|normal|master|main|latest|stable|beta|nightly|utc|utf-?8)$/i;
/** `de_DE.UTF-8`, `de`; `USD`. */
const locale = /^(?:[a-z]{2}[-_][a-z]{2}(?:\.utf-?8)?|[a-z]{2,3})$/i;
/** `Europe/Berlin`: only as it is spelled, since `scott/tiger` is a login. */
const timeZone = /^[A-Z][a-z]{2,20}\/[A-Z][A-Za-z_]{2,30}$/;
/** A schedule of cron: five fields or six. */
const schedule = /^[\d*/,-]{1,40}(?: [\dA-Z*/,?L-]{1,40}){4,5}$/;

/** Whether a value is one of the few that settings take, whatever these are called: a level, an environment, a format, a language, a zone, a schedule. */
export const isChoice = (value: string): boolean =>
  [choices, locale, timeZone, schedule].some((form) => form.test(value));

/** Whether bytes that are not text are public: DER certificates. */
export function isPublicBytes(bytes: Uint8Array, key: string): boolean {
  return (
    /\.(?:crt|cer|der)$|^ca/i.test(key) &&
    bytes[0] === 0x30 &&
    bytes[1] === 0x82 &&
    bytes[4] === 0x30 &&
    bytes[5] === 0x82
  );
}

/** Whether a value is what Helm stores of a release: base64 of gzip. */
export function helmRelease(text: string): Buffer | undefined {
  const inner = text.startsWith('H4sI') ? decodeBase64(text) : undefined;
  return inner !== undefined && inner[0] === 0x1f && inner[1] === 0x8b ? inner : undefined;
}
