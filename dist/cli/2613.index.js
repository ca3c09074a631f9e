export const id = 2613;
export const ids = [2613,8288];
export const modules = {

/***/ 92613:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  lastGoodCommand: () => (/* binding */ lastGoodCommand)
});

// EXTERNAL MODULE: ./build/gather/budget.js
var budget = __webpack_require__(9653);
// EXTERNAL MODULE: ./build/gather/gate/read-trusted-folder.js + 1 modules
var read_trusted_folder = __webpack_require__(99152);
// EXTERNAL MODULE: ./build/gather/manifests/read-objects.js
var read_objects = __webpack_require__(9550);
// EXTERNAL MODULE: ./build/gather/older/past.js + 15 modules
var older_past = __webpack_require__(92904);
// EXTERNAL MODULE: ./build/git/open-repository.js + 22 modules
var open_repository = __webpack_require__(13416);
// EXTERNAL MODULE: ./build/git/range/range.js
var range_range = __webpack_require__(96892);
// EXTERNAL MODULE: ./build/git/repository.js
var git_repository = __webpack_require__(85799);
// EXTERNAL MODULE: ./build/host/terminal.js
var host_terminal = __webpack_require__(17199);
// EXTERNAL MODULE: ./build/policy/defaults.js
var defaults = __webpack_require__(56221);
// EXTERNAL MODULE: ./build/policy/trusted-folder.js
var trusted_folder = __webpack_require__(66965);
;// CONCATENATED MODULE: ./build/report/last-good/last-good.js
/** 0 the head is good, 1 it is not, 2 it could not be judged: as for `check`. */
function lastGoodExitCode({ state }) {
    return { good: 0, blocked: 1, 'could-not-judge': 2 }[state];
}

// EXTERNAL MODULE: ./build/version.js
var version = __webpack_require__(58508);
// EXTERNAL MODULE: ./build/report/machine/json.js
var json = __webpack_require__(22243);
// EXTERNAL MODULE: ./build/report/shell-word.js
var shell_word = __webpack_require__(59010);
;// CONCATENATED MODULE: ./build/report/last-good/return-commands.js

/** Commits that are reverted one by one; more are easier to leave with the files of the good one. */
const mostReverts = 10;
/** What to type for a return. Ids are git's own hexadecimal digits; a name is quoted for the shell. */
function returnCommands({ good, head, bad, kept }) {
    const except = kept === undefined ? '' : ` ${(0,shell_word/* quoted */.T)(`:(top,exclude)${kept}`)}`;
    const culprits = bad.filter(({ isContent }) => isContent).reverse();
    const canRevert = culprits.length <= mostReverts && bad.every(({ state }) => state === 'blocked');
    return {
        git: [
            `git switch --no-track -c return-to-${good.id.slice(0, 12)} ${head.id}`,
            `git restore --source=${good.id} --staged --worktree -- :/${except}`,
            `git commit -S -m "Return to ${good.id}"`,
        ],
        revert: canRevert
            ? culprits.map(({ commit }) => `git revert --no-edit -S ${commit.parents.length > 1 ? '-m 1 ' : ''}${commit.id}`)
            : [],
        argocd: [
            `argocd app set APP --sync-policy none`,
            `argocd app set APP --revision ${good.id}`,
            'argocd app sync APP --prune',
        ],
        flux: [
            'flux suspend kustomization flux-system',
            `kubectl -n flux-system patch gitrepository NAME --type merge -p '{"spec":{"ref":{"commit":"${good.id}"}}}'`,
            'flux reconcile source git NAME',
        ],
    };
}

;// CONCATENATED MODULE: ./build/report/last-good/last-good-json.js



