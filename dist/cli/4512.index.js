export const id = 4512;
export const ids = [4512,7921];
export const modules = {

/***/ 4512:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runAction: () => (/* binding */ runAction)
});

// UNUSED EXPORTS: failAction

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:perf_hooks"
var external_node_perf_hooks_ = __webpack_require__(643);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 10 modules
var core = __webpack_require__(57264);
// EXTERNAL MODULE: ./build/publish/plan.js + 6 modules
var plan = __webpack_require__(40253);
// EXTERNAL MODULE: ./build/report/markdown/markdown.js + 7 modules
var markdown = __webpack_require__(92871);
// EXTERNAL MODULE: ./build/report/terminal/terminal.js
var terminal = __webpack_require__(43830);
// EXTERNAL MODULE: ./build/report/terminal/workflow-command.js
var workflow_command = __webpack_require__(20143);
// EXTERNAL MODULE: ./build/report/visible.js
var visible = __webpack_require__(6257);
// EXTERNAL MODULE: ./build/report/wording.js
var wording = __webpack_require__(62867);
// EXTERNAL MODULE: ./build/host/forge/channels.js
var forge_channels = __webpack_require__(7895);
// EXTERNAL MODULE: ./build/host/internal-error.js
var internal_error = __webpack_require__(54965);
;// CONCATENATED MODULE: ./build/host/github/github-annotations.js

/** The runner keeps ten of each level per step and drops the rest in silence. */
const perLevel = 10;
/** UTF-16 units; the runner cuts longer messages (actions/runner, ExecutionContext.cs: MaxIssueMessageLength). */
const messageLength = 4096;
/** The length of a title in the Checks API. */
const titleLength = 255;
/** What a verdict shows as annotations: what could not be judged, then findings worst first, at most `max`. */
function githubAnnotations(verdict, max) {
    const all = [
        ...verdict.unjudged.map(({ what, remedy }) => problemAnnotation('Could not judge', what, remedy)),
        ...verdict.findings.map(findingAnnotation),
    ];
    const count = { error: 0, warning: 0, notice: 0 };
    const shown = all.filter(({ level }) => {
        count[level] += 1;
        return count[level] <= perLevel;
    });
    const kept = shown.slice(0, Math.max(0, max));
    return { shown: kept, left: all.length - kept.length };
}
/** A problem of the run itself: it belongs to no file. */
function problemAnnotation(title, what, fix) {
    return { level: 'error', message: message([what, fix]), properties: { title: cut((0,visible/* visible */.RK)(title), titleLength) } };
}
function findingAnnotation(finding) {
    const id = `${finding.rule} (${finding.severity}), ${finding.fingerprint.slice(0, 12)}`;
    const level = finding.blocking ? 'error' : finding.severity === 'low' ? 'notice' : 'warning';
    const lines = [finding.message, ...(finding.details ?? []), finding.remedy, id];
    return {
        level,
        message: message(lines),
        properties: { title: cut((0,visible/* visible */.RK)(`${finding.severity}: ${finding.rule}`), titleLength), ...place(finding) },
    };
}
/** The path is written as it is, for it must name the file; the workflow command escapes it. Columns only where the finding is on one line. */
function place({ position, endLine }) {
    if (position === undefined)
        return {};
    const { file, line, column } = position;
    if (endLine !== undefined && endLine !== line)
        return { file, startLine: line, endLine };
    return { file, startLine: line, endLine: line, startColumn: column };
}
function message(lines) {
    return cut(lines.map(visible/* visible */.RK).join('\n'), messageLength);
}
/** At most `length` UTF-16 units, never half a surrogate pair. */
function cut(text, length) {
    return text.length <= length ? text : `${text.slice(0, length - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

// EXTERNAL MODULE: ./build/version.js
var version = __webpack_require__(58508);
;// CONCATENATED MODULE: ./build/host/github/github-links.js

/** Web addresses on the run's GitHub, of files at `head`. Our own pages are those of the action's repository at the version that runs, where it came from github.com. */
function githubLinks(env, head) {
    const server = env.GITHUB_SERVER_URL ?? '';
    const repository = `${server}/${env.GITHUB_REPOSITORY ?? ''}`;
    const action = env.GITHUB_ACTION_REPOSITORY;
    const pages = action && env.GITHUB_ACTION_REF && server === 'https://github.com'
        ? `${server}/${action}/blob/${segments(env.GITHUB_ACTION_REF)}/.github/docs`
        : undefined;
    return {
        file: (path, line) => (head === undefined ? undefined : `${repository}/blob/${head}/${segments(path)}#L${line}`),
        commit: (sha) => `${repository}/commit/${sha}`,
        rule: (id) => (pages === undefined ? (0,version/* rulePage */.gd)(id) : `${pages}/rules/${id}.md`),
        accepting: pages === undefined ? version/* acceptingPage */.a2 : `${pages}/accepting.md`,
    };
}
/** A path in a URL; what is not text (half a surrogate pair) becomes U+FFFD. */
function segments(path) {
    return Buffer.from(path).toString().split('/').map(encodeURIComponent).join('/');
}

