export const id = 277;
export const ids = [277];
export const modules = {

/***/ 9277:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   permissionsCommand: () => (/* binding */ permissionsCommand),
/* harmony export */   whoCanCommand: () => (/* binding */ whoCanCommand)
/* harmony export */ });
async function whoCanCommand(args) {
    return args.positionals.length;
}
async function permissionsCommand(args) {
    return args.positionals.length;
}


/***/ })

};