/** Objects that are listed; the others are counted. */
const mostObjects = 5_000;
/** The answer as JSON (last-good.md, "JSON"). What has no value is null. */
function lastGoodJson(answer) {
    const { branch, ref, head, begin, beginWhy, walked, good, isJudged, state, bad, since, report, leaks, notes } = answer;
    const objects = 'what' in answer.objects ? undefined : answer.objects;
    return (0,json.json)({
        schemaVersion: 1,
        toolVersion: version/* version */.rE,
        command: 'last-good',
        branch,
        ref,
        head: commitRecord(head),
        headState: state,
        lastGood: { ...commitRecord(good), judged: isJudged },
        walk: { begin: begin.id, why: beginWhy, commits: walked, policy: head.id },
        badCommits: bad.map(({ commit, state: outcome, brings }) => ({ ...commitRecord(commit), outcome, brings })),
        findings: (report?.verdict.findings ?? []).map((finding) => ({
            ...(0,json.findingRecord)(finding),
            since: since.get(finding.fingerprint) ?? null,
        })),
        notListed: report?.notListed,
        unjudged: report?.verdict.unjudged ?? [],
        commits: (report?.range.commits ?? []).length,
        objects: objects?.slice(0, mostObjects).map((object) => ({ ...object, namespace: object.namespace ?? null })) ?? null,
        objectsInAll: objects?.length ?? null,
        leaks,
        notes: 'what' in answer.objects ? [...notes, answer.objects.what] : notes,
        commands: report === undefined ? null : returnCommands(answer),
    });
}
const commitRecord = ({ id, parents, author, committer, subject }) => ({
    sha: id,
    parents,
    subject,
    author: (0,json.person)(author),
    committer: (0,json.person)(committer),
});

// EXTERNAL MODULE: ./build/groups.js
var build_groups = __webpack_require__(41782);
// EXTERNAL MODULE: ./build/report/terminal/terminal-text.js
var terminal_text = __webpack_require__(9828);
// EXTERNAL MODULE: ./build/report/wording.js
var wording = __webpack_require__(62867);
;// CONCATENATED MODULE: ./build/report/last-good/last-good-text.js