// EXTERNAL MODULE: ./build/report/markdown/markdown-text.js
var markdown_text = __webpack_require__(50146);
;// CONCATENATED MODULE: ./build/host/github/github-publication.js


/** GitHub counts characters; bytes are never fewer. */
const commentBytes = 65_536;
/** Each is a request of its own, and says little more than the summary does. */
const maxFileComments = 3;
/** What is to be published on a pull request, apart from what is there already. */
function publicationOf(report, diff, env, { comment, maxComments, summary, name, title }) {
    const isInline = comment === 'inline';
    return {
        report,
        diff,
        forge: {
            maxComments: isInline ? maxComments : 0,
            maxFileComments: isInline ? maxFileComments : 0,
            commentBytes,
            suggestionInfo: () => 'suggestion',
        },
        name,
        ...(title === undefined ? {} : { title }),
        summary,
        links: githubLinks(env, report.range.head),
        fullReport: `${(0,markdown_text/* link */.nf)('the job summary', runAddress(env))} as far as it fits there (1 MiB), and in the files of \`report-dir\``,
    };
}
/** The page of this run, attempt included. */
function runAddress({ GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_RUN_ID, GITHUB_RUN_ATTEMPT, }) {
    if (!/^\d+$/.test(GITHUB_RUN_ID ?? ''))
        return undefined;
    const attempt = /^\d+$/.test(GITHUB_RUN_ATTEMPT ?? '') ? `/attempts/${GITHUB_RUN_ATTEMPT}` : '';
    return `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/actions/runs/${GITHUB_RUN_ID}${attempt}`;
}

;// CONCATENATED MODULE: ./build/host/github/github-sinks.js

const write = { error: core/* error */.z3, warning: core/* warning */.$e, notice: core/* notice */.lm };
/** Writes one annotation. */
function annotate({ level, message, properties }) {
    write[level](message, properties);
}
/** Sets outputs of the action. The verdict never depends on a file that cannot be written: then the log says so. */
function setOutputs(outputs) {
    try {
        for (const [name, value] of Object.entries(outputs))
            (0,core/* setOutput */.uH)(name, value);
    }
    catch {
        (0,core/* info */.pq)('The outputs could not be written (GITHUB_OUTPUT is not writable).');
    }
}

// EXTERNAL MODULE: ./build/host/forge/turn-off.js + 1 modules
var turn_off = __webpack_require__(73338);
;// CONCATENATED MODULE: ./build/host/github/github-turned-off.js


/** Says once in a summary comment of an earlier run that it is no longer kept true; yields what is to be said in the log. */
async function turnOffComments(judged, { request, name, title }) {
    if (request === undefined)
        return [];
    const head = judged ?? request.head;
    try {
        const { publishOnRequest } = await Promise.all(/* import() */[__webpack_require__.e(157), __webpack_require__.e(2054), __webpack_require__.e(5511)]).then(__webpack_require__.bind(__webpack_require__, 65511));
        const deliver = (plan) => publishOnRequest({ ...request, head }, plan, undefined, turn_off/* turnOffTime */._);
        return await (0,turn_off/* turnOff */.B)(deliver, head, { name, title });
    }
    catch (cause) {
        return [(0,internal_error/* internalError */.W)(cause)];
    }
}

;// CONCATENATED MODULE: ./build/host/github/github.js















