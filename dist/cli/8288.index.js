export const id = 8288;
export const ids = [8288];
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


/***/ })

};
