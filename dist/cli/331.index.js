export const id = 331;
export const ids = [331];
export const modules = {

/***/ 8331:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readTrusted: () => (/* binding */ readTrusted)
});

// EXTERNAL MODULE: ./build/policy/trusted-folder.js
var trusted_folder = __webpack_require__(6965);
;// CONCATENATED MODULE: ./build/gate/broken-folder.js

/**
 * What a base folder that cannot be read means for the run (contracts §5): nothing can be judged by it, except that a change
 * that mends it, and touches nothing else, is judged under the built-in defaults. `base` and `head` are the problems of either
 * side (`folderProblems`), `touched` the paths that differ.
 */
function brokenFolder(folder, base, head, touched) {
    if (base.length === 0)
        return { unjudged: [], notes: [] };
    if (head.length === 0 && touched.length > 0 && touched.every((path) => (0,trusted_folder/* isInFolder */.Gp)(path, folder))) {
        const note = `The base's ${folder}/ is broken; this change mends it and was judged under the built-in defaults.`;
        return { unjudged: [], notes: [note] };
    }
    const unjudged = base.map(({ file, line, column, what, fix }) => ({
        what: `the base's ${file}:${line}:${column}: ${what}`,
        remedy: `${fix}; mend it in a change that touches only ${folder}/`,
    }));
    return { unjudged, notes: [] };
}

// EXTERNAL MODULE: ./build/policy/read-trusted-folder.js
var read_trusted_folder = __webpack_require__(9642);
// EXTERNAL MODULE: ./build/rbac/state/default-rbac.js + 1 modules
var default_rbac = __webpack_require__(1684);
// EXTERNAL MODULE: ./build/rules/repository/gate-changed/folder-problems.js
var folder_problems = __webpack_require__(2507);
;// CONCATENATED MODULE: ./build/gather/trusted-folder.js





/**
 * Reads the folder of the base side. A broken one cannot be judged by, except where the change is its repair. Ids of rules
 * are checked where `ruleIds` names them.
 */
async function readTrusted(repository, range, inputs, ruleIds) {
    const { entries, notes, folder } = await baseFolder(repository, range.trust, (0,trusted_folder/* policyFolder */.hx)(inputs.policyPath));
    const { policy, files } = (0,read_trusted_folder.readTrustedFolder)(entries, folder, ruleIds);
    const problems = (0,folder_problems/* folderProblems */.V)(entries, folder, ruleIds);
    const broken = problems.length > 0 ? await judgeBroken(repository, range, folder, problems, ruleIds) : whole;
    const { kubernetesVersion = policy.kubernetesVersion } = inputs;
    const isAbsent = entries.length === 0 && folder !== (0,trusted_folder/* policyFolder */.hx)(undefined);
    const absent = isAbsent ? [`The base has no folder ${folder} (policy-path): the built-in defaults hold.`] : [];
    return {
        policy: { ...policy, kubernetesVersion },
        files,
        unjudged: broken.unjudged,
        isRepair: problems.length > 0 && broken.unjudged.length === 0,
        notes: [...notes, ...absent, ...broken.notes, ...(0,default_rbac/* versionNotes */.eW)(kubernetesVersion)],
    };
}
const whole = { unjudged: [], notes: [] };
async function judgeBroken(repository, { before, after }, folder, problems, ruleIds) {
    if (after === undefined)
        return brokenFolder(folder, problems, problems, []);
    const touched = (await repository.changes(before, after)).map(({ path }) => path);
    const entries = await readEntries(repository, await repository.tree(after, [folder]), folder);
    return brokenFolder(folder, problems, (0,folder_problems/* folderProblems */.V)(entries, folder, ruleIds), touched);
}
async function baseFolder(repository, trust, asked) {
    if (trust === undefined)
        return { entries: [], notes: [], folder: asked };
    const usual = (0,trusted_folder/* policyFolder */.hx)(undefined);
    const tree = await repository.tree(trust, [...new Set([asked, usual])]);
    const { folder, notes } = (0,trusted_folder/* folderThatHolds */.Mo)(asked, tree.keys());
    return { entries: await readEntries(repository, tree, folder), notes, folder };
}
async function readEntries(repository, tree, folder) {
    const wanted = [...tree].filter(([path]) => (0,trusted_folder/* isInFolder */.Gp)(path, folder));
    const ids = wanted.flatMap(([path, { id }]) => ((0,trusted_folder/* trustedKind */.M2)(path, folder) === undefined ? [] : [id]));
    const contents = new Map();
    for await (const { id, bytes } of repository.blobs(ids, trusted_folder/* trustedFileLimit */.bF)) {
        if (bytes !== undefined)
            contents.set(id, bytes);
    }
    return wanted.map(([path, { mode, id }]) => ({ path, mode, bytes: contents.get(id) }));
}


/***/ })

};
