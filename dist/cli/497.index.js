export const id = 497;
export const ids = [497];
export const modules = {

/***/ 7497:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ignoreCommand: () => (/* binding */ ignoreCommand),
  initCommand: () => (/* binding */ initCommand),
  policyCommand: () => (/* binding */ policyCommand)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/git/open-repository.js + 16 modules
var open_repository = __webpack_require__(6909);
// EXTERNAL MODULE: ./build/input-error.js
var input_error = __webpack_require__(3587);
// EXTERNAL MODULE: ./build/policy/shape/policy-shape.js + 2 modules
var policy_shape = __webpack_require__(2642);
;// CONCATENATED MODULE: ./build/policy/ignore-entry.js


/**
 * The list item to add below `ignore:` in policy.yaml, as YAML text that ends in a newline. Throws InputError when reason or
 * until would not do; `now` is milliseconds since the epoch.
 */
function ignoreEntry({ rule, fingerprint, blobs, reason, until }, now) {
    const problems = [];
    if (!/\S/.test(reason) || /\n/.test(reason) || reason.length > 1024) {
        problems.push({ what: '--reason must be one line of text', fix: 'say who accepted it and why' });
    }
    if (!(0,policy_shape/* isDay */.N)(until))
        problems.push({ what: '--until must be a day', fix: 'write YYYY-MM-DD, the last day it holds' });
    else if (until < new Date(now).toISOString().slice(0, 10)) {
        problems.push({ what: `--until ${until} is over`, fix: 'name a later day' });
    }
    if (problems.length > 0)
        throw new input_error/* InputError */.d(problems);
    const pin = blobs.length === 0 ? [] : [`blob: ${blobs.length === 1 ? scalar(blobs[0]) : JSON.stringify(blobs)}`];
    const keys = [`fingerprint: ${scalar(fingerprint)}`, ...pin, `reason: ${scalar(reason)}`, `until: ${scalar(until)}`];
    return [`  - rule: ${scalar(rule)}`, ...keys.map((key) => `    ${key}`), ''].join('\n');
}
/** A double-quoted YAML scalar; everything that is not plainly printable is escaped. */
function scalar(text = '') {
    return JSON.stringify(text).replace(/[^\x20-\x7e\p{L}\p{N}\p{P}\p{S}]/gu, (char) => [...char].flatMap((c) => escapeUnits(c)).join(''));
}
function escapeUnits(char) {
    return Array.from({ length: char.length }, (_, i) => `\\u${char.charCodeAt(i).toString(16).padStart(4, '0')}`).join('');
}

;// CONCATENATED MODULE: ./build/policy/init-files.js
const policy = `# What gitops-gate demands of changes to this repository. It is always read from the branch that a change
# is merged into, never from the change. Check it with: gitops-gate policy validate
version: 1

# The least severity that blocks: critical, high, medium, low; never only reports.
failOn: high

# The branches that clusters are delivered from. A change into another one is not judged: its pass would count for these as well.
# branches:

# Severity of a rule's findings, or off. Without an entry each finding keeps its own.
# rules:
#   placeholder-secret: off
#   rbac-broad-subject: critical

signatures:
  # Whose email must belong to the signer: committer, committer-and-author, none.
  identity: committer
  # What a signature finding does on a push, where it is too late: report, block.
  onPush: report
  # Names, emails and roles of keys, by whole fingerprint or principal. They override what the key says of itself.
  # A signer with the role admin may change this folder and the pipeline that runs the gate.
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

// EXTERNAL MODULE: ./build/policy/read-policy.js
var read_policy = __webpack_require__(7614);
;// CONCATENATED MODULE: ./build/policy/validate-policy.js

/** Validates the bytes of one policy file; `path` is how the person named it. Pure ASCII apart from the path. */
function validatePolicy(bytes, path, ruleIds) {
    const { problems } = (0,read_policy/* readPolicy */.T)(bytes, path, ruleIds);
    if (problems.length === 0)
        return { text: `${path}: valid\n`, exitCode: 0 };
    const lines = problems.map(({ file, line, column, what, fix }) => `${file}:${line}:${column}: ${what}\n  ${fix}\n`);
    const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
    return { text: `${lines.join('')}${count}\n`, exitCode: 2 };
}

// EXTERNAL MODULE: ./build/report/redact.js
var redact = __webpack_require__(7234);
// EXTERNAL MODULE: ./build/report/terminal/workflow-command.js
var workflow_command = __webpack_require__(143);
// EXTERNAL MODULE: ./build/report/visible.js
var visible = __webpack_require__(6257);
// EXTERNAL MODULE: ./build/rules/index.js + 30 modules
var rules = __webpack_require__(67);
// EXTERNAL MODULE: ./build/system-error.js
var system_error = __webpack_require__(3648);
// EXTERNAL MODULE: ./build/report/wording.js
var wording = __webpack_require__(2867);
// EXTERNAL MODULE: ./build/run.js + 92 modules
var run = __webpack_require__(3902);
// EXTERNAL MODULE: ./build/cli/check.js + 1 modules
var check = __webpack_require__(9694);
;// CONCATENATED MODULE: ./build/cli/find-finding.js





/** Finds the finding whose fingerprint begins so: in `--report FILE`, or by checking the repository again. Throws InputError. */
async function findingFor(fingerprint, args) {
    if (!/^[0-9a-f]{8,64}$/.test(fingerprint)) {
        const what = `${JSON.stringify(fingerprint)} is not a fingerprint`;
        throw new input_error/* InputError */.d([{ what, fix: `copy at least the first ${wording/* shownFingerprint */.cO} hex digits from the report` }]);
    }
    const file = args.values.get('report');
    const findings = file === undefined ? await checkAgain(args) : readReport(file);
    const found = findings.filter((finding) => finding.fingerprint.startsWith(fingerprint));
    const [first] = found;
    if (first === undefined || found.length > 1) {
        const what = `${found.length === 0 ? 'no finding has' : `${found.length} findings have`} a fingerprint that begins ${fingerprint}`;
        const fix = found.length === 0 ? 'copy it from the report of this change' : 'give more of its digits';
        throw new input_error/* InputError */.d([{ what, fix }]);
    }
    return first;
}
async function checkAgain(args) {
    const inputs = (0,check.inputsOf)(args, 'check', await (0,check.localRequest)(args));
    const { report } = await (0,run/* examine */.s)(inputs, { step: (_, work) => work(), showsDiff: false });
    return report.verdict.findings.map(({ rule, fingerprint, blobs = [] }) => ({ rule, fingerprint, blobs }));
}
function readReport(file) {
    const bad = new input_error/* InputError */.d([
        { what: `${file} is not a report.json of gitops-gate`, fix: 'name the one that --out wrote' },
    ]);
    try {
        const report = JSON.parse((0,external_node_fs_.readFileSync)(file, 'utf8'));
        if (report.schemaVersion !== 1 || !Array.isArray(report.findings))
            throw bad;
        return report.findings.map(({ rule, fingerprint, blobs }) => ({
            rule: String(rule),
            fingerprint: String(fingerprint),
            blobs: Array.isArray(blobs) ? blobs.map(String) : [],
        }));
    }
    catch {
        throw bad;
    }
}

// EXTERNAL MODULE: ./build/cli/output.js
var output = __webpack_require__(8288);
;// CONCATENATED MODULE: ./build/cli/policy.js














/** `policy validate [FILE]`: 0 when the file is good, 2 when it is not. */
async function policyCommand(args) {
    const [action, file = '.gitops-gate/policy.yaml'] = args.positionals;
    if (action !== 'validate') {
        throw new input_error/* InputError */.d([
            { what: `policy ${JSON.stringify(action)} is not known`, fix: 'use: policy validate [FILE]' },
        ]);
    }
    const ruleIds = rules/* rules */.a.map((rule) => rule.id);
    const { text, exitCode } = validatePolicy(readInput(file), file, ruleIds);
    const lines = (0,workflow_command/* logText */.kc)((0,redact/* redactText */.R)(text.split('\n').map(visible/* visible */.R).join('\n')));
    (exitCode === 0 ? process.stdout : process.stderr).write(lines);
    return exitCode;
}
/** `ignore FINGERPRINT`: prints the entry that accepts one finding. */
async function ignoreCommand(args) {
    const finding = await findingFor(args.positionals[0] ?? '', args);
    const reason = args.values.get('reason') ?? '';
    const until = args.values.get('until') ?? '';
    (0,output.say)(ignoreEntry({ ...finding, reason, until }, Date.now()));
    return 0;
}
/** `init`: writes the starting folder; never over a file that is there. */
async function initCommand(args) {
    const { top: repo, defaultBranch } = await lookAround(args.values.get('repo') ?? process.cwd());
    const files = initFiles('.gitops-gate', defaultBranch);
    const there = files.filter(({ path }) => (0,external_node_fs_.existsSync)((0,external_node_path_.join)(repo, path)));
    if (there.length > 0) {
        throw new input_error/* InputError */.d(there.map(({ path }) => ({
            what: `${path} is there already.`,
            fix: 'Move it away first; init writes over nothing.',
        })));
    }
    for (const { path, text } of files) {
        const file = (0,external_node_path_.join)(repo, path);
        writeNew(file, text);
        (0,output.say)(`wrote ${(0,visible/* visible */.R)((0,external_node_path_.relative)(process.cwd(), file))}\n`);
    }
    (0,output.say)('Next: put trusted keys into it, and commit it to the default branch.\n');
    return 0;
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
function writeNew(file, text) {
    try {
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(file), { recursive: true });
        (0,external_node_fs_.writeFileSync)(file, text);
    }
    catch (error) {
        const code = (0,system_error/* systemErrorCode */.v)(error);
        if (code === undefined)
            throw error;
        throw new input_error/* InputError */.d([{ what: `${file} cannot be written (${code})`, fix: 'run it where you may write' }]);
    }
}
function readInput(file) {
    try {
        return (0,external_node_fs_.readFileSync)(file);
    }
    catch {
        throw new input_error/* InputError */.d([{ what: `${file} cannot be read`, fix: 'name the policy file: policy validate FILE' }]);
    }
}


/***/ })

};
