export const id = 472;
export const ids = [472,331];
export const modules = {

/***/ 8472:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  audit: () => (/* binding */ audit),
  check: () => (/* binding */ check),
  inputsOf: () => (/* binding */ inputsOf),
  localRequest: () => (/* binding */ localRequest),
  personsHost: () => (/* binding */ personsHost)
});

// EXTERNAL MODULE: ./build/git/open-repository.js + 19 modules
var open_repository = __webpack_require__(5537);
// EXTERNAL MODULE: ./build/report/visible.js
var visible = __webpack_require__(6257);
;// CONCATENATED MODULE: ./build/host/terminal.js

/** A person's terminal, a hook or a pipe: the report on standard output, a line of progress on a standard error that is a terminal. */
function terminalHost(streams, render) {
    const progress = (text) => {
        if (streams.stderr.isTTY === true)
            streams.stderr.write(`\r\x1b[2K${text}`);
    };
    return {
        name: 'terminal',
        async step(title, work) {
            progress(`${(0,visible/* visible */.R)(title)} …`);
            try {
                return await work();
            }
            finally {
                progress('');
            }
        },
        publish: (report, _, lost = []) => {
            streams.stdout.write(render(report));
            for (const { what, remedy } of lost)
                streams.stderr.write(`gitops-gate: ${(0,visible/* visible */.R)(what)}\n  ${(0,visible/* visible */.R)(remedy)}\n`);
            return Promise.resolve({ state: 'published', problems: [] });
        },
    };
}

// EXTERNAL MODULE: ./build/input-error.js
var input_error = __webpack_require__(3587);
// EXTERNAL MODULE: ./build/run.js + 15 modules
var run = __webpack_require__(8753);
// EXTERNAL MODULE: ./build/report/machine/json.js
var json = __webpack_require__(2243);
// EXTERNAL MODULE: ./build/report/markdown/markdown.js + 2 modules
var markdown = __webpack_require__(7344);
// EXTERNAL MODULE: ./build/report/terminal/terminal.js
var terminal = __webpack_require__(3830);
// EXTERNAL MODULE: ./build/cli/terminal-style.js
var terminal_style = __webpack_require__(6777);
;// CONCATENATED MODULE: ./build/cli/format.js




/** The report in the format asked for. */
function renderFormat(format, report) {
    if (format === 'json')
        return (0,json/* renderJson */.h)(report);
    if (format === 'markdown')
        return (0,markdown/* renderMarkdown */.G)(report, { bytes: 1024 * 1024 });
    return (0,terminal/* renderTerminal */.b)(report, (0,terminal_style/* terminalStyle */.w)());
}

;// CONCATENATED MODULE: ./build/cli/check.js





/** `check`: judges a change of a local repository, or the one a GitLab pipeline runs for. */
async function check(args) {
    if (args.values.get('ci') === 'gitlab')
        return checkOnGitlab(args);
    return (0,run/* run */.e)(inputsOf(args, 'check', await localRequest(args)), personsHost(args));
}
/** What a person asks to be compared: HEAD with the default branch, unless the flags say otherwise. Throws InputError. */
async function localRequest(args) {
    const { values, switches } = args;
    if (switches.has('staged')) {
        if (!values.has('head'))
            return { kind: 'staged', base: values.get('base') ?? 'HEAD' };
        throw new input_error/* InputError */.d([{ what: '--staged and --head exclude each other', fix: 'give one of them' }]);
    }
    const base = values.get('base') ?? (await defaultBase(values.get('repo') ?? process.cwd()));
    return { kind: 'request', base, head: values.get('head') ?? 'HEAD' };
}
/** `audit`: everything that stands at a revision, as if all were new. */
async function audit(args) {
    const request = { kind: 'audit', rev: args.values.get('rev') ?? 'HEAD' };
    return (0,run/* run */.e)(inputsOf(args, 'audit', request), personsHost(args));
}
async function checkOnGitlab(args) {
    const taken = ['base', 'head'].filter((flag) => args.values.has(flag));
    if (taken.length > 0 || args.switches.has('staged')) {
        throw new input_error/* InputError */.d([
            { what: '--ci takes the range from the pipeline', fix: 'leave out --base, --head and --staged' },
        ]);
    }
    const [{ gitlabHost }, { gitlabInvocation }] = await Promise.all([
        __webpack_require__.e(/* import() */ 500).then(__webpack_require__.bind(__webpack_require__, 1500)),
        __webpack_require__.e(/* import() */ 643).then(__webpack_require__.bind(__webpack_require__, 1643)),
    ]);
    const invocation = gitlabInvocation(process.env);
    if (invocation.kind === 'nothing') {
        process.stdout.write(`${invocation.note}\n`);
        return 0;
    }
    const { command, request, remote, isPush } = invocation;
    return (0,run/* run */.e)({ ...inputsOf(args, command, request), remote, isPush }, gitlabHost((text) => process.stdout.write(text)));
}
/** The flags that every judging command shares. */
function inputsOf(args, command, request) {
    return {
        command,
        repo: args.values.get('repo') ?? process.cwd(),
        request,
        remote: undefined,
        failOn: args.values.get('fail-on'),
        policyPath: args.values.get('policy-path') ?? '.gitops-gate',
        kubernetesVersion: args.values.get('kubernetes-version'),
        out: args.values.get('out'),
        isPush: false,
    };
}
/** A person at a terminal: progress there, the report in the format asked for on standard output. */
function personsHost(args) {
    return terminalHost(process, (report) => renderFormat(args.values.get('format') ?? 'text', report));
}
async function defaultBase(repo) {
    const repository = await (0,open_repository/* openRepository */.h)(repo);
    try {
        const branch = await repository.defaultBranch();
        if (branch !== undefined)
            return branch;
    }
    finally {
        await repository.close();
    }
    throw new input_error/* InputError */.d([
        {
            what: 'The repository has no default branch to compare with.',
            fix: 'Name one: --base REV. "check --staged" judges what is not committed yet.',
        },
    ]);
}


/***/ }),

/***/ 3436:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  c: () => (/* binding */ gatherManifests)
});

// EXTERNAL MODULE: ./build/gather/budget.js
var gather_budget = __webpack_require__(9653);
// EXTERNAL MODULE: ./build/kube/candidate.js
var candidate = __webpack_require__(9405);
// EXTERNAL MODULE: ./build/kube/read-file.js + 3 modules
var read_file = __webpack_require__(982);
// EXTERNAL MODULE: ./build/policy/glob.js
var glob = __webpack_require__(4757);
;// CONCATENATED MODULE: ./build/kube/scope.js

/** Directories whose children are clusters or environments, each a scope of its own. */
const parents = new Set(['clusters', 'environments', 'envs', 'overlays', 'stages', 'sites', 'tenants']);
/** Files that tools deliver by their own: YAML and JSON, and what a template is made of. */
const delivered = /\.(?:ya?ml|json|tpl|tmpl|gotmpl|j2)$|(?:^|\/)templates\/|(?:^|\/)Kustomization$/i;
/**
 * The scope a file belongs to (contracts §6): the first `clusters` entry that matches its path, else its first
 * directory (the first two below `clusters/` and the like), `.` for files at the top.
 * What stands under another name (`role.yaml.disabled`, `notes.txt`) is delivered only where a kustomization lists it: it
 * is a scope of its own beside that, so that it excuses nothing when it is renamed.
 */
function scopeOf(path, clusters) {
    const scope = deliveredScope(path, clusters);
    return delivered.test(path) ? scope : `${scope} (not delivered)`;
}
function deliveredScope(path, clusters) {
    const entry = clusters.find(({ paths }) => paths.some((pattern) => (0,glob/* matchGlob */.s)(pattern, path)));
    if (entry !== undefined)
        return entry.name;
    const directories = path.split('/').slice(0, -1);
    const depth = parents.has(directories[0] ?? '') ? 2 : 1;
    const scope = directories.slice(0, depth).join('/') || '.';
    // A directory that happens to be called like an entry must not join it.
    return clusters.some(({ name }) => name === scope) ? `${scope}/` : scope;
}

// EXTERNAL MODULE: ./build/gather/missing-content.js
var missing_content = __webpack_require__(7846);
;// CONCATENATED MODULE: ./build/gather/context.js




/** Unchanged files that can hold context: kubectl applies these endings, and files that have none. */
const manifestName = /(?:\.(?:ya?ml|json))$|(?:^|\/)[^./]+$/i;
/**
 * The objects of every scope the change touches: of touched files both sides, and of unchanged files that may hold RBAC.
 * Unchanged files are read only where a touched one may hold RBAC itself: a permission can change in no other way.
 */
