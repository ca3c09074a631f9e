export const id = 8437;
export const ids = [8437,8288];
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

/***/ 78437:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  initCommand: () => (/* binding */ initCommand)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/git/open-repository.js + 22 modules
var open_repository = __webpack_require__(13416);
// EXTERNAL MODULE: ./build/input-error.js
var input_error = __webpack_require__(53587);
;// CONCATENATED MODULE: ./build/policy/init-files.js
const policy = `# What gitops-gate demands of changes to this repository. It is always read from the branch that a change
# is merged into, never from the change. Check it with: gitops-gate policy validate
version: 1

# The least severity that blocks: critical, high, medium or low. never only watches: reports say what would have blocked.
failOn: never
# failOn: high   # To block, this line instead of the one above.

# The branches that clusters are delivered from; globs as "release/*" too. A change into another one is not judged: its pass would count for these as well.
# branches:

# Severity of a rule's findings, or off; for each scope (a name of clusters, below) where it differs. Without an entry each finding keeps its own.
# rules:
#   placeholder-secret: off
#   rbac-broad-subject: critical
#   audit-lowered: { dev: off, prod: critical }

signatures:
  # Whose email must belong to the signer: committer, committer-and-author, none.
  identity: committer
  # What a signature finding does on a push, where it is too late: report, block.
  onPush: report
  # Names, emails and roles of keys, by whole fingerprint or principal. They override what the key says of itself.
  # A signer with the role admin answers for changes of this folder and of the pipeline that runs the gate. Name the first one
  # before you block: until then whoever holds a trusted key may change this folder, and nobody the pipeline.
  # signers:
  #   "ana@example.org": { name: Ana, emails: [ana@example.org], roles: [admin] }
  # Who must sign what.
  # require:
  #   - paths: ["clusters/prod/**"]
  #     roles: [admin]
  # Commits that the forge signed: none, merges (nothing but a merge), all.
  # forge: { accept: merges, bots: [] }

# Which paths make up one cluster. Nothing in one ever excuses anything in another. Without entries: the first
# folder, together with those below it that name an environment.
# clusters:
#   prod: ["clusters/prod/**", "base/**"]

# Roles that bindings name and that are not in this repository.
# rbac:
#   roles:
#     - kind: ClusterRole
#       name: acme-viewer
#       rules: [{ apiGroups: [""], resources: [pods], verbs: [get, list, watch] }]

# Whose default roles hold, in quotes.
# kubernetesVersion: "1.34"
# Whether OpenShift's default roles hold as well. Without it: where the repository shows OpenShift.
# openshift: true

# Formats of secrets of your own, alongside the built-in ones: a regular expression (RE2) with three characters that are always the same.
# secrets:
#   formats:
#     - name: acme-token
#       pattern: acme_[0-9A-Za-z]{32}

# From when on gitops-gate audit --ages calls secrets stale: days since a change, hours between two readings, days before a certificate expires.
# ages: { secretDays: 365, refreshHours: 24, certificateDays: 30 }

# Kustomizations and charts that must be rendered, by name or folder: where one cannot be, the change could not be judged.
# render:
#   require: ["clusters/*"]

# How the repository must be set up on its forge, for gitops-gate posture and scheduled runs.
# posture: { approvals: 1 }

# Findings that are accepted, each until a day. Print an entry with:
#   gitops-gate ignore FINGERPRINT --reason "..." --until YYYY-MM-DD
# ignore:
`;
const allowedSigners = `# SSH keys that may sign commits, in the format of ssh-keygen(1) "ALLOWED SIGNERS". One line each:
#   EMAIL[,EMAIL] namespaces="git" KEYTYPE BASE64
# for example, from your own public key:
#   echo "$(git config user.email) namespaces=\\"git\\" $(cat ~/.ssh/id_ed25519.pub)" >> .gitops-gate/allowed_signers
# While no key is trusted here or in keys/ and x509/, signatures are reported and do not block.
`;
const keys = `# Trusted OpenPGP keys

One armoured certificate a file, named \`*.asc\`; its user ids say whose emails it may sign for:

    gpg --armor --export FINGERPRINT > .gitops-gate/keys/ana.asc

A file with another name is not read.
`;
const roots = `# Trusted X.509 roots

One PEM certificate a file, named \`*.pem\`: the roots that S/MIME signatures must lead to. A file with another name is not read.
`;
const revoked = `# Keys that never count, whatever else trusts them. One a line: an OpenPGP fingerprint, an SSH SHA256:..., or the SHA-256
# of an X.509 certificate.
`;
/** The key `branches` with the default branch's name; a comment where that is not known, or cannot be written there. */
function branches(defaultBranch) {
    const name = defaultBranch !== undefined && /^\w[\w./-]*$/.test(defaultBranch) ? defaultBranch : undefined;
    return name === undefined ? '# branches: [main, "release/*"]' : `branches: ["${name}"]`;
}
/** The commented starting folder that \`gitops-gate init\` writes. */
function initFiles(folder, defaultBranch) {
    const files = {
        'policy.yaml': policy.replace('# branches:', branches(defaultBranch)),
        allowed_signers: allowedSigners,
        'keys/README.md': keys,
        'x509/README.md': roots,
        revoked,
    };
    return Object.entries(files).map(([name, text]) => ({ path: `${folder}/${name}`, text }));
}

