export const id = 210;
export const ids = [210,288];
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

/***/ 4210:
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
// EXTERNAL MODULE: ./build/rules/index.js + 57 modules
var rules = __webpack_require__(36287);
// EXTERNAL MODULE: ./build/cli/output.js
var output = __webpack_require__(38288);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./build/plain-values.js
var plain_values = __webpack_require__(98419);
// EXTERNAL MODULE: ./build/run.js + 223 modules
var run = __webpack_require__(33034);
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
    if (values.has('rev') && !switches.has('audit'))
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
    return report.verdict.findings.map(({ rule, fingerprint, blobs = [] }) => ({ rule, fingerprint, blobs }));
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
    return findings.map(plain_values/* mapping */.pq).map(({ rule, fingerprint, blobs }) => ({
        rule: (0,plain_values/* scalarText */.ws)(rule),
        fingerprint: (0,plain_values/* scalarText */.ws)(fingerprint),
        blobs: Array.isArray(blobs) ? blobs.map(plain_values/* scalarText */.ws) : [],
    }));
}

;// CONCATENATED MODULE: ./build/cli/policy/ignore.js








/**
 * `ignore`: prints the entry that accepts one finding, or those for all of a rule. All that is wrong with the call is said before anything
 * is judged.
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
    const found = await readFindings(args);
    const chosen = args.switches.has('all') ? allOf(found, args) : [oneOf(found, args.positionals[0] ?? '')];
    (0,output.say)(chosen.map((finding) => ignoreEntry({ ...finding, reason, until }, Date.now())).join(''));
    (0,output/* note */.N)(`${(0,wording/* count */.U9)(chosen.length, 'item')} for the list "ignore:" of ${(0,trusted_folder/* policyFolder */.hx)(args.values.get('policy-path'))}/policy.yaml, in a change of the base branch.`);
    return 0;
}
/** What is wrong with how findings are chosen: one by its fingerprint, or all of a rule. */
function selectionProblems({ positionals, switches, values }) {
    const [fingerprint] = positionals;
    const rule = values.get('rule');
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
