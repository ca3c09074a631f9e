export const id = 172;
export const ids = [172];
export const modules = {

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
 * Text from a repository in Markdown, safe on GitHub and GitLab alike: what is not a plain word is put in a code span, where neither
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
/** Text in a code span, for running text and table cells alike: a pipe, which would end a cell, is put outside the span as an entity. */
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


/***/ })

};
