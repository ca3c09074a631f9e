export const id = 4359;
export const ids = [4359,8288];
export const modules = {

/***/ 38288:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ note),
/* harmony export */   complain: () => (/* binding */ complain),
/* harmony export */   say: () => (/* binding */ say)
/* harmony export */ });
/* harmony import */ var _report_redact_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(17234);
/* harmony import */ var _report_terminal_workflow_command_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(20143);
/* harmony import */ var _report_visible_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6257);



/**
 * Writes to standard output: without credentials, and with no line that the runner of a workflow obeys. Text that is for
 * people has its unseen characters written out by who makes it.
 */
function say(text) {
    process.stdout.write((0,_report_terminal_workflow_command_js__WEBPACK_IMPORTED_MODULE_1__/* .logText */ .kc)((0,_report_redact_js__WEBPACK_IMPORTED_MODULE_0__/* .redactText */ .R)(text)));
}
/** Writes a problem and its fix to standard error, likewise; both on one line. */
function complain(what, fix) {
    const line = (text) => (0,_report_visible_js__WEBPACK_IMPORTED_MODULE_2__/* .visible */ .RK)((0,_report_redact_js__WEBPACK_IMPORTED_MODULE_0__/* .redactText */ .R)(text));
    process.stderr.write((0,_report_terminal_workflow_command_js__WEBPACK_IMPORTED_MODULE_1__/* .logText */ .kc)(`gitops-gate: ${line(what)}\n  ${line(fix)}\n`));
}
/** Writes a fact that changes how the answer is to be read to standard error, on one line. */
function note(text) {
    process.stderr.write((0,_report_terminal_workflow_command_js__WEBPACK_IMPORTED_MODULE_1__/* .logText */ .kc)(`gitops-gate: note: ${(0,_report_visible_js__WEBPACK_IMPORTED_MODULE_2__/* .visible */ .RK)((0,_report_redact_js__WEBPACK_IMPORTED_MODULE_0__/* .redactText */ .R)(text))}\n`));
}


/***/ }),

/***/ 94359:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ignoreCommand: () => (/* binding */ ignoreCommand)
});

// EXTERNAL MODULE: ./build/input-error.js
var input_error = __webpack_require__(53587);
// EXTERNAL MODULE: ./build/nearest.js
var nearest = __webpack_require__(77658);
// EXTERNAL MODULE: ./build/policy/shape/policy-shape.js + 2 modules
var policy_shape = __webpack_require__(22642);
;// CONCATENATED MODULE: ./build/policy/ignore-entry.js


/**
 * The list item to add below `ignore:` in policy.yaml, as YAML text that ends in a newline. Throws InputError when reason or
 * until would not do; `now` is milliseconds since the epoch.
 */
function ignoreEntry({ rule, fingerprint, blobs, reason, until }, now) {
    const problems = ignoreProblems({ reason, until }, now);
    if (problems.length > 0)
        throw new input_error/* InputError */.d(problems);
    const pin = blobs.length === 0 ? [] : [`blob: ${blobs.length === 1 ? scalar(blobs[0]) : JSON.stringify(blobs)}`];
    const keys = [`fingerprint: ${scalar(fingerprint)}`, ...pin, `reason: ${scalar(reason)}`, `until: ${scalar(until)}`];
    return [`  - rule: ${scalar(rule)}`, ...keys.map((key) => `    ${key}`), ''].join('\n');
}
/** What is wrong with the reason and the last day of a new entry; empty texts are missing ones. */
function ignoreProblems({ reason, until }, now) {
    const problems = [];
    if (reason === '')
        problems.push({ what: '--reason is missing', fix: 'say who accepted it and why' });
    else if (/^(?:…|\.{3})$/.test(reason)) {
        problems.push({ what: '--reason is still "…"', fix: 'say who accepted it and why' });
    }
    else if (!/\S/.test(reason) || /\n/.test(reason) || reason.length > 1024) {
        problems.push({ what: '--reason must be one line of text', fix: 'say who accepted it and why' });
    }
    if (until === '')
        problems.push({ what: '--until is missing', fix: 'write YYYY-MM-DD, the last day it holds' });
    else if (!(0,policy_shape/* isDay */.N)(until))
        problems.push({ what: '--until must be a day', fix: 'write YYYY-MM-DD, the last day it holds' });
    else if (until < new Date(now).toISOString().slice(0, 10)) {
        problems.push({ what: `--until ${until} is over`, fix: 'name a later day' });
    }
    return problems;
}
/** A double-quoted YAML scalar; everything that is not plainly printable is escaped. */
function scalar(text = '') {
    return JSON.stringify(text).replace(/[^\x20-\x7e\p{L}\p{N}\p{P}\p{S}]/gu, (char) => [...char].flatMap((c) => escapeUnits(c)).join(''));
}
function escapeUnits(char) {
    return Array.from({ length: char.length }, (_, i) => `\\u${char.charCodeAt(i).toString(16).padStart(4, '0')}`).join('');
}

