export const id = 3387;
export const ids = [3387];
export const modules = {

/***/ 65077:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CB: () => (/* binding */ textsOf),
/* harmony export */   Of: () => (/* binding */ listIn),
/* harmony export */   QD: () => (/* binding */ listOr),
/* harmony export */   Xy: () => (/* binding */ objectOf),
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   c3: () => (/* binding */ listOf),
/* harmony export */   iP: () => (/* binding */ flagOf),
/* harmony export */   il: () => (/* binding */ flagOr),
/* harmony export */   pq: () => (/* binding */ countOf),
/* harmony export */   yL: () => (/* binding */ oneOf)
/* harmony export */ });
/* harmony import */ var _plain_values_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(98419);
/* harmony import */ var _api_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15452);


/** The answer as an object; throws OddAnswer for anything else. */
function objectOf(answer) {
    if ((0,_plain_values_js__WEBPACK_IMPORTED_MODULE_1__/* .isMapping */ .pi)(answer))
        return answer;
    throw new _api_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .OddAnswer */ .o('an answer that is not an object');
}
/** A text of an answer that must be there. */
function textOf(answer, name) {
    const value = objectOf(answer)[name];
    if (typeof value === 'string' && value !== '')
        return value;
    throw new _api_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .OddAnswer */ .o(`an answer without ${name}`);
}
/** A yes or no of an answer that must be there. */
function flagOf(answer, name) {
    const value = objectOf(answer)[name];
    if (typeof value === 'boolean')
        return value;
    throw new _api_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .OddAnswer */ .o(`an answer without ${name}`);
}
/** A yes or no of an answer; `absent` where it is left out or null. */
function flagOr(answer, name, absent) {
    return isAbsent(objectOf(answer)[name]) ? absent : flagOf(answer, name);
}
/** A number of an answer that must be there, of things that can be counted. */
function countOf(answer, name) {
    const value = objectOf(answer)[name];
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0)
        return value;
    throw new _api_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .OddAnswer */ .o(`an answer without ${name}`);
}
/** A text of an answer that must be one of these. */
function oneOf(answer, name, known) {
    const found = known.find((each) => each === objectOf(answer)[name]);
    if (found !== undefined)
        return found;
    throw new _api_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .OddAnswer */ .o(`an answer without ${name} as it is documented`);
}
/** The answer as a list; throws OddAnswer for anything else. */
function listOf(answer) {
    if (Array.isArray(answer))
        return answer;
    throw new _api_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .OddAnswer */ .o('an answer that is not a list');
}
/** A list of an answer that must be there. */
function listIn(answer, name) {
    const value = objectOf(answer)[name];
    if (Array.isArray(value))
        return value;
    throw new _api_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .OddAnswer */ .o(`an answer without ${name}`);
}
/** A list of an answer; empty where it is left out or null. */
function listOr(answer, name) {
    return isAbsent(objectOf(answer)[name]) ? [] : listIn(answer, name);
}
/** The items of a list, which must be texts. */
function textsOf(items) {
    if (items.every((item) => typeof item === 'string'))
        return items;
    throw new _api_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .OddAnswer */ .o('an answer with a list of other things than texts');
}
const isAbsent = (value) => value === undefined || value === null;


/***/ }),

/***/ 15452:
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

/***/ 44119:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pt: () => (/* binding */ isPattern),
/* harmony export */   iX: () => (/* binding */ mostBranches),
/* harmony export */   xn: () => (/* binding */ deliveredBranches)
/* harmony export */ });
/* harmony import */ var _policy_glob_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(64757);

/** Whether the name of a delivered branch in the policy is a pattern of several. */
const isPattern = (name) => /[*?[\]{}!]/.test(name);
/** The branches that a policy delivers from: those it names, and of those that are there what its patterns match. */
function deliveredBranches(globs, there) {
    const patterns = globs.filter(isPattern);
    const plain = globs.filter((glob) => !isPattern(glob));
    const matched = there.filter((name) => patterns.some((pattern) => (0,_policy_glob_js__WEBPACK_IMPORTED_MODULE_0__/* .matchGlob */ .s)(pattern, name)));
    return {
        names: [...new Set([...plain, ...matched])],
        unmatched: patterns.filter((pattern) => !there.some((name) => (0,_policy_glob_js__WEBPACK_IMPORTED_MODULE_0__/* .matchGlob */ .s)(pattern, name))),
    };
}
/** More delivered branches are not looked at in one run. */
const mostBranches = 30;


