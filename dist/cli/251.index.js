export const id = 251;
export const ids = [251];
export const modules = {

/***/ 5407:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {

var map = {
	"./BurstyRateLimiter": [
		5860
	],
	"./BurstyRateLimiter.js": [
		5860
	],
	"./ExpressBruteFlexible": [
		7937,
		966
	],
	"./ExpressBruteFlexible.js": [
		7937,
		966
	],
	"./RLWrapperBlackAndWhite": [
		7383
	],
	"./RLWrapperBlackAndWhite.js": [
		7383
	],
	"./RLWrapperTimeouts": [
		4016
	],
	"./RLWrapperTimeouts.js": [
		4016
	],
	"./RateLimiterAbstract": [
		8569
	],
	"./RateLimiterAbstract.js": [
		8569
	],
	"./RateLimiterCluster": [
		565
	],
	"./RateLimiterCluster.js": [
		565
	],
	"./RateLimiterDrizzle": [
		3054
	],
	"./RateLimiterDrizzle.js": [
		3054
	],
	"./RateLimiterDrizzleNonAtomic": [
		5347
	],
	"./RateLimiterDrizzleNonAtomic.js": [
		5347
	],
	"./RateLimiterDynamo": [
		2309
	],
	"./RateLimiterDynamo.js": [
		2309
	],
	"./RateLimiterEtcd": [
		6481
	],
	"./RateLimiterEtcd.js": [
		6481
	],
	"./RateLimiterEtcdNonAtomic": [
		5299
	],
	"./RateLimiterEtcdNonAtomic.js": [
		5299
	],
	"./RateLimiterInsuredAbstract": [
		3847
	],
	"./RateLimiterInsuredAbstract.js": [
		3847
	],
	"./RateLimiterMemcache": [
		3250
	],
	"./RateLimiterMemcache.js": [
		3250
	],
	"./RateLimiterMemory": [
		4544
	],
	"./RateLimiterMemory.js": [
		4544
	],
	"./RateLimiterMongo": [
		8439
	],
	"./RateLimiterMongo.js": [
		8439
	],
	"./RateLimiterMySQL": [
		7793
	],
	"./RateLimiterMySQL.js": [
		7793
	],
	"./RateLimiterPostgres": [
		3740
	],
	"./RateLimiterPostgres.js": [
		3740
	],
	"./RateLimiterPrisma": [
		6323
	],
	"./RateLimiterPrisma.js": [
		6323
	],
	"./RateLimiterQueue": [
		2860
	],
	"./RateLimiterQueue.js": [
		2860
	],
	"./RateLimiterRedis": [
		4336
	],
	"./RateLimiterRedis.js": [
		4336
	],
	"./RateLimiterRes": [
		449
	],
	"./RateLimiterRes.js": [
		449
	],
	"./RateLimiterSQLite": [
		3283
	],
	"./RateLimiterSQLite.js": [
		3283
	],
	"./RateLimiterStoreAbstract": [
		5140
	],
	"./RateLimiterStoreAbstract.js": [
		5140
	],
	"./RateLimiterUnion": [
		244
	],
	"./RateLimiterUnion.js": [
		244
	],
	"./RateLimiterValkey": [
		2193
	],
	"./RateLimiterValkey.js": [
		2193
	],
	"./RateLimiterValkeyGlide": [
		3756
	],
	"./RateLimiterValkeyGlide.js": [
		3756
	],
	"./component/BlockedKeys": [
		8830
	],
	"./component/BlockedKeys/": [
		8830
	],
	"./component/BlockedKeys/BlockedKeys": [
		5202
	],
	"./component/BlockedKeys/BlockedKeys.js": [
		5202
	],
	"./component/BlockedKeys/index": [
		8830
	],
	"./component/BlockedKeys/index.js": [
		8830
	],
	"./component/MemoryStorage": [
		8178,
		178
	],
	"./component/MemoryStorage/": [
		8178,
		178
	],
	"./component/MemoryStorage/MemoryStorage": [
		1534
	],
	"./component/MemoryStorage/MemoryStorage.js": [
		1534
	],
	"./component/MemoryStorage/Record": [
		749
	],
	"./component/MemoryStorage/Record.js": [
		749
	],
	"./component/MemoryStorage/index": [
		8178,
		178
	],
	"./component/MemoryStorage/index.js": [
		8178,
		178
	],
	"./component/RateLimiterEtcdTransactionFailedError": [
		3184
	],
	"./component/RateLimiterEtcdTransactionFailedError.js": [
		3184
	],
	"./component/RateLimiterQueueError": [
		7948
	],
	"./component/RateLimiterQueueError.js": [
		7948
	],
	"./component/RateLimiterSetupError": [
		2922
	],
	"./component/RateLimiterSetupError.js": [
		2922
	],
	"./constants": [
		3880,
		880
	],
	"./constants.js": [
		3880,
		880
	]
};
function webpackAsyncContext(req) {
	if(!__webpack_require__.o(map, req)) {
		return Promise.resolve().then(() => {
			var e = new Error("Cannot find module '" + req + "'");
			e.code = 'MODULE_NOT_FOUND';
			throw e;
		});
	}

	var ids = map[req], id = ids[0];
	return Promise.all(ids.slice(1).map(__webpack_require__.e)).then(() => {
		return __webpack_require__.t(id, 7 | 16);
	});
}
webpackAsyncContext.keys = () => (Object.keys(map));
webpackAsyncContext.id = 5407;
module.exports = webpackAsyncContext;

/***/ }),

