export const id = 210;
export const ids = [210];
export const modules = {

/***/ 5210:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ignoreCommand: () => (/* binding */ ignoreCommand),
  policyCommand: () => (/* binding */ policyCommand)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
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
    const problems = [];
    if (!/\S/.test(reason) || /\n/.test(reason) || reason.length > 1024) {
        problems.push({ what: '--reason must be one line of text', fix: 'say who accepted it and why' });
    }
    if (!(0,policy_shape/* isDay */.N)(until))
        problems.push({ what: '--until must be a day', fix: 'write YYYY-MM-DD, the last day it holds' });
    else if (until < new Date(now).toISOString().slice(0, 10)) {
        problems.push({ what: `--until ${until} is over`, fix: 'name a later day' });
    }
    if (problems.length > 0)
        throw new input_error/* InputError */.d(problems);
    const pin = blobs.length === 0 ? [] : [`blob: ${blobs.length === 1 ? scalar(blobs[0]) : JSON.stringify(blobs)}`];
    const keys = [`fingerprint: ${scalar(fingerprint)}`, ...pin, `reason: ${scalar(reason)}`, `until: ${scalar(until)}`];
    return [`  - rule: ${scalar(rule)}`, ...keys.map((key) => `    ${key}`), ''].join('\n');
}
/** A double-quoted YAML scalar; everything that is not plainly printable is escaped. */
function scalar(text = '') {
    return JSON.stringify(text).replace(/[^\x20-\x7e\p{L}\p{N}\p{P}\p{S}]/gu, (char) => [...char].flatMap((c) => escapeUnits(c)).join(''));
}
function escapeUnits(char) {
    return Array.from({ length: char.length }, (_, i) => `\\u${char.charCodeAt(i).toString(16).padStart(4, '0')}`).join('');
}

// EXTERNAL MODULE: ./build/policy/read-policy.js
var read_policy = __webpack_require__(7614);
;// CONCATENATED MODULE: ./build/policy/validate-policy.js

/** Validates the bytes of one policy file; `path` is how the person named it. Pure ASCII apart from the path. */
function validatePolicy(bytes, path, ruleIds) {
    const { problems } = (0,read_policy/* readPolicy */.T)(bytes, path, ruleIds);
    if (problems.length === 0)
        return { text: `${path}: valid\n`, exitCode: 0 };
    const lines = problems.map(({ file, line, column, what, fix }) => `${file}:${line}:${column}: ${what}\n  ${fix}\n`);
    const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
    return { text: `${lines.join('')}${count}\n`, exitCode: 2 };
}

// EXTERNAL MODULE: ./build/report/redact.js
var redact = __webpack_require__(7234);
// EXTERNAL MODULE: ./build/report/terminal/workflow-command.js
var workflow_command = __webpack_require__(143);
// EXTERNAL MODULE: ./build/report/visible.js
var visible = __webpack_require__(6257);
// EXTERNAL MODULE: ./build/rules/index.js + 38 modules
var rules = __webpack_require__(903);
// EXTERNAL MODULE: ./build/report/wording.js
var wording = __webpack_require__(2867);
// EXTERNAL MODULE: ./build/run.js + 125 modules
var run = __webpack_require__(5263);
// EXTERNAL MODULE: ./build/cli/check.js + 1 modules
var check = __webpack_require__(9694);
;// CONCATENATED MODULE: ./build/cli/find-finding.js





/** Finds the finding whose fingerprint begins so: in `--report FILE`, or by checking the repository again. Throws InputError. */
async function findingFor(fingerprint, args) {
    if (!/^[0-9a-f]{8,64}$/.test(fingerprint)) {
        const what = `${JSON.stringify(fingerprint)} is not a fingerprint`;
        throw new input_error/* InputError */.d([{ what, fix: `copy at least the first ${wording/* shownFingerprint */.cO} hex digits from the report` }]);
    }
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

// EXTERNAL MODULE: ./build/cli/output.js
var output = __webpack_require__(8288);
;// CONCATENATED MODULE: ./build/cli/policy.js










/** `policy validate [FILE]`: 0 when the file is good, 2 when it is not. */
async function policyCommand(args) {
    const [action, file = '.gitops-gate/policy.yaml'] = args.positionals;
    if (action !== 'validate') {
        throw new input_error/* InputError */.d([
            { what: `policy ${JSON.stringify(action)} is not known`, fix: 'use: policy validate [FILE]' },
        ]);
    }
    const ruleIds = rules/* rules */.a.map((rule) => rule.id);
    const { text, exitCode } = validatePolicy(readInput(file), file, ruleIds);
    const lines = (0,workflow_command/* logText */.kc)((0,redact/* redactText */.R)(text.split('\n').map(visible/* visible */.R).join('\n')));
    (exitCode === 0 ? process.stdout : process.stderr).write(lines);
    return exitCode;
}
/** `ignore FINGERPRINT`: prints the entry that accepts one finding. */
async function ignoreCommand(args) {
    const finding = await findingFor(args.positionals[0] ?? '', args);
    const reason = args.values.get('reason') ?? '';
    const until = args.values.get('until') ?? '';
    (0,output.say)(ignoreEntry({ ...finding, reason, until }, Date.now()));
    return 0;
}
function readInput(file) {
    try {
        return (0,external_node_fs_.readFileSync)(file);
    }
    catch {
        throw new input_error/* InputError */.d([{ what: `${file} cannot be read`, fix: 'name the policy file: policy validate FILE' }]);
    }
}


/***/ })

};
