export const id = 2534;
export const ids = [2534];
export const modules = {

/***/ 12534:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   gitlabCaller: () => (/* binding */ gitlabCaller)
/* harmony export */ });
/** Who started the pipeline, and where it can be looked at (https://docs.gitlab.com/ci/variables/predefined_variables/). */
function gitlabCaller(env) {
    const { GITLAB_USER_LOGIN: actor, CI_PROJECT_URL: repository, CI_JOB_URL: job } = env;
    const { CI_MERGE_REQUEST_PROJECT_URL: target, CI_MERGE_REQUEST_IID: number } = env;
    return {
        ...(actor ? { actor } : {}),
        ...(repository ? { repository } : {}),
        ...(target && number ? { request: `${target}/-/merge_requests/${number}` } : {}),
        ...(job ? { job } : {}),
    };
}


/***/ })

};
