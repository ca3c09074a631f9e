export const id = 451;
export const ids = [451];
export const modules = {

/***/ 80451:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  policyCommand: () => (/* binding */ policyCommand)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/gate/ignores.js
var ignores = __webpack_require__(96877);
;// CONCATENATED MODULE: ./build/gate/idle-entries.js

/** Rules whose findings are about commits, the gate or the forge's settings: they are in no scope, as those of every rule about signatures are. */
const withoutScope = new Set([
    'gate-changed',
    'review-weakened',
    'unusual-change',
    'secret-in-history',
    'unprotected-branch',
    'review-not-required',
    'public-repository',
]);
/**
 * What a valid policy states and that holds for nobody, or for nothing: roles that nobody has, levels by scope of what is in none, entries of `ignore` that are expired or
 * that the gate refuses whatever they meet (how-it-judges.md, "Accepted findings"). `categoryOf` gives the category of a rule; `now` is in
 * milliseconds.
 */
function idleEntries({ signatures, ignore, rulesByScope }, categoryOf, now) {
    const known = new Set([...signatures.signers, ...signatures.identities].flatMap(({ roles }) => roles));
    const idle = new Set(signatures.requirements.flatMap(({ roles }) => roles.filter((role) => !known.has(role))));
    return [
        ...[...idle].map((role) => `signatures.require asks for the role ${role}, which no entry of signatures.signers has: nobody meets it`),
        ...[...rulesByScope.keys()]
            .filter((rule) => withoutScope.has(rule) || categoryOf(rule) === 'signature')
            .map((rule) => `rules: findings of ${rule} are in no scope, so that its levels by scope hold for none of them`),
        ...ignore.flatMap((entry) => {
            const why = (0,ignores/* isExpired */._d)(entry, now) ? `it expired after ${entry.until}` : (0,ignores/* neverHolds */.pi)(entry, categoryOf(entry.rule));
            return why === undefined ? [] : [`ignore, line ${entry.line}: the entry for ${entry.rule} does not hold: ${why}`];
        }),
    ];
}

// EXTERNAL MODULE: ./build/gate/unknown-scopes.js
var unknown_scopes = __webpack_require__(87192);
// EXTERNAL MODULE: ./build/gate/unrendered-root.js
var unrendered_root = __webpack_require__(56963);
// EXTERNAL MODULE: ./build/git/open-repository.js + 22 modules
var open_repository = __webpack_require__(13416);
// EXTERNAL MODULE: ./build/input-error.js
var input_error = __webpack_require__(53587);
// EXTERNAL MODULE: ./build/policy/read-trusted-folder.js
var read_trusted_folder = __webpack_require__(69642);
// EXTERNAL MODULE: ./build/policy/trusted-folder.js
var trusted_folder = __webpack_require__(66965);
// EXTERNAL MODULE: ./build/policy/read-policy.js
var read_policy = __webpack_require__(27614);
;// CONCATENATED MODULE: ./build/policy/validate-policy.js

/** Validates the bytes of one policy file; `path` is how the person named it. Pure ASCII apart from the path. */
function validatePolicy(bytes, path, ruleIds) {
    return validation((0,read_policy/* readPolicy */.T)(bytes, path, ruleIds).problems, `${path}: valid\n`);
}
/** The problems with their places, or `good` where there are none. */
function validation(problems, good) {
    if (problems.length === 0)
        return { text: good, exitCode: 0 };
    const lines = problems.map(({ file, line, column, what, fix }) => `${file}:${line}:${column}: ${what}\n  ${fix}\n`);
    const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
    return { text: `${lines.join('')}${count}\n`, exitCode: 2 };
}

// EXTERNAL MODULE: ./build/report/redact.js
var redact = __webpack_require__(17234);
// EXTERNAL MODULE: ./build/report/terminal/workflow-command.js
var workflow_command = __webpack_require__(20143);
// EXTERNAL MODULE: ./build/report/visible.js
var visible = __webpack_require__(6257);
// EXTERNAL MODULE: ./build/report/wording.js
var wording = __webpack_require__(62867);
// EXTERNAL MODULE: ./build/rules/index.js + 59 modules
var rules = __webpack_require__(26474);
// EXTERNAL MODULE: ./build/rules/repository/gate-changed/folder-problems.js
var folder_problems = __webpack_require__(92507);
// EXTERNAL MODULE: ./build/signature/trust/admin-keys.js
var admin_keys = __webpack_require__(81308);
// EXTERNAL MODULE: ./build/signature/trust/load-trust.js + 1 modules
var load_trust = __webpack_require__(71553);
// EXTERNAL MODULE: ./build/signature/trust/unnamed-signers.js
var unnamed_signers = __webpack_require__(30006);
// EXTERNAL MODULE: ./build/cli/local-folder.js
var local_folder = __webpack_require__(93375);
// EXTERNAL MODULE: ./build/kube/kustomization.js
var kustomization = __webpack_require__(41113);
;// CONCATENATED MODULE: ./build/cli/policy/idle-render.js



/** What `render` of a policy names and the folder around it does not have; patterns are left out, they may mean what is yet to come. */
function idleRender({ require, roots }, repository) {
    const isThere = (path) => (0,external_node_fs_.existsSync)((0,external_node_path_.join)(repository, path));
    const names = new Set(roots.map(({ name }) => name));
    const isNamed = (entry) => {
        // `Application argocd/shop (argo/shop.yaml)`, `charts/web (values-prod.yaml)`.
        const [, before = '', inside = ''] = /^(.*?) \(([^()]*)\)/.exec(entry) ?? [];
        return names.has(entry) || [entry, before, inside].some((each) => each !== '' && isThere(each));
    };
    const isBuilt = (folder) => [...kustomization/* kustomizationNames */.KF, 'Chart.yaml'].some((file) => isThere((0,external_node_path_.join)(folder, file)));
    return [
        ...require
            .filter((entry) => !/[*?[{]/.test(entry) && !isNamed(entry))
            .map((entry) => `render.require names ${entry}, and there is neither a folder nor a file of that name here`),
        ...roots
            .filter(({ path }) => !isBuilt(path))
            .map(({ path }) => `render.roots names the folder ${path}, in which there is neither a kustomization nor a chart here`),
    ];
}

;// CONCATENATED MODULE: ./build/cli/policy/validate.js





















const usual = '.gitops-gate';
const ruleIds = rules/* rules */.a.map((rule) => rule.id);
const categoryOf = (id) => rules/* rules */.a.find((rule) => rule.id === id)?.category;
/** `policy validate [FOLDER|FILE]`: 0 when the folder with its keys, or the one policy file, is good; 2 when it is not. */
async function policyCommand(args) {
    const [action, given] = args.positionals;
    if (action !== 'validate') {
        const what = `policy ${JSON.stringify(action)} is not known`;
        throw new input_error/* InputError */.d([{ what, fix: 'use: policy validate [FOLDER|FILE]' }]);
    }
    const path = given ?? (await usualFolder());
    if ((0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false })?.isSymbolicLink()) {
        const what = `${path} is a symbolic link, which the gate never follows where it is committed.`;
        throw new input_error/* InputError */.d([{ what, fix: 'Put the folder or file itself there.' }]);
    }
    const entries = (0,local_folder/* localFolder */.M)(path);
    const { text, exitCode } = entries === undefined ? validatePolicy(readInput(path), path, ruleIds) : validateFolder(entries, path);
    const lines = (0,workflow_command/* logText */.kc)((0,redact/* redactText */.R)(text.split('\n').map(visible/* visible */.RK).join('\n')));
    (exitCode === 0 ? process.stdout : process.stderr).write(lines);
    return exitCode;
}
/** The folder here, or at the top of the repository. */
async function usualFolder() {
    if (isFolder(usual))
        return usual;
    const repository = await (0,open_repository/* openRepository */.h)(process.cwd());
    const top = (0,external_node_path_.relative)(process.cwd(), (0,external_node_path_.join)(repository.directory, usual));
    await repository.close();
    if (isFolder(top))
        return top;
    const fix = '`gitops-gate init` writes one; another is named: policy validate FOLDER';
    throw new input_error/* InputError */.d([{ what: `There is no folder ${usual} here.`, fix }]);
}
function isFolder(path) {
    return (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
function validateFolder(entries, path) {
    const folder = path.replace(/\/+$/, '');
    const problems = (0,folder_problems/* folderProblems */.V)(entries, folder, ruleIds);
    if (problems.length === 0 && !entries.some(({ path: file }) => isOfGate(file, folder))) {
        const what = `${folder} has neither a policy.yaml nor keys: it is not a folder of the gate.`;
        throw new input_error/* InputError */.d([{ what, fix: '`gitops-gate init` writes one; another is named: policy validate FOLDER' }]);
    }
    return validation(problems, `${folder}: valid\n${folderFacts(entries, folder).join('')}`);
}
const isOfGate = (file, folder) => (0,trusted_folder/* trustedKind */.M2)(file, folder) !== undefined || isLeftOut(file, folder);
/** What a good folder comes to, and what its owner may have meant otherwise. */
function folderFacts(entries, folder) {
    const { policy, files } = (0,read_trusted_folder.readTrustedFolder)(entries, folder, ruleIds);
    const trust = (0,load_trust/* loadTrust */.V)(files, policy.signatures);
    const ssh = (0,wording/* count */.U9)(trust.allowedSigners.size, 'SSH key');
    const openpgp = (0,wording/* count */.U9)(files.openpgp.length, 'OpenPGP file');
    const hasAdmin = (0,admin_keys/* mayHaveAdmin */.FX)(policy);
    const notes = [
        ...(policy.source === undefined ? [`there is no ${folder}/policy.yaml: the built-in defaults hold`] : []),
        ...(trust.trustsKeys ? [] : ['it trusts no key: signatures are reported and do not block']),
        ...(trust.trustsKeys && !hasAdmin ? [noAdmin] : []),
        ...(hasAdmin && trust.adminKeys.size === 0
            ? ['no trusted key is an admin’s: nobody can answer for a change of this folder']
            : []),
        ...(0,unnamed_signers/* signerNotes */.k)(trust),
        ...(0,unrendered_root/* unsupportedTrust */.Y)(policy, files),
        ...idleEntries(policy, categoryOf, Date.now()),
        ...missingScopes(policy, (0,external_node_path_.dirname)(folder)),
        ...idleRender(policy.render, (0,external_node_path_.dirname)(folder)),
        ...entries.flatMap(({ path }) => isLeftOut(path, folder) ? `${path} is not read: keys are keys/*.asc and x509/*.pem` : []),
    ];
    return [
        `  failOn: ${policy.failOn}; trusts ${ssh} and ${openpgp}; ${(0,wording/* count */.U9)(trust.adminKeys.size, 'key')} of admins\n`,
        ...notes.map((note) => `  note: ${note}\n`),
    ];
}
/** Scopes that no cluster of the policy and no folder is called by; what is longer than one name, or a glob, may be of any files. */
function missingScopes(policy, top) {
    const names = policy.clusters.map(({ name }) => name);
    const isKnown = (stated) => names.includes(stated) || !/^[\w-]+$/.test(stated) || (0,external_node_fs_.existsSync)((0,external_node_path_.join)(top, stated));
    return (0,unknown_scopes/* unknownScopes */.I)(policy, isKnown, names);
}
const noAdmin = 'it names no admin (signatures.signers, roles: [admin]): whoever holds a trusted key may change this folder, and nobody answers for the pipeline';
/** A file where keys are, which the gate does not read. */
function isLeftOut(path, folder) {
    const inside = path.slice(folder.length + 1);
    return (/^(?:keys|x509)\//.test(inside) && (0,trusted_folder/* trustedKind */.M2)(path, folder) === undefined && !/^[^/]+\/README\.md$/.test(inside));
}
function readInput(file) {
    try {
        return (0,external_node_fs_.readFileSync)(file);
    }
    catch {
        throw new input_error/* InputError */.d([
            { what: `${file} cannot be read`, fix: 'name a policy file, or a folder like .gitops-gate' },
        ]);
    }
}


/***/ }),

/***/ 46043:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Eg: () => (/* binding */ compareFindings),
/* harmony export */   R8: () => (/* binding */ filesOf),
/* harmony export */   ek: () => (/* binding */ placesOf),
/* harmony export */   ig: () => (/* binding */ comparePlaces)
/* harmony export */ });
/* harmony import */ var _severity_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15989);

