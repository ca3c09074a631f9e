import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 2613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 5317:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 3339:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("module");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 3916:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path/posix");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 6928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 3193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 3557:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");

/***/ }),

/***/ 3986:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _cli_arguments_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(8213);
/* harmony import */ var _cli_commands_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8455);
/* harmony import */ var _cli_help_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(9654);
/* harmony import */ var _gather_budget_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9653);
/* harmony import */ var _git_missing_objects_error_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8469);
/* harmony import */ var _host_internal_error_js__WEBPACK_IMPORTED_MODULE_9__ = __nccwpck_require__(4965);
/* harmony import */ var _input_error_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(3587);
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(7658);
/* harmony import */ var _report_visible_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(6257);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(8508);










/** Runs the command that `argv` names; resolves to the exit code. */
async function main(argv) {
    const [name, ...rest] = argv;
    if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
        process.stdout.write((0,_cli_help_js__WEBPACK_IMPORTED_MODULE_5__/* .programHelp */ .a)(_cli_commands_js__WEBPACK_IMPORTED_MODULE_0__/* .commands */ .P));
        return name === undefined ? 2 : 0;
    }
    if (name === '--version' || name === '-V') {
        process.stdout.write(`${_version_js__WEBPACK_IMPORTED_MODULE_6__/* .version */ .r}\n`);
        return 0;
    }
    const command = _cli_commands_js__WEBPACK_IMPORTED_MODULE_0__/* .commands */ .P.find((c) => c.name === name);
    if (command === undefined)
        throw new _input_error_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .d([unknownCommand(name)]);
    if (rest.includes('--help') || rest.includes('-h')) {
        process.stdout.write((0,_cli_help_js__WEBPACK_IMPORTED_MODULE_5__/* .commandHelp */ .b)(command));
        return 0;
    }
    const args = (0,_cli_arguments_js__WEBPACK_IMPORTED_MODULE_7__/* .readArguments */ .l)(rest, command.flags);
    const problems = [...args.problems, ...positionalProblems(command, args.positionals)];
    if (problems.length > 0)
        throw new _input_error_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .d(problems);
    return command.run(args);
}
function unknownCommand(name) {
    const names = _cli_commands_js__WEBPACK_IMPORTED_MODULE_0__/* .commands */ .P.map((c) => c.name);
    const meant = (0,_nearest_js__WEBPACK_IMPORTED_MODULE_8__/* .nearest */ .p)(name, names);
    return {
        what: `unknown command ${JSON.stringify(name)}`,
        fix: meant === undefined ? `one of: ${names.join(', ')}` : `did you mean ${meant}?`,
    };
}
function positionalProblems(command, given) {
    const [least, most] = command.positionals;
    if (given.length >= least && given.length <= most)
        return [];
    const what = given.length < least ? `${command.name} lacks an argument` : `unexpected argument ${JSON.stringify(given[most])}`;
    return [{ what, fix: `usage: gitops-gate ${command.usage}` }];
}
function fail(error) {
    const problems = problemsOf(error);
    if (problems !== undefined) {
        const lines = problems.map(({ what, fix }) => `gitops-gate: ${(0,_report_visible_js__WEBPACK_IMPORTED_MODULE_4__/* .visible */ .R)(what)}\n  ${(0,_report_visible_js__WEBPACK_IMPORTED_MODULE_4__/* .visible */ .R)(fix)}\n`);
        process.stderr.write(lines.join(''));
        return 2;
    }
    process.stderr.write(`${(0,_host_internal_error_js__WEBPACK_IMPORTED_MODULE_9__/* .internalError */ .W)(error)}\n`);
    return 3;
}
/** What a person can mend; undefined for a fault of the program. */
function problemsOf(error) {
    if (error instanceof _input_error_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .d)
        return error.problems;
    if (error instanceof _git_missing_objects_error_js__WEBPACK_IMPORTED_MODULE_2__/* .MissingObjectsError */ .J || error instanceof _gather_budget_js__WEBPACK_IMPORTED_MODULE_1__/* .LimitError */ .o) {
        return [{ what: error.message, fix: error.remedy }];
    }
    return undefined;
}
/** A reader that closed the pipe (`| head`) has read enough; a report that could not be written is no pass. */
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
// Anything uncaught is 3: Node's own 1 would read as "blocked".
process.on('uncaughtException', (error) => process.exit(fail(error)));
const exitCode = await main(process.argv.slice(2)).catch(fail);
process.exitCode = isOutputLost && exitCode === 0 ? 2 : exitCode;

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 8213:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ readArguments)
/* harmony export */ });
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7658);

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
    const known = flags.map((f) => `--${f.name}`);
    const meant = (0,_nearest_js__WEBPACK_IMPORTED_MODULE_0__/* .nearest */ .p)(name, known);
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
        const meant = (0,_nearest_js__WEBPACK_IMPORTED_MODULE_0__/* .nearest */ .p)(value, flag.choices);
        problems.push({
            what: `--${flag.name} cannot be ${JSON.stringify(value)}`,
            fix: meant === undefined ? `one of: ${flag.choices.join(', ')}` : `did you mean ${meant}?`,
        });
    }
    else {
        values.set(flag.name, value);
    }
}


