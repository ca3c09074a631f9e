export const id = 2871;
export const ids = [2871];
export const modules = {

/***/ 99672:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ accessGraph)
/* harmony export */ });
/** A larger graph is no longer read; the list of who gains what says the same. */
const mostNodes = 50;
/**
 * The ways to what was gained: subject → binding → role → permission. At most fifty nodes, worst ways first, and a way only where
 * the graph with it still `fits`. The same name in two scopes is two nodes.
 */
function accessGraph({ paths }, fits = () => true) {
    let drawing = { nodes: new Map(), edges: new Map() };
    let notDrawn = 0;
    for (const path of paths) {
        const next = { nodes: new Map(drawing.nodes), edges: new Map(drawing.edges) };
        if (draw(next, path) && fits(graphOf(next, 0)))
            drawing = next;
        else
            notDrawn += 1;
    }
    return graphOf(drawing, notDrawn);
}
function graphOf({ nodes, edges }, notDrawn) {
    return { nodes: [...nodes.values()].map(({ number: _, ...node }) => node), edges: [...edges.values()], notDrawn };
}
/** Adds a way; whether there was room. */
function draw({ nodes, edges }, path) {
    const { scope, subjects, steps, permission, severity, newConnection } = path;
    const who = subjects.length > 3 ? `${subjects.slice(0, 3).join(', ')} and ${subjects.length - 3} more` : subjects.join(', ');
    const chain = [
        { kind: 'subject', scope, label: who },
        ...steps.map((label) => ({ kind: 'step', scope, label })),
        { kind: 'permission', scope, label: permission, severity },
    ];
    const keys = chain.map(({ kind, label }) => JSON.stringify([scope, kind, label]));
    const added = new Set(keys.filter((key) => !nodes.has(key)));
    if (nodes.size + added.size > mostNodes)
        return false;
    const numbers = chain.map((node, index) => {
        const key = keys[index] ?? '';
        const found = nodes.get(key) ?? { ...node, number: nodes.size };
        nodes.set(key, found);
        return found.number;
    });
    numbers.slice(1).forEach((to, index) => {
        const from = numbers[index] ?? 0;
        const key = `${from} ${to}`;
        edges.set(key, { from, to, isNew: edges.get(key)?.isNew === true || index === newConnection });
    });
    return true;
}


/***/ }),

/***/ 97480:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FH: () => (/* binding */ markdownPlace),
/* harmony export */   Yd: () => (/* binding */ shortPlace),
/* harmony export */   eM: () => (/* binding */ markdownBody),
/* harmony export */   iq: () => (/* binding */ severityMarks),
/* harmony export */   nf: () => (/* binding */ markdownComment),
/* harmony export */   o3: () => (/* binding */ briefComment)
/* harmony export */ });
/* harmony import */ var _accept_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(66803);
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6257);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(62867);
/* harmony import */ var _markdown_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(50146);