/** Every place of a finding; the first may go on over lines. */
function placesOf(finding) {
    const { position, endLine, places = [] } = finding;
    if (position === undefined)
        return places;
    return [{ ...position, ...(endLine === undefined ? {} : { endLine }) }, ...places];
}
/** Every file a finding is in, each once. */
function filesOf(finding) {
    const positions = [...(finding.position ? [finding.position] : []), ...(finding.places ?? [])];
    return [...new Set(positions.map((position) => position.file))];
}
/** Worst first, then by file, line, column, rule and fingerprint: the order of every report. */
function compareFindings(a, b) {
    return (0,_severity_js__WEBPACK_IMPORTED_MODULE_0__/* .compareSeverity */ .zK)(a.severity, b.severity) || comparePlaces(a, b);
}
/** By file, line, column, rule, fingerprint, message and severity; findings without a place come first. */
function comparePlaces(a, b) {
    return (compareText(a.position?.file ?? '', b.position?.file ?? '') ||
        (a.position?.line ?? 0) - (b.position?.line ?? 0) ||
        (a.position?.column ?? 0) - (b.position?.column ?? 0) ||
        compareText(a.rule, b.rule) ||
        compareText(a.fingerprint, b.fingerprint) ||
        compareText(a.message, b.message) ||
        (0,_severity_js__WEBPACK_IMPORTED_MODULE_0__/* .compareSeverity */ .zK)(a.severity, b.severity));
}
/** By code units: the same on every machine, whatever its locale. */
function compareText(a, b) {
    return Number(a > b) - Number(a < b);
}