async function readContext(repository, touched, after, policy, inChart, budget) {
    const { limits } = policy;
    const scopes = touchedScopes(touched);
    const paths = contextPaths(touched, after, policy);
    const unread = [];
    let filesRead = 0;
    for await (const { id, bytes, size, why } of repository.blobs(paths.keys(), limits.bytes)) {
        budget.charge(bytes?.length ?? 0);
        if (why === 'missing')
            throw (0,missing_content/* missingContent */.K)(paths.get(id)?.[0] ?? '', id);
        if (bytes !== undefined && !(0,candidate/* isCandidate */.q)(bytes))
            continue;
        for (const path of paths.get(id) ?? []) {
            if (bytes === undefined) {
                unread.push({ file: path, why: why ?? 'oversize' });
                continue;
            }
            filesRead++;
            const side = (0,read_file/* readFile */.T)({ path, mode: '100644', id, bytes, size, why: undefined, inChart: inChart(path), limits });
            for (const { line, detail } of side.unreadable)
                unread.push({ file: path, why: `line ${line}: ${detail}` });
            const state = scopes.get(scopeOf(path, policy.clusters));
            for (const resource of side.resources) {
                state?.before.push(resource);
                state?.after.push(resource);
            }
        }
    }
    return { scopes, filesRead, unread };
}
function touchedScopes(touched) {
    const scopes = new Map();
    for (const { scope, before, after } of touched) {
        const state = scopes.get(scope) ?? { before: [], after: [] };
        for (const resource of before?.resources ?? [])
            state.before.push(resource);
        for (const resource of after?.resources ?? [])
            state.after.push(resource);
        scopes.set(scope, state);
    }
    return scopes;
}
/** Blob id → the unchanged paths with it that can be context. */
function contextPaths(touched, after, { clusters }) {
    const wanted = new Set(touched.filter(mayHoldRbac).map(({ scope }) => scope));
    const paths = new Map();
    if (wanted.size === 0)
        return paths;
    const touchedPaths = new Set(touched.map(({ path }) => path));
    const isWanted = remembered((path) => wanted.has(scopeOf(path, clusters)), clusters.length === 0);
    for (const [path, { mode, id }] of after) {
        if (!isWanted(path) || touchedPaths.has(path) || !mode.startsWith('100') || !manifestName.test(path))
            continue;
        const known = paths.get(id);
        if (known === undefined)
            paths.set(id, [path]);
        else
            known.push(path);
    }
    return paths;
}
/** Asks once a folder where only the folder decides, as it does for scopes without patterns of the policy. */
function remembered(ask, isByFolder) {
    if (!isByFolder)
        return ask;
    const answers = new Map();
    return (path) => {
        const folder = path.slice(0, path.lastIndexOf('/') + 1);
        const answer = answers.get(folder) ?? ask(path);
        answers.set(folder, answer);
        return answer;
    };
}
function mayHoldRbac({ before, after }) {
    return [before, after].some((side) => side !== undefined && side.bytes.length > 0 && (0,candidate/* isCandidate */.q)(side.bytes));
}

// EXTERNAL MODULE: ./build/secrets/judge/secret-generator.js
var secret_generator = __webpack_require__(4300);
;// CONCATENATED MODULE: ./build/gather/secret-generators.js



/** Marks the touched files that the secretGenerator of an unchanged kustomization turns into a Secret. */
async function markGenerated(repository, touched, after, limits, budget) {
    const touchedPaths = new Set(touched.map(({ path }) => path));
    const near = touched
        .filter(({ after: side }) => side?.structure === 'text' || side?.structure === 'oversize')
        .flatMap(({ path }) => kustomizationsAbove(path));
    const files = [...new Set(near)].flatMap((path) => {
        const entry = after.get(path);
        return entry === undefined || touchedPaths.has(path) || !entry.mode.startsWith('100') ? [] : [{ path, ...entry }];
    });
    if (files.length === 0)
        return touched;
    const contents = new Map();
    for await (const { id, bytes, why } of repository.blobs(new Set(files.map(({ id }) => id)), limits.bytes)) {
        if (why === 'missing')
            throw (0,missing_content/* missingContent */.K)(files.find((file) => file.id === id)?.path ?? '', id);
        budget.charge(bytes?.length ?? 0);
        if (bytes?.includes('secretGenerator'))
            contents.set(id, bytes);
    }
    const sides = files.flatMap(({ path, mode, id }) => {
        const bytes = contents.get(id);
        if (bytes === undefined)
            return [];
        const side = (0,read_file/* readFile */.T)({ path, mode, id, bytes, size: bytes.length, why: undefined, inChart: false, limits });
        return [{ path, scope: '', before: side, after: side, movedFrom: undefined }];
    });
    const generated = (0,secret_generator/* secretGeneratorFiles */.p)(sides, 'after');
    return touched.map((file) => (generated.has(file.path) ? { ...file, isSecretGeneratorInput: true } : file));
}
/** Kustomizations that may name a file: those of its folder and the folders above. */
function kustomizationsAbove(path) {
    const folders = path.split('/').slice(0, -1);
    return folders.concat('').flatMap((_, depth) => {
        const folder = folders
            .slice(0, depth)
            .map((name) => `${name}/`)
            .join('');
        return ['kustomization.yaml', 'kustomization.yml', 'Kustomization'].map((name) => folder + name);
    });
}

;// CONCATENATED MODULE: ./build/gather/touched-files.js



/** Reads both sides of every path that differs; each distinct blob is read once. Throws MissingObjectsError and LimitError. */
async function readTouched(repository, changes, policy, inChart, budget) {
    const contents = await readContents(repository, changes, policy, budget);
    const side = (path, entry) => {
        if (entry === undefined)
            return undefined;
        const content = contents.get(entry.id) ?? { bytes: undefined, size: 0, why: undefined };
        return (0,read_file/* readFile */.T)({ path, ...entry, ...content, inChart: inChart(path), limits: policy.limits });
    };
    const vanished = vanishedPaths(changes);
    return changes.map(({ path, before, after }) => {
        budget.checkTime();
        const appeared = before === undefined && after !== undefined;
        return {
            path,
            scope: scopeOf(path, policy.clusters),
            before: side(path, before),
            after: side(path, after),
            movedFrom: appeared ? vanished.get(after.id)?.shift() : undefined,
        };
    });
}
async function readContents(repository, changes, policy, budget) {
    const paths = new Map();
    for (const { path, before, after } of changes) {
        for (const entry of [before, after]) {
            if (entry !== undefined && entry.mode !== '160000')
                paths.set(entry.id, path);
        }
    }
    const contents = new Map();
    for await (const { id, bytes, size, why } of repository.blobs(paths.keys(), policy.limits.bytes)) {
        if (why === 'missing')
            throw (0,missing_content/* missingContent */.K)(paths.get(id) ?? '', id);
        budget.charge(bytes?.length ?? 0);
        contents.set(id, { bytes, size, why });
    }
    return contents;
}
/** Blob id → the paths where it no longer stands. */
function vanishedPaths(changes) {
    const paths = new Map();
    for (const { path, before, after } of changes) {
        if (before !== undefined && after === undefined) {
            const known = paths.get(before.id);
            if (known === undefined)
                paths.set(before.id, [path]);
            else
                known.push(path);
        }
    }
    return paths;
}

;// CONCATENATED MODULE: ./build/gather/manifests.js




const chart = 'Chart.yaml';
/** Reads what the range changes and the context it stands in; throws LimitError and MissingObjectsError. */
async function gatherManifests(repository, range, policy) {
    if (range.after === undefined) {
        return { touched: [], before: new Map(), after: new Map(), scopes: new Map(), filesRead: 0, unread: [] };
    }
    const budget = new gather_budget/* Budget */._(policy.limits);
    const changes = await repository.changes(range.before, range.after);
    // The tree before follows from the tree after and the difference: one listing serves both.
    const after = changes.length === 0 ? new Map() : await repository.tree(range.after);
    const before = new Map(after);
    for (const change of changes) {
        if (change.before === undefined)
            before.delete(change.path);
        else
            before.set(change.path, change.before);
    }
    const charts = chartFolders(after.keys(), changes);
    const inChart = (path) => isBelow(path, charts);
    const files = await readTouched(repository, changes, policy, inChart, budget);
    const touched = await markGenerated(repository, files, after, policy.limits, budget);
    const context = await readContext(repository, touched, after, policy, inChart, budget);
    return { touched, before, after, ...context };
}
/** Folders with a Chart.yaml on either side, each ending in a slash; the root is ''. What stood only before is among the changes. */
function chartFolders(after, changes) {
    const folders = new Set();
    const look = (path) => {
        if (path === chart || path.endsWith(`/${chart}`))
            folders.add(path.slice(0, -chart.length));
    };
    for (const path of after)
        look(path);
    for (const { path } of changes)
        look(path);
    return folders;
}
function isBelow(path, folders) {
    for (let end = path.lastIndexOf('/'); end >= 0; end = path.lastIndexOf('/', end - 1)) {
        if (folders.has(path.slice(0, end + 1)))
            return true;
        if (end === 0)
            break;
    }
    return folders.has('');
}


/***/ }),

/***/ 7846:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ missingContent)
/* harmony export */ });
/* harmony import */ var _git_repository_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5799);

/**
 * A file whose blob is neither in the clone nor to be had from its remote. That is a lack of the run, not of the file: with it
 * nothing can be said of the change (contracts §2).
 */
function missingContent(path, id) {
    return new _git_repository_js__WEBPACK_IMPORTED_MODULE_0__/* .MissingObjectsError */ .J(`The content of ${path} (blob ${id}) is not in this clone and could not be fetched.`, 'Clone without a filter and with the whole history, or give a token that may read the repository.');
}


/***/ }),

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


/***/ }),

/***/ 5799:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* reexport safe */ _object_missing_objects_error_js__WEBPACK_IMPORTED_MODULE_0__.J)
/* harmony export */ });
/* harmony import */ var _object_missing_objects_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9069);



/***/ }),

/***/ 5339:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ groupFindings)
/* harmony export */ });
/**
 * Gathers findings that differ only in the commit they are about, so that two hundred unsigned commits are one entry, and findings
 * that say the same of several places. The order of the first of each is kept.
 */
function groupFindings(findings, commits) {
    const subjects = new Map(commits.map(({ sha, subject }) => [sha, subject]));
    const groups = new Map();
    for (const finding of findings) {
        const key = sameness(finding, subjects);
        const group = groups.get(key);
        if (group)
            group.push(finding);
        else
            groups.set(key, [finding]);
    }
    return [...groups.values()].flatMap((all) => (all[0] ? [{ first: all[0], all }] : []));
}
/** What a finding says, a commit's id and subject (`1a2b3c4d5e6f (subject)`) left out. */
function sameness(finding, subjects) {
    const { rule, severity, blocking, message, remedy, details = [], excerpt, commit = '' } = finding;
    const subject = subjects.get(commit);
    const names = [commit, commit.slice(0, 12), commit.slice(0, 7), subject === undefined ? '' : `\0 (${subject})`];
    const general = (text) => names.reduce((rest, name) => (name === '' ? rest : rest.replaceAll(name, '\0')), text);
    return JSON.stringify([rule, severity, blocking, [message, remedy, ...details].map(general), excerpt]);
}


/***/ }),

/***/ 146:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CS: () => (/* binding */ prose),
/* harmony export */   OF: () => (/* binding */ fenced),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   nf: () => (/* binding */ link)
/* harmony export */ });
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6257);