/***/ 9005:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  publishOnRequest: () => (/* binding */ publishOnRequest)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./build/clipped.js
var clipped = __webpack_require__(9879);
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
    return (0,visible/* visible */.R)((0,clipped/* clipped */.c)(text.split('\n')[0] ?? '', 200)).replace(/\.+$/, '');
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

// EXTERNAL MODULE: ./node_modules/@gitbeaker/rest/dist/index.mjs + 2 modules
var dist = __webpack_require__(342);
// EXTERNAL MODULE: ./build/publish/marker.js
var publish_marker = __webpack_require__(892);
// EXTERNAL MODULE: ./build/host/gitlab/api/note-text.js
var note_text = __webpack_require__(5036);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/git/diff/line-diff.js + 1 modules
var line_diff = __webpack_require__(5303);
;// CONCATENATED MODULE: ./build/host/gitlab/api/position.js


/**
 * An added line is named by its new number alone, a removed one by its old, an unchanged one by both; both paths always. GitLab
 * refuses anything else.
 */
function positionOf(place, refs, diff) {
    const { file, oldFile } = place;
    const paths = { ...refs, old_path: oldFile, new_path: file };
    if (place.kind === 'file')
        return { ...paths, position_type: 'file' };
    const lines = diff.get(file)?.lines;
    const { line, start } = place;
    const range = start === undefined || lines === undefined
        ? {}
        : { line_range: { start: lineCode(file, start, lines), end: lineCode(file, line, lines) } };
    return { ...paths, position_type: 'text', ...numbers(line), ...range };
}
/** A position as the fields of a form, each by its whole name. */
function formFields(position) {
    const fields = {};
    const add = (name, value) => {
        if (typeof value === 'string' || typeof value === 'number')
            fields[name] = value;
        else
            for (const [key, inner] of Object.entries(value ?? {}))
                add(`${name}[${key}]`, inner);
    };
    add('position', position);
    return fields;
}
/** Where a discussion is, by the position GitLab gives it; undefined where it is not on the diff of `head`, or on an image. */
function placeOf(position, head) {
    const { position_type, head_sha, old_path, new_path, old_line, new_line, line_range } = (position ?? {});
    if (typeof new_path !== 'string' || typeof old_path !== 'string')
        return undefined;
    const paths = { file: new_path, oldFile: old_path };
    if (position_type === 'file')
        return { kind: 'file', ...paths };
    const line = diffLine(old_line, new_line);
    if (position_type !== 'text' || head_sha !== head || line === undefined)
        return undefined;
    const start = startOf(line_range, line);
    return { kind: 'line', ...paths, line, ...(start === undefined ? {} : { start }) };
}
function numbers({ oldLine, newLine }) {
    return {
        ...(oldLine === undefined ? {} : { old_line: oldLine }),
        ...(newLine === undefined ? {} : { new_line: newLine }),
    };
}
/**
 * The name GitLab gives a line: the path's SHA-1, and where the line is on both sides. On the side that has no such line that is
 * the line which follows there, or 0 where that side is empty.
 */
function lineCode(file, { oldLine, newLine }, lines) {
    const old = oldLine ?? oldNextTo(newLine ?? 0, lines);
    const now = newLine ?? newNextTo(oldLine ?? 0, lines);
    const type = oldLine === undefined ? 'new' : 'old';
    return { line_code: `${(0,external_node_crypto_.createHash)('sha1').update(file).digest('hex')}_${old}_${now}`, type };
}
/** Added lines are shown after the removed ones of the same change. */
function oldNextTo(newLine, { changes, beforeLines }) {
    const change = changes.find(({ after }) => (0,line_diff/* inRuns */.GU)([after], newLine));
    return change === undefined || beforeLines === 0 ? 0 : change.before.start + change.before.count;
}
function newNextTo(oldLine, { changes, afterLines }) {
    const change = changes.find(({ before }) => (0,line_diff/* inRuns */.GU)([before], oldLine));
    return change === undefined || afterLines === 0 ? 0 : change.after.start;
}
function diffLine(oldLine, newLine) {
    if (typeof newLine !== 'number')
        return typeof oldLine === 'number' ? { oldLine } : undefined;
    return typeof oldLine === 'number' ? { newLine, oldLine } : { newLine };
}
/** The first of several lines, on the side of the last. */
function startOf(range, line) {
    const start = range?.start;
    const [, old, now] = /^[0-9a-f]{40}_(\d+)_(\d+)$/.exec(String(start?.line_code)) ?? [];
    if (old === undefined || now === undefined)
        return undefined;
    if (line.newLine === undefined)
        return { oldLine: Number(old) };
    const isSame = Number(now) === line.newLine;
    if (isSame)
        return undefined;
    return start?.type === 'new' ? { newLine: Number(now) } : { newLine: Number(now), oldLine: Number(old) };
}

