export const id = 788;
export const ids = [788];
export const modules = {

/***/ 6221:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ defaultPolicy)
/* harmony export */ });
/** What holds where the base has no `.gitops-gate/policy.yaml`. */
const defaultPolicy = {
    source: undefined,
    folder: '.gitops-gate',
    failOn: 'high',
    failOnStated: false,
    rules: new Map(),
    signatures: {
        identity: 'committer',
        onPush: 'report',
        signers: [],
        requirements: [],
        forge: { accept: 'merges', bots: [], keys: [] },
        identities: [],
    },
    clusters: [],
    roles: [],
    kubernetesVersion: '1.34',
    ignore: [],
    render: { require: [] },
    limits: {
        bytes: 5 * 1024 * 1024,
        documents: 10_000,
        depth: 100,
        aliases: 1_000,
        expandedNodes: 1_000_000,
        totalBytes: 1024 * 1024 * 1024,
        seconds: 300,
    },
};


/***/ }),

/***/ 3023:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  N: () => (/* binding */ isDay),
  Sk: () => (/* binding */ policyShape)
});

// UNUSED EXPORTS: policySchema

// EXTERNAL MODULE: ./build/nearest.js
var nearest = __webpack_require__(7658);
// EXTERNAL MODULE: ./build/severity.js
var severity = __webpack_require__(5989);
// EXTERNAL MODULE: ./build/policy/shape.js
var shape = __webpack_require__(3254);
;// CONCATENATED MODULE: ./build/policy/text-shapes.js

/** One line of text that says something. */
const line = (0,shape/* text */.Qq)(/^[^\n]*\S[^\n]*$/u, 'a line of text', 'agreed with the platform team');
/** A name of letters, digits, dots, dashes and underscores. */
const shortName = (0,shape/* text */.Qq)(/^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/u, 'a short name (letters, digits, ".", "_", "-")', 'admin');
/** A path or glob, from the top of the repository. */
const glob = (0,shape/* text */.Qq)(/^[^/\\\n][^\\\n]*$/u, 'a path or glob from the top of the repository, without a leading slash', 'clusters/prod/**');
/** How a Kubernetes object is named: no wildcard, no empty part. */
const objectName = (0,shape/* text */.Qq)(/^[A-Za-z0-9.-]+(\/[^/\s]+){1,2}$/u, 'Kind/name or Kind/namespace/name', 'Role/ci/deployer');
const email = (0,shape/* text */.Qq)(/^[^\s@]+@[^\s@]+$/u, 'an email address', 'ana@example.org');
const url = (0,shape/* text */.Qq)(/^https:\/\/[^\s]+$/u, 'an https URL', 'https://token.actions.githubusercontent.com');

;// CONCATENATED MODULE: ./build/policy/signatures-shape.js


/** Key ids (8 or 16 digits) can be forged; only a whole fingerprint names a key. */
const key = (0,shape/* checked */.KD)((0,shape/* text */.Qq)(/^\S(.*\S)?$/u, 'a key’s whole fingerprint or a principal', 'SHA256:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU'), (value, path, complain) => {
    if (/^(0x)?[0-9A-Fa-f]{8}([0-9A-Fa-f]{8})?$/.test(value.replaceAll(' ', ''))) {
        complain(path, 'value', `${(0,shape/* quote */.hD)(value)} is a key id, which can be forged`, 'write the whole fingerprint');
    }
});
const signer = (0,shape/* record */.g1)({
    name: { shape: line, description: 'How reports name the signer. Default: the key.' },
    emails: {
        shape: (0,shape/* list */.p_)(email),
        description: 'The only email addresses this key may commit with. Default: those the key names.',
    },
    roles: { shape: (0,shape/* list */.p_)(shortName), description: 'Roles that `require` names. `admin` may change the gate itself.' },
}, 'may be empty');
const forge = (0,shape/* record */.g1)({
    accept: {
        shape: (0,shape/* choice */.Yq)(['none', 'merges', 'all']),
        description: 'Which forge-signed commits are accepted; `merges`: those that only merge. Default: merges.',
    },
    bots: { shape: (0,shape/* list */.p_)(email), description: 'Author emails of bots whose forge-signed commits are accepted.' },
    keys: { shape: (0,shape/* list */.p_)(key), description: 'Whole fingerprints of forge keys beside the built-in ones.' },
}, 'may be empty');
const gitsignIdentity = (0,shape/* record */.g1)({
    subject: { shape: line, description: 'The identity in the certificate.', required: true },
    issuer: { shape: url, description: 'The OIDC issuer that vouches for it.', required: true },
    roles: { shape: (0,shape/* list */.p_)(shortName), description: 'Roles of this identity.' },
});
function requirementShape(ruleId) {
    return (0,shape/* checked */.KD)((0,shape/* record */.g1)({
        paths: { shape: (0,shape/* list */.p_)(glob, 1), description: 'Commits that touch these paths are meant.' },
        rules: { shape: (0,shape/* list */.p_)(ruleId, 1), description: 'Changes that these rules find something in are meant.' },
        signers: {
            shape: (0,shape/* list */.p_)(line, 1),
            description: 'Names, principals or fingerprints; one of them must have signed.',
        },
        roles: { shape: (0,shape/* list */.p_)(shortName, 1), description: 'Roles; the signer must have one of them.' },
    }), ({ paths, rules, signers, roles }, path, complain) => {
        if (!paths && !rules)
            complain(path, 'key', 'a requirement that is about nothing', 'name paths or rules');
        if (!signers && !roles)
            complain(path, 'key', 'a requirement that nobody can meet', 'name signers or roles');
    }, {
        allOf: [
            { anyOf: [{ required: ['paths'] }, { required: ['rules'] }] },
            { anyOf: [{ required: ['signers'] }, { required: ['roles'] }] },
        ],
    });
}
/** The key `signatures` of policy.yaml. */
function signaturesShape(ruleId) {
    return (0,shape/* record */.g1)({
        identity: {
            shape: (0,shape/* choice */.Yq)(['committer', 'committer-and-author', 'none']),
            description: 'Whose email must belong to the signer. Default: committer.',
        },
        onPush: {
            shape: (0,shape/* choice */.Yq)(['report', 'block']),
            description: 'Whether signature findings block on push events, where it is too late. Default: report.',
        },
        signers: {
            shape: (0,shape/* mapping */.pq)(signer, key),
            description: 'Overrides what a key says of itself, by its whole fingerprint or its principal.',
        },
        require: { shape: (0,shape/* list */.p_)(requirementShape(ruleId)), description: 'Who must sign what.' },
        forge: { shape: forge, description: 'What of the forge’s own signatures is accepted.' },
        identities: { shape: (0,shape/* list */.p_)(gitsignIdentity), description: 'Identities trusted in gitsign (Sigstore) signatures.' },
    }, 'may be empty');
}

;// CONCATENATED MODULE: ./build/policy/policy-shape.js





const fingerprint = (0,shape/* text */.Qq)(/^[0-9a-f]{64}$/u, 'a whole fingerprint (64 hex digits)', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', '`gitops-gate ignore` prints the whole entry');
const blob = (0,shape/* text */.Qq)(/^([0-9a-f]{40}|[0-9a-f]{64})$/u, 'a blob id (40 or 64 hex digits)', 'e69de29bb2d1d6434b8b29ae775ad8c2e48c5391');
const kubernetesMinor = (0,shape/* text */.Qq)(/^1\.[0-9]{1,3}$/u, 'a Kubernetes version', '1.34');
const anyText = (0,shape/* text */.Qq)(/^[^\n]*$/u, 'text', 'get');
const day = (0,shape/* checked */.KD)((0,shape/* text */.Qq)(/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/u, 'a date, YYYY-MM-DD', '2026-12-31'), (value, path, complain) => {
    if (!isDay(value))
        complain(path, 'value', 'a date that is no day of the calendar', 'write YYYY-MM-DD');
});
/** Whether YYYY-MM-DD is a day of the Gregorian calendar. */
function isDay(value) {
    const time = Date.parse(`${value}T00:00:00Z`);
    return !Number.isNaN(time) && new Date(time).toISOString().startsWith(`${value}T`);
}
/** `off` written without quotes is the boolean false to a YAML 1.1 reader, as kubectl is one. */
const level = {
    schema: { enum: [...severity/* severities */.gO, 'off', false] },
    read: (value, path, complain) => (0,shape/* choice */.Yq)([...severity/* severities */.gO, 'off']).read(value === false ? 'off' : value, path, complain),
};
/** One blob id, or several. */
const blobs = {
    schema: { anyOf: [blob.schema, (0,shape/* list */.p_)(blob, 1).schema] },
    read(value, path, complain) {
        if (Array.isArray(value))
            return (0,shape/* list */.p_)(blob, 1).read(value, path, complain);
        const one = blob.read(value, path, complain);
        return one === undefined ? undefined : [one];
    },
};
function ruleIdShape(known) {
    return (0,shape/* checked */.KD)(shortName, (id, path, complain) => {
        if (known === undefined || known.includes(id))
            return;
        const meant = (0,nearest/* nearest */.p)(id, known);
        const fix = meant === undefined ? `rules: ${known.join(', ')}` : `did you mean ${meant}?`;
        complain(path, 'value', `unknown rule ${(0,shape/* quote */.hD)(id)}`, fix);
    });
}
function ignoreShape(ruleId) {
    return (0,shape/* checked */.KD)((0,shape/* record */.g1)({
        rule: { shape: ruleId, description: 'Id of the rule.', required: true },
        fingerprint: { shape: fingerprint, description: 'The finding’s whole fingerprint. A critical finding needs it.' },
        object: {
            shape: objectName,
            description: 'The object, as Kind/name or Kind/namespace/name; Kind.group works too.',
        },
        path: { shape: glob, description: 'Files. Never hides an RBAC finding by itself.' },
        blob: {
            shape: blobs,
            description: 'Blob id of the file (or files). A secret’s entry needs it: a changed file makes it count again.',
        },
        reason: { shape: line, description: 'Why it is accepted.', required: true },
        until: { shape: day, description: 'The last day it is accepted (UTC).', required: true },
    }), (entry, path, complain) => {
        if (entry.fingerprint === undefined && entry.object === undefined && entry.path === undefined) {
            complain(path, 'key', 'an ignore entry that selects nothing', 'name a fingerprint, an object or a path');
        }
    }, { anyOf: [{ required: ['fingerprint'] }, { required: ['object'] }, { required: ['path'] }] });
}
const role = (0,shape/* checked */.KD)((0,shape/* record */.g1)({
    kind: { shape: (0,shape/* choice */.Yq)(['Role', 'ClusterRole']), description: 'Role or ClusterRole.', required: true },
    name: { shape: line, description: 'Its metadata.name.', required: true },
    namespace: { shape: line, description: 'Its namespace; a Role has one, a ClusterRole none.' },
    rules: {
        shape: (0,shape/* list */.p_)((0,shape/* record */.g1)({
            apiGroups: { shape: (0,shape/* list */.p_)(anyText), description: 'API groups; "" is the core group.' },
            resources: { shape: (0,shape/* list */.p_)(anyText), description: 'Resources and subresources.' },
            verbs: { shape: (0,shape/* list */.p_)(anyText), description: 'Verbs.', required: true },
            resourceNames: { shape: (0,shape/* list */.p_)(anyText), description: 'Names the rule is limited to.' },
            nonResourceURLs: { shape: (0,shape/* list */.p_)(anyText), description: 'URLs that are no resources.' },
        })),
        description: 'What it grants, as in its manifest.',
        required: true,
    },
}), ({ kind, namespace }, path, complain) => {
    if (kind === 'Role' && namespace === undefined) {
        complain(path, 'key', 'a Role lacks its namespace', 'name the namespace, or write ClusterRole');
    }
    if (kind === 'ClusterRole' && namespace !== undefined) {
        complain([...path, 'namespace'], 'key', 'a ClusterRole has no namespace', 'take it out, or write Role');
    }
});
const limits = (0,shape/* record */.g1)({
    bytes: { shape: (0,shape/* integer */.nd)(1, 2 ** 30), description: 'Bytes of one file. Default: 5242880.' },
    documents: { shape: (0,shape/* integer */.nd)(1, 1e6), description: 'Documents in one file. Default: 10000.' },
    depth: { shape: (0,shape/* integer */.nd)(1, 100), description: 'Nesting inside a document. Default: 100.' },
    aliases: { shape: (0,shape/* integer */.nd)(0, 1e6), description: 'Aliases in one document. Default: 1000.' },
    expandedNodes: { shape: (0,shape/* integer */.nd)(1, 1e9), description: 'Values reached through aliases. Default: 1000000.' },
    totalBytes: { shape: (0,shape/* integer */.nd)(1, 2 ** 40), description: 'Bytes read in one run. Default: 1073741824.' },
    seconds: { shape: (0,shape/* integer */.nd)(1, 86_400), description: 'Seconds one run may take. Default: 300.' },
}, 'may be empty');
const render = (0,shape/* record */.g1)({ require: { shape: (0,shape/* list */.p_)(glob), description: 'kustomize and Helm roots that must be rendered.' } }, 'may be empty');
const rbac = (0,shape/* record */.g1)({ roles: { shape: (0,shape/* list */.p_)(role), description: 'Roles that bindings name and that are not in the repository.' } }, 'may be empty');
/** Every key of policy.yaml (contracts §5): the reader and the published schema follow from it. Ids of rules are checked where they are known. */
function policyShape(ruleIds) {
    const ruleId = ruleIdShape(ruleIds);
    return (0,shape/* record */.g1)({
        version: { shape: (0,shape/* integer */.nd)(1, 1), description: 'Version of this format: 1.' },
        failOn: {
            shape: (0,shape/* choice */.Yq)([...severity/* severities */.gO, 'never']),
            description: 'The least severity that blocks; `never` only reports. Default: high.',
        },
        rules: { shape: (0,shape/* mapping */.pq)(level, ruleId), description: 'Severity of a rule’s findings, or off, by the rule’s id.' },
        signatures: { shape: signaturesShape(ruleId), description: 'How commits must be signed.' },
        clusters: {
            shape: (0,shape/* mapping */.pq)((0,shape/* list */.p_)(glob, 1), line),
            description: 'Which paths make up one cluster: nothing in one ever excuses anything in another.',
        },
        rbac: { shape: rbac, description: 'What the repository does not show of RBAC.' },
        kubernetesVersion: {
            shape: kubernetesMinor,
            description: 'Whose default roles hold, in quotes. Default: "1.34".',
        },
        ignore: { shape: (0,shape/* list */.p_)(ignoreShape(ruleId)), description: 'Findings that are accepted, each until a day.' },
        render: { shape: render, description: 'Rendering.' },
        limits: { shape: limits, description: 'Bounds on what is read. What is over one is reported, not passed over.' },
    }, 'may be empty');
}
/** The published JSON Schema, `policy.schema.json` beside this file. */
const policySchema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'gitops-gate policy',
    description: 'The file .gitops-gate/policy.yaml.',
    ...policyShape().schema,
};


