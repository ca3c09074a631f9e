export const id = 544;
export const ids = [544];
export const modules = {

/***/ 9405:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ isCandidate)
/* harmony export */ });
/**
 * Kinds without whose name, as a whole word, no role or binding can be written: those of RBAC and lists of them, and the
 * operator bundles that ask for permissions.
 */
const kinds = ['Role', 'ClusterServiceVersion'].map((text) => Buffer.from(text));
/** An escape may stand right before it, in a manifest that another one holds as a string: `"kind:\tRole"`. */
const kindWord = /(?:(?<![0-9A-Za-z])|(?<=\\[0abefnrtvNLP_]))(?:(?:Cluster)?Role(?:Binding)?|ClusterServiceVersion)(?:List)?(?![0-9A-Za-z])/;
/** Escapes that write a letter, and escaped line breaks (also NEL, LS and PS), which join what stands around them. */
const letterEscape = /\\(?:[xuU\r\n]|\xc2\x85|\xe2\x80[\xa8\xa9])/;
/** Tags that decode their text: `!!binary`, written plainly, percent-encoded or by a handle. */
const binaryTag = /![^\s]{0,64}(?:binary|%[0-9A-Fa-f]{2})|%TAG/;
/**
 * Whether a file can hold a role, a binding or an operator bundle. A superset of what `parseYaml` and
 * `resourcesOf` read as such, however it is escaped, tagged or encoded; much cheaper than reading it.
 */
function isCandidate(bytes) {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (kinds.some((kind) => buffer.includes(kind)) && kindWord.test(buffer.toString('latin1')))
        return true;
    // UTF-16 of these letters has zero bytes.
    if (buffer.includes(0))
        return true;
    if (buffer.includes(0x5c) && letterEscape.test(buffer.toString('latin1')))
        return true;
    return (buffer.includes(0x21) || buffer.includes('%TAG')) && binaryTag.test(buffer.toString('latin1'));
}


/***/ }),

/***/ 982:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  L: () => (/* binding */ hasManifestExtension),
  T: () => (/* binding */ readFile)
});

// EXTERNAL MODULE: ./build/yaml/decode-text.js
var decode_text = __webpack_require__(5100);
// EXTERNAL MODULE: ./build/yaml/parse-yaml.js + 10 modules
var parse_yaml = __webpack_require__(6648);
// EXTERNAL MODULE: ./build/kube/candidate.js
var candidate = __webpack_require__(9405);
// EXTERNAL MODULE: ./build/scalar-text.js
var scalar_text = __webpack_require__(6500);
;// CONCATENATED MODULE: ./build/kube/resources.js
const nothing = { apiVersion: undefined, kind: undefined };
/**
 * The Kubernetes objects of a document; none where it is no Kubernetes object. As in apimachinery's unstructured
 * decoder, whatever has `items` is a list, and the items of a `RoleList` that name no kind are `Role`s.
 */
