export const id = 4363;
export const ids = [4363];
export const modules = {

/***/ 73338:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  B: () => (/* binding */ turnOff),
  _: () => (/* binding */ turnOffTime)
});

// EXTERNAL MODULE: ./build/publish/marker.js
var marker = __webpack_require__(40892);
// EXTERNAL MODULE: ./build/publish/summary.js + 1 modules
var summary = __webpack_require__(57836);
;// CONCATENATED MODULE: ./build/publish/turned-off.js


/** `turnOffSummary` as a whole plan, where nothing is to be shown on the request at all. Threads stay as they are. */
function planTurnedOff({ notes }, name, head, page) {
    const actions = (0,summary/* turnOffSummary */.Lv)(notes, (0,marker/* instanceKey */.pA)(name), head, page);
    return { actions, onDiff: new Set(), refused: [], hasSummary: false, fileCommentsLeft: 0 };
}

;// CONCATENATED MODULE: ./build/host/forge/turn-off.js

/** Nobody waits for it longer, in milliseconds. */
const turnOffTime = 15_000;
/**
 * Where nothing is wanted on the request: a summary comment about another commit than `head` says once that it is no longer kept true.
 * Yields what could not be done about one; where none is known of, a token that may not look is nothing to speak of.
 */
async function turnOff(deliver, head, { name, title }) {
    const page = { isDiffKept: false, ...(title === undefined ? {} : { title }) };
    let isThere = false;
    const { problems } = await deliver((written) => {
        const plan = planTurnedOff(written, name, head, page);
        isThere = plan.actions.length > 0;
        return plan;
    });
    return isThere ? problems : [];
}


/***/ }),

/***/ 35036:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JW: () => (/* binding */ sealed),
/* harmony export */   Jn: () => (/* binding */ sealBytes),
/* harmony export */   sc: () => (/* binding */ isOwnDraft),
/* harmony export */   wI: () => (/* binding */ unsealed)
/* harmony export */ });
/* harmony import */ var _publish_marker_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40892);

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

/***/ 54363:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   withdrawSummary: () => (/* binding */ withdrawSummary)
/* harmony export */ });
/* harmony import */ var _input_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53587);
/* harmony import */ var _publish_unjudged_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45301);
/* harmony import */ var _report_markdown_markdown_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(50146);
/* harmony import */ var _report_redact_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(17234);
/* harmony import */ var _report_visible_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6257);
/* harmony import */ var _forge_channels_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7895);
/* harmony import */ var _internal_error_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(54965);
/* harmony import */ var _gitlab_publication_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(99179);
/* harmony import */ var _gitlab_turned_off_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(54559);









const broken = {
    what: 'The gate broke off by a fault of its own.',
    fix: 'Report it with the lines of the job’s log that say where.',
};
/** Where a run ends without a verdict for `cause`, a summary note of an earlier run must not go on saying that the request passed. */
async function withdrawSummary(cause, head, env, channels, write) {
    const { request, name, title } = channels;
    if (request === undefined)
        return;
    if (!(0,_forge_channels_js__WEBPACK_IMPORTED_MODULE_7__/* .isWanted */ .Yu)(channels)) {
        for (const problem of await (0,_gitlab_turned_off_js__WEBPACK_IMPORTED_MODULE_6__/* .turnOffComments */ .F)(head, channels, env))
            write(`gitops-gate: ${(0,_report_visible_js__WEBPACK_IMPORTED_MODULE_4__/* .visible */ .RK)(problem)}\n`);
        return;
    }
    const found = (0,_report_redact_js__WEBPACK_IMPORTED_MODULE_3__.redact)(cause instanceof _input_error_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .d ? cause.problems : [broken]);
    const problems = found.map(({ what, fix }) => ({ what, remedy: fix }));
    const log = (0,_report_markdown_markdown_text_js__WEBPACK_IMPORTED_MODULE_2__/* .link */ .nf)('the job', env.CI_JOB_URL);
    const page = { head, problems, links: (0,_gitlab_publication_js__WEBPACK_IMPORTED_MODULE_5__/* .gitlabLinks */ .v)(env, head), log, ...(title === undefined ? {} : { title }) };
    try {
        const { publishOnRequest } = await Promise.all(/* import() */[__webpack_require__.e(342), __webpack_require__.e(2054), __webpack_require__.e(46)]).then(__webpack_require__.bind(__webpack_require__, 93548));
        const judged = { head, name, diff: new Map() };
        const delivery = await publishOnRequest(request, judged, (written) => (0,_publish_unjudged_js__WEBPACK_IMPORTED_MODULE_1__/* .planUnjudged */ .s)(written, name, page), env);
        for (const problem of delivery.problems)
            write(`gitops-gate: ${(0,_report_visible_js__WEBPACK_IMPORTED_MODULE_4__/* .visible */ .RK)(problem)}\n`);
    }
    catch (error) {
        write(`${(0,_internal_error_js__WEBPACK_IMPORTED_MODULE_8__/* .internalError */ .W)(error)}\n`);
    }
}


