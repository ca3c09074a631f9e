export const id = 4728;
export const ids = [4728,7921];
export const modules = {

/***/ 24728:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   gitlabInvocation: () => (/* binding */ gitlabInvocation)
/* harmony export */ });
/* harmony import */ var _git_object_object_id_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57036);
/* harmony import */ var _input_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53587);
/* harmony import */ var _invocation_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57921);



/** Pipelines that carry no change of their own: the commit they run on is audited whole. */
const auditSources = new Set([
    'schedule',
    'web',
    'api',
    'trigger',
    'pipeline',
    'chat',
    'webide',
    // The schedules of security policies. A job that a policy adds to a pipeline runs in that pipeline, with that pipeline's source.
    'security_orchestration_policy',
    'pipeline_execution_policy_schedule',
]);
/**
 * What a GitLab pipeline asks to be compared, from its predefined variables
 * (https://docs.gitlab.com/ci/variables/predefined_variables/). Throws InputError with every problem found.
 */
function gitlabInvocation(env) {
    const problems = [];
    const read = (name) => {
        const value = env[name];
        if (value !== undefined && value !== '')
            return value;
        problems.push({ what: `${name} is not set.`, fix: fixFor(name) });
        return '';
    };
    const asked = ask(env, read, problems);
    if (asked === undefined || problems.length > 0)
        throw new _input_error_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .d(problems);
    const defaultBranch = env.CI_DEFAULT_BRANCH ? `refs/heads/${env.CI_DEFAULT_BRANCH}` : undefined;
    return {
        kind: 'judge',
        command: asked.request.kind === 'audit' ? 'audit' : 'check',
        request: asked.request,
        remote: {
            url: remoteUrl(env),
            token: env.CI_JOB_TOKEN || undefined,
            username: 'gitlab-ci-token',
            ...(env.CI_SERVER_TLS_CA_FILE ? { authority: env.CI_SERVER_TLS_CA_FILE } : {}),
            fetch: (0,_invocation_js__WEBPACK_IMPORTED_MODULE_2__.refsOf)(asked.request),
        },
        defaultBranch,
        notes: [],
        isPush: asked.isPush ?? false,
    };
}
function ask(env, read, problems) {
    // A child pipeline of a merge request has another source but the same variables.
    if (env.CI_MERGE_REQUEST_IID)
        return mergeRequest(read, problems);
    const source = read('CI_PIPELINE_SOURCE');
    const head = objectId(read, 'CI_COMMIT_SHA', problems);
    if (env.CI_COMMIT_TAG) {
        const tag = `refs/tags/${env.CI_COMMIT_TAG}`;
        const defaultBranch = `refs/heads/${read('CI_DEFAULT_BRANCH')}`;
        return { request: { kind: 'tag', tag, defaultBranch } };
    }
    if (auditSources.has(source))
        return { request: { kind: 'audit', rev: head } };
    if (source === 'push' || source === 'parent_pipeline')
        return branch(source, head, read, problems);
    if (source !== '') {
        problems.push({
            what: `CI_PIPELINE_SOURCE ${JSON.stringify(source)} does not say what to compare.`,
            fix: 'Run the job in merge request, merge train, branch, tag or scheduled pipelines (workflow: rules), or call gitops-gate check --base REV.',
        });
    }
    return undefined;
}
/** The target's tip is fetched now; of a merged result only the source's own commits are judged. */
function mergeRequest(read, problems) {
    const type = read('CI_MERGE_REQUEST_EVENT_TYPE');
    const target = `refs/heads/${read('CI_MERGE_REQUEST_TARGET_BRANCH_NAME')}`;
    if (type === 'merge_train') {
        // Here the "target branch" is the train's previous car, which is what this one is merged onto.
        const base = objectId(read, 'CI_MERGE_REQUEST_TARGET_BRANCH_SHA', problems);
        const branch = target.slice('refs/heads/'.length);
        return { request: { kind: 'queue', base, head: objectId(read, 'CI_COMMIT_SHA', problems), branch } };
    }
    // GitLab fills the source's SHA only where CI_COMMIT_SHA is a merge of its own making.
    const name = type === 'merged_result' ? 'CI_MERGE_REQUEST_SOURCE_BRANCH_SHA' : 'CI_COMMIT_SHA';
    if (type !== '' && type !== 'detached' && type !== 'merged_result') {
        problems.push({
            what: `CI_MERGE_REQUEST_EVENT_TYPE ${JSON.stringify(type)} is not known.`,
            fix: 'It is detached, merged_result or merge_train; update gitops-gate if GitLab has gained another.',
        });
    }
    return { request: { kind: 'request', base: target, head: objectId(read, name, problems) } };
}
function branch(source, head, read, problems) {
    const before = objectId(read, 'CI_COMMIT_BEFORE_SHA', problems);
    const name = read('CI_COMMIT_BRANCH');
    if (!(0,_git_object_object_id_js__WEBPACK_IMPORTED_MODULE_0__/* .isZeroId */ .aF)(before))
        return { request: { kind: 'push', before, after: head, branch: name }, isPush: true };
    const defaultBranch = read('CI_DEFAULT_BRANCH');
    if (name !== defaultBranch) {
        const target = `refs/heads/${defaultBranch}`;
        return { request: { kind: 'new-branch', defaultBranch: target, head }, isPush: true };
    }
    // A child pipeline of a scheduled or manual one has no commit before either.
    if (source !== 'push')
        return { request: { kind: 'audit', rev: head } };
    return { request: { kind: 'first-push', head }, isPush: true };
}
/**
 * The target's project where the pipeline runs in a fork: the fork's own branches belong to the request's author.
 * Otherwise the runner's `origin`, which knows how this runner reaches its GitLab.
 */
function remoteUrl(env) {
    const url = env.CI_MERGE_REQUEST_PROJECT_URL;
    return url && env.CI_MERGE_REQUEST_PROJECT_ID !== env.CI_PROJECT_ID ? `${url}.git` : undefined;
}
function objectId(read, name, problems) {
    const id = read(name);
    if (id !== '' && !(0,_git_object_object_id_js__WEBPACK_IMPORTED_MODULE_0__/* .isObjectId */ .TS)(id)) {
        problems.push({ what: `${name} is not a commit id.`, fix: `Do not set ${name}: GitLab does.` });
    }
    return id;
}
function fixFor(name) {
    return `GitLab sets ${name} in pipelines of this kind; leave it alone, and outside GitLab call gitops-gate check --base REV.`;
}


/***/ }),

/***/ 57921:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   refsOf: () => (/* binding */ refsOf),
/* harmony export */   usualScan: () => (/* binding */ usualScan)
/* harmony export */ });
/** The refs a request names, which are fetched now; commits it names by id are fetched where they turn out to be missing. */
function refsOf(request) {
    const named = Object.values(request).filter((rev) => rev.startsWith('refs/'));
    return [...new Set(named)];
}
/**
 * What reports for code scanning hold where nobody says so: on the default branch, whose alerts are kept, all that is there; else the
 * change. A forge that compares a request's report with the branch's (`comparesRequests`) must have both alike.
 */
function usualScan({ request, defaultBranch }, comparesRequests) {
    const isDefault = request.kind === 'first-push' || (request.kind === 'push' && `refs/heads/${request.branch}` === defaultBranch);
    return isDefault || (comparesRequests && request.kind === 'request') ? 'state' : 'change';
}


/***/ })

};
