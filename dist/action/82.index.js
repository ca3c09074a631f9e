export const id = 82;
export const ids = [82];
export const modules = {

/***/ 5452:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ ApiFailure),
/* harmony export */   o: () => (/* binding */ OddAnswer)
/* harmony export */ });
/** A call to the forge that did not do what it should, with a sentence for the log that names no secret. */
class ApiFailure extends Error {
    name = 'ApiFailure';
    kind;
    /** Of the answer; undefined where there was none. */
    status;
    constructor(kind, message, status) {
        super(message);
        this.kind = kind;
        this.status = status;
    }
}
/** An answer that is not what the forge's description promises; the message says in what. */
class OddAnswer extends Error {
    name = 'OddAnswer';
}


/***/ }),

/***/ 9904:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ Patience)
/* harmony export */ });
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8474);
/* harmony import */ var _clipped_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9879);
/* harmony import */ var _report_visible_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6257);
/* harmony import */ var _api_failure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5452);




/** Refusals that another try may not meet: a timeout, and a lock that somebody else holds. */
const passing = new Set([408, 409]);
const attempts = 5;
/** One answer may take so long; then the call counts as not answered. */
const callTimeout = 15_000;
/** GitHub: 80 content creations a minute, and a second between writes. */
const githubPace = { burst: 20, interval: 1000 };
/** Makes calls within a time that is bounded as a whole: throttles writes, waits as the forge asks, repeats what may be repeated. */
class Patience {
    #clock;
    #end;
    #signal;
    #pace;
    #secret;
    #purpose;
    #tokens;
    #filled;
    /**
     * All calls together may take `time` milliseconds, from now on. No failure's message has `secret` in it; `purpose` is what they
     * are for, in words.
     */
    constructor(clock, time, { pace = githubPace, secret = '', purpose = 'publishing' } = {}) {
        this.#clock = clock;
        this.#pace = pace;
        this.#secret = secret;
        this.#purpose = purpose;
        this.#tokens = pace.burst;
        this.#filled = clock.now();
        this.#end = this.#filled + time;
        this.#signal = clock.timeout(time);
        // Each call that runs listens to it; Node warns of more than ten.
        (0,node_events__WEBPACK_IMPORTED_MODULE_0__.setMaxListeners)(0, this.#signal);
    }
    /** Rejects with ApiFailure only. */
    async call(call) {
        for (let attempt = 1;; attempt++) {
            if (call.isWrite)
                await this.#throttle(call.what);
            try {
                return await this.#bounded(call);
            }
            catch (cause) {
                const answer = errorOf(cause, this.#secret);
                const { kind, wait } = this.#meaningOf(cause, answer, call, attempt);
                const why = `${call.what}: ${saidBy(answer)}`;
                if (this.#signal.aborted)
                    throw new _api_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .ApiFailure */ .F('over', `${call.what}: the time for ${this.#purpose} is over.`);
                if (wait === undefined || attempt === attempts)
                    throw new _api_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .ApiFailure */ .F(kind, why, answer.status);
                await this.#sleep(wait, why);
            }
        }
    }
    /**
     * The call under both limits. Not by AbortSignal.any: on Node 20 a composed signal may be collected before its timeout fires,
     * and the call is then never given up.
     */
    async #bounded(call) {
        const own = new AbortController();
        const limits = [this.#signal, this.#clock.timeout(call.timeout ?? callTimeout)];
        const abort = () => own.abort(limits.find(({ aborted }) => aborted)?.reason);
        for (const limit of limits)
            limit.addEventListener('abort', abort);
        if (limits.some(({ aborted }) => aborted))
            abort();
        try {
            return await call.make(own.signal);
        }
        finally {
            for (const limit of limits)
                limit.removeEventListener('abort', abort);
        }
    }
    /** Rejects with ApiFailure where there is no time left. */
    wait(milliseconds) {
        return this.#sleep(milliseconds, 'Waiting for the forge.');
    }
    /** Waits until the pace allows another write. */
    async #throttle(what) {
        const now = this.#clock.now();
        const { burst, interval } = this.#pace;
        this.#tokens = Math.min(burst, this.#tokens + (now - this.#filled) / interval);
        this.#filled = now;
        this.#tokens -= 1;
        if (this.#tokens < 0)
            await this.#sleep(-this.#tokens * interval, `${what}: not written`);
    }
    async #sleep(wait, why) {
        if (this.#clock.now() + wait >= this.#end) {
            throw new _api_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .ApiFailure */ .F('over', `${why} Trying again in ${Math.ceil(wait / 1000)} s would take longer than ${this.#purpose} may.`);
        }
        try {
            await this.#clock.sleep(wait, this.#signal);
        }
        catch {
            throw new _api_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .ApiFailure */ .F('over', `${why} The time for ${this.#purpose} is over.`);
        }
    }
    /** What an error means; `wait` is undefined where trying again is useless. */
    #meaningOf(cause, { status, headers, message, isOdd }, call, attempt) {
        const backoff = Math.min(500 * 2 ** attempt, 16_000) * (0.5 + this.#clock.random());
        if (isRateLimit(status, headers, message)) {
            return { kind: 'over', wait: asked(headers, this.#clock.date()) ?? backoff * 2 };
        }
        if (status === 401 || status === 403)
            return { kind: 'denied', wait: undefined };
        if (isRedirect(status))
            return { kind: 'over', wait: undefined };
        if (status === 404 || status === 410) {
            return { kind: call.isOnExisting === true ? 'missing' : 'denied', wait: undefined };
        }
        if (status !== undefined && status >= 400 && status < 500 && !passing.has(status)) {
            return { kind: 'invalid', wait: undefined };
        }
        // What cannot be read is hardly otherwise the third time.
        const isLasting = isUnreachable(cause) || (isOdd && attempt > 1);
        const isWorthAnother = call.isRepeatable && !isLasting;
        return { kind: 'unsure', wait: isWorthAnother ? backoff : undefined };
    }
}
/** Codes of Node and OpenSSL for a name that does not exist and for a certificate that is not trusted: that is so a minute later, too. */
const lasting = /^(?:ENOTFOUND|.*CERT.*|UNABLE_TO_(?:VERIFY|GET_ISSUER).*)$/;
/** Whether no connection can be made, looking through what octokit and fetch wrap around the error. */
function isUnreachable(cause) {
    let error = cause;
    for (let depth = 0; depth < 4 && typeof error === 'object' && error !== null; depth++) {
        const { code, cause: inner } = error;
        if (typeof code === 'string' && lasting.test(code))
            return true;
        error = inner;
    }
    return false;
}
/** A sentence for the log. */
function saidBy({ status, message, isOdd }) {
    if (status !== undefined)
        return `${`${status} ${message}`.trimEnd()}.`;
    return isOdd ? `${message}.` : `no answer (${message}).`;
}
/** What octokit's errors say: a status and headers, or GraphQL's own errors in an answer of 200, or no answer at all. */
function errorOf(cause, secret) {
    const { status, response, message, errors, headers: own } = (cause ?? {});
    const isGraphql = Array.isArray(errors) && status === undefined;
    const said = isGraphql ? graphqlMessage(errors) : typeof message === 'string' ? message : String(cause);
    const answered = isGraphql ? own : response?.headers;
    const isAnswered = typeof status === 'number' && response !== undefined;
    return {
        status: isGraphql ? graphqlStatus(errors) : isAnswered ? status : undefined,
        headers: (answered ?? {}),
        message: line(secret === '' ? said : said.replaceAll(secret, '••••')),
        isOdd: cause instanceof _api_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .OddAnswer */ .o,
    };
}
/** octokit's own message says in its first line only that there are errors. */
function graphqlMessage(errors) {
    return errors.map((error) => String(error?.message ?? '')).join('; ');
}
/** GraphQL answers 200 and says what is wrong by type (https://docs.github.com/graphql/guides). */
function graphqlStatus(errors) {
    const types = errors.map((error) => String(error?.type ?? ''));
    if (types.includes('RATE_LIMITED'))
        return 429;
    if (types.some((type) => type === 'FORBIDDEN' || type === 'INSUFFICIENT_SCOPES'))
        return 403;
    if (types.includes('NOT_FOUND'))
        return 404;
    // "Something went wrong while executing your query" has no type.
    return types.every((type) => type === '') ? 502 : 422;
}
function isRedirect(status) {
    return status !== undefined && status >= 300 && status < 400;
}
function isRateLimit(status, headers, message) {
    if (status === 429)
        return true;
    if (status === 422)
        return /submitted too quickly/i.test(message);
    if (status !== 403)
        return false;
    return (headers['retry-after'] !== undefined ||
        headers['x-ratelimit-remaining'] === '0' ||
        /rate limit|abuse detection/i.test(message));
}
/** The wait that the answer asks for, in milliseconds: seconds or a date (RFC 9110, 10.2.3), or the end of the limit's period. */
function asked(headers, now) {
    const after = headers['retry-after']?.trim();
    if (after !== undefined && /^\d+$/.test(after))
        return Number(after) * 1000;
    const date = after === undefined ? Number.NaN : Date.parse(after);
    if (!Number.isNaN(date))
        return Math.max(0, date - now);
    // GitHub's headers, and GitLab's.
    for (const prefix of ['x-ratelimit', 'ratelimit']) {
        const reset = Number(headers[`${prefix}-reset`]);
        if (headers[`${prefix}-remaining`] === '0' && reset > 0)
            return Math.max(0, reset * 1000 - now) + 1000;
    }
    return undefined;
}
/** In one line, short. */
function line(text) {
    return (0,_report_visible_js__WEBPACK_IMPORTED_MODULE_2__/* .visible */ .RK)((0,_clipped_js__WEBPACK_IMPORTED_MODULE_1__/* .clipped */ .c)(text.split('\n')[0] ?? '', 200)).replace(/\.+$/, '');
}


/***/ }),

/***/ 380:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ realClock)
/* harmony export */ });
/** The machine's own clock. */
const realClock = {
    now: () => performance.now(),
    date: () => Date.now(),
    random: Math.random,
    // Not AbortSignal.timeout, which may be collected before it fires: the timer keeps the controller.
    timeout: (milliseconds) => {
        const end = new AbortController();
        setTimeout(() => end.abort(new DOMException('The time is over.', 'TimeoutError')), milliseconds).unref();
        return end.signal;
    },
    sleep: (milliseconds, signal) => new Promise((resolve, reject) => {
        signal.throwIfAborted();
        const stop = () => {
            clearTimeout(timer);
            reject(signal.reason);
        };
        const timer = setTimeout(() => {
            signal.removeEventListener('abort', stop);
            resolve();
        }, milliseconds);
        signal.addEventListener('abort', stop);
    }),
};


