export const id = 9642;
export const ids = [9642];
export const modules = {

/***/ 84989:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ readPattern),
/* harmony export */   k: () => (/* binding */ UnreadPatternError)
/* harmony export */ });
/** The pattern is not RE2's, or of a part of it that is not read here. The message says which part, without quoting it, and at which character, from 1. */
class UnreadPatternError extends Error {
    constructor(part, index = 0) {
        super(`at character ${index + 1}: ${part}`);
    }
}
const isWord = (char) => /\w/.test(char);
const classes = {
    d: (char) => /[0-9]/.test(char),
    w: isWord,
    s: (char) => /[\t\n\f\r ]/.test(char),
};
const controls = { t: '\t', n: '\n', r: '\r', f: '\f', v: '\v', a: '\x07' };
const isBoundary = (previous, next) => isWord(previous) !== isWord(next);
const assertions = {
    A: (previous) => previous === '',
    z: (_, next) => next === '',
    b: isBoundary,
    B: (previous, next) => !isBoundary(previous, next),
};
/** Go's bound on a counted repetition (regexp/syntax, maxRepeat). */
const mostRepeated = 1000;
/**
 * Reads the part of RE2's syntax that selectors use (github.com/google/re2/wiki/Syntax): literals, classes, groups, choices,
 * repetitions, `^ $ \b \A \z` and the flags `i` and `s`. Throws UnreadPatternError for anything else.
 */
function readPattern(pattern) {
    const parser = new Parser(pattern);
    return parser.whole();
}
class Parser {
    #chars;
    #at = 0;
    #depth = 0;
    constructor(pattern) {
        this.#chars = [...pattern];
    }
    whole() {
        const syntax = this.#choice({ ignoreCase: false, dotAll: false });
        if (this.#at < this.#chars.length)
            throw this.#unread('a ")" that nothing opens');
        return syntax;
    }
    #unread(part, index = this.#at) {
        return new UnreadPatternError(part, index);
    }
    #next() {
        return this.#chars[this.#at] ?? '';
    }
    #take() {
        const char = this.#next();
        if (char === '')
            throw this.#unread('it ends in the middle of an escape or a repetition');
        this.#at++;
        return char;
    }
    #takes(text) {
        const found = this.#chars.slice(this.#at, this.#at + text.length).join('') === text;
        if (found)
            this.#at += text.length;
        return found;
    }
    #choice(given) {
        if (++this.#depth > 100)
            throw this.#unread('more than 100 groups inside each other');
        let flags = given;
        const options = [[]];
        for (let char = this.#next(); char !== '' && char !== ')'; char = this.#next()) {
            const set = this.#flagsOnly(flags);
            if (set !== undefined)
                flags = set;
            else if (this.#takes('|'))
                options.push([]);
            else
                options.at(-1)?.push(this.#repeated(flags));
        }
        this.#depth--;
        return { is: 'choice', parts: options.map((parts) => ({ is: 'sequence', parts })) };
    }
    /** `(?i)`: holds to the end of the group. */
    #flagsOnly(flags) {
        const match = /^\(\?([is]{1,2})\)/.exec(this.#chars.slice(this.#at, this.#at + 5).join(''));
        if (match === null)
            return undefined;
        this.#at += match[0].length;
        return withFlags(flags, match[1] ?? '');
    }
    #repeated(flags) {
        const part = this.#atom(flags);
        const counts = this.#counts();
        if (counts === undefined)
            return part;
        this.#takes('?');
        if (this.#counts() !== undefined)
            throw this.#unread('a repetition of a repetition');
        const [least, most] = counts;
        return { is: 'repeat', part, least, most };
    }
    #counts() {
        if (this.#takes('*'))
            return [0, Number.POSITIVE_INFINITY];
        if (this.#takes('+'))
            return [1, Number.POSITIVE_INFINITY];
        if (this.#takes('?'))
            return [0, 1];
        // Anything else in braces is text.
        const match = /^\{(\d{1,4})(,(\d{0,4}))?\}/.exec(this.#chars.slice(this.#at, this.#at + 12).join(''));
        if (match === null)
            return undefined;
        const start = this.#at;
        this.#at += match[0].length;
        const least = Number(match[1]);
        const most = match[2] === undefined ? least : match[3] === '' ? Number.POSITIVE_INFINITY : Number(match[3]);
        if (least > most || least > mostRepeated || (most > mostRepeated && most !== Number.POSITIVE_INFINITY))
            throw this.#unread(`a repetition that ends before it begins, or of more than ${mostRepeated} times`, start);
        return [least, most];
    }
    #atom(flags) {
        const first = this.#at;
        if (this.#counts() !== undefined)
            throw this.#unread('nothing is there that could be repeated', first);
        const char = this.#take();
        switch (char) {
            case '(':
                return this.#group(flags);
            case '[':
                return { is: 'char', test: this.#set(flags) };
            case '.':
                return { is: 'char', test: (each) => flags.dotAll || each !== '\n' };
            case '^':
                return { is: 'assert', holds: (previous) => previous === '' };
            case '$':
                return { is: 'assert', holds: (_, next) => next === '' };
            case '\\':
                return this.#escape(flags);
            default:
                return oneChar(char, flags);
        }
    }
    #group(flags) {
        const head = /^\?(?:P?<\w{1,100}>|([is]{0,2}):)/.exec(this.#chars.slice(this.#at, this.#at + 110).join(''));
        const open = this.#at - 1;
        if (head === null && this.#next() === '?')
            throw this.#unread(this.#chars
                .slice(this.#at, this.#at + 3)
                .join('')
                .match(/^\?<?[=!]/)
                ? 'look-around, which RE2 does not have'
                : 'a group with flags other than i and s', open);
        this.#at += head?.[0].length ?? 0;
        const inner = this.#choice(withFlags(flags, head?.[1] ?? ''));
        if (!this.#takes(')'))
            throw this.#unread('a group that is not closed', open);
        return inner;
    }
    #escape(flags) {
        const holds = assertions[this.#next()];
        if (holds !== undefined) {
            this.#at++;
            return { is: 'assert', holds };
        }
        const escaped = this.#escapedChar();
        return typeof escaped === 'string' ? oneChar(escaped, flags) : { is: 'char', test: escaped };
    }
    /** A class, or the one character that is meant. */
    #escapedChar() {
        const char = this.#take();
        const known = classes[char.toLowerCase()];
        if (known !== undefined)
            return char === char.toLowerCase() ? known : (each) => !known(each);
        const control = controls[char];
        if (control !== undefined)
            return control;
        if (/[\w\s]/.test(char) || char > '\x7f')
            throw this.#unread(escapes(char), this.#at - 2);
        return char;
    }
    /** Case is folded before a class is negated. */
    #set(flags) {
        const open = this.#at - 1;
        const isNegated = this.#takes('^');
        const tests = [];
        for (let isFirst = true; isFirst || this.#next() !== ']'; isFirst = false) {
            if (this.#next() === '')
                throw this.#unread('a class that is not closed', open);
            if (this.#next() === '[' && this.#chars[this.#at + 1] === ':')
                throw this.#unread('a class by name; write its characters: [A-Za-z] for [[:alpha:]]');
            tests.push(this.#setItem());
        }
        this.#at++;
        const isIn = folded((char) => tests.some((test) => test(char)), flags);
        return (char) => isIn(char) !== isNegated;
    }
    #setItem() {
        const from = this.#setChar();
        if (typeof from !== 'string')
            return from;
        if (this.#next() !== '-' || this.#chars[this.#at + 1] === ']')
            return (char) => char === from;
        this.#at++;
        if (this.#next() === '')
            throw this.#unread('a class that is not closed');
        const to = this.#setChar();
        if (typeof to !== 'string')
            throw this.#unread('a range that ends in a class');
        const [low, high] = [from.codePointAt(0) ?? 0, to.codePointAt(0) ?? 0];
        if (low > high)
            throw this.#unread('a range whose end is before its start');
        return (char) => {
            const code = char.codePointAt(0) ?? -1;
            return code >= low && code <= high;
        };
    }
    #setChar() {
        const char = this.#take();
        return char === '\\' ? this.#escapedChar() : char;
    }
}
/** Of what kind an escape is that is not read. */
function escapes(char) {
    if (/[pP]/.test(char))
        return 'a class of Unicode; write its characters';
    if (/[1-9]/.test(char))
        return 'a back-reference, which RE2 does not have';
    return 'an escape that is not read here';
}
function oneChar(char, flags) {
    const test = folded((each) => each === char, flags);
    return { is: 'char', test, ...(flags.ignoreCase ? {} : { only: char }) };
}
function withFlags({ ignoreCase, dotAll }, set) {
    return { ignoreCase: ignoreCase || set.includes('i'), dotAll: dotAll || set.includes('s') };
}
function folded(test, { ignoreCase }) {
    return ignoreCase ? (char) => test(char) || test(char.toLowerCase()) || test(char.toUpperCase()) : test;
}


/***/ }),

/***/ 98405:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ Pattern)
/* harmony export */ });
/* harmony import */ var _pattern_syntax_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(84989);

/** Longest pattern and text, and most steps, that are read: the author of a change writes all of them. */
const longestPattern = 2000;
const longestText = 2000;
const mostSteps = 3000;
/** Steps that are taken at most with one pattern, in all texts together. */
const mostTaken = 5_000_000;
/**
 * A pattern as Go's `regexp` reads it: of SOPS, and of the policy. It runs in time that grows with pattern and text and never with their
 * product's power: the author of the change may have written it.
 */
class Pattern {
    #steps = [{ is: 'match' }];
    #start;
    /** What is in every text that holds the pattern: most paths lack it. */
    #needed;
    #known = new Map();
    #taken = 0;
    /** Throws UnreadPatternError. */
    constructor(pattern) {
        if (pattern.length > longestPattern)
            throw new _pattern_syntax_js__WEBPACK_IMPORTED_MODULE_0__/* .UnreadPatternError */ .k(`it has more than ${longestPattern} characters`, longestPattern);
        const syntax = (0,_pattern_syntax_js__WEBPACK_IMPORTED_MODULE_0__/* .readPattern */ .Z)(pattern);
        this.#start = this.#compile(syntax, 0);
        this.#needed = neededTexts(syntax);
    }
    /** Steps that were taken in all texts. */
    get taken() {
        return this.#taken;
    }
    /** Whether the pattern is found anywhere in the text; undefined for a text that is too long to tell, or one too many. */
    isIn(text) {
        if (!this.#needed.every((part) => text.includes(part)))
            return false;
        if (text.length > longestText || this.#taken > mostTaken)
            return undefined;
        const known = this.#known.get(text) ?? this.#search([...text]);
        this.#known.set(text, known);
        return known;
    }
    /** The texts that every match holds. */
    get needed() {
        return this.#needed;
    }
    /** How many steps the pattern has: at most so many are taken for each character. */
    get size() {
        return this.#steps.length;
    }
    /** Every match, the leftmost first and of these the longest, none overlapping another and none empty. */
    findAll(chars) {
        const found = [];
        for (let from = 0; from < chars.length;) {
            const span = this.#findFrom(chars, from);
            if (span === undefined)
                break;
            found.push(span);
            from = span.end;
        }
        return found;
    }
    #findFrom(chars, from) {
        let best;
        // Each step with the earliest place at which a match through it begins, the earliest first.
        let threads = [];
        for (let at = from; at <= chars.length; at++) {
            if (best === undefined)
                threads.push([this.#start, at]);
            if (threads.length === 0)
                break;
            const [previous, next] = [chars[at - 1] ?? '', chars[at] ?? ''];
            const here = new Map();
            for (const [step, start] of threads)
                this.#reach(step, previous, next, (index) => !here.has(index) && here.set(index, start));
            this.#taken += here.size;
            const start = here.get(0);
            if (start !== undefined && start < at && (best === undefined || start <= best.start))
                best = { start, end: at };
            threads = [];
            for (const [index, begun] of here) {
                const step = this.#steps[index];
                const isLate = best !== undefined && begun > best.start;
                if (!isLate && step?.is === 'char' && next !== '' && step.test(next))
                    threads.push([step.next, begun]);
            }
        }
        return best;
    }
    #search(chars) {
        let threads = [];
        for (let at = 0; at <= chars.length; at++) {
            const [previous, next] = [chars[at - 1] ?? '', chars[at] ?? ''];
            const here = this.#closure([...threads, this.#start], previous, next);
            this.#taken += here.size;
            if (here.has(0))
                return true;
            threads = [];
            for (const index of here) {
                const step = this.#steps[index];
                if (step?.is === 'char' && next !== '' && step.test(next))
                    threads.push(step.next);
            }
        }
        return false;
    }
    /** All steps that are reached without taking a character. */
    #closure(from, previous, next) {
        const reached = new Set();
        for (const step of from)
            this.#reach(step, previous, next, (index) => !reached.has(index) && reached.add(index));
        return reached;
    }
    /** Goes from a step to all that are reached without taking a character, as far as `isNew` says that they were not reached before. */
    #reach(from, previous, next, isNew) {
        const pending = [from];
        for (let index = pending.pop(); index !== undefined; index = pending.pop()) {
            if (!isNew(index))
                continue;
            const step = this.#steps[index];
            if (step?.is === 'split')
                pending.push(...step.next);
            if (step?.is === 'assert' && step.holds(previous, next))
                pending.push(step.next);
        }
    }
    #emit(step) {
        if (this.#steps.length >= mostSteps)
            throw new _pattern_syntax_js__WEBPACK_IMPORTED_MODULE_0__/* .UnreadPatternError */ .k(`it has more than ${mostSteps} steps`);
        return this.#steps.push(step) - 1;
    }
    /** The step at which `syntax` begins when `next` follows it. */
    #compile(syntax, next) {
        switch (syntax.is) {
            case 'char':
            case 'assert':
                return this.#emit({ ...syntax, next });
            case 'sequence':
                return syntax.parts.reduceRight((after, part) => this.#compile(part, after), next);
            case 'choice':
                return this.#emit({ is: 'split', next: syntax.parts.map((part) => this.#compile(part, next)) });
            case 'repeat':
                return this.#repeat(syntax, next);
        }
    }
    #repeat({ part, least, most }, next) {
        let start = next;
        if (most === Number.POSITIVE_INFINITY) {
            const loop = { is: 'split', next: [] };
            start = this.#emit(loop);
            loop.next = [this.#compile(part, start), next];
        }
        else {
            for (let count = least; count < most; count++)
                start = this.#emit({ is: 'split', next: [this.#compile(part, start), next] });
        }
        for (let count = 0; count < least; count++)
            start = this.#compile(part, start);
        return start;
    }
}
/** The runs of characters that a pattern demands outside choices and repetitions. */
function neededTexts(syntax) {
    const runs = [''];
    const collect = (part) => {
        if (part.is === 'sequence' || (part.is === 'choice' && part.parts.length === 1))
            part.parts.forEach(collect);
        else if (part.is === 'char' && part.only !== undefined)
            runs.push(`${runs.pop()}${part.only}`);
        // What takes no character does not part its neighbours.
        else if (part.is !== 'assert')
            runs.push('');
    };
    collect(syntax);
    return runs.filter((run) => run !== '');
}


/***/ }),

/***/ 27614:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ readPolicy)
/* harmony export */ });
/* harmony import */ var _clipped_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49879);
/* harmony import */ var _yaml_parse_yaml_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9580);
/* harmony import */ var _defaults_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(56221);
/* harmony import */ var _shape_policy_shape_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(84323);




