export const id = 3070;
export const ids = [3070];
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

/***/ 6561:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ githubClient),
/* harmony export */   O: () => (/* binding */ once)
/* harmony export */ });
/* harmony import */ var _actions_github__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(50157);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58508);


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

/***/ 53070:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readGithubPosture: () => (/* binding */ readGithubPosture)
});

// EXTERNAL MODULE: ./build/plain-values.js
var plain_values = __webpack_require__(98419);
// EXTERNAL MODULE: ./build/posture/model/fact.js
var fact = __webpack_require__(68687);
// EXTERNAL MODULE: ./build/host/forge/answer.js
var forge_answer = __webpack_require__(65077);
// EXTERNAL MODULE: ./build/host/forge/delivered.js
var delivered = __webpack_require__(44119);
// EXTERNAL MODULE: ./build/host/forge/patience.js
var forge_patience = __webpack_require__(79904);
// EXTERNAL MODULE: ./build/host/forge/real-clock.js
var real_clock = __webpack_require__(40380);
// EXTERNAL MODULE: ./build/host/github/api/client.js
var client = __webpack_require__(6561);
// EXTERNAL MODULE: ./build/groups.js
var build_groups = __webpack_require__(41782);
// EXTERNAL MODULE: ./build/host/forge/api-failure.js
var api_failure = __webpack_require__(15452);
// EXTERNAL MODULE: ./build/host/forge/fact-of.js
var fact_of = __webpack_require__(60547);
;// CONCATENATED MODULE: ./build/host/github/posture/protections.js



/** One of `GET /repos/{owner}/{repo}/rules/branches/{branch}`. Throws OddAnswer where it does not say what it asks for. */
function readRule(rule) {
    const { parameters, ruleset_id, ruleset_source } = (0,forge_answer/* objectOf */.Xy)(rule);
    const read = {
        type: (0,forge_answer/* textOf */.b6)(rule, 'type'),
        parameters,
        ruleset: typeof ruleset_id === 'number' ? ruleset_id : undefined,
        source: (0,plain_values/* text */.Qq)(ruleset_source) ?? '',
    };
    rulesetProtection('', [read]);
    return read;
}
/** A protection that asks for nothing. */
const none = {
    requiresRequest: false,
    approvals: 0,
    dismissesStale: false,
    needsLastPushApproved: false,
    needsCodeOwners: false,
    blocksForcePush: false,
    blocksDeletion: false,
    needsSignatures: false,
    isLocked: false,
    checks: [],
    workflows: [],
};
/** What the rules of one ruleset ask for. Rules of other kinds protect nothing that is asked about here. Throws OddAnswer. */
function rulesetProtection(by, rules) {
    const of = (type) => rules.filter((rule) => rule.type === type).map(({ parameters }) => parameters);
    const requests = of('pull_request');
    // Each is read, so that none is odd behind one that asks for it.
    const asks = (name) => requests.map((parameters) => (0,forge_answer/* flagOf */.iP)(parameters, name)).includes(true);
    return {
        ...none,
        by,
        requiresRequest: requests.length > 0,
        approvals: Math.max(0, ...requests.map((parameters) => (0,forge_answer/* countOf */.pq)(parameters, 'required_approving_review_count'))),
        dismissesStale: asks('dismiss_stale_reviews_on_push'),
        needsLastPushApproved: asks('require_last_push_approval'),
        needsCodeOwners: asks('require_code_owner_review'),
        blocksForcePush: of('non_fast_forward').length > 0,
        blocksDeletion: of('deletion').length > 0,
        needsSignatures: of('required_signatures').length > 0,
        isLocked: of('update').length > 0,
        checks: of('required_status_checks').flatMap((parameters) => (0,forge_answer/* listIn */.Of)(parameters, 'required_status_checks').map((check) => readCheck(check, 'integration_id'))),
        workflows: of('workflows').flatMap((parameters) => (0,forge_answer/* listIn */.Of)(parameters, 'workflows').map((each) => (0,forge_answer/* textOf */.b6)(each, 'path'))),
    };
}
/** `GET /repos/{owner}/{repo}/branches/{branch}/protection`. Throws OddAnswer. */
function classicProtection(answer) {
    const protection = (0,forge_answer/* objectOf */.Xy)(answer);
    const reviews = protection.required_pull_request_reviews ?? undefined;
    // What an older GitHub leaves out it does not have.
    const isOn = (name) => (0,forge_answer/* flagOr */.il)(protection[name] ?? {}, 'enabled', false);
    return {
        ...none,
        by: 'branch protection',
        ...(reviews === undefined
            ? {}
            : {
                requiresRequest: true,
                approvals: (0,forge_answer/* countOf */.pq)(reviews, 'required_approving_review_count'),
                dismissesStale: (0,forge_answer/* flagOf */.iP)(reviews, 'dismiss_stale_reviews'),
                needsLastPushApproved: (0,forge_answer/* flagOr */.il)(reviews, 'require_last_push_approval', false),
                needsCodeOwners: (0,forge_answer/* flagOf */.iP)(reviews, 'require_code_owner_reviews'),
            }),
        blocksForcePush: !(0,forge_answer/* flagOf */.iP)(protection.allow_force_pushes, 'enabled'),
        blocksDeletion: !(0,forge_answer/* flagOf */.iP)(protection.allow_deletions, 'enabled'),
        needsSignatures: isOn('required_signatures'),
        isLocked: isOn('lock_branch'),
        checks: readChecks(protection.required_status_checks),
    };
}
/** Whom a classic protection does not bind. */
function classicBypasses(answer) {
    const { enforce_admins, required_pull_request_reviews } = (0,forge_answer/* objectOf */.Xy)(answer);
    const allowed = (0,forge_answer/* objectOf */.Xy)(required_pull_request_reviews ?? {}).bypass_pull_request_allowances ?? {};
    const named = (noun, all, key) => (0,forge_answer/* listOr */.QD)(allowed, all).map((each) => {
        const name = (0,forge_answer/* textOf */.b6)(each, key);
        return { who: `the ${noun} ${name}`, code: `${noun}/${name}`, mode: 'always', isWide: false, isAdmin: false };
    });
    const admins = {
        who: 'admins of the repository',
        code: 'admins',
        mode: 'always',
        isWide: false,
        isAdmin: true,
    };
    return [
        ...((0,forge_answer/* flagOr */.il)(enforce_admins ?? {}, 'enabled', false) ? [] : [admins]),
        ...named('user', 'users', 'login'),
        ...named('team', 'teams', 'slug'),
        ...named('app', 'apps', 'slug'),
    ];
}
/**
 * What a branch itself says (`GET /repos/{owner}/{repo}/branches/{branch}`), which needs less than its protection does: that nothing
 * protects it, or which checks its classic protection requires.
 */
