export const id = 3751;
export const ids = [3751,8288];
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

/***/ 13751:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ignoreCommand: () => (/* binding */ ignoreCommand)
});

// EXTERNAL MODULE: ./build/groups.js
var groups = __webpack_require__(41782);
// EXTERNAL MODULE: ./build/input-error.js
var input_error = __webpack_require__(53587);
// EXTERNAL MODULE: ./build/nearest.js
var nearest = __webpack_require__(77658);
// EXTERNAL MODULE: ./build/policy/shape/policy-shape.js + 4 modules
var policy_shape = __webpack_require__(84323);
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
// EXTERNAL MODULE: ./build/report/compliance/topics-of-rules.js
var topics_of_rules = __webpack_require__(81347);
// EXTERNAL MODULE: ./build/report/wording.js
var wording = __webpack_require__(62867);
// EXTERNAL MODULE: ./build/rules/index.js + 59 modules
var rules = __webpack_require__(26474);
// EXTERNAL MODULE: ./build/secrets/allowed/match-allowances.js
var match_allowances = __webpack_require__(47542);
// EXTERNAL MODULE: ./build/cli/output.js
var output = __webpack_require__(38288);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./build/gate/finding.js
var gate_finding = __webpack_require__(46043);
// EXTERNAL MODULE: ./build/plain-values.js
var plain_values = __webpack_require__(98419);
// EXTERNAL MODULE: ./build/run.js + 357 modules
var run = __webpack_require__(14303);
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
        ...(switches.has('audit') ? ['--audit'] : switches.has('ages') ? ['--ages'] : []),
        ...(values.has('head') ? ['--head'] : []),
    ];
    if (given.length > 1)
        return [{ what: `${given.join(' and ')} exclude each other`, fix: 'give one of them' }];
    if (values.has('rev') && !looksAtAll(switches) && !values.has('import'))
        return [{ what: '--rev goes with --audit', fix: 'add --audit' }];
    return [];
}
/** Whether findings are looked for among everything that is there: ages of secrets are known of that alone. */
const looksAtAll = (switches) => switches.has('audit') || switches.has('ages');
/** The findings of `--report FILE`, or of judging the repository again. Throws InputError. */
async function readFindings(args) {
    const file = args.values.get('report');
    return file === undefined ? checkAgain(args) : readReport(file);
}
/** The one finding whose fingerprint begins so; `args` say where it was looked for. Throws InputError. */
function oneOf(findings, fingerprint, args) {
    const found = findings.filter((finding) => finding.fingerprint.startsWith(fingerprint));
    const [first] = found;
    if (first === undefined || found.length > 1) {
        const what = `${found.length === 0 ? 'no finding has' : `${found.length} findings have`} a fingerprint that begins ${fingerprint}`;
        const fix = found.length === 0 ? whereElse(args) : 'give more of its digits';
        throw new input_error/* InputError */.d([{ what, fix }]);
    }
    return first;
}
/** Where a finding may be that is not among those that were looked for. */
function whereElse({ switches, values }) {
    const posture = 'one of the settings of the forge is only in the report of posture (--report report.json)';
    if (values.has('report'))
        return 'name the report that lists it, with all that its id begins with';
    if (switches.has('ages'))
        return `look at the revision it was found in (--rev REV); ${posture}`;
    if (switches.has('audit'))
        return `one of secret-stale needs --ages, one of another revision --rev REV; ${posture}`;
    return 'check out the branch it was found on, or name the report that lists it (--report report.json); one of an audit needs --audit, one of secret-stale --ages';
}
async function checkAgain(args) {
    const isAudit = looksAtAll(args.switches);
    const request = isAudit ? (0,check.auditRequest)(args) : await (0,check.localRequest)(args);
    const inputs = (0,check.inputsOf)(args, isAudit ? 'audit' : 'check', request);
    const { report } = await (0,run/* examine */.s)(inputs, { step: (_, work) => work(), diffView: undefined });
    if (report.notListed !== undefined)
        (0,output/* note */.N)(report.notListed);
    return report.verdict.findings.map((finding) => {
        const { rule, fingerprint, blobs = [] } = finding;
        return { rule, fingerprint, blobs, places: (0,gate_finding/* placesOf */.ek)(finding) };
    });
}
function readReport(file) {
    const bad = (why) => new input_error/* InputError */.d([
        { what: `${file} ${why}`, fix: 'name the report.json that --out (check, audit or posture) or report-dir wrote' },
    ]);
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
// EXTERNAL MODULE: ./build/secrets/allowed/allowances.js
var allowances = __webpack_require__(29310);
// EXTERNAL MODULE: ./build/secrets/allowed/detect-secrets.js
var detect_secrets = __webpack_require__(79754);
// EXTERNAL MODULE: ./build/secrets/allowed/gitleaks.js
var gitleaks = __webpack_require__(83761);
// EXTERNAL MODULE: ./build/secrets/allowed/parse-json.js
var parse_json = __webpack_require__(83521);
// EXTERNAL MODULE: ./build/secrets/allowed/toml-tables.js
var toml_tables = __webpack_require__(11963);
;// CONCATENATED MODULE: ./build/secrets/allowed/trufflehog.js


/** The file of `trufflehog --exclude-paths`: a pattern a line. */
function readTrufflehogPaths(content) {
    return (0,allowances/* joined */.oR)(content.split(/\r?\n/).map((line, index) => {
        const pattern = line.trim();
        return pattern === '' || pattern.startsWith('#') ? allowances/* noAllowances */.rN : (0,allowances/* allowedFiles */.g8)(pattern, `line ${index + 1}`);
    }));
}
/** The results of `trufflehog --json`: an object a line. What they found is not looked at; what worked when it was tried is left out. */
function readTrufflehogResults(values, root) {
    return (0,allowances/* joined */.oR)(values.map((value, index) => {
        const { SourceMetadata, Verified } = (0,plain_values/* mapping */.pq)(value);
        if (SourceMetadata === undefined)
            return allowances/* noAllowances */.rN;
        const source = Object.values((0,plain_values/* mapping */.pq)((0,plain_values/* mapping */.pq)(SourceMetadata).Data)).find(plain_values/* isMapping */.pi) ?? {};
        const [path, line] = [(0,plain_values/* text */.Qq)(source.file), (0,allowances/* lineNumber */.eT)(source.line)];
        if (path === undefined || line === undefined)
            return (0,allowances/* leftOut */.ig)(`result ${index + 1}`, 'it names no file and line');
        const file = (0,allowances/* pathInRepository */.zB)(path, root);
        const where = `result ${index + 1}`;
        if (Verified === true)
            return (0,allowances/* leftOut */.ig)(where, 'the provider accepted it when it was found (Verified): rotate it', { file, line });
        return { ...allowances/* noAllowances */.rN, lines: [{ where, file, line }] };
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
    const allowances = readAs(tool, file, content, root);
    if (Object.values(allowances).every((entries) => entries.length === 0))
        throw unread(file, `is not a list of ${tool}, or names nothing`, tool);
    return allowances;
}
function readAs(tool, file, content, root) {
    try {
        switch (tool) {
            case 'gitleaks':
                if (isJson(content))
                    return (0,gitleaks/* readGitleaksReport */.BR)((0,parse_json/* parseJson */.q)(content), root);
                return isToml(file, content) ? (0,gitleaks/* readGitleaksConfig */.Xe)(content) : (0,gitleaks/* readGitleaksIgnore */.d$)(content, root);
            case 'detect-secrets':
                return (0,detect_secrets/* readSecretsBaseline */.t)((0,parse_json/* parseJson */.q)(content), root);
            case 'trufflehog':
                if (/^\s*\{/.test(content))
                    return readTrufflehogResults(jsonLines(content), root);
                return isJson(content) ? allowances/* noAllowances */.rN : readTrufflehogPaths(content);
        }
    }
    catch (error) {
        // What JSON.parse says quotes the file, which may hold secrets.
        if (error instanceof parse_json/* RepeatedKeyError */.y)
            throw unread(file, 'has a key twice in one object', tool);
        if (error instanceof SyntaxError)
            throw unread(file, 'is not JSON', tool);
        if (error instanceof toml_tables/* TomlError */.z)
            throw unread(file, `cannot be read: ${error.message}`, tool);
        throw error;
    }
}
function readText(file) {
    let bytes;
    try {
        if (!(0,external_node_fs_.statSync)(file).isFile())
            throw new input_error/* InputError */.d([{ what: `${file} is not a file`, fix: 'name the list to import' }]);
        bytes = (0,external_node_fs_.readFileSync)(file);
    }
    catch (error) {
        if (error instanceof input_error/* InputError */.d)
            throw error;
        const what = `${file} cannot be read (${(0,system_error/* systemErrorCode */.v)(error) ?? 'it is too large'})`;
        throw new input_error/* InputError */.d([{ what, fix: 'name the list to import' }]);
    }
    if (bytes.length > longest) {
        throw new input_error/* InputError */.d([{ what: `${file} has more than ${longest} bytes`, fix: 'name a list of accepted places' }]);
    }
    return bytes.toString('utf8').replace(/^\ufeff/, '');
}
const isToml = (file, content) => file.endsWith('.toml') || /^[ \t]*\[{1,2}[ \t]*(?:rules|allowlists?|extend)\b/m.test(content);
/** Whether the whole is JSON, as no list of lines or patterns is by chance: a collection, a text in quotation marks or null. */
function isJson(content) {
    if (/^\s*\[\s*\{/.test(content))
        return true;
    if (!/^\s*(?:[[{"]|null\s*$)/.test(content))
        return false;
    try {
        JSON.parse(content);
        return true;
    }
    catch {
        return false;
    }
}
const jsonLines = (content) => content.split('\n').flatMap((line) => (line.trim() === '' ? [] : [(0,parse_json/* parseJson */.q)(line)]));
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
    return args.switches.has('all') ? allOf(found, args) : [oneOf(found, args.positionals[0] ?? '', args)];
}
/** Rules about values: only these are what another scanner speaks of. */
const aboutValues = ['plaintext-secret', 'placeholder-secret'];
/** Entries with one reason that are named one by one, and reasons. */
const [mostNamed, mostReasons] = [3, 20];
/** The secrets at the places that another scanner's list names; what is not taken from it is said. Throws InputError where nothing is. */
async function importedFrom(args) {
    const [file = ''] = args.positionals;
    const tool = foreignTools.find((each) => each === args.values.get('import')) ?? 'gitleaks';
    const allowances = readForeign(tool, file, args.values.get('repo') ?? process.cwd());
    const isStated = ['report', 'base', 'head'].some((flag) => args.values.has(flag)) || args.switches.has('staged');
    const switches = isStated ? args.switches : new Set([...args.switches, 'audit']);
    const found = (await readFindings({ ...args, switches })).filter(({ rule }) => aboutValues.includes(rule));
    const { allowed, leftOut } = (0,match_allowances/* matchAllowances */.n)(allowances, found);
    sayLeftOut(leftOut, file);
    if (allowed.length > 0)
        return allowed;
    const fix = 'nothing needs to be accepted, or the list is of another state: --rev REV reads that one';
    throw new input_error/* InputError */.d([{ what: `the gate finds no secret at a place that ${file} names`, fix }]);
}
/** What is not taken from a list: many entries with one reason are named together. */
function sayLeftOut(leftOut, file) {
    const reasons = [...(0,groups/* groupBy */.$z)(leftOut, ({ why }) => why)];
    for (const [why, entries] of reasons.slice(0, mostReasons)) {
        const names = entries.map(({ what }) => what);
        const rest = names.length - mostNamed;
        const said = rest > 0 ? [`${names.slice(0, mostNamed).join(', ')} and ${rest} more`] : names;
        for (const name of said)
            (0,output/* note */.N)(`not taken from ${file}: ${name}: ${why}`);
    }
    const more = reasons.slice(mostReasons).reduce((sum, [, entries]) => sum + entries.length, 0);
    if (more > 0)
        (0,output/* note */.N)(`and ${more} more that are not taken`);
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
function allOf(found, { values, switches }) {
    const rule = values.get('rule') ?? '';
    const chosen = found.filter((finding) => finding.rule === rule);
    if (chosen.length > 0)
        return chosen;
    const others = [...new Set(found.map((finding) => finding.rule))];
    const isElsewhere = !values.has('report') && elsewhere(rule, switches);
    const fix = others.length === 0 ? 'there is no finding at all' : `there are findings of ${others.join(', ')}`;
    throw new input_error/* InputError */.d([{ what: `there is no finding of ${rule}`, fix: isElsewhere || fix }]);
}
/** What must be said to have findings of a rule that are not looked for by themselves; undefined of any other rule. */
function elsewhere(rule, switches) {
    if (rule === 'secret-stale')
        return switches.has('ages') ? undefined : 'add --ages: only then it is looked for';
    return topics_of_rules/* rulesOfSettings */.Cu.has(rule)
        ? 'name a report that has it: gitops-gate posture --format json > report.json, then --report report.json'
        : undefined;
}


/***/ })

};
