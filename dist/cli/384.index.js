export const id = 384;
export const ids = [384];
export const modules = {

/***/ 5384:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   gitlabChannels: () => (/* binding */ gitlabChannels)
/* harmony export */ });
/* harmony import */ var _input_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3587);
/* harmony import */ var _publish_summary_mode_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8722);
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
    return {
        comment: _forge_channels_js__WEBPACK_IMPORTED_MODULE_1__/* .commentModes */ .sw.find((mode) => mode === flags.get('comment')) ?? 'inline',
        maxComments: Number(most),
        summary: _publish_summary_mode_js__WEBPACK_IMPORTED_MODULE_2__/* .summaryModes */ .X.find((mode) => mode === flags.get('summary-comment')) ?? 'when-found',
        name,
        title: flags.get('name'),
        ...requestOf(env, token),
    };
}
/** A train's request is not commented on: its head is not the request's. */
function requestOf(env, token) {
    const none = (problem) => ({ request: undefined, problem });
    const isRequest = Boolean(env.CI_MERGE_REQUEST_IID) && env.CI_MERGE_REQUEST_EVENT_TYPE !== 'merge_train';
    if (token === undefined || !isRequest)
        return none();
    if (!/^[\x21-\x7e]+$/.test(token))
        return none('No comments: GITOPS_GATE_TOKEN holds what no token holds.');
    const server = (env.CI_API_V4_URL ?? '').replace(/\/api\/v4\/*$/, '') || (env.CI_SERVER_URL ?? '');
    const [project, number] = [env.CI_MERGE_REQUEST_PROJECT_ID ?? '', env.CI_MERGE_REQUEST_IID ?? ''];
    if (!/^https?:\/\//.test(server) || !/^\d{1,15}$/.test(project) || !/^\d{1,15}$/.test(number)) {
        return none('No comments: CI_API_V4_URL, CI_MERGE_REQUEST_PROJECT_ID or CI_MERGE_REQUEST_IID is not what GitLab sets.');
    }
    return { request: { server, project: Number(project), number: Number(number), token }, problem: undefined };
}


/***/ })

};