const severityMarks = {
    critical: '🔴',
    high: '🟠',
    medium: '🟡',
    low: '🔵',
};
/** Where a finding is, as a link where the forge has an address for it. Empty for what has no place. In a table `write` is `cellCode`. */
function markdownPlace({ position, commit }, links, write = _markdown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY) {
    if (position)
        return (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .link */ .nf)(write(`${position.file}:${position.line}`, 200), links?.file(position.file, position.line));
    return commit === undefined ? '' : (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .link */ .nf)(write((0,_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shortId */ .m_)(commit)), links?.commit(commit));
}
/** The same for a list: of a long path its beginning and end, so that the line's number stays on the screen. */
function shortPlace(finding, links) {
    const { position } = finding;
    if (position === undefined)
        return markdownPlace(finding, links);
    const { file, line } = position;
    return (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .link */ .nf)((0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(`${shortPath(file)}:${line}`, 200), links?.file(file, line));
}
/** Characters of a path that a list shows. */
const pathLength = 60;
/** The first folder and as many of the last parts as fit, at least the file: `clusters/…/production/db.yaml`. */
function shortPath(file) {
    const [first = '', ...rest] = file.split('/');
    if (file.length <= pathLength || rest.length < 2)
        return file;
    let tail = rest.pop() ?? '';
    while (rest.length > 1 && `${first}/…/${rest.at(-1)}/${tail}`.length <= pathLength)
        tail = `${rest.pop()}/${tail}`;
    return `${first}/…/${tail}`;
}
/** What a reader of one finding needs below its message: what is there, why it matters, what to do, its id. `flags`: by which `ignore` finds it again. */
function markdownBody(finding, links, flags = '') {
    const { excerpt, details, example, places = [], remedy, references = [], fingerprint, object, scope } = finding;
    const about = [
        `id ${(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(fingerprint.slice(0, _wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shownFingerprint */ .cO))}`,
        ...[object ? (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)((0,_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .objectText */ .tq)(object), 200) : ''].filter((part) => part !== ''),
        ...(scope ? [`scope ${(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(scope, 100)}`] : []),
        ...references.map((reference) => (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .prose */ .CS)(reference)),
    ];
    const also = places.slice(0, 10).map((position) => markdownPlace({ position }, links));
    return [
        excerpt === undefined ? '' : (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .fenced */ .OF)((0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .clip */ .$Q)(excerpt, 500), 'yaml'),
        (0,_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shownDetails */ .IR)(details)
            .map((detail) => `- ${(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .prose */ .CS)(detail)}`)
            .join('\n'),
        also.length > 0
            ? `Also at ${also.join(', ')}${places.length > also.length ? ` and ${places.length - also.length} more` : ''}.`
            : '',
        `**Fix:** ${(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .prose */ .CS)(remedy)}`,
        example === undefined ? '' : (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .fenced */ .OF)(example, 'yaml'),
        `<sub>${(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .link */ .nf)('Accept', links?.accepting)} it: ${(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)((0,_accept_js__WEBPACK_IMPORTED_MODULE_0__/* .acceptCommand */ .O3)(finding, flags))}</sub>`,
        `<sub>${about.join(' · ')}</sub>`,
    ]
        .filter((part) => part !== '')
        .join('\n\n');
}
/** The text of an inline comment on the finding's line. */
function markdownComment(finding, { links, suggestion, flags }) {
    return [
        commentHead(finding, links),
        (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .prose */ .CS)(finding.message),
        markdownBody(finding, links, flags),
        ...(suggestion === undefined ? [] : suggestionBlock(finding.suggestion, suggestion)),
    ].join('\n\n');
}
/** `markdownComment` where that is too long: what it says and what to do, under 6 KB. */
function briefComment(finding) {
    const id = `<sub>id ${(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(finding.fingerprint.slice(0, _wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shownFingerprint */ .cO))}</sub>`;
    return [
        commentHead(finding, undefined),
        (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .prose */ .CS)(finding.message, 300),
        `**Fix:** ${(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .prose */ .CS)(finding.remedy, 300)}`,
        id,
    ].join('\n\n');
}
function commentHead({ severity, rule, blocking }, links) {
    const name = (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .link */ .nf)((0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(rule), links?.rule?.(rule));
    return `${severityMarks[severity]} **${severity}** · ${name}${blocking ? ' · blocks the merge' : ''}`;
}
/** The block that a forge offers to apply; none where the text would have to be written out, for that would change the file. */
function suggestionBlock(suggestion, info) {
    // An empty block removes the lines; one with an empty line would leave that.
    if (suggestion === '')
        return [`\`\`\`${info}\n\`\`\``];
    if (suggestion === undefined || !(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .fenced */ .OF)(suggestion).includes(`\n${suggestion}\n`))
        return [];
    return [(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .fenced */ .OF)(suggestion, info)];
}


/***/ }),

/***/ 50146:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CS: () => (/* binding */ prose),
/* harmony export */   GA: () => (/* binding */ cellCode),
/* harmony export */   OF: () => (/* binding */ fenced),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   nf: () => (/* binding */ link)
/* harmony export */ });
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6257);

/**
 * Text from a repository in Markdown, safe on GitHub and GitLab alike: what is not a plain word is put in a code span, where neither
 * forge looks for mentions, references, links, HTML, emoji or quick actions. No backslash escapes: their filters run on the
 * rendered text, so `\@name` still notifies. In a table `write` is `cellCode`.
 */