/***/ }),

/***/ 6561:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ githubClient),
/* harmony export */   O: () => (/* binding */ once)
/* harmony export */ });
/* harmony import */ var _actions_github__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(157);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8508);


/** A client of GitHub's API that says nothing and is led nowhere else. The client is large: load this only where it is needed. */
function githubClient(apiUrl, token) {
    const octokit = (0,_actions_github__WEBPACK_IMPORTED_MODULE_0__/* .getOctokit */ .Q)(token, { baseUrl: apiUrl, userAgent: `gitops-gate/${_version_js__WEBPACK_IMPORTED_MODULE_1__/* .version */ .rE}`, log: silent });
    octokit.hook.after('request', refuseRedirect);
    return octokit;
}
/** One request to this address alone: followed, a write would become a read, and its text reach another host. */
const once = (signal) => ({ signal, redirect: 'manual' });
/** An answer from elsewhere is not proof that anything was written here. */
function refuseRedirect({ status, headers }) {
    if (status < 300)
        return;
    const to = String(headers.location ?? 'nowhere').replace(/[?#].*/s, '');
    const message = `redirected to ${to}, which is not followed`;
    throw Object.assign(new Error(message), { status, response: { headers } });
}
/** octokit warns on standard error, with addresses and answers in it; what matters is in the failures. */
const silent = { debug: nothing, info: nothing, warn: nothing, error: nothing };
function nothing() { }


/***/ }),