/***/ }),

/***/ 99179:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ publicationOf),
/* harmony export */   v: () => (/* binding */ gitlabLinks)
/* harmony export */ });
/* harmony import */ var _report_markdown_markdown_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(50146);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58508);
/* harmony import */ var _api_note_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35036);



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
        rule: _version_js__WEBPACK_IMPORTED_MODULE_2__/* .rulePage */ .gd,
        accepting: _version_js__WEBPACK_IMPORTED_MODULE_2__/* .acceptingPage */ .a2,
    };
}
/** A path in a URL; what is not text (half a surrogate pair) becomes U+FFFD. */
function segments(path) {
    return Buffer.from(path).toString().split('/').map(encodeURIComponent).join('/');
}


/***/ }),

/***/ 54559:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ turnOffComments)
/* harmony export */ });
/* harmony import */ var _forge_turn_off_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73338);
/* harmony import */ var _internal_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(54965);


/** Says once in a summary note of an earlier run that it is no longer kept true; yields what is to be said in the log. */
async function turnOffComments(head, { request, name, title }, env) {
    if (request === undefined || head === undefined)
        return [];
    try {
        const { publishOnRequest } = await Promise.all(/* import() */[__webpack_require__.e(342), __webpack_require__.e(2054), __webpack_require__.e(46)]).then(__webpack_require__.bind(__webpack_require__, 93548));
        const judged = { head, name, diff: new Map() };
        const deliver = (plan) => publishOnRequest(request, judged, plan, env, undefined, _forge_turn_off_js__WEBPACK_IMPORTED_MODULE_0__/* .turnOffTime */ ._);
        return await (0,_forge_turn_off_js__WEBPACK_IMPORTED_MODULE_0__/* .turnOff */ .B)(deliver, head, { name, title });
    }
    catch (cause) {
        return [(0,_internal_error_js__WEBPACK_IMPORTED_MODULE_1__/* .internalError */ .W)(cause)];
    }
}


/***/ }),

/***/ 40892:
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
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);

/** Whether what a thread reports is still there; every state but `open` says why it no longer is shown as such. */
const threadStates = ['open', 'fixed', 'ignored', 'moved', 'displaced'];
const pattern = /^<!-- gitops-gate (summary|finding|answer) ([0-9a-f]{12})(?: head=([0-9a-f]{40,64}))?(?: state=([a-z]+))?(?: digest=([0-9a-f]{16}))?(?: findings=([0-9a-f,]+))?(?: refused=([0-9a-f,]+))? -->/;
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
        ...('head' in marker && marker.head !== undefined ? [`head=${marker.head}`] : []),
        ...('state' in marker ? [`state=${marker.state}`] : []),
        ...('digest' in marker ? [`digest=${marker.digest}`] : []),
        ...('findings' in marker ? [`findings=${marker.findings.join(',')}`] : []),
        ...('refused' in marker && marker.refused.length > 0 ? [`refused=${marker.refused.join(',')}`] : []),
    ];
    return `<!-- ${fields.join(' ')} -->\n${body}`;
}
/** The marker at the very start of a comment's text; undefined where there is none, or none this version understands. */
function readMarker(body) {
    const [, kind, instance = '', head, state, digest, findings, refused] = pattern.exec(body) ?? [];
    const known = threadStates.find((each) => each === state);
    if (kind === 'summary' && digest !== undefined)
        return { kind, instance, head, digest, refused: refused?.split(',') ?? [] };
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

/***/ 57836:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  pi: () => (/* binding */ ownSummaries),
  kC: () => (/* binding */ summaryActions),
  Lv: () => (/* binding */ turnOffSummary)
});

