export const id = 694;
export const ids = [694,339];
export const modules = {

/***/ 9694:
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

// EXTERNAL MODULE: ./build/git/open-repository.js + 16 modules
var open_repository = __webpack_require__(6909);
// EXTERNAL MODULE: ./build/report/redact.js
var redact = __webpack_require__(7234);
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
        diffView: undefined,
        async step(title, work) {
            progress(`${(0,visible/* visible */.R)(title)} …`);
            try {
                return await work();
            }
            finally {
                progress('');
            }
        },
        async publish({ report, lost }) {
            streams.stdout.write(await render(report));
            for (const { what, remedy } of lost)
                streams.stderr.write(`gitops-gate: ${(0,visible/* visible */.R)((0,redact/* redactText */.R)(what))}\n  ${(0,visible/* visible */.R)((0,redact/* redactText */.R)(remedy))}\n`);
            return { state: 'published', problems: [] };
        },
    };
}

// EXTERNAL MODULE: ./build/input-error.js
var input_error = __webpack_require__(3587);
// EXTERNAL MODULE: ./build/report/formats.js
var formats = __webpack_require__(7787);
// EXTERNAL MODULE: ./build/report/terminal/terminal.js
var terminal = __webpack_require__(3830);
// EXTERNAL MODULE: ./build/report/terminal/workflow-command.js
var workflow_command = __webpack_require__(143);
// EXTERNAL MODULE: ./build/run.js + 125 modules
var run = __webpack_require__(5263);
// EXTERNAL MODULE: ./build/cli/output.js
var output = __webpack_require__(8288);
// EXTERNAL MODULE: ./build/cli/terminal-style.js
var terminal_style = __webpack_require__(6777);
;// CONCATENATED MODULE: ./build/cli/check.js










/** What only a forge's request has. */
const commentFlags = ['comment', 'summary-comment', 'max-comments', 'name'];
/** `check`: judges a change of a local repository, or the one a GitLab pipeline runs for. */
async function check(args) {
    if (args.values.get('ci') === 'gitlab')
        return checkOnGitlab(args);
    const given = commentFlags.filter((flag) => args.values.has(flag));
    if (given.length > 0) {
        const what = `only --ci takes ${given.map((flag) => `--${flag}`).join(' and ')}`;
        throw new input_error/* InputError */.d([{ what, fix: 'leave it out: there is no request to comment on' }]);
    }
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
/** `audit`: everything at a revision, as if all were new. */
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
    const [{ gitlabHost }, { gitlabInvocation }, { gitlabChannels }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(398), __webpack_require__.e(411)]).then(__webpack_require__.bind(__webpack_require__, 7792)),
        __webpack_require__.e(/* import() */ 643).then(__webpack_require__.bind(__webpack_require__, 1643)),
        __webpack_require__.e(/* import() */ 384).then(__webpack_require__.bind(__webpack_require__, 5384)),
    ]);
    const token = takeToken();
    const invocation = gitlabInvocation(process.env);
    const channels = gitlabChannels(args.values, process.env, token);
    if (invocation.kind === 'nothing') {
        (0,output.say)(`${(0,visible/* visible */.R)(invocation.note)}\n`);
        return 0;
    }
    const { command, request, remote, defaultBranch, isPush } = invocation;
    const write = (text) => process.stdout.write(token === undefined ? text : text.replaceAll(token, '[MASKED]'));
    const inputs = { ...inputsOf(args, command, request), remote, defaultBranch, isPush };
    try {
        return await (0,run/* run */.e)(inputs, gitlabHost(write, process.env, channels));
    }
    catch (error) {
        if (request.kind === 'request') {
            const { withdrawSummary } = await Promise.all(/* import() */[__webpack_require__.e(398), __webpack_require__.e(85)]).then(__webpack_require__.bind(__webpack_require__, 7085));
            await withdrawSummary(error, request.head, process.env, channels, write);
        }
        throw error;
    }
}
/** The token for comments, out of the environment: no program that this one starts gets it. */
function takeToken() {
    const token = process.env.GITOPS_GATE_TOKEN?.trim() || undefined;
    delete process.env.GITOPS_GATE_TOKEN;
    return token;
}
/** The flags that every judging command shares. */
function inputsOf(args, command, request) {
    return {
        command,
        repo: args.values.get('repo') ?? process.cwd(),
        request,
        remote: undefined,
        defaultBranch: undefined,
        notes: [],
        failOn: args.values.get('fail-on'),
        policyPath: args.values.get('policy-path') ?? '.gitops-gate',
        kubernetesVersion: args.values.get('kubernetes-version'),
        render: args.values.get('render') === 'required' ? 'required' : 'auto',
        out: args.values.get('out'),
        isPush: false,
    };
}
/** A person at a terminal: progress there, the report in the format asked for on standard output. */
function personsHost(args) {
    return terminalHost(process, (report) => renderFormat(args.values.get('format') ?? 'text', report));
}
async function renderFormat(format, report) {
    const name = formats/* formatNames */.EI.find((each) => each === format);
    if (name === undefined)
        return (0,terminal/* renderTerminal */.b)(report, (0,terminal_style/* terminalStyle */.w)());
    const { readRuleInfos } = await __webpack_require__.e(/* import() */ 328).then(__webpack_require__.bind(__webpack_require__, 5328));
    return (0,workflow_command/* logText */.kc)(await (0,formats/* renderReport */.B1)(name, report, { rules: await readRuleInfos(), now: Date.now() }));
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

/***/ 2176:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  K: () => (/* binding */ noManifests),
  P: () => (/* binding */ readManifests)
});

// EXTERNAL MODULE: ./build/kube/computed-source.js
var computed_source = __webpack_require__(8575);
// EXTERNAL MODULE: ./build/kube/kustomization.js
var kustomization = __webpack_require__(1113);
// EXTERNAL MODULE: ./build/kube/read-file.js
var read_file = __webpack_require__(3121);
// EXTERNAL MODULE: ./build/yaml/decode-text.js
var decode_text = __webpack_require__(5100);
;// CONCATENATED MODULE: ./build/gather/manifests/computed-sources.js




/** Files of one folder that are looked into for a manifest; more may hold one. */
const mostLooked = 100;
/**
 * Marks the touched sources of Jsonnet and CUE that are next to manifests, where a tool that delivers the folder computes them. A
 * folder with a kustomization delivers what that names.
 */
async function markComputedSources(repository, touched, after, limits, budget) {
    const sources = touched.filter((file) => file.after !== undefined && (0,computed_source/* isComputedSource */.$)(file.path));
    if (sources.length === 0)
        return touched;
    const folders = new Map(sources.map(({ path }) => [(0,kustomization/* folderOf */.yS)(path), []]));
    for (const path of after.keys())
        folders.get((0,kustomization/* folderOf */.yS)(path))?.push(path);
    const holding = new Set();
    for (const [folder, paths] of folders) {
        budget.spend(paths.length);
        if (paths.some(kustomization/* isKustomization */.Sv))
            continue;
        const manifests = paths.filter(read_file/* hasManifestExtension */.L8);
        const isHolding = manifests.length > mostLooked || (await holdsObject(repository, manifests, after, limits, budget));
        if (isHolding)
            holding.add(folder);
    }
    return touched.map((file) => (0,computed_source/* isComputedSource */.$)(file.path) && holding.has((0,kustomization/* folderOf */.yS)(file.path)) ? { ...file, isNextToManifests: true } : file);
}
async function holdsObject(repository, paths, after, limits, budget) {
    for await (const { bytes } of repository.blobs(new Set(paths.map((path) => after.get(path)?.id ?? '')), limits.bytes)) {
        budget.charge(bytes?.length ?? 0);
        if (bytes === undefined || (0,read_file/* mayHoldObject */.WA)((0,decode_text/* decodeText */.g)(bytes).text))
            return true;
    }
    return false;
}

// EXTERNAL MODULE: ./build/kube/candidate.js
var candidate = __webpack_require__(9405);
// EXTERNAL MODULE: ./build/kube/plain-documents.js
var plain_documents = __webpack_require__(2935);
// EXTERNAL MODULE: ./build/kube/scope.js
var kube_scope = __webpack_require__(9464);
// EXTERNAL MODULE: ./build/kube/without-definitions.js
var without_definitions = __webpack_require__(9735);
// EXTERNAL MODULE: ./build/rbac/compare/loose-ends.js
var loose_ends = __webpack_require__(3798);
// EXTERNAL MODULE: ./build/workload/identity/loose-ends.js + 1 modules
var identity_loose_ends = __webpack_require__(9055);
// EXTERNAL MODULE: ./build/gather/blobs.js
var blobs = __webpack_require__(5802);
// EXTERNAL MODULE: ./build/gather/render/rendered-loose-ends.js
var rendered_loose_ends = __webpack_require__(2640);
// EXTERNAL MODULE: ./build/groups.js
var build_groups = __webpack_require__(1782);
;// CONCATENATED MODULE: ./build/gather/manifests/context-files.js



/** Unchanged files that can hold context: kubectl applies these endings, and files that have none. */
const manifestName = /(?:\.(?:ya?ml|json))$|(?:^|\/)[^./]+$/i;
const noFiles = { byId: new Map(), links: [], submodules: [] };
/** The unchanged files of the wanted scopes that tools read as manifests by their names, or because a kustomization names them. */
function contextFiles({ touched, named, after, clusters, wanted, budget }) {
    const byId = new Map();
    const links = [];
    const submodules = [];
    const touchedPaths = new Set(touched.map(({ path }) => path));
    const ask = scopeAsker(clusters);
    for (const [path, { mode, id }] of after) {
        budget.spend(1);
        if (touchedPaths.has(path))
            continue;
        const isLink = mode === '120000';
        const isNamed = named.after.has(path);
        const scope = ask(path, isNamed || isLink);
        if (!wanted.has(scope))
            continue;
        if (isLink)
            links.push({ path, scope, id });
        else if (mode === '160000' && isNamed)
            submodules.push({ path, scope });
        else if (mode.startsWith('100') && (isNamed || manifestName.test(path)))
            (0,build_groups/* addTo */.D)(byId, id, { path, scope });
    }
    return { byId, links, submodules };
}
/**
 * What links put where they are: the file a link leads to is context there as well. A folder of another scope that
 * kustomizations reach through a link is not gone through, and what leads out of the repository is unknown. Adds the files to
 * `byId`, and yields what is unknown.
 */
function* linkedFiles({ byId, links }, targets, { touched, named, after, clusters, budget }) {
    const touchedPaths = new Set(touched.map(({ path }) => path));
    if (links.length === 0)
        return;
    const folders = foldersWithManifests(after, budget);
    const reached = foldersAbove(named.after, budget);
    for (const link of links) {
        const isReached = named.after.has(link.path) || reached.has(link.path);
        if (!isReached && !(0,kube_scope/* isDelivered */.Z$)(link.path))
            continue;
        const target = (0,kustomization/* pathBelow */.Br)((0,kustomization/* folderOf */.yS)(link.path), targets.get(link.id) ?? '/');
        if (target === undefined) {
            yield { ...link, why: 'a symbolic link out of the repository; never followed' };
            continue;
        }
        const entry = after.get(target);
        if (touchedPaths.has(target))
            yield { ...link, why: 'a symbolic link to a file that this change touches; never followed' };
        else if (entry?.mode.startsWith('100'))
            (0,build_groups/* addTo */.D)(byId, entry.id, { path: link.path, scope: link.scope });
        else if (isReached && folders.has(target) && (0,kube_scope/* scopeOf */.Od)(`${target}/x.yaml`, clusters) !== link.scope) {
            yield { ...link, why: 'a symbolic link to a folder of another scope; never followed' };
        }
    }
}
/** Every folder with a manifest in or below it; '' is the root. */
function foldersWithManifests(after, budget) {
    return foldersAbove([...after.keys()].filter((path) => manifestName.test(path)), budget);
}
/** Every folder above the paths; '' is the root. */
function foldersAbove(paths, budget) {
    const folders = new Set();
    for (const path of paths) {
        for (let folder = (0,kustomization/* folderOf */.yS)(path); !folders.has(folder); folder = (0,kustomization/* folderOf */.yS)(folder)) {
            budget.spend(1);
            folders.add(folder);
        }
    }
    return folders;
}
/** Asks for the scope of each path; once a folder where names alone decide. */
function scopeAsker(clusters) {
    if (clusters.length > 0)
        return (path, isNamed) => (0,kube_scope/* scopeOf */.Od)(path, clusters, isNamed);
    const known = new Map();
    return (path, isNamed) => {
        const key = `${isNamed || (0,kube_scope/* isDelivered */.Z$)(path)} ${(0,kustomization/* folderOf */.yS)(path)}`;
        const scope = known.get(key) ?? (0,kube_scope/* scopeOf */.Od)(path, clusters, isNamed);
        known.set(key, scope);
        return scope;
    };
}

;// CONCATENATED MODULE: ./build/gather/manifests/copies.js
/** Files of one content that are judged in one scope: each costs as much as another content does. */
const mostCopies = 5_000;
/** Why one of them is not judged. */
const tooManyCopies = `more than ${mostCopies.toLocaleString('en')} files of one scope have this content`;
/** Counts the files that have the same content in the same scope. */
class Copies {
    #counts = new Map();
    /** Whether there are enough of them without this one. */
    isBeyond(scope, content) {
        const key = `${content} ${scope}`;
        const count = (this.#counts.get(key) ?? 0) + 1;
        this.#counts.set(key, count);
        return count > mostCopies;
    }
}

;// CONCATENATED MODULE: ./build/gather/manifests/openshift.js
/** API groups that only OpenShift's own API servers and operators serve (github.com/openshift/api). */
const groups = new Set([
    'apps',
    'authorization',
    'build',
    'config',
    'console',
    'image',
    'machineconfiguration',
    'oauth',
    'operator',
    'project',
    'quota',
    'route',
    'security',
    'template',
    'user',
].map((name) => `${name}.openshift.io`));
const apiVersion = /\bapiVersion["']?\s*:\s*["']?([a-z]+\.openshift\.io)\//g;
/** Whether an object is of one of OpenShift's own API groups. */
function isOfOpenshift({ group }) {
    return groups.has(group);
}
/** Whether a manifest that need not be read otherwise holds an object of OpenShift's. */
function mentionsOpenshift(bytes) {
    if (!bytes.includes('.openshift.io/'))
        return false;
    return [...bytes.toString('latin1').matchAll(apiVersion)].some(([, group = '']) => groups.has(group));
}

;// CONCATENATED MODULE: ./build/gather/manifests/context.js












const noSides = () => ({ before: [], after: [], unread: [], unreadFiles: new Map() });
const nothing = { before: [], after: [] };
/**
 * The objects of every scope the change touches: of touched files both sides, and of unchanged files that may hold RBAC, or
 * decide about pods. Unchanged files are read only where a touched one may hold RBAC itself, or pods whose permissions can change.
 */
async function readContext(repository, { touched, named, rendered }, after, policy, isTemplate, budget) {
    const objects = touchedObjects(touched);
    const wanted = wantedScopes(touched, objects, named, after, policy);
    const question = { touched, named, after, clusters: policy.clusters, wanted, budget };
    const files = wanted.size === 0 ? noFiles : contextFiles(question);
    const reading = new ContextReading(objects, named, rendered.covered, policy, isTemplate, budget);
    for (const file of files.submodules)
        reading.cannotRead(file, 'a submodule; its content is in another repository');
    const targets = await linkTargets(repository, files);
    for (const { why, ...file } of linkedFiles(files, targets, question)) {
        reading.cannotRead(file, why);
    }
    reading.showsOpenshift = touchedShowOpenshift(touched, files.byId.size === 0);
    await reading.read(repository, files, candidate/* isContextCandidate */.H3);
    const { unread, filesRead, showsOpenshift } = reading;
    const options = { ...policy, openshift: policy.openshift ?? showsOpenshift };
    const names = new Set(rendered.looseEnds);
    for (const scope of wanted)
        for (const name of (0,loose_ends/* looseEnds */.L)(objects.get(scope) ?? nothing, options))
            names.add(name);
    const own = [...wanted].map((scope) => (0,rendered_loose_ends/* accountQuestion */.Mp)(objects.get(scope) ?? nothing, options));
    const { accounts, roles } = (0,rendered_loose_ends/* joinedQuestions */.NW)([rendered.accounts, ...own]);
    const asked = new Set([...names, ...(0,identity_loose_ends/* accountNames */.Er)(accounts), ...roles]);
    if (asked.size === 0)
        return { objects, around: new Map(), looseEnds: names, filesRead, unread, showsOpenshift };
    const others = touchedObjects(touched.filter(({ scope }) => !wanted.has(scope)));
    const outside = new ContextReading(others, named, rendered.covered, policy, isTemplate, budget);
    const isOutside = (scope) => !wanted.has(scope) && takesPart(scope, policy);
    const outsideFiles = contextFiles({ ...question, wanted: { has: isOutside } });
    await outside.read(repository, outsideFiles, (bytes) => (0,candidate/* isContextCandidate */.H3)(bytes) && mentions(bytes, asked));
    // What binds an account there may name a role that is elsewhere again.
    const bound = [...others.values()].flatMap((sides) => (0,identity_loose_ends/* rolesElsewhere */.IM)(sides, accounts, options));
    const further = new Set(bound.filter((name) => !asked.has(name)));
    if (further.size > 0) {
        await outside.read(repository, outsideFiles, (bytes) => (0,candidate/* isCandidate */.qn)(bytes) && mentions(bytes, further));
    }
    return {
        objects,
        around: new Map([...objects, ...others]),
        looseEnds: names,
        filesRead: filesRead + outside.filesRead,
        unread,
        // What is unknown here may be a role of OpenShift's own, where another folder shows the platform.
        showsOpenshift: showsOpenshift || outside.showsOpenshift,
    };
}
/** Of more names than these each is in some file, and looking for them all costs more than reading. */
const mostNames = 300;
/** Whether a file can hold one of the names, however it is written. */
function mentions(bytes, names) {
    if (names.size > mostNames)
        return true;
    for (const name of names)
        if (bytes.includes(name))
            return true;
    return (0,candidate/* mayHideWords */.V$)(bytes);
}
/** Whether a scope reaches others: those the policy names are exact, and what is not delivered grants nothing. */
function takesPart(scope, { clusters }) {
    return (0,kube_scope/* isDeliveredScope */.BA)(scope) && !clusters.some(({ name }) => name === scope);
}
/** Whether the touched files showed OpenShift before the change; where there was nothing, the change says it itself. */
function touchedShowOpenshift(touched, isAlone) {
    // A chart may hold objects for platforms that the cluster is not.
    const sides = touched.filter(({ after, before }) => (before ?? after)?.structure !== 'template');
    const before = sides.flatMap((file) => file.before?.resources ?? []);
    const isFirst = isAlone && before.length === 0;
    return (isFirst ? sides.flatMap((file) => file.after?.resources ?? []) : before).some(isOfOpenshift);
}
/** Where each link leads, by the blob that says so. */
async function linkTargets(repository, { links }) {
    if (links.length === 0)
        return new Map();
    const ids = links.map((link) => link.id);
    const contents = await (0,blobs/* readAvailable */.G)(repository, ids, longestTarget);
    return new Map([...contents].map(([id, bytes]) => [id, bytes.toString('utf8')]));
}
/** Bytes of a path that systems take (PATH_MAX). */
const longestTarget = 4096;
/** Reads unchanged files into the objects of their scopes. */
class ContextReading {
    objects;
    unread = [];
    filesRead = 0;
    showsOpenshift = false;
    #done = new Set();
    #reader = new read_file/* FileReader */.qg();
    #copies = new Copies();
    #named;
    #covered;
    #policy;
    #isTemplate;
    #budget;
    constructor(objects, named, covered, policy, isTemplate, budget) {
        this.objects = objects;
        this.#named = named;
        this.#covered = covered;
        this.#policy = policy;
        this.#isTemplate = isTemplate;
        this.#budget = budget;
    }
    /** `isWorthIt` leaves out files by their bytes alone. */
    async read(repository, { byId }, isWorthIt) {
        const { limits } = this.#policy;
        for await (const { id, files, bytes, size } of (0,blobs/* readBlobs */.b)(repository, byId, limits.bytes, this.#budget)) {
            const isOwn = !this.showsOpenshift && files.some(({ path }) => !this.#isTemplate(path));
            if (isOwn && bytes !== undefined && mentionsOpenshift(bytes))
                this.showsOpenshift = true;
            const own = bytes === undefined ? undefined : partWorthIt(bytes, isWorthIt);
            if (bytes !== undefined && own === undefined)
                continue;
            for (const file of files) {
                if (this.#covered.has(file.path) || this.#done.has(file.path))
                    continue;
                this.#done.add(file.path);
                if (own === undefined)
                    this.cannotRead(file, 'over the size limit');
                else if (this.#copies.isBeyond(file.scope, id))
                    this.cannotRead(file, tooManyCopies);
                else
                    this.#add(file, id, own, size);
            }
        }
    }
    #add(file, id, bytes, size) {
        const { path, scope } = file;
        this.filesRead++;
        this.#budget.charge(bytes.length);
        const isNamed = this.#named.after.has(path);
        const side = this.#reader.read({
            path,
            mode: '100644',
            id,
            bytes,
            size,
            isTemplate: this.#isTemplate(path),
            isNamed,
            limits: this.#policy.limits,
        });
        for (const why of unreadParts(side))
            this.cannotRead(file, why, isPointer(bytes) ? undefined : bytes);
        const objects = this.#objectsOf(scope);
        const [before, after] = (0,kube_scope/* isDelivered */.Z$)(path) ? [true, true] : [this.#named.before.has(path), isNamed];
        for (const resource of objectsOf(side, path)) {
            if (before)
                objects.before.push(resource);
            if (after)
                objects.after.push(resource);
        }
    }
    #objectsOf(scope) {
        const known = this.objects.get(scope) ?? noSides();
        this.objects.set(scope, known);
        return known;
    }
    cannotRead({ path, scope }, why, bytes) {
        this.unread.push({ file: path, why });
        const objects = this.#objectsOf(scope);
        objects.unread.push(path);
        objects.unreadFiles.set(path, bytes);
    }
}
/** What of an unchanged file is unknown. Where readers disagree, kubectl's reading is known. */
function unreadParts({ structure, unreadable }) {
    if (structure === 'lfs-pointer')
        return ['a Git LFS pointer; its content is not in the repository'];
    if (structure === 'binary')
        return ['binary'];
    return unreadable.filter(({ reason }) => reason !== 'ambiguous').map(({ line, detail }) => `line ${line}: ${detail}`);
}
/** What of a file is read; undefined where it is not worth it. */
function partWorthIt(bytes, isWorthIt) {
    if (isPointer(bytes))
        return bytes;
    const own = isWorthIt(bytes) ? (0,without_definitions/* withoutDefinitions */.DS)(bytes) : undefined;
    return own === undefined || own === bytes || isWorthIt(own) ? own : undefined;
}
/** Whether the content is elsewhere: then it may hold anything. */
function isPointer(bytes) {
    return bytes.length < 1024 && bytes.includes('version https://git-lfs.github.com/spec/');
}
/** The objects of a file, and its documents that are none where they may grant something. */
function objectsOf(side, path) {
    if (side === undefined || side.documents.length === 0)
        return side?.resources ?? [];
    return (0,candidate/* isCandidate */.qn)(side.bytes) ? [...side.resources, ...(0,plain_documents/* plainDocuments */.H)(side, path)] : side.resources;
}
/** The context where nothing unchanged could be read: what depends on it is unknown. */
function contextOfTouched(touched) {
    const objects = touchedObjects(touched);
    for (const { unread, unreadFiles } of objects.values()) {
        unread.push('the unchanged files');
        unreadFiles.set('the unchanged files', undefined);
    }
    return { objects, around: new Map(), looseEnds: new Set(), filesRead: 0, unread: [], showsOpenshift: false };
}
/** The objects of the touched files alone, by scope. A file that is not named as one counts on no side where others are. */
function touchedObjects(touched) {
    const objects = new Map();
    for (const { path, scope, before, after, isNamed } of touched) {
        const sides = objects.get(scope) ?? noSides();
        const counts = isNamed === undefined || (0,kube_scope/* isDelivered */.Z$)(path) ? { before: true, after: true } : isNamed;
        if (counts.before)
            for (const resource of objectsOf(before, path))
                sides.before.push(resource);
        if (counts.after)
            for (const resource of objectsOf(after, path))
                sides.after.push(resource);
        objects.set(scope, sides);
    }
    return objects;
}
/** The scopes whose unchanged objects matter: those with a touched file that may hold RBAC, new pods or accounts, or a file that is newly named. */
function wantedScopes(touched, objects, named, after, { clusters }) {
    const wanted = new Set(touched.filter(mayHoldRbac).map(({ scope }) => scope));
    for (const [scope, sides] of objects)
        if ((0,identity_loose_ends/* accountsInQuestion */.KT)(sides).length > 0)
            wanted.add(scope);
    for (const path of named.after) {
        if (!named.before.has(path) && !(0,kube_scope/* isDelivered */.Z$)(path) && after.has(path))
            wanted.add((0,kube_scope/* scopeOf */.Od)(path, clusters, true));
    }
    return wanted;
}
function mayHoldRbac({ before, after }) {
    return [before, after].some((side) => side !== undefined && side.bytes.length > 0 && (0,candidate/* isCandidate */.qn)(side.bytes));
}

// EXTERNAL MODULE: ./build/yaml/parse-yaml.js + 9 modules
var parse_yaml = __webpack_require__(3966);
;// CONCATENATED MODULE: ./build/gather/manifests/generated-files.js





/** Marks the touched files that generators of unchanged kustomizations pack into ConfigMaps and Secrets. */
async function markGenerated(repository, touched, after, limits, budget) {
    const packed = new Map();
    const unchanged = unchangedKustomizations(touched, after, budget);
    for await (const { files, bytes } of (0,blobs/* readBlobs */.b)(repository, unchanged, limits.bytes, budget)) {
        if (!bytes?.includes('Generator'))
            continue;
        const documents = (0,parse_yaml/* parseYaml */.h)(bytes, limits).documents;
        for (const file of files) {
            for (const { value } of documents) {
                for (const { path, ...generated } of (0,kustomization/* generatedFiles */.Ro)(value, (0,kustomization/* folderOf */.yS)(file.path)))
                    if (packed.get(path)?.inSecret !== true)
                        packed.set(path, generated);
            }
        }
    }
    return touched.map((file) => {
        const generated = packed.get(file.path);
        return generated === undefined ? file : { ...file, generated };
    });
}
/** By blob, the kustomizations above the touched files that the change leaves as they are: kustomize loads nothing from outside its own folder. */
function unchangedKustomizations(touched, after, budget) {
    const touchedPaths = new Set(touched.map(({ path }) => path));
    const files = [...foldersAbove(touchedPaths, budget)].flatMap((folder) => kustomization/* kustomizationNames */.KF.flatMap((name) => {
        const path = folder === '' ? name : `${folder}/${name}`;
        const entry = after.get(path);
        return entry === undefined || touchedPaths.has(path) || !entry.mode.startsWith('100') ? [] : [{ path, ...entry }];
    }));
    return (0,build_groups/* groupBy */.$)(files, ({ id }) => id);
}

// EXTERNAL MODULE: ./build/git/object/path.js + 1 modules
var object_path = __webpack_require__(8184);
;// CONCATENATED MODULE: ./build/git/attributes/wildmatch.js
const slash = 0x2f;
const namedSets = {
    alnum: /[0-9A-Za-z]/,
    alpha: /[A-Za-z]/,
    blank: /[ \t]/,
    cntrl: /[\0-\x1f\x7f]/,
    digit: /[0-9]/,
    graph: /[!-~]/,
    lower: /[a-z]/,
    print: /[ -~]/,
    punct: /[!-/:-@[-`{-~]/,
    space: /[ \t-\r]/,
    upper: /[A-Z]/,
    xdigit: /[0-9A-Fa-f]/,
};
/**
 * Takes a pattern apart as git's wildmatch does with WM_PATHNAME (wildmatch.c). `pattern` and paths are bytes as latin1.
 * Undefined where the pattern is broken, so that it matches nothing.
 */
function compilePattern(pattern) {
    const tokens = [];
    for (let at = 0; at < pattern.length;) {
        const character = pattern.charAt(at);
        if (character === '\\') {
            if (at + 1 >= pattern.length)
                return undefined;
            tokens.push({ kind: 'character', code: pattern.charCodeAt(at + 1) });
            at += 2;
        }
        else if (character === '?') {
            tokens.push({ kind: 'one' });
            at++;
        }
        else if (character === '*') {
            at = readStars(pattern, at, tokens);
        }
        else if (character === '[') {
            const set = readSet(pattern, at + 1);
            if (set === undefined)
                return undefined;
            tokens.push({ kind: 'set', has: set.has });
            at = set.end;
        }
        else {
            tokens.push({ kind: 'character', code: pattern.charCodeAt(at) });
            at++;
        }
    }
    return tokens;
}
/** Two or more stars between slashes cross directories; anywhere else they are one. */
function readStars(pattern, start, tokens) {
    let end = start;
    while (pattern[end] === '*')
        end++;
    const isBound = (start === 0 || pattern[start - 1] === '/') && (end === pattern.length || pattern[end] === '/');
    if (end - start < 2 || !isBound)
        tokens.push({ kind: 'run' });
    else
        tokens.push({ kind: end === pattern.length ? 'anything' : 'directories' });
    return tokens.at(-1)?.kind === 'directories' ? end + 1 : end;
}
/** Reads a set from behind its bracket on; undefined where it does not end. */
function readSet(pattern, start) {
    const isNegated = pattern[start] === '!' || pattern[start] === '^';
    const members = new Set();
    let at = isNegated ? start + 1 : start;
    let last;
    for (const first = at; at < pattern.length;) {
        if (pattern[at] === ']' && at > first)
            return { has: isNegated ? complement(members) : members, end: at + 1 };
        const name = /^\[:([a-z]*):\]/.exec(pattern.slice(at, at + 16))?.[1];
        if (name !== undefined) {
            const set = namedSets[name];
            if (set === undefined)
                return undefined;
            for (let code = 0; code < 256; code++)
                if (set.test(String.fromCharCode(code)))
                    members.add(code);
            at += name.length + 4;
            last = undefined;
        }
        else if (pattern[at] === '-' && last !== undefined && at + 1 < pattern.length && pattern[at + 1] !== ']') {
            const upper = pattern[at + 1] === '\\' ? at + 2 : at + 1;
            if (upper >= pattern.length)
                return undefined;
            for (let code = last; code <= pattern.charCodeAt(upper); code++)
                members.add(code);
            at = upper + 1;
            last = undefined;
        }
        else {
            if (pattern[at] === '\\')
                at++;
            if (at >= pattern.length)
                return undefined;
            last = pattern.charCodeAt(at);
            members.add(last);
            at++;
        }
    }
    return undefined;
}
function complement(members) {
    const others = new Set();
    for (let code = 0; code < 256; code++)
        if (!members.has(code))
            others.add(code);
    return others;
}
/** Whether a pattern matches a whole path. Takes time in proportion to pattern × path, whatever they hold. */
function matchesWhole(pattern, path) {
    let states = settle(new Uint8Array(pattern.length + 1), pattern, true, 0);
    for (let at = 0; at < path.length; at++) {
        const code = path.charCodeAt(at);
        const next = new Uint8Array(pattern.length + 1);
        let isAlive = false;
        for (const [index, token] of pattern.entries()) {
            if (states[index] !== 1)
                continue;
            isAlive = true;
            if (accepts(token, code))
                next[index + 1] = 1;
            if (token.kind === 'anything' || token.kind === 'directories' || (token.kind === 'run' && code !== slash)) {
                next[index] = 1;
            }
        }
        if (!isAlive)
            return false;
        states = settle(next, pattern, code === slash);
    }
    return states[pattern.length] === 1;
}
function accepts(token, code) {
    if (token.kind === 'character')
        return token.code === code;
    return code !== slash && (token.kind === 'one' || (token.kind === 'set' && token.has.has(code)));
}
/** Reaches what needs no further character; `from` is a state to begin with. */
function settle(states, pattern, isSegmentStart, from) {
    if (from !== undefined)
        states[from] = 1;
    for (const [index, { kind }] of pattern.entries()) {
        if (states[index] !== 1)
            continue;
        if (kind === 'run' || kind === 'anything' || (kind === 'directories' && isSegmentStart))
            states[index + 1] = 1;
    }
    return states;
}

;// CONCATENATED MODULE: ./build/git/attributes/parse-attributes.js

/** Longer lines are ignored by git (attr.h: ATTR_MAX_LINE_LENGTH). */
const longestLine = 2048;
const blank = /[ \t\r]+/;
const nameOfAttribute = /^[A-Za-z0-9_.][A-Za-z0-9_.-]*$/;
/** Reads a `.gitattributes` file as git does (attr.c: parse_attr_line): a line that it refuses says nothing. Never throws. */
function parseAttributes(bytes) {
    const lines = [];
    const macros = new Map();
    const text = bytes.toString('latin1').replace(/^\xef\xbb\xbf/, '');
    for (const [index, whole] of text.split('\n').entries()) {
        const content = whole.replace(/^[ \t\r]+/, '');
        if (content === '' || content.startsWith('#') || whole.length >= longestLine)
            continue;
        const { pattern, rest } = splitPattern(content);
        const macro = pattern.length > '[attr]'.length && pattern.startsWith('[attr]') ? macroOf(content) : undefined;
        const settings = settingsOf(macro?.rest ?? rest);
        if (settings === undefined)
            continue;
        if (macro !== undefined) {
            if (nameOfAttribute.test(macro.name))
                macros.set(macro.name, settings);
        }
        else if (!pattern.startsWith('!')) {
            const matches = matcherOf(pattern);
            if (matches !== undefined)
                lines.push({ line: index + 1, settings, matches });
        }
    }
    return { lines, macros };
}
/** The pattern, which may be quoted as in C, and what follows it. */
function splitPattern(content) {
    const quoted = /^"((?:[^"\\]|\\(?:[abfnrtv"\\]|[0-3][0-7]{2}))*)"(.*)$/s.exec(content);
    if (quoted !== null)
        return { pattern: unquoted(quoted[1] ?? ''), rest: quoted[2] ?? '' };
    const end = content.search(blank);
    return end < 0 ? { pattern: content, rest: '' } : { pattern: content.slice(0, end), rest: content.slice(end) };
}
const escapes = {
    a: '\x07',
    b: '\b',
    f: '\f',
    n: '\n',
    r: '\r',
    t: '\t',
    v: '\v',
};
function unquoted(text) {
    return text.replace(/\\([0-3][0-7]{2}|.)/gs, (_, code) => code.length === 3 ? String.fromCharCode(Number.parseInt(code, 8)) : (escapes[code] ?? code));
}
/** `[attr]name attributes…`; blanks may be before the name. */
function macroOf(content) {
    const [, name = '', rest = ''] = /^\[attr\][ \t\r]*([^ \t\r]*)(.*)$/s.exec(content) ?? [];
    return { name, rest };
}
/** The attributes of a line, in order; undefined where one has no valid name, for which git refuses the line. */
function settingsOf(text) {
    const settings = [];
    for (const word of text.split(blank)) {
        if (word === '')
            continue;
        const sign = word.startsWith('-') || word.startsWith('!') ? word.charAt(0) : '';
        const equals = word.indexOf('=');
        const name = word.slice(sign.length, equals < 0 ? undefined : equals);
        if (!nameOfAttribute.test(name))
            return undefined;
        const plain = equals < 0 ? true : { text: word.slice(equals + 1) };
        settings.push({ name, value: sign === '-' ? false : sign === '!' ? 'unspecified' : plain });
    }
    return settings;
}
/** A pattern without a slash is about names anywhere below, another about whole paths; one that ends in a slash about folders alone. */
function matcherOf(written) {
    const isFolder = written.length > 1 && written.endsWith('/');
    const pattern = isFolder ? written.slice(0, -1) : written;
    const isName = !pattern.includes('/');
    const matches = fastMatcher(pattern.replace(/^\//, ''), isName);
    if (matches === undefined)
        return undefined;
    return (path, spend) => {
        spend(1);
        if (isFolder && !path.endsWith('/'))
            return false;
        const bare = path.endsWith('/') ? path.slice(0, -1) : path;
        return matches(isName ? bare.slice(bare.lastIndexOf('/') + 1) : bare, spend);
    };
}
/** Tokens of a pattern, times characters of a path, that take about a step's time. */
const perStep = 10;
/** Most patterns are a name, or `*` and an ending. */
function fastMatcher(pattern, isName) {
    if (!/[*?[\\]/.test(pattern))
        return (path) => path === pattern;
    const ending = isName ? /^\*([^*?[\\]*)$/.exec(pattern)?.[1] : undefined;
    if (ending !== undefined)
        return (path) => path.endsWith(ending);
    // Git compares what is before the first wildcard by itself, after which `**` is at the beginning (dir.c: match_pathname).
    const prefix = isName ? '' : pattern.slice(0, pattern.search(/[*?[\\]/));
    const compiled = compilePattern(pattern.slice(prefix.length));
    return (compiled &&
        ((path, spend) => {
            if (!path.startsWith(prefix))
                return false;
            spend((compiled.length * path.length) / perStep);
            return matchesWhole(compiled, path.slice(prefix.length));
        }));
}

;// CONCATENATED MODULE: ./build/git/attributes/effective-attributes.js

const builtin = new Map([
    [
        'binary',
        [
            { name: 'diff', value: false },
            { name: 'merge', value: false },
            { name: 'text', value: false },
        ],
    ],
]);
/**
 * The attributes that a tree's `.gitattributes` files give to paths (gitattributes(5), attr.c): the deepest file first, in a file
 * the last line first, in a line the last attribute first; the first that speaks of an attribute holds. A macro that is set
 * sets what it is short for. `files` by path, as latin1; `spend` is given the steps of each comparison of a line with a path.
 */
function attributesIn(files, wanted, spend = () => undefined) {
    const parsed = new Map([...files].map(([path, bytes]) => [folderOf(path), parseAttributes(bytes)]));
    const macros = new Map([
        ...builtin,
        ...(parsed.get('')?.macros ?? []),
    ]);
    const telling = tellingNames(macros, wanted);
    const linesOf = new Map([...parsed].map(([folder, { lines }]) => [folder, relevant(lines, telling).reverse()]));
    return (path) => {
        const found = new Map();
        for (const folder of effective_attributes_foldersAbove(path)) {
            for (const line of linesOf.get(folder) ?? []) {
                if (!line.matches(path.slice(folder.length), spend))
                    continue;
                const at = { file: `${folder}.gitattributes`, line: line.line };
                fill(line.settings, macros, at, found);
            }
        }
        return new Map([...found].filter(([name]) => wanted.has(name)));
    };
}
function fill(settings, macros, at, found) {
    for (const { name, value } of [...settings].reverse()) {
        if (found.has(name))
            continue;
        found.set(name, { value, ...at });
        const macro = value === true ? macros.get(name) : undefined;
        if (macro !== undefined)
            fill(macro, macros, at, found);
    }
}
/** The wanted names, and the macros that may set one of them. */
function tellingNames(macros, wanted) {
    const names = new Set(wanted);
    for (let size = -1; size < names.size;) {
        size = names.size;
        for (const [macro, settings] of macros)
            if (settings.some(({ name }) => names.has(name)))
                names.add(macro);
    }
    return names;
}
function relevant(lines, names) {
    return lines.filter(({ settings }) => settings.some(({ name }) => names.has(name)));
}
/** The folder of a file, ending in a slash; '' for the root. */
function folderOf(path) {
    return path.slice(0, path.lastIndexOf('/') + 1);
}
/** The folders that a path is in, the deepest first. A folder is not in itself. */
function* effective_attributes_foldersAbove(path) {
    const bare = path.endsWith('/') ? path.slice(0, -1) : path;
    for (let end = bare.lastIndexOf('/'); end >= 0; end = bare.lastIndexOf('/', end - 1)) {
        yield bare.slice(0, end + 1);
        if (end === 0)
            break;
    }
    yield '';
}

;// CONCATENATED MODULE: ./build/hidden/hiding-attributes.js

const unset = (name) => (value) => (value === false ? `-${name}` : undefined);
const set = (name) => (value) => (value === true ? name : undefined);
const generated = (name) => (value) => value === true || (typeof value === 'object' && value.text !== 'false') ? name : undefined;
/** Encodings in which git writes files as they are. */
const same = /^utf-?8$/i;
const hidings = [
    {
        attribute: 'diff',
        written: unset('diff'),
        effect: 'no diff shows what changes in them',
        severity: 'high',
        ofNewFile: 'medium',
    },
    { attribute: 'text', written: unset('text'), effect: 'git no longer treats them as text', severity: 'high' },
    {
        attribute: 'export-ignore',
        written: set('export-ignore'),
        effect: 'archives of the repository leave them out',
        severity: 'high',
        isInherited: true,
    },
    {
        attribute: 'filter',
        written: (value) => (typeof value === 'object' && value.text !== '' ? `filter=${value.text}` : undefined),
        effect: 'what is checked out is not what is committed',
        severity: 'high',
    },
    {
        attribute: 'working-tree-encoding',
        written: (value) => typeof value === 'object' && value.text !== '' && !same.test(value.text)
            ? `working-tree-encoding=${value.text}`
            : undefined,
        effect: 'what is checked out is not what is committed',
        severity: 'high',
    },
    ...['linguist-generated', 'gitlab-generated'].map((name) => ({
        attribute: name,
        written: generated(name),
        effect: 'the forge folds their diff away',
        severity: 'medium',
        ofNewFile: 'low',
    })),
];
/** What an older git wrote for `text`. */
const oldText = 'crlf';
const wanted = new Set([...hidings.map(({ attribute }) => attribute), oldText]);
/** Which of the paths the files of `after` hide and those of `before` did not, and which new files both keep out of a diff. */
function* newlyHidden({ paths, before, after, cameFrom, spend }) {
    const [was, is] = [before, after].map((files) => rememberingFolders(attributesIn(files, wanted, spend)));
    if (was === undefined || is === undefined)
        return;
    for (const path of paths) {
        const hidden = hidingsOf(path, is);
        if (hidden.length === 0)
            continue;
        const known = attributeNames(path, was);
        const origin = cameFrom(path);
        // What only moves from one hidden place to another is not new to anybody.
        const moved = origin === undefined || origin === '' ? undefined : attributeNames(origin, was);
        for (const { ofNewFile, ...one } of hidden) {
            if (!known.has(one.attribute))
                yield one;
            else if (origin !== undefined && ofNewFile !== undefined && !moved?.has(one.attribute)) {
                yield { ...one, severity: ofNewFile, isNewFile: true };
            }
        }
    }
}
function attributeNames(path, attributesOf) {
    return new Set(hidingsOf(path, attributesOf).map(({ attribute }) => attribute));
}
/** Folders are asked for once for each of their files. */
function rememberingFolders(attributesOf) {
    const known = new Map();
    return (path) => {
        if (!path.endsWith('/'))
            return attributesOf(path);
        const found = known.get(path) ?? attributesOf(path);
        known.set(path, found);
        return found;
    };
}
function hidingsOf(path, attributesOf) {
    const own = attributesOf(path);
    return hidings.flatMap(({ attribute, written, effect, severity, isInherited, ofNewFile }) => {
        const holding = [own, ...(isInherited ? foldersOf(path).map(attributesOf) : [])];
        for (const each of holding) {
            const found = each.get(attribute) ?? (attribute === 'text' ? oldTextOf(each) : undefined);
            const text = found && written(found.value);
            if (found !== undefined && text !== undefined) {
                const source = { file: found.file, line: found.line };
                return [{ path, attribute: text, effect, severity, source, ...(ofNewFile && { ofNewFile }) }];
            }
        }
        return [];
    });
}
function oldTextOf(attributes) {
    return attributes.get(oldText);
}
/** The folders a path is in, each ending in a slash, as git asks for the attributes of folders. */
function foldersOf(path) {
    const folders = [];
    for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1))
        folders.push(path.slice(0, at + 1));
    return folders;
}

;// CONCATENATED MODULE: ./build/gather/manifests/named-files.js




const noNames = { before: new Set(), after: new Set() };
/** Reads every kustomization of both trees that is not known yet; throws MissingObjectsError and LimitError. */
async function readNamedFiles(repository, trees, known, limits, budget) {
    const byId = (0,build_groups/* groupBy */.$)(kustomizations(trees), ({ id }) => id);
    const named = { before: new Set(), after: new Set() };
    const take = (files, { documents }) => {
        for (const { path, sides } of files) {
            const paths = documents.flatMap(({ value }) => (0,kustomization/* builtPaths */.h8)(value, (0,kustomization/* folderOf */.yS)(path)));
            budget.spend(1 + paths.length);
            for (const side of sides)
                for (const each of paths)
                    named[side].add(each);
        }
    };
    for (const [id, files] of byId) {
        if (known?.has(id) !== true)
            continue;
        take(files, known.yaml(id));
        byId.delete(id);
    }
    for await (const { files, bytes } of (0,blobs/* readBlobs */.b)(repository, byId, limits.bytes, budget)) {
        take(files, bytes === undefined ? { documents: [] } : (0,parse_yaml/* parseYaml */.h)(bytes, limits));
    }
    return named;
}
/** Those of the tree after, unchanged ones on both sides, and those that were there only before. */
function kustomizations({ after, changes }) {
    const changed = new Map(changes.map((change) => [change.path, change]));
    const files = [];
    for (const [path, entry] of after) {
        if (!(0,kustomization/* isKustomization */.Sv)(path) || !entry.mode.startsWith('100'))
            continue;
        files.push({ ...entry, path, sides: changed.has(path) ? ['after'] : ['before', 'after'] });
    }
    for (const { path, before } of changes) {
        if (before?.mode.startsWith('100') && (0,kustomization/* isKustomization */.Sv)(path))
            files.push({ ...before, path, sides: ['before'] });
    }
    return files;
}

;// CONCATENATED MODULE: ./build/gather/manifests/hidden-manifests.js








/** Bytes of the largest `.gitattributes` that is read. */
const largestFile = 1024 * 1024;
/** Files that one line hides and that are looked into, until some are manifests. */
const hidden_manifests_mostLooked = 500;
/** Manifests named for one line: enough to see what it is about. */
const mostFound = 5;
const isAttributeFile = (path) => /(?:^|\/)\.gitattributes$/.test(path);
/**
 * Which manifests the change's `.gitattributes` files newly hide from a diff; nothing where it touches none of them. What was
 * found before a limit is met is kept. Throws MissingObjectsError.
 */
async function readHiddenManifests(repository, trees, limits, budget) {
    const result = { paths: [], unknown: [] };
    await budget.part('Looking for what .gitattributes hide', () => hidden_manifests_fill(result, repository, trees, limits, budget), () => undefined);
    return result;
}
async function hidden_manifests_fill({ paths, unknown }, repository, trees, limits, budget) {
    const touchesAttributes = trees.changes.some(({ path }) => isAttributeFile(path));
    const origins = newFiles(trees.changes);
    if (!touchesAttributes && origins.size === 0)
        return;
    const [before, after] = [
        await readAttributeFiles(repository, trees.before, budget),
        await readAttributeFiles(repository, trees.after, budget),
    ];
    if (touchesAttributes) {
        for (const file of after.unread)
            unknown.push({ file, why: `it has more than ${largestFile} bytes` });
    }
    if (after.files.size === 0)
        return;
    const shown = new Map();
    for (const path of touchesAttributes ? trees.after.keys() : origins.keys()) {
        if (trees.after.get(path)?.mode.startsWith('100'))
            shown.set(encoded(path), path);
    }
    const question = {
        paths: shown.keys(),
        before: before.files,
        after: after.files,
        cameFrom: (path) => origins.get(shown.get(path) ?? ''),
        spend: (steps) => budget.spend(steps),
    };
    const hidden = [];
    budget.partNow('Looking for what .gitattributes hide', () => {
        for (const { source, ...one } of newlyHidden(question)) {
            const path = shown.get(one.path) ?? one.path;
            hidden.push({ ...one, path, source: { ...source, file: decoded(source.file) } });
        }
    }, () => undefined);
    if (hidden.length === 0)
        return;
    const named = await readNamedFiles(repository, trees, undefined, limits, budget);
    const delivered = hidden.filter(({ path }) => mayBeDelivered(path, named));
    const groups = (0,build_groups/* groupBy */.$)(delivered, ({ source, attribute, isNewFile }) => JSON.stringify([source.file, source.line, attribute, isNewFile]));
    for (const group of groups.values()) {
        for (const one of await manifestsOf(repository, group, trees.after, named, limits, budget))
            paths.push(one);
    }
}
/** The paths of new files, each with the one its content came from, or ''. */
function newFiles(changes) {
    const vanished = new Map();
    for (const { path, before, after } of changes) {
        if (before !== undefined && after === undefined)
            vanished.set(before.id, encoded(path));
    }
    return new Map(changes.flatMap(({ path, before, after }) => before === undefined && after?.mode.startsWith('100') ? [[path, vanished.get(after.id) ?? '']] : []));
}
const encoded = (path) => (0,object_path/* encodePath */.O0)(path).toString('latin1');
const decoded = (path) => Buffer.from(path, 'latin1').toString('utf8');
async function readAttributeFiles(repository, tree, budget) {
    // Git follows no link that is called .gitattributes.
    const byId = new Map();
    for (const [path, { mode, id }] of tree) {
        if (!isAttributeFile(path) || !mode.startsWith('100'))
            continue;
        (0,build_groups/* addTo */.D)(byId, id, { path });
    }
    const files = new Map();
    const unread = [];
    for await (const { files: places, bytes } of (0,blobs/* readBlobs */.b)(repository, byId, largestFile, budget)) {
        for (const { path } of places) {
            if (bytes === undefined)
                unread.push(path);
            else
                files.set((0,object_path/* encodePath */.O0)(path).toString('latin1'), bytes);
        }
    }
    return { files, unread };
}
/** Files that deployers may read: by their name, because a kustomization names them, or as a part of a chart. */
function mayBeDelivered(path, named) {
    return (0,read_file/* hasManifestExtension */.L8)(path) || named.after.has(path) || isTemplate(path);
}
const isTemplate = (path) => /(?:^|\/)templates\/.*\.(?:tpl|txt)$/.test(path);
/** The first manifests of a group. Where none is among the files that are looked into, one of the rest may be. */
async function manifestsOf(repository, group, after, named, limits, budget) {
    const looked = group.slice(0, hidden_manifests_mostLooked);
    const idOf = (path) => after.get(path)?.id ?? '';
    const found = [];
    for await (const { id, bytes } of repository.blobs(new Set(looked.map(({ path }) => idOf(path))), limits.bytes)) {
        budget.charge(bytes?.length ?? 0);
        for (const one of looked) {
            if (idOf(one.path) !== id)
                continue;
            const isDelivered = named.after.has(one.path) || isTemplate(one.path) || isNamedLikeOne(one.path);
            if (isManifest(bytes, isDelivered) && (one.severity !== 'low' || matters(bytes)))
                found.push(one);
        }
        if (found.length >= mostFound)
            break;
    }
    return found.length > 0 ? found : group.slice(hidden_manifests_mostLooked, hidden_manifests_mostLooked + 1);
}
/** Kustomizations, and the values of a chart, have no kind of their own. */
function isNamedLikeOne(path) {
    return /(?:^|\/)(?:kustomization\.ya?ml|Kustomization|Chart\.yaml|values[^/]*\.ya?ml|[^/]*[-.]values\.ya?ml)$/.test(path);
}
const gitCrypt = Buffer.from('\0GITCRYPT\0', 'latin1');
/** Whether a file may be a manifest. What git-crypt encrypted has nothing that a diff could show; what was not read may be one. */
function isManifest(bytes, isDelivered) {
    if (bytes === undefined)
        return true;
    if (bytes.subarray(0, gitCrypt.length).equals(gitCrypt))
        return false;
    return isDelivered || (0,read_file/* mayHoldObject */.WA)((0,decode_text/* decodeText */.g)(bytes).text);
}
/** Kinds that run, deliver, hold secrets or guard. */
const tellingKind = /["']?kind["']?\s{0,20}:\s{0,20}["']?\w{0,60}(?:Pod|Deployment|Set|Job|Secret|Application|Kustomization|Release|Configuration|Policy)/;
/**
 * Whether a new file in a place whose files the base calls generated is worth a word: what generators make most, custom
 * resource definitions and settings, is not.
 */
function matters(bytes) {
    if (bytes === undefined || (0,candidate/* isCandidate */.qn)(bytes))
        return true;
    return tellingKind.test((0,decode_text/* decodeText */.g)(bytes).text);
}

// EXTERNAL MODULE: ./build/gather/budget.js
var gather_budget = __webpack_require__(9653);
;// CONCATENATED MODULE: ./build/gather/manifests/touched-files.js










/**
 * Reads both sides of every path that differs; each distinct blob is read once. Files that are not read because the run has
 * met a limit say so. Throws MissingObjectsError.
 */
async function readTouched(repository, trees, policy, isTemplate, known, budget) {
    const { changes } = trees;
    const contents = new Map();
    await budget.part('Reading what changed', () => readContents(repository, changes, policy, budget, contents), () => undefined);
    const named = changes.some((change) => dependsOnNames(change, contents))
        ? await budget.part('Reading what kustomizations name', () => readNamedFiles(repository, trees, known, policy.limits, budget), () => noNames)
        : noNames;
    const reader = new read_file/* FileReader */.qg();
    const copies = new Copies();
    let parsed = 0;
    const isOver = budget.overIn('Reading what changed');
    const read = (path, entry, isNamed, isBeyond) => {
        if (entry === undefined)
            return undefined;
        const content = contents.get(entry.id) ?? { bytes: undefined, size: 0, overTotal: brokeOff };
        const file = { path, ...entry, ...content, isTemplate: isTemplate(path), isNamed, limits: policy.limits };
        if (isBeyond)
            return reader.read({ ...file, bytes: undefined, overTotal: tooManyCopies });
        parsed += mayParse(path, isNamed) ? (content.bytes?.length ?? 0) : 0;
        // Each path costs, one blob at many paths too; what is over the bound is named, and the rest is judged.
        if (parsed > mostParsed)
            return reader.read({ ...file, bytes: undefined, overTotal });
        return reader.read(isOver() ? { ...file, bytes: undefined, overTotal: brokeOff } : file);
    };
    const vanished = vanishedPaths(changes);
    const askScope = scopeAsker(policy.clusters);
    const files = changes.map(({ path, before, after }) => {
        const appeared = before === undefined && after !== undefined;
        const isNamed = { before: named.before.has(path), after: named.after.has(path) };
        const scope = askScope(path, isNamed.before || isNamed.after);
        const isBeyond = copies.isBeyond(scope, `${before?.id} ${after?.id}`);
        return {
            path,
            scope,
            before: read(path, before, isNamed.before, isBeyond),
            after: read(path, after, isNamed.after, isBeyond),
            movedFrom: appeared ? vanished.get(after.id)?.shift() : undefined,
            ...(isNamed.before || isNamed.after ? { isNamed } : {}),
        };
    });
    return { files, named };
}
/** Bytes of YAML and JSON that one change may hold, both sides together: read, they take up to a hundred times as much memory. */
const mostParsed = 32 * 1024 * 1024;
const overTotal = `the manifests of the change have more than ${mostParsed} bytes together`;
const brokeOff = 'the run met one of its limits before it was read';
/** Whether a file of this name is read as YAML or JSON. */
function mayParse(path, isNamed) {
    return isNamed || (0,read_file/* hasManifestExtension */.L8)(path);
}
/**
 * Whether what a change means can depend on which files kustomizations name: it touches a kustomization, roles or bindings, or
 * something that is a manifest only where it is named.
 */
function dependsOnNames({ path, before, after }, contents) {
    if ((0,kustomization/* isKustomization */.Sv)(path))
        return true;
    const isOdd = !(0,kube_scope/* isDelivered */.Z$)(path) || path.includes('templates/');
    return [before, after].some((entry) => {
        if (entry === undefined)
            return false;
        const bytes = contents.get(entry.id)?.bytes;
        if (bytes === undefined || entry.mode === '120000')
            return isOdd;
        return (0,candidate/* isCandidate */.qn)(bytes) || (isOdd && bytes.includes('kind'));
    });
}
async function readContents(repository, changes, policy, budget, contents) {
    const files = changes.flatMap(({ path, before, after }) => [before, after].flatMap((entry) => entry === undefined || entry.mode === '160000' ? [] : [{ path, id: entry.id }]));
    const byId = (0,build_groups/* groupBy */.$)(files, ({ id }) => id);
    // These are kept, with what is made of them: by default they and that fit a runner with 4 GB.
    const most = Math.floor(policy.limits.totalBytes / 2);
    let kept = 0;
    for await (const { id, bytes, size } of (0,blobs/* readBlobs */.b)(repository, byId, policy.limits.bytes, budget)) {
        kept += bytes?.length ?? 0;
        if (kept > most) {
            throw new gather_budget/* LimitError */.o(`what changed has more than ${most} bytes, half of limits.totalBytes`, 'split the change, or raise limits.totalBytes in the base branch’s policy.yaml');
        }
        contents.set(id, { bytes, size });
    }
}
/** Blob id → the paths that no longer have it. */
function vanishedPaths(changes) {
    const paths = new Map();
    for (const { path, before, after } of changes) {
        if (before !== undefined && after === undefined) {
            (0,build_groups/* addTo */.D)(paths, before.id, path);
        }
    }
    return paths;
}

;// CONCATENATED MODULE: ./build/gather/manifests.js





const chart = 'Chart.yaml';
/** Where the trees could not be read. */
const noManifests = { touched: [], ...contextOfTouched([]), hidden: { paths: [], unknown: [] } };
/**
 * Reads what the change touches, and its context as far as it is not rendered; a part that meets a limit is noted in the
 * budget. Throws MissingObjectsError.
 */
async function readManifests(repository, trees, policy, rendered, budget) {
    const charts = chartFolders(trees.after.keys(), trees.changes);
    const isTemplate = (path) => isTemplateOf(path, charts);
    const { after } = trees;
    const { limits } = policy;
    const { files, named } = await readTouched(repository, trees, policy, isTemplate, rendered.delivered?.contents, budget);
    const marked = await budget.part('Reading kustomizations', () => markGenerated(repository, files, after, limits, budget), () => files);
    const touched = await budget.part('Looking for computed sources', () => markComputedSources(repository, marked, after, limits, budget), () => marked);
    const { looseEnds, accounts } = rendered;
    const known = { covered: rendered.rendering.covered, looseEnds, accounts };
    const context = await budget.part('Reading the context', () => readContext(repository, { touched, named, rendered: known }, after, policy, isTemplate, budget), () => contextOfTouched(touched));
    return { touched, hidden: await readHiddenManifests(repository, trees, limits, budget), ...context };
}
/** Folders with a Chart.yaml on either side, each ending in a slash; the root is ''. One that was there only before is among the changes. */
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
/**
 * Helm renders what is in `templates/` directly below a Chart.yaml. A Chart.yaml anywhere above must not be enough: one at
 * the top of a repository would buy tolerant reading for all of it.
 */
function isTemplateOf(path, charts) {
    const folder = 'templates/';
    for (let at = path.indexOf(folder); at >= 0; at = path.indexOf(folder, at + 1)) {
        if ((at === 0 || path[at - 1] === '/') && charts.has(path.slice(0, at)))
            return true;
    }
    return false;
}


/***/ }),

/***/ 2640:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GO: () => (/* binding */ renderedLooseEnds),
/* harmony export */   Mp: () => (/* binding */ accountQuestion),
/* harmony export */   NW: () => (/* binding */ joinedQuestions),
/* harmony export */   Ub: () => (/* binding */ noEnds)
/* harmony export */ });
/* harmony import */ var _plain_values_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8419);
/* harmony import */ var _rbac_compare_loose_ends_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3798);
/* harmony import */ var _workload_identity_loose_ends_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9055);



/** Where nothing is rendered. */
const noEnds = { looseEnds: new Set(), accounts: { accounts: [], roles: [] } };
/** What changed roots leave open that only others can answer. */
function renderedLooseEnds(roots, options) {
    const scopes = new Map();
    for (const { scope, before, after } of roots) {
        if (after === undefined || after.reason !== undefined)
            continue;
        const sides = scopes.get(scope) ?? { before: [], after: [] };
        scopes.set(scope, sides);
        const old = before?.reason === undefined ? (before?.objects ?? []) : [];
        for (const object of old)
            sides.before.push(object);
        for (const object of sharedWith(old, after.objects))
            sides.after.push(object);
    }
    const questions = [...scopes.values()].map((sides) => accountQuestion(sides, options));
    return {
        looseEnds: new Set([...scopes.values()].flatMap((sides) => [...(0,_rbac_compare_loose_ends_js__WEBPACK_IMPORTED_MODULE_0__/* .looseEnds */ .L)(sides, options)])),
        accounts: joinedQuestions(questions),
    };
}
/** What one scope's change asks of accounts. */
function accountQuestion(sides, options) {
    const accounts = (0,_workload_identity_loose_ends_js__WEBPACK_IMPORTED_MODULE_1__/* .accountsInQuestion */ .KT)(sides);
    return { accounts, roles: (0,_workload_identity_loose_ends_js__WEBPACK_IMPORTED_MODULE_1__/* .rolesElsewhere */ .IM)(sides, accounts, options) };
}
/** All that several ask. */
function joinedQuestions(questions) {
    return {
        accounts: questions.flatMap(({ accounts }) => accounts),
        roles: questions.flatMap(({ roles }) => roles),
    };
}
/** The objects of one side, those of the other in their place where they are the same. */
function sharedWith(before, after) {
    const byValue = new Map(before.map((object) => [object.value, object]));
    if (after.every(({ value }) => byValue.has(value)))
        return after.map((object) => byValue.get(object.value) ?? object);
    const byContent = new Map(before.map((object) => [(0,_plain_values_js__WEBPACK_IMPORTED_MODULE_2__/* .json */ .Pq)(object.value), object]));
    return after.map((object) => byValue.get(object.value) ?? byContent.get((0,_plain_values_js__WEBPACK_IMPORTED_MODULE_2__/* .json */ .Pq)(object.value)) ?? object);
}


/***/ }),

/***/ 2116:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  c0: () => (/* binding */ noChange),
  vN: () => (/* binding */ renderChange),
  MK: () => (/* binding */ renderRoots)
});

// EXTERNAL MODULE: ./build/render/outcome/assemble.js + 4 modules
var assemble = __webpack_require__(5534);
// EXTERNAL MODULE: ./build/render/judge/chart-reach.js + 2 modules
var chart_reach = __webpack_require__(5284);
// EXTERNAL MODULE: ./build/render/blame/changed-file.js
var changed_file = __webpack_require__(1440);
// EXTERNAL MODULE: ./build/render/judge/template-text.js + 1 modules
var template_text = __webpack_require__(3833);
;// CONCATENATED MODULE: ./build/render/judge/installation-facts.js


/** What `helm template` answers otherwise than a cluster would, or otherwise each time. */
const unknowable = /\.Capabilities\b|\.Release\.(?:Is\w+|Revision|Service)\b|\b(?:lookup|now|ago|date\w*|unixEpoch|uuidv4|rand\w+|shuffle|getHostByName|gen\w+)\b/;
/** What whoever installs a chart decides, apart from its values. */
const chosen = /\.Release\.\w+/;
const actions = /\{\{-?\s{0,20}(if|else|with|range|define|block|end)\b([^{}]{0,500})\}\}/g;
const assignment = /\{\{-?\s{0,20}\$\w+\s{0,5}:?=/;
const call = /\b(?:include|template|tpl)\b|\$\w/;
/**
 * Whether a template has changed lines that are there only where something holds that nobody knows before a chart is installed:
 * what it gives is not what every cluster gets, so that it is judged as it is written as well.
 */
function dependsOnInstallation({ root, closure }, path, views) {
    const source = views.after.bytes(path)?.toString('utf8') ?? '';
    if (!(0,template_text/* mayGiveRbac */.vU)(source) && !(0,template_text/* mayGiveAccount */._B)(source))
        return false;
    const isFact = (text) => unknowable.test(text) || (root.isByDefaults && chosen.test(text));
    let helpers;
    const tells = (condition) => {
        if (isFact(condition))
            return true;
        if (!call.test(condition))
            return false;
        helpers ??= [...closure.files]
            .filter((file) => file === path || /\/templates\/.*\.tpl$/.test(`/${file}`))
            .some((file) => factsAreUsed(views.after.bytes(file)?.toString('utf8') ?? '', isFact));
        return helpers;
    };
    const lines = new Set((0,changed_file/* changedFile */.N)(path, views.before, views.after)?.added);
    return [...guardedLines(source, tells)].some((line) => lines.has(line));
}
/** Whether a named template or a variable is made by such a fact. */
function factsAreUsed(source, isFact) {
    return source
        .split('\n')
        .some((line) => (assignment.test(line) || /\{\{-?\s{0,20}(?:if|else if|with|and|or|eq|ne)\b/.test(line)) && isFact(line));
}
/** The lines inside, or with, a condition that tells. */
function* guardedLines(source, tells) {
    const open = [];
    for (const [index, line] of source.split('\n').entries()) {
        let isGuarded = open.includes(true);
        for (const [, word, condition = ''] of line.matchAll(actions)) {
            if (word === 'end')
                open.pop();
            else if (word === 'else')
                open[open.length - 1] = open.at(-1) === true || tells(condition);
            else
                open.push(tells(condition));
            isGuarded ||= open.includes(true);
        }
        if (isGuarded)
            yield index + 1;
    }
}

;// CONCATENATED MODULE: ./build/render/outcome/covered.js


/**
 * The files that are judged in the form in which they are delivered: inputs of roots that were rendered, on both sides, and
 * of no root that was not.
 */
function coveredFiles(roots, changed, views) {
    const covered = new Set();
    const open = new Set();
    for (const { before, after } of roots) {
        const isWhole = isRead(before) && isRead(after);
        for (const side of [before, after])
            for (const path of side?.files ?? [])
                (isWhole ? covered : open).add(path);
    }
    for (const path of open)
        covered.delete(path);
    for (const path of dependentTemplates(changed, views))
        covered.delete(path);
    for (const path of sameTemplates(changed, views))
        covered.add(path);
    return covered;
}
/** Touched templates that give something else where they are installed than where they are only rendered. */
function* dependentTemplates(changed, views) {
    for (const { after } of changed) {
        for (const path of after?.closure.charts.flatMap(({ files }) => files) ?? []) {
            const isTouched = views.before.tree.get(path)?.id !== views.after.tree.get(path)?.id;
            const isTemplate = /\/templates\//.test(`/${path}`);
            if (after !== undefined && isTouched && isTemplate && dependsOnInstallation(after, path, views))
                yield path;
        }
    }
}
/** Templates of charts with their own values alone that say the same as before, where a literal became a value or the reverse. */
function* sameTemplates(changed, views) {
    for (const { after } of changed) {
        if (after?.root.isByDefaults !== true)
            continue;
        for (const chart of after.closure.charts) {
            for (const path of chart.files) {
                const isTouched = views.before.tree.get(path)?.id !== views.after.tree.get(path)?.id;
                if (isTouched && /\/templates\//.test(`/${path}`) && (0,chart_reach/* isSameResolved */.L)(chart, path, views))
                    yield path;
            }
        }
    }
}
function isRead(side) {
    return side === undefined || (side.reason === undefined && side.unreadable.length === 0);
}

// EXTERNAL MODULE: ./build/render/plan/plan.js
var plan_plan = __webpack_require__(3742);
// EXTERNAL MODULE: ./build/render/result/read-output.js
var read_output = __webpack_require__(1545);
// EXTERNAL MODULE: ./build/render/result/rendering.js
var rendering = __webpack_require__(5519);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/git/process/temporary-directory.js
var temporary_directory = __webpack_require__(6844);
// EXTERNAL MODULE: ./build/system-error.js
var system_error = __webpack_require__(3648);
;// CONCATENATED MODULE: ./build/render/plan/outputs.js
/** Whether a source needs no tool: plain manifests, taken as they are. */
function isPlain(source) {
    return source.kind === 'files' && source.kustomizations.length === 0 && Object.keys(source.options).length === 0;
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
;// CONCATENATED MODULE: ./build/render/tools/run-limited.js

const keptErrorLength = 1 << 14;
/** Runs a program to its end or to a bound, then ends it with all that it started. Never throws. */
function runLimited(path, args, limits) {
    const [program = path, ...words] = [...limits.prefix, path, ...args];
    return new Promise((resolve) => {
        const chunks = [];
        let size = 0;
        let stderr = '';
        let failure;
        const child = (0,external_node_child_process_.spawn)(program, words, {
            cwd: limits.directory,
            env: limits.environment,
            stdio: ['ignore', 'pipe', 'pipe'],
            detached: true,
        });
        const end = (why) => {
            failure ??= why;
            killGroup(child.pid);
        };
        const timer = setTimeout(() => end('time'), limits.milliseconds);
        child.stdout.on('data', (data) => {
            size += data.length;
            if (size > limits.outputBytes)
                end('output');
            else
                chunks.push(data);
        });
        child.stderr.on('data', (data) => {
            stderr = lastOf(stderr + data.toString('utf8'));
        });
        child.once('error', () => {
            failure ??= 'start';
            clearTimeout(timer);
            resolve({ stdout: Buffer.alloc(0), stderr, failure });
        });
        child.once('close', (code) => {
            clearTimeout(timer);
            killGroup(child.pid);
            if (code !== 0)
                failure ??= 'exit';
            resolve({ stdout: failure === undefined ? Buffer.concat(chunks) : Buffer.alloc(0), stderr, failure });
        });
    });
}
/** The end of a message, where the cause is. Which quotes of a line that was cut open and which close is unknown: only what is after them is kept. */
function lastOf(message) {
    if (message.length <= keptErrorLength)
        return message;
    const kept = message.slice(-keptErrorLength);
    const lineEnd = kept.indexOf('\n');
    const cut = lineEnd < 0 ? kept : kept.slice(0, lineEnd);
    return kept.slice(Math.max(...['"', "'", '`'].map((quote) => cut.lastIndexOf(quote))) + 1);
}
/** Ends the program and what it started, which is all in a process group of its own. */
function killGroup(pid) {
    if (pid === undefined)
        return;
    try {
        process.kill(-pid, 'SIGKILL');
    }
    catch {
        // It has ended already.
    }
}

;// CONCATENATED MODULE: ./build/render/tools/confinement.js



/** Bytes of what one call of a tool may print. */
const outputBytes = 20 * 1024 * 1024;
/** Bytes of address space, which Go takes generously. */
const addressSpace = 8 * 1024 ** 3;
/**
 * How tools are run below a folder of our own: an environment that names nothing of this process, a PATH on which
 * nothing is found, a home that is empty, every way to the network leading nowhere, and, where the kernel lets us, no
 * network at all and bounds on memory and time.
 */
async function confine(folder, milliseconds) {
    const home = (0,external_node_path_.join)(folder, 'home');
    const programs = (0,external_node_path_.join)(folder, 'programs');
    for (const path of [home, programs])
        (0,external_node_fs_.mkdirSync)(path, { recursive: true });
    const place = {
        directory: folder,
        environment: environment(home, programs),
        prefix: [],
        milliseconds,
        outputBytes,
    };
    const bounds = ['/usr/bin/prlimit', `--as=${addressSpace}`, '--cpu=30', '--core=0'];
    const isolations = [
        ['/usr/bin/unshare', '-n'],
        ['/usr/bin/unshare', '-r', '-n'],
    ];
    const prefixes = [...isolations.map((words) => [...bounds, ...words]), ...isolations, bounds];
    for (const prefix of prefixes) {
        if (!prefix.filter((word) => word.startsWith('/')).every((path) => (0,external_node_fs_.existsSync)(path)))
            continue;
        const probe = await runLimited('/bin/true', [], { ...place, prefix });
        if (probe.failure === undefined)
            return { ...place, prefix };
    }
    return place;
}
function environment(home, programs) {
    // Port 9 discards; where something listens there after all, it gets no name and no credential.
    const nowhere = 'http://127.0.0.1:9';
    return {
        HOME: home,
        PATH: programs,
        LC_ALL: 'C',
        TMPDIR: home,
        XDG_CONFIG_HOME: home,
        XDG_CACHE_HOME: home,
        XDG_DATA_HOME: home,
        HELM_CACHE_HOME: home,
        HELM_CONFIG_HOME: home,
        HELM_DATA_HOME: home,
        HELM_PLUGINS: programs,
        HELM_NO_PLUGINS: '1',
        KUBECONFIG: '/dev/null',
        KUSTOMIZE_PLUGIN_HOME: programs,
        HTTP_PROXY: nowhere,
        HTTPS_PROXY: nowhere,
        ALL_PROXY: nowhere,
        http_proxy: nowhere,
        https_proxy: nowhere,
        NO_PROXY: '',
        GIT_ALLOW_PROTOCOL: 'none',
        GOMEMLIMIT: '1500MiB',
        // A build lives for a second: a third less work where garbage is collected less often, and the limit above holds.
        GOGC: '400',
    };
}

;// CONCATENATED MODULE: ./build/render/tools/find-tools.js



/** The oldest versions that the tests know. */
const oldest = { kustomize: [5, 0], kubectl: [1, 30], helm: [3, 14] };
/** What a root takes: kustomize for what is not a chart as it is, helm for charts, those of its kustomizations as well. */
function neededTools({ root, closure }) {
    const { sources } = root;
    return {
        kustomize: sources.some((source) => source.kind !== 'helm' || Object.keys(source.options).length > 0),
        helm: sources.some((source) => source.kind === 'helm') ||
            closure.kustomizations.some(({ charts }) => charts.length > 0),
    };
}
/** Finds kustomize (or kubectl, which has it) and helm on the PATH of this process, where they are needed, and asks for their versions. */
async function findTools(place, needed) {
    const problems = [];
    const usable = (found) => {
        if (found === undefined || isNewEnough(found))
            return found;
        problems.push(`${found.name} ${found.version} is older than ${oldest[found.name].join('.')} and is not used`);
        return undefined;
    };
    const find = async (name, args) => {
        const path = locate(name);
        const found = path === undefined ? undefined : await ask({ name, path }, args, place);
        if (found !== undefined && 'silence' in found)
            problems.push(found.silence);
        return found === undefined || 'silence' in found ? undefined : usable(found);
    };
    const findBuilder = async () => (await find('kustomize', ['version'])) ?? (await find('kubectl', ['version', '--client', '-o', 'json']));
    const [kustomize, helm] = await Promise.all([
        needed.kustomize ? findBuilder() : undefined,
        needed.helm ? find('helm', ['version', '--template', '{{.Version}}']) : undefined,
    ]);
    if (needed.kustomize && locate('kustomize') === undefined && locate('kubectl') === undefined) {
        problems.push('neither kustomize (5.0 or newer) nor kubectl (1.30 or newer) is on the PATH');
    }
    if (needed.helm && locate('helm') === undefined)
        problems.push('helm (3.14 or newer) is not on the PATH');
    return { kustomize, helm, problems };
}
/** A program with its version, or why it is not used though it is there: one that is slow or broken is not one that is missing. */
async function ask(program, args, place) {
    const result = await runLimited(program.path, args, place);
    const output = result.stdout.toString('utf8');
    const pattern = program.name === 'kubectl' ? /"gitVersion":\s*"v?(\d+\.\d+\.\d+)/ : /v?(\d+\.\d+\.\d+)/;
    const version = result.failure === undefined ? pattern.exec(output)?.[1] : undefined;
    if (version !== undefined)
        return { ...program, version };
    const why = result.failure === 'time' ? ` within ${place.milliseconds / 1000} seconds` : ', so it is not used';
    return { silence: `${program.name} is on the PATH and did not say its version${why}` };
}
/** The absolute path of a program on PATH; never one of a folder that is given relative to the working directory. */
function locate(name) {
    for (const folder of (process.env.PATH ?? '').split(external_node_path_.delimiter)) {
        if (!(0,external_node_path_.isAbsolute)(folder))
            continue;
        const path = (0,external_node_path_.join)(folder, name);
        try {
            (0,external_node_fs_.accessSync)(path, external_node_fs_.constants.X_OK);
            if ((0,external_node_fs_.statSync)(path).isFile())
                return path;
        }
        catch {
            // Not here: the next folder.
        }
    }
    return undefined;
}
function isNewEnough({ name, version }) {
    const [major = 0, minor = 0] = version.split('.').map(Number);
    const [leastMajor, leastMinor] = oldest[name];
    return major > leastMajor || (major === leastMajor && minor >= leastMinor);
}

// EXTERNAL MODULE: ./build/clipped.js
var clipped = __webpack_require__(9879);
// EXTERNAL MODULE: ./build/render/model/paths.js
var paths = __webpack_require__(9567);
// EXTERNAL MODULE: ./build/kube/kustomization.js
var kustomization = __webpack_require__(1113);
// EXTERNAL MODULE: ./build/plain-values.js
var plain_values = __webpack_require__(8419);
;// CONCATENATED MODULE: ./build/render/plan/recipe.js



/** What is changed in the copy of a kustomization: remote entries and programs are taken out, charts become plain files. */
function kustomizationEdit(view, part) {
    if (part.drops.length === 0)
        return { edit: undefined, inflations: [] };
    const value = { ...(0,plain_values/* mapping */.pq)(view.documents(part.file)[0]?.value) };
    for (const field of new Set(part.drops.map((path) => String(path[0])))) {
        const kept = (0,plain_values/* list */.p_)(value[field]).filter((_, index) => !isDropped(part.drops, field, index));
        if (Array.isArray(value[field]))
            value[field] = kept;
        else
            delete value[field];
        if (kept.length === 0)
            delete value[field];
        if (field === 'helmChartInflationGenerator' || (field === 'helmCharts' && kept.length === 0)) {
            delete value.helmGlobals;
        }
    }
    dropInside(value, part.drops);
    const inflations = part.charts.map(({ value: chart, folder }, index) => ({
        call: chartCall(part, chart, folder, (0,plain_values/* text */.Qq)(value.namespace)),
        output: (0,paths/* inFolder */._)(part.folder, `.gitops-gate-chart-${index}.yaml`),
    }));
    const outputs = inflations.map(({ output }) => output.slice(output.lastIndexOf('/') + 1));
    if (outputs.length > 0)
        value.resources = [...(0,plain_values/* list */.p_)(value.resources), ...outputs];
    return { edit: { path: part.file, text: plainJson(value) }, inflations };
}
/** Whole entries of lists; what is deeper (a file of a generator) is not reached by this. */
function isDropped(drops, field, index) {
    return drops.some((path) => path.length === 2 && path[0] === field && path[1] === index);
}
/** Remote names inside entries: `patches[0].path`, `configMapGenerator[1].files[0]`. The whole entry goes. */
function dropInside(value, drops) {
    const fields = new Set(drops.filter((path) => path.length > 2).map((path) => String(path[0])));
    for (const field of fields) {
        if (!Array.isArray(value[field]))
            continue;
        value[field] = (0,plain_values/* list */.p_)(value[field]).filter((_, index) => !drops.some((path) => path.length > 2 && path[0] === field && path[1] === index));
    }
}
/** An entry of `helmCharts` as a call of helm (kustomize api/types/helmchartargs.go). */
function chartCall(part, value, chart, namespace) {
    const files = [(0,plain_values/* text */.Qq)(value.valuesFile) ?? (0,plain_values/* text */.Qq)(value.values), ...(0,plain_values/* strings */.P$)(value.additionalValuesFiles)];
    const inline = (0,plain_values/* isMapping */.pi)(value.valuesInline) ? [value.valuesInline] : [];
    return {
        chart,
        release: (0,plain_values/* text */.Qq)(value.releaseName) ?? 'release-name',
        namespace: (0,plain_values/* text */.Qq)(value.namespace) ?? (0,plain_values/* text */.Qq)(value.releaseNamespace) ?? namespace,
        valueFiles: files.flatMap((file) => (file === undefined ? [] : ((0,kustomization/* pathBelow */.Br)(part.folder, file) ?? []))),
        values: inline,
        parameters: [],
        includeCrds: value.includeCRDs === true,
        skipHooks: value.skipHooks === true,
        apiVersions: (0,plain_values/* strings */.P$)(value.apiVersions),
    };
}
/** The copy of a chart's own file without the dependencies that are not here. */
function chartEdits(view, chart) {
    return [...new Set(chart.drops.map(({ file }) => file))].map((path) => {
        const value = (0,plain_values/* mapping */.pq)(view.documents(path)[0]?.value);
        const gone = new Set(chart.drops.filter(({ file }) => file === path).map(({ at }) => at[1]));
        const dependencies = (0,plain_values/* list */.p_)(value.dependencies).filter((_, index) => !gone.has(index));
        return { path, text: plainJson({ ...value, dependencies }) };
    });
}
/** The kustomization that is built: it asks for origins, includes the sources, and lays a declaration's options over them. */
function wrapper(resources, options, place) {
    const { components, patches, ...rest } = options;
    return plainJson({
        apiVersion: 'kustomize.config.k8s.io/v1beta1',
        kind: 'Kustomization',
        resources,
        buildMetadata: ['originAnnotations', 'transformerAnnotations'],
        ...rest,
        ...(Array.isArray(patches) ? { patches: patches.filter(isInlinePatch) } : {}),
        ...(Array.isArray(components) ? { components: components.map((path) => place(String(path))) } : {}),
    });
}
/** A declaration states its patches in place; a path would be one of the cluster's checkout. */
function isInlinePatch(patch) {
    return (0,plain_values/* isMapping */.pi)(patch) && (0,plain_values/* text */.Qq)(patch.patch) !== undefined && patch.path === undefined;
}
/** JSON, which every YAML reader takes; integers of any size stay what they are. */
function plainJson(value) {
    return JSON.stringify(value, (_, item) => (typeof item === 'bigint' ? Number(item) : item), 1);
}

;// CONCATENATED MODULE: ./build/render/result/made-up.js
/** Functions of templates (Sprig) that make up something else each time. */
const functions = /\b(?:rand(?:Alpha(?:Num)?|Numeric|Ascii|Bytes|Int)|uuidv4|gen(?:PrivateKey|CA(?:WithKey)?|SelfSignedCert(?:WithKey)?|SignedCert(?:WithKey)?)|htpasswd|bcrypt|encryptAES|now|ago|shuffle)\b/;
/** What is put in the place of something that helm makes up each time. */
const mark = '{{ made up by helm }}';
/** Whether a file of a chart may make something up. */
function mayMakeUp(bytes) {
    return bytes.includes('{{') && functions.test(bytes.toString('latin1'));
}
/**
 * One of two renderings of the same, with a mark in the place of all in which they differ. Renderings with other numbers of
 * lines are left as they are.
 */
function withoutMadeUp(one, other) {
    if (one.equals(other))
        return one;
    const [lines, others] = [one, other].map((bytes) => bytes.toString('utf8').split('\n'));
    if (lines === undefined || others === undefined || lines.length !== others.length)
        return one;
    return Buffer.from(lines.map((line, index) => (line === others[index] ? line : marked(line, others[index] ?? ''))).join('\n'));
}
/** The line up to where its value begins, as far as both say the same. */
function marked(line, other) {
    const field = /^\s*(?:-\s+)*(?:"[^"]*"|'[^']*'|[^\s"':#][^:#]*):\s+/.exec(line)?.[0];
    if (field !== undefined && other.startsWith(field))
        return `${field}"${mark}"`;
    return `${/^\s*(?:-\s+)*/.exec(line)?.[0] ?? ''}"${mark}"`;
}

;// CONCATENATED MODULE: ./build/render/tools/error-words.js

/**
 * Why a tool failed, in its own words: the last line of what it wrote, at most 300 characters, without the folders it ran in and
 * without quoted texts that may be values.
 */
function errorWords(stderr, folders) {
    const lines = stderr
        .split('\n')
        .filter((line) => line.trim() !== '' && !/^(?:#|W\d|level=WARN|walk\.go|Use --debug)/i.test(line));
    let own = withoutLogPrefix(lines.at(-1) ?? 'it failed without a word');
    for (const folder of folders)
        own = own.replaceAll(`${folder}/`, '').replaceAll(folder, '');
    // What is quoted can be a value; names, paths and numbers are not.
    const quoted = own.replaceAll(/"([^"]*)"|'([^']*)'|`([^`]*)`/g, (all, ...parts) => {
        const inside = parts.slice(0, 3).find((part) => typeof part === 'string');
        return /^[\w./:@{}$ -]{0,80}$/.test(inside ?? '') ? all : '"…"';
    });
    const words = quoted.replace(/^(?:error|level=\S+ msg=)?:?\s*/i, '');
    // The cause is at the end, behind everything that led to it.
    return (0,clipped/* clippedStart */.I)(words, 300);
}
/** What some versions of kubectl log (klog: time, process, place, the error in quotes), as the error alone. */
function withoutLogPrefix(line) {
    const logged = /^[EF]\d{4} [\d:.]{1,20}\s{1,10}\d{1,10} [\w.]{1,60}:\d{1,6}\] "command failed" err="(.*)"\s*$/.exec(line)?.[1];
    return logged === undefined ? line : logged.replaceAll(/\\[nt]/g, ' ').replaceAll(/\\(["\\])/g, '$1');
}

;// CONCATENATED MODULE: ./build/render/tools/workspace.js



/** Names that a path of a tree may not hold where it is written to disk: they lead elsewhere, or are git's own. */
const forbidden = /(?:^|\/)(?:\.{0,2}|\.git)(?:\/|$)|\0|\\/;
/** Longest name of a file that every file system takes. */
const longest = 255;
/** A fresh folder with the inputs of one side's roots, written from git objects: plain files only, nothing outside. */
class Workspace {
    directory;
    #view;
    #written = new Set();
    #folders = new Set();
    #count = 0;
    constructor(directory, view) {
        this.directory = directory;
        this.#view = view;
        (0,external_node_fs_.mkdirSync)(this.#tree, { recursive: true });
    }
    get #tree() {
        return (0,external_node_path_.join)(this.directory, 'tree');
    }
    /** The absolute path of a path of the tree. */
    path(inTree) {
        return (0,external_node_path_.join)(this.#tree, inTree);
    }
    /** What a kustomization in `from` (an absolute folder) calls a path of the tree. */
    relative(from, inTree) {
        return (0,external_node_path_.relative)(from, this.path(inTree)) || '.';
    }
    /** Writes a file of the tree, once; gives why it cannot be, or undefined. */
    copy(path) {
        if (this.#written.has(path))
            return undefined;
        const refusal = refuse(path);
        if (refusal !== undefined)
            return refusal;
        const bytes = this.#view.bytes(path);
        if (bytes === undefined)
            return `${path} is over limits.bytes and was not read`;
        return this.write(path, bytes);
    }
    /** Writes other content under a path of the tree. */
    write(path, content) {
        const refusal = refuse(path);
        if (refusal !== undefined)
            return refusal;
        const target = this.path(path);
        const folder = (0,external_node_path_.dirname)(target);
        if (!this.#folders.has(folder))
            (0,external_node_fs_.mkdirSync)(folder, { recursive: true });
        this.#folders.add(folder);
        (0,external_node_fs_.writeFileSync)(target, content);
        this.#written.add(path);
        return undefined;
    }
    /** A new folder alongside the tree. */
    folder() {
        const folder = (0,external_node_path_.join)(this.directory, 'own', String(this.#count++));
        (0,external_node_fs_.mkdirSync)(folder, { recursive: true });
        return folder;
    }
}
function refuse(path) {
    const isLong = path.length > 3000 || path.split('/').some((name) => Buffer.byteLength(name) > longest);
    if (forbidden.test(path) || isLong)
        return `${(0,clipped/* clipped */.c)(path, 200)} is not a path that can be written`;
    return undefined;
}

;// CONCATENATED MODULE: ./build/render/tools/render-root.js










/** Renders the roots of one side with the tools of this machine, in a folder of its own. */
class Renderer {
    #workspace;
    #view;
    #tools;
    #limits;
    #settings;
    /** Kustomizations and charts whose copy is made, with why it could not be. */
    #prepared = new Map();
    constructor(directory, view, tools, limits, settings) {
        this.#workspace = new Workspace(directory, view);
        this.#view = view;
        this.#tools = tools;
        this.#limits = limits;
        this.#settings = settings;
    }
    /** Renders one root. Never throws for what the repository holds. */
    async render(inputs) {
        const { root, closure } = inputs;
        const failed = (reason) => ({ state: 'failed', reason });
        const refused = closure.gaps.find(({ kind }) => kind === 'outside' || kind === 'link');
        if (refused !== undefined) {
            const why = refused.kind === 'link' ? 'is a link, which is never followed' : 'leads out of the repository';
            return failed(`${(0,clipped/* clipped */.c)(refused.name, 200)} ${why}`);
        }
        const needed = neededTools(inputs);
        if ((needed.kustomize && this.#tools.kustomize === undefined) || (needed.helm && this.#tools.helm === undefined)) {
            return failed(this.#tools.problems.join('; '));
        }
        const edited = new Set([
            ...closure.kustomizations.filter(({ drops }) => drops.length > 0).map(({ file }) => file),
            ...closure.charts.flatMap(({ drops }) => drops.map(({ file }) => file)),
        ]);
        for (const path of closure.files) {
            const problem = edited.has(path) ? undefined : this.#workspace.copy(path);
            if (problem !== undefined)
                return failed(problem);
        }
        for (const chart of closure.charts) {
            const problem = await this.#once(`c:${chart.folder}`, async () => this.#prepareChart(chart.folder, closure));
            if (problem !== undefined)
                return failed(problem);
        }
        for (const part of closure.kustomizations) {
            const problem = await this.#once(`k:${part.folder}`, () => this.#prepareKustomization(part));
            if (problem !== undefined)
                return failed(problem);
        }
        const outputs = [];
        for (const source of root.sources) {
            const output = await this.#source(source);
            if (typeof output === 'string')
                return failed(output);
            outputs.push(output);
        }
        return { state: 'rendered', outputs };
    }
    #once(key, make) {
        const known = this.#prepared.get(key) ?? make();
        this.#prepared.set(key, known);
        return known;
    }
    async #prepareKustomization(part) {
        const { edit, inflations } = kustomizationEdit(this.#view, part);
        for (const inflation of inflations) {
            const problem = await this.#inflate(inflation);
            if (problem !== undefined)
                return problem;
        }
        return edit === undefined ? undefined : this.#workspace.write(edit.path, edit.text);
    }
    async #inflate({ call, output }) {
        const made = await this.#helm(call);
        return typeof made === 'string' ? made : this.#workspace.write(output, made);
    }
    /** Writes a chart's changed files, and its dependencies from elsewhere in the repository where helm looks for them. */
    async #prepareChart(folder, closure) {
        const chart = closure.charts.find((each) => each.folder === folder);
        if (chart === undefined)
            return undefined;
        for (const { path, text } of chartEdits(this.#view, chart)) {
            const problem = this.#workspace.write(path, text);
            if (problem !== undefined)
                return problem;
        }
        for (const dependency of chart.local) {
            const problem = this.#copyDependency(dependency.folder, (0,paths/* inFolder */._)(folder, `charts/${dependency.name}`), closure, 0);
            if (problem !== undefined)
                return problem;
        }
        return undefined;
    }
    #copyDependency(from, to, closure, depth) {
        const chart = closure.charts.find((each) => each.folder === from);
        if (chart === undefined || depth > 5)
            return `the dependency ${from} cannot be copied`;
        for (const path of chart.files) {
            const problem = this.#workspace.write((0,paths/* inFolder */._)(to, path.slice(from === '' ? 0 : from.length + 1)), this.#view.bytes(path) ?? '');
            if (problem !== undefined)
                return problem;
        }
        for (const inner of chart.local) {
            const problem = this.#copyDependency(inner.folder, `${to}/charts/${inner.name}`, closure, depth + 1);
            if (problem !== undefined)
                return problem;
        }
        return undefined;
    }
    async #source(source) {
        if (source.kind === 'helm')
            return this.#chart(source);
        const folder = this.#workspace.folder();
        const place = (path) => this.#workspace.relative(folder, path);
        const named = source.kind === 'kustomize' ? [source.folder] : [...source.files, ...source.kustomizations];
        return this.#build(folder, wrapper(named.map(place), source.options, place));
    }
    async #chart(source) {
        const { chart, release, namespace, valueFiles, values, parameters, skipCrds, options } = source;
        const made = await this.#helm({
            chart,
            release,
            namespace,
            valueFiles,
            values,
            parameters,
            includeCrds: !skipCrds,
            skipHooks: false,
            apiVersions: source.apiVersions ?? [],
            kubeVersion: source.kubeVersion,
        });
        if (typeof made === 'string')
            return made;
        if (Object.keys(options).length === 0)
            return { made: 'helm', bytes: made, originPrefix: '' };
        const folder = this.#workspace.folder();
        (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(folder, 'chart.yaml'), made);
        return this.#build(folder, wrapper(['chart.yaml'], options, (path) => this.#workspace.relative(folder, path)));
    }
    async #build(folder, kustomization) {
        const { kustomize } = this.#tools;
        if (kustomize === undefined)
            return this.#tools.problems.join('; ');
        (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(folder, 'kustomization.yaml'), kustomization);
        const args = [
            kustomize.name === 'kustomize' ? 'build' : 'kustomize',
            '--load-restrictor=LoadRestrictionsNone',
            '--',
            folder,
        ];
        const made = await this.#run(kustomize.path, args);
        const originPrefix = `${this.#workspace.relative(folder, '')}/`;
        return typeof made === 'string' ? made : { made: 'kustomize', bytes: made, originPrefix };
    }
    async #helm(call) {
        const { helm } = this.#tools;
        if (helm === undefined)
            return this.#tools.problems.join('; ');
        const files = call.valueFiles.map((path) => this.#workspace.path(path));
        if (call.values.length > 0) {
            const folder = this.#workspace.folder();
            for (const [index, values] of call.values.entries()) {
                const file = (0,external_node_path_.join)(folder, `values-${index}.yaml`);
                (0,external_node_fs_.writeFileSync)(file, plainJson(values));
                files.push(file);
            }
        }
        const args = [
            'template',
            `--namespace=${plainName(call.namespace, 'release-namespace')}`,
            `--kube-version=${plainVersion(call.kubeVersion) ?? this.#settings.kubeVersion}`,
            ...(call.includeCrds ? ['--include-crds'] : []),
            ...(call.skipHooks ? ['--no-hooks'] : []),
            ...[...this.#settings.apiVersions, ...call.apiVersions].map((version) => `--api-versions=${version}`),
            ...files.map((file) => `--values=${file}`),
            ...call.parameters.map(({ name, value, isText }) => `--set${isText ? '-string' : ''}=${name}=${escaped(value)}`),
            '--',
            plainName(call.release, 'release'),
            this.#workspace.path(call.chart),
        ];
        if (!this.#makesUp(call.chart))
            return this.#run(helm.path, args);
        const [made, again] = await Promise.all([this.#run(helm.path, args), this.#run(helm.path, args)]);
        if (typeof made === 'string' || typeof again === 'string')
            return made;
        return withoutMadeUp(made, again);
    }
    /** Whether what a chart gives may be another thing each time. */
    #makesUp(chart) {
        return this.#view.below(chart).some((path) => {
            const isTemplate = path.includes('/templates/') || path.startsWith('templates/');
            return path.endsWith('.tgz') || (isTemplate && mayMakeUp(this.#view.bytes(path) ?? Buffer.alloc(0)));
        });
    }
    /** What a tool prints, or why it does not: its own words without the names of our folders. */
    async #run(path, args) {
        const result = await runLimited(path, args, this.#limits);
        switch (result.failure) {
            case undefined:
                return result.stdout;
            case 'time':
                return `it takes longer than ${this.#limits.milliseconds / 1000} seconds`;
            case 'output':
                return `it gives more than ${this.#limits.outputBytes / 1024 / 1024} MiB`;
            case 'start':
                return 'the tool could not be started';
            default:
                return errorWords(result.stderr, [this.#workspace.path(''), this.#workspace.directory]);
        }
    }
}
/** A version of Kubernetes as it is; anything else could be taken for a flag. */
function plainVersion(version) {
    return version !== undefined && /^v?\d+\.\d+(?:\.\d+)?(?:[-+][\w.+-]*)?$/.test(version) ? version : undefined;
}
/** A DNS name as it is; anything else could be taken for a flag, and helm refuses it. */
function plainName(name, otherwise) {
    return name !== undefined && /^[a-z0-9](?:[a-z0-9.-]{0,61}[a-z0-9])?$/.test(name) ? name : otherwise;
}
/** Commas separate settings in `--set`, save inside braces (Argo CD escapes them likewise). */
function escaped(value) {
    return value.startsWith('{') ? value : value.replaceAll(/(?<!\\),/g, '\\,');
}

;// CONCATENATED MODULE: ./build/render/tools/render-all.js









/**
 * Renders both sides of every root, several at a time; after so many seconds the rest is not rendered, and says so. Nothing is
 * compared with a head that was not rendered, so that its base is left out.
 */
async function renderAll(changed, views, settings, seconds) {
    const jobs = ['after', 'before'].flatMap((side) => changed.flatMap(({ id, [side]: inputs }) => (inputs === undefined ? [] : [{ id, side, inputs }])));
    const made = new Map();
    for (const job of jobs)
        if (job.inputs.root.sources.every(isPlain))
            made.set(keyOf(job), plainOutput(job.inputs));
    const open = jobs.filter((job) => !made.has(keyOf(job)));
    const outputsOf = () => new Map(changed.map(({ id }) => [id, { before: made.get(`before ${id}`), after: made.get(`after ${id}`) }]));
    if (open.length === 0)
        return { outputs: outputsOf(), tools: [], problems: [] };
    const deadline = performance.now() + seconds * 1000;
    const { directory, discard } = (0,temporary_directory/* makeTemporaryDirectory */.L)('gitops-gate-render-');
    try {
        const limits = await confine(directory, settings.callMilliseconds);
        const needed = open.map(({ inputs }) => neededTools(inputs));
        const tools = settings.usesTools
            ? await findTools(limits, {
                kustomize: needed.some(({ kustomize }) => kustomize),
                helm: needed.some(({ helm }) => helm),
            })
            : noTools;
        const renderers = Object.fromEntries(['before', 'after'].map((side) => {
            (0,external_node_fs_.mkdirSync)((0,external_node_path_.join)(directory, side));
            return [side, new Renderer((0,external_node_path_.join)(directory, side), views[side], tools, limits, settings)];
        }));
        const work = async () => {
            for (let job = open.shift(); job !== undefined; job = open.shift()) {
                const isVain = job.side === 'before' && made.get(`after ${job.id}`)?.state === 'failed';
                const isLate = performance.now() > deadline;
                const late = `rendering took longer than render.seconds (${seconds})`;
                const why = isVain ? 'its head was not rendered' : isLate ? late : undefined;
                made.set(keyOf(job), why === undefined ? await rendered(renderers[job.side], job.inputs) : { state: 'failed', reason: why });
            }
        };
        await Promise.all(Array.from({ length: Math.min(4, Math.max(2, (0,external_node_os_.availableParallelism)())) }, work));
        const used = [tools.kustomize, tools.helm].filter((tool) => tool !== undefined);
        return {
            outputs: outputsOf(),
            tools: used.map(({ name, version }) => ({ name, version })),
            problems: tools.problems,
        };
    }
    finally {
        discard();
    }
}
/** What the file system refuses (a name, a full disk) leaves the one root unrendered. */
async function rendered(renderer, inputs) {
    try {
        return await renderer.render(inputs);
    }
    catch (error) {
        const code = (0,system_error/* systemErrorCode */.v)(error);
        if (code === undefined)
            throw error;
        return { state: 'failed', reason: `its inputs could not be written (${code})` };
    }
}
const noTools = { kustomize: undefined, helm: undefined, problems: ['rendering is off'] };
const keyOf = ({ id, side }) => `${side} ${id}`;
function plainOutput({ root }) {
    const outputs = root.sources.map(() => ({ made: 'files', bytes: Buffer.alloc(0), originPrefix: '' }));
    return { state: 'rendered', outputs };
}

// EXTERNAL MODULE: ./build/render/graph/graph.js + 3 modules
var graph = __webpack_require__(4419);
// EXTERNAL MODULE: ./build/yaml/parse-yaml.js + 9 modules
var parse_yaml = __webpack_require__(3966);
;// CONCATENATED MODULE: ./build/render/model/file-view.js



/** Contents of blobs by id, shared by both sides of a change; each is parsed once. */
class Contents {
    /** Blobs that were asked for and are not here: the caller reads them and asks again. */
    wanted = new Set();
    /** How often one was asked for that is not here: what was read meanwhile may lack something. */
    misses = 0;
    #bytes = new Map();
    #files = new Map();
    #limits;
    constructor(limits) {
        this.#limits = limits;
    }
    /** Adds a blob; undefined bytes are those of one that cannot be read (over a limit). */
    add(id, bytes) {
        this.wanted.delete(id);
        this.#bytes.set(id, bytes);
    }
    has(id) {
        return this.#bytes.has(id);
    }
    bytes(id) {
        if (!this.#bytes.has(id)) {
            this.wanted.add(id);
            this.misses++;
        }
        return this.#bytes.get(id);
    }
    /** A blob read as YAML; nothing where it is not here. */
    yaml(id) {
        const known = this.#files.get(id);
        if (known !== undefined)
            return known;
        const bytes = this.bytes(id);
        if (bytes === undefined)
            return nothing;
        const file = (0,parse_yaml/* parseYaml */.h)(bytes, this.#limits);
        this.#files.set(id, file);
        return file;
    }
}
const nothing = { documents: [], unreadable: [] };
/** One side's tree, as the graph of what includes what reads it. Links and submodules are not files here. */
class FileView {
    tree;
    contents;
    #paths;
    #folders = new Set();
    constructor(tree, contents) {
        this.tree = tree;
        this.contents = contents;
        this.#paths = [...tree.keys()].sort();
        for (const path of this.#paths) {
            for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
                const folder = path.slice(0, end);
                if (this.#folders.has(folder))
                    break;
                this.#folders.add(folder);
            }
        }
    }
    /** The entry of a plain file; undefined for links and submodules. */
    file(path) {
        const entry = this.tree.get(path);
        return entry?.mode.startsWith('100') ? entry : undefined;
    }
    /** Whether something of the tree is there that is not a plain file: a link or a submodule. */
    isLink(path) {
        const entry = this.tree.get(path);
        return entry !== undefined && !entry.mode.startsWith('100');
    }
    isFolder(path) {
        return path === '' ? this.#paths.length > 0 : this.#folders.has(path);
    }
    /** Every entry of the tree, sorted. */
    get paths() {
        return this.#paths;
    }
    /** Every folder but the root. */
    get folders() {
        return this.#folders;
    }
    /** The entries below a folder, sorted; links and submodules too. */
    below(folder) {
        if (folder === '')
            return this.#paths;
        const prefix = `${folder}/`;
        const start = this.#search(prefix);
        let end = start;
        while (this.#paths[end]?.startsWith(prefix))
            end++;
        return this.#paths.slice(start, end);
    }
    /** The kustomization of a folder: the first of the three names that kustomize looks for. */
    kustomizationOf(folder) {
        return kustomization/* kustomizationNames */.KF.map((name) => (0,paths/* inFolder */._)(folder, name)).find((path) => this.file(path) !== undefined);
    }
    documents(path) {
        const entry = this.file(path);
        return entry === undefined ? [] : this.contents.yaml(entry.id).documents;
    }
    /** The parts of a file that could not be read. */
    unreadable(path) {
        const entry = this.file(path);
        return entry === undefined ? [] : this.contents.yaml(entry.id).unreadable;
    }
    bytes(path) {
        const entry = this.file(path);
        return entry === undefined ? undefined : this.contents.bytes(entry.id);
    }
    /** The first index whose path is not before `prefix`. */
    #search(prefix) {
        let [low, high] = [0, this.#paths.length];
        while (low < high) {
            const middle = (low + high) >>> 1;
            if ((this.#paths[middle] ?? '') < prefix)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}

// EXTERNAL MODULE: ./build/render/roots/find-roots.js + 8 modules
var find_roots = __webpack_require__(6237);
// EXTERNAL MODULE: ./build/render/roots/objects.js
var objects = __webpack_require__(4751);
;// CONCATENATED MODULE: ./build/render/roots/own-repository.js
/** Which URLs are this repository's. */
class OwnRepository {
    #known;
    /** `urls`: the forge's URL or `origin`'s, and those of the policy's `render.repositories`. */
    constructor(urls) {
        this.#known = new Set(urls.map(normalizedUrl));
    }
    /** Whether any URL is known at all. */
    get isKnown() {
        return this.#known.size > 0;
    }
    is(url) {
        return this.#known.has(normalizedUrl(url));
    }
}
/** Equal for the ssh, https and `.git` forms of one address: `host/owner/name`. */
function normalizedUrl(url) {
    const scp = /^(?:[\w.-]+@)?([\w.-]+):(?!\/\/)(.*)$/.exec(url);
    const withScheme = /^[a-z][a-z0-9+.-]*:\/\/(?:[^@/]*@)?([^/:]+)(?::\d+)?\/(.*)$/i.exec(url);
    const [, host = '', path = ''] = withScheme ?? scp ?? [];
    // The forge's own ssh server may have another name than its pages.
    const plainHost = host.toLowerCase().replace(/^(?:ssh|altssh|www)\./, '');
    const plainPath = path
        .replace(/^\/+/, '')
        .replace(/\/+$/, '')
        .replace(/\.git$/, '')
        .toLowerCase();
    return plainHost === '' ? url : `${plainHost}/${plainPath}`;
}

;// CONCATENATED MODULE: ./build/render/roots/infer-own.js




/**
 * The URLs that mean this repository where neither the forge nor a remote says so: those from which the base already
 * delivers paths, all of which are in it. The base is trusted, and a change cannot add to them.
 */
function inferOwnRepository(base, declaring) {
    const isHere = new Map();
    for (const { group, kind, value } of (0,objects/* declaredObjects */.RK)(base, declaring)) {
        if (group !== 'argoproj.io' || kind !== 'Application')
            continue;
        const spec = (0,plain_values/* mapping */.pq)(value.spec);
        for (const source of [spec.source, ...(0,plain_values/* list */.p_)(spec.sources)].filter(plain_values/* isMapping */.pi)) {
            const url = (0,plain_values/* text */.Qq)(source.repoURL);
            const path = (0,plain_values/* text */.Qq)(source.path);
            if (url === undefined || path === undefined || source.chart !== undefined)
                continue;
            const folder = (0,kustomization/* pathBelow */.Br)('', path);
            isHere.set(url, (isHere.get(url) ?? true) && folder !== undefined && base.isFolder(folder));
        }
    }
    return new OwnRepository([...isHere].filter(([, here]) => here).map(([url]) => url));
}

// EXTERNAL MODULE: ./build/gather/blobs.js
var blobs = __webpack_require__(5802);
;// CONCATENATED MODULE: ./build/gather/render/delivered.js








const otherGraphFile = /(?:^|\/)(?:Chart\.yaml|requirements\.yaml|helmfile\.ya?ml)$|(?:^|\/)helmfile\.d\//;
const isGraphFile = (path) => (0,kustomization/* isKustomization */.Sv)(path) || otherGraphFile.test(path);
const manifest = /\.(?:ya?ml|json)$/i;
/** References may need files that name others; more rounds than this are not honest. */
const mostRounds = 30;
/** Finds what each side delivers. Undefined where the repository has nothing that a tool builds. */
async function readDelivered(repository, trees, policy, urls, budget) {
    const contents = new Contents(policy.limits);
    const views = { before: new FileView(trees.before, contents), after: new FileView(trees.after, contents) };
    const scanned = await scan(repository, views, contents, policy, budget);
    const candidatesOf = (view) => ({
        declaring: view.paths.filter((path) => scanned.declaring.has(view.file(path)?.id ?? '')),
        configMaps: view.paths.filter((path) => scanned.configMaps.has(view.file(path)?.id ?? '')),
    });
    const candidates = { before: candidatesOf(views.before), after: candidatesOf(views.after) };
    const isBuilt = [views.before, views.after].some((view) => view.paths.some((path) => isGraphFile(path)));
    if (!isBuilt && candidates.before.declaring.length + candidates.after.declaring.length === 0)
        return undefined;
    // An audit has no base: what is judged is all there is.
    const trusted = views.before.paths.length === 0 ? 'after' : 'before';
    const stated = new OwnRepository([...urls, ...policy.render.repositories]);
    const graphs = { before: new graph/* Graph */.T(views.before), after: new graph/* Graph */.T(views.after) };
    for (let round = 0; round < mostRounds; round++) {
        const own = stated.isKnown ? stated : inferOwnRepository(views[trusted], candidates[trusted].declaring);
        const before = (0,find_roots/* findRoots */.D0)(graphs.before, candidates.before, own, policy.render);
        const after = (0,find_roots/* findRoots */.D0)(graphs.after, candidates.after, own, policy.render);
        if (contents.wanted.size === 0)
            return { before, after, contents, apiVersions: scanned.apiVersions };
        await readContents(repository, contents, [...contents.wanted], policy, budget);
    }
    return undefined;
}
/** Reads blobs into the contents; throws where one is missing. */
async function readContents(repository, contents, ids, policy, budget) {
    const byId = new Map(ids.map((id) => [id, [{ path: 'an input of a kustomization or chart' }]]));
    for await (const { id, bytes } of (0,blobs/* readBlobs */.b)(repository, byId, policy.limits.bytes, budget))
        contents.add(id, bytes);
}
/** Looks through every manifest of both sides for what declares a delivery; keeps what the graph reads. */
async function scan(repository, { before, after }, contents, policy, budget) {
    const wanted = new Map();
    const hasChart = [before, after].some((view) => view.paths.some((path) => /(?:^|\/)Chart\.yaml$/.test(path)));
    for (const view of [before, after]) {
        for (const path of view.paths) {
            const isGraph = isGraphFile(path);
            const entry = isGraph || manifest.test(path) ? view.file(path) : undefined;
            if (entry === undefined)
                continue;
            const [known] = wanted.get(entry.id) ?? [];
            wanted.set(entry.id, [
                { path, isGraph: isGraph || known?.isGraph === true, isBase: view === before || known?.isBase === true },
            ]);
        }
    }
    const [declaring, configMaps, apiVersions] = [new Set(), new Set(), new Set()];
    for await (const { id, files, bytes } of (0,blobs/* readBlobs */.b)(repository, wanted, policy.limits.bytes, budget)) {
        if (bytes === undefined)
            continue;
        const [{ isGraph, isBase } = { isGraph: false, isBase: false }] = files;
        if (isGraph)
            contents.add(id, bytes);
        if ((0,objects/* mayDeclare */.ol)(bytes))
            declaring.add(id);
        if (bytes.includes('ConfigMap'))
            configMaps.add(id);
        if (declaring.has(id) || configMaps.has(id))
            contents.add(id, bytes);
        if (hasChart && isBase)
            addApiVersions(bytes, apiVersions);
    }
    return { declaring, configMaps, apiVersions: [...apiVersions].sort().slice(0, 200) };
}
/** The API versions of custom resources that a manifest uses. */
function addApiVersions(bytes, found) {
    for (const [, version] of bytes
        .toString('latin1')
        .matchAll(/^apiVersion:\s{1,5}["']?([a-z0-9-]+\.[a-z0-9.-]+\/v\d\w{0,20})["']?\s*$/gm)) {
        if (version !== undefined && found.size < 1000)
            found.add(version);
    }
}

// EXTERNAL MODULE: ./build/gather/render/rendered-loose-ends.js
var rendered_loose_ends = __webpack_require__(2640);
;// CONCATENATED MODULE: ./build/gather/render/rendering.js








/** Where nothing is delivered by a tool. */
const noChange = { delivered: undefined, rendering: rendering/* nothingRendered */.V, ...rendered_loose_ends/* noEnds */.Ub };
/** Renders the roots whose inputs the change alters, before and after. */
async function renderChange(repository, trees, policy, options, budget) {
    const start = performance.now();
    if (trees.changes.length === 0)
        return noChange;
    const delivered = await readDelivered(repository, trees, policy, options.urls, budget);
    if (delivered === undefined)
        return noChange;
    const plan = onlyRoot((0,plan_plan/* planRenders */.B)(delivered.before, delivered.after), options.only);
    const made = await renderRoots(repository, delivered, plan.changed, policy, options, budget);
    const rendering = {
        roots: made.roots,
        changed: plan.changed,
        found: plan.found,
        reused: plan.reused,
        tools: made.tools,
        problems: made.problems,
        covered: coveredFiles(made.roots, plan.changed, viewsOf(delivered)),
        milliseconds: performance.now() - start,
    };
    const platform = { ...policy, openshift: policy.openshift ?? false };
    return { delivered, rendering, ...(0,rendered_loose_ends/* renderedLooseEnds */.GO)(made.roots, platform) };
}
/** Renders these roots on the sides that they name; throws MissingObjectsError and LimitError. */
async function renderRoots(repository, delivered, changed, policy, { usesTools = true, callMilliseconds = 10_000 }, budget) {
    const views = viewsOf(delivered);
    await readContents(repository, delivered.contents, [...missingInputs(changed, delivered, views)], policy, budget);
    const settings = {
        kubeVersion: `${policy.kubernetesVersion}.0`,
        apiVersions: delivered.apiVersions,
        usesTools,
        callMilliseconds,
    };
    const { outputs, tools, problems } = await renderAll(changed, views, settings, policy.render.seconds);
    const reader = new read_output/* OutputReader */.f(policy.limits);
    const roots = changed.map((each) => {
        const made = outputs.get(each.id) ?? { before: undefined, after: undefined };
        return (0,assemble/* assembleRoot */.R)(each, made, views, policy.clusters, policy.limits, reader);
    });
    return { roots, tools, problems };
}
/** The blobs that building these roots reads and that are not here yet. */
function missingInputs(changed, { contents }, views) {
    const missing = new Set();
    for (const { before, after } of changed) {
        for (const inputs of [before, after]) {
            for (const path of [...(inputs?.closure.files ?? []), inputs?.root.declared?.file ?? '']) {
                // Both sides of each file: what differs tells which line did it.
                for (const view of [views.before, views.after]) {
                    const id = view.file(path)?.id;
                    if (id !== undefined && !contents.has(id))
                        missing.add(id);
                }
            }
        }
    }
    return missing;
}
function viewsOf({ before, after }) {
    return { before: before.graph.view, after: after.graph.view };
}
function onlyRoot(plan, only) {
    if (only === undefined)
        return plan;
    const isWanted = ({ id, after, before }) => id === only || (after ?? before)?.root.folder === only;
    return { ...plan, changed: plan.changed.filter(isWanted) };
}


/***/ }),

/***/ 4215:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ readTrees)
/* harmony export */ });
/** Reads which files differ; all empty where the range compares no trees. Throws MissingObjectsError. */
async function readTrees(repository, range) {
    const changes = range.after === undefined ? [] : await repository.changes(range.before, range.after);
    if (range.after === undefined || changes.length === 0)
        return { before: new Map(), after: new Map(), changes };
    const after = await repository.tree(range.after);
    // The tree before follows from the tree after and the difference: one listing serves both.
    const before = new Map(after);
    for (const change of changes) {
        if (change.before === undefined)
            before.delete(change.path);
        else
            before.set(change.path, change.before);
    }
    return { before, after, changes };
}


/***/ }),

/***/ 5303:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  uP: () => (/* binding */ hunks),
  GU: () => (/* binding */ inRuns),
  gf: () => (/* binding */ lineDiff),
  TU: () => (/* binding */ mapLine)
});

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
    /** Per distinct line: how often the part at hand has it, and where in the text after. */
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
    /** Blocks of single lines that are unique in both sides of the part and are in the same order, and the parts between them. */
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
/** Where a line of the text before is in the text after; undefined where it is among the changed ones. */
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


/***/ }),

/***/ 2935:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ plainDocuments),
/* harmony export */   d: () => (/* binding */ plainKind)
/* harmony export */ });
/* harmony import */ var node_path_posix__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);

/** The kind given to a document that is not an object: values of a chart, as far as anyone can tell. */
const plainKind = 'Values';
/** The documents of a file that are not objects, as resources named by their file, for what values of a chart can hold. */
function plainDocuments({ structure, documents, resources }, file) {
    if (structure !== 'manifest' || documents.length === 0)
        return [];
    const objects = new Set(resources.map(({ document }) => document));
    return documents.flatMap((document) => {
        const { value } = document;
        if (objects.has(document) || typeof value !== 'object' || value === null || Array.isArray(value))
            return [];
        return [plainResource(document, value, file)];
    });
}
function plainResource(document, value, file) {
    return {
        apiVersion: '',
        group: '',
        version: '',
        kind: plainKind,
        namespace: undefined,
        name: (0,node_path_posix__WEBPACK_IMPORTED_MODULE_0__.basename)(file),
        file,
        value,
        document,
        path: [],
        isEmbedded: true,
        at: (path) => ({ file, ...document.at(path) }),
        valueAt: (path) => ({ file, ...document.valueAt(path) }),
        styleAt: (path) => document.styleAt(path),
    };
}


/***/ }),

/***/ 9464:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BA: () => (/* binding */ isDeliveredScope),
/* harmony export */   De: () => (/* binding */ asDelivered),
/* harmony export */   Od: () => (/* binding */ scopeOf),
/* harmony export */   Z$: () => (/* binding */ isDelivered),
/* harmony export */   jZ: () => (/* binding */ mayBeOneCluster)
/* harmony export */ });
/* harmony import */ var _policy_glob_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4757);

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
function deliveredScope(path, clusters) {
    const entry = clusters.find(({ paths }) => paths.some((pattern) => (0,_policy_glob_js__WEBPACK_IMPORTED_MODULE_0__/* .matchGlob */ .s)(pattern, path)));
    if (entry !== undefined)
        return entry.name;
    const scope = folderScope(path.slice(0, path.lastIndexOf('/') + 1));
    // A directory that happens to be called like an entry must not join it.
    return clusters.some(({ name }) => name === scope) ? `${scope}/` : scope;
}
/** The scope of a folder (ending in a slash, '' for the top) by its name alone. */
function folderScope(folder) {
    const [first, ...rest] = folder.split('/').slice(0, -1);
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


/***/ }),

/***/ 9735:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DS: () => (/* binding */ withoutDefinitions),
/* harmony export */   Ng: () => (/* binding */ mayDefine),
/* harmony export */   gN: () => (/* binding */ isDefinition)
/* harmony export */ });
/* harmony import */ var _yaml_decode_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5100);
/* harmony import */ var _yaml_split_documents_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2325);


const mark = 'CustomResourceDefinition';
const group = String.raw `apiVersion: apiextensions\.k8s\.io/v1(?:beta1)?`;
/** How a definition begins: nothing before these two lines could make them part of something else. */
const beginning = new RegExp(String.raw `^(?:[ \t]*(?:#.*)?\n)*(?:${group}\nkind: ${mark}|kind: ${mark}\n${group})\n`);
/** A line that could say once more what the document is, however it is written, or begin another value. */
const otherLine = /^(?![ \t#]|$|- |(?!(?:apiVersion|kind):)[A-Za-z]+:(?:[ \t]|$))/m;
/** Line ends that not every reader takes for one. */
const oddLineEnd = /[\r\x85\u2028\u2029]/;
/**
 * A file without its definitions of custom resources, which grant nothing and are most of what a repository holds: each in the plain
 * form that generators write, with empty lines in its place. What is written in any other way stays.
 */
function withoutDefinitions(bytes) {
    if (!mayDefine(bytes))
        return bytes;
    const { text, invalidAt } = (0,_yaml_decode_text_js__WEBPACK_IMPORTED_MODULE_0__/* .decodeText */ .g)(bytes);
    if (invalidAt !== undefined)
        return bytes;
    let kept = '';
    let end = 0;
    for (const slice of (0,_yaml_split_documents_js__WEBPACK_IMPORTED_MODULE_1__/* .splitDocuments */ .Z)(text)) {
        const source = text.slice(slice.start, slice.end);
        if (slice.trailing !== undefined || !isDefinition(source))
            continue;
        kept += text.slice(end, slice.start) + '\n'.repeat(source.split('\n').length - 1);
        end = slice.end;
    }
    return end === 0 ? bytes : Buffer.from(kept + text.slice(end));
}
/** Whether a file can hold a definition in the plain form. */
function mayDefine(bytes) {
    return bytes.includes(mark);
}
/** Whether the text of one document is a definition of a custom resource and nothing else. */
function isDefinition(source) {
    const begun = beginning.exec(source)?.[0];
    return begun !== undefined && !oddLineEnd.test(source) && !otherLine.test(source.slice(begun.length));
}


/***/ }),

/***/ 3798:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ looseEnds)
/* harmony export */ });
/* harmony import */ var _read_complete_fragments_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(987);
/* harmony import */ var _state_rbac_state_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5961);


/**
 * What a change leaves open that only other scopes can answer: the names of touched roles that nothing in their scope binds,
 * of roles that touched bindings name and their scope does not hold, and of groups with touched members that nothing in
 * their scope binds.
 */
function looseEnds({ before, after }, options) {
    const names = new Set();
    const unchanged = new Set(before);
    if (after.every((resource) => unchanged.has(resource)))
        return names;
    const state = (0,_state_rbac_state_js__WEBPACK_IMPORTED_MODULE_1__/* .rbacState */ .S)(after, options);
    const isTouched = ({ resource }) => resource !== undefined && !unchanged.has(resource);
    const bound = new Set(state.bindings.flatMap((binding) => state.resolve(binding)));
    for (const role of state.roles)
        if (isTouched(role) && !bound.has(role))
            names.add(role.name);
    for (const binding of state.bindings) {
        if (isTouched(binding) && (0,_read_complete_fragments_js__WEBPACK_IMPORTED_MODULE_0__/* .lacksSubjects */ .a6)(binding))
            names.add(binding.name);
        if (isTouched(binding) && (0,_state_rbac_state_js__WEBPACK_IMPORTED_MODULE_1__/* .namesUnknownRole */ .z)(state, binding)) {
            names.add((0,_read_complete_fragments_js__WEBPACK_IMPORTED_MODULE_0__/* .isUnnamed */ .Vn)(binding) ? binding.name : binding.role.name);
        }
    }
    for (const membership of state.memberships) {
        const { of } = membership;
        if (isTouched(membership) && state.bindingsNaming(of.key).length === 0)
            names.add(of.name);
    }
    return names;
}


/***/ }),

/***/ 1103:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  bv: () => (/* binding */ dependsOnGainer),
  Ti: () => (/* binding */ dependsOnOtherPermissions),
  Ix: () => (/* binding */ isControllerNamespace),
  S4: () => (/* binding */ judge),
  Tw: () => (/* binding */ riskCost)
});

// EXTERNAL MODULE: ./build/severity.js
var build_severity = __webpack_require__(5989);
;// CONCATENATED MODULE: ./build/rbac/model/api-groups.js
/** API groups that API servers of Kubernetes and OpenShift serve themselves; a group elsewhere holds custom resources. */
const platformGroups = new Set([
    '',
    'admissionregistration.k8s.io',
    'apiextensions.k8s.io',
    'apiregistration.k8s.io',
    'apps',
    'apps.openshift.io',
    'authentication.k8s.io',
    'authorization.k8s.io',
    'authorization.openshift.io',
    'autoscaling',
    'batch',
    'build.openshift.io',
    'certificates.k8s.io',
    'coordination.k8s.io',
    'discovery.k8s.io',
    'events.k8s.io',
    'extensions',
    'flowcontrol.apiserver.k8s.io',
    'image.openshift.io',
    'internal.apiserver.k8s.io',
    'metrics.k8s.io',
    'networking.k8s.io',
    'node.k8s.io',
    'oauth.openshift.io',
    'policy',
    'project.openshift.io',
    'quota.openshift.io',
    'rbac.authorization.k8s.io',
    'resource.k8s.io',
    'route.openshift.io',
    'scheduling.k8s.io',
    'security.openshift.io',
    'storage.k8s.io',
    'storagemigration.k8s.io',
    'template.openshift.io',
    'user.openshift.io',
]);
/** Whether the group is part of the platform: writing its resources is judged resource by resource. */
function isPlatformGroup(group) {
    return platformGroups.has(group);
}

// EXTERNAL MODULE: ./build/rbac/model/cluster-scoped.js
var cluster_scoped = __webpack_require__(7330);
// EXTERNAL MODULE: ./build/rbac/model/memoize.js
var memoize = __webpack_require__(9863);
// EXTERNAL MODULE: ./build/rbac/model/permission-index.js
var permission_index = __webpack_require__(1345);
// EXTERNAL MODULE: ./build/rbac/model/placement.js
var model_placement = __webpack_require__(7424);
// EXTERNAL MODULE: ./build/rbac/model/subject.js
var subject = __webpack_require__(4963);
;// CONCATENATED MODULE: ./build/rbac/judge/danger-table.js
const read = ['get', 'list', 'watch'];
const put = ['create', 'update', 'patch'];
const write = [...put, 'delete', 'deletecollection'];
const change = ['update', 'patch'];
const rbacGroup = 'rbac.authorization.k8s.io';
const openshiftAuthorization = 'authorization.openshift.io';
const roles = { [rbacGroup]: ['roles', 'clusterroles'], [openshiftAuthorization]: ['roles', 'clusterroles'] };
const bindings = ['rolebindings', 'clusterrolebindings'];
const allRbac = [...roles[rbacGroup], ...bindings];
const signing = 'certificates.k8s.io';
const workloads = {
    '': ['pods', 'replicationcontrollers'],
    apps: ['deployments', 'daemonsets', 'statefulsets', 'replicasets'],
    extensions: ['deployments', 'daemonsets', 'replicasets'],
    batch: ['jobs', 'cronjobs'],
    'apps.openshift.io': ['deploymentconfigs'],
};
const podConstraints = {
    policy: ['podsecuritypolicies'],
    extensions: ['podsecuritypolicies'],
    'security.openshift.io': ['securitycontextconstraints'],
};
const csr = [
    { verbs: ['create'], resources: { [signing]: ['certificatesigningrequests'] } },
    { verbs: change, resources: { [signing]: ['certificatesigningrequests/approval'] } },
    { verbs: ['approve'], resources: { [signing]: ['signers'] } },
];
const critical = [
    {
        reason: 'do anything to everything',
        wildcard: ['verbs', 'groups', 'resources'],
        reachesAccounts: true,
        references: ['CIS 5.1.1', 'CIS 5.1.3'],
    },
    {
        reason: 'give roles permissions they do not hold themselves (escalate)',
        verbs: ['escalate'],
        resources: roles,
        references: ['CIS 5.1.8'],
    },
    {
        reason: 'bind roles whose permissions they do not hold themselves (bind)',
        verbs: ['bind'],
        resources: roles,
        powerfulNames: /^(cluster-admin|admin|system:masters)$/,
        references: ['CIS 5.1.8'],
    },
    {
        reason: 'act as other users, groups or ServiceAccounts (impersonate)',
        verbs: ['impersonate'],
        resources: {
            '': ['users', 'groups', 'serviceaccounts'],
            'authentication.k8s.io': ['userextras', 'userextras/*', 'uids'],
        },
        powerfulNames: /^system:(masters|admin)$/,
        reachesAccounts: true,
        references: ['CIS 5.1.8'],
    },
    {
        // A patch answers with the whole object, the deletion of a collection with all it deleted.
        reason: 'read Secrets',
        verbs: [...read, 'patch', 'deletecollection'],
        resources: { '': ['secrets'] },
        reachesAccounts: true,
        references: ['CIS 5.1.2'],
    },
    {
        reason: 'make a Secret that holds a ServiceAccount token, and read it',
        verbs: ['create'],
        resources: { '': ['secrets'] },
        together: [{ verbs: read, resources: { '': ['secrets'] } }],
        reachesAccounts: true,
        references: ['CIS 5.1.2'],
    },
    {
        reason: 'get tokens of ServiceAccounts',
        verbs: ['create'],
        resources: { '': ['serviceaccounts/token'] },
        reachesAccounts: true,
        references: ['CIS 5.1.13'],
    },
    ...csr.map((part) => ({
        ...part,
        reason: 'sign themselves certificates of any user',
        together: csr.filter((other) => other !== part),
        references: ['CIS 5.1.11'],
    })),
    {
        reason: 'change or read every object on its way into the cluster (admission)',
        verbs: write,
        resources: {
            'admissionregistration.k8s.io': [
                'validatingwebhookconfigurations',
                'mutatingwebhookconfigurations',
                'validatingadmissionpolicies',
                'validatingadmissionpolicybindings',
                'mutatingadmissionpolicies',
                'mutatingadmissionpolicybindings',
            ],
        },
        references: ['CIS 5.1.12'],
    },
    {
        reason: 'map cloud identities to cluster administrators (aws-auth)',
        verbs: put,
        resources: { '': ['configmaps'] },
        names: /^aws-auth$/,
        onlyNamed: true,
        isAboutNamespace: 'kube-system',
    },
    {
        reason: 'install charts as a cluster administrator (helm-controller of K3s and RKE2)',
        verbs: put,
        resources: { 'helm.cattle.io': ['helmcharts', 'helmchartconfigs'] },
        leavesNamespace: true,
    },
];
const high = [
    {
        // An update answers with nothing that was not sent.
        reason: 'overwrite Secrets',
        verbs: ['update'],
        resources: { '': ['secrets'] },
        references: ['CIS 5.1.2'],
    },
    {
        // Kubernetes 1.35 and newer (KEP-5284): the verbs `impersonate-on:…` say for which requests.
        reason: 'act as other users, groups or ServiceAccounts for certain requests (constrained impersonation)',
        verbs: ['impersonate:user-info', 'impersonate:serviceaccount', 'impersonate:arbitrary-node'],
        resources: {
            'authentication.k8s.io': ['users', 'groups', 'uids', 'userextras', 'userextras/*', 'serviceaccounts', 'nodes'],
        },
        powerfulNames: /^system:(masters|admin)$/,
        references: ['CIS 5.1.8'],
    },
    {
        reason: 'write roles or bindings',
        verbs: put,
        resources: { [rbacGroup]: allRbac, [openshiftAuthorization]: allRbac },
        references: ['CIS 5.1.8'],
    },
    {
        reason: 'reach every kubelet, which runs commands in any pod',
        resources: { '': ['nodes/proxy'] },
        references: ['CIS 5.1.10'],
    },
    {
        reason: 'run commands in pods or reach into them',
        verbs: ['get', ...put],
        resources: {
            '': ['pods/exec', 'pods/attach', 'pods/portforward', 'pods/ephemeralcontainers'],
            'subresources.kubevirt.io': [
                'virtualmachineinstances/console',
                'virtualmachineinstances/vnc',
                'virtualmachineinstances/portforward',
                'virtualmachines/portforward',
            ],
        },
        reachesAccounts: true,
    },
    {
        reason: 'run code of their choice as any ServiceAccount of the namespace',
        verbs: put,
        resources: workloads,
        reachesAccounts: true,
        references: ['CIS 5.1.4'],
    },
    {
        reason: 'reach the ports of pods and Services past network policies and logins',
        resources: { '': ['pods/proxy', 'services/proxy'] },
    },
    {
        reason: 'have a controller run code of their choice as a ServiceAccount of the namespace',
        verbs: put,
        resources: {
            'argoproj.io': [
                'workflows',
                'cronworkflows',
                'workflowtemplates',
                'clusterworkflowtemplates',
                'sensors',
                'eventsources',
                'rollouts',
            ],
            'tekton.dev': ['taskruns', 'pipelineruns', 'customruns', 'runs', 'tasks', 'clustertasks', 'pipelines'],
            'triggers.tekton.dev': ['triggertemplates', 'eventlisteners'],
            'sparkoperator.k8s.io': ['sparkapplications', 'scheduledsparkapplications'],
            'ray.io': ['rayclusters', 'rayjobs', 'rayservices'],
            'keda.sh': ['scaledjobs'],
            'serving.knative.dev': ['services', 'configurations'],
            'monitoring.coreos.com': ['prometheuses', 'prometheusagents', 'alertmanagers', 'thanosrulers'],
            'kubeflow.org': ['notebooks', 'mpijobs', 'pytorchjobs', 'tfjobs', 'xgboostjobs'],
            'batch.volcano.sh': ['jobs'],
            'jobset.x-k8s.io': ['jobsets'],
            'leaderworkerset.x-k8s.io': ['leaderworkersets'],
            'actions.github.com': ['autoscalingrunnersets', 'ephemeralrunnersets', 'ephemeralrunners'],
            'actions.summerwind.dev': ['runners', 'runnersets', 'runnerdeployments', 'runnerreplicasets'],
            'kubevirt.io': ['virtualmachines', 'virtualmachineinstances', 'virtualmachineinstancereplicasets'],
            'build.openshift.io': ['builds', 'buildconfigs'],
        },
        reachesAccounts: true,
    },
    {
        reason: 'have a controller change the cloud or other clusters with its own credentials',
        verbs: put,
        resources: {
            '*.crossplane.io': ['*'],
            '*.upbound.io': ['*'],
            '*.services.k8s.aws': ['*'],
            '*.cnrm.cloud.google.com': ['*'],
            '*.azure.com': ['*'],
            'infra.contrib.fluxcd.io': ['terraforms'],
            'app.terraform.io': ['*'],
            'tf.galleybytes.com': ['terraforms'],
            'terraform.core.oam.dev': ['configurations'],
            'pulumi.com': ['stacks'],
            'cluster.x-k8s.io': ['*'],
            '*.cluster.x-k8s.io': ['*'],
        },
    },
    {
        reason: 'have a controller fetch or publish secrets with its own credentials',
        verbs: put,
        resources: {
            'external-secrets.io': [
                'externalsecrets',
                'clusterexternalsecrets',
                'pushsecrets',
                'clusterpushsecrets',
                'secretstores',
                'clustersecretstores',
            ],
            'generators.external-secrets.io': ['*'],
            'secrets.hashicorp.com': ['*'],
            'secrets-store.csi.x-k8s.io': ['secretproviderclasses'],
        },
    },
    {
        reason: 'mount any path of a node (PersistentVolume)',
        verbs: ['create'],
        resources: { '': ['persistentvolumes'] },
        references: ['CIS 5.1.9'],
    },
    { reason: 'lift the Pod Security level of a namespace', verbs: change, resources: { '': ['namespaces'] } },
    { reason: 'relabel or taint nodes', verbs: change, resources: { '': ['nodes'] } },
    {
        reason: 'run privileged pods, which own their node',
        verbs: ['use'],
        resources: podConstraints,
        podPrivileges: 'privileged',
        leavesNamespace: true,
    },
    {
        // The builder's own image runs in a privileged container; OpenShift lets nobody do it by default.
        reason: 'build with images of their choice in privileged containers (custom builds)',
        verbs: ['create'],
        resources: { '': ['builds/custom'], 'build.openshift.io': ['builds/custom'] },
        leavesNamespace: true,
    },
    {
        reason: 'run pods as root or in the network of the node',
        verbs: ['use'],
        resources: podConstraints,
        podPrivileges: 'elevated',
    },
    { reason: 'use verbs added later', wildcard: ['verbs'], references: ['CIS 5.1.3'] },
    { reason: 'reach resources added later', wildcard: ['resources'], references: ['CIS 5.1.3'] },
    {
        reason: 'reach API groups added later',
        wildcard: ['groups'],
        exceptSubresources: ['scale', 'status'],
        references: ['CIS 5.1.3'],
    },
    {
        reason: 'serve a whole API in the place of the API server',
        verbs: write,
        resources: { 'apiregistration.k8s.io': ['apiservices'] },
    },
    {
        reason: 'change what the policy engine allows',
        verbs: write,
        resources: {
            'kyverno.io': ['policies', 'clusterpolicies', 'policyexceptions', 'cleanuppolicies', 'clustercleanuppolicies'],
            'policies.kyverno.io': ['*'],
            'constraints.gatekeeper.sh': ['*'],
            'templates.gatekeeper.sh': ['*'],
            'config.gatekeeper.sh': ['*'],
            'mutations.gatekeeper.sh': ['*'],
            'policies.kubewarden.io': ['*'],
        },
    },
    {
        reason: 'change what the policy engine allows',
        verbs: write,
        resources: { 'apiextensions.k8s.io': ['customresourcedefinitions'] },
        names: /\.(kyverno\.io|gatekeeper\.sh|kubewarden\.io)$/,
        onlyNamed: true,
    },
    {
        reason: 'change what pods are allowed to do',
        verbs: put,
        resources: { 'security.openshift.io': ['securitycontextconstraints'] },
    },
    {
        reason: 'join any group',
        verbs: put,
        resources: { 'user.openshift.io': ['groups', 'users', 'identities', 'useridentitymappings'] },
    },
    {
        reason: 'configure nodes as root',
        verbs: put,
        resources: { 'machineconfiguration.openshift.io': ['machineconfigs'] },
    },
    {
        reason: 'deploy with the permissions of a delivery controller',
        verbs: put,
        resources: {
            'argoproj.io': ['applications', 'applicationsets', 'appprojects'],
            'kustomize.toolkit.fluxcd.io': ['kustomizations'],
            'helm.toolkit.fluxcd.io': ['helmreleases'],
            'source.toolkit.fluxcd.io': ['gitrepositories', 'ocirepositories', 'buckets', 'helmrepositories', 'helmcharts'],
            'fleet.cattle.io': ['gitrepos', 'bundles', 'helmops'],
            'work.open-cluster-management.io': ['manifestworks', 'manifestworkreplicasets'],
            'operators.coreos.com': ['clusterserviceversions'],
        },
    },
];
const medium = [
    {
        reason: 'scale or restate what API groups added later hold',
        wildcard: ['groups'],
        references: ['CIS 5.1.3'],
    },
    { reason: 'delete workloads', verbs: ['delete', 'deletecollection'], resources: workloads },
    {
        reason: 'delete events, the traces of what was done',
        verbs: ['delete', 'deletecollection'],
        resources: { '': ['events'], 'events.k8s.io': ['events'] },
    },
    { reason: 'read logs, which often hold secrets', verbs: read, resources: { '': ['pods/log'] } },
    {
        reason: 'redirect or open network traffic',
        verbs: write,
        resources: {
            '': ['services/status', 'endpoints'],
            'discovery.k8s.io': ['endpointslices'],
            'networking.k8s.io': ['ingresses', 'networkpolicies'],
            extensions: ['ingresses', 'networkpolicies'],
            'route.openshift.io': ['routes'],
        },
    },
    {
        reason: 'write the configuration of the control plane (ConfigMaps of kube-system)',
        verbs: write,
        resources: { '': ['configmaps'] },
        isAboutNamespace: 'kube-system',
    },
    { reason: 'make Secrets that others rely on', verbs: ['create'], resources: { '': ['secrets'] } },
    {
        reason: 'get certificates issued',
        verbs: put,
        resources: { 'cert-manager.io': ['certificates', 'certificaterequests', 'issuers', 'clusterissuers'] },
    },
    {
        reason: 'change which kinds of objects there are, and how they are stored',
        verbs: write,
        resources: { 'apiextensions.k8s.io': ['customresourcedefinitions'] },
    },
    { reason: 'have a controller act for them (custom resources)', verbs: put, isAboutCustomResources: true },
];
/** Worst first. The severities are those of a gain in every namespace. */
const dangers = [
    ...critical.map((danger) => ({ ...danger, severity: 'critical' })),
    ...high.map((danger) => ({ ...danger, severity: 'high' })),
    ...medium.map((danger) => ({ ...danger, severity: 'medium' })),
];

;// CONCATENATED MODULE: ./build/rbac/judge/danger.js








/** Namespaces of the control plane and of controllers that act on the whole cluster. */
const controllerNamespaces = /^(kube-system|flux-system|argocd|argo-cd|argocd-.*|openshift-.*|cert-manager|istio-system|linkerd|gatekeeper-system|kyverno|crossplane-system|external-secrets|sealed-secrets|velero|vault|olm|operators|tekton-pipelines|cattle-.*|rook-ceph|knative-.*|tigera-operator|calico-system|metallb-system|capi-.*|.*-operators?|.*-controllers?|.*-system)$/;
/** Whether what runs in the namespace acts on the whole cluster, so that a gain in it is as bad as one everywhere. */
function isControllerNamespace(namespace) {
    return controllerNamespaces.test(namespace);
}
const forEveryone = { severity: 'critical', reason: 'do it whoever they are' };
/** Steps that judging the permission takes: each danger looks through the entries. */
function riskCost(permission) {
    return dangers.length * (1 + ((0,permission_index/* size */.E)(permission) >> 4));
}
/** Judges one gained permission by the table of dangers; the worst danger in it counts. */
function judge(gained, conditions, userFacing) {
    const isForEveryone = conditions.isForEveryone(gained);
    let worst = { severity: 'low', reason: undefined, part: gained, references: [] };
    const references = new Set();
    const judged = withoutFinalizers(gained);
    for (const danger of judged === undefined ? [] : dangers) {
        const severity = judged && severityIn(danger, judged, conditions, isForEveryone, userFacing);
        if (severity === undefined || judged === undefined)
            continue;
        for (const reference of danger.references ?? [])
            references.add(reference);
        if (worst.reason === undefined || (0,build_severity/* compareSeverity */.zK)(severity, worst.severity) < 0) {
            worst = { severity, reason: danger.reason, part: dangerousPart(danger, judged), references: [] };
        }
    }
    // What is added to a role that everyone is bound to already is judged by what it is; so is what one namespace gives.
    if (isForEveryone && conditions.placement === undefined && userFacing !== 'added') {
        const severity = byName(forEveryone, gained, undefined);
        if ((0,build_severity/* compareSeverity */.zK)(severity, worst.severity) < 0)
            worst = { ...worst, severity, reason: forEveryone.reason, part: gained };
    }
    return { ...worst, references: [...references] };
}
/** Whether the judgement depends on what else the gainer holds. */
function dependsOnOtherPermissions(gained, conditions) {
    return dangers.some((danger) => danger.together !== undefined && carries(danger, gained, conditions));
}
/** Whether the judgement depends on what kind of subject gains it. */
function dependsOnGainer(gained, conditions, userFacing) {
    return userFacing !== undefined || gained.verbs.includes('use') || conditions.isForEveryone(gained);
}
/** A controller's right to hold back the deletion of an object gives nothing by itself. */
function withoutFinalizers(permission) {
    if (permission.kind === 'url' || !permission.resources.some(isFinalizers))
        return permission;
    const resources = permission.resources.filter((resource) => !isFinalizers(resource));
    return resources.length > 0 ? { ...permission, resources } : undefined;
}
function isFinalizers(resource) {
    return resource.endsWith('/finalizers');
}
/** The severity of a danger in these conditions; undefined where the permission does not carry it. */
function severityIn(danger, gained, conditions, isForEveryone, userFacing) {
    if (!carries(danger, gained, conditions))
        return undefined;
    const rest = danger.together ?? [];
    if (rest.length > 0) {
        // A request to create carries no name, so a rule with names does not allow it.
        if (gained.kind === 'resource' && !gained.names.includes(null))
            return undefined;
        const answers = carriedBy(conditions.holds());
        if (!rest.every((part) => answers(part, conditions)))
            return undefined;
    }
    const everywhere = byName(danger, gained, conditions.placement);
    if (isForEveryone)
        return forAll(danger, everywhere, conditions, userFacing);
    const here = staysWithin(danger, gained, conditions) ? (0,build_severity/* lower */.ib)(everywhere) : everywhere;
    if (userFacing !== 'bound' || conditions.placement === undefined)
        return here;
    // What teams are meant to be given: said, and not worth a stop for people of the namespace.
    const usual = (0,build_severity/* compareSeverity */.zK)(everywhere, 'medium') < 0 ? 'medium' : everywhere;
    return conditions.gainer === 'person' && isOrdinary(conditions) ? usual : (0,build_severity/* worse */.JJ)(here, usual);
}
/**
 * What everyone gains in a namespace, or by what is added to a role they are bound to: one step worse than for somebody who
 * gains it in every namespace. Only what is not a way to control stays as it is: reading, for those who have logged in, and
 * what was added to a role that they were given for such things.
 */
function forAll(danger, severity, { gainer }, userFacing) {
    if (severity !== 'medium')
        return (0,build_severity/* raise */.xl)(severity);
    const isReading = danger.verbs?.every((verb) => ['get', 'list', 'watch'].includes(verb)) === true;
    return userFacing === 'added' || (isReading && gainer !== 'anonymous') ? severity : (0,build_severity/* raise */.xl)(severity);
}
/** Whether it is one namespace, known for nothing that leads out of it. */
function isOrdinary({ placement = '', isEscalationNamespace }) {
    if (placement.startsWith(subject/* selectedNamespacesPrefix */.mG))
        return false;
    if (placement.startsWith(subject/* unknownNamespacePrefix */.$b))
        return true;
    return !isControllerNamespace(placement) && !isEscalationNamespace(placement);
}
/** Whether one of the permissions carries a part of a danger; looked through once for all who hold them. */
const carriedBy = (0,memoize/* memoize */.B)((held) => {
    const known = new Map();
    return (part, conditions) => {
        const question = `${JSON.stringify(part)} ${conditions.placement ?? ''}`;
        const answer = known.get(question) ?? held.some((permission) => carries(part, permission, conditions));
        known.set(question, answer);
        return answer;
    };
});
/** The severity of a danger in every namespace: a step lower for named objects. */
function byName(danger, gained, placement) {
    // A RoleBinding reaches no other Namespace object than its own: that name says no more than the place does.
    if (gained.kind === 'url' || gained.names.every((name) => name === placement))
        return danger.severity;
    return isRestrictedByName(danger, gained) ? (0,build_severity/* lower */.ib)(danger.severity) : danger.severity;
}
/** Whether the gain ends at its namespace's border. */
function staysWithin(danger, gained, { placement, gainer, isEscalationNamespace }) {
    // Constraints are looked up for the pods' ServiceAccount, and its pods are in its own namespace.
    if (placement === undefined)
        return danger.podPrivileges === 'elevated' && gainer === 'account';
    // A rule that names the API group tells that the cluster serves it; one about every group does not.
    if (danger.leavesNamespace === true && gained.kind === 'resource' && !gained.groups.includes('*'))
        return false;
    if (placement.startsWith(subject/* unknownNamespacePrefix */.$b))
        return true;
    if (isControllerNamespace(placement) || danger.isAboutNamespace === placement)
        return false;
    return danger.reachesAccounts !== true || !isEscalationNamespace(placement);
}
/** Whether the permission allows some request the danger is about, in the placement. */
function carries(danger, permission, conditions) {
    const { placement } = conditions;
    if (danger.isAboutNamespace !== undefined && placement !== undefined && placement !== danger.isAboutNamespace) {
        return false;
    }
    if (danger.wildcard !== undefined) {
        return danger.wildcard.every((factor) => hasWildcard(permission, factor)) && !isExcepted(danger, permission);
    }
    if (permission.kind === 'url')
        return false;
    return ((danger.verbs === undefined || meet(permission.verbs, danger.verbs)) &&
        namesObject(danger, permission, conditions) &&
        targets(danger, permission, placement));
}
function isExcepted({ exceptSubresources = [] }, permission) {
    if (permission.kind === 'url')
        return false;
    return permission.resources.every((resource) => exceptSubresources.some((each) => resource.endsWith(`/${each}`)));
}
function hasWildcard(permission, factor) {
    if (factor === 'verbs')
        return permission.verbs.includes('*');
    return permission.kind === 'resource' && permission[factor].includes('*');
}
/** Whether one of the names, or that there is none, is what the danger is about. */
function namesObject({ names, onlyNamed = false, podPrivileges }, permission, conditions) {
    if (podPrivileges !== undefined) {
        const allowed = (name) => (resource) => conditions.podPrivileges(resource, name);
        return permission.names.some((name) => permission.resources.map(allowed(name)).includes(podPrivileges));
    }
    return names === undefined || permission.names.some((name) => (name === null ? !onlyNamed : names.test(name)));
}
function targets(danger, permission, placement) {
    if (danger.isAboutCustomResources === true) {
        return (permission.resources.some((resource) => !resource.includes('/')) &&
            permission.groups.some((group) => !isPlatformGroup(group)));
    }
    return Object.entries(danger.resources ?? {}).some(([pattern, ofGroup]) => {
        const group = permission.groups.find((own) => isGroupIn(own, pattern));
        if (group === undefined)
            return false;
        return ofGroup.some((resource) => {
            if (!isResourceIn(permission.resources, resource))
                return false;
            return placement === undefined || hasEffect(pattern, resource, permission, placement);
        });
    });
}
/** Whether an API group of a rule is one that the table's entry is about. */
function isGroupIn(group, pattern) {
    return group === '*' || group === pattern || (pattern.startsWith('*.') && `.${group}`.endsWith(pattern.slice(1)));
}
/** A RoleBinding that grants wildcards does not reach cluster-scoped resources. */
function hasEffect(group, resource, permission, placement) {
    if (!(0,cluster_scoped/* isClusterScoped */.Z)(group, resource))
        return true;
    const exact = { ...permission, groups: [group], resources: [resource] };
    return (0,model_placement/* effectiveIn */.P)(placement, exact).length > 0;
}
function isResourceIn(resources, resource) {
    if (resource === '*')
        return resources.some((own) => !own.includes('/'));
    if (resources.includes('*') || resources.includes(resource))
        return true;
    if (resource.endsWith('/*'))
        return resources.some((own) => own.startsWith(resource.slice(0, -1)));
    const slash = resource.indexOf('/');
    return slash >= 0 && resources.includes(`*${resource.slice(slash)}`);
}
/** The entries of the permission that the danger is about. */
function dangerousPart(danger, gained) {
    if (gained.kind === 'url' || danger.wildcard !== undefined)
        return gained;
    const verbs = gained.verbs.filter((verb) => verb === '*' || danger.verbs?.includes(verb) !== false);
    if (danger.isAboutCustomResources === true) {
        const groups = gained.groups.filter((group) => !isPlatformGroup(group));
        return { ...gained, verbs, groups, resources: gained.resources.filter((resource) => !resource.includes('/')) };
    }
    const patterns = Object.entries(danger.resources ?? {});
    const wanted = patterns.flatMap(([pattern, ofGroup]) => gained.groups.some((group) => isGroupIn(group, pattern)) ? ofGroup : []);
    return {
        kind: 'resource',
        verbs,
        groups: gained.groups.filter((group) => patterns.some(([pattern]) => isGroupIn(group, pattern))),
        resources: gained.resources.filter((own) => wanted.some((resource) => isResourceIn([own], resource))),
        names: gained.names,
    };
}
function meet(verbs, dangerous) {
    return verbs.includes('*') || dangerous.some((verb) => verbs.includes(verb));
}
/**
 * Whether the names restrict the danger: all requests it is about carry a name the API honours. A collection is
 * deleted without a name, and only subresources are created with one; where a rule states such a verb its names count for
 * nothing, while of all verbs (`*`) it allows those that carry a name.
 */
function isRestrictedByName(danger, permission) {
    const { names } = permission;
    if (names.some((name) => name === null || name === ''))
        return false;
    if (danger.names !== undefined || danger.podPrivileges !== undefined)
        return false;
    if (names.some((name) => danger.powerfulNames?.test(name ?? '') === true))
        return false;
    const verbs = danger.verbs?.filter((verb) => permission.verbs.includes(verb)) ?? [];
    const isSubresource = permission.resources.every((resource) => resource.includes('/'));
    return !verbs.includes('deletecollection') && (isSubresource || !verbs.includes('create'));
}


/***/ }),

/***/ 9348:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ RiskContext),
/* harmony export */   _: () => (/* binding */ gainerOf)
/* harmony export */ });
/* harmony import */ var _severity_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(5989);
/* harmony import */ var _model_coverage_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8377);
/* harmony import */ var _model_memoize_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(9863);
/* harmony import */ var _model_permission_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1345);
/* harmony import */ var _model_placement_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7424);
/* harmony import */ var _model_pod_constraints_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2765);
/* harmony import */ var _model_subject_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4963);
/* harmony import */ var _state_held_permissions_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7389);
/* harmony import */ var _state_rbac_state_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5961);
/* harmony import */ var _danger_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1103);










const none = [];
/** Takes the place of a namespace's name. */
const everyNamespace = '*';
const groupOfAccounts = 'system:serviceaccounts:';
/** What else is true after the change, for judging how bad a gain is. */
class RiskContext {
    #held;
    #state;
    #discovery;
    #permissions = (0,_model_memoize_js__WEBPACK_IMPORTED_MODULE_8__/* .memoize */ .B)((holdings) => {
        const permissions = holdings.flatMap(({ entries }) => entries.map(({ permission }) => permission));
        this.#work.charge(permissions.reduce((sum, permission) => sum + 1 + (0,_model_permission_index_js__WEBPACK_IMPORTED_MODULE_1__/* .size */ .E)(permission), 0));
        return permissions;
    });
    /** Namespaces with a ServiceAccount that holds something bad in every namespace, or in a controllers' namespace. */
    #strong;
    #work;
    #known = new Map();
    #allowedBy = (0,_model_memoize_js__WEBPACK_IMPORTED_MODULE_8__/* .memoize */ .B)((role) => {
        const permissions = this.#state.effectiveRules(role).flatMap(({ rule }) => rule.permissions);
        this.#work.charge(permissions.reduce((sum, permission) => sum + 1 + (0,_model_permission_index_js__WEBPACK_IMPORTED_MODULE_1__/* .size */ .E)(permission), 0));
        return permissions;
    });
    constructor(state, platform, work) {
        this.#work = work;
        this.#state = state;
        this.#discovery = givenToEveryone(platform);
        this.#held = new _state_held_permissions_js__WEBPACK_IMPORTED_MODULE_5__/* .HeldPermissions */ .s(state, work);
    }
    /** Of whoever would hold `role`, where nobody gains. */
    of(subject, placement, role) {
        if (subject === undefined && role !== undefined) {
            return { ...this.of(undefined, placement), holds: () => this.#allowedBy(role) };
        }
        const key = `${placement ?? ''} ${subject?.key ?? ''}`;
        const known = this.#known.get(key);
        if (known !== undefined)
            return known;
        const isOfEveryone = subject !== undefined && _model_subject_js__WEBPACK_IMPORTED_MODULE_4__/* .everyone */ .sz.has(subject.key);
        const conditions = {
            placement,
            gainer: gainerOf(subject),
            isForEveryone: (permission) => isOfEveryone && this.#isMoreThanUsual(permission),
            holds: () => (subject === undefined ? none : this.#permissions(this.#held.holdings(subject, placement))),
            isEscalationNamespace: (namespace) => (0,_danger_js__WEBPACK_IMPORTED_MODULE_7__/* .isControllerNamespace */ .Ix)(namespace) ||
                [namespace, everyNamespace].some((each) => this.#strongNamespaces().has(each)),
            podPrivileges: this.#state.podPrivileges,
        };
        this.#known.set(key, conditions);
        return conditions;
    }
    /** Judges a permission, and counts what that costs. */
    judge(permission, subject, placement, userFacing, role) {
        this.#work.charge((0,_danger_js__WEBPACK_IMPORTED_MODULE_7__/* .riskCost */ .Tw)(permission));
        return (0,_danger_js__WEBPACK_IMPORTED_MODULE_7__/* .judge */ .S4)(permission, this.of(subject, placement, role), userFacing);
    }
    /** The worst of permissions that are gained together, beyond what the subject is known to hold. */
    judgeTogether(permissions, subject, placement) {
        const alone = this.of(subject, placement);
        const conditions = { ...alone, holds: () => [...alone.holds(), ...permissions] };
        const risks = permissions
            .flatMap((permission) => (0,_model_placement_js__WEBPACK_IMPORTED_MODULE_2__/* .effectiveIn */ .P)(placement, permission))
            .map((permission) => {
            this.#work.charge((0,_danger_js__WEBPACK_IMPORTED_MODULE_7__/* .riskCost */ .Tw)(permission));
            return (0,_danger_js__WEBPACK_IMPORTED_MODULE_7__/* .judge */ .S4)(permission, conditions);
        });
        return risks.sort((a, b) => (0,_severity_js__WEBPACK_IMPORTED_MODULE_9__/* .compareSeverity */ .zK)(a.severity, b.severity))[0];
    }
    /** Whether a permission is more than what everyone has: discovery, and running pods under restricted constraints. */
    #isMoreThanUsual(permission) {
        const isUse = permission.kind === 'resource' && permission.verbs.every((verb) => verb === 'use');
        const isRestricted = isUse && constrainedPrivileges(permission, this.#state.podPrivileges) === 'restricted';
        return !isRestricted && (0,_model_coverage_js__WEBPACK_IMPORTED_MODULE_0__/* .uncovered */ .KY)(permission, this.#discovery, this.#work).length > 0;
    }
    #strongNamespaces() {
        // Bindings of one role share the list it resolves to.
        const everywhere = (0,_model_memoize_js__WEBPACK_IMPORTED_MODULE_8__/* .memoize */ .B)((roles) => this.#isStrong(roles, undefined));
        // A gain is as bad in one of these namespaces as in any other of them.
        const amongControllers = (0,_model_memoize_js__WEBPACK_IMPORTED_MODULE_8__/* .memoize */ .B)((roles) => this.#isStrong(roles, 'kube-system'));
        const isStrong = (binding) => {
            const roles = this.#state.resolve(binding);
            // Nothing bounds what a role allows that is not known.
            if ((0,_state_rbac_state_js__WEBPACK_IMPORTED_MODULE_6__/* .namesUnknownRole */ .z)(this.#state, binding))
                return true;
            return binding.namespace === undefined ? everywhere(roles) : amongControllers(roles);
        };
        this.#strong ??= new Set(this.#state.bindings.flatMap((binding) => {
            const { namespace, origin, subjects } = binding;
            if (origin !== 'repository' || !(namespace === undefined || (0,_danger_js__WEBPACK_IMPORTED_MODULE_7__/* .isControllerNamespace */ .Ix)(namespace)))
                return [];
            this.#work.charge(1 + subjects.length);
            const reached = subjects.flatMap(({ subject }) => accountsNamespace(subject) ?? []);
            const outside = reached.filter((each) => each !== namespace);
            return outside.length > 0 && isStrong(binding) ? outside : [];
        }));
        return this.#strong;
    }
    #isStrong(roles, placement) {
        const permissions = roles
            .flatMap((role) => this.#state.effectiveRules(role))
            .flatMap(({ rule }) => rule.permissions)
            .flatMap((permission) => (0,_model_placement_js__WEBPACK_IMPORTED_MODULE_2__/* .effectiveIn */ .P)(placement, permission));
        this.#work.charge(permissions.reduce((sum, permission) => sum + 1 + (0,_model_permission_index_js__WEBPACK_IMPORTED_MODULE_1__/* .size */ .E)(permission), 0));
        const conditions = {
            placement,
            isForEveryone: () => false,
            gainer: 'other',
            holds: () => permissions,
            isEscalationNamespace: () => true,
            podPrivileges: this.#state.podPrivileges,
        };
        return permissions.some((permission) => {
            this.#work.charge((0,_danger_js__WEBPACK_IMPORTED_MODULE_7__/* .riskCost */ .Tw)(permission));
            const { severity } = (0,_danger_js__WEBPACK_IMPORTED_MODULE_7__/* .judge */ .S4)(permission, conditions);
            return severity === 'critical' || severity === 'high';
        });
    }
}
/** The namespace whose ServiceAccounts, one or all of them, the subject is; `everyNamespace` for all there are. */
function accountsNamespace({ kind, name, namespace }) {
    if (kind !== 'Group')
        return namespace;
    if (name === 'system:serviceaccounts')
        return everyNamespace;
    return name.startsWith(groupOfAccounts) ? name.slice(groupOfAccounts.length) : undefined;
}
/** What the platform gives everyone itself, mostly to learn of itself and of the API. */
function givenToEveryone({ kubernetesVersion, openshift }) {
    const bare = (0,_state_rbac_state_js__WEBPACK_IMPORTED_MODULE_6__/* .rbacState */ .S)([], { kubernetesVersion, openshift, roles: [] });
    return bare.bindings
        .filter(({ kind, subjects }) => {
        return kind === 'ClusterRoleBinding' && subjects.some(({ subject }) => _model_subject_js__WEBPACK_IMPORTED_MODULE_4__/* .everyone */ .sz.has(subject.key));
    })
        .flatMap((binding) => bare.resolve(binding))
        .flatMap((role) => bare.effectiveRules(role))
        .flatMap(({ rule }) => rule.permissions);
}
/** Who gains, as far as it makes a difference to how bad it is. */
function gainerOf(subject) {
    if (subject?.kind === 'ServiceAccount')
        return 'account';
    if (subject?.kind !== 'User' && subject?.kind !== 'Group')
        return 'other';
    if (subject.name === 'system:unauthenticated' || subject.name === 'system:anonymous')
        return 'anonymous';
    return subject.name.startsWith('system:') ? 'other' : 'person';
}
/** The most that the named constraints on pods allow; undefined where the permission is about other things as well. */
function constrainedPrivileges({ groups, resources, names }, privileges) {
    const isAboutConstraints = groups.every((group) => group === 'security.openshift.io') &&
        resources.every((resource) => resource === 'securitycontextconstraints');
    if (!isAboutConstraints)
        return undefined;
    return names.map((name) => privileges('securitycontextconstraints', name)).reduce(_model_pod_constraints_js__WEBPACK_IMPORTED_MODULE_3__/* .morePrivileges */ .cf, 'restricted');
}


/***/ }),

/***/ 2253:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ userFacing)
/* harmony export */ });
/* harmony import */ var _state_default_rbac_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6791);

/**
 * The part of a user-facing role in a permission that is held through these roles, the bound one first. What a repository
 * adds to such a role is not what its name promises.
 */
function userFacing(chain, isByBinding) {
    const [role] = chain;
    if (role?.kind !== 'ClusterRole' || !(0,_state_default_rbac_js__WEBPACK_IMPORTED_MODULE_0__/* .isUserFacing */ .Qx)(role.name))
        return undefined;
    if (chain.at(-1)?.origin === 'default')
        return 'bound';
    return isByBinding ? undefined : 'added';
}


/***/ }),

/***/ 8377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fg: () => (/* binding */ uncoveredOf),
/* harmony export */   KY: () => (/* binding */ uncovered),
/* harmony export */   Ni: () => (/* binding */ hasEntry)
/* harmony export */ });
/* harmony import */ var _memoize_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9863);
/* harmony import */ var _permission_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9392);
/* harmony import */ var _step_budget_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8267);



/** Entry-by-rule comparisons, and parts of the answer, that one question may cost; beyond it everything asked about counts as not covered. */
const comparisonLimit = 1_000_000;
const factorCovers = {
    resource: [coversWord, coversWord, coversResource, coversName],
    url: [coversWord, coversUrl],
};
/**
 * The part of `head` that no single permission of `base` covers, as disjoint permissions; empty when all is covered.
 * An atom (verb, group, resource, name) or (verb, URL) must be covered by one permission alone
 * (k8s.io/component-helpers/auth/rbac/validation/policy_comparator.go). Works factor by factor: entries that the
 * same permissions cover are treated alike, the product is never enumerated.
 */
function uncovered(head, base, work = new _step_budget_js__WEBPACK_IMPORTED_MODULE_0__/* .StepBudget */ .g4()) {
    const owners = base.filter((owner) => owner.kind === head.kind).map(_permission_js__WEBPACK_IMPORTED_MODULE_1__/* .factorsOf */ .et);
    if (owners.length === 0)
        return [head];
    const search = {
        factors: (0,_permission_js__WEBPACK_IMPORTED_MODULE_1__/* .factorsOf */ .et)(head),
        kind: head.kind,
        covers: factorCovers[head.kind],
        owners,
        known: new Map(),
        left: comparisonLimit,
    };
    const parts = uncoveredFrom(search, 0, [...owners.keys()]);
    work.charge(10 + comparisonLimit - search.left);
    if (search.left < 0)
        return [head];
    return parts.map((factors) => (0,_permission_js__WEBPACK_IMPORTED_MODULE_1__/* .permissionOf */ .Fp)(head.kind, factors));
}
/** What `uncovered` says of several permissions, each part once. */
function uncoveredOf(heads, base, work = new _step_budget_js__WEBPACK_IMPORTED_MODULE_0__/* .StepBudget */ .g4()) {
    const parts = new Map();
    for (const head of heads)
        for (const part of uncovered(head, base, work))
            parts.set((0,_permission_js__WEBPACK_IMPORTED_MODULE_1__/* .permissionKey */ .$5)(part), part);
    return [...parts.values()];
}
/** The uncovered products of the factors from `depth` on, when only `candidates` cover the factors before. */
function uncoveredFrom(search, depth, candidates) {
    const factor = search.factors[depth];
    if (factor === undefined)
        return candidates.length > 0 ? [] : [[]];
    if (candidates.length === 0)
        return [search.factors.slice(depth)];
    const question = `${depth}:${candidates.length === search.owners.length ? 'all' : candidates.join()}`;
    const known = search.known.get(question);
    if (known !== undefined)
        return known;
    const parts = new Map();
    for (const { entries, owners } of alike(search, depth, factor, candidates)) {
        if (search.left < 0)
            return [];
        const rest = uncoveredFrom(search, depth + 1, owners);
        if (rest.length === 0)
            continue;
        const key = JSON.stringify(rest);
        const part = parts.get(key);
        if (part === undefined)
            parts.set(key, { entries: [...entries], rest });
        else
            for (const entry of entries)
                part.entries.push(entry);
    }
    const answer = [...parts.values()].flatMap(({ entries, rest }) => rest.map((factors) => [entries, ...factors]));
    search.left -= answer.length * (search.factors.length - depth);
    search.known.set(question, answer);
    return answer;
}
/** The entries of a factor, grouped by which candidates cover them. */
function alike(search, depth, factor, candidates) {
    const classes = new Map();
    const covers = search.covers[depth] ?? coversWord;
    search.left -=
        factor.length * candidates.length * (search.kind === 'url' && depth === 1 ? longest(search, candidates) : 1);
    if (search.left < 0)
        return [];
    for (const entry of factor) {
        const owners = candidates.filter((index) => covers(search.owners[index]?.[depth] ?? [], entry));
        const key = owners.length === candidates.length ? 'all' : owners.join();
        const found = classes.get(key);
        if (found === undefined)
            classes.set(key, { entries: [entry], owners });
        else
            found.entries.push(entry);
    }
    return classes.values();
}
/** Lengths of URL patterns to try, for the owner that has most. */
function longest({ owners }, candidates) {
    return candidates.reduce((most, index) => Math.max(most, stemsOf(owners[index]?.[1] ?? []).lengths.length), 1);
}
function coversWord(owner, entry) {
    return hasEntry(owner, '*') || hasEntry(owner, entry);
}
function coversResource(owner, entry) {
    if (coversWord(owner, entry))
        return true;
    const slash = entry?.indexOf('/') ?? -1;
    return slash >= 0 && hasEntry(owner, `*${entry?.slice(slash)}`);
}
function coversName(owner, entry) {
    return hasEntry(owner, null) || hasEntry(owner, entry);
}
function coversUrl(owner, entry) {
    if (hasEntry(owner, entry))
        return true;
    const url = entry ?? '';
    const { lengths, stems } = stemsOf(owner);
    return lengths.some((length) => length <= url.length && stems.has(url.slice(0, length)));
}
/** What comes before the asterisk at the end of each pattern, and how long that can be. */
const stemsOf = (0,_memoize_js__WEBPACK_IMPORTED_MODULE_2__/* .memoize */ .B)((patterns) => {
    const stems = patterns.flatMap((pattern) => (pattern?.endsWith('*') ? withoutAsterisks(pattern) : []));
    return { stems: new Set(stems), lengths: [...new Set(stems.map(({ length }) => length))] };
});
function withoutAsterisks(pattern) {
    let end = pattern.length;
    while (pattern[end - 1] === '*')
        end--;
    return pattern.slice(0, end);
}
/** Whether the factor has the entry itself. */
function hasEntry(factor, entry) {
    if (factor.length < 8)
        return factor.includes(entry);
    return setOf(factor).has(entry);
}
const setOf = (0,_memoize_js__WEBPACK_IMPORTED_MODULE_2__/* .memoize */ .B)((factor) => new Set(factor));


/***/ }),

/***/ 1345:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ size),
/* harmony export */   w: () => (/* binding */ PermissionIndex)
/* harmony export */ });
/* harmony import */ var _groups_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1782);
/* harmony import */ var _coverage_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8377);


/** Finds, among many permissions, those that could cover a part of one: they share an entry of each factor with it. */
class PermissionIndex {
    #byVerb = new Map();
    /** URL permissions have the empty text as key, here and by resource. */
    #byGroup = new Map();
    #byResource = new Map();
    #byName = new Map();
    #work;
    constructor(items, work) {
        this.#work = work;
        for (const item of items) {
            work.charge(size(item.permission));
            for (const verb of item.permission.verbs)
                (0,_groups_js__WEBPACK_IMPORTED_MODULE_1__/* .addTo */ .D)(this.#byVerb, verb, item);
            for (const group of groupsOf(item.permission))
                (0,_groups_js__WEBPACK_IMPORTED_MODULE_1__/* .addTo */ .D)(this.#byGroup, group, item);
            for (const resource of resourcesOf(item.permission))
                (0,_groups_js__WEBPACK_IMPORTED_MODULE_1__/* .addTo */ .D)(this.#byResource, resource, item);
            for (const name of namesOf(item.permission))
                (0,_groups_js__WEBPACK_IMPORTED_MODULE_1__/* .addTo */ .D)(this.#byName, name, item);
        }
    }
    /** The part of the permission that no single item covers. */
    missing(permission, work) {
        const owners = this.candidates(permission).map((item) => item.permission);
        return (0,_coverage_js__WEBPACK_IMPORTED_MODULE_0__/* .uncovered */ .KY)(permission, owners, work);
    }
    /** The items that could cover a part of the permission, each once. */
    candidates(permission) {
        const verbs = new Set(['*', ...permission.verbs]);
        const groups = new Set(['*', ...groupsOf(permission)]);
        const resources = coveringResources(permission);
        const names = new Set([null, ...namesOf(permission)]);
        const lists = [
            listsOf(this.#byVerb, verbs),
            listsOf(this.#byGroup, groups),
            listsOf(this.#byResource, resources),
            listsOf(this.#byName, names),
        ];
        const [rarest = []] = lists.sort((a, b) => count(a) - count(b));
        this.#work.charge(20 + 4 * count(rarest) + (size(permission) >> 3));
        return [...new Set(rarest.flat())].filter((item) => item.permission.verbs.some((verb) => verbs.has(verb)) &&
            groupsOf(item.permission).some((group) => groups.has(group)) &&
            resourcesOf(item.permission).some((resource) => resources.has(resource)));
    }
}
/** Entries of all factors. */
function size(permission) {
    if (permission.kind === 'url')
        return permission.verbs.length + permission.urls.length;
    const { verbs, groups, resources, names } = permission;
    return verbs.length + groups.length + resources.length + names.length;
}
function groupsOf(permission) {
    return permission.kind === 'url' ? [''] : permission.groups;
}
function resourcesOf(permission) {
    return permission.kind === 'url' ? [''] : permission.resources;
}
function namesOf(permission) {
    return permission.kind === 'url' ? [null] : permission.names;
}
/** The resource entries that could cover one of the permission's. */
function coveringResources(permission) {
    if (permission.kind === 'url')
        return new Set(['']);
    const keys = new Set(['*', ...permission.resources]);
    for (const resource of permission.resources) {
        const slash = resource.indexOf('/');
        if (slash >= 0)
            keys.add(`*${resource.slice(slash)}`);
    }
    return keys;
}
function listsOf(index, keys) {
    return [...keys].map((key) => index.get(key) ?? []);
}
function count(items) {
    return items.reduce((sum, list) => sum + list.length, 0);
}


/***/ }),

/***/ 8267:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AF: () => (/* binding */ StepLimitError),
/* harmony export */   JS: () => (/* binding */ mostSteps),
/* harmony export */   g4: () => (/* binding */ StepBudget)
/* harmony export */ });
/**
 * Steps that judging one scope may cost, by its objects on both sides. A step is about one comparison of two entries;
 * ten million of them take a second or two. Repositories in which every object changes need about 500 an object.
 */
function mostSteps(objects) {
    return 10_000_000 + 600 * objects;
}
/** Judging would take more steps than allowed. */
class StepLimitError extends Error {
    constructor(most) {
        super(`more than ${most} steps`);
    }
}
/** Counts the steps of a judgement, so that it ends, and ends alike on every machine, whatever it is asked. */
class StepBudget {
    most;
    #done = 0;
    constructor(most = Number.POSITIVE_INFINITY) {
        this.most = most;
    }
    get done() {
        return this.#done;
    }
    /** Counts steps that are about to be taken. Throws StepLimitError where they are more than is left. */
    charge(steps) {
        this.#done += steps;
        if (this.#done > this.most)
            throw new StepLimitError(this.most);
    }
}


/***/ }),

/***/ 8915:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LQ: () => (/* binding */ accountKey),
/* harmony export */   Vr: () => (/* binding */ heldBy),
/* harmony export */   Z6: () => (/* binding */ subjectsOf),
/* harmony export */   bq: () => (/* binding */ unreadBinders)
/* harmony export */ });
/* harmony import */ var _groups_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1782);
/* harmony import */ var _kube_candidate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9405);
/* harmony import */ var _model_memoize_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9863);
/* harmony import */ var _model_placement_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7424);
/* harmony import */ var _model_subject_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4963);
/* harmony import */ var _state_rbac_state_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5961);






/** Equal for accounts that hold the same. */
function accountKey({ name, namespace, file }) {
    return isOpen(namespace) ? `${namespace}/${name} ${file}` : `${namespace}/${name}`;
}
/** The groups of every ServiceAccount: what they are given, any pod can do anyway. */
const ofEveryAccount = new Set(['Group:system:serviceaccounts', 'Group:system:authenticated']);
/** What an account holds on one side, as one of these subjects or through the group of its namespace. */
function heldBy(state, subjects) {
    const held = [];
    const unknown = [];
    const seen = new Set();
    for (const subject of subjects) {
        for (const key of state.identitiesOf(subject)) {
            if (ofEveryAccount.has(key))
                continue;
            for (const binding of state.bindingsNaming(key)) {
                if (seen.has(binding))
                    continue;
                seen.add(binding);
                if (isUnknown(state, binding))
                    unknown.push(binding);
                for (const each of granted(state, binding))
                    held.push({ ...each, subject });
            }
        }
    }
    return { held, unknown };
}
/** Whether nothing is known of the role, or no more than another environment says. */
function isUnknown(state, binding) {
    return (0,_state_rbac_state_js__WEBPACK_IMPORTED_MODULE_3__/* .namesUnknownRole */ .z)(state, binding) || (state.resolve(binding).length > 0 && state.isFar(binding));
}
function granted(state, binding) {
    return state
        .resolve(binding)
        .flatMap((role) => state.effectiveRules(role))
        .flatMap(({ rule, chain }) => rule.permissions
        .flatMap((permission) => (0,_model_placement_js__WEBPACK_IMPORTED_MODULE_1__/* .effectiveIn */ .P)(binding.namespace, permission))
        .map((permission) => ({ permission, placement: binding.namespace, binding, chain })));
}
/**
 * The subjects of bindings that may be the account. Where the account or the subject states no namespace, its name decides: that of the
 * nearest bindings, and that of an account that every cluster has.
 */
function subjectsOf(state, account) {
    const { name, namespace, file } = account;
    const own = (0,_model_subject_js__WEBPACK_IMPORTED_MODULE_2__/* .subjectOf */ .et)('ServiceAccount', name, namespace);
    // No name says less.
    if (name === 'default')
        return [own];
    const alike = (namedAccounts(state).get(name) ?? []).filter(({ subject }) => subject.key !== own.key && (isOpen(namespace) || isOpen(subject.namespace ?? '')));
    const isBuiltIn = ({ binding }) => binding.origin === 'default';
    const written = alike.filter((each) => !isBuiltIn(each));
    const hasOwn = state.bindingsNaming(own.key).length > 0;
    const nearness = written.map(({ binding }) => sharedFolders(binding.resource?.file ?? '', file));
    const most = Math.max(0, ...nearness);
    const nearest = hasOwn ? [] : written.filter((_, index) => nearness[index] === most);
    return [own, ...new Set([...nearest, ...alike.filter(isBuiltIn)].map(({ subject }) => subject))];
}
/** ServiceAccounts that bindings name, by their names alone. */
const namedAccounts = (0,_model_memoize_js__WEBPACK_IMPORTED_MODULE_4__/* .memoize */ .B)(({ bindings }) => {
    const named = new Map();
    for (const binding of bindings) {
        for (const { subject } of binding.subjects) {
            if (subject.kind === 'ServiceAccount')
                (0,_groups_js__WEBPACK_IMPORTED_MODULE_5__/* .addTo */ .D)(named, subject.name, { subject, binding });
        }
    }
    return named;
});
function sharedFolders(one, other) {
    const [left, right] = [one, other].map((file) => file.split('/').slice(0, -1));
    const differing = left.findIndex((folder, index) => folder !== right[index]);
    return differing < 0 ? left.length : differing;
}
function isOpen(namespace) {
    return namespace.startsWith(_model_subject_js__WEBPACK_IMPORTED_MODULE_2__/* .unknownNamespacePrefix */ .$b);
}
/** The files of a scope that could not be read and may bind the account: those that name it, and those of which nothing was read. */
function unreadBinders({ unreadFiles }, { name }) {
    return [...(unreadFiles ?? [])].flatMap(([file, bytes]) => bytes === undefined || mayBind(bytes, name) ? [file] : []);
}
function mayBind(bytes, name) {
    return bytes.includes(name) || bytes.includes('system:serviceaccounts:') || (0,_kube_candidate_js__WEBPACK_IMPORTED_MODULE_0__/* .mayHideWords */ .V$)(bytes);
}


/***/ }),

/***/ 4607:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  f: () => (/* binding */ readRbac)
});

// EXTERNAL MODULE: ./build/plain-values.js
var plain_values = __webpack_require__(8419);
// EXTERNAL MODULE: ./build/rbac/model/label-selector.js
var label_selector = __webpack_require__(8163);
// EXTERNAL MODULE: ./build/rbac/model/memoize.js
var memoize = __webpack_require__(9863);
// EXTERNAL MODULE: ./build/rbac/model/rbac-object.js
var rbac_object = __webpack_require__(4499);
// EXTERNAL MODULE: ./build/rbac/model/rbac-objects.js
var rbac_objects = __webpack_require__(7974);
// EXTERNAL MODULE: ./build/rbac/model/subject.js
var model_subject = __webpack_require__(4963);
// EXTERNAL MODULE: ./build/rbac/read/complete-fragments.js
var complete_fragments = __webpack_require__(987);
// EXTERNAL MODULE: ./build/groups.js
var groups = __webpack_require__(1782);
;// CONCATENATED MODULE: ./build/rbac/products/grant.js

/** A role as an object of another product states it. Its name begins with the product's kind: no ClusterRole has a slash. */
function productRole(resource, name, rules, more = {}) {
    return {
        kind: 'ClusterRole',
        name,
        namespace: undefined,
        origin: 'repository',
        labels: {},
        selectors: undefined,
        rules: rules.map(({ path, value }) => (0,rbac_object/* ruleAt */.mH)(path, value)),
        resource,
        reconciled: true,
        ...more,
    };
}
/** A binding as an object of another product states it. */
function productBinding(resource, { namespace, ...grant }) {
    return {
        ...grant,
        kind: namespace === undefined ? 'ClusterRoleBinding' : 'RoleBinding',
        namespace,
        origin: 'repository',
        resource,
    };
}

;// CONCATENATED MODULE: ./build/rbac/products/argocd-rbac.js





const group = 'argoproj.io';
/** Whoever may do anything in Argo CD deploys with its permissions. */
const anything = { verbs: ['*'], apiGroups: [group], resources: ['*'] };
/**
 * Who may do what in Argo CD: the ConfigMap `argocd-rbac-cm` (`policy.default`, `policy.csv` and its overlays
 * `policy.*.csv`) and `argocd-cm` (anonymous access), `spec.rbac` of the operator's ArgoCD object, the roles of an AppProject,
 * and the same keys among a chart's values. An Argo CD role is a role on the resources of argoproj.io.
 */
function readArgocdRbac(resource) {
    return grants(resource, fieldsOf(resource));
}
const anonymousKey = 'users.anonymous.enabled';
/** Whether a mapping has Argo CD's keys. */
function statesArgocdRbac(value) {
    return Object.keys(value).some((key) => key === 'policy.default' || key === anonymousKey || isPolicyKey(key));
}
/** The grants of a mapping that has Argo CD's keys, somewhere in an object. */
function argocdKeys(resource, path, value) {
    return grants(resource, byKeys(path, value));
}
function fieldsOf(resource) {
    const { data, spec } = resource.value;
    if (resource.kind === 'AppProject') {
        return {
            policy: projectPolicies(resource.name, (0,plain_values/* mapping */.pq)(spec)),
            standard: undefined,
            open: withoutFence((0,plain_values/* mapping */.pq)(spec)),
        };
    }
    if (resource.kind !== 'ArgoCD')
        return byKeys(['data'], (0,plain_values/* isMapping */.pi)(data) ? data : {});
    const rbac = (0,plain_values/* isMapping */.pi)(spec) && (0,plain_values/* isMapping */.pi)(spec.rbac) ? spec.rbac : {};
    const policy = (0,plain_values/* text */.Qq)(rbac.policy);
    const standard = (0,plain_values/* text */.Qq)(rbac.defaultPolicy);
    return {
        policy: policy === undefined ? [] : [{ path: ['spec', 'rbac', 'policy'], text: policy }],
        standard: standard === undefined ? undefined : { path: ['spec', 'rbac', 'defaultPolicy'], role: standard },
        open: anonymousAt(['spec', 'usersAnonymousEnabled'], (0,plain_values/* mapping */.pq)(spec).usersAnonymousEnabled),
    };
}
/** The roles of a project have policies and groups of the same grammar; whoever has one of their tokens is one of them. */
function projectPolicies(project, spec) {
    return (0,plain_values/* list */.p_)(spec.roles).flatMap((each, index) => {
        const role = (0,plain_values/* mapping */.pq)(each);
        const path = ['spec', 'roles', index];
        const written = (field) => (0,plain_values/* list */.p_)(role[field]).map((item, at) => ({ path: [...path, field, at], text: (0,plain_values/* text */.Qq)(item) ?? '' }));
        const groups = written('groups').map((item) => ({
            ...item,
            text: `g, ${item.text}, proj:${project}:${(0,plain_values/* text */.Qq)(role.name) ?? ''}`,
        }));
        return [...written('policies'), ...groups];
    });
}
function anonymousAt(path, value) {
    if (value !== true && (0,plain_values/* text */.Qq)(value) !== 'true')
        return [];
    return [
        {
            what: 'lets everyone into Argo CD without a login, with its default role',
            code: ['anonymous'],
            severity: 'high',
            fix: 'Leave anonymous access off; who has no account may have one for reading.',
            path,
        },
    ];
}
const named = 'Name the repositories, destinations and kinds that the project’s applications need.';
/** Where a project no longer says what its applications may deploy, from where, and to where. */
function withoutFence(spec) {
    const everything = (item, ...fields) => fields.every((field) => (0,plain_values/* text */.Qq)((0,plain_values/* mapping */.pq)(item)[field]) === '*');
    const found = (field, isOpen, what) => (0,plain_values/* list */.p_)(spec[field]).flatMap((item, index) => isOpen(item)
        ? [{ what, code: ['project', field], severity: 'medium', fix: named, path: ['spec', field, index] }]
        : []);
    return [
        ...found('sourceRepos', (item) => item === '*', 'lets its applications come from every repository'),
        ...found('destinations', (item) => everything(item, 'namespace') && (everything(item, 'server') || everything(item, 'name')), 'lets its applications deploy into every namespace of every cluster'),
        ...found('clusterResourceWhitelist', (item) => everything(item, 'group', 'kind'), 'lets its applications deploy every kind of object of the whole cluster'),
    ];
}
function byKeys(path, value) {
    const standard = (0,plain_values/* text */.Qq)(value['policy.default']);
    return {
        policy: Object.entries(value).flatMap(([key, written]) => isPolicyKey(key) && typeof written === 'string' ? [{ path: [...path, key], text: written }] : []),
        standard: standard === undefined ? undefined : { path: [...path, 'policy.default'], role: standard.trim() },
        open: anonymousAt([...path, anonymousKey], value[anonymousKey]),
    };
}
function isPolicyKey(key) {
    return key.startsWith('policy.') && key.endsWith('.csv');
}
function grants(resource, { policy, standard, open = [] }) {
    const rules = new Map();
    const bindings = [];
    for (const { path, text: lines } of policy) {
        for (const line of lines.split('\n').slice(0, mostLines)) {
            const [type, subject = '', ...rest] = line.split(',').map((part) => part.trim());
            if (type === 'p' && rest[3] !== 'deny')
                (0,groups/* addTo */.D)(rules, subject, { path, value: ruleOf(rest) });
            if (type === 'g')
                bindings.push(bind(resource, path, (0,model_subject/* subjectOf */.et)('Group', `${subject} of Argo CD`), rest[0] ?? ''));
        }
    }
    for (const [name, own] of rules) {
        // Policies may name a group itself, without a role between.
        const path = own[0]?.path ?? [];
        if (!name.startsWith('role:'))
            bindings.push(bind(resource, path, (0,model_subject/* subjectOf */.et)('Group', `${name} of Argo CD`), name));
    }
    if (standard !== undefined) {
        bindings.push(bind(resource, standard.path, (0,model_subject/* subjectOf */.et)('Group', 'everyone of Argo CD'), standard.role));
    }
    const roles = [...rules].map(([name, own]) => productRole(resource, roleName(name), own));
    const unjudged = open.map((each) => ({ ...each, resource }));
    return { ...rbac_objects/* noObjects */.IG, roles: [...roles, ...builtin(resource, bindings)], bindings, unjudged };
}
/** Lines of one policy that are read. */
const mostLines = 10_000;
/** `p, role, resource, action, object, effect`. What no rule of RBAC can say (clusters, repositories) is a resource of that name. */
function ruleOf([resource = '', action = '']) {
    const verb = action.split('/')[0] ?? '';
    return { verbs: [verb === 'sync' ? 'update' : verb], apiGroups: [group], resources: [resource] };
}
function bind(resource, path, subject, role) {
    return productBinding(resource, {
        name: `${resource.name}/${subject.name}`,
        role: { kind: 'ClusterRole', name: roleName(role) },
        rolePath: path,
        subjects: [{ subject, path }],
    });
}
/** Argo CD's own roles (assets/builtin-policy.csv): to do everything, and to read everything. */
function builtin(resource, bindings) {
    const bound = new Set(bindings.map(({ role }) => role.name));
    const known = { 'role:admin': anything, 'role:readonly': { ...anything, verbs: ['get'] } };
    return Object.entries(known).flatMap(([name, value]) => bound.has(roleName(name))
        ? [{ ...productRole(resource, roleName(name), [{ path: [], value }]), origin: 'default', resource: undefined }]
        : []);
}
function roleName(name) {
    return `Argo CD/${name}`;
}

;// CONCATENATED MODULE: ./build/rbac/products/capsule.js




const capsuleGroup = 'capsule.clastix.io';
/** What owners have in the namespaces of their tenant where nothing else is written. */
const standard = ['admin'];
/** The bindings that Capsule makes of a Tenant in each of its namespaces, which are not known (capsule.clastix.io, api/v1beta2). */
function readTenant(resource, readSubject) {
    const spec = (0,plain_values/* mapping */.pq)(resource.value.spec);
    const namespace = `${model_subject/* selectedNamespacesPrefix */.mG}${resource.name}`;
    const bind = (role, rolePath, subjects) => productBinding(resource, {
        name: `${resource.name}/${role}`,
        namespace,
        role: { kind: 'ClusterRole', name: role },
        rolePath,
        subjects,
    });
    const owners = (0,plain_values/* list */.p_)(spec.owners).flatMap((each, index) => {
        const [owner, path] = [(0,plain_values/* mapping */.pq)(each), ['spec', 'owners', index]];
        const subjects = readSubject(account(owner), path, namespace);
        const stated = (0,plain_values/* list */.p_)(owner.clusterRoles).flatMap((role) => (0,plain_values/* text */.Qq)(role) ?? []);
        return (stated.length > 0 ? stated : standard).map((role) => bind(role, path, subjects));
    });
    const additional = (0,plain_values/* list */.p_)(spec.additionalRoleBindings).map((each, index) => {
        const path = ['spec', 'additionalRoleBindings', index];
        const subjects = (0,plain_values/* list */.p_)((0,plain_values/* mapping */.pq)(each).subjects).flatMap((subject, at) => readSubject((0,plain_values/* mapping */.pq)(subject), [...path, 'subjects', at], namespace));
        return bind((0,plain_values/* text */.Qq)((0,plain_values/* mapping */.pq)(each).clusterRoleName) ?? '', [...path, 'clusterRoleName'], subjects);
    });
    return { ...rbac_objects/* noObjects */.IG, bindings: [...owners, ...additional] };
}
/** An owner that is a ServiceAccount is written with its whole user name. */
function account(owner) {
    const [, namespace, name] = /^system:serviceaccount:([^:]+):([^:]+)$/.exec((0,plain_values/* text */.Qq)(owner.name) ?? '') ?? [];
    return owner.kind === 'ServiceAccount' && name !== undefined ? { kind: owner.kind, name, namespace } : owner;
}

;// CONCATENATED MODULE: ./build/rbac/products/eks-access.js




/** The ClusterRoles that Amazon's access policies equal (EKS user guide, "Review access policy permissions"). */
const policies = {
    AmazonEKSClusterAdminPolicy: 'cluster-admin',
    AmazonEKSAdminPolicy: 'admin',
    AmazonEKSEditPolicy: 'edit',
    AmazonEKSViewPolicy: 'view',
};
/** AmazonEKSAdminViewPolicy reads everything, Secrets as well. */
const reader = { verbs: ['get', 'list', 'watch'], apiGroups: ['*'], resources: ['*'] };
/**
 * Who an IAM identity is in an EKS cluster: AccessEntry and AccessPolicyAssociation as the AWS controllers for Kubernetes
 * (eks.services.k8s.aws) and Crossplane's providers (eks.aws.upbound.io, eks.aws.crossplane.io) write them.
 */
function readEksAccess(resource) {
    const spec = (0,plain_values/* mapping */.pq)(resource.value.spec);
    const isCrossplane = (0,plain_values/* isMapping */.pi)(spec.forProvider);
    const fields = isCrossplane ? (0,plain_values/* mapping */.pq)(spec.forProvider) : spec;
    const path = isCrossplane ? ['spec', 'forProvider'] : ['spec'];
    const principal = (0,plain_values/* text */.Qq)(fields.principalARN) ?? (0,plain_values/* text */.Qq)(fields.principalArn) ?? `the principal of ${resource.name}`;
    const member = (0,model_subject/* subjectOf */.et)('User', principal);
    const attached = (0,plain_values/* isMapping */.pi)(fields.accessPolicies) ? [] : (0,plain_values/* list */.p_)(fields.accessPolicies);
    const grants = attached.map((item, index) => policyGrant(resource, [...path, 'accessPolicies', index], (0,plain_values/* mapping */.pq)(item), member));
    const policyArn = (0,plain_values/* text */.Qq)(fields.policyArn) ?? (0,plain_values/* text */.Qq)(fields.policyARN);
    if (policyArn !== undefined)
        grants.push(policyGrant(resource, path, fields, member));
    return {
        ...rbac_objects/* noObjects */.IG,
        roles: grants.flatMap(({ roles }) => roles),
        bindings: grants.flatMap(({ bindings }) => bindings),
        memberships: identities(resource, path, fields, member),
    };
}
function identities(resource, path, fields, member) {
    const memberships = (0,plain_values/* list */.p_)(fields.kubernetesGroups).flatMap((name, index) => {
        const group = (0,plain_values/* text */.Qq)(name);
        const at = [...path, 'kubernetesGroups', index];
        return group === undefined ? [] : [{ member, of: (0,model_subject/* subjectOf */.et)('Group', group), resource, path: at }];
    });
    for (const field of ['username', 'userName']) {
        const name = (0,plain_values/* text */.Qq)(fields[field]);
        if (name === undefined || name.includes('{{'))
            continue;
        memberships.push({ member, of: (0,model_subject/* subjectOf */.et)('User', name), resource, path: [...path, field] });
    }
    return memberships;
}
/** What one access policy gives the principal, in the namespaces it is scoped to. */
function policyGrant(resource, path, fields, member) {
    const field = fields.policyArn === undefined ? 'policyARN' : 'policyArn';
    const arn = (0,plain_values/* text */.Qq)(fields[field]) ?? '';
    const policy = arn.slice(arn.lastIndexOf('/') + 1);
    const own = `AccessPolicy/${policy}`;
    const known = Object.hasOwn(policies, policy) ? policies[policy] : undefined;
    const role = { kind: 'ClusterRole', name: known ?? own };
    const rolePath = [...path, field];
    const roles = policy === 'AmazonEKSAdminViewPolicy' ? [productRole(resource, own, [{ path: rolePath, value: reader }])] : [];
    const subjects = [{ subject: member, path: rolePath }];
    const bindings = namespaces(fields.accessScope).map((namespace) => productBinding(resource, { name: `${resource.name}/${policy}`, namespace, role, rolePath, subjects }));
    return { roles, bindings };
}
/** The namespaces of a scope; one undefined for the whole cluster, also where the scope cannot be read. */
function namespaces(scope) {
    // Crossplane writes blocks as lists of one.
    const { type, namespaces: names } = (0,plain_values/* mapping */.pq)(Array.isArray(scope) ? scope[0] : scope);
    const stated = (0,plain_values/* list */.p_)(names).flatMap((name) => (0,plain_values/* text */.Qq)(name) ?? []);
    return type === 'namespace' && stated.length > 0 ? stated : [undefined];
}

// EXTERNAL MODULE: ./build/clipped.js
var clipped = __webpack_require__(9879);
// EXTERNAL MODULE: ./build/yaml/parse-yaml.js + 9 modules
var parse_yaml = __webpack_require__(3966);
;// CONCATENATED MODULE: ./build/rbac/products/part-of.js

/** An object that another one makes, as a resource whose places are those of the maker's part at `path`. */
function partOf(maker, path, value) {
    const slash = value.apiVersion.indexOf('/');
    const metadata = (0,plain_values/* mapping */.pq)(value.metadata);
    return {
        apiVersion: value.apiVersion,
        group: slash < 0 ? '' : value.apiVersion.slice(0, slash),
        version: value.apiVersion.slice(slash + 1),
        kind: value.kind,
        namespace: (0,plain_values/* text */.Qq)(metadata.namespace),
        name: (0,plain_values/* text */.Qq)(metadata.name) ?? '',
        file: maker.file,
        value,
        document: maker.document,
        path: [...maker.path, ...path],
        isEmbedded: true,
        at: (inner) => maker.at([...path, ...inner]),
        valueAt: (inner) => maker.valueAt([...path, ...inner]),
        styleAt: (inner) => maker.styleAt([...path, ...inner]),
    };
}
/** The resource, with places inside the text of one of its fields: those of the file where that text is a literal block. */
function insideText(resource, field, inner) {
    if (resource.styleAt(field) !== 'literal')
        return Object.assign(Object.create(resource), fixedAt(resource, field));
    const start = resource.valueAt(field);
    const placed = ({ line, column }) => ({
        file: resource.file,
        line: start.line + line - 1,
        column: start.column + column - 1,
    });
    const isOutside = (path) => path.length <= field.length;
    return Object.assign(Object.create(resource), {
        at: (path) => (isOutside(path) ? resource.at(path) : placed(inner.at(path.slice(field.length)))),
        valueAt: (path) => isOutside(path) ? resource.valueAt(path) : placed(inner.valueAt(path.slice(field.length))),
        styleAt: (path) => (isOutside(path) ? resource.styleAt(path) : inner.styleAt(path.slice(field.length))),
    });
}
/** Where text has no lines of its own in the file, all of it is where the field is. */
function fixedAt(resource, field) {
    const outer = (path) => (path.length <= field.length ? path : field);
    return {
        at: (path) => resource.at(outer(path)),
        valueAt: (path) => resource.valueAt(outer(path)),
        styleAt: (path) => (path.length <= field.length ? resource.styleAt(path) : undefined),
    };
}

;// CONCATENATED MODULE: ./build/rbac/products/iam-mapping.js






const limits = { bytes: 1_000_000, documents: 10, depth: 20, aliases: 100, expandedNodes: 100_000 };
/**
 * The ConfigMap `aws-auth` of EKS: which IAM roles and users act as which Kubernetes user, in which groups
 * (sigs.k8s.io/aws-iam-authenticator, pkg/mapper/configmap).
 */
function readAwsAuth(resource) {
    const data = (0,plain_values/* mapping */.pq)(resource.value.data);
    const parts = ['mapRoles', 'mapUsers'].map((field) => mappedText(resource, ['data', field], data[field]));
    return join([...parts, mappedAccounts(resource, ['data', 'mapAccounts'], data.mapAccounts)]);
}
/** An IAMIdentityMapping (iamauthenticator.k8s.aws): one IAM role or user. */
function readIamIdentityMapping(resource) {
    return mappedItem(resource, ['spec'], resource.value.spec);
}
/** Lists of such mappings in the objects that make clusters: eksctl's ClusterConfig, the Cluster API's control planes. */
function readClusterMappings(resource) {
    const { iamIdentityMappings } = resource.value;
    const { mapRoles, mapUsers } = (0,plain_values/* mapping */.pq)((0,plain_values/* mapping */.pq)(resource.value.spec).iamAuthenticatorConfig);
    const path = ['spec', 'iamAuthenticatorConfig'];
    return join([
        mappedList(resource, ['iamIdentityMappings'], iamIdentityMappings),
        mappedList(resource, [...path, 'mapRoles'], mapRoles),
        mappedList(resource, [...path, 'mapUsers'], mapUsers),
    ]);
}
function mappedText(resource, path, value) {
    if (value === undefined || value === null || value === '')
        return rbac_objects/* noObjects */.IG;
    const parsed = typeof value === 'string' ? (0,parse_yaml/* parseYaml */.h)(Buffer.from(value), limits) : undefined;
    const items = parsed?.documents[0]?.value;
    if (parsed === undefined || parsed.unreadable.length > 0 || !Array.isArray(items)) {
        return items === null ? rbac_objects/* noObjects */.IG : { ...rbac_objects/* noObjects */.IG, unjudged: [unread(resource, path)] };
    }
    const [document] = parsed.documents;
    return mappedList(document === undefined ? resource : insideText(resource, path, document), path, items);
}
function mappedAccounts(resource, path, value) {
    const accounts = typeof value === 'string' ? (0,parse_yaml/* parseYaml */.h)(Buffer.from(value), limits).documents[0]?.value : undefined;
    const unjudged = (0,plain_values/* list */.p_)(accounts).map((account) => ({
        what: `lets every IAM user and role of account ${(0,clipped/* clipped */.c)(String(account), 40)} in, under its own name`,
        code: ['account', String(account)],
        severity: 'medium',
        resource,
        path,
    }));
    return { ...rbac_objects/* noObjects */.IG, unjudged };
}
function mappedList(resource, path, items) {
    return join((0,plain_values/* list */.p_)(items).map((item, index) => mappedItem(resource, [...path, index], item)));
}
function mappedItem(resource, path, item) {
    if (!(0,plain_values/* isMapping */.pi)(item))
        return rbac_objects/* noObjects */.IG;
    const arn = (0,plain_values/* text */.Qq)(item.rolearn) ?? (0,plain_values/* text */.Qq)(item.userarn) ?? (0,plain_values/* text */.Qq)(item.arn) ?? (0,plain_values/* text */.Qq)(item.rolearnlike);
    const account = (0,plain_values/* text */.Qq)(item.account);
    if (arn === undefined)
        return account === undefined ? rbac_objects/* noObjects */.IG : mappedAccount(resource, path, account);
    const member = (0,model_subject/* subjectOf */.et)('User', arn);
    const memberships = (0,plain_values/* list */.p_)(item.groups).flatMap((name, index) => {
        const group = (0,plain_values/* text */.Qq)(name);
        return group === undefined
            ? []
            : [{ member, of: (0,model_subject/* subjectOf */.et)('Group', group), resource, path: [...path, 'groups', index] }];
    });
    const username = (0,plain_values/* text */.Qq)(item.username);
    if (username !== undefined && username !== arn && !username.includes('{{')) {
        memberships.push({ member, of: (0,model_subject/* subjectOf */.et)('User', username), resource, path: [...path, 'username'] });
    }
    return { ...rbac_objects/* noObjects */.IG, memberships, unjudged: freeName(resource, path, item) };
}
function mappedAccount(resource, path, account) {
    return mappedAccounts(resource, path, `[${JSON.stringify(account)}]`);
}
/** Whoever assumes a role names the session: a name made of nothing else can be anybody's. */
function freeName(resource, path, { username }) {
    const name = (0,plain_values/* text */.Qq)(username);
    if (name === undefined || !/^\{\{\s{0,20}SessionName(?:Raw)?\s{0,20}\}\}$/.test(name))
        return [];
    const what = 'lets whoever assumes an IAM role choose the Kubernetes user they act as (username {{SessionName}})';
    return [{ what, code: ['free name', name], severity: 'high', resource, path: [...path, 'username'] }];
}
function unread(resource, path) {
    return {
        what: `maps IAM identities to Kubernetes users and groups in a ${String(path.at(-1))} that could not be read`,
        code: ['unread mapping', String(path.at(-1))],
        severity: 'high',
        resource,
        path,
    };
}
function join(parts) {
    return {
        ...rbac_objects/* noObjects */.IG,
        memberships: parts.flatMap(({ memberships }) => memberships),
        unjudged: parts.flatMap(({ unjudged }) => unjudged),
    };
}

;// CONCATENATED MODULE: ./build/rbac/products/kyverno.js




const rbacKind = /(?:^|\/)(?:Cluster)?Role(?:Binding)?(?:\/|$)/;
const anyKind = /^(?:\*\/)*\*$/;
/** What of a role or binding decides who may do what. */
const decisive = /rules|subjects|roleRef|aggregationRule|aggregate-to-|userNames|groupNames/;
/**
 * The roles and bindings that a Kyverno policy generates, and its changes of them (kyverno.io ClusterPolicy and Policy; CEL
 * policies of policies.kyverno.io are named). A generated object without a fixed namespace is in an unknown one.
 */
function readKyvernoPolicy(resource, read) {
    const spec = (0,plain_values/* mapping */.pq)(resource.value.spec);
    if (resource.kind === 'GeneratingPolicy' ||
        resource.kind === 'MutatingPolicy' ||
        resource.kind === 'NamespacedGeneratingPolicy' ||
        resource.kind === 'NamespacedMutatingPolicy') {
        return expressions(resource, spec);
    }
    return (0,rbac_objects/* joinObjects */.F9)((0,plain_values/* list */.p_)(spec.rules).map((item, index) => {
        const rule = (0,plain_values/* mapping */.pq)(item);
        const path = ['spec', 'rules', index];
        return (0,rbac_objects/* joinObjects */.F9)([
            generated(resource, [...path, 'generate'], rule.generate, read),
            { ...rbac_objects/* noObjects */.IG, unjudged: mutations(resource, path, rule) },
        ]);
    }));
}
function generated(resource, path, value, read) {
    if (!(0,plain_values/* isMapping */.pi)(value))
        return rbac_objects/* noObjects */.IG;
    const each = (0,plain_values/* list */.p_)(value.foreach).map((item, index) => generated(resource, [...path, 'foreach', index], item, read));
    const kind = (0,plain_values/* text */.Qq)(value.kind);
    if (kind !== undefined && !isTemplated(kind) && !rbacKind.test(kind))
        return (0,rbac_objects/* joinObjects */.F9)(each);
    if ((0,plain_values/* isMapping */.pi)(value.cloneList))
        each.push(clonedList(resource, [...path, 'cloneList'], value.cloneList));
    if (kind === undefined)
        return (0,rbac_objects/* joinObjects */.F9)(each);
    if (!(0,plain_values/* isMapping */.pi)(value.data)) {
        const what = `generates ${kind}s that it copies from elsewhere`;
        return (0,rbac_objects/* joinObjects */.F9)([...each, unjudged(resource, path, what, ['clones', kind])]);
    }
    const metadata = (0,plain_values/* mapping */.pq)(value.data.metadata);
    const namespace = (0,plain_values/* text */.Qq)(value.namespace);
    const object = {
        apiVersion: 'rbac.authorization.k8s.io/v1',
        ...value.data,
        kind,
        metadata: {
            ...metadata,
            name: (0,plain_values/* text */.Qq)(value.name) ?? (0,plain_values/* text */.Qq)(metadata.name) ?? '',
            namespace: namespace === undefined || isTemplated(namespace) ? undefined : namespace,
        },
    };
    const part = partOf(resource, [...path, 'data'], object);
    return (0,rbac_objects/* joinObjects */.F9)([...each, inPlace(read(part), `${model_subject/* selectedNamespacesPrefix */.mG}${resource.name}/${part.name}`)]);
}
/** Objects of a namespace that only the trigger knows: the same one, wherever the policy's file is. */
function inPlace(objects, namespace) {
    const isOpen = (own) => own?.startsWith(model_subject/* unknownNamespacePrefix */.$b) === true;
    return {
        ...objects,
        roles: objects.roles.map((role) => (isOpen(role.namespace) ? { ...role, namespace } : role)),
        bindings: objects.bindings.map((binding) => (isOpen(binding.namespace) ? { ...binding, namespace } : binding)),
    };
}
function clonedList(resource, path, { kinds }) {
    const wanted = (0,plain_values/* list */.p_)(kinds).flatMap((kind) => (0,plain_values/* text */.Qq)(kind) ?? []);
    const isRbac = wanted.some((kind) => rbacKind.test(kind) || isTemplated(kind) || anyKind.test(kind));
    if (!isRbac)
        return rbac_objects/* noObjects */.IG;
    return unjudged(resource, path, 'generates roles or bindings that it copies from elsewhere', ['clones']);
}
/** Changes of roles or bindings that are admitted or exist already. */
function mutations(resource, path, { match, mutate }) {
    if (!(0,plain_values/* isMapping */.pi)(mutate))
        return [];
    const targets = (0,plain_values/* list */.p_)(mutate.targets).map((target) => (0,plain_values/* text */.Qq)((0,plain_values/* mapping */.pq)(target).kind) ?? '');
    const kinds = targets.length > 0 ? targets : matchedKinds(match);
    if (!kinds.some((kind) => rbacKind.test(kind) || anyKind.test(kind) || isTemplated(kind)))
        return [];
    const { targets: _, ...patches } = mutate;
    if (!decisive.test(JSON.stringify(patches)))
        return [];
    const what = 'changes roles or bindings';
    return [{ what, code: ['mutates'], severity: 'high', resource, path: [...path, 'mutate'] }];
}
function matchedKinds(match) {
    const { resources, any, all } = (0,plain_values/* mapping */.pq)(match);
    const filters = [resources, ...[...(0,plain_values/* list */.p_)(any), ...(0,plain_values/* list */.p_)(all)].map((item) => (0,plain_values/* mapping */.pq)(item).resources)];
    return filters.flatMap((filter) => (0,plain_values/* list */.p_)((0,plain_values/* mapping */.pq)(filter).kinds)).flatMap((kind) => (0,plain_values/* text */.Qq)(kind) ?? []);
}
/** A CEL policy computes what it makes: that it has to do with roles or bindings is all that can be said. */
function expressions(resource, spec) {
    const written = JSON.stringify([spec.variables, spec.generate, spec.mutations, spec.matchConstraints]) ?? '';
    if (!/rbac\.authorization\.k8s\.io|(?:Cluster)?Role(?:Binding)?\b|roleRef|rolebindings|clusterroles/.test(written))
        return rbac_objects/* noObjects */.IG;
    return unjudged(resource, ['spec'], 'makes or changes roles or bindings by expressions', ['expressions']);
}
function unjudged(resource, path, what, code) {
    return { ...rbac_objects/* noObjects */.IG, unjudged: [{ what, code, severity: 'high', resource, path }] };
}
function isTemplated(text) {
    return text.includes('{{') || text.includes('${');
}

;// CONCATENATED MODULE: ./build/rbac/products/openshift-group.js



/** The members of an OpenShift Group (user.openshift.io/v1): each has whatever is bound to the group. */
function readOpenshiftGroup(resource) {
    const of = (0,model_subject/* subjectOf */.et)('Group', resource.name);
    const memberships = (0,plain_values/* list */.p_)(resource.value.users).flatMap((name, index) => {
        const user = (0,plain_values/* text */.Qq)(name);
        return user === undefined
            ? []
            : [{ member: (0,model_subject/* subjectOf */.et)('User', user), of, resource, path: ['users', index] }];
    });
    return { ...rbac_objects/* noObjects */.IG, memberships };
}

;// CONCATENATED MODULE: ./build/rbac/products/rancher.js





const rancherGroup = 'management.cattle.io';
/** Rancher's own roles, by the ClusterRole whose permissions they have or come closest to (pkg/data/management/role_data.go). */
const rancher_builtin = {
    GlobalRole: { admin: 'cluster-admin', 'restricted-admin': 'cluster-admin' },
    RoleTemplate: {
        'cluster-owner': 'cluster-admin',
        'cluster-admin': 'cluster-admin',
        'project-owner': 'admin',
        admin: 'admin',
        'project-member': 'edit',
        edit: 'edit',
        'cluster-member': 'view',
        'read-only': 'view',
        view: 'view',
    },
};
/** Global roles that everyone who uses Rancher has: to log in, and to make clusters of one's own. */
const ordinary = {
    'user-base': [],
    user: [{ verbs: ['create'], apiGroups: [rancherGroup], resources: ['clusters', 'nodetemplates'] }],
};
const everything = { verbs: ['*'], apiGroups: ['*'], resources: ['*'] };
/** Stands at a RoleTemplate for its own name, so that others can take it in. */
const nameLabel = 'RoleTemplate';
/** Rancher's roles and bindings: global ones, and those of clusters and projects (pkg/apis/management.cattle.io/v3/authz_types.go). */
function readRancher(resource) {
    switch (resource.kind) {
        case 'GlobalRole':
            return globalRole(resource);
        case 'RoleTemplate':
            return roleTemplate(resource);
        case 'GlobalRoleBinding':
            return binding(resource, 'GlobalRole', 'globalRoleName', undefined);
        case 'ClusterRoleTemplateBinding':
            return binding(resource, 'RoleTemplate', 'roleTemplateName', undefined);
        case 'ProjectRoleTemplateBinding':
            return binding(resource, 'RoleTemplate', 'roleTemplateName', `${model_subject/* unknownNamespacePrefix */.$b}${(0,plain_values/* text */.Qq)(resource.value.projectName) ?? resource.name}`);
        default:
            return rbac_objects/* noObjects */.IG;
    }
}
function globalRole(resource) {
    const { rules, namespacedRules, inheritedClusterRoles, newUserDefault } = resource.value;
    const fleet = (0,plain_values/* mapping */.pq)(resource.value.inheritedFleetWorkspacePermissions);
    const { workspaceVerbs } = fleet;
    const all = [
        ...rulesAt(['rules'], rules),
        ...Object.entries((0,plain_values/* mapping */.pq)(namespacedRules)).flatMap(([name, own]) => rulesAt(['namespacedRules', name], own)),
        ...rulesAt(['inheritedFleetWorkspacePermissions', 'resourceRules'], fleet.resourceRules),
        {
            path: ['inheritedFleetWorkspacePermissions', 'workspaceVerbs'],
            value: { verbs: workspaceVerbs, apiGroups: [rancherGroup], resources: ['fleetworkspaces'] },
        },
    ];
    const role = productRole(resource, `GlobalRole/${resource.name}`, all, inheriting(inheritedClusterRoles));
    const grants = builtinRoles(inheritedClusterRoles);
    if (newUserDefault !== true)
        return { ...rbac_objects/* noObjects */.IG, roles: [role, ...grants] };
    const everyUser = { subject: (0,model_subject/* subjectOf */.et)('Group', 'every new user of Rancher'), path: ['newUserDefault'] };
    const bound = productBinding(resource, {
        name: `GlobalRole/${resource.name}`,
        role: { kind: 'ClusterRole', name: role.name },
        rolePath: ['newUserDefault'],
        subjects: [everyUser],
    });
    return { ...rbac_objects/* noObjects */.IG, roles: [role, ...grants], bindings: [bound] };
}
function roleTemplate(resource) {
    const { rules, externalRules, roleTemplateNames, administrative, external } = resource.value;
    const all = [...rulesAt(['rules'], rules), ...rulesAt(['externalRules'], externalRules)];
    if (administrative === true)
        all.push({ path: ['administrative'], value: everything });
    const labels = { [nameLabel]: resource.name };
    const name = `RoleTemplate/${resource.name}`;
    const role = productRole(resource, name, all, { labels, ...inheriting(roleTemplateNames) });
    const isElsewhere = external === true && (0,plain_values/* list */.p_)(externalRules).length === 0;
    const what = `takes its rules from the ClusterRole ${resource.name} of each cluster`;
    return {
        ...rbac_objects/* noObjects */.IG,
        roles: [role, ...builtinRoles(roleTemplateNames)],
        unjudged: isElsewhere ? [{ what, code: ['external'], severity: 'high', resource, path: ['external'] }] : [],
    };
}
function binding(resource, kind, field, namespace) {
    const name = (0,plain_values/* text */.Qq)(resource.value[field]) ?? '';
    const ordinaryRules = kind === 'GlobalRole' && Object.hasOwn(ordinary, name) ? ordinary[name] : undefined;
    const bound = productBinding(resource, {
        name: `${resource.kind}/${resource.name}`,
        namespace,
        role: referenceTo(kind, name),
        rolePath: [field],
        subjects: subjects(resource),
    });
    const roles = ordinaryRules === undefined ? [] : [rancherRole(`${kind}/${name}`, ordinaryRules)];
    return { ...rbac_objects/* noObjects */.IG, roles, bindings: [bound] };
}
function referenceTo(kind, name) {
    const known = rancher_builtin[kind];
    const own = known !== undefined && Object.hasOwn(known, name) ? known[name] : undefined;
    return { kind: 'ClusterRole', name: own ?? `${kind}/${name}` };
}
/** Rancher's own templates that a role takes in, as roles of that name with the permissions of the ClusterRole they equal. */
function builtinRoles(names) {
    return (0,plain_values/* list */.p_)(names).flatMap((name) => {
        const template = typeof name === 'string' ? referenceTo('RoleTemplate', name).name : '';
        if (template === '' || template.includes('/'))
            return [];
        const own = { labels: { [nameLabel]: String(name) } };
        if (template === 'cluster-admin')
            return [rancherRole(`RoleTemplate/${name}`, [everything], own)];
        const key = `rbac.authorization.k8s.io/aggregate-to-${template}`;
        return [
            rancherRole(`RoleTemplate/${name}`, [], { ...own, selectors: [[{ key, operator: 'In', values: ['true'] }]] }),
        ];
    });
}
const rolesByName = new Map();
/** A role that Rancher brings along; the same object whoever names it. */
function rancherRole(name, rules, more = {}) {
    const known = rolesByName.get(name);
    if (known !== undefined)
        return known;
    const role = {
        kind: 'ClusterRole',
        name,
        namespace: undefined,
        origin: 'default',
        labels: {},
        selectors: undefined,
        rules: rules.map((rule) => (0,rbac_object/* ruleAt */.mH)([], rule)),
        resource: undefined,
        reconciled: true,
        ...more,
    };
    rolesByName.set(name, role);
    return role;
}
function inheriting(names) {
    const templates = (0,plain_values/* list */.p_)(names).flatMap((name) => (0,plain_values/* text */.Qq)(name) ?? []);
    if (templates.length === 0)
        return {};
    return { selectors: [[{ key: nameLabel, operator: 'In', values: templates }]], keepsRules: true };
}
function rulesAt(path, rules) {
    return (0,plain_values/* list */.p_)(rules).map((value, index) => ({ path: [...path, index], value }));
}
const subjectFields = {
    userName: 'User',
    userPrincipalName: 'User',
    groupName: 'Group',
    groupPrincipalName: 'Group',
};
function subjects({ value }) {
    const named = Object.entries(subjectFields).flatMap(([field, kind]) => {
        const name = (0,plain_values/* text */.Qq)(value[field]);
        return name === undefined ? [] : [{ subject: (0,model_subject/* subjectOf */.et)(kind, name), path: [field] }];
    });
    const [namespace, account] = ((0,plain_values/* text */.Qq)(value.serviceAccount) ?? '').split(':');
    if (namespace && account) {
        named.push({ subject: (0,model_subject/* subjectOf */.et)('ServiceAccount', account, namespace), path: ['serviceAccount'] });
    }
    return named;
}

;// CONCATENATED MODULE: ./build/rbac/products/rbac-manager.js




/** The bindings that rbac-manager makes of an RBACDefinition (rbacmanager.reactiveops.io/v1beta1, pkg/reconciler/parser.go). */
function readRbacDefinition(resource, readSubject) {
    const bindings = (0,plain_values/* list */.p_)(resource.value.rbacBindings).flatMap((item, index) => bindingsOf(resource, ['rbacBindings', index], (0,plain_values/* mapping */.pq)(item), readSubject));
    return { ...rbac_objects/* noObjects */.IG, bindings };
}
function bindingsOf(resource, path, item, readSubject) {
    const subjects = (namespace) => (0,plain_values/* list */.p_)(item.subjects).flatMap((each, index) => readSubject((0,plain_values/* mapping */.pq)(each), [...path, 'subjects', index], namespace));
    const name = `${resource.name}/${(0,plain_values/* text */.Qq)(item.name) ?? ''}`;
    const cluster = (0,plain_values/* list */.p_)(item.clusterRoleBindings).map((each, index) => productBinding(resource, {
        name,
        role: { kind: 'ClusterRole', name: (0,plain_values/* text */.Qq)((0,plain_values/* mapping */.pq)(each).clusterRole) ?? '' },
        rolePath: [...path, 'clusterRoleBindings', index, 'clusterRole'],
        subjects: subjects(undefined),
    }));
    const namespaced = (0,plain_values/* list */.p_)(item.roleBindings).map((each, index) => {
        const fields = (0,plain_values/* mapping */.pq)(each);
        const field = (0,plain_values/* text */.Qq)(fields.clusterRole) === undefined ? 'role' : 'clusterRole';
        const namespace = (0,plain_values/* text */.Qq)(fields.namespace) ?? selected(resource, fields.namespaceSelector, field);
        return productBinding(resource, {
            name,
            namespace,
            role: { kind: field === 'role' ? 'Role' : 'ClusterRole', name: (0,plain_values/* text */.Qq)(fields[field]) ?? '' },
            rolePath: [...path, 'roleBindings', index, field],
            subjects: subjects(namespace),
        });
    });
    return [...cluster, ...namespaced];
}
/**
 * Unknown namespaces where labels select some, or a Role, which is of one namespace, is bound; undefined, for every one, where
 * nothing narrows the selection.
 */
function selected(resource, selector, field) {
    const { matchLabels, matchExpressions } = (0,plain_values/* mapping */.pq)(selector);
    const narrowing = (0,plain_values/* list */.p_)(matchExpressions).some((each) => ['In', 'Exists'].includes((0,plain_values/* text */.Qq)((0,plain_values/* mapping */.pq)(each).operator) ?? ''));
    const isNarrow = field === 'role' || narrowing || ((0,plain_values/* isMapping */.pi)(matchLabels) && Object.keys(matchLabels).length > 0);
    return isNarrow ? `${model_subject/* selectedNamespacesPrefix */.mG}${resource.name}` : undefined;
}

// EXTERNAL MODULE: ./build/kube/plain-documents.js
var plain_documents = __webpack_require__(2935);
;// CONCATENATED MODULE: ./build/rbac/products/values.js









const values_limits = { bytes: 1_000_000, documents: 10, depth: 60, aliases: 100, expandedNodes: 100_000 };
/** Fields under which objects hold values of a chart: HelmRelease, Application, HelmChart, a kustomization's helmCharts and others. */
const valuesField = /^(?:values|valuesObject|valuesInline|valuesContent|valuesTemplate|helmValues|[\w.-]*values\.ya?ml)$/i;
/** Values inside text inside values, at most. */
const deepest = 3;
/**
 * What lists of rules among a chart's values would grant, each to an account that only the chart knows, in every namespace
 * as far as anyone can tell; and Argo CD's own roles there.
 */
function readValues(resource) {
    const walk = { resource, isInside: resource.kind === plain_documents/* plainKind */.d, depth: 0 };
    return (0,rbac_objects/* joinObjects */.F9)([...search(walk, resource.value, [])]);
}
function* search(walk, value, path) {
    if (typeof value === 'string') {
        if (walk.isInside && mayGrant(value))
            yield* inText(walk, value, path);
    }
    else if (Array.isArray(value)) {
        if (walk.isInside && isRuleList(value))
            yield rulesOf(walk.resource, path, value);
        else {
            if (walk.isInside)
                yield { ...rbac_objects/* noObjects */.IG, unjudged: parameters(walk.resource, path, value) };
            for (const [index, item] of value.entries())
                yield* search(walk, item, [...path, index]);
        }
    }
    else if ((0,plain_values/* isMapping */.pi)(value))
        yield* inMapping(walk, value, path);
}
function* inMapping(walk, value, path) {
    // Whole roles among values are read as such.
    if (path.length > 0 && typeof value.kind === 'string' && (0,plain_values/* isMapping */.pi)(value.metadata))
        return;
    if (walk.isInside && path.length > 0 && statesArgocdRbac(value))
        yield argocdKeys(walk.resource, path, value);
    for (const [key, inner] of Object.entries(value)) {
        const isInside = walk.isInside || valuesField.test(key) || (key === 'parameters' && Array.isArray(inner));
        yield* search({ ...walk, isInside }, inner, [...path, key]);
    }
}
function* inText(walk, value, path) {
    if (walk.depth >= deepest)
        return;
    for (const document of (0,parse_yaml/* parseYaml */.h)(Buffer.from(value), values_limits).documents) {
        if (typeof document.value !== 'object')
            continue;
        const resource = insideText(walk.resource, path, document);
        yield* search({ resource, isInside: true, depth: walk.depth + 1 }, document.value, path);
    }
}
function mayGrant(value) {
    return value.includes('verbs') || value.includes('policy.default') || value.includes('policy.csv');
}
/** Whether a list is one of RBAC's rules: verbs on resources or URLs. */
function isRuleList(value) {
    return value.some((item) => (0,plain_values/* isMapping */.pi)(item) && isWords(item.verbs) && (isWords(item.resources) || isWords(item.nonResourceURLs)));
}
function isWords(value) {
    return typeof value === 'string' || (Array.isArray(value) && value.every((word) => typeof word === 'string'));
}
function rulesOf(resource, path, rules) {
    const name = `${resource.kind}/${resource.name}/${path.join('.')}`;
    const role = productRole(resource, name, rules.map((value, index) => ({ path: [...path, index], value })));
    const account = `of ${resource.kind} ${resource.name}`;
    const namespace = resource.namespace ?? `${model_subject/* unknownNamespacePrefix */.$b}${resource.file}`;
    const binding = productBinding(resource, {
        name,
        role: { kind: 'ClusterRole', name },
        rolePath: path,
        subjects: [{ subject: (0,model_subject/* subjectOf */.et)('ServiceAccount', account, namespace), path }],
    });
    return { ...rbac_objects/* noObjects */.IG, roles: [role], bindings: [binding] };
}
/** Helm's `--set` parameters that write single words of rules: what they make of the values is known only to Helm. */
function parameters(resource, path, items) {
    return items.flatMap((item, index) => {
        const name = (0,plain_values/* isMapping */.pi)(item) ? (0,plain_values/* text */.Qq)(item.name) : undefined;
        if (name === undefined || !/\.(?:verbs|resources|apiGroups|nonResourceURLs)(?:\[\d+\])?$/.test(name))
            return [];
        const value = (0,plain_values/* text */.Qq)(item.value) ?? (0,plain_values/* list */.p_)(item.value).join();
        const what = `sets ${(0,clipped/* clipped */.c)(name, 120)}=${(0,clipped/* clipped */.c)(value, 40)}, a part of a rule`;
        return [{ what, code: ['parameter', name, value], severity: 'high', resource, path: [...path, index] }];
    });
}

;// CONCATENATED MODULE: ./build/rbac/read/operator-permissions.js



/**
 * The roles and bindings the Operator Lifecycle Manager makes of a ClusterServiceVersion's `clusterPermissions` (for
 * every namespace) and `permissions` (for the operator's own), one pair per entry.
 */
function readOperatorPermissions(resource) {
    const roles = [];
    const bindings = [];
    const install = (0,plain_values/* mapping */.pq)((0,plain_values/* mapping */.pq)((0,plain_values/* mapping */.pq)(resource.value.spec).install).spec);
    // Bundles are published with `placeholder`; the subscription decides where the operator runs.
    const namespace = resource.namespace === 'placeholder'
        ? `${model_subject/* unknownNamespacePrefix */.$b}${operatorName(resource.name)}`
        : (0,rbac_object/* namespaceOf */.N6)(resource);
    for (const field of ['clusterPermissions', 'permissions']) {
        const count = new Map();
        for (const [index, item] of (0,plain_values/* list */.p_)(install[field]).entries()) {
            const { serviceAccountName, rules } = (0,plain_values/* mapping */.pq)(item);
            const account = typeof serviceAccountName === 'string' ? serviceAccountName : 'default';
            const nth = (count.get(account) ?? 0) + 1;
            count.set(account, nth);
            const path = ['spec', 'install', 'spec', field, index];
            const name = `${operatorName(resource.name)}/${field}/${account}${nth > 1 ? `/${nth}` : ''}`;
            const role = operatorRole(resource, field, namespace, name, path, (0,plain_values/* list */.p_)(rules));
            roles.push(role);
            bindings.push({
                kind: role.kind === 'ClusterRole' ? 'ClusterRoleBinding' : 'RoleBinding',
                name,
                namespace: role.namespace,
                origin: 'repository',
                role: { kind: role.kind, name },
                rolePath: path,
                subjects: [
                    {
                        subject: (0,model_subject/* subjectOf */.et)('ServiceAccount', account, namespace),
                        path: [...path, 'serviceAccountName'],
                    },
                ],
                resource,
            });
        }
    }
    return { roles, bindings };
}
function operatorRole(resource, field, namespace, name, path, rules) {
    return {
        kind: field === 'permissions' ? 'Role' : 'ClusterRole',
        name,
        namespace: field === 'permissions' ? namespace : undefined,
        origin: 'repository',
        labels: {},
        selectors: undefined,
        rules: rules.map((rule, index) => (0,rbac_object/* ruleAt */.mH)([...path, 'rules', index], rule)),
        resource,
        reconciled: true,
    };
}
/** Without the version, so that the next version of an operator is compared with the one before. */
function operatorName(name) {
    return name.replace(/\.v?\d+\.\d+.*$/, '');
}

// EXTERNAL MODULE: ./build/rbac/read/security-constraints.js
var security_constraints = __webpack_require__(9155);
;// CONCATENATED MODULE: ./build/rbac/read/read-product.js












const ofKinds = (...kinds) => ({ kind }) => kinds.includes(kind);
/** The first that takes an object reads it. What each looks for is among the words of `kube/candidate.ts`. */
const productReaders = [
    {
        name: 'operator bundles',
        takes: ofKinds('ClusterServiceVersion'),
        read: (resource) => ({ ...rbac_objects/* noObjects */.IG, ...readOperatorPermissions(resource) }),
    },
    {
        name: 'security constraints',
        takes: security_constraints/* isSecurityConstraints */.N,
        read: (resource) => ({ ...rbac_objects/* noObjects */.IG, ...(0,security_constraints/* readSecurityConstraints */.v)(resource) }),
    },
    { name: 'Rancher', takes: ({ group }) => group === rancherGroup, read: readRancher },
    {
        name: 'OpenShift groups',
        takes: ({ kind, group }) => kind === 'Group' && group === 'user.openshift.io',
        read: readOpenshiftGroup,
    },
    { name: 'aws-auth', takes: (resource) => isConfigMap(resource) && resource.name === 'aws-auth', read: readAwsAuth },
    {
        name: 'Argo CD',
        takes: (resource) => (isConfigMap(resource) && /argocd-(?:rbac-)?cm/.test(resource.name)) ||
            (['ArgoCD', 'AppProject'].includes(resource.kind) && resource.group === 'argoproj.io'),
        read: readArgocdRbac,
    },
    {
        name: 'rbac-manager',
        takes: ofKinds('RBACDefinition'),
        read: (resource, { readSubject }) => readRbacDefinition(resource, readSubject),
    },
    {
        name: 'Kyverno',
        takes: ({ group }) => group === 'kyverno.io' || group === 'policies.kyverno.io',
        read: (resource, { readObject }) => readKyvernoPolicy(resource, readObject),
    },
    {
        name: 'Capsule',
        takes: ({ kind, group }) => kind === 'Tenant' && group === capsuleGroup,
        read: (resource, { readSubject }) => readTenant(resource, readSubject),
    },
    { name: 'IAM identity mappings', takes: ofKinds('IAMIdentityMapping'), read: readIamIdentityMapping },
    { name: 'EKS access', takes: ofKinds('AccessEntry', 'AccessPolicyAssociation'), read: readEksAccess },
    { name: 'EKS clusters', takes: ofKinds('ClusterConfig', 'AWSManagedControlPlane'), read: readClusterMappings },
    { name: 'values of charts', takes: () => true, read: readValues },
];
/** What an object that is neither a role nor a binding grants all the same: one of another product, or values of a chart. */
function readProduct(resource, inner) {
    return productReaders.find((reader) => reader.takes(resource))?.read(resource, inner) ?? rbac_objects/* noObjects */.IG;
}
function isConfigMap({ kind, group }) {
    return kind === 'ConfigMap' && group === '';
}

;// CONCATENATED MODULE: ./build/rbac/read/read-rbac.js








const kubernetesGroup = 'rbac.authorization.k8s.io';
/** OpenShift's own API; once in the core group as well. */
const openshiftGroups = new Set(['authorization.openshift.io', '']);
/** Every role and binding among the resources, of any API version, and what objects of other products grant. */
function readRbac(resources) {
    const objects = (0,rbac_objects/* joinObjects */.F9)(resources.map(readResource));
    return { ...objects, bindings: (0,complete_fragments/* completeFragments */.ph)(objects.bindings) };
}
/** An unchanged resource is read for both sides of a change. */
const readResource = (0,memoize/* memoize */.B)((resource) => readObject(resource) ??
    readProduct(resource, { readObject: (inner) => readObject(inner) ?? rbac_objects/* noObjects */.IG, readSubject }));
/** The roles and bindings of Kubernetes and OpenShift; undefined where the resource is neither. */
function readObject(resource) {
    const { group } = resource;
    const kind = kindOf(resource);
    const isOpenshift = openshiftGroups.has(group);
    if (group !== kubernetesGroup && !isOpenshift)
        return undefined;
    if (kind === 'Role' || kind === 'ClusterRole')
        return { ...rbac_objects/* noObjects */.IG, roles: [readRole(resource, kind, isOpenshift)] };
    if (kind !== 'RoleBinding' && kind !== 'ClusterRoleBinding')
        return undefined;
    return { ...rbac_objects/* noObjects */.IG, bindings: [readBinding(resource, kind, isOpenshift)] };
}
/** Where a template or a substitution makes the kind, the object's fields decide; then it counts as the wider one. */
function kindOf({ kind, value }) {
    if (!kind.includes('{{') && !kind.includes('${'))
        return kind;
    if (value.roleRef !== undefined || value.subjects !== undefined)
        return 'ClusterRoleBinding';
    return value.rules !== undefined || value.aggregationRule !== undefined ? 'ClusterRole' : kind;
}
function readRole(resource, kind, isOpenshift) {
    const metadata = (0,plain_values/* mapping */.pq)(resource.value.metadata);
    const aggregation = resource.value.aggregationRule;
    const annotations = (0,label_selector/* readLabels */.k2)(metadata.annotations);
    return {
        kind,
        name: resource.name,
        namespace: kind === 'Role' ? (0,rbac_object/* namespaceOf */.N6)(resource) : undefined,
        origin: 'repository',
        labels: (0,label_selector/* readLabels */.k2)(metadata.labels),
        selectors: kind === 'ClusterRole' && (0,plain_values/* isMapping */.pi)(aggregation) ? readSelectors(aggregation) : undefined,
        rules: (0,plain_values/* list */.p_)(resource.value.rules).map((rule, index) => (0,rbac_object/* ruleAt */.mH)(['rules', index], isOpenshift ? openshiftRule(rule) : rule)),
        resource,
        reconciled: annotations['rbac.authorization.kubernetes.io/autoupdate'] !== 'false' || resource.value.rules === undefined,
    };
}
/** Undefined, so that its own rules count, where a selector is one the API server refuses. */
function readSelectors(aggregation) {
    const selectors = (0,plain_values/* list */.p_)(aggregation.clusterRoleSelectors).map(label_selector/* readLabelSelector */.Qt);
    const valid = selectors.filter((selector) => selector !== undefined);
    return valid.length === selectors.length ? valid : undefined;
}
/** OpenShift's defaulting: a rule without groups is about the core group; all verbs on all resources is about every group. */
function openshiftRule(value) {
    if (!(0,plain_values/* isMapping */.pi)(value) || (0,plain_values/* list */.p_)(value.apiGroups).length > 0 || (0,plain_values/* list */.p_)(value.resources).length === 0)
        return value;
    return withGroups(value);
}
/** The same mapping for both sides of a change: rules are compared by their values. */
const withGroups = (0,memoize/* memoize */.B)((value) => {
    const everything = (0,plain_values/* list */.p_)(value.verbs).includes('*') && (0,plain_values/* list */.p_)(value.resources).includes('*');
    return { ...value, apiGroups: [everything ? '*' : ''] };
});
function readBinding(resource, kind, isOpenshift) {
    const namespace = kind === 'RoleBinding' ? (0,rbac_object/* namespaceOf */.N6)(resource) : undefined;
    const reference = (0,plain_values/* mapping */.pq)(resource.value.roleRef);
    const written = typeof reference.kind === 'string' ? reference.kind : '';
    const openshiftKind = kind === 'RoleBinding' && reference.namespace ? 'Role' : 'ClusterRole';
    const roleKind = isOpenshift ? written || openshiftKind : written;
    const name = typeof reference.name === 'string' ? reference.name : '';
    return {
        kind,
        name: resource.name,
        namespace,
        origin: 'repository',
        role: { kind: roleKind, name },
        rolePath: ['roleRef', 'name'],
        subjects: readSubjects(resource, namespace ?? (0,rbac_object/* unknownNamespaceOf */.B6)(resource), isOpenshift),
        resource,
    };
}
function readSubjects(resource, namespace, isOpenshift) {
    const old = resource.version === 'v1alpha1';
    const subjects = (0,plain_values/* list */.p_)(resource.value.subjects).flatMap((item, index) => readSubject((0,plain_values/* mapping */.pq)(item), ['subjects', index], namespace, old));
    if (!isOpenshift || subjects.length > 0)
        return subjects;
    const named = (field, kind) => (0,plain_values/* list */.p_)(resource.value[field]).flatMap((name, index) => typeof name === 'string' ? [{ subject: (0,model_subject/* subjectOf */.et)(kind, name), path: [field, index] }] : []);
    return [...named('userNames', 'User'), ...named('groupNames', 'Group')];
}
/** None where the subject matches nobody (pkg/registry/rbac/validation/rule.go, appliesToUser). */
function readSubject(item, path, namespace, old = false) {
    const { kind, name } = item;
    if (typeof name !== 'string' || name === '')
        return [];
    switch (kind) {
        case 'User':
        case 'SystemUser':
            // v1alpha1 read the user `*` as everyone who is logged in (pkg/apis/rbac/v1alpha1/conversion.go).
            if (old && name === '*')
                return [{ subject: (0,model_subject/* subjectOf */.et)('Group', 'system:authenticated'), path }];
            return [{ subject: (0,model_subject/* subjectOf */.et)('User', name), path }];
        case 'Group':
        case 'SystemGroup':
            return [{ subject: (0,model_subject/* subjectOf */.et)('Group', name), path }];
        case 'ServiceAccount': {
            const stated = typeof item.namespace === 'string' && item.namespace !== '' ? item.namespace : namespace;
            // The API server refuses one without a namespace; a kustomization fills it in.
            return [{ subject: (0,model_subject/* subjectOf */.et)('ServiceAccount', name, stated ?? model_subject/* unknownNamespacePrefix */.$b), path }];
        }
        default:
            return [];
    }
}


/***/ }),

/***/ 9155:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ isSecurityConstraints),
/* harmony export */   v: () => (/* binding */ readSecurityConstraints)
/* harmony export */ });
/* harmony import */ var _model_rbac_object_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4499);
/* harmony import */ var _model_subject_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4963);


const group = 'security.openshift.io';
/**
 * The users and groups of OpenShift's SecurityContextConstraints, who may run pods under it as if they were bound to a role
 * that lets them `use` it (github.com/openshift/apiserver-library-go, securitycontextconstraints/sccmatching).
 */
function readSecurityConstraints(resource) {
    const named = [...subjects(resource, 'users', 'User'), ...subjects(resource, 'groups', 'Group')];
    if (named.length === 0)
        return { roles: [], bindings: [] };
    const name = `SecurityContextConstraints/${resource.name}`;
    const rule = {
        verbs: ['use'],
        apiGroups: [group],
        resources: ['securitycontextconstraints'],
        resourceNames: [resource.name],
    };
    const common = { name, namespace: undefined, origin: 'repository', resource };
    return {
        roles: [
            { ...common, kind: 'ClusterRole', labels: {}, selectors: undefined, rules: [(0,_model_rbac_object_js__WEBPACK_IMPORTED_MODULE_0__/* .ruleAt */ .mH)([], rule)], reconciled: true },
        ],
        bindings: [
            {
                ...common,
                kind: 'ClusterRoleBinding',
                role: { kind: 'ClusterRole', name },
                rolePath: [],
                subjects: named,
            },
        ],
    };
}
/** Whether the resource is one, of OpenShift's group or of the core group where it once was. */
function isSecurityConstraints({ kind, group: own }) {
    return kind === 'SecurityContextConstraints' && (own === group || own === '');
}
function subjects(resource, field, kind) {
    const names = resource.value[field];
    if (!Array.isArray(names))
        return [];
    return names.flatMap((name, index) => typeof name === 'string' && name !== '' ? [{ subject: (0,_model_subject_js__WEBPACK_IMPORTED_MODULE_1__/* .subjectOf */ .et)(kind, name), path: [field, index] }] : []);
}


/***/ }),

/***/ 7389:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ keyOf),
/* harmony export */   s: () => (/* binding */ HeldPermissions)
/* harmony export */ });
/* harmony import */ var _groups_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1782);
/* harmony import */ var _model_coverage_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8377);
/* harmony import */ var _model_memoize_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9863);
/* harmony import */ var _model_permission_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9392);
/* harmony import */ var _model_permission_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1345);





/** Asked for each subject that holds a permission. */
const keyOf = (0,_model_memoize_js__WEBPACK_IMPORTED_MODULE_2__/* .memoize */ .B)(_model_permission_js__WEBPACK_IMPORTED_MODULE_3__/* .permissionKey */ .$5);
/** What subjects hold on one side of the change, looked up once for all that are bound alike. */
class HeldPermissions {
    #state;
    #work;
    #numbers = new Map();
    #byBindings = new Map();
    #byBinders = new Map();
    #known = new Map();
    constructor(state, work) {
        this.#state = state;
        this.#work = work;
        for (const [number, binding] of state.bindings.entries())
            this.#numbers.set(binding, number);
    }
    /** What the subject and the groups it is in are given everywhere, and in the place. */
    holdings(subject, placement) {
        const question = placement === undefined ? subject.key : `${placement}/${subject.key}`;
        const known = this.#known.get(question);
        if (known !== undefined)
            return known;
        const places = placement === undefined ? [undefined] : [undefined, placement];
        const bindings = [...this.#state.identitiesOf(subject)]
            .flatMap((key) => places.map((place) => this.#state.bindingsOf(key, place)))
            .filter((list) => list.length > 0);
        this.#work.charge(bindings.reduce((sum, list) => sum + list.length, 1));
        const keys = bindings.map((list) => list.map((binding) => this.#numbers.get(binding)).join());
        const together = keys.join(' ');
        const holdings = this.#byBinders.get(together) ??
            bindings.map((list, index) => this.#holding(keys[index] ?? '', list)).filter(({ entries }) => entries.length > 0);
        this.#byBinders.set(together, holdings);
        this.#known.set(question, holdings);
        return holdings;
    }
    /** The part of a permission that is not among the holdings, by the entries that count. */
    missing(holdings, permission, counts) {
        this.#work.charge(4 + holdings.length);
        if (holdings.length === 0)
            return [permission];
        const key = keyOf(permission);
        if (holdings.some(({ byKey }) => byKey.get(key)?.some(counts)))
            return [];
        const owners = holdings.flatMap(({ index }) => index.candidates(permission)).filter(counts);
        return (0,_model_coverage_js__WEBPACK_IMPORTED_MODULE_0__/* .uncovered */ .KY)(permission, permissionsOf(owners), this.#work);
    }
    #holding(key, bindings) {
        const known = this.#byBindings.get(key);
        if (known !== undefined)
            return known;
        const holding = this.#indexed(bindings.flatMap((binding) => this.#granted(binding)));
        this.#byBindings.set(key, holding);
        return holding;
    }
    #granted(binding) {
        const rules = this.#state.resolve(binding).flatMap((role) => this.#state.effectiveRules(role));
        this.#work.charge(1 + 10 * rules.length);
        return rules.flatMap(({ rule, chain }) => rule.permissions.map((permission) => ({ permission, binding, chain })));
    }
    #indexed(entries) {
        const byKey = new Map();
        const roles = new Set();
        const work = this.#work;
        for (const entry of entries) {
            work.charge((0,_model_permission_index_js__WEBPACK_IMPORTED_MODULE_1__/* .size */ .E)(entry.permission));
            (0,_groups_js__WEBPACK_IMPORTED_MODULE_4__/* .addTo */ .D)(byKey, keyOf(entry.permission), entry);
            const [role] = entry.chain;
            if (role !== undefined)
                roles.add(role);
        }
        let index;
        return {
            entries,
            byKey,
            roles,
            get index() {
                index ??= new _model_permission_index_js__WEBPACK_IMPORTED_MODULE_1__/* .PermissionIndex */ .w(entries, work);
                return index;
            },
        };
    }
}
/** Each permission once. */
function permissionsOf(entries) {
    return [...new Map(entries.map(({ permission }) => [keyOf(permission), permission])).values()];
}


/***/ }),

/***/ 1049:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ podPrivilegesIn),
/* harmony export */   p: () => (/* binding */ podConstraintsOf)
/* harmony export */ });
/* harmony import */ var _plain_values_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8419);
/* harmony import */ var _model_pod_constraints_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2765);
/* harmony import */ var _read_security_constraints_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9155);



const kinds = ['securitycontextconstraints', 'podsecuritypolicies'];
/**
 * What constraints on pods allow, by the resource and name under which a role lets them be used. What is not known allows
 * everything; an object of the repository counts instead of the platform's of that name, and of several the widest.
 */
function podPrivilegesIn(resources, { podConstraints }) {
    let stated;
    const ofPlatform = (kind, name) => {
        const powers = kind === 'podsecuritypolicies' ? undefined : podConstraints.get(name);
        return powers && (0,_model_pod_constraints_js__WEBPACK_IMPORTED_MODULE_0__/* .privilegesOf */ .yK)(powers);
    };
    const ofKind = (kind, name) => {
        stated ??= statedIn(resources);
        return stated.get(`${kind}/${name}`) ?? ofPlatform(kind, name ?? '') ?? 'privileged';
    };
    return (resource, name) => {
        const meant = kinds.filter((kind) => resource === kind || resource === '*');
        return meant.map((kind) => ofKind(kind, name)).reduce(_model_pod_constraints_js__WEBPACK_IMPORTED_MODULE_0__/* .morePrivileges */ .cf, 'restricted');
    };
}
function statedIn(resources) {
    const stated = new Map();
    for (const resource of resources) {
        const own = podConstraintsOf(resource);
        if (own === undefined)
            continue;
        const key = `${own.kind}/${resource.name}`;
        stated.set(key, (0,_model_pod_constraints_js__WEBPACK_IMPORTED_MODULE_0__/* .morePrivileges */ .cf)((0,_model_pod_constraints_js__WEBPACK_IMPORTED_MODULE_0__/* .privilegesOf */ .yK)(own.powers), stated.get(key) ?? 'restricted'));
    }
    return stated;
}
/** The constraints on pods that the resource states; undefined where it is something else. */
function podConstraintsOf(resource) {
    if ((0,_read_security_constraints_js__WEBPACK_IMPORTED_MODULE_1__/* .isSecurityConstraints */ .N)(resource)) {
        return { kind: 'securitycontextconstraints', powers: (0,_model_pod_constraints_js__WEBPACK_IMPORTED_MODULE_0__/* .constraintsAllow */ .U5)(resource.value) };
    }
    if (resource.kind !== 'PodSecurityPolicy')
        return undefined;
    return { kind: 'podsecuritypolicies', powers: (0,_model_pod_constraints_js__WEBPACK_IMPORTED_MODULE_0__/* .podSecurityPolicyAllows */ .q1)((0,_plain_values_js__WEBPACK_IMPORTED_MODULE_2__/* .mapping */ .pq)(resource.value.spec)) };
}


/***/ }),

/***/ 5961:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ namesUnknownRole),
  S: () => (/* binding */ rbacState)
});

// EXTERNAL MODULE: ./build/groups.js
var build_groups = __webpack_require__(1782);
// EXTERNAL MODULE: ./build/rbac/model/memoize.js
var memoize = __webpack_require__(9863);
// EXTERNAL MODULE: ./build/rbac/model/rbac-object.js
var rbac_object = __webpack_require__(4499);
// EXTERNAL MODULE: ./build/rbac/model/step-budget.js
var step_budget = __webpack_require__(8267);
// EXTERNAL MODULE: ./build/rbac/model/subject.js
var model_subject = __webpack_require__(4963);
// EXTERNAL MODULE: ./build/rbac/read/complete-fragments.js
var complete_fragments = __webpack_require__(987);
// EXTERNAL MODULE: ./build/rbac/read/read-rbac.js + 13 modules
var read_rbac = __webpack_require__(4607);
// EXTERNAL MODULE: ./build/rbac/model/label-selector.js
var label_selector = __webpack_require__(8163);
;// CONCATENATED MODULE: ./build/rbac/state/aggregation.js


/** The ClusterRoles that an aggregated one's selectors fit, itself perhaps included; one set for equal selectors. */
function selections(clusterRoles, work) {
    const known = new Map();
    return (0,memoize/* memoize */.B)((role) => {
        const { selectors = [] } = role;
        const question = JSON.stringify(selectors);
        const found = known.get(question);
        if (found !== undefined)
            return found;
        work.charge(clusterRoles.length * selectors.reduce((sum, selector) => sum + 1 + requirements(selector), 0));
        const fitting = new Set(clusterRoles.filter(({ labels }) => selectors.some((selector) => (0,label_selector/* selects */.ko)(selector, labels))));
        known.set(question, fitting);
        return fitting;
    });
}
function requirements(selector) {
    return selector.reduce((sum, { values }) => sum + 1 + values.length, 0);
}
/** Whether an aggregated role selects itself by way of others. */
function cycles(selection, work) {
    return (0,memoize/* memoize */.B)((role) => {
        const seen = new Set([role]);
        /** Of each selection gone through, whether the role is in it. */
        const known = new Map();
        for (const each of seen) {
            if (each.selectors === undefined)
                continue;
            const selected = selection(each);
            work.charge(1);
            if (!known.has(selected)) {
                work.charge(selected.size);
                known.set(selected, [...selected].some(({ name }) => name === role.name));
                for (const next of selected)
                    seen.add(next);
            }
            if (each.name !== role.name && known.get(selected) === true)
                return true;
        }
        return false;
    });
}
/**
 * The fixpoint of pkg/controller/clusterroleaggregation: an aggregated role has the rules of all it selects, through
 * other aggregated roles, and none of its own, unless they can come back to it: where roles select each other, the rules
 * that one of them is applied with are copied to the others before they are overwritten, and stay. A selection that
 * many roles share is gone through once.
 */
function aggregate(role, selection, isInCycle, work) {
    const rules = [];
    const seen = new Set([role]);
    const queue = [[role]];
    /** Of each selection gone through, what is left: copies of the role that selected. */
    const left = new Map();
    for (const chain of queue) {
        const last = chain.at(-1) ?? role;
        if (last.selectors === undefined || last.keepsRules || (last.rules.length > 0 && isInCycle(last))) {
            work.charge(1 + 2 * last.rules.length);
            for (const rule of last.rules)
                rules.push({ rule, chain });
        }
        if (last.selectors === undefined)
            continue;
        const selected = selection(last);
        const fresh = [...(left.get(selected) ?? selected)].filter((next) => !seen.has(next));
        work.charge(left.get(selected)?.length ?? selected.size);
        left.set(selected, fresh.filter(({ name }) => name === last.name));
        for (const next of fresh) {
            if (next.name === last.name)
                continue;
            seen.add(next);
            work.charge(4 + chain.length);
            queue.push([...chain, next]);
        }
    }
    return rules;
}

// EXTERNAL MODULE: ./build/rbac/state/default-rbac.js + 2 modules
var default_rbac = __webpack_require__(6791);
;// CONCATENATED MODULE: ./build/rbac/state/over-default.js


/** Kubernetes' own ClusterRoles by name, asked for each role of the repository. */
const byName = (0,memoize/* memoize */.B)(({ roles }) => new Map(roles.filter(({ kind }) => kind === 'ClusterRole').map((role) => [role.name, role])));
/**
 * A manifest of a default ClusterRole is applied to the one Kubernetes has made: labels, rules and selectors that it does
 * not name stay, or are added again at the next start (k8s.io/component-helpers/auth/rbac/reconciliation/reconcile_role.go).
 */
function overDefault(role, defaults) {
    const own = role.kind === 'ClusterRole' ? byName(defaults).get(role.name) : undefined;
    if (own === undefined)
        return role;
    const labels = { ...own.labels, ...role.labels };
    if (!role.reconciled)
        return { ...role, labels };
    const selectors = own.selectors === undefined ? role.selectors : [...own.selectors, ...(role.selectors ?? [])];
    const rules = [...role.rules, ...own.rules.map(({ value }) => (0,rbac_object/* ruleAt */.mH)([], value))];
    // Where the manifest replaces the object, its rules hold until the next start.
    return { ...role, labels, selectors, rules, keepsRules: own.selectors !== undefined && role.selectors === undefined };
}

// EXTERNAL MODULE: ./build/rbac/state/pod-privileges.js
var pod_privileges = __webpack_require__(1049);
;// CONCATENATED MODULE: ./build/rbac/state/rbac-state.js











/**
 * The state the resources describe, with Kubernetes' default objects and the policy's declared roles added.
 * What is asked of it later is counted as work.
 */
function rbacState(resources, options, work = new step_budget/* StepBudget */.g4(), { elsewhere, reaching } = { elsewhere: undefined }) {
    const defaults = (0,default_rbac/* defaultRbac */.OJ)(options);
    const written = (0,read_rbac/* readRbac */.f)(resources);
    const own = { ...written, bindings: (0,complete_fragments/* completeElsewhere */.GF)(written.bindings, patchedBy(elsewhere, defaults)) };
    // Of a ClusterRole, the manifest is read as applied over the default one, which it then replaces.
    const replaced = new Set(own.roles.filter((role) => role.kind === 'ClusterRole' || !role.reconciled).map(rbac_object/* identityOf */.cu));
    const roles = [
        ...own.roles.map((role) => overDefault(role, defaults)),
        ...defaults.roles.filter((role) => !replaced.has((0,rbac_object/* identityOf */.cu)(role))),
        ...options.roles.map(declaredRole),
    ];
    const resolveHere = resolver(roles, work);
    const foreign = reaching ?? (elsewhere === undefined ? [] : reachingBindings(own, roles, resolveHere, elsewhere, work));
    const bindings = [...own.bindings, ...foreign, ...defaults.bindings];
    const clusterRoles = roles.filter(({ kind }) => kind === 'ClusterRole');
    const selection = selections(clusterRoles, work);
    const isInCycle = cycles(selection, work);
    let bySubject;
    let byName;
    return {
        roles,
        bindings,
        resolve: (0,memoize/* memoize */.B)((binding) => {
            const here = resolveHere(binding);
            return here.length > 0 ? here : (elsewhere?.roles(binding) ?? none);
        }),
        isFar: (binding) => elsewhere !== undefined && resolveHere(binding).length === 0 && !elsewhere.isNear(binding),
        isBoundElsewhere: (role) => elsewhere?.isBound(role) === true,
        reaching: foreign,
        effectiveRules: (0,memoize/* memoize */.B)((role) => aggregate(role, selection, isInCycle, work)),
        podPrivileges: (0,pod_privileges/* podPrivilegesIn */.H)(resources, defaults),
        selects: (selector, selected) => selector.name !== selected.name && selection(selector).has(selected),
        bindingsOf(subjectKey, namespace) {
            bySubject ??= groupBindings(bindings);
            return bySubject.get(subjectPlace(subjectKey, namespace)) ?? [];
        },
        bindingsNaming(subjectKey) {
            byName ??= byNamedSubject(bindings);
            return byName.get(subjectKey) ?? [];
        },
        memberships: own.memberships,
        unjudged: own.unjudged,
        identitiesOf: identities(own.memberships, work),
    };
}
/** What a fragment of a binding is a patch of: what other scopes hold, else what the platform makes itself. */
function patchedBy(elsewhere, defaults) {
    return (fragment) => {
        const found = elsewhere?.patched(fragment) ?? [];
        if (found.length > 0)
            return found;
        const isOutside = ({ subjects }) => subjects.some(({ subject }) => subject.kind === 'RoleHolder');
        return defaults.bindings.filter((binding) => (0,rbac_object/* identityOf */.cu)(binding) === (0,rbac_object/* identityOf */.cu)(fragment) && !isOutside(binding));
    };
}
/** The bindings of other scopes that reach roles nothing binds here, and groups nothing binds here that have members here. */
function reachingBindings({ bindings, memberships }, roles, resolve, elsewhere, work) {
    const bound = new Set();
    const named = new Set();
    for (const binding of bindings) {
        work.charge(1 + binding.subjects.length);
        for (const role of resolve(binding))
            bound.add(role);
        for (const { subject } of binding.subjects)
            named.add(subject.key);
    }
    const found = new Set();
    for (const role of roles) {
        if (role.origin !== 'repository' || bound.has(role))
            continue;
        for (const binding of elsewhere.bindingsOfRole(role))
            found.add(binding);
    }
    for (const key of new Set(memberships.map(({ of }) => of.key))) {
        if (!named.has(key))
            for (const binding of elsewhere.bindingsNaming(key))
                found.add(binding);
    }
    work.charge(roles.length + memberships.length + found.size);
    return [...found];
}
function byNamedSubject(bindings) {
    const groups = new Map();
    for (const binding of bindings) {
        for (const key of new Set(binding.subjects.map(({ subject }) => subject.key))) {
            (0,build_groups/* addTo */.D)(groups, key, binding);
        }
    }
    return groups;
}
/** Follows memberships from each subject, asked for once. */
function identities(memberships, work) {
    const byMember = (0,build_groups/* groupBy */.$)(memberships, ({ member }) => member.key);
    const known = new Map();
    return (subject) => {
        const found = known.get(subject.key);
        if (found !== undefined)
            return found;
        const keys = new Set([subject.key, ...(0,model_subject/* impliedGroups */.Dc)(subject)]);
        for (const key of keys) {
            for (const { of } of byMember.get(key) ?? [])
                for (const each of [of.key, ...(0,model_subject/* impliedGroups */.Dc)(of)])
                    keys.add(each);
        }
        work.charge(keys.size);
        known.set(subject.key, keys);
        return keys;
    };
}
/** Whether the binding names a role that could exist and of which nothing is known. */
function namesUnknownRole(state, binding) {
    const { kind, name } = binding.role;
    if (name === '' || state.resolve(binding).length > 0)
        return false;
    return kind === 'ClusterRole' || (kind === 'Role' && binding.kind === 'RoleBinding');
}
/**
 * pkg/registry/rbac/validation/rule.go, GetRoleReferenceRules. Where one of the two states no namespace, the nearest
 * role of that name is taken: kustomize would give both the same. Bindings that name the same get the same list.
 */
function resolver(roles, work) {
    const byName = (0,build_groups/* groupBy */.$)(roles, ({ kind, name }) => `${kind}/${name}`);
    const byIdentity = (0,build_groups/* groupBy */.$)(roles, ({ kind, name, namespace }) => `${kind}/${name} ${namespace}`);
    const known = new Map();
    return (0,memoize/* memoize */.B)((binding) => {
        const { kind, name } = binding.role;
        if (kind === 'ClusterRole')
            return byName.get(`ClusterRole/${name}`) ?? none;
        if (kind !== 'Role' || binding.namespace === undefined)
            return none;
        const exact = byIdentity.get(`Role/${name} ${binding.namespace}`);
        if (exact !== undefined)
            return exact;
        const question = JSON.stringify([name, binding.namespace, directories(binding)]);
        const found = known.get(question) ?? nearestRoles(binding, byName.get(`Role/${name}`) ?? none, work);
        known.set(question, found);
        return found;
    });
}
const none = [];
function nearestRoles(binding, named, work) {
    const isUnknown = binding.namespace?.startsWith(model_subject/* unknownNamespacePrefix */.$b);
    const possible = named.filter(({ namespace, origin }) => origin === 'repository' && (isUnknown || namespace?.startsWith(model_subject/* unknownNamespacePrefix */.$b) === true));
    work.charge(named.length * (1 + directories(binding).length));
    const nearness = possible.map((role) => sharedDirectories(role, binding));
    const nearest = nearness.reduce((most, each) => Math.max(most, each), 0);
    return possible.filter((_, index) => nearness[index] === nearest);
}
function sharedDirectories(role, binding) {
    const path = directories(role);
    const other = directories(binding);
    const differing = path.findIndex((segment, index) => segment !== other[index]);
    return differing < 0 ? path.length : differing;
}
/** Asked for each role of the name that a binding names. */
const directories = (0,memoize/* memoize */.B)((object) => (object.resource?.file ?? '').split('/').slice(0, -1));
function declaredRole({ kind, name, namespace, rules }) {
    return {
        kind,
        name,
        namespace,
        origin: 'declared',
        labels: {},
        selectors: undefined,
        rules: rules.map((rule, index) => (0,rbac_object/* ruleAt */.mH)(['rules', index], rule)),
        resource: undefined,
        reconciled: true,
    };
}
function groupBindings(bindings) {
    const groups = new Map();
    for (const binding of bindings) {
        for (const subjectKey of new Set(binding.subjects.map(({ subject }) => subject.key))) {
            const key = subjectPlace(subjectKey, binding.namespace);
            (0,build_groups/* addTo */.D)(groups, key, binding);
        }
    }
    return groups;
}
function subjectPlace(subjectKey, namespace) {
    return namespace === undefined ? subjectKey : `${namespace}/${subjectKey}`;
}


/***/ }),

/***/ 1440:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ changedFile)
/* harmony export */ });
/* harmony import */ var _git_diff_line_diff_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5303);
/* harmony import */ var _yaml_decode_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5100);


/** More changed lines than this are not searched: what is beyond is said to be about here. */
const mostLines = 20_000;
/** Compares a file of both sides by its lines; undefined where it is only on the base's side. */
function changedFile(path, before, after) {
    const now = after.bytes(path);
    if (now === undefined)
        return undefined;
    const old = before.bytes(path);
    const text = (0,_yaml_decode_text_js__WEBPACK_IMPORTED_MODULE_0__/* .decodeText */ .g)(now).text;
    const added = [];
    const removed = [];
    for (const { after: run } of (0,_git_diff_line_diff_js__WEBPACK_IMPORTED_MODULE_1__/* .lineDiff */ .gf)(old === undefined ? '' : (0,_yaml_decode_text_js__WEBPACK_IMPORTED_MODULE_0__/* .decodeText */ .g)(old).text, text).changes) {
        if (run.count === 0)
            removed.push(run.start);
        for (let line = run.start; line < run.start + run.count && added.length < mostLines; line++)
            added.push(line);
    }
    return { path, lines: text.split('\n'), added, removed };
}


/***/ }),

/***/ 7241:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cu: () => (/* binding */ valuesNamed),
/* harmony export */   Ji: () => (/* binding */ changedValues),
/* harmony export */   xm: () => (/* binding */ valueIn),
/* harmony export */   yI: () => (/* binding */ touches)
/* harmony export */ });
/* harmony import */ var _plain_values_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8419);

/** The paths of `.Values` that a template names: `.Values.rbac.create`, `$.Values.rbac`, `index .Values "rbac"`. */
function valuesNamed(template) {
    const dotted = [...template.matchAll(/\.Values((?:\.[A-Za-z_][\w]{0,100}){1,10})/g)].map((match) => (match[1] ?? '').slice(1).split('.'));
    const indexed = [...template.matchAll(/index\s+\$?\.Values((?:\s+"[^"\n]{1,100}"){1,5})/g)].map((match) => [...(match[1] ?? '').matchAll(/"([^"]+)"/g)].map((part) => part[1] ?? ''));
    return [...dotted, ...indexed];
}
/** Whether one path lies on the other: a template that names `rbac` uses `rbac.create`. */
function touches(named, path) {
    const shared = Math.min(named.length, path.length);
    for (let at = 0; at < shared; at++)
        if (named[at] !== String(path[at]))
            return false;
    return true;
}
/** The paths of values that differ between two documents of values, the deepest ones. */
function changedValues(after, before, path = [], found = []) {
    if (found.length >= 500)
        return found;
    if ((0,_plain_values_js__WEBPACK_IMPORTED_MODULE_0__/* .isMapping */ .pi)(after) && ((0,_plain_values_js__WEBPACK_IMPORTED_MODULE_0__/* .isMapping */ .pi)(before) || before === undefined || before === null)) {
        for (const [key, value] of Object.entries(after)) {
            changedValues(value, (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_0__/* .isMapping */ .pi)(before) ? before[key] : undefined, [...path, key], found);
        }
        return found;
    }
    if (Array.isArray(after) && Array.isArray(before)) {
        const had = new Set(before.map((item) => (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_0__/* .json */ .Pq)(item)));
        for (const [index, item] of after.entries()) {
            if (had.has((0,_plain_values_js__WEBPACK_IMPORTED_MODULE_0__/* .json */ .Pq)(item)))
                continue;
            // Of as many items as before, each is compared with the one in its place.
            changedValues(item, after.length === before.length ? before[index] : undefined, [...path, index], found);
        }
        if (after.length < before.length)
            found.push(path);
        return found;
    }
    if (typeof after === 'object' && after !== null) {
        if ((0,_plain_values_js__WEBPACK_IMPORTED_MODULE_0__/* .json */ .Pq)(after) !== (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_0__/* .json */ .Pq)(before))
            found.push(path);
    }
    else if ((0,_plain_values_js__WEBPACK_IMPORTED_MODULE_0__/* .scalarText */ .ws)(after) !== (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_0__/* .scalarText */ .ws)(before) || typeof before === 'object')
        found.push(path);
    return found;
}
/** The value under a path of keys and indices. */
function valueIn(value, path) {
    let current = value;
    for (const step of path) {
        if (Array.isArray(current))
            current = current[Number(step)];
        else
            current = (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_0__/* .isMapping */ .pi)(current) ? current[String(step)] : undefined;
    }
    return current;
}


/***/ }),

/***/ 4419:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  T: () => (/* binding */ Graph),
  b: () => (/* binding */ digest)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/kube/kustomization.js
var kustomization = __webpack_require__(1113);
// EXTERNAL MODULE: ./build/plain-values.js
var plain_values = __webpack_require__(8419);
// EXTERNAL MODULE: ./build/render/model/paths.js
var paths = __webpack_require__(9567);
;// CONCATENATED MODULE: ./build/render/graph/chart.js



/** Reads the chart of a folder with a Chart.yaml. Dependencies count when they are vendored in `charts/` or in the repository. */
function readChart(view, folder) {
    const file = (0,paths/* inFolder */._)(folder, 'Chart.yaml');
    if (view.file(file) === undefined)
        return undefined;
    const value = (0,plain_values/* mapping */.pq)(view.documents(file)[0]?.value);
    const below = view.below(folder);
    const gaps = below
        .filter((path) => view.isLink(path))
        .map((path) => ({ kind: 'link', name: path, file: path, at: [] }));
    const local = [];
    const drops = [];
    for (const { source, item, at } of dependencies(view, folder, value)) {
        const name = (0,plain_values/* text */.Qq)(item.name) ?? '';
        if (isVendored(below, folder, name))
            continue;
        const repository = (0,plain_values/* text */.Qq)(item.repository) ?? '';
        const path = repository.startsWith('file://') ? (0,kustomization/* pathBelow */.Br)(folder, repository.slice('file://'.length)) : undefined;
        if (path !== undefined && view.file((0,paths/* inFolder */._)(path, 'Chart.yaml')) !== undefined) {
            local.push({ name, folder: path });
            continue;
        }
        const address = `${repository === '' ? '' : `${repository.replace(/\/$/, '')}/`}${name} ${(0,plain_values/* text */.Qq)(item.version) ?? ''}`;
        gaps.push({ kind: 'remote', name: address.trim(), file: source, at });
        drops.push({ file: source, at });
    }
    return {
        folder,
        name: (0,plain_values/* text */.Qq)(value.name) ?? '',
        isLibrary: value.type === 'library',
        files: below.filter((path) => view.file(path) !== undefined),
        local,
        gaps,
        drops,
    };
}
/** The entries of `dependencies`, in Chart.yaml and, for charts of version 1, in requirements.yaml. */
function* dependencies(view, folder, chart) {
    const requirements = (0,paths/* inFolder */._)(folder, 'requirements.yaml');
    const sources = [
        [(0,paths/* inFolder */._)(folder, 'Chart.yaml'), chart.dependencies],
        [requirements, (0,plain_values/* mapping */.pq)(view.documents(requirements)[0]?.value).dependencies],
    ];
    for (const [source, value] of sources) {
        for (const [index, item] of (0,plain_values/* list */.p_)(value).entries()) {
            if ((0,plain_values/* isMapping */.pi)(item))
                yield { source, item, at: ['dependencies', index] };
        }
    }
}
function isVendored(below, folder, name) {
    const charts = (0,paths/* inFolder */._)(folder, 'charts');
    return below.some((path) => path === `${charts}/${name}/Chart.yaml` || (path.startsWith(`${charts}/${name}-`) && path.endsWith('.tgz')));
}

// EXTERNAL MODULE: ./build/yaml/parse-yaml.js + 9 modules
var parse_yaml = __webpack_require__(3966);
;// CONCATENATED MODULE: ./build/render/graph/plugins.js



const fields = ['generators', 'transformers', 'validators'];
const limits = { bytes: 1_000_000, documents: 100, depth: 60, aliases: 100, expandedNodes: 50_000 };
const functionAnnotations = ['config.kubernetes.io/function', 'config.k8s.io/function'];
/**
 * Reads the generators, transformers and validators of a kustomization. Builtin ones are kept with the files they name;
 * those that start a program or a container (exec, KRM functions, Go plugins) are taken out and named.
 */
function readPlugins(reading, kustomization) {
    for (const field of fields) {
        for (const [index, entry] of (0,plain_values/* list */.p_)(kustomization[field]).entries()) {
            if (typeof entry === 'string')
                readEntry(reading, entry, [field, index]);
        }
    }
}
function readEntry(reading, entry, at) {
    const { view, folder, file } = reading;
    if (entry.includes('\n') || /^\s*\{/.test(entry)) {
        const values = (0,parse_yaml/* parseYaml */.h)(Buffer.from(entry), limits).documents.map(({ value }) => value);
        takeConfigurations(reading, values, 'inline', at);
        return;
    }
    const path = (0,kustomization/* pathBelow */.Br)(folder, entry);
    if (path !== undefined && view.file(path) !== undefined) {
        const values = view.documents(path).map(({ value }) => value);
        if (takeConfigurations(reading, values, entry, at))
            reading.take(path, at);
    }
    else if (path !== undefined && view.isFolder(path)) {
        const own = view.kustomizationOf(path);
        const named = (0,plain_values/* list */.p_)((0,plain_values/* mapping */.pq)(view.documents(own ?? '')[0]?.value).resources);
        const values = named.flatMap((name) => typeof name === 'string' ? view.documents((0,kustomization/* pathBelow */.Br)(path, name) ?? '').map(({ value }) => value) : []);
        const plugin = values.find(isPlugin);
        if (plugin === undefined)
            reading.include(path, at);
        else
            reading.drop({ kind: 'plugin', name: pluginName(plugin, entry), file, at });
    }
    else
        reading.gap(entry, path, at);
}
/** Whether the configurations can be kept; else their entry is taken out. */
function takeConfigurations(reading, values, entry, at) {
    const plugin = values.find(isPlugin);
    if (plugin !== undefined) {
        reading.drop({ kind: 'plugin', name: pluginName(plugin, entry), file: reading.file, at });
        return false;
    }
    const charts = values.filter(isChartInflation);
    for (const chart of charts)
        reading.chart((0,plain_values/* mapping */.pq)(chart), at);
    if (charts.length > 0)
        return false;
    for (const value of values)
        takeFiles(reading, (0,plain_values/* mapping */.pq)(value), at);
    return true;
}
/** The files that a builtin generator or transformer names, relative to the kustomization. */
function takeFiles(reading, value, at) {
    const paths = [value.path, ...(0,plain_values/* list */.p_)(value.paths), ...(0,plain_values/* list */.p_)(value.replacements).map((item) => (0,plain_values/* mapping */.pq)(item).path)];
    for (const path of paths)
        if ((0,plain_values/* text */.Qq)(path) !== undefined)
            reading.input(String(path), at);
    if (value.kind === 'ConfigMapGenerator' || value.kind === 'SecretGenerator') {
        for (const field of ['files', 'envs']) {
            for (const entry of (0,plain_values/* list */.p_)(value[field])) {
                if (typeof entry === 'string')
                    reading.input(entry.slice(entry.indexOf('=') + 1), at);
            }
        }
    }
}
/** Whether a configuration starts a program: everything that is not builtin, and what names a function. */
function isPlugin(value) {
    if (!(0,plain_values/* isMapping */.pi)(value))
        return false;
    const annotations = (0,plain_values/* mapping */.pq)((0,plain_values/* mapping */.pq)(value.metadata).annotations);
    if (functionAnnotations.some((name) => annotations[name] !== undefined))
        return true;
    return value.apiVersion !== 'builtin';
}
/** Whether a configuration inflates a chart. */
function isChartInflation(value) {
    return (0,plain_values/* isMapping */.pi)(value) && value.apiVersion === 'builtin' && value.kind === 'HelmChartInflationGenerator';
}
function pluginName(value, entry) {
    const { apiVersion, kind } = (0,plain_values/* mapping */.pq)(value);
    const name = [(0,plain_values/* text */.Qq)(apiVersion), (0,plain_values/* text */.Qq)(kind)].filter((part) => part !== undefined).join(' ');
    return entry === 'inline' ? name : `${entry} (${name})`;
}

// EXTERNAL MODULE: ./build/render/graph/remote.js
var remote = __webpack_require__(8682);
;// CONCATENATED MODULE: ./build/render/graph/kustomization.js





/** Fields that list files or kustomizations. */
const includes = ['resources', 'bases', 'components'];
/** Fields that list files. */
const fileLists = ['crds', 'configurations', 'patchesStrategicMerge'];
/** Fields whose items name a file in `path`. */
const withPath = ['patches', 'patchesJson6902', 'replacements'];
const generators = ['configMapGenerator', 'secretGenerator'];
/** Reads the kustomization of a folder; undefined where there is none. Its file may be unreadable: then it names nothing. */
function readKustomization(view, folder) {
    const file = view.kustomizationOf(folder);
    if (file === undefined)
        return undefined;
    return new Reading(view, folder, file).part();
}
/** Collects what a kustomization names (kustomize api/types/kustomization.go). */
class Reading {
    view;
    folder;
    file;
    #inputs = [];
    #includes = [];
    #charts = [];
    #gaps = [];
    #drops = [];
    #chartHome = 'charts';
    constructor(view, folder, file) {
        this.view = view;
        this.folder = folder;
        this.file = file;
    }
    part() {
        const value = (0,plain_values/* mapping */.pq)(this.view.documents(this.file)[0]?.value);
        this.#chartHome = (0,plain_values/* text */.Qq)((0,plain_values/* mapping */.pq)(value.helmGlobals).chartHome) ?? 'charts';
        for (const field of includes)
            this.#each(value, field, (name, at) => this.#includeEntry(name, at));
        for (const field of fileLists) {
            // A patch that is written in place has several lines; what is one line names a file.
            this.#each(value, field, (name, at) => (isInline(name) ? undefined : this.input(name, at)));
        }
        for (const field of withPath)
            this.#inItems(value, field, (item, at) => this.#inputIn(item, 'path', at));
        for (const field of generators)
            this.#inItems(value, field, (item, at) => this.generatorInputs(item, at));
        this.#inputIn((0,plain_values/* mapping */.pq)(value.openapi), 'path', ['openapi']);
        this.#inItems(value, 'helmCharts', (item, at) => this.chart(item, at));
        this.#inItems(value, 'helmChartInflationGenerator', (item, at) => this.chart(item, at));
        readPlugins(this, value);
        return {
            folder: this.folder,
            file: this.file,
            isComponent: value.kind === 'Component',
            inputs: this.#inputs,
            includes: this.#includes,
            charts: this.#charts,
            gaps: this.#gaps,
            drops: this.#drops,
        };
    }
    input(name, at) {
        const path = (0,kustomization/* pathBelow */.Br)(this.folder, name);
        if (path !== undefined && this.view.file(path) !== undefined)
            this.take(path, at);
        else
            this.gap(name, path, at);
    }
    take(path, at) {
        this.#inputs.push({ path, at });
    }
    include(path, at) {
        this.#includes.push({ path, at });
    }
    gap(name, path, at) {
        if (path !== undefined && this.view.isLink(path))
            this.#gaps.push({ kind: 'link', name, file: this.file, at });
        else if ((0,remote/* isRemote */.V)(name))
            this.drop({ kind: 'remote', name, file: this.file, at });
        else
            this.#gaps.push({ kind: path === undefined ? 'outside' : 'missing', name, file: this.file, at });
    }
    drop(gap) {
        this.#gaps.push(gap);
        this.#drops.push(gap.at);
    }
    chart(value, at) {
        const name = (0,plain_values/* text */.Qq)(value.name) ?? (0,plain_values/* text */.Qq)(value.chartName) ?? '';
        const home = (0,plain_values/* text */.Qq)(value.chartHome) ?? this.#chartHome;
        const version = (0,plain_values/* text */.Qq)(value.version) ?? (0,plain_values/* text */.Qq)(value.chartVersion);
        const places = [name, ...(version === undefined ? [] : [`${name}-${version}/${name}`])];
        const folder = places
            .map((place) => (0,kustomization/* pathBelow */.Br)(this.folder, `${home}/${place}`))
            .find((path) => path !== undefined && this.view.file((0,paths/* inFolder */._)(path, 'Chart.yaml')) !== undefined);
        if (folder === undefined) {
            const repo = (0,plain_values/* text */.Qq)(value.repo) ?? (0,plain_values/* text */.Qq)(value.chartRepo) ?? (0,plain_values/* text */.Qq)(value.chartRepoUrl);
            const where = repo === undefined ? name : `${repo.replace(/\/$/, '')}/${name}`;
            this.drop({
                kind: repo === undefined ? 'missing' : 'remote',
                name: version === undefined ? where : `${where} ${version}`,
                file: this.file,
                at,
            });
            return;
        }
        this.#charts.push({ folder, value, at });
        this.#drops.push(at);
        const files = [value.valuesFile, value.values, ...(0,plain_values/* list */.p_)(value.additionalValuesFiles)];
        for (const each of files)
            if ((0,plain_values/* text */.Qq)(each) !== undefined)
                this.input(String(each), at);
    }
    /** Files that a ConfigMap or Secret generator packs: `files: [key=path]`, `envs`, `env`. */
    generatorInputs(item, at) {
        for (const field of ['files', 'envs']) {
            for (const [index, entry] of (0,plain_values/* list */.p_)(item[field]).entries()) {
                if (typeof entry === 'string')
                    this.input(entry.slice(entry.indexOf('=') + 1), [...at, field, index]);
            }
        }
        this.#inputIn(item, 'env', at);
    }
    #inputIn(item, field, at) {
        const name = (0,plain_values/* text */.Qq)(item[field]);
        if (name !== undefined)
            this.input(name, [...at, field]);
    }
    /** A file of manifests, or the folder of another kustomization. */
    #includeEntry(name, at) {
        const path = (0,kustomization/* pathBelow */.Br)(this.folder, name);
        if (path !== undefined && this.view.file(path) !== undefined)
            this.take(path, at);
        else if (path !== undefined && this.view.isFolder(path))
            this.include(path, at);
        else
            this.gap(name, path, at);
    }
    #each(value, field, read) {
        for (const [index, name] of (0,plain_values/* list */.p_)(value[field]).entries())
            if (typeof name === 'string')
                read(name, [field, index]);
    }
    #inItems(value, field, read) {
        for (const [index, item] of (0,plain_values/* list */.p_)(value[field]).entries())
            if ((0,plain_values/* isMapping */.pi)(item))
                read(item, [field, index]);
    }
}
function isInline(entry) {
    return entry.includes('\n') || /^\s*\{/.test(entry);
}

;// CONCATENATED MODULE: ./build/render/graph/graph.js



/** What includes what on one side: kustomizations and charts by their folders, each read once its contents are here. */
class Graph {
    view;
    #parts = new Map();
    #charts = new Map();
    #keys = new Map();
    constructor(view) {
        this.view = view;
    }
    kustomization(folder) {
        return this.#read(this.#parts, folder, readKustomization);
    }
    chart(folder) {
        return this.#read(this.#charts, folder, readChart);
    }
    /** What lacks a content that is not here yet is read again when it is asked for the next time. */
    #read(known, folder, read) {
        if (known.has(folder))
            return known.get(folder);
        const { misses } = this.view.contents;
        const part = read(this.view, folder);
        if (this.view.contents.misses === misses)
            known.set(folder, part);
        return part;
    }
    /** Everything that building these kustomizations and charts reads. A circle ends where it began. */
    closure(kustomizations, charts) {
        const files = new Set();
        const parts = new Map();
        const found = new Map();
        const openCharts = [...charts];
        const open = [...kustomizations];
        for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
            const part = parts.has(folder) ? undefined : this.kustomization(folder);
            if (part === undefined)
                continue;
            parts.set(folder, part);
            files.add(part.file);
            for (const { path } of part.inputs)
                files.add(path);
            for (const { path } of part.includes)
                open.push(path);
            for (const chart of part.charts)
                openCharts.push(chart.folder);
        }
        for (let folder = openCharts.pop(); folder !== undefined; folder = openCharts.pop()) {
            const chart = found.has(folder) ? undefined : this.chart(folder);
            if (chart === undefined)
                continue;
            found.set(folder, chart);
            for (const path of chart.files)
                files.add(path);
            for (const dependency of chart.local)
                openCharts.push(dependency.folder);
        }
        const all = [...parts.values()];
        const gaps = [...all, ...found.values()].flatMap((part) => part.gaps);
        return { files, kustomizations: all, charts: [...found.values()], gaps };
    }
    /** Equal for equal inputs of a kustomization's build, the ones of what it includes as well. */
    kustomizationKey(folder) {
        return this.#key(`k:${folder}`, () => {
            const part = this.kustomization(folder);
            if (part === undefined)
                return 'none';
            const own = [part.file, ...part.inputs.map(({ path }) => path)].map((path) => this.fileKey(path));
            const included = part.includes.map(({ path }) => this.kustomizationKey(path));
            const charts = part.charts.map((chart) => this.chartKey(chart.folder));
            return digest([...own, ...included, ...charts]);
        });
    }
    chartKey(folder) {
        return this.#key(`c:${folder}`, () => {
            const chart = this.chart(folder);
            if (chart === undefined)
                return 'none';
            const links = chart.gaps.map(({ name }) => this.view.tree.get(name)?.id ?? '');
            const local = chart.local.map((dependency) => this.chartKey(dependency.folder));
            return digest([...chart.files.map((path) => this.fileKey(path)), ...links, ...local]);
        });
    }
    fileKey(path) {
        return `${path}\0${this.view.tree.get(path)?.id ?? ''}`;
    }
    /** A circle's key is taken for equal: a circle is never built. */
    #key(name, make) {
        const known = this.#keys.get(name);
        if (known !== undefined)
            return known;
        this.#keys.set(name, 'circle');
        const key = make();
        this.#keys.set(name, key);
        return key;
    }
}
/** One short text for several. */
function digest(parts) {
    return (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(parts)).digest('base64');
}


/***/ }),

/***/ 8682:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ shownAddress),
/* harmony export */   V: () => (/* binding */ isRemote)
/* harmony export */ });
/* harmony import */ var _clipped_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9879);
/* harmony import */ var _git_process_remote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2647);


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


/***/ }),

/***/ 5284:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  c: () => (/* binding */ ChartReach),
  L: () => (/* binding */ isSameResolved)
});

// EXTERNAL MODULE: ./build/git/diff/line-diff.js + 1 modules
var line_diff = __webpack_require__(5303);
// EXTERNAL MODULE: ./build/kube/template/actions.js
var actions = __webpack_require__(7892);
// EXTERNAL MODULE: ./build/plain-values.js
var plain_values = __webpack_require__(8419);
// EXTERNAL MODULE: ./build/render/blame/values-lines.js
var values_lines = __webpack_require__(7241);
// EXTERNAL MODULE: ./build/render/model/paths.js
var paths = __webpack_require__(9567);
;// CONCATENATED MODULE: ./build/render/judge/chart-files.js


/** The files of a chart that differ and that templates with permissions or accounts (`sources`) depend on. */
function reachingFiles(chart, sources, views) {
    if (sources.length === 0)
        return [];
    const differs = (path) => views.before.tree.get(path)?.id !== views.after.tree.get(path)?.id;
    return [
        ...chart.files.flatMap((file) => isMetadata(file) && differs(file) ? inMetadata(file, sources, chart, views) : []),
        ...ignored(chart, views, differs),
        ...chart.files.flatMap((file) => !isMetadata(file) && !isTemplate(file) && differs(file) && isReadBy(sources, file)
            ? [{ file, path: [], by: 'a file that a template reads' }]
            : []),
    ];
}
/** Patterns of `.helmignore` decide which templates are there. */
function ignored(chart, views, differs) {
    const file = (0,paths/* inFolder */._)(chart.folder, '.helmignore');
    if (!differs(file))
        return [];
    const shown = views.after.file(file) === undefined ? (0,paths/* inFolder */._)(chart.folder, 'Chart.yaml') : file;
    return [{ file: shown, path: [], by: 'which templates .helmignore leaves out' }];
}
function inMetadata(file, sources, chart, views) {
    const now = (0,plain_values/* mapping */.pq)(views.after.documents(file)[0]?.value);
    const old = (0,plain_values/* mapping */.pq)(views.before.documents(file)[0]?.value);
    return [...changedDependencies(now, old, file, chart), ...changedFields(now, old, sources)].map((each) => ({
        file,
        ...each,
    }));
}
/** Dependencies that are in the repository and whose condition, tags, alias or imported values differ. */
function changedDependencies(now, old, file, chart) {
    const known = new Set((0,plain_values/* list */.p_)(old.dependencies).map(withoutVersion));
    const isRemote = (index) => chart.gaps.some((gap) => gap.file === file && gap.at[1] === index);
    return [...(0,plain_values/* list */.p_)(now.dependencies).entries()].flatMap(([index, item]) => known.has(withoutVersion(item)) || isRemote(index) ? [] : [{ path: ['dependencies', index], by: 'a dependency' }]);
}
function withoutVersion(dependency) {
    const { version: _, ...rest } = (0,plain_values/* mapping */.pq)(dependency);
    return (0,plain_values/* json */.Pq)(rest);
}
function changedFields(now, old, sources) {
    const used = new Set(sources.flatMap(grantingFields));
    return Object.keys(now)
        .filter((key) => used.has(key.toLowerCase()) && (0,plain_values/* json */.Pq)(now[key]) !== (0,plain_values/* json */.Pq)(old[key]))
        .map((key) => ({ path: [key], by: `the chart's ${key}` }));
}
/** The fields of Chart.yaml that a template puts into what it grants, in small letters: `roleRef: {name: {{ .Chart.Name }}}`. */
function grantingFields(source) {
    let top = '';
    return source.split('\n').flatMap((line) => {
        top = /^["']?([A-Za-z]\w{0,40})["']?\s{0,5}:/.exec(line)?.[1] ?? top;
        if (!/^(?:rules|roleRef|subjects|aggregationRule|kind|apiVersion)$/.test(top))
            return [];
        return [...line.matchAll(/\.Chart\.(\w{1,40})/g)].map(([, name = '']) => name.toLowerCase());
    });
}
/** Whether some template reads files, and this one where all of them are named. */
function isReadBy(sources, file) {
    return sources.some((source) => {
        const uses = source.match(/\.Files\b/g)?.length ?? 0;
        const named = [...source.matchAll(/\.Files\.(?:Get|GetBytes|Lines)\s{1,5}"([^"\n*]{1,300})"/g)].map(([, name = '']) => name);
        return uses > named.length || named.some((name) => file.endsWith(name));
    });
}
function isMetadata(path) {
    return /(?:^|\/)(?:Chart|requirements)\.yaml$/.test(path);
}
function isTemplate(path) {
    return /\/templates\//.test(`/${path}`);
}

;// CONCATENATED MODULE: ./build/render/judge/subcharts.js



/** Whether a template is the chart's own, not one of a subchart below it. */
function isOwnTemplate(chart, path) {
    return path.startsWith((0,paths/* inFolder */._)(chart.folder, 'templates/'));
}
/** How values of a chart reach the templates of the charts in it (Helm's `chartutil`: `ToRenderValues`, `ProcessDependencies`). */
class SubchartValues {
    /** Keys below which a chart's values are those of a subchart: its name, its alias. */
    #names = new Set();
    #imports = false;
    constructor(view, charts) {
        for (const { files, local } of charts) {
            for (const { name } of local)
                this.#names.add(name);
            for (const path of files)
                this.#read(view, path);
        }
    }
    /** Whether a value at `path` of some chart's values may be what a template names as `named`. */
    reaches(named, path) {
        if ((0,values_lines/* touches */.yI)(named, path))
            return true;
        const first = path.findIndex((step) => !this.#names.has(String(step)));
        if (first > 0 && (0,values_lines/* touches */.yI)(named, path.slice(first)))
            return true;
        // A parent takes values under `exports`, or any it names, to other keys.
        return this.#imports && named.at(-1) === String(path.at(-1));
    }
    #read(view, path) {
        const folder = /(?:^|\/)charts\/([^/]+)\/Chart\.yaml$/.exec(path)?.[1];
        if (folder !== undefined)
            this.#names.add(folder);
        if (!/(?:^|\/)(?:Chart|requirements)\.yaml$/.test(path))
            return;
        const chart = (0,plain_values/* mapping */.pq)(view.documents(path)[0]?.value);
        for (const name of [(0,plain_values/* text */.Qq)(chart.name), ...(0,plain_values/* list */.p_)(chart.dependencies).flatMap(namesOf)]) {
            if (name !== undefined)
                this.#names.add(name);
        }
        this.#imports ||= (0,plain_values/* list */.p_)(chart.dependencies).some((item) => (0,plain_values/* list */.p_)((0,plain_values/* mapping */.pq)(item)['import-values']).length > 0);
    }
}
function namesOf(dependency) {
    return (0,plain_values/* isMapping */.pi)(dependency) ? [(0,plain_values/* text */.Qq)(dependency.name), (0,plain_values/* text */.Qq)(dependency.alias)] : [];
}

// EXTERNAL MODULE: ./build/render/judge/template-text.js + 1 modules
var template_text = __webpack_require__(3833);
;// CONCATENATED MODULE: ./build/render/judge/chart-reach.js








/**
 * What of a change of charts, or of the values they are given, can reach a permission or a workload's account, seen from
 * the text alone: for charts that were not rendered.
 */
class ChartReach {
    #views;
    #after;
    #before;
    #limits;
    constructor(views, before, after, limits) {
        this.#views = views;
        this.#before = before;
        this.#after = after;
        this.#limits = limits;
    }
    find() {
        return this.#after.closure.charts.flatMap((chart) => {
            const templates = this.#templates(chart);
            const sources = templates.map(({ source }) => source);
            const found = chart.files.flatMap((path) => (this.#isSame(path) ? [] : this.#inFile(chart, path, sources)));
            const others = reachingFiles(chart, sources, this.#views).map(({ file, path, by }) => ({
                position: { file, ...(this.#views.after.documents(file)[0]?.at(path) ?? { line: 1, column: 1 }) },
                by,
            }));
            return [...found, ...others, ...this.#inValues(chart, templates)];
        });
    }
    /** The chart's templates that may give what counts. */
    #templates(chart) {
        return chart.files
            .filter((path) => /\/templates\//.test(`/${path}`))
            .map((path) => ({ path, source: textOf(this.#views.after, path) }))
            .filter(({ source }) => (0,template_text/* mayGiveRbac */.vU)(source) || (0,template_text/* mayGiveAccount */._B)(source));
    }
    /** Whether the chart's own values, old and new, make the same of every template. */
    #isSameByDefaults(chart) {
        if (!this.#after.root.isByDefaults)
            return false;
        return chart.files.every((path) => !/\/templates\//.test(`/${path}`) || isSameResolved(chart, path, this.#views));
    }
    /** The templates with what their own values say in place: what they still name is open. */
    #unresolved(chart, templates) {
        return templates.map(({ path, source }) => (0,template_text/* resolved */.L$)(source, this.#values(this.#views.after, chart, path)));
    }
    #inFile(chart, path, templates) {
        if (path.endsWith('.tgz'))
            return [{ position: { file: path, line: 1, column: 1 }, by: 'a packaged chart' }];
        if (!/\/templates\//.test(`/${path}`) || path.endsWith('NOTES.txt'))
            return [];
        const [before, after] = [this.#views.before, this.#views.after].map((view) => (0,template_text/* resolved */.L$)(textOf(view, path), this.#values(view, chart, path)));
        return this.#inTemplate(path, before ?? '', after ?? '', templates);
    }
    #inTemplate(file, before, after, templates) {
        const changed = changedLines(before, after);
        const [first] = changed;
        if (first === undefined)
            return [];
        const place = (line) => ({ file, line: Math.max(1, line), column: 1 });
        const counts = (0,template_text/* mayGiveRbac */.vU)(after) || (0,template_text/* mayGiveRbac */.vU)(before);
        if (counts && (0,actions/* templateProblems */.b)(after, this.#limits).length > 0) {
            return [{ position: place(first.line), by: 'a template that is not YAML before it is rendered' }];
        }
        const telling = changed.find(({ text }) => (0,template_text/* hasTellingAction */._V)(text) && (counts || (0,template_text/* mayGiveAccount */._B)(text)));
        if (telling !== undefined)
            return [{ position: place(telling.line), by: 'an action of a template' }];
        const define = changed.find(({ define: name }) => name !== undefined && templates.some((each) => each.includes(`"${name}"`)));
        return define === undefined ? [] : [{ position: place(define.line), by: `the named template "${define.define}"` }];
    }
    /** Values that differ and that a template with permissions names. */
    #inValues(chart, templates) {
        const subcharts = new SubchartValues(this.#views.after, this.#after.closure.charts);
        const usedBy = (sources) => {
            const named = sources.flatMap(values_lines/* valuesNamed */.Cu);
            return (path) => named.some((each) => subcharts.reaches(each, path));
        };
        const isNamed = usedBy(templates.map(({ source }) => source));
        const isOpen = this.#isSameByDefaults(chart) ? usedBy(this.#unresolved(chart, templates)) : isNamed;
        const defaults = (0,paths/* inFolder */._)(chart.folder, 'values.yaml');
        const files = [...this.#after.closure.files].filter((path) => /\.ya?ml$/.test(path) && !/\/templates\//.test(`/${path}`) && !path.endsWith('Chart.yaml'));
        const found = files.flatMap((file) => this.#isSame(file) ? [] : this.#inValuesFile(file, defaults, file === defaults ? isOpen : isNamed));
        return [...found, ...this.#inDeclaration(isNamed)];
    }
    /** A new file of values is compared with the chart's own ones, which it lies over. */
    #inValuesFile(file, defaults, isUsed) {
        const { before, after } = this.#views;
        const document = after.documents(file)[0];
        const old = before.documents(before.file(file) === undefined ? defaults : file)[0];
        const path = usedChange(document?.value, old?.value, isUsed);
        if (document === undefined || path === undefined)
            return [];
        return [{ position: { file, ...document.at(path) }, by: 'a value' }];
    }
    /** Values that the object that declares the root states itself. */
    #inDeclaration(isUsed) {
        const { root } = this.#after;
        const { declared } = root;
        if (declared === undefined)
            return [];
        for (const [index, source] of root.sources.entries()) {
            const old = this.#before?.root.sources[index];
            if (source.kind !== 'helm')
                continue;
            const former = old?.kind === 'helm' ? old : undefined;
            const path = usedChange(merged(source.values), merged(former?.values ?? []), isUsed);
            const isOtherFiles = former !== undefined && source.valueFiles.join() !== former.valueFiles.join();
            const known = new Set(former?.parameters.map(({ name, value }) => `${name}=${value}`));
            const parameter = source.parameters.find(({ name, value }) => !known.has(`${name}=${value}`) && isUsed(name.split(/[.[\]]+/)));
            if (path === undefined && parameter === undefined && !isOtherFiles)
                continue;
            const document = this.#views.after.documents(declared.file)[declared.document];
            return [{ position: { file: declared.file, ...placeOf(document, declared.at, path) }, by: 'a value' }];
        }
        return [];
    }
    #values(view, chart, path) {
        // Other roots may set other values: only one that has its defaults alone is known.
        return this.#after.root.isByDefaults ? defaultsOf(view, chart, path) : {};
    }
    #isSame(path) {
        return this.#views.before.tree.get(path)?.id === this.#views.after.tree.get(path)?.id;
    }
}
/** Whether a template says the same before and after, once the chart's own values are in place of what names them. */
function isSameResolved(chart, path, { before, after }) {
    const [old, now] = [before, after].map((view) => {
        return (0,template_text/* resolved */.L$)(textOf(view, path), defaultsOf(view, chart, path))
            .split('\n')
            .map(template_text/* bare */.$B)
            .join('\n');
    });
    return old === now;
}
/** The chart's own values; a template of a subchart sees others. */
function defaultsOf(view, chart, template) {
    return isOwnTemplate(chart, template) ? (0,plain_values/* mapping */.pq)(view.documents((0,paths/* inFolder */._)(chart.folder, 'values.yaml'))[0]?.value) : {};
}
/** Lines that one of two texts has and the other has not, by their place after. */
function changedLines(before, after) {
    const [old, now] = [before, after].map((text) => text.split('\n'));
    const [bareOld, bareNow] = [old, now].map((lines) => `${(lines ?? []).map(template_text/* bare */.$B).join('\n')}\n`);
    const defines = [old, now].map((lines) => definesOf(lines ?? []));
    return (0,line_diff/* lineDiff */.gf)(bareOld ?? '', bareNow ?? '').changes.flatMap((change) => {
        const removed = run(change.before).map((line) => ({
            line: change.after.start,
            text: old?.[line - 1] ?? '',
            define: defines[0]?.[line - 1],
        }));
        const added = run(change.after).map((line) => ({
            line,
            text: now?.[line - 1] ?? '',
            define: defines[1]?.[line - 1],
        }));
        return [...added, ...removed].filter(({ text }) => text.trim() !== '');
    });
}
function run({ start, count }) {
    return Array.from({ length: count }, (_, index) => start + index);
}
/** For each line the named template it is in, where it is in one. */
function definesOf(lines) {
    let name;
    let depth = 0;
    return lines.map((line) => {
        const opened = /\{\{-?\s{0,10}define\s+"([^"]{1,200})"/.exec(line)?.[1];
        if (opened !== undefined)
            [name, depth] = [opened, 1];
        const inside = name;
        if (opened === undefined && name !== undefined) {
            depth += [...line.matchAll(/\{\{-?\s{0,10}(?:if|with|range|block)\b/g)].length;
        }
        depth -= [...line.matchAll(/\{\{-?\s{0,10}end\s{0,10}-?\}\}/g)].length;
        if (depth <= 0)
            name = undefined;
        return inside;
    });
}
function usedChange(after, before, isUsed) {
    const paths = [...(0,values_lines/* changedValues */.Ji)(after, before)];
    // A value that is gone falls back to a default, which may be wider.
    const gone = (0,values_lines/* changedValues */.Ji)(before, after).map((path) => path.slice(0, -1));
    return [...paths, ...gone].find((path) => path.length > 0 && isUsed(path));
}
function merged(values) {
    return Object.assign({}, ...values.map(plain_values/* mapping */.pq));
}
function placeOf(document, at, path) {
    const spec = at.slice(0, at.indexOf('spec') + 1);
    const places = [['values'], ['source', 'helm', 'valuesObject'], ['source', 'helm', 'values'], ['source', 'helm']];
    for (const inside of places) {
        let current = document?.value;
        for (const step of [...spec, ...inside])
            current = (0,plain_values/* mapping */.pq)(current)[String(step)];
        if (current !== undefined)
            return document?.at([...spec, ...inside, ...(path ?? [])]) ?? { line: 1, column: 1 };
    }
    return document?.at(at) ?? { line: 1, column: 1 };
}
function textOf(view, path) {
    return view.bytes(path)?.toString('utf8') ?? '';
}


/***/ }),

/***/ 3833:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $B: () => (/* binding */ bare),
  _V: () => (/* binding */ hasTellingAction),
  _B: () => (/* binding */ mayGiveAccount),
  vU: () => (/* binding */ mayGiveRbac),
  L$: () => (/* binding */ resolved)
});

// EXTERNAL MODULE: ./build/kube/candidate.js
var candidate = __webpack_require__(9405);
// EXTERNAL MODULE: ./build/plain-values.js
var plain_values = __webpack_require__(8419);
// EXTERNAL MODULE: ./build/kube/template/conditions.js
var conditions = __webpack_require__(3145);
;// CONCATENATED MODULE: ./build/render/judge/document-actions.js

/** Actions that control, name or set, and give no text of their own. */
const silent = /^(?:(?:if|else|end|with|range|define|block|break|continue)\b|\$\w{0,100}(?:,\s{0,5}\$\w{1,100})?\s{0,20}:?=)/;
/** Indents what it gives: part of the structure around it, where there is one. */
const indented = /\|\s{0,20}n?indent\s{1,20}[1-9]\d{0,3}\s{0,20}-?$/;
/** Gives one value or what a named template says: below a key where it is indented by its place. */
const plainOutput = /^(?:[$]?\.?[\w.]{1,300}|(?:include|template|toYaml|toJson)\s[^|]{1,300})$/;
const naming = /^(?:include|template)\s{1,5}"[\w.-]{0,100}(?:[nN]ame|[lL]abels|chart|namespace|annotations|[sS]elector)"/;
const givesText = '\u0001';
const givesNone = '\u0002';
/** Gives text that counts where nothing of the document is before it. */
const whereEmpty = '\u0003';
/**
 * Whether a template has a line of nothing but actions of which one gives text of its own, outside named templates and not
 * indented into what is around it: any document may be in it (`{{ .Files.Get "x.yaml" }}`, `{{ "…" | b64dec }}`).
 */
function mayGiveDocuments(source) {
    let isInDocument = false;
    return withoutCode(source)
        .split('\n')
        .some((line) => {
        const words = line.replaceAll(/[\u0001\u0002\u0003\s]/g, '');
        if (words !== '') {
            isInDocument = !words.startsWith('---') && (isInDocument || !words.startsWith('#'));
            return false;
        }
        return line.includes(givesText) || (!isInDocument && line.includes(whereEmpty));
    });
}
/** The template with one mark in place of each action; what named templates hold is left out. */
function withoutCode(source) {
    const kept = [];
    let done = 0;
    let depth = 0;
    for (const { offset, end, code } of (0,conditions/* templateActions */.u)(source)) {
        if (depth === 0)
            kept.push(source.slice(done, offset));
        done = end;
        if (depth > 0 && /^(?:if|with|range|block)\b/.test(code))
            depth++;
        else if (depth > 0 && /^end\b/.test(code))
            depth--;
        else if (depth === 0 && /^define\b/.test(code))
            depth = 1;
        else if (depth === 0)
            kept.push(markOf(code, source.slice(source.lastIndexOf('\n', offset - 1) + 1, offset)));
    }
    if (depth === 0)
        kept.push(source.slice(done));
    return kept.join('');
}
function markOf(code, before) {
    if (silent.test(code) || naming.test(code))
        return givesNone;
    const isPart = indented.test(code) || (/^\s+$/.test(before) && plainOutput.test(code));
    return isPart ? whereEmpty : givesText;
}

;// CONCATENATED MODULE: ./build/render/judge/template-text.js



/** Whether what a template gives may be a role or a binding: by its words, or because an action makes the kind or all of it. */
function mayGiveRbac(source) {
    if (source === '')
        return false;
    return ((0,candidate/* isCandidate */.qn)(Buffer.from(source)) ||
        /\b(?:rules|roleRef|subjects|aggregationRule)["']?\s{0,5}:/.test(source) ||
        /^\s{0,20}["']?kind["']?\s{0,5}:[^\n]{0,200}\{\{/m.test(source) ||
        mayGiveDocuments(source));
}
/** Whether it says as whom a pod runs. */
function mayGiveAccount(source) {
    return /serviceAccount|automountServiceAccountToken/.test(source);
}
/** Expressions that only name things. */
const template_text_naming = /^-?\s{0,20}(?:[$]?\.(?:Release|Chart)\.\w+|(?:include|template)\s+"[\w.-]{0,100}(?:[nN]ame|labels|Labels|chart|namespace|annotations)"[^{}|]{0,100})(?:\s{0,20}\|\s{0,20}(?:quote|n?indent \d+|trunc \d+|trimSuffix "-"|lower))*\s{0,20}-?$/;
/** Whether a line has an action that may change more than a name. */
function hasTellingAction(line) {
    if (/\{\{(?:-\s)?\/\*(?:(?!\*\/|").)*\*\/(?:\s-)?\}\}/.test(line) && line.split('{{').length === 2)
        return false;
    const actions = [...line.matchAll(/\{\{((?:[^{}]|\{(?!\{)|\}(?!\}))*)\}\}/g)];
    if (actions.length === 0)
        return line.includes('{{') || line.includes('}}');
    return actions.some(([, code = '']) => !template_text_naming.test(code));
}
const simple = /\{\{-?\s{0,20}(?:(toYaml|toJson|quote)\s+)?\(?[$]?\.Values((?:\.\w{1,100}){1,10})\)?((?:\s{0,20}\|\s{0,20}(?:toYaml|toJson|quote|n?indent \d+|default [^|{}]{1,100}))*)\s{0,20}-?\}\}/g;
/** The text with plain uses of known values replaced by these values, written as JSON on one line. */
function resolved(source, values) {
    return source.replaceAll(simple, (action, _first, path) => {
        let value = values;
        for (const key of path.slice(1).split('.'))
            value = (0,plain_values/* isMapping */.pi)(value) ? value[key] : undefined;
        return value === undefined || value === null ? action : (0,plain_values/* json */.Pq)(value);
    });
}
/** A line as it counts when two texts are compared: without quotes and blanks, which YAML and JSON set differently. */
function bare(line) {
    return line.replaceAll(/["'\s]/g, '');
}


/***/ }),

/***/ 5534:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  R: () => (/* binding */ assembleRoot),
  T: () => (/* binding */ plainObjects)
});

// EXTERNAL MODULE: ./build/kube/resources.js
var resources = __webpack_require__(7005);
// EXTERNAL MODULE: ./build/kube/scope.js
var scope = __webpack_require__(9464);
// EXTERNAL MODULE: ./build/plain-values.js
var plain_values = __webpack_require__(8419);
// EXTERNAL MODULE: ./build/render/blame/changed-file.js
var changed_file = __webpack_require__(1440);
;// CONCATENATED MODULE: ./build/render/blame/line-search.js
/** Texts beyond these are not looked for. */
const mostNeedles = 50;
/** How far above a value the name of its field may be, as in a JSON patch. */
const nearby = 4;
/**
 * The changed line that most of the texts are on; the field's name on it or a little above tips the scales. Without
 * `isGuess` only a line that holds something new counts; with it any line does, and the field's name is enough.
 */
function bestLine(files, needles, names, isGuess) {
    const wanted = [...needles].sort((a, b) => b.weight - a.weight).slice(0, mostNeedles);
    const freshest = wanted[0]?.weight ?? 0;
    let best;
    for (const file of files) {
        for (const line of file.added) {
            const source = file.lines[line - 1] ?? '';
            const found = wanted.filter(({ text }) => holdsWord(source, text));
            const hasFresh = found.some(({ weight }) => weight === freshest && weight > 1);
            const named = names.filter((name) => isNear(file, line, name)).length;
            if (!hasFresh && !isGuess)
                continue;
            const score = found.reduce((sum, { weight }) => sum + weight, 0) + 2 * named;
            if (score <= (best?.score ?? 0))
                continue;
            const column = found[0] === undefined ? source.search(/\S|$/) : source.indexOf(found[0].text);
            const place = { file: file.path, line, column: column + 1 };
            best = { position: isGuess ? { ...place, isGuess } : place, score };
        }
    }
    return best?.position;
}
/** Whether a line holds a text as a word of its own. */
function holdsWord(line, text) {
    const first = text.split('\n', 1)[0] ?? '';
    if (first === '')
        return false;
    for (let at = line.indexOf(first); at >= 0; at = line.indexOf(first, at + 1)) {
        const [left = ' ', right = ' '] = [line[at - 1], line[at + first.length]];
        if (!/[\w-]/.test(left) && !/[\w-]/.test(right))
            return true;
        if (!/\w/.test(first))
            return true;
    }
    return false;
}
function isNear(file, line, name) {
    for (let at = line; at > line - nearby && at > 0; at--)
        if ((file.lines[at - 1] ?? '').includes(name))
            return true;
    return false;
}

;// CONCATENATED MODULE: ./build/render/blame/needles.js

/** What says most: a value that the object had not before. */
const fresh = 8;
const most = 200;
/**
 * The texts that a change of `path` would have brought: the scalars there that the former object had not, and, with less
 * weight, those it had. Where nothing there differs, what differs anywhere in the object.
 */
function needlesOf(value, before, path) {
    const scalars = [...scalarsUnder(valueAt(value, path)), ...decodedAt(value, path)].map(openVariable);
    const last = path.at(-1);
    // A label or annotation is its key as well.
    if (typeof last === 'string' && !(last in fieldNames))
        scalars.push(last);
    const old = new Set(scalarsUnder(valueAt(before, path.slice(0, 1))));
    const needles = scalars.map((text) => ({ text, weight: before !== undefined && old.has(text) ? 1 : fresh }));
    if (before === undefined || needles.some(({ weight }) => weight === fresh))
        return needles;
    const changed = differing(value, before).map((text) => ({ text: openVariable(text), weight: fresh }));
    return changed.length > 0 ? changed : needles;
}
/** A variable alone without its end: the source may have a default there. */
function openVariable(text) {
    return /^\$\{\w{1,200}\}$/.test(text) ? text.slice(0, -1) : text;
}
/** What the base64 of a Secret says: sources have it as it is, and only rendering encodes it. */
function decodedAt(value, path) {
    if (!(0,plain_values/* isMapping */.pi)(value) || value.kind !== 'Secret' || path[0] !== 'data')
        return [];
    return scalarsUnder(valueAt(value, path)).flatMap((encoded) => {
        const text = Buffer.from(encoded, 'base64').toString('utf8');
        return text !== '' && !text.includes('\ufffd') ? [text] : [];
    });
}
/** Names of fields of the API, which are not new by themselves. */
const fieldNames = Object.fromEntries(`rules verbs resources apiGroups resourceNames nonResourceURLs roleRef subjects name kind namespace metadata labels
   annotations spec template serviceAccountName aggregationRule data stringData`
    .split(/\s+/)
    .map((name) => [name, true]));
/** The scalars of an object that its former state had not at the same place. */
function differing(value, before, found = []) {
    if (found.length >= most)
        return found;
    if (Array.isArray(value)) {
        const old = new Set(scalarsUnder(before));
        for (const text of scalarsUnder(value))
            if (!old.has(text))
                found.push(text);
    }
    else if ((0,plain_values/* isMapping */.pi)(value)) {
        for (const [key, item] of Object.entries(value))
            differing(item, (0,plain_values/* isMapping */.pi)(before) ? before[key] : undefined, found);
    }
    else if ((0,plain_values/* scalarText */.ws)(value) !== '' && (0,plain_values/* scalarText */.ws)(value) !== (0,plain_values/* scalarText */.ws)(before))
        found.push((0,plain_values/* scalarText */.ws)(value));
    return found;
}
function scalarsUnder(value, found = []) {
    if (found.length >= most)
        return found;
    if (Array.isArray(value))
        for (const item of value)
            scalarsUnder(item, found);
    else if ((0,plain_values/* isMapping */.pi)(value))
        for (const item of Object.values(value))
            scalarsUnder(item, found);
    else if ((0,plain_values/* scalarText */.ws)(value) !== '' && !found.includes((0,plain_values/* scalarText */.ws)(value)))
        found.push((0,plain_values/* scalarText */.ws)(value));
    return found;
}
function valueAt(value, path) {
    let current = value;
    for (const step of path) {
        if (Array.isArray(current))
            current = typeof step === 'number' ? current[step] : undefined;
        else
            current = (0,plain_values/* isMapping */.pi)(current) ? current[String(step)] : undefined;
    }
    return current;
}

// EXTERNAL MODULE: ./build/render/blame/values-lines.js
var values_lines = __webpack_require__(7241);
;// CONCATENATED MODULE: ./build/render/blame/locator.js





/**
 * Finds for a place in a rendered object the line of the source that changed it. The tools name the file an object was
 * written in, never the patch or the values that altered it: so the value is looked for among the lines that the change
 * touches in the files the root is made of.
 */
class Locator {
    #root;
    #closure;
    #views;
    #changed;
    #before = new Map();
    /** The same by the file they were written in. */
    #beforeByOrigin = new Map();
    #known = new Map();
    constructor(root, closure, views) {
        this.#root = root;
        this.#closure = closure;
        this.#views = views;
        this.#changed = changedFiles(root, closure, views);
    }
    /** The objects that the root gave before; what is compared with them is what differs. */
    compareWith(documents) {
        for (const document of documents) {
            this.#before.set(identityKey(document.value), document);
            const origin = originKey(document);
            const known = this.#beforeByOrigin.get(origin);
            if (known === undefined)
                this.#beforeByOrigin.set(origin, [document]);
            else
                known.push(document);
        }
    }
    locate(object, path) {
        const key = `${identityKey(object.value)} ${JSON.stringify(path)}`;
        const known = this.#known.get(key) ?? this.#search(object, path);
        this.#known.set(key, known);
        return known;
    }
    #search(object, path) {
        const before = this.#counterpart(object);
        return (this.#inOrigin(object, path) ??
            (before === undefined ? this.#newlyIncluded(object) : undefined) ??
            this.#byValue(object, before, path, false) ??
            this.#inValues(object) ??
            this.#byValue(object, before, path, true) ??
            this.#anywhere());
    }
    #counterpart(object) {
        const same = this.#before.get(identityKey(object.value));
        if (same !== undefined || object.origin.file === undefined)
            return same;
        // Another name or namespace than before: a prefix was put to it, or taken away.
        const name = nameOf(object.value);
        return this.#beforeByOrigin.get(originKey(object))?.find((old) => {
            const former = nameOf(old.value);
            return former !== '' && (name.includes(former) || former.includes(name));
        });
    }
    /** The same place in the manifest the object was written in, where that line is among the changed ones. */
    #inOrigin({ origin, value }, path) {
        const file = this.#changed.get(origin.file ?? '');
        if (file === undefined)
            return undefined;
        const source = sourceOf(this.#views.after.documents(file.path), value);
        if (source === undefined)
            return undefined;
        const place = source.at(path);
        const [written, made] = [source.value, value].map((each) => withoutDefaults(asText((0,values_lines/* valueIn */.xm)(each, path))));
        const isSame = written === made;
        return isSame && file.added.includes(place.line) ? { file: file.path, ...place } : undefined;
    }
    /** The entry that brings an object in whose own file is as it was. */
    #newlyIncluded({ origin }) {
        const made = origin.file ?? origin.generatedBy;
        if (made === undefined || this.#changed.has(made))
            return undefined;
        for (const { file, at } of includeChain(this.#closure.kustomizations, this.#root, made)) {
            const place = this.#views.after.documents(file)[0]?.at(at);
            if (place !== undefined && this.#changed.get(file)?.added.includes(place.line))
                return { file, ...place };
        }
        return this.#declaration();
    }
    #byValue(object, before, path, isGuess) {
        const needles = needlesOf(object.value, before?.value, path);
        const names = path.filter((step) => typeof step === 'string').slice(-2);
        return bestLine(this.#ordered(object), needles, names, isGuess);
    }
    /** The changed value that the object's template names, else the only changed value there is. */
    #inValues({ origin }) {
        const template = this.#views.after.bytes(origin.file ?? '')?.toString('utf8') ?? '';
        const named = (0,values_lines/* valuesNamed */.Cu)(template);
        let first;
        for (const { path: file } of this.#changed.values()) {
            if (!/\.ya?ml$/.test(file) || file === origin.file || /(?:^|\/)templates\//.test(file))
                continue;
            for (const [index, document] of this.#views.after.documents(file).entries()) {
                const old = this.#views.before.documents(file)[index]?.value;
                for (const path of (0,values_lines/* changedValues */.Ji)(document.value, old)) {
                    const place = { file, ...document.at(path) };
                    first ??= { ...place, isGuess: true };
                    const inside = valuesPath(path);
                    const parameter = (0,plain_values/* text */.Qq)((0,plain_values/* mapping */.pq)((0,values_lines/* valueIn */.xm)(document.value, path.slice(0, -1))).name)?.split('.');
                    const isNamed = (values) => named.some((each) => (0,values_lines/* touches */.yI)(each, values));
                    if (inside.some(isNamed) || (parameter !== undefined && isNamed(parameter)))
                        return place;
                }
            }
        }
        return template === '' ? undefined : first;
    }
    /** Something of the root's inputs that changed, the declaration first. */
    #anywhere() {
        const declared = this.#declaration();
        if (declared !== undefined)
            return { ...declared, isGuess: true };
        for (const file of this.#changed.values()) {
            const [line] = [...file.added, ...file.removed];
            const last = Math.max(1, file.lines.at(-1) === '' ? file.lines.length - 1 : file.lines.length);
            if (line !== undefined)
                return { file: file.path, line: Math.min(line, last), column: 1, isGuess: true };
        }
        return { file: mainFile(this.#root, this.#views.after), line: 1, column: 1, isGuess: true };
    }
    /** Where the root is declared, where that is among the changed lines. */
    #declaration() {
        const { declared } = this.#root;
        const file = declared === undefined ? undefined : this.#changed.get(declared.file);
        if (declared === undefined || file === undefined)
            return undefined;
        const document = this.#views.after.documents(declared.file)[declared.document];
        for (let at = declared.at; document !== undefined && at.length > 0; at = at.slice(0, -1)) {
            const place = document.at(at);
            if (file.added.includes(place.line))
                return { file: declared.file, ...place };
        }
        return undefined;
    }
    /** The changed files, the object's own first, then those that the tool says changed it. */
    #ordered({ origin }) {
        const rank = ({ path }) => (path === origin.file ? 0 : origin.changedBy.includes(path) ? 1 : 2);
        return [...this.#changed.values()].sort((a, b) => rank(a) - rank(b));
    }
}
/** The root's own file: what names it where nothing better is known. */
function mainFile(root, view) {
    if (root.declared !== undefined)
        return root.declared.file;
    const [source] = root.sources;
    if (source?.kind === 'helm')
        return source.chart === '' ? 'Chart.yaml' : `${source.chart}/Chart.yaml`;
    return view.kustomizationOf(root.folder) ?? (root.folder === '' ? '.' : root.folder);
}
function changedFiles(root, closure, { before, after }) {
    const paths = new Set([...closure.files, ...(root.declared === undefined ? [] : [root.declared.file])]);
    const changed = new Map();
    for (const path of [...paths].sort()) {
        if (after.tree.get(path)?.id === before.tree.get(path)?.id)
            continue;
        const file = (0,changed_file/* changedFile */.N)(path, before, after);
        if (file !== undefined)
            changed.set(path, file);
    }
    return changed;
}
function identityKey(value) {
    const { apiVersion, kind, metadata } = (0,plain_values/* mapping */.pq)(value);
    const group = String(apiVersion ?? '').replace(/\/.*$/, '');
    return `${group} ${String(kind)} ${String((0,plain_values/* mapping */.pq)(metadata).namespace ?? '')} ${nameOf(value)}`;
}
function originKey({ origin, value }) {
    return `${origin.file ?? ''} ${String((0,plain_values/* mapping */.pq)(value).kind)}`;
}
function nameOf(value) {
    return (0,plain_values/* text */.Qq)((0,plain_values/* mapping */.pq)((0,plain_values/* mapping */.pq)(value).metadata).name) ?? '';
}
/** The document of a source file that became an object: of its kind, with its name or the part of it that a prefix left. */
function sourceOf(documents, value) {
    const { kind, metadata } = (0,plain_values/* mapping */.pq)(value);
    const name = String((0,plain_values/* mapping */.pq)(metadata).name);
    const alike = documents.filter((document) => (0,plain_values/* mapping */.pq)(document.value).kind === kind);
    const named = alike.filter((document) => {
        const own = (0,plain_values/* text */.Qq)((0,plain_values/* mapping */.pq)((0,plain_values/* mapping */.pq)(document.value).metadata).name);
        return own !== undefined && name.includes(own);
    });
    return named.find((document) => (0,plain_values/* mapping */.pq)((0,plain_values/* mapping */.pq)(document.value).metadata).name === name) ?? named[0];
}
/** The entries that lead from a root to a file, the root's own first. */
function includeChain(parts, root, made) {
    const byFolder = new Map(parts.map((part) => [part.folder, part]));
    const open = parts.filter(({ folder }) => folder === root.folder).map((part) => ({ part, chain: [] }));
    if (open.length === 0)
        open.push(...parts.slice(0, 1).map((part) => ({ part, chain: [] })));
    const seen = new Set();
    for (let next = open.shift(); next !== undefined; next = open.shift()) {
        const { part, chain } = next;
        if (seen.has(part.folder))
            continue;
        seen.add(part.folder);
        const inside = part.inputs.find(({ path }) => path === made) ?? part.charts.find((chart) => made.startsWith(chart.folder));
        if (inside !== undefined)
            return [...chain, { file: part.file, at: inside.at }];
        if (part.file === made)
            return chain;
        for (const { path, at } of part.includes) {
            const included = byFolder.get(path);
            if (included !== undefined)
                open.push({ part: included, chain: [...chain, { file: part.file, at }] });
        }
    }
    return [];
}
/** The path of a value inside `values` of a declaration, or of a values file as it is. */
function valuesPath(path) {
    const at = path.findIndex((step) => step === 'values' || step === 'valuesObject' || step === 'valuesInline');
    return at < 0 ? [path] : [path, path.slice(at + 1)];
}
/** Equal for equal values in whatever order their keys are: kustomize sorts them. */
function asText(value) {
    return (JSON.stringify(value, (_, item) => {
        if (typeof item === 'bigint')
            return String(item);
        if (!(0,plain_values/* isMapping */.pi)(item))
            return item;
        return Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)));
    }) ?? '');
}
/** A variable that something unknown may set has lost its default. */
function withoutDefaults(text) {
    return text.replaceAll(/\$\{([A-Za-z_]\w{0,200}):?[-=][^{}]{0,4000}\}/g, (_, name) => `\${${name}}`);
}

// EXTERNAL MODULE: ./build/render/result/read-output.js
var read_output = __webpack_require__(1545);
// EXTERNAL MODULE: ./build/render/result/rendered-object.js
var rendered_object = __webpack_require__(2928);
;// CONCATENATED MODULE: ./build/render/result/substitute.js

const variable = /\$?\$\{([A-Za-z_][A-Za-z0-9_]{0,200})(?:(:?[-=])([^{}]{0,4000}))?\}/g;
/**
 * Puts Flux' variables into an object (fluxcd/pkg/envsubst): `${name}`, `${name:-default}`, `${name:=default}`; `$${name}`
 * is that text. A variable that is not known stays as it is: what it says is unknown; one with a default loses it where
 * something that is not known here may set it.
 */
function substitute(value, substitution) {
    const { labels, annotations } = (0,plain_values/* mapping */.pq)((0,plain_values/* mapping */.pq)(value).metadata);
    const mark = 'kustomize.toolkit.fluxcd.io/substitute';
    if ([labels, annotations].some((each) => (0,plain_values/* mapping */.pq)(each)[mark] === 'disabled'))
        return value;
    return inside(value, substitution);
}
function inside(value, values) {
    if (typeof value === 'string')
        return value.includes('${') ? inText(value, values) : value;
    if (Array.isArray(value))
        return value.map((item) => inside(item, values));
    if (!(0,plain_values/* isMapping */.pi)(value))
        return value;
    const entries = Object.entries(value).map(([key, item]) => [inText(key, values), inside(item, values)]);
    return Object.fromEntries(entries);
}
function inText(source, { values, isOpen }) {
    return source.replaceAll(variable, (all, name, operator, otherwise) => {
        if (all.startsWith('$$'))
            return all.slice(1);
        const known = values.get(name);
        if (known !== undefined && (known !== '' || !operator?.startsWith(':')))
            return known;
        if (operator === undefined)
            return all;
        return isOpen ? `\${${name}}` : otherwise;
    });
}

;// CONCATENATED MODULE: ./build/render/outcome/assemble.js







/** Reads the outputs of a root; the objects of the head's side know which line of the source changed them. */
function assembleRoot(changed, outputs, views, clusters, limits, reader) {
    const shown = changed.after ?? changed.before;
    if (shown === undefined)
        throw new Error('a changed root has no side');
    const view = changed.after === undefined ? views.before : views.after;
    const file = mainFile(shown.root, view);
    const nowhere = () => ({ file, line: 1, column: 1, isGuess: true });
    const locator = changed.after && new Locator(changed.after.root, changed.after.closure, views);
    const locate = locator === undefined ? nowhere : (object, path) => locator.locate(object, path);
    const reading = { file, limits, reader, settled: settledDefinitions(outputs, reader) };
    const before = changed.before && readSide(changed.before, outputs.before, views.before, reading, nowhere);
    const after = changed.after && readSide(changed.after, outputs.after, views.after, reading, locate);
    locator?.compareWith(before?.documents ?? []);
    const scope = rootScope(shown.root, file, clusters);
    return { id: changed.id, scope, file, before: before?.side, after: after?.side };
}
/** The definitions of custom resources that are the same on both sides: they grant nothing, and are most of what some roots give. */
function settledDefinitions({ before, after }, reader) {
    const [old, own] = [before, after].map((side) => definitionsOf(side, reader));
    return new Set([...(old ?? [])].filter((definition) => own?.has(definition)));
}
function definitionsOf(output, reader) {
    const outputs = output?.state === 'rendered' ? output.outputs : [];
    return new Set(outputs.flatMap((each) => [...reader.definitions(each)]));
}
function readSide({ root, closure }, output, view, { file, limits, reader, settled }, locate) {
    const common = { root, gaps: closure.gaps, files: closure.files };
    if (output?.state !== 'rendered') {
        const reason = output?.reason ?? 'it was not rendered';
        return { side: { ...common, reason, objects: [], unreadable: [] }, documents: [] };
    }
    const unreadable = [];
    const documents = [];
    for (const [index, source] of root.sources.entries()) {
        const made = output.outputs[index];
        const read = made === undefined || made.made === 'files'
            ? plainDocuments(source, view, locate)
            : reader.read(made, source.kind === 'helm' ? source.chart : '', locate, settled);
        for (const each of read.unreadable)
            unreadable.push(each);
        for (const document of read.documents)
            documents.push(finished(document, root, locate));
    }
    return { side: { ...common, reason: undefined, objects: (0,rendered_object/* objectsOf */.iZ)(documents, file, limits), unreadable }, documents };
}
/** Manifests that a tool would take as they are. */
function plainDocuments(source, view, locate) {
    const files = source.kind === 'files' ? source.files : [];
    const documents = files.flatMap((file) => {
        const mayEmbed = (0,read_output/* mayHoldObjects */.D)(view.bytes(file) ?? Buffer.alloc(0));
        return view
            .documents(file)
            .filter(({ value }) => (0,plain_values/* text */.Qq)((0,plain_values/* mapping */.pq)(value).kind) !== undefined && (0,plain_values/* text */.Qq)((0,plain_values/* mapping */.pq)(value).apiVersion) !== undefined)
            .map(({ value }) => new rendered_object/* RenderedDocument */.r1(value, { file, generatedBy: undefined, changedBy: [] }, locate, mayEmbed));
    });
    return { documents, unreadable: files.flatMap((file) => view.unreadable(file)) };
}
function finished(document, root, locate) {
    const substituted = root.substitution === undefined ? document.value : substitute(document.value, root.substitution);
    const value = (0,rendered_object/* inNamespace */.d2)(substituted, root.namespace ?? helmNamespace(root));
    // What a variable puts in was not in the text that was looked through.
    const mayEmbed = document.mayEmbed || substituted !== document.value;
    return value === document.value ? document : new rendered_object/* RenderedDocument */.r1(value, document.origin, locate, mayEmbed);
}
function helmNamespace({ sources: [source] }) {
    return source?.kind === 'helm' ? source.namespace : undefined;
}
/** A root is a scope of its own, unless the policy says which cluster its files make up. */
function rootScope(root, file, clusters) {
    const named = clusters.length === 0 ? undefined : (0,scope/* scopeOf */.Od)(file, clusters);
    if (named !== undefined && clusters.some(({ name }) => name === named))
        return named;
    return `root ${root.id}`;
}
/** The objects of plain files of the base's side, by file: what was delivered as it is before a root took it in. */
function plainObjects(view, file) {
    return view.documents(file).flatMap((document) => (0,resources/* resourcesOf */.F)(document, file));
}


/***/ }),

/***/ 483:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ mergeObjects)
/* harmony export */ });
/* harmony import */ var _kube_kustomization_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1113);
/* harmony import */ var _kube_scope_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9464);
/* harmony import */ var _plain_values_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8419);
/* harmony import */ var _assemble_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5534);




/**
 * The objects of every scope with those of rendered roots in the place of their sources: each root is a scope of its own.
 * What a root takes over from plain files next to it, or from another root of the same cluster, was there before; but what
 * a declaration newly delivers was delivered before only where another declaration did.
 */
function mergeObjects(sources, rendering, before, clusters) {
    const merged = new Map();
    const isOpen = ({ file }) => !rendering.covered.has(file);
    for (const [scope, sides] of sources) {
        merged.set(scope, {
            before: sides.before.filter(isOpen),
            after: sides.after.filter(isOpen),
            unread: (sides.unread ?? []).filter((file) => !rendering.covered.has(file)),
            unreadFiles: new Map([...(sides.unreadFiles ?? [])].filter(([file]) => !rendering.covered.has(file))),
        });
    }
    let included;
    for (const root of rendering.roots) {
        if (root.after?.reason !== undefined)
            continue;
        const place = (0,_kube_scope_js__WEBPACK_IMPORTED_MODULE_0__/* .scopeOf */ .Od)(root.file, clusters);
        const sides = merged.get(root.scope) ?? { before: [], after: [], unread: [], place };
        merged.set(root.scope, sides);
        const old = root.before?.reason === undefined ? root.before?.objects : undefined;
        included ??= new Set(kustomizedFiles(before.view, before));
        for (const object of old ?? takenOver(root, before, included, clusters))
            sides.before.push(object);
        for (const object of root.after?.objects ?? [])
            sides.after.push(object);
    }
    creditMoves(sources, rendering.roots, merged, clusters);
    return merged;
}
/** The plain manifests that a new root takes in: they were delivered as they are, in the same cluster. */
function takenOver({ file, after }, before, included, clusters) {
    if (after === undefined || after.root.declared !== undefined)
        return [];
    const scope = (0,_kube_scope_js__WEBPACK_IMPORTED_MODULE_0__/* .scopeOf */ .Od)(file, clusters);
    return [...after.files]
        .filter((path) => /\.(?:ya?ml|json)$/.test(path) && (0,_kube_scope_js__WEBPACK_IMPORTED_MODULE_0__/* .scopeOf */ .Od)(path, clusters) === scope && !included.has(path))
        .flatMap((path) => (0,_assemble_js__WEBPACK_IMPORTED_MODULE_1__/* .plainObjects */ .T)(before.view, path));
}
function* kustomizedFiles(view, graph) {
    for (const path of view.paths) {
        if (!(0,_kube_kustomization_js__WEBPACK_IMPORTED_MODULE_2__/* .isKustomization */ .Sv)(path))
            continue;
        for (const input of graph.kustomization((0,_kube_kustomization_js__WEBPACK_IMPORTED_MODULE_2__/* .folderOf */ .yS)(path))?.inputs ?? [])
            yield input.path;
    }
}
/** An object that left one place of a cluster and is found unchanged in another is not new there. */
function creditMoves(sources, roots, merged, clusters) {
    const gone = new Map();
    /** What only roots without a declaration gave. */
    const undeclared = new Map();
    const note = (cluster, before, after, into = gone) => {
        const still = new Set(after.map(identityOf));
        for (const object of before) {
            if (!still.has(identityOf(object)))
                into.set(`${cluster} ${identityOf(object)} ${(0,_plain_values_js__WEBPACK_IMPORTED_MODULE_3__/* .json */ .Pq)(object.value)}`, object);
        }
    };
    for (const { file, before, after } of roots) {
        if (before?.reason === undefined && after?.reason === undefined) {
            const isDeclared = before?.root.declared !== undefined;
            note((0,_kube_scope_js__WEBPACK_IMPORTED_MODULE_0__/* .scopeOf */ .Od)(file, clusters), before?.objects ?? [], after?.objects ?? [], isDeclared ? gone : undeclared);
        }
    }
    const built = new Set(roots.flatMap(({ before }) => [...(before?.files ?? [])]));
    for (const [scope, sides] of sources) {
        // What was an input of a root is noted there, and what becomes one is not delivered as it is any more.
        const plain = sides.before.filter(({ file }) => !built.has(file));
        note(scope, plain, merged.get(scope)?.after ?? sides.after);
    }
    if (gone.size + undeclared.size === 0)
        return;
    for (const { file, scope, before, after } of roots) {
        const sides = merged.get(scope);
        const had = new Set(before?.objects.map(identityOf));
        for (const object of after?.objects ?? []) {
            if (sides === undefined || had.has(identityOf(object)))
                continue;
            const key = `${(0,_kube_scope_js__WEBPACK_IMPORTED_MODULE_0__/* .scopeOf */ .Od)(file, clusters)} ${identityOf(object)} ${(0,_plain_values_js__WEBPACK_IMPORTED_MODULE_3__/* .json */ .Pq)(object.value)}`;
            const moved = gone.get(key) ?? (after?.root.declared === undefined ? undeclared.get(key) : undefined);
            if (moved !== undefined)
                sides.before.push(moved);
        }
    }
}
function identityOf({ group, kind, namespace, name }) {
    return JSON.stringify([group, kind, namespace ?? null, name]);
}


/***/ }),

/***/ 3742:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ planRenders),
/* harmony export */   V: () => (/* binding */ inputsOf)
/* harmony export */ });
/* harmony import */ var _graph_graph_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4419);
/* harmony import */ var _model_paths_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9567);
/* harmony import */ var _roots_find_roots_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6237);



/** The roots whose closure contains a changed file, or that begin, end or are declared otherwise. */
function planRenders(before, after) {
    const changed = [];
    let reused = 0;
    for (const [id, root] of after.roots) {
        const former = before.roots.get(id);
        // What another cluster got is no excuse for what this one gets.
        const old = former?.destination === root.destination ? former : undefined;
        const key = rootKey(after.graph, root);
        const oldKey = old === undefined ? undefined : rootKey(before.graph, old);
        if (key === oldKey)
            reused++;
        else {
            changed.push({
                id,
                before: old === undefined ? undefined : inputsOf(before.graph, old, oldKey),
                after: inputsOf(after.graph, root, key),
            });
        }
    }
    for (const [id, root] of before.roots) {
        if (after.roots.has(id))
            continue;
        changed.push({ id, before: inputsOf(before.graph, root, undefined), after: undefined });
    }
    return { changed, found: after.roots.size, reused };
}
/** A root with all that it reads. */
function inputsOf(graph, root, key) {
    const kustomizations = root.sources.flatMap(_roots_find_roots_js__WEBPACK_IMPORTED_MODULE_1__/* .kustomizationsOf */ .YA);
    const charts = root.sources.flatMap((source) => (source.kind === 'helm' ? [source.chart] : []));
    const closure = graph.closure(kustomizations, charts);
    const files = new Set(closure.files);
    for (const path of ownFiles(root))
        if (graph.view.file(path) !== undefined)
            files.add(path);
    return {
        root,
        closure: { ...closure, files, gaps: [...root.gaps, ...closure.gaps] },
        key: key ?? rootKey(graph, root),
    };
}
/** Files that a root reads alongside what its kustomizations and charts include. */
function ownFiles(root) {
    const files = root.sources.flatMap((source) => {
        if (source.kind === 'files')
            return source.files;
        return source.kind === 'helm' ? source.valueFiles : [];
    });
    return [...files, ...root.extraFiles];
}
function rootKey(graph, root) {
    const { sources, namespace, substitution, gaps } = root;
    const declaration = JSON.stringify([
        sources,
        namespace,
        substitution === undefined ? null : [[...substitution.values], substitution.isOpen],
        gaps.map(({ kind, name }) => [kind, name]),
    ]);
    return (0,_graph_graph_js__WEBPACK_IMPORTED_MODULE_0__/* .digest */ .b)([declaration, ...sources.map((source) => sourceKey(graph, source))]);
}
function sourceKey(graph, source) {
    const kustomizations = (0,_roots_find_roots_js__WEBPACK_IMPORTED_MODULE_1__/* .kustomizationsOf */ .YA)(source).map((folder) => graph.kustomizationKey(folder));
    if (source.kind === 'files')
        return (0,_graph_graph_js__WEBPACK_IMPORTED_MODULE_0__/* .digest */ .b)([...source.files.map((path) => graph.fileKey(path)), ...kustomizations]);
    if (source.kind === 'kustomize')
        return (0,_graph_graph_js__WEBPACK_IMPORTED_MODULE_0__/* .digest */ .b)(kustomizations);
    const values = source.valueFiles.map((path) => graph.fileKey(path));
    return (0,_graph_graph_js__WEBPACK_IMPORTED_MODULE_0__/* .digest */ .b)([graph.chartKey(source.chart), graph.fileKey((0,_model_paths_js__WEBPACK_IMPORTED_MODULE_2__/* .inFolder */ ._)(source.chart, 'Chart.yaml')), ...values]);
}


/***/ }),

/***/ 1545:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ mayHoldObjects),
/* harmony export */   f: () => (/* binding */ OutputReader)
/* harmony export */ });
/* harmony import */ var node_path_posix__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);
/* harmony import */ var _kube_candidate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9405);
/* harmony import */ var _kube_without_definitions_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9735);
/* harmony import */ var _plain_values_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8419);
/* harmony import */ var _yaml_decode_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5100);
/* harmony import */ var _yaml_parse_yaml_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3966);
/* harmony import */ var _yaml_split_documents_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2325);
/* harmony import */ var _model_paths_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(9567);
/* harmony import */ var _rendered_object_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2928);









const originAnnotation = 'config.kubernetes.io/origin';
const transformationsAnnotation = 'alpha.config.kubernetes.io/transformations';
const noteLimits = { bytes: 100_000, documents: 2, depth: 20, aliases: 0, expandedNodes: 10_000 };
/** Reads outputs of the tools. Both sides of a root, and roots of one base, say mostly the same: what is equal is read once. */
class OutputReader {
    #limits;
    #slices = new Map();
    #notes = new Map();
    constructor(limits) {
        this.#limits = { ...limits, bytes: Math.max(limits.bytes, 64 * 1024 * 1024) };
    }
    /** The definitions of custom resources of an output, as they are written. */
    definitions({ bytes }) {
        if (!(0,_kube_without_definitions_js__WEBPACK_IMPORTED_MODULE_2__/* .mayDefine */ .Ng)(bytes))
            return new Set();
        const { text: source } = (0,_yaml_decode_text_js__WEBPACK_IMPORTED_MODULE_3__/* .decodeText */ .g)(bytes);
        const slices = (0,_yaml_split_documents_js__WEBPACK_IMPORTED_MODULE_6__/* .splitDocuments */ .Z)(source).map(({ start, end }) => source.slice(start, end));
        return new Set(slices.filter(_kube_without_definitions_js__WEBPACK_IMPORTED_MODULE_2__/* .isDefinition */ .gN));
    }
    /** `chart` is the folder of the chart that helm rendered; documents that are in `settled` are left out. */
    read(output, chart, locate, settled) {
        const { text: source, invalidAt } = (0,_yaml_decode_text_js__WEBPACK_IMPORTED_MODULE_3__/* .decodeText */ .g)(output.bytes);
        const documents = [];
        const unreadable = [];
        if (invalidAt !== undefined)
            unreadable.push(unread('encoding', 'the bytes are not valid UTF-8 or UTF-16'));
        let helmSource;
        for (const [count, { start, end }] of (0,_yaml_split_documents_js__WEBPACK_IMPORTED_MODULE_6__/* .splitDocuments */ .Z)(source).entries()) {
            // Empty ones count here: each costs something.
            if (documents.length >= this.#limits.documents || count > 2 * this.#limits.documents) {
                unreadable.push(unread('documents', `more than ${this.#limits.documents} documents (limit documents)`));
                break;
            }
            const slice = source.slice(start, end);
            helmSource = sourceOf(slice, chart) ?? helmSource;
            if (settled.has(slice))
                continue;
            const read = this.#slice(slice);
            for (const each of read.unreadable)
                unreadable.push(each);
            for (const part of read.parts) {
                const origin = output.made === 'helm'
                    ? { file: helmSource, generatedBy: undefined, changedBy: [] }
                    : this.#kustomizeOrigin(part, output.originPrefix);
                documents.push(new _rendered_object_js__WEBPACK_IMPORTED_MODULE_5__/* .RenderedDocument */ .r1(part.value, origin, locate, part.mayEmbed));
            }
        }
        return { documents, unreadable };
    }
    #slice(source) {
        const known = this.#slices.get(source);
        if (known !== undefined)
            return known;
        const bytes = Buffer.from(source);
        const { documents, unreadable } = (0,_yaml_parse_yaml_js__WEBPACK_IMPORTED_MODULE_4__/* .parseYaml */ .h)(bytes, this.#limits);
        const mayEmbed = mayHoldObjects(bytes);
        const parts = documents.flatMap(({ value }) => {
            if (!(0,_plain_values_js__WEBPACK_IMPORTED_MODULE_7__/* .isMapping */ .pi)(value))
                return [];
            const annotations = (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_7__/* .mapping */ .pq)((0,_plain_values_js__WEBPACK_IMPORTED_MODULE_7__/* .mapping */ .pq)(value.metadata).annotations);
            const [origin, transformations] = [annotations[originAnnotation], annotations[transformationsAnnotation]];
            return [
                {
                    value: (0,_rendered_object_js__WEBPACK_IMPORTED_MODULE_5__/* .withoutAnnotations */ .Jz)(value, [originAnnotation, transformationsAnnotation]),
                    origin,
                    transformations,
                    mayEmbed,
                },
            ];
        });
        const read = { parts, unreadable };
        this.#slices.set(source, read);
        return read;
    }
    /** What kustomize notes (buildMetadata: originAnnotations, transformerAnnotations). */
    #kustomizeOrigin(part, prefix) {
        const inTree = (path) => {
            const stated = (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_7__/* .text */ .Qq)(path);
            if (stated === undefined)
                return undefined;
            const plain = (0,node_path_posix__WEBPACK_IMPORTED_MODULE_0__.join)(stated);
            return plain.startsWith(prefix) ? plain.slice(prefix.length) : undefined;
        };
        const origin = (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_7__/* .mapping */ .pq)(this.#note(part.origin));
        return {
            file: inTree(origin.path),
            generatedBy: inTree(origin.configuredIn),
            changedBy: (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_7__/* .list */ .p_)(this.#note(part.transformations)).flatMap((item) => inTree((0,_plain_values_js__WEBPACK_IMPORTED_MODULE_7__/* .mapping */ .pq)(item).configuredIn) ?? []),
        };
    }
    #note(source) {
        if (typeof source !== 'string')
            return undefined;
        if (!this.#notes.has(source)) {
            this.#notes.set(source, (0,_yaml_parse_yaml_js__WEBPACK_IMPORTED_MODULE_4__/* .parseYaml */ .h)(Buffer.from(source), noteLimits).documents[0]?.value);
        }
        return this.#notes.get(source);
    }
}
/** Whether a text can hold an object inside another one: a role, a binding or a Secret. */
function mayHoldObjects(bytes) {
    return bytes.includes('Secret') || (0,_kube_candidate_js__WEBPACK_IMPORTED_MODULE_1__/* .isCandidate */ .qn)(bytes);
}
/** Helm writes `# Source: chart/templates/x.yaml` on the line after each separator; later such lines are the template's own. */
function sourceOf(slice, chart) {
    const found = /^(?:---[^\n]*\n)?# Source: [^/\n]+\/([^\n]+)(?:\n|$)/.exec(slice);
    return found?.[1] === undefined ? undefined : (0,_model_paths_js__WEBPACK_IMPORTED_MODULE_8__/* .inFolder */ ._)(chart, found[1]);
}
function unread(reason, detail) {
    return { reason, detail, line: 1, column: 1, firstLine: 1, lastLine: Number.MAX_SAFE_INTEGER };
}


/***/ }),

/***/ 2928:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jz: () => (/* binding */ withoutAnnotations),
/* harmony export */   d2: () => (/* binding */ inNamespace),
/* harmony export */   iZ: () => (/* binding */ objectsOf),
/* harmony export */   r1: () => (/* binding */ RenderedDocument)
/* harmony export */ });
/* harmony import */ var _kube_embedded_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6484);
/* harmony import */ var _kube_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7005);
/* harmony import */ var _plain_values_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8419);



/** One document of a tool's output: its places are those of the source, as far as they can be found. */
class RenderedDocument {
    value;
    line = 1;
    duplicateKeys = [];
    origin;
    /** Whether it can hold other objects. */
    mayEmbed;
    #locate;
    constructor(value, origin, locate, mayEmbed) {
        this.value = value;
        this.origin = origin;
        this.mayEmbed = mayEmbed;
        this.#locate = locate;
    }
    at(path) {
        return this.#locate(this, path);
    }
    valueAt(path) {
        return this.#locate(this, path);
    }
    /** The style in the source is not known. */
    styleAt() {
        return undefined;
    }
}
/**
 * The objects of rendered documents, those inside others as well. `file` is the root's own file: objects that state no
 * namespace are those of one unknown namespace, the root's.
 */
function objectsOf(documents, file, limits) {
    return documents.flatMap((document) => {
        const own = (0,_kube_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resourcesOf */ .F)(document, file);
        return document.mayEmbed ? [...own, ...(0,_kube_embedded_js__WEBPACK_IMPORTED_MODULE_0__/* .embeddedObjects */ .V)(document, file, own, limits)] : own;
    });
}
/** Kinds that live in no namespace; of other groups, what says so by its name. */
const clusterScoped = new Set(`Namespace Node PersistentVolume CustomResourceDefinition StorageClass PriorityClass IngressClass RuntimeClass CSIDriver
   CSINode VolumeAttachment APIService MutatingWebhookConfiguration ValidatingWebhookConfiguration
   ValidatingAdmissionPolicy ValidatingAdmissionPolicyBinding MutatingAdmissionPolicy MutatingAdmissionPolicyBinding
   CertificateSigningRequest PodSecurityPolicy SecurityContextConstraints FlowSchema PriorityLevelConfiguration
   VolumeSnapshotClass GatewayClass Project ConstraintTemplate`.split(/\s+/));
/** The object with the namespace it is installed into, where it states none. */
function inNamespace(value, namespace) {
    if (namespace === undefined || !(0,_plain_values_js__WEBPACK_IMPORTED_MODULE_2__/* .isMapping */ .pi)(value))
        return value;
    const kind = (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(value.kind) ?? '';
    const metadata = (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_2__/* .mapping */ .pq)(value.metadata);
    if (kind.startsWith('Cluster') || clusterScoped.has(kind) || (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(metadata.namespace) !== undefined)
        return value;
    return { ...value, metadata: { ...metadata, namespace } };
}
/** The part of an object that is not the tool's own notes. */
function withoutAnnotations(value, names) {
    const metadata = (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_2__/* .mapping */ .pq)(value.metadata);
    if (!(0,_plain_values_js__WEBPACK_IMPORTED_MODULE_2__/* .isMapping */ .pi)(metadata.annotations))
        return value;
    const kept = Object.entries(metadata.annotations).filter(([name]) => !names.includes(name));
    const { annotations: _, ...rest } = metadata;
    const own = kept.length === 0 ? rest : { ...rest, annotations: Object.fromEntries(kept) };
    return { ...value, metadata: own };
}


/***/ }),

/***/ 5519:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ noContext),
/* harmony export */   V: () => (/* binding */ nothingRendered)
/* harmony export */ });
/** Where the change leaves nothing open. */
const noContext = { roots: [], beyond: [] };
/** Where nothing was rendered. */
const nothingRendered = {
    roots: [],
    changed: [],
    found: 0,
    reused: 0,
    tools: [],
    problems: [],
    covered: new Set(),
    milliseconds: 0,
};


/***/ }),

/***/ 6237:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  D0: () => (/* binding */ findRoots),
  YA: () => (/* binding */ kustomizationsOf)
});

// UNUSED EXPORTS: openNamespace

// EXTERNAL MODULE: ./build/kube/kustomization.js
var kustomization = __webpack_require__(1113);
// EXTERNAL MODULE: ./build/render/model/paths.js
var paths = __webpack_require__(9567);
// EXTERNAL MODULE: ./build/plain-values.js
var plain_values = __webpack_require__(8419);
// EXTERNAL MODULE: ./build/render/graph/remote.js
var remote = __webpack_require__(8682);
// EXTERNAL MODULE: ./build/policy/glob.js
var policy_glob = __webpack_require__(4757);
// EXTERNAL MODULE: ./build/yaml/parse-yaml.js + 9 modules
var parse_yaml = __webpack_require__(3966);
;// CONCATENATED MODULE: ./build/render/roots/parsed-values.js


const limits = { bytes: 1_000_000, documents: 10, depth: 100, aliases: 1000, expandedNodes: 100_000 };
/** The values of a chart that are written as text in another object. */
function parsedValues(source) {
    return (0,parse_yaml/* parseYaml */.h)(Buffer.from(source), limits)
        .documents.map(({ value }) => value)
        .filter(plain_values/* isMapping */.pi);
}

;// CONCATENATED MODULE: ./build/render/roots/application-set.js




/** More Applications than this in one set are not computed. */
const most = 5_000;
/**
 * The Applications that a set makes, as far as the repository alone says: list, git directory and git file generators and
 * their matrix. What comes from clusters, forges or plugins stays a parameter in the template.
 */
function applicationsOf(view, set, isOwn) {
    const template = (0,plain_values/* mapping */.pq)(set.template);
    const all = (0,plain_values/* list */.p_)(set.generators).flatMap((generator) => generated(view, (0,plain_values/* mapping */.pq)(generator), isOwn));
    return all.slice(0, most).map((parameters) => ({
        name: substituted((0,plain_values/* text */.Qq)((0,plain_values/* mapping */.pq)(template.metadata).name) ?? '', parameters),
        spec: (0,plain_values/* mapping */.pq)((0,plain_values/* mapping */.pq)(patched({ spec: substitutedIn(template.spec, parameters) }, set, parameters)).spec),
    }));
}
/** The template with `templatePatch` merged over it; lists are replaced, as for every custom resource. */
function patched(template, set, parameters) {
    const patch = (0,plain_values/* text */.Qq)(set.templatePatch);
    if (patch === undefined)
        return template;
    const [value] = parsedValues(substituted(patch, parameters));
    return value === undefined ? template : merged(template, value);
}
function merged(value, patch) {
    if (!(0,plain_values/* isMapping */.pi)(value) || !(0,plain_values/* isMapping */.pi)(patch))
        return patch;
    const changed = Object.entries(patch).map(([key, inner]) => [key, merged(value[key], inner)]);
    return { ...value, ...Object.fromEntries(changed) };
}
function generated(view, generator, isOwn) {
    if ((0,plain_values/* isMapping */.pi)(generator.list)) {
        return (0,plain_values/* list */.p_)(generator.list.elements).map((element) => new Map(flattened(element, '')));
    }
    if ((0,plain_values/* isMapping */.pi)(generator.git)) {
        const { repoURL, directories, files } = generator.git;
        if (!isOwn((0,plain_values/* text */.Qq)(repoURL) ?? ''))
            return [];
        return [...directoryParameters(view, (0,plain_values/* list */.p_)(directories)), ...fileParameters(view, (0,plain_values/* list */.p_)(files))];
    }
    if ((0,plain_values/* isMapping */.pi)(generator.matrix)) {
        const [first, second] = (0,plain_values/* list */.p_)(generator.matrix.generators).map((each) => generated(view, (0,plain_values/* mapping */.pq)(each), isOwn));
        return (first ?? [])
            .flatMap((one) => (second ?? []).slice(0, most).map((other) => new Map([...one, ...other])))
            .slice(0, most);
    }
    // What only a cluster or a forge knows is one Application whose parameters are open.
    const [kind] = Object.keys(generator).filter((key) => key !== 'template' && key !== 'selector');
    return kind === undefined ? [] : [new Map(flattened((0,plain_values/* mapping */.pq)(generator[kind]).values, 'values'))];
}
function directoryParameters(view, patterns) {
    const entries = patterns.map(plain_values/* mapping */.pq);
    const matches = (path, isExcluded) => entries.some(({ path: glob, exclude }) => (exclude === true) === isExcluded && (0,policy_glob/* matchGlob */.s)((0,plain_values/* text */.Qq)(glob) ?? '', path));
    return [...view.folders]
        .filter((folder) => matches(folder, false) && !matches(folder, true))
        .sort()
        .map((folder) => new Map(pathParameters(folder)));
}
function fileParameters(view, patterns) {
    const globs = patterns.map((pattern) => (0,plain_values/* text */.Qq)((0,plain_values/* mapping */.pq)(pattern).path) ?? '');
    return view.paths
        .filter((path) => view.file(path) !== undefined && globs.some((glob) => (0,policy_glob/* matchGlob */.s)(glob, path)))
        .flatMap((path) => view
        .documents(path)
        .flatMap(({ value }) => (Array.isArray(value) ? value : [value]).map((item) => new Map([
        ...flattened(item, ''),
        ...pathParameters((0,kustomization/* folderOf */.yS)(path)),
        ['path.filename', path.slice(path.lastIndexOf('/') + 1)],
    ]))));
}
function pathParameters(folder) {
    const segments = folder.split('/');
    const basename = segments.at(-1) ?? '';
    const normalized = basename.toLowerCase().replaceAll(/[^a-z0-9.-]/g, '-');
    return [
        ['path', folder],
        ['path.path', folder],
        ['path.basename', basename],
        ['path.basenameNormalized', normalized],
        ...segments.flatMap((segment, index) => [
            [`path[${index}]`, segment],
            [`index .path.segments ${index}`, segment],
        ]),
    ];
}
/** The scalars of a value by their dotted names. */
function flattened(value, prefix) {
    if (!(0,plain_values/* isMapping */.pi)(value))
        return prefix === '' || value === null || typeof value === 'object' ? [] : [[prefix, (0,plain_values/* scalarText */.ws)(value)]];
    return Object.entries(value).flatMap(([key, inner]) => flattened(inner, prefix === '' ? key : `${prefix}.${key}`));
}
function substitutedIn(value, parameters) {
    if (typeof value === 'string')
        return substituted(value, parameters);
    if (Array.isArray(value))
        return value.map((item) => substitutedIn(item, parameters));
    if (!(0,plain_values/* isMapping */.pi)(value))
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, substitutedIn(inner, parameters)]));
}
/** `{{path}}` and Go's `{{ .path.path }}`; what is not known stays as it is. */
function substituted(source, parameters) {
    return source.replaceAll(/\{\{-?\s{0,8}([^{}]{1,200}?)\s{0,8}-?\}\}/g, (action, expression) => {
        const name = expression.startsWith('.') ? expression.slice(1) : expression;
        return parameters.get(name) ?? action;
    });
}

;// CONCATENATED MODULE: ./build/render/roots/directory.js


/** The files that Argo CD takes from a folder without a tool (`spec.source.directory`), and those only Jsonnet can read. */
function directoryFiles(view, folder, { recurse, include, exclude }) {
    const included = alternatives((0,plain_values/* text */.Qq)(include));
    const excluded = alternatives((0,plain_values/* text */.Qq)(exclude));
    const files = [];
    const jsonnet = [];
    for (const path of view.below(folder)) {
        const inside = path.slice(folder === '' ? 0 : folder.length + 1);
        if (recurse !== true && inside.includes('/'))
            continue;
        if (view.file(path) === undefined)
            continue;
        if (excluded.some((pattern) => (0,policy_glob/* matchGlob */.s)(pattern, inside)))
            continue;
        if (included.length > 0 && !included.some((pattern) => (0,policy_glob/* matchGlob */.s)(pattern, inside)))
            continue;
        if (path.endsWith('.jsonnet'))
            jsonnet.push(path);
        else if (/\.(?:ya?ml|json)$/.test(path))
            files.push(path);
    }
    return { files, jsonnet };
}
/** A pattern with one `{a,b}` group as several. */
function alternatives(pattern) {
    if (pattern === undefined)
        return [];
    const group = /^(.*?)\{([^{}]*)\}(.*)$/.exec(pattern);
    if (group === null)
        return [pattern];
    return (group[2] ?? '').split(',').map((part) => `${group[1]}${part.trim()}${group[3]}`);
}

// EXTERNAL MODULE: ./build/render/roots/objects.js
var roots_objects = __webpack_require__(4751);
;// CONCATENATED MODULE: ./build/render/roots/argocd.js








/** Characters of a parameter that a command line takes. */
const longestParameter = 60_000;
/** Revisions that mean the state that is judged. */
const current = new Set(['', 'HEAD', 'main', 'master']);
/** Reads Argo CD's Applications and ApplicationSets (argoproj.io/v1alpha1). */
function argoDeclarations(view, objects, own) {
    const roots = [];
    const deliveries = [];
    const read = (application) => {
        const found = readApplication(view, application, own);
        if (found.root !== undefined)
            roots.push(found.root);
        for (const delivery of found.deliveries)
            deliveries.push(delivery);
    };
    for (const object of objects) {
        if (object.group !== 'argoproj.io')
            continue;
        const id = (0,roots_objects/* declaredId */.ST)(object);
        if (object.kind === 'Application')
            read({ object, id, spec: (0,plain_values/* mapping */.pq)(object.value.spec), at: ['spec'] });
        if (object.kind !== 'ApplicationSet')
            continue;
        for (const { name, spec } of applicationsOf(view, (0,plain_values/* mapping */.pq)(object.value.spec), (url) => own.is(url) || !own.isKnown)) {
            read({ object, id: `${id}: ${name}`, spec, at: ['spec', 'template', 'spec'] });
        }
    }
    return { roots, deliveries };
}
function readApplication(view, application, own) {
    const { object, id, spec, at } = application;
    const stated = (0,plain_values/* list */.p_)(spec.sources).filter(plain_values/* isMapping */.pi);
    const all = stated.length > 0
        ? stated.map((source, index) => [source, [...at, 'sources', index]])
        : [[(0,plain_values/* mapping */.pq)(spec.source), [...at, 'source']]];
    // `$values/...` in one source means the root of the source that has this `ref`.
    const references = new Set(all.flatMap(([source]) => (isOwn(source, own) ? ((0,plain_values/* text */.Qq)(source.ref) ?? []) : [])));
    const destination = (0,plain_values/* mapping */.pq)(spec.destination);
    const namespace = (0,plain_values/* text */.Qq)(destination.namespace);
    const gaps = [];
    const deliveries = [];
    const sources = [];
    const extraFiles = [];
    for (const [source, path] of all) {
        const where = [...object.path, ...path];
        const note = (kind, name, field) => gaps.push({ kind, name, file: object.file, at: [...where, field] });
        const folder = isOwn(source, own) && (0,plain_values/* text */.Qq)(source.chart) === undefined ? (0,kustomization/* pathBelow */.Br)('', (0,plain_values/* text */.Qq)(source.path) ?? '') : undefined;
        const revision = (0,plain_values/* text */.Qq)(source.targetRevision) ?? '';
        const isHere = folder !== undefined && (0,plain_values/* text */.Qq)(source.path) !== undefined && view.isFolder(folder);
        if (!isHere && (0,plain_values/* text */.Qq)(source.ref) !== undefined && isOwn(source, own))
            continue;
        if (!isHere || !current.has(revision)) {
            deliveries.push(delivered(object, source, where, deliveries.length === 0 ? id : `${id} #${deliveries.length}`));
        }
        if ((0,plain_values/* isMapping */.pi)(source.plugin))
            deliveries.push(madeByPlugin(object, source.plugin, where, `${id} plugin`));
        if (isHere) {
            const read = new SourceReader(view, folder, source, namespace, references, note);
            for (const each of read.sources((0,plain_values/* text */.Qq)((0,plain_values/* mapping */.pq)(object.value.metadata).name) ?? ''))
                sources.push(each);
            for (const file of read.files)
                extraFiles.push(file);
        }
    }
    const root = sources.length === 0
        ? undefined
        : {
            id,
            kind: 'Application',
            folder: folderOfSource(sources[0]),
            declared: {
                file: object.file,
                document: object.document,
                at: [...object.path, ...at, ...sourceField(stated)],
            },
            sources,
            extraFiles,
            destination: (0,plain_values/* text */.Qq)(destination.server) ?? (0,plain_values/* text */.Qq)(destination.name),
            namespace: namespace?.includes('{{') ? undefined : namespace,
            substitution: undefined,
            gaps,
            isByDefaults: false,
        };
    return { root, deliveries };
}
const sourceField = (stated) => stated.length > 0 ? ['sources', 0, 'path'] : ['source', 'path'];
function folderOfSource(source) {
    if (source?.kind === 'helm')
        return source.chart;
    if (source?.kind === 'kustomize')
        return source.folder;
    return source?.files[0]?.replace(/\/?[^/]*$/, '') ?? '';
}
/** Where no URL of this repository is known, one whose path is here is taken for it only where the object names no other host. */
function isOwn(source, own) {
    const url = (0,plain_values/* text */.Qq)(source.repoURL);
    return url !== undefined && own.is(url);
}
function delivered(object, source, at, id) {
    const url = (0,plain_values/* text */.Qq)(source.repoURL) ?? '';
    const chart = (0,plain_values/* text */.Qq)(source.chart);
    const path = (0,plain_values/* text */.Qq)(source.path);
    const field = ['chart', 'path', 'repoURL'].find((key) => source[key] !== undefined) ?? 'repoURL';
    const inside = chart ?? path;
    const components = (0,plain_values/* list */.p_)((0,plain_values/* mapping */.pq)(source.kustomize).components).map(String);
    const parts = [
        url,
        ...(inside === undefined ? [] : [inside]),
        ...(components.length === 0 ? [] : [`with ${components.join(', ')}`]),
    ];
    return {
        id,
        file: object.file,
        document: object.document,
        address: parts.join(' '),
        version: (0,plain_values/* text */.Qq)(source.targetRevision),
        addressAt: [...at, url === '' ? field : 'repoURL'],
        versionAt: source.targetRevision === undefined ? undefined : [...at, 'targetRevision'],
        what: chart === undefined ? 'the manifests' : 'the chart',
    };
}
/** From here on a program of the cluster makes the manifests. */
function madeByPlugin(object, plugin, at, id) {
    return {
        id,
        file: object.file,
        document: object.document,
        address: `the plugin ${(0,plain_values/* text */.Qq)(plugin.name) ?? ''}`.trim(),
        version: undefined,
        addressAt: [...at, 'plugin'],
        versionAt: undefined,
        what: 'what a program makes',
    };
}
/** Reads one source of an Application that is a folder of this repository, as Argo CD's repo-server would take it. */
class SourceReader {
    #view;
    #folder;
    #source;
    #namespace;
    #references;
    #note;
    /** Files that are read apart from those of the sources. */
    files = [];
    constructor(view, folder, source, namespace, references, note) {
        this.#view = view;
        this.#folder = folder;
        this.#source = source;
        this.#namespace = namespace;
        this.#references = references;
        this.#note = note;
    }
    sources(name) {
        const { plugin, helm, kustomize } = this.#source;
        if ((0,plain_values/* isMapping */.pi)(plugin)) {
            this.#note('plugin', `the plugin ${(0,plain_values/* text */.Qq)(plugin.name) ?? ''}`.trim(), 'plugin');
            return [];
        }
        const isChart = this.#view.file((0,paths/* inFolder */._)(this.#folder, 'Chart.yaml')) !== undefined;
        if (isChart && kustomize === undefined)
            return [this.#helm((0,plain_values/* mapping */.pq)(helm), name)];
        if (this.#view.kustomizationOf(this.#folder) !== undefined) {
            return [{ kind: 'kustomize', folder: this.#folder, options: kustomizeOptions((0,plain_values/* mapping */.pq)(kustomize), this.#folder) }];
        }
        const { files, jsonnet } = directoryFiles(this.#view, this.#folder, (0,plain_values/* mapping */.pq)(this.#source.directory));
        for (const path of jsonnet)
            this.#note('plugin', `${path} (jsonnet)`, 'directory');
        return [{ kind: 'files', files, kustomizations: [], options: {} }];
    }
    #helm(helm, name) {
        const valueFiles = (0,plain_values/* list */.p_)(helm.valueFiles).flatMap((file) => this.#valueFile(String(file), helm));
        const inline = (0,plain_values/* isMapping */.pi)(helm.valuesObject) ? [helm.valuesObject] : parsedValues((0,plain_values/* text */.Qq)(helm.values) ?? '');
        const parameters = (0,plain_values/* list */.p_)(helm.parameters)
            .filter(plain_values/* isMapping */.pi)
            .map(({ name: key, value, forceString }) => ({
            name: String(key),
            value: String(value ?? ''),
            isText: forceString === true,
        }));
        for (const item of (0,plain_values/* list */.p_)(helm.fileParameters).filter(plain_values/* isMapping */.pi)) {
            const path = (0,kustomization/* pathBelow */.Br)(this.#folder, (0,plain_values/* text */.Qq)(item.path) ?? '');
            const content = path === undefined ? undefined : this.#view.bytes(path)?.toString('utf8');
            if (content === undefined || content.length > longestParameter)
                this.#note('missing', String(item.path), 'helm');
            else
                parameters.push({ name: String(item.name), value: content, isText: true });
            if (path !== undefined)
                this.files.push(path);
        }
        return {
            kind: 'helm',
            chart: this.#folder,
            release: (0,plain_values/* text */.Qq)(helm.releaseName) ?? name,
            namespace: (0,plain_values/* text */.Qq)(helm.namespace) ?? this.#namespace,
            valueFiles,
            values: inline,
            parameters,
            apiVersions: (0,plain_values/* strings */.P$)(helm.apiVersions),
            kubeVersion: (0,plain_values/* text */.Qq)(helm.kubeVersion),
            skipCrds: helm.skipCrds === true,
            options: {},
        };
    }
    #valueFile(file, helm) {
        const reference = /^\$([^/]+)\/(.*)$/.exec(file);
        const path = reference === null
            ? (0,kustomization/* pathBelow */.Br)(file.startsWith('/') ? '' : this.#folder, file.replace(/^\/+/, ''))
            : this.#references.has(reference[1] ?? '')
                ? (0,kustomization/* pathBelow */.Br)('', reference[2] ?? '')
                : undefined;
        if (path !== undefined && this.#view.file(path) !== undefined)
            return [path];
        const isRemoteFile = (0,remote/* isRemote */.V)(file) || (reference !== null && !this.#references.has(reference[1] ?? ''));
        if (isRemoteFile || helm.ignoreMissingValueFiles !== true)
            this.#note(isRemoteFile ? 'remote' : 'missing', file, 'helm');
        return [];
    }
}
/** `spec.source.kustomize` as fields of a kustomization. */
function kustomizeOptions(kustomize, folder) {
    const options = {};
    for (const field of ['namespace', 'namePrefix', 'nameSuffix', 'patches', 'replicas']) {
        if (kustomize[field] !== undefined)
            options[field] = kustomize[field];
    }
    if ((0,plain_values/* isMapping */.pi)(kustomize.commonLabels))
        options.commonLabels = kustomize.commonLabels;
    if ((0,plain_values/* isMapping */.pi)(kustomize.commonAnnotations))
        options.commonAnnotations = kustomize.commonAnnotations;
    const components = (0,plain_values/* list */.p_)(kustomize.components).flatMap((name) => (0,kustomization/* pathBelow */.Br)(folder, String(name)) ?? []);
    if (components.length > 0)
        options.components = components;
    const images = (0,plain_values/* list */.p_)(kustomize.images).flatMap((image) => imageEntry(String(image)) ?? []);
    if (images.length > 0)
        options.images = images;
    return options;
}
/** `name=new:tag` as an entry of a kustomization's `images`. */
function imageEntry(image) {
    const [before, after] = image.includes('=')
        ? [image.slice(0, image.indexOf('=')), image.slice(image.indexOf('=') + 1)]
        : ['', image];
    const match = /^(.*?)(?::([^:/@]+))?(?:@(.+))?$/.exec(after);
    if (match === null)
        return undefined;
    const [, newName, newTag, digest] = match;
    const entry = { name: before === '' ? newName : before, newName };
    if (newTag !== undefined)
        entry.newTag = newTag;
    if (digest !== undefined)
        entry.digest = digest;
    return entry;
}

;// CONCATENATED MODULE: ./build/render/roots/generated-maps.js


/** The ConfigMaps of a name that the configMapGenerator of some kustomization makes. */
function generatedMaps(view, name) {
    if (name === '')
        return [];
    return view.paths.filter(kustomization/* isKustomization */.Sv).flatMap((file) => view
        .documents(file)
        .flatMap(({ value }) => (0,plain_values/* list */.p_)((0,plain_values/* mapping */.pq)(value).configMapGenerator))
        .map(plain_values/* mapping */.pq)
        .filter((generator) => generator.name === name)
        .map((generator) => generatedMap(view, file, generator)));
}
function generatedMap(view, file, generator) {
    const data = {};
    const files = [file];
    const read = (path) => {
        const inTree = (0,kustomization/* pathBelow */.Br)((0,kustomization/* folderOf */.yS)(file), path);
        if (inTree === undefined)
            return '';
        files.push(inTree);
        return view.bytes(inTree)?.toString('utf8') ?? '';
    };
    const take = (line) => {
        const at = line.indexOf('=');
        if (at > 0)
            data[line.slice(0, at)] = line.slice(at + 1).replace(/^(["'])(.*)\1$/, '$2');
    };
    for (const entry of (0,plain_values/* list */.p_)(generator.files).map(String)) {
        const at = entry.indexOf('=');
        const path = entry.slice(at + 1);
        data[at > 0 ? entry.slice(0, at) : path.slice(path.lastIndexOf('/') + 1)] = read(path);
    }
    const envs = [...(0,plain_values/* list */.p_)(generator.envs), generator.env].flatMap((each) => (0,plain_values/* text */.Qq)(each) ?? []);
    for (const path of envs)
        for (const line of read(path).split('\n'))
            if (!line.startsWith('#'))
                take(line.trim());
    for (const literal of (0,plain_values/* list */.p_)(generator.literals))
        take(String(literal));
    return { file, files, value: { data } };
}

;// CONCATENATED MODULE: ./build/render/roots/flux.js






const kustomizeGroup = 'kustomize.toolkit.fluxcd.io';
const helmGroup = 'helm.toolkit.fluxcd.io';
const sourceGroup = 'source.toolkit.fluxcd.io';
/** Reads Flux' Kustomizations, HelmReleases and sources (fluxcd.io/flux/components, API v1 and v2). */
function fluxDeclarations(view, objects, configMapFiles, own) {
    const reader = new FluxReader(view, objects, configMapFiles, own);
    const roots = [];
    const deliveries = [];
    for (const object of objects) {
        if (object.group === kustomizeGroup && object.kind === 'Kustomization') {
            const found = reader.kustomization(object);
            if (found.root !== undefined)
                roots.push(found.root);
            if (found.delivery !== undefined)
                deliveries.push(found.delivery);
        }
        else if (object.group === helmGroup && object.kind === 'HelmRelease') {
            const found = reader.helmRelease(object);
            if (found.root !== undefined)
                roots.push(found.root);
            if (found.delivery !== undefined)
                deliveries.push(found.delivery);
        }
        else if (object.group === sourceGroup) {
            for (const delivery of reader.source(object))
                deliveries.push(delivery);
        }
    }
    return { roots, deliveries };
}
class FluxReader {
    #view;
    #own;
    #sources = new Map();
    #configMapFiles;
    constructor(view, objects, configMapFiles, own) {
        this.#view = view;
        this.#own = own;
        this.#configMapFiles = configMapFiles;
        for (const object of objects) {
            if (object.group !== sourceGroup)
                continue;
            const key = `${object.kind}/${object.name}`;
            const known = this.#sources.get(key);
            if (known === undefined)
                this.#sources.set(key, [object]);
            else
                known.push(object);
        }
    }
    kustomization(object) {
        const spec = (0,plain_values/* mapping */.pq)(object.value.spec);
        const reference = (0,plain_values/* mapping */.pq)(spec.sourceRef);
        const folder = (0,kustomization/* pathBelow */.Br)('', (0,plain_values/* text */.Qq)(spec.path)?.replace(/^\/+/, '') ?? '.');
        if (folder === undefined || !this.#isOwnSource(reference, object) || !this.#view.isFolder(folder)) {
            const source = `${(0,plain_values/* text */.Qq)(reference.kind) ?? ''} ${(0,plain_values/* text */.Qq)(reference.namespace) ?? object.namespace ?? ''}/${(0,plain_values/* text */.Qq)(reference.name) ?? ''}`;
            return {
                delivery: {
                    id: (0,roots_objects/* declaredId */.ST)(object),
                    file: object.file,
                    document: object.document,
                    address: `${(0,plain_values/* text */.Qq)(spec.path) ?? '.'} of ${source}`,
                    version: undefined,
                    addressAt: [...object.path, 'spec', spec.path === undefined ? 'sourceRef' : 'path'],
                    versionAt: undefined,
                    what: 'the manifests',
                },
            };
        }
        return { root: this.#kustomizationRoot(object, spec, folder) };
    }
    #kustomizationRoot(object, spec, folder) {
        const options = {};
        if ((0,plain_values/* text */.Qq)(spec.targetNamespace) !== undefined)
            options.namespace = spec.targetNamespace;
        if ((0,plain_values/* list */.p_)(spec.patches).length > 0)
            options.patches = spec.patches;
        if ((0,plain_values/* list */.p_)(spec.images).length > 0)
            options.images = (0,plain_values/* list */.p_)(spec.images).map(fluxImage);
        if ((0,plain_values/* text */.Qq)(spec.namePrefix) !== undefined)
            options.namePrefix = spec.namePrefix;
        if ((0,plain_values/* text */.Qq)(spec.nameSuffix) !== undefined)
            options.nameSuffix = spec.nameSuffix;
        const { labels, annotations } = (0,plain_values/* mapping */.pq)(spec.commonMetadata);
        if ((0,plain_values/* isMapping */.pi)(labels))
            options.labels = [{ pairs: labels, includeTemplates: false }];
        if ((0,plain_values/* isMapping */.pi)(annotations))
            options.commonAnnotations = annotations;
        const components = (0,plain_values/* list */.p_)(spec.components).flatMap((name) => (0,kustomization/* pathBelow */.Br)(folder, String(name)) ?? []);
        const { substitution, extraFiles } = this.#substitution(spec, object);
        return {
            id: (0,roots_objects/* declaredId */.ST)(object),
            kind: 'Kustomization',
            folder,
            declared: { file: object.file, document: object.document, at: [...object.path, 'spec', 'path'] },
            sources: [folderSource(this.#view, folder, options, components)],
            extraFiles,
            namespace: (0,plain_values/* text */.Qq)(spec.targetNamespace),
            destination: cluster(spec),
            substitution,
            gaps: [],
            isByDefaults: false,
        };
    }
    helmRelease(object) {
        const spec = (0,plain_values/* mapping */.pq)(object.value.spec);
        const at = (...path) => [...object.path, 'spec', ...path];
        const chart = (0,plain_values/* mapping */.pq)((0,plain_values/* valueUnder */.cZ)(spec.chart, 'spec'));
        const name = (0,plain_values/* text */.Qq)(chart.chart);
        const common = { id: (0,roots_objects/* declaredId */.ST)(object), file: object.file, document: object.document };
        if (name === undefined) {
            const reference = (0,plain_values/* mapping */.pq)(spec.chartRef);
            if ((0,plain_values/* text */.Qq)(reference.name) === undefined)
                return {};
            const address = `${(0,plain_values/* text */.Qq)(reference.kind) ?? ''} ${(0,plain_values/* text */.Qq)(reference.namespace) ?? object.namespace ?? ''}/${(0,plain_values/* text */.Qq)(reference.name)}`;
            const where = { address, version: undefined, addressAt: at('chartRef', 'name'), versionAt: undefined };
            return { delivery: { ...common, ...where, what: 'the chart' } };
        }
        const reference = (0,plain_values/* mapping */.pq)(chart.sourceRef);
        const folder = name.startsWith('/') ? (0,kustomization/* pathBelow */.Br)('', name.slice(1)) : (0,kustomization/* pathBelow */.Br)('', name);
        const isHere = reference.kind === 'GitRepository' && this.#isOwnSource(reference, object);
        if (isHere && folder !== undefined && this.#view.file((0,paths/* inFolder */._)(folder, 'Chart.yaml')) !== undefined) {
            return { root: this.#release(object, spec, folder, (0,plain_values/* list */.p_)(chart.valuesFiles)) };
        }
        const source = `${(0,plain_values/* text */.Qq)(reference.kind) ?? ''} ${(0,plain_values/* text */.Qq)(reference.namespace) ?? object.namespace ?? ''}/${(0,plain_values/* text */.Qq)(reference.name) ?? ''}`;
        return {
            delivery: {
                ...common,
                address: `${name} of ${source}`,
                version: (0,plain_values/* text */.Qq)(chart.version),
                addressAt: at('chart', 'spec', 'chart'),
                versionAt: chart.version === undefined ? undefined : at('chart', 'spec', 'version'),
                what: 'the chart',
            },
        };
    }
    /** A source of manifests or charts, and what it takes in from other sources. This repository counts by its branch or commit. */
    source(object) {
        const spec = (0,plain_values/* mapping */.pq)(object.value.spec);
        const url = (0,plain_values/* text */.Qq)(spec.url) ?? (0,plain_values/* text */.Qq)(spec.bucketName);
        if (url === undefined)
            return [];
        const isOwn = object.kind === 'GitRepository' && this.#isOwnUrl(object, url);
        const reference = (0,plain_values/* mapping */.pq)(spec.ref);
        const field = ['digest', 'commit', 'semver', 'tag', 'name', 'branch'].find((key) => (0,plain_values/* text */.Qq)(reference[key]));
        const at = (...path) => [...object.path, 'spec', ...path];
        const common = { file: object.file, document: object.document };
        const own = {
            ...common,
            id: (0,roots_objects/* declaredId */.ST)(object),
            address: url,
            version: field === undefined ? undefined : `${field === 'branch' ? 'branch ' : ''}${(0,plain_values/* text */.Qq)(reference[field])}`,
            addressAt: at((0,plain_values/* text */.Qq)(spec.url) === undefined ? 'bucketName' : 'url'),
            versionAt: field === undefined ? undefined : at('ref', field),
            what: isOwn ? 'the manifests' : `the ${object.kind}`,
            isOwn,
        };
        const included = (0,plain_values/* list */.p_)(spec.include).map((item, index) => {
            const { repository, fromPath, toPath } = (0,plain_values/* mapping */.pq)(item);
            const name = (0,plain_values/* text */.Qq)((0,plain_values/* mapping */.pq)(repository).name) ?? '';
            return {
                ...common,
                id: `${(0,roots_objects/* declaredId */.ST)(object)} include ${index}`,
                address: `${(0,plain_values/* text */.Qq)(fromPath) ?? '.'} of GitRepository ${name} in ${(0,plain_values/* text */.Qq)(toPath) ?? '.'}`,
                version: undefined,
                addressAt: at('include', index),
                versionAt: undefined,
                what: 'the manifests',
            };
        });
        return [own, ...included];
    }
    #release(object, spec, chart, files) {
        const values = [];
        const extraFiles = [];
        const gaps = [];
        const parameters = [];
        for (const [index, item] of (0,plain_values/* list */.p_)(spec.valuesFrom).entries()) {
            const { kind, name, valuesKey, targetPath } = (0,plain_values/* mapping */.pq)(item);
            const at = [...object.path, 'spec', 'valuesFrom', index];
            const map = kind === 'ConfigMap' ? this.#configMap((0,plain_values/* text */.Qq)(name) ?? '', object) : undefined;
            const value = (0,plain_values/* valueUnder */.cZ)(map?.value, 'data', (0,plain_values/* text */.Qq)(valuesKey) ?? 'values.yaml');
            for (const file of map?.files ?? [])
                extraFiles.push(file);
            const target = (0,plain_values/* text */.Qq)(targetPath);
            if (typeof value !== 'string') {
                gaps.push({ kind: 'missing', name: `${String(kind)} ${String(name)}`, file: object.file, at });
            }
            else if (target !== undefined)
                parameters.push({ name: target, value, isText: false });
            else
                for (const each of parsedValues(value))
                    values.push(each);
        }
        if ((0,plain_values/* isMapping */.pi)(spec.values))
            values.push(spec.values);
        const namespace = (0,plain_values/* text */.Qq)(spec.targetNamespace) ?? object.namespace;
        const source = {
            kind: 'helm',
            chart,
            release: (0,plain_values/* text */.Qq)(spec.releaseName) ?? releaseName(object, (0,plain_values/* text */.Qq)(spec.targetNamespace)),
            namespace,
            valueFiles: files.flatMap((file) => (0,kustomization/* pathBelow */.Br)('', String(file)) ?? []),
            values,
            parameters,
            skipCrds: false,
            options: postRendererOptions(spec),
        };
        return {
            id: (0,roots_objects/* declaredId */.ST)(object),
            kind: 'HelmRelease',
            folder: chart,
            declared: { file: object.file, document: object.document, at: [...object.path, 'spec', 'chart'] },
            sources: [source],
            extraFiles,
            namespace,
            destination: cluster(spec),
            substitution: undefined,
            gaps,
            isByDefaults: false,
        };
    }
    /** Variables with the values that are known; ConfigMaps first, `substitute` wins (fluxcd/pkg/kustomize, SubstituteVariables). */
    #substitution(spec, object) {
        if (!(0,plain_values/* isMapping */.pi)(spec.postBuild))
            return { substitution: undefined, extraFiles: [] };
        const values = new Map();
        const extraFiles = [];
        let isOpen = false;
        for (const item of (0,plain_values/* list */.p_)(spec.postBuild.substituteFrom)) {
            const { kind, name } = (0,plain_values/* mapping */.pq)(item);
            const map = kind === 'ConfigMap' ? this.#configMap((0,plain_values/* text */.Qq)(name) ?? '', object) : undefined;
            if (map === undefined) {
                isOpen = true;
                continue;
            }
            for (const file of map.files)
                extraFiles.push(file);
            for (const [key, value] of Object.entries((0,plain_values/* mapping */.pq)(map.value.data))) {
                if (typeof value === 'string')
                    values.set(key, value.replaceAll('\n', ''));
            }
        }
        for (const [key, value] of Object.entries((0,plain_values/* mapping */.pq)(spec.postBuild.substitute))) {
            if (typeof value === 'string')
                values.set(key, value);
        }
        return { substitution: { values, isOpen }, extraFiles };
    }
    /** The ConfigMap of this name that is nearest to the object that asks for it: clusters have their own ones. */
    #configMap(name, object) {
        const holds = (path) => name !== '' && this.#view.bytes(path)?.includes(name) === true;
        const found = (0,roots_objects/* declaredObjects */.RK)(this.#view, this.#configMapFiles.filter(holds));
        const written = found
            .filter((each) => each.kind === 'ConfigMap' && each.name === name)
            .map(({ file, value }) => ({ file, files: [file], value }));
        return nearest([...written, ...generatedMaps(this.#view, name)], object.file);
    }
    #isOwnSource(reference, object) {
        const kind = (0,plain_values/* text */.Qq)(reference.kind) ?? 'GitRepository';
        const name = (0,plain_values/* text */.Qq)(reference.name);
        if (name === undefined)
            return reference.kind === undefined;
        const source = nearest(this.#sources.get(`${kind}/${name}`) ?? [], object.file);
        // What bootstrapping makes is this repository, and often only in the cluster.
        if (source === undefined)
            return kind === 'GitRepository';
        const url = (0,plain_values/* text */.Qq)((0,plain_values/* mapping */.pq)(source.value.spec).url);
        return kind === 'GitRepository' && url !== undefined && this.#isOwnUrl(source, url);
    }
    #isOwnUrl(source, url) {
        if (this.#own.is(url))
            return true;
        return source.name === 'flux-system' && !this.#own.isKnown;
    }
}
function nearest(objects, file) {
    const shared = (other) => {
        let at = 0;
        while (at < file.length && file[at] === other[at])
            at++;
        return file.slice(0, at).split('/').length;
    };
    let best;
    for (const object of objects)
        if (best === undefined || shared(object.file) > shared(best.file))
            best = object;
    return best;
}
/** A folder as Flux builds it: its kustomization, else one of all manifests below it (fluxcd/pkg/kustomize, generator). */
function folderSource(view, folder, options, components) {
    const all = components.length > 0 ? { ...options, components } : options;
    if (view.kustomizationOf(folder) !== undefined)
        return { kind: 'kustomize', folder, options: all };
    return { ...filesBelow(view, folder, true), options: all };
}
/** Every manifest below a folder; a folder with a kustomization is taken as one. */
function filesBelow(view, folder, isRecursive) {
    const kustomizations = [];
    const files = [];
    for (const path of view.below(folder)) {
        const inside = path.slice(folder === '' ? 0 : folder.length + 1);
        if (!isRecursive && inside.includes('/'))
            continue;
        if (kustomizations.some((each) => (0,paths/* isWithin */.U)(path, each)))
            continue;
        const own = inside.includes('/') ? nestedKustomization(view, folder, path) : undefined;
        if (own !== undefined)
            kustomizations.push(own);
        else if (/\.ya?ml$/.test(path) && view.file(path) !== undefined)
            files.push(path);
    }
    return { kind: 'files', files, kustomizations };
}
/** The topmost folder between `folder` and the file that has a kustomization. */
function nestedKustomization(view, folder, path) {
    const steps = path.slice(folder === '' ? 0 : folder.length + 1).split('/');
    for (let depth = 1; depth < steps.length; depth++) {
        const inner = (0,paths/* inFolder */._)(folder, steps.slice(0, depth).join('/'));
        if (view.kustomizationOf(inner) !== undefined)
            return inner;
    }
    return undefined;
}
/** The cluster that `spec.kubeConfig` names. */
function cluster({ kubeConfig }) {
    return kubeConfig === undefined ? undefined : (0,plain_values/* json */.Pq)(kubeConfig);
}
function releaseName({ name }, targetNamespace) {
    return targetNamespace === undefined ? name : `${targetNamespace}-${name}`;
}
function postRendererOptions(spec) {
    const options = {};
    for (const renderer of (0,plain_values/* list */.p_)(spec.postRenderers)) {
        const { patches, patchesStrategicMerge, patchesJson6902, images } = (0,plain_values/* mapping */.pq)((0,plain_values/* mapping */.pq)(renderer).kustomize);
        const inline = [
            ...(0,plain_values/* list */.p_)(patches),
            ...(0,plain_values/* list */.p_)(patchesStrategicMerge).map((patch) => ({ patch: JSON.stringify(patch) })),
        ];
        for (const patch of (0,plain_values/* list */.p_)(patchesJson6902)) {
            inline.push({ target: (0,plain_values/* mapping */.pq)(patch).target, patch: JSON.stringify((0,plain_values/* mapping */.pq)(patch).patch) });
        }
        options.patches = [...(options.patches ?? []), ...inline];
        options.images = [...(options.images ?? []), ...(0,plain_values/* list */.p_)(images)];
    }
    return Object.fromEntries(Object.entries(options).filter(([, items]) => items.length > 0));
}
function fluxImage(image) {
    const { name, newName, newTag, digest } = (0,plain_values/* mapping */.pq)(image);
    return Object.fromEntries(Object.entries({ name, newName, newTag, digest }).filter(([, value]) => value !== undefined));
}

;// CONCATENATED MODULE: ./build/render/roots/helmfile.js



/** Whether a path is a helmfile by its name. */
function isHelmfile(path) {
    return /(?:^|\/)helmfile\.ya?ml$|(?:^|\/)helmfile\.d\/[^/]+\.ya?ml$/.test(path);
}
/** The releases of helmfiles (helmfile.readthedocs.io) that state plain values; templates of helmfiles are not read. */
function helmfileDeclarations(view, files) {
    const roots = [];
    const deliveries = [];
    for (const file of files) {
        for (const [document, { value }] of view.documents(file).entries()) {
            for (const [index, release] of (0,plain_values/* list */.p_)((0,plain_values/* mapping */.pq)(value).releases).entries()) {
                if ((0,plain_values/* isMapping */.pi)(release))
                    readRelease(view, file, document, index, release, roots, deliveries);
            }
        }
    }
    return { roots, deliveries };
}
function readRelease(view, file, document, index, release, roots, deliveries) {
    const name = (0,plain_values/* text */.Qq)(release.name) ?? '';
    const chart = (0,plain_values/* text */.Qq)(release.chart) ?? '';
    const id = `release ${name} (${file})`;
    const at = ['releases', index];
    const folder = (0,kustomization/* pathBelow */.Br)((0,kustomization/* folderOf */.yS)(file), chart);
    if (folder === undefined || view.file((0,paths/* inFolder */._)(folder, 'Chart.yaml')) === undefined) {
        const versionAt = release.version === undefined ? undefined : [...at, 'version'];
        const version = (0,plain_values/* text */.Qq)(release.version);
        deliveries.push({
            id,
            file,
            document,
            address: chart,
            version,
            addressAt: [...at, 'chart'],
            versionAt,
            what: 'the chart',
        });
        return;
    }
    const values = (0,plain_values/* list */.p_)(release.values);
    roots.push({
        id,
        kind: 'helmfile',
        folder,
        declared: { file, document, at: [...at, 'chart'] },
        sources: [
            {
                kind: 'helm',
                chart: folder,
                release: name,
                namespace: (0,plain_values/* text */.Qq)(release.namespace),
                valueFiles: values.flatMap((each) => (typeof each === 'string' ? ((0,kustomization/* pathBelow */.Br)((0,kustomization/* folderOf */.yS)(file), each) ?? []) : [])),
                values: values.filter(plain_values/* isMapping */.pi),
                parameters: (0,plain_values/* list */.p_)(release.set)
                    .filter(plain_values/* isMapping */.pi)
                    .map(({ name: key, value }) => ({ name: String(key), value: String(value ?? ''), isText: false })),
                skipCrds: false,
                options: {},
            },
        ],
        extraFiles: [],
        namespace: (0,plain_values/* text */.Qq)(release.namespace),
        substitution: undefined,
        gaps: [],
        isByDefaults: false,
    });
}

;// CONCATENATED MODULE: ./build/render/roots/other-deployers.js


/** Deployers apart from Argo CD and Flux, by their API group: what they take in from elsewhere is named, not judged. */
const deployers = {
    'helm.cattle.io': {
        kinds: ['HelmChart'],
        address: [
            ['spec', 'repo'],
            ['spec', 'chart'],
            ['spec', 'chartContent'],
        ],
        version: [['spec', 'version']],
        what: 'the chart',
    },
    'fleet.cattle.io': {
        kinds: ['GitRepo'],
        address: [
            ['spec', 'repo'],
            ['spec', 'paths'],
        ],
        version: [
            ['spec', 'revision'],
            ['spec', 'branch'],
        ],
        what: 'the manifests',
    },
    'configsync.gke.io': {
        kinds: ['RootSync', 'RepoSync'],
        address: [
            ['spec', 'git', 'repo'],
            ['spec', 'git', 'dir'],
            ['spec', 'oci', 'image'],
            ['spec', 'helm', 'repo'],
            ['spec', 'helm', 'chart'],
        ],
        version: [
            ['spec', 'git', 'revision'],
            ['spec', 'git', 'branch'],
            ['spec', 'helm', 'version'],
        ],
        what: 'the manifests',
    },
    'kappctrl.k14s.io': { kinds: ['App'], address: [['spec', 'fetch']], version: [], what: 'the manifests' },
    'fluxcd.controlplane.io': {
        kinds: ['FluxInstance'],
        address: [
            ['spec', 'sync', 'url'],
            ['spec', 'sync', 'path'],
            ['spec', 'distribution', 'registry'],
        ],
        version: [
            ['spec', 'sync', 'ref'],
            ['spec', 'distribution', 'version'],
        ],
        what: 'the manifests',
    },
    'operators.coreos.com': {
        kinds: ['CatalogSource'],
        address: [['spec', 'image']],
        version: [],
        what: 'the operators',
    },
    'config.projectsveltos.io': {
        kinds: ['ClusterProfile', 'Profile'],
        address: [
            ['spec', 'helmCharts'],
            ['spec', 'policyRefs'],
            ['spec', 'kustomizationRefs'],
        ],
        version: [],
        what: 'the manifests',
    },
};
/** What objects of other deployers take in from elsewhere. */
function otherDeliveries(objects) {
    return objects.flatMap((object) => {
        const deployer = deployers[object.group];
        if (deployer?.kinds.includes(object.kind) !== true)
            return [];
        const stated = (paths) => paths.filter((path) => at(object.value, path) !== undefined);
        const addresses = stated(deployer.address);
        const [first] = addresses;
        if (first === undefined)
            return [];
        const versions = stated(deployer.version);
        const place = (path) => [...object.path, ...path];
        return [
            {
                id: (0,roots_objects/* declaredId */.ST)(object),
                file: object.file,
                document: object.document,
                address: addresses.map((path) => shown(at(object.value, path))).join(' '),
                version: versions.length === 0 ? undefined : versions.map((path) => shown(at(object.value, path))).join(' '),
                addressAt: place(first),
                versionAt: versions[0] === undefined ? undefined : place(versions[0]),
                what: deployer.what,
            },
        ];
    });
}
function at(value, path) {
    return (0,plain_values/* valueUnder */.cZ)(value, ...path);
}
/** A text as it is; lists and objects by all texts in them, so that any change of them is one of the address. */
function shown(value) {
    if (Array.isArray(value))
        return (0,plain_values/* list */.p_)(value).map(shown).join(', ');
    if (typeof value === 'object' && value !== null)
        return Object.values((0,plain_values/* mapping */.pq)(value)).map(shown).join(' ');
    return (0,plain_values/* text */.Qq)(value) ?? String(value);
}

;// CONCATENATED MODULE: ./build/render/roots/find-roots.js







/** The namespace that replaces the one a chart is installed into, where nothing says which. */
const openNamespace = 'release-namespace';
/**
 * Everything of a tree that a tool delivers on its own: what Argo CD, Flux and helmfile declare, the kustomizations that
 * nothing includes, the charts that nothing uses, and what the policy names. `declaring` are the files that may hold
 * declarations.
 */
function findRoots(graph, { declaring, configMaps }, own, policy) {
    const { view } = graph;
    const objects = (0,roots_objects/* declaredObjects */.RK)(view, declaring);
    const found = [
        fluxDeclarations(view, objects, configMaps, own),
        argoDeclarations(view, objects, own),
        helmfileDeclarations(view, view.paths.filter(isHelmfile)),
        { roots: [], deliveries: otherDeliveries(objects) },
    ];
    const roots = new Map();
    const add = (root) => {
        // Two objects of one name in one file: the first is what its id means.
        if (!roots.has(root.id))
            roots.set(root.id, root);
    };
    for (const root of found.flatMap((each) => each.roots))
        add(root);
    for (const root of policyRoots(graph, policy))
        add(root);
    const built = new Set([...roots.values()].flatMap((root) => root.sources.flatMap(kustomizationsOf)));
    for (const folder of topKustomizations(graph, built))
        add(kustomizationRoot(folder));
    for (const root of chartRoots(graph, [...roots.values()]))
        add(root);
    return { graph, roots, deliveries: found.flatMap((each) => each.deliveries) };
}
/** The folders of kustomizations that a source builds. */
function kustomizationsOf(source) {
    const components = Array.isArray(source.options.components) ? source.options.components.map(String) : [];
    if (source.kind === 'kustomize')
        return [source.folder, ...components];
    return source.kind === 'files' ? [...source.kustomizations, ...components] : components;
}
/** Kustomizations that no other one includes, and one of each circle that nothing else reaches. */
function topKustomizations(graph, declared) {
    const folders = graph.view.paths.filter((path) => (0,kustomization/* isKustomization */.Sv)(path)).map(kustomization/* folderOf */.yS);
    const all = [...new Set(folders)].filter((folder) => graph.kustomization(folder)?.isComponent === false);
    const included = new Set(folders.flatMap((folder) => {
        const part = graph.kustomization(folder);
        return part === undefined ? [] : part.includes.map(({ path }) => path).filter((path) => path !== folder);
    }));
    const top = all.filter((folder) => !included.has(folder) && !declared.has(folder));
    const reached = new Set();
    const reach = (folder) => {
        const open = [folder];
        for (let next = open.pop(); next !== undefined; next = open.pop()) {
            if (reached.has(next))
                continue;
            reached.add(next);
            for (const { path } of graph.kustomization(next)?.includes ?? [])
                open.push(path);
        }
    };
    for (const folder of [...top, ...declared])
        reach(folder);
    for (const folder of all) {
        if (reached.has(folder))
            continue;
        top.push(folder);
        reach(folder);
    }
    return top;
}
function kustomizationRoot(folder) {
    return plainRoot(folder === '' ? '.' : folder, 'kustomization', folder, { kind: 'kustomize', folder, options: {} });
}
function plainRoot(id, kind, folder, source) {
    return {
        id,
        kind,
        folder,
        declared: undefined,
        sources: [source],
        extraFiles: [],
        namespace: undefined,
        substitution: undefined,
        gaps: [],
        isByDefaults: false,
    };
}
/** Charts that no root uses, with their own values and with each values file next to them. */
function* chartRoots(graph, roots) {
    const { view } = graph;
    const folders = view.paths.filter((path) => /(?:^|\/)Chart\.yaml$/.test(path)).map(kustomization/* folderOf */.yS);
    if (folders.length === 0)
        return;
    const used = new Set();
    const use = (folder) => {
        if (used.has(folder))
            return;
        used.add(folder);
        for (const dependency of graph.chart(folder)?.local ?? [])
            use(dependency.folder);
    };
    for (const source of roots.flatMap((root) => root.sources))
        if (source.kind === 'helm')
            use(source.chart);
    for (const path of view.paths) {
        if (!(0,kustomization/* isKustomization */.Sv)(path))
            continue;
        for (const chart of graph.kustomization((0,kustomization/* folderOf */.yS)(path))?.charts ?? [])
            use(chart.folder);
    }
    for (const folder of folders)
        for (const dependency of graph.chart(folder)?.local ?? [])
            use(dependency.folder);
    for (const folder of folders) {
        const chart = graph.chart(folder);
        const isPart = folders.some((other) => other !== folder && (0,paths/* isWithin */.U)(folder, (0,paths/* inFolder */._)(other, 'charts')));
        if (chart === undefined || chart.isLibrary || used.has(folder) || isPart)
            continue;
        for (const file of [undefined, ...valuesFilesOf(chart.files, folder)])
            yield chartRoot(folder, chart.name, file);
    }
}
/** `values-prod.yaml` next to a chart's own values, and what chart-testing installs it with. */
function valuesFilesOf(files, folder) {
    const prefix = folder === '' ? '' : `${folder}/`;
    return files.filter((path) => /^(?:values[-._][\w.-]{1,80}\.ya?ml|[\w.-]{1,80}[-._]values\.ya?ml|ci\/[\w.-]{1,80}values\.ya?ml)$/.test(path.slice(prefix.length)));
}
function chartRoot(folder, name, values) {
    const shown = folder === '' ? '.' : folder;
    const id = `${shown} (${values === undefined ? 'chart' : values.slice(folder === '' ? 0 : folder.length + 1)})`;
    return {
        ...plainRoot(id, 'chart', folder, helmSource(folder, name, values === undefined ? [] : [values], openNamespace)),
        isByDefaults: true,
    };
}
function helmSource(chart, name, valueFiles, namespace) {
    const release = name
        .toLowerCase()
        .replaceAll(/[^a-z0-9-]/g, '-')
        .replaceAll(/^-+|-+$/g, '')
        .slice(0, 50) || 'release';
    return {
        kind: 'helm',
        chart,
        release,
        namespace,
        valueFiles,
        values: [],
        parameters: [],
        skipCrds: false,
        options: {},
    };
}
/** Roots that the policy adds: a kustomization's folder, or a chart's with the values it is installed with. */
function policyRoots(graph, policy) {
    return policy.roots.map(({ path, name, values, namespace, release }) => {
        const folder = path === '.' ? '' : path.replace(/\/$/, '');
        const chart = graph.chart(folder);
        if (chart === undefined) {
            return {
                ...plainRoot(name, 'kustomization', folder, { kind: 'kustomize', folder, options: {} }),
                namespace,
            };
        }
        const source = helmSource(folder, release ?? chart.name, values, namespace ?? openNamespace);
        return { ...plainRoot(name, 'chart', folder, source), namespace };
    });
}


/***/ }),

/***/ 4751:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RK: () => (/* binding */ declaredObjects),
/* harmony export */   ST: () => (/* binding */ declaredId),
/* harmony export */   ol: () => (/* binding */ mayDeclare)
/* harmony export */ });
/* harmony import */ var _plain_values_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8419);

/** API groups of deployers apart from Argo CD and Flux (`other-deployers.ts`). */
const otherGroups = [
    'helm.cattle.io',
    'fleet.cattle.io',
    'configsync.gke.io',
    'kappctrl.k14s.io',
    'fluxcd.controlplane.io',
    'operators.coreos.com',
    'config.projectsveltos.io',
];
/** API groups whose objects declare or feed deliveries. */
const groups = new Set([
    'argoproj.io',
    'kustomize.toolkit.fluxcd.io',
    'helm.toolkit.fluxcd.io',
    'source.toolkit.fluxcd.io',
    ...otherGroups,
]);
/** Their `apiVersion`; a custom resource definition of the group has it without the slash, and is much to read. */
const marks = ['argoproj.io', '.toolkit.fluxcd.io', ...otherGroups].map((mark) => Buffer.from(`${mark}/`));
/** Escapes and tags that could spell one of these names. */
const escapes = /\\[xuU\r\n]|!!binary|!<?tag:|%TAG/;
/** Whether a file can hold such an object; a superset, much cheaper than reading it. */
function mayDeclare(bytes) {
    return marks.some((mark) => bytes.includes(mark)) || bytes.includes(0) || escapes.test(bytes.toString('latin1'));
}
/** The objects of these files that Argo CD and Flux read, and ConfigMaps, which may hold their values. */
function declaredObjects(view, files) {
    const found = [];
    for (const file of files) {
        for (const [index, document] of view.documents(file).entries()) {
            const value = (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_0__/* .mapping */ .pq)(document.value);
            const items = value.kind === 'List' ? (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(value.items) : undefined;
            if (items === undefined)
                take(found, file, index, [], value);
            else
                for (const [at, item] of items.entries())
                    take(found, file, index, ['items', at], (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_0__/* .mapping */ .pq)(item));
        }
    }
    return found;
}
function take(found, file, document, path, value) {
    const apiVersion = (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(value.apiVersion) ?? '';
    const kind = (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(value.kind);
    const group = apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
    if (kind === undefined || !(groups.has(group) || (group === '' && kind === 'ConfigMap')))
        return;
    const metadata = (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_0__/* .isMapping */ .pi)(value.metadata) ? value.metadata : {};
    const name = (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(metadata.name) ?? '';
    found.push({ file, document, path, group, kind, namespace: (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(metadata.namespace), name, value });
}
/** What tells a declaring object from every other: its file and its name. */
function declaredId({ file, kind, namespace, name }) {
    return `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name} (${file})`;
}


/***/ }),

/***/ 5339:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ groupFindings)
/* harmony export */ });
/* harmony import */ var _groups_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1782);

/**
 * Gathers findings that differ only in the commit they are about, so that two hundred unsigned commits are one entry, and findings
 * that say the same of several places. The order of the first of each is kept.
 */
function groupFindings(findings, commits) {
    const subjects = new Map(commits.map(({ sha, subject }) => [sha, subject]));
    const groups = (0,_groups_js__WEBPACK_IMPORTED_MODULE_0__/* .groupBy */ .$)(findings, (finding) => sameness(finding, subjects));
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

/***/ 3830:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ renderTerminal)
/* harmony export */ });
/* harmony import */ var _group_findings_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5339);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2867);
/* harmony import */ var _terminal_commits_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6797);
/* harmony import */ var _terminal_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9828);




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
    const { outcome, wouldBlock } = report.verdict;
    const passed = wouldBlock ? ['!', 'yellow'] : ['✓', 'green'];
    const [mark, style] = { passed, blocked: ['✗', 'red'], 'could-not-judge': ['?', 'yellow'] }[outcome];
    return (0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_1__/* .wrapped */ .ky)((0,_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .headline */ .Pl)(report), width, `${mark} `).map((line) => paint(line, style, 'bold'));
}
const heading = (title, text, paint) => `${paint(title, 'bold')}${text && `  ${paint((0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .pj)(text), 'dim')}`}`;


/***/ }),

/***/ 5263:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  s: () => (/* binding */ examine),
  e: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./build/gate/unsupported.js
var unsupported = __webpack_require__(673);
// EXTERNAL MODULE: ./build/severity.js
var build_severity = __webpack_require__(5989);
;// CONCATENATED MODULE: ./build/gate/finding.js

/** Every file a finding is in, each once. */
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

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/gate/fingerprint.js

/**
 * The fingerprint of an observation (how-it-judges.md, "Fingerprints"): SHA-256, in 64 hex digits, over the JSON of
 * [rule, scope, identity, ...subject]. The array holds only strings, null and one number, so that `JSON.stringify` is
 * canonical (RFC 8785). `copy` tells apart several findings that would share one: an ignore of the first must not
 * silence a second that someone adds alongside it.
 */
function fingerprint(rule, observation, copy = 1) {
    const identity = [rule, observation.scope ?? null, identityOf(observation), ...observation.subject];
    return (0,external_node_crypto_.createHash)('sha256')
        .update(JSON.stringify(copy === 1 ? identity : [...identity, copy]))
        .digest('hex');
}
/** What the observation is about: a commit, a Kubernetes object, both, or else the file it is in. */
function identityOf({ identity: lasting, object: own, commit, position }) {
    const object = lasting ?? own;
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
 * that holds a slash is not a valid Kubernetes name and would make the text ambiguous: it matches nothing.
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
    const { failOn, failOnStated: isStated, source } = policy;
    const own = { failOn, from: (isStated ? source : undefined) ?? 'default' };
    if (input === undefined || (isStated && input === failOn))
        return { ...own, notes: [] };
    if (!isStated || strictness(input) > strictness(failOn))
        return { failOn: input, from: 'input', notes: [] };
    const note = `The input fail-on: ${input} is looser than failOn: ${failOn} of ${source ?? 'the policy'} and was not followed: inputs only tighten what the base's policy says.`;
    return { ...own, notes: [note] };
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
/** The process's exit code for a verdict (how-it-judges.md, "Outcomes and exit codes"). An internal error is 3, which only the top-level handler sets. */
function exitCode(verdict) {
    return exitCodes[verdict.outcome];
}

;// CONCATENATED MODULE: ./build/gate.js






/** Findings under policy: severity, fingerprint, ignores, blocking, outcome (how-it-judges.md). Pure. */
function judge(judgement) {
    const { policy, unjudged } = judgement;
    const { failOn, from, notes } = threshold(policy, judgement.failOn);
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
        failOnFrom: from,
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
        const parts = by === undefined ? partlyAccepted(finding, policy, after, now) : undefined;
        if (by)
            suppressed.push({ ...finding, reason: by.reason, until: by.until });
        else if (parts !== undefined) {
            for (const { part, by: entry } of parts)
                if (entry === undefined)
                    counted.push(part);
                else
                    suppressed.push({ ...part, reason: entry.reason, until: entry.until });
        }
        else if (refused.length > 0)
            counted.push({ ...finding, details: [...(finding.details ?? []), ...refused] });
        else
            counted.push(finding);
    }
    return { findings: [...number(counted)], suppressed };
}
/**
 * A finding in several places, place by place, where ignore entries cover some of them: those that an entry for any of the
 * places names and is pinned to. Undefined where none is covered.
 */
function partlyAccepted(finding, policy, after, now) {
    const { rule, category } = finding;
    const stated = policy.rules.get(rule);
    const parts = (finding.alone ?? []).map((observation) => {
        const severity = stated === undefined || stated === 'off' ? (observation.severity ?? finding.severity) : stated;
        return { ...observation, rule, category, severity, blocking: false, fingerprint: fingerprint(rule, observation) };
    });
    const own = new Set([finding, ...parts].map((part) => part.fingerprint));
    const entries = policy.ignore.filter((entry) => entry.fingerprint !== undefined && own.has(entry.fingerprint));
    const judged = parts.map((part) => ({ part, by: entries.find((entry) => covers(entry, part, after, now)) }));
    return judged.some(({ by }) => by !== undefined) ? judged : undefined;
}
/** Whether an entry that names another place of the same finding covers this one, as far as its other selectors and its pins go. */
function covers(entry, part, after, now) {
    const named = { ...part, fingerprint: entry.fingerprint ?? part.fingerprint };
    return decideIgnore(named, [entry], after, now).by !== undefined;
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

// EXTERNAL MODULE: ./build/kube/read-file.js
var read_file = __webpack_require__(3121);
;// CONCATENATED MODULE: ./build/hidden/unseen-characters.js
/** Everything that may be unseen; a cheap look before the close one. */
const suspicious = /[\0-\x08\v\f\x0e-\x1f\x7f-\x9f\u2028\u2029\u2800\ufff9-\ufffb]|\r(?!\r*$)|\p{Default_Ignorable_Code_Point}/u;
/** Whether a text holds anything that could be unseen. */
function mayHoldUnseen(text) {
    return /[\0-\x08\v\f\r\x0e-\x1f\x7f-\x9f\u2028\u2029\u2800\ufff9-\ufffb]|\p{Default_Ignorable_Code_Point}/u.test(text);
}
/** Letters that are written from right to left. */
const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Samaritan}\p{Script=Mandaic}\p{Script=Adlam}\p{Script=Hanifi_Rohingya}]/u;
/** Scripts whose letters take another form by a joiner or non-joiner between them (UAX #31, table 3a and 3b). */
const joining = /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Nko}\p{Script=Adlam}\p{Script=Bengali}\p{Script=Devanagari}\p{Script=Gujarati}\p{Script=Gurmukhi}\p{Script=Kannada}\p{Script=Khmer}\p{Script=Malayalam}\p{Script=Myanmar}\p{Script=Oriya}\p{Script=Sinhala}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Tibetan}]/u;
/** Scripts that put no blanks between words: a zero-width space says where a line may break. */
const unspaced = /[\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}\p{Script=Thai}\p{Script=Tibetan}]/u;
const emoji = /^(?:\p{Extended_Pictographic}|\ufe0f|[\u{1f3fb}-\u{1f3ff}])$/u;
const codes = {
    openers: new Set([0x202a, 0x202b, 0x2066, 0x2067, 0x2068]),
    overrides: new Set([0x202d, 0x202e]),
    popEmbedding: 0x202c,
    popIsolate: 0x2069,
    /** Those that turn the text in them around: right-to-left embedding and isolate. */
    turning: new Set([0x202b, 0x2067]),
    /** Marks of right-to-left text. */
    marks: new Set([0x200f, 0x061c]),
    lineBreaks: new Set([0x0d, 0x85, 0x2028, 0x2029]),
};
/**
 * The characters of one line (without its line end) that a reader does not see. `isName` says of a place in the line whether it is in
 * a mapping's key or in a value without blanks, where an invisible character makes another name of it; in prose and comments it
 * changes nothing, and right-to-left text may use what it needs.
 */
function unseenIn(line, isName) {
    if (!suspicious.test(line))
        return [];
    const characters = charactersOf(line);
    const found = [...reordered(characters, line)];
    for (const [index, { code, text, offset }] of characters.entries()) {
        const kind = kindOf(code, characters, index) ?? (isInvisible(code, text) && isName(offset, text) ? 'invisible' : undefined);
        if (kind === undefined || isLegitimate(code, characters, index))
            continue;
        if (!found.some((one) => one.offset === offset))
            found.push({ kind, code, offset });
    }
    return found.sort((a, b) => a.offset - b.offset);
}
function charactersOf(line) {
    let offset = 0;
    return [...line].map((text) => {
        const character = { code: text.codePointAt(0) ?? 0, text, offset };
        offset += text.length;
        return character;
    });
}
/** What is a finding wherever it is. */
function kindOf(code, characters, index) {
    if (codes.lineBreaks.has(code))
        return 'line-break';
    if (code < 0x20 ? code !== 0x09 : code >= 0x7f && code <= 0x9f)
        return 'control';
    const isTag = code >= 0xe0000 && code <= 0xe0fff;
    const isDeprecated = (code >= 0x206a && code <= 0x206f) || (code >= 0xfff0 && code <= 0xfffb);
    if (isTag || isDeprecated)
        return 'smuggled';
    // More selectors in a row than any character takes are data, not form.
    const isSelector = (at) => at !== undefined && at.code >= 0xfe00 && at.code <= 0xfe0f;
    return isSelector(characters[index]) && isSelector(characters[index - 1]) ? 'smuggled' : undefined;
}
function isInvisible(code, text) {
    return code === 0x2800 || /^\p{Default_Ignorable_Code_Point}$/u.test(text);
}
/** Whether a character does there what it is for. */
function isLegitimate(code, characters, index) {
    const [before, after] = [characters[index - 1], characters[index + 1]];
    const isBeside = (pattern) => pattern.test(before?.text ?? '') || pattern.test(after?.text ?? '');
    if (code === 0x200b)
        return isBeside(unspaced);
    if (code === 0x200c || code === 0x200d) {
        // At the end of a word too: it says which form the letter before it takes.
        if (joining.test(before?.text ?? ''))
            return true;
        return code === 0x200d && emoji.test(before?.text ?? '') && emoji.test(after?.text ?? '');
    }
    if (code === 0xfe0e || code === 0xfe0f)
        return /^[\p{Extended_Pictographic}0-9#*]$/u.test(before?.text ?? '');
    if (code >= 0xe0100 && code <= 0xe01ef)
        return /^\p{Script=Han}$/u.test(before?.text ?? '');
    if (code >= 0xe0020 && code <= 0xe007f)
        return isFlag(characters, index);
    // Marks of direction and Mongolian selectors next to their own script.
    if (codes.marks.has(code) || code === 0x200e)
        return isBeside(rightToLeft);
    return code >= 0x180b && code <= 0x180f && /^\p{Script=Mongolian}$/u.test(before?.text ?? '');
}
/** Whether a tag belongs to the flag of a region: a black flag, at most six letters or digits, and the end. */
function isFlag(characters, index) {
    let start = index;
    while (start >= 0 && isTagCode(characters[start]?.code))
        start--;
    let end = index;
    while (isTagCode(characters[end]?.code))
        end++;
    return characters[start]?.code === 0x1f3f4 && end - start - 1 <= 7 && characters[end - 1]?.code === 0xe007f;
}
function isTagCode(code) {
    return code !== undefined && code >= 0xe0020 && code <= 0xe007f;
}
/**
 * Controls that show a line in another order (UAX #9; "Trojan Source"). Overrides have no honest use in a manifest. Embeddings and
 * isolates have one around right-to-left text, or around what is filled in: each closed on its line, none in another. Marks
 * of right-to-left text belong to such text.
 */
function* reordered(characters, line) {
    const isRightToLeft = rightToLeft.test(line);
    const open = [];
    for (const character of characters) {
        const { code, offset } = character;
        const found = { kind: 'reordered', code, offset };
        if (codes.overrides.has(code) || (codes.marks.has(code) && !isRightToLeft))
            yield found;
        if (codes.openers.has(code)) {
            if (open.length > 0 || (codes.turning.has(code) && !isRightToLeft))
                yield found;
            open.push(character);
        }
        else if (code === codes.popEmbedding || code === codes.popIsolate) {
            const isOwn = code === codes.popIsolate ? (c) => c >= 0x2066 : (c) => c < 0x2066;
            const last = open.pop();
            if (last === undefined || !isOwn(last.code))
                yield found;
        }
    }
    for (const { code, offset } of open)
        yield { kind: 'reordered', code, offset };
}

;// CONCATENATED MODULE: ./build/hidden/hidden-characters.js


/** The unseen characters of manifests that are new: their line was in no touched file before. */
function hiddenCharacters(touched) {
    const suspects = touched.filter((file) => isManifest(file) && mayHoldUnseen(file.after?.text ?? ''));
    const known = suspects.length === 0 ? new Set() : linesBefore(touched);
    return [...touched.flatMap(inName), ...suspects.flatMap((file) => inText(file, known))];
}
function isManifest({ path, after }) {
    if (after === undefined)
        return false;
    return after.structure === 'manifest' || after.structure === 'template' || (0,read_file/* hasManifestExtension */.L8)(path);
}
/** The lines that held something unseen before, wherever they were. */
function linesBefore(touched) {
    const lines = new Set();
    for (const { before } of touched) {
        if (before === undefined || !mayHoldUnseen(before.text))
            continue;
        for (const line of linesOf(before.text))
            if (mayHoldUnseen(line))
                lines.add(line);
    }
    return lines;
}
/** Lines as a diff shows them, without their ends. */
function linesOf(text) {
    return text.split('\n').map((line) => line.replace(/\r+$/, ''));
}
function inText({ path, scope, after }, known) {
    if (after === undefined)
        return [];
    const names = namesOf(after);
    const kinds = new Map();
    for (const [index, line] of linesOf(after.text).entries()) {
        if (!mayHoldUnseen(line) || known.has(line))
            continue;
        for (const { kind, code, offset } of unseenIn(line, isNameIn(line, names))) {
            const found = kinds.get(kind) ?? [];
            kinds.set(kind, found);
            found.push({ code, position: { file: path, line: index + 1, column: offset + 1 } });
        }
    }
    return [...kinds].map(([kind, found]) => ({ kind, file: path, scope, isName: false, found }));
}
/** A name of a file that was not there before. */
function inName({ path, scope, before, after, movedFrom }) {
    if (before !== undefined || after === undefined || movedFrom !== undefined || !mayHoldUnseen(path))
        return [];
    if (!(0,read_file/* hasManifestExtension */.L8)(path) && after.resources.length === 0)
        return [];
    const kinds = new Map();
    for (const one of unseenIn(path, () => true))
        kinds.set(one.kind, [...(kinds.get(one.kind) ?? []), one]);
    return [...kinds].map(([kind, all]) => {
        const found = all.map(({ code }) => ({ code, position: { file: path, line: 1, column: 1 } }));
        return { kind, file: path, scope, isName: true, found };
    });
}
/** Keys, and values without blanks, that hold something unseen; undefined where they are not all known. */
function namesOf(side) {
    if (side.structure === 'template' || side.unreadable.length > 0)
        return undefined;
    const names = new Set();
    const seen = new Set();
    const rest = [...side.documents, ...side.resources.map(({ document }) => document)].map(({ value }) => value);
    for (let value = rest.pop(); value !== undefined || rest.length > 0; value = rest.pop()) {
        if (typeof value === 'string' && !/[ \t\n]/.test(value) && mayHoldUnseen(value))
            names.add(value);
        if (typeof value !== 'object' || value === null || seen.has(value))
            continue;
        seen.add(value);
        for (const [key, item] of Object.entries(value)) {
            if (mayHoldUnseen(key))
                names.add(key);
            rest.push(item);
        }
    }
    return [...names];
}
/** Whether a place of a line is in one of the names; where they are not known, or an escape may write another part of one, it may be. */
function isNameIn(line, names) {
    if (names === undefined)
        return () => true;
    const spans = names.flatMap((name) => {
        const starts = [];
        for (let at = line.indexOf(name); at >= 0; at = line.indexOf(name, at + 1))
            starts.push(at);
        return starts.map((start) => ({ start, end: start + name.length }));
    });
    return (offset) => spans.some(({ start, end }) => start <= offset && offset < end) || hasEscape(line, offset);
}
/** Whether the word around a place holds an escape: what it spells is not what is written. */
function hasEscape(line, offset) {
    const before = /\S*$/.exec(line.slice(0, offset))?.[0] ?? '';
    const after = /^\S*/.exec(line.slice(offset))?.[0] ?? '';
    return `${before}${after}`.includes('\\');
}

;// CONCATENATED MODULE: ./build/hidden/analyse-hidden.js

/** Finds what a reviewer of the diff does not see. */
function analyseHidden(touched, manifests) {
    return { manifests, characters: hiddenCharacters(touched) };
}

// EXTERNAL MODULE: ./build/yaml/parse-yaml.js + 9 modules
var parse_yaml = __webpack_require__(3966);
;// CONCATENATED MODULE: ./build/rbac/read/json-patch.js

const fields = /^\/(?:rules|subjects|roleRef|aggregationRule)(?:\/|$)|^\/metadata\/labels\/rbac\.authorization\.k8s\.io~1/;
/** What takes away a whole rule or subject cannot widen; what takes away names or a selector can. */
const narrowing = /^\/(?:rules|subjects)(?:\/[\d-]+)?$|\/(?:verbs|resources|apiGroups|nonResourceURLs)\/\d+$/;
const limits = { bytes: 1_000_000, documents: 100, depth: 60, aliases: 100, expandedNodes: 50_000 };
/**
 * Operations of JSON patches that a file has and had not: kustomize applies them to roles and bindings when it builds, which
 * nothing here does. As files of their own, and as strings in a kustomization, an Application or a HelmRelease.
 */
function newRbacPatches({ path, before, after }) {
    if (after === undefined || !mayPatch(after.text))
        return [];
    const known = new Set(before?.documents.flatMap((document) => [...patchesIn(document, path)]).map(({ key }) => key));
    const fresh = after.documents.flatMap((document) => [...patchesIn(document, path)]);
    return fresh.filter(({ key }) => !known.has(key));
}
const mayPatch = (text) => text.includes('op') && text.includes('path');
function* patchesIn(document, file) {
    for (const { value, path } of operations(document.value, [], new Set())) {
        const { op, path: pointer } = value;
        if (typeof op !== 'string' || typeof pointer !== 'string' || op === 'test' || !fields.test(pointer))
            continue;
        if (op === 'remove' && narrowing.test(pointer))
            continue;
        const target = typeof value.from === 'string' ? value.from : '';
        const key = JSON.stringify([op, pointer, target, value.value ?? null]);
        yield { op, pointer, key, position: { file, ...document.at(path) } };
    }
}
/** Every mapping of an operation, and the path of what holds it. */
function* operations(value, path, read) {
    if (typeof value === 'string') {
        // Aliases repeat one string; what it holds is read once.
        if (!mayPatch(value) || read.has(value))
            return;
        read.add(value);
        for (const inner of (0,parse_yaml/* parseYaml */.h)(Buffer.from(value), limits).documents) {
            if (typeof inner.value !== 'object')
                continue;
            for (const operation of operations(inner.value, [], read))
                yield { value: operation.value, path };
        }
    }
    else if (Array.isArray(value)) {
        for (const [index, item] of value.entries())
            yield* operations(item, [...path, index], read);
    }
    else if (typeof value === 'object' && value !== null) {
        if ('op' in value && 'path' in value)
            yield { value: value, path };
        else
            for (const [key, inner] of Object.entries(value))
                yield* operations(inner, [...path, key], read);
    }
}

// EXTERNAL MODULE: ./build/plain-values.js
var plain_values = __webpack_require__(8419);
;// CONCATENATED MODULE: ./build/rbac/read/label-patch.js


const prefix = 'rbac.authorization.k8s.io/aggregate-to-';
const label_patch_limits = { bytes: 1_000_000, documents: 100, depth: 60, aliases: 100, expandedNodes: 50_000 };
/**
 * Aggregation labels that a file has and had not, outside the roles that state their own rules: patches, the labels
 * a kustomization gives all it holds, Flux' commonMetadata, values of a chart. What they grant is known only when it is built.
 */
function newLabelPatches({ path, before, after }) {
    if (after === undefined || !after.text.includes(prefix))
        return [];
    const known = new Set(before?.documents.flatMap(labelsIn).map(({ key }) => key));
    return after.documents.flatMap((document) => labelsIn(document)
        .filter(({ key }) => !known.has(key))
        .map(({ label, name, path: place }) => ({ label, name, position: { file: path, ...document.at(place) } })));
}
function labelsIn(document) {
    return [...search(document.value, [], { name: '', item: null }, new Set())];
}
function* search(value, path, around, read) {
    if (typeof value === 'string') {
        // Aliases repeat one string; what it holds is read once.
        if (!value.includes(prefix) || read.has(value))
            return;
        read.add(value);
        for (const { value: inner } of (0,parse_yaml/* parseYaml */.h)(Buffer.from(value), label_patch_limits).documents) {
            if (typeof inner !== 'object')
                continue;
            for (const found of search(inner, path, around, read))
                yield { ...found, path };
        }
    }
    else if (Array.isArray(value)) {
        for (const [index, item] of value.entries())
            yield* search(item, [...path, index], { ...around, item }, read);
    }
    else if (typeof value === 'object' && value !== null) {
        yield* inMapping(value, path, around, read);
    }
}
function* inMapping(value, path, around, read) {
    if (statesRules(value) || isNeverSelected(value, path))
        return;
    const own = nameOf(value);
    const inside = own === '' ? around : { ...around, name: own };
    for (const [key, inner] of Object.entries(value)) {
        if (key === 'matchLabels' || key === 'matchExpressions')
            continue;
        if (key.startsWith(prefix)) {
            const label = `${key}=${(0,plain_values/* scalarText */.ws)(inner)}`;
            const place = path.filter((step) => typeof step === 'string');
            yield {
                label,
                name: inside.name,
                path: [...path, key],
                key: JSON.stringify([label, inside.name, place, inside.item]),
            };
        }
        else
            yield* search(inner, [...path, key], inside, read);
    }
}
/** Whether a role is whole, so that the roles are compared with this label on it. */
function statesRules({ kind, rules, aggregationRule }) {
    return kind === 'ClusterRole' && (Array.isArray(rules) || (0,plain_values/* isMapping */.pi)(aggregationRule));
}
/**
 * Whether an object is whole and of a kind that no selector looks at. One inside another object may be a patch, which
 * kustomize applies to what its target names, whatever kind it states.
 */
function isNeverSelected({ kind, rules, roleRef }, path) {
    const isDocument = path.every((step) => step === 'items' || typeof step === 'number');
    if (kind === 'Role')
        return isDocument && Array.isArray(rules);
    return isDocument && (kind === 'RoleBinding' || kind === 'ClusterRoleBinding') && (0,plain_values/* isMapping */.pi)(roleRef);
}
function nameOf({ metadata }) {
    return (0,plain_values/* text */.Qq)((0,plain_values/* mapping */.pq)(metadata).name) ?? '';
}

// EXTERNAL MODULE: ./build/kube/scope.js
var kube_scope = __webpack_require__(9464);
// EXTERNAL MODULE: ./build/rbac/model/memoize.js
var memoize = __webpack_require__(9863);
// EXTERNAL MODULE: ./build/rbac/model/step-budget.js
var step_budget = __webpack_require__(8267);
// EXTERNAL MODULE: ./build/rbac/model/subject.js
var model_subject = __webpack_require__(4963);
// EXTERNAL MODULE: ./build/rbac/state/rbac-state.js + 2 modules
var rbac_state = __webpack_require__(5961);
;// CONCATENATED MODULE: ./build/rbac/state/elsewhere.js





/**
 * Gives for each scope what the others hold, as it is after the change: what changes there is judged there. Scopes the policy
 * names are exact: nothing reaches into them or out of them.
 */
function elsewhereOf(objects, options, isExact) {
    const takesPart = (scope) => (0,kube_scope/* isDeliveredScope */.BA)(scope) && !isExact(scope);
    const places = memoizedOnce(() => [...objects].filter(([scope]) => takesPart(scope)).map(([scope, sides]) => placeOf(scope, sides, options)));
    const rolesByName = memoizedOnce(() => grouped(places(), ({ after }) => after.roles.filter(isOwn), ({ kind, name }) => `${kind}/${name}`));
    const danglingByRole = memoizedOnce(() => grouped(places(), danglingBindings, ({ role }) => `${role.kind}/${role.name}`));
    const bindingsByName = memoizedOnce(() => grouped(places(), ({ after }) => after.bindings.filter(isOwn), ({ kind, name }) => `${kind}/${name}`));
    const bindingsBySubject = memoizedOnce(() => grouped(places(), ({ after }) => after.bindings.filter(isOwn).flatMap(bySubject), ({ subjects }) => subjects[0]?.subject.key ?? ''));
    const near = (scope) => objects.get(scope)?.place ?? scope;
    const flat = (0,memoize/* memoize */.B)((place) => (0,memoize/* memoize */.B)((role) => flattened(role, place.after)));
    return (scope) => {
        if (!takesPart(scope))
            return undefined;
        const copies = ({ role, namespace }) => (rolesByName().get(`${role.kind}/${role.name}`) ?? []).filter(({ place, item }) => place.scope !== scope && (item.kind === 'ClusterRole' || mayBeOne(item.namespace, namespace)));
        const dangling = ({ kind, name, namespace }) => (danglingByRole().get(`${kind}/${name}`) ?? []).filter(({ place, item }) => place.scope !== scope && (kind === 'ClusterRole' || mayBeOne(item.namespace, namespace)));
        return {
            roles: (binding) => copies(binding).map(({ place, item }) => flat(place)(item)),
            patched: ({ kind, name, namespace }) => (bindingsByName().get(`${kind}/${name}`) ?? [])
                .filter(({ place, item }) => place.scope !== scope &&
                (0,kube_scope/* mayBeOneCluster */.jZ)(near(place.scope), near(scope)) &&
                mayBeOne(item.namespace, namespace))
                .map(({ item }) => item),
            isNear: (binding) => copies(binding).some(({ place }) => (0,kube_scope/* mayBeOneCluster */.jZ)(near(place.scope), near(scope))),
            bindingsOfRole: (role) => dangling(role).flatMap(({ place, item }) => withoutNewSubjects(place, item)),
            isBound: (role) => dangling(role).length > 0,
            bindingsNaming: (key) => (bindingsBySubject().get(key) ?? []).filter(({ place }) => place.scope !== scope).map(({ item }) => item),
        };
    };
}
function placeOf(scope, { before, after }, options) {
    const work = new step_budget/* StepBudget */.g4((0,step_budget/* mostSteps */.JS)(before.length + after.length));
    const state = (0,rbac_state/* rbacState */.S)(after, options, work);
    return { scope, after: state, before: before === after ? state : (0,rbac_state/* rbacState */.S)(before, options, work) };
}
/** The bindings whose role is not in their scope. */
function danglingBindings({ after }) {
    return after.bindings.filter((binding) => isOwn(binding) && binding.subjects.length > 0 && after.resolve(binding).length === 0);
}
const bindingsBefore = (0,memoize/* memoize */.B)(({ before }) => subjectsByRole(before));
/** The binding with those of its subjects that were bound so before; one object for it, on whatever side it is asked for. */
const withoutNewSubjects = (place, binding) => oldOnly(binding)(place);
const oldOnly = (0,memoize/* memoize */.B)((binding) => (0,memoize/* memoize */.B)((place) => {
    const key = placeKey(binding);
    const isOld = ({ subject }) => bindingsBefore(place).has(`${key} ${subject.key}`);
    const subjects = place.before === place.after ? binding.subjects : binding.subjects.filter(isOld);
    return subjects.length === 0 ? [] : [{ ...binding, subjects, isElsewhere: true }];
}));
/** The binding once for each of its subjects. */
function bySubject(binding) {
    return binding.subjects.map((bound) => ({ ...binding, subjects: [bound], isElsewhere: true }));
}
function subjectsByRole({ bindings }) {
    return new Set(bindings
        .filter(isOwn)
        .flatMap((binding) => binding.subjects.map(({ subject }) => `${placeKey(binding)} ${subject.key}`)));
}
function placeKey({ role, namespace }) {
    return JSON.stringify([role.kind, role.name, namespace]);
}
/** A role with all it has in effect where it is, the roles it aggregates included. */
function flattened(role, { effectiveRules }) {
    return role.selectors === undefined
        ? role
        : { ...role, selectors: undefined, rules: effectiveRules(role).map(({ rule }) => rule) };
}
function mayBeOne(one, other) {
    const isOpen = (namespace) => namespace?.startsWith(model_subject/* unknownNamespacePrefix */.$b) === true;
    return one === other || isOpen(one) || isOpen(other);
}
function isOwn({ origin }) {
    return origin === 'repository';
}
function grouped(places, items, keyOf) {
    const groups = new Map();
    for (const place of places) {
        for (const item of items(place)) {
            const group = groups.get(keyOf(item));
            if (group === undefined)
                groups.set(keyOf(item), [{ place, item }]);
            else
                group.push({ place, item });
        }
    }
    return groups;
}
function memoizedOnce(compute) {
    let known;
    return () => {
        known ??= { value: compute() };
        return known.value;
    };
}

// EXTERNAL MODULE: ./build/groups.js
var build_groups = __webpack_require__(1782);
// EXTERNAL MODULE: ./build/rbac/model/coverage.js
var coverage = __webpack_require__(8377);
// EXTERNAL MODULE: ./build/rbac/model/label-selector.js
var label_selector = __webpack_require__(8163);
// EXTERNAL MODULE: ./build/rbac/model/permission.js
var model_permission = __webpack_require__(9392);
// EXTERNAL MODULE: ./build/rbac/model/permission-index.js
var permission_index = __webpack_require__(1345);
// EXTERNAL MODULE: ./build/rbac/model/rbac-object.js
var rbac_object = __webpack_require__(4499);
;// CONCATENATED MODULE: ./build/rbac/compare/cause.js







/**
 * Splits a gain by cause. What the rule's own role did not allow before comes from the rule; of the rest, what the
 * bound role did not allow before comes from aggregation; what remains comes from the binding. Each permission has
 * one cause.
 */
function causesOf(comparison, gain) {
    const { chain } = gain.effective;
    const inRole = roleCauses(comparison, gain.effective, gain.permissions);
    const rest = withoutCaused(comparison, gain.permissions, inRole);
    if (rest.length === 0)
        return inRole;
    const source = chain.at(-1);
    const cause = bindingCause(comparison, gain.binding, gain.bound[0].path, chain[0]);
    if (gain.binding.resource !== undefined)
        return [...inRole, { cause, permissions: rest }];
    // Only a change of the role can widen a binding that Kubernetes brings along.
    return source?.resource === undefined
        ? inRole
        : [...inRole, { cause: { kind: 'rule', object: source, rule: gain.effective.rule }, permissions: rest }];
}
/** The causes of what a role allows while nothing binds it. */
function latentCauses(comparison, gain) {
    const inRole = roleCauses(comparison, gain.effective, gain.permissions);
    const rest = withoutCaused(comparison, gain.permissions, inRole);
    const source = gain.effective.chain.at(-1);
    if (rest.length === 0 || source?.resource === undefined)
        return inRole;
    return [...inRole, { cause: { kind: 'rule', object: source, rule: gain.effective.rule }, permissions: rest }];
}
function roleCauses(comparison, { rule, chain }, permissions) {
    const causes = [];
    const source = chain.at(-1);
    let rest = permissions;
    if (source?.resource !== undefined) {
        const old = comparison.roleBefore(source);
        // An aggregated role's own rules had no effect.
        const fromRule = old?.selectors === undefined ? missingIn(old, rest, comparison.work) : rest;
        if (fromRule.length > 0)
            causes.push({ cause: { kind: 'rule', object: source, rule }, permissions: fromRule });
        rest = withoutCaused(comparison, permissions, causes);
    }
    const bound = chain[0];
    if (rest.length === 0 || bound === undefined || chain.length < 2)
        return causes;
    const old = comparison.roleBefore(bound);
    const fromAggregation = old === undefined ? (0,coverage/* uncoveredOf */.Fg)(rest, []) : missingBefore(comparison, old, rest);
    const cause = aggregationCause(comparison, chain);
    if (fromAggregation.length > 0 && cause !== undefined)
        causes.push({ cause, permissions: fromAggregation });
    return causes;
}
/** The part of the permissions that the role, with those it aggregated, did not allow; each part once. */
function missingBefore({ allowedBefore, work }, role, permissions) {
    const parts = permissions.flatMap((permission) => allowedBefore(role).missing(permission, work));
    return [...new Map(parts.map((part) => [(0,model_permission/* permissionKey */.$5)(part), part])).values()];
}
/** Asked for each gain through a role that it aggregates. */
const ownPermissions = (0,memoize/* memoize */.B)((role) => new permission_index/* PermissionIndex */.w(role.rules.flatMap(({ permissions }) => permissions.map((permission) => ({ permission }))), new step_budget/* StepBudget */.g4()));
/** The part of the permissions that a role's own rules do not allow. */
function missingIn(role, permissions, work) {
    if (role === undefined)
        return permissions;
    return permissions.flatMap((permission) => ownPermissions(role).missing(permission, work));
}
function withoutCaused({ work }, permissions, causes) {
    const caused = causes.flatMap((item) => item.permissions);
    return caused.length === 0 ? permissions : (0,coverage/* uncoveredOf */.Fg)(permissions, caused, work);
}
/** The first link of the chain that was not there before: a new label, or a new selector. */
function aggregationCause(comparison, chain) {
    for (const [index, selector] of chain.entries()) {
        const selected = chain[index + 1];
        if (selected === undefined)
            return undefined;
        const [oldSelector, oldSelected] = [comparison.roleBefore(selector), comparison.roleBefore(selected)];
        const wasSelected = oldSelector !== undefined && oldSelected !== undefined && comparison.before.selects(oldSelector, oldSelected);
        if (wasSelected)
            continue;
        comparison.work.charge(1 + (oldSelector?.selectors?.length ?? 0) + (selector.selectors?.length ?? 0));
        const couldSelect = oldSelector?.selectors?.some((each) => (0,label_selector/* selects */.ko)(each, selected.labels)) === true;
        const position = selector.selectors?.findIndex((each) => (0,label_selector/* selects */.ko)(each, selected.labels)) ?? -1;
        if (selected.resource !== undefined && (couldSelect || selector.resource === undefined)) {
            return labelCause(selected, oldSelected, selector.selectors?.[position] ?? []);
        }
        if (selector.resource === undefined)
            return undefined;
        const path = ['aggregationRule', 'clusterRoleSelectors', position];
        return { kind: 'selector', object: selector, path };
    }
    return undefined;
}
function labelCause(role, old, selector) {
    const key = selector.find((each) => role.labels[each.key] !== old?.labels[each.key])?.key;
    if (key === undefined || !(key in role.labels)) {
        return { kind: 'label', object: role, path: ['metadata', 'labels'], label: key ?? '' };
    }
    return { kind: 'label', object: role, path: ['metadata', 'labels', key], label: `${key}=${role.labels[key]}` };
}
/** A new binding grants by its subject; by its role where that is Kubernetes' own, or another one than before. */
function bindingCause(comparison, binding, path, role) {
    const old = comparison.bindingBefore(binding);
    if (binding.isMembership)
        return { kind: 'subject', object: binding, path };
    const isOtherRole = old !== undefined && (old.role.kind !== binding.role.kind || old.role.name !== binding.role.name);
    const isWellKnown = old === undefined && role?.origin === 'default';
    return isOtherRole || isWellKnown
        ? { kind: 'role-reference', object: binding, path: binding.rolePath }
        : { kind: 'subject', object: binding, path };
}
/** Equal for equal causes; the subjects of one binding are one cause. No index in it. */
function causeKey(cause) {
    const place = `${cause.object.resource?.file ?? ''} ${(0,rbac_object/* identityOf */.cu)(cause.object)} ${cause.kind}`;
    if (cause.kind === 'rule')
        return `${place} ${ruleText(cause.rule)}`;
    // Whoever joins a group gains by all its bindings at once.
    if ('isMembership' in cause.object)
        return `${cause.object.resource?.file ?? ''} ${cause.object.name}`;
    return cause.kind === 'label' ? `${place} ${cause.label}` : `${place} ${cause.kind === 'selector' ? cause.path : ''}`;
}
/** Asked for each gain by a rule. */
const ruleText = (0,memoize/* memoize */.B)(({ value }) => JSON.stringify(value) ?? '');

// EXTERNAL MODULE: external "node:path/posix"
var posix_ = __webpack_require__(3916);
;// CONCATENATED MODULE: ./build/rbac/compare/copies.js






/**
 * Which copy of an object on the base's side each copy on the head's side is to be compared with: the one in the same
 * file, else one that disappeared elsewhere (a move; the identical one first). A copy without one is new, whatever
 * its siblings in other files say. Objects of Kubernetes and of the policy count as their own counterparts.
 */
function pairCopies(before, after) {
    const pairs = new Map();
    const candidates = byIdentity(before);
    for (const [identity, copies] of byIdentity(after)) {
        const old = candidates.get(identity);
        if (old !== undefined)
            pairIdentity(old, copies, pairs);
    }
    pairUnstated(before, after, pairs);
    return pairs;
}
/** An object that no longer states its namespace is compared with its own former text. */
function pairUnstated(before, after, pairs) {
    const open = after.filter((object) => isUnstated(object) && !pairs.has(object));
    if (open.length === 0)
        return;
    const paired = new Set(pairs.values());
    const placeOf = ({ kind, name, resource }) => `${kind}/${name} ${resource?.file}`;
    const left = new Map(before.filter((object) => !paired.has(object)).map((object) => [placeOf(object), object]));
    for (const object of open) {
        const old = left.get(placeOf(object));
        if (old !== undefined)
            pairs.set(object, old);
    }
}
function isUnstated({ namespace }) {
    return namespace?.startsWith(model_subject/* unknownNamespacePrefix */.$b) === true;
}
/** The objects by `identityOf`. */
function byIdentity(objects) {
    return (0,build_groups/* groupBy */.$)(objects, rbac_object/* identityOf */.cu);
}
/** What of the object RBAC looks at, as one text. */
function contentOf(object) {
    if (object.resource === undefined)
        return '';
    // A grant of another product's object may depend on any of its fields.
    if (object.resource.kind !== object.kind)
        return textOf(object.resource);
    const { metadata, rules, aggregationRule, roleRef, subjects, spec } = object.resource.value;
    const { userNames, groupNames, users, groups } = object.resource.value;
    const { labels, annotations } = (0,plain_values/* mapping */.pq)(metadata);
    const named = [userNames, groupNames, users, groups];
    return JSON.stringify([labels, annotations, rules, aggregationRule, roleRef, subjects, named, spec]);
}
/** Asked by each role and binding that is read from a resource. */
const textOf = (0,memoize/* memoize */.B)(({ value }) => JSON.stringify(value) ?? '');
function pairIdentity(before, after, pairs) {
    const left = new Set(before);
    // Of those that are alike the first is taken; looked up by what they must share, for copies can be thousands.
    const match = (likeness) => {
        if (left.size === 0)
            return;
        const keyOf = (object) => `${object.origin} ${likeness(object)}`;
        const alike = new Map();
        for (const candidate of [...left].reverse())
            (0,build_groups/* addTo */.D)(alike, keyOf(candidate), candidate);
        for (const object of after) {
            const candidate = pairs.has(object) ? undefined : alike.get(keyOf(object))?.pop();
            if (candidate === undefined)
                continue;
            pairs.set(object, candidate);
            left.delete(candidate);
        }
    };
    match((object) => object.resource?.file ?? '');
    match(contentOf);
    match(fileName);
    match(() => '');
}
function fileName(object) {
    return (0,posix_.basename)(object.resource?.file ?? '');
}

;// CONCATENATED MODULE: ./build/rbac/compare/comparison.js






/** Compares the two sides of a scope. What is asked of it throws StepLimitError after so many steps. */
function compareRbac(before, after, options, elsewhere, most = (0,step_budget/* mostSteps */.JS)(before.length + after.length)) {
    const work = new step_budget/* StepBudget */.g4(most);
    const head = (0,rbac_state/* rbacState */.S)(after, options, work, { elsewhere });
    // What reaches this scope from others is the same on both sides: where that changes, it is judged there.
    const base = (0,rbac_state/* rbacState */.S)(before, options, work, { elsewhere, reaching: head.reaching });
    return pairStates(base, head, options, work);
}
/**
 * The same comparison the other way round: what it finds widened is what was lost. What is still held through another copy
 * of an object is not lost. It draws on the same work.
 */
function reversed({ before, after, options, work }) {
    return { ...pairStates(after, before, options, work), hasSiblings: () => false, isSibling: () => false };
}
function pairStates(before, after, options, work) {
    const roles = pairCopies(before.roles, after.roles);
    const bindings = pairCopies(before.bindings, after.bindings);
    const defaultRoles = new Map();
    for (const role of before.roles)
        if (role.origin === 'default')
            defaultRoles.set((0,rbac_object/* identityOf */.cu)(role), role);
    const rolesByIdentity = byIdentity(before.roles);
    const bindingsByIdentity = byIdentity(before.bindings);
    const here = new Set(after.roles);
    const ownBefore = (role) => roles.get(role) ?? (here.has(role) ? undefined : role);
    const roleBefore = (role) => ownBefore(role) ?? defaultRoles.get((0,rbac_object/* identityOf */.cu)(role));
    const paired = new Set([...roles.values()]);
    const isOwnChanged = (0,memoize/* memoize */.B)((role) => {
        const old = ownBefore(role);
        return old === undefined || isDifferent(old, role);
    });
    const someClusterRoleChanged = after.roles.some((role) => role.kind === 'ClusterRole' && isOwnChanged(role)) ||
        before.roles.some((role) => role.kind === 'ClusterRole' && !paired.has(role));
    const isRoleChanged = (0,memoize/* memoize */.B)((role) => {
        if (isOwnChanged(role))
            return true;
        if (role.selectors === undefined || !someClusterRoleChanged)
            return false;
        const old = roles.get(role);
        return old === undefined || isAggregateChanged(before, after, old, role, roles, isOwnChanged, work);
    });
    return {
        before,
        after,
        options,
        work,
        allowedBefore: (0,memoize/* memoize */.B)((role) => {
            const permissions = before.effectiveRules(role).flatMap(({ rule }) => rule.permissions);
            return new permission_index/* PermissionIndex */.w(permissions.map((permission) => ({ permission })), work);
        }),
        roleBefore,
        bindingBefore: (binding) => bindings.get(binding),
        isRoleChanged,
        isBindingChanged: (0,memoize/* memoize */.B)((binding) => {
            const old = bindings.get(binding);
            if (old === undefined || isDifferent(old, binding))
                return true;
            const resolved = new Set(before.resolve(old));
            const now = after.resolve(binding);
            work.charge(1 + resolved.size + now.length);
            return now.some((role) => {
                const oldRole = roleBefore(role);
                return oldRole === undefined || !resolved.has(oldRole);
            });
        }),
        hasSiblings: (0,memoize/* memoize */.B)((object) => {
            work.charge(1);
            // What Kubernetes makes itself is not a copy of a manifest.
            if (object.origin === 'default')
                return false;
            const own = isRole(object) ? roleBefore(object) : bindings.get(object);
            const copies = (isRole(object) ? rolesByIdentity : bindingsByIdentity).get((0,rbac_object/* identityOf */.cu)(object)) ?? [];
            return copies.some((copy) => copy !== own && copy.origin === 'repository');
        }),
        isSibling(old, object) {
            if (old.name !== object.name || old.origin !== 'repository' || (0,rbac_object/* identityOf */.cu)(old) !== (0,rbac_object/* identityOf */.cu)(object))
                return false;
            return (isRole(object) ? roleBefore(object) : bindings.get(object)) !== old;
        },
    };
}
function isRole(object) {
    return 'rules' in object;
}
function isDifferent(old, object) {
    if (old === object || (old.origin !== 'repository' && object.origin !== 'repository'))
        return false;
    if (old.resource?.file === object.resource?.file && old.resource?.value === object.resource?.value)
        return false;
    return old.namespace !== object.namespace || contentOf(old) !== contentOf(object);
}
/** Whether the roles an aggregated one draws from are other than before. */
function isAggregateChanged(before, after, old, role, pairs, isOwnChanged, work) {
    work.charge(after.effectiveRules(role).length + before.effectiveRules(old).length);
    const sources = new Set(after.effectiveRules(role).map(({ chain }) => chain.at(-1) ?? role));
    const oldSources = new Set(before.effectiveRules(old).map(({ chain }) => chain.at(-1) ?? old));
    if (sources.size !== oldSources.size)
        return true;
    return [...sources].some((source) => {
        const counterpart = pairs.get(source);
        return counterpart === undefined || !oldSources.has(counterpart) || isOwnChanged(source);
    });
}

// EXTERNAL MODULE: ./build/rbac/state/held-permissions.js
var held_permissions = __webpack_require__(7389);
// EXTERNAL MODULE: ./build/rbac/model/placement.js
var model_placement = __webpack_require__(7424);
;// CONCATENATED MODULE: ./build/rbac/compare/latent-gain.js




/** Steps that a gain costs: it is kept, and its causes are looked for. */
const gainCost = 50;
/** What roles without an effective binding allow beyond their counterparts. */
function latentGains(comparison, roles) {
    if (roles.length === 0)
        return [];
    const bound = boundRoles(comparison);
    const gone = byAllowance(disappeared(comparison), comparison);
    return roles
        .filter((role) => role.origin === 'repository' && !bound.has(role) && !comparison.after.isBoundElsewhere(role))
        .flatMap((role) => {
        const old = comparison.roleBefore(role) ?? gone.get(allowance(role, comparison.after, comparison.work));
        return comparison.after.effectiveRules(role).flatMap((effective) => {
            comparison.work.charge(effective.chain.length);
            const inEffect = effectiveAt(effective.rule, role.namespace, comparison.work);
            const permissions = missingInRole(comparison, old, inEffect);
            if (permissions.length > 0)
                comparison.work.charge(gainCost);
            return permissions.length > 0 ? [{ role, permissions, effective }] : [];
        });
    });
}
function boundRoles(comparison) {
    const bound = new RolesInEffect(comparison);
    for (const binding of comparison.after.bindings) {
        if (binding.subjects.length === 0)
            continue;
        for (const role of comparison.after.resolve(binding))
            bound.add(role);
    }
    return bound;
}
/** Roles on the head's side, and the ones they aggregate. */
class RolesInEffect {
    #comparison;
    #expanded = new Set();
    #roles = new Set();
    constructor(comparison) {
        this.#comparison = comparison;
    }
    add(role) {
        this.#comparison.work.charge(1);
        if (this.#expanded.has(role))
            return;
        this.#expanded.add(role);
        this.#roles.add(role);
        if (role.selectors === undefined)
            return;
        for (const { chain } of this.#comparison.after.effectiveRules(role)) {
            this.#comparison.work.charge(chain.length);
            for (const link of chain)
                this.#roles.add(link);
        }
    }
    has(role) {
        return this.#roles.has(role);
    }
}
function disappeared(comparison) {
    const paired = new Set(comparison.after.roles.map((role) => comparison.roleBefore(role)));
    return comparison.before.roles.filter((role) => role.origin === 'repository' && !paired.has(role));
}
/** By what a role allows and where: to find the one that a new role was before it was renamed. */
function byAllowance(roles, { before, work }) {
    return new Map(roles.map((role) => [allowance(role, before, work), role]));
}
function allowance(role, state, work) {
    const namespace = latent_gain_isUnstated(role.namespace) ? model_subject/* unknownNamespacePrefix */.$b : role.namespace;
    const keys = state.effectiveRules(role).flatMap(({ rule }) => rule.permissions.map(held_permissions/* keyOf */.T));
    work.charge(keys.reduce((sum, key) => sum + 1 + (key.length >> 3), 0));
    return JSON.stringify([role.kind, namespace, [...new Set(keys)].sort()]);
}
/** What of a rule has effect in a placement. */
function effectiveAt(rule, placement, work) {
    if (placement === undefined)
        return rule.permissions;
    return rule.permissions.flatMap((permission) => {
        work.charge((0,permission_index/* size */.E)(permission));
        const parts = (0,model_placement/* effectiveIn */.P)(placement, permission);
        if (parts.length > 1)
            work.charge(parts.reduce((sum, part) => sum + (0,permission_index/* size */.E)(part), 0));
        return parts;
    });
}
/** The part of the permissions that a role, the ones it aggregates included, did not allow. */
function missingInRole({ allowedBefore, work }, role, permissions) {
    if (role === undefined)
        return permissions;
    return permissions.flatMap((permission) => allowedBefore(role).missing(permission, work));
}
function latent_gain_isUnstated(placement) {
    return placement?.startsWith(model_subject/* unknownNamespacePrefix */.$b) === true;
}

;// CONCATENATED MODULE: ./build/rbac/compare/memberships.js

/** Looks for memberships that were not there before, directly or by way of others. */
function joined(comparison) {
    const { before, after, work } = comparison;
    const bindings = [];
    const masters = [];
    const unbound = [];
    for (const membership of after.memberships) {
        const { member, of } = membership;
        work.charge(2);
        if (before.identitiesOf(member).has(of.key))
            continue;
        const keys = [...after.identitiesOf(of)].filter((key) => !model_subject/* everyone */.sz.has(key));
        const naming = keys.flatMap((key) => after.bindingsNaming(key));
        work.charge(keys.length + 10 * naming.length);
        for (const binding of naming) {
            // A binding that is new itself is found with the group it names.
            if (comparison.bindingBefore(binding) !== undefined)
                bindings.push(asMember(binding, membership));
        }
        if (keys.includes(model_subject/* mastersKey */.Vv))
            masters.push(membership);
        else if (naming.length === 0 && of.kind === 'Group')
            unbound.push(membership);
    }
    return { bindings, masters, unbound };
}
/** The binding as it reaches a member: granted by the object that makes them one. */
function asMember(binding, { member, of, resource, path }) {
    return {
        ...binding,
        name: `${resource.name} → ${of.kind} ${of.name}`,
        subjects: [{ subject: member, path }],
        rolePath: path,
        resource,
        origin: 'repository',
        isMembership: true,
    };
}
/** The grants that were not compared and were not there before, each distinguished by what the object says there. */
function newUnjudged({ before, after, work }) {
    if (after.unjudged.length === 0)
        return [];
    const keyOf = (grant) => {
        const key = unjudgedKey(grant);
        work.charge(1 + (key.length >> 3));
        return key;
    };
    const known = new Set(before.unjudged.map(keyOf));
    return after.unjudged.filter((grant) => !known.has(keyOf(grant)));
}
function unjudgedKey({ code, resource, path }) {
    const { kind, namespace, name } = resource;
    return JSON.stringify([kind, namespace, name, code, valueAt(resource, path)]);
}
/** The value at a path, or the nearest above it. */
function valueAt({ value }, path) {
    let current = value;
    for (const step of path) {
        if (typeof current !== 'object' || current === null)
            break;
        current = current[step];
    }
    return current;
}

;// CONCATENATED MODULE: ./build/rbac/compare/gain.js







/** Everything gained between the two sides of a scope. Only what could differ is expanded. */
function gainsOf(comparison) {
    const held = new held_permissions/* HeldPermissions */.s(comparison.before, comparison.work);
    const gains = [];
    const unknown = [];
    /** Roles in effect through some binding, the ones they aggregate included. */
    const effective = new RolesInEffect(comparison);
    const changed = comparison.after.roles.filter((role) => comparison.isRoleChanged(role));
    const isChanged = new Set(changed);
    const memberships = joined(comparison);
    for (const binding of [...comparison.after.bindings, ...memberships.bindings]) {
        const roles = comparison.after.resolve(binding);
        const bindingChanged = comparison.isBindingChanged(binding);
        comparison.work.charge(1 + roles.length + binding.subjects.length);
        if (binding.subjects.length === 0)
            continue;
        for (const role of roles) {
            if (!bindingChanged && !isChanged.has(role))
                continue;
            effective.add(role);
            for (const gain of gainsThrough(comparison, held, binding, role))
                gains.push(gain);
        }
        if (bindingChanged && isUnknown(comparison.after, binding)) {
            for (const gain of unknownGains(comparison, binding))
                unknown.push(gain);
        }
    }
    return {
        joined: memberships,
        gains,
        unknown,
        latent: latentGains(comparison, changed.filter((role) => !effective.has(role))),
    };
}
/** The subjects that gain anything, known or unknown, between the two sides. */
function gainersOf(comparison) {
    const held = new held_permissions/* HeldPermissions */.s(comparison.before, comparison.work);
    const gainers = new Map();
    for (const binding of [...comparison.after.bindings, ...joined(comparison).bindings]) {
        const isChanged = comparison.isBindingChanged(binding);
        const roles = comparison.after.resolve(binding).filter((role) => isChanged || comparison.isRoleChanged(role));
        comparison.work.charge(1 + roles.length + binding.subjects.length);
        for (const role of roles) {
            const open = binding.subjects.filter(({ subject }) => !gainers.has(subject.key));
            if (open.length === 0)
                break;
            for (const { bound } of gainsThrough(comparison, held, binding, role, open)) {
                for (const { subject } of bound)
                    gainers.set(subject.key, subject);
                if (open.every(({ subject }) => gainers.has(subject.key)))
                    break;
            }
        }
        if (!isChanged || !isUnknown(comparison.after, binding))
            continue;
        for (const { subject } of unknownGains(comparison, binding))
            gainers.set(subject.key, subject);
    }
    return [...gainers.values()];
}
/** Whether nothing is known of the role a binding names, or no more than other environments say of one of that name. */
function isUnknown(state, binding) {
    return (0,rbac_state/* namesUnknownRole */.z)(state, binding) || (state.resolve(binding).length > 0 && state.isFar(binding));
}
/** What a binding gives beyond what its subjects held, rule by rule. */
function* gainsThrough(comparison, held, binding, role, subjects = binding.subjects) {
    const { work } = comparison;
    const placement = binding.namespace;
    const roleBefore = comparison.roleBefore(role);
    const alike = heldAlike(comparison, held, binding, subjects);
    const together = new BoundTogether(subjects);
    const hadRole = ({ holdings }) => roleBefore !== undefined && holdings.some(({ roles }) => roles.has(roleBefore));
    const isWidenedOnly = !comparison.hasSiblings(binding) && alike.every(hadRole);
    const widened = isWidenedOnly ? widenedRules(comparison).get(role) : undefined;
    for (const effective of widened ?? comparison.after.effectiveRules(role)) {
        work.charge(effective.chain.length);
        const objects = [binding, ...effective.chain].filter(comparison.hasSiblings);
        const counts = (entry) => (entry.binding.isElsewhere !== true || entry.binding === binding) && gain_isOwn(comparison, entry, objects);
        const inEffect = effectiveAt(effective.rule, placement, work);
        // Most of it is what the role allowed before; asked once, that leaves little to ask of each subject.
        const beyondRole = missingInRole(comparison, roleBefore, inEffect);
        const byGain = new Map();
        for (const [number, each] of alike.entries()) {
            const asked = objects.length === 0 && hadRole(each) ? beyondRole : inEffect;
            work.charge(1);
            const permissions = asked.flatMap((permission) => held.missing(each.holdings, permission, counts));
            if (permissions.length === 0)
                continue;
            const key = alike.length === 1 ? '' : permissions.map(held_permissions/* keyOf */.T).join();
            const group = byGain.get(key);
            if (group === undefined)
                byGain.set(key, { permissions, classes: [number] });
            else
                group.classes.push(number);
        }
        for (const { permissions, classes } of byGain.values()) {
            const bound = together.of(classes, alike);
            work.charge(gainCost);
            if (bound !== undefined)
                yield { placement, permissions, binding, bound, effective };
        }
    }
}
/**
 * The rules of a role that allow more than its counterpart did: all that needs to be asked about those who held it.
 * Every rule where an object has siblings, whose grants excuse nothing.
 */
const widenedRules = (0,memoize/* memoize */.B)((comparison) => ({
    get: (0,memoize/* memoize */.B)((role) => {
        const old = comparison.roleBefore(role);
        return comparison.after.effectiveRules(role).filter(({ rule, chain }) => {
            comparison.work.charge(chain.length);
            return chain.some(comparison.hasSiblings) || missingInRole(comparison, old, rule.permissions).length > 0;
        });
    }),
}));
/** The subjects by what they held, those who bypass RBAC left out. */
function heldAlike(comparison, held, binding, subjects) {
    const old = comparison.bindingBefore(binding);
    const placement = gain_isUnstated(binding.namespace) && old !== undefined ? old.namespace : binding.namespace;
    const alike = new Map();
    for (const bound of subjects) {
        if (bound.subject.key === model_subject/* mastersKey */.Vv)
            continue;
        const holdings = held.holdings(subjectBefore(bound.subject, binding, old), placement);
        const found = alike.get(holdings);
        if (found === undefined)
            alike.set(holdings, { holdings, bound: [bound] });
        else
            found.bound.push(bound);
    }
    return [...alike.values()];
}
/** Subjects of a binding in its own order; one list for the same subjects, however many rules they gain by. */
class BoundTogether {
    #known = new Map();
    #order;
    constructor(subjects) {
        this.#order = new Map(subjects.map((bound, index) => [bound, index]));
    }
    of(classes, alike) {
        const key = classes.join();
        const known = this.#known.get(key);
        if (known !== undefined)
            return known;
        const order = (bound) => this.#order.get(bound) ?? 0;
        const all = classes.flatMap((number) => alike[number]?.bound ?? []).sort((a, b) => order(a) - order(b));
        const [first, ...rest] = all;
        if (first === undefined)
            return undefined;
        this.#known.set(key, [first, ...rest]);
        return this.#known.get(key);
    }
}
/** Whether none of the objects a held permission comes through is a mere sibling of one the gain comes through. */
function gain_isOwn(comparison, entry, objects) {
    if (objects.length === 0)
        return true;
    return ![entry.binding, ...entry.chain].some((old) => objects.some((object) => comparison.isSibling(old, object)));
}
/** A ServiceAccount in the namespace its file leaves open is the one of the counterpart's namespace. */
function subjectBefore(subject, binding, old) {
    if (old === undefined || subject.kind !== 'ServiceAccount' || !gain_isUnstated(subject.namespace))
        return subject;
    if (old.namespace === undefined) {
        const same = old.subjects.find(({ subject: own }) => own.name === subject.name && gain_isUnstated(own.namespace));
        return same?.subject ?? subject;
    }
    return subject.namespace === binding.namespace ? (0,model_subject/* subjectOf */.et)('ServiceAccount', subject.name, old.namespace) : subject;
}
function gain_isUnstated(placement) {
    return placement?.startsWith(model_subject/* unknownNamespacePrefix */.$b) === true;
}
/** The subjects that were not bound to the same role before, there or everywhere. */
function unknownGains(comparison, binding) {
    const counterpart = comparison.bindingBefore(binding);
    const isFar = comparison.after.resolve(binding).length > 0;
    const toRole = boundTo(comparison.before);
    return binding.subjects
        .filter(({ subject }) => {
        const own = subjectBefore(subject, binding, counterpart);
        return ![...comparison.before.identitiesOf(own)].some((key) => {
            const bindings = toRole.get(`${binding.role.kind}/${binding.role.name} ${key}`) ?? [];
            return bindings.some((old) => {
                comparison.work.charge(1);
                if (old.isElsewhere || comparison.isSibling(old, binding))
                    return false;
                if (old.kind === 'ClusterRoleBinding' || old === counterpart)
                    return true;
                return old.namespace === binding.namespace;
            });
        });
    })
        .map((bound) => ({ subject: bound.subject, placement: binding.namespace, binding, bound, isFar }));
}
/** The bindings by the role and each subject they name. */
const boundTo = (0,memoize/* memoize */.B)(({ bindings }) => {
    const groups = new Map();
    for (const binding of bindings) {
        for (const { subject } of binding.subjects) {
            const key = `${binding.role.kind}/${binding.role.name} ${subject.key}`;
            (0,build_groups/* addTo */.D)(groups, key, binding);
        }
    }
    return groups;
});

// EXTERNAL MODULE: ./build/rbac/model/rbac-objects.js
var rbac_objects = __webpack_require__(7974);
// EXTERNAL MODULE: ./build/rbac/read/read-rbac.js + 13 modules
var read_rbac = __webpack_require__(4607);
;// CONCATENATED MODULE: ./build/rbac/state/published-roles.data.js
const read = 'get list watch';
const published_roles_data_all = 'create delete deletecollection get list patch update watch';
const most = 'create delete get list patch update watch';
const triggers = 'clustertriggerbindings clusterinterceptors eventlisteners interceptors triggers triggerbindings triggertemplates';
const pipelines = 'tasks taskruns pipelines pipelineruns runs customruns stepactions';
const kafka = 'kafkas kafkanodepools kafkaconnects kafkausers kafkatopics kafkabridges kafkaconnectors kafkamirrormaker2s kafkarebalances';
const kafkaRuns = 'kafkas kafkanodepools kafkaconnects kafkaconnectors kafkabridges kafkamirrormaker2s kafkarebalances';
const workflows = 'workflows workfloweventbindings workflowtemplates cronworkflows clusterworkflowtemplates workflowtaskresults';
const clusterViews = `${read} | clusterview.open-cluster-management.io`;
const internal = 'networking.internal.knative.dev autoscaling.internal.knative.dev caching.internal.knative.dev';
const each = (words, suffix) => words
    .split(' ')
    .map((word) => word + suffix)
    .join(' ');
/** Rules are facts of the products' sources; aggregated roles, whose rules others add to, are left out: nothing bounds these. */
const products = [
    {
        product: 'OpenShift',
        source: 'openshift/oc, pkg/cli/admin/policy/modify_scc.go (oc adm policy add-scc-to-user)',
        ofOpenshift: true,
        roles: [
            {
                name: /^system:openshift:scc:([a-z0-9.-]+)$/,
                rules: ['use | security.openshift.io | securitycontextconstraints | $1'],
            },
        ],
    },
    {
        product: 'Open Cluster Management',
        source: 'stolostron/multicloud-operators-foundation 29ea877: pkg/controllers/clusterrole/rbac.go, pkg/utils/clusterset',
        roles: [
            {
                name: /^open-cluster-management:admin:([a-z0-9.-]+)$/,
                rules: [
                    `${most} | cluster.open-cluster-management.io | managedclusters | $1`,
                    `${clusterViews} | managedclusters kubevirtprojects userpermissions`,
                ],
            },
            {
                name: /^open-cluster-management:view:([a-z0-9.-]+)$/,
                rules: [
                    `${read} | cluster.open-cluster-management.io | managedclusters | $1`,
                    `${clusterViews} | managedclusters kubevirtprojects userpermissions`,
                ],
            },
            {
                name: /^open-cluster-management:managedclusterset:admin:([a-z0-9.-]+)$/,
                rules: [
                    'get update | cluster.open-cluster-management.io | managedclustersets | $1',
                    'create | cluster.open-cluster-management.io | managedclustersets/join managedclustersets/bind | $1',
                    'create | cluster.open-cluster-management.io | managedclusters',
                    'update | register.open-cluster-management.io | managedclusters/accept',
                    `${clusterViews} | managedclustersets`,
                    // Controllers bind its holders to `admin` in the namespace of each cluster of the set (syncrolebinding): what is put there runs in that cluster.
                    'create update patch | work.open-cluster-management.io | manifestworks',
                ],
            },
            {
                name: /^open-cluster-management:managedclusterset:bind:([a-z0-9.-]+)$/,
                rules: [
                    'create | cluster.open-cluster-management.io | managedclustersets/bind | $1',
                    'get | cluster.open-cluster-management.io | managedclustersets | $1',
                    `${clusterViews} | managedclustersets`,
                ],
            },
            {
                name: /^open-cluster-management:managedclusterset:view:([a-z0-9.-]+)$/,
                rules: [
                    'get | cluster.open-cluster-management.io | managedclustersets | $1',
                    `${clusterViews} | managedclustersets`,
                ],
            },
        ],
    },
    {
        product: 'the Operator Lifecycle Manager',
        source: 'operator-framework/operator-lifecycle-manager 992bb09: pkg/controller/operators/olm/operatorgroup.go',
        roles: [
            { name: /^([a-z0-9-]+)\.([a-z0-9-]+(?:\.[a-z0-9-]+)+)-v\d\w*-admin$/, rules: ['* | $2 | $1'] },
            {
                name: /^([a-z0-9-]+)\.([a-z0-9-]+(?:\.[a-z0-9-]+)+)-v\d\w*-edit$/,
                rules: ['create update patch delete | $2 | $1'],
            },
            { name: /^([a-z0-9-]+)\.([a-z0-9-]+(?:\.[a-z0-9-]+)+)-v\d\w*-view$/, rules: [`${read} | $2 | $1`] },
            {
                name: /^([a-z0-9-]+(?:\.[a-z0-9-]+){2,})-v\d\w*-crdview$/,
                rules: ['get | apiextensions.k8s.io | customresourcedefinitions | $1'],
            },
        ],
    },
    {
        product: 'Tekton',
        source: 'tektoncd/triggers 0889029, tektoncd/pipeline and tektoncd/operator: config, pkg/reconciler/openshift/tektonconfig',
        roles: [
            {
                name: 'tekton-triggers-eventlistener-roles',
                rules: [
                    `${read} | triggers.tekton.dev | eventlisteners triggerbindings interceptors triggertemplates triggers`,
                    `${read} | core | configmaps`,
                    'create | tekton.dev | pipelineruns pipelineresources taskruns',
                    'impersonate | core | serviceaccounts',
                    'create patch | core | events',
                ],
            },
            {
                name: 'tekton-triggers-eventlistener-clusterroles',
                rules: [
                    `${read} | triggers.tekton.dev | clustertriggerbindings clusterinterceptors`,
                    `${read} | core | secrets`,
                ],
            },
            {
                name: 'openshift-pipelines-clusterinterceptors',
                rules: [`${read} | triggers.tekton.dev | clusterinterceptors`],
            },
            { name: 'tekton-triggers-aggregate-edit', rules: [`${published_roles_data_all} | triggers.tekton.dev | ${triggers}`] },
            { name: 'tekton-triggers-aggregate-view', rules: [`${read} | triggers.tekton.dev | ${triggers}`] },
            { name: 'tekton-aggregate-edit', rules: [`${published_roles_data_all} | tekton.dev | ${pipelines}`] },
            { name: 'tekton-aggregate-view', rules: [`${read} | tekton.dev | ${pipelines}`] },
        ],
    },
    {
        product: 'cert-manager',
        source: 'cert-manager/cert-manager 2d0d7f7: deploy/charts/cert-manager/templates/rbac.yaml, and what earlier versions allowed',
        roles: [
            { name: 'cert-manager-cluster-view', rules: [`${read} | cert-manager.io | clusterissuers`] },
            {
                name: 'cert-manager-view',
                rules: [
                    `${read} | cert-manager.io | certificates certificaterequests issuers`,
                    `${read} | acme.cert-manager.io | challenges orders`,
                ],
            },
            {
                name: 'cert-manager-edit',
                rules: [
                    'create delete deletecollection patch update | cert-manager.io | certificates certificaterequests issuers',
                    'update | cert-manager.io | certificates/status',
                    'create delete deletecollection patch update | acme.cert-manager.io | challenges orders',
                ],
            },
        ],
    },
    {
        product: 'Strimzi',
        source: 'strimzi/strimzi-kafka-operator 8541da1: install/cluster-operator, install/strimzi-admin',
        roles: [
            {
                name: 'strimzi-cluster-operator-namespaced',
                rules: [
                    `${most} | rbac.authorization.k8s.io | rolebindings roles`,
                    `${most} | core | pods serviceaccounts configmaps services endpoints secrets persistentvolumeclaims`,
                    'patch update | core | pods/resize',
                    `${most} | apps | deployments replicasets statefulsets`,
                    'get patch update | apps | deployments/scale',
                    'create | core events.k8s.io | events',
                    `${most} | build.openshift.io | buildconfigs buildconfigs/instantiate builds`,
                    `${most} | networking.k8s.io | networkpolicies ingresses`,
                    `${most} | route.openshift.io | routes routes/custom-host`,
                    'get | image.openshift.io | imagestreams',
                    `${most} | policy | poddisruptionbudgets`,
                    `${most} | gateway.networking.k8s.io | tlsroutes`,
                ],
            },
            {
                name: 'strimzi-cluster-operator-global',
                rules: [
                    `${most} | rbac.authorization.k8s.io | clusterrolebindings`,
                    'get | storage.k8s.io | storageclasses',
                    'list | core | nodes',
                ],
            },
            {
                name: 'strimzi-cluster-operator-leader-election',
                rules: [
                    'create | coordination.k8s.io | leases',
                    'get list watch delete patch update | coordination.k8s.io | leases | strimzi-cluster-operator',
                ],
            },
            {
                name: 'strimzi-cluster-operator-watched',
                rules: [
                    'watch list | core | pods',
                    `${most} | kafka.strimzi.io | ${kafkaRuns}`,
                    `get patch update | kafka.strimzi.io | ${each(kafkaRuns, '/status')}`,
                    `update | kafka.strimzi.io | ${each(kafkaRuns, '/finalizers')}`,
                    `${most} | core.strimzi.io | strimzipodsets`,
                    'get patch update | core.strimzi.io | strimzipodsets/status strimzipodsets/finalizers',
                ],
            },
            { name: 'strimzi-kafka-broker', rules: ['get | core | nodes'] },
            { name: 'strimzi-kafka-client', rules: ['get | core | nodes'] },
            {
                name: 'strimzi-entity-operator',
                rules: [
                    `${most} | kafka.strimzi.io | kafkatopics kafkausers`,
                    'get patch update | kafka.strimzi.io | kafkatopics/status kafkausers/status kafkatopics/finalizers kafkausers/finalizers',
                    `${most} | core | secrets`,
                    'create | core | events',
                ],
            },
            {
                name: 'strimzi-admin',
                rules: [
                    `${most} | kafka.strimzi.io | ${kafka}`,
                    `get patch update | kafka.strimzi.io | ${each('kafkanodepools kafkaconnects kafkabridges kafkaconnectors kafkamirrormaker2s', '/scale')}`,
                    `${most} | core.strimzi.io | strimzipodsets`,
                ],
            },
            {
                name: 'strimzi-view',
                rules: [`${read} | kafka.strimzi.io | ${kafka}`, `${read} | core.strimzi.io | strimzipodsets`],
            },
        ],
    },
    {
        product: 'Knative',
        source: 'knative/serving 98e5ef9: config/core/200-roles/clusterrole-namespaced.yaml',
        roles: [
            {
                name: 'knative-serving-namespaced-admin',
                rules: ['* | serving.knative.dev | *', `${read} | ${internal} | *`],
            },
            {
                name: 'knative-serving-namespaced-edit',
                rules: ['create update patch delete | serving.knative.dev | *', `${read} | ${internal} | *`],
            },
            { name: 'knative-serving-namespaced-view', rules: [`${read} | serving.knative.dev ${internal} | *`] },
        ],
    },
    {
        product: 'Argo Workflows',
        source: 'argoproj/argo-workflows f016ad8: manifests/cluster-install-no-crds/workflow-controller-rbac',
        roles: [
            {
                name: 'argo-aggregate-to-view',
                rules: [`${read} | argoproj.io | ${workflows} ${each(workflows, '/finalizers')}`],
            },
            {
                name: /^argo-aggregate-to-(?:edit|admin)$/,
                rules: [
                    `${published_roles_data_all} | argoproj.io | ${workflows} ${each(workflows, '/finalizers')} workflowtasksets workflowtasksets/finalizers`,
                ],
            },
        ],
    },
    {
        product: 'metrics-server',
        source: 'kubernetes-sigs/metrics-server: charts/metrics-server/templates/clusterrole-aggregated-reader.yaml',
        roles: [{ name: 'system:aggregated-metrics-reader', rules: [`${read} | metrics.k8s.io | pods nodes`] }],
    },
];

;// CONCATENATED MODULE: ./build/rbac/state/published-roles.js


/**
 * What the role that a binding names allows, as a product publishes or makes it under that name; undefined for other roles. The role of
 * the cluster may be of another version: so this bounds what a new binding gives, and excuses nothing.
 */
function publishedRole({ role }, isOpenshift) {
    if (role.kind !== 'ClusterRole')
        return undefined;
    for (const { product, ofOpenshift, roles } of products) {
        if (ofOpenshift === true && !isOpenshift)
            continue;
        for (const published of roles) {
            const parts = partsOf(role.name, published.name);
            if (parts !== undefined)
                return { product, permissions: permissionsOf(published, parts) };
        }
    }
    return undefined;
}
/** The name and the parts of it that a pattern names; undefined where it is another role's. */
function partsOf(name, published) {
    if (typeof published === 'string')
        return name === published ? [name] : undefined;
    return published.exec(name) ?? undefined;
}
function permissionsOf({ rules }, parts) {
    return rules.flatMap((rule) => readRule(rule.replace(/\$(\d)/g, (_, number) => parts[Number(number)] ?? '')));
}
const readRule = (rule) => {
    const [verbs = [], apiGroups = [], resources = [], resourceNames] = rule
        .split(' | ')
        .map((words) => words.split(' '));
    const groups = apiGroups.map((group) => (group === 'core' ? '' : group));
    return (0,model_permission/* readPolicyRule */.Zi)({ verbs, apiGroups: groups, resources, ...(resourceNames && { resourceNames }) });
};

;// CONCATENATED MODULE: ./build/rbac/judge/rule-items.js

const rule_items_fields = ['verbs', 'resources', 'nonResourceURLs', 'apiGroups', 'resourceNames'];
/** The entries that are new in a rule; undefined where the whole rule is new. Empty where something was only removed. */
function newItems(rule, role, old, work) {
    const former = old === undefined ? undefined : formerRule(rule, role, old, work);
    if (former === undefined)
        return undefined;
    return rule_items_fields.flatMap((field) => {
        const known = new Set(entries(former.value, field));
        return entries(rule.value, field).flatMap((text, index) => known.has(text) ? [] : [{ path: [...rule.path, field, index], field, text }]);
    });
}
/** Rules beyond which no former one is looked for: every rule would be compared with every other. */
const mostReplaced = 100;
/** The rule on the base's side that became this one: the most alike of those that are gone. */
function formerRule(rule, role, old, work) {
    const replaced = replacedRules(role, old);
    if (replaced.length > mostReplaced)
        return undefined;
    let best;
    let bestLikeness = 0;
    for (const candidate of replaced) {
        work.charge(rule_items_length(rule) + rule_items_length(candidate));
        const parts = rule_items_fields.map((field) => likeness(entries(rule.value, field), entries(candidate.value, field)));
        const shared = parts.filter((part) => part > 0).length;
        const sum = parts.reduce((total, part) => total + part, 0);
        if (shared >= 2 && sum > bestLikeness) {
            best = candidate;
            bestLikeness = sum;
        }
    }
    return best;
}
/** Asked for each new rule of the role. */
const replacedByRole = new WeakMap();
/** The former rules that the role no longer has. */
function replacedRules(role, old) {
    const known = replacedByRole.get(role);
    if (known?.old === old)
        return known.rules;
    const kept = new Set(role.rules.map(({ value }) => JSON.stringify(value)));
    const rules = old.rules.filter((candidate) => !kept.has(JSON.stringify(candidate.value)));
    replacedByRole.set(role, { old, rules });
    return rules;
}
/** Entries of all lists. */
function rule_items_length({ value }) {
    return rule_items_fields.reduce((sum, field) => sum + entries(value, field).length, 1);
}
/** Share of common entries, 0 to 1. */
function likeness(left, right) {
    if (left.length === 0 || right.length === 0)
        return 0;
    const set = new Set(right);
    return left.filter((item) => set.has(item)).length / Math.max(left.length, right.length);
}
function entries(value, field) {
    return (0,plain_values/* list */.p_)((0,plain_values/* mapping */.pq)(value)[field]).map(plain_values/* scalarText */.ws);
}

;// CONCATENATED MODULE: ./build/rbac/judge/cause-paths.js



/** The places of the cause: in a changed rule, the new entries, the one with the worst consequence first. */
function causePaths(comparison, context, cause, parts, gained) {
    if (cause.kind === 'subject') {
        const lists = new Set(parts.map(({ bound }) => bound));
        const paths = new Map();
        for (const bound of lists)
            for (const { path } of bound)
                paths.set(JSON.stringify(path), path);
        return paths.size > 0 ? [...paths.values()] : [cause.path];
    }
    if (cause.kind !== 'rule')
        return [cause.path];
    const items = newItems(cause.rule, cause.object, comparison.roleBefore(cause.object), comparison.work) ?? [];
    const ranked = items.flatMap((item) => {
        comparison.work.charge(1 + gained.length);
        const severities = gained.flatMap(({ permission, placement }) => {
            const only = restrict(permission, item);
            return only === undefined ? [] : [context.judge(only, undefined, placement).severity];
        });
        const worst = severities.sort(build_severity/* compareSeverity */.zK)[0];
        return worst === undefined ? [] : [{ item, worst }];
    });
    ranked.sort((a, b) => Number(b.item.text === '*') - Number(a.item.text === '*') || (0,build_severity/* compareSeverity */.zK)(a.worst, b.worst));
    return ranked.length > 0 ? ranked.map(({ item }) => item.path) : [cause.rule.path];
}
/** The part of the permission that one entry of a rule gives. */
function restrict(permission, { field, text }) {
    const { verbs } = permission;
    if (field === 'verbs')
        return (0,coverage/* hasEntry */.Ni)(verbs, text) ? { ...permission, verbs: [text] } : undefined;
    if (permission.kind === 'url')
        return field === 'nonResourceURLs' && (0,coverage/* hasEntry */.Ni)(permission.urls, text) ? { ...permission, urls: [text] } : undefined;
    const factor = factors[field];
    if (factor === undefined || !(0,coverage/* hasEntry */.Ni)(permission[factor], text))
        return undefined;
    return { ...permission, [factor]: [text] };
}
const factors = {
    apiGroups: 'groups',
    resources: 'resources',
    resourceNames: 'names',
};

// EXTERNAL MODULE: ./build/rbac/judge/danger.js + 2 modules
var danger = __webpack_require__(1103);
// EXTERNAL MODULE: ./build/rbac/judge/risk-context.js
var risk_context = __webpack_require__(9348);
// EXTERNAL MODULE: ./build/rbac/judge/sentence.js
var sentence = __webpack_require__(8420);
;// CONCATENATED MODULE: ./build/rbac/judge/gained-permissions.js






/** A step lower where nobody gains; high at most where it is unknown who does. */
function severityIn(effect, severity) {
    if (effect === 'unbound')
        return (0,build_severity/* lower */.ib)(severity);
    return effect === 'perhaps bound' && severity === 'critical' ? 'high' : severity;
}
/** The permissions of all parts, the same one listed once with all who gain it; worst first. */
function gainedPermissions(context, parts, effect, work) {
    const gained = new Map();
    for (const userFacing of new Set(parts.map((part) => part.userFacing))) {
        const alike = parts.filter((part) => part.userFacing === userFacing);
        for (const gainer of gainers(alike, work))
            judgeGain(context, gainer, userFacing, effect, gained, work);
    }
    return [...gained.values()]
        .map(({ groups, ...rest }) => ({
        ...rest,
        subjects: (groups.length === 1 ? groups[0] : undefined) ?? groups.flat(),
    }))
        .sort((a, b) => (0,build_severity/* compareSeverity */.zK)(a.judgement.severity, b.judgement.severity));
}
function judgeGain(context, { subjects, placement, permissions, unbound }, userFacing, effect, gained, work) {
    work.charge(permissions.reduce((sum, permission) => sum + (0,permission_index/* size */.E)(permission), 0));
    for (const permission of (0,sentence/* compact */.oE)(permissions)) {
        work.charge((0,danger/* riskCost */.Tw)(permission) + subjects.length);
        for (const group of judgedAlike(context, subjects, placement, permission, userFacing)) {
            const judgement = context.judge(permission, group[0], placement, userFacing, unbound);
            const severity = severityIn(effect, judgement.severity);
            const key = `${severity} ${placement} ${(0,model_permission/* permissionKey */.$5)(permission)}`;
            const found = gained.get(key);
            if (found === undefined) {
                gained.set(key, { permission, placement, groups: [group], judgement: { ...judgement, severity } });
            }
            else
                found.groups.push(group);
        }
    }
}
/** The subjects, together where it makes no difference who gains the permission. */
function judgedAlike(context, subjects, placement, permission, userFacing) {
    // Nobody gains what is latent, and it is judged all the same.
    if (subjects.length === 0)
        return [subjects];
    const conditions = context.of(subjects[0], placement);
    // Who gains it matters where the danger depends on what else they hold.
    if ((0,danger/* dependsOnOtherPermissions */.Ti)(permission, conditions))
        return subjects.map((subject) => [subject]);
    if (!(0,danger/* dependsOnGainer */.bv)(permission, conditions, userFacing))
        return [subjects];
    const byKind = new Map();
    for (const subject of subjects) {
        const kind = (0,risk_context/* gainerOf */._)(subject);
        const alike = byKind.get(kind);
        if (alike === undefined)
            byKind.set(kind, [subject]);
        else
            alike.push(subject);
    }
    return [...byKind.values()];
}
/** The subjects that gain the same through these parts, together. */
function gainers(parts, work) {
    const lists = byList(parts);
    const bySubject = new Map();
    for (const [index, { subjects, placement }] of lists.entries()) {
        work.charge(1 + subjects.length);
        for (const subject of subjects) {
            const key = `${subject?.key} ${placement}`;
            const found = bySubject.get(key);
            if (found === undefined)
                bySubject.set(key, { subject, placement, lists: new Set([index]) });
            else
                found.lists.add(index);
        }
    }
    const alike = new Map();
    for (const { subject, placement, lists: own } of bySubject.values()) {
        const key = `${[...own].join()} ${placement}`;
        const found = alike.get(key) ?? { subjects: [], placement, lists: own };
        if (subject !== undefined)
            found.subjects.push(subject);
        alike.set(key, found);
    }
    return [...alike.values()].map(({ subjects, placement, lists: own }) => {
        const indexes = [...own].flatMap((list) => lists[list]?.parts ?? []).sort((a, b) => a - b);
        work.charge(indexes.length);
        const through = indexes.flatMap((index) => parts[index] ?? []);
        return {
            subjects,
            placement,
            permissions: through.flatMap(({ permissions }) => permissions),
            unbound: through.find(({ unbound }) => unbound !== undefined)?.unbound,
        };
    });
}
/** The parts by their list of subjects, which parts of one binding share. */
function byList(parts) {
    const nobody = [];
    const byBound = new Map();
    const groups = [];
    for (const [index, { bound, placement }] of parts.entries()) {
        const key = bound.length === 0 ? nobody : bound;
        const byPlacement = byBound.get(key) ?? new Map();
        byBound.set(key, byPlacement);
        const found = byPlacement.get(placement);
        if (found !== undefined) {
            found.parts.push(index);
            continue;
        }
        const subjects = bound.length > 0 ? bound.map(({ subject }) => subject) : [undefined];
        const group = { subjects, placement, parts: [index] };
        byPlacement.set(placement, group);
        groups.push(group);
    }
    return groups;
}

;// CONCATENATED MODULE: ./build/rbac/judge/joined-members.js



/** Bindings that newly name system:masters, and memberships that newly lead there. */
function newMasters(comparison, memberships) {
    const bound = comparison.after.bindings.flatMap((binding) => {
        if (binding.resource === undefined || !comparison.isBindingChanged(binding))
            return [];
        const subject = binding.subjects.find((each) => each.subject.key === model_subject/* mastersKey */.Vv);
        const old = comparison.bindingBefore(binding)?.subjects.some((each) => each.subject.key === model_subject/* mastersKey */.Vv);
        if (subject === undefined || old)
            return [];
        return [{ object: (0,rbac_object/* objectName */.Hd)(binding), member: undefined, resource: binding.resource, path: subject.path }];
    });
    const members = memberships.map(({ member, resource, path }) => ({
        object: (0,rbac_object/* resourceName */.Iy)(resource),
        member,
        resource,
        path,
    }));
    return [...bound, ...members];
}
/** New members of unbound groups, by the object that makes them members and the group. */
function unboundMembers(memberships) {
    const groups = new Map();
    for (const membership of memberships) {
        const ofResource = groups.get(membership.resource) ?? new Map();
        groups.set(membership.resource, ofResource);
        (0,build_groups/* addTo */.D)(ofResource, membership.of.key, membership);
    }
    return [...groups.values()].flatMap((ofResource) => [...ofResource.values()].map((members) => ({ of: members[0].of, members })));
}

// EXTERNAL MODULE: ./build/rbac/model/pod-constraints.js
var pod_constraints = __webpack_require__(2765);
// EXTERNAL MODULE: ./build/rbac/state/default-rbac.js + 2 modules
var default_rbac = __webpack_require__(6791);
// EXTERNAL MODULE: ./build/rbac/state/pod-privileges.js
var pod_privileges = __webpack_require__(1049);
;// CONCATENATED MODULE: ./build/rbac/judge/raised-constraints.js









/** The constraints whose content allows more than before. Who newly may use them is found by what lets them. */
function raisedConstraints(comparison, context, { before, after }) {
    const formers = (0,build_groups/* groupBy */.$)(before.filter(isConstraints), ({ name }) => name);
    const now = after.filter(isConstraints);
    const here = new Set(now.map(({ file }) => file));
    const { podConstraints } = (0,default_rbac/* defaultRbac */.OJ)(comparison.options);
    return now.flatMap((resource) => {
        const copies = formers.get(resource.name) ?? [];
        // Its own former text; else one that moved here; else what the platform or another copy says.
        const own = copies.find(({ file }) => file === resource.file) ?? copies.find(({ file }) => !here.has(file));
        comparison.work.charge(1 + copies.length);
        if (own?.value === resource.value)
            return [];
        const former = own === undefined ? copies : [own];
        const known = former.length > 0 ? former.flatMap(powersOf) : podConstraints.get(resource.name);
        // What is not known counted as privileged already.
        const [first, ...rest] = known === undefined ? [] : (0,pod_constraints/* newPowers */.v2)(known, powersOf(resource));
        return first === undefined ? [] : (raised(comparison, context, resource, [first, ...rest]) ?? []);
    });
}
function isConstraints(resource) {
    return (0,pod_privileges/* podConstraintsOf */.p)(resource)?.kind === 'securitycontextconstraints';
}
function powersOf(resource) {
    return (0,pod_privileges/* podConstraintsOf */.p)(resource)?.powers ?? [];
}
/** Undefined where all who may use the constraints newly may: that is said of what lets them. */
function raised(comparison, context, resource, powers) {
    const permission = {
        kind: 'resource',
        verbs: ['use'],
        groups: ['security.openshift.io'],
        resources: ['securitycontextconstraints'],
        names: [resource.name],
    };
    const now = usersIn(comparison.after, permission, comparison);
    const old = usersIn(comparison.before, permission, comparison);
    const users = [...now].filter(([key]) => old.has(key)).map(([, user]) => user);
    if (users.length === 0 && now.size > 0)
        return undefined;
    const severities = users.map(({ subject, placement }) => {
        const { severity } = context.judge(permission, subject, placement);
        // What everyone may use by the platform's own bindings is worse than usual once it allows more.
        return model_subject/* everyone */.sz.has(subject.key) ? (0,build_severity/* raise */.xl)(severity) : severity;
    });
    const [worst] = severities.sort(build_severity/* compareSeverity */.zK);
    return [
        {
            resource,
            powers,
            users,
            severity: worst ?? (0,build_severity/* lower */.ib)(context.judge(permission, undefined, undefined).severity),
            isForEveryone: users.some(({ subject }) => model_subject/* everyone */.sz.has(subject.key)),
        },
    ];
}
/** Who may use just these constraints, by subject and place; who may use any could use privileged ones before. */
function usersIn(state, permission, { work }) {
    // Bindings of one role share the list it resolves to.
    const allowedBy = (0,memoize/* memoize */.B)((roles) => roles
        .flatMap((role) => state.effectiveRules(role))
        .flatMap(({ rule }) => rule.permissions)
        .filter((own) => own.kind === 'resource' && !own.names.includes(null))
        .filter((own) => (0,coverage/* uncovered */.KY)(permission, [own], work).length === 0));
    const users = new Map();
    for (const binding of state.bindings) {
        const { namespace, subjects } = binding;
        work.charge(1 + subjects.length);
        const own = allowedBy(state.resolve(binding));
        if (!own.some((each) => (0,model_placement/* effectiveIn */.P)(namespace, each).length > 0))
            continue;
        for (const { subject } of subjects)
            users.set(`${namespace ?? ''} ${subject.key}`, { subject, placement: namespace });
    }
    return users;
}

;// CONCATENATED MODULE: ./build/rbac/judge/too-large.js



/** Names a change that is too large to judge. Takes steps in proportion to its size only. */
function tooLarge({ before, after, work }) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    const known = new Set();
    for (const object of [...before.roles, ...before.bindings]) {
        const text = `${object.resource?.file} ${(0,rbac_object/* identityOf */.cu)(object)} ${contentOf(object)}`;
        hash.update(`- ${text}\n`);
        known.add(text);
    }
    let resource;
    let longest = -1;
    for (const object of [...after.roles, ...after.bindings]) {
        if (object.resource === undefined)
            continue;
        const text = `${object.resource.file} ${(0,rbac_object/* identityOf */.cu)(object)} ${contentOf(object)}`;
        hash.update(`+ ${text}\n`);
        const length = known.has(text) ? 0 : text.length;
        if (length <= longest)
            continue;
        longest = length;
        resource = object.resource;
    }
    return { resource, most: work.most, digest: hash.digest('hex') };
}

// EXTERNAL MODULE: ./build/rbac/judge/user-facing.js
var user_facing = __webpack_require__(2253);
;// CONCATENATED MODULE: ./build/rbac/judge/widening.js






















/**
 * Who can do what after the change that they could not before, by cause. Where it takes more than `most` steps, nothing but
 * `tooLarge` is answered: what was not judged never looks harmless.
 */
function rbacChange(sides, options, elsewhere, most) {
    // A repository has thousands of roots, most of which grant nothing.
    if (grantsNothing(sides.before) && grantsNothing(sides.after))
        return { ...nothingJudged, work: 0 };
    const comparison = compareRbac(sides.before, sides.after, options, elsewhere, most);
    try {
        const gains = gainsOf(comparison);
        const subjectsThatLost = gainersOf(reversed(comparison)).filter(({ kind }) => kind !== 'RoleHolder');
        const context = new risk_context/* RiskContext */.X(comparison.after, comparison.options, comparison.work);
        return {
            widenings: widenings(comparison, context, gains, sides.unread ?? []),
            unknownRoles: unknownRoles(gains.unknown, context, options.openshift === true),
            raised: raisedConstraints(comparison, context, sides),
            masters: newMasters(comparison, gains.joined.masters),
            unbound: unboundMembers(gains.joined.unbound),
            unjudged: newUnjudged(comparison),
            subjectsThatLost,
            lost: subjectsThatLost.length === 0 ? [] : losses(sides, options, elsewhere),
            work: comparison.work.done,
        };
    }
    catch (error) {
        if (!(error instanceof step_budget/* StepLimitError */.AF))
            throw error;
        const work = comparison.work.done;
        return { ...nothingJudged, tooLarge: tooLarge(comparison), work };
    }
}
function grantsNothing(resources) {
    return resources.every(({ kind }) => kind !== 'SecurityContextConstraints') && (0,rbac_objects/* isNothing */.qv)((0,read_rbac/* readRbac */.f)(resources));
}
const nothingJudged = {
    widenings: [],
    unknownRoles: [],
    raised: [],
    masters: [],
    unbound: [],
    unjudged: [],
    subjectsThatLost: [],
    lost: [],
};
/** Naming what was lost is a convenience: it has steps of its own, and takes none from judging. */
const stepsForLosses = 2_000_000;
function losses({ before, after }, options, elsewhere) {
    try {
        return gainsOf(reversed(compareRbac(before, after, options, elsewhere, stepsForLosses))).gains.map(({ bound, placement, permissions }) => ({
            subjects: bound.map(({ subject }) => subject).filter(({ kind }) => kind !== 'RoleHolder'),
            placement,
            permissions,
        }));
    }
    catch (error) {
        if (error instanceof step_budget/* StepLimitError */.AF)
            return [];
        throw error;
    }
}
function widenings(comparison, context, { gains, latent }, unread) {
    const groups = new Map();
    const add = (part, isForEveryone) => {
        const key = `${isForEveryone} ${causeKey(part.cause)}`;
        (0,build_groups/* addTo */.D)(groups, key, part);
    };
    for (const gain of gains) {
        const { placement, binding, effective } = gain;
        const { chain } = effective;
        const route = steps(binding, chain);
        const { all, some } = byBreadth(gain.bound);
        comparison.work.charge(1 + gain.bound.length);
        for (const caused of causesOf(comparison, gain)) {
            const how = (0,user_facing/* userFacing */.E)(chain, 'subjects' in caused.cause.object);
            const common = { ...caused, placement, route, chain, binding, userFacing: how };
            if (all.length > 0)
                add({ ...common, bound: all }, true);
            if (some.length > 0)
                add({ ...common, bound: some }, false);
        }
    }
    for (const gain of latent) {
        const { chain } = gain.effective;
        const route = (0,rbac_object/* routeThrough */.zo)(chain.map(rbac_object/* objectName */.Hd));
        const common = {
            bound: [],
            placement: gain.role.namespace,
            route,
            chain,
            binding: undefined,
            userFacing: undefined,
            unbound: gain.role,
        };
        for (const caused of latentCauses(comparison, gain))
            add({ ...caused, ...common }, false);
    }
    const found = [...groups].flatMap(([key, parts]) => {
        const repeated = key.startsWith('false') ? groups.get(key.replace('false', 'true')) : undefined;
        return widening(comparison, context, withoutRepeated(comparison, parts, repeated ?? []), unread) ?? [];
    });
    return found.sort((a, b) => (0,build_severity/* compareSeverity */.zK)(a.severity, b.severity));
}
/** Those of the subjects that are everyone, and the others. */
const byBreadth = (0,memoize/* memoize */.B)((bound) => ({
    all: bound.filter(({ subject }) => model_subject/* everyone */.sz.has(subject.key)),
    some: bound.filter(({ subject }) => !model_subject/* everyone */.sz.has(subject.key)),
}));
/** Without what everyone gains through the same change in the same place. */
function withoutRepeated({ work }, parts, forEveryone) {
    if (forEveryone.length === 0)
        return parts;
    const byPlacement = new Map();
    const indexAt = (placement) => {
        const known = byPlacement.get(placement);
        if (known !== undefined)
            return known;
        work.charge(forEveryone.length);
        const there = forEveryone.filter((other) => other.placement === undefined || other.placement === placement);
        const permissions = there.flatMap((other) => other.permissions).map((permission) => ({ permission }));
        const index = new permission_index/* PermissionIndex */.w(permissions, work);
        byPlacement.set(placement, index);
        return index;
    };
    return parts.filter(({ placement, permissions }) => permissions.some((permission) => indexAt(placement).missing(permission, work).length > 0));
}
function steps(binding, chain) {
    const isOutside = binding.resource === undefined && binding.subjects[0]?.subject.kind === 'RoleHolder';
    return (0,rbac_object/* routeThrough */.zo)([...(isOutside ? [] : [(0,rbac_object/* objectName */.Hd)(binding)]), ...chain.map(rbac_object/* objectName */.Hd)]);
}
function widening(comparison, context, parts, unread) {
    const cause = parts[0]?.cause;
    const resource = cause?.object.resource;
    if (cause === undefined || resource === undefined)
        return undefined;
    const isLatent = parts.every(({ bound }) => bound.length === 0);
    // That nothing binds a role can be said only where everything that could bind it was read.
    const unbound = unread.length === 0 ? 'unbound' : 'perhaps bound';
    const gained = gainedPermissions(context, parts, isLatent ? unbound : 'bound', comparison.work);
    const worst = gained[0]?.judgement.severity ?? 'low';
    return {
        cause,
        resource,
        paths: causePaths(comparison, context, cause, parts, gained),
        severity: worst,
        isLatent,
        unread: isLatent ? unread : [],
        isForEveryone: parts.some(({ bound }) => bound.some(({ subject }) => model_subject/* everyone */.sz.has(subject.key))),
        gained,
        bindings: [...new Set(parts.flatMap(({ binding }) => binding ?? []))],
        isBuiltIn: parts.every(({ chain }) => chain.at(-1)?.origin === 'default'),
        routes: [...new Set(parts.map(({ bound, route }) => [...named(bound), ...route].join(' → ')))],
        ways: parts.flatMap(({ bound, route, permissions }) => bound.length === 0 ? [] : [{ subjects: bound.map(({ subject }) => subject), steps: route, permissions }]),
    };
}
/** The same subjects gain by many rules. */
const named = (0,memoize/* memoize */.B)((bound) => {
    const names = [...new Set(bound.map(({ subject }) => (0,model_subject/* subjectName */.wn)(subject)))];
    return names.length === 0 ? [] : [(0,sentence/* enumerate */.HL)(names)];
});
function unknownRoles(gains, context, isOpenshift) {
    const byBinding = (0,build_groups/* groupBy */.$)(gains, ({ binding }) => binding);
    return [...byBinding].flatMap(([binding, group]) => {
        if (binding.resource === undefined)
            return [];
        const subjects = group.map(({ subject }) => subject);
        const placement = binding.namespace;
        const isFar = group.every((gain) => gain.isFar);
        const published = isFar ? undefined : publishedRole(binding, isOpenshift);
        const risks = subjects.flatMap((subject) => context.judgeTogether(published?.permissions ?? [], subject, placement) ?? []);
        const [worst] = risks.sort((a, b) => (0,build_severity/* compareSeverity */.zK)(a.severity, b.severity));
        return {
            binding,
            resource: binding.resource,
            paths: group.map(({ bound }) => bound.path),
            subjects,
            placement,
            isFar,
            published: published && { ...published, worst },
        };
    });
}

;// CONCATENATED MODULE: ./build/rbac/judge/analyse-rbac.js




/** Compares the permissions of every scope, until `isOver`. Scopes that the policy's `clusters` name are exact. */
function analyseRbac({ objects, around, written }, options, isOver = () => false) {
    const elsewhere = elsewhereOf(around, options, (scope) => options.clusters.some(({ name }) => name === scope));
    return {
        changes: new Map([...objects].flatMap(([scope, sides]) => isOver() ? [] : [[scope, rbacChange(sides, options, elsewhere(scope))]])),
        patches: written.outsideRoots.flatMap((file) => newRbacPatches(file).map((patch) => ({ ...patch, scope: file.scope }))),
        labels: written.unrendered.flatMap((file) => newLabelPatches(file).map((label) => ({ ...label, scope: file.scope }))),
    };
}

// EXTERNAL MODULE: ./build/rbac/query/held-by-account.js
var held_by_account = __webpack_require__(8915);
;// CONCATENATED MODULE: ./build/rbac/query/account-reach.js













/** Answers from the roles and bindings of the account's scope, and of those around it that may be of the same cluster. Nothing is read before it is asked for. */
function accountReaches({ objects, around, isFirst }, options) {
    const isExact = (scope) => options.clusters.some(({ name }) => name === scope);
    const elsewhere = elsewhereOf(around, options, isExact);
    const all = new Map([...around, ...objects]);
    const places = new Map();
    const placeOf = (scope) => {
        const known = places.get(scope);
        if (known !== undefined)
            return known;
        const sides = all.get(scope) ?? { before: [], after: [] };
        const work = new step_budget/* StepBudget */.g4((0,step_budget/* mostSteps */.JS)(sides.before.length + sides.after.length));
        const sideOf = (resources) => {
            const state = (0,rbac_state/* rbacState */.S)(resources, options, work, { elsewhere: elsewhere(scope) });
            return { state, risk: new risk_context/* RiskContext */.X(state, options, work) };
        };
        const after = sideOf(sides.after);
        const place = { scope, sides, work, after, before: sides.before === sides.after ? after : sideOf(sides.before) };
        places.set(scope, place);
        return place;
    };
    const near = (scope) => all.get(scope)?.place ?? scope;
    const takesPart = (scope) => (0,kube_scope/* isDeliveredScope */.BA)(scope) && !isExact(scope);
    const grants = (scope) => {
        const { before = [], after = [] } = all.get(scope) ?? {};
        return !(0,rbac_objects/* isNothing */.qv)((0,read_rbac/* readRbac */.f)(after)) || !(0,rbac_objects/* isNothing */.qv)((0,read_rbac/* readRbac */.f)(before));
    };
    const together = new Map();
    const placesOf = (scope) => {
        const known = together.get(scope);
        if (known !== undefined)
            return known;
        const others = [...around.keys()].filter((other) => other !== scope && takesPart(other) && (0,kube_scope/* mayBeOneCluster */.jZ)(near(other), near(scope)) && grants(other));
        const found = [scope, ...(takesPart(scope) ? others : [])].map(placeOf);
        together.set(scope, found);
        return found;
    };
    const known = new Map();
    return {
        isBound: (scope, account) => placesOf(scope).some((place) => guarded(() => isBoundIn(place, account), true)),
        beyond(scope, to, from) {
            const key = JSON.stringify([scope, to.map(held_by_account/* accountKey */.LQ), from.map(held_by_account/* accountKey */.LQ)]);
            const found = known.get(key) ?? account_reach_joined(placesOf(scope).map((place) => reachIn(place, to, from, isFirst)));
            known.set(key, found);
            return found;
        },
    };
}
function isBoundIn({ before, after }, account) {
    return [before, after].some(({ state }) => {
        const { held, unknown } = (0,held_by_account/* heldBy */.Vr)(state, (0,held_by_account/* subjectsOf */.Z6)(state, account));
        return held.length + unknown.length > 0;
    });
}
function reachIn(place, to, from, isFirst) {
    return guarded(() => judged(place, to, from, isFirst), { permissions: [], unknown: [{ kind: 'too large' }] });
}
/** What takes too many steps is not known. */
function guarded(compute, unknown) {
    try {
        return compute();
    }
    catch (error) {
        if (error instanceof step_budget/* StepLimitError */.AF)
            return unknown;
        throw error;
    }
}
function judged(place, to, from, isFirst) {
    const { before, after, work } = place;
    // Whom a name means is the same question on both sides: a new binding next to it must not answer it anew.
    const subjects = (account) => {
        const sides = isFirst || before === after ? [after] : [before, after];
        const found = sides.flatMap(({ state }) => (0,held_by_account/* subjectsOf */.Z6)(state, account));
        return [...new Map(found.map((subject) => [subject.key, subject])).values()];
    };
    const had = from.map((account) => (0,held_by_account/* heldBy */.Vr)(before.state, subjects(account)));
    const formerly = had.flatMap(({ held }) => held);
    const knownBefore = new Set(had.flatMap(({ unknown }) => unknown.map(({ role }) => (0,rbac_object/* roleName */.S3)(role))));
    const permissions = [];
    const unknown = [];
    for (const account of to) {
        const now = (0,held_by_account/* heldBy */.Vr)(after.state, subjects(account));
        const old = isFirst || before === after ? now : (0,held_by_account/* heldBy */.Vr)(before.state, subjects(account));
        for (const { permission, placement, subject, binding, chain } of now.held) {
            const common = old === now ? [permission] : shared(permission, placement, old.held, work);
            for (const part of common.flatMap((each) => missing(each, placement, formerly, work))) {
                const judgement = after.risk.judge(part, subject, placement, (0,user_facing/* userFacing */.E)(chain, true));
                const route = (0,rbac_object/* routeThrough */.zo)([(0,rbac_object/* objectName */.Hd)(binding), ...chain.map(rbac_object/* objectName */.Hd)]);
                permissions.push({ permission: part, placement, route, judgement });
            }
        }
        const oldRoles = new Set(old.unknown.map(({ role }) => (0,rbac_object/* roleName */.S3)(role)));
        for (const binding of now.unknown) {
            const role = (0,rbac_object/* roleName */.S3)(binding.role);
            if (oldRoles.has(role) && !knownBefore.has(role))
                unknown.push({ kind: 'role', role, binding: (0,rbac_object/* objectName */.Hd)(binding) });
        }
        const wasUnread = from.some((each) => (0,held_by_account/* accountKey */.LQ)(each) === (0,held_by_account/* accountKey */.LQ)(account));
        if (wasUnread)
            continue;
        for (const file of (0,held_by_account/* unreadBinders */.bq)(place.sides, account))
            unknown.push({ kind: 'unread', file });
    }
    return account_reach_joined([{ permissions, unknown }]);
}
/** The part of a permission that was held before as well. */
function shared(permission, placement, old, work) {
    const gained = missing(permission, placement, old, work);
    return gained.length === 0 ? [permission] : (0,coverage/* uncovered */.KY)(permission, gained, work);
}
function missing(permission, placement, held, work) {
    const there = held.filter((each) => each.placement === undefined || each.placement === placement);
    return (0,coverage/* uncovered */.KY)(permission, there.map((each) => each.permission), work);
}
function account_reach_joined(parts) {
    const all = parts.flatMap(({ permissions }) => permissions);
    const keyOf = ({ permission, placement, route }) => JSON.stringify([(0,model_permission/* permissionKey */.$5)(permission), placement, route]);
    return {
        permissions: [...new Map(all.map((each) => [keyOf(each), each])).values()].sort((a, b) => (0,build_severity/* compareSeverity */.zK)(a.judgement.severity, b.judgement.severity)),
        unknown: parts.flatMap(({ unknown }) => unknown),
    };
}

// EXTERNAL MODULE: ./build/render/graph/remote.js
var remote = __webpack_require__(8682);
;// CONCATENATED MODULE: ./build/render/judge/deliveries.js

/** Everything that begins to be delivered from outside the repository: by declarations, and by what roots include. */
function changedDeliveries(before, after, roots) {
    const declared = after.deliveries.flatMap((delivery) => declaredChange(before, after.graph.view, delivery) ?? []);
    return [...declared, ...roots.flatMap((root) => includedChanges(root, after.graph.view))];
}
function declaredChange(before, view, delivery) {
    const { file, document, address, version, addressAt, versionAt, what, id } = delivery;
    const at = (path) => ({ file, ...(view.documents(file)[document]?.at(path) ?? start) });
    const common = { by: id, what, address: (0,remote/* shownAddress */.U)(address), version };
    const old = before.deliveries.find((each) => each.id === id) ?? moved(before, delivery);
    // A source alone delivers nothing: what names it is found itself.
    if (old === undefined && what.startsWith('the ') && sources.has(what.slice('the '.length)))
        return undefined;
    // A branch of the usual name is what is judged here.
    if (old === undefined && delivery.isOwn === true && isUsualBranch(version))
        return undefined;
    if (old === undefined || old.address !== address) {
        return { ...common, kind: 'new', isRelease: false, position: at(addressAt) };
    }
    if (old.version === version)
        return undefined;
    const isRelease = isPinnedRelease(old.version) && isPinnedRelease(version);
    return { ...common, kind: 'version', isRelease, position: at(versionAt ?? addressAt) };
}
function isUsualBranch(version) {
    return version === undefined || /^branch (?:main|master)$/.test(version);
}
const start = { line: 1, column: 1 };
const sources = new Set([
    'GitRepository',
    'OCIRepository',
    'HelmRepository',
    'HelmChart',
    'Bucket',
    'ExternalArtifact',
]);
/** The same declaration in another file. */
function moved(before, { id, address, version }) {
    const name = id.replace(/ \([^()]*\)/, '');
    return before.deliveries.find((each) => each.address === address && each.version === version && each.id.replace(/ \([^()]*\)/, '') === name);
}
/** What a root includes from elsewhere, or a program it starts, that it did not before. */
function includedChanges({ id, before, after }, view) {
    if (after === undefined)
        return [];
    const old = (before?.gaps ?? []).filter(isForeign).map((gap) => addressOf(gap));
    return after.gaps.filter(isForeign).flatMap((gap) => {
        const now = addressOf(gap);
        if (old.some(({ address, version }) => address === now.address && version === now.version))
            return [];
        const former = old.find(({ address }) => address === now.address);
        const position = { file: gap.file, ...(view.documents(gap.file)[0]?.at(gap.at) ?? start) };
        const what = gap.kind === 'plugin' ? 'what a program makes' : 'the manifests';
        const isRelease = former !== undefined && isPinnedRelease(former.version) && isPinnedRelease(now.version);
        const address = gap.kind === 'plugin' ? now.address : (0,remote/* shownAddress */.U)(now.address);
        return [{ by: id, what, address, version: now.version, kind: former ? 'version' : 'new', isRelease, position }];
    });
}
/** Programs that only decrypt Secrets are how such files are meant to be delivered. */
function isForeign({ kind, name }) {
    return kind === 'remote' || (kind === 'plugin' && !/\bksops\b|SopsSecretGenerator/i.test(name));
}
/** The address and the version in it: `?ref=v1`, the last word of a chart, the tag of an OCI address. */
function addressOf({ name }) {
    const query = /^(.*?)[?&](?:ref|version)=([^&]*)(.*)$/.exec(name);
    if (query !== null)
        return { address: `${query[1]}${query[3]}`, version: query[2] };
    const chart = /^(\S+) (\S+)$/.exec(name);
    if (chart !== null && !name.includes('('))
        return { address: chart[1] ?? name, version: chart[2] };
    return { address: name, version: undefined };
}
/** A release as its publisher names it. A commit id is none: a forge serves those of forks too. A range or branch moves. */
function isPinnedRelease(version) {
    return version !== undefined && /^v?\d+\.\d+(?:\.\d+)?(?:[-+.][\w.+-]*)?(?:@sha256:[0-9a-f]{64})?$/i.test(version);
}

// EXTERNAL MODULE: ./build/render/judge/chart-reach.js + 2 modules
var chart_reach = __webpack_require__(5284);
// EXTERNAL MODULE: ./build/kube/candidate.js
var candidate = __webpack_require__(9405);
// EXTERNAL MODULE: ./build/kube/kustomization.js
var kustomization = __webpack_require__(1113);
// EXTERNAL MODULE: ./build/render/model/paths.js
var paths = __webpack_require__(9567);
;// CONCATENATED MODULE: ./build/render/judge/patch-reach.js



const patch_reach_limits = { bytes: 1_000_000, documents: 100, depth: 60, aliases: 100, expandedNodes: 50_000 };
const rbacKinds = /^(?:Cluster)?Role(?:Binding)?$/;
/** Fields that only roles and bindings have, and those that make an object one of them or move it. */
const rbacPointers = /^\/?$|^\/(?:rules|subjects|roleRef|aggregationRule)(?:\/|$)|^\/kind$|^\/metadata(?:\/(?:name|namespace|generateName))?$|^\/metadata\/labels/;
const rbacFields = ['rules', 'subjects', 'roleRef', 'aggregationRule'];
/** What says as whom a workload runs, and whole parts of a pod that may. */
const accountPointers = /\/(?:serviceAccountName|serviceAccount|automountServiceAccountToken)$|^\/?$|^\/spec(?:\/(?:job)?[tT]emplate)*(?:\/spec)?$/;
const accountFields = /"(?:serviceAccountName|serviceAccount|automountServiceAccountToken)"/;
/** What takes a whole rule, subject or entry away cannot widen. */
const patch_reach_narrowing = /^\/(?:rules|subjects)(?:\/[\d-]+)?$|\/(?:verbs|resources|apiGroups|nonResourceURLs)\/\d+$/;
/**
 * Whether a patch can change a permission or as whom a workload runs: judged by what it may touch, not by the kind it
 * writes. `targets` are the objects alongside it; a list that a patch replaces by a part of itself narrows.
 */
function patchReaches(source, target, targets) {
    const { documents, unreadable } = (0,parse_yaml/* parseYaml */.h)(Buffer.from(source), patch_reach_limits);
    if (unreadable.length > 0)
        return true;
    return documents.some(({ value }) => {
        if (Array.isArray(value))
            return value.some((operation) => operationReaches((0,plain_values/* mapping */.pq)(operation), target, targets));
        return (0,plain_values/* isMapping */.pi)(value) && mergeReaches(value, target);
    });
}
/** Whether a patch can make a role or binding of an object of another kind, whatever is there: `allowKindChange`, JSON patches on `/kind`. */
function mayMakeRbac(source, target) {
    const { documents, unreadable } = (0,parse_yaml/* parseYaml */.h)(Buffer.from(source), patch_reach_limits);
    if (unreadable.length > 0)
        return true;
    return documents.some(({ value }) => {
        if (Array.isArray(value))
            return value.some((operation) => makesRbac((0,plain_values/* mapping */.pq)(operation)));
        const { kind } = (0,plain_values/* mapping */.pq)(value);
        const isOther = kind !== undefined && (0,plain_values/* text */.Qq)(target.kind) !== undefined && target.kind !== kind;
        return isOther && grants(kind);
    });
}
function makesRbac({ op, path, value }) {
    if (op !== 'add' && op !== 'replace' && op !== 'copy' && op !== 'move')
        return false;
    if (path === '/kind')
        return grants(value);
    return path === '' && (!(0,plain_values/* isMapping */.pi)(value) || grants(value.kind));
}
/** Whether some reader of grants takes objects of a kind; one that is not stated may be any. */
function grants(kind) {
    return typeof kind !== 'string' || (0,candidate/* isCandidate */.qn)(Buffer.from(kind));
}
function operationReaches(operation, target, targets) {
    const pointer = (0,plain_values/* text */.Qq)(operation.path) ?? '';
    if (operation.op === 'test')
        return false;
    if (mayBeRbac(target) && rbacPointers.test(pointer)) {
        if (operation.op === 'remove' && patch_reach_narrowing.test(pointer))
            return false;
        if (isLabel(pointer))
            return false;
        return !(operation.op === 'replace' && narrowsAll(pointer, operation.value, target, targets));
    }
    if (!mayBeWorkload(target) || !accountPointers.test(pointer))
        return false;
    return /ccount(?:Name|Token)?$/.test(pointer) || accountFields.test((0,plain_values/* json */.Pq)(operation.value));
}
/** Labels that put a role into another one are looked for in every file (`newLabelPatches`). */
function isLabel(pointer) {
    return pointer.startsWith('/metadata/labels');
}
function mergeReaches(patch, target) {
    if (patch.$patch === 'delete')
        return false;
    const kind = (0,plain_values/* text */.Qq)(target.kind) ?? (0,plain_values/* text */.Qq)(patch.kind) ?? '';
    const isNamed = Object.keys(target).length === 0;
    if (rbacKinds.test(kind) || (!isNamed && mayBeRbac(target))) {
        const metadata = (0,plain_values/* mapping */.pq)(patch.metadata);
        const moves = !isNamed && ('namespace' in metadata || 'name' in metadata) && rbacKinds.test(kind);
        if (moves || rbacFields.some((field) => patch[field] !== undefined))
            return true;
    }
    return accountFields.test((0,plain_values/* json */.Pq)(patch));
}
/** Whether every object that the patch can mean holds all that it puts in the place of a list. */
function narrowsAll(pointer, value, target, targets) {
    if (!Array.isArray(value) || (0,plain_values/* strings */.P$)(value).length !== value.length)
        return false;
    const meant = targets.filter((object) => isMeant(object, target));
    return (meant.length > 0 &&
        meant.every((object) => {
            let current = object;
            for (const step of pointer.split('/').slice(1)) {
                current = Array.isArray(current) ? current[Number(step)] : (0,plain_values/* mapping */.pq)(current)[step];
            }
            const had = (0,plain_values/* strings */.P$)(current);
            return had.includes('*') || ((0,plain_values/* list */.p_)(current).length > 0 && (0,plain_values/* strings */.P$)(value).every((item) => had.includes(item)));
        }));
}
function isMeant(object, target) {
    const matches = (pattern, actual) => {
        const wanted = (0,plain_values/* text */.Qq)(pattern);
        if (wanted === undefined)
            return true;
        // kustomize anchors these patterns; one that is not plain may mean anything.
        return /^[\w.-]+$/.test(wanted) ? wanted === actual : true;
    };
    return matches(target.kind, object.kind) && matches(target.name, (0,plain_values/* mapping */.pq)(object.metadata).name);
}
function mayBeRbac(target) {
    const kind = (0,plain_values/* text */.Qq)(target.kind);
    return kind === undefined || !/^\w+$/.test(kind) || rbacKinds.test(kind);
}
function mayBeWorkload(target) {
    const kind = (0,plain_values/* text */.Qq)(target.kind);
    return kind === undefined || !rbacKinds.test(kind);
}

;// CONCATENATED MODULE: ./build/render/judge/kustomization-reach.js





/** Fields of a kustomization that change names, namespaces or any field of what it includes. */
const transforming = ['namespace', 'namePrefix', 'nameSuffix', 'vars', 'transformers', 'configurations', 'openapi'];
const labelling = ['labels', 'commonLabels'];
/**
 * What of a change of kustomizations, or of the options that a declaration lays over them, can reach a permission or a
 * workload's account, seen from the text alone: for roots that were not rendered.
 */
class KustomizationReach {
    #views;
    #after;
    #before;
    #texts;
    #targets = new Map();
    constructor(views, before, after) {
        this.#views = views;
        this.#before = before;
        this.#after = after;
        this.#texts = [...after.closure.files].flatMap((path) => {
            const bytes = views.after.bytes(path);
            return bytes === undefined ? [] : [{ path, bytes }];
        });
    }
    find() {
        const { kustomizations } = this.#after.closure;
        return [...kustomizations.flatMap((part) => this.#inPart(part)), ...this.#inDeclaration()];
    }
    #inPart(part) {
        const document = this.#views.after.documents(part.file)[0];
        const now = (0,plain_values/* mapping */.pq)(document?.value);
        const old = (0,plain_values/* mapping */.pq)(this.#views.before.documents(part.file)[0]?.value);
        const at = (path) => ({ file: part.file, ...(document?.at(path) ?? { line: 1, column: 1 }) });
        const isSame = this.#isSame(part.file);
        const reached = isSame
            ? []
            : this.#fields(now, old, part.folder).map(({ path, by }) => ({ position: at(path), by }));
        return [
            ...reached,
            ...this.#patchFiles(part, now),
            ...this.#generated(part, now, old, at),
            ...this.#replacedFrom(part, now),
            ...(isSame ? [] : this.#taken(part, at)),
        ];
    }
    /** The fields that differ and can reach; each with the path that says so. */
    #fields(now, old, folder) {
        const found = [];
        for (const field of transforming) {
            if ((0,plain_values/* json */.Pq)(now[field]) !== (0,plain_values/* json */.Pq)(old[field]) && now[field] !== undefined && this.#holdsRbac()) {
                found.push({ path: [field], by: field });
            }
            else if (now[field] === undefined && old[field] !== undefined && this.#holdsRbac()) {
                found.push({ path: [], by: field });
            }
        }
        for (const field of labelling) {
            if ((0,plain_values/* json */.Pq)(now[field]) !== (0,plain_values/* json */.Pq)(old[field]) && this.#labelsCount([now[field], old[field]]))
                found.push({ path: [field], by: field });
        }
        for (const field of ['generators', 'helmCharts', 'helmChartInflationGenerator']) {
            for (const [index, entry] of fresh(now, old, field)) {
                if (field !== 'generators' || this.#mayMakeAnything(entry, folder))
                    found.push({ path: [field, index], by: field });
            }
        }
        for (const [index, entry] of fresh(now, old, 'replacements')) {
            if (replacementReaches(entry))
                found.push({ path: ['replacements', index], by: 'replacements' });
        }
        for (const field of ['patches', 'patchesJson6902', 'patchesStrategicMerge']) {
            for (const [index, entry] of fresh(now, old, field)) {
                if (this.#entryReaches(entry, folder))
                    found.push({ path: [field, index], by: 'a patch' });
            }
            // A patch that is gone may have narrowed.
            const gone = fresh(old, now, field).some(([, entry]) => this.#entryReaches(entry, folder, this.#views.before));
            if (gone && found.length === 0)
                found.push({ path: now[field] === undefined ? [] : [field], by: 'a patch that is gone' });
        }
        return found;
    }
    /** Patch files that differ, of entries that are as they were. */
    #patchFiles(part, now) {
        return ['patches', 'patchesJson6902', 'patchesStrategicMerge', 'replacements'].flatMap((field) => (0,plain_values/* list */.p_)(now[field]).flatMap((entry) => {
            const name = typeof entry === 'string' ? entry : (0,plain_values/* text */.Qq)((0,plain_values/* mapping */.pq)(entry).path);
            const path = name === undefined || name.includes('\n') ? undefined : (0,kustomization/* pathBelow */.Br)(part.folder, name);
            if (path === undefined || this.#views.after.file(path) === undefined || this.#isSame(path))
                return [];
            const source = this.#views.after.bytes(path)?.toString('utf8') ?? '';
            const isReaching = field === 'replacements'
                ? this.#holdsRbacOrAccounts()
                : this.#patchReaches(source, (0,plain_values/* mapping */.pq)((0,plain_values/* mapping */.pq)(entry).target), part.folder);
            if (!isReaching)
                return [];
            return [{ position: { file: path, line: this.#firstLine(path), column: 1 }, by: 'a patch' }];
        }));
    }
    /** A file whose object gives the value that a replacement puts into a role or binding. */
    #replacedFrom(part, now) {
        const sources = (0,plain_values/* list */.p_)(now.replacements)
            .filter(replacementReaches)
            .map((entry) => (0,plain_values/* mapping */.pq)((0,plain_values/* mapping */.pq)(entry).source));
        if (sources.length === 0)
            return [];
        return this.#texts.flatMap(({ path }) => {
            if (path === part.file || this.#isSame(path))
                return [];
            const objects = this.#views.after.documents(path).map(({ value }) => (0,plain_values/* mapping */.pq)(value));
            const isSource = objects.some((object) => sources.some(({ kind, name }) => object.kind === kind && (0,plain_values/* mapping */.pq)(object.metadata).name === name));
            return isSource
                ? [{ position: { file: path, line: this.#firstLine(path), column: 1 }, by: 'a replacement' }]
                : [];
        });
    }
    /** Files that were there and are newly taken in, where they may grant something: judged nowhere else. */
    #taken(part, at) {
        const had = this.#before?.closure.files ?? new Set();
        // A new kustomization over plain manifests delivers what was delivered before.
        const wasPlain = (path) => this.#before === undefined && (0,paths/* isWithin */.U)(path, part.folder);
        const isNew = (path) => !had.has(path) && !wasPlain(path) && this.#isSame(path) && this.#views.before.file(path) !== undefined;
        return [...part.inputs, ...part.includes].flatMap((input) => {
            const isFolder = this.#views.after.file(input.path) === undefined;
            const files = isFolder
                ? this.#texts.filter(({ path }) => path.startsWith(`${input.path}/`))
                : this.#texts.filter(({ path }) => path === input.path);
            return files.some(({ path, bytes }) => isNew(path) && ((0,candidate/* isCandidate */.qn)(bytes) || accounts.test(bytes.toString('latin1'))))
                ? [{ position: at(input.at), by: 'what it newly takes in' }]
                : [];
        });
    }
    /** Options of the object that declares the root. */
    #inDeclaration() {
        const { root } = this.#after;
        const { declared } = root;
        if (declared === undefined)
            return [];
        const document = this.#views.after.documents(declared.file)[declared.document];
        const place = () => ({ file: declared.file, ...(document?.at(declared.at) ?? { line: 1, column: 1 }) });
        const found = [];
        const isMoved = this.#before?.root.folder !== root.folder;
        const isThere = this.#texts.some(({ path, bytes }) => this.#isSame(path) && (0,candidate/* isCandidate */.qn)(bytes));
        if (isMoved && isThere)
            found.push({ position: place(), by: 'what it newly delivers' });
        const isInstalledElsewhere = this.#before !== undefined && this.#before.root.namespace !== root.namespace;
        if (isInstalledElsewhere && this.#holdsRbac())
            found.push({ position: place(), by: 'the namespace' });
        for (const [index, source] of root.sources.entries()) {
            const old = this.#before?.root.sources[index]?.options ?? {};
            const [first] = this.#fields(source.options, old, root.folder);
            if (first !== undefined)
                found.push({ position: place(), by: first.by });
        }
        const { substitution } = root;
        const variables = (0,plain_values/* json */.Pq)([...(substitution?.values ?? [])]);
        const isSubstituted = this.#texts.some(({ bytes }) => bytes.includes('${') && (0,candidate/* isCandidate */.qn)(bytes));
        if (variables !== (0,plain_values/* json */.Pq)([...(this.#before?.root.substitution?.values ?? [])]) && isSubstituted) {
            found.push({ position: place(), by: 'a variable' });
        }
        return found;
    }
    #entryReaches(entry, folder, view = this.#views.after) {
        const { path, patch, target } = (0,plain_values/* mapping */.pq)(entry);
        const inline = typeof entry === 'string' ? entry : (0,plain_values/* text */.Qq)(patch);
        if (inline?.includes('\n') === true ||
            (inline !== undefined && (0,plain_values/* text */.Qq)(path) === undefined && typeof entry !== 'string')) {
            return this.#patchReaches(inline, (0,plain_values/* mapping */.pq)(target), folder);
        }
        const file = (0,kustomization/* pathBelow */.Br)(folder, typeof entry === 'string' ? entry : ((0,plain_values/* text */.Qq)(path) ?? ''));
        const bytes = file === undefined ? undefined : view.bytes(file);
        return bytes === undefined
            ? this.#holdsRbacOrAccounts()
            : this.#patchReaches(bytes.toString('utf8'), (0,plain_values/* mapping */.pq)(target), folder);
    }
    #patchReaches(source, target, folder) {
        if (mayMakeRbac(source, target))
            return true;
        return this.#holdsRbacOrAccounts() && patchReaches(source, target, this.#objects(folder));
    }
    /** ConfigMaps that grant by their name (`aws-auth`) and that a generator makes of other text than before. */
    #generated(part, now, old, at) {
        const known = new Set((0,plain_values/* list */.p_)(old.configMapGenerator).map(plain_values/* json */.Pq));
        return [...(0,plain_values/* list */.p_)(now.configMapGenerator).entries()].flatMap(([index, entry]) => {
            const { name, files, envs, env } = (0,plain_values/* mapping */.pq)(entry);
            if (!(0,candidate/* isCandidate */.qn)(Buffer.from((0,plain_values/* text */.Qq)(name) ?? '')))
                return [];
            const read = [...(0,plain_values/* strings */.P$)(files), ...(0,plain_values/* strings */.P$)(envs), (0,plain_values/* text */.Qq)(env) ?? ''].map((file) => (0,kustomization/* pathBelow */.Br)(part.folder, file.slice(file.indexOf('=') + 1)));
            const isChanged = !known.has((0,plain_values/* json */.Pq)(entry)) || read.some((path) => path !== undefined && !this.#isSame(path));
            return isChanged ? [{ position: at(['configMapGenerator', index]), by: 'a generated ConfigMap' }] : [];
        });
    }
    /** A generator of anything but ConfigMaps and Secrets. */
    #mayMakeAnything(entry, folder) {
        if (typeof entry !== 'string')
            return true;
        const path = entry.includes('\n') ? undefined : (0,kustomization/* pathBelow */.Br)(folder, entry);
        const values = path === undefined ? [] : this.#views.after.documents(path).map(({ value }) => (0,plain_values/* mapping */.pq)(value));
        const isPlain = ({ apiVersion, kind }) => (apiVersion === 'builtin' && /^(?:ConfigMap|Secret)Generator$/.test(String(kind))) || kind === 'ksops';
        return values.length === 0 || !values.every(isPlain);
    }
    /** Whether some role takes in others by one of these labels; those with the usual names are found in every file. */
    #labelsCount(fields) {
        const keys = fields.flatMap((field) => (Array.isArray(field) ? field.map((each) => (0,plain_values/* mapping */.pq)(each).pairs) : field));
        const names = keys.flatMap((pairs) => Object.keys((0,plain_values/* mapping */.pq)(pairs)));
        const selecting = this.#texts.filter(({ bytes }) => bytes.includes('clusterRoleSelectors'));
        // `matchExpressions` may ask for what is not there.
        return selecting.some(({ bytes }) => bytes.includes('matchExpressions') || names.some((name) => bytes.includes(name)));
    }
    #holdsRbac() {
        return this.#texts.some(({ bytes }) => (0,candidate/* isCandidate */.qn)(bytes)) || this.#after.closure.charts.length > 0;
    }
    #holdsRbacOrAccounts() {
        return this.#holdsRbac() || this.#texts.some(({ bytes }) => accounts.test(bytes.toString('latin1')));
    }
    /** The objects that the kustomization of a folder takes in, as they are written; a component changes those of who includes it. */
    #objects(folder) {
        const known = this.#targets.get(folder);
        if (known !== undefined)
            return known;
        const below = this.#filesBelow(folder);
        const targets = this.#texts
            .filter(({ path, bytes }) => /\.(?:ya?ml|json)$/.test(path) && (0,candidate/* isCandidate */.qn)(bytes) && below?.has(path) !== false)
            .flatMap(({ path }) => this.#views.after.documents(path).map(({ value }) => value))
            .filter(plain_values/* isMapping */.pi);
        this.#targets.set(folder, targets);
        return targets;
    }
    /** Undefined where all files of the root may be meant. */
    #filesBelow(folder) {
        const parts = new Map(this.#after.closure.kustomizations.map((part) => [part.folder, part]));
        if (parts.get(folder)?.isComponent !== false)
            return undefined;
        const files = new Set();
        const seen = new Set();
        const open = [folder];
        for (let next = open.pop(); next !== undefined; next = open.pop()) {
            const part = seen.has(next) ? undefined : parts.get(next);
            seen.add(next);
            for (const { path } of part?.inputs ?? [])
                files.add(path);
            for (const { path } of part?.includes ?? [])
                open.push(path);
        }
        return files;
    }
    #isSame(path) {
        return this.#views.before.tree.get(path)?.id === this.#views.after.tree.get(path)?.id;
    }
    #firstLine(path) {
        const [now, old] = [this.#views.after, this.#views.before].map((view) => view.bytes(path)?.toString('utf8').split('\n') ?? []);
        const at = (now ?? []).findIndex((line, index) => line !== old?.[index]);
        return Math.max(at, 0) + 1;
    }
}
/** Kinds that run pods, and what says as whom. */
const accounts = /serviceAccount|kind:\s{0,5}["']?(?:Deployment|DaemonSet|StatefulSet|Job|CronJob|Pod|ReplicaSet|Rollout)\b/;
/** The entries of a list that the other has not, with their index. */
function fresh(now, old, field) {
    const known = new Set((0,plain_values/* list */.p_)(old[field]).map(plain_values/* json */.Pq));
    return [...(0,plain_values/* list */.p_)(now[field]).entries()].filter(([, entry]) => !known.has((0,plain_values/* json */.Pq)(entry)));
}
function replacementReaches(entry) {
    const targets = (0,plain_values/* list */.p_)((0,plain_values/* mapping */.pq)(entry).targets).map(plain_values/* mapping */.pq);
    if (targets.length === 0)
        return true;
    return targets.some((target) => {
        const kind = (0,plain_values/* text */.Qq)((0,plain_values/* mapping */.pq)(target.select).kind);
        const fields = (0,plain_values/* list */.p_)(target.fieldPaths).map(String);
        const isRbac = kind === undefined || /Role/.test(kind) || !/^\w+$/.test(kind);
        return fields.some((path) => (isRbac && /^(?:rules|subjects|roleRef|metadata|kind)/.test(path)) || /ccount/.test(path));
    });
}

;// CONCATENATED MODULE: ./build/render/judge/not-rendered.js


/** The roots that the change reaches, that were not rendered, and of which the text says that it may count. */
function notRendered(roots, changed, views, limits) {
    const inputs = new Map(changed.map((each) => [each.id, each]));
    return roots.flatMap(({ id, scope, after }) => {
        const own = inputs.get(id);
        if (after?.reason === undefined || own?.after === undefined)
            return [];
        const reached = [
            ...new KustomizationReach(views, own.before, own.after).find(),
            ...new chart_reach/* ChartReach */.c(views, own.before, own.after, limits).find(),
        ];
        const [first, ...rest] = reached;
        if (first === undefined)
            return [];
        const places = rest.slice(0, 20).map(({ position }) => position);
        return [{ root: id, scope, reason: after.reason, by: first.by, position: first.position, places }];
    });
}

// EXTERNAL MODULE: ./build/render/blame/changed-file.js
var changed_file = __webpack_require__(1440);
// EXTERNAL MODULE: ./build/render/judge/template-text.js + 1 modules
var template_text = __webpack_require__(3833);
;// CONCATENATED MODULE: ./build/render/judge/open-values.js




/** Keys under which an action decides nothing about permissions. */
const harmless = /^\s{0,80}(?:-\s{1,5})?(?:namespace|labels|annotations|[\w./-]*\/[\w.-]+|app|chart|release|heritage|version)["']?\s{0,5}:/;
/** The open values on the lines that a change adds to the templates of a chart that no root of the repository uses. */
function openValues({ root, closure }, views) {
    if (!root.isByDefaults)
        return [];
    return closure.charts.flatMap((chart) => {
        const files = [
            (0,paths/* inFolder */._)(chart.folder, 'values.yaml'),
            ...root.sources.flatMap((source) => (source.kind === 'helm' ? source.valueFiles : [])),
        ];
        const values = files.map((path) => (0,plain_values/* mapping */.pq)(views.after.documents(path)[0]?.value));
        const templates = chart.files.filter((path) => path.startsWith((0,paths/* inFolder */._)(chart.folder, 'templates/')) &&
            views.before.tree.get(path)?.id !== views.after.tree.get(path)?.id &&
            (0,template_text/* mayGiveRbac */.vU)(views.after.bytes(path)?.toString('utf8') ?? ''));
        return templates.flatMap((path) => inTemplate(path, values, views));
    });
}
function inTemplate(path, values, views) {
    const file = (0,changed_file/* changedFile */.N)(path, views.before, views.after);
    return (file?.added ?? []).flatMap((line) => {
        const source = file?.lines[line - 1] ?? '';
        if (harmless.test(source))
            return [];
        const open = [...source.matchAll(/\{\{[^{}]{0,200}?\.Values((?:\.[A-Za-z_]\w{0,100}){1,10})/g)].find(([action, name = '']) => !/\{\{-?\s{0,10}(?:if|with|else)\b/.test(action) && !values.some((each) => isSet(each, name)));
        if (open === undefined)
            return [];
        return [{ name: `.Values${open[1]}`, position: { file: path, line, column: source.indexOf('{{') + 1 } }];
    });
}
function isSet(values, name) {
    let current = values;
    for (const key of name.slice(1).split('.'))
        current = (0,plain_values/* isMapping */.pi)(current) ? current[key] : undefined;
    return current !== undefined && current !== null;
}

;// CONCATENATED MODULE: ./build/render/judge/analyse-delivery.js



/** Compares what both sides deliver. */
function analyseDelivery(rendering, delivered, limits) {
    if (delivered === undefined) {
        return { rendering, deliveries: [], notRendered: [], unread: [], openValues: [], folders: [] };
    }
    const views = { before: delivered.before.graph.view, after: delivered.after.graph.view };
    const roots = [...delivered.after.roots.values()];
    const scopes = new Map(rendering.roots.map(({ id, scope }) => [id, scope]));
    return {
        rendering,
        deliveries: changedDeliveries(delivered.before, delivered.after, rendering.roots),
        notRendered: notRendered(rendering.roots, rendering.changed, views, limits),
        folders: roots.flatMap(({ kind, folder }) => (kind === 'Application' || kind === 'Kustomization' ? folder : [])),
        unread: rendering.roots.flatMap((root) => unreadOutput(root, views)),
        openValues: rendering.changed.flatMap(({ id, after }) => after === undefined ? [] : openValues(after, views).map((open) => ({ ...open, scope: scopes.get(id) ?? id }))),
    };
}
/** The first part that could not be read, at the source file that cannot be read either, else at the root's own. */
function unreadOutput({ id, scope, file, after, before }, views) {
    const [part] = after?.unreadable ?? [];
    if (after === undefined || part === undefined)
        return [];
    if (before?.unreadable.some(({ detail }) => detail === part.detail))
        return [];
    const isTouched = (path) => views.before.tree.get(path)?.id !== views.after.tree.get(path)?.id;
    for (const path of [...after.files].sort()) {
        const [own] = isTouched(path) ? views.after.unreadable(path) : [];
        if (own === undefined)
            continue;
        return [{ root: id, scope, detail: own.detail, position: { file: path, line: own.line, column: own.column } }];
    }
    return [{ root: id, scope, detail: part.detail, position: { file, line: 1, column: 1, isGuess: true } }];
}

;// CONCATENATED MODULE: ./build/render/outcome/merge-context.js

/**
 * Adds what unchanged roots hold: to the cluster that the policy says they are part of, else around all scopes, in the place of
 * their files. A root that was not rendered may hold anything that it names.
 */
function mergeContext({ objects, around }, context, clusters) {
    if (context.roots.length === 0 && context.beyond.length === 0)
        return { objects, around };
    const isExact = (scope) => clusters.some(({ name }) => name === scope);
    const made = context.roots.flatMap(({ id, scope, file, after }) => after === undefined ? [] : [{ id, scope, place: (0,kube_scope/* scopeOf */.Od)(file, clusters), side: after }]);
    const rendered = made.filter(({ side }) => side.reason === undefined);
    const built = new Set(rendered.flatMap(({ side }) => [...side.files]));
    for (const { side } of made)
        if (side.reason !== undefined)
            for (const path of side.files)
                built.delete(path);
    const isOpen = ({ file }) => !built.has(file);
    const unknown = [...made.filter(({ side }) => side.reason !== undefined), ...context.beyond];
    const touched = new Map();
    for (const [scope, sides] of objects) {
        const own = isExact(scope)
            ? rendered.filter((root) => root.scope === scope).flatMap(({ side }) => side.objects)
            : [];
        const open = isExact(scope) ? unknown.filter((root) => !('scope' in root) || root.scope === scope) : unknown;
        touched.set(scope, {
            ...sides,
            before: [...sides.before, ...own],
            after: [...sides.after, ...own],
            unread: [...(sides.unread ?? []), ...open.map(({ id }) => id)],
        });
    }
    const others = new Map();
    for (const [scope, sides] of around) {
        others.set(scope, { ...sides, before: sides.before.filter(isOpen), after: sides.after.filter(isOpen) });
    }
    for (const { scope, place, side } of rendered) {
        if (!isExact(scope))
            others.set(scope, { before: side.objects, after: side.objects, place });
    }
    return { objects: touched, around: new Map([...others, ...touched]) };
}

// EXTERNAL MODULE: ./build/render/outcome/merge-objects.js
var merge_objects = __webpack_require__(483);
;// CONCATENATED MODULE: ./build/render/outcome/rendered-objects.js
/** The objects of every root that was rendered. */
function renderedObjects({ roots }, before) {
    return roots.flatMap(({ scope, file, before: old, after }) => {
        if (after === undefined || after.reason !== undefined)
            return [];
        const files = new Set([...(old?.files ?? []), ...after.files, old?.root.declared?.file ?? '']);
        return {
            scope,
            file,
            before: old?.objects ?? [],
            after: after.objects,
            wasReadable: (text) => text !== '' && holds(before, files, text),
        };
    });
}
function holds(view, files, text) {
    const forms = [text, Buffer.from(text).toString('base64')].map((form) => Buffer.from(form));
    for (const path of files) {
        const bytes = view.bytes(path);
        if (bytes !== undefined && forms.some((form) => holdsWhole(bytes, form)))
            return true;
    }
    return false;
}
/** Whether a text is there and not as a part of a longer word. */
function holdsWhole(bytes, text) {
    for (let at = bytes.indexOf(text); at >= 0; at = bytes.indexOf(text, at + 1)) {
        if (!isLetter(bytes[at - 1]) && !isLetter(bytes[at + text.length]))
            return true;
    }
    return false;
}
function isLetter(byte = 0) {
    return /[\w+/]/.test(String.fromCharCode(byte));
}

;// CONCATENATED MODULE: ./build/secrets/judge/secret-generator.js


/** What the generators of one side make of the touched files, by path. */
function generatedOf(touched, side) {
    const files = new Map();
    for (const { path, generated } of touched)
        if (generated !== undefined)
            files.set(path, generated);
    for (const { folder, value } of (0,kustomization/* touchedKustomizations */.xB)(touched, side)) {
        for (const { path, ...generated } of (0,kustomization/* generatedFiles */.Ro)(value, folder))
            if (files.get(path)?.inSecret !== true)
                files.set(path, generated);
    }
    return files;
}
/**
 * The touched files in the scopes in which their secrets are compared: what a generator of either side packs is delivered,
 * whatever it is called. Its roles are not: they are text there, and excuse nothing.
 */
function inDeliveredScopes(touched) {
    const packed = new Set([...generatedOf(touched, 'before').keys(), ...generatedOf(touched, 'after').keys()]);
    return touched.map((file) => (packed.has(file.path) ? { ...file, scope: (0,kube_scope/* asDelivered */.De)(file.scope) } : file));
}

// EXTERNAL MODULE: ./build/secrets/value/entropy.js
var entropy = __webpack_require__(725);
// EXTERNAL MODULE: ./build/secrets/value/made.js
var made = __webpack_require__(4631);
// EXTERNAL MODULE: ./build/secrets/compare/describe.js
var describe = __webpack_require__(1821);
;// CONCATENATED MODULE: ./build/secrets/compare/known-secrets.js



/** A secret is looked up by its first characters; shorter ones are words anyway. */
const known_secrets_prefix = 6;
/** Texts that are masked wherever they are written, found in time that grows with the text and not with their number. */
class Needles {
    #byPrefix = new Map();
    #lengths = new Map();
    add(secret) {
        const start = secret.slice(0, known_secrets_prefix);
        const secrets = this.#byPrefix.get(start) ?? new Set();
        this.#byPrefix.set(start, secrets.add(secret));
        const lengths = this.#lengths.get(start) ?? [];
        if (!lengths.includes(secret.length))
            this.#lengths.set(start, [...lengths, secret.length].sort((a, b) => b - a));
    }
    mask(text) {
        if (this.#byPrefix.size === 0)
            return text;
        let safe = '';
        let copied = 0;
        for (let at = 0; at + known_secrets_prefix <= text.length;) {
            const length = this.#lengthAt(text, at);
            if (length > 0) {
                safe += text.slice(copied, at) + describe/* mask */.dK;
                copied = at + length;
            }
            at += Math.max(length, 1);
        }
        return safe + text.slice(copied);
    }
    #lengthAt(text, at) {
        const start = text.slice(at, at + known_secrets_prefix);
        const secrets = this.#byPrefix.get(start);
        if (secrets === undefined)
            return 0;
        return this.#lengths.get(start)?.find((length) => secrets.has(text.slice(at, at + length))) ?? 0;
    }
}
/**
 * What the change holds for secret, to be masked in whatever is said of its neighbours: in the names of its own file
 * always, elsewhere where it is no name of a thing.
 */
class KnownSecrets {
    #anywhere = new Needles();
    #ofFile = new Map();
    constructor(written) {
        for (const { is, secret, file } of written) {
            if (is !== 'literal' || secret.length < known_secrets_prefix || (0,describe/* isWord */.Jg)(secret))
                continue;
            if ((0,entropy/* looksRandom */.EZ)(secret) || (0,made/* looksHumanMade */.x)(secret))
                this.#anywhere.add(secret);
            const own = this.#ofFile.get(file) ?? new Needles();
            this.#ofFile.set(file, own);
            own.add(secret);
        }
    }
    /** A text of any rule with the secrets masked that are in it. */
    mask(text) {
        return this.#anywhere.mask(text);
    }
    /** The occurrence, its names without the secrets of its neighbours. */
    maskNames(occurrence) {
        const { path, key, object, file } = occurrence;
        const own = this.#ofFile.get(file);
        const safe = (text) => this.mask(own?.mask(text) ?? text);
        return {
            ...occurrence,
            path: path.map((step) => (step === file ? step : safe(step))),
            key: safe(key),
            ...(object === undefined
                ? {}
                : {
                    object: {
                        ...object,
                        namespace: object.namespace === undefined ? undefined : safe(object.namespace),
                        name: safe(object.name),
                    },
                }),
        };
    }
}

;// CONCATENATED MODULE: ./build/secrets/places/core.js
/** Kubernetes' own objects: Secrets, ConfigMaps, pod templates wherever they are, annotations, cluster configuration. */
const core = [
    { kinds: ['secret'], groups: [''], path: 'data/*', role: 'secret-base64' },
    { kinds: ['secret'], groups: [''], path: 'stringData/*', role: 'secret' },
    { kinds: ['configmap'], groups: [''], path: 'data/*', role: 'file' },
    { kinds: ['configmap'], groups: [''], path: 'binaryData/*', role: 'file-base64' },
    {
        kinds: ['encryptionconfiguration', 'encryptionconfig'],
        path: 'resources/*/providers/*/*/keys/*/secret',
        role: 'secret',
    },
    { kinds: ['initconfiguration', 'clusterconfiguration'], path: 'bootstrapTokens/*/token', role: 'secret' },
    { kinds: ['initconfiguration', 'joinconfiguration'], path: '**/certificateKey', role: 'secret' },
    { kinds: ['joinconfiguration'], path: 'discovery/**/token', role: 'secret' },
    { kinds: ['joinconfiguration'], path: 'discovery/tlsBootstrapToken', role: 'secret' },
    { kinds: ['config'], path: 'users/*/user/token', role: 'secret' },
    { kinds: ['config'], path: 'users/*/user/password', role: 'secret' },
    { kinds: ['config'], path: 'users/*/user/client-key-data', role: 'secret-base64' },
    { kinds: ['config'], path: 'users/*/user/auth-provider/config/*', role: 'deployed' },
    { kinds: [], path: 'metadata/annotations/kubectl.kubernetes.io~last-applied-configuration', role: 'manifest' },
    { kinds: [], path: '**/*annotations/*', role: 'mark' },
    { kinds: [], path: '**/*labels/*', role: 'mark' },
    // Only Secrets have it: one that a policy generates, or that a template makes.
    { kinds: [], path: '**/stringData/*', role: 'secret' },
    { kinds: [], path: '**/env/*/value', role: 'deployed' },
    { kinds: [], path: '**/httpHeaders/*/value', role: 'deployed' },
    { kinds: [], path: '**/command', role: 'command' },
    { kinds: [], path: '**/command/*', role: 'command' },
    { kinds: [], path: '**/args', role: 'command' },
    { kinds: [], path: '**/args/*', role: 'command' },
];

;// CONCATENATED MODULE: ./build/secrets/places/delivery.js
/** What delivers manifests: Helm, Flux, Argo CD, kustomize. */
const delivery = [
    { kinds: ['helmrelease'], path: 'spec/postRenderers/*/kustomize/patches/*/patch', role: 'manifest' },
    { kinds: ['helmrelease'], path: 'spec/values/**', role: 'open' },
    {
        kinds: ['kustomization'],
        groups: ['kustomize.toolkit.fluxcd.io'],
        path: 'spec/postBuild/substitute/*',
        role: 'deployed',
    },
    { kinds: ['kustomization'], groups: ['kustomize.toolkit.fluxcd.io'], path: 'spec/patches/*/patch', role: 'manifest' },
    { kinds: ['application', 'applicationset'], groups: ['argoproj.io'], path: '**/helm/values', role: 'file' },
    {
        kinds: ['application', 'applicationset'],
        groups: ['argoproj.io'],
        path: '**/helm/parameters/*/value',
        role: 'deployed',
    },
    {
        kinds: ['application', 'applicationset'],
        groups: ['argoproj.io'],
        path: '**/plugin/env/*/value',
        role: 'deployed',
    },
    {
        kinds: ['application', 'applicationset'],
        groups: ['argoproj.io'],
        path: '**/kustomize/patches/*/patch',
        role: 'manifest',
    },
    { kinds: ['application', 'applicationset'], groups: ['argoproj.io'], path: '**/list/elements/**', role: 'deployed' },
    { kinds: ['kustomization', 'component'], path: 'secretGenerator/*/literals/*', role: 'secret-pair' },
    { kinds: ['kustomization', 'component'], path: 'secretGenerator/*/files/*', role: 'name' },
    { kinds: ['kustomization', 'component'], path: 'secretGenerator/*/envs/*', role: 'name' },
    { kinds: ['kustomization', 'component'], path: 'configMapGenerator/*/files/*', role: 'name' },
    { kinds: ['kustomization', 'component'], path: 'configMapGenerator/*/envs/*', role: 'name' },
    { kinds: ['kustomization', 'component'], path: 'patches/*/patch', role: 'manifest' },
    { kinds: ['kustomization', 'component'], path: 'patchesJson6902/*/patch', role: 'manifest' },
    { kinds: ['kustomization', 'component'], path: 'patchesStrategicMerge/*', role: 'manifest' },
    { kinds: ['kustomization', 'component'], path: 'helmCharts/*/valuesInline/**', role: 'open' },
];

;// CONCATENATED MODULE: ./build/secrets/places/operators.js
/** Operators whose objects take credentials as plain values. */
const operators = [
    {
        kinds: ['terraform'],
        groups: ['infra.contrib.fluxcd.io', 'tf.galleybytes.com', 'tf.isaaguilar.com'],
        path: 'spec/vars/*/value',
        role: 'deployed',
    },
    { kinds: ['workspace'], groups: ['app.terraform.io'], path: 'spec/*/*/value', role: 'deployed' },
    {
        kinds: ['workflow', 'workflowtemplate', 'clusterworkflowtemplate', 'cronworkflow'],
        path: '**/script/source',
        role: 'command',
    },
    { kinds: ['task', 'clustertask', 'pipeline', 'taskrun', 'pipelinerun'], path: '**/script', role: 'command' },
    { kinds: [], path: '**/forProvider/**', role: 'deployed' },
    { kinds: ['customresourcedefinition'], path: 'spec/**', role: 'name' },
];
/** What a pipeline runs, and the cloud-init or Ignition text that sets up a machine. */
const operators_pipelines = [
    { kinds: [], path: '**/run', role: 'command' },
    { kinds: [], path: '**/script', role: 'command' },
    { kinds: [], path: '**/script/*', role: 'command' },
    { kinds: [], path: '**/before_script/*', role: 'command' },
    { kinds: [], path: '**/after_script/*', role: 'command' },
    { kinds: [], path: '**/commands/*', role: 'command' },
    { kinds: [], path: '**/entrypoint', role: 'command' },
    { kinds: [], path: '**/environment/*', role: 'deployed' },
    { kinds: [], path: '**/chpasswd/list', role: 'secret' },
    { kinds: ['machineconfig'], path: '**/contents/source', role: 'file' },
];

;// CONCATENATED MODULE: ./build/secrets/places/secret-operators.js
const externalSecrets = ['external-secrets.io', 'generators.external-secrets.io', 'kubernetes-client.io'];
/** What brings secrets in from elsewhere, and where each of them can still hold one in plain text. */
const secretOperators = [
    { kinds: ['sealedsecret'], path: 'spec/encryptedData', role: 'sealed' },
    { kinds: ['sealedsecret'], path: 'spec/encryptedData/*', role: 'sealed' },
    { kinds: ['sealedsecret'], path: 'spec/data', role: 'sealed' },
    { kinds: ['sealedsecret'], path: 'spec/template/data/*', role: 'deployed' },
    { kinds: ['sealedsecret'], path: 'spec/template/stringData/*', role: 'secret' },
    { kinds: ['sopssecret'], path: 'spec/secretTemplates/*/stringData/*', role: 'secret' },
    { kinds: ['sopssecret'], path: 'spec/secretTemplates/*/data/*', role: 'secret-base64' },
    { kinds: ['sopssecret'], path: 'spec/secret_templates/*/stringData/*', role: 'secret' },
    { kinds: ['secretstore', 'clustersecretstore'], path: 'spec/provider/fake/data/*/value', role: 'secret' },
    { kinds: ['secretstore', 'clustersecretstore'], path: 'spec/provider/fake/data/*/valueMap/*', role: 'secret' },
    { kinds: ['secretstore', 'clustersecretstore', 'webhook'], path: '**/headers/*', role: 'deployed' },
    { kinds: ['fake'], groups: externalSecrets, path: 'spec/data/*', role: 'secret' },
    { kinds: ['clustergenerator'], groups: externalSecrets, path: 'spec/generator/fakeSpec/data/*', role: 'secret' },
    { kinds: ['externalsecret', 'clusterexternalsecret', 'pushsecret'], path: '**/template/data/*', role: 'file' },
    { kinds: ['externalsecret', 'clusterexternalsecret', 'pushsecret'], path: '**/templateFrom/*/literal', role: 'file' },
    { kinds: ['externalsecret', 'clusterexternalsecret', 'pushsecret'], path: '**/secretKey', role: 'name' },
    { kinds: ['externalsecret', 'clusterexternalsecret', 'pushsecret'], path: '**/remoteRef/**', role: 'name' },
    { kinds: ['vault'], groups: ['vault.banzaicloud.com'], path: 'spec/**/startupSecrets/*/data/data/*', role: 'secret' },
    { kinds: ['vault'], groups: ['vault.banzaicloud.com'], path: 'spec/**/startupSecrets/*/data/*', role: 'secret' },
    {
        kinds: ['vaultstaticsecret', 'vaultdynamicsecret', 'vaultpkisecret'],
        path: '**/transformation/templates/*/text',
        role: 'file',
    },
    { kinds: ['vaultstaticsecret', 'vaultdynamicsecret', 'vaultpkisecret'], path: 'spec/**', role: 'name' },
    { kinds: ['secretproviderclass'], path: 'spec/secretObjects/**', role: 'name' },
    { kinds: ['secretproviderclass'], path: 'spec/parameters/*', role: 'file' },
];

;// CONCATENATED MODULE: ./build/secrets/places/index.js




/** Every place, the most specific first. */
const places = [...secretOperators, ...delivery, ...operators, ...core, ...operators_pipelines];
const rowsOfKind = new Map();
/** How the leaf at `path` of an object is to be read; `open` where no row of the table says otherwise. */
function roleAt(identity, path) {
    for (const row of rowsFor(identity)) {
        if (matches(row.steps, 0, path, 0))
            return row.role;
    }
    return 'open';
}
function rowsFor(identity) {
    const key = identity === undefined ? '' : `${identity.group}/${identity.kind}`;
    const known = rowsOfKind.get(key);
    if (known !== undefined)
        return known;
    const kind = identity?.kind.toLowerCase() ?? '';
    const rows = places
        .filter((place) => place.kinds.length === 0 || place.kinds.includes(kind))
        .filter((place) => place.groups === undefined || place.groups.includes(identity?.group ?? ''))
        // A step that itself contains a slash (an annotation's name) is written with ~ in the table.
        .map((place) => ({ steps: place.path.split('/').map((step) => step.replace('~', '/')), role: place.role }));
    if (rowsOfKind.size > 2_000)
        rowsOfKind.clear();
    rowsOfKind.set(key, rows);
    return rows;
}
function matches(steps, at, path, depth) {
    const step = steps[at];
    if (step === undefined)
        return depth === path.length;
    if (step === '**') {
        if (at === steps.length - 1)
            return true;
        // Rows name what follows `**` as a tail of fixed length, so there is one way to align it.
        const tail = steps.length - at - 1;
        if (steps.indexOf('**', at + 1) === -1)
            return path.length - tail >= depth && matches(steps, at + 1, path, path.length - tail);
        for (let next = depth; next <= path.length; next++)
            if (matches(steps, at + 1, path, next))
                return true;
        return false;
    }
    if (depth >= path.length)
        return false;
    return fits(step, String(path[depth])) && matches(steps, at + 1, path, depth + 1);
}
function fits(step, name) {
    if (step.charAt(0) !== '*')
        return step === name;
    return step.length === 1 || name.toLowerCase().endsWith(step.slice(1));
}

;// CONCATENATED MODULE: ./build/secrets/places/fields.js



/** A list of arguments as one command line; undefined where it is none, or too long to be typed. */
function commandLine(items) {
    if (items.length < 2 || items.length > 200 || !items.every((item) => typeof item === 'string'))
        return undefined;
    return items.map((item) => (/[\s"']/.test(item) && !item.includes("'") ? `'${item}'` : item)).join(' ');
}
const references = /(?:[a-z]Refs?|^valueFrom|^secretKeyRef|^configMapKeyRef|^fieldRef)$/;
const deepest = 120;
/**
 * Calls `visit` with every text and number of a source, in document order. `patchesSecret` says that the source is a
 * JSON patch whose target is a Secret.
 */
function forEachField(source, visit, patchesSecret = false) {
    const path = [];
    let inReference = 0;
    const parents = [];
    const enter = (value, previous) => {
        if (typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint') {
            const role = inReference > 0 ? 'name' : (patchRole(path, parents, patchesSecret) ?? roleOf(source, path, parents));
            visit({ path, key: nameFor(path, parents), text: String(value), role, previous });
        }
        else if (Array.isArray(value)) {
            if (path.length >= deepest)
                return;
            const line = inReference === 0 ? commandLine(value) : undefined;
            parents.push(value);
            value.forEach((item, index) => {
                const before = value[index - 1];
                path.push(index);
                enter(item, typeof before === 'string' ? before : undefined);
                path.pop();
            });
            parents.pop();
            if (line !== undefined && roleAt(source.identity, path) === 'command')
                visit({ path, key: nameFor(path, parents), text: line, role: 'command', previous: undefined, isJoined: true });
        }
        else if ((0,plain_values/* isMapping */.pi)(value)) {
            if (path.length >= deepest)
                return;
            parents.push(value);
            for (const key of Object.keys(value)) {
                const isReference = references.test(key);
                if (isReference)
                    inReference++;
                path.push(key);
                // A value may have been written where its key belongs: `password=…:`, or a key without a value.
                const role = inReference > 0 ? 'name' : roleAt(source.identity, path);
                if (/^[\w.-]{2,80}=./.test(key) || (/^secret/.test(role) && value[key] === null && (0,entropy/* looksGenerated */.At)(key)))
                    visit({ path, key: '', text: key, role: /^secret/.test(role) ? 'secret' : 'deployed', previous: undefined });
                enter(value[key], undefined);
                path.pop();
                if (isReference)
                    inReference--;
            }
            parents.pop();
        }
    };
    enter(source.value, undefined);
}
/** The steps of a JSON pointer (RFC 6901). */
function patchedField(pointer) {
    return pointer
        .split('/')
        .slice(1)
        .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}
/** A JSON patch on stringData can only be one on a Secret; one on data is where its target says so. */
function patchRole(path, parents, patchesSecret) {
    // Either the patch's value is the leaf, or a mapping that holds it.
    for (const at of [parents.length - 1, parents.length - 2]) {
        const parent = parents[at];
        if (path[at] !== 'value' || !(0,plain_values/* isMapping */.pi)(parent) || typeof parent.op !== 'string' || typeof parent.path !== 'string')
            continue;
        const [field] = patchedField(parent.path);
        if (field === 'stringData')
            return 'secret';
        if (patchesSecret && field === 'data')
            return 'secret-base64';
    }
    return undefined;
}
/** An inline patch whose target is a Secret is read as one, and so is a Secret inside another object. */
function roleOf(source, path, parents) {
    const role = roleAt(source.identity, path);
    if (role === 'open' && path.at(-2) === 'data' && isInSecret(parents))
        return 'secret-base64';
    if (role !== 'manifest' || path.at(-1) !== 'patch')
        return role;
    const parent = parents.at(-1);
    return (0,plain_values/* isMapping */.pi)(parent) && (0,plain_values/* isMapping */.pi)(parent.target) && parent.target.kind === 'Secret' ? 'secret-patch' : role;
}
/** Whether `data` belongs to a Secret inside another object: `generate: {kind: Secret, data: {data: …}}`. */
function isInSecret(parents) {
    return [parents.at(-2), parents.at(-3)].some((parent) => (0,plain_values/* isMapping */.pi)(parent) && parent.kind === 'Secret' && (parent.apiVersion === undefined || parent.apiVersion === 'v1'));
}
/** The name that speaks for a value: its key, or the `name` next to a `value`, or the key of its list. */
function nameFor(path, parents) {
    let at = path.length - 1;
    while (at > 0 && typeof path[at] === 'number')
        at--;
    const key = String(path[at] ?? '');
    // The private members of a JSON Web Key (RFC 7518 §6).
    const owner = /^(?:d|k|p|q|dp|dq|qi)$/.test(key) ? parents[at] : undefined;
    if ((0,plain_values/* isMapping */.pi)(owner) && typeof owner.kty === 'string')
        return 'privateKey';
    if (!/^(?:value|Value|default|stringValue|plainText|plaintext|literal)$/.test(key))
        return key;
    const parent = parents[at];
    if ((0,plain_values/* isMapping */.pi)(parent)) {
        if (typeof parent.op === 'string' && typeof parent.path === 'string')
            return patchedField(parent.path).at(-1) ?? key;
        for (const naming of ['name', 'key', 'Name', 'Key', 'id']) {
            const name = parent[naming];
            if (typeof name === 'string' && name !== '')
                return name;
        }
    }
    for (let above = at - 1; above >= 0; above--)
        if (typeof path[above] === 'string')
            return String(path[above]);
    return key;
}
/** A path for people and fingerprints: list items by their name or key, never by their index. */
function subjectPath(value, path) {
    const steps = [];
    let current = value;
    for (const step of path) {
        const next = Array.isArray(current)
            ? current[Number(step)]
            : (0,plain_values/* isMapping */.pi)(current)
                ? current[String(step)]
                : undefined;
        if (typeof step === 'string')
            steps.push(step);
        else
            steps.push(`[${itemName(next)}]`);
        current = next;
    }
    return steps;
}
function itemName(item) {
    if (!(0,plain_values/* isMapping */.pi)(item))
        return '';
    for (const naming of ['name', 'key', 'id', 'host', 'path', 'kind']) {
        const name = item[naming];
        if (typeof name === 'string')
            return name;
    }
    return '';
}

;// CONCATENATED MODULE: ./build/secrets/text/key-file.js
/** What a binary file is, where it is one that holds private keys or credentials; undefined otherwise. Decided by its bytes, never its name. */
function keyFile(bytes) {
    const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (view.length < 24)
        return undefined;
    const magic = view.readUInt32BE(0);
    if (magic === 0xfeedfeed || magic === 0xcececece) {
        return hasPrivateEntry(view) ? { id: 'java-key-store', name: 'a Java key store with a private key' } : undefined;
    }
    if (magic === 0x03d9a29a)
        return { id: 'keepass', name: 'a KeePass database' };
    if (isDer(view, [0x02, 0x01, 0x03, 0x30]))
        return { id: 'pkcs12', name: 'a PKCS #12 key store' };
    if (isDer(view, [0x02, 0x01, 0x00, 0x30]) || isDer(view, [0x02, 0x01, 0x00, 0x02])) {
        return { id: 'der-private-key', name: 'a private key in DER' };
    }
    // OpenPGP secret-key packets (tag 5), old and new format, versions 4 to 6 (RFC 9580 §4.2, §5.5.3).
    const first = view[0] ?? 0;
    const body = { 148: 2, 149: 3, 150: 5, 197: (view[1] ?? 0) < 192 ? 2 : 3 }[first];
    const version = body === undefined ? 0 : (view[body] ?? 0);
    if (version >= 4 && version <= 6 && view.length > 100)
        return { id: 'openpgp-private-key', name: 'an OpenPGP private key' };
    return undefined;
}
/** Whether the bytes are a DER SEQUENCE whose content begins with `head`. */
function isDer(view, head) {
    if (view[0] !== 0x30)
        return false;
    const length = view[1] ?? 0;
    const start = length < 0x80 ? 2 : 2 + (length & 0x7f);
    return start <= 6 && head.every((byte, index) => view[start + index] === byte);
}
/** Walks a JKS store's entries: tag 1 is a private key, tag 2 a certificate (trust stores hold nothing else). */
function hasPrivateEntry(view) {
    const entries = Math.min(view.readUInt32BE(8), 10_000);
    let at = 12;
    for (let entry = 0; entry < entries; entry++) {
        if (at + 6 > view.length)
            return true;
        const tag = view.readUInt32BE(at);
        if (tag !== 2)
            return true;
        at += 6 + view.readUInt16BE(at + 4) + 8;
        if (at + 2 > view.length)
            return true;
        at += 2 + view.readUInt16BE(at);
        if (at + 4 > view.length)
            return true;
        at += 4 + view.readUInt32BE(at);
    }
    return false;
}

;// CONCATENATED MODULE: ./build/secrets/text/loose-scalar.js

/** Template comments and expressions over several lines become empty lines, so that line numbers hold. */
function blankComments(text) {
    if (!text.includes('{{'))
        return text;
    let rest = '';
    let from = 0;
    for (let open = text.indexOf('{{', from); open >= 0; open = text.indexOf('{{', from)) {
        const isComment = /^\{\{-?\s?\/\*/.test(text.slice(open, open + 6));
        const close = text.indexOf(isComment ? '*/' : '}}', open);
        if (close < 0)
            break;
        const end = isComment ? text.indexOf('}}', close) + 2 : close + 2;
        const expression = text.slice(open, Math.max(end, close + 2));
        rest += text.slice(from, open) + (isComment ? expression.replace(/[^\n]+/g, '') : onOneLine(expression));
        from = open + expression.length;
    }
    return rest + text.slice(from);
}
function onOneLine(expression) {
    if (!expression.includes('\n'))
        return expression;
    return expression.replace(/\s*\n\s*/g, ' ') + expression.replace(/[^\n]/g, '');
}
const flowLimits = { bytes: 100_000, documents: 1, depth: 20, aliases: 10, expandedNodes: 10_000 };
/** A collection in flow style on one line; undefined where it is none. */
function flowValue(text) {
    const source = text.replace(/,$/, '');
    if (!/^\{[^{].*\}$|^\[.*\]$/.test(source))
        return undefined;
    const { documents, unreadable } = (0,parse_yaml/* parseYaml */.h)(Buffer.from(source), flowLimits);
    const value = documents[0]?.value;
    return unreadable.length === 0 && typeof value === 'object' && value !== null ? value : undefined;
}
/** The text of a scalar on one line: unquoted, without its comment. */
function plainText(source) {
    const text = source.replace(/,$/, '');
    const quoted = /^"((?:[^"\\]|\\.)*)"/.exec(text);
    if (quoted?.[1] !== undefined && !text.startsWith('"{{'))
        return quoted[1].replace(/\\(["\\/])/g, '$1').replace(/\\n/g, '\n');
    const single = /^'((?:[^']|'')*)'/.exec(text);
    if (single?.[1] !== undefined)
        return single[1].replace(/''/g, "'");
    if (/^".*"$/.test(text))
        return text.slice(1, -1);
    return text.replace(/\s#.*$/, '').trim();
}

// EXTERNAL MODULE: ./build/secrets/value/encrypted.js
var encrypted = __webpack_require__(3104);
;// CONCATENATED MODULE: ./build/secrets/text/source.js


/** The value at a path, undefined where there is none. */
function valueAtPath(value, path) {
    let current = value;
    for (const step of path) {
        if (Array.isArray(current))
            current = typeof step === 'number' ? current[step] : undefined;
        else if ((0,plain_values/* isMapping */.pi)(current))
            current = current[String(step)];
        else
            return undefined;
    }
    return current;
}
/** The identity a document gives itself, where it is a Kubernetes object at all; template expressions are names like any other. */
function source_identityOf(value) {
    if (!(0,plain_values/* isMapping */.pi)(value) || typeof value.kind !== 'string')
        return undefined;
    const apiVersion = typeof value.apiVersion === 'string' ? value.apiVersion : '';
    const metadata = (0,plain_values/* mapping */.pq)(value.metadata);
    return {
        group: apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '',
        kind: value.kind,
        namespace: typeof metadata.namespace === 'string' ? metadata.namespace : undefined,
        name: typeof metadata.name === 'string' ? metadata.name : '',
    };
}
/** A document that SOPS wrote: its MAC is what makes ENC[…] more than a shape. */
function isSopsDocument(value) {
    const sops = valueAtPath(value, ['sops']);
    return (0,plain_values/* isMapping */.pi)(sops) && typeof sops.mac === 'string' && (0,encrypted/* isSopsMac */.Js)(sops.mac) && sops.lastmodified !== undefined;
}

;// CONCATENATED MODULE: ./build/secrets/text/loose-document.js


/** Deeper levels than this are not followed. */
const loose_document_deepest = 40;
const templateLine = /^\s*\{\{[^{}]*\}\}\s*(?:#.*)?$/;
const keyed = /^("(?:[^"\\]|\\.){1,200}"|'[^']{1,200}'|\{\{[^{}]{1,200}\}\}[\w.-]{0,100}|[\w.$/@*~+()<>-][^:#"'{}\n]{0,200}?)\s{0,20}:(?:\s+|$)/;
/**
 * Reads text that is YAML by its looks but cannot be parsed as such: Helm templates, broken manifests, tabs for
 * indentation. Indentation gives the structure, expressions stay text, nothing is an error. One source per `---`.
 */
function readLoosely(text, firstLine = 1) {
    const sources = [];
    let reader = new LooseReader();
    const lines = blankComments(text).split('\n');
    for (let number = 0; number < lines.length; number++) {
        const line = (lines[number] ?? '').replace(/\r$/, '');
        if (/^---(?:\s|$)/.test(line)) {
            for (const source of reader.finish())
                sources.push(source);
            reader = new LooseReader();
            continue;
        }
        reader.line(line, firstLine + number);
    }
    for (const source of reader.finish())
        sources.push(source);
    return sources;
}
class LooseReader {
    #root = Object.create(null);
    #entries = new Map();
    #stack = [{ indent: -1, node: this.#root, path: [] }];
    /** The scalar that following deeper lines belong to. */
    #open;
    #first = { line: 1, column: 1 };
    line(line, number) {
        const body = line.trimStart();
        const indent = width(line.slice(0, line.length - body.length));
        if (this.#continues(line, body, indent, number))
            return;
        if (body === '' || body.startsWith('#') || templateLine.test(line))
            return;
        this.#close();
        this.#read(body, indent, number, line.length - body.length + 1);
    }
    finish() {
        this.#close();
        if (this.#entries.size === 0)
            return [];
        const find = (path) => {
            for (let length = path.length; length > 0; length--) {
                const entry = this.#entries.get(keyOf(path.slice(0, length)));
                if (entry !== undefined)
                    return entry;
            }
            return undefined;
        };
        return [
            {
                identity: source_identityOf(this.#root),
                value: this.#root,
                at: (path) => find(path)?.at ?? this.#first,
                valueAt: (path) => find(path)?.valueAt ?? this.#first,
                styleAt: (path) => this.#entries.get(keyOf(path))?.style,
            },
        ];
    }
    #continues(line, body, indent, number) {
        const open = this.#open;
        if (open === undefined)
            return false;
        if (body !== '' && indent <= open.indent)
            return false;
        if (!open.block &&
            (body === '' || body.startsWith('#') || body.startsWith('- ') || keyed.test(body) || templateLine.test(line)))
            return false;
        if (open.start === undefined && body !== '')
            open.start = { line: number, column: line.length - body.length + 1 };
        if (open.lines.length < 20_000)
            open.lines.push(body === '' ? '' : line.slice(Math.min(line.length - body.length, (open.start?.column ?? 1) - 1)));
        return true;
    }
    #close() {
        const open = this.#open;
        this.#open = undefined;
        if (open === undefined || open.lines.length === 0)
            return;
        const before = this.#entries.get(keyOf(open.path));
        const own = open.block ? [] : [String(lookUp(this.#root, open.path) ?? '')];
        loose_document_assign(this.#root, open.path, [...own, ...open.lines].join(open.block ? '\n' : ' ').trim() + (open.block ? '\n' : ''));
        if (before !== undefined && open.block && open.start !== undefined) {
            this.#entries.set(keyOf(open.path), { at: before.at, valueAt: open.start, style: 'literal' });
        }
    }
    #read(body, indent, number, column) {
        let [rest, depth, at] = [body, indent, column];
        for (let dashes = 0; dashes < loose_document_deepest && /^-(?:\s|$)/.test(rest); dashes++) {
            const item = this.#item(depth, { line: number, column: at });
            const skipped = /^-\s*/.exec(rest)?.[0].length ?? 1;
            if (rest.length <= skipped && !keyed.test(rest.slice(skipped)))
                return;
            rest = rest.slice(skipped);
            at += skipped;
            depth += skipped;
            if (!keyed.test(rest) && !/^-(?:\s|$)/.test(rest)) {
                this.#scalar(item, rest, depth - skipped, { line: number, column: at }, at);
                return;
            }
        }
        const match = keyed.exec(rest);
        if (match?.[1] === undefined)
            return;
        const parent = this.#parent(depth);
        if (parent.path.length >= loose_document_deepest)
            return;
        const path = this.#unused([...parent.path, unquote(match[1])]);
        this.#place(path, number, at);
        this.#scalar(path, rest.slice(match[0].length), depth, { line: number, column: at }, at + match[0].length);
    }
    /** A key that occurs twice keeps both its values. */
    #unused(path) {
        if (!this.#entries.has(keyOf(path)))
            return path;
        for (let copy = 2; copy < 10; copy++) {
            const other = [...path.slice(0, -1), `${path.at(-1)}#${copy}`];
            if (!this.#entries.has(keyOf(other)))
                return other;
        }
        return path;
    }
    /** Opens the mapping frame a key at `depth` belongs to. */
    #parent(depth) {
        while ((this.#stack.at(-1)?.indent ?? -1) >= depth)
            this.#stack.pop();
        let top = this.#stack.at(-1);
        if (top === undefined) {
            top = { indent: -1, node: this.#root, path: [] };
            this.#stack.push(top);
        }
        if (Array.isArray(top.node)) {
            // A key below a dash: the item becomes a mapping.
            const index = Math.max(0, top.node.length - 1);
            const existing = top.node[index];
            const node = typeof existing === 'object' && existing !== null && !Array.isArray(existing)
                ? existing
                : Object.create(null);
            top.node[index] = node;
            top = { indent: depth - 1, node, path: [...top.path, index] };
            this.#stack.push(top);
        }
        return top;
    }
    /** Opens a new item of the sequence whose dash is at `indent`. */
    #item(indent, at) {
        while ((this.#stack.at(-1)?.indent ?? -1) > indent)
            this.#stack.pop();
        let top = this.#stack.at(-1);
        if (top !== undefined && top.indent === indent && !Array.isArray(top.node)) {
            // A dash at the indentation of its own key: `key:` then `- item` below it.
            top = undefined;
        }
        if (top === undefined || !Array.isArray(top.node) || top.indent !== indent) {
            const owner = this.#lastKey(indent);
            const list = [];
            loose_document_assign(this.#root, owner, list);
            top = { indent, node: list, path: owner };
            this.#stack.push(top);
        }
        const list = top.node;
        list.push('');
        const path = [...top.path, list.length - 1];
        this.#entries.set(keyOf(path), { at, valueAt: at, style: 'plain' });
        return path;
    }
    #lastPath = [];
    #lastKey(_indent) {
        return this.#lastPath.length === 0 ? ['items'] : this.#lastPath;
    }
    #place(path, line, column) {
        if (this.#entries.size === 0)
            this.#first = { line, column };
        this.#entries.set(keyOf(path), { at: { line, column }, valueAt: { line, column }, style: undefined });
        this.#lastPath = path;
    }
    #scalar(path, source, depth, at, column) {
        const text = source.replace(/^(?:[!&][^\s]{0,100}\s+)+/, '').trimEnd();
        if (text === '' || text === '{' || text.startsWith('#')) {
            if (typeof path.at(-1) === 'string') {
                const node = Object.create(null);
                loose_document_assign(this.#root, path, node);
                this.#stack.push({ indent: depth, node, path });
                this.#open = undefined;
            }
            return;
        }
        const block = /^[|>][-+0-9]{0,3}\s*(?:#.*)?$/.test(text);
        const value = block ? '' : (flowValue(text) ?? plainText(text));
        loose_document_assign(this.#root, path, value);
        this.#entries.set(keyOf(path), { at, valueAt: { line: at.line, column }, style: block ? 'literal' : 'plain' });
        this.#open = typeof value === 'string' ? { indent: depth, path, block, lines: [], start: undefined } : undefined;
    }
}
const keyOf = (path) => path.join('\0');
/** Columns of an indentation; a tab counts as two. */
function width(indent) {
    let columns = 0;
    for (const character of indent)
        columns += character === '\t' ? 2 : 1;
    return columns;
}
function unquote(key) {
    return /^(["']).*\1$/.test(key) ? key.slice(1, -1) : key.trim();
}
function loose_document_assign(root, path, value) {
    const parent = lookUp(root, path.slice(0, -1));
    const last = path.at(-1);
    if (Array.isArray(parent))
        parent[Number(last)] = value;
    else if (typeof parent === 'object' && parent !== null)
        parent[String(last)] = value;
}
function lookUp(root, path) {
    let current = root;
    for (const step of path) {
        if (typeof current !== 'object' || current === null)
            return undefined;
        current = current[step];
    }
    return current;
}

;// CONCATENATED MODULE: ./build/secrets/text/wide-text.js
/**
 * The text of bytes that are UTF-16 or UTF-32, with or without a byte order mark: every second (or all but every fourth)
 * byte is zero. Undefined for anything else.
 */
function wideText(bytes) {
    const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (const width of [4, 2]) {
        for (const at of [0, width - 1]) {
            const units = view.subarray(0, view.length - (view.length % width));
            if (units.length < 4 * width)
                continue;
            const text = narrow(units, width, at);
            if (text !== undefined)
                return text;
        }
    }
    return undefined;
}
/** The ASCII of units whose significant byte is at `at`; undefined where one unit in ten holds anything else. */
function narrow(units, width, at) {
    const characters = [];
    let others = 0;
    for (let unit = 0; unit < units.length; unit += width) {
        const code = units[unit + at] ?? 0;
        let isWide = code === 0 || code > 126;
        for (let byte = 0; byte < width; byte++)
            if (byte !== at && units[unit + byte] !== 0)
                isWide = true;
        if (isWide && ++others * 10 * width > units.length)
            return undefined;
        characters.push(isWide ? '\uFFFD' : String.fromCharCode(code));
    }
    return characters.join('');
}

;// CONCATENATED MODULE: ./build/secrets/text/line-counter.js
/** Places (1-based) of offsets in a text, by one table of line starts that is made when it is first asked for. */
function lineCounter(text) {
    let starts;
    return (offset) => {
        starts ??= [0, ...[...text.matchAll(/\n/g)].map((match) => match.index + 1)];
        let [low, high] = [0, starts.length - 1];
        while (low < high) {
            const middle = (low + high + 1) >> 1;
            if ((starts[middle] ?? 0) <= offset)
                low = middle;
            else
                high = middle - 1;
        }
        return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
    };
}

;// CONCATENATED MODULE: ./build/secrets/text/command-line.js


const value = `(?:"([^"\\n]{1,500})"|'([^'\\n]{1,500})'|([^\\s"'\`;|&<>()]{1,500}))`;
/** Flags and variables: `--db-password VALUE`, `-password=VALUE`, `TOKEN=VALUE command`. */
const command_line_forms = [
    new RegExp(`(?<![\\w-])--?([A-Za-z][\\w.-]{1,60})(?:=|[ \\t]{1,4})${value}`, 'g'),
    new RegExp(`(?:^|[\\s;&|(@])(?:export[ \\t]+|set[ \\t]+)?([A-Za-z_]\\w{1,60})=${value}`, 'gm'),
];
const login = '(?:docker|podman|skopeo|helm registry|oras|crane auth|buildah|nerdctl|az acr|az|cf|oc|argocd|regctl registry)';
/** `user:password` in one word, each part or the whole quoted or not. */
const pair = `(?:"[^\\s:"]{0,100}:([^"\\n]{1,200})"|'[^\\s:']{0,100}:([^'\\n]{1,200})'|(?:"[^\\s"]{1,100}"|'[^\\s']{1,100}'|[^\\s:"']{0,100}):(?:"([^"\\n]{1,200})"|'([^'\\n]{1,200})'|([^\\s"']{1,200})))`;
const within = (names, rest, flags = 'g') => new RegExp(`(?<![\\w-])(?:${names})(?![\\w-])[^\\n;|]{0,400}?[ \\t]${rest}`, flags);
/** Flags and arguments that mean a password to one program only. */
const programs = [
    {
        near: ['curl', 'http', 'etcdctl'],
        pattern: within('curl|https?|etcdctl|xh', `(?:-u|--user|-a|--auth|--proxy-user|-U)[ =]{0,4}${pair}`),
        key: 'curl --user',
    },
    {
        near: ['curl'],
        // The token of an API that takes it as the user, with no password.
        pattern: within('curl', `(?:-u|--user)[ =]{0,4}(?:"([^\\s":]{8,400}):"|'([^\\s':]{8,400}):'|([^\\s"':]{8,400}):(?=\\s|$))`),
        key: 'curl --user',
        means: 'token',
    },
    {
        near: ['uthorization:'],
        pattern: /uthorization:[ \t]{0,4}(?:(?:Token|Api-Token|ApiKey|Bearer|PRIVATE-TOKEN|Key)[ \t]{1,4})?(?!Basic|Digest|Negotiate)([\w.~+/=@-]{16,2000})/gi,
        key: 'authorization header',
    },
    {
        near: ['curl', 'wget', 'http'],
        pattern: new RegExp(`\\s(?:-H|--header)[ =]{0,4}["']?(?!Authorization)[\\w-]{0,40}(?:api-?key|token|secret|auth)[\\w-]{0,20}:[ \\t]{0,4}${value}`, 'gi'),
        key: 'header',
    },
    { near: ['sshpass'], pattern: within('sshpass', `-p[ \\t]{0,4}${value}`), key: 'sshpass -p' },
    { near: ['login'], pattern: within(`${login}[ \\t]{1,4}login`, `-p[ =]?${value}`), key: 'login -p' },
    {
        near: ['password-stdin'],
        pattern: new RegExp(`(?<![\\w-])(?:echo|printf)[ \\t]{1,4}(?:-n[ \\t]{1,4})?${value}[ \\t]{0,4}\\|[^\\n|]{0,200}--password-stdin`, 'g'),
        key: 'login --password-stdin',
    },
    {
        near: ['mysql', 'mariadb'],
        pattern: within('(?:mysql|mariadb)(?:dump|-dump|admin|-admin|import|check|show)?', `-p(?:"([^"\\n]{2,100})"|'([^'\\n]{2,100})'|([^\\s"'-][^\\s"';|]{2,100}))`),
        key: 'mysql -p',
    },
    {
        near: ['redis-cli', 'valkey-cli'],
        pattern: within('redis-cli|valkey-cli', `-a[ \\t]{1,4}${value}`),
        key: 'redis-cli -a',
    },
    {
        near: ['mongo', 'cqlsh', 'twine', 'sqlcmd', 'mosquitto', 'ipmitool', 'zip'],
        pattern: within('mongo(?:sh|dump|restore|export|import)?|cqlsh|twine|sqlcmd|mosquitto_(?:pub|sub)|ipmitool|(?:un)?zip', `-[pP][ \\t]{1,4}${value}`),
        key: '-p',
    },
    {
        near: ['ldap'],
        pattern: within('ldap(?:search|add|modify|delete|passwd|whoami)', `-w[ \\t]{0,4}${value}`),
        key: 'ldap -w',
    },
    {
        near: ['openssl', 'pass:'],
        pattern: /\s-?-pass(?:in|out)?[ \t]{1,4}["']?pass:()([^\s"']{1,200})/g,
        key: 'openssl -pass',
    },
    {
        near: ['htpasswd'],
        pattern: within('htpasswd', `-[a-zA-Z]{0,6}b[a-zA-Z]{0,6}[ \\t](?:[^\\n;|]{0,200}[ \\t])?[\\w.@-]{1,60}[ \\t]{1,4}${value}[ \\t]{0,4}(?:$|[\\n;|>&)])`),
        key: 'htpasswd -b',
    },
    {
        near: ['add_user', 'change_password'],
        pattern: new RegExp(`\\b(?:add_user|change_password)[ \\t]{1,4}[\\w.@"'-]{1,60}[ \\t]{1,4}${value}`, 'g'),
        key: 'rabbitmqctl',
    },
    {
        near: ['chpasswd'],
        pattern: /(?<![\w-])(?:echo|printf)[ \t]{1,4}(?:-\w[ \t]{1,4})?["']?[\w.-]{1,60}:()([^\s"'|]{1,200})["']?[ \t]{0,4}\|[^\n|]{0,80}chpasswd/g,
        key: 'chpasswd',
    },
    {
        near: ['alias set', 'host add'],
        pattern: new RegExp(`\\bmc\\s[^\\n;|]{0,80}?(?:alias set|host add)[ \\t]{1,4}\\S{1,80}[ \\t]{1,4}\\S{1,200}[ \\t]{1,4}\\S{1,200}[ \\t]{1,4}${value}`, 'g'),
        key: 'mc alias',
    },
    {
        near: ['aws configure'],
        pattern: new RegExp(`\\baws_secret_access_key[ \\t]{1,4}${value}`, 'g'),
        key: 'secret access key',
    },
    {
        near: ['vault login', 'bao login'],
        pattern: new RegExp(`\\b(?:vault|bao)[ \\t]{1,4}login[ \\t]{1,4}(?!-)${value}`, 'g'),
        key: 'vault token',
    },
    {
        near: ['smbclient', 'mount'],
        pattern: /\s-U[ \t]{0,4}["']?[\w.\\-]{1,60}%()([^\s"']{1,200})/g,
        key: 'smbclient -U',
    },
    {
        near: ['lftp', 'ncftp'],
        pattern: /\blftp\b[^\n;|]{0,200}?\s-u[ \t]{1,4}["']?[^\s,"']{1,80},()([^\s"']{1,200})/g,
        key: 'lftp -u',
    },
    {
        near: ['sqlplus', 'rman', 'expdp', 'impdp'],
        pattern: /\b(?:sqlplus|rman|expdp|impdp)\b[^\n;|]{0,100}?\s[\w.-]{1,60}\/()([^\s@"'/]{1,100})@/g,
        key: 'sqlplus',
    },
];
/** What a command gives to `kubectl create secret`: each literal is a secret whatever it is called. */
const secretLiteral = new RegExp(`--from-literal[= ]["']?([\\w.-]{1,100})=${value}`, 'g');
/** The credentials a command line or script spells out in flags, variables and the arguments of well-known programs. */
function readCommands(source) {
    // A backslash at the end of a line joins it with the next.
    const text = source.includes('\\\n') ? source.replace(/\\\n/g, '  ') : source;
    const found = [];
    const placeAt = lineCounter(source);
    const add = (key, means, match, groups, isForSecret = false) => {
        const given = groups.find((group) => group !== undefined && group !== '');
        // openssl(1) and its like say where a password comes from.
        if (given === undefined || isNoLiteral(given) || /^(?:env|file|fd|stdin):/.test(given))
            return;
        const value = given.replace(/^pass:/, '');
        const place = placeAt((match.index ?? 0) + match[0].lastIndexOf(value));
        found.push({
            key,
            means,
            value,
            quoted: !match[0].endsWith(value),
            place,
            isCommand: true,
            ...(isForSecret ? { isForSecret } : {}),
        });
    };
    for (const pattern of command_line_forms)
        for (const match of text.matchAll(pattern))
            add(match[1] ?? '', match[1] ?? '', match, match.slice(2));
    for (const { near, pattern, key, means = 'password' } of programs) {
        if (!near.some((word) => text.includes(word)))
            continue;
        for (const match of text.matchAll(pattern))
            add(key, means, match, match.slice(1));
    }
    if (text.includes('--from-literal')) {
        for (const match of text.matchAll(secretLiteral)) {
            const isSecret = /\bsecret\b[^\n;|]{0,400}$/.test(text.slice(Math.max(0, match.index - 400), match.index));
            add(match[1] ?? '', match[1] ?? '', match, match.slice(2), isSecret);
        }
    }
    return found;
}
/** What the shell fills in: a variable, or the output of a command. One with a default carries that. */
const substitution = /`[^`\n]{0,400}`?|\$\([^()\n]{0,400}\)?|\$\{(?![A-Za-z_]\w{0,100}:?[-=][^}])[^{}\n]{0,200}\}?|\$(?:[A-Za-z_]\w{0,100}|[<\d@*])/g;
/** A further flag, or nothing but words around what the shell fills in; `P@ssw0rd$1` holds most of a password. */
function isNoLiteral(text) {
    if (text.startsWith('-'))
        return !(0,made/* isMachineMade */.z)(text);
    const rest = text.replace(substitution, ' ');
    return rest !== text && !rest.split(/\s+/).some((part) => (0,made/* looksHumanMade */.x)(part) || (0,made/* isMachineMade */.z)(part));
}

;// CONCATENATED MODULE: ./build/secrets/text/comments.js
const longest = 2_000;
/**
 * The `#` comments of a text, whether a line of their own or behind one. A commented-out list item
 * (`# - name: PASSWORD`, `#   value: …`) is read as one assignment.
 */
function commentsOf(text) {
    const found = [];
    let named;
    let line = 0;
    for (let start = 0; start <= text.length;) {
        line++;
        const end = text.indexOf('\n', start);
        const source = text.slice(start, Math.min(end < 0 ? text.length : end, start + longest));
        start = end < 0 ? text.length + 1 : end + 1;
        const mark = /(?:^|\s)#+/.exec(source);
        if (mark === null)
            continue;
        const column = mark.index + mark[0].length + 1;
        const body = source.slice(column - 1).trimEnd();
        const name = /^\s*-\s*name:\s*["']?([\w.-]{1,100})["']?$/.exec(body)?.[1];
        const value = /^\s*value:(.*)$/.exec(body)?.[1];
        if (name !== undefined)
            named = { line, name };
        else if (value !== undefined && named?.line === line - 1)
            found.push({ body: `${named.name}:${value}`, at: { line, column } });
        else
            found.push({ body, at: { line, column } });
    }
    return found;
}

;// CONCATENATED MODULE: ./build/secrets/text/embedded.js



const embedded_limits = { bytes: 2_000_000, documents: 500, depth: 60, aliases: 100, expandedNodes: 200_000 };
/** Lines that read `key: value` or `- item` or open a mapping. */
const yamlLine = /^\s*(?:-\s|[\w."'/$-]{1,100}:(?:\s|$))/;
/** Reads a text as JSON or YAML documents, tolerantly where it is not exact YAML; undefined where it looks like neither. */
function readEmbedded(text) {
    const start = text.trimStart().charAt(0);
    const isJson = start === '{' || start === '[';
    if (!isJson && !looksLikeYaml(text))
        return undefined;
    if (!text.includes('{{')) {
        const file = (0,parse_yaml/* parseYaml */.h)(Buffer.from(text, 'utf8'), embedded_limits);
        const sources = file.documents.filter((document) => typeof document.value === 'object' && document.value !== null);
        if (file.unreadable.length === 0 && sources.length > 0) {
            return sources.map((document) => ({
                identity: source_identityOf(document.value),
                value: document.value,
                at: (path) => document.at(path),
                valueAt: (path) => document.valueAt(path),
                styleAt: (path) => document.styleAt(path),
            }));
        }
    }
    return isJson ? undefined : readLoosely(text);
}
function looksLikeYaml(text) {
    const lines = text
        .slice(0, 20_000)
        .split('\n')
        .filter((line) => !/^\s*(?:#.*)?$/.test(line));
    const alike = lines.filter((line) => yamlLine.test(line)).length;
    return lines.length > 0 && alike * 2 >= lines.length;
}

;// CONCATENATED MODULE: ./build/secrets/text/heredocs.js
/** More than these in one script are not opened; what they assign is read with the script all the same. */
const heredocs_most = 100;
/** The here-documents of a shell script that hold a manifest. */
function heredocs(script) {
    if (!script.includes('<<') || !script.includes('kind'))
        return [];
    const lines = script.split('\n');
    const ends = closers(lines);
    const found = [];
    for (let at = 0; at < lines.length && found.length < heredocs_most; at++) {
        const word = /<<-?\s{0,4}\\?["']?([A-Za-z_]\w{0,40})/.exec((lines[at] ?? '').slice(0, 2_000))?.[1];
        const end = word === undefined ? undefined : firstAfter(ends.get(word), at);
        if (end === undefined)
            continue;
        const body = lines.slice(at + 1, end).join('\n');
        if (/^\s*["']?kind["']?\s*:/m.test(body))
            found.push({ line: at + 1, body });
        at = end;
    }
    return found;
}
/** The lines that hold one word alone, by that word. */
function closers(lines) {
    const found = new Map();
    lines.forEach((line, number) => {
        const word = /^\s*([A-Za-z_]\w{0,40})\s*$/.exec(line)?.[1];
        if (word === undefined)
            return;
        const known = found.get(word);
        if (known === undefined)
            found.set(word, { numbers: [number], next: 0 });
        else
            known.numbers.push(number);
    });
    return found;
}
/** The first of the lines after `at`; what was passed is not looked at again. */
function firstAfter(lines, at) {
    if (lines === undefined)
        return undefined;
    while ((lines.numbers[lines.next] ?? Number.POSITIVE_INFINITY) <= at)
        lines.next++;
    return lines.numbers[lines.next];
}

;// CONCATENATED MODULE: ./build/secrets/value/vocabulary.js
/** Words for a password: under such a key hardly any value is harmless. */
const passwordWords = new Set('password passwd pwd pw passphrase pass passcode passwort kennwort motdepasse contrasena senha psw requirepass masterauth bindpw'.split(' '));
/** Words for other credentials: their values look made. */
const secretWords = new Set('secret token apikey secretkey accesskey privatekey presharedkey pat psk jwt bearer credential credentials creds authtoken authkey apitoken'.split(' '));
/** Words whose value is a user and a password: `NEO4J_AUTH`, `basicAuth`, `credentials`. */
const loginWords = new Set('auth basicauth userpass credential credentials creds'.split(' '));
/** What comes before `key` to make it a credential: `api key`, `signing key`. */
const keyWords = new Set(`api access secret private encryption signing master auth account shared preshared storage license ssh hmac aes session cookie client
  admin service app application deploy write read ingest integration routing seed root jwt crypt crypto cipher subscription webhook
  enrollment bootstrap gossip dkim wireguard sas
  airtable algolia amplitude anthropic auth0 cloudflare cohere datadog digitalocean doppler dynatrace fastly freshdesk gocardless groq heroku hetzner
  honeycomb hubspot intercom launchdarkly linode lob loggly mailchimp mailgun mandrill maxmind messagebird mistral mixpanel newrelic okta openai
  opsgenie pagerduty paypal plaid plivo postmark replicate rollbar segment sendgrid sentry shopify snyk sonar sparkpost splunk stripe
  sumologic telnyx twilio typeform vultr zendesk`.split(/\s+/));
/** What comes before `secret` to make it the secret itself; any other noun makes it as often the name of a Secret object. */
const secretOwners = new Set(`client app application api consumer shared webhook hook session cookie signing hmac jwt auth oauth oauth2 oidc master encryption bot access hash state
  csrf turn rpc totp`.split(/\s+/));
/** Providers whose bare name, as a key, is that of their credential: `cloudflare: TOKEN`. */
const providerNames = new Set('cloudflare sourcegraph artifactory jfrog mailchimp mandrill'.split(' '));
const isShort = (word) => word.length <= 3 && word !== 'key';
/** Parts of a key that any key of a credential has one of; short words only where a word ends. */
const traces = [
    ...[...passwordWords, ...secretWords, ...loginWords, ...providerNames, 'key', 'cookie'].reduce((kept, word, _, all) => {
        if (!all.some((other) => other !== word && !isShort(other) && word.includes(other)))
            kept.add(word);
        return kept;
    }, new Set()),
];
const shortTrace = (word) => {
    const capital = word.charAt(0).toUpperCase() + word.slice(1);
    return `(?:${word}|${capital})(?![a-z])|${word.toUpperCase()}(?![A-Z](?![a-z]))`;
};
const longTraces = new RegExp(traces.filter((word) => !isShort(word)).join('|'), 'i');
const shortTraces = new RegExp(traces.filter(isShort).map(shortTrace).join('|'));
/** Whether a text can hold the key of a credential: true for every text with a key that `credentialKey` accepts. */
function speaksOfCredentials(text) {
    return longTraces.test(text) || shortTraces.test(text);
}

;// CONCATENATED MODULE: ./build/secrets/text/assignments.js
// name=value, name: value, name = ["value"], "name": "value", name => "value", export NAME=value, set NAME value, -Dname=value
const assignment = /(?:^|[\s,;:{(&?'"`<-])(?:export\s+|set\s+|ENV\s+|ARG\s+|-D)?(["'`]?)([A-Za-z_$][\w.$/@-]{1,100})\1\s{0,8}(?::{0,3}=>?|:(?!\/\/)|\?=)\s{0,8}(?:\[\s{0,8}(?=["']))?(?:"((?:[^"\\]|\\.){1,2000})"|'([^'\n]{1,2000})'|`([^`\n]{1,2000})`|([^\s"'`,;<>&|]{1,2000}))/g;
const section = /^\s*\[([\w .:@/"-]{1,100})\]\s*$/;
const assignments_longest = 20_000;
/** The assignments of a text in any of the usual notations: dotenv, properties, INI, TOML, HCL, shell, Dockerfile, JSON, XML. */
function readAssignments(text, firstLine = 1) {
    const found = [];
    let prefix = '';
    const lines = text.split('\n');
    for (let number = 0; number < lines.length; number++) {
        const line = (lines[number] ?? '').slice(0, assignments_longest);
        if (line.length < 4)
            continue;
        const head = section.exec(line);
        if (head !== null)
            prefix = `${head[1] ?? ''}.`;
        if (/^\s*(?:#|\/\/|;|--\s)/.test(line))
            continue;
        for (const match of line.matchAll(assignment)) {
            const value = match[3] ?? match[4] ?? match[5] ?? match[6];
            // An expression that the end of a string or a blank cuts short gives the value.
            if (value === undefined || /^\{\{[^}]*$/.test(value) || isInExpression(line, (match.index ?? 0) + 1))
                continue;
            // `image@sha256:…` gives no value to a name.
            if (/@sha\d{3}$/.test(match[2] ?? ''))
                continue;
            const column = (match.index ?? 0) + match[0].lastIndexOf(value) + 1;
            const quoted = match[6] === undefined;
            const place = { line: firstLine + number, column };
            found.push({ key: prefix + (match[2] ?? ''), value, quoted, place });
            // `--set auth.password=VALUE`, `--from-literal=password=VALUE`, `--build-arg=TOKEN=VALUE`.
            const inner = /^([A-Za-z_][\w.-]{1,100})=(.{1,2000})$/.exec(value);
            if (inner?.[1] !== undefined && inner[2] !== undefined)
                found.push({
                    key: inner[1],
                    value: inner[2],
                    quoted,
                    place: { ...place, column: column + inner[1].length + 1 },
                });
        }
    }
    return found;
}
/** Whether an offset of a line is inside `{{ … }}`, where names are variables. */
function isInExpression(line, offset) {
    const opened = line.lastIndexOf('{{', offset);
    return opened >= 0 && line.lastIndexOf('}}', offset) < opened;
}

;// CONCATENATED MODULE: ./build/secrets/text/statements.js





const quoted = `(?:"([^"\\n]{1,500})"|'([^'\\n]{1,500})'|\`([^\`\\n]{1,500})\`)`;
const secretWord = '(?:[\\w.-]{0,40}pass(?:word|wd|phrase)?|requirepass|masterauth|[\\w.-]{0,40}(?:token|secret|api[-_]?key))';
/**
 * Notations that give a value to a name otherwise than by `name = value`; the first group is the name where there is one.
 * A weak one is prose or a label as often as not: its value must be plainly a password.
 */
const notations = [
    // define('KEY', 'value'), setProperty("KEY", "value"), os.environ.get("KEY", "value").
    { pattern: new RegExp(`\\(\\s{0,4}["']([\\w.-]{3,100})["']\\s{0,4},\\s{0,4}${quoted}`, 'g'), isWeak: true },
    // KEY .= "value", var key string = "value", key: string = "value", KEY = call("value").
    {
        pattern: new RegExp(`(?<![\\w$.-])(\\$?[A-Za-z_][\\w.-]{2,100})(?:\\s{1,4}string|\\s{0,4}:\\s{0,4}string)?\\s{0,4}\\.?=\\s{0,4}(?:[\\w.]{1,40}\\(\\s{0,4}(?:["'][\\w.-]{0,100}["']\\s{0,4},\\s{0,4})?)?${quoted}`, 'g'),
    },
    // KEY = """value""" (TOML, Python, Groovy), on one line or on a line of its own.
    {
        pattern: /(?<![\w$.-])([A-Za-z_][\w.-]{1,100})["']?\s{0,4}[=:]\s{0,4}(?:"""\\?\s{0,80}(\S[^\n]{0,500}?)\s{0,80}"""|'''\s{0,80}(\S[^\n]{0,500}?)\s{0,80}''')/g,
    },
    // KEY = <<EOT, the value, EOT (HCL).
    {
        pattern: /(?<![\w$.-])([A-Za-z_][\w.-]{1,100})[ \t]{0,40}=[ \t]{0,40}<<[-~]?[A-Za-z_]\w{0,40}[ \t]*\r?\n[ \t]*(\S[^\n]{0,500})\n[ \t]*[A-Za-z_]\w{0,40}[ \t]*\r?$/gm,
    },
    // <add key="KEY" value="value"/>, <property name="KEY" value="value"/>.
    { pattern: new RegExp(`\\b(?:key|name)="([\\w.-]{3,100})"\\s{1,8}value=${quoted}`, 'gi') },
    // <name>KEY</name><value>VALUE</value>, as Hadoop writes its configuration.
    { pattern: /<name>\s{0,20}([\w.-]{3,100})\s{0,20}<\/name>\s{0,40}<value>\s{0,20}([^\s<>]{4,500})\s{0,20}<\/value>/g },
    // <key>value</key>, on one line and over three.
    { pattern: /<([A-Za-z][\w.:-]{2,80})>([^\s<>]{4,500})<\//g },
    { pattern: /<([A-Za-z][\w.:-]{2,80})>\s{0,4}\n\s{0,80}([^\s<>]{4,500})\s{0,4}\n\s{0,80}<\//g },
    // As people write: `Secret access key: VALUE`.
    {
        pattern: /\b((?:secret|access|api|private|client|auth)[ \t](?:access[ \t])?(?:key|token|secret))[ \t]{0,4}[:=][ \t]{0,4}()([^\s"'<>]{16,200})/gi,
        isWeak: true,
    },
    // The query of a URL.
    { pattern: /[?&]([A-Za-z][\w-]{1,60})=([^\s&"'#;<>]{4,500})/g },
    // SQL.
    {
        pattern: new RegExp(`\\b(?:identified\\s{1,4}(?:with\\s{1,4}\\w{1,40}\\s{1,4})?by|password)\\s{1,4}(?:=\\s{0,4})?()${quoted}`, 'gi'),
        key: 'password',
    },
    // Directives: requirepass VALUE, password VALUE, insecure-password VALUE, at the end of a line.
    {
        pattern: new RegExp(`(?:^|\\s)(${secretWord})[ \\t]{1,20}([^\\s"'=:{}()<>]{8,200})[ \\t]{0,8};?\\r?$`, 'gim'),
        isWeak: true,
    },
    // go-sql-driver and Oracle's thin driver.
    { pattern: /(?:^|[\s"'=])[\w.-]{1,60}:()([^\s@:/"']{1,200})@(?:tcp|unix)\(/g, key: 'password' },
    { pattern: /\bjdbc:oracle:\w{1,10}:[\w.-]{1,60}\/()([^\s@/"']{1,100})@/g, key: 'password' },
    // Terraform: variable "NAME" { default = "VALUE" }.
    { pattern: /\bvariable\s{1,8}"([\w-]{3,100})"\s{0,8}\{[^{}]{0,600}?\bdefault\s{0,20}=\s{0,8}"([^"\n]{1,500})"/g },
    // HAProxy: stats auth USER:PASSWORD.
    { pattern: /^[ \t]*stats[ \t]{1,20}auth[ \t]{1,20}[\w.@-]{1,60}:()([^\s"']{2,200})/gm, key: 'password' },
    // Redis ACL files.
    { pattern: /^user\s{1,4}[\w.-]{1,60}\s[^\n]{0,200}?\s?>()([^\s]{4,200})/gm, key: 'password' },
];
/** Words that only notations without a key of a credential have: SQL, data source names, key sets. */
const otherTraces = /identified|@tcp\(|@unix\(|jdbc:oracle|"kty"|stringdata|^user\s|curl|login|sshpass|mysql|mariadb|redis-cli|sqlplus|--from-literal/im;
/** A letter that JSON, YAML, or XML spells by its number; a key may be written in such letters. */
const spelledLetter = /\\(?:u00|x)[4-7][0-9a-f]|&#(?:x[4-7][0-9a-f]|\d{2,3});/i;
/** Whether a text can hold a statement that gives a credential: what cannot needs no reading. */
function mayGiveCredentials(text) {
    return speaksOfCredentials(text) || otherTraces.test(text) || spelledLetter.test(text);
}
/** Everything in a text that gives a value to a name: notations of configuration, code, SQL and markup, and commands. */
function readStatements(text) {
    return [...readAssignments(text), ...readNotations(text), ...readCommands(text)];
}
function readNotations(text) {
    const found = [];
    const lineOf = lineCounter(text);
    for (const { pattern, key, isWeak } of notations) {
        for (const match of text.matchAll(pattern)) {
            const value = match.slice(2).find((group) => group !== undefined);
            const name = key ?? match[1];
            if (value === undefined || name === undefined || (isWeak === true && !(0,entropy/* isLikelyCredential */.wJ)(value)))
                continue;
            found.push({ key: name, value, quoted: true, place: lineOf(match.index + match[0].lastIndexOf(value)) });
        }
    }
    return found;
}

// EXTERNAL MODULE: ./build/secrets/value/classify.js + 2 modules
var classify = __webpack_require__(1885);
;// CONCATENATED MODULE: ./build/secrets/value/credential-key.js

/** Words after the credential word that leave its meaning as it is. */
const neutral = new Set('value data base64 b64 plain plaintext text string literal raw default prod production dev development staging test stage live old new current hash hashed encoded primary secondary main'.split(' '));
/** Words after the credential word that make it the name of something about the credential. */
const about = /^(?:name|names|ref|refs|reference|file|files|filename|path|paths|url|urls|uri|arn|endpoint|key|keys|length|policy|policies|enabled|enable|disabled|type|types|kind|id|ids|ttl|expiry|expiration|expires|expire|expired|duration|age|rotation|rotate|rotated|field|fields|property|properties|prefix|suffix|header|headers|selector|provider|providers|store|class|backend|version|versions|algorithm|algorithms|algo|alg|algs|hasher|revision|revisions|format|mount|mounts|volume|volumes|dir|directory|namespace|namespaces|issuer|audience|audiences|lifetime|interval|timeout|template|regex|regexp|pattern|count|min|max|size|bits|source|from|env|var|variable|label|labels|annotation|annotations|create|generate|generated|required|reset|change|update|updated|method|mode|strategy|manager|operator|controller|engine|role|roles|scope|scopes|server|host|hostname|port|user|username|review|reviews|request|requests|service|image|location|item|items|list|map|config|configuration|settings|options|spec|status|projection|automount|validity|days|hours|seconds|minutes|limit|bucket|alias|ring|chain|pair|usage|usages|owner|description|comment|title|placeholder|hint|display|show|visible|flag|args|arg|command|cmd|script|hook|exchange|verify|validation|validate|encoder|encoding|encryption|complexity|strength|history|attempts|sync|syncer|injector|csi|driver|reader|writer|getter|access|authn|authentication|authenticated|authorization|grant|claim|claims|binding|renewal|period|cache|index|delimiter|separator|parameter|parameters|param|set|exists|found|missing|optional|readonly|immutable|management|checker|lookup|handler|resolver|plugin|agent|proxy|storage|vault|group|groups|counter|metric|metrics|per|in|is|as|on|to|for|by|with|without|via|and|or|has|used|limits|ratio|threshold|buckets|tokens|usd|checksum|checksums|digest|fingerprint|thumbprint|sha|sha1|sha256|sha512|md5|crc|etag|mtime|ctime|time|timestamp|date|at|form|input|column|element|attribute|attr|cookie|reload|reloader)$/;
/** Words anywhere in a key that say it names, switches or publishes something. */
const negating = new Set('existing automount use public pub csrf no disable disabled enable enabled skip without allow allowed empty ask prompt require required forgot is has min max checksum digest fingerprint thumbprint mtime rollme reloader'.split(' '));
/** Verbs that a switch begins with: `update_password: on_create`. Of what a generator made they say nothing. */
const verbs = new Set('update change reset random rotate generate regenerate create set'.split(' '));
/** Whether a key names the file a credential is in: `DB_PASSWORD_FILE`, `tokenPath`. */
function namesFile(key) {
    const words = wordsOf(key.slice(0, 120));
    return (/^(?:file|filename|path|dir|directory)$/.test(words.at(-1) ?? '') && credential_key_judge(words.slice(0, -1), false) !== 'none');
}
const known = new Map();
/**
 * What a key says of its value. Keys that name a credential or speak about one (`secretName`, `passwordSecretKey`,
 * `existingSecret`, `tokenURL`, `*_FILE`, `*Ref`, `checksum/secret`) are none.
 */
function credentialKey(key) {
    if (key.length > 120 || key.length < 2)
        return 'none';
    const cached = known.get(key);
    if (cached !== undefined)
        return cached;
    const strength = credential_key_judge(wordsOf(key), /^[A-Z][A-Z0-9_]*$/.test(key));
    if (known.size > 50_000)
        known.clear();
    known.set(key, strength);
    return strength;
}
function credential_key_judge(words, isVariable) {
    if (words.some((word) => negating.has(word)))
        return 'none';
    // `passwordSecretKey` is the key, inside some Secret, of the password.
    if (/^(?:password|username|user|token|credentials?|cert|tls|ca) secret key$/.test(words.slice(-3).join(' ')))
        return 'none';
    const strength = strengthOf(words, isVariable);
    return strength !== 'none' && words.length > 1 && verbs.has(words[0] ?? '') ? 'name' : strength;
}
/** From the end: what follows the credential word may qualify it (`password_prod`) or speak about it (`password_file`). */
function strengthOf(words, isVariable) {
    for (let at = words.length - 1; at >= 0; at--) {
        const word = words[at] ?? '';
        const before = words[at - 1] ?? '';
        // Of several credentials, names are listed as often.
        if (isPlural(word, before))
            return 'name';
        const strength = strengthOfWord(word, before);
        // A variable called `X_SECRET` holds the secret; a field called `xSecret` as often names an object.
        if (strength === 'name' && (at === 0 || isVariable))
            return 'secret';
        if (strength !== undefined)
            return strength;
        if (neutral.has(word) || /^\d+$/.test(word))
            continue;
        // The half of an AppRole login that is secret.
        if (word === 'id' && words[at - 1] === 'secret')
            return 'name';
        if (about.test(word))
            return 'none';
    }
    return 'none';
}
function isPlural(word, before) {
    return word === 'keys' ? keyWords.has(before) : /(?:password|passphrase|secret|token|apikey)s$/.test(word);
}
function strengthOfWord(word, before) {
    if (passwordWords.has(word))
        return 'password';
    if (loginWords.has(word))
        return 'login';
    if (word === 'key')
        return keyWords.has(before) || before.endsWith('api') ? 'secret' : undefined;
    if (word === 'secret')
        return secretOwners.has(before) ? 'secret' : 'name';
    if (secretWords.has(word))
        return 'secret';
    if (word === 'cookie')
        return before === 'erlang' ? 'secret' : undefined;
    if (/(?:password|passwd|passphrase)\d{0,3}$/.test(word))
        return 'password';
    return /(?:secret|token|apikey|secretkey|accesskey|privatekey|authkey)\d{0,3}$/.test(word) ? 'secret' : undefined;
}
/** The words of a key, small, whatever joins them: `dbPassword`, `DB_PASSWORD`, `db.password`. */
function wordsOf(key) {
    return key
        .split(/[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/)
        .filter((word) => word !== '')
        .map((word) => word.toLowerCase());
}

// EXTERNAL MODULE: ./build/secrets/value/decode.js
var decode = __webpack_require__(6940);
// EXTERNAL MODULE: ./build/secrets/value/template.js
var template = __webpack_require__(8632);
;// CONCATENATED MODULE: ./build/secrets/tokens/keyed-formats.js


const table = [
    {
        id: 'aws-secret-access-key',
        name: 'an AWS secret access key',
        key: /secret.?access.?key|aws.{0,10}secret|^secret.?key$/i,
        value: /^[A-Za-z0-9/+]{40}$/,
    },
    {
        id: 'azure-storage-key',
        name: 'an Azure storage account key',
        key: /account.?key|storage.?key|azure.{0,20}key/i,
        value: /^[A-Za-z0-9+/]{86}==$/,
    },
    {
        id: 'datadog-key',
        name: 'a Datadog key',
        key: /(?:^|[^a-z])(?:dd|datadog).{0,10}(?:api|app).{0,12}key/i,
        value: /^(?:[0-9a-f]{32}|[0-9a-f]{40})$/,
    },
    {
        id: 'cloudflare-token',
        name: 'a Cloudflare API token',
        key: /cloudflare|(?:^|[^a-z])cf[_.-]api/i,
        value: /^(?:[A-Za-z0-9_-]{40}|[0-9a-f]{37})$/,
    },
    { id: 'twilio-auth-token', name: 'a Twilio auth token', key: /twilio.{0,20}token/i, value: /^[0-9a-f]{32}$/ },
    {
        id: 'heroku-key',
        name: 'a Heroku API key',
        key: /heroku.{0,20}(?:key|token)/i,
        value: /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
    },
    { id: 'fastly-token', name: 'a Fastly API token', key: /fastly.{0,20}(?:key|token)/i, value: /^[A-Za-z0-9_-]{32}$/ },
    { id: 'okta-token', name: 'an Okta API token', key: /okta.{0,20}token/i, value: /^00[\w-]{40}$/ },
    { id: 'mailchimp-key', name: 'a Mailchimp API key', key: /mailchimp|mandrill/i, value: /^[0-9a-f]{32}-us\d{1,2}$/ },
    { id: 'sourcegraph-token', name: 'a Sourcegraph token', key: /sourcegraph/i, value: /^[0-9a-f]{40}$/i },
    { id: 'artifactory-token', name: 'a JFrog token', key: /artifactory|jfrog|xray/i, value: /^[0-9a-z]{64,73}$/ },
    {
        id: 'discord-bot-token',
        name: 'a Discord bot token',
        key: /discord|bot.?token/i,
        value: /^[MNO][\w-]{23,27}\.[\w-]{6}\.[\w-]{27,38}$/,
    },
];
/** The provider that a value under this key belongs to, where key and shape agree. */
function keyedFormat(key, value) {
    if (value.length < 20 || value.length > 120)
        return undefined;
    const format = table.find((row) => row.value.test(value) && row.key.test(key));
    return format !== undefined && (0,entropy/* entropy */.Ue)(value) >= 2.8 ? format : undefined;
}
/** Whether a key is a provider's name and nothing else, so that what is under it is its credential: `cloudflare: TOKEN`. */
function isProviderName(key) {
    return providerNames.has(key.toLowerCase());
}

// EXTERNAL MODULE: ./build/secrets/tokens/tokens.js + 8 modules
var tokens = __webpack_require__(5475);
;// CONCATENATED MODULE: ./build/secrets/value/material.js

/** A key as its bytes, whatever its indentation, line ends, comment marks or escapes; any other text trimmed. */
function canonicalSecret(text, format) {
    if (format === 'encoded-private-key')
        return canonicalSecret(keyBody((0,decode/* decodeBase64Text */.BB)(text) ?? text), 'private-key');
    if (format !== 'private-key' && format !== 'der-private-key')
        return text.trim();
    return text.replace(/\\[nrt]|[\s#"'|+,]/g, '');
}
function keyBody(pem) {
    return /PRIVATE KEY(?: BLOCK)?-----([^-]+)/.exec(pem)?.[1] ?? pem;
}

// EXTERNAL MODULE: ./build/secrets/value/placeholder.js
var placeholder = __webpack_require__(3133);
;// CONCATENATED MODULE: ./build/secrets/judge/fits-key.js




const switches = /^(?:true|false|yes|no|on|off|null|nil|none|auto|default|always|never|once|prompt|keep|manual|required|optional|disabled|enabled|inherit|on_create|on_change|ifnotpresent|managed)$/i;
/** Whether a value chooses among few, as no secret does. */
function isSwitch(value) {
    return switches.test(value);
}
/**
 * Whether a value could be what its key calls it. A key that says `password` outright needs little; others need a value
 * that a generator or a person made as a secret, and that cannot be the name of something.
 */
function fitsKey(value, strength, key, shortest) {
    if (value.length > 4_000 || strength === 'none')
        return false;
    // A password that was broken over lines is one; other texts of several lines are files.
    if (/\n/.test(value))
        return /^\S{4,}(?:\s*\n\s*\S{4,}){1,5}$/.test(value) && (0,entropy/* looksRandom */.EZ)(value.replace(/\s+/g, ''));
    if (switches.test(value) || (0,entropy/* isMoment */.t_)(value))
        return false;
    if (strength === 'password')
        return value.length >= shortest && !isProse(value) && !/^\d{1,3}$/.test(value);
    if (strength === 'name')
        return (0,made/* isMachineMade */.z)(value) || (entropy/* uuid */.uR.test(value) && /secret.?id$/i.test(key));
    return ((0,entropy/* looksRandom */.EZ)(value) ||
        (entropy/* uuid */.uR.test(value) && !/[_-]?id$/i.test(key)) ||
        (0,made/* looksHumanMade */.x)(value) ||
        (/^(?=.*\d)(?=.*[A-Za-z])[^\s]{8,}$/.test(value) && keyedFormat(key, value) !== undefined));
}
/** The password of `user:password` (or `user/password`, as Neo4j writes it) under a key that means a login. */
function loginPassword(value) {
    const [, separator, password] = /^[\w.@%+-]{1,80}([:/])([^\s:/]\S{3,200})$/.exec(value) ?? [];
    if (password === undefined)
        return undefined;
    return (0,entropy/* looksRandom */.EZ)(password) || (0,made/* looksHumanMade */.x)(password) || isWordWithNumber(password, separator === ':')
        ? password
        : undefined;
}
/** A word and a number, as people make passwords. Behind a slash names are as likely: only one with a capital counts there. */
function isWordWithNumber(text, mayBeSmall) {
    const word = /^([A-Za-z]{4,40})[!#$%^&*?~._-]?\d{1,8}[!#$%^&*?~]?$/.exec(text)?.[1];
    return word !== undefined && !(0,placeholder/* speaksOfItself */.ak)(word) && (mayBeSmall || /^[A-Z][a-z]/.test(word));
}
/** Words of help texts and descriptions under a key such as `password`. */
const fits_key_sentence = /(?:^|\s)(?:the|your|is|are|for|must|be|if|not|will|this|that|when|used?|set|see)(?:\s|$)|(?:password|passphrase|secret|token|user)s?(?:\s|$)/i;
/** Words that join others; a passphrase may have one of them. */
const fits_key_joining = /(?:^|\s)(?:of|to|a|an|in|on|with|and|or|from|by)(?=\s|$)/gi;
/** Whether a text is a sentence, and no passphrase: `correct horse battery staple` has no word that joins others. */
function isProse(value) {
    const words = value.split(/\s+/);
    if (words.length < 2)
        return false;
    return (words.length > 12 ||
        fits_key_sentence.test(value) ||
        (value.match(fits_key_joining)?.length ?? 0) > 1 ||
        /[.,:;]\s|[.:]$|[(){}[\]<>|`]/.test(value));
}

;// CONCATENATED MODULE: ./build/secrets/judge/judge-open.js











/** The place of an offset in a text. */
function judge_open_placeOf(text, offset) {
    const before = text.slice(0, offset);
    const start = before.lastIndexOf('\n') + 1;
    return { line: before.split('\n').length, column: offset - start + 1 };
}
/**
 * Whether a token counts in prose and comments: provider tokens and keys do; of URLs and headers only those whose
 * password a generator made, because documentation is full of examples.
 */
function countsInProse({ severity, format, secret, isGenuine }) {
    if (isGenuine === false)
        return false;
    if (severity !== 'high')
        return true;
    return /^(?:url|basic|bearer)-/.test(format) && /\d/.test(secret) && (0,entropy/* looksRandom */.EZ)(secret);
}
/** The tokens of a text, as judgements with their place in it. */
function judgeTokens(text, context = {}) {
    if (context.tokenFree === true)
        return [];
    const placeAt = lineCounter(text);
    return (0,tokens/* findTokens */.G)(text).map((token) => ({
        is: 'literal',
        what: token.format.name,
        format: token.format.id,
        severity: token.isGenuine ? token.format.severity : 'medium',
        ...(token.isGenuine ? {} : { isGenuine: false }),
        secret: canonicalSecret(token.secret, token.format.id),
        inner: [],
        offset: placeAt(token.start),
    }));
}
/** Judges a value by its own format, then by its key: provider tokens, then generic credentials. */
function judgeOpen(text, key, context, isDeployed) {
    const tokens = judgeTokens(text, context);
    if (tokens.length > 0)
        return tokens;
    const broken = brokenToken(text);
    if (broken !== undefined)
        return [broken];
    const inner = text.length >= 24 ? (0,decode/* unwrap */.oA)(text) : text;
    if (inner !== text) {
        const hidden = judgeTokens(inner).map((token) => ({ ...token, offset: undefined }));
        if (hidden.length > 0)
            return hidden;
    }
    const strength = credentialKey(key);
    const value = (0,template/* soleLiteral */.R1)(text)?.trim() ?? text.trim();
    if (strength === 'none' && isProviderName(key)) {
        const provider = keyedFormat(key, value);
        return provider === undefined || !(0,entropy/* looksRandom */.EZ)(value) ? [] : [generic(value, provider)];
    }
    if (strength === 'none')
        return namesFile(key) && isNoPath(value) ? [generic(value, undefined)] : [];
    const password = strength === 'login' ? loginPassword(value) : undefined;
    if (password !== undefined)
        return (0,classify/* classify */.L)(password, { ...context, key: 'password' }) === 'literal' ? [generic(password, undefined)] : [];
    if (!fitsKey(value, strength, key, isDeployed ? 2 : 4))
        return [];
    if ((0,classify/* classify */.L)(value, { ...context, key }) !== 'literal')
        return [];
    if (inner !== text && (0,classify/* classify */.L)(inner, { ...context, key }) !== 'literal')
        return [];
    if (!isDeployed && (0,placeholder/* isDefaultCredential */.pR)(value))
        return context.isChartValues === true && strength === 'password' ? [defaultPassword(value)] : [];
    if (!isDeployed && ((0,placeholder/* isNamedAfterItself */.lj)(value) || (0,placeholder/* isRedacted */.vX)(value)))
        return [];
    return [generic(value, keyedFormat(key, value))];
}
function generic(secret, provider) {
    return {
        is: 'literal',
        what: provider?.name,
        format: provider?.id ?? 'generic',
        severity: provider === undefined ? 'high' : 'critical',
        secret,
        inner: [],
        offset: undefined,
    };
}
/** What a chart ships as a password: whoever sets no other has the one that everybody knows. */
function defaultPassword(secret) {
    return { ...generic(secret, undefined), is: 'placeholder', format: 'default-password', severity: 'low' };
}
/** A token that was broken over lines, and is the whole of the text once they are joined. */
function brokenToken(text) {
    const value = text.trim();
    if (value.length > 2_000 || !/^\S{8,}(?:\s+\S{4,}){1,5}$/.test(value))
        return undefined;
    const joined = value.replace(/\s+/g, '');
    const [token] = (0,tokens/* findTokens */.G)(joined);
    if (token === undefined || token.end - token.start < joined.length)
        return undefined;
    return judgeTokens(joined).map((judgement) => ({ ...judgement, offset: undefined }))[0];
}
/** Whether a value under a key such as `DB_PASSWORD_FILE` names no file but is what the file should hold. */
function isNoPath(value) {
    return (0,entropy/* looksGenerated */.At)(value) || (value.length >= 20 && !/[/\\.]/.test(value) && (0,entropy/* looksRandom */.EZ)(value));
}

// EXTERNAL MODULE: ./build/secrets/value/url.js
var url = __webpack_require__(1881);
;// CONCATENATED MODULE: ./build/secrets/judge/plain-setting.js



/** What a Secret usually also holds and is not secret itself: user names, hosts, ports, flags. */
const names = /^(?:[\w.-]+[-_.])?(?:\w*(?:user(?:name)?|accountname|hostname)|login|hosts?|ports?|url|uri|end_?point|roles?|retention|count|servers?|address|addr|region|zone|bucket|container|database|db|dbname|schema|name|type|project|email|mail|from|namespace|enabled|path|dir|driver|scheme|protocol|mode|version|kind|env|environment|stage|cluster|provider|realm|issuer|audience|scopes?|domain|\w*(?:name|host|path|bucket|region|endpoint|namespace)|insecure|ssl|sslmode|tls|verify|timeout|replicas|level|description|expiration|id|\w+id|org|organization|team|owner|repo|repository|branch|format|locale|timezone|tz|charset|engine|dialect)(?:_?in|\d{1,2})?$/i;
/** Keys of public material: what is there is not a secret unless it looks like one. */
const publicNames = /(?:\.(?:crt|cer|pub|csr|crl)|^(?:ca|cacert|tls[-_.]ca|ca[-_]?bundle|known_hosts|trust[-_.]?store\.pem)(?:\.(?:pem|crt))?)$/i;
/** Whether a decoded value under `key` is plainly no secret: the key says so and the value's shape agrees. */
function isPlainSetting(text, key) {
    const value = text.trim();
    if (value.length > 300 || value.includes('\n'))
        return false;
    if (/^(?:true|false|yes|no|on|off|enabled|disabled)$/i.test(value) || (0,entropy/* isMoment */.t_)(value))
        return true;
    if (publicNames.test(key))
        return !(0,entropy/* looksRandom */.EZ)(value);
    // A small number or a duration is a setting, unless the key says password.
    if (/^\d{1,3}(?:\.\d{1,3})?(?:ms|[smhdwy]|[KMGT]i?B?)?$/.test(value))
        return credentialKey(key) === 'none';
    if (/^(?:token-id|usage-bootstrap-[a-z]+|auth-extra-groups)$/.test(key))
        return true;
    const name = key.replace(/([a-z0-9])([A-Z])/g, '$1_$2');
    if (!names.test(name))
        return false;
    if (/^\d{1,6}$/.test(value))
        return true;
    return (!(0,entropy/* looksRandom */.EZ)(value) &&
        !/:\/\/[^/\s]{0,200}:[^/\s]{1,200}@/.test(value) &&
        !/[?&](?:sig|token|key|code|secret|password)=/i.test(value));
}
/** Whether bytes that are not text are public: DER certificates. */
function isPublicBytes(bytes, key) {
    return (/\.(?:crt|cer|der)$|^ca/i.test(key) &&
        bytes[0] === 0x30 &&
        bytes[1] === 0x82 &&
        bytes[4] === 0x30 &&
        bytes[5] === 0x82);
}
/** Whether a value is what Helm stores of a release: base64 of gzip. */
function helmRelease(text) {
    const inner = text.startsWith('H4sI') ? (0,decode/* decodeBase64 */.y4)(text) : undefined;
    return inner !== undefined && inner[0] === 0x1f && inner[1] === 0x8b ? inner : undefined;
}

;// CONCATENATED MODULE: ./build/secrets/judge/registry-login.js



/** The keys of a Secret that hold a container registry's login (kubernetes.io/dockerconfigjson, kubernetes.io/dockercfg). */
const keys = /^(?:\.?dockerconfigjson|\.?dockercfg|config\.json)$/i;
/**
 * The passwords and tokens of a registry login, each by itself: another e-mail address next to them is not new. Undefined
 * where the text is not such a file.
 */
function registryLogins(text, key, context) {
    if (!keys.test(key))
        return undefined;
    const auths = authsOf(parse(text));
    if (auths === undefined)
        return undefined;
    const found = new Map();
    for (const [registry, login] of Object.entries(auths)) {
        if (!(0,plain_values/* isMapping */.pi)(login))
            continue;
        for (const field of ['password', 'identitytoken', 'registrytoken', 'auth']) {
            const value = login[field];
            if (typeof value !== 'string')
                continue;
            const secret = field === 'auth' ? passwordOf(value) : value;
            const is = (0,classify/* classify */.L)(secret, { ...context, key: 'password' });
            if ((is === 'literal' || is === 'placeholder') && !found.has(secret))
                found.set(secret, match(is, secret, [registry, field]));
        }
    }
    const all = [...found.values()];
    const literals = all.filter(({ is }) => is === 'literal');
    return literals.length > 0 ? literals : all;
}
/** What docker's configuration may hold apart from the logins (docker/cli, cli/config/configfile). A file with anything else is an application's. */
const settings = /^(?:auths|credHelpers|credsStore|HttpHeaders|detachKeys|psFormat|imagesFormat|networksFormat|proxies|currentContext|experimental|cliPluginsExtraDirs|features)$/;
/** The logins by registry: under `auths`, or as the whole file in the older form. Undefined where a file holds anything else. */
function authsOf(parsed) {
    if (!(0,plain_values/* isMapping */.pi)(parsed))
        return undefined;
    if ((0,plain_values/* isMapping */.pi)(parsed.auths))
        return Object.keys(parsed).every((key) => settings.test(key)) ? parsed.auths : undefined;
    const logins = Object.values(parsed);
    const isLogin = (login) => (0,plain_values/* isMapping */.pi)(login) && ('auth' in login || 'password' in login) && !('name' in login);
    const hosts = Object.keys(parsed).every((key) => /[.:]|^localhost$/.test(key));
    return logins.length > 0 && hosts && logins.every(isLogin) ? parsed : undefined;
}
function parse(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
/** `auth` is base64 of `user:password`. */
function passwordOf(auth) {
    const [, ...password] = ((0,decode/* decodeBase64Text */.BB)(auth) ?? '').split(':');
    return password.length > 0 ? password.join(':') : auth;
}
function match(is, secret, inner) {
    return {
        is,
        what: is === 'literal' ? 'the login of a container registry' : undefined,
        format: 'registry-login',
        severity: is === 'literal' ? 'critical' : 'low',
        secret,
        inner,
        offset: undefined,
    };
}

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./build/secrets/judge/logins.js

/** Files whose notation no other file has, by their names. */
const files = [
    { name: /(?:^|\/)[._]netrc$/, pattern: /\bpassword\s{1,8}(\S{1,400})/g },
    {
        // A colon inside a field has a backslash before it (PostgreSQL, "The Password File").
        name: /(?:^|\/)\.?pgpass(?:\.conf)?$/,
        pattern: /^(?!#)(?:(?:[^:\\\n]|\\.){1,200}:){4}([^\n]{1,400})$/gm,
    },
    { name: /(?:^|\/)\.npmrc$/, pattern: /:_(?:authToken|auth|password)\s{0,4}=\s{0,4}"?([^\s"]{1,400})/g },
    { name: /(?:^|\/)[\w.-]{0,40}userlist\.txt$/, pattern: /^"[^"\n]{1,100}"\s{1,8}"([^"\n]{1,400})"/gm },
    {
        // The token of a DNS provider, and a user with the hash of the password in base64, as older versions of Caddy write it.
        name: /(?:^|\/)[\w.-]{0,40}Caddyfile(?:\.[\w-]{1,40})?$/,
        pattern: /^[ \t]*(?:dns[ \t]{1,8}\w{1,40}|[\w.@-]{1,60}(?=[ \t]{1,8}JDJ))[ \t]{1,8}([^\s{}]{16,400})[ \t]*\r?$/gm,
    },
];
const notationOf = (name) => files.find((file) => file.name.test(name))?.pattern;
/** Whether a file of this name is one of them. */
function isLoginFile(name) {
    return notationOf(name) !== undefined;
}
/** The text with the lines of logins blank, so that every offset holds. */
function withoutLogins(name, text) {
    const pattern = notationOf(name);
    return pattern === undefined ? text : text.replace(pattern, (line) => line.replace(/[^\n]/g, ' '));
}
/** The passwords of a .netrc, .pgpass, .npmrc, Caddyfile or userlist.txt. `name` is the file's path, or the key that holds it. */
function readLogins(name, text) {
    const pattern = notationOf(name);
    if (pattern === undefined)
        return [];
    return [...text.matchAll(pattern)].map((match) => ({
        password: match[1] ?? '',
        key: name.endsWith('.npmrc') ? '_authToken' : 'password',
        place: judge_open_placeOf(text, match.index),
    }));
}
/** Judges each of them by itself. */
function judgeLogins(name, text, context) {
    return readLogins(name, text).flatMap(({ password, key, place }) => judgeOpen(password, 'password', context, true).map((judgement) => ({ ...judgement, inner: [key], offset: place })));
}

;// CONCATENATED MODULE: ./build/secrets/judge/plain-value.js



/** Last words of settings whose values are names, choices and addresses. */
const settingWords = new Set(`level log logs logging logger format mode type kind name names version class driver engine dialect charset encoding locale language timezone
  theme color colour channel channels title text description summary message messages subject body label labels tag tags image repository branch revision ref
  group groups by route routes receiver receivers match matcher matchers equal job jobs instance cluster clusters node nodes pod pods namespace
  namespaces container containers zone zones region regions datacenter rack shard replica replicas backend backends frontend frontends upstream upstreams
  server servers host hosts hostname address addresses endpoint endpoints listen listener bind interface device devices path paths dir directory file
  files filename prefix suffix pattern patterns regex regexp template templates rule rules filter filters query expr expression field fields
  column columns table tables index indexes database databases db schema catalog topic topics queue queues exchange stream bucket buckets scheme
  protocol protocols method methods algorithm algorithms cipher ciphers compression codec serializer plugin plugins module modules extension
  provider providers source sources target targets sink output outputs input inputs policy policies strategy role roles user users username
  owner team project projects org organization tenant account accounts domain domains realm issuer audience scope scopes permission permissions email
  from to cc sender recipient recipients environment env stage profile profiles site location country state city unit units size limit timeout
  interval period duration schedule cron date time year id ids uid uuid guid sku model family platform arch os storage volume disk
  package packages artifact chart release build command entrypoint script scripts action actions event events hook handler
  handlers middleware middlewares comment note notes default fallback encoder decoder parser store stores dn ou cn base priority severity status
  features feature flags flag enabled disabled icon logo view dashboard datasource folder panel metric metrics annotation annotations feature-gates
  connector connectors dsn uri url urls link links proxy gateway ingress port ports subnet network networks cidr vlan interface mac`.split(/\s+/));
/** Words that technology is called by, and that a number often follows: `postgres15`, `http2`. */
const technology = /^(?:postgres(?:ql)?|mysql|mariadb|oracle|mongo(?:db)?|redis|kafka|elastic(?:search)?|opensearch|logstash|kibana|grafana|prometheus|thanos|graphite|influx(?:db)?|windows|ubuntu|debian|centos|rhel|fedora|alpine|rocky|suse|python|node(?:js)?|java|golang|dotnet|angular|react|oauth|openid|saml|ldap|kerberos|ipsec|https?|grpc|snmp|syslog|rfc|route|disk|cluster|server|worker|master|slave|host|replica|primary|secondary|instance|region|zone|shard|rack|site|group|team|level|layer|tier|stage|phase|step|part|page|item|index|slot|port|channel|queue|topic|bucket|volume|tenant|user|client|member|peer|broker|backend|frontend|upstream|target|source|input|output|option|profile|version|release|build|chart|label|field|column|table|event|job|task|test|service|gateway|proxy|router|switch|bridge|vlan|subnet|network|device|sensor|camera|room|floor|building|customer|partner|vendor|store|shop|website|domain|realm|project|organi[sz]ation|department|unit|plan|price|stripe|receiver|schema|(?:north|south|east|west|central|us|eu|uk|asia|europe|germany|france|japan|australia|brazil|canada|india|korea|norway|sweden|switzerland|uae|poland|italy|israel|qatar|spain|mexico)+)$/i;
/**
 * Whether a value in a configuration file inside a Secret is one that somebody made up, under a key that says nothing of it:
 * `foo: hunter2`. Numbers, choices, hosts, paths, words and what technology is called are configuration.
 */
function isMadeUp(value, key) {
    if (!/^[\w.!@#$%^&*?~+-]{6,64}$/.test(value) || /^[$%#@*.-]/.test(value))
        return false;
    if (settingWords.has(wordsOf(key).at(-1) ?? '') || (0,entropy/* isFamiliarShape */.Z9)(value) || (0,entropy/* hasSequence */.Wr)(value))
        return false;
    const [, word, number] = /^([A-Za-z]{2,})(\d{1,4})$/.exec(value) ?? [];
    if (word !== undefined && number !== undefined)
        return word.length > 4 && !technology.test(word) && !(0,placeholder/* speaksOfItself */.ak)(word) && !(0,placeholder/* isDefaultCredential */.pR)(word);
    if ((0,entropy/* isWordy */.yY)(value) || /^[a-z]{1,4}\d{1,4}[a-z]{0,4}$/i.test(value))
        return false;
    const runs = value.split(/[^A-Za-z0-9]+/).filter((run) => run !== '');
    return runs.length <= 2 && runs.some((run) => isMixed(run) || (run.length >= 8 && !(0,entropy/* isWordy */.yY)(run)));
}
/** Letters with digits in between, as in `s3cr3t`, and not a name before its number. */
function isMixed(run) {
    return run.length >= 6 && /[A-Za-z]\d+[A-Za-z]/.test(run) && /[A-Za-z].*[A-Za-z].*[A-Za-z]/.test(run);
}

;// CONCATENATED MODULE: ./build/secrets/judge/secret-configuration.js

















const inflated = 8_000_000;
/** Files that give each user a password: `users.properties`. */
const namesLogins = /(?:^|[._-])(?:users?|passwords?|passwd|credentials?|secrets?|accounts?|htpasswd)(?:[._-]|$)/i;
/** Last words of keys that only inside a Secret say that their value is one: PINs, pre-shared keys, SNMP communities. */
const secretInside = new Set('pin puk pw psk passkey community otp salt seed bindpw'.split(' '));
/** Last words of keys under which a value that looks made is a secret. */
const perhapsInside = new Set('key hash cookie code data signature value auth'.split(' '));
/**
 * The credentials of a configuration file inside a Secret, each by itself; a plain setting where it has none, nothing where
 * references and templates give them. Undefined where the text is not configuration.
 */
function judgeConfiguration(text, name, context, tokens) {
    const isFile = settingsFile.test(name) || isLoginFile(name);
    const isLine = !text.trim().includes('\n') && !/^\s*[{[]/.test(text) && !isFile;
    if (isLine && (tokens.length > 0 || !/[=:\s]/.test(text.trim()) || !mayGiveCredentials(text)))
        return undefined;
    const { settings, isWhole, isRead } = settingsOf(text, name);
    const found = [...tokens];
    const repeated = repeatedValues(settings);
    let hasSafe = false;
    for (const setting of settings) {
        const match = judgeSetting(setting, name, isLine, context, repeated);
        if (match === 'safe')
            hasSafe = true;
        else if (match !== undefined && !found.some(({ secret }) => secret === match.secret))
            found.push(match);
    }
    const literals = found.filter(({ is }) => is === 'literal');
    // Words that somebody made up, in a notation that nobody reads: a few are the secrets of the file; what is all made up is one itself.
    const words = isLine || isRead ? [] : madeWords(withoutLogins(name, text), literals);
    if (literals.length > 0)
        return [...literals, ...words];
    if (words.length > 0 && words.length <= mostWords)
        return words;
    if (found.length > 0 && (words.length === 0 || isWhole))
        return found;
    if (!isLine && settingsFile.test(name) && (0,template/* templateParts */.Di)(text) !== undefined && !hasMadeWord(text))
        return [];
    if (isLine || !isWhole)
        return undefined;
    return hasSafe ? [] : [{ ...plain, secret: text.trim() }];
}
const mostWords = 5;
/** The words of a text that somebody or a generator made up, apart from what was found already: each counts by itself, whatever the notation. */
function madeWords(text, found) {
    const placeAt = lineCounter(text);
    const words = new Map();
    const code = text.replace(/^[ \t]{0,200}(?:#|\/\/|;|--[ \t])[^\n]*/gm, (comment) => ' '.repeat(comment.length));
    // A word before `=` or `:` is a key.
    for (const match of code.matchAll(/[^\s"'`,;=(){}<>[\]]{8,200}(?![^\s"'`,;=(){}<>[\]])(?!\s{0,4}[=:])/g)) {
        const [word] = match;
        if (words.has(word) || !isMadeWord(word) || (0,classify/* classify */.L)(word, { secretOnly: true }) !== 'literal')
            continue;
        if (found.some(({ secret }) => secret.includes(word) || word.includes(secret)))
            continue;
        const { line, column } = placeAt(match.index);
        words.set(word, { ...literal, secret: word, offset: { line, column } });
    }
    return [...words.values()];
}
/** Whether a word of a text is one that somebody or a generator made up; names of members and settings are not. */
function isMadeWord(word) {
    if (!/\d/.test(word) || isPlainSetting(word, ''))
        return false;
    if (/^[A-Za-z_][\w-]*(?:\.[\w#-]+)+$/.test(word) && !word.split('.').some(made/* isMachineMade */.z))
        return false;
    return (0,made/* looksHumanMade */.x)(word) || isMadeUp(word, '') || (word.length >= 12 && (0,entropy/* looksRandom */.EZ)(word));
}
const plain = {
    is: 'plain-setting',
    what: undefined,
    format: 'secret-value',
    severity: 'low',
    inner: [],
    offset: undefined,
};
/** What a text sets; `isWhole` where that is the better part of it. */
function settingsOf(text, name) {
    const settings = [];
    const sources = readEmbedded(text);
    for (const source of sources ?? []) {
        const sops = isSopsDocument(source.value);
        forEachField(source, (field) => {
            if (field.isJoined === true || (sops && field.path[0] === 'sops'))
                return;
            const inner = subjectPath(source.value, field.path);
            const whole = { key: field.key, value: field.text, inner, offset: source.valueAt(field.path), sops };
            settings.push(whole);
            if (field.text.includes('\n'))
                for (const one of statements(field.text))
                    settings.push(below(whole, one));
        });
    }
    for (const { password, key, place } of readLogins(name, text))
        settings.push({ key: 'password', value: password, inner: [key], offset: place });
    if (sources === undefined)
        for (const one of statements(text))
            settings.push(one);
    if (sources === undefined && settingsFile.test(name))
        for (const one of directives(text))
            settings.push(one);
    const isJson = /^\s*[{[]/.test(text);
    return {
        settings,
        isRead: sources !== undefined,
        isWhole: settings.length > 0 && (isJson || settings.length * 3 >= text.trim().split('\n').length),
    };
}
function statements(text) {
    return readStatements(text).map(({ key, means, value, place }) => ({
        key: means ?? key,
        value,
        inner: [key],
        offset: place,
    }));
}
/** Lines of two words, as many daemons are configured: `requirepass VALUE`. */
function directives(text) {
    const placeAt = lineCounter(text);
    return [
        ...text.matchAll(/^[ \t]{0,40}([A-Za-z][\w.-]{1,60})[ \t]{1,40}["']?([^\s"';=:{}]{4,200})["']?;?[ \t]*\r?$/gm),
    ].map((match) => {
        const [whole, key = '', value = ''] = match;
        return { key, value, inner: [key], offset: placeAt(match.index + whole.lastIndexOf(value)) };
    });
}
/** Values that occur under several keys name something: a receiver where it is declared and where it is used. */
function repeatedValues(settings) {
    const keys = new Map();
    const repeated = new Set();
    for (const { key, value } of settings) {
        if ((keys.get(value) ?? key) !== key)
            repeated.add(value);
        keys.set(value, key);
    }
    return repeated;
}
function below(outer, { key, value, inner, offset }) {
    const line = (outer.offset?.line ?? 1) + (offset?.line ?? 1) - 1;
    return { key, value, inner: [...outer.inner, ...inner], offset: { line, column: offset?.column ?? 1 } };
}
/** Judges one setting: a credential or a placeholder for one, `safe` where something else gives it, undefined for plain configuration. */
function judgeSetting({ key, value, inner, offset, sops }, name, isLine, context, repeated) {
    const [token] = judgeTokens(value, context);
    if (token !== undefined)
        return { ...token, severity: 'critical', inner, offset };
    const strength = credentialKey(key);
    const last = wordsOf(key).at(-1) ?? '';
    const isNamed = strength === 'password' || strength === 'secret' || secretInside.has(last);
    if (isLine ? !isNamed : !isNamed && !looksSecret(value, key, name, repeated))
        return undefined;
    if (isSwitch(value) || (0,entropy/* isMoment */.t_)(value) || (/\s/.test(value) && !mayHaveSpaces(value, strength, last)))
        return undefined;
    if (value.includes('\n') && !(0,entropy/* looksRandom */.EZ)(value.replace(/\s+/g, '')))
        return undefined;
    const is = (0,classify/* classify */.L)(value, { ...context, key, secretOnly: true, sops: context.sops === true || sops === true });
    if (is === 'literal' && (0,placeholder/* isDefaultCredential */.pR)(value))
        return {
            ...literal,
            what: 'a well-known default password',
            format: 'default-password',
            severity: 'high',
            secret: value,
            inner,
            offset,
        };
    if (is === 'literal')
        return { ...literal, secret: value.trim(), inner, offset };
    if (is === 'placeholder')
        return { ...plain, is, secret: value.trim(), inner, offset };
    return is === 'empty' || is === 'public' ? undefined : 'safe';
}
/** Passwords and the pre-shared keys of networks may be several words. */
function mayHaveSpaces(value, strength, lastWord) {
    return strength === 'password' || (/^(?:psk|passkey)$/.test(lastWord) && value.split(/\s+/).length <= 12);
}
const literal = { ...plain, is: 'literal', severity: 'critical' };
/** Whether a value under a key that says nothing is a secret by its looks: in a Secret, what somebody made up is not a setting. */
function looksSecret(value, key, name, repeated) {
    if (value.length > 512 || isPlainSetting(value, key))
        return false;
    if (!repeated.has(value) && isMadeUp(value, key))
        return true;
    // The name of a class or of another setting.
    if (/^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+$/.test(value))
        return false;
    if (value.length < 8)
        return false;
    if (namesLogins.test(name) && (0,entropy/* isLikelyCredential */.wJ)(value))
        return true;
    if (loginPassword(value) !== undefined && credentialKey(key) === 'login')
        return true;
    if (perhapsInside.has(wordsOf(key).at(-1) ?? '') && ((0,entropy/* looksRandom */.EZ)(value) || (0,entropy/* isLikelyCredential */.wJ)(value)))
        return true;
    return (0,made/* looksHumanMade */.x)(value) || (/^(?=.*\d)[\w+/=-]{16,512}$/.test(value) && (0,entropy/* looksRandom */.EZ)(value));
}
/** Whether a text is a settings file that says nothing of credentials, and in which no generator made anything. */
function isSettings(text, key) {
    if (!settingsFile.test(key) || namesLogins.test(key))
        return false;
    const bare = text.replace(/\/\*[\s\S]{0,20000}?\*\/|^\s{0,200}(?:#|\/\/|;|!)[^\n]*/gm, '');
    return !mayGiveCredentials(bare) && !hasMadeWord(bare) && /[=:{ ]|^\s*$/.test(bare);
}
/** Whether a text holds a word that a generator or a person made up. */
function hasMadeWord(text) {
    const words = text.split(/[^\w+/!@#$%^&*-]+/);
    return words.some((word) => (word.length >= 12 && /\d/.test(word) && (0,entropy/* looksRandom */.EZ)(word)) || (0,made/* looksHumanMade */.x)(word));
}
const settingsFile = /\.(?:properties|ini|conf|cfg|cnf|config|toml|xml|ya?ml|json|hcl|lua|rules)$/i;
/** A Helm release as Helm itself stores it is not a secret of its own: only what is inside can be. Undefined where it cannot be read. */
function judgeRelease(release) {
    try {
        const text = (0,external_node_zlib_.gunzipSync)(release, { maxOutputLength: inflated }).toString('utf8');
        const found = judgeConfiguration(text, '', {}, judgeTokens(text)) ?? [];
        return found
            .filter(({ is }) => is === 'literal')
            .map((match) => ({ ...match, severity: 'critical', offset: undefined }));
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/secrets/judge/judge-secret.js










/** Judges a base64 field that can hold nothing but a secret. */
function judgeEncodedSecret(text, key, context) {
    const asWritten = (0,classify/* classify */.L)(text, { ...context, key, secretOnly: true });
    if (asWritten !== 'literal' && asWritten !== 'placeholder')
        return judgeTokens(text, context).map(inSecret);
    const bytes = (0,decode/* decodeBase64 */.y4)(text);
    if (bytes === undefined) {
        const judgements = judgeSecret(text, key, context);
        // What a template leaves is another matter.
        return text.includes('{{') ? judgements : judgements.map(unencoded);
    }
    const decoded = (0,decode/* asText */.e1)(bytes);
    if (decoded !== undefined)
        return judgeSecret(decoded, key, { ...context, tokenFree: false }).map((judgement) => ({
            ...judgement,
            offset: undefined,
        }));
    // Words such as `password` are base64 by accident: what was written counts where what comes out is not text.
    if (asWritten === 'placeholder')
        return [whole('placeholder', text)];
    return isPublicBytes(bytes, key) ? [] : [whole('literal', text)];
}
/** What is in `data` without base64: the API server refuses it, and everyone can read it. */
function unencoded(judgement) {
    return judgement.is === 'literal' && judgement.what === undefined
        ? { ...judgement, what: 'a secret in plain text, and no base64 as `data` demands' }
        : judgement;
}
/**
 * Judges a decoded value in a field that can hold nothing but a secret: every literal counts, whatever it looks like. Of a
 * file, each credential in it counts by itself, so that an edit next to it is not new.
 */
function judgeSecret(text, key, context) {
    const fallback = (0,template/* soleLiteral */.R1)(text);
    if (fallback !== undefined && fallback.trim() !== '')
        return judgeSecret(fallback, key, context);
    const inside = { ...context, key, secretOnly: true };
    const kind = (0,classify/* classify */.L)(text, inside);
    const tokens = judgeTokens(text, context).map(inSecret);
    if (kind !== 'literal')
        return tokens.length > 0 || kind !== 'placeholder' ? tokens : [judge_secret_placeholder(text, key)];
    const logins = registryLogins(text, key, inside);
    if (logins !== undefined)
        return logins;
    const release = helmRelease((0,decode/* unwrap */.oA)(text, 1));
    if (release !== undefined)
        return judgeRelease(release) ?? [whole('literal', text)];
    const inner = (0,decode/* unwrap */.oA)(text);
    if (inner !== text) {
        const hidden = judgeSecret(inner, key, { ...context, tokenFree: false });
        return hidden.map((judgement) => ({ ...judgement, offset: undefined }));
    }
    // `Y2hhbmdlbWU=` is too short to be surely base64, but `changeme` says enough.
    const short = text.trim().length % 4 === 0 ? (0,decode/* decodeBase64Text */.BB)(text) : undefined;
    if (short !== undefined && (0,placeholder/* isPlaceholder */.wK)(short))
        return [judge_secret_placeholder(text, key)];
    return judgeConfiguration(text, key, context, tokens) ?? judgeWhole(text, key, tokens);
}
/** A value that is not a file. */
function judgeWhole(text, key, tokens) {
    if (tokens.length > 0)
        return tokens;
    const address = (0,url/* classifyUrl */.wR)(text);
    if (address !== undefined && address !== 'literal')
        return address === 'public' || address === 'placeholder'
            ? [whole(address === 'public' ? 'plain-setting' : address, text)]
            : [];
    if (isSettings(text, key) || isPlainSetting(text, key))
        return [whole('plain-setting', text)];
    if ((0,placeholder/* isDefaultCredential */.pR)(text))
        return [judge_secret_defaultPassword(text)];
    const provider = keyedFormat(key, text.trim());
    const literal = whole('literal', text);
    return [provider === undefined ? literal : { ...literal, what: provider.name, format: provider.id }];
}
function judge_secret_placeholder(text, key) {
    return whole(isPlainSetting(text, key) ? 'plain-setting' : 'placeholder', text);
}
/** Whatever is readable in a Secret is critical there. */
function inSecret(token) {
    return { ...token, severity: 'critical' };
}
function judge_secret_defaultPassword(text) {
    const what = 'a well-known default password';
    return { ...whole('literal', text), what, format: 'default-password', severity: 'high' };
}
/** The value as a whole. */
function whole(is, secret) {
    return {
        is,
        what: undefined,
        format: 'secret-value',
        severity: is === 'literal' ? 'critical' : 'low',
        secret: secret.trim(),
        inner: [],
        offset: undefined,
    };
}

;// CONCATENATED MODULE: ./build/secrets/judge/judge.js

















/** Judges the content of a file: its tokens, then each of its own fields or assignments. */
function judgeFile(text, key, context, isDeployed) {
    if (!text.trim().includes('\n') && !isOneLineDocument.test(text))
        return judgeLine(text.trim(), key, context, isDeployed);
    const found = new Matches();
    found.add(judgeLogins(key, text, context));
    if (text.length <= 1_500_000 && mayGiveCredentials(text))
        found.add(judgeInner(text, context, isDeployed));
    found.add(judgeTokens(text, context));
    return found.all.length > 0 ? found.all : judgeOpen(text, key, context, isDeployed);
}
/** JSON, or a mapping in YAML's flow style under one key. */
const isOneLineDocument = /^\s*(?:[{[]|[\w.-]{1,100}:\s{1,8}\{[^{][^\n]{0,4000}\}\s*$)/;
/** Matches of one text: the same value counts once. */
class Matches {
    all = [];
    #seen = new Set();
    add(matches) {
        for (const match of matches) {
            if (this.#seen.has(match.secret))
                continue;
            this.#seen.add(match.secret);
            this.all.push(match);
        }
    }
}
/** One line is a value, or a command, or says itself what its value is: a connection string, an assignment. */
function judgeLine(text, key, context, isDeployed) {
    const own = judgeOpen(text, key, context, isDeployed);
    if (own.length > 0)
        return own;
    const logins = judgeLogins(key, text, context);
    if (logins.length > 0 || !mayGiveCredentials(text))
        return logins;
    return judgeStatements(text, context, isDeployed, text.split(/\s+/, 6).length > 4);
}
/** Judges what a text assigns. In prose and comments only what is plainly a password. */
function judgeStatements(text, context, isDeployed, isProse) {
    const found = new Matches();
    for (const { key, means, value: given, place, quoted, isCommand, isForSecret } of readStatements(text)) {
        // What an expression falls back to is the value of whoever gives no other.
        const value = (0,template/* soleLiteral */.R1)(given) ?? given;
        if (isForSecret === true && isPlainSetting(value, key))
            continue;
        if ((!quoted && mayBeCode(value)) || isNoLiteral(value) || (isProse && !(0,entropy/* isLikelyCredential */.wJ)(value)))
            continue;
        const judged = judgeOpen(value, isForSecret === true ? 'password' : (means ?? key), context, isDeployed && isCommand !== true);
        // A token that fails its checksum is an example there.
        const counted = isProse ? judged.filter(({ isGenuine }) => isGenuine !== false) : judged;
        found.add(counted.map((judgement) => ({ ...judgement, inner: [key], offset: place })));
    }
    return found.all;
}
/** Judges what comments assign: a password that was commented out is as readable as any other. */
function judgeComments(text, context) {
    if (!text.includes('#') || !mayGiveCredentials(text))
        return [];
    return commentsOf(text).flatMap(({ body, at }) => {
        // Nothing without a digit is plainly a password; most comments end here.
        if (!/\d/.test(body) || !mayGiveCredentials(body))
            return [];
        return judgeStatements(body, context, false, true).map((judgement) => ({
            ...judgement,
            offset: { line: at.line, column: at.column + (judgement.offset?.column ?? 1) - 1 },
        }));
    });
}
function judgeInner(text, context, isDeployed, patchesSecret = false) {
    const sources = readEmbedded(text);
    if (sources === undefined)
        return judgeScript(text, context, isDeployed);
    const found = [];
    for (const source of sources) {
        const inside = { ...context, sops: context.sops === true || isSopsDocument(source.value) };
        const judge = (field) => {
            if (inside.sops === true && field.path[0] === 'sops')
                return;
            if (inside.isProgram === true && mayBeCode(field.text))
                return;
            for (const judgement of judgeField(field.text, field.key, field.role, inside, field.previous)) {
                if ((judgement.is !== 'literal' && judgement.format !== 'default-password') ||
                    (field.isJoined === true && found.some(({ secret }) => secret === judgement.secret)))
                    continue;
                const place = source.valueAt(field.path);
                const own = judgement.offset;
                const offset = own === undefined || own.line === 1 ? place : { line: place.line + own.line - 1, column: own.column };
                found.push({ ...judgement, inner: [...subjectPath(source.value, field.path), ...judgement.inner], offset });
            }
        };
        forEachField(source, judge, patchesSecret);
    }
    return found;
}
/** Judges a text that is neither YAML nor JSON: what it assigns, and the manifests that a script feeds to a command. */
function judgeScript(text, context, isDeployed) {
    const found = new Matches();
    for (const { line, body } of heredocs(text)) {
        const inner = judgeInner(body, context, isDeployed);
        found.add(inner.map((match) => ({
            ...match,
            offset: { line: line + (match.offset?.line ?? 1), column: match.offset?.column ?? 1 },
        })));
    }
    found.add(judgeStatements(text, context, isDeployed, false));
    return found.all;
}
/** Whether a right-hand side without quotes can be code: calls, members, operators, an expression cut short. */
function mayBeCode(value) {
    if (/[()[\]{}]|&&|\|\||^(?:var|local|data|module|each|self|os|process)\./.test(value))
        return true;
    // Members have names; the parts of a token do not.
    return /^\w+\.\w+(?:\.\w+)*$/.test(value) && !value.split('.').some(made/* isMachineMade */.z);
}
/** Judges a script or an argument. */
function judgeCommand(text, context, previous) {
    const found = new Matches();
    found.add(judgeTokens(text, context));
    const flag = previous === undefined ? null : /^--?([A-Za-z][\w.-]{2,60})$/.exec(previous);
    if (flag?.[1] !== undefined && !text.startsWith('-'))
        found.add(judgeOpen(text, flag[1], context, true));
    if (mayGiveCredentials(text))
        found.add(judgeScript(text, context, false));
    return found.all;
}
/** Judges one field by the role of its place, then by what its encoding hides. */
function judgeField(text, key, role, context, previous) {
    const found = judgeByRole(text, key, role, context, previous);
    if (found.length > 0 || text.length < 24 || /^secret|^sealed|-base64$/.test(role))
        return found;
    const inner = (0,decode/* unwrap */.oA)(text);
    if (inner === text)
        return found;
    const inside = { ...context, tokenFree: false };
    const hidden = role === 'name' ? judgeTokens(inner, inside) : judgeFile(inner, key, inside, role !== 'open');
    return hidden.map((judgement) => ({ ...judgement, offset: undefined }));
}
function judgeByRole(text, key, role, context, previous) {
    switch (role) {
        case 'secret':
            return judgeSecret(text, key, context);
        case 'secret-base64':
            return judgeEncodedSecret(text, key, context);
        case 'sealed':
            return (0,classify/* classify */.L)(text, { ...context, sealed: true }) === 'literal' ? judgeEncodedSecret(text, key, context) : [];
        case 'secret-pair': {
            const cut = text.indexOf('=');
            return cut < 0
                ? judgeSecret(text, key, context)
                : judgeSecret(stripQuotes(text.slice(cut + 1)), text.slice(0, cut), context);
        }
        case 'name':
            return judgeTokens(text, context);
        case 'mark':
            return judgeMark(text, key, context);
        case 'command':
            return judgeCommand(text, context, previous);
        case 'secret-patch':
            return judgeInner(text, context, true, true);
        case 'file':
        case 'manifest':
            return judgeFile(text, key, context, true);
        case 'file-base64': {
            const decoded = (0,decode/* decodeBase64Text */.BB)(text) ?? (0,decode/* unwrap */.oA)(text);
            return judgeFile((0,decode/* unwrap */.oA)(decoded), key, { ...context, tokenFree: false }, true).map((judgement) => ({
                ...judgement,
                offset: undefined,
            }));
        }
        case 'deployed':
        case 'open':
            return judgePlain(text, key, role, context);
    }
}
/** Annotations and labels hold names, hashes and switches; files and templates in them are read. */
function judgeMark(text, key, context) {
    const value = text.trim();
    // What makes pods restart when a secret changes: it is made of the secret, and new each time.
    if (/(?:^|[^a-z])hash$/i.test(key) && (/^[0-9a-f]{6,128}$/i.test(value) || (0,made/* isMachineMade */.z)(value)))
        return judgeTokens(text, context);
    if (credentialKey(key) === 'password' || /\n|^[{[]|\{\{/.test(value))
        return judgeFile(text, key, context, true);
    const isHash = /^[0-9a-f]{6,128}$/i.test(value) && !/(?:token|key)$/i.test(key);
    return isHash || isNameList(value) ? judgeTokens(text, context) : judgeFile(text, key, context, true);
}
/** `name`, `namespace/name`, or several of them. */
function isNameList(text) {
    return text.split(/[,/]\s{0,2}/).every((name) => /^[\w.-]{1,253}$/.test(name) && !(0,entropy/* looksGenerated */.At)(name));
}
function judgePlain(text, key, role, context) {
    const line = text.trim();
    if (line.includes('\n') || /^(?:\{\s*"|\[\s*[{"])/.test(line))
        return judgeFile(text, key, context, role === 'deployed');
    const pair = /^([A-Za-z_][\w.-]{1,80})=(.{1,2000})$/.exec(line);
    if (pair?.[1] !== undefined && pair[2] !== undefined && credentialKey(key) === 'none') {
        const own = judgeOpen(stripQuotes(pair[2]), pair[1], context, true);
        if (own.length > 0)
            return own.map((judgement) => ({ ...judgement, inner: [pair[1] ?? ''] }));
    }
    return judgeLine(line, key, context, role === 'deployed');
}
const stripQuotes = (text) => /^(["'])(.*)\1$/.exec(text)?.[2] ?? text;

;// CONCATENATED MODULE: ./build/secrets/judge/text-file.js











const configuration = /(?:^|\/)(?:\.env[\w.-]*|[\w.-]*\.env(?:\.[\w-]+)?|\.npmrc|\.yarnrc|\.pypirc|\.netrc|_netrc|\.pgpass|\.my\.cnf|\.s3cfg|\.boto|\.dockercfg|\.htpasswd|\.git-credentials|credentials|config|[\w.-]*Caddyfile(?:\.[\w-]+)?|Dockerfile[\w.-]*|Containerfile|[\w.-]*\.(?:properties|ini|cfg|conf|cnf|toml|tfvars|tf|hcl|tfstate|env|envrc|htpasswd|xml|gradle|json5|jsonc|json|yaml|yml|dockerfile|cue|jsonnet|libsonnet|nix|sql|acl))$/i;
const script = /(?:^|\/)(?:Makefile|GNUmakefile|Jenkinsfile|Vagrantfile|Justfile|Taskfile|Procfile|[\w.-]*\.(?:sh|bash|zsh|ksh|fish|ps1|bat|cmd|mk|groovy|make))$/i;
/** What a template or a copy of a file has behind the file's own name. */
const suffix = /\.(?:gotmpl|tmpl|tpl|j2|jinja2?|erb|mustache|bak|backup|orig|old|save|swp|tftpl)$|~$/i;
/** Programs: a value is a string of theirs, or code. */
const sourceCode = /\.(?:[cm]?[jt]sx?|py|go|rb|java|kt|rs|php|cs|swift|scala|vue|svelte|cc?|cpp|hpp?|lua|pl|ex|exs|dart)$/i;
/** Languages of expressions that configuration is written in. */
const language = /\.(?:cue|jsonnet|libsonnet|nix|tf|hcl)$/i;
const documentation = /\.(?:md|mdx|markdown|rst|adoc|asciidoc|html?|ipynb)$|(?:^|\/)docs?\//i;
/** Judges a text that is not a manifest, by the kind of file its name says it is. Whatever the name: provider tokens, private keys, and named credentials that a generator made. */
function judgeText(path, text, generated) {
    const packed = generated?.inSecret === true ? generated.as : undefined;
    const context = { sops: isSopsText(text), isProgram: language.test(path) };
    const found = new Map();
    const add = (judgements) => {
        for (const judgement of judgements) {
            if ((judgement.is !== 'literal' && packed === undefined) || found.has(judgement.secret))
                continue;
            found.set(judgement.secret, { ...judgement, offset: judgement.offset ?? { line: 1, column: 1 } });
        }
    };
    if (packed !== undefined)
        add(judgePacked(path, text, packed, context));
    const name = path.replace(suffix, '');
    const isRead = generated !== undefined ||
        configuration.test(name) ||
        script.test(name) ||
        /^#![^\n]{0,80}\b(?:ba|z|k|da|a)?sh\b/.test(text);
    add(judgeTokens(text).filter((token) => isRead || countsInProse(token)));
    add(judgeLogins(name, text, context));
    if (!mayGiveCredentials(text))
        return [...found.values()];
    if (isRead) {
        add(judgeFile(text.includes('\n') ? text : `${text}\n`, '', context, false));
        add(judgeComments(text, context));
    }
    else
        add(judgeLoosely(path, text, context));
    return [...found.values()];
}
/** Of code and prose only what is named as a credential and can be nothing else: twenty characters or more that a generator made. */
function judgeLoosely(path, text, context) {
    const shortest = documentation.test(path) ? 32 : 20;
    const isCode = sourceCode.test(path);
    const long = new RegExp(`[\\w+/=.~-]{${shortest}}`);
    const found = [];
    text.split('\n').forEach((whole, number) => {
        const line = whole.slice(0, 20_000);
        if (line.length < shortest || !long.test(line) || !speaksOfCredentials(line))
            return;
        for (const { key, means, value, place, quoted } of readStatements(line)) {
            if (value.length < shortest || (!quoted && (isCode || mayBeCode(value))))
                continue;
            if (!(0,made/* isMachineMade */.z)(value) || !(0,made/* isMachineMade */.z)((0,decode/* unwrap */.oA)(value)))
                continue;
            const offset = { line: number + 1, column: place.column };
            found.push(...judgeOpen(value, means ?? key, context, false)
                .filter(({ isGenuine }) => isGenuine !== false)
                .map((match) => ({ ...match, inner: [key], offset })));
        }
    });
    return found;
}
/** A file that a secretGenerator turns into a Secret: each assignment of an env file is a secret; any other file is one value. */
function judgePacked(path, text, packed, context) {
    if (context.sops === true && isSopsText(text) && readEmbedded(text) !== undefined)
        return [];
    const lines = packed === 'env' ? readAssignments(text) : [];
    // Keys without values are taken from the environment of who builds it.
    if (packed === 'env' && text.split('\n').every((line) => /^\s*(?:#.*|[\w.-]{1,200}=?\s*)?$/.test(line)))
        return [];
    if (lines.length === 0)
        return judgeSecret(text, path.slice(path.lastIndexOf('/') + 1), context);
    return lines.flatMap(({ key, value, place }) => judgeSecret(value, key, context)
        .filter((judgement) => judgement.is !== 'plain-setting')
        .map((judgement) => ({ ...judgement, inner: [key, ...judgement.inner], offset: place })));
}
/** SOPS in its dotenv and INI forms. */
function isSopsText(text) {
    if (!text.includes('sops'))
        return false;
    if (!/^sops_mac=|^\[sops\]|^\s{0,8}"?sops"?:/m.test(text) || !/lastmodified/.test(text))
        return false;
    const mac = /^(?:sops_)?mac\s*=\s*(ENC\[[^\]\n]{1,1000}\])|"?mac"?:\s{0,4}"?(ENC\[[^\]\n]{1,1000}\])/m.exec(text);
    return (0,encrypted/* isSopsMac */.Js)(mac?.[1] ?? mac?.[2] ?? '');
}

;// CONCATENATED MODULE: ./build/secrets/judge/file-secrets.js










/** Everything in one file that is a plaintext secret, a placeholder for one, or a plain value where secrets are. */
function fileSecrets(file) {
    switch (file.side.structure) {
        case 'manifest':
        case 'template':
            // What a generator packs is a value; a manifest inside a program's source is one of its strings.
            return file_secrets_isInSecret(file) || sourceCode.test(file.path) ? textSecrets(file) : structuredSecrets(file);
        case 'text':
            return textSecrets(file);
        case 'binary':
            return binarySecrets(file);
        default:
            return [];
    }
}
const file_secrets_isInSecret = ({ generated }) => generated?.inSecret === true;
/** The file is scanned for tokens once; its leaves only where they could hold what the file's text does not show. */
function structuredSecrets(file) {
    const { text, structure } = file.side;
    const tokens = judgeTokens(text);
    const scan = { ...file, tokenFree: tokens.length === 0 && !text.includes('\\') };
    const found = structure === 'manifest'
        ? manifestSecrets(scan)
        : readLoosely(text).flatMap((source) => [...sourceSecrets(scan, source, source.value)]);
    const known = new Set(found.map((occurrence) => occurrence.secret));
    const comments = judgeComments(text, { sops: isSopsText(text) }).filter(({ secret }) => !known.has(secret));
    return [
        ...found,
        ...strayTokens(file, tokens, found),
        ...comments.map((comment) => fileSighting(file, comment, comment.offset)),
    ];
}
/** The same in objects that a tool made; `path` is the file that is named where the objects do not know their own. */
function objectSecrets(objects, file) {
    const scan = { ...file, tokenFree: false };
    return objects
        .filter(({ isEmbedded }) => isEmbedded !== true)
        .flatMap((resource) => [...sourceSecrets(scan, withIdentity(resource, file.path), resource.document.value)]);
}
function manifestSecrets(file) {
    const { side } = file;
    const found = [];
    const covered = new Set();
    const holders = holdersOf(side.resources);
    for (const resource of side.resources) {
        covered.add(resource.document);
        if (holders.get(resource.document)?.has(JSON.stringify(resource.path)))
            continue;
        for (const each of sourceSecrets(file, withIdentity(resource, file.path), resource.document.value))
            found.push(each);
    }
    for (const document of side.documents) {
        if (covered.has(document))
            continue;
        for (const each of sourceSecrets(file, withIdentity(document, file.path), document.value))
            found.push(each);
    }
    for (const { line, text } of unreadableParts(side)) {
        for (const source of readLoosely(text, line)) {
            for (const each of sourceSecrets(file, source, source.value))
                found.push(each);
        }
    }
    for (const each of shadowedSecrets(file, found))
        found.push(each);
    return found;
}
/** Of a key that occurs twice only the last value is deployed, but the first is just as readable. */
function shadowedSecrets(file, found) {
    if (file.side.documents.every((document) => document.duplicateKeys.length === 0))
        return [];
    const known = new Set(found.map((occurrence) => occurrence.secret));
    return readLoosely(file.side.text)
        .flatMap((source) => [...sourceSecrets(file, source, source.value)])
        .filter((occurrence) => occurrence.is === 'literal' && !known.has(occurrence.secret));
}
/** By document, the paths below which there are objects. */
function holdersOf(resources) {
    const holders = new Map();
    for (const { document, path } of resources) {
        const paths = holders.get(document) ?? new Set();
        holders.set(document, paths);
        for (let length = path.length - 1; length >= 0; length--)
            paths.add(JSON.stringify(path.slice(0, length)));
    }
    return holders;
}
function withIdentity(source, path) {
    // An item of a typed list says neither kind nor version itself.
    const own = source_identityOf(source.value) ?? ('kind' in source ? source : undefined);
    const implied = { group: 'kustomize.config.k8s.io', kind: 'Kustomization', namespace: undefined, name: '' };
    return {
        identity: own ?? ((0,kustomization/* isKustomization */.Sv)(path) ? implied : undefined),
        value: source.value,
        at: (at) => source.at(at),
        valueAt: (at) => source.valueAt(at),
        styleAt: (at) => source.styleAt(at),
    };
}
/** The parts that could not be parsed. */
function unreadableParts(side) {
    if (side.unreadable.length === 0)
        return [];
    const lines = side.text.split('\n');
    const parts = new Map(side.unreadable.map(({ firstLine, lastLine }) => [`${firstLine}-${lastLine}`, { firstLine, lastLine }]));
    return [...parts.values()].map(({ firstLine, lastLine }) => ({
        line: firstLine,
        text: lines.slice(firstLine - 1, lastLine).join('\n'),
    }));
}
function* sourceSecrets(file, source, document) {
    const context = {
        sops: isSopsDocument(document),
        argoVaultPlugin: usesArgoVaultPlugin(source.value),
        tokenFree: file.tokenFree,
        isChartValues: isChartValues(source.identity, file.path),
    };
    const found = [];
    let hasSafeSecret = false;
    const describesOthers = isJsonSchema(source.value, file.path) || isSarif(source);
    forEachField(source, (field) => {
        if (context.sops === true && field.path[0] === 'sops')
            return;
        const role = describesOthers ? 'name' : field.role;
        const all = judgeField(field.text, field.key, role, context, field.previous);
        const judgements = field.isJoined === true ? all.filter(({ secret }) => !file_secrets_holds(found, secret)) : all;
        if (judgements.length === 0 && /^secret/.test(field.role) && field.text !== '')
            hasSafeSecret = true;
        if (judgements.length === 0)
            return;
        const path = [...field.path];
        for (const judgement of judgements) {
            found.push({
                ...judgement,
                scope: file.scope,
                object: source.identity,
                path: [
                    ...(source.identity === undefined ? [file.path] : []),
                    ...subjectPath(source.value, field.path),
                    ...judgement.inner,
                ],
                key: judgement.inner.at(-1) ?? field.key,
                role: field.role,
                file: file.path,
                locate: () => locate(source, path, judgement),
            });
        }
    });
    // Next to a reference or a template, a plain host or user name is what one expects.
    yield* hasSafeSecret || isDeclaredInArgoCd(source.value)
        ? found.filter((occurrence) => occurrence.is !== 'plain-setting')
        : found;
}
const file_secrets_holds = (found, secret) => found.some((other) => other.secret === secret);
/** A JSON schema describes values; what is in it under `password` is a description or a default. */
function isJsonSchema(value, path) {
    return (path.endsWith('.schema.json') ||
        ((0,plain_values/* isMapping */.pi)(value) && typeof value.$schema === 'string' && (0,plain_values/* isMapping */.pi)(value.properties)));
}
/** What an analyzer reports (SARIF 2.1.0 §3.13) quotes and explains; its help texts are full of examples. */
function isSarif({ identity, value }) {
    return identity === undefined && typeof valueAtPath(value, ['runs', 0, 'tool', 'driver', 'name']) === 'string';
}
/** Values of a chart: a values file, or what a release sets. */
function isChartValues(identity, path) {
    return identity === undefined
        ? /values[\w.-]*\.(?:ya?ml|json)$/i.test(path)
        : /^(?:HelmRelease|HelmChart|HelmChartConfig|Application|ApplicationSet|Kustomization)$/.test(identity.kind);
}
function usesArgoVaultPlugin(value) {
    return typeof valueAtPath(value, ['metadata', 'annotations', 'avp.kubernetes.io/path']) === 'string';
}
/** Argo CD declares repositories and clusters as Secrets, with or without credentials. */
function isDeclaredInArgoCd(value) {
    return typeof valueAtPath(value, ['metadata', 'labels', 'argocd.argoproj.io/secret-type']) === 'string';
}
function locate(source, path, judgement) {
    const style = source.styleAt(path);
    if (judgement.offset === undefined || style === undefined)
        return source.at(path);
    const start = source.valueAt(path);
    if (style !== 'literal')
        return start;
    return { line: start.line + judgement.offset.line - 1, column: start.column + judgement.offset.column - 1 };
}
/** Tokens that are in comments, keys or text no reading reached; of comments only what is unmistakable. */
function strayTokens(file, tokens, found) {
    const known = new Set(found.map((occurrence) => occurrence.secret));
    return tokens
        .filter((token) => countsInProse(token) && !known.has(token.secret))
        .filter(({ secret }) => !found.some((occurrence) => occurrence.secret.includes(secret)))
        .map((token) => fileSighting(file, token, token.offset));
}
function textSecrets(file) {
    // UTF-32 begins as UTF-16 does.
    if (file.side.text.includes('\0')) {
        const text = wideText(file.side.bytes);
        if (text !== undefined)
            return wideSecrets(file, text);
    }
    return judgeText(file.path, file.side.text, file.generated).map((judgement) => fileSighting(file, judgement, judgement.offset));
}
function binarySecrets(file) {
    const text = wideText(file.side.bytes);
    if (text !== undefined)
        return wideSecrets(file, text);
    const store = keyFile(file.side.bytes);
    if (store === undefined)
        return [];
    const judgement = {
        is: 'literal',
        what: store.name,
        format: store.id,
        severity: 'critical',
        secret: file.side.id,
        inner: [],
        offset: undefined,
    };
    return [fileSighting(file, judgement, undefined)];
}
/** No YAML reader of a cluster reads UTF-32, but people and programs do. */
function wideSecrets(file, text) {
    const scan = { ...file, tokenFree: false };
    const found = readLoosely(text).flatMap((source) => [...sourceSecrets(scan, source, source.value)]);
    const known = new Set(found.map((occurrence) => occurrence.secret));
    const rest = judgeText(file.path, text, file.generated).filter(({ secret }) => !known.has(secret));
    return [...found, ...rest.map((judgement) => fileSighting(file, judgement, judgement.offset))];
}
function fileSighting(file, judgement, place) {
    return {
        ...judgement,
        scope: file.scope,
        object: undefined,
        path: [file.path, ...judgement.inner],
        key: judgement.inner.at(-1) ?? '',
        role: file_secrets_isInSecret(file) ? 'secret' : 'open',
        file: file.path,
        locate: () => place ?? { line: 1, column: 1 },
    };
}

;// CONCATENATED MODULE: ./build/secrets/compare/new-rendered-secrets.js




/**
 * The secrets that only rendering shows: a value that a template, a patch or a generator puts where secrets are. What was
 * rendered or could be read before is not new, and what the sources show is said there.
 */
function newRenderedSecrets(rendered, written, digestKey) {
    const shown = [...written.before, ...written.after]
        .map(({ secret }) => secret.trim())
        .filter((secret) => secret !== '');
    const groups = new Map();
    for (const { scope, file, before, after, wasReadable } of rendered) {
        const fresh = (own, other) => {
            const known = new Set(other.map(({ value }) => value));
            return objectSecrets(own.filter(({ value }) => !known.has(value)), { path: file, scope });
        };
        const old = new Set(fresh(before, after).map(({ secret }) => secret));
        for (const occurrence of fresh(after, before)) {
            const { is, secret } = occurrence;
            if (is !== 'literal' || old.has(secret))
                continue;
            if (shown.some((each) => isPart(each, secret)) || wasReadable(secret.trim()))
                continue;
            (0,build_groups/* addTo */.D)(groups, (0,external_node_crypto_.createHmac)('sha256', digestKey).update(secret).digest('base64'), occurrence);
        }
    }
    return [...groups.values()].map((group) => ({
        is: 'literal',
        occurrences: oncePerPlace(group).sort((a, b) => (0,build_severity/* compareSeverity */.zK)(a.severity, b.severity)),
        movedFrom: undefined,
    }));
}
/** Shorter texts are in others by chance. */
const shortest = 6;
function isPart(one, other) {
    const [text, inside] = one.length > other.length ? [one, other.trim()] : [other, one];
    return text === inside || (inside.length >= shortest && text.includes(inside));
}
/** The occurrences with the place of the source that each comes from; several roots often share one. */
function oncePerPlace(group) {
    const places = new Map();
    for (const occurrence of group) {
        const position = { file: occurrence.file, ...occurrence.locate() };
        const key = JSON.stringify([position.file, position.line, position.column]);
        if (!places.has(key))
            places.set(key, { ...occurrence, file: position.file, locate: () => position });
    }
    return [...places.values()];
}

;// CONCATENATED MODULE: ./build/secrets/compare/new-secrets.js






/** Reads both sides of the touched files. */
function writtenSecrets(touched) {
    return { before: occurrencesOf(touched, 'before'), after: occurrencesOf(touched, 'after') };
}
/**
 * What is new in head: identity is (scope, object, field, digest of the value). A value that left one place of a scope
 * and is in another is a move and not new; one that came from another scope is reported as such.
 */
function newSecrets(touched, written, digestKey) {
    const digest = (occurrence) => ({
        occurrence,
        digest: (0,external_node_crypto_.createHmac)('sha256', digestKey).update(occurrence.secret).digest('base64'),
    });
    const before = written.before.map(digest);
    const after = written.after.map(digest);
    const known = new Set(before.map(identity));
    const present = new Set(after.map(identity));
    const { fresh, movedFrom } = withoutMoved(before.filter((one) => !present.has(identity(one))), after.filter((one) => !known.has(identity(one))));
    const readable = new ReadableBefore(touched, after);
    const groups = new Map();
    // A plain value next to a secret is what one expects, also where the secret is not new.
    const holders = new Set(written.after.filter(({ is }) => is !== 'plain-setting').map(describe/* ownerOf */.bf));
    const isExpected = ({ occurrence }) => occurrence.is === 'plain-setting' && holders.has((0,describe/* ownerOf */.bf)(occurrence));
    for (const one of fresh.filter((candidate) => !readable.holds(candidate) && !isExpected(candidate))) {
        const key = `${one.occurrence.is}\0${one.digest}\0${one.occurrence.is === 'plain-setting' ? identity(one) : ''}`;
        (0,build_groups/* addTo */.D)(groups, key, one);
    }
    return [...groups.values()].map((group) => {
        const origins = group.map((one) => movedFrom.get(one));
        const occurrences = group.map(({ occurrence }) => occurrence);
        return {
            is: occurrences[0]?.is ?? 'literal',
            occurrences: occurrences.sort((a, b) => (0,build_severity/* compareSeverity */.zK)(a.severity, b.severity)),
            movedFrom: origins.includes(undefined) ? undefined : origins[0],
        };
    });
}
function identity({ occurrence, digest }) {
    const { group, kind, namespace, name } = occurrence.object ?? { group: '', kind: '', namespace: '', name: '' };
    return JSON.stringify([occurrence.scope, group, kind, namespace ?? null, name, occurrence.path, digest]);
}
/** What two places of one value must share to be the old and the new place of a move: the closest pairs are taken first. */
const nearness = [
    ({ scope, file, object, path }) => [scope, file, object?.namespace, object?.name, ...(0,describe/* subjectSteps */.o)(path)],
    ({ scope, file, object }) => [scope, file, object?.kind, object?.namespace, object?.name],
    ({ scope, object, path }) => [scope, object?.namespace, object?.name, ...(0,describe/* subjectSteps */.o)(path)],
    ({ scope, file }) => [scope, file],
    ({ scope }) => [scope],
    () => [],
];
/** Pairs each new place of a value with one it left, one for one; what came from another scope stays, with the file it came from. */
function withoutMoved(gone, arrived) {
    const movedFrom = new Map();
    let [left, fresh] = [gone, arrived];
    for (const near of nearness) {
        if (left.length === 0)
            break;
        const key = ({ occurrence, digest }) => JSON.stringify([digest, occurrence.is, ...near(occurrence)]);
        // The last first, so that taking one is a step, however many there are.
        const sources = (0,build_groups/* groupBy */.$)([...left].reverse(), key);
        const paired = new Set();
        const stay = fresh.filter((one) => {
            const source = movedFrom.has(one) ? undefined : sources.get(key(one))?.pop();
            if (source === undefined)
                return true;
            paired.add(source);
            if (source.occurrence.scope === one.occurrence.scope)
                return false;
            movedFrom.set(one, source.occurrence.file);
            return true;
        });
        left = left.filter((one) => !paired.has(one));
        fresh = stay;
    }
    return { fresh, movedFrom };
}
/** Characters that are searched at most for values that were in base unrecognised; beyond, they count as new. */
const mostSearched = 200_000_000;
/** Values that were readable in base already, in a place where nothing gave them away: `bind: VALUE` in a ConfigMap. */
class ReadableBefore {
    #touched;
    /** How often each value was found in each scope of head. */
    #found = new Map();
    #searched = 0;
    constructor(touched, after) {
        this.#touched = touched;
        for (const { occurrence, digest } of after) {
            const key = `${occurrence.scope}\0${digest}`;
            this.#found.set(key, (this.#found.get(key) ?? 0) + 1);
        }
    }
    /** Whether a literal occurs in its scope's files no more often now than before. */
    holds({ occurrence, digest }) {
        const { secret, scope, is } = occurrence;
        if (is !== 'literal' || secret.length < 8 || !/\d/.test(secret) || !/[A-Za-z]/.test(secret))
            return false;
        const earlier = this.#count(secret, scope, 'before');
        if (earlier === 0)
            return false;
        const found = this.#found.get(`${scope}\0${digest}`) ?? 0;
        return earlier >= Math.max(found, this.#count(secret, scope, 'after'));
    }
    #count(secret, scope, side) {
        let count = 0;
        for (const file of this.#touched) {
            const text = file.scope === scope ? (file[side]?.text ?? '') : '';
            this.#searched += text.length;
            if (this.#searched > mostSearched)
                return 0;
            for (let at = text.indexOf(secret); at >= 0; at = text.indexOf(secret, at + secret.length))
                count++;
        }
        return count;
    }
}
function occurrencesOf(touched, side) {
    const generated = generatedOf(touched, side);
    return touched.flatMap((file) => {
        const state = file[side];
        if (state === undefined)
            return [];
        return fileSecrets({ path: file.path, scope: file.scope, side: state, generated: generated.get(file.path) });
    });
}

;// CONCATENATED MODULE: ./build/secrets/compare/analyse-secrets.js




/** Finds the new secrets of the touched files, and those that only rendering shows. `digestKey` is random and of this run alone: digests of secrets are made with it. */
function analyseSecrets(files, rendered, objects, after, digestKey) {
    const touched = inDeliveredScopes(files);
    const written = writtenSecrets(touched);
    const found = [...newSecrets(touched, written, digestKey), ...newRenderedSecrets(rendered, written, digestKey)];
    const known = new KnownSecrets([...written.after, ...found.flatMap(({ occurrences }) => occurrences)]);
    return {
        found: found.map((group) => ({ ...group, occurrences: group.occurrences.map((each) => known.maskNames(each)) })),
        known,
        tools: secretTools(objects, after),
    };
}
const externalKinds = ['ExternalSecret', 'ClusterExternalSecret', 'SecretStore', 'ClusterSecretStore'];
function secretTools(objects, after) {
    const kinds = new Set([...objects].flatMap((scope) => scope.after.map(({ kind }) => kind)));
    return {
        sops: [...after.keys()].some((path) => /(?:^|\/)\.sops\.ya?ml$/.test(path)),
        sealedSecrets: kinds.has('SealedSecret'),
        externalSecrets: externalKinds.some((kind) => kinds.has(kind)),
    };
}

// EXTERNAL MODULE: ./build/workload/model/pair-pods.js
var pair_pods = __webpack_require__(3933);
// EXTERNAL MODULE: ./build/workload/model/pods.js + 7 modules
var model_pods = __webpack_require__(5640);
// EXTERNAL MODULE: ./build/workload/identity/compare-accounts.js
var compare_accounts = __webpack_require__(337);
// EXTERNAL MODULE: ./build/workload/identity/compare-pods.js + 1 modules
var compare_pods = __webpack_require__(5376);
// EXTERNAL MODULE: ./build/workload/identity/service-account.js
var service_account = __webpack_require__(8822);
;// CONCATENATED MODULE: ./build/workload/identity/lookup.js


/** Accounts of controllers that act on the whole cluster, where they are installed as their projects have it. */
const controllers = {
    'flux-system': /^(?:flux-operator|(?:kustomize|helm|source|notification|image-automation|image-reflector)-controller)$/,
    argocd: /^argocd-(?:application-controller|server|applicationset-controller)$/,
    'argo-cd': /^argocd-(?:application-controller|server|applicationset-controller)$/,
    'openshift-gitops': /^openshift-gitops-argocd-(?:application-controller|server)$/,
    'kube-system': /^(?:tiller|cluster-autoscaler|helm-.*|cilium|cilium-operator|calico-node|aws-node)$/,
    'crossplane-system': /^crossplane$/,
    'cattle-system': /^rancher$/,
    'gatekeeper-system': /^gatekeeper-admin$/,
};
/** Answers for one scope; `isElsewhere` says whether another one declares an account. */
function accountLookup({ before, after }, isElsewhere, reaches) {
    const findOld = (0,service_account/* accountFinder */.C)((0,service_account/* serviceAccountsOf */.nD)(before));
    const findNew = (0,service_account/* accountFinder */.C)((0,service_account/* serviceAccountsOf */.nD)(after));
    return {
        before: findOld,
        standing: (account) => findOld(account) ?? findNew(account),
        beyond: (to, from) => reaches.beyond(to, from),
        unseen(account, isSwitch) {
            const { name, namespace } = account;
            if (name === 'default' || reaches.isBound(account))
                return undefined;
            const isOld = findOld(account) !== undefined || isElsewhere(account);
            if (isOld)
                return undefined;
            // An object for an account that the cluster has already says nothing of what it may do.
            if (controllers[namespace]?.test(name) === true)
                return 'controller';
            if (findNew(account) !== undefined)
                return undefined;
            if (!(0,service_account/* isOpen */.nT)(namespace) && (0,danger/* isControllerNamespace */.Ix)(namespace))
                return 'controller';
            if (!isSwitch)
                return undefined;
            return name.includes('{{') || name.includes('${') ? 'computed' : 'undeclared';
        },
    };
}

// EXTERNAL MODULE: ./build/workload/identity/wording.js
var wording = __webpack_require__(191);
;// CONCATENATED MODULE: ./build/workload/judge/identities.js







/** As whom the workloads of every scope newly can act. */
function identityWidenings({ objects, around, reaches }, pods) {
    const isElsewhere = declaredElsewhere(around);
    return new Map([...objects].map(([scope, sides]) => {
        const lookup = accountLookup(sides, (account) => isElsewhere(account, scope), {
            beyond: (to, from) => reaches.beyond(scope, to, from),
            isBound: (account) => reaches.isBound(scope, account),
        });
        return [
            scope,
            [
                ...joinParts([...(0,compare_pods/* widenedPods */.p)(pods.get(scope) ?? [], siblingsIn(sides.before), lookup)]),
                ...(0,compare_accounts/* widenedAccounts */.DJ)(sides, lookup),
                ...(0,compare_accounts/* newTokenSecrets */.x1)(sides, lookup),
            ],
        ];
    }));
}
/** One line that decides for several pods of an object is one widening. */
function joinParts(widenings) {
    const groups = (0,build_groups/* groupBy */.$)(widenings, (each) => {
        const { resource, position } = each;
        const { file, line, column } = position;
        const about = (0,wording/* identitySubject */.VQ)({ ...each, part: '' });
        return JSON.stringify([file, line, column, resource.kind, resource.namespace, resource.name, about]);
    });
    return [...groups.values()].flatMap(([first, ...others]) => first === undefined || others.length === 0 ? (first ?? []) : { ...first, part: '' });
}
/** Whether another scope declares a ServiceAccount. */
function declaredElsewhere(around) {
    const found = [...around].map(([scope, { after }]) => ({ scope, find: (0,service_account/* accountFinder */.C)((0,service_account/* serviceAccountsOf */.nD)(after)) }));
    return (account, scope) => found.some((each) => each.scope !== scope && each.find(account) !== undefined);
}
/** The base's pods of the same object. */
function siblingsIn(before) {
    let known;
    const keyOf = ({ namespace, resource: { group, kind, name } }) => JSON.stringify([group, kind, namespace, name]);
    return (pod) => {
        known ??= (0,build_groups/* groupBy */.$)(before.flatMap(model_pods/* podsOf */.E), keyOf);
        return known.get(keyOf(pod)) ?? [];
    };
}

;// CONCATENATED MODULE: ./build/workload/model/pair-objects.js

/**
 * Each thing with its former self: of the same key the one in the same file, else one that left another file (a move). What
 * both sides share is left out: it is in unchanged files.
 */
function pairObjects(before, after, keyOf) {
    const [old, now] = [new Set(before.map(({ resource }) => resource)), new Set(after.map(({ resource }) => resource))];
    const former = (0,build_groups/* groupBy */.$)(before.filter(({ resource }) => !now.has(resource)), keyOf);
    const pairs = [];
    const open = new Map();
    for (const item of after.filter(({ resource }) => !old.has(resource))) {
        const copies = former.get(keyOf(item)) ?? [];
        const own = copies.findIndex(({ resource }) => resource.file === item.resource.file);
        if (own < 0)
            (0,build_groups/* addTo */.D)(open, keyOf(item), item);
        else
            pairs.push({ before: copies.splice(own, 1)[0], after: item });
    }
    for (const [key, items] of open) {
        for (const item of items)
            pairs.push({ before: former.get(key)?.shift(), after: item });
    }
    return [...pairs, ...[...former.values()].flat().map((item) => ({ before: item, after: undefined }))];
}

;// CONCATENATED MODULE: ./build/workload/charts/chart-pins.js

/** How firmly a version is named: by what it holds, by one release, or by what moves. */
const firmness = ['moving', 'release', 'digest'];
/** The versions that an object names: Flux' HelmRelease, HelmChart and OCIRepository, Argo CD's sources, K3s' HelmChart. */
function pinsOf({ group, kind, value }) {
    if (group === 'helm.toolkit.fluxcd.io' && kind === 'HelmRelease') {
        const path = ['spec', 'chart', 'spec'];
        const chart = (0,plain_values/* valueUnder */.cZ)(value, 'spec', 'chart', 'spec');
        return (0,plain_values/* isMapping */.pi)(chart) ? [chartPin((0,plain_values/* scalarText */.ws)(chart.chart), chart.version, [...path, 'version'])] : [];
    }
    if (kind === 'HelmChart') {
        const { chart, version } = (0,plain_values/* mapping */.pq)(value.spec);
        return [chartPin((0,plain_values/* scalarText */.ws)(chart), version, ['spec', 'version'])];
    }
    if (group === 'source.toolkit.fluxcd.io' && kind === 'OCIRepository')
        return [artifactPin((0,plain_values/* mapping */.pq)(value.spec))];
    if (group !== 'argoproj.io')
        return [];
    if (kind === 'Application')
        return sourcePins((0,plain_values/* mapping */.pq)(value.spec), ['spec']);
    const path = ['spec', 'template', 'spec'];
    return kind === 'ApplicationSet' ? sourcePins((0,plain_values/* mapping */.pq)((0,plain_values/* valueUnder */.cZ)(value, ...path.map(String))), path) : [];
}
/** The versions that a file of its own kind names: dependencies of a chart, charts of a kustomization, releases of a helmfile. */
function pinsOfDocument(value) {
    const lists = { dependencies: 'name', helmCharts: 'name', releases: 'chart' };
    return Object.entries(lists).flatMap(([field, name]) => (0,plain_values/* list */.p_)((0,plain_values/* mapping */.pq)(value)[field]).flatMap((item, index) => {
        const named = (0,plain_values/* mapping */.pq)(item);
        const key = (0,plain_values/* text */.Qq)(named.alias) ?? (0,plain_values/* text */.Qq)(named.releaseName) ?? (0,plain_values/* text */.Qq)(named[name]);
        return key === undefined ? [] : [chartPin(key, named.version, [field, index, 'version'])];
    }));
}
function sourcePins(spec, path) {
    const sources = [
        ...((0,plain_values/* isMapping */.pi)(spec.source) ? [{ source: spec.source, at: [...path, 'source'] }] : []),
        ...(0,plain_values/* list */.p_)(spec.sources).map((each, index) => ({ source: (0,plain_values/* mapping */.pq)(each), at: [...path, 'sources', index] })),
    ];
    return sources.flatMap(({ source, at }) => {
        const { chart, repoURL, targetRevision } = source;
        const isChart = (0,plain_values/* text */.Qq)(chart) !== undefined || (0,plain_values/* scalarText */.ws)(repoURL).startsWith('oci://');
        return isChart
            ? [chartPin((0,plain_values/* scalarText */.ws)(chart) || (0,plain_values/* scalarText */.ws)(repoURL), targetRevision, [...at, 'targetRevision'])]
            : [];
    });
}
/** The digest counts before a range, and a range before a tag (fluxcd.io, OCIRepository). */
function artifactPin({ url, ref }) {
    const { digest, semver, tag } = (0,plain_values/* mapping */.pq)(ref);
    const key = (0,plain_values/* scalarText */.ws)(url);
    const [field, version] = (0,plain_values/* text */.Qq)(digest) !== undefined ? ['digest', digest] : (0,plain_values/* text */.Qq)(semver) !== undefined ? ['semver', semver] : ['tag', tag];
    return chartPin(key, version, ['spec', 'ref', field]);
}
function chartPin(key, version, path) {
    const stated = (0,plain_values/* scalarText */.ws)(version);
    return { key, version: stated, firmness: firmnessOf(stated), path };
}
/** A version of three numbers is one release; anything less is a range (github.com/Masterminds/semver), and nothing the newest. */
function firmnessOf(version) {
    if (/(?:^|@)sha256:[0-9a-f]{64}$/.test(version))
        return 'digest';
    return /^=?\s{0,3}v?\d+\.\d+\.\d+(?:[-+][\w.+-]*)?$/.test(version.trim()) ? 'release' : 'moving';
}

;// CONCATENATED MODULE: ./build/workload/charts/loosened-charts.js


/** Compares the versions that the objects of a scope take in. */
function loosenedInObjects({ before, after }) {
    const withPins = (objects) => objects.flatMap((resource) => {
        const pins = pinsOf(resource);
        return pins.length === 0 ? [] : [{ resource, pins }];
    });
    const keyOf = ({ resource: { kind, namespace, name } }) => JSON.stringify([kind, namespace, name]);
    return pairObjects(withPins(before), withPins(after), keyOf).flatMap(({ before: was, after: is }) => is === undefined ? [] : loosened(was?.pins ?? [], is.pins, is.resource, (pin) => is.resource.at(pin.path)));
}
const loosened_charts_named = /(?:^|\/)(?:Chart\.yaml|requirements\.yaml|kustomization\.ya?ml|Kustomization|helmfile(?:\.d\/[^/]*)?\.ya?ml)$/;
/** The same of a file that tools read by its name: Chart.yaml, a kustomization, a helmfile. */
function loosenedInFile({ path: file, before, after }) {
    if (!loosened_charts_named.test(file))
        return [];
    return (after?.documents ?? []).flatMap((document, index) => {
        const old = pinsOfDocument(before?.documents[index]?.value);
        return loosened(old, pinsOfDocument(document.value), undefined, (pin) => ({ file, ...document.at(pin.path) }));
    });
}
function loosened(before, after, resource, placeOf) {
    const old = new Map(before.map((pin) => [pin.key, pin]));
    return after.flatMap((pin) => {
        const was = old.get(pin.key);
        if (was === undefined || firmness.indexOf(pin.firmness) >= firmness.indexOf(was.firmness))
            return [];
        return [{ before: was, after: pin, resource, position: placeOf(pin) }];
    });
}

// EXTERNAL MODULE: ./build/workload/pod-security/pod.js
var pod = __webpack_require__(6462);
;// CONCATENATED MODULE: ./build/workload/privileges/pair-containers.js

/**
 * Which container of a pod is which: by its name; one that was renamed is the one that left with the fewest differences
 * (`distance`), each taken once; at an infinite distance it is another one.
 */
function pairContainers(before, after, distance) {
    const former = (0,build_groups/* groupBy */.$)(before, ({ name }) => name);
    const names = new Set(after.map(({ name }) => name));
    const left = before.filter(({ name }) => !names.has(name));
    return after.map((container) => {
        const [own] = former.get(container.name) ?? [];
        if (own !== undefined)
            return { before: own, after: container };
        const [nearest] = left
            .map((each) => ({ each, far: distance(each, container) }))
            .filter(({ far }) => far < Number.POSITIVE_INFINITY)
            .sort((a, b) => a.far - b.far)
            .map(({ each }) => each);
        if (nearest !== undefined)
            left.splice(left.indexOf(nearest), 1);
        return { before: nearest, after: container };
    });
}

// EXTERNAL MODULE: ./build/workload/pod-security/open-text.js
var open_text = __webpack_require__(3809);
;// CONCATENATED MODULE: ./build/workload/images/mutable-tag.js
/** Tags that their publishers move to every new build. */
const moving = new Set(`latest main master trunk head develop devel development dev edge nightly daily weekly canary snapshot rolling stable unstable
   testing test staging stage next beta alpha rc current mainline lts release experimental prod production live`.split(/\s+/));
/** Whether an image without a digest is another one tomorrow: no tag (which is `latest`), or one that says so. */
function isMoving({ tag }) {
    if (tag === undefined)
        return true;
    const words = tag.toLowerCase().split(/[-_.]/);
    if (words.includes('latest'))
        return true;
    return moving.has(words[0] ?? '') && words.every((word) => !/\d/.test(word));
}
/** Whether the tag is a version with fewer parts than the one before (`1.25.3` to `1.25` or `1`), which moves with each release. */
function isShortened(before, after) {
    const [old, now] = [versionOf(before), versionOf(after)];
    if (old === undefined || now === undefined || old.variant !== now.variant)
        return false;
    if (now.parts.length >= old.parts.length)
        return false;
    return now.parts.length === 1 || now.parts.every((part, index) => part === old.parts[index]);
}
function versionOf(tag = '') {
    const [, version, variant = ''] = /^v?(\d{1,6}(?:\.\d{1,6}){0,5})((?:-[\w.-]*)?)$/.exec(tag) ?? [];
    return version === undefined ? undefined : { parts: version.split('.'), variant };
}

;// CONCATENATED MODULE: ./build/workload/images/reference.js
const path = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*';
const reference = new RegExp(`^(?:([A-Za-z0-9.-]+(?::[0-9]{1,5})?)/)?(${path}(?:/${path})*)(?::([A-Za-z0-9_][\\w.-]{0,127}))?(?:@([a-z0-9]+:[0-9a-fA-F]{32,}))?$`);
/** The two hosts of one registry. */
const sameRegistry = {
    'index.docker.io': 'docker.io',
    'registry-1.docker.io': 'docker.io',
    'registry.hub.docker.com': 'docker.io',
    'k8s.gcr.io': 'registry.k8s.io',
};
/**
 * The parts of an image's name (github.com/distribution/reference, ParseNormalizedNamed); undefined where it is none, or where a
 * template or a variable makes it.
 */
function parseReference(text) {
    const [, first, rest, tag, digest] = (text.length < 1024 && reference.exec(text)) || [];
    if (rest === undefined)
        return undefined;
    // What comes before the first slash is a host where it looks like one.
    const isHost = first !== undefined && (/[.:]/.test(first) || first === 'localhost' || first !== first.toLowerCase());
    const host = isHost ? first : 'docker.io';
    const registry = sameRegistry[host] ?? host;
    const named = isHost || first === undefined ? rest : `${first}/${rest}`;
    const repository = registry === 'docker.io' && !named.includes('/') ? `library/${named}` : named;
    return { text, registry, repository, tag, digest };
}
/** Whether the text names an image by its digest, whatever a template fills in around it. */
function hasDigest(text) {
    return /@(?:sha256|sha512):/.test(text);
}
/** Who publishes an image: the registry with the first part of the path, the registry alone where that names the image itself. */
function publisherOf({ registry, repository }) {
    const [owner = '', image] = repository.split('/');
    return image === undefined ? registry : `${registry}/${owner}`;
}

;// CONCATENATED MODULE: ./build/workload/images/image-loss.js



/**
 * What is less certain of an image than before. Another version is nothing, as long as it is pinned as firmly. What a
 * template makes of it is only known to have no digest.
 */
function imageLosses(before, after) {
    if (before === after)
        return [];
    const isUnpinned = hasDigest(before) && !hasDigest(after);
    const [old, now] = [parseReference(before), parseReference(after)];
    if (now === undefined || old === undefined) {
        return isUnpinned && (now !== undefined || (0,open_text/* isOpenText */.U)(after)) ? [{ kind: 'digest', before, after }] : [];
    }
    return [
        ...originLosses(old, now),
        ...(isUnpinned ? [{ kind: 'digest', before, after }] : tagLosses(old, now)),
    ];
}
function tagLosses(before, after) {
    if (after.digest !== undefined || before.digest !== undefined || isMoving(before))
        return [];
    if (!isMoving(after) && !isShortened(before.tag, after.tag))
        return [];
    return [{ kind: 'tag', before: before.tag ?? '', after: after.tag ?? 'latest' }];
}
function originLosses(before, after) {
    const [old, now] = [publisherOf(before), publisherOf(after)];
    if (old !== now)
        return [{ kind: 'publisher', before: old, after: now }];
    if (before.repository === after.repository)
        return [];
    return [{ kind: 'repository', before: before.repository, after: after.repository }];
}

;// CONCATENATED MODULE: ./build/workload/images/pod-images.js






/** The images of a pod that are less certain than before. New pods, containers and volumes are none. */
function podImages({ before, after }) {
    if (before === undefined || after === undefined)
        return [];
    const ofContainers = pairsOf(before, after).flatMap(({ before: was, after: is }) => was === undefined
        ? []
        : unpinned(`of container ${is.name}`, was.value.image, is.value.image, at(after, is, 'image')));
    return [...ofContainers, ...ofVolumes(before, after)];
}
/** Containers of a pod that newly take an image without asking its registry. */
function unpulledImages({ before, after }) {
    if (before === undefined || after === undefined)
        return [];
    return pairsOf(before, after).flatMap(({ before: was, after: is }) => {
        if (was === undefined)
            return [];
        const image = (0,plain_values/* scalarText */.ws)(is.value.image);
        const [old, now] = [pullPolicy(was), pullPolicy(is)];
        const known = parseReference(image);
        const isCached = known !== undefined && known.digest === undefined && isMoving(known);
        const isLess = now === 'Never' ? old !== 'Never' : now === 'IfNotPresent' && old === 'Always' && isCached;
        if (!isLess)
            return [];
        return [{ container: is.name, image, policy: now, before: old, position: at(after, is, 'imagePullPolicy') }];
    });
}
/** As the API server fills it in (pkg/apis/core/v1/defaults.go): what moves is asked for each time. */
function pullPolicy({ value }) {
    const stated = (0,plain_values/* text */.Qq)(value.imagePullPolicy);
    if (stated !== undefined)
        return stated;
    const image = parseReference((0,plain_values/* scalarText */.ws)(value.image));
    if (image === undefined)
        return '';
    return image.digest === undefined && (image.tag ?? 'latest') === 'latest' ? 'Always' : 'IfNotPresent';
}
function pairsOf(before, after) {
    return pairContainers((0,pod/* containersOf */.Mz)(before), (0,pod/* containersOf */.Mz)(after), (was, is) => pod_images_nameOf(was.value.image) === pod_images_nameOf(is.value.image) ? 0 : Number.POSITIVE_INFINITY);
}
/** The last part of an image's path: the same image under whatever registry. */
function pod_images_nameOf(image) {
    return parseReference((0,plain_values/* scalarText */.ws)(image))?.repository.split('/').at(-1) ?? (0,plain_values/* scalarText */.ws)(image);
}
function at(pod, { path }, field) {
    return pod.at([...path.slice(1), field]);
}
function unpinned(what, before, after, position) {
    const image = (0,plain_values/* scalarText */.ws)(after);
    const losses = imageLosses((0,plain_values/* scalarText */.ws)(before), image);
    return losses.length === 0 ? [] : [{ what, image, losses, position }];
}
/** Volumes that are images (`volumes[].image.reference`, Kubernetes 1.33), by their names. */
function ofVolumes(before, after) {
    const old = new Map((0,plain_values/* list */.p_)(before.spec.volumes).map((volume) => [(0,plain_values/* mapping */.pq)(volume).name, volume]));
    return (0,plain_values/* list */.p_)(after.spec.volumes).flatMap((volume, index) => {
        const { name } = (0,plain_values/* mapping */.pq)(volume);
        const [was, is] = [old.get(name), volume].map((each) => (0,plain_values/* valueUnder */.cZ)(each, 'image', 'reference'));
        if (was === undefined || is === undefined)
            return [];
        const position = after.at(['volumes', index, 'image', 'reference']);
        return unpinned(`of volume ${(0,plain_values/* scalarText */.ws)(name)}`, was, is, position);
    });
}

;// CONCATENATED MODULE: ./build/workload/images/image-settings.js




const image_settings_deepest = 24;
/** The images that are named in a value, wherever. Texts with values of a chart (`helm.values`) are looked through as well. */
function imageSettings(value, limits) {
    return [...image_settings_search(value, [], [], limits)];
}
function* image_settings_search(value, path, names, limits) {
    if (path.length > image_settings_deepest)
        return;
    if (Array.isArray(value)) {
        yield* ofParameters(value, path, names);
        for (const [index, item] of value.entries()) {
            const { name } = (0,plain_values/* mapping */.pq)(item);
            yield* image_settings_search(item, [...path, index], [...names, typeof name === 'string' ? name : String(index)], limits);
        }
    }
    else if ((0,plain_values/* isMapping */.pi)(value)) {
        const own = ofMapping(value, path, names);
        if (own !== undefined)
            yield own;
        for (const [key, item] of Object.entries(value))
            yield* ofField(value, key, item, path, names, limits);
    }
}
function* ofField(around, key, item, path, names, limits) {
    const [at, inside] = [
        [...path, key],
        [...names, key],
    ];
    if (typeof item !== 'string') {
        yield* image_settings_search(item, at, inside, limits);
    }
    else if (/(?:^|[a-z_-])image(?:Name)?$/i.test(key) && isImage(item)) {
        yield { key: inside.join('.'), image: item, isVersioned: true, isText: true, path: at };
    }
    else if (key === 'values' && (item.includes('image') || item.includes('Image'))) {
        for (const { value } of (0,parse_yaml/* parseYaml */.h)(Buffer.from(item), limits).documents) {
            for (const found of image_settings_search(value, [], inside, limits))
                yield { ...found, path: at };
        }
    }
    else if (key === 'name' && ['newName', 'newTag', 'digest'].some((field) => around[field] !== undefined)) {
        yield kustomized(around, item, path, names);
    }
}
/** A word alone may be the name of anything. */
function isImage(value) {
    return (0,open_text/* isOpenText */.U)(value) || (/[/:@]/.test(value) && parseReference(value) !== undefined);
}
/** `image: {registry, repository, tag, digest}`, as charts have it. */
function ofMapping(value, path, names) {
    const repository = (0,plain_values/* text */.Qq)(value.repository);
    const isNamed = /image$/i.test(names.at(-1) ?? '');
    const [tag, digest] = [(0,plain_values/* scalarText */.ws)(value.tag), (0,plain_values/* scalarText */.ws)(value.digest) || (0,plain_values/* scalarText */.ws)(value.sha)];
    if (repository === undefined || (!isNamed && tag === '' && digest === ''))
        return undefined;
    const registry = (0,plain_values/* text */.Qq)(value.registry);
    const name = registry === undefined ? repository : `${registry.replace(/\/$/, '')}/${repository}`;
    return {
        key: names.join('.'),
        image: image_settings_joined(name, tag, digest),
        isVersioned: tag !== '' || digest !== '',
        isText: false,
        path: [...path, ['digest', 'sha', 'tag'].find((field) => (0,plain_values/* text */.Qq)(value[field]) !== undefined) ?? 'repository'],
    };
}
/** An entry of a kustomization's `images` (kustomize api/types/image.go). */
function kustomized(value, name, path, names) {
    const [tag, digest] = [(0,plain_values/* scalarText */.ws)(value.newTag), (0,plain_values/* scalarText */.ws)(value.digest)];
    const field = ['digest', 'newTag', 'newName'].find((each) => value[each] !== undefined) ?? 'name';
    return {
        key: names.join('.'),
        image: image_settings_joined((0,plain_values/* text */.Qq)(value.newName) ?? name, tag, digest),
        isVersioned: tag !== '' || digest !== '',
        isText: false,
        path: [...path, field],
    };
}
function image_settings_joined(name, tag, digest) {
    const isAlgorithm = digest.includes(':');
    return `${name}${tag === '' ? '' : `:${tag}`}${digest === '' ? '' : `@${isAlgorithm ? digest : `sha256:${digest}`}`}`;
}
/** Parameters of a chart (`image.tag` in `helm.parameters` of an Application), put together by what precedes the last dot. */
function* ofParameters(items, path, names) {
    const parts = new Map();
    const places = new Map();
    for (const [index, item] of (0,plain_values/* list */.p_)(items).entries()) {
        const { name, value } = (0,plain_values/* mapping */.pq)(item);
        const [, prefix, field] = /^(?:(.*)\.)?(registry|repository|tag|digest|sha)$/.exec((0,plain_values/* scalarText */.ws)(name)) ?? [];
        if (field === undefined || value === undefined)
            continue;
        parts.set(prefix ?? '', { ...parts.get(prefix ?? ''), [field]: (0,plain_values/* scalarText */.ws)(value) });
        places.set(prefix ?? '', index);
    }
    for (const [prefix, value] of parts) {
        const found = ofMapping(value, path, [...names, prefix]);
        if (found !== undefined)
            yield { ...found, path: [...path, places.get(prefix) ?? 0] };
    }
}

;// CONCATENATED MODULE: ./build/workload/images/unpinned-settings.js





/** Compares the images that objects name which are no pods: HelmReleases, Applications, custom resources. */
function unpinnedInObjects({ before, after }, limits) {
    const wanted = (objects) => objects
        .filter((each) => each.kind !== 'CustomResourceDefinition' && !(0,model_pods/* podsOf */.E)(each).some(({ isWhole }) => isWhole))
        .map((resource) => ({ resource }));
    const keyOf = ({ resource: { group, kind, namespace, name } }) => JSON.stringify([group, kind, namespace, name]);
    return pairObjects(wanted(before), wanted(after), keyOf).flatMap(({ before: was, after: is }) => {
        if (was === undefined || is === undefined)
            return [];
        const [old, now] = [was, is].map(({ resource }) => unpinned_settings_settingsOf(resource, limits));
        const { resource } = is;
        return compare(old ?? [], now ?? [], ({ path }) => resource.at(path)).map((each) => ({ ...each, resource }));
    });
}
/** The object without what only describes it, so that paths stay those of the object. */
function unpinned_settings_settingsOf({ value }, limits) {
    const { metadata: _, status: __, ...rest } = value;
    return imageSettings(rest, limits);
}
/**
 * The same for a file's documents that are no objects: values of charts, kustomizations that state no kind. What is only called
 * `image` counts where the file's name says that it holds values.
 */
function unpinnedInFile({ path: file, before, after }, limits) {
    const plain = (documents = []) => documents.filter(({ value }) => isPlain(value));
    const old = plain(before?.documents);
    return plain(after?.documents).flatMap((document, index) => {
        const was = old[index];
        if (was === undefined)
            return [];
        const place = ({ path }) => ({ file, ...document.at(path) });
        const settings = (value) => imageSettings(value, limits).filter(({ isText }) => !isText || /values[^/]*$/i.test(file));
        return compare(settings(was.value), settings(document.value), place);
    });
}
function isPlain(value) {
    return ((0,plain_values/* isMapping */.pi)(value) && !(typeof (0,plain_values/* mapping */.pq)(value).kind === 'string' && typeof (0,plain_values/* mapping */.pq)(value).apiVersion === 'string'));
}
function compare(before, after, placeOf) {
    const old = new Map(before.map((each) => [each.key, each]));
    return after.flatMap((setting) => {
        const was = old.get(setting.key);
        if (was === undefined)
            return [];
        const { key, image, isVersioned } = setting;
        // Without a tag a chart has one of its own.
        const losses = imageLosses(was.image, image).filter(({ kind }) => isVersioned || kind !== 'tag');
        return losses.length === 0 ? [] : [{ what: `in ${key}`, image, losses, position: placeOf(setting) }];
    });
}

;// CONCATENATED MODULE: ./build/workload/judge/pinning.js



/** Compares how firmly images and charts are named. */
function pinningChange(pods, objects, { touched, unrendered }, limits) {
    return {
        pods: pods.flatMap((change) => {
            const { after } = change;
            if (after === undefined)
                return [];
            const found = { pod: after, unpinned: podImages(change), unpulled: unpulledImages(change) };
            return found.unpinned.length + found.unpulled.length === 0 ? [] : [found];
        }),
        settings: unpinnedInObjects(objects, limits),
        values: unrendered.flatMap((file) => unpinnedInFile(file, limits)),
        charts: [...loosenedInObjects(objects), ...touched.flatMap(loosenedInFile)],
    };
}

;// CONCATENATED MODULE: ./build/workload/namespaces/declared-namespaces.js

const managed = ['spec', 'syncPolicy', 'managedNamespaceMetadata', 'labels'];
/**
 * The namespace whose labels an object states: a Namespace, or a Project of OpenShift; an Application of Argo CD for the
 * namespace it creates (`managedNamespaceMetadata`). Undefined for other objects.
 */
function declaredNamespace(resource) {
    const { group, kind, name, value } = resource;
    if ((group === '' && kind === 'Namespace') || (group === 'project.openshift.io' && kind === 'Project')) {
        return { name, labels: (0,plain_values/* mapping */.pq)((0,plain_values/* mapping */.pq)(value.metadata).labels), resource, path: ['metadata', 'labels'] };
    }
    if (group !== 'argoproj.io' || kind !== 'Application')
        return undefined;
    const labels = (0,plain_values/* valueUnder */.cZ)(value, ...managed);
    const namespace = (0,plain_values/* text */.Qq)((0,plain_values/* valueUnder */.cZ)(value, 'spec', 'destination', 'namespace'));
    if (!(0,plain_values/* isMapping */.pi)(labels) || namespace === undefined)
        return undefined;
    return { name: namespace, labels, resource, path: managed };
}

// EXTERNAL MODULE: ./build/workload/namespaces/pod-security-labels.js + 1 modules
var pod_security_labels = __webpack_require__(7276);
;// CONCATENATED MODULE: ./build/workload/namespaces/namespace-levels.js


/**
 * What the labels of each namespace enforce, by its name, before or after the change: the higher where they differ. Undefined
 * where none says so.
 */
function namespaceLevels({ before, after }) {
    let known;
    return (namespace) => {
        known ??= stated([...before, ...after]);
        return known.get(namespace);
    };
}
function stated(objects) {
    const levels = new Map();
    for (const object of objects) {
        const declared = declaredNamespace(object);
        if (declared?.labels[(0,pod_security_labels/* labelOf */.Wy)('enforce', 'level')] === undefined)
            continue;
        const { enforce } = (0,pod_security_labels/* podSecurityOf */.lP)(declared.labels);
        const other = levels.get(declared.name);
        if (other === undefined || (0,pod_security_labels/* rank */.Tm)(enforce.level) > (0,pod_security_labels/* rank */.Tm)(other.level))
            levels.set(declared.name, enforce);
    }
    return levels;
}

// EXTERNAL MODULE: ./build/workload/pod-security/standards.js + 3 modules
var standards = __webpack_require__(6018);
;// CONCATENATED MODULE: ./build/workload/privileges/former-path.js

/**
 * The field that took a power away before the change: that of the container, else that of the pod for all of them. Undefined
 * where there was none.
 */
function formerPath(before, { kind, path, formerContainer }) {
    if ((0,pod/* hasOwnUsers */.lf)(before) && kind === 'may be root')
        return ['spec', 'hostUsers'];
    const at = path.lastIndexOf('securityContext');
    if (at < 0)
        return undefined;
    const inside = path.slice(at);
    const container = (0,pod/* containersOf */.Mz)(before).find(({ name }) => name === formerContainer);
    const own = container && [...container.path, ...inside];
    return [own, ['spec', ...inside]].find((each) => each !== undefined && (0,pod/* isSet */.vM)((0,pod/* valueAt */.fK)(before, each)));
}

;// CONCATENATED MODULE: ./build/workload/privileges/host-path.js
/**
 * Places that give the node away also where they are only read: sockets through which any container can be started (a
 * read-only mount still lets one connect), and credentials of the kubelet, of the cluster and of root.
 */
const readable = [
    '/run/docker.sock',
    '/run/containerd',
    '/run/crio',
    '/run/cri-dockerd.sock',
    '/run/dockershim.sock',
    '/run/podman',
    '/run/buildkit',
    '/run/k3s/containerd',
    '/run/k0s',
    '/run/snap.microk8s',
    '/run/systemd/private',
    '/var/lib/kubelet/kubelet.sock',
    '/var/lib/kubelet/pki',
    '/var/lib/kubelet/pods',
    '/var/lib/etcd',
    '/var/lib/rancher/k3s/server',
    '/var/lib/rancher/rke2/server',
    '/etc/kubernetes',
    '/etc/rancher',
    '/etc/shadow',
    '/proc/1',
    '/root',
];
/** Places that give the node away once they can be written to: what it runs, and what it is told to run. */
const writable = [
    '/bin',
    '/boot',
    '/dev/mem',
    '/dev/sda',
    '/etc/cni',
    '/etc/cron.d',
    '/etc/crontab',
    '/etc/init.d',
    '/etc/ld.so.preload',
    '/etc/pam.d',
    '/etc/passwd',
    '/etc/profile.d',
    '/etc/ssh',
    '/etc/sudoers.d',
    '/etc/systemd',
    '/etc/udev',
    '/home',
    '/lib',
    '/lib64',
    '/opt/cni',
    '/proc/sys',
    '/sbin',
    '/sys/kernel',
    '/usr',
    '/var/lib/cni',
    '/var/lib/containerd',
    '/var/lib/containers',
    '/var/lib/docker',
    '/var/spool/cron',
];
/** How bad it is to mount a path of the node. */
function hostPathSeverity(stated, isWritable) {
    const path = stated.replace(/^\/var\/run(?=\/|$)/, '/run');
    if (readable.some((place) => meet(place, path)))
        return 'critical';
    if (!isWritable)
        return 'medium';
    return writable.some((place) => meet(place, path)) ? 'critical' : 'high';
}
/** Whether the one path is in the other. */
function meet(a, b) {
    return isInside(a, b) || isInside(b, a);
}
/** Whether a path is in a folder, or is the folder. */
function isInside(path, folder) {
    return path === folder || folder === '/' || path.startsWith(`${folder}/`);
}

;// CONCATENATED MODULE: ./build/workload/privileges/danger.js


/** Of what the level baseline forbids. */
const severities = {
    privileged: 'critical',
    hostProcess: 'critical',
    hostNetwork: 'high',
    hostPID: 'high',
    hostIPC: 'high',
    procMount: 'high',
    'seLinux type': 'high',
    'seLinux user': 'high',
    'seLinux role': 'high',
};
/** Capabilities beyond the baseline that reach no further than the pod. */
const smallCapabilities = new Set([
    'BLOCK_SUSPEND',
    'IPC_LOCK',
    'IPC_OWNER',
    'LEASE',
    'NET_BROADCAST',
    'NET_RAW',
    'SYS_NICE',
    'SYS_PACCT',
    'SYS_RESOURCE',
    'SYS_TTY_CONFIG',
    'WAKE_ALARM',
]);
/** How bad it is that a pod newly has a power; what only the level restricted forbids is medium. */
function severityOf({ kind, value, level, isWritable, isOpen }) {
    if (level === 'restricted')
        return kind === 'may become root' ? 'low' : 'medium';
    if (kind === 'hostPath')
        return isOpen ? 'critical' : hostPathSeverity(value, isWritable);
    if (kind === 'capability') {
        if (isOpen || pod_constraints/* nodeCapabilities */.dl.has(value))
            return 'critical';
        return smallCapabilities.has(value) ? 'medium' : 'high';
    }
    return severities[kind] ?? 'medium';
}

// EXTERNAL MODULE: ./build/workload/privileges/powers.js
var privileges_powers = __webpack_require__(5879);
;// CONCATENATED MODULE: ./build/workload/privileges/gained-powers.js






/**
 * What a pod may newly do, container by container: what a container of another name did in its place before, or what
 * another power holds already, is none. A new container without the level restricted's fields is none either in a pod whose other
 * containers lack them too. Where a container was privileged already, the rest is one step less bad.
 */
function gainedPowers(before, after) {
    const [old, now] = [(0,privileges_powers/* powersOf */.eJ)(before), (0,privileges_powers/* powersOf */.eJ)(after)];
    const heldBy = (name) => old.filter(({ container }) => container === undefined || container === name);
    const gainedBy = (was, is) => uncovered(now.filter(({ container }) => container === is.name), heldBy(was?.name));
    const pairs = pairContainers((0,pod/* containersOf */.Mz)(before), (0,pod/* containersOf */.Mz)(after), (was, is) => gainedBy(was, is).length);
    const ofPod = uncovered(now.filter(isOfNone(pairs)), old);
    const isOwner = old.some(({ kind }) => kind === 'privileged' || kind === 'hostProcess');
    const known = new Set(old.map(privileges_powers/* codeOf */.$N));
    const gained = [
        ...ofPod.map((power) => ({ power, was: undefined })),
        ...pairs.flatMap(({ before: was, after: is }) => gainedBy(was, is)
            .filter((power) => was !== undefined || power.level === 'baseline' || uncovered([power], old).length > 0)
            .map((power) => ({ power, was }))),
    ];
    return gained.map(({ power, was }) => {
        const isKnown = isOwner || (was === undefined && known.has((0,privileges_powers/* codeOf */.$N)(power)));
        const severity = severityOf(power);
        return { ...power, severity: isKnown ? (0,build_severity/* lower */.ib)(severity) : severity, formerContainer: was?.name };
    });
}
/** Powers of the pod as a whole, and those that name a container which is not there. */
function isOfNone(pairs) {
    const names = new Set(pairs.map(({ after }) => after.name));
    return ({ container }) => container === undefined || !names.has(container);
}
function uncovered(powers, held) {
    const codes = new Set(held.map(privileges_powers/* codeOf */.$N));
    return powers.filter((power) => !codes.has((0,privileges_powers/* codeOf */.$N)(power)) && !held.some((each) => gained_powers_covers(each, power)));
}
/** What a privileged container has whatever else its fields say (kubelet, pkg/kubelet/kuberuntime/security_context.go). */
const ofPrivileged = new Set([
    'appArmor',
    'capability',
    'default capability',
    'no seccomp',
    'privilege escalation',
    'procMount',
    'seLinux role',
    'seLinux type',
    'seLinux user',
    'seccomp',
]);
const others = {
    'may be root': ['root'],
    'may become root': ['may be root', 'root'],
    'no seccomp': ['seccomp'],
};
/** Whether who has the one has the other by it. */
function gained_powers_covers(held, { kind, value, level, isWritable }) {
    if (held.kind === 'privileged' && ofPrivileged.has(kind))
        return true;
    if (kind === 'hostPath' && held.kind === 'hostPath') {
        return isInside(value, held.value) && (held.isWritable || !isWritable);
    }
    if (kind === 'capability' || kind === 'default capability') {
        if (held.kind === 'capability')
            return held.value === value || held.value === 'ALL';
        // Of those that some runtimes give by themselves, not all do.
        return held.kind === 'default capability' && held.value === value && level === 'restricted';
    }
    return others[kind]?.includes(held.kind) === true;
}
/** What a pod may do that was not there before. */
function initialPowers(pod) {
    return (0,privileges_powers/* powersOf */.eJ)(pod).map((power) => ({ ...power, severity: severityOf(power), formerContainer: undefined }));
}

;// CONCATENATED MODULE: ./build/workload/privileges/limits.js



/**
 * Limits that containers no longer have. That of CPU alone is left out: a container without it is slowed down by others and
 * takes nothing from them that they ask for. A limit of the pod as a whole (`spec.resources`, Kubernetes 1.34) holds for all.
 */
function lostLimits(before, after) {
    const ofPod = (0,plain_values/* mapping */.pq)((0,plain_values/* mapping */.pq)(after.spec.resources).limits);
    return pairContainers((0,pod/* containersOf */.Mz)(before), (0,pod/* containersOf */.Mz)(after), () => 0).flatMap(({ before: was, after: is }) => {
        if (was === undefined)
            return [];
        const [old, now] = [was, is].map(({ value }) => (0,plain_values/* mapping */.pq)((0,plain_values/* mapping */.pq)(value.resources).limits));
        const resources = Object.keys(old ?? {}).filter((name) => name !== 'cpu' && (0,pod/* isSet */.vM)(old?.[name]) && !(0,pod/* isSet */.vM)(now?.[name]) && !(0,pod/* isSet */.vM)(ofPod[name]));
        const [first] = resources;
        if (first === undefined)
            return [];
        const position = after.at([...is.path.slice(1), 'resources', 'limits']);
        const removedAt = before.at([...was.path.slice(1), 'resources', 'limits', first]);
        return [{ container: is.name, resources, position, removedAt }];
    });
}

;// CONCATENATED MODULE: ./build/workload/judge/pod-privileges.js







/** What the pods of a scope may newly do; those that gain nothing are left out. */
function podPrivileges(changes, objects) {
    const levelOf = namespaceLevels(objects);
    return changes.flatMap(({ before, after }) => {
        if (after === undefined)
            return [];
        const found = before === undefined ? ofNew(after, levelOf(after.namespace)) : ofChanged(before, after);
        return found.powers.length === 0 && found.limits.length === 0 ? [] : [found];
    });
}
function ofChanged(before, after) {
    const placed = gainedPowers(before, after).map((power) => {
        const former = power.isMissing ? formerPath(before, power) : undefined;
        const isOfPod = former?.[1] === 'securityContext';
        return {
            ...power,
            position: positionOf(after, isOfPod ? former : power.path),
            removedAt: former && positionOf(before, former),
        };
    });
    return { pod: after, isNew: false, level: undefined, powers: worstFirst(placed), limits: lostLimits(before, after) };
}
/**
 * A new pod is judged as if it had been nothing: by baseline, or by restricted where its namespace enforces that, one step less
 * bad, and two where the namespace is there for privileged pods. What only adds to a pod that is elsewhere is not new.
 */
function ofNew(pod, enforced) {
    const level = enforced?.level;
    const demanded = enforced?.level === 'restricted' ? (0,standards/* controlsOf */.ux)('restricted', (0,pod_security_labels/* judgedMinor */.Zi)(enforced)) : [];
    const restricted = new Set(demanded.map(({ control }) => control.id));
    const steps = pod.isWhole ? (level === 'privileged' ? 2 : 1) : 0;
    const powers = initialPowers(pod)
        .filter((power) => power.level === 'baseline' || restricted.has(power.control))
        .filter(({ isMissing }) => pod.isWhole || !isMissing)
        .map((power) => ({
        ...power,
        severity: (0,build_severity/* lower */.ib)(power.severity, steps),
        position: positionOf(pod, power.path),
        removedAt: undefined,
    }));
    return { pod, isNew: true, level, powers: worstFirst(powers), limits: [] };
}
function positionOf(pod, [root, ...path]) {
    return root === 'metadata' ? pod.metadataAt(path) : pod.at(path);
}
function worstFirst(powers) {
    return [...powers].sort((a, b) => (0,build_severity/* compareSeverity */.zK)(a.severity, b.severity));
}

// EXTERNAL MODULE: ./build/rbac/read/security-constraints.js
var security_constraints = __webpack_require__(9155);
;// CONCATENATED MODULE: ./build/workload/constraints/allowances.js




/**
 * What constraints on pods let them do: SecurityContextConstraints of OpenShift (openshift/api security/v1), and a
 * PodSecurityPolicy (policy/v1beta1, in Kubernetes until 1.24). Undefined for other objects.
 */
function allowancesOf(resource) {
    const { value, kind } = resource;
    if ((0,security_constraints/* isSecurityConstraints */.N)(resource)) {
        const fields = { at: value, root: [] };
        return [
            ...(0,pod_constraints/* constraintsAllow */.U5)(value).map(fromPower),
            ...common(fields, 'type', ['seLinuxContext', 'fsGroup', 'supplementalGroups']),
            ...items(fields, 'seccompProfiles', 'seccomp', 'run under the seccomp profile #', defaultProfiles),
        ];
    }
    if (kind !== 'PodSecurityPolicy')
        return undefined;
    const fields = { at: (0,plain_values/* mapping */.pq)(value.spec), root: ['spec'] };
    const annotations = { at: (0,plain_values/* mapping */.pq)((0,plain_values/* mapping */.pq)(value.metadata).annotations), root: ['metadata', 'annotations'] };
    return [
        ...(0,pod_constraints/* podSecurityPolicyAllows */.q1)(fields.at).map(fromPower),
        ...common(fields, 'rule', ['seLinux', 'fsGroup', 'supplementalGroups', 'runAsGroup']),
        ...hostPaths(fields),
        ...hostPorts(fields),
        ...items(fields, 'allowedProcMountTypes', 'procMount', 'see /proc #', ['Default']),
        ...profiles(annotations, 'seccomp', 'seccomp.security.alpha.kubernetes.io/allowedProfileNames'),
        ...profiles(annotations, 'AppArmor', 'apparmor.security.beta.kubernetes.io/allowedProfileNames'),
    ];
}
/** What the one lets pods do and the other does not; that any is allowed covers each. */
function newAllowances(before, after) {
    const keyOf = (kind, value) => JSON.stringify([kind, value]);
    const known = new Set(before.map(({ kind, value }) => keyOf(kind, value)));
    return after.filter(({ kind, value }) => !known.has(keyOf(kind, value)) && !known.has(keyOf(kind, '*')));
}
const defaultProfiles = ['runtime/default', 'docker/default'];
function fromPower(power) {
    const { code, what, path } = power;
    const capability = /^capability (.*)$/.exec(code)?.[1];
    if (capability === undefined)
        return { kind: code, value: '', what, path, power };
    const value = capability === 'ALL' ? '*' : capability;
    return { kind: 'capability', value, what: 'have the capability #', path, power };
}
/** What both kinds say alike. Processes may gain privileges unless it is said otherwise. */
function common({ at, root }, strategy, names) {
    const one = (kind, what, field) => ({ kind, value: '', what, path: [...root, field] });
    return [
        ...(at.allowPrivilegeEscalation === false
            ? []
            : [one('escalation', 'gain privileges by setuid programs', 'allowPrivilegeEscalation')]),
        ...names
            .filter((name) => !(0,plain_values/* isMapping */.pi)(at[name]) || (0,plain_values/* mapping */.pq)(at[name])[strategy] === 'RunAsAny')
            .map((name) => ({ kind: 'any', value: name, what: 'choose any #', path: [...root, name] })),
        ...items({ at, root }, 'volumes', 'volume', 'mount volumes of the type #', plainVolumes),
        ...(mounts(at, 'flexVolume') ? flexVolumes({ at, root }) : []),
        ...items({ at, root }, 'allowedUnsafeSysctls', 'sysctl', 'set the sysctl #', []),
        ...kept({ at, root }),
        ...(at.readOnlyRootFilesystem === true
            ? []
            : [one('writable root', 'write to their root filesystem', 'readOnlyRootFilesystem')]),
    ];
}
/** Volumes that hold nothing of the node's or of another machine's; and the node's own, which is a power. */
const plainVolumes = [
    'configMap',
    'csi',
    'downwardAPI',
    'emptyDir',
    'ephemeral',
    'hostPath',
    'image',
    'none',
    'persistentVolumeClaim',
    'projected',
    'secret',
];
function mounts(at, volume) {
    return (0,plain_values/* strings */.P$)(at.volumes).some((each) => each === '*' || each === volume);
}
/** The items of a list of names that are not among the harmless ones. */
function items({ at, root }, field, kind, what, harmless) {
    return (0,plain_values/* list */.p_)(at[field]).flatMap((item, index) => {
        const value = (0,plain_values/* scalarText */.ws)(item);
        return harmless.includes(value) ? [] : [{ kind, value, what, path: [...root, field, index] }];
    });
}
/** An empty list names none, and so allows any. */
function allowances_named(fields, field, kind, what, nameOf) {
    const path = [...fields.root, field];
    const entries = (0,plain_values/* list */.p_)(fields.at[field]).map((item, index) => ({
        kind,
        value: nameOf((0,plain_values/* mapping */.pq)(item)),
        what,
        path: [...path, index],
    }));
    return entries.length > 0 ? entries : [{ kind, value: '*', what, path }];
}
function flexVolumes(fields) {
    const nameOf = ({ driver }) => (0,plain_values/* scalarText */.ws)(driver);
    return allowances_named(fields, 'allowedFlexVolumes', 'flexVolume', 'mount volumes of the driver #', nameOf);
}
function hostPaths(fields) {
    if (!mounts(fields.at, 'hostPath'))
        return [];
    const nameOf = ({ pathPrefix, readOnly }) => `${(0,plain_values/* scalarText */.ws)(pathPrefix)}${readOnly === true ? ' (read-only)' : ''}`;
    return allowances_named(fields, 'allowedHostPaths', 'path', 'mount # of the node', nameOf);
}
function hostPorts({ at, root }) {
    return (0,plain_values/* list */.p_)(at.hostPorts).map((range, index) => {
        const { min, max } = (0,plain_values/* mapping */.pq)(range);
        const value = `${(0,plain_values/* scalarText */.ws)(min)}-${(0,plain_values/* scalarText */.ws)(max)}`;
        return { kind: 'port', value, what: 'use the ports # of the node', path: [...root, 'hostPorts', index] };
    });
}
/** Capabilities of the runtime's that are not taken from every pod. */
function kept({ at, root }) {
    const dropped = (0,plain_values/* strings */.P$)(at.requiredDropCapabilities);
    if (dropped.includes('ALL'))
        return [];
    return privileges_powers/* runtimeCapabilities */.rV
        .filter((name) => !dropped.includes(name))
        .map((value) => ({
        kind: 'keep',
        value,
        what: 'keep the capability #',
        path: [...root, 'requiredDropCapabilities'],
    }));
}
/** Profiles that an annotation allows, any where there is none. */
function profiles({ at, root }, name, key) {
    const stated = (0,plain_values/* text */.Qq)(at[key]);
    const values = stated === undefined ? ['*'] : stated.split(',').map((each) => each.trim());
    return values
        .filter((value) => !defaultProfiles.includes(value))
        .map((value) => ({ kind: name, value, what: `run under the ${name} profile #`, path: [...root, key] }));
}

;// CONCATENATED MODULE: ./build/workload/constraints/widened-constraints.js


/**
 * The SecurityContextConstraints and PodSecurityPolicies of a scope that allow more than before. New ones let nobody do anything:
 * who may use them is RBAC's matter.
 */
function widenedConstraints({ before, after }) {
    const constraints = (objects) => objects.flatMap((resource) => {
        const allowed = allowancesOf(resource);
        return allowed === undefined ? [] : [{ resource, allowed }];
    });
    const keyOf = ({ resource: { kind, name } }) => `${kind} ${name}`;
    return pairObjects(constraints(before), constraints(after), keyOf).flatMap((pair) => {
        if (pair.before === undefined || pair.after === undefined)
            return [];
        const gained = newAllowances(pair.before.allowed, pair.after.allowed);
        return gained.length === 0 ? [] : [{ resource: pair.after.resource, gained }];
    });
}

;// CONCATENATED MODULE: ./build/workload/namespaces/lowerings.js


/** Where the one demands more than the other: a higher level, or controls that only a newer version of it has. */
function loweringsOf(before, after) {
    const all = pod_security_labels/* modes */.nI.flatMap((mode) => {
        const [was, is] = [before[mode], after[mode]];
        const lost = lostControls(was, is);
        const common = { mode, before: was, after: is, lost };
        if ((0,pod_security_labels/* rank */.Tm)(was.level) > (0,pod_security_labels/* rank */.Tm)(is.level))
            return [{ ...common, field: 'level' }];
        return lost.length > 0 ? [{ ...common, field: 'version' }] : [];
    });
    // Whoever is no longer refused is no longer warned either: said once.
    const refusal = all.find(({ mode }) => mode === 'enforce');
    return all.filter(({ mode, before: was, after: is }) => {
        return mode !== 'warn' || was.level !== refusal?.before.level || is.level !== refusal.after.level;
    });
}
/** Controls of the one that the other lacks, or has in a form that allows more. */
function lostControls(before, after) {
    const kept = (0,standards/* controlsOf */.ux)(after.level, (0,pod_security_labels/* judgedMinor */.Zi)(after));
    return (0,standards/* controlsOf */.ux)(before.level, (0,pod_security_labels/* judgedMinor */.Zi)(before)).flatMap(({ control, revision }) => {
        const other = kept.find((each) => each.control.id === control.id || each.control.insteadOf === control.id);
        const isWeaker = control === other?.control && other.revision.since < revision.since && revision.isStricter === true;
        if (other !== undefined && !isWeaker)
            return [];
        // Baseline's own form of it may judge the same.
        const isSame = kept.some((each) => each.revision.violations === revision.violations);
        return isSame ? [] : [control.id];
    });
}

;// CONCATENATED MODULE: ./build/workload/namespaces/security-configuration.js



/** Whom the plugin can be told to leave alone (k8s.io/pod-security-admission, admission/api/v1, PodSecurityExemptions). */
const exemptible = ['namespaces', 'usernames', 'runtimeClasses'];
const kind = 'PodSecurityConfiguration';
/**
 * The configurations in an object: the API server's AdmissionConfiguration, one alone, one as a text of a ConfigMap or of a
 * machine's files; and Rancher's PodSecurityAdmissionConfigurationTemplate.
 */
function securityConfigurations(resource, limits) {
    if (resource.kind === 'PodSecurityAdmissionConfigurationTemplate') {
        return [security_configuration_configuration(resource, ['configuration'], (0,plain_values/* mapping */.pq)(resource.value.configuration), false)];
    }
    return [...security_configuration_search(resource, resource.value, [], limits)];
}
const security_configuration_deepest = 16;
function* security_configuration_search(resource, value, path, limits) {
    if (path.length > security_configuration_deepest)
        return;
    if (typeof value === 'string') {
        if (!value.includes(kind))
            return;
        for (const { value: inner } of (0,parse_yaml/* parseYaml */.h)(Buffer.from(value), limits).documents) {
            for (const found of security_configuration_search(resource, inner, [], limits))
                yield { ...found, path, isText: true };
        }
    }
    else if (Array.isArray(value)) {
        for (const [index, item] of value.entries())
            yield* security_configuration_search(resource, item, [...path, index], limits);
    }
    else if ((0,plain_values/* isMapping */.pi)(value)) {
        if (value.kind === kind)
            yield security_configuration_configuration(resource, path, value, false);
        else
            for (const [key, item] of Object.entries(value))
                yield* security_configuration_search(resource, item, [...path, key], limits);
    }
}
function security_configuration_configuration(resource, path, value, isText) {
    const defaults = (0,plain_values/* mapping */.pq)(value.defaults);
    const exempt = (0,plain_values/* mapping */.pq)(value.exemptions);
    return {
        resource,
        path,
        isText,
        defaults: (0,pod_security_labels/* statedBy */.Hk)((mode, field) => defaults[field === 'level' ? mode : `${mode}-version`]),
        exemptions: {
            namespaces: (0,plain_values/* strings */.P$)(exempt.namespaces),
            usernames: (0,plain_values/* strings */.P$)(exempt.usernames),
            runtimeClasses: (0,plain_values/* strings */.P$)(exempt.runtimeClasses),
        },
    };
}

;// CONCATENATED MODULE: ./build/workload/namespaces/analyse-namespaces.js





/** Compares what the namespaces of a scope, and the configuration of its cluster, demand of pods. */
function analyseNamespaces({ before, after }, limits) {
    const declared = (objects) => objects.flatMap((each) => declaredNamespace(each) ?? []);
    const pairs = pairObjects(declared(before), declared(after), ({ name }) => name);
    const used = new Set(after.flatMap(({ namespace }) => namespace ?? []));
    const stated = new Set(declared(after).map(({ name }) => name));
    const old = new Set(before);
    const now = new Set(after);
    const configurations = (objects, others) => objects.flatMap((each) => (others.has(each) ? [] : securityConfigurations(each, limits)));
    return {
        lowered: pairs.flatMap((pair) => {
            if (pair.before === undefined)
                return [];
            if (pair.after !== undefined)
                return lowered(pair.before, pair.after);
            const { name } = pair.before;
            return used.has(name) && !stated.has(name) ? gone(pair.before) : [];
        }),
        freed: pairs.flatMap((pair) => (pair.after === undefined ? [] : freed(pair.before, pair.after))),
        configurations: pairObjects(configurations(before, now), configurations(after, old), configurationKey).flatMap((pair) => (pair.before === undefined ? [] : loweredConfiguration(pair.before, pair.after))),
    };
}
function lowered(before, after) {
    const lowerings = loweringsOf((0,pod_security_labels/* podSecurityOf */.lP)(before.labels), (0,pod_security_labels/* podSecurityOf */.lP)(after.labels));
    const [first] = lowerings;
    if (first === undefined)
        return [];
    const label = (0,pod_security_labels/* labelOf */.Wy)(first.mode, first.field);
    const { name, resource, path } = after;
    const isStated = after.labels[label] !== undefined;
    return [
        {
            name,
            resource,
            lowerings,
            isGone: false,
            position: resource.at(isStated ? [...path, label] : path),
            removedAt: isStated ? undefined : before.resource.at([...before.path, label]),
        },
    ];
}
/** What a namespace that is still there no longer states. */
function gone({ name, resource, labels, path }) {
    const lowerings = loweringsOf((0,pod_security_labels/* podSecurityOf */.lP)(labels), (0,pod_security_labels/* podSecurityOf */.lP)({}));
    const [first] = lowerings;
    if (first === undefined)
        return [];
    const position = resource.at([...path, (0,pod_security_labels/* labelOf */.Wy)(first.mode, first.field)]);
    return [{ name, resource, lowerings, isGone: true, position, removedAt: position }];
}
const runLevel = 'openshift.io/run-level';
/** Pods of the run levels 0 and 1 are not judged by SecurityContextConstraints (openshift/apiserver-library-go, sccadmission). */
function freed(before, after) {
    const isFree = (labels) => ['0', '1'].includes(String(labels[runLevel]));
    if (!isFree(after.labels) || (before !== undefined && isFree(before.labels)))
        return [];
    const { name, resource, path } = after;
    return [{ name, resource, isNew: before === undefined, position: resource.at([...path, runLevel]) }];
}
function configurationKey({ resource: { group, kind, namespace, name } }) {
    return JSON.stringify([group, kind, namespace, name]);
}
function loweredConfiguration(before, after) {
    if (after === undefined) {
        const lowerings = loweringsOf(before.defaults, (0,pod_security_labels/* podSecurityOf */.lP)({}));
        const { resource, path } = before;
        return lowerings.length === 0
            ? []
            : [{ resource, lowerings, exempted: [], isGone: true, position: resource.at(path) }];
    }
    const lowerings = loweringsOf(before.defaults, after.defaults);
    const exempted = exemptible.flatMap((field) => after.exemptions[field].filter((name) => !before.exemptions[field].includes(name)).map((name) => ({ field, name })));
    if (lowerings.length === 0 && exempted.length === 0)
        return [];
    const { resource, path, isText } = after;
    const inside = lowerings.length > 0 ? ['defaults'] : ['exemptions', exempted[0]?.field ?? ''];
    return [
        { resource, lowerings, exempted, isGone: false, position: resource.at(isText ? path : [...path, ...inside]) },
    ];
}

;// CONCATENATED MODULE: ./build/workload/judge/pod-security.js


/** Compares what namespaces, the configuration of the cluster, and constraints on pods demand of them. */
function podSecurityChange(objects, limits) {
    return { ...analyseNamespaces(objects, limits), constraints: widenedConstraints(objects) };
}

;// CONCATENATED MODULE: ./build/workload/judge/analyse-workloads.js







/** Compares the pods of every scope, what is demanded of them, and what runs in them. */
function analyseWorkloads(evidence, limits) {
    const { objects, files } = evidence;
    const ofScopes = (compare) => new Map([...objects].map(([scope, sides]) => [scope, compare(sides, scope)]));
    const pods = ofScopes(({ before, after }) => (0,pair_pods/* podChanges */.z)(before.flatMap(model_pods/* podsOf */.E), after.flatMap(model_pods/* podsOf */.E)));
    const podsIn = (scope) => pods.get(scope) ?? [];
    const touched = (0,build_groups/* groupBy */.$)(files.touched, ({ scope }) => scope);
    const unrendered = (0,build_groups/* groupBy */.$)(files.unrendered, ({ scope }) => scope);
    return {
        pods,
        identities: identityWidenings(evidence, pods),
        privileges: ofScopes((sides, scope) => podPrivileges(podsIn(scope), sides)),
        security: ofScopes((sides) => podSecurityChange(sides, limits)),
        pinning: ofScopes((sides, scope) => {
            const own = { touched: touched.get(scope) ?? [], unrendered: unrendered.get(scope) ?? [] };
            return pinningChange(podsIn(scope), sides, own, limits);
        }),
    };
}

;// CONCATENATED MODULE: ./build/gather/analyse.js










/** Asks every family for its result, each once: the only place where families compute. What the time is too short for is noted in the budget. */
function analyse({ before, after }, { touched, objects: sources, around: others, hidden, showsOpenshift }, { delivered, rendering }, context, policy, budget) {
    const merged = delivered === undefined ? sources : (0,merge_objects/* mergeObjects */.r)(sources, rendering, delivered.before.graph, policy.clusters);
    const surrounded = { objects: merged, around: new Map([...others, ...merged]) };
    const { objects, around } = mergeContext(surrounded, context, policy.clusters);
    const inRoots = new Set(rendering.roots.flatMap(({ before, after }) => [before, after].flatMap((side) => [...(side?.files ?? []), side?.root.declared?.file ?? ''])));
    const written = {
        outsideRoots: touched.filter(({ path }) => !inRoots.has(path)),
        unrendered: touched.filter(({ path }) => !rendering.covered.has(path)),
    };
    const options = { ...policy, openshift: policy.openshift ?? showsOpenshift };
    const reaches = accountReaches({ objects, around, isFirst: before.size === 0 }, options);
    return {
        rbac: analyseRbac({ objects, around, written }, options, budget.overIn('Judging permissions')),
        workloads: analyseWorkloads({ objects, around, reaches, files: { touched, unrendered: written.unrendered } }, policy.limits),
        hidden: analyseHidden(touched, hidden),
        secrets: analyseSecrets(touched, delivered === undefined ? [] : renderedObjects(rendering, delivered.before.graph.view), objects.values(), after, (0,external_node_crypto_.randomBytes)(32)),
        delivery: analyseDelivery(rendering, delivered, policy.limits),
    };
}

// EXTERNAL MODULE: ./build/gather/budget.js
var gather_budget = __webpack_require__(9653);
// EXTERNAL MODULE: ./build/policy/trusted-folder.js
var trusted_folder = __webpack_require__(6965);
// EXTERNAL MODULE: ./build/signature/model/signature.js
var signature = __webpack_require__(7833);
// EXTERNAL MODULE: ./build/signature/trust/admin-keys.js
var admin_keys = __webpack_require__(1308);
;// CONCATENATED MODULE: ./build/gather/commit-paths.js



/**
 * The paths each commit touches, where a verdict can depend on them: where signers are demanded for paths or rules, where an
 * admin signed a commit, and where the gate's folder changes (`touched` are the paths that differ) while the base names no admin.
 * Without such a signature `gate-changed` comes to the same whatever the paths are.
 */
async function readCommitPaths(repository, ids, commits, touched, policy) {
    const signs = (is) => commits.some(({ signature }) => is(signature));
    const isWanted = policy.signatures.requirements.length > 0 ||
        signs(signature/* isAdmin */.qc) ||
        (!(0,admin_keys/* mayHaveAdmin */.FX)(policy) && touched.some((path) => (0,trusted_folder/* isInFolder */.Gp)(path, policy.folder)) && signs(signature/* isGood */.Kg));
    return isWanted ? repository.commitPaths(ids) : new Map();
}

// EXTERNAL MODULE: ./build/gather/commits.js + 16 modules
var gather_commits = __webpack_require__(6519);
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
function coverageOf({ touched, filesRead, unread: unreadContext }, { delivered, rendering }, context) {
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
    };
}
function renderingOf({ roots, found, reused, tools, milliseconds }) {
    const reached = roots.flatMap(({ id, after }) => (after === undefined ? [] : [{ root: id, why: after.reason }]));
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
    return roots.flatMap(({ id, file, after }) => {
        if (after?.reason !== undefined)
            return [{ file, why: `${id} was not rendered: ${after.reason}` }];
        const taken = (after?.gaps ?? []).filter(({ kind }) => kind === 'remote' || kind === 'plugin');
        return taken.map((gap) => ({ file: gap.file, why: `${id}: ${leftOut(gap)}` }));
    });
}
/** What of a root was taken out before it was built. */
function leftOut(gap) {
    if (gap.kind === 'remote')
        return `${(0,remote/* shownAddress */.U)(gap.name)} was not judged, it is outside this repository`;
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

// EXTERNAL MODULE: ./build/rules/repository/gate-changed/control-files.js
var control_files = __webpack_require__(3563);
// EXTERNAL MODULE: ./build/gather/blobs.js
var blobs = __webpack_require__(5802);
;// CONCATENATED MODULE: ./build/gather/gate/control-files.js



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
    const plain = [...before].flatMap(([path, { mode, id }]) => (0,control_files/* isControlFile */.e2)(path) && mode.startsWith('100') ? [{ path, id }] : []);
    const beforeFiles = new Map();
    for await (const { files, bytes } of (0,blobs/* readBlobs */.b)(repository, (0,build_groups/* groupBy */.$)(plain, ({ id }) => id), limit)) {
        if (bytes !== undefined)
            for (const { path } of files)
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

;// CONCATENATED MODULE: ./build/gate/delivered-branches.js

/**
 * Whether a verdict on a merge into `branch` counts. A required check is on the head commit, so that a pass against a branch
 * that the author made would count for every other one too: where a policy names the delivered branches, a change into another
 * branch, or into one that is not known by name, is not judged.
 */
function judgeBranch(branch, policies, defaultBranch) {
    const refusing = policies.filter(({ branches }) => branches !== undefined && !delivered_branches_covers(branches, branch));
    const unjudged = [
        ...policies.flatMap(({ policy, unknown }) => (unknown === undefined ? [] : [delivered_branches_unread(branch, policy, unknown)])),
        ...(refusing.length > 0 ? [delivered_branches_refusal(branch, refusing)] : []),
    ];
    const isNamed = policies.some(({ branches, unknown }) => branches !== undefined || unknown !== undefined);
    if (isNamed || branch === undefined || branch === defaultBranch)
        return { unjudged, notes: [] };
    const note = `This verdict counts for a merge into ${branch}, and for no other branch. No policy names the branches that are delivered from: state them as branches in the policy of the default branch.`;
    return { unjudged, notes: [note] };
}
function delivered_branches_covers(globs, branch) {
    return branch !== undefined && globs.some((glob) => (0,policy_glob/* matchGlob */.s)(glob, branch));
}
function delivered_branches_unread(branch, policy, unknown) {
    return {
        what: `Whether ${branch ?? 'the target'} is a branch that is delivered from is not known: ${policy} cannot be read (${unknown}).`,
        remedy: 'Fix it there first, or fetch that branch.',
    };
}
function delivered_branches_refusal(branch, refusing) {
    const allowed = refusing.map(({ policy, branches = [] }) => `${policy} allows ${branches.join(', ')}`).join('; ');
    if (branch === undefined) {
        const what = `The base is not a branch, so it is not known for which one a verdict would count: ${allowed}.`;
        return { what, remedy: 'Name the branch itself as base.' };
    }
    return {
        what: `A change into ${branch} is not judged, because nothing is delivered from there: ${allowed}.`,
        remedy: 'Retarget it to one of these branches, or have an admin add this one to branches.',
    };
}

// EXTERNAL MODULE: ./build/git/repository.js
var git_repository = __webpack_require__(5799);
// EXTERNAL MODULE: ./build/policy/read-trusted-folder.js
var read_trusted_folder = __webpack_require__(9642);
// EXTERNAL MODULE: ./build/gather/gate/trusted-folder.js + 1 modules
var gate_trusted_folder = __webpack_require__(929);
;// CONCATENATED MODULE: ./build/gather/gate/delivered-branches.js





/** Changes that are merged or pushed into a branch. */
const intoBranch = new Set(['request', 'queue', 'push', 'new-branch']);
/**
 * Whether a verdict counts for a branch that is delivered from: the base's policy and the default branch's must both allow it, because
 * the author of a change chooses its target, and may have made it. Throws MissingObjectsError.
 */
async function readDeliveredBranches(repository, range, base, inputs) {
    if (!intoBranch.has(range.kind))
        return { unjudged: [], notes: [] };
    const ref = inputs.defaultBranch ?? (await repository.defaultBranch());
    const defaultBranch = ref?.replace(/^refs\/(?:heads|remotes\/[^/]+)\//, '');
    const own = { branches: base.branches, policy: base.source ?? 'the policy' };
    const isOther = ref !== undefined && defaultBranch !== range.branch && (await isThere(repository, ref, inputs));
    const others = isOther ? [await branchesOf(repository, ref, `${defaultBranch}`, inputs.policyPath)] : [];
    return judgeBranch(range.branch, [own, ...others], defaultBranch);
}
/** Fetches the tip of the forge's default branch. A forge's repository may have a default branch in name only. */
async function isThere(repository, ref, { defaultBranch, remote }) {
    if (defaultBranch === undefined || remote === undefined)
        return true;
    try {
        await repository.fetch([ref]);
        return true;
    }
    catch (error) {
        if (error instanceof git_repository/* AbsentRefError */.h)
            return false;
        throw error;
    }
}
/** What the policy at the tip of a branch says; why it is not known where it cannot be read. */
async function branchesOf(repository, ref, name, policyPath) {
    const policy = `the policy of the default branch ${name}`;
    const tip = await repository.resolve(ref, 'commit');
    if (tip === undefined)
        return { branches: undefined, policy, unknown: `${ref} is not in this clone` };
    const { entries, folder } = await (0,gate_trusted_folder/* folderOf */.y)(repository, tip, (0,trusted_folder/* policyFolder */.hx)(policyPath));
    const { policy: read, problems } = (0,read_trusted_folder.readTrustedFolder)(entries, folder);
    const [problem] = problems;
    if (problem === undefined)
        return { branches: read.branches, policy };
    return { branches: undefined, policy, unknown: `${problem.file}:${problem.line}: ${problem.what}` };
}

// EXTERNAL MODULE: ./build/git/diff/line-diff.js + 1 modules
var line_diff = __webpack_require__(5303);
;// CONCATENATED MODULE: ./build/gather/line-map.js


/** Findings have the head's lines; where the merge moved them, our line diff maps them back. */
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
    const contents = await (0,blobs/* readAvailable */.G)(repository, heads.values(), limit);
    const texts = new Map([...contents].map(([id, bytes]) => [id, bytes.toString('utf8')]));
    const diffs = new Map();
    return (path, line) => {
        const text = texts.get(heads.get(path) ?? '');
        const side = merged.get(path);
        if (text === undefined || side === undefined)
            return line;
        const diff = diffs.get(path) ?? (0,line_diff/* lineDiff */.gf)(side.text, text);
        diffs.set(path, diff);
        return (0,line_diff/* mapLine */.TU)(diff, line) ?? line;
    };
}

// EXTERNAL MODULE: ./build/gather/manifests.js + 13 modules
var gather_manifests = __webpack_require__(2176);
// EXTERNAL MODULE: ./build/render/plan/plan.js
var plan = __webpack_require__(3742);
;// CONCATENATED MODULE: ./build/render/plan/context-roots.js


/** The roots that the change does not reach, with all that they read. */
function unchangedRoots({ graph, roots }, changed) {
    return [...roots.values()].filter(({ id }) => !changed.has(id)).map((root) => (0,plan/* inputsOf */.V)(graph, root, ''));
}
/** Those of the roots that may hold a role, binding or group of one of the names; the likely ones first. */
function contextRoots(roots, view, mentions) {
    return roots
        .flatMap((inputs) => {
        const found = [...inputs.closure.files].map((path) => mentions.get(view.file(path)?.id ?? ''));
        const isNamed = found.includes('name');
        return isNamed || found.includes('computed') ? [{ ...inputs, isNamed }] : [];
    })
        .sort((a, b) => Number(b.isNamed) - Number(a.isNamed));
}
/**
 * The names as the files of roots may write them: whole, and without the prefix and the suffix that some kustomization puts
 * to them.
 */
function writtenNames(names, graph, roots) {
    const affixes = new Set();
    for (const { root, closure } of roots) {
        const options = root.sources.map((source) => ('options' in source ? source.options : {}));
        const parts = closure.kustomizations.map(({ file }) => (0,plain_values/* mapping */.pq)(graph.view.documents(file)[0]?.value));
        for (const { namePrefix, nameSuffix } of [...options, ...parts]) {
            affixes.add(JSON.stringify([(0,plain_values/* text */.Qq)(namePrefix) ?? '', (0,plain_values/* text */.Qq)(nameSuffix) ?? '']));
        }
    }
    const written = new Set(names);
    for (const name of names) {
        for (const affix of affixes) {
            const [prefix = '', suffix = ''] = (0,plain_values/* list */.p_)(JSON.parse(affix)).map(String);
            const inner = name.slice(prefix.length, name.length - suffix.length);
            if (inner !== '' && name === `${prefix}${inner}${suffix}`)
                written.add(inner);
        }
    }
    return [...written];
}
/** Bytes after `roleRef` in which its name is. */
const reach = 400;
/** What a file says of the names: that it has one, or that it names a role by an expression that may give one. */
function mentionOf(bytes, path, names) {
    if (names.some((name) => bytes.includes(name)))
        return 'name';
    // A packaged chart is not looked into.
    if (path.endsWith('.tgz'))
        return 'computed';
    if (!bytes.includes('{{') && !bytes.includes('${'))
        return undefined;
    const source = bytes.toString('utf8');
    for (let at = source.indexOf('roleRef'); at >= 0; at = source.indexOf('roleRef', at + 1)) {
        if (mayNameOne(source.slice(at, at + reach), names))
            return 'computed';
    }
    return undefined;
}
const action = /\{\{[^\n{}]{0,200}\}\}|\$\{[^\n{}]{0,200}\}/g;
/** Whether the name in a reference to a role is computed and may come out as one of the names. */
function mayNameOne(reference, names) {
    const written = /\bname["']?\s{0,5}:((?:\{\{[^\n{}]{0,200}\}\}|\$\{[^\n{}]{0,200}\}|[^\n,{}]){0,300})/.exec(reference)?.[1];
    if (written === undefined)
        return reference.includes('{{');
    const literals = written
        .replaceAll(action, '\0')
        .replaceAll(/["'\s]/g, '')
        .split('\0');
    if (literals.length === 1)
        return false;
    const [first = '', last = ''] = [literals[0], literals.at(-1)];
    return names.some((name) => name.startsWith(first) && name.endsWith(last) && literals.every((literal) => name.includes(literal)));
}

// EXTERNAL MODULE: ./build/render/result/rendering.js
var result_rendering = __webpack_require__(5519);
// EXTERNAL MODULE: ./build/gather/render/rendering.js + 16 modules
var render_rendering = __webpack_require__(2116);
;// CONCATENATED MODULE: ./build/gather/render/context-roots.js





/** Unchanged roots beyond these are not rendered for what they may hold: that is unknown then. */
const mostRoots = 32;
/**
 * Renders the unchanged roots that may bind what the change leaves open, or hold the role that it binds: those that write or
 * may compute one of the names. What cannot be rendered stays unknown. Throws MissingObjectsError and LimitError.
 */
async function readContextRoots(repository, { delivered, rendering }, names, policy, options, budget) {
    if (names.size === 0 || delivered === undefined || options.only !== undefined)
        return result_rendering/* noContext */.D;
    const { graph } = delivered.after;
    const roots = unchangedRoots(delivered.after, new Set(rendering.changed.map(({ id }) => id)));
    const mentions = await readMentions(repository, delivered, roots, writtenNames(names, graph, roots), policy, budget);
    const found = contextRoots(roots, graph.view, mentions);
    const changed = found.slice(0, mostRoots).map((inputs) => ({ id: inputs.root.id, before: undefined, after: inputs }));
    if (changed.length === 0)
        return result_rendering/* noContext */.D;
    const made = await (0,render_rendering/* renderRoots */.MK)(repository, delivered, changed, policy, options, budget);
    const tooMany = `more than ${mostRoots} unchanged roots may bind or hold ${[...names].slice(0, 3).join(', ')}`;
    return {
        roots: made.roots,
        beyond: found.slice(mostRoots).map(({ root }) => ({ id: root.id, why: tooMany })),
    };
}
/** What the files of these roots say of the names, by the ids of their blobs. */
async function readMentions(repository, { after: { graph } }, roots, names, policy, budget) {
    const byId = new Map();
    const seen = new Set();
    for (const { closure } of roots) {
        budget.spend(closure.files.size);
        for (const path of closure.files) {
            const id = seen.has(path) ? undefined : graph.view.file(path)?.id;
            seen.add(path);
            if (id !== undefined)
                (0,build_groups/* addTo */.D)(byId, id, { path });
        }
    }
    const mentions = new Map();
    for await (const { id, files, bytes } of (0,blobs/* readBlobs */.b)(repository, byId, policy.limits.bytes, budget)) {
        const mention = bytes === undefined ? 'computed' : mentionOf(bytes, files[0]?.path ?? '', names);
        if (mention !== undefined)
            mentions.set(id, mention);
    }
    return mentions;
}

// EXTERNAL MODULE: ./build/git/object/path.js + 1 modules
var object_path = __webpack_require__(8184);
;// CONCATENATED MODULE: ./build/gather/review-diff.js




/**
 * The diff that reviewers of a request see (merge base → head), of the files that findings mention. Empty where there is no request,
 * or its objects are missing: the verdict does not depend on it. `limit` is the size in bytes up to which files are read; `similarity` is
 * the forge's.
 */
async function readReviewDiff(repository, range, { findings }, { limit, similarity }) {
    const { mergeBase, head } = range;
    if (range.kind !== 'request' || mergeBase === undefined || head === undefined)
        return new Map();
    try {
        const sides = await readSides(repository, { ...range, mergeBase, head }, mentioned(findings), similarity);
        return await review_diff_compare(repository, sides, limit);
    }
    catch (error) {
        if (error instanceof git_repository/* MissingObjectsError */.J)
            return new Map();
        throw error;
    }
}
function mentioned(findings) {
    const removed = new Set(findings.flatMap(({ removedAt }) => (removedAt === undefined ? [] : [removedAt.file])));
    const files = new Set(removed);
    for (const { position, places = [] } of findings) {
        for (const each of position === undefined ? places : [position, ...places])
            files.add(each.file);
    }
    return { files, removed };
}
async function readSides(repository, { mergeBase, head, before: judged }, { files, removed }, similarity) {
    if (files.size === 0)
        return [];
    const changes = new Map((await repository.changes(mergeBase, head)).map((change) => [change.path, change]));
    const isMoveIn = [...files].some((path) => changes.has(path) && changes.get(path)?.before === undefined);
    const isMoveOut = [...removed].some((path) => changes.has(path) && changes.get(path)?.after === undefined);
    const renames = isMoveIn || isMoveOut ? await repository.renames(mergeBase, head, similarity) : new Map();
    const newPaths = new Map([...renames].map(([now, old]) => [old, now]));
    const moved = removed.size > 0 && judged !== undefined && judged !== mergeBase;
    const tips = new Map((moved ? await repository.changes(judged, mergeBase) : []).map((change) => [change.path, change]));
    const paths = new Set([...files].map((path) => newPaths.get(path) ?? path));
    return [...paths].flatMap((path) => {
        const change = changes.get(path);
        if (change === undefined)
            return [];
        const oldPath = renames.get(path) ?? path;
        // A forge cannot be told of such a file, and would refuse the comments on all others with it.
        if (!(0,object_path/* isTextPath */.v3)(path) || !(0,object_path/* isTextPath */.v3)(oldPath))
            return [];
        const before = oldPath === path ? change.before : changes.get(oldPath)?.before;
        return [{ path, oldPath, before, after: change.after, target: tips.get(oldPath)?.before }];
    });
}
async function review_diff_compare(repository, sides, limit) {
    const ids = sides.flatMap(({ before, after, target }) => [before, after, target].flatMap((entry) => idOf(entry) ?? []));
    const contents = await (0,blobs/* readAvailable */.G)(repository, ids, limit);
    const texts = new Map([...contents].flatMap(([id, bytes]) => (isBinary(bytes) ? [] : [[id, bytes.toString('utf8')]])));
    const textOf = (entry) => (entry === undefined ? '' : texts.get(idOf(entry) ?? ''));
    const diff = new Map();
    for (const { path, oldPath, before, after, target } of sides) {
        const lines = review_diff_linesOf(textOf(before), textOf(after));
        const tip = target === undefined ? undefined : review_diff_linesOf(textOf(target), textOf(before));
        const file = { path, oldPath, lines, ...(tip === undefined ? {} : { target: tip }) };
        diff.set(path, file);
        // What is removed is named by its old path.
        if (oldPath !== path)
            diff.set(oldPath, file);
    }
    return diff;
}
function review_diff_linesOf(before, after) {
    return before === undefined || after === undefined ? undefined : (0,line_diff/* lineDiff */.gf)(before, after);
}
/** Links are shown as the text they hold; what is in a submodule is not a file. */
function idOf(entry) {
    return entry === undefined || entry.mode === '160000' ? undefined : entry.id;
}
/** As git decides it: a NUL among the first 8,000 bytes. */
function isBinary(bytes) {
    return bytes.subarray(0, 8000).includes(0);
}

// EXTERNAL MODULE: ./build/gather/trees.js
var gather_trees = __webpack_require__(4215);
// EXTERNAL MODULE: ./build/git/open-repository.js + 16 modules
var open_repository = __webpack_require__(6909);
// EXTERNAL MODULE: ./build/git/range/range.js
var range_range = __webpack_require__(6892);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/input-error.js
var input_error = __webpack_require__(3587);
// EXTERNAL MODULE: ./build/report/formats.js
var formats = __webpack_require__(7787);
// EXTERNAL MODULE: ./build/system-error.js
var system_error = __webpack_require__(3648);
;// CONCATENATED MODULE: ./build/host/write-reports.js





/** Writes the report in every format into the folder; throws InputError where that cannot be done. */
async function writeReports(report, folder) {
    if (folder === undefined)
        return {};
    const { readRuleInfos } = await __webpack_require__.e(/* import() */ 328).then(__webpack_require__.bind(__webpack_require__, 5328));
    const context = { rules: await readRuleInfos(), now: Date.now() };
    const paths = formats/* formatNames */.EI.map((name) => [name, (0,external_node_path_.resolve)(folder, formats/* reportFormats */.zX[name].file)]);
    try {
        await makeFolder(folder);
        for (const [name, path] of paths)
            await (0,promises_.writeFile)(path, await (0,formats/* renderReport */.B1)(name, report, context));
    }
    catch (error) {
        const code = (0,system_error/* systemErrorCode */.v)(error);
        if (code === undefined)
            throw error;
        const what = `reports cannot be written to ${folder} (${code})`;
        throw new input_error/* InputError */.d([{ what, fix: 'name a folder you may write' }]);
    }
    return Object.fromEntries(paths);
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

;// CONCATENATED MODULE: ./build/rbac/judge/access.js






/** Longest lists that are kept; what is beyond says nothing more to a reader. */
const mostSubjects = 2_000;
const mostPermissions = 20;
const mostPaths = 500;
/** The changes of permissions as a report tells them. */
function accessOf({ changes }) {
    const all = [...changes];
    const widenings = all.flatMap(([scope, change]) => change.widenings.map((widening) => ({ scope, widening })));
    const paths = widenings.flatMap(({ scope, widening }) => widening.ways.slice(0, mostPaths).map((way) => pathOf(scope, widening, way)));
    return {
        gained: access_bySubject(widenings.flatMap(({ scope, widening }) => widening.gained.flatMap((gained) => gained.subjects.map((subject) => ({
            scope,
            subject,
            what: whatOf(gained),
            severity: gained.judgement.severity,
        }))))),
        lost: access_bySubject(all.flatMap(([scope, { lost, subjectsThatLost }]) => {
            const known = lost.flatMap(({ subjects, placement, permissions }) => {
                const what = (0,sentence/* compact */.oE)(permissions).map((permission) => inPlace(permission, placement));
                return subjects.flatMap((subject) => what.map((each) => ({ scope, subject, what: each, severity: undefined })));
            });
            return [
                ...known,
                ...subjectsThatLost.map((subject) => ({ scope, subject, what: undefined, severity: undefined })),
            ];
        })),
        paths: paths.sort((a, b) => (0,build_severity/* compareSeverity */.zK)(a.severity, b.severity)).slice(0, mostPaths),
    };
}
function access_bySubject(entries) {
    const subjects = new Map();
    for (const { scope, subject, what, severity } of entries) {
        const key = JSON.stringify([scope, subject.key]);
        const found = subjects.get(key) ?? { scope, subject: (0,model_subject/* subjectName */.wn)(subject), permissions: new Map() };
        if (!subjects.has(key) && subjects.size < mostSubjects)
            subjects.set(key, found);
        const known = what === undefined ? undefined : found.permissions.get(what);
        if (what !== undefined && (known === undefined || (severity !== undefined && (0,build_severity/* compareSeverity */.zK)(severity, known) < 0)))
            found.permissions.set(what, severity);
    }
    return [...subjects.values()]
        .map(({ permissions, ...rest }) => ({
        ...rest,
        permissions: [...permissions]
            .map(([what, severity]) => ({ what, severity }))
            .sort(bySeverity)
            .slice(0, mostPermissions),
    }))
        .sort((a, b) => bySeverity(a.permissions[0], b.permissions[0]));
}
function bySeverity(a, b) {
    return (0,build_severity/* compareSeverity */.zK)(a?.severity ?? 'low', b?.severity ?? 'low');
}
function whatOf({ permission, placement }) {
    return inPlace(permission, placement);
}
function inPlace(permission, placement) {
    return permission.kind === 'url' ? (0,sentence/* describe */.q0)(permission) : `${(0,sentence/* describe */.q0)(permission)} ${(0,model_placement/* placementName */.v)(placement)}`;
}
/** A way, named by the worst of what it leads to. */
function pathOf(scope, { cause, gained, severity }, { subjects, steps, permissions }) {
    const keys = new Set(permissions.map(model_permission/* permissionKey */.$5));
    const worst = gained.find(({ permission }) => keys.has((0,model_permission/* permissionKey */.$5)(permission))) ?? gained[0];
    const [first] = permissions;
    const what = worst === undefined ? (first === undefined ? '' : (0,sentence/* describe */.q0)(first)) : inPlace(worst.judgement.part, worst.placement);
    return {
        scope,
        subjects: [...new Set(subjects.map(model_subject/* subjectName */.wn))],
        steps,
        permission: permissions.length > 1 ? `${what}, and more` : what,
        severity: worst?.judgement.severity ?? severity,
        newConnection: newConnection(cause, steps),
    };
}
/** Connection `i` leads to step `i`; the last one leads to the permission. */
function newConnection(cause, steps) {
    const at = steps.indexOf((0,rbac_object/* objectName */.Hd)(cause.object));
    if (at < 0)
        return steps.length;
    return cause.kind === 'subject' || cause.kind === 'label' ? at : at + 1;
}

// EXTERNAL MODULE: ./build/version.js
var version = __webpack_require__(8508);
// EXTERNAL MODULE: ./build/report/redact.js
var redact = __webpack_require__(7234);
;// CONCATENATED MODULE: ./build/report/report.js



/** Places of one finding that a report lists, and files of one list: one value may be in every file there is. */
const [mostPlaces, mostFiles] = [500, 5_000];
/** Without what nobody reads: places and files beyond those that are listed are counted. */
function bounded({ verdict, coverage, ...rest }) {
    const { skipped, readWithoutStructure } = coverage;
    const notes = [
        ...moreFiles(skipped.length, 'were skipped'),
        ...moreFiles(readWithoutStructure.length, 'were read without structure'),
    ];
    return {
        ...rest,
        verdict: {
            ...verdict,
            findings: verdict.findings.map(withFewerPlaces),
            suppressed: verdict.suppressed.map(withFewerPlaces),
            notes: [...verdict.notes, ...notes],
        },
        coverage: {
            ...coverage,
            skipped: skipped.slice(0, mostFiles),
            readWithoutStructure: readWithoutStructure.slice(0, mostFiles),
        },
    };
}
function moreFiles(count, what) {
    return count > mostFiles ? [`${count - mostFiles} more files ${what} than are listed.`] : [];
}
function withFewerPlaces(finding) {
    const { places = [], details = [] } = finding;
    if (places.length <= mostPlaces)
        return finding;
    const more = `It is in ${places.length - mostPlaces} more places than are listed.`;
    return { ...finding, places: places.slice(0, mostPlaces), details: [...details, more] };
}
/** The report of a verdict, its counts filled in. No text in it holds a credential: this is the one way to every sink. */
function reportOf(given) {
    const parts = (0,redact.redact)(bounded(given));
    const { findings } = parts.verdict;
    const count = (severity) => findings.filter((finding) => finding.severity === severity).length;
    const rules = {};
    for (const { rule } of findings)
        rules[rule] = (rules[rule] ?? 0) + 1;
    const counts = Object.fromEntries(build_severity/* severities */.gO.map((s) => [s, count(s)]));
    return { toolVersion: version/* version */.r, ...parts, counts, rules };
}

// EXTERNAL MODULE: ./build/rules/index.js + 38 modules
var rules = __webpack_require__(903);
;// CONCATENATED MODULE: ./build/rules/one-per-cause.js

/** Roots beyond these are counted, not named. */
const mostNamed = 20;
/**
 * One line that changes several rendered roots is one observation, the worst of them, that lists the others. `rendered` are
 * the scopes of rendered roots.
 */
function onePerCause(observed, rendered) {
    const groups = new Map();
    const counts = new Map();
    for (const each of observed) {
        const { scope, position } = each.observation;
        const isRendered = scope !== undefined && position !== undefined && rendered.has(scope);
        const place = isRendered ? one_per_cause_placeOf(each) : `${groups.size}`;
        // Several of one place in one root are several causes: the first goes with the first of the other roots.
        const nth = isRendered ? (counts.get(`${scope} ${place}`) ?? 0) : 0;
        if (isRendered)
            counts.set(`${scope} ${place}`, nth + 1);
        const key = `${isRendered} ${nth} ${place}`;
        const group = groups.get(key);
        if (group === undefined)
            groups.set(key, [each]);
        else
            group.push(each);
    }
    return [...groups.values()].flatMap((group) => one_per_cause_joined(group));
}
function one_per_cause_placeOf({ rule, observation: { position, object, subject } }) {
    return JSON.stringify([rule.id, position?.file, position?.line, position?.column, object?.kind, subject[0]]);
}
function one_per_cause_joined(group) {
    const [only, second] = group;
    if (only === undefined || second === undefined)
        return [...group];
    const severityOf = ({ rule, observation }) => observation.severity ?? rule.severity;
    const [worst = only, ...others] = [...group].sort((a, b) => (0,build_severity/* compareSeverity */.zK)(severityOf(a), severityOf(b)) ||
        ((a.observation.scope ?? '') < (b.observation.scope ?? '') ? -1 : 1));
    const named = others.slice(0, mostNamed).map(({ observation }) => observation.scope ?? '');
    const rest = others.length > named.length ? ` and ${others.length - named.length} more` : '';
    const also = `The same line does so in ${named.join(', ')}${rest}.`;
    const { observation } = worst;
    return [{ ...worst, observation: { ...observation, details: [...(observation.details ?? []), also] } }];
}

// EXTERNAL MODULE: ./build/rules/signature/demanded-signer.js
var demanded_signer = __webpack_require__(2050);
// EXTERNAL MODULE: ./build/rules/signature/untrusted-signer.js
var untrusted_signer = __webpack_require__(5970);
// EXTERNAL MODULE: ./build/kube/resources.js
var resources = __webpack_require__(7005);
;// CONCATENATED MODULE: ./build/rules/suggestion/changed-file.js



/** Longer proposals are no longer read before they are applied. */
const mostLines = 10;
/** Larger files are not parsed once more for a proposal. */
const mostCharacters = 256 * 1024;
/** The side of a file that is written in plain YAML or JSON, whole, with lines as forges count them. */
function plainSide(side) {
    if (side?.structure !== 'manifest' || side.unreadable.length > 0)
        return undefined;
    const isPlain = side.text.length <= mostCharacters && side.bytes.equals(Buffer.from(side.text));
    return isPlain && !/[\r\x85\u2028\u2029]/.test(side.text) ? side : undefined;
}
/** The lines of a text, each with its line break. */
function changed_file_linesOf(text) {
    return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}
/** The objects of the file once lines are replaced; undefined where it could not be read any more. */
function objectsAfter({ path, after }, line, { endLine, suggestion }, limits) {
    const lines = changed_file_linesOf(after?.text ?? '');
    const replaced = suggestion === '' ? [] : [`${suggestion}\n`];
    const text = [...lines.slice(0, line - 1), ...replaced, ...lines.slice(endLine)].join('');
    const { documents, unreadable } = (0,parse_yaml/* parseYaml */.h)(Buffer.from(text), limits);
    if (unreadable.length > 0 || documents.some(({ duplicateKeys }) => duplicateKeys.length > 0))
        return undefined;
    return documents.flatMap((document) => (0,resources/* resourcesOf */.F)(document, path));
}
/** The one object of this identity; undefined where there is none or several. */
function only(resources, identity) {
    const found = resources.filter((each) => isSame(each, identity));
    return found.length === 1 ? found[0] : undefined;
}
/** Whether all objects but one are what they were. */
function othersAreSame(before, after, one) {
    const others = (all) => all.filter((each) => !isSame(each, one)).map(({ value }) => canonical(value));
    const [left, right] = [others(before), others(after)];
    return left.length === right.length && left.every((each, index) => each === right[index]);
}
function isSame(a, b) {
    return a.group === b.group && a.kind === b.kind && a.namespace === b.namespace && a.name === b.name;
}
/** Equal for equal values, whatever the order of their keys. */
function canonical(value) {
    return canonicalWithout(value, nothing);
}
const nothing = new Set();
/** The same without some keys, wherever they are. */
function canonicalWithout(value, keys) {
    return JSON.stringify(value, (_, each) => {
        if (typeof each === 'bigint')
            return String(each);
        if (!(0,plain_values/* isMapping */.pi)(each))
            return each;
        const kept = Object.entries(each).filter(([key]) => !keys.has(key));
        return Object.fromEntries(kept.sort(([a], [b]) => (a < b ? -1 : 1)));
    });
}

;// CONCATENATED MODULE: ./build/rules/suggestion/former-lines.js


/**
 * The lines of the base in place of those that the change has at a line, where `isWanted` says so of the object before, after and
 * with them. The file still reads then, and every other object is what it was.
 */
function formerLines(file, line, object, limits, isWanted) {
    const [before, after] = [plainSide(file.before), plainSide(file.after)];
    if (before === undefined || after === undefined)
        return undefined;
    const change = changeAt(before, after, line);
    if (change === undefined || change.after.count > mostLines || change.before.count > mostLines)
        return undefined;
    const old = changed_file_linesOf(before.text).slice(change.before.start - 1, change.before.start - 1 + change.before.count);
    const replacement = { endLine: line + change.after.count - 1, suggestion: old.join('').replace(/\n$/, '') };
    if (old.length > 0 && replacement.suggestion === '')
        return undefined;
    const objects = objectsAfter(file, line, replacement, limits);
    if (objects === undefined || !othersAreSame(after.resources, objects, object))
        return undefined;
    const [was, is, becomes] = [before.resources, after.resources, objects].map((all) => only(all, object));
    if (was === undefined || is === undefined || becomes === undefined)
        return undefined;
    return isWanted(was, is, becomes) ? replacement : undefined;
}
const former_lines_known = new WeakMap();
/** The change that begins with the line. One that only adds lines can begin higher or lower where these repeat themselves. */
function changeAt(before, after, line) {
    const diff = former_lines_known.get(after) ?? (0,line_diff/* lineDiff */.gf)(before.text, after.text);
    former_lines_known.set(after, diff);
    const lines = changed_file_linesOf(after.text);
    for (const change of diff.changes) {
        const { start, count } = change.after;
        if (count === 0)
            continue;
        if (start === line)
            return change;
        if (change.before.count > 0 || Math.abs(start - line) > count)
            continue;
        const [top, bottom] = start > line ? [line, start] : [start, line];
        const isSlide = lines.slice(top - 1, bottom - 1).every((each, index) => each === lines[top - 1 + count + index]);
        if (isSlide)
            return { before: { ...change.before, start: change.before.start + line - start }, after: { start: line, count } };
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/rules/suggestion/former-field.js





/**
 * The lines of the base where they put exactly one field back to what it was, or take out one that was not there:
 * `privileged: true` is gone, the digest is back. Of an image only where nothing else of it changed: another version is meant.
 */
function formerField(file, line, object, limits) {
    return formerLines(file, line, object, limits, isOneFieldBack);
}
function isOneFieldBack(was, is, becomes) {
    const [old, now, then] = [was, is, becomes].map(({ value }) => leavesOf(value, ''));
    const changed = [...new Set([...now.keys(), ...then.keys()])].filter((key) => now.get(key) !== then.get(key));
    const [key] = changed;
    if (key === undefined || changed.length > 1 || then.get(key) !== old.get(key))
        return false;
    return !key.endsWith('.image') || isSameImage(then.get(key), now.get(key));
}
/** Every value that is no collection, by the path to it. */
function leavesOf(value, path, leaves = new Map()) {
    if (Array.isArray(value))
        for (const [index, item] of value.entries())
            leavesOf(item, `${path}[${index}]`, leaves);
    else if ((0,plain_values/* isMapping */.pi)(value))
        for (const [key, item] of Object.entries(value))
            leavesOf(item, `${path}.${key}`, leaves);
    else
        leaves.set(path, canonical(value));
    return leaves;
}
/** Whether only the digest went, or only the tag moves now. */
function isSameImage(before = '', after = '') {
    const [old, now] = [before, after].map((text) => (0,plain_values/* scalarText */.ws)(JSON.parse(text === '' ? '""' : text)));
    const losses = imageLosses(old, now);
    if (losses.some(({ kind }) => kind === 'publisher' || kind === 'repository'))
        return false;
    return losses.every(({ kind }) => kind !== 'digest' || parseReference(old)?.tag === parseReference(now)?.tag);
}

;// CONCATENATED MODULE: ./build/rules/suggestion/former-identity.js



/** The fields and annotations that say as whom a workload acts. */
const former_identity_fields = new Set([
    'serviceAccountName',
    'serviceAccount',
    'automountServiceAccountToken',
    'eks.amazonaws.com/role-arn',
    'iam.gke.io/gcp-service-account',
    'azure.workload.identity/client-id',
    'azure.workload.identity/use',
    'iam.amazonaws.com/role',
    'aadpodidbinding',
]);
/**
 * The lines of the base in place of those that give a workload another identity: the former ServiceAccount, a token that is not
 * mounted. Only where nothing else of the object changes by it.
 */
function formerIdentity(file, line, object, limits) {
    return formerLines(file, line, object, limits, isFormer);
}
function isFormer(was, is, becomes) {
    return rest(becomes) === rest(is) && former_identity_identity(becomes) === former_identity_identity(was) && former_identity_identity(is) !== former_identity_identity(was);
}
/** The object without what says as whom it acts. */
function rest({ value }) {
    return canonicalWithout(value, former_identity_fields);
}
/** What says as whom it acts, with its places. */
function former_identity_identity({ value }) {
    const found = [];
    const walk = (each, path) => {
        if (typeof each !== 'object' || each === null)
            return;
        for (const [key, inner] of Object.entries(each)) {
            if (former_identity_fields.has(key))
                found.push((0,plain_values/* json */.Pq)([path, key, inner]));
            else
                walk(inner, `${path}/${key}`);
        }
    };
    walk(value, '');
    return found.sort().join();
}

;// CONCATENATED MODULE: ./build/rules/suggestion/narrower-lines.js



/**
 * The lines of the base in place of those that widen a role or binding: exact verbs instead of `"*"`, a new rule or subject taken out.
 * Only where exactly that is the effect: the file still reads, every other object is what it was, what the finding is about
 * is gone from its list, and whatever else the list holds was there on one of the two sides.
 */
function narrowerLines(file, line, object, limits) {
    return formerLines(file, line, object, limits, isNarrower);
}
/** The lists that grant, and what else decides what is granted. */
const lists = ['rules', 'subjects'];
const deciding = [['roleRef'], ['aggregationRule'], ['metadata', 'labels'], ['metadata', 'annotations']];
function isNarrower(was, is, becomes) {
    /** What goes: one thing, or it would take with it what nobody complained of. */
    let gone = 0;
    for (const name of lists) {
        const [old, now, then] = [was, is, becomes].map(({ value }) => (0,plain_values/* list */.p_)(value[name]).map(canonical));
        // An empty list is a question for whoever wrote it.
        if (now.length > 0 && then.length === 0)
            return false;
        if (!then.every((item) => now.includes(item) || old.includes(item)))
            return false;
        if (now.some((item) => !then.includes(item) && old.includes(item)))
            return false;
        gone += now.filter((item) => !then.includes(item)).length;
    }
    for (const path of deciding) {
        const [old, now, then] = [was, is, becomes].map(({ value }) => canonical((0,plain_values/* valueUnder */.cZ)(value, ...path)) ?? '');
        if (then !== now && then !== old)
            return false;
        if (now !== old && then === old)
            gone += 1;
    }
    return gone === 1;
}

;// CONCATENATED MODULE: ./build/rules/suggestion/secret-reference.js


/**
 * `valueFrom.secretKeyRef` in place of a literal in `env`, where exactly one Secret, ExternalSecret or SealedSecret of the same
 * namespace among the change's files provides a key of the variable's name.
 */
function secretReference(file, line, object, touched, limits) {
    const after = plainSide(file.after);
    const resource = after && only(after.resources, object);
    if (after === undefined || resource === undefined)
        return undefined;
    const found = variableAt(resource, line);
    const indent = /^( *)value: *[^\s#]/.exec(changed_file_linesOf(after.text)[line - 1] ?? '')?.[1];
    if (found === undefined || indent === undefined)
        return undefined;
    const provider = providerOf(found.name, resource, file, touched);
    if (provider === undefined)
        return undefined;
    const { name, key } = provider;
    const suggestion = [
        `${indent}valueFrom:`,
        `${indent}  secretKeyRef:`,
        `${indent}    name: ${name}`,
        `${indent}    key: ${key}`,
    ].join('\n');
    const replacement = { endLine: line, suggestion };
    const objects = objectsAfter(file, line, replacement, limits);
    const becomes = objects && only(objects, object);
    if (objects === undefined || becomes === undefined || !othersAreSame(after.resources, objects, object))
        return undefined;
    const variable = (0,plain_values/* mapping */.pq)(valueUnderPath(becomes.value, found.path));
    const reference = (0,plain_values/* mapping */.pq)((0,plain_values/* valueUnder */.cZ)(variable, 'valueFrom', 'secretKeyRef'));
    const isRight = variable.name === found.name && !('value' in variable) && reference.name === name && reference.key === key;
    return isRight ? replacement : undefined;
}
/** The variable whose literal is on the line. */
function variableAt(resource, line) {
    for (const { name, path } of variables(resource.value, [])) {
        if (resource.at([...path, 'value']).line === line)
            return { name, path };
    }
    return undefined;
}
function* variables(value, path) {
    if (Array.isArray(value)) {
        for (const [index, item] of value.entries())
            yield* variables(item, [...path, index]);
        return;
    }
    if (!(0,plain_values/* isMapping */.pi)(value))
        return;
    for (const [key, item] of Object.entries(value)) {
        for (const [index, each] of key === 'env' ? (0,plain_values/* list */.p_)(item).entries() : []) {
            const name = (0,plain_values/* text */.Qq)((0,plain_values/* mapping */.pq)(each).name);
            if (name !== undefined && 'value' in (0,plain_values/* mapping */.pq)(each))
                yield { name, path: [...path, key, index] };
        }
        if (key !== 'env')
            yield* variables(item, [...path, key]);
    }
}
function valueUnderPath(value, path) {
    let current = value;
    for (const key of path)
        current = typeof key === 'number' ? (0,plain_values/* list */.p_)(current)[key] : (0,plain_values/* mapping */.pq)(current)[key];
    return current;
}
/** The one key of a Secret of the namespace that is called like the variable: `DB_PASSWORD`, `db-password`. */
function providerOf(variable, { namespace }, { scope }, touched) {
    const bare = (name) => name.toLowerCase().replace(/[-_.]/g, '');
    const found = new Map();
    for (const file of touched) {
        if (file.scope !== scope)
            continue;
        for (const resource of file.after?.resources ?? []) {
            if (resource.namespace !== namespace)
                continue;
            for (const { name, key } of provided(resource)) {
                if (bare(key) === bare(variable))
                    found.set(`${name} ${key}`, { name, key });
            }
        }
    }
    return found.size === 1 ? [...found.values()][0] : undefined;
}
/** Names that need no quotes in YAML, as Kubernetes has them. */
const plainName = /^[a-z][a-z0-9.-]*$/;
const plainKey = /^[A-Za-z][A-Za-z0-9._-]*$/;
/** The keys that an object puts into a Secret, and the Secret's name. */
function provided({ kind, group, name, value }) {
    const named = (secret, keys) => keys.filter((key) => plainName.test(secret) && plainKey.test(key)).map((key) => ({ name: secret, key }));
    if (kind === 'Secret' && group === '') {
        return named(name, [...Object.keys((0,plain_values/* mapping */.pq)(value.data)), ...Object.keys((0,plain_values/* mapping */.pq)(value.stringData))]);
    }
    if (kind === 'SealedSecret') {
        const target = (0,plain_values/* text */.Qq)((0,plain_values/* valueUnder */.cZ)(value, 'spec', 'template', 'metadata', 'name')) ?? name;
        return named(target, Object.keys((0,plain_values/* mapping */.pq)((0,plain_values/* valueUnder */.cZ)(value, 'spec', 'encryptedData'))));
    }
    if (kind !== 'ExternalSecret')
        return [];
    const target = (0,plain_values/* text */.Qq)((0,plain_values/* valueUnder */.cZ)(value, 'spec', 'target', 'name')) ?? name;
    return named(target, (0,plain_values/* list */.p_)((0,plain_values/* valueUnder */.cZ)(value, 'spec', 'data')).flatMap((each) => (0,plain_values/* text */.Qq)((0,plain_values/* mapping */.pq)(each).secretKey) ?? []));
}

;// CONCATENATED MODULE: ./build/rules/suggestion/suggest.js




/** Categories whose findings the lines of the base can take away. */
const categories = new Set(['rbac', 'workload', 'supply-chain']);
/** Findings that one run looks for suggestions of, at most: a longer list is not applied one by one. */
const mostSuggestions = 200;
/** Each candidate's file is parsed once more: so many characters in all, half a second. */
const suggest_mostCharacters = 512 * 1024;
/**
 * Adds to observations the lines that would take them out of the way, where these are certain. The only place where rules'
 * observations get suggestions; what holds a credential is dropped later (`observe`).
 */
function suggester({ change, policy }) {
    const files = new Map(change.touched.map((file) => [file.path, file]));
    let left = mostSuggestions;
    let characters = suggest_mostCharacters;
    return (rule, observation) => {
        const { position, object, places = [] } = observation;
        const file = position === undefined ? undefined : files.get(position.file);
        // A finding of several places is not gone with the lines of one.
        const isOne = position !== undefined && position.isGuess !== true && places.length === 0 && object !== undefined;
        if (!isOne || file === undefined || observation.endLine !== undefined || left <= 0)
            return observation;
        if (!categories.has(rule.category) && rule.id !== 'plaintext-secret')
            return observation;
        left -= 1;
        characters -= file.after?.text.length ?? 0;
        if (characters < 0)
            return observation;
        const found = replacement(rule, file, position.line, object, change.touched, policy.limits);
        if (found === undefined)
            return observation;
        const { endLine, suggestion } = found;
        return { ...observation, suggestion, ...(endLine === position.line ? {} : { endLine }) };
    };
}
function replacement(rule, file, line, object, touched, limits) {
    if (rule.id === 'workload-identity-widened')
        return formerIdentity(file, line, object, limits);
    if (rule.category === 'rbac')
        return narrowerLines(file, line, object, limits);
    return rule.category === 'secret'
        ? secretReference(file, line, object, touched, limits)
        : formerField(file, line, object, limits);
}

;// CONCATENATED MODULE: ./build/rules/observe.js






/** Asks every rule, in the list's order; places are those of the head's files (how-it-judges.md, "What is compared"). */
function observe(evidence, headLine) {
    const suggest = suggester(evidence);
    const { known } = evidence.secrets;
    const safe = (text) => known.mask((0,describe/* withoutTokens */.N_)(text));
    const all = rules/* rules */.a.flatMap((rule) => [...rule.check(evidence)].map((observation) => ({
        rule,
        observation: masked(onHead(suggest(rule, observation), headLine), safe),
    })));
    const observed = onePerCause(all, new Set(evidence.delivery.rendering.roots.map(({ scope }) => scope)));
    const demands = [...(0,demanded_signer/* unmetRuleDemands */.c)(evidence, observed)];
    return [
        ...observed,
        ...demands.map((observation) => ({ rule: untrusted_signer/* untrustedSigner */.V, observation: masked(observation, safe) })),
    ];
}
function onHead(observation, headLine) {
    const move = (position) => ({ ...position, line: headLine(position.file, position.line) });
    const { position, places, endLine, suggestion, ...rest } = observation;
    if (position === undefined)
        return observation;
    const isGuess = position.isGuess === true;
    // Only where the line is certain, and the same in the head's own file, can it be replaced.
    const isCertain = !isGuess && headLine(position.file, position.line) === position.line;
    return {
        ...rest,
        ...(suggestion === undefined || !isCertain ? {} : { suggestion }),
        ...(isGuess ? { details: [...(rest.details ?? []), 'About here: several lines of the change play a part.'] } : {}),
        position: move(position),
        ...(endLine === undefined ? {} : { endLine: headLine(position.file, endLine) }),
        ...(places === undefined ? {} : { places: places.map(move) }),
    };
}
/** An observation without any token or known secret that someone put into a name: of a User, an object, a key. No rule needs to think of it. */
function masked(observation, safe) {
    const { suggestion, ...rest } = observation;
    const { message, remedy, details, excerpt, object, identity, places, subject } = rest;
    return {
        ...rest,
        message: safe(message),
        remedy: safe(remedy),
        subject: subject.map(safe),
        ...(details === undefined ? {} : { details: details.map(safe) }),
        ...(excerpt === undefined ? {} : { excerpt: safe(excerpt) }),
        // A masked line would not be what the file needs.
        ...(suggestion === undefined || safe(suggestion) !== suggestion ? {} : { suggestion }),
        ...(object === undefined ? {} : { object: maskedObject(object, safe) }),
        ...(identity === undefined ? {} : { identity: maskedObject(identity, safe) }),
        ...(places === undefined
            ? {}
            : {
                places: places.map((place) => ({
                    ...place,
                    ...(place.object === undefined ? {} : { object: maskedObject(place.object, safe) }),
                    ...(place.field === undefined ? {} : { field: safe(place.field) }),
                })),
            }),
    };
}
function maskedObject({ group, kind, namespace, name }, safe) {
    return {
        group,
        kind: safe(kind),
        namespace: namespace === undefined ? undefined : safe(namespace),
        name: safe(name),
    };
}

;// CONCATENATED MODULE: ./build/run.js



























const ruleIds = rules/* rules */.a.map((rule) => rule.id);
/** The whole program: reads a change, judges it, reports. Resolves to the exit code; throws InputError. */
async function run(inputs, host) {
    const examined = await examine(inputs, host);
    let { report } = examined;
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
        await host.publish({ report, written, lost, diff: examined.diff });
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
        const { report, limit } = await judgeRange(repository, range, inputs, host);
        const { diffView } = host;
        const diff = diffView ? await readReviewDiff(repository, range, report.verdict, { limit, ...diffView }) : new Map();
        return { report, diff };
    }
    catch (error) {
        if (error instanceof git_repository/* MissingObjectsError */.J || error instanceof gather_budget/* LimitError */.o) {
            const report = couldNotJudge(range, { what: error.message, remedy: error.remedy }, inputs);
            return { report, diff: new Map() };
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
        : 'Name another base or head. "check --staged" judges what is not committed yet, "audit" everything there is.';
}
async function findRange(repository, { remote, request }) {
    if (remote !== undefined && remote.fetch.length > 0)
        await repository.fetch(remote.fetch);
    return repository.range(request);
}
/** The stages in order: trust, signatures, trees, manifests, analysis, verdict, report. */
async function judgeRange(repository, range, inputs, host) {
    const now = Date.now();
    const { policy, files, ...trusted } = await (0,gate_trusted_folder.readTrusted)(repository, range, inputs, ruleIds);
    const verification = await host.step('Verify signatures', () => (0,gather_commits/* verifyRange */.P)(repository, commitsAndTags(range), files, policy.signatures, {
        now,
        isPush: inputs.isPush,
        tagName: range.tagName,
    }));
    const delivered = await readDeliveredBranches(repository, range, policy, inputs);
    const budget = new gather_budget/* Budget */._(policy.limits);
    const { trees, manifests, rendered, context, missing } = await readContent(repository, range, policy, inputs, host, budget);
    const analysis = analyse(trees, manifests, rendered, context, policy, budget);
    const change = await readChange(repository, range, verification, trees, manifests, policy);
    const { trustsKeys, adminKeys } = verification;
    const evidence = { ...analysis, change, policy, trustsKeys, adminKeys, now, ruleIds };
    const headLine = await readHeadLines(repository, range, manifests.touched, policy.limits.bytes);
    const unrendered = (0,unsupported/* unrenderedRoots */.u)(policy, unrenderedOf(rendered.rendering), inputs.render === 'required');
    // A broken folder has named its keys already, and where the change fixes it they do not count.
    const keyProblems = trusted.isRepair || trusted.unjudged.length > 0 ? [] : verification.keyProblems;
    const verdict = judge({
        observed: observe(evidence, headLine),
        policy,
        failOn: inputs.failOn,
        isPush: inputs.isPush,
        after: trees.after,
        unjudged: [
            ...missing,
            ...budget.unfinished,
            ...delivered.unjudged,
            ...trusted.unjudged,
            ...keyProblems,
            ...verification.unchecked,
            ...unrendered,
        ],
        notes: [
            ...inputs.notes,
            ...delivered.notes,
            ...range.notes,
            ...trusted.notes,
            ...verification.notes,
            ...run_losses(analysis.rbac),
        ],
        now,
    });
    const { commits } = verification;
    const report = reportOf({
        command: inputs.command,
        range,
        verdict,
        commits,
        coverage: coverageOf(manifests, rendered, context),
        // An audit compares with nothing: everybody would have gained all they have.
        ...(inputs.command === 'check' ? { access: accessOf(analysis.rbac) } : {}),
    });
    return { report, limit: policy.limits.bytes };
}
/** What the change and its context hold, rendered and as it is written. Each part that meets a limit leaves the others. */
async function readContent(repository, range, policy, inputs, host, budget) {
    try {
        const trees = await (0,gather_trees/* readTrees */.i)(repository, range);
        const options = { urls: await ownUrls(repository, inputs) };
        const rendered = await host.step('Render kustomizations and charts', () => budget.part('Rendering', () => (0,render_rendering/* renderChange */.vN)(repository, trees, policy, options, budget), () => render_rendering/* noChange */.c0));
        return await host.step('Read manifests', async () => {
            const manifests = await (0,gather_manifests/* readManifests */.P)(repository, trees, policy, rendered, budget);
            const context = await budget.part('Rendering the context', () => readContextRoots(repository, rendered, manifests.looseEnds, policy, options, budget), () => result_rendering/* noContext */.D);
            return { trees, rendered, manifests, context, missing: [] };
        });
    }
    catch (error) {
        if (!(error instanceof git_repository/* MissingObjectsError */.J))
            throw error;
        const missing = [{ what: error.message, remedy: error.remedy }];
        return { trees: noTrees, rendered: render_rendering/* noChange */.c0, manifests: gather_manifests/* noManifests */.K, context: result_rendering/* noContext */.D, missing };
    }
}
const noTrees = { before: new Map(), after: new Map(), changes: [] };
/** The roots of the head's side that the change reaches. */
function unrenderedOf({ roots }) {
    return roots.flatMap(({ id, after }) => after === undefined ? [] : [{ id, folder: after.root.folder || '.', reason: after.reason }]);
}
/** The URLs by which declarations of deliveries mean this repository. */
async function ownUrls(repository, { remote }) {
    return [remote?.url, await repository.origin()].filter((url) => url !== undefined);
}
function commitsAndTags({ commits, tag }) {
    return { commits, tags: tag === undefined ? [] : [tag] };
}
/** What rules see of the change itself, apart from what families make of it. */
async function readChange(repository, range, { commits }, { before, after }, { touched }, policy) {
    const controlFiles = await readControlFiles(repository, before, touched);
    return {
        range,
        commits,
        commitPaths: await readCommitPaths(repository, range.commits, commits, touched.map(({ path }) => path), policy),
        before,
        after,
        touched,
        ...(controlFiles === undefined ? {} : { controlFiles }),
    };
}
/** Narrowing is never a finding; that it happened is good to know. */
function run_losses({ changes }) {
    const subjects = [...changes.values()].flatMap(({ subjectsThatLost }) => subjectsThatLost);
    // One name in several clusters counts once.
    const count = new Set(subjects.map(({ key }) => key)).size;
    return count === 0 ? [] : [`${count} ${count === 1 ? 'subject' : 'subjects'} lost permissions.`];
}
/** The report of a run that broke off because something is missing. */
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


/***/ }),

/***/ 337:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DJ: () => (/* binding */ widenedAccounts),
/* harmony export */   cq: () => (/* binding */ tokenSecretsOf),
/* harmony export */   x1: () => (/* binding */ newTokenSecrets)
/* harmony export */ });
/* harmony import */ var _groups_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1782);
/* harmony import */ var _plain_values_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8419);
/* harmony import */ var _rbac_model_rbac_object_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4499);
/* harmony import */ var _compare_pods_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5376);
/* harmony import */ var _service_account_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8822);
/* harmony import */ var _widening_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4078);






/** What accounts newly are at clouds, and to whom they newly give their token. Copies of one object in several files count together. */
function* widenedAccounts({ before, after }, lookup) {
    const unchanged = new Set(before);
    const now = (0,_service_account_js__WEBPACK_IMPORTED_MODULE_2__/* .serviceAccountsOf */ .nD)(after);
    if (now.every(({ resource }) => unchanged.has(resource)))
        return;
    const old = (0,_groups_js__WEBPACK_IMPORTED_MODULE_3__/* .groupBy */ .$)((0,_service_account_js__WEBPACK_IMPORTED_MODULE_2__/* .serviceAccountsOf */ .nD)(before), _service_account_js__WEBPACK_IMPORTED_MODULE_2__/* .accountPlace */ .l3);
    const left = leftIdentities([...old.values()].flat(), now);
    for (const account of now) {
        if (unchanged.has(account.resource))
            continue;
        const copies = old.get((0,_service_account_js__WEBPACK_IMPORTED_MODULE_2__/* .accountPlace */ .l3)(account)) ?? [];
        yield* newClouds(account, copies, left);
        yield* newAutomount(account, copies, lookup);
    }
}
function* newClouds(account, copies, left) {
    const { resource, clouds } = account;
    const had = copies.flatMap((copy) => copy.clouds);
    for (const cloud of clouds) {
        const former = had.filter((each) => each.cloud === cloud.cloud).map(({ id }) => id);
        // An account that was renamed is who it was.
        if (former.includes(cloud.id) || (copies.length === 0 && left(cloud.cloud, cloud.id)))
            continue;
        yield {
            kind: 'cloud',
            resource,
            part: '',
            position: resource.at(cloud.path),
            severity: copies.length === 0 ? 'medium' : 'high',
            cloud,
            former,
        };
    }
}
/** Takes the identities at clouds of accounts that are gone, each once. */
function leftIdentities(old, now) {
    const still = new Set(now.map(_service_account_js__WEBPACK_IMPORTED_MODULE_2__/* .accountPlace */ .l3));
    const gone = old.filter((account) => !still.has((0,_service_account_js__WEBPACK_IMPORTED_MODULE_2__/* .accountPlace */ .l3)(account)));
    const left = (0,_groups_js__WEBPACK_IMPORTED_MODULE_3__/* .groupBy */ .$)(gone.flatMap(({ clouds }) => clouds), ({ cloud, id }) => `${cloud} ${id}`);
    return (cloud, id) => left.get(`${cloud} ${id}`)?.pop() !== undefined;
}
function* newAutomount(account, copies, lookup) {
    const { resource, automount } = account;
    if (automount === false || copies.length === 0 || !copies.every((copy) => copy.automount === false))
        return;
    const named = accountOf(account);
    const reach = lookup.beyond([named], []);
    const severity = (0,_widening_js__WEBPACK_IMPORTED_MODULE_4__/* .severityOf */ .xJ)(reach, undefined);
    if (severity === undefined)
        return;
    const path = ['automountServiceAccountToken'];
    const own = copies.find((copy) => copy.resource.file === resource.file);
    yield {
        kind: 'account-automount',
        resource,
        part: '',
        position: resource.at(path),
        severity,
        account: (0,_compare_pods_js__WEBPACK_IMPORTED_MODULE_1__/* .accountName */ .v)(account),
        reach,
        unseen: undefined,
        removedAt: automount === undefined ? own?.resource.at(path) : undefined,
    };
}
function accountOf({ name, namespace, resource: { file } }) {
    return { name, namespace, file };
}
/** Tokens that Secrets newly ask for. One for an account that had one already is no other. */
function* newTokenSecrets({ before, after }, lookup) {
    const unchanged = new Set(before);
    const now = after.flatMap(tokenSecretsOf).filter(({ resource }) => !unchanged.has(resource));
    if (now.length === 0)
        return;
    const had = new Set(before.flatMap(tokenSecretsOf).map(_service_account_js__WEBPACK_IMPORTED_MODULE_2__/* .accountPlace */ .l3));
    for (const secret of now) {
        if (had.has((0,_service_account_js__WEBPACK_IMPORTED_MODULE_2__/* .accountPlace */ .l3)(secret)))
            continue;
        const { resource } = secret;
        const reach = lookup.beyond([secret], []);
        const unseen = lookup.unseen(secret, false);
        yield {
            kind: 'token-secret',
            resource,
            part: '',
            position: resource.at(annotation),
            severity: (0,_widening_js__WEBPACK_IMPORTED_MODULE_4__/* .severityOf */ .xJ)(reach, unseen) ?? 'low',
            account: (0,_compare_pods_js__WEBPACK_IMPORTED_MODULE_1__/* .accountName */ .v)(secret),
            reach,
            unseen,
            removedAt: undefined,
        };
    }
}
const annotation = ['metadata', 'annotations', 'kubernetes.io/service-account.name'];
/** The token that a Secret asks for; none of any other object. */
function tokenSecretsOf(resource) {
    const { kind, group, value, file } = resource;
    if (kind !== 'Secret' || group !== '' || value.type !== 'kubernetes.io/service-account-token')
        return [];
    const name = (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)((0,_plain_values_js__WEBPACK_IMPORTED_MODULE_5__/* .valueUnder */ .cZ)(value, ...annotation));
    return name === undefined ? [] : [{ name, namespace: (0,_rbac_model_rbac_object_js__WEBPACK_IMPORTED_MODULE_0__/* .namespaceOf */ .N6)(resource), file, resource }];
}


/***/ }),

/***/ 5376:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  v: () => (/* binding */ accountName),
  p: () => (/* binding */ widenedPods)
});

// EXTERNAL MODULE: ./build/groups.js
var groups = __webpack_require__(1782);
// EXTERNAL MODULE: ./build/plain-values.js
var plain_values = __webpack_require__(8419);
// EXTERNAL MODULE: ./build/workload/identity/service-account.js
var service_account = __webpack_require__(8822);
;// CONCATENATED MODULE: ./build/workload/identity/pod-identity.js


/** Audiences of the API server as clusters are set up (kube-apiserver --api-audiences, by default its issuer). */
const apiServer = /^(?:api|kubernetes|https:\/\/kubernetes\.default(?:\.svc(?:\.cluster\.local)?)?)$/;
/** The label by which Azure workload identity gives pods a token (azure-workload-identity 1.x, the webhook's object selector). */
const azureUse = 'azure.workload.identity/use';
/** As whom a pod acts; `find` gives the objects of accounts. */
function identityOf(pod, find) {
    const { accounts, namespace, spec, metadata } = pod;
    const named = accounts.map((account) => ({ account, name: account.name, namespace }));
    const sources = tokenSources(spec);
    const tokens = named.flatMap((each) => {
        const place = (0,service_account/* accountPlace */.l3)(each);
        if (each.account.isGiven === true || isMounted(spec.automountServiceAccountToken, find(each)))
            return [{ account: each.account, place, source: undefined }];
        const [source] = sources.filter(({ audience }) => audience === undefined);
        return source === undefined ? [] : [{ account: each.account, place, source: source.path }];
    });
    const [own] = named;
    return {
        tokens,
        audiences: sources.flatMap(({ audience, path }) => audience === undefined || own === undefined ? [] : [{ audience, place: (0,service_account/* accountPlace */.l3)(own), source: path }]),
        clouds: [
            ...(0,service_account/* ownClouds */.Hb)(metadata).map((cloud) => ({ ...cloud, account: undefined })),
            ...named.slice(0, 1).flatMap((each) => cloudsOf(each.account, find(each), metadata)),
        ],
    };
}
/** The pod's own word counts over the account's, and without either it is mounted (plugin/pkg/admission/serviceaccount). */
function isMounted(own, account) {
    return typeof own === 'boolean' ? own : (account?.automount ?? true);
}
/** Azure gives its identity only to pods with the label; AWS and Google to all pods of the account. */
function cloudsOf(account, of, metadata) {
    const uses = (0,plain_values/* valueUnder */.cZ)(metadata, 'labels', azureUse);
    const isUsed = uses === 'true' || uses === true;
    const own = (of?.clouds ?? []).filter(({ cloud }) => cloud !== 'Azure' || isUsed);
    return own.map((cloud) => ({ ...cloud, account }));
}
/** The tokens that projected volumes give; without an audience for the API server. */
function tokenSources(spec) {
    return (0,plain_values/* list */.p_)(spec.volumes).flatMap((volume, index) => (0,plain_values/* list */.p_)((0,plain_values/* valueUnder */.cZ)(volume, 'projected', 'sources')).flatMap((source, inner) => {
        const token = (0,plain_values/* mapping */.pq)(source).serviceAccountToken;
        if (typeof token !== 'object' || token === null)
            return [];
        const audience = (0,plain_values/* text */.Qq)((0,plain_values/* mapping */.pq)(token).audience);
        const isForApi = audience === undefined || apiServer.test(audience);
        return [{ audience: isForApi ? undefined : audience, path: ['volumes', index, 'projected', 'sources', inner] }];
    }));
}

// EXTERNAL MODULE: ./build/workload/identity/widening.js
var widening = __webpack_require__(4078);
;// CONCATENATED MODULE: ./build/workload/identity/compare-pods.js




/**
 * What pods newly can act as. A new one is compared with another pod of its object, or with one that is gone and ran as the
 * same account: a workload may be renamed and rewritten as it may be edited.
 */
function* widenedPods(changes, siblings, lookup) {
    const gone = goneByAccount(changes);
    for (const { before, after } of changes) {
        if (after === undefined)
            continue;
        const former = before ?? sibling(after, siblings(after)) ?? gone(after);
        const was = former && { pod: former, identity: identityOf(former, lookup.before) };
        const compared = { pod: after, is: identityOf(after, lookup.standing), was };
        yield* accounts(compared, before !== undefined, lookup);
        yield* audiences(compared, lookup);
        yield* ownIdentities(compared);
    }
}
/** Another pod of the same object that ran as the same account. */
function sibling(pod, others) {
    return others.find((other) => mainAccount(other) === mainAccount(pod));
}
/** Takes the pods that are gone, each once, by the account they ran as. */
function goneByAccount(changes) {
    const byAccount = new Map();
    for (const { before, after } of changes) {
        const account = after === undefined && before !== undefined ? mainAccount(before) : undefined;
        if (account !== undefined && before !== undefined)
            (0,groups/* addTo */.D)(byAccount, account, before);
    }
    return (pod) => byAccount.get(mainAccount(pod) ?? '')?.pop();
}
function mainAccount({ accounts: [own], namespace }) {
    return own && (0,service_account/* accountPlace */.l3)({ name: own.name, namespace });
}
function* accounts(compared, wasThere, lookup) {
    const { pod, is, was } = compared;
    const had = new Set(was?.identity.tokens.map(({ place }) => place));
    const from = was === undefined ? [] : was.identity.tokens.map(({ account }) => namedBy(was.pod, account));
    const ranAs = new Set(was?.pod.accounts.map(({ name }) => (0,service_account/* accountPlace */.l3)({ name, namespace: was.pod.namespace })));
    const clouds = newClouds(compared);
    const told = new Set();
    for (const token of is.tokens) {
        if (had.has(token.place))
            continue;
        const account = namedBy(pod, token.account);
        const reach = lookup.beyond([account], from);
        const own = clouds.filter((cloud) => cloud.account === token.account);
        if (ranAs.has(token.place)) {
            yield* tokenOf(compared, token, reach, lookup);
            continue;
        }
        told.add(token.account);
        const unseen = lookup.unseen(account, wasThere);
        yield* accountOf(compared, token.account, reach, unseen, own);
    }
    // An identity at a cloud needs no token of the cluster's.
    for (const { account } of clouds) {
        if (account === undefined || told.has(account) || ranAs.has((0,service_account/* accountPlace */.l3)(namedBy(pod, account))))
            continue;
        told.add(account);
        const own = clouds.filter((cloud) => cloud.account === account);
        yield* accountOf(compared, account, { permissions: [], unknown: [] }, undefined, own);
    }
}
function* accountOf({ pod, was }, account, reach, unseen, clouds) {
    const ofClouds = clouds.length === 0 ? undefined : was === undefined ? 'medium' : 'high';
    const severity = (0,widening/* worst */.QZ)((0,widening/* severityOf */.xJ)(reach, unseen), ofClouds);
    if (severity === undefined)
        return;
    yield {
        kind: 'account',
        ...(0,widening/* placeOf */.$t)(pod),
        position: account.path === undefined ? pod.at(['serviceAccountName']) : pod.resource.at(account.path),
        severity,
        account: accountName(namedBy(pod, account)),
        former: was?.pod.accounts.map((each) => accountName(namedBy(was.pod, each))),
        reach,
        unseen,
        clouds,
    };
}
/** A token of the account that the pods ran as without one. */
function* tokenOf({ pod, was }, { account, source }, reach, lookup) {
    const named = namedBy(pod, account);
    const unseen = lookup.unseen(named, false);
    const severity = (0,widening/* severityOf */.xJ)(reach, unseen);
    if (severity === undefined || was === undefined)
        return;
    const field = ['automountServiceAccountToken'];
    const wrote = pod.spec.automountServiceAccountToken !== undefined;
    yield {
        kind: source === undefined ? 'automount' : 'projected-token',
        ...(0,widening/* placeOf */.$t)(pod),
        position: pod.at(source ?? field),
        severity,
        account: accountName(named),
        reach,
        unseen,
        removedAt: source === undefined && !wrote ? removedPlace(was.pod.at(field), pod) : undefined,
    };
}
/** Where it was before the change, in the same file. */
function removedPlace(position, { resource }) {
    return position.file === resource.file && position.isGuess !== true ? position : undefined;
}
function* audiences({ pod, is, was }, lookup) {
    const [own] = pod.accounts;
    if (own === undefined)
        return;
    const account = namedBy(pod, own);
    // A new workload's own account is nobody elsewhere yet.
    if (was === undefined && lookup.before(account) === undefined)
        return;
    const had = new Set(was?.identity.audiences.map(({ audience, place }) => `${place} ${audience}`));
    for (const { audience, place, source } of is.audiences) {
        if (had.has(`${place} ${audience}`))
            continue;
        yield {
            kind: 'audience',
            ...(0,widening/* placeOf */.$t)(pod),
            position: pod.at([...source, 'serviceAccountToken', 'audience']),
            severity: 'medium',
            account: accountName(account),
            audience,
        };
    }
}
/** Identities that pods state themselves, and the one of their account that they newly ask for by the label of Azure. */
function* ownIdentities(compared) {
    const { pod, was } = compared;
    const ranAs = was?.pod.accounts.map(({ name }) => (0,service_account/* accountPlace */.l3)({ name, namespace: was.pod.namespace })) ?? [];
    for (const cloud of newClouds(compared)) {
        const { account } = cloud;
        if (account !== undefined && !ranAs.includes((0,service_account/* accountPlace */.l3)(namedBy(pod, account))))
            continue;
        const former = (was?.identity.clouds ?? []).filter((each) => each.cloud === cloud.cloud);
        yield {
            kind: 'cloud',
            ...(0,widening/* placeOf */.$t)(pod),
            position: pod.metadataAt(account === undefined ? cloud.path : ['labels', azureUse]),
            severity: was === undefined ? 'medium' : 'high',
            cloud,
            former: former.map(({ id }) => id),
        };
    }
}
function newClouds({ is, was }) {
    const had = new Set(was?.identity.clouds.map(({ cloud, id }) => `${cloud} ${id}`));
    return is.clouds.filter(({ cloud, id }) => !had.has(`${cloud} ${id}`));
}
function namedBy({ namespace, resource: { file } }, { name }) {
    return { name, namespace, file };
}
/** The account as people write it. */
function accountName({ name, namespace }) {
    return (0,service_account/* isOpen */.nT)(namespace) ? name : `${namespace}/${name}`;
}


/***/ }),

/***/ 9055:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Er: () => (/* binding */ accountNames),
  KT: () => (/* binding */ accountsInQuestion),
  IM: () => (/* binding */ rolesElsewhere)
});

// EXTERNAL MODULE: ./build/rbac/model/rbac-objects.js
var rbac_objects = __webpack_require__(7974);
// EXTERNAL MODULE: ./build/rbac/query/held-by-account.js
var held_by_account = __webpack_require__(8915);
// EXTERNAL MODULE: ./build/rbac/read/read-rbac.js + 13 modules
var read_rbac = __webpack_require__(4607);
// EXTERNAL MODULE: ./build/rbac/state/rbac-state.js + 2 modules
var rbac_state = __webpack_require__(5961);
// EXTERNAL MODULE: ./build/plain-values.js
var plain_values = __webpack_require__(8419);
// EXTERNAL MODULE: ./build/workload/model/pair-pods.js
var pair_pods = __webpack_require__(3933);
// EXTERNAL MODULE: ./build/workload/model/pods.js + 7 modules
var pods = __webpack_require__(5640);
;// CONCATENATED MODULE: ./build/workload/model/worth-context.js



/** Fields of a container that say what runs in it and what it is told: they change in every release, and neither gives nor takes anything. */
const ofReleases = new Set(['image', 'imagePullPolicy', 'env', 'envFrom', 'command', 'args', 'workingDir']);
/** The pods that are new, or that changed in more than what runs in them: unchanged objects around them may matter. */
function podsWorthContext({ before, after }) {
    return (0,pair_pods/* podChanges */.z)(before.flatMap(pods/* podsOf */.E), after.flatMap(pods/* podsOf */.E)).flatMap(({ before: was, after: is }) => {
        if (is === undefined)
            return [];
        const isOnlyReleased = was !== undefined && was.namespace === is.namespace && framesOf(was) === framesOf(is);
        return isOnlyReleased ? [] : [is];
    });
}
/** A pod without what its containers run. */
function framesOf({ spec, metadata: { labels }, accounts }) {
    const rest = Object.entries(spec).map(([field, value]) => {
        return [field, field === 'containers' || field === 'initContainers' ? (0,plain_values/* list */.p_)(value).map(frameOf) : value];
    });
    const identity = (0,plain_values/* isMapping */.pi)(labels) ? labels['azure.workload.identity/use'] : undefined;
    return (0,plain_values/* json */.Pq)([rest, identity, accounts.map(({ name }) => name)]);
}
function frameOf(container) {
    if (!(0,plain_values/* isMapping */.pi)(container))
        return container;
    return Object.entries(container).filter(([field]) => !ofReleases.has(field));
}

// EXTERNAL MODULE: ./build/workload/identity/compare-accounts.js
var compare_accounts = __webpack_require__(337);
// EXTERNAL MODULE: ./build/workload/identity/service-account.js
var service_account = __webpack_require__(8822);
;// CONCATENATED MODULE: ./build/workload/identity/loose-ends.js







/** The accounts on whose permissions the judgement of one scope's change depends: those of new and changed pods, of changed ServiceAccounts and of Secrets. */
function accountsInQuestion(sides) {
    const unchanged = new Set(sides.before);
    const touched = sides.after.filter((resource) => !unchanged.has(resource));
    if (touched.length === 0)
        return [];
    const ofPods = podsWorthContext(sides).flatMap(({ accounts, namespace, resource: { file } }) => accounts.map(({ name }) => ({ name, namespace, file })));
    const own = (0,service_account/* serviceAccountsOf */.nD)(touched).map(({ name, namespace, resource: { file } }) => ({ name, namespace, file }));
    return [...ofPods, ...own, ...touched.flatMap(compare_accounts/* tokenSecretsOf */.cq)];
}
/** How a file of another scope may write one of the accounts, as whole names as far as these are telling. */
function accountNames(accounts) {
    return new Set(accounts.flatMap(({ name, namespace }) => [
        ...(name === 'default' ? asDefault : [name].filter((each) => !each.includes('{{'))),
        ...((0,service_account/* isOpen */.nT)(namespace) ? [] : [`system:serviceaccounts:${namespace}`]),
    ]));
}
/** The word alone is everywhere. */
const asDefault = [
    'name: default',
    'name: "default"',
    "name: 'default'",
    '"name":"default"',
    '"name": "default"',
    ':default',
];
/** The names of roles that bindings of these objects give to one of the accounts, and that are not among them. */
function rolesElsewhere({ after }, accounts, options) {
    if (accounts.length === 0 || (0,rbac_objects/* isNothing */.qv)((0,read_rbac/* readRbac */.f)(after)))
        return [];
    const state = (0,rbac_state/* rbacState */.S)(after, options);
    return accounts.flatMap((account) => (0,held_by_account/* heldBy */.Vr)(state, (0,held_by_account/* subjectsOf */.Z6)(state, account)).unknown.map(({ role: { name } }) => name));
}


/***/ }),

/***/ 8822:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ accountFinder),
/* harmony export */   Hb: () => (/* binding */ ownClouds),
/* harmony export */   l3: () => (/* binding */ accountPlace),
/* harmony export */   nD: () => (/* binding */ serviceAccountsOf),
/* harmony export */   nT: () => (/* binding */ isOpen)
/* harmony export */ });
/* unused harmony export serviceAccountOf */
/* harmony import */ var _plain_values_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8419);
/* harmony import */ var _rbac_model_memoize_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9863);
/* harmony import */ var _rbac_model_rbac_object_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4499);
/* harmony import */ var _rbac_model_subject_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4963);




/**
 * Annotations by which controllers of the clouds know an account: Amazon EKS pod identity webhook 0.6, GKE Workload Identity,
 * Azure workload identity 1.5.
 */
const annotations = {
    'eks.amazonaws.com/role-arn': 'AWS',
    'iam.gke.io/gcp-service-account': 'Google Cloud',
    'azure.workload.identity/client-id': 'Azure',
};
/** The same of pods: kiam and kube2iam by an annotation, AAD pod identity by a label. */
const ofPods = [
    ['annotations', 'iam.amazonaws.com/role', 'AWS'],
    ['labels', 'aadpodidbinding', 'Azure'],
];
/** The ServiceAccount that an object is; undefined where it is none. */
const serviceAccountOf = (0,_rbac_model_memoize_js__WEBPACK_IMPORTED_MODULE_2__/* .memoize */ .B)((resource) => {
    const { kind, group, name, value } = resource;
    if (kind !== 'ServiceAccount' || group !== '')
        return { account: undefined };
    const automount = value.automountServiceAccountToken;
    return {
        account: {
            name,
            namespace: (0,_rbac_model_rbac_object_js__WEBPACK_IMPORTED_MODULE_0__/* .namespaceOf */ .N6)(resource),
            resource,
            automount: typeof automount === 'boolean' ? automount : undefined,
            clouds: Object.entries(annotations).flatMap(([annotation, cloud]) => {
                const path = ['metadata', 'annotations', annotation];
                const id = (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)((0,_plain_values_js__WEBPACK_IMPORTED_MODULE_3__/* .valueUnder */ .cZ)(value, ...path));
                return id === undefined ? [] : [{ cloud, id, path }];
            }),
        },
    };
});
/** The ServiceAccounts among objects. */
function serviceAccountsOf(resources) {
    return resources.flatMap((resource) => resource.kind === 'ServiceAccount' ? (serviceAccountOf(resource).account ?? []) : []);
}
/** What a pod's own labels and annotations make it, from the pod's metadata. */
function ownClouds(metadata) {
    return ofPods.flatMap(([field, key, cloud]) => {
        const id = (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)((0,_plain_values_js__WEBPACK_IMPORTED_MODULE_3__/* .mapping */ .pq)((0,_plain_values_js__WEBPACK_IMPORTED_MODULE_3__/* .mapping */ .pq)(metadata)[field])[key]);
        return id === undefined ? [] : [{ cloud, id, path: [field, key] }];
    });
}
/** One key for an account, whatever folder leaves its namespace open. */
function accountPlace({ name, namespace }) {
    return `${isOpen(namespace) ? _rbac_model_subject_js__WEBPACK_IMPORTED_MODULE_1__/* .unknownNamespacePrefix */ .$b : namespace}/${name}`;
}
/** Whether no manifest says which namespace it is. */
function isOpen(namespace) {
    return namespace.startsWith(_rbac_model_subject_js__WEBPACK_IMPORTED_MODULE_1__/* .unknownNamespacePrefix */ .$b);
}
/** Finds the object of an account: of the same namespace, else one of its name where one of the two leaves the namespace open. */
function accountFinder(accounts) {
    const byName = new Map();
    for (const account of accounts)
        byName.set(account.name, [...(byName.get(account.name) ?? []), account]);
    return ({ name, namespace }) => {
        const named = byName.get(name) ?? [];
        const exact = named.find((each) => each.namespace === namespace);
        if (exact !== undefined || name === 'default')
            return exact;
        return named.find((each) => isOpen(each.namespace) || isOpen(namespace));
    };
}


/***/ }),

/***/ 4078:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $t: () => (/* binding */ placeOf),
/* harmony export */   QZ: () => (/* binding */ worst),
/* harmony export */   xJ: () => (/* binding */ severityOf)
/* harmony export */ });
/* harmony import */ var _severity_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5989);

/**
 * How bad it is to act as an account: one step under the worst that the account can do, for its permissions were granted
 * to somebody already; as wide as it may be where that is unknown. Undefined where it is nothing to speak of.
 */
function severityOf(reach, unseen) {
    if (unseen !== undefined || reach.unknown.length > 0)
        return 'high';
    const worst = reach.permissions[0]?.judgement.severity;
    return worst === undefined || worst === 'low' ? undefined : (0,_severity_js__WEBPACK_IMPORTED_MODULE_0__/* .lower */ .ib)(worst);
}
/** The worse of two severities, either of which may be none. */
function worst(one, other) {
    if (one === undefined || other === undefined)
        return one ?? other;
    return (0,_severity_js__WEBPACK_IMPORTED_MODULE_0__/* .compareSeverity */ .zK)(one, other) <= 0 ? one : other;
}
/** The pod as a finding names it, and where it is. */
function placeOf({ resource, part }) {
    return { resource, part };
}


/***/ }),

/***/ 3933:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ podChanges)
/* harmony export */ });
/* harmony import */ var node_path_posix__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);
/* harmony import */ var _groups_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1782);
/* harmony import */ var _plain_values_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8419);
/* harmony import */ var _rbac_model_memoize_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9863);
/* harmony import */ var _rbac_model_subject_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4963);





/**
 * The pods of one scope that are not what they were, each with the one on the base's side that it took the place of: the same
 * object in the same file, else in another; an object of the same name that changed its kind; one that began or ceased to
 * state its namespace; else one of the same kind in the same namespace that is gone and ran the same, whatever it was called.
 */
function podChanges(before, after) {
    const [old, open] = withoutShared(before, after);
    const pairs = new Map();
    const left = new Set(old);
    const match = (likeness) => {
        if (left.size === 0 || pairs.size === open.length)
            return;
        const alike = new Map();
        for (const pod of [...left].reverse()) {
            const key = likeness(pod);
            if (key !== undefined)
                (0,_groups_js__WEBPACK_IMPORTED_MODULE_2__/* .addTo */ .D)(alike, key, pod);
        }
        for (const pod of open) {
            const key = pairs.has(pod) ? undefined : likeness(pod);
            const found = key === undefined ? undefined : alike.get(key)?.pop();
            if (found === undefined)
                continue;
            pairs.set(pod, found);
            left.delete(found);
        }
    };
    match((pod) => `${identityOf(pod)} ${pod.resource.file}`);
    match((pod) => `${identityOf(pod)} ${contentOf(pod)}`);
    match((pod) => `${identityOf(pod)} ${(0,node_path_posix__WEBPACK_IMPORTED_MODULE_0__.basename)(pod.resource.file)}`);
    match(identityOf);
    match(({ namespace, part, resource: { name } }) => JSON.stringify([placeOf(namespace), name, part]));
    match(({ part, resource: { kind, name, file } }) => JSON.stringify([kind, name, part, file]));
    match((pod) => `${kindOf(pod)} ${contentOf(pod)}`);
    match((pod) => {
        const running = runningOf(pod);
        return running === '' ? undefined : `${kindOf(pod)} ${running}`;
    });
    return [
        ...open.flatMap((pod) => {
            const was = pairs.get(pod);
            return was !== undefined && isSame(was, pod) ? [] : [{ before: was, after: pod }];
        }),
        ...[...left].map((pod) => ({ before: pod, after: undefined })),
    ];
}
/** Without the pods of unchanged objects, which are read once for both sides. */
function withoutShared(before, after) {
    const [old, now] = [new Set(before), new Set(after)];
    return [before.filter((pod) => !now.has(pod)), after.filter((pod) => !old.has(pod))];
}
/** Nothing of the pod differs, nor whom it belongs to. */
function isSame(before, after) {
    return identityOf(before) === identityOf(after) && contentOf(before) === contentOf(after);
}
const identityOf = (0,_rbac_model_memoize_js__WEBPACK_IMPORTED_MODULE_3__/* .memoize */ .B)((pod) => {
    const { group, kind, name } = pod.resource;
    return JSON.stringify([group, kind, placeOf(pod.namespace), name, pod.part]);
});
/** Objects that state no namespace are copies of one, wherever they are. */
function placeOf(namespace) {
    return namespace.startsWith(_rbac_model_subject_js__WEBPACK_IMPORTED_MODULE_1__/* .unknownNamespacePrefix */ .$b) ? _rbac_model_subject_js__WEBPACK_IMPORTED_MODULE_1__/* .unknownNamespacePrefix */ .$b : namespace;
}
function kindOf({ namespace, part, resource: { group, kind } }) {
    return JSON.stringify([group, kind, placeOf(namespace), part]);
}
const contentOf = (0,_rbac_model_memoize_js__WEBPACK_IMPORTED_MODULE_3__/* .memoize */ .B)(({ spec, metadata, accounts }) => (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_4__/* .json */ .Pq)([spec, metadata, accounts.map(({ name }) => name)]));
/** The names and images of the containers, without tags and digests; '' where nothing is said of them. */
const runningOf = (0,_rbac_model_memoize_js__WEBPACK_IMPORTED_MODULE_3__/* .memoize */ .B)(({ spec }) => {
    const containers = (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_4__/* .list */ .p_)(spec.containers).map((container) => {
        const { name, image } = (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_4__/* .mapping */ .pq)(container);
        return [(0,_plain_values_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)(name) ?? '', ((0,_plain_values_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)(image) ?? '').replace(/@.*$|:[^/:]*$/g, '')];
    });
    return containers.length === 0 ? '' : JSON.stringify(containers);
});


/***/ }),

/***/ 5640:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  E: () => (/* binding */ podsOf)
});

// EXTERNAL MODULE: ./build/kube/embedded.js
var embedded = __webpack_require__(6484);
// EXTERNAL MODULE: ./build/kube/openshift-template.js
var openshift_template = __webpack_require__(6723);
// EXTERNAL MODULE: ./build/plain-values.js
var plain_values = __webpack_require__(8419);
// EXTERNAL MODULE: ./build/rbac/model/memoize.js
var memoize = __webpack_require__(9863);
;// CONCATENATED MODULE: ./build/workload/model/gathered.js

/** A PodSpec that is put together from several places of an object, each field with where it is from. */
class Gathered {
    spec = {};
    fields = {};
    /** A field with its place; the last one that is stated counts. */
    put(field, value, path) {
        if (value === undefined || value === null)
            return this;
        this.spec[field] = value;
        this.fields[field] = path;
        return this;
    }
    /** Every field of a mapping at `path`, or those named. */
    putAll(from, path, names = Object.keys(from)) {
        for (const name of names)
            this.put(name, from[name], [...path, name]);
        return this;
    }
    /** More items of a list. `pathOf` gives the place of each. */
    add(field, items, pathOf) {
        const more = (0,plain_values/* list */.p_)(items);
        if (more.length === 0)
            return this;
        const known = this.fields[field];
        const places = known === undefined ? [] : 'items' in known ? known.items : placesOf(this.spec[field], known);
        this.spec[field] = [...(0,plain_values/* list */.p_)(this.spec[field]), ...more];
        this.fields[field] = { items: [...places, ...more.map((_, index) => pathOf(index))] };
        return this;
    }
}
function placesOf(items, path) {
    return (0,plain_values/* list */.p_)(items).map((_, index) => [...path, index]);
}

;// CONCATENATED MODULE: ./build/workload/model/argo.js


const workflows = {
    Workflow: ['spec'],
    WorkflowTemplate: ['spec'],
    ClusterWorkflowTemplate: ['spec'],
    CronWorkflow: ['spec', 'workflowSpec'],
};
const eventKinds = new Set(['Sensor', 'EventSource']);
/** The fields by which a template says what its pod does (pkg/apis/workflow/v1alpha1, Template). */
const running = ['container', 'script', 'containerSet', 'resource', 'data', 'http', 'plugin'];
/** Fields of a workflow that all its pods have, unless their template states them (workflow/controller/workflowpod.go). */
const ofWorkflow = ['serviceAccountName', 'automountServiceAccountToken', 'securityContext', 'hostNetwork', 'volumes'];
const ofTemplate = ['serviceAccountName', 'automountServiceAccountToken', 'securityContext', 'initContainers'];
/**
 * Argo Workflows 3.6: a pod for each template that runs something; and Argo Events 1.9, whose Sensors and EventSources have a
 * PodSpec of a few fields. A workflow that names no ServiceAccount runs as `default`; the templates of other workflows, as
 * those say.
 */
function argoShapes({ group, kind, value }) {
    if (group !== 'argoproj.io')
        return undefined;
    if (eventKinds.has(kind))
        return [eventShape((0,plain_values/* mapping */.pq)((0,plain_values/* mapping */.pq)(value.spec).template))];
    const path = workflows[kind];
    if (path === undefined)
        return undefined;
    const spec = (0,plain_values/* mapping */.pq)(path.length === 1 ? value.spec : (0,plain_values/* mapping */.pq)(value.spec).workflowSpec);
    const isRun = kind === 'Workflow' || kind === 'CronWorkflow';
    const shapes = (0,plain_values/* list */.p_)(spec.templates).flatMap((template, index) => {
        const isRunning = running.some((field) => (0,plain_values/* isMapping */.pi)((0,plain_values/* mapping */.pq)(template)[field]));
        return isRunning ? [templateShape(spec, path, (0,plain_values/* mapping */.pq)(template), index, isRun)] : [];
    });
    // One that takes its templates from elsewhere still says as whom they run.
    return shapes.length > 0 ? shapes : [restShape(spec, path, isRun)];
}
function templateShape(spec, path, template, index, isRun) {
    const at = [...path, 'templates', index];
    const pod = new Gathered()
        .putAll(spec, path, ofWorkflow)
        .putAll((0,plain_values/* mapping */.pq)(spec.templateDefaults), [...path, 'templateDefaults'], ofTemplate)
        .putAll(template, at, ofTemplate)
        .add('volumes', template.volumes, (volume) => [...at, 'volumes', volume]);
    for (const field of ['container', 'script']) {
        if ((0,plain_values/* isMapping */.pi)(template[field]))
            pod.add('containers', [{ name: 'main', ...template[field] }], () => [...at, field]);
    }
    pod
        .add('containers', (0,plain_values/* mapping */.pq)(template.containerSet).containers, (each) => [...at, 'containerSet', 'containers', each])
        .add('containers', template.sidecars, (each) => [...at, 'sidecars', each]);
    const executors = [
        executorAccount((0,plain_values/* mapping */.pq)(template.executor), at),
        executorAccount((0,plain_values/* mapping */.pq)(spec.executor), path),
    ].flat();
    return {
        part: `templates[${(0,plain_values/* text */.Qq)(template.name) ?? index}]`,
        path: at,
        spec: pod.spec,
        fields: pod.fields,
        metadata: (0,plain_values/* mapping */.pq)(template.metadata),
        metadataPath: [...at, 'metadata'],
        isWhole: true,
        hasDefaultAccount: isRun,
        otherAccounts: executors.slice(0, 1),
    };
}
function restShape(spec, path, isRun) {
    const { podMetadata } = spec;
    return {
        part: '',
        path,
        spec: new Gathered().putAll(spec, path, ofWorkflow).spec,
        metadata: (0,plain_values/* mapping */.pq)(podMetadata),
        metadataPath: [...path, 'podMetadata'],
        isWhole: false,
        hasDefaultAccount: isRun,
        otherAccounts: executorAccount((0,plain_values/* mapping */.pq)(spec.executor), path),
    };
}
/** The executor next to a pod's own containers can have an account of its own. */
function executorAccount({ serviceAccountName }, path) {
    const name = (0,plain_values/* text */.Qq)(serviceAccountName);
    return name === undefined ? [] : [{ name, path: [...path, 'executor', 'serviceAccountName'], isGiven: true }];
}
function eventShape(template) {
    const path = ['spec', 'template'];
    const pod = new Gathered().putAll(template, path, ['serviceAccountName', 'securityContext', 'volumes']);
    if ((0,plain_values/* isMapping */.pi)(template.container)) {
        pod.add('containers', [{ name: 'main', ...template.container }], () => [...path, 'container']);
    }
    return {
        part: '',
        path,
        spec: pod.spec,
        fields: pod.fields,
        metadata: (0,plain_values/* mapping */.pq)(template.metadata),
        metadataPath: [...path, 'metadata'],
        isWhole: true,
        hasDefaultAccount: true,
    };
}

// EXTERNAL MODULE: ./build/kube/policy-state.js
var policy_state = __webpack_require__(2864);
// EXTERNAL MODULE: ./build/rbac/model/rbac-object.js
var rbac_object = __webpack_require__(4499);
;// CONCATENATED MODULE: ./build/workload/model/pod.js


/** The pods of an object in one of its shapes. */
function podOf(resource, shape) {
    const { part, spec, metadata, metadataPath, isWhole } = shape;
    const placed = (path) => placeIn(shape, path);
    return {
        resource,
        part,
        namespace: (0,rbac_object/* namespaceOf */.N6)(resource),
        spec,
        metadata,
        isWhole,
        accounts: accountsOf(shape),
        at: (path) => resource.at(placed(path)),
        valueAt: (path) => resource.valueAt(placed(path)),
        metadataAt: (path) => resource.at([...metadataPath, ...path]),
    };
}
/** A PodTemplateSpec (core/v1) at a path of an object. */
function pod_templateShape(part, path, template) {
    const { metadata, spec } = (0,plain_values/* mapping */.pq)(template);
    return {
        part,
        path: [...path, 'spec'],
        spec: (0,plain_values/* mapping */.pq)(spec),
        metadata: (0,plain_values/* mapping */.pq)(metadata),
        metadataPath: [...path, 'metadata'],
        isWhole: (0,plain_values/* list */.p_)((0,plain_values/* mapping */.pq)(spec).containers).length > 0,
        hasDefaultAccount: (0,plain_values/* list */.p_)((0,plain_values/* mapping */.pq)(spec).containers).length > 0,
    };
}
function placeIn({ path: root, fields = {} }, path) {
    const [field = '', ...rest] = path;
    const place = fields[field];
    if (place === undefined)
        return [...root, ...path];
    if (!('items' in place))
        return [...place, ...rest];
    const [index, ...inside] = rest;
    const item = typeof index === 'number' ? place.items[index] : place.items[0];
    return item === undefined ? root : [...item, ...inside];
}
/** `serviceAccount` is the deprecated name: it counts where the other is empty (pkg/apis/core/v1/conversion.go). */
function accountsOf(shape) {
    const { spec, hasDefaultAccount, otherAccounts = [] } = shape;
    const field = (0,plain_values/* text */.Qq)(spec.serviceAccountName) === undefined ? 'serviceAccount' : 'serviceAccountName';
    const name = (0,plain_values/* text */.Qq)(spec[field]);
    if (name !== undefined)
        return [{ name, path: placeIn(shape, [field]) }, ...otherAccounts];
    return hasDefaultAccount ? [{ name: 'default', path: undefined }, ...otherAccounts] : otherAccounts;
}

;// CONCATENATED MODULE: ./build/workload/model/generic.js



/**
 * Groups whose objects hold no pods of their own: patterns of policies, schemas, and built-in objects that make none. Of Flux,
 * the account is the one it deploys as.
 */
const withoutPods = /^(?:(?:[\w.-]+\.)?k8s\.io|policy|autoscaling|(?:policies\.)?kyverno\.io|(?:[\w-]+\.)?gatekeeper\.sh|(?:[\w-]+\.)?kubewarden\.io|[\w.-]+\.toolkit\.fluxcd\.io)$/;
const deepest = 24;
/**
 * The pods of any object by one rule, that of PodTemplateSpec: a mapping whose `spec` has a list `containers` of mappings with a
 * name or an image. Where there is none, `spec.serviceAccountName` still says as whom the pods run that a controller makes.
 */
function lookInside({ group, value }) {
    const inside = { shapes: [], objects: [] };
    if (group === '' || withoutPods.test(group))
        return inside;
    for (const [key, item] of Object.entries(value)) {
        if (key !== 'metadata' && key !== 'status')
            walk(item, [key], [key], inside, (0,policy_state/* policyState */.A)(value, policy_state/* none */.d));
    }
    if (inside.shapes.length === 0 && inside.objects.length === 0)
        inside.shapes.push(...accountAlone(value));
    return inside;
}
/** `names` is the path with the items of lists by their names, as it is said and compared. */
function walk(value, path, names, found, policy) {
    if (path.length > deepest)
        return;
    if (Array.isArray(value)) {
        for (const [index, item] of value.entries()) {
            const name = (0,plain_values/* text */.Qq)((0,plain_values/* mapping */.pq)(item).name) ?? String(index);
            walk(item, [...path, index], [...names.slice(0, -1), `${names.at(-1)}[${name}]`], found, policy);
        }
        return;
    }
    if (!(0,plain_values/* isMapping */.pi)(value))
        return;
    const { apiVersion, kind } = value;
    if (typeof apiVersion === 'string' && typeof kind === 'string' && (0,plain_values/* isMapping */.pi)(value.metadata)) {
        if (policy.isMade)
            found.objects.push({ value, path });
        return;
    }
    if (isTemplate(value)) {
        found.shapes.push(pod_templateShape(names.filter((name) => name !== 'spec').join('.'), path, value));
        return;
    }
    const inner = (0,policy_state/* policyState */.A)(value, policy);
    for (const [key, item] of Object.entries(value))
        walk(item, [...path, key], [...names, key], found, inner);
}
function isTemplate(value) {
    const containers = (0,plain_values/* list */.p_)((0,plain_values/* mapping */.pq)(value.spec).containers);
    return (containers.length > 0 &&
        containers.every((each) => (0,plain_values/* isMapping */.pi)(each) && ((0,plain_values/* text */.Qq)(each.name) ?? (0,plain_values/* text */.Qq)(each.image)) !== undefined));
}
function accountAlone(value) {
    const found = [['spec'], ['spec', 'template']].find((path) => (0,plain_values/* text */.Qq)((0,plain_values/* valueUnder */.cZ)(value, ...path, 'serviceAccountName')) !== undefined);
    if (found === undefined)
        return [];
    const { serviceAccountName, automountServiceAccountToken } = (0,plain_values/* mapping */.pq)((0,plain_values/* valueUnder */.cZ)(value, ...found));
    return [
        {
            part: '',
            path: found,
            spec: { serviceAccountName, automountServiceAccountToken },
            metadata: {},
            metadataPath: [...found, 'metadata'],
            isWhole: false,
            hasDefaultAccount: false,
        },
    ];
}

;// CONCATENATED MODULE: ./build/workload/model/known-kinds.js


/**
 * Where kinds have their PodTemplateSpec, by group. Sources: Kubernetes 1.34 staging/src/k8s.io/api, OpenShift api
 * apps/v1, Argo Rollouts 1.8, Knative Serving 1.19 (RevisionTemplateSpec), KEDA 2.17.
 */
const templates = {
    '': { Pod: [], ReplicationController: ['spec', 'template'], PodTemplate: ['template'] },
    apps: {
        Deployment: ['spec', 'template'],
        StatefulSet: ['spec', 'template'],
        DaemonSet: ['spec', 'template'],
        ReplicaSet: ['spec', 'template'],
    },
    batch: { Job: ['spec', 'template'], CronJob: ['spec', 'jobTemplate', 'spec', 'template'] },
    'apps.openshift.io': { DeploymentConfig: ['spec', 'template'] },
    'argoproj.io': { Rollout: ['spec', 'template'] },
    // The spec of a Revision is a PodSpec with fields of its own.
    'serving.knative.dev': { Service: ['spec', 'template'], Configuration: ['spec', 'template'], Revision: [] },
    'keda.sh': { ScaledJob: ['spec', 'jobTargetRef', 'template'] },
};
const oldGroups = { extensions: 'apps' };
/** Kinds whose spec has the fields of a PodSpec next to their own; the controller makes the containers (prometheus-operator 0.83). */
const podLike = {
    'monitoring.coreos.com': ['Prometheus', 'PrometheusAgent', 'Alertmanager', 'ThanosRuler'],
};
/** The shapes of kinds whose pods are where Kubernetes has them; undefined for any other kind. */
function knownShapes({ apiVersion, group, kind, value }) {
    if (podLike[group]?.includes(kind) === true)
        return [podLikeShape(value)];
    const path = templatePath(apiVersion, group, kind);
    if (path === undefined)
        return undefined;
    const template = (0,plain_values/* valueUnder */.cZ)(value, ...path.map(String));
    if (!(0,plain_values/* isMapping */.pi)(template))
        return [];
    return [pod_templateShape('', path, template)];
}
/** Where a template of a chart makes the API version, the kind decides. */
function templatePath(apiVersion, group, kind) {
    const isOpen = apiVersion.includes('{{') || apiVersion.includes('${');
    const groups = isOpen ? Object.values(templates) : [templates[oldGroups[group] ?? group] ?? {}];
    return groups.find((kinds) => Object.hasOwn(kinds, kind))?.[kind];
}
function podLikeShape(value) {
    return {
        part: '',
        path: ['spec'],
        spec: (0,plain_values/* mapping */.pq)(value.spec),
        metadata: (0,plain_values/* mapping */.pq)((0,plain_values/* valueUnder */.cZ)(value, 'spec', 'podMetadata')),
        metadataPath: ['spec', 'podMetadata'],
        isWhole: false,
        hasDefaultAccount: true,
    };
}
const virtualMachines = {
    VirtualMachine: ['spec', 'template'],
    VirtualMachineInstance: [],
    VirtualMachineInstanceReplicaSet: ['spec', 'template'],
    VirtualMachinePool: ['spec', 'virtualMachineTemplate', 'spec', 'template'],
};
/**
 * Virtual machines of KubeVirt 1.5 (api/core/v1/schema.go): a guest is given a token only by a volume `serviceAccount`, the pod around
 * it none (virt-controller, template.go). A `hostDisk` is a path of the node.
 */
function virtualMachineShapes({ group, kind, value }) {
    const path = group === 'kubevirt.io' || group === 'pool.kubevirt.io' ? virtualMachines[kind] : undefined;
    if (path === undefined)
        return undefined;
    const template = (0,plain_values/* valueUnder */.cZ)(value, ...path.map(String));
    const spec = (0,plain_values/* mapping */.pq)((0,plain_values/* mapping */.pq)(template).spec);
    const at = [...path, 'spec'];
    const accounts = (0,plain_values/* list */.p_)(spec.volumes).flatMap((volume, index) => {
        const name = (0,plain_values/* text */.Qq)((0,plain_values/* valueUnder */.cZ)(volume, 'serviceAccount', 'serviceAccountName'));
        return name === undefined
            ? []
            : [{ name, path: [...at, 'volumes', index, 'serviceAccount', 'serviceAccountName'], isGiven: true }];
    });
    const disks = (0,plain_values/* list */.p_)(spec.volumes).flatMap((volume, index) => {
        const disk = (0,plain_values/* mapping */.pq)(volume).hostDisk;
        return (0,plain_values/* isMapping */.pi)(disk) ? [{ name: (0,plain_values/* mapping */.pq)(volume).name, hostPath: { path: disk.path }, index }] : [];
    });
    return [
        {
            part: '',
            path: at,
            spec: {
                automountServiceAccountToken: accounts.length > 0,
                volumes: disks.map(({ index: _, ...volume }) => volume),
            },
            fields: {
                automountServiceAccountToken: [...at, 'volumes'],
                volumes: { items: disks.map(({ index }) => [...at, 'volumes', index]) },
            },
            metadata: (0,plain_values/* mapping */.pq)((0,plain_values/* mapping */.pq)(template).metadata),
            metadataPath: [...path, 'metadata'],
            isWhole: true,
            hasDefaultAccount: false,
            otherAccounts: accounts,
        },
    ];
}

;// CONCATENATED MODULE: ./build/workload/model/spark.js


const kinds = {
    SparkApplication: ['spec'],
    ScheduledSparkApplication: ['spec', 'template'],
};
/**
 * Driver and executors of the Spark operator 2.2 (api/v1beta2, SparkPodSpec): `template` is a PodTemplateSpec, over which the
 * other fields count. Executors run as the driver's account where they name none
 * (spark.kubernetes.authenticate.executor.serviceAccountName, Spark 3.1 and newer).
 */
function sparkShapes({ group, kind, value }) {
    const path = group === 'sparkoperator.k8s.io' ? kinds[kind] : undefined;
    if (path === undefined)
        return undefined;
    const spec = (0,plain_values/* mapping */.pq)(path.length === 1 ? value.spec : (0,plain_values/* mapping */.pq)(value.spec).template);
    return ['driver', 'executor'].map((role) => sparkShape(role, path, spec));
}
function sparkShape(role, above, spec) {
    const path = [...above, role];
    const own = (0,plain_values/* mapping */.pq)(spec[role]);
    const template = (0,plain_values/* mapping */.pq)(own.template);
    const inTemplate = [...path, 'template', 'spec'];
    const { containers, ...rest } = (0,plain_values/* mapping */.pq)(template.spec);
    const pod = new Gathered()
        .put('serviceAccountName', (0,plain_values/* text */.Qq)((0,plain_values/* mapping */.pq)(spec.driver).serviceAccount), [...above, 'driver', 'serviceAccount'])
        .putAll(rest, inTemplate)
        .put('serviceAccountName', (0,plain_values/* text */.Qq)(own.serviceAccount), [...path, 'serviceAccount'])
        .put('securityContext', own.podSecurityContext, [...path, 'podSecurityContext'])
        .put('hostNetwork', own.hostNetwork, [...path, 'hostNetwork'])
        .add('initContainers', own.initContainers, (index) => [...path, 'initContainers', index])
        .add('volumes', spec.volumes, (index) => [...above, 'volumes', index])
        .add('containers', [{ ...own, name: `spark-kubernetes-${role}`, image: own.image ?? spec.image }], () => path)
        .add('containers', containers, (index) => [...inTemplate, 'containers', index])
        .add('containers', own.sidecars, (index) => [...path, 'sidecars', index]);
    const isOwn = (0,plain_values/* isMapping */.pi)(own.labels) || (0,plain_values/* isMapping */.pi)(own.annotations);
    return {
        part: role,
        path,
        spec: pod.spec,
        fields: pod.fields,
        metadata: isOwn ? { labels: own.labels, annotations: own.annotations } : (0,plain_values/* mapping */.pq)(template.metadata),
        metadataPath: isOwn ? path : [...path, 'template', 'metadata'],
        isWhole: true,
        hasDefaultAccount: true,
    };
}

;// CONCATENATED MODULE: ./build/workload/model/tekton.js


/**
 * Tekton Pipelines 1.0 (pkg/apis/pipeline/v1 and v1beta1): the pods of Tasks, and of runs. A Task runs as whoever runs it; a run
 * that names no ServiceAccount as `default` (config-defaults, default-service-account).
 */
function tektonShapes({ group, kind, value }) {
    if (group !== 'tekton.dev')
        return undefined;
    const spec = (0,plain_values/* mapping */.pq)(value.spec);
    switch (kind) {
        case 'Task':
        case 'ClusterTask':
            return [taskShape({ part: '', spec, path: ['spec'] })];
        case 'Pipeline':
            return pipelineTasks(spec, ['spec']).map((task) => taskShape(task));
        case 'TaskRun':
            return taskRunShapes(spec);
        case 'PipelineRun':
            return pipelineRunShapes(spec);
        default:
            return undefined;
    }
}
function taskRunShapes(spec) {
    const run = runsAs(spec, ['spec'], 'serviceAccountName', 'podTemplate');
    const task = (0,plain_values/* isMapping */.pi)(spec.taskSpec) ? spec.taskSpec : undefined;
    return [taskShape({ part: '', spec: task ?? {}, path: ['spec', 'taskSpec'] }, run)];
}
function pipelineRunShapes(spec) {
    // v1 has it in taskRunTemplate, v1beta1 at the top.
    const common = (0,plain_values/* isMapping */.pi)(spec.taskRunTemplate)
        ? runsAs(spec.taskRunTemplate, ['spec', 'taskRunTemplate'], 'serviceAccountName', 'podTemplate')
        : runsAs(spec, ['spec'], 'serviceAccountName', 'podTemplate');
    const tasks = pipelineTasks((0,plain_values/* mapping */.pq)(spec.pipelineSpec), ['spec', 'pipelineSpec']);
    const single = (0,plain_values/* list */.p_)(spec.taskRunSpecs).map((item, index) => {
        const path = ['spec', 'taskRunSpecs', index];
        const own = (0,plain_values/* mapping */.pq)(item);
        const isOld = own.taskServiceAccountName !== undefined || own.taskPodTemplate !== undefined;
        const run = isOld
            ? runsAs(own, path, 'taskServiceAccountName', 'taskPodTemplate')
            : runsAs(own, path, 'serviceAccountName', 'podTemplate');
        const name = (0,plain_values/* text */.Qq)(own.pipelineTaskName) ?? String(index);
        return taskShape({ part: `taskRunSpecs[${name}]`, spec: {}, path }, run.account === undefined ? common : run);
    });
    const whole = tasks.map((task) => taskShape(task, common));
    return [...(whole.length > 0 ? whole : [taskShape({ part: '', spec: {}, path: ['spec'] }, common)]), ...single];
}
/** The tasks that a pipeline has in itself. */
function pipelineTasks(spec, path) {
    return ['tasks', 'finally'].flatMap((field) => (0,plain_values/* list */.p_)(spec[field]).flatMap((item, index) => {
        const { taskSpec, name } = (0,plain_values/* mapping */.pq)(item);
        if (!(0,plain_values/* isMapping */.pi)(taskSpec))
            return [];
        const part = `${field}[${(0,plain_values/* text */.Qq)(name) ?? index}]`;
        return [{ part, spec: taskSpec, path: [...path, field, index, 'taskSpec'] }];
    }));
}
function runsAs(spec, path, account, pod) {
    const name = (0,plain_values/* text */.Qq)(spec[account]);
    return {
        account: name === undefined ? undefined : { name, path: [...path, account] },
        pod: { fields: (0,plain_values/* mapping */.pq)(spec[pod]), path: [...path, pod] },
    };
}
function taskShape({ part, spec, path }, run) {
    const pod = new Gathered();
    if (run !== undefined)
        pod.putAll(run.pod.fields, run.pod.path);
    if (run?.account !== undefined)
        pod.put('serviceAccountName', run.account.name, run.account.path);
    const { stepTemplate } = spec;
    const steps = (0,plain_values/* list */.p_)(spec.steps).map((step) => (0,plain_values/* isMapping */.pi)(stepTemplate) ? { ...stepTemplate, ...(0,plain_values/* mapping */.pq)(step) } : step);
    pod
        .add('containers', steps, (index) => [...path, 'steps', index])
        .add('containers', spec.sidecars, (index) => [...path, 'sidecars', index])
        .add('volumes', spec.volumes, (index) => [...path, 'volumes', index]);
    return {
        part,
        path,
        spec: pod.spec,
        fields: pod.fields,
        metadata: (0,plain_values/* mapping */.pq)(spec.metadata),
        metadataPath: [...path, 'metadata'],
        isWhole: steps.length > 0,
        hasDefaultAccount: run !== undefined,
    };
}

;// CONCATENATED MODULE: ./build/workload/model/pods.js










/** Objects inside objects inside objects: a Template in a work order in a policy. */
const pods_deepest = 4;
/** Every pod that an object makes, those of objects inside it as well; none where it makes none. An unchanged object is read once. */
const podsOf = (0,memoize/* memoize */.B)((resource) => read(resource, pods_deepest));
function read(resource, depth) {
    const shapes = knownShapes(resource) ??
        argoShapes(resource) ??
        tektonShapes(resource) ??
        sparkShapes(resource) ??
        virtualMachineShapes(resource);
    if (shapes !== undefined)
        return shapes.map((shape) => podOf(resource, shape));
    if (resource.kind === 'Template')
        return templatePods(resource, depth);
    const inside = lookInside(resource);
    return [
        ...inside.shapes.map((shape) => podOf(resource, shape)),
        ...inside.objects.flatMap(({ value, path }) => readInside(resource, path, value, depth)),
    ];
}
/** The objects of an OpenShift Template, with the values of its parameters. */
function templatePods(resource, depth) {
    const objects = (0,plain_values/* list */.p_)((0,openshift_template/* templateObjects */.N)(resource.value) ?? resource.value.objects);
    return objects.flatMap((object, index) => readInside(resource, ['objects', index], object, depth));
}
function readInside(outer, path, value, depth) {
    if (depth === 0)
        return [];
    return (0,embedded/* objectsInside */.T)(outer, path, value).flatMap((inner) => read(inner, depth - 1));
}


/***/ })

};