;// CONCATENATED MODULE: ./build/host/gitlab/api/read-written.js



/** A discussion is a thread on the diff, a note in the conversation, or neither (what GitLab itself writes). `me` is the account's number. */
function readDiscussion(discussion, me, head) {
    const notes = list(field(discussion, 'notes')).filter((note) => field(note, 'system') !== true);
    const [first] = notes;
    if (first === undefined)
        return {};
    const id = number(first, 'id');
    const comments = notes.map((note) => comment(note, me));
    const isOnDiff = field(first, 'type') === 'DiffNote';
    if (!isOnDiff) {
        const said = comments[0] ?? fail('notes');
        return { note: { ...said, id: String(id), order: id, hasReplies: comments.length > 1 } };
    }
    const place = placeOf(field(first, 'position'), head);
    const resolvable = notes.filter((note) => field(note, 'resolvable') === true);
    const isResolved = resolvable.length > 0 && resolvable.every((note) => field(note, 'resolved') === true);
    const thread = {
        id: read_written_text(discussion, 'id'),
        note: id,
        order: id,
        comments,
        isCut: false,
        place,
        isOutdated: place === undefined,
        isResolved,
        isResolvedByOther: isResolved && isByOther(resolvable, comments, me),
    };
    return { thread };
}
/** Of one that this account resolved it was this tool, if its last word says that the thread is over. */
function isByOther(resolvable, comments, me) {
    if (resolvable.some((note) => field(field(note, 'resolved_by'), 'id') !== me))
        return true;
    const markers = comments.flatMap(({ body, isOurs }) => (isOurs ? ((0,publish_marker/* readMarker */.t7)(body) ?? []) : []));
    const last = markers.findLast((marker) => marker.kind !== 'summary');
    return last === undefined || last.state === 'open';
}
function comment(note, me) {
    const { text: body, isWhole } = (0,note_text/* unsealed */.wI)(read_written_text(note, 'body'));
    return { body, isOurs: number(field(note, 'author'), 'id') === me, isEditedByOther: !isWhole };
}
function readDraft(draft) {
    return { id: number(draft, 'id'), text: read_written_text(draft, 'note') };
}
/** The newest of a request's diffs; undefined while GitLab has made none. */
function readRefs(versions) {
    const [newest] = list(versions);
    if (newest === undefined)
        return undefined;
    return {
        base_sha: read_written_text(newest, 'base_commit_sha'),
        start_sha: read_written_text(newest, 'start_commit_sha'),
        head_sha: read_written_text(newest, 'head_commit_sha'),
    };
}
/** The commit that a request's source branch is at. */
const readHead = (request) => read_written_text(request, 'sha');
/** The number of an account. */
const readAccount = (user) => number(user, 'id');
/** Throws TypeError where GitLab's answer is not a list. */
function list(value) {
    return Array.isArray(value) ? value : fail('a list');
}
function field(value, name) {
    return typeof value === 'object' && value !== null ? value[name] : undefined;
}
function read_written_text(value, name) {
    const found = field(value, name);
    return typeof found === 'string' ? found : fail(name);
}
function number(value, name) {
    const found = field(value, name);
    return typeof found === 'number' && Number.isSafeInteger(found) ? found : fail(name);
}
function fail(name) {
    throw new TypeError(`an answer without ${name}`);
}

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(4708);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(1692);
;// CONCATENATED MODULE: ./build/host/gitlab/api/proxy.js
/**
 * The proxy that the environment names for a URL, as curl reads it: HTTPS_PROXY, HTTP_PROXY, else ALL_PROXY, each also in small letters;
 * none for hosts that NO_PROXY names. Undefined also for proxies of other kinds than HTTP.
 */
