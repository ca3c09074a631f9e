export const id = 7680;
export const ids = [7680];
export const modules = {

/***/ 73338:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  B: () => (/* binding */ turnOff),
  _: () => (/* binding */ turnOffTime)
});

// EXTERNAL MODULE: ./build/publish/marker.js
var marker = __webpack_require__(40892);
// EXTERNAL MODULE: ./build/publish/summary.js + 1 modules
var summary = __webpack_require__(57836);
;// CONCATENATED MODULE: ./build/publish/turned-off.js


/** `turnOffSummary` as a whole plan, where nothing is to be shown on the request at all. Threads stay as they are. */
function planTurnedOff({ notes }, name, head, page) {
    const actions = (0,summary/* turnOffSummary */.Lv)(notes, (0,marker/* instanceKey */.pA)(name), head, page);
    return { actions, onDiff: new Set(), refused: [], hasSummary: false, fileCommentsLeft: 0 };
}

;// CONCATENATED MODULE: ./build/host/forge/turn-off.js

/** Nobody waits for it longer, in milliseconds. */
const turnOffTime = 15_000;
/**
 * Where nothing is wanted on the request: a summary comment about another commit than `head` says once that it is no longer kept true.
 * Yields what could not be done about one; where none is known of, a token that may not look is nothing to speak of.
 */
async function turnOff(deliver, head, { name, title }) {
    const page = { isDiffKept: false, ...(title === undefined ? {} : { title }) };
    let isThere = false;
    const { problems } = await deliver((written) => {
        const plan = planTurnedOff(written, name, head, page);
        isThere = plan.actions.length > 0;
        return plan;
    });
    return isThere ? problems : [];
}


/***/ }),

/***/ 40892:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pe: () => (/* binding */ withMarker),
/* harmony export */   nE: () => (/* binding */ shortFingerprint),
/* harmony export */   ol: () => (/* binding */ digestOf),
/* harmony export */   pA: () => (/* binding */ instanceKey),
/* harmony export */   rR: () => (/* binding */ withoutMarker),
/* harmony export */   t7: () => (/* binding */ readMarker)
/* harmony export */ });
/* unused harmony export threadStates */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);

/** Whether what a thread reports is still there; every state but `open` says why it no longer is shown as such. */
const threadStates = ['open', 'fixed', 'ignored', 'moved', 'displaced'];
const pattern = /^<!-- gitops-gate (summary|finding|answer) ([0-9a-f]{12})(?: head=([0-9a-f]{40,64}))?(?: state=([a-z]+))?(?: digest=([0-9a-f]{16}))?(?: findings=([0-9a-f,]+))?(?: refused=([0-9a-f,]+))? -->/;
/** The key of an instance's name (input `name`), as markers carry it. */
function instanceKey(name) {
    return digestOf(name).slice(0, 12);
}
/** As much of a fingerprint as markers carry. */
function shortFingerprint(fingerprint) {
    return fingerprint.slice(0, 16);
}
/** 16 hex digits that change with the text. */
function digestOf(text) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('hex').slice(0, 16);
}
/** `body` with the marker hidden in front of it. */
function withMarker(marker, body) {
    const fields = [
        `gitops-gate ${marker.kind} ${marker.instance}`,
        ...('head' in marker && marker.head !== undefined ? [`head=${marker.head}`] : []),
        ...('state' in marker ? [`state=${marker.state}`] : []),
        ...('digest' in marker ? [`digest=${marker.digest}`] : []),
        ...('findings' in marker ? [`findings=${marker.findings.join(',')}`] : []),
        ...('refused' in marker && marker.refused.length > 0 ? [`refused=${marker.refused.join(',')}`] : []),
    ];
    return `<!-- ${fields.join(' ')} -->\n${body}`;
}
/** The marker at the very start of a comment's text; undefined where there is none, or none this version understands. */
function readMarker(body) {
    const [, kind, instance = '', head, state, digest, findings, refused] = pattern.exec(body) ?? [];
    const known = threadStates.find((each) => each === state);
    if (kind === 'summary' && digest !== undefined)
        return { kind, instance, head, digest, refused: refused?.split(',') ?? [] };
    if (kind === 'answer' && known !== undefined)
        return { kind, instance, state: known };
    if (kind !== 'finding' || known === undefined || digest === undefined || findings === undefined)
        return undefined;
    return { kind, instance, state: known, digest, findings: findings.split(',') };
}
/** The text of a comment without its marker. */
function withoutMarker(body) {
    return body.replace(pattern, '').trimStart();
}