// EXTERNAL MODULE: ./build/policy/trusted-folder.js
var trusted_folder = __webpack_require__(66965);
// EXTERNAL MODULE: ./build/report/wording.js
var wording = __webpack_require__(62867);
// EXTERNAL MODULE: ./build/rules/index.js + 44 modules
var rules = __webpack_require__(70589);
// EXTERNAL MODULE: ./build/groups.js
var groups = __webpack_require__(41782);
;// CONCATENATED MODULE: ./build/secrets/allowed/match-allowances.js

/**
 * Which secrets another scanner passes over. It may name the line of a value where the gate names that of its key, one line above. A secret
 * of which only some places are allowed is left out.
 */
function matchAllowances(allowances, found) {
    const byFile = (0,groups/* groupBy */.$)(allowances.lines, ({ file }) => file);
    const isAllowed = ({ file, line, endLine = line }) => (byFile.get(file) ?? []).some((each) => each.line >= line && each.line <= Math.max(endLine, line + 1)) ||
        allowances.files.some(({ pattern }) => pattern.isIn(file) === true);
    const whole = found.filter(({ places }) => places.length > 0 && places.every(isAllowed));
    const partly = found.filter(({ places }) => places.some(isAllowed) && !places.every(isAllowed));
    return {
        allowed: whole,
        leftOut: [
            ...allowances.leftOut,
            ...partly.map(({ fingerprint, places }) => ({
                what: `finding ${fingerprint.slice(0, 12)}`,
                why: `it is also where the list names nothing (${places.filter((place) => !isAllowed(place)).length} of ${places.length} places): accept it by its fingerprint`,
            })),
            ...unused(allowances, found),
        ],
    };
}
/** Entries that no secret is at. */
function unused({ lines, files }, found) {
    const places = (0,groups/* groupBy */.$)(found.flatMap((secret) => secret.places), ({ file }) => file);
    const isNear = (file, line) => (places.get(file) ?? []).some((place) => line >= place.line && line <= Math.max(place.endLine ?? 0, place.line + 1));
    const byLine = lines
        .filter(({ file, line }) => !isNear(file, line))
        .map(({ file, line }) => ({ what: `${file}:${line}`, why: whereInstead(places.get(file) ?? []) }));
    const byFile = files
        .filter(({ pattern }) => ![...places.keys()].some((file) => pattern.isIn(file) === true))
        .map(({ text }) => ({ what: `files ${text}`, why: 'the gate finds no secret there' }));
    return [...byLine, ...byFile];
}
const mostLines = 5;
function whereInstead(places) {
    if (places.length === 0)
        return 'the gate finds no secret in this file: nothing needs to be accepted';
    const lines = [...new Set(places.map(({ line }) => line))].sort((a, b) => a - b);
    const more = lines.length > mostLines ? ` and ${lines.length - mostLines} more` : '';
    return `what the gate finds in this file is on line ${lines.slice(0, mostLines).join(', ')}${more}`;
}

// EXTERNAL MODULE: ./build/cli/output.js
var output = __webpack_require__(38288);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./build/plain-values.js
var plain_values = __webpack_require__(98419);
// EXTERNAL MODULE: ./build/run.js + 248 modules
var run = __webpack_require__(57234);
// EXTERNAL MODULE: ./build/system-error.js
var system_error = __webpack_require__(53648);
// EXTERNAL MODULE: ./build/cli/check.js
var check = __webpack_require__(90485);
;// CONCATENATED MODULE: ./build/cli/policy/find-finding.js








