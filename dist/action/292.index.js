export const id = 292;
export const ids = [292];
export const modules = {

/***/ 3292:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  publishOnRequest: () => (/* binding */ publishOnRequest)
});

// EXTERNAL MODULE: ./node_modules/@actions/github/lib/github.js + 22 modules
var github = __webpack_require__(2413);
// EXTERNAL MODULE: ./build/version.js
var version = __webpack_require__(8508);
// EXTERNAL MODULE: ./build/report/visible.js
var visible = __webpack_require__(6257);
;// CONCATENATED MODULE: ./build/host/forge/api-failure.js
/** A call to the forge that did not do what it should, with a sentence for the log that names no secret. */
class ApiFailure extends Error {
    name = 'ApiFailure';
    kind;
    constructor(kind, message) {
        super(message);
        this.kind = kind;
    }
}

;// CONCATENATED MODULE: ./build/host/forge/patience.js


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
    #tokens;
    #filled;
    /** All calls together may take `time` milliseconds, from now on. */
    constructor(clock, time, pace = githubPace) {
        this.#clock = clock;
        this.#pace = pace;
        this.#tokens = pace.burst;
        this.#filled = clock.now();
        this.#end = this.#filled + time;
        this.#signal = clock.timeout(time);
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
                const { kind, wait, why } = this.#read(cause, call, attempt);
                if (this.#signal.aborted)
                    throw new ApiFailure('late', `${call.what}: the time for publishing is over.`);
                if (wait === undefined || attempt === attempts)
                    throw new ApiFailure(kind, `${call.what}: ${why}`);
                await this.#sleep(wait, `${call.what}: ${why}`);
            }
        }
    }
    /**
     * The call under both limits. Not by AbortSignal.any: on Node 20 a composed signal may be collected before its timeout fires,
     * and the call is then never given up.
     */
    async #bounded(call) {
        const own = new AbortController();
        const limits = [this.#signal, this.#clock.timeout(callTimeout)];
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
            throw new ApiFailure('late', `${why} Trying again in ${Math.ceil(wait / 1000)} s would take longer than publishing may.`);
        }
        try {
            await this.#clock.sleep(wait, this.#signal);
        }
        catch {
            throw new ApiFailure('late', `${why} The time for publishing is over.`);
        }
    }
    /** What an error means; `wait` is undefined where trying again is useless. */
    #read(cause, call, attempt) {
        const { status, headers, message } = errorOf(cause);
        const backoff = Math.min(500 * 2 ** attempt, 16_000) * (0.5 + this.#clock.random());
        const why = status === undefined ? `no answer (${message}).` : `${status} ${message}.`;
        if (isRateLimit(status, headers, message)) {
            return { kind: 'late', wait: asked(headers, this.#clock.date()) ?? backoff * 2, why };
        }
        if (status === 401 || status === 403 || isRedirect(status))
            return { kind: 'denied', wait: undefined, why };
        if (status === 404 || status === 410) {
            return { kind: call.isOnExisting === true ? 'missing' : 'denied', wait: undefined, why };
        }
        if (status !== undefined && status >= 400 && status < 500 && !passing.has(status)) {
            return { kind: 'invalid', wait: undefined, why };
        }
        const isWorthAnother = call.isRepeatable && !isUnreachable(cause);
        return { kind: 'unsure', wait: isWorthAnother ? backoff : undefined, why };
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
/** What octokit's errors say: a status and headers, or GraphQL's own errors in an answer of 200, or no answer at all. */
function errorOf(cause) {
    const { status, response, message, errors } = (cause ?? {});
    const headers = (response?.headers ?? {});
    const said = line(typeof message === 'string' ? message : String(cause));
    if (Array.isArray(errors) && status === undefined)
        return { status: graphqlStatus(errors), headers, message: said };
    const isAnswered = typeof status === 'number' && response !== undefined;
    return { status: isAnswered ? status : undefined, headers, message: said };
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
/** A client that does not follow them; one that does throws none. */
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
function line(text) {
    return (0,visible/* visible */.R)((text.split('\n')[0] ?? '').slice(0, 200)).replace(/\.+$/, '');
}

;// CONCATENATED MODULE: ./build/host/forge/real-clock.js
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

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/publish/marker.js

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
    return (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex').slice(0, 16);
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
/** Reads one page; throws TypeError where the answer is not what the schema promises. */
function readPage(answer) {
    const viewer = read_written_text(field(answer, 'viewer'), 'login');
    const request = object(field(field(answer, 'repository'), 'pullRequest'), 'pullRequest');
    const threads = field(request, 'reviewThreads');
    const notes = field(request, 'comments');
    return {
        head: read_written_text(request, 'headRefOid'),
        threads: nodesOf(threads).map((node) => thread(node, viewer)),
        notes: nodesOf(notes).map((node) => ({ ...said(node, viewer), ...numbered(node), hasReplies: false })),
        nextThreads: nextOf(threads),
        nextNotes: nextOf(notes),
    };
}
function thread(node, viewer) {
    const [root] = nodesOf(field(node, 'first'));
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
    const marker = readMarker(first.body);
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
        throw new TypeError('a comment without a number');
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
function nextOf(connection) {
    const info = field(connection, 'pageInfo');
    const cursor = field(info, 'endCursor');
    return field(info, 'hasNextPage') === true && typeof cursor === 'string' ? cursor : undefined;
}
function field(value, name) {
    return typeof value === 'object' && value !== null ? value[name] : undefined;
}
function object(value, name) {
    if (typeof value === 'object' && value !== null)
        return value;
    throw new TypeError(`an answer without ${name}`);
}
function read_written_text(value, name) {
    const found = field(value, name);
    if (typeof found === 'string')
        return found;
    throw new TypeError(`an answer without ${name}`);
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
        const make = (signal) => octokit.request(route, { ...path, ...fields, request: { signal } });
        await patience.call({ ...call, isWrite: true, make });
    };
    /** What creates something is not repeated blindly: after an unclear answer it is looked up. */
    const create = (what, route, fields) => write({ what, isRepeatable: false }, `POST ${route}`, fields);
    const change = (what, route, fields) => write({ what, isRepeatable: true, isOnExisting: true }, route, fields);
    const page = (fields) => readOnePage(octokit, patience, { owner, name: repo, number, ...fields });
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
            const make = (signal) => octokit.graphql(mutation.text, { ...mutation.variables, request: { signal } });
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
function readOnePage(octokit, patience, variables) {
    return patience.call({
        what: 'Reading the pull request',
        isRepeatable: true,
        isWrite: false,
        make: async (signal) => readPage(await octokit.graphql(query, { ...variables, request: { signal } })),
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
            throw new ApiFailure('late', `Reading the pull request: it has more than ${mostPages * 100} threads or comments.`);
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
// EXTERNAL MODULE: ./build/report/markdown/markdown.js + 5 modules
var markdown = __webpack_require__(398);
;// CONCATENATED MODULE: ./build/publish/own-thread.js

/** The threads of this instance, in which people take part first, then oldest first: of two that say the same, the first one counts. */
function ownThreads(threads, instance) {
    const isKept = ({ isJoined, thread }) => isJoined || thread.isResolvedByOther;
    return threads
        .flatMap((thread) => ownThread(thread, instance) ?? [])
        .sort((a, b) => Number(isKept(b)) - Number(isKept(a)) || a.thread.order - b.thread.order);
}
function ownThread(thread, instance) {
    const [first, ...rest] = thread.comments;
    if (first === undefined || !first.isOurs)
        return undefined;
    const marker = readMarker(first.body);
    if (marker?.kind !== 'finding' || marker.instance !== instance)
        return undefined;
    const answers = rest.map((comment) => answerState(comment, instance));
    const last = answers.findLast((state) => state !== undefined);
    const isJoined = first.isEditedByOther || thread.isCut || answers.includes(undefined);
    const state = last ?? (thread.isCut ? undefined : marker.state);
    return { thread, marker, body: first.body, state, isJoined };
}
/** The state that one of our own answers gives; undefined for what anybody else wrote. */
function answerState({ body, isOurs, isEditedByOther }, instance) {
    const marker = isOurs && !isEditedByOther ? readMarker(body) : undefined;
    return marker?.kind === 'answer' && marker.instance === instance ? marker.state : undefined;
}

;// CONCATENATED MODULE: ./build/publish/summary.js

/**
 * The one summary comment of an instance: edited in place, the oldest counts, others of ours are removed unless somebody answered
 * them. `isWorthOne` says whether to write one where none is.
 */
function planSummary(notes, instance, summary, isWorthOne) {
    const own = notes
        .filter(({ body, isOurs, isEditedByOther }) => {
        const marker = isOurs && !isEditedByOther ? readMarker(body) : undefined;
        return marker?.kind === 'summary' && marker.instance === instance;
    })
        .sort((a, b) => a.order - b.order);
    const [kept, ...others] = own;
    const digest = digestOf(summary.stable);
    const body = withMarker({ kind: 'summary', instance, digest }, summary.text);
    const repeated = others.filter(({ hasReplies }) => !hasReplies);
    const removed = repeated.map(({ id }) => ({ kind: 'remove-summary', note: id }));
    if (kept === undefined)
        return isWorthOne ? [{ kind: 'create-summary', body }] : [];
    const marker = readMarker(kept.body);
    const isCurrent = marker?.kind === 'summary' && marker.digest === digest;
    return [...(isCurrent ? [] : [{ kind: 'update-summary', note: kept.id, body }]), ...removed];
}

// EXTERNAL MODULE: ./build/severity.js
var severity = __webpack_require__(5989);
// EXTERNAL MODULE: ./build/report/markdown/markdown-finding.js
var markdown_finding = __webpack_require__(7480);
// EXTERNAL MODULE: ./build/report/markdown/markdown-text.js
var markdown_text = __webpack_require__(146);
// EXTERNAL MODULE: ./build/git/diff/line-diff.js + 1 modules
var line_diff = __webpack_require__(5303);
;// CONCATENATED MODULE: ./build/publish/review-diff.js

/** The same comparison the other way round. */
function reversed(diff) {
    return {
        beforeLines: diff.afterLines,
        afterLines: diff.beforeLines,
        changes: diff.changes.map(({ before, after }) => ({ before: after, after: before })),
    };
}
/** Where a line of the target's tip is in the merge base; undefined where the merge base has no such line. */
function mergeBaseLine({ target }, line) {
    return target === undefined ? line : (0,line_diff/* mapLine */.TU)(target, line);
}

;// CONCATENATED MODULE: ./build/publish/place.js


/** Longer ranges are commented on at their first line: a box around hundreds of lines says nothing. */
const longestRange = 20;
/** The best place of the diff for a finding: a line the diff shows, else its file, else none. Its own position first, then the others. */
function anchorOf(finding, diff) {
    let file;
    for (const { position, end } of newRanges(finding)) {
        const changed = diff.get(position.file);
        if (changed === undefined)
            continue;
        const found = onNewSide(changed, position.line, end);
        if (found !== undefined)
            return found;
        file ??= { place: filePlace(changed), isExact: false };
    }
    const removed = finding.removedAt;
    const changed = removed && diff.get(removed.file);
    if (removed === undefined || changed === undefined)
        return file;
    return onOldSide(changed, removed.line) ?? file ?? { place: filePlace(changed), isExact: false };
}
/** Whether a comment at this line or file is about something the finding is about. */
function isAbout(finding, place, diff) {
    const { newLine, oldLine } = place.kind === 'file' ? {} : place.line;
    const isNew = newRanges(finding).some(({ position, end }) => position.file === place.file && (place.kind === 'file' || within(newLine, position.line, end)));
    const removed = finding.removedAt;
    const changed = removed && diff.get(removed.file);
    if (isNew || removed === undefined || changed === undefined)
        return isNew;
    return changed.path === place.file && (place.kind === 'file' || mergeBaseLine(changed, removed.line) === oldLine);
}
/** One text for places where comments are shown together. */
function placeKey(place) {
    if (place.kind === 'file')
        return JSON.stringify([place.file]);
    const { newLine, oldLine } = place.start ?? place.line;
    return JSON.stringify([place.file, newLine ?? null, newLine === undefined ? oldLine : null]);
}
/** Whether both are the same lines of the same file. */
function isSamePlace(a, b) {
    if (a.kind === 'file' || b.kind === 'file')
        return a.kind === b.kind && a.file === b.file;
    return placeKey(a) === placeKey(b) && placeKey(lastLine(a)) === placeKey(lastLine(b));
}
/** The place cut down to one line. */
function firstLine(place) {
    if (place.kind === 'file' || place.start === undefined)
        return place;
    const { file, oldFile, start } = place;
    return { kind: 'line', file, oldFile, line: start };
}
function lastLine({ file, oldFile, line }) {
    return { kind: 'line', file, oldFile, line };
}
function newRanges({ position, endLine, places = [], suggestion }) {
    const own = position && {
        position,
        end: suggestion === undefined
            ? Math.min(endLine ?? position.line, position.line + longestRange)
            : (endLine ?? position.line),
    };
    return [...(own ? [own] : []), ...places.map((place) => ({ position: place, end: place.line }))];
}
function onNewSide(file, line, end) {
    const shown = shownLines(file);
    const side = (newLine) => {
        const oldLine = shown && (0,line_diff/* mapLine */.TU)(shown.back, newLine);
        return oldLine === undefined ? { newLine } : { newLine, oldLine };
    };
    for (const { after } of shown?.hunks ?? []) {
        const shared = overlap(after, line, end);
        if (shared === undefined)
            continue;
        const { first, last } = shared;
        const place = {
            kind: 'line',
            ...paths(file),
            line: side(last),
            ...(first === last ? {} : { start: side(first) }),
        };
        return { place, isExact: first === line && last === end };
    }
    return undefined;
}
function onOldSide(file, line) {
    const oldLine = mergeBaseLine(file, line);
    if (file.lines === undefined || oldLine === undefined)
        return undefined;
    if (!shownLines(file)?.hunks.some(({ before }) => overlap(before, oldLine, oldLine) !== undefined))
        return undefined;
    const newLine = (0,line_diff/* mapLine */.TU)(file.lines, oldLine);
    const shown = newLine === undefined ? { oldLine } : { newLine, oldLine };
    return { place: { kind: 'line', ...paths(file), line: shown }, isExact: false };
}
/** Computed once for each file: there may be thousands of findings in it. */
const known = new WeakMap();
function shownLines({ lines }) {
    if (lines === undefined)
        return undefined;
    const shown = known.get(lines) ?? { hunks: (0,line_diff/* hunks */.uP)(lines), back: reversed(lines) };
    known.set(lines, shown);
    return shown;
}
/** The first and last line that a run of lines and a range have in common. */
function overlap({ start, count }, line, end) {
    const [first, last] = [Math.max(start, line), Math.min(start + count - 1, end)];
    return first <= last ? { first, last } : undefined;
}
function within(line, first, last) {
    return line !== undefined && line >= first && line <= last;
}
function filePlace(file) {
    return { kind: 'file', ...paths(file) };
}
const paths = ({ path, oldPath }) => ({ file: path, oldFile: oldPath });

;// CONCATENATED MODULE: ./build/publish/comment.js





/** How many findings one comment describes; the others on the same lines are in the summary. */
const findingsPerComment = 10;
/** Bytes kept free for the marker and the sentence in front of the findings. */
const reserved = 2_000;
/** The comment that shows these findings at `place`, and the digest by which a later run sees that it need not change. */
function openComment(findings, place, context, preface = '') {
    const { text, stable } = describe(findings, place, context);
    const digest = digestOf(stable);
    const marker = { kind: 'finding', ...context, state: 'open', digest, findings: ids(findings) };
    return { body: withMarker(marker, [preface, text].filter((part) => part !== '').join('\n\n')), digest };
}
/** The text of a comment whose findings are back. */
function reopenedComment(findings, place, context) {
    return openComment(findings, place, context, backSentence(context)).body;
}
/** A comment's text once what it says is over; what it said is folded below. */
function closedComment(marker, body, sentence, state, { forge }) {
    // A suggestion that no longer applies is shown as what it is: lines of YAML.
    const said = withoutMarker(body).replace(/^(`{3,})suggestion\S*$/gm, '$1yaml');
    const folded = `<details>\n<summary>What was reported</summary>\n\n${said}\n\n</details>`;
    const whole = withMarker({ ...marker, state }, `${sentence}\n\n${folded}`);
    return Buffer.byteLength(whole) <= forge.commentBytes ? whole : withMarker({ ...marker, state }, sentence);
}
/** An answer in a thread that people joined. */
function answer(sentence, state, { instance }) {
    return withMarker({ kind: 'answer', instance, state }, sentence);
}
function fixedSentence({ head, links }) {
    return `✅ **Fixed**${inCommit(head, links)}.`;
}
function ignoredSentence({ reason, until }) {
    return `⚪ **Ignored** by the base branch's policy until ${(0,markdown_text/* prose */.CS)(until)}: ${(0,markdown_text/* prose */.CS)(reason)}`;
}
function backSentence({ head, links }) {
    return `🔁 **Back**${inCommit(head, links)}.`;
}
function movedSentence(place) {
    const line = place.kind === 'file' ? '' : `:${place.line.newLine ?? place.line.oldLine}`;
    return `↪️ **Moved** to ${(0,markdown_text/* code */.aY)(`${place.file}${line}`, 200)}, where it is commented on now.`;
}
const displacedSentence = '➡️ **Still there**, and shown in the summary only: worse findings are commented on first.';
const inCommit = (head, links) => head === undefined ? '' : ` in ${(0,markdown_text/* link */.nf)((0,markdown_text/* code */.aY)((0,wording/* shortId */.m_)(head)), links.commit(head))}`;
function ids(findings) {
    return findings.map(({ fingerprint }) => shortFingerprint(fingerprint));
}
/** The findings as text, and the same text without the links, which name the head and change with every push. */
function describe(findings, place, context) {
    const { links, forge } = context;
    const room = Math.floor((forge.commentBytes - reserved) / Math.max(1, findings.length));
    const parts = findings.map((finding) => {
        const info = suggestionInfo(finding, place, context);
        const full = (0,markdown_finding/* markdownComment */.nf)(finding, { links, ...(info === undefined ? {} : { suggestion: info }) });
        if (Buffer.byteLength(full) + 10 > room)
            return { text: (0,markdown_finding/* briefComment */.o3)(finding), stable: (0,markdown_finding/* briefComment */.o3)(finding) };
        return { text: full, stable: (0,markdown_finding/* markdownComment */.nf)(finding, info === undefined ? {} : { suggestion: info }) };
    });
    const joined = (key) => parts.map((part) => part[key]).join('\n\n---\n\n');
    return { text: joined('text'), stable: joined('stable') };
}
/** The block in which the forge offers to apply the finding's suggestion; undefined where it would replace other lines than those meant. */
function suggestionInfo(finding, place, { diff, forge }) {
    if (finding.suggestion === undefined || finding.position === undefined || place?.kind !== 'line')
        return undefined;
    const anchor = anchorOf(finding, diff);
    if (anchor === undefined || !anchor.isExact || !isSamePlace(anchor.place, place))
        return undefined;
    return forge.suggestionInfo((finding.endLine ?? finding.position.line) - finding.position.line + 1);
}

;// CONCATENATED MODULE: ./build/publish/groups.js




/** Findings that have a place, those of one line or one file together. Of more than a comment can hold the worst are taken. */
function groupByPlace(findings, diff) {
    const groups = new Map();
    for (const finding of findings) {
        const anchor = anchorOf(finding, diff);
        if (anchor === undefined)
            continue;
        const key = placeKey(anchor.place);
        const group = groups.get(key);
        if (group === undefined)
            groups.set(key, [{ finding, anchor }]);
        else if (group.length < findingsPerComment)
            group.push({ finding, anchor });
    }
    return [...groups.values()].flatMap((group) => {
        const [first] = group;
        if (first === undefined)
            return [];
        const { place } = first.anchor;
        const isOne = group.every(({ anchor }) => isSamePlace(anchor.place, place));
        return [
            { findings: group.map(({ finding }) => finding), place: isOne ? place : firstLine(place), thread: undefined },
        ];
    });
}
/**
 * Closed threads whose findings are back, the latest first. One that a person resolved stays resolved, and one whose lines are gone
 * stays closed: the finding gets a new thread.
 */
function reopenable(own, pool, diff) {
    const free = new Map(pool.map((finding) => [shortFingerprint(finding.fingerprint), finding]));
    const groups = [];
    for (const each of own.toSorted((a, b) => b.thread.order - a.thread.order)) {
        const { thread, marker, state } = each;
        const isClosed = state === 'fixed' || state === 'ignored' || state === 'displaced';
        if (!isClosed || thread.isResolvedByOther || thread.isOutdated)
            continue;
        const found = marker.findings.flatMap((id) => free.get(id) ?? []);
        const { place } = thread;
        const here = place === undefined ? found : found.filter((finding) => isAbout(finding, place, diff));
        if (here.length === 0)
            continue;
        // A thread that is only answered goes on to show all it shows.
        const findings = each.isJoined ? found : here;
        for (const { fingerprint } of findings)
            free.delete(shortFingerprint(fingerprint));
        groups.push({ findings, place, thread: each });
    }
    return groups;
}
/**
 * Which groups are open on the diff: the worst, and of equals those that are open already, within both budgets. Groups in which people
 * take part are outside the budgets. `fileComments` counts the comments on whole files.
 */
function groups_select(candidates, open, { maxComments, maxFileComments }) {
    const isOpen = new Set(open);
    const isJoined = ({ thread }) => thread?.isJoined === true;
    const chosen = candidates.filter(isJoined);
    const displaced = [];
    let [comments, fileComments] = [0, 0];
    const byWorth = [...open, ...candidates.filter((group) => !isJoined(group))].sort((a, b) => compareGroups(a, b) || Number(isOpen.has(b)) - Number(isOpen.has(a)) || orderOf(a) - orderOf(b));
    for (const group of byWorth) {
        const isOnFile = group.place?.kind === 'file';
        const fits = comments < maxComments && (!isOnFile || fileComments < maxFileComments);
        if (fits) {
            comments += 1;
            fileComments += Number(isOnFile);
        }
        if (fits && !isOpen.has(group))
            chosen.push(group);
        if (!fits && isOpen.has(group))
            displaced.push(group);
    }
    return { chosen, displaced, fileComments };
}
/** By the worst finding of each. */
function compareGroups(a, b) {
    return (0,severity/* compareSeverity */.zK)(a.findings[0]?.severity ?? 'low', b.findings[0]?.severity ?? 'low');
}
const orderOf = ({ thread }) => thread?.thread.order ?? 0;

;// CONCATENATED MODULE: ./build/publish/threads.js





/** Keeps, opens and closes threads so that they say what the report says. `own` are this instance's, in the order in which they count. */
function planThreads(report, own, context) {
    const { verdict } = report;
    const present = new Map(verdict.findings.map((finding) => [shortFingerprint(finding.fingerprint), finding]));
    const { kept, repeated, over } = claim(own, present);
    const shown = new Set(kept.flatMap(({ findings }) => findings));
    const moves = kept.flatMap((each) => movedTo(each, context) ?? []);
    const pool = verdict.findings.filter((finding) => !shown.has(finding));
    const back = reopenable(own, pool, context.diff);
    const taken = new Set(back.flatMap(({ findings }) => findings));
    const fresh = groupByPlace(pool.filter((finding) => !taken.has(finding)), context.diff);
    const placeOf = (own) => moves.find((move) => move.own === own)?.place ?? own.thread.place;
    const staying = kept
        .filter(({ own }) => countsAsOpen(own))
        .map(({ own, findings }) => ({ findings, thread: own, place: placeOf(own) }));
    const { chosen, displaced, fileComments } = groups_select([...back, ...fresh], staying, context.forge);
    const out = new Set(displaced.map(({ thread }) => thread));
    for (const { thread, findings } of displaced)
        if (thread)
            for (const finding of findings)
                shown.delete(finding);
    for (const { findings } of chosen)
        for (const finding of findings)
            shown.add(finding);
    const isStill = ({ own }) => !out.has(own);
    const still = moves.filter(isStill);
    const isMoving = new Set(still.map(({ own }) => own));
    return {
        actions: [
            ...chosen.map((group) => threads_open(group, context)),
            ...still.map(({ findings, place }) => create(findings, place, context)),
            ...kept.filter((each) => isStill(each) && !isMoving.has(each.own)).flatMap((each) => update(each, context)),
            ...still.map(({ own, place }) => threads_close(own, 'moved', movedSentence(place), context)),
            ...over.flatMap((each) => end(each, report, context)),
            ...[...out].flatMap((each) => (each ? [threads_close(each, 'displaced', displacedSentence, context)] : [])),
            ...repeated.filter(countsAsOpen).map(({ thread }) => ({ kind: 'remove-thread', thread: thread.id })),
        ],
        shown,
        fileCommentsLeft: Math.max(0, context.forge.maxFileComments - fileComments),
    };
}
/** Gives each finding to the first open thread that shows it; a thread left without any repeats another, or is over. */
function claim(own, present) {
    const claimed = new Set();
    const sorted = { kept: [], repeated: [], over: [] };
    for (const each of own) {
        if (each.state === 'fixed' || each.state === 'ignored' || each.state === 'moved')
            continue;
        const still = each.marker.findings.flatMap((id) => present.get(id) ?? []);
        if (each.state === 'displaced') {
            if (still.length === 0)
                sorted.over.push(each);
            continue;
        }
        const findings = still.filter((finding) => !claimed.has(finding));
        for (const finding of findings)
            claimed.add(finding);
        if (findings.length > 0)
            sorted.kept.push({ own: each, findings });
        else if (still.length > 0)
            sorted.repeated.push(each);
        else if (each.state === 'open')
            sorted.over.push(each);
    }
    return sorted;
}
/** Whether it counts against the budget, and may be rewritten: nobody joined it, and nobody else resolved it. */
function countsAsOpen({ isJoined, thread }) {
    return !isJoined && !thread.isResolvedByOther;
}
/** Where a kept thread should be written again: its lines are gone, or are about something else now, and its finding has a line of its own. */
function movedTo({ own, findings }, { diff }) {
    const { thread } = own;
    if (!countsAsOpen(own))
        return undefined;
    const at = thread.place;
    const isInPlace = at === undefined ? !thread.isOutdated : findings.some((finding) => isAbout(finding, at, diff));
    if (isInPlace)
        return undefined;
    const places = findings.flatMap((finding) => anchorOf(finding, diff)?.place ?? []);
    const place = places.find(({ kind }) => kind === 'line');
    if (place === undefined)
        return undefined;
    return { own, findings, place: findings.length === 1 ? place : firstLine(place) };
}
function threads_open(group, context) {
    const { findings, place, thread: own } = group;
    if (own === undefined) {
        if (place === undefined)
            throw new Error('a new thread needs a place');
        return create(findings, place, context);
    }
    const thread = own.thread.id;
    if (own.isJoined)
        return { kind: 'answer-thread', thread, body: answer(backSentence(context), 'open', context), state: 'open' };
    return { kind: 'reopen-thread', thread, body: reopenedComment(findings, own.thread.place, context), findings };
}
function create(findings, place, context) {
    const { body } = openComment(findings, place, context);
    if (place.kind === 'file')
        return { kind: 'create-thread', place, body, findings, fallback: undefined };
    const { file, oldFile } = place;
    const whole = { kind: 'file', file, oldFile };
    const fallback = { place: whole, body: openComment(findings, whole, context).body };
    return { kind: 'create-thread', place, body, findings, fallback };
}
function update({ own, findings }, context) {
    if (!countsAsOpen(own))
        return [];
    const { body, digest } = openComment(findings, own.thread.place, context);
    const isSame = digest === own.marker.digest && own.marker.findings.length === findings.length;
    return isSame ? [] : [{ kind: 'update-thread', thread: own.thread.id, body }];
}
function threads_close(own, state, sentence, context) {
    const thread = own.thread.id;
    if (own.isJoined)
        return { kind: 'answer-thread', thread, body: answer(sentence, state, context), state };
    return { kind: 'close-thread', thread, body: closedComment(own.marker, own.body, sentence, state, context), state };
}
/** Says why a thread's findings are no longer reported. While something could not be judged nothing is called fixed. */
function end(own, { verdict }, context) {
    const ignored = verdict.suppressed
        .filter(({ fingerprint }) => own.marker.findings.includes(shortFingerprint(fingerprint)))
        .sort((a, b) => (0,severity/* compareSeverity */.zK)(a.severity, b.severity))[0];
    if (ignored !== undefined)
        return [threads_close(own, 'ignored', ignoredSentence(ignored), context)];
    return verdict.unjudged.length > 0 ? [] : [threads_close(own, 'fixed', fixedSentence(context), context)];
}

;// CONCATENATED MODULE: ./build/publish/plan.js





/**
 * What to do on the forge so that reviewers see what the report says. Pure, and the same for every forge.
 *
 * A delivery reads what there is (`Written`: every thread and note, of any author), plans, and does the actions in order:
 *
 * - It may stop at any point and go on in another run: the plan is made from what is there, and once all actions are done a new plan
 *   of the same report is empty.
 * - Two runs may overlap: after creating anything, read and plan again; what both created is removed then, the older one stays.
 * - `create-thread` whose lines the forge refuses is written at its `fallback`, while `fileCommentsLeft` allows; else the finding
 *   is in the summary alone. Both are to be said in the log.
 * - Bodies are complete, marker included, and safe in the forge's Markdown. They are written as they are.
 * - Before the first write the delivery makes sure that the request's head still is the judged one; otherwise it does nothing.
 *
 * A thread that a person answered, or whose text somebody changed, is never rewritten or deleted: it gets an answer when its finding
 * goes or returns. What a person resolved stays resolved. While something could not be judged no finding is called fixed.
 */
function planPublication(publication) {
    const { report, diff, written, forge, links, name } = publication;
    const instance = instanceKey(name);
    const context = { instance, links, forge, diff, head: report.range.head };
    const threads = planThreads(report, ownThreads(written.threads, instance), context);
    const summary = publication.summary === 'off'
        ? []
        : planSummary(written.notes, instance, summaryText(publication, threads.shown.size), isWorthSummary(publication));
    return {
        actions: [...summary, ...threads.actions],
        onDiff: threads.shown,
        hasSummary: publication.summary !== 'off' && isWorthSummary(publication),
        fileCommentsLeft: threads.fileCommentsLeft,
    };
}
function isWorthSummary({ summary, report: { verdict } }) {
    return summary === 'always' || verdict.findings.length > 0 || verdict.outcome !== 'passed';
}
/** Bytes of the comment kept for its marker. */
const markerBytes = 200;
function summaryText({ report, links, forge, fullReport, title }, commented) {
    const bytes = forge.commentBytes - markerBytes;
    const { graphCharacters } = forge;
    const limits = {
        bytes,
        links,
        commented,
        ...(title === undefined ? {} : { title }),
        ...(graphCharacters === undefined ? {} : { graphCharacters }),
    };
    const { text } = (0,markdown/* fillMarkdown */.p)(report, { ...limits, fullReport });
    const { text: stable } = (0,markdown/* fillMarkdown */.p)(report, { ...limits, fullReport: '' });
    return { text, stable };
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
        if (!(error instanceof ApiFailure))
            throw error;
        run.fail(error);
    }
    return run.result();
}
/** One delivery. How new threads are written is the forge's own: `create`. */
class DeliveryRun {
    #api;
    head;
    #publication;
    #problems = new Set();
    /** What was refused for good, by `nameOf`: it is not tried again. */
    #refused = new Set();
    #state = 'published';
    #onDiff = new Set();
    #hasSummary = false;
    #written = 0;
    #again = false;
    /** What was not answered in this round. */
    #unclear = [];
    /** How many more comments on whole files there may be. */
    #fileCommentsLeft = 0;
    constructor(api, head, publication) {
        this.#api = api;
        this.head = head;
        this.#publication = publication;
    }
    /** Whether another round is needed to know that all is as it should be. */
    async round() {
        this.#again = false;
        this.#unclear = [];
        const there = await this.#api.read();
        if (there.head !== this.head) {
            this.#outdated(there.head);
            return false;
        }
        const plan = planPublication({ ...this.#publication, written: there });
        const actions = plan.actions.filter((action) => !this.#refused.has(nameOf(action)));
        this.#expect(plan);
        await this.#act(actions, there);
        return this.#again;
    }
    get isUnclear() {
        return this.#unclear.length > 0;
    }
    pause(milliseconds) {
        return this.#api.pause(milliseconds);
    }
    fail(error) {
        this.#problems.add(error.message);
        if (error.kind === 'denied' && this.#written === 0)
            this.#state = 'denied';
        else
            this.#state = this.#written > 0 ? 'partial' : 'failed';
    }
    result() {
        for (const problem of this.#unclear)
            this.#problems.add(problem);
        const state = this.#state === 'published' && this.#problems.size > 0 ? 'partial' : this.#state;
        return {
            state,
            onDiff: this.#onDiff,
            hasSummary: this.#hasSummary,
            problems: [...this.#problems],
            written: this.#written,
        };
    }
    /** One line for the log. */
    problem(text) {
        this.#problems.add(text);
    }
    created(creations) {
        this.#written += 1;
        this.#again = true;
        for (const { findings } of creations)
            for (const finding of findings)
                this.#onDiff.add(finding);
    }
    /** The summary by itself. */
    async createSummary(summary) {
        const isDone = await this.#try(summary, () => this.#api.createSummary(summary.body));
        if (isDone)
            this.summaryCreated();
    }
    summaryCreated() {
        this.#again = true;
        this.#hasSummary = true;
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
            if (!(error instanceof ApiFailure) || error.kind !== 'invalid')
                return this.failed(error, [creation]);
            return this.giveUp(creation, error);
        }
        this.problem(`${this.forge} refuses comments on ${delivery_run_placeOf(creation)}: its file has the comment instead.`);
        this.created([creation]);
    }
    /** The place is refused for good: its findings are in the summary only. */
    giveUp(creation, why) {
        this.#refused.add(nameOf(creation));
        const findings = (0,wording/* count */.U9)(creation.findings.length, 'finding');
        this.#problems.add(`${this.forge} refuses comments on ${delivery_run_placeOf(creation)}: ${findings} can be read in the summary only. ${why.message}`);
    }
    /** Unclear answers and vanished comments are looked up in another round; refusals are not tried again; all else ends publishing. */
    failed(error, actions) {
        if (!(error instanceof ApiFailure))
            throw error;
        if (error.kind === 'unsure' || error.kind === 'missing') {
            this.#again = true;
            this.#unclear.push(error.message);
            return;
        }
        if (error.kind === 'late' || (error.kind === 'denied' && actions.every(isCreation)))
            throw error;
        for (const action of actions)
            this.#refused.add(nameOf(action));
        this.#problems.add(error.message);
    }
    #outdated(now) {
        this.#state = 'outdated';
        this.#problems.add(`The request's head is ${(0,wording/* shortId */.m_)(now)} by now, and ${(0,wording/* shortId */.m_)(this.head)} was judged: ${this.#written === 0 ? 'nothing was published' : 'publishing stopped'}. The run for the new head publishes.`);
    }
    /** What is shown before the actions are done. */
    #expect({ actions, onDiff, hasSummary, fileCommentsLeft }) {
        this.#fileCommentsLeft = fileCommentsLeft;
        this.#onDiff = new Set(onDiff);
        for (const action of actions)
            for (const finding of findingsOf(action))
                this.#onDiff.delete(finding);
        this.#hasSummary =
            hasSummary && !actions.some(({ kind }) => kind === 'create-summary' || kind === 'update-summary');
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
            const isDone = await this.#try(action, () => this.#write(action, thread));
            const to = isDone && thread !== undefined && !thread.isResolvedByOther ? foldingOf(action) : undefined;
            if (thread !== undefined && to !== undefined)
                folded.push({ thread, to });
        }
        await this.fold(folded);
    }
    async #write(action, thread) {
        switch (action.kind) {
            case 'update-summary':
                await this.#api.updateSummary(action.note, action.body);
                this.#hasSummary = true;
                return;
            case 'remove-summary':
                return this.#api.removeSummary(action.note);
            default:
                if (thread === undefined)
                    throw new Error(`a plan for a thread that was not read: ${action.thread}`);
                await this.#writeThread(action, thread);
        }
    }
    async #writeThread(action, thread) {
        switch (action.kind) {
            case 'remove-thread':
                return this.#api.removeComment(thread);
            case 'answer-thread':
                return this.#api.answer(thread, action.body);
            default:
                await this.#api.updateComment(thread, action.body);
                for (const finding of findingsOf(action))
                    this.#onDiff.add(finding);
        }
    }
    /** Does one action; whether it is done. What a person removed meanwhile is planned again. */
    async #try(action, work) {
        try {
            await work();
            this.#written += 1;
            return true;
        }
        catch (error) {
            this.failed(error, [action]);
            return false;
        }
    }
    async fold(threads) {
        try {
            await this.#api.fold(threads);
        }
        catch (error) {
            if (!(error instanceof ApiFailure) || error.kind === 'late')
                throw error;
            // The text of the comments says the same: folding is a convenience.
        }
    }
}
/** `FILE:LINE` or `FILE`, for the log. */
function delivery_run_placeOf({ place }) {
    return place.kind === 'line' ? `${place.file}:${place.line.newLine ?? place.line.oldLine}` : place.file;
}
function findingsOf(action) {
    return action.kind === 'create-thread' || action.kind === 'reopen-thread' ? action.findings : [];
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
/** Publishes on one pull request; see `runDelivery`. */
function deliver(api, head, publication) {
    return runDelivery(new GithubDelivery(api, head, publication));
}
class GithubDelivery extends DeliveryRun {
    forge = 'GitHub';
    #api;
    constructor(api, head, publication) {
        super(api, head, publication);
        this.#api = api;
    }
    /** The summary, then threads on lines by reviews, those on files one by one. */
    async create(creations, summary) {
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
            if (!(error instanceof ApiFailure) || error.kind !== 'invalid')
                return this.failed(error, creations);
            const head = await this.#api.head();
            if (head !== this.head)
                throw new ApiFailure('late', `The request's head moved to ${(0,wording/* shortId */.m_)(head)} while publishing.`);
            if (more.length === 0) {
                return this.fallBack(first, error, (place, body) => this.#api.createFileComment(this.head, place, body));
            }
            const half = Math.ceil(creations.length / 2);
            await this.#review(creations.slice(0, half));
            await this.#review(creations.slice(half));
            return;
        }
        this.created(creations);
    }
    async #createOn(creation, make) {
        try {
            await make();
            this.created([creation]);
        }
        catch (error) {
            if (error instanceof ApiFailure && error.kind === 'invalid')
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
function publishOnRequest({ apiUrl, repository, number, token, head }, publication, clock = realClock) {
    const octokit = (0,github/* getOctokit */.Q)(token, { baseUrl: apiUrl, userAgent: `gitops-gate/${version/* version */.r}`, log: silent });
    return deliver(requestApi(octokit, repository, number, new Patience(clock, mostTime)), head, publication);
}
/** octokit warns on standard error, with addresses and answers in it; what matters is in the delivery's problems. */
const silent = { debug: nothing, info: nothing, warn: nothing, error: nothing };
function nothing() { }


/***/ })

};
