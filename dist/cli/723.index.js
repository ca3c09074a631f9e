export const id = 723;
export const ids = [723];
export const modules = {

/***/ 723:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ readRulePage),
/* harmony export */   q: () => (/* binding */ readRuleInfos)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var _rules_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5087);


/** A rule's page, Markdown. The build lays the pages beside the bundle; in the sources they stand beside the rules. */
async function readRulePage(id) {
    const bundled = !import.meta.url.endsWith('/gather/rule-pages.ts');
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(new URL(bundled ? `rules/${id}.md` : `../rules/${id}.md`, import.meta.url), 'utf8');
}
/** What formats for machines say of every rule. */
function readRuleInfos() {
    return Promise.all(_rules_index_js__WEBPACK_IMPORTED_MODULE_1__/* .rules */ .a.map(async ({ id, category, severity, summary }) => ({
        id,
        category,
        severity,
        summary,
        help: await readRulePage(id),
    })));
}


/***/ }),

/***/ 5087:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  a: () => (/* binding */ rules)
});

;// CONCATENATED MODULE: ./build/rules/signature-observation.js
/** Kinds of ranges that a push makes, where signature findings only report unless `signatures.onPush` says block. */
const pushed = ['push', 'new-branch', 'first-push'];
/** How trust begins, for a base branch without keys. */
const beginning = [
    'The base branch trusts no keys yet, so this is reported and does not block.',
    'To begin: commit .gitops-gate/allowed_signers (SSH) or .gitops-gate/keys/NAME.asc (OpenPGP) to the base branch.',
];
/** What a signature rule says of a commit: its verdict's reason and remedy unless others are given. */
function signatureObservation({ change, policy, trustsKeys }, { sha, kind, subject, signature }, said = {}) {
    const reason = said.reason ?? signature.reason ?? 'The signature is not accepted.';
    const reportOnly = pushed.includes(change.range.kind) && policy.signatures.onPush === 'report';
    const isBeginning = !trustsKeys && signature.state !== 'bad' && signature.state !== 'malformed';
    return {
        message: `${kind === 'tag' ? 'Tag' : 'Commit'} ${sha.slice(0, 12)} (${subject}): ${reason}`,
        remedy: said.remedy ?? signature.remedy ?? 'Sign it with a key that the base branch trusts.',
        ...(isBeginning ? { details: beginning } : {}),
        ...(isBeginning || reportOnly ? { severity: 'low' } : {}),
        commit: sha,
        subject: [kind, sha, ...(said.demands ?? [])],
    };
}

;// CONCATENATED MODULE: ./build/rules/invalid-signature.js

/** A signature that does not fit its commit, or is no proper signature. */
const invalidSignature = {
    id: 'invalid-signature',
    category: 'signature',
    severity: 'critical',
    summary: 'A signature does not fit its commit, or is malformed.',
    *check(evidence) {
        for (const commit of evidence.change.commits) {
            const { state } = commit.signature;
            if (state === 'bad' || state === 'malformed')
                yield signatureObservation(evidence, commit);
        }
    },
};

;// CONCATENATED MODULE: ./build/kube/secrets/encrypted.js
const sopsValue = /^ENC\[AES256_GCM,data:([A-Za-z0-9+/]{0,4000000}={0,2}),iv:[A-Za-z0-9+/]{43}=,tag:[A-Za-z0-9+/]{22}==,type:(?:str|int|float|bool|bytes|comment|time)\]$/;
/** A value as SOPS writes it. Says nothing of whether the document around it is a SOPS document. */
function isSopsValue(text) {
    return text.startsWith('ENC[') && sopsValue.test(text);
}
/** Ciphertext that names its own scheme: ansible-vault, age and OpenPGP armor, git-crypt, Vault transit, eyaml. */
function isCiphertext(text) {
    if (text.startsWith('$ANSIBLE_VAULT;'))
        return true;
    if (text.startsWith('\0GITCRYPT\0'))
        return true;
    if (text.startsWith('-----BEGIN AGE ENCRYPTED FILE-----') || text.startsWith('-----BEGIN PGP MESSAGE-----')) {
        return !text.includes('PRIVATE KEY');
    }
    if (text.startsWith('age-encryption.org/v1\n'))
        return true;
    if (text.startsWith('vault:v'))
        return /^vault:v\d{1,6}:[A-Za-z0-9+/]{36,}={0,2}$/.test(text);
    if (text.startsWith('ENC['))
        return /^ENC\[(?:PKCS7|GPG|KMS),[A-Za-z0-9+/=\s]{64,}\]$/.test(text);
    if (text.startsWith('{cipher}'))
        return /^\{cipher\}[A-Za-z0-9+/=]{32,}$/.test(text);
    return false;
}
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
    return keyLength >= 128 && keyLength <= 2048 && keyLength % 64 === 0 && bytes.length >= 2 + keyLength + 16;
}

;// CONCATENATED MODULE: ./build/kube/secrets/placeholder.js
/** Words that only stand where a value is still to be put, or is made up for an example. */
const markers = new Set(`change changeme changeit changethis replace replaceme replaced insert put enter add fill example examples sample dummy fake mock
  placeholder todo tbd tbc fixme xxx redacted masked hidden removed omitted censored foo bar baz qux foobar your yours my mine some
  here test testing tests demo none null nil undefined empty unset unused invalid lorem ipsum notset abc abcd abcdef asdf
  qwerty notreal bogus`.split(/\s+/));
/** Words that speak of credentials or fill sentences; a value made of nothing else says only what should stand there. */
const fillers = new Set(`password passwords passwd passphrase pass pwd pw secret secrets token tokens key keys apikey api access client id user username name login
  account auth oauth basic bearer credential credentials cred creds private public secretkey accesskey value values string text data content
  base encoded base64 b64 encode decode literal plain plaintext this that is the a an of for to in with by not no real really very super strong
  strongpassword secure insecure unsafe safe random randomly generated only dev local development please use me it me1 set you webhook
  url signing encryption session cookie hash salt ssh tls db database app application service must be at least characters chars long
  something anything default goes from`.split(/\s+/));
/** Passwords that products ship with. Placeholders in a chart's values or a pipeline's service container; deployed, they are passwords. */
const defaults = new Set(`admin administrator root postgres postgresql mysql mariadb mongo mongodb redis guest minio minioadmin elastic kibana grafana rabbitmq
  keycloak user sa system wordpress vault nexus jenkins harbor12345 toor public private`.split(/\s+/));
