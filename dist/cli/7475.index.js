export const id = 7475;
export const ids = [7475];
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

/***/ 85299:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lv: () => (/* binding */ ageRows),
/* harmony export */   hm: () => (/* binding */ ageWords),
/* harmony export */   lT: () => (/* binding */ ageCount),
/* harmony export */   p_: () => (/* binding */ ageNotes)
/* harmony export */ });
/* harmony import */ var _secrets_ages_stale_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65906);

const kinds = {
    sops: { kind: 'sops', what: 'SOPS' },
    sealed: { kind: 'sealed-secret', what: 'SealedSecret' },
    external: { kind: 'external-secret', what: 'ExternalSecret' },
    'vault-static': { kind: 'vault-static-secret', what: 'Vault, static' },
    'vault-dynamic': { kind: 'vault-dynamic-secret', what: 'Vault, dynamic' },
    certificate: { kind: 'certificate', what: 'certificate' },
};
const day = 86_400_000;
const mostRows = 5000;
/** Says how many secrets the table has no room for. */
function ageNotes({ length }) {
    return length <= mostRows ? [] : [`The ages of ${length - mostRows} more secrets are not listed.`];
}
/** The rows of a table: what expires first, then what is oldest, then what is read again most seldom. `now` in milliseconds since the epoch. */
function ageRows(ages, policy, now) {
    const rows = ages.map((age) => {
        const { is, object, position, changed, refresh, expires } = age;
        const name = object && `${object.kind} ${[object.namespace, object.name].filter(Boolean).join('/')}`.trimEnd();
        return {
            ...kinds[is],
            name: name ?? position.file,
            file: position.file,
            line: position.line,
            ...(changed === undefined ? {} : { days: Math.max(0, Math.floor((now - changed) / day)) }),
            ...(refresh === undefined ? {} : { refreshHours: Math.round(refresh / 36) / 100 }),
            ...(expires === undefined ? {} : { daysLeft: Math.floor((expires - now) / day) }),
            ...limitOf(age, policy, now),
            ...unknownOf(age),
        };
    });
    // Never is less often than anything.
    const seldom = ({ refreshHours }) => (refreshHours === 0 ? Number.MAX_VALUE : (refreshHours ?? -1));
    const left = ({ daysLeft }) => daysLeft ?? Number.MAX_VALUE;
    return rows
        .sort((a, b) => left(a) - left(b) || (b.days ?? -1) - (a.days ?? -1) || seldom(b) - seldom(a))
        .slice(0, mostRows);
}
function limitOf(age, { secretDays, refreshHours, certificateDays }, now) {
    const is = (0,_secrets_ages_stale_js__WEBPACK_IMPORTED_MODULE_0__/* .staleBy */ .Z)(age, { secretDays, refreshHours, certificateDays }, now);
    return is === undefined ? {} : { limit: { old: secretDays, refresh: refreshHours, expires: certificateDays }[is] };
}
function unknownOf({ is, changed, refresh, expires }) {
    if (is === 'vault-dynamic' || [changed, refresh, expires].some((each) => each !== undefined))
        return {};
    if (is === 'sops' || is === 'sealed')
        return { unknown: 'no commit of this clone changes it: fetch them all (fetch-depth: 0, GIT_DEPTH: 0)' };
    return { unknown: is === 'vault-static' ? 'it states no refreshAfter' : 'it states no interval that can be read' };
}
/** `changed 400 days ago, more than 365`, `read every 1 h`, `3 days left, fewer than 30`; why it is not known. */
function ageWords({ kind, days, refreshHours, daysLeft, limit, unknown }) {
    if (daysLeft !== undefined)
        return daysLeft < 0 ? `expired ${daysText(-daysLeft)} ago` : `${daysText(daysLeft)} left${over('fewer', limit)}`;
    if (days !== undefined)
        return `changed ${daysText(days)} ago${over('more', limit)}`;
    if (refreshHours !== undefined)
        return refreshHours === 0 ? 'never read again' : `read every ${refreshHours} h${over('more', limit)}`;
    return kind === 'vault-dynamic-secret' ? 'made anew for each lease' : `not known: ${unknown ?? 'nothing says it'}`;
}
const over = (how, limit) => (limit === undefined ? '' : `, ${how} than ${limit}`);
const daysText = (days) => `${days} day${days === 1 ? '' : 's'}`;
/** How many rows are stale by the policy: `3 of 40 secrets, 2 stale by the policy`. */
const ageCount = (rows) => {
    const stale = rows.filter(({ limit }) => limit !== undefined).length;
    const all = `${rows.length} secret${rows.length === 1 ? '' : 's'}`;
    return stale === 0 ? all : `${all}, ${stale} stale by the policy`;
};


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

