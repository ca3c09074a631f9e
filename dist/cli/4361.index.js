export const id = 4361;
export const ids = [4361];
export const modules = {

/***/ 22856:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ localCaller)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48161);

/** Who is logged in, where the machine says. */
function localCaller() {
    try {
        return { actor: (0,node_os__WEBPACK_IMPORTED_MODULE_0__.userInfo)().username };
    }
    catch {
        // A container's user without an entry in /etc/passwd has no name.
        return {};
    }
}


/***/ }),

/***/ 14361:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   renderVerify: () => (/* binding */ renderVerify)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _gather_coverage_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(79266);
/* harmony import */ var _git_range_range_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(96892);
/* harmony import */ var _report_formats_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27787);
/* harmony import */ var _report_report_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(15271);
/* harmony import */ var _local_caller_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(22856);






/** The run in one of the formats. A refused signature is not a finding of a rule here: the event about the run names it. */
async function renderVerify(format, run) {
    const { repository, folder, revisions, trusted, verification, unjudged, exitCode, start } = run;
    const { failOn, failOnStated, source } = trusted.policy;
    const now = Date.now();
    const report = (0,_report_report_js__WEBPACK_IMPORTED_MODULE_3__/* .reportOf */ .EI)({
        command: 'verify',
        range: {
            ...(0,_git_range_range_js__WEBPACK_IMPORTED_MODULE_5__/* .emptyRange */ .t)(revisions.commits.length > 0 ? 'audit' : 'tag'),
            head: revisions.commits.at(-1),
            tag: revisions.tags.at(-1),
            commits: revisions.commits,
            trust: trusted.commit,
        },
        verdict: {
            outcome: exitCode === 0 ? 'passed' : exitCode === 1 ? 'blocked' : 'could-not-judge',
            failOn,
            failOnFrom: failOnStated && source !== undefined ? source : 'default',
            wouldBlock: false,
            findings: [],
            suppressed: [],
            unjudged,
            notes: [],
        },
        commits: verification.commits,
        coverage: _gather_coverage_js__WEBPACK_IMPORTED_MODULE_1__/* .nothingRead */ .w,
        run: {
            ...(0,_local_caller_js__WEBPACK_IMPORTED_MODULE_4__/* .localCaller */ .R)(),
            repository: (await repository.origin()) ?? (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(folder),
            start,
            end: now,
            steps: [],
            policy: trusted.record,
        },
    });
    return (0,_report_formats_js__WEBPACK_IMPORTED_MODULE_2__/* .renderReport */ .B1)(format, report, { rules: [], now });
}


/***/ }),

/***/ 79266:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ coverageOf),
/* harmony export */   w: () => (/* binding */ nothingRead)
/* harmony export */ });
/* harmony import */ var _render_graph_remote_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(68682);

