export const id = 7728;
export const ids = [7728];
export const modules = {

/***/ 37728:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   renderCodeQuality: () => (/* binding */ renderCodeQuality)
/* harmony export */ });
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6257);
/* harmony import */ var _located_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95079);
/* harmony import */ var _occurrences_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6183);



const severities = {
    critical: 'blocker',
    high: 'critical',
    medium: 'major',
    low: 'minor',
};
/**
 * GitLab's Code Quality report, which shows findings in the merge request's widget and alongside the diff. It has no room for findings
 * without a file: the job's log and the other reports hold them.
 */
function renderCodeQuality({ verdict, notListed }) {
    const { located } = (0,_located_js__WEBPACK_IMPORTED_MODULE_1__/* .byPlace */ .h)(verdict.findings);
    const occurrence = (0,_occurrences_js__WEBPACK_IMPORTED_MODULE_2__/* .occurrences */ .T)(located);
    const issues = located.map((finding, index) => {
        const { file, line } = finding.position;
        const number = occurrence[index] ?? 1;
        return {
            description: (0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .clip */ .$Q)((0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(finding.message), 1000),
            check_name: finding.rule,
            fingerprint: number === 1 ? finding.fingerprint : `${finding.fingerprint}-${number}`,
            severity: severities[finding.severity],
            location: { path: file.replace(/\p{Cs}/gu, '\ufffd'), lines: { begin: line } },
        };
    });
    const more = notListed === undefined ? [] : [notListedIssue(notListed)];
    return `${JSON.stringify([...issues, ...more], undefined, 2)}\n`;
}
/** The format has no room for notes; this one says what to change in the policy. */
function notListedIssue(notListed) {
    return {
        description: notListed,
        check_name: 'gitops-gate',
        fingerprint: 'not-listed',
        severity: 'info',
        location: { path: '.gitops-gate/policy.yaml', lines: { begin: 1 } },
    };
}


/***/ }),

/***/ 95079:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ byPlace),
/* harmony export */   k: () => (/* binding */ unlocatedLine)
/* harmony export */ });
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6257);

/** Findings that formats for code scanning can show, which demand a file and a line, and those about a commit or a tag, which have none. */
function byPlace(findings) {
    const isLocated = (finding) => finding.position !== undefined;
    return { located: findings.filter(isLocated), others: findings.filter((finding) => !isLocated(finding)) };
}
/** What is said of a finding that has no file where there is room for a line only. */
function unlocatedLine({ severity, rule, message }) {
    return (0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .clip */ .$Q)((0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(`${severity} ${rule}: ${message} It has no file, and is in the job's summary and log.`), 1000);
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
