export const id = 9322;
export const ids = [9322];
export const modules = {

/***/ 66803:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B4: () => (/* binding */ acceptAllCommand),
/* harmony export */   O3: () => (/* binding */ acceptCommand),
/* harmony export */   y0: () => (/* binding */ acceptFlags)
/* harmony export */ });
/* harmony import */ var _policy_trusted_folder_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(66965);
/* harmony import */ var _compliance_topics_of_rules_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81347);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(62867);



/** How the finding of a report is found again by `ignore`: its flags, with a blank before each. None for a branch that is checked out. */
function acceptFlags({ range, command, run }) {
    return `${rangeFlags(range, command)}${policyFlag(run.policy.folder)}`;
}
/** Which findings there are follows from the policy. */
function policyFlag(folder) {
    if (folder === undefined || folder === (0,_policy_trusted_folder_js__WEBPACK_IMPORTED_MODULE_0__/* .policyFolder */ .hx)(undefined))
        return '';
    // Who starts the run names the folder: it is one word to any shell.
    return ` --policy-path ${/^\w[\w./-]*$/.test(folder) ? folder : `'${folder.replaceAll("'", "'\\''")}'`}`;
}
const usualBranches = ['main', 'master'];
function rangeFlags({ kind, target, branch, before, head }, command) {
    if (command === 'audit')
        return ' --audit';
    if (command === 'posture')
        return ' --report report.json';
    if (kind === 'staged')
        return ' --staged';
    // Without a base the default branch is meant: whether another one is of that name is not known.
    if (kind === 'request' && target !== undefined && (branch === undefined || !usualBranches.includes(branch)))
        return ` --base ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shortId */ .m_)(target)}`;
    // What was pushed is part of the branch by now.
    return kind === 'push' && before !== undefined && head !== undefined
        ? ` --base ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shortId */ .m_)(before)} --head ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shortId */ .m_)(head)}`
        : '';
}
/** The command that prints the policy entry by which a finding is accepted, to be copied: reason and day are the reader's. */
function acceptCommand({ fingerprint, rule }, flags) {
    return `gitops-gate ignore ${fingerprint.slice(0, _wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shownFingerprint */ .cO)}${flagsOf(rule, flags)} --reason "…" --until …`;
}
/** The same for all findings of a rule. */
function acceptAllCommand({ rule }, flags) {
    return `gitops-gate ignore --all --rule ${rule}${flagsOf(rule, flags)} --reason "…" --until …`;
}
/** Ages of secrets are looked for when they are asked for; what only a look at the forge finds is found again in its report (`--format json`). */
function flagsOf(rule, flags) {
    if (rule === 'secret-stale')
        return flags.replace(' --audit', ' --audit --ages');
    return _compliance_topics_of_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .rulesOfSettings */ .Cu.has(rule) ? ' --report report.json' : flags;
}


/***/ }),

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

/***/ 85299:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lv: () => (/* binding */ ageRows),
/* harmony export */   hm: () => (/* binding */ ageWords),
/* harmony export */   lT: () => (/* binding */ ageCount),
/* harmony export */   p_: () => (/* binding */ ageNotes)
/* harmony export */ });
/* harmony import */ var _secrets_ages_stale_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65906);

const kinds = {
    sops: { kind: 'sops', what: 'SOPS' },
    sealed: { kind: 'sealed-secret', what: 'SealedSecret' },
    external: { kind: 'external-secret', what: 'ExternalSecret' },
    'vault-static': { kind: 'vault-static-secret', what: 'Vault, static' },
    'vault-dynamic': { kind: 'vault-dynamic-secret', what: 'Vault, dynamic' },
    certificate: { kind: 'certificate', what: 'certificate' },
};
const day = 86_400_000;
const mostRows = 5000;
/** Says how many secrets the table has no room for. */
function ageNotes({ length }) {
    return length <= mostRows ? [] : [`The ages of ${length - mostRows} more secrets are not listed.`];
}
/** The rows of a table: what expires first, then what is oldest, then what is read again most seldom. `now` in milliseconds since the epoch. */
function ageRows(ages, policy, now) {
    const rows = ages.map((age) => {
        const { is, object, position, changed, refresh, expires } = age;
        const name = object && `${object.kind} ${[object.namespace, object.name].filter(Boolean).join('/')}`.trimEnd();
        return {
            ...kinds[is],
            name: name ?? position.file,
            file: position.file,
            line: position.line,
            ...(changed === undefined ? {} : { days: Math.max(0, Math.floor((now - changed) / day)) }),
            ...(refresh === undefined ? {} : { refreshHours: Math.round(refresh / 36) / 100 }),
            ...(expires === undefined ? {} : { daysLeft: Math.floor((expires - now) / day) }),
            ...limitOf(age, policy, now),
            ...unknownOf(age),
        };
    });
    // Never is less often than anything.
    const seldom = ({ refreshHours }) => (refreshHours === 0 ? Number.MAX_VALUE : (refreshHours ?? -1));
    const left = ({ daysLeft }) => daysLeft ?? Number.MAX_VALUE;
    return rows
        .sort((a, b) => left(a) - left(b) || (b.days ?? -1) - (a.days ?? -1) || seldom(b) - seldom(a))
        .slice(0, mostRows);
}
function limitOf(age, { secretDays, refreshHours, certificateDays }, now) {
    const is = (0,_secrets_ages_stale_js__WEBPACK_IMPORTED_MODULE_0__/* .staleBy */ .Z)(age, { secretDays, refreshHours, certificateDays }, now);
    return is === undefined ? {} : { limit: { old: secretDays, refresh: refreshHours, expires: certificateDays }[is] };
}
function unknownOf({ is, changed, refresh, expires }) {
    if (is === 'vault-dynamic' || [changed, refresh, expires].some((each) => each !== undefined))
        return {};
    if (is === 'sops' || is === 'sealed')
        return { unknown: 'no commit of this clone changes it: fetch them all (fetch-depth: 0, GIT_DEPTH: 0)' };
    return { unknown: is === 'vault-static' ? 'it states no refreshAfter' : 'it states no interval that can be read' };
}
/** `changed 400 days ago, more than 365`, `read every 1 h`, `3 days left, fewer than 30`; why it is not known. */
function ageWords({ kind, days, refreshHours, daysLeft, limit, unknown }) {
    if (daysLeft !== undefined)
        return daysLeft < 0 ? `expired ${daysText(-daysLeft)} ago` : `${daysText(daysLeft)} left${over('fewer', limit)}`;
    if (days !== undefined)
        return `changed ${daysText(days)} ago${over('more', limit)}`;
    if (refreshHours !== undefined)
        return refreshHours === 0 ? 'never read again' : `read every ${refreshHours} h${over('more', limit)}`;
    return kind === 'vault-dynamic-secret' ? 'made anew for each lease' : `not known: ${unknown ?? 'nothing says it'}`;
}
const over = (how, limit) => (limit === undefined ? '' : `, ${how} than ${limit}`);
const daysText = (days) => `${days} day${days === 1 ? '' : 's'}`;
/** How many rows are stale by the policy: `3 of 40 secrets, 2 stale by the policy`. */
const ageCount = (rows) => {
    const stale = rows.filter(({ limit }) => limit !== undefined).length;
    const all = `${rows.length} secret${rows.length === 1 ? '' : 's'}`;
    return stale === 0 ? all : `${all}, ${stale} stale by the policy`;
};


/***/ }),

/***/ 45339:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ groupFindings)
/* harmony export */ });
/* harmony import */ var _groups_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41782);

/**
 * Gathers findings that differ only in the commit they are about, so that two hundred unsigned commits are one entry, and findings
 * that say the same of several places. The order of the first of each is kept.
 */
function groupFindings(findings, commits) {
    const subjects = new Map(commits.map(({ sha, subject }) => [sha, subject]));
    const groups = (0,_groups_js__WEBPACK_IMPORTED_MODULE_0__/* .groupBy */ .$z)(findings, (finding) => sameness(finding, subjects));
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

/***/ 10662:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ htmlText),
/* harmony export */   n: () => (/* binding */ htmlProse)
/* harmony export */ });
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6257);