/***/ }),

/***/ 7614:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ readPolicy)
/* harmony export */ });
/* harmony import */ var _yaml_parse_yaml_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6648);
/* harmony import */ var _defaults_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6221);
/* harmony import */ var _policy_shape_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3023);



/** Bounds on the policy file itself: it is read before any policy holds. */
const limits = { bytes: 1024 * 1024, documents: 10, depth: 30, aliases: 100, expandedNodes: 100_000 };
/**
 * Reads `policy.yaml`, listing every problem at once; never throws. `bytes` undefined: there is no such file and the
 * built-in defaults hold. `path` is the file's path in the tree. Ids of rules are checked where `ruleIds` names them.
 */
function readPolicy(bytes, path, ruleIds) {
    const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '.';
    const defaults = { ..._defaults_js__WEBPACK_IMPORTED_MODULE_1__/* .defaultPolicy */ .G, folder };
    if (bytes === undefined)
        return { policy: defaults, problems: [], document: undefined };
    const yaml = (0,_yaml_parse_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .parseYaml */ .h)(bytes, limits);
    const document = yaml.documents[0];
    const problems = unreadable(yaml, path);
    const complain = (at, on, what, fix) => {
        const place = (on === 'key' ? document?.at(at) : document?.valueAt(at)) ?? { line: 1, column: 1 };
        problems.push({ file: path, line: place.line, column: place.column, what, fix });
    };
    const file = (0,_policy_shape_js__WEBPACK_IMPORTED_MODULE_2__/* .policyShape */ .Sk)(ruleIds).read(document?.value ?? null, [], complain);
    problems.sort((a, b) => a.line - b.line || a.column - b.column);
    const lineOf = (index) => document?.at(['ignore', index]).line ?? 1;
    const policy = file && problems.length === 0 ? { ...build(file, lineOf), source: path, folder } : defaults;
    return { policy, problems, document };
}
/** What keeps the file from being one document of unambiguous keys. */
function unreadable(yaml, file) {
    const problems = yaml.unreadable.map(({ line, column, reason, detail }) => {
        const fix = reason === 'bytes' ? 'a policy file has at most 1 MiB' : 'mend it; a YAML linter shows more of it';
        return { file, line, column, what: `cannot be read: ${detail}`, fix };
    });
    for (const { line } of yaml.documents.slice(1)) {
        problems.push({ file, line, column: 1, what: 'a second document', fix: 'keep one document in the file' });
    }
    for (const { path, place } of yaml.documents[0]?.duplicateKeys ?? []) {
        const what = `${String(path.at(-1)).slice(0, 64)} stands twice`;
        problems.push({ file, line: place.line, column: place.column, what, fix: 'keep one of them' });
    }
    return problems;
}
function build(file, lineOf) {
    return {
        failOn: file.failOn ?? _defaults_js__WEBPACK_IMPORTED_MODULE_1__/* .defaultPolicy */ .G.failOn,
        failOnStated: file.failOn !== undefined,
        rules: file.rules ?? new Map(),
        signatures: buildSignatures(file.signatures),
        clusters: [...(file.clusters ?? [])].map(([name, paths]) => ({ name, paths })),
        roles: file.rbac?.roles?.map(buildRole) ?? [],
        kubernetesVersion: file.kubernetesVersion ?? _defaults_js__WEBPACK_IMPORTED_MODULE_1__/* .defaultPolicy */ .G.kubernetesVersion,
        ignore: file.ignore?.map((entry, index) => buildIgnore(entry, lineOf(index))) ?? [],
        render: { require: file.render?.require ?? [] },
        limits: { ..._defaults_js__WEBPACK_IMPORTED_MODULE_1__/* .defaultPolicy */ .G.limits, ...stated(file.limits ?? {}) },
    };
}
function buildSignatures(file) {
    const defaults = _defaults_js__WEBPACK_IMPORTED_MODULE_1__/* .defaultPolicy */ .G.signatures;
    return {
        identity: file?.identity ?? defaults.identity,
        onPush: file?.onPush ?? defaults.onPush,
        signers: [...(file?.signers ?? [])].map(([key, { name = key, emails = [], roles = [] }]) => ({
            key,
            name,
            emails,
            roles,
        })),
        requirements: file?.require?.map(({ paths = [], rules = [], signers = [], roles = [] }) => ({
            paths,
            rules,
            signers,
            roles,
        })) ?? [],
        forge: { ...defaults.forge, ...stated(file?.forge ?? {}) },
        identities: file?.identities?.map(({ subject, issuer, roles = [] }) => ({ subject, issuer, roles })) ?? [],
    };
}
function buildRole({ kind, name, namespace, rules }) {
    return { kind, name, namespace, rules: rules.map(stated) };
}
function buildIgnore(entry, line) {
    const { rule, fingerprint, object, path, blob = [], reason, until } = entry;
    return { rule, fingerprint, object, path, blobs: blob, reason, until, line };
}
/** The keys that the file states, without those that are undefined. */
function stated(values) {
    const entries = Object.entries(values).filter(([, value]) => value !== undefined);
    return Object.fromEntries(entries);
}


/***/ }),

/***/ 3254:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KD: () => (/* binding */ checked),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   Yq: () => (/* binding */ choice),
/* harmony export */   g1: () => (/* binding */ record),
/* harmony export */   hD: () => (/* binding */ quote),
/* harmony export */   nd: () => (/* binding */ integer),
/* harmony export */   p_: () => (/* binding */ list),
/* harmony export */   pq: () => (/* binding */ mapping)
/* harmony export */ });
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7658);

/** Code points in one text: no pattern ever meets a long one. */
const longestText = 1024;
/** Text of bounded length that matches a pattern; `kind` names it in problems, `example` shows one, `fix` says how to get one. */
function text(pattern, kind, example, fix = `for example ${JSON.stringify(example)}`) {
    return {
        schema: { type: 'string', pattern: pattern.source, maxLength: longestText, examples: [example] },
        read(value, path, complain) {
            if (typeof value === 'string' && !isLong(value) && pattern.test(value))
                return value;
            const quoted = typeof value === 'string' ? '' : ' in quotes';
            complain(path, 'value', `${keyOf(path)} must be ${kind}${quoted}`, fix);
            return undefined;
        },
    };
}
function isLong(value) {
    return value.length > longestText && [...value.slice(0, 2 * longestText + 1)].length > longestText;
}
/** One of a few words. */
function choice(choices) {
    return {
        schema: { enum: choices },
        read(value, path, complain) {
            const found = choices.find((candidate) => candidate === value);
            if (found !== undefined)
                return found;
            const meant = typeof value === 'string' ? (0,_nearest_js__WEBPACK_IMPORTED_MODULE_0__/* .nearest */ .p)(value, choices) : undefined;
            const fix = meant === undefined ? `write one of ${choices.join(', ')}` : `did you mean ${meant}?`;
            complain(path, 'value', `${keyOf(path)} must be one of ${choices.join(', ')}`, fix);
            return undefined;
        },
    };
}
/** A whole number, both bounds included. */
function integer(minimum, maximum) {
    return {
        schema: { type: 'integer', minimum, maximum },
        read(value, path, complain) {
            if (typeof value === 'number' && Number.isInteger(value) && value >= minimum && value <= maximum)
                return value;
            complain(path, 'value', `${keyOf(path)} must be a whole number`, `write one from ${minimum} to ${maximum}`);
            return undefined;
        },
    };
}
/** A list; one that is written without items is empty. */
function list(item, least = 0) {
    const schema = least === 0 ? { type: ['array', 'null'] } : { type: 'array', minItems: least };
    return {
        schema: { ...schema, items: item.schema },
        read(value, path, complain) {
            if (value === null && least === 0)
                return [];
            if (!Array.isArray(value) || value.length < least) {
                const what = least === 0 ? 'a list' : 'a list that is not empty';
                complain(path, 'value', `${keyOf(path)} must be ${what}`, 'write each item on a line of its own after "- "');
                return undefined;
            }
            return present(value.map((each, index) => item.read(each, [...path, index], complain)));
        },
    };
}
/** A mapping whose keys are free, or read by `key`; one that is written without keys is empty. */
function mapping(item, key) {
    return {
        schema: { type: ['object', 'null'], propertyNames: key.schema, additionalProperties: item.schema },
        read(value, path, complain) {
            if (value === null)
                return new Map();
            if (!isObject(value))
                return notAMapping(path, complain);
            const entries = Object.entries(value).map(([name, each]) => {
                const at = [...path, name];
                const keyRead = key.read(name, at, (where, _, what, fix) => complain(where, 'key', what, fix));
                const read = item.read(each, at, complain);
                return keyRead === undefined || read === undefined ? undefined : [keyRead, read];
            });
            return new Map(present(entries));
        },
    };
}
/** A mapping whose keys are known. Unknown ones are refused, with the one that was probably meant. */
function record(fields, needed = 'needed') {
    const names = Object.keys(fields);
    const required = names.filter((name) => fields[name]?.required);
    return {
        schema: recordSchema(fields, required, needed === 'needed'),
        read(value, path, complain) {
            const given = value === null && needed !== 'needed' ? {} : value;
            if (!isObject(given))
                return notAMapping(path, complain);
            for (const key of Object.keys(given)) {
                if (!names.includes(key))
                    complain([...path, key], 'key', ...unknownKey(key, names));
            }
            const missing = required.filter((name) => !Object.hasOwn(given, name));
            for (const name of missing) {
                complain(path, 'key', `${keyOf(path)} lacks ${name}`, fields[name]?.description ?? '');
            }
            const read = names.map((name) => {
                const shape = fields[name]?.shape;
                const each = Object.hasOwn(given, name) ? shape?.read(given[name], [...path, name], complain) : undefined;
                return [name, each];
            });
            const isComplete = read.every(([name, each]) => each !== undefined || !Object.hasOwn(given, name));
            return isComplete && missing.length === 0 ? Object.fromEntries(read) : undefined;
        },
    };
}
/** A shape with a further condition: `check` complains of what was read; `schema` says as much of it as JSON Schema can. */
function checked(shape, check, schema = {}) {
    return {
        schema: { ...shape.schema, ...schema },
        read(value, path, complain) {
            const read = shape.read(value, path, complain);
            let isGood = read !== undefined;
            const refuse = (...problem) => {
                isGood = false;
                complain(...problem);
            };
            if (read !== undefined)
                check(read, path, refuse);
            return isGood ? read : undefined;
        },
    };
}
function recordSchema(fields, required, isNeeded) {
    const properties = Object.fromEntries(Object.entries(fields).map(([name, { shape, description }]) => [name, { description, ...shape.schema }]));
    return {
        type: isNeeded ? 'object' : ['object', 'null'],
        properties,
        ...(required.length > 0 ? { required } : {}),
        additionalProperties: false,
    };
}
function unknownKey(key, names) {
    const meant = (0,_nearest_js__WEBPACK_IMPORTED_MODULE_0__/* .nearest */ .p)(key, names);
    const fix = meant === undefined ? `known here: ${names.join(', ')}` : `did you mean ${meant}?`;
    return [`unknown key ${quote(key)}`, fix];
}
function notAMapping(path, complain) {
    complain(path, 'value', `${keyOf(path)} must be a mapping`, 'write it as "key: value" lines');
}
/** Text of the file as it may stand in a message: quoted, short, printable ASCII. */
function quote(value) {
    const short = value.length > 64 ? `${value.slice(0, 64)}…` : value;
    return JSON.stringify(short).replace(/[^\x20-\x7e…]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
/** How a message names a value: the last key of its path, with the index where it is an item. */
function keyOf(path) {
    const last = path.at(-1);
    if (last === undefined)
        return 'the policy';
    if (typeof last === 'string')
        return /^[\w.-]{1,64}$/.test(last) ? last : quote(last);
    return `item ${last + 1} of ${keyOf(path.slice(0, -1))}`;
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function present(values) {
    return values.filter((value) => value !== undefined);
}


/***/ }),

/***/ 6965:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ep: () => (/* binding */ readTrustedFolder),
/* harmony export */   Gp: () => (/* binding */ isInFolder),
/* harmony export */   M2: () => (/* binding */ trustedKind),
/* harmony export */   Mo: () => (/* binding */ folderThatHolds),
/* harmony export */   bF: () => (/* binding */ trustedFileLimit),
/* harmony export */   hx: () => (/* binding */ policyFolder)
/* harmony export */ });
/* harmony import */ var _input_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3587);
/* harmony import */ var _defaults_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6221);
/* harmony import */ var _read_policy_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7614);