function resourcesOf(document, file) {
    return [...resources_open(document, file, document.value, [], nothing)];
}
function* resources_open(document, file, value, path, inherited) {
    if (!isData(value))
        return;
    const apiVersion = resources_text(value.apiVersion) ?? inherited.apiVersion;
    const kind = resources_text(value.kind) ?? inherited.kind;
    const items = value.items;
    if (Array.isArray(items)) {
        const own = { apiVersion, kind: kind?.endsWith('List') ? kind.slice(0, -'List'.length) || undefined : undefined };
        for (const [index, item] of items.entries()) {
            yield* resources_open(document, file, item, [...path, 'items', index], own);
        }
        if (kind?.endsWith('List'))
            return;
    }
    if (apiVersion !== undefined && kind !== undefined)
        yield new ManifestResource(document, file, value, path, apiVersion, kind);
}
class ManifestResource {
    group;
    version;
    kind;
    apiVersion;
    namespace;
    name;
    file;
    value;
    document;
    path;
    constructor(document, file, value, path, apiVersion, kind) {
        const slash = apiVersion.indexOf('/');
        this.group = slash === -1 ? '' : apiVersion.slice(0, slash);
        this.version = apiVersion.slice(slash + 1);
        this.apiVersion = apiVersion;
        this.kind = kind;
        const metadata = isData(value.metadata) ? value.metadata : {};
        this.namespace = resources_text(metadata.namespace);
        this.name = resources_text(metadata.name) ?? resources_text(metadata.generateName) ?? '';
        this.file = file;
        this.value = value;
        this.document = document;
        this.path = path;
    }
    at(path) {
        return { file: this.file, ...this.document.at([...this.path, ...path]) };
    }
    valueAt(path) {
        return { file: this.file, ...this.document.valueAt([...this.path, ...path]) };
    }
    styleAt(path) {
        return this.document.styleAt([...this.path, ...path]);
    }
}
function isData(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** A non-empty string; the API takes nothing else for these fields. */
function resources_text(value) {
    return typeof value === 'string' && value !== '' ? value : undefined;
}

;// CONCATENATED MODULE: ./build/kube/template-actions.js

/** Private-use characters, one for each of ASCII: YAML takes them in any scalar, and nobody writes them. */
const base = 0xe000;
/**
 * The documents of a Helm template, read without rendering it: every action stands in its place as the text it is, both
 * branches of a condition stay, and an action that only quotes a text is that text. Equal actions are equal text, so that a
 * binding still names the role beside it.
 */
function readTemplate(text, limits) {
    const { documents } = (0,parse_yaml/* parseYaml */.h)(Buffer.from(withoutActions(text)), limits);
    return documents.map((document) => ({
        value: revealed(document.value),
        line: document.line,
        at: (path) => document.at(path.map(hiddenStep)),
        valueAt: (path) => document.valueAt(path.map(hiddenStep)),
        styleAt: (path) => document.styleAt(path.map(hiddenStep)),
        duplicateKeys: [],
    }));
}
/** The template with every action hidden, each as long as before: lines of nothing but actions and comments become blank. */
function withoutActions(text) {
    return withoutComments(text)
        .replace(/^[^\S\n]*(?:\{\{(?:[^{}]|\{(?!\{)|\}(?!\}))*\}\}[^\S\n]*)+$/gm, blank)
        .replace(/\{\{((?:[^{}]|\{(?!\{)|\}(?!\}))*)\}\}/g, (action, code) => {
        const quoted = /^-?\s{0,20}["`]([\w*./:-]*)["`]\s{0,20}(?:\|\s{0,20}quote\s{0,20})?-?$/.exec(code);
        if (quoted?.[1] === undefined)
            return template_actions_hidden(action);
        return (quoted[1].startsWith('*') ? `'${quoted[1]}'` : quoted[1]).padEnd(action.length);
    });
}
/** A comment ends at its first asterisk and slash: text/template refuses one that does not end its action as well. */
function withoutComments(text) {
    const kept = [];
    let done = 0;
    let end = 0;
    for (const { index, 0: opening } of text.matchAll(/\{\{(?:-\s)?\/\*/g)) {
        if (index < done)
            continue;
        const start = index + opening.length;
        // Many that stay open share one end: it is looked for once.
        if (end < start)
            end = text.indexOf('*/', start);
        if (end === -1)
            break;
        const close = /^(?:\s-)?\}\}/.exec(text.slice(end + 2, end + 6))?.[0];
        if (close === undefined)
            continue;
        kept.push(text.slice(done, index), blank(text.slice(index, end + 2 + close.length)));
        done = end + 2 + close.length;
    }
    return kept.join('') + text.slice(done);
}
function blank(lines) {
    return lines.replaceAll(/[^\n]/g, ' ');
}
/** Line breaks and the indentation after them stay: the lines below keep their numbers. */
function template_actions_hidden(text) {
    return text.replaceAll(/\n\s*|[\x20-\x7e]/g, (part) => part.length > 1 || part === '\n' ? part : String.fromCharCode(base + part.charCodeAt(0)));
}
function shown(text) {
    return text.replaceAll(/[\ue020-\ue07e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - base));
}
function hiddenStep(step) {
    return typeof step === 'string' && step.includes('{{') ? step.replaceAll(/\{\{.*?\}\}/gs, template_actions_hidden) : step;
}
function revealed(value) {
    if (typeof value === 'string')
        return shown(value);
    if (Array.isArray(value))
        return value.map(revealed);
    if (typeof value !== 'object' || value === null)
        return value;
    const copy = Object.create(null);
    for (const [key, item] of Object.entries(value))
        copy[shown(key)] = revealed(item);
    return copy;
}

;// CONCATENATED MODULE: ./build/kube/embedded.js




const rbacKinds = new Set(['Role', 'ClusterRole', 'RoleBinding', 'ClusterRoleBinding']);
const groups = /^(?:rbac\.authorization\.k8s\.io\/|authorization\.openshift\.io\/|v1$)/;
const content = ['rules', 'subjects', 'roleRef', 'aggregationRule', 'userNames', 'groupNames', 'data', 'stringData'];
/** Manifests inside a string inside a string: one a controller unpacks, and one more. */
const deepest = 2;
/**
 * Roles, bindings and Secrets that stand inside another object: a chart's `extraObjects`, the values of a HelmRelease;
 * roles and bindings also in its strings: a manifest in a ConfigMap, an inline patch of a kustomization. `resources` are
 * those the document has at its surface.
 */
function embeddedObjects(document, file, resources, limits) {
    const surface = new Set(resources.map(({ value }) => value));
    return [...search(document, file, document.value, [], surface, limits, 0)];
}
function* search(document, file, value, path, surface, limits, depth) {
    if (typeof value === 'string') {
        // Aliases repeat one string; what it holds is read once.
        if (depth < deepest && !surface.has(value))
            yield* inText(document, file, value, path, surface, limits, depth);
    }
    else if (typeof value === 'object' && value !== null) {
        if (!surface.has(value) && (isEmbedded(value) || isList(value))) {
            const part = new Part(document, path, versioned(value));
            const found = resourcesOf(part, file).filter((each) => !surface.has(each.value));
            yield* found.map(marked);
            return;
        }
        const entries = Array.isArray(value) ? value.entries() : Object.entries(value);
        for (const [key, inner] of entries) {
            yield* search(document, file, inner, [...path, key], surface, limits, depth);
        }
    }
}
/** Whether an object grants or binds something: a mere reference to a role does neither. */
function isEmbedded({ apiVersion, kind, metadata, ...rest }) {
    if (typeof kind !== 'string' || typeof metadata !== 'object')
        return false;
    if (!rbacKinds.has(kind) && (kind !== 'Secret' || apiVersion === undefined))
        return false;
    if (apiVersion !== undefined && (typeof apiVersion !== 'string' || !groups.test(apiVersion)))
        return false;
    return content.some((field) => rest[field] !== undefined);
}
function* inText(document, file, text, path, surface, limits, depth) {
    surface.add(text);
    if (!text.includes('Role') || !text.includes('kind') || !text.includes('metadata'))
        return;
    // Charts take such strings as templates.
    const documents = text.includes('{{') ? readTemplate(text, limits) : (0,parse_yaml/* parseYaml */.h)(Buffer.from(text), limits).documents;
    for (const inner of documents) {
        const placed = new Quoted(inner, document, path);
        // Its Secrets are found where the string is judged.
        const objects = [...search(placed, file, inner.value, [], surface, limits, depth + 1)];
        yield* objects.filter(({ kind }) => rbacKinds.has(kind));
    }
}
/** Kustomize takes patches that state no version. */
function versioned(value) {
    const { apiVersion, kind } = value;
    return apiVersion === undefined && rbacKinds.has((0,scalar_text/* scalarText */.w)(kind))
        ? { apiVersion: 'rbac.authorization.k8s.io/v1', ...value }
        : value;
}
/** Typed lists, whose items say neither kind nor version. */
function isList(value) {
    if (typeof value !== 'object' || value === null)
        return false;
    return /^(?:Cluster)?Role(?:Binding)?List$/.test((0,scalar_text/* scalarText */.w)(value.kind));
}
function marked(resource) {
    return Object.assign(resource, { isEmbedded: true });
}
/** A part of a document, as a document. */
class Part {
    duplicateKeys = [];
    value;
    #whole;
    #path;
    constructor(whole, path, value) {
        this.#whole = whole;
        this.#path = path;
        this.value = value;
    }
    get line() {
        return this.at([]).line;
    }
    at(path) {
        return this.#whole.at([...this.#path, ...path]);
    }
    valueAt(path) {
        return this.#whole.valueAt([...this.#path, ...path]);
    }
    styleAt(path) {
        return this.#whole.styleAt([...this.#path, ...path]);
    }
}
/** A document that stands in a string of another: its lines are the file's where the string is a literal block. */
class Quoted {
    duplicateKeys = [];
    value;
    #inner;
    #outer;
    #path;
    constructor(inner, outer, path) {
        this.value = inner.value;
        this.#inner = inner;
        this.#outer = outer;
        this.#path = path;
    }
    get line() {
        return this.#placed({ line: this.#inner.line, column: 1 }).line;
    }
    at(path) {
        return this.#placed(this.#inner.at(path));
    }
    valueAt(path) {
        return this.#placed(this.#inner.valueAt(path));
    }
    styleAt(path) {
        return this.#inner.styleAt(path);
    }
    #placed({ line, column }) {
        if (this.#outer.styleAt(this.#path) !== 'literal')
            return this.#outer.at(this.#path);
        const start = this.#outer.valueAt(this.#path);
        return { line: start.line + line - 1, column: start.column + column - 1 };
    }
}

;// CONCATENATED MODULE: ./build/kube/read-file.js






/** Reads one side of a touched file and decides what it is. Pure; never throws. */
function readFile(content) {
    const { mode, bytes, size, limits } = content;
    // Where it points is worth knowing; it is never followed.
    if (mode === '120000')
        return { ...unread(content, 'symlink'), bytes: bytes ?? Buffer.alloc(0) };
    if (mode === '160000')
        return unread(content, 'submodule');
    if (bytes === undefined || bytes.length > limits.bytes)
        return { ...unread(content, 'oversize'), unreadable: [tooLarge(content)] };
    if (size < 1024 && bytes.includes('version https://git-lfs.github.com/spec/'))
        return unread(content, 'lfs-pointer');
    return readBytes(content, bytes);
}
function readBytes(content, bytes) {
    const { path, id, mode, size, limits } = content;
    const isBinary = bytes.includes(0) && !hasUtf16Mark(bytes);
    if (isBinary && !hasTrace(bytes.toString('latin1')))
        return { ...unread(content, 'binary'), bytes };
    const { text } = (0,decode_text/* decodeText */.g)(bytes);
    const side = { id, mode, size, text, bytes };
    if (!hasManifestExtension(path) && !hasTrace(text))
        return { ...side, ...asText };
    const { documents, unreadable } = (0,parse_yaml/* parseYaml */.h)(bytes, limits);
    if (unreadable.length > 0 && content.inChart && isTemplatePath(path) && text.includes('{{')) {
        const template = readTemplate(text, limits);
        return {
            ...side,
            structure: 'template',
            documents: template,
            resources: objects(template, content, bytes, text),
            unreadable: [],
        };
    }
    const resources = objects(documents, content, bytes, text);
    const parsed = { ...side, documents, resources };
    const structure = structureOf(path, text, documents, resources, unreadable);
    if (structure === 'manifest')
        return { ...parsed, structure, unreadable };
    if (documents.length > 0 && unreadable.every(({ reason }) => reason === 'ambiguous')) {
        return { ...parsed, structure: 'manifest', unreadable: [] };
    }
    // What could not be read is kept: it matters where a manifest stood before.
    return { ...side, ...asText, structure: isBinary ? 'binary' : 'text', unreadable };
}
/** The objects of documents, those inside others as well. */
function objects(documents, { path, limits }, bytes, text) {
    const mayEmbed = text.includes('Secret') || (0,candidate/* isCandidate */.q)(bytes);
    return documents.flatMap((document) => {
        const own = resourcesOf(document, path);
        return mayEmbed ? [...own, ...embeddedObjects(document, path, own, limits)] : own;
    });
}
const asText = { structure: 'text', documents: [], resources: [], unreadable: [] };
function structureOf(path, text, documents, resources, unreadable) {
    if (!hasManifestExtension(path)) {
        // Only a kustomization can name such a file, and kustomize refuses it whole where any part is broken: prose with
        // manifests in it is no manifest.
        return resources.length > 0 && unreadable.length === 0 ? 'manifest' : 'text';
    }
    if (resources.length > 0)
        return 'manifest';
    if (unreadable.length === 0)
        return documents.length > 0 ? 'manifest' : 'text';
    return isKustomization(path) || hasTrace(unreadText(text, unreadable)) ? 'manifest' : 'text';
}
/** Whether tools read a path as YAML or JSON without being told to. */
function hasManifestExtension(path) {
    return /\.(?:ya?ml|json)$/i.test(path) || isKustomization(path);
}
/**
 * Helm renders only what stands in `templates/`. A Chart.yaml alone must not be enough: one at the top of a repository
 * would buy tolerant reading for all of it.
 */
function isTemplatePath(path) {
    return /(?:^|\/)templates\//.test(path);
}
function isKustomization(path) {
    return /(?:^|\/)(?:kustomization\.ya?ml|Kustomization)$/.test(path);
}
/**
 * Whether text can be a Kubernetes object: it names both fields that every object has, or holds escapes or tags that
 * could spell them.
 */
function hasTrace(text) {
    if (text.includes('apiVersion') && text.includes('kind'))
        return true;
    return /\\[xuU\r\n]|!!?<?[^\s]{0,64}(?:binary|%[0-9A-Fa-f]{2})/.test(text);
}
/** The lines that were not read. */
function unreadText(text, unreadable) {
    const lines = text.split('\n');
    return unreadable.map(({ firstLine, lastLine }) => lines.slice(firstLine - 1, lastLine).join('\n')).join('\n');
}
function hasUtf16Mark(bytes) {
    return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}
function unread({ id, mode, size }, structure) {
    return { id, mode, size, structure, text: '', bytes: Buffer.alloc(0), documents: [], resources: [], unreadable: [] };
}
function tooLarge({ size, limits }) {
    const detail = `the file has ${size} bytes, more than ${limits.bytes} (limit bytes)`;
    return { reason: 'bytes', detail, line: 1, column: 1, firstLine: 1, lastLine: 1 };
}


/***/ }),

/***/ 4757:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ matchGlob)
/* harmony export */ });
function tokenize(pattern) {
    const tokens = [];
    for (const [text] of pattern.matchAll(/\*\*+\/|\*\*+|\*|\?|[\s\S]/gu)) {
        if (text === '?')
            tokens.push({ kind: 'one' });
        else if (text === '*')
            tokens.push({ kind: 'run' });
        else if (!text.startsWith('*'))
            tokens.push({ kind: 'literal', text });
        else
            tokens.push({ kind: text.endsWith('/') ? 'directories' : 'anything' });
    }
    return tokens;
}
/** Reaches every state that needs no further character. */
function close(states, tokens, isSegmentStart) {
    for (const [index, token] of tokens.entries()) {
        if (states[index] !== true)
            continue;
        if (token.kind === 'run' || token.kind === 'anything')
            states[index + 1] = true;
        if (token.kind === 'directories' && isSegmentStart)
            states[index + 1] = true;
    }
    return states;
}
function step(states, tokens, character) {
    const next = new Array(tokens.length + 1).fill(false);
    for (const [index, token] of tokens.entries()) {
        if (states[index] !== true)
            continue;
        if (token.kind === 'literal')
            next[index + 1] ||= token.text === character;
        else if (token.kind === 'one')
            next[index + 1] ||= character !== '/';
        else if (token.kind === 'run')
            next[index] ||= character !== '/';
        else
            next[index] = true;
    }
    return close(next, tokens, character === '/');
}
/**
 * Whether a whole path matches a pattern: `*` and `?` stay inside one directory, `**` crosses them, a directory (a
 * pattern that ends with a slash) covers all below it. Takes time in proportion to pattern × path, whatever they hold.
 */
function matchGlob(pattern, path) {
    const tokens = tokenize(pattern.endsWith('/') ? `${pattern}**` : pattern);
    let states = close([true], tokens, true);
    for (const character of path)
        states = step(states, tokens, character);
    return states[tokens.length] === true;
}


/***/ }),

/***/ 8410:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Ti: () => (/* binding */ dependsOnOtherPermissions),
  Ix: () => (/* binding */ isControllerNamespace),
  S4: () => (/* binding */ judge),
  Tw: () => (/* binding */ riskCost)
});

// EXTERNAL MODULE: ./build/severity.js
var build_severity = __webpack_require__(5989);
// EXTERNAL MODULE: ./build/rbac/model/cluster-scoped.js
var cluster_scoped = __webpack_require__(7330);
// EXTERNAL MODULE: ./build/rbac/model/memoize.js
var memoize = __webpack_require__(9863);
// EXTERNAL MODULE: ./build/rbac/model/permission-index.js
var permission_index = __webpack_require__(1345);
// EXTERNAL MODULE: ./build/rbac/model/placement.js
var model_placement = __webpack_require__(7424);
// EXTERNAL MODULE: ./build/rbac/model/subject.js
var subject = __webpack_require__(4963);
;// CONCATENATED MODULE: ./build/rbac/judge/danger-table.js
const read = ['get', 'list', 'watch'];
const put = ['create', 'update', 'patch'];
const write = [...put, 'delete', 'deletecollection'];
const change = ['update', 'patch'];
const rbacGroup = 'rbac.authorization.k8s.io';
const openshiftAuthorization = 'authorization.openshift.io';
const roles = { [rbacGroup]: ['roles', 'clusterroles'], [openshiftAuthorization]: ['roles', 'clusterroles'] };
const bindings = ['rolebindings', 'clusterrolebindings'];
const allRbac = [...roles[rbacGroup], ...bindings];
const signing = 'certificates.k8s.io';
const workloads = {
    '': ['pods', 'replicationcontrollers'],
    apps: ['deployments', 'daemonsets', 'statefulsets', 'replicasets'],
    extensions: ['deployments', 'daemonsets', 'replicasets'],
    batch: ['jobs', 'cronjobs'],
    'apps.openshift.io': ['deploymentconfigs'],
};
const csr = [
    { verbs: ['create'], resources: { [signing]: ['certificatesigningrequests'] } },
    { verbs: change, resources: { [signing]: ['certificatesigningrequests/approval'] } },
    { verbs: ['approve'], resources: { [signing]: ['signers'] } },
];
const critical = [
    {
        reason: 'do anything to everything',
        wildcard: ['verbs', 'groups', 'resources'],
        reachesAccounts: true,
        references: ['CIS 5.1.1', 'CIS 5.1.3'],
    },
    {
        reason: 'give roles permissions they do not hold themselves (escalate)',
        verbs: ['escalate'],
        resources: roles,
        references: ['CIS 5.1.8'],
    },
    {
        reason: 'bind roles whose permissions they do not hold themselves (bind)',
        verbs: ['bind'],
        resources: roles,
        powerfulNames: /^(cluster-admin|admin|system:masters)$/,
        references: ['CIS 5.1.8'],
    },
    {
        reason: 'act as other users, groups or ServiceAccounts (impersonate)',
        verbs: ['impersonate'],
        resources: {
            '': ['users', 'groups', 'serviceaccounts'],
            'authentication.k8s.io': ['userextras', 'userextras/scopes', 'uids'],
        },
        powerfulNames: /^system:masters$/,
        reachesAccounts: true,
        references: ['CIS 5.1.8'],
    },
    {
        reason: 'read Secrets',
        verbs: read,
        resources: { '': ['secrets'] },
        reachesAccounts: true,
        references: ['CIS 5.1.2'],
    },
    {
        reason: 'make a Secret that holds a ServiceAccount token, and read it',
        verbs: ['create'],
        resources: { '': ['secrets'] },
        together: [{ verbs: read, resources: { '': ['secrets'] } }],
        reachesAccounts: true,
        references: ['CIS 5.1.2'],
    },
    {
        reason: 'get tokens of ServiceAccounts',
        verbs: ['create'],
        resources: { '': ['serviceaccounts/token'] },
        reachesAccounts: true,
        references: ['CIS 5.1.13'],
    },
    ...csr.map((part) => ({
        ...part,
        reason: 'sign themselves certificates of any user',
        together: csr.filter((other) => other !== part),
        references: ['CIS 5.1.11'],
    })),
    {
        reason: 'change or read every object on its way into the cluster (admission)',
        verbs: write,
        resources: {
            'admissionregistration.k8s.io': [
                'validatingwebhookconfigurations',
                'mutatingwebhookconfigurations',
                'validatingadmissionpolicies',
                'validatingadmissionpolicybindings',
                'mutatingadmissionpolicies',
                'mutatingadmissionpolicybindings',
            ],
        },
        references: ['CIS 5.1.12'],
    },
    {
        reason: 'map cloud identities to cluster administrators (aws-auth)',
        verbs: put,
        resources: { '': ['configmaps'] },
        names: /^aws-auth$/,
        onlyNamed: true,
        isAboutNamespace: 'kube-system',
    },
];
const high = [
    {
        reason: 'write roles or bindings',
        verbs: put,
        resources: { [rbacGroup]: allRbac, [openshiftAuthorization]: allRbac },
        references: ['CIS 5.1.8'],
    },
    {
        reason: 'reach every kubelet, which runs commands in any pod',
        resources: { '': ['nodes/proxy'] },
        references: ['CIS 5.1.10'],
    },
    {
        reason: 'run commands in pods or reach into them',
        verbs: ['get', ...put],
        resources: { '': ['pods/exec', 'pods/attach', 'pods/portforward', 'pods/ephemeralcontainers'] },
        reachesAccounts: true,
    },
    {
        reason: 'run code of their choice as any ServiceAccount of the namespace',
        verbs: put,
        resources: workloads,
        reachesAccounts: true,
        references: ['CIS 5.1.4'],
    },
    {
        reason: 'mount any path of a node (PersistentVolume)',
        verbs: ['create'],
        resources: { '': ['persistentvolumes'] },
        references: ['CIS 5.1.9'],
    },
    { reason: 'lift the Pod Security level of a namespace', verbs: change, resources: { '': ['namespaces'] } },
    { reason: 'relabel or taint nodes', verbs: change, resources: { '': ['nodes'] } },
    {
        reason: 'run privileged pods',
        verbs: ['use'],
        resources: {
            policy: ['podsecuritypolicies'],
            extensions: ['podsecuritypolicies'],
            'security.openshift.io': ['securitycontextconstraints'],
        },
        names: /^(?!.*(restricted|baseline|nonroot)).*$/,
    },
    { reason: 'use verbs yet to come', wildcard: ['verbs'], references: ['CIS 5.1.3'] },
    { reason: 'reach resources yet to come', wildcard: ['resources'], references: ['CIS 5.1.3'] },
    { reason: 'reach API groups yet to come', wildcard: ['groups'], references: ['CIS 5.1.3'] },
    {
        reason: 'serve a whole API in the place of the API server',
        verbs: write,
        resources: { 'apiregistration.k8s.io': ['apiservices'] },
    },
    {
        reason: 'change what the policy engine allows',
        verbs: write,
        resources: {
            'kyverno.io': ['policies', 'clusterpolicies', 'policyexceptions', 'cleanuppolicies', 'clustercleanuppolicies'],
            'policies.kyverno.io': ['*'],
            'constraints.gatekeeper.sh': ['*'],
            'templates.gatekeeper.sh': ['*'],
            'config.gatekeeper.sh': ['*'],
            'mutations.gatekeeper.sh': ['*'],
            'policies.kubewarden.io': ['*'],
        },
    },
    {
        reason: 'deploy with the permissions of a delivery controller',
        verbs: put,
        resources: {
            'argoproj.io': ['applications', 'applicationsets', 'appprojects'],
            'kustomize.toolkit.fluxcd.io': ['kustomizations'],
            'helm.toolkit.fluxcd.io': ['helmreleases'],
        },
    },
];
const medium = [
    { reason: 'delete workloads', verbs: ['delete', 'deletecollection'], resources: workloads },
    {
        reason: 'delete events, the traces of what was done',
        verbs: ['delete', 'deletecollection'],
        resources: { '': ['events'], 'events.k8s.io': ['events'] },
    },
    { reason: 'read logs, which often hold secrets', verbs: read, resources: { '': ['pods/log'] } },
    {
        reason: 'redirect or open network traffic',
        verbs: write,
        resources: {
            '': ['services/status', 'endpoints'],
            'discovery.k8s.io': ['endpointslices'],
            'networking.k8s.io': ['ingresses', 'networkpolicies'],
            extensions: ['ingresses', 'networkpolicies'],
        },
    },
    {
        reason: 'write the configuration of the control plane (ConfigMaps of kube-system)',
        verbs: write,
        resources: { '': ['configmaps'] },
        isAboutNamespace: 'kube-system',
    },
];
/** Worst first. The severities are those of a gain in every namespace. */
const dangers = [
    ...critical.map((danger) => ({ ...danger, severity: 'critical' })),
    ...high.map((danger) => ({ ...danger, severity: 'high' })),
    ...medium.map((danger) => ({ ...danger, severity: 'medium' })),
];

;// CONCATENATED MODULE: ./build/rbac/judge/danger.js







/** Namespaces of the control plane and of controllers that act on the whole cluster. */
const controllerNamespaces = /^(kube-system|flux-system|argocd|argo-cd|argocd-.*|openshift-.*|cert-manager|istio-system|linkerd|gatekeeper-system|kyverno|crossplane-system|external-secrets|sealed-secrets|velero|vault|olm|operators|tekton-pipelines|cattle-.*|rook-ceph|knative-.*|tigera-operator|calico-system|metallb-system|capi-.*|.*-operators?|.*-controllers?|.*-system)$/;
/** Whether what runs in the namespace acts on the whole cluster, so that a gain in it is as bad as one everywhere. */
function isControllerNamespace(namespace) {
    return controllerNamespaces.test(namespace);
}
const forEveryone = { severity: 'critical', reason: 'do it whoever they are' };
/** Steps that judging the permission takes: each danger looks through the entries. */
function riskCost(permission) {
    return dangers.length * (1 + ((0,permission_index/* size */.E)(permission) >> 4));
}
/** Judges one gained permission by the table of dangers; the worst danger in it counts. */
function judge(gained, circumstances) {
    let worst = { severity: 'low', reason: undefined, part: gained, references: [] };
    const references = new Set();
    for (const danger of dangers) {
        const severity = dangerIn(danger, gained, circumstances);
        if (severity === undefined)
            continue;
        for (const reference of danger.references ?? [])
            references.add(reference);
        if (worst.reason === undefined || order(severity) < order(worst.severity)) {
            worst = { severity, reason: danger.reason, part: dangerousPart(danger, gained), references: [] };
        }
    }
    if (circumstances.isForEveryone(gained)) {
        const severity = severityOf(forEveryone, gained, circumstances);
        if (order(severity) < order(worst.severity))
            worst = { ...worst, severity, reason: forEveryone.reason, part: gained };
    }
    return { ...worst, references: [...references] };
}
/** Whether the judgement hangs on what else the gainer holds. */
function dependsOnOtherPermissions(gained, placement) {
    return dangers.some((danger) => danger.together !== undefined && carries(danger, gained, placement));
}
/** The severity of a danger in these circumstances; undefined where the permission does not carry it. */
function dangerIn(danger, gained, circumstances) {
    if (!carries(danger, gained, circumstances.placement))
        return undefined;
    const rest = danger.together ?? [];
    if (rest.length > 0) {
        // A request to create carries no name, so a rule with names does not allow it.
        if (gained.kind === 'resource' && !gained.names.includes(null))
            return undefined;
        const answers = carriedBy(circumstances.holds());
        if (!rest.every((part) => answers(part, circumstances.placement)))
            return undefined;
    }
    return severityOf(danger, gained, circumstances);
}
/** Whether one of the permissions carries a part of a danger; looked through once for all who hold them. */
const carriedBy = (0,memoize/* memoize */.B)((held) => {
    const known = new Map();
    return (part, placement) => {
        const question = `${JSON.stringify(part)} ${placement ?? ''}`;
        const answer = known.get(question) ?? held.some((permission) => carries(part, permission, placement));
        known.set(question, answer);
        return answer;
    };
});
/** The severity of a danger the permission carries: a step lower for named objects, and for one namespace. */
function severityOf(danger, gained, circumstances) {
    let severity = danger.severity;
    if (gained.kind === 'resource' && isRestrictedByName(danger, gained))
        severity = (0,build_severity/* lower */.ib)(severity);
    return staysWithin(danger, circumstances) ? (0,build_severity/* lower */.ib)(severity) : severity;
}
/** Whether the gain ends at its namespace's border. */
function staysWithin(danger, { placement, isEscalationNamespace }) {
    if (placement === undefined)
        return false;
    if (placement.startsWith(subject/* unknownNamespacePrefix */.$b))
        return true;
    if (isControllerNamespace(placement) || danger.isAboutNamespace === placement)
        return false;
    return danger.reachesAccounts !== true || !isEscalationNamespace(placement);
}
/** Whether the permission allows some request the danger is about, in the placement. */
function carries(danger, permission, placement) {
    if (permission.kind === 'url')
        return false;
    if (danger.isAboutNamespace !== undefined && placement !== undefined && placement !== danger.isAboutNamespace) {
        return false;
    }
    if (danger.wildcard !== undefined) {
        return danger.wildcard.every((factor) => permission[factor].includes('*'));
    }
    const verbs = danger.verbs === undefined || meet(permission.verbs, danger.verbs);
    const names = danger.names;
    const named = names === undefined || permission.names.some((name) => (name === null ? !danger.onlyNamed : names.test(name)));
    return verbs && named && targets(danger, permission, placement);
}
function targets({ resources = {} }, permission, placement) {
    return Object.entries(resources).some(([group, ofGroup]) => {
        if (!permission.groups.includes('*') && !permission.groups.includes(group))
            return false;
        return ofGroup.some((resource) => {
            if (!isResourceIn(permission.resources, resource))
                return false;
            return placement === undefined || hasEffect(group, resource, permission, placement);
        });
    });
}
/** A RoleBinding that grants wildcards does not reach cluster-scoped resources. */
function hasEffect(group, resource, permission, placement) {
    if (!(0,cluster_scoped/* isClusterScoped */.Z)(group, resource))
        return true;
    const exact = { ...permission, groups: [group], resources: [resource] };
    return (0,model_placement/* effectiveIn */.P)(placement, exact).length > 0;
}
function isResourceIn(resources, resource) {
    if (resource === '*')
        return true;
    if (resources.includes('*') || resources.includes(resource))
        return true;
    const slash = resource.indexOf('/');
    return slash >= 0 && resources.includes(`*${resource.slice(slash)}`);
}
/** The entries of the permission that the danger is about. */
function dangerousPart(danger, gained) {
    if (gained.kind === 'url' || danger.wildcard !== undefined)
        return gained;
    const { verbs, resources = {} } = danger;
    const groups = gained.groups.filter((group) => group === '*' || Object.hasOwn(resources, group));
    const wanted = Object.entries(resources).flatMap(([group, ofGroup]) => gained.groups.includes('*') || groups.includes(group) ? ofGroup : []);
    return {
        kind: 'resource',
        verbs: gained.verbs.filter((verb) => verb === '*' || verbs === undefined || verbs.includes(verb)),
        groups,
        resources: gained.resources.filter((own) => wanted.some((resource) => isResourceIn([own], resource))),
        names: gained.names,
    };
}
function meet(verbs, dangerous) {
    return verbs.includes('*') || dangerous.some((verb) => verbs.includes(verb));
}
/**
 * Whether the names restrict the danger: all requests it is about carry a name the API honours. A collection is
 * deleted without a name, and only subresources are created with one.
 */
function isRestrictedByName(danger, permission) {
    const { names } = permission;
    if (names.some((name) => name === null || name === ''))
        return false;
    if (danger.names !== undefined || names.some((name) => danger.powerfulNames?.test(name ?? '') === true))
        return false;
    const verbs = danger.verbs?.filter((verb) => permission.verbs.includes('*') || permission.verbs.includes(verb));
    if (verbs === undefined)
        return true;
    const isSubresource = permission.resources.every((resource) => resource.includes('/'));
    return !verbs.includes('deletecollection') && (isSubresource || !verbs.includes('create'));
}
function order(severity) {
    return ['critical', 'high', 'medium', 'low'].indexOf(severity);
}


/***/ }),

/***/ 9348:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ RiskContext)
/* harmony export */ });
/* harmony import */ var _model_coverage_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8377);
/* harmony import */ var _model_memoize_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9863);
/* harmony import */ var _model_permission_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1345);
/* harmony import */ var _model_subject_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4963);
/* harmony import */ var _state_default_rbac_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1684);
/* harmony import */ var _state_held_permissions_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7389);
/* harmony import */ var _danger_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8410);







/** What Kubernetes gives everyone: to learn of itself and of the API. */
const discoveryRoles = new Set(['system:discovery', 'system:basic-user', 'system:public-info-viewer']);
const none = [];
/** What else is true after the change, for judging how bad a gain is. */
class RiskContext {
    #held;
    #state;
    #discovery;
    #permissions = (0,_model_memoize_js__WEBPACK_IMPORTED_MODULE_6__/* .memoize */ .B)((holdings) => {
        const permissions = holdings.flatMap(({ entries }) => entries.map(({ permission }) => permission));
        this.#work.charge(permissions.reduce((sum, permission) => sum + 1 + (0,_model_permission_index_js__WEBPACK_IMPORTED_MODULE_1__/* .size */ .E)(permission), 0));
        return permissions;
    });
    /** Namespaces with a ServiceAccount that holds something bad in every namespace. */
    #strong;
    #work;
    #known = new Map();
    constructor(state, { kubernetesVersion }, work) {
        this.#work = work;
        this.#state = state;
        this.#discovery = (0,_state_default_rbac_js__WEBPACK_IMPORTED_MODULE_3__/* .defaultRbac */ .OJ)(kubernetesVersion)
            .roles.filter(({ name }) => discoveryRoles.has(name))
            .flatMap(({ rules }) => rules.flatMap(({ permissions }) => permissions));
        this.#held = new _state_held_permissions_js__WEBPACK_IMPORTED_MODULE_4__/* .HeldPermissions */ .s(state, work);
    }
    of(subject, placement) {
        const key = `${placement ?? ''} ${subject?.key ?? ''}`;
        const known = this.#known.get(key);
        if (known !== undefined)
            return known;
        const isOfEveryone = subject !== undefined && _model_subject_js__WEBPACK_IMPORTED_MODULE_2__/* .everyone */ .sz.has(subject.key);
        const circumstances = {
            placement,
            isForEveryone: (permission) => isOfEveryone && (0,_model_coverage_js__WEBPACK_IMPORTED_MODULE_0__/* .uncovered */ .KY)(permission, this.#discovery, this.#work).length > 0,
            holds: () => (subject === undefined ? none : this.#permissions(this.#held.holdings(subject, placement))),
            isEscalationNamespace: (namespace) => (0,_danger_js__WEBPACK_IMPORTED_MODULE_5__/* .isControllerNamespace */ .Ix)(namespace) || this.#strongNamespaces().has(namespace),
        };
        this.#known.set(key, circumstances);
        return circumstances;
    }
    /** Judges a permission, and counts what that costs. */
    judge(permission, subject, placement) {
        this.#work.charge((0,_danger_js__WEBPACK_IMPORTED_MODULE_5__/* .riskCost */ .Tw)(permission));
        return (0,_danger_js__WEBPACK_IMPORTED_MODULE_5__/* .judge */ .S4)(permission, this.of(subject, placement));
    }
    #strongNamespaces() {
        // Bindings of one role share the list it resolves to.
        const isStrong = (0,_model_memoize_js__WEBPACK_IMPORTED_MODULE_6__/* .memoize */ .B)((roles) => this.#isStrong(roles));
        this.#strong ??= new Set(this.#state.bindings.flatMap((binding) => {
            if (binding.kind !== 'ClusterRoleBinding' || binding.origin !== 'repository')
                return [];
            const accounts = binding.subjects.flatMap(({ subject }) => subject.namespace ?? []);
            return accounts.length > 0 && isStrong(this.#state.resolve(binding)) ? accounts : [];
        }));
        return this.#strong;
    }
    #isStrong(roles) {
        const permissions = roles
            .flatMap((role) => this.#state.effectiveRules(role))
            .flatMap(({ rule }) => rule.permissions);
        this.#work.charge(permissions.reduce((sum, permission) => sum + 1 + (0,_model_permission_index_js__WEBPACK_IMPORTED_MODULE_1__/* .size */ .E)(permission), 0));
        const everywhere = {
            placement: undefined,
            isForEveryone: () => false,
            holds: () => permissions,
            isEscalationNamespace: () => true,
        };
        return permissions.some((permission) => {
            this.#work.charge((0,_danger_js__WEBPACK_IMPORTED_MODULE_5__/* .riskCost */ .Tw)(permission));
            const { severity } = (0,_danger_js__WEBPACK_IMPORTED_MODULE_5__/* .judge */ .S4)(permission, everywhere);
            return severity === 'critical' || severity === 'high';
        });
    }
}


/***/ }),

/***/ 8420:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HL: () => (/* binding */ enumerate),
/* harmony export */   oE: () => (/* binding */ compact),
/* harmony export */   q0: () => (/* binding */ describe)
/* harmony export */ });
/* harmony import */ var _model_permission_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9392);

/** Entries of one list that a sentence shows before it counts the rest. */
const shown = 12;
/** Fewer permissions that say the same: those that differ in one factor only become one. */
function compact(permissions) {
    if (permissions.length < 2)
        return permissions;
    let parts = [...new Map(permissions.map((permission) => [(0,_model_permission_js__WEBPACK_IMPORTED_MODULE_0__/* .permissionKey */ .$5)(permission), permission])).values()];
    for (const factor of [2, 0, 1, 3])
        parts = joinOn(factor, parts);
    return parts;
}
/** The permission as a reviewer would say it: `get, list secrets`, `do anything with deployments.apps named web`. */
function describe(permission) {
    const verbs = permission.verbs.includes('*') ? 'do anything with' : enumerate(permission.verbs);
    if (permission.kind === 'url')
        return `${verbs} ${enumerate(permission.urls.map((url) => (url === '/*' ? 'every URL' : url)))}`;
    const names = permission.names.filter((name) => name !== null);
    const named = names.length === 0 || permission.names.length > names.length
        ? ''
        : ` named ${enumerate(names.map((name) => (name === '' ? '(no name)' : name)))}`;
    return `${verbs} ${describeResources(permission.groups, permission.resources)}${named}`;
}
function describeResources(groups, resources) {
    const everything = resources.includes('*');
    if (groups.includes('*')) {
        return everything ? 'every resource of every API group' : `${enumerate(resources)} of every API group`;
    }
    if (everything) {
        return `every resource of ${groups.length === 1 && groups[0] === '' ? 'the core API group' : enumerate(groups.map((group) => (group === '' ? 'the core API group' : group)))}`;
    }
    // Few enough to write each as kubectl does; the product of long lists is never written out.
    if (groups.length * resources.length > shown) {
        return `${enumerate(resources)} of ${enumerate(groups.map((group) => (group === '' ? 'the core API group' : group)))}`;
    }
    return enumerate(groups.flatMap((group) => resources.map((resource) => qualified(group, resource))));
}
/** `deployments.apps/scale`, as kubectl takes it. */
function qualified(group, resource) {
    if (group === '')
        return resource;
    const [parent = '', ...rest] = resource.split('/');
    return [`${parent}.${group}`, ...rest].join('/');
}
/** The items with commas between, the first few only. */
function enumerate(items) {
    if (items.length <= shown)
        return items.join(', ');
    return `${items.slice(0, shown).join(', ')} and ${items.length - shown} more`;
}
function joinOn(index, permissions) {
    const joined = new Map();
    for (const permission of permissions) {
        const factors = [...(0,_model_permission_js__WEBPACK_IMPORTED_MODULE_0__/* .factorsOf */ .et)(permission)];
        const others = (0,_model_permission_js__WEBPACK_IMPORTED_MODULE_0__/* .permissionOf */ .Fp)(permission.kind, factors.map((factor, position) => (position === index ? [] : factor)));
        const key = (0,_model_permission_js__WEBPACK_IMPORTED_MODULE_0__/* .permissionKey */ .$5)(others);
        const found = joined.get(key);
        const mine = factors[index] ?? [];
        if (found === undefined)
            joined.set(key, { kind: permission.kind, factors, entries: new Set(mine) });
        else
            for (const entry of mine)
                found.entries.add(entry);
    }
    return [...joined.values()].map(({ kind, factors, entries }) => (0,_model_permission_js__WEBPACK_IMPORTED_MODULE_0__/* .permissionOf */ .Fp)(kind, factors.map((factor, position) => (position === index ? [...entries] : factor))));
}


/***/ }),

/***/ 8995:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  B: () => (/* binding */ rbacChange)
});

// EXTERNAL MODULE: ./build/severity.js
var build_severity = __webpack_require__(5989);
// EXTERNAL MODULE: ./build/rbac/model/coverage.js
var coverage = __webpack_require__(8377);
// EXTERNAL MODULE: ./build/rbac/model/label-selector.js
var label_selector = __webpack_require__(8163);
// EXTERNAL MODULE: ./build/rbac/model/memoize.js
var memoize = __webpack_require__(9863);
// EXTERNAL MODULE: ./build/rbac/model/permission.js
var model_permission = __webpack_require__(9392);
// EXTERNAL MODULE: ./build/rbac/model/permission-index.js
var permission_index = __webpack_require__(1345);
// EXTERNAL MODULE: ./build/rbac/model/rbac-object.js
var rbac_object = __webpack_require__(4499);
// EXTERNAL MODULE: ./build/rbac/model/step-budget.js
var step_budget = __webpack_require__(8267);
;// CONCATENATED MODULE: ./build/rbac/compare/cause.js







/**
 * Splits a gain by cause. What the rule's own role did not allow before comes from the rule; of the rest, what the
 * bound role did not allow before comes from aggregation; what remains comes from the binding. Each permission has
 * one cause.
 */
function causesOf(comparison, gain) {
    const { chain } = gain.effective;
    const inRole = roleCauses(comparison, gain.effective, gain.permissions);
    const rest = withoutCaused(comparison, gain.permissions, inRole);
    if (rest.length === 0)
        return inRole;
    const source = chain.at(-1);
    const cause = bindingCause(comparison, gain.binding, gain.bound[0].path, chain[0]);
    if (gain.binding.resource !== undefined)
        return [...inRole, { cause, permissions: rest }];
    // Only a change of the role can widen a binding that Kubernetes brings along.
    return source?.resource === undefined
        ? inRole
        : [...inRole, { cause: { kind: 'rule', object: source, rule: gain.effective.rule }, permissions: rest }];
}
/** The causes of what a role allows while nothing binds it. */
function latentCauses(comparison, gain) {
    const inRole = roleCauses(comparison, gain.effective, gain.permissions);
    const rest = withoutCaused(comparison, gain.permissions, inRole);
    const source = gain.effective.chain.at(-1);
    if (rest.length === 0 || source?.resource === undefined)
        return inRole;
    return [...inRole, { cause: { kind: 'rule', object: source, rule: gain.effective.rule }, permissions: rest }];
}
function roleCauses(comparison, { rule, chain }, permissions) {
    const causes = [];
    const source = chain.at(-1);
    let rest = permissions;
    if (source?.resource !== undefined) {
        const old = comparison.roleBefore(source);
        // An aggregated role's own rules had no effect.
        const fromRule = old?.selectors === undefined ? missingIn(old, rest, comparison.work) : rest;
        if (fromRule.length > 0)
            causes.push({ cause: { kind: 'rule', object: source, rule }, permissions: fromRule });
        rest = withoutCaused(comparison, permissions, causes);
    }
    const bound = chain[0];
    if (rest.length === 0 || bound === undefined || chain.length < 2)
        return causes;
    const old = comparison.roleBefore(bound);
    const fromAggregation = old === undefined ? (0,coverage/* uncoveredOf */.Fg)(rest, []) : missingBefore(comparison, old, rest);
    const cause = aggregationCause(comparison, chain);
    if (fromAggregation.length > 0 && cause !== undefined)
        causes.push({ cause, permissions: fromAggregation });
    return causes;
}
/** The part of the permissions that the role, with those it aggregated, did not allow; each part once. */
function missingBefore({ allowedBefore, work }, role, permissions) {
    const parts = permissions.flatMap((permission) => allowedBefore(role).missing(permission, work));
    return [...new Map(parts.map((part) => [(0,model_permission/* permissionKey */.$5)(part), part])).values()];
}
const ownPermissions = (0,memoize/* memoize */.B)((role) => new permission_index/* PermissionIndex */.w(role.rules.flatMap(({ permissions }) => permissions.map((permission) => ({ permission }))), new step_budget/* StepBudget */.g4()));
/** The part of the permissions that a role's own rules do not allow. */
function missingIn(role, permissions, work) {
    if (role === undefined)
        return permissions;
    return permissions.flatMap((permission) => ownPermissions(role).missing(permission, work));
}
function withoutCaused({ work }, permissions, causes) {
    const caused = causes.flatMap((item) => item.permissions);
    return caused.length === 0 ? permissions : (0,coverage/* uncoveredOf */.Fg)(permissions, caused, work);
}
/** The first link of the chain that was not there before: a new label, or a new selector. */
function aggregationCause(comparison, chain) {
    for (const [index, selector] of chain.entries()) {
        const selected = chain[index + 1];
        if (selected === undefined)
            return undefined;
        const [oldSelector, oldSelected] = [comparison.roleBefore(selector), comparison.roleBefore(selected)];
        const wasSelected = oldSelector !== undefined && oldSelected !== undefined && comparison.before.selects(oldSelector, oldSelected);
        if (wasSelected)
            continue;
        comparison.work.charge(1 + (oldSelector?.selectors?.length ?? 0) + (selector.selectors?.length ?? 0));
        const couldSelect = oldSelector?.selectors?.some((each) => (0,label_selector/* selects */.ko)(each, selected.labels)) === true;
        const position = selector.selectors?.findIndex((each) => (0,label_selector/* selects */.ko)(each, selected.labels)) ?? -1;
        if (selected.resource !== undefined && (couldSelect || selector.resource === undefined)) {
            return labelCause(selected, oldSelected, selector.selectors?.[position] ?? []);
        }
        if (selector.resource === undefined)
            return undefined;
        const path = ['aggregationRule', 'clusterRoleSelectors', position];
        return { kind: 'selector', object: selector, path };
    }
    return undefined;
}
function labelCause(role, old, selector) {
    const key = selector.find((each) => role.labels[each.key] !== old?.labels[each.key])?.key;
    if (key === undefined || !(key in role.labels)) {
        return { kind: 'label', object: role, path: ['metadata', 'labels'], label: key ?? '' };
    }
    return { kind: 'label', object: role, path: ['metadata', 'labels', key], label: `${key}=${role.labels[key]}` };
}
/** A new binding grants by its subject; by its role where that is Kubernetes' own, or another one than before. */
function bindingCause(comparison, binding, path, role) {
    const old = comparison.bindingBefore(binding);
    const isOtherRole = old !== undefined && (old.role.kind !== binding.role.kind || old.role.name !== binding.role.name);
    const isWellKnown = old === undefined && role?.origin === 'default';
    return isOtherRole || isWellKnown
        ? { kind: 'role-reference', object: binding, path: binding.rolePath }
        : { kind: 'subject', object: binding, path };
}
/** Equal for equal causes; the subjects of one binding are one cause. No index in it. */
function causeKey(cause) {
    const place = `${cause.object.resource?.file ?? ''} ${(0,rbac_object/* identityOf */.cu)(cause.object)} ${cause.kind}`;
    if (cause.kind === 'rule')
        return `${place} ${ruleText(cause.rule)}`;
    return cause.kind === 'label' ? `${place} ${cause.label}` : `${place} ${cause.kind === 'selector' ? cause.path : ''}`;
}
const ruleText = (0,memoize/* memoize */.B)(({ value }) => JSON.stringify(value) ?? '');

// EXTERNAL MODULE: ./build/rbac/state/rbac-state.js + 6 modules
var rbac_state = __webpack_require__(8538);
// EXTERNAL MODULE: external "node:path/posix"
var posix_ = __webpack_require__(3916);
// EXTERNAL MODULE: ./build/rbac/model/subject.js
var model_subject = __webpack_require__(4963);
;// CONCATENATED MODULE: ./build/rbac/compare/copies.js



/**
 * Which copy of an object on the base's side each copy on the head's side is to be compared with: the one in the same
 * file, else one that disappeared elsewhere (a move; the identical one first). A copy without one is new, whatever
 * its siblings in other files say. Objects of Kubernetes and of the policy stand for themselves.
 */
function pairCopies(before, after) {
    const pairs = new Map();
    const candidates = byIdentity(before);
    for (const [identity, copies] of byIdentity(after)) {
        const old = candidates.get(identity);
        if (old !== undefined)
            pairIdentity(old, copies, pairs);
    }
    pairUnstated(before, after, pairs);
    return pairs;
}
/** An object that no longer states its namespace is compared with its own former text. */
function pairUnstated(before, after, pairs) {
    const open = after.filter((object) => isUnstated(object) && !pairs.has(object));
    if (open.length === 0)
        return;
    const paired = new Set(pairs.values());
    const placeOf = ({ kind, name, resource }) => `${kind}/${name} ${resource?.file}`;
    const left = new Map(before.filter((object) => !paired.has(object)).map((object) => [placeOf(object), object]));
    for (const object of open) {
        const old = left.get(placeOf(object));
        if (old !== undefined)
            pairs.set(object, old);
    }
}
function isUnstated({ namespace }) {
    return namespace?.startsWith(model_subject/* unknownNamespacePrefix */.$b) === true;
}
/** The objects by `identityOf`. */
function byIdentity(objects) {
    const groups = new Map();
    for (const object of objects) {
        push(groups, (0,rbac_object/* identityOf */.cu)(object), object);
    }
    return groups;
}
/** What of the object RBAC looks at, as one text. */
function contentOf(object) {
    if (object.resource === undefined)
        return '';
    const { metadata, rules, aggregationRule, roleRef, subjects, spec } = object.resource.value;
    const { userNames, groupNames, users, groups } = object.resource.value;
    const { labels, annotations } = (metadata ?? {});
    const named = [userNames, groupNames, users, groups];
    return JSON.stringify([labels, annotations, rules, aggregationRule, roleRef, subjects, named, spec]);
}
function pairIdentity(before, after, pairs) {
    const left = new Set(before);
    // Of those that are alike the first is taken; looked up by what they must share, for copies can be thousands.
    const match = (likeness) => {
        if (left.size === 0)
            return;
        const keyOf = (object) => `${object.origin} ${likeness(object)}`;
        const alike = new Map();
        for (const candidate of [...left].reverse())
            push(alike, keyOf(candidate), candidate);
        for (const object of after) {
            const candidate = pairs.has(object) ? undefined : alike.get(keyOf(object))?.pop();
            if (candidate === undefined)
                continue;
            pairs.set(object, candidate);
            left.delete(candidate);
        }
    };
    match((object) => object.resource?.file ?? '');
    match(contentOf);
    match(fileName);
    match(() => '');
}
function push(groups, key, object) {
    const group = groups.get(key);
    if (group === undefined)
        groups.set(key, [object]);
    else
        group.push(object);
}
function fileName(object) {
    return (0,posix_.basename)(object.resource?.file ?? '');
}

;// CONCATENATED MODULE: ./build/rbac/compare/comparison.js






/** Compares the two sides of a scope. What is asked of it throws StepLimitError after so many steps. */
function compareRbac(before, after, options, most = (0,step_budget/* mostSteps */.JS)(before.length + after.length)) {
    const work = new step_budget/* StepBudget */.g4(most);
    return pairStates((0,rbac_state/* rbacState */.S)(before, options, work), (0,rbac_state/* rbacState */.S)(after, options, work), options, work);
}
/** The same comparison the other way round: what it finds widened is what was lost. It draws on the same work. */
function reversed({ before, after, options, work }) {
    return pairStates(after, before, options, work);
}
function pairStates(before, after, options, work) {
    const roles = pairCopies(before.roles, after.roles);
    const bindings = pairCopies(before.bindings, after.bindings);
    const defaultRoles = new Map();
    for (const role of before.roles)
        if (role.origin === 'default')
            defaultRoles.set((0,rbac_object/* identityOf */.cu)(role), role);
    const rolesByIdentity = byIdentity(before.roles);
    const bindingsByIdentity = byIdentity(before.bindings);
    const roleBefore = (role) => roles.get(role) ?? defaultRoles.get((0,rbac_object/* identityOf */.cu)(role));
    const paired = new Set([...roles.values()]);
    const isOwnChanged = (0,memoize/* memoize */.B)((role) => {
        const old = roles.get(role);
        return old === undefined || isDifferent(old, role);
    });
    const someClusterRoleChanged = after.roles.some((role) => role.kind === 'ClusterRole' && isOwnChanged(role)) ||
        before.roles.some((role) => role.kind === 'ClusterRole' && !paired.has(role));
    const isRoleChanged = (0,memoize/* memoize */.B)((role) => {
        if (isOwnChanged(role))
            return true;
        if (role.selectors === undefined || !someClusterRoleChanged)
            return false;
        const old = roles.get(role);
        return old === undefined || isAggregateChanged(before, after, old, role, roles, isOwnChanged, work);
    });
    return {
        before,
        after,
        options,
        work,
        allowedBefore: (0,memoize/* memoize */.B)((role) => {
            const permissions = before.effectiveRules(role).flatMap(({ rule }) => rule.permissions);
            return new permission_index/* PermissionIndex */.w(permissions.map((permission) => ({ permission })), work);
        }),
        roleBefore,
        bindingBefore: (binding) => bindings.get(binding),
        isRoleChanged,
        isBindingChanged: (0,memoize/* memoize */.B)((binding) => {
            const old = bindings.get(binding);
            if (old === undefined || isDifferent(old, binding))
                return true;
            const resolved = new Set(before.resolve(old));
            const now = after.resolve(binding);
            work.charge(1 + resolved.size + now.length);
            return now.some((role) => {
                const oldRole = roleBefore(role);
                return oldRole === undefined || !resolved.has(oldRole);
            });
        }),
        hasSiblings: (0,memoize/* memoize */.B)((object) => {
            work.charge(1);
            // What Kubernetes makes itself is no copy of a manifest.
            if (object.origin === 'default')
                return false;
            const own = isRole(object) ? roleBefore(object) : bindings.get(object);
            const copies = (isRole(object) ? rolesByIdentity : bindingsByIdentity).get((0,rbac_object/* identityOf */.cu)(object)) ?? [];
            return copies.some((copy) => copy !== own && copy.origin === 'repository');
        }),
        isSibling(old, object) {
            if (old.name !== object.name || old.origin !== 'repository' || (0,rbac_object/* identityOf */.cu)(old) !== (0,rbac_object/* identityOf */.cu)(object))
                return false;
            return (isRole(object) ? roleBefore(object) : bindings.get(object)) !== old;
        },
    };
}
function isRole(object) {
    return 'rules' in object;
}
function isDifferent(old, object) {
    if (old === object || (old.origin !== 'repository' && object.origin !== 'repository'))
        return false;
    if (old.resource?.file === object.resource?.file && old.resource?.value === object.resource?.value)
        return false;
    return old.namespace !== object.namespace || contentOf(old) !== contentOf(object);
}
/** Whether the roles an aggregated one draws from are other than before. */
function isAggregateChanged(before, after, old, role, pairs, isOwnChanged, work) {
    work.charge(after.effectiveRules(role).length + before.effectiveRules(old).length);
    const sources = new Set(after.effectiveRules(role).map(({ chain }) => chain.at(-1) ?? role));
    const oldSources = new Set(before.effectiveRules(old).map(({ chain }) => chain.at(-1) ?? old));
    if (sources.size !== oldSources.size)
        return true;
    return [...sources].some((source) => {
        const counterpart = pairs.get(source);
        return counterpart === undefined || !oldSources.has(counterpart) || isOwnChanged(source);
    });
}

// EXTERNAL MODULE: ./build/rbac/state/held-permissions.js
var held_permissions = __webpack_require__(7389);
// EXTERNAL MODULE: ./build/rbac/model/placement.js
var model_placement = __webpack_require__(7424);
;// CONCATENATED MODULE: ./build/rbac/compare/latent-gain.js




/** Steps that a gain stands for: it is kept, and its causes are looked for. */
const gainCost = 50;
/** What roles without an effective binding allow beyond their counterparts. */
function latentGains(comparison, roles) {
    if (roles.length === 0)
        return [];
    const bound = boundRoles(comparison);
    const gone = byAllowance(disappeared(comparison), comparison);
    return roles
        .filter((role) => role.origin === 'repository' && !bound.has(role))
        .flatMap((role) => {
        const old = comparison.roleBefore(role) ?? gone.get(allowance(role, comparison.after, comparison.work));
        return comparison.after.effectiveRules(role).flatMap((effective) => {
            comparison.work.charge(effective.chain.length);
            const inEffect = effectiveAt(effective.rule, role.namespace, comparison.work);
            const permissions = missingInRole(comparison, old, inEffect);
            if (permissions.length > 0)
                comparison.work.charge(gainCost);
            return permissions.length > 0 ? [{ role, permissions, effective }] : [];
        });
    });
}
function boundRoles(comparison) {
    const bound = new RolesInEffect(comparison);
    for (const binding of comparison.after.bindings) {
        if (binding.subjects.length === 0)
            continue;
        for (const role of comparison.after.resolve(binding))
            bound.add(role);
    }
    return bound;
}
/** Roles on the head's side, and the ones they aggregate. */
class RolesInEffect {
    #comparison;
    #expanded = new Set();
    #roles = new Set();
    constructor(comparison) {
        this.#comparison = comparison;
    }
    add(role) {
        this.#comparison.work.charge(1);
        if (this.#expanded.has(role))
            return;
        this.#expanded.add(role);
        this.#roles.add(role);
        if (role.selectors === undefined)
            return;
        for (const { chain } of this.#comparison.after.effectiveRules(role)) {
            this.#comparison.work.charge(chain.length);
            for (const link of chain)
                this.#roles.add(link);
        }
    }
    has(role) {
        return this.#roles.has(role);
    }
}
function disappeared(comparison) {
    const paired = new Set(comparison.after.roles.map((role) => comparison.roleBefore(role)));
    return comparison.before.roles.filter((role) => role.origin === 'repository' && !paired.has(role));
}
/** By what a role allows and where: to find the one that a new role was before it was renamed. */
function byAllowance(roles, { before, work }) {
    return new Map(roles.map((role) => [allowance(role, before, work), role]));
}
function allowance(role, state, work) {
    const namespace = latent_gain_isUnstated(role.namespace) ? model_subject/* unknownNamespacePrefix */.$b : role.namespace;
    const keys = state.effectiveRules(role).flatMap(({ rule }) => rule.permissions.map(held_permissions/* keyOf */.T));
    work.charge(keys.reduce((sum, key) => sum + 1 + (key.length >> 3), 0));
    return JSON.stringify([role.kind, namespace, [...new Set(keys)].sort()]);
}
/** What of a rule has effect in a placement. */
function effectiveAt(rule, placement, work) {
    if (placement === undefined)
        return rule.permissions;
    return rule.permissions.flatMap((permission) => {
        work.charge((0,permission_index/* size */.E)(permission));
        const parts = (0,model_placement/* effectiveIn */.P)(placement, permission);
        if (parts.length > 1)
            work.charge(parts.reduce((sum, part) => sum + (0,permission_index/* size */.E)(part), 0));
        return parts;
    });
}
/** The part of the permissions that a role, the ones it aggregates included, did not allow. */
function missingInRole({ allowedBefore, work }, role, permissions) {
    if (role === undefined)
        return permissions;
    return permissions.flatMap((permission) => allowedBefore(role).missing(permission, work));
}
function latent_gain_isUnstated(placement) {
    return placement?.startsWith(model_subject/* unknownNamespacePrefix */.$b) === true;
}

;// CONCATENATED MODULE: ./build/rbac/compare/gain.js





/** Everything gained between the two sides of a scope. Only what could differ is expanded. */
function gainsOf(comparison) {
    const held = new held_permissions/* HeldPermissions */.s(comparison.before, comparison.work);
    const gains = [];
    const unknown = [];
    /** Roles in effect through some binding, the ones they aggregate included. */
    const effective = new RolesInEffect(comparison);
    const changed = comparison.after.roles.filter((role) => comparison.isRoleChanged(role));
    const isChanged = new Set(changed);
    for (const binding of comparison.after.bindings) {
        const roles = comparison.after.resolve(binding);
        const bindingChanged = comparison.isBindingChanged(binding);
        comparison.work.charge(1 + roles.length + binding.subjects.length);
        if (binding.subjects.length === 0)
            continue;
        for (const role of roles) {
            if (!bindingChanged && !isChanged.has(role))
                continue;
            effective.add(role);
            for (const gain of gainsThrough(comparison, held, binding, role))
                gains.push(gain);
        }
        if (bindingChanged && (0,rbac_state/* namesUnknownRole */.z)(comparison.after, binding)) {
            for (const gain of unknownGains(comparison, binding))
                unknown.push(gain);
        }
    }
    return {
        gains,
        unknown,
        latent: latentGains(comparison, changed.filter((role) => !effective.has(role))),
    };
}
/** The subjects that gain anything, known or unknown, between the two sides. */
function gainersOf(comparison) {
    const held = new held_permissions/* HeldPermissions */.s(comparison.before, comparison.work);
    const gainers = new Map();
    for (const binding of comparison.after.bindings) {
        const isChanged = comparison.isBindingChanged(binding);
        const roles = comparison.after.resolve(binding).filter((role) => isChanged || comparison.isRoleChanged(role));
        comparison.work.charge(1 + roles.length + binding.subjects.length);
        for (const role of roles) {
            const open = binding.subjects.filter(({ subject }) => !gainers.has(subject.key));
            if (open.length === 0)
                break;
            for (const { bound } of gainsThrough(comparison, held, binding, role, open)) {
                for (const { subject } of bound)
                    gainers.set(subject.key, subject);
                if (open.every(({ subject }) => gainers.has(subject.key)))
                    break;
            }
        }
        if (!isChanged || !(0,rbac_state/* namesUnknownRole */.z)(comparison.after, binding))
            continue;
        for (const { subject } of unknownGains(comparison, binding))
            gainers.set(subject.key, subject);
    }
    return [...gainers.values()];
}
/** What a binding gives beyond what its subjects held, rule by rule. */
function* gainsThrough(comparison, held, binding, role, subjects = binding.subjects) {
    const { work } = comparison;
    const placement = binding.namespace;
    const roleBefore = comparison.roleBefore(role);
    const alike = heldAlike(comparison, held, binding, subjects);
    const together = new BoundTogether(subjects);
    const hadRole = ({ holdings }) => roleBefore !== undefined && holdings.some(({ roles }) => roles.has(roleBefore));
    const isWidenedOnly = !comparison.hasSiblings(binding) && alike.every(hadRole);
    const widened = isWidenedOnly ? widenedRules(comparison).get(role) : undefined;
    for (const effective of widened ?? comparison.after.effectiveRules(role)) {
        work.charge(effective.chain.length);
        const objects = [binding, ...effective.chain].filter(comparison.hasSiblings);
        const counts = (entry) => isOwn(comparison, entry, objects);
        const inEffect = effectiveAt(effective.rule, placement, work);
        // Most of it is what the role allowed before; asked once, that leaves little to ask of each subject.
        const beyondRole = missingInRole(comparison, roleBefore, inEffect);
        const byGain = new Map();
        for (const [number, each] of alike.entries()) {
            const asked = objects.length === 0 && hadRole(each) ? beyondRole : inEffect;
            work.charge(1);
            const permissions = asked.flatMap((permission) => held.missing(each.holdings, permission, counts));
            if (permissions.length === 0)
                continue;
            const key = alike.length === 1 ? '' : permissions.map(held_permissions/* keyOf */.T).join();
            const group = byGain.get(key);
            if (group === undefined)
                byGain.set(key, { permissions, classes: [number] });
            else
                group.classes.push(number);
        }
        for (const { permissions, classes } of byGain.values()) {
            const bound = together.of(classes, alike);
            work.charge(gainCost);
            if (bound !== undefined)
                yield { placement, permissions, binding, bound, effective };
        }
    }
}
/**
 * The rules of a role that allow more than its counterpart did: all that needs to be asked about those who held it.
 * Every rule where an object has siblings, whose grants excuse nothing.
 */
const widenedRules = (0,memoize/* memoize */.B)((comparison) => ({
    get: (0,memoize/* memoize */.B)((role) => {
        const old = comparison.roleBefore(role);
        return comparison.after.effectiveRules(role).filter(({ rule, chain }) => {
            comparison.work.charge(chain.length);
            return chain.some(comparison.hasSiblings) || missingInRole(comparison, old, rule.permissions).length > 0;
        });
    }),
}));
/** The subjects by what they held, those who bypass RBAC left out. */
function heldAlike(comparison, held, binding, subjects) {
    const old = comparison.bindingBefore(binding);
    const placement = gain_isUnstated(binding.namespace) && old !== undefined ? old.namespace : binding.namespace;
    const alike = new Map();
    for (const bound of subjects) {
        if (bound.subject.key === model_subject/* mastersKey */.Vv)
            continue;
        const holdings = held.holdings(subjectBefore(bound.subject, binding, old), placement);
        const found = alike.get(holdings);
        if (found === undefined)
            alike.set(holdings, { holdings, bound: [bound] });
        else
            found.bound.push(bound);
    }
    return [...alike.values()];
}
/** Subjects of a binding in its own order; one list for the same subjects, however many rules they gain by. */
class BoundTogether {
    #known = new Map();
    #order;
    constructor(subjects) {
        this.#order = new Map(subjects.map((bound, index) => [bound, index]));
    }
    of(classes, alike) {
        const key = classes.join();
        const known = this.#known.get(key);
        if (known !== undefined)
            return known;
        const order = (bound) => this.#order.get(bound) ?? 0;
        const all = classes.flatMap((number) => alike[number]?.bound ?? []).sort((a, b) => order(a) - order(b));
        const [first, ...rest] = all;
        if (first === undefined)
            return undefined;
        this.#known.set(key, [first, ...rest]);
        return this.#known.get(key);
    }
}
/** Whether none of the objects a held permission comes through is a mere sibling of one the gain comes through. */
function isOwn(comparison, entry, objects) {
    if (objects.length === 0)
        return true;
    return ![entry.binding, ...entry.chain].some((old) => objects.some((object) => comparison.isSibling(old, object)));
}
/** A ServiceAccount in the namespace its file leaves open is the one of the counterpart's namespace. */
function subjectBefore(subject, binding, old) {
    if (old?.namespace === undefined || subject.kind !== 'ServiceAccount' || !gain_isUnstated(binding.namespace))
        return subject;
    return subject.namespace === binding.namespace ? (0,model_subject/* subjectOf */.et)('ServiceAccount', subject.name, old.namespace) : subject;
}
function gain_isUnstated(placement) {
    return placement?.startsWith(model_subject/* unknownNamespacePrefix */.$b) === true;
}
/** The subjects that were not bound to the same role before, there or everywhere. */
function unknownGains(comparison, binding) {
    const counterpart = comparison.bindingBefore(binding);
    const toRole = boundTo(comparison.before);
    return binding.subjects
        .filter(({ subject }) => {
        const own = subjectBefore(subject, binding, counterpart);
        return ![own.key, ...(0,model_subject/* impliedGroups */.Dc)(own)].some((key) => {
            const bindings = toRole.get(`${binding.role.kind}/${binding.role.name} ${key}`) ?? [];
            return bindings.some((old) => {
                comparison.work.charge(1);
                if (comparison.isSibling(old, binding))
                    return false;
                if (old.kind === 'ClusterRoleBinding' || old === counterpart)
                    return true;
                return old.namespace === binding.namespace;
            });
        });
    })
        .map((bound) => ({ subject: bound.subject, placement: binding.namespace, binding, bound }));
}
/** The bindings by the role and each subject they name. */
const boundTo = (0,memoize/* memoize */.B)(({ bindings }) => {
    const groups = new Map();
    for (const binding of bindings) {
        for (const { subject } of binding.subjects) {
            const key = `${binding.role.kind}/${binding.role.name} ${subject.key}`;
            const group = groups.get(key);
            if (group === undefined)
                groups.set(key, [binding]);
            else
                group.push(binding);
        }
    }
    return groups;
});

// EXTERNAL MODULE: ./build/scalar-text.js
var scalar_text = __webpack_require__(6500);
;// CONCATENATED MODULE: ./build/rbac/judge/rule-items.js

const fields = ['verbs', 'resources', 'nonResourceURLs', 'apiGroups', 'resourceNames'];
/** The entries that are new in a rule; undefined where the whole rule is new. Empty where something was only removed. */
function newItems(rule, role, old, work) {
    const former = old === undefined ? undefined : formerRule(rule, role, old, work);
    if (former === undefined)
        return undefined;
    return fields.flatMap((field) => {
        const known = new Set(entries(former.value, field));
        return entries(rule.value, field).flatMap((text, index) => known.has(text) ? [] : [{ path: [...rule.path, field, index], field, text }]);
    });
}
/** Rules beyond which no former one is looked for: every rule would be compared with every other. */
const mostReplaced = 100;
/** The rule on the base's side that became this one: the most alike of those that are gone. */
function formerRule(rule, role, old, work) {
    const replaced = replacedRules(role, old);
    if (replaced.length > mostReplaced)
        return undefined;
    let best;
    let bestLikeness = 0;
    for (const candidate of replaced) {
        work.charge(rule_items_length(rule) + rule_items_length(candidate));
        const parts = fields.map((field) => likeness(entries(rule.value, field), entries(candidate.value, field)));
        const shared = parts.filter((part) => part > 0).length;
        const sum = parts.reduce((total, part) => total + part, 0);
        if (shared >= 2 && sum > bestLikeness) {
            best = candidate;
            bestLikeness = sum;
        }
    }
    return best;
}
const replacedByRole = new WeakMap();
/** The former rules that the role no longer has. */
function replacedRules(role, old) {
    const known = replacedByRole.get(role);
    if (known?.old === old)
        return known.rules;
    const kept = new Set(role.rules.map(({ value }) => JSON.stringify(value)));
    const rules = old.rules.filter((candidate) => !kept.has(JSON.stringify(candidate.value)));
    replacedByRole.set(role, { old, rules });
    return rules;
}
/** Entries of all lists. */
function rule_items_length({ value }) {
    return fields.reduce((sum, field) => sum + entries(value, field).length, 1);
}
/** Share of common entries, 0 to 1. */
function likeness(left, right) {
    if (left.length === 0 || right.length === 0)
        return 0;
    const set = new Set(right);
    return left.filter((item) => set.has(item)).length / Math.max(left.length, right.length);
}
function entries(value, field) {
    if (typeof value !== 'object' || value === null)
        return [];
    const list = value[field];
    return Array.isArray(list) ? list.map(scalar_text/* scalarText */.w) : [];
}

;// CONCATENATED MODULE: ./build/rbac/judge/cause-paths.js



/** Where the cause stands: in a changed rule, the new entries, the one with the worst consequence first. */
function causePaths(comparison, circumstance, cause, parts, gained) {
    if (cause.kind === 'subject') {
        const lists = new Set(parts.map(({ bound }) => bound));
        const paths = new Map();
        for (const bound of lists)
            for (const { path } of bound)
                paths.set(JSON.stringify(path), path);
        return paths.size > 0 ? [...paths.values()] : [cause.path];
    }
    if (cause.kind !== 'rule')
        return [cause.path];
    const items = newItems(cause.rule, cause.object, comparison.roleBefore(cause.object), comparison.work) ?? [];
    const ranked = items.flatMap((item) => {
        comparison.work.charge(1 + gained.length);
        const severities = gained.flatMap(({ permission, placement }) => {
            const only = restrict(permission, item);
            return only === undefined ? [] : [circumstance.judge(only, undefined, placement).severity];
        });
        const worst = severities.sort(build_severity/* compareSeverity */.zK)[0];
        return worst === undefined ? [] : [{ item, worst }];
    });
    ranked.sort((a, b) => Number(b.item.text === '*') - Number(a.item.text === '*') || (0,build_severity/* compareSeverity */.zK)(a.worst, b.worst));
    return ranked.length > 0 ? ranked.map(({ item }) => item.path) : [cause.rule.path];
}
/** The part of the permission that one entry of a rule stands for. */
function restrict(permission, { field, text }) {
    const { verbs } = permission;
    if (field === 'verbs')
        return (0,coverage/* hasEntry */.Ni)(verbs, text) ? { ...permission, verbs: [text] } : undefined;
    if (permission.kind === 'url')
        return field === 'nonResourceURLs' && (0,coverage/* hasEntry */.Ni)(permission.urls, text) ? { ...permission, urls: [text] } : undefined;
    const factor = factors[field];
    if (factor === undefined || !(0,coverage/* hasEntry */.Ni)(permission[factor], text))
        return undefined;
    return { ...permission, [factor]: [text] };
}
const factors = {
    apiGroups: 'groups',
    resources: 'resources',
    resourceNames: 'names',
};

// EXTERNAL MODULE: ./build/rbac/judge/danger.js + 1 modules
var danger = __webpack_require__(8410);
// EXTERNAL MODULE: ./build/rbac/judge/sentence.js
var sentence = __webpack_require__(8420);
;// CONCATENATED MODULE: ./build/rbac/judge/gained-permissions.js





/** The permissions of all parts, the same one listed once with all who gain it; worst first. */
function gainedPermissions(circumstance, parts, isLatent, work) {
    const gained = new Map();
    for (const { subjects, placement, permissions } of gainers(parts, work)) {
        work.charge(permissions.reduce((sum, permission) => sum + (0,permission_index/* size */.E)(permission), 0));
        for (const permission of (0,sentence/* compact */.oE)(permissions)) {
            // Who gains it matters only where the danger hangs on what else they hold.
            work.charge((0,danger/* riskCost */.Tw)(permission) + subjects.length);
            // Nobody gains what is latent, and it is judged all the same.
            const isEach = subjects.length > 0 && (0,danger/* dependsOnOtherPermissions */.Ti)(permission, placement);
            const groups = isEach ? subjects.map((subject) => [subject]) : [subjects];
            for (const group of groups) {
                const judgement = circumstance.judge(permission, group[0], placement);
                const severity = isLatent ? (0,build_severity/* lower */.ib)(judgement.severity) : judgement.severity;
                const key = `${severity} ${placement} ${(0,model_permission/* permissionKey */.$5)(permission)}`;
                const found = gained.get(key);
                if (found === undefined) {
                    gained.set(key, { permission, placement, groups: [group], judgement: { ...judgement, severity } });
                }
                else
                    found.groups.push(group);
            }
        }
    }
    return [...gained.values()]
        .map(({ groups, ...rest }) => ({
        ...rest,
        subjects: (groups.length === 1 ? groups[0] : undefined) ?? groups.flat(),
    }))
        .sort((a, b) => (0,build_severity/* compareSeverity */.zK)(a.judgement.severity, b.judgement.severity));
}
/** The subjects that gain the same through these parts, together. */
function gainers(parts, work) {
    const lists = byList(parts);
    const bySubject = new Map();
    for (const [index, { subjects, placement }] of lists.entries()) {
        work.charge(1 + subjects.length);
        for (const subject of subjects) {
            const key = `${subject?.key} ${placement}`;
            const found = bySubject.get(key);
            if (found === undefined)
                bySubject.set(key, { subject, placement, lists: new Set([index]) });
            else
                found.lists.add(index);
        }
    }
    const alike = new Map();
    for (const { subject, placement, lists: own } of bySubject.values()) {
        const key = `${[...own].join()} ${placement}`;
        const found = alike.get(key) ?? { subjects: [], placement, lists: own };
        if (subject !== undefined)
            found.subjects.push(subject);
        alike.set(key, found);
    }
    return [...alike.values()].map(({ subjects, placement, lists: own }) => {
        const indexes = [...own].flatMap((list) => lists[list]?.parts ?? []).sort((a, b) => a - b);
        work.charge(indexes.length);
        return { subjects, placement, permissions: indexes.flatMap((index) => parts[index]?.permissions ?? []) };
    });
}
/** The parts by their list of subjects, which parts of one binding share. */
function byList(parts) {
    const nobody = [];
    const byBound = new Map();
    const groups = [];
    for (const [index, { bound, placement }] of parts.entries()) {
        const key = bound.length === 0 ? nobody : bound;
        const byPlacement = byBound.get(key) ?? new Map();
        byBound.set(key, byPlacement);
        const found = byPlacement.get(placement);
        if (found !== undefined) {
            found.parts.push(index);
            continue;
        }
        const subjects = bound.length > 0 ? bound.map(({ subject }) => subject) : [undefined];
        const group = { subjects, placement, parts: [index] };
        byPlacement.set(placement, group);
        groups.push(group);
    }
    return groups;
}

// EXTERNAL MODULE: ./build/rbac/judge/risk-context.js
var risk_context = __webpack_require__(9348);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/rbac/judge/too-large.js



/** Names a change that is too large to judge. Takes steps in proportion to its size only. */
function tooLarge({ before, after, work }) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    const known = new Set();
    for (const object of [...before.roles, ...before.bindings]) {
        const text = `${object.resource?.file} ${(0,rbac_object/* identityOf */.cu)(object)} ${contentOf(object)}`;
        hash.update(`- ${text}\n`);
        known.add(text);
    }
    let resource;
    let longest = -1;
    for (const object of [...after.roles, ...after.bindings]) {
        if (object.resource === undefined)
            continue;
        const text = `${object.resource.file} ${(0,rbac_object/* identityOf */.cu)(object)} ${contentOf(object)}`;
        hash.update(`+ ${text}\n`);
        const length = known.has(text) ? 0 : text.length;
        if (length <= longest)
            continue;
        longest = length;
        resource = object.resource;
    }
    return { resource, most: work.most, digest: hash.digest('hex') };
}

;// CONCATENATED MODULE: ./build/rbac/judge/widening.js














const known = new WeakMap();
/**
 * Who can do what after the change that they could not before, by cause. Computed once per scope. Where it takes more
 * than `most` steps, nothing but `tooLarge` is answered: what was not judged never looks harmless.
 */
function rbacChange(sides, options, most) {
    const cached = known.get(sides);
    if (cached?.options.kubernetesVersion === options.kubernetesVersion && cached.options.roles === options.roles) {
        return cached.change;
    }
    const comparison = compareRbac(sides.before, sides.after, options, most);
    const change = judged(comparison);
    known.set(sides, { options, change });
    return change;
}
function judged(comparison) {
    try {
        const gains = gainsOf(comparison);
        return {
            widenings: widenings(comparison, gains),
            unknownRoles: unknownRoles(gains.unknown),
            masters: newMasters(comparison),
            subjectsThatLost: gainersOf(reversed(comparison)).filter(({ kind }) => kind !== 'RoleHolder'),
            work: comparison.work.done,
        };
    }
    catch (error) {
        if (!(error instanceof step_budget/* StepLimitError */.AF))
            throw error;
        const work = comparison.work.done;
        return { widenings: [], unknownRoles: [], masters: [], subjectsThatLost: [], tooLarge: tooLarge(comparison), work };
    }
}
function widenings(comparison, { gains, latent }) {
    const groups = new Map();
    const add = (part, isForEveryone) => {
        const key = `${isForEveryone} ${causeKey(part.cause)}`;
        const group = groups.get(key);
        if (group === undefined)
            groups.set(key, [part]);
        else
            group.push(part);
    };
    for (const gain of gains) {
        const { placement, binding, effective } = gain;
        const route = steps(binding, effective.chain);
        const { all, some } = byBreadth(gain.bound);
        comparison.work.charge(1 + gain.bound.length);
        for (const caused of causesOf(comparison, gain)) {
            if (all.length > 0)
                add({ ...caused, bound: all, placement, route }, true);
            if (some.length > 0)
                add({ ...caused, bound: some, placement, route }, false);
        }
    }
    for (const gain of latent) {
        const route = gain.effective.chain.map(rbac_object/* objectName */.Hd);
        for (const caused of latentCauses(comparison, gain)) {
            add({ ...caused, bound: [], placement: gain.role.namespace, route }, false);
        }
    }
    const circumstance = new risk_context/* RiskContext */.X(comparison.after, comparison.options, comparison.work);
    const found = [...groups].flatMap(([key, parts]) => {
        const repeated = key.startsWith('false') ? groups.get(key.replace('false', 'true')) : undefined;
        return widening(comparison, circumstance, withoutRepeated(comparison, parts, repeated ?? [])) ?? [];
    });
    return found.sort((a, b) => (0,build_severity/* compareSeverity */.zK)(a.severity, b.severity));
}
/** Those of the subjects that are everyone, and the others. */
const byBreadth = (0,memoize/* memoize */.B)((bound) => ({
    all: bound.filter(({ subject }) => model_subject/* everyone */.sz.has(subject.key)),
    some: bound.filter(({ subject }) => !model_subject/* everyone */.sz.has(subject.key)),
}));
/** Without what everyone gains through the same change in the same place. */
function withoutRepeated({ work }, parts, forEveryone) {
    if (forEveryone.length === 0)
        return parts;
    const byPlacement = new Map();
    const indexAt = (placement) => {
        const known = byPlacement.get(placement);
        if (known !== undefined)
            return known;
        work.charge(forEveryone.length);
        const there = forEveryone.filter((other) => other.placement === undefined || other.placement === placement);
        const permissions = there.flatMap((other) => other.permissions).map((permission) => ({ permission }));
        const index = new permission_index/* PermissionIndex */.w(permissions, work);
        byPlacement.set(placement, index);
        return index;
    };
    return parts.filter(({ placement, permissions }) => permissions.some((permission) => indexAt(placement).missing(permission, work).length > 0));
}
function steps(binding, chain) {
    const isOutside = binding.resource === undefined && binding.subjects[0]?.subject.kind === 'RoleHolder';
    return [...(isOutside ? [] : [(0,rbac_object/* objectName */.Hd)(binding)]), ...chain.map(rbac_object/* objectName */.Hd)];
}
function widening(comparison, circumstance, parts) {
    const cause = parts[0]?.cause;
    const resource = cause?.object.resource;
    if (cause === undefined || resource === undefined)
        return undefined;
    const isLatent = parts.every(({ bound }) => bound.length === 0);
    const gained = gainedPermissions(circumstance, parts, isLatent, comparison.work);
    const worst = gained[0]?.judgement.severity ?? 'low';
    return {
        cause,
        resource,
        paths: causePaths(comparison, circumstance, cause, parts, gained),
        severity: worst,
        isLatent,
        isForEveryone: parts.some(({ bound }) => bound.some(({ subject }) => model_subject/* everyone */.sz.has(subject.key))),
        gained,
        routes: [...new Set(parts.map(({ bound, route }) => [...named(bound), ...route].join(' → ')))],
    };
}
const named = (0,memoize/* memoize */.B)((bound) => {
    const names = [...new Set(bound.map(({ subject }) => (0,model_subject/* subjectName */.wn)(subject)))];
    return names.length === 0 ? [] : [(0,sentence/* enumerate */.HL)(names)];
});
function unknownRoles(gains) {
    const byBinding = new Map();
    for (const gain of gains) {
        const group = byBinding.get(gain.binding);
        if (group === undefined)
            byBinding.set(gain.binding, [gain]);
        else
            group.push(gain);
    }
    return [...byBinding].flatMap(([binding, group]) => {
        if (binding.resource === undefined)
            return [];
        return {
            binding,
            resource: binding.resource,
            paths: group.map(({ bound }) => bound.path),
            subjects: group.map(({ subject }) => subject),
            placement: binding.namespace,
        };
    });
}
function newMasters(comparison) {
    return comparison.after.bindings.flatMap((binding) => {
        if (binding.resource === undefined || !comparison.isBindingChanged(binding))
            return [];
        const bound = binding.subjects.find(({ subject }) => subject.key === model_subject/* mastersKey */.Vv);
        const old = comparison.bindingBefore(binding)?.subjects.some(({ subject }) => subject.key === model_subject/* mastersKey */.Vv);
        return bound === undefined || old ? [] : [{ binding, resource: binding.resource, path: bound.path }];
    });
}


/***/ }),

/***/ 6085:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A_: () => (/* binding */ wideningDetails),
/* harmony export */   BV: () => (/* binding */ subjectList),
/* harmony export */   D_: () => (/* binding */ identity),
/* harmony export */   JT: () => (/* binding */ wideningMessage),
/* harmony export */   gt: () => (/* binding */ wideningRemedy),
/* harmony export */   hP: () => (/* binding */ gainedKeys),
/* harmony export */   pb: () => (/* binding */ tooLargeMessage)
/* harmony export */ });
/* harmony import */ var _model_memoize_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9863);
/* harmony import */ var _model_permission_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9392);
/* harmony import */ var _model_placement_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7424);
/* harmony import */ var _model_rbac_object_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4499);
/* harmony import */ var _model_subject_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4963);
/* harmony import */ var _sentence_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8420);






/** Permissions a message names before it says that there are more. */
const shownParts = 3;
/** The gain as one sentence; the worst of it, and how much more there is. */
function wideningMessage(widening) {
    const { cause, gained, isLatent } = widening;
    const object = (0,_model_rbac_object_js__WEBPACK_IMPORTED_MODULE_1__/* .objectName */ .Hd)(cause.object);
    const worst = worstTogether(gained);
    const parts = (0,_sentence_js__WEBPACK_IMPORTED_MODULE_3__/* .compact */ .oE)(worst.map(({ judgement }) => judgement.part));
    const [first] = worst;
    const where = parts.every(({ kind }) => kind === 'url') ? '' : ` ${(0,_model_placement_js__WEBPACK_IMPORTED_MODULE_0__/* .placementName */ .v)(first?.placement)}`;
    const isAll = worst.length === gained.length &&
        worst.every(({ judgement, permission }) => (0,_model_permission_js__WEBPACK_IMPORTED_MODULE_4__/* .permissionKey */ .$5)(judgement.part) === (0,_model_permission_js__WEBPACK_IMPORTED_MODULE_4__/* .permissionKey */ .$5)(permission));
    const what = `${parts.slice(0, shownParts).map(_sentence_js__WEBPACK_IMPORTED_MODULE_3__/* .describe */ .q0).join('; ')}${where}`;
    const more = isAll && parts.length <= shownParts ? '' : ', and more';
    if (isLatent)
        return `${object}, which nothing here binds, now allows to ${what}${more}.`;
    const label = cause.kind === 'label' ? ` (label ${cause.label})` : '';
    const role = 'role' in cause.object ? `, through ${cause.object.role.kind} ${cause.object.role.name}` : '';
    return `${object}${label} newly lets ${subjectList(first?.subjects ?? [])} ${what}${more}${role}.`;
}
/** Further lines: each permission with where and who, why it matters, and the ways it is held. */
function wideningDetails(widening) {
    const lines = widening.gained.map(({ permission, placement, subjects, judgement }) => {
        const who = subjects.length > 0 ? `: ${subjectList(subjects)}` : '';
        const why = judgement.reason === undefined ? '' : `, which lets them ${judgement.reason}`;
        const where = permission.kind === 'url' ? '' : ` ${(0,_model_placement_js__WEBPACK_IMPORTED_MODULE_0__/* .placementName */ .v)(placement)}`;
        return `${(0,_sentence_js__WEBPACK_IMPORTED_MODULE_3__/* .describe */ .q0)(permission)}${where} (${judgement.severity}${why})${who}`;
    });
    const routes = widening.routes.map((route) => `through ${route}`);
    return [...limited(lines, 20, 'permissions'), ...limited(routes, 10, 'ways')];
}
/** The narrower form that would do, where one is obvious. */
function wideningRemedy(widening) {
    const permissions = widening.gained.map(({ permission }) => permission);
    const advice = [];
    const wildcards = [
        permissions.some(({ verbs }) => verbs.includes('*')) ? 'verbs' : '',
        permissions.some((each) => each.kind === 'resource' && each.resources.includes('*')) ? 'resources' : '',
        permissions.some((each) => each.kind === 'resource' && each.groups.includes('*')) ? 'API groups' : '',
    ].filter((text) => text !== '');
    const { cause } = widening;
    if (widening.isForEveryone)
        advice.push('Bind a group of your own instead of everyone');
    if (cause.kind === 'role-reference')
        advice.push('Bind a role that holds only what is needed');
    if (wildcards.length > 0)
        advice.push(`Name the ${wildcards.join(', the ')} that are needed instead of "*"`);
    const reads = permissions.some((each) => each.kind === 'resource' && each.resources.includes('secrets') && each.names.includes(null));
    if (reads)
        advice.push('Name the Secrets in resourceNames, and leave out list and watch');
    if (widening.gained.some(({ placement }) => placement === undefined) && cause.kind !== 'label') {
        advice.push('Where single namespaces will do, grant it by a RoleBinding in each');
    }
    if (advice.length === 0)
        advice.push('Leave out what is not needed');
    return `${advice.join('. ')}. If all of it is meant, have it reviewed and accept it in .gitops-gate/policy.yaml.`;
}
/** What was gained, for the fingerprint: the same in any order of entries, files or subjects. */
function gainedKeys(gained) {
    return gained
        .map(({ permission, placement, subjects }) => {
        const where = placement === undefined ? '' : stable(placement);
        return JSON.stringify([canonical(permission), where, stableKeys(subjects)]);
    })
        .sort();
}
const stableKeys = (0,_model_memoize_js__WEBPACK_IMPORTED_MODULE_5__/* .memoize */ .B)((subjects) => subjects
    .map(({ key }) => key)
    .sort()
    .map(stable));
/** The first subjects by name, and how many more. */
const subjectList = (0,_model_memoize_js__WEBPACK_IMPORTED_MODULE_5__/* .memoize */ .B)((subjects) => (0,_sentence_js__WEBPACK_IMPORTED_MODULE_3__/* .enumerate */ .HL)([...new Set(subjects.map(_model_subject_js__WEBPACK_IMPORTED_MODULE_2__/* .subjectName */ .wn))]));
/** The object a finding is about. */
function identity({ group, kind, namespace, name }) {
    return { group, kind, namespace, name };
}
/** The worst permissions, as far as the same subjects gain them in the same place. */
function worstTogether(gained) {
    const [first] = gained;
    if (first === undefined)
        return [];
    const who = subjectList(first.subjects);
    return gained.filter(({ judgement, placement, subjects }) => judgement.severity === first.judgement.severity && placement === first.placement && subjectList(subjects) === who);
}
function canonical(permission) {
    return Object.entries(permission)
        .map(([factor, entries]) => [
        factor,
        Array.isArray(entries) ? entries.map((entry) => entry ?? 'any name').sort() : entries,
    ])
        .sort();
}
/** Without the directory that stands in for a namespace left open: a finding keeps its fingerprint when files move. */
function stable(text) {
    return text.replace(/\?[^:]*/, '?');
}
function limited(lines, most, what) {
    return lines.length <= most ? lines : [...lines.slice(0, most), `and ${lines.length - most} more ${what}`];
}
/** A change that was not judged, as one sentence. */
function tooLargeMessage({ resource, most }) {
    const object = resource === undefined ? '' : `, with ${resource.kind} ${resource.name} the largest changed object`;
    return `What this change grants is too large to judge: comparing all its subjects and rules takes more than ${most.toLocaleString('en')} steps${object}.`;
}


/***/ }),

/***/ 7330:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ isClusterScopedSomewhere),
/* harmony export */   Z: () => (/* binding */ isClusterScoped)
/* harmony export */ });
/**
 * Resources that no namespace holds, by API group (kubectl api-resources --namespaced=false of Kubernetes 1.35, and
 * the virtual ones of impersonation and certificate signing). What is not listed counts as namespaced.
 */
const clusterScoped = {
    '': ['componentstatuses', 'nodes', 'persistentvolumes', 'users', 'groups', 'uids'],
    'admissionregistration.k8s.io': [
        'mutatingadmissionpolicies',
        'mutatingadmissionpolicybindings',
        'mutatingwebhookconfigurations',
        'validatingadmissionpolicies',
        'validatingadmissionpolicybindings',
        'validatingwebhookconfigurations',
    ],
    'apiextensions.k8s.io': ['customresourcedefinitions'],
    'apiregistration.k8s.io': ['apiservices'],
    'authentication.k8s.io': ['selfsubjectreviews', 'tokenreviews', 'uids', 'userextras'],
    'authorization.k8s.io': ['selfsubjectaccessreviews', 'selfsubjectrulesreviews', 'subjectaccessreviews'],
    'certificates.k8s.io': ['certificatesigningrequests', 'clustertrustbundles', 'signers'],
    'flowcontrol.apiserver.k8s.io': ['flowschemas', 'prioritylevelconfigurations'],
    'internal.apiserver.k8s.io': ['storageversions'],
    'metrics.k8s.io': ['nodes'],
    'networking.k8s.io': ['ingressclasses', 'ipaddresses', 'servicecidrs'],
    'node.k8s.io': ['runtimeclasses'],
    'rbac.authorization.k8s.io': ['clusterrolebindings', 'clusterroles'],
    'resource.k8s.io': ['deviceclasses', 'devicetaintrules', 'resourceslices'],
    'scheduling.k8s.io': ['priorityclasses'],
    'storage.k8s.io': ['csidrivers', 'csinodes', 'storageclasses', 'volumeattachments', 'volumeattributesclasses'],
    'storagemigration.k8s.io': ['storageversionmigrations'],
};
const clusterScopedNames = new Set(Object.values(clusterScoped).flat());
/** Whether the resource (a subresource follows its parent) is known to be cluster-scoped. */
function isClusterScoped(group, resource) {
    return Object.hasOwn(clusterScoped, group) && clusterScoped[group]?.includes(parentOf(resource)) === true;
}
/** Whether the resource is known to be cluster-scoped in any API group. */
function isClusterScopedSomewhere(resource) {
    return clusterScopedNames.has(parentOf(resource));
}
function parentOf(resource) {
    const slash = resource.indexOf('/');
    const parent = slash < 0 ? resource : resource.slice(0, slash);
    return parent.startsWith('userextras') ? 'userextras' : parent;
}


/***/ }),

/***/ 8377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fg: () => (/* binding */ uncoveredOf),
/* harmony export */   KY: () => (/* binding */ uncovered),
/* harmony export */   Ni: () => (/* binding */ hasEntry)
/* harmony export */ });
/* harmony import */ var _memoize_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9863);
/* harmony import */ var _permission_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9392);
/* harmony import */ var _step_budget_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8267);



/** Entry-by-rule comparisons, and parts of the answer, that one question may cost; beyond it everything asked about counts as not covered. */
const comparisonLimit = 1_000_000;
const factorCovers = {
    resource: [coversWord, coversWord, coversResource, coversName],
    url: [coversWord, coversUrl],
};
/**
 * The part of `head` that no single permission of `base` covers, as disjoint permissions; empty when all is covered.
 * An atom (verb, group, resource, name) or (verb, URL) must be covered by one permission alone
 * (k8s.io/component-helpers/auth/rbac/validation/policy_comparator.go). Works factor by factor: entries that the
 * same permissions cover are treated alike, the product is never enumerated.
 */
function uncovered(head, base, work = new _step_budget_js__WEBPACK_IMPORTED_MODULE_0__/* .StepBudget */ .g4()) {
    const owners = base.filter((owner) => owner.kind === head.kind).map(_permission_js__WEBPACK_IMPORTED_MODULE_1__/* .factorsOf */ .et);
    if (owners.length === 0)
        return [head];
    const search = {
        factors: (0,_permission_js__WEBPACK_IMPORTED_MODULE_1__/* .factorsOf */ .et)(head),
        kind: head.kind,
        covers: factorCovers[head.kind],
        owners,
        known: new Map(),
        left: comparisonLimit,
    };
    const parts = uncoveredFrom(search, 0, [...owners.keys()]);
    work.charge(10 + comparisonLimit - search.left);
    if (search.left < 0)
        return [head];
    return parts.map((factors) => (0,_permission_js__WEBPACK_IMPORTED_MODULE_1__/* .permissionOf */ .Fp)(head.kind, factors));
}
/** What `uncovered` says of several permissions, each part once. */
function uncoveredOf(heads, base, work = new _step_budget_js__WEBPACK_IMPORTED_MODULE_0__/* .StepBudget */ .g4()) {
    const parts = new Map();
    for (const head of heads)
        for (const part of uncovered(head, base, work))
            parts.set((0,_permission_js__WEBPACK_IMPORTED_MODULE_1__/* .permissionKey */ .$5)(part), part);
    return [...parts.values()];
}
/** The uncovered products of the factors from `depth` on, when only `candidates` cover the factors before. */
function uncoveredFrom(search, depth, candidates) {
    const factor = search.factors[depth];
    if (factor === undefined)
        return candidates.length > 0 ? [] : [[]];
    if (candidates.length === 0)
        return [search.factors.slice(depth)];
    const question = `${depth}:${candidates.length === search.owners.length ? 'all' : candidates.join()}`;
    const known = search.known.get(question);
    if (known !== undefined)
        return known;
    const parts = new Map();
    for (const { entries, owners } of alike(search, depth, factor, candidates)) {
        if (search.left < 0)
            return [];
        const rest = uncoveredFrom(search, depth + 1, owners);
        if (rest.length === 0)
            continue;
        const key = JSON.stringify(rest);
        const part = parts.get(key);
        if (part === undefined)
            parts.set(key, { entries: [...entries], rest });
        else
            part.entries.push(...entries);
    }
    const answer = [...parts.values()].flatMap(({ entries, rest }) => rest.map((factors) => [entries, ...factors]));
    search.left -= answer.length * (search.factors.length - depth);
    search.known.set(question, answer);
    return answer;
}
/** The entries of a factor, grouped by which candidates cover them. */
function alike(search, depth, factor, candidates) {
    const classes = new Map();
    const covers = search.covers[depth] ?? coversWord;
    search.left -=
        factor.length * candidates.length * (search.kind === 'url' && depth === 1 ? longest(search, candidates) : 1);
    if (search.left < 0)
        return [];
    for (const entry of factor) {
        const owners = candidates.filter((index) => covers(search.owners[index]?.[depth] ?? [], entry));
        const key = owners.length === candidates.length ? 'all' : owners.join();
        const found = classes.get(key);
        if (found === undefined)
            classes.set(key, { entries: [entry], owners });
        else
            found.entries.push(entry);
    }
    return classes.values();
}
/** Lengths of URL patterns to try, for the owner that has most. */
function longest({ owners }, candidates) {
    return candidates.reduce((most, index) => Math.max(most, stemsOf(owners[index]?.[1] ?? []).lengths.length), 1);
}
function coversWord(owner, entry) {
    return hasEntry(owner, '*') || hasEntry(owner, entry);
}
function coversResource(owner, entry) {
    if (coversWord(owner, entry))
        return true;
    const slash = entry?.indexOf('/') ?? -1;
    return slash >= 0 && hasEntry(owner, `*${entry?.slice(slash)}`);
}
function coversName(owner, entry) {
    return hasEntry(owner, null) || hasEntry(owner, entry);
}
function coversUrl(owner, entry) {
    if (hasEntry(owner, entry))
        return true;
    const url = entry ?? '';
    const { lengths, stems } = stemsOf(owner);
    return lengths.some((length) => length <= url.length && stems.has(url.slice(0, length)));
}
/** What stands before the asterisk at the end of each pattern, and how long that can be. */
const stemsOf = (0,_memoize_js__WEBPACK_IMPORTED_MODULE_2__/* .memoize */ .B)((patterns) => {
    const stems = patterns.flatMap((pattern) => (pattern?.endsWith('*') ? withoutAsterisks(pattern) : []));
    return { stems: new Set(stems), lengths: [...new Set(stems.map(({ length }) => length))] };
});
const sets = new WeakMap();
function withoutAsterisks(pattern) {
    let end = pattern.length;
    while (pattern[end - 1] === '*')
        end--;
    return pattern.slice(0, end);
}
/** Whether the factor has the entry itself. */
function hasEntry(factor, entry) {
    if (factor.length < 8)
        return factor.includes(entry);
    let set = sets.get(factor);
    if (set === undefined) {
        set = new Set(factor);
        sets.set(factor, set);
    }
    return set.has(entry);
}


/***/ }),

/***/ 9863:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ memoize)
/* harmony export */ });
/** The function, computing the answer for each object once, for as long as the object lives. */
function memoize(compute) {
    const known = new WeakMap();
    return (key) => {
        const value = known.get(key);
        if (value !== undefined)
            return value;
        const computed = compute(key);
        known.set(key, computed);
        return computed;
    };
}


/***/ }),

/***/ 1345:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ size),
/* harmony export */   w: () => (/* binding */ PermissionIndex)
/* harmony export */ });
/* harmony import */ var _coverage_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8377);

/** Finds, among many permissions, those that could cover a part of one: they share an entry of each factor with it. */
class PermissionIndex {
    #byVerb = new Map();
    /** URL permissions stand under the empty text, here and by resource. */
    #byGroup = new Map();
    #byResource = new Map();
    #byName = new Map();
    #work;
    constructor(items, work) {
        this.#work = work;
        for (const item of items) {
            work.charge(size(item.permission));
            for (const verb of item.permission.verbs)
                push(this.#byVerb, verb, item);
            for (const group of groupsOf(item.permission))
                push(this.#byGroup, group, item);
            for (const resource of resourcesOf(item.permission))
                push(this.#byResource, resource, item);
            for (const name of namesOf(item.permission))
                push(this.#byName, name, item);
        }
    }
    /** The part of the permission that no single item covers. */
    missing(permission, work) {
        const owners = this.candidates(permission).map((item) => item.permission);
        return (0,_coverage_js__WEBPACK_IMPORTED_MODULE_0__/* .uncovered */ .KY)(permission, owners, work);
    }
    /** The items that could cover a part of the permission, each once. */
    candidates(permission) {
        const verbs = new Set(['*', ...permission.verbs]);
        const groups = new Set(['*', ...groupsOf(permission)]);
        const resources = coveringResources(permission);
        const names = new Set([null, ...namesOf(permission)]);
        const lists = [
            listsOf(this.#byVerb, verbs),
            listsOf(this.#byGroup, groups),
            listsOf(this.#byResource, resources),
            listsOf(this.#byName, names),
        ];
        const [rarest = []] = lists.sort((a, b) => count(a) - count(b));
        this.#work.charge(20 + 4 * count(rarest) + (size(permission) >> 3));
        return [...new Set(rarest.flat())].filter((item) => item.permission.verbs.some((verb) => verbs.has(verb)) &&
            groupsOf(item.permission).some((group) => groups.has(group)) &&
            resourcesOf(item.permission).some((resource) => resources.has(resource)));
    }
}
/** Entries of all factors. */
function size(permission) {
    if (permission.kind === 'url')
        return permission.verbs.length + permission.urls.length;
    const { verbs, groups, resources, names } = permission;
    return verbs.length + groups.length + resources.length + names.length;
}
function groupsOf(permission) {
    return permission.kind === 'url' ? [''] : permission.groups;
}
function resourcesOf(permission) {
    return permission.kind === 'url' ? [''] : permission.resources;
}
function namesOf(permission) {
    return permission.kind === 'url' ? [null] : permission.names;
}
/** The resource entries that could cover one of the permission's. */
function coveringResources(permission) {
    if (permission.kind === 'url')
        return new Set(['']);
    const keys = new Set(['*', ...permission.resources]);
    for (const resource of permission.resources) {
        const slash = resource.indexOf('/');
        if (slash >= 0)
            keys.add(`*${resource.slice(slash)}`);
    }
    return keys;
}
function listsOf(index, keys) {
    return [...keys].map((key) => index.get(key) ?? []);
}
function count(items) {
    return items.reduce((sum, list) => sum + list.length, 0);
}
function push(groups, key, item) {
    const group = groups.get(key);
    if (group === undefined)
        groups.set(key, [item]);
    else
        group.push(item);
}


/***/ }),

/***/ 7424:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ effectiveIn),
/* harmony export */   v: () => (/* binding */ placementName)
/* harmony export */ });
/* harmony import */ var _cluster_scoped_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7330);
/* harmony import */ var _subject_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4963);


/** Verbs whose request for a Namespace object carries that namespace (apiserver request.RequestInfoFactory; watch by its old path). */
const namedNamespaceVerbs = new Set(['get', 'watch', 'update', 'patch', 'delete', '*']);
/**
 * What of a permission has effect in `placement`. A RoleBinding gives no URLs and no cluster-scoped resources, except
 * its own Namespace object; `bind` on clusterroles counts, for the API server asks it in the RoleBinding's namespace
 * (pkg/registry/rbac/escalation_check.go, BindingAuthorized).
 */
function effectiveIn(placement, permission) {
    if (placement === undefined)
        return [permission];
    if (permission.kind === 'url')
        return [];
    const parts = [];
    /** Namespaced resources that the same groups serve. */
    const namespaced = new Map();
    for (const resource of permission.resources) {
        parts.push(...ownNamespace(placement, permission, resource), ...bindInNamespace(permission, resource));
        const groups = !(0,_cluster_scoped_js__WEBPACK_IMPORTED_MODULE_0__/* .isClusterScopedSomewhere */ .A)(resource) && !isNamespaceObject(resource)
            ? permission.groups
            : permission.groups.filter((group) => !(0,_cluster_scoped_js__WEBPACK_IMPORTED_MODULE_0__/* .isClusterScoped */ .Z)(group, resource) && !(group === '' && isNamespaceObject(resource)));
        const key = groups.length === permission.groups.length ? '' : JSON.stringify(groups);
        const part = namespaced.get(key);
        if (part === undefined)
            namespaced.set(key, { groups, resources: [resource] });
        else
            part.resources.push(resource);
    }
    for (const { groups, resources } of namespaced.values()) {
        if (groups.length > 0)
            parts.push({ ...permission, groups, resources });
    }
    return parts;
}
/** The placement as people write it. */
function placementName(placement) {
    if (placement === undefined)
        return 'in every namespace';
    return placement.startsWith(_subject_js__WEBPACK_IMPORTED_MODULE_1__/* .unknownNamespacePrefix */ .$b) ? 'in its namespace' : `in namespace ${placement}`;
}
function isNamespaceObject(resource) {
    return resource === 'namespaces' || resource.startsWith('namespaces/');
}
function ownNamespace(namespace, permission, resource) {
    if (!isNamespaceObject(resource) || !permission.groups.includes(''))
        return [];
    if (!permission.names.some((name) => name === null || name === namespace))
        return [];
    const verbs = permission.verbs.filter((verb) => namedNamespaceVerbs.has(verb));
    return verbs.length === 0
        ? []
        : [{ kind: 'resource', verbs, groups: [''], resources: [resource], names: [namespace] }];
}
function bindInNamespace(permission, resource) {
    const group = 'rbac.authorization.k8s.io';
    if (resource !== 'clusterroles' || !permission.groups.includes(group))
        return [];
    if (!permission.verbs.includes('bind') && !permission.verbs.includes('*'))
        return [];
    return [{ ...permission, verbs: ['bind'], groups: [group], resources: [resource] }];
}


/***/ }),

/***/ 8267:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AF: () => (/* binding */ StepLimitError),
/* harmony export */   JS: () => (/* binding */ mostSteps),
/* harmony export */   g4: () => (/* binding */ StepBudget)
/* harmony export */ });
/**
 * Steps that judging one scope may cost, by its objects on both sides. A step is about one comparison of two entries;
 * ten million of them take a second or two. Repositories in which every object changes need about 500 an object.
 */
function mostSteps(objects) {
    return 10_000_000 + 600 * objects;
}
/** Judging would take more steps than allowed. */
class StepLimitError extends Error {
    constructor(most) {
        super(`more than ${most} steps`);
    }
}
/** Counts the steps of a judgement, so that it ends, and ends alike on every machine, whatever it is asked. */
class StepBudget {
    most;
    #done = 0;
    constructor(most = Number.POSITIVE_INFINITY) {
        this.most = most;
    }
    get done() {
        return this.#done;
    }
    /** Counts steps that are about to be taken. Throws StepLimitError where they are more than is left. */
    charge(steps) {
        this.#done += steps;
        if (this.#done > this.most)
            throw new StepLimitError(this.most);
    }
}


/***/ }),

/***/ 7389:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ keyOf),
/* harmony export */   s: () => (/* binding */ HeldPermissions)
/* harmony export */ });
/* harmony import */ var _model_coverage_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8377);
/* harmony import */ var _model_memoize_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9863);
/* harmony import */ var _model_permission_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9392);
/* harmony import */ var _model_permission_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1345);
/* harmony import */ var _model_subject_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4963);





const keyOf = (0,_model_memoize_js__WEBPACK_IMPORTED_MODULE_3__/* .memoize */ .B)(_model_permission_js__WEBPACK_IMPORTED_MODULE_4__/* .permissionKey */ .$5);
/** What subjects hold on one side of the change, looked up once for all that are bound alike. */
class HeldPermissions {
    #state;
    #work;
    #numbers = new Map();
    #byBindings = new Map();
    #byBinders = new Map();
    #known = new Map();
    constructor(state, work) {
        this.#state = state;
        this.#work = work;
        for (const [number, binding] of state.bindings.entries())
            this.#numbers.set(binding, number);
    }
    /** What the subject and the groups it is in are given everywhere, and in the place. */
    holdings(subject, placement) {
        const question = placement === undefined ? subject.key : `${placement}/${subject.key}`;
        const known = this.#known.get(question);
        if (known !== undefined)
            return known;
        const places = placement === undefined ? [undefined] : [undefined, placement];
        const bindings = [subject.key, ...(0,_model_subject_js__WEBPACK_IMPORTED_MODULE_2__/* .impliedGroups */ .Dc)(subject)]
            .flatMap((key) => places.map((place) => this.#state.bindingsOf(key, place)))
            .filter((list) => list.length > 0);
        this.#work.charge(bindings.reduce((sum, list) => sum + list.length, 1));
        const keys = bindings.map((list) => list.map((binding) => this.#numbers.get(binding)).join());
        const together = keys.join(' ');
        const holdings = this.#byBinders.get(together) ??
            bindings.map((list, index) => this.#holding(keys[index] ?? '', list)).filter(({ entries }) => entries.length > 0);
        this.#byBinders.set(together, holdings);
        this.#known.set(question, holdings);
        return holdings;
    }
    /** The part of a permission that is not among the holdings, by the entries that count. */
    missing(holdings, permission, counts) {
        this.#work.charge(4 + holdings.length);
        if (holdings.length === 0)
            return [permission];
        const key = keyOf(permission);
        if (holdings.some(({ byKey }) => byKey.get(key)?.some(counts)))
            return [];
        const owners = holdings.flatMap(({ index }) => index.candidates(permission)).filter(counts);
        return (0,_model_coverage_js__WEBPACK_IMPORTED_MODULE_0__/* .uncovered */ .KY)(permission, permissionsOf(owners), this.#work);
    }
    #holding(key, bindings) {
        const known = this.#byBindings.get(key);
        if (known !== undefined)
            return known;
        const holding = this.#indexed(bindings.flatMap((binding) => this.#granted(binding)));
        this.#byBindings.set(key, holding);
        return holding;
    }
    #granted(binding) {
        const rules = this.#state.resolve(binding).flatMap((role) => this.#state.effectiveRules(role));
        this.#work.charge(1 + 10 * rules.length);
        return rules.flatMap(({ rule, chain }) => rule.permissions.map((permission) => ({ permission, binding, chain })));
    }
    #indexed(entries) {
        const byKey = new Map();
        const roles = new Set();
        const work = this.#work;
        for (const entry of entries) {
            work.charge((0,_model_permission_index_js__WEBPACK_IMPORTED_MODULE_1__/* .size */ .E)(entry.permission));
            const group = byKey.get(keyOf(entry.permission));
            if (group === undefined)
                byKey.set(keyOf(entry.permission), [entry]);
            else
                group.push(entry);
            const [role] = entry.chain;
            if (role !== undefined)
                roles.add(role);
        }
        let index;
        return {
            entries,
            byKey,
            roles,
            get index() {
                index ??= new _model_permission_index_js__WEBPACK_IMPORTED_MODULE_1__/* .PermissionIndex */ .w(entries, work);
                return index;
            },
        };
    }
}
/** Each permission once. */
function permissionsOf(entries) {
    return [...new Map(entries.map(({ permission }) => [keyOf(permission), permission])).values()];
}


/***/ }),

/***/ 8538:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ namesUnknownRole),
  S: () => (/* binding */ rbacState)
});

// EXTERNAL MODULE: ./build/rbac/model/memoize.js
var memoize = __webpack_require__(9863);
// EXTERNAL MODULE: ./build/rbac/model/rbac-object.js
var rbac_object = __webpack_require__(4499);
// EXTERNAL MODULE: ./build/rbac/model/step-budget.js
var step_budget = __webpack_require__(8267);
// EXTERNAL MODULE: ./build/rbac/model/subject.js
var subject = __webpack_require__(4963);
// EXTERNAL MODULE: ./build/rbac/model/label-selector.js
var label_selector = __webpack_require__(8163);
;// CONCATENATED MODULE: ./build/rbac/read/complete-fragments.js

/** Stands where neither a patch nor anything beside it says which role is bound. */
const unnamedRole = { kind: 'ClusterRole', name: '(named elsewhere)' };
/**
 * A kustomize patch may hold half of a binding: subjects without a role, or a role without subjects. The other half is
 * that of the binding it patches, where it stands beside it; a role that is named nowhere is an unknown one.
 */
function completeFragments(bindings) {
    if (bindings.every(isWhole))
        return bindings;
    const whole = new Map();
    for (const binding of bindings.filter(isWhole)) {
        const known = whole.get((0,rbac_object/* identityOf */.cu)(binding));
        if (known === undefined)
            whole.set((0,rbac_object/* identityOf */.cu)(binding), [binding]);
        else
            known.push(binding);
    }
    return bindings.flatMap((binding) => {
        if (isWhole(binding))
            return [binding];
        const [patched, ...more] = whole.get((0,rbac_object/* identityOf */.cu)(binding)) ?? [];
        if (binding.subjects.length > 0) {
            // Which of several it patches is not known.
            const role = patched === undefined || more.length > 0 ? unnamedRole : patched.role;
            return [{ ...binding, role, rolePath: [] }];
        }
        return patched === undefined ? [binding] : [{ ...binding, subjects: patched.subjects }];
    });
}
function isWhole({ role, subjects, resource }) {
    return role.name === '' ? subjects.length === 0 : subjects.length > 0 || resource?.value.subjects !== undefined;
}

;// CONCATENATED MODULE: ./build/rbac/read/operator-permissions.js


/**
 * The roles and bindings the Operator Lifecycle Manager makes of a ClusterServiceVersion's `clusterPermissions` (for
 * every namespace) and `permissions` (for the operator's own), one pair per entry.
 */
function readOperatorPermissions(resource) {
    const roles = [];
    const bindings = [];
    const install = mapping(mapping(mapping(resource.value.spec).install).spec);
    // Bundles are published with `placeholder`; the subscription decides where the operator runs.
    const namespace = resource.namespace === 'placeholder'
        ? `${subject/* unknownNamespacePrefix */.$b}${operatorName(resource.name)}`
        : (0,rbac_object/* namespaceOf */.N6)(resource);
    for (const field of ['clusterPermissions', 'permissions']) {
        const count = new Map();
        for (const [index, item] of list(install[field]).entries()) {
            const { serviceAccountName, rules } = mapping(item);
            const account = typeof serviceAccountName === 'string' ? serviceAccountName : 'default';
            const nth = (count.get(account) ?? 0) + 1;
            count.set(account, nth);
            const path = ['spec', 'install', 'spec', field, index];
            const name = `${operatorName(resource.name)}/${field}/${account}${nth > 1 ? `/${nth}` : ''}`;
            const role = operatorRole(resource, field, namespace, name, path, list(rules));
            roles.push(role);
            bindings.push({
                kind: role.kind === 'ClusterRole' ? 'ClusterRoleBinding' : 'RoleBinding',
                name,
                namespace: role.namespace,
                origin: 'repository',
                role: { kind: role.kind, name },
                rolePath: path,
                subjects: [
                    {
                        subject: (0,subject/* subjectOf */.et)('ServiceAccount', account, namespace),
                        path: [...path, 'serviceAccountName'],
                    },
                ],
                resource,
            });
        }
    }
    return { roles, bindings };
}
function operatorRole(resource, field, namespace, name, path, rules) {
    return {
        kind: field === 'permissions' ? 'Role' : 'ClusterRole',
        name,
        namespace: field === 'permissions' ? namespace : undefined,
        origin: 'repository',
        labels: {},
        selectors: undefined,
        rules: rules.map((rule, index) => (0,rbac_object/* ruleAt */.mH)([...path, 'rules', index], rule)),
        resource,
        reconciled: true,
    };
}
/** Without the version, so that the next version of an operator is compared with the one before. */
function operatorName(name) {
    return name.replace(/\.v?\d+\.\d+.*$/, '');
}
function list(value) {
    return Array.isArray(value) ? value : [];
}
function mapping(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}

;// CONCATENATED MODULE: ./build/rbac/read/security-constraints.js


const group = 'security.openshift.io';
/**
 * The users and groups of OpenShift's SecurityContextConstraints, who may run pods under it as if they were bound to a role
 * that lets them `use` it (github.com/openshift/apiserver-library-go, securitycontextconstraints/sccmatching).
 */
function readSecurityConstraints(resource) {
    const named = [...subjects(resource, 'users', 'User'), ...subjects(resource, 'groups', 'Group')];
    if (named.length === 0)
        return { roles: [], bindings: [] };
    const name = `SecurityContextConstraints/${resource.name}`;
    const rule = {
        verbs: ['use'],
        apiGroups: [group],
        resources: ['securitycontextconstraints'],
        resourceNames: [resource.name],
    };
    const common = { name, namespace: undefined, origin: 'repository', resource };
    return {
        roles: [
            { ...common, kind: 'ClusterRole', labels: {}, selectors: undefined, rules: [(0,rbac_object/* ruleAt */.mH)([], rule)], reconciled: true },
        ],
        bindings: [
            {
                ...common,
                kind: 'ClusterRoleBinding',
                role: { kind: 'ClusterRole', name },
                rolePath: [],
                subjects: named,
            },
        ],
    };
}
/** Whether the resource is one, of OpenShift's group or of the core group where it once stood. */
function isSecurityConstraints({ kind, group: own }) {
    return kind === 'SecurityContextConstraints' && (own === group || own === '');
}
function subjects(resource, field, kind) {
    const names = resource.value[field];
    if (!Array.isArray(names))
        return [];
    return names.flatMap((name, index) => typeof name === 'string' && name !== '' ? [{ subject: (0,subject/* subjectOf */.et)(kind, name), path: [field, index] }] : []);
}

;// CONCATENATED MODULE: ./build/rbac/read/read-rbac.js






const kubernetesGroup = 'rbac.authorization.k8s.io';
/** OpenShift's own API; it once stood in the core group as well. */
const openshiftGroups = new Set(['authorization.openshift.io', '']);
const none = { roles: [], bindings: [] };
/** What was read of each resource: one that no change touches stands on both sides. */
const known = new WeakMap();
/** Every role and binding among the resources, of any API version, and what operator bundles ask for. */
function readRbac(resources) {
    const objects = resources.map((resource) => {
        let read = known.get(resource);
        if (read === undefined) {
            read = readResource(resource);
            known.set(resource, read);
        }
        return read;
    });
    const bindings = completeFragments(objects.flatMap((object) => object.bindings));
    return { roles: objects.flatMap(({ roles }) => roles), bindings };
}
function readResource(resource) {
    const { group } = resource;
    const kind = kindOf(resource);
    if (kind === 'ClusterServiceVersion')
        return readOperatorPermissions(resource);
    if (isSecurityConstraints(resource))
        return readSecurityConstraints(resource);
    const isOpenshift = openshiftGroups.has(group);
    if (group !== kubernetesGroup && !isOpenshift)
        return none;
    if (kind === 'Role' || kind === 'ClusterRole')
        return { roles: [readRole(resource, kind, isOpenshift)], bindings: [] };
    if (kind !== 'RoleBinding' && kind !== 'ClusterRoleBinding')
        return none;
    return { roles: [], bindings: [readBinding(resource, kind, isOpenshift)] };
}
/** Where a template or a substitution makes the kind, what the object states tells; then it counts as the wider one. */
function kindOf({ kind, value }) {
    if (!kind.includes('{{') && !kind.includes('${'))
        return kind;
    if (value.roleRef !== undefined || value.subjects !== undefined)
        return 'ClusterRoleBinding';
    return value.rules !== undefined || value.aggregationRule !== undefined ? 'ClusterRole' : kind;
}
function readRole(resource, kind, isOpenshift) {
    const metadata = read_rbac_mapping(resource.value.metadata);
    const aggregation = resource.value.aggregationRule;
    const annotations = (0,label_selector/* readLabels */.k2)(metadata.annotations);
    return {
        kind,
        name: resource.name,
        namespace: kind === 'Role' ? (0,rbac_object/* namespaceOf */.N6)(resource) : undefined,
        origin: 'repository',
        labels: (0,label_selector/* readLabels */.k2)(metadata.labels),
        selectors: kind === 'ClusterRole' && isMapping(aggregation) ? readSelectors(aggregation) : undefined,
        rules: read_rbac_list(resource.value.rules).map((rule, index) => (0,rbac_object/* ruleAt */.mH)(['rules', index], isOpenshift ? openshiftRule(rule) : rule)),
        resource,
        reconciled: annotations['rbac.authorization.kubernetes.io/autoupdate'] !== 'false' || resource.value.rules === undefined,
    };
}
/** Undefined, so that its own rules count, where a selector is one the API server refuses. */
function readSelectors(aggregation) {
    const selectors = read_rbac_list(aggregation.clusterRoleSelectors).map(label_selector/* readLabelSelector */.Qt);
    const valid = selectors.filter((selector) => selector !== undefined);
    return valid.length === selectors.length ? valid : undefined;
}
const openshiftRules = new WeakMap();
/** OpenShift's defaulting: a rule without groups is about the core group; all verbs on all resources is about every group. */
function openshiftRule(value) {
    if (!isMapping(value) || read_rbac_list(value.apiGroups).length > 0 || read_rbac_list(value.resources).length === 0)
        return value;
    const known = openshiftRules.get(value);
    if (known !== undefined)
        return known;
    const everything = read_rbac_list(value.verbs).includes('*') && read_rbac_list(value.resources).includes('*');
    const rule = { ...value, apiGroups: [everything ? '*' : ''] };
    openshiftRules.set(value, rule);
    return rule;
}
function readBinding(resource, kind, isOpenshift) {
    const namespace = kind === 'RoleBinding' ? (0,rbac_object/* namespaceOf */.N6)(resource) : undefined;
    const reference = read_rbac_mapping(resource.value.roleRef);
    const written = typeof reference.kind === 'string' ? reference.kind : '';
    const openshiftKind = kind === 'RoleBinding' && reference.namespace ? 'Role' : 'ClusterRole';
    const roleKind = isOpenshift ? written || openshiftKind : written;
    const name = typeof reference.name === 'string' ? reference.name : '';
    return {
        kind,
        name: resource.name,
        namespace,
        origin: 'repository',
        role: { kind: roleKind, name },
        rolePath: ['roleRef', 'name'],
        subjects: readSubjects(resource, namespace, isOpenshift),
        resource,
    };
}
function readSubjects(resource, namespace, isOpenshift) {
    const old = resource.version === 'v1alpha1';
    const subjects = read_rbac_list(resource.value.subjects).flatMap((item, index) => readSubject(read_rbac_mapping(item), ['subjects', index], namespace, old));
    if (!isOpenshift || subjects.length > 0)
        return subjects;
    const named = (field, kind) => read_rbac_list(resource.value[field]).flatMap((name, index) => typeof name === 'string' ? [{ subject: (0,subject/* subjectOf */.et)(kind, name), path: [field, index] }] : []);
    return [...named('userNames', 'User'), ...named('groupNames', 'Group')];
}
/** None where the subject matches nobody (pkg/registry/rbac/validation/rule.go, appliesToUser). */
function readSubject(item, path, namespace, old) {
    const { kind, name } = item;
    if (typeof name !== 'string' || name === '')
        return [];
    switch (kind) {
        case 'User':
        case 'SystemUser':
            // v1alpha1 read the user `*` as everyone who is logged in (pkg/apis/rbac/v1alpha1/conversion.go).
            if (old && name === '*')
                return [{ subject: (0,subject/* subjectOf */.et)('Group', 'system:authenticated'), path }];
            return [{ subject: (0,subject/* subjectOf */.et)('User', name), path }];
        case 'Group':
        case 'SystemGroup':
            return [{ subject: (0,subject/* subjectOf */.et)('Group', name), path }];
        case 'ServiceAccount': {
            const stated = typeof item.namespace === 'string' && item.namespace !== '' ? item.namespace : namespace;
            return stated === undefined ? [] : [{ subject: (0,subject/* subjectOf */.et)('ServiceAccount', name, stated), path }];
        }
        default:
            return [];
    }
}
function read_rbac_list(value) {
    return Array.isArray(value) ? value : [];
}
function isMapping(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function read_rbac_mapping(value) {
    return isMapping(value) ? value : {};
}

;// CONCATENATED MODULE: ./build/rbac/state/aggregation.js


/** The ClusterRoles that an aggregated one's selectors fit, itself perhaps included; one set for equal selectors. */
function selections(clusterRoles, work) {
    const known = new Map();
    return (0,memoize/* memoize */.B)((role) => {
        const { selectors = [] } = role;
        const question = JSON.stringify(selectors);
        const found = known.get(question);
        if (found !== undefined)
            return found;
        work.charge(clusterRoles.length * selectors.reduce((sum, selector) => sum + 1 + requirements(selector), 0));
        const fitting = new Set(clusterRoles.filter(({ labels }) => selectors.some((selector) => (0,label_selector/* selects */.ko)(selector, labels))));
        known.set(question, fitting);
        return fitting;
    });
}
function requirements(selector) {
    return selector.reduce((sum, { values }) => sum + 1 + values.length, 0);
}
/** Whether an aggregated role selects itself by way of others. */
function cycles(selection, work) {
    return (0,memoize/* memoize */.B)((role) => {
        const seen = new Set([role]);
        /** Of each selection gone through, whether the role is in it. */
        const known = new Map();
        for (const each of seen) {
            if (each.selectors === undefined)
                continue;
            const selected = selection(each);
            work.charge(1);
            if (!known.has(selected)) {
                work.charge(selected.size);
                known.set(selected, [...selected].some(({ name }) => name === role.name));
                for (const next of selected)
                    seen.add(next);
            }
            if (each.name !== role.name && known.get(selected) === true)
                return true;
        }
        return false;
    });
}
/**
 * The fixpoint of pkg/controller/clusterroleaggregation: an aggregated role has the rules of all it selects, through
 * other aggregated roles, and none of its own, unless they can come back to it: where roles select each other, the rules
 * that one of them is applied with are copied to the others before they are overwritten, and stay. A selection that
 * many roles share is gone through once.
 */
function aggregate(role, selection, isInCycle, work) {
    const rules = [];
    const seen = new Set([role]);
    const queue = [[role]];
    /** Of each selection gone through, what is left: copies of the role that selected. */
    const left = new Map();
    for (const chain of queue) {
        const last = chain.at(-1) ?? role;
        if (last.selectors === undefined || last.keepsRules || (last.rules.length > 0 && isInCycle(last))) {
            work.charge(1 + 2 * last.rules.length);
            for (const rule of last.rules)
                rules.push({ rule, chain });
        }
        if (last.selectors === undefined)
            continue;
        const selected = selection(last);
        const fresh = [...(left.get(selected) ?? selected)].filter((next) => !seen.has(next));
        work.charge(left.get(selected)?.length ?? selected.size);
        left.set(selected, fresh.filter(({ name }) => name === last.name));
        for (const next of fresh) {
            if (next.name === last.name)
                continue;
            seen.add(next);
            work.charge(4 + chain.length);
            queue.push([...chain, next]);
        }
    }
    return rules;
}

// EXTERNAL MODULE: ./build/rbac/state/default-rbac.js + 1 modules
var default_rbac = __webpack_require__(1684);
;// CONCATENATED MODULE: ./build/rbac/state/over-default.js


/** Kubernetes' own ClusterRoles by name. */
const byName = (0,memoize/* memoize */.B)(({ roles }) => new Map(roles.filter(({ kind }) => kind === 'ClusterRole').map((role) => [role.name, role])));
/**
 * A manifest of a default ClusterRole is applied to the one Kubernetes has made: labels, rules and selectors that it does
 * not name stay, or are added again at the next start (k8s.io/component-helpers/auth/rbac/reconciliation/reconcile_role.go).
 */
function overDefault(role, defaults) {
    const own = role.kind === 'ClusterRole' ? byName(defaults).get(role.name) : undefined;
    if (own === undefined)
        return role;
    const labels = { ...own.labels, ...role.labels };
    if (!role.reconciled)
        return { ...role, labels };
    const selectors = own.selectors === undefined ? role.selectors : [...own.selectors, ...(role.selectors ?? [])];
    const rules = [...role.rules, ...own.rules.map(({ value }) => (0,rbac_object/* ruleAt */.mH)([], value))];
    // Where the manifest replaces the object, its rules hold until the next start.
    return { ...role, labels, selectors, rules, keepsRules: own.selectors !== undefined && role.selectors === undefined };
}

;// CONCATENATED MODULE: ./build/rbac/state/rbac-state.js








/**
 * The state the resources describe, with Kubernetes' default objects and the policy's declared roles beside them.
 * What is asked of it later is counted as work.
 */
function rbacState(resources, options, work = new step_budget/* StepBudget */.g4()) {
    const defaults = (0,default_rbac/* defaultRbac */.OJ)(options.kubernetesVersion);
    const own = readRbac(resources);
    // Of a ClusterRole, the manifest is read as applied over the default one, which it then stands for.
    const replaced = new Set(own.roles.filter((role) => role.kind === 'ClusterRole' || !role.reconciled).map(rbac_object/* identityOf */.cu));
    const roles = [
        ...own.roles.map((role) => overDefault(role, defaults)),
        ...defaults.roles.filter((role) => !replaced.has((0,rbac_object/* identityOf */.cu)(role))),
        ...options.roles.map(declaredRole),
    ];
    const bindings = [...own.bindings, ...defaults.bindings];
    const clusterRoles = roles.filter(({ kind }) => kind === 'ClusterRole');
    const selection = selections(clusterRoles, work);
    const isInCycle = cycles(selection, work);
    let bySubject;
    return {
        roles,
        bindings,
        resolve: resolver(roles, work),
        effectiveRules: (0,memoize/* memoize */.B)((role) => aggregate(role, selection, isInCycle, work)),
        selects: (selector, selected) => selector.name !== selected.name && selection(selector).has(selected),
        bindingsOf(subjectKey, namespace) {
            bySubject ??= groupBindings(bindings);
            return bySubject.get(subjectPlace(subjectKey, namespace)) ?? [];
        },
    };
}
/** Whether the binding names a role that could exist and of which nothing is known. */
function namesUnknownRole(state, binding) {
    const { kind, name } = binding.role;
    if (name === '' || state.resolve(binding).length > 0)
        return false;
    return kind === 'ClusterRole' || (kind === 'Role' && binding.kind === 'RoleBinding');
}
/**
 * pkg/registry/rbac/validation/rule.go, GetRoleReferenceRules. Where one of the two states no namespace, the nearest
 * role of that name is taken: kustomize would give both the same. Bindings that name the same get the same list.
 */
function resolver(roles, work) {
    const byName = groupBy(roles, ({ kind, name }) => `${kind}/${name}`);
    const byIdentity = groupBy(roles, ({ kind, name, namespace }) => `${kind}/${name} ${namespace}`);
    const known = new Map();
    return (0,memoize/* memoize */.B)((binding) => {
        const { kind, name } = binding.role;
        if (kind === 'ClusterRole')
            return byName.get(`ClusterRole/${name}`) ?? rbac_state_none;
        if (kind !== 'Role' || binding.namespace === undefined)
            return rbac_state_none;
        const exact = byIdentity.get(`Role/${name} ${binding.namespace}`);
        if (exact !== undefined)
            return exact;
        const question = JSON.stringify([name, binding.namespace, directories(binding)]);
        const found = known.get(question) ?? nearestRoles(binding, byName.get(`Role/${name}`) ?? rbac_state_none, work);
        known.set(question, found);
        return found;
    });
}
const rbac_state_none = [];
function nearestRoles(binding, named, work) {
    const isUnknown = binding.namespace?.startsWith(subject/* unknownNamespacePrefix */.$b);
    const possible = named.filter(({ namespace, origin }) => origin === 'repository' && (isUnknown || namespace?.startsWith(subject/* unknownNamespacePrefix */.$b) === true));
    work.charge(named.length * (1 + directories(binding).length));
    const nearness = possible.map((role) => sharedDirectories(role, binding));
    const nearest = nearness.reduce((most, each) => Math.max(most, each), 0);
    return possible.filter((_, index) => nearness[index] === nearest);
}
function sharedDirectories(role, binding) {
    const path = directories(role);
    const other = directories(binding);
    const differing = path.findIndex((segment, index) => segment !== other[index]);
    return differing < 0 ? path.length : differing;
}
const directories = (0,memoize/* memoize */.B)((object) => (object.resource?.file ?? '').split('/').slice(0, -1));
function declaredRole({ kind, name, namespace, rules }) {
    return {
        kind,
        name,
        namespace,
        origin: 'declared',
        labels: {},
        selectors: undefined,
        rules: rules.map((rule, index) => (0,rbac_object/* ruleAt */.mH)(['rules', index], rule)),
        resource: undefined,
        reconciled: true,
    };
}
function groupBindings(bindings) {
    const groups = new Map();
    for (const binding of bindings) {
        for (const subjectKey of new Set(binding.subjects.map(({ subject }) => subject.key))) {
            const key = subjectPlace(subjectKey, binding.namespace);
            const group = groups.get(key);
            if (group === undefined)
                groups.set(key, [binding]);
            else
                group.push(binding);
        }
    }
    return groups;
}
function subjectPlace(subjectKey, namespace) {
    return namespace === undefined ? subjectKey : `${namespace}/${subjectKey}`;
}
function groupBy(items, keyOf) {
    const groups = new Map();
    for (const item of items) {
        const key = keyOf(item);
        const group = groups.get(key);
        if (group === undefined)
            groups.set(key, [item]);
        else
            group.push(item);
    }
    return groups;
}


/***/ }),

/***/ 9544:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  a: () => (/* binding */ rules)
});

// EXTERNAL MODULE: external "node:path/posix"
var posix_ = __webpack_require__(3916);
// EXTERNAL MODULE: ./build/kube/read-file.js + 3 modules
var read_file = __webpack_require__(982);
// EXTERNAL MODULE: ./build/secrets/judge/secret-generator.js
var secret_generator = __webpack_require__(4300);
;// CONCATENATED MODULE: ./build/rules/input/unreadable-manifest.js



/** Finds what a change puts where manifests stand and that could not be read, so that nothing in it was judged. */
const unreadableManifest = {
    id: 'unreadable-manifest',
    category: 'input',
    severity: 'high',
    summary: 'A manifest, or a part of one, that could not be read and so was not judged.',
    *check({ change }) {
        const { built, packed } = (0,secret_generator/* kustomizedFiles */.V)(change.touched);
        // Binary content belongs into ConfigMaps and Secrets; what is over the limit was not even looked at.
        const isNamed = ({ path, isSecretGeneratorInput }, { structure }) => built.has(path) || (structure === 'oversize' && (isSecretGeneratorInput === true || packed.has(path)));
        for (const file of change.touched) {
            if (file.after === undefined)
                continue;
            yield* wholeFile(file, file.after, change.after, isNamed(file, file.after));
            yield* parts(file, file.after);
            yield* duplicateKeys(file, file.after);
        }
    },
};
const wholes = {
    symlink: {
        says: 'is a symbolic link, which is never followed: what it points to was not judged as standing here',
        remedy: 'Commit the manifest itself, or reference the original from kustomization.yaml.',
    },
    submodule: {
        says: 'is a submodule: what it holds is in another repository and was not judged',
        remedy: 'Review the other repository at this commit, or commit the manifests here.',
    },
    'lfs-pointer': {
        says: 'is a Git LFS pointer: its content is not in the repository and was not judged',
        remedy: 'Take the file out of LFS (`git lfs untrack`, then commit it again); manifests are small text.',
    },
    binary: {
        says: 'holds binary data and was not judged',
        remedy: 'Commit the manifest as UTF-8 text without zero bytes.',
    },
    oversize: {
        says: 'is over the size limit and was not judged',
        remedy: 'Split the file, or raise `limits.bytes` in .gitops-gate/policy.yaml.',
    },
};
function* wholeFile(file, after, tree, isNamed) {
    const whole = wholes[after.structure];
    if (whole === undefined)
        return;
    if (!(isNamed || isManifestPlace(file, after.structure) || linksToManifests(file.path, after, tree)))
        return;
    // What git-crypt encrypts is meant to be unreadable.
    const isGitCrypt = after.structure === 'binary' && after.bytes.subarray(0, 10).equals(gitCrypt);
    const [part] = after.unreadable;
    yield {
        message: `${file.path} ${whole.says}${part === undefined ? '' : ` (${part.detail})`}.`,
        remedy: whole.remedy,
        position: { file: file.path, line: 1, column: 1 },
        scope: file.scope,
        subject: [after.structure],
        ...(isGitCrypt ? { severity: 'medium' } : {}),
    };
}
const gitCrypt = Buffer.from('\0GITCRYPT\0', 'latin1');
/** Whether deployers look for manifests there: by its name, or because one stood there. A submodule may hold any. */
function isManifestPlace({ path, before }, structure) {
    return structure === 'submodule' || (0,read_file/* hasManifestExtension */.L)(path) || isManifest(before);
}
/** A link to a folder puts every manifest of that folder here: kustomize takes it as a base. */
function linksToManifests(path, { structure, bytes }, tree) {
    if (structure !== 'symlink')
        return false;
    const target = (0,posix_.join)((0,posix_.dirname)(path), bytes.toString('utf8'));
    if (target.startsWith('..') || (0,posix_.isAbsolute)(target))
        return true;
    const folder = target === '.' ? '' : `${target.replace(/\/$/, '')}/`;
    for (const each of tree.keys())
        if (each.startsWith(folder) && (0,read_file/* hasManifestExtension */.L)(each))
            return true;
    return (0,read_file/* hasManifestExtension */.L)(target);
}
function isManifest(side) {
    return side?.structure === 'manifest' && side.resources.length > 0;
}
const remedies = {
    syntax: 'Mend the YAML; `kubectl annotate --local -f FILE x=1 -o yaml` shows whether it reads.',
    encoding: 'Save the file as UTF-8.',
    bytes: 'Split the file, or raise `limits.bytes` in .gitops-gate/policy.yaml.',
    documents: 'Split the file, or raise `limits.documents` in .gitops-gate/policy.yaml.',
    depth: 'Nest it less deeply, or raise `limits.depth` in .gitops-gate/policy.yaml.',
    aliases: 'Write the values out, or raise `limits.aliases` or `limits.expandedNodes` in .gitops-gate/policy.yaml.',
    ambiguous: 'Put the merge key first in its mapping, and only one, so that every tool reads the same.',
};
function* parts(file, after) {
    const counts = after.structure === 'manifest' || (after.structure === 'text' && isManifest(file.before));
    if (!counts)
        return;
    const linesBefore = file.before?.text.split('\n') ?? [];
    const lines = after.text.split('\n');
    const known = new Set((file.before?.unreadable ?? []).map((part) => identityOf(part, linesBefore)));
    const fresh = after.unreadable.filter((part) => !known.has(identityOf(part, lines)));
    for (const part of fresh.slice(0, partsShown))
        yield partly(file, part, lines);
    const [next] = fresh.slice(partsShown);
    if (next === undefined)
        return;
    yield {
        message: `${fresh.length - partsShown} more parts of ${file.path} could not be read and were not judged.`,
        remedy: 'Mend the parts named above first.',
        position: { file: file.path, line: next.line, column: next.column },
        scope: file.scope,
        subject: ['more'],
    };
}
/** A file of many broken documents is one trouble, not thousands. */
const partsShown = 20;
function partly(file, part, lines) {
    const message = part.reason === 'ambiguous'
        ? `Tools do not agree on what this part of ${file.path} says: ${part.detail}.`
        : `This part of ${file.path} could not be read and was not judged: ${part.detail}.`;
    return {
        message,
        remedy: remedyFor(part, lines),
        position: { file: file.path, line: part.line, column: part.column },
        scope: file.scope,
        subject: [part.reason, part.detail],
    };
}
/** The same trouble in the same text is not new. */
function identityOf(part, lines) {
    return JSON.stringify([part.reason, part.detail, stretchOf(part, lines)]);
}
function stretchOf(part, lines) {
    return lines.slice(part.firstLine - 1, part.lastLine).join('\n');
}
function remedyFor(part, lines) {
    if (part.reason === 'syntax' && stretchOf(part, lines).includes('{{')) {
        return 'Commit the rendered manifest; `{{ }}` is read only in `templates/` below a Chart.yaml.';
    }
    return remedies[part.reason];
}
/** kubectl takes the last of two equal keys, a reader sees the first: worth a word, not a block. */
function* duplicateKeys(file, after) {
    // Both branches of a template's condition stand there; only one is deployed.
    if (after.structure === 'template')
        return;
    const known = new Set(duplicatesOf(file.before).map(({ path }) => pointer(path)));
    for (const { path, position } of duplicatesOf(after)) {
        const field = pointer(path);
        if (known.has(field))
            continue;
        known.add(field);
        yield {
            message: `The key ${field} stands twice; the last one counts.`,
            remedy: 'Keep one of them: a reader may take the first for what is deployed.',
            severity: 'low',
            position: { ...position, file: file.path },
            scope: file.scope,
            subject: ['duplicate-key', field],
        };
    }
}
function duplicatesOf(side) {
    const documents = new Set(side?.resources.map((resource) => resource.document));
    return [...documents].flatMap((document) => document.duplicateKeys.map(({ path, place }) => ({ path, position: place })));
}
/** Keys and indices; a key can hold anything but is a name, not a value. */
function pointer(path) {
    const text = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('');
    return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}

// EXTERNAL MODULE: ./build/rbac/judge/widening.js + 9 modules
var widening = __webpack_require__(8995);
// EXTERNAL MODULE: ./build/rbac/judge/wording.js
var wording = __webpack_require__(6085);
// EXTERNAL MODULE: ./build/rbac/model/placement.js
var model_placement = __webpack_require__(7424);
// EXTERNAL MODULE: ./build/rbac/model/rbac-object.js
var rbac_object = __webpack_require__(4499);
// EXTERNAL MODULE: ./build/rbac/model/subject.js
var subject = __webpack_require__(4963);
// EXTERNAL MODULE: ./build/rules/rbac/rbac-widened.js + 2 modules
var rbac_widened = __webpack_require__(392);
;// CONCATENATED MODULE: ./build/rules/rbac/rbac-broad-subject.js






/** Everyone gains something beyond discovery, or a binding names the group that bypasses RBAC. */
const rbacBroadSubject = {
    id: 'rbac-broad-subject',
    category: 'rbac',
    severity: 'critical',
    summary: 'Everyone, even unauthenticated, or system:masters is granted something',
    *check(evidence) {
        for (const [scope, state] of evidence.scopes) {
            const { widenings, unknownRoles, masters } = (0,widening/* rbacChange */.B)(state, evidence.policy);
            for (const widening of widenings)
                if (widening.isForEveryone)
                    yield (0,rbac_widened/* observe */.lB)(scope, widening);
            for (const unknown of unknownRoles) {
                if (unknown.subjects.some(({ key }) => subject/* everyone */.sz.has(key)))
                    yield unknownForEveryone(scope, unknown);
            }
            for (const each of masters)
                yield mastersBound(scope, each);
        }
    },
};
function unknownForEveryone(scope, unknown) {
    const { binding, resource, paths, subjects, placement } = unknown;
    const role = `${binding.role.kind} ${binding.role.name}`;
    const [position, ...places] = paths.map((path) => resource.at(path));
    return {
        message: `${(0,rbac_object/* objectName */.Hd)(binding)} newly binds ${(0,wording/* subjectList */.BV)(subjects)} ${(0,model_placement/* placementName */.v)(placement)} to ${role}, which is not in the repository: what everyone gains cannot be judged.`,
        remedy: `Bind a group of your own instead of everyone, and add ${role} to the repository.`,
        scope,
        object: (0,wording/* identity */.D_)(resource),
        ...(position === undefined ? {} : { position }),
        places,
        subject: [role, ...subjects.map(({ key }) => key).sort()],
    };
}
function mastersBound(scope, { binding, resource, path }) {
    return {
        message: `${(0,rbac_object/* objectName */.Hd)(binding)} newly binds Group system:masters, which bypasses RBAC and cannot be restricted or revoked.`,
        remedy: 'Bind a group of your own; keep system:masters for breaking glass.',
        references: ['CIS 5.1.7'],
        position: resource.at(path),
        scope,
        object: (0,wording/* identity */.D_)(resource),
        subject: ['system:masters'],
    };
}

;// CONCATENATED MODULE: ./build/rules/rbac/rbac-unknown-role.js





/** A subject is newly bound to a role of which nothing is known, so that what it gains cannot be bounded. */
const rbacUnknownRole = {
    id: 'rbac-unknown-role',
    category: 'rbac',
    severity: 'high',
    summary: 'A subject is bound to a role that is not in the repository',
    *check(evidence) {
        for (const [scope, state] of evidence.scopes) {
            for (const { binding, resource, paths, subjects, placement } of (0,widening/* rbacChange */.B)(state, evidence.policy).unknownRoles) {
                if (subjects.some(({ key }) => subject/* everyone */.sz.has(key)))
                    continue;
                const role = `${binding.role.kind} ${binding.role.name}`;
                const [position, ...places] = paths.map((path) => resource.at(path));
                yield {
                    message: `${(0,rbac_object/* objectName */.Hd)(binding)} newly binds ${(0,wording/* subjectList */.BV)(subjects)} ${(0,model_placement/* placementName */.v)(placement)} to ${role}, which is not in the repository: what it allows cannot be judged.`,
                    remedy: `Add ${role} to the repository, or declare its rules under rbac.roles in .gitops-gate/policy.yaml.`,
                    // What a template calls its role is known only when it is rendered; nearly always it is the one beside it.
                    ...(binding.role.name.includes('{{') ? { severity: 'medium' } : {}),
                    scope,
                    object: (0,wording/* identity */.D_)(resource),
                    ...(position === undefined ? {} : { position }),
                    places,
                    subject: [role, ...subjects.map(({ key }) => key.replace(/\?[^:]*/, '?')).sort()],
                };
            }
        }
    },
};

// EXTERNAL MODULE: ./build/rules/repository/gate-changed.js + 10 modules
var gate_changed = __webpack_require__(4598);
;// CONCATENATED MODULE: ./build/secrets/value/entropy.js
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
/** Shannon entropy in bits a character; what is no ASCII counts as one character. */
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
/** Whether a string that stands in prose or a comment is a password and no word: eight characters or more, of three kinds. */
function isLikelyCredential(text) {
    if (text.length < 8 || /\s/.test(text) || !/\d/.test(text) || !/[A-Za-z]/.test(text))
        return false;
    if (isFamiliarShape(text) || isWordy(text) || hasSequence(text))
        return false;
    const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^\w\s/]/].filter((kind) => kind.test(text)).length;
    return kinds >= 3 || looksRandom(text);
}
function isFamiliarShape(text) {
    return familiar.some((shape) => shape.test(text));
}
/** Words, numbers and short version marks joined by separators or camel case: `my-tls-secret-v2`, `PostgresClientKey1`. */
function isWordy(text) {
    const parts = text.split(/[-_.:/@,;=+ ]|(?<=[a-z])(?=[A-Z][a-z])/).filter((part) => part !== '');
    let marks = 0;
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

;// CONCATENATED MODULE: ./build/secrets/value/placeholder.js

/** Words that only stand where a value is still to be put, or is made up for an example. */
const markers = new Set(`change changeme changeit changethis update replace replaceme replaced insert put enter add fill example examples sample dummy fake mock
  placeholder todo tbd tbc fixme xxx redacted masked hidden removed omitted censored foo bar baz qux foobar your yours my mine some
  here test testing tests demo none null nil undefined empty unset unused invalid lorem ipsum notset abc abcd abcdef asdf
  qwerty notreal bogus`.split(/\s+/));
/** Words that speak of credentials or fill sentences; a value made of nothing else says only what should stand there. */
const fillers = new Set(`password passwords passwd passphrase pass pwd pw secret secrets token tokens key keys apikey api access client id user username name login
  account auth oauth basic bearer credential credentials cred creds private public secretkey accesskey value values string text data content
  base encoded base64 b64 encode decode literal plain plaintext this that is the a an of for to in with by not no real really very super strong
  strongpassword secure insecure unsafe safe random randomly generated only dev local development please use me it me1 set you webhook
  url signing encryption session cookie hash salt ssh tls db database app application service must be at least characters chars long
  something anything default goes from used unused via there one two`.split(/\s+/));
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
    if (value.split(/[^A-Za-z0-9]+/).some(looksMachineMade))
        return published.some((shape) => shape.test(value));
    if (/^(.)\1*$/s.test(value) || /^[.*•…_x#?-]+$/i.test(value))
        return true;
    if (/^<[^<>\n]{0,200}>$|^\[[^[\]\n]{1,100}\]$|^%[A-Za-z_]{2,80}%$|^__[A-Za-z_]{2,80}__$|^@@?[A-Za-z_]{2,80}@@?$/.test(value))
        return true;
    if (/^\*{1,8}[A-Za-z0-9 _-]{1,40}\*{1,8}$/.test(value))
        return true;
    if (/^[0-](?:[0-]|0000){7,}$/.test(value))
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
/** What a generator made says more than the word `changeme` before it. */
function looksMachineMade(part) {
    return part.length >= 16 && /\d/.test(part) && looksRandom(part);
}
/** Whether a value is a password some product ships with. */
function isDefaultCredential(text) {
    return defaults.has(text.trim().toLowerCase());
}
/** Whether a value only repeats what it is: `custom_pass`, `jiraToken`, `harbor_registry_password`. Not asked where only a secret can stand. */
function isNamedAfterItself(text) {
    return /^[A-Za-z][A-Za-z_-]{2,50}(?:pass(?:word|wd)?|[Pp]w|pwd|[Tt]oken|[Ss]ecret|[Kk]ey)\d{0,3}$/.test(text.trim());
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

// EXTERNAL MODULE: ./build/secrets/value/encrypted.js
var encrypted = __webpack_require__(3104);
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

;// CONCATENATED MODULE: ./build/secrets/value/reference.js

const vals = 'vault|openbao|awsssm|awssecrets|awskms|s3|gcs|gcpsecrets|gkms|azurekeyvault|azblob|sops|file|envsubst|tfstate|tfstategs|tfstates3|tfstateazurerm|tfstateremote|gitlab|op|onepassword|onepasswordconnect|doppler|pulumistateapi|googlesheets|k8s|conjur|hcpvaultsecrets|httpjson|bw|bitwarden|infisical|keychain|scaleway|secretserver|yclockbox|exec|oci|ejson|awsec2';
/** Values that name a secret kept elsewhere, by the whole grammar of the tool that resolves them: a prefix alone is no reference. */
const shapes = [
    // Argo CD Vault Plugin, inline paths: <path:PATH#KEY[#VERSION][ | MODIFIER]>; argocd-lovely and others: <secret:…#…>, <vault:…~KEY>.
    /^<(?:path|secret|vault|awssecret|gcp):[^<>#~\n]{1,300}[#~][^<>#~\s]{1,150}(?:[#~][\w.-]{1,60})?(?:\s{0,3}\|\s{0,3}[\w .{}()$'"-]{1,100}){0,4}>$/,
    // vals and helmfile. ref+echo:// of a literal is none: vals prints what stands there.
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
/** Stores, paths and keys have names; `op://a/b/kJ8s0fQ2xv9LrT` holds what it should name. */
function isCloak(text) {
    return text.split(/[^A-Za-z0-9]+/).some(looksGenerated);
}
/** `/run/secrets/db` names a file; `/kJ8s0fQ2xv9LrT` is a password that begins with a slash. */
function hidesRandomness(text) {
    return text.split(/[/$:]/).some((part) => part.length >= 12 && looksRandom(part));
}

;// CONCATENATED MODULE: ./build/secrets/value/template.js

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
                literals.push(...whole.split(/[^A-Za-z0-9]+/).filter(looksGenerated));
            if (typeof mustache === 'string')
                literals.push(...literalsOf(mustache), ...(whole.startsWith('$') ? strings(mustache) : []));
            else if (typeof variable === 'string')
                literals.push(...defaultOf(variable));
            return ' ';
        });
        if (next === rest)
            break;
        rest = next;
    }
    return rest === text ? undefined : { rest, literals };
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
/** The strings of a GitHub expression, which stand in single quotes: `${{ 'x' }}`, `${{ inputs.y || 'x' }}`. */
function strings(source) {
    return [...source.matchAll(/(?:^|\|\|)\s{0,9}'([^']{0,500})'/g)].map((match) => match[1] ?? '');
}
/** `${VAR:=literal}`, `${VAR:-literal}` and `${VAR:+literal}` (Flux substitution, shell) carry a value; `${VAR}` carries none. */
function defaultOf(source) {
    const match = /^[A-Za-z_][\w.]{0,200}:?[-=+]([\s\S]*)$/.exec(source);
    return match?.[1] === undefined || match[1] === '' ? [] : [match[1]];
}
/** Whether what stands around the expressions is more than words and punctuation: `abc123Q9z{{ "" }}` is a literal with a tail. */
function carriesLiteral(rest) {
    return rest.split(/[\s"'`,;:/@&?=|()[\]{}<>]+/).some((part) => part.length >= 8 && looksRandom(part));
}

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
    if (context.sops === true && (0,encrypted/* isSopsValue */.BH)(value))
        return true;
    if (context.sealed === true && (0,encrypted/* isSealedPayload */.X7)(value))
        return true;
    return (0,encrypted/* isCiphertext */.zh)(value);
}
function classifyTemplate(value, context) {
    // A name in single braces, as str.format and its like fill it in.
    if (/^\{[A-Za-z_][\w.]{1,80}\}$/.test(value) && !looksRandom(value.slice(1, -1)))
        return 'template';
    const parts = templateParts(value);
    if (parts === undefined)
        return undefined;
    const classes = parts.literals.map((literal) => classify(literal, { ...context, sops: false, sealed: false }));
    if (classes.includes('literal') || carriesLiteral(parts.rest))
        return 'literal';
    return classes.includes('placeholder') ? 'placeholder' : 'template';
}

// EXTERNAL MODULE: ./build/secrets/value/decode.js
var decode = __webpack_require__(6940);
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
        pattern: /(LS0tLS1CRUdJTi[A-Za-z0-9+/]{80,24000}={0,2})/y,
        check: (text) => /-----BEGIN (?:[A-Z0-9]{1,12} ){0,4}PRIVATE KEY/.test((0,decode/* decodeBase64Text */.BB)(text) ?? ''),
        severity: 'critical',
        inWord: true,
    },
    {
        id: 'url-userinfo',
        name: 'a password inside a URL',
        keywords: ['://'],
        pattern: /:\/\/[^\s/@:"'<>]{0,128}:([^\s/@"'<>]{1,256})@(?=[\w[{$(.-])/y,
        check: (password) => !isHalfAnExpression(password) &&
            classify(password, { key: 'password' }) === 'literal' &&
            !isDefaultCredential(password),
        severity: 'high',
        inWord: true,
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
        check: (token) => looksGenerated(token) && classify(token) === 'literal',
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
                classify(password.join(':'), { key: 'password' }) === 'literal');
        },
        severity: 'high',
    },
    {
        id: 'bearer-authorization',
        name: 'an HTTP bearer authorization header',
        keywords: ['Bearer ', 'bearer '],
        pattern: /[Bb]earer ([\w.~+/-]{16,2000}={0,2})(?![\w+/=-])/y,
        // `sha256~zGN...CyE` is what documentation leaves of a token.
        check: (token) => looksRandom(token) && !token.includes('...') && classify(token) === 'literal',
        severity: 'high',
    },
];
function isKeyBody(body) {
    // The material begins at once, or after a few headers; prose that mentions the armor line has none.
    const run = /[A-Za-z0-9+/=]{40,}/.exec(body.slice(0, 400))?.[0];
    return run !== undefined && entropy(run) >= 3.6 && !/x{8}|X{8}|\.{3}/.test(body);
}
/** `${VAR:-}@` reads as a user and a password until one looks at the braces. */
function isHalfAnExpression(text) {
    return text.split('}').length > text.split('{').length || text.split(')').length > text.split('(').length;
}

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./build/secrets/tokens/checksum.js

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

