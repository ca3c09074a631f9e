export const id = 9152;
export const ids = [9152];
export const modules = {

/***/ 56963:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ unsupportedTrust),
/* harmony export */   u: () => (/* binding */ unrenderedRoots)
/* harmony export */ });
/* harmony import */ var _policy_glob_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(64757);
/* harmony import */ var _render_result_unrendered_fix_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(86443);


/** The roots that the change reaches and that had to be rendered, by the policy's `render.require` or the caller's wish, and were not. */
function unrenderedRoots({ render, source }, roots, requiresAll) {
    return roots.flatMap(({ id, folder, reason }) => {
        const isNamed = render.require.some((glob) => (0,_policy_glob_js__WEBPACK_IMPORTED_MODULE_0__/* .matchGlob */ .s)(glob, id) || (0,_policy_glob_js__WEBPACK_IMPORTED_MODULE_0__/* .matchGlob */ .s)(glob, folder));
        if (reason === undefined || !(isNamed || requiresAll))
            return [];
        const by = isNamed ? `render.require of ${source ?? 'the policy'}` : 'the input render (required)';
        return {
            what: `${by} demands that ${id} is rendered, which failed: ${reason}`,
            remedy: `Either ${(0,_render_result_unrendered_fix_js__WEBPACK_IMPORTED_MODULE_1__/* .unrenderedFix */ .s)(reason)}; or take it out of what is required.`,
        };
    });
}
/** Says which keys and identities the base states that this version does not read: they trust nobody. */
function unsupportedTrust({ signatures, source }, { x509 }) {
    const roots = x509.map(({ path }) => path);
    const identities = signatures.identities.length > 0 ? [`signatures.identities of ${source ?? 'the policy'}`] : [];
    const unread = [...roots, ...identities];
    if (unread.length === 0)
        return [];
    return [`X.509 and gitsign signatures are not verified by this version: ${unread.join(', ')} trust nobody.`];
}


/***/ }),

/***/ 45802:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ readAvailable),
/* harmony export */   b: () => (/* binding */ readBlobs)
/* harmony export */ });
/* harmony import */ var _git_repository_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85799);

/**
 * Reads files by the ids of their blobs, each blob once. Throws LimitError, and MissingObjectsError where a blob is neither in the
 * clone nor at its remote: that is a lack of the run, not of the file (how-it-judges.md, "Outcomes and exit codes").
 */
async function* readBlobs(repository, byId, limit, budget) {
    for await (const { id, bytes, size, why } of repository.blobs(byId.keys(), limit)) {
        const files = byId.get(id) ?? [];
        if (why === 'missing')
            throw missingContent(files[0]?.path ?? '', id);
        budget?.charge(bytes?.length ?? 0);
        yield { id, files, bytes, size };
    }
}
/** The blobs that are here or at the remote and not over the limit, where nothing depends on the others. Throws LimitError. */
async function readAvailable(repository, ids, limit, budget) {
    const contents = new Map();
    for await (const { id, bytes } of repository.blobs(ids, limit)) {
        budget?.charge(bytes?.length ?? 0);
        if (bytes !== undefined)
            contents.set(id, bytes);
    }
    return contents;
}
function missingContent(path, id) {
    return new _git_repository_js__WEBPACK_IMPORTED_MODULE_0__/* .MissingObjectsError */ .J(`The content of ${path} (blob ${id}) is not in this clone and could not be fetched.`, 'Clone without a filter and with the whole history, or give a token that may read the repository.');
}


/***/ }),

/***/ 99152:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  y: () => (/* binding */ folderOf),
  readTrusted: () => (/* binding */ readTrusted)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/policy/trusted-folder.js
var trusted_folder = __webpack_require__(66965);
;// CONCATENATED MODULE: ./build/gate/broken-folder.js

/**
 * What a base folder that cannot be read means for the run (how-it-judges.md, "Policy and keys"): nothing can be judged by it, except that a
 * change that repairs it, and touches nothing else, is judged under the built-in defaults. `base` and `head` are the problems of either
 * side (`folderProblems`), `touched` the paths that differ.
 */
function brokenFolder(folder, base, head, touched) {
    if (base.length === 0)
        return { unjudged: [], notes: [] };
    if (head.length === 0 && touched.length > 0 && touched.every((path) => (0,trusted_folder/* isInFolder */.Gp)(path, folder))) {
        const note = `The base's ${folder}/ is broken; this change fixes it and was judged under the built-in defaults.`;
        return { unjudged: [], notes: [note] };
    }
    const unjudged = base.map(({ file, line, column, what, fix }) => ({
        what: `the base's ${file}:${line}:${column}: ${what}`,
        remedy: `${fix}${/[.?]$/.test(fix) ? '' : '.'} Do it in a change that touches only ${folder}/.`,
    }));
    return { unjudged, notes: [] };
}

// EXTERNAL MODULE: ./build/gate/unrendered-root.js
var unrendered_root = __webpack_require__(56963);
// EXTERNAL MODULE: ./build/policy/read-trusted-folder.js
var read_trusted_folder = __webpack_require__(69642);
// EXTERNAL MODULE: ./build/rbac/state/default-rbac.js + 2 modules
var default_rbac = __webpack_require__(56791);
// EXTERNAL MODULE: ./build/rules/repository/gate-changed/folder-problems.js
var folder_problems = __webpack_require__(92507);
// EXTERNAL MODULE: ./build/gather/blobs.js
var blobs = __webpack_require__(45802);
;// CONCATENATED MODULE: ./build/gather/gate/read-trusted-folder.js








/**
 * Reads the folder of the base side. A broken one cannot be judged by, except where the change is its repair. Ids of rules
 * are checked where `ruleIds` names them.
 */
async function readTrusted(repository, range, inputs, ruleIds) {
    const { entries, notes, folder, sha256 } = await folderOf(repository, range.trust, (0,trusted_folder/* policyFolder */.hx)(inputs.policyPath));
    const { policy, files } = (0,read_trusted_folder.readTrustedFolder)(entries, folder, ruleIds);
    const problems = (0,folder_problems/* folderProblems */.V)(entries, folder, ruleIds);
    const broken = problems.length > 0 ? await judgeBroken(repository, range, folder, problems, ruleIds) : readable;
    const { kubernetesVersion = policy.kubernetesVersion } = inputs;
    const isAbsent = entries.length === 0 && folder !== (0,trusted_folder/* policyFolder */.hx)(undefined);
    const absent = isAbsent ? [`The base has no folder ${folder} (policy-path): the built-in defaults hold.`] : [];
    return {
        policy: { ...policy, kubernetesVersion },
        files,
        unjudged: broken.unjudged,
        isRepair: problems.length > 0 && broken.unjudged.length === 0,
        notes: [
            ...notes,
            ...absent,
            ...broken.notes,
            ...(0,default_rbac/* versionNotes */.eW)(kubernetesVersion),
            ...(0,unrendered_root/* unsupportedTrust */.Y)(policy, files),
        ],
        record: sha256 === undefined ? {} : { folder, sha256 },
    };
}
const readable = { unjudged: [], notes: [] };
async function judgeBroken(repository, { before, after }, folder, problems, ruleIds) {
    if (after === undefined)
        return brokenFolder(folder, problems, problems, []);
    const touched = (await repository.changes(before, after)).map(({ path }) => path);
    const entries = await readEntries(repository, await repository.tree(after, [folder]), folder);
    return brokenFolder(folder, problems, (0,folder_problems/* folderProblems */.V)(entries, folder, ruleIds), touched);
}
/** The gate's folder in a commit's tree: the usual one where there is one, else the one `asked` for. */
async function folderOf(repository, trust, asked) {
    if (trust === undefined)
        return { entries: [], notes: [], folder: asked };
    const usual = (0,trusted_folder/* policyFolder */.hx)(undefined);
    const tree = await repository.tree(trust, [...new Set([asked, usual])]);
    const { folder, notes } = (0,trusted_folder/* folderThatHolds */.Mo)(asked, tree.keys());
    const entries = await readEntries(repository, tree, folder);
    return { entries, notes, folder, ...(entries.length === 0 ? {} : { sha256: hashOf(tree, folder) }) };
}
/** SHA-256 of what `git ls-tree -r -z <commit> <folder>/` prints: anybody can say which policy and keys held. */
function hashOf(tree, folder) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    for (const [path, { mode, id }] of tree) {
        if ((0,trusted_folder/* isInFolder */.Gp)(path, folder))
            hash.update(`${mode} ${mode === '160000' ? 'commit' : 'blob'} ${id}\t${path}\0`);
    }
    return hash.digest('hex');
}
async function readEntries(repository, tree, folder) {
    const wanted = [...tree].filter(([path]) => (0,trusted_folder/* isInFolder */.Gp)(path, folder));
    const ids = wanted.flatMap(([path, { id }]) => ((0,trusted_folder/* trustedKind */.M2)(path, folder) === undefined ? [] : [id]));
    const contents = await (0,blobs/* readAvailable */.G)(repository, ids, trusted_folder/* trustedFileLimit */.bF);
    return wanted.map(([path, { mode, id }]) => ({ path, mode, bytes: contents.get(id) }));
}


/***/ }),

/***/ 85799:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* reexport safe */ _object_missing_objects_error_js__WEBPACK_IMPORTED_MODULE_0__.J),
/* harmony export */   h: () => (/* reexport safe */ _object_missing_objects_error_js__WEBPACK_IMPORTED_MODULE_0__.h)
/* harmony export */ });
/* harmony import */ var _object_missing_objects_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39069);



/***/ }),

/***/ 27974:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F9: () => (/* binding */ joinObjects),
/* harmony export */   IG: () => (/* binding */ noObjects),
/* harmony export */   qv: () => (/* binding */ isNothing)
/* harmony export */ });
/** What an object that grants nothing says. */
const noObjects = { roles: [], bindings: [], memberships: [], unjudged: [] };
/** Whether they grant nothing at all. */
function isNothing({ roles, bindings, memberships, unjudged }) {
    return roles.length + bindings.length + memberships.length + unjudged.length === 0;
}
/** All that several objects say; what two of them share occurs once. */
function joinObjects(parts) {
    const join = (items) => [...new Set(parts.flatMap(items))];
    return {
        roles: join(({ roles }) => roles),
        bindings: join(({ bindings }) => bindings),
        memberships: join(({ memberships }) => memberships),
        unjudged: join(({ unjudged }) => unjudged),
    };
}


/***/ }),

/***/ 56791:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  OJ: () => (/* binding */ defaultRbac),
  Qx: () => (/* binding */ isUserFacing),
  eW: () => (/* binding */ versionNotes)
});

// UNUSED EXPORTS: nearestVersion