const entities = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
};
/** Text for element content and quoted attributes, of HTML and of XML 1.0 alike. */
function htmlText(text) {
    return (0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(text).replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
/** A sentence as element content: what is between backticks is code. */
function htmlProse(text) {
    return htmlText(text).replace(/`([^`]+)`/g, '<code>$1</code>');
}


/***/ }),

/***/ 89322:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  renderHtml: () => (/* binding */ renderHtml)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/report/wording.js
var wording = __webpack_require__(62867);
// EXTERNAL MODULE: ./build/groups.js
var groups = __webpack_require__(41782);
// EXTERNAL MODULE: ./build/report/access-graph.js
var access_graph = __webpack_require__(99672);
// EXTERNAL MODULE: ./build/report/visible.js
var visible = __webpack_require__(6257);
;// CONCATENATED MODULE: ./build/report/html/graph-layout.js
const sweeps = 6;
/**
 * Layers from left to right (Sugiyama's method): a node is right of all that lead to it, what is allowed in the last column; in a column
 * nodes are in the order of the middle of their neighbours, so that few lines cross.
 */
function layout({ nodes, edges }) {
    const columnOf = columns({ nodes, edges });
    const count = Math.max(...columnOf, 0) + 1;
    const layers = Array.from({ length: count }, () => []);
    columnOf.forEach((column, number) => {
        layers[column]?.push(number);
    });
    const neighbours = nodes.map((_, number) => ({
        before: edges.flatMap(({ from, to }) => (to === number ? from : [])),
        after: edges.flatMap(({ from, to }) => (from === number ? to : [])),
    }));
    const position = new Array(nodes.length).fill(0);
    const settle = (layer) => layer.forEach((number, index) => {
        position[number] = index - (layer.length - 1) / 2;
    });
    layers.forEach(settle);
    for (let sweep = 0; sweep < sweeps; sweep++) {
        const side = sweep % 2 === 0 ? 'before' : 'after';
        for (const layer of side === 'before' ? layers : layers.toReversed()) {
            const middle = new Map(layer.map((number) => [number, mean(neighbours[number]?.[side] ?? [], position, number)]));
            layer.sort((a, b) => (middle.get(a) ?? 0) - (middle.get(b) ?? 0));
            settle(layer);
        }
    }
    const rows = Math.max(...layers.map((layer) => layer.length));
    const spots = nodes.map((_, number) => ({
        column: columnOf[number] ?? 0,
        row: (position[number] ?? 0) + (rows - 1) / 2,
    }));
    return { spots, columns: count, rows };
}
function mean(numbers, position, own) {
    if (numbers.length === 0)
        return position[own] ?? 0;
    return numbers.reduce((sum, number) => sum + (position[number] ?? 0), 0) / numbers.length;
}
/** The longest way to each node; as many rounds as there are nodes end it also where ways lead in a circle. */
function columns({ nodes, edges }) {
    const column = nodes.map(() => 0);
    const most = Math.min(nodes.length, 8);
    for (let round = 0; round < most; round++) {
        for (const { from, to } of edges)
            column[to] = Math.min(most, Math.max(column[to] ?? 0, (column[from] ?? 0) + 1));
    }
    const last = Math.max(...column, 1);
    return nodes.map(({ kind }, number) => (kind === 'permission' ? last : (column[number] ?? 0)));
}

// EXTERNAL MODULE: ./build/report/html/html-text.js
var html_text = __webpack_require__(10662);
;// CONCATENATED MODULE: ./build/report/html/access-svg.js



const [nodeWidth, nodeHeight, columnGap, rowGap, margin, headHeight] = [212, 76, 56, 14, 4, 30];
/** Characters of a line, as wide as they are in most typefaces at this size. */
const lineLength = 23;
const [mostLines, lineHeight] = [3, 18];
/** The graph as one drawing: a column for each step from who gains to what is gained. */
function accessSvg(graph, title, marksNew) {
    const { spots, columns, rows } = layout(graph);
    const width = columns * nodeWidth + (columns - 1) * columnGap + 2 * margin;
    const height = headHeight + rows * (nodeHeight + rowGap) + margin;
    const at = (number) => placeOf(spots[number] ?? { column: 0, row: 0 });
    const edges = graph.edges
        .toSorted((a, b) => Number(a.isNew) - Number(b.isNew))
        .map((edge) => edgePath(edge, at(edge.from), at(edge.to), marksNew));
    const scopes = new Set(graph.nodes.map(({ scope }) => scope)).size;
    const nodes = graph.nodes.map((node, number) => nodeBox(node, at(number), scopes > 1));
    return `<svg class="graph" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="graph-title">
<title id="graph-title">${(0,html_text/* htmlText */.j)(title)}: a drawing; the list below it says the same.</title>
${heads(columns)}
${edges.join('\n')}
${nodes.join('\n')}
</svg>`;
}
function placeOf({ column, row }) {
    return {
        x: margin + column * (nodeWidth + columnGap),
        y: Math.round(headHeight + row * (nodeHeight + rowGap)),
    };
}
function heads(columns) {
    const names = new Map([
        [0, 'who'],
        [1, 'through'],
        [columns - 1, 'what'],
    ]);
    return [...names]
        .map(([column, name]) => `<text class="head" x="${placeOf({ column, row: 0 }).x + 2}" y="16">${name}</text>`)
        .join('');
}
function edgePath({ isNew }, from, to, marksNew) {
    const [x1, y1, x2, y2] = [from.x + nodeWidth, from.y + nodeHeight / 2, to.x, to.y + nodeHeight / 2];
    const bend = Math.max(30, (x2 - x1) / 2);
    const isMarked = isNew && marksNew;
    return `<path class="edge${isMarked ? ' new' : ''}" d="M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}"/>`;
}
function nodeBox({ kind, scope, label, severity }, { x, y }, namesScope) {
    const tone = kind === 'permission' ? ` ${severity ?? 'low'}` : '';
    const lines = linesOf(kind, label);
    const first = y + nodeHeight / 2 - ((lines.length - 1) * lineHeight) / 2 + 4.5;
    const texts = lines.map(({ text, isSoft }, index) => `<text x="${x + 12}" y="${first + index * lineHeight}"${isSoft ? ' class="kind"' : ''}>${(0,html_text/* htmlText */.j)(text)}</text>`);
    const whole = namesScope ? `${label} (scope ${scope})` : label;
    return `<g class="node ${kind}${tone}"><title>${(0,html_text/* htmlText */.j)(whole)}</title><rect x="${x}" y="${y}" width="${nodeWidth}" height="${nodeHeight}" rx="${kind === 'step' ? 6 : 14}"/>${texts.join('')}</g>`;
}
/** An object's kind on a line of its own; the rest broken into lines that fit the box. */
function linesOf(kind, label) {
    const [, objectKind = '', name = label] = /^([A-Z]\w+) (\S.*)$/s.exec(label) ?? [];
    const hasKind = kind !== 'permission' && objectKind !== '' && objectKind.length <= lineLength;
    const head = hasKind ? [{ text: objectKind, isSoft: true }] : [];
    const text = hasKind ? name : label;
    return [...head, ...broken(text, mostLines - head.length).map((line) => ({ text: line, isSoft: false }))];
}
/** At most so many lines, broken at spaces where there are some, and after characters where names are made up of parts. */
function broken(text, most) {
    const lines = [];
    let rest = [...(0,visible/* clip */.$Q)((0,visible/* visible */.RK)(text), 400)];
    while (rest.length > 0 && lines.length < most) {
        const end = lineEnd(rest, lines.length === most - 1);
        lines.push(rest.slice(0, end).join('').trim());
        rest = rest.slice(end);
    }
    if (rest.length > 0)
        lines.push(`${lines.pop() ?? ''}…`);
    return lines.filter((line) => line !== '');
}
/** Where the next line ends; of the last line room is left for an ellipsis. */
function lineEnd(characters, isLast) {
    let [width, at, breakAt] = [0, 0, 0];
    for (; at < characters.length; at++) {
        const character = characters[at] ?? '';
        width += isWide(character) ? 2 : 1;
        if (width > lineLength)
            break;
        if (/[\s/:.,_-]/.test(character))
            breakAt = at + 1;
    }
    if (at >= characters.length)
        return at;
    if (isLast)
        return at - 1;
    return breakAt > lineLength / 3 ? breakAt : at;
}
function isWide(character) {
    return /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Extended_Pictographic}\uff01-\uff60WM@]/u.test(character);
}

;// CONCATENATED MODULE: ./build/report/html/elements.js

/** The section with its heading, which the table of contents leads to. */
function sectionHtml({ id, title, html }) {
    return `<section id="${id}" aria-labelledby="${id}-title">\n<h2 id="${id}-title">${title}</h2>\n${html}\n</section>`;
}
/** Soft text between heading and content. */
function note(text) {
    return `<p class="soft">${(0,html_text/* htmlText */.j)(text)}</p>`;
}
/** What can be wider than the screen: it scrolls by itself, also by keyboard. */
function scrolling(label, html) {
    return `<div class="scroll" role="region" aria-label="${(0,html_text/* htmlText */.j)(label)}" tabindex="0">${html}</div>`;
}
/** A table whose cells are HTML; the first cell of a row is its heading. */
function table(label, heads, rows) {
    const head = heads.map((each) => `<th scope="col">${each}</th>`).join('');
    const body = rows.map(([first = '', ...rest]) => `<tr><th scope="row">${first}</th>${rest.map((cell) => `<td>${cell}</td>`).join('')}</tr>`);
    return scrolling(`${label}: table`, `<table><caption class="unseen">${(0,html_text/* htmlText */.j)(label)}</caption><thead><tr>${head}</tr></thead>\n<tbody>\n${body.join('\n')}\n</tbody></table>`);
}
/** The first entries, and a sentence on the others: `12 more commits are in report.json.` */
function capped(entries, most, noun) {
    const more = entries.length - most;
    if (more <= 0)
        return [entries, ''];
    return [entries.slice(0, most), note(`${more} more ${noun} are not on this page: report.json lists them.`)];
}
/** Lines folded away under a summary. */
function folded(summary, items) {
    if (items.length === 0)
        return '';
    return `<details class="fold"><summary>${(0,html_text/* htmlText */.j)(summary)}</summary><ul>${items.map((item) => `<li>${item}</li>`).join('\n')}</ul></details>`;
}
const code = (text) => `<code>${(0,html_text/* htmlText */.j)(text)}</code>`;
const badge = (severity) => `<span class="badge ${severity}">${severity}</span>`;

;// CONCATENATED MODULE: ./build/report/html/access-section.js






/** More subjects are looked up, not read. */
const mostSubjects = 200;
const mostWays = 200;
const usualVerbs = ['get', 'list', 'watch', 'create', 'update', 'patch', 'delete', 'deletecollection'];
/** Columns for verbs that are not everywhere, e.g. `impersonate`. */
const mostOtherVerbs = 4;
/** Who can do more or less than before (of an audit: who can do what) as a matrix, and the ways there as a graph. */
function accessSection({ access, command }) {
    if (access === undefined || access.gained.length + access.lost.length === 0)
        return undefined;
    const isAudit = command === 'audit';
    const blocks = blocksOf(access.gained, access.lost);
    const cut = blocks.length - mostSubjects;
    const title = isAudit ? 'Who can do what' : titleOf(access.gained.length, access.lost.length);
    return {
        id: 'access',
        title,
        aside: `${blocks.length}`,
        html: [
            note(summary(access.gained.length, access.lost.length, isAudit)),
            matrix(title, blocks.slice(0, mostSubjects), isAudit),
            cut > 0 ? note(`${cut} more subjects, with what is less severe, are not on this page.`) : '',
            ways(access.paths, isAudit),
        ]
            .filter((part) => part !== '')
            .join('\n'),
    };
}
function titleOf(gained, lost) {
    if (lost === 0)
        return 'Who can do more';
    return gained === 0 ? 'Who can do less' : 'Who can do more, and less';
}
function summary(gained, lost, isAudit) {
    if (isAudit)
        return `${(0,wording/* count */.U9)(gained, 'subject')} through the roles and bindings of this repository, the strongest first. What the cluster grants besides is not known here.`;
    const some = [
        ...(gained > 0 ? [`${(0,wording/* count */.U9)(gained, 'subject')} can do more than before`] : []),
        ...(lost > 0 ? [`${(0,wording/* count */.U9)(lost, 'subject')} can do less`] : []),
    ];
    return `${some.join(', ')}.`;
}
/** One block for each subject, in the order given: what it gains, then what it loses. */
function blocksOf(gained, lost) {
    const rows = (list, change) => list.map(({ permissions, ...rest }) => ({ ...rest, rows: permissions.map((entry) => ({ ...entry, change })) }));
    const all = [...rows(gained, 'gains'), ...rows(lost, 'loses')];
    return [...(0,groups/* groupBy */.$z)(all, ({ scope, subject }) => JSON.stringify([scope, subject])).values()].flatMap((parts) => {
        const [first] = parts;
        if (first === undefined)
            return [];
        return { ...first, rows: parts.flatMap((part) => part.rows), more: parts.reduce((sum, { more }) => sum + more, 0) };
    });
}
function columnsOf(blocks) {
    const used = new Set(blocks.flatMap(({ rows }) => rows.flatMap(({ verbs }) => verbs)));
    used.delete('*');
    const others = [...used].filter((verb) => !usualVerbs.includes(verb));
    const shown = others.length > mostOtherVerbs ? [] : others;
    return {
        verbs: [...usualVerbs.filter((verb) => used.has(verb)), ...shown],
        hasOthers: others.length > shown.length,
    };
}
/** Subjects one after the other; a row for what a permission is on, a column for each verb. */
function matrix(label, blocks, isAudit) {
    const { verbs, hasOthers } = columnsOf(blocks);
    const heads = [...verbs.map(html_text/* htmlText */.j), ...(hasOthers ? ['other'] : [])];
    const width = Math.max(1, heads.length);
    const isAmbiguous = new Set(blocks.map(({ scope }) => scope)).size > 1;
    const bodies = blocks.map(({ scope, subject, rows, more }) => {
        const where = isAmbiguous ? ` <span class="soft">in ${(0,html_text/* htmlText */.j)(scope)}</span>` : '';
        const lines = rows.map((row) => matrixRow(row, verbs, hasOthers, width, isAudit));
        const none = rows.length === 0 ? [wide('What it loses was not worked out.', width + 2)] : [];
        const rest = more > 0 ? [wide(`and ${(0,wording/* count */.U9)(more, 'more permission')}`, width + 2)] : [];
        return `<tbody><tr><th class="subject" scope="rowgroup" colspan="${width + 2}">${(0,html_text/* htmlText */.j)(subject)}${where}</th></tr>\n${[...lines, ...none, ...rest].join('\n')}</tbody>`;
    });
    const head = `<thead><tr><th scope="col">On</th>${(heads.length > 0 ? heads : ['verbs']).map((each) => `<th scope="col" class="verb">${each}</th>`).join('')}<th scope="col">Severity</th></tr></thead>`;
    return scrolling(`${label}: table`, `<table class="matrix"><caption class="unseen">${label}</caption>${head}\n${bodies.join('\n')}</table>`);
}
const wide = (text, width) => `<tr><td class="soft" colspan="${width}">${(0,html_text/* htmlText */.j)(text)}</td></tr>`;
function matrixRow(row, verbs, hasOthers, width, isAudit) {
    const { target, where, severity, change } = row;
    const say = isAudit ? 'can' : change;
    const sign = change === 'loses' ? '−' : isAudit ? '●' : '+';
    const tone = change === 'loses' ? 'lost' : (severity ?? 'low');
    const cell = `<td class="${tone} on"><span aria-hidden="true">${sign}</span><span class="unseen">${say}</span></td>`;
    const others = row.verbs.filter((verb) => verb !== '*' && !verbs.includes(verb));
    const cells = row.verbs.includes('*')
        ? `<td class="${tone} on any" colspan="${width}"><span aria-hidden="true">${sign}</span> <span class="unseen">${say}</span>any verb</td>`
        : `${verbs.map((verb) => (row.verbs.includes(verb) ? cell : '<td></td>')).join('')}${hasOthers ? `<td class="${tone}">${(0,html_text/* htmlText */.j)(others.join(', '))}</td>` : ''}`;
    const grade = change === 'loses' ? '<span class="soft">lost</span>' : badge(severity ?? 'low');
    return `<tr><th scope="row"><code>${(0,html_text/* htmlText */.j)(target)}</code> <span class="soft">${(0,html_text/* htmlText */.j)(where)}</span></th>${cells}<td>${grade}</td></tr>`;
}
/** The graph of who gained what and where it leads, and the same as a list. */
function ways(paths, isAudit) {
    const graph = (0,access_graph/* accessGraph */.$)({ paths });
    if (graph.nodes.length === 0)
        return '';
    const left = graph.notDrawn > 0 ? note(`${(0,wording/* count */.U9)(graph.notDrawn, 'more way')} not drawn.`) : '';
    const lines = paths.slice(0, mostWays).map(({ scope, subjects, steps, permission, severity }) => {
        const who = subjects.length > 3 ? [...subjects.slice(0, 3), `${subjects.length - 3} more`] : subjects;
        const way = [who.join(', '), ...steps, permission].map(html_text/* htmlText */.j).join(' <span class="soft">→</span> ');
        return `${badge(severity)} ${way} <span class="soft">in ${(0,html_text/* htmlText */.j)(scope)}</span>`;
    });
    const title = isAudit ? 'How they can' : 'How it is gained';
    const caption = isAudit
        ? 'From who it is, over the binding and the role, to what it allows.'
        : 'From who gains, over the binding and the role, to what is gained. Thick lines are new.';
    return [
        `<h3>${title}</h3>`,
        note(caption),
        scrolling(`${title}: drawing`, accessSvg(graph, title, !isAudit)),
        left,
        folded('The same as a list', lines),
    ]
        .filter((part) => part !== '')
        .join('\n');
}

// EXTERNAL MODULE: ./build/report/ages.js
var report_ages = __webpack_require__(85299);
;// CONCATENATED MODULE: ./build/report/html/ages-section.js



const mostRows = 1_000;
/** How old secrets are; undefined where nobody asked. */
function agesSection({ ages }) {
    if (ages === undefined)
        return undefined;
    const [rows, more] = capped(ages, mostRows, 'ages of secrets');
    const cells = rows.map((row) => [
        code(row.name),
        row.what,
        (0,html_text/* htmlText */.j)((0,report_ages/* ageWords */.hm)(row)),
        row.limit === undefined ? '' : 'stale',
        code(`${row.file}:${row.line}`),
    ]);
    return {
        id: 'ages',
        title: 'Ages of secrets',
        aside: `${ages.length}`,
        html: ages.length === 0
            ? note('Nothing has an age: no encrypted, external or Vault secret, no certificate.')
            : [
                note(`${(0,report_ages/* ageCount */.lT)(ages)}. What expires first, then what is oldest, then what is read again most seldom.`),
                table('Ages of secrets', ['Secret', 'Kind', 'Age', 'By the policy', 'Place'], cells),
                more,
            ].join('\n'),
    };
}

// EXTERNAL MODULE: ./build/report/compliance/assess.js + 10 modules
var assess = __webpack_require__(18448);
;// CONCATENATED MODULE: ./build/report/html/compliance-section.js




/** Findings of one control that are linked. */
const mostLinks = 5;
const words = {
    findings: 'findings',
    accepted: 'accepted findings',
    'partly-judged': 'nothing found, partly judged',
    'nothing-found': 'nothing found',
    'not-checked': 'not checked',
    'no-rule': 'no rule speaks to it',
};
const summaryWords = {
    findings: 'with findings',
    accepted: 'with accepted findings',
    'partly-judged': 'with nothing found and partly judged',
    'nothing-found': 'with nothing found',
    'not-checked': 'not checked',
    'no-rule': 'without a rule',
};
const tones = {
    findings: 'blocked',
    accepted: 'could-not-judge',
    'partly-judged': 'could-not-judge',
    'nothing-found': 'passed',
    'not-checked': 'soft',
    'no-rule': 'soft',
};
/** By framework and control: the rules that speak to it, what they found, and what no repository shows. */
function complianceSection(report, rules, anchors) {
    const frameworks = (0,assess/* assess */.n)(report, rules);
    const about = report.command === 'audit'
        ? 'All that is in the repository at this revision, as the controls of nine frameworks see it.'
        : report.command === 'posture'
            ? 'How the repository is set up on its forge, as the controls of nine frameworks see it.'
            : 'This change, as the controls of nine frameworks see it. What was there before is not judged here: an audit does that.';
    return {
        id: 'compliance',
        title: 'Compliance',
        html: [
            note(`${about} No control is met by this page alone: it says what the rules that speak to a control looked at, and what they found.`),
            ...frameworks.map((each) => frameworkPart(each, anchors)),
        ].join('\n'),
    };
}
function frameworkPart({ framework, controls }, anchors) {
    const { name, version } = framework;
    const heads = ['Control', 'Result', 'Rules that speak to it', 'Outside a repository'];
    const body = table(`${name} ${version}`, heads, controls.map((each) => controlRow(each, anchors)));
    return `<details class="fold framework"><summary><b>${(0,html_text/* htmlText */.j)(name)}</b> <span class="soft">${(0,html_text/* htmlText */.j)(version)}: ${(0,html_text/* htmlText */.j)(compliance_section_summary(controls))}</span></summary>${body}</details>`;
}
/** `10 controls: 3 with findings, 5 with nothing found, 2 without a rule`. */
function compliance_section_summary(controls) {
    const number = (result) => controls.filter((each) => each.result === result).length;
    const parts = Object.keys(summaryWords).flatMap((result) => number(result) > 0 ? `${number(result)} ${summaryWords[result]}` : []);
    return `${(0,wording/* count */.U9)(controls.length, 'control')}: ${parts.join(', ')}`;
}
function controlRow({ control, rules, result, findings, accepted, because, commits }, anchors) {
    const blocking = findings.filter((finding) => finding.blocking).length;
    const evidence = [
        ...(findings.length > 0
            ? [`${(0,wording/* count */.U9)(findings.length, 'finding')} (${blocking} ${blocking === 1 ? 'blocks' : 'block'})`]
            : []),
        ...(accepted.length > 0 ? [`${(0,wording/* count */.U9)(accepted.length, 'finding')} accepted by the base branch`] : []),
        ...(commits === undefined ? [] : [`${commits.accepted} of ${(0,wording/* count */.U9)(commits.verified, 'commit')} accepted`]),
        ...because,
    ].map((text) => `<br><small class="soft">${(0,html_text/* htmlText */.j)(text)}</small>`);
    const ids = findings.slice(0, mostLinks).map(({ fingerprint }) => {
        const [anchor, id] = [anchors.get(fingerprint), fingerprint.slice(0, wording/* shownFingerprint */.cO)];
        return anchor === undefined ? `<code>${id}</code>` : `<a href="#${anchor}">${id}</a>`;
    });
    const more = findings.length > ids.length ? ' …' : '';
    return [
        `<b>${(0,html_text/* htmlText */.j)(control.id)}</b><br><small>${(0,html_text/* htmlText */.j)(control.name)}</small>`,
        `<b class="state ${tones[result]}">${words[result]}</b>${evidence.join('')}${ids.length > 0 ? `<br><small>${ids.join(' ')}${more}</small>` : ''}`,
        `<small>${rules.map(html_text/* htmlText */.j).join(', ')}</small>`,
        `<small class="soft">${(0,html_text/* htmlText */.j)(control.outside)}</small>`,
    ];
}

;// CONCATENATED MODULE: ./build/report/html/coverage-section.js



const mostUnjudged = 1_000;
/** What could not be judged, and how to fix that: it comes first, for it is never a pass. */
function unjudgedSection({ verdict }) {
    const [entries, more] = capped(verdict.unjudged, mostUnjudged, 'things that could not be judged');
    if (entries.length === 0)
        return undefined;
    const items = entries.map(({ what, remedy }) => `<li><p>${(0,html_text/* htmlText */.j)(what)}</p><p class="fix"><b>Fix</b> ${(0,html_text/* htmlText */.j)(remedy)}</p></li>`);
    return {
        id: 'unjudged',
        title: 'Could not be judged',
        aside: `${verdict.unjudged.length}`,
        html: `<ul class="cards">${items.join('\n')}</ul>${more}`,
    };
}
/** What was read, and of what was not the reason. */
function coverageSection({ coverage, range, verdict }) {
    const { skipped, readWithoutStructure, rendering } = coverage;
    const notes = [...new Set([...range.notes, ...verdict.notes])].map((text) => `<li>${(0,html_text/* htmlText */.j)(text)}</li>`);
    const file = ({ file: path, why }) => `${code(path)} ${(0,html_text/* htmlText */.j)(why)}`;
    const unrendered = rendering?.notRendered ?? [];
    return {
        id: 'coverage',
        title: 'What was read',
        html: [
            note((0,wording/* coverageLine */.vn)({ coverage, range })),
            notes.length > 0 ? `<ul class="notes">${notes.join('\n')}</ul>` : '',
            folded(`${(0,wording/* count */.U9)(skipped.length, 'file')} not read`, skipped.map(file)),
            folded(`${(0,wording/* count */.U9)(readWithoutStructure.length, 'file')} read without structure`, readWithoutStructure.map(file)),
            folded(`${(0,wording/* count */.U9)(unrendered.length, 'root')} not rendered`, unrendered.map(({ root, why }) => `${code(root)} ${(0,html_text/* htmlText */.j)(why)}`)),
        ]
            .filter((part) => part !== '')
            .join('\n'),
    };
}

// EXTERNAL MODULE: ./build/severity.js
var severity = __webpack_require__(15989);
// EXTERNAL MODULE: ./build/version.js
var version = __webpack_require__(58508);
// EXTERNAL MODULE: ./build/report/accept.js
var report_accept = __webpack_require__(66803);
// EXTERNAL MODULE: ./build/report/group-findings.js
var group_findings = __webpack_require__(45339);
;// CONCATENATED MODULE: ./build/report/html/findings-section.js







/** What a browser opens in a moment; the least severe findings beyond it are counted. */
const mostCharacters = 5 * 1024 * 1024;
/** Places of one finding that are shown. */
const mostPlaces = 40;
/** So many findings that block are open when the page is opened: the reader begins there. */
const mostOpen = 3;
/** The findings, worst first, each folded; what of them is to be resolved is said before. */
function findingsSection(report) {
    const { verdict, commits, total, notListed } = report;
    if (verdict.findings.length === 0)
        return { section: undefined, anchors: new Map() };
    const groups = (0,group_findings/* groupFindings */.k)(verdict.findings, commits);
    const { items, cut } = fill(groups, (0,report_accept/* acceptFlags */.y0)(report));
    const left = cut.flatMap(({ all }) => all);
    const says = [
        ...(notListed === undefined ? [] : [notListed]),
        ...(left.length > 0
            ? [
                `Not on this page: ${left.length} of ${(0,wording/* count */.U9)(verdict.findings.length, 'listed finding')}, the least severe; report.json has them.`,
            ]
            : []),
    ];
    const anchors = new Map(groups
        .slice(0, items.length)
        .flatMap(({ first, all }) => all.map(({ fingerprint }) => [fingerprint, anchorOf(first)])));
    const html = [
        toResolve(report, anchors),
        filters(report),
        ...says.map((text) => `<p class="notice">${(0,html_text/* htmlText */.j)(text)}</p>`),
        `<ol class="findings" id="list">\n${items.join('\n')}\n</ol>`,
    ].join('\n');
    return { section: { id: 'findings', title: 'Findings', aside: `${total.findings}`, html }, anchors };
}
function fill(groups, flags) {
    const items = [];
    let [characters, open] = [0, 0];
    for (const group of groups) {
        const isOpen = group.first.blocking && open < mostOpen;
        const item = findingItem(group, isOpen, flags);
        characters += item.length;
        if (characters > mostCharacters)
            break;
        items.push(item);
        if (isOpen)
            open += 1;
    }
    return { items, cut: groups.slice(items.length) };
}
/** Rules with what must be resolved, each leading to its first finding. */
function toResolve({ toResolve: rules, verdict }, anchors) {
    if (rules.length === 0)
        return '';
    const says = verdict.failOn === 'never' ? 'These would block:' : 'To resolve:';
    const items = rules.map(({ rule, number }) => {
        const first = verdict.findings.find((finding) => finding.rule === rule && anchors.has(finding.fingerprint));
        const name = `${(0,html_text/* htmlText */.j)(rule)}${number > 1 ? ` <span class="count">× ${number}</span>` : ''}`;
        return first === undefined
            ? `<li>${name}</li>`
            : `<li><a href="#${anchors.get(first.fingerprint)}">${name}</a></li>`;
    });
    return `<div class="resolve"><p>${says}</p><ul>${items.join('')}</ul></div>`;
}
/** The id of its element: hexadecimal digits, which are ours. */
const anchorOf = ({ fingerprint }) => `f-${fingerprint.slice(0, 24)}`;
/** Check boxes work by the style sheet alone; what needs the script is hidden until it runs. */
function filters({ counts, verdict }) {
    const boxes = severity/* severities */.gO
        .filter((severity) => counts[severity] > 0)
        .map((severity) => box(`show-${severity}`, `${counts[severity]} ${severity}`, severity));
    const some = new Set(verdict.findings.map(({ blocking }) => blocking)).size > 1;
    return `<div class="toolbar" role="group" aria-label="Which findings are shown">
<div class="boxes">${boxes.join('')}${some ? box('only-blocking', 'only what blocks') : ''}</div>
<div class="tools" id="tools" hidden>
<label class="search"><span class="unseen">Search in the findings</span><input type="search" id="search" placeholder="Search: a name, a path, a rule" autocomplete="off" spellcheck="false"></label>
<label>Group by <select id="group"><option value="">nothing</option><option value="severity">severity</option><option value="rule">rule</option><option value="file">file</option><option value="scope">scope</option></select></label>
<label>Sort by <select id="sort"><option value="">severity</option><option value="file">file</option><option value="rule">rule</option></select></label>
<button type="button" id="fold" aria-pressed="false">Open all</button>
</div>
<p class="soft shown" id="shown" role="status"></p>
</div>`;
}
function box(id, label, severity) {
    const kind = severity === undefined ? '' : ` class="${severity}"`;
    return `<label${kind}><input type="checkbox" id="${id}"${severity === undefined ? '' : ' checked'}>${label}</label>`;
}
function findingItem(group, isOpen, flags) {
    const { first, all } = group;
    const { severity, rule, blocking, message } = first;
    const places = placesOf(all);
    const more = places.length > 1 ? ` <span class="more">and ${(0,wording/* count */.U9)(places.length - 1, 'more place')}</span>` : '';
    const where = places[0] === undefined ? '' : ` <code class="place">${(0,html_text/* htmlText */.j)(places[0])}</code>${more}`;
    return `<li class="finding ${severity}${blocking ? ' blocks' : ''}" id="${anchorOf(first)}"><details${isOpen ? ' open' : ''}><summary>${badge(severity)}<span class="say"><span class="message">${(0,html_text/* htmlProse */.n)(message)}</span><span class="about"><span class="rule">${(0,html_text/* htmlText */.j)(rule)}</span>${all.length > 1 ? ` <span class="more">× ${all.length}</span>` : ''}${where}${blocking ? ' <span class="tag">blocks</span>' : ''}</span></span></summary>${body(group, places, flags)}</details></li>`;
}
function placesOf(all) {
    return all.flatMap(({ position, commit, places = [] }) => [
        ...(position ? [position, ...places].map(({ file, line, column }) => `${file}:${line}:${column}`) : []),
        ...(commit === undefined ? [] : [`commit ${(0,wording/* shortId */.m_)(commit)}`]),
    ]);
}
function body({ first, all }, places, flags) {
    const { rule, excerpt, details = [], example, remedy, suggestion, references = [], scope, object } = first;
    const shown = places.slice(0, mostPlaces).map(code);
    const rest = places.length > shown.length ? [`${places.length - shown.length} more in report.json`] : [];
    const ids = all.slice(0, mostPlaces).map(({ fingerprint }) => {
        return `<code title="${fingerprint}">${fingerprint.slice(0, wording/* shownFingerprint */.cO)}</code>`;
    });
    const accept = all.length === 1 ? (0,report_accept/* acceptCommand */.O3)(first, flags) : (0,report_accept/* acceptAllCommand */.B4)(first, flags);
    const about = [
        // The one address on the page: of our own, and of a rule that is one.
        ...(/^[a-z]+(?:-[a-z]+)*$/.test(rule) ? [`<a href="${(0,version/* rulePage */.gd)(rule)}">about this rule</a>`] : []),
        ...[object ? (0,html_text/* htmlText */.j)((0,wording/* objectText */.tq)(object)) : ''].filter((part) => part !== ''),
        ...(scope === undefined ? [] : [`scope <span class="scope">${(0,html_text/* htmlText */.j)(scope)}</span>`]),
        ...references.map(html_text/* htmlText */.j),
        `<a href="#${anchorOf(first)}">id</a> ${ids.join(' ')}${all.length > ids.length ? ` and ${all.length - ids.length} more` : ''}`,
    ];
    return [
        '<div class="body">',
        excerpt === undefined ? '' : `<pre>${(0,html_text/* htmlText */.j)(excerpt)}</pre>`,
        details.length > 0 ? `<ul>${details.map((detail) => `<li>${(0,html_text/* htmlProse */.n)(detail)}</li>`).join('')}</ul>` : '',
        `<p class="fix"><b>Fix</b> ${(0,html_text/* htmlProse */.n)(remedy)}</p>`,
        example === undefined ? '' : `<pre>${example.split('\n').map(html_text/* htmlText */.j).join('\n')}</pre>`,
        suggestion === undefined ? '' : suggested(suggestion),
        places.length > 1 ? `<p class="places">${[...shown, ...rest].join(' ')}</p>` : '',
        `<p class="soft">Accept it: ${code(accept)}</p>`,
        `<p class="soft meta">${about.join(' · ')}</p>`,
        '</div>',
    ]
        .filter((part) => part !== '')
        .join('');
}
/** The lines that would replace those of the finding; none where they are to go. */
function suggested(text) {
    if (text === '')
        return '<p class="soft">Or take these lines out.</p>';
    return `<p class="soft">In its place:</p><pre>${text.split('\n').map(html_text/* htmlText */.j).join('\n')}</pre>`;
}

// EXTERNAL MODULE: ./build/report/posture/words.js
var posture_words = __webpack_require__(2889);
;// CONCATENATED MODULE: ./build/report/html/posture-section.js



const posture_section_mostRows = 1_000;
const states = {
    holds: 'holds',
    'does-not-hold': 'does not hold',
    'could-not-check': 'could not check',
};
/** How the repository is set up on its forge; undefined where nobody asked. */
function postureSection({ posture }) {
    if (posture === undefined)
        return undefined;
    const [rows, more] = capped(posture.checks, posture_section_mostRows, 'checks');
    const cells = rows.map((row) => [
        `${(0,html_text/* htmlText */.j)(row.what)} ${code(row.id)}`,
        row.branch === undefined ? '' : code(row.branch),
        states[row.state],
        (0,html_text/* htmlText */.j)((0,posture_words/* postureAnswer */.vZ)(row)),
    ]);
    const forge = posture.forge === 'github' ? 'GitHub' : 'GitLab';
    return {
        id: 'posture',
        title: 'Posture',
        aside: `${posture.checks.length}`,
        html: [
            note(`How ${posture.repository} is set up on ${forge}. ${(0,posture_words/* postureLine */.VE)(posture)}.`),
            table('Posture', ['Check', 'Branch', 'Result', 'What is so'], cells),
            more,
        ].join('\n'),
    };
}

;// CONCATENATED MODULE: ./build/report/html/script.js
/**
 * The script of report.html: search, order and groups of the findings, and the way to one by its address. It reads the page and
 * writes text only, never HTML; the page reads whole without it.
 */
const pageScript = `(() => {
  'use strict';
  const by = (id) => document.getElementById(id);
  const list = by('list');
  let restore = () => {};
  const open = () => {
    const id = location.hash.slice(1);
    if (id.startsWith('f-') && !by(id)) restore();
    const target = id === '' ? null : by(id);
    const details = target && target.classList.contains('finding') ? target.querySelector('details') : null;
    if (details) { details.open = true; target.scrollIntoView({ block: 'start' }); }
  };
  addEventListener('hashchange', open);
  addEventListener('beforeprint', () => { for (const each of document.querySelectorAll('details')) each.open = true; });
  if (!list) return;
  const severities = ['critical', 'high', 'medium', 'low'];
  const textOf = (element, selector) => { const found = element.querySelector(selector); return found ? found.textContent : ''; };
  const items = [...list.children].map((element, index) => ({
    element, index,
    severity: severities.findIndex((each) => element.classList.contains(each)),
    blocks: element.classList.contains('blocks'),
    rule: textOf(element, '.rule'),
    file: textOf(element, '.place').replace(/:\\d+:\\d+$/, ''),
    scope: textOf(element, '.scope'),
    words: undefined,
  }));
  const collator = new Intl.Collator('en', { numeric: true });
  const compare = {
    '': (a, b) => a.index - b.index,
    rule: (a, b) => collator.compare(a.rule, b.rule) || a.index - b.index,
    file: (a, b) => collator.compare(a.file, b.file) || a.index - b.index,
  };
  const [search, group, sort, fold, shown] = ['search', 'group', 'sort', 'fold', 'shown'].map(by);
  const isOn = (id, otherwise) => { const box = by(id); return box ? box.checked : otherwise; };
  const matches = (item, words) => {
    if (words.length === 0) return true;
    if (item.words === undefined) item.words = item.element.textContent.toLowerCase();
    return words.every((word) => item.words.includes(word));
  };
  const nameOf = { severity: (item) => severities[item.severity], rule: (item) => item.rule, file: (item) => item.file || 'no file', scope: (item) => item.scope || 'no scope' };
  const update = () => {
    const words = search.value.toLowerCase().split(/\\s+/).filter(Boolean);
    const levels = severities.map((each) => isOn('show-' + each, true));
    const blocking = isOn('only-blocking', false);
    const visible = items.filter((item) => levels[item.severity] && (!blocking || item.blocks) && matches(item, words));
    const order = compare[sort.value];
    visible.sort((a, b) => (group.value ? compareGroup(a, b) : 0) || order(a, b));
    const rows = document.createDocumentFragment();
    let head = { name: undefined };
    for (const item of visible) {
      const name = group.value ? nameOf[group.value](item) : undefined;
      if (name !== head.name) {
        head = { name, number: 0, element: document.createElement('li') };
        head.element.className = 'group';
        rows.append(head.element);
      }
      if (head.element) head.element.textContent = name + ' (' + ++head.number + ')';
      rows.append(item.element);
    }
    list.replaceChildren(rows);
    shown.textContent = visible.length === items.length ? '' : visible.length + ' of ' + items.length + ' shown';
  };
  const compareGroup = (a, b) => {
    if (group.value === 'severity') return a.severity - b.severity;
    const name = nameOf[group.value];
    return collator.compare(name(a), name(b));
  };
  let waiting;
  search.addEventListener('input', () => { clearTimeout(waiting); waiting = setTimeout(update, items.length > 500 ? 150 : 0); });
  for (const control of [group, sort]) control.addEventListener('change', update);
  for (const box of document.querySelectorAll('.boxes input')) box.addEventListener('change', update);
  fold.addEventListener('click', () => {
    const isOpen = fold.getAttribute('aria-pressed') !== 'true';
    fold.setAttribute('aria-pressed', String(isOpen));
    for (const item of items) item.element.firstElementChild.open = isOpen;
  });
  restore = () => {
    search.value = '';
    for (const box of document.querySelectorAll('.boxes input')) box.checked = box.defaultChecked;
    update();
  };
  by('tools').hidden = false;
  if ([...document.querySelectorAll('.boxes input')].some((box) => box.checked !== box.defaultChecked)) update();
  open();
})();
`;

;// CONCATENATED MODULE: ./build/report/html/signatures-section.js



/** Longer tables are looked up in report.json, not read. */
const signatures_section_mostRows = 2_000;
/** Every commit with what its signature is worth, those that are not accepted first. */
function signaturesSection(report) {
    if (report.commits.length === 0)
        return undefined;
    const refusedFirst = report.commits.toSorted((a, b) => Number(a.signature.accepted) - Number(b.signature.accepted));
    const [commits, more] = capped(refusedFirst, signatures_section_mostRows, 'commits');
    const heads = ['Commit', 'Signature', 'Signer', 'Subject'];
    const accepted = report.commits.filter(({ signature }) => signature.accepted).length;
    return {
        id: 'signatures',
        title: 'Signatures',
        aside: `${accepted} of ${report.commits.length}`,
        html: `${note(`${(0,wording/* signatureLine */.Zp)(report)}.`)}\n${table('Signatures', heads, commits.map(commitRow))}${more}`,
    };
}
const nobody = { unsigned: 'nobody', 'forge-signed': 'the forge' };
function commitRow({ sha, subject, committer, signature }) {
    const { state, accepted, signer, format, keyFingerprint, reason } = signature;
    const tone = accepted ? 'passed' : state === 'could-not-check' ? 'could-not-judge' : 'blocked';
    const key = [format, keyFingerprint].filter((part) => part !== undefined).join(' ');
    const who = signer
        ? `${(0,html_text/* htmlText */.j)(signer.name)}<br><small class="soft">${signer.emails.map(html_text/* htmlText */.j).join(' ')}</small>`
        : `<span class="soft">${nobody[state] ?? 'an unknown key'}</span><br><small class="soft">committer ${(0,html_text/* htmlText */.j)(committer.name)}</small>`;
    return [
        `<code title="${(0,html_text/* htmlText */.j)(sha)}">${(0,html_text/* htmlText */.j)((0,wording/* shortId */.m_)(sha))}</code>`,
        `<b class="state ${tone}">${state}</b>${reason === undefined ? '' : `<br><small class="soft">${(0,html_text/* htmlText */.j)(reason)}</small>`}`,
        `${who}${key === '' ? '' : `<br><small class="soft key">${(0,html_text/* htmlText */.j)(key)}</small>`}`,
        (0,html_text/* htmlText */.j)(subject),
    ];
}
/** What the base branch accepts, by whom it is said and until when. */
function suppressedSection({ verdict, total }) {
    if (verdict.suppressed.length === 0)
        return undefined;
    const [entries, more] = capped(verdict.suppressed, signatures_section_mostRows, 'ignored findings');
    const rows = entries.map(({ rule, severity, message, position, reason, until, fingerprint }) => [
        `${badge(severity)}<br>${(0,html_text/* htmlText */.j)(rule)}`,
        `${(0,html_text/* htmlText */.j)(message)}${position ? `<br><code>${(0,html_text/* htmlText */.j)(`${position.file}:${position.line}`)}</code>` : ''}`,
        (0,html_text/* htmlText */.j)(reason),
        `<span class="nowrap">${(0,html_text/* htmlText */.j)(until)}</span>`,
        `<code title="${fingerprint}">${fingerprint.slice(0, wording/* shownFingerprint */.cO)}</code>`,
    ]);
    const heads = ['Rule', 'Finding', 'Reason', 'Until', 'Id'];
    return {
        id: 'ignored',
        title: 'Ignored by the base branch',
        aside: `${total.suppressed}`,
        html: `${table('Ignored findings', heads, rows)}${more}`,
    };
}

;// CONCATENATED MODULE: ./build/report/html/style.js
/** The style sheet of report.html: light and dark, on a phone and on paper. */
const htmlStyle = `
:root { color-scheme: light dark;
  --page: #f8f7f4; --card: #fff; --text: #23272f; --soft: #5c6370; --line: #e4e1da; --code: #f1efe9; --link: #1d5a96; --fix: #1f7a4d;
  --critical: #a0134a; --high: #b23a17; --medium: #805600; --low: #2b5f9e; --passed: #1a6b40; --blocked: #a8231f; --could-not-judge: #805600; --watching: #805600; --lost: #5c6370; --tint: 9%; }
@media (prefers-color-scheme: dark) { :root {
  --page: #15171b; --card: #1c1f25; --text: #e4e6ea; --soft: #a3aab6; --line: #31353e; --code: #272b33; --link: #8ab8f0; --fix: #6cc494;
  --critical: #ff93b4; --high: #ff9e7d; --medium: #e2b657; --low: #8fbaf2; --passed: #76cf9c; --blocked: #ff8d87; --could-not-judge: #e2b657; --watching: #e2b657; --lost: #a3aab6; --tint: 14%; } }
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body { margin: 0 auto; padding: 1.5rem clamp(1rem, 4vw, 2.5rem) 3rem; max-width: 84rem; font: 16px/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif; color: var(--text); background: var(--page); font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
h1, h2, h3 { line-height: 1.25; font-weight: 650; letter-spacing: -.01em; margin: 0; }
h2 { font-size: 1.3rem; margin-bottom: .6rem; } h3 { font-size: 1.02rem; margin: 1.75rem 0 .3rem; } p { margin: .5rem 0; } ul, ol { margin: .5rem 0; padding-left: 1.25rem; }
a { color: var(--link); text-underline-offset: .15em; } small { font-size: .86em; }
code, pre { font: .86em/1.55 ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "Liberation Mono", monospace; }
code { unicode-bidi: isolate; background: var(--code); padding: .1em .38em; border-radius: .3em; }
pre { background: var(--code); padding: .75rem 1rem; border-radius: .5rem; white-space: pre-wrap; margin: .75rem 0; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: .3rem; } main:focus { outline: none; }
.soft { color: var(--soft); } .nowrap { white-space: nowrap; } .key { font-family: ui-monospace, "Liberation Mono", monospace; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: 1rem; top: -4rem; background: var(--card); padding: .5rem 1rem; border-radius: .5rem; z-index: 2; } .skip:focus { top: 1rem; }
.passed { --tone: var(--passed); } .blocked { --tone: var(--blocked); } .could-not-judge { --tone: var(--could-not-judge); } .watching { --tone: var(--watching); }
.critical { --tone: var(--critical); } .high { --tone: var(--high); } .medium { --tone: var(--medium); } .low { --tone: var(--low); } .lost { --tone: var(--lost); }

.verdict { background: linear-gradient(color-mix(in srgb, var(--tone) var(--tint), transparent), transparent 75%), var(--card); border: 1px solid var(--line); border-top: .3rem solid var(--tone); border-radius: .9rem; padding: 1.4rem clamp(1.1rem, 3vw, 2rem) 1.5rem; }
.brand { margin: 0 0 .5rem; color: var(--soft); font-size: .88rem; letter-spacing: .02em; }
h1 { font-size: clamp(1.6rem, 5vw, 2.1rem); display: flex; align-items: center; gap: .55rem; color: var(--tone); }
.mark { width: 1.15em; height: 1.15em; flex: none; fill: none; stroke: currentColor; stroke-width: 2.2; stroke-linecap: round; stroke-linejoin: round; }
.lead { font-size: 1.1rem; margin: .45rem 0 0; max-width: 60rem; }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr)); gap: .7rem 2rem; margin: 1.25rem 0 0; border-top: 1px solid var(--line); padding-top: 1rem; font-size: .92rem; }
.facts dt { color: var(--soft); font-size: .86rem; } .facts dd { margin: 0; }

.columns { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0 2.5rem; }
nav { margin: 1.1rem 0 0; font-size: .94rem; } nav ul { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: .15rem .35rem; }
nav a { display: inline-flex; gap: .6rem; justify-content: space-between; color: var(--text); text-decoration: none; padding: .3rem .7rem; border-radius: .5rem; } nav a:hover { background: var(--code); }
.count { color: var(--soft); font-weight: 400; font-size: .92em; }
section { margin: 2.25rem 0 0; }
@media (min-width: 70rem) { .columns { grid-template-columns: 13.5rem minmax(0, 1fr); } nav { position: sticky; top: 1.25rem; align-self: start; margin-top: 2.1rem; max-height: calc(100vh - 2.5rem); overflow: auto; } nav ul { display: block; } nav a { display: flex; } main > section:first-child { margin-top: 2.1rem; } }

.notice { border: 1px solid var(--line); border-left: .25rem solid var(--could-not-judge); background: var(--card); border-radius: .5rem; padding: .6rem 1rem; }
.resolve { display: flex; flex-wrap: wrap; gap: .3rem .7rem; align-items: baseline; margin: 0 0 1rem; } .resolve p { margin: 0; color: var(--soft); } .resolve ul { display: contents; list-style: none; }
.resolve li { display: inline; }
.cards { list-style: none; padding: 0; margin: 0; display: grid; gap: .6rem; } .cards li { background: var(--card); border: 1px solid var(--line); border-left: .25rem solid var(--could-not-judge); border-radius: .6rem; padding: .5rem 1.1rem; }
.toolbar { display: flex; flex-wrap: wrap; gap: .6rem 1.2rem; align-items: center; margin: 0 0 .9rem; font-size: .92rem; } .toolbar p { margin: 0; } .shown:empty { display: none; }
.boxes, .tools { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; } .tools[hidden] { display: none; }
.boxes label { display: inline-flex; align-items: center; gap: .4rem; border: 1px solid var(--line); border-radius: 2rem; padding: .2rem .8rem .2rem .6rem; background: var(--card); cursor: pointer; color: var(--tone, var(--text)); }
.boxes label[class]:has(:not(:checked)) { color: var(--soft); text-decoration: line-through; } .boxes input { accent-color: var(--tone); margin: 0; }
.boxes label:has(:focus-visible) { outline: 2px solid var(--link); outline-offset: 2px; }
.tools input, .tools select, .tools button { font: inherit; color: var(--text); background: var(--card); border: 1px solid var(--line); border-radius: .5rem; padding: .25rem .65rem; min-height: 2.1rem; } .tools button { cursor: pointer; } .tools label { color: var(--soft); display: inline-flex; gap: .4rem; align-items: center; }
.search input { width: 17rem; max-width: 100%; } ::placeholder { color: var(--soft); opacity: 1; }
.toolbar:has(#show-critical:not(:checked)) ~ ol > .critical, .toolbar:has(#show-high:not(:checked)) ~ ol > .high, .toolbar:has(#show-medium:not(:checked)) ~ ol > .medium, .toolbar:has(#show-low:not(:checked)) ~ ol > .low, .toolbar:has(#only-blocking:checked) ~ ol > .finding:not(.blocks) { display: none; }
.findings { list-style: none; padding: 0; margin: 0; border: 1px solid var(--line); border-radius: .8rem; background: var(--card); overflow: clip; }
.finding { border-top: 1px solid var(--line); content-visibility: auto; contain-intrinsic-size: auto 5.3rem; } .findings > :first-child { border-top: 0; }
.finding:target { background: color-mix(in srgb, var(--tone) var(--tint), transparent); }
.finding summary { display: grid; grid-template-columns: 5.4rem minmax(0, 1fr) 1.1rem; gap: 0 .9rem; align-items: start; padding: .8rem 1.1rem; cursor: pointer; list-style: none; } .finding summary::-webkit-details-marker { display: none; }
.finding summary::after { content: ""; width: .5rem; height: .5rem; margin: .5rem .2rem 0 0; border: solid var(--soft); border-width: 0 2px 2px 0; rotate: 45deg; transition: rotate .15s; } .finding details[open] > summary::after { rotate: 225deg; translate: 0 .2rem; }
.finding summary:hover { background: color-mix(in srgb, var(--text) 3%, transparent); } .finding summary:focus-visible { outline-offset: -2px; }
.finding details[open] .message { font-weight: 600; }
.message { display: block; } .about { display: flex; flex-wrap: wrap; gap: .1rem .6rem; align-items: baseline; margin-top: .15rem; color: var(--soft); font-size: .88rem; } .about .place { background: none; padding: 0; }
.tag { color: var(--blocked); font-weight: 600; }
.badge { display: inline-block; min-width: 4.6rem; text-align: center; color: var(--tone); background: color-mix(in srgb, var(--tone) var(--tint), var(--card)); border-radius: 2rem; padding: 0 .6rem; font-size: .83rem; font-weight: 600; line-height: 1.65; white-space: nowrap; }
.finding summary .badge { margin-top: .1rem; }
.body { padding: 0 1.1rem 1rem calc(1.1rem + 5.4rem + .9rem); max-width: 62rem; } .body > :first-child { margin-top: 0; } .body ul { list-style: disc; } .body li { margin: .2rem 0; }
.fix { border-left: .2rem solid var(--fix); padding-left: .8rem; margin: .75rem 0; } .fix b { color: var(--fix); margin-right: .3em; }
.places { line-height: 2; } .meta { font-size: .86rem; }
.group { padding: .55rem 1.1rem; border-top: 1px solid var(--line); background: var(--code); font-weight: 600; font-size: .92rem; }

.scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: .8rem; background: var(--card); margin: .6rem 0; }
table { border-collapse: collapse; width: 100%; font-size: .94rem; } th, td { text-align: left; vertical-align: top; padding: .6rem 1rem; border-top: 1px solid var(--line); font-weight: 400; overflow-wrap: break-word; min-width: 6rem; } td:nth-of-type(1) { min-width: 13rem; } td:nth-of-type(3) { min-width: 12rem; } .key { word-break: break-all; }
thead th { border-top: 0; color: var(--soft); font-weight: 600; font-size: .88rem; white-space: nowrap; }
.state { color: var(--tone, var(--soft)); } .framework th[scope="row"] { min-width: 9rem; }
.matrix th, .matrix td { padding: .38rem .6rem; min-width: 0; vertical-align: middle; } .matrix thead th:first-child, .matrix th[scope="row"], .matrix .subject { padding-left: 1.1rem; } .matrix .subject { font-weight: 600; background: color-mix(in srgb, var(--code) 55%, transparent); } .matrix th[scope="row"] { min-width: 15rem; }
.matrix thead .verb { text-align: center; } .matrix .on { text-align: center; color: var(--tone); font-weight: 700; background: color-mix(in srgb, var(--tone) var(--tint), transparent); } .matrix .any { font-weight: 600; text-align: left; padding-left: 1rem; } .matrix td[class] { color: var(--tone); } .matrix td.soft { color: var(--soft); }
.graph { display: block; margin: .75rem auto; padding: 0 .75rem; width: 100%; max-width: 66rem; min-width: 56rem; height: auto; } .graph text { font: 14px system-ui, "Segoe UI", Roboto, "Liberation Sans", sans-serif; fill: var(--text); } .graph .head, .graph .kind { fill: var(--soft); font-size: 12.5px; }
.graph rect { fill: var(--card); stroke: var(--line); stroke-width: 1.5; } .graph .subject rect { fill: var(--code); } .graph .permission rect { stroke: var(--tone); fill: color-mix(in srgb, var(--tone) var(--tint), var(--card)); }
.edge { fill: none; stroke: var(--soft); stroke-width: 1.3; opacity: .6; } .edge.new { stroke: var(--blocked); stroke-width: 3.2; opacity: .85; }
.fold { margin: .5rem 0; } .fold > summary { cursor: pointer; padding: .25rem 0; } .fold li, .notes li { margin: .25rem 0; }
footer { margin-top: 3rem; color: var(--soft); font-size: .88rem; }
@media (max-width: 40rem) { body { font-size: 15.5px; padding-top: 1rem; } .finding summary { grid-template-columns: minmax(0, 1fr) 1.1rem; } .finding summary .badge { grid-column: 1; justify-self: start; margin-bottom: .3rem; } .finding summary .say { grid-column: 1; } .finding summary::after { grid-column: 2; grid-row: 1; } .body { padding-left: 1.1rem; } .tools, .search, .search input { width: 100%; } .matrix th[scope="row"] { min-width: 11rem; } }
@media (prefers-reduced-motion: reduce) { .finding summary::after { transition: none; } }
@media (forced-colors: active) { .badge, .matrix .on { border: 1px solid; } .graph rect, .edge { stroke: CanvasText; } }
@media print { body { max-width: none; padding: 0; background: none; font-size: 10.5pt; } nav, .toolbar, .skip, .finding summary::after { display: none; } .columns { display: block; } .finding { content-visibility: visible; break-inside: avoid; } .scroll { overflow: visible; } .graph { min-width: 0; } details::details-content { content-visibility: visible; height: auto; } h2 { break-after: avoid; } }
`;

;// CONCATENATED MODULE: ./build/report/html/html.js













/**
 * A page in one file that fetches nothing. Its policy allows its own style and script only, and it reads whole without the script,
 * which searches, sorts and groups the findings.
 */
function renderHtml(report, rules) {
    const { outcome, wouldBlock } = report.verdict;
    const title = (0,wording/* sentence */.em)((0,wording/* verdictWords */.L2)(report.verdict));
    const { section: findings, anchors } = findingsSection(report);
    const sections = [
        unjudgedSection(report),
        findings,
        accessSection(report),
        agesSection(report),
        postureSection(report),
        signaturesSection(report),
        suppressedSection(report),
        complianceSection(report, rules, anchors),
        coverageSection(report),
    ].filter((section) => section !== undefined);
    const tone = outcome === 'passed' && wouldBlock ? 'watching' : outcome;
    return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${hashOf(htmlStyle)}'; script-src '${hashOf(pageScript)}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>gitops-gate: ${title}</title>
<style>${htmlStyle}</style>
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<header class="verdict ${tone}">
<p class="brand">gitops-gate ${report.command === 'audit' || report.command === 'posture' ? report.command : 'report'}</p>
<h1>${marks[tone]}${title}</h1>
<p class="lead">${(0,html_text/* htmlText */.j)((0,wording/* sentence */.em)((0,wording/* reasoning */.Zd)(report)))}</p>
${facts(report)}
</header>
<div class="columns">
${contents(sections)}
<main id="content" tabindex="-1">
${sections.map(sectionHtml).join('\n')}
</main>
</div>
<footer>gitops-gate ${(0,html_text/* htmlText */.j)(report.toolVersion)} · nothing on this page was fetched, and no secret value is in it</footer>
<script>${pageScript}</script>
</body>
</html>
`;
}
/** As a source of a content security policy. */
const hashOf = (text) => `sha256-${(0,external_node_crypto_.createHash)('sha256').update(text).digest('base64')}`;
const mark = (path) => `<svg class="mark" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><circle cx="12" cy="12" r="10"/><path d="${path}"/></svg>`;
const marks = {
    passed: mark('M7.5 12.4l3 3 6-6.4'),
    blocked: mark('M8.5 8.5l7 7M15.5 8.5l-7 7'),
    'could-not-judge': mark('M12 7v6.2M12 16.4v.2'),
    watching: mark('M12 7v6.2M12 16.4v.2'),
};
/** What was judged, by what, when and for whom. Addresses are text: a page that fetches nothing leads nowhere either. */
function facts(report) {
    const { verdict, commits, coverage, range, command, run } = report;
    const { failOn, failOnFrom } = verdict;
    const from = { input: 'this run’s fail-on', default: 'the default' }[failOnFrom] ?? failOnFrom;
    const { folder, sha256 } = run.policy;
    const rows = [
        [command === 'audit' || command === 'posture' ? 'Judged' : 'Compared', (0,wording/* comparison */.my)(range)],
        ['Blocks', failOn === 'never' ? `never, by ${from}` : `from ${failOn}, by ${from}`],
        ...(commits.length > 0 ? [['Signatures', (0,wording/* signatureLine */.Zp)(report)]] : []),
        [
            'Read',
            `${coverage.filesRead} of ${(0,wording/* count */.U9)(coverage.filesChanged, range.kind === 'audit' ? 'file' : 'changed file')}`,
        ],
        ...(run.repository === undefined ? [] : [['Repository', run.repository]]),
        ...(run.request === undefined ? [] : [['Request', run.request]]),
        ['Run', `${timeText(run.end)}${run.actor === undefined ? '' : ` by ${run.actor}`}`],
        [
            'Policy',
            folder === undefined
                ? 'the built-in defaults'
                : `${folder}${sha256 === undefined ? '' : `, SHA-256 ${sha256.slice(0, wording/* shownFingerprint */.cO)}`}`,
        ],
    ];
    const items = rows.map(([term = '', text = '']) => `<div><dt>${term}</dt><dd>${(0,html_text/* htmlText */.j)(text)}</dd></div>`);
    return `<dl class="facts">${items.join('')}</dl>`;
}
/** `2026-11-22 08:30 UTC`. */
function timeText(milliseconds) {
    const time = new Date(milliseconds);
    return Number.isNaN(time.getTime())
        ? 'at an unknown time'
        : `${time.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
function contents(sections) {
    const items = sections.map(({ id, title, aside }) => `<li><a href="#${id}">${title}${aside === undefined ? '' : ` <span class="count">${(0,html_text/* htmlText */.j)(aside)}</span>`}</a></li>`);
    return `<nav aria-label="On this page"><ul>${items.join('')}</ul></nav>`;
}


/***/ }),

/***/ 70351:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ postureOrder),
/* harmony export */   y: () => (/* binding */ postureSection)
/* harmony export */ });
/** The order of a report: what does not hold first. */
const postureOrder = ['does-not-hold', 'could-not-check', 'holds'];
/** More are not listed; an organization with many branches has many checks. */
const mostRows = 2_000;
/** The section of a report; nothing where nobody asked. */
function postureSection(analysis) {
    if (analysis === undefined)
        return {};
    const { forge, repository, checks } = analysis;
    const rows = checks.map((check) => {
        const { id, what, branch, state, detail } = check;
        return {
            id,
            what,
            ...(branch === undefined ? {} : { branch }),
            state,
            detail,
            ...(check.state === 'could-not-check' && check.needs !== undefined ? { needs: check.needs } : {}),
        };
    });
    const sorted = rows.toSorted((a, b) => postureOrder.indexOf(a.state) - postureOrder.indexOf(b.state));
    return { posture: { forge, repository, checks: sorted.slice(0, mostRows) } };
}


/***/ }),

/***/ 2889:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   VE: () => (/* binding */ postureLine),
/* harmony export */   X_: () => (/* binding */ unknownPosture),
/* harmony export */   nW: () => (/* binding */ postureQuestion),
/* harmony export */   vZ: () => (/* binding */ postureAnswer)
/* harmony export */ });
/* harmony import */ var _groups_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41782);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62867);
/* harmony import */ var _section_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(70351);



/** `3 do not hold, 2 could not be checked, 9 hold`. */
function postureLine({ checks }) {
    const number = (state) => checks.filter((check) => check.state === state).length;
    const [not, unknown, good] = _section_js__WEBPACK_IMPORTED_MODULE_1__/* .postureOrder */ .B.map(number);
    const parts = [
        ...(not > 0 ? [`${not} ${not === 1 ? 'does' : 'do'} not hold`] : []),
        ...(unknown > 0 ? [`${unknown} could not be checked`] : []),
        ...(good > 0 ? [`${good} ${good === 1 ? 'holds' : 'hold'}`] : []),
    ];
    return `${(0,_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(checks.length, 'check')}: ${parts.join(', ')}`;
}
/** A check in words, with the id by which a policy demands it: `main: Force pushes are blocked (force-push-blocked)`. */
const postureQuestion = ({ id, branch, what }) => `${branch === undefined ? '' : `${branch}: `}${what} (${id})`;
/** What is known of it, and what a token would need. */
const postureAnswer = ({ detail, needs }) => needs === undefined ? detail : `needs ${needs} (${detail})`;
/** Checks that could not be made, by what is missing for them: a line on that, and the checks. */
function unknownPosture(checks) {
    const unknown = checks.filter(({ state }) => state === 'could-not-check');
    const groups = (0,_groups_js__WEBPACK_IMPORTED_MODULE_2__/* .groupBy */ .$z)(unknown, ({ needs, detail }) => needs ?? detail);
    return [...groups.values()].flatMap((rows) => {
        const [first] = rows;
        return first === undefined ? [] : [[postureAnswer(first), rows]];
    });
}


/***/ }),

/***/ 65906:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ staleBy)
/* harmony export */ });
const day = 86_400_000;
/** In what way a secret is older than the policy allows, is read again too seldom, or expires too soon; undefined where it is not stale. `now` in milliseconds since the epoch. */
function staleBy({ changed, refresh, expires }, { secretDays, refreshHours, certificateDays }, now) {
    if (changed !== undefined && now - changed > secretDays * day)
        return 'old';
    if (refresh !== undefined && (refresh === 0 || refresh > refreshHours * 3600))
        return 'refresh';
    return expires !== undefined && expires - now < certificateDays * day ? 'expires' : undefined;
}


/***/ })

};