/***/ }),

/***/ 96877:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   XQ: () => (/* binding */ decideIgnore),
/* harmony export */   _d: () => (/* binding */ isExpired),
/* harmony export */   pi: () => (/* binding */ neverHolds)
/* harmony export */ });
/* harmony import */ var _policy_glob_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(64757);
/* harmony import */ var _finding_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46043);


/** Whether an entry's last day (UTC, inclusive) is over at `now`, milliseconds since the epoch. */
function isExpired(entry, now) {
    return new Date(now).toISOString().slice(0, 10) > entry.until;
}
/** Decides whether one of the base's ignore entries covers a finding (how-it-judges.md, "Accepted findings"). `after` gives the blob ids that secrets are pinned to. */
function decideIgnore(finding, entries, after, now) {
    const refused = [];
    for (const entry of entries) {
        if (!isMeantFor(entry, finding))
            continue;
        const why = refusal(entry, finding, after, now);
        if (why === undefined)
            return { by: entry, refused: [] };
        refused.push(`The ignore entry on line ${entry.line} of the policy does not hold: ${why}.`);
    }
    return { by: undefined, refused };
}
/** Every selector an entry names must match: naming two narrows it. */
function isMeantFor(entry, finding) {
    if (entry.rule !== finding.rule)
        return false;
    const { fingerprint, object, path } = entry;
    if (fingerprint === undefined && object === undefined && path === undefined)
        return false;
    if (fingerprint !== undefined && fingerprint !== finding.fingerprint)
        return false;
    if (object !== undefined && !(finding.object && namesObject(object, finding.object)))
        return false;
    return path === undefined || coversFiles(path, (0,_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .filesOf */ .R8)(finding));
}
/** A finding in several files is covered only when the glob covers them all; one in no file never is. */
function coversFiles(glob, files) {
    return files.length > 0 && files.every((file) => (0,_policy_glob_js__WEBPACK_IMPORTED_MODULE_1__/* .matchGlob */ .s)(glob, file));
}
/** Why an entry meant for a finding may not hide it; undefined where it may. */
function refusal(entry, finding, after, now) {
    if (isExpired(entry, now))
        return `it expired after ${entry.until}`;
    if (entry.fingerprint === undefined && finding.severity === 'critical')
        return 'a critical finding is ignored only by its exact fingerprint';
    const never = neverHolds(entry, finding.category);
    if (never !== undefined)
        return never;
    // A finding about a commit needs no pin: the commit's id is part of its fingerprint.
    if (finding.category === 'secret' && !(finding.commit !== undefined && entry.fingerprint !== undefined)) {
        return pinRefusal(entry, (0,_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .filesOf */ .R8)(finding), after);
    }
    return undefined;
}
const unpinned = 'a secret is ignored only together with the blob id of its file';
/** Why an entry hides no finding of a category, whatever it meets; undefined where it may. */
function neverHolds({ fingerprint, object, path, blobs }, category) {
    if (fingerprint !== undefined)
        return undefined;
    if (object === undefined && path === undefined)
        return 'it names no fingerprint, object or path';
    if (category === 'rbac' && object === undefined)
        return 'a path never hides an RBAC finding';
    return category === 'secret' && blobs.length === 0 ? unpinned : undefined;
}
function pinRefusal(entry, files, after) {
    if (entry.blobs.length === 0)
        return unpinned;
    const isPinned = (file) => entry.blobs.includes(after.get(file)?.id ?? '');
    return files.length > 0 && files.every(isPinned)
        ? undefined
        : 'the file is not the one it was pinned to; any change to it makes the secret count again';
}
/**
 * Whether an ignore's `object` (`Kind/name`, `Kind/namespace/name`, either with `Kind.group`) names this object. A part
 * that holds a slash is not a valid Kubernetes name and would make the text ambiguous: it matches nothing.
 */
