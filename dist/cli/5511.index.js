export const id = 5511;
export const ids = [5511];
export const modules = {

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

/***/ 65511:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  publishOnRequest: () => (/* binding */ publishOnRequest)
});

// EXTERNAL MODULE: ./build/host/forge/patience.js
var forge_patience = __webpack_require__(79904);
// EXTERNAL MODULE: ./build/host/forge/real-clock.js
var real_clock = __webpack_require__(40380);
// EXTERNAL MODULE: ./build/host/github/api/client.js
var client = __webpack_require__(6561);
// EXTERNAL MODULE: ./build/host/forge/api-failure.js
var api_failure = __webpack_require__(15452);
// EXTERNAL MODULE: ./build/publish/marker.js
var publish_marker = __webpack_require__(40892);
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
var wording = __webpack_require__(62867);
// EXTERNAL MODULE: ./build/host/forge/delivery-run.js + 1 modules
var delivery_run = __webpack_require__(81484);
;// CONCATENATED MODULE: ./build/host/github/deliver.js



/** GitHub takes more, but answers slowly; and one that is refused costs less when it is small. */
const commentsPerReview = 30;
/** Where so many reviews were refused the diff is not what it seems, e.g. by attributes: each line that is left would cost more requests. */
const mostRefusals = 16;
/** Publishes on one pull request; see `runDelivery`. */
function deliver(api, head, plan) {
    return (0,delivery_run/* runDelivery */.C3)(new GithubDelivery(api, head, plan));
}
class GithubDelivery extends delivery_run/* DeliveryRun */.oO {
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
            if (more.length === 0 || this.#refusals >= mostRefusals) {
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