// EXTERNAL MODULE: ./build/input-error.js
var input_error = __webpack_require__(53587);
// EXTERNAL MODULE: ./build/rbac/model/label-selector.js
var label_selector = __webpack_require__(78163);
// EXTERNAL MODULE: ./build/rbac/model/pod-constraints.js
var pod_constraints = __webpack_require__(22765);
// EXTERNAL MODULE: ./build/rbac/model/rbac-object.js
var rbac_object = __webpack_require__(14499);
// EXTERNAL MODULE: ./build/rbac/model/rbac-objects.js
var rbac_objects = __webpack_require__(27974);
// EXTERNAL MODULE: ./build/rbac/model/subject.js
var subject = __webpack_require__(84963);
;// CONCATENATED MODULE: ./build/rbac/state/default-rbac.data.js
// Written by .ci/default-rbac.mjs; facts from Kubernetes' plugin/pkg/auth/authorizer/rbac/bootstrappolicy/testdata.
/** The Kubernetes versions whose default roles and bindings are known, oldest first. */
const defaultRbacVersions = ['1.30', '1.31', '1.32', '1.33', '1.34', '1.35'];
/** Bit set of the versions (by index above) that have the object, and the object as JSON. */
const defaultRbacData = [
    [
        1,
        '{"kind":"ClusterRole","name":"system:controller:disruption-controller","rules":[{"apiGroups":["apps","extensions"],"resources":["deployments"],"verbs":["get","list","watch"]},{"apiGroups":["apps","extensions"],"resources":["replicasets"],"verbs":["get","list","watch"]},{"apiGroups":[""],"resources":["replicationcontrollers"],"verbs":["get","list","watch"]},{"apiGroups":["policy"],"resources":["poddisruptionbudgets"],"verbs":["get","list","watch"]},{"apiGroups":["apps"],"resources":["statefulsets"],"verbs":["get","list","watch"]},{"apiGroups":["policy"],"resources":["poddisruptionbudgets/status"],"verbs":["update"]},{"apiGroups":["*"],"resources":["*/scale"],"verbs":["get"]},{"apiGroups":["","events.k8s.io"],"resources":["events"],"verbs":["create","patch","update"]},{"apiGroups":[""],"resources":["pods/status"],"verbs":["patch","update"]}]}',
    ],
    [
        1,
        '{"kind":"ClusterRole","name":"system:controller:node-controller","rules":[{"apiGroups":[""],"resources":["nodes"],"verbs":["delete","get","list","patch","update"]},{"apiGroups":[""],"resources":["nodes/status"],"verbs":["patch","update"]},{"apiGroups":[""],"resources":["pods/status"],"verbs":["patch","update"]},{"apiGroups":[""],"resources":["pods"],"verbs":["delete","list"]},{"apiGroups":["","events.k8s.io"],"resources":["events"],"verbs":["create","patch","update"]},{"apiGroups":[""],"resources":["pods"],"verbs":["get"]}]}',
    ],
    [
        1,
        '{"kind":"ClusterRole","name":"system:kube-scheduler","rules":[{"apiGroups":["","events.k8s.io"],"resources":["events"],"verbs":["create","patch","update"]},{"apiGroups":["coordination.k8s.io"],"resources":["leases"],"verbs":["create"]},{"apiGroups":["coordination.k8s.io"],"resourceNames":["kube-scheduler"],"resources":["leases"],"verbs":["get","update"]},{"apiGroups":[""],"resources":["nodes"],"verbs":["get","list","watch"]},{"apiGroups":[""],"resources":["pods"],"verbs":["delete","get","list","watch"]},{"apiGroups":[""],"resources":["bindings","pods/binding"],"verbs":["create"]},{"apiGroups":[""],"resources":["pods/status"],"verbs":["patch","update"]},{"apiGroups":[""],"resources":["replicationcontrollers","services"],"verbs":["get","list","watch"]},{"apiGroups":["apps","extensions"],"resources":["replicasets"],"verbs":["get","list","watch"]},{"apiGroups":["apps"],"resources":["statefulsets"],"verbs":["get","list","watch"]},{"apiGroups":["policy"],"resources":["poddisruptionbudgets"],"verbs":["get","list","watch"]},{"apiGroups":[""],"resources":["persistentvolumeclaims","persistentvolumes"],"verbs":["get","list","watch"]},{"apiGroups":["authentication.k8s.io"],"resources":["tokenreviews"],"verbs":["create"]},{"apiGroups":["authorization.k8s.io"],"resources":["subjectaccessreviews"],"verbs":["create"]},{"apiGroups":["storage.k8s.io"],"resources":["csinodes"],"verbs":["get","list","watch"]},{"apiGroups":[""],"resources":["namespaces"],"verbs":["get","list","watch"]},{"apiGroups":["storage.k8s.io"],"resources":["csidrivers"],"verbs":["get","list","watch"]},{"apiGroups":["storage.k8s.io"],"resources":["csistoragecapacities"],"verbs":["get","list","watch"]}]}',
    ],
    [
        1,
        '{"kind":"Role","name":"system::leader-locking-kube-controller-manager","namespace":"kube-system","rules":[{"apiGroups":[""],"resources":["configmaps"],"verbs":["watch"]},{"apiGroups":[""],"resourceNames":["kube-controller-manager"],"resources":["configmaps"],"verbs":["get","update"]}]}',
    ],
    [
        1,
        '{"kind":"Role","name":"system::leader-locking-kube-scheduler","namespace":"kube-system","rules":[{"apiGroups":[""],"resources":["configmaps"],"verbs":["watch"]},{"apiGroups":[""],"resourceNames":["kube-scheduler"],"resources":["configmaps"],"verbs":["get","update"]}]}',
    ],
    [
        1,
        '{"kind":"RoleBinding","name":"system::leader-locking-kube-controller-manager","namespace":"kube-system","roleRef":{"kind":"Role","name":"system::leader-locking-kube-controller-manager"},"subjects":[{"kind":"User","name":"system:kube-controller-manager"},{"kind":"ServiceAccount","name":"kube-controller-manager","namespace":"kube-system"}]}',
    ],
    [
        12,
        '{"kind":"ClusterRole","name":"system:kube-scheduler","rules":[{"apiGroups":["","events.k8s.io"],"resources":["events"],"verbs":["create","patch","update"]},{"apiGroups":["coordination.k8s.io"],"resources":["leases"],"verbs":["create"]},{"apiGroups":["coordination.k8s.io"],"resourceNames":["kube-scheduler"],"resources":["leases"],"verbs":["get","list","update","watch"]},{"apiGroups":["coordination.k8s.io"],"resources":["leasecandidates"],"verbs":["create","delete","deletecollection","get","list","patch","update","watch"]},{"apiGroups":[""],"resources":["nodes"],"verbs":["get","list","watch"]},{"apiGroups":[""],"resources":["pods"],"verbs":["delete","get","list","watch"]},{"apiGroups":[""],"resources":["bindings","pods/binding"],"verbs":["create"]},{"apiGroups":[""],"resources":["pods/status"],"verbs":["patch","update"]},{"apiGroups":[""],"resources":["replicationcontrollers","services"],"verbs":["get","list","watch"]},{"apiGroups":["apps","extensions"],"resources":["replicasets"],"verbs":["get","list","watch"]},{"apiGroups":["apps"],"resources":["statefulsets"],"verbs":["get","list","watch"]},{"apiGroups":["policy"],"resources":["poddisruptionbudgets"],"verbs":["get","list","watch"]},{"apiGroups":[""],"resources":["persistentvolumeclaims","persistentvolumes"],"verbs":["get","list","watch"]},{"apiGroups":["authentication.k8s.io"],"resources":["tokenreviews"],"verbs":["create"]},{"apiGroups":["authorization.k8s.io"],"resources":["subjectaccessreviews"],"verbs":["create"]},{"apiGroups":["storage.k8s.io"],"resources":["csinodes"],"verbs":["get","list","watch"]},{"apiGroups":["storage.k8s.io"],"resources":["volumeattachments"],"verbs":["get","list","watch"]},{"apiGroups":[""],"resources":["namespaces"],"verbs":["get","list","watch"]},{"apiGroups":["storage.k8s.io"],"resources":["csidrivers"],"verbs":["get","list","watch"]},{"apiGroups":["storage.k8s.io"],"resources":["csistoragecapacities"],"verbs":["get","list","watch"]}]}',
    ],
    [
        15,
        '{"kind":"ClusterRole","name":"system:aggregate-to-edit","labels":{"rbac.authorization.k8s.io/aggregate-to-edit":"true"},"rules":[{"apiGroups":[""],"resources":["pods/attach","pods/exec","pods/portforward","pods/proxy","secrets","services/proxy"],"verbs":["get","list","watch"]},{"apiGroups":[""],"resources":["serviceaccounts"],"verbs":["impersonate"]},{"apiGroups":[""],"resources":["pods","pods/attach","pods/exec","pods/portforward","pods/proxy"],"verbs":["create","delete","deletecollection","patch","update"]},{"apiGroups":[""],"resources":["pods/eviction"],"verbs":["create"]},{"apiGroups":[""],"resources":["configmaps","events","persistentvolumeclaims","replicationcontrollers","replicationcontrollers/scale","secrets","serviceaccounts","services","services/proxy"],"verbs":["create","delete","deletecollection","patch","update"]},{"apiGroups":[""],"resources":["serviceaccounts/token"],"verbs":["create"]},{"apiGroups":["apps"],"resources":["daemonsets","deployments","deployments/rollback","deployments/scale","replicasets","replicasets/scale","statefulsets","statefulsets/scale"],"verbs":["create","delete","deletecollection","patch","update"]},{"apiGroups":["autoscaling"],"resources":["horizontalpodautoscalers"],"verbs":["create","delete","deletecollection","patch","update"]},{"apiGroups":["batch"],"resources":["cronjobs","jobs"],"verbs":["create","delete","deletecollection","patch","update"]},{"apiGroups":["extensions"],"resources":["daemonsets","deployments","deployments/rollback","deployments/scale","ingresses","networkpolicies","replicasets","replicasets/scale","replicationcontrollers/scale"],"verbs":["create","delete","deletecollection","patch","update"]},{"apiGroups":["policy"],"resources":["poddisruptionbudgets"],"verbs":["create","delete","deletecollection","patch","update"]},{"apiGroups":["networking.k8s.io"],"resources":["ingresses","networkpolicies"],"verbs":["create","delete","deletecollection","patch","update"]},{"apiGroups":["coordination.k8s.io"],"resources":["leases"],"verbs":["create","delete","deletecollection","get","list","patch","update","watch"]}]}',
    ],
    [
        15,
        '{"kind":"ClusterRole","name":"system:aggregate-to-view","labels":{"rbac.authorization.k8s.io/aggregate-to-view":"true"},"rules":[{"apiGroups":[""],"resources":["configmaps","endpoints","persistentvolumeclaims","persistentvolumeclaims/status","pods","replicationcontrollers","replicationcontrollers/scale","serviceaccounts","services","services/status"],"verbs":["get","list","watch"]},{"apiGroups":[""],"resources":["bindings","events","limitranges","namespaces/status","pods/log","pods/status","replicationcontrollers/status","resourcequotas","resourcequotas/status"],"verbs":["get","list","watch"]},{"apiGroups":[""],"resources":["namespaces"],"verbs":["get","list","watch"]},{"apiGroups":["discovery.k8s.io"],"resources":["endpointslices"],"verbs":["get","list","watch"]},{"apiGroups":["apps"],"resources":["controllerrevisions","daemonsets","daemonsets/status","deployments","deployments/scale","deployments/status","replicasets","replicasets/scale","replicasets/status","statefulsets","statefulsets/scale","statefulsets/status"],"verbs":["get","list","watch"]},{"apiGroups":["autoscaling"],"resources":["horizontalpodautoscalers","horizontalpodautoscalers/status"],"verbs":["get","list","watch"]},{"apiGroups":["batch"],"resources":["cronjobs","cronjobs/status","jobs","jobs/status"],"verbs":["get","list","watch"]},{"apiGroups":["extensions"],"resources":["daemonsets","daemonsets/status","deployments","deployments/scale","deployments/status","ingresses","ingresses/status","networkpolicies","replicasets","replicasets/scale","replicasets/status","replicationcontrollers/scale"],"verbs":["get","list","watch"]},{"apiGroups":["policy"],"resources":["poddisruptionbudgets","poddisruptionbudgets/status"],"verbs":["get","list","watch"]},{"apiGroups":["networking.k8s.io"],"resources":["ingresses","ingresses/status","networkpolicies"],"verbs":["get","list","watch"]}]}',
    ],
    [
        15,
        '{"kind":"ClusterRole","name":"system:monitoring","rules":[{"nonResourceURLs":["/healthz","/healthz/*","/livez","/livez/*","/metrics","/metrics/slis","/readyz","/readyz/*"],"verbs":["get"]}]}',
    ],
    [
        15,
        '{"kind":"ClusterRole","name":"system:node","rules":[{"apiGroups":["authentication.k8s.io"],"resources":["tokenreviews"],"verbs":["create"]},{"apiGroups":["authorization.k8s.io"],"resources":["localsubjectaccessreviews","subjectaccessreviews"],"verbs":["create"]},{"apiGroups":[""],"resources":["services"],"verbs":["get","list","watch"]},{"apiGroups":[""],"resources":["nodes"],"verbs":["create","get","list","watch"]},{"apiGroups":[""],"resources":["nodes/status"],"verbs":["patch","update"]},{"apiGroups":[""],"resources":["nodes"],"verbs":["patch","update"]},{"apiGroups":[""],"resources":["events"],"verbs":["create","patch","update"]},{"apiGroups":[""],"resources":["pods"],"verbs":["get","list","watch"]},{"apiGroups":[""],"resources":["pods"],"verbs":["create","delete"]},{"apiGroups":[""],"resources":["pods/status"],"verbs":["patch","update"]},{"apiGroups":[""],"resources":["pods/eviction"],"verbs":["create"]},{"apiGroups":[""],"resources":["configmaps","secrets"],"verbs":["get","list","watch"]},{"apiGroups":[""],"resources":["persistentvolumeclaims","persistentvolumes"],"verbs":["get"]},{"apiGroups":[""],"resources":["endpoints"],"verbs":["get"]},{"apiGroups":["certificates.k8s.io"],"resources":["certificatesigningrequests"],"verbs":["create","get","list","watch"]},{"apiGroups":["coordination.k8s.io"],"resources":["leases"],"verbs":["create","delete","get","patch","update"]},{"apiGroups":["storage.k8s.io"],"resources":["volumeattachments"],"verbs":["get"]},{"apiGroups":[""],"resources":["serviceaccounts/token"],"verbs":["create"]},{"apiGroups":[""],"resources":["persistentvolumeclaims/status"],"verbs":["get","patch","update"]},{"apiGroups":["storage.k8s.io"],"resources":["csidrivers"],"verbs":["get","list","watch"]},{"apiGroups":["storage.k8s.io"],"resources":["csinodes"],"verbs":["create","delete","get","patch","update"]},{"apiGroups":["node.k8s.io"],"resources":["runtimeclasses"],"verbs":["get","list","watch"]}]}',
    ],
    [
        16,
        '{"kind":"ClusterRole","name":"system:aggregate-to-edit","labels":{"rbac.authorization.k8s.io/aggregate-to-edit":"true"},"rules":[{"apiGroups":[""],"resources":["pods/attach","pods/exec","pods/portforward","pods/proxy","secrets","services/proxy"],"verbs":["get","list","watch"]},{"apiGroups":[""],"resources":["serviceaccounts"],"verbs":["impersonate"]},{"apiGroups":[""],"resources":["pods","pods/attach","pods/exec","pods/portforward","pods/proxy"],"verbs":["create","delete","deletecollection","patch","update"]},{"apiGroups":[""],"resources":["pods/eviction"],"verbs":["create"]},{"apiGroups":[""],"resources":["configmaps","events","persistentvolumeclaims","replicationcontrollers","replicationcontrollers/scale","secrets","serviceaccounts","services","services/proxy"],"verbs":["create","delete","deletecollection","patch","update"]},{"apiGroups":[""],"resources":["serviceaccounts/token"],"verbs":["create"]},{"apiGroups":["apps"],"resources":["daemonsets","deployments","deployments/rollback","deployments/scale","replicasets","replicasets/scale","statefulsets","statefulsets/scale"],"verbs":["create","delete","deletecollection","patch","update"]},{"apiGroups":["autoscaling"],"resources":["horizontalpodautoscalers"],"verbs":["create","delete","deletecollection","patch","update"]},{"apiGroups":["batch"],"resources":["cronjobs","jobs"],"verbs":["create","delete","deletecollection","patch","update"]},{"apiGroups":["extensions"],"resources":["daemonsets","deployments","deployments/rollback","deployments/scale","ingresses","networkpolicies","replicasets","replicasets/scale","replicationcontrollers/scale"],"verbs":["create","delete","deletecollection","patch","update"]},{"apiGroups":["policy"],"resources":["poddisruptionbudgets"],"verbs":["create","delete","deletecollection","patch","update"]},{"apiGroups":["networking.k8s.io"],"resources":["ingresses","networkpolicies"],"verbs":["create","delete","deletecollection","patch","update"]},{"apiGroups":["coordination.k8s.io"],"resources":["leases"],"verbs":["create","delete","deletecollection","get","list","patch","update","watch"]},{"apiGroups":["resource.k8s.io"],"resources":["resourceclaims","resourceclaimtemplates"],"verbs":["create","delete","deletecollection","patch","update"]}]}',
    ],
    [
        16,
        '{"kind":"ClusterRole","name":"system:aggregate-to-view","labels":{"rbac.authorization.k8s.io/aggregate-to-view":"true"},"rules":[{"apiGroups":[""],"resources":["configmaps","endpoints","persistentvolumeclaims","persistentvolumeclaims/status","pods","replicationcontrollers","replicationcontrollers/scale","serviceaccounts","services","services/status"],"verbs":["get","list","watch"]},{"apiGroups":[""],"resources":["bindings","events","limitranges","namespaces/status","pods/log","pods/status","replicationcontrollers/status","resourcequotas","resourcequotas/status"],"verbs":["get","list","watch"]},{"apiGroups":[""],"resources":["namespaces"],"verbs":["get","list","watch"]},{"apiGroups":["discovery.k8s.io"],"resources":["endpointslices"],"verbs":["get","list","watch"]},{"apiGroups":["apps"],"resources":["controllerrevisions","daemonsets","daemonsets/status","deployments","deployments/scale","deployments/status","replicasets","replicasets/scale","replicasets/status","statefulsets","statefulsets/scale","statefulsets/status"],"verbs":["get","list","watch"]},{"apiGroups":["autoscaling"],"resources":["horizontalpodautoscalers","horizontalpodautoscalers/status"],"verbs":["get","list","watch"]},{"apiGroups":["batch"],"resources":["cronjobs","cronjobs/status","jobs","jobs/status"],"verbs":["get","list","watch"]},{"apiGroups":["extensions"],"resources":["daemonsets","daemonsets/status","deployments","deployments/scale","deployments/status","ingresses","ingresses/status","networkpolicies","replicasets","replicasets/scale","replicasets/status","replicationcontrollers/scale"],"verbs":["get","list","watch"]},{"apiGroups":["policy"],"resources":["poddisruptionbudgets","poddisruptionbudgets/status"],"verbs":["get","list","watch"]},{"apiGroups":["networking.k8s.io"],"resources":["ingresses","ingresses/status","networkpolicies"],"verbs":["get","list","watch"]},{"apiGroups":["resource.k8s.io"],"resources":["resourceclaims","resourceclaims/status","resourceclaimtemplates"],"verbs":["get","list","watch"]}]}',
    ],
    [
        16,
        '{"kind":"ClusterRole","name":"system:node","rules":[{"apiGroups":["authentication.k8s.io"],"resources":["tokenreviews"],"verbs":["create"]},{"apiGroups":["authorization.k8s.io"],"resources":["localsubjectaccessreviews","subjectaccessreviews"],"verbs":["create"]},{"apiGroups":[""],"resources":["services"],"verbs":["get","list","watch"]},{"apiGroups":[""],"resources":["nodes"],"verbs":["create","get","list","watch"]},{"apiGroups":[""],"resources":["nodes/status"],"verbs":["patch","update"]},{"apiGroups":[""],"resources":["nodes"],"verbs":["patch","update"]},{"apiGroups":[""],"resources":["events"],"verbs":["create","patch","update"]},{"apiGroups":[""],"resources":["pods"],"verbs":["get","list","watch"]},{"apiGroups":[""],"resources":["pods"],"verbs":["create","delete"]},{"apiGroups":[""],"resources":["pods/status"],"verbs":["patch","update"]},{"apiGroups":[""],"resources":["pods/eviction"],"verbs":["create"]},{"apiGroups":[""],"resources":["configmaps","secrets"],"verbs":["get","list","watch"]},{"apiGroups":[""],"resources":["persistentvolumeclaims","persistentvolumes"],"verbs":["get"]},{"apiGroups":[""],"resources":["endpoints"],"verbs":["get"]},{"apiGroups":["certificates.k8s.io"],"resources":["certificatesigningrequests"],"verbs":["create","get","list","watch"]},{"apiGroups":["coordination.k8s.io"],"resources":["leases"],"verbs":["create","delete","get","patch","update"]},{"apiGroups":["storage.k8s.io"],"resources":["volumeattachments"],"verbs":["get"]},{"apiGroups":[""],"resources":["serviceaccounts/token"],"verbs":["create"]},{"apiGroups":[""],"resources":["persistentvolumeclaims/status"],"verbs":["get","patch","update"]},{"apiGroups":["storage.k8s.io"],"resources":["csidrivers"],"verbs":["get","list","watch"]},{"apiGroups":["storage.k8s.io"],"resources":["csinodes"],"verbs":["create","delete","get","patch","update"]},{"apiGroups":["node.k8s.io"],"resources":["runtimeclasses"],"verbs":["get","list","watch"]},{"apiGroups":["resource.k8s.io"],"resources":["resourceclaims"],"verbs":["get"]},{"apiGroups":["resource.k8s.io"],"resources":["resourceslices"],"verbs":["deletecollection"]},{"apiGroups":[""],"resources":["serviceaccounts"],"verbs":["get"]}]}',
    ],
    [
        2,
        '{"kind":"ClusterRole","name":"system:kube-scheduler","rules":[{"apiGroups":["","events.k8s.io"],"resources":["events"],"verbs":["create","patch","update"]},{"apiGroups":["coordination.k8s.io"],"resources":["leases"],"verbs":["create"]},{"apiGroups":["coordination.k8s.io"],"resourceNames":["kube-scheduler"],"resources":["leases"],"verbs":["get","list","update","watch"]},{"apiGroups":["coordination.k8s.io"],"resources":["leasecandidates"],"verbs":["create","delete","deletecollection","get","list","patch","update","watch"]},{"apiGroups":[""],"resources":["nodes"],"verbs":["get","list","watch"]},{"apiGroups":[""],"resources":["pods"],"verbs":["delete","get","list","watch"]},{"apiGroups":[""],"resources":["bindings","pods/binding"],"verbs":["create"]},{"apiGroups":[""],"resources":["pods/status"],"verbs":["patch","update"]},{"apiGroups":[""],"resources":["replicationcontrollers","services"],"verbs":["get","list","watch"]},{"apiGroups":["apps","extensions"],"resources":["replicasets"],"verbs":["get","list","watch"]},{"apiGroups":["apps"],"resources":["statefulsets"],"verbs":["get","list","watch"]},{"apiGroups":["policy"],"resources":["poddisruptionbudgets"],"verbs":["get","list","watch"]},{"apiGroups":[""],"resources":["persistentvolumeclaims","persistentvolumes"],"verbs":["get","list","watch"]},{"apiGroups":["authentication.k8s.io"],"resources":["tokenreviews"],"verbs":["create"]},{"apiGroups":["authorization.k8s.io"],"resources":["subjectaccessreviews"],"verbs":["create"]},{"apiGroups":["storage.k8s.io"],"resources":["csinodes"],"verbs":["get","list","watch"]},{"apiGroups":[""],"resources":["namespaces"],"verbs":["get","list","watch"]},{"apiGroups":["storage.k8s.io"],"resources":["csidrivers"],"verbs":["get","list","watch"]},{"apiGroups":["storage.k8s.io"],"resources":["csistoragecapacities"],"verbs":["get","list","watch"]}]}',
    ],
    [
        28,
        '{"kind":"ClusterRole","name":"system:controller:statefulset-controller","rules":[{"apiGroups":[""],"resources":["pods"],"verbs":["list","watch"]},{"apiGroups":["apps"],"resources":["statefulsets"],"verbs":["get","list","watch"]},{"apiGroups":["apps"],"resources":["statefulsets/status"],"verbs":["update"]},{"apiGroups":["apps"],"resources":["statefulsets/finalizers"],"verbs":["update"]},{"apiGroups":[""],"resources":["pods"],"verbs":["create","delete","get","patch","update"]},{"apiGroups":["apps"],"resources":["controllerrevisions"],"verbs":["create","delete","get","list","patch","update","watch"]},{"apiGroups":[""],"resources":["persistentvolumeclaims"],"verbs":["create","get","list","watch"]},{"apiGroups":["","events.k8s.io"],"resources":["events"],"verbs":["create","patch","update"]},{"apiGroups":[""],"resources":["persistentvolumeclaims"],"verbs":["delete","update"]},{"apiGroups":[""],"resources":["pods/finalizers"],"verbs":["update"]}]}',
    ],
    [
        3,
        '{"kind":"ClusterRole","name":"system:controller:expand-controller","rules":[{"apiGroups":[""],"resources":["persistentvolumes"],"verbs":["get","list","patch","update","watch"]},{"apiGroups":[""],"resources":["persistentvolumeclaims/status"],"verbs":["patch","update"]},{"apiGroups":[""],"resources":["persistentvolumeclaims"],"verbs":["get","list","watch"]},{"apiGroups":["storage.k8s.io"],"resources":["storageclasses"],"verbs":["get","list","watch"]},{"apiGroups":[""],"resources":["endpoints","services"],"verbs":["get"]},{"apiGroups":[""],"resources":["secrets"],"verbs":["get"]},{"apiGroups":["","events.k8s.io"],"resources":["events"],"verbs":["create","patch","update"]}]}',
    ],
    [
        3,
        '{"kind":"ClusterRole","name":"system:controller:persistent-volume-binder","rules":[{"apiGroups":[""],"resources":["persistentvolumes"],"verbs":["create","delete","get","list","update","watch"]},{"apiGroups":[""],"resources":["persistentvolumes/status"],"verbs":["update"]},{"apiGroups":[""],"resources":["persistentvolumeclaims"],"verbs":["get","list","update","watch"]},{"apiGroups":[""],"resources":["persistentvolumeclaims/status"],"verbs":["update"]},{"apiGroups":[""],"resources":["pods"],"verbs":["create","delete","get","list","watch"]},{"apiGroups":["storage.k8s.io"],"resources":["storageclasses"],"verbs":["get","list","watch"]},{"apiGroups":[""],"resources":["endpoints"],"verbs":["create","delete","get","update"]},{"apiGroups":[""],"resources":["services"],"verbs":["create","delete","get"]},{"apiGroups":[""],"resources":["secrets"],"verbs":["get"]},{"apiGroups":[""],"resources":["nodes"],"verbs":["get","list"]},{"apiGroups":[""],"resources":["events"],"verbs":["watch"]},{"apiGroups":["","events.k8s.io"],"resources":["events"],"verbs":["create","patch","update"]}]}',
    ],
    [
        3,
        '{"kind":"ClusterRole","name":"system:controller:statefulset-controller","rules":[{"apiGroups":[""],"resources":["pods"],"verbs":["list","watch"]},{"apiGroups":["apps"],"resources":["statefulsets"],"verbs":["get","list","watch"]},{"apiGroups":["apps"],"resources":["statefulsets/status"],"verbs":["update"]},{"apiGroups":["apps"],"resources":["statefulsets/finalizers"],"verbs":["update"]},{"apiGroups":[""],"resources":["pods"],"verbs":["create","delete","get","patch","update"]},{"apiGroups":["apps"],"resources":["controllerrevisions"],"verbs":["create","delete","get","list","patch","update","watch"]},{"apiGroups":[""],"resources":["persistentvolumeclaims"],"verbs":["create","get"]},{"apiGroups":["","events.k8s.io"],"resources":["events"],"verbs":["create","patch","update"]},{"apiGroups":[""],"resources":["persistentvolumeclaims"],"verbs":["delete","update"]}]}',
    ],
    [
        30,
        '{"kind":"Role","name":"system::leader-locking-kube-controller-manager","namespace":"kube-system","rules":[{"apiGroups":[""],"resources":["configmaps"],"verbs":["watch"]},{"apiGroups":[""],"resourceNames":["kube-controller-manager"],"resources":["configmaps"],"verbs":["get","update"]},{"apiGroups":["coordination.k8s.io"],"resources":["leases"],"verbs":["create","get","list","update","watch"]},{"apiGroups":["coordination.k8s.io"],"resources":["leasecandidates"],"verbs":["create","get","list","update","watch"]}]}',
    ],
    [
        30,
        '{"kind":"Role","name":"system::leader-locking-kube-scheduler","namespace":"kube-system","rules":[{"apiGroups":[""],"resources":["configmaps"],"verbs":["watch"]},{"apiGroups":[""],"resourceNames":["kube-scheduler"],"resources":["configmaps"],"verbs":["get","update"]},{"apiGroups":["coordination.k8s.io"],"resources":["leases"],"verbs":["create","get","list","update","watch"]},{"apiGroups":["coordination.k8s.io"],"resources":["leasecandidates"],"verbs":["create","get","list","update","watch"]}]}',
    ],
    [
        32,
        '{"kind":"ClusterRole","name":"system:aggregate-to-edit","labels":{"rbac.authorization.k8s.io/aggregate-to-edit":"true"},"rules":[{"apiGroups":[""],"resources":["pods/attach","pods/exec","pods/portforward","pods/proxy","secrets","services/proxy"],"verbs":["get","list","watch"]},{"apiGroups":[""],"resources":["serviceaccounts"],"verbs":["impersonate"]},{"apiGroups":[""],"resources":["pods","pods/attach","pods/exec","pods/portforward","pods/proxy"],"verbs":["create","delete","deletecollection","patch","update"]},{"apiGroups":[""],"resources":["pods/eviction"],"verbs":["create"]},{"apiGroups":[""],"resources":["configmaps","persistentvolumeclaims","replicationcontrollers","replicationcontrollers/scale","secrets","serviceaccounts","services","services/proxy"],"verbs":["create","delete","deletecollection","patch","update"]},{"apiGroups":[""],"resources":["serviceaccounts/token"],"verbs":["create"]},{"apiGroups":["","events.k8s.io"],"resources":["events"],"verbs":["create","delete","deletecollection","patch","update"]},{"apiGroups":["apps"],"resources":["daemonsets","deployments","deployments/rollback","deployments/scale","replicasets","replicasets/scale","statefulsets","statefulsets/scale"],"verbs":["create","delete","deletecollection","patch","update"]},{"apiGroups":["autoscaling"],"resources":["horizontalpodautoscalers"],"verbs":["create","delete","deletecollection","patch","update"]},{"apiGroups":["batch"],"resources":["cronjobs","jobs"],"verbs":["create","delete","deletecollection","patch","update"]},{"apiGroups":["extensions"],"resources":["daemonsets","deployments","deployments/rollback","deployments/scale","ingresses","networkpolicies","replicasets","replicasets/scale","replicationcontrollers/scale"],"verbs":["create","delete","deletecollection","patch","update"]},{"apiGroups":["policy"],"resources":["poddisruptionbudgets"],"verbs":["create","delete","deletecollection","patch","update"]},{"apiGroups":["networking.k8s.io"],"resources":["ingresses","networkpolicies"],"verbs":["create","delete","deletecollection","patch","update"]},{"apiGroups":["coordination.k8s.io"],"resources":["leases"],"verbs":["create","delete","deletecollection","get","list","patch","update","watch"]},{"apiGroups":["resource.k8s.io"],"resources":["resourceclaims","resourceclaimtemplates"],"verbs":["create","delete","deletecollection","patch","update"]}]}',
    ],
    [
        32,
        '{"kind":"ClusterRole","name":"system:aggregate-to-view","labels":{"rbac.authorization.k8s.io/aggregate-to-view":"true"},"rules":[{"apiGroups":[""],"resources":["configmaps","endpoints","persistentvolumeclaims","persistentvolumeclaims/status","pods","replicationcontrollers","replicationcontrollers/scale","serviceaccounts","services","services/status"],"verbs":["get","list","watch"]},{"apiGroups":[""],"resources":["bindings","limitranges","namespaces/status","pods/log","pods/status","replicationcontrollers/status","resourcequotas","resourcequotas/status"],"verbs":["get","list","watch"]},{"apiGroups":[""],"resources":["namespaces"],"verbs":["get","list","watch"]},{"apiGroups":["","events.k8s.io"],"resources":["events"],"verbs":["get","list","watch"]},{"apiGroups":["discovery.k8s.io"],"resources":["endpointslices"],"verbs":["get","list","watch"]},{"apiGroups":["apps"],"resources":["controllerrevisions","daemonsets","daemonsets/status","deployments","deployments/scale","deployments/status","replicasets","replicasets/scale","replicasets/status","statefulsets","statefulsets/scale","statefulsets/status"],"verbs":["get","list","watch"]},{"apiGroups":["autoscaling"],"resources":["horizontalpodautoscalers","horizontalpodautoscalers/status"],"verbs":["get","list","watch"]},{"apiGroups":["batch"],"resources":["cronjobs","cronjobs/status","jobs","jobs/status"],"verbs":["get","list","watch"]},{"apiGroups":["extensions"],"resources":["daemonsets","daemonsets/status","deployments","deployments/scale","deployments/status","ingresses","ingresses/status","networkpolicies","replicasets","replicasets/scale","replicasets/status","replicationcontrollers/scale"],"verbs":["get","list","watch"]},{"apiGroups":["policy"],"resources":["poddisruptionbudgets","poddisruptionbudgets/status"],"verbs":["get","list","watch"]},{"apiGroups":["networking.k8s.io"],"resources":["ingresses","ingresses/status","networkpolicies"],"verbs":["get","list","watch"]},{"apiGroups":["resource.k8s.io"],"resources":["resourceclaims","resourceclaims/status","resourceclaimtemplates"],"verbs":["get","list","watch"]}]}',
    ],
    [
        32,
        '{"kind":"ClusterRole","name":"system:controller:statefulset-controller","rules":[{"apiGroups":[""],"resources":["pods"],"verbs":["list","watch"]},{"apiGroups":["apps"],"resources":["statefulsets"],"verbs":["get","list","watch"]},{"apiGroups":["apps"],"resources":["statefulsets/status"],"verbs":["update"]},{"apiGroups":["apps"],"resources":["statefulsets/finalizers"],"verbs":["update"]},{"apiGroups":[""],"resources":["pods"],"verbs":["create","delete","get","patch","update"]},{"apiGroups":["apps"],"resources":["controllerrevisions"],"verbs":["create","delete","get","list","patch","update","watch"]},{"apiGroups":[""],"resources":["persistentvolumeclaims"],"verbs":["create","get","list","watch"]},{"apiGroups":[""],"resources":["persistentvolumeclaims"],"verbs":["delete","update"]},{"apiGroups":[""],"resources":["pods/finalizers"],"verbs":["update"]},{"apiGroups":["","events.k8s.io"],"resources":["events"],"verbs":["create","patch","update"]}]}',
    ],
    [
        32,
        '{"kind":"ClusterRole","name":"system:node","rules":[{"apiGroups":["authentication.k8s.io"],"resources":["tokenreviews"],"verbs":["create"]},{"apiGroups":["authorization.k8s.io"],"resources":["localsubjectaccessreviews","subjectaccessreviews"],"verbs":["create"]},{"apiGroups":[""],"resources":["services"],"verbs":["get","list","watch"]},{"apiGroups":[""],"resources":["nodes"],"verbs":["create","get","list","watch"]},{"apiGroups":[""],"resources":["nodes/status"],"verbs":["patch","update"]},{"apiGroups":[""],"resources":["nodes"],"verbs":["patch","update"]},{"apiGroups":["","events.k8s.io"],"resources":["events"],"verbs":["create","patch","update"]},{"apiGroups":[""],"resources":["pods"],"verbs":["get","list","watch"]},{"apiGroups":[""],"resources":["pods"],"verbs":["create","delete"]},{"apiGroups":[""],"resources":["pods/status"],"verbs":["patch","update"]},{"apiGroups":[""],"resources":["pods/eviction"],"verbs":["create"]},{"apiGroups":[""],"resources":["configmaps","secrets"],"verbs":["get","list","watch"]},{"apiGroups":[""],"resources":["persistentvolumeclaims","persistentvolumes"],"verbs":["get"]},{"apiGroups":[""],"resources":["endpoints"],"verbs":["get"]},{"apiGroups":["certificates.k8s.io"],"resources":["certificatesigningrequests"],"verbs":["create","get","list","watch"]},{"apiGroups":["coordination.k8s.io"],"resources":["leases"],"verbs":["create","delete","get","patch","update"]},{"apiGroups":["storage.k8s.io"],"resources":["volumeattachments"],"verbs":["get"]},{"apiGroups":[""],"resources":["serviceaccounts/token"],"verbs":["create"]},{"apiGroups":[""],"resources":["persistentvolumeclaims/status"],"verbs":["get","patch","update"]},{"apiGroups":["storage.k8s.io"],"resources":["csidrivers"],"verbs":["get","list","watch"]},{"apiGroups":["storage.k8s.io"],"resources":["csinodes"],"verbs":["create","delete","get","patch","update"]},{"apiGroups":["node.k8s.io"],"resources":["runtimeclasses"],"verbs":["get","list","watch"]},{"apiGroups":["resource.k8s.io"],"resources":["resourceclaims"],"verbs":["get"]},{"apiGroups":["resource.k8s.io"],"resources":["resourceslices"],"verbs":["deletecollection"]},{"apiGroups":[""],"resources":["serviceaccounts"],"verbs":["get"]}]}',
    ],
    [
        32,
        '{"kind":"Role","name":"system::leader-locking-kube-controller-manager","namespace":"kube-system","rules":[{"apiGroups":["coordination.k8s.io"],"resources":["leases"],"verbs":["create","get","list","update","watch"]},{"apiGroups":["coordination.k8s.io"],"resources":["leasecandidates"],"verbs":["create","get","list","update","watch"]}]}',
    ],
    [
        32,
        '{"kind":"Role","name":"system::leader-locking-kube-scheduler","namespace":"kube-system","rules":[{"apiGroups":["coordination.k8s.io"],"resources":["leases"],"verbs":["create","get","list","update","watch"]},{"apiGroups":["coordination.k8s.io"],"resources":["leasecandidates"],"verbs":["create","get","list","update","watch"]}]}',
    ],
    [
        48,
        '{"kind":"ClusterRole","name":"system:controller:resource-claim-controller","rules":[{"apiGroups":[""],"resources":["pods"],"verbs":["get","list","watch"]},{"apiGroups":[""],"resources":["pods/finalizers"],"verbs":["update"]},{"apiGroups":["resource.k8s.io"],"resources":["resourceclaims"],"verbs":["create","delete","get","list","watch"]},{"apiGroups":["resource.k8s.io"],"resources":["resourceclaims","resourceclaims/status"],"verbs":["patch","update"]},{"apiGroups":[""],"resources":["pods/status"],"verbs":["patch","update"]},{"apiGroups":["","events.k8s.io"],"resources":["events"],"verbs":["create","patch","update"]}]}',
    ],
    [
        48,
        '{"kind":"ClusterRole","name":"system:controller:volumeattributesclass-protection-controller","rules":[{"apiGroups":[""],"resources":["persistentvolumeclaims"],"verbs":["get","list","watch"]},{"apiGroups":[""],"resources":["persistentvolumes"],"verbs":["get","list","watch"]},{"apiGroups":["storage.k8s.io"],"resources":["volumeattributesclasses"],"verbs":["get","list","update","watch"]},{"apiGroups":["","events.k8s.io"],"resources":["events"],"verbs":["create","patch","update"]}]}',
    ],
    [
        48,
        '{"kind":"ClusterRole","name":"system:kube-scheduler","rules":[{"apiGroups":["","events.k8s.io"],"resources":["events"],"verbs":["create","patch","update"]},{"apiGroups":["coordination.k8s.io"],"resources":["leases"],"verbs":["create"]},{"apiGroups":["coordination.k8s.io"],"resourceNames":["kube-scheduler"],"resources":["leases"],"verbs":["get","list","update","watch"]},{"apiGroups":["coordination.k8s.io"],"resources":["leasecandidates"],"verbs":["create","delete","deletecollection","get","list","patch","update","watch"]},{"apiGroups":[""],"resources":["nodes"],"verbs":["get","list","watch"]},{"apiGroups":[""],"resources":["pods"],"verbs":["delete","get","list","watch"]},{"apiGroups":[""],"resources":["bindings","pods/binding"],"verbs":["create"]},{"apiGroups":[""],"resources":["pods/status"],"verbs":["patch","update"]},{"apiGroups":[""],"resources":["replicationcontrollers","services"],"verbs":["get","list","watch"]},{"apiGroups":["apps","extensions"],"resources":["replicasets"],"verbs":["get","list","watch"]},{"apiGroups":["apps"],"resources":["statefulsets"],"verbs":["get","list","watch"]},{"apiGroups":["policy"],"resources":["poddisruptionbudgets"],"verbs":["get","list","watch"]},{"apiGroups":[""],"resources":["persistentvolumeclaims","persistentvolumes"],"verbs":["get","list","watch"]},{"apiGroups":["authentication.k8s.io"],"resources":["tokenreviews"],"verbs":["create"]},{"apiGroups":["authorization.k8s.io"],"resources":["subjectaccessreviews"],"verbs":["create"]},{"apiGroups":["storage.k8s.io"],"resources":["csinodes"],"verbs":["get","list","watch"]},{"apiGroups":["storage.k8s.io"],"resources":["volumeattachments"],"verbs":["get","list","watch"]},{"apiGroups":[""],"resources":["namespaces"],"verbs":["get","list","watch"]},{"apiGroups":["storage.k8s.io"],"resources":["csidrivers"],"verbs":["get","list","watch"]},{"apiGroups":["storage.k8s.io"],"resources":["csistoragecapacities"],"verbs":["get","list","watch"]},{"apiGroups":["resource.k8s.io"],"resources":["deviceclasses"],"verbs":["get","list","watch"]},{"apiGroups":["resource.k8s.io"],"resources":["resourceclaims"],"verbs":["get","list","patch","update","watch"]},{"apiGroups":["resource.k8s.io"],"resources":["resourceclaims/status"],"verbs":["get","list","patch","update","watch"]},{"apiGroups":[""],"resources":["pods/finalizers"],"verbs":["update"]},{"apiGroups":["resource.k8s.io"],"resources":["resourceslices"],"verbs":["get","list","watch"]}]}',
    ],
    [
        48,
        '{"kind":"ClusterRole","name":"system:monitoring","rules":[{"nonResourceURLs":["/healthz","/healthz/*","/livez","/livez/*","/metrics","/metrics/slis","/readyz","/readyz/*"],"verbs":["get"]},{"apiGroups":[""],"resources":["nodes/metrics"],"verbs":["get"]}]}',
    ],
    [
        48,
        '{"kind":"ClusterRoleBinding","name":"system:controller:resource-claim-controller","roleRef":{"kind":"ClusterRole","name":"system:controller:resource-claim-controller"},"subjects":[{"kind":"ServiceAccount","name":"resource-claim-controller","namespace":"kube-system"}]}',
    ],
    [
        48,
        '{"kind":"ClusterRoleBinding","name":"system:controller:volumeattributesclass-protection-controller","roleRef":{"kind":"ClusterRole","name":"system:controller:volumeattributesclass-protection-controller"},"subjects":[{"kind":"ServiceAccount","name":"volumeattributesclass-protection-controller","namespace":"kube-system"}]}',
    ],
    [
        56,
        '{"kind":"ClusterRole","name":"system:controller:cronjob-controller","rules":[{"apiGroups":["batch"],"resources":["cronjobs"],"verbs":["get","list","update","watch"]},{"apiGroups":["batch"],"resources":["jobs"],"verbs":["create","delete","get","list","patch","update","watch"]},{"apiGroups":["batch"],"resources":["cronjobs/status"],"verbs":["update"]},{"apiGroups":["batch"],"resources":["cronjobs/finalizers"],"verbs":["update"]},{"apiGroups":[""],"resources":["pods"],"verbs":["delete","list","watch"]},{"apiGroups":["","events.k8s.io"],"resources":["events"],"verbs":["create","patch","update"]}]}',
    ],
    [
        56,
        '{"kind":"ClusterRole","name":"system:controller:endpoint-controller","rules":[{"apiGroups":[""],"resources":["pods","services"],"verbs":["get","list","watch"]},{"apiGroups":[""],"resources":["endpoints"],"verbs":["create","delete","get","list","update","watch"]},{"apiGroups":[""],"resources":["endpoints/restricted"],"verbs":["create"]},{"apiGroups":["","events.k8s.io"],"resources":["events"],"verbs":["create","patch","update"]}]}',
    ],
    [
        56,
        '{"kind":"ClusterRole","name":"system:controller:endpointslice-controller","rules":[{"apiGroups":[""],"resources":["nodes","pods","services"],"verbs":["get","list","watch"]},{"apiGroups":[""],"resources":["services/finalizers"],"verbs":["update"]},{"apiGroups":["discovery.k8s.io"],"resources":["endpointslices"],"verbs":["create","delete","get","list","update","watch"]},{"apiGroups":["","events.k8s.io"],"resources":["events"],"verbs":["create","patch","update"]}]}',
    ],
    [
        56,
        '{"kind":"ClusterRole","name":"system:controller:endpointslicemirroring-controller","rules":[{"apiGroups":[""],"resources":["endpoints","services"],"verbs":["get","list","watch"]},{"apiGroups":[""],"resources":["services/finalizers"],"verbs":["update"]},{"apiGroups":[""],"resources":["endpoints/finalizers"],"verbs":["update"]},{"apiGroups":["discovery.k8s.io"],"resources":["endpointslices"],"verbs":["create","delete","get","list","update","watch"]},{"apiGroups":["","events.k8s.io"],"resources":["events"],"verbs":["create","patch","update"]}]}',
    ],
    [
        56,
        '{"kind":"ClusterRole","name":"system:controller:horizontal-pod-autoscaler","rules":[{"apiGroups":["autoscaling"],"resources":["horizontalpodautoscalers"],"verbs":["get","list","watch"]},{"apiGroups":["autoscaling"],"resources":["horizontalpodautoscalers/status"],"verbs":["update"]},{"apiGroups":["*"],"resources":["*/scale"],"verbs":["get","update"]},{"apiGroups":[""],"resources":["pods"],"verbs":["list","watch"]},{"apiGroups":["metrics.k8s.io"],"resources":["pods"],"verbs":["list","watch"]},{"apiGroups":["custom.metrics.k8s.io"],"resources":["*"],"verbs":["get","list","watch"]},{"apiGroups":["external.metrics.k8s.io"],"resources":["*"],"verbs":["get","list","watch"]},{"apiGroups":["","events.k8s.io"],"resources":["events"],"verbs":["create","patch","update"]}]}',
    ],
    [
        56,
        '{"kind":"ClusterRole","name":"system:controller:namespace-controller","rules":[{"apiGroups":[""],"resources":["namespaces"],"verbs":["delete","get","list","watch"]},{"apiGroups":[""],"resources":["namespaces/finalize","namespaces/status"],"verbs":["update"]},{"apiGroups":["*"],"resources":["*"],"verbs":["delete","deletecollection","get","list","watch"]}]}',
    ],
    [
        56,
        '{"kind":"ClusterRole","name":"system:controller:node-controller","rules":[{"apiGroups":[""],"resources":["nodes"],"verbs":["delete","get","list","patch","update","watch"]},{"apiGroups":[""],"resources":["nodes/status"],"verbs":["patch","update"]},{"apiGroups":[""],"resources":["pods/status"],"verbs":["patch","update"]},{"apiGroups":[""],"resources":["pods"],"verbs":["delete","get","list","watch"]},{"apiGroups":["","events.k8s.io"],"resources":["events"],"verbs":["create","patch","update"]}]}',
    ],
    [
        56,
        '{"kind":"ClusterRole","name":"system:controller:pod-garbage-collector","rules":[{"apiGroups":[""],"resources":["pods"],"verbs":["delete","list","watch"]},{"apiGroups":[""],"resources":["nodes"],"verbs":["get","list","watch"]},{"apiGroups":[""],"resources":["pods/status"],"verbs":["patch"]}]}',
    ],
    [
        56,
        '{"kind":"ClusterRole","name":"system:controller:selinux-warning-controller","rules":[{"apiGroups":["","events.k8s.io"],"resources":["events"],"verbs":["create","patch","update"]},{"apiGroups":[""],"resources":["persistentvolumes"],"verbs":["get","list","watch"]},{"apiGroups":[""],"resources":["persistentvolumeclaims"],"verbs":["get","list","watch"]},{"apiGroups":[""],"resources":["pods"],"verbs":["get","list","watch"]},{"apiGroups":["storage.k8s.io"],"resources":["csidrivers"],"verbs":["get","list","watch"]}]}',
    ],
    [
        56,
        '{"kind":"ClusterRole","name":"system:controller:service-cidrs-controller","rules":[{"apiGroups":["networking.k8s.io"],"resources":["servicecidrs"],"verbs":["get","list","patch","update","watch"]},{"apiGroups":["networking.k8s.io"],"resources":["servicecidrs/finalizers"],"verbs":["patch","update"]},{"apiGroups":["networking.k8s.io"],"resources":["servicecidrs/status"],"verbs":["patch","update"]},{"apiGroups":["networking.k8s.io"],"resources":["ipaddresses"],"verbs":["get","list","watch"]},{"apiGroups":["","events.k8s.io"],"resources":["events"],"verbs":["create","patch","update"]}]}',
    ],
    [
        56,
        '{"kind":"ClusterRole","name":"system:kubelet-api-admin","rules":[{"apiGroups":[""],"resources":["nodes"],"verbs":["get","list","watch"]},{"apiGroups":[""],"resources":["nodes"],"verbs":["proxy"]},{"apiGroups":[""],"resources":["nodes/log","nodes/metrics","nodes/proxy","nodes/stats"],"verbs":["*"]},{"apiGroups":[""],"resources":["nodes/configz","nodes/healthz","nodes/pods"],"verbs":["*"]}]}',
    ],
    [
        56,
        '{"kind":"ClusterRole","name":"system:node-proxier","rules":[{"apiGroups":[""],"resources":["endpoints","services"],"verbs":["list","watch"]},{"apiGroups":[""],"resources":["nodes"],"verbs":["get","list","watch"]},{"apiGroups":["","events.k8s.io"],"resources":["events"],"verbs":["create","patch","update"]},{"apiGroups":["networking.k8s.io"],"resources":["servicecidrs"],"verbs":["list","watch"]},{"apiGroups":["discovery.k8s.io"],"resources":["endpointslices"],"verbs":["list","watch"]}]}',
    ],
    [
        56,
        '{"kind":"ClusterRoleBinding","name":"system:controller:selinux-warning-controller","roleRef":{"kind":"ClusterRole","name":"system:controller:selinux-warning-controller"},"subjects":[{"kind":"ServiceAccount","name":"selinux-warning-controller","namespace":"kube-system"}]}',
    ],
    [
        56,
        '{"kind":"ClusterRoleBinding","name":"system:controller:service-cidrs-controller","roleRef":{"kind":"ClusterRole","name":"system:controller:service-cidrs-controller"},"subjects":[{"kind":"ServiceAccount","name":"service-cidrs-controller","namespace":"kube-system"}]}',
    ],
    [
        6,
        '{"kind":"ClusterRole","name":"system:controller:node-controller","rules":[{"apiGroups":[""],"resources":["nodes"],"verbs":["delete","get","list","patch","update"]},{"apiGroups":[""],"resources":["nodes/status"],"verbs":["patch","update"]},{"apiGroups":[""],"resources":["pods/status"],"verbs":["patch","update"]},{"apiGroups":[""],"resources":["pods"],"verbs":["delete","get","list"]},{"apiGroups":["","events.k8s.io"],"resources":["events"],"verbs":["create","patch","update"]}]}',
    ],
    [
        60,
        '{"kind":"ClusterRole","name":"system:controller:expand-controller","rules":[{"apiGroups":[""],"resources":["persistentvolumes"],"verbs":["get","list","patch","update","watch"]},{"apiGroups":[""],"resources":["persistentvolumeclaims/status"],"verbs":["patch","update"]},{"apiGroups":[""],"resources":["persistentvolumeclaims"],"verbs":["get","list","watch"]},{"apiGroups":["","events.k8s.io"],"resources":["events"],"verbs":["create","patch","update"]},{"apiGroups":[""],"resources":["services"],"verbs":["get"]}]}',
    ],
    [
        60,
        '{"kind":"ClusterRole","name":"system:controller:persistent-volume-binder","rules":[{"apiGroups":[""],"resources":["persistentvolumes"],"verbs":["create","delete","get","list","update","watch"]},{"apiGroups":[""],"resources":["persistentvolumes/status"],"verbs":["update"]},{"apiGroups":[""],"resources":["persistentvolumeclaims"],"verbs":["get","list","update","watch"]},{"apiGroups":[""],"resources":["persistentvolumeclaims/status"],"verbs":["update"]},{"apiGroups":[""],"resources":["pods"],"verbs":["create","delete","get","list","watch"]},{"apiGroups":["storage.k8s.io"],"resources":["storageclasses"],"verbs":["get","list","watch"]},{"apiGroups":[""],"resources":["nodes"],"verbs":["list","watch"]},{"apiGroups":["","events.k8s.io"],"resources":["events"],"verbs":["create","patch","update"]},{"apiGroups":[""],"resources":["events"],"verbs":["watch"]},{"apiGroups":[""],"resources":["services"],"verbs":["get"]}]}',
    ],
    [
        62,
        '{"kind":"ClusterRole","name":"system:controller:disruption-controller","rules":[{"apiGroups":["apps","extensions"],"resources":["deployments"],"verbs":["get","list","watch"]},{"apiGroups":["apps","extensions"],"resources":["replicasets"],"verbs":["get","list","watch"]},{"apiGroups":[""],"resources":["replicationcontrollers"],"verbs":["get","list","watch"]},{"apiGroups":["policy"],"resources":["poddisruptionbudgets"],"verbs":["get","list","watch"]},{"apiGroups":["apps"],"resources":["statefulsets"],"verbs":["get","list","watch"]},{"apiGroups":["policy"],"resources":["poddisruptionbudgets/status"],"verbs":["update"]},{"apiGroups":[""],"resources":["pods/status"],"verbs":["patch","update"]},{"apiGroups":["*"],"resources":["*/scale"],"verbs":["get"]},{"apiGroups":["","events.k8s.io"],"resources":["events"],"verbs":["create","patch","update"]}]}',
    ],
    [
        62,
        '{"kind":"RoleBinding","name":"system::leader-locking-kube-controller-manager","namespace":"kube-system","roleRef":{"kind":"Role","name":"system::leader-locking-kube-controller-manager"},"subjects":[{"kind":"User","name":"system:kube-controller-manager"},{"kind":"ServiceAccount","name":"kube-controller-manager","namespace":"kube-system"},{"kind":"ServiceAccount","name":"leader-election-controller","namespace":"kube-system"}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"admin","aggregationRule":{"clusterRoleSelectors":[{"matchLabels":{"rbac.authorization.k8s.io/aggregate-to-admin":"true"}}]}}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"cluster-admin","rules":[{"apiGroups":["*"],"resources":["*"],"verbs":["*"]},{"nonResourceURLs":["*"],"verbs":["*"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"edit","labels":{"rbac.authorization.k8s.io/aggregate-to-admin":"true"},"aggregationRule":{"clusterRoleSelectors":[{"matchLabels":{"rbac.authorization.k8s.io/aggregate-to-edit":"true"}}]}}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:aggregate-to-admin","labels":{"rbac.authorization.k8s.io/aggregate-to-admin":"true"},"rules":[{"apiGroups":["authorization.k8s.io"],"resources":["localsubjectaccessreviews"],"verbs":["create"]},{"apiGroups":["rbac.authorization.k8s.io"],"resources":["rolebindings","roles"],"verbs":["create","delete","deletecollection","get","list","patch","update","watch"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:auth-delegator","rules":[{"apiGroups":["authentication.k8s.io"],"resources":["tokenreviews"],"verbs":["create"]},{"apiGroups":["authorization.k8s.io"],"resources":["subjectaccessreviews"],"verbs":["create"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:basic-user","rules":[{"apiGroups":["authorization.k8s.io"],"resources":["selfsubjectaccessreviews","selfsubjectrulesreviews"],"verbs":["create"]},{"apiGroups":["authentication.k8s.io"],"resources":["selfsubjectreviews"],"verbs":["create"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:certificates.k8s.io:certificatesigningrequests:nodeclient","rules":[{"apiGroups":["certificates.k8s.io"],"resources":["certificatesigningrequests/nodeclient"],"verbs":["create"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:certificates.k8s.io:certificatesigningrequests:selfnodeclient","rules":[{"apiGroups":["certificates.k8s.io"],"resources":["certificatesigningrequests/selfnodeclient"],"verbs":["create"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:certificates.k8s.io:kube-apiserver-client-approver","rules":[{"apiGroups":["certificates.k8s.io"],"resourceNames":["kubernetes.io/kube-apiserver-client"],"resources":["signers"],"verbs":["approve"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:certificates.k8s.io:kube-apiserver-client-kubelet-approver","rules":[{"apiGroups":["certificates.k8s.io"],"resourceNames":["kubernetes.io/kube-apiserver-client-kubelet"],"resources":["signers"],"verbs":["approve"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:certificates.k8s.io:kubelet-serving-approver","rules":[{"apiGroups":["certificates.k8s.io"],"resourceNames":["kubernetes.io/kubelet-serving"],"resources":["signers"],"verbs":["approve"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:certificates.k8s.io:legacy-unknown-approver","rules":[{"apiGroups":["certificates.k8s.io"],"resourceNames":["kubernetes.io/legacy-unknown"],"resources":["signers"],"verbs":["approve"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:controller:attachdetach-controller","rules":[{"apiGroups":[""],"resources":["persistentvolumeclaims","persistentvolumes"],"verbs":["list","watch"]},{"apiGroups":[""],"resources":["nodes"],"verbs":["get","list","watch"]},{"apiGroups":[""],"resources":["nodes/status"],"verbs":["patch","update"]},{"apiGroups":[""],"resources":["pods"],"verbs":["list","watch"]},{"apiGroups":["","events.k8s.io"],"resources":["events"],"verbs":["create","patch","update"]},{"apiGroups":["storage.k8s.io"],"resources":["volumeattachments"],"verbs":["create","delete","get","list","watch"]},{"apiGroups":["storage.k8s.io"],"resources":["csidrivers"],"verbs":["get","list","watch"]},{"apiGroups":["storage.k8s.io"],"resources":["csinodes"],"verbs":["get","list","watch"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:controller:certificate-controller","rules":[{"apiGroups":["certificates.k8s.io"],"resources":["certificatesigningrequests"],"verbs":["delete","get","list","watch"]},{"apiGroups":["certificates.k8s.io"],"resources":["certificatesigningrequests/approval","certificatesigningrequests/status"],"verbs":["update"]},{"apiGroups":["certificates.k8s.io"],"resourceNames":["kubernetes.io/kube-apiserver-client-kubelet"],"resources":["signers"],"verbs":["approve"]},{"apiGroups":["certificates.k8s.io"],"resourceNames":["kubernetes.io/kube-apiserver-client","kubernetes.io/kube-apiserver-client-kubelet","kubernetes.io/kubelet-serving","kubernetes.io/legacy-unknown"],"resources":["signers"],"verbs":["sign"]},{"apiGroups":["authorization.k8s.io"],"resources":["subjectaccessreviews"],"verbs":["create"]},{"apiGroups":["","events.k8s.io"],"resources":["events"],"verbs":["create","patch","update"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:controller:clusterrole-aggregation-controller","rules":[{"apiGroups":["rbac.authorization.k8s.io"],"resources":["clusterroles"],"verbs":["escalate","get","list","patch","update","watch"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:controller:daemon-set-controller","rules":[{"apiGroups":["apps","extensions"],"resources":["daemonsets"],"verbs":["get","list","watch"]},{"apiGroups":["apps","extensions"],"resources":["daemonsets/status"],"verbs":["update"]},{"apiGroups":["apps","extensions"],"resources":["daemonsets/finalizers"],"verbs":["update"]},{"apiGroups":[""],"resources":["nodes"],"verbs":["list","watch"]},{"apiGroups":[""],"resources":["pods"],"verbs":["create","delete","list","patch","watch"]},{"apiGroups":[""],"resources":["pods/binding"],"verbs":["create"]},{"apiGroups":["apps"],"resources":["controllerrevisions"],"verbs":["create","delete","get","list","patch","update","watch"]},{"apiGroups":["","events.k8s.io"],"resources":["events"],"verbs":["create","patch","update"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:controller:deployment-controller","rules":[{"apiGroups":["apps","extensions"],"resources":["deployments"],"verbs":["get","list","update","watch"]},{"apiGroups":["apps","extensions"],"resources":["deployments/status"],"verbs":["update"]},{"apiGroups":["apps","extensions"],"resources":["deployments/finalizers"],"verbs":["update"]},{"apiGroups":["apps","extensions"],"resources":["replicasets"],"verbs":["create","delete","get","list","patch","update","watch"]},{"apiGroups":[""],"resources":["pods"],"verbs":["get","list","update","watch"]},{"apiGroups":["","events.k8s.io"],"resources":["events"],"verbs":["create","patch","update"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:controller:ephemeral-volume-controller","rules":[{"apiGroups":[""],"resources":["pods"],"verbs":["get","list","watch"]},{"apiGroups":[""],"resources":["pods/finalizers"],"verbs":["update"]},{"apiGroups":[""],"resources":["persistentvolumeclaims"],"verbs":["create","get","list","watch"]},{"apiGroups":["","events.k8s.io"],"resources":["events"],"verbs":["create","patch","update"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:controller:generic-garbage-collector","rules":[{"apiGroups":["*"],"resources":["*"],"verbs":["delete","get","list","patch","update","watch"]},{"apiGroups":["","events.k8s.io"],"resources":["events"],"verbs":["create","patch","update"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:controller:job-controller","rules":[{"apiGroups":["batch"],"resources":["jobs"],"verbs":["get","list","patch","update","watch"]},{"apiGroups":["batch"],"resources":["jobs/status"],"verbs":["update"]},{"apiGroups":["batch"],"resources":["jobs/finalizers"],"verbs":["update"]},{"apiGroups":[""],"resources":["pods"],"verbs":["create","delete","list","patch","watch"]},{"apiGroups":["","events.k8s.io"],"resources":["events"],"verbs":["create","patch","update"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:controller:legacy-service-account-token-cleaner","rules":[{"apiGroups":[""],"resourceNames":["kube-apiserver-legacy-service-account-token-tracking"],"resources":["configmaps"],"verbs":["get"]},{"apiGroups":[""],"resources":["secrets"],"verbs":["delete","patch"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:controller:pv-protection-controller","rules":[{"apiGroups":[""],"resources":["persistentvolumes"],"verbs":["get","list","update","watch"]},{"apiGroups":["","events.k8s.io"],"resources":["events"],"verbs":["create","patch","update"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:controller:pvc-protection-controller","rules":[{"apiGroups":[""],"resources":["persistentvolumeclaims"],"verbs":["get","list","update","watch"]},{"apiGroups":[""],"resources":["pods"],"verbs":["get","list","watch"]},{"apiGroups":["","events.k8s.io"],"resources":["events"],"verbs":["create","patch","update"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:controller:replicaset-controller","rules":[{"apiGroups":["apps","extensions"],"resources":["replicasets"],"verbs":["get","list","update","watch"]},{"apiGroups":["apps","extensions"],"resources":["replicasets/status"],"verbs":["update"]},{"apiGroups":["apps","extensions"],"resources":["replicasets/finalizers"],"verbs":["update"]},{"apiGroups":[""],"resources":["pods"],"verbs":["create","delete","list","patch","watch"]},{"apiGroups":["","events.k8s.io"],"resources":["events"],"verbs":["create","patch","update"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:controller:replication-controller","rules":[{"apiGroups":[""],"resources":["replicationcontrollers"],"verbs":["get","list","update","watch"]},{"apiGroups":[""],"resources":["replicationcontrollers/status"],"verbs":["update"]},{"apiGroups":[""],"resources":["replicationcontrollers/finalizers"],"verbs":["update"]},{"apiGroups":[""],"resources":["pods"],"verbs":["create","delete","list","patch","watch"]},{"apiGroups":["","events.k8s.io"],"resources":["events"],"verbs":["create","patch","update"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:controller:resourcequota-controller","rules":[{"apiGroups":["*"],"resources":["*"],"verbs":["list","watch"]},{"apiGroups":[""],"resources":["resourcequotas/status"],"verbs":["update"]},{"apiGroups":["","events.k8s.io"],"resources":["events"],"verbs":["create","patch","update"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:controller:root-ca-cert-publisher","rules":[{"apiGroups":[""],"resources":["configmaps"],"verbs":["create","update"]},{"apiGroups":["","events.k8s.io"],"resources":["events"],"verbs":["create","patch","update"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:controller:route-controller","rules":[{"apiGroups":[""],"resources":["nodes"],"verbs":["list","watch"]},{"apiGroups":[""],"resources":["nodes/status"],"verbs":["patch"]},{"apiGroups":["","events.k8s.io"],"resources":["events"],"verbs":["create","patch","update"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:controller:service-account-controller","rules":[{"apiGroups":[""],"resources":["serviceaccounts"],"verbs":["create"]},{"apiGroups":["","events.k8s.io"],"resources":["events"],"verbs":["create","patch","update"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:controller:service-controller","rules":[{"apiGroups":[""],"resources":["services"],"verbs":["get","list","watch"]},{"apiGroups":[""],"resources":["services/status"],"verbs":["patch","update"]},{"apiGroups":[""],"resources":["nodes"],"verbs":["list","watch"]},{"apiGroups":["","events.k8s.io"],"resources":["events"],"verbs":["create","patch","update"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:controller:ttl-after-finished-controller","rules":[{"apiGroups":["batch"],"resources":["jobs"],"verbs":["delete","get","list","watch"]},{"apiGroups":["","events.k8s.io"],"resources":["events"],"verbs":["create","patch","update"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:controller:ttl-controller","rules":[{"apiGroups":[""],"resources":["nodes"],"verbs":["list","patch","update","watch"]},{"apiGroups":["","events.k8s.io"],"resources":["events"],"verbs":["create","patch","update"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:controller:validatingadmissionpolicy-status-controller","rules":[{"apiGroups":["admissionregistration.k8s.io"],"resources":["validatingadmissionpolicies"],"verbs":["get","list","watch"]},{"apiGroups":["admissionregistration.k8s.io"],"resources":["validatingadmissionpolicies/status"],"verbs":["get","patch","update"]},{"apiGroups":["","events.k8s.io"],"resources":["events"],"verbs":["create","patch","update"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:discovery","rules":[{"nonResourceURLs":["/api","/api/*","/apis","/apis/*","/healthz","/livez","/openapi","/openapi/*","/readyz","/version","/version/"],"verbs":["get"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:heapster","rules":[{"apiGroups":[""],"resources":["events","namespaces","nodes","pods"],"verbs":["get","list","watch"]},{"apiGroups":["extensions"],"resources":["deployments"],"verbs":["get","list","watch"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:kube-aggregator","rules":[{"apiGroups":[""],"resources":["endpoints","services"],"verbs":["get","list","watch"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:kube-controller-manager","rules":[{"apiGroups":["","events.k8s.io"],"resources":["events"],"verbs":["create","patch","update"]},{"apiGroups":["coordination.k8s.io"],"resources":["leases"],"verbs":["create"]},{"apiGroups":["coordination.k8s.io"],"resourceNames":["kube-controller-manager"],"resources":["leases"],"verbs":["get","update"]},{"apiGroups":[""],"resources":["secrets","serviceaccounts"],"verbs":["create"]},{"apiGroups":[""],"resources":["secrets"],"verbs":["delete"]},{"apiGroups":[""],"resources":["configmaps","namespaces","secrets","serviceaccounts"],"verbs":["get"]},{"apiGroups":[""],"resources":["secrets","serviceaccounts"],"verbs":["update"]},{"apiGroups":["authentication.k8s.io"],"resources":["tokenreviews"],"verbs":["create"]},{"apiGroups":["authorization.k8s.io"],"resources":["subjectaccessreviews"],"verbs":["create"]},{"apiGroups":["*"],"resources":["*"],"verbs":["list","watch"]},{"apiGroups":[""],"resources":["serviceaccounts/token"],"verbs":["create"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:kube-dns","rules":[{"apiGroups":[""],"resources":["endpoints","services"],"verbs":["list","watch"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:node-bootstrapper","rules":[{"apiGroups":["certificates.k8s.io"],"resources":["certificatesigningrequests"],"verbs":["create","get","list","watch"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:node-problem-detector","rules":[{"apiGroups":[""],"resources":["nodes"],"verbs":["get"]},{"apiGroups":[""],"resources":["nodes/status"],"verbs":["patch"]},{"apiGroups":["","events.k8s.io"],"resources":["events"],"verbs":["create","patch","update"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:persistent-volume-provisioner","rules":[{"apiGroups":[""],"resources":["persistentvolumes"],"verbs":["create","delete","get","list","watch"]},{"apiGroups":[""],"resources":["persistentvolumeclaims"],"verbs":["get","list","update","watch"]},{"apiGroups":["storage.k8s.io"],"resources":["storageclasses"],"verbs":["get","list","watch"]},{"apiGroups":[""],"resources":["events"],"verbs":["watch"]},{"apiGroups":["","events.k8s.io"],"resources":["events"],"verbs":["create","patch","update"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:public-info-viewer","rules":[{"nonResourceURLs":["/healthz","/livez","/readyz","/version","/version/"],"verbs":["get"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:service-account-issuer-discovery","rules":[{"nonResourceURLs":["/.well-known/openid-configuration","/.well-known/openid-configuration/","/openid/v1/jwks","/openid/v1/jwks/"],"verbs":["get"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:volume-scheduler","rules":[{"apiGroups":[""],"resources":["persistentvolumes"],"verbs":["get","list","patch","update","watch"]},{"apiGroups":["storage.k8s.io"],"resources":["storageclasses"],"verbs":["get","list","watch"]},{"apiGroups":[""],"resources":["persistentvolumeclaims"],"verbs":["get","list","patch","update","watch"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"view","labels":{"rbac.authorization.k8s.io/aggregate-to-edit":"true"},"aggregationRule":{"clusterRoleSelectors":[{"matchLabels":{"rbac.authorization.k8s.io/aggregate-to-view":"true"}}]}}',
    ],
    [
        63,
        '{"kind":"ClusterRoleBinding","name":"cluster-admin","roleRef":{"kind":"ClusterRole","name":"cluster-admin"},"subjects":[{"kind":"Group","name":"system:masters"}]}',
    ],
    [
        63,
        '{"kind":"ClusterRoleBinding","name":"system:basic-user","roleRef":{"kind":"ClusterRole","name":"system:basic-user"},"subjects":[{"kind":"Group","name":"system:authenticated"}]}',
    ],
    [
        63,
        '{"kind":"ClusterRoleBinding","name":"system:controller:attachdetach-controller","roleRef":{"kind":"ClusterRole","name":"system:controller:attachdetach-controller"},"subjects":[{"kind":"ServiceAccount","name":"attachdetach-controller","namespace":"kube-system"}]}',
    ],
    [
        63,
        '{"kind":"ClusterRoleBinding","name":"system:controller:certificate-controller","roleRef":{"kind":"ClusterRole","name":"system:controller:certificate-controller"},"subjects":[{"kind":"ServiceAccount","name":"certificate-controller","namespace":"kube-system"}]}',
    ],
    [
        63,
        '{"kind":"ClusterRoleBinding","name":"system:controller:clusterrole-aggregation-controller","roleRef":{"kind":"ClusterRole","name":"system:controller:clusterrole-aggregation-controller"},"subjects":[{"kind":"ServiceAccount","name":"clusterrole-aggregation-controller","namespace":"kube-system"}]}',
    ],
    [
        63,
        '{"kind":"ClusterRoleBinding","name":"system:controller:cronjob-controller","roleRef":{"kind":"ClusterRole","name":"system:controller:cronjob-controller"},"subjects":[{"kind":"ServiceAccount","name":"cronjob-controller","namespace":"kube-system"}]}',
    ],
    [
        63,
        '{"kind":"ClusterRoleBinding","name":"system:controller:daemon-set-controller","roleRef":{"kind":"ClusterRole","name":"system:controller:daemon-set-controller"},"subjects":[{"kind":"ServiceAccount","name":"daemon-set-controller","namespace":"kube-system"}]}',
    ],
    [
        63,
        '{"kind":"ClusterRoleBinding","name":"system:controller:deployment-controller","roleRef":{"kind":"ClusterRole","name":"system:controller:deployment-controller"},"subjects":[{"kind":"ServiceAccount","name":"deployment-controller","namespace":"kube-system"}]}',
    ],
    [
        63,
        '{"kind":"ClusterRoleBinding","name":"system:controller:disruption-controller","roleRef":{"kind":"ClusterRole","name":"system:controller:disruption-controller"},"subjects":[{"kind":"ServiceAccount","name":"disruption-controller","namespace":"kube-system"}]}',
    ],
    [
        63,
        '{"kind":"ClusterRoleBinding","name":"system:controller:endpoint-controller","roleRef":{"kind":"ClusterRole","name":"system:controller:endpoint-controller"},"subjects":[{"kind":"ServiceAccount","name":"endpoint-controller","namespace":"kube-system"}]}',
    ],
    [
        63,
        '{"kind":"ClusterRoleBinding","name":"system:controller:endpointslice-controller","roleRef":{"kind":"ClusterRole","name":"system:controller:endpointslice-controller"},"subjects":[{"kind":"ServiceAccount","name":"endpointslice-controller","namespace":"kube-system"}]}',
    ],
    [
        63,
        '{"kind":"ClusterRoleBinding","name":"system:controller:endpointslicemirroring-controller","roleRef":{"kind":"ClusterRole","name":"system:controller:endpointslicemirroring-controller"},"subjects":[{"kind":"ServiceAccount","name":"endpointslicemirroring-controller","namespace":"kube-system"}]}',
    ],
    [
        63,
        '{"kind":"ClusterRoleBinding","name":"system:controller:ephemeral-volume-controller","roleRef":{"kind":"ClusterRole","name":"system:controller:ephemeral-volume-controller"},"subjects":[{"kind":"ServiceAccount","name":"ephemeral-volume-controller","namespace":"kube-system"}]}',
    ],
    [
        63,
        '{"kind":"ClusterRoleBinding","name":"system:controller:expand-controller","roleRef":{"kind":"ClusterRole","name":"system:controller:expand-controller"},"subjects":[{"kind":"ServiceAccount","name":"expand-controller","namespace":"kube-system"}]}',
    ],
    [
        63,
        '{"kind":"ClusterRoleBinding","name":"system:controller:generic-garbage-collector","roleRef":{"kind":"ClusterRole","name":"system:controller:generic-garbage-collector"},"subjects":[{"kind":"ServiceAccount","name":"generic-garbage-collector","namespace":"kube-system"}]}',
    ],
    [
        63,
        '{"kind":"ClusterRoleBinding","name":"system:controller:horizontal-pod-autoscaler","roleRef":{"kind":"ClusterRole","name":"system:controller:horizontal-pod-autoscaler"},"subjects":[{"kind":"ServiceAccount","name":"horizontal-pod-autoscaler","namespace":"kube-system"}]}',
    ],
    [
        63,
        '{"kind":"ClusterRoleBinding","name":"system:controller:job-controller","roleRef":{"kind":"ClusterRole","name":"system:controller:job-controller"},"subjects":[{"kind":"ServiceAccount","name":"job-controller","namespace":"kube-system"}]}',
    ],
    [
        63,
        '{"kind":"ClusterRoleBinding","name":"system:controller:legacy-service-account-token-cleaner","roleRef":{"kind":"ClusterRole","name":"system:controller:legacy-service-account-token-cleaner"},"subjects":[{"kind":"ServiceAccount","name":"legacy-service-account-token-cleaner","namespace":"kube-system"}]}',
    ],
    [
        63,
        '{"kind":"ClusterRoleBinding","name":"system:controller:namespace-controller","roleRef":{"kind":"ClusterRole","name":"system:controller:namespace-controller"},"subjects":[{"kind":"ServiceAccount","name":"namespace-controller","namespace":"kube-system"}]}',
    ],
    [
        63,
        '{"kind":"ClusterRoleBinding","name":"system:controller:node-controller","roleRef":{"kind":"ClusterRole","name":"system:controller:node-controller"},"subjects":[{"kind":"ServiceAccount","name":"node-controller","namespace":"kube-system"}]}',
    ],
    [
        63,
        '{"kind":"ClusterRoleBinding","name":"system:controller:persistent-volume-binder","roleRef":{"kind":"ClusterRole","name":"system:controller:persistent-volume-binder"},"subjects":[{"kind":"ServiceAccount","name":"persistent-volume-binder","namespace":"kube-system"}]}',
    ],
    [
        63,
        '{"kind":"ClusterRoleBinding","name":"system:controller:pod-garbage-collector","roleRef":{"kind":"ClusterRole","name":"system:controller:pod-garbage-collector"},"subjects":[{"kind":"ServiceAccount","name":"pod-garbage-collector","namespace":"kube-system"}]}',
    ],
    [
        63,
        '{"kind":"ClusterRoleBinding","name":"system:controller:pv-protection-controller","roleRef":{"kind":"ClusterRole","name":"system:controller:pv-protection-controller"},"subjects":[{"kind":"ServiceAccount","name":"pv-protection-controller","namespace":"kube-system"}]}',
    ],
    [
        63,
        '{"kind":"ClusterRoleBinding","name":"system:controller:pvc-protection-controller","roleRef":{"kind":"ClusterRole","name":"system:controller:pvc-protection-controller"},"subjects":[{"kind":"ServiceAccount","name":"pvc-protection-controller","namespace":"kube-system"}]}',
    ],
    [
        63,
        '{"kind":"ClusterRoleBinding","name":"system:controller:replicaset-controller","roleRef":{"kind":"ClusterRole","name":"system:controller:replicaset-controller"},"subjects":[{"kind":"ServiceAccount","name":"replicaset-controller","namespace":"kube-system"}]}',
    ],
    [
        63,
        '{"kind":"ClusterRoleBinding","name":"system:controller:replication-controller","roleRef":{"kind":"ClusterRole","name":"system:controller:replication-controller"},"subjects":[{"kind":"ServiceAccount","name":"replication-controller","namespace":"kube-system"}]}',
    ],
    [
        63,
        '{"kind":"ClusterRoleBinding","name":"system:controller:resourcequota-controller","roleRef":{"kind":"ClusterRole","name":"system:controller:resourcequota-controller"},"subjects":[{"kind":"ServiceAccount","name":"resourcequota-controller","namespace":"kube-system"}]}',
    ],
    [
        63,
        '{"kind":"ClusterRoleBinding","name":"system:controller:root-ca-cert-publisher","roleRef":{"kind":"ClusterRole","name":"system:controller:root-ca-cert-publisher"},"subjects":[{"kind":"ServiceAccount","name":"root-ca-cert-publisher","namespace":"kube-system"}]}',
    ],
    [
        63,
        '{"kind":"ClusterRoleBinding","name":"system:controller:route-controller","roleRef":{"kind":"ClusterRole","name":"system:controller:route-controller"},"subjects":[{"kind":"ServiceAccount","name":"route-controller","namespace":"kube-system"}]}',
    ],
    [
        63,
        '{"kind":"ClusterRoleBinding","name":"system:controller:service-account-controller","roleRef":{"kind":"ClusterRole","name":"system:controller:service-account-controller"},"subjects":[{"kind":"ServiceAccount","name":"service-account-controller","namespace":"kube-system"}]}',
    ],
    [
        63,
        '{"kind":"ClusterRoleBinding","name":"system:controller:service-controller","roleRef":{"kind":"ClusterRole","name":"system:controller:service-controller"},"subjects":[{"kind":"ServiceAccount","name":"service-controller","namespace":"kube-system"}]}',
    ],
    [
        63,
        '{"kind":"ClusterRoleBinding","name":"system:controller:statefulset-controller","roleRef":{"kind":"ClusterRole","name":"system:controller:statefulset-controller"},"subjects":[{"kind":"ServiceAccount","name":"statefulset-controller","namespace":"kube-system"}]}',
    ],
    [
        63,
        '{"kind":"ClusterRoleBinding","name":"system:controller:ttl-after-finished-controller","roleRef":{"kind":"ClusterRole","name":"system:controller:ttl-after-finished-controller"},"subjects":[{"kind":"ServiceAccount","name":"ttl-after-finished-controller","namespace":"kube-system"}]}',
    ],
    [
        63,
        '{"kind":"ClusterRoleBinding","name":"system:controller:ttl-controller","roleRef":{"kind":"ClusterRole","name":"system:controller:ttl-controller"},"subjects":[{"kind":"ServiceAccount","name":"ttl-controller","namespace":"kube-system"}]}',
    ],
    [
        63,
        '{"kind":"ClusterRoleBinding","name":"system:controller:validatingadmissionpolicy-status-controller","roleRef":{"kind":"ClusterRole","name":"system:controller:validatingadmissionpolicy-status-controller"},"subjects":[{"kind":"ServiceAccount","name":"validatingadmissionpolicy-status-controller","namespace":"kube-system"}]}',
    ],
    [
        63,
        '{"kind":"ClusterRoleBinding","name":"system:discovery","roleRef":{"kind":"ClusterRole","name":"system:discovery"},"subjects":[{"kind":"Group","name":"system:authenticated"}]}',
    ],
    [
        63,
        '{"kind":"ClusterRoleBinding","name":"system:kube-controller-manager","roleRef":{"kind":"ClusterRole","name":"system:kube-controller-manager"},"subjects":[{"kind":"User","name":"system:kube-controller-manager"}]}',
    ],
    [
        63,
        '{"kind":"ClusterRoleBinding","name":"system:kube-dns","roleRef":{"kind":"ClusterRole","name":"system:kube-dns"},"subjects":[{"kind":"ServiceAccount","name":"kube-dns","namespace":"kube-system"}]}',
    ],
    [
        63,
        '{"kind":"ClusterRoleBinding","name":"system:kube-scheduler","roleRef":{"kind":"ClusterRole","name":"system:kube-scheduler"},"subjects":[{"kind":"User","name":"system:kube-scheduler"}]}',
    ],
    [
        63,
        '{"kind":"ClusterRoleBinding","name":"system:monitoring","roleRef":{"kind":"ClusterRole","name":"system:monitoring"},"subjects":[{"kind":"Group","name":"system:monitoring"}]}',
    ],
    [63, '{"kind":"ClusterRoleBinding","name":"system:node","roleRef":{"kind":"ClusterRole","name":"system:node"}}'],
    [
        63,
        '{"kind":"ClusterRoleBinding","name":"system:node-proxier","roleRef":{"kind":"ClusterRole","name":"system:node-proxier"},"subjects":[{"kind":"User","name":"system:kube-proxy"}]}',
    ],
    [
        63,
        '{"kind":"ClusterRoleBinding","name":"system:public-info-viewer","roleRef":{"kind":"ClusterRole","name":"system:public-info-viewer"},"subjects":[{"kind":"Group","name":"system:authenticated"},{"kind":"Group","name":"system:unauthenticated"}]}',
    ],
    [
        63,
        '{"kind":"ClusterRoleBinding","name":"system:service-account-issuer-discovery","roleRef":{"kind":"ClusterRole","name":"system:service-account-issuer-discovery"},"subjects":[{"kind":"Group","name":"system:serviceaccounts"}]}',
    ],
    [
        63,
        '{"kind":"ClusterRoleBinding","name":"system:volume-scheduler","roleRef":{"kind":"ClusterRole","name":"system:volume-scheduler"},"subjects":[{"kind":"User","name":"system:kube-scheduler"}]}',
    ],
    [
        63,
        '{"kind":"Role","name":"extension-apiserver-authentication-reader","namespace":"kube-system","rules":[{"apiGroups":[""],"resourceNames":["extension-apiserver-authentication"],"resources":["configmaps"],"verbs":["get","list","watch"]}]}',
    ],
    [
        63,
        '{"kind":"Role","name":"system:controller:bootstrap-signer","namespace":"kube-public","rules":[{"apiGroups":[""],"resources":["configmaps"],"verbs":["get","list","watch"]},{"apiGroups":[""],"resourceNames":["cluster-info"],"resources":["configmaps"],"verbs":["update"]},{"apiGroups":["","events.k8s.io"],"resources":["events"],"verbs":["create","patch","update"]}]}',
    ],
    [
        63,
        '{"kind":"Role","name":"system:controller:bootstrap-signer","namespace":"kube-system","rules":[{"apiGroups":[""],"resources":["secrets"],"verbs":["get","list","watch"]}]}',
    ],
    [
        63,
        '{"kind":"Role","name":"system:controller:cloud-provider","namespace":"kube-system","rules":[{"apiGroups":[""],"resources":["configmaps"],"verbs":["create","get","list","watch"]}]}',
    ],
    [
        63,
        '{"kind":"Role","name":"system:controller:token-cleaner","namespace":"kube-system","rules":[{"apiGroups":[""],"resources":["secrets"],"verbs":["delete","get","list","watch"]},{"apiGroups":["","events.k8s.io"],"resources":["events"],"verbs":["create","patch","update"]}]}',
    ],
    [
        63,
        '{"kind":"RoleBinding","name":"system::extension-apiserver-authentication-reader","namespace":"kube-system","roleRef":{"kind":"Role","name":"extension-apiserver-authentication-reader"},"subjects":[{"kind":"User","name":"system:kube-controller-manager"},{"kind":"User","name":"system:kube-scheduler"}]}',
    ],
    [
        63,
        '{"kind":"RoleBinding","name":"system::leader-locking-kube-scheduler","namespace":"kube-system","roleRef":{"kind":"Role","name":"system::leader-locking-kube-scheduler"},"subjects":[{"kind":"User","name":"system:kube-scheduler"},{"kind":"ServiceAccount","name":"kube-scheduler","namespace":"kube-system"}]}',
    ],
    [
        63,
        '{"kind":"RoleBinding","name":"system:controller:bootstrap-signer","namespace":"kube-public","roleRef":{"kind":"Role","name":"system:controller:bootstrap-signer"},"subjects":[{"kind":"ServiceAccount","name":"bootstrap-signer","namespace":"kube-system"}]}',
    ],
    [
        63,
        '{"kind":"RoleBinding","name":"system:controller:bootstrap-signer","namespace":"kube-system","roleRef":{"kind":"Role","name":"system:controller:bootstrap-signer"},"subjects":[{"kind":"ServiceAccount","name":"bootstrap-signer","namespace":"kube-system"}]}',
    ],
    [
        63,
        '{"kind":"RoleBinding","name":"system:controller:cloud-provider","namespace":"kube-system","roleRef":{"kind":"Role","name":"system:controller:cloud-provider"},"subjects":[{"kind":"ServiceAccount","name":"cloud-provider","namespace":"kube-system"}]}',
    ],
    [
        63,
        '{"kind":"RoleBinding","name":"system:controller:token-cleaner","namespace":"kube-system","roleRef":{"kind":"Role","name":"system:controller:token-cleaner"},"subjects":[{"kind":"ServiceAccount","name":"token-cleaner","namespace":"kube-system"}]}',
    ],
    [
        7,
        '{"kind":"ClusterRole","name":"system:controller:cronjob-controller","rules":[{"apiGroups":["batch"],"resources":["cronjobs"],"verbs":["get","list","update","watch"]},{"apiGroups":["batch"],"resources":["jobs"],"verbs":["create","delete","get","list","patch","update","watch"]},{"apiGroups":["batch"],"resources":["cronjobs/status"],"verbs":["update"]},{"apiGroups":["batch"],"resources":["cronjobs/finalizers"],"verbs":["update"]},{"apiGroups":[""],"resources":["pods"],"verbs":["delete","list"]},{"apiGroups":["","events.k8s.io"],"resources":["events"],"verbs":["create","patch","update"]}]}',
    ],
    [
        7,
        '{"kind":"ClusterRole","name":"system:controller:endpoint-controller","rules":[{"apiGroups":[""],"resources":["pods","services"],"verbs":["get","list","watch"]},{"apiGroups":[""],"resources":["endpoints"],"verbs":["create","delete","get","list","update"]},{"apiGroups":[""],"resources":["endpoints/restricted"],"verbs":["create"]},{"apiGroups":["","events.k8s.io"],"resources":["events"],"verbs":["create","patch","update"]}]}',
    ],
    [
        7,
        '{"kind":"ClusterRole","name":"system:controller:endpointslice-controller","rules":[{"apiGroups":[""],"resources":["nodes","pods","services"],"verbs":["get","list","watch"]},{"apiGroups":[""],"resources":["services/finalizers"],"verbs":["update"]},{"apiGroups":["discovery.k8s.io"],"resources":["endpointslices"],"verbs":["create","delete","get","list","update"]},{"apiGroups":["","events.k8s.io"],"resources":["events"],"verbs":["create","patch","update"]}]}',
    ],
    [
        7,
        '{"kind":"ClusterRole","name":"system:controller:endpointslicemirroring-controller","rules":[{"apiGroups":[""],"resources":["endpoints","services"],"verbs":["get","list","watch"]},{"apiGroups":[""],"resources":["services/finalizers"],"verbs":["update"]},{"apiGroups":[""],"resources":["endpoints/finalizers"],"verbs":["update"]},{"apiGroups":["discovery.k8s.io"],"resources":["endpointslices"],"verbs":["create","delete","get","list","update"]},{"apiGroups":["","events.k8s.io"],"resources":["events"],"verbs":["create","patch","update"]}]}',
    ],
    [
        7,
        '{"kind":"ClusterRole","name":"system:controller:horizontal-pod-autoscaler","rules":[{"apiGroups":["autoscaling"],"resources":["horizontalpodautoscalers"],"verbs":["get","list","watch"]},{"apiGroups":["autoscaling"],"resources":["horizontalpodautoscalers/status"],"verbs":["update"]},{"apiGroups":["*"],"resources":["*/scale"],"verbs":["get","update"]},{"apiGroups":[""],"resources":["pods"],"verbs":["list"]},{"apiGroups":["metrics.k8s.io"],"resources":["pods"],"verbs":["list"]},{"apiGroups":["custom.metrics.k8s.io"],"resources":["*"],"verbs":["get","list"]},{"apiGroups":["external.metrics.k8s.io"],"resources":["*"],"verbs":["get","list"]},{"apiGroups":["","events.k8s.io"],"resources":["events"],"verbs":["create","patch","update"]}]}',
    ],
    [
        7,
        '{"kind":"ClusterRole","name":"system:controller:namespace-controller","rules":[{"apiGroups":[""],"resources":["namespaces"],"verbs":["delete","get","list","watch"]},{"apiGroups":[""],"resources":["namespaces/finalize","namespaces/status"],"verbs":["update"]},{"apiGroups":["*"],"resources":["*"],"verbs":["delete","deletecollection","get","list"]}]}',
    ],
    [
        7,
        '{"kind":"ClusterRole","name":"system:controller:pod-garbage-collector","rules":[{"apiGroups":[""],"resources":["pods"],"verbs":["delete","list","watch"]},{"apiGroups":[""],"resources":["nodes"],"verbs":["get","list"]},{"apiGroups":[""],"resources":["pods/status"],"verbs":["patch"]}]}',
    ],
    [
        7,
        '{"kind":"ClusterRole","name":"system:kubelet-api-admin","rules":[{"apiGroups":[""],"resources":["nodes"],"verbs":["get","list","watch"]},{"apiGroups":[""],"resources":["nodes"],"verbs":["proxy"]},{"apiGroups":[""],"resources":["nodes/log","nodes/metrics","nodes/proxy","nodes/stats"],"verbs":["*"]}]}',
    ],
    [
        7,
        '{"kind":"ClusterRole","name":"system:node-proxier","rules":[{"apiGroups":[""],"resources":["endpoints","services"],"verbs":["list","watch"]},{"apiGroups":[""],"resources":["nodes"],"verbs":["get","list","watch"]},{"apiGroups":["","events.k8s.io"],"resources":["events"],"verbs":["create","patch","update"]},{"apiGroups":["discovery.k8s.io"],"resources":["endpointslices"],"verbs":["list","watch"]}]}',
    ],
];