/***/ 9082:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  publishOnRequest: () => (/* binding */ publishOnRequest)
});

// EXTERNAL MODULE: ./build/host/forge/patience.js
var forge_patience = __webpack_require__(9904);
// EXTERNAL MODULE: ./build/host/forge/real-clock.js
var real_clock = __webpack_require__(380);
// EXTERNAL MODULE: ./build/host/github/api/client.js
var client = __webpack_require__(6561);
// EXTERNAL MODULE: ./build/host/forge/api-failure.js
var api_failure = __webpack_require__(5452);
// EXTERNAL MODULE: ./build/publish/marker.js
var publish_marker = __webpack_require__(892);
;// CONCATENATED MODULE: ./build/host/github/api/read-written.js


/** Asked once, and once more for each further hundred threads or comments. */
const query = `
query Written($owner: String!, $name: String!, $number: Int!, $threads: String, $notes: String, $wantThreads: Boolean!, $wantNotes: Boolean!) {
  viewer { login }
  repository(owner: $owner, name: $name) {
    pullRequest(number: $number) {
      headRefOid
      reviewThreads(first: 100, after: $threads) @include(if: $wantThreads) {
        pageInfo { hasNextPage endCursor }
        nodes {
          id isResolved isOutdated subjectType path line startLine diffSide startDiffSide
          viewerCanResolve viewerCanUnresolve
          resolvedBy { login __typename }
          first: comments(first: 1) { totalCount nodes { ...Said viewerCanMinimize isMinimized } }
          last: comments(last: 10) { nodes { ...Said } }
        }
      }
      comments(first: 100, after: $notes) @include(if: $wantNotes) {
        pageInfo { hasNextPage endCursor }
        nodes { id fullDatabaseId body viewerDidAuthor author { login __typename } editor { login __typename } }
      }
    }
  }
}
fragment Said on PullRequestReviewComment {
  id fullDatabaseId body viewerDidAuthor author { login __typename } editor { login __typename }
}`;
/** Reads one page; throws OddAnswer where the answer is not what the schema promises: what is missing would be written once more. */
function readPage(answer, { wantThreads, wantNotes }) {
    const viewer = read_written_text(field(answer, 'viewer'), 'login');
    const request = object(field(field(answer, 'repository'), 'pullRequest'), 'pullRequest');
    const threads = wantThreads ? connection(field(request, 'reviewThreads')) : nothing;
    const notes = wantNotes ? connection(field(request, 'comments')) : nothing;
    return {
        head: read_written_text(request, 'headRefOid'),
        threads: threads.nodes.flatMap((node) => {
            // A thread whose comments were all deleted is nobody's.
            const [root] = nodesOf(field(node, 'first'));
            return root === undefined ? [] : [thread(node, root, viewer)];
        }),
        notes: notes.nodes.map((node) => ({ ...said(node, viewer), ...numbered(node), hasReplies: false })),
        nextThreads: threads.next,
        nextNotes: notes.next,
    };
}
/** `root` is its first comment. */
function thread(node, root, viewer) {
    const total = Number(field(field(node, 'first'), 'totalCount'));
    const last = nodesOf(field(node, 'last')).filter((each) => read_written_text(each, 'id') !== read_written_text(root, 'id'));
    const first = said(root, viewer);
    const { id: comment, order } = numbered(root);
    const isResolved = flag(node, 'isResolved');
    return {
        id: read_written_text(node, 'id'),
        order,
        comment,
        commentNode: read_written_text(root, 'id'),
        comments: [first, ...last.map((each) => said(each, viewer))],
        isCut: total > 1 + last.length,
        place: placeOf(node),
        isOutdated: flag(node, 'isOutdated'),
        isResolved,
        isResolvedByOther: isResolved && isByOther(field(node, 'resolvedBy'), first, viewer),
        mayResolve: flag(node, 'viewerCanResolve'),
        mayUnresolve: flag(node, 'viewerCanUnresolve'),
        mayMinimize: flag(root, 'viewerCanMinimize'),
        isMinimized: flag(root, 'isMinimized'),
    };
}
/** GraphQL names only people here: where it names nobody it was us, if our comment says that the thread is over. */
function isByOther(resolver, first, viewer) {
    if (isPresent(resolver))
        return !isAccount(resolver, viewer);
    const marker = (0,publish_marker/* readMarker */.t7)(first.body);
    return marker?.kind !== 'finding' || marker.state === 'open';
}
function placeOf(node) {
    const file = read_written_text(node, 'path');
    if (field(node, 'subjectType') === 'FILE')
        return { kind: 'file', file, oldFile: file };
    const line = side(field(node, 'line'), field(node, 'diffSide'));
    if (line === undefined || flag(node, 'isOutdated'))
        return undefined;
    const start = side(field(node, 'startLine'), field(node, 'startDiffSide'));
    return { kind: 'line', file, oldFile: file, line, ...(start === undefined ? {} : { start }) };
}
function side(line, side) {
    if (typeof line !== 'number')
        return undefined;
    return side === 'LEFT' ? { oldLine: line } : { newLine: line };
}
function said(node, viewer) {
    const author = field(node, 'author');
    const editor = field(node, 'editor');
    const isOurs = field(node, 'viewerDidAuthor') === true || (isPresent(author) && isAccount(author, viewer));
    return { body: read_written_text(node, 'body'), isOurs, isEditedByOther: isPresent(editor) && !isAccount(editor, viewer) };
}
/** The number by which REST knows a comment; it rises with age. */
function numbered(node) {
    const id = String(field(node, 'fullDatabaseId'));
    if (!/^\d{1,15}$/.test(id))
        throw new api_failure/* OddAnswer */.o('a comment without a number');
    return { id, order: Number(id) };
}
/** Whether an actor is the token's own account. An app's name ends in [bot] in some places and not in others. */
function isAccount(actor, viewer) {
    const bare = (login) => login.replace(/\[bot\]$/, '');
    if (bare(read_written_text(actor, 'login')) !== bare(viewer))
        return false;
    return !viewer.endsWith('[bot]') || field(actor, '__typename') !== 'User';
}
const isPresent = (value) => value !== null && value !== undefined;
function nodesOf(connection) {
    const nodes = field(connection, 'nodes');
    return Array.isArray(nodes) ? nodes.filter(isPresent) : [];
}
const nothing = { nodes: [], next: undefined };
function connection(value) {
    const info = object(field(value, 'pageInfo'), 'pageInfo');
    if (!Array.isArray(field(value, 'nodes')))
        throw new api_failure/* OddAnswer */.o('an answer without nodes');
    const next = field(info, 'hasNextPage') === true ? read_written_text(info, 'endCursor') : undefined;
    return { nodes: nodesOf(value), next };
}
function field(value, name) {
    return typeof value === 'object' && value !== null ? value[name] : undefined;
}
function object(value, name) {
    if (typeof value === 'object' && value !== null)
        return value;
    throw new api_failure/* OddAnswer */.o(`an answer without ${name}`);
}
function read_written_text(value, name) {
    const found = field(value, name);
    if (typeof found === 'string')
        return found;
    throw new api_failure/* OddAnswer */.o(`an answer without ${name}`);
}
const flag = (value, name) => field(value, name) === true;

