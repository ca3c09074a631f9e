export const id = 643;
export const ids = [643];
export const modules = {

/***/ 8643:
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

// EXTERNAL MODULE: ./build/git/open-repository.js + 17 modules
var open_repository = __webpack_require__(4441);
// EXTERNAL MODULE: ./build/report/terminal.js
var terminal = __webpack_require__(3299);
// EXTERNAL MODULE: ./build/report/visible.js
var visible = __webpack_require__(6257);
;// CONCATENATED MODULE: ./build/host/gitlab.js


/** A GitLab CI job: collapsible log sections and the report in the log; the pipeline picks up the written report files. Needs no token. */
function gitlabHost(write) {
    let sections = 0;
    return {
        name: 'gitlab',
        async step(title, work) {
            sections += 1;
            const name = `gitops_gate_${sections}`;
            write(marker('start', `${name}[collapsed=true]`, `${(0,visible/* visible */.R)(title)}\n`));
            try {
                return await work();
            }
            finally {
                write(marker('end', name, ''));
            }
        },
        publish: (report) => {
            write((0,terminal/* renderTerminal */.b)(report, { colour: true, width: 120 }));
            return Promise.resolve({ state: 'published', problems: [] });
        },
    };
}
/** A section marker (https://docs.gitlab.com/ci/jobs/job_logs/#custom-collapsible-sections). */
function marker(edge, name, title) {
    return `\x1b[0Ksection_${edge}:${Math.floor(Date.now() / 1000)}:${name}\r\x1b[0K${title}`;
}

// EXTERNAL MODULE: ./build/input-error.js
var input_error = __webpack_require__(3587);
;// CONCATENATED MODULE: ./build/host/invocation.js
/** Whether `text` is a full object id, as events carry them. */
function isObjectId(text) {
    return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
}
/** Whether `id` is the all-zero id by which forges say "there was nothing". */
function isZeroId(id) {
    return /^0+$/.test(id);
}
/** The refs a request names, which are fetched now; commits it names by id are fetched where they turn out to be missing. */
function refsOf(request) {
    const named = Object.values(request).filter((rev) => rev.startsWith('refs/'));
    return [...new Set(named)];
}

;// CONCATENATED MODULE: ./build/host/gitlab-variables.js


/** Pipelines that carry no change of their own: the commit they run on is audited whole. */
const auditSources = new Set([
    'schedule',
    'web',
    'api',
    'trigger',
    'pipeline',
    'chat',
    'webide',
    'security_orchestration_policy',
]);
/**
 * What a GitLab pipeline asks to be compared, from its predefined variables
 * (https://docs.gitlab.com/ci/variables/predefined_variables/). Throws InputError with every problem found.
 */
function gitlabInvocation(env) {
    const problems = [];
    const read = (name) => {
        const value = env[name];
        if (value !== undefined && value !== '')
            return value;
        problems.push({ what: `${name} is not set.`, fix: fixFor(name) });
        return '';
    };
    const asked = ask(env, read, problems);
    if (asked === undefined || problems.length > 0)
        throw new input_error/* InputError */.d(problems);
    return {
        kind: 'judge',
        command: asked.request.kind === 'audit' ? 'audit' : 'check',
        request: asked.request,
        remote: {
            url: remoteUrl(env),
            token: env.CI_JOB_TOKEN || undefined,
            username: 'gitlab-ci-token',
            fetch: refsOf(asked.request),
        },
        isPush: asked.isPush ?? false,
    };
}
function ask(env, read, problems) {
    // A child pipeline of a merge request has another source but the same variables.
    if (env.CI_MERGE_REQUEST_IID)
        return mergeRequest(read, problems);
    const source = read('CI_PIPELINE_SOURCE');
    const head = objectId(read, 'CI_COMMIT_SHA', problems);
    if (env.CI_COMMIT_TAG) {
        const tag = `refs/tags/${env.CI_COMMIT_TAG}`;
        const defaultBranch = `refs/heads/${read('CI_DEFAULT_BRANCH')}`;
        return { request: { kind: 'tag', tag, defaultBranch } };
    }
    if (auditSources.has(source))
        return { request: { kind: 'audit', rev: head } };
    if (source === 'push' || source === 'parent_pipeline')
        return branch(source, head, read, problems);
    if (source !== '') {
        problems.push({
            what: `CI_PIPELINE_SOURCE ${JSON.stringify(source)} does not say what to compare.`,
            fix: 'Run the job in merge request, merge train, branch, tag or scheduled pipelines (workflow: rules), or call gitops-gate check --base REV.',
        });
    }
    return undefined;
}
/** The target's tip is fetched now; of a merged result only the source's own commits are judged. */
function mergeRequest(read, problems) {
    const type = read('CI_MERGE_REQUEST_EVENT_TYPE');
    const target = `refs/heads/${read('CI_MERGE_REQUEST_TARGET_BRANCH_NAME')}`;
    if (type === 'merge_train') {
        // Here the "target branch" is the train's previous car, which is what this one is merged onto.
        const base = objectId(read, 'CI_MERGE_REQUEST_TARGET_BRANCH_SHA', problems);
        return {
            request: { kind: 'queue', base, head: objectId(read, 'CI_COMMIT_SHA', problems) },
        };
    }
    // GitLab fills the source's SHA only where CI_COMMIT_SHA is a merge of its own making.
    const name = type === 'merged_result' ? 'CI_MERGE_REQUEST_SOURCE_BRANCH_SHA' : 'CI_COMMIT_SHA';
    if (type !== '' && type !== 'detached' && type !== 'merged_result') {
        problems.push({
            what: `CI_MERGE_REQUEST_EVENT_TYPE ${JSON.stringify(type)} is not known.`,
            fix: 'It is detached, merged_result or merge_train; update gitops-gate if GitLab has gained another.',
        });
    }
    return { request: { kind: 'request', base: target, head: objectId(read, name, problems) } };
}
function branch(source, head, read, problems) {
    const before = objectId(read, 'CI_COMMIT_BEFORE_SHA', problems);
    const name = read('CI_COMMIT_BRANCH');
    if (!isZeroId(before))
        return { request: { kind: 'push', before, after: head }, isPush: true };
    const defaultBranch = read('CI_DEFAULT_BRANCH');
    if (name !== defaultBranch) {
        const target = `refs/heads/${defaultBranch}`;
        return { request: { kind: 'new-branch', defaultBranch: target, head }, isPush: true };
    }
    // A child pipeline of a scheduled or manual one has no commit before either.
    if (source !== 'push')
        return { request: { kind: 'audit', rev: head } };
    return { request: { kind: 'first-push', head }, isPush: true };
}
/**
 * The target's project where the pipeline runs in a fork: the fork's own branches belong to the request's author.
 * Otherwise the runner's `origin`, which knows how this runner reaches its GitLab.
 */
function remoteUrl(env) {
    const url = env.CI_MERGE_REQUEST_PROJECT_URL;
    return url && env.CI_MERGE_REQUEST_PROJECT_ID !== env.CI_PROJECT_ID ? `${url}.git` : undefined;
}
function objectId(read, name, problems) {
    const id = read(name);
    if (id !== '' && !isObjectId(id)) {
        problems.push({ what: `${name} is no commit id.`, fix: `Do not set ${name}: GitLab does.` });
    }
    return id;
}
function fixFor(name) {
    return `GitLab sets ${name} in pipelines of this kind; leave it alone, and outside GitLab call gitops-gate check --base REV.`;
}

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
        publish: (report) => {
            streams.stdout.write(render(report));
            return Promise.resolve({ state: 'published', problems: [] });
        },
    };
}

