export const id = 85;
export const ids = [85];
export const modules = {

/***/ 5036:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JW: () => (/* binding */ sealed),
/* harmony export */   Jn: () => (/* binding */ sealBytes),
/* harmony export */   sc: () => (/* binding */ isOwnDraft),
/* harmony export */   wI: () => (/* binding */ unsealed)
/* harmony export */ });
/* harmony import */ var _publish_marker_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(892);

/** Hidden, at the end of what this tool writes: REST does not say who changed a note last. */
const seal = /\n<!-- gitops-gate text=([0-9a-f]{16}) -->\s*$/;
/** Bytes that `sealed` adds at most, apart from what it puts in front of slashes. */
const sealBytes = 50;
/** A note's text as it is sent: no line of it is a quick action, and it shows whether somebody changed it. */
function sealed(body) {
    const text = withoutQuickActions(body).trimEnd();
    return `${text}\n<!-- gitops-gate text=${(0,_publish_marker_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(text)} -->`;
}
/** A note's text as it was before `sealed`, and whether that is what this tool wrote. */
function unsealed(note) {
    const plain = note.replaceAll('\r\n', '\n');
    const text = plain.replace(seal, '');
    return { text, isWhole: seal.exec(plain)?.[1] === (0,_publish_marker_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(text) };
}
/** Whether a draft was left or is being written by this instance of the tool. */
function isOwnDraft(note, instance) {
    const { text, isWhole } = unsealed(note);
    return isWhole && (0,_publish_marker_js__WEBPACK_IMPORTED_MODULE_0__/* .readMarker */ .t7)(text)?.instance === instance;
}
/**
 * GitLab obeys lines that begin with a slash, also in some fenced blocks (https://docs.gitlab.com/user/project/quick_actions/). A word
 * joiner, which nobody sees, goes in front; a suggestion, which would change the file by it, becomes an example.
 */
function withoutQuickActions(body) {
    const isAction = /^\//m;
    return body
        .replace(/^(`{3,})suggestion\S*\n[\s\S]*?^\1$/gm, (block) => isAction.test(block) ? block.replace(/suggestion\S*/, 'yaml') : block)
        .replace(/^\//gm, '\u2060/');
}


/***/ }),

/***/ 7085:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  withdrawSummary: () => (/* binding */ withdrawSummary)
});

// EXTERNAL MODULE: ./build/input-error.js
var input_error = __webpack_require__(3587);
// EXTERNAL MODULE: ./build/report/wording.js
var wording = __webpack_require__(2867);
// EXTERNAL MODULE: ./build/report/markdown/markdown.js + 5 modules
var markdown = __webpack_require__(398);
// EXTERNAL MODULE: ./build/report/markdown/markdown-text.js
var markdown_text = __webpack_require__(146);
;// CONCATENATED MODULE: ./build/report/markdown/unjudged-page.js



/** More problems are in the log: a page of them all could be longer than a comment may be. */
const mostProblems = 20;
/** The page as Markdown, for GitHub and GitLab alike. */
function unjudgedPage({ head, title, problems, links, log }) {
    const commit = (0,markdown_text/* link */.nf)((0,markdown_text/* code */.aY)((0,wording/* shortId */.m_)(head)), links.commit(head));
    return `${[
        (0,markdown/* markdownHeading */.I_)({ outcome: 'could-not-judge', wouldBlock: false }, title),
        `**${commit} was not judged: the run ended before a verdict.** What was said here before was of an earlier run.`,
        problems.slice(0, mostProblems).map(markdown/* unjudgedEntry */.lY).join('\n'),
        `<sub>The log is in ${log}.</sub>`,
    ].join('\n\n')}\n`;
}

// EXTERNAL MODULE: ./build/publish/marker.js
var marker = __webpack_require__(892);
// EXTERNAL MODULE: ./build/publish/summary.js
var summary = __webpack_require__(3552);
;// CONCATENATED MODULE: ./build/publish/unjudged.js



/**
 * What to do where a run ended without a verdict (exit codes 2 and 3): a summary that an earlier run wrote no longer holds and says so.
 * Where there is none, none is written; threads stay as they are, for nothing is known to be fixed.
 */
function planUnjudged(written, name, page) {
    const text = unjudgedPage(page);
    const stable = unjudgedPage({ ...page, log: '' });
    const actions = (0,summary/* planSummary */.M)(written.notes, (0,marker/* instanceKey */.pA)(name), { text, stable }, false);
    return { actions, onDiff: new Set(), hasSummary: false, fileCommentsLeft: 0 };
}

// EXTERNAL MODULE: ./build/report/redact.js
var redact = __webpack_require__(7234);
// EXTERNAL MODULE: ./build/report/visible.js
var visible = __webpack_require__(6257);
// EXTERNAL MODULE: ./build/host/internal-error.js
var internal_error = __webpack_require__(4965);
// EXTERNAL MODULE: ./build/host/gitlab/gitlab-publication.js
var gitlab_publication = __webpack_require__(9179);
;// CONCATENATED MODULE: ./build/host/gitlab/gitlab-failure.js







const broken = {
    what: 'The gate broke off by a fault of its own.',
    fix: 'Report it with the lines of the job’s log that say where.',
};
/** Where a run ends without a verdict for `cause`, a summary note of an earlier run must not go on saying that the request passed. */
async function withdrawSummary(cause, head, env, { request, name, title }, write) {
    if (request === undefined)
        return;
    const found = (0,redact.redact)(cause instanceof input_error/* InputError */.d ? cause.problems : [broken]);
    const problems = found.map(({ what, fix }) => ({ what, remedy: fix }));
    const log = (0,markdown_text/* link */.nf)('the job', env.CI_JOB_URL);
    const page = { head, problems, links: (0,gitlab_publication/* gitlabLinks */.v)(env, head), log, ...(title === undefined ? {} : { title }) };
    try {
        const { publishOnRequest } = await Promise.all(/* import() */[__webpack_require__.e(342), __webpack_require__.e(326)]).then(__webpack_require__.bind(__webpack_require__, 2692));
        const judged = { head, name, diff: new Map() };
        const delivery = await publishOnRequest(request, judged, (written) => planUnjudged(written, name, page), env);
        for (const problem of delivery.problems)
            write(`gitops-gate: ${(0,visible/* visible */.R)(problem)}\n`);
    }
    catch (error) {
        write(`${(0,internal_error/* internalError */.W)(error)}\n`);
    }
}


/***/ }),

/***/ 9179:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ publicationOf),
/* harmony export */   v: () => (/* binding */ gitlabLinks)
/* harmony export */ });
/* harmony import */ var _report_markdown_markdown_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(146);
/* harmony import */ var _api_note_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5036);


/** GitLab's limit on a note is a million characters; bytes are never fewer. */
const noteBytes = 1_000_000;
/** The summary says as much. */
const maxFileComments = 3;
/** GitLab draws a longer diagram only when it is asked to. */
const graphCharacters = 2000;
/** What is to be published on a merge request, apart from what is there already. */
function publicationOf(report, diff, env, { comment, maxComments, summary, name, title }) {
    const isInline = comment === 'inline';
    return {
        report,
        diff,
        forge: {
            maxComments: isInline ? maxComments : 0,
            maxFileComments: isInline ? maxFileComments : 0,
            commentBytes: noteBytes - _api_note_text_js__WEBPACK_IMPORTED_MODULE_1__/* .sealBytes */ .Jn,
            graphCharacters,
            // The thread is on the last of the lines.
            suggestionInfo: (count) => `suggestion:-${count - 1}+0`,
        },
        name,
        ...(title === undefined ? {} : { title }),
        summary,
        links: gitlabLinks(env, report.range.head),
        fullReport: (0,_report_markdown_markdown_text_js__WEBPACK_IMPORTED_MODULE_0__/* .link */ .nf)("the job's log and artifacts", env.CI_JOB_URL),
    };
}
/** Web addresses on the run's GitLab, of files at `head`: in the project that a merge request goes into, which has its commits too. */
function gitlabLinks(env, head) {
    const project = `${env.CI_MERGE_REQUEST_PROJECT_URL ?? env.CI_PROJECT_URL ?? ''}/-`;
    return {
        file: (path, line) => (head === undefined ? undefined : `${project}/blob/${head}/${segments(path)}#L${line}`),
        commit: (sha) => `${project}/commit/${sha}`,
    };
}
/** A path in a URL; what is not text (half a surrogate pair) becomes U+FFFD. */
function segments(path) {
    return Buffer.from(path).toString().split('/').map(encodeURIComponent).join('/');
}


/***/ }),