function prose(text, limit = 600, write = code) {
    const atoms = [];
    // A part between backticks is code already, and a list in brackets reads better whole.
    for (const part of (0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .clip */ .$Q)((0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(text), limit).split(/(`[^`]+`|\[(?<![^ (]\[)[^[\]`]*\](?![^ ,.;:)]))/)) {
        const quoted = /^`([^`]+)`$/.exec(part)?.[1];
        if (quoted !== undefined)
            push(atoms, [{ text: quoted, code: true }]);
        else if (/^\[.*\]$/.test(part))
            push(atoms, [{ text: part, code: true }]);
        else
            for (const run of part.match(/ +|[^ ]+/g) ?? []) {
                if (run.startsWith(' '))
                    atoms.push(blank);
                else if (letters.test(run))
                    atoms.push({ text: run, code: false });
                else
                    push(atoms, numbered.test(run) && atoms.every((atom) => atom === blank) ? [{ text: run, code: true }] : word(run));
            }
    }
    return atoms
        .map((atom) => (atom.code ? write(atom.text) : atom.text))
        .join('')
        .trim();
}
const blank = { text: ' ', code: false };
/** Letters, digits and marks that mean nothing to Markdown inside a word. */
const plain = /^[\p{L}\p{M}\p{N}.,;:'’"“”()…–—?/+=•×→-]*$/u;
/** Plain characters that a forge links all the same, or that begin a block: addresses, commits, GH-1, TICKET-1, :emoji:, -, /close. */
const linked = /:\/\/|www\.|\b[0-9a-f]{7,64}\b|-\d(?<=[a-z][a-z0-9]*-\d)|:[\w+-]+:|^[-+=]+$|^\/|^(?:mailto|xmpp):/i;
/** What begins an item of a list where it begins a line, and is a number at the end of a sentence elsewhere. */
const numbered = /^\d+[.)]$/;
/** Paths of files and of fields, which are read as one word: `keys/NAME.asc`, `spec.target.name`. */
const path = /^\.?[\w-]+(?:\/[\w.-]+)*\/[\w-]*\.[a-z]+$|^[a-z]{2}\w*(?:\.[a-z]\w+)+$/i;
/** What most words are: letters, and not only those that a commit may begin with. */
const letters = /^[a-f]*[g-z][a-z]*[,;]?$/i;
function word(run) {
    // Punctuation around a word stays outside its code span: `(@name),`
    const end = run.length - (/(?<![.,;:?)…])[.,;:?)…]+$/.exec(run)?.[0].length ?? 0);
    const start = run.startsWith('(') && end > 0 ? 1 : 0;
    const core = run.slice(start, Math.max(start, end));
    if (plain.test(run) && !linked.test(run) && !linked.test(core) && !path.test(core))
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
/** Text in a code span, for running text. */
function code(text, limit = 600) {
    return span(shown(text, limit));
}
/** Text in code spans for a cell of a table: a pipe, which would end the cell, is put outside as an entity. */
function cellCode(text, limit = 600) {
    return shown(text, limit).split('|').map(span).join('&#124;');
}
function shown(text, limit) {
    return (0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .clip */ .$Q)((0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(text), limit).replaceAll('<!--', '<\\u0021--');
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
    const lines = text.split('\n').map(_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK).join('\n').replaceAll('<!--', '<\\u0021--');
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

/***/ 92871:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  pk: () => (/* binding */ fillMarkdown),
  Wm: () => (/* binding */ headingOf),
  I_: () => (/* binding */ markdownHeading),
  renderMarkdown: () => (/* binding */ renderMarkdown),
  lY: () => (/* binding */ unjudgedEntry)
});

// EXTERNAL MODULE: ./build/report/accept.js
var accept = __webpack_require__(66803);
// EXTERNAL MODULE: ./build/report/group-findings.js
var group_findings = __webpack_require__(45339);
// EXTERNAL MODULE: ./build/report/wording.js
var wording = __webpack_require__(62867);
// EXTERNAL MODULE: ./build/report/markdown/markdown-finding.js
var markdown_finding = __webpack_require__(97480);
// EXTERNAL MODULE: ./build/report/markdown/markdown-text.js
var markdown_text = __webpack_require__(50146);
// EXTERNAL MODULE: ./build/report/access-graph.js
var access_graph = __webpack_require__(99672);
// EXTERNAL MODULE: ./build/report/visible.js
var visible = __webpack_require__(6257);
;// CONCATENATED MODULE: ./build/report/markdown/mermaid.js



const labelLength = 60;
/** Text of a Mermaid label: every character that could mean something to Mermaid, Markdown or HTML is written by its number. */
function mermaidLabel(text) {
    return (0,visible/* clip */.$Q)((0,visible/* visible */.RK)(text), labelLength).replace(/[^\p{L}\p{N} _./:,()…→-]/gu, (character) => `#${character.codePointAt(0)};`);
}
/**
 * The ways to what was gained as a Mermaid flowchart in a fenced block of at most so many `characters`, new connections thick; what is
 * not drawn is counted. Undefined where nobody gains.
 */
function mermaidGraph(access, characters = Number.POSITIVE_INFINITY) {
    const graph = (0,access_graph/* accessGraph */.$)(access, (drawn) => linesOf(drawn).join('\n').length <= characters);
    if (graph.nodes.length === 0)
        return undefined;
    const more = graph.notDrawn > 0 ? `\n\n${(0,wording/* count */.U9)(graph.notDrawn, 'more way')} not drawn.` : '';
    return `\`\`\`mermaid\n${linesOf(graph).join('\n')}\n\`\`\`${more}`;
}
function linesOf({ nodes, edges }) {
    return [
        'flowchart LR',
        ...nodes.map((node, number) => `  n${number}${shape(node)}`),
        ...edges.map(({ from, to, isNew }) => `  n${from} ${isNew ? '==>' : '-->'} n${to}`),
    ];
}
function shape({ kind, label }) {
    const text = mermaidLabel(label);
    if (kind === 'subject')
        return `(["${text}"])`;
    return kind === 'permission' ? `{{"${text}"}}` : `["${text}"]`;
}

;// CONCATENATED MODULE: ./build/report/markdown/access-part.js