;// CONCATENATED MODULE: ./build/secrets/tokens/prefixed-format.js

const varied = (token) => entropy(token) >= 3;
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

;// CONCATENATED MODULE: ./build/secrets/tokens/token-structure.js


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
/** Whether a Slack token has the parts of one of Slack's kinds of tokens, the last of them made by a generator. */
function isSlackToken(token) {
    const isFramed = /^xoxb-\d{8,14}-(?:\d{8,14}-?)?[A-Za-z0-9-]{16,60}$/.test(token) ||
        /^xox[pe](?:-\d{8,14}){3}-[A-Za-z0-9-]{26,64}$/.test(token) ||
        /^xox[os]-\d+-\d+-\d+-[A-Fa-f\d]{8,}$/.test(token) ||
        /^xox[ar]-(?:\d-)?(?:\d+-){0,3}[0-9A-Za-z]{8,48}$/.test(token) ||
        /^xoxe(?:\.xox[bp])?-\d-[A-Za-z0-9]{140,170}$/.test(token);
    const last = token.slice(token.lastIndexOf('-') + 1);
    return isFramed && /\d/.test(last) && entropy(last) >= 2.5;
}
/** Whether a Slack webhook's path is made of ids rather than of T00000000/B00000000/XXXX. */
function isSlackWebhook(address) {
    const last = address.split('/').at(-1) ?? '';
    return entropy(last) >= 3 && !/X{4,}|x{6,}|0{6,}|T?123456789|abcdef/.test(address);
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
        ...prefixed('gcp-api-key', 'a Google API key', 'AIza', '[\\w-]{35}(?!-)'),
        check: (key) => !hasSequence(key) && varied(key),
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
        ...prefixed('slack-token', 'a Slack token', ['xoxb-', 'xoxp-', 'xoxa-', 'xoxr-', 'xoxs-', 'xoxo-', 'xoxe-', 'xoxe.xox'], '(?:(?=[0-9A-Za-z]{8}|\\d-))[0-9A-Za-z-]{8,250}'),
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
    prefixed('sonar-token', 'a SonarQube token', ['sqp_', 'squ_', 'sqa_'], '[0-9a-f]{40}'),
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
        queue.push(...(children[state]?.values() ?? []));
    }
}
function union(own, inherited) {
    if (own === undefined || inherited === undefined)
        return own ?? inherited;
    return [...own, ...inherited];
}