/***/ 45339:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ groupFindings)
/* harmony export */ });
/* harmony import */ var _groups_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41782);

/**
 * Gathers findings that differ only in the commit they are about, so that two hundred unsigned commits are one entry, and findings
 * that say the same of several places. The order of the first of each is kept.
 */
function groupFindings(findings, commits) {
    const subjects = new Map(commits.map(({ sha, subject }) => [sha, subject]));
    const groups = (0,_groups_js__WEBPACK_IMPORTED_MODULE_0__/* .groupBy */ .$z)(findings, (finding) => sameness(finding, subjects));
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

/***/ 70351:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ postureOrder),
/* harmony export */   y: () => (/* binding */ postureSection)
/* harmony export */ });
/** The order of a report: what does not hold first. */
const postureOrder = ['does-not-hold', 'could-not-check', 'holds'];
/** More are not listed; an organization with many branches has many checks. */
const mostRows = 2_000;
/** The section of a report; nothing where nobody asked. */
function postureSection(analysis) {
    if (analysis === undefined)
        return {};
    const { forge, repository, checks } = analysis;
    const rows = checks.map((check) => {
        const { id, what, branch, state, detail } = check;
        return {
            id,
            what,
            ...(branch === undefined ? {} : { branch }),
            state,
            detail,
            ...(check.state === 'could-not-check' && check.needs !== undefined ? { needs: check.needs } : {}),
        };
    });
    const sorted = rows.toSorted((a, b) => postureOrder.indexOf(a.state) - postureOrder.indexOf(b.state));
    return { posture: { forge, repository, checks: sorted.slice(0, mostRows) } };
}


/***/ }),

/***/ 2889:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   VE: () => (/* binding */ postureLine),
/* harmony export */   X_: () => (/* binding */ unknownPosture),
/* harmony export */   nW: () => (/* binding */ postureQuestion),
/* harmony export */   vZ: () => (/* binding */ postureAnswer)
/* harmony export */ });
/* harmony import */ var _groups_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41782);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62867);
/* harmony import */ var _section_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(70351);



/** `3 do not hold, 2 could not be checked, 9 hold`. */
function postureLine({ checks }) {
    const number = (state) => checks.filter((check) => check.state === state).length;
    const [not, unknown, good] = _section_js__WEBPACK_IMPORTED_MODULE_1__/* .postureOrder */ .B.map(number);
    const parts = [
        ...(not > 0 ? [`${not} ${not === 1 ? 'does' : 'do'} not hold`] : []),
        ...(unknown > 0 ? [`${unknown} could not be checked`] : []),
        ...(good > 0 ? [`${good} ${good === 1 ? 'holds' : 'hold'}`] : []),
    ];
    return `${(0,_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(checks.length, 'check')}: ${parts.join(', ')}`;
}
/** A check in words, with the id by which a policy demands it: `main: Force pushes are blocked (force-push-blocked)`. */
const postureQuestion = ({ id, branch, what }) => `${branch === undefined ? '' : `${branch}: `}${what} (${id})`;
/** What is known of it, and what a token would need. */
const postureAnswer = ({ detail, needs }) => needs === undefined ? detail : `needs ${needs} (${detail})`;
/** Checks that could not be made, by what is missing for them: a line on that, and the checks. */
function unknownPosture(checks) {
    const unknown = checks.filter(({ state }) => state === 'could-not-check');
    const groups = (0,_groups_js__WEBPACK_IMPORTED_MODULE_2__/* .groupBy */ .$z)(unknown, ({ needs, detail }) => needs ?? detail);
    return [...groups.values()].flatMap((rows) => {
        const [first] = rows;
        return first === undefined ? [] : [[postureAnswer(first), rows]];
    });
}


/***/ }),

/***/ 65906:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ staleBy)
/* harmony export */ });
const day = 86_400_000;
/** In what way a secret is older than the policy allows, is read again too seldom, or expires too soon; undefined where it is not stale. `now` in milliseconds since the epoch. */
function staleBy({ changed, refresh, expires }, { secretDays, refreshHours, certificateDays }, now) {
    if (changed !== undefined && now - changed > secretDays * day)
        return 'old';
    if (refresh !== undefined && (refresh === 0 || refresh > refreshHours * 3600))
        return 'refresh';
    return expires !== undefined && expires - now < certificateDays * day ? 'expires' : undefined;
}


/***/ })

};
