export const id = 5194;
export const ids = [5194];
export const modules = {

/***/ 66803:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B4: () => (/* binding */ acceptAllCommand),
/* harmony export */   O3: () => (/* binding */ acceptCommand),
/* harmony export */   y0: () => (/* binding */ acceptFlags)
/* harmony export */ });
/* harmony import */ var _policy_trusted_folder_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(66965);
/* harmony import */ var _compliance_topics_of_rules_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81347);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(62867);



/** How the finding of a report is found again by `ignore`: its flags, with a blank before each. None for a branch that is checked out. */
function acceptFlags({ range, command, run }) {
    return `${rangeFlags(range, command)}${policyFlag(run.policy.folder)}`;
}
/** Which findings there are follows from the policy. */
function policyFlag(folder) {
    if (folder === undefined || folder === (0,_policy_trusted_folder_js__WEBPACK_IMPORTED_MODULE_0__/* .policyFolder */ .hx)(undefined))
        return '';
    // Who starts the run names the folder: it is one word to any shell.
    return ` --policy-path ${/^\w[\w./-]*$/.test(folder) ? folder : `'${folder.replaceAll("'", "'\\''")}'`}`;
}
const usualBranches = ['main', 'master'];
function rangeFlags({ kind, target, branch, before, head }, command) {
    if (command === 'audit')
        return ' --audit';
    if (command === 'posture')
        return ' --report report.json';
    if (kind === 'staged')
        return ' --staged';
    // Without a base the default branch is meant: whether another one is of that name is not known.
    if (kind === 'request' && target !== undefined && (branch === undefined || !usualBranches.includes(branch)))
        return ` --base ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shortId */ .m_)(target)}`;
    // What was pushed is part of the branch by now.
    return kind === 'push' && before !== undefined && head !== undefined
        ? ` --base ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shortId */ .m_)(before)} --head ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shortId */ .m_)(head)}`
        : '';
}
/** The command that prints the policy entry by which a finding is accepted, to be copied: reason and day are the reader's. */
function acceptCommand({ fingerprint, rule }, flags) {
    return `gitops-gate ignore ${fingerprint.slice(0, _wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shownFingerprint */ .cO)}${flagsOf(rule, flags)} --reason "…" --until …`;
}
/** The same for all findings of a rule. */
function acceptAllCommand({ rule }, flags) {
    return `gitops-gate ignore --all --rule ${rule}${flagsOf(rule, flags)} --reason "…" --until …`;
}
/** Ages of secrets are looked for when they are asked for; what only a look at the forge finds is found again in its report (`--format json`). */
function flagsOf(rule, flags) {
    if (rule === 'secret-stale')
        return flags.replace(' --audit', ' --audit --ages');
    return _compliance_topics_of_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .rulesOfSettings */ .Cu.has(rule) ? ' --report report.json' : flags;
}


/***/ }),

/***/ 81347:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cu: () => (/* binding */ rulesOfSettings),
/* harmony export */   Jp: () => (/* binding */ topicsOfRules),
/* harmony export */   Op: () => (/* binding */ rulesOfChanges)
/* harmony export */ });
/** What each rule looks at: one line a rule. By it a rule has its controls in every framework; a new rule without a line fails a test. */
const topicsOfRules = {
    'unsigned-commit': ['signature'],
    'invalid-signature': ['signature'],
    'rejected-key': ['signature', 'signing-key'],
    'untrusted-signer': ['signature', 'signing-key'],
    'gate-changed': ['change-control'],
    'review-weakened': ['change-control'],
    'workflow-permissions': ['change-control', 'permissions'],
    'unprotected-branch': ['change-control'],
    'review-not-required': ['change-control'],
    'public-repository': ['change-control'],
    'hidden-from-diff': ['change-control'],
    'unusual-change': ['change-control'],
    'rbac-widened': ['permissions'],
    'rbac-unknown-role': ['permissions'],
    'rbac-broad-subject': ['permissions'],
    'workload-identity-widened': ['workload-identity'],
    'plaintext-secret': ['secret'],
    'secret-protection-lost': ['secret', 'encryption'],
    'secret-store-widened': ['secret'],
    'secret-in-history': ['secret'],
    'sops-broken': ['secret', 'encryption'],
    'secret-stale': ['secret'],
    'placeholder-secret': ['secret'],
    'pod-privileges-widened': ['pod-privileges'],
    'pod-security-lowered': ['pod-policy'],
    'network-widened': ['network'],
    'namespace-unfenced': ['network', 'pod-policy'],
    'deploy-authority-widened': ['deployment'],
    'admission-weakened': ['admission'],
    'audit-lowered': ['audit-log', 'monitoring'],
    'monitoring-removed': ['monitoring'],
    'image-unpinned': ['image'],
    'delivery-changed': ['unjudged-change'],
    'unreadable-manifest': ['unjudged-change'],
};
/** Rules that look at how the repository is set up on its forge, which not every run reads. */
const rulesOfSettings = new Set([
    'unprotected-branch',
    'review-not-required',
    'public-repository',
]);
/** Rules that look at what a change does, and so have nothing to look at in an audit, which compares with nothing. */
const rulesOfChanges = new Set([
    'gate-changed',
    'review-weakened',
    'workflow-permissions',
    'secret-in-history',
    'unusual-change',
]);


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


