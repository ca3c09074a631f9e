export const id = 243;
export const ids = [243];
export const modules = {

/***/ 2243:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   findingRecord: () => (/* binding */ findingRecord),
/* harmony export */   json: () => (/* binding */ json),
/* harmony export */   person: () => (/* binding */ person),
/* harmony export */   renderJson: () => (/* binding */ renderJson),
/* harmony export */   renderVerifyJson: () => (/* binding */ renderVerifyJson)
/* harmony export */ });
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8508);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5271);
/* harmony import */ var _quiet_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5596);



/** The version of report.json's shape; it changes when a field goes or changes its meaning, not when one is added. */
const schemaVersion = 1;
/** report.json (report.schema.json describes every field). What has no value is null; what does not apply is absent. */
function renderJson(report) {
    const { range, verdict, coverage } = report;
    return json({
        schemaVersion,
        toolVersion: report.toolVersion,
        command: report.command,
        outcome: verdict.outcome,
        failOn: verdict.failOn,
        failOnFrom: verdict.failOnFrom,
        wouldBlock: verdict.wouldBlock,
        range: {
            kind: range.kind,
            target: range.target ?? null,
            branch: range.branch ?? null,
            mergeBase: range.mergeBase ?? null,
            head: range.head ?? null,
            result: range.result ?? null,
            before: range.before ?? null,
            after: range.after ?? null,
            trust: range.trust ?? null,
            tag: range.tag ?? null,
            synthetic: range.synthetic,
            notes: range.notes,
            empty: range.empty ?? null,
        },
        counts: counts(report.counts),
        rules: report.rules,
        total: report.total,
        findings: verdict.findings.map(findingRecord),
        suppressed: verdict.suppressed.map(suppressedRecord),
        notListed: report.notListed,
        unjudged: verdict.unjudged.map(({ what, remedy }) => ({ what, remedy })),
        notes: verdict.notes,
        commits: report.commits.map(commitRecord),
        ages: report.ages,
        fix: report.fix && fixRecord(report.fix),
        posture: report.posture,
        run: runRecord(report.run),
        coverage: {
            filesChanged: coverage.filesChanged,
            filesRead: coverage.filesRead,
            contextFilesRead: coverage.contextFilesRead,
            readWithoutStructure: coverage.readWithoutStructure.map(({ file, why }) => ({ file, why })),
            skipped: coverage.skipped.map(({ file, why }) => ({ file, why })),
            rendering: coverage.rendering,
            history: coverage.history,
        },
    });
}
/** What `verify --format json` prints: the commits in the form report.json has them. */
function renderVerifyJson(commits) {
    return json({ schemaVersion, toolVersion: _version_js__WEBPACK_IMPORTED_MODULE_2__/* .version */ .rE, command: 'verify', commits: commits.map(commitRecord) });
}
/** The patch itself is a file of its own. */
const fixRecord = ({ patch, blind, leftOut, fixed, left }) => ({
    patch: patch === '' ? null : _report_js__WEBPACK_IMPORTED_MODULE_0__/* .patchFile */ .dp,
    blind,
    leftOut,
    fixed: fixed.map(({ fingerprint, what }) => ({ fingerprint, what })),
    left: left.map(({ fingerprint, why }) => ({ fingerprint, why })),
});
const counts = ({ critical, high, medium, low }) => ({ critical, high, medium, low });
/** A finding as report.json has it. */
function findingRecord(finding) {
    const { object, position } = finding;
    return {
        rule: finding.rule,
        category: finding.category,
        severity: finding.severity,
        blocking: finding.blocking,
        fingerprint: finding.fingerprint,
        message: finding.message,
        remedy: finding.remedy,
        file: position?.file ?? null,
        line: position?.line ?? null,
        column: position?.column ?? null,
        endLine: finding.endLine,
        scope: finding.scope ?? null,
        object: object && objectRecord(object),
        commit: finding.commit,
        excerpt: finding.excerpt,
        details: finding.details,
        example: finding.example,
        references: finding.references,
        places: finding.places?.map(({ file, line, column, object: owner, field }) => ({
            file,
            line,
            column,
            object: owner && objectRecord(owner),
            field,
        })),
        suggestion: finding.suggestion,
        blobs: finding.blobs,
    };
}
const objectRecord = ({ group, kind, namespace, name }) => ({
    group,
    kind,
    namespace: namespace ?? null,
    name,
});
const suppressedRecord = (suppressed) => ({
    ...findingRecord(suppressed),
    reason: suppressed.reason,
    until: suppressed.until,
});
function commitRecord(commit) {
    const { state, accepted, format, signer, keyFingerprint, reason, remedy } = commit.signature;
    return {
        sha: commit.sha,
        kind: commit.kind,
        subject: commit.subject,
        author: person(commit.author),
        committer: person(commit.committer),
        signature: {
            state,
            accepted,
            format,
            signer: signer && { name: signer.name, emails: signer.emails, roles: signer.roles },
            keyFingerprint,
            reason,
            remedy,
        },
    };
}
const runRecord = ({ start, end, steps, policy, actor, repository, request, job }) => ({
    start: isoTime(start / 1000),
    milliseconds: end - start,
    steps: steps.map(({ name, milliseconds }) => ({ name, milliseconds })),
    actor,
    repository,
    request,
    job,
    policy: { folder: policy.folder ?? null, sha256: policy.sha256 ?? null },
});
/** An author or committer as report.json has them. */
const person = ({ name, email, time }) => ({ name, email, time: isoTime(time) });
/** ISO 8601 in UTC to the second; null for a time that git's header does not give, or that has no year of four digits. */
function isoTime(seconds) {
    const time = new Date(seconds * 1000);
    const text = Number.isNaN(time.getTime()) ? '' : time.toISOString();
    return /^\d{4}-/.test(text) ? text.replace(/\.\d+Z$/, 'Z') : null;
}
/** What a command prints as JSON. */
const json = (value) => `${(0,_quiet_json_js__WEBPACK_IMPORTED_MODULE_1__/* .quietJson */ .n)(value, 2)}\n`;


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