;// CONCATENATED MODULE: ./build/secrets/tokens/vendor-formats.js



/** For prefixes that words begin with as well. */
const isGeneratedAfterPrefix = (token) => looksGenerated(token.replace(/^(?:ico-|s\.|YC)/, ''));
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
        ...prefixed('vault-legacy-token', 'a HashiCorp Vault token', 's.', '(?=[A-Za-z]{0,23}\\d)[0-9A-Za-z]{24}'),
        check: isGeneratedAfterPrefix,
    },
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






const table = [...formats, ...vendorFormats, ...envelopeFormats];
const owners = table.flatMap((format) => format.keywords.map(() => format));
const automaton = keywordScan(table.flatMap((format) => format.keywords));
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
    const secret = match[1] ?? text.slice(start, end);
    const isValid = (format.check === undefined || format.check(secret)) && !(secret.length < 200 && isPlaceholder(secret));
    // A long stretch that was looked at once is not looked at again from its middle: that keeps the scan linear.
    if (!isValid && end - start <= 256)
        return undefined;
    const isGenuine = format.isGenuine === undefined || format.isGenuine(secret);
    return { format, secret, start, end, isValid: isValid && (isGenuine || looksRandom(secret)), isGenuine };
}
function isWord(code) {
    return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || code === 95;
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
        else if (envelopeFormats.includes(previous.format) && !envelopeFormats.includes(token.format))
            kept[kept.length - 1] = token;
    }
    return kept;
}

