export const id = 4823;
export const ids = [4823];
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


/***/ }),

/***/ 94823:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   renderOcsf: () => (/* binding */ renderOcsf)
/* harmony export */ });
/* harmony import */ var _severity_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15989);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58508);
/* harmony import */ var _events_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27205);



/** The version of the schema (https://schema.ocsf.io/1.6.0) the events are written by. */
const schemaVersion = '1.6.0';
const severities = {
    critical: [5, 'Critical'],
    high: [4, 'High'],
    medium: [3, 'Medium'],
    low: [2, 'Low'],
};
const informational = [1, 'Informational'];
const activities = {
    create: [1, 'Create'],
    update: [2, 'Update'],
    close: [3, 'Close'],
};
/**
 * OCSF 1.6 as NDJSON: a Scan Activity (6007) about the run, so that "judged, nothing found" is an event, and a Detection Finding (2004)
 * for each finding. `now`: milliseconds since the epoch. The same finding in the same commits has the same `metadata.uid` each time.
 */
function renderOcsf(report, rules, now, limit = _events_js__WEBPACK_IMPORTED_MODULE_0__/* .mostEvents */ .Ps) {
    const summaries = new Map(rules.map(({ id, summary }) => [id, summary]));
    const run = (0,_events_js__WEBPACK_IMPORTED_MODULE_0__/* .runUid */ .au)(report);
    const { events, left } = (0,_events_js__WEBPACK_IMPORTED_MODULE_0__/* .findingEvents */ .rC)(report, limit);
    const shared = { report, summaries, run, now, context: (0,_events_js__WEBPACK_IMPORTED_MODULE_0__/* .context */ ._O)(report) };
    return (0,_events_js__WEBPACK_IMPORTED_MODULE_0__/* .ndjson */ .zL)([scanActivity(report, run, now, left), ...events.map((event) => detectionFinding(event, shared))]);
}
function scanActivity(report, uid, now, left) {
    const { verdict, run, coverage, total, command, commits } = report;
    const isJudged = verdict.outcome !== 'could-not-judge';
    // "Error" is the schema's word for a scan that could not be completed.
    const activity = isJudged ? [2, 'Completed'] : [6, 'Error'];
    return {
        ...classification([6, 'Application Activity'], [6007, 'Scan Activity'], activity),
        ...severity(worst(verdict)),
        time: now,
        start_time: run.start,
        end_time: run.end,
        duration: run.end - run.start,
        message: (0,_events_js__WEBPACK_IMPORTED_MODULE_0__/* .runMessage */ .xA)(report),
        status_id: isJudged ? 1 : 2,
        status: isJudged ? 'Success' : 'Failure',
        status_code: verdict.outcome,
        status_detail: verdict.unjudged[0] && (0,_events_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(verdict.unjudged[0].what),
        ...disposition(verdict),
        is_alert: verdict.outcome !== 'passed',
        metadata: { ...metadata(report, uid), is_truncated: (0,_events_js__WEBPACK_IMPORTED_MODULE_0__/* .isCut */ .xZ)(report, left) },
        actor: {
            app_name: 'gitops-gate',
            ...(run.actor === undefined ? {} : { user: { name: (0,_events_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(run.actor, _events_js__WEBPACK_IMPORTED_MODULE_0__/* .most */ .qr.name) } }),
        },
        policy: policy(report),
        scan: { uid, name: `gitops-gate ${command}`, type_id: 99, type: command },
        // What `verify` detects is signatures that are refused.
        num_detections: command === 'verify' ? commits.filter(({ signature }) => !signature.accepted).length : total.findings,
        num_files: coverage.filesRead + coverage.contextFilesRead,
        num_skipped_items: coverage.skipped.length,
        total: coverage.filesRead + coverage.contextFilesRead + coverage.skipped.length,
        unmapped: (0,_events_js__WEBPACK_IMPORTED_MODULE_0__/* .decision */ .xR)(report, left),
    };
}
/** The worst finding's; without any, what the outcome is worth a look for. */
function worst({ findings, outcome }) {
    const [first] = findings.map((finding) => finding.severity).sort(_severity_js__WEBPACK_IMPORTED_MODULE_1__/* .compareSeverity */ .zK);
    if (first !== undefined)
        return severities[first];
    return outcome === 'passed' ? informational : severities[outcome === 'blocked' ? 'high' : 'medium'];
}
/** What the gate did: a change it could not judge is held back like one it blocks. */
function disposition({ outcome, wouldBlock, findings }) {
    if (outcome === 'blocked')
        return acted([2, 'Denied'], [2, 'Blocked']);
    if (outcome === 'could-not-judge')
        return acted([2, 'Denied'], [27, 'Error']);
    return wouldBlock || findings.length > 0
        ? acted([3, 'Observed'], [15, 'Detected'])
        : acted([1, 'Allowed'], [1, 'Allowed']);
}
const acted = ([action_id, action], [disposition_id, disposition]) => ({
    action_id,
    action,
    disposition_id,
    disposition,
});
function detectionFinding(event, { report, summaries, run, now, context }) {
    const { finding, activity } = event;
    const { severity: level, rule, remedy, message } = finding;
    const isCurrent = activity !== 'close';
    const isAccepted = 'reason' in finding;
    const blocks = isCurrent && 'blocking' in finding && finding.blocking;
    return {
        ...classification([2, 'Findings'], [2004, 'Detection Finding'], activities[activity]),
        ...severity(severities[level]),
        time: now,
        message: (0,_events_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(message),
        ...status(activity, isAccepted),
        ...(blocks ? acted([2, 'Denied'], [2, 'Blocked']) : acted([3, 'Observed'], [15, 'Detected'])),
        is_alert: activity === 'create' && !isAccepted && (level === 'critical' || level === 'high'),
        comment: isAccepted ? (0,_events_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(finding.reason) : undefined,
        metadata: { ...metadata(report, event.uid), correlation_uid: run },
        finding_info: {
            uid: event.id,
            title: (0,_events_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(message),
            desc: (0,_events_js__WEBPACK_IMPORTED_MODULE_0__/* .description */ .h_)(finding),
            types: [(0,_events_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(finding.category, _events_js__WEBPACK_IMPORTED_MODULE_0__/* .most */ .qr.name)],
            analytic: {
                uid: (0,_events_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(rule, _events_js__WEBPACK_IMPORTED_MODULE_0__/* .most */ .qr.name),
                name: (0,_events_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(rule, _events_js__WEBPACK_IMPORTED_MODULE_0__/* .most */ .qr.name),
                type_id: 1,
                type: 'Rule',
                category: (0,_events_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(finding.category, _events_js__WEBPACK_IMPORTED_MODULE_0__/* .most */ .qr.name),
                desc: summaries.get(rule),
                version: report.toolVersion,
            },
            created_time: activity === 'create' ? now : undefined,
            last_seen_time: isCurrent ? now : undefined,
            src_url: address(report),
            data_sources: ['git'],
        },
        evidences: evidences(event),
        resources: resources(event),
        remediation: { desc: (0,_events_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(remedy), references: summaries.has(rule) ? [(0,_version_js__WEBPACK_IMPORTED_MODULE_2__/* .rulePage */ .gd)(rule)] : undefined },
        policy: policy(report),
        unmapped: { ...context, ...(0,_events_js__WEBPACK_IMPORTED_MODULE_0__/* .findingFacts */ .xi)(event) },
    };
}
function status(activity, isAccepted) {
    if (activity === 'close')
        return { status_id: 4, status: 'Resolved' };
    return isAccepted ? { status_id: 3, status: 'Suppressed' } : { status_id: 1, status: 'New' };
}
function classification([category_uid, category_name], [class_uid, class_name], [id, name]) {
    return {
        category_uid,
        category_name,
        class_uid,
        class_name,
        activity_id: id,
        activity_name: name,
        type_uid: class_uid * 100 + id,
        type_name: `${class_name}: ${name}`,
    };
}
const severity = ([severity_id, severity]) => ({ severity_id, severity });
const metadata = ({ toolVersion }, uid) => ({
    version: schemaVersion,
    uid,
    product: { name: 'gitops-gate', vendor_name: 'gitops-gate', version: toolVersion, url_string: _version_js__WEBPACK_IMPORTED_MODULE_2__/* .homepage */ .TB },
    profiles: ['host', 'security_control'],
    log_name: 'gitops-gate',
});
function policy({ run, toolVersion }) {
    const { folder, sha256 } = run.policy;
    const named = folder === undefined ? { name: 'built-in defaults', version: toolVersion } : { name: (0,_events_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(folder, _events_js__WEBPACK_IMPORTED_MODULE_0__/* .most */ .qr.name) };
    return { ...named, uid: sha256, is_applied: true };
}
/** Where a reader sees more: the request, else the job. */
function address({ run: { request, job } }) {
    const [url] = [request, job].filter((each) => each !== undefined && /^https?:\/\//.test(each));
    return url === undefined ? undefined : (0,_events_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(url);
}
function evidences({ finding }) {
    const position = (0,_events_js__WEBPACK_IMPORTED_MODULE_0__/* .positionOf */ .df)(finding);
    return position && [{ file: { ...(0,_events_js__WEBPACK_IMPORTED_MODULE_0__/* .fileParts */ .RN)(position.file), type_id: 1, type: 'Regular File' } }];
}
function resources({ finding, id }) {
    if (!('object' in finding) || finding.object === undefined)
        return undefined;
    const { group, kind, namespace, name } = finding.object;
    const short = (value) => (0,_events_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(value, _events_js__WEBPACK_IMPORTED_MODULE_0__/* .most */ .qr.name);
    return [
        {
            uid: [group, kind, namespace ?? '', name].map(short).join('/') || id,
            name: short(name),
            type: short(kind),
            ...(namespace === undefined ? {} : { namespace: short(namespace) }),
            ...(group === '' ? {} : { group: { name: short(group) } }),
            role_id: 3,
            role: 'Affected',
        },
    ];
}


/***/ })

};