/** GitHub's limit on a step's job summary. */
const summaryBytes = 1024 * 1024;
/** Formats whose paths are outputs, `report-json` and so on. */
const formatOutputs = ['json', 'sarif', 'markdown', 'ocsf', 'ecs', 'openmetrics'];
/** GitHub finds moved files as git does unasked. */
const githubDiff = { similarity: 50 };
/** A GitHub Actions job: log groups, comments where the token may write them, else annotations; job summary, outputs. */
function githubHost(env, channels) {
    const isOnDiff = channels.request !== undefined && channels.comment === 'inline';
    return {
        diffView: isOnDiff ? githubDiff : undefined,
        step,
        links: (head) => githubLinks(env, head),
        publish: (publishing) => publish(publishing, env, channels),
    };
}
/** Keeps a token out of the log, in each form in which it is sent. */
function maskToken(token) {
    (0,core/* setSecret */.Pq)(token);
    (0,core/* setSecret */.Pq)(Buffer.from(`x-access-token:${token}`).toString('base64'));
}
async function step(title, work) {
    const start = external_node_perf_hooks_.performance.now();
    (0,core/* startGroup */.Oh)((0,workflow_command/* logLine */.BP)((0,visible/* visible */.RK)(title)));
    try {
        return await work();
    }
    finally {
        (0,core/* info */.pq)(`${((external_node_perf_hooks_.performance.now() - start) / 1000).toFixed(1)} s`);
        (0,core/* endGroup */.N4)();
    }
}
async function publish({ report, scanned, written, diff }, env, channels) {
    (0,core/* info */.pq)((0,terminal/* renderTerminal */.b)(report, { colour: true, width: 120 }).trimEnd());
    const delivery = await comment(report, diff, env, channels);
    const problems = [...(delivery?.problems ?? []), ...annotateRest(report, delivery, channels)];
    if (!(0,forge_channels/* isWanted */.Yu)(channels))
        problems.push(...(await turnOffComments(report.range.head, channels)));
    if (channels.comment !== 'off')
        problems.push(...(await writeSummary(report, env, channels, delivery)));
    if (scanned.note !== undefined)
        (0,core/* info */.pq)((0,workflow_command/* logLine */.BP)((0,visible/* visible */.RK)(scanned.note)));
    for (const problem of problems)
        (0,core/* info */.pq)((0,workflow_command/* logLine */.BP)(problem));
    const status = { state: stateOf(delivery, problems, channels), problems };
    setOutputs({
        outcome: report.verdict.outcome,
        findings: report.total.findings,
        ...report.counts,
        ...Object.fromEntries(formatOutputs.map((name) => [`report-${name}`, written[name] ?? ''])),
        'fix-patch': written.patch ?? '',
        'publish-status': status.state,
    });
    return status;
}
/** Comments on the pull request, where the run is for one; undefined where it is not, or nothing is asked for. */
async function comment(report, diff, env, channels) {
    const { request } = channels;
    if (request === undefined || !(0,forge_channels/* isWanted */.Yu)(channels))
        return undefined;
    return step('Publish on the pull request', async () => {
        try {
            const { publishOnRequest } = await Promise.all(/* import() */[__webpack_require__.e(157), __webpack_require__.e(2054), __webpack_require__.e(5511)]).then(__webpack_require__.bind(__webpack_require__, 65511));
            // A run that broke off before it found the head is about the event's.
            const target = { ...request, head: report.range.head ?? request.head };
            const publication = publicationOf(report, diff, env, channels);
            const delivery = await publishOnRequest(target, (written, refused) => (0,plan/* planPublication */.W)({ ...publication, written, refused }));
            (0,core/* info */.pq)(`${(0,wording/* count */.U9)(delivery.written, 'write')}, ${(0,wording/* count */.U9)(delivery.onDiff.size, 'finding')} on the diff.`);
            return delivery.state === 'denied' ? { ...delivery, problems: [noRight(delivery.problems)] } : delivery;
        }
        catch (cause) {
            // A fault in publishing changes no verdict: it is said, and the findings are shown without comments.
            (0,core/* info */.pq)((0,internal_error/* internalError */.W)(cause));
            return { state: 'failed', onDiff: new Set(), hasSummary: false, problems: [broken], written: 0 };
        }
    });
}
/** One line for what is not a fault of the run: the token may read only. */
function noRight(problems) {
    return `No comments: ${problems.join(' ')} With "permissions: pull-requests: write" the job can comment; a run on pull_request for a fork or Dependabot never can, one on pull_request_target can.`;
}
const broken = 'Publishing broke off by a fault of this program: the findings are annotations and in the job summary instead.';
/** Annotates what no comment shows, so that nothing is lost and nothing is shown twice. Yields what has no room. */
function annotateRest({ verdict }, delivery, channels) {
    // What is judged no longer is the request's head: annotations would say it of the wrong commit.
    if (channels.comment !== 'inline' || delivery?.state === 'outdated' || delivery?.hasSummary === true)
        return [];
    const findings = verdict.findings.filter((finding) => delivery?.onDiff.has(finding) !== true);
    const { shown, left } = githubAnnotations({ ...verdict, findings }, channels.maxComments);
    for (const annotation of shown)
        annotate(annotation);
    return left === 0 ? [] : [`${left} more have no annotation (GitHub shows ten of each level); the reports hold all.`];
}
function stateOf(delivery, problems, channels) {
    if (channels.isUnreachable && (0,forge_channels/* isWanted */.Yu)(channels))
        return 'fallback';
    if (delivery === undefined || delivery.state === 'published')
        return problems.length > 0 ? 'partial' : 'published';
    return delivery.state === 'denied' ? 'fallback' : delivery.state;
}
/** Yields what the summary could not show and why, or nothing. */
async function writeSummary(report, env, { title }, delivery) {
    const links = githubLinks(env, report.range.head);
    const commented = delivery?.onDiff.size ?? 0;
    const limits = { bytes: summaryBytes - 1, links, commented, ...(title === undefined ? {} : { title }) };
    const { text, left } = (0,markdown/* fillMarkdown */.pk)(report, limits);
    try {
        await core/* summary */.z.addRaw(text, true).write();
    }
    catch {
        return [
            'The job summary could not be written (GITHUB_STEP_SUMMARY is missing or not writable); the reports hold all findings.',
        ];
    }
    return left.length === 0 ? [] : [`The job summary is cut to fit: ${left.join(', ')} left out; the reports hold all.`];
}