const unread = {
    binary: 'binary',
    oversize: 'over the size limit',
    symlink: 'a symbolic link; never followed',
    submodule: 'a submodule; its content is in another repository',
    'lfs-pointer': 'a Git LFS pointer; its content is not in the repository',
};
/** Where a run broke off before it read anything. */
const nothingRead = {
    filesChanged: 0,
    filesRead: 0,
    contextFilesRead: 0,
    readWithoutStructure: [],
    skipped: [],
};
/** Says what was read, and names everything that was not. */
function coverageOf({ touched, filesRead, unread: unreadContext }, { delivered, rendering }, context, past) {
    const skipped = touched.flatMap((file) => skippedSide(file));
    const rendered = delivered === undefined ? undefined : renderingOf(rendering);
    return {
        filesChanged: touched.length,
        filesRead: touched.length - skipped.length,
        contextFilesRead: filesRead,
        readWithoutStructure: touched.flatMap((file) => withoutStructure(file)),
        skipped: [
            ...skipped,
            ...unreadContext.map(({ file, why }) => ({ file, why: `context: ${why}` })),
            ...unrendered(rendering),
            ...unrenderedContext(context),
        ],
        ...(rendered === undefined ? {} : { rendering: rendered }),
        ...(past === undefined ? {} : { history: historyOf(past) }),
    };
}
function historyOf({ changes, why }) {
    return { changes, ...(why === undefined ? {} : { notCompared: why }) };
}
function renderingOf({ roots, found, reused, tools, milliseconds }) {
    const reached = roots.flatMap((root) => {
        const why = whyUnrendered(root);
        return root.after === undefined && why === undefined ? [] : [{ root: root.id, why }];
    });
    return {
        found,
        reused,
        rendered: reached.filter(({ why }) => why === undefined).length,
        notRendered: reached.flatMap(({ root, why }) => (why === undefined ? [] : [{ root, why }])),
        tools: tools.map(({ name, version }) => `${name} ${version}`),
        milliseconds: Math.round(milliseconds),
    };
}
/** Unchanged roots that may bear on the change and were not rendered. */
function unrenderedContext({ roots, beyond }) {
    const failed = roots.flatMap(({ id, file, after }) => after?.reason === undefined ? [] : [{ file, why: `context: ${id} was not rendered: ${after.reason}` }]);
    return [...failed, ...beyond.map(({ id, why }) => ({ file: id, why: `context: not rendered, ${why}` }))];
}
/** What of the roots was not judged: those that were not rendered, and what was taken out of the others. */
function unrendered({ roots }) {
    return roots.flatMap((root) => {
        const { id, file, after } = root;
        const why = whyUnrendered(root);
        if (why !== undefined)
            return [{ file, why: `${id} was not rendered: ${why}` }];
        const taken = (after?.gaps ?? []).filter(({ kind }) => kind === 'remote' || kind === 'plugin');
        return taken.map((gap) => ({ file: gap.file, why: `${id}: ${leftOut(gap)}` }));
    });
}
/** Why a root was not rendered: the head's side, or the only side that one has which the change removes. */
function whyUnrendered({ before, after }) {
    if (after !== undefined)
        return after.reason;
    return before?.reason === undefined ? undefined : `its base was not rendered: ${before.reason}`;
}
/** What of a root was taken out before it was built. */
function leftOut(gap) {
    if (gap.kind === 'remote')
        return `${(0,_render_graph_remote_js__WEBPACK_IMPORTED_MODULE_0__/* .shownAddress */ .U)(gap.name)} was not judged, it is outside this repository`;
    const isDecrypting = /\bksops\b|SopsSecretGenerator/i.test(gap.name);
    return isDecrypting
        ? `the Secrets that ${gap.name} decrypts were not judged`
        : `what ${gap.name} makes was not judged, it is a program`;
}
function skippedSide({ path, before, after }) {
    const why = unread[(after ?? before)?.structure ?? ''];
    return why === undefined ? [] : [{ file: path, why }];
}
function withoutStructure({ path, after }) {
    if (after === undefined)
        return [];
    if (after.structure === 'template')
        return [{ file: path, why: 'a Helm template, read line by line' }];
    const [first] = after.unreadable;
    if (first === undefined)
        return [];
    // What a parser says of prose helps nobody.
    const isNamedSo = /\.(?:ya?ml|json)$/i.test(path);
    return [{ file: path, why: isNamedSo ? `line ${first.line}: ${first.detail}` : 'no YAML, read line by line' }];
}


/***/ }),

/***/ 68682:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ shownAddress),
/* harmony export */   V: () => (/* binding */ isRemote)
/* harmony export */ });
/* harmony import */ var _clipped_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49879);
/* harmony import */ var _git_process_remote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(42647);


/** Hosts that kustomize takes for git servers also without a scheme (kustomize api/internal/git/repospec.go). */
const hosts = /^(?:www\.)?(?:github\.com|gitlab\.com|bitbucket\.org|dev\.azure\.com|ssh\.dev\.azure\.com|[\w.-]*\.googlesource\.com|git-codecommit\.[\w.-]+)[:/]/i;
/** Whether a name that is not a file or folder of the tree means something outside the repository: a URL, a git address, an OCI source. */
function isRemote(name) {
    return (/^[a-z][a-z0-9+.-]*:\/\//i.test(name) ||
        /^(?:git::|gh:|git@|[\w.-]+@[\w.-]+:)/i.test(name) ||
        hosts.test(name) ||
        /[?&](?:ref|version|timeout|submodules)=/.test(name) ||
        /\.git(?:\/|$|\?)/.test(name));
}
/** What of an address's query says which version is meant. */
const versionOf = /^(?:ref|version)=[\w./+-]{1,100}$/;
/** A remote address without what could be a credential in it. */
function shownAddress(address) {
    const [place = '', query = ''] = address.split('?', 2);
    const versions = query.split('&').filter((pair) => versionOf.test(pair));
    return (0,_clipped_js__WEBPACK_IMPORTED_MODULE_0__/* .clipped */ .c)(`${(0,_git_process_remote_js__WEBPACK_IMPORTED_MODULE_1__/* .redactUrls */ .s)(place)}${versions.length > 0 ? `?${versions.join('&')}` : ''}`, 200);
}


/***/ })

};