/**
 * Text from a repository in Markdown, safe on GitHub and GitLab alike: what is not a plain word stands in a code span, where neither
 * forge looks for mentions, references, links, HTML, emoji or quick actions. No backslash escapes: their filters run on the
 * rendered text, so `\@name` still notifies.
 */
function prose(text, limit = 600) {
    const atoms = [];
    // A part between backticks is code already, and a list in brackets reads better whole.
    for (const part of (0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .clip */ .$)((0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .R)(text), limit).split(/(`[^`]+`|(?<![^ (])\[[^[\]`]*\](?![^ ,.;:)]))/)) {
        const quoted = /^`([^`]+)`$/.exec(part)?.[1];
        if (quoted !== undefined)
            push(atoms, [{ text: quoted, code: true }]);
        else if (/^\[.*\]$/.test(part))
            push(atoms, [{ text: part, code: true }]);
        else
            for (const [run] of part.matchAll(/ +|[^ ]+/g))
                push(atoms, word(run));
    }
    return atoms
        .map((atom) => (atom.code ? code(atom.text) : atom.text))
        .join('')
        .trim();
}
/** Letters, digits and marks that mean nothing to Markdown inside a word. */
const plain = /^[\p{L}\p{M}\p{N}.,;:'’"“”()…–—?/+=•×→-]*$/u;
/** Plain characters that a forge links all the same, or that begin a block: addresses, commits, GH-1, TICKET-1, :emoji:, -, 1., /close. */
const linked = /:\/\/|www\.|\b[0-9a-f]{7,64}\b|[a-z][a-z0-9]*-\d|:[\w+-]+:|^[-+=]+$|^\d+[.)]$|^\/|^(?:mailto|xmpp):/i;
function word(run) {
    if (run.startsWith(' '))
        return [{ text: ' ', code: false }];
    // Punctuation around a word stays outside its code span: `(@name),`
    const end = run.length - (/[.,;:?)…]+$/.exec(run)?.[0].length ?? 0);
    const start = run.startsWith('(') && end > 0 ? 1 : 0;
    const core = run.slice(start, Math.max(start, end));
    if (plain.test(run) && !linked.test(run) && !linked.test(core))
        return [{ text: run, code: false }];
    if (core === '')
        return [{ text: run, code: true }];
    return [
        { text: run.slice(0, start), code: false },
        { text: core, code: true },
        { text: run.slice(start + core.length), code: false },
    ];
}
/** Appends, joining code to code (two spans side by side would merge their fences), with a blank between kept inside. */
function push(atoms, added) {
    for (const atom of added.filter(({ text }) => text !== '')) {
        const last = atoms.at(-1);
        const beforeLast = atoms.at(-2);
        if (atom.code && last?.code)
            atoms.splice(-1, 1, { text: last.text + atom.text, code: true });
        else if (atom.code && last?.text === ' ' && beforeLast?.code)
            atoms.splice(-2, 2, { text: `${beforeLast.text} ${atom.text}`, code: true });
        else
            atoms.push(atom);
    }
}
/** Text in a code span, for running text and table cells alike: a pipe, which would end a cell, stands outside the span as an entity. */
function code(text, limit = 600) {
    return (0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .clip */ .$)((0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .R)(text), limit)
        .replaceAll('<!--', '<\\u0021--')
        .split('|')
        .map((part) => (part === '' ? '' : span(part)))
        .join('&#124;');
}
function span(text) {
    const fence = '`'.repeat(longestRun(text) + 1);
    const pad = /^`|`$|^ .*\S.* $/.test(text) ? ' ' : '';
    return text.trim() === '' ? '' : `${fence}${pad}${text}${pad}${fence}`;
}
/** The length of the longest run of backticks. */
function longestRun(text) {
    let longest = 0;
    for (const [run] of text.matchAll(/`+/g))
        longest = Math.max(longest, run.length);
    return longest;
}
/** Lines in a fenced block that nothing inside them can close. `info` is ours, e.g. `suggestion`. */
function fenced(text, info = '') {
    const lines = text.split('\n').map(_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .R).join('\n').replaceAll('<!--', '<\\u0021--');
    const fence = '`'.repeat(Math.max(2, longestRun(lines)) + 1);
    return `${fence}${info}\n${lines}\n${fence}`;
}
/** A link around Markdown that is ready; the Markdown alone where there is no address, or it is none of the web's. */
function link(label, url) {
    if (url === undefined || label === '' || !/^https?:\/\//.test(url))
        return label;
    const address = url.replace(/[^\w\-.~:/?#@!$&'*+,;=%]/gu, percent);
    return `[${label}](${address.replaceAll('&', '&amp;')})`;
}
/** The character's bytes of UTF-8, percent-encoded. */
function percent(character) {
    return [...Buffer.from(character)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
}


/***/ }),

/***/ 7344:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  G: () => (/* binding */ renderMarkdown)
});

// UNUSED EXPORTS: fillMarkdown

// EXTERNAL MODULE: ./build/report/group-findings.js
var group_findings = __webpack_require__(5339);
// EXTERNAL MODULE: ./build/report/wording.js
var wording = __webpack_require__(2867);
;// CONCATENATED MODULE: ./build/report/markdown/fill-page.js
/** Bytes kept free for the line that says what is left out. */
const cutLine = 120;
/**
 * The parts as one text of at most `bytes` bytes of UTF-8. Entries that find no room are left out from the end of their part and
 * counted by noun; a part for whose head there is no room goes as a whole. Deterministic.
 */
function fillPage(parts, bytes) {
    const cut = new Map();
    const texts = new Map();
    let left = bytes;
    for (const part of parts.toSorted((a, b) => a.order - b.order)) {
        const frame = size(part.head) + size(part.foot) + cutLine;
        const entries = [];
        let used = frame;
        for (const entry of part.entries) {
            if (used + size(entry) > left)
                break;
            used += size(entry);
            entries.push(entry);
        }
        const missing = part.entries.length - entries.length;
        if (missing > 0)
            cut.set(part.noun, missing);
        if (frame > left || (entries.length === 0 && missing > 0))
            continue;
        left -= used;
        texts.set(part, [part.head, ...entries, part.foot].filter((line) => line !== '').join('\n'));
    }
    return { text: parts.flatMap((part) => texts.get(part) ?? []).join('\n\n'), cut };
}
/** With the line breaks that join it to its neighbours. */
const size = (text) => Buffer.byteLength(text) + 2;

// EXTERNAL MODULE: ./build/report/visible.js
var visible = __webpack_require__(6257);
// EXTERNAL MODULE: ./build/report/markdown/markdown-text.js
var markdown_text = __webpack_require__(146);
;// CONCATENATED MODULE: ./build/report/markdown/markdown-finding.js



const severityMarks = {
    critical: '🔴',
    high: '🟠',
    medium: '🟡',
    low: '🔵',
};
/** Where a finding is, as a link where the forge has an address for it. Empty for what has no place. */
function markdownPlace({ position, commit }, links) {
    if (position)
        return (0,markdown_text/* link */.nf)((0,markdown_text/* code */.aY)(`${position.file}:${position.line}`, 200), links?.file(position.file, position.line));
    return commit === undefined ? '' : (0,markdown_text/* link */.nf)((0,markdown_text/* code */.aY)((0,wording/* shortId */.m_)(commit)), links?.commit(commit));
}
/** What a reader of one finding needs below its message: what stands there, why it matters, what to do, its id. */
function markdownBody(finding, links) {
    const { excerpt, details = [], places = [], remedy, references = [], fingerprint, object, scope } = finding;
    const about = [
        `id ${(0,markdown_text/* code */.aY)(fingerprint.slice(0, wording/* shownFingerprint */.cO))}`,
        ...(object ? [(0,markdown_text/* code */.aY)([object.kind, object.namespace, object.name].filter(Boolean).join(' '), 200)] : []),
        ...(scope ? [`scope ${(0,markdown_text/* code */.aY)(scope, 100)}`] : []),
        ...references.map((reference) => (0,markdown_text/* prose */.CS)(reference)),
    ];
    const also = places.slice(0, 10).map((position) => markdownPlace({ position }, links));
    return [
        excerpt === undefined ? '' : (0,markdown_text/* fenced */.OF)((0,visible/* clip */.$)(excerpt, 500), 'yaml'),
        details.map((detail) => `- ${(0,markdown_text/* prose */.CS)(detail)}`).join('\n'),
        also.length > 0
            ? `Also at ${also.join(', ')}${places.length > also.length ? ` and ${places.length - also.length} more` : ''}.`
            : '',
        `**Fix:** ${(0,markdown_text/* prose */.CS)(remedy)}`,
        `<sub>${about.join(' · ')}</sub>`,
    ]
        .filter((part) => part !== '')
        .join('\n\n');
}
/** The text of an inline comment on the finding's line; `suggest` where the forge can apply a suggestion there. */
function markdownComment(finding, { links, suggest }) {
    const { severity, rule, message, suggestion } = finding;
    return [
        `${severityMarks[severity]} **${severity}** · ${link(code(rule), links?.rule?.(rule))}${finding.blocking ? ' · blocks the merge' : ''}`,
        prose(message),
        markdownBody(finding, links),
        ...(suggest && suggestion !== undefined ? [fenced(suggestion, 'suggestion')] : []),
    ].join('\n\n');
}

;// CONCATENATED MODULE: ./build/report/markdown/markdown.js





/** Kept free for what always stands: the verdict and the line on what was cut. */
const reserved = 2_000;
const titles = {
    passed: '✅ gitops-gate: passed',
    blocked: '❌ gitops-gate: blocked',
    'could-not-judge': '⚠️ gitops-gate: could not judge',
};
/** The report as Markdown for a job summary or a comment, on GitHub and GitLab alike, of at most `limits.bytes` bytes. */
function renderMarkdown(report, limits) {
    return fillMarkdown(report, limits).text;
}
/** `renderMarkdown`, and what it had no room for: `3 table rows`. */
function fillMarkdown(report, limits) {
    const { links, bytes } = limits;
    const verdict = [`## ${titles[report.verdict.outcome]}`, `**${(0,wording/* sentence */.em)((0,wording/* reasoning */.Zd)(report))}**`].join('\n\n');
    const closing = `<sub>gitops-gate ${(0,markdown_text/* prose */.CS)(report.toolVersion)} compared ${(0,markdown_text/* prose */.CS)((0,wording/* comparison */.my)(report.range))}.</sub>`;
    const parts = [
        unjudged(report),
        table(report, links),
        details(report, links),
        commits(report, links),
        suppressed(report, links),
        coverage(report),
    ];
    const filled = parts.filter(({ entries }) => entries.length > 0);
    const { text, cut } = fillPage(filled, bytes - reserved);
    const left = [...cut].map(([noun, number]) => (0,wording/* count */.U9)(number, noun));
    const full = limits.fullReport ?? '`report.json` and `report.html` (`--out DIR`, input `report-dir`)';
    const notice = left.length > 0 ? `> **Cut to fit:** ${left.join(', ')} left out here. The full report is in ${full}.` : '';
    return { text: `${[verdict, notice, text, closing].filter((part) => part !== '').join('\n\n')}\n`, left };
}
function unjudged({ verdict }) {
    return {
        head: '### Could not be judged\n',
        entries: verdict.unjudged.map(({ what, remedy }) => `- ${(0,markdown_text/* prose */.CS)(what)}<br>**Fix:** ${(0,markdown_text/* prose */.CS)(remedy)}`),
        foot: '',
        noun: 'unjudged item',
        order: 1,
    };
}
function table(report, links) {
    const groups = (0,group_findings/* groupFindings */.k)(report.verdict.findings, report.commits);
    return {
        head: '### Findings\n\n| Severity | Finding | Where |\n| :-- | :-- | :-- |',
        entries: groups.map(({ first, all }) => {
            const { severity, blocking, rule, message, remedy } = first;
            const fix = blocking ? `<br><sub>**Fix:** ${(0,markdown_text/* prose */.CS)(opening(remedy))}</sub>` : '';
            const name = (0,markdown_text/* link */.nf)((0,markdown_text/* code */.aY)(rule), links?.rule?.(rule));
            const where = all
                .slice(0, 3)
                .map((each) => markdownPlace(each, links))
                .filter(Boolean)
                .join('<br>');
            const more = all.length > 3 ? `<br>and ${all.length - 3} more` : '';
            const level = `${severityMarks[severity]}&nbsp;${blocking ? `**${severity}**` : severity}`;
            return `| ${level} | ${name}${all.length > 1 ? ` × ${all.length}` : ''}<br>${(0,markdown_text/* prose */.CS)(message)}${fix} | ${where}${more} |`;
        }),
        foot: '',
        noun: 'table row',
        order: 2,
    };
}
/** As much of a remedy as a table row has room for; the whole of it stands in the details. */
function opening(remedy) {
    if (remedy.length <= 180)
        return remedy;
    const start = remedy.slice(0, 180);
    return /^.{40,}[.](?= )/.exec(start)?.[0] ?? `${start.replace(/\S*$/, '')}…`;
}
function details(report, links) {
    const groups = (0,group_findings/* groupFindings */.k)(report.verdict.findings, report.commits);
    return {
        head: '<details>\n<summary><b>Details</b> of each finding, and how to fix it</summary>\n',
        entries: groups.map(({ first }) => {
            const where = markdownPlace(first, links);
            return `#### ${severityMarks[first.severity]} ${(0,markdown_text/* code */.aY)(first.rule)}${where && ` at ${where}`}\n\n${(0,markdown_text/* prose */.CS)(first.message)}\n\n${markdownBody(first, links)}\n`;
        }),
        foot: '</details>',
        noun: 'explanation',
        order: 4,
    };
}
function commits(report, links) {
    const refusedFirst = report.commits.toSorted((a, b) => Number(a.signature.accepted) - Number(b.signature.accepted));
    const refused = refusedFirst.some(({ signature }) => !signature.accepted);
    return {
        head: `<details${refused ? ' open' : ''}>\n<summary><b>Signatures:</b> ${(0,wording/* signatureLine */.Zp)(report)}</summary>\n\n| Commit | Signature | Signer | Subject |\n| :-- | :-- | :-- | :-- |`,
        entries: refusedFirst.map((commit) => commitRow(commit, links)),
        foot: '\n</details>',
        noun: 'commit',
        order: 3,
    };
}
function commitRow({ sha, signature, committer, subject }, links) {
    const { state, accepted, signer, format, keyFingerprint, reason } = signature;
    const mark = accepted ? '✅' : state === 'could-not-check' ? '⚠️' : '❌';
    const key = [format, keyFingerprint && (0,markdown_text/* code */.aY)(keyFingerprint, 20)].filter(Boolean).join(' ');
    const nobody = { unsigned: 'nobody', 'forge-signed': 'the forge' }[state] ?? 'an unknown key';
    const who = signer ? (0,markdown_text/* prose */.CS)(signer.name, 60) : `<i>${nobody}</i><br><sub>committer ${(0,markdown_text/* prose */.CS)(committer.name, 60)}</sub>`;
    const why = !accepted && reason !== undefined ? `<br><sub>${(0,markdown_text/* prose */.CS)(reason, 300)}</sub>` : '';
    return `| ${(0,markdown_text/* link */.nf)((0,markdown_text/* code */.aY)((0,wording/* shortId */.m_)(sha)), links?.commit(sha))} | ${mark}&nbsp;${state}${why} | ${who}${key && `<br><sub>${key}</sub>`} | ${(0,markdown_text/* prose */.CS)(subject, 80)} |`;
}
function suppressed({ verdict }, links) {
    return {
        head: `<details>\n<summary><b>Ignored by the base branch:</b> ${(0,wording/* count */.U9)(verdict.suppressed.length, 'finding')}</summary>\n\n| Finding | Where | Reason | Until | Id |\n| :-- | :-- | :-- | :-- | :-- |`,
        entries: verdict.suppressed.map((entry) => [
            `| ${severityMarks[entry.severity]} ${(0,markdown_text/* code */.aY)(entry.rule)}<br>${(0,markdown_text/* prose */.CS)(entry.message)}`,
            markdownPlace(entry, links),
            (0,markdown_text/* prose */.CS)(entry.reason),
            (0,markdown_text/* prose */.CS)(entry.until),
            `${(0,markdown_text/* code */.aY)(entry.fingerprint.slice(0, wording/* shownFingerprint */.cO))} |`,
        ].join(' | ')),
        foot: '\n</details>',
        noun: 'ignored finding',
        order: 5,
    };
}
function coverage({ coverage, range, verdict }) {
    return {
        head: `<details>\n<summary><b>Read:</b> ${(0,wording/* coverageLine */.vn)(coverage)}</summary>\n`,
        entries: [
            ...[...new Set([...range.notes, ...verdict.notes])].map((note) => `- ${(0,markdown_text/* prose */.CS)(note)}`),
            ...coverage.skipped.map(({ file, why }) => `- skipped ${(0,markdown_text/* code */.aY)(file, 200)}: ${(0,markdown_text/* prose */.CS)(why)}`),
            ...coverage.readWithoutStructure.map(({ file, why }) => `- without structure ${(0,markdown_text/* code */.aY)(file, 200)}: ${(0,markdown_text/* prose */.CS)(why)}`),
            ...(coverage.skipped.length + coverage.readWithoutStructure.length + range.notes.length + verdict.notes.length > 0
                ? []
                : ['- Every changed file was read.']),
        ],
        foot: '\n</details>',
        noun: 'note on what was read',
        order: 6,
    };
}


/***/ }),

