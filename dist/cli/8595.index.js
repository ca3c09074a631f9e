export const id = 8595;
export const ids = [8595];
export const modules = {

/***/ 6183:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ occurrences)
/* harmony export */ });
/** For each finding which one of its fingerprint it is, from 1: formats that want unique ids tell namesakes apart by it. */
function occurrences(findings) {
    const seen = new Map();
    return findings.map(({ fingerprint }) => {
        const number = (seen.get(fingerprint) ?? 0) + 1;
        seen.set(fingerprint, number);
        return number;
    });
}


/***/ }),

/***/ 28595:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   renderEcs: () => (/* binding */ renderEcs)
/* harmony export */ });
/* harmony import */ var _events_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27205);

/** The version of the Elastic Common Schema (https://www.elastic.co/docs/reference/ecs) whose fields are used. */
const schemaVersion = '9.0.0';
/** As numbers: a dashboard sorts by them. */
const severities = { critical: 4, high: 3, medium: 2, low: 1 };
const actions = { create: 'finding-created', update: 'finding-updated', close: 'finding-closed' };
/**
 * Elastic Common Schema as NDJSON: an event about the run and an alert for each finding; what the schema has no field for is under
 * `gitops_gate`. `event.id` is the same each time the same is found in the same commits: as `_id` it keeps repeats out of an index.
 */
