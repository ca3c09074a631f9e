export const id = 587;
export const ids = [587,8288];
export const modules = {

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

/***/ 40587:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  renderCommand: () => (/* binding */ renderCommand)
});

// EXTERNAL MODULE: ./build/gather/budget.js
var budget = __webpack_require__(9653);
// EXTERNAL MODULE: ./build/gather/gate/trusted-folder.js + 1 modules
var trusted_folder = __webpack_require__(20929);
// EXTERNAL MODULE: ./build/gather/render/rendering.js + 17 modules
var render_rendering = __webpack_require__(3305);
// EXTERNAL MODULE: ./build/gather/trees.js
var gather_trees = __webpack_require__(94215);
// EXTERNAL MODULE: ./build/git/open-repository.js + 22 modules
var open_repository = __webpack_require__(13416);
// EXTERNAL MODULE: ./build/input-error.js
var input_error = __webpack_require__(53587);
// EXTERNAL MODULE: ./build/nearest.js
var nearest = __webpack_require__(77658);
// EXTERNAL MODULE: ./build/git/diff/line-diff.js + 1 modules
var line_diff = __webpack_require__(25303);
// EXTERNAL MODULE: ./build/plain-values.js
var plain_values = __webpack_require__(98419);
// EXTERNAL MODULE: ./build/report/visible.js
var visible = __webpack_require__(6257);
;// CONCATENATED MODULE: ./build/report/terminal/rendered.js



/** What is shown instead of a value of a Secret. */
const mask = '••••';
/** One line for each root: whether it was rendered, and what it gives. */
function rootsText(roots) {
    const lines = roots.flatMap(({ id, after }) => (after === undefined ? [] : [rootLine(id, after)]));
    return lines.length === 0 ? 'no kustomization or chart to render\n' : `${lines.join('\n')}\n`;
}
function rootLine(id, { reason, objects, gaps }) {
    if (reason !== undefined)
        return (0,visible/* visible */.RK)(`not rendered  ${id}: ${reason}`);
    const left = gaps
        .filter(({ kind }) => kind === 'remote' || kind === 'plugin')
        .map(({ kind, name }) => `${kind} ${name}`);
    const without = left.length === 0 ? '' : `, without ${left.join(', ')}`;
    return (0,visible/* visible */.RK)(`rendered      ${id}: ${objects.length} ${objects.length === 1 ? 'object' : 'objects'}${without}`);
}
/** The objects of a root as JSON documents, in order of kind and name. */
function objectsText({ after }) {
    if (after?.reason !== undefined)
        return `${(0,visible/* visible */.RK)(`not rendered: ${after.reason}`)}\n`;
    return sorted(after?.objects ?? [])
        .map((object) => `${objectText(object)}\n`)
        .join('---\n');
}
/** The objects that differ between the two sides of each root, as a diff of their JSON. */
function rootsDiff(roots) {
    if (roots.length === 0)
        return 'no kustomization or chart that the change reaches\n';
    return roots.map((root) => `== ${(0,visible/* visible */.RK)(root.id)}\n${rootDiff(root)}`).join('\n');
}
function rootDiff({ before, after }) {
    for (const side of [before, after])
        if (side?.reason !== undefined)
            return `${(0,visible/* visible */.RK)(`not rendered: ${side.reason}`)}\n`;
    const [old, now] = [before, after].map((side) => new Map(sorted(side?.objects ?? []).map((each) => [nameOf(each), objectText(each)])));
    const names = [...new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])])].sort();
    const parts = names.flatMap((name) => {
        const [was = '', is = ''] = [old?.get(name), now?.get(name)];
        return was === is ? [] : [`${(0,visible/* visible */.RK)(name)}\n${unified(was, is)}`];
    });
    return parts.length === 0 ? 'no object differs\n' : parts.join('');
}
function unified(before, after) {
    const [old, now] = [before, after].map((text) => text.split('\n'));
    const diff = (0,line_diff/* lineDiff */.gf)(`${before}\n`, `${after}\n`);
    const lines = [];
    for (const hunk of (0,line_diff/* hunks */.uP)(diff)) {
        const inside = diff.changes.filter(({ after: run }) => run.start >= hunk.after.start && run.start <= hunk.after.start + hunk.after.count);
        let line = hunk.after.start;
        for (const { before: gone, after: come } of inside) {
            for (; line < come.start; line++)
                lines.push(`  ${now?.[line - 1] ?? ''}`);
            for (let at = gone.start; at < gone.start + gone.count; at++)
                lines.push(`- ${old?.[at - 1] ?? ''}`);
            for (; line < come.start + come.count; line++)
                lines.push(`+ ${now?.[line - 1] ?? ''}`);
        }
        for (; line < hunk.after.start + hunk.after.count; line++)
            lines.push(`  ${now?.[line - 1] ?? ''}`);
    }
    return `${lines.join('\n')}\n`;
}
function objectText({ value, kind }) {
    const shown = kind === 'Secret' ? { ...value, ...masked(value, 'data'), ...masked(value, 'stringData') } : value;
    const text = JSON.stringify(shown, (_, item) => (typeof item === 'bigint' ? String(item) : item), 2) ?? '';
    return text.split('\n').map(visible/* visible */.RK).join('\n');
}
function masked(value, field) {
    if (!(0,plain_values/* isMapping */.pi)(value[field]))
        return {};
    return { [field]: Object.fromEntries(Object.keys((0,plain_values/* mapping */.pq)(value[field])).map((key) => [key, mask])) };
}
function nameOf({ group, kind, namespace, name }) {
    return `${kind}${group === '' ? '' : `.${group}`} ${namespace === undefined ? '' : `${namespace}/`}${name}`;
}
function sorted(objects) {
    const own = objects.filter(({ isEmbedded }) => isEmbedded !== true);
    return [...own].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
}

