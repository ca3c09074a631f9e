export const id = 1732;
export const ids = [1732,8288];
export const modules = {

/***/ 1732:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  fixCommand: () => (/* binding */ fixCommand)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/gate.js + 3 modules
var gate = __webpack_require__(59667);
// EXTERNAL MODULE: ./build/git/open-repository.js + 22 modules
var open_repository = __webpack_require__(13416);
// EXTERNAL MODULE: ./build/input-error.js
var input_error = __webpack_require__(53587);
// EXTERNAL MODULE: ./build/nearest.js
var nearest = __webpack_require__(77658);
// EXTERNAL MODULE: ./build/report/terminal/workflow-command.js
var workflow_command = __webpack_require__(20143);
// EXTERNAL MODULE: ./build/report/visible.js
var visible = __webpack_require__(6257);
// EXTERNAL MODULE: ./build/rules/index.js + 59 modules
var rules = __webpack_require__(26474);
// EXTERNAL MODULE: ./build/run.js + 357 modules
var run = __webpack_require__(14303);
// EXTERNAL MODULE: ./build/cli/check.js
var check = __webpack_require__(90485);
// EXTERNAL MODULE: ./build/cli/output.js
var output = __webpack_require__(38288);
// EXTERNAL MODULE: ./build/git/object/path.js
var object_path = __webpack_require__(31464);
// EXTERNAL MODULE: ./build/system-error.js
var system_error = __webpack_require__(53648);
;// CONCATENATED MODULE: ./build/cli/fix/apply-files.js






/**
 * Writes a fix into a work tree: all of it, or none where a file there is not what was judged. Only regular files below `top`, through no
 * link, and nothing of git's own. Throws InputError.
 */
function applyFiles(top, files) {
    const problems = files.flatMap((file) => problemOf(top, file) ?? []);
    if (problems.length > 0)
        throw new input_error/* InputError */.d(problems);
    for (const { path, after } of files) {
        const file = (0,external_node_path_.join)(top, path);
        try {
            if (after === undefined)
                (0,external_node_fs_.unlinkSync)(file);
            else
                write(file, after);
        }
        catch (error) {
            const code = (0,system_error/* systemErrorCode */.v)(error);
            if (code === undefined)
                throw error;
            const fix = 'make it writable; "git diff" shows what was written before it';
            throw new input_error/* InputError */.d([{ what: `${(0,visible/* visible */.RK)(path)} cannot be written (${code})`, fix }]);
        }
    }
}
function write(file, { bytes, mode }) {
    (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(file), { recursive: true });
    // O_NOFOLLOW: what was a file a moment ago may be a link by now.
    const handle = (0,external_node_fs_.openSync)(file, external_node_fs_.constants.O_WRONLY | external_node_fs_.constants.O_CREAT | external_node_fs_.constants.O_NOFOLLOW, mode === '100755' ? 0o777 : 0o666);
    try {
        (0,external_node_fs_.ftruncateSync)(handle, 0);
        for (let at = 0; at < bytes.length;)
            at += (0,external_node_fs_.writeSync)(handle, bytes, at);
        if (mode === '100755')
            (0,external_node_fs_.fchmodSync)(handle, 0o755);
    }
    finally {
        (0,external_node_fs_.closeSync)(handle);
    }
}
function problemOf(top, { path, before, after }) {
    const shown = (0,visible/* visible */.RK)(path);
    const parts = path.split('/');
    const isOutside = parts.some((part) => part === '' || part === '.' || part === '..' || /^\.git$/i.test(part));
    if (isOutside || path.includes('\\') || !(0,object_path/* isTextPath */.v3)(path)) {
        return { what: `${shown} is not a path that fix writes to`, fix: 'write a patch instead: --patch FILE' };
    }
    if (after !== undefined && after.mode !== '100644' && after.mode !== '100755') {
        return { what: `${shown} would not be a regular file`, fix: 'write a patch instead: --patch FILE' };
    }
    const link = parts.slice(0, -1).findIndex((_, index) => kindOf((0,external_node_path_.join)(top, ...parts.slice(0, index + 1))) === 'other');
    if (link !== -1) {
        const what = `${(0,visible/* visible */.RK)(parts.slice(0, link + 1).join('/'))} is not a folder (a link is not followed)`;
        return { what, fix: 'check the head out as it is: git checkout HEAD -- .' };
    }
    const kind = kindOf((0,external_node_path_.join)(top, path));
    const isAsJudged = before === undefined ? kind === 'nothing' : kind === 'file' && (0,external_node_fs_.readFileSync)((0,external_node_path_.join)(top, path)).equals(before.bytes);
    if (isAsJudged)
        return undefined;
    return {
        what: `${shown} in the work tree is not as it was judged`,
        fix: 'commit or put aside what is changed there, and check out the head; with core.autocrlf use --patch FILE',
    };
}
function kindOf(path) {
    try {
        const stat = (0,external_node_fs_.lstatSync)(path);
        if (stat.isFile())
            return 'file';
        return stat.isDirectory() ? 'folder' : 'other';
    }
    catch (error) {
        const code = (0,system_error/* systemErrorCode */.v)(error);
        if (code === 'ENOENT' || code === 'ENOTDIR')
            return 'nothing';
        return 'other';
    }
}

// EXTERNAL MODULE: ./build/fix/special/skeleton.js
var skeleton = __webpack_require__(8153);
;// CONCATENATED MODULE: ./build/fix/special/left-to-fill.js

/** What a fix writes that is not known from the repository, by a text that it writes for it. */
const gaps = [
    [new RegExp(`name: ${skeleton/* storeToName */.eU}\\s`), `the name (and kind) of your store in place of ${skeleton/* storeToName */.eU}`],
    [/^ *remoteRef:/m, 'where the store has each value: see that remoteRef.key and property are right'],
    [/encryptedData: \{\}/, 'encryptedData: the new value of each key, sealed by the command in the comment above it'],
    [/# Encrypt this file before it is committed/, 'a new value for each key, added with SOPS as the comment says'],
];
/** What somebody has to fill in of what edits of a file write (their texts), in words. */
function leftToFill(written) {
    return gaps.flatMap(([mark, missing]) => (written.some((text) => mark.test(`${text}\n`)) ? [missing] : []));
}

// EXTERNAL MODULE: ./build/report/shell-word.js
var shell_word = __webpack_require__(59010);
;// CONCATENATED MODULE: ./build/cli/fix/fix-text.js



/** What was done for which finding, and what is left, in lines that `git apply` passes over. */
function fixText({ fix, files, patch, onlyApplied }, { isApplied, isStaged, file }) {
    const { left } = fix;
    const fixed = fix.fixed.filter(({ isAside }) => isAside !== true);
    const stays = isApplied ? [] : onlyApplied;
    const asides = fix.fixed.filter((each) => each.isAside === true && !stays.includes(each));
    const lines = [];
    if (fixed.length > 0) {
        const done = fixed.filter((each) => !stays.includes(each));
        lines.push(`Fixed, as judged again: ${done.length} of ${fixed.length + left.length}.`);
        if (done.length < fixed.length)
            lines.push(`Only by --apply: ${fixed.length - done.length}, since a file is left out of the patch. Those findings stay after it.`);
        for (const each of fixed) {
            lines.push(`  ${headline(each.target)}`, `    ${line(each.what)}`);
            if (each.cameToLight === true)
                lines.push('    It was hidden by another finding, and would be one once that is fixed.');
            if (stays.includes(each))
                lines.push('    Only by --apply.');
        }
    }
    if (asides.length > 0) {
        lines.push(`By the same edits: ${asides.length} of ${asides.length === 1 ? 'another rule goes' : 'other rules go'} as well.`);
        for (const { target } of asides)
            lines.push(`  ${headline(target)}`);
    }
    if (left.length > 0) {
        lines.push(`Not fixed: ${left.length}.`);
        for (const { target, why } of left) {
            lines.push(`  ${headline(target)}`, `    ${line(why)}.`);
            if (target.category === 'signature' || target.rule === 'secret-in-history')
                lines.push(`    ${line(target.remedy)}`);
        }
    }
    lines.push(...fillLines(fix.changes));
    if (fix.fixed.some(({ target }) => target.rule === 'plaintext-secret' || target.rule === 'secret-protection-lost')) {
        lines.push(...rotationLines(isStaged));
    }
    if (files.length > 0)
        lines.push(...deliveryLines(files, patch, { isApplied, isStaged, file }));
    return `${lines.join('\n')}\n`;
}
/** What no change of a file does about a secret that was readable. */
function rotationLines(isStaged) {
    if (isStaged)
        return [
            'The secret is not committed yet: put its value into the store that delivers it, and there is no need to rotate it.',
        ];
    return [
        'Rotate each secret, since whoever has the commits knows its value:',
        '  1. Issue a new value where the old one came from, and put it into the store that delivers it.',
        '  2. Merge the fix, see that the new value arrives, and revoke the old one.',
        '  3. The old value stays in the commits, where the next check finds it (secret-in-history): squash them, or take it out by git rebase --interactive.',
    ];
}
function deliveryLines(written, { text, blind, leftOut }, { isApplied, isStaged, file }) {
    const files = `${written.length} ${written.length === 1 ? 'file' : 'files'}`;
    if (isApplied)
        return appliedLines(written, files, isStaged);
    const shown = (paths) => paths.map(line).join(', ');
    return [
        ...(text === ''
            ? []
            : [
                file === undefined
                    ? 'The patch, for "git apply":'
                    : `The patch of ${files} is in ${line(file)}: git apply ${line(file)} (in the top folder of the repository)`,
            ]),
        ...(blind.length > 0
            ? [
                `  ${shown(blind)}: as a binary patch, which shows none of the lines that it takes out, since a secret is among them.`,
            ]
            : []),
        ...(leftOut.length > 0
            ? [
                `  ${shown(leftOut)}: left out of the patch, since a secret would be put there, or in a file that it needs. Use --apply.`,
            ]
            : []),
    ];
}
/** A commit takes what is staged: neither the fix of a staged file nor a file that comes back is, and "git diff" does not show the latter. */
function appliedLines(written, files, isStaged) {
    const names = written.map(({ path }) => (0,shell_word/* shellWord */.r)(`:/${path}`, `:(top,literal)${path}`)).join(' ');
    return [
        `Written to the work tree: ${files}, and not staged yet${isStaged ? ': what is staged is still the change without the fix' : ''}. Stage it, look at it, then commit:`,
        `  git add --all -- ${(0,visible/* visible */.RK)(names)}`,
        '  git diff --cached',
    ];
}
function fillLines(changes) {
    const left = changes.flatMap((change) => {
        // What comes back is filled in.
        const written = change.kind === 'edit' ? change.edits.filter(({ former }) => former === undefined) : [];
        const gaps = leftToFill(written.map(({ text }) => text));
        return gaps.map((gap) => `  ${line(change.path)}: ${gap}`);
    });
    return left.length === 0 ? [] : ['Left for you to fill in, before it works:', ...left];
}
function headline({ rule, position, message }) {
    const place = position === undefined ? '' : `${line(position.file)}:${position.line} `;
    return `${place}${rule}: ${line(message)}`;
}
const line = (text) => (0,visible/* clip */.$Q)((0,visible/* visible */.RK)(text), 400);

;// CONCATENATED MODULE: ./build/cli/fix/git-folder.js


/** Whether a file is, or would be, inside a git folder, through links as well: named `.git`, or with what every one of them has. */
function isInGitFolder(file) {
    const path = (0,external_node_path_.resolve)(file);
    if (isGit((0,external_node_path_.basename)(path)))
        return true;
    const asked = (0,external_node_path_.dirname)(path);
    return [asked, real(asked)].some((folder) => ancestors(folder).some((each) => isGit((0,external_node_path_.basename)(each)) || isBare(each)));
}
const isGit = (name) => name.toLowerCase() === '.git';
const isBare = (folder) => ['HEAD', 'objects', 'refs'].every((name) => (0,external_node_fs_.existsSync)((0,external_node_path_.join)(folder, name)));
/** A folder without links; as it is named where there is none, since nothing can be written to it then. */
function real(folder) {
    try {
        return (0,external_node_fs_.realpathSync)(folder);
    }
    catch {
        return folder;
    }
}
function ancestors(folder) {
    const above = (0,external_node_path_.dirname)(folder);
    return above === folder ? [folder] : [folder, ...ancestors(above)];
}

;// CONCATENATED MODULE: ./build/cli/fix/patch-file.js






const { O_CREAT, O_NOFOLLOW, O_TRUNC, O_WRONLY } = external_node_fs_.constants;
/** The patch is written there, and an old one removed. Throws InputError. */
function demandOutsideGit({ values }) {
    const file = values.get('patch');
    if (file === undefined || !isInGitFolder(file))
        return;
    const what = `${file} is in a git folder: what git obeys is there`;
    throw new input_error/* InputError */.d([{ what, fix: 'write the patch to another folder' }]);
}
/** A link, which the change may have committed, is not followed. */
function writePatch(file, text) {
    try {
        const opened = (0,external_node_fs_.openSync)(file, O_WRONLY | O_CREAT | O_TRUNC | (O_NOFOLLOW ?? 0), 0o666);
        try {
            (0,external_node_fs_.writeFileSync)(opened, text);
        }
        finally {
            (0,external_node_fs_.closeSync)(opened);
        }
    }
    catch (error) {
        const code = (0,system_error/* systemErrorCode */.v)(error);
        if (code === undefined)
            throw error;
        throw new input_error/* InputError */.d([
            { what: `the patch cannot be written to ${file} (${code})`, fix: 'name a file that you may write' },
        ]);
    }
}
/** Where there is no patch, one of an earlier run is not to be taken for it. `git apply` refuses a file that is not there, as it does an empty one. */
function removeOldPatch({ values }) {
    const file = values.get('patch');
    if (file === undefined)
        return;
    try {
        const old = (0,external_node_fs_.lstatSync)(file, { throwIfNoEntry: false });
        if (old === undefined) {
            (0,output/* note */.N)(`there is no patch, so ${(0,visible/* visible */.RK)(file)} is not written`);
            return;
        }
        if (!old.isFile()) {
            const what = `there is no patch, and what is at ${(0,visible/* visible */.RK)(file)} is not a file: it was left alone`;
            throw new input_error/* InputError */.d([{ what, fix: 'do not apply it' }]);
        }
        (0,external_node_fs_.unlinkSync)(file);
    }
    catch (error) {
        const code = (0,system_error/* systemErrorCode */.v)(error);
        if (code === undefined)
            throw error;
        const what = `there is no patch, and the old ${(0,visible/* visible */.RK)(file)} cannot be removed (${code})`;
        throw new input_error/* InputError */.d([{ what, fix: 'remove it, and do not apply it' }]);
    }
    (0,output/* note */.N)(`there is no patch: the old ${(0,visible/* visible */.RK)(file)} is removed`);
}

;// CONCATENATED MODULE: ./build/cli/fix/fix.js















/**
 * `fix`: the smallest changes that make findings go away, as a patch on standard output or in a file, or written to the work tree. Ends with 0 where nothing is
 * left to fix, with 1 where something is, with 2 where the change could not be judged.
 */
async function fixCommand(args) {
    const rule = ruleOf(args);
    if (args.switches.has('apply') && args.values.has('patch'))
        throw new input_error/* InputError */.d([{ what: '--apply and --patch exclude each other', fix: 'give one of them' }]);
    demandOutsideGit(args);
    const request = await (0,check.localRequest)(args);
    const inputs = { ...(0,check.inputsOf)(args, 'check', request), fix: { rule } };
    const examined = await (0,run/* examine */.s)(inputs, (0,check.personsHost)(args));
    const { fix, report } = examined;
    if (fix === undefined) {
        for (const { what, remedy } of report.verdict.unjudged)
            (0,output.complain)(what, remedy);
        removeOldPatch(args);
        return (0,gate/* exitCode */.I$)(report.verdict);
    }
    const isAsked = ({ isAside }) => isAside !== true;
    const { left } = fix.fix;
    const fixed = fix.fix.fixed.filter(isAsked);
    const stays = args.switches.has('apply') ? [] : fix.onlyApplied.filter(isAsked);
    if (fixed.length + left.length === 0) {
        (0,output.say)(rule === undefined ? 'There is no finding to fix.\n' : `There is no finding of ${rule} to fix.\n`);
        removeOldPatch(args);
    }
    else
        await deliver(args, examined, fix);
    for (const { what, remedy } of report.verdict.unjudged)
        (0,output.complain)(what, remedy);
    if (left.length + stays.length > 0)
        return 1;
    return report.verdict.unjudged.length > 0 ? 2 : 0;
}
async function deliver(args, { report }, fix) {
    const file = args.values.get('patch');
    const isApplied = args.switches.has('apply');
    if (isApplied)
        await apply(args, report.range.head, fix);
    else if (file !== undefined && fix.patch.text !== '')
        writePatch(file, fix.patch.text);
    const isStaged = args.switches.has('staged');
    (0,output.say)(fixText(fix, { isApplied, isStaged, file }));
    if (fix.patch.text === '')
        removeOldPatch(args);
    if (isApplied || file !== undefined)
        return;
    const { text } = fix.patch;
    const isSafe = (0,workflow_command/* logText */.kc)(text) === text &&
        (process.stdout.isTTY !== true ||
            text.split('\n').every((line) => (0,visible/* visible */.RK)(line.replace(/[\t\r]/g, '')) === line.replace(/[\t\r]/g, '')));
    if (isSafe)
        process.stdout.write(text);
    else
        (0,output/* note */.N)('the patch holds characters that a terminal or a job’s log would obey: write it to a file with --patch FILE');
}
/** Writes to the work tree, which has to be that of the head. */
async function apply(args, head, { files }) {
    const repository = await (0,open_repository/* openRepository */.h)(args.values.get('repo') ?? process.cwd());
    const top = repository.directory;
    try {
        if (!(0,external_node_fs_.existsSync)((0,external_node_path_.join)(top, '.git'))) {
            const what = `${top} is a bare repository.`;
            throw new input_error/* InputError */.d([{ what, fix: 'write a patch instead: --patch FILE' }]);
        }
        if (head !== undefined && (await repository.resolve('HEAD', 'commit')) !== head) {
            const what = `${head.slice(0, 12)} is not checked out, so that its files are not there to be changed`;
            throw new input_error/* InputError */.d([{ what, fix: 'check it out, or write a patch: --patch FILE' }]);
        }
        if (head !== undefined)
            await demandNothingStaged(repository, head, files);
    }
    finally {
        await repository.close();
    }
    applyFiles(top, files);
}
/** What is staged of a file was not judged, and the next commit would have it instead of the fix. Throws InputError. */
async function demandNothingStaged(repository, head, files) {
    const { after } = await repository.range({ kind: 'staged', base: head });
    const staged = new Set((await repository.changes(head, after)).map(({ path }) => path));
    const fix = 'commit it, or take it back: git restore --staged FILE; with "fix --staged" it is what is judged';
    const problems = files
        .filter(({ path }) => staged.has(path))
        .map(({ path }) => ({ what: `${(0,visible/* visible */.RK)(path)} is staged with other content than what was judged`, fix }));
    if (problems.length > 0)
        throw new input_error/* InputError */.d(problems);
}
function ruleOf({ values }) {
    const rule = values.get('rule');
    const ids = rules/* rules */.a.map(({ id }) => id);
    if (rule === undefined || ids.includes(rule))
        return rule;
    const meant = (0,nearest/* nearest */.p)(rule, ids);
    const fix = meant === undefined ? `one of: ${ids.join(', ')}` : `did you mean ${meant}?`;
    throw new input_error/* InputError */.d([{ what: `there is no rule ${JSON.stringify(rule)}`, fix }]);
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

/***/ 59010:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ quoted),
/* harmony export */   r: () => (/* binding */ shellWord)
/* harmony export */ });
/** A word as a shell takes it: `plain` where that needs no quotes and no pattern is in it, else `exact` in quotes. */
function shellWord(plain, exact = plain) {
    return /^[\w./:+@-]+$/.test(plain) ? plain : quoted(exact);
}
/** A text as one word of a shell, whatever is in it. */
const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;


/***/ })

};