/***/ }),

/***/ 8455:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ commands)
/* harmony export */ });
/* harmony import */ var _severity_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5989);

const repo = { name: 'repo', value: 'DIR', help: 'the repository (default: here)' };
const out = { name: 'out', value: 'DIR', help: 'write every report format into this folder' };
const failOn = {
    name: 'fail-on',
    value: 'SEVERITY',
    choices: [..._severity_js__WEBPACK_IMPORTED_MODULE_0__/* .severities */ .gO, 'never'],
    help: `block at this severity or above: ${_severity_js__WEBPACK_IMPORTED_MODULE_0__/* .severities */ .gO.join(', ')} or never; can only tighten the base's policy`,
};
const policyPath = { name: 'policy-path', value: 'DIR', help: 'the gate’s folder (default: .gitops-gate)' };
const kubernetes = {
    name: 'kubernetes-version',
    value: 'VERSION',
    help: 'whose default roles hold, e.g. 1.34',
};
const base = { name: 'base', value: 'REV', help: 'the target branch’s tip (default: the default branch)' };
const head = { name: 'head', value: 'REV', help: 'the change (default: HEAD)' };
const staged = { name: 'staged', help: 'judge what is staged for the next commit' };
const rev = { name: 'rev', value: 'REV', help: 'the revision to read (default: HEAD)' };
const scope = { name: 'scope', value: 'SCOPE', help: 'only this cluster (default: each)' };
function format(...choices) {
    return { name: 'format', value: 'FORMAT', choices, help: `${choices.join(', ')} (default: ${choices[0]})` };
}
/** Every command, in the order of the help. Each loads its code only when it runs: starting stays fast. */
const commands = [
    {
        name: 'check',
        usage: 'check [--repo DIR] [--base REV] [--head REV | --staged] [--format text|json|markdown] [--out DIR]',
        summary: 'judge a change: what merging HEAD into BASE would do',
        flags: [
            repo,
            base,
            head,
            staged,
            { name: 'ci', value: 'FORGE', choices: ['gitlab'], help: 'take the range from GitLab’s predefined variables' },
            failOn,
            format('text', 'json', 'markdown'),
            out,
            policyPath,
            kubernetes,
        ],
        positionals: [0, 0],
        run: async (args) => (await Promise.all(/* import() */[__nccwpck_require__.e(243), __nccwpck_require__.e(788), __nccwpck_require__.e(368), __nccwpck_require__.e(682), __nccwpck_require__.e(472)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8472))).check(args),
    },
    {
        name: 'verify',
        usage: 'verify [--repo DIR] [--trust DIR] [--format text|json] REV|RANGE...',
        summary: 'verify signatures only',
        flags: [
            repo,
            { name: 'trust', value: 'DIR', help: 'a folder like .gitops-gate to trust instead of the default branch’s' },
            format('text', 'json'),
        ],
        positionals: [1, Number.POSITIVE_INFINITY],
        run: async (args) => (await Promise.all(/* import() */[__nccwpck_require__.e(243), __nccwpck_require__.e(788), __nccwpck_require__.e(682), __nccwpck_require__.e(712)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8712))).verify(args),
    },
    {
        name: 'audit',
        usage: 'audit [--repo DIR] [--rev REV] [--format text|json|markdown] [--out DIR]',
        summary: 'report everything that stands at REV, as if all were new',
        flags: [repo, rev, failOn, format('text', 'json', 'markdown'), out, policyPath, kubernetes],
        positionals: [0, 0],
        run: async (args) => (await Promise.all(/* import() */[__nccwpck_require__.e(243), __nccwpck_require__.e(788), __nccwpck_require__.e(368), __nccwpck_require__.e(682), __nccwpck_require__.e(472)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8472))).audit(args),
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
            format('text', 'json'),
            kubernetes,
        ],
        positionals: [2, 2],
        run: async (args) => (await Promise.all(/* import() */[__nccwpck_require__.e(243), __nccwpck_require__.e(788), __nccwpck_require__.e(368), __nccwpck_require__.e(682), __nccwpck_require__.e(472), __nccwpck_require__.e(634)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3634))).whoCanCommand(args),
    },
    {
        name: 'permissions',
        usage: 'permissions SUBJECT [--repo DIR] [--rev REV] [--scope SCOPE]',
        summary: 'list what a subject may do: user:NAME, group:NAME or serviceaccount:NAMESPACE/NAME',
        flags: [repo, rev, scope, format('text', 'json'), kubernetes],
        positionals: [1, 1],
        run: async (args) => (await Promise.all(/* import() */[__nccwpck_require__.e(243), __nccwpck_require__.e(788), __nccwpck_require__.e(368), __nccwpck_require__.e(682), __nccwpck_require__.e(472), __nccwpck_require__.e(634)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3634))).permissionsCommand(args),
    },
    {
        name: 'policy',
        usage: 'policy validate [FILE]',
        summary: 'check a policy file, with line numbers',
        flags: [],
        positionals: [1, 2],
        run: async (args) => (await Promise.all(/* import() */[__nccwpck_require__.e(243), __nccwpck_require__.e(788), __nccwpck_require__.e(368), __nccwpck_require__.e(682), __nccwpck_require__.e(472), __nccwpck_require__.e(497)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7497))).policyCommand(args),
    },
    {
        name: 'ignore',
        usage: 'ignore FINGERPRINT --reason TEXT --until DATE [--report report.json | --base REV --head REV | --staged] [--repo DIR]',
        summary: 'print the policy entry that accepts one finding',
        flags: [
            repo,
            { name: 'reason', value: 'TEXT', help: 'why it is accepted (required)' },
            { name: 'until', value: 'DATE', help: 'the last day it is accepted, YYYY-MM-DD (required)' },
            { name: 'report', value: 'FILE', help: 'the report.json that lists it (default: check again)' },
            base,
            head,
            staged,
        ],
        positionals: [1, 1],
        run: async (args) => (await Promise.all(/* import() */[__nccwpck_require__.e(243), __nccwpck_require__.e(788), __nccwpck_require__.e(368), __nccwpck_require__.e(682), __nccwpck_require__.e(472), __nccwpck_require__.e(497)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7497))).ignoreCommand(args),
    },
    {
        name: 'init',
        usage: 'init [--repo DIR]',
        summary: 'write a commented starting folder .gitops-gate',
        flags: [repo],
        positionals: [0, 0],
        run: async (args) => (await Promise.all(/* import() */[__nccwpck_require__.e(243), __nccwpck_require__.e(788), __nccwpck_require__.e(368), __nccwpck_require__.e(682), __nccwpck_require__.e(472), __nccwpck_require__.e(497)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7497))).initCommand(args),
    },
    {
        name: 'demo',
        usage: 'demo [--format text|json|markdown]',
        summary: 'judge a bad change in a sample repository',
        flags: [format('text', 'json', 'markdown')],
        positionals: [0, 0],
        run: async (args) => (await Promise.all(/* import() */[__nccwpck_require__.e(243), __nccwpck_require__.e(788), __nccwpck_require__.e(368), __nccwpck_require__.e(682), __nccwpck_require__.e(472), __nccwpck_require__.e(332)]).then(__nccwpck_require__.bind(__nccwpck_require__, 2332))).demo(args),
    },
    {
        name: 'explain',
        usage: 'explain RULE',
        summary: 'print a rule’s page: what it finds, why, and how to mend it',
        flags: [],
        positionals: [1, 1],
        run: async (args) => (await Promise.all(/* import() */[__nccwpck_require__.e(243), __nccwpck_require__.e(788), __nccwpck_require__.e(368), __nccwpck_require__.e(538)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4538))).explain(args),
    },
];