// EXTERNAL MODULE: ./build/cli/check.js
var check = __webpack_require__(90485);
// EXTERNAL MODULE: ./build/cli/output.js
var output = __webpack_require__(38288);
;// CONCATENATED MODULE: ./build/cli/render.js










/** `render`: what the gate sees of kustomizations and charts: the roots, the objects of one, or what a change makes of them. */
async function renderCommand(args) {
    const asked = args.values.get('root');
    const isDiff = args.switches.has('diff');
    const ignored = (isDiff ? ['rev'] : ['base', 'head']).filter((flag) => args.values.has(flag));
    if (ignored.length > 0) {
        const what = `--${ignored.join(' and --')} ${isDiff ? 'does not go with --diff' : 'needs --diff'}`;
        throw new input_error/* InputError */.d([
            { what, fix: 'one revision: --rev REV; what a change makes: --diff [--base REV] [--head REV]' },
        ]);
    }
    const roots = await renderedRoots(args, isDiff, asked);
    const [only] = roots;
    const text = isDiff
        ? rootsDiff(roots)
        : asked === undefined || only === undefined
            ? rootsText(roots)
            : objectsText(only);
    (0,output.say)(text);
    return 0;
}
async function renderedRoots(args, isDiff, asked) {
    const repository = await (0,open_repository/* openRepository */.h)(args.values.get('repo') ?? process.cwd());
    try {
        const request = isDiff ? await (0,check.localRequest)(args) : (0,check.auditRequest)(args);
        const range = await repository.range(request);
        const { policy, notes } = await (0,trusted_folder.readTrusted)(repository, range, (0,check.inputsOf)(args, 'audit', request));
        for (const line of notes)
            (0,output/* note */.N)(line);
        const trees = await (0,gather_trees/* readTrees */.i)(repository, range);
        const urls = [await repository.origin()].filter((url) => url !== undefined);
        const only = asked === undefined ? {} : { only: asked };
        const { rendering, delivered } = await (0,render_rendering/* renderChange */.vN)(repository, trees, policy, { urls, ...only }, new budget/* Budget */._(policy.limits));
        if (asked !== undefined && rendering.roots.length === 0 && !isDiff)
            throw unknownRoot(asked, [...(delivered?.after.roots.keys() ?? [])]);
        return rendering.roots;
    }
    finally {
        await repository.close();
    }
}
function unknownRoot(asked, roots) {
    const meant = (0,nearest/* nearest */.p)(asked, roots);
    const fix = meant === undefined ? '`gitops-gate render` lists them' : `did you mean ${meant}?`;
    return new input_error/* InputError */.d([{ what: `there is no root ${JSON.stringify(asked)}`, fix }]);
}


/***/ })

};
