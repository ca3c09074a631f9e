export const id = 712;
export const ids = [712];
export const modules = {

/***/ 8712:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   verify: () => (/* binding */ verify)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _gather_commits_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9853);
/* harmony import */ var _gather_trusted_folder_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8331);
/* harmony import */ var _git_open_repository_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4441);
/* harmony import */ var _git_range_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(706);
/* harmony import */ var _input_error_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3587);
/* harmony import */ var _policy_defaults_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6221);
/* harmony import */ var _policy_trusted_folder_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6965);
/* harmony import */ var _report_json_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(9665);
/* harmony import */ var _report_terminal_commits_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7176);
/* harmony import */ var _report_visible_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(6257);
/* harmony import */ var _terminal_style_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(6777);













/** `verify`: signatures only. Resolves to 0 all accepted, 1 a commit refused, 2 something unchecked. */
async function verify(args) {
    const repository = await (0,_git_open_repository_js__WEBPACK_IMPORTED_MODULE_4__/* .openRepository */ .h)(args.values.get('repo') ?? process.cwd());
    try {
        const revisions = await repository.revisions(args.positionals);
        if (revisions.commits.length + revisions.tags.length === 0) {
            const what = `There is no commit to verify in ${args.positionals.join(' ')}.`;
            throw new _input_error_js__WEBPACK_IMPORTED_MODULE_5__/* .InputError */ .d([{ what, fix: 'Write the older end first: OLD..NEW' }]);
        }
        const { policy, files, unjudged } = await trustOf(args, repository);
        const context = { now: Date.now(), isPush: false };
        const verification = await (0,_gather_commits_js__WEBPACK_IMPORTED_MODULE_2__/* .verifyRange */ .P)(repository, revisions, files, policy.signatures, context);
        for (const { what, remedy } of unjudged)
            process.stderr.write(`gitops-gate: ${(0,_report_visible_js__WEBPACK_IMPORTED_MODULE_9__/* .visible */ .R)(what)}\n  ${(0,_report_visible_js__WEBPACK_IMPORTED_MODULE_9__/* .visible */ .R)(remedy)}\n`);
        const verified = verification.commits;
        const json = args.values.get('format') === 'json';
        process.stdout.write(json ? (0,_report_json_js__WEBPACK_IMPORTED_MODULE_10__/* .renderVerifyJson */ .K)(verified) : (0,_report_terminal_commits_js__WEBPACK_IMPORTED_MODULE_8__/* .renderVerifyTerminal */ .Q)(verified, (0,_terminal_style_js__WEBPACK_IMPORTED_MODULE_11__/* .terminalStyle */ .w)()));
        const refused = ({ signature }) => !signature.accepted && signature.state !== 'could-not-check';
        if (verified.some(refused))
            return 1;
        return [...unjudged, ...verification.keyProblems, ...verification.unchecked].length > 0 ? 2 : 0;
    }
    finally {
        await repository.close();
    }
}
/** Keys come from `--trust DIR`, or from the default branch's tip; never from what is verified. */
async function trustOf(args, repository) {
    const folder = args.values.get('trust');
    if (folder !== undefined) {
        return { policy: _policy_defaults_js__WEBPACK_IMPORTED_MODULE_6__/* .defaultPolicy */ .G, files: (0,_gather_trusted_folder_js__WEBPACK_IMPORTED_MODULE_3__/* .readLocalFolder */ .g)(listFolder(folder), folder), unjudged: [] };
    }
    const branch = await repository.defaultBranch();
    const trust = branch === undefined ? undefined : await repository.resolve(branch, 'commit');
    const inputs = { policyPath: '.gitops-gate', kubernetesVersion: undefined };
    return (0,_gather_trusted_folder_js__WEBPACK_IMPORTED_MODULE_3__/* .readTrusted */ .G)(repository, { ...(0,_git_range_js__WEBPACK_IMPORTED_MODULE_12__/* .emptyRange */ .t)('audit'), trust }, inputs);
}
function listFolder(folder) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(folder, { recursive: true, withFileTypes: true })
            .filter((entry) => !entry.isDirectory())
            .map((entry) => {
            const file = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(entry.parentPath, entry.name);
            const path = file.replaceAll('\\', '/');
            const mode = entry.isSymbolicLink() ? '120000' : '100644';
            const small = !entry.isSymbolicLink() && (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(file).size <= _policy_trusted_folder_js__WEBPACK_IMPORTED_MODULE_7__/* .trustedFileLimit */ .bF;
            return { path, mode, bytes: small ? (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file) : undefined };
        });
    }
    catch {
        throw new _input_error_js__WEBPACK_IMPORTED_MODULE_5__/* .InputError */ .d([
            { what: `--trust ${folder} is no folder that can be read`, fix: 'name one like .gitops-gate' },
        ]);
    }
}


/***/ })

};