const shownPermissions = 5;
/** A list of so many subjects is read; a longer one is looked up. */
const shownOpen = 10;
/** Who gains what, the worst first. What everybody has, in an audit, is too much to be read here. */
function gainedPart({ access, command }) {
    const gained = (command === 'audit' ? undefined : access?.gained) ?? [];
    return {
        head: `<details${gained.length <= shownOpen ? ' open' : ''}>\n<summary><b>Who can do more:</b> ${(0,wording/* count */.U9)(gained.length, 'subject')}</summary>\n`,
        entries: entriesOf(gained),
        foot: '\n</details>',
        noun: 'gaining subject',
        order: 3,
    };
}
/** Who loses what: good to know, and nothing to do. */
function lostPart({ access }) {
    const lost = access?.lost ?? [];
    return {
        head: `<details>\n<summary><b>Who can do less:</b> ${(0,wording/* count */.U9)(lost.length, 'subject')}</summary>\n`,
        entries: entriesOf(lost),
        foot: '\n</details>',
        noun: 'losing subject',
        order: 7,
    };
}
/** The ways to what is gained, drawn, in at most so many characters. */
function graphPart({ access, command }, characters) {
    const graph = access === undefined || command === 'audit' ? undefined : mermaidGraph(access, characters);
    return {
        head: '<details open>\n<summary><b>How it is gained:</b> new connections are thick</summary>\n',
        entries: graph === undefined ? [] : [() => graph],
        foot: '\n</details>',
        noun: 'graph',
        order: 5,
    };
}
function entriesOf(all) {
    const isAmbiguous = new Set(all.map(({ scope }) => scope)).size > 1;
    return all.map((each) => () => entry(each, isAmbiguous));
}
function entry({ scope, subject, permissions, more: further }, isAmbiguous) {
    const where = isAmbiguous ? ` <sub>scope ${(0,markdown_text/* code */.aY)(scope, 100)}</sub>` : '';
    const shown = permissions.slice(0, shownPermissions).map(({ what, severity }) => {
        const mark = severity === undefined ? '' : `${markdown_finding/* severityMarks */.iq[severity]} `;
        return `<br>${mark}${(0,markdown_text/* prose */.CS)(what, 300)}`;
    });
    const left = permissions.length - Math.min(permissions.length, shownPermissions) + further;
    const more = left > 0 ? `<br>and ${left} more` : '';
    return `- **${(0,markdown_text/* prose */.CS)(subject, 200)}**${where}${shown.join('')}${more}`;
}

// EXTERNAL MODULE: ./build/report/ages.js
var report_ages = __webpack_require__(85299);
;// CONCATENATED MODULE: ./build/report/markdown/ages-part.js


/** How old secrets are, as a table. */
function agesPart({ ages = [] }) {
    return {
        head: `<details>\n<summary><b>Ages of secrets:</b> ${(0,report_ages/* ageCount */.lT)(ages)}</summary>\n\n| Kind | Secret | Age | File |\n| --- | --- | --- | --- |`,
        entries: ages.map((row) => () => `| ${row.what} | ${(0,markdown_text/* cellCode */.GA)(row.name)} | ${(0,report_ages/* ageWords */.hm)(row)} | ${(0,markdown_text/* cellCode */.GA)(row.file)} |`),
        foot: '\n</details>',
        noun: 'table row',
        order: 8,
    };
}

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
        for (const write of part.entries) {
            const entry = write();
            const more = size(entry);
            if (used + more > left)
                break;
            used += more;
            entries.push(entry);
        }
        const missing = part.entries.length - entries.length;
        if (missing > 0)
            cut.set(part.noun, (cut.get(part.noun) ?? 0) + missing);
        if (frame > left || (entries.length === 0 && missing > 0))
            continue;
        left -= used;
        texts.set(part, [part.head, ...entries, part.foot].filter((line) => line !== '').join('\n'));
    }
    return { text: parts.flatMap((part) => texts.get(part) ?? []).join('\n\n'), cut };
}
/** With the line breaks that join it to its neighbours. */
const size = (text) => Buffer.byteLength(text) + 2;

// EXTERNAL MODULE: ./build/groups.js
var groups = __webpack_require__(41782);
// EXTERNAL MODULE: ./build/severity.js
var severity = __webpack_require__(15989);
;// CONCATENATED MODULE: ./build/report/markdown/findings-part.js






