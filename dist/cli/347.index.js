export const id = 347;
export const ids = [347];
export const modules = {

/***/ 8168:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ anchor)
/* harmony export */ });
/**
 * The place of a finding in formats that demand a file and a line. What is about a commit or the repository as a whole is put at
 * the top of the policy file: that is where a reader learns which signatures are asked for.
 */
function anchor({ position }) {
    return position ?? { file: '.gitops-gate/policy.yaml', line: 1, column: 1 };
}


/***/ }),

/***/ 7728:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   renderCodeQuality: () => (/* binding */ renderCodeQuality)
/* harmony export */ });
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6257);
/* harmony import */ var _anchor_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8168);
/* harmony import */ var _occurrences_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6183);



const severities = {
    critical: 'blocker',
    high: 'critical',
    medium: 'major',
    low: 'minor',
};
/** GitLab's Code Quality report, which shows findings in the merge request's widget and alongside the diff. */
function renderCodeQuality({ verdict, notListed }) {
    const occurrence = (0,_occurrences_js__WEBPACK_IMPORTED_MODULE_1__/* .occurrences */ .T)(verdict.findings);
    const issues = verdict.findings.map((finding, index) => {
        const { file, line } = (0,_anchor_js__WEBPACK_IMPORTED_MODULE_2__/* .anchor */ .Y)(finding);
        const number = occurrence[index] ?? 1;
        return {
            description: (0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .clip */ .$)((0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .R)(finding.message), 1000),
            check_name: finding.rule,
            fingerprint: number === 1 ? finding.fingerprint : `${finding.fingerprint}-${number}`,
            severity: severities[finding.severity],
            location: { path: file.replace(/\p{Cs}/gu, '\ufffd'), lines: { begin: line } },
        };
    });
    const more = notListed === undefined ? [] : [notListedIssue(notListed)];
    return `${JSON.stringify([...issues, ...more], undefined, 2)}\n`;
}
/** The format has no room for notes. */
function notListedIssue(notListed) {
    const { file, line } = (0,_anchor_js__WEBPACK_IMPORTED_MODULE_2__/* .anchor */ .Y)({});
    return {
        description: notListed,
        check_name: 'gitops-gate',
        fingerprint: 'not-listed',
        severity: 'info',
        location: { path: file, lines: { begin: line } },
    };
}


/***/ }),

/***/ 6183:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ occurrences)
/* harmony export */ });
/** For each finding which one of its fingerprint it is, from 1: formats that want unique ids tell namesakes apart by it. */
function occurrences(findings) {
    const seen = new Map();
    return findings.map(({ fingerprint }) => {
        const number = (seen.get(fingerprint) ?? 0) + 1;
        seen.set(fingerprint, number);
        return number;
    });
}


/***/ })

};