/***/ }),

/***/ 95194:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  renderSarif: () => (/* binding */ renderSarif)
});

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
// EXTERNAL MODULE: ./build/severity.js
var severity = __webpack_require__(15989);
// EXTERNAL MODULE: ./build/version.js
var version = __webpack_require__(58508);
// EXTERNAL MODULE: ./build/report/accept.js
var accept = __webpack_require__(66803);
// EXTERNAL MODULE: ./build/report/visible.js
var visible = __webpack_require__(6257);
// EXTERNAL MODULE: ./build/report/machine/located.js
var machine_located = __webpack_require__(95079);
// EXTERNAL MODULE: ./build/report/machine/occurrences.js
var occurrences = __webpack_require__(6183);
;// CONCATENATED MODULE: ./build/report/machine/sarif-rules.js

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
/** GitHub shows no more tags of a rule. */
const mostTags = 10;
/** The weaknesses (https://cwe.mitre.org) that rules of a category find. */
const weaknesses = {
    // Insufficient verification of data authenticity; improper verification of a cryptographic signature.
    signature: [345, 347],
    // Improper privilege management; incorrect permission assignment for a critical resource.
    rbac: [269, 732],
    // Cleartext storage of sensitive information; use of hard-coded credentials.
    secret: [312, 798],
    // Protection mechanism failure.
    repository: [693],
    // Execution with unnecessary privileges.
    workload: [250],
    // Exposure of a resource to the wrong sphere.
    network: [668],
    // Improper privilege management.
    delivery: [269],
    admission: [693],
    // Insufficient logging.
    audit: [778],
    // Inclusion of functionality from an untrusted control sphere.
    'supply-chain': [829],
    // What was not judged is not a weakness that is known.
    input: [],
};
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
    const page = (0,version/* rulePage */.gd)(rule);
    const markdown = withWholeLinks(help, page);
    return {
        id,
        name: id.replace(/(?:^|[-/])(.)/g, (_, letter) => letter.toUpperCase()),
        shortDescription: { text: summary },
        fullDescription: { text: summary },
        help: { text: markdown, markdown },
        helpUri: page,
        defaultConfiguration: { level: levels[severity] },
        properties: { tags: tagsOf(category), precision: 'high', 'security-severity': securitySeverity[severity] },
    };
}
/** GitHub finds alerts by `cwe:` where a tag is written so. */
function tagsOf(category) {
    const cwe = weaknesses[category].map((number) => `external/cwe/cwe-${String(number).padStart(3, '0')}`);
    return ['security', category, ...cwe].slice(0, mostTags);
}
/** A page that is read elsewhere: links to other pages of ours are whole. One from the root is from the repository's. */
function withWholeLinks(help, page) {
    const root = page.replace(/\.github\/docs\/rules\/[^/]*$/, '');
    return help.replace(/\]\((?![a-z][a-z0-9+.-]*:)([^)\s]+)\)/g, (_, link) => {
        const whole = link.startsWith('/') ? new URL(`.${link}`, root) : new URL(link, page);
        return `](${whole.href})`;
    });
}

;// CONCATENATED MODULE: ./build/report/machine/sarif.js