/** What is wrong with what should be the beginning of a fingerprint; an empty text is a missing one. */
function fingerprintProblems(fingerprint) {
    if (/^[0-9a-f]{8,64}$/.test(fingerprint))
        return [];
    const what = fingerprint === '' ? 'FINGERPRINT is missing' : `${JSON.stringify(fingerprint)} is not a fingerprint`;
    return [{ what, fix: `copy at least the first ${wording/* shownFingerprint */.cO} hex digits from the report` }];
}
/** What is wrong with where findings are looked for: a report, what is staged, everything, or a change. */
function sourceProblems({ values, switches }) {
    const given = [
        ...(values.has('report') ? ['--report'] : []),
        ...(switches.has('staged') ? ['--staged'] : []),
        ...(switches.has('audit') ? ['--audit'] : []),
        ...(values.has('head') ? ['--head'] : []),
    ];
    if (given.length > 1)
        return [{ what: `${given.join(' and ')} exclude each other`, fix: 'give one of them' }];
    if (values.has('rev') && !switches.has('audit') && !values.has('import'))
        return [{ what: '--rev goes with --audit', fix: 'add --audit' }];
    return [];
}
/** The findings of `--report FILE`, or of judging the repository again. Throws InputError. */
async function readFindings(args) {
    const file = args.values.get('report');
    return file === undefined ? checkAgain(args) : readReport(file);
}
/** The one finding whose fingerprint begins so. Throws InputError. */
function oneOf(findings, fingerprint) {
    const found = findings.filter((finding) => finding.fingerprint.startsWith(fingerprint));
    const [first] = found;
    if (first === undefined || found.length > 1) {
        const what = `${found.length === 0 ? 'no finding has' : `${found.length} findings have`} a fingerprint that begins ${fingerprint}`;
        const fix = found.length === 0
            ? 'check out the branch it was found on, or name the report that lists it (--report report.json); one of an audit needs --audit'
            : 'give more of its digits';
        throw new input_error/* InputError */.d([{ what, fix }]);
    }
    return first;
}
async function checkAgain(args) {
    const isAudit = args.switches.has('audit');
    const request = isAudit ? (0,check.auditRequest)(args) : await (0,check.localRequest)(args);
    const inputs = (0,check.inputsOf)(args, isAudit ? 'audit' : 'check', request);
    const { report } = await (0,run/* examine */.s)(inputs, { step: (_, work) => work(), diffView: undefined });
    if (report.notListed !== undefined)
        (0,output/* note */.N)(report.notListed);
    return report.verdict.findings.map(({ rule, fingerprint, blobs = [], position, endLine, places = [] }) => {
        const first = position === undefined ? [] : [{ ...position, ...(endLine === undefined ? {} : { endLine }) }];
        return { rule, fingerprint, blobs, places: [...first, ...places] };
    });
}
function readReport(file) {
    const bad = (why) => new input_error/* InputError */.d([{ what: `${file} ${why}`, fix: 'name the report.json that --out or report-dir wrote' }]);
    let text;
    try {
        text = (0,external_node_fs_.readFileSync)(file, 'utf8');
    }
    catch (error) {
        throw bad(`cannot be read (${(0,system_error/* systemErrorCode */.v)(error) ?? 'it is too large'})`);
    }
    let report;
    try {
        report = (0,plain_values/* mapping */.pq)(JSON.parse(text));
    }
    catch {
        throw bad('is not JSON');
    }
    const { schemaVersion, findings, notListed } = report;
    if (schemaVersion !== 1 || !Array.isArray(findings))
        throw bad('is not a report.json of gitops-gate');
    if (notListed !== undefined)
        (0,output/* note */.N)((0,plain_values/* scalarText */.ws)(notListed));
    return findings.map(plain_values/* mapping */.pq).map((finding) => ({
        rule: (0,plain_values/* scalarText */.ws)(finding.rule),
        fingerprint: (0,plain_values/* scalarText */.ws)(finding.fingerprint),
        blobs: (0,plain_values/* list */.p_)(finding.blobs).map(plain_values/* scalarText */.ws),
        places: [finding, ...(0,plain_values/* list */.p_)(finding.places).map(plain_values/* mapping */.pq)].flatMap(placeIn),
    }));
}
function placeIn({ file, line, endLine }) {
    if (typeof file !== 'string' || typeof line !== 'number')
        return [];
    return [{ file, line, ...(typeof endLine === 'number' ? { endLine } : {}) }];
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/policy/pattern.js
var pattern = __webpack_require__(98405);
// EXTERNAL MODULE: ./build/policy/pattern-syntax.js
var pattern_syntax = __webpack_require__(84989);
;// CONCATENATED MODULE: ./build/secrets/allowed/allowances.js


const noAllowances = { lines: [], files: [], leftOut: [] };
/** Several as one. */
function joined(all) {
    return {
        lines: all.flatMap(({ lines }) => lines),
        files: all.flatMap(({ files }) => files),
        leftOut: all.flatMap(({ leftOut }) => leftOut),
    };
}
/** A pattern of paths as Go's `regexp` and Python's `re` have it in common; left out where it is not read. */
function allowedFiles(text, where) {
    try {
        return { ...noAllowances, files: [{ text, pattern: new pattern/* Pattern */.z(text) }] };
    }
    catch (error) {
        if (!(error instanceof pattern_syntax/* UnreadPatternError */.k))
            throw error;
        return { ...noAllowances, leftOut: [{ what: where, why: 'the pattern has parts that are not read here' }] };
    }
}
/** A path as git has it: `./a.yaml` is a.yaml, and one that is whole is that below `root`. */
function pathInRepository(path, root) {
    const below = path.startsWith(`${root}/`) ? path.slice(root.length + 1) : path;
    return below.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '');
}
/** A line number; undefined for anything else. */
function lineNumber(value) {
    const line = typeof value === 'number' || typeof value === 'string' ? Number(value) : 0;
    return Number.isInteger(line) && line > 0 ? line : undefined;
}
/** An entry that is not an allowance of ours. */
const leftOut = (what, why) => ({ ...noAllowances, leftOut: [{ what, why }] });

