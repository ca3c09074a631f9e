export const id = 724;
export const ids = [724,339];
export const modules = {

/***/ 5339:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ groupFindings)
/* harmony export */ });
/* harmony import */ var _groups_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1782);

/**
 * Gathers findings that differ only in the commit they are about, so that two hundred unsigned commits are one entry, and findings
 * that say the same of several places. The order of the first of each is kept.
 */
function groupFindings(findings, commits) {
    const subjects = new Map(commits.map(({ sha, subject }) => [sha, subject]));
    const groups = (0,_groups_js__WEBPACK_IMPORTED_MODULE_0__/* .groupBy */ .$)(findings, (finding) => sameness(finding, subjects));
    return [...groups.values()].flatMap((all) => (all[0] ? [{ first: all[0], all }] : []));
}
/** What a finding says, a commit's id and subject (`1a2b3c4d5e6f (subject)`) left out. */
function sameness(finding, subjects) {
    const { rule, severity, blocking, message, remedy, details = [], excerpt, commit = '' } = finding;
    const subject = subjects.get(commit);
    const names = [commit, commit.slice(0, 12), commit.slice(0, 7), subject === undefined ? '' : `\0 (${subject})`];
    const general = (text) => names.reduce((rest, name) => (name === '' ? rest : rest.replaceAll(name, '\0')), text);
    return JSON.stringify([rule, severity, blocking, [message, remedy, ...details].map(general), excerpt]);
}


/***/ }),

/***/ 662:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ htmlText)
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
    return (0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .R)(text).replace(/[&<>"']/g, (character) => entities[character] ?? '');
}


/***/ }),

/***/ 3724:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  renderHtml: () => (/* binding */ renderHtml)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/severity.js
var severity = __webpack_require__(5989);
// EXTERNAL MODULE: ./build/report/group-findings.js
var group_findings = __webpack_require__(5339);
// EXTERNAL MODULE: ./build/report/wording.js
var wording = __webpack_require__(2867);
;// CONCATENATED MODULE: ./build/report/html/html-style.js
/** The style sheet of report.html. */
const htmlStyle = `
:root { color-scheme: light dark; --text: #1f2328; --soft: #59636e; --page: #f6f8fa; --card: #fff; --line: #d1d9e0; --code: #eff2f5;
  --critical: #a40e4c; --high: #cf222e; --medium: #9a6700; --low: #0969da; --passed: #1a7f37; --blocked: #cf222e; --could-not-judge: #9a6700; }
@media (prefers-color-scheme: dark) { :root { --text: #f0f6fc; --soft: #9198a1; --page: #0d1117; --card: #151b23; --line: #3d444d; --code: #262c36;
  --critical: #ff7eb6; --high: #ff7b72; --medium: #d29922; --low: #4493f8; --passed: #3fb950; --blocked: #f85149; --could-not-judge: #d29922; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 66rem; font: 15px/1.55 system-ui, sans-serif; color: var(--text); background: var(--page); }
h1 { font-size: 1.5rem; margin: 0; } h2 { font-size: 1.15rem; margin: 2.25rem 0 .75rem; } p { margin: .5rem 0; }
code, pre { font: .87em/1.5 ui-monospace, monospace; } code { unicode-bidi: isolate; background: var(--code); padding: .1em .35em; border-radius: .3em; overflow-wrap: anywhere; }
pre { background: var(--code); padding: .6rem .8rem; border-radius: .4rem; white-space: pre-wrap; overflow-wrap: anywhere; margin: .6rem 0; }
.soft { color: var(--soft); } small { font-size: .85em; }
.verdict { border: 1px solid var(--line); border-left: .4rem solid var(--tone); background: var(--card); border-radius: .5rem; padding: 1.1rem 1.4rem; }
.verdict h1 { color: var(--tone); } .verdict p { margin: .3rem 0 0; }
.passed { --tone: var(--passed); } .blocked { --tone: var(--blocked); } .could-not-judge { --tone: var(--could-not-judge); }
.critical { --tone: var(--critical); } .high { --tone: var(--high); } .medium { --tone: var(--medium); } .low { --tone: var(--low); }
.filter { display: flex; flex-wrap: wrap; gap: .5rem; margin: 0 0 .9rem; }
.filter label { border: 1px solid var(--line); border-radius: 2rem; padding: .15rem .8rem; background: var(--card); cursor: pointer; color: var(--tone, var(--text)); }
.filter label[class]:has(:not(:checked)) { opacity: .5; text-decoration: line-through; }
.filter input { accent-color: var(--tone); margin-right: .4rem; }
body:has(#show-critical:not(:checked)) .finding.critical, body:has(#show-high:not(:checked)) .finding.high,
body:has(#show-medium:not(:checked)) .finding.medium, body:has(#show-low:not(:checked)) .finding.low,
body:has(#only-blocking:checked) .finding:not(.blocks) { display: none; }
details.finding { border: 1px solid var(--line); border-left: .3rem solid var(--tone); background: var(--card); border-radius: .5rem; margin: .6rem 0; }
details.finding > summary { padding: .7rem 1rem; cursor: pointer; } details.finding > div { padding: 0 1rem .7rem; }
.badge { color: var(--tone); font-weight: 650; text-transform: uppercase; font-size: .78em; letter-spacing: .04em; margin-right: .35rem; }
.tag { border: 1px solid var(--line); border-radius: 2rem; padding: 0 .55rem; font-size: .8em; color: var(--soft); margin-left: .35rem; white-space: nowrap; }
.message { display: block; margin-top: .2rem; overflow-wrap: anywhere; }
.fix { border-left: .2rem solid var(--passed); padding-left: .8rem; overflow-wrap: anywhere; }
.scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: .5rem; background: var(--card); }
table { border-collapse: collapse; width: 100%; } th, td { text-align: left; vertical-align: top; padding: .5rem .9rem; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
thead th { border-top: 0; color: var(--soft); font-weight: 600; font-size: .88em; } td:first-child { white-space: nowrap; }
.yes { color: var(--passed); } .no { color: var(--high); } .unknown { color: var(--medium); } ul { padding-left: 1.3rem; } li { overflow-wrap: anywhere; }
@media print { body { max-width: none; background: none; } .filter { display: none; } }
`;