/** GitHub's limits on one run: results, and bytes of the file as it is uploaded, by gzip. */
const usual = { results: 25_000, bytes: 10_000_000 };
/** The category of a run: alerts of one are never closed by a run of another. */
const categories = {
    check: 'change',
    audit: 'state',
    posture: 'posture',
    verify: 'change',
};
/** Characters of results that are written at most: what is larger is not sure to fit, nor into a string. */
const mostCharacters = 100_000_000;
/** Lines of one finding that its message holds, and references that it is tagged with. */
const [mostDetails, sarif_mostTags] = [20, 10];
/**
 * SARIF 2.1.0 for GitHub code scanning and others. GitHub takes an alert's severity from the rule: results whose severity is not their
 * rule's name a variant of it, `rbac-widened/critical` (hierarchical ids, §3.27.5). It refuses a file that holds a result without a
 * place, so that findings about commits are notifications of the run (§3.58).
 */
function renderSarif(report, rules, limits = usual) {
    const { findings, suppressed } = report.verdict;
    const { located, others } = (0,machine_located/* byPlace */.h)([...findings, ...suppressed]);
    const severities = new Map(rules.map(({ id, severity }) => [id, severity]));
    const idOf = ({ rule, severity }) => (severities.get(rule) ?? severity) === severity ? rule : `${rule}/${severity}`;
    const descriptors = descriptorsOf(rules, report, idOf);
    const flags = (0,accept/* acceptFlags */.y0)(report);
    const index = new Map(descriptors.map(({ id }, at) => [id, at]));
    const occurrence = (0,occurrences/* occurrences */.T)(located);
    const results = within(mostCharacters, located.slice(0, limits.results).map((finding, at) => () => {
        const id = idOf(finding);
        return result(finding, id, index.get(id), occurrence[at] ?? 1, flags);
    }));
    const driver = {
        name: 'gitops-gate',
        version: report.toolVersion,
        semanticVersion: report.toolVersion,
        informationUri: version/* homepage */.TB,
        rules: descriptors,
    };
    const log = (shown) => ({
        $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
        version: '2.1.0',
        runs: [
            {
                tool: { driver },
                // The category: what is there and what changes are never taken for each other.
                automationDetails: { id: `gitops-gate/${categories[report.command]}/` },
                columnKind: 'utf16CodeUnits',
                invocations: [invocation(report, others, located.slice(shown.length))],
                results: shown,
            },
        ],
    });
    return fitting(results, limits.bytes, (shown) => `${JSON.stringify(log(shown), undefined, 2)}\n`);
}
/** The first of what is made, the worst, up to so many characters. */
function within(characters, make) {
    const made = [];
    let left = characters;
    for (const next of make) {
        const one = next();
        left -= JSON.stringify(one).length;
        if (left < 0)
            break;
        made.push(one);
    }
    return made;
}
/** The text with as many results, the worst, as the file may hold. */
function fitting(results, most, write) {
    let shown = results;
    for (let text = write(shown);; text = write(shown)) {
        // Nothing grows by it worth speaking of, and the fastest level is the largest.
        const bytes = text.length < most / 2 ? 0 : (0,external_node_zlib_.gzipSync)(text, { level: 1 }).length;
        if (bytes <= most || shown.length === 0)
            return text;
        shown = shown.slice(0, Math.floor(shown.length * Math.min(0.9, (0.95 * most) / bytes)));
    }
}
function result(finding, ruleId, ruleIndex, occurrence, flags) {
    const { severity, category, blocking, fingerprint, scope, places = [], references = [] } = finding;
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
            ? { suppressions: [{ kind: 'external', status: 'accepted', justification: sarif_text(finding.reason) }] }
            : {}),
        ...fixes(finding),
        properties: {
            ...(references.length > 0 ? { tags: [...new Set(references.map(sarif_text))].slice(0, sarif_mostTags) } : {}),
            severity,
            'security-severity': securitySeverity[severity],
            category,
            blocking,
            fingerprint,
            ...(scope === undefined ? {} : { scope: sarif_text(scope) }),
        },
    };
}
/**
 * What replaces the lines of a finding, where that is certain (§3.55). Lines that are taken out go with their ends; one that shows
 * other than it reads is not offered.
 */
