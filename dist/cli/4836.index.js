export const id = 4836;
export const ids = [4836,8288,5328];
export const modules = {

/***/ 24836:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  explain: () => (/* binding */ explain)
});

// EXTERNAL MODULE: ./build/host/rule-pages.js
var rule_pages = __webpack_require__(5328);
// EXTERNAL MODULE: ./build/input-error.js
var input_error = __webpack_require__(53587);
// EXTERNAL MODULE: ./build/nearest.js
var nearest = __webpack_require__(77658);
// EXTERNAL MODULE: ./build/report/terminal/terminal-text.js
var terminal_text = __webpack_require__(9828);
;// CONCATENATED MODULE: ./build/report/terminal/rule-page.js

/** A page of Markdown with lines of at most `width` cells: the cells of tables wrapped in their columns, code as it is. */
function pageInLines(page, width) {
    const lines = [];
    let table = [];
    let isCode = false;
    for (const line of page.split('\n')) {
        const isRow = !isCode && line.startsWith('|');
        if (!isRow && table.length > 0) {
            lines.push(...tableInLines(table, width));
            table = [];
        }
        if (isRow) {
            table.push(line);
            continue;
        }
        if (/^\s*```/.test(line))
            isCode = !isCode;
        lines.push(...(isCode || (0,terminal_text/* cells */.Yo)(line) <= width ? [line] : proseInLines(line, width)));
    }
    return [...lines, ...tableInLines(table, width)].join('\n');
}
/** What goes on in the next line is below the text, not below the sign of a list or a quotation. */
function proseInLines(line, width) {
    const [sign = ''] = /^\s*(?:(?:[-*>]|\d{1,3}\.) +)?/.exec(line) ?? [];
    return inLines(line.slice(sign.length), width, sign);
}
/** Pages are our own: nothing of them is left out. */
function inLines(text, width, first) {
    return (0,terminal_text/* wrapped */.ky)(text, width, first, (line) => line, Number.POSITIVE_INFINITY);
}
const gap = '  ';
function tableInLines(rows, width) {
    const [head, , ...body] = rows.map(cellsOf);
    if (head === undefined)
        return [];
    const all = [head, ...body];
    const widths = columnWidths(all, width);
    const rule = widths.map((each) => '-'.repeat(each)).join(gap);
    const isWrapped = all.some((row) => row.some((cell, index) => (0,terminal_text/* cells */.Yo)(cell) > (widths[index] ?? 0)));
    // Between rows of several lines an empty one tells them apart.
    const gaps = isWrapped ? [''] : [];
    return [
        ...rowInLines(head, widths),
        rule,
        ...body.flatMap((row, index) => [...(index > 0 ? gaps : []), ...rowInLines(row, widths)]),
    ];
}
function cellsOf(row) {
    return row
        .trim()
        .replace(/^\||\|$/g, '')
        .split(/(?<!\\)\|/)
        .map((cell) => cell.trim().replaceAll('\\|', '|'));
}
/** Columns that are narrower than their share keep their width, those with a longer word have that of the word; the others share what is left. */
function columnWidths(rows, width) {
    const count = Math.max(...rows.map((row) => row.length));
    const columns = Array.from({ length: count }, (_, index) => rows.map((row) => row[index] ?? ''));
    const natural = columns.map((column) => Math.max(1, ...column.map(terminal_text/* cells */.Yo)));
    const words = columns.map((column) => Math.max(1, ...column.flatMap((cell) => cell.split(' ').map(terminal_text/* cells */.Yo))));
    const found = new Map();
    let room = width - gap.length * (count - 1);
    for (;;) {
        const open = natural.map((_, index) => index).filter((index) => !found.has(index));
        const share = Math.floor(room / Math.max(1, open.length));
        const of = (widths, index) => widths[index] ?? 0;
        const fixed = [
            ...open.filter((index) => of(natural, index) <= share),
            ...open.filter((index) => of(words, index) > share),
        ];
        if (fixed.length === 0) {
            // The longer column gets more of it, as far as the words of the others let it.
            const all = open.reduce((sum, index) => sum + of(natural, index), 0);
            const spare = room - open.reduce((sum, index) => sum + of(words, index), 0);
            const part = (index) => of(words, index) + Math.floor((spare * of(natural, index)) / all);
            return natural.map((_, index) => found.get(index) ?? part(index));
        }
        for (const index of fixed) {
            const own = Math.min(of(natural, index), Math.max(share, of(words, index)));
            found.set(index, own);
            room -= own;
        }
    }
}
function rowInLines(row, widths) {
    const columns = widths.map((width, index) => inLines(row[index] ?? '', width, ''));
    const height = Math.max(...columns.map((column) => column.length));
    return Array.from({ length: height }, (_, at) => columns
        .map((column, index) => (0,terminal_text/* padded */.jC)(column[at] ?? '', widths[index] ?? 0))
        .join(gap)
        .trimEnd());
}

// EXTERNAL MODULE: ./build/rules/index.js + 59 modules
var rules = __webpack_require__(26474);
// EXTERNAL MODULE: ./build/severity.js
var severity = __webpack_require__(15989);
// EXTERNAL MODULE: ./build/cli/output.js
var output = __webpack_require__(38288);
// EXTERNAL MODULE: ./build/cli/terminal-style.js
var terminal_style = __webpack_require__(66777);
;// CONCATENATED MODULE: ./build/cli/explain.js








/** What SARIF puts behind a rule's id where a finding has another severity than its rule: `rbac-widened/critical`. */
const variant = new RegExp(`/(?:${severity/* severities */.gO.join('|')})$`);
/** Prints a rule's page, in lines that fit the terminal. */
async function explain(args) {
    const asked = args.positionals[0] ?? '';
    const id = asked.replace(variant, '');
    if (!rules/* rules */.a.some((rule) => rule.id === id)) {
        const ids = rules/* rules */.a.map((rule) => rule.id);
        const meant = (0,nearest/* nearest */.p)(id, ids);
        const fix = meant === undefined ? `one of: ${ids.join(', ')}` : `did you mean ${meant}?`;
        throw new input_error/* InputError */.d([{ what: `there is no rule ${JSON.stringify(asked)}`, fix }]);
    }
    (0,output.say)(pageInLines(await (0,rule_pages/* readRulePage */.k)(id), (0,terminal_style/* terminalStyle */.w)().width));
    return 0;
}


/***/ }),

/***/ 38288:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ note),
/* harmony export */   complain: () => (/* binding */ complain),
/* harmony export */   say: () => (/* binding */ say)
/* harmony export */ });
/* harmony import */ var _report_redact_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(17234);
/* harmony import */ var _report_terminal_workflow_command_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(20143);
/* harmony import */ var _report_visible_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6257);



/**
 * Writes to standard output: without credentials, and with no line that the runner of a workflow obeys. Text that is for
 * people has its unseen characters written out by who makes it.
 */
function say(text) {
    process.stdout.write((0,_report_terminal_workflow_command_js__WEBPACK_IMPORTED_MODULE_1__/* .logText */ .kc)((0,_report_redact_js__WEBPACK_IMPORTED_MODULE_0__/* .redactText */ .R)(text)));
}
/** Writes a problem and its fix to standard error, likewise; both on one line. */
function complain(what, fix) {
    const line = (text) => (0,_report_visible_js__WEBPACK_IMPORTED_MODULE_2__/* .visible */ .RK)((0,_report_redact_js__WEBPACK_IMPORTED_MODULE_0__/* .redactText */ .R)(text));
    process.stderr.write((0,_report_terminal_workflow_command_js__WEBPACK_IMPORTED_MODULE_1__/* .logText */ .kc)(`gitops-gate: ${line(what)}\n  ${line(fix)}\n`));
}
/** Writes a fact that changes how the answer is to be read to standard error, on one line. */
function note(text) {
    process.stderr.write((0,_report_terminal_workflow_command_js__WEBPACK_IMPORTED_MODULE_1__/* .logText */ .kc)(`gitops-gate: note: ${(0,_report_visible_js__WEBPACK_IMPORTED_MODULE_2__/* .visible */ .RK)((0,_report_redact_js__WEBPACK_IMPORTED_MODULE_0__/* .redactText */ .R)(text))}\n`));
}


/***/ }),

/***/ 5328:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ readRulePage),
/* harmony export */   readRuleInfos: () => (/* binding */ readRuleInfos)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _rules_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26474);


/** A rule's page, Markdown. The build lays the pages alongside the bundle; in the sources they are in .github/docs/rules. */
async function readRulePage(id) {
    const bundled = !import.meta.url.endsWith('/host/rule-pages.ts');
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(new URL(bundled ? `rules/${id}.md` : `../../.github/docs/rules/${id}.md`, import.meta.url), 'utf8');
}
/** What formats for machines say of every rule. */
function readRuleInfos() {
    return Promise.all(_rules_index_js__WEBPACK_IMPORTED_MODULE_1__/* .rules */ .a.map(async ({ id, category, severity, summary }) => ({
        id,
        category,
        severity,
        summary,
        help: await readRulePage(id),
    })));
}


/***/ })

};
