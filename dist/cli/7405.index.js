export const id = 7405;
export const ids = [7405];
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

/***/ 17405:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   renderGitlabSast: () => (/* binding */ renderGitlabSast),
/* harmony export */   renderGitlabSecretDetection: () => (/* binding */ renderGitlabSecretDetection)
/* harmony export */ });
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(58508);
/* harmony import */ var _accept_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(66803);
/* harmony import */ var _markdown_markdown_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50146);
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6257);
/* harmony import */ var _located_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(95079);
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

/***/ 50146:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CS: () => (/* binding */ prose),
/* harmony export */   GA: () => (/* binding */ cellCode),
/* harmony export */   OF: () => (/* binding */ fenced),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   nf: () => (/* binding */ link)
/* harmony export */ });
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6257);

/**
 * Text from a repository in Markdown, safe on GitHub and GitLab alike: what is not a plain word is put in a code span, where neither
 * forge looks for mentions, references, links, HTML, emoji or quick actions. No backslash escapes: their filters run on the
 * rendered text, so `\@name` still notifies. In a table `write` is `cellCode`.
 */
function prose(text, limit = 600, write = code) {
    const atoms = [];
    // A part between backticks is code already, and a list in brackets reads better whole.
    for (const part of (0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .clip */ .$Q)((0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(text), limit).split(/(`[^`]+`|\[(?<![^ (]\[)[^[\]`]*\](?![^ ,.;:)]))/)) {
        const quoted = /^`([^`]+)`$/.exec(part)?.[1];
        if (quoted !== undefined)
            push(atoms, [{ text: quoted, code: true }]);
        else if (/^\[.*\]$/.test(part))
            push(atoms, [{ text: part, code: true }]);
        else
            for (const run of part.match(/ +|[^ ]+/g) ?? []) {
                if (run.startsWith(' '))
                    atoms.push(blank);
                else if (letters.test(run))
                    atoms.push({ text: run, code: false });
                else
                    push(atoms, numbered.test(run) && atoms.every((atom) => atom === blank) ? [{ text: run, code: true }] : word(run));
            }
    }
    return atoms
        .map((atom) => (atom.code ? write(atom.text) : atom.text))
        .join('')
        .trim();
}
const blank = { text: ' ', code: false };
/** Letters, digits and marks that mean nothing to Markdown inside a word. */
const plain = /^[\p{L}\p{M}\p{N}.,;:'’"“”()…–—?/+=•×→-]*$/u;
/** Plain characters that a forge links all the same, or that begin a block: addresses, commits, GH-1, TICKET-1, :emoji:, -, /close. */
const linked = /:\/\/|www\.|\b[0-9a-f]{7,64}\b|-\d(?<=[a-z][a-z0-9]*-\d)|:[\w+-]+:|^[-+=]+$|^\/|^(?:mailto|xmpp):/i;
/** What begins an item of a list where it begins a line, and is a number at the end of a sentence elsewhere. */
const numbered = /^\d+[.)]$/;
/** Paths of files and of fields, which are read as one word: `keys/NAME.asc`, `spec.target.name`. */
const path = /^\.?[\w-]+(?:\/[\w.-]+)*\/[\w-]*\.[a-z]+$|^[a-z]{2}\w*(?:\.[a-z]\w+)+$/i;
/** What most words are: letters, and not only those that a commit may begin with. */
const letters = /^[a-f]*[g-z][a-z]*[,;]?$/i;
function word(run) {
    // Punctuation around a word stays outside its code span: `(@name),`
    const end = run.length - (/(?<![.,;:?)…])[.,;:?)…]+$/.exec(run)?.[0].length ?? 0);
    const start = run.startsWith('(') && end > 0 ? 1 : 0;
    const core = run.slice(start, Math.max(start, end));
    if (plain.test(run) && !linked.test(run) && !linked.test(core) && !path.test(core))
        return [{ text: run, code: false }];
    if (core === '')
        return [{ text: run, code: true }];
    return [
        { text: run.slice(0, start), code: false },
        { text: core, code: true },
        { text: run.slice(start + core.length), code: false },
    ];
}
/** Appends, joining code to code (two spans side by side would merge their fences), with a blank between kept inside. */
function push(atoms, added) {
    for (const atom of added.filter(({ text }) => text !== '')) {
        const last = atoms.at(-1);
        const beforeLast = atoms.at(-2);
        if (atom.code && last?.code)
            atoms.splice(-1, 1, { text: last.text + atom.text, code: true });
        else if (atom.code && last?.text === ' ' && beforeLast?.code)
            atoms.splice(-2, 2, { text: `${beforeLast.text} ${atom.text}`, code: true });
        else
            atoms.push(atom);
    }
}
/** Text in a code span, for running text. */
function code(text, limit = 600) {
    return span(shown(text, limit));
}
/** Text in code spans for a cell of a table: a pipe, which would end the cell, is put outside as an entity. */
function cellCode(text, limit = 600) {
    return shown(text, limit).split('|').map(span).join('&#124;');
}
function shown(text, limit) {
    return (0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .clip */ .$Q)((0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(text), limit).replaceAll('<!--', '<\\u0021--');
}
function span(text) {
    const fence = '`'.repeat(longestRun(text) + 1);
    const pad = /^`|`$|^ .*\S.* $/.test(text) ? ' ' : '';
    return text.trim() === '' ? '' : `${fence}${pad}${text}${pad}${fence}`;
}
/** The length of the longest run of backticks. */
function longestRun(text) {
    let longest = 0;
    for (const [run] of text.matchAll(/`+/g))
        longest = Math.max(longest, run.length);
    return longest;
}
/** Lines in a fenced block that nothing inside them can close. `info` is ours, e.g. `suggestion`. */
function fenced(text, info = '') {
    const lines = text.split('\n').map(_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK).join('\n').replaceAll('<!--', '<\\u0021--');
    const fence = '`'.repeat(Math.max(2, longestRun(lines)) + 1);
    return `${fence}${info}\n${lines}\n${fence}`;
}
/** A link around Markdown that is ready; the Markdown alone where there is no address, or it is none of the web's. */
function link(label, url) {
    if (url === undefined || label === '' || !/^https?:\/\//.test(url))
        return label;
    const address = url.replace(/[^\w\-.~:/?#@!$&'*+,;=%]/gu, percent);
    return `[${label}](${address.replaceAll('&', '&amp;')})`;
}
/** The character's bytes of UTF-8, percent-encoded. */
function percent(character) {
    return [...Buffer.from(character)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
}


/***/ })

};