function fixes({ suggestion, position: { file, line }, endLine = line, remedy }) {
    if (suggestion === undefined || suggestion.split('\n').some((each) => (0,visible/* visible */.RK)(each) !== each))
        return {};
    const deletedRegion = suggestion === ''
        ? { startLine: line, startColumn: 1, endLine: endLine + 1, endColumn: 1 }
        : { startLine: line, endLine };
    const replacement = { deletedRegion, ...(suggestion === '' ? {} : { insertedContent: { text: suggestion } }) };
    const artifactChanges = [
        { artifactLocation: { uri: uri(file), uriBaseId: '%SRCROOT%' }, replacements: [replacement] },
    ];
    return { fixes: [{ description: { text: sarif_text(remedy) }, artifactChanges }] };
}
function message(finding, flags) {
    const { message, excerpt, details = [], remedy } = finding;
    const more = details.length - mostDetails;
    return [
        sarif_text(message),
        ...(excerpt === undefined ? [] : [sarif_text(excerpt)]),
        ...details.slice(0, mostDetails).map(sarif_text),
        ...(more > 0 ? [`${more} more lines are in report.json.`] : []),
        `Fix: ${sarif_text(remedy)}`,
        ...('reason' in finding ? [] : [`Accept: ${sarif_text((0,accept/* acceptCommand */.O3)(finding, flags))}`]),
    ].join('\n');
}
/** SARIF reads `[text](place)` in a message as a link (§3.11.6). */
const sarif_text = (value) => (0,visible/* clip */.$Q)((0,visible/* visible */.RK)(value), 1000).replaceAll('](', '] (');
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
    const ignored = 'reason' in finding ? `\nIgnored until ${sarif_text(finding.until)}: ${sarif_text(finding.reason)}` : '';
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
        // A file of settings of the API server is an object without a name.
        const isNamed = object.name !== '';
        const parts = [object.group, object.kind, ...(isNamed ? [object.namespace ?? '', object.name] : [])].map(sarif_text);
        const name = sarif_text(isNamed ? object.name : object.kind);
        return { logicalLocations: [{ name, fullyQualifiedName: parts.join('/'), kind: 'resource' }] };
    }
    return commit === undefined
        ? {}
        : { logicalLocations: [{ name: commit, fullyQualifiedName: `commit/${commit}`, kind: 'commit' }] };
}
function invocation(report, others, cut) {
    const { verdict, range, notListed } = report;
    const { outcome, unjudged, notes } = verdict;
    const flags = (0,accept/* acceptFlags */.y0)(report);
    const shown = within(mostCharacters / 10, others.slice(0, usual.results).map((finding) => () => notification(finding, flags)));
    const unseen = others.length - shown.length;
    const missing = [
        ...(cut.length > 0 ? [leftOut(cut)] : []),
        ...(unseen > 0
            ? [`${unseen} findings without a file are left out, the least severe. They are in report.json.`]
            : []),
        ...(notListed === undefined ? [] : [notListed]),
    ];
    const notifications = [
        ...missing.map((line) => ({ level: 'warning', message: { text: line } })),
        ...unjudged.map(({ what, remedy }) => ({
            level: 'error',
            message: { text: `${sarif_text(what)}\nFix: ${sarif_text(remedy)}` },
        })),
        ...shown,
        ...[...new Set([...range.notes, ...notes])].map((note) => ({ level: 'note', message: { text: sarif_text(note) } })),
    ];
    return {
        executionSuccessful: outcome !== 'could-not-judge' && unjudged.length === 0,
        ...(notifications.length > 0 ? { toolExecutionNotifications: notifications } : {}),
    };
}
function leftOut(cut) {
    const ignored = cut.filter((finding) => 'reason' in finding).length;
    const kinds = severity/* severities */.gO.flatMap((severity) => {
        const number = cut.filter((finding) => finding.severity === severity && !('reason' in finding)).length;
        return number > 0 ? [`${number} ${severity}`] : [];
    });
    const which = [...kinds, ...(ignored > 0 ? [`${ignored} ignored`] : [])].join(', ');
    return `${cut.length} results are left out, the least severe (${which}): GitHub takes ${usual.results}, and 10 MB by gzip. They are in report.json.`;
}


/***/ })

};