;// CONCATENATED MODULE: ./build/secrets/allowed/detect-secrets.js


const filters = 'detect_secrets.filters.regex.should_exclude_';
/** `.secrets.baseline` of detect-secrets: what it lists and nobody labelled a real secret, and the files it excludes. */
function readSecretsBaseline(value, root) {
    const { results, filters_used: used } = (0,plain_values/* mapping */.pq)(value);
    const listed = Object.entries((0,plain_values/* mapping */.pq)(results)).flatMap(([file, found]) => (0,plain_values/* list */.p_)(found).map((item) => {
        const { line_number: number, is_secret: isSecret } = (0,plain_values/* mapping */.pq)(item);
        const [path, line] = [pathInRepository(file, root), lineNumber(number)];
        if (isSecret === true)
            return leftOut(`${path}:${line}`, 'it is labelled a real secret (is_secret): rotate it');
        if (line === undefined)
            return leftOut(path, 'it has no line_number');
        return { ...noAllowances, lines: [{ file: path, line }] };
    }));
    const excluded = (0,plain_values/* list */.p_)(used)
        .map(plain_values/* mapping */.pq)
        .flatMap(({ path, pattern }) => {
        const name = (0,plain_values/* scalarText */.ws)(path);
        if (name === `${filters}file`)
            return (0,plain_values/* list */.p_)(pattern).map((each, index) => allowedFiles((0,plain_values/* scalarText */.ws)(each), `excluded files, pattern ${index + 1}`));
        if (!name.startsWith(filters))
            return [];
        return [
            leftOut(name.slice(filters.length - 'should_exclude_'.length), 'it is about values or lines; the policy accepts findings'),
        ];
    });
    return joined([...listed, ...excluded]);
}