function namesObject(reference, { group, kind, namespace, name }) {
    const rest = namespace === undefined ? [name] : [namespace, name];
    if ([kind, ...rest].some((part) => part.includes('/') || part === ''))
        return false;
    const qualified = group === '' ? kind : `${kind}.${group}`;
    return [kind, qualified].some((first) => [first, ...rest].join('/') === reference);
}


/***/ }),

/***/ 87192:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ unknownScopes),
/* harmony export */   O: () => (/* binding */ unknownScopesOfRun)
/* harmony export */ });
/* harmony import */ var _kube_scope_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99464);
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77658);
/* harmony import */ var _policy_glob_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(64757);



/** Scopes that a note names. */
const mostNamed = 8;
/**
 * Levels by scope of scopes that there are none of: what they were to make stricter keeps its own severity, without a word. `isKnown` says whether there
 * is a scope that a name or glob means, `names` are those that may have been meant.
 */
function unknownScopes({ rulesByScope }, isKnown, names) {
    const rulesOf = new Map();
    for (const [rule, levels] of rulesByScope) {
        // What rendered objects declare in turn is known only where they are rendered.
        for (const stated of levels.keys()) {
            if (stated.startsWith('root ') || isKnown(stated))
                continue;
            rulesOf.set(stated, [...(rulesOf.get(stated) ?? []), rule]);
        }
    }
    return [...rulesOf].map(([stated, rules]) => {
        const meant = (0,_nearest_js__WEBPACK_IMPORTED_MODULE_1__/* .nearest */ .p)(stated, names);
        const shown = names.slice(0, mostNamed).join(', ');
        const there = shown === ''
            ? ''
            : ` (there ${names.length === 1 ? 'is' : 'are'} ${shown}${names.length > mostNamed ? ', …' : ''})`;
        const hint = meant === undefined ? there : `; did you mean ${meant}?`;
        return `rules: no scope is called ${stated}, so that what ${rules.join(', ')} states for it holds for nothing${hint}`;
    });
}
/** The same of a run, which knows all files and the roots that are rendered. */
function unknownScopesOfRun(policy, paths, roots) {
    if (policy.rulesByScope.size === 0)
        return [];
    const scopes = new Set(policy.clusters.map(({ name }) => name));
    for (const path of paths)
        scopes.add((0,_kube_scope_js__WEBPACK_IMPORTED_MODULE_0__/* .asDelivered */ .De)((0,_kube_scope_js__WEBPACK_IMPORTED_MODULE_0__/* .scopeOf */ .Od)(path, policy.clusters)));
    const all = [...scopes, ...[...roots].map((id) => `root ${id}`)].sort();
    const notes = unknownScopes(policy, (stated) => all.some((scope) => (0,_policy_glob_js__WEBPACK_IMPORTED_MODULE_2__/* .matchGlob */ .s)(stated, scope)), all);
    return notes.map((note) => `${policy.source ?? 'The policy'}: ${note}${note.endsWith('?') ? '' : '.'}`);
}


