export const id = 405;
export const ids = [405];
export const modules = {

/***/ 9786:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   renderGitlabSast: () => (/* binding */ renderGitlabSast),
/* harmony export */   renderGitlabSecretDetection: () => (/* binding */ renderGitlabSecretDetection)
/* harmony export */ });
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8508);
/* harmony import */ var _accept_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6803);
/* harmony import */ var _markdown_markdown_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(146);
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6257);
/* harmony import */ var _located_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5079);
/* harmony import */ var _occurrences_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6183);






/** The version of GitLab's report schemas (gitlab-org/security-products/security-report-schemas). */
const version = '15.2.1';
/** GitLab's limit on identifiers of one finding. */
const identifierLimit = 20;
const severities = {
    critical: 'Critical',
    high: 'High',
    medium: 'Medium',
    low: 'Low',
};
/** gl-sast-report.json: every finding that is not a secret. `now`: the time of the run, milliseconds since the epoch. */
function renderGitlabSast(report, now) {
    return securityReport(report, 'sast', now);
}
/** gl-secret-detection-report.json: the findings about secrets; the secret itself is in no field. */
function renderGitlabSecretDetection(report, now) {
    return securityReport(report, 'secret_detection', now);
}
function securityReport(report, type, now) {
    const isSecret = ({ category }) => category === 'secret';
    const { located: findings, others } = (0,_located_js__WEBPACK_IMPORTED_MODULE_3__/* .byPlace */ .h)(report.verdict.findings.filter((finding) => isSecret(finding) === (type === 'secret_detection')));
    const occurrence = (0,_occurrences_js__WEBPACK_IMPORTED_MODULE_4__/* .occurrences */ .T)(findings);
    const flags = (0,_accept_js__WEBPACK_IMPORTED_MODULE_0__/* .acceptFlags */ .y0)(report);
    const commit = type === 'secret_detection' ? { commit: { sha: report.range.head ?? '0000000' } } : {};
    return `${JSON.stringify({
        version,
        scan: scan(report, type, others.map(_located_js__WEBPACK_IMPORTED_MODULE_3__/* .unlocatedLine */ .k), now),
        vulnerabilities: findings.map((finding, index) => {
            const number = occurrence[index] ?? 1;
            const id = number === 1 ? finding.fingerprint : `${finding.fingerprint}-${number}`;
            return vulnerability(finding, id, commit, flags);
        }),
    }, undefined, 2)}\n`;
}
function scan({ toolVersion, verdict, notListed }, type, others, now) {
    const tool = { id: 'gitops-gate', name: 'gitops-gate', version: toolVersion, vendor: { name: 'gitops-gate' } };
    const time = new Date(now).toISOString().slice(0, 19);
    return {
        type,
        analyzer: tool,
        scanner: tool,
        start_time: time,
        end_time: time,
        status: verdict.outcome === 'could-not-judge' ? 'failure' : 'success',
        messages: [
            ...verdict.unjudged.map(({ what, remedy }) => `${what} ${remedy}`),
            ...(notListed === undefined ? [] : [notListed]),
            ...others,
        ].map((text) => ({ level: 'warn', value: (0,_visible_js__WEBPACK_IMPORTED_MODULE_2__/* .clip */ .$Q)((0,_visible_js__WEBPACK_IMPORTED_MODULE_2__/* .visible */ .RK)(text), 1000) })),
    };
}
/** Named by what it says: a list of them tells one secret's place from another's. */
function vulnerability(finding, id, commit, flags) {
    const { rule, severity, message, remedy, details = [], excerpt, references = [], fingerprint, endLine = 0 } = finding;
    const { file, line } = finding.position;
    const lines = { start_line: line, end_line: Math.max(line, endLine) };
    const path = file.replace(/\p{Cs}/gu, '\ufffd');
    return {
        id,
        name: (0,_visible_js__WEBPACK_IMPORTED_MODULE_2__/* .clip */ .$Q)((0,_visible_js__WEBPACK_IMPORTED_MODULE_2__/* .visible */ .RK)(message), 255) || rule,
        description: [message, ...(excerpt === undefined ? [] : [excerpt]), ...details]
            .map((part) => (0,_markdown_markdown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .prose */ .CS)(part))
            .join('\n\n'),
        severity: severities[severity],
        solution: `${(0,_markdown_markdown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .prose */ .CS)(remedy)}\n\nTo accept it: ${(0,_markdown_markdown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)((0,_accept_js__WEBPACK_IMPORTED_MODULE_0__/* .acceptCommand */ .O3)(finding, flags))}`,
        links: [{ name: rule, url: (0,_version_js__WEBPACK_IMPORTED_MODULE_5__/* .rulePage */ .gd)(rule) }],
        identifiers: [
            { type: 'gitops_gate_rule', name: `gitops-gate ${rule}`, value: rule },
            ...references.map(identifier),
        ].slice(0, identifierLimit),
        location: { file: path, ...lines, ...commit },
        tracking: {
            type: 'source',
            items: [{ file: path, ...lines, signatures: [{ algorithm: 'hash', value: fingerprint }] }],
        },
    };
}
/** `CWE-312` by GitLab's convention; other guidance by its own name. */
function identifier(reference) {
    const weakness = /^CWE-(\d+)$/.exec(reference)?.[1];
    if (weakness === undefined)
        return { type: 'guidance', name: (0,_visible_js__WEBPACK_IMPORTED_MODULE_2__/* .visible */ .RK)(reference) || '-', value: (0,_visible_js__WEBPACK_IMPORTED_MODULE_2__/* .visible */ .RK)(reference) || '-' };
    return {
        type: 'cwe',
        name: reference,
        value: weakness,
        url: `https://cwe.mitre.org/data/definitions/${weakness}.html`,
    };
}


/***/ }),

/***/ 5079:
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