/***/ }),

/***/ 60547:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ unknownOf),
/* harmony export */   y: () => (/* binding */ factOf)
/* harmony export */ });
/* harmony import */ var _api_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15452);

/** Asks, and makes a failure of the forge a fact that is not known. Nothing else is caught. */
async function factOf(ask, needs) {
    try {
        return { value: await ask() };
    }
    catch (error) {
        if (error instanceof _api_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .ApiFailure */ .F)
            return unknownOf(error, needs);
        throw error;
    }
}
/** Why there is no answer. A refusal says what the token would need; a fault of the forge or the network has no such remedy. */
function unknownOf({ kind, status, message }, needs) {
    // octokit adds where GitHub describes what was asked.
    const unknown = message.replace(/ - https:\/\/docs\.github\.com\S*/, '').replace(/[.\s]+$/, '');
    if (status !== undefined && status >= 300 && status < 400)
        return { unknown, remedy: moved };
    if (kind === 'over')
        return { unknown, remedy: later };
    if (kind !== 'denied' && status !== 404)
        return { unknown };
    if (status === 401)
        return { unknown, needs: 'a token that is valid', remedy: renewed };
    if (/\bSAML\b|\bSSO\b/.test(message)) {
        return { unknown, needs: 'the token authorized for the organization’s single sign-on (“Configure SSO”)' };
    }
    if (status === 404)
        return {
            unknown,
            needs,
            remedy: `Give the token what it needs: ${needs}; or correct the name, if there is nothing of that name.`,
        };
    return { unknown, needs };
}
const moved = 'The repository may have another name now: correct it (--project, or the remote origin), and run it again.';
const later = 'Run it again later, or with a token of its own: the forge let no more requests through.';
const renewed = 'The token is expired, revoked or mistyped: make a new one.';


/***/ }),

/***/ 79904:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ Patience)
/* harmony export */ });
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78474);
/* harmony import */ var _clipped_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49879);
/* harmony import */ var _report_visible_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6257);
/* harmony import */ var _api_failure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(15452);




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

/***/ 40380:
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

/***/ 53145:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ readAuthorities)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);

/** The instance's own authority, as the runner hands it over, and the one node is given: naming authorities replaces that. */
async function readAuthorities(env) {
    const files = [env.CI_SERVER_TLS_CA_FILE, env.NODE_EXTRA_CA_CERTS].filter((file) => file !== undefined && file !== '');
    const read = files.map((file) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file ?? '', 'utf8').catch(() => ''));
    return (await Promise.all(read)).filter((text) => text !== '');
}


/***/ }),

/***/ 80295:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  G: () => (/* binding */ fetcher),
  l: () => (/* binding */ requester)
});