/***/ }),

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

/***/ 99464:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BA: () => (/* binding */ isDeliveredScope),
/* harmony export */   De: () => (/* binding */ asDelivered),
/* harmony export */   M2: () => (/* binding */ environmentsOf),
/* harmony export */   Od: () => (/* binding */ scopeOf),
/* harmony export */   YQ: () => (/* binding */ scopesNear),
/* harmony export */   Z$: () => (/* binding */ isDelivered),
/* harmony export */   c1: () => (/* binding */ scopesWith),
/* harmony export */   jZ: () => (/* binding */ mayBeOneCluster)
/* harmony export */ });
/* unused harmony export isWhereverIs */
/* harmony import */ var _policy_glob_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(64757);

/** Directories whose children are clusters or environments, each a scope of its own. */
const parents = new Set(['clusters', 'environments', 'envs', 'overlays', 'stages', 'sites', 'tenants']);
/** Words that name an environment. */
const environments = new Set(`dev devel develop development test testing tst qa sit uat acc acceptance int integration stage staging stg preprod
   preproduction nonprod nonproduction prod production prd live canary preview sandbox sbx demo perf dr`.split(/\s+/));
/** Those of them that name one also before a region or a number: `prod-eu-1`. `test-operator` is none. */
const leading = /^(?:dev|qa|uat|staging|stg|preprod|nonprod|prod|production|prd)$/;
/** Files that tools deliver by their own: YAML and JSON, and what a template is made of. */
const delivered = /\.(?:ya?ml|json|tpl|tmpl|gotmpl|j2)$|(?:^|\/)templates\/|(?:^|\/)Kustomization$/i;
/** Marks the scope of files that are not delivered as they are. */
const undelivered = ' (not delivered)';
/**
 * The scope a file belongs to (how-it-judges.md, "Scopes"): the first `clusters` entry that matches its path, else its first
 * directory (the first two below `clusters/` and the like), with every environment that a directory below names; `.` for
 * files at the top. What has another name (`role.yaml.disabled`, `notes.txt`) is delivered only where a kustomization
 * names it (`isNamed`): else it is a scope of its own, so that it excuses nothing when it is renamed.
 */
