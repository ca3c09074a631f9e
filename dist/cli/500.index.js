export const id = 500;
export const ids = [500];
export const modules = {

/***/ 1500:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   gitlabHost: () => (/* binding */ gitlabHost)
/* harmony export */ });
/* harmony import */ var _report_terminal_terminal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3830);
/* harmony import */ var _report_visible_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6257);


/** A GitLab CI job: collapsible log sections and the report in the log; the pipeline picks up the written report files. Needs no token. */
function gitlabHost(write) {
    let sections = 0;
    return {
        showsDiff: false,
        async step(title, work) {
            sections += 1;
            const name = `gitops_gate_${sections}`;
            write(marker('start', `${name}[collapsed=true]`, `${(0,_report_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .R)(title)}\n`));
            try {
                return await work();
            }
            finally {
                write(marker('end', name, ''));
            }
        },
        publish: ({ report }) => {
            write((0,_report_terminal_terminal_js__WEBPACK_IMPORTED_MODULE_0__/* .renderTerminal */ .b)(report, { colour: true, width: 120 }));
            return Promise.resolve({ state: 'published', problems: [] });
        },
    };
}
/** A section marker (https://docs.gitlab.com/ci/jobs/job_logs/#custom-collapsible-sections). */
function marker(edge, name, title) {
    return `\x1b[0Ksection_${edge}:${Math.floor(Date.now() / 1000)}:${name}\r\x1b[0K${title}`;
}


/***/ })

};