;// CONCATENATED MODULE: ./build/host/github/api/request-api.js



/** More than this many pages of a hundred are not read: a run must not spend an hour's requests on reading. */
const mostPages = 50;
/** `repository` is `owner/name`. */
function requestApi(octokit, repository, number, patience) {
    const [owner, repo] = repository.split('/');
    const issues = '/repos/{owner}/{repo}/issues';
    const pulls = '/repos/{owner}/{repo}/pulls';
    const write = async (call, route, fields) => {
        // What is not in the path becomes the body.
        const path = { owner, repo, ...(route.includes('{number}') ? { number } : {}) };
        const make = (signal) => octokit.request(route, { ...path, ...fields, request: (0,client/* once */.O)(signal) });
        await patience.call({ ...call, isWrite: true, make });
    };
    /** What creates something is not repeated blindly: after an unclear answer it is looked up. */
    const create = (what, route, fields) => write({ what, isRepeatable: false }, `POST ${route}`, fields);
    const change = (what, route, fields) => write({ what, isRepeatable: true, isOnExisting: true }, route, fields);
    const page = (asked) => readOnePage(octokit, patience, { owner, name: repo, number, ...asked }, asked);
    return {
        head: async () => (await page({ wantThreads: false, wantNotes: false })).head,
        read: () => readAll(page),
        pause: (milliseconds) => patience.wait(milliseconds),
        createSummary: (body) => create('Creating the summary comment', `${issues}/{number}/comments`, { body }),
        updateSummary: (id, body) => change('Updating the summary comment', `PATCH ${issues}/comments/{id}`, { id, body }),
        removeSummary: (id) => change('Removing a repeated summary comment', `DELETE ${issues}/comments/{id}`, { id }),
        createReview: (commit_id, body, comments) => {
            const fields = { commit_id, event: 'COMMENT', body, comments: comments.map(reviewComment) };
            return create('Creating a review', `${pulls}/{number}/reviews`, fields);
        },
        createFileComment: (commit_id, { file }, body) => {
            const fields = { commit_id, path: file, subject_type: 'file', body };
            return create('Commenting on a file', `${pulls}/{number}/comments`, fields);
        },
        updateComment: ({ comment: id }, body) => change('Updating a review comment', `PATCH ${pulls}/comments/{id}`, { id, body }),
        removeComment: ({ comment: id }) => change('Removing a repeated review comment', `DELETE ${pulls}/comments/{id}`, { id }),
        answer: ({ comment: id }, body) => create('Answering in a thread', `${pulls}/{number}/comments/{id}/replies`, { id, body }),
        fold: async (threads) => {
            const mutation = foldingMutation(threads);
            if (mutation === undefined)
                return;
            const make = (signal) => octokit.graphql(mutation.text, { ...mutation.variables, request: (0,client/* once */.O)(signal) });
            await patience.call({ what: 'Folding threads', isRepeatable: true, isOnExisting: true, isWrite: true, make });
        },
    };
}
function reviewComment({ place, body }) {
    const { line, start, file } = place;
    const on = { path: file, body, ...sideOf(line) };
    if (start === undefined)
        return on;
    const from = sideOf(start);
    return { ...on, start_line: from.line, start_side: from.side };
}
function sideOf({ newLine, oldLine }) {
    return newLine === undefined ? { line: oldLine ?? 0, side: 'LEFT' } : { line: newLine, side: 'RIGHT' };
}
function readOnePage(octokit, patience, variables, asked) {
    return patience.call({
        what: 'Reading the pull request',
        isRepeatable: true,
        isWrite: false,
        make: async (signal) => readPage(await octokit.graphql(query, { ...variables, request: (0,client/* once */.O)(signal) }), asked),
    });
}
async function readAll(page) {
    let last = await page({ wantThreads: true, wantNotes: true });
    const [threads, notes] = [new Map(), new Map()];
    for (let pages = 1;; pages++) {
        for (const each of last.threads)
            threads.set(each.id, each);
        for (const each of last.notes)
            notes.set(each.id, each);
        const { head, nextThreads, nextNotes } = last;
        if (nextThreads === undefined && nextNotes === undefined) {
            return { head, threads: [...threads.values()], notes: [...notes.values()] };
        }
        if (pages === mostPages) {
            throw new api_failure/* ApiFailure */.F('over', `Reading the pull request: it has more than ${mostPages * 100} threads or comments.`);
        }
        last = await page({
            wantThreads: nextThreads !== undefined,
            wantNotes: nextNotes !== undefined,
            ...(nextThreads === undefined ? {} : { threads: nextThreads }),
            ...(nextNotes === undefined ? {} : { notes: nextNotes }),
        });
    }
}
/** One request for many threads; only what the forge says the token may do, and what is not so already. */
function foldingMutation(threads) {
    const parts = [];
    for (const { thread, to } of threads) {
        const { id, commentNode } = thread;
        if (to === 'close' && !thread.isResolved && thread.mayResolve)
            parts.push({ field: 'resolveReviewThread', input: 'threadId: $ID', id });
        if (to === 'open' && thread.isResolved && thread.mayUnresolve)
            parts.push({ field: 'unresolveReviewThread', input: 'threadId: $ID', id });
        if (to !== 'open' && !thread.isMinimized && thread.mayMinimize)
            parts.push({
                field: 'minimizeComment',
                input: `subjectId: $ID, classifier: ${to === 'close' ? 'RESOLVED' : 'OUTDATED'}`,
                id: commentNode,
            });
        if (to === 'open' && thread.isMinimized && thread.mayMinimize)
            parts.push({ field: 'unminimizeComment', input: 'subjectId: $ID', id: commentNode });
    }
    if (parts.length === 0)
        return undefined;
    const names = parts.map((_, index) => `$id${index}: ID!`).join(', ');
    const fields = parts.map(({ field, input }, index) => `m${index}: ${field}(input: { ${input.replace('$ID', `$id${index}`)} }) { clientMutationId }`);
    return {
        text: `mutation Fold(${names}) {\n${fields.join('\n')}\n}`,
        variables: Object.fromEntries(parts.map(({ id }, index) => [`id${index}`, id])),
    };
}

