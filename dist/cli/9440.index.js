export const id = 9440;
export const ids = [9440,8288];
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

/***/ 25077:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ requireReadable)
/* harmony export */ });
/* harmony import */ var _input_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53587);

/** What a command goes by that only answers: no other policy in the place of one that cannot be read. Throws InputError. */
function requireReadable(trusted) {
    const problems = trusted.unjudged.map(({ what, remedy }) => ({ what, fix: remedy }));
    if (problems.length > 0)
        throw new _input_error_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .d(problems);
    return trusted;
}


/***/ }),

/***/ 39440:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  renderCommand: () => (/* binding */ renderCommand)
});

// EXTERNAL MODULE: ./build/gather/budget.js
var budget = __webpack_require__(9653);
// EXTERNAL MODULE: ./build/gather/gate/read-trusted-folder.js + 1 modules
var read_trusted_folder = __webpack_require__(99152);
// EXTERNAL MODULE: ./build/gather/render/rendering.js + 17 modules
var render_rendering = __webpack_require__(41776);
// EXTERNAL MODULE: ./build/gather/trees.js
var gather_trees = __webpack_require__(94215);
// EXTERNAL MODULE: ./build/git/open-repository.js + 22 modules
var open_repository = __webpack_require__(13416);
// EXTERNAL MODULE: ./build/input-error.js
var input_error = __webpack_require__(53587);
// EXTERNAL MODULE: ./build/render/result/unrendered-fix.js
var unrendered_fix = __webpack_require__(86443);
// EXTERNAL MODULE: ./build/report/terminal/left-out.js
var left_out = __webpack_require__(30878);
// EXTERNAL MODULE: ./build/git/diff/line-diff.js + 1 modules
var line_diff = __webpack_require__(25303);
// EXTERNAL MODULE: ./build/plain-values.js
var plain_values = __webpack_require__(98419);
// EXTERNAL MODULE: ./build/report/visible.js
var visible = __webpack_require__(6257);
;// CONCATENATED MODULE: ./build/report/terminal/rendered.js