/***/ 892:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pe: () => (/* binding */ withMarker),
/* harmony export */   nE: () => (/* binding */ shortFingerprint),
/* harmony export */   ol: () => (/* binding */ digestOf),
/* harmony export */   pA: () => (/* binding */ instanceKey),
/* harmony export */   rR: () => (/* binding */ withoutMarker),
/* harmony export */   t7: () => (/* binding */ readMarker)
/* harmony export */ });
/* unused harmony export threadStates */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

/** Whether what a thread reports is still there; every state but `open` says why it no longer is shown as such. */
const threadStates = ['open', 'fixed', 'ignored', 'moved', 'displaced'];
const pattern = /^<!-- gitops-gate (summary|finding|answer) ([0-9a-f]{12})(?: state=([a-z]+))?(?: digest=([0-9a-f]{16}))?(?: findings=([0-9a-f,]+))? -->/;
/** The key of an instance's name (input `name`), as markers carry it. */
function instanceKey(name) {
    return digestOf(name).slice(0, 12);
}
/** As much of a fingerprint as markers carry. */
function shortFingerprint(fingerprint) {
    return fingerprint.slice(0, 16);
}
/** 16 hex digits that change with the text. */
function digestOf(text) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('hex').slice(0, 16);
}
/** `body` with the marker hidden in front of it. */
function withMarker(marker, body) {
    const fields = [
        `gitops-gate ${marker.kind} ${marker.instance}`,
        ...('state' in marker ? [`state=${marker.state}`] : []),
        ...('digest' in marker ? [`digest=${marker.digest}`] : []),
        ...('findings' in marker ? [`findings=${marker.findings.join(',')}`] : []),
    ];
    return `<!-- ${fields.join(' ')} -->\n${body}`;
}
/** The marker at the very start of a comment's text; undefined where there is none, or none this version understands. */
function readMarker(body) {
    const [, kind, instance = '', state, digest, findings] = pattern.exec(body) ?? [];
    const known = threadStates.find((each) => each === state);
    if (kind === 'summary' && digest !== undefined)
        return { kind, instance, digest };
    if (kind === 'answer' && known !== undefined)
        return { kind, instance, state: known };
    if (kind !== 'finding' || known === undefined || digest === undefined || findings === undefined)
        return undefined;
    return { kind, instance, state: known, digest, findings: findings.split(',') };
}
/** The text of a comment without its marker. */
function withoutMarker(body) {
    return body.replace(pattern, '').trimStart();
}