/***/ 3830:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ renderTerminal)
/* harmony export */ });
/* harmony import */ var _group_findings_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5339);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2867);
/* harmony import */ var _terminal_commits_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6797);
/* harmony import */ var _terminal_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4741);




/** How many entries of each kind are printed; the rest is counted. */
const shown = { groups: 50, alike: 8, files: 10 };
const colours = { critical: 'magenta', high: 'red', medium: 'yellow', low: 'blue' };
/** The report for people at a terminal or in a job's log: worst first, the verdict last. */
function renderTerminal(report, { colour, width }) {
    const paint = (0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_1__/* .painter */ .C2)(colour);
    const sections = [
        [
            `${paint(`gitops-gate ${(0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .pj)(report.toolVersion)}`, 'bold')}  ${paint(`compares ${(0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .pj)((0,_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .comparison */ .my)(report.range))}`, 'dim')}`,
        ],
        ...findings(report, paint, width),
        commits(report, paint, width),
        suppressed(report.verdict.suppressed, paint, width),
        unjudged(report, paint, width),
        coverage(report, paint, width),
        verdict(report, paint, width),
    ];
    return (0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_1__/* .page */ .MY)(sections.filter((section) => section.length > 0).flatMap((section, index) => (index ? ['', ...section] : section)));
}
function findings(report, paint, width) {
    const groups = (0,_group_findings_js__WEBPACK_IMPORTED_MODULE_3__/* .groupFindings */ .k)(report.verdict.findings, report.commits);
    const rest = groups.slice(shown.groups).reduce((sum, { all }) => sum + all.length, 0);
    return [
        ...groups.slice(0, shown.groups).map((group) => finding(group, paint, width)),
        rest > 0 ? [paint(`and ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(rest, 'more finding')}: see report.json (--out DIR) for all of them`, 'bold')] : [],
    ];
}
function finding({ first, all }, paint, width) {
    const { rule, severity, blocking, message, remedy, details = [], excerpt, references = [] } = first;
    const badge = paint(` ${severity.toUpperCase()} `, colours[severity], 'badge').trimStart();
    const times = all.length > 1 ? paint(`  × ${all.length}`, 'bold') : '';
    const where = place(first);
    return [
        `${badge} ${paint((0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .pj)(rule), 'bold')}${times}${where && `  ${paint((0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .pj)(where), 'cyan')}`}${blocking ? '' : paint('  does not block', 'dim')}`,
        ...(0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_1__/* .wrapped */ .ky)(message, width, '  '),
        ...(excerpt === undefined ? [] : (0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_1__/* .wrapped */ .ky)(excerpt, width, '    │ ', (line) => paint(line, colours[severity]))),
        ...details.flatMap((detail) => (0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_1__/* .wrapped */ .ky)(detail, width, '    - ')),
        ...alike(all, paint, width),
        ...(0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_1__/* .wrapped */ .ky)(remedy, width, '  Fix: '),
        ...(0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_1__/* .wrapped */ .ky)([`id ${first.fingerprint.slice(0, _wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shownFingerprint */ .cO)}`, ...references].join(' · '), width, '  ', (line) => paint(line, 'dim')),
    ];
}
/** Where the others of a group stand. */
function alike(all, paint, width) {
    if (all.length === 1)
        return (all[0]?.places ?? [])
            .slice(0, shown.alike)
            .map((at) => `    ${paint('also', 'dim')} ${(0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .pj)(`${at.file}:${at.line}:${at.column}`)}`);
    const names = all
        .slice(1, 1 + shown.alike)
        .map((each) => (each.position ? place(each) : each.commit ? (0,_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shortId */ .m_)(each.commit) : ''));
    const more = all.length - 1 - shown.alike;
    return (0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_1__/* .wrapped */ .ky)(`also ${names.filter(Boolean).join(', ')}${more > 0 ? ` and ${more} more` : ''}`, width, '    ', (line) => paint(line, 'dim'));
}
function place({ position, commit }) {
    if (position)
        return `${position.file}:${position.line}:${position.column}`;
    return commit === undefined ? '' : `commit ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shortId */ .m_)(commit)}`;
}
function commits(report, paint, width) {
    if (report.commits.length === 0)
        return [];
    return [heading('Signatures', (0,_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .signatureLine */ .Zp)(report), paint), ...(0,_terminal_commits_js__WEBPACK_IMPORTED_MODULE_0__/* .commitLines */ .b)(report.commits, paint, width)];
}
function suppressed(entries, paint, width) {
    if (entries.length === 0)
        return [];
    return [
        heading('Ignored by the base branch', (0,_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(entries.length, 'finding'), paint),
        ...entries
            .slice(0, shown.groups)
            .flatMap((entry) => [
            ...(0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_1__/* .wrapped */ .ky)(`${entry.severity} ${entry.rule} ${place(entry)} ${entry.message}`, width, '  - '),
            ...(0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_1__/* .wrapped */ .ky)(`${entry.fingerprint.slice(0, _wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shownFingerprint */ .cO)} until ${entry.until}: ${entry.reason}`, width, '    ', (line) => paint(line, 'dim')),
        ]),
        ...(entries.length > shown.groups ? [`  and ${entries.length - shown.groups} more`] : []),
    ];
}
function unjudged({ verdict }, paint, width) {
    if (verdict.unjudged.length === 0)
        return [];
    return [
        heading('Could not be judged', '', paint),
        ...verdict.unjudged
            .slice(0, shown.groups)
            .flatMap(({ what, remedy }) => [...(0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_1__/* .wrapped */ .ky)(what, width, '  ? '), ...(0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_1__/* .wrapped */ .ky)(remedy, width, '    Fix: ')]),
        ...(verdict.unjudged.length > shown.groups ? [`  and ${verdict.unjudged.length - shown.groups} more`] : []),
    ];
}
function coverage(report, paint, width) {
    const { readWithoutStructure, skipped } = report.coverage;
    const files = [
        ...skipped.map((each) => ({ ...each, how: 'skipped' })),
        ...readWithoutStructure.map((each) => ({ ...each, how: 'without structure' })),
    ];
    return [
        heading('Read', (0,_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .coverageLine */ .vn)(report.coverage), paint),
        ...files.slice(0, shown.files).flatMap(({ file, why, how }) => (0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_1__/* .wrapped */ .ky)(`${how}: ${file} (${why})`, width, '  - ')),
        ...(files.length > shown.files ? [`  and ${files.length - shown.files} more`] : []),
        ...[...new Set([...report.range.notes, ...report.verdict.notes])].flatMap((note) => (0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_1__/* .wrapped */ .ky)(note, width, '  - ')),
    ];
}
function verdict(report, paint, width) {
    const { outcome } = report.verdict;
    const [mark, style] = { passed: ['✓', 'green'], blocked: ['✗', 'red'], 'could-not-judge': ['?', 'yellow'] }[outcome];
    return (0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_1__/* .wrapped */ .ky)((0,_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .headline */ .Pl)(report), width, `${mark} `).map((line) => paint(line, style, 'bold'));
}
const heading = (title, text, paint) => `${paint(title, 'bold')}${text && `  ${paint((0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .pj)(text), 'dim')}`}`;


/***/ }),