// EXTERNAL MODULE: ./build/host/forge/api-failure.js
var api_failure = __webpack_require__(15452);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(44708);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(41692);
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
    const user = `${decoded(username)}:${decoded(password)}`;
    proxy.username = '';
    proxy.password = '';
    const headers = username === '' ? {} : { 'proxy-authorization': `Basic ${Buffer.from(user).toString('base64')}` };
    return { url: proxy, headers };
}
/** A part of a URL without its escapes; as it is where a percent sign is meant as such. */
function decoded(part) {
    try {
        return decodeURIComponent(part);
    }
    catch {
        return part;
    }
}
/** Whether a list such as `localhost,.example.com,host:8443,10.0.0.0/8,*` names the URL's host, or a domain it is in. */
function isExcepted({ hostname, port, protocol }, list) {
    const host = hostname.replace(/^\[|\]$/g, '').toLowerCase();
    const at = port || (protocol === 'https:' ? '443' : '80');
    return list
        .toLowerCase()
        .split(/[\s,]+/)
        .filter((entry) => entry !== '')
        .some((entry) => {
        if (isInSubnet(host, entry))
            return true;
        const [, name = '', only] = /^\[?(.*?)\]?(?::(\d+))?$/.exec(entry) ?? [];
        const domain = name.replace(/^\*?\./, '');
        if (only !== undefined && only !== at)
            return false;
        return entry === '*' || host === domain || host.endsWith(`.${domain}`);
    });
}
/** Whether an address is in a subnet, `10.0.0.0/8` (curl 7.86, and so git). */
function isInSubnet(host, entry) {
    const [, net = '', bits = ''] = /^([^/]+)\/(\d{1,3})$/.exec(entry) ?? [];
    const version = (0,external_node_net_.isIP)(host);
    if (version === 0 || (0,external_node_net_.isIP)(net) !== version || Number(bits) > (version === 4 ? 32 : 128))
        return false;
    const family = version === 4 ? 'ipv4' : 'ipv6';
    const subnet = new external_node_net_.BlockList();
    subnet.addSubnet(net, Number(bits), family);
    return subnet.check(host, family);
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
    const common = { method, headers: { ...headers, ...length }, signal };
    if (url.protocol === 'http:') {
        const by = proxy === undefined ? url : proxy.url;
        const via = proxy === undefined ? {} : { path: url.href, headers: { ...common.headers, host: url.host, ...proxy.headers } };
        return answerTo((0,external_node_http_.request)(by, { ...common, agent: false, ...via }), body);
    }
    if (proxy === undefined)
        return answerTo((0,external_node_https_.request)(url, { ...common, agent: false, ca }), body);
    const socket = await tunnel(url, proxy, signal);
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const secure = (0,external_node_tls_.connect)({ socket, host, servername: (0,external_node_net_.isIP)(host) === 0 ? host : '', ca });
    try {
        // An agent, even a fresh one, would connect by itself.
        return await answerTo((0,external_node_https_.request)(url, { ...common, createConnection: () => secure }), body);
    }
    finally {
        // Without an agent nobody else ends it, and an open connection would keep the program from ending.
        socket.destroy();
    }
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
function requester(connection, signal) {
    return (service) => {
        const by = (method) => (endpoint, options) => send(service, method, endpoint, options, connection, signal);
        return {
            get: by('GET'),
            post: by('POST'),
            put: by('PUT'),
            patch: by('PATCH'),
            delete: by('DELETE'),
        };
    };
}
/** `api` is the address up to `/api/v4`. */
function fetcher(api, token, connection, signal) {
    const service = { url: api, headers: {}, authHeaders: { 'private-token': async () => token } };
    return {
        get: (endpoint, query) => send(service, 'GET', endpoint, { searchParams: query }, connection, signal),
        post: (endpoint, body) => send(service, 'POST', endpoint, { body }, connection, signal),
    };
}
async function send({ url: base, headers: more, authHeaders }, method, endpoint, { body, searchParams = {} } = {}, connection, signal) {
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
            throw new api_failure/* OddAnswer */.o('an answer that is not JSON');
        // Without the link to the next page, which gitbeaker would follow within the same call.
        const { link: _, ...named } = answer.headers;
        return { status: answer.status, headers: named, body: read };
    }
    throw new RequestError(answer.status, answer.headers, reason(answer.text, answer.headers));
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
/**
 * What GitLab says is wrong: `message` or `error`, a text or a structure, and what OAuth says of the latter (RFC 6750, 3); or where
 * it redirects to, without a query.
 */
function reason(text, headers) {
    const to = headers.location;
    if (to !== undefined)
        return `redirected to ${to.replace(/[?#].*/s, '')}, which is not followed`;
    const { message, error, error_description } = (parse(text) ?? {});
    const inner = message?.error;
    const said = (typeof inner === 'string' ? inner : message) ?? error ?? '';
    const more = typeof error_description === 'string' ? `: ${error_description}` : '';
    return `${(typeof said === 'string' ? said : JSON.stringify(said)).replace(/^\d{3} /, '')}${more}`;
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


/***/ }),

/***/ 53387:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readGitlabPosture: () => (/* binding */ readGitlabPosture)
});