// EXTERNAL MODULE: ./build/report/html/html-text.js
var html_text = __webpack_require__(662);
;// CONCATENATED MODULE: ./build/report/html/html.js






/** A page in one file: no script, nothing fetched; filters are check boxes and CSS. Every severity can be hidden, every finding folded. */
function renderHtml(report) {
    const { outcome } = report.verdict;
    const title = (0,wording/* sentence */.em)((0,wording/* verdictWords */.L2)(report.verdict));
    const hash = (0,external_node_crypto_.createHash)('sha256').update(htmlStyle).digest('base64');
    return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>gitops-gate: ${title}</title>
<style>${htmlStyle}</style>
</head>
<body>
<header class="verdict ${outcome}">
<h1>${title}</h1>
<p>${(0,html_text/* htmlText */.j)((0,wording/* sentence */.em)((0,wording/* reasoning */.Zd)(report)))}</p>
<p class="soft"><small>gitops-gate ${(0,html_text/* htmlText */.j)(report.toolVersion)} compared ${(0,html_text/* htmlText */.j)((0,wording/* comparison */.my)(report.range))}.</small></p>
</header>
${[unjudged(report.verdict.unjudged), findings(report), commits(report), suppressed(report.verdict.suppressed), coverage(report)].filter((part) => part !== '').join('\n')}
</body>
</html>
`;
}
function unjudged(entries) {
    if (entries.length === 0)
        return '';
    const items = entries.map(({ what, remedy }) => `<li>${(0,html_text/* htmlText */.j)(what)}<p class="fix"><b>Fix:</b> ${(0,html_text/* htmlText */.j)(remedy)}</p></li>`);
    return `<h2>Could not be judged</h2>\n<ul>${items.join('\n')}</ul>`;
}
function findings({ verdict, commits, counts, notListed }) {
    if (verdict.findings.length === 0)
        return '';
    const filters = severity/* severities */.gO
        .filter((severity) => counts[severity] > 0)
        .map((severity) => `<label class="${severity}"><input type="checkbox" id="show-${severity}" checked>${counts[severity]} ${severity}</label>`);
    return [
        '<h2>Findings</h2>',
        `<div class="filter">${filters.join('')}<label><input type="checkbox" id="only-blocking">only what blocks</label></div>`,
        ...(notListed === undefined ? [] : [`<p>${(0,html_text/* htmlText */.j)(notListed)}</p>`]),
        ...(0,group_findings/* groupFindings */.k)(verdict.findings, commits).map(finding),
    ].join('\n');
}
function finding({ first, all }) {
    const { severity, rule, blocking, message, excerpt, details = [], remedy, references = [], scope, object } = first;
    const places = all.flatMap(({ position, commit, places = [] }) => [
        ...(position ? [position, ...places].map(({ file, line, column }) => `${file}:${line}:${column}`) : []),
        ...(commit === undefined ? [] : [`commit ${(0,wording/* shortId */.m_)(commit)}`]),
    ]);
    const about = [
        `id ${all.map(({ fingerprint }) => `<code title="${fingerprint}">${fingerprint.slice(0, wording/* shownFingerprint */.cO)}</code>`).join(' ')}`,
        ...(object ? [(0,html_text/* htmlText */.j)([object.kind, object.namespace, object.name].filter(Boolean).join(' '))] : []),
        ...(scope === undefined ? [] : [`scope ${(0,html_text/* htmlText */.j)(scope)}`]),
        ...references.map(html_text/* htmlText */.j),
    ];
    return `<details class="finding ${severity}${blocking ? ' blocks' : ''}"${blocking ? ' open' : ''}>
<summary><span class="badge">${severity}</span><b>${(0,html_text/* htmlText */.j)(rule)}</b>${all.length > 1 ? ` × ${all.length}` : ''}<span class="tag">${blocking ? 'blocks' : 'does not block'}</span>
<span class="message">${(0,html_text/* htmlText */.j)(message)}</span></summary>
<div>
${places.length > 0 ? `<p>${places.map((place) => `<code>${(0,html_text/* htmlText */.j)(place)}</code>`).join(' ')}</p>` : ''}
${excerpt === undefined ? '' : `<pre>${(0,html_text/* htmlText */.j)(excerpt)}</pre>`}
${details.length > 0 ? `<ul>${details.map((detail) => `<li>${(0,html_text/* htmlText */.j)(detail)}</li>`).join('')}</ul>` : ''}
<p class="fix"><b>Fix:</b> ${(0,html_text/* htmlText */.j)(remedy)}</p>
<p class="soft"><small>${about.join(' · ')}</small></p>
</div>
</details>`;
}
function table(title, caption, heads, rows) {
    if (rows.length === 0)
        return '';
    const head = heads.map((each) => `<th>${each}</th>`).join('');
    const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('\n');
    const says = caption === '' ? '' : `<p class="soft">${(0,html_text/* htmlText */.j)(caption)}</p>\n`;
    return `<h2>${title}</h2>\n${says}<div class="scroll"><table><thead><tr>${head}</tr></thead><tbody>\n${body}\n</tbody></table></div>`;
}
function commits(report) {
    return table('Signatures', (0,wording/* signatureLine */.Zp)(report), ['Commit', 'Signature', 'Signer', 'Subject'], report.commits.map(commitRow));
}
function commitRow({ sha, subject, committer, signature }) {
    const { state, accepted, signer, format, keyFingerprint, reason } = signature;
    const style = accepted ? 'yes' : state === 'could-not-check' ? 'unknown' : 'no';
    const key = [format, keyFingerprint].flatMap((part) => (part === undefined ? [] : (0,html_text/* htmlText */.j)(part))).join(' ');
    const who = signer
        ? `${(0,html_text/* htmlText */.j)(signer.name)} ${signer.emails.map((email) => (0,html_text/* htmlText */.j)(`<${email}>`)).join(' ')}`
        : `committer ${(0,html_text/* htmlText */.j)(committer.name)}`;
    return [
        `<code title="${(0,html_text/* htmlText */.j)(sha)}">${(0,html_text/* htmlText */.j)((0,wording/* shortId */.m_)(sha))}</code>`,
        `<b class="${style}">${state}</b>${reason === undefined ? '' : `<br><small>${(0,html_text/* htmlText */.j)(reason)}</small>`}`,
        `${who}${key === '' ? '' : `<br><small class="soft">${key}</small>`}`,
        (0,html_text/* htmlText */.j)(subject),
    ];
}
function suppressed(entries) {
    const rows = entries.map(({ rule, severity, message, position, reason, until, fingerprint }) => [
        `<span class="badge ${severity}">${severity}</span> ${(0,html_text/* htmlText */.j)(rule)}`,
        `${(0,html_text/* htmlText */.j)(message)}${position ? `<br><code>${(0,html_text/* htmlText */.j)(`${position.file}:${position.line}`)}</code>` : ''}`,
        (0,html_text/* htmlText */.j)(reason),
        (0,html_text/* htmlText */.j)(until),
        `<code title="${fingerprint}">${fingerprint.slice(0, wording/* shownFingerprint */.cO)}</code>`,
    ]);
    return table('Ignored by the base branch', '', ['Rule', 'Finding', 'Reason', 'Until', 'Id'], rows);
}
function coverage({ coverage, range, verdict }) {
    const files = [
        ...coverage.skipped.map((each) => ({ ...each, how: 'skipped' })),
        ...coverage.readWithoutStructure.map((each) => ({ ...each, how: 'without structure' })),
    ];
    const items = [
        ...[...new Set([...range.notes, ...verdict.notes])].map((note) => `<li>${(0,html_text/* htmlText */.j)(note)}</li>`),
        ...files.map(({ file, why, how }) => `<li>${how}: <code>${(0,html_text/* htmlText */.j)(file)}</code> ${(0,html_text/* htmlText */.j)(why)}</li>`),
    ];
    return `<h2>What was read</h2>\n<p>${(0,html_text/* htmlText */.j)((0,wording/* coverageLine */.vn)(coverage))}</p>${items.length > 0 ? `\n<ul>${items.join('\n')}</ul>` : ''}`;
}


/***/ })

};
