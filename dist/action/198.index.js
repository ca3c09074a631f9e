export const id = 198;
export const ids = [198];
export const modules = {

/***/ 2198:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   renderCompliance: () => (/* binding */ renderCompliance)
/* harmony export */ });
/* harmony import */ var _compliance_assess_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8448);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2867);
/* harmony import */ var _quiet_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5596);



/** The version of compliance.json's shape; it changes when a field goes or changes its meaning, not when one is added. */
const schemaVersion = 1;
/** Ids of findings that one control lists, the worst first; all are counted, and report.json has them. */
const mostIds = 100;
/**
 * compliance.json (compliance.schema.json describes every field): by framework and control the rules that speak to it, what they
 * found and what kept them from looking, with the evidence by id, and what of the control no repository shows.
 */
function renderCompliance(report, rules) {
    const { range, verdict, toolVersion, command } = report;
    const record = {
        schemaVersion,
        toolVersion,
        command,
        judged: judged[command],
        says: says[command],
        compared: {
            text: (0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .comparison */ .my)(range),
            branch: range.branch ?? null,
            before: range.before ?? null,
            head: range.head ?? null,
            after: range.after ?? null,
            trust: range.trust ?? null,
        },
        outcome: verdict.outcome,
        failOn: verdict.failOn,
        frameworks: (0,_compliance_assess_js__WEBPACK_IMPORTED_MODULE_0__/* .assess */ .n)(report, rules).map(frameworkRecord),
        signatures: report.commits.map(signatureRecord),
    };
    return `${(0,_quiet_json_js__WEBPACK_IMPORTED_MODULE_2__/* .quietJson */ .n)(record, 2)}\n`;
}
const judged = {
    check: 'a change',
    audit: 'everything at a revision',
    posture: 'settings of the repository',
    verify: 'signatures',
};
const says = {
    check: 'What the gate’s rules found in this change. What was there before is not judged here: an audit does that. No control is met by this report alone.',
    audit: 'What the gate’s rules found in all that is in the repository at this revision. No control is met by this report alone.',
    posture: 'What the gate’s rules found in how the repository is set up on its forge. No control is met by this report alone.',
    verify: 'What signatures of these commits are worth. No control is met by this report alone.',
};
const frameworkRecord = ({ framework: { id, name, version, source }, controls }) => ({
    id,
    name,
    version,
    source,
    controls: controls.map(controlRecord),
});
function controlRecord({ control, rules, result, findings, accepted, because, commits }) {
    return {
        id: control.id,
        name: control.name,
        rules,
        result,
        findings: {
            count: findings.length,
            blocking: findings.filter(({ blocking }) => blocking).length,
            ids: findings.slice(0, mostIds).map(({ fingerprint }) => fingerprint),
        },
        accepted: {
            count: accepted.length,
            entries: accepted.slice(0, mostIds).map(({ fingerprint, reason, until }) => ({ id: fingerprint, reason, until })),
        },
        commits,
        because,
        outside: control.outside,
    };
}
const signatureRecord = ({ sha, kind, signature: { state, accepted, signer, keyFingerprint } }) => ({
    sha,
    kind,
    state,
    accepted,
    signer: signer?.name,
    keyFingerprint,
});


/***/ }),

/***/ 5596:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ quietJson)
/* harmony export */ });
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6257);

/** JSON whose text neither reorders a terminal nor is obeyed by a runner: such characters are escapes, equal once parsed. One line without `indent`. */
function quietJson(value, indent) {
    const text = JSON.stringify(value, undefined, indent).replace(_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .agentCommand */ .zA, '#\\u0023');
    return /^[\n\x20-\x7e]*$/.test(text) ? text : text.replace(/[\p{Cf}\p{Zl}\p{Zp}\x7f-\x9f]/gu, escaped);
}
/** `\u202e`; two of them for a character beyond the first plane. */
function escaped(character) {
    return character
        .split('')
        .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
        .join('');
}


/***/ })

};