/** Credentials that vendors' documentation prints for everyone. */
const published = [
    /EXAMPLE(?:KEY)?$/,
    /^eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9\.eyJzdWIiOiIxMjM0NTY3ODkw/,
    /^MIIBOgIBAAJBAKj34GkxFhD90vcNLYLInFEX6Ppy1tPf9Cnzj4p4WGeKLs1Pt8Qu/,
];
/** Whether a value only says that one should stand here. `key` is the name it stands under: `password: db-password` says nothing. */
function isPlaceholder(text, key = '') {
    const value = text.trim();
    if (value === '' || value.length > 400)
        return false;
    if (/^(.)\1*$/s.test(value) || /^[.*•…_x#?-]+$/i.test(value))
        return true;
    if (/^<[^<>\n]{0,200}>$|^\[[^[\]\n]{1,100}\]$|^%[A-Za-z_]{2,80}%$|^__[A-Za-z_]{2,80}__$|^@@?[A-Za-z_]{2,80}@@?$/.test(value))
        return true;
    if (/x{5,}|\*{4,}|•{3,}|\.{3}$|…$/i.test(value))
        return true;
    if (/^(?:0123456789|123456789|1234567|12345|1234|123)(?:0|abc|abcdef|abcdefg?)?$/.test(value) && key !== '')
        return true;
    if (/(?:change|replace|insert|fill)[-_ ]?(?:me|this|it|with|in|your)|place[-_ ]?holder|your[-_ ].{1,60}[-_ ]here/i.test(value))
        return true;
    if (/^(?:your|my|some|dummy|fake|example|sample|mock)[-_ ]/i.test(value) &&
        wordsOf(value).length <= 8 &&
        !/\d{3}/.test(value))
        return true;
    if (published.some((shape) => shape.test(value)))
        return true;
    return isMadeOfFillers(value, key);
}
/** Whether a value is a password some product ships with. */
function isDefaultCredential(text) {
    return defaults.has(text.trim().toLowerCase());
}
function isMadeOfFillers(value, key) {
    const words = wordsOf(value);
    if (words.length === 0 || words.length > 20)
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

;// CONCATENATED MODULE: ./build/kube/secrets/public-material.js
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

;// CONCATENATED MODULE: ./build/kube/secrets/entropy.js
/**
 * Whether a string looks as if a generator made it rather than a person. The last resort: asked only of values whose
 * key already speaks of a credential. Thresholds are per alphabet, because hex can never reach 4 bits a character.
 */
function looksRandom(text) {
    if (text.length < 8 || text.length > 4096 || /\s/.test(text))
        return false;
    if (isFamiliarShape(text) || isWordy(text))
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
/** Shannon entropy in bits a character. */
function entropy(text) {
    const counts = new Map();
    for (const character of text)
        counts.set(character, (counts.get(character) ?? 0) + 1);
    let bits = 0;
    let total = 0;
    for (const count of counts.values())
        total += count;
    for (const count of counts.values())
        bits -= (count / total) * Math.log2(count / total);
    return bits;
}
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const familiar = [
    uuid,
    // Digests with their algorithm, image references by digest, and subresource integrity.
    /(?:^|@)(?:sha1|sha256|sha384|sha512|md5)[:-]/i,
    // Versions, dates, times, addresses with a port.
    /^v?\d{1,5}(?:\.\d{1,8}){1,3}(?:[-+.][0-9A-Za-z.+-]{1,60})?$/,
    /^\d{4}-\d\d-\d\d(?:[T ][0-9:.Z+-]{1,30})?$/,
    /^(?:\d{1,3}\.){3}\d{1,3}(?::\d{1,5}|\/\d{1,2})?$/,
    // URLs without userinfo, paths, host names, image names, email addresses.
    /^[a-z][a-z0-9+.-]{1,20}:\/\/[^@\s]{0,500}$/i,
    /^\.{0,2}\/[\w.@%+-]{1,100}(?:\/[\w.@%+-]{0,100}){0,30}$/,
    /^(?:[a-z0-9](?:[a-z0-9-]{0,62})\.){1,8}[a-z]{2,18}(?::\d{1,5})?(?:\/[\w./-]{0,200})?$/i,
    /^[a-z0-9.-]{1,100}(?:\/[a-z0-9._-]{1,100}){1,5}:[\w.-]{1,128}$/,
    /^[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}$/,
];
function isFamiliarShape(text) {
    return familiar.some((shape) => shape.test(text));
}
/** Words, numbers and short version marks joined by separators or camel case: `my-tls-secret-v2`, `PostgresClientKey1`. */
function isWordy(text) {
    const parts = text.split(/[-_.:/@,;=+ ]|(?<=[a-z])(?=[A-Z][a-z])/).filter((part) => part !== '');
    return parts.every((part) => {
        if (/^v?\d{1,4}$/i.test(part))
            return true;
        if (/^[a-z]{1,3}\d{1,2}[a-z]{0,3}$/i.test(part) && parts.length > 1)
            return true;
        const word = /^(?:[A-Z]?[a-z]+|[A-Z]+)\d{0,4}$/.exec(part)?.[0];
        return word !== undefined && word.length <= 20 && readsAloud(word.replace(/\d+$/, ''));
    });
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

;// CONCATENATED MODULE: ./build/kube/secrets/reference.js

/** Values that name a secret kept elsewhere, by the tool that resolves them. Each shape is strict: a name, never a value. */
const shapes = [
    // Argo CD Vault Plugin: <path:store/data/x#key>, <secret:…>, <vault:…~key>.
    /^<(?:path|secret|vault|awssecret|gcp)[:][^<>\n]{1,500}>$/,
    // vals and helmfile. ref+echo:// and ref+file:// of a literal are no references: vals prints what stands there.
    /^(?:secretref|ref)\+(?!echo:)[a-z0-9+]{2,40}:\/\/[^\s]{1,500}$/,
    /^(?:secrets|op|akv|gsm|sm|berglas|bws?|infisical|doppler|pass|awssm|awsps|azkv|keyvault|hcv)(?:\+[a-z0-9-]{1,30})?:\/\/[\w ./:#?&=@%+~-]{1,500}$/,
    // Bank-Vaults, also with a version, and its write form.
    /^(?:>>)?vault:(?!v\d{1,6}:)[\w ./-]{1,300}#[^\s#]{1,200}(?:#\d{1,6})?$/,
    /^arn:aws[a-z-]{0,10}:(?:secretsmanager|ssm|kms):[^\s]{1,500}$/,
    /^https:\/\/[a-z0-9-]{1,80}\.(?:vault\.azure\.net|vault\.usgovcloudapi\.net|vault\.azure\.cn)(?:\/[\w./-]{0,300})?$/i,
    /^@Microsoft\.KeyVault\([^()\n]{1,400}\)$/,
    /^projects\/[\w-]{1,100}\/secrets\/[\w-]{1,255}(?:\/versions\/[\w-]{1,40})?$/,
    /^\{\{resolve:(?:secretsmanager|ssm|ssm-secure):[^{}\n]{1,400}\}\}$/,
    // Grafana, Loki and friends.
    /^\$__(?:file|env|vault)\{[^{}\n]{1,300}\}$/,
    /^(?:env|os\.environ|ENV)[:./][A-Za-z_]\w{0,200}$/,
    /^(?:!Ref|!GetAtt|!Sub|!vault)\s{1,4}[\w.:/-]{1,300}$/,
];
/** What a plain field may name, but a field that holds nothing but a secret may not: there `$ecret` is a password. */
const namesInPlainFields = [
    // Argo CD and Dex: $name:key, $key. Shell: $VAR.
    /^\$[A-Za-z_][\w.-]{0,252}(?::[\w.-]{1,252})?$/,
    // Mount paths, with or without file:.
    /^(?:file:(?:\/\/)?)?(?:\/|~\/|\.{1,2}\/)(?:[\w.@%+-]{1,200}\/){0,30}[\w.@%+-]{0,200}$/,
];
/** Whether a value is a reference to a secret kept elsewhere. */
function isReference(text, context = {}) {
    if (text.length > 600)
        return false;
    if (context.argoVaultPlugin === true && /^<[^<>\n]{1,300}>$/.test(text))
        return true;
    if (shapes.some((shape) => shape.test(text)))
        return true;
    return context.secretOnly !== true && namesInPlainFields.some((shape) => shape.test(text)) && !hidesRandomness(text);
}
/** `/run/secrets/db` names a file; `/kJ8s0fQ2xv9LrT` is a password that begins with a slash. */
function hidesRandomness(text) {
    return text.split(/[/$:]/).some((part) => part.length >= 12 && looksRandom(part));
}

;// CONCATENATED MODULE: ./build/kube/secrets/template.js

// Helm, External Secrets, Vault agent and Ansible write {{ }}; GitHub ${{ }}; Flux ${VAR}; Kubernetes $(VAR); ERB <%= %>; Jsonnet-like %{ }.
const expression = /\$?\{\{([\s\S]{0,2000}?)\}\}|\$\{([^{}]{0,500})\}|\$\(([A-Za-z_][\w.-]{0,252})\)|<%([\s\S]{0,500}?)%>|\{%([\s\S]{0,500}?)%\}/g;
/** Takes a text with template expressions apart; undefined where it has none. */
function templateParts(text) {
    if (!/\{\{|\$\{|\$\(|<%|\{%/.test(text))
        return undefined;
    const literals = [];
    let found = false;
    const rest = text.replace(expression, (_whole, mustache, variable) => {
        found = true;
        if (typeof mustache === 'string')
            literals.push(...literalsOf(mustache));
        else if (typeof variable === 'string')
            literals.push(...defaultOf(variable));
        return ' ';
    });
    return found ? { rest, literals } : undefined;
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
        new RegExp(`\\bcoalesce\\s[^|]{0,200}?(?:${constant})`, 'g'),
    ];
    for (const form of forms) {
        for (const match of code.matchAll(form))
            found.push(match[1] ?? match[2] ?? '');
    }
    return found;
}
/** `${VAR:=literal}` and `${VAR:-literal}` (Flux substitution, shell) carry a value; `${VAR}` carries none. */
function defaultOf(source) {
    const match = /^[A-Za-z_][\w.]{0,200}:?[-=]([\s\S]*)$/.exec(source);
    return match?.[1] === undefined || match[1] === '' ? [] : [match[1]];
}
/** Whether what stands around the expressions is more than words and punctuation: `abc123Q9z{{ "" }}` is a literal with a tail. */
function carriesLiteral(rest) {
    return rest.split(/[\s"'`,;:/@&?=|()[\]{}<>]+/).some((part) => part.length >= 8 && looksRandom(part));
}

;// CONCATENATED MODULE: ./build/kube/secrets/classify.js





/** Classifies a decoded leaf. Total: any text has a class. */
function classify(text, context = {}) {
    const value = text.trim();
    if (value === '' || value === '""' || value === "''" || value === 'null' || value === '~')
        return 'empty';
    if (isEncrypted(value, context))
        return 'encrypted';
    if (isReference(value, context))
        return 'reference';
    const template = classifyTemplate(value, context);
    if (template !== undefined)
        return template;
    if (isPublicMaterial(value))
        return 'public';
    return isPlaceholder(value, context.key) ? 'placeholder' : 'literal';
}
function isEncrypted(value, context) {
    if (context.sops === true && isSopsValue(value))
        return true;
    if (context.sealed === true && isSealedPayload(value))
        return true;
    return isCiphertext(value);
}
function classifyTemplate(value, context) {
    const parts = templateParts(value);
    if (parts === undefined)
        return undefined;
    const classes = parts.literals.map((literal) => classify(literal, { ...context, sops: false, sealed: false }));
    if (classes.includes('literal') || carriesLiteral(parts.rest))
        return 'literal';
    return classes.includes('placeholder') ? 'placeholder' : 'template';
}

;// CONCATENATED MODULE: ./build/kube/secrets/decode.js
/** The most characters of one leaf that are decoded; what is longer is judged as it stands. */
const most = 1_500_000;
const utf8 = new TextDecoder('utf-8', { fatal: true });
/**
 * Decodes base64 (standard or URL alphabet, white space ignored) that holds text; undefined where it is no base64, or
 * where the bytes are no printable UTF-8.
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
 * Takes layers of base64 off a value, `depth` at most, as long as what comes out is text. A layer is taken off only
 * where the value can hardly be anything else: 16 characters or more of proper base64.
 */
function unwrap(text, depth = 3) {
    let current = text;
    for (let layer = 0; layer < depth; layer++) {
        const value = current.trim();
        if (value.length < 16 || value.length % 4 !== 0)
            return current;
        const decoded = decodeBase64Text(value);
        if (decoded === undefined || decoded.trim() === '')
            return current;
        current = decoded;
    }
    return current;
}

;// CONCATENATED MODULE: ./build/kube/secrets/carriers.js




/** Formats that carry a credential in a known frame: key armor, a URL's userinfo, an authorization header. */
const carriers = [
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
        pattern: /(LS0tLS1CRUdJTi[A-Za-z0-9+/]{80,24000}={0,2})/y,
        check: (text) => /-----BEGIN (?:[A-Z0-9]{1,12} ){0,4}PRIVATE KEY/.test(decodeBase64Text(text) ?? ''),
        severity: 'critical',
        inWord: true,
    },
    {
        id: 'url-userinfo',
        name: 'a password inside a URL',
        keywords: ['://'],
        pattern: /:\/\/[^\s/@:"'<>]{0,128}:([^\s/@"'<>]{1,256})@(?=[\w[{$(.-])/y,
        check: (password) => classify(password, { key: 'password' }) === 'literal' && !isDefaultCredential(password),
        severity: 'high',
        inWord: true,
    },
    {
        id: 'basic-authorization',
        name: 'an HTTP basic authorization header',
        keywords: ['Basic ', 'basic '],
        pattern: /[Bb]asic ([A-Za-z0-9+/]{8,400}={0,2})(?![\w+/=-])/y,
        check: (encoded) => {
            const [user, ...password] = (decodeBase64Text(encoded) ?? '').split(':');
            return (user !== undefined && password.length > 0 && classify(password.join(':'), { key: 'password' }) === 'literal');
        },
        severity: 'high',
    },
    {
        id: 'bearer-authorization',
        name: 'an HTTP bearer authorization header',
        keywords: ['Bearer ', 'bearer '],
        pattern: /[Bb]earer ([\w.~+/-]{16,2000}={0,2})(?![\w+/=-])/y,
        check: (token) => looksRandom(token) && classify(token) === 'literal',
        severity: 'high',
    },
];
function isKeyBody(body) {
    const text = body.replace(/\\[nrt]|\s|^[A-Z][\w-]{1,40}: .{0,200}$/gm, '');
    const run = /[A-Za-z0-9+/=]{48,}/.exec(text)?.[0];
    return run !== undefined && entropy(run) >= 3.6 && !/(?:x{8}|X{8}|\.{3})/.test(text);
}

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./build/kube/secrets/checksum.js

const base62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/**
 * Whether the last six characters of a GitHub token are the CRC-32 of the thirty before them in base 62
 * (github.blog, "Behind GitHub's new authentication token formats").
 */
function hasGithubChecksum(token) {
    const body = token.slice(token.indexOf('_') + 1);
    let rest = (0,external_node_zlib_.crc32)(body.slice(0, -6)) >>> 0;
    let checksum = '';
    for (let i = 0; i < 6; i++) {
        checksum = base62.charAt(rest % 62) + checksum;
        rest = Math.floor(rest / 62);
    }
    return body.slice(-6) === checksum;
}
/**
 * Whether a Grafana service account token ends in the CRC-32 (little-endian hex) of what stands before its last underscore
 * (grafana/grafana, pkg/components/satokengen).
 */
function hasGrafanaChecksum(token) {
    const cut = token.lastIndexOf('_');
    const checksum = Buffer.alloc(4);
    checksum.writeUInt32LE((0,external_node_zlib_.crc32)(token.slice(0, cut)) >>> 0);
    return token.slice(cut + 1).toLowerCase() === checksum.toString('hex');
}

;// CONCATENATED MODULE: ./build/kube/secrets/token-structure.js


/** Whether a compact JWS has a JSON header with a signing algorithm and a JSON payload (RFC 7515 §3). */
function isSignedJwt(token) {
    if (isPlaceholder(token))
        return false;
    const [header, payload, signature] = token.split('.');
    const head = parse(header);
    return (head !== undefined &&
        typeof head.alg === 'string' &&
        head.alg.toLowerCase() !== 'none' &&
        parse(payload) !== undefined &&
        // jwt.io's sample subject, which documentation prints everywhere.
        parse(payload)?.sub !== '1234567890' &&
        entropy(signature ?? '') >= 3);
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
/** Whether a Slack webhook's path is made of ids rather than of T00000000/B00000000/XXXX. */
function isSlackWebhook(address) {
    const last = address.split('/').at(-1) ?? '';
    return entropy(last) >= 3 && !/X{4,}|x{6,}|0{6,}/.test(address);
}

;// CONCATENATED MODULE: ./build/kube/secrets/formats.js



const varied = (token) => entropy(token) >= 3;
const critical = 'critical';
/** A format whose keyword is its prefix and whose rest is `length` characters of an alphabet. */
function prefixed(id, name, prefix, rest) {
    const keywords = typeof prefix === 'string' ? [prefix] : prefix;
    const start = keywords.map((word) => word.replace(/[.+*?()[\]{}|\\/^$]/g, '\\$&')).join('|');
    return {
        id,
        name,
        keywords,
        pattern: new RegExp(`(?:${start})${rest}(?![A-Za-z0-9_])`, 'y'),
        check: varied,
        severity: critical,
        mask: keywords[0] ?? '',
    };
}
const github = (id, name, prefix) => ({
    ...prefixed(id, name, prefix, '[0-9A-Za-z]{36}'),
    check: hasGithubChecksum,
});
/** Provider tokens with a structure of their own. Sources: the providers' documentation of their token formats. */
const formats = [
    github('github-pat', 'a GitHub personal access token', 'ghp_'),
    github('github-oauth', 'a GitHub OAuth token', 'gho_'),
    github('github-user-to-server', 'a GitHub App user token', 'ghu_'),
    github('github-server-to-server', 'a GitHub App installation token', 'ghs_'),
    github('github-refresh', 'a GitHub refresh token', 'ghr_'),
    prefixed('github-fine-grained-pat', 'a GitHub fine-grained personal access token', 'github_pat_', '[0-9A-Za-z]{22}_[0-9A-Za-z]{59}'),
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
    prefixed('gcp-api-key', 'a Google API key', 'AIza', '[\\w-]{35}'),
    prefixed('gcp-oauth-secret', 'a Google OAuth client secret', 'GOCSPX-', '[\\w-]{28}'),
    prefixed('gcp-oauth-token', 'a Google OAuth access token', 'ya29.', '[\\w-]{40,400}'),
    {
        id: 'azure-ad-client-secret',
        name: 'a Microsoft Entra client secret',
        keywords: ['Q~'],
        lead: /[A-Za-z0-9_~.-]{3}\d$/,
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
    prefixed('slack-token', 'a Slack token', ['xoxb-', 'xoxp-', 'xoxa-', 'xoxr-', 'xoxs-', 'xoxo-', 'xoxe-', 'xoxe.xox'], '[0-9A-Za-z-]{20,250}'),
    prefixed('slack-app-token', 'a Slack app-level token', 'xapp-', '\\d-[A-Z0-9]{8,14}-\\d{8,16}-[a-f0-9]{32,80}'),
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
    prefixed('stripe-key', 'a Stripe API key', ['sk_live_', 'rk_live_', 'sk_test_', 'rk_test_', 'whsec_'], '[0-9A-Za-z]{16,128}'),
    prefixed('twilio-key', 'a Twilio API key', 'SK', '[0-9a-f]{32}'),
    prefixed('sendgrid-key', 'a SendGrid API key', 'SG.', '[\\w-]{22}\\.[\\w-]{43}'),
    prefixed('mailgun-key', 'a Mailgun API key', 'key-', '[0-9a-f]{32}'),
    prefixed('brevo-key', 'a Brevo API key', ['xkeysib-', 'xsmtpsib-'], '[0-9a-f]{64}-[0-9A-Za-z]{16}'),
    { ...prefixed('npm-token', 'an npm access token', 'npm_', '[0-9A-Za-z]{36}'), check: hasGithubChecksum },
    prefixed('pypi-token', 'a PyPI upload token', 'pypi-AgE', '[\\w-]{50,1000}'),
    prefixed('rubygems-key', 'a RubyGems API key', 'rubygems_', '[0-9a-f]{48}'),
    prefixed('docker-hub-token', 'a Docker Hub access token', ['dckr_pat_', 'dckr_oat_'], '[\\w-]{27,40}'),
    prefixed('vault-token', 'a HashiCorp Vault token', ['hvs.', 'hvb.', 'hvr.'], '[\\w-]{24,320}'),
    {
        id: 'terraform-cloud-token',
        name: 'an HCP Terraform token',
        keywords: ['.atlasv1.'],
        lead: /[A-Za-z0-9]{14}$/,
        pattern: /\.atlasv1\.[\w=-]{60,70}(?![\w=-])/y,
        check: varied,
        severity: critical,
    },
    {
        ...prefixed('grafana-service-account', 'a Grafana service account token', 'glsa_', '[0-9A-Za-z]{32}_[0-9a-fA-F]{8}'),
        check: hasGrafanaChecksum,
    },
    prefixed('grafana-cloud-token', 'a Grafana Cloud token', 'glc_', '[A-Za-z0-9+/]{32,400}={0,3}'),
    prefixed('grafana-api-key', 'a Grafana API key', 'eyJrIjoi', '[A-Za-z0-9+/]{70,400}={0,3}'),
    prefixed('sentry-token', 'a Sentry token', ['sntrys_eyJ', 'sntryu_'], '[A-Za-z0-9+/=_-]{40,500}'),
    prefixed('new-relic-key', 'a New Relic key', ['NRAK-', 'NRII-', 'NRJS-'], '[0-9A-Za-z_-]{19,32}'),
    {
        id: 'new-relic-license',
        name: 'a New Relic license key',
        keywords: ['NRAL'],
        lead: /[0-9a-fA-F]{32}(?:FFFF)?$/,
        pattern: /NRAL(?![A-Za-z0-9])/y,
        check: varied,
        severity: critical,
    },
    prefixed('dynatrace-token', 'a Dynatrace token', ['dt0c01.', 'dt0s16.', 'dt0s01.'], '[A-Z0-9]{24}\\.[A-Z0-9]{64}'),
    prefixed('openai-key', 'an OpenAI API key', ['sk-proj-', 'sk-svcacct-', 'sk-admin-'], '[\\w-]{40,200}'),
    {
        ...prefixed('openai-legacy-key', 'an OpenAI API key', 'T3BlbkFJ', '[0-9A-Za-z]{20}'),
        lead: /sk-[0-9A-Za-z]{20}$/,
        mask: 'sk-',
    },
    prefixed('anthropic-key', 'an Anthropic API key', ['sk-ant-api03-', 'sk-ant-admin01-', 'sk-ant-oat01-'], '[\\w-]{80,120}'),
    prefixed('hugging-face-token', 'a Hugging Face token', ['hf_', 'api_org_'], '[A-Za-z]{34}'),
    prefixed('replicate-token', 'a Replicate token', 'r8_', '[0-9A-Za-z]{37,40}'),
    prefixed('doppler-token', 'a Doppler token', ['dp.pt.', 'dp.st.', 'dp.ct.', 'dp.sa.', 'dp.scim.', 'dp.audit.'], '[0-9A-Za-z._-]{40,64}'),
    prefixed('1password-token', 'a 1Password service account token', 'ops_eyJ', '[A-Za-z0-9+/_-]{200,1500}={0,3}'),
    prefixed('1password-secret-key', 'a 1Password secret key', 'A3-', '[A-Z0-9]{6}-(?:[A-Z0-9]{11}|[A-Z0-9]{6}-[A-Z0-9]{5})-[A-Z0-9]{5}-[A-Z0-9]{5}-[A-Z0-9]{5}'),
    {
        id: 'telegram-bot-token',
        name: 'a Telegram bot token',
        keywords: [':AA'],
        lead: /(?<!\d)\d{8,10}$/,
        pattern: /:AA[\w-]{33}(?![\w-])/y,
        check: varied,
        severity: critical,
    },
    prefixed('shopify-token', 'a Shopify token', ['shpat_', 'shpca_', 'shppa_', 'shpss_'], '[0-9a-fA-F]{32}'),
    prefixed('digitalocean-token', 'a DigitalOcean token', ['dop_v1_', 'doo_v1_', 'dor_v1_'], '[0-9a-f]{64}'),
    prefixed('heroku-key', 'a Heroku API key', 'HRKU-AA', '[\\w-]{58}'),
    prefixed('linear-key', 'a Linear API key', ['lin_api_', 'lin_oauth_'], '[0-9A-Za-z]{40,64}'),
    prefixed('atlassian-token', 'an Atlassian API token', ['ATATT3', 'ATCTT3', 'ATBB'], '[\\w=.-]{28,300}'),
    prefixed('artifactory-token', 'a JFrog token', ['AKCp', 'cmVmdGtuO'], '[0-9A-Za-z]{55,80}'),
    prefixed('databricks-token', 'a Databricks token', 'dapi', '[0-9a-f]{32}(?:-\\d)?'),
    prefixed('pulumi-token', 'a Pulumi token', 'pul-', '[0-9a-f]{40}'),
    prefixed('postman-key', 'a Postman API key', 'PMAK-', '[0-9a-f]{24}-[0-9a-f]{34}'),
    prefixed('planetscale-token', 'a PlanetScale credential', ['pscale_tkn_', 'pscale_pw_', 'pscale_oauth_'], '[\\w=.-]{32,64}'),
    prefixed('notion-token', 'a Notion token', ['ntn_', 'secret_'], '[0-9A-Za-z]{43,50}'),
    prefixed('cloudflare-origin-ca-key', 'a Cloudflare origin CA key', 'v1.0-', '[0-9a-f]{24}-[0-9a-f]{146}'),
    prefixed('tailscale-key', 'a Tailscale key', ['tskey-auth-', 'tskey-api-', 'tskey-client-', 'tskey-scim-', 'tskey-webhook-'], '[0-9A-Za-z-]{16,80}'),
    prefixed('fly-token', 'a Fly.io token', ['fo1_', 'fm1a_', 'fm1r_', 'fm2_'], '[\\w+/-]{43,1000}={0,3}'),
    prefixed('openshift-token', 'an OpenShift token', 'sha256~', '[\\w-]{43}'),
    prefixed('ngrok-token', 'an ngrok API key', 'ngrok_api_', '[0-9A-Za-z_]{40,60}'),
    prefixed('snyk-token', 'a Snyk token', ['snyk_uat.', 'snyk_sat.'], '[\\w.-]{60,200}'),
    prefixed('sonar-token', 'a SonarQube token', ['sqp_', 'squ_', 'sqa_'], '[0-9a-f]{40}'),
    prefixed('sourcegraph-token', 'a Sourcegraph token', 'sgp_', '(?:[0-9a-fA-F]{16}_|local_)?[0-9a-fA-F]{40}'),
    prefixed('harness-token', 'a Harness token', ['pat.', 'sat.'], '[\\w-]{22}\\.[0-9A-Za-z]{24}\\.[0-9A-Za-z]{20}'),
    prefixed('airtable-token', 'an Airtable token', 'pat', '[0-9A-Za-z]{14}\\.[0-9a-f]{64}'),
    prefixed('square-token', 'a Square token', ['sq0atp-', 'sq0csp-', 'EAAAE'], '[\\w-]{22,60}'),
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
        pattern: /eyJ[\w-]{10,2000}\.eyJ[\w-]{10,8000}\.[\w-]{20,2000}/y,
        check: isSignedJwt,
        severity: critical,
        mask: 'eyJ',
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

;// CONCATENATED MODULE: ./build/kube/secrets/keyword-scan.js
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
        for (let code = 0; code < alphabet; code++) {
            const child = trie.children[state]?.get(code);
            const fallback = state === 0 ? 0 : (next[inherited * alphabet + code] ?? 0);
            next[state * alphabet + code] = child ?? fallback;
            if (child !== undefined)
                fail[child] = fallback;
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
        queue.push(...(children[state]?.values() ?? []));
    }
}
function union(own, inherited) {
    if (own === undefined || inherited === undefined)
        return own ?? inherited;
    return [...own, ...inherited];
}

;// CONCATENATED MODULE: ./build/kube/secrets/tokens.js




const table = [...formats, ...carriers];
const owners = table.flatMap((format) => format.keywords.map(() => format));
const automaton = keywordScan(table.flatMap((format) => format.keywords));
const wordBefore = /[A-Za-z0-9_]/;
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
        tokens = tokens ?? [];
        tokens.push(token);
    });
    return tokens === undefined ? [] : withoutOverlaps(tokens);
}
function tokenAt(text, offset, format) {
    let start = offset;
    if (format.lead !== undefined) {
        const lead = format.lead.exec(text.slice(Math.max(0, offset - 64), offset));
        if (lead === null)
            return undefined;
        start = offset - lead[0].length;
    }
    if (format.inWord !== true && start > 0 && wordBefore.test(text.charAt(start - 1)) && !isEscape(text, start)) {
        return undefined;
    }
    format.pattern.lastIndex = offset;
    const match = format.pattern.exec(text);
    if (match === null)
        return undefined;
    const end = offset + match[0].length;
    const secret = match[1] ?? text.slice(start, end);
    if (format.check !== undefined && !format.check(secret))
        return undefined;
    if (secret.length < 200 && isPlaceholder(secret))
        return undefined;
    return { format, secret, start, end };
}
/** `\nghp_…` in an escaped string: the n is no letter of a word. */
function isEscape(text, start) {
    return start > 1 && text.charAt(start - 2) === '\\' && /[nrt]/.test(text.charAt(start - 1));
}
/** A token inside a longer one (a key inside a URL's userinfo) is told once, by its more telling format. */
function withoutOverlaps(tokens) {
    const sorted = [...tokens].sort((a, b) => a.start - b.start || b.end - a.end);
    const kept = [];
    for (const token of sorted) {
        const previous = kept.at(-1);
        if (previous === undefined || token.start >= previous.end)
            kept.push(token);
        else if (carriers.includes(previous.format) && !carriers.includes(token.format))
            kept[kept.length - 1] = token;
    }
    return kept;
}

;// CONCATENATED MODULE: ./build/kube/secrets/describe.js

/** What is said instead of anything secret. */
const mask = '••••';
/** A name or path with the secret itself, and any other token that someone put into a name, masked. */
function withoutSecrets(text, secret) {
    let safe = secret.length >= 3 ? text.replaceAll(secret, mask) : text;
    for (const token of findTokens(safe))
        safe = safe.replaceAll(token.secret, mask);
    return safe;
}
/** `Secret shop/database`, as a person would say it. */
function objectName(object, secret) {
    const name = object.namespace === undefined ? object.name : `${object.namespace}/${object.name}`;
    return withoutSecrets(name === '' ? object.kind : `${object.kind} ${name}`, secret);
}
/** The field inside its object: `spec.template.spec.containers[app].env[DB_PASSWORD].value`. */
function fieldName(sighting) {
    const steps = sighting.object === undefined ? sighting.path.slice(1) : sighting.path;
    let name = '';
    for (const step of steps)
        name += step.startsWith('[') || name === '' ? step : `.${step}`;
    return withoutSecrets(name, sighting.secret);
}
/** The path of a finding's subject, masked. */
function subjectOf(sighting) {
    return sighting.path.map((step) => withoutSecrets(step, sighting.secret));
}
const buckets = [8, 12, 16, 24, 32, 64, 128, 256, 1024, 4096];
/** How long a value is, coarsely: an exact length helps who guesses. */
function lengthBucket(secret) {
    const characters = secret.length;
    const upper = buckets.findIndex((bound) => characters < bound);
    if (upper === 0)
        return 'under 8 characters';
    if (upper < 0)
        return '4096 characters or more';
    return `${buckets[upper - 1]} to ${(buckets[upper] ?? 0) - 1} characters`;
}
/** `password: •••• (12 to 15 characters)`. */
function excerptOf(sighting) {
    const key = sighting.key === '' ? '' : `${withoutSecrets(sighting.key, sighting.secret).slice(0, 80)}: `;
    return `${key}${mask} (${lengthBucket(sighting.secret)})`;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/kube/secrets/places/core.js
/** Kubernetes' own objects: Secrets, ConfigMaps, pod templates wherever they stand, annotations, cluster configuration. */
const core = [
    { kinds: ['secret'], groups: [''], path: 'data/*', role: 'secret-base64' },
    { kinds: ['secret'], groups: [''], path: 'stringData/*', role: 'secret' },
    { kinds: ['configmap'], groups: [''], path: 'data/*', role: 'file' },
    { kinds: ['configmap'], groups: [''], path: 'binaryData/*', role: 'file-base64' },
    {
        kinds: ['encryptionconfiguration', 'encryptionconfig'],
        path: 'resources/*/providers/*/*/keys/*/secret',
        role: 'secret',
    },
    { kinds: ['initconfiguration', 'clusterconfiguration'], path: 'bootstrapTokens/*/token', role: 'secret' },
    { kinds: ['initconfiguration', 'joinconfiguration'], path: '**/certificateKey', role: 'secret' },
    { kinds: ['joinconfiguration'], path: 'discovery/**/token', role: 'secret' },
    { kinds: ['joinconfiguration'], path: 'discovery/tlsBootstrapToken', role: 'secret' },
    { kinds: ['config'], path: 'users/*/user/token', role: 'secret' },
    { kinds: ['config'], path: 'users/*/user/password', role: 'secret' },
    { kinds: ['config'], path: 'users/*/user/client-key-data', role: 'secret-base64' },
    { kinds: ['config'], path: 'users/*/user/auth-provider/config/*', role: 'deployed' },
    { kinds: [], path: 'metadata/annotations/kubectl.kubernetes.io~last-applied-configuration', role: 'manifest' },
    { kinds: [], path: '**/annotations/*', role: 'file' },
    { kinds: [], path: '**/env/*/value', role: 'deployed' },
    { kinds: [], path: '**/httpHeaders/*/value', role: 'deployed' },
    { kinds: [], path: '**/command', role: 'command' },
    { kinds: [], path: '**/command/*', role: 'command' },
    { kinds: [], path: '**/args', role: 'command' },
    { kinds: [], path: '**/args/*', role: 'command' },
];

;// CONCATENATED MODULE: ./build/kube/secrets/places/delivery.js
/** What delivers manifests: Helm, Flux, Argo CD, kustomize. */
const delivery = [
    { kinds: ['helmrelease'], path: 'spec/postRenderers/*/kustomize/patches/*/patch', role: 'manifest' },
    { kinds: ['helmrelease'], path: 'spec/values/**', role: 'open' },
    {
        kinds: ['kustomization'],
        groups: ['kustomize.toolkit.fluxcd.io'],
        path: 'spec/postBuild/substitute/*',
        role: 'deployed',
    },
    { kinds: ['kustomization'], groups: ['kustomize.toolkit.fluxcd.io'], path: 'spec/patches/*/patch', role: 'manifest' },
    { kinds: ['application', 'applicationset'], groups: ['argoproj.io'], path: '**/helm/values', role: 'file' },
    {
        kinds: ['application', 'applicationset'],
        groups: ['argoproj.io'],
        path: '**/helm/parameters/*/value',
        role: 'deployed',
    },
    {
        kinds: ['application', 'applicationset'],
        groups: ['argoproj.io'],
        path: '**/plugin/env/*/value',
        role: 'deployed',
    },
    {
        kinds: ['application', 'applicationset'],
        groups: ['argoproj.io'],
        path: '**/kustomize/patches/*/patch',
        role: 'manifest',
    },
    { kinds: ['application', 'applicationset'], groups: ['argoproj.io'], path: '**/list/elements/**', role: 'deployed' },
    { kinds: ['kustomization', 'component'], path: 'secretGenerator/*/literals/*', role: 'secret-pair' },
    { kinds: ['kustomization', 'component'], path: 'patches/*/patch', role: 'manifest' },
    { kinds: ['kustomization', 'component'], path: 'patchesJson6902/*/patch', role: 'manifest' },
    { kinds: ['kustomization', 'component'], path: 'patchesStrategicMerge/*', role: 'manifest' },
    { kinds: ['kustomization', 'component'], path: 'helmCharts/*/valuesInline/**', role: 'open' },
];

;// CONCATENATED MODULE: ./build/kube/secrets/places/operators.js
/** Operators whose objects take credentials as plain values. */
const operators = [
    {
        kinds: ['terraform'],
        groups: ['infra.contrib.fluxcd.io', 'tf.galleybytes.com', 'tf.isaaguilar.com'],
        path: 'spec/vars/*/value',
        role: 'deployed',
    },
    { kinds: ['workspace'], groups: ['app.terraform.io'], path: 'spec/*/*/value', role: 'deployed' },
    {
        kinds: ['workflow', 'workflowtemplate', 'clusterworkflowtemplate', 'cronworkflow'],
        path: '**/script/source',
        role: 'command',
    },
    { kinds: ['task', 'clustertask', 'pipeline', 'taskrun', 'pipelinerun'], path: '**/script', role: 'command' },
    { kinds: [], path: '**/forProvider/**', role: 'deployed' },
    { kinds: ['customresourcedefinition'], path: 'spec/**', role: 'name' },
];
/** What a pipeline runs, and the cloud-init or Ignition text that sets up a machine. */
const pipelines = [
    { kinds: [], path: '**/run', role: 'command' },
    { kinds: [], path: '**/script', role: 'command' },
    { kinds: [], path: '**/script/*', role: 'command' },
    { kinds: [], path: '**/before_script/*', role: 'command' },
    { kinds: [], path: '**/after_script/*', role: 'command' },
    { kinds: [], path: '**/commands/*', role: 'command' },
    { kinds: [], path: '**/entrypoint', role: 'command' },
    { kinds: [], path: '**/environment/*', role: 'deployed' },
    { kinds: ['machineconfig'], path: '**/contents/source', role: 'file' },
];

;// CONCATENATED MODULE: ./build/kube/secrets/places/secret-operators.js
const externalSecrets = ['external-secrets.io', 'generators.external-secrets.io', 'kubernetes-client.io'];
/** What brings secrets in from elsewhere, and where each of them can still hold one in plain text. */
const secretOperators = [
    { kinds: ['sealedsecret'], path: 'spec/encryptedData', role: 'sealed' },
    { kinds: ['sealedsecret'], path: 'spec/encryptedData/*', role: 'sealed' },
    { kinds: ['sealedsecret'], path: 'spec/data', role: 'sealed' },
    { kinds: ['sealedsecret'], path: 'spec/template/data/*', role: 'deployed' },
    { kinds: ['sealedsecret'], path: 'spec/template/stringData/*', role: 'secret' },
    { kinds: ['sopssecret'], path: 'spec/secretTemplates/*/stringData/*', role: 'secret' },
    { kinds: ['sopssecret'], path: 'spec/secretTemplates/*/data/*', role: 'secret-base64' },
    { kinds: ['sopssecret'], path: 'spec/secret_templates/*/stringData/*', role: 'secret' },
    { kinds: ['secretstore', 'clustersecretstore'], path: 'spec/provider/fake/data/*/value', role: 'secret' },
    { kinds: ['secretstore', 'clustersecretstore'], path: 'spec/provider/fake/data/*/valueMap/*', role: 'secret' },
    { kinds: ['secretstore', 'clustersecretstore', 'webhook'], path: '**/headers/*', role: 'deployed' },
    { kinds: ['fake'], groups: externalSecrets, path: 'spec/data/*', role: 'secret' },
    { kinds: ['clustergenerator'], groups: externalSecrets, path: 'spec/generator/fakeSpec/data/*', role: 'secret' },
    { kinds: ['externalsecret', 'clusterexternalsecret', 'pushsecret'], path: '**/template/data/*', role: 'file' },
    { kinds: ['externalsecret', 'clusterexternalsecret', 'pushsecret'], path: '**/templateFrom/*/literal', role: 'file' },
    { kinds: ['externalsecret', 'clusterexternalsecret', 'pushsecret'], path: '**/secretKey', role: 'name' },
    { kinds: ['externalsecret', 'clusterexternalsecret', 'pushsecret'], path: '**/remoteRef/**', role: 'name' },
    { kinds: ['vault'], groups: ['vault.banzaicloud.com'], path: 'spec/**/startupSecrets/*/data/data/*', role: 'secret' },
    { kinds: ['vault'], groups: ['vault.banzaicloud.com'], path: 'spec/**/startupSecrets/*/data/*', role: 'secret' },
    {
        kinds: ['vaultstaticsecret', 'vaultdynamicsecret', 'vaultpkisecret'],
        path: '**/transformation/templates/*/text',
        role: 'file',
    },
    { kinds: ['vaultstaticsecret', 'vaultdynamicsecret', 'vaultpkisecret'], path: 'spec/**', role: 'name' },
    { kinds: ['secretproviderclass'], path: 'spec/secretObjects/**', role: 'name' },
    { kinds: ['secretproviderclass'], path: 'spec/parameters/*', role: 'file' },
];

;// CONCATENATED MODULE: ./build/kube/secrets/places/index.js




/** Every place, the most specific first. */
const places = [...secretOperators, ...delivery, ...operators, ...core, ...pipelines];
const rowsOfKind = new Map();
/** How the leaf at `path` of an object is to be read; `open` where no row of the table says otherwise. */
function roleAt(identity, path) {
    for (const row of rowsFor(identity)) {
        if (matches(row.steps, 0, path, 0))
            return row.role;
    }
    return 'open';
}
function rowsFor(identity) {
    const key = identity === undefined ? '' : `${identity.group}/${identity.kind}`;
    const known = rowsOfKind.get(key);
    if (known !== undefined)
        return known;
    const kind = identity?.kind.toLowerCase() ?? '';
    const rows = places
        .filter((place) => place.kinds.length === 0 || place.kinds.includes(kind))
        .filter((place) => place.groups === undefined || place.groups.includes(identity?.group ?? ''))
        // A step that itself contains a slash (an annotation's name) is written with ~ in the table.
        .map((place) => ({ steps: place.path.split('/').map((step) => step.replace('~', '/')), role: place.role }));
    if (rowsOfKind.size > 2_000)
        rowsOfKind.clear();
    rowsOfKind.set(key, rows);
    return rows;
}
function matches(steps, at, path, depth) {
    const step = steps[at];
    if (step === undefined)
        return depth === path.length;
    if (step === '**') {
        if (at === steps.length - 1)
            return true;
        // Rows name what follows `**` as a tail of fixed length, so there is one way to align it.
        const tail = steps.length - at - 1;
        if (steps.indexOf('**', at + 1) === -1)
            return path.length - tail >= depth && matches(steps, at + 1, path, path.length - tail);
        for (let next = depth; next <= path.length; next++)
            if (matches(steps, at + 1, path, next))
                return true;
        return false;
    }
    if (depth >= path.length)
        return false;
    return (step === '*' || step === String(path[depth])) && matches(steps, at + 1, path, depth + 1);
}

;// CONCATENATED MODULE: ./build/kube/secrets/source.js
/** Whether a value is a mapping. */
function isMapping(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** The value at a path, undefined where there is none. */
function valueAtPath(value, path) {
    let current = value;
    for (const step of path) {
        if (Array.isArray(current))
            current = typeof step === 'number' ? current[step] : undefined;
        else if (isMapping(current))
            current = current[String(step)];
        else
            return undefined;
    }
    return current;
}
/** The identity a document gives itself, where it is a Kubernetes object at all; template expressions are names like any other. */
function identityOf(value) {
    if (!isMapping(value) || typeof value.kind !== 'string')
        return undefined;
    const apiVersion = typeof value.apiVersion === 'string' ? value.apiVersion : '';
    const metadata = isMapping(value.metadata) ? value.metadata : {};
    return {
        group: apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '',
        kind: value.kind,
        namespace: typeof metadata.namespace === 'string' ? metadata.namespace : undefined,
        name: typeof metadata.name === 'string' ? metadata.name : '',
    };
}

;// CONCATENATED MODULE: ./build/kube/secrets/fields.js


const references = /(?:[a-z]Refs?|^valueFrom|^secretKeyRef|^configMapKeyRef|^fieldRef)$/;
const deepest = 120;
/** Calls `visit` with every text and number of a source, in document order. */
function forEachField(source, visit) {
    const path = [];
    let inReference = 0;
    const enter = (value, previous, parents) => {
        if (typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint') {
            const role = inReference > 0 ? 'name' : roleAt(source.identity, path);
            visit({ path: [...path], key: nameFor(path, parents), text: String(value), role, previous });
        }
        else if (Array.isArray(value)) {
            if (path.length >= deepest)
                return;
            value.forEach((item, index) => {
                const before = value[index - 1];
                path.push(index);
                enter(item, typeof before === 'string' ? before : undefined, [...parents, value]);
                path.pop();
            });
        }
        else if (isMapping(value)) {
            if (path.length >= deepest)
                return;
            for (const key of Object.keys(value)) {
                const isReference = references.test(key);
                if (isReference)
                    inReference++;
                path.push(key);
                enter(value[key], undefined, [...parents, value]);
                path.pop();
                if (isReference)
                    inReference--;
            }
        }
    };
    enter(source.value, undefined, []);
}
/** The name that speaks for a value: its key, or the `name` beside a `value`, or the key its list stands under. */
function nameFor(path, parents) {
    let at = path.length - 1;
    while (at > 0 && typeof path[at] === 'number')
        at--;
    const key = String(path[at] ?? '');
    if (!/^(?:value|Value|default|stringValue|plainText|plaintext|literal)$/.test(key))
        return key;
    const parent = parents[at];
    if (isMapping(parent)) {
        for (const naming of ['name', 'key', 'Name', 'Key', 'id']) {
            const name = parent[naming];
            if (typeof name === 'string' && name !== '')
                return name;
        }
    }
    for (let above = at - 1; above >= 0; above--)
        if (typeof path[above] === 'string')
            return String(path[above]);
    return key;
}
/** A path for people and fingerprints: list items by their name or key, never by their index. */
function subjectPath(value, path) {
    const steps = [];
    let current = value;
    for (const step of path) {
        const next = Array.isArray(current)
            ? current[Number(step)]
            : isMapping(current)
                ? current[String(step)]
                : undefined;
        if (typeof step === 'string')
            steps.push(step);
        else
            steps.push(`[${itemName(next)}]`);
        current = next;
    }
    return steps;
}
function itemName(item) {
    if (!isMapping(item))
        return '';
    for (const naming of ['name', 'key', 'id', 'host', 'path', 'kind']) {
        const name = item[naming];
        if (typeof name === 'string')
            return name;
    }
    return '';
}

;// CONCATENATED MODULE: ./build/kube/secrets/assignments.js
// name=value, name: value, "name": "value", name => "value", export NAME=value, set NAME value, <name>value</name>, -Dname=value
const assignment = /(?:^|[\s,;{(&?'"`<-])(?:export\s+|set\s+|ENV\s+|ARG\s+|-D)?(["'`]?)([A-Za-z_$][\w.$/@-]{1,100})\1\s{0,8}(?::{0,3}=>?|:(?!\/\/)|\?=|>)\s{0,8}(?:"((?:[^"\\]|\\.){1,2000})"|'([^'\n]{1,2000})'|`([^`\n]{1,2000})`|([^\s"'`,;<>&|]{1,2000}))/g;
const section = /^\s*\[([\w .:@/"-]{1,100})\]\s*$/;
const longest = 20_000;
/** The assignments of a text in any of the usual notations: dotenv, properties, INI, TOML, HCL, shell, Dockerfile, JSON, XML. */
function readAssignments(text, firstLine = 1) {
    const found = [];
    let prefix = '';
    const lines = text.split('\n');
    for (let number = 0; number < lines.length; number++) {
        const line = (lines[number] ?? '').slice(0, longest);
        const head = section.exec(line);
        if (head !== null)
            prefix = `${head[1] ?? ''}.`;
        if (/^\s*(?:#|\/\/|;|--\s)/.test(line))
            continue;
        for (const match of line.matchAll(assignment)) {
            const value = match[3] ?? match[4] ?? match[5] ?? match[6];
            if (value === undefined)
                continue;
            const column = (match.index ?? 0) + match[0].lastIndexOf(value) + 1;
            const quoted = match[6] === undefined;
            found.push({ key: prefix + (match[2] ?? ''), value, quoted, place: { line: firstLine + number, column } });
        }
    }
    return found;
}

;// CONCATENATED MODULE: ./build/kube/secrets/command-line.js
const value = `(?:"([^"\\n]{1,500})"|'([^'\\n]{1,500})'|([^\\s"'\`;|&<>()]{1,500}))`;
const command_line_forms = [
    { pattern: new RegExp(`(?<![\\w-])--?([A-Za-z][\\w.-]{1,60})(?:=|[ \\t]{1,4})${value}`, 'g'), key: '' },
    { pattern: new RegExp(`(?:^|[\\s;&|(])(?:export[ \\t]+|set[ \\t]+)?([A-Za-z_]\\w{1,60})=${value}`, 'gm'), key: '' },
];
// Flags that mean a password to one program only.
const programs = [
    {
        near: 'curl',
        pattern: /\bcurl\b[^\n]{0,400}?\s(?:-u|--user)[ =]?["']?[^\s:"']{1,100}:([^\s"']{1,200})/g,
        key: 'curl --user',
    },
    { near: 'sshpass', pattern: new RegExp(`\\bsshpass\\s{1,4}-p\\s{0,4}${value}`, 'g'), key: 'sshpass -p' },
    {
        near: 'login',
        pattern: new RegExp(`\\b(?:docker|podman|skopeo|helm registry|oras|crane auth|buildah|nerdctl)\\s{1,4}login\\b[^\\n]{0,300}?\\s-p[ =]?${value}`, 'g'),
        key: 'login -p',
    },
    {
        near: 'mysql',
        pattern: /\bmysql(?:dump|admin|import|check)?\b[^\n]{0,200}?\s-p([^\s"'-][^\s"';|]{2,100})/g,
        key: 'mysql -p',
    },
    {
        near: 'redis-cli',
        pattern: new RegExp(`\\bredis-cli\\b[^\\n]{0,200}?\\s-a\\s{1,4}${value}`, 'g'),
        key: 'redis-cli -a',
    },
];
/** The credentials a command line or script spells out in flags, variables and the arguments of well-known programs. */
function spelledOut(text) {
    const found = [];
    for (const { pattern } of command_line_forms) {
        for (const match of text.matchAll(pattern)) {
            const literal = match[2] ?? match[3] ?? match[4];
            if (literal !== undefined)
                found.push({ key: match[1] ?? '', value: literal, offset: match.index ?? 0 });
        }
    }
    for (const { near, pattern, key } of programs) {
        if (!text.includes(near))
            continue;
        for (const match of text.matchAll(pattern)) {
            const literal = match[1] ?? match[2] ?? match[3];
            if (literal !== undefined)
                found.push({ key: `${key} password`, value: literal, offset: match.index ?? 0 });
        }
    }
    return found;
}

;// CONCATENATED MODULE: ./build/kube/secrets/credential-key.js
const passwords = new Set('password passwd pwd passphrase pass passcode passwort motdepasse contrasena psw'.split(' '));
const secrets = new Set('secret token apikey secretkey accesskey privatekey pat psk jwt bearer credential credentials creds authtoken authkey apitoken'.split(' '));
/** What stands before `key` to make it a credential: `api key`, `signing key`. */
const keyed = new Set('api access secret private encryption signing master auth account shared storage license ssh hmac aes session cookie client admin service app application deploy write read ingest integration routing seed root jwt crypt crypto cipher subscription primary secondary webhook'.split(' '));
/** Words after the credential word that leave its meaning as it is. */
const neutral = new Set('value data base64 b64 plain plaintext text string literal raw default prod production dev development staging test stage live old new current hash hashed encoded primary secondary main'.split(' '));
/** Words after the credential word that make it the name of something about the credential. */
const about = /^(?:name|names|ref|refs|reference|file|files|filename|path|paths|url|urls|uri|endpoint|key|keys|length|policy|policies|enabled|enable|disabled|type|types|kind|id|ids|ttl|expiry|expiration|expires|expire|duration|age|rotation|rotate|field|fields|property|properties|prefix|suffix|header|headers|selector|provider|providers|store|class|backend|version|versions|algorithm|algo|format|mount|mounts|volume|volumes|dir|directory|namespace|namespaces|issuer|audience|audiences|lifetime|interval|timeout|template|regex|regexp|pattern|count|min|max|size|bits|source|from|env|var|variable|label|labels|annotation|annotations|create|generate|generated|required|reset|change|update|method|mode|strategy|manager|operator|controller|engine|role|roles|scope|scopes|server|host|hostname|port|user|username|review|reviews|request|requests|service|image|location|item|items|list|map|config|configuration|settings|options|spec|status|projection|automount|validity|days|hours|seconds|minutes|limit|bucket|alias|ring|chain|pair|usage|usages|owner|description|comment|title|placeholder|hint|display|show|visible|flag|args|arg|command|cmd|script|hook|exchange|verify|validation|validate|encoder|encoding|encryption|complexity|strength|history|attempts|sync|syncer|injector|csi|driver|reader|writer|getter|access|auth|authn|authentication|authenticated|authorization|grant|claim|claims|binding|request|renewal|period|cache|index|delimiter|separator|parameter|parameters|param|set|exists|found|missing|optional|readonly|immutable|management|checker|lookup|handler|resolver|plugin|agent|proxy|store|storage|vault|group|groups|counter|metric|metrics|per|in|is|as|on|to|for|by|with|without|via|and|or|has|used|limits|ratio|threshold|bucket|buckets|tokens|usd)$/;
const known = new Map();
/**
 * What a key says of its value. Keys that name a credential or speak about one (`secretName`, `passwordSecretKey`,
 * `existingSecret`, `tokenURL`, `*_FILE`, `*Ref`) are none.
 */
function credentialKey(key) {
    if (key.length > 120 || key.length < 3)
        return 'none';
    const cached = known.get(key);
    if (cached !== undefined)
        return cached;
    const strength = judge(credential_key_wordsOf(key));
    if (known.size > 50_000)
        known.clear();
    known.set(key, strength);
    return strength;
}
function judge(words) {
    if (words.some((word) => word === 'existing' || word === 'public' || word === 'pub' || word === 'csrf' || word === 'fernetlength'))
        return 'none';
    let end = words.length - 1;
    while (end > 0 && (neutral.has(words[end] ?? '') || /^\d+$/.test(words[end] ?? '')))
        end--;
    const last = words[end] ?? '';
    const before = words[end - 1] ?? '';
    if (passwords.has(last))
        return before === 'no' || before === 'by' ? 'none' : 'password';
    if (last === 'key')
        return keyed.has(before) || before.endsWith('api') ? 'secret' : 'none';
    if (secrets.has(last))
        return 'secret';
    if (last === 'auth' && end === 0)
        return 'secret';
    if (about.test(last))
        return 'none';
    const bare = /(password|passwd|passphrase)$/.exec(last);
    if (bare !== null)
        return 'password';
    return /(?:secret|token|apikey|secretkey|accesskey|privatekey|authkey)$/.test(last) ? 'secret' : 'none';
}
function credential_key_wordsOf(key) {
    return key
        .split(/[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/)
        .filter((word) => word !== '')
        .map((word) => word.toLowerCase());
}

// EXTERNAL MODULE: ./build/yaml/parse-yaml.js + 10 modules
var parse_yaml = __webpack_require__(4812);
;// CONCATENATED MODULE: ./build/kube/secrets/loose-document.js

const templateLine = /^\s*\{\{[^{}]*\}\}\s*(?:#.*)?$/;
const loose_document_keyed = /^("(?:[^"\\]|\\.){1,200}"|'[^']{1,200}'|\{\{[^{}]{1,200}\}\}[\w.-]{0,100}|[\w.$/@*~+()<>-][^:#"'{}\n]{0,200}?)\s{0,20}:(?:\s+|$)/;
/**
 * Reads text that is YAML by its looks but cannot be parsed as such: Helm templates, broken manifests, tabs for
 * indentation. Indentation gives the structure, expressions stay text, nothing is an error. One source per `---`.
 */
function readLoosely(text, firstLine = 1) {
    const sources = [];
    let reader = new LooseReader();
    const lines = text.split('\n');
    for (let number = 0; number < lines.length; number++) {
        const line = (lines[number] ?? '').replace(/\r$/, '');
        if (/^---(?:\s|$)/.test(line)) {
            sources.push(...reader.finish());
            reader = new LooseReader();
            continue;
        }
        reader.line(line, firstLine + number);
    }
    sources.push(...reader.finish());
    return sources;
}
class LooseReader {
    #root = Object.create(null);
    #entries = new Map();
    #stack = [{ indent: -1, node: this.#root, path: [] }];
    /** The scalar that following deeper lines belong to. */
    #open;
    #first = { line: 1, column: 1 };
    line(line, number) {
        const body = line.trimStart();
        const indent = width(line.slice(0, line.length - body.length));
        if (this.#continues(line, body, indent, number))
            return;
        if (body === '' || body.startsWith('#') || templateLine.test(line))
            return;
        this.#close();
        this.#read(body, indent, number, line.length - body.length + 1);
    }
    finish() {
        this.#close();
        if (this.#entries.size === 0)
            return [];
        const find = (path) => {
            for (let length = path.length; length > 0; length--) {
                const entry = this.#entries.get(keyOf(path.slice(0, length)));
                if (entry !== undefined)
                    return entry;
            }
            return undefined;
        };
        return [
            {
                identity: identityOf(this.#root),
                value: this.#root,
                at: (path) => find(path)?.at ?? this.#first,
                valueAt: (path) => find(path)?.valueAt ?? this.#first,
                styleAt: (path) => this.#entries.get(keyOf(path))?.style,
            },
        ];
    }
    #continues(line, body, indent, number) {
        const open = this.#open;
        if (open === undefined)
            return false;
        if (body !== '' && indent <= open.indent)
            return false;
        if (!open.block &&
            (body === '' || body.startsWith('#') || body.startsWith('- ') || loose_document_keyed.test(body) || templateLine.test(line)))
            return false;
        if (open.start === undefined && body !== '')
            open.start = { line: number, column: line.length - body.length + 1 };
        if (open.lines.length < 20_000)
            open.lines.push(body === '' ? '' : line.slice(Math.min(line.length - body.length, (open.start?.column ?? 1) - 1)));
        return true;
    }
    #close() {
        const open = this.#open;
        this.#open = undefined;
        if (open === undefined || open.lines.length === 0)
            return;
        const before = this.#entries.get(keyOf(open.path));
        const own = open.block ? [] : [String(lookUp(this.#root, open.path) ?? '')];
        loose_document_assign(this.#root, open.path, [...own, ...open.lines].join(open.block ? '\n' : ' ').trim() + (open.block ? '\n' : ''));
        if (before !== undefined && open.block && open.start !== undefined) {
            this.#entries.set(keyOf(open.path), { at: before.at, valueAt: open.start, style: 'literal' });
        }
    }
    #read(body, indent, number, column) {
        let [rest, depth, at] = [body, indent, column];
        while (/^-(?:\s|$)/.test(rest)) {
            const item = this.#item(depth, { line: number, column: at });
            const skipped = /^-\s*/.exec(rest)?.[0].length ?? 1;
            if (rest.length <= skipped && !loose_document_keyed.test(rest.slice(skipped)))
                return;
            rest = rest.slice(skipped);
            at += skipped;
            depth += skipped;
            if (!loose_document_keyed.test(rest) && !/^-(?:\s|$)/.test(rest)) {
                this.#scalar(item, rest, depth - skipped, { line: number, column: at }, at);
                return;
            }
        }
        const match = loose_document_keyed.exec(rest);
        if (match?.[1] === undefined)
            return;
        const parent = this.#parent(depth);
        const path = [...parent.path, unquote(match[1])];
        this.#place(path, number, at);
        this.#scalar(path, rest.slice(match[0].length), depth, { line: number, column: at }, at + match[0].length);
    }
    /** Opens the mapping frame a key at `depth` belongs to. */
    #parent(depth) {
        while ((this.#stack.at(-1)?.indent ?? -1) >= depth)
            this.#stack.pop();
        let top = this.#stack.at(-1);
        if (top === undefined) {
            top = { indent: -1, node: this.#root, path: [] };
            this.#stack.push(top);
        }
        if (Array.isArray(top.node)) {
            // A key below a dash: the item becomes a mapping.
            const index = Math.max(0, top.node.length - 1);
            const existing = top.node[index];
            const node = typeof existing === 'object' && existing !== null && !Array.isArray(existing)
                ? existing
                : Object.create(null);
            top.node[index] = node;
            top = { indent: depth - 1, node, path: [...top.path, index] };
            this.#stack.push(top);
        }
        return top;
    }
    /** Opens a new item of the sequence whose dash stands at `indent`. */
    #item(indent, at) {
        while ((this.#stack.at(-1)?.indent ?? -1) > indent)
            this.#stack.pop();
        let top = this.#stack.at(-1);
        if (top !== undefined && top.indent === indent && !Array.isArray(top.node)) {
            // A dash at the indentation of its own key: `key:` then `- item` below it.
            top = undefined;
        }
        if (top === undefined || !Array.isArray(top.node) || top.indent !== indent) {
            const owner = this.#lastKey(indent);
            const list = [];
            loose_document_assign(this.#root, owner, list);
            top = { indent, node: list, path: owner };
            this.#stack.push(top);
        }
        const list = top.node;
        list.push('');
        const path = [...top.path, list.length - 1];
        this.#entries.set(keyOf(path), { at, valueAt: at, style: 'plain' });
        return path;
    }
    #lastPath = [];
    #lastKey(_indent) {
        return this.#lastPath.length === 0 ? ['items'] : this.#lastPath;
    }
    #place(path, line, column) {
        if (this.#entries.size === 0)
            this.#first = { line, column };
        this.#entries.set(keyOf(path), { at: { line, column }, valueAt: { line, column }, style: undefined });
        this.#lastPath = path;
    }
    #scalar(path, source, depth, at, column) {
        const text = source.replace(/^(?:[!&][^\s]{0,100}\s+)+/, '').trimEnd();
        if (text === '' || text.startsWith('#')) {
            if (typeof path.at(-1) === 'string') {
                const node = Object.create(null);
                loose_document_assign(this.#root, path, node);
                this.#stack.push({ indent: depth, node, path });
                this.#open = undefined;
            }
            return;
        }
        const block = /^[|>][-+0-9]{0,3}\s*(?:#.*)?$/.test(text);
        const value = block ? '' : scalarText(text);
        loose_document_assign(this.#root, path, value);
        this.#entries.set(keyOf(path), { at, valueAt: { line: at.line, column }, style: block ? 'literal' : 'plain' });
        this.#open = { indent: depth, path, block, lines: [], start: undefined };
    }
}
const keyOf = (path) => path.join('\0');
/** Columns of an indentation; a tab counts as two. */
function width(indent) {
    let columns = 0;
    for (const character of indent)
        columns += character === '\t' ? 2 : 1;
    return columns;
}
function unquote(key) {
    return /^(["']).*\1$/.test(key) ? key.slice(1, -1) : key.trim();
}
function scalarText(source) {
    const text = source.replace(/,$/, '');
    const quoted = /^"((?:[^"\\]|\\.)*)"/.exec(text);
    if (quoted?.[1] !== undefined && !text.startsWith('"{{'))
        return quoted[1].replace(/\\(["\\/])/g, '$1').replace(/\\n/g, '\n');
    const single = /^'((?:[^']|'')*)'/.exec(text);
    if (single?.[1] !== undefined)
        return single[1].replace(/''/g, "'");
    if (/^".*"$/.test(text))
        return text.slice(1, -1);
    return text.replace(/\s#.*$/, '').trim();
}
function loose_document_assign(root, path, value) {
    const parent = lookUp(root, path.slice(0, -1));
    const last = path.at(-1);
    if (Array.isArray(parent))
        parent[Number(last)] = value;
    else if (typeof parent === 'object' && parent !== null)
        parent[String(last)] = value;
}
function lookUp(root, path) {
    let current = root;
    for (const step of path) {
        if (typeof current !== 'object' || current === null)
            return undefined;
        current = current[step];
    }
    return current;
}

;// CONCATENATED MODULE: ./build/kube/secrets/embedded.js



const limits = { bytes: 2_000_000, documents: 500, depth: 60, aliases: 100, expandedNodes: 200_000 };
/** Lines that read `key: value` or `- item` or open a mapping. */
const yamlLine = /^\s*(?:-\s|[\w."'/$-]{1,100}:(?:\s|$))/;
/** Whether a text has words of credentials at all: what has none needs no reading. */
function speaksOfCredentials(text) {
    return /pass|pwd|secret|token|api.?key|access.?key|private.?key|signing.?key|encryption.?key|credential|creds|bearer|auth/i.test(text);
}
/** Reads a text as JSON or YAML documents, tolerantly where it is no exact YAML; undefined where it looks like neither. */
function readEmbedded(text) {
    const start = text.trimStart().charAt(0);
    const isJson = start === '{' || start === '[';
    if (!isJson && !looksLikeYaml(text))
        return undefined;
    if (!text.includes('{{')) {
        const file = (0,parse_yaml/* parseYaml */.h)(Buffer.from(text, 'utf8'), limits);
        const sources = file.documents.filter((document) => typeof document.value === 'object' && document.value !== null);
        if (file.unreadable.length === 0 && sources.length > 0) {
            return sources.map((document) => ({
                identity: identityOf(document.value),
                value: document.value,
                at: (path) => document.at(path),
                valueAt: (path) => document.valueAt(path),
                styleAt: (path) => document.styleAt(path),
            }));
        }
    }
    return isJson ? undefined : readLoosely(text);
}
function looksLikeYaml(text) {
    const lines = text
        .slice(0, 20_000)
        .split('\n')
        .filter((line) => !/^\s*(?:#.*)?$/.test(line));
    const alike = lines.filter((line) => yamlLine.test(line)).length;
    return lines.length > 0 && alike * 2 >= lines.length;
}

;// CONCATENATED MODULE: ./build/kube/secrets/keyed-formats.js

const keyed_formats_table = [
    {
        id: 'aws-secret-access-key',
        name: 'an AWS secret access key',
        key: /secret.?access.?key|aws.{0,10}secret|^secret.?key$/i,
        value: /^[A-Za-z0-9/+]{40}$/,
    },
    {
        id: 'azure-storage-key',
        name: 'an Azure storage account key',
        key: /account.?key|storage.?key|azure.{0,20}key/i,
        value: /^[A-Za-z0-9+/]{86}==$/,
    },
    {
        id: 'datadog-key',
        name: 'a Datadog key',
        key: /(?:^|[^a-z])(?:dd|datadog).{0,10}(?:api|app).{0,12}key/i,
        value: /^(?:[0-9a-f]{32}|[0-9a-f]{40})$/,
    },
    {
        id: 'cloudflare-token',
        name: 'a Cloudflare API token',
        key: /cloudflare|(?:^|[^a-z])cf[_.-]api/i,
        value: /^(?:[A-Za-z0-9_-]{40}|[0-9a-f]{37})$/,
    },
    { id: 'twilio-auth-token', name: 'a Twilio auth token', key: /twilio.{0,20}token/i, value: /^[0-9a-f]{32}$/ },
    {
        id: 'heroku-key',
        name: 'a Heroku API key',
        key: /heroku.{0,20}(?:key|token)/i,
        value: /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
    },
    { id: 'fastly-token', name: 'a Fastly API token', key: /fastly.{0,20}(?:key|token)/i, value: /^[A-Za-z0-9_-]{32}$/ },
    { id: 'okta-token', name: 'an Okta API token', key: /okta.{0,20}token/i, value: /^00[\w-]{40}$/ },
    { id: 'mailchimp-key', name: 'a Mailchimp API key', key: /mailchimp|mandrill/i, value: /^[0-9a-f]{32}-us\d{1,2}$/ },
    {
        id: 'discord-bot-token',
        name: 'a Discord bot token',
        key: /discord|bot.?token/i,
        value: /^[MNO][\w-]{23,27}\.[\w-]{6}\.[\w-]{27,38}$/,
    },
];
/** The provider that a value under this key belongs to, where key and shape agree. */
function keyedFormat(key, value) {
    if (value.length < 20 || value.length > 120)
        return undefined;
    const format = keyed_formats_table.find((row) => row.value.test(value) && row.key.test(key));
    return format !== undefined && entropy(value) >= 2.8 ? format : undefined;
}

;// CONCATENATED MODULE: ./build/kube/secrets/judge-open.js







/** The place of an offset in a text. */
function placeOf(text, offset) {
    const before = text.slice(0, offset);
    const start = before.lastIndexOf('\n') + 1;
    return { line: before.split('\n').length, column: offset - start + 1 };
}
/** The tokens of a text, as judgements with their place in it. */
function judgeTokens(text) {
    return findTokens(text).map((token) => ({
        is: 'literal',
        what: token.format.name,
        format: token.format.id,
        severity: token.format.severity,
        secret: token.secret,
        inner: [],
        offset: placeOf(text, token.start),
    }));
}
/** Judges a value by its own format, then by its key: provider tokens, then generic credentials. */
function judgeOpen(text, key, context, isDeployed) {
    const tokens = judgeTokens(text);
    if (tokens.length > 0)
        return tokens;
    const inner = text.length >= 24 ? unwrap(text) : text;
    if (inner !== text) {
        const hidden = judgeTokens(inner).map((token) => ({ ...token, offset: undefined }));
        if (hidden.length > 0)
            return hidden;
    }
    const strength = credentialKey(key);
    if (strength === 'none')
        return [];
    const value = text.trim();
    if (!hasCredentialShape(value, strength, key))
        return [];
    if (classify(value, { ...context, key }) !== 'literal')
        return [];
    if (inner !== text && classify(inner, { ...context, key }) !== 'literal')
        return [];
    if (isDefaultCredential(value) && !isDeployed)
        return [];
    const provider = keyedFormat(key, value);
    return [
        {
            is: 'literal',
            what: provider?.name,
            format: provider?.id ?? 'generic',
            severity: provider === undefined ? 'high' : 'critical',
            secret: value,
            inner: [],
            offset: undefined,
        },
    ];
}
/** Whether a value could be what its key calls it. A key that says `password` outright needs little; others need a value that looks made. */
function hasCredentialShape(value, strength, key) {
    if (value.length > 4_000 || /\n/.test(value))
        return false;
    if (/^(?:true|false|yes|no|on|off|null|nil|none|auto|default|always|never|required|optional|disabled|enabled|inherit)$/i.test(value))
        return false;
    if (strength === 'password')
        return value.length >= 4 && !isProse(value) && !/^\d{1,3}$/.test(value);
    return (looksRandom(value) ||
        (uuid.test(value) && !/[_-]?id$/i.test(key)) ||
        (/^(?=.*\d)(?=.*[A-Za-z])[^\s]{8,}$/.test(value) && keyedFormat(key, value) !== undefined));
}
/** Sentences: help texts and descriptions under a key such as `password`. */
function isProse(value) {
    return value.split(/\s+/).length > 3 || /\s(?:the|your|is|for|must|of|to|be)\s/i.test(value);
}

;// CONCATENATED MODULE: ./build/kube/secrets/companion.js


/** What usually stands beside a secret in the same object and is none itself: user names, hosts, ports, flags. */
const names = /^(?:(?:\w+[-_.])*(?:user(?:name)?|login|hosts?|hostname|ports?|url|uri|endpoint|server|servers|address|addr|region|zone|bucket|container|database|db|dbname|schema|name|type|project|projectid|subscriptionid|tenantid|tenant|clientid|accountid|appid|email|mail|from|namespace|enabled|path|dir|driver|scheme|protocol|mode|version|kind|env|environment|stage|cluster|provider|realm|issuer|audience|scopes?|domain|insecure|ssl|sslmode|tls|verify|timeout|replicas|level|loglevel|description|expiration|id|org|organization|team|owner|repo|repository|branch|format|locale|timezone|tz|cname|charset|engine|dialect|usage-bootstrap-\w+|auth-extra-groups)|token-id|usage-bootstrap-[a-z]+|auth-extra-groups|(?:\w+[-_.])*(?:is|enable|disable|use|allow)[-_.]\w+)$/i;
/** Whether a decoded value under `key` is plainly no secret: the key says so and the value's shape agrees. */
function isCompanion(text, key) {
    const value = text.trim();
    if (value.length > 300 || value.includes('\n'))
        return false;
    if (/^(?:true|false|yes|no|on|off|enabled|disabled)$/i.test(value))
        return true;
    const name = key.replace(/([a-z0-9])([A-Z])/g, '$1_$2');
    if (!names.test(name))
        return false;
    if (/^\d{1,6}$/.test(value))
        return true;
    return (!looksRandom(value) &&
        !/:\/\/[^/\s]{0,200}:[^/\s]{1,200}@/.test(value) &&
        !/[?&](?:sig|token|key|code|secret|password)=/i.test(value));
}
/** Whether bytes that are no text are public: DER certificates. */
function isPublicBytes(bytes, key) {
    return (/\.(?:crt|cer|der)$|^ca/i.test(key) &&
        bytes[0] === 0x30 &&
        bytes[1] === 0x82 &&
        bytes[4] === 0x30 &&
        bytes[5] === 0x82);
}
/** Whether a value is what Helm stores of a release: base64 of gzip. */
function helmRelease(text) {
    const inner = text.startsWith('H4sI') ? decodeBase64(text) : undefined;
    return inner !== undefined && inner[0] === 0x1f && inner[1] === 0x8b ? inner : undefined;
}

;// CONCATENATED MODULE: ./build/kube/secrets/registry-login.js



/** The keys of a Secret that hold a container registry's login (kubernetes.io/dockerconfigjson, kubernetes.io/dockercfg). */
function isRegistryLoginKey(key) {
    return /^(?:\.?dockerconfigjson|\.?dockercfg|config\.json)$/i.test(key);
}
/**
 * The class of a registry login: literal where any registry has a literal password or token, placeholder where one has
 * a placeholder, empty where none has either. Undefined where the text is no such file.
 */
function classifyRegistryLogin(text, context) {
    let parsed;
    try {
        parsed = JSON.parse(text);
    }
    catch {
        return undefined;
    }
    if (!isMapping(parsed))
        return undefined;
    const auths = isMapping(parsed.auths) ? parsed.auths : parsed;
    const classes = [];
    for (const login of Object.values(auths)) {
        if (!isMapping(login))
            continue;
        for (const field of ['password', 'identitytoken', 'registrytoken', 'auth']) {
            const value = login[field];
            if (typeof value !== 'string')
                continue;
            const [, ...password] = (field === 'auth' ? (decodeBase64Text(value) ?? '') : '').split(':');
            classes.push(classify(password.length > 0 ? password.join(':') : value, { ...context, key: 'password' }));
        }
    }
    for (const worst of ['literal', 'placeholder', 'template', 'reference', 'encrypted']) {
        if (classes.includes(worst))
            return worst;
    }
    return 'empty';
}

;// CONCATENATED MODULE: ./build/kube/secrets/judge-secret.js










const inflated = 8_000_000;
/** Judges a base64 field that can hold nothing but a secret. */
function judgeEncodedSecret(text, key, context) {
    const asWritten = classify(text, { ...context, key, secretOnly: true });
    if (asWritten !== 'literal' && asWritten !== 'placeholder')
        return judgeTokens(text);
    const bytes = decodeBase64(text);
    if (bytes === undefined)
        return judgeSecret(text, key, context);
    const decoded = asText(bytes);
    if (decoded !== undefined)
        return judgeSecret(decoded, key, context).map((judgement) => ({ ...judgement, offset: undefined }));
    // Words such as `password` are base64 by accident: what was written counts where what comes out is no text.
    if (asWritten === 'placeholder')
        return [make('placeholder', text, undefined)];
    return isPublicBytes(bytes, key) ? [] : [make('literal', text, undefined)];
}
/** Judges a decoded value in a field that can hold nothing but a secret: every literal counts, whatever it looks like. */
function judgeSecret(text, key, context) {
    const tokens = judgeTokens(text);
    if (tokens.length > 0)
        return [make('literal', text, tokens[0])];
    const kind = classifySecret(text, key, context);
    if (kind === 'placeholder' || kind === 'literal' || kind === 'companion')
        return [make(kind, text, undefined)];
    return [];
}
function classifySecret(text, key, context) {
    const inside = { ...context, key, secretOnly: true };
    const outer = classify(text, inside);
    if (outer !== 'literal')
        return outer;
    if (isRegistryLoginKey(key)) {
        const login = classifyRegistryLogin(text, inside);
        if (login !== undefined)
            return login;
    }
    const release = helmRelease(unwrap(text, 1));
    if (release !== undefined)
        return classifyRelease(release);
    const inner = unwrap(text);
    if (inner !== text) {
        const decoded = classify(inner, inside);
        if (decoded !== 'literal')
            return decoded;
    }
    return classifyConfiguration(inner, context) ?? (isCompanion(inner, key) ? 'companion' : 'literal');
}
/** A configuration file is what its credentials are: templates and references make it one, a literal makes it a literal. */
function classifyConfiguration(text, context) {
    const isJson = /^\s*[{[]/.test(text);
    if (!isJson && !text.trim().includes('\n'))
        return undefined;
    const classes = new Set();
    let fields = 0;
    const note = (key, value) => {
        fields++;
        if (credentialKey(key) === 'none' && !/^(?:auth|data|key)$/i.test(key))
            return;
        classes.add(classify(value, { ...context, key, secretOnly: true }));
    };
    const sources = readEmbedded(text);
    if (sources !== undefined)
        for (const source of sources)
            forEachField(source, (field) => note(field.key, field.text));
    else
        for (const { key, value } of readAssignments(text))
            note(key, value);
    if (fields === 0 || (!isJson && fields * 3 < text.trim().split('\n').length))
        return undefined;
    for (const worst of ['literal', 'placeholder', 'template', 'reference', 'encrypted'])
        if (classes.has(worst))
            return worst;
    return 'companion';
}
/** A Helm release as Helm itself stores it is no secret of its own, unless a credential stands inside. */
function classifyRelease(release) {
    try {
        const text = (0,external_node_zlib_.gunzipSync)(release, { maxOutputLength: inflated }).toString('utf8');
        return judgeTokens(text).length > 0 || classifyConfiguration(text, {}) === 'literal' ? 'literal' : 'public';
    }
    catch {
        return 'literal';
    }
}
function make(is, secret, token) {
    return {
        is,
        what: token?.what,
        format: token?.format ?? 'secret-value',
        severity: is === 'literal' ? 'critical' : 'low',
        secret: secret.trim(),
        inner: [],
        offset: undefined,
    };
}

;// CONCATENATED MODULE: ./build/kube/secrets/judge.js









/** Judges the content of a file: its tokens, then each of its own fields or assignments. */
function judgeFile(text, key, context, isDeployed) {
    if (!text.includes('\n') && !/^\s*[{[]/.test(text)) {
        const own = judgeOpen(text, key, context, isDeployed);
        return own.length > 0 ? own : judgeCommand(text, context);
    }
    const found = [...judgeTokens(text)];
    if (text.length > 1_500_000 || !speaksOfCredentials(text))
        return found;
    const seen = new Set(found.map((judgement) => judgement.secret));
    for (const judgement of judgeInner(text, context, isDeployed)) {
        if (!seen.has(judgement.secret))
            found.push(judgement);
        seen.add(judgement.secret);
    }
    return found;
}
function judgeInner(text, context, isDeployed) {
    const found = [];
    const sources = readEmbedded(text);
    if (sources === undefined) {
        for (const { key, value, place, quoted } of readAssignments(text)) {
            if (!quoted && isCode(value))
                continue;
            for (const judgement of judgeOpen(value, key, context, isDeployed))
                found.push({ ...judgement, inner: [key], offset: place });
        }
        return found;
    }
    for (const source of sources) {
        forEachField(source, (field) => {
            for (const judgement of judgeField(field.text, field.key, field.role, context, field.previous)) {
                if (judgement.is !== 'literal')
                    continue;
                const place = source.valueAt(field.path);
                const own = judgement.offset;
                const offset = own === undefined || own.line === 1 ? place : { line: place.line + own.line - 1, column: own.column };
                found.push({ ...judgement, inner: [field.key, ...judgement.inner], offset });
            }
        });
    }
    return found;
}
/** Unquoted right-hand sides that are code: calls, members, operators. */
function isCode(value) {
    return /[()[\]{}]|^\w+\.\w+(?:\.\w+)*$|^(?:var|local|data|module|each|self|os|process)\./.test(value);
}
/** Judges a script or an argument. */
function judgeCommand(text, context, previous) {
    const tokens = judgeTokens(text);
    const seen = new Set(tokens.map((token) => token.secret));
    const found = [...tokens];
    const flag = previous === undefined ? null : /^--?([A-Za-z][\w.-]{2,60})$/.exec(previous);
    if (flag?.[1] !== undefined && !text.startsWith('-'))
        found.push(...judgeOpen(text, flag[1], context, true));
    if (!speaksOfCredentials(text) && !/(?:curl|login|sshpass|mysql|redis-cli)/.test(text))
        return found;
    for (const { key, value, offset } of spelledOut(text)) {
        for (const judgement of judgeOpen(value, key, context, false)) {
            if (seen.has(judgement.secret))
                continue;
            seen.add(judgement.secret);
            found.push({ ...judgement, inner: [key], offset: placeOf(text, offset) });
        }
    }
    return found;
}
/** Judges one field by the role of its place. */
function judgeField(text, key, role, context, previous) {
    switch (role) {
        case 'secret':
            return judgeSecret(text, key, context);
        case 'secret-base64':
            return judgeEncodedSecret(text, key, context);
        case 'sealed':
            return classify(text, { ...context, sealed: true }) === 'literal' ? judgeEncodedSecret(text, key, context) : [];
        case 'secret-pair': {
            const cut = text.indexOf('=');
            return cut < 0
                ? judgeSecret(text, key, context)
                : judgeSecret(stripQuotes(text.slice(cut + 1)), text.slice(0, cut), context);
        }
        case 'name':
            return judgeTokens(text);
        case 'command':
            return judgeCommand(text, context, previous);
        case 'file':
        case 'manifest':
            return judgeFile(text, key, context, true);
        case 'file-base64': {
            const bytes = decodeBase64(text);
            const decoded = bytes === undefined ? undefined : asText(bytes);
            return decoded === undefined
                ? []
                : judgeFile(decoded, key, context, true).map((judgement) => ({ ...judgement, offset: undefined }));
        }
        case 'deployed':
        case 'open':
            return judgePlain(text, key, role, context);
    }
}
function judgePlain(text, key, role, context) {
    if (text.includes('\n'))
        return judgeFile(text, key, context, role === 'deployed');
    const pair = /^([A-Za-z_][\w.-]{1,80})=(.{1,2000})$/.exec(text);
    if (pair?.[1] !== undefined && pair[2] !== undefined && credentialKey(key) === 'none') {
        return judgeOpen(stripQuotes(pair[2]), pair[1], context, true).map((judgement) => ({
            ...judgement,
            inner: [pair[1] ?? ''],
        }));
    }
    return judgeOpen(text, key, context, role === 'deployed');
}
const stripQuotes = (text) => /^(["'])(.*)\1$/.exec(text)?.[2] ?? text;

;// CONCATENATED MODULE: ./build/kube/secrets/key-file.js
/** What a binary file is, where it is one that holds private keys or credentials; undefined otherwise. Decided by its bytes, never its name. */
function keyFile(bytes) {
    const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (view.length < 24)
        return undefined;
    const magic = view.readUInt32BE(0);
    if (magic === 0xfeedfeed || magic === 0xcececece) {
        return hasPrivateEntry(view) ? { id: 'java-key-store', name: 'a Java key store with a private key' } : undefined;
    }
    if (magic === 0x03d9a29a)
        return { id: 'keepass', name: 'a KeePass database' };
    if (isDer(view, [0x02, 0x01, 0x03, 0x30]))
        return { id: 'pkcs12', name: 'a PKCS #12 key store' };
    if (isDer(view, [0x02, 0x01, 0x00, 0x30]) || isDer(view, [0x02, 0x01, 0x00, 0x02])) {
        return { id: 'der-private-key', name: 'a private key in DER' };
    }
    // OpenPGP secret-key packets (tag 5), old and new format, versions 4 to 6 (RFC 9580 §4.2, §5.5.3).
    const first = view[0] ?? 0;
    const body = { 148: 2, 149: 3, 150: 5, 197: (view[1] ?? 0) < 192 ? 2 : 3 }[first];
    const version = body === undefined ? 0 : (view[body] ?? 0);
    if (version >= 4 && version <= 6 && view.length > 100)
        return { id: 'openpgp-private-key', name: 'an OpenPGP private key' };
    return undefined;
}
/** Whether the bytes are a DER SEQUENCE whose content begins with `head`. */
function isDer(view, head) {
    if (view[0] !== 0x30)
        return false;
    const length = view[1] ?? 0;
    const start = length < 0x80 ? 2 : 2 + (length & 0x7f);
    return start <= 6 && head.every((byte, index) => view[start + index] === byte);
}
/** Walks a JKS store's entries: tag 1 is a private key, tag 2 a certificate (trust stores hold nothing else). */
function hasPrivateEntry(view) {
    const entries = Math.min(view.readUInt32BE(8), 10_000);
    let at = 12;
    for (let entry = 0; entry < entries; entry++) {
        if (at + 6 > view.length)
            return true;
        const tag = view.readUInt32BE(at);
        if (tag !== 2)
            return true;
        at += 6 + view.readUInt16BE(at + 4) + 8;
        if (at + 2 > view.length)
            return true;
        at += 2 + view.readUInt16BE(at);
        if (at + 4 > view.length)
            return true;
        at += 4 + view.readUInt32BE(at);
    }
    return false;
}

;// CONCATENATED MODULE: ./build/kube/secrets/text-file.js





const configuration = /(?:^|\/)(?:\.env[\w.-]*|[\w.-]*\.env(?:\.[\w-]+)?|\.npmrc|\.yarnrc|\.pypirc|\.netrc|_netrc|\.pgpass|\.my\.cnf|\.s3cfg|\.boto|\.dockercfg|\.htpasswd|\.git-credentials|credentials|config|Dockerfile[\w.-]*|[\w.-]*\.(?:properties|ini|cfg|conf|cnf|toml|tfvars|tf|hcl|tfstate|env|envrc|htpasswd|xml|gradle|json5|jsonc|json|yaml|yml|dockerfile|cue|jsonnet|libsonnet|nix))$/i;
const script = /(?:^|\/)(?:Makefile|Jenkinsfile|Vagrantfile|[\w.-]*\.(?:sh|bash|zsh|ps1|bat|cmd|mk|groovy))$/i;
/** Judges a text that is no manifest, by the kind of file its name says it is. Whatever the name: provider tokens and private keys. */
function judgeText(path, text, isSecretFile) {
    const context = { sops: isSopsText(text) };
    const found = new Map();
    const add = (judgement, offset) => {
        if (judgement.is !== 'literal' && !isSecretFile)
            return;
        if (!found.has(judgement.secret))
            found.set(judgement.secret, { ...judgement, offset: offset ?? { line: 1, column: 1 } });
    };
    for (const judgement of judgeTokens(text))
        add(judgement, judgement.offset);
    if (isSecretFile)
        for (const judgement of judgeSecretFile(text, context))
            add(judgement, judgement.offset);
    for (const judgement of judgeLogins(path, text, context))
        add(judgement, judgement.offset);
    if (!speaksOfCredentials(text))
        return [...found.values()];
    if (configuration.test(path))
        for (const judgement of judgeConfiguration(text, context))
            add(judgement, judgement.offset);
    else if (script.test(path))
        for (const judgement of judgeCommand(text, context))
            add(judgement, judgement.offset);
    return [...found.values()];
}
function judgeConfiguration(text, context) {
    return text.includes('\n') ? judgeFile(text, '', context, false) : judgeFile(`${text}\n`, '', context, false);
}
/** A file that a secretGenerator turns into a Secret: each assignment of an env file, or all of it, is secret. */
function judgeSecretFile(text, context) {
    const lines = readAssignments(text);
    if (lines.length === 0)
        return judgeSecret(text, '', context);
    return lines.flatMap(({ key, value, place }) => judgeSecret(value, key, context)
        .filter((judgement) => judgement.is !== 'companion')
        .map((judgement) => ({ ...judgement, inner: [key], offset: place })));
}
/** .netrc and .pgpass have a notation of their own. */
function judgeLogins(path, text, context) {
    const pattern = /(?:^|\/)[._]netrc$/.test(path)
        ? /\bpassword\s{1,8}(\S{1,400})/g
        : /(?:^|\/)\.?pgpass(?:\.conf)?$/.test(path)
            ? /^[^#:\n]{1,200}:[^:\n]{1,20}:[^:\n]{1,100}:[^:\n]{1,100}:([^\n]{1,400})$/gm
            : undefined;
    if (pattern === undefined)
        return [];
    return [...text.matchAll(pattern)].flatMap((match) => judgeOpen(match[1] ?? '', 'password', context, true).map((judgement) => ({
        ...judgement,
        inner: ['password'],
        offset: placeOf(text, match.index ?? 0),
    })));
}
/** SOPS in its dotenv and INI forms. */
function isSopsText(text) {
    return /^sops_mac=ENC\[/m.test(text) || (/^\[sops\]/m.test(text) && /^mac\s*=\s*ENC\[/m.test(text));
}

;// CONCATENATED MODULE: ./build/kube/secrets/file-secrets.js







/** Everything in one file that is a plaintext secret, a placeholder for one, or a plain value where secrets stand. */
function fileSecrets(file) {
    switch (file.side.structure) {
        case 'manifest':
            return [...manifestSecrets(file)];
        case 'template':
            return withStrayTokens(file, readLoosely(file.side.text).flatMap((source) => [...sourceSecrets(file, source, source.value)]));
        case 'text':
            return textSecrets(file);
        case 'binary':
            return binarySecrets(file);
        default:
            return [];
    }
}
function manifestSecrets(file) {
    const { side } = file;
    const found = [];
    const covered = new Set();
    for (const resource of side.resources) {
        covered.add(resource.document);
        const inner = side.resources.some((other) => other !== resource && other.document === resource.document && isBelow(resource.path, other.path));
        if (!inner)
            found.push(...sourceSecrets(file, withIdentity(resource, file.path), resource.document.value));
    }
    for (const document of side.documents) {
        if (covered.has(document))
            continue;
        found.push(...sourceSecrets(file, withIdentity(document, file.path), document.value));
    }
    for (const { line, text } of unreadableParts(side)) {
        for (const source of readLoosely(text, line))
            found.push(...sourceSecrets(file, source, source.value));
    }
    if (file.isSecretFile)
        found.push(...textSecrets(file));
    return withStrayTokens(file, found);
}
const isBelow = (path, ancestor) => path.length > ancestor.length && ancestor.every((step, index) => step === path[index]);
function withIdentity(source, path) {
    const isKustomization = /(?:^|\/)(?:kustomization\.ya?ml|Kustomization)$/.test(path);
    const own = identityOf(source.value);
    const implied = { group: 'kustomize.config.k8s.io', kind: 'Kustomization', namespace: undefined, name: '' };
    return {
        identity: own ?? (isKustomization ? implied : undefined),
        value: source.value,
        at: (at) => source.at(at),
        valueAt: (at) => source.valueAt(at),
        styleAt: (at) => source.styleAt(at),
    };
}
/** The document slices that could not be parsed. */
function unreadableParts(side) {
    if (side.unreadable.length === 0)
        return [];
    const lines = side.text.split('\n');
    const parts = [];
    let start = 0;
    for (let at = 0; at <= lines.length; at++) {
        if (at < lines.length && !/^---(?:\s|$)/.test(lines[at] ?? ''))
            continue;
        const isBroken = side.unreadable.some(({ line }) => line - 1 >= start && line - 1 <= at);
        if (isBroken)
            parts.push({ line: start + 1, text: lines.slice(start, at).join('\n') });
        start = at + 1;
    }
    return parts;
}
function* sourceSecrets(file, source, document) {
    const context = { sops: isSopsDocument(document), argoVaultPlugin: usesArgoVaultPlugin(source.value) };
    const found = [];
    forEachField(source, (field) => {
        if (context.sops === true && field.path[0] === 'sops')
            return;
        for (const judgement of judgeField(field.text, field.key, field.role, context, field.previous)) {
            found.push({
                ...judgement,
                scope: file.scope,
                object: source.identity,
                path: [
                    ...(source.identity === undefined ? [file.path] : []),
                    ...subjectPath(source.value, field.path),
                    ...judgement.inner,
                ],
                key: judgement.inner.at(-1) ?? field.key,
                role: field.role,
                file: file.path,
                locate: () => locate(source, field.path, judgement),
            });
        }
    });
    yield* isDeclaredInArgoCd(source.value) ? found.filter((sighting) => sighting.is !== 'companion') : found;
}
/** A document that SOPS wrote: its MAC is what makes ENC[…] more than a shape. */
function isSopsDocument(value) {
    const sops = valueAtPath(value, ['sops']);
    return (isMapping(sops) && typeof sops.mac === 'string' && sops.mac.startsWith('ENC[') && sops.lastmodified !== undefined);
}
function usesArgoVaultPlugin(value) {
    return typeof valueAtPath(value, ['metadata', 'annotations', 'avp.kubernetes.io/path']) === 'string';
}
/** Argo CD declares repositories and clusters as Secrets, with or without credentials. */
function isDeclaredInArgoCd(value) {
    return typeof valueAtPath(value, ['metadata', 'labels', 'argocd.argoproj.io/secret-type']) === 'string';
}
function locate(source, path, judgement) {
    const style = source.styleAt(path);
    if (judgement.offset === undefined || style === undefined)
        return source.at(path);
    const start = source.valueAt(path);
    if (style !== 'literal')
        return start;
    return { line: start.line + judgement.offset.line - 1, column: start.column + judgement.offset.column - 1 };
}
/** Tokens that stand in comments, keys or text no reading reached. */
function withStrayTokens(file, found) {
    const known = new Set(found.map((sighting) => sighting.secret));
    const stray = judgeTokens(file.side.text).filter((token) => !known.has(token.secret) && !found.some((sighting) => sighting.secret.includes(token.secret)));
    if (stray.length === 0)
        return found;
    return [...found, ...stray.map((token) => fileSighting(file, token, token.offset))];
}
function textSecrets(file) {
    return judgeText(file.path, file.side.text, file.isSecretFile).map((judgement) => fileSighting(file, judgement, judgement.offset));
}
function binarySecrets(file) {
    const store = keyFile(file.side.bytes);
    if (store === undefined)
        return [];
    const judgement = {
        is: 'literal',
        what: store.name,
        format: store.id,
        severity: 'critical',
        secret: file.side.id,
        inner: [],
        offset: undefined,
    };
    return [fileSighting(file, judgement, undefined)];
}
function fileSighting(file, judgement, place) {
    return {
        ...judgement,
        scope: file.scope,
        object: undefined,
        path: [file.path, ...judgement.inner],
        key: judgement.inner.at(-1) ?? '',
        role: file.isSecretFile ? 'secret' : 'open',
        file: file.path,
        locate: () => place ?? { line: 1, column: 1 },
    };
}

;// CONCATENATED MODULE: ./build/kube/secrets/secret-generator.js

/** The files that secretGenerators of one side's kustomizations turn into Secrets (kustomize: `envs`, `env`, `files`). */
function secretGeneratorFiles(touched, side) {
    const files = new Set();
    for (const file of touched) {
        const state = file[side];
        if (state === undefined || !/(?:^|\/)(?:kustomization\.ya?ml|Kustomization)$/.test(file.path))
            continue;
        const folder = file.path.includes('/') ? file.path.slice(0, file.path.lastIndexOf('/')) : '';
        for (const document of state.documents) {
            for (const name of generatorFiles(document.value))
                files.add(resolve(folder, name));
        }
    }
    return files;
}
function* generatorFiles(kustomization) {
    const generators = isMapping(kustomization) ? kustomization.secretGenerator : undefined;
    for (const generator of Array.isArray(generators) ? generators : []) {
        if (!isMapping(generator))
            continue;
        const lists = [generator.envs, generator.files, [generator.env]];
        for (const entry of lists.flatMap((list) => (Array.isArray(list) ? list : []))) {
            if (typeof entry === 'string')
                yield entry.slice(entry.indexOf('=') + 1);
        }
    }
}
/** Joins a folder and a relative path inside the repository. */
function resolve(folder, name) {
    const steps = folder === '' ? [] : folder.split('/');
    for (const step of name.split('/')) {
        if (step === '..')
            steps.pop();
        else if (step !== '.' && step !== '')
            steps.push(step);
    }
    return steps.join('/');
}

;// CONCATENATED MODULE: ./build/kube/secrets/new-secrets.js



/**
 * What is new in head: identity is (scope, object, field, digest of the value). A value that left one place of a scope
 * and stands in another is a move and no news; one that came from another scope is told as such.
 */
function newSecrets(touched, digestKey) {
    const digest = (sighting) => (0,external_node_crypto_.createHmac)('sha256', digestKey).update(sighting.secret).digest('base64');
    const before = sightingsOf(touched, 'before').map((sighting) => ({ sighting, digest: digest(sighting) }));
    const after = sightingsOf(touched, 'after').map((sighting) => ({ sighting, digest: digest(sighting) }));
    const known = new Set(before.map(identity));
    const standing = new Set(after.map(identity));
    const gone = before.filter((one) => !standing.has(identity(one)));
    const groups = new Map();
    for (const one of after.filter((candidate) => !known.has(identity(candidate)))) {
        const moved = takeMoved(gone, one);
        if (moved?.sighting.scope === one.sighting.scope)
            continue;
        const key = `${one.sighting.is}\0${one.digest}\0${one.sighting.is === 'companion' ? identity(one) : ''}`;
        const group = groups.get(key);
        if (group === undefined)
            groups.set(key, { sightings: [one.sighting], movedFrom: moved?.sighting.file });
        else {
            group.sightings.push(one.sighting);
            group.movedFrom = group.movedFrom === undefined ? undefined : moved?.sighting.file;
        }
    }
    return [...groups.values()].map(({ sightings, movedFrom }) => ({
        is: sightings[0]?.is ?? 'literal',
        sightings,
        movedFrom,
    }));
}
function identity({ sighting, digest }) {
    const { group, kind, namespace, name } = sighting.object ?? { group: '', kind: '', namespace: '', name: '' };
    return JSON.stringify([sighting.scope, group, kind, namespace ?? null, name, sighting.path, digest]);
}
/** Takes the vanished sighting of the same value out of the list, one of the same scope first. */
function takeMoved(gone, one) {
    const same = (candidate) => candidate.digest === one.digest && candidate.sighting.is === one.sighting.is;
    let index = gone.findIndex((candidate) => same(candidate) && candidate.sighting.scope === one.sighting.scope);
    if (index < 0)
        index = gone.findIndex(same);
    return index < 0 ? undefined : gone.splice(index, 1)[0];
}
function sightingsOf(touched, side) {
    const secretFiles = secretGeneratorFiles(touched, side);
    return touched.flatMap((file) => {
        const state = file[side];
        if (state === undefined)
            return [];
        return fileSecrets({ path: file.path, scope: file.scope, side: state, isSecretFile: secretFiles.has(file.path) });
    });
}

;// CONCATENATED MODULE: ./build/rules/placeholder-secret.js


/** Finds values that only say that a secret should stand there, in fields that hold nothing else: deployed, they are passwords. */
const placeholderSecret = {
    id: 'placeholder-secret',
    category: 'secret',
    severity: 'low',
    summary: 'A placeholder stands where only a secret can, and would be deployed as one.',
    *check(evidence) {
        const groups = newSecrets(evidence.change.touched, evidence.digestKey);
        const judged = new Set(groups.filter((group) => group.is !== 'companion').flatMap((group) => group.sightings.map(ownerOf)));
        const told = new Set();
        for (const group of groups) {
            if (group.is === 'placeholder')
                yield placeholder(group);
            const first = group.sightings[0];
            if (group.is !== 'companion' || first === undefined)
                continue;
            const owner = ownerOf(first);
            if (judged.has(owner) || told.has(owner))
                continue;
            told.add(owner);
            yield plainValues(first);
        }
    },
};
/** The object a sighting belongs to, or its file. */
function ownerOf(sighting) {
    const { group, kind, namespace, name } = sighting.object ?? { group: '', kind: '', namespace: '', name: '' };
    return JSON.stringify([sighting.scope, sighting.file, group, kind, namespace ?? null, name]);
}
function placeholder(group) {
    const first = group.sightings[0];
    const places = group.sightings.slice(1).map((other) => ({ file: other.file, ...other.locate() }));
    const more = places.length === 0 ? '' : `, here and in ${places.length} more ${places.length === 1 ? 'place' : 'places'}`;
    return {
        message: `${whereOf(first)} holds a placeholder where only a secret can stand${more}`,
        remedy: 'If this is deployed, the placeholder is the password: deliver the real value from your secret store. If it is an example, leave the field empty.',
        excerpt: excerptOf(first),
        position: { file: first.file, ...first.locate() },
        scope: first.scope,
        subject: [...subjectOf(first), 'placeholder'],
        ...(first.object === undefined ? {} : { object: first.object }),
        ...(places.length === 0 ? {} : { places }),
    };
}
function plainValues(first) {
    const owner = first.object === undefined ? first.file : objectName(first.object, first.secret);
    return {
        message: `${owner} holds only plain values such as ${fieldName(first)}, no secret that could be recognised`,
        remedy: 'If nothing in it is secret, a ConfigMap says so; if something is, deliver it from your secret store.',
        position: { file: first.file, ...first.locate() },
        scope: first.scope,
        subject: ['plain-values'],
        ...(first.object === undefined ? {} : { object: first.object }),
    };
}
function whereOf(sighting) {
    const field = fieldName(sighting);
    return sighting.object === undefined
        ? field || 'The file'
        : `${objectName(sighting.object, sighting.secret)}: ${field}`;
}

;// CONCATENATED MODULE: ./build/kube/secrets/remedy.js

/** What to do about a plaintext secret at this place, in the tool the repository uses where it uses one. */
function remedyFor(sighting, tools, isPushed) {
    return `${safeForm(sighting, tools)} ${rotation(isPushed)}`;
}
function rotation(isPushed) {
    return isPushed
        ? 'Then rotate the value where it is issued: it has been pushed, and deleting the line does not take it out of the history.'
        : 'It has not been pushed yet: take it out of the commit, and there is no need to rotate it.';
}
function safeForm(sighting, tools) {
    const { object } = sighting;
    if (object?.kind.toLowerCase() === 'secret')
        return secretForm(object, sighting, tools);
    if (sighting.role === 'secret-pair') {
        return 'Take the literal out of secretGenerator: generate the Secret from a file that SOPS encrypts (KSOPS), or deliver it with an ExternalSecret.';
    }
    if (object?.kind === 'ConfigMap') {
        return `Move the value from ${objectName(object, sighting.secret)} into a Secret that your secret store delivers, and mount or reference that.`;
    }
    if (object?.kind === 'SealedSecret')
        return 'Put the value through kubeseal into spec.encryptedData; spec.template is stored as it stands.';
    if (object?.kind === 'HelmRelease') {
        return 'Keep the value in a Secret that your secret store delivers and name it under spec.valuesFrom, or use the chart’s existingSecret value.';
    }
    if (object?.kind === 'Application' || object?.kind === 'ApplicationSet') {
        return 'Name an existing Secret in the chart’s values (existingSecret), or let a plugin fill the value in; an Application is readable to everyone who reads Argo CD.';
    }
    if (sighting.role === 'deployed' && object !== undefined && sighting.path.includes('env')) {
        return `Keep the value in a Secret that your secret store delivers and reference it: valueFrom.secretKeyRef with key ${remedy_keyOf(sighting)}.`;
    }
    if (sighting.role === 'command')
        return 'Pass the value by an environment variable from a Secret, or by a mounted file; arguments are visible in the process list and the pod’s manifest.';
    if (/(?:^|\/)\.github\/workflows\//.test(sighting.file))
        return 'Store the value as an encrypted Actions secret and use it from the secrets context.';
    if (/\.gitlab-ci/.test(sighting.file))
        return 'Store the value as a masked CI/CD variable and use it by name.';
    if (/values[\w.-]*\.ya?ml$/.test(sighting.file))
        return 'Leave the value empty here and name an existing Secret (existingSecret), or encrypt this values file with SOPS.';
    return 'Take the value out of the file: keep it in a secret manager, or encrypt the file with SOPS.';
}
function secretForm(object, sighting, tools) {
    const name = withoutSecrets(object.name === '' ? 'NAME' : object.name, sighting.secret);
    const key = remedy_keyOf(sighting);
    const external = `an ExternalSecret (spec.target.name: ${name}, spec.data[].secretKey: ${key})`;
    const sealed = `a SealedSecret (kubeseal --format yaml; spec.encryptedData.${key})`;
    const sops = "encrypting this file with SOPS (encrypted_regex: '^(data|stringData)$')";
    const known = [
        tools.externalSecrets ? external : '',
        tools.sealedSecrets ? sealed : '',
        tools.sops ? sops : '',
    ].filter((way) => way !== '');
    const ways = known.length > 0 ? known : [external, sealed, sops];
    return `Replace the literal by ${ways.join(', or ')}; base64 hides nothing.`;
}
function remedy_keyOf(sighting) {
    return withoutSecrets(sighting.key, sighting.secret).slice(0, 100);
}

;// CONCATENATED MODULE: ./build/rules/secret-tools.js
const secret_tools_known = new WeakMap();
/** Which ways of keeping secrets the repository of this change uses, told from its base and head. */
function secretTools(evidence) {
    const cached = secret_tools_known.get(evidence);
    if (cached !== undefined)
        return cached;
    const kinds = new Set();
    for (const state of evidence.scopes.values())
        for (const resource of state.after)
            kinds.add(resource.kind);
    for (const file of evidence.change.touched)
        for (const resource of file.after?.resources ?? [])
            kinds.add(resource.kind);
    const isSops = (path) => /(?:^|\/)\.sops\.ya?ml$/.test(path);
    const tools = {
        sops: [...evidence.change.after.keys()].some(isSops),
        sealedSecrets: kinds.has('SealedSecret'),
        externalSecrets: kinds.has('ExternalSecret') ||
            kinds.has('ClusterExternalSecret') ||
            kinds.has('ClusterSecretStore') ||
            kinds.has('SecretStore'),
    };
    secret_tools_known.set(evidence, tools);
    return tools;
}

;// CONCATENATED MODULE: ./build/rules/plaintext-secret.js




/** Finds values that are secret and stand readable in head, and did not stand there in base. */
const plaintextSecret = {
    id: 'plaintext-secret',
    category: 'secret',
    severity: 'critical',
    summary: 'A new plaintext secret: a literal in a Secret, a provider token, a private key, a password in plain sight.',
    *check(evidence) {
        for (const group of newSecrets(evidence.change.touched, evidence.digestKey)) {
            if (group.is === 'literal')
                yield observe(evidence, group);
        }
    },
};
function observe(evidence, group) {
    const first = group.sightings[0];
    const isPushed = evidence.change.range.kind !== 'staged';
    const places = group.sightings.slice(1).map(positionOf);
    const moved = group.movedFrom === undefined
        ? []
        : [`The value stood in ${group.movedFrom} before, which belongs to another scope.`];
    const also = group.sightings.slice(1, 21).map((other) => `also ${plaintext_secret_whereOf(other)} (${other.file})`);
    return {
        message: `${plaintext_secret_whereOf(first)} ${says(first)}${places.length === 0 ? '' : `, here and in ${places.length} more ${places.length === 1 ? 'place' : 'places'}`}`,
        remedy: remedyFor(first, secretTools(evidence), isPushed),
        excerpt: excerptOf(first),
        severity: group.movedFrom === undefined ? first.severity : 'medium',
        position: positionOf(first),
        scope: first.scope,
        subject: [...subjectOf(first), first.format],
        ...(first.object === undefined ? {} : { object: first.object }),
        ...(places.length === 0 ? {} : { places }),
        ...(moved.length + also.length === 0 ? {} : { details: [...moved, ...also] }),
    };
}
function positionOf(sighting) {
    return { file: sighting.file, ...sighting.locate() };
}
function plaintext_secret_whereOf(sighting) {
    const field = fieldName(sighting);
    if (sighting.object === undefined)
        return field === '' ? 'The file' : field;
    return `${objectName(sighting.object, sighting.secret)}: ${field}`;
}
function says(sighting) {
    if (sighting.what !== undefined)
        return `holds ${sighting.what}`;
    if (sighting.role === 'secret-base64')
        return 'holds a secret in base64, which anyone can read';
    if (sighting.role === 'secret' || sighting.role === 'secret-pair')
        return 'holds a secret in plain text';
    return 'is set to a literal that looks like a credential';
}

;// CONCATENATED MODULE: ./build/rules/rejected-key.js

/** A signature by a key that no longer counts: expired, revoked or weak. */
const rejectedKey = {
    id: 'rejected-key',
    category: 'signature',
    severity: 'high',
    summary: 'A signature was made with an expired, revoked or weak key.',
    *check(evidence) {
        for (const commit of evidence.change.commits) {
            const { state } = commit.signature;
            if (state === 'expired' || state === 'revoked' || state === 'weak')
                yield signatureObservation(evidence, commit);
        }
    },
};

;// CONCATENATED MODULE: ./build/rules/unsigned-commit.js

/** A commit or tag without a signature. */
const unsignedCommit = {
    id: 'unsigned-commit',
    category: 'signature',
    severity: 'high',
    summary: 'A commit or tag has no signature.',
    *check(evidence) {
        for (const commit of evidence.change.commits) {
            if (commit.signature.state === 'unsigned')
                yield signatureObservation(evidence, commit);
        }
    },
};

;// CONCATENATED MODULE: ./build/rules/untrusted-signer.js

/** A signature by somebody the base branch does not trust, or not for this. */
const untrustedSigner = {
    id: 'untrusted-signer',
    category: 'signature',
    severity: 'high',
    summary: 'A signature is by a key the base branch does not trust, or trusts for somebody or something else.',
    *check(evidence) {
        for (const commit of evidence.change.commits) {
            const { state, accepted } = commit.signature;
            const isForeign = state === 'untrusted' || state === 'wrong-identity' || (state === 'forge-signed' && !accepted);
            if (isForeign)
                yield signatureObservation(evidence, commit);
        }
    },
};

;// CONCATENATED MODULE: ./build/rules/index.js






/** Every rule; the order is the report's. */
const rules = [
    unsignedCommit,
    invalidSignature,
    rejectedKey,
    untrustedSigner,
    plaintextSecret,
    placeholderSecret,
];


/***/ }),

/***/ 4812:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  h: () => (/* binding */ parseYaml)
});

;// CONCATENATED MODULE: ./build/yaml/node.js
/** Why a document could not be composed. The message never quotes the source. */
class UnreadableError extends Error {
    reason;
    offset;
    constructor(reason, offset, detail) {
        super(detail);
        this.reason = reason;
        this.offset = offset;
    }
}

;// CONCATENATED MODULE: ./build/yaml/compose-json.js

const number = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?/y;
const space = /[ \t\r\n]*/y;
const unescaped = /[^"\\\u0000-\u001f]*"/y;
/** Composes a stream of JSON texts as Go's encoding/json does: the last of two equal keys wins. */
class JsonComposer {
    #text;
    #end;
    #depth;
    #at;
    #path = [];
    #duplicates = [];
    constructor(text, start, end, limits) {
        this.#text = text;
        this.#at = start;
        this.#end = end;
        this.#depth = limits.depth;
    }
    /** Offset of what was not read yet. */
    get position() {
        return this.#at;
    }
    /** The next value of the stream; undefined at its end. Throws UnreadableError. */
    next() {
        this.#skipSpace();
        if (this.#at >= this.#end)
            return undefined;
        this.#duplicates = [];
        this.#path = [];
        const start = this.#at;
        try {
            return { root: this.#value(), start, duplicates: this.#duplicates, conflicts: [] };
        }
        catch (error) {
            this.#at = start;
            throw error;
        }
    }
    #skipSpace() {
        space.lastIndex = this.#at;
        space.test(this.#text);
        this.#at = Math.min(space.lastIndex, this.#end);
    }
    #fail(detail) {
        throw new UnreadableError('syntax', this.#at, detail);
    }
    #value() {
        const start = this.#at;
        switch (this.#text.charCodeAt(start)) {
            case 0x7b:
                return this.#object(start);
            case 0x5b:
                return this.#array(start);
            case 0x22:
                return { value: this.#string(), start, style: 'double-quoted', size: 1 };
            default:
                return { value: this.#literal(), start, style: 'plain', size: 1 };
        }
    }
    #literal() {
        for (const [word, value] of [
            ['true', true],
            ['false', false],
            ['null', null],
        ]) {
            if (this.#text.startsWith(word, this.#at)) {
                this.#at += word.length;
                return value;
            }
        }
        number.lastIndex = this.#at;
        const match = number.exec(this.#text);
        const value = Number(match?.[0]);
        if (match === null || !Number.isFinite(value))
            return this.#fail('no JSON value, or a number out of range');
        this.#at = number.lastIndex;
        // Go reads the integer -0 as 0.
        return value === 0 ? 0 : value;
    }
    #string() {
        const start = this.#at;
        unescaped.lastIndex = start + 1;
        if (unescaped.test(this.#text)) {
            this.#at = unescaped.lastIndex;
            return this.#text.slice(start + 1, this.#at - 1);
        }
        let end = start + 1;
        for (let code = this.#text.charCodeAt(end); code !== 0x22; code = this.#text.charCodeAt(end)) {
            if (Number.isNaN(code))
                this.#fail('a JSON string has no end');
            end += code === 0x5c ? 2 : 1;
        }
        this.#at = end + 1;
        const value = parseString(this.#text.slice(start, this.#at));
        if (value === undefined)
            return this.#fail('a malformed JSON string');
        return value.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD');
    }
    #enter() {
        if (this.#path.length >= this.#depth) {
            throw new UnreadableError('depth', this.#at, `nested deeper than ${this.#depth} levels (limit depth)`);
        }
        this.#path.push('');
        this.#at++;
        this.#skipSpace();
    }
    /** After an entry: whether another follows. */
    #more(close) {
        this.#skipSpace();
        const code = this.#text.charCodeAt(this.#at);
        if (code !== close && code !== 0x2c)
            this.#fail('a comma or a closing bracket is expected');
        this.#at++;
        this.#skipSpace();
        return code !== close;
    }
    #array(start) {
        this.#enter();
        const value = [];
        const items = [];
        let size = 1;
        let open = this.#text.charCodeAt(this.#at) !== 0x5d;
        if (!open)
            this.#at++;
        while (open) {
            this.#path[this.#path.length - 1] = items.length;
            const item = this.#value();
            value.push(item.value);
            items.push(item);
            size += item.size;
            open = this.#more(0x5d);
        }
        this.#path.pop();
        return { value, start, style: undefined, size, items };
    }
    #object(start) {
        this.#enter();
        const value = Object.create(null);
        const entries = new Map();
        let size = 1;
        let open = this.#text.charCodeAt(this.#at) !== 0x7d;
        if (!open)
            this.#at++;
        while (open) {
            const keyStart = this.#at;
            if (this.#text.charCodeAt(keyStart) !== 0x22)
                this.#fail('a JSON key is expected');
            const key = this.#string();
            this.#path[this.#path.length - 1] = key;
            if (entries.has(key))
                this.#duplicates.push({ path: this.#path.slice(), offset: keyStart });
            this.#skipSpace();
            if (this.#text.charCodeAt(this.#at) !== 0x3a)
                this.#fail('a colon is expected');
            this.#at++;
            this.#skipSpace();
            const node = this.#value();
            value[key] = node.value;
            entries.set(key, { keyStart, node });
            size += 1 + node.size;
            open = this.#more(0x7d);
        }
        this.#path.pop();
        return { value, start, style: undefined, size, entries };
    }
}
function parseString(json) {
    try {
        return JSON.parse(json);
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./node_modules/js-yaml/dist/js-yaml.mjs
var js_yaml = __webpack_require__(3243);
;// CONCATENATED MODULE: ./build/yaml/resolve-scalar.js
/** A scalar that its explicit tag does not admit, or that JSON cannot hold. */
class ScalarError extends Error {
}
const prefix = 'tag:yaml.org,2002:';
const words = new Map();
for (const word of ['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON'])
    words.set(word, true);
for (const word of ['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF'])
    words.set(word, false);
for (const word of ['', '~', 'null', 'Null', 'NULL'])
    words.set(word, null);
for (const word of ['.nan', '.NaN', '.NAN'])
    words.set(word, Number.NaN);
for (const word of ['.inf', '.Inf', '.INF', '+.inf', '+.Inf', '+.INF'])
    words.set(word, Number.POSITIVE_INFINITY);
for (const word of ['-.inf', '-.Inf', '-.INF'])
    words.set(word, Number.NEGATIVE_INFINITY);
const integer = /^([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[oO]([0-7]+)|0[bB]([01]+)|0([0-7]+)|(0|[1-9][0-9]*))$/;
const decimal = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const dotted = /^\.[0-9]+(?:_[0-9]+)*(?:[eE][-+]?[0-9]+(?:_[0-9]+)*)?$/;
const timestamp = /^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt][0-9]{1,2}:[0-9]{1,2}:[0-9]{1,2}(?:[.,][0-9]+)?(?:Z|[-+][0-9]{2}:[0-9]{2})| [0-9]{1,2}:[0-9]{1,2}:[0-9]{1,2}(?:[.,][0-9]+)?)?$/;
/** Go's strconv.ParseInt and ParseUint with base 0 and 64 bits; undefined where both refuse. */
function parseInteger(text) {
    const match = integer.exec(text);
    if (match === null)
        return undefined;
    const [, sign, hex, octal, binary, oldOctal, plain] = match;
    const digits = hex !== undefined
        ? `0x${hex}`
        : (octal ?? oldOctal) !== undefined
            ? `0o${octal ?? oldOctal}`
            : binary !== undefined
                ? `0b${binary}`
                : `${plain}`;
    if (digits.length < 15)
        return sign === '-' ? 0 - Number(digits) : Number(digits);
    const magnitude = BigInt(digits);
    const largest = sign === '-' ? 1n << 63n : sign === '+' ? (1n << 63n) - 1n : (1n << 64n) - 1n;
    if (magnitude > largest)
        return undefined;
    return sign === '-' ? -Number(magnitude) : Number(magnitude);
}
function parseFloat64(text) {
    const value = Number(text);
    return Number.isFinite(value) ? value : undefined;
}
/** What a plain scalar means, by go-yaml v2's `resolve`. Timestamps stay strings. */
function resolvePlain(text) {
    const first = text.charCodeAt(0);
    const isNumeric = (first >= 48 && first <= 57) || first === 43 || first === 45;
    if (!isNumeric) {
        // Only these first characters can begin a word: . ~ N F O T Y and the small ones; else it is a string.
        const word = text.length < 6 ? words.get(text) : undefined;
        if (word !== undefined)
            return word;
        return first === 46 && dotted.test(text) ? (parseFloat64(text.replaceAll('_', '')) ?? text) : text;
    }
    if (text.length === 5) {
        const word = words.get(text);
        if (word !== undefined)
            return word;
    }
    if (text.length > 400 || timestamp.test(text))
        return text;
    const digits = text.includes('_') ? text.replaceAll('_', '') : text;
    return parseInteger(digits) ?? (decimal.test(digits) ? (parseFloat64(digits) ?? text) : text);
}
function isInteger(text) {
    const digits = text.replaceAll('_', '');
    return /^[-+0-9]/.test(text) && !timestamp.test(text) && parseInteger(digits) !== undefined;
}
/** What a scalar with an explicit tag means; throws ScalarError where go-yaml refuses it. */
function resolveTagged(tag, text) {
    if (!tag.startsWith(prefix))
        return text;
    const name = tag.slice(prefix.length);
    if (name === 'str')
        return text;
    if (name === 'binary')
        return decodeBinary(text);
    if (name !== 'bool' && name !== 'int' && name !== 'float' && name !== 'null' && name !== 'timestamp')
        return text;
    const value = resolvePlain(text);
    const fits = name === 'bool'
        ? typeof value === 'boolean'
        : name === 'null'
            ? value === null
            : name === 'timestamp'
                ? timestamp.test(text)
                : name === 'int'
                    ? typeof value === 'number' && isInteger(text)
                    : typeof value === 'number';
    if (!fits)
        throw new ScalarError(`a value is not what its tag !!${name} demands`);
    return value;
}
function decodeBinary(text) {
    const base64 = text.replace(/[\r\n]/g, '');
    if (base64.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(base64)) {
        throw new ScalarError('a !!binary value is no base64');
    }
    return Buffer.from(base64, 'base64').toString('utf8');
}
/** The JSON form of a mapping key, by sigs.k8s.io/yaml; undefined where it refuses the key. */
function keyText(key, text) {
    if (typeof key === 'string')
        return key;
    if (typeof key === 'boolean')
        return String(key);
    if (typeof key !== 'number')
        return undefined;
    if (isInteger(text))
        return integerKey(text);
    return floatKey(key);
}
function integerKey(text) {
    const match = integer.exec(text.replaceAll('_', ''));
    if (match === null)
        return undefined;
    const [, sign, hex, octal, binary, oldOctal, plain] = match;
    const base = hex !== undefined
        ? `0x${hex}`
        : octal !== undefined
            ? `0o${octal}`
            : binary !== undefined
                ? `0b${binary}`
                : oldOctal !== undefined
                    ? `0o${oldOctal}`
                    : `${plain}`;
    const value = sign === '-' ? -BigInt(base) : BigInt(base);
    // Beyond int64 the key would be a uint64, which sigs.k8s.io/yaml refuses.
    return value < 1n << 63n ? value.toString() : undefined;
}
/** Go's strconv.FormatFloat(value, 'g', -1, 32). */
function floatKey(value) {
    const single = Math.fround(value);
    if (Number.isNaN(single))
        return '.nan';
    if (!Number.isFinite(single))
        return single > 0 ? '.inf' : '-.inf';
    if (single === 0)
        return Object.is(single, -0) ? '-0' : '0';
    let shortest = single.toExponential(8);
    for (let digits = 0; digits < 9; digits++) {
        const candidate = single.toExponential(digits);
        if (Math.fround(Number(candidate)) === single) {
            shortest = candidate;
            break;
        }
    }
    const [mantissa = '', power = '0'] = shortest.split('e');
    const exponent = Number(power);
    if (exponent >= -4 && exponent < 6)
        return Number(shortest).toString();
    const sign = exponent < 0 ? '-' : '+';
    return `${mantissa}e${sign}${String(Math.abs(exponent)).padStart(2, '0')}`;
}

;// CONCATENATED MODULE: ./build/yaml/compose-yaml.js



const styles = {
    [js_yaml/* SCALAR_STYLE */.jK.PLAIN]: 'plain',
    [js_yaml/* SCALAR_STYLE */.jK.SINGLE_QUOTED]: 'single-quoted',
    [js_yaml/* SCALAR_STYLE */.jK.DOUBLE_QUOTED]: 'double-quoted',
    [js_yaml/* SCALAR_STYLE */.jK.LITERAL_BLOCK]: 'literal',
    [js_yaml/* SCALAR_STYLE */.jK.FOLDED_BLOCK]: 'folded',
};
const mergeTag = 'tag:yaml.org,2002:merge';
/**
 * Composes the documents of an event stream as go-yaml v2 and sigs.k8s.io/yaml do, which is how kubectl reads: later
 * keys and later merges win, keys become strings, tags on collections mean nothing.
 */
class YamlComposer {
    #parsed;
    #text;
    #events;
    #limits;
    #at = 0;
    /** Depth of flow collections around the current node. */
    #flow = 0;
    #anchors = new Map();
    #aliases = 0;
    #charged = 0;
    #handles = new Map();
    #path = [];
    #duplicates = [];
    #conflicts = [];
    constructor(parsed, limits) {
        this.#parsed = parsed;
        this.#text = parsed.text;
        this.#events = parsed.events;
        this.#limits = limits;
    }
    /** The next document; undefined after the last. Throws UnreadableError. */
    next() {
        const event = this.#events[this.#at];
        if (event?.type !== js_yaml/* EVENT_ID */.hy.DOCUMENT)
            return undefined;
        this.#begin(event);
        this.#at++;
        const root = this.#node();
        this.#at++;
        return {
            root,
            start: root.start === -1 ? this.#file(0) : root.start,
            duplicates: this.#duplicates,
            conflicts: this.#conflicts,
        };
    }
    #begin(event) {
        this.#anchors = new Map();
        this.#aliases = 0;
        this.#charged = 0;
        this.#path = [];
        this.#duplicates = [];
        this.#conflicts = [];
        this.#handles = new Map([['!!', 'tag:yaml.org,2002:']]);
        for (const directive of event.directives) {
            if (directive.kind === 'tag')
                this.#handles.set(directive.handle, directive.prefix);
        }
    }
    #node(isKey = false) {
        const event = this.#events[this.#at];
        this.#at++;
        if (event?.type === js_yaml/* EVENT_ID */.hy.SCALAR)
            return this.#anchored(event, this.#scalar(event, isKey));
        if (event?.type === js_yaml/* EVENT_ID */.hy.ALIAS)
            return this.#alias(event);
        if (event?.type === js_yaml/* EVENT_ID */.hy.MAPPING || event?.type === js_yaml/* EVENT_ID */.hy.SEQUENCE)
            return this.#collection(event);
        throw this.#error('syntax', 0, 'the document ends early');
    }
    #collection(event) {
        if (event.anchorStart !== -1)
            this.#anchors.set(this.#anchorName(event), undefined);
        const start = this.#file(event.start);
        const isFlow = event.style === js_yaml/* COLLECTION_STYLE */.Rl.FLOW;
        if (isFlow)
            this.#flow++;
        const node = event.type === js_yaml/* EVENT_ID */.hy.MAPPING ? this.#mapping(start) : this.#sequence(start);
        if (isFlow)
            this.#flow--;
        return this.#anchored(event, node);
    }
    #anchored(event, node) {
        if (event.anchorStart !== -1)
            this.#anchors.set(this.#anchorName(event), node);
        return node;
    }
    /** go-yaml ends a name at these characters, js-yaml does not: they would read different documents. */
    #anchorName(event) {
        const name = this.#text.slice(event.anchorStart, event.anchorEnd);
        if (/[?:%@`]/.test(name))
            throw this.#error('syntax', event.anchorStart, 'a malformed anchor or alias');
        return name;
    }
    #scalar(event, isKey) {
        const value = this.#scalarValue(event, (0,js_yaml/* getScalarValue */.KE)(this.#text, event));
        if (typeof value === 'number' && !isKey && !Number.isFinite(value)) {
            throw this.#error('syntax', event.valueStart, 'infinity and NaN are no JSON numbers');
        }
        if (this.#flow > 0 && event.style === js_yaml/* SCALAR_STYLE */.jK.PLAIN && this.#text.charCodeAt(event.valueStart) === 63) {
            throw this.#error('syntax', event.valueStart, 'readers disagree on a plain scalar that begins with a question mark');
        }
        const style = event.valueStart === -1 ? undefined : styles[event.style];
        const start = this.#scalarStart(event);
        return { value, start: start === -1 ? -1 : this.#file(start), style, size: 1 };
    }
    #scalarValue(event, text) {
        if (event.tagStart === -1)
            return event.style === js_yaml/* SCALAR_STYLE */.jK.PLAIN ? resolvePlain(text) : text;
        try {
            return resolveTagged(this.#tag(event), text);
        }
        catch (error) {
            if (error instanceof ScalarError)
                throw this.#error('syntax', event.tagStart, error.message);
            throw error;
        }
    }
    #tag(event) {
        const raw = this.#text.slice(event.tagStart, event.tagEnd);
        if (raw.startsWith('!<'))
            return raw.slice(2, -1);
        const handleEnd = raw.indexOf('!', 1) + 1;
        const handle = raw.slice(0, handleEnd || 1);
        const suffix = raw.slice(handle.length);
        return (this.#handles.get(handle) ?? handle) + (suffix.includes('%') ? decodeSuffix(suffix) : suffix);
    }
    #scalarStart(event) {
        if (event.valueStart === -1)
            return -1;
        if (event.style === js_yaml/* SCALAR_STYLE */.jK.PLAIN)
            return event.valueStart;
        if (event.style === js_yaml/* SCALAR_STYLE */.jK.SINGLE_QUOTED || event.style === js_yaml/* SCALAR_STYLE */.jK.DOUBLE_QUOTED) {
            return event.valueStart - 1;
        }
        let start = event.valueStart;
        while (start < event.valueEnd && this.#text.charCodeAt(start) === 32)
            start++;
        return start;
    }
    #alias(event) {
        const name = this.#anchorName(event);
        const at = event.anchorStart - 1;
        this.#aliases++;
        if (this.#aliases > this.#limits.aliases) {
            throw this.#error('aliases', at, `more than ${this.#limits.aliases} aliases in one document (limit aliases)`);
        }
        const target = this.#anchors.get(name);
        if (target === undefined) {
            const detail = this.#anchors.has(name) ? 'an anchor contains itself' : 'an alias names no anchor before it';
            throw this.#error('syntax', at, detail);
        }
        this.#charge(target.size, at);
        return { ...target, start: this.#file(at), style: undefined };
    }
    /** Counts values that stand in the document only through an alias. */
    #charge(size, at) {
        this.#charged += size;
        if (this.#charged > this.#limits.expandedNodes) {
            const detail = `aliases expand to more than ${this.#limits.expandedNodes} values (limit expandedNodes)`;
            throw this.#error('aliases', at, detail);
        }
    }
    #sequence(start) {
        const value = [];
        const items = [];
        let size = 1;
        const depth = this.#path.length;
        while (this.#events[this.#at]?.type !== js_yaml/* EVENT_ID */.hy.POP) {
            this.#path[depth] = items.length;
            const item = this.#node();
            value.push(item.value);
            items.push(item);
            size += item.size;
        }
        this.#path.length = depth;
        this.#at++;
        return { value, start, style: undefined, size, items };
    }
    #mapping(start) {
        const draft = { value: Object.create(null), entries: new Map(), own: new Set(), size: 1 };
        const depth = this.#path.length;
        for (let event = this.#events[this.#at]; event?.type !== js_yaml/* EVENT_ID */.hy.POP; event = this.#events[this.#at]) {
            if (event === undefined)
                throw this.#error('syntax', 0, 'the document ends early');
            if (event.type === js_yaml/* EVENT_ID */.hy.SCALAR && this.#isMerge(event)) {
                this.#at++;
                this.#path[depth] = '<<';
                this.#merge(draft, event.valueStart);
                continue;
            }
            const keyStart = this.#file(this.#keyStart(event));
            const key = this.#key(event);
            this.#path[depth] = key;
            if (draft.own.has(key))
                this.#duplicates.push({ path: this.#path.slice(0, depth + 1), offset: keyStart });
            draft.own.add(key);
            const node = this.#node();
            if (node.start === -1 && this.#flow > 0)
                this.#refuseColon(event);
            draft.value[key] = node.value;
            draft.entries.set(key, { keyStart, node });
            draft.size += 1 + node.size;
        }
        this.#path.length = depth;
        this.#at++;
        return { value: draft.value, start, style: undefined, size: draft.size, entries: draft.entries };
    }
    /** In `[a:]` go-yaml reads the string `a:`, js-yaml a mapping. */
    #refuseColon(key) {
        if (key.type !== js_yaml/* EVENT_ID */.hy.SCALAR || key.style !== js_yaml/* SCALAR_STYLE */.jK.PLAIN || key.valueStart === -1)
            return;
        if (/^:[,[\]{}]/.test(this.#text.slice(key.valueEnd, key.valueEnd + 2))) {
            throw this.#error('syntax', key.valueStart, 'readers disagree on a key whose colon is followed by no space');
        }
    }
    /** Offset in the slice. */
    #keyStart(event) {
        if (event.type === js_yaml/* EVENT_ID */.hy.ALIAS)
            return event.anchorStart - 1;
        if (event.type !== js_yaml/* EVENT_ID */.hy.SCALAR)
            return 'start' in event ? event.start : 0;
        const start = this.#scalarStart(event);
        return start === -1 ? Math.max(event.tagStart, event.anchorStart - 1, 0) : start;
    }
    #key(event) {
        const node = this.#node(true);
        const isScalar = event.type === js_yaml/* EVENT_ID */.hy.SCALAR && event.valueStart !== -1;
        const key = keyText(node.value, isScalar ? (0,js_yaml/* getScalarValue */.KE)(this.#text, event) : '');
        if (key === undefined) {
            throw this.#error('syntax', this.#keyStart(event), 'a mapping key is no string, number or boolean');
        }
        return key;
    }
    #isMerge(event) {
        if (event.valueEnd - event.valueStart !== 2 || this.#text.charCodeAt(event.valueStart) !== 60)
            return false;
        if ((0,js_yaml/* getScalarValue */.KE)(this.#text, event) !== '<<')
            return false;
        if (event.tagStart === -1)
            return event.style === js_yaml/* SCALAR_STYLE */.jK.PLAIN;
        const tag = this.#tag(event);
        return tag === mergeTag || tag === '!';
    }
    #merge(draft, at) {
        // go-yaml v3 keeps the keys written in the mapping itself, and only the last of several merge keys.
        let isConflict = draft.own.has('<<');
        draft.own.add('<<');
        const isSequence = this.#events[this.#at]?.type === js_yaml/* EVENT_ID */.hy.SEQUENCE;
        const source = this.#node();
        // Earlier ones of a list take precedence: they are merged last.
        const sources = isSequence ? [...(source.items ?? [])].reverse() : [source];
        for (const one of sources) {
            if (one.entries === undefined) {
                throw this.#error('syntax', at, 'a merge key wants a mapping or a list of mappings');
            }
            this.#charge(one.entries.size, at);
            for (const [key, entry] of one.entries) {
                isConflict ||= draft.own.has(key) && draft.value[key] !== entry.node.value;
                draft.value[key] = entry.node.value;
                draft.entries.set(key, entry);
                draft.size += entry.node.size;
            }
        }
        if (isConflict)
            this.#conflicts.push(this.#file(at));
    }
    #error(reason, at, detail) {
        return new UnreadableError(reason, this.#file(at), detail);
    }
    #file(offset) {
        return this.#parsed.original(offset);
    }
}
function decodeSuffix(suffix) {
    try {
        return decodeURIComponent(suffix);
    }
    catch {
        return suffix;
    }
}

;// CONCATENATED MODULE: ./build/yaml/parse-events.js


const width = 1000;
/** Code units that may be parsed again for the sake of lines that go-yaml indents more freely. */
const retryBudget = 4_000_000;
/**
 * Parses a slice of `source`. go-yaml, and so kubectl, ignores how lines inside quoted scalars and flow collections
 * are indented; js-yaml does not, so such lines are indented and read again. Throws UnreadableError.
 */
function parseEvents(source, start, end, limits) {
    let text = source.slice(start, end);
    let spent = 0;
    const paddings = [];
    const original = (offset) => start + unpad(offset, paddings);
    for (;;) {
        try {
            return { text, events: (0,js_yaml/* parseEvents */.PH)(text, { maxDepth: limits.depth }), original };
        }
        catch (error) {
            if (!(error instanceof js_yaml/* YAMLException */.tB))
                throw error;
            const position = error.mark?.position ?? 0;
            const lineStart = startOfLine(text, position);
            spent += text.length + width;
            const isPadded = paddings.some((padding) => padding.at === lineStart);
            if (error.reason !== 'deficient indentation' || isPadded || spent > retryBudget) {
                throw unreadable(error.reason, original(position), limits);
            }
            paddings.push({ at: lineStart, original: original(lineStart) - start });
            text = text.slice(0, lineStart) + ' '.repeat(width) + text.slice(lineStart);
        }
    }
}
/** Lines fail from first to last, so the paddings are in order. */
function unpad(offset, paddings) {
    const last = paddings.findLast((padding) => padding.at <= offset);
    return last === undefined ? offset : last.original + Math.max(0, offset - last.at - width);
}
function startOfLine(text, position) {
    return Math.max(text.lastIndexOf('\n', position - 1), text.lastIndexOf('\r', position - 1)) + 1;
}
function unreadable(reason, offset, limits) {
    if (reason.startsWith('nesting exceeded')) {
        return new UnreadableError('depth', offset, `nested deeper than ${limits.depth} levels (limit depth)`);
    }
    // Some reasons about tags quote the source.
    return new UnreadableError('syntax', offset, /\btag\b/.test(reason) ? 'a malformed tag or tag directive' : reason);
}

;// CONCATENATED MODULE: ./build/yaml/compose-slice.js




/** Reads a slice as JSON where it is JSON, as kubectl does, else as YAML. Never throws. */
function composeSlice(source, slice, limits) {
    if (looksLikeJson(source.json, slice.start)) {
        const json = collect(new JsonComposer(source.json, slice.start, slice.end, limits));
        const isJson = json.documents.length > 0 || json.error?.reason === 'depth';
        if (json.error === undefined)
            return json;
        if (isJson)
            return isRemark(source.yaml.slice(json.error.offset, slice.end)) ? { ...json, error: undefined } : json;
    }
    try {
        return collect(new YamlComposer(parseEvents(source.yaml, slice.start, slice.end, limits), limits));
    }
    catch (error) {
        if (error instanceof UnreadableError)
            return { documents: [], error };
        throw error;
    }
}
function collect(composer) {
    const documents = [];
    try {
        for (let one = composer.next(); one !== undefined; one = composer.next())
            documents.push(one);
        return { documents, error: undefined };
    }
    catch (error) {
        if (error instanceof UnreadableError)
            return { documents, error };
        throw error;
    }
}
function looksLikeJson(source, start) {
    let at = start;
    while (' \t\r\n'.includes(source.charAt(at)) && at < source.length)
        at++;
    const first = source.charAt(at);
    return first === '{' || first === '[';
}
/** Whether what follows a JSON text is nothing but comments and a document end. */
function isRemark(rest) {
    return rest.split(/[\r\n]/).every((line) => /^[ \t]*(?:#|$)|^\.\.\.[ \t]*$/.test(line));
}

;// CONCATENATED MODULE: ./build/yaml/decode-text.js
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const lossy = new TextDecoder('utf-8', { ignoreBOM: true });
/**
 * Decodes a file as YAML readers do: UTF-8, or UTF-16 where a byte order mark says so. What is invalid is replaced
 * by U+FFFD, so that what stands around it is still seen.
 */
function decodeText(bytes) {
    if (bytes[0] === 0xff && bytes[1] === 0xfe)
        return decodeUtf16(bytes, 'utf-16le');
    if (bytes[0] === 0xfe && bytes[1] === 0xff)
        return decodeUtf16(bytes, 'utf-16be');
    const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    const body = hasMark ? bytes.subarray(3) : bytes;
    try {
        return { text: strict.decode(body), invalidAt: undefined };
    }
    catch {
        const text = lossy.decode(body);
        return { text, invalidAt: firstReplaced(text, body) };
    }
}
/** The first U+FFFD that the file does not itself contain. */
function firstReplaced(text, bytes) {
    let offset = 0;
    let at = 0;
    for (const character of text) {
        const code = character.codePointAt(0) ?? 0;
        if (code === 0xfffd && !(bytes[at] === 0xef && bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd))
            return offset;
        at += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
        offset += character.length;
    }
    return 0;
}
function decodeUtf16(bytes, encoding) {
    const body = Buffer.from(bytes.subarray(2, bytes.length - (bytes.length % 2)));
    const text = (encoding === 'utf-16be' ? body.swap16() : body).toString('utf16le');
    const lone = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.exec(text);
    const odd = bytes.length % 2 === 1 ? text.length : undefined;
    return { text, invalidAt: lone?.index ?? odd };
}

;// CONCATENATED MODULE: ./build/yaml/line-index.js
/** Turns offsets into places. Lines end at a line feed, as in git and on every forge. Built on first use. */
class LineIndex {
    #text;
    #starts;
    constructor(text) {
        this.#text = text;
    }
    /** The place of the code unit at `offset`, 0-based. */
    place(offset) {
        this.#starts ??= lineStarts(this.#text);
        let low = 0;
        let high = this.#starts.length - 1;
        while (low < high) {
            const middle = (low + high + 1) >> 1;
            if ((this.#starts[middle] ?? 0) <= offset)
                low = middle;
            else
                high = middle - 1;
        }
        return { line: low + 1, column: offset - (this.#starts[low] ?? 0) + 1 };
    }
}
function lineStarts(text) {
    const starts = [0];
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1))
        starts.push(at + 1);
    return starts;
}

;// CONCATENATED MODULE: ./build/yaml/split-documents.js
/**
 * Splits a stream at every line that begins with `---`, as Kubernetes' YAMLReader (apimachinery util/yaml) and
 * kustomize do, and after every `...` line. Neither marker can stand at the start of a line inside a value.
 * Directives stay with the document they belong to.
 */
function splitDocuments(text) {
    const slices = [];
    let start = 0;
    let trailing;
    const close = (end) => {
        if (end > start)
            slices.push({ start, end, trailing });
    };
    for (const { index, 0: marker } of text.matchAll(/^(?:---|\.\.\.(?=[ \t\r\n]|$))/gm)) {
        const lineEnd = endOfLine(text, index);
        const isSeparator = marker === '---';
        const follows = isSeparator ? trailingText(text, index + 3, lineEnd) : undefined;
        if (isSeparator && isOnlyDirectives(text.slice(start, index))) {
            trailing = follows;
            continue;
        }
        close(isSeparator ? index : lineEnd);
        trailing = follows;
        start = follows === undefined ? skipMark(text, lineEnd) : index;
    }
    close(text.length);
    return slices;
}
/** Each document is read by itself, and so may begin with a byte order mark. */
function skipMark(text, at) {
    return text.charCodeAt(at) === 0xfeff ? at + 1 : at;
}
/** Offset of the next line; a lone carriage return ends one too. */
function endOfLine(text, from) {
    const feed = text.indexOf('\n', from);
    const end = feed === -1 ? text.length : feed + 1;
    const carriage = text.slice(from, end).search(/\r(?!\n|$)/);
    return carriage === -1 ? end : from + carriage + 1;
}
function trailingText(text, from, to) {
    const rest = text.slice(from, to);
    const trimmed = rest.trimStart();
    return trimmed === '' || trimmed.startsWith('#') ? undefined : from + rest.length - trimmed.length;
}
/** Whether a stretch holds a directive and nothing but directives, comments and space. */
function isOnlyDirectives(stretch) {
    if (!stretch.includes('%'))
        return false;
    let seen = false;
    for (const line of stretch.split(/[\r\n]/)) {
        if (line.startsWith('%'))
            seen = true;
        else if (!/^\s*(?:#|$)/.test(line))
            return false;
    }
    return seen;
}

;// CONCATENATED MODULE: ./build/yaml/text-document.js
const nothing = { value: null, start: -1, style: undefined, size: 1 };
/**
 * A document over its text. It keeps the value only: the tree of places is composed again when a place is first
 * asked for, which is rare.
 */
class TextDocument {
    value;
    #start;
    #duplicates;
    #lines;
    #recompose;
    #root;
    constructor(composed, lines, recompose) {
        this.value = composed.root.value;
        this.#start = composed.start;
        this.#duplicates = composed.duplicates;
        this.#lines = lines;
        this.#recompose = recompose;
    }
    get line() {
        return this.#lines.place(this.#start).line;
    }
    get duplicateKeys() {
        return this.#duplicates.map(({ path, offset }) => ({ path, place: this.#lines.place(offset) }));
    }
    at(path) {
        const { entry } = this.#find(path);
        return this.#lines.place(entry.keyStart);
    }
    valueAt(path) {
        const { entry, depth } = this.#find(path);
        const isWritten = depth === path.length && entry.node.start !== -1;
        return this.#lines.place(isWritten ? entry.node.start : entry.keyStart);
    }
    styleAt(path) {
        const { entry, depth } = this.#find(path);
        return depth === path.length ? entry.node.style : undefined;
    }
    /** The deepest entry on `path` that has text. */
    #find(path) {
        this.#root ??= this.#recompose() ?? nothing;
        let entry = { keyStart: this.#start, node: this.#root };
        let depth = 0;
        for (const step of path) {
            const next = child(entry.node, step);
            if (next === undefined)
                break;
            entry = next.keyStart === -1 ? { keyStart: entry.keyStart, node: next.node } : next;
            depth++;
        }
        return { entry, depth };
    }
}
function child(node, step) {
    if (node.entries !== undefined)
        return node.entries.get(String(step));
    const item = node.items?.[Number(step)];
    return item === undefined ? undefined : { keyStart: item.start, node: item };
}

;// CONCATENATED MODULE: ./build/yaml/parse-yaml.js





/**
 * Reads a file as kubectl does. Never throws: what cannot be read, or exceeds a limit, is listed in `unreadable`, and
 * the documents beside it are still read.
 */
function parseYaml(bytes, limits) {
    if (bytes.length > limits.bytes) {
        const detail = `the file has ${bytes.length} bytes, more than ${limits.bytes} (limit bytes)`;
        return { documents: [], unreadable: [{ reason: 'bytes', detail, line: 1, column: 1 }] };
    }
    const { text, invalidAt } = decodeText(bytes);
    return new Reading(text, limits).read(invalidAt);
}
const mergeConflict = 'a merge key overrides a key written before it, or stands twice; kubectl and kustomize read this differently';
class Reading {
    #text;
    #limits;
    #lines;
    #documents = [];
    #unreadable = [];
    constructor(text, limits) {
        this.#limits = limits;
        this.#lines = new LineIndex(text);
        // libyaml ends a line, and so a comment, at these too. They are one code unit each, so offsets hold.
        const lineBroken = /[\x85\u2028\u2029]/.test(text) ? text.replace(/[\x85\u2028\u2029]/g, '\n') : text;
        this.#text = { json: text, yaml: lineBroken };
    }
    read(invalidAt) {
        if (invalidAt !== undefined)
            this.#report('encoding', invalidAt, 'the bytes are no valid UTF-8 or UTF-16');
        for (const slice of splitDocuments(this.#text.yaml)) {
            if (slice.trailing !== undefined) {
                this.#report('syntax', slice.trailing, 'text follows a document separator; kubectl stops reading there');
            }
            if (!this.#readSlice(slice))
                break;
        }
        return { documents: this.#documents, unreadable: this.#unreadable };
    }
    /** Whether to read on. */
    #readSlice(slice) {
        const { documents, error } = composeSlice(this.#text, slice, this.#limits);
        for (const [ordinal, composed] of documents.entries()) {
            if (composed.root.start === -1)
                continue;
            if (this.#documents.length >= this.#limits.documents) {
                this.#report('documents', composed.start, `more than ${this.#limits.documents} documents (limit documents)`);
                return false;
            }
            const recompose = () => composeSlice(this.#text, slice, this.#limits).documents[ordinal]?.root;
            for (const offset of composed.conflicts)
                this.#report('ambiguous', offset, mergeConflict);
            this.#documents.push(new TextDocument(composed, this.#lines, recompose));
        }
        if (error !== undefined)
            this.#report(error.reason, error.offset, error.message);
        return true;
    }
    #report(reason, offset, detail) {
        this.#unreadable.push({ reason, detail, ...this.#lines.place(offset) });
    }
}


/***/ })

};