/***/ }),

/***/ 3552:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ planSummary)
/* harmony export */ });
/* harmony import */ var _marker_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(892);

/**
 * The one summary comment of an instance: edited in place, the oldest counts, others of ours are removed unless somebody answered
 * them. `isWorthOne` says whether to write one where none is.
 */
function planSummary(notes, instance, summary, isWorthOne) {
    const own = notes
        .filter(({ body, isOurs, isEditedByOther }) => {
        const marker = isOurs && !isEditedByOther ? (0,_marker_js__WEBPACK_IMPORTED_MODULE_0__/* .readMarker */ .t7)(body) : undefined;
        return marker?.kind === 'summary' && marker.instance === instance;
    })
        .sort((a, b) => a.order - b.order);
    const [kept, ...others] = own;
    const digest = (0,_marker_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(summary.stable);
    const body = (0,_marker_js__WEBPACK_IMPORTED_MODULE_0__/* .withMarker */ .Pe)({ kind: 'summary', instance, digest }, summary.text);
    const repeated = others.filter(({ hasReplies }) => !hasReplies);
    const removed = repeated.map(({ id }) => ({ kind: 'remove-summary', note: id }));
    if (kept === undefined)
        return isWorthOne ? [{ kind: 'create-summary', body }] : [];
    const marker = (0,_marker_js__WEBPACK_IMPORTED_MODULE_0__/* .readMarker */ .t7)(kept.body);
    const isCurrent = marker?.kind === 'summary' && marker.digest === digest;
    return [...(isCurrent ? [] : [{ kind: 'update-summary', note: kept.id, body }]), ...removed];
}


/***/ })

};