/***/ }),

/***/ 40253:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  W: () => (/* binding */ planPublication)
});

// EXTERNAL MODULE: ./build/report/accept.js
var accept = __webpack_require__(66803);
// EXTERNAL MODULE: ./build/report/markdown/markdown.js + 7 modules
var markdown = __webpack_require__(92871);
// EXTERNAL MODULE: ./build/publish/marker.js
var publish_marker = __webpack_require__(40892);
;// CONCATENATED MODULE: ./build/publish/own-thread.js

/** The threads of this instance, in which people take part first, then oldest first: of two that say the same, the first one counts. */
function ownThreads(threads, instance) {
    const isKept = ({ isJoined, thread }) => isJoined || thread.isResolvedByOther;
    return threads
        .flatMap((thread) => ownThread(thread, instance) ?? [])
        .sort((a, b) => Number(isKept(b)) - Number(isKept(a)) || a.thread.order - b.thread.order);
}
function ownThread(thread, instance) {
    const [first, ...rest] = thread.comments;
    if (first === undefined || !first.isOurs)
        return undefined;
    const marker = (0,publish_marker/* readMarker */.t7)(first.body);
    if (marker?.kind !== 'finding' || marker.instance !== instance)
        return undefined;
    const answers = rest.map((comment) => answerState(comment, instance));
    const last = answers.findLast((state) => state !== undefined);
    const isJoined = first.isEditedByOther || thread.isCut || answers.includes(undefined);
    const state = last ?? (thread.isCut ? undefined : marker.state);
    return { thread, marker, body: first.body, state, isJoined };
}
/** The state that one of our own answers gives; undefined for what anybody else wrote. */
function answerState({ body, isOurs, isEditedByOther }, instance) {
    const marker = isOurs && !isEditedByOther ? (0,publish_marker/* readMarker */.t7)(body) : undefined;
    return marker?.kind === 'answer' && marker.instance === instance ? marker.state : undefined;
}

// EXTERNAL MODULE: ./build/publish/summary.js + 1 modules
var publish_summary = __webpack_require__(57836);
// EXTERNAL MODULE: ./build/severity.js
var severity = __webpack_require__(15989);
// EXTERNAL MODULE: ./build/report/markdown/markdown-finding.js
var markdown_finding = __webpack_require__(97480);
// EXTERNAL MODULE: ./build/report/markdown/markdown-text.js
var markdown_text = __webpack_require__(50146);
// EXTERNAL MODULE: ./build/report/wording.js
var wording = __webpack_require__(62867);
// EXTERNAL MODULE: ./build/git/diff/line-diff.js + 1 modules
var line_diff = __webpack_require__(25303);
;// CONCATENATED MODULE: ./build/publish/review-diff.js

/** The same comparison the other way round. */
function reversed(diff) {
    return {
        beforeLines: diff.afterLines,
        afterLines: diff.beforeLines,
        changes: diff.changes.map(({ before, after }) => ({ before: after, after: before })),
    };
}
/** Where a line of the target's tip is in the merge base; undefined where the merge base has no such line. */
function mergeBaseLine({ target }, line) {
    return target === undefined ? line : (0,line_diff/* mapLine */.TU)(target, line);
}

;// CONCATENATED MODULE: ./build/publish/place.js


