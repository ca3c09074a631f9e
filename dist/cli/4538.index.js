export const id = 4538;
export const ids = [4538,8288,5328];
export const modules = {

/***/ 64538:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   explain: () => (/* binding */ explain)
/* harmony export */ });
/* harmony import */ var _host_rule_pages_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5328);
/* harmony import */ var _input_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53587);
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(77658);
/* harmony import */ var _rules_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75376);
/* harmony import */ var _severity_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(15989);
/* harmony import */ var _output_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(38288);






/** What SARIF puts behind a rule's id where a finding has another severity than its rule: `rbac-widened/critical`. */
const variant = new RegExp(`/(?:${_severity_js__WEBPACK_IMPORTED_MODULE_4__/* .severities */ .gO.join('|')})$`);
/** Prints a rule's page. */
async function explain(args) {
    const asked = args.positionals[0] ?? '';
    const id = asked.replace(variant, '');
    if (!_rules_index_js__WEBPACK_IMPORTED_MODULE_2__/* .rules */ .a.some((rule) => rule.id === id)) {
        const ids = _rules_index_js__WEBPACK_IMPORTED_MODULE_2__/* .rules */ .a.map((rule) => rule.id);
        const meant = (0,_nearest_js__WEBPACK_IMPORTED_MODULE_5__/* .nearest */ .p)(id, ids);
        const fix = meant === undefined ? `one of: ${ids.join(', ')}` : `did you mean ${meant}?`;
        throw new _input_error_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .d([{ what: `there is no rule ${JSON.stringify(asked)}`, fix }]);
    }
    (0,_output_js__WEBPACK_IMPORTED_MODULE_3__.say)(await (0,_host_rule_pages_js__WEBPACK_IMPORTED_MODULE_0__/* .readRulePage */ .k)(id));
    return 0;
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


/***/ }),

/***/ 5328:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ readRulePage),
/* harmony export */   readRuleInfos: () => (/* binding */ readRuleInfos)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _rules_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75376);


/** A rule's page, Markdown. The build lays the pages alongside the bundle; in the sources they are in .github/docs/rules. */
async function readRulePage(id) {
    const bundled = !import.meta.url.endsWith('/host/rule-pages.ts');
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(new URL(bundled ? `rules/${id}.md` : `../../.github/docs/rules/${id}.md`, import.meta.url), 'utf8');
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


/***/ })

};