/***/ 8753:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  s: () => (/* binding */ examine),
  e: () => (/* binding */ run)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/severity.js
var build_severity = __webpack_require__(5989);
;// CONCATENATED MODULE: ./build/gate/finding.js

/** Every file a finding stands in, each once. */
function filesOf(finding) {
    const positions = [...(finding.position ? [finding.position] : []), ...(finding.places ?? [])];
    return [...new Set(positions.map((position) => position.file))];
}
/** Worst first, then by file, line, column, rule and fingerprint: the order of every report. */
function compareFindings(a, b) {
    return (0,build_severity/* compareSeverity */.zK)(a.severity, b.severity) || comparePlaces(a, b);
}
/** By file, line, column, rule, fingerprint, message and severity; findings without a place come first. */
function comparePlaces(a, b) {
    return (compareText(a.position?.file ?? '', b.position?.file ?? '') ||
        (a.position?.line ?? 0) - (b.position?.line ?? 0) ||
        (a.position?.column ?? 0) - (b.position?.column ?? 0) ||
        compareText(a.rule, b.rule) ||
        compareText(a.fingerprint, b.fingerprint) ||
        compareText(a.message, b.message) ||
        (0,build_severity/* compareSeverity */.zK)(a.severity, b.severity));
}
/** By code units: the same on every machine, whatever its locale. */
function compareText(a, b) {
    if (a === b)
        return 0;
    return a < b ? -1 : 1;
}

;// CONCATENATED MODULE: ./build/gate/fingerprint.js

/**
 * The fingerprint of an observation (contracts §4): SHA-256, in 64 hex digits, over the JSON of
 * [rule, scope, identity, ...subject]. The array holds only strings, null and one number, so that `JSON.stringify` is
 * canonical (RFC 8785). `copy` tells apart several findings that would share one: an ignore of the first must not
 * silence a second that someone adds beside it.
 */
function fingerprint(rule, observation, copy = 1) {
    const identity = [rule, observation.scope ?? null, identityOf(observation), ...observation.subject];
    return (0,external_node_crypto_.createHash)('sha256')
        .update(JSON.stringify(copy === 1 ? identity : [...identity, copy]))
        .digest('hex');
}
/** What the observation is about: a commit, a Kubernetes object, both, or else the file it stands in. */
function identityOf({ object, commit, position }) {
    const identity = object ? [object.group, object.kind, object.namespace ?? null, object.name] : [];
    if (commit !== undefined)
        return [...identity, 'commit', commit];
    if (object)
        return identity;
    return position ? ['file', position.file] : [];
}

// EXTERNAL MODULE: ./build/policy/glob.js
var policy_glob = __webpack_require__(4757);
;// CONCATENATED MODULE: ./build/gate/ignores.js


/** Whether an entry's last day (UTC, inclusive) is over at `now`, milliseconds since the epoch. */
function isExpired(entry, now) {
    return new Date(now).toISOString().slice(0, 10) > entry.until;
}
/** Decides whether one of the base's ignore entries covers a finding (contracts §4). `after` gives the blob ids that secrets are pinned to. */
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
    return path === undefined || coversFiles(path, filesOf(finding));
}
/** A finding in several files is covered only when the glob covers them all; one in no file never is. */
function coversFiles(glob, files) {
    return files.length > 0 && files.every((file) => (0,policy_glob/* matchGlob */.s)(glob, file));
}
/** Why an entry meant for a finding may not hide it; undefined where it may. */
function refusal(entry, finding, after, now) {
    if (isExpired(entry, now))
        return `it expired after ${entry.until}`;
    if (entry.fingerprint === undefined) {
        if (finding.severity === 'critical')
            return 'a critical finding is ignored only by its exact fingerprint';
        if (finding.category === 'rbac' && entry.object === undefined)
            return 'a path never hides an RBAC finding';
    }
    // A finding about a commit needs no pin: the commit's id is part of its fingerprint.
    if (finding.category === 'secret' && !(finding.commit !== undefined && entry.fingerprint !== undefined)) {
        return pinRefusal(entry, filesOf(finding), after);
    }
    return undefined;
}
function pinRefusal(entry, files, after) {
    if (entry.blobs.length === 0)
        return 'a secret is ignored only together with the blob id of its file';
    const isPinned = (file) => entry.blobs.includes(after.get(file)?.id ?? '');
    return files.length > 0 && files.every(isPinned)
        ? undefined
        : 'the file is not the one it was pinned to; any change to it makes the secret count again';
}
/**
 * Whether an ignore's `object` (`Kind/name`, `Kind/namespace/name`, either with `Kind.group`) names this object. A part
 * that holds a slash is no valid Kubernetes name and would make the text ambiguous: it matches nothing.
 */
function namesObject(reference, { group, kind, namespace, name }) {
    const rest = namespace === undefined ? [name] : [namespace, name];
    if ([kind, ...rest].some((part) => part.includes('/') || part === ''))
        return false;
    const qualified = group === '' ? kind : `${kind}.${group}`;
    return [kind, qualified].some((first) => [first, ...rest].join('/') === reference);
}

;// CONCATENATED MODULE: ./build/gate/threshold.js

/** Whether a finding of this severity reaches the threshold. */
function reaches(severity, failOn) {
    return failOn !== 'never' && (0,build_severity/* compareSeverity */.zK)(severity, failOn) <= 0;
}
/**
 * The threshold of policy and input together. The input may be the author's own (the workflow file of a
 * `pull_request` run is), so that it only ever tightens what the base's policy says. A base whose policy says nothing of
 * `failOn` leaves the choice to the input: so a repository can begin with `fail-on: never` before it has a policy.
 */