/** Longer ranges are commented on at their first line: a box around hundreds of lines says nothing. */
const longestRange = 20;
/** The best place of the diff for a finding: a line the diff shows, else its file, else none. Its own position first, then the others. */
function anchorOf(finding, diff) {
    let file;
    for (const { position, end } of newRanges(finding)) {
        const changed = diff.get(position.file);
        if (changed === undefined)
            continue;
        const found = onNewSide(changed, position.line, end);
        if (found !== undefined)
            return found;
        file ??= { place: filePlace(changed), isExact: false };
    }
    const removed = finding.removedAt;
    const changed = removed && diff.get(removed.file);
    if (removed === undefined || changed === undefined)
        return file;
    return onOldSide(changed, removed.line) ?? file ?? { place: filePlace(changed), isExact: false };
}
/** Whether a comment at this line or file is about something the finding is about. */
function isAbout(finding, place, diff) {
    const { newLine, oldLine } = place.kind === 'file' ? {} : place.line;
    const isNew = newRanges(finding).some(({ position, end }) => position.file === place.file && (place.kind === 'file' || within(newLine, position.line, end)));
    const removed = finding.removedAt;
    const changed = removed && diff.get(removed.file);
    if (isNew || removed === undefined || changed === undefined)
        return isNew;
    return changed.path === place.file && (place.kind === 'file' || mergeBaseLine(changed, removed.line) === oldLine);
}
/** One text for places where comments are shown together. */
function placeKey(place) {
    if (place.kind === 'file')
        return JSON.stringify([place.file]);
    const { newLine, oldLine } = place.start ?? place.line;
    return JSON.stringify([place.file, newLine ?? null, newLine === undefined ? oldLine : null]);
}
/** Whether both are the same lines of the same file. */
function isSamePlace(a, b) {
    if (a.kind === 'file' || b.kind === 'file')
        return a.kind === b.kind && a.file === b.file;
    return placeKey(a) === placeKey(b) && placeKey(lastLine(a)) === placeKey(lastLine(b));
}
/** The place cut down to one line. */
function firstLine(place) {
    if (place.kind === 'file' || place.start === undefined)
        return place;
    const { file, oldFile, start } = place;
    return { kind: 'line', file, oldFile, line: start };
}
function lastLine({ file, oldFile, line }) {
    return { kind: 'line', file, oldFile, line };
}
function newRanges({ position, endLine, places = [], suggestion }) {
    const own = position && {
        position,
        end: suggestion === undefined
            ? Math.min(endLine ?? position.line, position.line + longestRange)
            : (endLine ?? position.line),
    };
    return [...(own ? [own] : []), ...places.map((place) => ({ position: place, end: place.line }))];
}
function onNewSide(file, line, end) {
    const shown = shownLines(file);
    const side = (newLine) => {
        const oldLine = shown && (0,line_diff/* mapLine */.TU)(shown.back, newLine);
        return oldLine === undefined ? { newLine } : { newLine, oldLine };
    };
    for (const { after } of shown?.hunks ?? []) {
        const shared = overlap(after, line, end);
        if (shared === undefined)
            continue;
        const { first, last } = shared;
        const place = {
            kind: 'line',
            ...paths(file),
            line: side(last),
            ...(first === last ? {} : { start: side(first) }),
        };
        return { place, isExact: first === line && last === end };
    }
    return undefined;
}
function onOldSide(file, line) {
    const oldLine = mergeBaseLine(file, line);
    if (file.lines === undefined || oldLine === undefined)
        return undefined;
    if (!shownLines(file)?.hunks.some(({ before }) => overlap(before, oldLine, oldLine) !== undefined))
        return undefined;
    const newLine = (0,line_diff/* mapLine */.TU)(file.lines, oldLine);
    const shown = newLine === undefined ? { oldLine } : { newLine, oldLine };
    return { place: { kind: 'line', ...paths(file), line: shown }, isExact: false };
}
/** Computed once for each file: there may be thousands of findings in it. */
const known = new WeakMap();
function shownLines({ lines }) {
    if (lines === undefined)
        return undefined;
    const shown = known.get(lines) ?? { hunks: (0,line_diff/* hunks */.uP)(lines), back: reversed(lines) };
    known.set(lines, shown);
    return shown;
}
/** The first and last line that a run of lines and a range have in common. */
function overlap({ start, count }, line, end) {
    const [first, last] = [Math.max(start, line), Math.min(start + count - 1, end)];
    return first <= last ? { first, last } : undefined;
}
function within(line, first, last) {
    return line !== undefined && line >= first && line <= last;
}
function filePlace(file) {
    return { kind: 'file', ...paths(file) };
}
const paths = ({ path, oldPath }) => ({ file: path, oldFile: oldPath });

;// CONCATENATED MODULE: ./build/publish/comment.js