function scopeOf(path, clusters, isNamed = false) {
    const scope = deliveredScope(path, clusters);
    return isNamed || isDelivered(path) ? scope : `${scope}${undelivered}`;
}
/** Whether tools deliver a file of this name by themselves. */
function isDelivered(path) {
    return delivered.test(path);
}
/** Whether the files of a scope are delivered as they are. */
function isDeliveredScope(scope) {
    return !scope.endsWith(undelivered);
}
/** The scope that the files of another one are in where something delivers them. */
function asDelivered(scope) {
    return isDeliveredScope(scope) ? scope : scope.slice(0, -undelivered.length);
}
/**
 * Whether two scopes can be parts of one cluster: no environment of the one contradicts the other's. A folder without an
 * environment may be a base of any.
 */
function mayBeOneCluster(one, other) {
    const [left, right] = [environmentsOf(one), environmentsOf(other)];
    return left.every((name, index) => index >= right.length || right[index] === name);
}
/** Whether every cluster that a scope can be part of can have another scope as well: that one names no further environment. */
function isWhereverIs(one, other) {
    const [left, right] = [environmentsOf(one), environmentsOf(other)];
    return left.every((name, index) => right[index] === name);
}
/** Gives for a scope the others that may be of the same cluster. Scopes that the policy names (`isExact`) are exact: nothing reaches into them, or out of them. */
function scopesNear(around, isExact) {
    const takesPart = (scope) => isDeliveredScope(scope) && !isExact(scope);
    const others = [...around].flatMap(([scope, sides]) => takesPart(scope) ? [{ scope, place: sides.place ?? scope, sides }] : []);
    // Scopes are many, environments few: those of one environment have the same ones near.
    const known = new Map();
    const nearTo = (own) => {
        const key = environmentsOf(own).join('/');
        const found = known.get(key) ??
            others
                .filter(({ place }) => mayBeOneCluster(place, own))
                .map((other) => ({ ...other, isEverywhere: isWhereverIs(other.place, own) }));
        known.set(key, found);
        return found;
    };
    return (scope) => takesPart(scope) ? nearTo(around.get(scope)?.place ?? scope).filter((other) => other.scope !== scope) : [];
}
/** Those of the scopes that are in every cluster that has both the first scope and one of the others. */
function scopesWith(near, { place }) {
    return near.filter((each) => each.isEverywhere || isWhereverIs(each.place, place));
}
function deliveredScope(path, clusters) {
    const entry = clusters.find(({ paths }) => paths.some((pattern) => (0,_policy_glob_js__WEBPACK_IMPORTED_MODULE_0__/* .matchGlob */ .s)(pattern, path)));
    if (entry !== undefined)
        return entry.name;
    const scope = folderScope(path);
    // A directory that happens to be called like an entry must not join it.
    return clusters.some(({ name }) => name === scope) ? `${scope}/` : scope;
}
/** The scope of a path by the names of its folders alone. */
function folderScope(path) {
    const [first, ...rest] = path.split('/').slice(0, -1);
    if (first === undefined)
        return '.';
    const steps = [first];
    let above = first;
    for (const name of rest) {
        if (parents.has(above) || isEnvironment(name))
            steps.push(name);
        above = name;
    }
    return steps.join('/');
}
/** The parts of a scope's name that distinguish environments. */
function environmentsOf(scope) {
    const [first = '', ...rest] = scope.split('/');
    return isEnvironment(first) ? [first, ...rest] : rest;
}
function isEnvironment(name) {
    const words = name.toLowerCase().split(/[-_.]/);
    const last = (words.at(-1) ?? '').replace(/\d+$/, '');
    if (environments.has(words.join('')) || environments.has(last))
        return true;
    // `eu-prod-1`
    if (last === '' && environments.has(words.at(-2) ?? ''))
        return true;
    return leading.test((words[0] ?? '').replace(/\d+$/, ''));
}


/***/ })

};