/***/ }),

/***/ 9654:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ programHelp),
/* harmony export */   b: () => (/* binding */ commandHelp)
/* harmony export */ });
/** The text of `--help`. */
function programHelp(commands) {
    const width = Math.max(...commands.map((c) => c.name.length));
    return [
        'gitops-gate verifies commit signatures and finds RBAC widening and plaintext secrets in changes to Kubernetes manifests.',
        '',
        'Usage: gitops-gate COMMAND [FLAGS]',
        '',
        ...commands.map((c) => `  ${c.name.padEnd(width)}  ${c.summary}`),
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
/** What one run may still read, and for how long. */
class Budget {
    #limits;
    #start = performance.now();
    #bytes = 0;
    constructor(limits) {
        this.#limits = limits;
    }
    /** Counts bytes about to be read; throws LimitError past `limits.totalBytes` or `limits.seconds`. */
    spend(bytes) {
        this.#bytes += bytes;
        if (this.#bytes > this.#limits.totalBytes) {
            throw new LimitError(`the change needs more than limits.totalBytes (${this.#limits.totalBytes}) bytes to be read`, 'split the change, or raise limits.totalBytes in the base branch’s policy.yaml');
        }
        this.checkTime();
    }
    checkTime() {
        if (performance.now() - this.#start > this.#limits.seconds * 1000) {
            throw new LimitError(`judging took longer than limits.seconds (${this.#limits.seconds})`, 'split the change, or raise limits.seconds in the base branch’s policy.yaml');
        }
    }
}


/***/ }),