/** Bytes of the largest file of the folder that is read. */
const trustedFileLimit = 1024 * 1024;
/**
 * The folder that an input `policy-path` names, without a slash at its end; undefined is `.gitops-gate`. A path that ends in
 * `policy.yaml` names its folder. Throws InputError for a path that leaves the repository.
 */
function policyFolder(policyPath) {
    const parts = (policyPath ?? '.gitops-gate').split('/').filter((part) => part !== '.' && part !== '');
    if (parts.at(-1) === 'policy.yaml')
        parts.pop();
    if (policyPath?.startsWith('/') || parts.includes('..') || parts.length === 0) {
        throw new _input_error_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .d([
            {
                what: `policy-path ${JSON.stringify(policyPath)} is no folder inside the repository`,
                fix: 'name it from the top of the repository, for example .gitops-gate',
            },
        ]);
    }
    return parts.join('/');
}
/**
 * The folder that holds for a run. The input may be the author's own, so that it cannot lead away from the base's
 * `.gitops-gate/` where there is one: `asked` counts only in a repository without it.
 */
function folderThatHolds(asked, basePaths) {
    const usual = policyFolder(undefined);
    if (asked === usual || !some(basePaths, (path) => isInFolder(path, usual)))
        return { folder: asked, notes: [] };
    const note = `The input policy-path: ${asked} was not followed: the base has ${usual}/, and inputs only tighten what it says.`;
    return { folder: usual, notes: [note] };
}
/** Whether a path is the folder, or below it. */
function isInFolder(path, folder) {
    return path === folder || path.startsWith(`${folder}/`);
}
/** Which file of the folder a path is, if it is one that the gate reads. */
function trustedKind(path, folder) {
    if (!path.startsWith(`${folder}/`))
        return undefined;
    const inside = path.slice(folder.length + 1);
    if (inside === 'policy.yaml')
        return 'policy';
    if (inside === 'allowed_signers')
        return 'allowed';
    if (inside === 'revoked')
        return 'revoked';
    if (/^keys\/[^/]+\.asc$/.test(inside))
        return 'openpgp';
    return /^x509\/[^/]+\.pem$/.test(inside) ? 'x509' : undefined;
}
/** Reads the folder of one side; never throws. Files that it does not know are left alone, links are refused. */
function readTrustedFolder(entries, folder, ruleIds) {
    const inside = [...entries].filter(({ path }) => isInFolder(path, folder));
    const problems = inside.flatMap((entry) => entryProblem(entry, folder) ?? []);
    const files = inside.flatMap(({ path, bytes }) => (bytes ? { path, bytes, kind: trustedKind(path, folder) } : []));
    const one = (kind) => files.find((file) => file.kind === kind);
    const all = (kind) => files.filter((file) => file.kind === kind);
    const reading = (0,_read_policy_js__WEBPACK_IMPORTED_MODULE_2__/* .readPolicy */ .T)(one('policy')?.bytes, `${folder}/policy.yaml`, ruleIds);
    const isWhole = problems.length + reading.problems.length === 0;
    return {
        exists: inside.length > 0,
        // A folder that is broken may have stated a threshold: no input replaces the default one then.
        policy: isWhole ? reading.policy : { ..._defaults_js__WEBPACK_IMPORTED_MODULE_1__/* .defaultPolicy */ .G, folder, failOnStated: true },
        files: { allowedSigners: one('allowed'), openpgp: all('openpgp'), x509: all('x509'), revoked: one('revoked') },
        problems: [...problems, ...reading.problems],
    };
}
/** Why an entry of the folder cannot be taken as it is. */
function entryProblem({ path, mode, bytes }, folder) {
    const problem = (what, fix) => ({ file: path, line: 1, column: 1, what, fix });
    if (mode === '120000')
        return problem('is a symbolic link, which is never followed', 'put the file itself there');
    if (mode === '160000')
        return problem('is a submodule, which is never read', 'put the files themselves there');
    if (path === folder)
        return problem('is a file', 'make it a folder');
    if (/^policy\.(ya?ml|json)$/i.test(path.slice(folder.length + 1)) && trustedKind(path, folder) === undefined) {
        return problem('is not read', `name it ${folder}/policy.yaml`);
    }
    if (bytes !== undefined || trustedKind(path, folder) === undefined)
        return undefined;
    return problem(`could not be read, or has more than ${trustedFileLimit} bytes`, 'make it smaller');
}
function some(values, test) {
    for (const value of values)
        if (test(value))
            return true;
    return false;
}


/***/ }),

/***/ 6788:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ folderProblems)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _policy_trusted_folder_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6965);
/* harmony import */ var _signature_allowed_signers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8269);
/* harmony import */ var _signature_openpgp_keyring_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8713);
/* harmony import */ var _signature_revoked_keys_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6892);





/** Everything that keeps the gate's folder from being read as a whole: its policy, its links, its key files. */
function folderProblems(entries, folder, ruleIds) {
    const keys = entries.flatMap(({ path, mode, bytes }) => bytes && mode.startsWith('100') ? keyProblems((0,_policy_trusted_folder_js__WEBPACK_IMPORTED_MODULE_1__/* .trustedKind */ .M2)(path, folder), { path, bytes }) : []);
    return [
        ...(0,_policy_trusted_folder_js__WEBPACK_IMPORTED_MODULE_1__/* .readTrustedFolder */ .Ep)(entries, folder, ruleIds).problems,
        ...keys.map(({ file, line = 1, what }) => ({ file, line, column: 1, what, fix: 'mend it, or take it out' })),
    ];
}
function keyProblems(kind, file) {
    if (kind === 'allowed')
        return (0,_signature_allowed_signers_js__WEBPACK_IMPORTED_MODULE_2__/* .readAllowedSigners */ .y)(file).problems;
    if (kind === 'revoked')
        return (0,_signature_revoked_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .readRevokedKeys */ .D)(file).problems;
    if (kind === 'openpgp')
        return (0,_signature_openpgp_keyring_js__WEBPACK_IMPORTED_MODULE_3__/* .readCertificateBlocks */ .m)([file]).problems;
    return kind === 'x509' ? rootProblems(file) : [];
}
function rootProblems({ path, bytes }) {
    try {
        new node_crypto__WEBPACK_IMPORTED_MODULE_0__.X509Certificate(bytes);
        return [];
    }
    catch {
        return [{ file: path, line: undefined, what: 'The file holds no X.509 certificate.' }];
    }
}


/***/ }),

/***/ 8269:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  y: () => (/* binding */ readAllowedSigners)
});

// EXTERNAL MODULE: ./build/signature/armor.js
var armor = __webpack_require__(2814);
// EXTERNAL MODULE: ./build/signature/claim.js
var claim = __webpack_require__(629);
// EXTERNAL MODULE: ./build/signature/malformed.js
var malformed = __webpack_require__(808);
// EXTERNAL MODULE: ./build/signature/ssh-public-key.js
var ssh_public_key = __webpack_require__(7647);
;// CONCATENATED MODULE: ./build/signature/ssh-time.js
/**
 * Seconds since the epoch of `YYYYMMDD[HHMM[SS]]`, in the system's time zone unless `Z` or `UTC` follows
 * (`parse_absolute_time` in OpenSSH's misc.c); undefined where it is no time.
 */
function sshTime(text) {
    const match = /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?(Z|UTC)?$/i.exec(text);
    if (match === null)
        return undefined;
    const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
        .slice(1, 7)
        .map((field) => Number(field ?? 0));
    if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 23 || minute > 59 || second > 60)
        return undefined;
    const date = new Date(0);
    if (match[7] === undefined) {
        date.setFullYear(year, month - 1, day);
        date.setHours(hour, minute, second, 0);
    }
    else {
        date.setUTCFullYear(year, month - 1, day);
        date.setUTCHours(hour, minute, second, 0);
    }
    return date.getTime() / 1000;
}

;// CONCATENATED MODULE: ./build/signature/allowed-signers.js





/** A file with so many broken lines is something else; the rest of it is not read, and the problems say so already. */
const maximumProblems = 1000;
/** Reads `allowed_signers`; a line that cannot be read is a problem and the others hold, as with ssh-keygen. */
function readAllowedSigners(file) {
    const signers = [];
    const problems = [];
    for (const [index, text] of file.bytes.toString('utf8').split('\n').entries()) {
        const content = (0,armor/* withoutTrailingSpace */.LU)(text.replace(/^[ \t\r\uFEFF]+/, ''));
        if (content === '' || content.startsWith('#'))
            continue;
        try {
            signers.push(readLine(content, index + 1));
        }
        catch (error) {
            if (!(error instanceof malformed/* Malformed */.s || error instanceof malformed/* Unsupported */.O))
                throw error;
            problems.push({ file: file.path, line: index + 1, what: `The line ${error.message}.` });
            if (problems.length >= maximumProblems)
                break;
        }
    }
    return { signers, problems };
}
function readLine(content, line) {
    const [principals, afterPrincipals] = firstWord(content);
    if (principals === '')
        throw new malformed/* Malformed */.s('names no principal');
    const [word, rest] = firstWord(afterPrincipals);
    const withoutOptions = isKeyType(word) ? readKey(word, rest) : undefined;
    const [options, afterOptions] = withoutOptions === undefined ? optionsField(afterPrincipals) : ['', ''];
    const key = withoutOptions ?? readKey(...firstWord(afterOptions));
    const literals = principals.split(',').filter((pattern) => !/[*?!]/.test(pattern));
    return { line, principals, patterns: (0,claim/* normalEmail */.Ot)(principals), literals, key, ...readOptions(options) };
}
function isKeyType(word) {
    return /^(?:ssh-|ecdsa-|sk-)[a-z0-9@.-]+$/.test(word);
}
/** The first word, which may stand in double quotes, and what follows the white space after it. */
function firstWord(text) {
    const quoted = /^"([^"]*)"[ \t]*(.*)$/s.exec(text);
    const match = quoted ?? /^([^ \t]*)[ \t]*(.*)$/s.exec(text);
    return [match?.[1] ?? '', match?.[2] ?? ''];
}
/** The options up to the first white space outside double quotes (`sshkey_advance_past_options`), and what follows. */
function optionsField(text) {
    let quoted = false;
    let at = 0;
    for (; at < text.length && (quoted || (text[at] !== ' ' && text[at] !== '\t')); at++) {
        if (text[at] === '\\' && text[at + 1] === '"')
            at++;
        else if (text[at] === '"')
            quoted = !quoted;
    }
    if (quoted || at >= text.length)
        throw new malformed/* Malformed */.s('has no key, or a quote that does not end');
    return [text.slice(0, at), text.slice(at).replace(/^[ \t]+/, '')];
}
function readKey(type, rest) {
    if (!isKeyType(type))
        throw new malformed/* Malformed */.s('has options or a key type that are not known');
    if ((0,ssh_public_key/* certifiedType */.gy)(type) !== undefined) {
        throw new malformed/* Unsupported */.O("lists a certificate; list its authority's key with cert-authority instead");
    }
    const [base64] = firstWord(rest);
    if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64))
        throw new malformed/* Malformed */.s('holds a key that is no base64');
    const blob = Buffer.from(base64, 'base64');
    const key = (0,ssh_public_key/* readSshPublicKey */.tT)(blob);
    if (key.type !== type)
        throw new malformed/* Malformed */.s('holds a key of another type than it says');
    return key;
}
function readOptions(field) {
    const values = new Map();
    let isAuthority = false;
    for (let rest = field; rest !== '';) {
        const option = /^(?:(cert-authority)|(namespaces|valid-after|valid-before)="((?:[^"\\]|\\"|\\(?!"))*)")(?:,(?=.)|$)/is.exec(rest);
        if (option === null)
            throw new malformed/* Malformed */.s('has an option that is not known, or is not written as ssh-keygen(1) says');
        rest = rest.slice(option[0].length);
        const name = option[2]?.toLowerCase();
        if (name === undefined) {
            isAuthority = true;
        }
        else {
            if (values.has(name))
                throw new malformed/* Malformed */.s(`has the option ${name} twice`);
            values.set(name, (option[3] ?? '').replaceAll('\\"', '"'));
        }
    }
    const validAfter = timeOption(values, 'valid-after');
    const validBefore = timeOption(values, 'valid-before');
    if (validAfter !== undefined && validBefore !== undefined && validBefore <= validAfter) {
        throw new malformed/* Malformed */.s('has a valid-before that is not after its valid-after');
    }
    return { isAuthority, namespaces: values.get('namespaces'), validAfter, validBefore };
}
function timeOption(values, name) {
    const text = values.get(name);
    if (text === undefined)
        return undefined;
    const time = sshTime(text);
    if (time === undefined || time === 0)
        throw new malformed/* Malformed */.s(`has a ${name} that is no time`);
    return time;
}