function threshold(policy, input) {
    if (input === undefined)
        return { failOn: policy.failOn, notes: [] };
    if (!policy.failOnStated || strictness(input) >= strictness(policy.failOn))
        return { failOn: input, notes: [] };
    const note = `The input fail-on: ${input} is looser than failOn: ${policy.failOn} of ${policy.source ?? 'the policy'} and was not followed: inputs only tighten what the base's policy says.`;
    return { failOn: policy.failOn, notes: [note] };
}
/** Larger is stricter: `never`, then critical up to low. */
function strictness(failOn) {
    return failOn === 'never' ? -1 : (0,build_severity/* compareSeverity */.zK)(failOn, 'critical');
}

// EXTERNAL MODULE: ./build/policy/defaults.js
var defaults = __webpack_require__(6221);
;// CONCATENATED MODULE: ./build/gate/verdict.js
/** The verdict with more that could not be judged: never a pass, and no less blocked. */
function withUnjudged(verdict, more) {
    if (more.length === 0)
        return verdict;
    const outcome = verdict.outcome === 'blocked' ? 'blocked' : 'could-not-judge';
    return { ...verdict, outcome, unjudged: [...verdict.unjudged, ...more] };
}
const exitCodes = { passed: 0, blocked: 1, 'could-not-judge': 2 };
/** The process's exit code for a verdict (contracts §2). An internal error is 3, which only the top-level handler sets. */
function exitCode(verdict) {
    return exitCodes[verdict.outcome];
}

;// CONCATENATED MODULE: ./build/gate.js






/** Findings under policy: severity, fingerprint, ignores, blocking, outcome (contracts §2 and §4). Pure. */
function judge(judgement) {
    const { policy, unjudged } = judgement;
    const { failOn, notes } = threshold(policy, judgement.failOn);
    const { findings, suppressed } = applyIgnores(number(graded(judgement)), judgement);
    const blocksAt = (finding, level) => reaches(finding.severity, level) && mayBlock(finding, judgement);
    const judged = findings.map((finding) => ({
        ...finding,
        blocking: blocksAt(finding, failOn),
        ...blobsOf(finding, judgement.after),
    }));
    return {
        outcome: outcomeOf(judged, unjudged),
        failOn,
        wouldBlock: failOn === 'never' && findings.some((finding) => blocksAt(finding, defaults/* defaultPolicy */.G.failOn)),
        findings: judged.sort(compareFindings),
        suppressed: suppressed.sort(compareFindings),
        unjudged,
        notes: [...judgement.notes, ...notes, ...switchedOff(judgement), ...expiredIgnores(judgement)],
    };
}
function blobsOf(finding, after) {
    if (finding.category !== 'secret')
        return {};
    return { blobs: [...new Set(filesOf(finding).flatMap((file) => after.get(file)?.id ?? []))] };
}
function outcomeOf(findings, unjudged) {
    if (findings.some((finding) => finding.blocking))
        return 'blocked';
    return unjudged.length > 0 ? 'could-not-judge' : 'passed';
}
function mayBlock(finding, { isPush, policy }) {
    return !(isPush && finding.category === 'signature' && policy.signatures.onPush === 'report');
}
/** Observations as findings, those of rules that are off left out. A severity the policy states outranks the rule's and the observation's own. */
function graded({ observed, policy }) {
    return observed.flatMap(({ rule, observation }) => {
        const severity = policy.rules.get(rule.id) ?? observation.severity ?? rule.severity;
        if (severity === 'off')
            return [];
        const { id, category } = rule;
        return { ...observation, rule: id, category, severity, blocking: false, fingerprint: fingerprint(id, observation) };
    });
}
/** Drops exact repetitions and gives each further finding of one fingerprint its own, in the order of their places. */
function number(findings) {
    const seen = new Map();
    return [...findings].sort(comparePlaces).flatMap((finding) => {
        const earlier = seen.get(finding.fingerprint);
        if (earlier && comparePlaces(earlier.last, finding) === 0)
            return [];
        const copies = (earlier?.copies ?? 0) + 1;
        seen.set(finding.fingerprint, { copies, last: finding });
        return copies === 1 ? finding : { ...finding, fingerprint: fingerprint(finding.rule, finding, copies) };
    });
}
function applyIgnores(findings, { policy, after, now }) {
    const counted = [];
    const suppressed = [];
    for (const finding of findings) {
        const { by, refused } = decideIgnore(finding, policy.ignore, after, now);
        if (by)
            suppressed.push({ ...finding, reason: by.reason, until: by.until });
        else if (refused.length > 0)
            counted.push({ ...finding, details: [...(finding.details ?? []), ...refused] });
        else
            counted.push(finding);
    }
    return { findings: counted, suppressed };
}
/** What was seen by rules that the policy turns off is not lost: it is counted. */
function switchedOff({ observed, policy }) {
    const counts = new Map();
    for (const { rule } of observed) {
        if (policy.rules.get(rule.id) === 'off')
            counts.set(rule.id, (counts.get(rule.id) ?? 0) + 1);
    }
    return [...counts].map(([rule, count]) => `${rule} is off in ${policy.source ?? 'the policy'}: ${count} not shown.`);
}
function expiredIgnores({ policy, now }) {
    const expired = policy.ignore.filter((entry) => isExpired(entry, now));
    if (expired.length === 0)
        return [];
    const named = expired.map((entry) => `line ${entry.line} (${entry.rule}, until ${entry.until})`).join(', ');
    return [`Expired ignore entries of ${policy.source ?? 'the policy'} no longer hide anything: ${named}.`];
}

// EXTERNAL MODULE: ./build/gather/budget.js
var budget = __webpack_require__(9653);
// EXTERNAL MODULE: ./build/rules/repository/gate-changed.js + 10 modules
var gate_changed = __webpack_require__(4598);
;// CONCATENATED MODULE: ./build/gather/commit-paths.js

/**
 * The paths each commit touches, where a verdict can hang on them: where signers are demanded for paths or rules, and where an
 * admin signed a commit. Without an admin's signature `gate-changed` comes to the same whatever the paths are.
 */
async function readCommitPaths(repository, ids, commits, { requirements }) {
    const isWanted = requirements.length > 0 || commits.some(({ signature }) => (0,gate_changed/* isAdmin */.q)(signature));
    return isWanted ? repository.commitPaths(ids) : new Map();
}

// EXTERNAL MODULE: ./build/gather/commits.js + 13 modules
var gather_commits = __webpack_require__(6386);
// EXTERNAL MODULE: ./build/rules/repository/gate-changed/control-files.js
var control_files = __webpack_require__(3563);
// EXTERNAL MODULE: ./build/gather/missing-content.js
var missing_content = __webpack_require__(7846);
;// CONCATENATED MODULE: ./build/gather/control-files.js


/** Bytes of the largest pipeline file that is read. */
const limit = 1024 * 1024;
/**
 * Reads the pipeline files and CODEOWNERS of both sides, unchanged ones too: a new workflow can take the name of an unchanged
 * one's check. Undefined where the change touches none of them. Only the base's are fetched; the change's own are there.
 */
async function readControlFiles(repository, before, touched) {
    const altered = touched.filter(({ path }) => (0,control_files/* isControlFile */.e2)(path));
    if (altered.length === 0)
        return undefined;
    // Plain files only: links and submodules are never followed.
    const entries = [...before].filter(([path, { mode }]) => (0,control_files/* isControlFile */.e2)(path) && mode.startsWith('100'));
    const contents = new Map();
    for await (const { id, bytes, why } of repository.blobs(new Set(entries.map(([, { id }]) => id)), limit)) {
        if (why === 'missing')
            throw (0,missing_content/* missingContent */.K)(entries.find(([, entry]) => entry.id === id)?.[0] ?? '', id);
        if (bytes !== undefined)
            contents.set(id, bytes);
    }
    const beforeFiles = new Map();
    for (const [path, { id }] of entries) {
        const bytes = contents.get(id);
        if (bytes !== undefined)
            beforeFiles.set(path, bytes);
    }
    const afterFiles = new Map(beforeFiles);
    for (const { path, after } of altered) {
        if (after?.mode.startsWith('100') && after.bytes.length === after.size)
            afterFiles.set(path, after.bytes);
        else
            afterFiles.delete(path);
    }
    return { before: beforeFiles, after: afterFiles };
}