// EXTERNAL MODULE: ./build/report/markdown/markdown.js + 7 modules
var markdown = __webpack_require__(92871);
;// CONCATENATED MODULE: ./build/report/markdown/turned-off-page.js

/** The page as Markdown, for GitHub and GitLab alike; the same for every commit, so that it is written once. */
function turnedOffPage({ title, isDiffKept }) {
    const where = isDiffKept
        ? 'Findings on lines are comments on the diff, and the log of the gate’s job lists all.'
        : 'Its comments on the diff are not kept up to date either. The log of the gate’s job lists all findings.';
    return `${[
        (0,markdown/* headingOf */.Wm)('💤', 'no longer kept up to date', title),
        '**What this comment said was about an earlier commit.** The gate no longer writes one here: the check on the latest commit says what holds.',
        where,
    ].join('\n\n')}\n`;
}

// EXTERNAL MODULE: ./build/publish/marker.js
var publish_marker = __webpack_require__(40892);
;// CONCATENATED MODULE: ./build/publish/summary.js


/** The summaries of this instance that nobody else edited, oldest first: the first one counts. */
function ownSummaries(notes, instance) {
    return notes
        .flatMap((note) => {
        const marker = note.isOurs && !note.isEditedByOther ? (0,publish_marker/* readMarker */.t7)(note.body) : undefined;
        return marker?.kind === 'summary' && marker.instance === instance ? [{ note, marker }] : [];
    })
        .sort((a, b) => a.note.order - b.note.order);
}
/**
 * Keeps the one summary comment of an instance true: edited in place, the oldest counts, others of ours are removed unless somebody
 * answered them. `isWorthOne` says whether to write one where none is.
 */
function summaryActions(own, instance, { text, stable, head, refused = [] }, isWorthOne) {
    const [kept, ...others] = own;
    const digest = (0,publish_marker/* digestOf */.ol)(`${stable}${refused.join()}`);
    const body = (0,publish_marker/* withMarker */.Pe)({ kind: 'summary', instance, head, digest, refused }, text);
    if (kept === undefined)
        return isWorthOne ? [{ kind: 'create-summary', body }] : [];
    const repeated = others.filter(({ note }) => !note.hasReplies);
    return [
        ...(kept.marker.digest === digest ? [] : [{ kind: 'update-summary', note: kept.note.id, body }]),
        ...repeated.map(({ note }) => ({ kind: 'remove-summary', note: note.id })),
    ];
}
/**
 * What to do where no summary comment is wanted any more: one that an earlier run wrote about another commit than `head` says once that it is
 * no longer kept true. One about `head` itself still holds, or is another gate's of the same name.
 */
function turnOffSummary(notes, instance, head, page) {
    const own = ownSummaries(notes, instance);
    if (own[0] === undefined || own[0].marker.head === head)
        return [];
    const text = turnedOffPage(page);
    return summaryActions(own, instance, { text, stable: text, head }, false);
}


/***/ }),

/***/ 45301:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  s: () => (/* binding */ planUnjudged)
});

// EXTERNAL MODULE: ./build/report/wording.js
var wording = __webpack_require__(62867);
// EXTERNAL MODULE: ./build/report/markdown/markdown.js + 7 modules
var markdown = __webpack_require__(92871);
// EXTERNAL MODULE: ./build/report/markdown/markdown-text.js
var markdown_text = __webpack_require__(50146);
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
var marker = __webpack_require__(40892);
// EXTERNAL MODULE: ./build/publish/summary.js + 1 modules
var summary = __webpack_require__(57836);
;// CONCATENATED MODULE: ./build/publish/unjudged.js



/**
 * What to do where a run ended without a verdict (exit codes 2 and 3): a summary that an earlier run wrote no longer holds and says so.
 * Where there is none, none is written; threads stay as they are, for nothing is known to be fixed.
 */
function planUnjudged(written, name, page) {
    const text = unjudgedPage(page);
    const stable = unjudgedPage({ ...page, log: '' });
    const instance = (0,marker/* instanceKey */.pA)(name);
    const own = (0,summary/* ownSummaries */.pi)(written.notes, instance);
    const actions = (0,summary/* summaryActions */.kC)(own, instance, { text, stable, head: page.head }, false);
    return { actions, onDiff: new Set(), refused: [], hasSummary: false, fileCommentsLeft: 0 };
}


/***/ })

};