;// CONCATENATED MODULE: ./build/rbac/state/openshift-rbac.data.js
// Written by .ci/default-rbac.mjs; facts from openshift-apiserver, cluster-kube-apiserver-operator, cluster-monitoring-operator and cluster-openshift-controller-manager-operator of github.com/openshift.
/** The OpenShift versions whose default roles, bindings and constraints are known, oldest first. */
const openshiftVersions = (/* unused pure expression or super */ null && (['4.17', '4.18', '4.19', '4.20', '4.21', '4.22']));
/** Bit set of the versions (by index above) that have the object, and the object as JSON. */
const openshiftData = [
    [
        14,
        '{"kind":"ClusterRole","name":"pod-metrics-reader","labels":{"app.kubernetes.io/component":"metrics-adapter","app.kubernetes.io/managed-by":"cluster-monitoring-operator","app.kubernetes.io/name":"cluster-monitoring-operator","app.kubernetes.io/part-of":"openshift-monitoring"},"rules":[{"apiGroups":["metrics.k8s.io"],"resources":["pods"],"verbs":["get","create"]}]}',
    ],
    [
        15,
        '{"kind":"ClusterRole","name":"system:aggregated-metrics-reader","labels":{"app.kubernetes.io/component":"metrics-adapter","app.kubernetes.io/managed-by":"cluster-monitoring-operator","app.kubernetes.io/name":"cluster-monitoring-operator","app.kubernetes.io/part-of":"openshift-monitoring","rbac.authorization.k8s.io/aggregate-to-admin":"true","rbac.authorization.k8s.io/aggregate-to-cluster-reader":"true","rbac.authorization.k8s.io/aggregate-to-edit":"true","rbac.authorization.k8s.io/aggregate-to-view":"true"},"rules":[{"apiGroups":["metrics.k8s.io"],"resources":["pods","nodes"],"verbs":["get","list","watch"]}]}',
    ],
    [
        48,
        '{"kind":"ClusterRole","name":"pod-metrics-reader","labels":{"app.kubernetes.io/component":"metrics-server","app.kubernetes.io/managed-by":"cluster-monitoring-operator","app.kubernetes.io/name":"cluster-monitoring-operator","app.kubernetes.io/part-of":"openshift-monitoring"},"rules":[{"apiGroups":["metrics.k8s.io"],"resources":["pods"],"verbs":["get","create"]}]}',
    ],
    [
        48,
        '{"kind":"ClusterRole","name":"system:aggregated-metrics-reader","labels":{"app.kubernetes.io/component":"metrics-server","app.kubernetes.io/managed-by":"cluster-monitoring-operator","app.kubernetes.io/name":"cluster-monitoring-operator","app.kubernetes.io/part-of":"openshift-monitoring","rbac.authorization.k8s.io/aggregate-to-admin":"true","rbac.authorization.k8s.io/aggregate-to-cluster-reader":"true","rbac.authorization.k8s.io/aggregate-to-edit":"true","rbac.authorization.k8s.io/aggregate-to-view":"true"},"rules":[{"apiGroups":["metrics.k8s.io"],"resources":["pods","nodes"],"verbs":["get","list","watch"]}]}',
    ],
    [
        56,
        '{"kind":"ClusterRole","name":"system:openshift:scc:nested-container","rules":[{"apiGroups":["security.openshift.io"],"resourceNames":["nested-container"],"resources":["securitycontextconstraints"],"verbs":["use"]}]}',
    ],
    [
        56,
        '{"kind":"ClusterRole","name":"system:openshift:scc:restricted-v3","rules":[{"apiGroups":["security.openshift.io"],"resourceNames":["restricted-v3"],"resources":["securitycontextconstraints"],"verbs":["use"]}]}',
    ],
    [
        56,
        '{"kind":"ClusterRoleBinding","name":"system:openshift:scc:restricted-v3","roleRef":{"kind":"ClusterRole","name":"system:openshift:scc:restricted-v3"},"subjects":[{"kind":"Group","name":"system:authenticated"}]}',
    ],
    [
        56,
        '{"kind":"SecurityContextConstraints","name":"anyuid","constraints":{"allowHostDirVolumePlugin":false,"allowHostIPC":false,"allowHostNetwork":false,"allowHostPID":false,"allowHostPorts":false,"allowPrivilegeEscalation":true,"allowPrivilegedContainer":false,"allowedCapabilities":null,"defaultAddCapabilities":null,"fsGroup":{"type":"RunAsAny"},"readOnlyRootFilesystem":false,"requiredDropCapabilities":["MKNOD"],"runAsUser":{"type":"RunAsAny"},"seLinuxContext":{"type":"MustRunAs"},"supplementalGroups":{"type":"RunAsAny"},"volumes":["configMap","csi","downwardAPI","emptyDir","ephemeral","image","persistentVolumeClaim","projected","secret"]}}',
    ],
    [
        56,
        '{"kind":"SecurityContextConstraints","name":"hostaccess","constraints":{"allowHostDirVolumePlugin":true,"allowHostIPC":true,"allowHostNetwork":true,"allowHostPID":true,"allowHostPorts":true,"allowPrivilegeEscalation":true,"allowPrivilegedContainer":false,"allowedCapabilities":null,"defaultAddCapabilities":null,"fsGroup":{"type":"MustRunAs"},"readOnlyRootFilesystem":false,"requiredDropCapabilities":["KILL","MKNOD","SETUID","SETGID"],"runAsUser":{"type":"MustRunAsRange"},"seLinuxContext":{"type":"MustRunAs"},"supplementalGroups":{"type":"RunAsAny"},"volumes":["configMap","csi","downwardAPI","emptyDir","ephemeral","hostPath","image","persistentVolumeClaim","projected","secret"]}}',
    ],
    [
        56,
        '{"kind":"SecurityContextConstraints","name":"hostmount-anyuid","constraints":{"allowHostDirVolumePlugin":true,"allowHostIPC":false,"allowHostNetwork":false,"allowHostPID":false,"allowHostPorts":false,"allowPrivilegeEscalation":true,"allowPrivilegedContainer":false,"allowedCapabilities":null,"defaultAddCapabilities":null,"fsGroup":{"type":"RunAsAny"},"readOnlyRootFilesystem":false,"requiredDropCapabilities":["MKNOD"],"runAsUser":{"type":"RunAsAny"},"seLinuxContext":{"type":"MustRunAs"},"supplementalGroups":{"type":"RunAsAny"},"volumes":["configMap","csi","downwardAPI","emptyDir","ephemeral","hostPath","image","nfs","persistentVolumeClaim","projected","secret"]}}',
    ],
    [
        56,
        '{"kind":"SecurityContextConstraints","name":"hostmount-anyuid-v2","constraints":{"allowHostDirVolumePlugin":true,"allowHostIPC":false,"allowHostNetwork":false,"allowHostPID":false,"allowHostPorts":false,"allowPrivilegeEscalation":true,"allowPrivilegedContainer":false,"allowedCapabilities":null,"defaultAddCapabilities":null,"fsGroup":{"type":"RunAsAny"},"readOnlyRootFilesystem":false,"requiredDropCapabilities":["MKNOD"],"runAsUser":{"type":"RunAsAny"},"seLinuxContext":{"type":"RunAsAny"},"supplementalGroups":{"type":"RunAsAny"},"volumes":["configMap","csi","downwardAPI","emptyDir","ephemeral","hostPath","image","nfs","persistentVolumeClaim","projected","secret"]}}',
    ],
    [
        56,
        '{"kind":"SecurityContextConstraints","name":"hostnetwork","constraints":{"allowHostDirVolumePlugin":false,"allowHostIPC":false,"allowHostNetwork":true,"allowHostPID":false,"allowHostPorts":true,"allowPrivilegeEscalation":true,"allowPrivilegedContainer":false,"allowedCapabilities":null,"defaultAddCapabilities":null,"fsGroup":{"type":"MustRunAs"},"readOnlyRootFilesystem":false,"requiredDropCapabilities":["KILL","MKNOD","SETUID","SETGID"],"runAsUser":{"type":"MustRunAsRange"},"seLinuxContext":{"type":"MustRunAs"},"supplementalGroups":{"type":"MustRunAs"},"volumes":["configMap","csi","downwardAPI","emptyDir","ephemeral","image","persistentVolumeClaim","projected","secret"]}}',
    ],
    [
        56,
        '{"kind":"SecurityContextConstraints","name":"hostnetwork-v2","constraints":{"allowHostDirVolumePlugin":false,"allowHostIPC":false,"allowHostNetwork":true,"allowHostPID":false,"allowHostPorts":true,"allowPrivilegeEscalation":false,"allowPrivilegedContainer":false,"allowedCapabilities":["NET_BIND_SERVICE"],"defaultAddCapabilities":null,"fsGroup":{"type":"MustRunAs"},"readOnlyRootFilesystem":false,"requiredDropCapabilities":["ALL"],"runAsUser":{"type":"MustRunAsRange"},"seLinuxContext":{"type":"MustRunAs"},"seccompProfiles":["runtime/default"],"supplementalGroups":{"type":"MustRunAs"},"volumes":["configMap","csi","downwardAPI","emptyDir","ephemeral","image","persistentVolumeClaim","projected","secret"]}}',
    ],
    [
        56,
        '{"kind":"SecurityContextConstraints","name":"nested-container","constraints":{"allowHostDirVolumePlugin":false,"allowHostIPC":false,"allowHostNetwork":false,"allowHostPID":false,"allowHostPorts":false,"allowPrivilegeEscalation":true,"allowPrivilegedContainer":false,"allowedCapabilities":["SETUID","SETGID"],"defaultAddCapabilities":null,"fsGroup":{"type":"MustRunAs","ranges":[{"min":0,"max":65534}]},"readOnlyRootFilesystem":false,"requiredDropCapabilities":null,"runAsUser":{"type":"MustRunAsRange","uidRangeMin":0,"uidRangeMax":65534},"seLinuxContext":{"type":"MustRunAs","seLinuxOptions":{"type":"container_engine_t"}},"seccompProfiles":["*"],"supplementalGroups":{"type":"MustRunAs","ranges":[{"min":0,"max":65534}]},"userNamespaceLevel":"RequirePodLevel","volumes":["configMap","csi","downwardAPI","emptyDir","ephemeral","image","persistentVolumeClaim","projected","secret"]}}',
    ],
    [
        56,
        '{"kind":"SecurityContextConstraints","name":"nonroot","constraints":{"allowHostDirVolumePlugin":false,"allowHostIPC":false,"allowHostNetwork":false,"allowHostPID":false,"allowHostPorts":false,"allowPrivilegeEscalation":true,"allowPrivilegedContainer":false,"allowedCapabilities":null,"defaultAddCapabilities":null,"fsGroup":{"type":"RunAsAny"},"readOnlyRootFilesystem":false,"requiredDropCapabilities":["KILL","MKNOD","SETUID","SETGID"],"runAsUser":{"type":"MustRunAsNonRoot"},"seLinuxContext":{"type":"MustRunAs"},"supplementalGroups":{"type":"RunAsAny"},"volumes":["configMap","csi","downwardAPI","emptyDir","ephemeral","image","persistentVolumeClaim","projected","secret"]}}',
    ],
    [
        56,
        '{"kind":"SecurityContextConstraints","name":"nonroot-v2","constraints":{"allowHostDirVolumePlugin":false,"allowHostIPC":false,"allowHostNetwork":false,"allowHostPID":false,"allowHostPorts":false,"allowPrivilegeEscalation":false,"allowPrivilegedContainer":false,"allowedCapabilities":["NET_BIND_SERVICE"],"defaultAddCapabilities":null,"fsGroup":{"type":"RunAsAny"},"readOnlyRootFilesystem":false,"requiredDropCapabilities":["ALL"],"runAsUser":{"type":"MustRunAsNonRoot"},"seLinuxContext":{"type":"MustRunAs"},"seccompProfiles":["runtime/default"],"supplementalGroups":{"type":"RunAsAny"},"volumes":["configMap","csi","downwardAPI","emptyDir","ephemeral","image","persistentVolumeClaim","projected","secret"]}}',
    ],
    [
        56,
        '{"kind":"SecurityContextConstraints","name":"restricted","constraints":{"allowHostDirVolumePlugin":false,"allowHostIPC":false,"allowHostNetwork":false,"allowHostPID":false,"allowHostPorts":false,"allowPrivilegeEscalation":true,"allowPrivilegedContainer":false,"allowedCapabilities":null,"defaultAddCapabilities":null,"fsGroup":{"type":"MustRunAs"},"readOnlyRootFilesystem":false,"requiredDropCapabilities":["KILL","MKNOD","SETUID","SETGID"],"runAsUser":{"type":"MustRunAsRange"},"seLinuxContext":{"type":"MustRunAs"},"supplementalGroups":{"type":"RunAsAny"},"volumes":["configMap","csi","downwardAPI","emptyDir","ephemeral","image","persistentVolumeClaim","projected","secret"]}}',
    ],
    [
        56,
        '{"kind":"SecurityContextConstraints","name":"restricted-v2","constraints":{"allowHostDirVolumePlugin":false,"allowHostIPC":false,"allowHostNetwork":false,"allowHostPID":false,"allowHostPorts":false,"allowPrivilegeEscalation":false,"allowPrivilegedContainer":false,"allowedCapabilities":["NET_BIND_SERVICE"],"defaultAddCapabilities":null,"fsGroup":{"type":"MustRunAs"},"readOnlyRootFilesystem":false,"requiredDropCapabilities":["ALL"],"runAsUser":{"type":"MustRunAsRange"},"seLinuxContext":{"type":"MustRunAs"},"seccompProfiles":["runtime/default"],"supplementalGroups":{"type":"RunAsAny"},"volumes":["configMap","csi","downwardAPI","emptyDir","ephemeral","image","persistentVolumeClaim","projected","secret"]}}',
    ],
    [
        56,
        '{"kind":"SecurityContextConstraints","name":"restricted-v3","constraints":{"allowHostDirVolumePlugin":false,"allowHostIPC":false,"allowHostNetwork":false,"allowHostPID":false,"allowHostPorts":false,"allowPrivilegeEscalation":false,"allowPrivilegedContainer":false,"allowedCapabilities":["NET_BIND_SERVICE"],"defaultAddCapabilities":null,"fsGroup":{"type":"MustRunAs","ranges":[{"min":1000,"max":65534}]},"readOnlyRootFilesystem":false,"requiredDropCapabilities":["ALL"],"runAsUser":{"type":"MustRunAsRange","uidRangeMin":1000,"uidRangeMax":65534},"seLinuxContext":{"type":"MustRunAs"},"seccompProfiles":["runtime/default"],"supplementalGroups":{"type":"MustRunAs","ranges":[{"min":1000,"max":65534}]},"userNamespaceLevel":"RequirePodLevel","volumes":["configMap","csi","downwardAPI","emptyDir","ephemeral","image","persistentVolumeClaim","projected","secret"]}}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"alert-routing-edit","labels":{"app.kubernetes.io/managed-by":"cluster-monitoring-operator","app.kubernetes.io/part-of":"openshift-monitoring"},"rules":[{"apiGroups":["monitoring.coreos.com"],"resources":["alertmanagerconfigs"],"verbs":["*"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"basic-user","aggregationRule":{"clusterRoleSelectors":[{"matchLabels":{"authorization.openshift.io/aggregate-to-basic-user":"true"}}]}}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"cluster-debugger","rules":[{"verbs":["get"],"nonResourceURLs":["/debug/pprof","/debug/pprof/*","/metrics"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"cluster-monitoring-view","labels":{"app.kubernetes.io/managed-by":"cluster-monitoring-operator","app.kubernetes.io/part-of":"openshift-monitoring"},"rules":[{"apiGroups":[""],"resources":["namespaces"],"verbs":["get"]},{"apiGroups":["monitoring.coreos.com"],"resourceNames":["k8s"],"resources":["prometheuses/api"],"verbs":["get","create","update"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"cluster-reader","aggregationRule":{"clusterRoleSelectors":[{"matchLabels":{"rbac.authorization.k8s.io/aggregate-to-cluster-reader":"true"}},{"matchLabels":{"rbac.authorization.k8s.io/aggregate-to-view":"true"}}]}}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"cluster-status","rules":[{"verbs":["get"],"nonResourceURLs":["/healthz","/healthz/"]},{"verbs":["get"],"nonResourceURLs":["/version","/version/*","/api","/api/*","/apis","/apis/*","/oapi","/oapi/*","/openapi/v2","/swaggerapi","/swaggerapi/*","/swagger.json","/swagger-2.0.0.pb-v1","/osapi","/osapi/","/.well-known","/.well-known/oauth-authorization-server","/"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"monitoring-edit","labels":{"app.kubernetes.io/managed-by":"cluster-monitoring-operator","app.kubernetes.io/part-of":"openshift-monitoring"},"rules":[{"apiGroups":["monitoring.coreos.com"],"resources":["servicemonitors","podmonitors","prometheusrules"],"verbs":["*"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"monitoring-rules-edit","labels":{"app.kubernetes.io/managed-by":"cluster-monitoring-operator","app.kubernetes.io/part-of":"openshift-monitoring"},"rules":[{"apiGroups":["monitoring.coreos.com"],"resources":["prometheusrules"],"verbs":["*"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"monitoring-rules-view","labels":{"app.kubernetes.io/managed-by":"cluster-monitoring-operator","app.kubernetes.io/part-of":"openshift-monitoring"},"rules":[{"apiGroups":["monitoring.coreos.com"],"resources":["prometheusrules"],"verbs":["get","list","watch"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"registry-admin","labels":{"rbac.authorization.k8s.io/aggregate-to-admin":"true"},"rules":[{"verbs":["create","delete","deletecollection","get","list","patch","update","watch"],"apiGroups":[""],"resources":["secrets","serviceaccounts"]},{"verbs":["create","delete","deletecollection","get","list","patch","update","watch"],"apiGroups":["","image.openshift.io"],"resources":["imagestreamimages","imagestreammappings","imagestreams","imagestreams/secrets","imagestreamtags","imagetags"]},{"verbs":["create"],"apiGroups":["","image.openshift.io"],"resources":["imagestreamimports"]},{"verbs":["get","update"],"apiGroups":["","image.openshift.io"],"resources":["imagestreams/layers"]},{"verbs":["create","delete","deletecollection","get","list","patch","update","watch"],"apiGroups":["","authorization.openshift.io"],"resources":["rolebindings","roles"]},{"verbs":["create","delete","deletecollection","get","list","patch","update","watch"],"apiGroups":["rbac.authorization.k8s.io"],"resources":["rolebindings","roles"]},{"verbs":["create"],"apiGroups":["","authorization.openshift.io"],"resources":["localresourceaccessreviews","localsubjectaccessreviews","subjectrulesreviews"]},{"verbs":["create"],"apiGroups":["authorization.k8s.io"],"resources":["localsubjectaccessreviews"]},{"verbs":["get"],"apiGroups":[""],"resources":["namespaces"]},{"verbs":["delete","get"],"apiGroups":["","project.openshift.io"],"resources":["projects"]},{"verbs":["create"],"apiGroups":["","authorization.openshift.io"],"resources":["resourceaccessreviews","subjectaccessreviews"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"registry-editor","labels":{"rbac.authorization.k8s.io/aggregate-to-edit":"true"},"rules":[{"verbs":["create","delete","deletecollection","get","list","patch","update","watch"],"apiGroups":[""],"resources":["secrets","serviceaccounts"]},{"verbs":["create","delete","deletecollection","get","list","patch","update","watch"],"apiGroups":["","image.openshift.io"],"resources":["imagestreamimages","imagestreammappings","imagestreams","imagestreams/secrets","imagestreamtags","imagetags"]},{"verbs":["create"],"apiGroups":["","image.openshift.io"],"resources":["imagestreamimports"]},{"verbs":["get","update"],"apiGroups":["","image.openshift.io"],"resources":["imagestreams/layers"]},{"verbs":["get"],"apiGroups":[""],"resources":["namespaces"]},{"verbs":["get"],"apiGroups":["","project.openshift.io"],"resources":["projects"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"registry-viewer","labels":{"rbac.authorization.k8s.io/aggregate-to-view":"true"},"rules":[{"verbs":["get","list","watch"],"apiGroups":["","image.openshift.io"],"resources":["imagestreamimages","imagestreammappings","imagestreams","imagestreamtags","imagetags"]},{"verbs":["get"],"apiGroups":["","image.openshift.io"],"resources":["imagestreams/layers"]},{"verbs":["get"],"apiGroups":[""],"resources":["namespaces"]},{"verbs":["get"],"apiGroups":["","project.openshift.io"],"resources":["projects"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"self-access-reviewer","rules":[{"verbs":["create"],"apiGroups":["","authorization.openshift.io"],"resources":["selfsubjectrulesreviews"]},{"verbs":["create"],"apiGroups":["authorization.k8s.io"],"resources":["selfsubjectaccessreviews"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"self-provisioner","rules":[{"verbs":["create"],"apiGroups":["","project.openshift.io"],"resources":["projectrequests"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"storage-admin","aggregationRule":{"clusterRoleSelectors":[{"matchLabels":{"storage.openshift.io/aggregate-to-storage-admin":"true"}}]}}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"sudoer","rules":[{"verbs":["impersonate"],"apiGroups":["","user.openshift.io"],"resources":["systemusers","users"],"resourceNames":["system:admin"]},{"verbs":["impersonate"],"apiGroups":["","user.openshift.io"],"resources":["groups","systemgroups"],"resourceNames":["system:masters"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:build-strategy-custom","rules":[{"verbs":["create"],"apiGroups":["","build.openshift.io"],"resources":["builds/custom"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:build-strategy-docker","rules":[{"verbs":["create"],"apiGroups":["","build.openshift.io"],"resources":["builds/docker","builds/optimizeddocker"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:build-strategy-jenkinspipeline","rules":[{"verbs":["create"],"apiGroups":["","build.openshift.io"],"resources":["builds/jenkinspipeline"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:build-strategy-source","rules":[{"verbs":["create"],"apiGroups":["","build.openshift.io"],"resources":["builds/source"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:deployer","rules":[{"apiGroups":[""],"resources":["replicationcontrollers"],"verbs":["delete"]},{"apiGroups":[""],"resources":["replicationcontrollers"],"verbs":["get","list","patch","update","watch"]},{"apiGroups":[""],"resources":["replicationcontrollers/scale"],"verbs":["get","update"]},{"apiGroups":[""],"resources":["pods"],"verbs":["create","get","list","watch"]},{"apiGroups":[""],"resources":["pods/log"],"verbs":["get"]},{"apiGroups":[""],"resources":["events"],"verbs":["create","list"]},{"apiGroups":["","image.openshift.io"],"resources":["imagestreamtags","imagetags"],"verbs":["create","update"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:image-auditor","rules":[{"verbs":["get","list","patch","update","watch"],"apiGroups":["","image.openshift.io"],"resources":["images"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:image-builder","labels":{"rbac.authorization.k8s.io/aggregate-to-admin":"true","rbac.authorization.k8s.io/aggregate-to-edit":"true"},"rules":[{"verbs":["get","update"],"apiGroups":["","image.openshift.io"],"resources":["imagestreams/layers"]},{"verbs":["create"],"apiGroups":["","image.openshift.io"],"resources":["imagestreams"]},{"verbs":["update"],"apiGroups":["","build.openshift.io"],"resources":["builds/details"]},{"verbs":["get"],"apiGroups":["","build.openshift.io"],"resources":["builds"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:image-puller","rules":[{"verbs":["get"],"apiGroups":["","image.openshift.io"],"resources":["imagestreams/layers"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:image-pusher","rules":[{"verbs":["get","update"],"apiGroups":["","image.openshift.io"],"resources":["imagestreams/layers"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:image-signer","rules":[{"verbs":["get"],"apiGroups":["","image.openshift.io"],"resources":["images","imagestreams/layers"]},{"verbs":["create","delete"],"apiGroups":["","image.openshift.io"],"resources":["imagesignatures"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:master","rules":[{"verbs":["*"],"apiGroups":["*"],"resources":["*"]},{"verbs":["*"],"nonResourceURLs":["*"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:node-admin","rules":[{"verbs":["get","list","watch"],"apiGroups":[""],"resources":["nodes"]},{"verbs":["proxy"],"apiGroups":[""],"resources":["nodes"]},{"verbs":["*"],"apiGroups":[""],"resources":["nodes/log","nodes/metrics","nodes/proxy","nodes/spec","nodes/stats"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:node-reader","rules":[{"verbs":["get","list","watch"],"apiGroups":[""],"resources":["nodes"]},{"verbs":["get"],"apiGroups":[""],"resources":["nodes/metrics","nodes/spec"]},{"verbs":["create","get"],"apiGroups":[""],"resources":["nodes/stats"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:oauth-token-deleter","rules":[{"verbs":["delete"],"apiGroups":["","oauth.openshift.io"],"resources":["oauthaccesstokens","oauthauthorizetokens"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:openshift:aggregate-to-admin","labels":{"rbac.authorization.k8s.io/aggregate-to-admin":"true"},"rules":[{"verbs":["create","delete","deletecollection","get","list","patch","update","watch"],"apiGroups":["","authorization.openshift.io"],"resources":["rolebindings","roles"]},{"verbs":["create"],"apiGroups":["","authorization.openshift.io"],"resources":["localresourceaccessreviews","localsubjectaccessreviews","subjectrulesreviews"]},{"verbs":["create"],"apiGroups":["","security.openshift.io"],"resources":["podsecuritypolicyreviews","podsecuritypolicyselfsubjectreviews","podsecuritypolicysubjectreviews"]},{"verbs":["get","list","watch"],"apiGroups":["","authorization.openshift.io"],"resources":["rolebindingrestrictions"]},{"verbs":["create","delete","deletecollection","get","list","patch","update","watch"],"apiGroups":["","build.openshift.io"],"resources":["buildconfigs","buildconfigs/webhooks","builds"]},{"verbs":["get","list","watch"],"apiGroups":["","build.openshift.io"],"resources":["builds/log"]},{"verbs":["create"],"apiGroups":["","build.openshift.io"],"resources":["buildconfigs/instantiate","buildconfigs/instantiatebinary","builds/clone"]},{"verbs":["update"],"apiGroups":["","build.openshift.io"],"resources":["builds/details"]},{"verbs":["admin","edit","view"],"apiGroups":["build.openshift.io"],"resources":["jenkins"]},{"verbs":["create","delete","deletecollection","get","list","patch","update","watch"],"apiGroups":["","apps.openshift.io"],"resources":["deploymentconfigs","deploymentconfigs/scale"]},{"verbs":["create"],"apiGroups":["","apps.openshift.io"],"resources":["deploymentconfigrollbacks","deploymentconfigs/instantiate","deploymentconfigs/rollback"]},{"verbs":["get","list","watch"],"apiGroups":["","apps.openshift.io"],"resources":["deploymentconfigs/log","deploymentconfigs/status"]},{"verbs":["create","delete","deletecollection","get","list","patch","update","watch"],"apiGroups":["","image.openshift.io"],"resources":["imagestreamimages","imagestreammappings","imagestreams","imagestreams/secrets","imagestreamtags","imagetags"]},{"verbs":["get","list","watch"],"apiGroups":["","image.openshift.io"],"resources":["imagestreams/status"]},{"verbs":["get","update"],"apiGroups":["","image.openshift.io"],"resources":["imagestreams/layers"]},{"verbs":["create"],"apiGroups":["","image.openshift.io"],"resources":["imagestreamimports"]},{"verbs":["delete","get","patch","update"],"apiGroups":["","project.openshift.io"],"resources":["projects"]},{"verbs":["get","list","watch"],"apiGroups":["","quota.openshift.io"],"resources":["appliedclusterresourcequotas"]},{"verbs":["create","delete","deletecollection","get","list","patch","update","watch"],"apiGroups":["","route.openshift.io"],"resources":["routes"]},{"verbs":["create"],"apiGroups":["","route.openshift.io"],"resources":["routes/custom-host"]},{"verbs":["get","list","watch"],"apiGroups":["","route.openshift.io"],"resources":["routes/status"]},{"verbs":["update"],"apiGroups":["","route.openshift.io"],"resources":["routes/status"]},{"verbs":["create","delete","deletecollection","get","list","patch","update","watch"],"apiGroups":["","template.openshift.io"],"resources":["processedtemplates","templateconfigs","templateinstances","templates"]},{"verbs":["create","delete","deletecollection","get","list","patch","update","watch"],"apiGroups":["networking.k8s.io"],"resources":["networkpolicies"]},{"verbs":["create","delete","deletecollection","get","list","patch","update","watch"],"apiGroups":["","build.openshift.io"],"resources":["buildlogs"]},{"verbs":["get","list","watch"],"apiGroups":[""],"resources":["resourcequotausages"]},{"verbs":["create"],"apiGroups":["","authorization.openshift.io"],"resources":["resourceaccessreviews","subjectaccessreviews"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:openshift:aggregate-to-basic-user","labels":{"authorization.openshift.io/aggregate-to-basic-user":"true"},"rules":[{"verbs":["get"],"apiGroups":["","user.openshift.io"],"resources":["users"],"resourceNames":["~"]},{"verbs":["list"],"apiGroups":["","project.openshift.io"],"resources":["projectrequests"]},{"verbs":["get","list"],"apiGroups":["","authorization.openshift.io"],"resources":["clusterroles"]},{"verbs":["get","list","watch"],"apiGroups":["rbac.authorization.k8s.io"],"resources":["clusterroles"]},{"verbs":["get","list"],"apiGroups":["storage.k8s.io"],"resources":["storageclasses"]},{"verbs":["list","watch"],"apiGroups":["","project.openshift.io"],"resources":["projects"]},{"verbs":["create"],"apiGroups":["","authorization.openshift.io"],"resources":["selfsubjectrulesreviews"]},{"verbs":["create"],"apiGroups":["authorization.k8s.io"],"resources":["selfsubjectaccessreviews"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:openshift:aggregate-to-cluster-reader","labels":{"rbac.authorization.k8s.io/aggregate-to-cluster-reader":"true"},"rules":[{"verbs":["get","list","watch"],"apiGroups":[""],"resources":["componentstatuses","nodes","nodes/status","persistentvolumeclaims/status","persistentvolumes","persistentvolumes/status","pods/binding","pods/eviction","podtemplates","securitycontextconstraints","services/status"]},{"verbs":["get","list","watch"],"apiGroups":["admissionregistration.k8s.io"],"resources":["mutatingwebhookconfigurations","validatingwebhookconfigurations"]},{"verbs":["get","list","watch"],"apiGroups":["apps"],"resources":["controllerrevisions","daemonsets/status","deployments/status","replicasets/status","statefulsets/status"]},{"verbs":["get","list","watch"],"apiGroups":["apiextensions.k8s.io"],"resources":["customresourcedefinitions","customresourcedefinitions/status"]},{"verbs":["get","list","watch"],"apiGroups":["apiregistration.k8s.io"],"resources":["apiservices","apiservices/status"]},{"verbs":["get","list","watch"],"apiGroups":["autoscaling"],"resources":["horizontalpodautoscalers/status"]},{"verbs":["get","list","watch"],"apiGroups":["batch"],"resources":["cronjobs/status","jobs/status"]},{"verbs":["get","list","watch"],"apiGroups":["coordination.k8s.io"],"resources":["leases"]},{"verbs":["get","list","watch"],"apiGroups":["events.k8s.io"],"resources":["events"]},{"verbs":["get","list","watch"],"apiGroups":["networking.k8s.io"],"resources":["ingresses/status"]},{"verbs":["get","list","watch"],"apiGroups":["node.k8s.io"],"resources":["runtimeclasses"]},{"verbs":["get","list","watch"],"apiGroups":["policy"],"resources":["poddisruptionbudgets/status","podsecuritypolicies"]},{"verbs":["get","list","watch"],"apiGroups":["rbac.authorization.k8s.io"],"resources":["clusterrolebindings","clusterroles","rolebindings","roles"]},{"verbs":["get","list","watch"],"apiGroups":["storage.k8s.io"],"resources":["csidrivers","csinodes","storageclasses","volumeattachments","volumeattachments/status"]},{"verbs":["get","list","watch"],"apiGroups":["scheduling.k8s.io"],"resources":["priorityclasses"]},{"verbs":["get","list","watch"],"apiGroups":["certificates.k8s.io"],"resources":["certificatesigningrequests","certificatesigningrequests/approval","certificatesigningrequests/status"]},{"verbs":["get","list","watch"],"apiGroups":["","authorization.openshift.io"],"resources":["clusterrolebindings","clusterroles","rolebindingrestrictions","rolebindings","roles"]},{"verbs":["get","list","watch"],"apiGroups":["","build.openshift.io"],"resources":["builds/details"]},{"verbs":["get","list","watch"],"apiGroups":["","image.openshift.io"],"resources":["images","imagesignatures"]},{"verbs":["get"],"apiGroups":["","image.openshift.io"],"resources":["imagestreams/layers"]},{"verbs":["get","list","watch"],"apiGroups":["","oauth.openshift.io"],"resources":["oauthclientauthorizations"]},{"verbs":["list","watch"],"apiGroups":["","project.openshift.io"],"resources":["projects"]},{"verbs":["get","list","watch"],"apiGroups":["","project.openshift.io"],"resources":["projectrequests"]},{"verbs":["get","list","watch"],"apiGroups":["","quota.openshift.io"],"resources":["clusterresourcequotas","clusterresourcequotas/status"]},{"verbs":["get","list","watch"],"apiGroups":["","network.openshift.io"],"resources":["clusternetworks","egressnetworkpolicies","hostsubnets","netnamespaces"]},{"verbs":["get","list","watch"],"apiGroups":["","security.openshift.io"],"resources":["securitycontextconstraints"]},{"verbs":["get","list","watch"],"apiGroups":["security.openshift.io"],"resources":["rangeallocations"]},{"verbs":["get","list","watch"],"apiGroups":["","template.openshift.io"],"resources":["brokertemplateinstances","templateinstances/status"]},{"verbs":["get","list","watch"],"apiGroups":["","user.openshift.io"],"resources":["groups","identities","useridentitymappings","users"]},{"verbs":["create"],"apiGroups":["","authorization.openshift.io"],"resources":["localresourceaccessreviews","localsubjectaccessreviews","resourceaccessreviews","selfsubjectrulesreviews","subjectaccessreviews","subjectrulesreviews"]},{"verbs":["create"],"apiGroups":["authorization.k8s.io"],"resources":["localsubjectaccessreviews","selfsubjectaccessreviews","selfsubjectrulesreviews","subjectaccessreviews"]},{"verbs":["create"],"apiGroups":["authentication.k8s.io"],"resources":["tokenreviews"]},{"verbs":["create"],"apiGroups":["","security.openshift.io"],"resources":["podsecuritypolicyreviews","podsecuritypolicyselfsubjectreviews","podsecuritypolicysubjectreviews"]},{"verbs":["get"],"apiGroups":[""],"resources":["nodes/metrics","nodes/spec"]},{"verbs":["create","get"],"apiGroups":[""],"resources":["nodes/stats"]},{"verbs":["get"],"nonResourceURLs":["*"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:openshift:aggregate-to-edit","labels":{"rbac.authorization.k8s.io/aggregate-to-edit":"true"},"rules":[{"verbs":["create","delete","deletecollection","get","list","patch","update","watch"],"apiGroups":["","build.openshift.io"],"resources":["buildconfigs","buildconfigs/webhooks","builds"]},{"verbs":["get","list","watch"],"apiGroups":["","build.openshift.io"],"resources":["builds/log"]},{"verbs":["create"],"apiGroups":["","build.openshift.io"],"resources":["buildconfigs/instantiate","buildconfigs/instantiatebinary","builds/clone"]},{"verbs":["update"],"apiGroups":["","build.openshift.io"],"resources":["builds/details"]},{"verbs":["edit","view"],"apiGroups":["build.openshift.io"],"resources":["jenkins"]},{"verbs":["create","delete","deletecollection","get","list","patch","update","watch"],"apiGroups":["","apps.openshift.io"],"resources":["deploymentconfigs","deploymentconfigs/scale"]},{"verbs":["create"],"apiGroups":["","apps.openshift.io"],"resources":["deploymentconfigrollbacks","deploymentconfigs/instantiate","deploymentconfigs/rollback"]},{"verbs":["get","list","watch"],"apiGroups":["","apps.openshift.io"],"resources":["deploymentconfigs/log","deploymentconfigs/status"]},{"verbs":["create","delete","deletecollection","get","list","patch","update","watch"],"apiGroups":["","image.openshift.io"],"resources":["imagestreamimages","imagestreammappings","imagestreams","imagestreams/secrets","imagestreamtags","imagetags"]},{"verbs":["get","list","watch"],"apiGroups":["","image.openshift.io"],"resources":["imagestreams/status"]},{"verbs":["get","update"],"apiGroups":["","image.openshift.io"],"resources":["imagestreams/layers"]},{"verbs":["create"],"apiGroups":["","image.openshift.io"],"resources":["imagestreamimports"]},{"verbs":["get"],"apiGroups":["","project.openshift.io"],"resources":["projects"]},{"verbs":["get","list","watch"],"apiGroups":["","quota.openshift.io"],"resources":["appliedclusterresourcequotas"]},{"verbs":["create","delete","deletecollection","get","list","patch","update","watch"],"apiGroups":["","route.openshift.io"],"resources":["routes"]},{"verbs":["create"],"apiGroups":["","route.openshift.io"],"resources":["routes/custom-host"]},{"verbs":["get","list","watch"],"apiGroups":["","route.openshift.io"],"resources":["routes/status"]},{"verbs":["create","delete","deletecollection","get","list","patch","update","watch"],"apiGroups":["","template.openshift.io"],"resources":["processedtemplates","templateconfigs","templateinstances","templates"]},{"verbs":["create","delete","deletecollection","get","list","patch","update","watch"],"apiGroups":["networking.k8s.io"],"resources":["networkpolicies"]},{"verbs":["create","delete","deletecollection","get","list","patch","update","watch"],"apiGroups":["","build.openshift.io"],"resources":["buildlogs"]},{"verbs":["get","list","watch"],"apiGroups":[""],"resources":["resourcequotausages"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:openshift:aggregate-to-storage-admin","labels":{"storage.openshift.io/aggregate-to-storage-admin":"true"},"rules":[{"verbs":["create","delete","deletecollection","get","list","patch","update","watch"],"apiGroups":[""],"resources":["persistentvolumes"]},{"verbs":["create","delete","deletecollection","get","list","patch","update","watch"],"apiGroups":["storage.k8s.io"],"resources":["storageclasses"]},{"verbs":["get","list","watch"],"apiGroups":[""],"resources":["events","persistentvolumeclaims"]},{"verbs":["get","list","watch"],"apiGroups":[""],"resources":["pods"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:openshift:aggregate-to-view","labels":{"rbac.authorization.k8s.io/aggregate-to-view":"true"},"rules":[{"verbs":["get","list","watch"],"apiGroups":["","build.openshift.io"],"resources":["buildconfigs","buildconfigs/webhooks","builds"]},{"verbs":["get","list","watch"],"apiGroups":["","build.openshift.io"],"resources":["builds/log"]},{"verbs":["view"],"apiGroups":["build.openshift.io"],"resources":["jenkins"]},{"verbs":["get","list","watch"],"apiGroups":["","apps.openshift.io"],"resources":["deploymentconfigs","deploymentconfigs/scale"]},{"verbs":["get","list","watch"],"apiGroups":["","apps.openshift.io"],"resources":["deploymentconfigs/log","deploymentconfigs/status"]},{"verbs":["get","list","watch"],"apiGroups":["","image.openshift.io"],"resources":["imagestreamimages","imagestreammappings","imagestreams","imagestreamtags","imagetags"]},{"verbs":["get","list","watch"],"apiGroups":["","image.openshift.io"],"resources":["imagestreams/status"]},{"verbs":["get"],"apiGroups":["","project.openshift.io"],"resources":["projects"]},{"verbs":["get","list","watch"],"apiGroups":["","quota.openshift.io"],"resources":["appliedclusterresourcequotas"]},{"verbs":["get","list","watch"],"apiGroups":["","route.openshift.io"],"resources":["routes"]},{"verbs":["get","list","watch"],"apiGroups":["","route.openshift.io"],"resources":["routes/status"]},{"verbs":["get","list","watch"],"apiGroups":["","template.openshift.io"],"resources":["processedtemplates","templateconfigs","templateinstances","templates"]},{"verbs":["get","list","watch"],"apiGroups":["","build.openshift.io"],"resources":["buildlogs"]},{"verbs":["get","list","watch"],"apiGroups":[""],"resources":["resourcequotausages"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:openshift:controller:build-config-change-controller","rules":[{"verbs":["get","list","watch"],"apiGroups":["","build.openshift.io"],"resources":["buildconfigs"]},{"verbs":["create"],"apiGroups":["","build.openshift.io"],"resources":["buildconfigs/instantiate"]},{"verbs":["delete"],"apiGroups":["","build.openshift.io"],"resources":["builds"]},{"verbs":["create","patch","update"],"apiGroups":[""],"resources":["events"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:openshift:controller:build-controller","rules":[{"verbs":["delete","get","list","patch","update","watch"],"apiGroups":["","build.openshift.io"],"resources":["builds"]},{"verbs":["update"],"apiGroups":["","build.openshift.io"],"resources":["builds/finalizers"]},{"verbs":["get"],"apiGroups":["","build.openshift.io"],"resources":["buildconfigs"]},{"verbs":["create"],"apiGroups":["","build.openshift.io"],"resources":["builds/custom","builds/docker","builds/jenkinspipeline","builds/optimizeddocker","builds/source"]},{"verbs":["get","list"],"apiGroups":["","image.openshift.io"],"resources":["imagestreams"]},{"verbs":["get","list"],"apiGroups":[""],"resources":["secrets"]},{"verbs":["create","get","list"],"apiGroups":[""],"resources":["configmaps"]},{"verbs":["create","delete","get","list"],"apiGroups":[""],"resources":["pods"]},{"verbs":["get"],"apiGroups":[""],"resources":["namespaces"]},{"verbs":["get","list"],"apiGroups":[""],"resources":["serviceaccounts"]},{"verbs":["create"],"apiGroups":["","security.openshift.io"],"resources":["podsecuritypolicysubjectreviews"]},{"verbs":["get","list"],"apiGroups":["config.openshift.io"],"resources":["builds"]},{"verbs":["create","patch","update"],"apiGroups":[""],"resources":["events"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:openshift:controller:cluster-quota-reconciliation-controller","rules":[{"verbs":["get","list"],"apiGroups":[""],"resources":["configmaps"]},{"verbs":["get","list"],"apiGroups":[""],"resources":["secrets"]},{"verbs":["update"],"apiGroups":["","quota.openshift.io"],"resources":["clusterresourcequotas/status"]},{"verbs":["create","patch","update"],"apiGroups":[""],"resources":["events"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:openshift:controller:default-rolebindings-controller","rules":[{"verbs":["create"],"apiGroups":["rbac.authorization.k8s.io"],"resources":["rolebindings"]},{"verbs":["get","list","watch"],"apiGroups":[""],"resources":["namespaces"]},{"verbs":["get","list","watch"],"apiGroups":["rbac.authorization.k8s.io"],"resources":["rolebindings"]},{"verbs":["create","patch","update"],"apiGroups":[""],"resources":["events"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:openshift:controller:deployer-controller","rules":[{"verbs":["create","delete","get","list","patch","watch"],"apiGroups":[""],"resources":["pods"]},{"verbs":["delete"],"apiGroups":[""],"resources":["replicationcontrollers"]},{"verbs":["get","list","update","watch"],"apiGroups":[""],"resources":["replicationcontrollers"]},{"verbs":["get","update"],"apiGroups":[""],"resources":["replicationcontrollers/scale"]},{"verbs":["create","patch","update"],"apiGroups":[""],"resources":["events"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:openshift:controller:deploymentconfig-controller","rules":[{"verbs":["create","delete","get","list","patch","update","watch"],"apiGroups":[""],"resources":["replicationcontrollers"]},{"verbs":["get","update"],"apiGroups":[""],"resources":["replicationcontrollers/scale"]},{"verbs":["update"],"apiGroups":["","apps.openshift.io"],"resources":["deploymentconfigs/status"]},{"verbs":["update"],"apiGroups":["","apps.openshift.io"],"resources":["deploymentconfigs/finalizers"]},{"verbs":["get","list","watch"],"apiGroups":["","apps.openshift.io"],"resources":["deploymentconfigs"]},{"verbs":["create","patch","update"],"apiGroups":[""],"resources":["events"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:openshift:controller:horizontal-pod-autoscaler","rules":[{"verbs":["get","update"],"apiGroups":["","apps.openshift.io"],"resources":["deploymentconfigs/scale"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:openshift:controller:image-import-controller","rules":[{"verbs":["create","get","list","update","watch"],"apiGroups":["","image.openshift.io"],"resources":["imagestreams"]},{"verbs":["create","delete","get","list","patch","update","watch"],"apiGroups":["","image.openshift.io"],"resources":["images"]},{"verbs":["create"],"apiGroups":["","image.openshift.io"],"resources":["imagestreamimports"]},{"verbs":["create","patch","update"],"apiGroups":[""],"resources":["events"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:openshift:controller:image-trigger-controller","rules":[{"verbs":["list","watch"],"apiGroups":["","image.openshift.io"],"resources":["imagestreams"]},{"verbs":["get","update"],"apiGroups":["extensions"],"resources":["daemonsets"]},{"verbs":["get","update"],"apiGroups":["apps","extensions"],"resources":["deployments"]},{"verbs":["get","update"],"apiGroups":["apps"],"resources":["statefulsets"]},{"verbs":["get","update"],"apiGroups":["batch"],"resources":["cronjobs"]},{"verbs":["get","update"],"apiGroups":["","apps.openshift.io"],"resources":["deploymentconfigs"]},{"verbs":["create"],"apiGroups":["","build.openshift.io"],"resources":["buildconfigs/instantiate"]},{"verbs":["create"],"apiGroups":["","build.openshift.io"],"resources":["builds/custom","builds/docker","builds/jenkinspipeline","builds/optimizeddocker","builds/source"]},{"verbs":["create","patch","update"],"apiGroups":[""],"resources":["events"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:openshift:controller:origin-namespace-controller","rules":[{"verbs":["get","list","watch"],"apiGroups":[""],"resources":["namespaces"]},{"verbs":["update"],"apiGroups":[""],"resources":["namespaces/finalize","namespaces/status"]},{"verbs":["create","patch","update"],"apiGroups":[""],"resources":["events"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:openshift:controller:pv-recycler-controller","rules":[{"verbs":["create","delete","get","list","update","watch"],"apiGroups":[""],"resources":["persistentvolumes"]},{"verbs":["update"],"apiGroups":[""],"resources":["persistentvolumes/status"]},{"verbs":["get","list","update","watch"],"apiGroups":[""],"resources":["persistentvolumeclaims"]},{"verbs":["update"],"apiGroups":[""],"resources":["persistentvolumeclaims/status"]},{"verbs":["create","delete","get","list","watch"],"apiGroups":[""],"resources":["pods"]},{"verbs":["create","patch","update"],"apiGroups":[""],"resources":["events"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:openshift:controller:resourcequota-controller","rules":[{"verbs":["update"],"apiGroups":[""],"resources":["resourcequotas/status"]},{"verbs":["list"],"apiGroups":[""],"resources":["resourcequotas"]},{"verbs":["list"],"apiGroups":[""],"resources":["services"]},{"verbs":["list"],"apiGroups":[""],"resources":["configmaps"]},{"verbs":["list"],"apiGroups":[""],"resources":["secrets"]},{"verbs":["list"],"apiGroups":[""],"resources":["replicationcontrollers"]},{"verbs":["create","patch","update"],"apiGroups":[""],"resources":["events"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:openshift:controller:service-ingress-ip-controller","rules":[{"verbs":["list","update","watch"],"apiGroups":[""],"resources":["services"]},{"verbs":["update"],"apiGroups":[""],"resources":["services/status"]},{"verbs":["create","patch","update"],"apiGroups":[""],"resources":["events"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:openshift:controller:serviceaccount-controller","rules":[{"verbs":["create","delete","get","list","patch","update","watch"],"apiGroups":[""],"resources":["serviceaccounts"]},{"verbs":["create","patch","update"],"apiGroups":[""],"resources":["events"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:openshift:controller:serviceaccount-pull-secrets-controller","rules":[{"verbs":["create","get","list","patch","update","watch"],"apiGroups":[""],"resources":["serviceaccounts"]},{"verbs":["create"],"apiGroups":[""],"resources":["serviceaccounts/token"]},{"verbs":["create","delete","get","list","patch","update","watch"],"apiGroups":[""],"resources":["secrets"]},{"verbs":["get","list","watch"],"apiGroups":[""],"resources":["services"]},{"verbs":["create","patch","update"],"apiGroups":[""],"resources":["events"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:openshift:controller:template-instance-controller","rules":[{"verbs":["create"],"apiGroups":["authorization.k8s.io"],"resources":["subjectaccessreviews"]},{"verbs":["update"],"apiGroups":["template.openshift.io"],"resources":["templateinstances/status"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:openshift:controller:template-instance-finalizer-controller","rules":[{"verbs":["update"],"apiGroups":["template.openshift.io"],"resources":["templateinstances/status"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:openshift:controller:template-service-broker","rules":[{"verbs":["create"],"apiGroups":["authorization.k8s.io"],"resources":["subjectaccessreviews"]},{"verbs":["create"],"apiGroups":["authorization.openshift.io"],"resources":["subjectaccessreviews"]},{"verbs":["create","delete","get","update"],"apiGroups":["template.openshift.io"],"resources":["brokertemplateinstances"]},{"verbs":["update"],"apiGroups":["template.openshift.io"],"resources":["brokertemplateinstances/finalizers"]},{"verbs":["assign","create","delete","get"],"apiGroups":["template.openshift.io"],"resources":["templateinstances"]},{"verbs":["get","list","watch"],"apiGroups":["template.openshift.io"],"resources":["templates"]},{"verbs":["create","delete","get"],"apiGroups":[""],"resources":["secrets"]},{"verbs":["get"],"apiGroups":[""],"resources":["configmaps","services"]},{"verbs":["get"],"apiGroups":[""],"resources":["routes"]},{"verbs":["get"],"apiGroups":["route.openshift.io"],"resources":["routes"]},{"verbs":["create","patch","update"],"apiGroups":[""],"resources":["events"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:openshift:controller:unidling-controller","rules":[{"verbs":["get","update"],"apiGroups":[""],"resources":["endpoints","replicationcontrollers/scale","services"]},{"verbs":["get","patch","update"],"apiGroups":[""],"resources":["replicationcontrollers"]},{"verbs":["get","patch","update"],"apiGroups":["","apps.openshift.io"],"resources":["deploymentconfigs"]},{"verbs":["get","update"],"apiGroups":["apps","extensions"],"resources":["deployments/scale","replicasets/scale"]},{"verbs":["get","update"],"apiGroups":["","apps.openshift.io"],"resources":["deploymentconfigs/scale"]},{"verbs":["list","watch"],"apiGroups":[""],"resources":["events"]},{"verbs":["create","patch","update"],"apiGroups":[""],"resources":["events"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:openshift:discovery","rules":[{"verbs":["get"],"nonResourceURLs":["/version","/version/*","/api","/api/*","/apis","/apis/*","/oapi","/oapi/*","/openapi/v2","/swaggerapi","/swaggerapi/*","/swagger.json","/swagger-2.0.0.pb-v1","/osapi","/osapi/","/.well-known","/.well-known/oauth-authorization-server","/"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:openshift:scc:anyuid","rules":[{"apiGroups":["security.openshift.io"],"resourceNames":["anyuid"],"resources":["securitycontextconstraints"],"verbs":["use"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:openshift:scc:hostaccess","rules":[{"apiGroups":["security.openshift.io"],"resourceNames":["hostaccess"],"resources":["securitycontextconstraints"],"verbs":["use"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:openshift:scc:hostmount","rules":[{"apiGroups":["security.openshift.io"],"resourceNames":["hostmount"],"resources":["securitycontextconstraints"],"verbs":["use"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:openshift:scc:hostmount-anyuid","rules":[{"apiGroups":["security.openshift.io"],"resourceNames":["hostmount-anyuid"],"resources":["securitycontextconstraints"],"verbs":["use"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:openshift:scc:hostmount-anyuid-v2","rules":[{"apiGroups":["security.openshift.io"],"resourceNames":["hostmount-anyuid-v2"],"resources":["securitycontextconstraints"],"verbs":["use"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:openshift:scc:hostnetwork","rules":[{"apiGroups":["security.openshift.io"],"resourceNames":["hostnetwork"],"resources":["securitycontextconstraints"],"verbs":["use"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:openshift:scc:hostnetwork-v2","rules":[{"apiGroups":["security.openshift.io"],"resourceNames":["hostnetwork-v2"],"resources":["securitycontextconstraints"],"verbs":["use"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:openshift:scc:nonroot","rules":[{"apiGroups":["security.openshift.io"],"resourceNames":["nonroot"],"resources":["securitycontextconstraints"],"verbs":["use"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:openshift:scc:nonroot-v2","rules":[{"apiGroups":["security.openshift.io"],"resourceNames":["nonroot-v2"],"resources":["securitycontextconstraints"],"verbs":["use"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:openshift:scc:privileged","rules":[{"apiGroups":["security.openshift.io"],"resourceNames":["privileged"],"resources":["securitycontextconstraints"],"verbs":["use"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:openshift:scc:restricted","rules":[{"apiGroups":["security.openshift.io"],"resourceNames":["restricted"],"resources":["securitycontextconstraints"],"verbs":["use"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:openshift:scc:restricted-v2","rules":[{"apiGroups":["security.openshift.io"],"resourceNames":["restricted-v2"],"resources":["securitycontextconstraints"],"verbs":["use"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:openshift:templateservicebroker-client","rules":[{"verbs":["delete","get","put","update"],"nonResourceURLs":["/brokers/template.openshift.io/*"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:router","rules":[{"verbs":["list","watch"],"apiGroups":["discovery.k8s.io"],"resources":["endpointslices"]},{"verbs":["list","watch"],"apiGroups":[""],"resources":["endpoints"]},{"verbs":["list","watch"],"apiGroups":[""],"resources":["services"]},{"verbs":["create"],"apiGroups":["authentication.k8s.io"],"resources":["tokenreviews"]},{"verbs":["create"],"apiGroups":["authorization.k8s.io"],"resources":["subjectaccessreviews"]},{"verbs":["list","watch"],"apiGroups":["","route.openshift.io"],"resources":["routes"]},{"verbs":["update"],"apiGroups":["","route.openshift.io"],"resources":["routes/status"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:scope-impersonation","rules":[{"verbs":["impersonate"],"apiGroups":["authentication.k8s.io"],"resources":["userextras/scopes.authorization.openshift.io"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:sdn-manager","rules":[{"verbs":["create","delete","get","list","watch"],"apiGroups":["","network.openshift.io"],"resources":["hostsubnets","netnamespaces"]},{"verbs":["create","get"],"apiGroups":["","network.openshift.io"],"resources":["clusternetworks"]},{"verbs":["get","list","watch"],"apiGroups":[""],"resources":["nodes"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:sdn-reader","rules":[{"verbs":["get","list","watch"],"apiGroups":["","network.openshift.io"],"resources":["egressnetworkpolicies","hostsubnets","netnamespaces"]},{"verbs":["get","list","watch"],"apiGroups":[""],"resources":["namespaces","nodes"]},{"verbs":["get","list","watch"],"apiGroups":["networking.k8s.io"],"resources":["networkpolicies"]},{"verbs":["get"],"apiGroups":["","network.openshift.io"],"resources":["clusternetworks"]},{"verbs":["create","patch","update"],"apiGroups":[""],"resources":["events"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRole","name":"system:webhook","rules":[{"verbs":["create","get"],"apiGroups":["","build.openshift.io"],"resources":["buildconfigs/webhooks"]}]}',
    ],
    [
        63,
        '{"kind":"ClusterRoleBinding","name":"basic-users","roleRef":{"kind":"ClusterRole","name":"basic-user"},"subjects":[{"kind":"Group","name":"system:authenticated"}]}',
    ],
    [
        63,
        '{"kind":"ClusterRoleBinding","name":"cluster-admins","roleRef":{"kind":"ClusterRole","name":"cluster-admin"},"subjects":[{"kind":"Group","name":"system:cluster-admins"},{"kind":"User","name":"system:admin"}]}',
    ],
    [
        63,
        '{"kind":"ClusterRoleBinding","name":"cluster-readers","roleRef":{"kind":"ClusterRole","name":"cluster-reader"},"subjects":[{"kind":"Group","name":"system:cluster-readers"}]}',
    ],
    [
        63,
        '{"kind":"ClusterRoleBinding","name":"cluster-status-binding","roleRef":{"kind":"ClusterRole","name":"cluster-status"},"subjects":[{"kind":"Group","name":"system:authenticated"}]}',
    ],
    [
        63,
        '{"kind":"ClusterRoleBinding","name":"self-access-reviewers","roleRef":{"kind":"ClusterRole","name":"self-access-reviewer"},"subjects":[{"kind":"Group","name":"system:authenticated"}]}',
    ],
    [
        63,
        '{"kind":"ClusterRoleBinding","name":"self-provisioners","roleRef":{"kind":"ClusterRole","name":"self-provisioner"},"subjects":[{"kind":"Group","name":"system:authenticated:oauth"}]}',
    ],
    [
        63,
        '{"kind":"ClusterRoleBinding","name":"system:build-strategy-docker-binding","roleRef":{"kind":"ClusterRole","name":"system:build-strategy-docker"},"subjects":[{"kind":"Group","name":"system:authenticated"}]}',
    ],
    [
        63,
        '{"kind":"ClusterRoleBinding","name":"system:build-strategy-jenkinspipeline-binding","roleRef":{"kind":"ClusterRole","name":"system:build-strategy-jenkinspipeline"},"subjects":[{"kind":"Group","name":"system:authenticated"}]}',
    ],
    [
        63,
        '{"kind":"ClusterRoleBinding","name":"system:build-strategy-source-binding","roleRef":{"kind":"ClusterRole","name":"system:build-strategy-source"},"subjects":[{"kind":"Group","name":"system:authenticated"}]}',
    ],
    [
        63,
        '{"kind":"ClusterRoleBinding","name":"system:controller:horizontal-pod-autoscaler","roleRef":{"kind":"ClusterRole","name":"system:controller:horizontal-pod-autoscaler"},"subjects":[{"kind":"ServiceAccount","name":"horizontal-pod-autoscaler","namespace":"openshift-infra"}]}',
    ],
    [
        63,
        '{"kind":"ClusterRoleBinding","name":"system:image-builder","roleRef":{"kind":"ClusterRole","name":"system:image-builder"},"subjects":[{"kind":"ServiceAccount","name":"default-rolebindings-controller","namespace":"openshift-infra"}]}',
    ],
    [
        63,
        '{"kind":"ClusterRoleBinding","name":"system:image-puller","roleRef":{"kind":"ClusterRole","name":"system:image-puller"},"subjects":[{"kind":"ServiceAccount","name":"default-rolebindings-controller","namespace":"openshift-infra"}]}',
    ],
    [
        63,
        '{"kind":"ClusterRoleBinding","name":"system:masters","roleRef":{"kind":"ClusterRole","name":"system:master"},"subjects":[{"kind":"Group","name":"system:masters"}]}',
    ],
    [
        63,
        '{"kind":"ClusterRoleBinding","name":"system:node-admins","roleRef":{"kind":"ClusterRole","name":"system:node-admin"},"subjects":[{"kind":"User","name":"system:master"},{"kind":"Group","name":"system:node-admins"}]}',
    ],
    [
        63,
        '{"kind":"ClusterRoleBinding","name":"system:node-bootstrapper","roleRef":{"kind":"ClusterRole","name":"system:node-bootstrapper"},"subjects":[{"kind":"ServiceAccount","name":"node-bootstrapper","namespace":"openshift-infra"}]}',
    ],
    [
        63,
        '{"kind":"ClusterRoleBinding","name":"system:node-proxiers","roleRef":{"kind":"ClusterRole","name":"system:node-proxier"},"subjects":[{"kind":"Group","name":"system:nodes"}]}',
    ],
    [
        63,
        '{"kind":"ClusterRoleBinding","name":"system:oauth-token-deleters","roleRef":{"kind":"ClusterRole","name":"system:oauth-token-deleter"},"subjects":[{"kind":"Group","name":"system:authenticated"}]}',
    ],
    [
        63,
        '{"kind":"ClusterRoleBinding","name":"system:openshift:controller:build-config-change-controller","roleRef":{"kind":"ClusterRole","name":"system:openshift:controller:build-config-change-controller"},"subjects":[{"kind":"ServiceAccount","name":"build-config-change-controller","namespace":"openshift-infra"}]}',
    ],
    [
        63,
        '{"kind":"ClusterRoleBinding","name":"system:openshift:controller:build-controller","roleRef":{"kind":"ClusterRole","name":"system:openshift:controller:build-controller"},"subjects":[{"kind":"ServiceAccount","name":"build-controller","namespace":"openshift-infra"}]}',
    ],
    [
        63,
        '{"kind":"ClusterRoleBinding","name":"system:openshift:controller:cluster-quota-reconciliation-controller","roleRef":{"kind":"ClusterRole","name":"system:openshift:controller:cluster-quota-reconciliation-controller"},"subjects":[{"kind":"ServiceAccount","name":"cluster-quota-reconciliation-controller","namespace":"openshift-infra"}]}',
    ],
    [
        63,
        '{"kind":"ClusterRoleBinding","name":"system:openshift:controller:default-rolebindings-controller","roleRef":{"kind":"ClusterRole","name":"system:openshift:controller:default-rolebindings-controller"},"subjects":[{"kind":"ServiceAccount","name":"default-rolebindings-controller","namespace":"openshift-infra"}]}',
    ],
    [
        63,
        '{"kind":"ClusterRoleBinding","name":"system:openshift:controller:deployer-controller","roleRef":{"kind":"ClusterRole","name":"system:openshift:controller:deployer-controller"},"subjects":[{"kind":"ServiceAccount","name":"deployer-controller","namespace":"openshift-infra"}]}',
    ],
    [
        63,
        '{"kind":"ClusterRoleBinding","name":"system:openshift:controller:deploymentconfig-controller","roleRef":{"kind":"ClusterRole","name":"system:openshift:controller:deploymentconfig-controller"},"subjects":[{"kind":"ServiceAccount","name":"deploymentconfig-controller","namespace":"openshift-infra"}]}',
    ],
    [
        63,
        '{"kind":"ClusterRoleBinding","name":"system:openshift:controller:horizontal-pod-autoscaler","roleRef":{"kind":"ClusterRole","name":"system:openshift:controller:horizontal-pod-autoscaler"},"subjects":[{"kind":"ServiceAccount","name":"horizontal-pod-autoscaler","namespace":"openshift-infra"}]}',
    ],
    [
        63,
        '{"kind":"ClusterRoleBinding","name":"system:openshift:controller:image-import-controller","roleRef":{"kind":"ClusterRole","name":"system:openshift:controller:image-import-controller"},"subjects":[{"kind":"ServiceAccount","name":"image-import-controller","namespace":"openshift-infra"}]}',
    ],
    [
        63,
        '{"kind":"ClusterRoleBinding","name":"system:openshift:controller:image-trigger-controller","roleRef":{"kind":"ClusterRole","name":"system:openshift:controller:image-trigger-controller"},"subjects":[{"kind":"ServiceAccount","name":"image-trigger-controller","namespace":"openshift-infra"}]}',
    ],
    [
        63,
        '{"kind":"ClusterRoleBinding","name":"system:openshift:controller:origin-namespace-controller","roleRef":{"kind":"ClusterRole","name":"system:openshift:controller:origin-namespace-controller"},"subjects":[{"kind":"ServiceAccount","name":"origin-namespace-controller","namespace":"openshift-infra"}]}',
    ],
    [
        63,
        '{"kind":"ClusterRoleBinding","name":"system:openshift:controller:pv-recycler-controller","roleRef":{"kind":"ClusterRole","name":"system:openshift:controller:pv-recycler-controller"},"subjects":[{"kind":"ServiceAccount","name":"pv-recycler-controller","namespace":"openshift-infra"}]}',
    ],
    [
        63,
        '{"kind":"ClusterRoleBinding","name":"system:openshift:controller:resourcequota-controller","roleRef":{"kind":"ClusterRole","name":"system:openshift:controller:resourcequota-controller"},"subjects":[{"kind":"ServiceAccount","name":"resourcequota-controller","namespace":"openshift-infra"}]}',
    ],
    [
        63,
        '{"kind":"ClusterRoleBinding","name":"system:openshift:controller:service-ingress-ip-controller","roleRef":{"kind":"ClusterRole","name":"system:openshift:controller:service-ingress-ip-controller"},"subjects":[{"kind":"ServiceAccount","name":"service-ingress-ip-controller","namespace":"openshift-infra"}]}',
    ],
    [
        63,
        '{"kind":"ClusterRoleBinding","name":"system:openshift:controller:serviceaccount-controller","roleRef":{"kind":"ClusterRole","name":"system:openshift:controller:serviceaccount-controller"},"subjects":[{"kind":"ServiceAccount","name":"serviceaccount-controller","namespace":"openshift-infra"}]}',
    ],
    [
        63,
        '{"kind":"ClusterRoleBinding","name":"system:openshift:controller:serviceaccount-pull-secrets-controller","roleRef":{"kind":"ClusterRole","name":"system:openshift:controller:serviceaccount-pull-secrets-controller"},"subjects":[{"kind":"ServiceAccount","name":"serviceaccount-pull-secrets-controller","namespace":"openshift-infra"}]}',
    ],
    [
        63,
        '{"kind":"ClusterRoleBinding","name":"system:openshift:controller:template-instance-controller","roleRef":{"kind":"ClusterRole","name":"system:openshift:controller:template-instance-controller"},"subjects":[{"kind":"ServiceAccount","name":"template-instance-controller","namespace":"openshift-infra"}]}',
    ],
    [
        63,
        '{"kind":"ClusterRoleBinding","name":"system:openshift:controller:template-instance-controller:admin","roleRef":{"kind":"ClusterRole","name":"admin"},"subjects":[{"kind":"ServiceAccount","name":"template-instance-controller","namespace":"openshift-infra"}]}',
    ],
    [
        63,
        '{"kind":"ClusterRoleBinding","name":"system:openshift:controller:template-instance-finalizer-controller","roleRef":{"kind":"ClusterRole","name":"system:openshift:controller:template-instance-finalizer-controller"},"subjects":[{"kind":"ServiceAccount","name":"template-instance-finalizer-controller","namespace":"openshift-infra"}]}',
    ],
    [
        63,
        '{"kind":"ClusterRoleBinding","name":"system:openshift:controller:template-instance-finalizer-controller:admin","roleRef":{"kind":"ClusterRole","name":"admin"},"subjects":[{"kind":"ServiceAccount","name":"template-instance-finalizer-controller","namespace":"openshift-infra"}]}',
    ],
    [
        63,
        '{"kind":"ClusterRoleBinding","name":"system:openshift:controller:template-service-broker","roleRef":{"kind":"ClusterRole","name":"system:openshift:controller:template-service-broker"},"subjects":[{"kind":"ServiceAccount","name":"template-service-broker","namespace":"openshift-infra"}]}',
    ],
    [
        63,
        '{"kind":"ClusterRoleBinding","name":"system:openshift:controller:unidling-controller","roleRef":{"kind":"ClusterRole","name":"system:openshift:controller:unidling-controller"},"subjects":[{"kind":"ServiceAccount","name":"unidling-controller","namespace":"openshift-infra"}]}',
    ],
    [
        63,
        '{"kind":"ClusterRoleBinding","name":"system:openshift:discovery","roleRef":{"kind":"ClusterRole","name":"system:openshift:discovery"},"subjects":[{"kind":"Group","name":"system:authenticated"}]}',
    ],
    [
        63,
        '{"kind":"ClusterRoleBinding","name":"system:openshift:scc:restricted-v2","roleRef":{"kind":"ClusterRole","name":"system:openshift:scc:restricted-v2"},"subjects":[{"kind":"Group","name":"system:authenticated"}]}',
    ],
    [
        63,
        '{"kind":"ClusterRoleBinding","name":"system:scope-impersonation","roleRef":{"kind":"ClusterRole","name":"system:scope-impersonation"},"subjects":[{"kind":"Group","name":"system:authenticated"}]}',
    ],
    [
        63,
        '{"kind":"ClusterRoleBinding","name":"system:sdn-readers","roleRef":{"kind":"ClusterRole","name":"system:sdn-reader"},"subjects":[{"kind":"Group","name":"system:nodes"}]}',
    ],
    [
        63,
        '{"kind":"ClusterRoleBinding","name":"system:webhooks","roleRef":{"kind":"ClusterRole","name":"system:webhook"},"subjects":[{"kind":"Group","name":"system:authenticated"}]}',
    ],
    [
        63,
        '{"kind":"Role","name":"cluster-monitoring-metrics-api","namespace":"openshift-monitoring","labels":{"app.kubernetes.io/managed-by":"cluster-monitoring-operator","app.kubernetes.io/part-of":"openshift-monitoring"},"rules":[{"apiGroups":["monitoring.coreos.com"],"resourceNames":["k8s"],"resources":["prometheuses/api"],"verbs":["get","create","update"]}]}',
    ],
    [
        63,
        '{"kind":"Role","name":"monitoring-alertmanager-edit","namespace":"openshift-monitoring","labels":{"app.kubernetes.io/managed-by":"cluster-monitoring-operator","app.kubernetes.io/part-of":"openshift-monitoring"},"rules":[{"apiGroups":["monitoring.coreos.com"],"resourceNames":["main"],"resources":["alertmanagers/api"],"verbs":["*"]}]}',
    ],
    [
        63,
        '{"kind":"Role","name":"monitoring-alertmanager-view","namespace":"openshift-monitoring","labels":{"app.kubernetes.io/managed-by":"cluster-monitoring-operator","app.kubernetes.io/part-of":"openshift-monitoring"},"rules":[{"apiGroups":["monitoring.coreos.com"],"resourceNames":["main"],"resources":["alertmanagers/api"],"verbs":["get","list"]}]}',
    ],
    [
        63,
        '{"kind":"Role","name":"shared-resource-viewer","namespace":"openshift","rules":[{"verbs":["get","list","watch"],"apiGroups":["","template.openshift.io"],"resources":["templates"]},{"verbs":["get","list","watch"],"apiGroups":["","image.openshift.io"],"resources":["imagestreamimages","imagestreams","imagestreamtags","imagetags"]},{"verbs":["get"],"apiGroups":["","image.openshift.io"],"resources":["imagestreams/layers"]},{"verbs":["get"],"apiGroups":[""],"resources":["configmaps"]}]}',
    ],
    [
        63,
        '{"kind":"Role","name":"system:node-config-reader","namespace":"openshift-node","rules":[{"verbs":["get"],"apiGroups":[""],"resources":["configmaps"]}]}',
    ],
    [
        63,
        '{"kind":"Role","name":"user-workload-monitoring-config-edit","namespace":"openshift-user-workload-monitoring","labels":{"app.kubernetes.io/managed-by":"cluster-monitoring-operator","app.kubernetes.io/part-of":"openshift-monitoring"},"rules":[{"apiGroups":[""],"resourceNames":["user-workload-monitoring-config"],"resources":["configmaps"],"verbs":["get","list","watch","patch","update"]}]}',
    ],
    [
        63,
        '{"kind":"RoleBinding","name":"shared-resource-viewers","namespace":"openshift","roleRef":{"kind":"Role","name":"shared-resource-viewer"},"subjects":[{"kind":"Group","name":"system:authenticated"}]}',
    ],
    [
        63,
        '{"kind":"RoleBinding","name":"system:node-config-reader","namespace":"openshift-node","roleRef":{"kind":"Role","name":"system:node-config-reader"},"subjects":[{"kind":"Group","name":"system:nodes"}]}',
    ],
    [
        63,
        '{"kind":"SecurityContextConstraints","name":"privileged","constraints":{"allowHostDirVolumePlugin":true,"allowHostIPC":true,"allowHostNetwork":true,"allowHostPID":true,"allowHostPorts":true,"allowPrivilegeEscalation":true,"allowPrivilegedContainer":true,"allowedCapabilities":["*"],"allowedUnsafeSysctls":["*"],"defaultAddCapabilities":null,"fsGroup":{"type":"RunAsAny"},"readOnlyRootFilesystem":false,"requiredDropCapabilities":null,"runAsUser":{"type":"RunAsAny"},"seLinuxContext":{"type":"RunAsAny"},"seccompProfiles":["*"],"supplementalGroups":{"type":"RunAsAny"},"volumes":["*"]}}',
    ],
    [
        7,
        '{"kind":"SecurityContextConstraints","name":"anyuid","constraints":{"allowHostDirVolumePlugin":false,"allowHostIPC":false,"allowHostNetwork":false,"allowHostPID":false,"allowHostPorts":false,"allowPrivilegeEscalation":true,"allowPrivilegedContainer":false,"allowedCapabilities":null,"defaultAddCapabilities":null,"fsGroup":{"type":"RunAsAny"},"readOnlyRootFilesystem":false,"requiredDropCapabilities":["MKNOD"],"runAsUser":{"type":"RunAsAny"},"seLinuxContext":{"type":"MustRunAs"},"supplementalGroups":{"type":"RunAsAny"},"volumes":["configMap","csi","downwardAPI","emptyDir","ephemeral","persistentVolumeClaim","projected","secret"]}}',
    ],
    [
        7,
        '{"kind":"SecurityContextConstraints","name":"hostaccess","constraints":{"allowHostDirVolumePlugin":true,"allowHostIPC":true,"allowHostNetwork":true,"allowHostPID":true,"allowHostPorts":true,"allowPrivilegeEscalation":true,"allowPrivilegedContainer":false,"allowedCapabilities":null,"defaultAddCapabilities":null,"fsGroup":{"type":"MustRunAs"},"readOnlyRootFilesystem":false,"requiredDropCapabilities":["KILL","MKNOD","SETUID","SETGID"],"runAsUser":{"type":"MustRunAsRange"},"seLinuxContext":{"type":"MustRunAs"},"supplementalGroups":{"type":"RunAsAny"},"volumes":["configMap","csi","downwardAPI","emptyDir","ephemeral","hostPath","persistentVolumeClaim","projected","secret"]}}',
    ],
    [
        7,
        '{"kind":"SecurityContextConstraints","name":"hostmount-anyuid","constraints":{"allowHostDirVolumePlugin":true,"allowHostIPC":false,"allowHostNetwork":false,"allowHostPID":false,"allowHostPorts":false,"allowPrivilegeEscalation":true,"allowPrivilegedContainer":false,"allowedCapabilities":null,"defaultAddCapabilities":null,"fsGroup":{"type":"RunAsAny"},"readOnlyRootFilesystem":false,"requiredDropCapabilities":["MKNOD"],"runAsUser":{"type":"RunAsAny"},"seLinuxContext":{"type":"MustRunAs"},"supplementalGroups":{"type":"RunAsAny"},"volumes":["configMap","csi","downwardAPI","emptyDir","ephemeral","hostPath","nfs","persistentVolumeClaim","projected","secret"]}}',
    ],
    [
        7,
        '{"kind":"SecurityContextConstraints","name":"hostmount-anyuid-v2","constraints":{"allowHostDirVolumePlugin":true,"allowHostIPC":false,"allowHostNetwork":false,"allowHostPID":false,"allowHostPorts":false,"allowPrivilegeEscalation":true,"allowPrivilegedContainer":false,"allowedCapabilities":null,"defaultAddCapabilities":null,"fsGroup":{"type":"RunAsAny"},"readOnlyRootFilesystem":false,"requiredDropCapabilities":["MKNOD"],"runAsUser":{"type":"RunAsAny"},"seLinuxContext":{"type":"RunAsAny"},"supplementalGroups":{"type":"RunAsAny"},"volumes":["configMap","csi","downwardAPI","emptyDir","ephemeral","hostPath","nfs","persistentVolumeClaim","projected","secret"]}}',
    ],
    [
        7,
        '{"kind":"SecurityContextConstraints","name":"hostnetwork","constraints":{"allowHostDirVolumePlugin":false,"allowHostIPC":false,"allowHostNetwork":true,"allowHostPID":false,"allowHostPorts":true,"allowPrivilegeEscalation":true,"allowPrivilegedContainer":false,"allowedCapabilities":null,"defaultAddCapabilities":null,"fsGroup":{"type":"MustRunAs"},"readOnlyRootFilesystem":false,"requiredDropCapabilities":["KILL","MKNOD","SETUID","SETGID"],"runAsUser":{"type":"MustRunAsRange"},"seLinuxContext":{"type":"MustRunAs"},"supplementalGroups":{"type":"MustRunAs"},"volumes":["configMap","csi","downwardAPI","emptyDir","ephemeral","persistentVolumeClaim","projected","secret"]}}',
    ],
    [
        7,
        '{"kind":"SecurityContextConstraints","name":"hostnetwork-v2","constraints":{"allowHostDirVolumePlugin":false,"allowHostIPC":false,"allowHostNetwork":true,"allowHostPID":false,"allowHostPorts":true,"allowPrivilegeEscalation":false,"allowPrivilegedContainer":false,"allowedCapabilities":["NET_BIND_SERVICE"],"defaultAddCapabilities":null,"fsGroup":{"type":"MustRunAs"},"readOnlyRootFilesystem":false,"requiredDropCapabilities":["ALL"],"runAsUser":{"type":"MustRunAsRange"},"seLinuxContext":{"type":"MustRunAs"},"seccompProfiles":["runtime/default"],"supplementalGroups":{"type":"MustRunAs"},"volumes":["configMap","csi","downwardAPI","emptyDir","ephemeral","persistentVolumeClaim","projected","secret"]}}',
    ],
    [
        7,
        '{"kind":"SecurityContextConstraints","name":"nonroot","constraints":{"allowHostDirVolumePlugin":false,"allowHostIPC":false,"allowHostNetwork":false,"allowHostPID":false,"allowHostPorts":false,"allowPrivilegeEscalation":true,"allowPrivilegedContainer":false,"allowedCapabilities":null,"defaultAddCapabilities":null,"fsGroup":{"type":"RunAsAny"},"readOnlyRootFilesystem":false,"requiredDropCapabilities":["KILL","MKNOD","SETUID","SETGID"],"runAsUser":{"type":"MustRunAsNonRoot"},"seLinuxContext":{"type":"MustRunAs"},"supplementalGroups":{"type":"RunAsAny"},"volumes":["configMap","csi","downwardAPI","emptyDir","ephemeral","persistentVolumeClaim","projected","secret"]}}',
    ],
    [
        7,
        '{"kind":"SecurityContextConstraints","name":"nonroot-v2","constraints":{"allowHostDirVolumePlugin":false,"allowHostIPC":false,"allowHostNetwork":false,"allowHostPID":false,"allowHostPorts":false,"allowPrivilegeEscalation":false,"allowPrivilegedContainer":false,"allowedCapabilities":["NET_BIND_SERVICE"],"defaultAddCapabilities":null,"fsGroup":{"type":"RunAsAny"},"readOnlyRootFilesystem":false,"requiredDropCapabilities":["ALL"],"runAsUser":{"type":"MustRunAsNonRoot"},"seLinuxContext":{"type":"MustRunAs"},"seccompProfiles":["runtime/default"],"supplementalGroups":{"type":"RunAsAny"},"volumes":["configMap","csi","downwardAPI","emptyDir","ephemeral","persistentVolumeClaim","projected","secret"]}}',
    ],
    [
        7,
        '{"kind":"SecurityContextConstraints","name":"restricted","constraints":{"allowHostDirVolumePlugin":false,"allowHostIPC":false,"allowHostNetwork":false,"allowHostPID":false,"allowHostPorts":false,"allowPrivilegeEscalation":true,"allowPrivilegedContainer":false,"allowedCapabilities":null,"defaultAddCapabilities":null,"fsGroup":{"type":"MustRunAs"},"readOnlyRootFilesystem":false,"requiredDropCapabilities":["KILL","MKNOD","SETUID","SETGID"],"runAsUser":{"type":"MustRunAsRange"},"seLinuxContext":{"type":"MustRunAs"},"supplementalGroups":{"type":"RunAsAny"},"volumes":["configMap","csi","downwardAPI","emptyDir","ephemeral","persistentVolumeClaim","projected","secret"]}}',
    ],
    [
        7,
        '{"kind":"SecurityContextConstraints","name":"restricted-v2","constraints":{"allowHostDirVolumePlugin":false,"allowHostIPC":false,"allowHostNetwork":false,"allowHostPID":false,"allowHostPorts":false,"allowPrivilegeEscalation":false,"allowPrivilegedContainer":false,"allowedCapabilities":["NET_BIND_SERVICE"],"defaultAddCapabilities":null,"fsGroup":{"type":"MustRunAs"},"readOnlyRootFilesystem":false,"requiredDropCapabilities":["ALL"],"runAsUser":{"type":"MustRunAsRange"},"seLinuxContext":{"type":"MustRunAs"},"seccompProfiles":["runtime/default"],"supplementalGroups":{"type":"RunAsAny"},"volumes":["configMap","csi","downwardAPI","emptyDir","ephemeral","persistentVolumeClaim","projected","secret"]}}',
    ],
];