// EXTERNAL MODULE: ./build/plain-values.js
var plain_values = __webpack_require__(98419);
// EXTERNAL MODULE: ./build/posture/model/fact.js
var fact = __webpack_require__(68687);
// EXTERNAL MODULE: ./build/host/forge/answer.js
var forge_answer = __webpack_require__(65077);
// EXTERNAL MODULE: ./build/host/forge/api-failure.js
var api_failure = __webpack_require__(15452);
// EXTERNAL MODULE: ./build/host/forge/delivered.js
var delivered = __webpack_require__(44119);
// EXTERNAL MODULE: ./build/host/forge/patience.js
var forge_patience = __webpack_require__(79904);
// EXTERNAL MODULE: ./build/host/forge/real-clock.js
var real_clock = __webpack_require__(40380);
// EXTERNAL MODULE: ./build/host/gitlab/api/authorities.js
var authorities = __webpack_require__(53145);
// EXTERNAL MODULE: ./build/host/forge/fact-of.js
var fact_of = __webpack_require__(60547);
// EXTERNAL MODULE: ./build/host/gitlab/api/requester.js + 2 modules
var requester = __webpack_require__(80295);
;// CONCATENATED MODULE: ./build/host/gitlab/posture/reads.js





/** Items of a page, and pages that are read at most. */
const [perPage, mostPages] = [100, 20];
/** Reads from one project; what fails is a fact that is not known. */
class Reads {
    #fetch;
    #patience;
    #project;
    /** `api` is the address up to `/api/v4`, `project` its path. */
    constructor(api, token, project, connection, patience) {
        this.#fetch = (signal) => (0,requester/* fetcher */.G)(api, token, connection, signal);
        this.#patience = patience;
        this.#project = project;
    }
    /** `read` throws OddAnswer where the answer is not what GitLab documents. */
    one(ask, read) {
        return (0,fact_of/* factOf */.y)(async () => (await this.#call(ask, {}, read)).value, ask.needs);
    }
    /** All pages of a list. */
    all(ask, read) {
        return (0,fact_of/* factOf */.y)(async () => {
            const items = [];
            for (let page = 1; page <= mostPages; page++) {
                const { value, next } = await this.#call(ask, { per_page: perPage, page }, (answer) => (0,forge_answer/* listOf */.c3)(answer).map(read));
                items.push(...value);
                // Where something on the way takes the header out, a full page may not be the last.
                if (next === undefined ? value.length < perPage : next === '')
                    return items;
            }
            throw new api_failure/* ApiFailure */.F('over', `asking for ${ask.what}: there are more than ${mostPages * perPage}.`);
        }, ask.needs);
    }
    /** What `project(fullPath: …)` has of these fields. */
    graphql({ what, needs, path: fields }, read) {
        const query = `query Posture($path: ID!) { project(fullPath: $path) { ${fields} } }`;
        const make = async (signal) => {
            const { body } = await this.#fetch(signal).post('../graphql', { query, variables: { path: this.#project } });
            return read(projectOf(body));
        };
        const ask = { what: `asking for ${what}`, isRepeatable: true, isWrite: false, make };
        return (0,fact_of/* factOf */.y)(() => this.#patience.call(ask), needs);
    }
    #call({ path, what }, query, read) {
        const endpoint = `projects/${encodeURIComponent(this.#project)}${path === '' ? '' : `/${path}`}`;
        return this.#patience.call({
            what: `asking for ${what}`,
            isRepeatable: true,
            isWrite: false,
            make: async (signal) => {
                const { body, headers } = await this.#fetch(signal).get(endpoint, query);
                return { value: read(body), next: headers['x-next-page'] };
            },
        });
    }
}
/** GraphQL answers 200 also where it knows no such field, or the token may not see the project. */
function projectOf(body) {
    const { data, errors } = ((0,plain_values/* isMapping */.pi)(body) ? body : {});
    if (Array.isArray(errors) && errors.length > 0) {
        const said = errors.map((error) => String(((0,plain_values/* isMapping */.pi)(error) ? error : {}).message ?? '')).join('; ');
        throw Object.assign(new Error(said), { status: 403, response: { headers: {} } });
    }
    const { project } = ((0,plain_values/* isMapping */.pi)(data) ? data : {});
    if ((0,plain_values/* isMapping */.pi)(project))
        return project;
    throw Object.assign(new Error('the project is not shown'), { status: 404, response: { headers: {} } });
}

;// CONCATENATED MODULE: ./build/host/gitlab/posture/gitlab-posture.js









/** All reading together takes no longer, in milliseconds. */
const mostTime = 60_000;
const maintainer = 'the role Maintainer, and the scope read_api';
const premium = `${maintainer}, on GitLab Premium`;
/**
 * Reads how a project is set up. `globs` are the delivered branches; undefined: the default branch. Never rejects for what GitLab does:
 * what it does not say is a fact that is not known.
 */