/** How many findings one comment describes; the others on the same lines are in the summary. */
const findingsPerComment = 10;
/** Bytes kept free for the marker and the sentence in front of the findings. */
const reserved = 2_000;
/** The comment that shows these findings at `place`, and the digest by which a later run sees that it need not change. */
function openComment(findings, place, context, preface = '') {
    const { text, stable } = describe(findings, place, context);
    const { instance } = context;
    const digest = (0,publish_marker/* digestOf */.ol)(stable);
    const marker = { kind: 'finding', instance, state: 'open', digest, findings: ids(findings) };
    return { body: (0,publish_marker/* withMarker */.Pe)(marker, [preface, text].filter((part) => part !== '').join('\n\n')), digest };
}
/** A comment's text once what it says is over; what it said is folded below. */
function closedComment(marker, body, sentence, state, { forge }) {
    // A suggestion that no longer applies is shown as what it is: lines of YAML.
    const said = (0,publish_marker/* withoutMarker */.rR)(body).replace(/^(`{3,})suggestion\S*$/gm, '$1yaml');
    const folded = `<details>\n<summary>What was reported</summary>\n\n${said}\n\n</details>`;
    const whole = (0,publish_marker/* withMarker */.Pe)({ ...marker, state }, `${sentence}\n\n${folded}`);
    return Buffer.byteLength(whole) <= forge.commentBytes ? whole : (0,publish_marker/* withMarker */.Pe)({ ...marker, state }, sentence);
}
/** An answer in a thread that people joined. */
function answer(sentence, state, { instance }) {
    return (0,publish_marker/* withMarker */.Pe)({ kind: 'answer', instance, state }, sentence);
}
function fixedSentence({ head, links }) {
    return `✅ **Fixed**${inCommit(head, links)}.`;
}
function ignoredSentence({ reason, until }) {
    return `⚪ **Ignored** by the base branch's policy until ${(0,markdown_text/* prose */.CS)(until)}: ${(0,markdown_text/* prose */.CS)(reason)}`;
}
function backSentence({ head, links }) {
    return `🔁 **Back**${inCommit(head, links)}.`;
}
function movedSentence(place) {
    const line = place.kind === 'file' ? '' : `:${place.line.newLine ?? place.line.oldLine}`;
    return `↪️ **Moved** to ${(0,markdown_text/* code */.aY)(`${place.file}${line}`, 200)}, where it is commented on now.`;
}
/** Why a finding that is there has no comment on the diff any more. */
function displacedSentence({ forge }) {
    const why = forge.maxComments === 0 ? 'comments on the diff are turned off' : 'worse findings are commented on first';
    return `➡️ **Still there**, and shown in the summary only: ${why}.`;
}
/** What was only shown elsewhere was never gone. */
const shownAgainSentence = '➡️ **Still there**, and shown here again.';
const inCommit = (head, links) => head === undefined ? '' : ` in ${(0,markdown_text/* link */.nf)((0,markdown_text/* code */.aY)((0,wording/* shortId */.m_)(head)), links.commit(head))}`;
function ids(findings) {
    return findings.map(({ fingerprint }) => (0,publish_marker/* shortFingerprint */.nE)(fingerprint));
}
/** The findings as text, and the same text without the links, which name the head and change with every push. */
function describe(findings, place, context) {
    const { links, forge, flags } = context;
    const room = Math.floor((forge.commentBytes - reserved) / Math.max(1, findings.length));
    const parts = findings.map((finding) => {
        const info = suggestionInfo(finding, place, context);
        const options = { flags, ...(info === undefined ? {} : { suggestion: info }) };
        const full = (0,markdown_finding/* markdownComment */.nf)(finding, { links, ...options });
        if (Buffer.byteLength(full) + 10 > room)
            return { text: (0,markdown_finding/* briefComment */.o3)(finding), stable: (0,markdown_finding/* briefComment */.o3)(finding) };
        return { text: full, stable: (0,markdown_finding/* markdownComment */.nf)(finding, options) };
    });
    const joined = (key) => parts.map((part) => part[key]).join('\n\n---\n\n');
    return { text: joined('text'), stable: joined('stable') };
}
/** The block in which the forge offers to apply the finding's suggestion; undefined where it would replace other lines than those meant. */
function suggestionInfo(finding, place, { diff, forge }) {
    if (finding.suggestion === undefined || finding.position === undefined || place?.kind !== 'line')
        return undefined;
    const anchor = anchorOf(finding, diff);
    if (anchor === undefined || !anchor.isExact || !isSamePlace(anchor.place, place))
        return undefined;
    return forge.suggestionInfo((finding.endLine ?? finding.position.line) - finding.position.line + 1);
}

;// CONCATENATED MODULE: ./build/publish/groups.js




/** Findings that have a place, those of one line or one file together. Of more than a comment can hold the worst are taken. */
function groupByPlace(findings, diff) {
    const groups = new Map();
    for (const finding of findings) {
        const anchor = anchorOf(finding, diff);
        if (anchor === undefined)
            continue;
        const key = placeKey(anchor.place);
        const group = groups.get(key);
        if (group === undefined)
            groups.set(key, [{ finding, anchor }]);
        else if (group.length < findingsPerComment)
            group.push({ finding, anchor });
    }
    return [...groups.values()].flatMap((group) => {
        const [first] = group;
        if (first === undefined)
            return [];
        const { place } = first.anchor;
        const isOne = group.every(({ anchor }) => isSamePlace(anchor.place, place));
        return [
            { findings: group.map(({ finding }) => finding), place: isOne ? place : firstLine(place), thread: undefined },
        ];
    });
}
/**
 * Closed threads whose findings are back, the latest first. One that a person resolved stays resolved, and one whose lines are gone
 * stays closed: the finding gets a new thread.
 */
function reopenable(own, pool, diff) {
    const free = new Map(pool.map((finding) => [(0,publish_marker/* shortFingerprint */.nE)(finding.fingerprint), finding]));
    const groups = [];
    for (const each of own.toSorted((a, b) => b.thread.order - a.thread.order)) {
        const { thread, marker, state } = each;
        const isClosed = state === 'fixed' || state === 'ignored' || state === 'displaced';
        if (!isClosed || thread.isResolvedByOther || thread.isOutdated)
            continue;
        const found = marker.findings.flatMap((id) => free.get(id) ?? []);
        const { place } = thread;
        const here = place === undefined ? found : found.filter((finding) => isAbout(finding, place, diff));
        if (here.length === 0)
            continue;
        // A thread that is only answered goes on to show all it shows.
        const findings = each.isJoined ? found : here;
        for (const { fingerprint } of findings)
            free.delete((0,publish_marker/* shortFingerprint */.nE)(fingerprint));
        groups.push({ findings, place, thread: each });
    }
    return groups;
}
/**
 * Which groups are open on the diff: the worst, and of equals those that are open already, within both budgets. Groups in which people
 * take part are outside the budgets. `fileComments` counts the comments on whole files.
 */
function groups_select(candidates, open, { maxComments, maxFileComments }) {
    const isOpen = new Set(open);
    const isJoined = ({ thread }) => thread?.isJoined === true;
    const chosen = candidates.filter(isJoined);
    const displaced = [];
    let [comments, fileComments] = [0, 0];
    const byWorth = [...open, ...candidates.filter((group) => !isJoined(group))].sort((a, b) => compareGroups(a, b) || Number(isOpen.has(b)) - Number(isOpen.has(a)) || orderOf(a) - orderOf(b));
    for (const group of byWorth) {
        const isOnFile = group.place?.kind === 'file';
        const fits = comments < maxComments && (!isOnFile || fileComments < maxFileComments);
        if (fits) {
            comments += 1;
            fileComments += Number(isOnFile);
        }
        if (fits && !isOpen.has(group))
            chosen.push(group);
        if (!fits && isOpen.has(group))
            displaced.push(group);
    }
    return { chosen, displaced, fileComments };
}
/** By the worst finding of each. */
function compareGroups(a, b) {
    return (0,severity/* compareSeverity */.zK)(a.findings[0]?.severity ?? 'low', b.findings[0]?.severity ?? 'low');
}
const orderOf = ({ thread }) => thread?.thread.order ?? 0;

;// CONCATENATED MODULE: ./build/publish/threads.js





/** Keeps, opens and closes threads so that they say what the report says. `own` are this instance's, in the order in which they count. */
function planThreads(report, own, context) {
    const { verdict } = report;
    const present = new Map(verdict.findings.map((finding) => [(0,publish_marker/* shortFingerprint */.nE)(finding.fingerprint), finding]));
    const { kept, repeated, over } = claim(own, present);
    const shown = new Set(kept.flatMap(({ findings }) => findings));
    const moves = kept.flatMap((each) => movedTo(each, context) ?? []);
    const pool = verdict.findings.filter((finding) => !shown.has(finding));
    const back = reopenable(own, pool, context.diff);
    const taken = new Set(back.flatMap(({ findings }) => findings));
    const fresh = groupByPlace(pool.filter((finding) => !taken.has(finding) && !context.refused.has(finding)), context.diff);
    const placeOf = (own) => moves.find((move) => move.own === own)?.place ?? own.thread.place;
    const staying = kept
        .filter(({ own }) => countsAsOpen(own))
        .map(({ own, findings }) => ({ findings, thread: own, place: placeOf(own) }));
    const { chosen, displaced, fileComments } = groups_select([...back, ...fresh], staying, context.forge);
    const out = new Set(displaced.map(({ thread }) => thread));
    for (const { thread, findings } of displaced)
        if (thread)
            for (const finding of findings)
                shown.delete(finding);
    for (const { findings } of chosen)
        for (const finding of findings)
            shown.add(finding);
    const isStill = ({ own }) => !out.has(own);
    const still = moves.filter(isStill);
    const isMoving = new Set(still.map(({ own }) => own));
    return {
        actions: [
            ...chosen.map((group) => threads_open(group, context)),
            ...still.map(({ findings, place }) => create(findings, place, context)),
            ...kept.filter((each) => isStill(each) && !isMoving.has(each.own)).flatMap((each) => update(each, context)),
            ...still.map(({ own, place }) => threads_close(own, 'moved', movedSentence(place), context)),
            ...over.flatMap((each) => end(each, report, context)),
            ...[...out].flatMap((each) => (each ? [threads_close(each, 'displaced', displacedSentence(context), context)] : [])),
            ...repeated.filter(countsAsOpen).map(({ thread }) => ({ kind: 'remove-thread', thread: thread.id })),
        ],
        shown,
        fileCommentsLeft: Math.max(0, context.forge.maxFileComments - fileComments),
    };
}
/** Gives each finding to the first open thread that shows it; a thread left without any repeats another, or is over. */
function claim(own, present) {
    const claimed = new Set();
    const sorted = { kept: [], repeated: [], over: [] };
    for (const each of own) {
        if (each.state === 'fixed' || each.state === 'ignored' || each.state === 'moved')
            continue;
        const still = each.marker.findings.flatMap((id) => present.get(id) ?? []);
        if (each.state === 'displaced') {
            if (still.length === 0)
                sorted.over.push(each);
            continue;
        }
        const findings = still.filter((finding) => !claimed.has(finding));
        for (const finding of findings)
            claimed.add(finding);
        if (findings.length > 0)
            sorted.kept.push({ own: each, findings });
        else if (still.length > 0)
            sorted.repeated.push(each);
        else if (each.state === 'open')
            sorted.over.push(each);
    }
    return sorted;
}
/** Whether it counts against the budget, and may be rewritten: nobody joined it, and nobody else resolved it. */
function countsAsOpen({ isJoined, thread }) {
    return !isJoined && !thread.isResolvedByOther;
}
/** Where a kept thread should be written again: its lines are gone, or are about something else now, and its finding has a line of its own. */
function movedTo({ own, findings }, { diff, refused }) {
    const { thread } = own;
    if (!countsAsOpen(own))
        return undefined;
    const at = thread.place;
    const isInPlace = at === undefined ? !thread.isOutdated : findings.some((finding) => isAbout(finding, at, diff));
    if (isInPlace)
        return undefined;
    const places = findings.flatMap((finding) => (refused.has(finding) ? [] : (anchorOf(finding, diff)?.place ?? [])));
    const place = places.find(({ kind }) => kind === 'line');
    if (place === undefined)
        return undefined;
    return { own, findings, place: findings.length === 1 ? place : firstLine(place) };
}
function threads_open(group, context) {
    const { findings, place, thread: own } = group;
    if (own === undefined) {
        if (place === undefined)
            throw new Error('a new thread needs a place');
        return create(findings, place, context);
    }
    const thread = own.thread.id;
    const wasThere = own.state === 'displaced';
    if (own.isJoined) {
        const sentence = wasThere ? shownAgainSentence : backSentence(context);
        return { kind: 'answer-thread', thread, body: answer(sentence, 'open', context), state: 'open' };
    }
    const preface = wasThere ? '' : backSentence(context);
    return {
        kind: 'reopen-thread',
        thread,
        body: openComment(findings, own.thread.place, context, preface).body,
        findings,
    };
}
function create(findings, place, context) {
    const { body } = openComment(findings, place, context);
    if (place.kind === 'file')
        return { kind: 'create-thread', place, body, findings, fallback: undefined };
    const { file, oldFile } = place;
    const whole = { kind: 'file', file, oldFile };
    const fallback = { place: whole, body: openComment(findings, whole, context).body };
    return { kind: 'create-thread', place, body, findings, fallback };
}
function update({ own, findings }, context) {
    if (!countsAsOpen(own))
        return [];
    const { body, digest } = openComment(findings, own.thread.place, context);
    const isSame = digest === own.marker.digest && own.marker.findings.length === findings.length;
    return isSame ? [] : [{ kind: 'update-thread', thread: own.thread.id, body }];
}
function threads_close(own, state, sentence, context) {
    const thread = own.thread.id;
    if (own.isJoined)
        return { kind: 'answer-thread', thread, body: answer(sentence, state, context), state };
    return { kind: 'close-thread', thread, body: closedComment(own.marker, own.body, sentence, state, context), state };
}
/** Says why a thread's findings are no longer reported. While something could not be judged, or is not listed, nothing is called fixed. */
function end(own, { verdict, notListed }, context) {
    const ignored = verdict.suppressed
        .filter(({ fingerprint }) => own.marker.findings.includes((0,publish_marker/* shortFingerprint */.nE)(fingerprint)))
        .sort((a, b) => (0,severity/* compareSeverity */.zK)(a.severity, b.severity))[0];
    if (ignored !== undefined)
        return [threads_close(own, 'ignored', ignoredSentence(ignored), context)];
    return verdict.unjudged.length > 0 || notListed !== undefined
        ? []
        : [threads_close(own, 'fixed', fixedSentence(context), context)];
}

;// CONCATENATED MODULE: ./build/publish/plan.js






/**
 * What to do on the forge so that reviewers see what the report says. Pure, and the same for every forge.
 *
 * A delivery reads what there is (`Written`: every thread and note, of any author), plans, and does the actions in order:
 *
 * - It may stop at any point and go on in another run: the plan is made from what is there, and once all actions are done a new plan
 *   of the same report is empty.
 * - Two runs may overlap: after creating anything, read and plan again; what both created is removed then, the older one stays.
 * - `create-thread` whose lines the forge refuses is written at its `fallback`, while `fileCommentsLeft` allows; else the finding
 *   is in the summary alone. Both are to be said in the log; planned again with what was `refused`, the summary remembers it, so that
 *   another run on the same commit does not try once more.
 * - Bodies are complete, marker included, and safe in the forge's Markdown. They are written as they are.
 * - Before the first write the delivery makes sure that the request's head still is the judged one; otherwise it does nothing.
 *
 * A thread that a person answered, or whose text somebody changed, is never rewritten or deleted: it gets an answer when its finding
 * goes or returns. What a person resolved stays resolved. While something could not be judged no finding is called fixed.
 */
function planPublication(publication) {
    const { report, diff, written, forge, links, name } = publication;
    const instance = (0,publish_marker/* instanceKey */.pA)(name);
    const own = (0,publish_summary/* ownSummaries */.pi)(written.notes, instance);
    const refused = refusedOf(publication, own);
    const context = {
        instance,
        links,
        forge,
        diff,
        head: report.range.head,
        refused: new Set(refused),
        flags: (0,accept/* acceptFlags */.y0)(report),
    };
    const threads = planThreads(report, ownThreads(written.threads, instance), context);
    return {
        actions: [...planSummary(publication, own, threads.shown, refused), ...threads.actions],
        onDiff: threads.shown,
        refused: refused.filter((finding) => !threads.shown.has(finding)),
        hasSummary: publication.summary !== 'off' && isWorthSummary(publication),
        fileCommentsLeft: threads.fileCommentsLeft,
    };
}
function planSummary(publication, own, shown, refused) {
    const { name, title, written, summary, report } = publication;
    const instance = (0,publish_marker/* instanceKey */.pA)(name);
    const { head } = report.range;
    if (summary === 'off') {
        return (0,publish_summary/* turnOffSummary */.Lv)(written.notes, instance, head, {
            isDiffKept: true,
            ...(title === undefined ? {} : { title }),
        });
    }
    const remembered = refused.slice(0, mostRemembered).map(({ fingerprint }) => (0,publish_marker/* shortFingerprint */.nE)(fingerprint));
    const text = { ...summaryText(publication, shown.size), head, refused: remembered };
    return (0,publish_summary/* summaryActions */.kC)(own, instance, text, isWorthSummary(publication));
}
/** Findings whose places the forge refuses, as far as this run and the summary know. On another commit the diff is another one. */
function refusedOf({ report, refused }, [summary]) {
    const before = summary?.marker.head === report.range.head ? summary?.marker.refused : undefined;
    const ids = new Set([...(before ?? []), ...(refused ?? [])]);
    return report.verdict.findings.filter(({ fingerprint }) => ids.has((0,publish_marker/* shortFingerprint */.nE)(fingerprint)));
}
function isWorthSummary({ summary, report: { verdict, total } }) {
    return summary === 'always' || total.findings > 0 || verdict.outcome !== 'passed';
}
/** So many refused findings are remembered; more would be tried again. */
const mostRemembered = 60;
/** Bytes of the comment kept for its marker. */
const markerBytes = 250 + 17 * mostRemembered;
function summaryText({ report, links, forge, fullReport, title }, commented) {
    const bytes = forge.commentBytes - markerBytes;
    const { graphCharacters } = forge;
    const limits = {
        bytes,
        links,
        commented,
        ...(title === undefined ? {} : { title }),
        ...(graphCharacters === undefined ? {} : { graphCharacters }),
    };
    const { text } = (0,markdown/* fillMarkdown */.pk)(report, { ...limits, fullReport });
    // What fits does not depend on the address, and rendering thousands of findings once more would take its time.
    const stable = text.replaceAll(fullReport, '');
    return { text, stable };
}


/***/ }),