;// CONCATENATED MODULE: ./build/rbac/state/default-rbac.js








const userFacingRoles = ['admin', 'edit', 'view'];
/** Whether a ClusterRole of this name is one that people bind outside any repository, to teams and tenants. */
function isUserFacing(name) {
    return userFacingRoles.includes(name);
}
const byPlatform = new Map();
/**
 * The roles and bindings every cluster of this Kubernetes version (`1.34`, `v1.34.2`) begins with, and those of the OpenShift
 * version that is built on it. A version newer than all known ones is read as the newest, an older one as the oldest; text
 * that is not a version is an InputError.
 */
function defaultRbac({ kubernetesVersion, openshift }) {
    const version = nearestVersion(kubernetesVersion);
    const key = `${version} ${openshift === true}`;
    const known = byPlatform.get(key);
    if (known !== undefined)
        return known;
    const bit = 1 << defaultRbacVersions.indexOf(version);
    const roles = [];
    const bindings = userFacingRoles.map(heldOutside);
    const podConstraints = new Map();
    // Both lists have the same versions: OpenShift 4.(n - 13) is built on Kubernetes 1.n.
    for (const [versions, text] of openshift === true ? [...defaultRbacData, ...openshiftData] : defaultRbacData) {
        if ((versions & bit) === 0)
            continue;
        const object = JSON.parse(text);
        if (object.kind === 'Role' || object.kind === 'ClusterRole')
            roles.push(defaultRole(object, object.kind));
        else if (object.kind === 'SecurityContextConstraints') {
            podConstraints.set(object.name, (0,pod_constraints/* constraintsAllow */.U5)(object.constraints ?? {}));
        }
        else if (!isUserFacing(object.roleRef?.name ?? '')) {
            // Who is bound to a user-facing role is one of its holders.
            bindings.push(defaultBinding(object, object.kind));
        }
    }
    const objects = { ...rbac_objects/* noObjects */.IG, roles, bindings, podConstraints };
    byPlatform.set(key, objects);
    return objects;
}
/** What a reader should know where the defaults of another version are used for `kubernetesVersion`. */
function versionNotes(kubernetesVersion) {
    const nearest = nearestVersion(kubernetesVersion);
    if (Number(minorOf(kubernetesVersion)) === Number(minorOf(nearest)))
        return [];
    return [
        `The default roles of Kubernetes ${nearest} are used for those of ${kubernetesVersion}, which are not known.`,
    ];
}
function minorOf(kubernetesVersion) {
    return /^v?1\.(\d+)(?:[.+-].*)?$/.exec(kubernetesVersion.trim())?.[1];
}
/** The known version whose defaults are used for `kubernetesVersion`. */
function nearestVersion(kubernetesVersion) {
    const minor = minorOf(kubernetesVersion);
    const newest = defaultRbacVersions.at(-1) ?? '';
    if (minor === undefined) {
        throw new input_error/* InputError */.d([
            { what: `"${kubernetesVersion}" is not a Kubernetes version`, fix: `Write it as in "${newest}".` },
        ]);
    }
    const minors = defaultRbacVersions.map((version) => Number(version.slice(2)));
    return `1.${Math.min(Math.max(Number(minor), Math.min(...minors)), Math.max(...minors))}`;
}
function defaultRole(object, kind) {
    const selectors = object.aggregationRule?.clusterRoleSelectors.map((selector) => (0,label_selector/* readLabelSelector */.Qt)(selector) ?? []);
    return {
        kind,
        name: object.name,
        namespace: object.namespace,
        origin: 'default',
        labels: { 'kubernetes.io/bootstrapping': 'rbac-defaults', ...object.labels },
        selectors,
        rules: (object.rules ?? []).map((rule, index) => (0,rbac_object/* ruleAt */.mH)(['rules', index], rule)),
        resource: undefined,
        reconciled: true,
    };
}
function defaultBinding(object, kind) {
    return {
        kind,
        name: object.name,
        namespace: object.namespace,
        origin: 'default',
        role: object.roleRef ?? { kind: '', name: '' },
        rolePath: ['roleRef', 'name'],
        subjects: (object.subjects ?? []).map(({ kind: subjectKind, name, namespace }, index) => ({
            subject: (0,subject/* subjectOf */.et)(subjectKind, name, namespace),
            path: ['subjects', index],
        })),
        resource: undefined,
    };
}
/** In the place of the bindings of a user-facing role that no repository shows. */
function heldOutside(name) {
    return {
        kind: 'ClusterRoleBinding',
        name,
        namespace: undefined,
        origin: 'default',
        role: { kind: 'ClusterRole', name },
        rolePath: [],
        subjects: [{ subject: (0,subject/* subjectOf */.et)('RoleHolder', name), path: [] }],
        resource: undefined,
    };
}


/***/ })

};
