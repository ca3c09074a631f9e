export const id = 46;
export const ids = [46];
export const modules = {

/***/ 65407:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {

var map = {
	"./BurstyRateLimiter": [
		85860
	],
	"./BurstyRateLimiter.js": [
		85860
	],
	"./ExpressBruteFlexible": [
		83966,
		3966
	],
	"./ExpressBruteFlexible.js": [
		83966,
		3966
	],
	"./RLWrapperBlackAndWhite": [
		87383
	],
	"./RLWrapperBlackAndWhite.js": [
		87383
	],
	"./RLWrapperTimeouts": [
		24016
	],
	"./RLWrapperTimeouts.js": [
		24016
	],
	"./RateLimiterAbstract": [
		88569
	],
	"./RateLimiterAbstract.js": [
		88569
	],
	"./RateLimiterCluster": [
		10565
	],
	"./RateLimiterCluster.js": [
		10565
	],
	"./RateLimiterDrizzle": [
		50673
	],
	"./RateLimiterDrizzle.js": [
		50673
	],
	"./RateLimiterDrizzleNonAtomic": [
		75347
	],
	"./RateLimiterDrizzleNonAtomic.js": [
		75347
	],
	"./RateLimiterDynamo": [
		82309
	],
	"./RateLimiterDynamo.js": [
		82309
	],
	"./RateLimiterEtcd": [
		36481
	],
	"./RateLimiterEtcd.js": [
		36481
	],
	"./RateLimiterEtcdNonAtomic": [
		15299
	],
	"./RateLimiterEtcdNonAtomic.js": [
		15299
	],
	"./RateLimiterInsuredAbstract": [
		33847
	],
	"./RateLimiterInsuredAbstract.js": [
		33847
	],
	"./RateLimiterMemcache": [
		73250
	],
	"./RateLimiterMemcache.js": [
		73250
	],
	"./RateLimiterMemory": [
		24544
	],
	"./RateLimiterMemory.js": [
		24544
	],
	"./RateLimiterMongo": [
		28439
	],
	"./RateLimiterMongo.js": [
		28439
	],
	"./RateLimiterMySQL": [
		67793
	],
	"./RateLimiterMySQL.js": [
		67793
	],
	"./RateLimiterPostgres": [
		3740
	],
	"./RateLimiterPostgres.js": [
		3740
	],
	"./RateLimiterPrisma": [
		16323
	],
	"./RateLimiterPrisma.js": [
		16323
	],
	"./RateLimiterQueue": [
		52860
	],
	"./RateLimiterQueue.js": [
		52860
	],
	"./RateLimiterRedis": [
		54336
	],
	"./RateLimiterRedis.js": [
		54336
	],
	"./RateLimiterRes": [
		80449
	],
	"./RateLimiterRes.js": [
		80449
	],
	"./RateLimiterSQLite": [
		73283
	],
	"./RateLimiterSQLite.js": [
		73283
	],
	"./RateLimiterStoreAbstract": [
		65140
	],
	"./RateLimiterStoreAbstract.js": [
		65140
	],
	"./RateLimiterUnion": [
		10244
	],
	"./RateLimiterUnion.js": [
		10244
	],
	"./RateLimiterValkey": [
		32193
	],
	"./RateLimiterValkey.js": [
		32193
	],
	"./RateLimiterValkeyGlide": [
		53756
	],
	"./RateLimiterValkeyGlide.js": [
		53756
	],
	"./component/BlockedKeys": [
		38830
	],
	"./component/BlockedKeys/": [
		38830
	],
	"./component/BlockedKeys/BlockedKeys": [
		85202
	],
	"./component/BlockedKeys/BlockedKeys.js": [
		85202
	],
	"./component/BlockedKeys/index": [
		38830
	],
	"./component/BlockedKeys/index.js": [
		38830
	],
	"./component/MemoryStorage": [
		28178,
		8178
	],
	"./component/MemoryStorage/": [
		28178,
		8178
	],
	"./component/MemoryStorage/MemoryStorage": [
		81534
	],
	"./component/MemoryStorage/MemoryStorage.js": [
		81534
	],
	"./component/MemoryStorage/Record": [
		60749
	],
	"./component/MemoryStorage/Record.js": [
		60749
	],
	"./component/MemoryStorage/index": [
		28178,
		8178
	],
	"./component/MemoryStorage/index.js": [
		28178,
		8178
	],
	"./component/RateLimiterEtcdTransactionFailedError": [
		43184
	],
	"./component/RateLimiterEtcdTransactionFailedError.js": [
		43184
	],
	"./component/RateLimiterQueueError": [
		27948
	],
	"./component/RateLimiterQueueError.js": [
		27948
	],
	"./component/RateLimiterSetupError": [
		72922
	],
	"./component/RateLimiterSetupError.js": [
		72922
	],
	"./constants": [
		13880,
		3880
	],
	"./constants.js": [
		13880,
		3880
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
webpackAsyncContext.id = 65407;
module.exports = webpackAsyncContext;

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

/***/ 93548:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  publishOnRequest: () => (/* binding */ publishOnRequest)
});

// EXTERNAL MODULE: ./build/host/forge/patience.js
var patience = __webpack_require__(79904);
// EXTERNAL MODULE: ./build/host/forge/real-clock.js
var real_clock = __webpack_require__(40380);
// EXTERNAL MODULE: ./build/host/gitlab/api/authorities.js
var authorities = __webpack_require__(53145);
// EXTERNAL MODULE: ./node_modules/@gitbeaker/rest/dist/index.mjs + 2 modules
var dist = __webpack_require__(80342);
// EXTERNAL MODULE: ./build/host/forge/api-failure.js
var api_failure = __webpack_require__(15452);
// EXTERNAL MODULE: ./build/publish/marker.js
var marker = __webpack_require__(40892);
// EXTERNAL MODULE: ./build/host/gitlab/api/note-text.js
var note_text = __webpack_require__(35036);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/git/diff/line-diff.js + 1 modules
var line_diff = __webpack_require__(25303);
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
    const markers = comments.flatMap(({ body, isOurs }) => (isOurs ? ((0,marker/* readMarker */.t7)(body) ?? []) : []));
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
/** Throws OddAnswer where GitLab's answer is not a list. */
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
    throw new api_failure/* OddAnswer */.o(`an answer without ${name}`);
}

// EXTERNAL MODULE: ./build/host/gitlab/api/requester.js + 2 modules
var requester = __webpack_require__(80295);
;// CONCATENATED MODULE: ./build/host/gitlab/api/calls.js




/** More than this many pages are not read. */
const mostPages = 50;
/** Milliseconds. Given up too soon, GitLab would go on publishing what is then written once more. */
const publishTimeout = 30_000;
function clientOf({ server, token }, connection, signal) {
    const host = server.replace(/\/+$/, '');
    const options = { host, token, queryTimeout: null, requesterFn: (0,requester/* requester */.l)(connection, signal) };
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
    /** Nobody sees a draft, so a second one does no harm until it is published, and GitLab limits notes only: drafts need no pace. */
    draft(what, make) {
        return this.#call({ what, isRepeatable: true, isWrite: false }, make, nothing);
    }
    /** Writes as many notes as there are drafts, in one call. */
    publish(what, make) {
        return this.#call({ what, isRepeatable: false, isWrite: true, timeout: publishTimeout }, make, nothing);
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
        throw new api_failure/* ApiFailure */.F('over', `${what}: there are more than ${mostPages} pages.`);
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
    /** Whether GitLab did not come to make the diff: it is not waited for again. */
    #isDiffMissing = false;
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
        if (!this.#isDiffMissing)
            this.#refs = await this.#readRefs(head);
        this.#isDiffMissing = this.#refs === undefined;
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
    /** Whether anything can be written on the diff. */
    get hasDiff() {
        return this.#refs !== undefined;
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
        return this.#calls.publish('Publishing drafts', ({ drafts }) => drafts.publishBulk(this.#project, this.#number, fields));
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
            if (error instanceof api_failure/* ApiFailure */.F && error.kind === 'unsure')
                return undefined;
            throw error;
        }
    }
    #position(place) {
        if (this.#refs === undefined)
            throw new Error('places are written on only where there is a diff');
        return positionOf(place, this.#refs, this.#diff);
    }
}

// EXTERNAL MODULE: ./build/report/wording.js
var wording = __webpack_require__(62867);
// EXTERNAL MODULE: ./build/host/forge/delivery-run.js + 1 modules
var delivery_run = __webpack_require__(81484);
;// CONCATENATED MODULE: ./build/host/gitlab/missing-right.js
/** What to do so that a token may write on a merge request, by how GitLab refused it; empty where the answer says all there is. */
function missingRight({ kind, status, message }) {
    if (status === undefined)
        return '';
    if (status >= 300 && status < 400)
        return redirected;
    if (kind !== 'denied')
        return '';
    // https://docs.gitlab.com/api/rest/troubleshooting/#status-codes
    if (/insufficient_scope/.test(message))
        return 'GITOPS_GATE_TOKEN lacks the scope api: make a token that has it.';
    return remedies.get(status) ?? '';
}
const redirected = 'CI_API_V4_URL has to be where GitLab itself answers: look whether its external_url names http instead of https, or an old host.';
const remedies = new Map([
    [401, 'GITOPS_GATE_TOKEN is expired, revoked or mistyped: rotate it and set the variable anew.'],
    [
        403,
        'The account of GITOPS_GATE_TOKEN needs the role Reporter in the target project, and the project must not be archived.',
    ],
    [
        404,
        'The account of GITOPS_GATE_TOKEN does not see the merge request: it has to be a token of the target project or of a group above it, with the role Reporter.',
    ],
]);

;// CONCATENATED MODULE: ./build/host/gitlab/deliver.js






/** Publishes on one merge request, as the gate of this name; see `runDelivery`. */
function deliver(api, head, name, plan) {
    return (0,delivery_run/* runDelivery */.C3)(new GitlabDelivery(api, head, name, plan));
}
class GitlabDelivery extends delivery_run/* DeliveryRun */.oO {
    forge = 'GitLab';
    #api;
    #instance;
    /** What was published as a draft: where it did not appear, its place is asked about by itself. */
    #drafted = new Set();
    #hasDrafts = true;
    constructor(api, head, name, plan) {
        super(api, head, plan);
        this.#api = api;
        this.#instance = (0,marker/* instanceKey */.pA)(name);
    }
    fail(error) {
        const remedy = missingRight(error);
        super.fail(remedy === '' ? error : new api_failure/* ApiFailure */.F(error.kind, `${error.message} ${remedy}`, error.status));
    }
    /** All that is new in one review, for which people get one e-mail; else one by one. */
    async create(creations, summary) {
        if (!this.#api.hasDiff && creations.length > 0) {
            this.problem(noDiff);
            for (const creation of creations)
                this.refuse(creation);
            if (summary !== undefined)
                await this.createSummary(summary);
            return;
        }
        const fresh = creations.filter((each) => !this.#drafted.has((0,delivery_run/* nameOf */.Vb)(each)));
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
            if (!(error instanceof api_failure/* ApiFailure */.F) || error.kind === 'over')
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
                this.#drafted.add((0,delivery_run/* nameOf */.Vb)(creation));
            this.created(drafted, true);
            if (summary !== undefined)
                this.summaryCreated();
            for (const creation of creations)
                if (!drafted.includes(creation))
                    await this.#alone(creation);
            return true;
        }
        catch (error) {
            if (!(error instanceof api_failure/* ApiFailure */.F))
                throw error;
            await this.#removeDrafts();
            if (error.kind === 'over')
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
                if (!(error instanceof api_failure/* ApiFailure */.F) || error.kind !== 'invalid')
                    throw error;
            }
        }
        const head = await this.#api.head();
        if (head !== this.head)
            throw new api_failure/* ApiFailure */.F('over', `The request's head moved to ${(0,wording/* shortId */.m_)(head)} while publishing.`);
        // As late as can be: what a person began to write meanwhile is not to be published.
        let all = await this.#api.drafts();
        if (await this.#removeRepeated(all))
            all = await this.#api.drafts();
        if (all.every((draft) => this.#isOwn(draft)))
            return drafted;
        await this.#removeDrafts();
        return [];
    }
    /** Removes drafts that were made although no answer said so, and then once more; whether there were any. */
    async #removeRepeated(all) {
        const own = all.filter((draft) => this.#isOwn(draft));
        const repeated = own.filter((draft, at) => own.findIndex(({ text }) => text === draft.text) < at);
        for (const { id } of repeated)
            await this.#api.removeDraft(id);
        return repeated.length > 0;
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
            if (!(error instanceof api_failure/* ApiFailure */.F))
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
            if (!(error instanceof api_failure/* ApiFailure */.F) || error.kind !== 'invalid')
                return this.failed(error, [creation]);
            await this.fallBack(creation, error, (place, body) => this.#api.createThread(place, body));
        }
    }
    #isOwn({ text }) {
        return (0,note_text/* isOwnDraft */.sc)(text, this.#instance);
    }
}
const noDiff = 'GitLab has not made the diff of the head: what is new can be read in the summary only. Run the job again once the merge request shows its changes.';
/** https://docs.gitlab.com/user/permissions/ */
const resolving = 'Threads are not resolved, their text says what became of them: with the role Developer the token could resolve them.';

;// CONCATENATED MODULE: ./build/host/gitlab/gitlab-publish.js






/** Publishing as a whole takes no longer, in milliseconds. */
const mostTime = 60_000;
/** GitLab.com takes 60 notes a minute (https://docs.gitlab.com/security/rate_limits/). */
const gitlabPace = { burst: 20, interval: 1500 };
/** Publishes on one merge request of GitLab. Loaded only when there is something to publish: the client is large. */
async function publishOnRequest(address, { head, name, diff }, plan, env, clock = real_clock/* realClock */.d, time = mostTime) {
    const connection = { authorities: await (0,authorities/* readAuthorities */.G)(env), env };
    const calls = new Calls(address, connection, new patience/* Patience */.i(clock, time, { pace: gitlabPace, secret: address.token }));
    return deliver(new RequestApi(calls, address, diff), head, name, plan);
}


/***/ })

};