;// CONCATENATED MODULE: ./build/gather/coverage.js
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
function coverageOf({ touched, filesRead, unread: context }) {
    const skipped = touched.flatMap((file) => skippedSide(file));
    return {
        filesChanged: touched.length,
        filesRead: touched.length - skipped.length,
        contextFilesRead: filesRead,
        readWithoutStructure: touched.flatMap((file) => withoutStructure(file)),
        skipped: [...skipped, ...context.map(({ file, why }) => ({ file, why: `context: ${why}` }))],
    };
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

;// CONCATENATED MODULE: ./build/git/diff/match-lines.js
const never = 0;
const onceBefore = 1;
const onceInBoth = 2;
const often = 3;
/** Differences beyond which the shortest script is no longer looked for: its trace takes memory by their square. */
const mostDifferences = 1000;
/** Comparisons for one pair of texts, beyond which parts are taken as wholly different. */
const mostWork = 30_000_000;
/**
 * The lines two texts have in common, in order. E. W. Myers, "An O(ND) Difference Algorithm and Its Variations" (1986);
 * where that would cost too much, lines that are unique in both part the texts first (Bram Cohen's "patience diff").
 */
function matchLines(before, after, lines) {
    return new Matcher(before, after, lines).match();
}
class Matcher {
    #before;
    #after;
    /** Per distinct line: how often it stands in the part at hand, and where in the text after. */
    #seen;
    #places;
    #blocks = [];
    #work = mostWork;
    constructor(before, after, lines) {
        this.#before = before;
        this.#after = after;
        this.#seen = new Uint8Array(lines);
        this.#places = new Int32Array(lines);
    }
    match() {
        // Parts still to be matched, the next one last; blocks are found in order.
        const parts = [{ a: 0, aEnd: this.#before.length, b: 0, bEnd: this.#after.length }];
        for (let part = parts.pop(); part !== undefined; part = parts.pop()) {
            if ('count' in part)
                this.#add(part);
            else
                for (const piece of this.#split(part).reverse())
                    parts.push(piece);
        }
        return this.#blocks;
    }
    /** What a part consists of, in order: blocks, and smaller parts to look at. */
    #split(part) {
        const { head, rest, tail } = this.#trim(part);
        const around = (middle) => [head, ...middle, tail].filter((p) => !('count' in p) || p.count > 0);
        if (rest.a === rest.aEnd || rest.b === rest.bEnd || this.#work <= 0)
            return around([]);
        return around(this.#shortest(rest) ?? this.#anchors(rest));
    }
    /** Equal lines at the start and the end. */
    #trim({ a, aEnd, b, bEnd }) {
        const most = Math.min(aEnd - a, bEnd - b);
        let top = 0;
        while (top < most && this.#before[a + top] === this.#after[b + top])
            top++;
        let bottom = 0;
        while (bottom < most - top && this.#before[aEnd - 1 - bottom] === this.#after[bEnd - 1 - bottom])
            bottom++;
        this.#work -= top + bottom + 1;
        return {
            head: { before: a, after: b, count: top },
            rest: { a: a + top, aEnd: aEnd - bottom, b: b + top, bEnd: bEnd - bottom },
            tail: { before: aEnd - bottom, after: bEnd - bottom, count: bottom },
        };
    }
    /** The blocks of a shortest edit script; undefined where it is too long or too much work. */
    #shortest({ a, aEnd, b, bEnd }) {
        const n = aEnd - a;
        const m = bEnd - b;
        const most = Math.min(n + m, mostDifferences);
        const reach = new Int32Array(2 * most + 3);
        const trace = [];
        for (let d = 0; d <= most; d++) {
            trace.push(reach.slice(most - d, most + d + 3));
            for (let k = -d; k <= d; k += 2) {
                const down = reach[most + k + 2] ?? 0;
                const right = reach[most + k] ?? 0;
                let x = k === -d || (k !== d && right < down) ? down : right + 1;
                const start = x;
                while (x < n && x - k < m && this.#before[a + x] === this.#after[b + x - k])
                    x++;
                this.#work -= x - start + 1;
                reach[most + k + 1] = x;
                if (x >= n && x - k >= m)
                    return backtrack(trace, n, m).map((s) => ({ ...s, before: s.before + a, after: s.after + b }));
            }
            if (this.#work <= 0)
                return undefined;
        }
        return undefined;
    }
    /** Blocks of single lines that are unique in both sides of the part and stand in the same order, and the parts between them. */
    #anchors(part) {
        const unique = longestRising(this.#uniquePairs(part));
        if (unique.length === 0)
            return [];
        const pieces = [];
        let { a, b } = part;
        for (const { before, after } of unique) {
            pieces.push({ a, aEnd: before, b, bEnd: after }, { before, after, count: 1 });
            a = before + 1;
            b = after + 1;
        }
        return [...pieces, { a, aEnd: part.aEnd, b, bEnd: part.bEnd }];
    }
    #uniquePairs({ a, aEnd, b, bEnd }) {
        const seen = this.#seen;
        this.#work -= 2 * (aEnd - a + bEnd - b);
        for (let j = b; j < bEnd; j++)
            seen[this.#after[j] ?? 0] = never;
        for (let i = a; i < aEnd; i++)
            seen[this.#before[i] ?? 0] = never;
        for (let i = a; i < aEnd; i++) {
            const line = this.#before[i] ?? 0;
            seen[line] = seen[line] === never ? onceBefore : often;
        }
        for (let j = b; j < bEnd; j++) {
            const line = this.#after[j] ?? 0;
            seen[line] = seen[line] === onceBefore ? onceInBoth : often;
            this.#places[line] = j;
        }
        const pairs = [];
        for (let i = a; i < aEnd; i++) {
            const line = this.#before[i] ?? 0;
            if (seen[line] === onceInBoth)
                pairs.push({ before: i, after: this.#places[line] ?? 0, count: 1 });
        }
        return pairs;
    }
    /** Adds a block, joined to the one before where they touch. */
    #add(block) {
        const last = this.#blocks.at(-1);
        const touches = last !== undefined && last.before + last.count === block.before && last.after + last.count === block.after;
        if (touches)
            this.#blocks[this.#blocks.length - 1] = { ...last, count: last.count + block.count };
        else if (block.count > 0)
            this.#blocks.push(block);
    }
}
/** Follows the furthest reaching paths of each number of differences back to the start. */
function backtrack(trace, n, m) {
    const blocks = [];
    let x = n;
    let y = m;
    for (let d = trace.length - 1; d >= 0; d--) {
        // `reach` before this round, for the diagonals -d-1 … d+1.
        const reach = trace[d] ?? new Int32Array(0);
        const k = x - y;
        const down = reach[d + k + 2] ?? 0;
        const right = reach[d + k] ?? 0;
        const fromAbove = k === -d || (k !== d && right < down);
        const start = d === 0 ? 0 : fromAbove ? down : right + 1;
        if (x > start)
            blocks.push({ before: start, after: start - k, count: x - start });
        x = fromAbove ? start : start - 1;
        y = x - (fromAbove ? k + 1 : k - 1);
    }
    return blocks.reverse();
}
/** A longest subsequence of pairs (in order of `before`) whose `after` rises, by patience sorting. */
function longestRising(pairs) {
    const tops = [];
    const previous = [];
    pairs.forEach(({ after }, index) => {
        let low = 0;
        let high = tops.length;
        while (low < high) {
            const middle = (low + high) >> 1;
            if ((pairs[tops[middle] ?? 0]?.after ?? 0) < after)
                low = middle + 1;
            else
                high = middle;
        }
        previous[index] = low === 0 ? -1 : (tops[low - 1] ?? -1);
        tops[low] = index;
    });
    const rising = [];
    for (let at = tops.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) {
        const pair = pairs[at];
        if (pair !== undefined)
            rising.push(pair);
    }
    return rising.reverse();
}

;// CONCATENATED MODULE: ./build/git/diff/line-diff.js

/**
 * Compares two texts by lines (a last line without its line break differs from one with it, as in git). Shortest where the
 * texts differ little; where they differ much the work is bounded, and the changes are correct but may be larger.
 */
function lineDiff(before, after) {
    const [old, now, lines] = intern(splitLines(before), splitLines(after));
    const changes = [];
    let at = { before: 0, after: 0, count: 0 };
    for (const block of [...matchLines(old, now, lines), { before: old.length, after: now.length, count: 0 }]) {
        const removed = { start: at.before + at.count + 1, count: block.before - at.before - at.count };
        const added = { start: at.after + at.count + 1, count: block.after - at.after - at.count };
        if (removed.count > 0 || added.count > 0)
            changes.push({ before: removed, after: added });
        at = block;
    }
    return { beforeLines: old.length, afterLines: now.length, changes };
}
/** Where a line of the text before stands after; undefined where it is among the changed ones. */
function mapLine(diff, line) {
    let shift = 0;
    for (const { before, after } of diff.changes) {
        if (line < before.start)
            break;
        if (line < before.start + before.count)
            return undefined;
        shift += after.count - before.count;
    }
    return line + shift;
}
/** The changes as a unified diff shows them: each with `context` equal lines around it, joined where they touch. */
function hunks(diff, context = 3) {
    const joined = [];
    for (const { before, after } of diff.changes) {
        const above = Math.min(context, before.start - 1);
        const below = Math.min(context, diff.beforeLines - (before.start + before.count - 1));
        const hunk = {
            before: { start: before.start - above, count: before.count + above + below },
            after: { start: after.start - above, count: after.count + above + below },
        };
        const last = joined.at(-1);
        if (last !== undefined && hunk.before.start <= last.before.start + last.before.count) {
            joined[joined.length - 1] = { before: cover(last.before, hunk.before), after: cover(last.after, hunk.after) };
        }
        else {
            joined.push(hunk);
        }
    }
    return joined;
}
/** Whether a line lies in one of the runs. */
function inRuns(runs, line) {
    for (const { start, count } of runs)
        if (line >= start && line < start + count)
            return true;
    return false;
}
function cover(first, second) {
    return { start: first.start, count: second.start + second.count - first.start };
}
function splitLines(text) {
    const lines = [];
    for (let at = 0; at < text.length;) {
        const found = text.indexOf('\n', at);
        const end = found < 0 ? text.length : found + 1;
        lines.push(text.slice(at, end));
        at = end;
    }
    return lines;
}
/** Equal lines get equal numbers, counted from 0. */
function intern(before, after) {
    const numbers = new Map();
    const number = (line) => {
        const known = numbers.get(line) ?? numbers.size;
        numbers.set(line, known);
        return known;
    };
    return [Int32Array.from(before, number), Int32Array.from(after, number), numbers.size];
}

;// CONCATENATED MODULE: ./build/gather/line-map.js

/** Findings stand on the head's lines (contracts §1); where the merge moved them, our line diff maps them back. */
async function readHeadLines(repository, { kind, head, after }, touched, limit) {
    const isMerged = kind === 'request' || kind === 'new-branch';
    if (!isMerged || head === undefined || after === undefined || head === after)
        return (_, line) => line;
    const merged = new Map(touched.flatMap((file) => (file.after === undefined ? [] : [[file.path, file.after]])));
    const heads = new Map();
    for (const { path, before, after: result } of await repository.changes(head, after)) {
        if (before !== undefined && result !== undefined && merged.has(path))
            heads.set(path, before.id);
    }
    const texts = new Map();
    for await (const { id, bytes } of repository.blobs(heads.values(), limit)) {
        if (bytes !== undefined)
            texts.set(id, bytes.toString('utf8'));
    }
    const diffs = new Map();
    return (path, line) => {
        const text = texts.get(heads.get(path) ?? '');
        const side = merged.get(path);
        if (text === undefined || side === undefined)
            return line;
        const diff = diffs.get(path) ?? lineDiff(side.text, text);
        diffs.set(path, diff);
        return mapLine(diff, line) ?? line;
    };
}

// EXTERNAL MODULE: ./build/gather/manifests.js + 4 modules
var gather_manifests = __webpack_require__(3436);
// EXTERNAL MODULE: ./build/gather/trusted-folder.js + 1 modules
var trusted_folder = __webpack_require__(8331);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/input-error.js
var input_error = __webpack_require__(3587);
// EXTERNAL MODULE: ./build/system-error.js
var system_error = __webpack_require__(3648);
;// CONCATENATED MODULE: ./build/gather/write-reports.js




/** Writes every report format into the folder, for which alone they are loaded; throws InputError where that cannot be done. */
async function writeReports(report, folder) {
    if (folder === undefined)
        return {};
    const [{ reportFiles }, { readRuleInfos }] = await Promise.all([
        __webpack_require__.e(/* import() */ 42).then(__webpack_require__.bind(__webpack_require__, 5042)),
        __webpack_require__.e(/* import() */ 723).then(__webpack_require__.bind(__webpack_require__, 723)),
    ]);
    const context = { rules: await readRuleInfos(), now: Date.now() };
    const pathOf = (name) => (0,external_node_path_.resolve)(folder, name);
    try {
        await makeFolder(folder);
        for (const { name, render } of reportFiles)
            await (0,promises_.writeFile)(pathOf(name), render(report, context));
    }
    catch (error) {
        const code = (0,system_error/* systemErrorCode */.v)(error);
        if (code === undefined)
            throw error;
        const what = `reports cannot be written to ${folder} (${code})`;
        throw new input_error/* InputError */.d([{ what, fix: 'name a folder you may write' }]);
    }
    return {
        json: pathOf('report.json'),
        markdown: pathOf('report.md'),
        sarif: pathOf('report.sarif'),
        codeQuality: pathOf('gl-code-quality-report.json'),
    };
}
/** mkdir's own `recursive` never ends below /proc, where a folder that exists has no room for another. */
async function makeFolder(path) {
    try {
        await (0,promises_.mkdir)(path);
    }
    catch (error) {
        const code = (0,system_error/* systemErrorCode */.v)(error);
        if (code === 'EEXIST')
            return;
        if (code !== 'ENOENT' || (0,external_node_path_.dirname)(path) === path)
            throw error;
        await makeFolder((0,external_node_path_.dirname)(path));
        await (0,promises_.mkdir)(path);
    }
}

// EXTERNAL MODULE: ./build/git/open-repository.js + 19 modules
var open_repository = __webpack_require__(5537);
// EXTERNAL MODULE: ./build/git/range/range.js
var range_range = __webpack_require__(6892);
// EXTERNAL MODULE: ./build/git/repository.js
var git_repository = __webpack_require__(5799);
// EXTERNAL MODULE: ./build/version.js
var version = __webpack_require__(8508);
;// CONCATENATED MODULE: ./build/report/report.js


/** The report of a verdict, its counts filled in. */
function reportOf(parts) {
    const { findings } = parts.verdict;
    const count = (severity) => findings.filter((finding) => finding.severity === severity).length;
    const rules = {};
    for (const { rule } of findings)
        rules[rule] = (rules[rule] ?? 0) + 1;
    const counts = Object.fromEntries(build_severity/* severities */.gO.map((s) => [s, count(s)]));
    return { toolVersion: version/* version */.r, ...parts, counts, rules };
}

// EXTERNAL MODULE: ./build/rules/index.js + 52 modules
var rules = __webpack_require__(9544);
// EXTERNAL MODULE: ./build/rules/signature/demanded-signer.js
var demanded_signer = __webpack_require__(2050);
// EXTERNAL MODULE: ./build/rules/signature/untrusted-signer.js
var untrusted_signer = __webpack_require__(5970);
;// CONCATENATED MODULE: ./build/rules/observe.js



/** Asks every rule, in the list's order; places are those of the head's files (contracts §1). */
function observe(evidence, headLine) {
    const observed = rules/* rules */.a.flatMap((rule) => [...rule.check(evidence)].map((observation) => ({ rule, observation: onHead(observation, headLine) })));
    const demands = [...(0,demanded_signer/* unmetRuleDemands */.c)(evidence, observed)];
    return [...observed, ...demands.map((observation) => ({ rule: untrusted_signer/* untrustedSigner */.V, observation }))];
}
function onHead(observation, headLine) {
    const move = (position) => ({ ...position, line: headLine(position.file, position.line) });
    const { position, places, endLine } = observation;
    if (position === undefined)
        return observation;
    return {
        ...observation,
        position: move(position),
        ...(endLine === undefined ? {} : { endLine: headLine(position.file, endLine) }),
        ...(places === undefined ? {} : { places: places.map(move) }),
    };
}

// EXTERNAL MODULE: ./build/rules/rbac/rbac-widened.js + 2 modules
var rbac_widened = __webpack_require__(392);
;// CONCATENATED MODULE: ./build/run.js




















const ruleIds = rules/* rules */.a.map((rule) => rule.id);
/** The whole program: reads a change, judges it, reports. Resolves to the exit code; throws InputError. */
async function run(inputs, host) {
    let report = await examine(inputs, host);
    let written = {};
    let lost = [];
    try {
        written = await writeReports(report, inputs.out);
    }
    catch (error) {
        if (!(error instanceof input_error/* InputError */.d))
            throw error;
        lost = error.problems.map(({ what, fix }) => ({ what, remedy: fix }));
        report = { ...report, verdict: withUnjudged(report.verdict, lost) };
    }
    finally {
        // Findings are shown, and count, also where no file can be written.
        await host.publish(report, written, lost);
    }
    return exitCode(report.verdict);
}
/** Reads and judges; what is missing makes the verdict could-not-judge, and is never a pass. */
async function examine(inputs, host) {
    const repository = await (0,open_repository/* openRepository */.h)(inputs.repo, {
        remote: inputs.remote,
        inHook: inputs.request.kind === 'staged',
    });
    let range = (0,range_range/* emptyRange */.t)(inputs.request.kind);
    try {
        range = await host.step('Find what is compared', () => findRange(repository, inputs));
        if (range.empty !== undefined)
            throw new input_error/* InputError */.d([{ what: range.empty, fix: emptyFix(inputs.request.kind) }]);
        return await judgeRange(repository, range, inputs, host);
    }
    catch (error) {
        if (error instanceof git_repository/* MissingObjectsError */.J || error instanceof budget/* LimitError */.o) {
            return couldNotJudge(range, { what: error.message, remedy: error.remedy }, inputs);
        }
        throw error;
    }
    finally {
        await repository.close();
    }
}
function emptyFix(kind) {
    return kind === 'staged'
        ? 'Stage something first: git add FILE. In a hook, begin with: git diff --cached --quiet && exit 0'
        : 'Name another base or head. "check --staged" judges what is not committed yet, "audit" everything that stands.';
}
async function findRange(repository, { remote, request }) {
    if (remote !== undefined && remote.fetch.length > 0)
        await repository.fetch(remote.fetch);
    return repository.range(request);
}
async function judgeRange(repository, range, inputs, host) {
    const { policy, files, ...trusted } = await (0,trusted_folder.readTrusted)(repository, range, inputs, ruleIds);
    const now = Date.now();
    const commitsAndTags = { commits: range.commits, tags: range.tag === undefined ? [] : [range.tag] };
    const verification = await host.step('Verify signatures', () => (0,gather_commits/* verifyRange */.P)(repository, commitsAndTags, files, policy.signatures, {
        now,
        isPush: inputs.isPush,
        tagName: range.tagName,
    }));
    const manifests = await host.step('Read manifests', () => (0,gather_manifests/* gatherManifests */.c)(repository, range, policy));
    const headLine = await readHeadLines(repository, range, manifests.touched, policy.limits.bytes);
    const controlFiles = await readControlFiles(repository, manifests.before, manifests.touched);
    const evidence = {
        change: {
            range,
            commits: verification.commits,
            commitPaths: await readCommitPaths(repository, range.commits, verification.commits, policy.signatures),
            before: manifests.before,
            after: manifests.after,
            touched: manifests.touched,
            ...(controlFiles === undefined ? {} : { controlFiles }),
        },
        policy,
        trustsKeys: verification.trustsKeys,
        now,
        digestKey: (0,external_node_crypto_.randomBytes)(32),
        scopes: manifests.scopes,
        ruleIds,
    };
    // A broken folder has named its keys already, and where the change mends it they do not count.
    const keyProblems = trusted.isRepair || trusted.unjudged.length > 0 ? [] : verification.keyProblems;
    const verdict = judge({
        observed: observe(evidence, headLine),
        policy,
        failOn: inputs.failOn,
        isPush: inputs.isPush,
        after: manifests.after,
        unjudged: [...trusted.unjudged, ...keyProblems, ...verification.unchecked],
        notes: [...range.notes, ...trusted.notes, ...losses(evidence)],
        now,
    });
    const { commits } = verification;
    return reportOf({ command: inputs.command, range, verdict, commits, coverage: coverageOf(manifests) });
}
/** Narrowing is never a finding; that it happened is good to know. */
function losses(evidence) {
    const count = (0,rbac_widened/* countLosses */.bK)(evidence);
    return count === 0 ? [] : [`${count} ${count === 1 ? 'subject' : 'subjects'} lost permissions.`];
}
/** The report of a run that broke off for want of something. */
function couldNotJudge(range, missing, inputs) {
    const verdict = judge({
        observed: [],
        policy: defaults/* defaultPolicy */.G,
        failOn: inputs.failOn,
        isPush: inputs.isPush,
        after: new Map(),
        unjudged: [missing],
        notes: range.notes,
        now: Date.now(),
    });
    return reportOf({ command: inputs.command, range, verdict, commits: [], coverage: nothingRead });
}


/***/ })

};