// EXTERNAL MODULE: ./build/report/visible.js
var visible = __webpack_require__(6257);
// EXTERNAL MODULE: ./build/system-error.js
var system_error = __webpack_require__(53648);
// EXTERNAL MODULE: ./build/cli/output.js
var output = __webpack_require__(38288);
;// CONCATENATED MODULE: ./build/cli/policy/init.js








const folder = '.gitops-gate';
/** `init`: writes what is missing of the starting folder, names what is there and left as it is, and says what comes next. */
async function initCommand(args) {
    const { top, defaultBranch } = await lookAround(args.values.get('repo') ?? process.cwd());
    for (const { path, text } of initFiles(folder, defaultBranch)) {
        const file = (0,external_node_path_.join)(top, path);
        const done = writeNew(file, text) ? 'wrote' : 'left as it is:';
        (0,output.say)(`${done} ${(0,visible/* visible */.RK)((0,external_node_path_.relative)(process.cwd(), file))}\n`);
    }
    (0,output.say)(nextSteps(defaultBranch, (0,external_node_path_.relative)(process.cwd(), (0,external_node_path_.join)(top, folder)).replaceAll('\\', '/') || folder));
    return 0;
}
function nextSteps(defaultBranch, here) {
    const branches = defaultBranch === undefined
        ? [
            'Name the branches that clusters are delivered from, as `branches` in policy.yaml: this repository shows no default branch.',
        ]
        : [];
    const steps = [
        ...branches,
        `Trust a key, for example your own SSH key:\n     echo "$(git config user.email) namespaces=\\"git\\" $(cat ~/.ssh/id_ed25519.pub)" >> ${/^[\w./-]+$/.test(here) ? here : `'${here.replaceAll("'", "'\\\\''")}'`}/allowed_signers`,
        'Name the first admin, by the same email, under signatures.signers in policy.yaml: from then on an admin signs what changes this folder.',
        'Check the folder: gitops-gate policy validate',
        'Commit it to the default branch. It only watches (failOn: never) until failOn says what blocks.',
    ];
    return ['Next:', ...steps.map((step, index) => `  ${index + 1}. ${step}`), ''].join('\n');
}
/** The top of the work tree (only there the folder is found), and the short name of the default branch. */
async function lookAround(directory) {
    const repository = await (0,open_repository/* openRepository */.h)(directory);
    const top = repository.directory;
    try {
        const ref = await repository.defaultBranch();
        const defaultBranch = ref?.replace(/^refs\/(?:heads|remotes\/[^/]+)\//, '');
        if ((0,external_node_fs_.existsSync)((0,external_node_path_.join)(top, '.git')))
            return { top, defaultBranch };
    }
    finally {
        await repository.close();
    }
    throw new input_error/* InputError */.d([{ what: `${top} is a bare repository.`, fix: 'Run in a clone, and commit the folder there.' }]);
}
/** Whether it was written: not where there is something already, also a link that leads nowhere. */
function writeNew(file, text) {
    let isFolder = false;
    try {
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(file), { recursive: true });
        isFolder = true;
        (0,external_node_fs_.writeFileSync)(file, text, { flag: 'wx' });
        return true;
    }
    catch (error) {
        const code = (0,system_error/* systemErrorCode */.v)(error);
        if (code === undefined)
            throw error;
        if (isFolder && code === 'EEXIST')
            return false;
        const fix = isFolder || code === 'EACCES' ? 'run it where you may write' : 'move away what is in the place of its folder';
        throw new input_error/* InputError */.d([{ what: `${file} cannot be written (${code})`, fix }]);
    }
}


/***/ })

};
