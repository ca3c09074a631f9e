export const id = 7234;
export const ids = [7234,8419,800];
export const modules = {

/***/ 98419:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P$: () => (/* binding */ strings),
/* harmony export */   Pq: () => (/* binding */ json),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   am: () => (/* binding */ isSameValue),
/* harmony export */   cZ: () => (/* binding */ valueUnder),
/* harmony export */   p_: () => (/* binding */ list),
/* harmony export */   pi: () => (/* binding */ isMapping),
/* harmony export */   pq: () => (/* binding */ mapping),
/* harmony export */   ws: () => (/* binding */ scalarText)
/* harmony export */ });
/** Whether a parsed value is a mapping. */
function isMapping(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** The value as a mapping; an empty one where it is something else. */
function mapping(value) {
    return isMapping(value) ? value : {};
}
/** The value as a list; an empty one where it is something else. */
function list(value) {
    return Array.isArray(value) ? value : [];
}
/** The strings of a list; none where it is something else. */
function strings(value) {
    return list(value).filter((item) => typeof item === 'string');
}
/** A non-empty string, or undefined. */
function text(value) {
    return typeof value === 'string' && value !== '' ? value : undefined;
}
/** The value under a path of keys; undefined where there is none. */
function valueUnder(value, ...keys) {
    let current = value;
    for (const key of keys)
        current = mapping(current)[key];
    return current;
}
/**
 * A scalar as text; '' for null, undefined, lists and mappings. `String` would throw on a mapping of our own reader, which an
 * author may put in any place.
 */
function scalarText(value) {
    if (typeof value === 'string')
        return value;
    return typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint' ? String(value) : '';
}
/** A value as JSON, for comparing: large integers as their digits; empty for undefined. */
function json(value) {
    try {
        return JSON.stringify(value) ?? '';
    }
    catch {
        // Large integers, which are rare: asking about every value takes several times as long.
        return JSON.stringify(value, (_, item) => (typeof item === 'bigint' ? String(item) : item)) ?? '';
    }
}
/**
 * Whether two values are equal, whatever the order of keys, but for fields that are left out. Ends at the first difference, and
 * makes no texts: for many values that are asked about once.
 */
function isSameValue(one, other, isLeftOut = () => false) {
    if (one === other)
        return true;
    if (Array.isArray(one)) {
        return (Array.isArray(other) &&
            one.length === other.length &&
            one.every((item, index) => isSameValue(item, other[index], isLeftOut)));
    }
    if (!isMapping(one) || !isMapping(other))
        return false;
    const keysOf = (value) => Object.keys(value).filter((key) => !isLeftOut(key, value));
    const keys = keysOf(one);
    return (keys.length === keysOf(other).length &&
        keys.every((key) => Object.hasOwn(other, key) && isSameValue(one[key], other[key], isLeftOut)));
}


/***/ }),

/***/ 17234:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ redactText),
/* harmony export */   redact: () => (/* binding */ redact)
/* harmony export */ });
/* harmony import */ var _secrets_tokens_tokens_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(52668);

const hidden = '••••';
/** A user and password in a URL, but one that is hidden already. */
const urlPassword = /(:\/\/[^\s/?#'":@]*):(?!••••)[^\s/?#'"@]+@/g;
/**
 * Text for a reader without the credentials in it: provider tokens, private keys, passwords of URLs. A rule hides the secrets it
 * finds; this hides those that are where no rule looks for them, as in a name, a key, a path, a branch or a commit's subject.
 */
function redactText(text) {
    let redacted = '';
    let at = 0;
    for (const { start, end, secret } of (0,_secrets_tokens_tokens_js__WEBPACK_IMPORTED_MODULE_0__/* .findTokens */ .G)(text)) {
        const whole = text.slice(start, end);
        redacted += text.slice(at, start) + (whole.includes(secret) ? whole.replaceAll(secret, hidden) : hidden);
        at = end;
    }
    return (redacted + text.slice(at)).replace(urlPassword, `$1:${hidden}@`);
}
/** The same for every text in a value, its keys included; what needs nothing is given back as it is. */
function redact(value) {
    return redactValue(value);
}
function redactValue(value) {
    if (typeof value === 'string')
        return redactText(value);
    if (Array.isArray(value)) {
        const items = value.map(redactValue);
        return items.some((item, index) => item !== value[index]) ? items : value;
    }
    if (typeof value !== 'object' || value === null || Buffer.isBuffer(value))
        return value;
    if (Object.getPrototypeOf(value) !== Object.prototype && Object.getPrototypeOf(value) !== null)
        return value;
    const entries = Object.entries(value).map(([key, item]) => [redactText(key), redactValue(item)]);
    const before = Object.entries(value);
    const isSame = entries.every(([key, item], index) => key === before[index]?.[0] && item === before[index]?.[1]);
    return isSame ? value : Object.fromEntries(entries);
}


/***/ }),

/***/ 52668:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  G: () => (/* binding */ findTokens)
});

// UNUSED EXPORTS: tokenFormats

// EXTERNAL MODULE: ./build/secrets/value/entropy.js
var entropy = __webpack_require__(90725);
// EXTERNAL MODULE: ./build/secrets/value/placeholder.js
var placeholder = __webpack_require__(93133);
;// CONCATENATED MODULE: ./build/secrets/tokens/prefixed-format.js

const varied = (token) => (0,entropy/* entropy */.Ue)(token) >= 3;
/** A format whose keyword is its prefix and whose rest is `rest`, a pattern of bounded repetitions. */
function prefixed(id, name, prefix, rest) {
    const keywords = typeof prefix === 'string' ? [prefix] : prefix;
    const start = keywords.map((word) => word.replace(/[.+*?()[\]{}|\\/^$]/g, '\\$&')).join('|');
    return {
        id,
        name,
        keywords,
        pattern: new RegExp(`(?:${start})${rest}(?![A-Za-z0-9_])`, 'y'),
        check: varied,
        severity: 'critical',
        mask: keywords[0] ?? '',
    };
}

;// CONCATENATED MODULE: ./build/secrets/tokens/ai-formats.js

/** Keys of services for language models and what is built around them. Sources: the providers' documentation, and their SDKs. */
const aiFormats = [
    prefixed('apify-token', 'an Apify API token', 'apify_api_', '[0-9A-Za-z]{36}'),
    prefixed('browserbase-key', 'a Browserbase API key', 'bb_live_', '[\\w-]{27}'),
    prefixed('cerebras-key', 'a Cerebras API key', 'csk-', '[0-9a-z]{48}'),
    prefixed('daytona-key', 'a Daytona API key', 'dtn_', '[0-9a-f]{64}'),
    prefixed('e2b-key', 'an E2B API key', 'e2b_', '[0-9a-f]{40}'),
    prefixed('elevenlabs-key', 'an ElevenLabs API key', 'sk_', '[0-9a-f]{48}'),
    prefixed('firecrawl-key', 'a Firecrawl API key', 'fc-', '[0-9a-f]{32}'),
    prefixed('helicone-key', 'a Helicone API key', 'sk-helicone-', '[0-9a-z]{7}(?:-[0-9a-z]{7}){3}'),
    prefixed('jina-key', 'a Jina AI API key', 'jina_', '[0-9a-f]{32}[\\w-]{28}'),
    prefixed('langfuse-key', 'a Langfuse secret key', 'sk-lf-', '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'),
    prefixed('langsmith-key', 'a LangSmith API key', ['lsv2_pt_', 'lsv2_sk_'], '[0-9a-f]{32}_[0-9a-f]{10}'),
    prefixed('llamacloud-key', 'a LlamaCloud API key', 'llx-', '[0-9A-Za-z]{48}'),
    prefixed('nvidia-key', 'an NVIDIA API key', 'nvapi-', '[\\w-]{64}'),
    prefixed('openrouter-key', 'an OpenRouter API key', 'sk-or-v1-', '[0-9a-f]{64}'),
    prefixed('pinecone-key', 'a Pinecone API key', 'pcsk_', '[0-9A-Za-z]{5,6}_[0-9A-Za-z]{63}'),
    prefixed('runpod-key', 'a RunPod API key', 'rpa_', '[0-9A-Z]{40,50}'),
    prefixed('tavily-key', 'a Tavily API key', ['tvly-', 'tvly-dev-', 'tvly-prod-'], '[0-9A-Za-z]{32}'),
    prefixed('together-key', 'a Together AI API key', 'tgp_v1_', '[\\w-]{43}'),
    prefixed('xai-key', 'an xAI API key', 'xai-', '[0-9A-Za-z]{80}'),
];

// EXTERNAL MODULE: ./build/secrets/value/classify.js + 1 modules
var classify = __webpack_require__(30068);
// EXTERNAL MODULE: ./build/secrets/value/decode.js
var decode = __webpack_require__(6940);
// EXTERNAL MODULE: ./build/secrets/value/made.js
var made = __webpack_require__(74631);
// EXTERNAL MODULE: ./build/secrets/value/url.js
var url = __webpack_require__(41881);
;// CONCATENATED MODULE: ./build/secrets/tokens/envelope-formats.js