;// CONCATENATED MODULE: ./build/secrets/judge/describe.js


/** What is said instead of anything secret. */
const mask = '••••';
/** A name or path with the secret itself, and any other token that someone put into a name, masked. */
function withoutSecrets(text, secret) {
    // A database called mysql whose password is mysql keeps its name: it says nothing that its name does not.
    let safe = describe_isWord(secret) ? text : text.replaceAll(secret, mask);
    for (const token of findTokens(safe))
        safe = safe.replaceAll(token.secret, mask);
    return safe;
}
/** A short word, which stands in names by itself. */
function describe_isWord(secret) {
    return secret.length < 6 || (secret.length < 12 && /^[A-Za-z-]+$/.test(secret) && !looksRandom(secret));
}
/** `Secret shop/database`, as a person would say it. */
function objectName(object, secret) {
    const name = object.namespace === undefined ? object.name : `${object.namespace}/${object.name}`;
    return withoutSecrets(name === '' ? object.kind : `${object.kind} ${name}`, secret);
}
/** An object's identity, its names masked where they hold the secret. */
function safeIdentity(object, secret) {
    return {
        group: object.group,
        kind: withoutSecrets(object.kind, secret),
        namespace: object.namespace === undefined ? undefined : withoutSecrets(object.namespace, secret),
        name: withoutSecrets(object.name, secret),
    };
}
/** The field inside its object: `spec.template.spec.containers[app].env[DB_PASSWORD].value`. */
function fieldName(occurrence) {
    const steps = occurrence.object === undefined ? occurrence.path.slice(1) : occurrence.path;
    let name = '';
    for (const step of steps) {
        if (step.startsWith('['))
            name += step;
        else if (/^[\w$-]+$/.test(step))
            name += name === '' ? step : `.${step}`;
        else
            name += name === '' ? step : `["${step}"]`;
    }
    return withoutSecrets(name, occurrence.secret);
}
/** The path of a finding's subject, masked. */
function subjectOf(occurrence) {
    return occurrence.path.map((step) => withoutSecrets(step, occurrence.secret));
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
function excerptOf(occurrence) {
    const key = occurrence.key === '' ? '' : `${withoutSecrets(occurrence.key, occurrence.secret).slice(0, 80)}: `;
    return `${key}${mask} (${lengthBucket(occurrence.secret)})`;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/secrets/text/source.js
var text_source = __webpack_require__(7771);
;// CONCATENATED MODULE: ./build/secrets/places/core.js
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

;// CONCATENATED MODULE: ./build/secrets/places/delivery.js
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
    { kinds: ['kustomization', 'component'], path: 'secretGenerator/*/files/*', role: 'name' },
    { kinds: ['kustomization', 'component'], path: 'secretGenerator/*/envs/*', role: 'name' },
    { kinds: ['kustomization', 'component'], path: 'configMapGenerator/*/files/*', role: 'name' },
    { kinds: ['kustomization', 'component'], path: 'configMapGenerator/*/envs/*', role: 'name' },
    { kinds: ['kustomization', 'component'], path: 'patches/*/patch', role: 'manifest' },
    { kinds: ['kustomization', 'component'], path: 'patchesJson6902/*/patch', role: 'manifest' },
    { kinds: ['kustomization', 'component'], path: 'patchesStrategicMerge/*', role: 'manifest' },
    { kinds: ['kustomization', 'component'], path: 'helmCharts/*/valuesInline/**', role: 'open' },
];

;// CONCATENATED MODULE: ./build/secrets/places/operators.js
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
    { kinds: [], path: '**/chpasswd/list', role: 'secret' },
    { kinds: ['machineconfig'], path: '**/contents/source', role: 'file' },
];

;// CONCATENATED MODULE: ./build/secrets/places/secret-operators.js
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

;// CONCATENATED MODULE: ./build/secrets/places/index.js




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

;// CONCATENATED MODULE: ./build/secrets/places/fields.js