// EXTERNAL MODULE: ./build/run.js + 26 modules
var run = __webpack_require__(1711);
// EXTERNAL MODULE: ./build/cli/format.js
var format = __webpack_require__(8714);
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
    return terminalHost(process, (report) => (0,format/* renderFormat */.c)(args.values.get('format') ?? 'text', report));
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
/**
 * The scope a file belongs to (contracts §6): the first `clusters` entry that matches its path, else its first
 * directory (the first two below `clusters/` and the like), `.` for files at the top.
 */
function scopeOf(path, clusters) {
    const entry = clusters.find(({ paths }) => paths.some((pattern) => (0,glob/* matchGlob */.s)(pattern, path)));
    if (entry !== undefined)
        return entry.name;
    const directories = path.split('/').slice(0, -1);
    const depth = parents.has(directories[0] ?? '') ? 2 : 1;
    const scope = directories.slice(0, depth).join('/') || '.';
    // A directory that happens to be called like an entry must not join it.
    return clusters.some(({ name }) => name === scope) ? `${scope}/` : scope;
}

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
        budget.spend(bytes?.length ?? 0);
        if (bytes !== undefined && !(0,candidate/* isCandidate */.q)(bytes))
            continue;
        for (const path of paths.get(id) ?? []) {
            if (bytes === undefined) {
                unread.push({ file: path, why: why ?? 'missing' });
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
    for (const [path, { mode, id }] of after) {
        if (touchedPaths.has(path) || !mode.startsWith('100') || !manifestName.test(path))
            continue;
        if (!wanted.has(scopeOf(path, clusters)))
            continue;
        const known = paths.get(id);
        if (known === undefined)
            paths.set(id, [path]);
        else
            known.push(path);
    }
    return paths;
}
function mayHoldRbac({ before, after }) {
    return [before, after].some((side) => side !== undefined && side.bytes.length > 0 && (0,candidate/* isCandidate */.q)(side.bytes));
}

// EXTERNAL MODULE: ./build/kube/secrets/secret-generator.js
var secret_generator = __webpack_require__(4188);
;// CONCATENATED MODULE: ./build/gather/secret-generators.js


/** Marks the touched files that the secretGenerator of an unchanged kustomization turns into a Secret. */
async function markGenerated(repository, touched, after, limits, budget) {
    const touchedPaths = new Set(touched.map(({ path }) => path));
    const near = touched.filter(({ after: side }) => side?.structure === 'text').flatMap(({ path }) => besides(path));
    const files = [...new Set(near)].flatMap((path) => {
        const entry = after.get(path);
        return entry === undefined || touchedPaths.has(path) || !entry.mode.startsWith('100') ? [] : [{ path, ...entry }];
    });
    if (files.length === 0)
        return touched;
    const contents = new Map();
    for await (const { id, bytes } of repository.blobs(new Set(files.map(({ id }) => id)), limits.bytes)) {
        budget.spend(bytes?.length ?? 0);
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
    return touched.map((file) => (generated.has(file.path) ? { ...file, feedsSecret: true } : file));
}
/** Kustomizations that may name a file: those of its folder and the folders above. */
function besides(path) {
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


/** Reads both sides of every path that differs; each distinct blob is read once. */
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
    const ids = new Set();
    for (const { before, after } of changes) {
        for (const entry of [before, after]) {
            if (entry !== undefined && entry.mode !== '160000')
                ids.add(entry.id);
        }
    }
    const contents = new Map();
    for await (const { id, bytes, size, why } of repository.blobs(ids, policy.limits.bytes)) {
        budget.spend(bytes?.length ?? 0);
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
    const charts = chartFolders(before, after);
    const inChart = (path) => isBelow(path, charts);
    const files = await readTouched(repository, changes, policy, inChart, budget);
    const touched = await markGenerated(repository, files, after, policy.limits, budget);
    const context = await readContext(repository, touched, after, policy, inChart, budget);
    return { touched, before, after, ...context };
}
/** Folders with a Chart.yaml on either side, each ending in a slash; the root is ''. */
function chartFolders(...trees) {
    const folders = new Set();
    for (const tree of trees) {
        for (const path of tree.keys()) {
            if (path === 'Chart.yaml' || path.endsWith('/Chart.yaml'))
                folders.add(path.slice(0, -'Chart.yaml'.length));
        }
    }
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

/***/ 1711:
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
    const judged = findings.map((finding) => ({ ...finding, blocking: blocksAt(finding, failOn) }));
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
// EXTERNAL MODULE: ./build/rules/gate-changed.js + 10 modules
var gate_changed = __webpack_require__(2307);
;// CONCATENATED MODULE: ./build/gather/commit-paths.js

/**
 * The paths each commit touches, where a verdict can hang on them: where signers are demanded for paths or rules, and where an
 * admin signed a commit. Without an admin's signature `gate-changed` comes to the same whatever the paths are.
 */
async function readCommitPaths(repository, ids, commits, { requirements }) {
    const isWanted = requirements.length > 0 || commits.some(({ signature }) => (0,gate_changed/* isAdmin */.q)(signature));
    return isWanted ? repository.commitPaths(ids) : new Map();
}

// EXTERNAL MODULE: ./build/gather/commits.js + 14 modules
var gather_commits = __webpack_require__(9853);
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
    return first === undefined ? [] : [{ file: path, why: `line ${first.line}: ${first.detail}` }];
}

// EXTERNAL MODULE: ./build/rules/gate-changed/guards.js
var guards = __webpack_require__(4681);
;// CONCATENATED MODULE: ./build/gather/guards.js

/** Bytes of the largest pipeline file that is read. */
const limit = 1024 * 1024;
/**
 * Reads the pipeline files and CODEOWNERS of both sides, unchanged ones too: a new workflow can take the name of an unchanged
 * one's check. Undefined where the change touches none of them. Only the base's are fetched; the change's own are there.
 */
async function readGuards(repository, before, touched) {
    const altered = touched.filter(({ path }) => (0,guards/* isGuard */.Mw)(path));
    if (altered.length === 0)
        return undefined;
    // Plain files only: links and submodules are never followed.
    const entries = [...before].filter(([path, { mode }]) => (0,guards/* isGuard */.Mw)(path) && mode.startsWith('100'));
    const contents = new Map();
    for await (const { id, bytes } of repository.blobs(new Set(entries.map(([, { id }]) => id)), limit)) {
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

;// CONCATENATED MODULE: ./build/git/match-lines.js
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

;// CONCATENATED MODULE: ./build/git/line-diff.js

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
;// CONCATENATED MODULE: ./build/report/anchor.js
/**
 * Where a finding stands in formats that demand a file and a line. What is about a commit or the repository as a whole stands at
 * the top of the policy file: that is where a reader learns which signatures are asked for.
 */
function anchor_anchor({ position }) {
    return position ?? { file: '.gitops-gate/policy.yaml', line: 1, column: 1 };
}

;// CONCATENATED MODULE: ./build/report/occurrences.js
/** For each finding which one of its fingerprint it is, from 1: formats that want unique ids tell namesakes apart by it. */
function occurrences(findings) {
    const seen = new Map();
    return findings.map(({ fingerprint }) => {
        const number = (seen.get(fingerprint) ?? 0) + 1;
        seen.set(fingerprint, number);
        return number;
    });
}

// EXTERNAL MODULE: ./build/report/visible.js
var visible = __webpack_require__(6257);
;// CONCATENATED MODULE: ./build/report/code-quality.js



const severities = {
    critical: 'blocker',
    high: 'critical',
    medium: 'major',
    low: 'minor',
};
/** GitLab's Code Quality report, which shows findings in the merge request's widget and beside the diff. */
function renderCodeQuality({ verdict }) {
    const occurrence = occurrences(verdict.findings);
    const issues = verdict.findings.map((finding, index) => {
        const { file, line } = anchor_anchor(finding);
        const number = occurrence[index] ?? 1;
        return {
            description: (0,visible/* clip */.$)((0,visible/* visible */.R)(finding.message), 1000),
            check_name: finding.rule,
            fingerprint: number === 1 ? finding.fingerprint : `${finding.fingerprint}-${number}`,
            severity: severities[finding.severity],
            location: { path: file.replace(/\p{Cs}/gu, '\ufffd'), lines: { begin: line } },
        };
    });
    return `${JSON.stringify(issues, undefined, 2)}\n`;
}

// EXTERNAL MODULE: ./build/report/markdown-text.js
var markdown_text = __webpack_require__(6084);
;// CONCATENATED MODULE: ./build/report/gitlab-security.js




/** The version of GitLab's report schemas (gitlab-org/security-products/security-report-schemas). */
const version = '15.2.1';
/** GitLab's limit on identifiers of one finding. */
const identifierLimit = 20;
const gitlab_security_severities = {
    critical: 'Critical',
    high: 'High',
    medium: 'Medium',
    low: 'Low',
};
/** gl-sast-report.json: every finding that is no secret. `now`: the time of the run, milliseconds since the epoch. */
function renderGitlabSast(report, rules, now) {
    return securityReport(report, 'sast', rules, now);
}
/** gl-secret-detection-report.json: the findings about secrets; the secret itself is in no field. */
function renderGitlabSecretDetection(report, rules, now) {
    return securityReport(report, 'secret_detection', rules, now);
}
function securityReport(report, type, rules, now) {
    const isSecret = ({ category }) => category === 'secret';
    const findings = report.verdict.findings.filter((finding) => isSecret(finding) === (type === 'secret_detection'));
    const occurrence = occurrences(findings);
    const summaries = new Map(rules.map(({ id, summary }) => [id, summary]));
    const commit = type === 'secret_detection' ? { commit: { sha: report.range.head ?? '0000000' } } : {};
    return `${JSON.stringify({
        version,
        scan: scan(report, type, now),
        vulnerabilities: findings.map((finding, index) => {
            const number = occurrence[index] ?? 1;
            const id = number === 1 ? finding.fingerprint : `${finding.fingerprint}-${number}`;
            return vulnerability(finding, id, summaries.get(finding.rule) ?? finding.rule, commit);
        }),
    }, undefined, 2)}\n`;
}
function scan({ toolVersion, verdict }, type, now) {
    const tool = { id: 'gitops-gate', name: 'gitops-gate', version: toolVersion, vendor: { name: 'gitops-gate' } };
    const time = new Date(now).toISOString().slice(0, 19);
    return {
        type,
        analyzer: tool,
        scanner: tool,
        start_time: time,
        end_time: time,
        status: verdict.outcome === 'could-not-judge' ? 'failure' : 'success',
        messages: verdict.unjudged.map(({ what, remedy }) => ({
            level: 'warn',
            value: (0,visible/* clip */.$)((0,visible/* visible */.R)(`${what} ${remedy}`), 1000),
        })),
    };
}
function vulnerability(finding, id, name, commit) {
    const { rule, severity, message, remedy, details = [], excerpt, references = [], fingerprint, endLine = 0 } = finding;
    const { file, line } = anchor_anchor(finding);
    const lines = { start_line: line, end_line: Math.max(line, endLine) };
    const path = file.replace(/\p{Cs}/gu, '\ufffd');
    return {
        id,
        name: (0,visible/* clip */.$)(name, 255),
        description: [message, ...(excerpt === undefined ? [] : [excerpt]), ...details]
            .map((part) => (0,markdown_text/* prose */.CS)(part))
            .join('\n\n'),
        severity: gitlab_security_severities[severity],
        solution: (0,markdown_text/* prose */.CS)(remedy),
        identifiers: [
            { type: 'gitops_gate_rule', name: `gitops-gate ${rule}`, value: rule },
            ...references.map(identifier),
        ].slice(0, identifierLimit),
        location: { file: path, ...lines, ...commit },
        tracking: {
            type: 'source',
            items: [{ file: path, ...lines, signatures: [{ algorithm: 'hash', value: fingerprint }] }],
        },
    };
}
/** `CWE-312` by GitLab's convention; other guidance by its own name. */
function identifier(reference) {
    const weakness = /^CWE-(\d+)$/.exec(reference)?.[1];
    if (weakness === undefined)
        return { type: 'guidance', name: (0,visible/* visible */.R)(reference) || '-', value: (0,visible/* visible */.R)(reference) || '-' };
    return {
        type: 'cwe',
        name: reference,
        value: weakness,
        url: `https://cwe.mitre.org/data/definitions/${weakness}.html`,
    };
}

// EXTERNAL MODULE: ./build/report/group-findings.js
var group_findings = __webpack_require__(5339);
;// CONCATENATED MODULE: ./build/report/html-style.js
/** The style sheet of report.html. */
const htmlStyle = `
:root { color-scheme: light dark; --text: #1f2328; --soft: #59636e; --page: #f6f8fa; --card: #fff; --line: #d1d9e0; --code: #eff2f5;
  --critical: #a40e4c; --high: #cf222e; --medium: #9a6700; --low: #0969da; --passed: #1a7f37; --blocked: #cf222e; --could-not-judge: #9a6700; }
@media (prefers-color-scheme: dark) { :root { --text: #f0f6fc; --soft: #9198a1; --page: #0d1117; --card: #151b23; --line: #3d444d; --code: #262c36;
  --critical: #ff7eb6; --high: #ff7b72; --medium: #d29922; --low: #4493f8; --passed: #3fb950; --blocked: #f85149; --could-not-judge: #d29922; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 66rem; font: 15px/1.55 system-ui, sans-serif; color: var(--text); background: var(--page); }
h1 { font-size: 1.5rem; margin: 0; } h2 { font-size: 1.15rem; margin: 2.25rem 0 .75rem; } p { margin: .5rem 0; }
code, pre { font: .87em/1.5 ui-monospace, monospace; } code { unicode-bidi: isolate; background: var(--code); padding: .1em .35em; border-radius: .3em; overflow-wrap: anywhere; }
pre { background: var(--code); padding: .6rem .8rem; border-radius: .4rem; white-space: pre-wrap; overflow-wrap: anywhere; margin: .6rem 0; }
.soft { color: var(--soft); } small { font-size: .85em; }
.verdict { border: 1px solid var(--line); border-left: .4rem solid var(--tone); background: var(--card); border-radius: .5rem; padding: 1.1rem 1.4rem; }
.verdict h1 { color: var(--tone); } .verdict p { margin: .3rem 0 0; }
.passed { --tone: var(--passed); } .blocked { --tone: var(--blocked); } .could-not-judge { --tone: var(--could-not-judge); }
.critical { --tone: var(--critical); } .high { --tone: var(--high); } .medium { --tone: var(--medium); } .low { --tone: var(--low); }
.filter { display: flex; flex-wrap: wrap; gap: .5rem; margin: 0 0 .9rem; }
.filter label { border: 1px solid var(--line); border-radius: 2rem; padding: .15rem .8rem; background: var(--card); cursor: pointer; color: var(--tone, var(--text)); }
.filter label[class]:has(:not(:checked)) { opacity: .5; text-decoration: line-through; }
.filter input { accent-color: var(--tone); margin-right: .4rem; }
body:has(#show-critical:not(:checked)) .finding.critical, body:has(#show-high:not(:checked)) .finding.high,
body:has(#show-medium:not(:checked)) .finding.medium, body:has(#show-low:not(:checked)) .finding.low,
body:has(#only-blocking:checked) .finding:not(.blocks) { display: none; }
details.finding { border: 1px solid var(--line); border-left: .3rem solid var(--tone); background: var(--card); border-radius: .5rem; margin: .6rem 0; }
details.finding > summary { padding: .7rem 1rem; cursor: pointer; } details.finding > div { padding: 0 1rem .7rem; }
.badge { color: var(--tone); font-weight: 650; text-transform: uppercase; font-size: .78em; letter-spacing: .04em; margin-right: .35rem; }
.tag { border: 1px solid var(--line); border-radius: 2rem; padding: 0 .55rem; font-size: .8em; color: var(--soft); margin-left: .35rem; white-space: nowrap; }
.message { display: block; margin-top: .2rem; overflow-wrap: anywhere; }
.fix { border-left: .2rem solid var(--passed); padding-left: .8rem; overflow-wrap: anywhere; }
.scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: .5rem; background: var(--card); }
table { border-collapse: collapse; width: 100%; } th, td { text-align: left; vertical-align: top; padding: .5rem .9rem; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
thead th { border-top: 0; color: var(--soft); font-weight: 600; font-size: .88em; } td:first-child { white-space: nowrap; }
.yes { color: var(--passed); } .no { color: var(--high); } .unknown { color: var(--medium); } ul { padding-left: 1.3rem; } li { overflow-wrap: anywhere; }
@media print { body { max-width: none; background: none; } .filter { display: none; } }
`;

;// CONCATENATED MODULE: ./build/report/html-text.js

const entities = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
};
/** Text for element content and quoted attributes, of HTML and of XML 1.0 alike. */
function htmlText(text) {
    return (0,visible/* visible */.R)(text).replace(/[&<>"']/g, (character) => entities[character] ?? '');
}

// EXTERNAL MODULE: ./build/report/wording.js
var wording = __webpack_require__(2867);
;// CONCATENATED MODULE: ./build/report/html.js






const titles = { passed: 'Passed', blocked: 'Blocked', 'could-not-judge': 'Could not judge' };
/** A page in one file: no script, nothing fetched; filters are check boxes and CSS. Every severity can be hidden, every finding folded. */
function renderHtml(report) {
    const { outcome } = report.verdict;
    const hash = (0,external_node_crypto_.createHash)('sha256').update(htmlStyle).digest('base64');
    return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>gitops-gate: ${titles[outcome]}</title>
<style>${htmlStyle}</style>
</head>
<body>
<header class="verdict ${outcome}">
<h1>${titles[outcome]}</h1>
<p>${htmlText((0,wording/* sentence */.em)((0,wording/* reasoning */.Zd)(report)))}</p>
<p class="soft"><small>gitops-gate ${htmlText(report.toolVersion)} compared ${htmlText((0,wording/* comparison */.my)(report.range))}.</small></p>
</header>
${[unjudged(report.verdict.unjudged), findings(report), commits(report), suppressed(report.verdict.suppressed), coverage(report)].filter((part) => part !== '').join('\n')}
</body>
</html>
`;
}
function unjudged(entries) {
    if (entries.length === 0)
        return '';
    const items = entries.map(({ what, remedy }) => `<li>${htmlText(what)}<p class="fix"><b>Fix:</b> ${htmlText(remedy)}</p></li>`);
    return `<h2>Could not be judged</h2>\n<ul>${items.join('\n')}</ul>`;
}
function findings({ verdict, commits, counts }) {
    if (verdict.findings.length === 0)
        return '';
    const filters = build_severity/* severities */.gO
        .filter((severity) => counts[severity] > 0)
        .map((severity) => `<label class="${severity}"><input type="checkbox" id="show-${severity}" checked>${counts[severity]} ${severity}</label>`);
    return [
        '<h2>Findings</h2>',
        `<div class="filter">${filters.join('')}<label><input type="checkbox" id="only-blocking">only what blocks</label></div>`,
        ...(0,group_findings/* groupFindings */.k)(verdict.findings, commits).map(finding),
    ].join('\n');
}
function finding({ first, all }) {
    const { severity, rule, blocking, message, excerpt, details = [], remedy, references = [], scope, object } = first;
    const places = all.flatMap(({ position, commit, places = [] }) => [
        ...(position ? [position, ...places].map(({ file, line, column }) => `${file}:${line}:${column}`) : []),
        ...(commit === undefined ? [] : [`commit ${(0,wording/* shortId */.m_)(commit)}`]),
    ]);
    const about = [
        `id ${all.map(({ fingerprint }) => `<code title="${fingerprint}">${fingerprint.slice(0, wording/* shownFingerprint */.cO)}</code>`).join(' ')}`,
        ...(object ? [htmlText([object.kind, object.namespace, object.name].filter(Boolean).join(' '))] : []),
        ...(scope === undefined ? [] : [`scope ${htmlText(scope)}`]),
        ...references.map(htmlText),
    ];
    return `<details class="finding ${severity}${blocking ? ' blocks' : ''}"${blocking ? ' open' : ''}>
<summary><span class="badge">${severity}</span><b>${htmlText(rule)}</b>${all.length > 1 ? ` × ${all.length}` : ''}<span class="tag">${blocking ? 'blocks' : 'does not block'}</span>
<span class="message">${htmlText(message)}</span></summary>
<div>
${places.length > 0 ? `<p>${places.map((place) => `<code>${htmlText(place)}</code>`).join(' ')}</p>` : ''}
${excerpt === undefined ? '' : `<pre>${htmlText(excerpt)}</pre>`}
${details.length > 0 ? `<ul>${details.map((detail) => `<li>${htmlText(detail)}</li>`).join('')}</ul>` : ''}
<p class="fix"><b>Fix:</b> ${htmlText(remedy)}</p>
<p class="soft"><small>${about.join(' · ')}</small></p>
</div>
</details>`;
}
function table(title, caption, heads, rows) {
    if (rows.length === 0)
        return '';
    const head = heads.map((each) => `<th>${each}</th>`).join('');
    const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('\n');
    const says = caption === '' ? '' : `<p class="soft">${htmlText(caption)}</p>\n`;
    return `<h2>${title}</h2>\n${says}<div class="scroll"><table><thead><tr>${head}</tr></thead><tbody>\n${body}\n</tbody></table></div>`;
}
function commits(report) {
    return table('Signatures', (0,wording/* signatureLine */.Zp)(report), ['Commit', 'Signature', 'Signer', 'Subject'], report.commits.map(commitRow));
}
function commitRow({ sha, subject, committer, signature }) {
    const { state, accepted, signer, format, keyFingerprint, reason } = signature;
    const style = accepted ? 'yes' : state === 'could-not-check' ? 'unknown' : 'no';
    const key = [format, keyFingerprint].flatMap((part) => (part === undefined ? [] : htmlText(part))).join(' ');
    const who = signer
        ? `${htmlText(signer.name)} ${signer.emails.map((email) => htmlText(`<${email}>`)).join(' ')}`
        : `committer ${htmlText(committer.name)}`;
    return [
        `<code title="${htmlText(sha)}">${htmlText((0,wording/* shortId */.m_)(sha))}</code>`,
        `<b class="${style}">${state}</b>${reason === undefined ? '' : `<br><small>${htmlText(reason)}</small>`}`,
        `${who}${key === '' ? '' : `<br><small class="soft">${key}</small>`}`,
        htmlText(subject),
    ];
}
function suppressed(entries) {
    const rows = entries.map(({ rule, severity, message, position, reason, until, fingerprint }) => [
        `<span class="badge ${severity}">${severity}</span> ${htmlText(rule)}`,
        `${htmlText(message)}${position ? `<br><code>${htmlText(`${position.file}:${position.line}`)}</code>` : ''}`,
        htmlText(reason),
        htmlText(until),
        `<code title="${fingerprint}">${fingerprint.slice(0, wording/* shownFingerprint */.cO)}</code>`,
    ]);
    return table('Ignored by the base branch', '', ['Rule', 'Finding', 'Reason', 'Until', 'Id'], rows);
}
function coverage({ coverage, range, verdict }) {
    const files = [
        ...coverage.skipped.map((each) => ({ ...each, how: 'skipped' })),
        ...coverage.readWithoutStructure.map((each) => ({ ...each, how: 'without structure' })),
    ];
    const items = [
        ...[...new Set([...range.notes, ...verdict.notes])].map((note) => `<li>${htmlText(note)}</li>`),
        ...files.map(({ file, why, how }) => `<li>${how}: <code>${htmlText(file)}</code> ${htmlText(why)}</li>`),
    ];
    return `<h2>What was read</h2>\n<p>${htmlText((0,wording/* coverageLine */.vn)(coverage))}</p>${items.length > 0 ? `\n<ul>${items.join('\n')}</ul>` : ''}`;
}

// EXTERNAL MODULE: ./build/report/json.js
var json = __webpack_require__(9665);
;// CONCATENATED MODULE: ./build/report/junit.js




/**
 * JUnit XML: one suite a rule, one for signatures, one for what could not be judged. Blocking findings and refused commits are
 * failures, findings that do not block and ignored ones are skipped with their message, a rule without findings passes.
 */
function renderJunit(report, rules) {
    const { findings, suppressed, unjudged } = report.verdict;
    const found = new Set([...findings, ...suppressed].map(({ rule }) => rule));
    const cases = [
        ...rules.filter(({ id }) => !found.has(id)).map(({ id, summary }) => ({ suite: id, name: summary })),
        ...findings.map((finding) => findingCase(finding, finding.blocking ? 'failure' : 'skipped', finding.message)),
        ...suppressed.map((entry) => findingCase(entry, 'skipped', `Ignored until ${entry.until}: ${entry.reason}`)),
        ...report.commits.map(commitCase),
        ...unjudged.map(({ what, remedy }) => ({
            suite: 'could not be judged',
            name: what,
            result: { element: 'error', message: what, text: htmlText(remedy) },
        })),
    ];
    const suites = [...new Set(cases.map(({ suite }) => suite))].map((name) => suiteXml(name, cases.filter(({ suite }) => suite === name)));
    return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="gitops-gate" ${totals(cases)}>\n${suites.join('\n')}\n</testsuites>\n`;
}
function findingCase(finding, element, message) {
    const { rule, remedy, details = [], fingerprint, position, commit } = finding;
    const { file, line, column } = anchor_anchor(finding);
    const where = position ? `${file}:${line}:${column}` : commit === undefined ? '' : `commit ${commit}`;
    const text = [finding.message, where, ...details, `Fix: ${remedy}`, `id ${fingerprint}`].filter((each) => each !== '');
    return {
        suite: rule,
        name: `${(0,visible/* clip */.$)(finding.message, 300)} (${fingerprint.slice(0, wording/* shownFingerprint */.cO)})`,
        ...(position ? { file } : {}),
        result: { element, message, text: text.map(htmlText).join('\n') },
    };
}
function commitCase({ sha, subject, signature }) {
    const name = `${(0,wording/* shortId */.m_)(sha)} ${(0,visible/* clip */.$)(subject, 100)}`;
    if (signature.accepted)
        return { suite: 'signatures', name };
    const element = signature.state === 'could-not-check' ? 'error' : 'failure';
    const { state, reason = '', remedy = '' } = signature;
    return { suite: 'signatures', name, result: { element, message: `${state}: ${reason}`, text: htmlText(remedy) } };
}
function totals(cases) {
    const number = (element) => cases.filter(({ result }) => result?.element === element).length;
    return `tests="${cases.length}" failures="${number('failure')}" errors="${number('error')}" skipped="${number('skipped')}" time="0"`;
}
function suiteXml(name, cases) {
    return `  <testsuite name="${htmlText(name)}" ${totals(cases)}>\n${cases.map(caseXml).join('\n')}\n  </testsuite>`;
}
function caseXml({ suite, name, file, result }) {
    const attributes = `classname="gitops-gate.${htmlText(suite)}" name="${htmlText(name)}"${file === undefined ? '' : ` file="${htmlText(file)}"`} time="0"`;
    if (!result)
        return `    <testcase ${attributes}/>`;
    const { element, message, text } = result;
    return `    <testcase ${attributes}>\n      <${element} message="${htmlText(message)}">${text}</${element}>\n    </testcase>`;
}

// EXTERNAL MODULE: ./build/report/markdown.js + 2 modules
var markdown = __webpack_require__(2579);
;// CONCATENATED MODULE: ./build/report/sarif.js



/** GitHub's limit on results in one run. */
const resultLimit = 25_000;
const levels = {
    critical: 'error',
    high: 'error',
    medium: 'warning',
    low: 'note',
};
/** GitHub: over 9.0 is critical, from 7.0 high, from 4.0 medium, else low. */
const securitySeverity = {
    critical: '9.5',
    high: '8.0',
    medium: '5.5',
    low: '2.0',
};
/**
 * SARIF 2.1.0 for GitHub code scanning and others. GitHub takes an alert's severity from the rule, so a result whose severity policy or
 * context has changed says so in its level and properties only.
 */
function renderSarif(report, rules) {
    const { findings, suppressed } = report.verdict;
    const known = new Map(rules.map(({ id }, index) => [id, index]));
    const all = [...findings, ...suppressed];
    const occurrence = occurrences(all);
    const results = all
        .slice(0, resultLimit)
        .map((finding, index) => result(finding, known.get(finding.rule), occurrence[index] ?? 1));
    const log = {
        $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
        version: '2.1.0',
        runs: [
            {
                tool: {
                    driver: {
                        name: 'gitops-gate',
                        version: report.toolVersion,
                        semanticVersion: report.toolVersion,
                        rules: rules.map(descriptor),
                    },
                },
                automationDetails: { id: `gitops-gate/${report.command}/` },
                columnKind: 'utf16CodeUnits',
                invocations: [invocation(report, all.length - results.length)],
                results,
            },
        ],
    };
    return `${JSON.stringify(log, undefined, 2)}\n`;
}
function descriptor({ id, category, severity, summary, help }) {
    return {
        id,
        name: id.replace(/(?:^|-)(.)/g, (_, letter) => letter.toUpperCase()),
        shortDescription: { text: summary },
        fullDescription: { text: summary },
        help: { text: help, markdown: help },
        defaultConfiguration: { level: levels[severity] },
        properties: { tags: ['security', category], precision: 'high', 'security-severity': securitySeverity[severity] },
    };
}
function result(finding, ruleIndex, occurrence) {
    const { rule, severity, category, blocking, fingerprint, scope, places = [] } = finding;
    return {
        ruleId: rule,
        ...(ruleIndex === undefined ? {} : { ruleIndex }),
        level: levels[severity],
        message: { text: message(finding) },
        locations: [{ physicalLocation: physical(anchor_anchor(finding), finding.endLine), ...logical(finding) }],
        ...(places.length > 0
            ? { relatedLocations: places.map((place, index) => ({ id: index + 1, physicalLocation: physical(place) })) }
            : {}),
        partialFingerprints: { primaryLocationLineHash: occurrence === 1 ? fingerprint : `${fingerprint}:${occurrence}` },
        ...('reason' in finding
            ? { suppressions: [{ kind: 'external', status: 'accepted', justification: sarif_text(finding.reason) }] }
            : {}),
        properties: { severity, category, blocking, fingerprint, ...(scope === undefined ? {} : { scope: sarif_text(scope) }) },
    };
}
function message({ message, excerpt, details = [], remedy }) {
    return [
        sarif_text(message),
        ...(excerpt === undefined ? [] : [sarif_text(excerpt)]),
        ...details.map(sarif_text),
        `Fix: ${sarif_text(remedy)}`,
    ].join('\n');
}
/** SARIF reads `[text](place)` in a message as a link (§3.11.6). */
const sarif_text = (value) => (0,visible/* clip */.$)((0,visible/* visible */.R)(value), 1000).replaceAll('](', '] (');
function physical({ file, line, column }, endLine = line) {
    const region = { startLine: line, startColumn: column, endLine: Math.max(line, endLine), endColumn: column + 1 };
    return { artifactLocation: { uri: uri(file), uriBaseId: '%SRCROOT%' }, region };
}
/** A relative reference (RFC 3986) whose first segment is no scheme. */
function uri(file) {
    return file
        .split('/')
        .map((segment) => encodeURIComponent(segment.replace(/\p{Cs}/gu, '\ufffd')))
        .join('/');
}
function logical({ object, commit }) {
    if (object) {
        const parts = [object.group, object.kind, object.namespace ?? '', object.name].map(sarif_text);
        return { logicalLocations: [{ name: sarif_text(object.name), fullyQualifiedName: parts.join('/'), kind: 'resource' }] };
    }
    return commit === undefined
        ? {}
        : { logicalLocations: [{ name: commit, fullyQualifiedName: `commit/${commit}`, kind: 'commit' }] };
}
function invocation({ verdict, range }, cut) {
    const { outcome, unjudged, notes } = verdict;
    const missing = cut > 0 ? [`${cut} results are left out: GitHub takes ${resultLimit}. All are in report.json.`] : [];
    const notifications = [
        ...unjudged.map(({ what, remedy }) => ({
            level: 'error',
            message: { text: `${sarif_text(what)}\nFix: ${sarif_text(remedy)}` },
        })),
        ...[...new Set([...range.notes, ...notes])].map((note) => ({ level: 'note', message: { text: sarif_text(note) } })),
        ...missing.map((line) => ({ level: 'warning', message: { text: line } })),
    ];
    return {
        executionSuccessful: outcome !== 'could-not-judge' && unjudged.length === 0,
        ...(notifications.length > 0 ? { toolExecutionNotifications: notifications } : {}),
    };
}

;// CONCATENATED MODULE: ./build/report/render.js







/** A file has no limit of its own; this only bounds what a browser has to show. */
const markdownBytes = 8 * 1024 * 1024;
/** The files of `--out DIR` and of the input `report-dir`. */
const reportFiles = [
    { name: 'report.json', render: json/* renderJson */.h },
    {
        name: 'report.md',
        render: (report, { links }) => (0,markdown/* renderMarkdown */.G)(report, { bytes: markdownBytes, ...(links ? { links } : {}) }),
    },
    { name: 'report.sarif', render: (report, { rules }) => renderSarif(report, rules) },
    { name: 'report.html', render: renderHtml },
    { name: 'gl-code-quality-report.json', render: renderCodeQuality },
    { name: 'gl-sast-report.json', render: (report, { rules, now }) => renderGitlabSast(report, rules, now) },
    {
        name: 'gl-secret-detection-report.json',
        render: (report, { rules, now }) => renderGitlabSecretDetection(report, rules, now),
    },
    { name: 'junit.xml', render: (report, { rules }) => renderJunit(report, rules) },
];

// EXTERNAL MODULE: ./build/gather/rule-pages.js
var rule_pages = __webpack_require__(723);
;// CONCATENATED MODULE: ./build/gather/write-reports.js





/** Writes every report format into the folder; throws InputError where that cannot be done. */
async function writeReports(report, folder) {
    if (folder === undefined)
        return {};
    const context = { rules: await (0,rule_pages/* readRuleInfos */.q)(), now: Date.now() };
    const pathOf = (name) => (0,external_node_path_.resolve)(folder, name);
    try {
        await (0,promises_.mkdir)(folder, { recursive: true });
        for (const { name, render } of reportFiles)
            await (0,promises_.writeFile)(pathOf(name), render(report, context));
    }
    catch (error) {
        if (!(error instanceof Error) || !('syscall' in error))
            throw error;
        const what = `reports cannot be written to ${folder} (${'code' in error ? error.code : error.syscall})`;
        throw new input_error/* InputError */.d([{ what, fix: 'name a folder you may write' }]);
    }
    return {
        json: pathOf('report.json'),
        markdown: pathOf('report.md'),
        sarif: pathOf('report.sarif'),
        codeQuality: pathOf('gl-code-quality-report.json'),
    };
}

// EXTERNAL MODULE: ./build/git/open-repository.js + 17 modules
var open_repository = __webpack_require__(4441);
// EXTERNAL MODULE: ./build/git/range.js
var git_range = __webpack_require__(706);
// EXTERNAL MODULE: ./build/git/missing-objects-error.js
var missing_objects_error = __webpack_require__(8469);
;// CONCATENATED MODULE: ./build/git/repository.js


// EXTERNAL MODULE: ./build/version.js
var build_version = __webpack_require__(8508);
;// CONCATENATED MODULE: ./build/report/report.js


/** The report of a verdict, its counts filled in. */
function reportOf(parts) {
    const { findings } = parts.verdict;
    const count = (severity) => findings.filter((finding) => finding.severity === severity).length;
    const rules = {};
    for (const { rule } of findings)
        rules[rule] = (rules[rule] ?? 0) + 1;
    const counts = Object.fromEntries(build_severity/* severities */.gO.map((s) => [s, count(s)]));
    return { toolVersion: build_version/* version */.r, ...parts, counts, rules };
}

// EXTERNAL MODULE: ./build/rules/index.js + 48 modules
var rules = __webpack_require__(3368);
// EXTERNAL MODULE: ./build/rules/demanded-signer.js
var demanded_signer = __webpack_require__(4663);
// EXTERNAL MODULE: ./build/rules/untrusted-signer.js
var untrusted_signer = __webpack_require__(9929);
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

// EXTERNAL MODULE: ./build/rules/rbac-widened.js + 1 modules
var rbac_widened = __webpack_require__(8536);
;// CONCATENATED MODULE: ./build/run.js




















const ruleIds = rules/* rules */.a.map((rule) => rule.id);
/** The whole program: reads a change, judges it, reports. Resolves to the exit code; throws InputError. */
async function run(inputs, host) {
    const report = await examine(inputs, host);
    const written = await writeReports(report, inputs.out);
    await host.publish(report, written);
    return exitCode(report.verdict);
}
/** Reads and judges; what is missing makes the verdict could-not-judge, and is never a pass. */
async function examine(inputs, host) {
    const repository = await (0,open_repository/* openRepository */.h)(inputs.repo, {
        remote: inputs.remote,
        inHook: inputs.request.kind === 'staged',
    });
    let range = (0,git_range/* emptyRange */.t)(inputs.request.kind);
    try {
        range = await host.step('Find what is compared', () => findRange(repository, inputs));
        if (range.empty !== undefined)
            throw new input_error/* InputError */.d([{ what: range.empty, fix: emptyFix(inputs.request.kind) }]);
        return await judgeRange(repository, range, inputs, host);
    }
    catch (error) {
        if (error instanceof missing_objects_error/* MissingObjectsError */.J || error instanceof budget/* LimitError */.o) {
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
    const { policy, files, ...trusted } = await (0,trusted_folder/* readTrusted */.G)(repository, range, inputs, ruleIds);
    const now = Date.now();
    const commitsAndTags = { commits: range.commits, tags: range.tag === undefined ? [] : [range.tag] };
    const verification = await host.step('Verify signatures', () => (0,gather_commits/* verifyRange */.P)(repository, commitsAndTags, files, policy.signatures, { now, isPush: inputs.isPush }));
    const manifests = await host.step('Read manifests', () => (0,gather_manifests/* gatherManifests */.c)(repository, range, policy));
    const headLine = await readHeadLines(repository, range, manifests.touched, policy.limits.bytes);
    const guards = await readGuards(repository, manifests.before, manifests.touched);
    const evidence = {
        change: {
            range,
            commits: verification.commits,
            commitPaths: await readCommitPaths(repository, range.commits, verification.commits, policy.signatures),
            before: manifests.before,
            after: manifests.after,
            touched: manifests.touched,
            ...(guards === undefined ? {} : { guards }),
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