/***/ }),

/***/ 2814:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ig: () => (/* binding */ armorLabel),
/* harmony export */   LU: () => (/* binding */ withoutTrailingSpace),
/* harmony export */   Vn: () => (/* binding */ openpgpBytes),
/* harmony export */   ie: () => (/* binding */ sshSignatureBytes)
/* harmony export */ });
/* harmony import */ var _malformed_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(808);

/** What an armor's first line says it holds, by git's table (gpg-interface.c). */
function armorLabel(armor) {
    return /^-----BEGIN ([A-Z ]+)-----/.exec(armor)?.[1];
}
/**
 * The bytes of the one SSH signature `armor` holds (OpenSSH's PROTOCOL.sshsig).
 * Stricter than ssh-keygen: nothing may follow the last line. Throws Malformed.
 */
function sshSignatureBytes(armor) {
    return base64Bytes(armored(armor, 'SSH SIGNATURE'));
}
/**
 * The bytes of the one OpenPGP armor `armor` holds (RFC 9580 §6.2). The checksum may be absent, as forges leave it out;
 * a wrong one is refused, as gpg does. Nothing but blank lines may follow. Throws Malformed.
 */
function openpgpBytes(armor, label) {
    const content = armored(armor, label);
    const blank = content.startsWith('\n') ? 0 : content.indexOf('\n\n') + 1;
    const headers = content.slice(0, blank);
    if (content[blank] !== '\n' || !/^(?:[A-Za-z0-9-]+:(?: .*)?\n)*$/.test(headers)) {
        throw new _malformed_js__WEBPACK_IMPORTED_MODULE_0__/* .Malformed */ .s('has no empty line after its armor headers');
    }
    const end = content.lastIndexOf('\n=');
    const hasChecksum = end >= blank;
    const bytes = base64Bytes(content.slice(blank, hasChecksum ? end : undefined));
    if (hasChecksum && !base64Bytes(content.slice(end + 2)).equals(crc24(bytes))) {
        throw new _malformed_js__WEBPACK_IMPORTED_MODULE_0__/* .Malformed */ .s('has an armor whose checksum does not fit');
    }
    return bytes;
}
/** What stands between the armor's first line and its last, white space at the ends of lines gone. */
function armored(armor, label) {
    const isPlain = !armor.includes(' \n') && !armor.includes('\t\n') && !armor.includes('\r');
    const text = isPlain ? armor : armor.split('\n').map(withoutTrailingSpace).join('\n');
    const [begin, end] = [`-----BEGIN ${label}-----\n`, `\n-----END ${label}-----`];
    if (!text.startsWith(begin))
        throw new _malformed_js__WEBPACK_IMPORTED_MODULE_0__/* .Malformed */ .s('does not begin with its armor');
    const last = text.indexOf(end, begin.length - 1);
    if (last < 0)
        throw new _malformed_js__WEBPACK_IMPORTED_MODULE_0__/* .Malformed */ .s('does not end with its armor');
    for (let at = last + end.length; at < text.length; at++) {
        if (text[at] !== '\n')
            throw new _malformed_js__WEBPACK_IMPORTED_MODULE_0__/* .Malformed */ .s('is followed by something else, or by a second one');
    }
    return text.slice(begin.length, last);
}
/** `line` without blanks at its end. A regular expression would take quadratic time on a long run of blanks inside. */
function withoutTrailingSpace(line) {
    let end = line.length;
    while (end > 0 && ' \t\r'.includes(line.charAt(end - 1)))
        end--;
    return line.slice(0, end);
}
/**
 * Canonical base64 only, in lines of any length. What is no base64 is skipped by the decoder and so shortens the result,
 * except the URL-safe digits; bits left over show where the last four digits are encoded again.
 */
function base64Bytes(lines) {
    const text = lines.replaceAll('\n', '');
    const bytes = Buffer.from(text, 'base64');
    const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
    const isWhole = bytes.length > 0 && bytes.length === (text.length / 4) * 3 - padding;
    const isStandard = !text.includes('-') && !text.includes('_');
    const last = bytes.toString('base64', Math.max(0, bytes.length + padding - 3));
    if (!isWhole || !isStandard || last !== text.slice(-4))
        throw new _malformed_js__WEBPACK_IMPORTED_MODULE_0__/* .Malformed */ .s('is no canonical base64');
    return bytes;
}
const crcTable = Int32Array.from({ length: 256 }, (_, index) => {
    let crc = index << 16;
    for (let bit = 0; bit < 8; bit++)
        crc = (crc << 1) ^ (crc & 0x800000 ? 0x1864cfb : 0);
    return crc & 0xffffff;
});
/** CRC-24 of RFC 9580 §6.1.1, three bytes. */
function crc24(bytes) {
    let crc = 0xb704ce;
    for (let at = 0; at < bytes.length; at++) {
        crc = ((crc << 8) ^ (crcTable[((crc >> 16) ^ (bytes[at] ?? 0)) & 0xff] ?? 0)) & 0xffffff;
    }
    return Buffer.from([crc >> 16, (crc >> 8) & 0xff, crc & 0xff]);
}


/***/ }),

/***/ 7595:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ ByteReader)
/* harmony export */ });
/* harmony import */ var _malformed_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(808);

/** Reads big-endian bytes from front to back; every method throws Malformed past the end. */
class ByteReader {
    #bytes;
    #at = 0;
    constructor(bytes) {
        this.#bytes = bytes;
    }
    /** How many bytes have been read. */
    get position() {
        return this.#at;
    }
    get atEnd() {
        return this.#at === this.#bytes.length;
    }
    bytes(length) {
        if (length > this.#bytes.length - this.#at)
            throw new _malformed_js__WEBPACK_IMPORTED_MODULE_0__/* .Malformed */ .s('is cut off');
        this.#at += length;
        return this.#bytes.subarray(this.#at - length, this.#at);
    }
    rest() {
        return this.bytes(this.#bytes.length - this.#at);
    }
    uint8() {
        const byte = this.#bytes[this.#at];
        if (byte === undefined)
            throw new _malformed_js__WEBPACK_IMPORTED_MODULE_0__/* .Malformed */ .s('is cut off');
        this.#at++;
        return byte;
    }
    uint16() {
        return this.uint8() * 0x100 + this.uint8();
    }
    uint32() {
        if (this.#bytes.length - this.#at < 4)
            throw new _malformed_js__WEBPACK_IMPORTED_MODULE_0__/* .Malformed */ .s('is cut off');
        this.#at += 4;
        return this.#bytes.readUInt32BE(this.#at - 4);
    }
}


/***/ }),

/***/ 629:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kv: () => (/* binding */ signerOf),
/* harmony export */   Ot: () => (/* binding */ normalEmail),
/* harmony export */   PZ: () => (/* binding */ sameEmail),
/* harmony export */   c1: () => (/* binding */ commitClaim),
/* harmony export */   d2: () => (/* binding */ signerEntry),
/* harmony export */   eS: () => (/* binding */ wrongIdentity),
/* harmony export */   xf: () => (/* binding */ isEmail)
/* harmony export */ });
/* harmony import */ var _revoked_keys_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6892);

/** What a commit says of who made it and when (`now` in seconds since 1970), with the emails that policy holds its signer to. */
function commitClaim(author, committer, policy, now) {
    const emails = {
        none: [],
        committer: [committer.email],
        'committer-and-author': [committer.email, author.email],
    }[policy.identity];
    return { emails, email: committer.email, time: committer.time, now };
}
/** Whether both name one mailbox: the local part as written, the domain without regard to case (RFC 5321 §2.4). */
function sameEmail(a, b) {
    return (a === b || normalEmail(a) === normalEmail(b)) && isEmail(a);
}
/** `email` with its domain in lower case; pattern lists of such emails are brought into the same form. */
function normalEmail(email) {
    return email.replaceAll(/@[^@,]*/g, (domain) => domain.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase()));
}
/** An address that could be somebody's: one @ between two parts, nothing that is no character. */
function isEmail(text) {
    return /^[^@\s<>,\0\uFFFD]+@[^@\s<>,\0\uFFFD]+$/.test(text);
}
/** The policy's entry for a key: by one of its full fingerprints, or by one of the principals it may sign as. */
function signerEntry(policy, fingerprints, principals) {
    return (policy.signers.find(({ key }) => fingerprints.includes((0,_revoked_keys_js__WEBPACK_IMPORTED_MODULE_0__/* .normalFingerprint */ .e)(key) ?? '')) ??
        policy.signers.find(({ key }) => principals.some((principal) => principal === key || sameEmail(principal, key))));
}
/** The signer a key belongs to; what the policy says overrides what the key says. */
function signerOf(entry, own) {
    if (entry === undefined)
        return { ...own, roles: [] };
    return { name: entry.name, emails: entry.emails.length > 0 ? entry.emails : own.emails, roles: entry.roles };
}
/** A verdict on a key that is known, but does not speak for the people the commit names. */
function wrongIdentity(signer, claim, keyFingerprint) {
    const foreign = claim.emails.filter((email) => !signer.emails.some((own) => sameEmail(own, email)));
    return {
        state: 'wrong-identity',
        signer,
        keyFingerprint,
        reason: `The key ${keyFingerprint} belongs to ${signer.name}, who is not known as ${foreign.join(' or ') || 'the committer'}.`,
        remedy: 'Commit under an address that belongs to the key (git config user.email), or have an admin add the address to the signer in .gitops-gate/ of the base branch.',
    };
}


/***/ }),

/***/ 808:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ Unsupported),
/* harmony export */   s: () => (/* binding */ Malformed)
/* harmony export */ });
/** A signature, key or header that breaks its format. The message completes "The signature …". */
class Malformed extends Error {
    name = 'Malformed';
}
/** Well formed, but made with something this program cannot verify. The message completes "The signature …". */
class Unsupported extends Error {
    name = 'Unsupported';
}


/***/ }),

/***/ 2827:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ nodeVerify)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _malformed_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(808);


/** node:crypto's verify; what it throws for (a digest its OpenSSL lacks) could not be checked. Throws Unsupported. */
function nodeVerify(digest, data, key, signature) {
    try {
        return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.verify)(digest, data, key, signature);
    }
    catch {
        throw new _malformed_js__WEBPACK_IMPORTED_MODULE_1__/* .Unsupported */ .O(`uses ${digest ?? 'an algorithm'}, which this system's node cannot verify`);
    }
}


/***/ }),

/***/ 8713:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  u: () => (/* binding */ openKeyring),
  m: () => (/* binding */ readCertificateBlocks)
});