/** What is shown instead of a value of a Secret. */
const mask = '••••';
/** One line for each root: whether it was rendered, and what comes out of it. */
function rootsText(roots) {
    const lines = roots.flatMap(({ id, after }) => (after === undefined ? [] : [rootLine(id, after)]));
    return lines.length === 0 ? 'no kustomization or chart to render\n' : `${lines.join('\n')}\n`;
}
function rootLine(id, { reason, objects, gaps }) {
    if (reason !== undefined)
        return (0,visible/* visible */.RK)(`not rendered  ${id}: ${reason}`);
    const left = (0,left_out/* leftParts */.yD)(gaps);
    const without = left.length === 0 ? '' : `, without ${left.join(', ')}`;
    return (0,visible/* visible */.RK)(`rendered      ${id}: ${objects.length} ${objects.length === 1 ? 'object' : 'objects'}${without}`);
}
/** The objects of a root as JSON documents, in order of kind and name. */
function objectsText({ after }) {
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
    const failed = Object.entries({ head: after?.reason, base: before?.reason }).filter(([, why]) => why !== undefined);
    if (failed.length > 0)
        return failed.map(([side, why]) => `${(0,visible/* visible */.RK)(`${side} not rendered: ${why}`)}\n`).join('');
    const [old, now] = [before, after].map((side) => new Map(sorted(side?.objects ?? []).map((each) => [nameOf(each), objectText(each)])));
    const names = [...new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])])].sort();
    const parts = names.flatMap((name) => {
        const [was = '', is = ''] = [old?.get(name), now?.get(name)];
        return was === is ? [] : [`${(0,visible/* visible */.RK)(name)}\n${unified(was, is)}`];
    });
    const objects = parts.length === 0 ? 'no object differs\n' : parts.join('');
    return `${leftDiff(before, after)}${objects}`;
}
/** What one side was rendered without and the other was not: its objects are unknown, not the same. */
function leftDiff(before, after) {
    const [old, now] = [before, after].map((side) => (0,left_out/* leftParts */.yD)(side?.gaps ?? []));
    const gone = (old ?? []).filter((part) => now?.includes(part) !== true).map((part) => `- without ${part}`);
    const come = (now ?? []).filter((part) => old?.includes(part) !== true).map((part) => `+ without ${part}`);
    return [...gone, ...come].map((line) => `${(0,visible/* visible */.RK)(line)}\n`).join('');
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
// EXTERNAL MODULE: ./build/cli/policy/usable-policy.js
var usable_policy = __webpack_require__(25077);
// EXTERNAL MODULE: ./build/nearest.js
var nearest = __webpack_require__(77658);
// EXTERNAL MODULE: ./build/render/plan/plan.js + 2 modules
var plan = __webpack_require__(34343);
;// CONCATENATED MODULE: ./build/cli/render/unknown-root.js



/** More than these are for `gitops-gate render` to list. */
const mostNames = 5;
/** What was meant by a name that no root has, of a side or of `further` ones: what includes the folder, a root by a part of its name, or one like it. */
function unknownRoot(asked, delivered, further) {
    const known = [...new Set([...(delivered?.roots.keys() ?? []), ...further])];
    const what = `there is no root ${JSON.stringify(asked)}`;
    const including = delivered === undefined ? [] : rootsIncluding(asked, delivered);
    if (including.length > 0) {
        const part = `${what}: the folder is included by ${listed(including)}`;
        return new input_error/* InputError */.d([{ what: part, fix: including.length === 1 ? 'ask for that root' : 'ask for one of these' }]);
    }
    const byPart = known.filter((id) => isPartOf(asked, id));
    if (byPart.length > 0)
        return new input_error/* InputError */.d([{ what, fix: `did you mean ${listed(byPart, ' or ')}?` }]);
    const meant = (0,nearest/* nearest */.p)(asked, known);
    const fix = meant === undefined ? '`gitops-gate render` lists them' : `did you mean ${JSON.stringify(meant)}?`;
    return new input_error/* InputError */.d([{ what, fix }]);
}
/** Several roots build one folder, and nothing says which is meant. */
function severalRoots(folder, ids) {
    const what = `${ids.length} roots build the folder ${JSON.stringify(folder)}`;
    return new input_error/* InputError */.d([{ what, fix: `name one: ${listed(ids, ' or ')}` }]);
}
/** The roots that build a folder as a part of theirs. */
function rootsIncluding(folder, { graph, roots }) {
    return [...roots.values()].flatMap((root) => {
        const { kustomizations, charts } = (0,plan/* inputsOf */.Vc)(graph, root, '').closure;
        return [...kustomizations, ...charts].some((part) => part.folder === folder) ? [root.id] : [];
    });
}
/** Whether words of a root's name, or segments of them, are these: `argocd/mine` of `Application argocd/mine (app.yaml)`. */
function isPartOf(asked, id) {
    return asked !== '' && `/${id.replaceAll(/[ ()]+/g, '/')}/`.includes(`/${asked.replaceAll(/[ ()]+/g, '/')}/`);
}
function listed(ids, between = ', ') {
    const shown = ids.slice(0, mostNames).map((id) => JSON.stringify(id));
    return `${shown.join(between)}${ids.length > mostNames ? ` and ${ids.length - mostNames} more` : ''}`;
}

;// CONCATENATED MODULE: ./build/cli/render/render.js













/** `render`: what the gate sees of kustomizations and charts: the roots, the objects of one, or what a change makes of them. */
async function renderCommand(args) {
    const asked = folderName(args.values.get('root'));
    const isDiff = args.switches.has('diff');
    const ignored = (isDiff ? ['rev'] : ['base', 'head']).filter((flag) => args.values.has(flag));
    if (ignored.length > 0) {
        const what = `--${ignored.join(' and --')} ${isDiff ? 'does not go with --diff' : 'needs --diff'}`;
        throw new input_error/* InputError */.d([
            { what, fix: 'one revision: --rev REV; what a change makes: --diff [--base REV] [--head REV]' },
        ]);
    }
    const roots = await renderedRoots(args, isDiff, asked);
    if (asked === undefined || isDiff) {
        (0,output.say)(isDiff ? rootsDiff(roots) : rootsText(roots));
        const isMissing = roots.some(({ before, after }) => (before?.reason ?? after?.reason) !== undefined);
        return asked !== undefined && isMissing ? 2 : 0;
    }
    const root = theRoot(roots, asked);
    const reason = root.after?.reason;
    if (reason !== undefined)
        throw new input_error/* InputError */.d([{ what: `${root.id} was not rendered: ${reason}`, fix: (0,unrendered_fix/* unrenderedFix */.s)(reason) }]);
    for (const line of (0,left_out/* leftOutLines */.VD)((0,left_out/* leftOut */.ig)([root])))
        (0,output/* note */.N)(line);
    (0,output.say)(objectsText(root));
    return 0;
}
/** The folder as a root's name has it: a shell completes it with a slash. */
function folderName(asked) {
    return asked?.replace(/^\.\/(?=.)/, '').replace(/(?<=.)\/+$/, '');
}
/** Whether it may name what an object declares: `Kustomization flux-system/x (clusters/x.yaml)`. */
function isDeclaredName(asked) {
    return asked.includes(' ');
}
function isNamed({ id, folder }, asked) {
    return id === asked || folder === asked;
}
/** The root of this name, or the only one that builds this folder. Throws InputError. */
function theRoot(roots, asked) {
    const root = roots.find(({ id }) => id === asked) ?? roots[0];
    const others = roots.filter((each) => each !== root).map(({ id }) => id);
    if (root === undefined)
        throw unknownRoot(asked, undefined, []);
    if (others.length > 0 && root.id !== asked)
        throw severalRoots(asked, [root.id, ...others]);
    for (const id of others)
        (0,output/* note */.N)(`${id} builds the folder ${asked} as well`);
    return root;
}
async function renderedRoots(args, isDiff, asked) {
    const repository = await (0,open_repository/* openRepository */.h)(args.values.get('repo') ?? process.cwd());
    try {
        const request = isDiff ? await (0,check.localRequest)(args) : (0,check.auditRequest)(args);
        const range = await repository.range(request);
        const trusted = await (0,read_trusted_folder.readTrusted)(repository, range, (0,check.inputsOf)(args, 'audit', request));
        const { policy, notes } = (0,usable_policy/* requireReadable */.C)(trusted);
        for (const line of notes)
            (0,output/* note */.N)(line);
        const trees = await (0,gather_trees/* readTrees */.i)(repository, range);
        const urls = [await repository.origin()].filter((url) => url !== undefined);
        const rendered = (only) => (0,render_rendering/* renderChange */.vN)(repository, trees, policy, { urls, ...only }, new budget/* Budget */._(policy.limits));
        if (asked === undefined)
            return (await rendered({})).rendering.roots;
        const { rendering, delivered } = await rendered({ only: asked });
        if (rendering.roots.length > 0)
            return rendering.roots;
        // What a rendered root declares in turn is found where that one is rendered.
        const all = isDeclaredName(asked) ? (await rendered({})).rendering.roots : [];
        const inner = all.filter(({ id }) => id === asked);
        const known = isDiff ? [delivered?.before, delivered?.after] : [];
        const isKnown = known.some((side) => [...(side?.roots.values() ?? [])].some((root) => isNamed(root, asked)));
        if (inner.length > 0 || isKnown)
            return inner;
        throw unknownRoot(asked, delivered?.after, all.map(({ id }) => id));
    }
    finally {
        await repository.close();
    }
}


/***/ }),