;// CONCATENATED MODULE: ./build/secrets/allowed/toml-tables.js
/** The file is not TOML, or of a part of it that is not read here. */
class TomlError extends Error {
    line;
    constructor(line) {
        super(`line ${line} is not TOML that can be read`);
        this.line = line;
    }
}
/** Reads the tables of a TOML file (toml.io, version 1.0) as far as lists of texts go. Throws TomlError. */
function readTomlTables(text) {
    return new Reader(text).tables();
}
const escapes = { b: '\b', t: '\t', n: '\n', f: '\f', r: '\r', '"': '"', '\\': '\\' };
class Reader {
    #text;
    #at = 0;
    #depth = 0;
    #counted = 0;
    #lines = 1;
    constructor(text) {
        this.#text = text.replace(/^\ufeff/, '').replaceAll('\r\n', '\n');
    }
    tables() {
        let table = { name: '', line: 1, values: new Map() };
        const tables = [table];
        for (this.#skip(true); this.#at < this.#text.length; this.#skip(true)) {
            const header = this.#match(/\[{1,2}([^\n[\]]{1,200})\]{1,2}/y);
            if (header !== undefined) {
                table = { name: (header[1] ?? '').replace(/[\s"']/g, ''), line: this.#line(), values: new Map() };
                tables.push(table);
            }
            else {
                const [key, values] = this.#pair();
                table.values.set(key, values);
            }
            this.#skip(false);
            if (this.#at < this.#text.length && this.#text.charAt(this.#at) !== '\n')
                this.#fail();
        }
        return tables;
    }
    #pair() {
        const key = this.#match(/((?:[\w-]|"[^"\n]{0,200}"|'[^'\n]{0,200}'|[ \t]*\.[ \t]*){1,200})[ \t]*=[ \t]*/y);
        if (key === undefined)
            this.#fail();
        return [(key[1] ?? '').replace(/[\s"']/g, ''), this.#value()];
    }
    #value() {
        const next = this.#text.charAt(this.#at);
        if (next === '[')
            return this.#items(']', () => this.#value());
        if (next === '{')
            return this.#items('}', () => this.#pair()[1]);
        if (next === '"' || next === "'")
            return [this.#string(next)];
        const bare = this.#match(/[^\s,#\]}=[{]{1,200}/y);
        if (bare === undefined)
            this.#fail();
        return [bare[0]];
    }
    /** What stands between brackets, its items flat. */
    #items(end, item) {
        if (++this.#depth > 20)
            this.#fail();
        this.#at++;
        const found = [];
        for (this.#skip(true); this.#text.charAt(this.#at) !== end; this.#skip(true)) {
            for (const each of item())
                found.push(each);
            this.#skip(true);
            if (this.#text.charAt(this.#at) === ',')
                this.#at++;
            else if (this.#text.charAt(this.#at) !== end)
                this.#fail();
        }
        this.#at++;
        this.#depth--;
        return found;
    }
    #string(quote) {
        const triple = quote.repeat(3);
        const isLong = this.#text.startsWith(triple, this.#at);
        const mark = isLong ? triple : quote;
        const start = this.#at + mark.length;
        const end = this.#endOf(mark, start, quote === '"');
        const body = this.#text.slice(start, end);
        if (end < 0 || (!isLong && body.includes('\n')))
            this.#fail();
        this.#at = end + mark.length;
        const text = isLong ? body.replace(/^\n/, '') : body;
        return quote === "'"
            ? text
            : text.replace(/\\(?:u([0-9a-fA-F]{4})|(.))/gs, (_, code, letter = '') => code === undefined ? (escapes[letter] ?? '') : String.fromCharCode(Number.parseInt(code, 16)));
    }
    /** Where a text ends; a backslash before a quotation mark keeps it open. */
    #endOf(mark, start, hasEscapes) {
        for (let at = start; at < this.#text.length; at++) {
            if (hasEscapes && this.#text.charAt(at) === '\\')
                at++;
            else if (this.#text.startsWith(mark, at))
                return at;
            else if (mark.length === 1 && this.#text.charAt(at) === '\n')
                return -1;
        }
        return -1;
    }
    /** Passes over blanks and comments, and over line breaks where `isBetweenLines`. */
    #skip(isBetweenLines) {
        this.#match(isBetweenLines ? /(?:\s|#[^\n]*)*/y : /[ \t]*(?:#[^\n]*)?/y);
    }
    #match(pattern) {
        pattern.lastIndex = this.#at;
        const match = pattern.exec(this.#text);
        if (match === null)
            return undefined;
        this.#at += match[0].length;
        return match;
    }
    /** The line of the cursor; each is counted once. */
    #line() {
        for (; this.#counted < this.#at; this.#counted++)
            if (this.#text.charAt(this.#counted) === '\n')
                this.#lines++;
        return this.#lines;
    }
    #fail() {
        throw new TomlError(this.#line());
    }
}

;// CONCATENATED MODULE: ./build/secrets/allowed/gitleaks.js



/** `.gitleaksignore`: a line each, `file:rule:line` or `commit:file:rule:line`. Of a commit the line is looked up in the file as it is now. */
function readGitleaksIgnore(content, root) {
    return joined(content.split(/\r?\n/).map((entry, index) => {
        const line = entry.trim();
        if (line === '' || line.startsWith('#'))
            return noAllowances;
        const match = /^(?:([0-9a-f]{7,64}):)?(.{1,4096}):([^:]{1,200}):(\d{1,9})$/.exec(line);
        if (match === null)
            return leftOut(`line ${index + 1}`, 'it is not file:rule:line, nor commit:file:rule:line');
        return { ...noAllowances, lines: [{ file: pathInRepository(match[2] ?? '', root), line: Number(match[4]) }] };
    }));
}
/** A report or baseline of gitleaks: a list of findings. What they found is not looked at. */
function readGitleaksReport(value, root) {
    return joined((0,plain_values/* list */.p_)(value).map((item, index) => {
        const { File, StartLine } = (0,plain_values/* mapping */.pq)(item);
        const [file, line] = [(0,plain_values/* text */.Qq)(File), lineNumber(StartLine)];
        if (file === undefined || line === undefined)
            return leftOut(`item ${index + 1}`, 'it has no File and StartLine');
        return { ...noAllowances, lines: [{ file: pathInRepository(file, root), line }] };
    }));
}
/** The allowlists of `.gitleaks.toml`: paths are files; what they say of values, rules and commits is left out. Throws TomlError. */
function readGitleaksConfig(content) {
    return joined(readTomlTables(content)
        .filter(({ name }) => /^(?:rules\.)?allowlists?$/.test(name))
        .map(readAllowlist));
}
function readAllowlist({ name, line, values }) {
    const where = `[${name}] on line ${line}`;
    const has = (key) => (values.get(key)?.length ?? 0) > 0;
    const paths = values.get('paths') ?? [];
    const others = ['regexes', 'stopwords', 'commits'].filter(has);
    const left = others.map((key) => leftOut(`${where}: ${key}`, reasons[key] ?? ''));
    if (paths.length === 0)
        return joined(left);
    if (name.startsWith('rules') || has('targetRules'))
        return joined([
            ...left,
            leftOut(`${where}: paths`, 'they hold for some of gitleaks’ rules alone, which are not the gate’s'),
        ]);
    if (others.length > 0 && /^and$/i.test(values.get('condition')?.[0] ?? ''))
        return joined([
            ...left,
            leftOut(`${where}: paths`, 'they hold only together with what cannot be said (condition = "AND")'),
        ]);
    return joined([...left, ...paths.map((path, index) => allowedFiles(path, `${where}: path ${index + 1}`))]);
}
const byValue = 'it is about values; the policy accepts findings, each by its fingerprint';
const reasons = {
    regexes: byValue,
    stopwords: byValue,
    commits: 'a finding about a commit is accepted by its fingerprint',
};

;// CONCATENATED MODULE: ./build/secrets/allowed/trufflehog.js


/** The file of `trufflehog --exclude-paths`: a pattern a line. */
function readTrufflehogPaths(content) {
    return joined(content.split(/\r?\n/).map((line, index) => {
        const pattern = line.trim();
        return pattern === '' || pattern.startsWith('#') ? noAllowances : allowedFiles(pattern, `line ${index + 1}`);
    }));
}
/** The results of `trufflehog --json`: an object a line. What they found is not looked at; what worked when it was tried is left out. */
function readTrufflehogResults(values, root) {
    return joined(values.map((value, index) => {
        const { SourceMetadata, Verified } = (0,plain_values/* mapping */.pq)(value);
        if (SourceMetadata === undefined)
            return noAllowances;
        const source = Object.values((0,plain_values/* mapping */.pq)((0,plain_values/* mapping */.pq)(SourceMetadata).Data)).find(plain_values/* isMapping */.pi) ?? {};
        const [path, line] = [(0,plain_values/* text */.Qq)(source.file), lineNumber(source.line)];
        if (path === undefined || line === undefined)
            return leftOut(`result ${index + 1}`, 'it names no file and line');
        const file = pathInRepository(path, root);
        if (Verified === true)
            return leftOut(`${file}:${line}`, 'the provider accepted it when it was found (Verified): rotate it');
        return { ...noAllowances, lines: [{ file, line }] };
    }));
}

;// CONCATENATED MODULE: ./build/cli/policy/import-foreign.js








/** The scanners whose lists of accepted places are read. */
const foreignTools = ['gitleaks', 'detect-secrets', 'trufflehog'];
/** Bytes of the largest list that is read. */
const longest = 32 * 1024 * 1024;
/** Reads a list of another scanner. `repo`: the folder that whole paths are below. Throws InputError. */
function readForeign(tool, file, repo) {
    const content = readText(file);
    const root = (0,external_node_path_.resolve)(repo);
    try {
        switch (tool) {
            case 'gitleaks':
                if (/^\s*\[\s*[{\]]/.test(content))
                    return readGitleaksReport(JSON.parse(content), root);
                return isToml(file, content) ? readGitleaksConfig(content) : readGitleaksIgnore(content, root);
            case 'detect-secrets':
                return readSecretsBaseline(JSON.parse(content), root);
            case 'trufflehog':
                return /^\s*\{/.test(content) ? readTrufflehogResults(jsonLines(content), root) : readTrufflehogPaths(content);
        }
    }
    catch (error) {
        // What JSON.parse says quotes the file, which may hold secrets.
        if (error instanceof SyntaxError)
            throw unread(file, 'is not JSON', tool);
        if (error instanceof TomlError)
            throw unread(file, `cannot be read: ${error.message}`, tool);
        throw error;
    }
}
function readText(file) {
    let bytes;
    try {
        bytes = (0,external_node_fs_.readFileSync)(file);
    }
    catch (error) {
        const what = `${file} cannot be read (${(0,system_error/* systemErrorCode */.v)(error) ?? 'it is too large'})`;
        throw new input_error/* InputError */.d([{ what, fix: 'name the list to import' }]);
    }
    if (bytes.length > longest) {
        throw new input_error/* InputError */.d([{ what: `${file} has more than ${longest} bytes`, fix: 'name a list of accepted places' }]);
    }
    return bytes.toString('utf8').replace(/^\ufeff/, '');
}
const isToml = (file, content) => file.endsWith('.toml') || /^[ \t]*\[{1,2}[ \t]*(?:rules|allowlists?|extend)\b/m.test(content);
const jsonLines = (content) => content.split('\n').flatMap((line) => (line.trim() === '' ? [] : [JSON.parse(line)]));
const kinds = {
    gitleaks: '.gitleaksignore, .gitleaks.toml, or a report of gitleaks as JSON',
    'detect-secrets': '.secrets.baseline',
    trufflehog: 'the file of --exclude-paths, or the results of trufflehog --json',
};
const unread = (file, why, tool) => new input_error/* InputError */.d([{ what: `${file} ${why}`, fix: `name ${kinds[tool]}` }]);

;// CONCATENATED MODULE: ./build/cli/policy/ignore.js










/**
 * `ignore`: prints the entry that accepts one finding, those for all of a rule, or those for the places that another scanner passes over.
 * All that is wrong with the call is said before anything is judged.
 */
async function ignoreCommand(args) {
    const reason = args.values.get('reason') ?? '';
    const until = args.values.get('until') ?? '';
    const problems = [
        ...selectionProblems(args),
        ...sourceProblems(args),
        ...ignoreProblems({ reason, until }, Date.now()),
    ];
    if (problems.length > 0)
        throw new input_error/* InputError */.d(problems);
    const chosen = await choose(args);
    (0,output.say)(chosen.map((finding) => ignoreEntry({ ...finding, reason, until }, Date.now())).join(''));
    (0,output/* note */.N)(`${(0,wording/* count */.U9)(chosen.length, 'item')} for the list "ignore:" of ${(0,trusted_folder/* policyFolder */.hx)(args.values.get('policy-path'))}/policy.yaml, in a change of the base branch.`);
    return 0;
}
async function choose(args) {
    if (args.values.has('import'))
        return importedFrom(args);
    const found = await readFindings(args);
    return args.switches.has('all') ? allOf(found, args) : [oneOf(found, args.positionals[0] ?? '')];
}
/** Rules about values: only these are what another scanner speaks of. */
const aboutValues = ['plaintext-secret', 'placeholder-secret'];
/** Entries that are named one by one. */
const mostNamed = 100;
/** The secrets at the places that another scanner's list names; what is not taken from it is said. Throws InputError where nothing is. */
async function importedFrom(args) {
    const [file = ''] = args.positionals;
    const tool = foreignTools.find((each) => each === args.values.get('import')) ?? 'gitleaks';
    const allowances = readForeign(tool, file, args.values.get('repo') ?? process.cwd());
    const isStated = ['report', 'base', 'head'].some((flag) => args.values.has(flag)) || args.switches.has('staged');
    const switches = isStated ? args.switches : new Set([...args.switches, 'audit']);
    const found = (await readFindings({ ...args, switches })).filter(({ rule }) => aboutValues.includes(rule));
    const { allowed, leftOut } = matchAllowances(allowances, found);
    for (const { what, why } of leftOut.slice(0, mostNamed))
        (0,output/* note */.N)(`not taken from ${file}: ${what}: ${why}`);
    if (leftOut.length > mostNamed)
        (0,output/* note */.N)(`and ${leftOut.length - mostNamed} more that are not taken`);
    if (allowed.length > 0)
        return allowed;
    const fix = 'nothing needs to be accepted, or the list is of another state: --rev REV reads that one';
    throw new input_error/* InputError */.d([{ what: `the gate finds no secret at a place that ${file} names`, fix }]);
}
/** What is wrong with how findings are chosen: one by its fingerprint, all of a rule, or those of another scanner's list. */
function selectionProblems({ positionals, switches, values }) {
    const [fingerprint] = positionals;
    const rule = values.get('rule');
    if (values.has('import')) {
        if (fingerprint === undefined)
            return [{ what: '--import needs a FILE', fix: 'ignore --import gitleaks .gitleaksignore' }];
        const others = [...(switches.has('all') ? ['--all'] : []), ...(rule === undefined ? [] : ['--rule'])];
        return others.map((flag) => ({ what: `--import and ${flag} exclude each other`, fix: 'give one of them' }));
    }
    if (!switches.has('all')) {
        const alone = { what: '--rule goes with --all', fix: 'accept one by its fingerprint, or add --all' };
        return rule === undefined ? fingerprintProblems(fingerprint ?? '') : [alone];
    }
    if (fingerprint !== undefined) {
        return [{ what: 'a fingerprint and --all exclude each other', fix: 'give one of them' }];
    }
    if (rule === undefined) {
        return [{ what: '--all needs --rule', fix: 'name the rule whose findings are accepted: --rule RULE' }];
    }
    const ids = rules/* rules */.a.map(({ id }) => id);
    if (ids.includes(rule))
        return [];
    const meant = (0,nearest/* nearest */.p)(rule, ids);
    const fix = meant === undefined ? `one of: ${ids.join(', ')}` : `did you mean ${meant}?`;
    return [{ what: `there is no rule ${JSON.stringify(rule)}`, fix }];
}
function allOf(found, { values }) {
    const rule = values.get('rule') ?? '';
    const chosen = found.filter((finding) => finding.rule === rule);
    if (chosen.length > 0)
        return chosen;
    const others = [...new Set(found.map((finding) => finding.rule))];
    const fix = others.length === 0 ? 'there is no finding at all' : `there are findings of ${others.join(', ')}`;
    throw new input_error/* InputError */.d([{ what: `there is no finding of ${rule}`, fix }]);
}


/***/ })

};
