export const id = 6897;
export const ids = [6897];
export const modules = {

/***/ 76897:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   posture: () => (/* binding */ posture)
/* harmony export */ });
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14303);
/* harmony import */ var _check_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90485);
/* harmony import */ var _request_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(12745);



/** `posture`: how the repository is set up on its forge, and nothing else. */
async function posture(args) {
    const request = await (0,_request_js__WEBPACK_IMPORTED_MODULE_2__/* .postureRequest */ .aI)(args, 'only');
    return (0,_run_js__WEBPACK_IMPORTED_MODULE_0__/* .run */ .e)({ ...(0,_check_js__WEBPACK_IMPORTED_MODULE_1__.inputsOf)(args, 'posture', (0,_check_js__WEBPACK_IMPORTED_MODULE_1__.auditRequest)(args)), posture: request }, (0,_check_js__WEBPACK_IMPORTED_MODULE_1__.personsHost)(args));
}


/***/ })

};