// EXTERNAL MODULE: ./build/publish/unjudged.js + 1 modules
var unjudged = __webpack_require__(45301);
// EXTERNAL MODULE: ./build/report/redact.js
var redact = __webpack_require__(17234);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/git/object/object-id.js
var object_id = __webpack_require__(57036);
// EXTERNAL MODULE: ./build/input-error.js
var input_error = __webpack_require__(53587);
// EXTERNAL MODULE: ./build/inputs.js
var inputs = __webpack_require__(58175);
// EXTERNAL MODULE: ./build/publish/summary-mode.js
var summary_mode = __webpack_require__(58722);
// EXTERNAL MODULE: ./build/severity.js
var severity = __webpack_require__(15989);
// EXTERNAL MODULE: ./build/host/invocation.js
var host_invocation = __webpack_require__(57921);
;// CONCATENATED MODULE: ./build/host/github/github-caller.js
/** Who started the workflow run, and where it can be looked at. */
function githubCaller(env, event) {
    const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: name, GITHUB_RUN_ID: run, GITHUB_RUN_ATTEMPT: attempt } = env;
    // Of a run that somebody starts once more GITHUB_ACTOR is who started it first.
    const actor = env.GITHUB_TRIGGERING_ACTOR || env.GITHUB_ACTOR;
    const repository = server && name ? `${server}/${name}` : undefined;
    const request = event?.pull_request?.html_url;
    const job = repository && run ? `${repository}/actions/runs/${run}${attempt ? `/attempts/${attempt}` : ''}` : undefined;
    return {
        ...(actor ? { actor } : {}),
        ...(repository ? { repository } : {}),
        ...(typeof request === 'string' ? { request } : {}),
        ...(job ? { job } : {}),
    };
}

;// CONCATENATED MODULE: ./build/host/github/github-event.js



/** The events the gate can read, as the docs list them. */
const githubEvents = [
    'pull_request',
    'pull_request_target',
    'merge_group',
    'push',
    'release',
    'schedule',
    'workflow_dispatch',
];
/**
 * What a workflow run's event asks to be compared (how-it-judges.md, "What is compared"). `event` is the parsed file at GITHUB_EVENT_PATH.
 * Commits come from the event, never from GITHUB_SHA, which is a synthetic merge for pull requests.
 * Throws InputError with every problem found.
 */