/** A list of arguments as one command line; undefined where it is none, or too long to be typed. */
function commandLine(items) {
    if (items.length < 2 || items.length > 200 || !items.every((item) => typeof item === 'string'))
        return undefined;
    return items.map((item) => (/[\s"']/.test(item) && !item.includes("'") ? `'${item}'` : item)).join(' ');
}
const references = /(?:[a-z]Refs?|^valueFrom|^secretKeyRef|^configMapKeyRef|^fieldRef)$/;
const deepest = 120;
/**
 * Calls `visit` with every text and number of a source, in document order. `patchesSecret` says that the source is a
 * JSON patch whose target is a Secret.
 */
function forEachField(source, visit, patchesSecret = false) {
    const path = [];
    let inReference = 0;
    const parents = [];
    const enter = (value, previous) => {
        if (typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint') {
            const role = inReference > 0 ? 'name' : (patchRole(path, parents, patchesSecret) ?? roleOf(source, path, parents));
            visit({ path, key: nameFor(path, parents), text: String(value), role, previous });
        }
        else if (Array.isArray(value)) {
            if (path.length >= deepest)
                return;
            const line = inReference === 0 ? commandLine(value) : undefined;
            parents.push(value);
            value.forEach((item, index) => {
                const before = value[index - 1];
                path.push(index);
                enter(item, typeof before === 'string' ? before : undefined);
                path.pop();
            });
            parents.pop();
            if (line !== undefined && roleAt(source.identity, path) === 'command')
                visit({ path, key: nameFor(path, parents), text: line, role: 'command', previous: undefined, isJoined: true });
        }
        else if ((0,text_source/* isMapping */.pi)(value)) {
            if (path.length >= deepest)
                return;
            parents.push(value);
            for (const key of Object.keys(value)) {
                const isReference = references.test(key);
                if (isReference)
                    inReference++;
                path.push(key);
                // A value may have been written where its key belongs: `password=…:`, or a key without a value.
                const role = inReference > 0 ? 'name' : roleAt(source.identity, path);
                if (/^[\w.-]{2,80}=./.test(key) || (/^secret/.test(role) && value[key] === null && looksGenerated(key)))
                    visit({ path, key: '', text: key, role: /^secret/.test(role) ? 'secret' : 'deployed', previous: undefined });
                enter(value[key], undefined);
                path.pop();
                if (isReference)
                    inReference--;
            }
            parents.pop();
        }
    };
    enter(source.value, undefined);
}
/** The steps of a JSON pointer (RFC 6901). */
function patchedField(pointer) {
    return pointer
        .split('/')
        .slice(1)
        .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}
/** A JSON patch on stringData can only be one on a Secret; one on data is where its target says so. */
function patchRole(path, parents, patchesSecret) {
    // Either the patch's value is the leaf, or a mapping that holds it.
    for (const at of [parents.length - 1, parents.length - 2]) {
        const parent = parents[at];
        if (path[at] !== 'value' || !(0,text_source/* isMapping */.pi)(parent) || typeof parent.op !== 'string' || typeof parent.path !== 'string')
            continue;
        const [field] = patchedField(parent.path);
        if (field === 'stringData')
            return 'secret';
        if (patchesSecret && field === 'data')
            return 'secret-base64';
    }
    return undefined;
}
/** An inline patch whose target is a Secret is read as one. */
function roleOf(source, path, parents) {
    const role = roleAt(source.identity, path);
    if (role !== 'manifest' || path.at(-1) !== 'patch')
        return role;
    const parent = parents.at(-1);
    return (0,text_source/* isMapping */.pi)(parent) && (0,text_source/* isMapping */.pi)(parent.target) && parent.target.kind === 'Secret' ? 'secret-patch' : role;
}
/** The name that speaks for a value: its key, or the `name` beside a `value`, or the key its list stands under. */
function nameFor(path, parents) {
    let at = path.length - 1;
    while (at > 0 && typeof path[at] === 'number')
        at--;
    const key = String(path[at] ?? '');
    // The private members of a JSON Web Key (RFC 7518 §6).
    const owner = /^(?:d|k|p|q|dp|dq|qi)$/.test(key) ? parents[at] : undefined;
    if ((0,text_source/* isMapping */.pi)(owner) && typeof owner.kty === 'string')
        return 'privateKey';
    if (!/^(?:value|Value|default|stringValue|plainText|plaintext|literal)$/.test(key))
        return key;
    const parent = parents[at];
    if ((0,text_source/* isMapping */.pi)(parent)) {
        if (typeof parent.op === 'string' && typeof parent.path === 'string')
            return patchedField(parent.path).at(-1) ?? key;
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
            : (0,text_source/* isMapping */.pi)(current)
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
    if (!(0,text_source/* isMapping */.pi)(item))
        return '';
    for (const naming of ['name', 'key', 'id', 'host', 'path', 'kind']) {
        const name = item[naming];
        if (typeof name === 'string')
            return name;
    }
    return '';
}

;// CONCATENATED MODULE: ./build/secrets/text/key-file.js
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

// EXTERNAL MODULE: ./build/yaml/parse-yaml.js + 10 modules
var parse_yaml = __webpack_require__(6648);
;// CONCATENATED MODULE: ./build/secrets/text/loose-scalar.js

/** Template comments and expressions over several lines become empty lines, so that line numbers hold. */
function blankComments(text) {
    if (!text.includes('{{'))
        return text;
    let rest = '';
    let from = 0;
    for (let open = text.indexOf('{{', from); open >= 0; open = text.indexOf('{{', from)) {
        const isComment = /^\{\{-?\s?\/\*/.test(text.slice(open, open + 6));
        const close = text.indexOf(isComment ? '*/' : '}}', open);
        if (close < 0)
            break;
        const end = isComment ? text.indexOf('}}', close) + 2 : close + 2;
        const expression = text.slice(open, Math.max(end, close + 2));
        rest += text.slice(from, open) + (isComment ? expression.replace(/[^\n]+/g, '') : onOneLine(expression));
        from = open + expression.length;
    }
    return rest + text.slice(from);
}
function onOneLine(expression) {
    if (!expression.includes('\n'))
        return expression;
    return expression.replace(/\s*\n\s*/g, ' ') + expression.replace(/[^\n]/g, '');
}
const flowLimits = { bytes: 100_000, documents: 1, depth: 20, aliases: 10, expandedNodes: 10_000 };
/** A collection in flow style on one line; undefined where it is none. */
function flowValue(text) {
    const source = text.replace(/,$/, '');
    if (!/^\{[^{].*\}$|^\[.*\]$/.test(source))
        return undefined;
    const { documents, unreadable } = (0,parse_yaml/* parseYaml */.h)(Buffer.from(source), flowLimits);
    const value = documents[0]?.value;
    return unreadable.length === 0 && typeof value === 'object' && value !== null ? value : undefined;
}
/** The text of a scalar on one line: unquoted, without its comment. */
function plainText(source) {
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

;// CONCATENATED MODULE: ./build/secrets/text/loose-document.js


/** Deeper levels than this are not followed. */
const loose_document_deepest = 40;
const templateLine = /^\s*\{\{[^{}]*\}\}\s*(?:#.*)?$/;
const keyed = /^("(?:[^"\\]|\\.){1,200}"|'[^']{1,200}'|\{\{[^{}]{1,200}\}\}[\w.-]{0,100}|[\w.$/@*~+()<>-][^:#"'{}\n]{0,200}?)\s{0,20}:(?:\s+|$)/;
/**
 * Reads text that is YAML by its looks but cannot be parsed as such: Helm templates, broken manifests, tabs for
 * indentation. Indentation gives the structure, expressions stay text, nothing is an error. One source per `---`.
 */
function readLoosely(text, firstLine = 1) {
    const sources = [];
    let reader = new LooseReader();
    const lines = blankComments(text).split('\n');
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
                identity: (0,text_source/* identityOf */.cu)(this.#root),
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
            (body === '' || body.startsWith('#') || body.startsWith('- ') || keyed.test(body) || templateLine.test(line)))
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
        for (let dashes = 0; dashes < loose_document_deepest && /^-(?:\s|$)/.test(rest); dashes++) {
            const item = this.#item(depth, { line: number, column: at });
            const skipped = /^-\s*/.exec(rest)?.[0].length ?? 1;
            if (rest.length <= skipped && !keyed.test(rest.slice(skipped)))
                return;
            rest = rest.slice(skipped);
            at += skipped;
            depth += skipped;
            if (!keyed.test(rest) && !/^-(?:\s|$)/.test(rest)) {
                this.#scalar(item, rest, depth - skipped, { line: number, column: at }, at);
                return;
            }
        }
        const match = keyed.exec(rest);
        if (match?.[1] === undefined)
            return;
        const parent = this.#parent(depth);
        if (parent.path.length >= loose_document_deepest)
            return;
        const path = this.#unused([...parent.path, unquote(match[1])]);
        this.#place(path, number, at);
        this.#scalar(path, rest.slice(match[0].length), depth, { line: number, column: at }, at + match[0].length);
    }
    /** A key that stands twice keeps both its values. */
    #unused(path) {
        if (!this.#entries.has(keyOf(path)))
            return path;
        for (let copy = 2; copy < 10; copy++) {
            const other = [...path.slice(0, -1), `${path.at(-1)}#${copy}`];
            if (!this.#entries.has(keyOf(other)))
                return other;
        }
        return path;
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
        if (text === '' || text === '{' || text.startsWith('#')) {
            if (typeof path.at(-1) === 'string') {
                const node = Object.create(null);
                loose_document_assign(this.#root, path, node);
                this.#stack.push({ indent: depth, node, path });
                this.#open = undefined;
            }
            return;
        }
        const block = /^[|>][-+0-9]{0,3}\s*(?:#.*)?$/.test(text);
        const value = block ? '' : (flowValue(text) ?? plainText(text));
        loose_document_assign(this.#root, path, value);
        this.#entries.set(keyOf(path), { at, valueAt: { line: at.line, column }, style: block ? 'literal' : 'plain' });
        this.#open = typeof value === 'string' ? { indent: depth, path, block, lines: [], start: undefined } : undefined;
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

;// CONCATENATED MODULE: ./build/secrets/text/wide-text.js
/**
 * The text of bytes that are UTF-16 or UTF-32, with or without a byte order mark: every second (or all but every fourth)
 * byte is zero. Undefined for anything else.
 */
function wideText(bytes) {
    const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (const width of [4, 2]) {
        for (const at of [0, width - 1]) {
            const units = view.subarray(0, view.length - (view.length % width));
            if (units.length < 4 * width)
                continue;
            const text = narrow(units, width, at);
            if (text !== undefined)
                return text;
        }
    }
    return undefined;
}
/** The ASCII of units whose significant byte stands at `at`; undefined where one unit in ten holds anything else. */
function narrow(units, width, at) {
    const characters = [];
    let others = 0;
    for (let unit = 0; unit < units.length; unit += width) {
        const code = units[unit + at] ?? 0;
        let isWide = code === 0 || code > 126;
        for (let byte = 0; byte < width; byte++)
            if (byte !== at && units[unit + byte] !== 0)
                isWide = true;
        if (isWide && ++others * 10 * width > units.length)
            return undefined;
        characters.push(isWide ? '\uFFFD' : String.fromCharCode(code));
    }
    return characters.join('');
}

;// CONCATENATED MODULE: ./build/secrets/text/command-line.js
const value = `(?:"([^"\\n]{1,500})"|'([^'\\n]{1,500})'|([^\\s"'\`;|&<>()]{1,500}))`;
const command_line_forms = [
    { pattern: new RegExp(`(?<![\\w-])--?([A-Za-z][\\w.-]{1,60})(?:=|[ \\t]{1,4})${value}`, 'g'), key: '' },
    { pattern: new RegExp(`(?:^|[\\s;&|(])(?:export[ \\t]+|set[ \\t]+)?([A-Za-z_]\\w{1,60})=${value}`, 'gm'), key: '' },
];
// Flags that mean a password to one program only.
const programs = [
    {
        near: 'curl',
        // Lines that end in a backslash go on.
        pattern: /\bcurl\b(?:[^\n]|\\\n){0,400}?\s(?:-u|--user)[ =]{0,4}(?:"[^\s:"]{0,100}:([^"\n]{1,200})"|'[^\s:']{0,100}:([^'\n]{1,200})'|[^\s:"']{1,100}:([^\s"']{1,200}))/g,
        key: 'curl --user',
    },
    {
        near: 'uthorization:',
        pattern: /uthorization:\s{0,4}(?:(?:Token|Api-Token|ApiKey|Bearer|PRIVATE-TOKEN|Key)\s{1,4})?(?!Basic|Digest|Negotiate)([\w.~+/=-]{16,2000})/gi,
        key: 'authorization token',
    },
    {
        near: 'curl',
        pattern: new RegExp(`\\s(?:-H|--header)[ =]{0,4}["']?[\\w-]{0,40}(?:api-?key|token|secret|auth)[\\w-]{0,20}:\\s{0,4}${value}`, 'gi'),
        key: 'header token',
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
            if (literal === undefined || isNoLiteral(literal))
                continue;
            found.push({ key: match[1] ?? '', value: literal, offset: match.index ?? 0 });
        }
    }
    for (const { near, pattern, key } of programs) {
        if (!text.includes(near))
            continue;
        for (const match of text.matchAll(pattern)) {
            const literal = match.slice(1).find((group) => group !== undefined);
            if (literal === undefined || isNoLiteral(literal))
                continue;
            found.push({ key: `${key} password`, value: literal, offset: match.index ?? 0 });
        }
    }
    return found;
}
/** A further flag, a variable, or a substitution that the shell fills in. */
function isNoLiteral(value) {
    return /^-|\$[({A-Za-z_<]|`/.test(value);
}

;// CONCATENATED MODULE: ./build/secrets/text/comments.js
const longest = 2_000;
/**
 * The `#` comments of a text, whether a line of their own or behind one. A commented-out list item
 * (`# - name: PASSWORD`, `#   value: …`) is told as one assignment.
 */
function commentsOf(text) {
    const found = [];
    let named;
    let line = 0;
    for (let start = 0; start <= text.length;) {
        line++;
        const end = text.indexOf('\n', start);
        const source = text.slice(start, Math.min(end < 0 ? text.length : end, start + longest));
        start = end < 0 ? text.length + 1 : end + 1;
        const mark = /(?:^|\s)#+/.exec(source);
        if (mark === null)
            continue;
        const column = mark.index + mark[0].length + 1;
        const body = source.slice(column - 1).trimEnd();
        const name = /^\s*-\s*name:\s*["']?([\w.-]{1,100})["']?$/.exec(body)?.[1];
        const value = /^\s*value:(.*)$/.exec(body)?.[1];
        if (name !== undefined)
            named = { line, name };
        else if (value !== undefined && named?.line === line - 1)
            found.push({ body: `${named.name}:${value}`, at: { line, column } });
        else
            found.push({ body, at: { line, column } });
    }
    return found;
}

;// CONCATENATED MODULE: ./build/secrets/text/embedded.js



const limits = { bytes: 2_000_000, documents: 500, depth: 60, aliases: 100, expandedNodes: 200_000 };
/** Lines that read `key: value` or `- item` or open a mapping. */
const yamlLine = /^\s*(?:-\s|[\w."'/$-]{1,100}:(?:\s|$))/;
/** Whether a text has words of credentials at all: what has none needs no reading. */
function speaksOfCredentials(text) {
    return /pass|pwd|secret|token|api.?key|access.?key|private.?key|signing.?key|encryption.?key|credential|creds|bearer|auth|stringdata|identified|@tcp\(|@unix\(|jdbc:oracle|"kty"/i.test(text);
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
                identity: (0,text_source/* identityOf */.cu)(document.value),
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

;// CONCATENATED MODULE: ./build/secrets/text/assignments.js
// name=value, name: value, "name": "value", name => "value", export NAME=value, set NAME value, <name>value</name>, -Dname=value
const assignment = /(?:^|[\s,;:{(&?'"`<-])(?:export\s+|set\s+|ENV\s+|ARG\s+|-D)?(["'`]?)([A-Za-z_$][\w.$/@-]{1,100})\1\s{0,8}(?::{0,3}=>?|:(?!\/\/)|\?=|>)\s{0,8}(?:"((?:[^"\\]|\\.){1,2000})"|'([^'\n]{1,2000})'|`([^`\n]{1,2000})`|([^\s"'`,;<>&|]{1,2000}))/g;
const section = /^\s*\[([\w .:@/"-]{1,100})\]\s*$/;
const assignments_longest = 20_000;
/** The assignments of a text in any of the usual notations: dotenv, properties, INI, TOML, HCL, shell, Dockerfile, JSON, XML. */
function readAssignments(text, firstLine = 1) {
    const found = [];
    let prefix = '';
    const lines = text.split('\n');
    for (let number = 0; number < lines.length; number++) {
        const line = (lines[number] ?? '').slice(0, assignments_longest);
        if (line.length < 4)
            continue;
        const head = section.exec(line);
        if (head !== null)
            prefix = `${head[1] ?? ''}.`;
        if (/^\s*(?:#|\/\/|;|--\s)/.test(line))
            continue;
        for (const match of line.matchAll(assignment)) {
            const value = match[3] ?? match[4] ?? match[5] ?? match[6];
            if (value === undefined || isInExpression(line, (match.index ?? 0) + 1))
                continue;
            // `image@sha256:…` gives no value to a name.
            if (/@sha\d{3}$/.test(match[2] ?? ''))
                continue;
            const column = (match.index ?? 0) + match[0].lastIndexOf(value) + 1;
            const quoted = match[6] === undefined;
            found.push({ key: prefix + (match[2] ?? ''), value, quoted, place: { line: firstLine + number, column } });
        }
    }
    return found;
}
/** Whether an offset of a line stands inside `{{ … }}`, where names are variables. */
function isInExpression(line, offset) {
    const opened = line.lastIndexOf('{{', offset);
    return opened >= 0 && line.lastIndexOf('}}', offset) < opened;
}

;// CONCATENATED MODULE: ./build/secrets/text/statements.js


const quoted = `(?:"([^"\\n]{1,500})"|'([^'\\n]{1,500})'|\`([^\`\\n]{1,500})\`)`;
const secretWord = '(?:[\\w.-]{0,40}pass(?:word|wd|phrase)?|requirepass|masterauth|[\\w.-]{0,40}(?:token|secret|api[-_]?key))';
/**
 * Notations that give a value to a name otherwise than by `name = value`; the first group is the name where there is one.
 * A weak one is prose or a label as often as not: its value must be plainly a password.
 */
const notations = [
    // define('KEY', 'value'), setProperty("KEY", "value"), os.environ.get("KEY", "value").
    { pattern: new RegExp(`\\(\\s{0,4}["']([\\w.-]{3,100})["']\\s{0,4},\\s{0,4}${quoted}`, 'g'), isWeak: true },
    // KEY .= "value", var key string = "value", key: string = "value", KEY = call("value").
    {
        pattern: new RegExp(`(?<![\\w$.-])(\\$?[A-Za-z_][\\w.-]{2,100})(?:\\s{1,4}string|\\s{0,4}:\\s{0,4}string)?\\s{0,4}\\.?=\\s{0,4}(?:[\\w.]{1,40}\\(\\s{0,4}(?:["'][\\w.-]{0,100}["']\\s{0,4},\\s{0,4})?)?${quoted}`, 'g'),
    },
    // <add key="KEY" value="value"/>, <property name="KEY" value="value"/>.
    { pattern: new RegExp(`\\b(?:key|name)="([\\w.-]{3,100})"\\s{1,8}value=${quoted}`, 'gi') },
    // <key>value</key> over three lines.
    { pattern: /<([A-Za-z][\w.:-]{2,80})>\s{0,4}\n\s{0,80}([^\s<>]{4,500})\s{0,4}\n\s{0,80}<\//g },
    // The query of a URL.
    { pattern: /[?&]([A-Za-z][\w-]{1,60})=([^\s&"'#;<>]{4,500})/g },
    // SQL.
    {
        pattern: new RegExp(`\\b(?:identified\\s{1,4}(?:with\\s{1,4}\\w{1,40}\\s{1,4})?by|password)\\s{1,4}(?:=\\s{0,4})?()${quoted}`, 'gi'),
        key: 'password',
    },
    // Directives: requirepass VALUE, password VALUE, insecure-password VALUE, at the end of a line.
    {
        pattern: new RegExp(`(?:^|\\s)(${secretWord})[ \\t]{1,20}([^\\s"'=:{}()<>]{8,200})[ \\t]{0,8};?\\r?$`, 'gim'),
        isWeak: true,
    },
    // go-sql-driver and Oracle's thin driver.
    { pattern: /(?:^|[\s"'=])[\w.-]{1,60}:()([^\s@:/"']{1,200})@(?:tcp|unix)\(/g, key: 'password' },
    { pattern: /\bjdbc:oracle:\w{1,10}:[\w.-]{1,60}\/()([^\s@/"']{1,100})@/g, key: 'password' },
    // Redis ACL files.
    { pattern: /^user\s{1,4}[\w.-]{1,60}\s[^\n]{0,200}?\s?>()([^\s]{4,200})/gm, key: 'password' },
];
/** Everything in a text that gives a value to a name, in the usual notations of configuration, code, SQL and markup. */
function readStatements(text) {
    return [...readAssignments(text), ...readNotations(text)];
}
function readNotations(text) {
    const found = [];
    const lineOf = lineCounter(text);
    for (const { pattern, key, isWeak } of notations) {
        for (const match of text.matchAll(pattern)) {
            const value = match.slice(2).find((group) => group !== undefined);
            const name = key ?? match[1];
            if (value === undefined || name === undefined || (isWeak === true && !isLikelyCredential(value)))
                continue;
            found.push({ key: name, value, quoted: true, place: lineOf(match.index + match[0].lastIndexOf(value)) });
        }
    }
    return found;
}
/** Places of offsets, by one table of line starts. */
function lineCounter(text) {
    let starts;
    return (offset) => {
        starts ??= [0, ...[...text.matchAll(/\n/g)].map((match) => match.index + 1)];
        let [low, high] = [0, starts.length - 1];
        while (low < high) {
            const middle = (low + high + 1) >> 1;
            if ((starts[middle] ?? 0) <= offset)
                low = middle;
            else
                high = middle - 1;
        }
        return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
    };
}

;// CONCATENATED MODULE: ./build/secrets/value/credential-key.js
const passwords = new Set('password passwd pwd passphrase pass passcode passwort motdepasse contrasena psw requirepass masterauth'.split(' '));
const secrets = new Set('secret token apikey secretkey accesskey privatekey pat psk jwt bearer credential credentials creds authtoken authkey apitoken'.split(' '));
/** What stands before `key` to make it a credential: `api key`, `signing key`. */
const credential_key_keyed = new Set('api access secret private encryption signing master auth account shared storage license ssh hmac aes session cookie client admin service app application deploy write read ingest integration routing seed root jwt crypt crypto cipher subscription webhook'.split(' '));
/** Words after the credential word that leave its meaning as it is. */
const neutral = new Set('value data base64 b64 plain plaintext text string literal raw default prod production dev development staging test stage live old new current hash hashed encoded primary secondary main'.split(' '));
/** Words after the credential word that make it the name of something about the credential. */
const about = /^(?:name|names|ref|refs|reference|file|files|filename|path|paths|url|urls|uri|endpoint|key|keys|length|policy|policies|enabled|enable|disabled|type|types|kind|id|ids|ttl|expiry|expiration|expires|expire|duration|age|rotation|rotate|field|fields|property|properties|prefix|suffix|header|headers|selector|provider|providers|store|class|backend|version|versions|algorithm|algo|format|mount|mounts|volume|volumes|dir|directory|namespace|namespaces|issuer|audience|audiences|lifetime|interval|timeout|template|regex|regexp|pattern|count|min|max|size|bits|source|from|env|var|variable|label|labels|annotation|annotations|create|generate|generated|required|reset|change|update|method|mode|strategy|manager|operator|controller|engine|role|roles|scope|scopes|server|host|hostname|port|user|username|review|reviews|request|requests|service|image|location|item|items|list|map|config|configuration|settings|options|spec|status|projection|automount|validity|days|hours|seconds|minutes|limit|bucket|alias|ring|chain|pair|usage|usages|owner|description|comment|title|placeholder|hint|display|show|visible|flag|args|arg|command|cmd|script|hook|exchange|verify|validation|validate|encoder|encoding|encryption|complexity|strength|history|attempts|sync|syncer|injector|csi|driver|reader|writer|getter|access|auth|authn|authentication|authenticated|authorization|grant|claim|claims|binding|request|renewal|period|cache|index|delimiter|separator|parameter|parameters|param|set|exists|found|missing|optional|readonly|immutable|management|checker|lookup|handler|resolver|plugin|agent|proxy|store|storage|vault|group|groups|counter|metric|metrics|per|in|is|as|on|to|for|by|with|without|via|and|or|has|used|limits|ratio|threshold|bucket|buckets|tokens|usd)$/;
/** Words anywhere in a key that say it names, switches or publishes something. */
const negating = new Set('existing automount public pub csrf no disable disabled enable enabled skip without allow allowed empty ask prompt require required use forgot forget reset change generate random has is min max'.split(' '));
/** Whether a key names the file a credential stands in: `DB_PASSWORD_FILE`, `tokenPath`. */
function namesFile(key) {
    const words = credential_key_wordsOf(key.slice(0, 120));
    return /^(?:file|filename|path|dir|directory)$/.test(words.at(-1) ?? '') && judge(words.slice(0, -1)) !== 'none';
}
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
    if (words.some((word) => negating.has(word)))
        return 'none';
    // `passwordSecretKey` is the key, inside some Secret, of the password.
    if (/^(?:password|username|user|token|credentials?|cert|tls|ca) secret key$/.test(words.slice(-3).join(' ')))
        return 'none';
    // From the end: what follows the credential word may qualify it (`password_prod`) or speak about it (`password_file`).
    for (let at = words.length - 1; at >= 0; at--) {
        const word = words[at] ?? '';
        if (passwords.has(word))
            return 'password';
        if (word === 'key' && (credential_key_keyed.has(words[at - 1] ?? '') || (words[at - 1] ?? '').endsWith('api')))
            return 'secret';
        if (secrets.has(word))
            return 'secret';
        if (word === 'auth' && words.length === 1)
            return 'secret';
        if (word === 'cookie' && words[at - 1] === 'erlang')
            return 'secret';
        if (neutral.has(word) || /^\d+$/.test(word))
            continue;
        if (about.test(word))
            return 'none';
        if (/(?:password|passwd|passphrase)\d{0,3}$/.test(word))
            return 'password';
        if (/(?:secret|token|apikey|secretkey|accesskey|privatekey|authkey)\d{0,3}$/.test(word))
            return 'secret';
    }
    return 'none';
}
function credential_key_wordsOf(key) {
    return key
        .split(/[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/)
        .filter((word) => word !== '')
        .map((word) => word.toLowerCase());
}

;// CONCATENATED MODULE: ./build/secrets/tokens/keyed-formats.js

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

;// CONCATENATED MODULE: ./build/secrets/value/material.js

/** A key as its bytes, whatever its indentation, line ends, comment marks or escapes; any other text trimmed. */
function canonicalSecret(text, format) {
    if (format === 'encoded-private-key')
        return canonicalSecret(keyBody((0,decode/* decodeBase64Text */.BB)(text) ?? text), 'private-key');
    if (format !== 'private-key')
        return text.trim();
    return text.replace(/\\[nrt]|[\s#"'|+,]/g, '');
}
function keyBody(pem) {
    return /PRIVATE KEY(?: BLOCK)?-----([^-]+)/.exec(pem)?.[1] ?? pem;
}

;// CONCATENATED MODULE: ./build/secrets/judge/judge-open.js








/** The place of an offset in a text. */
function placeOf(text, offset) {
    const before = text.slice(0, offset);
    const start = before.lastIndexOf('\n') + 1;
    return { line: before.split('\n').length, column: offset - start + 1 };
}
/**
 * Whether a token counts where prose and comments stand: provider tokens and keys do; of URLs and headers only those whose
 * password a generator made, because documentation is full of examples.
 */
function countsInProse({ severity, format, secret }) {
    if (severity !== 'high')
        return true;
    return /^(?:url|basic|bearer)-/.test(format) && /\d/.test(secret) && looksRandom(secret);
}
/** The tokens of a text, as judgements with their place in it. */
function judgeTokens(text, context = {}) {
    if (context.tokenFree === true)
        return [];
    return findTokens(text).map((token) => ({
        is: 'literal',
        what: token.format.name,
        format: token.format.id,
        severity: token.isGenuine ? token.format.severity : 'high',
        secret: canonicalSecret(token.secret, token.format.id),
        inner: [],
        offset: placeOf(text, token.start),
    }));
}
/** Judges a value by its own format, then by its key: provider tokens, then generic credentials. */
function judgeOpen(text, key, context, isDeployed) {
    const tokens = judgeTokens(text, context);
    if (tokens.length > 0)
        return tokens;
    const broken = brokenToken(text);
    if (broken !== undefined)
        return [broken];
    const inner = text.length >= 24 ? (0,decode/* unwrap */.oA)(text) : text;
    if (inner !== text) {
        const hidden = judgeTokens(inner).map((token) => ({ ...token, offset: undefined }));
        if (hidden.length > 0)
            return hidden;
    }
    const strength = credentialKey(key);
    const value = text.trim();
    if (strength === 'none')
        return namesFile(key) && isNoPath(value) ? [generic(value, undefined)] : [];
    if (!hasCredentialShape(value, strength, key, isDeployed ? 2 : 4))
        return [];
    if (classify(value, { ...context, key }) !== 'literal')
        return [];
    if (inner !== text && classify(inner, { ...context, key }) !== 'literal')
        return [];
    if (!isDeployed && (isDefaultCredential(value) || isNamedAfterItself(value)))
        return [];
    return [generic(value, keyedFormat(key, value))];
}
function generic(secret, provider) {
    return {
        is: 'literal',
        what: provider?.name,
        format: provider?.id ?? 'generic',
        severity: provider === undefined ? 'high' : 'critical',
        secret,
        inner: [],
        offset: undefined,
    };
}
/** A token that was broken over lines, and is the whole of the text once they are joined. */
function brokenToken(text) {
    const value = text.trim();
    if (value.length > 2_000 || !/^\S{8,}(?:\s+\S{4,}){1,5}$/.test(value))
        return undefined;
    const joined = value.replace(/\s+/g, '');
    const [token] = findTokens(joined);
    if (token === undefined || token.end - token.start < joined.length)
        return undefined;
    return judgeTokens(joined).map((judgement) => ({ ...judgement, offset: undefined }))[0];
}
/** Whether a value under a key such as `DB_PASSWORD_FILE` names no file but is what the file should hold. */
function isNoPath(value) {
    return looksGenerated(value) || (value.length >= 20 && !/[/\\.]/.test(value) && looksRandom(value));
}
/** Whether a value could be what its key calls it. A key that says `password` outright needs little; others need a value that looks made. */
function hasCredentialShape(value, strength, key, shortest) {
    if (value.length > 4_000)
        return false;
    // A password that was broken over lines is one; other texts of several lines are files.
    if (/\n/.test(value))
        return /^\S{4,}(?:\s*\n\s*\S{4,}){1,5}$/.test(value) && looksRandom(value.replace(/\s+/g, ''));
    if (/^(?:true|false|yes|no|on|off|null|nil|none|auto|default|always|never|required|optional|disabled|enabled|inherit)$/i.test(value))
        return false;
    if (strength === 'password')
        return value.length >= shortest && !isProse(value) && !/^\d{1,3}$/.test(value);
    return (looksRandom(value) ||
        (uuid.test(value) && !/[_-]?id$/i.test(key)) ||
        (/^(?=.*\d)(?=.*[A-Za-z])[^\s]{8,}$/.test(value) && keyedFormat(key, value) !== undefined));
}
/** Sentences: help texts and descriptions under a key such as `password`. */
function isProse(value) {
    return value.split(/\s+/).length > 3 || /\s(?:the|your|is|for|must|of|to|be)\s/i.test(value);
}

;// CONCATENATED MODULE: ./build/secrets/judge/plain-setting.js



/** What usually stands beside a secret in the same object and is none itself: user names, hosts, ports, flags. */
const names = /^(?:[\w.-]+[-_.])?(?:\w*(?:user(?:name)?|accountname|hostname)|login|hosts?|ports?|url|uri|end_?point|roles?|retention|count|servers?|address|addr|region|zone|bucket|container|database|db|dbname|schema|name|type|project|email|mail|from|namespace|enabled|path|dir|driver|scheme|protocol|mode|version|kind|env|environment|stage|cluster|provider|realm|issuer|audience|scopes?|domain|insecure|ssl|sslmode|tls|verify|timeout|replicas|level|description|expiration|id|\w+id|org|organization|team|owner|repo|repository|branch|format|locale|timezone|tz|charset|engine|dialect)(?:_?in|\d{1,2})?$/i;
/** Keys of public material: what stands there is no secret unless it looks like one. */
const publicNames = /(?:\.(?:crt|cer|pub|csr|crl)|^(?:ca|cacert|tls[-_.]ca|ca[-_]?bundle|known_hosts|trust[-_.]?store\.pem)(?:\.(?:pem|crt))?)$/i;
/** Whether a decoded value under `key` is plainly no secret: the key says so and the value's shape agrees. */
function isPlainSetting(text, key) {
    const value = text.trim();
    if (value.length > 300 || value.includes('\n'))
        return false;
    if (/^(?:true|false|yes|no|on|off|enabled|disabled)$/i.test(value))
        return true;
    if (publicNames.test(key))
        return !looksRandom(value);
    // A small number or a duration is a setting, unless the key says password.
    if (/^\d{1,3}(?:\.\d{1,3})?(?:ms|[smhdwy]|[KMGT]i?B?)?$/.test(value))
        return credentialKey(key) === 'none';
    if (/^(?:token-id|usage-bootstrap-[a-z]+|auth-extra-groups)$/.test(key))
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
    const inner = text.startsWith('H4sI') ? (0,decode/* decodeBase64 */.y4)(text) : undefined;
    return inner !== undefined && inner[0] === 0x1f && inner[1] === 0x8b ? inner : undefined;
}

;// CONCATENATED MODULE: ./build/secrets/judge/registry-login.js



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
    if (!(0,text_source/* isMapping */.pi)(parsed))
        return undefined;
    const auths = (0,text_source/* isMapping */.pi)(parsed.auths) ? parsed.auths : parsed;
    const classes = [];
    for (const login of Object.values(auths)) {
        if (!(0,text_source/* isMapping */.pi)(login))
            continue;
        for (const field of ['password', 'identitytoken', 'registrytoken', 'auth']) {
            const value = login[field];
            if (typeof value !== 'string')
                continue;
            const [, ...password] = (field === 'auth' ? ((0,decode/* decodeBase64Text */.BB)(value) ?? '') : '').split(':');
            classes.push(classify(password.length > 0 ? password.join(':') : value, { ...context, key: 'password' }));
        }
    }
    for (const worst of ['literal', 'placeholder', 'template', 'reference', 'encrypted']) {
        if (classes.includes(worst))
            return worst;
    }
    return 'empty';
}

;// CONCATENATED MODULE: ./build/secrets/judge/judge-secret.js












const inflated = 8_000_000;
/** Judges a base64 field that can hold nothing but a secret. */
function judgeEncodedSecret(text, key, context) {
    const asWritten = classify(text, { ...context, key, secretOnly: true });
    if (asWritten !== 'literal' && asWritten !== 'placeholder')
        return judgeTokens(text, context);
    const bytes = (0,decode/* decodeBase64 */.y4)(text);
    if (bytes === undefined) {
        const judgements = judgeSecret(text, key, context);
        // What a template leaves is another matter.
        return text.includes('{{') ? judgements : judgements.map(unencoded);
    }
    const decoded = (0,decode/* asText */.e1)(bytes);
    if (decoded !== undefined)
        return judgeSecret(decoded, key, { ...context, tokenFree: false }).map((judgement) => ({
            ...judgement,
            offset: undefined,
        }));
    // Words such as `password` are base64 by accident: what was written counts where what comes out is no text.
    if (asWritten === 'placeholder')
        return [make('placeholder', text, undefined)];
    return isPublicBytes(bytes, key) ? [] : [make('literal', text, undefined)];
}
/** What stands in `data` as it is: the API server refuses it, and everyone can read it. */
function unencoded(judgement) {
    return judgement.is === 'literal' && judgement.what === undefined
        ? { ...judgement, what: 'a secret in plain text, and no base64 as `data` demands' }
        : judgement;
}
/** Judges a decoded value in a field that can hold nothing but a secret: every literal counts, whatever it looks like. */
function judgeSecret(text, key, context) {
    const [token] = judgeTokens(text, context);
    if (token !== undefined)
        return [make('literal', token.format.endsWith('private-key') ? token.secret : text, token)];
    const kind = classifySecret(text, key, context);
    if (kind === 'placeholder' && isPlainSetting(text, key))
        return [make('plain-setting', text, undefined)];
    if (kind === 'placeholder' || kind === 'literal' || kind === 'plain-setting')
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
    const release = helmRelease((0,decode/* unwrap */.oA)(text, 1));
    if (release !== undefined)
        return classifyRelease(release);
    const inner = (0,decode/* unwrap */.oA)(text);
    if (inner !== text) {
        const decoded = classify(inner, inside);
        if (decoded !== 'literal')
            return decoded;
    }
    // `Y2hhbmdlbWU=` is too short to be surely base64, but `changeme` says enough.
    const short = text.trim().length % 4 === 0 ? (0,decode/* decodeBase64Text */.BB)(text) : undefined;
    if (short !== undefined && isPlaceholder(short))
        return 'placeholder';
    const configuration = classifyConfiguration(inner, key, context) ?? classifySettings(inner, key);
    return configuration ?? (isPlainSetting(inner, key) ? 'plain-setting' : 'literal');
}
/** The text of a settings file that says nothing of credentials, and in which no generator made anything, is settings. */
function classifySettings(text, key) {
    if (!settingsFile.test(key) || namesLogins.test(key))
        return undefined;
    const bare = text.replace(/\/\*[\s\S]{0,20000}?\*\/|^\s{0,200}(?:#|\/\/|;|!)[^\n]*/gm, '');
    if (bare.trim() === '')
        return 'empty';
    const looksMachineMade = bare
        .split(/[^\w+/-]+/)
        .some((word) => word.length >= 12 && /\d/.test(word) && looksRandom(word));
    return speaksOfCredentials(bare) || looksMachineMade || !/[=:{ ]/.test(bare) ? undefined : 'plain-setting';
}
const settingsFile = /\.(?:properties|ini|conf|cfg|cnf|config|toml|xml|ya?ml|json|hcl|lua|rules)$/i;
/** Files that give each user a password: `users.properties`. */
const namesLogins = /(?:^|[._-])(?:users?|passwords?|passwd|credentials?|secrets?|accounts?)(?:[._-]|$)/i;
/** A configuration file is what its credentials are: templates and references make it one, a literal makes it a literal. */
function classifyConfiguration(text, name, context) {
    const isJson = /^\s*[{[]/.test(text);
    if (!isJson && !text.trim().includes('\n'))
        return undefined;
    const classes = new Set();
    let fields = 0;
    const note = (key, value) => {
        fields++;
        // In a Secret, a value that a generator made is no setting, whatever its key.
        const isNeutral = credentialKey(key) === 'none' && !/^(?:auth|data|key)$/i.test(key);
        const looksMachineMade = /^(?=.*\d)[\w+/=-]{16,512}$/.test(value) && looksRandom(value);
        if (isNeutral && !looksMachineMade && !(namesLogins.test(name) && isLikelyCredential(value)))
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
    return 'plain-setting';
}
/** A Helm release as Helm itself stores it is no secret of its own, unless a credential stands inside. */
function classifyRelease(release) {
    try {
        const text = (0,external_node_zlib_.gunzipSync)(release, { maxOutputLength: inflated }).toString('utf8');
        return judgeTokens(text).length > 0 || classifyConfiguration(text, '', {}) === 'literal' ? 'literal' : 'public';
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

;// CONCATENATED MODULE: ./build/secrets/judge/logins.js

/** Files whose notation no other file has, by their names. */
const files = [
    { name: /(?:^|\/)[._]netrc$/, pattern: /\bpassword\s{1,8}(\S{1,400})/g },
    {
        name: /(?:^|\/)\.?pgpass(?:\.conf)?$/,
        pattern: /^[^#:\n]{1,200}:[^:\n]{1,20}:[^:\n]{1,100}:[^:\n]{1,100}:([^\n]{1,400})$/gm,
    },
    { name: /(?:^|\/)\.npmrc$/, pattern: /:_authToken\s{0,4}=\s{0,4}"?([^\s"]{1,400})/g },
    { name: /(?:^|\/)[\w.-]{0,40}userlist\.txt$/, pattern: /^"[^"\n]{1,100}"\s{1,8}"([^"\n]{1,400})"/gm },
];
/** The passwords of a .netrc, .pgpass, .npmrc or userlist.txt. `name` is the file's path, or the key it stands under. */
function judgeLogins(name, text, context) {
    const pattern = files.find((file) => file.name.test(name))?.pattern;
    if (pattern === undefined)
        return [];
    return [...text.matchAll(pattern)].flatMap((match) => judgeOpen(match[1] ?? '', 'password', context, true).map((judgement) => ({
        ...judgement,
        inner: [name.endsWith('.npmrc') ? '_authToken' : 'password'],
        offset: placeOf(text, match.index),
    })));
}

;// CONCATENATED MODULE: ./build/secrets/judge/judge.js













/** Judges the content of a file: its tokens, then each of its own fields or assignments. */
function judgeFile(text, key, context, isDeployed) {
    if (!text.trim().includes('\n') && !/^\s*[{[]/.test(text))
        return judgeLine(text.trim(), key, context, isDeployed);
    const found = [];
    const seen = new Set();
    const add = (judgement) => {
        if (seen.has(judgement.secret))
            return;
        found.push(judgement);
        seen.add(judgement.secret);
    };
    judgeLogins(key, text, context).forEach(add);
    if (text.length <= 1_500_000 && speaksOfCredentials(text))
        judgeInner(text, context, isDeployed).forEach(add);
    judgeTokens(text, context).forEach(add);
    return found.length > 0 ? found : judgeOpen(text, key, context, isDeployed);
}
/** One line is a value, or a command, or says itself what its value is: a connection string, an assignment. */
function judgeLine(text, key, context, isDeployed) {
    const own = judgeOpen(text, key, context, isDeployed);
    if (own.length > 0)
        return own;
    const logins = judgeLogins(key, text, context);
    if (logins.length > 0 || !speaksOfCredentials(text))
        return logins;
    const isProse = text.split(/\s+/, 6).length > 4;
    const commands = judgeCommand(text, context).filter(({ secret }) => !isProse || isLikelyCredential(secret));
    return commands.length > 0 ? commands : judgeStatements(text, context, isDeployed, isProse);
}
/** Judges what a text assigns. In prose and comments only what is plainly a password. */
function judgeStatements(text, context, isDeployed, isProse) {
    const found = [];
    for (const { key, value, place, quoted } of readStatements(text)) {
        if ((!quoted && isCode(value)) || isNoLiteral(value) || (isProse && !isLikelyCredential(value)))
            continue;
        for (const judgement of judgeOpen(value, key, context, isDeployed))
            found.push({ ...judgement, inner: [key], offset: place });
    }
    return found;
}
/** Judges what comments assign: a password that was commented out is as readable as any other. */
function judgeComments(text, context) {
    if (!text.includes('#') || !speaksOfCredentials(text))
        return [];
    return commentsOf(text).flatMap(({ body, at }) => judgeStatements(body, context, false, true).map((judgement) => ({
        ...judgement,
        offset: { line: at.line, column: at.column + (judgement.offset?.column ?? 1) - 1 },
    })));
}
function judgeInner(text, context, isDeployed, patchesSecret = false) {
    const sources = readEmbedded(text);
    if (sources === undefined)
        return judgeStatements(text, context, isDeployed, false);
    const found = [];
    for (const source of sources) {
        const inside = { ...context, sops: context.sops === true || (0,text_source/* isSopsDocument */.PM)(source.value) };
        const judge = (field) => {
            if (inside.sops === true && field.path[0] === 'sops')
                return;
            for (const judgement of judgeField(field.text, field.key, field.role, inside, field.previous)) {
                if (judgement.is !== 'literal' ||
                    (field.isJoined === true && found.some(({ secret }) => secret === judgement.secret)))
                    continue;
                const place = source.valueAt(field.path);
                const own = judgement.offset;
                const offset = own === undefined || own.line === 1 ? place : { line: place.line + own.line - 1, column: own.column };
                found.push({ ...judgement, inner: [...subjectPath(source.value, field.path), ...judgement.inner], offset });
            }
        };
        forEachField(source, judge, patchesSecret);
    }
    return found;
}
/** Unquoted right-hand sides that are code: calls, members, operators. */
function isCode(value) {
    return /[()[\]{}]|^\w+\.\w+(?:\.\w+)*$|^(?:var|local|data|module|each|self|os|process)\./.test(value);
}
/** Judges a script or an argument. */
function judgeCommand(text, context, previous) {
    const tokens = judgeTokens(text, context);
    const seen = new Set(tokens.map((token) => token.secret));
    const found = [...tokens];
    const flag = previous === undefined ? null : /^--?([A-Za-z][\w.-]{2,60})$/.exec(previous);
    if (flag?.[1] !== undefined && !text.startsWith('-'))
        found.push(...judgeOpen(text, flag[1], context, true));
    if (!speaksOfCredentials(text) && !/curl|login|sshpass|mysql|redis-cli/.test(text))
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
/** Judges one field by the role of its place, then by what its encoding hides. */
function judgeField(text, key, role, context, previous) {
    const found = judgeByRole(text, key, role, context, previous);
    if (found.length > 0 || text.length < 24 || /^secret|^sealed|-base64$/.test(role))
        return found;
    const inner = (0,decode/* unwrap */.oA)(text);
    if (inner === text)
        return found;
    const inside = { ...context, tokenFree: false };
    const hidden = role === 'name' ? judgeTokens(inner, inside) : judgeFile(inner, key, inside, role !== 'open');
    return hidden.map((judgement) => ({ ...judgement, offset: undefined }));
}
function judgeByRole(text, key, role, context, previous) {
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
            return judgeTokens(text, context);
        case 'command':
            return judgeCommand(text, context, previous);
        case 'secret-patch':
            return judgeInner(text, context, true, true);
        case 'file':
        case 'manifest':
            return judgeFile(text, key, context, true);
        case 'file-base64': {
            const decoded = (0,decode/* decodeBase64Text */.BB)(text) ?? (0,decode/* unwrap */.oA)(text);
            return judgeFile((0,decode/* unwrap */.oA)(decoded), key, { ...context, tokenFree: false }, true).map((judgement) => ({
                ...judgement,
                offset: undefined,
            }));
        }
        case 'deployed':
        case 'open':
            return judgePlain(text, key, role, context);
    }
}
function judgePlain(text, key, role, context) {
    const line = text.trim();
    if (line.includes('\n') || /^(?:\{\s*"|\[\s*[{"])/.test(line))
        return judgeFile(text, key, context, role === 'deployed');
    const pair = /^([A-Za-z_][\w.-]{1,80})=(.{1,2000})$/.exec(line);
    if (pair?.[1] !== undefined && pair[2] !== undefined && credentialKey(key) === 'none') {
        const own = judgeOpen(stripQuotes(pair[2]), pair[1], context, true);
        if (own.length > 0)
            return own.map((judgement) => ({ ...judgement, inner: [pair[1] ?? ''] }));
    }
    return judgeLine(line, key, context, role === 'deployed');
}
const stripQuotes = (text) => /^(["'])(.*)\1$/.exec(text)?.[2] ?? text;

;// CONCATENATED MODULE: ./build/secrets/judge/text-file.js







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
    const isConfiguration = configuration.test(path);
    for (const judgement of judgeTokens(text)) {
        if (isConfiguration || isSecretFile || countsInProse(judgement))
            add(judgement, judgement.offset);
    }
    if (isSecretFile)
        for (const judgement of judgeSecretFile(text, context))
            add(judgement, judgement.offset);
    for (const judgement of judgeLogins(path, text, context))
        add(judgement, judgement.offset);
    if (script.test(path))
        for (const judgement of judgeCommand(text, context))
            add(judgement, judgement.offset);
    if (!speaksOfCredentials(text))
        return [...found.values()];
    if (!isConfiguration)
        return [...found.values()];
    for (const judgement of [...judgeConfiguration(text, context), ...judgeComments(text, context)])
        add(judgement, judgement.offset);
    return [...found.values()];
}
function judgeConfiguration(text, context) {
    return text.includes('\n') ? judgeFile(text, '', context, false) : judgeFile(`${text}\n`, '', context, false);
}
/** A file that a secretGenerator turns into a Secret: each assignment of an env file, or all of it, is secret. */
function judgeSecretFile(text, context) {
    if (context.sops === true && isSopsText(text) && readEmbedded(text) !== undefined)
        return [];
    const lines = readAssignments(text);
    if (lines.length === 0)
        return judgeSecret(text, '', context);
    return lines.flatMap(({ key, value, place }) => judgeSecret(value, key, context)
        .filter((judgement) => judgement.is !== 'plain-setting')
        .map((judgement) => ({ ...judgement, inner: [key], offset: place })));
}
/** SOPS in its dotenv and INI forms. */
function isSopsText(text) {
    if (!text.includes('sops'))
        return false;
    if (!/^sops_mac=|^\[sops\]|^\s{0,8}"?sops"?:/m.test(text) || !/lastmodified/.test(text))
        return false;
    const mac = /^(?:sops_)?mac\s*=\s*(ENC\[[^\]\n]{1,1000}\])|"?mac"?:\s{0,4}"?(ENC\[[^\]\n]{1,1000}\])/m.exec(text);
    return (0,encrypted/* isSopsMac */.Js)(mac?.[1] ?? mac?.[2] ?? '');
}

;// CONCATENATED MODULE: ./build/secrets/judge/file-secrets.js








/** Everything in one file that is a plaintext secret, a placeholder for one, or a plain value where secrets stand. */
function fileSecrets(file) {
    switch (file.side.structure) {
        case 'manifest':
        case 'template':
            return structuredSecrets(file);
        case 'text':
            return textSecrets(file);
        case 'binary':
            return binarySecrets(file);
        default:
            return [];
    }
}
/** The file is scanned for tokens once; its leaves only where they could hold what the file's text does not show. */
function structuredSecrets(file) {
    const { text, structure } = file.side;
    const tokens = judgeTokens(text);
    const scan = { ...file, tokenFree: tokens.length === 0 && !text.includes('\\') };
    const found = structure === 'manifest'
        ? manifestSecrets(scan)
        : readLoosely(text).flatMap((source) => [...sourceSecrets(scan, source, source.value)]);
    const known = new Set(found.map((occurrence) => occurrence.secret));
    const comments = judgeComments(text, { sops: isSopsText(text) }).filter(({ secret }) => !known.has(secret));
    return [
        ...found,
        ...strayTokens(file, tokens, found),
        ...comments.map((comment) => fileSighting(file, comment, comment.offset)),
    ];
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
    found.push(...shadowedSecrets(file, found));
    if (file.isSecretFile)
        found.push(...textSecrets(file));
    return found;
}
/** Of a key that stands twice only the last value is deployed, but the first is just as readable. */
function shadowedSecrets(file, found) {
    if (file.side.documents.every((document) => document.duplicateKeys.length === 0))
        return [];
    const known = new Set(found.map((occurrence) => occurrence.secret));
    return readLoosely(file.side.text)
        .flatMap((source) => [...sourceSecrets(file, source, source.value)])
        .filter((occurrence) => occurrence.is === 'literal' && !known.has(occurrence.secret));
}
const isBelow = (path, ancestor) => path.length > ancestor.length && ancestor.every((step, index) => step === path[index]);
function withIdentity(source, path) {
    const isKustomization = /(?:^|\/)(?:kustomization\.ya?ml|Kustomization)$/.test(path);
    // An item of a typed list says neither kind nor version itself.
    const own = (0,text_source/* identityOf */.cu)(source.value) ?? ('kind' in source ? source : undefined);
    const implied = { group: 'kustomize.config.k8s.io', kind: 'Kustomization', namespace: undefined, name: '' };
    return {
        identity: own ?? (isKustomization ? implied : undefined),
        value: source.value,
        at: (at) => source.at(at),
        valueAt: (at) => source.valueAt(at),
        styleAt: (at) => source.styleAt(at),
    };
}
/** The parts that could not be parsed. */
function unreadableParts(side) {
    if (side.unreadable.length === 0)
        return [];
    const lines = side.text.split('\n');
    const parts = new Map(side.unreadable.map(({ firstLine, lastLine }) => [`${firstLine}-${lastLine}`, { firstLine, lastLine }]));
    return [...parts.values()].map(({ firstLine, lastLine }) => ({
        line: firstLine,
        text: lines.slice(firstLine - 1, lastLine).join('\n'),
    }));
}
function* sourceSecrets(file, source, document) {
    const context = {
        sops: (0,text_source/* isSopsDocument */.PM)(document),
        argoVaultPlugin: usesArgoVaultPlugin(source.value),
        tokenFree: file.tokenFree,
    };
    const found = [];
    let hasSafeSecret = false;
    const describesOthers = isJsonSchema(source.value, file.path) || isSarif(source);
    forEachField(source, (field) => {
        if (context.sops === true && field.path[0] === 'sops')
            return;
        const role = describesOthers ? 'name' : field.role;
        const all = judgeField(field.text, field.key, role, context, field.previous);
        const judgements = field.isJoined === true ? all.filter(({ secret }) => !holds(found, secret)) : all;
        if (judgements.length === 0 && /^secret/.test(field.role) && field.text !== '')
            hasSafeSecret = true;
        if (judgements.length === 0)
            return;
        const path = [...field.path];
        for (const judgement of judgements) {
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
                locate: () => locate(source, path, judgement),
            });
        }
    });
    // Beside a reference or a template, a plain host or user name is what one expects.
    yield* hasSafeSecret || isDeclaredInArgoCd(source.value)
        ? found.filter((occurrence) => occurrence.is !== 'plain-setting')
        : found;
}
const holds = (found, secret) => found.some((other) => other.secret === secret);
/** A JSON schema describes values; what stands in it under `password` is a description or a default. */
function isJsonSchema(value, path) {
    return (path.endsWith('.schema.json') ||
        ((0,text_source/* isMapping */.pi)(value) && typeof value.$schema === 'string' && (0,text_source/* isMapping */.pi)(value.properties)));
}
/** What an analyzer reports (SARIF 2.1.0 §3.13) quotes and explains; its help texts are full of examples. */
function isSarif({ identity, value }) {
    return identity === undefined && typeof (0,text_source/* valueAtPath */.WS)(value, ['runs', 0, 'tool', 'driver', 'name']) === 'string';
}
function usesArgoVaultPlugin(value) {
    return typeof (0,text_source/* valueAtPath */.WS)(value, ['metadata', 'annotations', 'avp.kubernetes.io/path']) === 'string';
}
/** Argo CD declares repositories and clusters as Secrets, with or without credentials. */
function isDeclaredInArgoCd(value) {
    return typeof (0,text_source/* valueAtPath */.WS)(value, ['metadata', 'labels', 'argocd.argoproj.io/secret-type']) === 'string';
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
/** Tokens that stand in comments, keys or text no reading reached; of comments only what is unmistakable. */
function strayTokens(file, tokens, found) {
    const known = new Set(found.map((occurrence) => occurrence.secret));
    return tokens
        .filter((token) => countsInProse(token) && !known.has(token.secret))
        .filter(({ secret }) => !found.some((occurrence) => occurrence.secret.includes(secret)))
        .map((token) => fileSighting(file, token, token.offset));
}
function textSecrets(file) {
    // UTF-32 begins as UTF-16 does.
    if (file.side.text.includes('\0')) {
        const text = wideText(file.side.bytes);
        if (text !== undefined)
            return wideSecrets(file, text);
    }
    return judgeText(file.path, file.side.text, file.isSecretFile).map((judgement) => fileSighting(file, judgement, judgement.offset));
}
function binarySecrets(file) {
    const text = wideText(file.side.bytes);
    if (text !== undefined)
        return wideSecrets(file, text);
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
/** No YAML reader of a cluster reads UTF-32, but people and programs do. */
function wideSecrets(file, text) {
    const scan = { ...file, tokenFree: false };
    const found = readLoosely(text).flatMap((source) => [...sourceSecrets(scan, source, source.value)]);
    const known = new Set(found.map((occurrence) => occurrence.secret));
    const rest = judgeText(file.path, text, file.isSecretFile).filter(({ secret }) => !known.has(secret));
    return [...found, ...rest.map((judgement) => fileSighting(file, judgement, judgement.offset))];
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

;// CONCATENATED MODULE: ./build/secrets/judge/new-secrets.js



/**
 * What is new in head: identity is (scope, object, field, digest of the value). A value that left one place of a scope
 * and stands in another is a move and no news; one that came from another scope is told as such.
 */
function newSecrets(touched, digestKey) {
    const cached = judged.get(touched);
    if (cached !== undefined && cached.digestKey === digestKey)
        return cached.secrets;
    const secrets = compare(touched, digestKey);
    judged.set(touched, { digestKey, secrets });
    return secrets;
}
/** Two rules ask about the same change. */
const judged = new WeakMap();
function compare(touched, digestKey) {
    const digest = (occurrence) => (0,external_node_crypto_.createHmac)('sha256', digestKey).update(occurrence.secret).digest('base64');
    const before = sightingsOf(touched, 'before').map((occurrence) => ({ occurrence, digest: digest(occurrence) }));
    const after = sightingsOf(touched, 'after').map((occurrence) => ({ occurrence, digest: digest(occurrence) }));
    const known = new Set(before.map(identity));
    const standing = new Set(after.map(identity));
    const gone = before.filter((one) => !standing.has(identity(one)));
    const groups = new Map();
    for (const one of after.filter((candidate) => !known.has(identity(candidate)))) {
        const moved = takeMoved(gone, one);
        if (moved?.occurrence.scope === one.occurrence.scope)
            continue;
        const key = `${one.occurrence.is}\0${one.digest}\0${one.occurrence.is === 'plain-setting' ? identity(one) : ''}`;
        const group = groups.get(key);
        if (group === undefined)
            groups.set(key, { occurrences: [one.occurrence], movedFrom: moved?.occurrence.file });
        else {
            group.occurrences.push(one.occurrence);
            group.movedFrom = group.movedFrom === undefined ? undefined : moved?.occurrence.file;
        }
    }
    return [...groups.values()].map(({ occurrences, movedFrom }) => ({
        is: occurrences[0]?.is ?? 'literal',
        occurrences,
        movedFrom,
    }));
}
function identity({ occurrence, digest }) {
    const { group, kind, namespace, name } = occurrence.object ?? { group: '', kind: '', namespace: '', name: '' };
    return JSON.stringify([occurrence.scope, group, kind, namespace ?? null, name, occurrence.path, digest]);
}
/** Takes the vanished occurrence of the same value out of the list, one of the same scope first. */
function takeMoved(gone, one) {
    const same = (candidate) => candidate.digest === one.digest && candidate.occurrence.is === one.occurrence.is;
    let index = gone.findIndex((candidate) => same(candidate) && candidate.occurrence.scope === one.occurrence.scope);
    if (index < 0)
        index = gone.findIndex(same);
    return index < 0 ? undefined : gone.splice(index, 1)[0];
}
function sightingsOf(touched, side) {
    const secretFiles = (0,secret_generator/* secretGeneratorFiles */.p)(touched, side);
    return touched.flatMap((file) => {
        const state = file[side];
        if (state === undefined)
            return [];
        const isSecretFile = file.isSecretGeneratorInput === true || secretFiles.has(file.path);
        return fileSecrets({ path: file.path, scope: file.scope, side: state, isSecretFile });
    });
}

;// CONCATENATED MODULE: ./build/rules/secret/placeholder-secret.js


/** Finds values that only say that a secret should stand there, in fields that hold nothing else: deployed, they are passwords. */
const placeholderSecret = {
    id: 'placeholder-secret',
    category: 'secret',
    severity: 'low',
    summary: 'A placeholder stands where only a secret can, and would be deployed as one.',
    *check(evidence) {
        const groups = newSecrets(evidence.change.touched, evidence.digestKey);
        const judged = new Set(groups.filter((group) => group.is !== 'plain-setting').flatMap((group) => group.occurrences.map(ownerOf)));
        const told = new Set();
        for (const group of groups) {
            if (group.is === 'placeholder')
                yield placeholder(group);
            const first = group.occurrences[0];
            if (group.is !== 'plain-setting' || first === undefined)
                continue;
            const owner = ownerOf(first);
            if (judged.has(owner) || told.has(owner))
                continue;
            told.add(owner);
            yield plainValues(first);
        }
    },
};
/** The object a occurrence belongs to, or its file. */
function ownerOf(occurrence) {
    const { group, kind, namespace, name } = occurrence.object ?? { group: '', kind: '', namespace: '', name: '' };
    return JSON.stringify([occurrence.scope, occurrence.file, group, kind, namespace ?? null, name]);
}
function placeholder(group) {
    const first = group.occurrences[0];
    const places = group.occurrences.slice(1).map((other) => ({ file: other.file, ...other.locate() }));
    const more = places.length === 0 ? '' : `, here and in ${places.length} more ${places.length === 1 ? 'place' : 'places'}`;
    return {
        message: `${whereOf(first)} holds a placeholder where only a secret can stand${more}`,
        remedy: 'If this is deployed, the placeholder is the password: deliver the real value from your secret store. If it is an example, leave the field empty.',
        excerpt: excerptOf(first),
        position: { file: first.file, ...first.locate() },
        scope: first.scope,
        subject: [...subjectOf(first), 'placeholder'],
        ...(first.object === undefined ? {} : { object: safeIdentity(first.object, first.secret) }),
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
        ...(first.object === undefined ? {} : { object: safeIdentity(first.object, first.secret) }),
    };
}
function whereOf(occurrence) {
    const field = fieldName(occurrence);
    return occurrence.object === undefined
        ? field || 'The file'
        : `${objectName(occurrence.object, occurrence.secret)}: ${field}`;
}

;// CONCATENATED MODULE: ./build/secrets/judge/remedy.js

/** What to do about a plaintext secret at this place, in the tool the repository uses where it uses one. */
function remedy_remedyFor(occurrence, tools, isPushed) {
    return `${safeForm(occurrence, tools)} ${rotation(isPushed)}`;
}
function rotation(isPushed) {
    return isPushed
        ? 'Then rotate the value where it is issued: it has been pushed, and deleting the line does not take it out of the history.'
        : 'It has not been pushed yet: take it out of the commit, and there is no need to rotate it.';
}
function safeForm(occurrence, tools) {
    const { object } = occurrence;
    if (object?.kind.toLowerCase() === 'secret')
        return secretForm(object, occurrence, tools);
    if (occurrence.role === 'secret-pair') {
        return 'Take the literal out of secretGenerator: generate the Secret from a file that SOPS encrypts (KSOPS), or deliver it with an ExternalSecret.';
    }
    if (object?.kind === 'ConfigMap') {
        return `Move the value from ${objectName(object, occurrence.secret)} into a Secret that your secret store delivers, and mount or reference that.`;
    }
    if (object?.kind === 'SealedSecret')
        return 'Put the value through kubeseal into spec.encryptedData; spec.template is stored as it stands.';
    if (object?.kind === 'HelmRelease') {
        return 'Keep the value in a Secret that your secret store delivers and name it under spec.valuesFrom, or use the chart’s existingSecret value.';
    }
    if (object?.kind === 'Application' || object?.kind === 'ApplicationSet') {
        return 'Name an existing Secret in the chart’s values (existingSecret), or let a plugin fill the value in; an Application is readable to everyone who reads Argo CD.';
    }
    if (occurrence.role === 'deployed' && object !== undefined && occurrence.path.includes('env')) {
        return `Keep the value in a Secret that your secret store delivers and reference it: valueFrom.secretKeyRef with key ${remedy_keyOf(occurrence)}.`;
    }
    if (occurrence.role === 'command')
        return 'Pass the value by an environment variable from a Secret, or by a mounted file; arguments are visible in the process list and the pod’s manifest.';
    if (/(?:^|\/)\.github\/workflows\//.test(occurrence.file))
        return 'Store the value as an encrypted Actions secret and use it from the secrets context.';
    if (/\.gitlab-ci/.test(occurrence.file))
        return 'Store the value as a masked CI/CD variable and use it by name.';
    if (/values[\w.-]*\.ya?ml$/.test(occurrence.file))
        return 'Leave the value empty here and name an existing Secret (existingSecret), or encrypt this values file with SOPS.';
    return 'Take the value out of the file: keep it in a secret manager, or encrypt the file with SOPS.';
}
function secretForm(object, occurrence, tools) {
    const name = withoutSecrets(object.name === '' ? 'NAME' : object.name, occurrence.secret);
    const key = remedy_keyOf(occurrence);
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
function remedy_keyOf(occurrence) {
    return withoutSecrets(occurrence.key, occurrence.secret).slice(0, 100);
}

// EXTERNAL MODULE: ./build/severity.js
var severity = __webpack_require__(5989);
;// CONCATENATED MODULE: ./build/rules/secret/secret-tools.js
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

;// CONCATENATED MODULE: ./build/rules/secret/plaintext-secret.js





/** Finds values that are secret and stand readable in head, and did not stand there in base. */
const plaintextSecret = {
    id: 'plaintext-secret',
    category: 'secret',
    severity: 'critical',
    summary: 'A new plaintext secret: a literal in a Secret, a provider token, a private key, a password in plain sight.',
    *check(evidence) {
        const literals = newSecrets(evidence.change.touched, evidence.digestKey).filter((group) => group.is === 'literal');
        const byOwner = new Map();
        for (const group of literals) {
            const owned = byOwner.get(plaintext_secret_ownerOf(group));
            if (owned === undefined)
                byOwner.set(plaintext_secret_ownerOf(group), [group]);
            else
                owned.push(group);
        }
        for (const group of literals) {
            const owned = byOwner.get(plaintext_secret_ownerOf(group)) ?? [];
            if (owned.length <= most)
                yield observe(evidence, group);
            else if (owned[0] === group)
                yield observeMany(evidence, owned);
        }
    },
};
/** More secrets than this in one object are one finding: a reviewer has understood after the first few. */
const most = 5;
/** The object (or file) that a group's first place belongs to. */
function plaintext_secret_ownerOf({ occurrences: [first] }) {
    const { group, kind, namespace, name } = first?.object ?? { group: '', kind: '', namespace: '', name: '' };
    return JSON.stringify([first?.scope, first?.file, group, kind, namespace ?? null, name]);
}
function observeMany(evidence, groups) {
    const all = groups.flatMap((group) => group.occurrences);
    const first = all[0];
    const worst = groups.map((group) => observe(evidence, group).severity ?? 'critical').reduce(severity/* worse */.JJ);
    const owner = first.object === undefined ? 'The file' : objectName(first.object, first.secret);
    const fields = all.map(fieldName);
    return {
        ...observe(evidence, { is: 'literal', occurrences: all, movedFrom: undefined }),
        message: `${owner} holds ${groups.length} secrets in plain text: ${fields.slice(0, most).join(', ')} and ${fields.length - most} more`,
        severity: worst,
        details: fields.slice(0, 50),
        subject: [...new Set(all.flatMap((occurrence) => [...subjectOf(occurrence), occurrence.format]))].sort(),
    };
}
function observe(evidence, group) {
    const first = group.occurrences[0];
    const isPushed = evidence.change.range.kind !== 'staged';
    const places = group.occurrences.slice(1).map(positionOf);
    const moved = group.movedFrom === undefined
        ? []
        : [`The value stood in ${group.movedFrom} before, which belongs to another scope.`];
    const also = group.occurrences.slice(1, 21).map((other) => `also ${plaintext_secret_whereOf(other)} (${other.file})`);
    return {
        message: `${plaintext_secret_whereOf(first)} ${says(first)}${places.length === 0 ? '' : `, here and in ${places.length} more ${places.length === 1 ? 'place' : 'places'}`}`,
        remedy: remedy_remedyFor(first, secretTools(evidence), isPushed),
        excerpt: excerptOf(first),
        severity: group.movedFrom === undefined ? first.severity : 'medium',
        position: positionOf(first),
        scope: first.scope,
        subject: [...subjectOf(first), first.format],
        ...(first.object === undefined ? {} : { object: safeIdentity(first.object, first.secret) }),
        ...(places.length === 0 ? {} : { places }),
        ...(moved.length + also.length === 0 ? {} : { details: [...moved, ...also] }),
    };
}
function positionOf(occurrence) {
    return { file: occurrence.file, ...occurrence.locate() };
}
function plaintext_secret_whereOf(occurrence) {
    const field = fieldName(occurrence);
    if (occurrence.object === undefined)
        return field === '' ? 'The file' : field;
    return `${objectName(occurrence.object, occurrence.secret)}: ${field}`;
}
function says(occurrence) {
    if (occurrence.what !== undefined)
        return `holds ${occurrence.what}`;
    if (occurrence.role === 'secret-base64')
        return 'holds a secret in base64, which anyone can read';
    if (occurrence.role === 'secret' || occurrence.role === 'secret-pair')
        return 'holds a secret in plain text';
    return occurrence.severity === 'critical'
        ? 'holds a secret in plain text'
        : 'is set to a literal that looks like a credential';
}

// EXTERNAL MODULE: ./build/rules/signature/signature-observation.js
var signature_observation = __webpack_require__(24);
;// CONCATENATED MODULE: ./build/rules/signature/invalid-signature.js

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
                yield (0,signature_observation/* signatureObservation */.B)(evidence, commit);
        }
    },
};

;// CONCATENATED MODULE: ./build/rules/signature/rejected-key.js

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
                yield (0,signature_observation/* signatureObservation */.B)(evidence, commit);
        }
    },
};

;// CONCATENATED MODULE: ./build/rules/signature/unsigned-commit.js

/** A commit or tag without a signature. */
const unsignedCommit = {
    id: 'unsigned-commit',
    category: 'signature',
    severity: 'high',
    summary: 'A commit or tag has no signature.',
    *check(evidence) {
        for (const commit of evidence.change.commits) {
            if (commit.signature.state === 'unsigned')
                yield (0,signature_observation/* signatureObservation */.B)(evidence, commit);
        }
    },
};

// EXTERNAL MODULE: ./build/rules/signature/untrusted-signer.js
var untrusted_signer = __webpack_require__(5970);
;// CONCATENATED MODULE: ./build/rules/index.js











/** Every rule; the order is the report's. */
const rules = [
    unsignedCommit,
    invalidSignature,
    rejectedKey,
    untrusted_signer/* untrustedSigner */.V,
    gate_changed/* gateChanged */.K,
    rbac_widened/* rbacWidened */.jr,
    rbacUnknownRole,
    rbacBroadSubject,
    plaintextSecret,
    placeholderSecret,
    unreadableManifest,
];


/***/ }),

/***/ 392:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  bK: () => (/* binding */ countLosses),
  lB: () => (/* binding */ observe),
  jr: () => (/* binding */ rbacWidened)
});

// EXTERNAL MODULE: ./build/rbac/judge/widening.js + 9 modules
var widening = __webpack_require__(8995);
// EXTERNAL MODULE: ./build/rbac/judge/wording.js
var wording = __webpack_require__(6085);
// EXTERNAL MODULE: ./build/yaml/parse-yaml.js + 10 modules
var parse_yaml = __webpack_require__(6648);
;// CONCATENATED MODULE: ./build/rbac/read/json-patch.js

const fields = /^\/(?:rules|subjects|roleRef|aggregationRule)(?:\/|$)|^\/metadata\/labels\/rbac\.authorization\.k8s\.io~1/;
/** What takes away a whole rule or subject cannot widen; what takes away names or a selector can. */
const narrowing = /^\/(?:rules|subjects)(?:\/[\d-]+)?$|\/(?:verbs|resources|apiGroups|nonResourceURLs)\/\d+$/;
const limits = { bytes: 1_000_000, documents: 100, depth: 60, aliases: 100, expandedNodes: 50_000 };
/**
 * Operations of JSON patches that a file has and had not: kustomize applies them to roles and bindings when it builds, which
 * nothing here does. As files of their own, and as strings in a kustomization, an Application or a HelmRelease.
 */
function newRbacPatches({ path, before, after }) {
    if (after === undefined || !mayPatch(after.text))
        return [];
    const known = new Set(before?.documents.flatMap((document) => [...patchesIn(document, path)]).map(({ key }) => key));
    const fresh = after.documents.flatMap((document) => [...patchesIn(document, path)]);
    return fresh.filter(({ key }) => !known.has(key));
}
const mayPatch = (text) => text.includes('op') && text.includes('path');
function* patchesIn(document, file) {
    for (const { value, path } of operations(document.value, [], new Set())) {
        const { op, path: pointer } = value;
        if (typeof op !== 'string' || typeof pointer !== 'string' || op === 'test' || !fields.test(pointer))
            continue;
        if (op === 'remove' && narrowing.test(pointer))
            continue;
        const target = typeof value.from === 'string' ? value.from : '';
        const key = JSON.stringify([op, pointer, target, value.value ?? null]);
        yield { op, pointer, key, position: { file, ...document.at(path) } };
    }
}
/** Every mapping of an operation, and the path of what holds it. */
function* operations(value, path, read) {
    if (typeof value === 'string') {
        // Aliases repeat one string; what it holds is read once.
        if (!mayPatch(value) || read.has(value))
            return;
        read.add(value);
        for (const inner of (0,parse_yaml/* parseYaml */.h)(Buffer.from(value), limits).documents) {
            if (typeof inner.value !== 'object')
                continue;
            for (const operation of operations(inner.value, [], read))
                yield { value: operation.value, path };
        }
    }
    else if (Array.isArray(value)) {
        for (const [index, item] of value.entries())
            yield* operations(item, [...path, index], read);
    }
    else if (typeof value === 'object' && value !== null) {
        if ('op' in value && 'path' in value)
            yield { value: value, path };
        else
            for (const [key, inner] of Object.entries(value))
                yield* operations(inner, [...path, key], read);
    }
}

// EXTERNAL MODULE: ./build/scalar-text.js
var scalar_text = __webpack_require__(6500);
;// CONCATENATED MODULE: ./build/rbac/read/label-patch.js


const prefix = 'rbac.authorization.k8s.io/aggregate-to-';
const label_patch_limits = { bytes: 1_000_000, documents: 100, depth: 60, aliases: 100, expandedNodes: 50_000 };
/**
 * Aggregation labels that a file has and had not, outside the roles that state their rules beside them: patches, the labels
 * a kustomization gives all it holds, Flux' commonMetadata, values of a chart. What they grant is known only when it is built.
 */
function newLabelPatches({ path, before, after }) {
    if (after === undefined || !after.text.includes(prefix))
        return [];
    const known = new Set(before?.documents.flatMap(labelsIn).map(({ key }) => key));
    return after.documents.flatMap((document) => labelsIn(document)
        .filter(({ key }) => !known.has(key))
        .map(({ label, name, path: place }) => ({ label, name, position: { file: path, ...document.at(place) } })));
}
function labelsIn(document) {
    return [...search(document.value, [], { name: '', item: null }, new Set())];
}
function* search(value, path, around, read) {
    if (typeof value === 'string') {
        // Aliases repeat one string; what it holds is read once.
        if (!value.includes(prefix) || read.has(value))
            return;
        read.add(value);
        for (const { value: inner } of (0,parse_yaml/* parseYaml */.h)(Buffer.from(value), label_patch_limits).documents) {
            if (typeof inner !== 'object')
                continue;
            for (const found of search(inner, [], around, read))
                yield { ...found, path };
        }
    }
    else if (Array.isArray(value)) {
        for (const [index, item] of value.entries())
            yield* search(item, [...path, index], { ...around, item }, read);
    }
    else if (typeof value === 'object' && value !== null) {
        yield* inMapping(value, path, around, read);
    }
}
function* inMapping(value, path, around, read) {
    if (statesRules(value))
        return;
    const own = nameOf(value);
    const inside = own === '' ? around : { ...around, name: own };
    for (const [key, inner] of Object.entries(value)) {
        if (key === 'matchLabels' || key === 'matchExpressions')
            continue;
        if (key.startsWith(prefix)) {
            const label = `${key}=${(0,scalar_text/* scalarText */.w)(inner)}`;
            const place = path.filter((step) => typeof step === 'string');
            yield {
                label,
                name: inside.name,
                path: [...path, key],
                key: JSON.stringify([label, inside.name, place, inside.item]),
            };
        }
        else
            yield* search(inner, [...path, key], inside, read);
    }
}
/** Whether a role is whole, so that the roles are compared with this label on it. */
function statesRules({ kind, rules, aggregationRule }) {
    return (kind === 'ClusterRole' &&
        (Array.isArray(rules) || (typeof aggregationRule === 'object' && aggregationRule !== null)));
}
function nameOf({ metadata }) {
    if (typeof metadata !== 'object' || metadata === null)
        return '';
    const { name } = metadata;
    return typeof name === 'string' ? name : '';
}

;// CONCATENATED MODULE: ./build/rules/rbac/rbac-widened.js




/** Somebody can do more after the change than before. Gains of everyone are `rbac-broad-subject`'s. */
const rbacWidened = {
    id: 'rbac-widened',
    category: 'rbac',
    severity: 'high',
    summary: 'A user, group or ServiceAccount can do more than before',
    *check(evidence) {
        for (const [scope, state] of evidence.scopes) {
            const { widenings, tooLarge } = (0,widening/* rbacChange */.B)(state, evidence.policy);
            for (const widening of widenings)
                if (!widening.isForEveryone)
                    yield observe(scope, widening);
            if (tooLarge !== undefined)
                yield notJudged(scope, tooLarge);
        }
        for (const file of evidence.change.touched) {
            for (const patch of newRbacPatches(file))
                yield observePatch(file.scope, patch);
            for (const patch of newLabelPatches(file))
                yield observeLabel(file.scope, patch);
        }
    },
};
/** A label that is given to roles from elsewhere. */
function observeLabel(scope, { label, name, position }) {
    return {
        message: `The label ${label} is newly given to roles that stand elsewhere; what that grants was not judged.`,
        remedy: 'Write the label at the role itself, so that its permissions can be compared.',
        severity: 'high',
        position,
        scope,
        subject: ['label', position.file, label, name],
    };
}
/** What a patch makes of a role or binding is known only when it is built. */
function observePatch(scope, { op, pointer, position }) {
    return {
        message: `A JSON patch changes ${pointer.slice(0, 120)} of a role or binding (${op}); what that grants was not judged.`,
        remedy: 'Write the role or binding out where it stands, so that its permissions can be compared.',
        severity: 'high',
        position,
        scope,
        subject: ['json-patch', position.file, op, pointer],
    };
}
/** How many subjects can do less than before, over all scopes: for the summary. */
function countLosses(evidence) {
    let count = 0;
    for (const state of evidence.scopes.values())
        count += (0,widening/* rbacChange */.B)(state, evidence.policy).subjectsThatLost.length;
    return count;
}
/** A widening as an observation. */
function observe(scope, widening) {
    const { resource, paths, cause, gained } = widening;
    const [position, ...places] = paths.map((path) => resource.at(path));
    return {
        message: (0,wording/* wideningMessage */.JT)(widening),
        remedy: (0,wording/* wideningRemedy */.gt)(widening),
        details: (0,wording/* wideningDetails */.A_)(widening),
        references: references(widening),
        severity: widening.severity,
        ...(position === undefined ? {} : { position }),
        places,
        scope,
        object: (0,wording/* identity */.D_)(resource),
        subject: [cause.kind, ...(0,wording/* gainedKeys */.hP)(gained)],
    };
}
/** Fails closed: what was not judged counts as the worst. */
function notJudged(scope, tooLarge) {
    const { resource, digest } = tooLarge;
    return {
        message: (0,wording/* tooLargeMessage */.pb)(tooLarge),
        remedy: 'Split the change, or name fewer subjects and rules in it (bind a group, join rules).',
        severity: 'critical',
        scope,
        ...(resource === undefined ? {} : { object: (0,wording/* identity */.D_)(resource), position: resource.at([]) }),
        subject: ['too large', digest],
    };
}
/** The benchmark's numbers, those of what was gained and the one about default ServiceAccounts. */
function references({ gained }) {
    const isDefaultAccount = gained.some(({ subjects }) => subjects.some(({ kind, name }) => kind === 'ServiceAccount' && name === 'default'));
    const all = gained.flatMap(({ judgement }) => judgement.references);
    const numbers = new Set(isDefaultAccount ? [...all, 'CIS 5.1.5'] : all);
    return [...numbers].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
}


/***/ }),

/***/ 4598:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  K: () => (/* binding */ gateChanged),
  q: () => (/* binding */ isAdmin)
});

// EXTERNAL MODULE: ./build/policy/trusted-folder.js
var trusted_folder = __webpack_require__(6965);
// EXTERNAL MODULE: ./build/policy/glob.js
var policy_glob = __webpack_require__(4757);
// EXTERNAL MODULE: ./build/policy/shape/shape.js
var shape = __webpack_require__(8531);
// EXTERNAL MODULE: ./build/rules/repository/gate-changed/control-files.js
var control_files = __webpack_require__(3563);
;// CONCATENATED MODULE: ./build/rules/repository/gate-changed/gate-difference.js
/** The top of a file that stands after the change. */
const gate_difference_top = { line: 1, column: 1 };

;// CONCATENATED MODULE: ./build/rules/repository/gate-changed/code-owners.js




/** How the change alters who owns the gate's own files: `gateFiles` are their paths, CODEOWNERS itself apart. */
function codeOwnersDifferences(change, gateFiles) {
    const controlFiles = (0,control_files/* controlFilesOf */.OM)(change);
    const touched = change.touched.map(({ path }) => path);
    return Object.values(control_files/* codeOwnersPaths */.Yl).flatMap((paths) => {
        const file = paths.find((path) => touched.includes(path));
        if (file === undefined)
            return [];
        const protect = [...gateFiles, ...paths.filter((path) => change.before.has(path))];
        const [was, is] = [ownersIn(paths, controlFiles, 'before', change), ownersIn(paths, controlFiles, 'after', change)];
        const owned = [...new Set(protect)].map((path) => ({ path, was: was(path), is: is(path) }));
        const changed = owned.filter((one) => one.was.join() !== one.is.join());
        const pathsOf = (list) => list.map(({ path }) => path);
        const at = change.after.has(file) ? gate_difference_top : undefined;
        const difference = (files, what, effect) => files.length > 0 ? [{ file, at, what: `${what} ${files.map(shape/* quote */.hD).join(', ')}`, effect }] : [];
        return [
            ...difference(pathsOf(changed.filter((one) => one.was.length > 0)), 'other people own', 'weakens'),
            ...difference(pathsOf(changed.filter((one) => one.was.length === 0)), 'owners are named for', 'changes'),
        ];
    });
}
/** Lines of the longest CODEOWNERS that is read: matching takes time. A longer one names nobody that is known. */
const mostLines = 5_000;
/** The owners of a path by the file that holds on one side. One that was not read names nobody that is known, so that any other differs from it. */
function ownersIn(paths, controlFiles, side, change) {
    const holding = paths.find((path) => change[side].has(path));
    const bytes = holding === undefined ? Buffer.alloc(0) : controlFiles[side].get(holding);
    const text = bytes?.toString('utf8') ?? '';
    if (bytes === undefined || text.split('\n').length > mostLines) {
        return () => [`whom ${holding} names in ${change[side].get(holding ?? '')?.id}`];
    }
    const sections = readCodeOwners(text);
    return (path) => [...new Set(sections.flatMap((section) => ownersOf(path, section)))].sort();
}
/** Lines of `pattern owner…` (GitHub), below `[section] owner…` headers (GitLab); the last match of a section holds. */
function readCodeOwners(text) {
    const sections = [{ owners: [], entries: [] }];
    for (const raw of text.split('\n')) {
        const line = raw.replace(/(^|\s)#.*$/, '').trim();
        const header = /^\^?\[[^\]]+\](?:\[\d+\])?(.*)$/.exec(line);
        if (header)
            sections.push({ owners: words(header[1]), entries: [] });
        const [pattern, ...owners] = header ? [] : words(line);
        const section = sections.at(-1);
        if (pattern !== undefined && section) {
            section.entries.push({ pattern, owners: owners.length > 0 ? owners : section.owners });
        }
    }
    return sections;
}
function words(text = '') {
    return text.split(/\s+/).filter((word) => word !== '');
}
function ownersOf(path, { entries }) {
    return entries.findLast(({ pattern }) => globsOf(pattern).some((glob) => (0,policy_glob/* matchGlob */.s)(glob, path)))?.owners ?? [];
}
/** A pattern of gitignore's kind as globs from the top: anchored by a slash before its end, covering what is below a folder. */
function globsOf(pattern) {
    const bare = pattern.replace(/^\//, '').replace(/\/$/, '');
    const isAnchored = pattern.replace(/\/$/, '').includes('/');
    const glob = isAnchored ? bare : `**/${bare}`;
    const below = `${glob}/**`;
    if (pattern.endsWith('/'))
        return [below];
    return glob.endsWith('/*') && isAnchored ? [glob] : [glob, below];
}

// EXTERNAL MODULE: ./build/severity.js
var severity = __webpack_require__(5989);
;// CONCATENATED MODULE: ./build/policy/compare-policies.js


/** Everything in which `after` differs from `before`, in the order of the file's keys. */
function comparePolicies(before, after) {
    return [
        ...compareFailOn(before, after),
        ...compareRules(before.rules, after.rules),
        ...compareSignatures(before.signatures, after.signatures),
        ...compareNamed('clusters', 'cluster', before.clusters, after.clusters, ({ name }) => ['clusters', name]),
        ...compareNamed('rbac.roles', 'declared role', before.roles, after.roles, (_, index) => ['rbac', 'roles', index]),
        ...compareValue(['kubernetesVersion'], before.kubernetesVersion, after.kubernetesVersion, () => false),
        ...compareIgnores(before.ignore, after.ignore),
        ...removed(before.render.require, after.render.require, ['render', 'require'], (root) => `${(0,shape/* quote */.hD)(root)} need not be rendered`),
        ...added(before.render.require, after.render.require, ['render', 'require'], (root) => `${(0,shape/* quote */.hD)(root)} must be rendered`, false),
        ...compareLimits(before.limits, after.limits),
    ];
}
/** Once the file says nothing of `failOn`, an input may choose it: that weakens too. */
function compareFailOn(before, after) {
    const strictness = ({ failOn }) => (failOn === 'never' ? -1 : (0,severity/* compareSeverity */.zK)(failOn, 'critical'));
    const name = ({ failOn, failOnStated }) => (failOnStated ? failOn : `the default (${failOn})`);
    if (name(before) === name(after))
        return [];
    const weakens = strictness(after) < strictness(before) || (before.failOnStated && !after.failOnStated);
    return [{ path: ['failOn'], what: `failOn goes from ${name(before)} to ${name(after)}`, weakens }];
}
/** The least and the worst severity that a rule's entry can give a finding; -1 is off. Without an entry findings keep their own. */
function bounds(level) {
    if (level === undefined)
        return [0, 3];
    const rank = level === 'off' ? -1 : 3 - (0,severity/* compareSeverity */.zK)(level, 'critical');
    return [rank, rank];
}
function compareRules(before, after) {
    return [...new Set([...before.keys(), ...after.keys()])].flatMap((id) => {
        const [was, is] = [before.get(id), after.get(id)];
        if (was === is)
            return [];
        const weakens = bounds(is)[0] < bounds(was)[1];
        const what = `the rule ${(0,shape/* quote */.hD)(id)} goes from ${was ?? 'its own severity'} to ${is ?? 'its own severity'}`;
        return [{ path: ['rules', id], what, weakens }];
    });
}
function compareSignatures(before, after) {
    const identity = ['none', 'committer', 'committer-and-author'];
    const onPush = ['report', 'block'];
    const accept = ['all', 'merges', 'none'];
    const looser = (order) => (was, is) => order.indexOf(is) < order.indexOf(was);
    const at = (...path) => ['signatures', ...path];
    const identityOf = (one) => `${(0,shape/* quote */.hD)(one.subject)} of ${(0,shape/* quote */.hD)(one.issuer)} with the roles ${listed(one.roles)}`;
    return [
        ...compareValue(at('identity'), before.identity, after.identity, looser(identity)),
        ...compareValue(at('onPush'), before.onPush, after.onPush, looser(onPush)),
        ...compareSigners(before.signers, after.signers),
        ...compareRequirements(before.requirements, after.requirements),
        ...compareValue(at('forge', 'accept'), before.forge.accept, after.forge.accept, looser(accept)),
        ...compareList(before.forge.bots, after.forge.bots, at('forge', 'bots'), (bot) => `the bot ${(0,shape/* quote */.hD)(bot)}`),
        ...compareList(before.forge.keys, after.forge.keys, at('forge', 'keys'), (key) => `the forge key ${(0,shape/* quote */.hD)(key)}`),
        ...compareList(before.identities, after.identities, at('identities'), (one) => `the identity ${identityOf(one)}`),
    ];
}
/** A signer's entry overrides what its key says: anything but fewer emails or roles may give someone more. */
function compareSigners(before, after) {
    const byKey = (signers) => new Map(signers.map((signer) => [signer.key, signer]));
    const [old, fresh] = [byKey(before), byKey(after)];
    return [...new Set([...old.keys(), ...fresh.keys()])].flatMap((key) => {
        const [was, is] = [old.get(key), fresh.get(key)];
        if (same(was, is))
            return [];
        const path = ['signatures', 'signers', key];
        if (!was)
            return [{ path, what: `the signer ${(0,shape/* quote */.hD)(key)} is added with the roles ${listed(is?.roles)}`, weakens: true }];
        if (!is)
            return [{ path, what: `the signer ${(0,shape/* quote */.hD)(key)} is left to what the key says`, weakens: true }];
        const fewerEmails = is.emails.length > 0 && isWithin(is.emails, was.emails);
        const weakens = was.name !== is.name || !isWithin(is.roles, was.roles) || !(same(is.emails, was.emails) || fewerEmails);
        const what = `the signer ${(0,shape/* quote */.hD)(key)} becomes ${(0,shape/* quote */.hD)(is.name)}, emails ${listed(is.emails)}, roles ${listed(is.roles)}`;
        return [{ path, what, weakens }];
    });
}
function compareRequirements(before, after) {
    const asks = (by, of) => isWithin(of.paths, by.paths) &&
        isWithin(of.rules, by.rules) &&
        isWithin(by.signers, of.signers) &&
        isWithin(by.roles, of.roles);
    const lost = before.filter((was) => !after.some((is) => asks(is, was)));
    const path = ['signatures', 'require'];
    const name = ({ paths, rules }) => `for ${listed([...paths, ...rules])}`;
    return [
        ...lost.map((was) => ({
            path,
            what: `the signature requirement ${name(was)} is gone or demands less`,
            weakens: true,
        })),
        ...added(before, after, path, (is) => `a signature requirement ${name(is)} is stated`, false),
    ];
}
/** Scopes and declared roles decide what covers what: any difference can make a widening look covered. */
function compareNamed(key, kind, before, after, pathOf) {
    const old = new Set(before.map(plain));
    const names = new Set(after.map(({ name }) => name));
    const changed = after.flatMap((item, index) => old.has(plain(item))
        ? []
        : [{ path: pathOf(item, index), what: `the ${kind} ${(0,shape/* quote */.hD)(item.name)} is added or changed`, weakens: true }]);
    const gone = before.filter(({ name }) => !names.has(name));
    const path = key.split('.');
    return [...changed, ...gone.map(({ name }) => ({ path, what: `the ${kind} ${(0,shape/* quote */.hD)(name)} is gone`, weakens: true }))];
}
function compareIgnores(before, after) {
    const [was, is] = [lastDays(before), lastDays(after)];
    const fresh = after.flatMap((entry, index) => {
        if ((was.get(selectorOf(entry)) ?? '') >= entry.until)
            return [];
        const what = `an ignore entry for ${(0,shape/* quote */.hD)(entry.rule)} is added or reaches further`;
        return [{ path: ['ignore', index], what, weakens: true }];
    });
    const gone = before.filter((entry) => (is.get(selectorOf(entry)) ?? '') < entry.until);
    return [
        ...fresh,
        ...gone.map(({ rule }) => {
            return { path: ['ignore'], what: `an ignore entry for ${(0,shape/* quote */.hD)(rule)} is gone or ends earlier`, weakens: false };
        }),
    ];
}
/** What an entry selects → the last day that any entry selects it. */
function lastDays(entries) {
    const days = new Map();
    for (const entry of entries) {
        const selector = selectorOf(entry);
        if ((days.get(selector) ?? '') < entry.until)
            days.set(selector, entry.until);
    }
    return days;
}
function selectorOf({ rule, fingerprint, object, path, blobs }) {
    return JSON.stringify([rule, fingerprint, object, path, [...blobs].sort()]);
}
/** A file over a limit is not read: a smaller limit hides more. A whole run over one could not be judged, which hides nothing. */
function compareLimits(before, after) {
    const ofTheRun = ['totalBytes', 'seconds'];
    const names = Object.keys(before).filter((name) => name in after);
    return names.flatMap((name) => compareValue(['limits', name], before[name], after[name], (was, is) => is < was && !ofTheRun.includes(name)));
}
function compareValue(path, before, after, weakens) {
    if (before === after)
        return [];
    return [{ path, what: `${path.join('.')} goes from ${before} to ${after}`, weakens: weakens(before, after) }];
}
/** A list of what is trusted: more of it weakens. */
function compareList(before, after, path, name) {
    return [
        ...added(before, after, path, (item) => `${name(item)} is trusted`, true),
        ...added(after, before, path, (item) => `${name(item)} is no longer trusted`, false),
    ];
}
function added(before, after, path, what, weakens) {
    const old = new Set(before.map(plain));
    return after.filter((item) => !old.has(plain(item))).map((item) => ({ path, what: what(item), weakens }));
}
function removed(before, after, path, what) {
    return added(after, before, path, what, true);
}
function isWithin(part, whole) {
    return part.every((item) => whole.includes(item));
}
function listed(items = []) {
    return items.length === 0 ? 'none' : items.map(shape/* quote */.hD).join(', ');
}
/** As plain data; policies are built with their keys in one order, so that equal ones give equal text. */
function plain(value) {
    return JSON.stringify(value) ?? '';
}
function same(a, b) {
    return plain(a) === plain(b);
}

// EXTERNAL MODULE: ./build/policy/read-policy.js
var read_policy = __webpack_require__(7614);
// EXTERNAL MODULE: ./build/rules/repository/gate-changed/folder-problems.js
var folder_problems = __webpack_require__(2507);
// EXTERNAL MODULE: ./build/signature/trust/allowed-signers.js + 1 modules
var allowed_signers = __webpack_require__(2216);
// EXTERNAL MODULE: ./build/signature/trust/revoked-keys.js
var revoked_keys = __webpack_require__(8791);
;// CONCATENATED MODULE: ./build/rules/repository/gate-changed/trusted-keys.js





const trustedFile = (path, text) => ({ path, bytes: Buffer.from(text) });
const byEffect = (weakens) => (weakens ? 'weakens' : 'changes');
/** What `allowed_signers` trusts after the change and did not before, and the other way round. */
function allowedSignersDifferences({ path, before, after }) {
    const was = (0,allowed_signers/* readAllowedSigners */.y)(trustedFile(path, before));
    const is = (0,allowed_signers/* readAllowedSigners */.y)(trustedFile(path, after));
    const fresh = is.signers.filter((signer) => !was.signers.some((old) => allows(old, signer)));
    const gone = was.signers.filter((old) => !is.signers.some((signer) => allows(signer, old)));
    return [
        ...fresh.map((signer) => {
            const what = `the SSH key ${signer.key.fingerprint} is trusted for ${(0,shape/* quote */.hD)(signer.principals)}`;
            return { file: path, at: { line: signer.line, column: 1 }, what, effect: byEffect(true) };
        }),
        ...gone.map(({ key, principals }) => {
            const what = `the SSH key ${key.fingerprint} is no longer trusted as it was for ${(0,shape/* quote */.hD)(principals)}`;
            return { file: path, at: after === '' ? undefined : gate_difference_top, what, effect: byEffect(false) };
        }),
    ];
}
/** Whether one line allows everything that the other does. */
function allows(by, of) {
    return (by.key.fingerprint === of.key.fingerprint &&
        by.principals === of.principals &&
        by.isAuthority === of.isAuthority &&
        (by.namespaces === undefined || by.namespaces === of.namespaces) &&
        (by.validAfter ?? 0) <= (of.validAfter ?? 0) &&
        (by.validBefore ?? Number.POSITIVE_INFINITY) >= (of.validBefore ?? Number.POSITIVE_INFINITY));
}
/** A key that is no longer revoked counts again. */
function revokedDifferences({ path, before, after }) {
    const was = (0,revoked_keys/* readRevokedKeys */.D)(trustedFile(path, before));
    const is = (0,revoked_keys/* readRevokedKeys */.D)(trustedFile(path, after));
    const at = after === '' ? undefined : gate_difference_top;
    const gone = [...was.fingerprints].filter((key) => !is.fingerprints.has(key));
    const fresh = [...is.fingerprints].filter((key) => !was.fingerprints.has(key));
    return [
        ...gone.map((key) => ({ file: path, at, what: `the key ${key} is no longer revoked`, effect: byEffect(true) })),
        ...fresh.map((key) => ({ file: path, at, what: `the key ${key} is revoked`, effect: byEffect(false) })),
    ];
}
/** A certificate whose bytes the folder did not hold before can bring another key, another identity or a later expiry. */
function certificateDifferences({ path, before, after }, kind, folder, beforeTree, afterTree) {
    const holds = (tree, id) => [...tree].some(([p, entry]) => entry.id === id && (0,trusted_folder/* trustedKind */.M2)(p, folder) === kind);
    const [isFresh, isGone] = [after && !holds(beforeTree, after.id), before && !holds(afterTree, before.id)];
    const name = kind === 'x509' ? 'X.509 root' : 'OpenPGP certificate';
    const trusted = isFresh
        ? [{ file: path, at: gate_difference_top, what: `${before ? 'a changed' : 'a new'} ${name} is trusted`, effect: 'weakens' }]
        : [];
    const gone = isGone && !isFresh
        ? [{ file: path, at: undefined, what: `an ${name} is no longer trusted`, effect: 'changes' }]
        : [];
    return [...trusted, ...gone];
}

;// CONCATENATED MODULE: ./build/rules/repository/gate-changed/folder.js






/** How the change alters the gate's folder: its policy, its ignores and the keys it trusts. */
function folderDifferences(evidence) {
    const { folder } = evidence.policy;
    const { before, touched } = evidence.change;
    const inside = touched.filter(({ path }) => (0,trusted_folder/* isInFolder */.Gp)(path, folder));
    const broken = brokenBy(inside, evidence);
    const exists = [...before.keys()].some((path) => (0,trusted_folder/* isInFolder */.Gp)(path, folder));
    const readable = inside.filter(({ path }) => !broken.some(({ file }) => file === path));
    const differences = exists ? readable.flatMap((file) => fileDifferences(file, evidence)) : begins(inside, folder);
    return [...shadows(touched, folder), ...broken, ...differences];
}
/** While the base has no such folder, adding it takes nothing away: it is reported, not blocked (contracts §5). */
function begins(inside, folder) {
    const read = inside.filter(({ path, after }) => after && (0,trusted_folder/* trustedKind */.M2)(path, folder) !== undefined);
    const first = read[0];
    if (!first)
        return [];
    const names = read.map(({ path }) => path.slice(folder.length + 1)).join(', ');
    return [{ file: first.path, at: gate_difference_top, what: `${folder}/ is set up with ${names}`, effect: 'begins' }];
}
/** The usual folder takes the place of one that an input names, as soon as the base has it. */
function shadows(touched, folder) {
    const usual = (0,trusted_folder/* policyFolder */.hx)(undefined);
    const file = folder === usual ? undefined : touched.find(({ path, after }) => after && (0,trusted_folder/* isInFolder */.Gp)(path, usual));
    if (!file)
        return [];
    return [
        { file: file.path, at: gate_difference_top, what: `${usual}/ is added, which takes the place of ${folder}/`, effect: 'weakens' },
    ];
}
/** Everything that would keep the folder from being read once the change is merged. */
function brokenBy(inside, { policy: { folder }, ruleIds }) {
    const entries = inside.flatMap(({ path, after }) => (after ? [{ path, mode: after.mode, bytes: whole(after) }] : []));
    return (0,folder_problems/* folderProblems */.V)(entries, folder, ruleIds).map(({ file, line, column, what, fix }) => {
        return { file, at: { line, column }, what: `${what.replace(/\.$/, '')} (${fix})`, effect: 'breaks' };
    });
}
function fileDifferences(file, evidence) {
    const { policy, change, trustsKeys } = evidence;
    const kind = (0,trusted_folder/* trustedKind */.M2)(file.path, policy.folder);
    if (kind === undefined)
        return [];
    const sides = { path: file.path, before: textOf(file.before), after: textOf(file.after) };
    const certificates = () => certificateDifferences(file, kind, policy.folder, change.before, change.after);
    const differences = {
        policy: () => policyDifferences(file, trustsKeys),
        allowed: () => allowedSignersDifferences(sides),
        revoked: () => revokedDifferences(sides),
        openpgp: certificates,
        x509: certificates,
    }[kind]();
    const isOut = trustsKeys && isLastKey(file, evidence);
    const last = isOut
        ? [{ file: file.path, at: undefined, what: 'no key is sure to be trusted any more', effect: 'weakens' }]
        : [];
    if (differences.length + last.length === 0) {
        return [{ file: file.path, at: file.after && gate_difference_top, what: unchanged(file), effect: 'changes' }];
    }
    // The first key that is ever trusted begins the checking of signatures: it lets nothing pass that did not.
    const isFirst = kind !== 'policy' && !trustsKeys;
    return [...differences.map((one) => (isFirst && one.effect === 'weakens' ? changes(one) : one)), ...last];
}
function unchanged({ after }) {
    return after ? 'its text changes, and nothing it says' : 'it is removed, and nothing it said is lost';
}
function changes(difference) {
    return { ...difference, effect: 'changes' };
}
/**
 * Compares the policies of both sides. One that cannot be read counts as the built-in defaults, which hold instead of it. While
 * no key is trusted a signer's entry takes nothing away: so trust begins.
 */
function policyDifferences({ path, before, after }, trustsKeys) {
    const begins = (key) => !trustsKeys && key[0] === 'signatures' && key[1] === 'signers';
    const was = (0,read_policy/* readPolicy */.T)(before && whole(before), path);
    const is = (0,read_policy/* readPolicy */.T)(after && whole(after), path);
    return comparePolicies(was.policy, is.policy).map(({ path: key, what, weakens }) => ({
        file: path,
        at: after ? (is.document?.at(key) ?? gate_difference_top) : undefined,
        what,
        effect: weakens && !begins(key) ? 'weakens' : 'changes',
    }));
}
/** Whether a key goes away and none is sure to be left: signatures would then only be reported. */
function isLastKey(file, { policy: { folder }, change }) {
    const kind = (0,trusted_folder/* trustedKind */.M2)(file.path, folder);
    if (kind === 'policy' || kind === 'revoked' || file.before === undefined)
        return false;
    const isCertificate = (path) => ['openpgp', 'x509'].includes((0,trusted_folder/* trustedKind */.M2)(path, folder) ?? '');
    const allowed = change.touched.find(({ path }) => (0,trusted_folder/* trustedKind */.M2)(path, folder) === 'allowed');
    return ![...change.after.keys()].some(isCertificate) && linesOf(textOf(allowed?.after)).length === 0;
}
function linesOf(text) {
    return text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '' && !line.startsWith('#'));
}
/** The bytes of a side that was read whole; undefined where it was not, so that nothing is taken for an empty file. */
function whole({ bytes, size }) {
    return bytes.length === size ? bytes : undefined;
}
function textOf(side) {
    return side?.bytes.toString('utf8') ?? '';
}

// EXTERNAL MODULE: ./build/scalar-text.js
var scalar_text = __webpack_require__(6500);
// EXTERNAL MODULE: ./build/policy/defaults.js
var defaults = __webpack_require__(6221);
// EXTERNAL MODULE: ./build/yaml/parse-yaml.js + 10 modules
var parse_yaml = __webpack_require__(6648);
;// CONCATENATED MODULE: ./build/rules/repository/gate-changed/yaml-object.js


/** Reads a file that must be one YAML mapping; undefined where it is not. */
function readYamlObject(bytes) {
    const { documents, unreadable } = (0,parse_yaml/* parseYaml */.h)(bytes, defaults/* defaultPolicy */.G.limits);
    const [document] = documents;
    if (!document || documents.length > 1 || unreadable.length > 0 || !isObject(document.value))
        return undefined;
    return { value: document.value, document };
}
/** Whether a value is a mapping. */
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** The mapping itself, or an empty one in place of anything else. */
function asObject(value) {
    return isObject(value) ? value : {};
}
/** A list of what is in it; a lone value is a list of one, and nothing is an empty one. */
function asList(value) {
    if (value === undefined || value === null)
        return [];
    return Array.isArray(value) ? value : [value];
}
/** Equal as plain data, whatever the order of keys. */
function isSame(a, b) {
    return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}
function sorted(value) {
    if (Array.isArray(value))
        return value.map(sorted);
    if (!isObject(value))
        return value;
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return { entries: entries.map(([key, each]) => [key, sorted(each)]) };
}
/** Whether anything in a value speaks of the gate. */
function mentionsGate(value) {
    return /gitops-?gate/i.test(JSON.stringify(value) ?? '');
}

;// CONCATENATED MODULE: ./build/rules/repository/gate-changed/gate-inputs.js



/** Inputs of the action and the component that only shape where findings are shown. */
const harmless = ['github-token', 'comment', 'max-comments', 'report-dir', 'stage', 'kubernetes-version'];
/** Inputs of the gate that change so that something may pass which did not: their names. */
function loosenedInputs(before, after) {
    const [was, is] = [asObject(before), asObject(after)];
    return changedKeys(was, is).filter((name) => {
        if (harmless.includes(name))
            return false;
        if (name === 'version')
            return !isLaterRelease(`gate@${was[name]}`, `gate@${is[name]}`);
        return name !== 'fail-on' || strictness(is[name]) < strictness(was[name]);
    });
}
/** The keys whose values differ, in the order of the first mapping and then the second. */
function changedKeys(before, after) {
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((key) => !isSame(before[key], after[key]));
}
/** Larger is stricter. Nothing, or `policy`, leaves it to the policy and so to the default; what is no severity may be anything. */
function strictness(failOn) {
    if (failOn === undefined || failOn === '' || failOn === 'policy')
        return severity/* severities */.gO.indexOf('high');
    return severity/* severities */.gO.map(String).indexOf((0,scalar_text/* scalarText */.w)(failOn));
}
/**
 * Whether a reference to the gate goes from one release to the same or a later one: `owner/repository@v1.2.0` to
 * `owner/repository@v1.3.0`. A commit id says nothing of what it holds, and can come from a fork.
 */
function isLaterRelease(before, after) {
    if (typeof before !== 'string' || typeof after !== 'string')
        return false;
    const [was, is] = [release(before), release(after)];
    if (!was || !is || was.name !== is.name)
        return false;
    for (const [index, number] of is.version.entries()) {
        const old = was.version[index] ?? 0;
        if (number !== old)
            return number > old;
    }
    return true;
}
function release(reference) {
    const [, name, version] = /^([^@\s]+)@v?([0-9]{1,6}(?:\.[0-9]{1,6}){0,2})$/.exec(reference) ?? [];
    return name === undefined || version === undefined ? undefined : { name, version: version.split('.').map(Number) };
}

;// CONCATENATED MODULE: ./build/rules/repository/gate-changed/gitlab-pipeline.js


/** Keys of a pipeline that hold for every job. */
const everywhere = ['default', 'workflow', 'image', 'before_script', 'after_script', 'services'];
/** Keys of a pipeline that are no jobs. */
const notJobs = [...everywhere, 'include', 'variables', 'stages', 'cache', 'spec'];
/** Keys of a job that cannot keep the gate from running or from failing. */
const harmlessJobKeys = ['artifacts', 'interruptible', 'timeout', 'retry', 'stage', 'tags'];
/** Variables that change how git, Node.js, the runner or the gate itself works. */
const telling = /^(GITOPS_GATE|GIT_|NODE_|CI_|FF_|LD_|DOCKER_|PATH$|HOME$|BASH_ENV$|ENV$)/;
/** Whether a GitLab pipeline file runs the gate: a job of its own, or an include that brings it. */
function pipelineRunsGate(pipeline) {
    return mentionsGate(pipeline.include) || gateJobs(pipeline).length > 0;
}
/** What in a GitLab pipeline file that runs the gate changes so that the gate may not run, not fail, or judge less. */
function pipelineLoosenings(before, after) {
    const keys = everywhere.filter((key) => !isSame(before[key], after[key]));
    const [was, is] = [asObject(before.variables), asObject(after.variables)];
    const variables = changedKeys(was, is).filter((name) => telling.test(name));
    const jobs = [...new Set([...gateJobs(before), ...gateJobs(after)])];
    return [
        ...includeLoosenings(asList(before.include), asList(after.include)),
        ...keys.map((key) => ({ path: [key], what: `${key} changes for every job` })),
        ...variables.map((name) => ({ path: ['variables', name], what: `the variable ${name} changes for every job` })),
        ...jobs.flatMap((name) => jobLoosenings(name, before[name], after[name])),
    ];
}
function gateJobs(pipeline) {
    return Object.keys(pipeline).filter((key) => !notJobs.includes(key) && (mentionsGate(key) || mentionsGate(pipeline[key])));
}
function jobLoosenings(name, before, after) {
    if (isSame(before, after))
        return [];
    if (after === undefined)
        return [{ path: [], what: 'a job that runs the gate is gone' }];
    if (before === undefined)
        return [{ path: [name], what: 'a job of the gate’s name is added, which overrides an included one' }];
    return changedKeys(asObject(before), asObject(after))
        .filter((key) => !harmlessJobKeys.includes(key))
        .map((key) => ({ path: [name, key], what: `${key} of what runs the gate changes` }));
}
/**
 * An include that brings the gate must stay, a later release apart. A new include from outside the repository can override the
 * gate's job (GitLab: the last definition of a name holds), and what it holds is not known here.
 */
function includeLoosenings(before, after) {
    const lost = before.filter((was) => mentionsGate(was) && !after.some((is) => keepsGate(was, is)));
    const foreign = [...after.entries()].filter(([, is]) => !isLocal(is) && !before.some((was) => isSame(was, is) || keepsGate(was, is)));
    return [
        ...lost.map(() => ({ path: ['include'], what: 'the include that brings the gate is gone or changes' })),
        ...foreign.map(([index]) => ({
            path: ['include', index],
            what: 'something from outside the repository is included, which can override the gate’s job',
        })),
    ];
}
function isLocal(include) {
    return typeof include === 'string' ? !/^https?:/i.test(include) : Object.hasOwn(asObject(include), 'local');
}
function keepsGate(before, after) {
    if (isSame(before, after))
        return true;
    const [was, is] = [asObject(before), asObject(after)];
    const changed = changedKeys(was, is).filter((key) => !(key === 'component' && isLaterRelease(was.component, is.component)) && key !== 'inputs');
    return changed.length === 0 && loosenedInputs(was.inputs, is.inputs).length === 0;
}

;// CONCATENATED MODULE: ./build/rules/repository/gate-changed/workflow.js



/** Whether a job, step or include runs the gate; `local` names the local files that are known to run it, as `./path`. */
function runsGate(value, local) {
    if (mentionsGate(value))
        return true;
    const uses = [value, ...asList(asObject(value).steps)].map((each) => asObject(each).uses);
    return uses.some((reference) => typeof reference === 'string' && local.has(reference));
}
/** Keys of a job that cannot keep the gate from running or from failing. */
const workflow_harmlessJobKeys = ['permissions', 'timeout-minutes', 'outputs', 'concurrency'];
/** Keys whose removal only makes a job or step run, or fail, more often. */
const conditions = ['if', 'needs', 'continue-on-error'];
/** What in a GitHub workflow or local action that runs the gate changes so that the gate may not run, not fail, or judge less. */
function workflowLoosenings(before, after, runs) {
    const everywhere = ['env', 'defaults'].filter((key) => !isSame(before[key], after[key]));
    const [was, is] = [asObject(before.jobs), asObject(after.jobs)];
    const gates = Object.keys(was).filter((id) => runs(was[id]));
    const needed = new Set(gates.flatMap((id) => asList(asObject(was[id]).needs)));
    const names = gates.map((id) => checkName(was, id));
    const checkNameCollisions = Object.keys(is).filter((id) => !gates.includes(id) && names.includes(checkName(is, id)));
    return [
        ...triggerLoosenings(triggersOf(before), triggersOf(after), triggerKey(after)),
        ...everywhere.map((key) => ({ path: [key], what: `${key} changes for every job` })),
        ...gates.flatMap((id) => workflow_jobLoosenings(['jobs', id], was[id], is[id], runs)),
        ...[...needed].flatMap((id) => typeof id === 'string' && !isSame(was[id], is[id])
            ? [{ path: ['jobs', id], what: 'a job that the gate waits for changes; where it fails the gate is skipped' }]
            : []),
        ...checkNameCollisions.map((id) => ({
            path: ['jobs', id],
            what: 'another job takes the name of the gate’s check',
        })),
        ...stepsLoosenings(['runs', 'steps'], asObject(before.runs).steps, asObject(after.runs).steps, runs),
    ];
}
/** The name under which a job's check is shown, and required. */
function checkName(jobs, id) {
    const { name } = asObject(jobs[id]);
    return typeof name === 'string' ? name : id;
}
/** `on` is the boolean true to a YAML 1.1 reader. */
function triggerKey(workflow) {
    return Object.hasOwn(workflow, 'true') ? 'true' : 'on';
}
/** `on` as a mapping from event to its filters. */
function triggersOf(workflow) {
    const on = workflow[triggerKey(workflow)];
    return isObject(on) ? on : Object.fromEntries(asList(on).map((event) => [(0,scalar_text/* scalarText */.w)(event), null]));
}
function triggerLoosenings(before, after, key) {
    return Object.keys(before).flatMap((event) => {
        if (!Object.hasOwn(after, event))
            return [{ path: [key], what: `the event ${event} no longer starts it` }];
        const [was, is] = [asObject(before[event]), asObject(after[event])];
        return changedKeys(was, is)
            .filter((filter) => (filter === 'types' ? !isWiderTypes(was.types, is.types) : Object.hasOwn(is, filter)))
            .map((filter) => ({ path: [key, event, filter], what: `${filter} of the event ${event} changes` }));
    });
}
/** Without `types`, a pull request event means these three (GitHub's documentation of the events). */
function isWiderTypes(before, after) {
    const usual = ['opened', 'synchronize', 'reopened'];
    const [was, is] = [before, after].map((types) => (types === undefined ? usual : asList(types)));
    return was?.every((type) => is?.includes(type)) ?? false;
}
function workflow_jobLoosenings(path, before, after, runs) {
    if (!runs(after))
        return [{ path, what: 'the job no longer runs the gate' }];
    const [was, is] = [asObject(before), asObject(after)];
    const keys = changedKeys(was, is).filter((key) => !(workflow_harmlessJobKeys.includes(key) || key === 'steps' || isRemovedCondition(key, is)));
    return [
        ...keys.flatMap((key) => valueLoosenings(path, key, was, is)),
        ...stepsLoosenings([...path, 'steps'], was.steps, is.steps, runs),
    ];
}
/** What runs after the gate cannot change its result; what runs before it prepares the machine it runs on. */
function stepsLoosenings(path, before, after, runs) {
    const [was, is] = [asList(before), asList(after)];
    const [gateWas, gateIs] = [was.findIndex(runs), is.findIndex(runs)];
    if (gateWas < 0)
        return [];
    if (gateIs < 0)
        return [{ path, what: 'no step runs the gate any more' }];
    const preparation = gateWas === gateIs ? [] : [{ path, what: 'other steps run before the gate' }];
    const steps = was.slice(0, Math.min(gateWas, gateIs) + 1);
    return [
        ...preparation,
        ...steps.flatMap((step, index) => stepLoosenings([...path, index], asObject(step), asObject(is[index]))),
    ];
}
function stepLoosenings(path, before, after) {
    return changedKeys(before, after)
        .filter((key) => !(['name', 'id', 'timeout-minutes'].includes(key) || isRemovedCondition(key, after)))
        .flatMap((key) => valueLoosenings(path, key, before, after));
}
function isRemovedCondition(key, after) {
    return conditions.includes(key) && !Object.hasOwn(after, key);
}
function valueLoosenings(path, key, before, after) {
    if (key === 'uses' && isLaterRelease(before.uses, after.uses))
        return [];
    if (key === 'with' && mentionsGate(before.uses) && mentionsGate(after.uses)) {
        return loosenedInputs(before.with, after.with).map((input) => ({
            path: [...path, 'with', input],
            what: `the gate’s input ${input} changes`,
        }));
    }
    return [{ path: [...path, key], what: `${key} of what runs the gate changes` }];
}

;// CONCATENATED MODULE: ./build/rules/repository/gate-changed/pipelines.js






/** How the change alters the workflows, local actions and pipelines that run the gate. */
function pipelineDifferences(change) {
    const controlFiles = (0,control_files/* controlFilesOf */.OM)(change);
    const before = sourcesOf(controlFiles.before);
    const after = sourcesOf(controlFiles.after);
    const local = localGates(before);
    const runs = (value) => runsGate(value, local);
    return change.touched.flatMap(({ path }) => {
        const was = before.get(path);
        if (was && isGateFile(path, was.value, runs))
            return pipelines_fileDifferences(path, was, after.get(path), controlFiles, runs);
        const is = after.get(path);
        const standing = new Map([...before].filter(([other]) => controlFiles.after.has(other)));
        return is ? checkNameCollisions(path, was, is, standing, runs) : [];
    });
}
/** The paths of the files that run the gate before the change, as far as they were read. */
function gatePipelines(change) {
    const before = sourcesOf((0,control_files/* controlFilesOf */.OM)(change).before);
    const local = localGates(before);
    return [...before].flatMap(([path, { value }]) => isGateFile(path, value, (each) => runsGate(each, local)) ? path : []);
}
function sourcesOf(files) {
    const sources = [...files].map(([path, bytes]) => {
        const isRead = (0,control_files/* isWorkflow */._2)(path) || (0,control_files/* isLocalAction */._d)(path) || (0,control_files/* isGitlabPipeline */.Ix)(path);
        const source = isRead ? readYamlObject(bytes) : undefined;
        return source ? [[path, source]] : [];
    });
    return new Map(sources.flat());
}
/** The local workflows and actions that run the gate, as a `uses` names them; what uses one of them runs it too. */
function localGates(sources) {
    const local = new Set();
    for (let size = -1; size < local.size;) {
        size = local.size;
        for (const [path, { value }] of sources) {
            if ((0,control_files/* isGitlabPipeline */.Ix)(path) || !isGateFile(path, value, (each) => runsGate(each, local)))
                continue;
            local.add(`./${path}`);
            if ((0,control_files/* isLocalAction */._d)(path))
                local.add(`./${path.slice(0, Math.max(0, path.lastIndexOf('/')))}`);
        }
    }
    return local;
}
function isGateFile(path, value, runs) {
    if ((0,control_files/* isGitlabPipeline */.Ix)(path))
        return pipelineRunsGate(value);
    const units = [...Object.values(asObject(value.jobs)), ...asList(asObject(value.runs).steps)];
    return units.some(runs);
}
function pipelines_fileDifferences(path, before, after, controlFiles, runs) {
    const bytes = controlFiles.before.get(path);
    if (!controlFiles.after.has(path)) {
        const goesTo = [...controlFiles.after].find(([other, each]) => !controlFiles.before.has(other) && bytes?.equals(each));
        const isKept = goesTo !== undefined && (0,control_files/* isWorkflow */._2)(path) && (0,control_files/* isWorkflow */._2)(goesTo[0]);
        const what = isKept ? `what runs the gate moves to ${(0,shape/* quote */.hD)(goesTo[0])}` : 'what runs the gate is removed';
        return [{ file: path, at: undefined, what, effect: isKept ? 'changes' : 'weakens' }];
    }
    if (!after)
        return [{ file: path, at: gate_difference_top, what: 'what runs the gate can no longer be read', effect: 'weakens' }];
    const loosenings = (0,control_files/* isGitlabPipeline */.Ix)(path)
        ? pipelineLoosenings(before.value, after.value)
        : workflowLoosenings(before.value, after.value, runs);
    if (loosenings.length > 0)
        return loosenings.map((one) => located(path, after, one));
    const what = isSame(before.value, after.value)
        ? 'its text changes, and nothing it says'
        : 'it changes beside the gate';
    return [{ file: path, at: gate_difference_top, what, effect: 'changes' }];
}
function located(file, { document }, { path, what }) {
    return { file, at: document.at(path), what, effect: 'weakens' };
}
/** A job elsewhere that takes the name of the gate's check, or of its GitLab job: a required check is matched by name. */
function checkNameCollisions(path, before, after, sources, runs) {
    if ((0,control_files/* isGitlabPipeline */.Ix)(path)) {
        const isNew = pipelineRunsGate(after.value) && [...sources].some(([p, s]) => (0,control_files/* isGitlabPipeline */.Ix)(p) && pipelineRunsGate(s.value));
        const what = 'a second file defines a job that speaks of the gate, which can override it';
        return isNew ? [{ file: path, at: gate_difference_top, what, effect: 'weakens' }] : [];
    }
    const names = new Set([...sources].flatMap(([p, { value }]) => ((0,control_files/* isWorkflow */._2)(p) ? gateChecks(value, runs) : [])));
    const jobs = asObject(after.value.jobs);
    const old = asObject(before?.value.jobs);
    return Object.keys(jobs)
        .filter((id) => names.has(checkName(jobs, id)) && !isSame(old[id], jobs[id]))
        .map((id) => located(path, after, {
        path: ['jobs', id],
        what: 'a job of another workflow takes the name of the gate’s check',
    }));
}
function gateChecks(workflow, runs) {
    const jobs = asObject(workflow.jobs);
    return Object.keys(jobs)
        .filter((id) => runs(jobs[id]))
        .map((id) => checkName(jobs, id));
}

;// CONCATENATED MODULE: ./build/rules/repository/gate-changed.js




/** A change to what decides over changes: the policy, the keys it trusts, what runs it, and who must review that. */
const gateChanged = {
    id: 'gate-changed',
    category: 'repository',
    severity: 'high',
    summary: 'The gate’s own policy, trusted keys, ignores, pipeline or code owners change.',
    *check(evidence) {
        const { change, policy } = evidence;
        // An audit compares with nothing: there is no change to judge.
        if (change.range.kind === 'audit')
            return;
        const differences = [...folderDifferences(evidence), ...pipelineDifferences(change)];
        const all = [...differences, ...codeOwnersDifferences(change, ownFiles(change, policy.folder))];
        const signed = new Set([...new Set(all.map(({ file }) => file))].filter((file) => isSignedByAdmin(change, file)));
        const counted = all.filter(({ effect, file }) => effect === 'breaks' || !signed.has(file));
        for (const effect of ['breaks', 'weakens', 'changes', 'begins']) {
            yield* observeAll(counted.filter((one) => one.effect === effect), remedyFor(effect, policy));
        }
    },
};
/** The files that make up the gate before the change. */
function ownFiles(change, folder) {
    const inside = [...change.before.keys()].filter((path) => (0,trusted_folder/* isInFolder */.Gp)(path, folder));
    return [...new Set([`${folder}/policy.yaml`, ...inside, ...gatePipelines(change)])];
}
/**
 * Whether every commit of the change that touches a path was signed by an admin; merges that bring in nothing of their own need
 * not be. A commit whose paths are not known counts as touching it, and where none is known to, nobody answers for it.
 */
function isSignedByAdmin({ commits, commitPaths }, path) {
    const touching = commits.filter(({ sha, kind, isPlainMerge }) => kind === 'commit' && isPlainMerge !== true && (commitPaths.get(sha)?.includes(path) ?? true));
    return touching.length > 0 && touching.every(({ signature }) => isAdmin(signature));
}
/** Whether a signature is a trusted one by a signer with the role admin. */
function isAdmin({ state, signer }) {
    return state === 'good' && signer !== undefined && signer.roles.includes('admin');
}
const severityOf = {
    breaks: 'high',
    weakens: 'high',
    changes: 'medium',
    begins: 'low',
};
const meaning = {
    breaks: 'breaks the gate',
    weakens: 'weakens the gate',
    changes: 'changes the gate',
    begins: 'begins the gate',
};
const remedies = {
    breaks: 'Mend the file: `gitops-gate policy validate` names every problem.',
    weakens: 'Have the commits that touch this file signed by a signer with the role admin, or take the change out.',
    changes: 'Review it as a change to the gate itself. Commits signed by a signer with the role admin pass.',
    begins: 'Review the keys and the policy: from the merge on they judge every change.',
};
function remedyFor(effect, { source, signatures }) {
    const hasAdmin = [...signatures.signers, ...signatures.identities].some(({ roles }) => roles.includes('admin'));
    if (effect !== 'weakens' || hasAdmin)
        return remedies[effect];
    const where = source ?? 'the policy';
    return `Take the change out. The base names no admin in signatures.signers of ${where}: until it does, only the forge's own administrators can merge this past the check.`;
}
/** Findings that one file and effect have of their own, at most; what is beyond is told together. */
const mostAlone = 20;
/** Observations of one effect: what breaks or weakens the gate stands alone, where it is; the rest is told file by file. */
function* observeAll(differences, remedy) {
    const byFile = new Map();
    for (const one of differences) {
        const group = byFile.get(one.file);
        if (group)
            group.push(one);
        else
            byFile.set(one.file, [one]);
    }
    for (const group of byFile.values()) {
        const isGrave = group[0]?.effect === 'breaks' || group[0]?.effect === 'weakens';
        const alone = isGrave ? group.slice(0, mostAlone) : [];
        yield* alone.map((one) => observe([one], remedy));
        if (group.length > alone.length)
            yield observe(group.slice(alone.length), remedy);
    }
}
/** One observation for differences of one file and one effect. */
function observe(differences, remedy) {
    const [first, ...more] = differences;
    if (!first)
        throw new Error('an observation needs a difference');
    const { file, at, what, effect } = first;
    const details = more.length > 0 ? { details: differences.slice(0, 50).map((one) => one.what) } : {};
    const rest = more.length > 0 ? `, and ${more.length} more` : '';
    return {
        message: `${file} ${meaning[effect]}: ${what}${rest}`,
        remedy,
        severity: severityOf[effect],
        ...details,
        ...(at ? { position: { file, line: at.line, column: at.column } } : {}),
        subject: [file, effect, ...differences.map((one) => one.what)],
    };
}


/***/ }),

/***/ 3563:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ix: () => (/* binding */ isGitlabPipeline),
/* harmony export */   OM: () => (/* binding */ controlFilesOf),
/* harmony export */   Yl: () => (/* binding */ codeOwnersPaths),
/* harmony export */   _2: () => (/* binding */ isWorkflow),
/* harmony export */   _d: () => (/* binding */ isLocalAction),
/* harmony export */   e2: () => (/* binding */ isControlFile)
/* harmony export */ });
/** Where each forge looks for CODEOWNERS, the first that is there holds. */
const codeOwnersPaths = {
    github: ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'],
    gitlab: ['CODEOWNERS', 'docs/CODEOWNERS', '.gitlab/CODEOWNERS'],
};
/** Whether GitHub Actions reads a workflow at this path. */
function isWorkflow(path) {
    return /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path);
}
/** Whether a workflow step may use the file at this path as a local action. */
function isLocalAction(path) {
    return /(^|\/)action\.ya?ml$/.test(path);
}
/** Whether GitLab may read its pipeline from this path: the usual file, and what is usually included from it. */
function isGitlabPipeline(path) {
    return /(^|[./])gitlab-ci\.ya?ml$/.test(path) || /^(\.gitlab|\.gitlab-ci|ci|\.ci)\/.*\.ya?ml$/.test(path);
}
/** Whether a file may run the gate, or say who must review a change to it: what `Change.controlFiles` holds. */
function isControlFile(path) {
    const owners = [...codeOwnersPaths.github, ...codeOwnersPaths.gitlab];
    return isWorkflow(path) || isLocalAction(path) || isGitlabPipeline(path) || owners.includes(path);
}
/** The controlFiles of both sides; where only touched files were read, those. */
function controlFilesOf({ controlFiles, touched }) {
    if (controlFiles)
        return controlFiles;
    const side = (name) => new Map(touched.flatMap((file) => file[name] && isControlFile(file.path) ? [[file.path, file[name].bytes]] : []));
    return { before: side('before'), after: side('after') };
}


/***/ }),

/***/ 2050:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ unmetPathDemands),
/* harmony export */   c: () => (/* binding */ unmetRuleDemands)
/* harmony export */ });
/* harmony import */ var _policy_glob_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4757);
/* harmony import */ var _signature_trust_revoked_keys_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8791);
/* harmony import */ var _signature_observation_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24);



/** Commits that touch paths for which `signatures.require` demands a signer, and are not by one. */
function* unmetPathDemands(evidence) {
    for (const requirement of evidence.policy.signatures.requirements) {
        for (const commit of unmetBy(evidence, requirement)) {
            const paths = pathsOf(evidence, commit).filter((path) => requirement.paths.some((glob) => (0,_policy_glob_js__WEBPACK_IMPORTED_MODULE_1__/* .matchGlob */ .s)(glob, path)));
            if (paths.length > 0)
                yield unmet(evidence, commit, requirement, `it changes ${some(paths)}`);
        }
    }
}
/**
 * Commits that touch a file in which a rule found something, where `signatures.require` demands a signer for that rule,
 * and are not by one. What has no file is every commit's.
 */
function* unmetRuleDemands(evidence, observed) {
    for (const requirement of evidence.policy.signatures.requirements) {
        const found = observed.filter(({ rule }) => requirement.rules.includes(rule.id));
        if (found.length === 0)
            continue;
        for (const commit of unmetBy(evidence, requirement)) {
            const paths = new Set(pathsOf(evidence, commit));
            const caused = found.filter(({ observation: { position, places = [], commit: sha } }) => {
                if (sha !== undefined)
                    return sha === commit.sha;
                const files = [...(position === undefined ? [] : [position]), ...places].map(({ file }) => file);
                return files.length === 0 || files.some((file) => paths.has(file));
            });
            const ids = [...new Set(caused.map(({ rule }) => rule.id))];
            if (ids.length > 0)
                yield unmet(evidence, commit, requirement, `it touches what ${some(ids)} found`);
        }
    }
}
/** The commits that do not meet a requirement by their signature. A plain merge brings in nothing of its own. */
function unmetBy({ change }, requirement) {
    return change.commits.filter((commit) => commit.kind === 'commit' && commit.isPlainMerge !== true && !meets(commit, requirement));
}
function meets({ signature }, { signers, roles }) {
    const { state, signer, keyFingerprint = '' } = signature;
    if (state !== 'good' || signer === undefined)
        return false;
    if (signer.roles.some((role) => roles.includes(role)))
        return true;
    const names = [signer.name, ...signer.emails, keyFingerprint];
    return signers.some((wanted) => names.includes(wanted) || (0,_signature_trust_revoked_keys_js__WEBPACK_IMPORTED_MODULE_0__/* .normalFingerprint */ .e)(wanted) === keyFingerprint);
}
function pathsOf({ change }, { sha }) {
    return change.commitPaths.get(sha) ?? [];
}
function unmet(evidence, commit, { signers, roles, paths, rules }, why) {
    const wanted = [...signers, ...roles.map((role) => `the role ${role}`)].join(' or ');
    const { signer, state } = commit.signature;
    const actual = state === 'good' && signer !== undefined ? `it is by ${signer.name}` : `its signature is ${state}`;
    return (0,_signature_observation_js__WEBPACK_IMPORTED_MODULE_2__/* .signatureObservation */ .B)(evidence, commit, {
        reason: `The policy demands a signature by ${wanted}, because ${why}; ${actual}.`,
        remedy: `Have the commit made and signed by ${wanted}.`,
        demanded: [...paths, ...rules, ...signers, ...roles],
    });
}
/** The first few of a list, and how many more. */
function some(names) {
    const shown = names.slice(0, 3).join(', ');
    return names.length > 3 ? `${shown} and ${names.length - 3} more` : shown;
}


/***/ }),

/***/ 24:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ signatureObservation)
/* harmony export */ });
/** How trust begins, for a base branch without keys. */
const beginning = [
    'The base branch trusts no keys yet, so this is reported and does not block.',
    'To begin: commit .gitops-gate/allowed_signers (SSH) or .gitops-gate/keys/NAME.asc (OpenPGP) to the base branch.',
];
/** What a signature rule says of a commit: its verdict's reason and remedy unless others are given. */
function signatureObservation({ trustsKeys }, { sha, kind, subject, signature }, said = {}) {
    const reason = said.reason ?? signature.reason ?? 'The signature is not accepted.';
    const isBeginning = !trustsKeys && signature.state !== 'bad' && signature.state !== 'malformed';
    const details = [...(signature.notes ?? []), ...(isBeginning ? beginning : [])];
    return {
        message: `${kind === 'tag' ? 'Tag' : 'Commit'} ${sha.slice(0, 12)} (${subject}): ${reason}`,
        remedy: said.remedy ?? signature.remedy ?? 'Sign it with a key that the base branch trusts.',
        ...(details.length > 0 ? { details } : {}),
        ...(isBeginning ? { severity: 'low' } : {}),
        commit: sha,
        subject: [kind, sha, ...(said.demanded ?? [])],
    };
}


/***/ }),

/***/ 5970:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ untrustedSigner)
/* harmony export */ });
/* harmony import */ var _demanded_signer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2050);
/* harmony import */ var _signature_observation_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24);


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
                yield (0,_signature_observation_js__WEBPACK_IMPORTED_MODULE_1__/* .signatureObservation */ .B)(evidence, commit);
        }
        yield* (0,_demanded_signer_js__WEBPACK_IMPORTED_MODULE_0__/* .unmetPathDemands */ .b)(evidence);
    },
};


/***/ }),

/***/ 4300:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ kustomizedFiles),
/* harmony export */   p: () => (/* binding */ secretGeneratorFiles)
/* harmony export */ });
/* harmony import */ var _text_source_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7771);

/** The files that secretGenerators of one side's kustomizations turn into Secrets (kustomize: `envs`, `env`, `files`). */
function secretGeneratorFiles(touched, side) {
    const files = new Set();
    for (const { folder, value } of kustomizations(touched, side))
        for (const name of generatorFiles(value))
            files.add(resolve(folder, name));
    return files;
}
/** The documents of the touched kustomizations, each with the folder its names are relative to. */
function* kustomizations(touched, side) {
    for (const file of touched) {
        const state = file[side];
        if (state === undefined || !/(?:^|\/)(?:kustomization\.ya?ml|Kustomization)$/.test(file.path))
            continue;
        const folder = file.path.includes('/') ? file.path.slice(0, file.path.lastIndexOf('/')) : '';
        for (const document of state.documents)
            yield { folder, value: document.value };
    }
}
/**
 * The files that the touched kustomizations of head name: `built` are read as manifests or patches whatever they are
 * called, `packed` become the content of a ConfigMap or Secret.
 */
function kustomizedFiles(touched) {
    const [built, packed] = [new Set(), new Set()];
    for (const { folder, value } of kustomizations(touched, 'after')) {
        for (const name of builtFiles(value))
            built.add(resolve(folder, name));
        for (const field of ['secretGenerator', 'configMapGenerator'])
            for (const name of generatorFiles(value, field))
                packed.add(resolve(folder, name));
    }
    return { built, packed };
}
const lists = [
    'resources',
    'bases',
    'components',
    'crds',
    'patchesStrategicMerge',
    'generators',
    'transformers',
    'validators',
];
function* builtFiles(kustomization) {
    if (!(0,_text_source_js__WEBPACK_IMPORTED_MODULE_0__/* .isMapping */ .pi)(kustomization))
        return;
    for (const list of lists.map((name) => kustomization[name])) {
        // Of a patch written in place the first line may look like a path, and names nothing.
        if (Array.isArray(list))
            for (const name of list)
                if (typeof name === 'string' && !name.includes('\n'))
                    yield name;
    }
    for (const list of [kustomization.patches, kustomization.patchesJson6902, kustomization.replacements])
        if (Array.isArray(list))
            for (const entry of list)
                if ((0,_text_source_js__WEBPACK_IMPORTED_MODULE_0__/* .isMapping */ .pi)(entry) && typeof entry.path === 'string')
                    yield entry.path;
}
function* generatorFiles(kustomization, field = 'secretGenerator') {
    const generators = (0,_text_source_js__WEBPACK_IMPORTED_MODULE_0__/* .isMapping */ .pi)(kustomization) ? kustomization[field] : undefined;
    for (const generator of Array.isArray(generators) ? generators : []) {
        if (!(0,_text_source_js__WEBPACK_IMPORTED_MODULE_0__/* .isMapping */ .pi)(generator))
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


/***/ }),

/***/ 7771:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PM: () => (/* binding */ isSopsDocument),
/* harmony export */   WS: () => (/* binding */ valueAtPath),
/* harmony export */   cu: () => (/* binding */ identityOf),
/* harmony export */   pi: () => (/* binding */ isMapping)
/* harmony export */ });
/* harmony import */ var _value_encrypted_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3104);

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
/** A document that SOPS wrote: its MAC is what makes ENC[…] more than a shape. */
function isSopsDocument(value) {
    const sops = valueAtPath(value, ['sops']);
    return isMapping(sops) && typeof sops.mac === 'string' && (0,_value_encrypted_js__WEBPACK_IMPORTED_MODULE_0__/* .isSopsMac */ .Js)(sops.mac) && sops.lastmodified !== undefined;
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
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8522);

/** The most characters of one leaf that are decoded; what is longer is judged as it stands. */
const most = 1_500_000;
/** The most bytes that compressed content may become. */
const inflated = 2_000_000;
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
/* harmony export */   zh: () => (/* binding */ isCiphertext)
/* harmony export */ });
/* harmony import */ var _signature_model_malformed_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1178);
/* harmony import */ var _signature_openpgp_openpgp_packet_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1991);
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
/** The bytes inside ASCII armor, where nothing else stands in the text. */
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


/***/ })

};