// EXTERNAL MODULE: ./build/signature/armor.js
var signature_armor = __webpack_require__(2814);
// EXTERNAL MODULE: ./build/signature/malformed.js
var malformed = __webpack_require__(808);
;// CONCATENATED MODULE: ./build/signature/openpgp-certificate.js
/** Two copies of one certificate as one: a revocation that stands in either holds. */
function mergeCertificates(a, b) {
    const users = new Map(a.users.map((user) => [user.id, user]));
    for (const user of b.users) {
        const own = users.get(user.id);
        const certifications = [...(own?.certifications ?? []), ...user.certifications];
        users.set(user.id, {
            id: user.id,
            certifications,
            revocations: [...(own?.revocations ?? []), ...user.revocations],
        });
    }
    const subkeys = new Map(a.subkeys.map((subkey) => [subkey.key.fingerprint, subkey]));
    for (const subkey of b.subkeys) {
        const own = subkeys.get(subkey.key.fingerprint);
        subkeys.set(subkey.key.fingerprint, own === undefined ? subkey : mergeComponents(own, subkey));
    }
    const primary = mergeComponents(a.primary, b.primary);
    return { file: a.file, primary, subkeys: [...subkeys.values()], users: [...users.values()] };
}
function mergeComponents(a, b) {
    const signatures = [...a.signatures, ...b.signatures];
    return { ...a, signatures, revocations: [...a.revocations, ...b.revocations] };
}

// EXTERNAL MODULE: ./build/signature/openpgp-signature-packet.js
var openpgp_signature_packet = __webpack_require__(4514);
// EXTERNAL MODULE: ./build/signature/openpgp-verification.js
var openpgp_verification = __webpack_require__(4088);
;// CONCATENATED MODULE: ./build/signature/openpgp-self-signature.js



/** Signature types (RFC 9580 §5.2.1). */
const certifications = new Set([0x10, 0x11, 0x12, 0x13]);
const subkeyBinding = 0x18;
const primaryKeyBinding = 0x19;
const directKey = 0x1f;
const subpacket = {
    created: 2,
    expires: 3,
    keyLifetime: 9,
    revoker: 12,
    notation: 20,
    keyFlags: 27,
    reason: 29,
    embedded: 32,
};
/** Subpackets that a self-signature may mark critical: all that RFC 9580 §5.2.3.7 defines, except notations, whose meaning is their owner's. */
const lastDefined = 39;
const signData = 0x02;
/**
 * From then on a SHA-1 self-signature counts no more: GnuPG 2.2.18 and later draw the same line for certifications by others.
 * Earlier ones stand, because a collision needs the key's own holder to sign prepared data.
 */
const sha1Until = Date.UTC(2019, 0, 19) / 1000;
/** What the body of a signature packet says of `about`, where it is the primary key's own; undefined where it is not. */
function readSelfSignature(body, about) {
    return quietly(() => {
        const packet = (0,openpgp_signature_packet/* readSignaturePacket */.r)(body);
        const isFitting = about.subkey !== undefined
            ? packet.type === subkeyBinding
            : about.userId !== undefined
                ? certifications.has(packet.type)
                : packet.type === directKey;
        if (!isFitting || !(0,openpgp_verification/* verifiesOpenpgp */.h)(packet, about.primary, signedData(about)))
            return undefined;
        return packet.hashed.some(isNotUnderstood) ? undefined : facts(packet, about);
    });
}
/**
 * A revocation of `about` that is the primary key's own. In doubt it is one: whatever it notes, however weak its digest, and
 * where an algorithm cannot be verified here.
 */
function readRevocation(body, about) {
    const packet = quietly(() => (0,openpgp_signature_packet/* readSignaturePacket */.r)(body));
    if (packet === undefined)
        return undefined;
    const isGenuine = quietly(() => (0,openpgp_verification/* verifiesOpenpgp */.h)(packet, about.primary, signedData(about)), true);
    if (isGenuine !== true)
        return undefined;
    const reason = packet.hashed.find(({ type }) => type === subpacket.reason)?.data[0] ?? 0;
    // RFC 9580 §5.2.3.31: superseded, retired and an invalid user id are soft; every other reason, and none, is hard.
    return { created: (0,openpgp_signature_packet/* secondsIn */.z)(packet.hashed, subpacket.created) ?? 0, isHard: ![1, 3, 32].includes(reason) };
}
/** The fingerprints (upper-case hex) of keys that a self-signature allows to revoke its key. */
function revokersIn(body) {
    const packet = quietly(() => (0,openpgp_signature_packet/* readSignaturePacket */.r)(body));
    const revokers = packet?.hashed.filter(({ type }) => type === subpacket.revoker) ?? [];
    return revokers.map(({ data }) => data.toString('hex', 2).toUpperCase());
}
function facts(packet, about) {
    const { hashed, digest } = packet;
    const created = (0,openpgp_signature_packet/* secondsIn */.z)(hashed, subpacket.created);
    if (created === undefined)
        return undefined;
    const lifetime = (0,openpgp_signature_packet/* secondsIn */.z)(hashed, subpacket.expires) ?? 0;
    const flags = hashed.findLast(({ type }) => type === subpacket.keyFlags)?.data;
    return {
        created,
        expires: lifetime === 0 ? undefined : created + lifetime,
        keyLifetime: ((0,openpgp_signature_packet/* secondsIn */.z)(hashed, subpacket.keyLifetime) ?? 0) || undefined,
        allowsSigning: flags === undefined ? undefined : ((flags[0] ?? 0) & signData) !== 0,
        isWeak: digest.isWeak && (digest.name !== 'sha1' || created >= sha1Until),
        isCrossCertified: isCrossCertified(packet, about),
    };
}
/** RFC 9580 §5.2.1.9: the embedded signature of a binding is the subkey's own consent; it proves itself wherever it stands. */
function isCrossCertified({ hashed, unhashed }, about) {
    const { subkey } = about;
    if (subkey === undefined)
        return false;
    return [...hashed, ...unhashed].some(({ type, data }) => {
        if (type !== subpacket.embedded)
            return false;
        return quietly(() => {
            const embedded = (0,openpgp_signature_packet/* readSignaturePacket */.r)(data);
            return embedded.type === primaryKeyBinding && (0,openpgp_verification/* verifiesOpenpgp */.h)(embedded, subkey, signedData(about));
        });
    });
}
/** What a signature over a key, a binding or a user id hashes (RFC 9580 §5.2.4). */
function signedData({ primary, subkey, userId }) {
    if (subkey !== undefined)
        return Buffer.concat([primary.hashed, subkey.hashed]);
    if (userId === undefined)
        return primary.hashed;
    const head = Buffer.of(0xb4, 0, 0, 0, 0);
    head.writeUInt32BE(userId.length, 1);
    return Buffer.concat([primary.hashed, head, userId]);
}
function isNotUnderstood({ type, isCritical }) {
    return isCritical && (type === subpacket.notation || type > lastDefined);
}
/** A packet that cannot be read or verified says nothing; `unsupported` stands for one whose algorithm is not known. */
function quietly(read, unsupported) {
    try {
        return read();
    }
    catch (error) {
        if (error instanceof malformed/* Unsupported */.O)
            return unsupported;
        if (error instanceof malformed/* Malformed */.s)
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/signature/openpgp-certificates.js

/**
 * Opens certificates: openpgp says which signature belongs to which key and user id, and what it refuses is refused; the
 * signatures are verified here. The only door to openpgp, which is loaded when first needed.
 */
async function openCertificates(blocks) {
    const { readKeys } = await __webpack_require__.e(/* import() */ 74).then(__webpack_require__.bind(__webpack_require__, 3074));
    const opened = blocks.map(async (block) => {
        const [key, ...further] = await readKeys({ binaryKeys: block.bytes }).catch(reasonOf);
        if (typeof key === 'string')
            return { file: block.file, refused: key };
        if (key === undefined || further.length > 0)
            return { file: block.file, refused: 'it is not exactly one certificate' };
        return openpgp_certificates_open(block, key);
    });
    return Promise.all(opened);
}
function reasonOf(error) {
    return [error instanceof Error ? error.message : 'it is malformed'];
}
function openpgp_certificates_open(block, key) {
    const primary = keyIn(block, key.getFingerprint());
    if (primary === undefined)
        return { file: block.file, refused: 'its primary key cannot be read' };
    const direct = signaturesIn(key).filter(({ signatureType }) => signatureType === openpgp_certificates_directKey);
    const revocations = [...revocationsOf(key.revocationSignatures, { primary }), ...byRevokers(key, direct)];
    return {
        file: block.file,
        primary: { key: primary, isPrimary: true, signatures: selfSignatures(direct, { primary }), revocations },
        subkeys: key.subkeys.flatMap((subkey) => openSubkey(block, primary, key, subkey)),
        users: usersOf(block, primary, key),
    };
}
const openpgp_certificates_directKey = 0x1f;
function keyIn({ keys }, fingerprint) {
    return keys.find((key) => key.fingerprint === fingerprint.toUpperCase());
}
/** openpgp does not declare direct signatures, but lists them with all other packets. */
function signaturesIn(key) {
    return key.toPacketList().filter((packet) => 'signatureType' in packet);
}
function openSubkey(block, primary, key, subkey) {
    const own = keyIn(block, subkey.getFingerprint());
    if (own === undefined)
        return [];
    const binding = { primary, subkey: own };
    // A revocation that stands behind the wrong subkey is still one.
    const revocations = revocationsOf(key.subkeys.flatMap((each) => each.revocationSignatures), binding);
    return [{ key: own, isPrimary: false, signatures: selfSignatures(subkey.bindingSignatures, binding), revocations }];
}
/** openpgp keeps user ids and attributes in order, and decodes them; the bytes that were signed are ours. */
function usersOf(block, primary, key) {
    const users = key.users.filter((user) => user.userID !== null);
    return users.flatMap((user, index) => {
        const userId = block.userIds[index];
        if (userId === undefined || userId.toString('utf8') !== user.userID?.userID)
            return [];
        const about = { primary, userId };
        const certifications = selfSignatures([...user.selfCertifications, ...user.otherCertifications], about);
        return [{ id: user.userID.userID, certifications, revocations: revocationsOf(user.revocationSignatures, about) }];
    });
}
function selfSignatures(packets, about) {
    return packets.map((packet) => readSelfSignature(bodyOf(packet), about)).filter((each) => each !== undefined);
}
function revocationsOf(packets, about) {
    return packets.map((packet) => readRevocation(bodyOf(packet), about)).filter((each) => each !== undefined);
}
/** Revocations said to be by a key that the certificate allows to revoke it: that key is seldom here, and doubt revokes. */
function byRevokers(key, direct) {
    const own = [...direct, ...key.users.flatMap((user) => user.selfCertifications)];
    const revokers = own.flatMap((packet) => revokersIn(bodyOf(packet)));
    return key.revocationSignatures
        .filter(({ issuerKeyID }) => revokers.some((revoker) => revoker.endsWith(issuerKeyID.toHex().toUpperCase())))
        .map(({ created }) => ({ created: Math.floor((created?.getTime() ?? 0) / 1000), isHard: true }));
}
function bodyOf(packet) {
    return Buffer.from(packet.write());
}

// EXTERNAL MODULE: ./build/signature/openpgp-packet.js
var openpgp_packet = __webpack_require__(2191);
// EXTERNAL MODULE: ./build/signature/openpgp-public-key.js
var openpgp_public_key = __webpack_require__(7184);
;// CONCATENATED MODULE: ./build/signature/openpgp-keyring.js






const packet = { secretKey: 5, publicKey: 6, secretSubkey: 7, userId: 13, publicSubkey: 14 };
/** Takes key files apart into certificates, without judging them. What cannot be read is a problem, file by file. */
function readCertificateBlocks(files) {
    const blocks = [];
    const problems = [];
    for (const file of files) {
        try {
            for (const bytes of binaryBlocks(file.bytes))
                blocks.push(...blocksOf(file.path, bytes));
        }
        catch (error) {
            if (!(error instanceof malformed/* Malformed */.s || error instanceof malformed/* Unsupported */.O))
                throw error;
            problems.push({ file: file.path, line: undefined, what: `The file ${error.message}.` });
        }
    }
    return { blocks, problems };
}
/** The binary content of a key file: as it stands, or of each armor in it. */
function binaryBlocks(bytes) {
    if (((bytes[0] ?? 0) & 0x80) !== 0)
        return [bytes];
    const text = bytes.toString('latin1');
    if (text.includes('-----BEGIN PGP PRIVATE KEY BLOCK-----')) {
        throw new malformed/* Malformed */.s('holds a private key: revoke it, and export the public one with gpg --export --armor');
    }
    const label = 'PGP PUBLIC KEY BLOCK';
    const end = `-----END ${label}-----`;
    const armors = text.split(end);
    if (armors.pop()?.includes(`-----BEGIN ${label}-----`))
        throw new malformed/* Malformed */.s('is cut off');
    if (armors.length === 0)
        throw new malformed/* Malformed */.s('holds no OpenPGP public key (gpg --export --armor)');
    return armors.map((armor) => {
        const begin = armor.indexOf(`-----BEGIN ${label}-----`);
        return (0,signature_armor/* openpgpBytes */.Vn)(`${armor.slice(Math.max(begin, 0))}${end}`, label);
    });
}
function blocksOf(file, bytes) {
    const packets = (0,openpgp_packet/* openpgpPackets */.f)(bytes);
    if (packets.some(({ tag }) => tag === packet.secretKey || tag === packet.secretSubkey)) {
        throw new malformed/* Malformed */.s('holds a private key: revoke it, and export the public one with gpg --export --armor');
    }
    const starts = packets.filter(({ tag }) => tag === packet.publicKey).map(({ start }) => start);
    if (starts.length === 0 || starts[0] !== 0)
        throw new malformed/* Malformed */.s('does not begin with a public key');
    return starts.map((start, index) => {
        const end = starts[index + 1] ?? bytes.length;
        const own = packets.filter((each) => each.start >= start && each.end <= end);
        const keys = own.flatMap(({ tag, body }) => {
            if (tag === packet.publicKey)
                return [(0,openpgp_public_key/* readOpenpgpPublicKey */.A)(body)];
            return tag === packet.publicSubkey ? subkey(body) : [];
        });
        const userIds = own.filter(({ tag }) => tag === packet.userId).map(({ body }) => body);
        return { file, bytes: bytes.subarray(start, end), keys, userIds };
    });
}
/** A subkey that cannot be read takes nothing away from the rest of its certificate: it signs nothing that counts. */
function subkey(body) {
    try {
        return [(0,openpgp_public_key/* readOpenpgpPublicKey */.A)(body)];
    }
    catch (error) {
        if (error instanceof malformed/* Malformed */.s || error instanceof malformed/* Unsupported */.O)
            return [];
        throw error;
    }
}
/** Opens certificates and lists their keys. */
async function openKeyring(blocks) {
    const problems = [];
    const certificates = new Map();
    for (const opened of blocks.length === 0 ? [] : await openCertificates(blocks)) {
        if ('refused' in opened) {
            const what = `The file holds a certificate that cannot be read: ${opened.refused}.`;
            problems.push({ file: opened.file, line: undefined, what });
        }
        else {
            const { fingerprint } = opened.primary.key;
            const other = certificates.get(fingerprint);
            certificates.set(fingerprint, other === undefined ? opened : mergeCertificates(other, opened));
        }
    }
    return { keyring: keyringOf(certificates.values()), problems };
}
function keyringOf(certificates) {
    const keyring = new Map();
    for (const certificate of certificates) {
        for (const component of [certificate.primary, ...certificate.subkeys]) {
            for (const name of [component.key.fingerprint, component.key.keyId]) {
                keyring.set(name, [...(keyring.get(name) ?? []), { certificate, component }]);
            }
        }
    }
    return keyring;
}


/***/ }),