function githubInvocation(env, event, given) {
    const problems = [];
    const name = env.GITHUB_EVENT_NAME ?? '';
    const payload = payloadReader(event, name, problems);
    const server = required(env, 'GITHUB_SERVER_URL', problems);
    const repository = required(env, 'GITHUB_REPOSITORY', problems);
    if (given.token === undefined)
        problems.push(noToken(payload));
    const named = payload.field('repository', 'default_branch');
    const defaultBranch = typeof named === 'string' && named !== '' ? `refs/heads/${named}` : undefined;
    const isFixed = fixedEvents.has(name);
    const asked = (isFixed ? undefined : explicit(given, defaultBranch)) ?? ask(name, payload, env, problems);
    if (asked !== undefined && 'note' in asked) {
        if (problems.length > 0)
            throw new input_error/* InputError */.d(problems);
        return { kind: 'nothing', note: asked.note };
    }
    const final = isFixed || asked === undefined ? asked : alone(asked, given, name, problems);
    if (final === undefined || problems.length > 0)
        throw new input_error/* InputError */.d(problems);
    return {
        kind: 'judge',
        command: final.request.kind === 'audit' ? 'audit' : 'check',
        request: final.request,
        remote: { url: `${server.replace(/\/+$/, '')}/${repository}`, token: given.token, fetch: (0,host_invocation.refsOf)(final.request) },
        defaultBranch,
        notes: isFixed ? unfollowed(final.request, given, payload) : [],
        isPush: final.isPush ?? false,
    };
}
function ask(name, payload, env, problems) {
    switch (name) {
        case 'pull_request':
        case 'pull_request_target':
            return pullRequest(payload);
        case 'merge_group':
            return mergeGroup(payload);
        case 'push':
            return push(payload);
        case 'release':
            return release(payload);
        case 'schedule':
        case 'workflow_dispatch':
            return audit(payload, env, problems);
        default:
            problems.push({
                what: `The event ${JSON.stringify(name)} does not say what to compare.`,
                fix: `Run the gate on one of ${githubEvents.join(', ')}, or name both commits with the inputs base and head.`,
            });
            return undefined;
    }
}
/** The target's tip is fetched now: `base.sha` is what it was when the request was last pushed. */
function pullRequest(payload) {
    const base = `refs/heads/${payload.text('pull_request', 'base', 'ref')}`;
    return { request: { kind: 'request', base, head: payload.sha('pull_request', 'head', 'sha') } };
}
function mergeGroup(payload) {
    const [base, head] = [payload.sha('merge_group', 'base_sha'), payload.sha('merge_group', 'head_sha')];
    const branch = payload.text('merge_group', 'base_ref').replace(/^refs\/heads\//, '');
    return { request: { kind: 'queue', base, head, branch } };
}
function push(payload) {
    const ref = payload.text('ref');
    const before = payload.sha('before');
    const after = payload.sha('after');
    if (payload.flag('deleted') || (0,object_id/* isZeroId */.aF)(after))
        return { note: `${ref} was deleted: there is nothing to judge.` };
    const defaultBranch = `refs/heads/${payload.text('repository', 'default_branch')}`;
    if (ref.startsWith('refs/tags/'))
        return { request: { kind: 'tag', tag: ref, defaultBranch } };
    const branch = ref.replace(/^refs\/heads\//, '');
    if (!(0,object_id/* isZeroId */.aF)(before))
        return { request: { kind: 'push', before, after, branch }, isPush: true };
    if (ref === defaultBranch)
        return { request: { kind: 'first-push', head: after }, isPush: true };
    return { request: { kind: 'new-branch', defaultBranch, head: after }, isPush: true };
}
function release(payload) {
    const tag = `refs/tags/${payload.text('release', 'tag_name')}`;
    const action = payload.field('action');
    if (action === 'deleted' || action === 'unpublished') {
        return { note: `The release of ${tag} was ${action}: there is nothing to judge.` };
    }
    const defaultBranch = `refs/heads/${payload.text('repository', 'default_branch')}`;
    return { request: { kind: 'tag', tag, defaultBranch } };
}
/** These events carry no commit: the branch's tip is fetched now and audited whole. */
function audit(payload, env, problems) {
    const ref = payload.field('ref') ?? env.GITHUB_REF;
    if (typeof ref === 'string' && ref.startsWith('refs/'))
        return { request: { kind: 'audit', rev: ref } };
    problems.push({
        what: 'Neither the event nor GITHUB_REF names a ref to audit.',
        fix: 'Run the gate in a workflow of this repository.',
    });
    return { request: { kind: 'audit', rev: '' } };
}
/**
 * Both commits named by the inputs: the event is not asked. Whoever names the base could name a weaker one, so that policy and keys
 * are the default branch's.
 */
function explicit({ base, head }, defaultBranch) {
    if (base === undefined || head === undefined)
        return undefined;
    const request = { kind: 'request', base: revision(base), head: revision(head) };
    return { request: defaultBranch === undefined ? request : { ...request, trust: defaultBranch } };
}
/** One of base and head alone is not enough where the event says nothing of the other. */
function alone(asked, { base, head }, event, problems) {
    if ((base === undefined) === (head === undefined))
        return asked;
    problems.push({
        what: `The input ${base === undefined ? 'head' : 'base'} alone says too little on ${event}.`,
        fix: 'Give both base and head, or neither.',
    });
    return asked;
}
/** Events of a request that is merged into a branch: they say what is judged, and their verdict counts for that request. */
const fixedEvents = new Set(['pull_request', 'pull_request_target', 'merge_group']);
/** Inputs that ask for another comparison than the event's: another base may be weaker, another head is not what is merged. */
function unfollowed(request, { base, head }, payload) {
    if (request.kind !== 'request' && request.kind !== 'queue')
        return [];
    const target = request.kind === 'queue' ? `refs/heads/${request.branch}` : request.base;
    const own = { base: [target, request.base], head: [request.head, `refs/heads/${headBranch(payload)}`] };
    const note = (name, value) => value === undefined || own[name].includes(revision(value))
        ? []
        : [
            `The input ${name}: ${value} was not followed: the event says what is merged into ${target}, and inputs only tighten.`,
        ];
    return [...note('base', base), ...note('head', head)];
}
/** The head's branch in this repository; empty for a fork's, whose name may be anything here. */
function headBranch(payload) {
    const [from, to] = ['head', 'base'].map((side) => payload.field('pull_request', side, 'repo', 'full_name'));
    const ref = payload.field('pull_request', 'head', 'ref');
    return from === to && typeof ref === 'string' ? ref : '';
}
/** An object id or a full ref as it is; everything else names a branch. */
function revision(text) {
    return (0,object_id/* isObjectId */.TS)(text) || text.startsWith('refs/') ? text : `refs/heads/${text}`;
}
function required(env, name, problems) {
    const value = env[name];
    if (value !== undefined && value !== '')
        return value;
    problems.push({
        what: `${name} is not set.`,
        fix: 'Run the action on a GitHub runner; elsewhere use the command line: gitops-gate check --base REV.',
    });
    return '';
}
function noToken(payload) {
    const head = payload.field('pull_request', 'head', 'repo', 'full_name');
    const base = payload.field('pull_request', 'base', 'repo', 'full_name');
    const fork = head !== base ? ' This request comes from a fork: such runs get no secrets.' : '';
    return {
        what: `The input github-token is empty, so the target branch cannot be fetched.${fork}`,
        fix: "Remove the input to use the job's own token (it needs contents: read), or give a token that is not empty.",
    };
}
function payloadReader(event, name, problems) {
    const field = (...path) => {
        let value = event;
        for (const key of path) {
            value =
                typeof value === 'object' && value !== null ? Object.getOwnPropertyDescriptor(value, key)?.value : undefined;
        }
        return value;
    };
    const checked = (path, what, accept) => {
        const value = field(...path);
        if (typeof value === 'string' && accept(value))
            return value;
        problems.push({
            what: `The event file has no ${what} at ${path.join('.')}.`,
            fix: `GITHUB_EVENT_PATH must name the payload of the event ${JSON.stringify(name)}, unchanged.`,
        });
        return '';
    };
    return {
        field,
        flag: (...path) => field(...path) === true,
        sha: (...path) => checked(path, 'commit id', (text) => (0,object_id/* isObjectId */.TS)(text)),
        text: (...path) => checked(path, 'text', (text) => text !== ''),
    };
}

;// CONCATENATED MODULE: ./build/host/github/github-inputs.js










/**
 * The action's inputs and its event as the program's own. `env` is the runner's (inputs are INPUT_<NAME>), `event` the parsed event file.
 * Throws InputError with every problem of both.
 */
function githubJob(env, event) {
    const problems = [];
    const repo = env.GITHUB_WORKSPACE ?? '';
    const failOn = choice(env, 'fail-on', [...severity/* severities */.gO, 'never'], problems);
    const comment = choice(env, 'comment', forge_channels/* commentModes */.sw, problems) ?? 'inline';
    const summary = choice(env, 'summary-comment', summary_mode/* summaryModes */.X, problems) ?? 'when-found';
    const name = instanceName(env, problems);
    const maxComments = count(env, 'max-comments', forge_channels/* usualComments */.vc, problems);
    const kubernetesVersion = minorVersion(env, problems);
    const render = choice(env, 'render', inputs/* renderModes */.n, problems) ?? 'auto';
    const scan = choice(env, 'scan', inputs/* scans */.R, problems);
    const invocation = collect(problems, () => githubInvocation(env, event, {
        base: input(env, 'base'),
        head: input(env, 'head'),
        token: input(env, 'github-token'),
    }));
    if (invocation === undefined || problems.length > 0)
        throw new input_error/* InputError */.d(problems);
    if (invocation.kind === 'nothing')
        return invocation;
    const { command, request, remote, defaultBranch, notes, isPush } = invocation;
    const out = input(env, 'report-dir') ?? (0,external_node_path_.join)(env.RUNNER_TEMP ?? repo, 'gitops-gate');
    const policyPath = input(env, 'policy-path') ?? '.gitops-gate';
    const target = requestOf(env, event, remote.token);
    return {
        kind: 'judge',
        inputs: {
            command,
            repo,
            request,
            remote,
            defaultBranch,
            notes,
            failOn,
            policyPath,
            kubernetesVersion,
            render,
            out,
            previousReport: input(env, 'previous-report'),
            caller: githubCaller(env, event),
            scan: scan ?? (0,host_invocation.usualScan)(invocation, false),
            isPush,
            ...postureOf(env, invocation),
        },
        channels: {
            comment,
            maxComments,
            summary,
            name,
            title: input(env, 'name'),
            request: target,
            isUnreachable: hasOtherApi(env) && isRequest(env),
        },
    };
}
/** An input as the runner hands it over, blanks around it removed; undefined when empty. */
function input(env, name) {
    return env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`]?.trim() || undefined;
}
function choice(env, name, choices, problems) {
    const value = input(env, name);
    const found = choices.find((c) => c === value);
    if (value !== undefined && found === undefined) {
        problems.push({
            what: `The input ${name} cannot be ${JSON.stringify(value)}.`,
            fix: `One of ${choices.join(', ')}.`,
        });
    }
    return found;
}
function count(env, name, otherwise, problems) {
    const value = input(env, name) ?? String(otherwise);
    if (/^\d{1,4}$/.test(value))
        return Number(value);
    problems.push({
        what: `The input ${name} cannot be ${JSON.stringify(value)}.`,
        fix: 'A whole number, 0 or more.',
    });
    return otherwise;
}
/** The input name; else the job, which tells the jobs of a workflow apart, but not those of a matrix. */
function instanceName(env, problems) {
    const name = input(env, 'name') ?? env.GITHUB_JOB ?? '';
    if ((0,forge_channels/* isGateName */.TL)(name))
        return name;
    problems.push({
        what: `The input name cannot be ${JSON.stringify(name.slice(0, forge_channels/* longestName */.YG))}${name.length > forge_channels/* longestName */.YG ? '…' : ''}.`,
        fix: `One line of at most ${forge_channels/* longestName */.YG} characters.`,
    });
    return '';
}
/** Where an earlier run may have written a summary, as far as inputs that are wrong leave it known; undefined where nothing may be written. */
function earlierSummary(env, event) {
    const problems = [];
    const target = requestOf(env, event, input(env, 'github-token'));
    const name = instanceName(env, problems);
    if (target === undefined || problems.length > 0)
        return undefined;
    const comment = forge_channels/* commentModes */.sw.find((mode) => mode === input(env, 'comment')) ?? 'inline';
    const summary = summary_mode/* summaryModes */.X.find((mode) => mode === input(env, 'summary-comment')) ?? 'when-found';
    return { target, name, title: input(env, 'name'), isOff: !(0,forge_channels/* isWanted */.Yu)({ comment, summary }) };
}
/** Gitea and Forgejo: their API is not GitHub's, and has no GraphQL. */
function hasOtherApi({ GITEA_ACTIONS, FORGEJO_ACTIONS }) {
    return GITEA_ACTIONS === 'true' || FORGEJO_ACTIONS === 'true';
}
function isRequest({ GITHUB_EVENT_NAME: name }) {
    return name === 'pull_request' || name === 'pull_request_target';
}
/** A run that judges all there is has a token, and looks at how the repository is set up as well. Another forge's API is not GitHub's. */
function postureOf(env, { request, remote }) {
    const [api, repository] = [env.GITHUB_API_URL ?? '', env.GITHUB_REPOSITORY ?? ''];
    const { token } = remote;
    if (request.kind !== 'audit' || token === undefined || hasOtherApi(env) || !/^https?:\/\//.test(api))
        return {};
    return {
        posture: { forge: 'github', api: api.replace(/\/+$/, ''), repository, token, branch: undefined, as: 'unasked' },
    };
}
/** The pull request that the event is about, where the runner says how to reach the API. */
function requestOf(env, event, token) {
    const apiUrl = env.GITHUB_API_URL ?? '';
    if (hasOtherApi(env))
        return undefined;
    const { number, head } = event?.pull_request ?? {};
    if (!isRequest(env) || token === undefined || !/^https?:\/\//.test(apiUrl))
        return undefined;
    if (typeof number !== 'number' || !Number.isSafeInteger(number))
        return undefined;
    const sha = head?.sha;
    if (typeof sha !== 'string' || !(0,object_id/* isObjectId */.TS)(sha))
        return undefined;
    return {
        apiUrl: apiUrl.replace(/\/+$/, ''),
        repository: env.GITHUB_REPOSITORY ?? '',
        number,
        token,
        head: sha,
    };
}
function minorVersion(env, problems) {
    const value = input(env, 'kubernetes-version');
    if (value !== undefined && !/^1\.\d{1,3}$/.test(value)) {
        problems.push({
            what: `The input kubernetes-version cannot be ${JSON.stringify(value)}.`,
            fix: 'A minor version without patch level, in quotes: "1.34".',
        });
    }
    return value;
}
/** The result of `work`, or undefined with its problems added. */
function collect(problems, work) {
    try {
        return work();
    }
    catch (error) {
        if (!(error instanceof input_error/* InputError */.d))
            throw error;
        problems.push(...error.problems);
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/host/github/github-failure.js













/** The outputs of a run that found nothing, because there was nothing to judge or it could not be. */
const nothingFound = { findings: 0, critical: 0, high: 0, medium: 0, low: 0, 'publish-status': 'published' };
/** Ends a run whose event leaves nothing to compare. */
function passWithNothing(note) {
    (0,core/* notice */.lm)((0,visible/* visible */.RK)((0,redact/* redactText */.R)(note)));
    setOutputs({ outcome: 'passed', ...nothingFound });
}
/** Ends a run that could not judge for what it was given: one annotation a problem. */
async function failWithProblems(problems, env, event) {
    const shown = (0,redact.redact)(problems);
    for (const { what, fix } of shown)
        annotate(problemAnnotation('gitops-gate: could not judge', what, fix));
    setOutputs({ outcome: 'could-not-judge', ...nothingFound });
    const unjudged = shown.map(({ what, fix }) => ({ what, remedy: fix }));
    await withdrawSummary(unjudged, env, event);
}
/** Ends a run by a fault of the program: says where, never what it was reading. */
async function failInternally(cause, env, event) {
    (0,core/* error */.z3)((0,internal_error/* internalError */.W)(cause), { title: 'gitops-gate: internal error' });
    setOutputs({ outcome: 'could-not-judge', ...nothingFound });
    await withdrawSummary([github_failure_broken], env, event);
}
const github_failure_broken = {
    what: 'The gate broke off by a fault of its own.',
    remedy: 'Report it with the lines of the job’s log that say where.',
};
/** A summary comment of an earlier run must not go on saying that the request passed. Where there is none, nothing is written. */
async function withdrawSummary(problems, env, event) {
    const earlier = earlierSummary(env, event);
    if (earlier === undefined)
        return;
    const { target, name, title, isOff } = earlier;
    const { head } = target;
    if (isOff) {
        for (const problem of await turnOffComments(head, { request: target, name, title }))
            (0,core/* info */.pq)((0,workflow_command/* logLine */.BP)(problem));
        return;
    }
    const links = githubLinks(env, head);
    const log = (0,markdown_text/* link */.nf)('the job', runAddress(env));
    const page = { head, problems, links, log, ...(title === undefined ? {} : { title }) };
    try {
        const { publishOnRequest } = await Promise.all(/* import() */[__webpack_require__.e(157), __webpack_require__.e(2054), __webpack_require__.e(5511)]).then(__webpack_require__.bind(__webpack_require__, 65511));
        const delivery = await publishOnRequest(target, (written) => (0,unjudged/* planUnjudged */.s)(written, name, page));
        for (const problem of delivery.problems)
            (0,core/* info */.pq)((0,workflow_command/* logLine */.BP)(problem));
        if (delivery.state !== 'published') {
            setOutputs({ 'publish-status': delivery.state === 'denied' ? 'fallback' : delivery.state });
        }
    }
    catch (cause) {
        (0,core/* info */.pq)((0,internal_error/* internalError */.W)(cause));
        setOutputs({ 'publish-status': 'failed' });
    }
}

// EXTERNAL MODULE: ./build/run.js + 357 modules
var run = __webpack_require__(14303);
;// CONCATENATED MODULE: ./build/action/run-action.js






/** Judges what the workflow run's event asks for; resolves to the exit code, also of a failure (how-it-judges.md, "Outcomes and exit codes"). */
async function runAction(env) {
    try {
        return await judgeEvent(env);
    }
    catch (error) {
        return failAction(error, env);
    }
}
/** Tells the runner that nothing could be judged and why; resolves to the exit code. Anything but an InputError is 3: Node's own 1 would read as "blocked". */
async function failAction(error, env) {
    if (error instanceof input_error/* InputError */.d) {
        await failWithProblems(error.problems, env, readEvent(env));
        return 2;
    }
    await failInternally(error, env, readEvent(env));
    return 3;
}
async function judgeEvent(env) {
    const token = input(env, 'github-token');
    if (token !== undefined)
        maskToken(token);
    const event = readEvent(env);
    if (event === undefined)
        throw new input_error/* InputError */.d([noEvent(env.GITHUB_EVENT_PATH)]);
    const job = githubJob(env, event);
    if (job.kind === 'nothing') {
        passWithNothing(job.note);
        return 0;
    }
    return (0,run/* run */.e)(job.inputs, githubHost(env, job.channels));
}
/** What the runner says of the event; undefined where that cannot be read. */
function readEvent(env) {
    try {
        return JSON.parse((0,external_node_fs_.readFileSync)(env.GITHUB_EVENT_PATH ?? '', 'utf8'));
    }
    catch {
        return undefined;
    }
}
function noEvent(path) {
    return {
        what: path === undefined ? 'GITHUB_EVENT_PATH is not set.' : 'The file at GITHUB_EVENT_PATH cannot be read as JSON.',
        fix: 'Run the action on a GitHub runner; elsewhere use the command line: gitops-gate check --base REV.',
    };
}


/***/ }),

/***/ 57921:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   refsOf: () => (/* binding */ refsOf),
/* harmony export */   usualScan: () => (/* binding */ usualScan)
/* harmony export */ });
/** The refs a request names, which are fetched now; commits it names by id are fetched where they turn out to be missing. */
function refsOf(request) {
    const named = Object.values(request).filter((rev) => rev.startsWith('refs/'));
    return [...new Set(named)];
}
/**
 * What reports for code scanning hold where nobody says so: on the default branch, whose alerts are kept, all that is there; else the
 * change. A forge that compares a request's report with the branch's (`comparesRequests`) must have both alike.
 */
function usualScan({ request, defaultBranch }, comparesRequests) {
    const isDefault = request.kind === 'first-push' || (request.kind === 'push' && `refs/heads/${request.branch}` === defaultBranch);
    return isDefault || (comparesRequests && request.kind === 'request') ? 'state' : 'change';
}


/***/ }),

/***/ 45301:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  s: () => (/* binding */ planUnjudged)
});

// EXTERNAL MODULE: ./build/report/wording.js
var wording = __webpack_require__(62867);
// EXTERNAL MODULE: ./build/report/markdown/markdown.js + 7 modules
var markdown = __webpack_require__(92871);
// EXTERNAL MODULE: ./build/report/markdown/markdown-text.js
var markdown_text = __webpack_require__(50146);
;// CONCATENATED MODULE: ./build/report/markdown/unjudged-page.js



/** More problems are in the log: a page of them all could be longer than a comment may be. */
const mostProblems = 20;
/** The page as Markdown, for GitHub and GitLab alike. */
function unjudgedPage({ head, title, problems, links, log }) {
    const commit = (0,markdown_text/* link */.nf)((0,markdown_text/* code */.aY)((0,wording/* shortId */.m_)(head)), links.commit(head));
    return `${[
        (0,markdown/* markdownHeading */.I_)({ outcome: 'could-not-judge', wouldBlock: false }, title),
        `**${commit} was not judged: the run ended before a verdict.** What was said here before was of an earlier run.`,
        problems.slice(0, mostProblems).map(markdown/* unjudgedEntry */.lY).join('\n'),
        `<sub>The log is in ${log}.</sub>`,
    ].join('\n\n')}\n`;
}

// EXTERNAL MODULE: ./build/publish/marker.js
var marker = __webpack_require__(40892);
// EXTERNAL MODULE: ./build/publish/summary.js + 1 modules
var summary = __webpack_require__(57836);
;// CONCATENATED MODULE: ./build/publish/unjudged.js



/**
 * What to do where a run ended without a verdict (exit codes 2 and 3): a summary that an earlier run wrote no longer holds and says so.
 * Where there is none, none is written; threads stay as they are, for nothing is known to be fixed.
 */
function planUnjudged(written, name, page) {
    const text = unjudgedPage(page);
    const stable = unjudgedPage({ ...page, log: '' });
    const instance = (0,marker/* instanceKey */.pA)(name);
    const own = (0,summary/* ownSummaries */.pi)(written.notes, instance);
    const actions = (0,summary/* summaryActions */.kC)(own, instance, { text, stable, head: page.head }, false);
    return { actions, onDiff: new Set(), refused: [], hasSummary: false, fileCommentsLeft: 0 };
}


/***/ })

};
