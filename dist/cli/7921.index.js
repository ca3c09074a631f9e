export const id = 7921;
export const ids = [7921];
export const modules = {

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