// EXTERNAL MODULE: ./build/report/wording.js
var wording = __webpack_require__(2867);
;// CONCATENATED MODULE: ./build/host/forge/account.js

/** More refused places are counted. */
const mostRefusals = 3;
/** Keeps account of a delivery: what is shown by now, and what could not be. */
class Account {
    #problems = new Set();
    #state = 'published';
    #onDiff = new Set();
    #hasSummary = false;
    #written = 0;
    #refusals = 0;
    /** What is shown before any action of the plan is done. */
    begin({ actions, onDiff, hasSummary }) {
        this.#onDiff = new Set(onDiff);
        for (const action of actions)
            for (const finding of findingsOf(action))
                this.#onDiff.delete(finding);
        this.#hasSummary =
            hasSummary && !actions.some(({ kind }) => kind === 'create-summary' || kind === 'update-summary');
    }
    /** One write, and which findings are on the diff by it. */
    wrote(findings = []) {
        this.#written += 1;
        for (const finding of findings)
            this.#onDiff.add(finding);
    }
    /** The summary comment says what the report says. */
    showsSummary() {
        this.#hasSummary = true;
    }
    /** One line for the log. */
    problem(text) {
        this.#problems.add(text);
    }
    /** One more place is refused; a line for the log. */
    refused(text) {
        this.#refusals += 1;
        if (this.#refusals <= mostRefusals)
            this.problem(text);
    }
    /** Publishing ended by this. */
    fail(error) {
        this.#problems.add(error.message);
        if (error.kind === 'denied' && this.#written === 0)
            this.#state = 'denied';
        else
            this.#state = this.#written > 0 ? 'partial' : 'failed';
    }
    /** The request has the head `now`. */
    outdated(judged, now) {
        this.#state = 'outdated';
        const done = this.#written === 0 ? 'nothing was published' : 'publishing stopped';
        this.#problems.add(`The request's head is ${(0,wording/* shortId */.m_)(now)} by now, and ${(0,wording/* shortId */.m_)(judged)} was judged: ${done}. The run for the new head publishes.`);
    }
    result() {
        const more = this.#refusals - mostRefusals;
        if (more > 0)
            this.problem(`The same holds for ${(0,wording/* count */.U9)(more, 'more place')}.`);
        return {
            state: this.#state === 'published' && this.#problems.size > 0 ? 'partial' : this.#state,
            onDiff: this.#onDiff,
            hasSummary: this.#hasSummary,
            problems: [...this.#problems],
            written: this.#written,
        };
    }
}
/** Findings that an action puts on the diff. */
function findingsOf(action) {
    return action.kind === 'create-thread' || action.kind === 'reopen-thread' ? action.findings : [];
}

;// CONCATENATED MODULE: ./build/host/forge/delivery-run.js




function isCreation(action) {
    return action.kind === 'create-thread' || action.kind === 'create-summary';
}
/** After something was created the request is read again, and once more where runs overlapped or an answer was unclear. */
const mostRounds = 5;
/**
 * Makes the request show what the report says: reads, plans, acts, and reads again until there is nothing to do. Never throws for
 * what the forge does; what could not be done is in `problems`.
 */
async function runDelivery(run) {
    try {
        for (let round = 1; await run.round(); round++) {
            if (round === mostRounds)
                break;
            if (run.isUnclear)
                await run.pause(1000 * 2 ** round);
        }
    }
    catch (error) {
        if (!(error instanceof api_failure/* ApiFailure */.F))
            throw error;
        run.fail(error);
    }
    return run.result();
}
/** One delivery. How new threads are written is the forge's own: `create`. */
class DeliveryRun {
    #api;
    head;
    #plan;
    #account = new Account();
    /** What was refused for good, by `nameOf`: it is not tried again. */
    #refused = new Set();
    /** Findings whose places were, by short fingerprint: nothing else is planned for them. */
    #placeless = new Set();
    /** What the forge says it has written, by `nameOf`: where it is not there yet, it is waited for and not written once more. */
    #confirmed = new Set();
    #again = false;
    /** What is not known to be done in this round, and why. */
    #unclear = [];
    /** How many more comments on whole files there may be. */
    #fileCommentsLeft = 0;
    constructor(api, head, plan) {
        this.#api = api;
        this.head = head;
        this.#plan = plan;
    }
    /** Whether another round is needed to know that all is as it should be. */
    async round() {
        this.#again = false;
        this.#unclear = [];
        const there = await this.#api.read();
        if (there.head !== this.head) {
            this.#account.outdated(this.head, there.head);
            return false;
        }
        const plan = this.#plan(there, this.#placeless);
        const actions = plan.actions.filter((action) => !this.#refused.has(nameOf(action)));
        this.#fileCommentsLeft = plan.fileCommentsLeft;
        this.#account.begin(plan);
        this.#remember(plan);
        const absent = actions.filter((action) => isCreation(action) && this.#confirmed.has(nameOf(action)));
        if (absent.length > 0)
            this.#lookAgain(`${this.forge} confirmed ${(0,wording/* count */.U9)(absent.length, 'comment')} that it does not show.`);
        await this.#act(actions.filter((action) => !absent.includes(action)), there);
        return this.#again;
    }
    get isUnclear() {
        return this.#unclear.length > 0;
    }
    pause(milliseconds) {
        return this.#api.pause(milliseconds);
    }
    fail(error) {
        this.#account.fail(error);
    }
    result() {
        for (const problem of this.#unclear)
            this.#account.problem(problem);
        return this.#account.result();
    }
    /** One line for the log. */
    problem(text) {
        this.#account.problem(text);
    }
    /** New threads are written; where the forge may have dropped some of them all the same, what is missing is planned again. */
    created(creations, mayBeDropped = false) {
        this.#again = true;
        this.#account.wrote(creations.flatMap(findingsOf));
        if (!mayBeDropped)
            for (const creation of creations)
                this.#confirmed.add(nameOf(creation));
    }
    /** The summary by itself. */
    async createSummary(summary) {
        try {
            await this.#api.createSummary(summary.body);
        }
        catch (error) {
            return this.failed(error, [summary]);
        }
        this.#confirmed.add(nameOf(summary));
        this.#account.wrote();
        this.summaryCreated();
    }
    summaryCreated() {
        this.#again = true;
        this.#account.showsSummary();
    }
    /** The lines are refused: their file has the comment instead, where it may and as long as there may be more of them. */
    async fallBack(creation, why, write) {
        const { fallback } = creation;
        if (fallback === undefined || this.#fileCommentsLeft <= 0)
            return this.giveUp(creation, why);
        this.#fileCommentsLeft -= 1;
        try {
            await write(fallback.place, fallback.body);
        }
        catch (error) {
            if (!(error instanceof api_failure/* ApiFailure */.F) || error.kind !== 'invalid')
                return this.failed(error, [creation]);
            return this.giveUp(creation, error);
        }
        this.problem(`${this.forge} refuses comments on ${delivery_run_placeOf(creation)}: its file has the comment instead.`);
        this.created([creation]);
    }
    /** The place is refused for good: its findings are not on the diff, and the summary is to remember that. */
    giveUp(creation, why) {
        for (const { fingerprint } of creation.findings)
            this.#placeless.add((0,publish_marker/* shortFingerprint */.nE)(fingerprint));
        this.#again = true;
        const findings = (0,wording/* count */.U9)(creation.findings.length, 'finding');
        this.#account.refused(`${this.forge} refuses comments on ${delivery_run_placeOf(creation)}: ${findings} without a comment on the diff. ${why.message}`);
    }
    /** It is not tried again. */
    refuse(action) {
        this.#refused.add(nameOf(action));
    }
    /** Unclear answers and vanished comments are looked up in another round; refusals are not tried again; all else ends publishing. */
    failed(error, actions) {
        if (!(error instanceof api_failure/* ApiFailure */.F))
            throw error;
        if (error.kind === 'unsure' || error.kind === 'missing') {
            this.#lookAgain(error.message);
            return;
        }
        if (error.kind === 'over' || (error.kind === 'denied' && actions.every(isCreation)))
            throw error;
        for (const action of actions)
            this.refuse(action);
        this.problem(error.message);
    }
    /** What an earlier run on the same commit could not place. */
    #remember({ refused }) {
        const before = refused.filter(({ fingerprint }) => !this.#placeless.has((0,publish_marker/* shortFingerprint */.nE)(fingerprint)));
        if (before.length === 0)
            return;
        this.problem(`${this.forge} refused comments on ${(0,wording/* count */.U9)(before.length, 'finding')} when this commit was first judged.`);
    }
    #lookAgain(why) {
        this.#again = true;
        this.#unclear.push(why);
    }
    async #act(actions, there) {
        const threads = new Map(there.threads.map((thread) => [thread.id, thread]));
        const folded = [];
        const creations = actions.filter((action) => action.kind === 'create-thread');
        const summary = actions.find((action) => action.kind === 'create-summary');
        let isCreated = false;
        for (const action of actions) {
            if (isCreation(action)) {
                if (!isCreated)
                    await this.create(creations, summary);
                isCreated = true;
                continue;
            }
            const thread = 'thread' in action ? threads.get(action.thread) : undefined;
            const isDone = await this.#change(action, thread);
            const to = isDone && thread !== undefined && !thread.isResolvedByOther ? foldingOf(action) : undefined;
            if (thread !== undefined && to !== undefined)
                folded.push({ thread, to });
        }
        await this.fold(folded);
    }
    /** Does one change; whether it is done. What a person removed meanwhile is planned again. */
    async #change(action, thread) {
        try {
            if (action.kind === 'update-summary')
                await this.#api.updateSummary(action.note, action.body);
            else if (action.kind === 'remove-summary')
                await this.#api.removeSummary(action.note);
            else if (thread === undefined)
                throw new Error(`a plan for a thread that was not read: ${action.thread}`);
            else
                await this.#changeThread(action, thread);
        }
        catch (error) {
            this.failed(error, [action]);
            return false;
        }
        this.#account.wrote(findingsOf(action));
        if (action.kind === 'update-summary')
            this.#account.showsSummary();
        return true;
    }
    #changeThread(action, thread) {
        if (action.kind === 'remove-thread')
            return this.#api.removeComment(thread);
        if (action.kind === 'answer-thread')
            return this.#api.answer(thread, action.body);
        return this.#api.updateComment(thread, action.body);
    }
    async fold(threads) {
        try {
            await this.#api.fold(threads);
        }
        catch (error) {
            if (!(error instanceof api_failure/* ApiFailure */.F) || error.kind === 'over')
                throw error;
            // The text of the comments says the same: folding is a convenience.
        }
    }
}
/** `FILE:LINE` or `FILE`, for the log. */
function delivery_run_placeOf({ place }) {
    return place.kind === 'line' ? `${place.file}:${place.line.newLine ?? place.line.oldLine}` : place.file;
}
/** What tells actions apart from round to round. */
function nameOf(action) {
    if (action.kind === 'create-thread')
        return JSON.stringify([action.place, action.findings.map(({ fingerprint }) => fingerprint)]);
    return JSON.stringify([action.kind, 'thread' in action ? action.thread : 'note' in action ? action.note : '']);
}
function foldingOf(action) {
    if (action.kind === 'reopen-thread')
        return 'open';
    if (action.kind === 'answer-thread')
        return action.state === 'open' ? 'open' : undefined;
    if (action.kind === 'close-thread')
        return action.state === 'displaced' ? 'hide' : 'close';
    return undefined;
}

;// CONCATENATED MODULE: ./build/host/github/deliver.js



/** GitHub takes more, but answers slowly; and one that is refused costs less when it is small. */
const commentsPerReview = 30;
/** Where so many reviews were refused the diff is not what it seems, e.g. by attributes: each line that is left would cost more requests. */
const deliver_mostRefusals = 16;
/** Publishes on one pull request; see `runDelivery`. */
function deliver(api, head, plan) {
    return runDelivery(new GithubDelivery(api, head, plan));
}
class GithubDelivery extends DeliveryRun {
    forge = 'GitHub';
    #api;
    #refusals = 0;
    /** Whether the head was looked at in this round. */
    #isHeadSure = false;
    constructor(api, head, plan) {
        super(api, head, plan);
        this.#api = api;
    }
    /** The summary, then threads on lines by reviews, those on files one by one. */
    async create(creations, summary) {
        this.#isHeadSure = false;
        if (summary !== undefined)
            await this.createSummary(summary);
        const onLines = creations.filter(({ place }) => place.kind === 'line');
        for (let at = 0; at < onLines.length; at += commentsPerReview) {
            await this.#review(onLines.slice(at, at + commentsPerReview));
        }
        for (const creation of creations) {
            const { place, body } = creation;
            if (place.kind === 'file')
                await this.#createOn(creation, () => this.#api.createFileComment(this.head, place, body));
        }
    }
    /** One review; where a line of it is refused (422) it is halved until the line is found, which falls back to its file. */
    async #review(creations) {
        const [first, ...more] = creations;
        if (first === undefined)
            return;
        try {
            await this.#api.createReview(this.head, reviewBody(creations), creations.flatMap(lineComment));
        }
        catch (error) {
            if (!(error instanceof api_failure/* ApiFailure */.F) || error.kind !== 'invalid')
                return this.failed(error, creations);
            this.#refusals += 1;
            await this.#checkHead();
            if (more.length === 0 || this.#refusals >= deliver_mostRefusals) {
                for (const creation of creations)
                    await this.#onFile(creation, error);
                return;
            }
            const half = Math.ceil(creations.length / 2);
            await this.#review(creations.slice(0, half));
            await this.#review(creations.slice(half));
            return;
        }
        this.created(creations);
    }
    #onFile(creation, why) {
        return this.fallBack(creation, why, (place, body) => this.#api.createFileComment(this.head, place, body));
    }
    /** A review of another commit is refused too. */
    async #checkHead() {
        if (this.#isHeadSure)
            return;
        const head = await this.#api.head();
        if (head !== this.head)
            throw new api_failure/* ApiFailure */.F('over', `The request's head moved to ${(0,wording/* shortId */.m_)(head)} while publishing.`);
        this.#isHeadSure = true;
    }
    async #createOn(creation, make) {
        try {
            await make();
            this.created([creation]);
        }
        catch (error) {
            if (error instanceof api_failure/* ApiFailure */.F && error.kind === 'invalid')
                this.giveUp(creation, error);
            else
                this.failed(error, [creation]);
        }
    }
}
function lineComment({ place, body }) {
    return place.kind === 'line' ? [{ place: place, body }] : [];
}
function reviewBody(creations) {
    const findings = creations.reduce((sum, { findings }) => sum + findings.length, 0);
    return `gitops-gate comments on ${(0,wording/* count */.U9)(findings, 'finding')}.`;
}

;// CONCATENATED MODULE: ./build/host/github/github-publish.js





/** Publishing as a whole takes no longer, in milliseconds. */
const mostTime = 60_000;
/** Publishes on one pull request of GitHub. Loaded only when there is something to publish: the client is large. */
function publishOnRequest({ apiUrl, repository, number, token, head }, plan, clock = real_clock/* realClock */.d, time = mostTime) {
    const octokit = (0,client/* githubClient */.$)(apiUrl, token);
    const patience = new forge_patience/* Patience */.i(clock, time, { secret: token });
    return deliver(requestApi(octokit, repository, number, patience), head, plan);
}


/***/ })

};