/** Bounds on the policy file itself: it is read before any policy holds. */
const limits = { bytes: 1024 * 1024, documents: 10, depth: 30, aliases: 100, expandedNodes: 100_000 };
/**
 * Reads `policy.yaml`, listing every problem at once; never throws. `bytes` undefined: there is no such file and the
 * built-in defaults hold. `path` is the file's path in the tree. Ids of rules are checked where `ruleIds` names them.
 */
function readPolicy(bytes, path, ruleIds) {
    const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '.';
    const defaults = { ..._defaults_js__WEBPACK_IMPORTED_MODULE_2__/* .defaultPolicy */ .G, folder };
    if (bytes === undefined)
        return { policy: defaults, problems: [], document: undefined };
    const yaml = (0,_yaml_parse_yaml_js__WEBPACK_IMPORTED_MODULE_1__/* .parseYaml */ .h)(bytes, limits);
    const document = yaml.documents[0];
    const problems = unreadable(yaml, path);
    const complain = (at, on, what, fix) => {
        const place = (on === 'key' ? document?.at(at) : document?.valueAt(at)) ?? { line: 1, column: 1 };
        problems.push({ file: path, line: place.line, column: place.column, what, fix });
    };
    const file = (0,_shape_policy_shape_js__WEBPACK_IMPORTED_MODULE_3__/* .policyShape */ .Sk)(ruleIds).read(document?.value ?? null, [], complain);
    problems.sort((a, b) => a.line - b.line || a.column - b.column);
    const lineOf = (index) => document?.at(['ignore', index]).line ?? 1;
    const policy = file && problems.length === 0 ? { ...build(file, lineOf), source: path, folder } : defaults;
    return { policy, problems, document };
}
/** What keeps the file from being one document of unambiguous keys. */
function unreadable(yaml, file) {
    const problems = yaml.unreadable.map(({ line, column, reason, detail }) => {
        const fix = reason === 'bytes' ? 'a policy file has at most 1 MiB' : 'fix it; a YAML linter shows more of it';
        return { file, line, column, what: `cannot be read: ${detail}`, fix };
    });
    for (const { line } of yaml.documents.slice(1)) {
        problems.push({ file, line, column: 1, what: 'a second document', fix: 'keep one document in the file' });
    }
    for (const { path, place } of yaml.documents[0]?.duplicateKeys ?? []) {
        const what = `${(0,_clipped_js__WEBPACK_IMPORTED_MODULE_0__/* .clipped */ .c)(String(path.at(-1)), 64)} is given twice`;
        problems.push({ file, line: place.line, column: place.column, what, fix: 'keep one of them' });
    }
    return problems;
}
function build(file, lineOf) {
    return {
        isBroken: false,
        failOn: file.failOn ?? _defaults_js__WEBPACK_IMPORTED_MODULE_2__/* .defaultPolicy */ .G.failOn,
        failOnStated: file.failOn !== undefined,
        ...buildRules(file.rules ?? new Map()),
        branches: file.branches,
        signatures: buildSignatures(file.signatures),
        clusters: [...(file.clusters ?? [])].map(([name, paths]) => ({ name, paths })),
        roles: file.rbac?.roles?.map(buildRole) ?? [],
        kubernetesVersion: file.kubernetesVersion ?? _defaults_js__WEBPACK_IMPORTED_MODULE_2__/* .defaultPolicy */ .G.kubernetesVersion,
        openshift: file.openshift,
        ignore: file.ignore?.map((entry, index) => buildIgnore(entry, lineOf(index))) ?? [],
        render: buildRender(file.render),
        secretFormats: file.secrets?.formats?.map(({ name, pattern, severity = 'critical' }) => ({ name, pattern, severity })) ?? [],
        ages: { ..._defaults_js__WEBPACK_IMPORTED_MODULE_2__/* .defaultPolicy */ .G.ages, ...stated(file.ages ?? {}) },
        posture: { ..._defaults_js__WEBPACK_IMPORTED_MODULE_2__/* .defaultPolicy */ .G.posture, ...stated(file.posture ?? {}) },
        limits: { ..._defaults_js__WEBPACK_IMPORTED_MODULE_2__/* .defaultPolicy */ .G.limits, ...stated(file.limits ?? {}) },
    };
}
/** What is said of a rule as a whole, and what scope by scope. */
function buildRules(stated) {
    const rules = new Map();
    const rulesByScope = new Map();
    for (const [rule, level] of stated) {
        if (typeof level === 'string')
            rules.set(rule, level);
        else
            rulesByScope.set(rule, level);
    }
    return { rules, rulesByScope };
}
function buildSignatures(file) {
    const defaults = _defaults_js__WEBPACK_IMPORTED_MODULE_2__/* .defaultPolicy */ .G.signatures;
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
function buildRender(file) {
    const { require = [], roots = [], repositories = [], seconds = _defaults_js__WEBPACK_IMPORTED_MODULE_2__/* .defaultPolicy */ .G.render.seconds } = file ?? {};
    return {
        require,
        roots: roots.map(({ path, name, values = [], namespace, release }) => ({
            path,
            name: name ?? (values.length === 0 ? path : `${path} (${values.join(', ')})`),
            values,
            namespace,
            release,
        })),
        repositories,
        seconds,
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

/***/ 69642:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readTrustedFolder: () => (/* binding */ readTrustedFolder)
/* harmony export */ });
/* harmony import */ var _defaults_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56221);
/* harmony import */ var _read_policy_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27614);
/* harmony import */ var _trusted_folder_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(66965);