function proxyFor(url, env) {
    const read = (name) => env[name.toLowerCase()] || env[name] || undefined;
    const named = read(url.protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY') ?? read('ALL_PROXY');
    if (named === undefined || isExcepted(url, read('NO_PROXY') ?? ''))
        return undefined;
    const address = named.includes('://') ? named : `http://${named}`;
    if (!URL.canParse(address))
        return undefined;
    const proxy = new URL(address);
    if (!/^https?:$/.test(proxy.protocol))
        return undefined;
    const { username, password } = proxy;
    const user = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
    proxy.username = '';
    proxy.password = '';
    const headers = username === '' ? {} : { 'proxy-authorization': `Basic ${Buffer.from(user).toString('base64')}` };
    return { url: proxy, headers };
}
/** Whether a list such as `localhost,.example.com,host:8443,*` names the URL's host, or a domain it is in. */
function isExcepted({ hostname, port, protocol }, list) {
    const host = hostname.replace(/^\[|\]$/g, '').toLowerCase();
    const at = port || (protocol === 'https:' ? '443' : '80');
    return list
        .toLowerCase()
        .split(/[\s,]+/)
        .filter((entry) => entry !== '')
        .some((entry) => {
        const [, name = '', only] = /^\[?(.*?)\]?(?::(\d+))?$/.exec(entry) ?? [];
        const domain = name.replace(/^\*?\./, '');
        if (only !== undefined && only !== at)
            return false;
        return entry === '*' || host === domain || host.endsWith(`.${domain}`);
    });
}

;// CONCATENATED MODULE: ./build/host/gitlab/api/exchange.js





/** A longer answer is none that is asked for here: a page of a hundred notes of one megabyte at most. */
const mostBytes = 128 * 1024 * 1024;
/**
 * Sends one request and reads its answer, redirects included: none is followed, so nothing of the request reaches another host.
 * By node's own client and not by `fetch`, which knows neither an authority given at run time nor, before Node 24, a proxy.
 */
async function exchange(sent, { authorities, env }) {
    const { url } = sent;
    const ca = authorities.length === 0 ? undefined : [...external_node_tls_.rootCertificates, ...authorities];
    const proxy = proxyFor(url, env);
    const { method, headers, body, signal } = sent;
    const length = body === undefined ? {} : { 'content-length': String(body.length) };
    const common = { method, headers: { ...headers, ...length }, signal, agent: false };
    if (url.protocol === 'http:') {
        const by = proxy === undefined ? url : proxy.url;
        const via = proxy === undefined ? {} : { path: url.href, headers: { ...common.headers, host: url.host, ...proxy.headers } };
        return answerTo((0,external_node_http_.request)(by, { ...common, ...via }), body);
    }
    if (proxy === undefined)
        return answerTo((0,external_node_https_.request)(url, { ...common, ca }), body);
    const socket = await tunnel(url, proxy, signal);
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const secure = (0,external_node_tls_.connect)({ socket, host, servername: (0,external_node_net_.isIP)(host) === 0 ? host : '', ca });
    return answerTo((0,external_node_https_.request)(url, { ...common, createConnection: () => secure }), body);
}
/** A connection to the host of `url` through the proxy. */
function tunnel(url, proxy, signal) {
    const to = `${url.hostname}:${url.port || 443}`;
    const request = proxy.url.protocol === 'https:' ? external_node_https_.request : external_node_http_.request;
    return new Promise((resolve, reject) => {
        request(proxy.url, {
            method: 'CONNECT',
            path: to,
            headers: { host: to, ...proxy.headers },
            signal,
            agent: false,
        })
            .on('connect', (answer, socket) => {
            if (answer.statusCode === 200)
                return resolve(socket);
            socket.destroy();
            reject(new Error(`the proxy answers ${answer.statusCode}`));
        })
            .on('response', (answer) => {
            answer.destroy();
            reject(new Error(`the proxy answers ${answer.statusCode}`));
        })
            .on('error', reject)
            .end();
    });
}
function answerTo(request, body) {
    return new Promise((resolve, reject) => {
        request
            .on('response', (answer) => readAll(answer).then((text) => resolve(answerOf(answer, text)), reject))
            .on('error', reject)
            .end(body);
    });
}
async function readAll(answer) {
    const parts = [];
    let bytes = 0;
    for await (const part of answer) {
        parts.push(part);
        bytes += part.length;
        if (bytes > mostBytes)
            throw new Error('the answer is too long');
    }
    return Buffer.concat(parts).toString('utf8');
}
function answerOf({ statusCode = 0, headers }, text) {
    const named = Object.entries(headers).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]);
    return { status: statusCode, headers: Object.fromEntries(named), text };
}

;// CONCATENATED MODULE: ./build/host/gitlab/api/requester.js

/** A request that GitLab refused or could not do. */
class RequestError extends Error {
    status;
    response;
    constructor(status, headers, message) {
        super(message);
        this.status = status;
        this.response = { headers };
    }
}
/**
 * In place of gitbeaker's own requester, which follows redirects with the token, repeats by itself and too soon, and cannot be given an
 * authority. It sends each request once; what it throws has a status and headers where GitLab answered.
 */