const shownPlaces = 3;
/** Of a rule with more findings the rule and the fix are said once, above them. */
const shownApart = 3;
/** So many findings of a rule and a severity are read; the others are folded. */
const findings_part_shownOpen = 10;
/** A table of fewer findings says nothing that the list does not. */
const leastForTable = 10;
/** How many findings each rule has, by severity: what a reader of hundreds begins with. */
function totalsPart(report, links) {
    const { findings } = report.verdict;
    const shown = severity/* severities */.gO.filter((severity) => report.counts[severity] > 0);
    const rows = [...(0,groups/* groupBy */.$z)(findings, ({ rule }) => rule)].map(([rule, all]) => () => {
        const cells = shown.map((severity) => all.filter((finding) => finding.severity === severity).length || '');
        const blocking = all.filter((finding) => finding.blocking).length || '';
        return `| ${[ruleName(rule, links), ...cells, blocking].join(' | ')} |`;
    });
    const heads = ['Rule', ...shown.map((severity) => `${markdown_finding/* severityMarks */.iq[severity]} ${severity}`), 'blocks'];
    return {
        head: `| ${heads.join(' | ')} |\n| :-- |${' --: |'.repeat(heads.length - 1)}`,
        entries: findings.length < leastForTable || rows.length < 2 ? [] : rows,
        foot: '',
        noun: 'rule',
        order: 1.5,
    };
}
/** Every finding in a line or two, under a heading for each severity; findings that say the same are one entry, many of a rule are below it. */
function findingParts(all, report, links) {
    const bySeverity = (0,groups/* groupBy */.$z)(all, ({ first }) => first.severity);
    return severity/* severities */.gO.flatMap((severity, index) => {
        const rules = [...(0,groups/* groupBy */.$z)(bySeverity.get(severity) ?? [], ({ first }) => first.rule).values()];
        const order = 2 + index / 10;
        const open = {
            head: `### ${markdown_finding/* severityMarks */.iq[severity]} ${report.counts[severity]} ${severity}\n`,
            entries: rules.flatMap((groups) => openEntries(groups, links)),
            foot: '',
            noun: 'finding',
            order,
        };
        return [open, foldedPart(severity, rules, links, order)];
    });
}
/** The findings beyond those that are read. */
function foldedPart(severity, rules, links, order) {
    const entries = rules.flatMap((groups) => groups.slice(findings_part_shownOpen).map((group) => () => findings_part_entry(group, false, links)));
    const more = (0,wording/* count */.U9)(entries.length, `more ${severity} finding`);
    return {
        head: `<details>\n<summary><b>And ${more}</b></summary>\n`,
        entries,
        foot: '\n</details>',
        noun: 'finding',
        // Of every severity the first ones, then the rest, then the other parts.
        order: order + 0.5,
    };
}
/** A few of a rule one by one; of many the rule and the fix once, then each in a line below. */
function openEntries(groups, links) {
    const [worst] = groups;
    if (worst === undefined || groups.length <= shownApart)
        return groups.map((group) => () => findings_part_entry(group, true, links));
    const { rule, blocking, remedy } = worst.first;
    const number = groups.reduce((sum, { all }) => sum + all.length, 0);
    const isOne = groups.every(({ first }) => first.remedy === remedy);
    const fix = blocking ? `<br>**Fix${isOne ? '' : ' of the first'}:** ${(0,markdown_text/* prose */.CS)(opening(remedy))}` : '';
    const head = `- **${ruleName(rule, links)}** × ${number}${blocks(groups)}${fix}`;
    return groups
        .slice(0, findings_part_shownOpen)
        .map((group, index) => () => `${index === 0 ? `${head}\n` : ''}  - ${line(group, links)}`);
}
/** Whether all of them block, or which number. */
function blocks(groups) {
    const number = groups.reduce((sum, { first, all }) => sum + (first.blocking ? all.length : 0), 0);
    if (number === 0)
        return '';
    return groups.every(({ first }) => first.blocking) ? ' · blocks' : ` · ${number} block`;
}
const ruleName = (rule, links) => (0,markdown_text/* link */.nf)((0,markdown_text/* code */.aY)(rule), links?.rule?.(rule));
function findings_part_entry(group, hasFix, links) {
    const { blocking, rule, message, remedy } = group.first;
    const number = group.all.length > 1 ? ` × ${group.all.length}` : '';
    const fix = hasFix && blocking ? `<br>**Fix:** ${(0,markdown_text/* prose */.CS)(opening(remedy))}` : '';
    const where = places(group, links);
    return `- **${ruleName(rule, links)}**${number}${blocking ? ' · blocks' : ''}${where && ` · ${where}`}${id(group)}<br>${(0,markdown_text/* prose */.CS)(message)}${fix}`;
}
/** A finding below its rule. */
function line(group, links) {
    const where = places(group, links);
    const number = group.all.length > 1 ? ` × ${group.all.length}` : '';
    return `${where}${number}${id(group)}${where || number ? '<br>' : ' '}${(0,markdown_text/* prose */.CS)(group.first.message)}`;
}
function places({ all }, links) {
    const named = all.slice(0, shownPlaces).flatMap((each) => (0,markdown_finding/* shortPlace */.Yd)(each, links) || []);
    const more = all.length > shownPlaces ? ` and ${all.length - shownPlaces} more` : '';
    return named.length > 0 ? `${named.join(', ')}${more}` : more.trimStart();
}
const id = ({ first, all }) => all.length > 1 ? '' : ` <sub>${(0,markdown_text/* code */.aY)(first.fingerprint.slice(0, wording/* shownFingerprint */.cO))}</sub>`;
/** What a sentence cannot end on. */
const dangling = /(?:,?(?: (?:or|and|by|in|of|to|with|the|an?))*) *$/;
/** As much of a remedy as the list has room for; the whole of it is in the details. */
function opening(remedy) {
    if (remedy.length <= 180)
        return remedy;
    const start = remedy.slice(0, 180);
    return /^.{40,}[.](?= )/.exec(start)?.[0] ?? `${start.replace(/[^ ]*$/, '').replace(dangling, '')} …`;
}
/** The rest of what there is to say of each. */
function detailsPart(groups, report, links) {
    const flags = (0,accept/* acceptFlags */.y0)(report);
    return {
        head: '<details>\n<summary><b>Details</b> of each finding, and how to fix or accept it</summary>\n',
        entries: groups.map(({ first }) => () => {
            const where = (0,markdown_finding/* markdownPlace */.FH)(first, links);
            return `#### ${markdown_finding/* severityMarks */.iq[first.severity]} ${(0,markdown_text/* code */.aY)(first.rule)}${where && ` at ${where}`}\n\n${(0,markdown_text/* prose */.CS)(first.message)}\n\n${(0,markdown_finding/* markdownBody */.eM)(first, links, flags)}\n`;
        }),
        foot: '</details>',
        noun: 'explanation',
        order: 10,
    };
}