/** Reads the folder of one side; never throws. */
function readTrustedFolder(entries, folder, ruleIds) {
    const { policy, files, problems } = (0,_trusted_folder_js__WEBPACK_IMPORTED_MODULE_2__/* .folderContents */ .$c)(entries, folder);
    const reading = (0,_read_policy_js__WEBPACK_IMPORTED_MODULE_1__/* .readPolicy */ .T)(policy?.bytes, `${folder}/policy.yaml`, ruleIds);
    const isWhole = problems.length + reading.problems.length === 0;
    return {
        // A folder that is broken may have stated a threshold: no input replaces the default one then.
        policy: isWhole ? reading.policy : { ..._defaults_js__WEBPACK_IMPORTED_MODULE_0__/* .defaultPolicy */ .G, folder, isBroken: true, failOnStated: true },
        files,
        problems: [...problems, ...reading.problems],
    };
}


/***/ }),

/***/ 84323:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  N: () => (/* binding */ isDay),
  Sk: () => (/* binding */ policyShape)
});

// UNUSED EXPORTS: policySchema

// EXTERNAL MODULE: ./build/nearest.js
var nearest = __webpack_require__(77658);
// EXTERNAL MODULE: ./build/plain-values.js
var plain_values = __webpack_require__(98419);
// EXTERNAL MODULE: ./build/severity.js
var severity = __webpack_require__(15989);
;// CONCATENATED MODULE: ./build/policy/posture-checks.js
/** What is asked of the settings of a repository on its forge, in the order of reports. `posture.require` names them. */
const postureChecks = [
    'branch-protected',
    'request-required',
    'approvals',
    'stale-approvals-dismissed',
    'last-push-approved',
    'author-may-not-approve',
    'code-owners-required',
    'code-owners-valid',
    'discussions-resolved',
    'force-push-blocked',
    'deletion-blocked',
    'signed-commits-required',
    'requires-gate',
    'check-source',
    'nobody-bypasses',
    'not-public',
    'scans-secrets',
    'push-protection',
    'deploy-keys-read-only',
    'no-outside-admins',
    'workflow-token-reads',
    'workflows-may-not-approve',
    'fork-workflows',
    'allowed-actions',
    'actions-pinned',
    'job-token-scope',
];

// EXTERNAL MODULE: ./build/policy/pattern.js
var policy_pattern = __webpack_require__(98405);
// EXTERNAL MODULE: ./build/policy/pattern-syntax.js
var pattern_syntax = __webpack_require__(84989);
// EXTERNAL MODULE: ./build/policy/shape/shape.js
var shape = __webpack_require__(30912);
;// CONCATENATED MODULE: ./build/policy/shape/text-shapes.js

/** One line of text that says something, such as the example. */
const lineLike = (example) => (0,shape/* text */.Qq)(/^[^\n]*\S[^\n]*$/u, 'a line of text', example);
/** One line of text that says why. */
const line = lineLike('agreed with the platform team');
/** A name of letters, digits, dots, dashes and underscores. */
const shortName = (0,shape/* text */.Qq)(/^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/u, 'a short name (letters, digits, ".", "_", "-")', 'admin');
/** A path or glob, from the top of the repository. */
const glob = (0,shape/* text */.Qq)(/^[^/\\\n][^\\\n]*$/u, 'a path or glob from the top of the repository, without a leading slash', 'clusters/prod/**');
/** A scope as reports name it, or a glob of such names. */
const scopeName = (0,shape/* text */.Qq)(/^[^\s\\](?:[^\n\\]*[^\s\\])?$/u, 'the name of a scope as reports have it, or a glob of names', 'clusters/prod');
/** A branch by its short name, or a glob of such names. */
const branchGlob = (0,shape/* text */.Qq)(/^(?!refs\/|-|\/)[^\s\\~^:[]+$/u, 'a branch name or a glob of them, without refs/heads/', 'release/*');
/** How a Kubernetes object is named: no wildcard, no empty part. */
const objectName = (0,shape/* text */.Qq)(/^[A-Za-z0-9.-]+(\/[^/\s]+){1,2}$/u, 'Kind/name or Kind/namespace/name', 'Role/ci/deployer', 'for example "Role/ci/deployer"; an object without a name is selected by its file (path)');
const email = (0,shape/* text */.Qq)(/^[^\s@]+@[^\s@]+$/u, 'an email address', 'ana@example.org');
const url = (0,shape/* text */.Qq)(/^https:\/\/[^\s]+$/u, 'an https URL', 'https://token.actions.githubusercontent.com');

;// CONCATENATED MODULE: ./build/policy/shape/secrets-shape.js





/** Steps of one pattern, so that a text is searched in a time that grows with it alone. */
const mostSteps = 400;
const secretPattern = (0,shape/* checked */.KD)((0,shape/* text */.Qq)(/^[^\n]{4,500}$/u, 'a regular expression of 4 to 500 characters in one line, as RE2 reads it', 'acme_[0-9A-Za-z]{32}'), (value, path, complain) => {
    const pattern = readable(value);
    if (pattern instanceof pattern_syntax/* UnreadPatternError */.k) {
        complain(path, 'value', `a pattern that cannot be read ${pattern.message}`, 'use literals, classes, groups, choices and repetitions of RE2; no look-around, no back-references, no named classes');
    }
    else if (pattern.size > mostSteps) {
        complain(path, 'value', 'a pattern of too many steps', 'repeat less: [a-z]{32} has 32 steps of 400');
    }
    else if (!pattern.needed.some((part) => part.length >= leastNeeded)) {
        const what = 'a pattern without three characters in a row that every match holds, outside choices, repetitions and the flag i';
        complain(path, 'value', what, 'write the prefix of the format as it is: acme_[0-9A-Za-z]{32}; (?i) goes after it, and each choice is a format of its own');
    }
});
/** Characters of the word by which lines are chosen that a pattern is tried on. */
const leastNeeded = 3;
function readable(pattern) {
    try {
        return new policy_pattern/* Pattern */.z(pattern);
    }
    catch (error) {
        if (error instanceof pattern_syntax/* UnreadPatternError */.k)
            return error;
        throw error;
    }
}
/** `secrets`: formats of secrets of the policy's own. */
const secretsShape = (0,shape/* record */.g1)({
    formats: {
        shape: (0,shape/* checked */.KD)((0,shape/* list */.p_)((0,shape/* record */.g1)({
            name: { shape: shortName, description: 'What a finding calls it.', required: true },
            pattern: {
                shape: secretPattern,
                description: 'A regular expression (RE2) in one line; every match is a secret. It must hold three characters as they are.',
                required: true,
            },
            severity: { shape: (0,shape/* choice */.Yq)(severity/* severities */.gO), description: 'Severity of its findings. Default: critical.' },
        })), (formats, path, complain) => {
            for (const [index, { name }] of formats.entries()) {
                if (formats.findIndex((each) => each.name === name) === index)
                    continue;
                const fix = 'give each a name of its own: findings are distinguished by it';
                complain([...path, index, 'name'], 'value', `a second format called ${(0,shape/* quote */.hD)(name)}`, fix);
            }
        }),
        description: 'Formats of secrets of your own, alongside the built-in ones.',
    },
}, 'may be empty');

;// CONCATENATED MODULE: ./build/policy/shape/signatures-shape.js


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
    keys: { shape: (0,shape/* list */.p_)(key), description: 'Whole fingerprints of forge keys alongside the built-in ones.' },
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
            description: 'Names that `signers` gives, literal principals or fingerprints; one of them must have signed.',
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
            description: 'Overrides what a key says of itself, by its whole fingerprint or its literal principal.',
        },
        require: { shape: (0,shape/* list */.p_)(requirementShape(ruleId)), description: 'Who must sign what.' },
        forge: { shape: forge, description: 'What of the forge’s own signatures is accepted.' },
        identities: { shape: (0,shape/* list */.p_)(gitsignIdentity), description: 'Identities trusted in gitsign (Sigstore) signatures.' },
    }, 'may be empty');
}

;// CONCATENATED MODULE: ./build/policy/shape/policy-shape.js








