export const id = 5328;
export const ids = [5328];
export const modules = {

/***/ 5328:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ readRulePage),
/* harmony export */   readRuleInfos: () => (/* binding */ readRuleInfos)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _rules_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26474);


/** A rule's page, Markdown. The build lays the pages alongside the bundle; in the sources they are in .github/docs/rules. */
async function readRulePage(id) {
    const bundled = !import.meta.url.endsWith('/host/rule-pages.ts');
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(new URL(bundled ? `rules/${id}.md` : `../../.github/docs/rules/${id}.md`, import.meta.url), 'utf8');
}
/** What formats for machines say of every rule. */
function readRuleInfos() {
    return Promise.all(_rules_index_js__WEBPACK_IMPORTED_MODULE_1__/* .rules */ .a.map(async ({ id, category, severity, summary }) => ({
        id,
        category,
        severity,
        summary,
        help: await readRulePage(id),
    })));
}


/***/ })

};
