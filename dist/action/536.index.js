export const id = 536;
export const ids = [536];
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


/***/ }),

/***/ 3536:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   renderSarif: () => (/* binding */ renderSarif)
/* harmony export */ });
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8508);
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6257);
/* harmony import */ var _anchor_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8168);
/* harmony import */ var _occurrences_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6183);




/** GitHub's limit on results in one run. */
const resultLimit = 25_000;
const levels = {
    critical: 'error',
    high: 'error',
    medium: 'warning',
    low: 'note',
};
/** GitHub: over 9.0 is critical, from 7.0 high, from 4.0 medium, else low. */
const securitySeverity = {
    critical: '9.5',
    high: '8.0',
    medium: '5.5',
    low: '2.0',
};
/**
 * SARIF 2.1.0 for GitHub code scanning and others. GitHub takes an alert's severity from the rule, so a result whose severity policy or
 * context has changed says so in its level and properties only.
 */
function renderSarif(report, rules) {
    const { findings, suppressed } = report.verdict;
    const known = new Map(rules.map(({ id }, index) => [id, index]));
    const all = [...findings, ...suppressed];
    const occurrence = (0,_occurrences_js__WEBPACK_IMPORTED_MODULE_1__/* .occurrences */ .T)(all);
    const results = all
        .slice(0, resultLimit)
        .map((finding, index) => result(finding, known.get(finding.rule), occurrence[index] ?? 1));
    const log = {
        $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
        version: '2.1.0',
        runs: [
            {
                tool: {
                    driver: {
                        name: 'gitops-gate',
                        version: report.toolVersion,
                        semanticVersion: report.toolVersion,
                        informationUri: _version_js__WEBPACK_IMPORTED_MODULE_2__/* .homepage */ .T,
                        rules: rules.map((rule) => descriptor(rule, report.toolVersion)),
                    },
                },
                automationDetails: { id: `gitops-gate/${report.command}/` },
                columnKind: 'utf16CodeUnits',
                invocations: [invocation(report, all.length - results.length)],
                results,
            },
        ],
    };
    return `${JSON.stringify(log, undefined, 2)}\n`;
}
function descriptor({ id, category, severity, summary, help }, version) {
    return {
        id,
        name: id.replace(/(?:^|-)(.)/g, (_, letter) => letter.toUpperCase()),
        shortDescription: { text: summary },
        fullDescription: { text: summary },
        help: { text: help, markdown: help },
        helpUri: `${_version_js__WEBPACK_IMPORTED_MODULE_2__/* .homepage */ .T}/blob/v${version}/.github/docs/rules/${id}.md`,
        defaultConfiguration: { level: levels[severity] },
        properties: { tags: ['security', category], precision: 'high', 'security-severity': securitySeverity[severity] },
    };
}
function result(finding, ruleIndex, occurrence) {
    const { rule, severity, category, blocking, fingerprint, scope, places = [] } = finding;
    return {
        ruleId: rule,
        ...(ruleIndex === undefined ? {} : { ruleIndex }),
        level: levels[severity],
        message: { text: message(finding) },
        locations: [{ physicalLocation: physical((0,_anchor_js__WEBPACK_IMPORTED_MODULE_3__/* .anchor */ .Y)(finding), finding.endLine), ...logical(finding) }],
        ...(places.length > 0
            ? { relatedLocations: places.map((place, index) => ({ id: index + 1, physicalLocation: physical(place) })) }
            : {}),
        partialFingerprints: { primaryLocationLineHash: occurrence === 1 ? fingerprint : `${fingerprint}:${occurrence}` },
        ...('reason' in finding
            ? { suppressions: [{ kind: 'external', status: 'accepted', justification: text(finding.reason) }] }
            : {}),
        properties: { severity, category, blocking, fingerprint, ...(scope === undefined ? {} : { scope: text(scope) }) },
    };
}
function message({ message, excerpt, details = [], remedy }) {
    return [
        text(message),
        ...(excerpt === undefined ? [] : [text(excerpt)]),
        ...details.map(text),
        `Fix: ${text(remedy)}`,
    ].join('\n');
}
/** SARIF reads `[text](place)` in a message as a link (§3.11.6). */
const text = (value) => (0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .clip */ .$)((0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .R)(value), 1000).replaceAll('](', '] (');
function physical({ file, line, column }, endLine = line) {
    const region = { startLine: line, startColumn: column, endLine: Math.max(line, endLine), endColumn: column + 1 };
    return { artifactLocation: { uri: uri(file), uriBaseId: '%SRCROOT%' }, region };
}
/** A relative reference (RFC 3986) whose first segment is not a scheme. */
function uri(file) {
    return file
        .split('/')
        .map((segment) => encodeURIComponent(segment.replace(/\p{Cs}/gu, '\ufffd')))
        .join('/');
}
function logical({ object, commit }) {
    if (object) {
        const parts = [object.group, object.kind, object.namespace ?? '', object.name].map(text);
        return { logicalLocations: [{ name: text(object.name), fullyQualifiedName: parts.join('/'), kind: 'resource' }] };
    }
    return commit === undefined
        ? {}
        : { logicalLocations: [{ name: commit, fullyQualifiedName: `commit/${commit}`, kind: 'commit' }] };
}
function invocation({ verdict, range, notListed }, cut) {
    const { outcome, unjudged, notes } = verdict;
    const missing = [
        ...(cut > 0 ? [`${cut} results are left out: GitHub takes ${resultLimit}. They are in report.json.`] : []),
        ...(notListed === undefined ? [] : [notListed]),
    ];
    const notifications = [
        ...unjudged.map(({ what, remedy }) => ({
            level: 'error',
            message: { text: `${text(what)}\nFix: ${text(remedy)}` },
        })),
        ...[...new Set([...range.notes, ...notes])].map((note) => ({ level: 'note', message: { text: text(note) } })),
        ...missing.map((line) => ({ level: 'warning', message: { text: line } })),
    ];
    return {
        executionSuccessful: outcome !== 'could-not-judge' && unjudged.length === 0,
        ...(notifications.length > 0 ? { toolExecutionNotifications: notifications } : {}),
    };
}


/***/ })

};