/** Formats that carry a credential in a known frame: key armor, a URL's userinfo, an authorization header. */
const envelopeFormats = [
    {
        id: 'private-key',
        name: 'a private key',
        keywords: ['-----BEGIN '],
        // The body ends at the next five dashes, so that many headers in a row cost no more than one.
        pattern: /-----BEGIN (?:[A-Z0-9]{1,12} ){0,4}PRIVATE KEY(?: BLOCK)?-----((?:[^-]|-(?!----)){60,16000})/y,
        check: isKeyBody,
        severity: 'critical',
        mask: '-----BEGIN',
        inWord: true,
    },
    {
        id: 'putty-private-key',
        name: 'a PuTTY private key',
        keywords: ['PuTTY-User-Key-File-'],
        pattern: /PuTTY-User-Key-File-\d: [^\n]{1,60}\n(?:[^\n]{0,200}\n){1,40}?Private-Lines: \d{1,3}\r?\n([A-Za-z0-9+/=\s]{40,4000})/y,
        severity: 'critical',
    },
    {
        id: 'encoded-private-key',
        name: 'a private key',
        keywords: ['LS0tLS1CRUdJTi', 'LS0tLS1CRUdJTiB'],
        // On one line, or over lines of one length as base64(1) breaks them, indented or not.
        pattern: /(LS0tLS1CRUdJTi[A-Za-z0-9+/]{16,24000}={0,2}(?:\r?\n[ \t]{0,40}[A-Za-z0-9+/]{16,128}={0,2}(?=\s|["']|$)){0,400})/y,
        check: (text) => /^-----BEGIN (?:[A-Z0-9]{1,12} ){0,4}PRIVATE KEY/.test(Buffer.from(text.slice(0, 120), 'base64').toString('latin1')),
        severity: 'critical',
        inWord: true,
    },
    {
        id: 'url-userinfo',
        name: 'a password inside a URL',
        keywords: ['://'],
        // Either a password with an unencoded `/`, `?` or `#`, which clients take all the same (digits before one of these are a port); or
        // the whole authority, whose userinfo ends at the last `@`, because a password may hold one.
        pattern: /:\/\/(?:[\w.%+~-]{0,100}:(?!\d{1,5}[/?#]|[$%<])([^\s"'`<>@{}/?#]{0,100}[/?#][^\s"'`<>{}]{0,200})@(?=[\w-]{1,63}(?:\.[\w-]{1,63}){0,8}(?::\d{1,5})?(?:[/?\s"'`,;)]|$))|((?:\{\{[^{}\n]{0,120}\}\}|(?!\{\{)[^\s/?#"'<>]){3,600}))/y,
        secretOf: ([, unencoded, authority = '']) => unencoded ?? (0,url/* splitUserinfo */.Gw)((0,url/* splitAuthority */.Ss)(authority).userinfo).password ?? '',
        check: (password, { 1: unencoded, 2: authority = '', input, index }) => {
            // Most URLs have none.
            if (password === '')
                return false;
            if (unencoded !== undefined)
                return isUnencodedPassword(password, input.slice(Math.max(0, index - 20), index));
            const { userinfo, host } = (0,url/* splitAuthority */.Ss)(authority);
            return (/^[\w[{$(.-]/.test(host) && !isHalfAnExpression(password) && (0,url/* classifyUserinfo */.eY)(userinfo, host) === 'literal');
        },
        severity: 'high',
        inWord: true,
    },
    {
        id: 'der-private-key',
        name: 'a private key',
        // Base64 of a DER SEQUENCE that begins as PKCS #8 (RFC 5958), PKCS #1 (RFC 8017) and SEC 1 (RFC 5915) keys do.
        keywords: ['MII', 'MIG', 'MIH', 'MHc', 'MHQ', 'MC4CAQAwBQYDK2V', 'MFMCAQ'],
        pattern: /(?:MI[IGH]|MHc|MHQ|MC4|MFM)[A-Za-z0-9+/]{29,24000}(?:\r?\n[ \t]{0,40}[A-Za-z0-9+/]{16,128}(?=[\s"'=]|$)){0,400}(?:\r?\n[ \t]{0,40}[A-Za-z0-9+/]{1,15}(?=[\s"'=]|$))?={0,2}(?![A-Za-z0-9+/=])/y,
        check: isPrivateKeyInDer,
        severity: 'critical',
    },
    {
        id: 'openvpn-static-key',
        name: 'an OpenVPN static key',
        keywords: ['-----BEGIN OpenVPN Static key V1-----'],
        pattern: /-----BEGIN OpenVPN Static key V1-----\s{1,20}((?:[0-9a-f]{2,64}\s{1,20}){8,64})/y,
        severity: 'critical',
        mask: '-----BEGIN',
        inWord: true,
    },
    {
        id: 'url-token',
        name: 'a token inside a URL',
        keywords: ['https://'],
        pattern: /https:\/\/([\w.~+-]{20,256})@(?=[\w[{$(.-])/y,
        check: (token) => (0,entropy/* looksGenerated */.At)(token) && (0,classify/* classify */.L)(token) === 'literal',
        severity: 'high',
        inWord: true,
    },
    {
        id: 'basic-authorization',
        name: 'an HTTP basic authorization header',
        keywords: ['Basic ', 'basic '],
        pattern: /[Bb]asic ([A-Za-z0-9+/]{8,400}={0,2})(?![\w+/=-])/y,
        check: (encoded) => {
            const [user, ...password] = ((0,decode/* decodeBase64Text */.BB)(encoded) ?? '').split(':');
            return (encoded !== 'QWxhZGRpbjpvcGVuIHNlc2FtZQ==' &&
                user !== undefined &&
                password.length > 0 &&
                (0,classify/* classify */.L)(password.join(':'), { key: 'password' }) === 'literal');
        },
        severity: 'high',
    },
    {
        id: 'bearer-authorization',
        name: 'an HTTP bearer authorization header',
        keywords: ['Bearer ', 'bearer '],
        pattern: /[Bb]earer ([\w.~+/-]{16,2000}={0,2})(?![\w+/=-])/y,
        // `sha256~zGN...CyE` is what documentation leaves of a token.
        check: (token) => (0,entropy/* looksRandom */.EZ)(token) && !token.includes('...') && (0,classify/* classify */.L)(token) === 'literal',
        severity: 'high',
    },
];
/** Schemes of services whose URLs have no path with an `@`. */
const services = /(?:postgres(?:ql)?|mysql|mariadb|mongodb(?:\+srv)?|rediss?|valkeys?|amqps?|kafka|nats|mqtts?|ldaps?|smtps?|imaps?|clickhouse|cassandra|bolt|neo4j(?:\+s)?|sqlserver|elasticsearch|socks5h?)$/i;
/** Whether what is between the first colon and the last `@` of a URL is a password, and not a port and a path. */
function isUnencodedPassword(text, scheme) {
    const isMade = (part) => (0,made/* looksHumanMade */.x)(part) || (0,entropy/* looksGenerated */.At)(part);
    if (!services.test(scheme) && !text.split(/[/?#@:]/).some(isMade))
        return false;
    return (0,classify/* classify */.L)((0,url/* percentDecoded */.oF)(text), { key: 'password' }) === 'literal';
}
function isKeyBody(body) {
    // The material begins at once, or after a few headers; prose that mentions the armor line has none.
    const run = /[A-Za-z0-9+/=]{40,}/.exec(body.slice(0, 400))?.[0];
    return run !== undefined && (0,entropy/* entropy */.Ue)(run) >= 3.6 && !/x{8}|X{8}|\.{3}/.test(body);
}
/**
 * Whether base64 begins as the DER of a private key: version 0 and an algorithm, version 0 and a modulus, version 1 and a key of the curve's
 * size, or version 1 and an Edwards curve (RFC 5958 with the public key).
 */
function isPrivateKeyInDer(text) {
    const bytes = Buffer.from(text.slice(0, 120), 'base64');
    const length = bytes[1] ?? 0;
    const start = length < 0x80 ? 2 : 2 + (length & 0x7f);
    const declared = length < 0x80 ? length : bytes.readUIntBE(2, Math.min(4, length & 0x7f));
    const held = Math.floor((text.replace(/[^A-Za-z0-9+/]/g, '').length * 3) / 4);
    if (bytes[0] !== 0x30 || start > 6 || held < start + declared - 2)
        return false;
    const head = bytes.subarray(start, start + 9).toString('hex');
    return /^020100(?:30|02)|^02010104|^020101300506032b65/.test(head);
}
/** `${VAR:-}@` reads as a user and a password until one looks at the braces. */
function isHalfAnExpression(text) {
    return text.split('}').length > text.split('{').length || text.split(')').length > text.split('(').length;
}

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
;// CONCATENATED MODULE: ./build/secrets/tokens/checksum.js

const base62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/**
 * Whether the last six characters of a GitHub token are the CRC-32 of the thirty before them in base 62
 * (github.blog, "Behind GitHub's new authentication token formats").
 */
function hasGithubChecksum(token) {
    const body = token.slice(token.indexOf('_') + 1);
    return body.slice(-6) === crcIn62(body.slice(0, -6));
}
/** Whether a Matrix access token ends in the CRC-32 of what precedes its last underscore in base 62 (element-hq/synapse, handlers/auth.py). */
function hasSynapseChecksum(token) {
    const cut = token.lastIndexOf('_');
    return token.slice(cut + 1) === crcIn62(token.slice(0, cut));
}
/** The CRC-32 of a text in base 62, six digits. */
function crcIn62(text) {
    let rest = (0,external_node_zlib_.crc32)(text) >>> 0;
    let digits = '';
    for (let i = 0; i < 6; i++) {
        digits = base62.charAt(rest % 62) + digits;
        rest = Math.floor(rest / 62);
    }
    return digits;
}
/**
 * Whether a Grafana service account token ends in the CRC-32 (little-endian hex) of what precedes its last underscore
 * (grafana/grafana, pkg/components/satokengen).
 */
function hasGrafanaChecksum(token) {
    const cut = token.lastIndexOf('_');
    const checksum = Buffer.alloc(4);
    checksum.writeUInt32LE((0,external_node_zlib_.crc32)(token.slice(0, cut)) >>> 0);
    return token.slice(cut + 1).toLowerCase() === checksum.toString('hex');
}

// EXTERNAL MODULE: ./build/plain-values.js
var plain_values = __webpack_require__(98419);
;// CONCATENATED MODULE: ./build/secrets/tokens/token-structure.js



/** Whether a compact JWS has a JSON header with a signing algorithm and a JSON payload (RFC 7515 §3). */
function isSignedJwt(token) {
    if ((0,placeholder/* isPlaceholder */.wK)(token))
        return false;
    const [header, payload, signature] = token.split('.');
    const head = parse(header);
    return (head !== undefined &&
        typeof head.alg === 'string' &&
        head.alg.toLowerCase() !== 'none' &&
        parse(payload) !== undefined &&
        // jwt.io's sample subject, which documentation prints everywhere.
        parse(payload)?.sub !== '1234567890' &&
        (0,entropy/* entropy */.Ue)(signature ?? '') >= 3);
}
/** Whether base64 is the JSON of a tunnel's credentials: account, tunnel and secret (cloudflare/cloudflared, connection.TunnelToken). */
function isTunnelToken(token) {
    const { a, t, s } = parse(token) ?? {};
    return /^[0-9a-f]{32}$/.test((0,plain_values/* scalarText */.ws)(a)) && /^[0-9a-f-]{36}$/.test((0,plain_values/* scalarText */.ws)(t)) && (0,plain_values/* scalarText */.ws)(s).length >= 16;
}
function parse(segment) {
    try {
        const value = JSON.parse(Buffer.from(segment ?? '', 'base64url').toString('utf8'));
        return typeof value === 'object' && value !== null ? value : undefined;
    }
    catch {
        return undefined;
    }
}
/** Whether a Slack token has the parts of one of Slack's kinds of tokens, the last of them made by a generator. */
function isSlackToken(token) {
    const isFramed = /^xoxb-\d{8,14}-(?:\d{8,14}-?)?[A-Za-z0-9-]{16,60}$/.test(token) ||
        /^xox[pe](?:-\d{8,14}){3}-[A-Za-z0-9-]{26,64}$/.test(token) ||
        /^xox[os]-\d+-\d+-\d+-[A-Fa-f\d]{8,}$/.test(token) ||
        /^xox[ar]-(?:\d-)?(?:\d+-){0,3}[0-9A-Za-z]{8,48}$/.test(token) ||
        /^xoxe(?:\.xox[bp])?-\d-[A-Za-z0-9]{140,250}$/.test(token);
    const last = token.slice(token.lastIndexOf('-') + 1);
    return isFramed && /\d/.test(last) && (0,entropy/* entropy */.Ue)(last) >= 2.5;
}
/** Whether a Slack webhook's path is made of ids rather than of T00000000/B00000000/XXXX. */
function isSlackWebhook(address) {
    const last = address.split('/').at(-1) ?? '';
    return (0,entropy/* entropy */.Ue)(last) >= 3 && !/X{4,}|x{6,}|0{6,}|T?123456789|abcdef/.test(address);
}

;// CONCATENATED MODULE: ./build/secrets/tokens/formats.js




const critical = 'critical';
const github = (id, name, prefix) => ({
    ...prefixed(id, name, prefix, '[0-9A-Za-z]{36}'),
    isGenuine: hasGithubChecksum,
});
/** Provider tokens with a structure of their own. Sources: the providers' documentation of their token formats. */
const formats = [
    github('github-pat', 'a GitHub personal access token', 'ghp_'),
    github('github-oauth', 'a GitHub OAuth token', 'gho_'),
    github('github-user-to-server', 'a GitHub App user token', 'ghu_'),
    {
        ...github('github-server-to-server', 'a GitHub App installation token', 'ghs_'),
        // Since 2026 also ghs_<app id>_<JWT>.
        pattern: /ghs_(?:[0-9A-Za-z]{36}(?![A-Za-z0-9_])|\d{1,12}_eyJ[\w-]{10,1000}\.eyJ[\w-]{10,2000}\.[\w-]{20,1000})/y,
        isGenuine: (token) => token.includes('.') || hasGithubChecksum(token),
    },
    github('github-refresh', 'a GitHub refresh token', 'ghr_'),
    prefixed('github-fine-grained-pat', 'a GitHub fine-grained personal access token', 'github_pat_', '[0-9A-Za-z_]{82}'),
    prefixed('gitlab-pat', 'a GitLab personal access token', 'glpat-', '[\\w-]{20,300}(?:\\.[0-9a-z]{2}\\.[0-9a-z]{7,9}|\\.[0-9a-z]{9})?'),
    prefixed('gitlab-token', 'a GitLab token', ['glptt-', 'gldt-', 'glrt-', 'glcbt-', 'glft-', 'glimt-', 'glagent-', 'gloas-', 'glsoat-', 'glffct-', 'GR1348941'], '[\\w.-]{20,300}'),
    {
        id: 'aws-access-key-id',
        name: 'an AWS access key id',
        keywords: ['AKIA', 'ASIA', 'ABIA', 'ACCA'],
        pattern: /(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}(?![A-Za-z0-9])/y,
        check: (token) => varied(token) && !token.endsWith('EXAMPLE'),
        severity: 'medium',
        mask: 'AKIA',
    },
    prefixed('aws-bedrock-key', 'an Amazon Bedrock API key', 'ABSK', '[A-Za-z0-9+/]{109,269}={0,2}'),
    {
        ...prefixed('gcp-api-key', 'a Google API key', 'AIza', '[\\w-]{35}'),
        check: (key) => !(0,entropy/* hasSequence */.Wr)(key) && varied(key),
    },
    prefixed('gcp-oauth-secret', 'a Google OAuth client secret', 'GOCSPX-', '[\\w-]{28}'),
    prefixed('gcp-oauth-token', 'a Google OAuth access token', 'ya29.', '[\\w-]{40,400}'),
    {
        id: 'azure-ad-client-secret',
        name: 'a Microsoft Entra client secret',
        keywords: ['Q~'],
        precededBy: /[A-Za-z0-9_~.-]{3}\d$/,
        pattern: /Q~[A-Za-z0-9_~.-]{31,34}(?![A-Za-z0-9_~.-])/y,
        check: varied,
        severity: critical,
        inWord: true,
    },
    {
        id: 'azure-storage-key',
        name: 'an Azure storage account key',
        keywords: ['AccountKey=', 'SharedAccessKey='],
        pattern: /(?:AccountKey|SharedAccessKey)=([A-Za-z0-9+/]{42,86}={1,2})/y,
        check: varied,
        severity: critical,
        inWord: true,
    },
    {
        ...prefixed('slack-token', 'a Slack token', ['xoxb-', 'xoxp-', 'xoxa-', 'xoxr-', 'xoxs-', 'xoxo-', 'xoxe-'], '(?:(?=[0-9A-Za-z]{8}|\\d{1,14}-))[0-9A-Za-z-]{8,250}'),
        check: isSlackToken,
    },
    {
        ...prefixed('slack-configuration-token', 'a Slack configuration token', 'xoxe.xox', '[bp]-\\d-[0-9A-Za-z]{140,250}'),
        check: isSlackToken,
    },
    prefixed('slack-app-token', 'a Slack app-level token', 'xapp-', '\\d-[A-Z0-9]{8,14}-\\d{8,16}-[a-z0-9]{32,80}'),
    {
        id: 'slack-webhook',
        name: 'a Slack webhook address',
        keywords: ['hooks.slack.com/'],
        pattern: /hooks\.slack\.com\/(?:services|workflows|triggers)\/[A-Za-z0-9+/]{20,80}/y,
        check: isSlackWebhook,
        severity: critical,
        inWord: true,
    },
    {
        id: 'discord-webhook',
        name: 'a Discord webhook address',
        keywords: ['/api/webhooks/'],
        pattern: /\/api\/webhooks\/\d{17,20}\/[\w-]{60,72}/y,
        check: varied,
        severity: critical,
        inWord: true,
    },
    {
        id: 'teams-webhook',
        name: 'a Microsoft Teams webhook address',
        keywords: ['.webhook.office.com/webhookb2/'],
        pattern: /\.webhook\.office\.com\/webhookb2\/[0-9a-f-]{36}@[0-9a-f-]{36}\/IncomingWebhook\/[0-9a-z]{32}\/[0-9a-f-]{36}/y,
        severity: critical,
        inWord: true,
    },
    prefixed('stripe-key', 'a Stripe API key', ['sk_live_', 'rk_live_', 'sk_test_', 'rk_test_', 'sk_prod_', 'rk_prod_', 'whsec_'], '[0-9A-Za-z]{16,128}'),
    prefixed('twilio-key', 'a Twilio API key', 'SK', '[0-9a-f]{32}'),
    prefixed('sendgrid-key', 'a SendGrid API key', 'SG.', '(?:[\\w-]{22}\\.[\\w-]{43}|[\\w=.-]{66})'),
    prefixed('mailgun-key', 'a Mailgun API key', 'key-', '[0-9a-f]{32}'),
    prefixed('brevo-key', 'a Brevo API key', ['xkeysib-', 'xsmtpsib-'], '[0-9a-f]{64}-[0-9A-Za-z]{16}'),
    { ...prefixed('npm-token', 'an npm access token', 'npm_', '[0-9A-Za-z]{36}'), isGenuine: hasGithubChecksum },
    prefixed('pypi-token', 'a PyPI upload token', 'pypi-AgE', '[\\w-]{50,1000}'),
    prefixed('rubygems-key', 'a RubyGems API key', 'rubygems_', '[0-9a-f]{48}'),
    prefixed('docker-hub-token', 'a Docker Hub access token', ['dckr_pat_', 'dckr_oat_'], '[\\w-]{27,40}'),
    prefixed('vault-token', 'a HashiCorp Vault token', ['hvs.', 'hvb.', 'hvr.'], '[\\w-]{24,320}'),
    {
        id: 'terraform-cloud-token',
        name: 'an HCP Terraform token',
        keywords: ['.atlasv1.'],
        precededBy: /[A-Za-z0-9]{14}$/,
        pattern: /\.atlasv1\.[\w=-]{60,70}(?![\w=-])/y,
        check: varied,
        severity: critical,
    },
    {
        ...prefixed('grafana-service-account', 'a Grafana service account token', 'glsa_', '[0-9A-Za-z]{32}_[0-9a-fA-F]{8}'),
        isGenuine: hasGrafanaChecksum,
    },
    prefixed('grafana-cloud-token', 'a Grafana Cloud token', 'glc_', '[A-Za-z0-9+/]{32,400}={0,3}'),
    prefixed('grafana-api-key', 'a Grafana API key', 'eyJrIjoi', '[A-Za-z0-9+/]{70,400}={0,3}'),
    prefixed('sentry-token', 'a Sentry organization token', 'sntrys_eyJpYXQiO', '[A-Za-z0-9+/]{10,200}(?:LCJyZWdpb25fdXJs|InJlZ2lvbl91cmwi|cmVnaW9uX3VybCI6)[A-Za-z0-9+/]{10,200}={0,2}_[A-Za-z0-9+/]{43}(?![+/])'),
    prefixed('sentry-user-token', 'a Sentry user token', 'sntryu_', '[0-9a-f]{64}'),
    prefixed('new-relic-key', 'a New Relic key', ['NRAK-', 'NRII-', 'NRJS-'], '[0-9A-Za-z_-]{19,32}'),
    {
        id: 'new-relic-license',
        name: 'a New Relic license key',
        keywords: ['NRAL'],
        precededBy: /[0-9a-fA-F]{32}(?:FFFF)?$/,
        pattern: /NRAL(?![A-Za-z0-9])/y,
        check: varied,
        severity: critical,
    },
    prefixed('dynatrace-token', 'a Dynatrace token', ['dt0c01.', 'dt0s16.', 'dt0s01.'], '[A-Za-z0-9]{24}\\.[A-Za-z0-9]{64}'),
    prefixed('openai-key', 'an OpenAI API key', ['sk-proj-', 'sk-svcacct-', 'sk-admin-'], '[\\w-]{20,120}T3BlbkFJ[\\w-]{20,120}'),
    {
        ...prefixed('openai-legacy-key', 'an OpenAI API key', 'T3BlbkFJ', '[0-9A-Za-z]{20}'),
        precededBy: /sk-[0-9A-Za-z]{20}$/,
        mask: 'sk-',
    },
    prefixed('anthropic-key', 'an Anthropic API key', ['sk-ant-api03-', 'sk-ant-admin01-', 'sk-ant-oat01-'], '[\\w-]{92,94}AA(?!-)'),
    prefixed('hugging-face-token', 'a Hugging Face token', ['hf_', 'api_org_'], '[A-Za-z]{34}'),
    prefixed('replicate-token', 'a Replicate token', 'r8_', '[0-9A-Za-z]{37,40}'),
    prefixed('doppler-token', 'a Doppler token', ['dp.pt.', 'dp.st.', 'dp.ct.', 'dp.sa.', 'dp.scim.', 'dp.audit.'], '[0-9A-Za-z._-]{40,64}'),
    prefixed('1password-token', 'a 1Password service account token', 'ops_eyJ', '[A-Za-z0-9+/_-]{200,1500}={0,3}'),
    prefixed('1password-secret-key', 'a 1Password secret key', 'A3-', '[A-Z0-9]{6}-(?:[A-Z0-9]{11}|[A-Z0-9]{6}-[A-Z0-9]{5})-[A-Z0-9]{5}-[A-Z0-9]{5}-[A-Z0-9]{5}'),
    {
        id: 'telegram-bot-token',
        name: 'a Telegram bot token',
        keywords: [':AA'],
        precededBy: /(?<!\d)\d{8,10}$/,
        pattern: /:AA[\w-]{33}(?![\w-])/y,
        check: varied,
        severity: critical,
    },
    prefixed('shopify-token', 'a Shopify token', ['shpat_', 'shpca_', 'shppa_', 'shpss_'], '[0-9a-zA-Z]{32}'),
    prefixed('digitalocean-token', 'a DigitalOcean token', ['dop_v1_', 'doo_v1_', 'dor_v1_'], '[0-9a-f]{64}'),
    prefixed('heroku-key', 'a Heroku API key', 'HRKU-AA', '[\\w-]{58}'),
    prefixed('linear-key', 'a Linear API key', ['lin_api_', 'lin_oauth_'], '[0-9A-Za-z]{40,64}'),
    prefixed('atlassian-token', 'an Atlassian API token', ['ATATT3', 'ATCTT3', 'ATBB'], '[\\w=.-]{28,300}'),
    prefixed('artifactory-token', 'a JFrog token', ['AKCp', 'cmVmdGtuO'], '[0-9A-Za-z]{55,80}'),
    prefixed('artifactory-reference-token', 'a JFrog reference token', 'cmVmd', '[0-9A-Za-z]{59}'),
    prefixed('databricks-token', 'a Databricks token', 'dapi', '[0-9a-f]{32}(?:-\\d)?'),
    prefixed('pulumi-token', 'a Pulumi token', 'pul-', '[0-9a-f]{40}'),
    prefixed('postman-key', 'a Postman API key', 'PMAK-', '[0-9a-f]{24}-[0-9a-f]{34}'),
    prefixed('planetscale-token', 'a PlanetScale credential', ['pscale_tkn_', 'pscale_pw_', 'pscale_oauth_'], '[\\w=.-]{32,64}'),
    prefixed('notion-token', 'a Notion token', 'ntn_', '\\d{11}[0-9A-Za-z]{35}'),
    prefixed('figma-token', 'a Figma token', ['figd_', 'figo_'], '[\\w-]{40,60}'),
    prefixed('vercel-token', 'a Vercel token', ['vcp_', 'vca_', 'vcr_', 'vck_'], '[0-9A-Za-z]{24,80}'),
    prefixed('cloudflare-origin-ca-key', 'a Cloudflare origin CA key', 'v1.0-', '[0-9a-f]{24}-[0-9a-f]{146}'),
    prefixed('tailscale-key', 'a Tailscale key', ['tskey-auth-', 'tskey-api-', 'tskey-client-', 'tskey-scim-', 'tskey-webhook-'], '[0-9A-Za-z-]{16,80}'),
    prefixed('fly-token', 'a Fly.io token', ['fo1_', 'fm1a_', 'fm1r_', 'fm2_'], '[\\w+/-]{43,1000}={0,3}'),
    prefixed('openshift-token', 'an OpenShift token', 'sha256~', '[\\w-]{43}'),
    prefixed('ngrok-token', 'an ngrok API key', 'ngrok_api_', '[0-9A-Za-z_]{40,60}'),
    prefixed('snyk-token', 'a Snyk token', ['snyk_uat.', 'snyk_sat.'], '[\\w.-]{60,200}'),
    prefixed('sonar-token', 'a SonarQube token', ['sqp_', 'squ_', 'sqa_'], '[0-9A-Za-z]{40}'),
    prefixed('sourcegraph-token', 'a Sourcegraph token', 'sgp_', '(?:[0-9a-fA-F]{16}_|local_)?[0-9a-fA-F]{40}'),
    prefixed('harness-token', 'a Harness token', ['pat.', 'sat.'], '[\\w-]{22}\\.[0-9A-Za-z]{24}\\.[0-9A-Za-z]{20}'),
    prefixed('prefect-key', 'a Prefect API key', ['pnu_', 'pnb_'], '[0-9A-Za-z]{36}'),
    prefixed('supabase-token', 'a Supabase token', ['sbp_', 'sb_secret_'], '[0-9A-Za-z_]{31,44}'),
    prefixed('perplexity-key', 'a Perplexity API key', 'pplx-', '[0-9A-Za-z]{48}'),
    prefixed('groq-key', 'a Groq API key', 'gsk_', '[0-9A-Za-z]{52}'),
    prefixed('okta-token', 'an Okta API token', 'SSWS ', '00[\\w-]{40}'),
    prefixed('age-secret-key', 'an age secret key', 'AGE-SECRET-KEY-1', '[02-9AC-HJ-NP-Z]{58}'),
    {
        id: 'jwt',
        name: 'a signed JSON Web Token',
        keywords: ['eyJ'],
        pattern: /(?<![\w-])eyJ[\w-]{10,2000}\.eyJ[\w-]{10,8000}\.[\w-]{20,2000}/y,
        check: isSignedJwt,
        severity: critical,
        mask: 'eyJ',
    },
    {
        id: 'gitlab-session',
        name: 'a GitLab session',
        keywords: ['_gitlab_session='],
        pattern: /_gitlab_session=([0-9a-z]{32})(?![0-9A-Za-z])/y,
        check: varied,
        severity: critical,
    },
    {
        id: 'password-hash',
        name: 'a password hash',
        keywords: ['$2a$', '$2b$', '$2y$', '$apr1$', '$5$', '$6$', '$argon2'],
        pattern: /\$(?:2[aby]\$\d\d\$[./A-Za-z0-9]{53}|apr1\$[./A-Za-z0-9]{1,8}\$[./A-Za-z0-9]{22}|[56]\$(?:rounds=\d{1,9}\$)?[./A-Za-z0-9]{1,16}\$[./A-Za-z0-9]{43,86}|argon2(?:id|i|d)\$v=\d{1,3}\$m=\d{1,9},t=\d{1,9},p=\d{1,4}\$[A-Za-z0-9+/]{8,90}\$[A-Za-z0-9+/]{16,180})/y,
        check: varied,
        severity: 'high',
        inWord: true,
    },
];

;// CONCATENATED MODULE: ./build/secrets/tokens/keyword-scan.js
const alphabet = 128;
/** Builds the automaton. Transitions are a dense table, so that a character costs one look-up. */
function keywordScan(keywords) {
    const trie = buildTrie(keywords);
    const states = trie.children.length;
    const next = new Uint16Array(states * alphabet);
    const fail = new Uint16Array(states);
    const ends = trie.ends.slice();
    for (const state of breadthFirst(trie.children)) {
        const inherited = fail[state] ?? 0;
        if (state !== 0)
            ends[state] = union(ends[state], ends[inherited]);
        // Where the state has no child it goes where the state it falls back to goes.
        const [row, fallback] = [state * alphabet, inherited * alphabet];
        if (state !== 0)
            next.copyWithin(row, fallback, fallback + alphabet);
        for (const [code, child] of trie.children[state] ?? []) {
            fail[child] = next[row + code] ?? 0;
            next[row + code] = child;
        }
    }
    const lengths = keywords.map((keyword) => keyword.length);
    return { scan: (text, found) => walk(text, next, ends, lengths, found) };
}
function walk(text, next, ends, lengths, found) {
    let state = 0;
    for (let at = 0; at < text.length; at++) {
        const code = text.charCodeAt(at);
        state = code < alphabet ? (next[(state << 7) | code] ?? 0) : 0;
        const here = state === 0 ? undefined : ends[state];
        if (here === undefined)
            continue;
        for (const keyword of here)
            found(keyword, at + 1 - (lengths[keyword] ?? 0));
    }
}
function buildTrie(keywords) {
    const children = [new Map()];
    const ends = [undefined];
    keywords.forEach((keyword, number) => {
        let state = 0;
        for (const character of keyword) {
            const code = character.charCodeAt(0);
            let child = children[state]?.get(code);
            if (child === undefined) {
                child = children.push(new Map()) - 1;
                ends.push(undefined);
                children[state]?.set(code, child);
            }
            state = child;
        }
        const here = ends[state];
        if (here === undefined)
            ends[state] = [number];
        else
            here.push(number);
    });
    return { children, ends };
}
function* breadthFirst(children) {
    const queue = [0];
    for (const state of queue) {
        yield state;
        for (const child of children[state]?.values() ?? [])
            queue.push(child);
    }
}
function union(own, inherited) {
    if (own === undefined || inherited === undefined)
        return own ?? inherited;
    return [...own, ...inherited];
}

;// CONCATENATED MODULE: ./build/secrets/tokens/platform-formats.js




const platform_formats_critical = 'critical';
const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
/** A key whose mark stands after `before` characters of it, as Microsoft's identifiable keys have it. */
const marked = (id, name, mark, before, rest) => ({
    id,
    name,
    keywords: [mark],
    precededBy: new RegExp(`(?<![A-Za-z0-9+/_-])${before}$`),
    pattern: new RegExp(`${mark.replace(/[+]/g, '\\$&')}${rest}(?![A-Za-z0-9+/_-])`, 'y'),
    check: varied,
    severity: platform_formats_critical,
    inWord: true,
});
/**
 * Credentials of clouds, clusters, networks, databases and pipelines. Sources: the providers' documentation, and their sources where
 * these are open.
 */
const platformFormats = [
    // Clouds.
    marked('azure-key', 'a key of an Azure service', 'JQQJ99', '[A-Za-z0-9]{52}', '[A-Za-z0-9]{18}[A-Z0-9]{4}[A-Za-z0-9]{4}'),
    marked('azure-functions-key', 'a key of an Azure function', 'AzFu', '[\\w-]{44}', '[\\w-]{5}[AQgw]=='),
    marked('azure-search-key', 'an Azure AI Search key', 'AzSe', '[A-Za-z0-9]{42}', '[A-D][A-Za-z0-9]{5}'),
    marked('azure-cache-key', 'an Azure Cache access key', 'AzCa', '[A-Za-z0-9]{33}', '[A-P][A-Za-z0-9]{5}='),
    marked('azure-registry-key', 'a password of an Azure container registry', '+ACR', '[A-Za-z0-9+/]{42}', '[A-D][A-Za-z0-9]{5}'),
    prefixed('aws-session-token', 'an AWS session token', ['IQoJb3JpZ2lu', 'FwoGZXIvYXdz'], '[A-Za-z0-9+/]{200,2000}={0,2}'),
    prefixed('cloudflare-key', 'a Cloudflare API token', ['cfk_', 'cfut_', 'cfat_'], '[0-9A-Za-z]{44,56}'),
    {
        ...prefixed('cloudflare-tunnel-token', 'the token of a Cloudflare tunnel', 'eyJhIjoi', '[A-Za-z0-9+/]{100,400}={0,2}'),
        check: isTunnelToken,
    },
    prefixed('dnsimple-token', 'a DNSimple API token', ['dnsimple_a_', 'dnsimple_u_'], '[0-9A-Za-z]{32}'),
    {
        ...prefixed('google-refresh-token', 'a Google OAuth refresh token', '1//0', '[\\w-]{60,120}'),
        check: entropy/* looksGenerated */.At,
    },
    prefixed('netlify-token', 'a Netlify token', ['nfp_', 'nfc_', 'nfo_', 'nfb_', 'nfu_'], '[0-9A-Za-z]{36}'),
    prefixed('porkbun-key', 'a Porkbun secret API key', 'sk1_', '[0-9a-f]{64}'),
    prefixed('render-key', 'a Render API key', 'rnd_', '[0-9A-Za-z]{28,32}'),
    { ...prefixed('tencent-secret-id', 'a Tencent Cloud secret id', 'AKID', '[0-9A-Za-z]{32}'), severity: 'medium' },
    prefixed('upcloud-token', 'an UpCloud API token', 'ucat_', '[0-9A-Z]{26}'),
    {
        id: 'akamai-token',
        name: 'an Akamai API client token',
        keywords: ['akab-'],
        // The API's host begins like its tokens.
        pattern: /akab-[0-9a-z]{16}-[0-9a-z]{16}(?![\w.-])/y,
        check: varied,
        severity: platform_formats_critical,
        mask: 'akab-',
    },
    // Clusters and networks.
    prefixed('k3s-token', 'a K3s or RKE2 token', 'K10', '[0-9a-f]{64}::[\\w-]{1,32}:[\\w.-]{6,128}'),
    prefixed('rancher-token', 'a Rancher API token', ['token-', 'kubeconfig-u-', 'kubeconfig-user-'], '[0-9a-z]{5,16}:[0-9a-z]{54}'),
    prefixed('portainer-token', 'a Portainer access token', 'ptr_', '[A-Za-z0-9+/]{43}='),
    { ...prefixed('netbird-token', 'a NetBird access token', 'nbp_', '[0-9A-Za-z]{36}'), isGenuine: hasGithubChecksum },
    {
        ...prefixed('unleash-token', 'an Unleash API token', ['*:*.', ':development.', ':production.'], '[0-9a-f]{56,64}'),
        inWord: true,
    },
    prefixed('launchdarkly-key', 'a LaunchDarkly SDK key', 'sdk-', uuid),
    {
        id: 'bitwarden-token',
        name: 'a Bitwarden machine account token',
        keywords: ['0.'],
        pattern: new RegExp(`0\\.${uuid}\\.[0-9A-Za-z]{30}:[A-Za-z0-9+/]{22}==`, 'y'),
        check: varied,
        severity: platform_formats_critical,
    },
    prefixed('infisical-token', 'an Infisical service token', 'st.', '[0-9a-f]{24}\\.[0-9a-f]{32}\\.[0-9a-f]{32}'),
    // Databases.
    prefixed('aiven-password', 'a password of an Aiven or DigitalOcean database', 'AVNS_', '[\\w-]{19}'),
    prefixed('astra-token', 'an Astra DB token', 'AstraCS:', '[0-9A-Za-z]{24}:[0-9a-f]{64}'),
    prefixed('cockroach-key', 'a CockroachDB Cloud API key', 'CCDB1_', '[0-9A-Za-z]{22}_[0-9A-Za-z]{40}'),
    prefixed('confluent-secret', 'a Confluent Cloud API secret', 'cflt', '[A-Za-z0-9+/]{60}'),
    prefixed('dbt-token', 'a dbt Cloud token', ['dbtc_', 'dbtu_'], '[\\w-]{36,64}'),
    prefixed('elastic-cloud-key', 'an Elastic Cloud API key', 'essu_', '[A-Za-z0-9+/]{44,120}={0,2}'),
    prefixed('influxdb-token', 'an InfluxDB 3 token', 'apiv3_', '[\\w-]{86}'),
    prefixed('metabase-key', 'a Metabase API key', 'mb_', '[A-Za-z0-9+/]{43}='),
    prefixed('mongodb-atlas-secret', 'a MongoDB Atlas service account secret', 'mdb_sa_sk_', '[\\w-]{40}'),
    prefixed('neon-key', 'a Neon API key', 'napi_', '[0-9a-z]{64}'),
    { ...prefixed('neon-password', 'a password of a Neon database', 'npg_', '[0-9A-Za-z]{12}'), check: entropy/* looksGenerated */.At },
    prefixed('xata-key', 'a Xata API key', 'xau_', '[0-9A-Za-z]{32,48}'),
    // Pipelines and registries.
    prefixed('buildkite-token', 'a Buildkite token', ['bkua_', 'bkaa_', 'bkaj_', 'bkct_'], '[0-9A-Za-z_-]{40,90}'),
    prefixed('circleci-token', 'a CircleCI token', ['CCIPAT_', 'CCIPRJ_'], '[0-9A-Za-z]{22}_[0-9a-f]{40}'),
    { ...prefixed('crates-token', 'a crates.io token', 'cio', '[0-9A-Za-z]{32}'), check: entropy/* looksGenerated */.At },
    prefixed('depot-token', 'a Depot token', ['depot_user_', 'depot_org_', 'depot_project_'], '[0-9a-f]{64}'),
    {
        id: 'jetbrains-token',
        name: 'a JetBrains permanent token',
        keywords: ['perm:', 'perm-'],
        pattern: /perm[:-][A-Za-z0-9+/=]{4,100}\.[A-Za-z0-9+/=_-]{4,60}\.[0-9A-Za-z]{30}(?![0-9A-Za-z])/y,
        check: varied,
        severity: platform_formats_critical,
        mask: 'perm',
    },
    prefixed('packagist-token', 'a Private Packagist token', ['packagist_ort_', 'packagist_out_', 'packagist_uut_'], '[0-9a-f]{68}'),
    prefixed('teamcity-token', 'a TeamCity access token', 'eyJ0eXAiOiAiVENWMiJ9.', '[\\w-]{20,80}\\.[\\w-]{20,100}'),
    // Frames of their own.
    {
        ...prefixed('matrix-token', 'a Matrix access token', 'syt_', '[A-Za-z0-9+/_-]{2,120}_[A-Za-z]{20}_[0-9A-Za-z]{6}'),
        isGenuine: hasSynapseChecksum,
    },
    {
        id: 'otp-secret',
        name: 'the secret of one-time passwords',
        keywords: ['otpauth://'],
        pattern: /otpauth:\/\/[th]otp\/[^\s"'?]{1,200}\?(?:[^\s"']{0,200}&)?secret=([A-Z2-7]{16,64})(?![A-Z0-9])/y,
        check: varied,
        severity: platform_formats_critical,
    },
    {
        // RFC 8959.
        ...prefixed('secret-token-uri', 'a secret-token URI', 'secret-token:', '[\\w.~%!$&*+=:@-]{16,400}'),
        check: (uri) => (0,entropy/* looksGenerated */.At)(uri.slice('secret-token:'.length)),
    },
];

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/secrets/tokens/published.js

/** The first 16 hex digits of the SHA-256 of credentials that vendors print for everyone. Digests, so that no scanner takes this list for a leak. */
const published = new Set([
    // Google: the keys of Firebase's sample applications and of the Maps documentation.
    '27a9a42931dff7eb',
    '49f777db995e8260',
    'a6c814bc555ae62c',
    '8731261cb72d8626',
    '37f8f09bdf12c2f2',
    'eb540d2b6ee2a0a4',
    '2037abcaffb2b777',
    '3a8b61d0f636b007',
    '4c98242dcadc8b29',
    'ea9bb1082cf95663',
    '3f370c9dd8225c63',
    '44b9f0d854dcf201',
    'a19f89ab3555eac1',
    'e4a5542bb7fd7b67',
    'dc0fcf046c61640c',
    'ac9265e56c79b234',
    'dc057717851fc4b8',
    'f56e323494a6ffc2',
    '0b476bdf9acf2123',
    // Stripe: the test keys its documentation prints.
    '2cafc0970149a84f',
    'f2d6ca16515033e5',
    '7e8de44ea9ecf6d5',
    '2d1f7723aabc5c7a',
    // Microsoft: the account keys of the storage and Cosmos DB emulators.
    '0011cc25eb432071',
    'aa6547439583c3a2',
    // HashiCorp: tokens of the Vault documentation.
    '8b6b6a5226c96d1d',
    'f13f228f48eaf870',
]);
/** Whether a token is one that a vendor's public documentation prints. */
function isPublished(token) {
    return published.has((0,external_node_crypto_.createHash)('sha256').update(token).digest('hex').slice(0, 16));
}

;// CONCATENATED MODULE: ./build/secrets/tokens/service-formats.js


const service_formats_critical = 'critical';
const service_formats_uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
/** Credentials of services for payment, mail, work and observation. Sources: the providers' documentation, and their SDKs. */
const serviceFormats = [
    prefixed('axiom-token', 'an Axiom token', ['xaat-', 'xapt-'], service_formats_uuid),
    prefixed('braintree-token', 'a Braintree access token', ['access_token$production$', 'access_token$sandbox$'], '[0-9a-z]{16}\\$[0-9a-f]{32}'),
    prefixed('checkly-key', 'a Checkly API key', 'cu_', '[0-9a-f]{32}'),
    prefixed('coralogix-key', 'a Coralogix API key', ['cxtp_', 'cxup_', 'cxap_'], '[0-9A-Za-z]{30}'),
    { ...prefixed('dropbox-token', 'a Dropbox access token', 'sl.', '(?:u\\.)?[\\w-]{130,1500}'), check: entropy/* looksGenerated */.At },
    prefixed('honeycomb-key', 'a Honeycomb ingest key', ['hcaik_', 'hcaic_', 'hcbik_'], '[0-9a-z]{58}'),
    prefixed('hubspot-token', 'a HubSpot private app token', ['pat-na1-', 'pat-na2-', 'pat-eu1-', 'pat-ap1-'], service_formats_uuid),
    prefixed('intercom-token', 'an Intercom access token', 'dG9rO', '[A-Za-z0-9+/]{45,80}={0,2}'),
    {
        id: 'klaviyo-or-clickup-key',
        name: 'a Klaviyo or ClickUp API key',
        keywords: ['pk_'],
        pattern: /pk_(?:[0-9a-f]{34}|\d{5,10}_[0-9A-Z]{32})(?![0-9A-Za-z_])/y,
        check: varied,
        severity: service_formats_critical,
        mask: 'pk_',
    },
    prefixed('linkedin-secret', 'a LinkedIn client secret', ['WPL_AP0.', 'WPL_AP1.'], '[0-9A-Za-z]{16}\\.[A-Za-z0-9+/]{4,12}={0,2}'),
    prefixed('mailersend-token', 'a MailerSend API token', 'mlsn.', '[0-9a-f]{64}'),
    {
        ...prefixed('notion-legacy-token', 'a Notion token', 'secret_', '[0-9A-Za-z]{43}'),
        check: (token) => (0,entropy/* looksGenerated */.At)(token.slice('secret_'.length)),
    },
    prefixed('onesignal-key', 'a OneSignal API key', ['os_v2_app_', 'os_v2_org_'], '[0-9a-z]{80,130}'),
    prefixed('paddle-key', 'a Paddle API key', ['pdl_live_apikey_', 'pdl_sdbx_apikey_'], '[0-9a-z]{26}_[0-9A-Za-z]{22}_[0-9A-Za-z]{3}'),
    prefixed('posthog-key', 'a PostHog personal API key', 'phx_', '[0-9A-Za-z]{43,48}'),
    prefixed('pubnub-key', 'a PubNub secret key', 'sec-c-', '[A-Za-z0-9+/]{43,64}={0,2}'),
    {
        id: 'rapidapi-key',
        name: 'a RapidAPI key',
        keywords: ['msh'],
        precededBy: /(?<![0-9A-Za-z])[0-9a-f]{10}$/,
        pattern: /msh[0-9a-f]{15}p1[0-9a-f]{6}jsn[0-9a-f]{12}(?![0-9A-Za-z])/y,
        check: varied,
        severity: service_formats_critical,
        inWord: true,
    },
    prefixed('resend-key', 'a Resend API key', 're_', '[0-9A-Za-z]{8}_[0-9A-Za-z]{24}'),
    prefixed('retool-token', 'a Retool API token', 'retool_', '[0-9a-z]{26}'),
    prefixed('rootly-key', 'a Rootly API key', 'rootly_', '[0-9a-f]{64}'),
    {
        id: 'salesforce-session',
        name: 'a Salesforce access token',
        keywords: ['00D'],
        pattern: /00D[0-9A-Za-z]{12}(?:[0-9A-Za-z]{3})?![A-Za-z0-9._]{80,140}(?![A-Za-z0-9._])/y,
        check: varied,
        severity: service_formats_critical,
        mask: '00D',
    },
    prefixed('stytch-secret', 'a Stytch project secret', ['secret-live-', 'secret-test-'], '[\\w-]{36}={0,2}'),
    prefixed('telnyx-key', 'a Telnyx API key', 'KEY', '[0-9A-F]{32}_[0-9A-Za-z]{22}'),
    prefixed('trello-token', 'a Trello token', 'ATTA', '[0-9a-fA-F]{72}'),
    {
        ...prefixed('twitter-bearer-token', 'an X (Twitter) bearer token', 'AAAAAAAAAAAAAAAAAAAAA', '[0-9A-Za-z%]{60,120}'),
        // So many zeros begin other things too; a real one is percent-encoded.
        check: (token) => varied(token) && /%[0-9A-F]{2}/.test(token),
    },
    prefixed('vk-token', 'a VK access token', 'vk1.a.', '[\\w-]{100,400}'),
    {
        ...prefixed('django-secret-key', 'a generated Django secret key', 'django-insecure-', '[\\w!@#$%^&*(=+)-]{50}'),
        severity: 'high',
    },
    {
        ...prefixed('laravel-key', 'a Laravel application key', 'base64:', '[A-Za-z0-9+/]{43}='),
        severity: 'high',
    },
];

;// CONCATENATED MODULE: ./build/secrets/tokens/vendor-formats.js



/** For prefixes that words begin with as well. */
const isGeneratedAfterPrefix = (token) => (0,entropy/* looksGenerated */.At)(token.replace(/^(?:ico-|s\.|YC)/, ''));
/** Formats of further providers. Sources: the providers' documentation of their tokens, and their SDKs. */
const vendorFormats = [
    prefixed('alibaba-access-key-id', 'an Alibaba Cloud access key id', 'LTAI', '[0-9A-Za-z]{12,20}'),
    prefixed('airtable-token', 'an Airtable personal access token', 'pat', '[0-9A-Za-z]{14}\\.[0-9a-f]{64}'),
    prefixed('authress-key', 'an Authress access key', ['sc_', 'ext_', 'scauth_', 'authress_'], '[0-9A-Za-z]{5,30}\\.[0-9A-Za-z]{4,6}\\.acc[_-][0-9A-Za-z-]{10,32}\\.[\\w+/=-]{30,120}'),
    prefixed('bedrock-short-lived-key', 'an Amazon Bedrock API key', 'bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29t', '[A-Za-z0-9+/=]{0,4000}'),
    prefixed('clojars-token', 'a Clojars deploy token', 'CLOJARS_', '[0-9A-Za-z]{60}'),
    prefixed('contentful-token', 'a Contentful token', 'CFPAT-', '[\\w-]{43}'),
    prefixed('defined-networking-token', 'a Defined Networking token', 'dnkey-', '[\\w=-]{26}-[\\w=-]{52}'),
    prefixed('duffel-token', 'a Duffel token', ['duffel_test_', 'duffel_live_'], '[\\w=-]{43}'),
    prefixed('easypost-key', 'an EasyPost API key', ['EZAK', 'EZTK'], '[0-9A-Za-z]{54}'),
    prefixed('facebook-token', 'a Facebook access token', ['EAAM', 'EAAC'], '[0-9A-Za-z]{80,400}'),
    {
        id: 'facebook-app-token',
        name: 'a Facebook app access token',
        keywords: ['|'],
        precededBy: /(?<![0-9A-Za-z])\d{15,16}$/,
        pattern: /\|[\w-]{27}(?![\w-])/y,
        check: varied,
        severity: 'critical',
    },
    prefixed('flutterwave-key', 'a Flutterwave secret key', ['FLWSECK_TEST-', 'FLWSECK-', 'FLWSECK_LIVE-'], '(?:[0-9a-h]{32}-X|[0-9a-h]{12})'),
    prefixed('frameio-token', 'a Frame.io token', 'fio-u-', '[\\w=-]{64}'),
    { ...prefixed('infracost-key', 'an Infracost API key', 'ico-', '[0-9A-Za-z]{32}'), check: isGeneratedAfterPrefix },
    prefixed('intra42-secret', 'an Intra 42 client secret', ['s-s4t2ud-', 's-s4t2af-'], '[0-9a-f]{64}'),
    {
        id: 'mailchimp-key',
        name: 'a Mailchimp API key',
        keywords: ['-us'],
        precededBy: /(?<![0-9A-Za-z])[0-9a-f]{32}$/,
        pattern: /-us\d{1,2}(?![0-9A-Za-z-])/y,
        check: varied,
        severity: 'critical',
    },
    prefixed('mapbox-secret-token', 'a Mapbox secret token', 'sk.eyJ', '[\\w-]{40,500}\\.[\\w-]{20,40}'),
    {
        id: 'maxmind-key',
        name: 'a MaxMind license key',
        keywords: ['_mmk'],
        precededBy: /(?<![0-9A-Za-z_])[0-9A-Za-z]{6}_[0-9A-Za-z]{29}$/,
        pattern: /_mmk(?![0-9A-Za-z_])/y,
        check: varied,
        severity: 'critical',
    },
    prefixed('nuget-key', 'a NuGet API key', 'oy2', '[0-9a-z]{43}'),
    prefixed('octopus-key', 'an Octopus Deploy API key', 'API-', '[0-9A-Z]{26}'),
    prefixed('readme-key', 'a ReadMe API key', 'rdme_', '[0-9a-z]{70}'),
    prefixed('scalingo-token', 'a Scalingo token', 'tk-us-', '[\\w-]{48}'),
    prefixed('settlemint-token', 'a SettleMint token', ['sm_aat_', 'sm_pat_', 'sm_sat_'], '[0-9A-Za-z]{16}'),
    prefixed('shippo-token', 'a Shippo token', ['shippo_live_', 'shippo_test_'], '[0-9a-f]{40}'),
    prefixed('square-token', 'a Square token', ['sq0atp-', 'sq0csp-'], '[\\w-]{22,60}'),
    prefixed('square-access-token', 'a Square access token', 'EAAA', '[\\w-]{60}'),
    prefixed('typeform-token', 'a Typeform token', 'tfp_', '[\\w=.-]{59}'),
    prefixed('yandex-api-key', 'a Yandex Cloud API key', 'AQVN', '[\\w-]{35,38}'),
    { ...prefixed('yandex-access-key', 'a Yandex Cloud access key', 'YC', '[\\w-]{38}'), check: isGeneratedAfterPrefix },
    prefixed('yandex-iam-token', 'a Yandex Cloud IAM token', 't1.', '[A-Za-z0-9_-]{1,800}[=]{0,2}\\.[\\w-]{86}={0,2}'),
    prefixed('adobe-client-secret', 'an Adobe client secret', 'p8e-', '[0-9a-z]{32}'),
    {
        // Two letters begin any member access of a program: only a value of its own is a token.
        ...prefixed('vault-legacy-token', 'a HashiCorp Vault token', 's.', ''),
        pattern: /(?<![^\s"'`=:])s\.(?=[A-Za-z]{0,23}\d)[0-9A-Za-z]{24}(?![^\s"'`,;\\])/y,
        check: isGeneratedAfterPrefix,
    },
    prefixed('clickhouse-cloud-key', 'a ClickHouse Cloud API secret key', '4b1d', '[0-9A-Za-z]{38}'),
    {
        ...prefixed('gocardless-or-lob-key', 'a GoCardless or Lob API key', ['live_', 'test_', 'sandbox_'], '(?:[0-9a-f]{35}|[\\w-]{40})'),
        check: (token) => /\d/.test(token) && (0,entropy/* looksRandom */.EZ)(token.slice(token.indexOf('_') + 1)),
    },
    prefixed('plaid-token', 'a Plaid access token', ['access-sandbox-', 'access-development-', 'access-production-'], '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'),
    {
        id: 'encoded-jwt',
        name: 'a signed JSON Web Token',
        keywords: ['ZXlK'],
        pattern: /ZXlK[A-Za-z0-9+/_-]{60,16000}={0,2}/y,
        check: (token) => isSignedJwt(Buffer.from(token, 'base64').toString('latin1').trim()),
        severity: 'critical',
    },
    {
        id: 'azure-sas',
        name: 'an Azure shared access signature',
        keywords: ['sig='],
        pattern: /sig=((?:[A-Za-z0-9+/]|%2[BbFf]){43}(?:=|%3[Dd]))(?![\w%])/y,
        check: varied,
        severity: 'critical',
    },
];

;// CONCATENATED MODULE: ./build/secrets/tokens/tokens.js










/** Every format, each with keywords of its own. */
const tokenFormats = [
    ...formats,
    ...vendorFormats,
    ...platformFormats,
    ...serviceFormats,
    ...aiFormats,
    ...envelopeFormats,
];
const owners = tokenFormats.flatMap((format) => format.keywords.map(() => format));
const automaton = keywordScan(tokenFormats.flatMap((format) => format.keywords));
/** No known token is shorter. */
const shortest = 12;
/** Every provider token, private key and framed credential in a text, in order, none overlapping another. */
function findTokens(text) {
    if (text.length < shortest)
        return [];
    let tokens;
    const triedUpTo = new Map();
    automaton.scan(text, (keyword, offset) => {
        const format = owners[keyword];
        if (format === undefined || offset < (triedUpTo.get(format) ?? 0))
            return;
        const token = tokenAt(text, offset, format);
        if (token === undefined)
            return;
        triedUpTo.set(format, token.end);
        if (!token.isValid)
            return;
        tokens = tokens ?? [];
        tokens.push(token);
    });
    return tokens === undefined ? [] : withoutOverlaps(tokens);
}
function tokenAt(text, offset, format) {
    let start = offset;
    if (format.precededBy !== undefined) {
        const precededBy = format.precededBy.exec(text.slice(Math.max(0, offset - 64), offset));
        if (precededBy === null)
            return undefined;
        start = offset - precededBy[0].length;
    }
    if (format.inWord !== true && start > 0 && isWord(text.charCodeAt(start - 1)) && !isEscape(text, start)) {
        return undefined;
    }
    format.pattern.lastIndex = offset;
    const match = format.pattern.exec(text);
    if (match === null)
        return undefined;
    const end = offset + match[0].length;
    const secret = format.secretOf?.(match) ?? match[1] ?? text.slice(start, end);
    const isValid = (format.check === undefined || format.check(secret, match)) &&
        !(secret.length < 200 && ((0,placeholder/* isPlaceholder */.wK)(secret) || isPublished(secret)));
    // A long stretch that was looked at once is not looked at again from its middle: that keeps the scan linear.
    if (!isValid && end - start <= 256)
        return undefined;
    const isGenuine = format.isGenuine === undefined || format.isGenuine(secret);
    return { format, secret, start, end, isValid: isValid && (isGenuine || (0,entropy/* looksRandom */.EZ)(secret)), isGenuine };
}
function isWord(code) {
    return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || code === 95;
}
/** `\nghp_…` in an escaped string: the n is not a letter of a word. */
function isEscape(text, start) {
    return start > 1 && text.charAt(start - 2) === '\\' && /[nrt]/.test(text.charAt(start - 1));
}
/** A token inside a longer one (a key inside a URL's userinfo) is reported once, by the format that says more. */
function withoutOverlaps(tokens) {
    const sorted = [...tokens].sort((a, b) => a.start - b.start || b.end - a.end);
    const kept = [];
    for (const token of sorted) {
        const previous = kept.at(-1);
        if (previous === undefined || token.start >= previous.end)
            kept.push(token);
        else if (envelopeFormats.includes(previous.format) && !envelopeFormats.includes(token.format))
            kept[kept.length - 1] = token;
    }
    return kept;
}


/***/ }),

/***/ 30068:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  L: () => (/* binding */ classify)
});

// EXTERNAL MODULE: ./build/secrets/value/encrypted.js
var encrypted = __webpack_require__(3104);
// EXTERNAL MODULE: ./build/secrets/value/entropy.js
var entropy = __webpack_require__(90725);
// EXTERNAL MODULE: ./build/secrets/value/placeholder.js
var placeholder = __webpack_require__(93133);
;// CONCATENATED MODULE: ./build/secrets/value/public-material.js
const sshKey = '(?:ssh-(?:rsa|dss|ed25519)|ecdsa-sha2-nistp\\d{3}|sk-[a-z0-9-]{5,30}@openssh\\.com) [A-Za-z0-9+/]{16,}={0,3}';
const publicLine = new RegExp(`^(?:[^\\s]{1,400} )?${sshKey}(?: [^\\n]{0,200})?$`);
/** Whether a value is meant to be seen by everyone: certificates, public keys, known_hosts, public JWKS, digests. */
function isPublicMaterial(text) {
    if (text.startsWith('-----BEGIN '))
        return isPublicPem(text);
    if (/^(?:sha256|sha384|sha512)[:-][A-Za-z0-9+/=]{32,128}$/.test(text))
        return true;
    if (/^age1[02-9ac-hj-np-z]{58}$/.test(text))
        return true;
    if (text.startsWith('{'))
        return isPublicJwks(text);
    if (!/(?:ssh-|ecdsa-sha2-)/.test(text.slice(0, 600)))
        return false;
    return text.split('\n').every((line) => /^\s*(?:#.*)?$/.test(line) || publicLine.test(line.trim()));
}
function isPublicPem(text) {
    const labels = text.match(/-----BEGIN [A-Z0-9 ]{1,60}-----/g) ?? [];
    const isPublic = (label) => /BEGIN (?:X509 |TRUSTED )?CERTIFICATE(?: REQUEST)?-|BEGIN NEW CERTIFICATE REQUEST-|PUBLIC KEY(?: BLOCK)?-|BEGIN (?:X509 CRL|DH PARAMETERS|EC PARAMETERS)-/.test(label);
    return labels.length > 0 && labels.every(isPublic);
}
function isPublicJwks(text) {
    if (!text.includes('"kty"') || text.length > 200_000)
        return false;
    return !/"(?:d|k|p|q|dp|dq|qi)"\s{0,10}:/.test(text);
}

// EXTERNAL MODULE: ./build/secrets/value/reference.js
var reference = __webpack_require__(98893);
// EXTERNAL MODULE: ./build/secrets/value/template.js
var template = __webpack_require__(58632);
;// CONCATENATED MODULE: ./build/secrets/value/classify.js






/** What holds nothing, as YAML or JSON. */
const empties = new Set(['', '""', "''", 'null', '~', '{}', '[]']);
/** Classifies a decoded leaf. Total: any text has a class. */
function classify(text, context = {}) {
    const value = text.trim();
    if (empties.has(value))
        return 'empty';
    if (isEncrypted(value, context))
        return 'encrypted';
    if ((0,reference/* isReference */.A)(value, context))
        return 'reference';
    const template = classifyTemplate(value, context);
    if (template !== undefined)
        return template;
    if (isPublicMaterial(value))
        return 'public';
    return (0,placeholder/* isPlaceholder */.wK)(value, context.key) ? 'placeholder' : 'literal';
}
function isEncrypted(value, context) {
    if (context.sops === true && (0,encrypted/* isSopsValue */.BH)(value))
        return true;
    if (context.sealed === true && (0,encrypted/* isSealedPayload */.X7)(value))
        return true;
    return (0,encrypted/* isCiphertext */.zh)(value);
}
function classifyTemplate(value, context) {
    // A name in single braces, as str.format and its like fill it in.
    if (/^\{[A-Za-z_][\w.]{1,80}\}$/.test(value) && !(0,entropy/* looksRandom */.EZ)(value.slice(1, -1)))
        return 'template';
    const parts = (0,template/* templateParts */.Di)(value);
    if (parts === undefined)
        return undefined;
    const classes = parts.literals.map((literal) => classify(literal, { ...context, sops: false, sealed: false }));
    if (classes.includes('literal') || (0,template/* carriesLiteral */.bG)(parts.rest))
        return 'literal';
    return classes.includes('placeholder') ? 'placeholder' : 'template';
}


/***/ }),

/***/ 6940:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BB: () => (/* binding */ decodeBase64Text),
/* harmony export */   e1: () => (/* binding */ asText),
/* harmony export */   oA: () => (/* binding */ unwrap),
/* harmony export */   y4: () => (/* binding */ decodeBase64)
/* harmony export */ });
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38522);

/** The most characters of one leaf that are decoded; what is longer is judged as it is. */
const most = 1_500_000;
/** The most bytes that compressed content may become. */
const inflated = 2_000_000;
const utf8 = new TextDecoder('utf-8', { fatal: true });
/**
 * Decodes base64 (standard or URL alphabet, white space ignored) that holds text; undefined where it is not base64, or
 * where the bytes are not printable UTF-8.
 */
function decodeBase64Text(text) {
    const bytes = decodeBase64(text);
    return bytes === undefined ? undefined : asText(bytes);
}
/** Decodes base64 strictly: right alphabet, right padding, no stray bits. Undefined where it is none. */
function decodeBase64(text) {
    if (text.length > most)
        return undefined;
    const packed = text.replace(/\s+/g, '');
    if (packed.length === 0 || !/^[A-Za-z0-9+/_-]+={0,2}$/.test(packed))
        return undefined;
    if (packed.replace(/=+$/, '').length % 4 === 1)
        return undefined;
    return Buffer.from(packed, 'base64');
}
/** The text that bytes hold; undefined where they are binary. */
function asText(bytes) {
    try {
        const text = utf8.decode(bytes);
        return /[\0-\x08\x0e-\x1a\x1c-\x1f\x7f]/.test(text) ? undefined : text;
    }
    catch {
        return undefined;
    }
}
/**
 * Takes layers of base64, hex and gzip off a value, `depth` at most, as long as what comes out is text. A layer is taken
 * off only where the value can hardly be anything else: 16 characters or more that decode to printable text.
 */
function unwrap(text, depth = 3) {
    let current = text;
    for (let layer = 0; layer < depth; layer++) {
        const bytes = decodeLayer(current.trim());
        const decoded = bytes === undefined ? undefined : (asText(bytes) ?? inflate(bytes));
        if (decoded === undefined || decoded.trim() === '')
            return current;
        current = decoded;
    }
    return current;
}
function decodeLayer(value) {
    if (value.length < 16 || value.length > most)
        return undefined;
    if (/^(?:[0-9a-f]{2}){16,}$|^(?:[0-9A-F]{2}){16,}$/.test(value))
        return Buffer.from(value, 'hex');
    // Of what several lines hold only what `base64` itself would break: full lines, then a rest.
    if (/\s/.test(value) && !/^[A-Za-z0-9+/_-]{40,}(?:\s+[A-Za-z0-9+/_-]{40,})*\s+[A-Za-z0-9+/_-]+={0,2}$/.test(value)) {
        return undefined;
    }
    return decodeBase64(value);
}
/** The text that gzip content holds. */
function inflate(bytes) {
    if (bytes[0] !== 0x1f || bytes[1] !== 0x8b)
        return undefined;
    try {
        return asText((0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.gunzipSync)(bytes, { maxOutputLength: inflated }));
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 3104:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BH: () => (/* binding */ isSopsValue),
/* harmony export */   Js: () => (/* binding */ isSopsMac),
/* harmony export */   X7: () => (/* binding */ isSealedPayload),
/* harmony export */   fb: () => (/* binding */ cipherScheme),
/* harmony export */   zh: () => (/* binding */ isCiphertext)
/* harmony export */ });
/* harmony import */ var _signature_model_malformed_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(81178);
/* harmony import */ var _signature_openpgp_openpgp_packet_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21991);
/* harmony import */ var _decode_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6940);



const sopsValue = /^ENC\[AES256_GCM,data:([A-Za-z0-9+/]{0,4000000}={0,2}),iv:[A-Za-z0-9+/]{43}=,tag:[A-Za-z0-9+/]{22}==,type:(?:str|int|float|bool|bytes|comment|time)\]$/;
/**
 * A value as SOPS writes it: 32 bytes of nonce, 16 of tag, and data that says nothing. Says nothing of whether the
 * document around it is a SOPS document.
 */
function isSopsValue(text) {
    const data = text.startsWith('ENC[') ? sopsValue.exec(text)?.[1] : undefined;
    return data !== undefined && !isReadable(Buffer.from(data, 'base64'));
}
/** A document's MAC as SOPS writes it: the hex of a SHA-512, encrypted (getsops/sops, sops.go, Metadata.MessageAuthenticationCode). */
function isSopsMac(text) {
    const data = isSopsValue(text) ? sopsValue.exec(text)?.[1] : undefined;
    return data !== undefined && Buffer.from(data, 'base64').length === 128;
}
/** Ciphertext that names its own scheme: ansible-vault, age and OpenPGP armor, Vault transit, eyaml, Spring Cloud Config. */
function isCiphertext(text) {
    if (text.startsWith('$ANSIBLE_VAULT;'))
        return isAnsibleVault(text);
    if (text.startsWith('-----BEGIN AGE ENCRYPTED FILE-----'))
        return isAgeFile(armored(text, 'AGE ENCRYPTED FILE'));
    if (text.startsWith('-----BEGIN PGP MESSAGE-----'))
        return isEncryptedMessage(armored(text, 'PGP MESSAGE'));
    const packed = /^vault:v\d{1,6}:([A-Za-z0-9+/]{36,}={0,2})$/.exec(text) ??
        /^ENC\[(?:PKCS7|GPG|KMS),([A-Za-z0-9+/=\s]{64,})\]$/.exec(text) ??
        /^\{cipher\}([A-Za-z0-9+/]{32,}={0,2})$/.exec(text);
    if (packed?.[1] === undefined)
        return false;
    const bytes = /^[0-9a-f]+$/.test(packed[1]) ? Buffer.from(packed[1], 'hex') : (0,_decode_js__WEBPACK_IMPORTED_MODULE_0__/* .decodeBase64 */ .y4)(packed[1]);
    return bytes !== undefined && !isReadable(bytes);
}
const schemes = [
    ['$ANSIBLE_VAULT;', 'Ansible Vault'],
    ['-----BEGIN AGE ENCRYPTED FILE-----', 'age'],
    ['-----BEGIN PGP MESSAGE-----', 'OpenPGP'],
    ['vault:v', 'Vault’s transit engine'],
    ['ENC[', 'eyaml'],
    ['{cipher}', 'Spring Cloud Config'],
];
/** The scheme of a text that is ciphertext (`isCiphertext`). */
function cipherScheme(text) {
    const scheme = schemes.find(([start]) => text.startsWith(start));
    return scheme !== undefined && isCiphertext(text) ? scheme[1] : undefined;
}
/** Lines of hex, which hold the hex of a salt, of an HMAC-SHA256, and of whole AES blocks (ansible, lib/ansible/parsing/vault). */
function isAnsibleVault(text) {
    const match = /^\$ANSIBLE_VAULT;1\.[012];AES(?:256)?(?:;[\w.@-]{1,100})?\r?\n([0-9a-f\s]+)$/.exec(text);
    if (match?.[1] === undefined)
        return false;
    const inner = Buffer.from(match[1].replace(/\s+/g, ''), 'hex').toString('latin1');
    const [salt, hmac, body, ...more] = inner.split('\n');
    const areHex = [salt, hmac, body].every((part) => /^(?:[0-9a-f]{2})+$/.test(part ?? ''));
    return areHex && more.length === 0 && salt?.length === 64 && hmac?.length === 64 && (body?.length ?? 0) % 32 === 0;
}
/** The bytes inside ASCII armor, where the text holds nothing else. */
function armored(text, label) {
    const [head, tail] = [`-----BEGIN ${label}-----`, `-----END ${label}-----`];
    const trimmed = text.trimEnd();
    if (!trimmed.endsWith(tail) || text.indexOf(tail) !== trimmed.length - tail.length)
        return undefined;
    const body = trimmed.slice(head.length, -tail.length).replace(/^(?:[A-Z][\w-]{1,40}: [^\n]{0,200}|\s)*\n/, '');
    return (0,_decode_js__WEBPACK_IMPORTED_MODULE_0__/* .decodeBase64 */ .y4)(body.replace(/\n=[A-Za-z0-9+/]{4}\s*$/, '').replace(/\s+/g, ''));
}
/** An age file: recipient stanzas, the header's MAC, then a nonce and ciphertext (C2SP, age.md). */
function isAgeFile(bytes) {
    const head = /^age-encryption\.org\/v1\n(?:-> [^\n]{1,400}\n(?:[A-Za-z0-9+/]{1,64}\n){0,40}){1,200}--- [A-Za-z0-9+/]{43}\n/.exec(bytes?.toString('latin1') ?? '');
    if (bytes === undefined || head === null)
        return false;
    const payload = bytes.subarray(head[0].length);
    return payload.length >= 32 && !isReadable(payload);
}
/** OpenPGP packets that carry session keys, then one that is encrypted data to the end (RFC 9580 §4.2, §5). */
function isEncryptedMessage(bytes) {
    const reader = new _signature_openpgp_openpgp_packet_js__WEBPACK_IMPORTED_MODULE_1__/* .OpenpgpReader */ .ZB(bytes ?? Buffer.alloc(0));
    try {
        while (!reader.atEnd) {
            const { tag, length = Number.POSITIVE_INFINITY } = (0,_signature_openpgp_openpgp_packet_js__WEBPACK_IMPORTED_MODULE_1__/* .readPacketHeader */ .as)(reader);
            if (encryptedData.has(tag))
                return !isReadable(reader.rest());
            if (!beforeData.has(tag) || length > longestSessionKey || isReadable(reader.bytes(length)))
                return false;
        }
    }
    catch (error) {
        if (!(error instanceof _signature_model_malformed_js__WEBPACK_IMPORTED_MODULE_2__/* .Malformed */ .sG))
            throw error;
    }
    return false;
}
const encryptedData = new Set([9, 18, 20]);
/** Session keys, for a public key or a password; markers and padding. */
const beforeData = new Set([1, 3, 10, 21]);
/** Bytes of a session key's packet: none is longer. */
const longestSessionKey = 0xffff;
/**
 * Whether bytes that should be ciphertext can be read: all of them are letters and digits (8 bytes or more) or printable
 * (12 or more), or a long run of them is printable. Chance does that once in a hundred thousand times.
 */
function isReadable(bytes) {
    const text = (0,_decode_js__WEBPACK_IMPORTED_MODULE_0__/* .asText */ .e1)(bytes);
    if (text !== undefined)
        return /^(?:[\w.-]{8,}|[\x20-\x7e\s]{12,})$/.test(text) && isVaried(text);
    const runs = bytes.toString('latin1').match(bytes.length < 1000 ? /[\x20-\x7e]{18,}/g : /[\x20-\x7e]{24,}/g);
    return runs?.some(isVaried) ?? false;
}
const isVaried = (text) => new Set(text).size >= 5;
/**
 * Whether a SealedSecret's field decodes to a sealed payload: a two-byte length, that many bytes of RSA-wrapped session
 * key, then AES-GCM ciphertext with its 16-byte tag (sealed-secrets, pkg/crypto/crypto.go HybridEncrypt).
 */
function isSealedPayload(text) {
    const packed = text.replace(/\s+/g, '');
    if (!/^[A-Za-z0-9+/]{100,}={0,2}$/.test(packed))
        return false;
    const bytes = Buffer.from(packed, 'base64');
    const keyLength = bytes.length > 2 ? bytes.readUInt16BE(0) : 0;
    const isFramed = keyLength >= 128 && keyLength <= 2048 && keyLength % 64 === 0 && bytes.length >= 2 + keyLength + 16;
    return isFramed && !isReadable(bytes.subarray(2));
}


/***/ }),

/***/ 90725:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   At: () => (/* binding */ looksGenerated),
/* harmony export */   EZ: () => (/* binding */ looksRandom),
/* harmony export */   Ue: () => (/* binding */ entropy),
/* harmony export */   Wr: () => (/* binding */ hasSequence),
/* harmony export */   Z9: () => (/* binding */ isFamiliarShape),
/* harmony export */   t_: () => (/* binding */ isMoment),
/* harmony export */   uR: () => (/* binding */ uuid),
/* harmony export */   wJ: () => (/* binding */ isLikelyCredential),
/* harmony export */   yY: () => (/* binding */ isWordy)
/* harmony export */ });
/**
 * Whether a string looks as if a generator made it rather than a person. The last resort: asked only of values whose
 * key already speaks of a credential. Thresholds are per alphabet, because hex can never reach 4 bits a character.
 */
function looksRandom(text) {
    if (text.length < 8 || text.length > 4096 || /\s/.test(text))
        return false;
    if (isFamiliarShape(text) || isWordy(text) || hasSequence(text))
        return false;
    if (/^[0-9]+$/.test(text))
        return text.length >= 16 && entropy(text) >= 2.6;
    if (/^(?:0x)?[0-9a-f]+$|^(?:0x)?[0-9A-F]+$/.test(text))
        return text.length >= 16 && entropy(text) >= 2.7;
    const bits = entropy(text);
    const atMost = Math.log2(text.length);
    if (!/[0-9]/.test(text))
        return bits >= Math.min(3.6, atMost * 0.8) && !readsAloud(text);
    return bits >= Math.min(3.3, atMost * 0.78);
}
const counts = new Uint32Array(128);
/** Shannon entropy in bits a character; what is not ASCII counts as one character. */
function entropy(text) {
    counts.fill(0);
    for (let at = 0; at < text.length; at++) {
        const code = Math.min(text.charCodeAt(at), 127);
        counts[code] = (counts[code] ?? 0) + 1;
    }
    let bits = 0;
    for (const count of counts)
        if (count > 0)
            bits -= (count / text.length) * Math.log2(count / text.length);
    return bits;
}
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const moment = /^\d{4}-\d\d-\d\d(?:[T ][0-9:.Z+-]{1,30}(?:[A-Z]{3,5})?)?$|^(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? )?\d{1,2} [A-Z][a-z]{2} \d{4}(?: [0-9:]{4,8}.{0,8})?$/;
const familiar = [
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
function hasSequence(text) {
    let run = 1;
    for (let at = 1; at < text.length; at++) {
        const step = text.charCodeAt(at) - text.charCodeAt(at - 1);
        run = step === 1 || (step === -9 && text.charAt(at) === '0') ? run + 1 : 1;
        if (run >= 8)
            return true;
    }
    return false;
}
/** Whether a string mixes capitals, small letters and digits as only a generator does; names of things never do. */
function looksGenerated(text) {
    return text.length >= 12 && /\d/.test(text) && /[a-z]/.test(text) && /[A-Z]/.test(text) && looksRandom(text);
}
/** Whether a string that is in prose or a comment is a password and no word: eight characters or more, of three kinds. */
function isLikelyCredential(text) {
    if (text.length < 8 || /\s/.test(text) || !/\d/.test(text) || !/[A-Za-z]/.test(text))
        return false;
    if (isFamiliarShape(text) || isWordy(text) || hasSequence(text))
        return false;
    const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^\w\s/]/].filter((kind) => kind.test(text)).length;
    return kinds >= 3 || looksRandom(text);
}
/** Whether a text has a shape that people know: an identifier, a version, a time, an address, a path. */
function isFamiliarShape(text) {
    return familiar.some((shape) => shape.test(text));
}
/** Whether a text is a date or a time (ISO 8601, RFC 5322, also with the zone that date(1) names: `2021-01-12T19:01:39EST`). */
function isMoment(text) {
    return moment.test(text);
}
/** Words, numbers and short version marks joined by separators or camel case: `my-tls-secret-v2`, `PostgresClientKey1`. */
function isWordy(text) {
    const parts = text.split(/[-_.:/@,;=+ ]|(?<=[a-z0-9])(?=[A-Z][a-z])/).filter((part) => part !== '');
    let marks = 0;
    if (isNameWithSuffix(text, parts))
        return true;
    return parts.every((part) => {
        if (/^v?\d{1,4}$/i.test(part))
            return true;
        // Marks such as `v2a` or `x86`, but not a string of them.
        if (/^[a-z]{1,3}\d{1,2}[a-z]{0,3}$/i.test(part) && parts.length > 1)
            return ++marks === 1;
        const word = /^(?:[A-Z]?[a-z]+|[A-Z]+)\d{0,4}$/.exec(part)?.[0];
        return word !== undefined && word.length <= 20 && readsAloud(word.replace(/\d+$/, ''));
    });
}
/** A name as Kubernetes has them (RFC 1123) with a short suffix that something made: `web-acme-tls-7f9c2`. */
function isNameWithSuffix(text, parts) {
    if (!/^[a-z0-9][a-z0-9.-]{0,251}[a-z0-9]$/.test(text) || parts.length < 2)
        return false;
    const words = parts.filter((part) => /^[a-z]{3,}$/.test(part) && readsAloud(part));
    const others = parts.filter((part) => !words.includes(part) && part.length > 3);
    return words.length > 0 && others.length <= 2 && others.every((part) => part.length <= 10);
}
/** Whether letters alone could be words: vowels in between, no long run of consonants. */
function readsAloud(text) {
    const letters = text.replace(/[^a-z]/gi, '');
    if (letters.length <= 4)
        return true;
    const flips = (text.match(/[a-z][A-Z](?![a-z]{2})/g) ?? []).length;
    if (flips > 2)
        return false;
    const vowels = (letters.match(/[aeiouy]/gi) ?? []).length / letters.length;
    return vowels >= 0.2 && vowels <= 0.75 && !/[bcdfghjklmnpqrstvwxz]{6}/i.test(letters);
}


/***/ }),

/***/ 74631:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ looksHumanMade),
/* harmony export */   z: () => (/* binding */ isMachineMade)
/* harmony export */ });
/* harmony import */ var _entropy_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(90725);
/* harmony import */ var _placeholder_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93133);


/** Whether a text is what a generator made, and not a name with a few made-up characters in it. */
function isMachineMade(text) {
    return (text.length >= 16 &&
        (0,_entropy_js__WEBPACK_IMPORTED_MODULE_0__/* .looksRandom */ .EZ)(text) &&
        text.split(/[^A-Za-z0-9+=]+/).some((run) => run.length >= 12 && (0,_entropy_js__WEBPACK_IMPORTED_MODULE_0__/* .looksRandom */ .EZ)(run)));
}
/**
 * A password as people make them: eight characters or more, of three kinds, digits among them. Names of things are known by
 * their words: `PostgresClientKey1`, `Api-Token-v2`.
 */
function looksHumanMade(text) {
    if (!/^[\w.!@#$%^&*?~+-]{8,128}$/.test(text) || !/\d/.test(text) || !/[A-Za-z].*[A-Za-z]/.test(text))
        return false;
    if ((0,_entropy_js__WEBPACK_IMPORTED_MODULE_0__/* .isFamiliarShape */ .Z9)(text) || (0,_entropy_js__WEBPACK_IMPORTED_MODULE_0__/* .hasSequence */ .Wr)(text) || /^[$%]|^\w+\.\w+(?:\.\w+)*$/.test(text))
        return false;
    // A channel or a person: `#alerts-prod1`.
    if (/^[#@]/.test(text) && (0,_entropy_js__WEBPACK_IMPORTED_MODULE_0__/* .isWordy */ .yY)(text.slice(1)))
        return false;
    const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[!@#$%^&*?~+]/].filter((kind) => kind.test(text)).length;
    if (kinds < 3)
        return false;
    if (!(0,_entropy_js__WEBPACK_IMPORTED_MODULE_0__/* .isWordy */ .yY)(text))
        return true;
    const words = text.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
    return /[!#$%^&*?~]/.test(text) || (words.length >= 3 && !words.some(_placeholder_js__WEBPACK_IMPORTED_MODULE_1__/* .speaksOfItself */ .ak));
}


/***/ }),

/***/ 93133:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ak: () => (/* binding */ speaksOfItself),
/* harmony export */   lj: () => (/* binding */ isNamedAfterItself),
/* harmony export */   pR: () => (/* binding */ isDefaultCredential),
/* harmony export */   vX: () => (/* binding */ isRedacted),
/* harmony export */   wK: () => (/* binding */ isPlaceholder)
/* harmony export */ });
/* harmony import */ var _entropy_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(90725);

/** Words that occur only where a value is still to be put, or is made up for an example. */
const markers = new Set(`change changeme changethis update replace replaceme replaced insert put enter add fill example examples sample dummy fake mock
  placeholder todo tbd tbc fixme xxx redacted masked hidden removed omitted censored foo bar baz qux quux quuz corge grault garply
  waldo plugh xyzzy thud foobar foobaz blah your yours some
  here test testing tests demo none null nil undefined empty unset unused invalid lorem ipsum notset abc abcd abcdef asdf
  qwerty notreal bogus`.split(/\s+/));
/** Words that speak of credentials or fill sentences; a value made of nothing else says only what should be there. */
const fillers = new Set(`password passwords passwd passphrase pass pwd pw secret secrets token tokens key keys apikey api access client id user username name login
  account auth oauth basic bearer credential credentials cred creds private public secretkey accesskey value values string text data content
  base encoded base64 b64 encode decode literal plain plaintext this that is the a an of for to in with by not no real really very super strong
  strongpassword secure insecure unsafe safe random randomly generated only dev local development please use me it me1 set you webhook
  url signing encryption session cookie hash salt ssh tls db database app application service must be at least characters chars long
  something anything default goes from used unused via there one two my mine`.split(/\s+/));
/** Passwords that products ship with. Placeholders in a chart's values or a pipeline's service container; deployed, they are passwords. */
const defaults = new Set(`admin administrator root postgres postgresql mysql mariadb mongo mongodb redis guest minio minioadmin elastic kibana grafana rabbitmq
  keycloak user sa system wordpress vault nexus jenkins harbor12345 toor public private changeit admin123 minio123 bitnami cassandra clickhouse couchdb influxdb neo4j openldap sonar airflow superset zabbix gitea
  metabase nifi tomcat solr kafka discourse ghost`.split(/\s+/));
/** Credentials that vendors' documentation prints for everyone. */
const published = [
    /EXAMPLE(?:KEY)?$/,
    /^eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9\.eyJzdWIiOiIxMjM0NTY3ODkw/,
    /^MIIBOgIBAAJBAKj34GkxFhD90vcNLYLInFEX6Ppy1tPf9Cnzj4p4WGeKLs1Pt8Qu/,
];
/** Whether a value only says that one should be here. `key` is its name: `password: db-password` says nothing. */
function isPlaceholder(text, key = '') {
    const value = text.trim();
    if (value === '' || value.length > 400 || /^changeit$/i.test(value))
        return false;
    // A constant whose value is its own name; armor around nothing.
    if (key !== '' && plain(value) === plain(key) && !(0,_entropy_js__WEBPACK_IMPORTED_MODULE_0__/* .looksRandom */ .EZ)(value))
        return true;
    if (/^-----BEGIN [A-Z ]{1,40}-----/.test(value))
        return !/[A-Za-z0-9+/=]{24}/.test(value.replace(/-----[A-Z ]{1,50}-----/g, ''));
    if (value.split(/[^A-Za-z0-9]+/).some(looksMachineMade))
        return published.some((shape) => shape.test(value));
    if (/^(.)\1*$/s.test(value) || /^[.*•…_x#?-]+$/i.test(value))
        return true;
    if (/^<[^<>\n="']{0,200}(?<!\/)>$|^\[[^[\]\n]{1,100}\]$|^%[A-Za-z_]{2,80}%$|^__[A-Za-z_]{2,80}__$|^@@?[A-Za-z_]{2,80}@@?$/.test(value))
        return true;
    if (/^\*{1,8}[A-Za-z0-9 _-]{1,40}\*{1,8}$/.test(value))
        return true;
    if (/^[0-](?:[0-]|0000){7,}$/.test(value))
        return true;
    if (/x{5,}|\*{4,}|•{3,}|\w\.{3}(?:\w|$)|…/i.test(value))
        return true;
    if (/^(?:0123456789|123456789|1234567|12345|1234|123)(?:0|abc|abcdef|abcdefg?)?$/.test(value) && key !== '')
        return true;
    if (/(?:change|replace|insert|fill)(?:[-_ ]?(?:me|this|with|in|your)|[-_ ]it)|place[-_ ]?holder|your[-_ ].{1,60}[-_ ]here/i.test(value))
        return true;
    if (isSomeones(value))
        return true;
    if (published.some((shape) => shape.test(value)))
        return true;
    return isMadeOfFillers(value, key);
}
/** `your-password`, `yourRconPassword`, `my_token`, `dummy key`: whose it is, and nothing that would be one. */
function isSomeones(value) {
    const words = wordsOf(value);
    const [first = '', last = ''] = [words[0], words.at(-1)];
    if (words.length < 2 || words.length > 8 || /\d{3}/.test(value))
        return false;
    if (/^(?:your|some|dummy|fake|example|sample|mock)$/.test(first))
        return true;
    return first === 'my' && (/^my[-_ ]/i.test(value) || fillers.has(last));
}
/** Whether a word speaks of credentials, or of nothing yet: a value with such a word in it is the name of something. */
function speaksOfItself(word) {
    const bare = word.toLowerCase().replace(/\d+$/, '');
    return bare === '' ? false : fillers.has(bare) || markers.has(bare) || things.has(bare);
}
/** Words that names of deployed things are made of. */
const things = new Set(`admin prod staging stage live cluster server config system namespace store backend frontend worker job main master primary replica release
  version cert certificate ca role policy group team project bot hook node pool queue topic bucket volume image registry repo deploy web`.split(/\s+/));
const plain = (text) => text.toLowerCase().replace(/[^a-z0-9]/g, '');
/** What a generator made says more than the word `changeme` before it. */
function looksMachineMade(part) {
    return part.length >= 16 && /\d/.test(part) && (0,_entropy_js__WEBPACK_IMPORTED_MODULE_0__/* .looksRandom */ .EZ)(part);
}
/** Whether a value is a password some product ships with. */
function isDefaultCredential(text) {
    return defaults.has(text.trim().toLowerCase());
}
/** Whether the end of a value was cut off or struck out, as documentation does: `ops_eyJzaWdu...`, `xoxp-57…-####`. */
function isRedacted(text) {
    return /(?:\.\.|…)$|\[redacted\]|#{6,}|\*{4,}/i.test(text.trim());
}
/** Whether a value only repeats what it is: `custom_pass`, `jiraToken`, `harbor_registry_password`. Not asked where only a secret can be. */
function isNamedAfterItself(text) {
    return /^[A-Za-z][A-Za-z_-]{2,50}(?:pass(?:word|wd)?|[Pp]w|pwd|[Tt]oken|[Ss]ecret|[Kk]ey)\d{0,3}$/.test(text.trim());
}
function isMadeOfFillers(value, key) {
    const words = wordsOf(value);
    if (words.length === 0 || words.length > 20)
        return false;
    // `MySecretToken2024!` is what people make of such words when they are asked for a password.
    if (/[a-z]/.test(value) &&
        /[A-Z]/.test(value) &&
        /\d/.test(value) &&
        /[!@#$%^&*?~+]/.test(value) &&
        !words.some((word) => markers.has(word.replace(/\d+$/, ''))))
        return false;
    const named = new Set(wordsOf(key));
    const known = (word) => markers.has(word) || fillers.has(word) || named.has(word) || /^\d{1,3}$/.test(word) || isCompound(word);
    return words.every(known) && words.some((word) => markers.has(word) || fillers.has(word) || isCompound(word));
}
/** Two or three known words written together: mypassword, testsecret, yourapikey. */
function isCompound(word) {
    const bare = word.replace(/\d{1,4}$/, '');
    if (bare.length < 5 || bare.length > 40)
        return false;
    if (markers.has(bare) || fillers.has(bare))
        return true;
    for (let cut = 2; cut <= bare.length - 2; cut++) {
        const head = bare.slice(0, cut);
        if (!markers.has(head) && !fillers.has(head))
            continue;
        const tail = bare.slice(cut);
        if (markers.has(tail) || fillers.has(tail))
            return true;
        for (let next = 2; next <= tail.length - 2; next++) {
            const [second, third] = [tail.slice(0, next), tail.slice(next)];
            if ((markers.has(second) || fillers.has(second)) && (markers.has(third) || fillers.has(third)))
                return true;
        }
    }
    return false;
}
function wordsOf(text) {
    return text
        .slice(0, 400)
        .split(/[^A-Za-z0-9]+|(?<=[a-z])(?=[A-Z])/)
        .filter((word) => word !== '')
        .map((word) => word.toLowerCase());
}


/***/ }),

/***/ 98893:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ isReference),
/* harmony export */   b: () => (/* binding */ filledInBy)
/* harmony export */ });
/* harmony import */ var _entropy_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(90725);

const vals = 'vault|openbao|awsssm|awssecrets|awskms|s3|gcs|gcpsecrets|gkms|azurekeyvault|azblob|sops|file|envsubst|tfstate|tfstategs|tfstates3|tfstateazurerm|tfstateremote|gitlab|op|onepassword|onepasswordconnect|doppler|pulumistateapi|googlesheets|k8s|conjur|hcpvaultsecrets|httpjson|bw|bitwarden|infisical|keychain|scaleway|secretserver|yclockbox|exec|oci|ejson|awsec2';
/** Values that name a secret kept elsewhere, by the whole grammar of the tool that resolves them: a prefix alone is not a reference. */
const shapes = [
    // Argo CD Vault Plugin, inline paths: <path:PATH#KEY[#VERSION][ | MODIFIER]>; argocd-lovely and others: <secret:…#…>, <vault:…~KEY>.
    /^<(?:path|secret|vault|awssecret|gcp):[^<>#~\n]{1,300}[#~][^<>#~\s]{1,150}(?:[#~][\w.-]{1,60})?(?:\s{0,3}\|\s{0,3}[\w .{}()$'"-]{1,100}){0,4}>$/,
    // vals and helmfile. ref+echo:// of a literal is none: vals prints what is there.
    new RegExp(`^(?:secretref|ref)\\+(?:${vals})://[^\\s#]{1,300}(?:#[^\\s]{1,200})?$`),
    // helm-secrets names a file.
    /^secrets(?:\+(?:gpg|age)-import(?:-kubernetes)?)?:\/\/[\w./:#?&=@%+~-]{0,300}[./][\w./:#?&=@%+~-]{1,200}$/,
    // 1Password: op://VAULT/ITEM[/SECTION]/FIELD.
    /^op:\/\/[\w .@-]{1,100}\/[\w .@-]{1,200}(?:\/[\w .@-]{1,100}){1,2}(?:\?attribute=\w{1,20})?$/,
    // Cloud stores by their tools' URLs: a store, then a name in it.
    /^(?:akv|gsm|sm|berglas|bws?|infisical|doppler|pass|awssm|awsps|azkv|keyvault|hcv)(?:\+[a-z0-9-]{1,30})?:\/\/[\w.@-]{1,200}(?:\/[\w ./:#?&=@%+~-]{1,300}|#[\w.-]{1,200})$/,
    // Bank-Vaults: vault:PATH#KEY[#VERSION], and its write form.
    /^(?:>>)?vault:(?!v\d{1,6}:)[\w. -]{1,100}\/[\w ./-]{1,300}#(?:[^\s#${}]{1,200}|\$\{\.[\w.-]{1,100}\})(?:#\d{1,6})?$/,
    /^arn:aws[a-z-]{0,10}:(?:secretsmanager:[\w-]{2,30}:\d{12}:secret:|ssm:[\w-]{2,30}:\d{12}:parameter\/|kms:[\w-]{2,30}:\d{12}:(?:key|alias)\/)[\w/+=.@:-]{1,600}$/,
    /^https:\/\/[a-z0-9-]{1,80}\.(?:vault\.azure\.net|vault\.usgovcloudapi\.net|vault\.azure\.cn)(?:\/|\/(?:secrets|keys|certificates)\/[\w-]{1,127}(?:\/[0-9a-f]{32})?\/?)?$/i,
    /^@Microsoft\.KeyVault\((?:SecretUri=https:\/\/[^()\s]{1,300}|VaultName=[^()\s;]{1,100};\s{0,2}SecretName=[^()\s]{1,200})\)$/,
    /^projects\/[\w-]{1,100}\/secrets\/[\w-]{1,255}(?:\/versions\/[\w-]{1,40})?$/,
    /^\{\{resolve:(?:secretsmanager|ssm|ssm-secure):[\w/+=.@:-]{1,400}\}\}$/,
    // Grafana, Loki and friends.
    /^\$__(?:file|env|vault)\{[^{}\n]{1,300}\}$/,
    /^(?:env|os\.environ|ENV)[:./][A-Za-z_]\w{0,200}$/,
    /^(?:!Ref|!GetAtt|!Sub|!vault)\s{1,4}[\w.:/-]{1,300}$/,
];
/** What a plain field may name, but a field that holds nothing but a secret may not: there `$ecret` is a password. */
const namesInPlainFields = [
    // Argo CD and Dex: $name:key, $key. Shell: $VAR.
    /^\$[A-Za-z_][\w.-]{0,252}(?::[\w.-]{1,252})?$/,
    // Files of the repository or of a site; a setting's name in another configuration: `hub.db.password`.
    /^(?:[\w-]{1,60}\/){0,8}[\w.-]{1,80}\.(?:md|html?|ya?ml|json|txt|pem|key|crt|cer|env|conf|ini|properties|sh|py|js|ts|go)$/,
    /^[a-z][a-z0-9_-]{0,40}(?:\.[a-z][a-z0-9_-]{0,40}){1,6}\.(?:password|passwd|pass|secret|token|key)$/i,
    // Mount paths, with or without file:.
    /^(?:file:(?:\/\/)?)?(?:\/|~\/|\.{1,2}\/)(?:[\w.@%+-]{1,200}\/){0,30}[\w.@%+-]{0,200}$/,
];
/** Whether a value is a reference to a secret kept elsewhere. */
function isReference(text, context = {}) {
    if (text.length > 700)
        return false;
    if (context.argoVaultPlugin === true && /^<[^<>\n]{1,300}>$/.test(text))
        return !isCloak(text);
    if (shapes.some((shape) => shape.test(text)))
        return !isCloak(text);
    return context.secretOnly !== true && namesInPlainFields.some((shape) => shape.test(text)) && !hidesRandomness(text);
}
/** Tools that fill a reference in, by what their references look like, also in the middle of a text. */
const fillers = [
    [/<(?:path|vault|secret):[^<>#~\n]{1,300}[#~][^<>\s]{1,150}>/, 'the Argo CD Vault Plugin filled in'],
    [/vault:(?!v\d)[\w. -]{1,100}\/[\w ./-]{1,300}#/, 'Bank-Vaults filled in'],
    [/\b(?:secretref|ref)\+[a-z0-9]{1,30}:\/\//, 'vals filled in'],
    [/\bop:\/\//, '1Password filled in'],
    [/\bsecrets(?:\+[a-z-]{1,40})?:\/\//, 'helm-secrets filled in'],
];
/** What fills in the references of a text, to follow `which`; undefined where it has none. */
function filledInBy(text, context = {}) {
    const value = text.trim();
    if (value.length > 4_000)
        return undefined;
    const filler = fillers.find(([shape]) => shape.test(value));
    if (filler !== undefined && !isCloak(filler[0].exec(value)?.[0] ?? ''))
        return filler[1];
    if (!isReference(value, { ...context, secretOnly: true }))
        return undefined;
    return context.argoVaultPlugin === true && value.startsWith('<')
        ? 'the Argo CD Vault Plugin filled in'
        : 'named a secret in a store';
}
/** Stores, paths and keys have names; `op://a/b/kJ8s0fQ2xv9LrT` holds what it should name. */
function isCloak(text) {
    return text.split(/[^A-Za-z0-9]+/).some(_entropy_js__WEBPACK_IMPORTED_MODULE_0__/* .looksGenerated */ .At);
}
/** `/run/secrets/db` names a file; `/kJ8s0fQ2xv9LrT` is a password that begins with a slash. */
function hidesRandomness(text) {
    return text.split(/[/$:]/).some((part) => part.length >= 12 && (0,_entropy_js__WEBPACK_IMPORTED_MODULE_0__/* .looksRandom */ .EZ)(part));
}


/***/ }),

/***/ 58632:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Di: () => (/* binding */ templateParts),
/* harmony export */   R1: () => (/* binding */ soleLiteral),
/* harmony export */   bG: () => (/* binding */ carriesLiteral)
/* harmony export */ });
/* harmony import */ var _entropy_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(90725);

// Helm, External Secrets, Vault agent and Ansible write {{ }}; GitHub ${{ }}; Flux ${VAR}; Kubernetes $(VAR); ERB <%= %>; Jsonnet-like %{ }.
const expression = /\$?\{\{((?:[^{}]|\{(?!\{)|\}(?!\})){0,2000})\}\}|\$\{([^{}]{0,500})\}|\$\(([^()]{1,300})\)|<%([^%]{0,500})%>|\{%([^%]{0,500})%\}/g;
/** Takes a text with template expressions apart; undefined where it has none. */
function templateParts(text) {
    if (!/\{\{|\$\{|\$\(|<%|\{%/.test(text))
        return undefined;
    const literals = [];
    let rest = text;
    // Expressions that print expressions (`{{ print "{{X}}" }}`) come apart from the inside.
    for (let pass = 0; pass < 3; pass++) {
        const next = rest.replace(expression, (whole, mustache, variable) => {
            // An expression that is one made-up word is a value in braces.
            if (/^[^\w]{1,5}[\w:-]{1,500}[^\w]{1,5}$/.test(whole))
                for (const word of whole.split(/[^A-Za-z0-9]+/))
                    if ((0,_entropy_js__WEBPACK_IMPORTED_MODULE_0__/* .looksGenerated */ .At)(word))
                        literals.push(word);
            if (typeof mustache === 'string')
                for (const each of [...literalsOf(mustache), ...(whole.startsWith('$') ? strings(mustache) : [])])
                    literals.push(each);
            else if (typeof variable === 'string')
                for (const each of defaultOf(variable))
                    literals.push(each);
            return ' ';
        });
        if (next === rest)
            break;
        rest = next;
    }
    return rest === text ? undefined : { rest, literals };
}
/** The literal that a text falls back to, where it is one expression and nothing else: `${VAR:-x}`, `{{ .y | default "x" }}`. */
function soleLiteral(text) {
    const parts = templateParts(text);
    const literals = [...new Set(parts?.literals)];
    return parts?.rest.trim() === '' && literals.length === 1 ? literals[0] : undefined;
}
/** The string constants of a Go template expression that can become the value itself: `default "x"`, `"x" | b64enc`, `"x"`. */
function literalsOf(source) {
    const code = source.replace(/^-|-$/g, '').trim();
    const constant = '"((?:[^"\\\\]|\\\\.){0,500})"|`([^`]{0,500})`';
    const found = [];
    const forms = [
        new RegExp(`\\bdefault\\s{1,5}(?:${constant})`, 'g'),
        new RegExp(`^(?:${constant})\\s{0,5}(?:\\|\\s{0,5}(?:b64enc|quote|squote|toString|toYaml|toJson|trim|nindent \\d+|indent \\d+)\\s{0,5})*$`, 'g'),
        new RegExp(`^(?:b64enc|quote|squote|print|toString)\\s{1,5}(?:${constant})\\s{0,5}(?:\\|[^|]{0,60})*$`, 'g'),
        new RegExp(`\\bcoalesce\\s[^|()"]{0,200}(?:${constant})`, 'g'),
    ];
    for (const form of forms) {
        for (const match of code.matchAll(form))
            found.push(match[1] ?? match[2] ?? '');
    }
    return found;
}
/** The strings of a GitHub expression, which have single quotes: `${{ 'x' }}`, `${{ inputs.y || 'x' }}`. */
function strings(source) {
    return [...source.matchAll(/(?:^|\|\|)\s{0,9}'([^']{0,500})'/g)].map((match) => match[1] ?? '');
}
/**
 * `${VAR:=literal}`, `${VAR:-literal}` and `${VAR:+literal}` (Flux substitution, shell) carry a value, and so do Spring's
 * `${db.password:literal}` and `${VAR:literal}`; `${VAR}` and Terraform's `${module.a-b.c}` carry none.
 */
function defaultOf(source) {
    const match = /^(?:\w{1,200}:?|[A-Za-z_][\w.]{0,200}:)[-=+]([\s\S]*)$/.exec(source) ?? springDefault.exec(source);
    return match?.[1] === undefined || match[1] === '' ? [] : [match[1]];
}
/** Names in capitals or with dots; `env:`, `file:` and the like say where a value comes from. */
const springDefault = /^(?!(?:env|file|sys|vault|secrets?|aws|ssm|k8s|configmap):)(?:[A-Z][A-Z0-9_]{1,100}|[a-z][\w-]{0,60}(?:\.[\w-]{1,60}){1,8}):(?!\d+(?::|$))([^\s:?/][^\s]{0,400})$/i;
/** Whether the text around the expressions is more than words and punctuation: `abc123Q9z{{ "" }}` is a literal with a tail. */
function carriesLiteral(rest) {
    return rest.split(/[\s"'`,;:/@&?=|()[\]{}<>]+/).some((part) => part.length >= 8 && (0,_entropy_js__WEBPACK_IMPORTED_MODULE_0__/* .looksRandom */ .EZ)(part));
}


/***/ }),

/***/ 41881:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gw: () => (/* binding */ splitUserinfo),
/* harmony export */   Ss: () => (/* binding */ splitAuthority),
/* harmony export */   eY: () => (/* binding */ classifyUserinfo),
/* harmony export */   oF: () => (/* binding */ percentDecoded),
/* harmony export */   wR: () => (/* binding */ classifyUrl)
/* harmony export */ });
/* unused harmony export isReservedHost */
/* harmony import */ var _classify_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30068);
/* harmony import */ var _entropy_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90725);
/* harmony import */ var _placeholder_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(93133);



/** A URL's authority, cut at its last `@`: a password may hold one. */
function splitAuthority(authority) {
    const cut = authority.lastIndexOf('@');
    return { userinfo: authority.slice(0, Math.max(0, cut)), host: authority.slice(cut + 1) };
}
/** The parts of a URL's userinfo, cut at the first colon that belongs to no template expression (RFC 3986 §3.2.1). */
function splitUserinfo(userinfo) {
    let depth = 0;
    for (let at = 0; at < userinfo.length; at++) {
        const character = userinfo.charAt(at);
        if (/[{(]/.test(character))
            depth++;
        else if (/[})]/.test(character))
            depth--;
        else if (character === ':' && depth <= 0)
            return { user: userinfo.slice(0, at), password: userinfo.slice(at + 1) };
    }
    return { user: userinfo, password: undefined };
}
/** Undoes percent-encoding; text that is none stays as it is. */
function percentDecoded(text) {
    if (!text.includes('%'))
        return text;
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}
/** Hosts that nobody can have: reserved for documentation (RFC 2606 §2 and §3). `.test` and `localhost` are hosts people use. */
function isReservedHost(host) {
    return /(?:^|\.)(?:invalid|example|example\.(?:com|net|org))\.?(?::\d{1,5})?$/i.test(host);
}
/** The class of a URL's password: a product's default or the user's own name is a placeholder, and so is one for a host of documentation. */
function classifyUserinfo(userinfo, host) {
    const { user, password } = splitUserinfo(userinfo);
    if (password === undefined || password === '')
        return 'empty';
    const decoded = percentDecoded(password);
    const kind = (0,_classify_js__WEBPACK_IMPORTED_MODULE_0__/* .classify */ .L)(decoded, { key: 'password' });
    if (kind !== 'literal')
        return kind;
    if (isReservedHost(host) && !(0,_entropy_js__WEBPACK_IMPORTED_MODULE_1__/* .looksGenerated */ .At)(decoded))
        return 'placeholder';
    return (0,_placeholder_js__WEBPACK_IMPORTED_MODULE_2__/* .isDefaultCredential */ .pR)(decoded) || decoded === percentDecoded(user) ? 'placeholder' : 'literal';
}
/** Schemes that lead to a host. Others name stores, files, or nothing at all. */
const url = /^(?:jdbc:)?(?:https?|wss?|s?ftp|tcp|udp|tls|grpcs?|postgres(?:ql)?|mysql|mariadb|mongodb(?:\+srv)?|rediss?|valkeys?|amqps?|kafka|nats|mqtts?|ldaps?|smtps?|imaps?|ssh|git|s3|clickhouse|cassandra|bolt|neo4j(?:\+s)?|sqlserver|elasticsearch|memcached|etcd|statsd|socks5h?):\/\/(?:([^\s/?#"']{1,400})@)?([^\s/?#@"']{1,300})([^\s]{0,2000})$/i;
/**
 * The class of a value that is one URL and nothing else: that of its password; public where it has none, and neither its path
 * nor its query holds what a generator made. Undefined where the text is not a URL.
 */
function classifyUrl(text) {
    const match = url.exec(text.trim());
    if (match === null)
        return undefined;
    const [, userinfo, host = '', rest = ''] = match;
    if (userinfo !== undefined) {
        const kind = classifyUserinfo(userinfo, host);
        if (kind !== 'empty')
            return kind;
    }
    // `app:pa` of `postgres://app:pa#ss@db`: a password with an unencoded `/`, `?` or `#`.
    if (/:(?!\d{1,5}$)/.test(host) && rest.includes('@'))
        return undefined;
    if (isReservedHost(host))
        return 'placeholder';
    if (host.split(/[.:]/).some(_entropy_js__WEBPACK_IMPORTED_MODULE_1__/* .looksGenerated */ .At))
        return undefined;
    const parts = rest.split(/[/?#&=;,]/).map(percentDecoded);
    const hasSecret = parts.some((part) => part.length >= 8 && ((0,_entropy_js__WEBPACK_IMPORTED_MODULE_1__/* .looksRandom */ .EZ)(part) || (0,_entropy_js__WEBPACK_IMPORTED_MODULE_1__/* .looksGenerated */ .At)(part)));
    const hasNamed = /[?&](?:sig|signature|token|key|api_?key|code|secret|password|auth)=[^&\s]/i.test(rest);
    return hasSecret || hasNamed || /[{$]/.test(text) ? undefined : 'public';
}


/***/ })

};