function readBranch(answer) {
    const { protection } = (0,forge_answer/* objectOf */.Xy)(answer);
    const { enabled, required_status_checks } = (0,plain_values/* mapping */.pq)(protection);
    const checks = enabled === true ? readChecks(required_status_checks) : [];
    const visible = checks.length === 0 ? [] : [{ ...none, by: 'branch protection', checks }];
    return { isProtected: (0,forge_answer/* flagOf */.iP)(answer, 'protected'), visible };
}
/** `contexts` are older than `checks`, and hold the same names. */
function readChecks(required) {
    if (required === undefined || required === null)
        return [];
    const bound = (0,forge_answer/* listOr */.QD)(required, 'checks').map((check) => readCheck(check, 'app_id'));
    const known = new Set(bound.map(({ name }) => name));
    const loose = (0,forge_answer/* textsOf */.CB)((0,forge_answer/* listOr */.QD)(required, 'contexts')).filter((name) => !known.has(name));
    return [...bound, ...loose.map((name) => ({ name, source: undefined }))];
}
/** An app of -1 is any (GitHub’s description of “checks”). */
function readCheck(check, key) {
    const app = (0,forge_answer/* objectOf */.Xy)(check)[key] ?? -1;
    if (typeof app !== 'number')
        throw new api_failure/* OddAnswer */.o(`an answer without ${key}`);
    return { name: (0,forge_answer/* textOf */.b6)(check, 'context'), source: app > 0 ? app : undefined };
}
/** The roles that GitHub itself has, by their numbers. */
const roles = { 2: 'maintain', 4: 'write', 5: 'admin' };
/** One of a ruleset’s `bypass_actors`. What is not known is everybody’s. */
function readBypass(actor) {
    const { actor_id, bypass_mode } = (0,forge_answer/* objectOf */.Xy)(actor);
    const type = (0,forge_answer/* textOf */.b6)(actor, 'actor_type');
    const mode = bypass_mode === 'pull_request' ? 'request' : bypass_mode === 'exempt' ? 'exempt' : 'always';
    const id = (0,plain_values/* scalarText */.ws)(actor_id);
    const role = roles[Number(id)];
    const [who, isAdmin, isWide] = (() => {
        switch (type) {
            case 'OrganizationAdmin':
                return ['owners of the organization', true, false];
            case 'EnterpriseOwner':
                return ['owners of the enterprise', true, false];
            case 'RepositoryRole':
                return [`the role ${role ?? id}`, role === 'admin', role === 'write'];
            case 'DeployKey':
                return ['deploy keys', false, false];
            default:
                return [`the ${nouns[type] ?? type} ${id}`.trimEnd(), false, false];
        }
    })();
    return { who, code: `${type}/${id}`, mode, isAdmin, isWide };
}
const nouns = { Integration: 'app', Team: 'team', User: 'user' };

