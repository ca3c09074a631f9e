export const id = 1500;
export const ids = [1500];
export const modules = {

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

/***/ 1500:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   gitlabHost: () => (/* binding */ gitlabHost)
/* harmony export */ });
/* harmony import */ var _publish_plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40253);
/* harmony import */ var _report_terminal_terminal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(43830);
/* harmony import */ var _report_visible_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6257);
/* harmony import */ var _report_wording_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(62867);
/* harmony import */ var _forge_channels_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7895);
/* harmony import */ var _internal_error_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(54965);
/* harmony import */ var _gitlab_publication_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(99179);
/* harmony import */ var _gitlab_turned_off_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(54559);








/** Gitaly compares with `--find-renames=30%` (internal/gitaly/service/diff/commit_diff.go). */
const gitlabDiff = { similarity: 30 };
/**
 * A GitLab CI job: collapsible log sections and the report in the log; the pipeline picks up the written report files. That needs no
 * token. With one that may, threads and a note on the merge request.
 */
function gitlabHost(write, env, channels) {
    const isOnDiff = channels.request !== undefined && channels.comment === 'inline' && channels.maxComments > 0;
    const step = sections(write);
    return {
        diffView: isOnDiff ? gitlabDiff : undefined,
        step,
        links: (head) => (0,_gitlab_publication_js__WEBPACK_IMPORTED_MODULE_4__/* .gitlabLinks */ .v)(env, head),
        async publish(publishing) {
            const { report } = publishing;
            write((0,_report_terminal_terminal_js__WEBPACK_IMPORTED_MODULE_1__/* .renderTerminal */ .b)(report, { colour: true, width: 120, links: (0,_gitlab_publication_js__WEBPACK_IMPORTED_MODULE_4__/* .gitlabLinks */ .v)(env, report.range.head) }));
            const delivery = await comment(publishing, env, channels, step, write);
            const problems = [...(delivery?.problems ?? (channels.problem === undefined ? [] : [channels.problem]))];
            if (!(0,_forge_channels_js__WEBPACK_IMPORTED_MODULE_6__/* .isWanted */ .Yu)(channels))
                problems.push(...(await (0,_gitlab_turned_off_js__WEBPACK_IMPORTED_MODULE_5__/* .turnOffComments */ .F)(report.range.head, channels, env)));
            // On a line of its own: what follows a section's end on its line is not shown everywhere.
            const { note } = publishing.scanned;
            if (note !== undefined || problems.length > 0)
                write('\n');
            if (note !== undefined)
                write(`gitops-gate: ${(0,_report_visible_js__WEBPACK_IMPORTED_MODULE_2__/* .visible */ .RK)(note)}\n`);
            for (const problem of problems)
                write(`gitops-gate: ${(0,_report_visible_js__WEBPACK_IMPORTED_MODULE_2__/* .visible */ .RK)(problem)}\n`);
            return { state: stateOf(delivery, problems), problems };
        },
    };
}
function sections(write) {
    let opened = 0;
    return async (title, work) => {
        opened += 1;
        const name = `gitops_gate_${opened}`;
        write(marker('start', `${name}[collapsed=true]`, `${(0,_report_visible_js__WEBPACK_IMPORTED_MODULE_2__/* .visible */ .RK)(title)}\n`));
        try {
            return await work();
        }
        finally {
            write(marker('end', name, ''));
        }
    };
}
/** A section marker (https://docs.gitlab.com/ci/jobs/job_logs/#custom-collapsible-sections). */
function marker(edge, name, title) {
    return `\x1b[0Ksection_${edge}:${Math.floor(Date.now() / 1000)}:${name}\r\x1b[0K${title}`;
}
/** Comments on the merge request, where the run is for one; undefined where it is not, or nothing is asked for. */
async function comment({ report, diff }, env, channels, step, write) {
    const { request } = channels;
    const head = report.range.head;
    if (request === undefined || head === undefined || !(0,_forge_channels_js__WEBPACK_IMPORTED_MODULE_6__/* .isWanted */ .Yu)(channels))
        return undefined;
    return step('Publish on the merge request', async () => {
        try {
            const { publishOnRequest } = await Promise.all(/* import() */[__webpack_require__.e(342), __webpack_require__.e(2054), __webpack_require__.e(46)]).then(__webpack_require__.bind(__webpack_require__, 93548));
            const publication = (0,_gitlab_publication_js__WEBPACK_IMPORTED_MODULE_4__/* .publicationOf */ .M)(report, diff, env, channels);
            const plan = (written, refused) => (0,_publish_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .planPublication */ .W)({ ...publication, written, refused });
            const delivery = await publishOnRequest(request, { head, name: channels.name, diff }, plan, env);
            write(`${(0,_report_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(delivery.written, 'write')}, ${(0,_report_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(delivery.onDiff.size, 'finding')} on the diff.\n`);
            return delivery.state === 'denied' ? { ...delivery, problems: [noRight(delivery.problems)] } : delivery;
        }
        catch (cause) {
            // A fault in publishing changes no verdict: it is said, and the findings are in the log and the reports.
            write(`${(0,_internal_error_js__WEBPACK_IMPORTED_MODULE_7__/* .internalError */ .W)(cause)}\n`);
            return { state: 'failed', onDiff: new Set(), hasSummary: false, problems: [broken], written: 0 };
        }
    });
}
/** One line for what is not a fault of the run. */
function noRight(problems) {
    return `No comments: ${problems.join(' ')} The findings are in this log and in the report files.`;
}
const broken = 'Publishing broke off by a fault of this program: the findings are in this log and in the report files instead.';
function stateOf(delivery, problems) {
    if (delivery === undefined)
        return problems.length > 0 ? 'fallback' : 'published';
    if (delivery.state === 'published')
        return problems.length > 0 ? 'partial' : 'published';
    return delivery.state === 'denied' ? 'fallback' : delivery.state;
}


/***/ })

};