function requester(connection, signal, secret) {
    return (service) => {
        const by = (method) => (endpoint, options) => send(service, method, endpoint, options, connection, signal, secret);
        return {
            get: by('GET'),
            post: by('POST'),
            put: by('PUT'),
            patch: by('PATCH'),
            delete: by('DELETE'),
        };
    };
}
async function send({ url: base, headers: more, authHeaders }, method, endpoint, { body, searchParams = {} } = {}, connection, signal, secret) {
    const url = new URL(endpoint, base.endsWith('/') ? base : `${base}/`);
    for (const [name, value] of Object.entries(searchParams))
        url.searchParams.set(snakeCase(name), String(value));
    const auth = Object.fromEntries(await Promise.all(Object.entries(authHeaders).map(async ([name, value]) => [name, await value()])));
    const encoded = await encode(body);
    const headers = { ...more, ...auth, accept: 'application/json', ...encoded.headers };
    const answer = await exchange({ method, url, headers, body: encoded.bytes, signal }, connection);
    if (answer.status >= 200 && answer.status < 300) {
        const read = answer.status === 204 ? null : parse(answer.text);
        if (read === undefined)
            throw new Error('the answer is no JSON');
        // Without the link to the next page, which gitbeaker would follow within the same call.
        const { link: _, ...named } = answer.headers;
        return { status: answer.status, headers: named, body: read };
    }
    throw new RequestError(answer.status, answer.headers, reason(answer.text, answer.headers).replaceAll(secret, '••••'));
}
/** JSON, or what gitbeaker sends as a form. */
async function encode(body) {
    if (body instanceof FormData) {
        const form = new Response(body);
        const type = form.headers.get('content-type') ?? '';
        return { bytes: Buffer.from(await form.arrayBuffer()), headers: { 'content-type': type } };
    }
    if (body === undefined || Object.values(body).every((value) => value === undefined))
        return { bytes: undefined, headers: {} };
    return { bytes: Buffer.from(JSON.stringify(body)), headers: { 'content-type': 'application/json' } };
}
/** What GitLab says is wrong (`message` or `error`, a text or a structure), or where it redirects to, without a query. */
function reason(text, headers) {
    const to = headers.location;
    if (to !== undefined)
        return `redirected to ${to.replace(/[?#].*/s, '')}, which is not followed`;
    const { message, error } = (parse(text) ?? {});
    const said = message ?? error ?? '';
    return (typeof said === 'string' ? said : JSON.stringify(said)).replace(/^\d{3} /, '');
}
function parse(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function snakeCase(name) {
    return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

;// CONCATENATED MODULE: ./build/host/gitlab/api/calls.js




/** More than this many pages are not read. */
const mostPages = 50;
function clientOf({ server, token }, connection, signal) {
    const host = server.replace(/\/+$/, '');
    const options = { host, token, queryTimeout: null, requesterFn: requester(connection, signal, token) };
    return {
        users: new dist/* Users */.zWC(options),
        requests: new dist/* MergeRequests */.nPt(options),
        discussions: new dist/* MergeRequestDiscussions */.dOz(options),
        notes: new dist/* MergeRequestNotes */.vxy(options),
        drafts: new dist/* MergeRequestDraftNotes */.iWI(options),
    };
}
/** Calls of GitLab's API, by what a failure of each means. All reject with ApiFailure. */
class Calls {
    #address;
    #connection;
    #patience;
    constructor(address, connection, patience) {
        this.#address = address;
        this.#connection = connection;
        this.#patience = patience;
    }
    /** `read` throws where the answer is not what it should be; then it is asked again. */
    look(what, make, read) {
        return this.#call({ what, isRepeatable: true, isWrite: false }, make, read);
    }
    /** What creates something is not repeated blindly: after an unclear answer it is looked up. */
    create(what, make) {
        return this.#call({ what, isRepeatable: false, isWrite: true }, make, nothing);
    }
    /** Nobody sees a draft, and GitLab limits notes only: drafts need no pace. */
    draft(what, make) {
        return this.#call({ what, isRepeatable: false, isWrite: false }, make, nothing);
    }
    change(what, make) {
        return this.#call({ what, isRepeatable: true, isWrite: true, isOnExisting: true }, make, nothing);
    }
    /**
     * Every item of a list, as `read` makes it, by pages of `perPage`, or as many as GitLab gives unasked. The list may grow or shrink while it is read: some
     * may be given twice.
     */
    async pages(what, make, read, perPage) {
        const items = [];
        const size = perPage === undefined ? {} : { perPage };
        for (let page = 1; page <= mostPages; page++) {
            const asked = { showExpanded: true, ...size, ...(page === 1 && perPage === undefined ? {} : { page }) };
            const { data, next } = await this.look(what, (client) => make(client, asked), (answer) => readPage(answer, read));
            items.push(...data);
            if (!next)
                return items;
        }
        throw new ApiFailure('late', `${what}: there are more than ${mostPages} pages.`);
    }
    pause(milliseconds) {
        return this.#patience.wait(milliseconds);
    }
    #call(call, make, read) {
        const once = async (signal) => read(await make(clientOf(this.#address, this.#connection, signal)));
        return this.#patience.call({ ...call, make: once });
    }
}
function nothing() { }
function readPage(answer, read) {
    const { data, paginationInfo } = (answer ?? {});
    return { data: list(data).map(read), next: typeof paginationInfo?.next === 'number' };
}

;// CONCATENATED MODULE: ./build/host/gitlab/api/request-api.js




/** GitLab gives no more at once. */
const discussionsPerPage = 100;
/** One merge request on GitLab. Places can be written on once it was read. */
class RequestApi {
    #calls;
    #project;
    #number;
    #diff;
    #account;
    #refs;
    /** `diff` is what reviewers see: by it lines have their names. */
    constructor(calls, { project, number }, diff) {
        this.#calls = calls;
        this.#project = project;
        this.#number = number;
        this.#diff = diff;
    }
    head() {
        return this.#calls.look('Reading the merge request', ({ requests }) => requests.show(this.#project, this.#number), readHead);
    }
    async read() {
        this.#account ??= await this.#calls.look('Asking whose token it is', ({ users }) => users.showCurrentUser(), readAccount);
        const me = this.#account;
        const head = await this.head();
        this.#refs = await this.#readRefs(head);
        const discussions = await this.#calls.pages('Reading the discussions', (client, page) => client.discussions.all(this.#project, this.#number, page), (discussion) => readDiscussion(discussion, me, head), discussionsPerPage);
        const [threads, notes] = [new Map(), new Map()];
        // A list that grows while it is read gives some twice.
        for (const { thread, note } of discussions) {
            if (thread !== undefined)
                threads.set(thread.id, thread);
            if (note !== undefined)
                notes.set(note.id, note);
        }
        return { head, threads: [...threads.values()], notes: [...notes.values()] };
    }
    pause(milliseconds) {
        return this.#calls.pause(milliseconds);
    }
    createSummary(body) {
        return this.#calls.create('Creating the summary note', ({ notes }) => notes.create(this.#project, this.#number, (0,note_text/* sealed */.JW)(body)));
    }
    updateSummary(note, body) {
        return this.#calls.change('Updating the summary note', ({ notes }) => notes.edit(this.#project, this.#number, Number(note), { body: (0,note_text/* sealed */.JW)(body) }));
    }
    removeSummary(note) {
        return this.#calls.change('Removing a repeated summary note', ({ notes }) => notes.remove(this.#project, this.#number, Number(note)));
    }
    async createThread(place, body) {
        // As a form, field by field: gitbeaker's own way to write a position loses what follows an ampersand in a path.
        const fields = { isForm: true, ...formFields(this.#position(place)) };
        await this.#calls.create('Starting a thread', ({ discussions }) => discussions.create(this.#project, this.#number, (0,note_text/* sealed */.JW)(body), fields));
    }
    updateComment({ id, note }, body) {
        return this.#calls.change('Updating a note', ({ discussions }) => discussions.editNote(this.#project, this.#number, id, note, { body: (0,note_text/* sealed */.JW)(body) }));
    }
    removeComment({ id, note }) {
        return this.#calls.change('Removing a repeated note', ({ discussions }) => discussions.removeNote(this.#project, this.#number, id, note));
    }
    answer({ id }, body) {
        return this.#calls.create('Answering in a thread', ({ discussions }) => discussions.addNote(this.#project, this.#number, id, (0,note_text/* sealed */.JW)(body)));
    }
    /** GitLab hides nothing: a thread is resolved, or open. */
    async fold(threads) {
        for (const { thread, to } of threads) {
            const isResolved = to === 'close';
            if (to === 'hide' || thread.isResolved === isResolved)
                continue;
            await this.#calls.change(isResolved ? 'Resolving a thread' : 'Reopening a thread', ({ discussions }) => discussions.resolve(this.#project, this.#number, thread.id, isResolved));
        }
    }
    /** Those of the account on this request, whoever wrote them. */
    drafts() {
        return this.#calls.pages('Reading drafts', ({ drafts }, page) => drafts.all(this.#project, this.#number, page), readDraft);
    }
    async createDraft(place, body) {
        const fields = { position: this.#position(place) };
        await this.#calls.draft('Drafting a note', ({ drafts }) => drafts.create(this.#project, this.#number, (0,note_text/* sealed */.JW)(body), fields));
    }
    removeDraft(id) {
        return this.#calls.change('Removing a draft', ({ drafts }) => drafts.remove(this.#project, this.#number, id));
    }
    /** Publishes every draft of the account at once. Newer versions of GitLab take a note along, older ones leave it. */
    publishDrafts(note) {
        const fields = (note === undefined ? {} : { note: (0,note_text/* sealed */.JW)(note) });
        return this.#calls.create('Publishing drafts', ({ drafts }) => drafts.publishBulk(this.#project, this.#number, fields));
    }
    /** Undefined where GitLab does not come to make the diff of this head: then nothing can be written on lines. */
    async #readRefs(head) {
        const ofHead = (versions) => {
            const refs = readRefs(versions);
            if (refs?.head_sha !== head)
                throw new Error('there is no diff of the head yet');
            return refs;
        };
        try {
            return await this.#calls.look('Reading the versions of the diff', ({ requests }) => requests.allDiffVersions(this.#project, this.#number), ofHead);
        }
        catch (error) {
            if (error instanceof ApiFailure && error.kind === 'unsure')
                return undefined;
            throw error;
        }
    }
    #position(place) {
        if (this.#refs === undefined)
            throw new ApiFailure('invalid', 'GitLab has made no diff of the head.');
        return positionOf(place, this.#refs, this.#diff);
    }
}

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
    const marker = (0,publish_marker/* readMarker */.t7)(first.body);
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
    const marker = isOurs && !isEditedByOther ? (0,publish_marker/* readMarker */.t7)(body) : undefined;
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
        const marker = isOurs && !isEditedByOther ? (0,publish_marker/* readMarker */.t7)(body) : undefined;
        return marker?.kind === 'summary' && marker.instance === instance;
    })
        .sort((a, b) => a.order - b.order);
    const [kept, ...others] = own;
    const digest = (0,publish_marker/* digestOf */.ol)(summary.stable);
    const body = (0,publish_marker/* withMarker */.Pe)({ kind: 'summary', instance, digest }, summary.text);
    const repeated = others.filter(({ hasReplies }) => !hasReplies);
    const removed = repeated.map(({ id }) => ({ kind: 'remove-summary', note: id }));
    if (kept === undefined)
        return isWorthOne ? [{ kind: 'create-summary', body }] : [];
    const marker = (0,publish_marker/* readMarker */.t7)(kept.body);
    const isCurrent = marker?.kind === 'summary' && marker.digest === digest;
    return [...(isCurrent ? [] : [{ kind: 'update-summary', note: kept.id, body }]), ...removed];
}

// EXTERNAL MODULE: ./build/severity.js
var severity = __webpack_require__(5989);
// EXTERNAL MODULE: ./build/report/markdown/markdown-finding.js
var markdown_finding = __webpack_require__(7480);
// EXTERNAL MODULE: ./build/report/markdown/markdown-text.js
var markdown_text = __webpack_require__(146);
// EXTERNAL MODULE: ./build/report/wording.js
var wording = __webpack_require__(2867);
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
    const digest = (0,publish_marker/* digestOf */.ol)(stable);
    const marker = { kind: 'finding', ...context, state: 'open', digest, findings: ids(findings) };
    return { body: (0,publish_marker/* withMarker */.Pe)(marker, [preface, text].filter((part) => part !== '').join('\n\n')), digest };
}
/** The text of a comment whose findings are back. */
function reopenedComment(findings, place, context) {
    return openComment(findings, place, context, backSentence(context)).body;
}
/** A comment's text once what it says is over; what it said is folded below. */
function closedComment(marker, body, sentence, state, { forge }) {
    // A suggestion that no longer applies is shown as what it is: lines of YAML.
    const said = (0,publish_marker/* withoutMarker */.rR)(body).replace(/^(`{3,})suggestion\S*$/gm, '$1yaml');
    const folded = `<details>\n<summary>What was reported</summary>\n\n${said}\n\n</details>`;
    const whole = (0,publish_marker/* withMarker */.Pe)({ ...marker, state }, `${sentence}\n\n${folded}`);
    return Buffer.byteLength(whole) <= forge.commentBytes ? whole : (0,publish_marker/* withMarker */.Pe)({ ...marker, state }, sentence);
}
/** An answer in a thread that people joined. */
function answer(sentence, state, { instance }) {
    return (0,publish_marker/* withMarker */.Pe)({ kind: 'answer', instance, state }, sentence);
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
    return findings.map(({ fingerprint }) => (0,publish_marker/* shortFingerprint */.nE)(fingerprint));
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
    const free = new Map(pool.map((finding) => [(0,publish_marker/* shortFingerprint */.nE)(finding.fingerprint), finding]));
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
            free.delete((0,publish_marker/* shortFingerprint */.nE)(fingerprint));
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
    const present = new Map(verdict.findings.map((finding) => [(0,publish_marker/* shortFingerprint */.nE)(finding.fingerprint), finding]));
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
        .filter(({ fingerprint }) => own.marker.findings.includes((0,publish_marker/* shortFingerprint */.nE)(fingerprint)))
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
    const instance = (0,publish_marker/* instanceKey */.pA)(name);
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
    const { text } = (0,markdown/* fillMarkdown */.pk)(report, { ...limits, fullReport });
    // What fits does not depend on the address, and rendering thousands of findings once more would take its time.
    const stable = text.replaceAll(fullReport, '');
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
    #plan;
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
            this.#outdated(there.head);
            return false;
        }
        const plan = this.#plan(there);
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

;// CONCATENATED MODULE: ./build/host/gitlab/deliver.js






/** Publishes on one merge request; see `runDelivery`. */
function deliver(api, head, publication) {
    return runDelivery(new GitlabDelivery(api, head, publication));
}
class GitlabDelivery extends DeliveryRun {
    forge = 'GitLab';
    #api;
    #instance;
    /** What was published as a draft: where it did not appear, its place is asked about by itself. */
    #drafted = new Set();
    #hasDrafts = true;
    constructor(api, head, publication) {
        super(api, head, (written) => planPublication({ ...publication, written }));
        this.#api = api;
        this.#instance = (0,publish_marker/* instanceKey */.pA)(publication.name);
    }
    /** All that is new in one review, for which people get one e-mail; else one by one. */
    async create(creations, summary) {
        const fresh = creations.filter((each) => !this.#drafted.has(nameOf(each)));
        const isReview = this.#hasDrafts && fresh.length > 0 && fresh.length + (summary === undefined ? 0 : 1) > 1;
        if (isReview && (await this.#review(creations, fresh, summary)))
            return;
        if (summary !== undefined)
            await this.createSummary(summary);
        for (const creation of creations)
            await this.#alone(creation);
    }
    async fold(threads) {
        try {
            await this.#api.fold(threads);
        }
        catch (error) {
            if (!(error instanceof ApiFailure) || error.kind === 'late')
                throw error;
            // Otherwise the text of the notes says the same.
            if (error.kind === 'denied')
                this.problem(`${error.message} ${resolving}`);
        }
    }
    /** Whether drafts were published; where not, none is left, and all goes one by one. */
    async #review(creations, fresh, summary) {
        try {
            const drafted = await this.#draft(fresh);
            if (drafted.length === 0)
                return false;
            await this.#api.publishDrafts(summary?.body);
            for (const creation of drafted)
                this.#drafted.add(nameOf(creation));
            this.created(drafted);
            if (summary !== undefined)
                this.summaryCreated();
            for (const creation of creations)
                if (!drafted.includes(creation))
                    await this.#alone(creation);
            return true;
        }
        catch (error) {
            if (!(error instanceof ApiFailure))
                throw error;
            await this.#removeDrafts();
            if (error.kind === 'late')
                throw error;
            // Drafts are not for every version and every token; and what is unclear is looked up before it is written again.
            this.#hasDrafts = false;
            if (error.kind === 'unsure')
                this.failed(error, creations);
            return error.kind === 'unsure';
        }
    }
    /** Those that are drafts now: none where a person has drafts too, which would be published with ours. */
    async #draft(creations) {
        const drafted = [];
        if (await this.#removeDrafts())
            return [];
        for (const creation of creations) {
            try {
                await this.#api.createDraft(creation.place, creation.body);
                drafted.push(creation);
            }
            catch (error) {
                if (!(error instanceof ApiFailure) || error.kind !== 'invalid')
                    throw error;
            }
        }
        const head = await this.#api.head();
        if (head !== this.head)
            throw new ApiFailure('late', `The request's head moved to ${(0,wording/* shortId */.m_)(head)} while publishing.`);
        // As late as can be: what a person began to write meanwhile is not to be published.
        const all = await this.#api.drafts();
        if (all.every((draft) => this.#isOwn(draft)))
            return drafted;
        await this.#removeDrafts();
        return [];
    }
    /** Removes this instance's drafts, also those an earlier run left; whether there are others. */
    async #removeDrafts() {
        try {
            const all = await this.#api.drafts();
            for (const draft of all)
                if (this.#isOwn(draft))
                    await this.#api.removeDraft(draft.id);
            return !all.every((draft) => this.#isOwn(draft));
        }
        catch (error) {
            if (!(error instanceof ApiFailure))
                throw error;
            // Nothing more can be done about them now; the next run that drafts removes them.
            return true;
        }
    }
    async #alone(creation) {
        try {
            await this.#api.createThread(creation.place, creation.body);
            this.created([creation]);
        }
        catch (error) {
            if (!(error instanceof ApiFailure) || error.kind !== 'invalid')
                return this.failed(error, [creation]);
            await this.fallBack(creation, error, (place, body) => this.#api.createThread(place, body));
        }
    }
    #isOwn({ text }) {
        return (0,note_text/* isOwnDraft */.sc)(text, this.#instance);
    }
}
/** https://docs.gitlab.com/user/permissions/ */
const resolving = 'Threads are not resolved, their text says what became of them: with the role Developer the token could resolve them.';

;// CONCATENATED MODULE: ./build/host/gitlab/gitlab-publish.js






/** Publishing as a whole takes no longer, in milliseconds. */
const mostTime = 60_000;
/** GitLab.com takes 60 notes a minute (https://docs.gitlab.com/security/rate_limits/). */
const gitlabPace = { burst: 20, interval: 1500 };
/** Publishes on one merge request of GitLab, where its head is `head`. Loaded only when there is something to publish: the client is large. */
async function publishOnRequest(address, head, publication, env, clock = realClock) {
    const connection = { authorities: await readAuthorities(env), env };
    const calls = new Calls(address, connection, new Patience(clock, mostTime, gitlabPace));
    return deliver(new RequestApi(calls, address, publication.diff), head, publication);
}
/** The instance's own authority, as the runner hands it over, and the one node is given: naming authorities replaces that. */
async function readAuthorities(env) {
    const files = [env.CI_SERVER_TLS_CA_FILE, env.NODE_EXTRA_CA_CERTS].filter((file) => file !== undefined && file !== '');
    const read = files.map((file) => (0,promises_.readFile)(file ?? '', 'utf8').catch(() => ''));
    return (await Promise.all(read)).filter((text) => text !== '');
}


/***/ })

};