;// CONCATENATED MODULE: ./build/host/github/posture/branches.js







/** The names of the delivered branches: those that the policy names, patterns by the branches that are there. */
async function branchNames(reads, globs) {
    if (!globs.some(delivered/* isPattern */.Pt))
        return { value: { names: globs, unmatched: [] } };
    const ask = { route: 'GET /repos/{owner}/{repo}/branches', what: 'the branches', needs: 'Contents: read' };
    const there = await reads.all(ask, (branch) => (0,forge_answer/* textOf */.b6)(branch, 'name'));
    return (0,fact/* mapFact */.V)(there, (names) => (0,delivered/* deliveredBranches */.xn)(globs, names));
}
/** Everything that protects one branch. */
async function readGithubBranch(reads, branch) {
    const fields = { branch };
    const [rules, shown, classic] = await Promise.all([
        reads.all({
            route: 'GET /repos/{owner}/{repo}/rules/branches/{branch}',
            what: `the rules of ${branch}`,
            needs: 'Metadata: read',
            fields,
        }, readRule),
        reads.one({
            route: 'GET /repos/{owner}/{repo}/branches/{branch}',
            what: `the branch ${branch}`,
            needs: 'Contents: read',
            fields,
        }, readBranch),
        readClassic(reads, branch),
    ]);
    if ((0,fact/* isUnknown */.t)(shown) && /\bBranch not found\b/i.test(shown.unknown))
        return absentBranch(branch);
    const rulesets = await readRulesets(reads, rules);
    // GitHub itself says of a branch that nothing protects it.
    const isOpen = !(0,fact/* isUnknown */.t)(shown) && !shown.value.isProtected;
    const known = (0,fact/* isUnknown */.t)(classic) && isOpen ? { value: undefined } : classic;
    return {
        name: branch,
        rulesets: (0,fact/* mapFact */.V)(rulesets, (all) => all.map(({ protection }) => protection)),
        classic: (0,fact/* mapFact */.V)(known, (found) => (found === undefined ? [] : [found.protection])),
        visible: (0,fact/* isUnknown */.t)(shown) ? [] : shown.value.visible,
        bypasses: [
            ...((0,fact/* isUnknown */.t)(rulesets)
                ? []
                : rulesets.value.map(({ protection: { by }, code, bypasses }) => ({ by, code, actors: bypasses }))),
            ...((0,fact/* isUnknown */.t)(known) || known.value === undefined
                ? []
                : [{ by: known.value.protection.by, code: 'classic', actors: { value: known.value.bypasses } }]),
        ],
    };
}
/** A branch that is not there: of the rules for its name nothing is said, since it may be another name that is meant. */
function absentBranch(name) {
    const why = {
        unknown: `GitHub has no branch ${name}`,
        remedy: 'Correct the name (branches in the policy, or --branch).',
    };
    return {
        name,
        rulesets: why,
        classic: why,
        visible: [],
        bypasses: [{ by: 'unknown', code: 'unknown', actors: why }],
    };
}
/**
 * The classic protection; undefined where there is none. GitHub answers 404 both for a branch without one and to who may not see it:
 * only in these words it is the former.
 */