const fingerprint = (0,shape/* text */.Qq)(/^[0-9a-f]{64}$/u, 'a whole fingerprint (64 hex digits)', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', '`gitops-gate ignore` prints the whole entry');
const blob = (0,shape/* text */.Qq)(/^([0-9a-f]{40}|[0-9a-f]{64})$/u, 'a blob id (40 or 64 hex digits)', 'e69de29bb2d1d6434b8b29ae775ad8c2e48c5391');
const kubernetesMinor = (0,shape/* text */.Qq)(/^1\.[0-9]{1,3}$/u, 'a Kubernetes version', '1.34');
const anyText = (0,shape/* text */.Qq)(/^[^\n]*$/u, 'text', 'get');
const day = (0,shape/* checked */.KD)((0,shape/* text */.Qq)(/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/u, 'a date, YYYY-MM-DD', '2026-12-31'), (value, path, complain) => {
    if (!isDay(value))
        complain(path, 'value', 'a date that is not a day of the calendar', 'write YYYY-MM-DD');
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
/** Levels by the names or globs of scopes. */
const levelsByScope = (0,shape/* mapping */.pq)(level, scopeName);
/** One level for all findings of a rule, or one for each scope. */
const ruleLevel = {
    schema: { anyOf: [level.schema, { ...levelsByScope.schema, type: 'object', minProperties: 1 }] },
    read(value, path, complain) {
        if (!(0,plain_values/* isMapping */.pi)(value) && !Array.isArray(value))
            return level.read(value, path, complain);
        if ((0,plain_values/* isMapping */.pi)(value) && Object.keys(value).length > 0)
            return levelsByScope.read(value, path, complain);
        const what = (0,plain_values/* isMapping */.pi)(value) ? 'names no scope' : 'is neither a severity nor a mapping of scopes to severities';
        const fix = `write one of ${severity/* severities */.gO.join(', ')}, off for all findings, or "SCOPE: SEVERITY" lines`;
        complain(path, 'value', `${(0,shape/* quote */.hD)(String(path.at(-1)))} ${what}`, fix);
        return undefined;
    },
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
    name: { shape: lineLike('deployer'), description: 'Its metadata.name.', required: true },
    namespace: { shape: lineLike('ci'), description: 'Its namespace; a Role has one, a ClusterRole none.' },
    rules: {
        shape: (0,shape/* list */.p_)((0,shape/* record */.g1)({
            apiGroups: { shape: (0,shape/* list */.p_)(anyText), description: 'API groups; "" is the core group.' },
            resources: { shape: (0,shape/* list */.p_)(anyText), description: 'Resources and subresources.' },
            verbs: { shape: (0,shape/* list */.p_)(anyText), description: 'Verbs.', required: true },
            resourceNames: { shape: (0,shape/* list */.p_)(anyText), description: 'Names the rule is limited to.' },
            nonResourceURLs: { shape: (0,shape/* list */.p_)(anyText), description: 'URLs that are not resources.' },
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
    totalBytes: {
        shape: (0,shape/* integer */.nd)(1, 2 ** 40),
        description: 'Bytes read in one run; what changed may be half of them. Default: 1073741824.',
    },
    seconds: { shape: (0,shape/* integer */.nd)(1, 86_400), description: 'Seconds one run may take. Default: 300.' },
    findings: {
        shape: (0,shape/* integer */.nd)(1, 1e6),
        description: 'Findings that a report lists, the worst first; all count. Default: 5000.',
    },
}, 'may be empty');
const posture = (0,shape/* record */.g1)({
    approvals: {
        shape: (0,shape/* integer */.nd)(1, 10),
        description: 'How many people must approve a change to a delivered branch. Default: 1.',
    },
    require: {
        shape: (0,shape/* list */.p_)((0,shape/* choice */.Yq)(postureChecks)),
        description: 'Checks that must be made: where the token lets one not be, the run could not be judged. Default: none.',
    },
}, 'may be empty');
const ages = (0,shape/* record */.g1)({
    secretDays: { shape: (0,shape/* integer */.nd)(1, 1e5), description: 'Days after which an encrypted secret is stale. Default: 365.' },
    refreshHours: {
        shape: (0,shape/* integer */.nd)(1, 1e6),
        description: 'Hours between two readings of a secret that is kept elsewhere. Default: 24.',
    },
    certificateDays: {
        shape: (0,shape/* integer */.nd)(0, 1e5),
        description: 'Days before its last one from which a certificate is stale. Default: 30.',
    },
}, 'may be empty');
const renderRoot = (0,shape/* record */.g1)({
    path: { shape: lineLike('clusters/prod/shop'), description: 'Folder of the kustomization or chart.', required: true },
    name: { shape: lineLike('shop-prod'), description: 'What the report calls it. Default: its path.' },
    values: {
        shape: (0,shape/* list */.p_)(lineLike('charts/shop/values-prod.yaml')),
        description: 'Values files of a chart, as paths of the repository.',
    },
    namespace: { shape: lineLike('shop'), description: 'The namespace it is installed into.' },
    release: { shape: lineLike('shop'), description: 'The name of the release. Default: the chart’s.' },
});
const render = (0,shape/* record */.g1)({
    require: { shape: (0,shape/* list */.p_)(glob), description: 'kustomize and Helm roots that must be rendered.' },
    roots: { shape: (0,shape/* list */.p_)(renderRoot), description: 'Roots that the repository alone does not show.' },
    repositories: {
        shape: (0,shape/* list */.p_)(lineLike('https://git.example.org/acme/gitops')),
        description: 'URLs that mean this repository, alongside the forge’s own.',
    },
    seconds: { shape: (0,shape/* integer */.nd)(1, 3600), description: 'Seconds that rendering may take in one run. Default: 120.' },
}, 'may be empty');
const rbac = (0,shape/* record */.g1)({ roles: { shape: (0,shape/* list */.p_)(role), description: 'Roles that bindings name and that are not in the repository.' } }, 'may be empty');
/** Every key of policy.yaml: the reader and the published schema follow from it. Ids of rules are checked where they are known. */
function policyShape(ruleIds) {
    const ruleId = ruleIdShape(ruleIds);
    return (0,shape/* record */.g1)({
        version: { shape: (0,shape/* integer */.nd)(1, 1), description: 'Version of this format: 1.' },
        failOn: {
            shape: (0,shape/* choice */.Yq)([...severity/* severities */.gO, 'never']),
            description: 'The least severity that blocks; `never` only reports. Default: high.',
        },
        rules: {
            shape: (0,shape/* mapping */.pq)(ruleLevel, ruleId),
            description: 'Severity of a rule’s findings, or off, by the rule’s id; as a mapping by the scope they are in, each by its name or a glob.',
        },
        branches: {
            shape: (0,shape/* list */.p_)(branchGlob, 1),
            description: 'The branches that clusters are delivered from, by name or glob. A change into another one could not be judged. The default branch’s policy must allow it too.',
        },
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
        openshift: {
            shape: shape/* truth */.Im,
            description: 'Whether OpenShift’s default roles hold too. Default: where the repository shows OpenShift.',
        },
        ignore: { shape: (0,shape/* list */.p_)(ignoreShape(ruleId)), description: 'Findings that are accepted, each until a day.' },
        render: { shape: render, description: 'Rendering.' },
        secrets: { shape: secretsShape, description: 'What is a secret.' },
        ages: { shape: ages, description: 'From when on `audit --ages` calls secrets stale.' },
        posture: { shape: posture, description: 'How the repository must be set up on its forge.' },
        limits: { shape: limits, description: 'Bounds on what is read. What is over one is reported, not passed over.' },
    }, 'may be empty');
}
/** The published JSON Schema, `policy.schema.json`. */
const policySchema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'gitops-gate policy',
    description: 'The file .gitops-gate/policy.yaml.',
    ...policyShape().schema,
};


/***/ }),

/***/ 30912:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Im: () => (/* binding */ truth),
/* harmony export */   KD: () => (/* binding */ checked),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   Yq: () => (/* binding */ choice),
/* harmony export */   g1: () => (/* binding */ record),
/* harmony export */   hD: () => (/* binding */ quote),
/* harmony export */   nd: () => (/* binding */ integer),
/* harmony export */   p_: () => (/* binding */ list),
/* harmony export */   pq: () => (/* binding */ mapping)
/* harmony export */ });
/* harmony import */ var _clipped_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49879);
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77658);
/* harmony import */ var _plain_values_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(98419);



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
            const meant = typeof value === 'string' ? (0,_nearest_js__WEBPACK_IMPORTED_MODULE_1__/* .nearest */ .p)(value, choices) : undefined;
            const fix = meant === undefined ? `write one of ${choices.join(', ')}` : `did you mean ${meant}?`;
            complain(path, 'value', `${keyOf(path)} must be one of ${choices.join(', ')}`, fix);
            return undefined;
        },
    };
}
/** Yes or no. */
const truth = {
    schema: { enum: [true, false] },
    read(value, path, complain) {
        if (typeof value === 'boolean')
            return value;
        complain(path, 'value', `${keyOf(path)} must be true or false`, 'write true or false, without quotes');
        return undefined;
    },
};
/** A whole number, both bounds included. */
function integer(minimum, maximum) {
    return {
        schema: { type: 'integer', minimum, maximum },
        read(value, path, complain) {
            if (typeof value === 'number' && Number.isInteger(value) && value >= minimum && value <= maximum)
                return value;
            const what = minimum === maximum ? `must be ${minimum}` : `must be a whole number from ${minimum} to ${maximum}`;
            const fix = minimum === maximum ? `write ${minimum}` : 'write one of these, without quotes or a decimal point';
            complain(path, 'value', `${keyOf(path)} ${what}`, fix);
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
            if (!(0,_plain_values_js__WEBPACK_IMPORTED_MODULE_2__/* .isMapping */ .pi)(value))
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
            if (!(0,_plain_values_js__WEBPACK_IMPORTED_MODULE_2__/* .isMapping */ .pi)(given))
                return notAMapping(path, complain);
            for (const key of Object.keys(given)) {
                if (!names.includes(key))
                    complain([...path, key], 'key', ...unknownKey(key, names));
            }
            const missing = required.filter((name) => !Object.hasOwn(given, name));
            for (const name of missing) {
                complain(path, 'key', `${keyOf(path)} lacks ${name}`, `add ${name}${meaningOf(name, fields[name])}`);
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
    const meant = (0,_nearest_js__WEBPACK_IMPORTED_MODULE_1__/* .nearest */ .p)(key, names);
    const fix = meant === undefined ? `known here: ${names.join(', ')}` : `did you mean ${meant}?`;
    return [`unknown key ${quote(key)}`, fix];
}
function notAMapping(path, complain) {
    complain(path, 'value', `${keyOf(path)} must be a mapping`, 'write it as "key: value" lines');
}
/** Text of the file as a message may hold it: quoted, short, printable ASCII. */
function quote(value) {
    const short = (0,_clipped_js__WEBPACK_IMPORTED_MODULE_0__/* .clipped */ .c)(value, 64);
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
/** What a key is for, as the end of a fix: without capital letter and full stop; nothing where it says no more than its name. */
function meaningOf(name, field) {
    const words = (field?.description ?? '')
        .replace(/^[A-Z](?![A-Z])/, (first) => first.toLowerCase())
        .replace(/\.$/, '');
    return words === '' || words === name ? '' : `: ${words}`;
}
function present(values) {
    return values.filter((value) => value !== undefined);
}


/***/ }),

/***/ 18829:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ JsonComposer)
/* harmony export */ });
/* harmony import */ var _node_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8760);