/***/ 2191:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ OpenpgpReader),
/* harmony export */   f: () => (/* binding */ openpgpPackets)
/* harmony export */ });
/* harmony import */ var _byte_reader_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7595);
/* harmony import */ var _malformed_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(808);


/** Takes a packet stream apart. Throws Malformed for partial and indeterminate lengths, which keys and signatures never need. */
function openpgpPackets(bytes) {
    const packets = [];
    const reader = new OpenpgpReader(bytes);
    while (!reader.atEnd) {
        const start = reader.position;
        const first = reader.uint8();
        if ((first & 0x80) === 0)
            throw new _malformed_js__WEBPACK_IMPORTED_MODULE_0__/* .Malformed */ .s('is no sequence of OpenPGP packets');
        const isNew = (first & 0x40) !== 0;
        const tag = isNew ? first & 0x3f : (first >> 2) & 0x0f;
        const length = isNew ? newLength(reader) : oldLength(reader, first & 0x03);
        packets.push({ tag, body: reader.bytes(length), start, end: reader.position });
    }
    return packets;
}
function newLength(reader) {
    const first = reader.uint8();
    if (first < 192)
        return first;
    if (first < 224)
        return ((first - 192) << 8) + reader.uint8() + 192;
    if (first < 255)
        throw new _malformed_js__WEBPACK_IMPORTED_MODULE_0__/* .Malformed */ .s('uses a partial packet length');
    return reader.uint32();
}
function oldLength(reader, kind) {
    if (kind === 3)
        throw new _malformed_js__WEBPACK_IMPORTED_MODULE_0__/* .Malformed */ .s('uses an indeterminate packet length');
    return [() => reader.uint8(), () => reader.uint16(), () => reader.uint32()][kind]?.() ?? 0;
}
/** Reads a packet's body (RFC 9580 §4.2). */
class OpenpgpReader extends _byte_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .ByteReader */ .k {
    /**
     * A multiprecision integer (RFC 9580 §3.2) without leading zero bytes. The bit count needs not be exact: GitHub's former
     * key wrote that of whole bytes on thousands of genuine signatures.
     */
    integer() {
        const bits = this.uint16();
        const bytes = this.bytes((bits + 7) >> 3);
        const [first = 0] = bytes;
        if (32 - Math.clz32(first) > ((bits + 7) & 7) + 1)
            throw new _malformed_js__WEBPACK_IMPORTED_MODULE_0__/* .Malformed */ .s('holds a number longer than it says');
        const start = bytes.findIndex((byte) => byte !== 0);
        return start < 0 ? bytes.subarray(bytes.length) : bytes.subarray(start);
    }
    end() {
        if (!this.atEnd)
            throw new _malformed_js__WEBPACK_IMPORTED_MODULE_0__/* .Malformed */ .s('holds bytes beyond its end');
    }
}


/***/ }),

/***/ 7184:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ readOpenpgpPublicKey)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _malformed_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(808);
/* harmony import */ var _openpgp_packet_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2191);



/** Reads the body of a public key or subkey packet. Throws Malformed, or Unsupported for versions 3 and 5. */
function readOpenpgpPublicKey(body) {
    const reader = new _openpgp_packet_js__WEBPACK_IMPORTED_MODULE_1__/* .OpenpgpReader */ .Z(body);
    const version = reader.uint8();
    if (version !== 4 && version !== 6)
        throw new _malformed_js__WEBPACK_IMPORTED_MODULE_2__/* .Unsupported */ .O(`holds a key of version ${version}, which is not supported`);
    const created = reader.uint32();
    const algorithm = reader.uint8();
    if (version === 6 && reader.uint32() !== body.length - reader.position) {
        throw new _malformed_js__WEBPACK_IMPORTED_MODULE_2__/* .Malformed */ .s('holds a key whose length is not what it says');
    }
    const hashed = Buffer.concat([prefix(version, body.length), body]);
    const digest = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)(version === 4 ? 'sha1' : 'sha256')
        .update(hashed)
        .digest('hex');
    const fingerprint = digest.toUpperCase();
    const keyId = version === 4 ? fingerprint.slice(-16) : fingerprint.slice(0, 16);
    return { version, fingerprint, keyId, created, algorithm, hashed, material: material(algorithm, reader) };
}
function prefix(version, length) {
    const bytes = version === 4 ? Buffer.of(0x99, 0, 0) : Buffer.of(0x9b, 0, 0, 0, 0);
    bytes.writeUIntBE(length, 1, version === 4 ? 2 : 4);
    return bytes;
}
/** Public-key algorithms of RFC 9580 §9.1 that sign. */
function material(algorithm, reader) {
    switch (algorithm) {
        case 1:
        case 3:
            return rsa(reader);
        case 17:
            return { kind: 'dsa' };
        case 19:
            return ecdsa(reader);
        case 22:
            return eddsaLegacy(reader);
        case 27:
            return native('ed25519', 32, 64, reader);
        case 28:
            return native('ed448', 57, 114, reader);
        default:
            return undefined;
    }
}
function rsa(reader) {
    const n = reader.integer();
    const e = reader.integer();
    reader.end();
    const bits = n.length * 8 - Math.clz32(n[0] ?? 0) + 24;
    const jwk = { kty: 'RSA', n: n.toString('base64url'), e: e.toString('base64url') };
    return { kind: 'rsa', bits, key: keyOrMalformed(() => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)({ key: jwk, format: 'jwk' })) };
}
const ecdsaCurves = [
    { oid: '2a8648ce3d030107', size: 32 }, // NIST P-256
    { oid: '2b81040022', size: 48 }, // NIST P-384
    { oid: '2b81040023', size: 66 }, // NIST P-521
    { oid: '2b8104000a', size: 32 }, // secp256k1
    { oid: '2b2403030208010107', size: 32 }, // brainpoolP256r1
    { oid: '2b240303020801010b', size: 48 }, // brainpoolP384r1
    { oid: '2b240303020801010d', size: 64 }, // brainpoolP512r1
];
function ecdsa(reader) {
    const oid = reader.bytes(reader.uint8());
    const point = reader.integer();
    reader.end();
    const curve = ecdsaCurves.find((each) => each.oid === oid.toString('hex'));
    if (curve === undefined)
        return undefined;
    if (point[0] !== 4 || point.length !== 1 + 2 * curve.size)
        throw new _malformed_js__WEBPACK_IMPORTED_MODULE_2__/* .Malformed */ .s('holds an ECDSA key that is no point');
    const ecPublicKey = Buffer.from('06072a8648ce3d0201', 'hex');
    const der = subjectPublicKeyInfo(Buffer.concat([ecPublicKey, derElement(0x06, oid)]), point);
    return { kind: 'ecdsa', size: curve.size, key: fromDer(der) };
}
const ed25519Legacy = '2b06010401da470f01';
function eddsaLegacy(reader) {
    const oid = reader.bytes(reader.uint8());
    const point = reader.integer();
    reader.end();
    if (oid.toString('hex') !== ed25519Legacy)
        return undefined;
    if (point[0] !== 0x40 || point.length !== 33)
        throw new _malformed_js__WEBPACK_IMPORTED_MODULE_2__/* .Malformed */ .s('holds an Ed25519 key that is no point');
    return { kind: 'eddsa-legacy', key: edwards('Ed25519', point.subarray(1)) };
}
function native(kind, length, size, reader) {
    const point = reader.bytes(length);
    reader.end();
    return { kind, size, key: edwards(kind === 'ed25519' ? 'Ed25519' : 'Ed448', point) };
}
function edwards(crv, point) {
    const jwk = { kty: 'OKP', crv, x: point.toString('base64url') };
    return keyOrMalformed(() => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)({ key: jwk, format: 'jwk' }));
}
function fromDer(der) {
    return keyOrMalformed(() => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)({ key: der, format: 'der', type: 'spki' }));
}
function keyOrMalformed(create) {
    try {
        return create();
    }
    catch {
        throw new _malformed_js__WEBPACK_IMPORTED_MODULE_2__/* .Malformed */ .s('holds a public key that is none');
    }
}
/** RFC 5280 §4.1.2.7. */
function subjectPublicKeyInfo(algorithm, key) {
    const bits = derElement(0x03, Buffer.concat([Buffer.of(0), key]));
    return derElement(0x30, Buffer.concat([derElement(0x30, algorithm), bits]));
}
/** One DER element of at most 255 bytes of content. */
function derElement(tag, content) {
    const length = content.length < 0x80 ? [content.length] : [0x81, content.length];
    return Buffer.concat([Buffer.of(tag, ...length), content]);
}


/***/ }),

/***/ 4514:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ readSignaturePacket),
/* harmony export */   z: () => (/* binding */ secondsIn)
/* harmony export */ });
/* harmony import */ var _malformed_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(808);
/* harmony import */ var _openpgp_packet_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2191);