async function readClassic(reads, branch) {
    const ask = {
        route: 'GET /repos/{owner}/{repo}/branches/{branch}/protection',
        what: `the branch protection of ${branch}`,
        needs: 'Administration: read',
        fields: { branch },
    };
    try {
        const { value } = await reads.call(ask, (answer) => ({
            protection: classicProtection(answer),
            bypasses: classicBypasses(answer),
        }));
        return { value };
    }
    catch (error) {
        if (!(error instanceof api_failure/* ApiFailure */.F))
            throw error;
        if (error.status === 404 && /\bBranch not protected\b/i.test(error.message))
            return { value: undefined };
        return (0,fact_of/* unknownOf */.K)(error, ask.needs);
    }
}
/** The rules of a branch by their rulesets, each with its name and who bypasses it. */
async function readRulesets(reads, rules) {
    if ((0,fact/* isUnknown */.t)(rules))
        return rules;
    const groups = [...(0,build_groups/* groupBy */.$z)(rules.value, ({ ruleset }) => ruleset)];
    return { value: await Promise.all(groups.map(([id, own]) => readRuleset(reads, id, own))) };
}
async function readRuleset(reads, id, rules) {
    const source = rules[0]?.source ?? '';
    const of = source === '' ? '' : ` of ${source}`;
    const needs = `write access to the ruleset: Administration: write${source.includes('/') || source === '' ? '' : `, of the organization ${source}`}`;
    const unnamed = `the ruleset ${id ?? 'without a number'}${of}`;
    const detail = id === undefined
        ? { unknown: `GitHub does not say which ruleset it is` }
        : await reads.one({
            route: 'GET /repos/{owner}/{repo}/rulesets/{ruleset_id}',
            what: unnamed,
            needs: 'Metadata: read',
            fields: { ruleset_id: id },
        }, readDetail);
    const by = (0,fact/* isUnknown */.t)(detail) ? unnamed : `the ruleset “${detail.value.name}”${of}`;
    const hidden = { unknown: 'GitHub shows a bypass list only to who may change the ruleset', needs };
    return {
        protection: rulesetProtection(by, rules),
        code: `ruleset/${id ?? ''}`,
        bypasses: (0,fact/* isUnknown */.t)(detail) ? detail : detail.value.actors === undefined ? hidden : { value: detail.value.actors },
    };
}
/** The list is left out for who may not change the ruleset: that it is not there says nothing. */
function readDetail(answer) {
    const { bypass_actors: actors } = (0,forge_answer/* objectOf */.Xy)(answer);
    return { name: (0,forge_answer/* textOf */.b6)(answer, 'name'), actors: Array.isArray(actors) ? actors.map(readBypass) : undefined };
}

;// CONCATENATED MODULE: ./build/host/github/posture/reads.js




/** Items of a page, and pages that are read at most. */
const [perPage, mostPages] = [100, 20];
/** Reads from one repository; what fails is a fact that is not known. */
class Reads {
    #octokit;
    #patience;
    #path;
    /** `repository` is `owner/name`. */
    constructor(octokit, patience, repository) {
        const [owner = '', repo = ''] = repository.split('/');
        this.#octokit = octokit;
        this.#patience = patience;
        this.#path = { owner, repo };
    }
    /** `read` throws OddAnswer where the answer is not what GitHub's description promises. */
    one(ask, read) {
        return (0,fact_of/* factOf */.y)(async () => (await this.call(ask, (data) => read(data))).value, ask.needs);
    }
    /** All pages of a list. */
    all(ask, read) {
        return (0,fact_of/* factOf */.y)(async () => {
            const items = [];
            for (let page = 1; page <= mostPages; page++) {
                const asked = { ...ask, fields: { ...ask.fields, per_page: perPage, page } };
                const { value, link } = await this.call(asked, (data) => (0,forge_answer/* listOf */.c3)(data).map(read));
                items.push(...value);
                // Where something on the way takes the header out, a full page may not be the last.
                if (link === undefined ? value.length < perPage : !/\brel="next"/.test(link))
                    return items;
            }
            throw new api_failure/* ApiFailure */.F('over', `asking for ${ask.what}: there are more than ${mostPages * perPage}.`);
        }, ask.needs);
    }
    /** One request. Rejects with ApiFailure. */
    call({ route, what, fields }, read) {
        return this.#patience.call({
            what: `asking for ${what}`,
            isRepeatable: true,
            isWrite: false,
            make: async (signal) => {
                const answer = await this.#octokit.request(route, { ...this.#path, ...fields, request: (0,client/* once */.O)(signal) });
                return { value: read(answer.data), link: answer.headers.link };
            },
        });
    }
}