async function readGitlabPosture({ api, repository, token }, globs, env, clock = real_clock/* realClock */.d) {
    const patience = new forge_patience/* Patience */.i(clock, mostTime, { secret: token, purpose: 'reading' });
    const connection = { authorities: await (0,authorities/* readAuthorities */.G)(env), env };
    const reads = new Reads(api, token, repository, connection, patience);
    const needs = 'the scope read_api, and a role in this project; or the name is another (--project)';
    // Where this one is refused, all are: nothing more is asked.
    const about = await reads.one({ path: '', what: repository, needs }, readProject);
    if ((0,fact/* isUnknown */.t)(about))
        return nothingKnown(repository, about);
    const { settings, defaultBranch } = about.value;
    const [names, protections, pushRule, approvals, approvalRules, jobTokenIsLimited, pipelinePolicies] = await Promise.all([
        branchNames(reads, globs, defaultBranch),
        reads.all({ path: 'protected_branches', what: 'the protected branches', needs: maintainer }, readProtection),
        reads.one({ path: 'push_rule', what: 'the push rules', needs: premium }, readPushRule),
        reads.one({ path: 'approvals', what: 'the approval settings', needs: premium }, readApprovals),
        reads.all({ path: 'approval_rules', what: 'the approval rules', needs: premium }, readApprovalRule),
        reads.one({ path: 'job_token_scope', what: 'the scope of job tokens', needs: maintainer }, (answer) => (0,forge_answer/* flagOf */.iP)(answer, 'inbound_enabled')),
        reads.graphql({
            path: 'pipelineExecutionPolicies { nodes { name enabled } }',
            what: 'the pipeline execution policies',
            needs: 'the role Developer, and the scope read_api, on GitLab Ultimate',
        }, readPolicies),
    ]);
    return {
        forge: 'gitlab',
        repository,
        branches: (0,fact/* mapFact */.V)(names, (all) => all.names.slice(0, delivered/* mostBranches */.iX)),
        moreBranches: (0,fact/* isUnknown */.t)(names) ? 0 : Math.max(0, names.value.names.length - delivered/* mostBranches */.iX),
        unmatched: (0,fact/* isUnknown */.t)(names) ? [] : names.value.unmatched,
        project: { value: settings },
        protections,
        pushRule,
        approvals,
        approvalRules,
        jobTokenIsLimited,
        pipelinePolicies,
    };
}
function nothingKnown(repository, why) {
    return {
        forge: 'gitlab',
        repository,
        branches: why,
        moreBranches: 0,
        unmatched: [],
        project: why,
        protections: why,
        pushRule: why,
        approvals: why,
        approvalRules: why,
        jobTokenIsLimited: why,
        pipelinePolicies: why,
    };
}
/** Those that the policy names, patterns by the branches that are there. */
async function branchNames(reads, globs, defaultBranch) {
    if (globs === undefined) {
        return defaultBranch === undefined
            ? { unknown: 'the project has no default branch' }
            : { value: { names: [defaultBranch], unmatched: [] } };
    }
    if (!globs.some(delivered/* isPattern */.Pt))
        return { value: { names: globs, unmatched: [] } };
    const needs = 'the role Reporter, and the scope read_api';
    const there = await reads.all({ path: 'repository/branches', what: 'the branches', needs }, (each) => (0,forge_answer/* textOf */.b6)(each, 'name'));
    return (0,fact/* mapFact */.V)(there, (names) => (0,delivered/* deliveredBranches */.xn)(globs, names));
}
function readProject(answer) {
    const project = (0,forge_answer/* objectOf */.Xy)(answer);
    const flag = (name) => (typeof project[name] === 'boolean' ? project[name] : undefined);
    return {
        defaultBranch: (0,plain_values/* text */.Qq)(project.default_branch),
        settings: {
            visibility: (0,forge_answer/* oneOf */.yL)(answer, 'visibility', ['public', 'internal', 'private']),
            pipelineMustSucceed: flag('only_allow_merge_if_pipeline_succeeds'),
            // Null where nobody has set it.
            skippedIsEnough: project.allow_merge_on_skipped_pipeline === null ? false : flag('allow_merge_on_skipped_pipeline'),
            discussionsMustBeResolved: flag('only_allow_merge_if_all_discussions_are_resolved'),
            pipelinePath: (0,plain_values/* text */.Qq)(project.ci_config_path),
            runsForkPipelines: flag('ci_allow_fork_pipelines_to_run_in_parent_project'),
            jobTokenMayPush: flag('ci_push_repository_for_job_token_allowed'),
            blocksSecrets: flag('secret_push_protection_enabled') ?? flag('pre_receive_secret_detection_enabled'),
        },
    };
}
function readProtection(answer) {
    const { code_owner_approval_required: owners } = (0,forge_answer/* objectOf */.Xy)(answer);
    return {
        name: (0,forge_answer/* textOf */.b6)(answer, 'name'),
        pushers: (0,forge_answer/* listIn */.Of)(answer, 'push_access_levels').flatMap(readPusher),
        // Before GitLab 13.12 there is no such setting, and force pushes to protected branches are refused.
        allowsForcePush: (0,forge_answer/* flagOr */.il)(answer, 'allow_force_push', false),
        needsCodeOwners: typeof owners === 'boolean' ? owners : undefined,
    };
}
/** Nobody is level 0. */
function readPusher(level) {
    const { access_level: role, access_level_description: description, user_id, group_id, deploy_key_id, } = (0,forge_answer/* objectOf */.Xy)(level);
    for (const [noun, id] of [
        ['user', user_id],
        ['group', group_id],
        ['deploy key', deploy_key_id],
    ]) {
        const number = (0,plain_values/* scalarText */.ws)(id);
        if (number !== '')
            return [{ who: `the ${noun} ${number}`, code: `${noun}/${number}`, level: undefined }];
    }
    if (typeof role !== 'number')
        throw new api_failure/* OddAnswer */.o('an access level without access_level');
    return role === 0 ? [] : [{ who: (0,plain_values/* text */.Qq)(description) ?? `the role ${role}`, code: `role/${role}`, level: role }];
}
/** GitLab answers null where no rule is set, and leaves out what its license does not have. */
function readPushRule(answer) {
    if (answer === null)
        return { rejectsUnsigned: false, rejectsSecrets: false };
    if ((0,forge_answer/* objectOf */.Xy)(answer).reject_unsigned_commits === undefined) {
        throw new api_failure/* OddAnswer */.o('push rules without reject_unsigned_commits');
    }
    return {
        rejectsUnsigned: (0,forge_answer/* flagOr */.il)(answer, 'reject_unsigned_commits', false),
        rejectsSecrets: (0,forge_answer/* flagOr */.il)(answer, 'prevent_secrets', false),
    };
}
function readApprovals(answer) {
    return {
        resetOnPush: (0,forge_answer/* flagOf */.iP)(answer, 'reset_approvals_on_push'),
        authorMayApprove: (0,forge_answer/* flagOf */.iP)(answer, 'merge_requests_author_approval'),
        committersMayApprove: !(0,forge_answer/* flagOf */.iP)(answer, 'merge_requests_disable_committers_approval'),
    };
}
function readApprovalRule(answer) {
    const approvals = (0,forge_answer/* countOf */.pq)(answer, 'approvals_required');
    const type = (0,forge_answer/* objectOf */.Xy)(answer).rule_type === undefined ? undefined : (0,forge_answer/* textOf */.b6)(answer, 'rule_type');
    const names = (0,forge_answer/* listOr */.QD)(answer, 'protected_branches').map((branch) => (0,forge_answer/* textOf */.b6)(branch, 'name'));
    // Rules of scanners ask for an approval where these find something, and not else.
    const isUsual = type === undefined || type === 'regular' || type === 'any_approver';
    return { approvals: isUsual ? approvals : 0, branches: names.length === 0 ? undefined : names };
}
function readPolicies(project) {
    const { nodes } = (0,plain_values/* mapping */.pq)((0,plain_values/* mapping */.pq)(project).pipelineExecutionPolicies);
    if (!Array.isArray(nodes)) {
        throw Object.assign(new Error('the policies are not shown'), { status: 403, response: { headers: {} } });
    }
    return nodes.flatMap((node) => ((0,forge_answer/* flagOf */.iP)(node, 'enabled') ? [(0,forge_answer/* textOf */.b6)(node, 'name')] : []));
}


/***/ })

};
