export const id = 921;
export const ids = [921];
export const modules = {

/***/ 662:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ htmlText),
/* harmony export */   n: () => (/* binding */ htmlProse)
/* harmony export */ });
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6257);

const entities = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
};
/** Text for element content and quoted attributes, of HTML and of XML 1.0 alike. */
function htmlText(text) {
    return (0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(text).replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
/** A sentence as element content: what is between backticks is code. */
function htmlProse(text) {
    return htmlText(text).replace(/`([^`]+)`/g, '<code>$1</code>');
}


/***/ }),

/***/ 3921:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   renderJunit: () => (/* binding */ renderJunit)
/* harmony export */ });
/* harmony import */ var _accept_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6803);
/* harmony import */ var _html_html_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(662);
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6257);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2867);




/**
 * JUnit XML: one suite a rule, one for signatures, one for what could not be judged. Blocking findings are failures, findings that do
 * not block and ignored ones are skipped with their message, a rule without findings passes. Each fact counts once: a commit whose
 * signature is a finding, or could not be checked, is there as that.
 */
function renderJunit(report, rules) {
    const { findings, suppressed, unjudged } = report.verdict;
    const flags = (0,_accept_js__WEBPACK_IMPORTED_MODULE_0__/* .acceptFlags */ .y0)(report);
    const found = new Set([...findings, ...suppressed].map(({ rule }) => rule));
    const said = new Set([...findings, ...suppressed].flatMap(({ category, commit = '' }) => (category === 'signature' ? commit : [])));
    const cases = [
        ...rules.filter(({ id }) => !found.has(id)).map(({ id, summary }) => ({ suite: id, name: summary })),
        ...findings.map((finding) => findingCase(finding, finding.blocking ? 'failure' : 'skipped', finding.message, flags)),
        ...suppressed.map((entry) => findingCase(entry, 'skipped', `Ignored until ${entry.until}: ${entry.reason}`, flags)),
        ...(report.notListed === undefined ? [] : [notListedCase(report.notListed)]),
        ...report.commits
            .filter(({ sha, signature }) => !said.has(sha) && signature.state !== 'could-not-check')
            .map(commitCase),
        ...unjudged.map(({ what, remedy }) => ({
            suite: 'could not be judged',
            name: what,
            result: { element: 'error', message: what, text: (0,_html_html_text_js__WEBPACK_IMPORTED_MODULE_1__/* .htmlText */ .j)(remedy) },
        })),
    ];
    const suites = [...new Set(cases.map(({ suite }) => suite))].map((name) => suiteXml(name, cases.filter(({ suite }) => suite === name)));
    return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="gitops-gate" ${totals(cases)}>\n${suites.join('\n')}\n</testsuites>\n`;
}
function findingCase(finding, element, message, flags) {
    const { rule, remedy, details = [], fingerprint, position, commit } = finding;
    const place = position && `${position.file}:${position.line}:${position.column}`;
    const where = place ?? (commit === undefined ? '' : `commit ${commit}`);
    const text = [
        finding.message,
        where,
        ...details,
        `Fix: ${remedy}`,
        `id ${fingerprint}`,
        `Accept: ${(0,_accept_js__WEBPACK_IMPORTED_MODULE_0__/* .acceptCommand */ .O3)(finding, flags)}`,
    ].filter((each) => each !== '');
    return {
        suite: rule,
        name: `${(0,_visible_js__WEBPACK_IMPORTED_MODULE_2__/* .clip */ .$Q)(finding.message, 300)} (${fingerprint.slice(0, _wording_js__WEBPACK_IMPORTED_MODULE_3__/* .shownFingerprint */ .cO)})`,
        ...(position ? { file: position.file } : {}),
        result: { element, message, text: text.map(_html_html_text_js__WEBPACK_IMPORTED_MODULE_1__/* .htmlText */ .j).join('\n') },
    };
}
function notListedCase(notListed) {
    return { suite: 'not listed', name: notListed, result: { element: 'skipped', message: notListed, text: '' } };
}
function commitCase({ sha, subject, signature }) {
    const name = `${(0,_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .shortId */ .m_)(sha)} ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_2__/* .clip */ .$Q)(subject, 100)}`;
    if (signature.accepted)
        return { suite: 'signatures', name };
    // Refused, and no finding: the policy has turned the rule off.
    const { state, reason = '', remedy = '' } = signature;
    const result = { element: 'skipped', message: `${state}: ${reason}`, text: (0,_html_html_text_js__WEBPACK_IMPORTED_MODULE_1__/* .htmlText */ .j)(remedy) };
    return { suite: 'signatures', name, result };
}
function totals(cases) {
    const number = (element) => cases.filter(({ result }) => result?.element === element).length;
    return `tests="${cases.length}" failures="${number('failure')}" errors="${number('error')}" skipped="${number('skipped')}" time="0"`;
}
function suiteXml(name, cases) {
    return `  <testsuite name="${(0,_html_html_text_js__WEBPACK_IMPORTED_MODULE_1__/* .htmlText */ .j)(name)}" ${totals(cases)}>\n${cases.map(caseXml).join('\n')}\n  </testsuite>`;
}
function caseXml({ suite, name, file, result }) {
    const attributes = `classname="gitops-gate.${(0,_html_html_text_js__WEBPACK_IMPORTED_MODULE_1__/* .htmlText */ .j)(suite)}" name="${(0,_html_html_text_js__WEBPACK_IMPORTED_MODULE_1__/* .htmlText */ .j)(name)}"${file === undefined ? '' : ` file="${(0,_html_html_text_js__WEBPACK_IMPORTED_MODULE_1__/* .htmlText */ .j)(file)}"`} time="0"`;
    if (!result)
        return `    <testcase ${attributes}/>`;
    const { element, message, text } = result;
    return `    <testcase ${attributes}>\n      <${element} message="${(0,_html_html_text_js__WEBPACK_IMPORTED_MODULE_1__/* .htmlText */ .j)(message)}">${text}</${element}>\n    </testcase>`;
}


/***/ })

};