// EXTERNAL MODULE: ./build/report/posture/words.js
var words = __webpack_require__(2889);
;// CONCATENATED MODULE: ./build/report/markdown/posture-part.js


const marks = {
    holds: '✅ holds',
    'does-not-hold': '❌ does not hold',
    'could-not-check': '⚠️ could not check',
};
/** How the repository is set up on its forge, as a table. */
function posturePart({ posture }) {
    const checks = posture?.checks ?? [];
    return {
        head: `<details>\n<summary><b>Posture:</b> ${(0,words/* postureLine */.VE)({ checks })}</summary>\n\n| | Check | What is so |\n| :-- | :-- | :-- |`,
        entries: checks.map((row) => () => `| ${marks[row.state].replaceAll(' ', '&nbsp;')} | ${(0,markdown_text/* prose */.CS)((0,words/* postureQuestion */.nW)(row), 300, markdown_text/* cellCode */.GA)} | ${(0,markdown_text/* prose */.CS)((0,words/* postureAnswer */.vZ)(row), 600, markdown_text/* cellCode */.GA)} |`),
        foot: '\n</details>',
        noun: 'posture check',
        order: 7,
    };
}

;// CONCATENATED MODULE: ./build/report/markdown/to-do.js


const narrow = ['narrow 1 grant of permissions', 'narrow # grants of permissions'];
const signed = ['have 1 commit signed by a trusted key', 'have # commits signed by a trusted key'];
/** What takes blocking findings out of the way, by their rule; the same for several rules is said once. */
const steps = {
    'unsigned-commit': signed,
    'invalid-signature': signed,
    'rejected-key': signed,
    'untrusted-signer': signed,
    'rbac-widened': narrow,
    'rbac-unknown-role': [
        'add the role that 1 binding names, or take it out',
        'add the roles that # bindings name, or take these out',
    ],
    'rbac-broad-subject': ['name who needs it in 1 binding', 'name who needs it in # bindings'],
    'workload-identity-widened': ['give 1 workload a weaker account', 'give # workloads weaker accounts'],
    'plaintext-secret': [
        'take 1 secret out of the change and rotate it (whoever has the commit knows it)',
        'take # secrets out of the change and rotate them (whoever has the commit knows them)',
    ],
    'placeholder-secret': ['replace 1 placeholder of a secret', 'replace # placeholders of secrets'],
    'secret-protection-lost': [
        'put back what protected 1 secret and rotate it (whoever has the commit knows it)',
        'put back what protected # secrets and rotate them (whoever has the commit knows them)',
    ],
    'sops-broken': ['put back 1 protection by SOPS', 'put back # protections by SOPS'],
    'secret-in-history': [
        'take 1 commit with a secret out of the branch and rotate it',
        'take # commits with secrets out of the branch and rotate these',
    ],
    'secret-store-widened': ['narrow who reads 1 store of secrets', 'narrow who reads # stores of secrets'],
    'secret-stale': ['renew 1 secret', 'renew # secrets'],
    'pod-privileges-widened': ['take back 1 privilege of a pod', 'take back # privileges of pods'],
    'pod-security-lowered': ['put back 1 level of Pod Security', 'put back # levels of Pod Security'],
    'image-unpinned': ['pin 1 image again', 'pin # images again'],
    'network-widened': ['take back 1 opening of the network', 'take back # openings of the network'],
    'namespace-unfenced': ['give 1 namespace policy, quota and label', 'give # namespaces policies, quotas and labels'],
    'deploy-authority-widened': ['take back 1 permission to deploy', 'take back # permissions to deploy'],
    'admission-weakened': ['undo 1 change to admission', 'undo # changes to admission'],
    'audit-lowered': ['undo 1 change to what is audited', 'undo # changes to what is audited'],
    'monitoring-removed': ['put back 1 alert or stream of logs', 'put back # alerts or streams of logs'],
    'gate-changed': [
        'have 1 change to the gate itself signed by an admin',
        'have # changes to the gate itself signed by an admin',
    ],
    'hidden-from-diff': ['take out what hides 1 place from reviewers', 'take out what hides # places from reviewers'],
    'review-weakened': ['put back 1 demand of review', 'put back # demands of review'],
    'review-not-required': ['require reviews in 1 setting', 'require reviews in # settings'],
    'unprotected-branch': ['protect 1 branch', 'protect # branches'],
    'public-repository': ['answer for 1 public repository', 'answer for # public repositories'],
    'workflow-permissions': ['narrow the permissions of 1 workflow', 'narrow the permissions of # workflows'],
    'unusual-change': ['have 1 unusual change looked at', 'have # unusual changes looked at'],
    'delivery-changed': [
        'look at 1 thing that is delivered from elsewhere or not judged, and accept it',
        'look at # things that are delivered from elsewhere or not judged, and accept them',
    ],
    'unreadable-manifest': ['make 1 file readable', 'make # files readable'],
};
/** What a reviewer must see done before the change passes, in one sentence; empty where nothing must be. `accepting`: the page on that. */
function toDo(report, accepting) {
    const { verdict, total, toResolve, command } = report;
    if (command === 'audit' || command === 'posture')
        return '';
    const counts = new Map();
    for (const { rule, number } of toResolve) {
        const step = (Object.hasOwn(steps, rule) ? steps[rule] : undefined) ?? [`resolve 1 ${rule}`, `resolve # ${rule}`];
        counts.set(step, (counts.get(step) ?? 0) + number);
    }
    const parts = [...counts].map(([[one, several], number]) => (number === 1 ? one : several.replace('#', `${number}`)));
    if (verdict.unjudged.length > 0)
        parts.push(`fix what could not be judged (${verdict.unjudged.length}) and run again`);
    if (parts.length === 0)
        return total.findings > 0 ? 'Nothing has to be done; what was found is worth a look.' : '';
    const byId = (0,markdown_text/* code */.aY)(`gitops-gate ignore ID${(0,accept/* acceptFlags */.y0)(report)} --reason "…" --until …`);
    const other = counts.size > 0 ? ` What is meant can be ${(0,markdown_text/* link */.nf)('accepted', accepting)} by its id: ${byId}.` : '';
    const when = verdict.failOn === 'never' ? 'To pass once it blocks' : 'To pass';
    return `**${when}:** ${parts.join('; ')}.${other}`;
}