const number = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?/y;
const space = /[ \t\r\n]*/y;
const unescaped = /[^"\\\u0000-\u001f]*"/y;
/** Composes a stream of JSON texts as Go's encoding/json does: the last of two equal keys wins. */
class JsonComposer {
    #text;
    #end;
    #depth;
    #at;
    /** After the last bracket that was closed. */
    #closed = 0;
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
            return { root, end: this.#at, duplicates: this.#duplicates, conflict: undefined };
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
        throw new _node_js__WEBPACK_IMPORTED_MODULE_0__/* .UnreadableError */ .G('syntax', this.#at, detail);
    }
    #value() {
        const start = this.#at;
        switch (this.#text.charCodeAt(start)) {
            case 0x7b:
                return this.#object(start);
            case 0x5b:
                return this.#array(start);
            case 0x22:
                return { value: this.#string(), start, end: this.#at, style: 'double-quoted', size: 1 };
            default:
                return { value: this.#literal(), start, end: this.#at, style: 'plain', size: 1 };
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
            throw new _node_js__WEBPACK_IMPORTED_MODULE_0__/* .UnreadableError */ .G('depth', this.#at, `nested deeper than ${this.#depth} levels (limit depth)`);
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
        this.#closed = this.#at;
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
            this.#closed = ++this.#at;
        while (open) {
            this.#path[this.#path.length - 1] = items.length;
            const item = this.#value();
            value.push(item.value);
            items.push(item);
            size += item.size;
            open = this.#more(0x5d);
        }
        this.#path.pop();
        return { value, start, end: this.#closed, style: undefined, size, items };
    }
    #object(start) {
        this.#enter();
        const value = Object.create(null);
        const entries = new Map();
        let size = 1;
        let open = this.#text.charCodeAt(this.#at) !== 0x7d;
        if (!open)
            this.#closed = ++this.#at;
        while (open) {
            const keyStart = this.#at;
            if (this.#text.charCodeAt(keyStart) !== 0x22)
                this.#fail('a JSON key is expected');
            const key = this.#string();
            this.#path[this.#path.length - 1] = key;
            if (entries.has(key) && this.#duplicates.length < _node_js__WEBPACK_IMPORTED_MODULE_0__/* .duplicatesKept */ .B)
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
        return { value, start, end: this.#closed, style: undefined, size, entries };
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


/***/ }),

/***/ 52104:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  d: () => (/* binding */ composeSlice)
});

// EXTERNAL MODULE: ./build/yaml/compose-json.js
var compose_json = __webpack_require__(18829);
// EXTERNAL MODULE: ./node_modules/js-yaml/dist/js-yaml.mjs
var js_yaml = __webpack_require__(33243);
// EXTERNAL MODULE: ./build/yaml/node.js
var yaml_node = __webpack_require__(8760);
// EXTERNAL MODULE: ./build/yaml/resolve-scalar.js
var resolve_scalar = __webpack_require__(16379);
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
    if (event.style === js_yaml/* SCALAR_STYLE */.jK.SINGLE_QUOTED || event.style === js_yaml/* SCALAR_STYLE */.jK.DOUBLE_QUOTED) {
        return event.valueStart - 1;
    }
    let start = event.valueStart;
    while (start < event.valueEnd && text.charCodeAt(start) === 32)
        start++;
    return start;
}
/** Offset after a scalar's last character, its quote included. */
function endOf({ style, valueEnd }) {
    return style === js_yaml/* SCALAR_STYLE */.jK.SINGLE_QUOTED || style === js_yaml/* SCALAR_STYLE */.jK.DOUBLE_QUOTED ? valueEnd + 1 : valueEnd;
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
    try {
        return decodeURIComponent(tag);
    }
    catch {
        return tag;
    }
}

;// CONCATENATED MODULE: ./build/yaml/compose-yaml.js




/** In brackets: behind a plain scalar. */
const disputedColon = /:[,[\]{}]/y;
const mergeTag = 'tag:yaml.org,2002:merge';
/**
 * Composes the documents of an event stream as go-yaml v2 and sigs.k8s.io/yaml do, which is how kubectl reads: later
 * keys and later merges win, keys become strings, tags on collections mean nothing.
 */
class YamlComposer {
    #parsed;
    #limits;
    #at = 0;
    constructor(parsed, limits) {
        this.#parsed = parsed;
        this.#limits = limits;
    }
    /** The next document; undefined after the last. Throws UnreadableError. */
    next() {
        const event = this.#parsed.events[this.#at];
        if (event?.type !== js_yaml/* EVENT_ID */.hy.DOCUMENT)
            return undefined;
        const composer = new DocumentComposer(this.#parsed, this.#limits, event, this.#at + 1);
        const composed = composer.compose();
        this.#at = composer.at + 1;
        return composed;
    }
}
/** Composes one document, whose first event is at `at`. */
class DocumentComposer {
    at;
    #parsed;
    #text;
    #events;
    #limits;
    /** Depth of flow collections around the current node. */
    #flow = 0;
    #anchors = new Map();
    #aliases = 0;
    #charged = 0;
    #handles = new Map([['!!', 'tag:yaml.org,2002:']]);
    #path = [];
    #duplicates = [];
    #conflict;
    constructor(parsed, limits, { directives }, at) {
        this.#parsed = parsed;
        this.#text = parsed.text;
        this.#events = parsed.events;
        this.#limits = limits;
        this.at = at;
        for (const directive of directives) {
            if (directive.kind === 'tag')
                this.#handles.set(directive.handle, directive.prefix);
        }
    }
    compose() {
        return { root: this.#node(), duplicates: this.#duplicates, conflict: this.#conflict };
    }
    #node(isKey = false) {
        const event = this.#events[this.at];
        this.at++;
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
        return this.#anchored(event, isFlow ? { ...node, end: this.#closed(node.end) } : node);
    }
    /** The end of a flow collection, of which `last` is where its last value ends: what follows is commas, space and comments. */
    #closed(last) {
        const rest = /(?:[\s,:]|#[^\n]*)*[\]}]?/y;
        rest.lastIndex = last;
        rest.test(this.#parsed.source);
        return rest.lastIndex;
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
            throw this.#error('syntax', event.valueStart, 'infinity and NaN are not JSON numbers');
        }
        if (this.#flow > 0 && event.style === js_yaml/* SCALAR_STYLE */.jK.PLAIN && this.#text.charCodeAt(event.valueStart) === 63) {
            throw this.#error('syntax', event.valueStart, 'readers disagree on a plain scalar that begins with a question mark');
        }
        const start = startOf(this.#text, event);
        const isWritten = start !== -1;
        return {
            value,
            start: isWritten ? this.#file(start) : -1,
            end: isWritten ? this.#file(endOf(event)) : -1,
            style: styleOf(event),
            size: 1,
        };
    }
    #scalarValue(event, text) {
        if (event.tagStart === -1)
            return event.style === js_yaml/* SCALAR_STYLE */.jK.PLAIN ? (0,resolve_scalar/* resolvePlain */.Rg)(text) : text;
        try {
            return (0,resolve_scalar/* resolveTagged */.ht)(tagOf(this.#text, event, this.#handles), text);
        }
        catch (error) {
            if (error instanceof resolve_scalar/* ScalarError */.FA)
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
        return { ...target, start: this.#file(at), end: this.#file(event.anchorEnd), style: undefined };
    }
    /** Counts values that are in the document only through an alias. */
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
        let end = start + 1;
        const depth = this.#path.length;
        while (this.#events[this.at]?.type !== js_yaml/* EVENT_ID */.hy.POP) {
            this.#path[depth] = items.length;
            const item = this.#node();
            value.push(item.value);
            items.push(item);
            size += item.size;
            end = Math.max(end, item.end);
        }
        this.#path.length = depth;
        this.at++;
        return { value, start, end, style: undefined, size, items };
    }
    #mapping(start) {
        const draft = { value: Object.create(null), entries: new Map(), merged: undefined, size: 1 };
        const depth = this.#path.length;
        let end = start + 1;
        for (let event = this.#events[this.at]; event?.type !== js_yaml/* EVENT_ID */.hy.POP; event = this.#events[this.at]) {
            if (event === undefined)
                throw this.#error('syntax', 0, 'the document ends early');
            if (event.type === js_yaml/* EVENT_ID */.hy.SCALAR && this.#isMerge(event)) {
                this.at++;
                this.#path[depth] = '<<';
                end = Math.max(end, this.#merge(draft, event.valueStart));
                continue;
            }
            const keyStart = this.#file(this.#keyStart(event));
            const key = this.#key(event);
            this.#path[depth] = key;
            if (isOwn(draft, key) && this.#duplicates.length < yaml_node/* duplicatesKept */.B) {
                this.#duplicates.push({ path: this.#path.slice(), offset: keyStart });
            }
            draft.merged?.delete(key);
            end = Math.max(end, this.#file(this.#keyEnd(event)));
            const node = this.#node();
            end = Math.max(end, node.end);
            if (node.start === -1)
                this.#refuseColon(event);
            draft.value[key] = node.value;
            draft.entries.set(key, { keyStart, node });
            draft.size += 1 + node.size;
        }
        this.#path.length = depth;
        this.at++;
        return { value: draft.value, start, end, style: undefined, size: draft.size, entries: draft.entries };
    }
    /** In `[a:]` go-yaml reads the string `a:`, js-yaml a mapping. */
    #refuseColon(key) {
        if (key.type !== js_yaml/* EVENT_ID */.hy.SCALAR)
            return;
        disputedColon.lastIndex = key.valueEnd;
        if (disputedColon.test(this.#text)) {
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
    /** Offset in the slice. */
    #keyEnd(event) {
        if (event.type === js_yaml/* EVENT_ID */.hy.SCALAR)
            return Math.max(endOf(event), this.#keyStart(event));
        return event.type === js_yaml/* EVENT_ID */.hy.ALIAS ? event.anchorEnd : this.#keyStart(event);
    }
    #key(event) {
        const node = this.#node(true);
        const text = event.type === js_yaml/* EVENT_ID */.hy.SCALAR ? (0,js_yaml/* getScalarValue */.KE)(this.#text, event) : undefined;
        const key = (0,resolve_scalar/* keyText */.Pu)(node.value, text);
        if (key === undefined) {
            throw this.#error('syntax', this.#keyStart(event), 'a mapping key is not a string, number or boolean');
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
    /** Gives where the merged value's text ends. */
    #merge(draft, at) {
        // go-yaml v3 keeps the keys written in the mapping itself, and only the last of several merge keys.
        let isConflict = draft.merged !== undefined;
        draft.merged ??= new Set();
        const isSequence = this.#events[this.at]?.type === js_yaml/* EVENT_ID */.hy.SEQUENCE;
        const source = this.#node();
        // Earlier ones of a list take precedence: they are merged last.
        const sources = isSequence ? [...(source.items ?? [])].reverse() : [source];
        for (const one of sources) {
            if (one.entries === undefined) {
                throw this.#error('syntax', at, 'a merge key needs a mapping or a list of mappings');
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
        return source.end;
    }
    #error(reason, at, detail) {
        return new yaml_node/* UnreadableError */.G(reason, this.#file(at), detail);
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
            return { text, events: (0,js_yaml/* parseEvents */.PH)(text, { maxDepth: limits.depth }), source, original };
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
        return new yaml_node/* UnreadableError */.G('depth', offset, `nested deeper than ${limits.depth} levels (limit depth)`);
    }
    // Some reasons about tags quote the source.
    return new yaml_node/* UnreadableError */.G('syntax', offset, /\btag\b/.test(reason) ? 'a malformed tag or tag directive' : reason);
}

;// CONCATENATED MODULE: ./build/yaml/compose-slice.js




/** Reads a slice as JSON where it is JSON, as kubectl does, else as YAML. Never throws. */
function composeSlice(source, slice, limits) {
    if (/^\s*(?:\.\.\.\s*)?$/.test(source.yaml.slice(slice.start, slice.end)))
        return { documents: [], error: undefined };
    if (looksLikeJson(source.json, slice.start)) {
        const json = collect(new compose_json/* JsonComposer */.X(source.json, slice.start, slice.end, limits), limits);
        if (json.error === undefined)
            return json;
        const last = json.documents.at(-1);
        if (last !== undefined)
            return isRemark(source.yaml.slice(last.end, slice.end)) ? { ...json, error: undefined } : json;
        if (json.error.reason === 'depth')
            return json;
    }
    try {
        return collect(new YamlComposer(parseEvents(source.yaml, slice.start, slice.end, limits), limits), limits);
    }
    catch (error) {
        if (error instanceof yaml_node/* UnreadableError */.G)
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
        if (error instanceof yaml_node/* UnreadableError */.G)
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


/***/ }),

/***/ 35100:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ decodeText)
/* harmony export */ });
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const lossy = new TextDecoder('utf-8', { ignoreBOM: true });
/**
 * Decodes a file as YAML readers do: UTF-8, or UTF-16 where a byte order mark says so. What is invalid is replaced
 * by U+FFFD, so that what is around it is still seen.
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

/***/ 8760:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ duplicatesKept),
/* harmony export */   G: () => (/* binding */ UnreadableError)
/* harmony export */ });
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


/***/ }),

/***/ 9580:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  r: () => (/* binding */ parseText),
  h: () => (/* binding */ parseYaml)
});

// EXTERNAL MODULE: ./build/yaml/compose-slice.js + 3 modules
var compose_slice = __webpack_require__(52104);
// EXTERNAL MODULE: ./build/yaml/decode-text.js
var decode_text = __webpack_require__(35100);
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

// EXTERNAL MODULE: ./build/yaml/resolve-scalar.js
var resolve_scalar = __webpack_require__(16379);
;// CONCATENATED MODULE: ./build/yaml/plain/block-scalar.js
const [space, lineBreak] = [0x20, 0x0a];
/**
 * Reads the lines of a block scalar below a node that is indented by `parent`. Undefined for what is empty, malformed, or ends without
 * a line break, and for folded lines that are indented further: folding leaves those as they are, and the breaks around them.
 */
function readBlockScalar(text, { start, end }, parent, isFolded) {
    let indent = -1;
    let blanks = 0;
    let value = '';
    let at = start;
    while (at < end) {
        const lineEnd = text.indexOf('\n', at);
        let first = at;
        while (text.charCodeAt(first) === space)
            first++;
        const width = first - at;
        const isBlank = text.charCodeAt(first) === lineBreak && (indent < 0 || width <= indent);
        if (!isBlank && width <= parent)
            break;
        if (lineEnd < 0 || lineEnd >= end)
            return undefined;
        if (isBlank) {
            // More blanks than the first line has before it: malformed.
            if (indent < 0 && width > parent + 1)
                return undefined;
            blanks++;
        }
        else {
            if (indent < 0)
                indent = width;
            if (width < indent || (isFolded && width > indent))
                return undefined;
            // A single break within folded text is a space; of more the first is nothing.
            const breaks = blanks + (value === '' || isFolded ? 0 : 1);
            value += isFolded && value !== '' && blanks === 0 ? ' ' : '\n'.repeat(breaks);
            value += text.slice(at + indent, lineEnd);
            blanks = 0;
        }
        at = lineEnd + 1;
    }
    return value === '' ? undefined : { value, next: at };
}

;// CONCATENATED MODULE: ./build/yaml/plain/flow.js

const token = /"([^"\\]*)"|'([^']*)'|([\w./$][\w./$-]*)|\*([\w-]+)/y;
const rest = /^ *(?: #.*)?$/;
/**
 * Reads a collection in brackets or braces that is on one line, with nothing but a comment behind it: of words, texts in quotes without escapes,
 * aliases, and such collections, `depth` of them in each other. Undefined for any other.
 */
function readPlainFlow(source, depth, values) {
    const reader = new PlainFlowReader(source, values);
    const value = reader.value(depth);
    return rest.test(source.slice(reader.at)) ? value : undefined;
}
class PlainFlowReader {
    #source;
    #values;
    at = 0;
    constructor(source, values) {
        this.#source = source;
        this.#values = values;
    }
    value(depth) {
        this.#values.count();
        const first = this.#source.charAt(this.at);
        if (first === '[')
            return this.#sequence(depth - 1);
        if (first === '{')
            return this.#mapping(depth - 1);
        const [, double, single, plain, alias] = this.#token();
        if (alias !== undefined)
            return this.#values.alias(alias);
        return double ?? single ?? (plain === undefined ? undefined : this.#values.plain(plain));
    }
    #token() {
        token.lastIndex = this.at;
        const match = token.exec(this.#source) ?? [];
        if (match[0] !== undefined)
            this.at = token.lastIndex;
        return match;
    }
    #skipSpace() {
        while (this.#source.charAt(this.at) === ' ')
            this.at++;
    }
    /** After an entry: whether another follows; undefined where it is neither that nor the end. */
    #more(close) {
        this.#skipSpace();
        const next = this.#source.charAt(this.at++);
        if (next === close)
            return false;
        this.#skipSpace();
        return next === ',' ? true : undefined;
    }
    /** Past the opening bracket: whether the collection is empty. */
    #opens(close) {
        this.at++;
        this.#skipSpace();
        const isEmpty = this.#source.charAt(this.at) === close;
        if (isEmpty)
            this.at++;
        return !isEmpty;
    }
    #sequence(depth) {
        if (depth < 0)
            return undefined;
        const items = [];
        let open = this.#opens(']');
        while (open) {
            const item = this.value(depth);
            if (item === undefined)
                return undefined;
            items.push(item);
            open = this.#more(']');
        }
        return open === undefined ? undefined : items;
    }
    #mapping(depth) {
        if (depth < 0)
            return undefined;
        const entries = Object.create(null);
        let open = this.#opens('}');
        while (open) {
            const [, double, single, plain] = this.#token();
            const name = double ?? single ?? plain;
            // A key twice, or one that is not a string by itself, or without a space behind its colon.
            if (name === undefined || name in entries || (plain !== undefined && (0,resolve_scalar/* resolvePlain */.Rg)(plain) !== plain))
                return undefined;
            if (!this.#source.startsWith(': ', this.at))
                return undefined;
            this.at += 2;
            this.#skipSpace();
            this.#values.count();
            const value = this.value(depth);
            if (value === undefined)
                return undefined;
            entries[name] = value;
            open = this.#more('}');
        }
        return open === undefined ? undefined : entries;
    }
}

;// CONCATENATED MODULE: ./build/yaml/plain/block.js



/**
 * Reads a document that is written as most manifests are: block mappings and sequences of scalars, without tags, tabs, merge keys
 * or a key twice. Undefined for any other, and for what is malformed: the composer reads those, in several times the time.
 * Where both read a document they give the same value.
 */
function readPlainBlock(text, { start, end }, limits) {
    // Of this slice alone: a search that goes on to the end of the file would take a time that grows as the square of its documents.
    if (disputed.test(text.slice(start, end)))
        return undefined;
    return new PlainBlockReader(text, start, end, limits).read();
}
/** Tabs, carriage returns, byte order marks and other characters on which readers disagree, among them what is a blank to `trim` and not to YAML. */
const disputed = /[^\n\x20-\x7e\xa1-\u167f\u1681-\u1fff\u200b-\u2027\u202a-\u202e\u2030-\u205e\u2060-\u2fff\u3001-\ufefe\uff00-\ufffd]/;
const key = /(?:"([^"\\\n]{0,200})"|'([^'\n]{0,200})'|((?!\.\.\.)[\w.$/(=+~^](?:[^\n:#]|:(?=[^\s])){0,200})): */y;
/** The first character of a plain scalar: none that means anything else. */
const plainStart = /^(?:[\w./$~+(<^=;\\]|[-:](?=[\w./-]))/;
/** What a quoted scalar holds, and whether nothing but a comment follows it. */
const doubleQuoted = /"([^"\\]*(?:\\["\\/nt][^"\\]*){0,1000})" *(?: #[^\n]*)?(?=\n|$)/y;
const singleQuoted = /'([^']*(?:''[^']*){0,1000})' *(?: #[^\n]*)?(?=\n|$)/y;
const blockHeader = /^([|>])(-?) *(?: #.*)?$/;
const block_anchor = /^&([\w-]+)(?: +(?=[^\s&*!#[{|>])| *$)/;
const alias = /^\*([\w-]+) *(?: #.*)?$/;
const [block_space, block_lineBreak, dash, hash, colon, ampersand] = [0x20, 0x0a, 0x2d, 0x23, 0x3a, 0x26];
/** Whether a stretch of a plain scalar is nothing but that: no key and its value. */
const isPlain = (text) => !text.includes(': ') && text.charCodeAt(text.length - 1) !== colon;
/** Between values it is at the first character behind the indentation of a line that is neither empty nor a comment, or at the end. */
class PlainBlockReader {
    #text;
    #end;
    #at;
    #indent = 0;
    /** How much deeper it may go, with what the composer counts more. */
    #depth;
    #aliases;
    /** Values that may yet come from aliases. */
    #expanded;
    /** Values so far, with those that came from aliases; keys count as well. */
    #size = 0;
    /** Values that have a name. */
    #anchors = new Map();
    #failed = false;
    constructor(text, start, end, { depth, aliases, expandedNodes }) {
        this.#text = text;
        this.#end = end;
        this.#depth = depth - 3;
        this.#aliases = aliases;
        this.#expanded = expandedNodes;
        this.#at = start;
    }
    read() {
        this.#toLine(this.#at);
        const start = this.#at;
        if (start >= this.#end)
            return undefined;
        const value = this.#collection();
        return this.#failed || this.#at < this.#end ? undefined : { value, start };
    }
    #fail() {
        this.#failed = true;
        this.#at = this.#end;
        this.#indent = -1;
        return undefined;
    }
    /** Goes to the first line from `at`, the beginning of one, that says something. */
    #toLine(at) {
        const text = this.#text;
        let lineStart = at;
        while (lineStart < this.#end) {
            let first = lineStart;
            while (text.charCodeAt(first) === block_space)
                first++;
            const code = text.charCodeAt(first);
            if (first < this.#end && code !== block_lineBreak && code !== hash) {
                this.#at = first;
                this.#indent = first - lineStart;
                return;
            }
            lineStart = this.#lineEnd(first) + 1;
        }
        this.#at = this.#end;
        this.#indent = -1;
    }
    #lineEnd(at) {
        const end = this.#text.indexOf('\n', at);
        return end < 0 || end > this.#end ? this.#end : end;
    }
    #isItem() {
        if (this.#text.charCodeAt(this.#at) !== dash)
            return false;
        const next = this.#text.charCodeAt(this.#at + 1);
        return next === block_space || next === block_lineBreak || this.#at + 1 >= this.#end;
    }
    #collection() {
        if (--this.#depth < 0)
            return this.#fail();
        const value = this.#isItem() ? this.#sequence() : this.#mapping(this.#indent);
        this.#depth++;
        return value;
    }
    #sequence() {
        const indent = this.#indent;
        const items = [];
        while (this.#indent === indent && this.#isItem()) {
            let at = this.#at + 1;
            while (this.#text.charCodeAt(at) === block_space)
                at++;
            const column = indent + at - this.#at;
            this.#at = at;
            items.push(this.#item(indent, column));
        }
        return this.#indent > indent ? this.#fail() : items;
    }
    /** What follows a dash. */
    #item(indent, column) {
        key.lastIndex = this.#at;
        if (!this.#isItem() && key.test(this.#text) && this.#isKeyEnd(key.lastIndex)) {
            if (--this.#depth < 0)
                return this.#fail();
            this.#indent = column;
            this.#size++;
            const value = this.#mapping(column);
            this.#depth++;
            return value;
        }
        return this.#value(indent, false);
    }
    /** After a colon there is a space, or the end of the line. */
    #isKeyEnd(at) {
        return this.#text.charCodeAt(at - 1) === block_space || at >= this.#end || this.#text.charCodeAt(at) === block_lineBreak;
    }
    #mapping(indent) {
        const value = Object.create(null);
        while (this.#indent === indent) {
            key.lastIndex = this.#at;
            const [, double, single, plain] = key.exec(this.#text) ?? [];
            const name = double ?? single ?? plain;
            if (name === undefined || name in value || !this.#isKeyEnd(key.lastIndex))
                return this.#fail();
            // A key that is not a string by itself: `on`, `<<`.
            if (plain !== undefined && ((0,resolve_scalar/* resolvePlain */.Rg)(name) !== name || name.endsWith(' ')))
                return this.#fail();
            this.#at = key.lastIndex;
            this.#size++;
            value[name] = this.#value(indent, true);
        }
        return this.#indent > indent ? this.#fail() : value;
    }
    /** What follows a key or a dash on its line, or is below it: deeper, or for a key also a sequence as deep as itself. */
    #value(indent, isOfKey) {
        this.#size++;
        const lineEnd = this.#lineEnd(this.#at);
        const first = this.#text.charCodeAt(this.#at);
        if (this.#at >= lineEnd || first === hash) {
            this.#toLine(lineEnd + 1);
            const isBelow = this.#indent > indent || (isOfKey && this.#indent === indent && this.#isItem());
            return isBelow ? this.#collection() : null;
        }
        const source = this.#text.slice(this.#at, lineEnd);
        if (first === ampersand)
            return this.#anchored(source, indent, isOfKey);
        return this.#scalar(source, lineEnd, indent);
    }
    /** A scalar, or a sequence in brackets, that begins on a line which ends at `lineEnd`. */
    #scalar(source, lineEnd, indent) {
        if (plainStart.test(source))
            return this.#plain(source, lineEnd, indent);
        const header = blockHeader.exec(source);
        if (header !== null) {
            const block = readBlockScalar(this.#text, { start: lineEnd + 1, end: this.#end }, indent, header[1] === '>');
            if (block === undefined)
                return this.#fail();
            this.#toLine(block.next);
            return header[2] === '-' ? block.value : `${block.value}\n`;
        }
        if (source.startsWith('"')) {
            const quoted = this.#quoted(doubleQuoted, indent);
            return quoted?.includes('\\') ? JSON.parse(`"${quoted.replaceAll('\n', '\\n')}"`) : quoted;
        }
        if (source.startsWith("'"))
            return this.#quoted(singleQuoted, indent)?.replaceAll("''", "'");
        this.#toLine(lineEnd + 1);
        if (source.startsWith('*'))
            return this.#alias(alias.exec(source)?.[1] ?? '');
        if (!/^[[{]/.test(source))
            return this.#fail();
        const values = {
            plain: (text) => this.#resolved(text),
            alias: (name) => this.#alias(name),
            count: () => this.#size++,
        };
        return readPlainFlow(source, this.#depth, values) ?? this.#fail();
    }
    #resolved(plain) {
        const value = (0,resolve_scalar/* resolvePlain */.Rg)(plain);
        return typeof value === 'number' && !Number.isFinite(value) ? this.#fail() : value;
    }
    /** What quotes hold, with its lines folded; escapes remain. */
    #quoted(whole, indent) {
        whole.lastIndex = this.#at;
        const quoted = whole.exec(this.#text)?.[1];
        if (quoted === undefined || whole.lastIndex > this.#end)
            return this.#fail();
        this.#toLine(whole.lastIndex + 1);
        return quoted.includes('\n') ? this.#folded(quoted, indent) : quoted;
    }
    /** A single break of a line is a space, and the blanks around it are nothing; of more than one the first is nothing. */
    #folded(text, indent) {
        const [first = '', ...lines] = text.split('\n');
        let value = first.trimEnd();
        let breaks = 0;
        for (const [index, line] of lines.entries()) {
            breaks++;
            const isLast = index === lines.length - 1;
            const said = isLast ? line.trimStart() : line.trim();
            if (said === '' && !isLast)
                continue;
            if (said !== '' && line.length - line.trimStart().length <= indent)
                return this.#fail();
            value += (breaks === 1 ? ' ' : '\n'.repeat(breaks - 1)) + said;
            breaks = 0;
        }
        return value;
    }
    /** A value that gets a name. */
    #anchored(source, indent, isOfKey) {
        const [whole, name] = block_anchor.exec(source) ?? [];
        if (whole === undefined || name === undefined)
            return this.#fail();
        this.#at += whole.length;
        const before = this.#size;
        // Until it ends, its name is that of a value which would contain itself, whatever had the name before.
        this.#anchors.delete(name);
        const value = this.#value(indent, isOfKey);
        if (value === null)
            return this.#fail();
        this.#anchors.set(name, { value, size: this.#size - before });
        return value;
    }
    #alias(name) {
        const target = this.#anchors.get(name);
        if (target === undefined)
            return this.#fail();
        this.#size += target.size;
        this.#expanded -= target.size;
        return --this.#aliases < 0 || this.#expanded < 0 ? this.#fail() : target.value;
    }
    /** A plain scalar goes on in lines that are deeper than what holds it. */
    #plain(source, lineEnd, indent) {
        const comment = source.indexOf(' #');
        let written = (comment < 0 ? source : source.slice(0, comment)).trimEnd();
        if (!isPlain(written))
            return this.#fail();
        let [end, first] = [lineEnd, this.#at];
        this.#toLine(lineEnd + 1);
        while (this.#indent > indent) {
            // A comment, also on a line of its own, ends the scalar.
            const between = this.#text.slice(end + 1, this.#at);
            first = this.#at;
            end = this.#lineEnd(first);
            const line = this.#text.slice(first, end).trimEnd();
            if (comment >= 0 || between.includes('#') || line.includes(' #') || !isPlain(line))
                return this.#fail();
            const breaks = between.split('\n').length - 1;
            written += (breaks === 0 ? ' ' : '\n'.repeat(breaks)) + line;
            this.#toLine(end + 1);
        }
        return this.#resolved(written);
    }
}

// EXTERNAL MODULE: ./build/yaml/split-documents.js
var split_documents = __webpack_require__(32325);
;// CONCATENATED MODULE: ./build/yaml/text-document.js
const nothing = { value: null, start: -1, end: -1, style: undefined, size: 1 };
/** A document over its text. It keeps the value only: the tree of places is composed when a place is first asked for, which is rare. */
class TextDocument {
    value;
    #start;
    #duplicates;
    #lines;
    #compose;
    #root;
    constructor({ value, start, duplicates }, lines, compose) {
        this.value = value;
        this.#start = start;
        this.#duplicates = duplicates;
        this.#lines = lines;
        this.#compose = compose;
    }
    get line() {
        return this.#lines.place(this.#start).line;
    }
    get duplicateKeys() {
        return this.#duplicates.map(({ path, offset }) => ({ path, place: this.#lines.place(offset) }));
    }
    at(path) {
        const { entry, depth } = this.#find(path);
        return this.#lineOf(entry.node, path[depth]) ?? this.#lines.place(entry.keyStart);
    }
    valueAt(path) {
        const { entry, depth } = this.#find(path);
        const line = this.#lineOf(entry.node, path[depth]);
        if (line !== undefined)
            return line;
        const isWritten = depth === path.length && entry.node.start !== -1;
        return this.#lines.place(isWritten ? entry.node.start : entry.keyStart);
    }
    styleAt(path) {
        const { entry, depth } = this.#find(path);
        return depth === path.length ? entry.node.style : undefined;
    }
    /** A line of a literal block: only there each line of the text has one of its own in the file. */
    #lineOf({ style, start }, step) {
        if (style !== 'literal' || start === -1 || typeof step !== 'number')
            return undefined;
        const first = this.#lines.place(start);
        return { line: first.line + step, column: first.column };
    }
    /** The deepest entry on `path` that has text. */
    #find(path) {
        this.#root ??= this.#compose() ?? nothing;
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
 * the documents alongside it are still read.
 */
function parseYaml(bytes, limits) {
    if (bytes.length > limits.bytes) {
        const detail = `the file has ${bytes.length} bytes, more than ${limits.bytes} (limit bytes)`;
        const all = { line: 1, column: 1, firstLine: 1, lastLine: Number.MAX_SAFE_INTEGER };
        return { documents: [], unreadable: [{ reason: 'bytes', detail, ...all }] };
    }
    return parseText((0,decode_text/* decodeText */.g)(bytes), limits);
}
/** The same of a text that is decoded already; without the documents whose texts are among `leftOut`. */
function parseText({ text, invalidAt }, limits, leftOut = new Set()) {
    return new Reading(text, limits, leftOut).read(invalidAt);
}
const mergeConflict = 'a merge key overrides a key written before it, or occurs twice; kubectl and kustomize read this differently';
class Reading {
    #text;
    #limits;
    #leftOut;
    #lines;
    #documents = [];
    #unreadable = [];
    constructor(text, limits, leftOut) {
        this.#limits = limits;
        this.#leftOut = leftOut;
        this.#lines = new LineIndex(text);
        // libyaml ends a line, and so a comment, at these too. They are one code unit each, so offsets hold.
        const lineBroken = text.replace(/[\x85\u2028\u2029]/g, '\n');
        this.#text = { json: text, yaml: lineBroken };
    }
    read(invalidAt) {
        if (invalidAt !== undefined)
            this.#report('encoding', invalidAt, this.#all(), 'the bytes are not valid UTF-8 or UTF-16');
        for (const [count, slice] of (0,split_documents/* splitDocuments */.Z)(this.#text.yaml).entries()) {
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
        const isLeftOut = this.#leftOut.size > 0 && slice.trailing === undefined;
        if (isLeftOut && this.#leftOut.has(this.#text.json.slice(slice.start, slice.end)))
            return true;
        const plain = slice.trailing === undefined ? readPlainBlock(this.#text.yaml, slice, this.#limits) : undefined;
        if (plain !== undefined)
            return this.#add({ ...plain, duplicates: [] }, slice, 0);
        const { documents, error } = (0,compose_slice/* composeSlice */.d)(this.#text, slice, this.#limits);
        for (const [ordinal, composed] of documents.entries()) {
            const { root, end, duplicates, conflict } = composed;
            const { start } = root;
            if (start === -1)
                continue;
            const own = end === undefined ? slice : { ...slice, start, end };
            if (!this.#add({ value: root.value, start, duplicates }, own, own === slice ? ordinal : 0))
                return false;
            if (conflict !== undefined)
                this.#report('ambiguous', conflict, own, mergeConflict);
        }
        // Text after a separator has been reported already.
        if (error !== undefined && slice.trailing === undefined)
            this.#report(error.reason, error.offset, slice, error.message);
        return true;
    }
    /** Adds a document, which is the one of that number in its slice; false where it is one too many. */
    #add(document, slice, ordinal) {
        if (this.#documents.length >= this.#limits.documents) {
            this.#reportDocuments(document.start);
            return false;
        }
        const compose = () => (0,compose_slice/* composeSlice */.d)(this.#text, slice, this.#limits).documents[ordinal]?.root;
        this.#documents.push(new TextDocument(document, this.#lines, compose));
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


/***/ }),

/***/ 16379:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FA: () => (/* binding */ ScalarError),
/* harmony export */   Pu: () => (/* binding */ keyText),
/* harmony export */   Rg: () => (/* binding */ resolvePlain),
/* harmony export */   ht: () => (/* binding */ resolveTagged)
/* harmony export */ });
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
/** An integer's sign, and its digits as JavaScript reads them; undefined where Go's strconv.ParseInt with base 0 would refuse it. */
function integerDigits(text) {
    const match = integer.exec(text);
    if (match === null)
        return undefined;
    const [, sign, hex, octal = match[5], binary, , plain] = match;
    if (hex !== undefined)
        return { sign, digits: `0x${hex}` };
    if (octal !== undefined)
        return { sign, digits: `0o${octal}` };
    return { sign, digits: binary === undefined ? `${plain}` : `0b${binary}` };
}
/** Go's strconv.ParseInt and ParseUint with base 0 and 64 bits; undefined where both refuse. */
function parseInteger(text) {
    const parts = integerDigits(text);
    if (parts === undefined)
        return undefined;
    const { sign, digits } = parts;
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
/** What a scalar with an explicit tag means; throws ScalarError where go-yaml refuses it. */
function resolveTagged(tag, text) {
    if (!tag.startsWith(prefix))
        return text;
    const name = tag.slice(prefix.length);
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
                    ? typeof value === 'number' && parseInteger(text.replaceAll('_', '')) !== undefined
                    : typeof value === 'number';
    if (!fits)
        throw new ScalarError(`a value is not what its tag !!${name} demands`);
    return value;
}
function decodeBinary(text) {
    const base64 = text.replace(/[\r\n]/g, '');
    if (base64.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(base64)) {
        throw new ScalarError('a !!binary value is not base64');
    }
    return Buffer.from(base64, 'base64').toString('utf8');
}
/** The JSON form of a mapping key, by sigs.k8s.io/yaml; undefined where it refuses the key. `text` is how it is written, where that is known. */
function keyText(key, text) {
    if (typeof key === 'string')
        return key;
    if (typeof key === 'boolean')
        return String(key);
    if (typeof key !== 'number')
        return undefined;
    const digits = (text ?? String(key)).replaceAll('_', '');
    // What is beyond 64 bits is a number all the same.
    const parts = parseInteger(digits) === undefined ? undefined : integerDigits(digits);
    return parts === undefined ? floatKey(key) : integerKey(parts);
}
function integerKey({ sign, digits }) {
    const value = sign === '-' ? -BigInt(digits) : BigInt(digits);
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
    // Nine digits tell all numbers of 32 bits apart.
    let digits = 0;
    while (Math.fround(Number(single.toExponential(digits))) !== single)
        digits++;
    const shortest = single.toExponential(digits);
    const [mantissa = '', power = '0'] = shortest.split('e');
    const exponent = Number(power);
    if (exponent >= -4 && exponent < 6)
        return Number(shortest).toString();
    const sign = exponent < 0 ? '-' : '+';
    return `${mantissa}e${sign}${String(Math.abs(exponent)).padStart(2, '0')}`;
}


/***/ }),

/***/ 32325:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ splitDocuments)
/* harmony export */ });
/**
 * Splits a stream at every line that begins with `---`, as Kubernetes' YAMLReader (apimachinery util/yaml) and
 * kustomize do, and after every `...` line. Neither marker can occur at the start of a line inside a value.
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


/***/ })

};