;// CONCATENATED MODULE: ./build/host/github/posture/github-posture.js









/** All reading together takes no longer, in milliseconds. */
const mostTime = 60_000;
const admin = 'Administration: read';
const repo = '/repos/{owner}/{repo}';
/**
 * Reads how a repository is set up. `globs` are the delivered branches; undefined: the default branch. Never rejects for what GitHub
 * does: what it does not say is a fact that is not known.
 */
async function readGithubPosture({ api, repository, token }, globs, clock = real_clock/* realClock */.d) {
    const patience = new forge_patience/* Patience */.i(clock, mostTime, { secret: token, purpose: 'reading' });
    const reads = new Reads((0,client/* githubClient */.$)(api, token), patience, repository);
    // Where this one is refused, all are: nothing more is asked.
    const about = await reads.one({
        route: `GET ${repo}`,
        what: repository,
        needs: 'Metadata: read, and this repository among those it is for; or the name is another (--project)',
    }, readRepository);
    if ((0,fact/* isUnknown */.t)(about))
        return nothingKnown(repository, about);
    const { visibility, defaultBranch, scanning } = about.value;
    const names = await branchNames(reads, globs ?? [defaultBranch]);
    const [branches, rest] = await Promise.all([readBranches(reads, names), readRest(reads, visibility)]);
    const moreBranches = (0,fact/* isUnknown */.t)(names) ? 0 : Math.max(0, names.value.names.length - delivered/* mostBranches */.iX);
    return {
        forge: 'github',
        repository,
        branches,
        moreBranches,
        unmatched: (0,fact/* isUnknown */.t)(names) ? [] : names.value.unmatched,
        visibility: { value: visibility },
        scanning,
        ...rest,
    };
}
function nothingKnown(repository, why) {
    return {
        forge: 'github',
        repository,
        branches: why,
        moreBranches: 0,
        unmatched: [],
        visibility: why,
        scanning: why,
        ownersErrors: why,
        deployKeys: why,
        outsideAdmins: why,
        actions: why,
        selected: why,
        token: why,
        forks: why,
    };
}
async function readBranches(reads, names) {
    if ((0,fact/* isUnknown */.t)(names))
        return names;
    return {
        value: await Promise.all(names.value.names.slice(0, delivered/* mostBranches */.iX).map((name) => readGithubBranch(reads, name))),
    };
}
function readRepository(answer) {
    const { visibility, security_and_analysis: security } = (0,forge_answer/* objectOf */.Xy)(answer);
    const stated = visibility === undefined
        ? (0,forge_answer/* flagOf */.iP)(answer, 'private')
            ? 'private'
            : 'public'
        : (0,forge_answer/* oneOf */.yL)(answer, 'visibility', ['public', 'private', 'internal']);
    return { visibility: stated, defaultBranch: (0,forge_answer/* textOf */.b6)(answer, 'default_branch'), scanning: readScanning(security) };
}
/** GitHub leaves this out for who may not administrate the repository. */
function readScanning(security) {
    const isOn = (name) => {
        const { status } = (0,plain_values/* mapping */.pq)((0,plain_values/* mapping */.pq)(security)[name]);
        return status === 'enabled' ? true : status === 'disabled' ? false : undefined;
    };
    const [secrets, pushes] = [isOn('secret_scanning'), isOn('secret_scanning_push_protection')];
    if (secrets === undefined || pushes === undefined) {
        return { unknown: 'GitHub shows what scans the repository only to its admins', needs: admin };
    }
    return { value: { secrets, pushes } };
}
/** What concerns the repository as a whole. */
async function readRest(reads, visibility) {
    const [ownersErrors, keys, outsideAdmins, actions, token, forks] = await Promise.all([
        reads.one({ route: `GET ${repo}/codeowners/errors`, what: 'the errors of CODEOWNERS', needs: 'Contents: read' }, readOwnersErrors),
        reads.all({ route: `GET ${repo}/keys`, what: 'the deploy keys', needs: admin }, (key) => ({
            title: (0,plain_values/* scalarText */.ws)((0,plain_values/* mapping */.pq)(key).title),
            mayWrite: !(0,forge_answer/* flagOf */.iP)(key, 'read_only'),
        })),
        reads.all({
            route: `GET ${repo}/collaborators`,
            what: 'the outside collaborators',
            needs: 'Metadata: read, of somebody who may write to the repository',
            fields: { affiliation: 'outside', permission: 'admin' },
        }, (person) => (0,forge_answer/* textOf */.b6)(person, 'login')),
        reads.one({ route: `GET ${repo}/actions/permissions`, what: 'the settings of Actions', needs: admin }, readActions),
        reads.one({ route: `GET ${repo}/actions/permissions/workflow`, what: 'the token of workflows', needs: admin }, readToken),
        readForks(reads, visibility),
    ]);
    return {
        ownersErrors,
        deployKeys: (0,fact/* mapFact */.V)(keys, (all) => all.flatMap(({ title, mayWrite }) => (mayWrite ? [title] : []))),
        outsideAdmins,
        actions,
        selected: await readSelected(reads, actions),
        token,
        forks,
    };
}
function readOwnersErrors(answer) {
    return (0,forge_answer/* listIn */.Of)(answer, 'errors').map((error) => {
        const { line, message, kind } = (0,plain_values/* mapping */.pq)(error);
        return {
            path: (0,plain_values/* text */.Qq)((0,plain_values/* mapping */.pq)(error).path) ?? 'CODEOWNERS',
            line: typeof line === 'number' ? line : 0,
            message: (0,plain_values/* text */.Qq)(kind) ?? (0,plain_values/* text */.Qq)(message) ?? 'an error',
        };
    });
}
function readActions(answer) {
    const { allowed_actions: allowed } = (0,forge_answer/* objectOf */.Xy)(answer);
    return {
        isOn: (0,forge_answer/* flagOf */.iP)(answer, 'enabled'),
        allowed: ['all', 'local_only', 'selected'].find((each) => each === allowed),
        mustBePinned: (0,forge_answer/* flagOr */.il)(answer, 'sha_pinning_required', false),
    };
}
/** GitHub has the list only where actions are chosen. */
async function readSelected(reads, actions) {
    if ((0,fact/* isUnknown */.t)(actions))
        return actions;
    if (actions.value.allowed !== 'selected')
        return { value: [] };
    return reads.one({ route: `GET ${repo}/actions/permissions/selected-actions`, what: 'the actions that are chosen', needs: admin }, (answer) => (0,forge_answer/* textsOf */.CB)((0,forge_answer/* listIn */.Of)(answer, 'patterns_allowed')));
}
function readToken(answer) {
    return {
        mayWrite: (0,forge_answer/* oneOf */.yL)(answer, 'default_workflow_permissions', ['read', 'write']) === 'write',
        mayApprove: (0,forge_answer/* flagOf */.iP)(answer, 'can_approve_pull_request_reviews'),
    };
}
const approvalPolicies = [
    'first_time_contributors_new_to_github',
    'first_time_contributors',
    'all_external_contributors',
];
function readForks(reads, visibility) {
    const what = 'the settings for forks';
    if (visibility === 'public') {
        return reads.one({ route: `GET ${repo}/actions/permissions/fork-pr-contributor-approval`, what, needs: admin }, (answer) => ({ of: 'public', approval: (0,forge_answer/* oneOf */.yL)(answer, 'approval_policy', approvalPolicies) }));
    }
    return reads.one({ route: `GET ${repo}/actions/permissions/fork-pr-workflows-private-repos`, what, needs: admin }, (answer) => ({
        of: 'private',
        runs: (0,forge_answer/* flagOf */.iP)(answer, 'run_workflows_from_fork_pull_requests'),
        getsWriteToken: (0,forge_answer/* flagOf */.iP)(answer, 'send_write_tokens_to_workflows'),
        getsSecrets: (0,forge_answer/* flagOf */.iP)(answer, 'send_secrets_and_variables'),
        needsApproval: (0,forge_answer/* flagOf */.iP)(answer, 'require_approval_for_fork_pr_workflows'),
    }));
}


/***/ })

};