/***/ 30878:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R0: () => (/* binding */ leftOutRecord),
/* harmony export */   VD: () => (/* binding */ leftOutLines),
/* harmony export */   ig: () => (/* binding */ leftOut),
/* harmony export */   yD: () => (/* binding */ leftParts)
/* harmony export */ });
/* harmony import */ var _groups_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41782);
/* harmony import */ var _render_graph_remote_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(68682);


/** More names of one reason are counted: without a tool there is one reason for every root. */
const mostNames = 5;
/** The roots that an answer lacks, or of which it lacks a part. */
function leftOut(roots) {
    return roots.flatMap(({ id, scope, after }) => {
        if (after === undefined)
            return [];
        const { reason, gaps, unreadable } = after;
        const without = reason === undefined ? [...leftParts(gaps), ...unreadable.map(({ detail }) => detail)] : [];
        return reason === undefined && without.length === 0 ? [] : [{ root: id, scope, reason, without }];
    });
}
/** What was taken out of a root before it was rendered, each once. */
function leftParts(gaps) {
    const taken = gaps.filter(({ kind }) => kind === 'remote' || kind === 'plugin');
    return [...new Set(taken.map(({ kind, name }) => `${kind} ${kind === 'remote' ? (0,_render_graph_remote_js__WEBPACK_IMPORTED_MODULE_0__/* .shownAddress */ .U)(name) : name}`))];
}
/** One line for each reason, with the roots that it keeps out of an answer, and one for each root that lacks parts. */
function leftOutLines(found) {
    const byReason = new Map();
    for (const { root, reason } of found)
        if (reason !== undefined)
            (0,_groups_js__WEBPACK_IMPORTED_MODULE_1__/* .addTo */ .DN)(byReason, reason, root);
    const failed = [...byReason].map(([reason, roots]) => {
        const more = roots.length > mostNames ? ` and ${roots.length - mostNames} more` : '';
        const was = roots.length === 1 ? 'was' : 'were';
        return `${roots.slice(0, mostNames).join(', ')}${more} ${was} not rendered, so what ${roots.length === 1 ? 'it gives' : 'they give'} is not in this answer: ${reason}`;
    });
    const partial = found.flatMap(({ root, without }) => without.length === 0
        ? []
        : [`${root} was rendered without ${without.join(', ')}; this answer lacks what that gives`]);
    return [...failed, ...partial];
}
/** The same as plain data for JSON. */
function leftOutRecord(found) {
    return found.map(({ root, scope, reason, without }) => ({ root, scope, reason: reason ?? null, without }));
}


/***/ })

};
