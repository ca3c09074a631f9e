export const id = 210;
export const ids = [210,288];
export const modules = {

/***/ 8288:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ note),
/* harmony export */   complain: () => (/* binding */ complain),
/* harmony export */   say: () => (/* binding */ say)
/* harmony export */ });
/* harmony import */ var _report_redact_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7234);
/* harmony import */ var _report_terminal_workflow_command_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(143);
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
    const line = (text) => (0,_report_visible_js__WEBPACK_IMPORTED_MODULE_2__/* .visible */ .R)((0,_report_redact_js__WEBPACK_IMPORTED_MODULE_0__/* .redactText */ .R)(text));
    process.stderr.write((0,_report_terminal_workflow_command_js__WEBPACK_IMPORTED_MODULE_1__/* .logText */ .kc)(`gitops-gate: ${line(what)}\n  ${line(fix)}\n`));
}
/** Writes a fact that changes how the answer is to be read to standard error, on one line. */
function note(text) {
    process.stderr.write((0,_report_terminal_workflow_command_js__WEBPACK_IMPORTED_MODULE_1__/* .logText */ .kc)(`gitops-gate: note: ${(0,_report_visible_js__WEBPACK_IMPORTED_MODULE_2__/* .visible */ .R)((0,_report_redact_js__WEBPACK_IMPORTED_MODULE_0__/* .redactText */ .R)(text))}\n`));
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
var input_error = __webpack_require__(3587);
// EXTERNAL MODULE: ./build/policy/shape/policy-shape.js + 2 modules
var policy_shape = __webpack_require__(2642);
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

// EXTERNAL MODULE: ./build/cli/output.js
var output = __webpack_require__(8288);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./build/report/wording.js
var wording = __webpack_require__(2867);
// EXTERNAL MODULE: ./build/run.js + 199 modules
var run = __webpack_require__(5626);
// EXTERNAL MODULE: ./build/cli/check.js + 1 modules
var check = __webpack_require__(9694);
;// CONCATENATED MODULE: ./build/cli/policy/find-finding.js





/** What is wrong with what should be the beginning of a fingerprint; an empty text is a missing one. */
function fingerprintProblems(fingerprint) {
    if (/^[0-9a-f]{8,64}$/.test(fingerprint))
        return [];
    const what = fingerprint === '' ? 'FINGERPRINT is missing' : `${JSON.stringify(fingerprint)} is not a fingerprint`;
    return [{ what, fix: `copy at least the first ${wording/* shownFingerprint */.cO} hex digits from the report` }];
}
/** Finds the finding whose fingerprint begins so: in `--report FILE`, or by checking the repository again. Throws InputError. */
async function findingFor(fingerprint, args) {
    const file = args.values.get('report');
    const findings = file === undefined ? await checkAgain(args) : readReport(file);
    const found = findings.filter((finding) => finding.fingerprint.startsWith(fingerprint));
    const [first] = found;
    if (first === undefined || found.length > 1) {
        const what = `${found.length === 0 ? 'no finding has' : `${found.length} findings have`} a fingerprint that begins ${fingerprint}`;
        const fix = found.length === 0 ? 'copy it from the report of this change' : 'give more of its digits';
        throw new input_error/* InputError */.d([{ what, fix }]);
    }
    return first;
}
async function checkAgain(args) {
    const inputs = (0,check.inputsOf)(args, 'check', await (0,check.localRequest)(args));
    const { report } = await (0,run/* examine */.s)(inputs, { step: (_, work) => work(), diffView: undefined });
    return report.verdict.findings.map(({ rule, fingerprint, blobs = [] }) => ({ rule, fingerprint, blobs }));
}
function readReport(file) {
    const bad = new input_error/* InputError */.d([
        { what: `${file} is not a report.json of gitops-gate`, fix: 'name the one that --out wrote' },
    ]);
    try {
        const report = JSON.parse((0,external_node_fs_.readFileSync)(file, 'utf8'));
        if (report.schemaVersion !== 1 || !Array.isArray(report.findings))
            throw bad;
        return report.findings.map(({ rule, fingerprint, blobs }) => ({
            rule: String(rule),
            fingerprint: String(fingerprint),
            blobs: Array.isArray(blobs) ? blobs.map(String) : [],
        }));
    }
    catch {
        throw bad;
    }
}

;// CONCATENATED MODULE: ./build/cli/policy/ignore.js




/** `ignore FINGERPRINT`: prints the entry that accepts one finding. All that is wrong with the call is said before anything is judged. */
async function ignoreCommand(args) {
    const [fingerprint = ''] = args.positionals;
    const reason = args.values.get('reason') ?? '';
    const until = args.values.get('until') ?? '';
    const problems = [...fingerprintProblems(fingerprint), ...ignoreProblems({ reason, until }, Date.now())];
    if (problems.length > 0)
        throw new input_error/* InputError */.d(problems);
    const finding = await findingFor(fingerprint, args);
    (0,output.say)(ignoreEntry({ ...finding, reason, until }, Date.now()));
    return 0;
}


/***/ })

};