function renderEcs(report, rules, now, limit = _events_js__WEBPACK_IMPORTED_MODULE_0__/* .mostEvents */ .Ps) {
    const known = new Map(rules.map((rule) => [rule.id, rule]));
    const run = (0,_events_js__WEBPACK_IMPORTED_MODULE_0__/* .runUid */ .au)(report);
    const { events, left } = (0,_events_js__WEBPACK_IMPORTED_MODULE_0__/* .findingEvents */ .rC)(report, limit);
    const shared = { ...(0,_events_js__WEBPACK_IMPORTED_MODULE_0__/* .context */ ._O)(report), run_id: run };
    return (0,_events_js__WEBPACK_IMPORTED_MODULE_0__/* .ndjson */ .zL)([
        runEvent(report, run, now, left),
        ...events.map((event) => findingEvent(event, report, known.get(event.finding.rule), shared, now)),
    ]);
}
function runEvent(report, uid, now, left) {
    const { verdict, run, command, commits } = report;
    const isJudged = verdict.outcome !== 'could-not-judge';
    const shas = [report.range.head, report.range.result, ...commits.slice(0, _events_js__WEBPACK_IMPORTED_MODULE_0__/* .most */ .qr.commits).map(({ sha }) => sha)];
    return {
        ...base(report, now),
        message: (0,_events_js__WEBPACK_IMPORTED_MODULE_0__/* .runMessage */ .xA)(report),
        event: {
            ...event(uid, 'event', `${command}-${verdict.outcome}`),
            outcome: isJudged ? 'success' : 'failure',
            start: time(run.start),
            end: time(run.end),
            // Nanoseconds.
            duration: Math.max(0, run.end - run.start) * 1_000_000,
            reason: verdict.unjudged[0] && (0,_events_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(verdict.unjudged[0].what),
            url: address(report),
        },
        error: isJudged
            ? undefined
            : { message: (0,_events_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(verdict.unjudged.map(({ what }) => what).join('\n'), _events_js__WEBPACK_IMPORTED_MODULE_0__/* .most */ .qr.description) },
        related: {
            hash: [...new Set(shas.filter((sha) => sha !== undefined))],
            user: run.actor === undefined ? undefined : [(0,_events_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(run.actor, _events_js__WEBPACK_IMPORTED_MODULE_0__/* .most */ .qr.name)],
        },
        gitops_gate: { ...(0,_events_js__WEBPACK_IMPORTED_MODULE_0__/* .decision */ .xR)(report, left), run_id: uid },
    };
}
function findingEvent(found, report, rule, shared, now) {
    const { finding, activity, uid, id } = found;
    const position = (0,_events_js__WEBPACK_IMPORTED_MODULE_0__/* .positionOf */ .df)(finding);
    return {
        ...base(report, now),
        message: (0,_events_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(finding.message),
        event: {
            ...event(uid, 'alert', actions[activity]),
            severity: severities[finding.severity],
            reason: (0,_events_js__WEBPACK_IMPORTED_MODULE_0__/* .description */ .h_)(finding, _events_js__WEBPACK_IMPORTED_MODULE_0__/* .most */ .qr.message),
            url: address(report),
        },
        rule: {
            id: (0,_events_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(finding.rule, _events_js__WEBPACK_IMPORTED_MODULE_0__/* .most */ .qr.name),
            name: (0,_events_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(finding.rule, _events_js__WEBPACK_IMPORTED_MODULE_0__/* .most */ .qr.name),
            category: (0,_events_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(finding.category, _events_js__WEBPACK_IMPORTED_MODULE_0__/* .most */ .qr.name),
            description: rule?.summary,
            ruleset: 'gitops-gate',
            version: report.toolVersion,
        },
        file: position && (0,_events_js__WEBPACK_IMPORTED_MODULE_0__/* .fileParts */ .RN)(position.file),
        orchestrator: orchestrator(found),
        gitops_gate: {
            ...shared,
            ...(0,_events_js__WEBPACK_IMPORTED_MODULE_0__/* .findingFacts */ .xi)(found),
            finding_id: id,
            severity: finding.severity,
            remedy: (0,_events_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(finding.remedy),
        },
    };
}
const base = ({ toolVersion, run }, now) => ({
    '@timestamp': time(now),
    ecs: { version: schemaVersion },
    observer: { name: 'gitops-gate', product: 'gitops-gate', vendor: 'gitops-gate', type: 'gate', version: toolVersion },
    tags: ['gitops-gate'],
    user: run.actor === undefined ? undefined : { name: (0,_events_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(run.actor, _events_js__WEBPACK_IMPORTED_MODULE_0__/* .most */ .qr.name) },
});
const event = (id, kind, action) => ({
    id,
    kind,
    category: ['configuration'],
    type: ['info'],
    action,
    module: 'gitops_gate',
    dataset: kind === 'alert' ? 'gitops_gate.finding' : 'gitops_gate.run',
    provider: 'gitops-gate',
});
/** ISO 8601 in UTC, with milliseconds. */
const time = (milliseconds) => new Date(milliseconds).toISOString();
function address({ run: { request, job } }) {
    const url = request ?? job;
    return url === undefined ? undefined : (0,_events_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(url);
}
function orchestrator({ finding }) {
    if (!('object' in finding) || finding.object === undefined)
        return undefined;
    const { kind, namespace, name } = finding.object;
    const short = (value) => (0,_events_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(value, _events_js__WEBPACK_IMPORTED_MODULE_0__/* .most */ .qr.name);
    return {
        type: 'kubernetes',
        ...(namespace === undefined ? {} : { namespace: short(namespace) }),
        resource: { type: short(kind), name: short(name) },
    };
}


/***/ }),

/***/ 27205:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ps: () => (/* binding */ mostEvents),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   RN: () => (/* binding */ fileParts),
/* harmony export */   _O: () => (/* binding */ context),
/* harmony export */   au: () => (/* binding */ runUid),
/* harmony export */   df: () => (/* binding */ positionOf),
/* harmony export */   h_: () => (/* binding */ description),
/* harmony export */   qr: () => (/* binding */ most),
/* harmony export */   rC: () => (/* binding */ findingEvents),
/* harmony export */   xA: () => (/* binding */ runMessage),
/* harmony export */   xR: () => (/* binding */ decision),
/* harmony export */   xZ: () => (/* binding */ isCut),
/* harmony export */   xi: () => (/* binding */ findingFacts),
/* harmony export */   zL: () => (/* binding */ ndjson)
/* harmony export */ });
/* unused harmony export openEnd */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_path_posix__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53916);
/* harmony import */ var _machine_occurrences_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6183);
/* harmony import */ var _machine_quiet_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(45596);
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6257);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(62867);






/** Findings that have an event, the worst; the event about the run counts the others. */
const mostEvents = 10_000;
/** No event is larger than collectors take by default: texts, lists and commits beyond this are cut. */
const most = {
    message: 1_000,
    description: 2_000,
    name: 300,
    places: 8,
    references: 10,
    commits: 30,
    unjudged: 10,
};
/** Text for an event: what nobody sees is written out, and what is too long is cut. */
function text(value, limit = most.message) {
    // Nothing gets shorter by being written out, so that no more of a long text needs to be looked at.
    return (0,_visible_js__WEBPACK_IMPORTED_MODULE_3__/* .clip */ .$Q)((0,_visible_js__WEBPACK_IMPORTED_MODULE_3__/* .visible */ .RK)(value.slice(0, limit * 2 + 1)), limit);
}
/** What a finding says beyond its message, a line each; undefined where that is nothing. */
function description(finding, limit = most.description) {
    if (!('details' in finding) || finding.details === undefined || finding.details.length === 0)
        return undefined;
    const lines = finding.details.slice(0, limit).map((line) => text(line, limit));
    return (0,_visible_js__WEBPACK_IMPORTED_MODULE_3__/* .clip */ .$Q)(lines.join('\n'), limit);
}
/** A path, and the last part of it. */
function fileParts(path) {
    return { path: text(path), name: text((0,node_path_posix__WEBPACK_IMPORTED_MODULE_1__.basename)(path) || path, most.name) };
}
/** Events as NDJSON: one to a line, what is undefined left out. */
function ndjson(events) {
    return events.map((event) => `${(0,_machine_quiet_json_js__WEBPACK_IMPORTED_MODULE_2__/* .quietJson */ .n)(event)}\n`).join('');
}
/** 64 hex digits, the same for the same parts. */
function digest(parts) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(JSON.stringify(parts)).digest('hex');
}
/** What is judged, whoever asks for it and when. */
function subject({ command, range, run }) {
    const { before, after, head, tag, trust } = range;
    const revisions = [before, after, head, tag, trust].map((id) => id ?? null);
    return [run.repository ?? null, command, ...revisions, run.policy.sha256 ?? null];
}
/** The id of the event about the run: another one where anything else is judged, or judged otherwise. */
function runUid(report) {
    const { verdict, commits, toolVersion, total } = report;
    return digest([
        'run',
        ...subject(report),
        toolVersion,
        verdict.outcome,
        total,
        verdict.unjudged.map(({ what }) => what),
        verdict.findings.map(({ fingerprint, severity, blocking }) => [fingerprint, severity, blocking]),
        verdict.suppressed.map(({ fingerprint }) => fingerprint),
        commits.map(({ sha, signature }) => [sha, signature.state, signature.accepted]),
    ]);
}
/** Why findings of the previous report that this one does not list are not said to be gone; undefined where they are. */
function openEnd({ previous, verdict, notListed, command, run }) {
    if (previous === undefined)
        return undefined;
    if (previous.command !== command)
        return `the previous report is of ${previous.command || 'another command'}`;
    if (previous.repository !== undefined && previous.repository !== run.repository)
        return 'the previous report is of another repository';
    if (verdict.unjudged.length > 0)
        return 'not everything could be judged';
    return notListed === undefined ? undefined : 'not every finding is listed';
}
/** An event for each finding, accepted ones among them, and for each that is gone since the previous report; and how many have none. */
function findingEvents(report, limit) {
    const all = eventsOf(report);
    const about = subject(report);
    const events = all.slice(0, limit).map((event) => ({ ...event, uid: eventUid(event, about) }));
    return { events, left: all.length - events.length };
}
function eventUid({ finding, activity, id }, about) {
    const state = 'blocking' in finding ? [finding.blocking, 'reason' in finding] : [];
    return digest(['finding', ...about, activity, id, finding.severity, ...state]);
}
function eventsOf(report) {
    const { verdict, previous } = report;
    const known = new Set(previous?.findings.map(({ fingerprint }) => fingerprint));
    const found = [...verdict.findings, ...verdict.suppressed];
    const occurrence = (0,_machine_occurrences_js__WEBPACK_IMPORTED_MODULE_5__/* .occurrences */ .T)(found);
    const current = found.map((finding, index) => {
        const number = occurrence[index] ?? 1;
        const id = number === 1 ? finding.fingerprint : `${finding.fingerprint}-${number}`;
        const activity = known.has(finding.fingerprint) ? 'update' : 'create';
        return { finding, activity, id };
    });
    if (previous === undefined || openEnd(report) !== undefined)
        return current;
    const still = new Set(found.map(({ fingerprint }) => fingerprint));
    const gone = new Map(previous.findings.map((finding) => [finding.fingerprint, finding]));
    for (const fingerprint of still)
        gone.delete(fingerprint);
    return [
        ...current,
        ...[...gone].map(([id, finding]) => ({ finding, activity: 'close', id: text(id, most.name) })),
    ];
}
/** What is judged: in every event, so that each can be read by itself. */
function context({ command, range, run: { repository, request } }) {
    return {
        command,
        ...texts({ repository, branch: range.branch, request }),
        base_sha: range.target,
        head_sha: range.head,
        result_sha: range.result,
    };
}
/** The rest of what was compared, and by what policy. */
function comparison({ range, run: { job, policy } }) {
    return {
        ...texts({ job_url: job, tag: range.tagName }),
        range: range.kind,
        merge_base_sha: range.mergeBase,
        before_sha: range.before,
        after_sha: range.after,
        tag_sha: range.tag,
        policy_sha: range.trust,
        ...texts({ policy_folder: policy.folder }),
        policy_sha256: policy.sha256,
    };
}
/** Each as text for an event. */
function texts(values) {
    return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value === undefined ? undefined : text(value, most.name)]));
}
/** The decision: what was compared, outcome, counts, signers and what was not judged. */
function decision(report, left) {
    const { verdict, counts, total, commits, coverage, notListed, run } = report;
    // Who was not accepted is said first; the rest is counted.
    const ordered = [...commits].sort((a, b) => Number(a.signature.accepted) - Number(b.signature.accepted));
    return {
        ...context(report),
        ...comparison(report),
        outcome: verdict.outcome,
        fail_on: verdict.failOn,
        would_block: verdict.wouldBlock,
        findings: { ...total, ...counts },
        unjudged: verdict.unjudged.slice(0, most.unjudged).map(({ what }) => text(what, most.name)),
        unjudged_total: verdict.unjudged.length,
        commits: ordered.slice(0, most.commits).map(commitRecord),
        commits_total: commits.length,
        commits_accepted: commits.filter(({ signature }) => signature.accepted).length,
        files: {
            changed: coverage.filesChanged,
            read: coverage.filesRead,
            context: coverage.contextFilesRead,
            skipped: coverage.skipped.length,
        },
        steps: run.steps.map(({ name, milliseconds }) => ({ name, milliseconds })),
        not_listed: notListed,
        findings_without_event: left > 0 ? left : undefined,
        not_closed: openEnd(report),
    };
}
/** The decision in a sentence. */
function runMessage(report) {
    if (report.command !== 'verify')
        return text((0,_wording_js__WEBPACK_IMPORTED_MODULE_4__/* .headline */ .Pl)(report));
    return text(`${(0,_wording_js__WEBPACK_IMPORTED_MODULE_4__/* .sentence */ .em)((0,_wording_js__WEBPACK_IMPORTED_MODULE_4__/* .verdictWords */ .L2)(report.verdict))}: ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_4__/* .signatureLine */ .Zp)(report)}.`);
}
/** Whether `decision` leaves out anything. */
function isCut({ commits, verdict }, left) {
    return left > 0 || commits.length > most.commits || verdict.unjudged.length > most.unjudged;
}
function commitRecord({ sha, kind, author, committer, signature }) {
    const { state, accepted, format, signer, keyFingerprint } = signature;
    return {
        sha,
        kind,
        state,
        accepted,
        format,
        signer: signer && text(signer.name, 100),
        key: keyFingerprint && text(keyFingerprint, 100),
        author: text(author.email, 100),
        committer: text(committer.email, 100),
    };
}
/** Of a finding what the formats have no fields for. */
function findingFacts({ finding, activity }) {
    const current = 'subject' in finding ? finding : {};
    const { blocking, scope, object, commit, excerpt, places = [], references = [] } = current;
    return {
        fingerprint: text(finding.fingerprint, most.name),
        activity,
        category: text(finding.category, most.name),
        blocking,
        ...texts({ scope, api_group: object?.group }),
        commit_sha: commit,
        line: positionOf(finding)?.line,
        excerpt: excerpt === undefined ? undefined : text(excerpt),
        references: references.slice(0, most.references).map((each) => text(each, 100)),
        places: places.slice(0, most.places).map(({ file, line }) => ({ file: text(file, most.name), line })),
        places_total: places.length,
        accepted_until: 'until' in finding ? finding.until : undefined,
        accepted_because: 'reason' in finding ? text(finding.reason) : undefined,
    };
}
/** Where a finding is, or was. */
function positionOf(finding) {
    if ('position' in finding)
        return finding.position;
    return 'file' in finding && finding.file !== undefined ? { file: finding.file, line: finding.line } : undefined;
}


/***/ })

};