const digests = {
    1: { name: 'md5', isWeak: true, saltSize: -1 },
    2: { name: 'sha1', isWeak: true, saltSize: -1 },
    3: { name: 'ripemd160', isWeak: true, saltSize: -1 },
    8: { name: 'sha256', isWeak: false, saltSize: 16 },
    9: { name: 'sha384', isWeak: false, saltSize: 24 },
    10: { name: 'sha512', isWeak: false, saltSize: 32 },
    11: { name: 'sha224', isWeak: false, saltSize: 16 },
    12: { name: 'sha3-256', isWeak: false, saltSize: 16 },
    14: { name: 'sha3-512', isWeak: false, saltSize: 32 },
};
const none = Buffer.alloc(0);
/** Reads a signature packet's body. Throws Malformed or Unsupported. */
function readSignaturePacket(body) {
    const reader = new _openpgp_packet_js__WEBPACK_IMPORTED_MODULE_0__/* .OpenpgpReader */ .Z(body);
    const version = reader.uint8();
    if (version === 5)
        throw new _malformed_js__WEBPACK_IMPORTED_MODULE_1__/* .Unsupported */ .O('is of LibrePGP version 5, which is not supported');
    if (version !== 4 && version !== 6)
        throw new _malformed_js__WEBPACK_IMPORTED_MODULE_1__/* .Malformed */ .s('is of an OpenPGP version that is obsolete or unknown');
    const type = reader.uint8();
    const publicKeyAlgorithm = reader.uint8();
    const digest = digests[reader.uint8()];
    const hashed = reader.bytes(version === 4 ? reader.uint16() : reader.uint32());
    const hashedPart = body.subarray(0, reader.position);
    const unhashed = reader.bytes(version === 4 ? reader.uint16() : reader.uint32());
    reader.uint16(); // The digest's first bits are a hint, and GitHub's former key wrote them wrong.
    const salt = version === 6 ? reader.bytes(reader.uint8()) : none;
    const value = reader.rest();
    if (digest === undefined)
        throw new _malformed_js__WEBPACK_IMPORTED_MODULE_1__/* .Unsupported */ .O('uses a digest that is not supported');
    if (version === 6 && salt.length !== digest.saltSize)
        throw new _malformed_js__WEBPACK_IMPORTED_MODULE_1__/* .Malformed */ .s('has a salt of the wrong size');
    return {
        version,
        type,
        publicKeyAlgorithm,
        digest,
        hashed: subpackets(hashed),
        unhashed: subpackets(unhashed),
        salt,
        trailer: trailer(hashedPart),
        value,
    };
}
/** RFC 9580 §5.2.4: the hashed part, then the version, 0xFF and its length. */
function trailer(hashedPart) {
    const { length } = hashedPart;
    const bytes = Buffer.allocUnsafe(length + 6);
    bytes.set(hashedPart);
    bytes.writeUInt16BE(((hashedPart[0] ?? 0) << 8) | 0xff, length);
    bytes.writeUInt32BE(length, length + 2);
    return bytes;
}
function subpackets(area) {
    const reader = new _openpgp_packet_js__WEBPACK_IMPORTED_MODULE_0__/* .OpenpgpReader */ .Z(area);
    const found = [];
    while (!reader.atEnd) {
        const first = reader.uint8();
        const length = first < 192 ? first : first < 255 ? ((first - 192) << 8) + reader.uint8() + 192 : reader.uint32();
        if (length === 0)
            throw new _malformed_js__WEBPACK_IMPORTED_MODULE_1__/* .Malformed */ .s('holds an empty subpacket');
        const type = reader.uint8();
        found.push({ type: type & 0x7f, isCritical: (type & 0x80) !== 0, data: reader.bytes(length - 1) });
    }
    return found;
}
/** The four-byte value of a hashed subpacket that stands at most once. Throws Malformed. */
function secondsIn(hashed, type) {
    let seconds;
    for (const each of hashed) {
        if (each.type !== type)
            continue;
        if (seconds !== undefined || each.data.length !== 4)
            throw new _malformed_js__WEBPACK_IMPORTED_MODULE_1__/* .Malformed */ .s('holds a time that is none, or two');
        seconds = each.data.readUInt32BE();
    }
    return seconds;
}


/***/ }),

/***/ 4088:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ verifiesOpenpgp)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _malformed_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(808);
/* harmony import */ var _node_verify_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2827);
/* harmony import */ var _openpgp_packet_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2191);




/** The algorithm of a signature that a key's algorithm makes; RSA has one for signing only. */
function goesWith(signature, key) {
    const isRsa = (algorithm) => algorithm === 1 || algorithm === 3;
    const { publicKeyAlgorithm } = signature;
    return publicKeyAlgorithm === key.algorithm || (isRsa(publicKeyAlgorithm) && isRsa(key.algorithm));
}
/**
 * Whether `signature` is `key`'s over `document` (RFC 9580 §5.2.4). Weak digests and short keys are verified as well:
 * calling them weak is the caller's. Throws Malformed for a value of the wrong form, Unsupported for what node:crypto lacks.
 */
function verifiesOpenpgp(signature, key, document) {
    if (signature.version !== key.version)
        throw new _malformed_js__WEBPACK_IMPORTED_MODULE_2__/* .Malformed */ .s('is of another OpenPGP version than the key it names');
    if (!goesWith(signature, key))
        throw new _malformed_js__WEBPACK_IMPORTED_MODULE_2__/* .Malformed */ .s('uses another algorithm than the key it names');
    const { material } = key;
    if (material === undefined || material.kind === 'dsa')
        throw new _malformed_js__WEBPACK_IMPORTED_MODULE_2__/* .Unsupported */ .O('uses an algorithm that is not supported');
    const value = signatureValue(signature, material);
    const hashed = Buffer.concat([signature.salt, document, signature.trailer]);
    const { name } = signature.digest;
    switch (material.kind) {
        case 'rsa':
            return (0,_node_verify_js__WEBPACK_IMPORTED_MODULE_1__/* .nodeVerify */ .Y)(name, hashed, material.key, value);
        case 'ecdsa':
            return (0,_node_verify_js__WEBPACK_IMPORTED_MODULE_1__/* .nodeVerify */ .Y)(name, hashed, { key: material.key, dsaEncoding: 'ieee-p1363' }, value);
        default:
            return (0,_node_verify_js__WEBPACK_IMPORTED_MODULE_1__/* .nodeVerify */ .Y)(null, digestOf(name, hashed), material.key, value);
    }
}
/** The digest an EdDSA signature signs (RFC 9580 §5.2.3.3). */
function digestOf(name, hashed) {
    try {
        return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)(name, hashed, 'buffer');
    }
    catch {
        throw new _malformed_js__WEBPACK_IMPORTED_MODULE_2__/* .Unsupported */ .O(`uses the digest ${name}, which this system's node lacks`);
    }
}
/** The signature's value as node:crypto takes it, every integer exact and nothing left over. */
function signatureValue({ value }, material) {
    const reader = new _openpgp_packet_js__WEBPACK_IMPORTED_MODULE_3__/* .OpenpgpReader */ .Z(value);
    const read = () => {
        switch (material.kind) {
            case 'rsa':
                return padded(reader.integer(), Math.ceil(material.bits / 8));
            case 'ecdsa':
                return Buffer.concat([padded(reader.integer(), material.size), padded(reader.integer(), material.size)]);
            case 'eddsa-legacy':
                return Buffer.concat([padded(reader.integer(), 32), padded(reader.integer(), 32)]);
            default:
                return reader.bytes(material.size);
        }
    };
    const bytes = read();
    reader.end();
    return bytes;
}
function padded(integer, size) {
    if (integer.length === size)
        return integer;
    if (integer.length > size)
        throw new _malformed_js__WEBPACK_IMPORTED_MODULE_2__/* .Malformed */ .s('holds a number larger than its key');
    return Buffer.concat([Buffer.alloc(size - integer.length), integer]);
}


/***/ }),

/***/ 6892:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ readRevokedKeys),
/* harmony export */   e: () => (/* binding */ normalFingerprint)
/* harmony export */ });
/* harmony import */ var _malformed_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(808);
/* harmony import */ var _ssh_public_key_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7647);


/**
 * Reads `revoked`: one per line an OpenPGP fingerprint (40 or 64 hex digits, spaces allowed), the SHA-256 of an X.509
 * certificate, an SSH `SHA256:…`, or an SSH public key. Fingerprints come out as `normalFingerprint` writes them.
 */
function readRevokedKeys(file) {
    const fingerprints = new Set();
    const problems = [];
    for (const [index, text] of file.bytes.toString('utf8').split('\n').entries()) {
        const content = text
            .replace(/(?:^|\s)#.*$/, '')
            .replaceAll('\uFEFF', '')
            .trim();
        if (content === '')
            continue;
        const fingerprint = normalFingerprint(content) ?? sshKeyFingerprint(content);
        if (fingerprint === undefined) {
            const what = 'The line is neither a full fingerprint nor an SSH public key, so what it revokes is not known.';
            problems.push({ file: file.path, line: index + 1, what });
        }
        else {
            fingerprints.add(fingerprint);
        }
    }
    return { fingerprints, problems };
}
/** A fingerprint in the one form it is compared in: upper-case hex, or `SHA256:` and base64 without padding; else undefined. */
function normalFingerprint(text) {
    const ssh = /^SHA256:([A-Za-z0-9+/]{43})=?$/.exec(text);
    if (ssh !== null)
        return `SHA256:${ssh[1]}`;
    const hex = text.replace(/^0x/i, '').replaceAll(/[ :]/g, '').toUpperCase();
    return /^(?:[0-9A-F]{40}|[0-9A-F]{64})$/.test(hex) ? hex : undefined;
}
/** The fingerprint of a key as it stands in a `.pub` file, also behind principals or options. */
function sshKeyFingerprint(text) {
    const match = /(?:^|\s)((?:ssh|ecdsa|sk)-[a-z0-9@.-]+)\s+([A-Za-z0-9+/]+={0,2})(?:\s|$)/.exec(text);
    if (match === null)
        return undefined;
    try {
        const key = (0,_ssh_public_key_js__WEBPACK_IMPORTED_MODULE_0__/* .readSshPublicKey */ .tT)(Buffer.from(match[2] ?? '', 'base64'));
        return key.type === match[1] ? key.fingerprint : undefined;
    }
    catch (error) {
        if (error instanceof _malformed_js__WEBPACK_IMPORTED_MODULE_1__/* .Malformed */ .s || error instanceof _malformed_js__WEBPACK_IMPORTED_MODULE_1__/* .Unsupported */ .O)
            return undefined;
        throw error;
    }
}


/***/ }),

/***/ 7647:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   gy: () => (/* binding */ certifiedType),
/* harmony export */   pq: () => (/* binding */ readSshKeyFields),
/* harmony export */   tT: () => (/* binding */ readSshPublicKey)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _malformed_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(808);
/* harmony import */ var _ssh_wire_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8097);



const curves = {
    nistp256: { jwk: 'P-256', digest: 'sha256', size: 32 },
    nistp384: { jwk: 'P-384', digest: 'sha384', size: 48 },
    nistp521: { jwk: 'P-521', digest: 'sha512', size: 66 },
};
const certificateSuffix = '-cert-v01@openssh.com';
/** The plain type of a certificate's type, or undefined where `type` is no certificate's. */
function certifiedType(type) {
    if (!type.endsWith(certificateSuffix))
        return undefined;
    const plain = type.slice(0, -certificateSuffix.length);
    return plain.startsWith('sk-') ? `${plain}@openssh.com` : plain;
}
/** Reads a plain public key blob whole. Throws Malformed, or Unsupported for a type that is not known. */
function readSshPublicKey(blob) {
    const reader = new _ssh_wire_js__WEBPACK_IMPORTED_MODULE_1__/* .SshReader */ .o(blob);
    const key = readSshKeyFields(reader.name(), reader);
    reader.end();
    return key;
}
/** Reads the fields that follow a plain key type; in a certificate they follow the nonce. */
function readSshKeyFields(type, reader) {
    switch (type) {
        case 'ssh-ed25519':
        case 'sk-ssh-ed25519@openssh.com':
            return ed25519(type, reader);
        case 'ecdsa-sha2-nistp256':
        case 'ecdsa-sha2-nistp384':
        case 'ecdsa-sha2-nistp521':
        case 'sk-ecdsa-sha2-nistp256@openssh.com':
            return ecdsa(type, reader);
        case 'ssh-rsa':
            return rsa(type, reader);
        case 'ssh-dss': {
            const fields = [1, 2, 3, 4].map(() => reader.positiveInteger());
            const wire = fields.map(wireInteger);
            return describe(type, 'dsa', wire, { key: undefined });
        }
        default:
            throw new _malformed_js__WEBPACK_IMPORTED_MODULE_2__/* .Unsupported */ .O(`uses the SSH key type ${printable(type)}, which is not supported`);
    }
}
function ed25519(type, reader) {
    const point = reader.string();
    if (point.length !== 32)
        throw new _malformed_js__WEBPACK_IMPORTED_MODULE_2__/* .Malformed */ .s('holds an Ed25519 key of the wrong length');
    const application = type.startsWith('sk-') ? reader.string() : undefined;
    const key = keyFrom({ kty: 'OKP', crv: 'Ed25519', x: point.toString('base64url') });
    return describe(type, 'ed25519', [point, ...(application ? [application] : [])], { key, application });
}
function ecdsa(type, reader) {
    const name = reader.name();
    const curve = curves[name];
    if (curve === undefined || !type.includes(name))
        throw new _malformed_js__WEBPACK_IMPORTED_MODULE_2__/* .Malformed */ .s('holds an ECDSA key on another curve than it says');
    const point = reader.string();
    if (point[0] !== 4 || point.length !== 1 + 2 * curve.size)
        throw new _malformed_js__WEBPACK_IMPORTED_MODULE_2__/* .Malformed */ .s('holds an ECDSA key that is no point');
    const application = type.startsWith('sk-') ? reader.string() : undefined;
    const key = keyFrom({
        kty: 'EC',
        crv: curve.jwk,
        x: point.toString('base64url', 1, 1 + curve.size),
        y: point.toString('base64url', 1 + curve.size),
    });
    const fields = [Buffer.from(name), point, ...(application ? [application] : [])];
    return describe(type, 'ecdsa', fields, { key, curve, application });
}
function rsa(type, reader) {
    const e = reader.positiveInteger();
    const n = reader.positiveInteger();
    const modulusBits = n.length * 8 - Math.clz32(n[0] ?? 0) + 24;
    if (modulusBits > 16_384)
        throw new _malformed_js__WEBPACK_IMPORTED_MODULE_2__/* .Unsupported */ .O('uses an RSA key of more than 16384 bits');
    const key = keyFrom({ kty: 'RSA', n: n.toString('base64url'), e: e.toString('base64url') });
    return describe(type, 'rsa', [wireInteger(e), wireInteger(n)], { key, modulusBits });
}
function keyFrom(jwk) {
    try {
        return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)({ key: jwk, format: 'jwk' });
    }
    catch {
        throw new _malformed_js__WEBPACK_IMPORTED_MODULE_2__/* .Malformed */ .s('holds a public key that is none');
    }
}
function describe(type, algorithm, fields, rest) {
    const blob = Buffer.concat([Buffer.from(type), ...fields].map(_ssh_wire_js__WEBPACK_IMPORTED_MODULE_1__/* .sshString */ ._));
    return {
        type,
        algorithm,
        curve: rest.curve,
        application: rest.application,
        modulusBits: rest.modulusBits,
        fingerprint: `SHA256:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(blob).digest('base64').replace(/=+$/, '')}`,
        line: `${type} ${blob.toString('base64')}`,
        key: rest.key,
    };
}
/** The content of an mpint: a zero byte before a first byte with the high bit set. */
function wireInteger(bytes) {
    return (bytes[0] ?? 0) < 0x80 ? bytes : Buffer.concat([Buffer.alloc(1), bytes]);
}
/** A hostile name, made fit for a sentence. */
function printable(name) {
    return name.replace(/[^\x21-\x7e]/g, '?').slice(0, 64);
}


