#!/usr/bin/env node
import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 42613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 35317:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ 29907:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("cluster");

/***/ }),

/***/ 76982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 24434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 79896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 58611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 65692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 69278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 34589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 16698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 31421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 37540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 77598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 53053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 40610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 78474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 73024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 51455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 37067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 32467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 44708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 77030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 48161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 76760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 53916:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path/posix");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 41792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 57075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 41692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 73136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 57975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 73429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 75919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 38522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 70857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 16928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 13193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 53557:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");

/***/ }),

/***/ 64756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 39023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 33986:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _cli_program_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(86089);

/** A reader that closed the pipe (`| head`) has read enough; a report that could not be written is not a pass. */
function outputFailed(error) {
    if (error.code === 'EPIPE')
        return;
    isOutputLost = true;
    process.exitCode ||= 2;
    process.stderr.write(`gitops-gate: Standard output cannot be written to (${error.code}).\n`);
}
let isOutputLost = false;
process.stdout.on('error', outputFailed);
process.stderr.on('error', () => { });
process.on('uncaughtException', async (error) => process.exit(await (0,_cli_program_js__WEBPACK_IMPORTED_MODULE_0__/* .failProgram */ .P)(error)));
const exitCode = await (0,_cli_program_js__WEBPACK_IMPORTED_MODULE_0__/* .runProgram */ .m)(process.argv.slice(2));
process.exitCode = isOutputLost && exitCode === 0 ? 2 : exitCode;

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 93375:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ localFolder)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(76760);
/* harmony import */ var _policy_trusted_folder_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(66965);



/** The files below a local folder, as those of a commit's tree would be; undefined where it is not a folder that can be read. */
function localFolder(folder) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(folder, { recursive: true, withFileTypes: true })
            .filter((entry) => !entry.isDirectory())
            .map((entry) => {
            const file = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(entry.parentPath, entry.name);
            const path = file.replaceAll('\\', '/');
            const mode = entry.isSymbolicLink() ? '120000' : '100644';
            const small = !entry.isSymbolicLink() && (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(file).size <= _policy_trusted_folder_js__WEBPACK_IMPORTED_MODULE_2__/* .trustedFileLimit */ .bF;
            return { path, mode, bytes: small ? (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file) : undefined };
        });
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 86089:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  P: () => (/* binding */ failProgram),
  m: () => (/* binding */ runProgram)
});

// EXTERNAL MODULE: ./build/gather/budget.js
var budget = __nccwpck_require__(9653);
// EXTERNAL MODULE: ./build/git/object/missing-objects-error.js
var missing_objects_error = __nccwpck_require__(39069);
// EXTERNAL MODULE: ./build/host/internal-error.js
var internal_error = __nccwpck_require__(54965);
// EXTERNAL MODULE: ./build/input-error.js
var input_error = __nccwpck_require__(53587);
// EXTERNAL MODULE: ./build/nearest.js
var nearest = __nccwpck_require__(77658);
// EXTERNAL MODULE: ./build/version.js
var version = __nccwpck_require__(58508);
;// CONCATENATED MODULE: ./build/cli/arguments.js

/** Reads `--flag value`, `--flag=value`, `-n value` and positionals (all after `--`); never throws, collects every problem. */
function readArguments(argv, flags) {
    const values = new Map();
    const switches = new Set();
    const positionals = [];
    const problems = [];
    const rest = [...argv];
    for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
        if (word === '--') {
            positionals.push(...rest.splice(0));
        }
        else if (!word.startsWith('-') || word === '-') {
            positionals.push(word);
        }
        else {
            const { name, inline } = split(word);
            const flag = flags.find((f) => `--${f.name}` === name || (f.short !== undefined && `-${f.short}` === name));
            if (flag === undefined)
                problems.push(unknownFlag(name, flags));
            else if (flag.value === undefined)
                addSwitch(flag, inline, switches, problems);
            else
                addValue(flag, inline ?? nextValue(rest), values, problems);
        }
    }
    return { values, switches, positionals, problems };
}
function split(word) {
    const equals = word.indexOf('=');
    if (!word.startsWith('--') || equals < 0)
        return { name: word, inline: undefined };
    return { name: word.slice(0, equals), inline: word.slice(equals + 1) };
}
/** The flag's argument, unless the next word is a flag itself. */
function nextValue(rest) {
    return rest[0]?.startsWith('--') ? undefined : rest.shift();
}
function unknownFlag(name, flags) {
    const known = ['--help', ...flags.map((f) => `--${f.name}`)];
    const meant = (0,nearest/* nearest */.p)(name, known);
    return {
        what: `unknown flag ${name}`,
        fix: meant === undefined ? `known flags: ${known.join(', ')}` : `did you mean ${meant}?`,
    };
}
function addSwitch(flag, inline, switches, problems) {
    if (inline === undefined)
        switches.add(flag.name);
    else
        problems.push({ what: `--${flag.name} takes no value`, fix: `write --${flag.name} alone` });
}
function addValue(flag, value, values, problems) {
    if (value === undefined || value === '') {
        problems.push({ what: `--${flag.name} lacks its value`, fix: `write --${flag.name} ${flag.value}` });
    }
    else if (values.has(flag.name)) {
        problems.push({ what: `--${flag.name} is given twice`, fix: 'give it once' });
    }
    else if (flag.choices !== undefined && !flag.choices.includes(value)) {
        const meant = (0,nearest/* nearest */.p)(value, flag.choices);
        problems.push({
            what: `--${flag.name} cannot be ${JSON.stringify(value)}`,
            fix: meant === undefined ? `one of: ${flag.choices.join(', ')}` : `did you mean ${meant}?`,
        });
    }
    else {
        values.set(flag.name, value);
    }
}

// EXTERNAL MODULE: ./build/host/forge/channels.js
var channels = __nccwpck_require__(7895);
// EXTERNAL MODULE: ./build/inputs.js
var inputs = __nccwpck_require__(58175);
// EXTERNAL MODULE: ./build/publish/summary-mode.js
var summary_mode = __nccwpck_require__(58722);
// EXTERNAL MODULE: ./build/report/formats.js
var formats = __nccwpck_require__(27787);
// EXTERNAL MODULE: ./build/severity.js
var severity = __nccwpck_require__(15989);
// EXTERNAL MODULE: ./build/gather/commits.js + 6 modules
var commits = __nccwpck_require__(52435);
// EXTERNAL MODULE: ./build/git/open-repository.js + 22 modules
var open_repository = __nccwpck_require__(13416);
// EXTERNAL MODULE: ./build/git/range/range.js
var range = __nccwpck_require__(96892);
// EXTERNAL MODULE: ./build/policy/defaults.js
var defaults = __nccwpck_require__(56221);
// EXTERNAL MODULE: ./build/policy/trusted-folder.js
var trusted_folder = __nccwpck_require__(66965);
// EXTERNAL MODULE: ./build/report/machine/json.js
var json = __nccwpck_require__(22243);
// EXTERNAL MODULE: ./build/report/terminal/terminal-commits.js
var terminal_commits = __nccwpck_require__(6797);
// EXTERNAL MODULE: ./build/cli/local-folder.js
var local_folder = __nccwpck_require__(93375);
// EXTERNAL MODULE: ./build/cli/terminal-style.js
var terminal_style = __nccwpck_require__(66777);
;// CONCATENATED MODULE: ./build/cli/verify/verify.js










/** The formats alongside text and its own JSON: those in which the run itself is said. */
const verifyFormats = ['ocsf', 'ecs', 'openmetrics'];
/** `verify`: signatures only. Resolves to 0 all accepted, 1 a commit refused, 2 something unchecked. */
async function verify(args) {
    const repository = await (0,open_repository/* openRepository */.h)(args.values.get('repo') ?? process.cwd());
    try {
        const revisions = await repository.revisions(args.positionals);
        if (revisions.commits.length + revisions.tags.length === 0) {
            const what = `There is no commit to verify in ${args.positionals.join(' ')}.`;
            throw new input_error/* InputError */.d([{ what, fix: 'Write the older end first: OLD..NEW' }]);
        }
        const start = Date.now();
        const trusted = await trustOf(args.values.get('trust'), repository);
        const { policy, files, unjudged } = trusted;
        const context = { now: start, isPush: false, tagName: undefined };
        const verification = await (0,commits/* verifyRange */.P)(repository, revisions, files, policy.signatures, context);
        const { redact } = await Promise.resolve(/* import() */).then(__nccwpck_require__.bind(__nccwpck_require__, 17234));
        const { complain, say } = await __nccwpck_require__.e(/* import() */ 8288).then(__nccwpck_require__.bind(__nccwpck_require__, 38288));
        // A broken folder has named its keys already.
        const trustProblems = unjudged.length > 0 ? unjudged : verification.keyProblems;
        for (const { what, remedy } of trustProblems)
            complain(what, remedy);
        const verified = redact(verification.commits);
        const unknown = [...trustProblems, ...verification.unchecked];
        const exitCode = verified.some(isRefused) ? 1 : unknown.length > 0 ? 2 : 0;
        const format = args.values.get('format');
        const name = verifyFormats.find((each) => each === format);
        if (name !== undefined) {
            const { renderVerify } = await __nccwpck_require__.e(/* import() */ 4361).then(__nccwpck_require__.bind(__nccwpck_require__, 14361));
            const folder = args.values.get('repo') ?? process.cwd();
            say(await renderVerify(name, {
                repository,
                folder,
                revisions,
                trusted,
                verification,
                unjudged: unknown,
                exitCode,
                start,
            }));
        }
        else
            say(format === 'json' ? (0,json.renderVerifyJson)(verified) : (0,terminal_commits/* renderVerifyTerminal */.Q)(verified, (0,terminal_style/* terminalStyle */.w)()));
        return exitCode;
    }
    finally {
        await repository.close();
    }
}
function isRefused({ signature }) {
    return !signature.accepted && signature.state !== 'could-not-check';
}
/** Keys come from `--trust DIR`, or from the default branch's tip; never from what is verified. */
async function trustOf(folder, repository) {
    if (folder !== undefined) {
        const local = await readLocalFolder(listFolder(folder), folder);
        return { ...local, unjudged: [], record: { folder }, commit: undefined };
    }
    const branch = await repository.defaultBranch();
    const trust = branch === undefined ? undefined : await repository.resolve(branch, 'commit');
    const inputs = { policyPath: '.gitops-gate', kubernetesVersion: undefined };
    const { readTrusted } = await Promise.all(/* import() */[__nccwpck_require__.e(3243), __nccwpck_require__.e(9642), __nccwpck_require__.e(4613), __nccwpck_require__.e(9152)]).then(__nccwpck_require__.bind(__nccwpck_require__, 99152));
    return { ...(await readTrusted(repository, { ...(0,range/* emptyRange */.t)('audit'), trust }, inputs)), commit: trust };
}
/** A local folder in the place of the base's; every problem of it is the caller's own. What reads a policy is loaded where there is one. */
async function readLocalFolder(entries, folder) {
    const contents = (0,trusted_folder/* folderContents */.$c)(entries, folder);
    const { policy, files, problems } = contents.policy === undefined
        ? { ...contents, policy: defaults/* defaultPolicy */.G }
        : (await Promise.all(/* import() */[__nccwpck_require__.e(3243), __nccwpck_require__.e(9642)]).then(__nccwpck_require__.bind(__nccwpck_require__, 69642))).readTrustedFolder(entries, folder);
    if (problems.length === 0)
        return { policy, files };
    throw new input_error/* InputError */.d(problems.map(({ file, line, what, fix }) => ({ what: `${file}:${line}: ${what}`, fix })));
}
function listFolder(folder) {
    const entries = (0,local_folder/* localFolder */.M)(folder);
    if (entries !== undefined)
        return entries;
    throw new input_error/* InputError */.d([
        { what: `--trust ${folder} is not a folder that can be read`, fix: 'name one like .gitops-gate' },
    ]);
}

;// CONCATENATED MODULE: ./build/cli/commands.js






const repo = { name: 'repo', value: 'DIR', help: 'the repository (default: here)' };
const out = { name: 'out', value: 'DIR', help: 'write every report format into this folder' };
const previousReport = {
    name: 'previous-report',
    value: 'FILE',
    help: 'the report.json of the run before: --format ocsf and ecs then say which findings are new, known or gone',
};
const failOn = {
    name: 'fail-on',
    value: 'SEVERITY',
    choices: [...severity/* severities */.gO, 'never'],
    help: `block at this severity or above: ${severity/* severities */.gO.join(', ')} or never; can only tighten the base's policy`,
};
const policyPath = {
    name: 'policy-path',
    value: 'DIR',
    help: 'the gate’s folder, where the base has no .gitops-gate (default)',
};
const kubernetes = {
    name: 'kubernetes-version',
    value: 'VERSION',
    help: 'whose default roles hold, e.g. 1.34',
};
const render = {
    name: 'render',
    value: 'MODE',
    choices: [...inputs/* renderModes */.n],
    help: 'whether every kustomization and chart the change reaches must be rendered: auto (default) or required',
};
const scan = {
    name: 'scan',
    value: 'WHAT',
    choices: [...inputs/* scans */.R],
    help: 'what SARIF, Code Quality and security reports hold: the change (default), or the state after it; with --ci by the event',
};
/** With --ci alone: what is written on the request. */
const comments = [
    {
        name: 'comment',
        value: 'MODE',
        choices: [...channels/* commentModes */.sw],
        help: 'with --ci: comment on lines and in a summary (inline, default), in the summary alone, or not at all (off)',
    },
    {
        name: 'summary-comment',
        value: 'MODE',
        choices: [...summary_mode/* summaryModes */.X],
        help: 'with --ci: always, when-found (default) or off',
    },
    { name: 'max-comments', value: 'COUNT', help: 'with --ci: at most so many comments on lines (default: 20)' },
    { name: 'name', value: 'NAME', help: 'with --ci: tells this gate’s comments from those of others on the request' },
];
const base = { name: 'base', value: 'REV', help: 'the target branch’s tip (default: the default branch)' };
const head = { name: 'head', value: 'REV', help: 'the change (default: HEAD)' };
const staged = { name: 'staged', help: 'judge what is staged for the next commit' };
const rev = { name: 'rev', value: 'REV', help: 'the revision to read (default: HEAD)' };
const ages = { name: 'ages', help: 'how old each secret is, and which are stale by the policy' };
/** Where the repository is on its forge, for what reads its settings. */
const place = [
    { name: 'branch', value: 'BRANCH', help: 'look at this branch, instead of those that the policy delivers from' },
    {
        name: 'forge',
        value: 'FORGE',
        choices: ['github', 'gitlab'],
        help: 'what the forge is, where its address does not say',
    },
    {
        name: 'project',
        value: 'NAME',
        help: 'the repository there: its address, or OWNER/NAME (default: where origin is)',
    },
    {
        name: 'api-url',
        value: 'URL',
        help: 'the address of its API, e.g. https://git.example.com/api/v3 (default: by its host)',
    },
];
const scope = { name: 'scope', value: 'SCOPE', help: 'only this cluster (default: each)' };
function format(...choices) {
    return { name: 'format', value: 'FORMAT', choices, help: `${choices.join(', ')} (default: ${choices[0]})` };
}
/** The report for a person, or in one of the formats that `--out` writes. */
const reportFormat = format('text', ...formats/* formatNames */.EI);
/** Every command, in the order of the help. What reads git and verifies is at hand; each loads the rest of its code only when it runs. */
const commands = [
    {
        name: 'check',
        usage: 'check [--repo DIR] [--base REV] [--head REV | --staged] [--format FORMAT] [--out DIR]',
        summary: 'judge a change: what merging HEAD into BASE would do',
        flags: [
            repo,
            base,
            head,
            staged,
            {
                name: 'ci',
                value: 'FORGE',
                choices: ['github', 'gitlab'],
                help: 'take the range from the job: github (also needs GITHUB_TOKEN) or gitlab',
            },
            ...comments,
            failOn,
            reportFormat,
            out,
            previousReport,
            scan,
            policyPath,
            render,
            kubernetes,
        ],
        positionals: [0, 0],
        run: async (args) => args.values.has('ci')
            ? (await Promise.all(/* import() */[__nccwpck_require__.e(3243), __nccwpck_require__.e(9642), __nccwpck_require__.e(4613), __nccwpck_require__.e(6474), __nccwpck_require__.e(9152), __nccwpck_require__.e(485), __nccwpck_require__.e(3874)]).then(__nccwpck_require__.bind(__nccwpck_require__, 43874))).checkOnCi(args)
            : (await Promise.all(/* import() */[__nccwpck_require__.e(3243), __nccwpck_require__.e(9642), __nccwpck_require__.e(4613), __nccwpck_require__.e(6474), __nccwpck_require__.e(9152), __nccwpck_require__.e(485)]).then(__nccwpck_require__.bind(__nccwpck_require__, 90485))).check(args),
    },
    {
        name: 'fix',
        usage: 'fix [--repo DIR] [--base REV] [--head REV | --staged] [--rule RULE] [--apply | --patch FILE]',
        summary: 'print the smallest changes that make the findings go away, as a patch',
        flags: [
            repo,
            base,
            head,
            staged,
            { name: 'rule', value: 'RULE', help: 'only the findings of this one rule (default: all rules)' },
            { name: 'apply', help: 'write the fix to the work tree, which has to be that of the head' },
            {
                name: 'patch',
                value: 'FILE',
                help: 'write the patch to this file; with nothing to write, an old one goes (default: standard output)',
            },
            policyPath,
            render,
            kubernetes,
        ],
        positionals: [0, 0],
        run: async (args) => (await Promise.all(/* import() */[__nccwpck_require__.e(3243), __nccwpck_require__.e(9642), __nccwpck_require__.e(4613), __nccwpck_require__.e(6474), __nccwpck_require__.e(9152), __nccwpck_require__.e(485), __nccwpck_require__.e(1732)]).then(__nccwpck_require__.bind(__nccwpck_require__, 1732))).fixCommand(args),
    },
    {
        name: 'verify',
        usage: 'verify [--repo DIR] [--trust DIR] [--format FORMAT] REV|RANGE...',
        summary: 'verify signatures only',
        flags: [
            repo,
            { name: 'trust', value: 'DIR', help: 'a folder like .gitops-gate to trust instead of the default branch’s' },
            format('text', 'json', ...verifyFormats),
        ],
        positionals: [1, Number.POSITIVE_INFINITY],
        run: verify,
    },
    {
        name: 'audit',
        usage: 'audit [--repo DIR] [--rev REV] [--ages] [--posture] [--format FORMAT] [--out DIR]',
        summary: 'report everything at REV, as if all were new',
        flags: [
            repo,
            rev,
            ages,
            { name: 'posture', help: 'read how the repository is set up on its forge as well, with the token at hand' },
            ...place,
            failOn,
            reportFormat,
            out,
            previousReport,
            policyPath,
            render,
            kubernetes,
        ],
        positionals: [0, 0],
        run: async (args) => (await Promise.all(/* import() */[__nccwpck_require__.e(3243), __nccwpck_require__.e(9642), __nccwpck_require__.e(4613), __nccwpck_require__.e(6474), __nccwpck_require__.e(9152), __nccwpck_require__.e(485)]).then(__nccwpck_require__.bind(__nccwpck_require__, 90485))).audit(args),
    },
    {
        name: 'posture',
        usage: 'posture [--repo DIR] [--branch BRANCH] [--project NAME] [--format FORMAT] [--out DIR]',
        summary: 'say how the repository is set up on its forge: protected branches, reviews, who bypasses them',
        flags: [repo, ...place, rev, failOn, reportFormat, out, previousReport, policyPath, kubernetes],
        positionals: [0, 0],
        run: async (args) => (await Promise.all(/* import() */[__nccwpck_require__.e(3243), __nccwpck_require__.e(9642), __nccwpck_require__.e(4613), __nccwpck_require__.e(6474), __nccwpck_require__.e(9152), __nccwpck_require__.e(485), __nccwpck_require__.e(6897)]).then(__nccwpck_require__.bind(__nccwpck_require__, 76897))).posture(args),
    },
    {
        name: 'who-can',
        usage: 'who-can VERB RESOURCE [-n NAMESPACE] [--repo DIR] [--rev REV] [--scope SCOPE]',
        summary: 'list who may do this, by the repository’s RBAC',
        flags: [
            repo,
            rev,
            scope,
            { name: 'namespace', short: 'n', value: 'NAMESPACE', help: 'inside this namespace (default: everywhere)' },
            { name: 'any-verb', help: 'ask for a verb that is none of Kubernetes’ own' },
            format('text', 'json'),
            kubernetes,
        ],
        positionals: [2, 2],
        run: async (args) => (await Promise.all(/* import() */[__nccwpck_require__.e(3243), __nccwpck_require__.e(9642), __nccwpck_require__.e(4613), __nccwpck_require__.e(6474), __nccwpck_require__.e(9152), __nccwpck_require__.e(485), __nccwpck_require__.e(5264)]).then(__nccwpck_require__.bind(__nccwpck_require__, 65264))).whoCanCommand(args),
    },
    {
        name: 'permissions',
        usage: 'permissions SUBJECT [--repo DIR] [--rev REV] [--scope SCOPE]',
        summary: 'list what a subject may do: user:NAME, group:NAME or serviceaccount:NAMESPACE/NAME (sa: for short)',
        flags: [repo, rev, scope, format('text', 'json'), kubernetes],
        positionals: [1, 1],
        run: async (args) => (await Promise.all(/* import() */[__nccwpck_require__.e(3243), __nccwpck_require__.e(9642), __nccwpck_require__.e(4613), __nccwpck_require__.e(6474), __nccwpck_require__.e(9152), __nccwpck_require__.e(485), __nccwpck_require__.e(5264)]).then(__nccwpck_require__.bind(__nccwpck_require__, 65264))).permissionsCommand(args),
    },
    {
        name: 'last-good',
        usage: 'last-good [--branch BRANCH] [--since REV] [--commits N] [--repo DIR] [--format FORMAT]',
        summary: 'name the newest good commit of a branch, what a return to it would undo, and the commands for it',
        flags: [
            repo,
            { name: 'branch', value: 'BRANCH', help: 'whose history (default: the default branch)' },
            { name: 'since', value: 'REV', help: 'begin at this commit of the branch, known to be good' },
            { name: 'commits', value: 'N', help: 'how many commits of the branch are looked at (default: 100)' },
            {
                ...failOn,
                choices: severity/* severities */.gO,
                help: `what counts, from this severity on: ${severity/* severities */.gO.join(', ')}; can only tighten the base's policy`,
            },
            format('text', 'json'),
            policyPath,
            kubernetes,
        ],
        positionals: [0, 0],
        run: async (args) => (await Promise.all(/* import() */[__nccwpck_require__.e(3243), __nccwpck_require__.e(9642), __nccwpck_require__.e(4613), __nccwpck_require__.e(6474), __nccwpck_require__.e(9152), __nccwpck_require__.e(485), __nccwpck_require__.e(2613)]).then(__nccwpck_require__.bind(__nccwpck_require__, 92613))).lastGoodCommand(args),
    },
    {
        name: 'render',
        usage: 'render [--root ROOT] [--rev REV | --diff [--base REV] [--head REV]] [--repo DIR]',
        summary: 'show what kustomizations and charts give, as the gate sees it',
        flags: [
            repo,
            rev,
            { name: 'root', value: 'ROOT', help: 'show the objects of this root: its name as listed, or its folder' },
            { name: 'diff', help: 'show what the change makes of the objects' },
            base,
            head,
            kubernetes,
        ],
        positionals: [0, 0],
        run: async (args) => (await Promise.all(/* import() */[__nccwpck_require__.e(3243), __nccwpck_require__.e(9642), __nccwpck_require__.e(4613), __nccwpck_require__.e(6474), __nccwpck_require__.e(9152), __nccwpck_require__.e(485), __nccwpck_require__.e(9440)]).then(__nccwpck_require__.bind(__nccwpck_require__, 39440))).renderCommand(args),
    },
    {
        name: 'policy',
        invoked: 'policy validate',
        usage: 'policy validate [FOLDER|FILE]',
        summary: 'check the folder .gitops-gate with its keys, or one policy file, with line numbers',
        flags: [],
        positionals: [1, 2],
        run: async (args) => (await Promise.all(/* import() */[__nccwpck_require__.e(3243), __nccwpck_require__.e(9642), __nccwpck_require__.e(4613), __nccwpck_require__.e(6474), __nccwpck_require__.e(451)]).then(__nccwpck_require__.bind(__nccwpck_require__, 80451))).policyCommand(args),
    },
    {
        name: 'ignore',
        usage: 'ignore FINGERPRINT|--all --rule RULE|--import TOOL FILE --reason TEXT --until DATE [--report report.json | --base REV --head REV | --staged | --audit [--ages]]',
        summary: 'print the policy entry that accepts a finding, those for all of a rule, or those of another scanner’s list',
        flags: [
            repo,
            { name: 'reason', value: 'TEXT', help: 'why it is accepted (required)' },
            { name: 'until', value: 'DATE', help: 'the last day it is accepted, YYYY-MM-DD (required)' },
            { name: 'all', help: 'every finding of the rule that --rule names, each by its own entry' },
            { name: 'rule', value: 'RULE', help: 'with --all: whose findings' },
            {
                name: 'import',
                value: 'TOOL',
                choices: ['gitleaks', 'detect-secrets', 'trufflehog'],
                help: 'the secrets at the places that a list of gitleaks, detect-secrets or trufflehog names: FILE',
            },
            { name: 'report', value: 'FILE', help: 'the report.json that lists it (default: check again)' },
            base,
            head,
            staged,
            { name: 'audit', help: 'look among everything that is there, as audit does' },
            { name: 'ages', help: 'look among the ages of everything that is there too, as audit --ages does' },
            { ...rev, help: 'with --audit or --import: the revision to read (default: HEAD)' },
            policyPath,
        ],
        // What is missing is said together.
        positionals: [0, 1],
        run: async (args) => (await Promise.all(/* import() */[__nccwpck_require__.e(3243), __nccwpck_require__.e(9642), __nccwpck_require__.e(4613), __nccwpck_require__.e(6474), __nccwpck_require__.e(9152), __nccwpck_require__.e(485), __nccwpck_require__.e(3751)]).then(__nccwpck_require__.bind(__nccwpck_require__, 13751))).ignoreCommand(args),
    },
    {
        name: 'init',
        usage: 'init [--repo DIR]',
        summary: 'write what is missing of a commented starting folder .gitops-gate',
        flags: [repo],
        positionals: [0, 0],
        run: async (args) => (await __nccwpck_require__.e(/* import() */ 8437).then(__nccwpck_require__.bind(__nccwpck_require__, 78437))).initCommand(args),
    },
    {
        name: 'demo',
        usage: 'demo [--format FORMAT]',
        summary: 'judge a bad change in a sample repository',
        flags: [reportFormat],
        positionals: [0, 0],
        run: async (args) => (await Promise.all(/* import() */[__nccwpck_require__.e(3243), __nccwpck_require__.e(9642), __nccwpck_require__.e(4613), __nccwpck_require__.e(6474), __nccwpck_require__.e(9152), __nccwpck_require__.e(485), __nccwpck_require__.e(2332)]).then(__nccwpck_require__.bind(__nccwpck_require__, 52332))).demo(args),
    },
    {
        name: 'explain',
        usage: 'explain RULE',
        summary: 'print a rule’s page: what it finds, why, and how to fix it',
        flags: [],
        positionals: [1, 1],
        run: async (args) => (await Promise.all(/* import() */[__nccwpck_require__.e(3243), __nccwpck_require__.e(9642), __nccwpck_require__.e(4613), __nccwpck_require__.e(6474), __nccwpck_require__.e(4836)]).then(__nccwpck_require__.bind(__nccwpck_require__, 24836))).explain(args),
    },
];

;// CONCATENATED MODULE: ./build/cli/help.js
const invoked = ({ name, invoked: whole }) => whole ?? name;
/** The text of `--help`. */
function programHelp(commands) {
    const width = Math.max(...commands.map((c) => invoked(c).length));
    return [
        'gitops-gate judges changes to Kubernetes manifests before they are merged: commit signatures, permissions, secrets,',
        'and every other protection that is lost.',
        '',
        'Usage: gitops-gate COMMAND [FLAGS]',
        '',
        ...commands.map((c) => `  ${invoked(c).padEnd(width)}  ${c.summary}`),
        '',
        '  gitops-gate COMMAND --help   the flags of a command',
        '  gitops-gate --version',
        '',
        'Exit codes: 0 passed, 1 blocked, 2 could not judge (bad input, missing history, broken policy), 3 an internal error.',
        '',
    ].join('\n');
}
/** The text of `COMMAND --help`. */
function commandHelp(command) {
    const rows = command.flags.map((flag) => {
        const short = flag.short === undefined ? '' : `-${flag.short}, `;
        const value = flag.value === undefined ? '' : ` ${flag.value}`;
        return { left: `${short}--${flag.name}${value}`, help: flag.help };
    });
    const width = Math.max(0, ...rows.map((row) => row.left.length));
    return [
        `Usage: gitops-gate ${command.usage}`,
        '',
        `${command.summary.charAt(0).toUpperCase()}${command.summary.slice(1)}.`,
        ...(rows.length === 0 ? [] : ['', ...rows.map((row) => `  ${row.left.padEnd(width)}  ${row.help}`)]),
        '',
    ].join('\n');
}

;// CONCATENATED MODULE: ./build/cli/node-version.js
/** The oldest major version that this program runs on; package.json says the same. */
const oldest = 20;
/** What is wrong with a version of Node.js, such as `18.20.8`; undefined where it will do. */
function nodeProblem(version) {
    if (Number.parseInt(version, 10) >= oldest)
        return undefined;
    return { what: `Node.js ${version} is too old.`, fix: 'Run it with Node.js 20.20 or newer.' };
}

;// CONCATENATED MODULE: ./build/cli/program.js










/** Runs the command that `argv` names; resolves to the exit code, also of a failure (how-it-judges.md, "Outcomes and exit codes"). */
function runProgram(argv) {
    return runCommand(argv).catch(failProgram);
}
async function runCommand(argv) {
    const old = nodeProblem(process.versions.node);
    if (old !== undefined)
        throw new input_error/* InputError */.d([old]);
    const [name, ...rest] = argv;
    if (name === 'help' && rest.length > 0)
        return runCommand([...rest.slice(0, 1), '--help']);
    if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
        process.stdout.write(programHelp(commands));
        return name === undefined ? 2 : 0;
    }
    if (name === '--version' || name === '-V' || name === '-v') {
        process.stdout.write(`${version/* version */.rE}\n`);
        return 0;
    }
    const command = commands.find((c) => c.name === name);
    if (command === undefined)
        throw new input_error/* InputError */.d([unknownCommand(name)]);
    if (rest.includes('--help') || rest.includes('-h')) {
        process.stdout.write(commandHelp(command));
        return 0;
    }
    const args = readArguments(rest, command.flags);
    const problems = [...args.problems, ...positionalProblems(command, args.positionals)];
    if (problems.length > 0)
        throw new input_error/* InputError */.d(problems);
    checkWorkingDirectory();
    return command.run(args);
}
/** Every command may ask where it was called. */
function checkWorkingDirectory() {
    try {
        process.cwd();
    }
    catch {
        throw new input_error/* InputError */.d([{ what: 'The directory this was called in is gone.', fix: 'Change into one that exists.' }]);
    }
}
function unknownCommand(name) {
    const names = commands.map((c) => c.name);
    if (name.startsWith('-')) {
        const meant = (0,nearest/* nearest */.p)(name, ['--help', '--version']);
        const fix = meant === undefined ? 'write the command first: gitops-gate COMMAND [FLAGS]' : `did you mean ${meant}?`;
        return { what: `unknown flag ${name}`, fix };
    }
    const meant = (0,nearest/* nearest */.p)(name, names);
    return {
        what: `unknown command ${JSON.stringify(name)}`,
        fix: meant === undefined ? `one of: ${names.join(', ')}` : `did you mean ${meant}?`,
    };
}
function positionalProblems(command, given) {
    const [least, most] = command.positionals;
    if (given.length >= least && given.length <= most)
        return [];
    const what = given.length < least
        ? `${command.invoked ?? command.name} lacks an argument`
        : `unexpected argument ${JSON.stringify(given[most])}`;
    return [{ what, fix: `usage: gitops-gate ${command.usage}` }];
}
/** Says on standard error why nothing came of it; resolves to the exit code. What no person can fix is 3: Node's own 1 would read as "blocked". */
async function failProgram(error) {
    const problems = problemsOf(error);
    if (problems !== undefined) {
        const { complain } = await __nccwpck_require__.e(/* import() */ 8288).then(__nccwpck_require__.bind(__nccwpck_require__, 38288));
        for (const { what, fix } of problems)
            complain(what, fix);
        return 2;
    }
    process.stderr.write(`${(0,internal_error/* internalError */.W)(error)}\n`);
    return 3;
}
/** What a person can fix; undefined for a fault of the program. */
function problemsOf(error) {
    if (error instanceof input_error/* InputError */.d)
        return error.problems;
    if (error instanceof missing_objects_error/* MissingObjectsError */.J || error instanceof budget/* LimitError */.o) {
        return [{ what: error.message, fix: error.remedy }];
    }
    return undefined;
}


/***/ }),

/***/ 66777:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ terminalStyle)
/* harmony export */ });
/** Colour on a terminal, unless NO_COLOR says otherwise (https://no-color.org). A pseudo-terminal may say that it has no columns. */
function terminalStyle() {
    const { stdout, env } = process;
    const wanted = env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '0';
    const refused = (env.NO_COLOR ?? '') !== '' || env.TERM === 'dumb';
    return { colour: (stdout.isTTY || wanted) && !refused, width: Math.min(stdout.columns || 100, 120) };
}


/***/ }),

/***/ 49879:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ clippedStart),
/* harmony export */   c: () => (/* binding */ clipped)
/* harmony export */ });
/** What tokens, passwords and URLs are written with. */
const word = String.raw `[\w+/=.~:@%$&?#!-]`;
const lastWord = new RegExp(`${word}*$`);
const firstWord = new RegExp(`^${word}*`);
/**
 * At most the first `most` characters of a text, without the word that the cut goes through: half a token is a secret that
 * nothing recognises any more.
 */
function clipped(text, most) {
    return text.length <= most ? text : `${text.slice(0, most).replace(lastWord, '')}…`;
}
/** The same for the end of a text. */
function clippedStart(text, most) {
    return text.length <= most ? text : `…${text.slice(-most).replace(firstWord, '')}`;
}


/***/ }),

/***/ 9653:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ Budget),
/* harmony export */   o: () => (/* binding */ LimitError)
/* harmony export */ });
/** Raised where the whole run passes a limit of the policy: it could not be judged. */
class LimitError extends Error {
    remedy;
    constructor(message, remedy) {
        super(message);
        this.name = 'LimitError';
        this.remedy = remedy;
    }
}
/** Steps one run may take in going through paths and what files name; each is about a path looked at. */
const mostSteps = 50_000_000;
/** Steps between two looks at the clock. */
const stepsBetween = 100_000;
/** What one run may still read, how many steps it may take, and for how long. */
class Budget {
    #limits;
    #start;
    #bytes = 0;
    #steps = 0;
    #nextLook = stepsBetween;
    #unfinished = [];
    /** `start`: when the run began, as `performance.now()` has it. */
    constructor(limits, start = performance.now()) {
        this.#limits = limits;
        this.#start = start;
    }
    /** Counts bytes about to be read; throws LimitError past `limits.totalBytes` or `limits.seconds`. */
    charge(bytes) {
        this.#bytes += bytes;
        if (this.#bytes > this.#limits.totalBytes) {
            throw new LimitError(`the change needs more than limits.totalBytes (${this.#limits.totalBytes}) bytes to be read`, 'split the change, or raise limits.totalBytes in the base branch’s policy.yaml');
        }
        this.checkTime();
    }
    /** Counts steps about to be taken; throws LimitError where they are too many, or past `limits.seconds`. */
    spend(steps) {
        this.#steps += steps;
        if (this.#steps > mostSteps) {
            throw new LimitError(`reading the change takes more than ${mostSteps.toLocaleString('en')} steps: too many files, or files that name too many others`, 'split the change');
        }
        if (this.#steps < this.#nextLook)
            return;
        this.#nextLook = this.#steps + stepsBetween;
        this.checkTime();
    }
    /** Throws LimitError past `limits.seconds`. */
    checkTime() {
        if (this.isOver) {
            throw new LimitError(`judging took longer than limits.seconds (${this.#limits.seconds})`, 'split the change, or raise limits.seconds in the base branch’s policy.yaml');
        }
    }
    /** Whether the run has taken longer than `limits.seconds`. */
    get isOver() {
        return performance.now() - this.#start > this.#limits.seconds * 1000;
    }
    /**
     * Does a part of the run. Where it meets a limit, that is noted by the part's name, what it has read and its
     * steps are given back, and `otherwise` says what the part gives then: other parts do what they can.
     */
    async part(name, work, otherwise) {
        const [bytes, steps] = [this.#bytes, this.#steps];
        try {
            return await work();
        }
        catch (error) {
            this.#note(name, error);
            [this.#bytes, this.#steps] = [bytes, steps];
            return otherwise();
        }
    }
    /** The same for work that waits for nothing. */
    partNow(name, work, otherwise) {
        try {
            return work();
        }
        catch (error) {
            this.#note(name, error);
            return otherwise();
        }
    }
    /** For work that keeps what it has done: says whether the time is over, and then notes it once, by the part's name. */
    overIn(name) {
        let isNoted = false;
        return () => {
            if (isNoted || !this.isOver)
                return isNoted;
            isNoted = true;
            this.partNow(name, () => this.checkTime(), () => undefined);
            return true;
        };
    }
    #note(name, error) {
        if (!(error instanceof LimitError))
            throw error;
        const message = `${name} broke off: ${error.message}`;
        // What is done for several ends is said once.
        if (this.#unfinished.some((each) => each.message === message))
            return;
        this.#unfinished.push(new LimitError(message, error.remedy));
    }
    /** The parts that met a limit: the run could not be judged whole. */
    get unfinished() {
        return this.#unfinished.map(({ message, remedy }) => ({ what: message, remedy }));
    }
    /** For who needs all parts: throws LimitError where one met a limit. */
    requireFinished() {
        const [first] = this.#unfinished;
        if (first !== undefined)
            throw first;
    }
}


/***/ }),

/***/ 52435:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  P: () => (/* binding */ verifyRange)
});

// EXTERNAL MODULE: ./build/git/object/missing-objects-error.js
var missing_objects_error = __nccwpck_require__(39069);
// EXTERNAL MODULE: ./build/signature/model/armor.js
var model_armor = __nccwpck_require__(2288);
// EXTERNAL MODULE: ./build/signature/model/email.js
var model_email = __nccwpck_require__(22467);
// EXTERNAL MODULE: ./build/signature/model/malformed.js
var malformed = __nccwpck_require__(81178);
// EXTERNAL MODULE: ./build/signature/model/signed-object.js
var signed_object = __nccwpck_require__(38255);
// EXTERNAL MODULE: ./build/signature/trust/claim.js
var trust_claim = __nccwpck_require__(82384);
;// CONCATENATED MODULE: ./build/signature/judge/judgements.js
/** In a remedy, the place of the commit that the change is based on; `verifyCommits` puts that there. */
const basePlace = 'BASE';
const rebase = `git rebase --exec "git commit --amend --no-edit -S" ${basePlace}`;
/** Verdicts that every format gives in the same words. */
const altered = {
    state: 'bad',
    reason: 'The signature does not fit the object that holds it: one of the two was changed after signing.',
    remedy: `Find out who changed it, then sign again: ${rebase}`,
};
const unsigned = {
    state: 'unsigned',
    reason: 'There is no signature.',
    remedy: `Sign it, then push again: ${rebase}`,
};
const unsignedTag = {
    ...unsigned,
    remedy: 'Make it again with a signature: git tag --sign --force TAG COMMIT, then push it again.',
};
/** A good signature of a tag that calls itself `own` and has the name `name`. */
function otherName(judgement, own, name) {
    return {
        ...judgement,
        state: 'wrong-identity',
        reason: `The signature is for the tag ${own}, which has the name ${name} here.`,
        remedy: `Sign a tag of this name: git tag --sign ${/^[\w./+-]+$/.test(name) ? name : 'TAG'} COMMIT, then push it.`,
    };
}
/** `why` completes "The signature …". */
function judgements_malformed(why) {
    return {
        state: 'malformed',
        reason: `The signature ${why}.`,
        remedy: 'Sign the commit again with git itself: git commit --amend --no-edit -S.',
    };
}
/** `why` completes "The signature …". */
function couldNotCheck(why) {
    return {
        state: 'could-not-check',
        reason: `The signature ${why}.`,
        remedy: 'Sign with an OpenPGP or SSH key that gitops-gate can verify (RSA, ECDSA, Ed25519).',
    };
}
/** `with` completes "The signature was made with …". */
function weakKey(how) {
    return {
        state: 'weak',
        reason: `The signature was made with ${how}, which can be forged.`,
        remedy: 'Sign with Ed25519, ECDSA or RSA of at least 3072 bits, and a SHA-2 digest.',
    };
}
/** `what` is a sentence without its full stop. */
function revokedKey(what) {
    return {
        state: 'revoked',
        reason: `${what}.`,
        remedy: 'Sign with another key; if the key was revoked by mistake, have an admin correct .gitops-gate/ on the base branch.',
    };
}
/** `what` is a sentence without its full stop. */
function expiredKey(what) {
    return {
        state: 'expired',
        reason: `${what}.`,
        remedy: 'Extend the key or sign with a valid one, and have an admin update .gitops-gate/ on the base branch.',
    };
}

// EXTERNAL MODULE: ./build/signature/model/signature-check.js
var signature_check = __nccwpck_require__(40912);
// EXTERNAL MODULE: ./build/signature/openpgp/openpgp-signature.js
var openpgp_signature = __nccwpck_require__(72461);
// EXTERNAL MODULE: ./build/signature/openpgp/openpgp-verification.js
var openpgp_verification = __nccwpck_require__(28816);
// EXTERNAL MODULE: ./build/signature/openpgp/user-id.js
var user_id = __nccwpck_require__(78394);
// EXTERNAL MODULE: ./build/signature/trust/forge-keys.js
var forge_keys = __nccwpck_require__(59512);
// EXTERNAL MODULE: ./build/signature/trust/revoked-keys.js
var revoked_keys = __nccwpck_require__(58791);
;// CONCATENATED MODULE: ./build/signature/judge/openpgp-validity.js
/**
 * Judges a key of a certificate at `now`, seconds since the epoch. A key that is revoked, softly or not, counts no more; its
 * latest self-signatures say what it may do and how long it lives, as in GnuPG (merge_selfsigs in g10/getkey.c).
 */
function standingOf(certificate, component, now) {
    const { primary } = certificate;
    // Its revocation by a key it does not belong to says nothing either.
    if (!component.isPrimary && !component.signatures.some(({ isCrossCertified }) => isCrossCertified)) {
        return component.signatures.some(({ isWeak }) => !isWeak)
            ? withoutConsent(component)
            : unbound(certificate, component);
    }
    const revoked = [primary, component].find(({ revocations }) => revocations.length > 0);
    if (revoked !== undefined)
        return revocationOf(revoked);
    const statement = primaryStatement(certificate, now);
    const binding = component.isPrimary ? undefined : latest(component.signatures, now);
    const said = component.isPrimary ? statement : binding;
    if (statement === undefined || said === undefined)
        return unbound(certificate, component);
    if (binding?.isCrossCertified === false)
        return withoutConsent(component);
    if (said.allowsSigning === false) {
        return { kind: 'unfit', what: `The key ${component.key.fingerprint} is not meant for signing, say its key flags` };
    }
    const from = Math.max(primary.key.created, component.key.created);
    return { kind: 'fit', from, until: Math.min(endOf(primary, statement), endOf(component, said)) };
}
function revocationOf({ key, revocations }) {
    const why = revocations.some(({ isHard }) => isHard)
        ? 'is revoked as compromised or without a reason'
        : 'is revoked as superseded or retired';
    return { kind: 'revoked', what: `The key ${key.fingerprint} ${why}` };
}
function withoutConsent({ key }) {
    return { kind: 'unfit', what: `The subkey ${key.fingerprint} has not agreed to belong to its primary key` };
}
function unbound(certificate, component) {
    if (certificate.primary.key.material?.kind === 'dsa')
        return { kind: 'weak', how: 'a key that a DSA key vouches for' };
    const certifications = keptUsers(certificate).flatMap((user) => user.certifications);
    const all = [...certificate.primary.signatures, ...certifications, ...component.signatures];
    if (all.some(({ isWeak }) => isWeak))
        return { kind: 'weak', how: 'a key whose self-signature uses a broken digest' };
    return { kind: 'unfit', what: `The key ${component.key.fingerprint} has no valid self-signature` };
}
/**
 * What the primary key says of itself now: each thing as its latest direct signature says it, else as the latest
 * certification of a user id that says it. A signature that is silent about a limit does not lift it.
 */
function primaryStatement(certificate, now) {
    const direct = latest(certificate.primary.signatures, now);
    const certifications = keptUsers(certificate)
        .flatMap((user) => latest(user.certifications, now) ?? [])
        .sort((a, b) => b.created - a.created);
    const statements = direct === undefined ? certifications : [direct, ...certifications];
    if (statements.length === 0)
        return undefined;
    return {
        keyLifetime: statements.find(({ keyLifetime }) => keyLifetime !== undefined)?.keyLifetime,
        allowsSigning: statements.find(({ allowsSigning }) => allowsSigning !== undefined)?.allowsSigning,
    };
}
/** The user ids that are not revoked; where all are, what they say holds all the same. */
function keptUsers({ users }) {
    const kept = users.filter(({ revocations }) => revocations.length === 0);
    return kept.length > 0 ? kept : users;
}
function latest(signatures, now) {
    return signatures
        .filter(({ created, expires, isWeak }) => !isWeak && created <= now && (expires === undefined || now < expires))
        .reduce((last, next) => (last === undefined || next.created >= last.created ? next : last), undefined);
}
function endOf({ key }, { keyLifetime }) {
    return keyLifetime === undefined ? Number.POSITIVE_INFINITY : key.created + keyLifetime;
}
/** The user ids that are valid now: certified by a self-signature that is not revoked since. */
function validUsers({ users }, now) {
    return users.filter((user) => isValid(user, now)).map(({ id }) => id);
}
function isValid({ certifications, revocations }, now) {
    const certification = latest(certifications, now);
    return certification !== undefined && revocations.every(({ created }) => created < certification.created);
}

;// CONCATENATED MODULE: ./build/signature/judge/openpgp-judgement.js










const day = 24 * 60 * 60;
const dsa = 17;
/** Judges an OpenPGP signature over `payload`. Rejects with Malformed or Unsupported. */
async function judgeOpenpgp(armor, payload, claim, trust, cache) {
    const signature = (0,openpgp_signature/* readOpenpgpSignature */.uD)(armor);
    const candidates = candidatesFor(signature, trust, cache);
    const judgement = candidates.length === 0
        ? unknown(signature, claim)
        : await judgeBy(candidates, signature, payload, claim, trust, cache);
    const skew = Math.abs(signature.created - claim.time);
    const notes = skew > day ? [`The signature was made ${Math.round(skew / day)} days away from the commit's own time.`] : [];
    return { ...judgement, format: 'openpgp', ...(notes.length > 0 ? { notes } : {}) };
}
/** Distinct keys; a forge's comes before the same key in a trusted file, because it proves no person. */
function candidatesFor(signature, trust, cache) {
    const names = (0,openpgp_signature/* issuerNames */.c2)(signature);
    const key = names.join(' ');
    const candidates = cache.candidates.get(key) ?? candidatesNamed(names, trust);
    cache.candidates.set(key, candidates);
    return candidates;
}
function candidatesNamed(names, trust) {
    const candidates = new Map();
    for (const name of names) {
        for (const forge of (0,forge_keys/* forgeKeys */.O)()) {
            const { key } = forge;
            if (name === key.fingerprint || name === key.keyId)
                candidates.set(key.fingerprint, { key, forge });
        }
        for (const { component } of trust.keyring.get(name)) {
            const { key } = component;
            if (!candidates.has(key.fingerprint)) {
                candidates.set(key.fingerprint, { key, trusted: trust.keyring.get(key.fingerprint) });
            }
        }
    }
    return [...candidates.values()];
}
async function judgeBy(candidates, signature, payload, claim, trust, cache) {
    if (signature.packet.publicKeyAlgorithm === dsa)
        return weakKey('a DSA key');
    const by = await signerAmong(candidates, signature.packet, (0,openpgp_signature/* signedDocument */.qs)(signature, payload));
    if (by === undefined)
        return altered;
    const broken = weakness(signature, by.key) ?? untimely(signature, claim);
    if (by.forge !== undefined)
        return judgeForge(by.forge, broken, signature, trust);
    const verdicts = by.trusted.map((key) => judgeTrusted(known(key, claim, trust, cache), broken, signature, claim));
    return mostTelling(verdicts) ?? unknown(signature, claim);
}
/** One key may belong to several certificates: revoked in one it is revoked, else a forge's, else good where it is for one. */
function mostTelling(verdicts) {
    const first = (is) => verdicts.find(({ state }) => is(state));
    return (first((state) => state === 'revoked') ??
        first((state) => state === 'forge-signed') ??
        first((state) => state === 'good') ??
        first((state) => state !== 'untrusted') ??
        verdicts[0]);
}
async function signerAmong(candidates, packet, document) {
    for (const candidate of candidates) {
        if (await (0,signature_check/* checkOnThread */.k)((0,openpgp_verification/* openpgpCheck */.o)(packet, candidate.key, document)))
            return candidate;
    }
    return undefined;
}
function weakness({ packet: { digest } }, { material }) {
    if (digest.isWeak)
        return weakKey(`the digest ${digest.name.toUpperCase()}`);
    return material?.kind === 'rsa' && material.bits < 2048 ? weakKey(`an RSA key of ${material.bits} bits`) : undefined;
}
/** What is wrong with the signature's own times. */
function untimely({ created, expires }, { now }) {
    if (created > now + day)
        return expiredKey('The signature claims to be from the future');
    return expires !== undefined && now >= expires ? expiredKey('The signature itself has expired') : undefined;
}
/** What a signature by a forge's key is worth; `broken` is what is wrong with the signature itself. */
function judgeForge({ forge, key, until }, broken, { created }, trust) {
    const keyFingerprint = key.fingerprint;
    if (trust.revoked.has(keyFingerprint)) {
        return { ...revokedKey(`The key ${keyFingerprint} of ${forge} is listed as revoked`), keyFingerprint };
    }
    if (broken !== undefined)
        return { ...broken, keyFingerprint };
    if (until !== undefined && created >= until) {
        return { ...expiredKey(`${forge} signs with the key ${keyFingerprint} no more`), keyFingerprint };
    }
    return { state: 'forge-signed', keyFingerprint, signer: { name: forge, emails: [], roles: [], principals: [] } };
}
function judgeTrusted(key, broken, { created }, claim) {
    const { standing, signer, keyFingerprint, isForge } = key;
    if (standing.kind === 'revoked')
        return { ...revokedKey(standing.what), keyFingerprint };
    if (broken !== undefined)
        return { ...broken, keyFingerprint };
    if (standing.kind === 'weak')
        return { ...weakKey(standing.how), keyFingerprint };
    if (standing.kind === 'unfit') {
        return { state: 'untrusted', reason: `${standing.what}.`, remedy: unfitRemedy, keyFingerprint };
    }
    const untimely = outside(standing, claim.now, created);
    if (untimely !== undefined)
        return { ...expiredKey(untimely), keyFingerprint };
    if (isForge)
        return { state: 'forge-signed', keyFingerprint, signer };
    return owns(key, claim) ? { state: 'good', signer, keyFingerprint } : (0,trust_claim/* wrongIdentity */.eS)(signer, claim, keyFingerprint);
}
function owns({ signer, owns }, { emails }) {
    // No email holds a line end: it is inside a line of the commit.
    const asked = emails.join('\n');
    const answer = owns.get(asked) ?? emails.every((email) => signer.emails.some((own) => (0,model_email/* sameEmail */.PZ)(own, email)));
    owns.set(asked, answer);
    return answer;
}
const unfitRemedy = 'Sign with a key meant for signing, and have an admin put its current certificate into .gitops-gate/keys/ of the base branch.';
/** Why the key is not valid now and when it signed; undefined where it is. */
function outside({ from, until }, now, then) {
    if (then < from)
        return 'The signature claims to be older than its key';
    if (now < until && then < until)
        return undefined;
    return `The key expired on ${new Date(until * 1000).toISOString().slice(0, 10)}`;
}
function known(key, { now }, trust, cache) {
    const cached = cache.known.get(key);
    if (cached !== undefined)
        return cached;
    const { certificate, component } = key;
    const keyFingerprint = certificate.primary.key.fingerprint;
    const fingerprints = [keyFingerprint, component.key.fingerprint];
    const listed = fingerprints.find((fingerprint) => trust.revoked.has(fingerprint));
    const standing = listed === undefined
        ? standingOf(certificate, component, now)
        : { kind: 'revoked', what: `The key ${listed} is listed as revoked` };
    const isForge = trust.policy.forge.keys.some((each) => fingerprints.includes((0,revoked_keys/* normalFingerprint */.e)(each) ?? ''));
    const signer = isForge
        ? { name: 'The forge', emails: [], roles: [], principals: [] }
        : signerFrom(certificate, fingerprints, now, trust);
    const made = { standing, signer, keyFingerprint, isForge, owns: new Map() };
    cache.known.set(key, made);
    return made;
}
function signerFrom(certificate, fingerprints, now, { policy, openpgpPrincipals }) {
    const users = validUsers(certificate, now);
    const emails = users.map(user_id/* userEmail */._).filter((email) => email !== undefined);
    const [user = certificate.primary.key.fingerprint] = users;
    const principal = openpgpPrincipals.get(certificate.primary.key.fingerprint);
    const principals = principal === undefined ? [] : [principal];
    const own = { name: (0,user_id/* userName */.n)(user), emails };
    return (0,trust_claim/* signerOf */.Kv)((0,trust_claim/* signerEntry */.d2)(policy, fingerprints, principals), own, principals);
}
/** No trusted key has the names the signature gives; a weak one is called so, because trusting its key would not help. */
function unknown(signature, claim) {
    if (signature.packet.publicKeyAlgorithm === dsa)
        return weakKey('a DSA key');
    if (signature.packet.digest.isWeak)
        return weakKey(`the digest ${signature.packet.digest.name.toUpperCase()}`);
    const [name] = (0,openpgp_signature/* issuerNames */.c2)(signature);
    if (name === undefined) {
        return {
            state: 'untrusted',
            reason: 'The signature does not say which key made it.',
            remedy: 'Sign the commit again with git and gpg, which name the key.',
        };
    }
    const fingerprint = signature.issuerFingerprints.length > 0 ? name : undefined;
    const file = /^[\w.+-]+(?=@)/.exec(claim.email)?.[0] ?? 'NAME';
    const command = `gpg --export --armor ${name} > .gitops-gate/keys/${file}.asc`;
    return {
        state: 'untrusted',
        ...(fingerprint === undefined ? {} : { keyFingerprint: fingerprint }),
        reason: `The base branch does not know the OpenPGP key ${name}, so the signature could not be checked against it.`,
        remedy: `If the key is really the committer's, run this and commit the file to the base branch: ${command}`,
    };
}

// EXTERNAL MODULE: ./build/signature/ssh/ssh-blob-signature.js
var ssh_blob_signature = __nccwpck_require__(535);
// EXTERNAL MODULE: ./build/signature/ssh/ssh-pattern.js
var ssh_pattern = __nccwpck_require__(89581);
// EXTERNAL MODULE: ./build/signature/ssh/ssh-signature.js + 1 modules
var ssh_signature = __nccwpck_require__(68249);
;// CONCATENATED MODULE: ./build/signature/judge/ssh-judgement.js







const namespace = 'git';
/** Judges an SSH signature over `payload`. Rejects with Malformed or Unsupported. */
async function judgeSsh(armor, payload, claim, trust, cache) {
    const signature = (0,ssh_signature/* readSshSignature */.v)(armor, cache.signers);
    const { key, certificate } = signature.signer;
    const judgement = ssh_judgement_dsa(signature.signer) ??
        (await alteration(signature, payload)) ??
        misuse(signature) ??
        revocation(signature.signer, trust) ??
        ssh_judgement_weakness(signature) ??
        misuseOfCertificate(certificate) ??
        judgeSigner(signature.signer, claim, trust, cache);
    return { ...judgement, format: 'ssh', keyFingerprint: key.fingerprint };
}
async function alteration(signature, payload) {
    const check = (0,ssh_signature/* sshCheck */.R)(signature, payload);
    return check !== undefined && (await (0,signature_check/* checkOnThread */.k)(check)) ? undefined : altered;
}
function ssh_judgement_dsa({ key, certificate }) {
    if (key.algorithm !== 'dsa' && certificate?.authority.algorithm !== 'dsa')
        return undefined;
    return weakKey('a DSA key');
}
/** What a verified signature must say as well: that it was made for git, and with a person at the security key. */
function misuse({ namespace: made, blob, signer }) {
    if (made !== namespace) {
        return {
            state: 'bad',
            reason: 'The signature was made for another purpose: its namespace is not git.',
            remedy: 'Sign the commit with git itself (git commit -S with gpg.format ssh).',
        };
    }
    if (signer.key.application === undefined)
        return undefined;
    const flags = blob.device?.flags ?? 0;
    const verificationRequired = signer.certificate?.criticalOptions.includes('verify-required') === true;
    if ((flags & ssh_blob_signature/* userPresent */.nx) !== 0 && (!verificationRequired || (flags & ssh_blob_signature/* userVerified */.CZ) !== 0))
        return undefined;
    return {
        state: 'bad',
        reason: `The security key made the signature without ${(flags & ssh_blob_signature/* userPresent */.nx) === 0 ? 'being touched' : 'asking who touched it'}.`,
        remedy: 'Use a security key that asks for a touch: generate it without -O no-touch-required.',
    };
}
function revocation({ key, certificate }, trust) {
    const fingerprints = [key.fingerprint, ...(certificate ? [certificate.authority.fingerprint] : [])];
    const revoked = fingerprints.find((fingerprint) => trust.revoked.has(fingerprint));
    return revoked === undefined ? undefined : revokedKey(`The key ${revoked} is listed as revoked`);
}
function ssh_judgement_weakness({ blob, signer: { key, certificate } }) {
    const signatures = [blob, ...(certificate ? [certificate.authoritySignature] : [])];
    if (signatures.some(({ algorithm }) => algorithm === 'ssh-rsa'))
        return weakKey('SHA-1 (ssh-rsa)');
    const sizes = [key, certificate?.authority].flatMap((each) => each?.modulusBits ?? []);
    const bits = Math.min(...sizes);
    return bits < 2048 ? weakKey(`an RSA key of ${bits} bits`) : undefined;
}
/** What a certificate must not be or ask for: a host's, or limits that a signature cannot keep. */
function misuseOfCertificate(certificate) {
    const asked = certificate?.criticalOptions.find((option) => option !== 'verify-required');
    if (certificate === undefined || (certificate.kind === 'user' && asked === undefined))
        return undefined;
    const what = certificate.kind === 'host' ? 'is for a host' : 'demands limits that a signature cannot keep';
    return {
        state: 'untrusted',
        reason: `The certificate ${what}.`,
        remedy: 'Ask the certificate authority for a user certificate without critical options.',
    };
}
/** Verdicts from the one that says most to the one that says least, where several lines of allowed_signers name one key. */
const bySignificance = ['good', 'wrong-identity', 'expired', 'untrusted'];
function judgeSigner(signer, claim, trust, cache) {
    const verdicts = entriesFor(signer, trust)
        .map((entry) => judgeEntry(entry, signer, claim, trust.policy, cache))
        .sort((a, b) => bySignificance.indexOf(a.state) - bySignificance.indexOf(b.state));
    return verdicts[0] ?? ssh_judgement_unknown(signer, claim);
}
/** The lines about the key itself or, for a certificate, about its authority. */
function entriesFor({ key, certificate }, { allowedSigners }) {
    const entries = allowedSigners.get((certificate?.authority ?? key).line) ?? [];
    return entries.filter(({ isAuthority }) => isAuthority === (certificate !== undefined));
}
function judgeEntry(entry, signer, claim, policy, cache) {
    if (entry.namespaces !== undefined && !(0,ssh_pattern/* matchesPatternList */._)(namespace, entry.namespaces)) {
        return {
            state: 'untrusted',
            reason: `Line ${entry.line} of allowed_signers does not allow the key for git.`,
            remedy: 'Have an admin add git to the namespaces of that line on the base branch.',
        };
    }
    const late = outsideValidity(entry, signer.certificate, claim);
    if (late !== undefined) {
        return expiredKey(late);
    }
    const identity = identityOf(entry, signer, claim, policy, cache);
    if (!identity.owns)
        return (0,trust_claim/* wrongIdentity */.eS)(identity.signer, claim, signer.key.fingerprint);
    return { state: 'good', signer: identity.signer };
}
/** Why the key is not valid now and at the commit's own time; undefined where it is. */
function outsideValidity(entry, certificate, claim) {
    if (certificate === undefined && entry.validAfter === undefined && entry.validBefore === undefined)
        return undefined;
    for (const [time, when] of [
        [claim.now, 'now'],
        [claim.time, "at the commit's time"],
    ]) {
        if (entry.validAfter !== undefined && !(time >= entry.validAfter))
            return `The key is not valid yet ${when} (valid-after)`;
        if (entry.validBefore !== undefined && !(time <= entry.validBefore))
            return `The key is expired ${when} (valid-before)`;
        if (certificate === undefined)
            continue;
        if (!Number.isFinite(time))
            return 'The commit has no readable time at which its certificate could be valid';
        const seconds = BigInt(Math.floor(time));
        if (seconds < certificate.validAfter)
            return `The certificate is not valid yet ${when}`;
        if (seconds >= certificate.validBefore)
            return `The certificate is expired ${when}`;
    }
    return undefined;
}
/** What a line of allowed_signers says of a plain key that signs for these emails: the same for all commits that name them. */
function identityOf(entry, signer, claim, policy, { identities }) {
    if (signer.certificate !== undefined)
        return identify(entry, signer, claim, policy);
    const known = identities.get(entry) ?? new Map();
    identities.set(entry, known);
    // No email holds a line end: it is inside a line of the commit.
    const emails = claim.emails.join('\n');
    const identity = known.get(emails) ?? identify(entry, signer, claim, policy);
    known.set(emails, identity);
    return identity;
}
/**
 * Who signed, and whether all the commit names are theirs (ssh-keygen(1): the line's patterns and the certificate's principals).
 * A pattern lets a key sign under an address; only a literal principal says whose key it is.
 */
function identify(entry, { key, certificate }, claim, policy) {
    const allowed = (certificate?.principals ?? claim.emails).filter((principal) => allows(entry, principal));
    const literals = entry.literals.filter((literal) => certificate === undefined || allowed.some((p) => p === literal || (0,model_email/* sameEmail */.PZ)(p, literal)));
    const principals = [...new Set([...literals, ...allowed])];
    const override = (0,trust_claim/* signerEntry */.d2)(policy, [key.fingerprint], literals);
    const signer = (0,trust_claim/* signerOf */.Kv)(override, { name: principals[0] ?? entry.principals, emails: principals }, literals);
    const owns = claim.emails.every((email) => signer.emails.some((own) => (0,model_email/* sameEmail */.PZ)(own, email)));
    return { owns: owns && (certificate === undefined || allowed.length > 0), signer };
}
/** Whether the line's patterns admit a principal: an address without regard to case, any other name as written. */
function allows({ patterns, principals }, principal) {
    return (0,model_email/* isEmail */.xf)(principal)
        ? (0,ssh_pattern/* matchesPatternList */._)((0,model_email/* normalEmail */.Ot)(principal), patterns)
        : (0,ssh_pattern/* matchesPatternList */._)(principal, principals);
}
function ssh_judgement_unknown({ key, certificate }, claim) {
    const email = /^[\w.%+'-]+@[A-Za-z0-9.-]+$/.test(claim.email) ? claim.email : 'EMAIL';
    const line = certificate === undefined
        ? `${email} namespaces="git" ${key.line}`
        : `${email} cert-authority,namespaces="git" ${certificate.authority.line}`;
    return {
        state: 'untrusted',
        reason: certificate === undefined
            ? `The signature is intact, but the base branch does not know the SSH key ${key.fingerprint}.`
            : `The signature is intact, but the base branch does not know the certificate authority ${certificate.authority.fingerprint}.`,
        remedy: `If the key is really the committer's, add this line to .gitops-gate/allowed_signers on the base branch: ${line}`,
    };
}

;// CONCATENATED MODULE: ./build/signature/judge/x509-judgement.js


/** Recognises X.509 (gpgsm, smimesign) and gitsign signatures, which are not verified yet and so never pass. Throws Malformed. */
function judgeX509(armor) {
    const bytes = (0,model_armor/* cmsBytes */.tu)(armor);
    const isGitsign = bytes.includes('sigstore');
    const kind = isGitsign ? 'a gitsign (Sigstore)' : 'an X.509';
    return {
        ...couldNotCheck(`is ${kind} signature, which this version does not verify`),
        format: isGitsign ? 'gitsign' : 'x509',
    };
}

;// CONCATENATED MODULE: ./build/signature/judge/verify.js









/**
 * The commits whose verdict depends on whether their tree is what merging their two parents gives: candidates for a forge's
 * merge and, where the policy demands signers for paths, every merge.
 */
function mergesToRecompute(commits, trust) {
    const { requirements, forge } = trust.policy;
    if (requirements.length === 0 && forge.accept !== 'merges')
        return [];
    return commits.filter(({ bytes, parents }) => {
        return parents.length === 2 && (requirements.length > 0 || bytes.includes('-----BEGIN PGP SIGNATURE-----'));
    });
}
/** How many commits are taken apart while as many are verified on other threads: what is under way is kept in memory. */
const batchSize = 1000;
/** Verifies commits against the keys the base trusts, in the order given. Never rejects because of what a commit holds. */
async function verifyCommits(commits, trust, context) {
    const caches = newCaches();
    const verified = [];
    let ahead = Promise.resolve([]);
    for (let at = 0; at < commits.length; at += batchSize) {
        const batch = commits.slice(at, at + batchSize).map((commit) => verifyCommit(commit, trust, context, caches));
        for (const commit of await ahead)
            verified.push(commit);
        ahead = Promise.all(batch);
    }
    return [...verified, ...(await ahead)];
}
async function verifyCommit({ id, bytes, subject, author, committer, parents, tree }, trust, context, caches) {
    const claim = (0,trust_claim/* commitClaim */.c1)(author, committer, trust.policy, context.now / 1000);
    const judgement = onto(context.base, await judge((0,signed_object/* signedCommit */.q)(bytes, context.objectFormat), claim, trust, caches));
    const isPlainMerge = parents.length === 2 && context.merges.get(id) === tree;
    const signature = judgement.state === 'forge-signed'
        ? withoutMerge(forgeSigned(judgement, isPlainMerge, author.email, trust, context), context.unreproducedMerges.get(id))
        : { ...judgement, accepted: judgement.state === 'good' };
    return { sha: id, kind: 'commit', subject, author, committer, signature, ...(isPlainMerge ? { isPlainMerge } : {}) };
}
function onto(base, judgement) {
    const { remedy } = judgement;
    if (remedy?.endsWith(` ${basePlace}`) !== true)
        return judgement;
    return { ...judgement, remedy: `${remedy.slice(0, -basePlace.length)}${base}` };
}
/** Verifies an annotated tag; its tagger counts as author and committer. */
async function verifyTag(tag, trust, context) {
    const tagger = tag.tagger ?? { name: '', email: '', time: Number.NaN };
    const claim = (0,trust_claim/* commitClaim */.c1)(tagger, tagger, trust.policy, context.now / 1000);
    const found = await judge((0,signed_object/* signedTag */.f)(tag.bytes), claim, trust, newCaches());
    const judgement = found.state === 'unsigned' ? unsignedTag : requireTagName(found, tag.name, context.tagName);
    const signature = judgement.state === 'forge-signed'
        ? forgeSigned(judgement, false, tagger.email, trust, context)
        : { ...judgement, accepted: judgement.state === 'good' };
    return { sha: tag.id, kind: 'tag', subject: tag.subject, author: tagger, committer: tagger, signature };
}
/** A signed tag put under another name would pass for a release that nobody signed. */
function requireTagName(judgement, own, name) {
    const isSigned = judgement.state === 'good' || judgement.state === 'forge-signed';
    return isSigned && name !== undefined && own !== name ? otherName(judgement, own, name) : judgement;
}
/** A forge's signature that is refused only because the merge could not be made again was not judged. */
function withoutMerge(signature, unreproducedMerges) {
    if (signature.accepted || unreproducedMerges === undefined)
        return signature;
    const reason = `The forge signed this merge, which could not be made again: ${unreproducedMerges.reason}`;
    return { ...signature, state: 'could-not-check', reason, remedy: unreproducedMerges.remedy };
}
function newCaches() {
    return { ssh: { signers: new Map(), identities: new Map() }, openpgp: { candidates: new Map(), known: new Map() } };
}
async function judge(object, claim, trust, caches) {
    if (object.kind === 'unsigned')
        return unsigned;
    if (object.kind === 'malformed')
        return judgements_malformed(object.why);
    try {
        switch ((0,model_armor/* armorLabel */.Ig)(object.armor)) {
            case 'PGP SIGNATURE':
                return await judgeOpenpgp(object.armor, object.payload(), claim, trust, caches.openpgp);
            case 'SSH SIGNATURE':
                return await judgeSsh(object.armor, object.payload(), claim, trust, caches.ssh);
            case 'SIGNED MESSAGE':
                return judgeX509(object.armor);
            default:
                return judgements_malformed('is in no format that git knows');
        }
    }
    catch (error) {
        if (error instanceof malformed/* Obsolete */.at)
            return weakKey(error.message);
        if (error instanceof malformed/* Malformed */.sG)
            return judgements_malformed(error.message);
        if (error instanceof malformed/* Unsupported */.O0)
            return couldNotCheck(error.message);
        throw error;
    }
}
/** Whether policy lets the forge's own signature pass: it proves the forge, not a person. */
function forgeSigned(judgement, isPlainMerge, authorEmail, { policy: { forge } }, { isPush }) {
    const name = judgement.signer?.name ?? 'The forge';
    const pass = (reason) => ({ ...judgement, reason, accepted: true });
    if (forge.bots.some((bot) => (0,model_email/* sameEmail */.PZ)(bot, authorEmail)))
        return pass(`${name} signed this for a bot the policy lists.`);
    if (forge.accept === 'all')
        return pass(`${name} signed this, and the policy accepts every signature of the forge.`);
    if (forge.accept === 'merges' && isPlainMerge) {
        return pass(`${name} signed this merge, and its tree is exactly what merging its parents gives.`);
    }
    if (isPush)
        return pass(`${name} signed this, which is accepted after a push.`);
    return {
        ...judgement,
        accepted: false,
        reason: `${name} signed this, which proves no person${forge.accept === 'merges' ? ', and it is not a merge whose tree could be recomputed' : ''}.`,
        remedy: 'Make the commit locally and sign it with a trusted key, or have an admin list the bot under signatures.forge.bots.',
    };
}

// EXTERNAL MODULE: ./build/signature/model/signature.js
var model_signature = __nccwpck_require__(87833);
// EXTERNAL MODULE: ./build/signature/trust/load-trust.js + 1 modules
var load_trust = __nccwpck_require__(71553);
// EXTERNAL MODULE: ./build/signature/trust/unnamed-signers.js
var unnamed_signers = __nccwpck_require__(30006);
;// CONCATENATED MODULE: ./build/gather/commits.js





/** Digits of an id that people copy: fewer may be ambiguous in a large repository. */
const shownId = 12;
/** Reads and verifies commits, and a tag; throws MissingObjectsError. */
async function verifyRange(repository, range, files, policy, asked) {
    const raw = await repository.commits(range.commits);
    const rawTags = await Promise.all(range.tags.map((id) => repository.tag(id)));
    const { objectFormat } = repository;
    const trust = (0,load_trust/* loadTrust */.V)(files, policy);
    const merges = await recomputeMerges(repository, mergesToRecompute(raw, trust));
    const base = (range.mergeBase ?? raw[0]?.parents[0])?.slice(0, shownId) ?? '--root';
    const context = { ...asked, ...merges, objectFormat, base };
    const tags = await Promise.all(rawTags.map((tag) => verifyTag(tag, trust, context)));
    const verified = await verifyCommits(raw, trust, context);
    const commits = [...tags, ...(await markPlainMerges(repository, raw, verified))];
    const { trustsKeys, adminKeys } = trust;
    return {
        commits,
        trustsKeys,
        adminKeys,
        keyProblems: keyProblems(trust),
        notes: (0,unnamed_signers/* signerNotes */.k)(trust),
        unchecked: unchecked(commits),
    };
}
/** Where an admin signed, `gate-changed` must know which merges bring in nothing of their own. */
async function markPlainMerges(repository, raw, verified) {
    if (!verified.some(({ signature }) => (0,model_signature/* isAdmin */.qc)(signature)))
        return verified;
    const unknown = new Set(verified.flatMap(({ sha, isPlainMerge }) => (isPlainMerge === true ? [] : sha)));
    const candidates = raw.filter(({ id, parents }) => parents.length === 2 && unknown.has(id));
    const { merges } = await recomputeMerges(repository, candidates);
    const plain = new Set(candidates.flatMap(({ id, tree }) => (merges.get(id) === tree ? id : [])));
    return verified.map((commit) => (plain.has(commit.sha) ? { ...commit, isPlainMerge: true } : commit));
}
/** Makes merges again: the tree each gives, or why it cannot be made. */
async function recomputeMerges(repository, merges) {
    const trees = new Map();
    const unreproducedMerges = new Map();
    for (const { id, parents } of merges) {
        const [ours = '', theirs = ''] = parents;
        try {
            const tree = await repository.mergeTree(ours, theirs);
            if (tree !== undefined)
                trees.set(id, tree);
        }
        catch (error) {
            if (!(error instanceof missing_objects_error/* MissingObjectsError */.J))
                throw error;
            unreproducedMerges.set(id, { reason: error.message, remedy: error.remedy });
        }
    }
    return { merges: trees, unreproducedMerges };
}
function keyProblems({ problems }) {
    return problems.map(({ file, line, what }) => ({
        what: line === undefined ? `${file}: ${what}` : `${file}:${line}: ${what}`,
        remedy: 'Fix it on the base branch: what it trusts is not known while it cannot be read.',
    }));
}
function unchecked(commits) {
    return commits
        .filter(({ signature }) => signature.state === 'could-not-check')
        .map(({ sha, kind, signature }) => ({
        what: `The signature of ${kind} ${sha.slice(0, 12)} could not be checked: ${signature.reason ?? 'unknown reason'}`,
        remedy: signature.remedy ?? 'Sign it with an SSH or OpenPGP key.',
    }));
}


/***/ }),

/***/ 39069:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ MissingObjectsError),
/* harmony export */   h: () => (/* binding */ AbsentRefError)
/* harmony export */ });
/** Raised where history or objects are missing or damaged and no remote can give them: the run could not be judged. */
class MissingObjectsError extends Error {
    remedy;
    constructor(message, remedy) {
        super(message);
        this.name = 'MissingObjectsError';
        this.remedy = remedy;
    }
}
/** Raised where the remote answered that it has no such ref. */
class AbsentRefError extends MissingObjectsError {
}


/***/ }),

/***/ 57036:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   TS: () => (/* binding */ isObjectId),
/* harmony export */   Tu: () => (/* binding */ objectId),
/* harmony export */   aF: () => (/* binding */ isZeroId),
/* harmony export */   "in": () => (/* binding */ emptyTree)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(77598);

const digits = { sha1: 40, sha256: 64 };
/** The id git gives an object: the digest of `<type> <size>\0` and its bytes (gitformat-pack, "Object types"). */
function objectId(format, type, bytes) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)(format).update(`${type} ${bytes.length}\0`).update(bytes).digest('hex');
}
/** Whether `text` is a full object id in lower case: of this format, or of any where none is named. */
function isObjectId(text, format) {
    const isLength = format === undefined ? Object.values(digits).includes(text.length) : text.length === digits[format];
    return isLength && /^[0-9a-f]+$/.test(text);
}
/** The id of "no object" in events: all zeros, of either format. */
function isZeroId(text) {
    return /^(?:0{40}|0{64})$/.test(text);
}
/** The id of the tree without entries. */
function emptyTree(format) {
    return objectId(format, 'tree', Buffer.alloc(0));
}


/***/ }),

/***/ 31464:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   O0: () => (/* binding */ encodePath),
/* harmony export */   q0: () => (/* binding */ decodePath),
/* harmony export */   v3: () => (/* binding */ isTextPath)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4573);

/** Marks a byte that is not text: `\ufffd` and two upper-case hexadecimal digits. */
const mark = '\ufffd';
/**
 * A path as text. Paths are bytes in git; UTF-8 is read as such, and each byte that belongs to no UTF-8 sequence becomes
 * `\ufffd` and its two hexadecimal digits, so that a reader sees that something is odd and where. The character U+FFFD
 * itself is written in the same way, byte by byte: two paths of different bytes are therefore never the same text, and
 * `encodePath` gives the bytes back.
 */
function decodePath(bytes) {
    const text = bytes.toString('utf8');
    if (!text.includes(mark))
        return text;
    let path = '';
    let at = 0;
    while (at < bytes.length) {
        const length = sequenceLength(bytes, at);
        const character = bytes.toString('utf8', at, at + Math.max(length, 1));
        if (length > 0 && character !== mark) {
            path += character;
            at += length;
        }
        else {
            const end = at + Math.max(length, 1);
            for (; at < end; at++)
                path += mark + hexadecimal(bytes[at] ?? 0);
        }
    }
    return path;
}
/** Whether a path is text as it is, so that its name can be given to others. */
function isTextPath(path) {
    return !path.includes(mark);
}
/** The bytes of a path that `decodePath` made. */
function encodePath(path) {
    if (!path.includes(mark))
        return Buffer.from(path, 'utf8');
    const parts = [];
    let rest = path;
    for (let at = rest.indexOf(mark); at >= 0; at = rest.indexOf(mark)) {
        parts.push(Buffer.from(rest.slice(0, at), 'utf8'), Buffer.from(rest.slice(at + 1, at + 3), 'hex'));
        rest = rest.slice(at + 3);
    }
    return Buffer.concat([...parts, Buffer.from(rest, 'utf8')]);
}
/** The length of the valid UTF-8 sequence that starts at `at`; 0 where none does. */
function sequenceLength(bytes, at) {
    for (let length = 1; length <= 4 && at + length <= bytes.length; length++) {
        if ((0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(bytes.subarray(at, at + length)))
            return length;
    }
    return 0;
}
function hexadecimal(byte) {
    return byte.toString(16).toUpperCase().padStart(2, '0');
}


/***/ }),

/***/ 13416:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  h: () => (/* binding */ openRepository)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(76760);
// EXTERNAL MODULE: ./build/input-error.js
var input_error = __nccwpck_require__(53587);
// EXTERNAL MODULE: ./build/git/object/missing-objects-error.js
var missing_objects_error = __nccwpck_require__(39069);
// EXTERNAL MODULE: ./build/git/object/path.js
var object_path = __nccwpck_require__(31464);
;// CONCATENATED MODULE: ./build/git/object/parse-tree.js


const nul = 0x00;
const tab = 0x09;
const blank = 0x20;
/** Reads the output of `ls-tree -r -z`: `<mode> <type> <id>\t<path>\0`. Throws where a path occurs twice. */
function parseTree(output) {
    const tree = new Map();
    for (let at = 0; at < output.length;) {
        const space = output.indexOf(blank, at);
        const middle = output.indexOf(tab, space);
        const end = output.indexOf(nul, middle);
        const id = output.toString('latin1', output.lastIndexOf(blank, middle) + 1, middle);
        addEntry(tree, (0,object_path/* decodePath */.q0)(output.subarray(middle + 1, end)), { mode: output.toString('latin1', at, space), id });
        at = end + 1;
    }
    return tree;
}
/** The types of a mode, as the highest of its bits name them. */
const typeBits = 0o170000;
/**
 * Reads a tree object, `<mode> <name>\0<binary id>` for each entry (gitformat-pack): names and entries in its order, with modes as git itself
 * shows them. Undefined where the bytes are something else, or a name has a slash, which git looks for in ways of its own.
 */
function parseTreeObject(bytes, format) {
    const length = format === 'sha256' ? 32 : 20;
    const entries = [];
    for (let at = 0; at < bytes.length;) {
        const space = bytes.indexOf(blank, at);
        const end = bytes.indexOf(nul, at);
        const mode = bytes.toString('latin1', at, space);
        if (!/^[0-7]{1,6}$/.test(mode) || end <= space + 1 || end + length >= bytes.length)
            return undefined;
        const name = (0,object_path/* decodePath */.q0)(bytes.subarray(space + 1, end));
        if (name.includes('/'))
            return undefined;
        const id = bytes.toString('hex', end + 1, end + 1 + length);
        entries.push([name, { mode: shownMode(Number.parseInt(mode, 8)), id }]);
        at = end + 1 + length;
    }
    return entries;
}
/** As git takes it (`canon_mode` in its cache.h): of a file only whether its owner may execute it counts, and what is nothing else is a submodule. */
function shownMode(mode) {
    const type = mode & typeBits;
    if (type === 0o100000)
        return mode & 0o100 ? '100755' : '100644';
    if (type === 0o120000)
        return '120000';
    return type === 0o040000 ? '040000' : '160000';
}
/** Reads the output of `diff-tree -r -z --raw`: `:<mode> <mode> <id> <id> <status>\0<path>\0`. Throws where a path occurs twice. */
function parseChanges(output) {
    const changes = new Map();
    for (const { header, path } of rawRecords(output)) {
        if (header === undefined)
            continue;
        const [oldMode = '', newMode = '', oldId = '', newId = ''] = header.slice(1).split(' ');
        addEntry(changes, path, { path, before: entry(oldMode, oldId), after: entry(newMode, newId) });
    }
    return [...changes.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}
/** Reads the output of `diff-tree --stdin -z --raw`: what follows each commit's id, by path what the commit leaves there. */
function parseCommitPaths(output) {
    const commits = new Map();
    let current = new Map();
    for (const { header, path } of rawRecords(output)) {
        if (header === undefined) {
            current = commits.get(path) ?? new Map();
            commits.set(path, current);
        }
        else {
            const [, mode = '', , id = ''] = header.slice(1).split(' ');
            current.set(path, entry(mode, id));
        }
    }
    return commits;
}
/**
 * Reads the output of `diff-tree --stdin -c -z --raw`: after each commit's id records with a colon, a mode and an id for each parent,
 * then the mode and id it leaves.
 */
function parseCommitChanges(output) {
    const commits = new Map();
    let current = { added: [], removed: [], files: [] };
    for (const { header, path } of rawRecords(output)) {
        if (header === undefined) {
            current = { added: [], removed: [], files: [] };
            commits.set(path, current);
            continue;
        }
        const parents = header.search(/[^:]/);
        const fields = header.slice(parents).split(' ');
        const entries = fields.slice(0, parents + 1).map((mode, index) => entry(mode, fields[parents + 1 + index] ?? ''));
        const before = entries.slice(0, -1).flatMap((each) => (each === undefined ? [] : [each.id]));
        const after = entries.at(-1);
        if (after === undefined)
            current.removed.push(...before);
        else
            current.added.push({ path, entry: after, before });
        current.files.push({ path, isRemoved: after === undefined });
    }
    return commits;
}
/** Reads the output of `log -z --format=//%ct --name-only`: a time after what no path holds, then the paths; the latest commit of a path comes first. */
function parseLastCommits(output) {
    const times = new Map();
    let time = 0;
    for (let at = 0; at < output.length;) {
        const end = output.indexOf(nul, at);
        const field = output.subarray(at, end < 0 ? output.length : end);
        at = end < 0 ? output.length : end + 1;
        const head = /^\n?\/\/(\d{1,15})$/.exec(field.toString('latin1'));
        const path = (0,object_path/* decodePath */.q0)(field[0] === 0x0a ? field.subarray(1) : field);
        if (head !== null)
            time = Number(head[1]);
        else if (path !== '' && !times.has(path))
            times.set(path, time);
    }
    return times;
}
/** Reads the output of `diff-tree -z --name-status --diff-filter=R`: `R<similarity>\0<old path>\0<new path>\0`, as new path → old path. */
function parseRenames(output) {
    const fields = [];
    for (let at = 0; at < output.length;) {
        const end = output.indexOf(nul, at);
        fields.push((0,object_path/* decodePath */.q0)(output.subarray(at, end < 0 ? output.length : end)));
        at = end < 0 ? output.length : end + 1;
    }
    const renames = new Map();
    for (let at = 0; at + 2 < fields.length; at += 3)
        renames.set(fields[at + 2] ?? '', fields[at + 1] ?? '');
    return renames;
}
/** Records of two fields, which begin with a colon, and single fields between them (`header` is then undefined). */
function* rawRecords(output) {
    let at = 0;
    const field = () => {
        const end = output.indexOf(nul, at);
        const bytes = output.subarray(at, end < 0 ? output.length : end);
        at = end < 0 ? output.length : end + 1;
        return bytes;
    };
    while (at < output.length) {
        const first = field();
        if (first[0] === 0x3a)
            yield { header: first.toString('latin1'), path: (0,object_path/* decodePath */.q0)(field()) };
        else
            yield { header: undefined, path: first.toString('latin1').trim() };
    }
}
function entry(mode, id) {
    return mode === '000000' ? undefined : { mode, id };
}
/** Puts an entry of a tree into a map by path. Throws where the path is in it already. */
function addEntry(map, path, value) {
    if (map.has(path)) {
        throw new missing_objects_error/* MissingObjectsError */.J(`A tree holds two entries for ${JSON.stringify(path)}, so what it would deliver is not defined.`, 'Git itself never writes such a tree ("git fsck" names it): commit the folder again.');
    }
    map.set(path, value);
}

;// CONCATENATED MODULE: ./build/git/folder-tree.js

/** More trees or bytes than this are left to `git ls-tree`, which has a bound of its own: trees within trees may name billions of paths. */
const mostTrees = 200;
const mostBytes = 1024 * 1024;
/**
 * What `git ls-tree -r <treeish> -- <under>` lists, read by the process that reads objects anyway: the gate's folder is asked for in every run, and
 * starting git would take longer than all it says. Undefined where an object is not here or the folders are large.
 */
async function folderTree(git, treeish, under) {
    if (!under.every(isPlain))
        return undefined;
    const [root] = await git.infos([`${treeish}^{tree}`]);
    if (root === undefined)
        return undefined;
    const trees = new Map();
    let [listed, bytes] = [0, 0];
    let wanted = [{ id: root.id, path: '' }];
    while (wanted.length > 0) {
        listed += wanted.length;
        if (listed > mostTrees || !(await readTrees(git, wanted, trees)))
            return undefined;
        // One tree at many paths is listed as often.
        bytes += wanted.reduce((sum, { id }) => sum + (trees.get(id)?.size ?? 0), 0);
        if (bytes > mostBytes)
            return undefined;
        wanted = wanted.flatMap(({ id, path }) => (trees.get(id)?.entries ?? [])
            .filter(([name, { mode }]) => mode === '040000' && leadsTo(under, path + name))
            .map(([name, entry]) => ({ id: entry.id, path: `${path}${name}/` })));
    }
    const tree = new Map();
    const list = (id, path) => {
        for (const [name, entry] of trees.get(id)?.entries ?? []) {
            if (entry.mode !== '040000' && isWithin(under, path + name))
                addEntry(tree, path + name, entry);
            if (entry.mode === '040000' && leadsTo(under, path + name))
                list(entry.id, `${path}${name}/`);
        }
    };
    list(root.id, '');
    return tree;
}
/** Adds what these trees hold; whether all of them could be read. */
async function readTrees(git, wanted, trees) {
    const ids = [...new Set(wanted.map(({ id }) => id))].filter((id) => !trees.has(id));
    const infos = await git.infos(ids);
    const bytes = infos.reduce((sum, info) => sum + (info?.type === 'tree' ? info.size : mostBytes + 1), 0);
    if (bytes > mostBytes)
        return false;
    for await (const object of git.objects(ids)) {
        const entries = object && parseTreeObject(object.bytes, git.format);
        if (object === undefined || entries === undefined)
            return false;
        trees.set(object.id, { size: object.bytes.length, entries });
    }
    return true;
}
/** Whether git takes a path as it is: without empty names, `.` and `..`. */
const isPlain = (path) => path.split('/').every((name) => !['', '.', '..'].includes(name));
const isWithin = (under, path) => under.some((top) => path === top || path.startsWith(`${top}/`));
/** Whether a folder is asked for, or is on the way to what is. */
const leadsTo = (under, path) => isWithin(under, path) || under.some((top) => top.startsWith(`${path}/`));

// EXTERNAL MODULE: ./build/git/object/object-id.js
var object_id = __nccwpck_require__(57036);
// EXTERNAL MODULE: ./build/clipped.js
var clipped = __nccwpck_require__(49879);
;// CONCATENATED MODULE: ./build/git/object/parse-object.js

const [parse_object_blank, lineFeed] = [0x20, 0x0a];
/**
 * Reads a commit's headers as git does (commit.c): `tree` first, the `parent` lines right after it, then the first
 * `author` and `committer`. What is malformed becomes an empty name, an empty email or a NaN time, never an error.
 */
function parseCommit(id, bytes) {
    const { headers, message } = split(bytes);
    const textOf = ({ start, end }) => bytes.toString('latin1', start, end);
    const [first] = headers;
    const parents = [];
    for (let at = 1; headers[at]?.name === 'parent'; at++)
        parents.push(textOf(headers[at]));
    const stated = headers.find(({ name }) => name === 'encoding');
    const encoding = stated && textOf(stated);
    return {
        id,
        bytes,
        tree: first?.name === 'tree' ? textOf(first) : '',
        parents,
        author: parsePerson(headerValue(bytes, headers, 'author'), encoding),
        committer: parsePerson(headerValue(bytes, headers, 'committer'), encoding),
        subject: subject(message, encoding),
    };
}
/** Reads an annotated tag's headers (tag.c). */
function parseTag(id, bytes) {
    const { headers, message } = split(bytes);
    const text = (name) => headerValue(bytes, headers, name)?.toString('utf8') ?? '';
    const tagger = headerValue(bytes, headers, 'tagger');
    return {
        id,
        bytes,
        object: text('object'),
        type: text('type'),
        name: text('tag'),
        tagger: tagger === undefined ? undefined : parsePerson(tagger, undefined),
        subject: subject(message, undefined),
    };
}
/**
 * Reads `name <email> seconds zone` as git's split_ident_line does (ident.c): the email ends at the first `>` after the
 * first `<`, the time follows the last `>`. The email is always read as UTF-8: a commit's `encoding` header must not turn
 * one address into another.
 */
function parsePerson(line, encoding) {
    if (line === undefined)
        return { name: '', email: '', time: Number.NaN };
    const open = line.indexOf('<');
    const close = open < 0 ? -1 : line.indexOf('>', open);
    if (close < 0)
        return { name: decode(line, encoding).trim(), email: '', time: Number.NaN };
    const time = /^ *(\d{1,15})(?: |$)/.exec(line.toString('latin1', line.lastIndexOf('>') + 1));
    return {
        name: decode(line.subarray(0, open), encoding).trim(),
        email: line.toString('utf8', open + 1, close).trim(),
        time: time === null ? Number.NaN : Number(time[1]),
    };
}
/** Headers end at the first empty line; without one, all is header. Lines that begin with a space continue the one before and carry no key. */
function split(bytes) {
    const headers = [];
    let at = 0;
    /** The first blank from `at` on: it is looked for once, however many lines there are before it. */
    let space = -1;
    while (at < bytes.length) {
        const found = bytes.indexOf(lineFeed, at);
        const end = found < 0 ? bytes.length : found;
        if (end === at)
            return { headers, message: bytes.subarray(at + 1) };
        if (space < at)
            space = bytes.indexOf(parse_object_blank, at);
        if (space < 0)
            space = bytes.length;
        headers.push({ name: space < end ? bytes.toString('latin1', at, space) : '', start: space + 1, end });
        at = end + 1;
    }
    return { headers, message: Buffer.alloc(0) };
}
function headerValue(bytes, headers, wanted) {
    const found = headers.find(({ name }) => name === wanted);
    return found && bytes.subarray(found.start, found.end);
}
/** Bytes of a line that are decoded, and characters of it that are kept: a subject is for people to recognise the commit by. */
const lineBytes = 4096;
const subjectLength = 500;
/** The first line of the message that is not blank, cut where it is very long. */
function subject(message, encoding) {
    let at = 0;
    while (at < message.length) {
        const found = message.indexOf(0x0a, at);
        const end = found < 0 ? message.length : found;
        const line = decode(message.subarray(at, Math.min(end, at + lineBytes)), encoding).trim();
        if (line.length > subjectLength || end > at + lineBytes)
            return `${(0,clipped/* clipped */.c)(line, subjectLength)} (cut)`;
        if (line !== '')
            return line;
        at = end + 1;
    }
    return '';
}
/** Only encodings that contain ASCII are honoured; the others are read as UTF-8. */
function decode(bytes, encoding) {
    if (encoding === undefined || /utf-?16|2022|hz-gb|utf-?7|x-user/i.test(encoding))
        return bytes.toString('utf8');
    try {
        return new TextDecoder(encoding).decode(bytes);
    }
    catch {
        return bytes.toString('utf8');
    }
}

// EXTERNAL MODULE: ./build/system-error.js
var system_error = __nccwpck_require__(53648);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __nccwpck_require__(31421);
;// CONCATENATED MODULE: ./build/git/process/process.js

/** A git process that ended with an error. */
class GitFailure extends Error {
    code;
    stderr;
    constructor(args, code, stderr) {
        super(`git ${args[0] ?? ''} ended with ${code}: ${stderr.trim()}`);
        this.name = 'GitFailure';
        this.code = code;
        this.stderr = stderr;
    }
}
/** How much of what git says on its standard error is kept. */
const keptErrorBytes = 1 << 16;
/** Runs git to its end and gives what it said; the exit code is the caller's to judge. Throws where there is no git. */
function runGit(place, args) {
    const options = {
        cwd: place.directory,
        env: place.environment,
        encoding: 'buffer',
        maxBuffer: Number.POSITIVE_INFINITY,
    };
    return new Promise((resolve, reject) => {
        const child = (0,external_node_child_process_.execFile)('git', args, options, (error, stdout, stderr) => {
            if (typeof error?.code === 'string')
                reject(error);
            else
                resolve({ code: error === null ? 0 : (error.code ?? 128), stdout, stderr: stderr.toString('utf8') });
        });
        child.stdin?.end();
    });
}
/**
 * Runs git with `input` on its standard input and yields what it prints as it comes; git waits where the reader is slow.
 * Throws GitFailure where it ends with an error or `timeout` (milliseconds) has passed.
 */
async function* streamGit(place, args, input, timeout) {
    const child = (0,external_node_child_process_.spawn)('git', args, { cwd: place.directory, env: place.environment, stdio: 'pipe' });
    let stderr = '';
    child.stderr.on('data', (data) => {
        stderr = (stderr + data.toString('utf8')).slice(-keptErrorBytes);
    });
    // A git that ends before it has read everything says why on its standard error.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
    let late = false;
    const timer = timeout === undefined
        ? undefined
        : setTimeout(() => {
            late = true;
            child.kill();
            child.stdout.destroy();
            child.stderr.destroy();
        }, timeout);
    const ended = new Promise((resolve, reject) => {
        child.once('error', reject);
        child.once('close', (code) => resolve(code ?? 128));
    });
    ended.catch(() => undefined);
    try {
        for await (const data of child.stdout)
            yield data;
        const code = await ended;
        if (code !== 0)
            throw new GitFailure(args, code, stderr);
    }
    catch (error) {
        if (!late)
            throw error;
        throw new GitFailure(args, 124, `no answer within ${(timeout ?? 0) / 1000} seconds`);
    }
    finally {
        clearTimeout(timer);
        if (child.exitCode === null)
            child.kill();
    }
}

;// CONCATENATED MODULE: ./build/git/process/discover.js





/** What a hook learns about its repository (githooks(5)). */
const hookVariables = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_COMMON_DIR', 'GIT_INDEX_FILE', 'GIT_OBJECT_DIRECTORY'];
const questions = [
    '--show-object-format',
    '--absolute-git-dir',
    ...['objects', 'shallow', 'index'].flatMap((name) => ['--git-path', name]),
    '--show-cdup',
];
/** The absolute path of an existing directory. */
function existingDirectory(directory) {
    if ((0,external_node_fs_.statSync)(directory, { throwIfNoEntry: false })?.isDirectory() === false) {
        throw notARepository(directory, 'It is a file.');
    }
    try {
        return (0,external_node_fs_.realpathSync)(directory);
    }
    catch {
        throw notARepository(directory, 'There is no such directory.');
    }
}
/** Finds the repository that holds `directory`; `inHook` follows the variables git gives its hooks. Throws InputError. */
async function discover(directory, scratch, inHook) {
    const environment = { ...scratch.environment };
    for (const name of inHook ? hookVariables : []) {
        const value = process.env[name];
        if (value !== undefined)
            environment[name] = value;
    }
    const place = { directory, environment };
    const output = await ask(place);
    if (output.code !== 0)
        throw notARepository(directory, output.stderr.trim());
    const answers = output.stdout.toString('utf8').replace(/\n$/, '').split('\n');
    // Inside a git directory there is no answer to the last question.
    const [format, gitDirectory, objects, shallow, index, up, ...rest] = answers;
    if (index === undefined || rest.length > 0)
        throw notARepository(directory, 'Its path holds a line break.');
    const path = (name) => (0,external_node_path_.resolve)(directory, name ?? '');
    return {
        directory: path(up ?? gitDirectory),
        gitDirectory: path(gitDirectory),
        objects: path(objects),
        shallow: path(shallow),
        index: path(index),
        format: format === 'sha256' ? 'sha256' : 'sha1',
        place: { directory, environment: { ...environment, GIT_SHALLOW_FILE: path(shallow) } },
    };
}
async function ask(place) {
    try {
        return await runGit(place, ['rev-parse', ...questions]);
    }
    catch (error) {
        if ((0,system_error/* systemErrorCode */.v)(error) !== 'ENOENT')
            throw error;
        throw new input_error/* InputError */.d([{ what: 'There is no "git" on the PATH.', fix: 'Install git 2.38 or newer.' }]);
    }
}
function notARepository(directory, why) {
    return new input_error/* InputError */.d([
        {
            what: `${directory} is not a git repository: ${why.replace(/^fatal: /, '')}`,
            fix: 'Run in a clone, or name one with --repo DIR.',
        },
    ]);
}

// EXTERNAL MODULE: ./build/git/process/remote.js
var process_remote = __nccwpck_require__(42647);
;// CONCATENATED MODULE: ./build/git/process/conversation.js




const nothing = Buffer.alloc(0);
/** How git ends where it does not know an option. */
const usage = 129;
/** A running `git cat-file`: names go in, and lines and counted bytes come out. One caller at a time. */
class Conversation {
    #args;
    #child;
    #chunks;
    #ended;
    #buffer = nothing;
    #stderr = '';
    constructor(place, args) {
        this.#args = args;
        const child = (0,external_node_child_process_.spawn)('git', args, { cwd: place.directory, env: place.environment, stdio: 'pipe' });
        child.stderr.on('data', (data) => {
            this.#stderr = (this.#stderr + data.toString('utf8')).slice(-keptErrorBytes);
        });
        // A git that ends before it has read everything says why on its standard error.
        child.stdin.on('error', () => undefined);
        this.#child = child;
        this.#chunks = child.stdout[Symbol.asyncIterator]();
        this.#ended = new Promise((resolve, reject) => {
            child.once('error', reject);
            child.once('close', (code) => resolve(code ?? 128));
        });
        this.#ended.catch(() => undefined);
    }
    /** Asks; `isLast` says that nothing more will be. */
    ask(text, isLast) {
        if (isLast)
            this.#child.stdin.end(text);
        else
            this.#child.stdin.write(text);
    }
    /** The next line without its end, as latin1; undefined where `more` must come first. */
    line() {
        const end = this.#buffer.indexOf(0x0a);
        if (end < 0)
            return undefined;
        const line = this.#buffer.toString('latin1', 0, end);
        this.#buffer = this.#buffer.subarray(end + 1);
        return line;
    }
    /** The next `size` bytes, in a buffer of their own, and the line end after them. */
    async take(size) {
        const bytes = Buffer.allocUnsafe(size);
        let taken = 0;
        while (taken + this.#buffer.length <= size) {
            taken += this.#buffer.copy(bytes, taken);
            this.#buffer = nothing;
            await this.more();
        }
        this.#buffer.copy(bytes, taken);
        this.#buffer = this.#buffer.subarray(size - taken + 1);
        return bytes;
    }
    /** Waits for more of the answer. Throws GitFailure where git does not know its options, MissingObjectsError where it ended otherwise. */
    async more() {
        const next = await this.#chunks.next();
        if (next.done) {
            const code = await this.#ended;
            if (code === usage)
                throw new GitFailure(this.#args, code, this.#stderr);
            const why = code === 0 ? '.' : `: ${(0,process_remote/* redactUrls */.s)(this.#stderr.trim()) || `exit code ${code}`}`;
            throw new missing_objects_error/* MissingObjectsError */.J(`git ended before it had read every object${why}`, damagedRemedy);
        }
        this.#buffer = this.#buffer.length === 0 ? next.value : Buffer.concat([this.#buffer, next.value]);
    }
    /** Ends git, whatever it still had to say. */
    end() {
        const { stdin, stdout, stderr } = this.#child;
        this.#child.kill();
        for (const stream of [stdin, stdout, stderr])
            stream.destroy();
    }
}
const damagedRemedy = 'The object store is damaged: clone the repository afresh ("git fsck" names the damage).';

;// CONCATENATED MODULE: ./build/git/process/object-reader.js




/** How `git cat-file` is asked: `--batch-command` knows both words, before git 2.36 each was an option of its own. */
const options = { info: '--batch-check', contents: '--batch' };
/**
 * Reads objects. A git process that has answered is kept for the next question; who asks meanwhile gets one of his own. It finds what was
 * fetched since it began: git looks for new packs before it calls an object missing (`oid_object_info_extended` in git's object-file.c).
 */
class ObjectReader {
    #place;
    #format;
    #idle = [];
    #isOld = false;
    constructor(place, format) {
        this.#place = place;
        this.#format = format;
    }
    /** The object of each name (an id, or an id with a `^{type}`); undefined where there is no such object. In the order asked for. */
    async infos(names) {
        if (names.length === 0)
            return [];
        const git = await this.#ask('info', names);
        const infos = [];
        let isWhole = false;
        try {
            while (infos.length < names.length) {
                const line = git.line();
                if (line === undefined)
                    await git.more();
                else
                    infos.push(parseInfo(line));
            }
            isWhole = true;
        }
        finally {
            this.#release(git, isWhole);
        }
        return infos;
    }
    /**
     * The objects' bytes, in the order asked for; an id that is missing yields undefined. Every id is recomputed from the bytes,
     * and an object whose bytes do not give its name ends the reading with an error.
     */
    async *objects(ids) {
        if (ids.length === 0)
            return;
        const git = await this.#ask('contents', ids);
        let read = 0;
        try {
            for (const id of ids) {
                let line = git.line();
                for (; line === undefined; line = git.line())
                    await git.more();
                const info = parseInfo(line);
                const bytes = info && (await git.take(info.size));
                read++;
                if (info === undefined || bytes === undefined) {
                    yield undefined;
                    continue;
                }
                if (info.id !== id || (0,object_id/* objectId */.Tu)(this.#format, info.type, bytes) !== id) {
                    throw new missing_objects_error/* MissingObjectsError */.J(`The object ${id} does not hold the bytes of its id.`, damagedRemedy);
                }
                yield { ...info, bytes };
            }
        }
        finally {
            this.#release(git, read === ids.length);
        }
    }
    /** Ends the processes that wait for a question. */
    close() {
        for (const git of this.#idle.splice(0))
            git.end();
    }
    async #ask(word, names) {
        if (!this.#isOld) {
            const git = this.#idle.pop() ?? this.#start('--batch-command');
            git.ask(`${names.map((name) => `${word} ${name}\n`).join('')}flush\n`, false);
            try {
                await git.more();
                return git;
            }
            catch (error) {
                if (!(error instanceof GitFailure))
                    throw error;
                this.#isOld = true;
            }
        }
        const git = this.#start(options[word]);
        git.ask(names.map((name) => `${name}\n`).join(''), true);
        return git;
    }
    #start(option) {
        return new Conversation(this.#place, ['cat-file', option, '--buffer']);
    }
    /** Keeps a process whose answer was read whole; what remains of another's must not be taken for the next answer. */
    #release(git, isWhole) {
        if (isWhole && !this.#isOld)
            this.#idle.push(git);
        else
            git.end();
    }
}
function parseInfo(line) {
    const match = /^([0-9a-f]{40,64}) (commit|tree|blob|tag) (\d+)$/.exec(line);
    if (match === null)
        return undefined;
    return { id: match[1] ?? '', type: match[2], size: Number(match[3]) };
}

;// CONCATENATED MODULE: external "node:timers/promises"
const promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");
;// CONCATENATED MODULE: ./build/git/process/persist.js


/** Milliseconds before the second and the third try of what reaches a remote. */
const defaultPauses = [1_000, 5_000];
/** Milliseconds that all tries together may take. */
const longest = 240_000;
/** A failure that says no for good, whatever else git says with it. */
const persist_final = /returned error: (?:40[0-7]|409|41\d|42[0-468]|43\d|45\d)\b|Authentication failed|could not read (?:Username|Password)|not found|Permission denied/i;
/** Failures of a connection, a proxy or a busy server, as git, curl and ssh put them. */
const passing = /returned error: (?:408|425|429|5\d\d)\b|HTTP (?:408|425|429|5\d\d)\b|timed out|timeout|no answer within|too slow|reset by peer|recv failure|send failure|early EOF|unexpected disconnect|hung up unexpectedly|empty reply|transfer closed|not closed cleanly|connection (?:refused|closed|was reset|reset)|failed to connect|couldn't connect|could not resolve host|temporary failure|broken pipe|gnutls_handshake|SSL_(?:connect|read|ERROR)|index-pack failed/i;
/** Whether what git says of a failure may be another thing the next time: one blip must not turn a required check red. */
function isPassing(stderr) {
    return !persist_final.test(stderr) && passing.test(stderr);
}
/**
 * Does what reaches a remote, again after each pause where it fails for a reason that may pass, and never longer than a bound.
 * `attempt` gets the milliseconds it may take, and throws GitFailure.
 */
async function persist(attempt, most, pauses) {
    const end = performance.now() + longest;
    for (const pause of pauses) {
        try {
            return await attempt(Math.min(most, end - performance.now()));
        }
        catch (error) {
            const isLate = performance.now() + pause >= end;
            if (!(error instanceof GitFailure) || !isPassing(error.stderr) || isLate)
                throw error;
            await (0,promises_namespaceObject.setTimeout)(pause);
        }
    }
    return attempt(Math.min(most, Math.max(1, end - performance.now())));
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(48161);
;// CONCATENATED MODULE: ./build/git/process/environment.js


/** Variables of git's own that only say where the machine's certificates are. */
const kept = new Set(['GIT_SSL_CAINFO', 'GIT_SSL_CAPATH']);
/**
 * The environment every git process gets: the caller's without anything that steers git, and with everything off that
 * reads the machine's or the user's configuration, asks, replaces objects, or reaches the network.
 */
function gitEnvironment(scratch) {
    const environment = {};
    for (const [name, value] of Object.entries(process.env)) {
        if (value !== undefined && (!name.startsWith('GIT_') || kept.has(name)))
            environment[name] = value;
    }
    delete environment.SSH_ASKPASS;
    const home = (0,external_node_path_.join)(scratch, 'home');
    return {
        ...environment,
        LC_ALL: 'C',
        LANGUAGE: '',
        HOME: home,
        XDG_CONFIG_HOME: home,
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_CONFIG_SYSTEM: external_node_os_.devNull,
        GIT_CONFIG_GLOBAL: (0,external_node_path_.join)(home, '.gitconfig'),
        GIT_ATTR_NOSYSTEM: '1',
        GIT_NO_REPLACE_OBJECTS: '1',
        GIT_GRAFT_FILE: (0,external_node_path_.join)(scratch, 'no-grafts'),
        GIT_LITERAL_PATHSPECS: '1',
        GIT_OPTIONAL_LOCKS: '0',
        GIT_NO_LAZY_FETCH: '1',
        GIT_TERMINAL_PROMPT: '0',
        GIT_ASKPASS: '',
        // An empty list would mean "the default list"; no transport has this name.
        GIT_ALLOW_PROTOCOL: 'none',
    };
}

// EXTERNAL MODULE: ./build/git/process/temporary-directory.js
var temporary_directory = __nccwpck_require__(36844);
;// CONCATENATED MODULE: ./build/git/process/scratch.js




/**
 * Makes an empty scratch directory (readable by us alone) that is removed with the process at the latest. Its `home` holds
 * the only configuration git reads about `repository`: that its owner may differ from us, as in a container job. Throws
 * InputError where it cannot be made.
 */
function makeScratch(repository, parent) {
    const { directory, remove } = (0,temporary_directory/* makeTemporaryDirectory */.L)('gitops-gate-', parent);
    try {
        (0,temporary_directory/* inTemporary */.b)((0,external_node_path_.dirname)(directory), () => {
            (0,external_node_fs_.mkdirSync)((0,external_node_path_.join)(directory, 'home'));
            (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(directory, 'home', '.gitconfig'), safeDirectories(repository));
        });
    }
    catch (error) {
        remove();
        throw error;
    }
    return { directory, environment: gitEnvironment(directory), remove };
}
/** Makes the scratch directory a git directory that reads its objects from `objects`, with the same cuts in history. */
function borrowObjects(scratch, format, objects, shallow) {
    const at = (...names) => (0,external_node_path_.join)(scratch.directory, ...names);
    (0,temporary_directory/* inTemporary */.b)((0,external_node_path_.dirname)(scratch.directory), () => {
        (0,external_node_fs_.mkdirSync)(at('objects', 'info'), { recursive: true });
        (0,external_node_fs_.mkdirSync)(at('objects', 'pack'));
        (0,external_node_fs_.mkdirSync)(at('refs'));
        (0,external_node_fs_.writeFileSync)(at('HEAD'), 'ref: refs/heads/none\n');
        (0,external_node_fs_.writeFileSync)(at('config'), config(format));
        (0,external_node_fs_.writeFileSync)(at('objects', 'info', 'alternates'), `${quoted(objects)}\n`);
        if ((0,external_node_fs_.existsSync)(shallow))
            (0,external_node_fs_.copyFileSync)(shallow, at('shallow'));
    });
}
/** Whether objects were left out of a clone on purpose (a partial clone), there or in what it borrows from. */
function isPartial(objects, depth = 0) {
    const names = (0,external_node_fs_.existsSync)((0,external_node_path_.join)(objects, 'pack')) ? (0,external_node_fs_.readdirSync)((0,external_node_path_.join)(objects, 'pack')) : [];
    if (names.some((name) => name.endsWith('.promisor')))
        return true;
    const file = (0,external_node_path_.join)(objects, 'info', 'alternates');
    if (depth > 5 || !(0,external_node_fs_.existsSync)(file))
        return false;
    const lines = (0,external_node_fs_.readFileSync)(file, 'utf8').split('\n');
    // A quoted path is not worth reading: it is taken for a partial one, which only costs a look at more objects.
    return lines.some((line) => line.startsWith('"') || (line !== '' && isPartial((0,external_node_path_.resolve)(objects, line), depth + 1)));
}
/** The commits whose parents are cut off in the scratch directory. */
function shallowCommits(scratch) {
    const file = (0,external_node_path_.join)(scratch.directory, 'shallow');
    return new Set((0,external_node_fs_.existsSync)(file) ? (0,external_node_fs_.readFileSync)(file, 'latin1').split('\n').filter(Boolean) : []);
}
function config(format) {
    return [
        '[core]',
        'repositoryFormatVersion = 1',
        'bare = true',
        'commitGraph = false',
        ...(format === 'sha1' ? [] : ['[extensions]', `objectFormat = ${format}`]),
        '[gc]',
        'auto = 0',
        '[maintenance]',
        'auto = false',
        '',
    ].join('\n');
}
/**
 * Git trusts a repository of another owner only where it is named in the user's configuration, by its exact path: the
 * given directory or the one above it that turns out to be the repository's top.
 */
function safeDirectories(repository) {
    const lines = ['[safe]'];
    for (let path = repository;; path = (0,external_node_path_.dirname)(path)) {
        lines.push(`directory = ${quoted(path)}`, `directory = ${quoted((0,external_node_path_.join)(path, '.git'))}`);
        if (path === (0,external_node_path_.dirname)(path))
            return `${lines.join('\n')}\n`;
    }
}
/** A path in double quotes, as git's configuration and its `alternates` file read it. */
function quoted(path) {
    return `"${path.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n').replaceAll('\t', '\\t')}"`;
}

;// CONCATENATED MODULE: ./build/git/process/git-directory.js







/** How many milliseconds one fetch may take. */
const fetchTimeout = 180_000;
/** Objects asked for by one fetch: their ids are arguments of the process. */
const fetchBatch = 5_000;
/** Bytes of the longest answer that is read: half a million paths. A few small trees within trees can name billions. */
const longestAnswer = 64 * 1024 * 1024;
const wholeHistory = 0x7fffffff;
/** The scratch git directory: where every object is read, and where what was missing is fetched to. */
class GitDirectory {
    format;
    #scratch;
    #place;
    #objects;
    #findRemote;
    #pauses;
    #remote;
    #partial;
    /** `pauses`: milliseconds before each further try of what reaches the remote. */
    constructor(scratch, { format, objects }, findRemote, pauses) {
        this.format = format;
        this.#scratch = scratch;
        this.#place = {
            directory: scratch.directory,
            environment: { ...scratch.environment, GIT_DIR: scratch.directory },
        };
        this.#objects = new ObjectReader(this.#place, format);
        this.#partial = isPartial(objects);
        this.#findRemote = findRemote;
        this.#pauses = pauses;
    }
    get path() {
        return this.#scratch.directory;
    }
    /** Whether trees and blobs of known commits may be missing: in a partial clone, and after a fetch with a filter. */
    get partial() {
        return this.#partial;
    }
    shallow() {
        return shallowCommits(this.#scratch);
    }
    infos(names) {
        return this.#objects.infos(names);
    }
    objects(ids) {
        return this.#objects.objects(ids);
    }
    /** Ends what still runs. */
    close() {
        this.#objects.close();
    }
    /** Runs git over the objects at hand. */
    run(args, environment = {}) {
        return runGit({ ...this.#place, environment: { ...this.#place.environment, ...environment } }, args);
    }
    /** Runs git over the objects at hand, and ends it after so many milliseconds or too long an answer; the code is then 124. */
    async runWithin(args, milliseconds, input = '') {
        const parts = [];
        let length = 0;
        try {
            for await (const data of streamGit(this.#place, args, input, milliseconds)) {
                length += data.length;
                if (length > longestAnswer)
                    return { code: 124, stdout: Buffer.alloc(0), stderr: '' };
                parts.push(data);
            }
            return { code: 0, stdout: Buffer.concat(parts), stderr: '' };
        }
        catch (error) {
            if (!(error instanceof GitFailure))
                throw error;
            return { code: error.code, stdout: Buffer.alloc(0), stderr: error.stderr };
        }
    }
    /**
     * Runs git over what is at hand; where it ends with a code that is not `accepted`, or in a partial clone, with leave to fetch the trees and blobs it misses. Throws MissingObjectsError where that does not help either.
     */
    async runFetching(args, input = '', accepted = [0]) {
        let remote = this.#partial ? await this.remote() : undefined;
        let output = await this.#attempt(args, input, remote);
        if (!accepted.includes(output.code) && remote === undefined) {
            remote = await this.remote();
            if (remote !== undefined)
                output = await this.#attempt(args, input, remote);
        }
        if (accepted.includes(output.code))
            return output;
        throw new missing_objects_error/* MissingObjectsError */.J(`git ${args[0] ?? ''} could not read what it needs: ${redacted(output.stderr, remote)}`, this.remedy(remote));
    }
    /**
     * Makes sure that every tree of these commits is here, with one fetch for those that are not. `git merge-tree` before 2.45
     * takes a missing tree for an empty one.
     */
    async ensureTrees(commits) {
        if (!this.#partial)
            return;
        const trees = new Map();
        for await (const commit of this.objects([...new Set(commits)])) {
            if (commit !== undefined)
                trees.set(commit.id, parseCommit(commit.id, commit.bytes).tree);
        }
        const roots = [...new Set(trees.values())];
        const infos = await this.infos(roots);
        const missing = roots.filter((_, index) => infos[index] === undefined);
        if (missing.length > 0)
            await this.fetch(missing, 'The content of a commit', { filter: 'blob:none' });
        // Walks them all, each folder once, and fetches what it misses.
        const walk = ['rev-list', '--quiet', '--objects', '--filter=blob:none', '--no-walk', '--stdin'];
        await this.runFetching(walk, [...trees.keys(), ''].join('\n'));
    }
    /** Fetches ids or `<ref>:<ref>` pairs into the scratch directory; throws MissingObjectsError with the remedy. */
    async fetch(wants, what, options = {}) {
        const remote = await this.remote();
        if (remote === undefined) {
            throw new missing_objects_error/* MissingObjectsError */.J(`${what} is not in this clone, and it has no remote to fetch it from.`, this.remedy());
        }
        // Trees and blobs of commits that are here: a server that hears of those commits takes them for complete and sends nothing.
        const contents = options.filter === 'blob:none' && options.depth === undefined;
        const negotiation = contents ? ['-c', 'fetch.negotiationAlgorithm=noop'] : [];
        const args = [...negotiation, 'fetch', '--quiet', '--no-tags', '--no-recurse-submodules'];
        if (options.depth !== undefined)
            args.push(`--depth=${options.depth}`);
        args.push(options.filter === undefined ? '--no-filter' : `--filter=${options.filter}`);
        const place = { ...this.#place, environment: { ...this.#place.environment, ...remote.environment } };
        try {
            for (let at = 0; at < wants.length; at += fetchBatch) {
                const batch = [...args, 'origin', ...wants.slice(at, at + fetchBatch)];
                await persist((limit) => drain(streamGit(place, batch, '', limit)), fetchTimeout, this.#pauses);
            }
        }
        catch (error) {
            if (!(error instanceof GitFailure))
                throw error;
            const Missing = /^fatal: couldn't find remote ref /m.test(error.stderr) ? missing_objects_error/* AbsentRefError */.h : missing_objects_error/* MissingObjectsError */.J;
            throw new Missing(`${what} is not in this clone and could not be fetched from ${remote.shown}: ${redacted(error.stderr, remote)}`, this.remedy(remote));
        }
        if (options.filter !== undefined)
            this.#partial = true;
    }
    /** The remote, looked up once and only where something is missing. */
    remote() {
        this.#remote ??= this.#findRemote();
        return this.#remote;
    }
    remedy(remote) {
        const checkout = 'Clone the whole history ("fetch-depth: 0" for actions/checkout, GIT_DEPTH: "0" for GitLab CI)';
        if (remote === undefined)
            return `${checkout}, or give the clone a remote called "origin".`;
        return `${checkout}, or give a token that may read ${remote.shown}.`;
    }
    async #attempt(args, input, remote) {
        const place = { ...this.#place, environment: { ...this.#place.environment, ...remote?.environment } };
        let parts = [];
        const attempt = async (limit) => {
            parts = [];
            let length = 0;
            for await (const data of streamGit(place, args, input, limit)) {
                length += data.length;
                if (length > longestAnswer)
                    throw tooLong(args[0] ?? '');
                parts.push(data);
            }
        };
        try {
            await (remote === undefined ? attempt() : persist(attempt, fetchTimeout, this.#pauses));
            return { code: 0, stdout: Buffer.concat(parts), stderr: '' };
        }
        catch (error) {
            if (!(error instanceof GitFailure))
                throw error;
            return { code: error.code, stdout: Buffer.concat(parts), stderr: error.stderr };
        }
    }
}
async function drain(output) {
    for await (const _ of output)
        ;
}
/** What git said, without passwords. */
function redacted(stderr, remote) {
    const text = stderr.trim();
    return remote === undefined ? (0,process_remote/* redactUrls */.s)(text) : remote.redact(text);
}
function tooLong(command) {
    return new missing_objects_error/* MissingObjectsError */.J(`git ${command} lists more than ${longestAnswer / 1024 ** 2} MiB of paths.`, 'Split the change, or keep so many files in a repository of their own.');
}

;// CONCATENATED MODULE: ./build/git/range/commit-changes.js

/** The paths that each commit touches against any of its parents. */
async function commitPaths(git, commits) {
    // Against each parent on its own: a merge that keeps one side (`-s ours`) undoes what the other brought.
    const lines = commits.flatMap(({ id, parents }) => (parents.length === 0 ? [id] : parents.map((p) => `${id} ${p}`)));
    const paths = parseCommitPaths(await diffTrees(git, commits, lines));
    return new Map(commits.map(({ id }) => [id, paths.get(id) ?? new Map()]));
}
/** What each commit brings in and takes out, and the files that it touches; of a merge those that are as in none of its parents. */
async function commitChanges(git, commits) {
    // Parents are named, because those of a commit at which a clone is cut off are not known to git.
    const lines = commits.map(({ id, parents }) => [id, ...parents].join(' '));
    return parseCommitChanges(await diffTrees(git, commits, lines, '-c'));
}
/** The time of the last commit that changed each path. */
async function lastCommits(git, head) {
    // Where a clone is cut off, git shows every file as new: when it was changed is not known.
    const cut = [...git.shallow()].map((id) => `^${id}`);
    const args = ['log', '--format=//%ct', '--name-only', '--no-merges', '--no-renames', '-z', '--stdin'];
    return parseLastCommits((await git.runFetching(args, [head, ...cut, '--', ''].join('\n'))).stdout);
}
/** Compares each commit with the others of its line, or with nothing. */
async function diffTrees(git, commits, lines, ...options) {
    await git.ensureTrees(commits.flatMap(({ id, parents }) => [id, ...parents]));
    const format = ['-r', '-z', '--raw', '--no-abbrev', '--no-renames', '--ignore-submodules=none'];
    const input = lines.map((line) => `${line}\n`).join('');
    return (await git.runFetching(['diff-tree', '--stdin', '--root', ...format, ...options], input)).stdout;
}

;// CONCATENATED MODULE: ./build/git/range/history.js



/**
 * How history is fetched from the tips, step by step, until the answer no longer depends on what is cut off. The first step
 * brings the folders along, which are needed anyway; a long history is fetched without them.
 */
const steps = [
    { depth: 50, filter: 'blob:none' },
    { depth: 500, filter: 'tree:0' },
    { depth: wholeHistory, filter: 'tree:0' },
];
/** How tips are fetched first: all that is missing, but of a shallow clone only a piece of history. */
function firstStep(git) {
    return (git.shallow().size > 0 ? steps[0] : undefined) ?? {};
}
/** Fetches those of `ids` that are not commits here. Full clones get all that is missing, shallow ones a piece of history. */
async function fetchCommits(git, ids) {
    const infos = await git.infos(ids.map((id) => `${id}^{commit}`));
    const missing = [...new Set(ids.filter((_, index) => infos[index] === undefined))];
    if (missing.length === 0)
        return;
    const what = `The commit ${missing.join(' or ')}`;
    // In a shallow clone every tip is asked for, so that they are cut at the same depth.
    await git.fetch(git.shallow().size > 0 ? ids : missing, what, firstStep(git));
    const found = await git.infos(missing.map((id) => `${id}^{commit}`));
    const absent = missing.filter((_, index) => found[index] === undefined);
    if (absent.length > 0) {
        throw new missing_objects_error/* MissingObjectsError */.J(`${absent.join(', ')} is not a commit of this repository.`, git.remedy(await git.remote()));
    }
}
/** Throws InputError for each id, named by the revision at its place, that is a tree or blob, or a tag of one: no commit, wherever it is looked for. */
async function requireCommits(git, revs, ids) {
    const infos = await git.infos(ids.map((id) => `${id}^{}`));
    const problems = infos.flatMap((info, index) => info === undefined || info.type === 'commit'
        ? []
        : [
            {
                what: `${JSON.stringify(revs[index])} is a ${info.type}, no commit.`,
                fix: 'Give a commit, or a branch or tag of one.',
            },
        ]);
    if (problems.length > 0)
        throw new input_error/* InputError */.d(problems);
}
/**
 * Compares two commits' histories. Where history is cut off (a shallow clone), it is deepened until no commit between the
 * tips and their merge bases is a cut one; what lies behind the merge bases cannot change the answer.
 */
async function compare(git, base, head) {
    return deepening(git, [base, head], (cut) => relate(git, base, head, cut));
}
/** The commits of `head` that `base` does not contain, oldest first; `compare` without the merge bases, where nothing is cut off. */
async function commitsBetween(git, base, head) {
    return deepening(git, [base, head], async (cut) => cut.size === 0 ? listBetween(git, base, head) : (await relate(git, base, head, cut))?.commits);
}
/** `commitsBetween` where nothing is cut off or missing; else undefined. */
async function commitsHere(git, base, head) {
    return git.shallow().size > 0 ? undefined : listBetween(git, base, head);
}
function listBetween(git, base, head) {
    return revisions(git, ['--reverse', head, `^${base}`]);
}
/** Undefined where history is missing, or where a cut lies between the tips and their merge bases. */
async function relate(git, base, head, cut) {
    // Boundary commits, marked by a minus, are the parents that `base` contains of commits it does not.
    const found = await revisions(git, ['--reverse', '--boundary', head, `^${base}`]);
    if (found === undefined)
        return undefined;
    const commits = found.filter((id) => !id.startsWith('-'));
    const contained = commits.length === 0 ? head : found.includes(`-${base}`) ? base : undefined;
    const mergeBases = contained === undefined ? await mergeBasesOf(git, base, head) : [contained];
    if (mergeBases === undefined)
        return undefined;
    if (cut.size > 0) {
        const between = await revisions(git, [base, head, ...mergeBases.map((id) => `^${id}`)]);
        if (between === undefined || between.some((id) => cut.has(id)))
            return undefined;
    }
    return { commits, mergeBases };
}
/** Every commit of `head`, oldest first. */
async function allCommits(git, head) {
    return deepening(git, [head], async (cut) => {
        const commits = await revisions(git, ['--reverse', head]);
        return commits?.some((id) => cut.has(id)) ? undefined : commits;
    });
}
/** Asks until there is an answer: where there is none the history is fetched further. Throws MissingObjectsError. */
async function deepening(git, tips, attempt) {
    let answer = await attempt(git.shallow());
    for (const step of steps) {
        if (answer !== undefined)
            return answer;
        await git.fetch(tips, `The history of ${tips.join(' and ')}`, step);
        answer = await attempt(git.shallow());
    }
    if (answer !== undefined)
        return answer;
    throw new missing_objects_error/* MissingObjectsError */.J(`The history of ${tips.join(' and ')} is incomplete, also at the remote.`, git.remedy(await git.remote()));
}
/** What `git rev-list` prints; undefined where history is missing. */
async function revisions(git, args) {
    const output = await git.run(['rev-list', '--topo-order', ...args, '--']);
    return output.code === 0 ? lines(output.stdout) : undefined;
}
async function mergeBasesOf(git, base, head) {
    const output = await git.run(['merge-base', '--all', base, head]);
    if (output.code === 0)
        return lines(output.stdout);
    return output.code === 1 ? [] : undefined;
}
function lines(output) {
    return output.toString('latin1').split('\n').filter(Boolean);
}

;// CONCATENATED MODULE: ./build/git/range/first-parents.js

/**
 * A commit and what it was built on, newest first: of merges only the first parent, which is the branch that was merged into. At most
 * `most` commits. Throws MissingObjectsError where the history is cut off before that.
 */
function firstParents(git, head, most) {
    return deepening(git, [head], async (cut) => {
        const line = await revisions(git, ['--first-parent', `--max-count=${most}`, head]);
        const last = line?.at(-1);
        return line !== undefined && line.length < most && last !== undefined && cut.has(last) ? undefined : line;
    });
}
/** Other beginnings of a history that are looked at one by one; what is beyond counts as one. */
const mostBeginnings = 20;
/**
 * The commits without a parent on which more of a history was built than on `root`: whoever merges a branch into a new beginning
 * makes that the one that first parents lead to. As far as the history is here.
 */
async function olderBeginnings(git, head, root) {
    const cut = git.shallow();
    const all = (await revisions(git, ['--max-parents=0', head])) ?? [];
    const others = all.filter((id) => id !== root && !cut.has(id));
    if (others.length === 0)
        return [];
    const own = await builtOn(git, head, root);
    const older = [];
    for (const [index, id] of others.entries())
        if (index >= mostBeginnings || (await builtOn(git, head, id)) > own)
            older.push(id);
    return older;
}
async function builtOn(git, head, root) {
    const commits = await revisions(git, ['--ancestry-path', head, `^${root}`]);
    return commits?.length ?? Number.POSITIVE_INFINITY;
}

;// CONCATENATED MODULE: ./build/git/range/names.js



/** The id a revision names in the user's repository, not peeled; undefined where nothing has that name. */
async function nameRevision(repository, rev) {
    const lower = rev.toLowerCase();
    if ((0,object_id/* isObjectId */.TS)(lower, repository.format))
        return lower;
    if (rev === '' || /[\0\n]/.test(rev))
        return undefined;
    const args = ['-c', 'core.warnAmbiguousRefs=true', 'rev-parse', '--verify', '--end-of-options', rev];
    const { code, stdout, stderr } = await runGit(repository.place, args);
    if (/ambiguous/.test(stderr) && (code === 0 || /short object ID/.test(stderr))) {
        throw new input_error/* InputError */.d([
            {
                what: `${JSON.stringify(rev)} names several things in this repository.`,
                fix: 'Give the whole name (refs/heads/…, refs/tags/…, refs/remotes/…) or a full commit id.',
            },
        ]);
    }
    const id = stdout.toString('latin1').trim();
    return code === 0 && (0,object_id/* isObjectId */.TS)(id, repository.format) ? id : undefined;
}
/** The whole name of the ref that a revision is in the user's repository, symbolic ones followed; undefined where it is not a ref. */
async function refName(repository, rev) {
    if (rev.startsWith('refs/heads/'))
        return rev;
    // A whole id is that object, whatever ref has such a name.
    if ((0,object_id/* isObjectId */.TS)(rev.toLowerCase(), repository.format))
        return undefined;
    if (rev === '' || /[\0\n]/.test(rev))
        return undefined;
    const args = ['rev-parse', '--symbolic-full-name', '--verify', '--end-of-options', rev];
    const { code, stdout } = await runGit(repository.place, args);
    const lines = stdout.toString('utf8').trim().split('\n');
    return code === 0 ? lines.find((line) => line.startsWith('refs/')) : undefined;
}
const usual = [
    'refs/remotes/origin/HEAD',
    'refs/remotes/origin/main',
    'refs/remotes/origin/master',
    'refs/heads/main',
    'refs/heads/master',
];
/** The default branch, as a person would expect it: what origin says, else the usual names. Its whole ref, and what that points to. */
async function findDefaultBranch(repository) {
    const args = ['for-each-ref', '--format=%(refname) %(objectname) %(symref)', ...usual];
    const { code, stdout } = await runGit(repository.place, args);
    if (code !== 0)
        return undefined;
    const found = new Map();
    for (const line of stdout.toString('utf8').split('\n')) {
        const [name = '', id = '', target = ''] = line.split(' ');
        found.set(name, { ref: target === '' ? name : target, id });
    }
    const name = usual.find((candidate) => found.has(candidate));
    return name === undefined ? undefined : found.get(name);
}
/** The URL of the user's own `origin`. */
function originUrl(repository) {
    return configured(repository, ['--get', 'remote.origin.url']);
}
/** The file of certificates that the repository's configuration names for a server, as a GitLab runner with its own authority does. */
function certificateFile(repository, url) {
    return configured(repository, ['--get-urlmatch', 'http.sslCAInfo', url]);
}
/** A setting of the user's repository. It is wanted only where something is missing, so what asks for it is loaded only then. */
async function configured({ place }, question) {
    const { getExecOutput } = await __nccwpck_require__.e(/* import() */ 1260).then(__nccwpck_require__.bind(__nccwpck_require__, 81260));
    const { exitCode, stdout } = await getExecOutput('git', ['config', ...question], {
        cwd: place.directory,
        env: { ...place.environment },
        silent: true,
        ignoreReturnCode: true,
    });
    const value = stdout.replace(/\n$/, '');
    return exitCode === 0 && value !== '' ? value : undefined;
}

;// CONCATENATED MODULE: ./build/git/object/parse-past.js


const parse_past_nul = 0x00;
const begin = 'commit ';
/**
 * Reads the output of `log -z --format=raw --name-status`, in its order: `commit <id>`, the commit's headers as they are stored, its message
 * four blanks to the right, and on the last line the status of the first file; then its path, and a status and a path for each other file.
 * The bytes of a commit are those of the output, not of the object.
 */
function parsePastCommits(output) {
    const commits = [];
    let status;
    for (let at = 0; at < output.length;) {
        const found = output.indexOf(parse_past_nul, at);
        const end = found < 0 ? output.length : found;
        const start = at;
        at = end + 1;
        if (status !== undefined) {
            commits.at(-1)?.files.push({ path: (0,object_path/* decodePath */.q0)(output.subarray(start, end)), isRemoved: status === 'D' });
            status = undefined;
        }
        else if (output.toString('latin1', start, Math.min(end, start + begin.length)) === begin) {
            const field = output.subarray(start, end);
            const line = field.indexOf(0x0a);
            const id = field.toString('latin1', begin.length, line).slice(0, 64).split(' ', 1)[0] ?? '';
            commits.push({ commit: parseCommit(id, field.subarray(line + 1)), files: [] });
            const last = field.toString('latin1', field.lastIndexOf(0x0a) + 1);
            if (/^[A-Z]$/.test(last))
                status = last;
        }
        else if (end > start)
            status = output.toString('latin1', start, end).trim();
    }
    return commits;
}

;// CONCATENATED MODULE: ./build/git/range/past.js

/** How many milliseconds reading the past may take. */
const past_longest = 30_000;
const format = ['-z', '--name-status', '--no-renames', '--ignore-submodules=none'];
/**
 * The newest `most` commits of `head`, merges left out, with the files each touches; those that are `known` already are only named. It is one git
 * process, or two where some are known, with nothing fetched: a clone that is cut off before so many, or that has no folders of old commits, gives none.
 */
async function pastCommits(git, head, most, known) {
    const newest = ['--no-merges', `-n${most}`, head, '--'];
    if (known.size === 0) {
        const past = await commitsOf(git, newest);
        return 'why' in past ? past : { ...past, ids: past.commits.map(({ commit }) => commit.id) };
    }
    const { code, stdout } = await git.runWithin(['rev-list', ...newest], past_longest);
    if (code !== 0)
        return { why: whyNot(code) };
    const ids = stdout.toString('latin1').split('\n').slice(0, -1);
    const wanted = ids.filter((id) => !known.has(id));
    const past = await commitsOf(git, ['--no-walk=unsorted', '--stdin'], wanted);
    return 'why' in past ? past : { ...past, ids: ids.reverse() };
}
/** The commits that git names, the last first, and the files each touches. */
async function commitsOf(git, which, ids) {
    if (ids?.length === 0)
        return { commits: [] };
    const args = ['log', '--format=raw', '--no-notes', ...format, ...which];
    const { code, stdout } = await git.runWithin(args, past_longest, ids?.map((id) => `${id}\n`).join(''));
    if (code !== 0)
        return { why: whyNot(code) };
    const commits = parsePastCommits(stdout).reverse();
    const cut = git.shallow();
    // A commit at which the clone is cut off looks as if it brought everything.
    return commits.some(({ commit }) => cut.has(commit.id)) ? { why: 'the history is not in this clone' } : { commits };
}
const whyNot = (code) => code === 124
    ? `the history could not be read within ${past_longest / 1000} seconds`
    : 'the folders of earlier commits are not in this clone';

// EXTERNAL MODULE: ./build/git/range/range.js
var range_range = __nccwpck_require__(96892);
;// CONCATENATED MODULE: ./build/git/range/unnamed.js
/** Says that a revision names no commit, and what to do; `isShallow`: the clone's history is cut off. */
function unnamed(rev, isShallow) {
    const what = `${JSON.stringify(rev)} names no commit of this repository.`;
    if (rev === 'HEAD') {
        return { what, fix: 'Commit something first; "check --staged" judges what is not committed yet.' };
    }
    if (rev.includes('...'))
        return { what, fix: 'Write a range with two dots: OLD..NEW' };
    if (rev.includes('..'))
        return { what, fix: 'Give one commit here: --base OLD --head NEW' };
    if (isShallow) {
        const fix = 'The history of this clone is cut off (a shallow clone). Fetch the rest: git fetch --unshallow; in CI "fetch-depth: 0" for actions/checkout, GIT_DEPTH: "0" for GitLab CI.';
        return { what, fix };
    }
    return { what, fix: 'Check its spelling. Give a full commit id, or a branch or tag that was fetched.' };
}

;// CONCATENATED MODULE: ./build/git/range/resolve-range.js





/** Resolves a request (how-it-judges.md, "What is compared"). Throws InputError for names, MissingObjectsError for objects that are not there. */
async function resolveRange(source, request) {
    switch (request.kind) {
        case 'request':
            return mergeRange(source, request.kind, request.base, request.head, request.trust);
        case 'new-branch':
            return mergeRange(source, request.kind, request.defaultBranch, request.head);
        case 'queue':
            return { ...(await queueRange(source, request.base, request.head)), branch: request.branch };
        case 'push':
            return { ...(await pushRange(source, request)), branch: request.branch };
        case 'first-push': {
            const [head = ''] = await commitIds(source, [request.head]);
            const commits = await allCommits(source.git, head);
            return { ...(0,range_range/* emptyRange */.t)(request.kind), head, result: head, after: head, commits };
        }
        case 'tag':
            return tagRange(source, request.tag, request.defaultBranch);
        case 'staged':
            return stagedRange(source, request.base);
        case 'audit': {
            const [rev = ''] = await commitIds(source, [request.rev]);
            return { ...(0,range_range/* emptyRange */.t)(request.kind), head: rev, result: rev, after: rev, trust: rev };
        }
    }
}
/** A pull or merge request: the target's tip against what the merge would give. */
async function mergeRange(source, kind, base, rev, trustRev = base) {
    const [target = '', head = '', trust = target] = await commitIds(source, [base, rev, trustRev]);
    const branch = branchOf((await source.refName(base)) ?? '');
    const { commits, mergeBases } = await compare(source.git, target, head);
    const mergeBase = mergeBases[0];
    const range = { ...(0,range_range/* emptyRange */.t)(kind), target, branch, head, mergeBase, trust, commits };
    if (commits.length === 0) {
        const empty = `${rev} (${head}) is already contained in ${base} (${target}): there is nothing to merge.`;
        return { ...range, result: target, before: target, after: target, empty };
    }
    if (mergeBase === target)
        return { ...range, result: head, before: target, after: head };
    if (mergeBase === undefined) {
        const note = 'The histories have no common commit, so nothing can be merged; all of the head is judged as new.';
        return { ...range, before: undefined, after: head, notes: [note] };
    }
    const merge = await source.mergeTree(target, head);
    if (merge.tree !== undefined)
        return { ...range, result: merge.tree, before: target, after: merge.tree };
    return { ...range, before: mergeBase, after: head, notes: [mergeNote(merge.why, mergeBases)] };
}
/** The branch that a ref is, here or at a remote: its short name. */
function branchOf(ref) {
    return /^refs\/(?:heads|remotes\/[^/]+)\/(.+)$/s.exec(ref)?.[1];
}
function mergeNote(why, mergeBases) {
    const instead = `the head is compared with the merge base ${mergeBases[0]} instead of the merge's result with the target`;
    const several = mergeBases.length > 1 ? ` (one of ${mergeBases.length} merge bases)` : '';
    if (why === 'conflict')
        return `The change conflicts with its target and cannot be merged as it is; ${instead}${several}.`;
    return `This git is older than 2.38 and cannot compute a merge; ${instead}${several}.`;
}
/**
 * A merge queue or merge train: base_sha → head_sha. The forge's own merge commit needs no signature. It is known by its
 * place: it is the event's head itself, a merge of two, with base_sha among its first parents. That place alone would let
 * the author of a fast-forwarded queue hide content in an unsigned merge, so the commit is left out only where its tree is
 * exactly the recomputed merge of its parents (which adds nothing of its own); its parents' commits are always verified.
 */
async function queueRange(source, base, rev) {
    const [target = '', head = ''] = await commitIds(source, [base, rev]);
    const { commits, mergeBases } = await compare(source.git, target, head);
    const synthetic = (await isQueueMerge(source, target, head, commits)) ? [head] : [];
    const range = {
        ...(0,range_range/* emptyRange */.t)('queue'),
        target,
        head,
        mergeBase: mergeBases[0],
        result: head,
        before: target,
        after: head,
        trust: target,
        commits: commits.filter((id) => !synthetic.includes(id)),
        synthetic,
    };
    return { ...range, empty: await whyEmpty(source, range) };
}
async function isQueueMerge(source, base, head, commits) {
    if (!commits.includes(head))
        return false;
    const [merge] = await source.commits([head]);
    const [ours, theirs, ...more] = merge?.parents ?? [];
    if (merge === undefined || ours === undefined || theirs === undefined || more.length > 0)
        return false;
    if (ours !== base) {
        const chain = await source.git.run(['rev-list', '--first-parent', '--parents', head, `^${base}`, '--']);
        const last = chain.stdout.toString('latin1').trim().split('\n').at(-1)?.split(' ');
        if (chain.code !== 0 || last?.[1] !== base)
            return false;
    }
    return (await source.mergeTree(ours, theirs)).tree === merge.tree;
}
async function pushRange(source, { before, after, trust: trustRev = before }) {
    const [target = '', head = '', trust = target] = await commitIds(source, [before, after, trustRev]);
    const { commits, mergeBases } = await compare(source.git, target, head);
    const mergeBase = mergeBases[0];
    const forced = mergeBase !== target;
    const range = {
        ...(0,range_range/* emptyRange */.t)('push'),
        target,
        head,
        mergeBase,
        result: head,
        before: target,
        after: head,
        trust,
        commits,
        notes: forced ? [`A forced push: ${target} is no longer part of the branch.`] : [],
    };
    return { ...range, empty: await whyEmpty(source, range) };
}
async function tagRange(source, rev, defaultBranch) {
    const [trust = '', commit = ''] = await commitIds(source, [defaultBranch, rev]);
    const named = (await source.name(rev)) ?? commit;
    const [info] = await source.git.infos([named]);
    const tag = info?.type === 'tag' ? named : undefined;
    const notes = tag === undefined ? [`${rev} is a lightweight tag: only its commit can be verified.`] : [];
    const tagName = /^refs\/tags\/(.+)$/s.exec(rev)?.[1];
    return { ...(0,range_range/* emptyRange */.t)('tag'), target: trust, head: commit, trust, commits: [commit], tag, tagName, notes };
}
async function stagedRange(source, base) {
    const unborn = base === 'HEAD' && (await source.name(base)) === undefined;
    const [trust] = unborn ? [] : await commitIds(source, [base]);
    const after = await source.stagedTree();
    const range = {
        ...(0,range_range/* emptyRange */.t)('staged'),
        target: trust,
        mergeBase: trust,
        before: trust,
        result: after,
        after,
        trust,
    };
    return { ...range, empty: await whyEmpty(source, range) };
}
async function whyEmpty(source, range) {
    if (range.commits.length > 0)
        return undefined;
    const empty = (0,object_id/* emptyTree */["in"])(source.git.format);
    const names = [range.before, range.after].map((id) => `${id ?? empty}^{tree}`);
    const [before, after] = await source.git.infos(names);
    if (before === undefined || after === undefined || before.id !== after.id)
        return undefined;
    if (range.kind === 'staged')
        return 'Nothing is staged: the index equals the commit it is compared with.';
    return `${range.head} brings no commit and no difference to ${range.target}: there is nothing to judge.`;
}
/** The commits the revisions name, all of them in the scratch directory afterwards. */
async function commitIds(source, revs) {
    const named = [];
    const problems = new Map();
    for (const each of await Promise.all(revs.map((rev) => nameOf(source, rev)))) {
        if (typeof each === 'string')
            named.push(each);
        else
            problems.set(each.what, each);
    }
    if (problems.size > 0)
        throw new input_error/* InputError */.d([...problems.values()]);
    const names = named.map((id) => `${id}^{commit}`);
    let infos = await source.git.infos(names);
    if (infos.includes(undefined)) {
        await requireCommits(source.git, revs, named);
        await fetchCommits(source.git, named);
        infos = await source.git.infos(names);
    }
    return infos.map((info, index) => info?.id ?? named[index] ?? '');
}
/** The id that a revision names, or what is wrong with it. */
async function nameOf(source, rev) {
    if ((0,object_id/* isZeroId */.aF)(rev)) {
        const fix = 'A deleted branch has nothing to judge; a new one is compared with the default branch.';
        return { what: `${JSON.stringify(rev)} means "no commit".`, fix };
    }
    return (await source.name(rev)) ?? unnamed(rev, source.git.shallow().size > 0);
}

;// CONCATENATED MODULE: ./build/git/range/revisions.js



/**
 * What revisions (each itself; an annotated tag with its commit) and ranges (`A..B`, an empty side is HEAD) name. `nameOf`
 * resolves one name. Throws InputError with every name that is none.
 */
async function namedRevisions(git, nameOf, names) {
    const problems = [];
    const resolve = async (rev) => {
        const id = await nameOf(rev);
        if (id === undefined)
            problems.push(unnamed(rev, git.shallow().size > 0));
        return id ?? '';
    };
    const named = await Promise.all(names.map(async (name) => {
        const [from, to, ...more] = name.split('..');
        if (to === undefined || more.length > 0 || name.includes('...'))
            return { from: undefined, to: await resolve(name) };
        return { from: await resolve(from || 'HEAD'), to: await resolve(to || 'HEAD') };
    }));
    if (problems.length > 0)
        throw new input_error/* InputError */.d(problems);
    // Git walks while it is asked for the ids of the names; where one of them is not here yet, it is asked again below.
    const walks = named.map(({ from, to }) => (from === undefined ? undefined : commitsHere(git, from, to)));
    const ids = named.flatMap(({ from, to }) => (from === undefined ? [to] : [from, to]));
    await requireCommits(git, ids, ids);
    await fetchCommits(git, ids);
    const commits = new Set();
    const tags = new Set();
    for (const [index, { from, to }] of named.entries()) {
        const [whole, commit] = await git.infos([to, `${to}^{commit}`]);
        if (whole?.type === 'tag')
            tags.add(to);
        if (commit === undefined)
            continue;
        if (from === undefined)
            commits.add(commit.id);
        else
            for (const id of (await walks[index]) ?? (await commitsBetween(git, from, commit.id)))
                commits.add(id);
    }
    return { commits: [...commits], tags: [...tags] };
}

;// CONCATENATED MODULE: ./build/git/staged-tree.js




/**
 * The tree a commit of the index would have now (what is only intended to be added is left out, as `git commit` does).
 * Written in the scratch directory, from a copy of the index. Throws InputError while a merge is not resolved.
 */
async function stagedTree(repository, git) {
    if (!(0,external_node_fs_.existsSync)(repository.index)) {
        if (repository.directory !== repository.gitDirectory)
            return (0,object_id/* emptyTree */["in"])(git.format);
        const what = 'A bare repository has no index, so nothing is staged in it.';
        throw new input_error/* InputError */.d([{ what, fix: 'Run in a clone, or name commits: --base REV --head REV' }]);
    }
    const index = (0,external_node_path_.join)(git.path, 'index');
    (0,external_node_fs_.copyFileSync)(repository.index, index);
    for (const directory of new Set([repository.gitDirectory, (0,external_node_path_.dirname)(repository.index)]))
        copySharedIndexes(directory, git.path);
    const output = await git.run(['write-tree', '--missing-ok'], { GIT_INDEX_FILE: index });
    if (output.code === 0)
        return output.stdout.toString('latin1').trim();
    const unmerged = /unmerged/.test(output.stderr);
    throw new input_error/* InputError */.d([
        {
            what: unmerged ? 'The index holds unresolved conflicts.' : `The index cannot be read: ${output.stderr.trim()}`,
            fix: unmerged
                ? 'Resolve and "git add" them, then check again.'
                : 'Look at it with "git status" and fix what it names.',
        },
    ]);
}
/** A split index keeps most of its entries in a second file alongside it. */
function copySharedIndexes(from, to) {
    for (const name of (0,external_node_fs_.readdirSync)(from)) {
        if (name.startsWith('sharedindex.'))
            (0,external_node_fs_.copyFileSync)((0,external_node_path_.join)(from, name), (0,external_node_path_.join)(to, name));
    }
}

;// CONCATENATED MODULE: ./build/git/open-repository.js






















/** Commits and tags larger than this are not read: no honest one is. */
const metadataLimit = 16 * 1024 * 1024;
/** Opens the repository that holds `directory`. Throws InputError where there is none. Close it: it keeps a scratch directory. */
async function openRepository(directory, options = {}) {
    const from = existingDirectory(directory);
    const scratch = makeScratch(from, options.temporary);
    try {
        const discovered = await discover(from, scratch, options.inHook ?? false);
        borrowObjects(scratch, discovered.format, discovered.objects, discovered.shallow);
        return new ScratchRepository(discovered, scratch, options);
    }
    catch (error) {
        scratch.remove();
        throw error;
    }
}
/** Names are looked up in the user's repository; every object is read from the scratch git directory that borrows its objects. */
class ScratchRepository {
    directory;
    objectFormat;
    #discovered;
    #scratch;
    #git;
    /** What was fetched or listed, by its whole name: from then on it is not looked up again. */
    #known = new Map();
    #merges = new Map();
    /** What revisions name: one answer for a run, also where somebody moves a branch meanwhile. */
    #names = new Map();
    #origin;
    #commits = new Map();
    /** Whole trees that were listed, by what they were asked for by. */
    #trees = new Map();
    /** Comparisons of whole trees, by both sides. */
    #changes = new Map();
    constructor(discovered, scratch, { remote, pauses = defaultPauses }) {
        this.directory = discovered.directory;
        this.objectFormat = discovered.format;
        this.#discovered = discovered;
        this.#scratch = scratch;
        this.#git = new GitDirectory(scratch, discovered, () => this.#findRemote(remote), pauses);
    }
    async fetch(refs) {
        const isId = (ref) => (0,object_id/* isObjectId */.TS)(ref, this.#git.format);
        const ids = refs.filter(isId);
        const here = await this.#git.infos(ids);
        const names = refs.filter((ref) => !isId(ref));
        const wants = [
            ...ids.filter((_, index) => here[index] === undefined),
            ...names.map((ref, index) => `+${checkedRef(ref)}:refs/gitops-gate/${index}`),
        ];
        if (wants.length > 0) {
            await this.#git.fetch(wants, refs.join(' or '), firstStep(this.#git));
        }
        for (const id of ids)
            this.#known.set(id, id);
        names.forEach((ref, index) => {
            const file = (0,external_node_path_.join)(this.#scratch.directory, 'refs', 'gitops-gate', String(index));
            this.#known.set(ref, (0,external_node_fs_.readFileSync)(file, 'latin1').trim());
        });
        return new Map(refs.map((ref) => [ref, this.#known.get(ref) ?? '']));
    }
    async resolve(rev, type) {
        const id = await this.#name(rev);
        if (id === undefined)
            return undefined;
        const [info] = await this.#git.infos([type === undefined ? id : `${id}^{${type}}`]);
        return info?.id;
    }
    async defaultBranch() {
        const branch = await findDefaultBranch(this.#discovered);
        if (branch !== undefined && !this.#known.has(branch.ref))
            this.#known.set(branch.ref, branch.id);
        return branch?.ref;
    }
    range(request) {
        return resolveRange({
            git: this.#git,
            name: (rev) => this.#name(rev),
            refName: (rev) => refName(this.#discovered, rev),
            stagedTree: () => stagedTree(this.#discovered, this.#git),
            commits: (ids) => this.commits(ids),
            mergeTree: async (ours, theirs) => {
                await this.tree(theirs);
                return this.#merge(ours, theirs);
            },
        }, request);
    }
    revisions(names) {
        return namedRevisions(this.#git, (rev) => this.#name(rev), names);
    }
    firstParents(head, most) {
        return firstParents(this.#git, head, most);
    }
    olderBeginnings(head, root) {
        return olderBeginnings(this.#git, head, root);
    }
    origin() {
        this.#origin ??= originUrl(this.#discovered);
        return this.#origin;
    }
    async tree(treeish, under = []) {
        if (under.length > 0)
            return (await folderTree(this.#git, treeish, under)) ?? this.#list(treeish, under);
        return once(this.#trees, treeish, () => this.#list(treeish, []));
    }
    changes(before, after) {
        if (before === after)
            return Promise.resolve([]);
        return once(this.#changes, `${before} ${after}`, () => this.#compare(before, after));
    }
    async #compare(before, after) {
        // Listing ends where a tree is too large; comparing would first fill all memory, and so would merging.
        if (after !== undefined)
            await this.tree(after);
        const empty = (0,object_id/* emptyTree */["in"])(this.#git.format);
        const args = ['diff-tree', '-r', '-z', '--raw', '--no-abbrev', '--no-renames', '--ignore-submodules=none'];
        return parseChanges((await this.#git.runFetching([...args, before ?? empty, after ?? empty, '--'])).stdout);
    }
    async renames(before, after, similarity) {
        const moved = [`--find-renames=${similarity}%`, '-l1000', '--diff-filter=R'];
        const args = ['diff-tree', '-r', '-z', '--name-status', ...moved];
        const { code, stdout } = await this.#git.run([...args, before, after, '--']);
        return code === 0 ? parseRenames(stdout) : new Map();
    }
    async *blobs(ids, limit) {
        const wanted = [...new Set(ids)];
        let infos = await this.#git.infos(wanted);
        const missing = wanted.filter((_, index) => infos[index] === undefined);
        if (missing.length > 0 && (await this.#fetchBlobs(missing)))
            infos = await this.#git.infos(wanted);
        const readable = wanted.filter((_, index) => (infos[index]?.size ?? Number.POSITIVE_INFINITY) <= limit);
        const objects = this.#git.objects(readable);
        try {
            for (const [index, id] of wanted.entries()) {
                const info = infos[index];
                if (info === undefined)
                    yield { id, size: 0, bytes: undefined, why: 'missing' };
                else if (info.size > limit)
                    yield { id, size: info.size, bytes: undefined, why: 'oversize' };
                else
                    yield blobOf(id, (await objects.next()).value ?? undefined);
            }
        }
        finally {
            await objects.return();
        }
    }
    async commits(ids) {
        return (await this.#metadata(ids, 'commit')).map(({ id, bytes }) => parseCommit(id, bytes));
    }
    async tag(id) {
        const [tag] = await this.#metadata([id], 'tag');
        return parseTag(id, tag?.bytes ?? Buffer.alloc(0));
    }
    async commitPaths(ids) {
        return ids.length === 0 ? new Map() : commitPaths(this.#git, await this.commits(ids));
    }
    commitBlobs(ids) {
        return this.#commitChanges(ids);
    }
    lastCommits(head) {
        return lastCommits(this.#git, head);
    }
    pastCommits(head, most, known) {
        return pastCommits(this.#git, head, most, known);
    }
    async changedFiles(ids) {
        return new Map([...(await this.#commitChanges(ids))].map(([id, { files }]) => [id, files]));
    }
    async mergeTree(ours, theirs) {
        return (await this.#merge(ours, theirs)).tree;
    }
    async close() {
        this.#git.close();
        this.#scratch.remove();
    }
    async #findRemote(remote) {
        const url = remote?.url ?? (await this.origin());
        const found = url === undefined ? undefined : (0,process_remote/* reachable */.G)(url, remote, this.directory);
        if (found === undefined || !found.shown.startsWith('http'))
            return found;
        const certificates = await certificateFile(this.#discovered, found.shown);
        if (certificates === undefined)
            return found;
        return { ...found, environment: { ...found.environment, GIT_SSL_CAINFO: certificates } };
    }
    async #name(rev) {
        return this.#known.get(rev) ?? once(this.#names, rev, () => nameRevision(this.#discovered, rev));
    }
    #commitChanges(ids) {
        const changes = async () => (ids.length === 0 ? new Map() : commitChanges(this.#git, await this.commits(ids)));
        return once(this.#commits, ids.join(' '), changes);
    }
    async #list(treeish, under) {
        const textual = under.every((path) => (0,object_path/* encodePath */.O0)(path).toString('utf8') === path);
        const paths = textual && under.length <= 100 ? under : [];
        const args = ['ls-tree', '-r', '-z', '--full-tree', treeish, '--', ...paths];
        const tree = parseTree((await this.#git.runFetching(args)).stdout);
        if (under.length === paths.length)
            return tree;
        return new Map([...tree].filter(([path]) => under.some((top) => path === top || path.startsWith(`${top}/`))));
    }
    #merge(ours, theirs) {
        return once(this.#merges, `${ours} ${theirs}`, () => this.#recomputeMerge(ours, theirs));
    }
    /** `git merge-tree --write-tree` ends with 0 (clean), 1 (conflict), and with 129 (usage) where it does not know the option yet. */
    async #recomputeMerge(ours, theirs) {
        if (this.#git.partial || this.#git.shallow().size > 0) {
            // With a merge base that is cut off, or a folder that is missing, git would make another merge and not say so.
            const { mergeBases } = await compare(this.#git, ours, theirs);
            await this.#git.ensureTrees([ours, theirs, ...mergeBases]);
        }
        const args = ['merge-tree', '--write-tree', '-z', '--no-messages', '--allow-unrelated-histories', ours, theirs];
        const { code, stdout } = await this.#git.runFetching(args, '', [0, 1, 129]);
        if (code !== 0)
            return { tree: undefined, why: code === 1 ? 'conflict' : 'old-git' };
        return { tree: stdout.toString('latin1').split('\0')[0] ?? '' };
    }
    async #fetchBlobs(ids) {
        try {
            await this.#git.fetch(ids, `${ids.length} files' contents`, { filter: 'blob:none' });
            return true;
        }
        catch (error) {
            if (error instanceof missing_objects_error/* MissingObjectsError */.J)
                return false;
            throw error;
        }
    }
    async #metadata(ids, type) {
        const infos = await this.#git.infos(ids);
        for (const [index, id] of ids.entries()) {
            const info = infos[index];
            if (info?.id === id && info.type === type && info.size <= metadataLimit)
                continue;
            if (info === undefined) {
                throw new missing_objects_error/* MissingObjectsError */.J(`The ${type} ${id} is not here.`, this.#git.remedy(await this.#git.remote()));
            }
            const why = info.type === type ? `has ${info.size} bytes` : `is a ${info.type}`;
            throw new missing_objects_error/* MissingObjectsError */.J(`The ${type} ${id} ${why}.`, 'Git itself makes no such object: leave it out of the history.');
        }
        const objects = [];
        for await (const object of this.#git.objects(ids))
            if (object !== undefined)
                objects.push(object);
        return objects;
    }
}
function blobOf(id, object) {
    if (object === undefined)
        return { id, size: 0, bytes: undefined, why: 'missing' };
    return { id, size: object.size, bytes: object.bytes };
}
/** The answer to a question, asked once. */
function once(known, key, ask) {
    const answer = known.get(key) ?? ask();
    known.set(key, answer);
    return answer;
}
function checkedRef(ref) {
    if (/^refs\/[^\s~^:?*[\\\0-\x1f\x7f]+$/.test(ref) && !ref.includes('..'))
        return ref;
    throw new input_error/* InputError */.d([
        {
            what: `${JSON.stringify(ref)} is not a ref that can be fetched.`,
            fix: 'Give its whole name, such as refs/heads/main.',
        },
    ]);
}


/***/ }),

/***/ 42647:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ reachable),
/* harmony export */   s: () => (/* binding */ redactUrls)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(76760);

const protocols = new Set(['https', 'http', 'ssh', 'git', 'file']);
/**
 * What git needs to fetch from `url`, or undefined where the URL is of a kind we never follow (`ext::`, unknown helpers).
 * A token, or else the URL's own user and password, goes only to the URL's own origin, and only over HTTP; redirects are
 * then not followed, because git would send the header along.
 */
function reachable(url, remote, directory) {
    const protocol = protocolOf(url);
    if (protocol === undefined || !protocols.has(protocol))
        return undefined;
    const settings = [
        ['remote.origin.promisor', 'true'],
        // Where a filter is set, `git fetch --filter` does not write one into the scratch directory's configuration, after which
        // every git process would look for missing objects at the remote.
        ['remote.origin.partialCloneFilter', 'blob:none'],
        // The scratch directory is gone after the run: tidying it would only take time.
        ['maintenance.auto', 'false'],
        ['http.lowSpeedLimit', '1000'],
        ['http.lowSpeedTime', '30'],
    ];
    let place = protocol === 'file' && !url.startsWith('file:') ? (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(directory, url) : url;
    const secrets = [...secretsOf(url)];
    if (URL.canParse(url) && protocol.startsWith('http')) {
        const parsed = new URL(url);
        const credentials = credentialsFor(parsed, remote);
        // Git would name the URL with its password in the arguments of a process.
        parsed.username = '';
        parsed.password = '';
        // Git puts its own path behind a query, which no server then understands; what is left would be an argument of a process.
        parsed.search = '';
        parsed.hash = '';
        place = parsed.href;
        if (remote?.authority !== undefined)
            settings.push([`http.${parsed.origin}/.sslCAInfo`, remote.authority]);
        if (credentials !== undefined) {
            const encoded = Buffer.from(`${credentials.username}:${credentials.password}`, 'utf8').toString('base64');
            secrets.push(encoded, credentials.password);
            settings.push([`http.${parsed.origin}/.extraHeader`, `Authorization: Basic ${encoded}`], ['http.followRedirects', 'false']);
        }
    }
    settings.push(['remote.origin.url', place]);
    return {
        shown: redactAll(redactUrls(place), secrets),
        redact: (text) => redactAll(redactUrls(text), secrets),
        environment: { ...asEnvironment(settings), ...transport(protocol) },
    };
}
/** The token, else the user and password of the URL itself. A user alone is not a secret that opens anything, and git would only ask for the rest. */
function credentialsFor({ username, password }, remote) {
    if (remote?.token)
        return { username: remote.username ?? 'x-access-token', password: remote.token };
    if (password === '')
        return undefined;
    return { username: decoded(username), password: decoded(password) };
}
/** Without its percent signs; as it is where they encode no text. */
function decoded(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}
function redactAll(text, secrets) {
    return secrets.filter((secret) => secret !== '').reduce((rest, secret) => rest.replaceAll(secret, '••••'), text);
}
/**
 * What of a remote's URL is secret, in every form in which a program may print it: a password, a user that is there alone and is as
 * long as a token, the values of a query; of an scp-like address (`user:token@host:path`) as well.
 */
function secretsOf(url) {
    const [, authority = ''] = /^[a-z][a-z0-9+.-]*:\/\/([^/?#]*)@/i.exec(url) ?? /^([^/@]*:[^/@]*)@/.exec(url) ?? [];
    const colon = authority.indexOf(':');
    const user = colon < 0 ? authority : '';
    const password = colon < 0 ? '' : authority.slice(colon + 1);
    const query = [...(/\?([^#]*)/.exec(url)?.[1] ?? '').split(/[&;]/)].map((pair) => pair.slice(pair.indexOf('=') + 1));
    const secrets = [...(user.length >= 16 ? [user] : []), password, ...query].filter((secret) => secret !== '');
    return [...new Set(secrets.flatMap((secret) => [secret, decoded(secret), encodeURIComponent(decoded(secret))]))];
}
/** Text without the credentials of the URLs in it: users and passwords, also percent-encoded and scp-like, and queries. */
function redactUrls(text) {
    return text
        .replace(/\b([a-z][a-z0-9+.-]*:\/\/)[^\s/?#'"]*@/gi, '$1')
        .replace(/\b([a-z][a-z0-9+.-]*%3a%2f%2f)(?:(?!%2f)[^\s/?#'"])*?%40/gi, '$1')
        .replace(/(^|[\s'"(])[^\s:@/'"]+:[^\s@/'"]+@(?=[\w.-]+:)/g, '$1')
        .replace(/\b([a-z][a-z0-9+.-]*:\/\/[^\s?#'"]*)\?[^\s#'"]*/gi, '$1');
}
function transport(protocol) {
    return {
        GIT_ALLOW_PROTOCOL: protocol === 'http' ? 'http:https' : protocol,
        GIT_NO_LAZY_FETCH: '0',
        GIT_SSH_COMMAND: 'ssh -o BatchMode=yes -o ConnectTimeout=30',
    };
}
/** The transport git would take for a URL: a scheme, a helper (`ext::…`), `host:path` for ssh, or a path on this machine. */
function protocolOf(url) {
    if (url === '' || /[\0\n]/.test(url))
        return undefined;
    const scheme = /^([a-z][a-z0-9+.-]*):(\/\/|:)/i.exec(url);
    if (scheme !== null)
        return scheme[2] === '//' ? scheme[1]?.toLowerCase() : undefined;
    const colon = url.indexOf(':');
    const slash = url.indexOf('/');
    if (colon >= 0 && (slash < 0 || colon < slash))
        return url.startsWith('-') ? undefined : 'ssh';
    return 'file';
}
function asEnvironment(settings) {
    const environment = { GIT_CONFIG_COUNT: String(settings.length) };
    settings.forEach(([key, value], index) => {
        environment[`GIT_CONFIG_KEY_${index}`] = key;
        environment[`GIT_CONFIG_VALUE_${index}`] = value;
    });
    return environment;
}


/***/ }),

/***/ 36844:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ makeTemporaryDirectory),
/* harmony export */   b: () => (/* binding */ inTemporary)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(31421);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(51455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(76760);
/* harmony import */ var _input_error_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(53587);
/* harmony import */ var _system_error_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(53648);







/** Waits for the end of its standard input, then removes what its argument names; once more where something still wrote into it. */
const removal = 'read -r line; rm -rf -- "$1" || { sleep 1; rm -rf -- "$1"; }';
/**
 * Makes an empty directory whose name begins with `prefix`; it is removed with the process, however that ends. Throws
 * InputError where none can be made.
 */
function makeTemporaryDirectory(prefix, parent = (0,node_os__WEBPACK_IMPORTED_MODULE_3__.tmpdir)()) {
    const directory = inTemporary(parent, () => (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdtempSync)((0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.realpathSync)(parent), prefix)));
    const removeFiles = () => (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(directory, { recursive: true, force: true });
    const callOff = removeAfterDeath(directory);
    const forget = () => {
        process.removeListener('exit', removeFiles);
        callOff();
    };
    const remove = () => {
        removeFiles();
        forget();
    };
    const discard = () => {
        // What is left then is removed with the process.
        (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(directory, { recursive: true, force: true }).then(forget, () => undefined);
    };
    process.once('exit', removeFiles);
    return { directory, remove, discard };
}
/**
 * Has a shell remove `directory` once this process is gone: the kernel then closes the shell's standard input. A handler of
 * signals would not do: it runs between two tasks only, so that SIGTERM would not end a process that computes. Where there
 * is not a shell, a process that is killed leaves its files. Gives what calls the shell off.
 */
function removeAfterDeath(directory) {
    const shell = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)('/bin/sh', ['-c', removal, 'sh', directory], {
        cwd: '/',
        env: { PATH: '/usr/bin:/bin' },
        // A session of its own: what a terminal sends to all of ours does not reach it.
        detached: true,
        stdio: ['pipe', 'ignore', 'ignore'],
    });
    shell.on('error', () => undefined);
    shell.stdin.on('error', () => undefined);
    // Nothing waits for it.
    shell.unref();
    return () => shell.kill('SIGKILL');
}
/** Runs what writes below `parent`; where the system refuses that, throws InputError. */
function inTemporary(parent, write) {
    try {
        return write();
    }
    catch (error) {
        const code = (0,_system_error_js__WEBPACK_IMPORTED_MODULE_6__/* .systemErrorCode */ .v)(error);
        if (code === undefined)
            throw error;
        throw new _input_error_js__WEBPACK_IMPORTED_MODULE_5__/* .InputError */ .d([
            {
                what: `The temporary directory ${parent} cannot be written to (${code}).`,
                fix: 'Set TMPDIR to a directory that exists, is writable and has room.',
            },
        ]);
    }
}


/***/ }),

/***/ 96892:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ emptyRange)
/* harmony export */ });
/** A range of which nothing is known yet. */
function emptyRange(kind) {
    return {
        kind,
        target: undefined,
        branch: undefined,
        mergeBase: undefined,
        head: undefined,
        result: undefined,
        before: undefined,
        after: undefined,
        trust: undefined,
        commits: [],
        tag: undefined,
        tagName: undefined,
        synthetic: [],
        notes: [],
        empty: undefined,
    };
}


/***/ }),

/***/ 41782:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $z: () => (/* binding */ groupBy),
/* harmony export */   DN: () => (/* binding */ addTo),
/* harmony export */   Oo: () => (/* binding */ once)
/* harmony export */ });
/** Adds an item to the group of its key. */
function addTo(groups, key, item) {
    const group = groups.get(key);
    if (group === undefined)
        groups.set(key, [item]);
    else
        group.push(item);
}
/** The items by their keys, in order. */
function groupBy(items, keyOf) {
    const groups = new Map();
    for (const item of items)
        addTo(groups, keyOf(item), item);
    return groups;
}
/** The function, computing the answer to each question once. It keeps all answers for as long as it lives. */
function once(answer) {
    const known = new Map();
    return (question) => {
        const found = known.get(question);
        if (found !== undefined || known.has(question))
            return found;
        const given = answer(question);
        known.set(question, given);
        return given;
    };
}


/***/ }),

/***/ 7895:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   TL: () => (/* binding */ isGateName),
/* harmony export */   YG: () => (/* binding */ longestName),
/* harmony export */   Yu: () => (/* binding */ isWanted),
/* harmony export */   sw: () => (/* binding */ commentModes),
/* harmony export */   vc: () => (/* binding */ usualComments)
/* harmony export */ });
/** Where findings are shown alongside the log: on the diff and in summaries, in summaries alone, or nowhere. */
const commentModes = ['inline', 'summary', 'off'];
/** Whether anything is to be written on a request. */
function isWanted({ comment, summary }) {
    return comment === 'inline' || (comment === 'summary' && summary !== 'off');
}
/** How many comments on the diff there are where nothing is said of it. */
const usualComments = 20;
const longestName = 100;
/** Whether a name of a gate is one line, and not too long for a heading. */
function isGateName(name) {
    return name.length <= longestName && !/\p{Cc}/u.test(name);
}


/***/ }),

/***/ 54965:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ internalError)
/* harmony export */ });
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(58508);

/** Where the program broke, without the error's message: that may quote what was being read. */
function internalError(error) {
    const frames = error instanceof Error ? (error.stack ?? '').split('\n').filter((l) => /^\s+at /.test(l)) : [];
    const name = error instanceof Error ? error.name : typeof error;
    return [`gitops-gate ${_version_js__WEBPACK_IMPORTED_MODULE_0__/* .version */ .rE}: internal error (${name}), please report it with these lines`, ...frames].join('\n');
}


/***/ }),

/***/ 53587:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ InputError)
/* harmony export */ });
/** Bad input. Carries every problem at once, so that nobody fixes one only to meet the next. Exit code 2. */
class InputError extends Error {
    problems;
    constructor(problems) {
        super(problems.map((p) => `${p.what}\n  ${p.fix}`).join('\n'));
        this.name = 'InputError';
        this.problems = problems;
    }
}


/***/ }),

/***/ 58175:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ scans),
/* harmony export */   n: () => (/* binding */ renderModes)
/* harmony export */ });
/** Whether every root that a change reaches must be rendered, or those that the policy names. */
const renderModes = ['auto', 'required'];
/** What reports for code scanning hold: what the change brings, or all that is there after it. */
const scans = ['change', 'state'];


/***/ }),

/***/ 77658:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
/** The candidate a person most likely meant (two letters or a third of them apart), or undefined. */
function nearest(word, candidates) {
    let best;
    let least = Number.POSITIVE_INFINITY;
    for (const candidate of candidates) {
        const distance = editDistance(word.toLowerCase().slice(0, 64), candidate.toLowerCase());
        if (distance < least && distance <= Math.max(2, Math.floor(candidate.length / 3))) {
            best = candidate;
            least = distance;
        }
    }
    return best;
}
/** Levenshtein distance; quadratic, for short words only. */
function editDistance(a, b) {
    let row = Array.from({ length: b.length + 1 }, (_, j) => j);
    for (let i = 1; i <= a.length; i++) {
        const next = [i];
        for (let j = 1; j <= b.length; j++) {
            const substituted = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
            next.push(Math.min(substituted, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
        }
        row = next;
    }
    return row[b.length] ?? 0;
}


/***/ }),

/***/ 98419:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ canonical),
/* harmony export */   Ms: () => (/* binding */ entryOf),
/* harmony export */   P$: () => (/* binding */ strings),
/* harmony export */   Pq: () => (/* binding */ json),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   VT: () => (/* binding */ addedItems),
/* harmony export */   am: () => (/* binding */ isSameValue),
/* harmony export */   cZ: () => (/* binding */ valueUnder),
/* harmony export */   kB: () => (/* binding */ itemsBeyond),
/* harmony export */   p_: () => (/* binding */ list),
/* harmony export */   pi: () => (/* binding */ isMapping),
/* harmony export */   pq: () => (/* binding */ mapping),
/* harmony export */   ws: () => (/* binding */ scalarText)
/* harmony export */ });
/** Whether a parsed value is a mapping. */
function isMapping(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** The value as a mapping; an empty one where it is something else. */
function mapping(value) {
    return isMapping(value) ? value : {};
}
/** The value as a list; an empty one where it is something else. */
function list(value) {
    return Array.isArray(value) ? value : [];
}
/** The strings of a list; none where it is something else. */
function strings(value) {
    return list(value).filter((item) => typeof item === 'string');
}
/** A non-empty string, or undefined. */
function text(value) {
    return typeof value === 'string' && value !== '' ? value : undefined;
}
/** The value under a path of keys; undefined where there is none. */
function valueUnder(value, ...keys) {
    let current = value;
    for (const key of keys)
        current = mapping(current)[key];
    return current;
}
/** What a table has under a key that comes from the repository: `constructor` is a key like any other. */
function entryOf(table, key) {
    return Object.hasOwn(table, key) ? table[key] : undefined;
}
/**
 * A scalar as text; '' for null, undefined, lists and mappings. `String` would throw on a mapping of our own reader, which an
 * author may put in any place.
 */
function scalarText(value) {
    if (typeof value === 'string')
        return value;
    return typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint' ? String(value) : '';
}
/** A value as JSON, for messages and fingerprints: large integers as their digits; empty for undefined. */
function json(value) {
    try {
        return JSON.stringify(value) ?? '';
    }
    catch {
        // Large integers, which are rare: asking about every value takes several times as long.
        return JSON.stringify(value, (_, item) => (typeof item === 'bigint' ? String(item) : item)) ?? '';
    }
}
/**
 * A value as JSON with the keys of its mappings in order: the same text for equal values, to look one up among many. Two alone are
 * compared by `isSameValue`. Not for fingerprints, which are made of `json`.
 */
function canonical(value) {
    if (Array.isArray(value))
        return `[${value.map((item) => canonical(item) || 'null').join(',')}]`;
    if (!isMapping(value))
        return typeof value === 'bigint' ? `${value}` : (JSON.stringify(value) ?? '');
    const parts = Object.keys(value)
        .sort()
        .flatMap((key) => {
        const text = canonical(value[key]);
        return text === '' ? [] : [`${JSON.stringify(key)}:${text}`];
    });
    return `{${parts.join(',')}}`;
}
/**
 * The items of a list that another one lacks, as JSON in a fixed order: what is left of something, or takes its place, where the
 * rest of it is gone.
 */
function addedItems(before, after) {
    return [...new Set(itemsBeyond(before, after).map(json))].sort();
}
/** The items of a list that another one lacks, whatever the order of their keys. */
function itemsBeyond(before, after) {
    const known = new Set(list(before).map(canonical));
    return list(after).filter((each) => !known.has(canonical(each)));
}
/**
 * Whether two values are equal, whatever the order of keys, but for fields that are left out; a field that is undefined is none. Ends
 * at the first difference, and makes no texts: for many values that are asked about once.
 */
function isSameValue(one, other, isLeftOut = () => false) {
    if (one === other || (Number.isNaN(one) && Number.isNaN(other)))
        return true;
    if (Array.isArray(one)) {
        return (Array.isArray(other) &&
            one.length === other.length &&
            one.every((item, index) => isSameValue(item, other[index], isLeftOut)));
    }
    if (!isMapping(one) || !isMapping(other))
        return false;
    const keysOf = (value) => Object.keys(value).filter((key) => value[key] !== undefined && !isLeftOut(key, value));
    const keys = keysOf(one);
    return (keys.length === keysOf(other).length &&
        keys.every((key) => Object.hasOwn(other, key) && isSameValue(one[key], other[key], isLeftOut)));
}


/***/ }),

/***/ 56221:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ defaultPolicy)
/* harmony export */ });
/** What holds where the base has no `.gitops-gate/policy.yaml`. */
const defaultPolicy = {
    source: undefined,
    folder: '.gitops-gate',
    isBroken: false,
    failOn: 'high',
    failOnStated: false,
    rules: new Map(),
    rulesByScope: new Map(),
    branches: undefined,
    signatures: {
        identity: 'committer',
        onPush: 'report',
        signers: [],
        requirements: [],
        forge: { accept: 'merges', bots: [], keys: [] },
        identities: [],
    },
    clusters: [],
    roles: [],
    kubernetesVersion: '1.34',
    openshift: undefined,
    ignore: [],
    render: { require: [], roots: [], repositories: [], seconds: 120 },
    secretFormats: [],
    ages: { secretDays: 365, refreshHours: 24, certificateDays: 30 },
    posture: { approvals: 1, require: [] },
    limits: {
        bytes: 5 * 1024 * 1024,
        documents: 10_000,
        depth: 100,
        aliases: 1_000,
        expandedNodes: 1_000_000,
        totalBytes: 1024 * 1024 * 1024,
        seconds: 300,
        findings: 5_000,
    },
};


/***/ }),

/***/ 66965:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $c: () => (/* binding */ folderContents),
/* harmony export */   Gp: () => (/* binding */ isInFolder),
/* harmony export */   M2: () => (/* binding */ trustedKind),
/* harmony export */   Mo: () => (/* binding */ folderThatHolds),
/* harmony export */   bF: () => (/* binding */ trustedFileLimit),
/* harmony export */   hx: () => (/* binding */ policyFolder)
/* harmony export */ });
/* harmony import */ var _input_error_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(53587);

/** Bytes of the largest file of the folder that is read. */
const trustedFileLimit = 1024 * 1024;
/**
 * The folder that an input `policy-path` names, without a slash at its end; undefined is `.gitops-gate`. A path that ends in
 * `policy.yaml` names its folder. Throws InputError for a path that leaves the repository.
 */
function policyFolder(policyPath) {
    const parts = (policyPath ?? '.gitops-gate').split('/').filter((part) => part !== '.' && part !== '');
    if (parts.at(-1) === 'policy.yaml')
        parts.pop();
    if (policyPath?.startsWith('/') || parts.includes('..') || parts.length === 0) {
        throw new _input_error_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .d([
            {
                what: `policy-path ${JSON.stringify(policyPath)} is not a folder inside the repository`,
                fix: 'name it from the top of the repository, for example .gitops-gate',
            },
        ]);
    }
    return parts.join('/');
}
/**
 * The folder that holds for a run. The input may be the author's own, so that it cannot lead away from the base's
 * `.gitops-gate/` where there is one: `asked` counts only in a repository without it.
 */
function folderThatHolds(asked, basePaths) {
    const usual = policyFolder(undefined);
    if (asked === usual || !some(basePaths, (path) => isInFolder(path, usual)))
        return { folder: asked, notes: [] };
    const note = `The input policy-path: ${asked} was not followed: the base has ${usual}/, and inputs only tighten what it says.`;
    return { folder: usual, notes: [note] };
}
/** Whether a path is the folder, or below it. */
function isInFolder(path, folder) {
    return path === folder || path.startsWith(`${folder}/`);
}
/** Which file of the folder a path is, if it is one that the gate reads. */
function trustedKind(path, folder) {
    if (!path.startsWith(`${folder}/`))
        return undefined;
    const inside = path.slice(folder.length + 1);
    if (inside === 'policy.yaml')
        return 'policy';
    if (inside === 'allowed_signers')
        return 'allowed';
    if (inside === 'revoked')
        return 'revoked';
    if (/^keys\/[^/]+\.asc$/.test(inside))
        return 'openpgp';
    return /^x509\/[^/]+\.pem$/.test(inside) ? 'x509' : undefined;
}
/** Sorts the entries of one side's folder. Files that it does not know are left alone, links are refused. */
function folderContents(entries, folder) {
    const inside = [...entries].filter(({ path }) => isInFolder(path, folder));
    const files = inside.flatMap(({ path, bytes }) => (bytes ? { path, bytes, kind: trustedKind(path, folder) } : []));
    const one = (kind) => files.find((file) => file.kind === kind);
    const all = (kind) => files.filter((file) => file.kind === kind);
    return {
        policy: one('policy'),
        files: { allowedSigners: one('allowed'), openpgp: all('openpgp'), x509: all('x509'), revoked: one('revoked') },
        problems: inside.flatMap((entry) => entryProblem(entry, folder) ?? []),
    };
}
/** Why an entry of the folder cannot be taken as it is. */
function entryProblem({ path, mode, bytes }, folder) {
    const problem = (what, fix) => ({ file: path, line: 1, column: 1, what, fix });
    if (mode === '120000')
        return problem('is a symbolic link, which is never followed', 'put the file itself there');
    if (mode === '160000')
        return problem('is a submodule, which is never read', 'put the files themselves there');
    if (path === folder)
        return problem('is a file', 'make it a folder');
    if (/^policy\.(ya?ml|json)$/i.test(path.slice(folder.length + 1)) && trustedKind(path, folder) === undefined) {
        return problem('is not read', `name it ${folder}/policy.yaml`);
    }
    if (bytes !== undefined || trustedKind(path, folder) === undefined)
        return undefined;
    return problem(`could not be read, or has more than ${trustedFileLimit} bytes`, 'make it smaller');
}
function some(values, test) {
    for (const value of values)
        if (test(value))
            return true;
    return false;
}


/***/ }),

/***/ 58722:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ summaryModes)
/* harmony export */ });
/** When the summary comment is written: on every judgement, only once there was something to say, or never. */
const summaryModes = ['always', 'when-found', 'off'];


/***/ }),

/***/ 27787:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B1: () => (/* binding */ renderReport),
/* harmony export */   EI: () => (/* binding */ formatNames),
/* harmony export */   zX: () => (/* binding */ reportFormats)
/* harmony export */ });
/** A file has no limit of its own; this only bounds what a browser has to show. */
const markdownBytes = 8 * 1024 * 1024;
/** Every format, by the name that `--format` and the action's outputs (`report-NAME`) call it. */
const reportFormats = {
    json: {
        file: 'report.json',
        isScan: false,
        load: async () => (await Promise.resolve(/* import() */).then(__nccwpck_require__.bind(__nccwpck_require__, 22243))).renderJson,
    },
    markdown: {
        file: 'report.md',
        isScan: false,
        load: async () => {
            const { renderMarkdown } = await Promise.all(/* import() */[__nccwpck_require__.e(2871), __nccwpck_require__.e(7475)]).then(__nccwpck_require__.bind(__nccwpck_require__, 92871));
            return (report, { links }) => renderMarkdown(report, { bytes: markdownBytes, ...(links === undefined ? {} : { links }) });
        },
    },
    sarif: {
        file: 'report.sarif',
        isScan: true,
        load: async () => {
            const { renderSarif } = await __nccwpck_require__.e(/* import() */ 5194).then(__nccwpck_require__.bind(__nccwpck_require__, 95194));
            return (report, { rules }) => renderSarif(report, rules);
        },
    },
    html: {
        file: 'report.html',
        isScan: false,
        load: async () => {
            const { renderHtml } = await Promise.all(/* import() */[__nccwpck_require__.e(8448), __nccwpck_require__.e(9322)]).then(__nccwpck_require__.bind(__nccwpck_require__, 89322));
            return (report, { rules }) => renderHtml(report, rules);
        },
    },
    compliance: {
        file: 'compliance.json',
        isScan: false,
        load: async () => {
            const { renderCompliance } = await Promise.all(/* import() */[__nccwpck_require__.e(8448), __nccwpck_require__.e(2198)]).then(__nccwpck_require__.bind(__nccwpck_require__, 52198));
            return (report, { rules }) => renderCompliance(report, rules);
        },
    },
    'code-quality': {
        file: 'gl-code-quality-report.json',
        isScan: true,
        load: async () => (await __nccwpck_require__.e(/* import() */ 7728).then(__nccwpck_require__.bind(__nccwpck_require__, 37728))).renderCodeQuality,
    },
    sast: {
        file: 'gl-sast-report.json',
        isScan: true,
        load: async () => {
            const { renderGitlabSast } = await __nccwpck_require__.e(/* import() */ 7405).then(__nccwpck_require__.bind(__nccwpck_require__, 17405));
            return (report, { now }) => renderGitlabSast(report, now);
        },
    },
    'secret-detection': {
        file: 'gl-secret-detection-report.json',
        isScan: true,
        load: async () => {
            const { renderGitlabSecretDetection } = await __nccwpck_require__.e(/* import() */ 7405).then(__nccwpck_require__.bind(__nccwpck_require__, 17405));
            return (report, { now }) => renderGitlabSecretDetection(report, now);
        },
    },
    junit: {
        file: 'junit.xml',
        isScan: false,
        load: async () => {
            const { renderJunit } = await __nccwpck_require__.e(/* import() */ 3921).then(__nccwpck_require__.bind(__nccwpck_require__, 83921));
            return (report, { rules }) => renderJunit(report, rules);
        },
    },
    ocsf: {
        file: 'report.ocsf.ndjson',
        isScan: false,
        load: async () => {
            const { renderOcsf } = await __nccwpck_require__.e(/* import() */ 4823).then(__nccwpck_require__.bind(__nccwpck_require__, 94823));
            return (report, { rules, now }) => renderOcsf(report, rules, now);
        },
    },
    ecs: {
        file: 'report.ecs.ndjson',
        isScan: false,
        load: async () => {
            const { renderEcs } = await __nccwpck_require__.e(/* import() */ 8595).then(__nccwpck_require__.bind(__nccwpck_require__, 28595));
            return (report, { rules, now }) => renderEcs(report, rules, now);
        },
    },
    openmetrics: {
        file: 'gitops-gate.prom',
        isScan: false,
        load: async () => {
            const { renderOpenMetrics } = await __nccwpck_require__.e(/* import() */ 4044).then(__nccwpck_require__.bind(__nccwpck_require__, 24044));
            return (report, { rules }) => renderOpenMetrics(report, rules);
        },
    },
};
const formatNames = Object.keys(reportFormats);
/** The report in a format, as text that ends with a line break. */
async function renderReport(name, report, context) {
    const render = await reportFormats[name].load();
    return render(report, context);
}


/***/ }),

/***/ 22243:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.r(__webpack_exports__);
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   findingRecord: () => (/* binding */ findingRecord),
/* harmony export */   json: () => (/* binding */ json),
/* harmony export */   person: () => (/* binding */ person),
/* harmony export */   renderJson: () => (/* binding */ renderJson),
/* harmony export */   renderVerifyJson: () => (/* binding */ renderVerifyJson)
/* harmony export */ });
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(58508);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(15271);
/* harmony import */ var _quiet_json_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(45596);



/** The version of report.json's shape; it changes when a field goes or changes its meaning, not when one is added. */
const schemaVersion = 1;
/** report.json (report.schema.json describes every field). What has no value is null; what does not apply is absent. */
function renderJson(report) {
    const { range, verdict, coverage } = report;
    return json({
        schemaVersion,
        toolVersion: report.toolVersion,
        command: report.command,
        outcome: verdict.outcome,
        failOn: verdict.failOn,
        failOnFrom: verdict.failOnFrom,
        wouldBlock: verdict.wouldBlock,
        range: {
            kind: range.kind,
            target: range.target ?? null,
            branch: range.branch ?? null,
            mergeBase: range.mergeBase ?? null,
            head: range.head ?? null,
            result: range.result ?? null,
            before: range.before ?? null,
            after: range.after ?? null,
            trust: range.trust ?? null,
            tag: range.tag ?? null,
            synthetic: range.synthetic,
            notes: range.notes,
            empty: range.empty ?? null,
        },
        counts: counts(report.counts),
        rules: report.rules,
        total: report.total,
        findings: verdict.findings.map(findingRecord),
        suppressed: verdict.suppressed.map(suppressedRecord),
        notListed: report.notListed,
        unjudged: verdict.unjudged.map(({ what, remedy }) => ({ what, remedy })),
        notes: verdict.notes,
        commits: report.commits.map(commitRecord),
        ages: report.ages,
        fix: report.fix && fixRecord(report.fix),
        posture: report.posture,
        run: runRecord(report.run),
        coverage: {
            filesChanged: coverage.filesChanged,
            filesRead: coverage.filesRead,
            contextFilesRead: coverage.contextFilesRead,
            readWithoutStructure: coverage.readWithoutStructure.map(({ file, why }) => ({ file, why })),
            skipped: coverage.skipped.map(({ file, why }) => ({ file, why })),
            rendering: coverage.rendering,
            history: coverage.history,
        },
    });
}
/** What `verify --format json` prints: the commits in the form report.json has them. */
function renderVerifyJson(commits) {
    return json({ schemaVersion, toolVersion: _version_js__WEBPACK_IMPORTED_MODULE_2__/* .version */ .rE, command: 'verify', commits: commits.map(commitRecord) });
}
/** The patch itself is a file of its own. */
const fixRecord = ({ patch, blind, leftOut, fixed, left }) => ({
    patch: patch === '' ? null : _report_js__WEBPACK_IMPORTED_MODULE_0__/* .patchFile */ .dp,
    blind,
    leftOut,
    fixed: fixed.map(({ fingerprint, what }) => ({ fingerprint, what })),
    left: left.map(({ fingerprint, why }) => ({ fingerprint, why })),
});
const counts = ({ critical, high, medium, low }) => ({ critical, high, medium, low });
/** A finding as report.json has it. */
function findingRecord(finding) {
    const { object, position } = finding;
    return {
        rule: finding.rule,
        category: finding.category,
        severity: finding.severity,
        blocking: finding.blocking,
        fingerprint: finding.fingerprint,
        message: finding.message,
        remedy: finding.remedy,
        file: position?.file ?? null,
        line: position?.line ?? null,
        column: position?.column ?? null,
        endLine: finding.endLine,
        scope: finding.scope ?? null,
        object: object && objectRecord(object),
        commit: finding.commit,
        excerpt: finding.excerpt,
        details: finding.details,
        example: finding.example,
        references: finding.references,
        places: finding.places?.map(({ file, line, column, object: owner, field }) => ({
            file,
            line,
            column,
            object: owner && objectRecord(owner),
            field,
        })),
        suggestion: finding.suggestion,
        blobs: finding.blobs,
    };
}
const objectRecord = ({ group, kind, namespace, name }) => ({
    group,
    kind,
    namespace: namespace ?? null,
    name,
});
const suppressedRecord = (suppressed) => ({
    ...findingRecord(suppressed),
    reason: suppressed.reason,
    until: suppressed.until,
});
function commitRecord(commit) {
    const { state, accepted, format, signer, keyFingerprint, reason, remedy } = commit.signature;
    return {
        sha: commit.sha,
        kind: commit.kind,
        subject: commit.subject,
        author: person(commit.author),
        committer: person(commit.committer),
        signature: {
            state,
            accepted,
            format,
            signer: signer && { name: signer.name, emails: signer.emails, roles: signer.roles },
            keyFingerprint,
            reason,
            remedy,
        },
    };
}
const runRecord = ({ start, end, steps, policy, actor, repository, request, job }) => ({
    start: isoTime(start / 1000),
    milliseconds: end - start,
    steps: steps.map(({ name, milliseconds }) => ({ name, milliseconds })),
    actor,
    repository,
    request,
    job,
    policy: { folder: policy.folder ?? null, sha256: policy.sha256 ?? null },
});
/** An author or committer as report.json has them. */
const person = ({ name, email, time }) => ({ name, email, time: isoTime(time) });
/** ISO 8601 in UTC to the second; null for a time that git's header does not give, or that has no year of four digits. */
function isoTime(seconds) {
    const time = new Date(seconds * 1000);
    const text = Number.isNaN(time.getTime()) ? '' : time.toISOString();
    return /^\d{4}-/.test(text) ? text.replace(/\.\d+Z$/, 'Z') : null;
}
/** What a command prints as JSON. */
const json = (value) => `${(0,_quiet_json_js__WEBPACK_IMPORTED_MODULE_1__/* .quietJson */ .n)(value, 2)}\n`;


/***/ }),

/***/ 45596:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ quietJson)
/* harmony export */ });
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6257);

/** JSON whose text neither reorders a terminal nor is obeyed by a runner: such characters are escapes, equal once parsed. One line without `indent`. */
function quietJson(value, indent) {
    const text = JSON.stringify(value, undefined, indent).replace(_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .agentCommand */ .zA, '#\\u0023');
    return /^[\n\x20-\x7e]*$/.test(text) ? text : text.replace(/[\p{Cf}\p{Zl}\p{Zp}\x7f-\x9f]/gu, escaped);
}
/** `\u202e`; two of them for a character beyond the first plane. */
function escaped(character) {
    return character
        .split('')
        .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
        .join('');
}


/***/ }),

/***/ 17234:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ redactText),
/* harmony export */   redact: () => (/* binding */ redact)
/* harmony export */ });
/* harmony import */ var _secrets_tokens_tokens_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(52668);

const hidden = '••••';
/** A user and password in a URL, but one that is hidden already. */
const urlPassword = /(:\/\/[^\s/?#'":@]*):(?!••••)[^\s/?#'"@]+@/g;
/**
 * Text for a reader without the credentials in it: provider tokens, private keys, passwords of URLs. A rule hides the secrets it
 * finds; this hides those that are where no rule looks for them, as in a name, a key, a path, a branch or a commit's subject.
 */
function redactText(text) {
    let redacted = '';
    let at = 0;
    for (const { start, end, secret } of (0,_secrets_tokens_tokens_js__WEBPACK_IMPORTED_MODULE_0__/* .findTokens */ .G)(text)) {
        const whole = text.slice(start, end);
        redacted += text.slice(at, start) + (whole.includes(secret) ? whole.replaceAll(secret, hidden) : hidden);
        at = end;
    }
    return (redacted + text.slice(at)).replace(urlPassword, `$1:${hidden}@`);
}
/** The same for every text in a value, its keys included; what needs nothing is given back as it is. */
function redact(value) {
    return redactValue(value);
}
function redactValue(value) {
    if (typeof value === 'string')
        return redactText(value);
    if (Array.isArray(value)) {
        const items = value.map(redactValue);
        return items.some((item, index) => item !== value[index]) ? items : value;
    }
    if (typeof value !== 'object' || value === null || Buffer.isBuffer(value))
        return value;
    if (Object.getPrototypeOf(value) !== Object.prototype && Object.getPrototypeOf(value) !== null)
        return value;
    const entries = Object.entries(value).map(([key, item]) => [redactText(key), redactValue(item)]);
    const before = Object.entries(value);
    const isSame = entries.every(([key, item], index) => key === before[index]?.[0] && item === before[index]?.[1]);
    return isSame ? value : Object.fromEntries(entries);
}


/***/ }),

/***/ 15271:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Bi: () => (/* binding */ notInPatch),
  dp: () => (/* binding */ patchFile),
  EI: () => (/* binding */ reportOf)
});

// EXTERNAL MODULE: ./build/policy/defaults.js
var defaults = __nccwpck_require__(56221);
// EXTERNAL MODULE: ./build/version.js
var version = __nccwpck_require__(58508);
// EXTERNAL MODULE: ./build/report/redact.js
var redact = __nccwpck_require__(17234);
// EXTERNAL MODULE: ./build/severity.js
var severity = __nccwpck_require__(15989);
;// CONCATENATED MODULE: ./build/report/tally.js

function tally({ findings, suppressed, failOn }) {
    const counts = { critical: 0, high: 0, medium: 0, low: 0 };
    const rules = {};
    const ruleCounts = {};
    for (const { severity, rule } of findings) {
        counts[severity]++;
        rules[rule] = (rules[rule] ?? 0) + 1;
        ruleCounts[rule] ??= { critical: 0, high: 0, medium: 0, low: 0 };
        ruleCounts[rule][severity]++;
    }
    const blocking = findings.filter((finding) => finding.blocking);
    const blockingCounts = { critical: 0, high: 0, medium: 0, low: 0 };
    for (const { severity } of blocking)
        blockingCounts[severity]++;
    const wouldBlock = failOn === 'never' ? findings.filter(({ severity }) => bad.has(severity)) : [];
    const toResolve = new Map();
    for (const { rule, category } of blocking.length > 0 ? blocking : wouldBlock) {
        toResolve.set(rule, { rule, category, number: (toResolve.get(rule)?.number ?? 0) + 1 });
    }
    return {
        counts,
        blockingCounts,
        rules,
        ruleCounts,
        total: { findings: findings.length, blocking: blocking.length, suppressed: suppressed.length },
        toResolve: [...toResolve.values()],
    };
}
const bad = new Set(['critical', 'high']);
/** The verdict with the findings that a report lists, the worst ones, and what the report says of the others. */
function listed(verdict, most) {
    const { findings, suppressed } = verdict;
    const [cut, ignored] = [findings.slice(most), Math.max(0, suppressed.length - most)];
    if (cut.length + ignored === 0)
        return { verdict, notListed: undefined };
    const { counts } = tally({ ...verdict, findings: cut });
    const kinds = severity/* severities */.gO.flatMap((severity) => (counts[severity] > 0 ? `${counts[severity]} ${severity}` : []));
    const left = [
        ...(cut.length > 0 ? [`${cut.length} of ${findings.length} findings (${kinds.join(', ')})`] : []),
        ...(ignored > 0 ? [`${ignored} of ${suppressed.length} ignored findings`] : []),
    ];
    const notListed = `Not listed: ${left.join(' and ')}, the least severe; they count all the same. To list more, raise limits.findings (${most}) in the base branch’s policy.yaml.`;
    const shown = { findings: findings.slice(0, most), suppressed: suppressed.slice(0, most) };
    return { verdict: { ...verdict, ...shown }, notListed };
}

;// CONCATENATED MODULE: ./build/report/report.js




/** Why the patch among the reports does not fix what `fix --apply` does. */
const notInPatch = 'a patch would put a secret back: gitops-gate fix --apply';
/** The file of the patch, in the folder of the reports. */
const patchFile = 'fix.patch';
/** Places of one finding that a report lists, and files of one list: one value may be in every file there is. */
const [mostPlaces, mostFiles] = [500, 5_000];
/** Without what nobody reads: places and files beyond those that are listed are counted. */
function bounded({ verdict: all, coverage, mostFindings = defaults/* defaultPolicy */.G.limits.findings, ...rest }) {
    const { verdict, notListed } = listed(all, mostFindings);
    const { skipped, readWithoutStructure } = coverage;
    const notes = [
        ...moreFiles(skipped.length, 'were skipped'),
        ...moreFiles(readWithoutStructure.length, 'were read without structure'),
    ];
    return {
        ...rest,
        ...(notListed === undefined ? {} : { notListed }),
        verdict: {
            ...verdict,
            findings: verdict.findings.map(withFewerPlaces),
            suppressed: verdict.suppressed.map(withFewerPlaces),
            notes: [...verdict.notes, ...notes],
        },
        coverage: {
            ...coverage,
            skipped: skipped.slice(0, mostFiles),
            readWithoutStructure: readWithoutStructure.slice(0, mostFiles),
        },
    };
}
function moreFiles(count, what) {
    return count > mostFiles ? [`${count - mostFiles} more files ${what} than are listed.`] : [];
}
function withFewerPlaces(finding) {
    const { places = [], details = [] } = finding;
    if (places.length <= mostPlaces)
        return finding;
    const more = `It is in ${places.length - mostPlaces} more places than are listed.`;
    return { ...finding, places: places.slice(0, mostPlaces), details: [...details, more] };
}
/** The report of a verdict, its counts filled in. No text in it holds a credential: this is the one way to every sink. */
function reportOf(given) {
    return { toolVersion: version/* version */.rE, ...(0,redact.redact)(bounded(given)), ...tally(given.verdict) };
}


/***/ }),

/***/ 6797:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ renderVerifyTerminal),
/* harmony export */   b: () => (/* binding */ commitLines)
/* harmony export */ });
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(62867);
/* harmony import */ var _terminal_text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9828);


/** How many commits are listed, refused ones first; the rest is counted by the line above. */
const shown = 20;
/** One line a commit: mark, id, state, who signed, subject; below it why it is refused. */
function commitLines(commits, paint, width) {
    const refusedFirst = commits.toSorted((a, b) => Number(a.signature.accepted) - Number(b.signature.accepted));
    const listed = refusedFirst.slice(0, shown);
    const state = listed.reduce((most, { signature }) => Math.max(most, signature.state.length), 0);
    const signers = listed.map(signer);
    const name = Math.min(28, signers.reduce((most, signer) => Math.max(most, (0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_1__/* .cells */ .Yo)(signer)), 0));
    const rest = commits.length - listed.length;
    return [
        ...listed.flatMap((commit, index) => {
            const { accepted, reason } = commit.signature;
            const [mark, style] = accepted ? ['✓', 'green'] : ['✗', 'red'];
            const repeated = reason !== undefined && listed[index - 1]?.signature.reason === reason;
            const begin = `  ${paint(`${mark} ${(0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_1__/* .padded */ .jC)(commit.signature.state, state)}`, style)}  ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .shortId */ .m_)(commit.sha)}`;
            return [
                `${begin}  ${(0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_1__/* .padded */ .jC)((0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .pj)(signers[index] ?? '', name), name)}  ${(0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .pj)(commit.subject, Math.max(20, width - state - name - 17))}`,
                ...(accepted || repeated || reason === undefined
                    ? []
                    : (0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_1__/* .wrapped */ .ky)(reason, width, ' '.repeat(state + 6), (line) => paint(line, 'dim'))),
            ];
        }),
        ...(rest > 0 ? [`  and ${rest} more`] : []),
    ];
}
/** The trusted person behind the key; else who says to have committed, in brackets. */
function signer({ signature, committer }) {
    const kind = signature.format ? ` (${signature.format})` : '';
    return signature.signer ? `${(0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .pj)(signature.signer.name)}${kind}` : `[${(0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .pj)(committer.name)}]${kind}`;
}
/** What `verify` prints: the commits, then how many are accepted. */
function renderVerifyTerminal(commits, { colour, width }) {
    const paint = (0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_1__/* .painter */ .C2)(colour);
    const refused = commits.filter(({ signature }) => !signature.accepted);
    const unchecked = (states) => states.length > 0 && states.every((state) => state === 'could-not-check');
    const style = refused.length === 0 ? 'green' : unchecked(refused.map(({ signature }) => signature.state)) ? 'yellow' : 'red';
    const remedies = [...new Set(refused.flatMap(({ signature }) => signature.remedy ?? []))];
    return (0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_1__/* .page */ .MY)([
        ...commitLines(commits, paint, width),
        ...remedies.flatMap((remedy) => (0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_1__/* .wrapped */ .ky)(remedy, width, '  Fix: ')),
        '',
        paint(commits.length === 0 ? 'No commits to verify' : (0,_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .signatureLine */ .Zp)({ commits }), style, 'bold'),
    ]);
}


/***/ }),

/***/ 9828:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C2: () => (/* binding */ painter),
/* harmony export */   MY: () => (/* binding */ page),
/* harmony export */   Yo: () => (/* binding */ cells),
/* harmony export */   jC: () => (/* binding */ padded),
/* harmony export */   ky: () => (/* binding */ wrapped),
/* harmony export */   pj: () => (/* binding */ plain)
/* harmony export */ });
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6257);
/* harmony import */ var _workflow_command_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(20143);


/** A style's SGR parameters (ECMA-48). */
const styles = {
    bold: '1',
    dim: '2',
    red: '31',
    green: '32',
    yellow: '33',
    blue: '34',
    magenta: '35',
    cyan: '36',
    badge: '1;7',
};
/** Paints by ANSI escapes where colour is wanted. */
function painter(colour) {
    if (!colour)
        return (text) => text;
    return (text, ...style) => text === '' ? '' : `\u001b[${style.map((name) => styles[name]).join(';')}m${text}\u001b[0m`;
}
/** Text from the repository on one line of a terminal; the only control characters of a report are our own colours. */
function plain(text, limit = 1000) {
    return (0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .clip */ .$Q)((0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(text), limit);
}
/** How many cells a terminal gives the text: two for wide characters, none for combining marks. */
function cells(text) {
    const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\uff01-\uff60]/u;
    return [...text].reduce((sum, character) => sum + (/\p{M}/u.test(character) ? 0 : wide.test(character) ? 2 : 1), 0);
}
/** Padded with blanks to `width` cells. */
const padded = (text, width) => text + ' '.repeat(Math.max(0, width - cells(text)));
/** The text in lines of at most `width` cells, broken at blanks; a word that is longer is alone. `first` begins the first line, blanks the others. */
function wrapped(text, width, first, paint = (line) => line, limit) {
    const lines = [];
    const room = Math.max(8, width - cells(first));
    let line = '';
    for (const word of plain(text, limit).split(' ')) {
        if (line !== '' && cells(line) + 1 + cells(word) > room) {
            lines.push(line);
            line = word;
        }
        else
            line = line === '' ? word : `${line} ${word}`;
    }
    const begin = (index) => (index === 0 ? first : ' '.repeat(cells(first)));
    return [...lines, line].map((text, index) => `${begin(index)}${paint(text)}`);
}
/** The lines of a report, none of which a job's runner takes for a command. */
function page(lines) {
    return `${lines.map(_workflow_command_js__WEBPACK_IMPORTED_MODULE_1__/* .logLine */ .BP).join('\n')}\n`;
}


/***/ }),

/***/ 20143:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   BP: () => (/* binding */ logLine),
/* harmony export */   kc: () => (/* binding */ logText)
/* harmony export */ });
/* unused harmony exports commandData, commandProperty */
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6257);

const escapes = {
    '%': '%25',
    '\r': '%0D',
    '\n': '%0A',
    ':': '%3A',
    ',': '%2C',
};
const escaped = (character) => escapes[character] ?? character;
/** The data of a workflow command: what follows `::` (actions/runner, ActionCommand.cs). */
function commandData(text) {
    return text.replace(/[%\r\n]/g, escaped);
}
/** A property of a workflow command: `file=…`. */
function commandProperty(text) {
    return text.replace(/[%\r\n:,]/g, escaped);
}
/**
 * A line for a job's log that the runner does not take for a command: it obeys `::name::` at the start of a line (after blanks; our colours are skipped as well) and
 * `##[name]` anywhere in it, and an agent of Azure Pipelines `##vso[name]`.
 */
function logLine(line) {
    return line.replace(/^((?:\s|\u001b\[[\d;]*m)*):(?=:)/, '$1\\x3a').replace(_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .agentCommand */ .zA, '#\\x23');
}
/** A rendered report for a job's log, JSON or other text, in which no line is taken for a command. */
function logText(text) {
    // No line of JSON begins with a colon, and an escape keeps it what it is.
    if (/^\s*[{[]/.test(text))
        return text.replace(_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .agentCommand */ .zA, '#\\u0023');
    return text.split('\n').map(logLine).join('\n');
}


/***/ }),

/***/ 6257:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $Q: () => (/* binding */ clip),
/* harmony export */   RK: () => (/* binding */ visible),
/* harmony export */   zA: () => (/* binding */ agentCommand)
/* harmony export */ });
/**
 * What a reader cannot see or what moves other text about: controls (C0, C1), format characters (bidi, zero-width, tags), private use,
 * lone surrogates, separators other than the space, fillers that show nothing, and variation selectors (except on an emoji).
 */
const invisible = /(?! |(?<=\p{Extended_Pictographic})\ufe0f)[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Z}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2800]/gu;
const short = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };
/** How one character is written out: `\n`, `\u202e`, `\u{e0041}`. */
function written(character) {
    const code = character.codePointAt(0) ?? 0;
    if (code > 0xffff)
        return `\\u{${code.toString(16)}}`;
    return short[character] ?? `\\u${code.toString(16).padStart(4, '0')}`;
}
/** Text of which all is seen as it is; most is, and to ask that costs little. */
const plain = /^[\x20-\x7e]*$/;
/** Text on one line with every unseen character written out. All sinks for people begin with it. */
function visible(text) {
    return plain.test(text) ? text : text.replace(invisible, written);
}
/** At most `limit` characters (code points); what is cut off is shown by an ellipsis. */
function clip(text, limit) {
    if (text.length <= limit)
        return text;
    const characters = [...text.slice(0, limit * 2 + 1)];
    return characters.length <= limit ? text : `${characters.slice(0, limit - 1).join('')}…`;
}
/** What begins a command anywhere in a line (actions/runner and microsoft/azure-pipelines-agent, Command.cs). */
const agentCommand = /##(?=(?:vso)?\[)/gi;


/***/ }),

/***/ 62867:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   IR: () => (/* binding */ shownDetails),
/* harmony export */   L2: () => (/* binding */ verdictWords),
/* harmony export */   PI: () => (/* binding */ comparing),
/* harmony export */   Pl: () => (/* binding */ headline),
/* harmony export */   S$: () => (/* binding */ fixLine),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   Zd: () => (/* binding */ reasoning),
/* harmony export */   Zp: () => (/* binding */ signatureLine),
/* harmony export */   cO: () => (/* binding */ shownFingerprint),
/* harmony export */   em: () => (/* binding */ sentence),
/* harmony export */   m_: () => (/* binding */ shortId),
/* harmony export */   my: () => (/* binding */ comparison),
/* harmony export */   tq: () => (/* binding */ objectText),
/* harmony export */   vn: () => (/* binding */ coverageLine)
/* harmony export */ });
/* harmony import */ var _severity_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(15989);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(15271);
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6257);



/** How many hex digits of a fingerprint people see. */
const shownFingerprint = 12;
/** `1 finding`, `2 findings`. */
function count(number, noun) {
    return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
/** With a capital letter. */
const sentence = (text) => text.charAt(0).toUpperCase() + text.slice(1);
/** `1 critical, 2 high`; empty without any. */
function severityCounts(counts) {
    return _severity_js__WEBPACK_IMPORTED_MODULE_2__/* .severities */ .gO
        .filter((severity) => counts[severity] > 0)
        .map((severity) => `${counts[severity]} ${severity}`)
        .join(', ');
}
/** The abbreviated id people know from git. */
const shortId = (id) => id.slice(0, 7);
/** The verdict in a word or two: one that would have blocked, and only watched, does not read as a pass. */
function verdictWords({ outcome, wouldBlock }) {
    if (outcome === 'passed' && wouldBlock)
        return 'watching, would have blocked';
    return { passed: 'passed', blocked: 'blocked', 'could-not-judge': 'could not judge' }[outcome];
}
/** The verdict in one line. */
function headline(report) {
    return `${sentence(verdictWords(report.verdict))}: ${reasoning(report)}`;
}
/** Why nothing blocks, where it is only watched. */
function watching({ failOn, failOnFrom }) {
    if (failOn !== 'never')
        return '';
    const where = failOnFrom === 'input' ? 'this run’s fail-on is never' : `failOn is never in ${failOnFrom}`;
    return ` Nothing blocks, because ${where}.`;
}
/** The first thing that could not be judged, and how many more. */
function why([first, ...more]) {
    const what = (0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .clip */ .$Q)(first?.what ?? '', 300).replace(/[.\s]*$/, '');
    return more.length === 0 ? `${what}.` : `${what}; and ${count(more.length, 'thing')} more.`;
}
const whats = {
    check: 'this change',
    audit: 'what is there',
    posture: 'how the repository is set up',
    verify: 'this change',
};
/** What the verdict rests on, in a few sentences. */
function reasoning({ verdict, counts, blockingCounts, total, command, coverage }) {
    const { unjudged, outcome, wouldBlock } = verdict;
    const { findings: number, blocking } = total;
    const all = count(number, 'finding');
    const found = number === 0 ? 'no findings' : `${all} (${severityCounts(counts)})`;
    const unrendered = coverage.rendering?.notRendered.length ?? 0;
    const roots = unrendered === 0 ? '' : ` ${count(unrendered, 'root')} could not be rendered.`;
    const unknown = `${unjudged.length > 0 ? ` ${count(unjudged.length, 'thing')} could not be judged.` : ''}${roots}`;
    const what = whats[command];
    switch (outcome) {
        case 'blocked':
            return `${blocking} of ${all} (${severityCounts(blockingCounts)}) ${blocking === 1 ? 'blocks' : 'block'} ${what}.${unknown}`;
        case 'could-not-judge':
            return `${why(unjudged)} ${sentence(found)}.${roots}`;
        case 'passed':
            return `${found}${number > 0 && !wouldBlock ? ', none of which blocks' : ''}.${roots}${watching(verdict)}`;
    }
}
/** What was compared, e.g. `1a2b3c4 (main) with what it would be after merging 5d6e7f8`: the branch is what the verdict counts for. */
function comparison({ kind, target, branch, mergeBase, head, before, after, tag }) {
    const id = (value, otherwise) => (value === undefined ? otherwise : shortId(value));
    if (target === undefined && before === undefined && head === undefined && after === undefined) {
        return 'nothing: its commits are missing';
    }
    const into = branch === undefined ? '' : ` (${branch})`;
    switch (kind) {
        case 'audit':
            return `everything in ${id(after ?? head, 'the tree')}`;
        case 'tag':
            return `tag ${id(tag ?? head, '(lightweight)')}`;
        case 'staged':
            return `${id(before ?? target, 'the empty tree')} with what is staged`;
        case 'first-push':
            return `the first push, up to ${id(head, 'the head')}`;
        case 'push':
            return `${id(before, 'the empty tree')}${into} with ${id(after ?? head, 'the head')}`;
        default:
            return after !== undefined && after !== head
                ? `${id(target, 'the empty tree')}${into} with what it would be after merging ${id(head, 'the index')}`
                : `${id(before ?? mergeBase, 'the empty tree')}${into} with ${id(head, 'the index')}`;
    }
}
/** What a run does with what it looks at: an audit has nothing to compare it with. */
const comparing = ({ kind }) => (kind === 'audit' ? 'audit' : 'compare');
/** What was read, in one sentence; of an audit nothing has changed. */
function coverageLine({ coverage, range }) {
    const { filesChanged, filesRead, contextFilesRead, readWithoutStructure, skipped, rendering, history } = coverage;
    const isWhole = range.kind === 'audit';
    const parts = [
        isWhole ? count(filesChanged, 'file') : `${count(filesChanged, 'file')} changed`,
        `${filesRead} read`,
        ...(isWhole && contextFilesRead === 0 ? [] : [`${contextFilesRead} more read for context`]),
        ...(readWithoutStructure.length > 0 ? [`${readWithoutStructure.length} read without structure`] : []),
        ...(skipped.length > 0 ? [`${skipped.length} skipped`] : []),
        ...(rendering === undefined ? [] : renderingParts(rendering, isWhole)),
        ...historyParts(history),
    ];
    return `${parts.join(', ')}.`;
}
/** Young histories are left out: nobody can do anything about them. */
function historyParts(history) {
    if (history === undefined || (history.changes > 0 && history.notCompared !== undefined))
        return [];
    if (history.notCompared !== undefined)
        return [`not compared with earlier changes (${history.notCompared})`];
    return [`compared with ${count(history.changes, 'earlier change')}`];
}
function renderingParts({ rendered, notRendered, tools }, isWhole) {
    const reached = rendered + notRendered.length;
    if (reached === 0)
        return [];
    const by = tools.length === 0 ? '' : ` with ${tools.join(' and ')}`;
    return [`${rendered} of ${count(reached, 'root')}${isWhole ? '' : ' that the change reaches'} rendered${by}`];
}
/** How many commits (or tags) are accepted, e.g. `3 of 5 commits accepted: 3 good, 2 unsigned`. */
function signatureLine({ commits }) {
    const states = new Map();
    for (const { signature } of commits)
        states.set(signature.state, (states.get(signature.state) ?? 0) + 1);
    const noun = commits.every(({ kind }) => kind === 'tag') ? 'tag' : 'commit';
    const accepted = commits.filter(({ signature }) => signature.accepted).length;
    return `${accepted} of ${count(commits.length, noun)} accepted: ${[...states].map(([state, n]) => `${n} ${state}`).join(', ')}`;
}
/** What of the findings goes with the patch, and what only without it; undefined where nothing is fixed. `flags`: those that find the change again. */
function fixLine({ fix }, flags) {
    if (fix === undefined)
        return undefined;
    const all = count(fix.fixed.length + fix.left.length, 'finding');
    const only = fix.left.filter(({ why }) => why === _report_js__WEBPACK_IMPORTED_MODULE_0__/* .notInPatch */ .Bi).length;
    const inClone = `in a clone: gitops-gate fix${flags} --apply`;
    const why = `since a patch would put a secret back in one of ${count(fix.leftOut.length, 'file')} (fix.leftOut in report.json)`;
    if (fix.patch === '')
        return only === 0 ? undefined : `${only} of ${all} would go, but not with a patch, ${why}; ${inClone}`;
    const rest = only === 0 ? '' : `, and ${only} more without it, ${why}`;
    return `${fix.fixed.length} of ${all} would go with the patch ${_report_js__WEBPACK_IMPORTED_MODULE_0__/* .patchFile */ .dp} among the reports${rest}; ${inClone}`;
}
/** Of a long list of details the first ones, which are the worst, and the last ones, which hold for all of it. */
const detailsShown = { first: 3, last: 3 };
/** The details of a finding as far as people read them; report.json has them all. */
function shownDetails(details = []) {
    const { first, last } = detailsShown;
    const more = details.length - first - last;
    if (more < 2)
        return details;
    return [...details.slice(0, first), `and ${more} more in report.json`, ...details.slice(-last)];
}
/** An object as an entry of the policy names it: `Deployment/shop/web`. Empty for what has no name. */
function objectText({ kind, namespace, name }) {
    return name === '' ? '' : [kind, namespace, name].filter(Boolean).join('/');
}


/***/ }),

/***/ 52668:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  G: () => (/* binding */ findTokens)
});

// UNUSED EXPORTS: tokenFormats

// EXTERNAL MODULE: ./build/secrets/value/entropy.js
var entropy = __nccwpck_require__(90725);
// EXTERNAL MODULE: ./build/secrets/value/placeholder.js
var placeholder = __nccwpck_require__(93133);
;// CONCATENATED MODULE: ./build/secrets/tokens/prefixed-format.js

const varied = (token) => (0,entropy/* entropy */.Ue)(token) >= 3;
/** A format whose keyword is its prefix and whose rest is `rest`, a pattern of bounded repetitions. */
function prefixed(id, name, prefix, rest) {
    const keywords = typeof prefix === 'string' ? [prefix] : prefix;
    const start = keywords.map((word) => word.replace(/[.+*?()[\]{}|\\/^$]/g, '\\$&')).join('|');
    return {
        id,
        name,
        keywords,
        pattern: new RegExp(`(?:${start})${rest}(?![A-Za-z0-9_])`, 'y'),
        check: varied,
        severity: 'critical',
        mask: keywords[0] ?? '',
    };
}

;// CONCATENATED MODULE: ./build/secrets/tokens/ai-formats.js

/** Keys of services for language models and what is built around them. Sources: the providers' documentation, and their SDKs. */
const aiFormats = [
    prefixed('apify-token', 'an Apify API token', 'apify_api_', '[0-9A-Za-z]{36}'),
    prefixed('browserbase-key', 'a Browserbase API key', 'bb_live_', '[\\w-]{27}'),
    prefixed('cerebras-key', 'a Cerebras API key', 'csk-', '[0-9a-z]{48}'),
    prefixed('daytona-key', 'a Daytona API key', 'dtn_', '[0-9a-f]{64}'),
    prefixed('e2b-key', 'an E2B API key', 'e2b_', '[0-9a-f]{40}'),
    prefixed('elevenlabs-key', 'an ElevenLabs API key', 'sk_', '[0-9a-f]{48}'),
    prefixed('firecrawl-key', 'a Firecrawl API key', 'fc-', '[0-9a-f]{32}'),
    prefixed('helicone-key', 'a Helicone API key', 'sk-helicone-', '[0-9a-z]{7}(?:-[0-9a-z]{7}){3}'),
    prefixed('jina-key', 'a Jina AI API key', 'jina_', '[0-9a-f]{32}[\\w-]{28}'),
    prefixed('langfuse-key', 'a Langfuse secret key', 'sk-lf-', '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'),
    prefixed('langsmith-key', 'a LangSmith API key', ['lsv2_pt_', 'lsv2_sk_'], '[0-9a-f]{32}_[0-9a-f]{10}'),
    prefixed('llamacloud-key', 'a LlamaCloud API key', 'llx-', '[0-9A-Za-z]{48}'),
    prefixed('nvidia-key', 'an NVIDIA API key', 'nvapi-', '[\\w-]{64}'),
    prefixed('openrouter-key', 'an OpenRouter API key', 'sk-or-v1-', '[0-9a-f]{64}'),
    prefixed('pinecone-key', 'a Pinecone API key', 'pcsk_', '[0-9A-Za-z]{5,6}_[0-9A-Za-z]{63}'),
    prefixed('runpod-key', 'a RunPod API key', 'rpa_', '[0-9A-Z]{40,50}'),
    prefixed('tavily-key', 'a Tavily API key', ['tvly-', 'tvly-dev-', 'tvly-prod-'], '[0-9A-Za-z]{32}'),
    prefixed('together-key', 'a Together AI API key', 'tgp_v1_', '[\\w-]{43}'),
    prefixed('xai-key', 'an xAI API key', 'xai-', '[0-9A-Za-z]{80}'),
];

// EXTERNAL MODULE: ./build/secrets/value/classify.js + 1 modules
var classify = __nccwpck_require__(30068);
// EXTERNAL MODULE: ./build/secrets/value/decode.js
var decode = __nccwpck_require__(6940);
// EXTERNAL MODULE: ./build/secrets/value/made.js
var made = __nccwpck_require__(74631);
// EXTERNAL MODULE: ./build/secrets/value/url.js
var url = __nccwpck_require__(41881);
;// CONCATENATED MODULE: ./build/secrets/tokens/envelope-formats.js





/** Formats that carry a credential in a known frame: key armor, a URL's userinfo, an authorization header. */
const envelopeFormats = [
    {
        id: 'private-key',
        name: 'a private key',
        keywords: ['-----BEGIN '],
        // The body ends at the next five dashes, so that many headers in a row cost no more than one.
        pattern: /-----BEGIN (?:[A-Z0-9]{1,12} ){0,4}PRIVATE KEY(?: BLOCK)?-----((?:[^-]|-(?!----)){60,16000})/y,
        check: isKeyBody,
        severity: 'critical',
        mask: '-----BEGIN',
        inWord: true,
    },
    {
        id: 'putty-private-key',
        name: 'a PuTTY private key',
        keywords: ['PuTTY-User-Key-File-'],
        pattern: /PuTTY-User-Key-File-\d: [^\n]{1,60}\n(?:[^\n]{0,200}\n){1,40}?Private-Lines: \d{1,3}\r?\n([A-Za-z0-9+/=\s]{40,4000})/y,
        severity: 'critical',
    },
    {
        id: 'encoded-private-key',
        name: 'a private key',
        keywords: ['LS0tLS1CRUdJTi', 'LS0tLS1CRUdJTiB'],
        // On one line, or over lines of one length as base64(1) breaks them, indented or not.
        pattern: /(LS0tLS1CRUdJTi[A-Za-z0-9+/]{16,24000}={0,2}(?:\r?\n[ \t]{0,40}[A-Za-z0-9+/]{16,128}={0,2}(?=\s|["']|$)){0,400})/y,
        check: (text) => /^-----BEGIN (?:[A-Z0-9]{1,12} ){0,4}PRIVATE KEY/.test(Buffer.from(text.slice(0, 120), 'base64').toString('latin1')),
        severity: 'critical',
        inWord: true,
    },
    {
        id: 'url-userinfo',
        name: 'a password inside a URL',
        keywords: ['://'],
        // Either a password with an unencoded `/`, `?` or `#`, which clients take all the same (digits before one of these are a port); or
        // the whole authority, whose userinfo ends at the last `@`, because a password may hold one.
        pattern: /:\/\/(?:[\w.%+~-]{0,100}:(?!\d{1,5}[/?#]|[$%<])([^\s"'`<>@{}/?#]{0,100}[/?#][^\s"'`<>{}]{0,200})@(?=[\w-]{1,63}(?:\.[\w-]{1,63}){0,8}(?::\d{1,5})?(?:[/?\s"'`,;)]|$))|((?:\{\{[^{}\n]{0,120}\}\}|(?!\{\{)[^\s/?#"'<>]){3,600}))/y,
        secretOf: ([, unencoded, authority = '']) => unencoded ?? (0,url/* splitUserinfo */.Gw)((0,url/* splitAuthority */.Ss)(authority).userinfo).password ?? '',
        check: (password, { 1: unencoded, 2: authority = '', input, index }) => {
            // Most URLs have none.
            if (password === '')
                return false;
            if (unencoded !== undefined)
                return isUnencodedPassword(password, input.slice(Math.max(0, index - 20), index));
            const { userinfo, host } = (0,url/* splitAuthority */.Ss)(authority);
            return (/^[\w[{$(.-]/.test(host) && !isHalfAnExpression(password) && (0,url/* classifyUserinfo */.eY)(userinfo, host) === 'literal');
        },
        severity: 'high',
        inWord: true,
    },
    {
        id: 'der-private-key',
        name: 'a private key',
        // Base64 of a DER SEQUENCE that begins as PKCS #8 (RFC 5958), PKCS #1 (RFC 8017) and SEC 1 (RFC 5915) keys do.
        keywords: ['MII', 'MIG', 'MIH', 'MHc', 'MHQ', 'MC4CAQAwBQYDK2V', 'MFMCAQ'],
        pattern: /(?:MI[IGH]|MHc|MHQ|MC4|MFM)[A-Za-z0-9+/]{29,24000}(?:\r?\n[ \t]{0,40}[A-Za-z0-9+/]{16,128}(?=[\s"'=]|$)){0,400}(?:\r?\n[ \t]{0,40}[A-Za-z0-9+/]{1,15}(?=[\s"'=]|$))?={0,2}(?![A-Za-z0-9+/=])/y,
        check: isPrivateKeyInDer,
        severity: 'critical',
    },
    {
        id: 'openvpn-static-key',
        name: 'an OpenVPN static key',
        keywords: ['-----BEGIN OpenVPN Static key V1-----'],
        pattern: /-----BEGIN OpenVPN Static key V1-----\s{1,20}((?:[0-9a-f]{2,64}\s{1,20}){8,64})/y,
        severity: 'critical',
        mask: '-----BEGIN',
        inWord: true,
    },
    {
        id: 'url-token',
        name: 'a token inside a URL',
        keywords: ['https://'],
        pattern: /https:\/\/([\w.~+-]{20,256})@(?=[\w[{$(.-])/y,
        check: (token) => (0,entropy/* looksGenerated */.At)(token) && (0,classify/* classify */.L)(token) === 'literal',
        severity: 'high',
        inWord: true,
    },
    {
        id: 'basic-authorization',
        name: 'an HTTP basic authorization header',
        keywords: ['Basic ', 'basic '],
        pattern: /[Bb]asic ([A-Za-z0-9+/]{8,400}={0,2})(?![\w+/=-])/y,
        check: (encoded) => encoded !== 'QWxhZGRpbjpvcGVuIHNlc2FtZQ==' && isLogin(encoded),
        severity: 'high',
    },
    {
        id: 'registry-login',
        name: 'a registry login',
        // The JSON of a container registry's logins inside a string of something else; what is JSON itself is read as such.
        keywords: ['auth\\":', 'auth\\\\\\":'],
        pattern: /auth\\{1,3}":\s{0,8}\\{1,3}"([A-Za-z0-9+/]{8,4000}={0,2})\\/y,
        check: isLogin,
        severity: 'high',
    },
    {
        id: 'bearer-authorization',
        name: 'an HTTP bearer authorization header',
        keywords: ['Bearer ', 'bearer '],
        pattern: /[Bb]earer ([\w.~+/-]{16,2000}={0,2})(?![\w+/=-])/y,
        // `sha256~zGN...CyE` is what documentation leaves of a token.
        check: (token) => (0,entropy/* looksRandom */.EZ)(token) && !token.includes('...') && (0,classify/* classify */.L)(token) === 'literal',
        severity: 'high',
    },
];
/** Whether base64 is that of a user and a password. */
function isLogin(encoded) {
    const [user, ...password] = ((0,decode/* decodeBase64Text */.BB)(encoded) ?? '').split(':');
    return user !== undefined && password.length > 0 && (0,classify/* classify */.L)(password.join(':'), { key: 'password' }) === 'literal';
}
/** Schemes of services whose URLs have no path with an `@`. */
const services = /(?:postgres(?:ql)?|mysql|mariadb|mongodb(?:\+srv)?|rediss?|valkeys?|amqps?|kafka|nats|mqtts?|ldaps?|smtps?|imaps?|clickhouse|cassandra|bolt|neo4j(?:\+s)?|sqlserver|elasticsearch|socks5h?)$/i;
/** Whether what is between the first colon and the last `@` of a URL is a password, and not a port and a path. */
function isUnencodedPassword(text, scheme) {
    const isMade = (part) => (0,made/* looksHumanMade */.x)(part) || (0,entropy/* looksGenerated */.At)(part);
    if (!services.test(scheme) && !text.split(/[/?#@:]/).some(isMade))
        return false;
    return (0,classify/* classify */.L)((0,url/* percentDecoded */.oF)(text), { key: 'password' }) === 'literal';
}
function isKeyBody(body) {
    // The material begins at once, or after a few headers; prose that mentions the armor line has none.
    const run = /[A-Za-z0-9+/=]{40,}/.exec(body.slice(0, 400))?.[0];
    return run !== undefined && (0,entropy/* entropy */.Ue)(run) >= 3.6 && !/x{8}|X{8}|\.{3}/.test(body);
}
/**
 * Whether base64 begins as the DER of a private key: version 0 and an algorithm, version 0 and a modulus, version 1 and a key of the curve's
 * size, or version 1 and an Edwards curve (RFC 5958 with the public key).
 */
function isPrivateKeyInDer(text) {
    const bytes = Buffer.from(text.slice(0, 120), 'base64');
    const length = bytes[1] ?? 0;
    const start = length < 0x80 ? 2 : 2 + (length & 0x7f);
    const declared = length < 0x80 ? length : bytes.readUIntBE(2, Math.min(4, length & 0x7f));
    const held = Math.floor((text.replace(/[^A-Za-z0-9+/]/g, '').length * 3) / 4);
    if (bytes[0] !== 0x30 || start > 6 || held < start + declared - 2)
        return false;
    const head = bytes.subarray(start, start + 9).toString('hex');
    return /^020100(?:30|02)|^02010104|^020101300506032b65/.test(head);
}
/** `${VAR:-}@` reads as a user and a password until one looks at the braces. */
function isHalfAnExpression(text) {
    return text.split('}').length > text.split('{').length || text.split(')').length > text.split('(').length;
}

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __nccwpck_require__(38522);
;// CONCATENATED MODULE: ./build/secrets/tokens/checksum.js

const base62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/**
 * Whether the last six characters of a GitHub token are the CRC-32 of the thirty before them in base 62
 * (github.blog, "Behind GitHub's new authentication token formats").
 */
function hasGithubChecksum(token) {
    const body = token.slice(token.indexOf('_') + 1);
    return body.slice(-6) === crcIn62(body.slice(0, -6));
}
/** Whether a Matrix access token ends in the CRC-32 of what precedes its last underscore in base 62 (element-hq/synapse, handlers/auth.py). */
function hasSynapseChecksum(token) {
    const cut = token.lastIndexOf('_');
    return token.slice(cut + 1) === crcIn62(token.slice(0, cut));
}
/** The CRC-32 of a text in base 62, six digits. */
function crcIn62(text) {
    let rest = (0,external_node_zlib_.crc32)(text) >>> 0;
    let digits = '';
    for (let i = 0; i < 6; i++) {
        digits = base62.charAt(rest % 62) + digits;
        rest = Math.floor(rest / 62);
    }
    return digits;
}
/**
 * Whether a Grafana service account token ends in the CRC-32 (little-endian hex) of what precedes its last underscore
 * (grafana/grafana, pkg/components/satokengen).
 */
function hasGrafanaChecksum(token) {
    const cut = token.lastIndexOf('_');
    const checksum = Buffer.alloc(4);
    checksum.writeUInt32LE((0,external_node_zlib_.crc32)(token.slice(0, cut)) >>> 0);
    return token.slice(cut + 1).toLowerCase() === checksum.toString('hex');
}

// EXTERNAL MODULE: ./build/plain-values.js
var plain_values = __nccwpck_require__(98419);
;// CONCATENATED MODULE: ./build/secrets/tokens/token-structure.js



/** Whether a compact JWS has a JSON header with a signing algorithm and a JSON payload (RFC 7515 §3). */
function isSignedJwt(token) {
    if ((0,placeholder/* isPlaceholder */.wK)(token))
        return false;
    const [header, payload, signature] = token.split('.');
    const head = parse(header);
    return (head !== undefined &&
        typeof head.alg === 'string' &&
        head.alg.toLowerCase() !== 'none' &&
        parse(payload) !== undefined &&
        // jwt.io's sample subject, which documentation prints everywhere.
        parse(payload)?.sub !== '1234567890' &&
        (0,entropy/* entropy */.Ue)(signature ?? '') >= 3);
}
/** Whether base64 is the JSON of a tunnel's credentials: account, tunnel and secret (cloudflare/cloudflared, connection.TunnelToken). */
function isTunnelToken(token) {
    const { a, t, s } = parse(token) ?? {};
    return /^[0-9a-f]{32}$/.test((0,plain_values/* scalarText */.ws)(a)) && /^[0-9a-f-]{36}$/.test((0,plain_values/* scalarText */.ws)(t)) && (0,plain_values/* scalarText */.ws)(s).length >= 16;
}
function parse(segment) {
    try {
        const value = JSON.parse(Buffer.from(segment ?? '', 'base64url').toString('utf8'));
        return typeof value === 'object' && value !== null ? value : undefined;
    }
    catch {
        return undefined;
    }
}
/** Whether a Slack token has the parts of one of Slack's kinds of tokens, the last of them made by a generator. */
function isSlackToken(token) {
    const isFramed = /^xoxb-\d{8,14}-(?:\d{8,14}-?)?[A-Za-z0-9-]{16,60}$/.test(token) ||
        /^xox[pe](?:-\d{8,14}){3}-[A-Za-z0-9-]{26,64}$/.test(token) ||
        /^xox[os]-\d+-\d+-\d+-[A-Fa-f\d]{8,}$/.test(token) ||
        /^xox[ar]-(?:\d-)?(?:\d+-){0,3}[0-9A-Za-z]{8,48}$/.test(token) ||
        /^xoxe(?:\.xox[bp])?-\d-[A-Za-z0-9]{140,250}$/.test(token);
    const last = token.slice(token.lastIndexOf('-') + 1);
    return isFramed && /\d/.test(last) && /[A-Za-z]/.test(last) && (0,entropy/* entropy */.Ue)(last) >= 2.5;
}
/** Whether a Slack webhook's path is made of ids rather than of T00000000/B00000000/XXXX. */
function isSlackWebhook(address) {
    const last = address.split('/').at(-1) ?? '';
    return (0,entropy/* entropy */.Ue)(last) >= 3 && !/X{4,}|x{6,}|0{6,}|T?123456789|abcdef/.test(address);
}

;// CONCATENATED MODULE: ./build/secrets/tokens/formats.js




const critical = 'critical';
const github = (id, name, prefix) => ({
    ...prefixed(id, name, prefix, '[0-9A-Za-z]{36}'),
    isGenuine: hasGithubChecksum,
});
/** Provider tokens with a structure of their own. Sources: the providers' documentation of their token formats. */
const formats = [
    github('github-pat', 'a GitHub personal access token', 'ghp_'),
    github('github-oauth', 'a GitHub OAuth token', 'gho_'),
    github('github-user-to-server', 'a GitHub App user token', 'ghu_'),
    {
        ...github('github-server-to-server', 'a GitHub App installation token', 'ghs_'),
        // Since 2026 also ghs_<app id>_<JWT>.
        pattern: /ghs_(?:[0-9A-Za-z]{36}(?![A-Za-z0-9_])|\d{1,12}_eyJ[\w-]{10,1000}\.eyJ[\w-]{10,2000}\.[\w-]{20,1000})/y,
        isGenuine: (token) => token.includes('.') || hasGithubChecksum(token),
    },
    github('github-refresh', 'a GitHub refresh token', 'ghr_'),
    prefixed('github-fine-grained-pat', 'a GitHub fine-grained personal access token', 'github_pat_', '[0-9A-Za-z_]{82}'),
    prefixed('gitlab-pat', 'a GitLab personal access token', 'glpat-', '[\\w-]{20,300}(?:\\.[0-9a-z]{2}\\.[0-9a-z]{7,9}|\\.[0-9a-z]{9})?'),
    prefixed('gitlab-token', 'a GitLab token', ['glptt-', 'gldt-', 'glrt-', 'glcbt-', 'glft-', 'glimt-', 'glagent-', 'gloas-', 'glsoat-', 'glffct-', 'GR1348941'], '[\\w.-]{20,300}'),
    {
        id: 'aws-access-key-id',
        name: 'an AWS access key id',
        keywords: ['AKIA', 'ASIA', 'ABIA', 'ACCA'],
        pattern: /(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}(?![A-Za-z0-9])/y,
        check: (token) => varied(token) && !token.endsWith('EXAMPLE'),
        severity: 'medium',
        mask: 'AKIA',
    },
    prefixed('aws-bedrock-key', 'an Amazon Bedrock API key', 'ABSK', '[A-Za-z0-9+/]{109,269}={0,2}'),
    {
        ...prefixed('gcp-api-key', 'a Google API key', 'AIza', '[\\w-]{35}'),
        check: (key) => !(0,entropy/* hasSequence */.Wr)(key) && varied(key),
    },
    prefixed('gcp-oauth-secret', 'a Google OAuth client secret', 'GOCSPX-', '[\\w-]{28}'),
    prefixed('gcp-oauth-token', 'a Google OAuth access token', 'ya29.', '[\\w-]{40,400}'),
    {
        id: 'azure-ad-client-secret',
        name: 'a Microsoft Entra client secret',
        keywords: ['Q~'],
        precededBy: /[A-Za-z0-9_~.-]{3}\d$/,
        pattern: /Q~[A-Za-z0-9_~.-]{31,34}(?![A-Za-z0-9_~.-])/y,
        check: varied,
        severity: critical,
        inWord: true,
    },
    {
        id: 'azure-storage-key',
        name: 'an Azure storage account key',
        keywords: ['AccountKey=', 'SharedAccessKey='],
        pattern: /(?:AccountKey|SharedAccessKey)=([A-Za-z0-9+/]{42,86}={1,2})/y,
        check: varied,
        severity: critical,
        inWord: true,
    },
    {
        ...prefixed('slack-token', 'a Slack token', ['xoxb-', 'xoxp-', 'xoxa-', 'xoxr-', 'xoxs-', 'xoxo-', 'xoxe-'], '(?:(?=[0-9A-Za-z]{8}|\\d{1,14}-))[0-9A-Za-z-]{8,250}'),
        check: isSlackToken,
    },
    {
        ...prefixed('slack-configuration-token', 'a Slack configuration token', 'xoxe.xox', '[bp]-\\d-[0-9A-Za-z]{140,250}'),
        check: isSlackToken,
    },
    prefixed('slack-app-token', 'a Slack app-level token', 'xapp-', '\\d-[A-Z0-9]{8,14}-\\d{8,16}-[a-z0-9]{32,80}'),
    {
        id: 'slack-webhook',
        name: 'a Slack webhook address',
        keywords: ['hooks.slack.com/'],
        pattern: /hooks\.slack\.com\/(?:services|workflows|triggers)\/[A-Za-z0-9+/]{20,80}/y,
        check: isSlackWebhook,
        severity: critical,
        inWord: true,
    },
    {
        id: 'discord-webhook',
        name: 'a Discord webhook address',
        keywords: ['/api/webhooks/'],
        pattern: /\/api\/webhooks\/\d{17,20}\/[\w-]{60,72}/y,
        check: varied,
        severity: critical,
        inWord: true,
    },
    {
        id: 'teams-webhook',
        name: 'a Microsoft Teams webhook address',
        keywords: ['.webhook.office.com/webhookb2/'],
        pattern: /\.webhook\.office\.com\/webhookb2\/[0-9a-f-]{36}@[0-9a-f-]{36}\/IncomingWebhook\/[0-9a-z]{32}\/[0-9a-f-]{36}/y,
        severity: critical,
        inWord: true,
    },
    prefixed('stripe-key', 'a Stripe API key', ['sk_live_', 'rk_live_', 'sk_test_', 'rk_test_', 'sk_prod_', 'rk_prod_', 'whsec_'], '[0-9A-Za-z]{16,128}'),
    prefixed('twilio-key', 'a Twilio API key', 'SK', '[0-9a-f]{32}'),
    prefixed('sendgrid-key', 'a SendGrid API key', 'SG.', '(?:[\\w-]{22}\\.[\\w-]{43}|[\\w=.-]{66})'),
    prefixed('mailgun-key', 'a Mailgun API key', 'key-', '[0-9a-f]{32}'),
    prefixed('brevo-key', 'a Brevo API key', ['xkeysib-', 'xsmtpsib-'], '[0-9a-f]{64}-[0-9A-Za-z]{16}'),
    { ...prefixed('npm-token', 'an npm access token', 'npm_', '[0-9A-Za-z]{36}'), isGenuine: hasGithubChecksum },
    prefixed('pypi-token', 'a PyPI upload token', 'pypi-AgE', '[\\w-]{50,1000}'),
    prefixed('rubygems-key', 'a RubyGems API key', 'rubygems_', '[0-9a-f]{48}'),
    prefixed('docker-hub-token', 'a Docker Hub access token', ['dckr_pat_', 'dckr_oat_'], '[\\w-]{27,40}'),
    prefixed('vault-token', 'a HashiCorp Vault token', ['hvs.', 'hvb.', 'hvr.'], '[\\w-]{24,320}'),
    {
        id: 'terraform-cloud-token',
        name: 'an HCP Terraform token',
        keywords: ['.atlasv1.'],
        precededBy: /[A-Za-z0-9]{14}$/,
        pattern: /\.atlasv1\.[\w=-]{60,70}(?![\w=-])/y,
        check: varied,
        severity: critical,
    },
    {
        ...prefixed('grafana-service-account', 'a Grafana service account token', 'glsa_', '[0-9A-Za-z]{32}_[0-9a-fA-F]{8}'),
        isGenuine: hasGrafanaChecksum,
    },
    prefixed('grafana-cloud-token', 'a Grafana Cloud token', 'glc_', '[A-Za-z0-9+/]{32,400}={0,3}'),
    prefixed('grafana-api-key', 'a Grafana API key', 'eyJrIjoi', '[A-Za-z0-9+/]{70,400}={0,3}'),
    prefixed('sentry-token', 'a Sentry organization token', 'sntrys_eyJpYXQiO', '[A-Za-z0-9+/]{10,200}(?:LCJyZWdpb25fdXJs|InJlZ2lvbl91cmwi|cmVnaW9uX3VybCI6)[A-Za-z0-9+/]{10,200}={0,2}_[A-Za-z0-9+/]{43}(?![+/])'),
    prefixed('sentry-user-token', 'a Sentry user token', 'sntryu_', '[0-9a-f]{64}'),
    prefixed('new-relic-key', 'a New Relic key', 'NRAK-', '[0-9A-Z]{27}'),
    prefixed('new-relic-insights-key', 'a New Relic key', ['NRII-', 'NRIQ-'], '(?:[\\w-]{32}|[\\w-]{25})(?!-)'),
    prefixed('new-relic-browser-key', 'a New Relic browser key', 'NRJS-', '[0-9a-f]{19}'),
    {
        id: 'new-relic-license',
        name: 'a New Relic license key',
        keywords: ['NRAL'],
        // Those of a region begin with its name.
        precededBy: /(?:[0-9a-fA-F]{32}(?:FFFF)?|(?:eu|gov)\d\dx{1,2}[0-9a-f]{26,32}(?:FFFF)?)$/,
        pattern: /NRAL(?![A-Za-z0-9])/y,
        check: varied,
        severity: critical,
    },
    prefixed('dynatrace-token', 'a Dynatrace token', ['dt0c01.', 'dt0s16.', 'dt0s01.'], '[A-Za-z0-9]{24}\\.[A-Za-z0-9]{64}'),
    prefixed('openai-key', 'an OpenAI API key', ['sk-proj-', 'sk-svcacct-', 'sk-admin-'], '[\\w-]{20,120}T3BlbkFJ[\\w-]{20,120}'),
    {
        ...prefixed('openai-legacy-key', 'an OpenAI API key', 'T3BlbkFJ', '[0-9A-Za-z]{20}'),
        precededBy: /sk-[0-9A-Za-z]{20}$/,
        mask: 'sk-',
    },
    prefixed('anthropic-key', 'an Anthropic API key', ['sk-ant-api03-', 'sk-ant-admin01-', 'sk-ant-oat01-'], '[\\w-]{92,94}AA(?!-)'),
    prefixed('hugging-face-token', 'a Hugging Face token', ['hf_', 'api_org_'], '[A-Za-z]{34}'),
    prefixed('replicate-token', 'a Replicate token', 'r8_', '[0-9A-Za-z]{37,40}'),
    prefixed('doppler-token', 'a Doppler token', ['dp.pt.', 'dp.st.', 'dp.ct.', 'dp.sa.', 'dp.scim.', 'dp.audit.'], '[0-9A-Za-z._-]{40,64}'),
    prefixed('1password-token', 'a 1Password service account token', 'ops_eyJ', '[A-Za-z0-9+/_-]{200,1500}={0,3}'),
    prefixed('1password-secret-key', 'a 1Password secret key', 'A3-', '[A-Z0-9]{6}-(?:[A-Z0-9]{11}|[A-Z0-9]{6}-[A-Z0-9]{5})-[A-Z0-9]{5}-[A-Z0-9]{5}-[A-Z0-9]{5}'),
    {
        id: 'telegram-bot-token',
        name: 'a Telegram bot token',
        keywords: [':AA'],
        precededBy: /(?<!\d)\d{8,10}$/,
        pattern: /:AA[\w-]{33}(?![\w-])/y,
        check: varied,
        severity: critical,
    },
    prefixed('shopify-token', 'a Shopify token', ['shpat_', 'shpca_', 'shppa_', 'shpss_'], '[0-9a-zA-Z]{32}'),
    prefixed('digitalocean-token', 'a DigitalOcean token', ['dop_v1_', 'doo_v1_', 'dor_v1_'], '[0-9a-f]{64}'),
    prefixed('heroku-key', 'a Heroku API key', 'HRKU-AA', '[\\w-]{58}'),
    prefixed('linear-key', 'a Linear API key', ['lin_api_', 'lin_oauth_'], '[0-9A-Za-z]{40,64}'),
    prefixed('atlassian-token', 'an Atlassian API token', ['ATATT3', 'ATCTT3', 'ATBB'], '[\\w=.-]{28,300}'),
    prefixed('artifactory-token', 'a JFrog token', ['AKCp', 'cmVmdGtuO'], '[0-9A-Za-z]{55,80}'),
    prefixed('artifactory-reference-token', 'a JFrog reference token', 'cmVmd', '[0-9A-Za-z]{59}'),
    prefixed('databricks-token', 'a Databricks token', 'dapi', '[0-9a-f]{32}(?:-\\d)?'),
    prefixed('pulumi-token', 'a Pulumi token', 'pul-', '[0-9a-f]{40}'),
    prefixed('postman-key', 'a Postman API key', 'PMAK-', '[0-9a-f]{24}-[0-9a-f]{34}'),
    prefixed('planetscale-token', 'a PlanetScale credential', ['pscale_tkn_', 'pscale_pw_', 'pscale_oauth_'], '[\\w=.-]{32,64}'),
    prefixed('notion-token', 'a Notion token', 'ntn_', '\\d{11}[0-9A-Za-z]{35}'),
    prefixed('figma-token', 'a Figma token', ['figd_', 'figo_'], '[\\w-]{40,60}'),
    prefixed('vercel-token', 'a Vercel token', ['vcp_', 'vca_', 'vcr_', 'vck_'], '[0-9A-Za-z]{24,80}'),
    prefixed('cloudflare-origin-ca-key', 'a Cloudflare origin CA key', 'v1.0-', '[0-9a-f]{24}-[0-9a-f]{146}'),
    prefixed('tailscale-key', 'a Tailscale key', ['tskey-auth-', 'tskey-api-', 'tskey-client-', 'tskey-scim-', 'tskey-webhook-'], '[0-9A-Za-z-]{16,80}'),
    prefixed('fly-token', 'a Fly.io token', ['fo1_', 'fm1a_', 'fm1r_', 'fm2_'], '[\\w+/-]{43,1000}={0,3}'),
    prefixed('openshift-token', 'an OpenShift token', 'sha256~', '[\\w-]{43}'),
    prefixed('ngrok-token', 'an ngrok API key', 'ngrok_api_', '[0-9A-Za-z_]{40,60}'),
    prefixed('snyk-token', 'a Snyk token', ['snyk_uat.', 'snyk_sat.'], '[\\w.-]{60,200}'),
    prefixed('sonar-token', 'a SonarQube token', ['sqp_', 'squ_', 'sqa_'], '[0-9A-Za-z]{40}'),
    prefixed('sourcegraph-token', 'a Sourcegraph token', 'sgp_', '(?:[0-9a-fA-F]{16}_|local_)?[0-9a-fA-F]{40}'),
    prefixed('harness-token', 'a Harness token', ['pat.', 'sat.'], '[\\w-]{22}\\.[0-9A-Za-z]{24}\\.[0-9A-Za-z]{20}'),
    prefixed('prefect-key', 'a Prefect API key', ['pnu_', 'pnb_'], '[0-9A-Za-z]{36}'),
    prefixed('supabase-token', 'a Supabase token', ['sbp_', 'sb_secret_'], '[0-9A-Za-z_]{31,44}'),
    prefixed('perplexity-key', 'a Perplexity API key', 'pplx-', '[0-9A-Za-z]{48}'),
    prefixed('groq-key', 'a Groq API key', 'gsk_', '[0-9A-Za-z]{52}'),
    prefixed('okta-token', 'an Okta API token', 'SSWS ', '00[\\w-]{40}'),
    prefixed('age-secret-key', 'an age secret key', 'AGE-SECRET-KEY-1', '[02-9AC-HJ-NP-Z]{58}'),
    {
        id: 'jwt',
        name: 'a signed JSON Web Token',
        keywords: ['eyJ'],
        pattern: /(?<![\w-])eyJ[\w-]{10,2000}\.eyJ[\w-]{10,8000}\.[\w-]{20,2000}/y,
        check: isSignedJwt,
        severity: critical,
        mask: 'eyJ',
    },
    {
        id: 'gitlab-session',
        name: 'a GitLab session',
        keywords: ['_gitlab_session='],
        pattern: /_gitlab_session=([0-9a-z]{32})(?![0-9A-Za-z])/y,
        check: varied,
        severity: critical,
    },
    {
        id: 'password-hash',
        name: 'a password hash',
        keywords: ['$2a$', '$2b$', '$2y$', '$apr1$', '$5$', '$6$', '$argon2'],
        pattern: /\$(?:2[aby]\$\d\d\$[./A-Za-z0-9]{53}|apr1\$[./A-Za-z0-9]{1,8}\$[./A-Za-z0-9]{22}|[56]\$(?:rounds=\d{1,9}\$)?[./A-Za-z0-9]{1,16}\$[./A-Za-z0-9]{43,86}|argon2(?:id|i|d)\$v=\d{1,3}\$m=\d{1,9},t=\d{1,9},p=\d{1,4}\$[A-Za-z0-9+/]{8,90}\$[A-Za-z0-9+/]{16,180})/y,
        check: varied,
        severity: 'high',
        inWord: true,
    },
];

;// CONCATENATED MODULE: ./build/secrets/tokens/keyword-scan.js
const alphabet = 128;
/** In the table: a keyword ends at the state. So most characters cost one look-up and nothing else. */
const endsHere = 0x8000;
/** Builds the automaton. Transitions are a dense table, so that a character costs one look-up. */
function keywordScan(keywords) {
    const trie = buildTrie(keywords);
    const states = trie.children.length;
    const next = new Uint16Array(states * alphabet);
    const fail = new Uint16Array(states);
    const ends = trie.ends.slice();
    if (states > endsHere)
        throw new RangeError('too many keywords for the table');
    for (const state of breadthFirst(trie.children)) {
        const row = state * alphabet;
        const fallback = (fail[state] ?? 0) * alphabet;
        // Where the state has no child it goes where the state it falls back to goes.
        if (state !== 0)
            next.copyWithin(row, fallback, fallback + alphabet);
        for (const [code, child] of trie.children[state] ?? []) {
            const shorter = (next[row + code] ?? 0) & ~endsHere;
            const found = union(ends[child], ends[shorter]);
            fail[child] = shorter;
            ends[child] = found;
            next[row + code] = found === undefined ? child : child | endsHere;
        }
    }
    const lengths = keywords.map((keyword) => keyword.length);
    return { scan: (text, found) => walk(text, next, ends, lengths, found) };
}
function walk(text, next, ends, lengths, found) {
    let state = 0;
    for (let at = 0; at < text.length; at++) {
        const code = text.charCodeAt(at);
        state = code < alphabet ? (next[(state << 7) | code] ?? 0) : 0;
        if (state < endsHere)
            continue;
        state &= ~endsHere;
        for (const keyword of ends[state] ?? [])
            found(keyword, at + 1 - (lengths[keyword] ?? 0));
    }
}
function buildTrie(keywords) {
    const children = [new Map()];
    const ends = [undefined];
    keywords.forEach((keyword, number) => {
        let state = 0;
        for (const character of keyword) {
            const code = character.charCodeAt(0);
            let child = children[state]?.get(code);
            if (child === undefined) {
                child = children.push(new Map()) - 1;
                ends.push(undefined);
                children[state]?.set(code, child);
            }
            state = child;
        }
        const here = ends[state];
        if (here === undefined)
            ends[state] = [number];
        else
            here.push(number);
    });
    return { children, ends };
}
function* breadthFirst(children) {
    const queue = [0];
    for (const state of queue) {
        yield state;
        for (const child of children[state]?.values() ?? [])
            queue.push(child);
    }
}
function union(own, inherited) {
    if (own === undefined || inherited === undefined)
        return own ?? inherited;
    return [...own, ...inherited];
}

;// CONCATENATED MODULE: ./build/secrets/tokens/platform-formats.js




const platform_formats_critical = 'critical';
const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
/** A key whose mark is after `before` characters of it, as Microsoft's identifiable keys have it. */
const marked = (id, name, mark, before, rest) => ({
    id,
    name,
    keywords: [mark],
    precededBy: new RegExp(`(?<![A-Za-z0-9+/_-])${before}$`),
    pattern: new RegExp(`${mark.replace(/[+]/g, '\\$&')}${rest}(?![A-Za-z0-9+/_-])`, 'y'),
    check: varied,
    severity: platform_formats_critical,
    inWord: true,
});
/**
 * Credentials of clouds, clusters, networks, databases and pipelines. Sources: the providers' documentation, and their sources where
 * these are open.
 */
const platformFormats = [
    // Clouds.
    marked('azure-key', 'a key of an Azure service', 'JQQJ99', '[A-Za-z0-9]{52}', '[A-Za-z0-9]{18}[A-Z0-9]{4}[A-Za-z0-9]{4}'),
    marked('azure-functions-key', 'a key of an Azure function', 'AzFu', '[\\w-]{44}', '[\\w-]{5}[AQgw]=='),
    marked('azure-search-key', 'an Azure AI Search key', 'AzSe', '[A-Za-z0-9]{42}', '[A-D][A-Za-z0-9]{5}'),
    marked('azure-cache-key', 'an Azure Cache access key', 'AzCa', '[A-Za-z0-9]{33}', '[A-P][A-Za-z0-9]{5}='),
    marked('azure-registry-key', 'a password of an Azure container registry', '+ACR', '[A-Za-z0-9+/]{42}', '[A-D][A-Za-z0-9]{5}'),
    prefixed('aws-session-token', 'an AWS session token', ['IQoJb3JpZ2lu', 'FwoGZXIvYXdz'], '[A-Za-z0-9+/]{200,2000}={0,2}'),
    {
        ...prefixed('aws-appsync-key', 'an AWS AppSync API key', 'da2-', '[0-9a-z]{26}'),
        check: (key) => varied(key) && !(0,entropy/* hasSequence */.Wr)(key),
    },
    prefixed('cloudflare-key', 'a Cloudflare API token', ['cfk_', 'cfut_', 'cfat_'], '[0-9A-Za-z]{40}[0-9a-f]{8}'),
    {
        ...prefixed('cloudflare-tunnel-token', 'the token of a Cloudflare tunnel', 'eyJhIjoi', '[A-Za-z0-9+/]{100,400}={0,2}'),
        check: isTunnelToken,
    },
    prefixed('dnsimple-token', 'a DNSimple API token', ['dnsimple_a_', 'dnsimple_u_'], '[0-9A-Za-z]{32}'),
    {
        ...prefixed('google-refresh-token', 'a Google OAuth refresh token', '1//0', '[\\w-]{60,120}'),
        check: entropy/* looksGenerated */.At,
    },
    prefixed('netlify-token', 'a Netlify token', ['nfp_', 'nfc_', 'nfo_', 'nfb_', 'nfu_'], '[0-9A-Za-z]{36}'),
    prefixed('porkbun-key', 'a Porkbun secret API key', 'sk1_', '[0-9a-f]{64}'),
    prefixed('render-key', 'a Render API key', 'rnd_', '[0-9A-Za-z]{28,32}'),
    { ...prefixed('tencent-secret-id', 'a Tencent Cloud secret id', 'AKID', '[0-9A-Za-z]{32}'), severity: 'medium' },
    prefixed('upcloud-token', 'an UpCloud API token', 'ucat_', '[0-9A-Z]{26}'),
    {
        id: 'akamai-token',
        name: 'an Akamai API client token',
        keywords: ['akab-'],
        // The API's host begins like its tokens.
        pattern: /akab-[0-9a-z]{16}-[0-9a-z]{16}(?![\w.-])/y,
        check: varied,
        severity: platform_formats_critical,
        mask: 'akab-',
    },
    // Clusters and networks.
    prefixed('k3s-token', 'a K3s or RKE2 token', 'K10', '[0-9a-f]{64}::[\\w-]{1,32}:[\\w.-]{6,128}'),
    prefixed('rancher-token', 'a Rancher API token', ['token-', 'kubeconfig-u-', 'kubeconfig-user-'], '[0-9a-z]{5,16}:[0-9a-z]{54}'),
    prefixed('portainer-token', 'a Portainer access token', 'ptr_', '[A-Za-z0-9+/]{43}='),
    { ...prefixed('netbird-token', 'a NetBird access token', 'nbp_', '[0-9A-Za-z]{36}'), isGenuine: hasGithubChecksum },
    {
        ...prefixed('unleash-token', 'an Unleash API token', ['*:*.', ':development.', ':production.'], '[0-9a-f]{56,64}'),
        inWord: true,
    },
    prefixed('launchdarkly-key', 'a LaunchDarkly SDK key', 'sdk-', uuid),
    {
        id: 'bitwarden-token',
        name: 'a Bitwarden machine account token',
        keywords: ['0.'],
        pattern: new RegExp(`0\\.${uuid}\\.[0-9A-Za-z]{30}:[A-Za-z0-9+/]{22}==`, 'y'),
        check: varied,
        severity: platform_formats_critical,
    },
    prefixed('infisical-token', 'an Infisical service token', 'st.', '[0-9a-f]{24}\\.[0-9a-f]{32}\\.[0-9a-f]{32}'),
    // Databases.
    prefixed('aiven-password', 'a password of an Aiven or DigitalOcean database', 'AVNS_', '[\\w-]{19}'),
    prefixed('astra-token', 'an Astra DB token', 'AstraCS:', '[0-9A-Za-z]{24}:[0-9a-f]{64}'),
    prefixed('cockroach-key', 'a CockroachDB Cloud API key', 'CCDB1_', '[0-9A-Za-z]{22}_[0-9A-Za-z]{40}'),
    prefixed('confluent-secret', 'a Confluent Cloud API secret', 'cflt', '[A-Za-z0-9+/]{60}'),
    prefixed('dbt-token', 'a dbt Cloud token', ['dbtc_', 'dbtu_'], '[\\w-]{36,64}'),
    prefixed('elastic-cloud-key', 'an Elastic Cloud API key', 'essu_', '[A-Za-z0-9+/]{44,120}={0,2}'),
    prefixed('influxdb-token', 'an InfluxDB 3 token', 'apiv3_', '[\\w-]{86}'),
    prefixed('metabase-key', 'a Metabase API key', 'mb_', '[A-Za-z0-9+/]{43}='),
    prefixed('mongodb-atlas-secret', 'a MongoDB Atlas service account secret', 'mdb_sa_sk_', '[\\w-]{40}'),
    prefixed('neon-key', 'a Neon API key', 'napi_', '[0-9a-z]{64}'),
    { ...prefixed('neon-password', 'a password of a Neon database', 'npg_', '[0-9A-Za-z]{12}'), check: entropy/* looksGenerated */.At },
    prefixed('xata-key', 'a Xata API key', 'xau_', '[0-9A-Za-z]{32,48}'),
    // Pipelines and registries.
    prefixed('buildkite-token', 'a Buildkite token', ['bkua_', 'bkaa_', 'bkaj_', 'bkct_'], '[0-9A-Za-z_-]{40,90}'),
    prefixed('circleci-token', 'a CircleCI token', ['CCIPAT_', 'CCIPRJ_'], '[0-9A-Za-z]{22}_[0-9a-f]{40}'),
    { ...prefixed('crates-token', 'a crates.io token', 'cio', '[0-9A-Za-z]{32}'), check: entropy/* looksGenerated */.At },
    prefixed('depot-token', 'a Depot token', ['depot_user_', 'depot_org_', 'depot_project_'], '[0-9a-f]{64}'),
    {
        id: 'jetbrains-token',
        name: 'a JetBrains permanent token',
        keywords: ['perm:', 'perm-'],
        pattern: /perm[:-][A-Za-z0-9+/=]{4,100}\.[A-Za-z0-9+/=_-]{4,60}\.[0-9A-Za-z]{30}(?![0-9A-Za-z])/y,
        check: varied,
        severity: platform_formats_critical,
        mask: 'perm',
    },
    prefixed('packagist-token', 'a Private Packagist token', ['packagist_ort_', 'packagist_out_', 'packagist_uut_'], '[0-9a-f]{68}'),
    prefixed('teamcity-token', 'a TeamCity access token', 'eyJ0eXAiOiAiVENWMiJ9.', '[\\w-]{20,80}\\.[\\w-]{20,100}'),
    // Frames of their own.
    {
        ...prefixed('matrix-token', 'a Matrix access token', 'syt_', '[A-Za-z0-9+/_-]{2,120}_[A-Za-z]{20}_[0-9A-Za-z]{6}'),
        isGenuine: hasSynapseChecksum,
    },
    {
        id: 'otp-secret',
        name: 'the secret of one-time passwords',
        keywords: ['otpauth://'],
        pattern: /otpauth:\/\/[th]otp\/[^\s"'?]{1,200}\?(?:[^\s"']{0,200}&)?secret=([A-Z2-7]{16,64})(?![A-Z0-9])/y,
        check: varied,
        severity: platform_formats_critical,
    },
    {
        // RFC 8959.
        ...prefixed('secret-token-uri', 'a secret-token URI', 'secret-token:', '[\\w.~%!$&*+=:@-]{16,400}'),
        check: (uri) => (0,entropy/* looksGenerated */.At)(uri.slice('secret-token:'.length)),
    },
];

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(77598);
;// CONCATENATED MODULE: ./build/secrets/tokens/published.js

/** The first 16 hex digits of the SHA-256 of credentials that vendors print for everyone. Digests, so that no scanner takes this list for a leak. */
const published = new Set([
    // Google: the keys of Firebase's sample applications and of the Maps documentation.
    '27a9a42931dff7eb',
    '49f777db995e8260',
    'a6c814bc555ae62c',
    '8731261cb72d8626',
    '37f8f09bdf12c2f2',
    'eb540d2b6ee2a0a4',
    '2037abcaffb2b777',
    '3a8b61d0f636b007',
    '4c98242dcadc8b29',
    'ea9bb1082cf95663',
    '3f370c9dd8225c63',
    '44b9f0d854dcf201',
    'a19f89ab3555eac1',
    'e4a5542bb7fd7b67',
    'dc0fcf046c61640c',
    'ac9265e56c79b234',
    'dc057717851fc4b8',
    'f56e323494a6ffc2',
    '0b476bdf9acf2123',
    // Stripe: the test keys its documentation prints.
    '2cafc0970149a84f',
    'f2d6ca16515033e5',
    '7e8de44ea9ecf6d5',
    '2d1f7723aabc5c7a',
    // Microsoft: the account keys of the storage and Cosmos DB emulators.
    '0011cc25eb432071',
    'aa6547439583c3a2',
    // HashiCorp: tokens of the Vault documentation.
    '8b6b6a5226c96d1d',
    'f13f228f48eaf870',
]);
/** Whether a token is one that a vendor's public documentation prints. */
function isPublished(token) {
    return published.has((0,external_node_crypto_.createHash)('sha256').update(token).digest('hex').slice(0, 16));
}

;// CONCATENATED MODULE: ./build/secrets/tokens/service-formats.js


const service_formats_critical = 'critical';
const service_formats_uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
/** Credentials of services for payment, mail, work and observation. Sources: the providers' documentation, and their SDKs. */
const serviceFormats = [
    prefixed('alchemy-key', 'an Alchemy API key', 'alcht_', '[0-9A-Za-z]{30}'),
    prefixed('axiom-token', 'an Axiom token', ['xaat-', 'xapt-'], service_formats_uuid),
    prefixed('braintree-token', 'a Braintree access token', ['access_token$production$', 'access_token$sandbox$'], '[0-9a-z]{16}\\$[0-9a-f]{32}'),
    {
        // A number, then 20 random bytes (Bitbucket Data Center, "HTTP access tokens").
        ...prefixed('bitbucket-token', 'a Bitbucket Data Center access token', 'BBDC-', '[A-Za-z0-9+/]{38,56}={0,2}'),
        check: (token) => /^\d{8,20}:[\s\S]{20}$/.test(Buffer.from(token.slice('BBDC-'.length), 'base64').toString('latin1')),
    },
    prefixed('checkly-key', 'a Checkly API key', 'cu_', '[0-9a-f]{32}'),
    prefixed('coralogix-key', 'a Coralogix API key', ['cxtp_', 'cxup_', 'cxap_'], '[0-9A-Za-z]{30}'),
    {
        // The bot's number in base64, a time, and an HMAC (Discord, "Authentication"). Numbers begin with none of 0.
        id: 'discord-token',
        name: 'a Discord bot token',
        keywords: ['MT', 'Mj', 'Mz', 'ND', 'NT', 'Nj', 'Nz', 'OD', 'OT'],
        pattern: /[MNO][A-Za-z0-9]{22,27}\.[\w-]{6}\.[\w-]{27,38}(?![\w-])/y,
        check: (token) => /^\d{17,20}$/.test(Buffer.from(token.slice(0, token.indexOf('.')), 'base64').toString('latin1')) &&
            (0,entropy/* looksGenerated */.At)(token.slice(token.lastIndexOf('.') + 1)),
        severity: service_formats_critical,
    },
    { ...prefixed('dropbox-token', 'a Dropbox access token', 'sl.', '(?:u\\.)?[\\w-]{130,1500}'), check: entropy/* looksGenerated */.At },
    prefixed('honeycomb-key', 'a Honeycomb ingest key', ['hcaik_', 'hcaic_', 'hcbik_'], '[0-9a-z]{58}'),
    prefixed('hubspot-token', 'a HubSpot private app token', ['pat-na1-', 'pat-na2-', 'pat-eu1-', 'pat-ap1-'], service_formats_uuid),
    prefixed('intercom-token', 'an Intercom access token', 'dG9rO', '[A-Za-z0-9+/]{45,80}={0,2}'),
    {
        id: 'klaviyo-or-clickup-key',
        name: 'a Klaviyo or ClickUp API key',
        keywords: ['pk_'],
        pattern: /pk_(?:[0-9a-f]{34}|\d{5,10}_[0-9A-Z]{32})(?![0-9A-Za-z_])/y,
        check: varied,
        severity: service_formats_critical,
        mask: 'pk_',
    },
    prefixed('linkedin-secret', 'a LinkedIn client secret', ['WPL_AP0.', 'WPL_AP1.'], '[0-9A-Za-z]{16}\\.[A-Za-z0-9+/]{4,12}={0,2}'),
    prefixed('mailersend-token', 'a MailerSend API token', 'mlsn.', '[0-9a-f]{64}'),
    {
        ...prefixed('notion-legacy-token', 'a Notion token', 'secret_', '[0-9A-Za-z]{43}'),
        check: (token) => (0,entropy/* looksGenerated */.At)(token.slice('secret_'.length)),
    },
    prefixed('onesignal-key', 'a OneSignal API key', ['os_v2_app_', 'os_v2_org_'], '[0-9a-z]{80,130}'),
    prefixed('paddle-key', 'a Paddle API key', ['pdl_live_apikey_', 'pdl_sdbx_apikey_'], '[0-9a-z]{26}_[0-9A-Za-z]{22}_[0-9A-Za-z]{3}'),
    prefixed('posthog-key', 'a PostHog personal API key', 'phx_', '[0-9A-Za-z]{43,48}'),
    prefixed('pubnub-key', 'a PubNub secret key', 'sec-c-', '[A-Za-z0-9+/]{43,64}={0,2}'),
    {
        id: 'rapidapi-key',
        name: 'a RapidAPI key',
        keywords: ['msh'],
        precededBy: /(?<![0-9A-Za-z])[0-9a-f]{10}$/,
        pattern: /msh[0-9a-f]{15}p1[0-9a-f]{6}jsn[0-9a-f]{12}(?![0-9A-Za-z])/y,
        check: varied,
        severity: service_formats_critical,
        inWord: true,
    },
    prefixed('resend-key', 'a Resend API key', 're_', '[0-9A-Za-z]{8}_[0-9A-Za-z]{24}'),
    prefixed('retool-token', 'a Retool API token', 'retool_', '[0-9a-z]{26}'),
    prefixed('rootly-key', 'a Rootly API key', 'rootly_', '[0-9a-f]{64}'),
    {
        id: 'salesforce-session',
        name: 'a Salesforce access token',
        keywords: ['00D'],
        pattern: /00D[0-9A-Za-z]{12}(?:[0-9A-Za-z]{3})?![A-Za-z0-9._]{80,140}(?![A-Za-z0-9._])/y,
        check: varied,
        severity: service_formats_critical,
        mask: '00D',
    },
    prefixed('stytch-secret', 'a Stytch project secret', ['secret-live-', 'secret-test-'], '[\\w-]{36}={0,2}'),
    prefixed('telnyx-key', 'a Telnyx API key', 'KEY', '[0-9A-F]{32}_[0-9A-Za-z]{22}'),
    prefixed('trello-token', 'a Trello token', 'ATTA', '[0-9a-fA-F]{72}'),
    {
        ...prefixed('twitter-bearer-token', 'an X (Twitter) bearer token', 'AAAAAAAAAAAAAAAAAAAAA', '[0-9A-Za-z%]{60,120}'),
        // So many zeros begin other things too; a real one is percent-encoded.
        check: (token) => varied(token) && /%[0-9A-F]{2}/.test(token),
    },
    prefixed('vk-token', 'a VK access token', 'vk1.a.', '[\\w-]{100,400}'),
    {
        ...prefixed('django-secret-key', 'a generated Django secret key', 'django-insecure-', '[\\w!@#$%^&*(=+)-]{50}'),
        severity: 'high',
    },
    {
        ...prefixed('laravel-key', 'a Laravel application key', 'base64:', '[A-Za-z0-9+/]{43}='),
        severity: 'high',
    },
    {
        ...prefixed('photoroom-key', 'a Photoroom API key', 'sk_pr_', '(?:[0-9a-z]{1,40}_)?[0-9a-f]{40}'),
        check: (token) => varied(token.slice(-40)),
    },
    {
        id: 'zapier-webhook',
        name: 'a Zapier webhook address',
        keywords: ['hooks.zapier.com/hooks/catch/'],
        pattern: /hooks\.zapier\.com\/hooks\/catch\/\d{4,12}\/[0-9a-z]{6,10}(?![\w-])/y,
        check: varied,
        severity: service_formats_critical,
        inWord: true,
    },
    {
        id: 'tines-webhook',
        name: 'a Tines webhook address',
        keywords: ['.tines.com/webhook/'],
        pattern: /\.tines\.com\/webhook\/[0-9a-z]{32}\/[0-9a-z]{32}(?![\w-])/y,
        check: varied,
        severity: service_formats_critical,
        inWord: true,
    },
];

;// CONCATENATED MODULE: ./build/secrets/tokens/vendor-formats.js



/** For prefixes that words begin with as well. */
const isGeneratedAfterPrefix = (token) => (0,entropy/* looksGenerated */.At)(token.replace(/^(?:ico-|s\.|YC)/, ''));
/** Formats of further providers. Sources: the providers' documentation of their tokens, and their SDKs. */
const vendorFormats = [
    prefixed('alibaba-access-key-id', 'an Alibaba Cloud access key id', 'LTAI', '[0-9A-Za-z]{12,20}'),
    prefixed('airtable-token', 'an Airtable personal access token', 'pat', '[0-9A-Za-z]{14}\\.[0-9a-f]{64}'),
    prefixed('authress-key', 'an Authress access key', ['sc_', 'ext_', 'scauth_', 'authress_'], '[0-9A-Za-z]{5,30}\\.[0-9A-Za-z]{4,6}\\.acc[_-][0-9A-Za-z-]{10,32}\\.[\\w+/=-]{30,120}'),
    prefixed('bedrock-short-lived-key', 'an Amazon Bedrock API key', 'bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29t', '[A-Za-z0-9+/=]{0,4000}'),
    prefixed('clojars-token', 'a Clojars deploy token', 'CLOJARS_', '[0-9A-Za-z]{60}'),
    prefixed('contentful-token', 'a Contentful token', 'CFPAT-', '[\\w-]{43}'),
    prefixed('defined-networking-token', 'a Defined Networking token', 'dnkey-', '[\\w=-]{26}-[\\w=-]{52}'),
    prefixed('duffel-token', 'a Duffel token', ['duffel_test_', 'duffel_live_'], '[\\w=-]{43}'),
    prefixed('easypost-key', 'an EasyPost API key', ['EZAK', 'EZTK'], '[0-9A-Za-z]{54}'),
    prefixed('facebook-token', 'a Facebook access token', ['EAAM', 'EAAC'], '[0-9A-Za-z]{80,400}'),
    {
        id: 'facebook-app-token',
        name: 'a Facebook app access token',
        keywords: ['|'],
        precededBy: /(?<![0-9A-Za-z])\d{15,16}$/,
        pattern: /\|[\w-]{27}(?![\w-])/y,
        check: varied,
        severity: 'critical',
    },
    prefixed('flutterwave-key', 'a Flutterwave secret key', ['FLWSECK_TEST-', 'FLWSECK-', 'FLWSECK_LIVE-'], '(?:[0-9a-h]{32}-X|[0-9a-h]{12})'),
    prefixed('frameio-token', 'a Frame.io token', 'fio-u-', '[\\w=-]{64}'),
    { ...prefixed('infracost-key', 'an Infracost API key', 'ico-', '[0-9A-Za-z]{32}'), check: isGeneratedAfterPrefix },
    prefixed('intra42-secret', 'an Intra 42 client secret', ['s-s4t2ud-', 's-s4t2af-'], '[0-9a-f]{64}'),
    {
        id: 'mailchimp-key',
        name: 'a Mailchimp API key',
        keywords: ['-us'],
        precededBy: /(?<![0-9A-Za-z])[0-9a-f]{32}$/,
        pattern: /-us\d{1,2}(?![0-9A-Za-z-])/y,
        check: varied,
        severity: 'critical',
    },
    prefixed('mapbox-secret-token', 'a Mapbox secret token', 'sk.eyJ', '[\\w-]{40,500}\\.[\\w-]{20,40}'),
    {
        id: 'maxmind-key',
        name: 'a MaxMind license key',
        keywords: ['_mmk'],
        precededBy: /(?<![0-9A-Za-z_])[0-9A-Za-z]{6}_[0-9A-Za-z]{29}$/,
        pattern: /_mmk(?![0-9A-Za-z_])/y,
        check: varied,
        severity: 'critical',
    },
    prefixed('nuget-key', 'a NuGet API key', 'oy2', '[0-9a-z]{43}'),
    prefixed('octopus-key', 'an Octopus Deploy API key', 'API-', '[0-9A-Z]{25,31}'),
    prefixed('readme-key', 'a ReadMe API key', 'rdme_', '[0-9a-z]{70}'),
    prefixed('scalingo-token', 'a Scalingo token', 'tk-us-', '[\\w-]{48}'),
    prefixed('settlemint-token', 'a SettleMint token', ['sm_aat_', 'sm_pat_', 'sm_sat_'], '[0-9A-Za-z]{16}'),
    prefixed('shippo-token', 'a Shippo token', ['shippo_live_', 'shippo_test_'], '[0-9a-f]{40}'),
    prefixed('square-token', 'a Square token', ['sq0atp-', 'sq0csp-'], '[\\w-]{22,60}'),
    prefixed('square-access-token', 'a Square access token', 'EAAA', '[\\w-]{60}'),
    prefixed('typeform-token', 'a Typeform token', 'tfp_', '[\\w=.-]{59}'),
    prefixed('yandex-api-key', 'a Yandex Cloud API key', 'AQVN', '[\\w-]{35,38}'),
    { ...prefixed('yandex-access-key', 'a Yandex Cloud access key', 'YC', '[\\w-]{38}'), check: isGeneratedAfterPrefix },
    prefixed('yandex-iam-token', 'a Yandex Cloud IAM token', 't1.', '[A-Za-z0-9_-]{1,800}[=]{0,2}\\.[\\w-]{86}={0,2}'),
    prefixed('adobe-client-secret', 'an Adobe client secret', 'p8e-', '[0-9a-z]{32}'),
    {
        // Two letters begin any member access of a program: only a value of its own is a token.
        ...prefixed('vault-legacy-token', 'a HashiCorp Vault token', 's.', ''),
        pattern: /(?<![^\s"'`=:])s\.(?=[A-Za-z]{0,23}\d)[0-9A-Za-z]{24}(?![^\s"'`,;\\])/y,
        check: isGeneratedAfterPrefix,
    },
    prefixed('clickhouse-cloud-key', 'a ClickHouse Cloud API secret key', '4b1d', '[0-9A-Za-z]{38}'),
    {
        ...prefixed('gocardless-or-lob-key', 'a GoCardless or Lob API key', ['live_', 'test_', 'sandbox_'], '(?:[0-9a-f]{35}|[\\w-]{40})'),
        check: (token) => /\d/.test(token) && (0,entropy/* looksRandom */.EZ)(token.slice(token.indexOf('_') + 1)),
    },
    prefixed('plaid-token', 'a Plaid access token', ['access-sandbox-', 'access-development-', 'access-production-'], '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'),
    {
        id: 'encoded-jwt',
        name: 'a signed JSON Web Token',
        keywords: ['ZXlK'],
        pattern: /ZXlK[A-Za-z0-9+/_-]{60,16000}={0,2}/y,
        check: (token) => isSignedJwt(Buffer.from(token, 'base64').toString('latin1').trim()),
        severity: 'critical',
    },
    {
        id: 'azure-sas',
        name: 'an Azure shared access signature',
        keywords: ['sig='],
        // Of storage in base64; of a workflow that a URL triggers (Logic Apps, Power Automate) in base64url.
        pattern: /sig=((?:[A-Za-z0-9+/]|%2[BbFf]){43}(?:=|%3[Dd])(?![\w%])|[\w-]{43}(?![\w%=-]))/y,
        check: (signature, { input, index }) => varied(signature) &&
            (signature.length > 43 ||
                /[?&]sp=%2[Ff]triggers%2[Ff][\w%.=&-]{0,60}&$/.test(input.slice(Math.max(0, index - 100), index))),
        severity: 'critical',
    },
];

;// CONCATENATED MODULE: ./build/secrets/tokens/tokens.js










/** Every format, each with keywords of its own. */
const tokenFormats = [
    ...formats,
    ...vendorFormats,
    ...platformFormats,
    ...serviceFormats,
    ...aiFormats,
    ...envelopeFormats,
];
const owners = tokenFormats.flatMap((format) => format.keywords.map(() => format));
/** Made when it is first needed: most commands look for no token. */
let automaton;
/** No known token is shorter. */
const shortest = 12;
/** Every provider token, private key and framed credential in a text, in order, none overlapping another. */
function findTokens(text) {
    if (text.length < shortest)
        return [];
    let tokens;
    const triedUpTo = new Map();
    automaton ??= keywordScan(tokenFormats.flatMap((format) => format.keywords));
    automaton.scan(text, (keyword, offset) => {
        const format = owners[keyword];
        if (format === undefined || offset < (triedUpTo.get(format) ?? 0))
            return;
        const token = tokenAt(text, offset, format);
        if (token === undefined)
            return;
        triedUpTo.set(format, token.end);
        if (!token.isValid)
            return;
        tokens = tokens ?? [];
        tokens.push(token);
    });
    return tokens === undefined ? [] : withoutOverlaps(tokens);
}
function tokenAt(text, offset, format) {
    let start = offset;
    if (format.precededBy !== undefined) {
        const precededBy = format.precededBy.exec(text.slice(Math.max(0, offset - 64), offset));
        if (precededBy === null)
            return undefined;
        start = offset - precededBy[0].length;
    }
    if (format.inWord !== true && start > 0 && isWord(text.charCodeAt(start - 1)) && !isEscape(text, start)) {
        return undefined;
    }
    format.pattern.lastIndex = offset;
    const match = format.pattern.exec(text);
    if (match === null)
        return undefined;
    const end = offset + match[0].length;
    const secret = format.secretOf?.(match) ?? match[1] ?? text.slice(start, end);
    const isValid = (format.check === undefined || format.check(secret, match)) &&
        !(secret.length < 200 && ((0,placeholder/* isPlaceholder */.wK)(secret) || isPublished(secret)));
    // A long stretch that was looked at once is not looked at again from its middle: that keeps the scan linear.
    if (!isValid && end - start <= 256)
        return undefined;
    const isGenuine = format.isGenuine === undefined || format.isGenuine(secret);
    return { format, secret, start, end, isValid: isValid && (isGenuine || (0,entropy/* looksRandom */.EZ)(secret)), isGenuine };
}
function isWord(code) {
    return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || code === 95;
}
/** `\nghp_…` in an escaped string: the n is not a letter of a word. */
function isEscape(text, start) {
    return start > 1 && text.charAt(start - 2) === '\\' && /[nrt]/.test(text.charAt(start - 1));
}
/** A token inside a longer one (a key inside a URL's userinfo) is reported once, by the format that says more. */
function withoutOverlaps(tokens) {
    const sorted = [...tokens].sort((a, b) => a.start - b.start || b.end - a.end);
    const kept = [];
    for (const token of sorted) {
        const previous = kept.at(-1);
        if (previous === undefined || token.start >= previous.end)
            kept.push(token);
        else if (envelopeFormats.includes(previous.format) && !envelopeFormats.includes(token.format))
            kept[kept.length - 1] = token;
    }
    return kept;
}


/***/ }),

/***/ 30068:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  L: () => (/* binding */ classify)
});

// EXTERNAL MODULE: ./build/secrets/value/encrypted.js
var encrypted = __nccwpck_require__(3104);
// EXTERNAL MODULE: ./build/secrets/value/entropy.js
var entropy = __nccwpck_require__(90725);
// EXTERNAL MODULE: ./build/secrets/value/placeholder.js
var placeholder = __nccwpck_require__(93133);
;// CONCATENATED MODULE: ./build/secrets/value/public-material.js
const sshKey = '(?:ssh-(?:rsa|dss|ed25519)|ecdsa-sha2-nistp\\d{3}|sk-[a-z0-9-]{5,30}@openssh\\.com) [A-Za-z0-9+/]{16,}={0,3}';
const publicLine = new RegExp(`^(?:[^\\s]{1,400} )?${sshKey}(?: [^\\n]{0,200})?$`);
/** Whether a value is meant to be seen by everyone: certificates, public keys, known_hosts, public JWKS, digests. */
function isPublicMaterial(text) {
    if (text.startsWith('-----BEGIN '))
        return isPublicPem(text);
    if (/^(?:sha256|sha384|sha512)[:-][A-Za-z0-9+/=]{32,128}$/.test(text))
        return true;
    if (/^age1[02-9ac-hj-np-z]{58}$/.test(text))
        return true;
    if (text.startsWith('{'))
        return isPublicJwks(text);
    if (!/(?:ssh-|ecdsa-sha2-)/.test(text.slice(0, 600)))
        return false;
    return text.split('\n').every((line) => /^\s*(?:#.*)?$/.test(line) || publicLine.test(line.trim()));
}
function isPublicPem(text) {
    const labels = text.match(/-----BEGIN [A-Z0-9 ]{1,60}-----/g) ?? [];
    const isPublic = (label) => /BEGIN (?:X509 |TRUSTED )?CERTIFICATE(?: REQUEST)?-|BEGIN NEW CERTIFICATE REQUEST-|PUBLIC KEY(?: BLOCK)?-|BEGIN (?:X509 CRL|DH PARAMETERS|EC PARAMETERS)-/.test(label);
    return labels.length > 0 && labels.every(isPublic);
}
function isPublicJwks(text) {
    if (!text.includes('"kty"') || text.length > 200_000)
        return false;
    return !/"(?:d|k|p|q|dp|dq|qi)"\s{0,10}:/.test(text);
}

// EXTERNAL MODULE: ./build/secrets/value/reference.js
var reference = __nccwpck_require__(98893);
// EXTERNAL MODULE: ./build/secrets/value/template.js
var template = __nccwpck_require__(58632);
;// CONCATENATED MODULE: ./build/secrets/value/classify.js






/** What holds nothing, as YAML or JSON. */
const empties = new Set(['', '""', "''", 'null', '~', '{}', '[]']);
/** Classifies a decoded leaf. Total: any text has a class. */
function classify(text, context = {}) {
    const value = text.trim();
    if (empties.has(value))
        return 'empty';
    if (isEncrypted(value, context))
        return 'encrypted';
    if ((0,reference/* isReference */.A_)(value, context))
        return 'reference';
    const template = classifyTemplate(value, context);
    if (template !== undefined)
        return template;
    if (isPublicMaterial(value))
        return 'public';
    return (0,placeholder/* isPlaceholder */.wK)(value, context.key) ? 'placeholder' : 'literal';
}
function isEncrypted(value, context) {
    if (context.sops === true && (0,encrypted/* isSopsValue */.BH)(value))
        return true;
    if (context.sealed === true && (0,encrypted/* isSealedPayload */.X7)(value))
        return true;
    return (0,encrypted/* isCiphertext */.zh)(value);
}
function classifyTemplate(value, context) {
    // A name in single braces, as str.format and its like fill it in.
    if (/^\{[A-Za-z_][\w.]{1,80}\}$/.test(value) && !(0,entropy/* looksRandom */.EZ)(value.slice(1, -1)))
        return 'template';
    const parts = (0,template/* templateParts */.Di)(value);
    if (parts === undefined)
        return undefined;
    const classes = parts.literals.map((literal) => classify(literal, { ...context, sops: false, sealed: false }));
    if (classes.includes('literal') || (0,template/* carriesLiteral */.bG)(parts.rest))
        return 'literal';
    return classes.includes('placeholder') ? 'placeholder' : 'template';
}


/***/ }),

/***/ 6940:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   BB: () => (/* binding */ decodeBase64Text),
/* harmony export */   e1: () => (/* binding */ asText),
/* harmony export */   oA: () => (/* binding */ unwrap),
/* harmony export */   y4: () => (/* binding */ decodeBase64)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4573);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(38522);


/** The most characters of one leaf that are decoded; what is longer is judged as it is. */
const most = 1_500_000;
/** The most bytes that compressed content may become. */
const inflated = 2_000_000;
const utf8 = new TextDecoder();
/**
 * Decodes base64 (standard or URL alphabet, white space ignored) that holds text; undefined where it is not base64, or
 * where the bytes are not printable UTF-8.
 */
function decodeBase64Text(text) {
    const bytes = decodeBase64(text);
    return bytes === undefined ? undefined : asText(bytes);
}
/** Decodes base64 strictly: right alphabet, right padding, no stray bits. Undefined where it is none. */
function decodeBase64(text) {
    if (text.length > most)
        return undefined;
    const packed = text.replace(/\s+/g, '');
    if (!/^[A-Za-z0-9+/_-]+={0,2}$/.test(packed) || packed.replaceAll('=', '').length % 4 === 1)
        return undefined;
    return Buffer.from(packed, 'base64');
}
/** The text that bytes hold; undefined where they are binary. */
function asText(bytes) {
    if (!(0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(bytes))
        return undefined;
    const text = utf8.decode(bytes);
    return /[\0-\x08\x0e-\x1a\x1c-\x1f\x7f]/.test(text) ? undefined : text;
}
/**
 * Takes layers of base64, hex and gzip off a value, `depth` at most, as long as what comes out is text. A layer is taken
 * off only where the value can hardly be anything else: 16 characters or more that decode to printable text.
 */
function unwrap(text, depth = 3) {
    let current = text;
    for (let layer = 0; layer < depth; layer++) {
        const bytes = decodeLayer(current.trim());
        const decoded = bytes === undefined ? undefined : (asText(bytes) ?? inflate(bytes));
        if (decoded === undefined || decoded.trim() === '')
            return current;
        current = decoded;
    }
    return current;
}
function decodeLayer(value) {
    if (value.length < 16 || value.length > most)
        return undefined;
    if (/^(?:[0-9a-f]{2}){16,}$|^(?:[0-9A-F]{2}){16,}$/.test(value))
        return Buffer.from(value, 'hex');
    // Of what several lines hold only what `base64` itself would break: full lines, then a rest.
    if (/\s/.test(value) && !/^[A-Za-z0-9+/_-]{40,}(?:\s+[A-Za-z0-9+/_-]{40,})*\s+[A-Za-z0-9+/_-]+={0,2}$/.test(value)) {
        return undefined;
    }
    return decodeBase64(value);
}
/** The text that gzip content holds. */
function inflate(bytes) {
    if (bytes[0] !== 0x1f || bytes[1] !== 0x8b)
        return undefined;
    try {
        return asText((0,node_zlib__WEBPACK_IMPORTED_MODULE_1__.gunzipSync)(bytes, { maxOutputLength: inflated }));
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 3104:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   BH: () => (/* binding */ isSopsValue),
/* harmony export */   Js: () => (/* binding */ isSopsMac),
/* harmony export */   X7: () => (/* binding */ isSealedPayload),
/* harmony export */   fb: () => (/* binding */ cipherScheme),
/* harmony export */   ii: () => (/* binding */ longestMac),
/* harmony export */   zh: () => (/* binding */ isCiphertext)
/* harmony export */ });
/* harmony import */ var _signature_model_malformed_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(81178);
/* harmony import */ var _signature_openpgp_openpgp_packet_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(21991);
/* harmony import */ var _decode_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6940);



const sopsValue = /^ENC\[AES256_GCM,data:([A-Za-z0-9+/]{0,4000000}={0,2}),iv:[A-Za-z0-9+/]{43}=,tag:[A-Za-z0-9+/]{22}==,type:(?:str|int|float|bool|bytes|comment|time)\]$/;
/**
 * A value as SOPS writes it: 32 bytes of nonce, 16 of tag, and data that says nothing. Says nothing of whether the
 * document around it is a SOPS document.
 */
function isSopsValue(text) {
    const data = text.startsWith('ENC[') ? sopsValue.exec(text)?.[1] : undefined;
    return data !== undefined && !isReadable(Buffer.from(data, 'base64'));
}
/** More characters than a MAC has as SOPS writes it. */
const longestMac = 1000;
/** A document's MAC as SOPS writes it: the hex of a SHA-512, encrypted (getsops/sops, sops.go, Metadata.MessageAuthenticationCode). */
function isSopsMac(text) {
    const data = text.length <= longestMac && isSopsValue(text) ? sopsValue.exec(text)?.[1] : undefined;
    return data !== undefined && Buffer.from(data, 'base64').length === 128;
}
/** Ciphertext that names its own scheme: ansible-vault, age and OpenPGP armor, OpenPGP in base64 alone (as Renovate's `encrypted` has it), Vault transit, eyaml, Spring Cloud Config. */
function isCiphertext(text) {
    if (text.startsWith('$ANSIBLE_VAULT;'))
        return isAnsibleVault(text);
    if (text.startsWith('-----BEGIN AGE ENCRYPTED FILE-----'))
        return isAgeFile(armored(text, 'AGE ENCRYPTED FILE'));
    if (text.startsWith('-----BEGIN PGP MESSAGE-----'))
        return isEncryptedMessage(armored(text, 'PGP MESSAGE'));
    if (/^(?:wc|h[A-Z])[A-Za-z0-9+/]{200,}={0,2}$/.test(text))
        return isEncryptedMessage((0,_decode_js__WEBPACK_IMPORTED_MODULE_0__/* .decodeBase64 */ .y4)(text));
    const packed = /^vault:v\d{1,6}:([A-Za-z0-9+/]{36,}={0,2})$/.exec(text) ??
        /^ENC\[(?:PKCS7|GPG|KMS),([A-Za-z0-9+/=\s]{64,})\]$/.exec(text) ??
        /^\{cipher\}([A-Za-z0-9+/]{32,}={0,2})$/.exec(text);
    if (packed?.[1] === undefined)
        return false;
    const bytes = /^[0-9a-f]+$/.test(packed[1]) ? Buffer.from(packed[1], 'hex') : (0,_decode_js__WEBPACK_IMPORTED_MODULE_0__/* .decodeBase64 */ .y4)(packed[1]);
    return bytes !== undefined && !isReadable(bytes);
}
const schemes = [
    ['$ANSIBLE_VAULT;', 'Ansible Vault'],
    ['-----BEGIN AGE ENCRYPTED FILE-----', 'age'],
    ['-----BEGIN PGP MESSAGE-----', 'OpenPGP'],
    ['vault:v', 'Vault’s transit engine'],
    ['ENC[', 'eyaml'],
    ['{cipher}', 'Spring Cloud Config'],
];
/** The scheme of a text that is ciphertext (`isCiphertext`). */
function cipherScheme(text) {
    const scheme = schemes.find(([start]) => text.startsWith(start));
    return scheme !== undefined && isCiphertext(text) ? scheme[1] : undefined;
}
/** Lines of hex, which hold the hex of a salt, of an HMAC-SHA256, and of whole AES blocks (ansible, lib/ansible/parsing/vault). */
function isAnsibleVault(text) {
    const match = /^\$ANSIBLE_VAULT;1\.[012];AES(?:256)?(?:;[\w.@-]{1,100})?\r?\n([0-9a-f\s]+)$/.exec(text);
    if (match?.[1] === undefined)
        return false;
    const inner = Buffer.from(match[1].replace(/\s+/g, ''), 'hex').toString('latin1');
    const [salt = '', hmac = '', body = '', ...more] = inner.split('\n');
    const areHex = [salt, hmac, body].every((part) => /^(?:[0-9a-f]{2})+$/.test(part));
    return areHex && more.length === 0 && salt.length === 64 && hmac.length === 64 && body.length % 32 === 0;
}
/** The bytes inside ASCII armor, where the text holds nothing else. */
function armored(text, label) {
    const [head, tail] = [`-----BEGIN ${label}-----`, `-----END ${label}-----`];
    const trimmed = text.trimEnd();
    if (!trimmed.endsWith(tail) || text.indexOf(tail) !== trimmed.length - tail.length)
        return undefined;
    const body = trimmed.slice(head.length, -tail.length).replace(/^(?:[A-Z][\w-]{1,40}: [^\n]{0,200}|\s)*\n/, '');
    return (0,_decode_js__WEBPACK_IMPORTED_MODULE_0__/* .decodeBase64 */ .y4)(body.replace(/\n=[A-Za-z0-9+/]{4}\s*$/, '').replace(/\s+/g, ''));
}
/** An age file: recipient stanzas, the header's MAC, then a nonce and ciphertext (C2SP, age.md). */
function isAgeFile(bytes) {
    const head = /^age-encryption\.org\/v1\n(?:-> [^\n]{1,400}\n(?:[A-Za-z0-9+/]{1,64}\n){0,40}){1,200}--- [A-Za-z0-9+/]{43}\n/.exec(bytes?.toString('latin1') ?? '');
    if (bytes === undefined || head === null)
        return false;
    const payload = bytes.subarray(head[0].length);
    return payload.length >= 32 && !isReadable(payload);
}
/** OpenPGP packets that carry session keys, then one that is encrypted data to the end (RFC 9580 §4.2, §5). */
function isEncryptedMessage(bytes) {
    const reader = new _signature_openpgp_openpgp_packet_js__WEBPACK_IMPORTED_MODULE_1__/* .OpenpgpReader */ .ZB(bytes ?? Buffer.alloc(0));
    try {
        while (!reader.atEnd) {
            const { tag, length = Number.POSITIVE_INFINITY } = (0,_signature_openpgp_openpgp_packet_js__WEBPACK_IMPORTED_MODULE_1__/* .readPacketHeader */ .as)(reader);
            if (encryptedData.has(tag))
                return !isReadable(reader.rest());
            if (!beforeData.has(tag) || length > longestSessionKey || isReadable(reader.bytes(length)))
                return false;
        }
    }
    catch (error) {
        if (!(error instanceof _signature_model_malformed_js__WEBPACK_IMPORTED_MODULE_2__/* .Malformed */ .sG))
            throw error;
    }
    return false;
}
const encryptedData = new Set([9, 18, 20]);
/** Session keys, for a public key or a password; markers and padding. */
const beforeData = new Set([1, 3, 10, 21]);
/** Bytes of a session key's packet: none is longer. */
const longestSessionKey = 0xffff;
/**
 * Whether bytes that should be ciphertext can be read: all of them are letters and digits (8 bytes or more) or printable
 * (12 or more), or a long run of them is printable. Chance does that once in a hundred thousand times.
 */
function isReadable(bytes) {
    const text = (0,_decode_js__WEBPACK_IMPORTED_MODULE_0__/* .asText */ .e1)(bytes);
    if (text !== undefined)
        return /^(?:[\w.-]{8,}|[\x20-\x7e\s]{12,})$/.test(text) && isVaried(text);
    const runs = bytes.toString('latin1').match(bytes.length < 1000 ? /[\x20-\x7e]{18,}/g : /[\x20-\x7e]{24,}/g);
    return runs?.some(isVaried) ?? false;
}
const isVaried = (text) => new Set(text).size >= 5;
/**
 * Whether a SealedSecret's field decodes to a sealed payload: a two-byte length, that many bytes of RSA-wrapped session
 * key, then AES-GCM ciphertext with its 16-byte tag (sealed-secrets, pkg/crypto/crypto.go HybridEncrypt).
 */
function isSealedPayload(text) {
    const packed = text.replace(/\s+/g, '');
    if (!/^[A-Za-z0-9+/]{100,}={0,2}$/.test(packed))
        return false;
    const bytes = Buffer.from(packed, 'base64');
    const keyLength = bytes.readUInt16BE(0);
    const isFramed = keyLength >= 128 && keyLength <= 2048 && keyLength % 64 === 0 && bytes.length >= 2 + keyLength + 16;
    return isFramed && !isReadable(bytes.subarray(2));
}


/***/ }),

/***/ 90725:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   At: () => (/* binding */ looksGenerated),
/* harmony export */   EZ: () => (/* binding */ looksRandom),
/* harmony export */   Ue: () => (/* binding */ entropy),
/* harmony export */   Wr: () => (/* binding */ hasSequence),
/* harmony export */   Yd: () => (/* binding */ hasRandomWord),
/* harmony export */   Z9: () => (/* binding */ isFamiliarShape),
/* harmony export */   t_: () => (/* binding */ isMoment),
/* harmony export */   uR: () => (/* binding */ uuid),
/* harmony export */   wJ: () => (/* binding */ isLikelyCredential),
/* harmony export */   yY: () => (/* binding */ isWordy)
/* harmony export */ });
/**
 * Whether a string looks as if a generator made it rather than a person. The last resort: asked only of values whose
 * key already speaks of a credential. Thresholds are per alphabet, because hex can never reach 4 bits a character.
 */
function looksRandom(text) {
    if (text.length < 8 || text.length > 4096 || /\s/.test(text))
        return false;
    if (isFamiliarShape(text) || isWordy(text) || hasSequence(text))
        return false;
    if (/^[0-9]+$/.test(text))
        return text.length >= 16 && entropy(text) >= 2.6;
    if (/^(?:0x)?[0-9a-f]+$|^(?:0x)?[0-9A-F]+$/.test(text))
        return text.length >= 16 && entropy(text) >= 2.7;
    const bits = entropy(text);
    const atMost = Math.log2(text.length);
    if (!/[0-9]/.test(text))
        return bits >= Math.min(3.6, atMost * 0.8) && !readsAloud(text);
    return bits >= Math.min(3.3, atMost * 0.78);
}
const counts = new Uint32Array(128);
/** Shannon entropy in bits a character; what is not ASCII counts as one character. */
function entropy(text) {
    counts.fill(0);
    for (let at = 0; at < text.length; at++) {
        const code = Math.min(text.charCodeAt(at), 127);
        counts[code] = (counts[code] ?? 0) + 1;
    }
    let bits = 0;
    for (const count of counts)
        if (count > 0)
            bits -= (count / text.length) * Math.log2(count / text.length);
    return bits;
}
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const moment = /^\d{4}-\d\d-\d\d(?:[T ][0-9:.Z+-]{1,30}(?:[A-Z]{3,5})?)?$|^(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? )?\d{1,2} [A-Z][a-z]{2} \d{4}(?: [0-9:]{4,8}.{0,8})?$/;
const familiar = [
    uuid,
    // Digests with their algorithm, image references by digest, and subresource integrity.
    /(?:^|@)(?:sha1|sha256|sha384|sha512|md5)[:-]/i,
    // Versions, dates, times, addresses with a port.
    /^v?\d{1,5}(?:\.\d{1,8}){1,3}(?:[-+.][0-9A-Za-z.+-]{1,60})?$/,
    moment,
    /^(?:\d{1,3}\.){3}\d{1,3}(?::\d{1,5}|\/\d{1,2})?$/,
    // Names of algorithms (Java Security Standard Algorithm Names): `PBKDF2WithHmacSHA512`, `SHA256withRSA`.
    /^(?:PBKDF2|PBE|NONE|(?:SHA|MD|PS)\d{1,3})with(?:Hmac)?(?:SHA\d{1,3}|MD5|RSA|DSA|EC-?DSA)(?:and(?:MGF1|AES_\d{3}|DESede))?$/i,
    // URLs without userinfo, paths, host names, image names, email addresses.
    /^[a-z][a-z0-9+.-]{1,20}:\/\/[^@\s]{0,500}$/i,
    /^\.{0,2}\/[\w.@%+-]{1,100}(?:\/[\w.@%+-]{0,100}){0,30}$/,
    /^(?:[a-z0-9](?:[a-z0-9-]{0,62})\.){1,8}[a-z]{2,18}(?::\d{1,5})?(?:\/[\w./-]{0,200})?$/i,
    /^[a-z0-9.-]{1,100}(?:\/[a-z0-9._-]{1,100}){1,5}:[\w.-]{1,128}$/,
    /^[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}$/,
];
/** Whether eight characters follow each other as in the alphabet or on a count: `abcdefgh`, `12345678`. */
function hasSequence(text) {
    let run = 1;
    for (let at = 1; at < text.length; at++) {
        const step = text.charCodeAt(at) - text.charCodeAt(at - 1);
        run = step === 1 || (step === -9 && text.charAt(at) === '0') ? run + 1 : 1;
        if (run >= 8)
            return true;
    }
    return false;
}
/** Whether a string mixes capitals, small letters and digits as only a generator does; names of things never do. */
function looksGenerated(text) {
    return text.length >= 12 && /\d/.test(text) && /[a-z]/.test(text) && /[A-Z]/.test(text) && looksRandom(text);
}
/** Whether a name in capitals, of several words, has one that nobody would write: `DB_XKJQWZPVBN_KEY`. */
function hasRandomWord(constant) {
    return constant.split(/[-_]/).some(looksRandom);
}
/** Whether a string that is in prose or a comment is a password and no word: eight characters or more, of three kinds. */
function isLikelyCredential(text) {
    if (text.length < 8 || /\s/.test(text) || !/\d/.test(text) || !/[A-Za-z]/.test(text))
        return false;
    if (isFamiliarShape(text) || isWordy(text) || hasSequence(text))
        return false;
    const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^\w\s/]/].filter((kind) => kind.test(text)).length;
    return kinds >= 3 || looksRandom(text);
}
/** Whether a text has a shape that people know: an identifier, a version, a time, an address, a path. */
function isFamiliarShape(text) {
    return familiar.some((shape) => shape.test(text));
}
/** Whether a text is a date or a time (ISO 8601, RFC 5322, also with the zone that date(1) names: `2021-01-12T19:01:39EST`). */
function isMoment(text) {
    return moment.test(text);
}
/** Words, numbers and short version marks joined by separators or camel case: `my-tls-secret-v2`, `PostgresClientKey1`. */
function isWordy(text) {
    const parts = text.split(/[-_.:/@,;=+ ]|(?<=[a-z0-9])(?=[A-Z][a-z])/).filter((part) => part !== '');
    let marks = 0;
    if (isNameWithSuffix(text, parts))
        return true;
    return parts.every((part) => {
        if (/^v?\d{1,4}$/i.test(part))
            return true;
        // Marks such as `v2a` or `x86`, but not a string of them.
        if (/^[a-z]{1,3}\d{1,2}[a-z]{0,3}$/i.test(part) && parts.length > 1)
            return ++marks === 1;
        const word = /^(?:[A-Z]?[a-z]+|[A-Z]+)\d{0,4}$/.exec(part)?.[0];
        return word !== undefined && word.length <= 20 && readsAloud(word);
    });
}
/** A name as Kubernetes has them (RFC 1123) with a short suffix that something made: `web-acme-tls-7f9c2`. */
function isNameWithSuffix(text, parts) {
    if (!/^[a-z0-9][a-z0-9.-]{0,251}[a-z0-9]$/.test(text) || parts.length < 2)
        return false;
    const words = parts.filter((part) => /^[a-z]{3,}$/.test(part) && readsAloud(part));
    const others = parts.filter((part) => !words.includes(part) && part.length > 3);
    return words.length > 0 && others.length <= 2 && others.every((part) => part.length <= 10);
}
/** Whether letters alone could be words: vowels in between, no long run of consonants. */
function readsAloud(text) {
    const letters = text.replace(/[^a-z]/gi, '');
    if (letters.length <= 4)
        return true;
    const flips = (text.match(/[a-z][A-Z](?![a-z]{2})/g) ?? []).length;
    if (flips > 2)
        return false;
    const vowels = (letters.match(/[aeiouy]/gi) ?? []).length / letters.length;
    return vowels >= 0.2 && vowels <= 0.75 && !/[bcdfghjklmnpqrstvwxz]{6}/i.test(letters);
}


/***/ }),

/***/ 74631:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ looksHumanMade),
/* harmony export */   z: () => (/* binding */ isMachineMade)
/* harmony export */ });
/* harmony import */ var _entropy_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(90725);
/* harmony import */ var _placeholder_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(93133);


/** Whether a text is what a generator made, and not a name with a few made-up characters in it. */
function isMachineMade(text) {
    return (text.length >= 16 &&
        (0,_entropy_js__WEBPACK_IMPORTED_MODULE_0__/* .looksRandom */ .EZ)(text) &&
        text.split(/[^A-Za-z0-9+=]+/).some((run) => run.length >= 12 && (0,_entropy_js__WEBPACK_IMPORTED_MODULE_0__/* .looksRandom */ .EZ)(run)));
}
/**
 * A password as people make them: eight characters or more, of three kinds, digits among them. Names of things are known by
 * their words: `PostgresClientKey1`, `Api-Token-v2`.
 */
function looksHumanMade(text) {
    if (!/^[\w.!@#$%^&*?~+-]{8,128}$/.test(text) || !/\d/.test(text) || !/[A-Za-z].*[A-Za-z]/.test(text))
        return false;
    if ((0,_entropy_js__WEBPACK_IMPORTED_MODULE_0__/* .isFamiliarShape */ .Z9)(text) || (0,_entropy_js__WEBPACK_IMPORTED_MODULE_0__/* .hasSequence */ .Wr)(text) || /^[$%]|^\w+\.\w+(?:\.\w+)*$/.test(text))
        return false;
    // A channel or a person: `#alerts-prod1`.
    if (/^[#@]/.test(text) && (0,_entropy_js__WEBPACK_IMPORTED_MODULE_0__/* .isWordy */ .yY)(text.slice(1)))
        return false;
    const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[!@#$%^&*?~+]/].filter((kind) => kind.test(text)).length;
    if (kinds < 3)
        return false;
    if (!(0,_entropy_js__WEBPACK_IMPORTED_MODULE_0__/* .isWordy */ .yY)(text))
        return true;
    const words = text.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
    return /[!#$%^&*?~]/.test(text) || (words.length >= 3 && !words.some(_placeholder_js__WEBPACK_IMPORTED_MODULE_1__/* .speaksOfItself */ .ak));
}


/***/ }),

/***/ 93133:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   ak: () => (/* binding */ speaksOfItself),
/* harmony export */   lj: () => (/* binding */ isNamedAfterItself),
/* harmony export */   pR: () => (/* binding */ isDefaultCredential),
/* harmony export */   vX: () => (/* binding */ isRedacted),
/* harmony export */   wK: () => (/* binding */ isPlaceholder)
/* harmony export */ });
/* harmony import */ var _entropy_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(90725);

/** Words that occur only where a value is still to be put, or is made up for an example. */
const markers = new Set(`change changeme changethis update replace replaceme replaced insert put enter add fill example examples sample dummy fake mock
  placeholder todo tbd tbc fixme xxx redacted masked hidden removed omitted censored foo bar baz qux quux quuz corge grault garply
  waldo plugh xyzzy thud foobar foobaz blah your yours some
  here test testing tests demo none null nil undefined empty unset unused invalid lorem ipsum notset abc abcd abcdef asdf
  qwerty notreal bogus`.split(/\s+/));
/** Words that speak of credentials or fill sentences; a value made of nothing else says only what should be there. */
const fillers = new Set(`password passwords passwd passphrase pass pwd pw secret secrets token tokens key keys apikey api access client id user username name login
  account auth oauth basic bearer credential credentials cred creds private public secretkey accesskey value values string text data content
  base encoded base64 b64 encode decode literal plain plaintext this that is the a an of for to in with by not no real really very super strong
  strongpassword secure insecure unsafe safe random randomly generated only dev local development please use me it me1 set you webhook
  url signing encryption session cookie hash salt ssh tls db database app application service must be at least characters chars long
  something anything default goes from used unused via there one two my mine`.split(/\s+/));
const spoken = new Set([...markers, ...fillers]);
/** Passwords that products ship with. Placeholders in a chart's values or a pipeline's service container; deployed, they are passwords. */
const defaults = new Set(`admin administrator root postgres postgresql mysql mariadb mongo mongodb redis guest minio minioadmin elastic kibana grafana rabbitmq
  keycloak user sa system wordpress vault nexus jenkins harbor12345 toor public private changeit admin123 minio123 bitnami cassandra clickhouse couchdb influxdb neo4j openldap sonar airflow superset zabbix gitea
  metabase nifi tomcat solr kafka discourse ghost`.split(/\s+/));
/** Credentials that vendors' documentation prints for everyone. */
const published = [
    /EXAMPLE(?:KEY)?$/,
    /^eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9\.eyJzdWIiOiIxMjM0NTY3ODkw/,
    /^MIIBOgIBAAJBAKj34GkxFhD90vcNLYLInFEX6Ppy1tPf9Cnzj4p4WGeKLs1Pt8Qu/,
];
/** What is put where a value should be, or left of one that was struck out. */
const saysNothing = [
    /^(.)\1*$/s,
    /^[.*•…_x#?-]+$/i,
    /^<[^<>\n="']{0,200}(?<!\/)>$/,
    /^\[[^[\]\n]{1,100}\]$/,
    /^%[A-Za-z_]{2,80}%$/,
    /^__[A-Za-z_]{2,80}__$/,
    /^@@?[A-Za-z_]{2,80}@@?$/,
    /^\*{1,8}[A-Za-z0-9 _-]{1,40}\*{1,8}$/,
    /^[0-](?:[0-]|0000){7,}$/,
    /x{5,}|\*{4,}|•{3,}|\w\.{3}(?:\w|$)|…/i,
    /(?:change|replace|insert|fill)(?:[-_ ]?(?:me|this|with|in|your)|[-_ ]it)|place[-_ ]?holder|your[-_ ].{1,60}[-_ ]here/i,
];
/** What is counted out under a name: no value is. */
const counted = /^(?:0123456789|123456789|1234567|12345|1234|123)(?:0|abc|abcdef|abcdefg?)?$/;
/** Whether a value only says that one should be here. `key` is its name: `password: db-password` says nothing. */
function isPlaceholder(text, key = '') {
    const value = text.trim();
    if (value === '' || value.length > 400 || /^changeit$/i.test(value))
        return false;
    // A constant whose value is its own name; armor around nothing.
    if (key !== '' && plain(value) === plain(key) && !(0,_entropy_js__WEBPACK_IMPORTED_MODULE_0__/* .looksRandom */ .EZ)(value))
        return true;
    if (/^-----BEGIN [A-Z ]{1,40}-----/.test(value))
        return !/[A-Za-z0-9+/=]{24}/.test(value.replace(/-----[A-Z ]{1,50}-----/g, ''));
    if (value.split(/[^A-Za-z0-9]+/).some(looksMachineMade))
        return published.some((shape) => shape.test(value));
    return (saysNothing.some((shape) => shape.test(value)) ||
        (key !== '' && counted.test(value)) ||
        isSomeones(value) ||
        isConstant(value) ||
        published.some((shape) => shape.test(value)) ||
        isMadeOfFillers(value, key));
}
/** `your-password`, `yourRconPassword`, `my_token`, `dummy key`: whose it is, and nothing that would be one. */
function isSomeones(value) {
    const words = wordsOf(value);
    const [first = '', last = ''] = [words[0], words.at(-1)];
    if (words.length < 2 || words.length > 8 || /\d{3}/.test(value))
        return false;
    if (/^(?:your|some|dummy|fake|example|sample|mock)$/.test(first))
        return true;
    return first === 'my' && (/^my[-_ ]/i.test(value) || fillers.has(last));
}
/** `GITHUB-AUTH-TOKEN`, `STORAGE_DB_PASSWORD`: the name of a variable, whose `$` somebody forgot. */
function isConstant(value) {
    if (!/^[A-Z]{2,20}(?:[-_][A-Z]{2,20}){1,7}$/.test(value) || (0,_entropy_js__WEBPACK_IMPORTED_MODULE_0__/* .hasRandomWord */ .Yd)(value))
        return false;
    return /^(?:PASSWORD|PASSWD|PASS|PASSPHRASE|TOKEN|SECRET|KEY|APIKEY|CREDENTIALS?)$/.test(value.split(/[-_]/).at(-1) ?? '');
}
/** Whether a word speaks of credentials, or of nothing yet: a value with such a word in it is the name of something. */
function speaksOfItself(word) {
    const bare = word.toLowerCase().replace(/\d+$/, '');
    return spoken.has(bare) || things.has(bare);
}
/** Words that names of deployed things are made of. */
const things = new Set(`admin prod staging stage live cluster server config system namespace store backend frontend worker job main master primary replica release
  version cert certificate ca role policy group team project bot hook node pool queue topic bucket volume image registry repo deploy web`.split(/\s+/));
const plain = (text) => text.toLowerCase().replace(/[^a-z0-9]/g, '');
/** What a generator made says more than the word `changeme` before it. */
function looksMachineMade(part) {
    return part.length >= 16 && /\d/.test(part) && (0,_entropy_js__WEBPACK_IMPORTED_MODULE_0__/* .looksRandom */ .EZ)(part);
}
/** Whether a value is a password some product ships with. */
function isDefaultCredential(text) {
    return defaults.has(text.trim().toLowerCase());
}
/** Whether the end of a value was cut off or struck out, as documentation does: `ops_eyJzaWdu...`, `xoxp-57…-####`. */
function isRedacted(text) {
    return /(?:\.\.|…)$|\[redacted\]|#{6,}|\*{4,}/i.test(text.trim());
}
/** Whether a value only repeats what it is: `custom_pass`, `jiraToken`, `harbor_registry_password`. Not asked where only a secret can be. */
function isNamedAfterItself(text) {
    return /^[A-Za-z][A-Za-z_-]{2,50}(?:pass(?:word|wd)?|[Pp]w|pwd|[Tt]oken|[Ss]ecret|[Kk]ey)\d{0,3}$/.test(text.trim());
}
function isMadeOfFillers(value, key) {
    const words = wordsOf(value);
    if (words.length === 0 || words.length > 20)
        return false;
    // `MySecretToken2024!` is what people make of such words when they are asked for a password.
    if (/[a-z]/.test(value) &&
        /[A-Z]/.test(value) &&
        /\d/.test(value) &&
        /[!@#$%^&*?~+]/.test(value) &&
        !words.some((word) => markers.has(word.replace(/\d+$/, ''))))
        return false;
    const named = new Set(wordsOf(key));
    const isKnown = (word) => spoken.has(word) || isCompound(word);
    return words.some(isKnown) && words.every((word) => isKnown(word) || named.has(word) || /^\d{1,3}$/.test(word));
}
/** Two or three known words written together: mypassword, testsecret, yourapikey. */
function isCompound(word) {
    const bare = word.replace(/\d{1,4}$/, '');
    if (bare.length < 5 || bare.length > 40)
        return false;
    if (spoken.has(bare))
        return true;
    for (let cut = 2; cut <= bare.length - 2; cut++) {
        if (!spoken.has(bare.slice(0, cut)))
            continue;
        const tail = bare.slice(cut);
        if (spoken.has(tail))
            return true;
        for (let next = 2; next <= tail.length - 2; next++) {
            if (spoken.has(tail.slice(0, next)) && spoken.has(tail.slice(next)))
                return true;
        }
    }
    return false;
}
function wordsOf(text) {
    return text
        .slice(0, 400)
        .split(/[^A-Za-z0-9]+|(?<=[a-z])(?=[A-Z])/)
        .filter((word) => word !== '')
        .map((word) => word.toLowerCase());
}


/***/ }),

/***/ 98893:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A_: () => (/* binding */ isReference),
/* harmony export */   SD: () => (/* binding */ variableIn),
/* harmony export */   be: () => (/* binding */ filledInBy)
/* harmony export */ });
/* harmony import */ var _entropy_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(90725);

const vals = 'vault|openbao|awsssm|awssecrets|awskms|s3|gcs|gcpsecrets|gkms|azurekeyvault|azblob|sops|file|envsubst|tfstate|tfstategs|tfstates3|tfstateazurerm|tfstateremote|gitlab|op|onepassword|onepasswordconnect|doppler|pulumistateapi|googlesheets|k8s|conjur|hcpvaultsecrets|httpjson|bw|bitwarden|infisical|keychain|scaleway|secretserver|yclockbox|exec|oci|ejson|awsec2';
/** Values that name a secret kept elsewhere, by the whole grammar of the tool that resolves them: a prefix alone is not a reference. */
const shapes = [
    // Argo CD Vault Plugin, inline paths: <path:PATH#KEY[#VERSION][ | MODIFIER]>; argocd-lovely and others: <secret:…#…>, <vault:…~KEY>.
    /^<(?:path|secret|vault|awssecret|gcp):[^<>#~\n]{1,300}[#~][^<>#~\s]{1,150}(?:[#~][\w.-]{1,60})?(?:\s{0,3}\|\s{0,3}[\w .{}()$'"-]{1,100}){0,4}>$/,
    // vals and helmfile. ref+echo:// of a literal is none: vals prints what is there.
    new RegExp(`^(?:secretref|ref)\\+(?:${vals})://[^\\s#]{1,300}(?:#[^\\s]{1,200})?$`),
    // helm-secrets names a file.
    /^secrets(?:\+(?:gpg|age)-import(?:-kubernetes)?)?:\/\/[\w./:#?&=@%+~-]{0,300}[./][\w./:#?&=@%+~-]{1,200}$/,
    // 1Password: op://VAULT/ITEM[/SECTION]/FIELD.
    /^op:\/\/[\w .@-]{1,100}\/[\w .@-]{1,200}(?:\/[\w .@-]{1,100}){1,2}(?:\?attribute=\w{1,20})?$/,
    // Cloud stores by their tools' URLs: a store, then a name in it.
    /^(?:akv|gsm|sm|berglas|bws?|infisical|doppler|pass|awssm|awsps|azkv|keyvault|hcv)(?:\+[a-z0-9-]{1,30})?:\/\/[\w.@-]{1,200}(?:\/[\w ./:#?&=@%+~-]{1,300}|#[\w.-]{1,200})$/,
    // Bank-Vaults: vault:PATH#KEY[#VERSION], and its write form.
    /^(?:>>)?vault:(?!v\d{1,6}:)[\w. -]{1,100}\/[\w ./-]{1,300}#(?:[^\s#${}]{1,200}|\$\{\.[\w.-]{1,100}\})(?:#\d{1,6})?$/,
    /^arn:aws[a-z-]{0,10}:(?:secretsmanager:[\w-]{2,30}:\d{12}:secret:|ssm:[\w-]{2,30}:\d{12}:parameter\/|kms:[\w-]{2,30}:\d{12}:(?:key|alias)\/)[\w/+=.@:-]{1,600}$/,
    /^https:\/\/[a-z0-9-]{1,80}\.(?:vault\.azure\.net|vault\.usgovcloudapi\.net|vault\.azure\.cn)(?:\/|\/(?:secrets|keys|certificates)\/[\w-]{1,127}(?:\/[0-9a-f]{32})?\/?)?$/i,
    /^@Microsoft\.KeyVault\((?:SecretUri=https:\/\/[^()\s]{1,300}|VaultName=[^()\s;]{1,100};\s{0,2}SecretName=[^()\s]{1,200})\)$/,
    /^projects\/[\w-]{1,100}\/secrets\/[\w-]{1,255}(?:\/versions\/[\w-]{1,40})?$/,
    /^\{\{resolve:(?:secretsmanager|ssm|ssm-secure):[\w/+=.@:-]{1,400}\}\}$/,
    // Grafana, Loki and friends.
    /^\$__(?:file|env|vault)\{[^{}\n]{1,300}\}$/,
    /^(?:env|os\.environ|ENV)[:./][A-Za-z_]\w{0,200}$/,
    /^(?:!Ref|!GetAtt|!Sub|!vault)\s{1,4}[\w.:/-]{1,300}$/,
];
/** A variable as envsubst and Caddy fill it in, by a name of several words in capitals: `$ecret` is a password. */
const variable = /^(?:\$([A-Z]{2,30}\d{0,2}(?:_[A-Z]{2,30}\d{0,2}){1,8})|\{\$([A-Z]{2,30}\d{0,2}(?:_[A-Z]{2,30}\d{0,2}){1,8})\})$/;
/** The name of the variable that a value is; undefined where it is something else. */
function variableIn(text) {
    const match = variable.exec(text);
    const name = match?.[1] ?? match?.[2];
    return name === undefined || (0,_entropy_js__WEBPACK_IMPORTED_MODULE_0__/* .hasRandomWord */ .Yd)(name) ? undefined : name;
}
/** What a plain field may name, but a field that holds nothing but a secret may not: there `$ecret` is a password. */
const namesInPlainFields = [
    // Argo CD and Dex: $name:key, $key. Shell: $VAR.
    /^\$[A-Za-z_][\w.-]{0,252}(?::[\w.-]{1,252})?$/,
    // An entity of XML.
    /^&[A-Za-z_][\w.-]{0,100};$/,
    // Files of the repository or of a site; a setting's name in another configuration: `hub.db.password`.
    /^(?:[\w-]{1,60}\/){0,8}[\w.-]{1,80}\.(?:md|html?|ya?ml|json|txt|pem|key|crt|cer|env|conf|ini|properties|sh|py|js|ts|go)$/,
    /^[a-z][a-z0-9_-]{0,40}(?:\.[a-z][a-z0-9_-]{0,40}){1,6}\.(?:password|passwd|pass|secret|token|key)$/i,
    // Mount paths, with or without file:.
    /^(?:file:(?:\/\/)?)?(?:\/|~\/|\.{1,2}\/)(?:[\w.@%+-]{1,200}\/){0,30}[\w.@%+-]{0,200}$/,
];
/** Whether a value is a reference to a secret kept elsewhere. */
function isReference(text, context = {}) {
    if (text.length > 700)
        return false;
    if (context.argoVaultPlugin === true && /^<[^<>\n]{1,300}>$/.test(text))
        return !isCloak(text);
    if (variableIn(text) !== undefined)
        return true;
    if (shapes.some((shape) => shape.test(text)))
        return !isCloak(text);
    return context.secretOnly !== true && namesInPlainFields.some((shape) => shape.test(text)) && !hidesRandomness(text);
}
/** Tools that fill a reference in, by what their references look like, also in the middle of a text. */
const fillers = [
    [/<(?:path|vault|secret):[^<>#~\n]{1,300}[#~][^<>\s]{1,150}>/, 'the Argo CD Vault Plugin filled in'],
    [/vault:(?!v\d)[\w. -]{1,100}\/[\w ./-]{1,300}#/, 'Bank-Vaults filled in'],
    [/\b(?:secretref|ref)\+[a-z0-9]{1,30}:\/\//, 'vals filled in'],
    [/\bop:\/\//, '1Password filled in'],
    [/\bsecrets(?:\+[a-z-]{1,40})?:\/\//, 'helm-secrets filled in'],
];
/** What fills in the references of a text, to follow `which`; undefined where it has none. */
function filledInBy(text, context = {}) {
    const value = text.trim();
    if (value.length > 4_000)
        return undefined;
    const filler = fillers.find(([shape]) => shape.test(value));
    if (filler !== undefined && !isCloak(filler[0].exec(value)?.[0] ?? ''))
        return filler[1];
    if (variableIn(value) !== undefined || !isReference(value, { ...context, secretOnly: true }))
        return undefined;
    return context.argoVaultPlugin === true && value.startsWith('<')
        ? 'the Argo CD Vault Plugin filled in'
        : 'named a secret in a store';
}
/** Stores, paths and keys have names; `op://a/b/kJ8s0fQ2xv9LrT` holds what it should name. */
function isCloak(text) {
    return text.split(/[^A-Za-z0-9]+/).some(_entropy_js__WEBPACK_IMPORTED_MODULE_0__/* .looksGenerated */ .At);
}
/** `/run/secrets/db` names a file; `/kJ8s0fQ2xv9LrT` is a password that begins with a slash. */
function hidesRandomness(text) {
    return text.split(/[/$:]/).some((part) => part.length >= 12 && (0,_entropy_js__WEBPACK_IMPORTED_MODULE_0__/* .looksRandom */ .EZ)(part));
}


/***/ }),

/***/ 58632:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Di: () => (/* binding */ templateParts),
/* harmony export */   R1: () => (/* binding */ soleLiteral),
/* harmony export */   bG: () => (/* binding */ carriesLiteral)
/* harmony export */ });
/* harmony import */ var _entropy_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(90725);

// Helm, External Secrets, Vault agent and Ansible write {{ }}; GitHub ${{ }}; Flux ${VAR}; Kubernetes $(VAR); ERB <%= %>; Jsonnet-like %{ }.
const expression = /\$?\{\{((?:[^{}]|\{(?!\{)|\}(?!\})){0,2000})\}\}|\$\{([^{}]{0,500})\}|\$\(([^()]{1,300})\)|<%([^%]{0,500})%>|\{%([^%]{0,500})%\}/g;
/** Takes a text with template expressions apart; undefined where it has none. */
function templateParts(text) {
    if (!/\{\{|\$\{|\$\(|<%|\{%/.test(text))
        return undefined;
    const literals = [];
    let rest = text;
    // Expressions that print expressions (`{{ print "{{X}}" }}`) come apart from the inside.
    for (let pass = 0; pass < 3; pass++) {
        const next = rest.replace(expression, (whole, mustache, variable) => {
            // An expression that is one made-up word is a value in braces.
            if (/^[^\w]{1,5}[\w:-]{1,500}[^\w]{1,5}$/.test(whole))
                for (const word of whole.split(/[^A-Za-z0-9]+/))
                    if ((0,_entropy_js__WEBPACK_IMPORTED_MODULE_0__/* .looksGenerated */ .At)(word))
                        literals.push(word);
            if (typeof mustache === 'string')
                for (const each of [...literalsOf(mustache), ...(whole.startsWith('$') ? strings(mustache) : [])])
                    literals.push(each);
            else if (typeof variable === 'string')
                for (const each of defaultOf(variable))
                    literals.push(each);
            return ' ';
        });
        if (next === rest)
            break;
        rest = next;
    }
    return rest === text ? undefined : { rest, literals };
}
/** The literal that a text falls back to, where it is one expression and nothing else: `${VAR:-x}`, `{{ .y | default "x" }}`. */
function soleLiteral(text) {
    const parts = templateParts(text);
    const literals = [...new Set(parts?.literals)];
    return parts?.rest.trim() === '' && literals.length === 1 ? literals[0] : undefined;
}
/** The string constants of a Go template expression that can become the value itself: `default "x"`, `"x" | b64enc`, `"x"`. */
function literalsOf(source) {
    const code = source.replace(/^-|-$/g, '').trim();
    const constant = '"((?:[^"\\\\]|\\\\.){0,500})"|`([^`]{0,500})`';
    const found = [];
    const forms = [
        new RegExp(`\\bdefault\\s{1,5}(?:${constant})`, 'g'),
        new RegExp(`^(?:${constant})\\s{0,5}(?:\\|\\s{0,5}(?:b64enc|quote|squote|toString|toYaml|toJson|trim|nindent \\d+|indent \\d+)\\s{0,5})*$`, 'g'),
        new RegExp(`^(?:b64enc|quote|squote|print|toString)\\s{1,5}(?:${constant})\\s{0,5}(?:\\|[^|]{0,60})*$`, 'g'),
        new RegExp(`\\bcoalesce\\s[^|()"]{0,200}(?:${constant})`, 'g'),
    ];
    for (const form of forms) {
        for (const match of code.matchAll(form))
            found.push(match[1] ?? match[2] ?? '');
    }
    return found;
}
/** The strings of a GitHub expression, which have single quotes: `${{ 'x' }}`, `${{ inputs.y || 'x' }}`. */
function strings(source) {
    return [...source.matchAll(/(?:^|\|\|)\s{0,9}'([^']{0,500})'/g)].map((match) => match[1] ?? '');
}
/**
 * `${VAR:=literal}`, `${VAR:-literal}` and `${VAR:+literal}` (Flux substitution, shell) carry a value, and so do Spring's
 * `${db.password:literal}` and `${VAR:literal}`; `${VAR}` and Terraform's `${module.a-b.c}` carry none.
 */
function defaultOf(source) {
    const match = /^(?:\w{1,200}:?|[A-Za-z_][\w.]{0,200}:)[-=+]([\s\S]*)/.exec(source) ?? springDefault.exec(source);
    return match?.[1] === undefined || match[1] === '' ? [] : [match[1]];
}
/** Names in capitals or with dots; `env:`, `file:` and the like say where a value comes from. */
const springDefault = /^(?!(?:env|file|sys|vault|secrets?|aws|ssm|k8s|configmap):)(?:[A-Z][A-Z0-9_]{1,100}|[a-z][\w-]{0,60}(?:\.[\w-]{1,60}){1,8}):(?!\d+(?::|$))([^\s:?/][^\s]{0,400})$/i;
/** Whether the text around the expressions is more than words and punctuation: `abc123Q9z{{ "" }}` is a literal with a tail. */
function carriesLiteral(rest) {
    return rest.split(/[\s"'`,;:/@&?=|()[\]{}<>]+/).some(_entropy_js__WEBPACK_IMPORTED_MODULE_0__/* .looksRandom */ .EZ);
}


/***/ }),

/***/ 41881:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Gw: () => (/* binding */ splitUserinfo),
/* harmony export */   Ss: () => (/* binding */ splitAuthority),
/* harmony export */   eY: () => (/* binding */ classifyUserinfo),
/* harmony export */   oF: () => (/* binding */ percentDecoded),
/* harmony export */   wR: () => (/* binding */ classifyUrl)
/* harmony export */ });
/* unused harmony export isReservedHost */
/* harmony import */ var _classify_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(30068);
/* harmony import */ var _entropy_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(90725);
/* harmony import */ var _placeholder_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(93133);



/** A URL's authority, cut at its last `@`: a password may hold one. */
function splitAuthority(authority) {
    const cut = authority.lastIndexOf('@');
    return { userinfo: authority.slice(0, Math.max(0, cut)), host: authority.slice(cut + 1) };
}
/** The parts of a URL's userinfo, cut at the first colon that belongs to no template expression (RFC 3986 §3.2.1). */
function splitUserinfo(userinfo) {
    let depth = 0;
    for (let at = 0; at < userinfo.length; at++) {
        const character = userinfo.charAt(at);
        if (/[{(]/.test(character))
            depth++;
        else if (/[})]/.test(character))
            depth--;
        else if (character === ':' && depth <= 0)
            return { user: userinfo.slice(0, at), password: userinfo.slice(at + 1) };
    }
    return { user: userinfo, password: undefined };
}
/** Undoes percent-encoding; text that is none stays as it is. */
function percentDecoded(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}
/** Hosts that nobody can have: reserved for documentation (RFC 2606 §2 and §3). `.test` and `localhost` are hosts people use. */
function isReservedHost(host) {
    return /(?:^|\.)(?:invalid|example|example\.(?:com|net|org))\.?(?::\d{1,5})?$/i.test(host);
}
/** The class of a URL's password: a product's default or the user's own name is a placeholder, and so is one for a host of documentation. */
function classifyUserinfo(userinfo, host) {
    const { user, password } = splitUserinfo(userinfo);
    if (password === undefined || password === '')
        return 'empty';
    const decoded = percentDecoded(password);
    const kind = (0,_classify_js__WEBPACK_IMPORTED_MODULE_0__/* .classify */ .L)(decoded, { key: 'password' });
    if (kind !== 'literal')
        return kind;
    if (isReservedHost(host) && !(0,_entropy_js__WEBPACK_IMPORTED_MODULE_1__/* .looksGenerated */ .At)(decoded))
        return 'placeholder';
    return (0,_placeholder_js__WEBPACK_IMPORTED_MODULE_2__/* .isDefaultCredential */ .pR)(decoded) || decoded === percentDecoded(user) ? 'placeholder' : 'literal';
}
/** Schemes that lead to a host. Others name stores, files, or nothing at all. */
const url = /^(?:jdbc:)?(?:https?|wss?|s?ftp|tcp|udp|tls|grpcs?|postgres(?:ql)?|mysql|mariadb|mongodb(?:\+srv)?|rediss?|valkeys?|amqps?|kafka|nats|mqtts?|ldaps?|smtps?|imaps?|ssh|git|s3|clickhouse|cassandra|bolt|neo4j(?:\+s)?|sqlserver|elasticsearch|memcached|etcd|statsd|socks5h?):\/\/(?:([^\s/?#"']{1,400})@)?([^\s/?#@"']{1,300})([^\s]{0,2000})$/i;
/**
 * The class of a value that is one URL and nothing else: that of its password; public where it has none, and neither its path
 * nor its query holds what a generator made. Undefined where the text is not a URL.
 */
function classifyUrl(text) {
    const match = url.exec(text.trim());
    if (match === null)
        return undefined;
    const [, userinfo, host = '', rest = ''] = match;
    if (userinfo !== undefined) {
        const kind = classifyUserinfo(userinfo, host);
        if (kind !== 'empty')
            return kind;
    }
    // `app:pa` of `postgres://app:pa#ss@db`: a password with an unencoded `/`, `?` or `#`.
    if (/:(?!\d{1,5}$)/.test(host) && rest.includes('@'))
        return undefined;
    if (isReservedHost(host))
        return 'placeholder';
    if (host.split(/[.:]/).some(_entropy_js__WEBPACK_IMPORTED_MODULE_1__/* .looksGenerated */ .At))
        return undefined;
    const parts = rest.split(/[/?#&=;,]/).map(percentDecoded);
    const hasSecret = parts.some(_entropy_js__WEBPACK_IMPORTED_MODULE_1__/* .looksRandom */ .EZ);
    const hasNamed = /[?&](?:sig|signature|token|key|api_?key|code|secret|password|auth)=[^&\s]/i.test(rest);
    return hasSecret || hasNamed || /[{$]/.test(text) ? undefined : 'public';
}


/***/ }),

/***/ 15989:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   JJ: () => (/* binding */ worse),
/* harmony export */   gO: () => (/* binding */ severities),
/* harmony export */   ib: () => (/* binding */ lower),
/* harmony export */   xl: () => (/* binding */ raise),
/* harmony export */   zK: () => (/* binding */ compareSeverity)
/* harmony export */ });
/** Severities from worst to least; the order is the comparison. */
const severities = ['critical', 'high', 'medium', 'low'];
/** Negative when `a` is worse than `b`: sorts worst first. */
function compareSeverity(a, b) {
    return severities.indexOf(a) - severities.indexOf(b);
}
/** The severity `steps` below (never under low). */
function lower(severity, steps = 1) {
    return severities[Math.min(severities.indexOf(severity) + steps, severities.length - 1)] ?? 'low';
}
/** The severity one step above, never over critical; what is low stays low. */
function raise(severity) {
    if (severity === 'low')
        return 'low';
    return severities[Math.max(severities.indexOf(severity) - 1, 0)] ?? 'critical';
}
/** The worse of the two. */
function worse(a, b) {
    return compareSeverity(a, b) <= 0 ? a : b;
}


/***/ }),

/***/ 2288:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ig: () => (/* binding */ armorLabel),
/* harmony export */   LU: () => (/* binding */ withoutTrailingSpace),
/* harmony export */   Vn: () => (/* binding */ openpgpBytes),
/* harmony export */   ie: () => (/* binding */ sshSignatureBytes),
/* harmony export */   tu: () => (/* binding */ cmsBytes)
/* harmony export */ });
/* harmony import */ var _malformed_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(81178);

/** What an armor's first line says it holds, by git's table (gpg-interface.c). */
function armorLabel(armor) {
    const begin = '-----BEGIN ';
    return armor.startsWith(begin) ? armor.slice(begin.length, armor.indexOf('-----', begin.length)) : undefined;
}
/**
 * The bytes of the one SSH signature `armor` holds (OpenSSH's PROTOCOL.sshsig).
 * Stricter than ssh-keygen: nothing may follow the last line. Throws Malformed.
 */
function sshSignatureBytes(armor) {
    return base64Bytes(armored(armor, 'SSH SIGNATURE'));
}
/** The bytes of the one CMS signature `armor` holds, in PEM (RFC 7468) as gpgsm, smimesign and gitsign write it. Throws Malformed. */
function cmsBytes(armor) {
    return base64Bytes(armored(armor, 'SIGNED MESSAGE'));
}
/**
 * The bytes of the one OpenPGP armor `armor` holds (RFC 9580 §6.2). The checksum may be absent, as forges leave it out;
 * a wrong one is refused, as gpg does. Nothing but blank lines and a timestamp may follow. Throws Malformed.
 */
function openpgpBytes(armor, label) {
    const content = armored(armor, label);
    const blank = content.startsWith('\n') ? 0 : content.indexOf('\n\n') + 1;
    const headers = content.slice(0, blank);
    if (content[blank] !== '\n' || !/^(?:[A-Za-z0-9-]+:(?: .*)?\n)*$/.test(headers)) {
        throw new _malformed_js__WEBPACK_IMPORTED_MODULE_0__/* .Malformed */ .sG('has no empty line after its armor headers');
    }
    const end = content.lastIndexOf('\n=');
    const hasChecksum = end >= blank;
    const bytes = base64Bytes(content.slice(blank, hasChecksum ? end : undefined));
    if (hasChecksum && !base64Bytes(content.slice(end + 2)).equals(crc24(bytes))) {
        throw new _malformed_js__WEBPACK_IMPORTED_MODULE_0__/* .Malformed */ .sG('has an armor whose checksum does not fit');
    }
    return bytes;
}
/** What comes between the armor's first line and its last, white space at the ends of lines gone. */
function armored(armor, label) {
    const isPlain = !armor.includes(' \n') && !armor.includes('\t\n') && !armor.includes('\r');
    const text = isPlain ? armor : armor.split('\n').map(withoutTrailingSpace).join('\n');
    const [begin, end] = [`-----BEGIN ${label}-----\n`, `\n-----END ${label}-----`];
    if (!text.startsWith(begin))
        throw new _malformed_js__WEBPACK_IMPORTED_MODULE_0__/* .Malformed */ .sG('does not begin with its armor');
    const last = text.indexOf(end, begin.length - 1);
    if (last < 0)
        throw new _malformed_js__WEBPACK_IMPORTED_MODULE_0__/* .Malformed */ .sG('does not end with its armor');
    for (let at = last + end.length; at < text.length; at++) {
        if (text[at] === '\n')
            continue;
        if (timestamp.test(text.slice(at)))
            break;
        throw new _malformed_js__WEBPACK_IMPORTED_MODULE_0__/* .Malformed */ .sG('is followed by something else, or by a second one');
    }
    return text.slice(begin.length, last);
}
/** What OpenTimestamps puts behind a commit's signature: it says when, not who, and is not looked into. */
const timestamp = /^-----BEGIN OPENTIMESTAMPS GIT TIMESTAMP-----\n\n(?:[A-Za-z0-9+/=]{1,76}\n)+-----END OPENTIMESTAMPS GIT TIMESTAMP-----\n*$/;
/** `line` without blanks at its end. A regular expression would take quadratic time on a long run of blanks inside. */
function withoutTrailingSpace(line) {
    let end = line.length;
    while (end > 0 && ' \t\r'.includes(line.charAt(end - 1)))
        end--;
    return line.slice(0, end);
}
/**
 * Canonical base64 only, in lines of any length. What is not base64 is skipped by the decoder and so shortens the result,
 * except the URL-safe digits; bits left over show where the last four digits are encoded again.
 */
function base64Bytes(lines) {
    const text = lines.replaceAll('\n', '');
    const bytes = Buffer.from(text, 'base64');
    const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
    const isWhole = bytes.length > 0 && bytes.length === (text.length / 4) * 3 - padding;
    const isStandard = !text.includes('-') && !text.includes('_');
    const last = bytes.toString('base64', Math.max(0, bytes.length + padding - 3));
    if (!isWhole || !isStandard || last !== text.slice(-4))
        throw new _malformed_js__WEBPACK_IMPORTED_MODULE_0__/* .Malformed */ .sG('is not canonical base64');
    return bytes;
}
const crcTable = Int32Array.from({ length: 256 }, (_, index) => {
    let crc = index << 16;
    for (let bit = 0; bit < 8; bit++)
        crc = (crc << 1) ^ (crc & 0x800000 ? 0x1864cfb : 0);
    return crc & 0xffffff;
});
/** CRC-24 of RFC 9580 §6.1.1, three bytes. */
function crc24(bytes) {
    let crc = 0xb704ce;
    for (let at = 0; at < bytes.length; at++) {
        crc = ((crc << 8) ^ (crcTable[((crc >> 16) ^ (bytes[at] ?? 0)) & 0xff] ?? 0)) & 0xffffff;
    }
    return Buffer.from([crc >> 16, (crc >> 8) & 0xff, crc & 0xff]);
}


/***/ }),

/***/ 28957:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ ByteReader)
/* harmony export */ });
/* harmony import */ var _malformed_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(81178);

/** Reads big-endian bytes from front to back; every method throws Malformed past the end. */
class ByteReader {
    #bytes;
    #at = 0;
    constructor(bytes) {
        this.#bytes = bytes;
    }
    /** How many bytes have been read. */
    get position() {
        return this.#at;
    }
    get atEnd() {
        return this.#at === this.#bytes.length;
    }
    bytes(length) {
        if (length > this.#bytes.length - this.#at)
            throw new _malformed_js__WEBPACK_IMPORTED_MODULE_0__/* .Malformed */ .sG('is cut off');
        this.#at += length;
        return this.#bytes.subarray(this.#at - length, this.#at);
    }
    rest() {
        return this.bytes(this.#bytes.length - this.#at);
    }
    uint8() {
        const byte = this.#bytes[this.#at];
        if (byte === undefined)
            throw new _malformed_js__WEBPACK_IMPORTED_MODULE_0__/* .Malformed */ .sG('is cut off');
        this.#at++;
        return byte;
    }
    uint16() {
        return this.uint8() * 0x100 + this.uint8();
    }
    uint32() {
        if (this.#bytes.length - this.#at < 4)
            throw new _malformed_js__WEBPACK_IMPORTED_MODULE_0__/* .Malformed */ .sG('is cut off');
        this.#at += 4;
        return this.#bytes.readUInt32BE(this.#at - 4);
    }
}


/***/ }),

/***/ 22467:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ot: () => (/* binding */ normalEmail),
/* harmony export */   PZ: () => (/* binding */ sameEmail),
/* harmony export */   xf: () => (/* binding */ isEmail)
/* harmony export */ });
/** Whether both are one address: ASCII letters without regard to case, as forges compare addresses. */
function sameEmail(a, b) {
    return isEmail(a) && (a === b || normalEmail(a) === normalEmail(b));
}
/**
 * An address, or a pattern list of addresses, in the one form it is compared in: ASCII letters in lower case. Other letters stay
 * as written, because folding them would make look-alikes equal (the Kelvin sign and k).
 */
function normalEmail(email) {
    return email.replaceAll(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
/** An address that could be somebody's: one @ between two parts, nothing that is not a character. */
function isEmail(text) {
    return /^[^@\s<>,\0\uFFFD]+@[^@\s<>,\0\uFFFD]+$/.test(text);
}


/***/ }),

/***/ 79565:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   MP: () => (/* binding */ isSmallOrder),
/* harmony export */   i1: () => (/* binding */ modulusBits),
/* harmony export */   w$: () => (/* binding */ isRsaKey)
/* harmony export */ });
// Public keys that are well formed, and that anybody can sign with: OpenSSL takes them, so they are refused here.
/** Whether these numbers can be an RSA key: with the exponent 1 a padded digest is its own signature. Both without leading zeros. */
function isRsaKey(modulus, exponent) {
    const isOdd = (number) => ((number.at(-1) ?? 0) & 1) === 1;
    return isOdd(modulus) && isOdd(exponent) && !(exponent.length === 1 && exponent[0] === 1);
}
/** How many bits a modulus without leading zeros has. */
function modulusBits(modulus) {
    return 32 - Math.clz32(modulus.readUInt8()) + 8 * (modulus.length - 1);
}
/**
 * Whether an Ed25519 or Ed448 point (RFC 8032) has one of the few orders that divide the cofactor: the challenge then drops
 * out, and a signature without any secret fits. Encodings beyond the field's prime are known as well.
 */
function isSmallOrder(point) {
    const y = Buffer.from(point);
    const last = y.length - 1;
    // The last bit is the sign of x.
    y.writeUInt8(y.readUInt8(last) & 0x7f, last);
    return smallOrder.has(y.toString('hex'));
}
/** y of the points, little-endian: 0, 1, -1, and the two of order 8 that Ed25519 has; then 0 and 1 with the prime added. */
const smallOrder = new Set([
    `${'00'.repeat(32)}`,
    `01${'00'.repeat(31)}`,
    `ec${'ff'.repeat(30)}7f`,
    '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
    'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
    `ed${'ff'.repeat(30)}7f`,
    `ee${'ff'.repeat(30)}7f`,
    `${'00'.repeat(57)}`,
    `01${'00'.repeat(56)}`,
    `fe${'ff'.repeat(27)}fe${'ff'.repeat(27)}00`,
    `${'ff'.repeat(28)}fe${'ff'.repeat(27)}00`,
    `${'00'.repeat(28)}${'ff'.repeat(28)}00`,
]);


/***/ }),

/***/ 81178:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   O0: () => (/* binding */ Unsupported),
/* harmony export */   at: () => (/* binding */ Obsolete),
/* harmony export */   sG: () => (/* binding */ Malformed)
/* harmony export */ });
/** A signature, key or header that breaks its format. The message completes "The signature …". */
class Malformed extends Error {
    name = 'Malformed';
}
/** Of a form given up because it can be forged. The message completes "The signature was made with …". */
class Obsolete extends Malformed {
}
/** Well formed, but made with something this program cannot verify. The message completes "The signature …". */
class Unsupported extends Error {
    name = 'Unsupported';
}


/***/ }),

/***/ 40912:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ checkNow),
/* harmony export */   k: () => (/* binding */ checkOnThread)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(77598);
/* harmony import */ var _malformed_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(81178);


/** The answer at once. Throws Unsupported for what node:crypto refuses to answer: a digest its OpenSSL lacks. */
function checkNow(check) {
    try {
        return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.verify)(check.digest, check.data, check.key, check.value);
    }
    catch {
        throw cannotCheck(check);
    }
}
/** The same answer from another thread, so that many are found side by side. Rejects with Unsupported. */
function checkOnThread(check) {
    return new Promise((resolve, reject) => {
        const answer = (error, isGenuine) => {
            if (error === null)
                resolve(isGenuine);
            else
                reject(cannotCheck(check));
        };
        try {
            (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.verify)(check.digest, check.data, check.key, check.value, answer);
        }
        catch {
            reject(cannotCheck(check));
        }
    });
}
function cannotCheck({ digest }) {
    return new _malformed_js__WEBPACK_IMPORTED_MODULE_1__/* .Unsupported */ .O0(`uses ${digest ?? 'an algorithm'}, which this system's node cannot verify`);
}


/***/ }),

/***/ 87833:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   AV: () => (/* binding */ adminRole),
/* harmony export */   Kg: () => (/* binding */ isGood),
/* harmony export */   Nf: () => (/* binding */ signatureStates),
/* harmony export */   qc: () => (/* binding */ isAdmin)
/* harmony export */ });
/** What verification says of one commit or tag (signatures page §3). Only `good`, and `forge-signed` where policy allows it, pass. */
const signatureStates = [
    'good',
    'unsigned',
    'bad',
    'untrusted',
    'expired',
    'revoked',
    'weak',
    'wrong-identity',
    'malformed',
    'forge-signed',
    'could-not-check',
];
/** The role that may change the gate itself. */
const adminRole = 'admin';
/** Whether a signature is by a key that the base trusts, and for whom it is trusted. */
function isGood({ state }) {
    return state === 'good';
}
/** Whether a signature is a trusted one by a signer with the role admin. */
function isAdmin({ state, signer }) {
    return state === 'good' && signer !== undefined && signer.roles.includes(adminRole);
}


/***/ }),

/***/ 38255:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ signedTag),
/* harmony export */   q: () => (/* binding */ signedCommit)
/* harmony export */ });
const unsigned = { kind: 'unsigned' };
/** More than any signature needs; a header beyond it is refused before it is decoded. */
const maximumSignatureBytes = 256 * 1024;
/**
 * Takes a commit apart as git does (`parse_buffer_signed_by_header` in git's commit.c), but stricter: exactly one
 * signature header, no unknown `gpgsig…` header, and the tree, author and committer each once and in their places.
 * Both signature headers are left out of the payload; only the repository's own one is a signature.
 */
function signedCommit(bytes, format) {
    const text = bytes.toString('latin1');
    const end = headerEnd(text);
    const headers = headersOf(text, end);
    if (headers === undefined)
        return malformed('has a header that begins with a continuation line');
    const signatures = headers.filter((header) => header.name.startsWith('gpgsig'));
    for (const header of signatures) {
        if (header.name !== 'gpgsig' && header.name !== 'gpgsig-sha256') {
            return malformed('is in an unknown signature header');
        }
        if (signatures.some((other) => other !== header && other.name === header.name)) {
            return malformed(`is one of several ${header.name} headers`);
        }
    }
    const own = signatures.find((header) => header.name === (format === 'sha1' ? 'gpgsig' : 'gpgsig-sha256'));
    if (own === undefined)
        return unsigned;
    const flaw = commitFlaw(text, end, headers);
    if (flaw !== undefined)
        return malformed(flaw);
    return signed(() => without(bytes, signatures), unfold(text, own));
}
/**
 * Takes an annotated tag apart: its signature is the armor that ends the message (`parse_signature` in git's
 * gpg-interface.c takes the last one; here a second one is malformed). Signature headers are left out of the payload.
 */
function signedTag(bytes) {
    const text = bytes.toString('latin1');
    const end = headerEnd(text);
    const headers = headersOf(text, end);
    if (headers === undefined)
        return malformed('has a header that begins with a continuation line');
    const body = text.slice(end);
    const armors = [...body.matchAll(/^-----BEGIN (?:PGP SIGNATURE|PGP MESSAGE|SIGNED MESSAGE|SSH SIGNATURE)-----/gm)];
    const first = armors[0];
    if (first === undefined)
        return unsigned;
    if (armors.length > 1)
        return malformed('is one of several in the tag');
    const flaw = tagFlaw(text, end, headers);
    if (flaw !== undefined)
        return malformed(flaw);
    const start = end + first.index;
    const signatures = headers.filter((header) => header.name.startsWith('gpgsig'));
    return signed(() => without(bytes.subarray(0, start), signatures), text.slice(start));
}
function signed(payload, armor) {
    if (armor.length > maximumSignatureBytes)
        return malformed('is larger than any signature');
    return { kind: 'signed', payload, armor };
}
function malformed(why) {
    return { kind: 'malformed', why };
}
/** Where the headers end: at the empty line, or at the end of an object without one. `text` is latin1, a character a byte. */
function headerEnd(text) {
    const end = text.indexOf('\n\n');
    return end < 0 ? text.length : end + 1;
}
/** The headers in order; undefined where the first line is a continuation of nothing. */
function headersOf(text, headerEnd) {
    if (text.startsWith(' '))
        return undefined;
    const headers = [];
    for (let start = 0; start < headerEnd;) {
        let end = lineEnd(text, start);
        const line = text.slice(start, end);
        const space = line.indexOf(' ');
        const name = space < 0 ? line.trimEnd() : line.slice(0, space);
        while (end < headerEnd && text[end] === ' ')
            end = lineEnd(text, end);
        headers.push({ name, start, end });
        start = end;
    }
    return headers;
}
function lineEnd(text, from) {
    const newline = text.indexOf('\n', from);
    return newline < 0 ? text.length : newline + 1;
}
/** What is wrong with the headers every commit has: readers that take the first and readers that take the last one must agree. */
function commitFlaw(text, headerEnd, headers) {
    if (holdsNul(text, headerEnd))
        return 'covers a header with a NUL byte';
    const parents = headers.findIndex((header, index) => index > 0 && header.name !== 'parent');
    const [author, committer] = [headers[parents], headers[parents + 1]];
    if (headers[0]?.name !== 'tree' || author?.name !== 'author' || committer?.name !== 'committer') {
        return 'covers a commit whose headers are not tree, parents, author, committer';
    }
    const again = headers.slice(parents + 2).some(({ name }) => /^(?:tree|parent|author|committer)$/.test(name));
    return again ? 'covers a commit with a header that occurs twice' : undefined;
}
/** The same of a tag, which need not have a tagger (git's tag.c). */
function tagFlaw(text, headerEnd, headers) {
    if (holdsNul(text, headerEnd))
        return 'covers a header with a NUL byte';
    const names = headers.map(({ name }) => name);
    const known = names.filter((name) => /^(?:object|type|tag|tagger)$/.test(name)).join(' ');
    const isInOrder = names.slice(0, 3).join(' ') === 'object type tag' && /^object type tag(?: tagger)?$/.test(known);
    return isInOrder ? undefined : 'covers a tag whose headers are not object, type, tag, tagger';
}
function holdsNul(text, headerEnd) {
    const nul = text.indexOf('\0');
    return nul >= 0 && nul < headerEnd;
}
function without(bytes, headers) {
    const kept = [];
    let from = 0;
    for (const { start, end } of headers) {
        kept.push(bytes.subarray(from, start));
        from = end;
    }
    return Buffer.concat([...kept, bytes.subarray(from)]);
}
/** The header's value with the space that folds each further line taken away. */
function unfold(text, { name, start, end }) {
    return text.slice(start + name.length + 1, end).replaceAll('\n ', '\n');
}


/***/ }),

/***/ 83284:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  T: () => (/* binding */ keyringOf),
  m: () => (/* binding */ readCertificateBlocks)
});

// EXTERNAL MODULE: ./build/signature/model/armor.js
var model_armor = __nccwpck_require__(2288);
// EXTERNAL MODULE: ./build/signature/model/malformed.js
var malformed = __nccwpck_require__(81178);
// EXTERNAL MODULE: ./build/signature/openpgp/openpgp-signature-packet.js
var openpgp_signature_packet = __nccwpck_require__(65162);
// EXTERNAL MODULE: ./build/signature/openpgp/openpgp-verification.js
var openpgp_verification = __nccwpck_require__(28816);
;// CONCATENATED MODULE: ./build/signature/openpgp/openpgp-self-signature.js



/** Signature types (RFC 9580 §5.2.1). */
const certifications = new Set([0x10, 0x11, 0x12, 0x13]);
const subkeyBinding = 0x18;
const primaryKeyBinding = 0x19;
const directKey = 0x1f;
const keyRevocation = 0x20;
const subkeyRevocation = 0x28;
const certificationRevocation = 0x30;
const subpacket = {
    created: 2,
    expires: 3,
    keyLifetime: 9,
    revoker: 12,
    issuerKeyId: 16,
    notation: 20,
    keyFlags: 27,
    reason: 29,
    embedded: 32,
    issuerFingerprint: 33,
};
/** Subpackets that a self-signature may mark critical: all that RFC 9580 §5.2.3.7 defines, except notations, whose meaning is their owner's. */
const lastDefined = 39;
const signData = 0x02;
/**
 * From then on a SHA-1 self-signature counts no more: GnuPG 2.2.18 and later draw the same line for certifications by others.
 * Earlier ones remain valid, because a collision needs the key's own holder to sign prepared data.
 */
const sha1Until = Date.UTC(2019, 0, 19) / 1000;
/** What the body of a signature packet says of `about`, where it is the primary key's own; undefined where it is not. */
function readSelfSignature(body, about) {
    return quietly(() => {
        const packet = (0,openpgp_signature_packet/* readSignaturePacket */.r)(body);
        const isFitting = about.subkey !== undefined
            ? packet.type === subkeyBinding
            : about.userId !== undefined
                ? certifications.has(packet.type)
                : packet.type === directKey;
        if (!isFitting || !(0,openpgp_verification/* verifiesOpenpgp */.h)(packet, about.primary, signedData(about)))
            return undefined;
        return packet.hashed.some(isNotUnderstood) ? undefined : facts(packet, about);
    });
}
/**
 * A revocation of `about` that is the primary key's own. In doubt it is one: whatever it notes, however weak its digest, and
 * where an algorithm cannot be verified here.
 */
function readRevocation(body, about) {
    const packet = quietly(() => (0,openpgp_signature_packet/* readSignaturePacket */.r)(body));
    const { subkey, userId } = about;
    const type = subkey !== undefined ? subkeyRevocation : userId !== undefined ? certificationRevocation : keyRevocation;
    if (packet?.type !== type)
        return undefined;
    const isGenuine = quietly(() => (0,openpgp_verification/* verifiesOpenpgp */.h)(packet, about.primary, signedData(about)), true);
    return isGenuine === true ? revocation(packet) : undefined;
}
/**
 * A revocation of the primary key that says it is by one of `revokers` (upper-case hex fingerprints). That key is seldom here
 * to verify it, and doubt revokes.
 */
function readForeignRevocation(body, revokers) {
    const packet = quietly(() => (0,openpgp_signature_packet/* readSignaturePacket */.r)(body));
    if (packet?.type !== keyRevocation)
        return undefined;
    const names = [...packet.hashed, ...packet.unhashed].flatMap(({ type, data }) => {
        if (type === subpacket.issuerFingerprint)
            return [data.toString('hex', 1).toUpperCase()];
        return type === subpacket.issuerKeyId ? [data.toString('hex').toUpperCase()] : [];
    });
    // A key id is the end of a version 4 fingerprint, and the beginning of a version 6 one.
    const isBy = (revoker) => names.some((name) => revoker.endsWith(name) || revoker.startsWith(name));
    return revokers.some(isBy) ? { ...revocation(packet), isHard: true } : undefined;
}
function revocation({ hashed }) {
    const reason = hashed.find(({ type }) => type === subpacket.reason)?.data[0] ?? 0;
    // RFC 9580 §5.2.3.31: superseded, retired and an invalid user id are soft; every other reason, and none, is hard.
    const created = quietly(() => (0,openpgp_signature_packet/* secondsIn */.z)(hashed, subpacket.created)) ?? 0;
    return { created, isHard: ![1, 3, 32].includes(reason) };
}
function facts(packet, about) {
    const { hashed } = packet;
    const created = (0,openpgp_signature_packet/* secondsIn */.z)(hashed, subpacket.created);
    if (created === undefined)
        return undefined;
    const lifetime = (0,openpgp_signature_packet/* secondsIn */.z)(hashed, subpacket.expires) ?? 0;
    const flags = hashed.filter(({ type }) => type === subpacket.keyFlags);
    return {
        created,
        expires: lifetime === 0 ? undefined : created + lifetime,
        keyLifetime: ((0,openpgp_signature_packet/* secondsIn */.z)(hashed, subpacket.keyLifetime) ?? 0) || undefined,
        allowsSigning: flags.length === 0 ? undefined : flags.every(({ data }) => ((data[0] ?? 0) & signData) !== 0),
        isWeak: isWeak(packet),
        isCrossCertified: isCrossCertified(packet, about),
        revokers: hashed
            .filter(({ type }) => type === subpacket.revoker)
            .map(({ data }) => data.toString('hex', 2).toUpperCase()),
    };
}
function isWeak({ digest, hashed }) {
    return digest.isWeak && (digest.name !== 'sha1' || ((0,openpgp_signature_packet/* secondsIn */.z)(hashed, subpacket.created) ?? sha1Until) >= sha1Until);
}
/** RFC 9580 §5.2.1.9: the embedded signature of a binding is the subkey's own consent; it proves itself wherever it is. */
function isCrossCertified({ hashed, unhashed }, about) {
    const { subkey } = about;
    if (subkey === undefined)
        return false;
    return [...hashed, ...unhashed].some(({ type, data }) => {
        if (type !== subpacket.embedded)
            return false;
        return quietly(() => {
            const embedded = (0,openpgp_signature_packet/* readSignaturePacket */.r)(data);
            const counts = embedded.type === primaryKeyBinding && !embedded.hashed.some(isNotUnderstood) && !isWeak(embedded);
            return counts && (0,openpgp_verification/* verifiesOpenpgp */.h)(embedded, subkey, signedData(about));
        });
    });
}
/** What a signature over a key, a binding or a user id hashes (RFC 9580 §5.2.4). */
function signedData({ primary, subkey, userId }) {
    if (subkey !== undefined)
        return Buffer.concat([primary.hashed, subkey.hashed]);
    if (userId === undefined)
        return primary.hashed;
    const head = Buffer.alloc(5, 0xb4);
    head.writeUInt32BE(userId.length, 1);
    return Buffer.concat([primary.hashed, head, userId]);
}
function isNotUnderstood({ type, isCritical }) {
    return isCritical && (type === subpacket.notation || type > lastDefined);
}
/** A packet that cannot be read or verified says nothing; `unsupported` is one whose algorithm is not known. */
function quietly(read, unsupported) {
    try {
        return read();
    }
    catch (error) {
        if (error instanceof malformed/* Unsupported */.O0)
            return unsupported;
        if (error instanceof malformed/* Malformed */.sG)
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/signature/openpgp/open-certificate.js

/**
 * Verifies what a certificate's keys say of themselves (RFC 9580 §10.1). What does not verify is left out, except that a
 * revocation in doubt holds, and that of a key wherever in the certificate it is.
 */
function openCertificate({ file, primary, subkeys, users, signatures }) {
    const { about: key } = primary;
    const direct = selfSignatures(signatures, { primary: key });
    const certified = users.map(({ about: userId, signatures: own }) => ({
        id: userId.toString('utf8'),
        certifications: selfSignatures(own, { primary: key, userId }),
        revocations: own.flatMap((body) => readRevocation(body, { primary: key, userId }) ?? []),
    }));
    const all = [...direct, ...certified.flatMap(({ certifications }) => certifications)];
    const revokers = all.flatMap((signature) => signature.revokers);
    return {
        file,
        primary: {
            key,
            isPrimary: true,
            signatures: direct,
            revocations: signatures.flatMap((body) => readRevocation(body, { primary: key }) ?? readForeignRevocation(body, revokers) ?? []),
        },
        subkeys: subkeys.map(({ about: subkey, signatures: own }) => ({
            key: subkey,
            isPrimary: false,
            signatures: selfSignatures(own, { primary: key, subkey }),
            revocations: signatures.flatMap((body) => readRevocation(body, { primary: key, subkey }) ?? []),
        })),
        users: certified,
    };
}
function selfSignatures(bodies, about) {
    return bodies.flatMap((body) => readSelfSignature(body, about) ?? []);
}

;// CONCATENATED MODULE: ./build/signature/openpgp/openpgp-certificate.js
/** Two copies of one certificate as one: a revocation in either holds. */
function mergeCertificates(a, b) {
    const users = new Map(a.users.map((user) => [user.id, user]));
    for (const user of b.users) {
        const own = users.get(user.id);
        const certifications = [...(own?.certifications ?? []), ...user.certifications];
        users.set(user.id, {
            id: user.id,
            certifications,
            revocations: [...(own?.revocations ?? []), ...user.revocations],
        });
    }
    const subkeys = new Map(a.subkeys.map((subkey) => [subkey.key.fingerprint, subkey]));
    for (const subkey of b.subkeys) {
        const own = subkeys.get(subkey.key.fingerprint);
        subkeys.set(subkey.key.fingerprint, own === undefined ? subkey : mergeComponents(own, subkey));
    }
    const primary = mergeComponents(a.primary, b.primary);
    return { file: a.file, primary, subkeys: [...subkeys.values()], users: [...users.values()] };
}
function mergeComponents(a, b) {
    const signatures = [...a.signatures, ...b.signatures];
    return { ...a, signatures, revocations: [...a.revocations, ...b.revocations] };
}

// EXTERNAL MODULE: ./build/signature/openpgp/openpgp-packet.js
var openpgp_packet = __nccwpck_require__(21991);
// EXTERNAL MODULE: ./build/signature/openpgp/openpgp-public-key.js
var openpgp_public_key = __nccwpck_require__(43112);
;// CONCATENATED MODULE: ./build/signature/openpgp/openpgp-certificate-block.js



/** Packet types (RFC 9580 §5). */
const tags = { signature: 2, secretKey: 5, publicKey: 6, secretSubkey: 7, userId: 13, publicSubkey: 14 };
/** Markers, a keyring's own notes on trust, and padding: they may be anywhere and say nothing. */
const meaningless = new Set([10, 12, 21]);
/** What is signed as user ids are, and says nothing here: an image. */
const userAttribute = 17;
/** RFC 9580 §4.3: packet types from here on may be passed over by those who do not know them. */
const firstNonCritical = 40;
/** Takes a binary key file apart into certificates. Throws Malformed or Unsupported. */
function certificateBlocks(file, bytes) {
    const packets = (0,openpgp_packet/* openpgpPackets */.fV)(bytes);
    if (packets.some(({ tag }) => tag === tags.secretKey || tag === tags.secretSubkey)) {
        throw new malformed/* Malformed */.sG('holds a private key: revoke it, and export the public one with gpg --export --armor');
    }
    if (packets[0]?.tag !== tags.publicKey)
        throw new malformed/* Malformed */.sG('does not begin with a public key');
    const starts = packets.flatMap(({ tag }, index) => (tag === tags.publicKey ? [index] : []));
    return starts.map((start, index) => certificateBlock(file, packets.slice(start, starts[index + 1])));
}
function certificateBlock(file, packets) {
    const [first, ...rest] = packets;
    const primary = certified((0,openpgp_public_key/* readOpenpgpPublicKey */.A)(first?.body ?? Buffer.alloc(0)));
    const subkeys = [];
    const users = [];
    const all = [];
    let current = primary;
    for (const { tag, body } of rest) {
        switch (tag) {
            case tags.signature:
                current.signatures.push(body);
                all.push(body);
                break;
            case tags.userId:
                current = certified(body);
                users.push({ about: body, signatures: current.signatures });
                break;
            case tags.publicSubkey: {
                const key = readSubkey(body);
                current = certified(key);
                if (key !== undefined)
                    subkeys.push({ about: key, signatures: current.signatures });
                break;
            }
            default:
                if (meaningless.has(tag))
                    break;
                if (tag < firstNonCritical && tag !== userAttribute) {
                    throw new malformed/* Malformed */.sG(`holds a packet of type ${tag}, which is not a part of a public key`);
                }
                current = certified(undefined);
        }
    }
    return { file, primary, subkeys, users, signatures: all };
}
function certified(about) {
    return { about, signatures: [] };
}
function readSubkey(body) {
    try {
        return (0,openpgp_public_key/* readOpenpgpPublicKey */.A)(body);
    }
    catch (error) {
        if (error instanceof malformed/* Malformed */.sG || error instanceof malformed/* Unsupported */.O0)
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/signature/openpgp/openpgp-keyring.js





/** Takes key files apart into certificates, without judging them. What cannot be read is a problem, file by file. */
function readCertificateBlocks(files) {
    const blocks = [];
    const problems = [];
    for (const file of files) {
        try {
            for (const bytes of binaryBlocks(file.bytes)) {
                for (const block of certificateBlocks(file.path, bytes))
                    blocks.push(block);
            }
        }
        catch (error) {
            if (!(error instanceof malformed/* Malformed */.sG || error instanceof malformed/* Unsupported */.O0))
                throw error;
            problems.push({ file: file.path, line: undefined, what: `The file ${error.message}.` });
        }
    }
    return { blocks, problems };
}
/** The binary content of a key file: as it is, or of each armor in it. */
function binaryBlocks(bytes) {
    if (((bytes[0] ?? 0) & 0x80) !== 0)
        return [bytes];
    const text = bytes.toString('latin1');
    if (text.includes('-----BEGIN PGP PRIVATE KEY BLOCK-----')) {
        throw new malformed/* Malformed */.sG('holds a private key: revoke it, and export the public one with gpg --export --armor');
    }
    const label = 'PGP PUBLIC KEY BLOCK';
    const end = `-----END ${label}-----`;
    const armors = text.split(end);
    if (armors.pop()?.includes(`-----BEGIN ${label}-----`))
        throw new malformed/* Malformed */.sG('is cut off');
    if (armors.length === 0)
        throw new malformed/* Malformed */.sG('holds no OpenPGP public key (gpg --export --armor)');
    return armors.map((armor) => {
        const begin = armor.indexOf(`-----BEGIN ${label}-----`);
        return (0,model_armor/* openpgpBytes */.Vn)(`${armor.slice(Math.max(begin, 0))}${end}`, label);
    });
}
/** The keys of `blocks`. A certificate is opened, which verifies its self-signatures, when one of its keys is first asked for. */
function keyringOf(blocks) {
    const copies = new Map();
    const owners = new Map();
    for (const block of blocks) {
        const owner = block.primary.about.fingerprint;
        listIn(copies, owner).push(block);
        for (const { about } of [block.primary, ...block.subkeys]) {
            for (const name of [about.fingerprint, about.keyId])
                owners.set(name, (owners.get(name) ?? new Set()).add(owner));
        }
    }
    const certificate = remembered((owner) => (copies.get(owner) ?? []).map(openCertificate).reduce(mergeCertificates));
    const get = remembered((name) => [...(owners.get(name) ?? [])].flatMap((owner) => keysNamed(name, certificate(owner))));
    return { get };
}
function listIn(map, key) {
    const list = map.get(key) ?? [];
    map.set(key, list);
    return list;
}
function remembered(make) {
    const made = new Map();
    return (name) => {
        const known = made.get(name) ?? make(name);
        made.set(name, known);
        return known;
    };
}
function keysNamed(name, certificate) {
    return [certificate.primary, ...certificate.subkeys]
        .filter(({ key }) => key.fingerprint === name || key.keyId === name)
        .map((component) => ({ certificate, component }));
}


/***/ }),

/***/ 21991:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   ZB: () => (/* binding */ OpenpgpReader),
/* harmony export */   as: () => (/* binding */ readPacketHeader),
/* harmony export */   fV: () => (/* binding */ openpgpPackets)
/* harmony export */ });
/* harmony import */ var _model_byte_reader_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(28957);
/* harmony import */ var _model_malformed_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(81178);


/** Takes a packet stream apart. Throws Malformed for partial and indeterminate lengths, which keys and signatures never need. */
function openpgpPackets(bytes) {
    const packets = [];
    const reader = new OpenpgpReader(bytes);
    while (!reader.atEnd) {
        const { tag, length } = readPacketHeader(reader);
        if (length === undefined)
            throw new _model_malformed_js__WEBPACK_IMPORTED_MODULE_0__/* .Malformed */ .sG('uses a partial or indeterminate packet length');
        packets.push({ tag, body: reader.bytes(length) });
    }
    return packets;
}
/**
 * A packet's header (RFC 9580 §4.2): its type and its body's length, undefined where that is partial or indeterminate.
 * Throws Malformed where none begins here.
 */
function readPacketHeader(reader) {
    const first = reader.uint8();
    if ((first & 0x80) === 0)
        throw new _model_malformed_js__WEBPACK_IMPORTED_MODULE_0__/* .Malformed */ .sG('is not a sequence of OpenPGP packets');
    const isNew = (first & 0x40) !== 0;
    const tag = isNew ? first & 0x3f : (first >> 2) & 0x0f;
    return { tag, length: isNew ? newLength(reader) : oldLength(reader, first & 0x03) };
}
function newLength(reader) {
    const first = reader.uint8();
    if (first < 192)
        return first;
    if (first < 224)
        return ((first - 192) << 8) + reader.uint8() + 192;
    return first < 255 ? undefined : reader.uint32();
}
function oldLength(reader, kind) {
    return [() => reader.uint8(), () => reader.uint16(), () => reader.uint32()][kind]?.();
}
/** Reads a packet's body (RFC 9580 §4.2). */
class OpenpgpReader extends _model_byte_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .ByteReader */ .k {
    /**
     * A multiprecision integer (RFC 9580 §3.2) without leading zero bytes. The bit count needs not be exact: GitHub's former
     * key wrote that of whole bytes on thousands of genuine signatures.
     */
    integer() {
        const bits = this.uint16();
        const bytes = this.bytes((bits + 7) >> 3);
        const [first = 0] = bytes;
        if (32 - Math.clz32(first) > ((bits + 7) & 7) + 1)
            throw new _model_malformed_js__WEBPACK_IMPORTED_MODULE_0__/* .Malformed */ .sG('holds a number longer than it says');
        let start = 0;
        while (bytes[start] === 0)
            start++;
        return bytes.subarray(start);
    }
    end() {
        if (!this.atEnd)
            throw new _model_malformed_js__WEBPACK_IMPORTED_MODULE_0__/* .Malformed */ .sG('holds bytes beyond its end');
    }
}


/***/ }),

/***/ 43112:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ readOpenpgpPublicKey)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(77598);
/* harmony import */ var _model_forgeable_keys_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(79565);
/* harmony import */ var _model_malformed_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(81178);
/* harmony import */ var _openpgp_packet_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(21991);




/** Reads the body of a public key or subkey packet. Throws Malformed, or Unsupported for versions 3 and 5. */
function readOpenpgpPublicKey(body) {
    const reader = new _openpgp_packet_js__WEBPACK_IMPORTED_MODULE_2__/* .OpenpgpReader */ .ZB(body);
    const version = reader.uint8();
    if (version !== 4 && version !== 6)
        throw new _model_malformed_js__WEBPACK_IMPORTED_MODULE_3__/* .Unsupported */ .O0(`holds a key of version ${version}, which is not supported`);
    const created = reader.uint32();
    const algorithm = reader.uint8();
    if (version === 6 && reader.uint32() !== body.length - reader.position) {
        throw new _model_malformed_js__WEBPACK_IMPORTED_MODULE_3__/* .Malformed */ .sG('holds a key whose length is not what it says');
    }
    const hashed = Buffer.concat([prefix(version, body.length), body]);
    const digest = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)(version === 4 ? 'sha1' : 'sha256')
        .update(hashed)
        .digest('hex');
    const fingerprint = digest.toUpperCase();
    const keyId = version === 4 ? fingerprint.slice(-16) : fingerprint.slice(0, 16);
    return { version, fingerprint, keyId, created, algorithm, hashed, material: material(algorithm, reader) };
}
function prefix(version, length) {
    const [tag, size] = version === 4 ? [0x99, 2] : [0x9b, 4];
    const bytes = Buffer.alloc(1 + size, tag);
    bytes.writeUIntBE(length, 1, size);
    return bytes;
}
/** Public-key algorithms of RFC 9580 §9.1 that sign. */
function material(algorithm, reader) {
    switch (algorithm) {
        case 1:
        case 3:
            return rsa(reader);
        case 17:
            return { kind: 'dsa' };
        case 19:
            return ecdsa(reader);
        case 22:
            return eddsaLegacy(reader);
        case 27:
            return native('ed25519', 32, 64, reader);
        case 28:
            return native('ed448', 57, 114, reader);
        default:
            return undefined;
    }
}
function rsa(reader) {
    const n = reader.integer();
    const e = reader.integer();
    reader.end();
    if (!(0,_model_forgeable_keys_js__WEBPACK_IMPORTED_MODULE_1__/* .isRsaKey */ .w$)(n, e))
        throw new _model_malformed_js__WEBPACK_IMPORTED_MODULE_3__/* .Malformed */ .sG('holds an RSA key that is none');
    const jwk = { kty: 'RSA', n: n.toString('base64url'), e: e.toString('base64url') };
    return { kind: 'rsa', bits: (0,_model_forgeable_keys_js__WEBPACK_IMPORTED_MODULE_1__/* .modulusBits */ .i1)(n), key: keyOrMalformed(() => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)({ key: jwk, format: 'jwk' })) };
}
const ecdsaCurves = [
    { oid: '2a8648ce3d030107', size: 32 }, // NIST P-256
    { oid: '2b81040022', size: 48 }, // NIST P-384
    { oid: '2b81040023', size: 66 }, // NIST P-521
    { oid: '2b8104000a', size: 32 }, // secp256k1
    { oid: '2b2403030208010107', size: 32 }, // brainpoolP256r1
    { oid: '2b240303020801010b', size: 48 }, // brainpoolP384r1
    { oid: '2b240303020801010d', size: 64 }, // brainpoolP512r1
];
function ecdsa(reader) {
    const oid = reader.bytes(reader.uint8());
    const point = reader.integer();
    reader.end();
    const curve = ecdsaCurves.find((each) => each.oid === oid.toString('hex'));
    if (curve === undefined)
        return undefined;
    if (point[0] !== 4 || point.length !== 1 + 2 * curve.size)
        throw new _model_malformed_js__WEBPACK_IMPORTED_MODULE_3__/* .Malformed */ .sG('holds an ECDSA key that is not a point');
    const ecPublicKey = Buffer.from('06072a8648ce3d0201', 'hex');
    const der = subjectPublicKeyInfo(Buffer.concat([ecPublicKey, derElement(0x06, oid)]), point);
    return { kind: 'ecdsa', size: curve.size, key: fromDer(der) };
}
const ed25519Legacy = '2b06010401da470f01';
function eddsaLegacy(reader) {
    const oid = reader.bytes(reader.uint8());
    const point = reader.integer();
    reader.end();
    if (oid.toString('hex') !== ed25519Legacy)
        return undefined;
    if (point[0] !== 0x40 || point.length !== 33)
        throw new _model_malformed_js__WEBPACK_IMPORTED_MODULE_3__/* .Malformed */ .sG('holds an Ed25519 key that is not a point');
    return { kind: 'eddsa-legacy', key: edwards('Ed25519', point.subarray(1)) };
}
function native(kind, length, size, reader) {
    const point = reader.bytes(length);
    reader.end();
    return { kind, size, key: edwards(kind === 'ed25519' ? 'Ed25519' : 'Ed448', point) };
}
function edwards(crv, point) {
    if ((0,_model_forgeable_keys_js__WEBPACK_IMPORTED_MODULE_1__/* .isSmallOrder */ .MP)(point))
        throw new _model_malformed_js__WEBPACK_IMPORTED_MODULE_3__/* .Malformed */ .sG(`holds an ${crv} key that anybody can sign with`);
    const jwk = { kty: 'OKP', crv, x: point.toString('base64url') };
    return keyOrMalformed(() => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)({ key: jwk, format: 'jwk' }));
}
function fromDer(der) {
    return keyOrMalformed(() => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)({ key: der, format: 'der', type: 'spki' }));
}
function keyOrMalformed(create) {
    try {
        return create();
    }
    catch {
        throw new _model_malformed_js__WEBPACK_IMPORTED_MODULE_3__/* .Malformed */ .sG('holds a public key that is none');
    }
}
/** RFC 5280 §4.1.2.7. */
function subjectPublicKeyInfo(algorithm, key) {
    const bits = derElement(0x03, Buffer.concat([Buffer.of(0), key]));
    return derElement(0x30, Buffer.concat([derElement(0x30, algorithm), bits]));
}
/** One DER element of at most 255 bytes of content. */
function derElement(tag, content) {
    const length = content.length < 0x80 ? [content.length] : [0x81, content.length];
    return Buffer.concat([Buffer.of(tag, ...length), content]);
}


/***/ }),

/***/ 65162:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ readSignaturePacket),
/* harmony export */   z: () => (/* binding */ secondsIn)
/* harmony export */ });
/* harmony import */ var _model_malformed_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(81178);
/* harmony import */ var _openpgp_packet_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(21991);


const digests = {
    1: { name: 'md5', isWeak: true, saltSize: -1 },
    2: { name: 'sha1', isWeak: true, saltSize: -1 },
    3: { name: 'ripemd160', isWeak: true, saltSize: -1 },
    8: { name: 'sha256', isWeak: false, saltSize: 16 },
    9: { name: 'sha384', isWeak: false, saltSize: 24 },
    10: { name: 'sha512', isWeak: false, saltSize: 32 },
    11: { name: 'sha224', isWeak: false, saltSize: 16 },
    12: { name: 'sha3-256', isWeak: false, saltSize: 16 },
    14: { name: 'sha3-512', isWeak: false, saltSize: 32 },
};
const none = Buffer.alloc(0);
/** Reads a signature packet's body. Throws Malformed or Unsupported. */
function readSignaturePacket(body) {
    const reader = new _openpgp_packet_js__WEBPACK_IMPORTED_MODULE_0__/* .OpenpgpReader */ .ZB(body);
    const version = reader.uint8();
    if (version === 5)
        throw new _model_malformed_js__WEBPACK_IMPORTED_MODULE_1__/* .Unsupported */ .O0('is of LibrePGP version 5, which is not supported');
    // RFC 9580 §5.2.2: five hashed bytes, the type and a time, and no room for anything else.
    if ((version === 2 || version === 3) && body[1] === 5)
        throw new _model_malformed_js__WEBPACK_IMPORTED_MODULE_1__/* .Obsolete */ .at(`the obsolete OpenPGP version ${version}`);
    if (version !== 4 && version !== 6)
        throw new _model_malformed_js__WEBPACK_IMPORTED_MODULE_1__/* .Malformed */ .sG('is of an OpenPGP version that is obsolete or unknown');
    const type = reader.uint8();
    const publicKeyAlgorithm = reader.uint8();
    const digest = digests[reader.uint8()];
    const hashed = reader.bytes(version === 4 ? reader.uint16() : reader.uint32());
    const hashedPart = body.subarray(0, reader.position);
    const unhashed = reader.bytes(version === 4 ? reader.uint16() : reader.uint32());
    reader.uint16(); // The digest's first bits are a hint, and GitHub's former key wrote them wrong.
    const salt = version === 6 ? reader.bytes(reader.uint8()) : none;
    const value = reader.rest();
    if (digest === undefined)
        throw new _model_malformed_js__WEBPACK_IMPORTED_MODULE_1__/* .Unsupported */ .O0('uses a digest that is not supported');
    if (version === 6 && salt.length !== digest.saltSize)
        throw new _model_malformed_js__WEBPACK_IMPORTED_MODULE_1__/* .Malformed */ .sG('has a salt of the wrong size');
    return {
        version,
        type,
        publicKeyAlgorithm,
        digest,
        hashed: subpackets(hashed),
        unhashed: subpackets(unhashed),
        salt,
        trailer: trailer(hashedPart),
        value,
    };
}
/** RFC 9580 §5.2.4: the hashed part, then the version, 0xFF and its length. */
function trailer(hashedPart) {
    const { length } = hashedPart;
    const bytes = Buffer.allocUnsafe(length + 6);
    bytes.set(hashedPart);
    bytes.writeUInt16BE(((hashedPart[0] ?? 0) << 8) | 0xff, length);
    bytes.writeUInt32BE(length, length + 2);
    return bytes;
}
function subpackets(area) {
    const reader = new _openpgp_packet_js__WEBPACK_IMPORTED_MODULE_0__/* .OpenpgpReader */ .ZB(area);
    const found = [];
    while (!reader.atEnd) {
        const first = reader.uint8();
        const length = first < 192 ? first : first < 255 ? ((first - 192) << 8) + reader.uint8() + 192 : reader.uint32();
        if (length === 0)
            throw new _model_malformed_js__WEBPACK_IMPORTED_MODULE_1__/* .Malformed */ .sG('holds an empty subpacket');
        const type = reader.uint8();
        found.push({ type: type & 0x7f, isCritical: (type & 0x80) !== 0, data: reader.bytes(length - 1) });
    }
    return found;
}
/** The four-byte value of a hashed subpacket that occurs at most once. Throws Malformed. */
function secondsIn(hashed, type) {
    let seconds;
    for (const each of hashed) {
        if (each.type !== type)
            continue;
        if (seconds !== undefined || each.data.length !== 4)
            throw new _model_malformed_js__WEBPACK_IMPORTED_MODULE_1__/* .Malformed */ .sG('holds a time that is none, or two');
        seconds = each.data.readUInt32BE();
    }
    return seconds;
}


/***/ }),

/***/ 72461:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   c2: () => (/* binding */ issuerNames),
/* harmony export */   qs: () => (/* binding */ signedDocument),
/* harmony export */   uD: () => (/* binding */ readOpenpgpSignature)
/* harmony export */ });
/* harmony import */ var _model_armor_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2288);
/* harmony import */ var _model_malformed_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(81178);
/* harmony import */ var _openpgp_packet_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(21991);
/* harmony import */ var _openpgp_signature_packet_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(65162);




const signatureTag = 2;
/** Types (RFC 9580 §5.2.1). A text signature is over the document with each line end as CR LF. */
const [binaryDocument, textDocument] = [0x00, 0x01];
/** Subpackets (RFC 9580 §5.2.3.7) that are understood, or may be left aside even where marked critical. */
const subpacket = { created: 2, expires: 3, issuerKeyId: 16, issuerFingerprint: 33 };
const understood = new Set([
    ...Object.values(subpacket),
    4, // exportable
    7, // revocable
    28, // signer's user id: who signed is the key's to say
    35, // intended recipients
]);
/**
 * Reads the one signature packet of an armor. Times count only from the hashed area; issuers from both, because
 * verification shows whether they are true. Throws Malformed or Unsupported.
 */
function readOpenpgpSignature(armor) {
    const [first, ...further] = (0,_openpgp_packet_js__WEBPACK_IMPORTED_MODULE_2__/* .openpgpPackets */ .fV)((0,_model_armor_js__WEBPACK_IMPORTED_MODULE_0__/* .openpgpBytes */ .Vn)(armor, 'PGP SIGNATURE'));
    if (first?.tag !== signatureTag || further.length > 0)
        throw new _model_malformed_js__WEBPACK_IMPORTED_MODULE_3__/* .Malformed */ .sG('is not exactly one signature packet');
    const packet = (0,_openpgp_signature_packet_js__WEBPACK_IMPORTED_MODULE_1__/* .readSignaturePacket */ .r)(first.body);
    if (packet.type !== binaryDocument && packet.type !== textDocument) {
        throw new _model_malformed_js__WEBPACK_IMPORTED_MODULE_3__/* .Malformed */ .sG(`is of type ${packet.type}, not one over a document`);
    }
    const created = (0,_openpgp_signature_packet_js__WEBPACK_IMPORTED_MODULE_1__/* .secondsIn */ .z)(packet.hashed, subpacket.created);
    if (created === undefined)
        throw new _model_malformed_js__WEBPACK_IMPORTED_MODULE_3__/* .Malformed */ .sG('does not say when it was made');
    const lifetime = (0,_openpgp_signature_packet_js__WEBPACK_IMPORTED_MODULE_1__/* .secondsIn */ .z)(packet.hashed, subpacket.expires) ?? 0;
    const issuers = { fingerprints: [], keyIds: [] };
    addIssuers(packet.hashed, issuers);
    addIssuers(packet.unhashed, issuers);
    return {
        packet,
        created,
        expires: lifetime === 0 ? undefined : created + lifetime,
        issuerFingerprints: issuers.fingerprints,
        issuerKeyIds: issuers.keyIds,
    };
}
/**
 * What a signature of this type hashes of `document`. Throws Malformed for a text signature over a document that holds a CR:
 * others with other line ends would fit as well. Without one it binds the exact bytes.
 */
function signedDocument({ packet }, document) {
    if (packet.type === binaryDocument)
        return document;
    if (document.includes('\r'))
        throw new _model_malformed_js__WEBPACK_IMPORTED_MODULE_3__/* .Malformed */ .sG('is over text, and would fit other line ends as well');
    return Buffer.from(document.toString('latin1').replaceAll('\n', '\r\n'), 'latin1');
}
/** Throws Malformed where a subpacket is critical and not understood. */
function addIssuers(area, issuers) {
    for (const { type, isCritical, data } of area) {
        if (isCritical && !understood.has(type)) {
            throw new _model_malformed_js__WEBPACK_IMPORTED_MODULE_3__/* .Malformed */ .sG(`holds a critical subpacket of type ${type}, which is not understood`);
        }
        if (type === subpacket.issuerFingerprint)
            issuers.fingerprints.push(data.subarray(1));
        else if (type === subpacket.issuerKeyId)
            issuers.keyIds.push(data);
    }
}
/** The names a signature gives its key, upper-case hex: full fingerprints, or key ids where it has no more. */
function issuerNames({ issuerFingerprints, issuerKeyIds }) {
    const names = issuerFingerprints.length > 0 ? issuerFingerprints : issuerKeyIds;
    return names.map((name) => name.toString('hex').toUpperCase());
}


/***/ }),

/***/ 28816:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ verifiesOpenpgp),
/* harmony export */   o: () => (/* binding */ openpgpCheck)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(77598);
/* harmony import */ var _model_malformed_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(81178);
/* harmony import */ var _model_signature_check_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(40912);
/* harmony import */ var _openpgp_packet_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(21991);




/** The algorithm of a signature that a key's algorithm makes; RSA has one for signing only. */
function goesWith(signature, key) {
    const isRsa = (algorithm) => algorithm === 1 || algorithm === 3;
    const { publicKeyAlgorithm } = signature;
    return publicKeyAlgorithm === key.algorithm || (isRsa(publicKeyAlgorithm) && isRsa(key.algorithm));
}
/** Whether `signature` is `key`'s over `document`. Throws Malformed or Unsupported. */
function verifiesOpenpgp(signature, key, document) {
    return (0,_model_signature_check_js__WEBPACK_IMPORTED_MODULE_1__/* .checkNow */ .V)(openpgpCheck(signature, key, document));
}
/**
 * What shows whether `signature` is `key`'s over `document` (RFC 9580 §5.2.4). Weak digests and short keys are checked as well:
 * calling them weak is the caller's. Throws Malformed for a value of the wrong form, Unsupported for what node:crypto lacks.
 */
function openpgpCheck(signature, key, document) {
    if (signature.version !== key.version)
        throw new _model_malformed_js__WEBPACK_IMPORTED_MODULE_2__/* .Malformed */ .sG('is of another OpenPGP version than the key it names');
    if (!goesWith(signature, key))
        throw new _model_malformed_js__WEBPACK_IMPORTED_MODULE_2__/* .Malformed */ .sG('uses another algorithm than the key it names');
    const { material } = key;
    if (material === undefined || material.kind === 'dsa')
        throw new _model_malformed_js__WEBPACK_IMPORTED_MODULE_2__/* .Unsupported */ .O0('uses an algorithm that is not supported');
    const value = signatureValue(signature, material);
    const hashed = Buffer.concat([signature.salt, document, signature.trailer]);
    const { name } = signature.digest;
    switch (material.kind) {
        case 'rsa':
            return { digest: name, data: hashed, key: material.key, value };
        case 'ecdsa':
            return { digest: name, data: hashed, key: { key: material.key, dsaEncoding: 'ieee-p1363' }, value };
        default:
            return { digest: null, data: digestOf(name, hashed), key: material.key, value };
    }
}
/** The digest an EdDSA signature signs (RFC 9580 §5.2.3.3). */
function digestOf(name, hashed) {
    try {
        return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)(name, hashed, 'buffer');
    }
    catch {
        throw new _model_malformed_js__WEBPACK_IMPORTED_MODULE_2__/* .Unsupported */ .O0(`uses the digest ${name}, which this system's node lacks`);
    }
}
/** The signature's value as node:crypto takes it, every integer exact and nothing left over. */
function signatureValue({ value }, material) {
    const reader = new _openpgp_packet_js__WEBPACK_IMPORTED_MODULE_3__/* .OpenpgpReader */ .ZB(value);
    const read = () => {
        switch (material.kind) {
            case 'rsa':
                return padded(reader.integer(), Math.ceil(material.bits / 8));
            case 'ecdsa':
                return Buffer.concat([padded(reader.integer(), material.size), padded(reader.integer(), material.size)]);
            case 'eddsa-legacy':
                return Buffer.concat([padded(reader.integer(), 32), padded(reader.integer(), 32)]);
            default:
                return reader.bytes(material.size);
        }
    };
    const bytes = read();
    reader.end();
    return bytes;
}
function padded(integer, size) {
    if (integer.length === size)
        return integer;
    if (integer.length > size)
        throw new _model_malformed_js__WEBPACK_IMPORTED_MODULE_2__/* .Malformed */ .sG('holds a number larger than its key');
    return Buffer.concat([Buffer.alloc(size - integer.length), integer]);
}


/***/ }),

/***/ 78394:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ userEmail),
/* harmony export */   n: () => (/* binding */ userName)
/* harmony export */ });
/* harmony import */ var _model_email_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(22467);

/** The email of a user id: `Name (Comment) <email>` or a bare address; undefined where there is none, or more than one reading. */
function userEmail(id) {
    const email = /^[^<>]*<([^<>]*)>$/.exec(id)?.[1] ?? id;
    return (0,_model_email_js__WEBPACK_IMPORTED_MODULE_0__/* .isEmail */ .xf)(email) ? email : undefined;
}
/** The name of a user id, without comment and email. */
function userName(id) {
    const name = id.slice(0, Math.max(0, id.search(/[(<]/))).trim();
    return name || id;
}


/***/ }),

/***/ 535:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   CZ: () => (/* binding */ userVerified),
/* harmony export */   Ur: () => (/* binding */ readSshBlobSignature),
/* harmony export */   gY: () => (/* binding */ sshBlobCheck),
/* harmony export */   nx: () => (/* binding */ userPresent),
/* harmony export */   vz: () => (/* binding */ verifiesSshBlob)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(77598);
/* harmony import */ var _model_malformed_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(81178);
/* harmony import */ var _model_signature_check_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(40912);
/* harmony import */ var _ssh_wire_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(25006);




/** The device saw a person touch it; and it checked who (PROTOCOL.u2f, `SSH_SK_USER_PRESENCE_REQD`, `…_VERIFICATION_REQD`). */
const userPresent = 0x01;
const userVerified = 0x04;
const webauthnEcdsa = 'webauthn-sk-ecdsa-sha2-nistp256@openssh.com';
/** Reads a signature blob whole. Throws Malformed. */
function readSshBlobSignature(blob) {
    const reader = new _ssh_wire_js__WEBPACK_IMPORTED_MODULE_2__/* .SshReader */ .o(blob);
    const algorithm = reader.name();
    const value = reader.string();
    const isDevice = algorithm.startsWith('sk-') || algorithm === webauthnEcdsa;
    const device = isDevice ? deviceData(reader, algorithm === webauthnEcdsa) : undefined;
    reader.end();
    return { algorithm, value, device };
}
function deviceData(reader, isWebauthn) {
    const flags = reader.uint8();
    const counter = reader.bytes(4);
    if (!isWebauthn)
        return { flags, counter, webauthn: undefined };
    return {
        flags,
        counter,
        webauthn: { origin: reader.name(), clientData: reader.string(), extensions: reader.string() },
    };
}
/** Whether `signature` is `key`'s over `data`. Throws Malformed or Unsupported. */
function verifiesSshBlob(key, signature, data) {
    const check = sshBlobCheck(key, signature, data);
    return check !== undefined && (0,_model_signature_check_js__WEBPACK_IMPORTED_MODULE_1__/* .checkNow */ .V)(check);
}
/**
 * What shows whether `signature` is `key`'s over `data`; undefined where it cannot be. Throws Unsupported for DSA and for an algorithm that does not go with the
 * key's type, and Malformed for a value of the wrong form. SHA-1 (`ssh-rsa`) is checked: calling it weak is the caller's.
 */
function sshBlobCheck(key, signature, data) {
    if (key.key === undefined)
        throw new _model_malformed_js__WEBPACK_IMPORTED_MODULE_3__/* .Unsupported */ .O0('was made with a DSA key');
    const { algorithm, value } = signature;
    if (key.algorithm === 'rsa') {
        const digest = rsaDigests.get(algorithm);
        if (digest === undefined)
            throw new _model_malformed_js__WEBPACK_IMPORTED_MODULE_3__/* .Malformed */ .sG('names an algorithm that does not go with its RSA key');
        // RFC 8332 §3 demands the modulus' length, but older writers left out leading zeros, and OpenSSH pads them (ssh-rsa.c).
        const length = Math.ceil((key.modulusBits ?? 0) / 8);
        if (value.length > length)
            throw new _model_malformed_js__WEBPACK_IMPORTED_MODULE_3__/* .Malformed */ .sG('is longer than its RSA key');
        return { digest, data, key: key.key, value: Buffer.concat([Buffer.alloc(length - value.length), value]) };
    }
    const message = key.application === undefined ? data : signedByDevice(key.application, signature, data);
    if (message === undefined)
        return undefined;
    if (algorithm !== key.type && !(algorithm === webauthnEcdsa && key.type === 'sk-ecdsa-sha2-nistp256@openssh.com')) {
        throw new _model_malformed_js__WEBPACK_IMPORTED_MODULE_3__/* .Malformed */ .sG('names an algorithm that does not go with its key');
    }
    if (key.curve === undefined) {
        if (value.length !== 64)
            throw new _model_malformed_js__WEBPACK_IMPORTED_MODULE_3__/* .Malformed */ .sG('holds an Ed25519 value of the wrong length');
        return { digest: null, data: message, key: key.key, value };
    }
    return {
        digest: key.curve.digest,
        data: message,
        key: { key: key.key, dsaEncoding: 'ieee-p1363' },
        value: ecdsaValue(value, key.curve.size),
    };
}
const rsaDigests = new Map([
    ['rsa-sha2-256', 'sha256'],
    ['rsa-sha2-512', 'sha512'],
    ['ssh-rsa', 'sha1'],
]);
/** The two integers side by side, each `size` bytes. */
function ecdsaValue(value, size) {
    const reader = new _ssh_wire_js__WEBPACK_IMPORTED_MODULE_2__/* .SshReader */ .o(value);
    const integers = [reader.positiveInteger(), reader.positiveInteger()];
    reader.end();
    const raw = Buffer.alloc(2 * size);
    for (const [index, integer] of integers.entries()) {
        if (integer.length > size)
            throw new _model_malformed_js__WEBPACK_IMPORTED_MODULE_3__/* .Malformed */ .sG('holds an ECDSA number larger than its curve');
        integer.copy(raw, (index + 1) * size - integer.length);
    }
    return raw;
}
/** Undefined where a browser signed something else. What a security key signs: digest of the application, flags, counter, extensions, digest of the message (PROTOCOL.u2f). */
function signedByDevice(application, { device }, data) {
    if (device === undefined)
        throw new _model_malformed_js__WEBPACK_IMPORTED_MODULE_3__/* .Malformed */ .sG('lacks what a security key adds to it');
    const { flags, counter, webauthn } = device;
    const message = webauthn === undefined ? data : clientData(webauthn, flags, data);
    if (message === undefined)
        return undefined;
    return Buffer.concat([
        sha256(application),
        Buffer.of(flags),
        counter,
        webauthn?.extensions ?? Buffer.alloc(0),
        sha256(message),
    ]);
}
/** A browser's client data if it begins with our challenge and origin (`webauthn_check_prepare_hash` in ssh-ecdsa-sk.c). */
function clientData(webauthn, flags, data) {
    const { origin, clientData: json, extensions } = webauthn;
    const hasExtensions = (flags & 0x80) !== 0;
    const hasAttestedData = (flags & 0x40) !== 0;
    const start = `{"type":"webauthn.get","challenge":"${data.toString('base64url')}","origin":"${origin}"`;
    if (origin.includes('"') || hasAttestedData || hasExtensions !== extensions.length > 0) {
        throw new _model_malformed_js__WEBPACK_IMPORTED_MODULE_3__/* .Malformed */ .sG('holds browser data that contradict themselves');
    }
    return json.toString('latin1', 0, start.length) === start ? json : undefined;
}
function sha256(bytes) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)('sha256', bytes, 'buffer');
}


/***/ }),

/***/ 89581:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ matchesPatternList)
/* harmony export */ });
/* unused harmony export matchesPattern */
/**
 * Whether `text` matches `pattern`, where `*` is any run of characters and `?` any one (ssh_config(5) PATTERNS,
 * `match_pattern` in OpenSSH's match.c). Linear in the product of both lengths, whatever the pattern.
 */
function matchesPattern(text, pattern) {
    let star = -1;
    let resume = 0;
    let p = 0;
    for (let t = 0; t < text.length;) {
        if (pattern[p] === '*') {
            star = p++;
            resume = t;
        }
        else if (p < pattern.length && (pattern[p] === '?' || pattern[p] === text[t])) {
            p++;
            t++;
        }
        else if (star >= 0) {
            p = star + 1;
            t = ++resume;
        }
        else {
            return false;
        }
    }
    while (pattern[p] === '*')
        p++;
    return p === pattern.length;
}
/** Whether `text` matches one pattern of the comma-separated list and none of its negated ones (`!pattern`). */
function matchesPatternList(text, list) {
    const patterns = list.split(',');
    if (patterns.some((pattern) => pattern.startsWith('!') && matchesPattern(text, pattern.slice(1))))
        return false;
    return patterns.some((pattern) => !pattern.startsWith('!') && matchesPattern(text, pattern));
}


/***/ }),

/***/ 72432:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   gy: () => (/* binding */ certifiedType),
/* harmony export */   pq: () => (/* binding */ readSshKeyFields),
/* harmony export */   tT: () => (/* binding */ readSshPublicKey)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(77598);
/* harmony import */ var _model_forgeable_keys_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(79565);
/* harmony import */ var _model_malformed_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(81178);
/* harmony import */ var _ssh_wire_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(25006);




const curves = {
    nistp256: { jwk: 'P-256', digest: 'sha256', size: 32 },
    nistp384: { jwk: 'P-384', digest: 'sha384', size: 48 },
    nistp521: { jwk: 'P-521', digest: 'sha512', size: 66 },
};
const certificateSuffix = '-cert-v01@openssh.com';
/** The plain type of a certificate's type, or undefined where `type` is not a certificate's. */
function certifiedType(type) {
    if (!type.endsWith(certificateSuffix))
        return undefined;
    const plain = type.slice(0, -certificateSuffix.length);
    return plain.startsWith('sk-') ? `${plain}@openssh.com` : plain;
}
/** Reads a plain public key blob whole. Throws Malformed, or Unsupported for a type that is not known. */
function readSshPublicKey(blob) {
    const reader = new _ssh_wire_js__WEBPACK_IMPORTED_MODULE_2__/* .SshReader */ .o(blob);
    const key = readSshKeyFields(reader.name(), reader);
    reader.end();
    return key;
}
/** Reads the fields that follow a plain key type; in a certificate they follow the nonce. */
function readSshKeyFields(type, reader) {
    switch (type) {
        case 'ssh-ed25519':
        case 'sk-ssh-ed25519@openssh.com':
            return ed25519(type, reader);
        case 'ecdsa-sha2-nistp256':
        case 'ecdsa-sha2-nistp384':
        case 'ecdsa-sha2-nistp521':
        case 'sk-ecdsa-sha2-nistp256@openssh.com':
            return ecdsa(type, reader);
        case 'ssh-rsa':
            return rsa(type, reader);
        case 'ssh-dss': {
            const fields = Array.from({ length: 4 }, () => wireInteger(reader.positiveInteger()));
            return describe(type, 'dsa', fields, { key: undefined });
        }
        default:
            throw new _model_malformed_js__WEBPACK_IMPORTED_MODULE_3__/* .Unsupported */ .O0(`uses the SSH key type ${printable(type)}, which is not supported`);
    }
}
function ed25519(type, reader) {
    const point = reader.string();
    if (point.length !== 32)
        throw new _model_malformed_js__WEBPACK_IMPORTED_MODULE_3__/* .Malformed */ .sG('holds an Ed25519 key of the wrong length');
    if ((0,_model_forgeable_keys_js__WEBPACK_IMPORTED_MODULE_1__/* .isSmallOrder */ .MP)(point))
        throw new _model_malformed_js__WEBPACK_IMPORTED_MODULE_3__/* .Malformed */ .sG('holds an Ed25519 key that anybody can sign with');
    const application = type.startsWith('sk-') ? reader.string() : undefined;
    const key = keyFrom({ kty: 'OKP', crv: 'Ed25519', x: point.toString('base64url') });
    return describe(type, 'ed25519', [point, ...(application ? [application] : [])], { key, application });
}
function ecdsa(type, reader) {
    const name = reader.name();
    const curve = curves[name];
    if (curve === undefined || !type.includes(name))
        throw new _model_malformed_js__WEBPACK_IMPORTED_MODULE_3__/* .Malformed */ .sG('holds an ECDSA key on another curve than it says');
    const point = reader.string();
    if (point[0] !== 4 || point.length !== 1 + 2 * curve.size)
        throw new _model_malformed_js__WEBPACK_IMPORTED_MODULE_3__/* .Malformed */ .sG('holds an ECDSA key that is not a point');
    const application = type.startsWith('sk-') ? reader.string() : undefined;
    const key = keyFrom({
        kty: 'EC',
        crv: curve.jwk,
        x: point.toString('base64url', 1, 1 + curve.size),
        y: point.toString('base64url', 1 + curve.size),
    });
    const fields = [Buffer.from(name), point, ...(application ? [application] : [])];
    return describe(type, 'ecdsa', fields, { key, curve, application });
}
function rsa(type, reader) {
    const e = reader.positiveInteger();
    const n = reader.positiveInteger();
    if (!(0,_model_forgeable_keys_js__WEBPACK_IMPORTED_MODULE_1__/* .isRsaKey */ .w$)(n, e))
        throw new _model_malformed_js__WEBPACK_IMPORTED_MODULE_3__/* .Malformed */ .sG('holds an RSA key that is none');
    const bits = (0,_model_forgeable_keys_js__WEBPACK_IMPORTED_MODULE_1__/* .modulusBits */ .i1)(n);
    if (bits > 16_384)
        throw new _model_malformed_js__WEBPACK_IMPORTED_MODULE_3__/* .Unsupported */ .O0('uses an RSA key of more than 16384 bits');
    const key = keyFrom({ kty: 'RSA', n: n.toString('base64url'), e: e.toString('base64url') });
    return describe(type, 'rsa', [wireInteger(e), wireInteger(n)], { key, modulusBits: bits });
}
function keyFrom(jwk) {
    try {
        return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)({ key: jwk, format: 'jwk' });
    }
    catch {
        throw new _model_malformed_js__WEBPACK_IMPORTED_MODULE_3__/* .Malformed */ .sG('holds a public key that is none');
    }
}
function describe(type, algorithm, fields, rest) {
    const blob = Buffer.concat([Buffer.from(type), ...fields].map(_ssh_wire_js__WEBPACK_IMPORTED_MODULE_2__/* .sshString */ ._));
    return {
        type,
        algorithm,
        curve: rest.curve,
        application: rest.application,
        modulusBits: rest.modulusBits,
        fingerprint: `SHA256:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(blob).digest('base64').replace('=', '')}`,
        line: `${type} ${blob.toString('base64')}`,
        key: rest.key,
    };
}
/** The content of an mpint: a zero byte before a first byte with the high bit set. */
function wireInteger(bytes) {
    return bytes.readUInt8() < 0x80 ? bytes : Buffer.concat([Buffer.alloc(1), bytes]);
}
/** A hostile name, made fit for a sentence. */
function printable(name) {
    return name.replace(/[^\x21-\x7e]/g, '?').slice(0, 64);
}


/***/ }),

/***/ 68249:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  v: () => (/* binding */ readSshSignature),
  R: () => (/* binding */ sshCheck)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(77598);
// EXTERNAL MODULE: ./build/signature/model/armor.js
var model_armor = __nccwpck_require__(2288);
// EXTERNAL MODULE: ./build/signature/model/malformed.js
var malformed = __nccwpck_require__(81178);
// EXTERNAL MODULE: ./build/signature/ssh/ssh-blob-signature.js
var ssh_blob_signature = __nccwpck_require__(535);
// EXTERNAL MODULE: ./build/signature/ssh/ssh-public-key.js
var ssh_public_key = __nccwpck_require__(72432);
// EXTERNAL MODULE: ./build/signature/ssh/ssh-wire.js
var ssh_wire = __nccwpck_require__(25006);
;// CONCATENATED MODULE: ./build/signature/ssh/ssh-certificate.js




/** Reads a certificate whose type was read already and verifies the authority's signature over it. Throws Malformed or Unsupported. */
function readSshCertificate(plainType, blob, reader) {
    reader.string(); // nonce
    const subject = (0,ssh_public_key/* readSshKeyFields */.pq)(plainType, reader);
    reader.uint64(); // serial
    const kind = reader.uint32();
    reader.string(); // key id
    const principals = namesIn(reader.string());
    const validAfter = reader.uint64();
    const validBefore = reader.uint64();
    const criticalOptions = optionsIn(reader.string());
    optionsIn(reader.string()); // extensions: permissions of logins
    reader.string(); // reserved
    const authority = (0,ssh_public_key/* readSshPublicKey */.tT)(reader.string());
    const signed = blob.subarray(0, reader.position);
    const authoritySignature = (0,ssh_blob_signature/* readSshBlobSignature */.Ur)(reader.string());
    reader.end();
    if (kind !== 1 && kind !== 2)
        throw new malformed/* Malformed */.sG('was made with a certificate that is neither for a user nor a host');
    if (!(0,ssh_blob_signature/* verifiesSshBlob */.vz)(authority, authoritySignature, signed)) {
        throw new malformed/* Malformed */.sG("was made with a certificate that its authority's key did not sign");
    }
    return {
        subject,
        authority,
        authoritySignature,
        kind: kind === 1 ? 'user' : 'host',
        principals,
        validAfter,
        validBefore,
        criticalOptions,
    };
}
function namesIn(bytes) {
    const reader = new ssh_wire/* SshReader */.o(bytes);
    const names = [];
    while (!reader.atEnd)
        names.push(reader.name());
    return names;
}
/** The names of a certificate's options, each followed by its data. */
function optionsIn(bytes) {
    const reader = new ssh_wire/* SshReader */.o(bytes);
    const names = [];
    while (!reader.atEnd) {
        names.push(reader.name());
        reader.string();
    }
    return names;
}

;// CONCATENATED MODULE: ./build/signature/ssh/ssh-signature.js







const magic = 'SSHSIG';
const magicBytes = Buffer.from(magic);
/** Reads an armored SSH signature. Throws Malformed or Unsupported. */
function readSshSignature(armor, cache) {
    const reader = new ssh_wire/* SshReader */.o((0,model_armor/* sshSignatureBytes */.ie)(armor));
    if (reader.bytes(magic.length).toString('latin1') !== magic)
        throw new malformed/* Malformed */.sG('does not begin with SSHSIG');
    if (reader.uint32() !== 1)
        throw new malformed/* Malformed */.sG('is of an unknown SSHSIG version');
    const keyBlob = reader.string();
    const namespace = reader.name();
    if (reader.string().length > 0)
        throw new malformed/* Malformed */.sG('uses the reserved field');
    const digest = reader.name();
    if (digest !== 'sha256' && digest !== 'sha512')
        throw new malformed/* Malformed */.sG('names a digest other than sha256 and sha512');
    const blob = (0,ssh_blob_signature/* readSshBlobSignature */.Ur)(reader.string());
    reader.end();
    return { signer: cachedSigner(keyBlob, cache), namespace, digest, blob };
}
/** What shows whether the signature is by the key it names, over `payload`; undefined where it cannot be. Throws Malformed or Unsupported. */
function sshCheck({ signer, namespace, digest, blob }, payload) {
    const message = (0,external_node_crypto_.hash)(digest, payload, 'buffer');
    const signed = Buffer.concat([magicBytes, ...[namespace, '', digest, message].map(ssh_wire/* sshString */._)]);
    return (0,ssh_blob_signature/* sshBlobCheck */.gY)(signer.key, blob, signed);
}
function cachedSigner(blob, cache) {
    const id = blob.toString('latin1');
    const cached = cache.get(id);
    if (cached !== undefined)
        return cached;
    const signer = readSigner(blob);
    cache.set(id, signer);
    return signer;
}
function readSigner(blob) {
    const reader = new ssh_wire/* SshReader */.o(blob);
    const type = reader.name();
    const certified = (0,ssh_public_key/* certifiedType */.gy)(type);
    if (certified !== undefined) {
        const certificate = readSshCertificate(certified, blob, reader);
        return { key: certificate.subject, certificate };
    }
    const key = (0,ssh_public_key/* readSshKeyFields */.pq)(type, reader);
    reader.end();
    return { key, certificate: undefined };
}


/***/ }),

/***/ 25006:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ sshString),
/* harmony export */   o: () => (/* binding */ SshReader)
/* harmony export */ });
/* harmony import */ var _model_byte_reader_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(28957);
/* harmony import */ var _model_malformed_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(81178);


/** Reads the SSH wire encoding (RFC 4251 §5). */
class SshReader extends _model_byte_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .ByteReader */ .k {
    uint64() {
        return this.bytes(8).readBigUInt64BE();
    }
    string() {
        return this.bytes(this.uint32());
    }
    /** A string that is a name: no NUL, each byte one character. */
    name() {
        const text = this.string().toString('latin1');
        if (text.includes('\0'))
            throw new _model_malformed_js__WEBPACK_IMPORTED_MODULE_1__/* .Malformed */ .sG('has a NUL byte in a name');
        return text;
    }
    /** A positive multiple precision integer in its one shortest form, leading zero taken off. */
    positiveInteger() {
        const bytes = this.string();
        const [first, second] = bytes;
        if (first === undefined || first >= 0x80)
            throw new _model_malformed_js__WEBPACK_IMPORTED_MODULE_1__/* .Malformed */ .sG('holds a number that is not positive');
        if (first > 0)
            return bytes;
        if (second === undefined || second < 0x80)
            throw new _model_malformed_js__WEBPACK_IMPORTED_MODULE_1__/* .Malformed */ .sG('holds a number with needless zeros');
        return bytes.subarray(1);
    }
    /** Throws unless everything was read. */
    end() {
        if (!this.atEnd)
            throw new _model_malformed_js__WEBPACK_IMPORTED_MODULE_1__/* .Malformed */ .sG('is followed by further bytes');
    }
}
/** `bytes` as an SSH string: its length, then itself. */
function sshString(bytes) {
    const content = typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes;
    const encoded = Buffer.allocUnsafe(4 + content.length);
    encoded.writeUInt32BE(content.length);
    encoded.set(content, 4);
    return encoded;
}


/***/ }),

/***/ 81308:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E_: () => (/* binding */ isAdminLine),
/* harmony export */   FX: () => (/* binding */ mayHaveAdmin),
/* harmony export */   aO: () => (/* binding */ adminKeys)
/* harmony export */ });
/* harmony import */ var _model_signature_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(87833);
/* harmony import */ var _claim_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(82384);
/* harmony import */ var _revoked_keys_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(58791);



/** Whether the base names an admin; so may one whose policy could not be read. */
function mayHaveAdmin({ isBroken, signatures }) {
    return isBroken || [...signatures.signers, ...signatures.identities].some(({ roles }) => roles.includes(_model_signature_js__WEBPACK_IMPORTED_MODULE_2__/* .adminRole */ .AV));
}
/** Whether a line of allowed_signers gives its key, or a certificate of its authority, the role admin. */
function isAdminLine(policy, { key, literals, isAuthority }) {
    const fingerprints = isAuthority ? [] : [key.fingerprint];
    return (0,_claim_js__WEBPACK_IMPORTED_MODULE_0__/* .signerEntry */ .d2)(policy, fingerprints, literals)?.roles.includes(_model_signature_js__WEBPACK_IMPORTED_MODULE_2__/* .adminRole */ .AV) ?? false;
}
/**
 * The fingerprints of all trusted keys by which an admin signs: of SSH keys, of authorities that certify an admin's key, and of every
 * key of an OpenPGP certificate that is an admin's.
 */
function adminKeys(policy, allowedSigners, blocks, principals) {
    const keys = new Set();
    const plain = new Set(allowedSigners.flatMap(({ key, isAuthority }) => (isAuthority ? [] : key.fingerprint)));
    // A key that is named and on no line of its own can only be one that an authority certifies.
    const certified = policy.signers.some(({ key, roles }) => {
        const fingerprint = (0,_revoked_keys_js__WEBPACK_IMPORTED_MODULE_1__/* .normalFingerprint */ .e)(key);
        return roles.includes(_model_signature_js__WEBPACK_IMPORTED_MODULE_2__/* .adminRole */ .AV) && fingerprint?.startsWith('SHA256:') === true && !plain.has(fingerprint);
    });
    for (const line of allowedSigners) {
        if (isAdminLine(policy, line) || (line.isAuthority && certified))
            keys.add(line.key.fingerprint);
    }
    for (const { primary, subkeys } of blocks) {
        const fingerprints = [primary, ...subkeys].map(({ about }) => about.fingerprint);
        const address = principals.get(primary.about.fingerprint);
        const entry = (0,_claim_js__WEBPACK_IMPORTED_MODULE_0__/* .signerEntry */ .d2)(policy, fingerprints, address === undefined ? [] : [address]);
        if (entry?.roles.includes(_model_signature_js__WEBPACK_IMPORTED_MODULE_2__/* .adminRole */ .AV))
            for (const fingerprint of fingerprints)
                keys.add(fingerprint);
    }
    return keys;
}


/***/ }),

/***/ 12216:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  y: () => (/* binding */ readAllowedSigners)
});

// EXTERNAL MODULE: ./build/signature/model/armor.js
var armor = __nccwpck_require__(2288);
// EXTERNAL MODULE: ./build/signature/model/email.js
var email = __nccwpck_require__(22467);
// EXTERNAL MODULE: ./build/signature/model/malformed.js
var malformed = __nccwpck_require__(81178);
// EXTERNAL MODULE: ./build/signature/ssh/ssh-pattern.js
var ssh_pattern = __nccwpck_require__(89581);
// EXTERNAL MODULE: ./build/signature/ssh/ssh-public-key.js
var ssh_public_key = __nccwpck_require__(72432);
;// CONCATENATED MODULE: ./build/signature/ssh/ssh-time.js
/**
 * Seconds since the epoch of `YYYYMMDD[HHMM[SS]]`, in the system's time zone unless `Z` or `UTC` follows
 * (`parse_absolute_time` in OpenSSH's misc.c); undefined where it is not a time.
 */
function sshTime(text) {
    const match = /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?(Z|UTC)?$/i.exec(text);
    if (match === null)
        return undefined;
    const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
        .slice(1, 7)
        .map((field) => Number(field ?? 0));
    if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 23 || minute > 59 || second > 60)
        return undefined;
    const date = new Date(0);
    if (match[7] === undefined) {
        date.setFullYear(year, month - 1, day);
        date.setHours(hour, minute, second, 0);
    }
    else {
        date.setUTCFullYear(year, month - 1, day);
        date.setUTCHours(hour, minute, second, 0);
    }
    return date.getTime() / 1000;
}

;// CONCATENATED MODULE: ./build/signature/trust/allowed-signers.js






/** A file with so many broken lines is something else; the rest of it is not read, and the problems say so already. */
const maximumProblems = 1000;
/** Reads `allowed_signers`; a line that cannot be read is a problem and the others hold, as with ssh-keygen. */
function readAllowedSigners(file) {
    const signers = [];
    const problems = [];
    for (const [index, text] of file.bytes.toString('utf8').split('\n').entries()) {
        const content = (0,armor/* withoutTrailingSpace */.LU)(text.replace(/^[ \t\r\uFEFF]+/, ''));
        if (content === '' || content.startsWith('#'))
            continue;
        try {
            signers.push(readLine(content, index + 1));
        }
        catch (error) {
            if (!(error instanceof malformed/* Malformed */.sG || error instanceof malformed/* Unsupported */.O0))
                throw error;
            problems.push({ file: file.path, line: index + 1, what: `The line ${error.message}.` });
            if (problems.length >= maximumProblems)
                break;
        }
    }
    return { signers, problems };
}
function readLine(content, line) {
    if (/^-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(content))
        throw new malformed/* Malformed */.sG('begins a private key: take it out, and make a new key');
    const [principals, afterPrincipals] = firstWord(content);
    if (isKeyType(principals) && /^[A-Za-z0-9+/]{40,}={0,2}(?:\s|$)/.test(afterPrincipals))
        throw new malformed/* Malformed */.sG(`begins with the key: write whose it is before it (ana@example.org namespaces="git" ${principals} …)`);
    if (principals === '')
        throw new malformed/* Malformed */.sG('names no principal');
    if (principals.includes('"'))
        throw new malformed/* Malformed */.sG('has a quote in its principals that does not end, or not with them');
    const [word, rest] = firstWord(afterPrincipals);
    const withoutOptions = isKeyType(word) ? readKey(word, rest) : undefined;
    const [options, afterOptions] = withoutOptions === undefined ? optionsField(afterPrincipals) : ['', ''];
    const key = withoutOptions ?? readKey(...firstWord(afterOptions));
    const patterns = (0,email/* normalEmail */.Ot)(principals);
    const literals = principals.split(',').filter((pattern) => {
        return !/[*?!]/.test(pattern) && (0,ssh_pattern/* matchesPatternList */._)((0,email/* normalEmail */.Ot)(pattern), patterns);
    });
    return { line, principals, patterns, literals, key, ...readOptions(options) };
}
function isKeyType(word) {
    return /^(?:ssh-|ecdsa-|sk-)[a-z0-9@.-]+$/.test(word);
}
/** The first word, which may be in double quotes, and what follows the white space after it. */
function firstWord(text) {
    const [, quoted, plain = '', rest = ''] = /(?:"([^"]*)"|([^ \t]*))[ \t]*(.*)/s.exec(text) ?? [];
    return [quoted ?? plain, rest];
}
/** The options up to the first white space outside double quotes (`sshkey_advance_past_options`), and what follows. */
function optionsField(text) {
    let quoted = false;
    let at = 0;
    for (; at < text.length && (quoted || (text[at] !== ' ' && text[at] !== '\t')); at++) {
        if (text[at] === '\\' && text[at + 1] === '"')
            at++;
        else if (text[at] === '"')
            quoted = !quoted;
    }
    if (quoted || at >= text.length)
        throw new malformed/* Malformed */.sG('has no key, or a quote that does not end');
    return [text.slice(0, at), text.slice(at).replace(/[ \t]+/, '')];
}
function readKey(type, rest) {
    if (!isKeyType(type))
        throw new malformed/* Malformed */.sG('has options or a key type that are not known');
    if ((0,ssh_public_key/* certifiedType */.gy)(type) !== undefined) {
        throw new malformed/* Unsupported */.O0("lists a certificate; list its authority's key with cert-authority instead");
    }
    const [base64] = firstWord(rest);
    if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64))
        throw new malformed/* Malformed */.sG('holds a key that is not base64');
    const blob = Buffer.from(base64, 'base64');
    const key = (0,ssh_public_key/* readSshPublicKey */.tT)(blob);
    if (key.type !== type)
        throw new malformed/* Malformed */.sG('holds a key of another type than it says');
    return key;
}
function readOptions(field) {
    const values = new Map();
    let isAuthority = false;
    for (let rest = field; rest !== '';) {
        const option = /^(?:(cert-authority)|(namespaces|valid-after|valid-before)="((?:[^"\\]|\\"|\\(?!"))*)")(?:,(?=.)|$)/is.exec(rest);
        if (option === null)
            throw new malformed/* Malformed */.sG('has an option that is not known, or is not written as ssh-keygen(1) says');
        rest = rest.slice(option[0].length);
        const name = option[2]?.toLowerCase();
        if (name === undefined) {
            isAuthority = true;
        }
        else {
            if (values.has(name))
                throw new malformed/* Malformed */.sG(`has the option ${name} twice`);
            values.set(name, (option[3] ?? '').replaceAll('\\"', '"'));
        }
    }
    const validAfter = timeOption(values, 'valid-after');
    const validBefore = timeOption(values, 'valid-before');
    if (validAfter !== undefined && validBefore !== undefined && validBefore <= validAfter) {
        throw new malformed/* Malformed */.sG('has a valid-before that is not after its valid-after');
    }
    return { isAuthority, namespaces: values.get('namespaces'), validAfter, validBefore };
}
function timeOption(values, name) {
    const text = values.get(name);
    if (text === undefined)
        return undefined;
    const time = sshTime(text);
    if (time === undefined || time <= 0)
        throw new malformed/* Malformed */.sG(`has a ${name} that is not a time`);
    return time;
}


/***/ }),

/***/ 82384:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Kv: () => (/* binding */ signerOf),
/* harmony export */   c1: () => (/* binding */ commitClaim),
/* harmony export */   d2: () => (/* binding */ signerEntry),
/* harmony export */   eS: () => (/* binding */ wrongIdentity)
/* harmony export */ });
/* harmony import */ var _model_email_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(22467);
/* harmony import */ var _revoked_keys_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(58791);


/** What a commit says of who made it and when (`now` in seconds since 1970), with the emails that policy holds its signer to. */
function commitClaim(author, committer, policy, now) {
    const emails = {
        none: [],
        committer: [committer.email],
        'committer-and-author': [committer.email, author.email],
    }[policy.identity];
    return { emails, email: committer.email, time: committer.time, now };
}
/**
 * The policy's entry for a key: by one of its full fingerprints, or by one of its `principals`. These are names that the trusted
 * files themselves give to this one key; an address that the key or the commit claims is none, or a pattern that lets it claim one
 * would give it another's roles.
 */
function signerEntry(policy, fingerprints, principals) {
    return (policy.signers.find(({ key }) => fingerprints.includes((0,_revoked_keys_js__WEBPACK_IMPORTED_MODULE_0__/* .normalFingerprint */ .e)(key) ?? '')) ??
        policy.signers.find(({ key }) => principals.some((principal) => principal === key || (0,_model_email_js__WEBPACK_IMPORTED_MODULE_1__/* .sameEmail */ .PZ)(principal, key))));
}
/** The signer a key belongs to; what the policy says overrides what the key says. `principals` as in `signerEntry`. */
function signerOf(entry, own, principals) {
    if (entry === undefined)
        return { ...own, roles: [], principals };
    const { key, name, emails, roles } = entry;
    const names = [...new Set([...principals, key, name, ...emails])];
    return { name, emails: emails.length > 0 ? emails : own.emails, roles, principals: names };
}
/** A verdict on a key that is known, but does not speak for the people the commit names. */
function wrongIdentity(signer, claim, keyFingerprint) {
    const foreign = claim.emails.filter((email) => !signer.emails.some((own) => (0,_model_email_js__WEBPACK_IMPORTED_MODULE_1__/* .sameEmail */ .PZ)(own, email)));
    return {
        state: 'wrong-identity',
        signer,
        keyFingerprint,
        reason: `The key ${keyFingerprint} belongs to ${signer.name}, who is not known as ${foreign.join(' or ') || 'the committer'}.`,
        remedy: 'Commit under an address that belongs to the key (git config user.email), or have an admin add the address to the signer in .gitops-gate/ of the base branch.',
    };
}


/***/ }),

/***/ 59512:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ forgeKeys)
/* harmony export */ });
/* harmony import */ var _openpgp_openpgp_public_key_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(43112);

/** Public key packets (RFC 9580 §5.5.2) from https://github.com/web-flow.gpg, each pinned by its full fingerprint. */
const pinned = [
    {
        forge: 'GitHub',
        fingerprint: '968479A1AFF927E37D1A566BB5690EEEBB952194',
        until: undefined,
        packet: 'BGWmxXYBEACyN+4viFQM6QQoKr0A2W0rGdMobTJwOZso2QPpewbyBsuL3rNW5OmHrWwXAhPKNqUIyOzdq8MoSxoTTuqLksoahixE' +
            'L/X2nyhOBxR9GkYz/oI9R3nYcLRaFQoSJoVfOt61opkLUzbWAehpbgT8EKln8JsENq0+0nDlWQi0h2Q9oGmqlgVzskwmVZ8Leyv4' +
            'Mg7hN6swyZ7moZfkkpD5+U7Z2XVurCzkSSfg4zb2lMRLJos2eCAc749ECsX0t7OBftF+YqgjIXixXsm2RrUqvU47OkOtZeAhvAYe' +
            'nbC3pr9Fha5NxoBUEa+11MK9W6OcRhwvxVCUrMUR6FTSZyC//VpXTTtrRlOqpU5wGMbP3zpn9geqOXCl8rF7+1gAPG/o+QFQTBsV' +
            'Eruwi4JWogiQuQyOwAIlFe/7dvaxWZGpv/yW2+L3guL7xaHKFVGsayhlitQQ5Xa+P1iSgKSXDyReCbWotfqAempPySI25LHh3ScX' +
            'I6NgdHSrSBaFojwAfgxbPTEQ6adIsKHCQofrnLrNa3UOeGDGiOOK0aYV3jiEDGAouatkNf2q85Eosj1f9laCqAH3YLJD7dcSne1i' +
            'ChK5qRTByMvIyeSD0NbNnVMFOGpXySyWtKb2ldpu8AWBQJsJs9FmYBcWAGBA2pp+IxaCn6rBIHIsUVFRN8OVZKsEsBkWywARAQAB',
    },
    {
        forge: 'GitHub',
        fingerprint: '5DE3E0509C47EA3CF04A42D34AEE18F83AFDEB23',
        until: Date.UTC(2024, 0, 16, 20) / 1000, // the key's own expiry
        packet: 'BFmUaEEBCACzXTDt6ZnyaVtueZASBzgnAmK13q9Urgch+sKYeIhdymjuMQtax15OklctmrZtqre5kwPUosG3/B2/ikuPYElcHgGP' +
            'L4uL5Em6S5C/oozfkYzhwRrTSQzvYjsE4I34To4UdE9KA97wrQjGoz2Bx72WDLyWwctD3DKQtYeHXswXXtXwKfjQ7Fy4+Bf5IPh7' +
            '6dA8NJ6UtjjLIDlKqdxLW4atHe6xWFaJ+XdLUtsAroZcXBeWDCPabuXCDscJcLJRKZVc62gOZXXtPfoHqvUPp3nuLA4YjH9bphbr' +
            'MWMf810Wxz9JTd3vyWgGqNY0zbBqeZoGv+TuExlRHT8ASGFS9SVDABEBAAE=',
    },
];
let read;
/** The forge keys known without configuration. */
function forgeKeys() {
    read ??= pinned.map(({ forge, fingerprint, until, packet }) => {
        const key = (0,_openpgp_openpgp_public_key_js__WEBPACK_IMPORTED_MODULE_0__/* .readOpenpgpPublicKey */ .A)(Buffer.from(packet, 'base64'));
        if (key.fingerprint !== fingerprint)
            throw new Error(`The built-in key of ${forge} is not ${fingerprint}.`);
        return { forge, key, until };
    });
    return read;
}


/***/ }),

/***/ 71553:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  V: () => (/* binding */ loadTrust)
});

// EXTERNAL MODULE: ./build/groups.js
var groups = __nccwpck_require__(41782);
// EXTERNAL MODULE: ./build/signature/openpgp/openpgp-keyring.js + 4 modules
var openpgp_keyring = __nccwpck_require__(83284);
// EXTERNAL MODULE: ./build/signature/trust/admin-keys.js
var admin_keys = __nccwpck_require__(81308);
// EXTERNAL MODULE: ./build/signature/trust/allowed-signers.js + 1 modules
var allowed_signers = __nccwpck_require__(12216);
// EXTERNAL MODULE: ./build/signature/model/email.js
var model_email = __nccwpck_require__(22467);
// EXTERNAL MODULE: ./build/signature/openpgp/user-id.js
var user_id = __nccwpck_require__(78394);
;// CONCATENATED MODULE: ./build/signature/trust/openpgp-principals.js


/**
 * The address each OpenPGP key goes by, by the fingerprint of its primary key. User ids are what a key says of itself, so that an
 * address names a key only where it is the key's one address and no other trusted key has it: a further user id takes nobody's
 * role. Valid or not, every user id counts here.
 */
function openpgpPrincipals(blocks, allowedSigners) {
    const addresses = new Map();
    const owners = new Map();
    for (const { primary, users } of blocks) {
        const { fingerprint } = primary.about;
        for (const { about } of users) {
            const email = (0,user_id/* userEmail */._)(about.toString('utf8'));
            if (email === undefined)
                continue;
            add(addresses, fingerprint, (0,model_email/* normalEmail */.Ot)(email));
            add(owners, (0,model_email/* normalEmail */.Ot)(email), fingerprint);
        }
    }
    for (const { literals, key } of allowedSigners) {
        for (const literal of literals)
            add(owners, (0,model_email/* normalEmail */.Ot)(literal), key.fingerprint);
    }
    const principals = new Map();
    for (const [fingerprint, own] of addresses) {
        const [address = '', ...more] = own;
        if (more.length === 0 && owners.get(address)?.size === 1)
            principals.set(fingerprint, address);
    }
    return principals;
}
function add(map, key, value) {
    map.set(key, (map.get(key) ?? new Set()).add(value));
}

// EXTERNAL MODULE: ./build/signature/trust/revoked-keys.js
var revoked_keys = __nccwpck_require__(58791);
// EXTERNAL MODULE: ./build/signature/trust/unnamed-signers.js
var unnamed_signers = __nccwpck_require__(30006);
;// CONCATENATED MODULE: ./build/signature/trust/load-trust.js







/** Reads the keys of the base's `.gitops-gate/`. Whatever cannot be read is named in `problems`; nothing throws. */
function loadTrust(files, policy) {
    const allowed = files.allowedSigners === undefined ? undefined : (0,allowed_signers/* readAllowedSigners */.y)(files.allowedSigners);
    const revoked = files.revoked === undefined ? undefined : (0,revoked_keys/* readRevokedKeys */.D)(files.revoked);
    const openpgp = (0,openpgp_keyring/* readCertificateBlocks */.m)(files.openpgp);
    const unreadable = [allowed, openpgp].flatMap((each) => each?.problems ?? []);
    const lines = allowed?.signers ?? [];
    const allowedSigners = (0,groups/* groupBy */.$z)(lines, ({ key }) => key.line);
    const principals = openpgpPrincipals(openpgp.blocks, lines);
    return {
        policy,
        allowedSigners,
        keyring: (0,openpgp_keyring/* keyringOf */.T)(openpgp.blocks),
        openpgpPrincipals: principals,
        adminKeys: (0,admin_keys/* adminKeys */.aO)(policy, lines, openpgp.blocks, principals),
        revoked: revoked?.fingerprints ?? new Set(),
        trustsKeys: allowedSigners.size + openpgp.blocks.length + files.x509.length + unreadable.length > 0,
        unnamedSigners: (0,unnamed_signers/* unnamedSigners */.T)(policy, lines, principals),
        problems: [...unreadable, ...(revoked?.problems ?? [])],
    };
}


/***/ }),

/***/ 58791:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ readRevokedKeys),
/* harmony export */   e: () => (/* binding */ normalFingerprint)
/* harmony export */ });
/* harmony import */ var _model_malformed_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(81178);
/* harmony import */ var _ssh_ssh_public_key_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(72432);


/**
 * Reads `revoked`: one per line an OpenPGP fingerprint (40 or 64 hex digits, spaces allowed), the SHA-256 of an X.509
 * certificate, an SSH `SHA256:…`, or an SSH public key. Fingerprints come out as `normalFingerprint` writes them.
 */
function readRevokedKeys(file) {
    const fingerprints = new Set();
    const problems = [];
    for (const [index, text] of file.bytes.toString('utf8').split('\n').entries()) {
        const content = text
            .replace(/(?:^|\s)#.*$/, '')
            .replaceAll('\uFEFF', '')
            .trim();
        if (content === '')
            continue;
        const fingerprint = normalFingerprint(content) ?? sshKeyFingerprint(content);
        if (fingerprint === undefined) {
            const what = 'The line is neither a full fingerprint nor an SSH public key, so what it revokes is not known.';
            problems.push({ file: file.path, line: index + 1, what });
        }
        else {
            fingerprints.add(fingerprint);
        }
    }
    return { fingerprints, problems };
}
/** A fingerprint in the one form it is compared in: upper-case hex, or `SHA256:` and base64 without padding; else undefined. */
function normalFingerprint(text) {
    const ssh = /^SHA256:([A-Za-z0-9+/]{43})=?$/.exec(text);
    if (ssh !== null)
        return `SHA256:${ssh[1]}`;
    const hex = text.replace(/^0x/i, '').replaceAll(/[ :]/g, '').toUpperCase();
    return /^(?:[0-9A-F]{40}|[0-9A-F]{64})$/.test(hex) ? hex : undefined;
}
/** The fingerprint of a key as a `.pub` file has it, also behind principals or options. */
function sshKeyFingerprint(text) {
    const match = /(?:^|\s)((?:ssh|ecdsa|sk)-[a-z0-9@.-]+)\s+([A-Za-z0-9+/]+={0,2})(?:\s|$)/.exec(text);
    if (match === null)
        return undefined;
    try {
        const key = (0,_ssh_ssh_public_key_js__WEBPACK_IMPORTED_MODULE_0__/* .readSshPublicKey */ .tT)(Buffer.from(match[2] ?? '', 'base64'));
        return key.type === match[1] ? key.fingerprint : undefined;
    }
    catch (error) {
        if (error instanceof _model_malformed_js__WEBPACK_IMPORTED_MODULE_1__/* .Malformed */ .sG || error instanceof _model_malformed_js__WEBPACK_IMPORTED_MODULE_1__/* .Unsupported */ .O0)
            return undefined;
        throw error;
    }
}


/***/ }),

/***/ 30006:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ unnamedSigners),
/* harmony export */   k: () => (/* binding */ signerNotes)
/* harmony export */ });
/* harmony import */ var _model_email_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(22467);
/* harmony import */ var _revoked_keys_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(58791);


/**
 * The entries of `signatures.signers` that name nobody: neither a fingerprint, nor a literal principal of allowed_signers, nor the
 * address of one OpenPGP key (`openpgpPrincipals`). What they say of roles and addresses holds for no key.
 */
function unnamedSigners({ signers }, allowedSigners, principals) {
    const names = [...allowedSigners.flatMap(({ literals }) => literals), ...principals.values()];
    const exact = new Set(names);
    return signers
        .map(({ key }) => key)
        .filter((key) => (0,_revoked_keys_js__WEBPACK_IMPORTED_MODULE_0__/* .normalFingerprint */ .e)(key) === undefined && !exact.has(key))
        .filter((key) => !names.some((name) => (0,_model_email_js__WEBPACK_IMPORTED_MODULE_1__/* .sameEmail */ .PZ)(name, key)));
}
/** Names in the note: the first ones are enough to find the rest. */
const mostNamed = 5;
/** What a reader should know of how the policy names signers. */
function signerNotes({ trustsKeys, unnamedSigners }) {
    if (!trustsKeys || unnamedSigners.length === 0)
        return [];
    const more = unnamedSigners.length > mostNamed ? ` and ${unnamedSigners.length - mostNamed} more` : '';
    const names = `${unnamedSigners.slice(0, mostNamed).join(', ')}${more}`;
    return [
        `signatures.signers names ${names}, which is not a literal principal of allowed_signers and not the only address of one OpenPGP key: what it says holds for nobody. Name the key by its whole fingerprint.`,
    ];
}


/***/ }),

/***/ 53648:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ systemErrorCode)
/* harmony export */ });
/** What the operating system calls an error (`EACCES`, `ENOENT`); undefined for an error of another kind. */
function systemErrorCode(error) {
    if (typeof error !== 'object' || error === null || !('syscall' in error))
        return undefined;
    return 'code' in error ? String(error.code) : String(error.syscall);
}


/***/ }),

/***/ 58508:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   TB: () => (/* binding */ homepage),
/* harmony export */   a2: () => (/* binding */ acceptingPage),
/* harmony export */   gd: () => (/* binding */ rulePage),
/* harmony export */   rE: () => (/* binding */ version)
/* harmony export */ });
/** The program's version; a test holds it equal to package.json. */
const version = '1.0.0';
/** Where the program's sources are: `.ci/own.mjs` rewrites it for a copy. */
const homepage = 'https://github.com/gitops-gate/gitops-gate';
/** The pages as they are on the default branch: there from the first push on, with or without a release. */
const pages = `${homepage}/blob/HEAD/.github/docs`;
/** The page of a rule. */
const rulePage = (id) => `${pages}/rules/${id}.md`;
/** How a finding is accepted, from the command to the merged entry. */
const acceptingPage = `${pages}/accepting.md`;


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		8792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(33986);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
