export const id = 42;
export const ids = [42];
export const modules = {

/***/ 5042:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  reportFiles: () => (/* binding */ reportFiles)
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

// EXTERNAL MODULE: ./build/report/visible.js
var visible = __webpack_require__(6257);
;// CONCATENATED MODULE: ./build/report/html/html-text.js

const entities = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
};
/** Text for element content and quoted attributes, of HTML and of XML 1.0 alike. */
function htmlText(text) {
    return (0,visible/* visible */.R)(text).replace(/[&<>"']/g, (character) => entities[character] ?? '');
}

;// CONCATENATED MODULE: ./build/report/html/html.js






const titles = { passed: 'Passed', blocked: 'Blocked', 'could-not-judge': 'Could not judge' };
/** A page in one file: no script, nothing fetched; filters are check boxes and CSS. Every severity can be hidden, every finding folded. */
function renderHtml(report) {
    const { outcome } = report.verdict;
    const hash = (0,external_node_crypto_.createHash)('sha256').update(htmlStyle).digest('base64');
    return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>gitops-gate: ${titles[outcome]}</title>
<style>${htmlStyle}</style>
</head>
<body>
<header class="verdict ${outcome}">
<h1>${titles[outcome]}</h1>
<p>${htmlText((0,wording/* sentence */.em)((0,wording/* reasoning */.Zd)(report)))}</p>
<p class="soft"><small>gitops-gate ${htmlText(report.toolVersion)} compared ${htmlText((0,wording/* comparison */.my)(report.range))}.</small></p>
</header>
${[unjudged(report.verdict.unjudged), findings(report), commits(report), suppressed(report.verdict.suppressed), coverage(report)].filter((part) => part !== '').join('\n')}
</body>
</html>
`;
}
function unjudged(entries) {
    if (entries.length === 0)
        return '';
    const items = entries.map(({ what, remedy }) => `<li>${htmlText(what)}<p class="fix"><b>Fix:</b> ${htmlText(remedy)}</p></li>`);
    return `<h2>Could not be judged</h2>\n<ul>${items.join('\n')}</ul>`;
}
function findings({ verdict, commits, counts }) {
    if (verdict.findings.length === 0)
        return '';
    const filters = severity/* severities */.gO
        .filter((severity) => counts[severity] > 0)
        .map((severity) => `<label class="${severity}"><input type="checkbox" id="show-${severity}" checked>${counts[severity]} ${severity}</label>`);
    return [
        '<h2>Findings</h2>',
        `<div class="filter">${filters.join('')}<label><input type="checkbox" id="only-blocking">only what blocks</label></div>`,
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
        ...(object ? [htmlText([object.kind, object.namespace, object.name].filter(Boolean).join(' '))] : []),
        ...(scope === undefined ? [] : [`scope ${htmlText(scope)}`]),
        ...references.map(htmlText),
    ];
    return `<details class="finding ${severity}${blocking ? ' blocks' : ''}"${blocking ? ' open' : ''}>
<summary><span class="badge">${severity}</span><b>${htmlText(rule)}</b>${all.length > 1 ? ` × ${all.length}` : ''}<span class="tag">${blocking ? 'blocks' : 'does not block'}</span>
<span class="message">${htmlText(message)}</span></summary>
<div>
${places.length > 0 ? `<p>${places.map((place) => `<code>${htmlText(place)}</code>`).join(' ')}</p>` : ''}
${excerpt === undefined ? '' : `<pre>${htmlText(excerpt)}</pre>`}
${details.length > 0 ? `<ul>${details.map((detail) => `<li>${htmlText(detail)}</li>`).join('')}</ul>` : ''}
<p class="fix"><b>Fix:</b> ${htmlText(remedy)}</p>
<p class="soft"><small>${about.join(' · ')}</small></p>
</div>
</details>`;
}
function table(title, caption, heads, rows) {
    if (rows.length === 0)
        return '';
    const head = heads.map((each) => `<th>${each}</th>`).join('');
    const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('\n');
    const says = caption === '' ? '' : `<p class="soft">${htmlText(caption)}</p>\n`;
    return `<h2>${title}</h2>\n${says}<div class="scroll"><table><thead><tr>${head}</tr></thead><tbody>\n${body}\n</tbody></table></div>`;
}
function commits(report) {
    return table('Signatures', (0,wording/* signatureLine */.Zp)(report), ['Commit', 'Signature', 'Signer', 'Subject'], report.commits.map(commitRow));
}
function commitRow({ sha, subject, committer, signature }) {
    const { state, accepted, signer, format, keyFingerprint, reason } = signature;
    const style = accepted ? 'yes' : state === 'could-not-check' ? 'unknown' : 'no';
    const key = [format, keyFingerprint].flatMap((part) => (part === undefined ? [] : htmlText(part))).join(' ');
    const who = signer
        ? `${htmlText(signer.name)} ${signer.emails.map((email) => htmlText(`<${email}>`)).join(' ')}`
        : `committer ${htmlText(committer.name)}`;
    return [
        `<code title="${htmlText(sha)}">${htmlText((0,wording/* shortId */.m_)(sha))}</code>`,
        `<b class="${style}">${state}</b>${reason === undefined ? '' : `<br><small>${htmlText(reason)}</small>`}`,
        `${who}${key === '' ? '' : `<br><small class="soft">${key}</small>`}`,
        htmlText(subject),
    ];
}
function suppressed(entries) {
    const rows = entries.map(({ rule, severity, message, position, reason, until, fingerprint }) => [
        `<span class="badge ${severity}">${severity}</span> ${htmlText(rule)}`,
        `${htmlText(message)}${position ? `<br><code>${htmlText(`${position.file}:${position.line}`)}</code>` : ''}`,
        htmlText(reason),
        htmlText(until),
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
        ...[...new Set([...range.notes, ...verdict.notes])].map((note) => `<li>${htmlText(note)}</li>`),
        ...files.map(({ file, why, how }) => `<li>${how}: <code>${htmlText(file)}</code> ${htmlText(why)}</li>`),
    ];
    return `<h2>What was read</h2>\n<p>${htmlText((0,wording/* coverageLine */.vn)(coverage))}</p>${items.length > 0 ? `\n<ul>${items.join('\n')}</ul>` : ''}`;
}

;// CONCATENATED MODULE: ./build/report/machine/anchor.js
/**
 * Where a finding stands in formats that demand a file and a line. What is about a commit or the repository as a whole stands at
 * the top of the policy file: that is where a reader learns which signatures are asked for.
 */
function anchor_anchor({ position }) {
    return position ?? { file: '.gitops-gate/policy.yaml', line: 1, column: 1 };
}

;// CONCATENATED MODULE: ./build/report/machine/occurrences.js
/** For each finding which one of its fingerprint it is, from 1: formats that want unique ids tell namesakes apart by it. */
function occurrences(findings) {
    const seen = new Map();
    return findings.map(({ fingerprint }) => {
        const number = (seen.get(fingerprint) ?? 0) + 1;
        seen.set(fingerprint, number);
        return number;
    });
}

;// CONCATENATED MODULE: ./build/report/machine/code-quality.js



const severities = {
    critical: 'blocker',
    high: 'critical',
    medium: 'major',
    low: 'minor',
};
/** GitLab's Code Quality report, which shows findings in the merge request's widget and beside the diff. */
function renderCodeQuality({ verdict }) {
    const occurrence = occurrences(verdict.findings);
    const issues = verdict.findings.map((finding, index) => {
        const { file, line } = anchor_anchor(finding);
        const number = occurrence[index] ?? 1;
        return {
            description: (0,visible/* clip */.$)((0,visible/* visible */.R)(finding.message), 1000),
            check_name: finding.rule,
            fingerprint: number === 1 ? finding.fingerprint : `${finding.fingerprint}-${number}`,
            severity: severities[finding.severity],
            location: { path: file.replace(/\p{Cs}/gu, '\ufffd'), lines: { begin: line } },
        };
    });
    return `${JSON.stringify(issues, undefined, 2)}\n`;
}

// EXTERNAL MODULE: ./build/report/markdown/markdown-text.js
var markdown_text = __webpack_require__(146);
;// CONCATENATED MODULE: ./build/report/machine/gitlab-security.js




/** The version of GitLab's report schemas (gitlab-org/security-products/security-report-schemas). */
const version = '15.2.1';
/** GitLab's limit on identifiers of one finding. */
const identifierLimit = 20;
const gitlab_security_severities = {
    critical: 'Critical',
    high: 'High',
    medium: 'Medium',
    low: 'Low',
};
/** gl-sast-report.json: every finding that is no secret. `now`: the time of the run, milliseconds since the epoch. */
function renderGitlabSast(report, rules, now) {
    return securityReport(report, 'sast', rules, now);
}
/** gl-secret-detection-report.json: the findings about secrets; the secret itself is in no field. */
function renderGitlabSecretDetection(report, rules, now) {
    return securityReport(report, 'secret_detection', rules, now);
}
function securityReport(report, type, rules, now) {
    const isSecret = ({ category }) => category === 'secret';
    const findings = report.verdict.findings.filter((finding) => isSecret(finding) === (type === 'secret_detection'));
    const occurrence = occurrences(findings);
    const summaries = new Map(rules.map(({ id, summary }) => [id, summary]));
    const commit = type === 'secret_detection' ? { commit: { sha: report.range.head ?? '0000000' } } : {};
    return `${JSON.stringify({
        version,
        scan: scan(report, type, now),
        vulnerabilities: findings.map((finding, index) => {
            const number = occurrence[index] ?? 1;
            const id = number === 1 ? finding.fingerprint : `${finding.fingerprint}-${number}`;
            return vulnerability(finding, id, summaries.get(finding.rule) ?? finding.rule, commit);
        }),
    }, undefined, 2)}\n`;
}
function scan({ toolVersion, verdict }, type, now) {
    const tool = { id: 'gitops-gate', name: 'gitops-gate', version: toolVersion, vendor: { name: 'gitops-gate' } };
    const time = new Date(now).toISOString().slice(0, 19);
    return {
        type,
        analyzer: tool,
        scanner: tool,
        start_time: time,
        end_time: time,
        status: verdict.outcome === 'could-not-judge' ? 'failure' : 'success',
        messages: verdict.unjudged.map(({ what, remedy }) => ({
            level: 'warn',
            value: (0,visible/* clip */.$)((0,visible/* visible */.R)(`${what} ${remedy}`), 1000),
        })),
    };
}
function vulnerability(finding, id, name, commit) {
    const { rule, severity, message, remedy, details = [], excerpt, references = [], fingerprint, endLine = 0 } = finding;
    const { file, line } = anchor_anchor(finding);
    const lines = { start_line: line, end_line: Math.max(line, endLine) };
    const path = file.replace(/\p{Cs}/gu, '\ufffd');
    return {
        id,
        name: (0,visible/* clip */.$)(name, 255),
        description: [message, ...(excerpt === undefined ? [] : [excerpt]), ...details]
            .map((part) => (0,markdown_text/* prose */.CS)(part))
            .join('\n\n'),
        severity: gitlab_security_severities[severity],
        solution: (0,markdown_text/* prose */.CS)(remedy),
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
        return { type: 'guidance', name: (0,visible/* visible */.R)(reference) || '-', value: (0,visible/* visible */.R)(reference) || '-' };
    return {
        type: 'cwe',
        name: reference,
        value: weakness,
        url: `https://cwe.mitre.org/data/definitions/${weakness}.html`,
    };
}

// EXTERNAL MODULE: ./build/report/machine/json.js
var json = __webpack_require__(2243);
;// CONCATENATED MODULE: ./build/report/machine/junit.js




/**
 * JUnit XML: one suite a rule, one for signatures, one for what could not be judged. Blocking findings and refused commits are
 * failures, findings that do not block and ignored ones are skipped with their message, a rule without findings passes.
 */
function renderJunit(report, rules) {
    const { findings, suppressed, unjudged } = report.verdict;
    const found = new Set([...findings, ...suppressed].map(({ rule }) => rule));
    const cases = [
        ...rules.filter(({ id }) => !found.has(id)).map(({ id, summary }) => ({ suite: id, name: summary })),
        ...findings.map((finding) => findingCase(finding, finding.blocking ? 'failure' : 'skipped', finding.message)),
        ...suppressed.map((entry) => findingCase(entry, 'skipped', `Ignored until ${entry.until}: ${entry.reason}`)),
        ...report.commits.map(commitCase),
        ...unjudged.map(({ what, remedy }) => ({
            suite: 'could not be judged',
            name: what,
            result: { element: 'error', message: what, text: htmlText(remedy) },
        })),
    ];
    const suites = [...new Set(cases.map(({ suite }) => suite))].map((name) => suiteXml(name, cases.filter(({ suite }) => suite === name)));
    return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="gitops-gate" ${totals(cases)}>\n${suites.join('\n')}\n</testsuites>\n`;
}
function findingCase(finding, element, message) {
    const { rule, remedy, details = [], fingerprint, position, commit } = finding;
    const { file, line, column } = anchor_anchor(finding);
    const where = position ? `${file}:${line}:${column}` : commit === undefined ? '' : `commit ${commit}`;
    const text = [finding.message, where, ...details, `Fix: ${remedy}`, `id ${fingerprint}`].filter((each) => each !== '');
    return {
        suite: rule,
        name: `${(0,visible/* clip */.$)(finding.message, 300)} (${fingerprint.slice(0, wording/* shownFingerprint */.cO)})`,
        ...(position ? { file } : {}),
        result: { element, message, text: text.map(htmlText).join('\n') },
    };
}
function commitCase({ sha, subject, signature }) {
    const name = `${(0,wording/* shortId */.m_)(sha)} ${(0,visible/* clip */.$)(subject, 100)}`;
    if (signature.accepted)
        return { suite: 'signatures', name };
    const element = signature.state === 'could-not-check' ? 'error' : 'failure';
    const { state, reason = '', remedy = '' } = signature;
    return { suite: 'signatures', name, result: { element, message: `${state}: ${reason}`, text: htmlText(remedy) } };
}
function totals(cases) {
    const number = (element) => cases.filter(({ result }) => result?.element === element).length;
    return `tests="${cases.length}" failures="${number('failure')}" errors="${number('error')}" skipped="${number('skipped')}" time="0"`;
}
function suiteXml(name, cases) {
    return `  <testsuite name="${htmlText(name)}" ${totals(cases)}>\n${cases.map(caseXml).join('\n')}\n  </testsuite>`;
}
function caseXml({ suite, name, file, result }) {
    const attributes = `classname="gitops-gate.${htmlText(suite)}" name="${htmlText(name)}"${file === undefined ? '' : ` file="${htmlText(file)}"`} time="0"`;
    if (!result)
        return `    <testcase ${attributes}/>`;
    const { element, message, text } = result;
    return `    <testcase ${attributes}>\n      <${element} message="${htmlText(message)}">${text}</${element}>\n    </testcase>`;
}

// EXTERNAL MODULE: ./build/version.js
var build_version = __webpack_require__(8508);
;// CONCATENATED MODULE: ./build/report/machine/sarif.js




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
    const occurrence = occurrences(all);
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
                        informationUri: build_version/* homepage */.T,
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
        helpUri: `${build_version/* homepage */.T}/blob/v${version}/.github/docs/rules/${id}.md`,
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
        locations: [{ physicalLocation: physical(anchor_anchor(finding), finding.endLine), ...logical(finding) }],
        ...(places.length > 0
            ? { relatedLocations: places.map((place, index) => ({ id: index + 1, physicalLocation: physical(place) })) }
            : {}),
        partialFingerprints: { primaryLocationLineHash: occurrence === 1 ? fingerprint : `${fingerprint}:${occurrence}` },
        ...('reason' in finding
            ? { suppressions: [{ kind: 'external', status: 'accepted', justification: sarif_text(finding.reason) }] }
            : {}),
        properties: { severity, category, blocking, fingerprint, ...(scope === undefined ? {} : { scope: sarif_text(scope) }) },
    };
}
function message({ message, excerpt, details = [], remedy }) {
    return [
        sarif_text(message),
        ...(excerpt === undefined ? [] : [sarif_text(excerpt)]),
        ...details.map(sarif_text),
        `Fix: ${sarif_text(remedy)}`,
    ].join('\n');
}
/** SARIF reads `[text](place)` in a message as a link (§3.11.6). */
const sarif_text = (value) => (0,visible/* clip */.$)((0,visible/* visible */.R)(value), 1000).replaceAll('](', '] (');
function physical({ file, line, column }, endLine = line) {
    const region = { startLine: line, startColumn: column, endLine: Math.max(line, endLine), endColumn: column + 1 };
    return { artifactLocation: { uri: uri(file), uriBaseId: '%SRCROOT%' }, region };
}
/** A relative reference (RFC 3986) whose first segment is no scheme. */
function uri(file) {
    return file
        .split('/')
        .map((segment) => encodeURIComponent(segment.replace(/\p{Cs}/gu, '\ufffd')))
        .join('/');
}
function logical({ object, commit }) {
    if (object) {
        const parts = [object.group, object.kind, object.namespace ?? '', object.name].map(sarif_text);
        return { logicalLocations: [{ name: sarif_text(object.name), fullyQualifiedName: parts.join('/'), kind: 'resource' }] };
    }
    return commit === undefined
        ? {}
        : { logicalLocations: [{ name: commit, fullyQualifiedName: `commit/${commit}`, kind: 'commit' }] };
}
function invocation({ verdict, range }, cut) {
    const { outcome, unjudged, notes } = verdict;
    const missing = cut > 0 ? [`${cut} results are left out: GitHub takes ${resultLimit}. All are in report.json.`] : [];
    const notifications = [
        ...unjudged.map(({ what, remedy }) => ({
            level: 'error',
            message: { text: `${sarif_text(what)}\nFix: ${sarif_text(remedy)}` },
        })),
        ...[...new Set([...range.notes, ...notes])].map((note) => ({ level: 'note', message: { text: sarif_text(note) } })),
        ...missing.map((line) => ({ level: 'warning', message: { text: line } })),
    ];
    return {
        executionSuccessful: outcome !== 'could-not-judge' && unjudged.length === 0,
        ...(notifications.length > 0 ? { toolExecutionNotifications: notifications } : {}),
    };
}

// EXTERNAL MODULE: ./build/report/markdown/markdown.js + 2 modules
var markdown = __webpack_require__(7344);
;// CONCATENATED MODULE: ./build/report/render.js







/** A file has no limit of its own; this only bounds what a browser has to show. */
const markdownBytes = 8 * 1024 * 1024;
/** The files of `--out DIR` and of the input `report-dir`. */
const reportFiles = [
    { name: 'report.json', render: json/* renderJson */.h },
    {
        name: 'report.md',
        render: (report, { links }) => (0,markdown/* renderMarkdown */.G)(report, { bytes: markdownBytes, ...(links ? { links } : {}) }),
    },
    { name: 'report.sarif', render: (report, { rules }) => renderSarif(report, rules) },
    { name: 'report.html', render: renderHtml },
    { name: 'gl-code-quality-report.json', render: renderCodeQuality },
    { name: 'gl-sast-report.json', render: (report, { rules, now }) => renderGitlabSast(report, rules, now) },
    {
        name: 'gl-secret-detection-report.json',
        render: (report, { rules, now }) => renderGitlabSecretDetection(report, rules, now),
    },
    { name: 'junit.xml', render: (report, { rules }) => renderJunit(report, rules) },
];


/***/ })

};