/***/ }),

/***/ 8097:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ sshString),
/* harmony export */   o: () => (/* binding */ SshReader)
/* harmony export */ });
/* harmony import */ var _byte_reader_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7595);
/* harmony import */ var _malformed_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(808);


/** Reads the SSH wire encoding (RFC 4251 §5). */
class SshReader extends _byte_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .ByteReader */ .k {
    uint64() {
        return this.bytes(8).readBigUInt64BE();
    }
    string() {
        return this.bytes(this.uint32());
    }
    /** A string that is a name: no NUL, each byte one character. */
    name() {
        const text = this.string().toString('latin1');
        if (text.includes('\0'))
            throw new _malformed_js__WEBPACK_IMPORTED_MODULE_1__/* .Malformed */ .s('has a NUL byte in a name');
        return text;
    }
    /** A positive multiple precision integer in its one shortest form, leading zero taken off. */
    positiveInteger() {
        const bytes = this.string();
        const [first, second] = bytes;
        if (first === undefined || first >= 0x80)
            throw new _malformed_js__WEBPACK_IMPORTED_MODULE_1__/* .Malformed */ .s('holds a number that is not positive');
        if (first > 0)
            return bytes;
        if (second === undefined || second < 0x80)
            throw new _malformed_js__WEBPACK_IMPORTED_MODULE_1__/* .Malformed */ .s('holds a number with needless zeros');
        return bytes.subarray(1);
    }
    /** Throws unless everything was read. */
    end() {
        if (!this.atEnd)
            throw new _malformed_js__WEBPACK_IMPORTED_MODULE_1__/* .Malformed */ .s('is followed by further bytes');
    }
}
/** `bytes` as an SSH string: its length, then itself. */
function sshString(bytes) {
    const content = typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes;
    const encoded = Buffer.allocUnsafe(4 + content.length);
    encoded.writeUInt32BE(content.length);
    encoded.set(content, 4);
    return encoded;
}


/***/ }),

/***/ 5100:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ decodeText)
/* harmony export */ });
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


/***/ }),

/***/ 6648:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  h: () => (/* binding */ parseYaml)
});

;// CONCATENATED MODULE: ./build/yaml/node.js
/** No document lists more duplicates than these. */
const duplicatesKept = 100;
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
    /** The next value of the stream; undefined at its end. Throws UnreadableError. */
    next() {
        this.#skipSpace();
        if (this.#at >= this.#end)
            return undefined;
        this.#duplicates = [];
        this.#path = [];
        const start = this.#at;
        try {
            const root = this.#value();
            return { root, start, end: this.#at, duplicates: this.#duplicates, conflict: undefined };
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
            if (entries.has(key) && this.#duplicates.length < duplicatesKept)
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

;// CONCATENATED MODULE: ./build/yaml/scalar-event.js

const styles = {
    [js_yaml/* SCALAR_STYLE */.jK.PLAIN]: 'plain',
    [js_yaml/* SCALAR_STYLE */.jK.SINGLE_QUOTED]: 'single-quoted',
    [js_yaml/* SCALAR_STYLE */.jK.DOUBLE_QUOTED]: 'double-quoted',
    [js_yaml/* SCALAR_STYLE */.jK.LITERAL_BLOCK]: 'literal',
    [js_yaml/* SCALAR_STYLE */.jK.FOLDED_BLOCK]: 'folded',
};
/** How a scalar is written; undefined where nothing is. */
function styleOf(event) {
    return event.valueStart === -1 ? undefined : styles[event.style];
}
/** Offset of a scalar's first character: its quote, or the first one of a block's body; -1 where nothing is written. */
function startOf(text, event) {
    if (event.valueStart === -1 || event.style === js_yaml/* SCALAR_STYLE */.jK.PLAIN)
        return event.valueStart;
    if (event.style === js_yaml/* SCALAR_STYLE */.jK.SINGLE_QUOTED || event.style === js_yaml/* SCALAR_STYLE */.jK.DOUBLE_QUOTED) {
        return event.valueStart - 1;
    }
    let start = event.valueStart;
    while (start < event.valueEnd && text.charCodeAt(start) === 32)
        start++;
    return start;
}
/** A scalar's tag with its handle resolved and percent-encoding undone, as libyaml gives it. */
function tagOf(text, event, handles) {
    const raw = text.slice(event.tagStart, event.tagEnd);
    if (raw.startsWith('!<'))
        return decode(raw.slice(2, -1));
    const handle = raw.slice(0, raw.indexOf('!', 1) + 1 || 1);
    return decode((handles.get(handle) ?? handle) + raw.slice(handle.length));
}
function decode(tag) {
    if (!tag.includes('%'))
        return tag;
    try {
        return decodeURIComponent(tag);
    }
    catch {
        return tag;
    }
}

;// CONCATENATED MODULE: ./build/yaml/compose-yaml.js




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
    #conflict;
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
            conflict: this.#conflict,
        };
    }
    #begin(event) {
        this.#anchors = new Map();
        this.#aliases = 0;
        this.#charged = 0;
        this.#path = [];
        this.#duplicates = [];
        this.#conflict = undefined;
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
        const start = startOf(this.#text, event);
        return { value, start: start === -1 ? -1 : this.#file(start), style: styleOf(event), size: 1 };
    }
    #scalarValue(event, text) {
        if (event.tagStart === -1)
            return event.style === js_yaml/* SCALAR_STYLE */.jK.PLAIN ? resolvePlain(text) : text;
        try {
            return resolveTagged(tagOf(this.#text, event, this.#handles), text);
        }
        catch (error) {
            if (error instanceof ScalarError)
                throw this.#error('syntax', event.tagStart, error.message);
            throw error;
        }
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
        const draft = { value: Object.create(null), entries: new Map(), merged: undefined, size: 1 };
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
            if (isOwn(draft, key) && this.#duplicates.length < duplicatesKept) {
                this.#duplicates.push({ path: this.#path.slice(0, depth + 1), offset: keyStart });
            }
            draft.merged?.delete(key);
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
        const start = startOf(this.#text, event);
        return start === -1 ? Math.max(event.tagStart, event.anchorStart - 1, 0) : start;
    }
    #key(event) {
        const node = this.#node(true);
        const isScalar = event.type === js_yaml/* EVENT_ID */.hy.SCALAR && event.valueStart !== -1;
        const aliased = typeof node.value === 'number' ? String(node.value) : '';
        const key = keyText(node.value, isScalar ? (0,js_yaml/* getScalarValue */.KE)(this.#text, event) : aliased);
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
        const tag = tagOf(this.#text, event, this.#handles);
        return tag === mergeTag || tag === '!';
    }
    #merge(draft, at) {
        // go-yaml v3 keeps the keys written in the mapping itself, and only the last of several merge keys.
        let isConflict = draft.merged !== undefined;
        draft.merged ??= new Set();
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
                if (!isOwn(draft, key))
                    draft.merged.add(key);
                else
                    isConflict ||= draft.value[key] !== entry.node.value;
                draft.value[key] = entry.node.value;
                draft.entries.set(key, entry);
                draft.size += entry.node.size;
            }
        }
        if (isConflict)
            this.#conflict ??= this.#file(at);
    }
    #error(reason, at, detail) {
        return new UnreadableError(reason, this.#file(at), detail);
    }
    #file(offset) {
        return this.#parsed.original(offset);
    }
}
/** Whether a key is written in the mapping itself. */
function isOwn(draft, key) {
    return key in draft.value && draft.merged?.has(key) !== true;
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
    if (/^\s*(?:\.\.\.\s*)?$/.test(source.yaml.slice(slice.start, slice.end)))
        return { documents: [], error: undefined };
    if (looksLikeJson(source.json, slice.start)) {
        const json = collect(new JsonComposer(source.json, slice.start, slice.end, limits), limits);
        const isJson = json.documents.length > 0 || json.error?.reason === 'depth';
        if (json.error === undefined)
            return json;
        if (isJson)
            return isRemark(source.yaml.slice(json.error.offset, slice.end)) ? { ...json, error: undefined } : json;
    }
    try {
        return collect(new YamlComposer(parseEvents(source.yaml, slice.start, slice.end, limits), limits), limits);
    }
    catch (error) {
        if (error instanceof UnreadableError)
            return { documents: [], error };
        throw error;
    }
}
/** One document over the limit is enough to see that it is exceeded. */
function collect(composer, limits) {
    const documents = [];
    try {
        for (let one = composer.next(); one !== undefined && documents.length <= limits.documents; one = composer.next()) {
            documents.push(one);
        }
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

// EXTERNAL MODULE: ./build/yaml/decode-text.js
var decode_text = __webpack_require__(5100);
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
const line = /[^\r\n]*(?:\r\n?|\n)?/y;
/** Offset of the next line; a lone carriage return ends one too. */
function endOfLine(text, from) {
    line.lastIndex = from;
    line.test(text);
    return line.lastIndex;
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
        const all = { line: 1, column: 1, firstLine: 1, lastLine: Number.MAX_SAFE_INTEGER };
        return { documents: [], unreadable: [{ reason: 'bytes', detail, ...all }] };
    }
    const { text, invalidAt } = (0,decode_text/* decodeText */.g)(bytes);
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
            this.#report('encoding', invalidAt, this.#all(), 'the bytes are no valid UTF-8 or UTF-16');
        for (const [count, slice] of splitDocuments(this.#text.yaml).entries()) {
            // Empty ones count here: each costs something.
            if (count > 2 * this.#limits.documents) {
                this.#reportDocuments(slice.start);
                break;
            }
            if (slice.trailing !== undefined) {
                this.#report('syntax', slice.trailing, slice, 'text follows a document separator; kubectl stops reading there');
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
                this.#reportDocuments(composed.start);
                return false;
            }
            const own = composed.end === undefined ? slice : { ...slice, start: composed.start, end: composed.end };
            const recompose = () => composeSlice(this.#text, own, this.#limits).documents[own === slice ? ordinal : 0]?.root;
            if (composed.conflict !== undefined)
                this.#report('ambiguous', composed.conflict, own, mergeConflict);
            this.#documents.push(new TextDocument(composed, this.#lines, recompose));
        }
        // Text after a separator has been reported already.
        if (error !== undefined && slice.trailing === undefined)
            this.#report(error.reason, error.offset, slice, error.message);
        return true;
    }
    #all(start = 0) {
        return { start, end: this.#text.yaml.length };
    }
    #reportDocuments(offset) {
        this.#report('documents', offset, this.#all(offset), `more than ${this.#limits.documents} documents (limit documents)`);
    }
    #report(reason, offset, stretch, detail) {
        const firstLine = this.#lines.place(stretch.start).line;
        const lastLine = this.#lines.place(Math.max(stretch.end - 1, stretch.start)).line;
        this.#unreadable.push({ reason, detail, firstLine, lastLine, ...this.#lines.place(offset) });
    }
}


/***/ })

};
