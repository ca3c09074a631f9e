export const id = 5384;
export const ids = [5384];
export const modules = {

/***/ 15384:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   gitlabChannels: () => (/* binding */ gitlabChannels),
/* harmony export */   gitlabPosture: () => (/* binding */ gitlabPosture)
/* harmony export */ });
/* harmony import */ var _input_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53587);
/* harmony import */ var _publish_summary_mode_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58722);
/* harmony import */ var _forge_channels_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7895);



/** The flags of `check --ci gitlab` on comments, and the pipeline's variables. Throws InputError with every problem. */
function gitlabChannels(flags, env, token) {
    const problems = [];
    const name = flags.get('name') ?? env.CI_JOB_NAME ?? '';
    if (!(0,_forge_channels_js__WEBPACK_IMPORTED_MODULE_1__/* .isGateName */ .TL)(name)) {
        problems.push({ what: '--name is too long, or has more than a line', fix: `at most ${_forge_channels_js__WEBPACK_IMPORTED_MODULE_1__/* .longestName */ .YG} characters` });
    }
    const most = flags.get('max-comments') ?? String(_forge_channels_js__WEBPACK_IMPORTED_MODULE_1__/* .usualComments */ .vc);
    if (!/^\d{1,4}$/.test(most)) {
        problems.push({ what: `--max-comments cannot be ${JSON.stringify(most)}`, fix: 'a whole number, 0 or more' });
    }
    if (problems.length > 0)
        throw new _input_error_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .d(problems);
    const comment = _forge_channels_js__WEBPACK_IMPORTED_MODULE_1__/* .commentModes */ .sw.find((mode) => mode === flags.get('comment')) ?? 'inline';
    const summary = _publish_summary_mode_js__WEBPACK_IMPORTED_MODULE_2__/* .summaryModes */ .X.find((mode) => mode === flags.get('summary-comment')) ?? 'when-found';
    const { request, problem } = requestOf(env, token);
    return {
        comment,
        maxComments: Number(most),
        summary,
        name,
        title: flags.get('name'),
        request,
        problem: (0,_forge_channels_js__WEBPACK_IMPORTED_MODULE_1__/* .isWanted */ .Yu)({ comment, summary }) ? problem : undefined,
    };
}
/** A run that judges all there is looks at how the project is set up as well, where it has a token for that. */
function gitlabPosture(env, token) {
    const [api, repository] = [env.CI_API_V4_URL ?? '', env.CI_PROJECT_PATH ?? ''];
    const none = (why) => ({ notes: [`How the project is set up was not read: ${why}`] });
    if (token === undefined) {
        return none('GITOPS_GATE_TOKEN is not set. A project access token with the role Maintainer and the scope read_api lets it be.');
    }
    const problem = tokenProblem(env, token);
    if (problem !== undefined)
        return none(problem);
    if (!/^https?:\/\/./.test(api) || !/^[\w.-]+(?:\/[\w.-]+)+$/.test(repository)) {
        return none('CI_API_V4_URL or CI_PROJECT_PATH is not what GitLab sets.');
    }
    return { posture: { forge: 'gitlab', api, repository, token, branch: undefined, as: 'unasked' }, notes: [] };
}
/** Why what is in the variable cannot be used. */
function tokenProblem({ CI_JOB_TOKEN }, token) {
    if (/^\$\{?\w+\}?$/.test(token))
        return unexpanded;
    if (!/^[\x21-\x7e]+$/.test(token))
        return noTokenAtAll;
    return token === CI_JOB_TOKEN || otherKind.test(token) ? anotherKind : undefined;
}
/** A train's request is not commented on: its head is not the request's. */
function requestOf(env, token) {
    const none = (problem) => ({ request: undefined, problem: problem && `No comments: ${problem}` });
    if (!env.CI_MERGE_REQUEST_IID || env.CI_MERGE_REQUEST_EVENT_TYPE === 'merge_train')
        return none();
    if (token === undefined)
        return none(isInFork(env) ? forkWithoutToken : noToken);
    const unusable = tokenProblem(env, token);
    if (unusable !== undefined)
        return none(unusable);
    const server = (env.CI_API_V4_URL ?? '').replace(/\/api\/v4\/*$/, '') || (env.CI_SERVER_URL ?? '');
    const [project, number] = [env.CI_MERGE_REQUEST_PROJECT_ID ?? '', env.CI_MERGE_REQUEST_IID];
    const wrong = [
        ...(/^https?:\/\/./.test(server) ? [] : ['CI_API_V4_URL']),
        ...(/^\d{1,15}$/.test(project) ? [] : ['CI_MERGE_REQUEST_PROJECT_ID']),
        ...(/^\d{1,15}$/.test(number) ? [] : ['CI_MERGE_REQUEST_IID']),
    ];
    if (wrong.length > 0) {
        const [is, it] = wrong.length === 1 ? ['is', 'it'] : ['are', 'them'];
        return none(`${wrong.join(' and ')} ${is} not what GitLab sets: do not set ${it}, nor unset ${it}.`);
    }
    return { request: { server, project: Number(project), number: Number(number), token }, problem: undefined };
}
function isInFork({ CI_PROJECT_ID, CI_MERGE_REQUEST_PROJECT_ID }) {
    return Boolean(CI_PROJECT_ID && CI_MERGE_REQUEST_PROJECT_ID) && CI_PROJECT_ID !== CI_MERGE_REQUEST_PROJECT_ID;
}
/** Prefixes of tokens that cannot use the API: of jobs, deploy, trigger, runners, feeds, agents (https://docs.gitlab.com/security/tokens/). */
const otherKind = /^(?:glcbt|gldt|glptt|glrtr?|glft|glimt|glagent|glsoat|glffct)-/;
const noToken = 'GITOPS_GATE_TOKEN is not set. To have threads on the diff, add a project access token (scope api, role Reporter) as a CI/CD variable of this name, masked and not protected; "comment: off" (--comment off) leaves out this line.';
const forkWithoutToken = 'this pipeline runs in a fork, which has no GITOPS_GATE_TOKEN of the target project. A member of that project can start a pipeline of the merge request there; the findings are in this log and in the report files.';
const unexpanded = 'GITOPS_GATE_TOKEN names a variable that this job does not have: it may be protected, or of another environment.';
const anotherKind = 'GITOPS_GATE_TOKEN is a token of another kind, as the job’s own or a deploy token, which GitLab lets write no notes: take a project access token (scope api, role Reporter).';
const noTokenAtAll = 'GITOPS_GATE_TOKEN holds what no token holds: set the variable to the token alone, in one line and without quotes.';


/***/ })

};
