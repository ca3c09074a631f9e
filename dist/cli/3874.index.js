export const id = 3874;
export const ids = [3874,8288];
export const modules = {

/***/ 43874:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   checkOnCi: () => (/* binding */ checkOnCi)
/* harmony export */ });
/* harmony import */ var _input_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53587);
/* harmony import */ var _report_visible_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6257);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(14303);
/* harmony import */ var _check_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(90485);
/* harmony import */ var _forge_take_variable_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(51543);
/* harmony import */ var _output_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(38288);






/** `check --ci FORGE`: judges what a forge's job runs for. */
function checkOnCi(args) {
    const isGithub = args.values.get('ci') === 'github';
    // On GitHub some events name no range, and the flags take the place of the action's inputs.
    const taken = isGithub ? [] : ['base', 'head'].filter((flag) => args.values.has(flag));
    if (taken.length > 0 || args.switches.has('staged')) {
        const fix = `leave out ${isGithub ? '' : '--base, --head and '}--staged`;
        throw new _input_error_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .d([{ what: '--ci takes the range from the pipeline', fix }]);
    }
    if (args.values.has('format')) {
        const fix = 'leave out --format: the log gets the text; --out DIR writes every format';
        throw new _input_error_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .d([{ what: '--ci does not take --format', fix }]);
    }
    return isGithub ? checkOnGithub(args) : checkOnGitlab(args);
}
/** The action's inputs by the flags of the same meaning. */
const inputOf = {
    base: 'base',
    head: 'head',
    'fail-on': 'fail-on',
    'policy-path': 'policy-path',
    comment: 'comment',
    'summary-comment': 'summary-comment',
    name: 'name',
    'max-comments': 'max-comments',
    out: 'report-dir',
    'previous-report': 'previous-report',
    render: 'render',
    'kubernetes-version': 'kubernetes-version',
    scan: 'scan',
};
/** The action without its runner's Node.js: in a container job, or where the runner is older. */
async function checkOnGithub(args) {
    const token = (0,_forge_take_variable_js__WEBPACK_IMPORTED_MODULE_5__/* .takeVariable */ .O)('GITHUB_TOKEN');
    if (token === undefined) {
        const fix = 'give it to the step by env: github.token, or another token that may read the repository';
        throw new _input_error_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .d([{ what: 'GITHUB_TOKEN is not set.', fix }]);
    }
    const inputs = Object.entries(inputOf).map(([flag, name]) => [`INPUT_${name.toUpperCase()}`, args.values.get(flag)]);
    const repo = args.values.get('repo');
    const { runAction } = await Promise.all(/* import() */[__webpack_require__.e(4119), __webpack_require__.e(1260), __webpack_require__.e(7264), __webpack_require__.e(2871), __webpack_require__.e(7680), __webpack_require__.e(4512)]).then(__webpack_require__.bind(__webpack_require__, 4512));
    return runAction({
        ...process.env,
        ...Object.fromEntries(inputs),
        'INPUT_GITHUB-TOKEN': token,
        ...(repo === undefined ? {} : { GITHUB_WORKSPACE: repo }),
    });
}
async function checkOnGitlab(args) {
    const [{ gitlabHost }, { gitlabInvocation }, { gitlabChannels, gitlabPosture }, { gitlabCaller }, { usualScan }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(2871), __webpack_require__.e(7680), __webpack_require__.e(1500)]).then(__webpack_require__.bind(__webpack_require__, 1500)),
        __webpack_require__.e(/* import() */ 4728).then(__webpack_require__.bind(__webpack_require__, 24728)),
        __webpack_require__.e(/* import() */ 5384).then(__webpack_require__.bind(__webpack_require__, 15384)),
        __webpack_require__.e(/* import() */ 2534).then(__webpack_require__.bind(__webpack_require__, 12534)),
        __webpack_require__.e(/* import() */ 7921).then(__webpack_require__.bind(__webpack_require__, 57921)),
    ]);
    const token = (0,_forge_take_variable_js__WEBPACK_IMPORTED_MODULE_5__/* .takeVariable */ .O)('GITOPS_GATE_TOKEN');
    const invocation = gitlabInvocation(process.env);
    const channels = gitlabChannels(args.values, process.env, token);
    if (invocation.kind === 'nothing') {
        (0,_output_js__WEBPACK_IMPORTED_MODULE_4__.say)(`${(0,_report_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .RK)(invocation.note)}\n`);
        return 0;
    }
    const { command, request, remote, defaultBranch, isPush } = invocation;
    const write = (text) => process.stdout.write(token === undefined ? text : text.replaceAll(token, '[MASKED]'));
    const usual = args.values.has('out') && !args.values.has('scan') ? { scan: usualScan(invocation, true) } : {};
    const caller = gitlabCaller(process.env);
    const posture = request.kind === 'audit' ? gitlabPosture(process.env, token) : { notes: [] };
    const inputs = { ...(0,_check_js__WEBPACK_IMPORTED_MODULE_3__.inputsOf)(args, command, request), ...usual, remote, defaultBranch, isPush, caller, ...posture };
    try {
        return await (0,_run_js__WEBPACK_IMPORTED_MODULE_2__/* .run */ .e)(inputs, gitlabHost(write, process.env, channels));
    }
    catch (error) {
        if (request.kind === 'request') {
            const { withdrawSummary } = await Promise.all(/* import() */[__webpack_require__.e(2871), __webpack_require__.e(4363)]).then(__webpack_require__.bind(__webpack_require__, 54363));
            await withdrawSummary(error, request.head, process.env, channels, write);
        }
        throw error;
    }
}


/***/ }),

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


/***/ })

};