/***/ 8469:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ MissingObjectsError)
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


/***/ }),

/***/ 4965:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ internalError)
/* harmony export */ });
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8508);

/** Where the program broke, without the error's message: that may quote what was being read. */
function internalError(error) {
    const frames = error instanceof Error ? (error.stack ?? '').split('\n').filter((l) => /^\s+at /.test(l)) : [];
    const name = error instanceof Error ? error.name : typeof error;
    return [`gitops-gate ${_version_js__WEBPACK_IMPORTED_MODULE_0__/* .version */ .r}: internal error (${name}), please report it with these lines`, ...frames].join('\n');
}


/***/ }),

/***/ 3587:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ InputError)
/* harmony export */ });
/** Bad input. Carries every problem at once, so that nobody mends one only to meet the next. Exit code 2. */
class InputError extends Error {
    problems;
    constructor(problems) {
        super(problems.map((p) => `${p.what}\n  ${p.fix}`).join('\n'));
        this.name = 'InputError';
        this.problems = problems;
    }
}


/***/ }),

/***/ 7658:
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

/***/ 6257:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ clip),
/* harmony export */   R: () => (/* binding */ visible)
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
/** Text on one line with every unseen character written out. All sinks for people begin with it. */
function visible(text) {
    return text.replace(invisible, written);
}
/** At most `limit` characters (code points); what is cut off is shown by an ellipsis. */
function clip(text, limit) {
    if (text.length <= limit)
        return text;
    const characters = [...text.slice(0, limit * 2)];
    return characters.length <= limit ? text : `${characters.slice(0, limit - 1).join('')}…`;
}


/***/ }),

/***/ 5989:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   JJ: () => (/* binding */ worse),
/* harmony export */   gO: () => (/* binding */ severities),
/* harmony export */   ib: () => (/* binding */ lower),
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
/** The worse of the two. */
function worse(a, b) {
    return compareSeverity(a, b) <= 0 ? a : b;
}


/***/ }),

/***/ 8508:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ version)
/* harmony export */ });
/** The program's version; a test holds it equal to package.json. */
const version = '1.0.0';


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
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
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
/******/ 		792: 0
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
/******/ var __webpack_exports__ = __nccwpck_require__(3986);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
