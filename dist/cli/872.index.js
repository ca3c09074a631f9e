export const id = 872;
export const ids = [872];
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

/***/ 2872:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  gitlabHost: () => (/* binding */ gitlabHost)
});

// EXTERNAL MODULE: ./build/report/terminal/terminal.js
var terminal = __webpack_require__(3830);
// EXTERNAL MODULE: ./build/report/visible.js
var visible = __webpack_require__(6257);
// EXTERNAL MODULE: ./build/report/wording.js
var wording = __webpack_require__(2867);
// EXTERNAL MODULE: ./build/host/internal-error.js
var internal_error = __webpack_require__(4965);
// EXTERNAL MODULE: ./build/report/markdown/markdown-text.js
var markdown_text = __webpack_require__(146);
// EXTERNAL MODULE: ./build/host/gitlab/api/note-text.js
var note_text = __webpack_require__(5036);
;// CONCATENATED MODULE: ./build/host/gitlab/gitlab-publication.js


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
            commentBytes: noteBytes - note_text/* sealBytes */.Jn,
            graphCharacters,
            // The thread is on the last of the lines.
            suggestionInfo: (count) => `suggestion:-${count - 1}+0`,
        },
        name,
        ...(title === undefined ? {} : { title }),
        summary,
        links: gitlabLinks(env, report.range.head),
        fullReport: (0,markdown_text/* link */.nf)("the job's log and artifacts", env.CI_JOB_URL),
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

;// CONCATENATED MODULE: ./build/host/gitlab/gitlab.js





/**
 * A GitLab CI job: collapsible log sections and the report in the log; the pipeline picks up the written report files. That needs no
 * token. With one that may, threads and a note on the merge request.
 */
function gitlabHost(write, env, channels) {
    const showsDiff = channels.request !== undefined && channels.comment === 'inline' && channels.maxComments > 0;
    const step = sections(write);
    return {
        showsDiff,
        step,
        async publish(publishing) {
            write((0,terminal/* renderTerminal */.b)(publishing.report, { colour: true, width: 120 }));
            const delivery = await comment(publishing, env, channels, step, write);
            const problems = [...(delivery?.problems ?? []), ...(channels.problem === undefined ? [] : [channels.problem])];
            for (const problem of problems)
                write(`gitops-gate: ${(0,visible/* visible */.R)(problem)}\n`);
            return { state: stateOf(delivery, problems), problems };
        },
    };
}
function sections(write) {
    let opened = 0;
    return async (title, work) => {
        opened += 1;
        const name = `gitops_gate_${opened}`;
        write(marker('start', `${name}[collapsed=true]`, `${(0,visible/* visible */.R)(title)}\n`));
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
    if (request === undefined || channels.comment === 'off' || head === undefined)
        return undefined;
    if (channels.comment === 'summary' && channels.summary === 'off')
        return undefined;
    return step('Publish on the merge request', async () => {
        try {
            const { publishOnRequest } = await Promise.all(/* import() */[__webpack_require__.e(342), __webpack_require__.e(398), __webpack_require__.e(251)]).then(__webpack_require__.bind(__webpack_require__, 9005));
            const delivery = await publishOnRequest(request, head, publicationOf(report, diff, env, channels), env);
            write(`${(0,wording/* count */.U9)(delivery.written, 'write')}, ${(0,wording/* count */.U9)(delivery.onDiff.size, 'finding')} on the diff.\n`);
            return delivery.state === 'denied' ? { ...delivery, problems: [noRight(delivery.problems)] } : delivery;
        }
        catch (cause) {
            // A fault in publishing changes no verdict: it is said, and the findings are in the log and the reports.
            write(`${(0,internal_error/* internalError */.W)(cause)}\n`);
            return { state: 'failed', onDiff: new Set(), hasSummary: false, problems: [broken], written: 0 };
        }
    });
}
/** One line for what is not a fault of the run. */
function noRight(problems) {
    return `No comments: ${problems.join(' ')} GITOPS_GATE_TOKEN has to be an access token for the target project with the scope api and the role Reporter, not expired. The findings are in this log and in the report files.`;
}
const broken = 'Publishing broke off by a fault of this program: the findings are in this log and in the report files instead.';
function stateOf(delivery, problems) {
    if (delivery === undefined || delivery.state === 'published')
        return problems.length > 0 ? 'partial' : 'published';
    return delivery.state === 'denied' ? 'fallback' : delivery.state;
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

/***/ 146:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CS: () => (/* binding */ prose),
/* harmony export */   OF: () => (/* binding */ fenced),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   nf: () => (/* binding */ link)
/* harmony export */ });
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6257);

/**
 * Text from a repository in Markdown, safe on GitHub and GitLab alike: what is not a plain word is put in a code span, where neither
 * forge looks for mentions, references, links, HTML, emoji or quick actions. No backslash escapes: their filters run on the
 * rendered text, so `\@name` still notifies.
 */
function prose(text, limit = 600) {
    const atoms = [];
    // A part between backticks is code already, and a list in brackets reads better whole.
    for (const part of (0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .clip */ .$)((0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .R)(text), limit).split(/(`[^`]+`|(?<![^ (])\[[^[\]`]*\](?![^ ,.;:)]))/)) {
        const quoted = /^`([^`]+)`$/.exec(part)?.[1];
        if (quoted !== undefined)
            push(atoms, [{ text: quoted, code: true }]);
        else if (/^\[.*\]$/.test(part))
            push(atoms, [{ text: part, code: true }]);
        else
            for (const [run] of part.matchAll(/ +|[^ ]+/g))
                push(atoms, word(run));
    }
    return atoms
        .map((atom) => (atom.code ? code(atom.text) : atom.text))
        .join('')
        .trim();
}
/** Letters, digits and marks that mean nothing to Markdown inside a word. */
const plain = /^[\p{L}\p{M}\p{N}.,;:'’"“”()…–—?/+=•×→-]*$/u;
/** Plain characters that a forge links all the same, or that begin a block: addresses, commits, GH-1, TICKET-1, :emoji:, -, 1., /close. */
const linked = /:\/\/|www\.|\b[0-9a-f]{7,64}\b|[a-z][a-z0-9]*-\d|:[\w+-]+:|^[-+=]+$|^\d+[.)]$|^\/|^(?:mailto|xmpp):/i;
function word(run) {
    if (run.startsWith(' '))
        return [{ text: ' ', code: false }];
    // Punctuation around a word stays outside its code span: `(@name),`
    const end = run.length - (/[.,;:?)…]+$/.exec(run)?.[0].length ?? 0);
    const start = run.startsWith('(') && end > 0 ? 1 : 0;
    const core = run.slice(start, Math.max(start, end));
    if (plain.test(run) && !linked.test(run) && !linked.test(core))
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
/** Text in a code span, for running text and table cells alike: a pipe, which would end a cell, is put outside the span as an entity. */
function code(text, limit = 600) {
    return (0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .clip */ .$)((0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .R)(text), limit)
        .replaceAll('<!--', '<\\u0021--')
        .split('|')
        .map((part) => (part === '' ? '' : span(part)))
        .join('&#124;');
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
    const lines = text.split('\n').map(_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .R).join('\n').replaceAll('<!--', '<\\u0021--');
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