/** How many entries of each kind are printed; the rest is counted. */
const shown = { steps: 20, findings: 50, objects: 50, unjudged: 10, leaks: 10 };
/** The answer for a person: the commit first, then what a return undoes and how it is done. */
function lastGoodText(answer, { colour, width }) {
    const paint = (0,terminal_text/* painter */.C2)(colour);
    const sections = [
        verdict(answer, paint, width),
        ...(answer.state === 'good' ? [] : [undoes(answer, paint, width), ...commands(answer, paint)]),
        walked(answer, paint, width),
    ];
    return (0,terminal_text/* page */.MY)(sections.filter((section) => section.length > 0).flatMap((section, at) => (at ? ['', ...section] : section)));
}
function verdict({ ref, good, head, state, bad, isJudged }, paint, width) {
    const name = `${(0,terminal_text/* plain */.pj)(ref)} (${(0,wording/* shortId */.m_)(head.id)})`;
    if (state === 'good') {
        return [
            ...(0,terminal_text/* wrapped */.ky)(`${name} is good: there is nothing to undo.`, width, '✓ ').map((line) => paint(line, 'green', 'bold')),
        ];
    }
    const [mark, style] = state === 'blocked' ? ['✗', 'red'] : ['?', 'yellow'];
    const said = state === 'blocked' ? 'is not good' : 'could not be judged';
    return [
        paint(`${mark} ${name} ${said}.`, style, 'bold'),
        `${paint('Last good', 'bold')}  ${good.id}`,
        `           ${commitLine(good, width)}`,
        ...(isJudged ? [] : (0,terminal_text/* wrapped */.ky)('It is where the walk began, and was not judged itself.', width, '           ')),
        '',
        `${paint('Not good since', 'bold')}`,
        ...limited(bad, shown.steps, (step) => stepLine(step, paint, width)),
    ];
}
/** Day and author are the author's word. */
const commitLine = ({ subject, author }, width) => `${(0,json.person)(author).time?.slice(0, 10) ?? 'no date   '}  ${(0,terminal_text/* plain */.pj)(author.name, 28)}  ${(0,terminal_text/* plain */.pj)(subject, Math.max(20, width - 52))}`;
function stepLine({ commit, state, brings }, paint, width) {
    const what = state === 'could-not-judge'
        ? 'could not be judged'
        : brings > 0
            ? `${(0,wording/* count */.U9)(brings, 'finding')} new`
            : 'nothing new';
    return [`  ${(0,wording/* shortId */.m_)(commit.id)}  ${commitLine(commit, width - 24)}  ${paint(what, brings > 0 ? 'red' : 'dim')}`];
}
function undoes({ report, bad, since, objects }, paint, width) {
    if (report === undefined)
        return [];
    const { verdict } = report;
    const merged = report.range.commits.length;
    const blocking = verdict.findings.filter((finding) => finding.blocking);
    const others = verdict.findings.length - blocking.length;
    const groups = [
        ...(0,build_groups/* groupBy */.$z)(blocking, ({ rule, severity, message }) => JSON.stringify([rule, severity, message])).values(),
    ];
    return [
        `${paint('A return would undo', 'bold')}  ${(0,wording/* count */.U9)(bad.length, 'commit')} of the branch${merged > bad.length ? `, ${merged} with those they merge` : ''}`,
        ...limited(groups, shown.findings, ([first, ...more]) => {
            if (first === undefined)
                return [];
            const from = since.get(first.fingerprint);
            const begin = from === undefined ? '' : `, since ${(0,wording/* shortId */.m_)(from)}`;
            const times = more.length > 0 ? ` × ${more.length + 1}` : '';
            return (0,terminal_text/* wrapped */.ky)(`${first.severity} ${first.rule}${times}${begin}: ${first.message}`, width, '  - ');
        }),
        ...(report.notListed === undefined ? [] : (0,terminal_text/* wrapped */.ky)(report.notListed, width, '  ')),
        ...(others > 0
            ? [paint(`  and ${(0,wording/* count */.U9)(others, 'finding')} that ${others === 1 ? 'does' : 'do'} not block`, 'dim')]
            : []),
        ...limited(verdict.unjudged, shown.unjudged, ({ what, remedy }) => [
            ...(0,terminal_text/* wrapped */.ky)(what, width, '  ? '),
            ...(0,terminal_text/* wrapped */.ky)(remedy, width, '    Fix: '),
        ]),
        ...('what' in objects
            ? (0,terminal_text/* wrapped */.ky)(`The objects could not be listed: ${objects.what}`, width, '  ? ')
            : objectLines(objects, paint)),
    ];
}
const signs = { added: '-', removed: '+', changed: '~' };
function objectLines(objects, paint) {
    const number = (change) => objects.filter((object) => object.change === change).length;
    return [
        `${paint('Objects', 'bold')}  ${number('added')} would go (-), ${number('removed')} would return (+), ${number('changed')} would be as they were (~)`,
        ...limited(objects, shown.objects, ({ kind, namespace, name, file, change }) => [
            `  ${signs[change]} ${(0,terminal_text/* plain */.pj)(`${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`, 200)}  ${paint((0,terminal_text/* plain */.pj)(file, 300), 'dim')}`,
        ]),
    ];
}
function commands(answer, paint) {
    const { git, revert, argocd, flux } = returnCommands(answer);
    const block = (title, lines) => lines.length === 0 ? [] : [paint(title, 'bold'), ...lines.map((line) => `  ${(0,terminal_text/* plain */.pj)(line)}`)];
    const kept = answer.kept === undefined ? '' : `; ${(0,terminal_text/* plain */.pj)(answer.kept)} stays as it is`;
    return [
        block(`How to return: a branch with the files of the good commit, for review${kept}`, git),
        block('or take out only what brought a finding', revert),
        block('Argo CD, until the branch is good again', argocd),
        block('Flux, until the branch is good again', flux),
    ];
}
function walked({ begin, beginWhy, walked: number, head, leaks, notes }, paint, width) {
    return [
        paint('Walked', 'bold'),
        ...(0,terminal_text/* wrapped */.ky)(`${(0,wording/* count */.U9)(number, 'commit')} of the first-parent line, from ${(0,wording/* shortId */.m_)(begin.id)} (${beginWhy}) to ${(0,wording/* shortId */.m_)(head.id)}, by the policy of each good commit and that of ${(0,wording/* shortId */.m_)(head.id)}.`, width, '  - '),
        ...limited(leaks, shown.leaks, (leak) => (0,terminal_text/* wrapped */.ky)(`In the history, and no longer in the files: ${leak}`, width, '  - ')),
        ...notes.flatMap((note) => (0,terminal_text/* wrapped */.ky)(note, width, '  - ')),
    ];
}
function limited(all, most, lines) {
    const more = all.length - most;
    return [...all.slice(0, most).flatMap(lines), ...(more > 0 ? [`  and ${more} more: see --format json`] : [])];
}

// EXTERNAL MODULE: ./build/kube/identity/identity-key.js
var identity_key = __webpack_require__(33079);
// EXTERNAL MODULE: ./build/plain-values.js
var plain_values = __webpack_require__(98419);
;// CONCATENATED MODULE: ./build/report/last-good/object-changes.js



/** Which objects differ between both sides, scope by scope in the order of their names. What is inside another object is that one's. */
function objectChanges(scopes) {
    return [...scopes].flatMap(([scope, { before, after }]) => {
        const [was, is] = [byIdentity(before), byIdentity(after)];
        const added = [...is].filter(([key]) => !was.has(key)).map(([, all]) => changeOf(scope, all, 'added'));
        const removed = [...was].filter(([key]) => !is.has(key)).map(([, all]) => changeOf(scope, all, 'removed'));
        const changed = [...is].flatMap(([key, all]) => {
            const old = was.get(key);
            return old === undefined || isSame(old, all) ? [] : changeOf(scope, all, 'changed');
        });
        return [...added, ...removed, ...changed].flat().sort(compareNames);
    });
}
function byIdentity(objects) {
    const whole = objects.filter(({ isEmbedded }) => isEmbedded !== true);
    return (0,build_groups/* groupBy */.$z)(whole, identity_key/* identityKey */.U);
}
function isSame(before, after) {
    return before.length === after.length && before.every(({ value }, index) => (0,plain_values/* isSameValue */.am)(value, after[index]?.value));
}
function changeOf(scope, [first], change) {
    if (first === undefined)
        return [];
    const { group, kind, namespace, name, file } = first;
    return [{ group, kind, namespace, name, scope, file, change }];
}
function compareNames(a, b) {
    const [left, right] = [a, b].map(({ kind, namespace, name, file }) => [kind, namespace, name, file].join('\0'));
    return (left ?? '') < (right ?? '') ? -1 : 1;
}

// EXTERNAL MODULE: ./build/report/redact.js
var redact = __webpack_require__(17234);
// EXTERNAL MODULE: ./build/rules/index.js + 59 modules
var rules = __webpack_require__(26474);
// EXTERNAL MODULE: ./build/rules/repository/gate-changed.js + 6 modules
var gate_changed = __webpack_require__(28735);
// EXTERNAL MODULE: ./build/rules/secret/secret-in-history.js
var secret_in_history = __webpack_require__(34680);
;// CONCATENATED MODULE: ./build/run/last-good.js

/**
 * Walks along the commits of a branch, `begin` and those after it in order; `begin` is taken as it is. A commit is good where its
 * files are those of the good commit before it, or where the change from that one to it passes by each policy that counts (last-good.md, "What good means").
 */
async function walkToLastGood(begin, line, judge) {
    const leaks = [];
    let good = begin;
    let state = 'good';
    let report;
    let bad = [];
    let since = new Map();
    for (const [index, commit] of line.entries()) {
        report = commit.tree === good.tree ? undefined : await worstOf(judge(good.id, commit.id, index + 1));
        state = report === undefined ? 'good' : stateOf(report);
        if (state === 'good') {
            leaks.push(...(report === undefined ? [] : leaksOf(report)));
            good = commit;
            report = undefined;
            bad = [];
            since = new Map();
        }
        else if (report !== undefined)
            bad.push(badStep(commit, state, report, since));
    }
    return { good, isJudged: good !== begin, state, bad, since, report, leaks };
}
/** The first report that blocks, else the first that is not good, else the first. Throws where nothing was judged, which is not a pass. */
async function worstOf(reports) {
    let worst;
    for await (const report of reports) {
        if (stateOf(report) === 'blocked')
            return report;
        if (worst === undefined || stateOf(worst) === 'good')
            worst = report;
    }
    if (worst === undefined)
        throw new Error('a step along the branch was judged by no policy');
    return worst;
}
/** A secret of the history stays there, whichever commit is delivered: it says nothing about the files. */
const isLeak = ({ rule, blocking }) => blocking && rule === secret_in_history/* secretInHistory */.C.id;
function stateOf({ verdict, notListed }) {
    const { outcome, findings, unjudged } = verdict;
    if (outcome !== 'blocked')
        return outcome === 'passed' ? 'good' : outcome;
    if (notListed !== undefined || findings.some((finding) => finding.blocking && !isLeak(finding)))
        return 'blocked';
    return unjudged.length > 0 ? 'could-not-judge' : 'good';
}
function leaksOf({ verdict }) {
    return verdict.findings.filter(isLeak).map(({ message }) => message);
}
/** What a commit brings that the ones before it did not; `since` learns it. */
function badStep(commit, state, { verdict }, since) {
    const fresh = verdict.findings.filter(({ blocking, fingerprint }) => blocking && !since.has(fingerprint));
    for (const { fingerprint } of fresh)
        since.set(fingerprint, commit.id);
    return { commit, state, brings: fresh.length, isContent: fresh.some(({ category }) => category !== 'signature') };
}

// EXTERNAL MODULE: ./build/run.js + 357 modules
var run = __webpack_require__(14303);
// EXTERNAL MODULE: ./build/cli/check.js
var check = __webpack_require__(90485);
// EXTERNAL MODULE: ./build/cli/output.js
var output = __webpack_require__(38288);
// EXTERNAL MODULE: ./build/cli/policy/usable-policy.js
var usable_policy = __webpack_require__(25077);
// EXTERNAL MODULE: ./build/cli/terminal-style.js
var terminal_style = __webpack_require__(66777);
// EXTERNAL MODULE: ./build/input-error.js
var input_error = __webpack_require__(53587);
;// CONCATENATED MODULE: ./build/cli/history/line.js


/** How many commits are walked along where nothing else is asked for, and at most. */
const [usualCommits, mostCommits] = [100, 100_000];
async function readLine(repository, { values }) {
    const ref = values.get('branch') ?? (await repository.defaultBranch());
    if (ref === undefined) {
        throw new input_error/* InputError */.d([{ what: 'The repository has no default branch.', fix: 'Name one: --branch main' }]);
    }
    const tip = await repository.resolve(ref, 'commit');
    if (tip === undefined) {
        const what = `${JSON.stringify(ref)} names no commit of this repository.`;
        throw new input_error/* InputError */.d([{ what, fix: 'Give a branch that is here, e.g. main or origin/main.' }]);
    }
    const most = commitLimit(values.get('commits'));
    const newest = await repository.firstParents(tip, most);
    const commits = (await repository.commits(newest)).toReversed();
    const [first] = commits;
    const head = commits.at(-1);
    if (first === undefined || head === undefined || commits.length === 1) {
        const fix = 'Name a branch with a history, or more commits: --commits 100';
        throw new input_error/* InputError */.d([{ what: `${ref} has one commit to look at: there is nothing to compare.`, fix }]);
    }
    const branch = ref.replace(/^(?:refs\/heads\/|refs\/remotes\/[^/]+\/|origin\/)/, '');
    const shownRef = ref.replace(/^refs\/(?:heads|remotes)\//, '');
    return { branch, ref: shownRef, head, commits, isWhole: first.parents.length === 0 };
}
function commitLimit(given) {
    if (given === undefined)
        return usualCommits;
    const number = /^\d{1,6}$/.test(given) ? Number(given) : 0;
    if (number >= 2 && number <= mostCommits)
        return number;
    const fix = `a number from 2 to ${mostCommits}: how many commits of the branch are looked at (default: ${usualCommits})`;
    throw new input_error/* InputError */.d([{ what: `--commits ${JSON.stringify(given)} is not such a number`, fix }]);
}
/** Where the walk begins: at `--since`, else at the oldest that is looked at, also where that is before the gate's folder: whoever adds it chooses when. */
async function beginOf(repository, line, { values }, folder) {
    const { commits, isWhole, ref } = line;
    const since = values.get('since');
    const from = (index, why, notes = []) => {
        const [begin = line.head, ...rest] = commits.slice(index);
        return { begin, why, rest, notes };
    };
    if (since !== undefined) {
        const id = await repository.resolve(since, 'commit');
        const index = commits.findIndex((commit) => commit.id === id);
        if (index >= 0)
            return from(index, 'given by --since');
        const what = `--since ${JSON.stringify(since)} is not among the newest ${commits.length} commits of ${ref}`;
        const fix = isWhole
            ? 'name a commit of the branch itself, not one that a merge brought in: git log --first-parent'
            : 'look at more of them (--commits 1000), and name one of the branch itself: git log --first-parent';
        throw new input_error/* InputError */.d([{ what, fix }]);
    }
    const notes = await foundingNote(repository, commits, folder);
    return from(0, oldest(isWhole), notes);
}
/** That commits before the gate's folder are judged by what is built in, and how to begin behind them. */
async function foundingNote(repository, commits, folder) {
    for (const [index, { id }] of commits.entries()) {
        if ((await repository.tree(id, [folder])).size === 0)
            continue;
        const before = commits[index - 1];
        if (before === undefined || index === 1)
            return [];
        return [
            `${(0,wording/* count */.U9)(index, 'commit')} before ${folder} are judged by the built-in defaults: --since ${before.id} begins right before ${folder}, where you know that commit to be good.`,
        ];
    }
    return [];
}
const oldest = (isWhole) => isWhole ? 'the first of the branch' : 'the oldest looked at: --commits looks further';
/** With today's policy and keys the files after a return are not those of the good commit, so that every commit between them counts as before. */
async function keptNote(repository, { head, ref }, { good }, folder) {
    if (folder === undefined || good.id === head.id)
        return [];
    const changes = await repository.changes(good.id, head.id);
    if (!changes.some(({ path }) => path.startsWith(`${folder}/`)))
        return [];
    return [
        `The return keeps ${folder} as it is today, and that has changed since the good commit. So the files after it are not those of the good commit, and last-good can go on refusing ${ref} for a commit that the return does not undo, e.g. an unsigned one. Once the return is reviewed and merged, begin there: last-good --since MERGE. Or accept the finding in the policy.`,
    ];
}
/** Whoever merges the branch into a commit of their own without a parent decides where first parents lead. */
async function beginningNote(repository, { commits: [first], head, isWhole }) {
    const older = first === undefined || !isWhole ? [] : await repository.olderBeginnings(head.id, first.id);
    if (first === undefined || older.length === 0)
        return [];
    return [
        `First parents lead to ${first.id}, but more of the history was built on ${older[0]}: the branch may have been given another first parent, and the commits before that are not walked along. Begin at a commit that you know (--since), or look at what was merged (git log --graph).`,
    ];
}

;// CONCATENATED MODULE: ./build/cli/history/last-good.js
























/** `last-good`: the newest good commit of a branch, what a return to it would undo, and how it is done. Throws InputError. */
async function lastGoodCommand(args) {
    const repository = await (0,open_repository/* openRepository */.h)(args.values.get('repo') ?? process.cwd());
    try {
        const line = await readLine(repository, args);
        const inputs = (0,check.inputsOf)(args, 'check', { kind: 'audit', rev: line.head.id });
        const { policy, notes } = await readPolicyOf(repository, line.head, inputs);
        const begun = await beginOf(repository, line, args, (0,trusted_folder/* policyFolder */.hx)(inputs.policyPath));
        const walk = await walkFrom(repository, begun, line, inputs);
        const kept = await keptFolder(repository, line.head, walk, (0,trusted_folder/* policyFolder */.hx)(inputs.policyPath));
        const answer = (0,redact.redact)({
            ...walk,
            branch: line.branch,
            ref: line.ref,
            head: line.head,
            begin: begun.begin,
            beginWhy: begun.why,
            walked: begun.rest.length + 1,
            objects: walk.report === undefined ? [] : await objectsOf(repository, walk.good, line.head, policy),
            kept,
            notes: [
                ...notes,
                ...begun.notes,
                ...(await beginningNote(repository, line)),
                ...watchingNote(policy, inputs),
                ...policyNote(walk),
                ...(await keptNote(repository, line, walk, kept)),
            ],
        });
        (0,output.say)(args.values.get('format') === 'json' ? lastGoodJson(answer) : lastGoodText(answer, (0,terminal_style/* terminalStyle */.w)()));
        return lastGoodExitCode(answer);
    }
    finally {
        await repository.close();
    }
}
/** Policy and keys of today. Where they cannot be read no commit could be judged. */
async function readPolicyOf(repository, head, inputs) {
    const ids = rules/* rules */.a.map(({ id }) => id);
    return (0,usable_policy/* requireReadable */.C)(await (0,read_trusted_folder.readTrusted)(repository, { ...(0,range_range/* emptyRange */.t)('audit'), trust: head.id }, inputs, ids));
}
/** Walks with a line of progress on a terminal. */
function walkFrom(repository, { begin, rest }, line, inputs) {
    const terminal = (0,host_terminal/* terminalHost */.P)(process, () => '');
    const past = new older_past/* PastMemory */.eT();
    return walkToLastGood(begin, rest, async function* (before, after, position) {
        const step = (title, work) => terminal.step(`Commit ${position} of ${rest.length}: ${title}`, work);
        for (const { trust, failOn, isBefore } of await policiesFor(repository, before, line.head, inputs)) {
            const request = { kind: 'push', before, after, branch: line.branch, trust };
            const asBuiltIn = new Set([gate_changed/* gateChanged */.K.id]);
            // Before there were keys nobody could sign so that it counts: as on pushes, signatures are reported only.
            const asked = { ...inputs, request, failOn, asBuiltIn, isPush: isBefore, isFirstPolicyJudged: isBefore };
            yield (await (0,run/* examine */.s)(asked, { step, diffView: undefined }, past)).report;
        }
    });
}
/**
 * By which policies and keys what follows a good commit is judged: by its own, which the author of the next one did not write, and by
 * today's, which know what was taken back since. Before there were any, nobody could follow today's: the built-in defaults hold (`isBefore`).
 */
async function policiesFor(repository, good, head, inputs) {
    const read = async (trust) => {
        const { policy, record } = await (0,read_trusted_folder.readTrusted)(repository, { ...(0,range_range/* emptyRange */.t)('audit'), trust }, inputs);
        const { folder, sha256 } = record;
        return { trust, failOn: countedFrom(policy, inputs), folder, sha256, isBefore: sha256 === undefined };
    };
    const [own, today] = [await read(good), await read(head.id)];
    if (own.sha256 === undefined)
        return [own];
    return own.sha256 === today.sha256 && own.folder === today.folder ? [today] : [own, today];
}
/** A policy that only watches makes nothing good. */
const countedFrom = ({ failOn }, inputs) => inputs.failOn ?? (failOn === 'never' ? defaults/* defaultPolicy */.G.failOn : undefined);
async function objectsOf(repository, good, head, policy) {
    const range = { ...(0,range_range/* emptyRange */.t)('push'), before: good.id, after: head.id, head: head.id, trust: head.id };
    try {
        return objectChanges((await (0,read_objects/* readObjects */.$)(repository, range, policy)).scopes);
    }
    catch (error) {
        if (!(error instanceof budget/* LimitError */.o || error instanceof git_repository/* MissingObjectsError */.J))
            throw error;
        return { what: error.message, remedy: error.remedy };
    }
}
/** The gate's folder, where a return should leave it as it is: today's, unless what is not good is about it. */
async function keptFolder(repository, head, walk, folder) {
    const isThere = (await repository.tree(head.id, [folder])).size > 0;
    return isThere && !weakensGate(walk) ? folder : undefined;
}
const weakensGate = ({ report }) => report?.verdict.findings.some(({ rule, blocking }) => blocking && rule === gate_changed/* gateChanged */.K.id) === true;
function policyNote(walk) {
    if (!weakensGate(walk))
        return [];
    return ['Changes that are not good have changed the policy or the keys: look at those first (rule gate-changed).'];
}
function watchingNote(policy, inputs) {
    if (policy.failOn !== 'never')
        return [];
    return [
        `The policy only watches (failOn: never): what counts here is what would block from ${countedFrom(policy, inputs)} on.`,
    ];
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

/***/ 9550:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ readObjects)
/* harmony export */ });
/* harmony import */ var _render_outcome_merge_objects_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30483);
/* harmony import */ var _budget_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9653);
/* harmony import */ var _manifests_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(43183);
/* harmony import */ var _render_rendering_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(41776);
/* harmony import */ var _trees_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(94215);





/**
 * The objects of both sides for who only asks about them: rendered where that can be done. Throws LimitError where a limit is met, and
 * MissingObjectsError.
 */
async function readObjects(repository, range, policy) {
    const trees = await (0,_trees_js__WEBPACK_IMPORTED_MODULE_4__/* .readTrees */ .i)(repository, range);
    const budget = new _budget_js__WEBPACK_IMPORTED_MODULE_1__/* .Budget */ ._(policy.limits);
    const urls = [await repository.origin()].filter((url) => url !== undefined);
    const rendered = await (0,_render_rendering_js__WEBPACK_IMPORTED_MODULE_3__/* .renderChange */ .vN)(repository, trees, policy, { urls }, budget);
    const { objects, showsOpenshift } = await (0,_manifests_js__WEBPACK_IMPORTED_MODULE_2__/* .readManifests */ .PX)(repository, trees, policy, rendered, budget);
    budget.requireFinished();
    const { delivered, rendering } = rendered;
    const scopes = delivered === undefined ? objects : (0,_render_outcome_merge_objects_js__WEBPACK_IMPORTED_MODULE_0__/* .mergeObjects */ .r)(objects, rendering, delivered, policy.clusters);
    return { scopes, roots: rendering.roots, showsOpenshift };
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