/***/ 57836:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  pi: () => (/* binding */ ownSummaries),
  kC: () => (/* binding */ summaryActions),
  Lv: () => (/* binding */ turnOffSummary)
});

// EXTERNAL MODULE: ./build/report/markdown/markdown.js + 7 modules
var markdown = __webpack_require__(92871);
;// CONCATENATED MODULE: ./build/report/markdown/turned-off-page.js

/** The page as Markdown, for GitHub and GitLab alike; the same for every commit, so that it is written once. */
function turnedOffPage({ title, isDiffKept }) {
    const where = isDiffKept
        ? 'Findings on lines are comments on the diff, and the log of the gate’s job lists all.'
        : 'Its comments on the diff are not kept up to date either. The log of the gate’s job lists all findings.';
    return `${[
        (0,markdown/* headingOf */.Wm)('💤', 'no longer kept up to date', title),
        '**What this comment said was about an earlier commit.** The gate no longer writes one here: the check on the latest commit says what holds.',
        where,
    ].join('\n\n')}\n`;
}

// EXTERNAL MODULE: ./build/publish/marker.js
var publish_marker = __webpack_require__(40892);
;// CONCATENATED MODULE: ./build/publish/summary.js


/** The summaries of this instance that nobody else edited, oldest first: the first one counts. */
function ownSummaries(notes, instance) {
    return notes
        .flatMap((note) => {
        const marker = note.isOurs && !note.isEditedByOther ? (0,publish_marker/* readMarker */.t7)(note.body) : undefined;
        return marker?.kind === 'summary' && marker.instance === instance ? [{ note, marker }] : [];
    })
        .sort((a, b) => a.note.order - b.note.order);
}
/**
 * Keeps the one summary comment of an instance true: edited in place, the oldest counts, others of ours are removed unless somebody
 * answered them. `isWorthOne` says whether to write one where none is.
 */
function summaryActions(own, instance, { text, stable, head, refused = [] }, isWorthOne) {
    const [kept, ...others] = own;
    const digest = (0,publish_marker/* digestOf */.ol)(`${stable}${refused.join()}`);
    const body = (0,publish_marker/* withMarker */.Pe)({ kind: 'summary', instance, head, digest, refused }, text);
    if (kept === undefined)
        return isWorthOne ? [{ kind: 'create-summary', body }] : [];
    const repeated = others.filter(({ note }) => !note.hasReplies);
    return [
        ...(kept.marker.digest === digest ? [] : [{ kind: 'update-summary', note: kept.note.id, body }]),
        ...repeated.map(({ note }) => ({ kind: 'remove-summary', note: note.id })),
    ];
}
/**
 * What to do where no summary comment is wanted any more: one that an earlier run wrote about another commit than `head` says once that it is
 * no longer kept true. One about `head` itself still holds, or is another gate's of the same name.
 */
function turnOffSummary(notes, instance, head, page) {
    const own = ownSummaries(notes, instance);
    if (own[0] === undefined || own[0].marker.head === head)
        return [];
    const text = turnedOffPage(page);
    return summaryActions(own, instance, { text, stable: text, head }, false);
}


/***/ })

};
