export const id = 536;
export const ids = [536];
export const modules = {

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
    return (0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .clip */ .$)((0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .R)(`${severity} ${rule}: ${message} It has no file, and is in the job's summary and log.`), 1000);
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
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8508);
/* harmony import */ var _accept_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6803);
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6257);
/* harmony import */ var _located_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5079);
/* harmony import */ var _occurrences_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6183);





/** GitHub's limit on results in one run. */
const resultLimit = 25_000;
const levels = {
    critical: 'error',
    high: 'error',
    medium: 'warning',
    low: 'note',
};
/** GitHub reads it of the rule alone: over 9.0 is critical, from 7.0 high, from 4.0 medium, else low. */
const securitySeverity = {
    critical: '9.5',
    high: '8.0',
    medium: '5.5',
    low: '2.0',
};
/**
 * SARIF 2.1.0 for GitHub code scanning and others. GitHub takes an alert's severity from the rule: results whose severity is not their
 * rule's name a variant of it, `rbac-widened/critical` (hierarchical ids, §3.27.5). It refuses a file that holds a result without a
 * place, so that findings about commits are notifications of the run (§3.58).
 */
function renderSarif(report, rules) {
    const { findings, suppressed } = report.verdict;
    const { located, others } = (0,_located_js__WEBPACK_IMPORTED_MODULE_2__/* .byPlace */ .h)([...findings, ...suppressed]);
    const severities = new Map(rules.map(({ id, severity }) => [id, severity]));
    const idOf = ({ rule, severity }) => (severities.get(rule) ?? severity) === severity ? rule : `${rule}/${severity}`;
    const descriptors = descriptorsOf(rules, report, idOf);
    const flags = (0,_accept_js__WEBPACK_IMPORTED_MODULE_0__/* .acceptFlags */ .y0)(report);
    const index = new Map(descriptors.map(({ id }, at) => [id, at]));
    const occurrence = (0,_occurrences_js__WEBPACK_IMPORTED_MODULE_3__/* .occurrences */ .T)(located);
    const results = located.slice(0, resultLimit).map((finding, at) => {
        const id = idOf(finding);
        return result(finding, id, index.get(id), occurrence[at] ?? 1, flags);
    });
    const driver = {
        name: 'gitops-gate',
        version: report.toolVersion,
        semanticVersion: report.toolVersion,
        informationUri: _version_js__WEBPACK_IMPORTED_MODULE_4__/* .homepage */ .TB,
        rules: descriptors,
    };
    const log = {
        $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
        version: '2.1.0',
        runs: [
            {
                tool: { driver },
                // The category: what is there and what changes are never taken for each other.
                automationDetails: { id: `gitops-gate/${report.command === 'audit' ? 'state' : 'change'}/` },
                columnKind: 'utf16CodeUnits',
                invocations: [invocation(report, others, located.length - results.length)],
                results,
            },
        ],
    };
    return `${JSON.stringify(log, undefined, 2)}\n`;
}
/** Every rule, then the variants that there are results of. */
function descriptorsOf(rules, { verdict }, idOf) {
    const infos = new Map(rules.map((rule) => [rule.id, rule]));
    const variants = new Map();
    for (const finding of [...verdict.findings, ...verdict.suppressed]) {
        const info = infos.get(finding.rule);
        if (info !== undefined && idOf(finding) !== info.id)
            variants.set(idOf(finding), { ...info, severity: finding.severity });
    }
    const all = [...infos, ...[...variants].sort(([a], [b]) => (a < b ? -1 : 1))];
    return all.map(([id, info]) => descriptor(id, info));
}
function descriptor(id, { id: rule, category, severity, summary, help }) {
    return {
        id,
        name: id.replace(/(?:^|[-/])(.)/g, (_, letter) => letter.toUpperCase()),
        shortDescription: { text: summary },
        fullDescription: { text: summary },
        help: { text: help, markdown: help },
        helpUri: (0,_version_js__WEBPACK_IMPORTED_MODULE_4__/* .rulePage */ .gd)(rule),
        defaultConfiguration: { level: levels[severity] },
        properties: { tags: ['security', category], precision: 'high', 'security-severity': securitySeverity[severity] },
    };
}
function result(finding, ruleId, ruleIndex, occurrence, flags) {
    const { severity, category, blocking, fingerprint, scope, places = [] } = finding;
    return {
        ruleId,
        ...(ruleIndex === undefined ? {} : { ruleIndex }),
        level: levels[severity],
        message: { text: message(finding, flags) },
        locations: [{ physicalLocation: physical(finding.position, finding.endLine), ...logical(finding) }],
        ...(places.length > 0
            ? { relatedLocations: places.map((place, index) => ({ id: index + 1, physicalLocation: physical(place) })) }
            : {}),
        partialFingerprints: { primaryLocationLineHash: occurrence === 1 ? fingerprint : `${fingerprint}:${occurrence}` },
        ...('reason' in finding
            ? { suppressions: [{ kind: 'external', status: 'accepted', justification: text(finding.reason) }] }
            : {}),
        properties: {
            severity,
            'security-severity': securitySeverity[severity],
            category,
            blocking,
            fingerprint,
            ...(scope === undefined ? {} : { scope: text(scope) }),
        },
    };
}
function message(finding, flags) {
    const { message, excerpt, details = [], remedy } = finding;
    return [
        text(message),
        ...(excerpt === undefined ? [] : [text(excerpt)]),
        ...details.map(text),
        `Fix: ${text(remedy)}`,
        ...('reason' in finding ? [] : [`Accept: ${(0,_accept_js__WEBPACK_IMPORTED_MODULE_0__/* .acceptCommand */ .O3)(finding, flags)}`]),
    ].join('\n');
}
/** SARIF reads `[text](place)` in a message as a link (§3.11.6). */
const text = (value) => (0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .clip */ .$)((0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .R)(value), 1000).replaceAll('](', '] (');
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
/** A finding that has no file. */
function notification(finding, flags) {
    const { rule, severity, category, blocking, fingerprint } = finding;
    const ignored = 'reason' in finding ? `\nIgnored until ${text(finding.until)}: ${text(finding.reason)}` : '';
    const place = logical(finding);
    return {
        associatedRule: { id: rule },
        level: 'reason' in finding ? 'note' : levels[severity],
        message: { text: `${message(finding, flags)}${ignored}` },
        ...(Object.keys(place).length > 0 ? { locations: [place] } : {}),
        properties: { severity, category, blocking, fingerprint },
    };
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
function invocation(report, others, cut) {
    const { verdict, range, notListed } = report;
    const { outcome, unjudged, notes } = verdict;
    const flags = (0,_accept_js__WEBPACK_IMPORTED_MODULE_0__/* .acceptFlags */ .y0)(report);
    const missing = [
        ...(cut > 0 ? [`${cut} results are left out: GitHub takes ${resultLimit}. They are in report.json.`] : []),
        ...(notListed === undefined ? [] : [notListed]),
    ];
    const notifications = [
        ...missing.map((line) => ({ level: 'warning', message: { text: line } })),
        ...unjudged.map(({ what, remedy }) => ({
            level: 'error',
            message: { text: `${text(what)}\nFix: ${text(remedy)}` },
        })),
        ...others.slice(0, resultLimit).map((finding) => notification(finding, flags)),
        ...[...new Set([...range.notes, ...notes])].map((note) => ({ level: 'note', message: { text: text(note) } })),
    ];
    return {
        executionSuccessful: outcome !== 'could-not-judge' && unjudged.length === 0,
        ...(notifications.length > 0 ? { toolExecutionNotifications: notifications } : {}),
    };
}


/***/ })

};