;// CONCATENATED MODULE: ./build/report/markdown/markdown.js











/** Kept free for what is always there: the verdict and the line on what was cut. */
const reserved = 2_000;
const markdown_marks = { passed: '✅', blocked: '❌', 'could-not-judge': '⚠️' };
/** The report as Markdown for a job summary or a comment, on GitHub and GitLab alike, of at most `limits.bytes` bytes. */
function renderMarkdown(report, limits) {
    return fillMarkdown(report, limits).text;
}
/** `renderMarkdown`, and what it had no room for: `3 table rows`. */
function fillMarkdown(report, limits) {
    const { links, bytes } = limits;
    const verdict = [
        markdownHeading(report.verdict, limits.title),
        `**${(0,markdown_text/* prose */.CS)((0,wording/* sentence */.em)((0,wording/* reasoning */.Zd)(report)))}**`,
        toDo(report, links?.accepting),
        onDiff(report, limits),
        fixText(report),
    ]
        .filter((part) => part !== '')
        .join('\n\n');
    const groups = (0,group_findings/* groupFindings */.k)(report.verdict.findings, report.commits);
    const closing = `<sub>gitops-gate ${(0,markdown_text/* prose */.CS)(report.toolVersion)} ${(0,wording/* comparing */.PI)(report.range) === 'audit' ? 'audited' : 'compared'} ${(0,markdown_text/* prose */.CS)((0,wording/* comparison */.my)(report.range))}.</sub>`;
    const parts = [
        unjudged(report),
        totalsPart(report, links),
        ...findingParts(groups, report, links),
        gainedPart(report),
        graphPart(report, limits.graphCharacters),
        lostPart(report),
        detailsPart(groups, report, links),
        commits(report, links),
        suppressed(report, links),
        posturePart(report),
        agesPart(report),
        coverage(report),
    ];
    const filled = parts.filter(({ entries }) => entries.length > 0);
    const { text, cut } = fillPage(filled, bytes - reserved);
    const left = [...cut].map(([noun, number]) => (0,wording/* count */.U9)(number, noun));
    const full = limits.fullReport ?? '`report.json` and `report.html` (`--out DIR`, input `report-dir`)';
    const notice = left.length > 0 ? `> **Cut to fit:** ${left.join(', ')} left out here. The full report is in ${full}.` : '';
    const notListed = report.notListed === undefined ? '' : `> ${(0,markdown_text/* prose */.CS)(report.notListed)}`;
    return { text: `${[verdict, notListed, notice, text, closing].filter((part) => part !== '').join('\n\n')}\n`, left };
}
/** The first line of a page on a verdict; `title` tells this gate from others. */
function markdownHeading(verdict, title) {
    const mark = verdict.wouldBlock && verdict.outcome === 'passed' ? '👀' : markdown_marks[verdict.outcome];
    return headingOf(mark, (0,wording/* verdictWords */.L2)(verdict), title);
}
/** A first line that says something else. */
function headingOf(mark, words, title) {
    return `## ${mark} gitops-gate${title === undefined ? '' : ` (${(0,markdown_text/* prose */.CS)(title, 100)})`}: ${words}`;
}
/** What a patch does about the findings. */
function fixText(report) {
    const line = (0,wording/* fixLine */.S$)(report, (0,accept/* acceptFlags */.y0)(report));
    return line === undefined ? '' : `${(0,markdown_text/* prose */.CS)(line)}.`;
}
/** Where else a reader finds the findings. */
function onDiff({ total }, { commented }) {
    const all = total.findings;
    if (commented === undefined || commented === 0 || all === 0)
        return '';
    if (commented === all)
        return all === 1 ? 'It is a comment on the diff too.' : 'All are comments on the diff too.';
    return `${commented} of the findings ${commented === 1 ? 'is a comment' : 'are comments'} on the diff too.`;
}
function unjudged({ verdict }) {
    return {
        head: '### Could not be judged\n',
        entries: verdict.unjudged.map((each) => () => unjudgedEntry(each)),
        foot: '',
        noun: 'unjudged item',
        order: 1,
    };
}
/** What could not be judged and how to fix that, as an item of a list. */
function unjudgedEntry({ what, remedy }) {
    return `- ${(0,markdown_text/* prose */.CS)(what)}<br>**Fix:** ${(0,markdown_text/* prose */.CS)(remedy)}`;
}
function commits(report, links) {
    const refusedFirst = report.commits.toSorted((a, b) => Number(a.signature.accepted) - Number(b.signature.accepted));
    return {
        head: `<details>\n<summary><b>Signatures:</b> ${(0,wording/* signatureLine */.Zp)(report)}</summary>\n\n| Commit | Signature | Signer | Subject |\n| :-- | :-- | :-- | :-- |`,
        entries: refusedFirst.map((commit) => () => commitRow(commit, links)),
        foot: '\n</details>',
        noun: 'commit',
        order: 4,
    };
}
function commitRow({ sha, signature, committer, subject }, links) {
    const { state, accepted, signer, format, keyFingerprint, reason } = signature;
    const mark = accepted ? '✅' : state === 'could-not-check' ? '⚠️' : '❌';
    const key = [format, keyFingerprint && (0,markdown_text/* cellCode */.GA)(keyFingerprint, 20)].filter(Boolean).join(' ');
    const nobody = { unsigned: 'nobody', 'forge-signed': 'the forge' }[state] ?? 'an unknown key';
    const who = signer
        ? (0,markdown_text/* prose */.CS)(signer.name, 60, markdown_text/* cellCode */.GA)
        : `<i>${nobody}</i><br><sub>committer ${(0,markdown_text/* prose */.CS)(committer.name, 60, markdown_text/* cellCode */.GA)}</sub>`;
    const why = !accepted && reason !== undefined ? `<br><sub>${(0,markdown_text/* prose */.CS)(reason, 300, markdown_text/* cellCode */.GA)}</sub>` : '';
    return `| ${(0,markdown_text/* link */.nf)((0,markdown_text/* code */.aY)((0,wording/* shortId */.m_)(sha)), links?.commit(sha))} | ${mark}&nbsp;${state}${why} | ${who}${key && `<br><sub>${key}</sub>`} | ${(0,markdown_text/* prose */.CS)(subject, 80, markdown_text/* cellCode */.GA)} |`;
}
function suppressed({ verdict }, links) {
    return {
        head: `<details>\n<summary><b>Ignored by the base branch:</b> ${(0,wording/* count */.U9)(verdict.suppressed.length, 'finding')}</summary>\n\n| Finding | Where | Reason | Until | Id |\n| :-- | :-- | :-- | :-- | :-- |`,
        entries: verdict.suppressed.map((entry) => () => [
            `| ${markdown_finding/* severityMarks */.iq[entry.severity]} ${(0,markdown_text/* cellCode */.GA)(entry.rule)}<br>${(0,markdown_text/* prose */.CS)(entry.message, 600, markdown_text/* cellCode */.GA)}`,
            (0,markdown_finding/* markdownPlace */.FH)(entry, links, markdown_text/* cellCode */.GA),
            (0,markdown_text/* prose */.CS)(entry.reason, 600, markdown_text/* cellCode */.GA),
            (0,markdown_text/* prose */.CS)(entry.until, 600, markdown_text/* cellCode */.GA),
            `${(0,markdown_text/* cellCode */.GA)(entry.fingerprint.slice(0, wording/* shownFingerprint */.cO))} |`,
        ].join(' | ')),
        foot: '\n</details>',
        noun: 'ignored finding',
        order: 8,
    };
}
function coverage({ coverage, range, verdict }) {
    const { filesChanged, skipped, readWithoutStructure } = coverage;
    const exceptions = skipped.length + readWithoutStructure.length + range.notes.length + verdict.notes.length;
    return {
        head: `<details>\n<summary><b>Read:</b> ${(0,wording/* coverageLine */.vn)({ coverage, range })}</summary>\n`,
        entries: [
            ...[...new Set([...range.notes, ...verdict.notes])].map((note) => () => `- ${(0,markdown_text/* prose */.CS)(note)}`),
            ...skipped.map(({ file, why }) => () => `- skipped ${(0,markdown_text/* code */.aY)(file, 200)}: ${(0,markdown_text/* prose */.CS)(why)}`),
            ...readWithoutStructure.map(({ file, why }) => () => `- without structure ${(0,markdown_text/* code */.aY)(file, 200)}: ${(0,markdown_text/* prose */.CS)(why)}`),
            ...(exceptions === 0 && filesChanged > 0
                ? [() => `- Every ${range.kind === 'audit' ? '' : 'changed '}file was read.`]
                : []),
        ],
        foot: '\n</details>',
        noun: 'coverage note',
        order: 9,
    };
}


/***/ })

};
