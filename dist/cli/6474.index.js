export const id = 6474;
export const ids = [6474];
export const modules = {

/***/ 25303:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  uP: () => (/* binding */ hunks),
  GU: () => (/* binding */ inRuns),
  gf: () => (/* binding */ lineDiff),
  TU: () => (/* binding */ mapLine)
});

;// CONCATENATED MODULE: ./build/git/diff/match-lines.js
const never = 0;
const onceBefore = 1;
const onceInBoth = 2;
const often = 3;
/** Differences beyond which the shortest script is no longer looked for: its trace takes memory by their square. */
const mostDifferences = 1000;
/** Comparisons for one pair of texts, beyond which parts are taken as wholly different. */
const mostWork = 30_000_000;
/**
 * The lines two texts have in common, in order. E. W. Myers, "An O(ND) Difference Algorithm and Its Variations" (1986);
 * where that would cost too much, lines that are unique in both part the texts first (Bram Cohen's "patience diff").
 */
function matchLines(before, after, lines) {
    return new Matcher(before, after, lines).match();
}
class Matcher {
    #before;
    #after;
    /** Per distinct line: how often the part at hand has it, and where in the text after. */
    #seen;
    #places;
    #blocks = [];
    #work = mostWork;
    constructor(before, after, lines) {
        this.#before = before;
        this.#after = after;
        this.#seen = new Uint8Array(lines);
        this.#places = new Int32Array(lines);
    }
    match() {
        // Parts still to be matched, the next one last; blocks are found in order.
        const parts = [{ a: 0, aEnd: this.#before.length, b: 0, bEnd: this.#after.length }];
        for (let part = parts.pop(); part !== undefined; part = parts.pop()) {
            if ('count' in part)
                this.#add(part);
            else
                for (const piece of this.#split(part).reverse())
                    parts.push(piece);
        }
        return this.#blocks;
    }
    /** What a part consists of, in order: blocks, and smaller parts to look at. */
    #split(part) {
        const { head, rest, tail } = this.#trim(part);
        const around = (middle) => [head, ...middle, tail].filter((p) => !('count' in p) || p.count > 0);
        if (rest.a === rest.aEnd || rest.b === rest.bEnd || this.#work <= 0)
            return around([]);
        return around(this.#shortest(rest) ?? this.#anchors(rest));
    }
    /** Equal lines at the start and the end. */
    #trim({ a, aEnd, b, bEnd }) {
        const most = Math.min(aEnd - a, bEnd - b);
        let top = 0;
        while (top < most && this.#before[a + top] === this.#after[b + top])
            top++;
        let bottom = 0;
        while (bottom < most - top && this.#before[aEnd - 1 - bottom] === this.#after[bEnd - 1 - bottom])
            bottom++;
        this.#work -= top + bottom + 1;
        return {
            head: { before: a, after: b, count: top },
            rest: { a: a + top, aEnd: aEnd - bottom, b: b + top, bEnd: bEnd - bottom },
            tail: { before: aEnd - bottom, after: bEnd - bottom, count: bottom },
        };
    }
    /** The blocks of a shortest edit script; undefined where it is too long or too much work. */
    #shortest({ a, aEnd, b, bEnd }) {
        const n = aEnd - a;
        const m = bEnd - b;
        const most = Math.min(n + m, mostDifferences);
        const reach = new Int32Array(2 * most + 3);
        const trace = [];
        for (let d = 0; d <= most; d++) {
            trace.push(reach.slice(most - d, most + d + 3));
            for (let k = -d; k <= d; k += 2) {
                const down = reach[most + k + 2] ?? 0;
                const right = reach[most + k] ?? 0;
                let x = k === -d || (k !== d && right < down) ? down : right + 1;
                const start = x;
                while (x < n && x - k < m && this.#before[a + x] === this.#after[b + x - k])
                    x++;
                this.#work -= x - start + 1;
                reach[most + k + 1] = x;
                if (x >= n && x - k >= m)
                    return backtrack(trace, n, m).map((s) => ({ ...s, before: s.before + a, after: s.after + b }));
            }
            if (this.#work <= 0)
                return undefined;
        }
        return undefined;
    }
    /** Blocks of single lines that are unique in both sides of the part and are in the same order, and the parts between them. */
    #anchors(part) {
        const unique = longestRising(this.#uniquePairs(part));
        if (unique.length === 0)
            return [];
        const pieces = [];
        let { a, b } = part;
        for (const { before, after } of unique) {
            pieces.push({ a, aEnd: before, b, bEnd: after }, { before, after, count: 1 });
            a = before + 1;
            b = after + 1;
        }
        return [...pieces, { a, aEnd: part.aEnd, b, bEnd: part.bEnd }];
    }
    #uniquePairs({ a, aEnd, b, bEnd }) {
        const seen = this.#seen;
        this.#work -= 2 * (aEnd - a + bEnd - b);
        for (let j = b; j < bEnd; j++)
            seen[this.#after[j] ?? 0] = never;
        for (let i = a; i < aEnd; i++)
            seen[this.#before[i] ?? 0] = never;
        for (let i = a; i < aEnd; i++) {
            const line = this.#before[i] ?? 0;
            seen[line] = seen[line] === never ? onceBefore : often;
        }
        for (let j = b; j < bEnd; j++) {
            const line = this.#after[j] ?? 0;
            seen[line] = seen[line] === onceBefore ? onceInBoth : often;
            this.#places[line] = j;
        }
        const pairs = [];
        for (let i = a; i < aEnd; i++) {
            const line = this.#before[i] ?? 0;
            if (seen[line] === onceInBoth)
                pairs.push({ before: i, after: this.#places[line] ?? 0, count: 1 });
        }
        return pairs;
    }
    /** Adds a block, joined to the one before where they touch. */
    #add(block) {
        const last = this.#blocks.at(-1);
        const touches = last !== undefined && last.before + last.count === block.before && last.after + last.count === block.after;
        if (touches)
            this.#blocks[this.#blocks.length - 1] = { ...last, count: last.count + block.count };
        else if (block.count > 0)
            this.#blocks.push(block);
    }
}
/** Follows the furthest reaching paths of each number of differences back to the start. */
function backtrack(trace, n, m) {
    const blocks = [];
    let x = n;
    let y = m;
    for (let d = trace.length - 1; d >= 0; d--) {
        // `reach` before this round, for the diagonals -d-1 … d+1.
        const reach = trace[d] ?? new Int32Array(0);
        const k = x - y;
        const down = reach[d + k + 2] ?? 0;
        const right = reach[d + k] ?? 0;
        const fromAbove = k === -d || (k !== d && right < down);
        const start = d === 0 ? 0 : fromAbove ? down : right + 1;
        if (x > start)
            blocks.push({ before: start, after: start - k, count: x - start });
        x = fromAbove ? start : start - 1;
        y = x - (fromAbove ? k + 1 : k - 1);
    }
    return blocks.reverse();
}
/** A longest subsequence of pairs (in order of `before`) whose `after` rises, by patience sorting. */
function longestRising(pairs) {
    const tops = [];
    const previous = [];
    pairs.forEach(({ after }, index) => {
        let low = 0;
        let high = tops.length;
        while (low < high) {
            const middle = (low + high) >> 1;
            if ((pairs[tops[middle] ?? 0]?.after ?? 0) < after)
                low = middle + 1;
            else
                high = middle;
        }
        previous[index] = low === 0 ? -1 : (tops[low - 1] ?? -1);
        tops[low] = index;
    });
    const rising = [];
    for (let at = tops.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) {
        const pair = pairs[at];
        if (pair !== undefined)
            rising.push(pair);
    }
    return rising.reverse();
}

;// CONCATENATED MODULE: ./build/git/diff/line-diff.js

/**
 * Compares two texts by lines (a last line without its line break differs from one with it, as in git). Shortest where the
 * texts differ little; where they differ much the work is bounded, and the changes are correct but may be larger.
 */
function lineDiff(before, after) {
    const [old, now, lines] = intern(splitLines(before), splitLines(after));
    const changes = [];
    let at = { before: 0, after: 0, count: 0 };
    for (const block of [...matchLines(old, now, lines), { before: old.length, after: now.length, count: 0 }]) {
        const removed = { start: at.before + at.count + 1, count: block.before - at.before - at.count };
        const added = { start: at.after + at.count + 1, count: block.after - at.after - at.count };
        if (removed.count > 0 || added.count > 0)
            changes.push({ before: removed, after: added });
        at = block;
    }
    return { beforeLines: old.length, afterLines: now.length, changes };
}
/** Where a line of the text before is in the text after; undefined where it is among the changed ones. */
function mapLine(diff, line) {
    let shift = 0;
    for (const { before, after } of diff.changes) {
        if (line < before.start)
            break;
        if (line < before.start + before.count)
            return undefined;
        shift += after.count - before.count;
    }
    return line + shift;
}
/** The changes as a unified diff shows them: each with `context` equal lines around it, joined where they touch. */
function hunks(diff, context = 3) {
    const joined = [];
    for (const { before, after } of diff.changes) {
        const above = Math.min(context, before.start - 1);
        const below = Math.min(context, diff.beforeLines - (before.start + before.count - 1));
        const hunk = {
            before: { start: before.start - above, count: before.count + above + below },
            after: { start: after.start - above, count: after.count + above + below },
        };
        const last = joined.at(-1);
        if (last !== undefined && hunk.before.start <= last.before.start + last.before.count) {
            joined[joined.length - 1] = { before: cover(last.before, hunk.before), after: cover(last.after, hunk.after) };
        }
        else {
            joined.push(hunk);
        }
    }
    return joined;
}
/** Whether a line lies in one of the runs. */
function inRuns(runs, line) {
    for (const { start, count } of runs)
        if (line >= start && line < start + count)
            return true;
    return false;
}
function cover(first, second) {
    return { start: first.start, count: second.start + second.count - first.start };
}
function splitLines(text) {
    const lines = [];
    for (let at = 0; at < text.length;) {
        const found = text.indexOf('\n', at);
        const end = found < 0 ? text.length : found + 1;
        lines.push(text.slice(at, end));
        at = end;
    }
    return lines;
}
/** Equal lines get equal numbers, counted from 0. */
function intern(before, after) {
    const numbers = new Map();
    const number = (line) => {
        const known = numbers.get(line) ?? numbers.size;
        numbers.set(line, known);
        return known;
    };
    return [Int32Array.from(before, number), Int32Array.from(after, number), numbers.size];
}


/***/ }),

/***/ 49405:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BV: () => (/* binding */ mayHold),
/* harmony export */   H3: () => (/* binding */ isContextCandidate),
/* harmony export */   V$: () => (/* binding */ mayHideWords),
/* harmony export */   qn: () => (/* binding */ isCandidate)
/* harmony export */ });
/* harmony import */ var _rbac_kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(84160);

/**
 * Words without one of which nothing that grants can be written: kinds, groups, names and fields that readers of RBAC look
 * for. Whoever adds a reader adds its word here. Each is looked for as a whole word, a kind also as its list; a `*` lets letters
 * precede it.
 */
const words = [
    ..._rbac_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .rbacKinds */ .U,
    // The fields of bindings and rules, which also occur where a template makes the kind.
    'roleRef',
    'verbs',
    // Operator bundles, and OpenShift's security constraints and groups.
    'ClusterServiceVersion',
    'SecurityContextConstraints',
    'user.openshift.io',
    // Rancher and rbac-manager.
    'management.cattle.io',
    'RBACDefinition',
    // The AWS authenticator and the controllers for EKS.
    'aws-auth',
    'IAMIdentityMapping',
    'iamIdentityMappings',
    'iamAuthenticatorConfig',
    'AccessEntry',
    'AccessPolicyAssociation',
    // Argo CD's own roles: its ConfigMap, its object, and its keys among values.
    'argocd-rbac-cm',
    'policy.default',
    '*.csv',
    'defaultPolicy',
    'ArgoCD',
    'users.anonymous.enabled',
    'AppProject',
    // Capsule.
    'capsule.clastix.io',
];
/** Kinds that grant nothing, and decide about pods: as whom they run, what their namespace lets them do, and whom they reach. */
const aroundPods = [
    'ServiceAccount',
    'Namespace',
    'NetworkPolicy',
    'policy.networking.k8s.io',
    'security.istio.io',
    'cilium.io',
    'projectcalico.org',
    'Ingress',
    'route.openshift.io',
    'gateway.networking.k8s.io',
    'gateway.envoyproxy.io',
    'kuadrant.io',
    'traefik.io',
    'traefik.containo.us',
].map(wordOf);
const wanted = words.map(wordOf);
function wordOf(word) {
    return { letters: Buffer.from(word.replace('*', '')), isSuffix: word.startsWith('*') };
}
const list = Buffer.from('List');
const backslash = 0x5c;
/** What may follow a backslash right before a word, in a manifest that another one holds as a string: `"kind:\tRole"`. */
const escapeLetters = new Set(Buffer.from('0abefnrtvNLP_'));
function holdsWord(bytes, { letters, isSuffix }) {
    for (let at = bytes.indexOf(letters); at >= 0; at = bytes.indexOf(letters, at + 1)) {
        if ((isSuffix || begins(bytes, at)) && ends(bytes, at + letters.length))
            return true;
    }
    return false;
}
function begins(bytes, at) {
    const previous = bytes[at - 1];
    return !isAlphanumeric(previous) || (bytes[at - 2] === backslash && escapeLetters.has(previous ?? 0));
}
function ends(bytes, at) {
    if (!isAlphanumeric(bytes[at]))
        return true;
    return list.equals(bytes.subarray(at, at + list.length)) && !isAlphanumeric(bytes[at + list.length]);
}
function isAlphanumeric(byte = 0) {
    return (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
}
/** Escapes that write a letter, and escaped line breaks (also NEL, LS and PS), which join the text around them. */
const letterEscape = /\\(?:[xuU\r\n]|\xc2\x85|\xe2\x80[\xa8\xa9])/;
/** Tags that decode their text: `!!binary`, written plainly, percent-encoded or by a handle. */
const binaryTag = /![^\s]{0,64}(?:binary|%[0-9A-Fa-f]{2})|%TAG/;
/**
 * Whether a file can hold a role, a binding or another grant. A superset of what `parseYaml`, `resourcesOf` and the readers
 * of RBAC take as such, however it is escaped, tagged or encoded; much cheaper than reading it.
 */
function isCandidate(bytes) {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (wanted.some((word) => holdsWord(buffer, word)))
        return true;
    return mayHideWords(buffer);
}
/** Whether an unchanged file can hold something on which the judgement of a change depends: a grant, or what decides about pods. */
function isContextCandidate(bytes) {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return aroundPods.some((word) => holdsWord(buffer, word)) || isCandidate(bytes);
}
/** Whether a file can hold a word, the one of a kind or of a field, however it is written. */
function mayHold(bytes, word) {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return holdsWord(buffer, wordOf(word)) || mayHideWords(buffer);
}
/** Whether a file can hold a word that its bytes do not show. */
function mayHideWords(bytes) {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    // UTF-16 of letters has zero bytes.
    if (buffer.includes(0))
        return true;
    if (buffer.includes(0x5c) && letterEscape.test(buffer.toString('latin1')))
        return true;
    return (buffer.includes(0x21) || buffer.includes('%TAG')) && binaryTag.test(buffer.toString('latin1'));
}


/***/ }),

/***/ 18575:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ isComputedSource)
/* harmony export */ });
/** Whether a file is a program that makes manifests, of a language that tools compute where they deliver a folder: Jsonnet, CUE. */
function isComputedSource(path) {
    return /\.(?:jsonnet|libsonnet|cue)$/i.test(path);
}


/***/ }),

/***/ 26484:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Tc: () => (/* binding */ objectsInside),
/* harmony export */   V8: () => (/* binding */ embeddedObjects),
/* harmony export */   Vu: () => (/* binding */ documentsInside)
/* harmony export */ });
/* harmony import */ var _plain_values_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(98419);
/* harmony import */ var _yaml_parse_yaml_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9580);
/* harmony import */ var _identity_carriers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90458);
/* harmony import */ var _openshift_template_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(96723);
/* harmony import */ var _policy_state_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(52864);
/* harmony import */ var _rbac_kinds_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(84160);
/* harmony import */ var _resources_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27005);
/* harmony import */ var _template_actions_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(18880);








const groups = /^(?:rbac\.authorization\.k8s\.io\/|authorization\.openshift\.io\/|v1$)/;
const content = ['rules', 'subjects', 'roleRef', 'aggregationRule', 'userNames', 'groupNames', 'data', 'stringData'];
/** Manifests inside a string inside a string: one a controller unpacks, and one more. */
const deepest = 2;
/**
 * Roles, bindings and Secrets that are inside another object: a chart's `extraObjects`, the values of a HelmRelease, the
 * objects of an OpenShift Template, what a policy of Open Cluster Management enforces; roles and bindings also in its strings: a
 * manifest in a ConfigMap, an inline patch of a kustomization. Of what has other objects applied (carriers.ts) also namespaces, policies and the
 * like, as mappings and in its strings. `resources` are those the document has at its surface.
 */
function embeddedObjects(document, file, resources, limits) {
    const surface = new Set(resources.map(({ value }) => value));
    const found = [];
    search({ document, file, surface, limits, depth: 0, policy: _policy_state_js__WEBPACK_IMPORTED_MODULE_2__/* .none */ .d, carried: 'nothing', found }, document.value, []);
    return found;
}
/** `path` changes as the walk goes on: what keeps it copies it. */
function search(walk, value, path) {
    if (typeof value === 'string') {
        if (walk.depth < deepest && (mayHoldRoles(value) || (walk.carried === 'everything' && mayHoldManifest(value))))
            inText(walk, value, [...path]);
    }
    else if (Array.isArray(value)) {
        for (let index = 0; index < value.length; index++)
            step(walk, value[index], path, index);
    }
    else if (typeof value === 'object' && value !== null)
        inMapping(walk, (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_5__/* .mapping */ .pq)(value), path);
}
function step(walk, value, path, name) {
    path.push(name);
    search(walk, value, path);
    path.pop();
}
function inMapping(walk, value, path) {
    const { document, file, surface } = walk;
    if (!surface.has(value) && (isEmbedded(value) || isList(value))) {
        const objects = (0,_resources_js__WEBPACK_IMPORTED_MODULE_3__/* .resourcesOf */ .F3)(new Part(document, [...path], versioned(value)), file);
        // What a policy only looks at, or forbids, is not made; but a Secret in it is there to be read.
        for (const each of objects)
            if (!surface.has(each.value) && (walk.policy.isApplied || (each.kind === 'Secret' && holdsData(each.value))))
                walk.found.push(marked(each, walk.within ?? { document, path: [...path] }));
        return;
    }
    const isApplied = walk.carried === 'everything' && walk.policy.isApplied;
    if (isApplied && !surface.has(value) && (0,_identity_carriers_js__WEBPACK_IMPORTED_MODULE_1__/* .isWhole */ .wP)(value))
        addWhole(walk, value, path);
    const policy = (0,_policy_state_js__WEBPACK_IMPORTED_MODULE_2__/* .policyState */ .A)(value, walk.policy);
    const carried = walk.carried === 'everything' ? walk.carried : ((0,_identity_carriers_js__WEBPACK_IMPORTED_MODULE_1__/* .carriedFields */ .i)(value) ?? walk.carried);
    const inside = policy === walk.policy && carried === walk.carried ? walk : { ...walk, policy, carried };
    const below = typeof carried === 'string' ? inside : { ...inside, carried: 'everything' };
    const objects = (0,_openshift_template_js__WEBPACK_IMPORTED_MODULE_6__/* .templateObjects */ .N)(value);
    for (const key of Object.keys(value)) {
        const isSubstituted = key === 'objects' && objects !== undefined;
        const isField = typeof carried !== 'string' && carried.includes(key);
        step(isField ? below : inside, isSubstituted ? objects : value[key], path, key);
    }
}
/** What is inside it is looked through as well. */
function addWhole({ document, file, surface, found, within }, value, path) {
    const own = [...path];
    for (const each of (0,_resources_js__WEBPACK_IMPORTED_MODULE_3__/* .resourcesOf */ .F3)(new Part(document, own, value), file)) {
        if (surface.has(each.value))
            continue;
        // Aliases repeat it.
        surface.add(each.value);
        found.push(marked(each, within ?? { document, path: own }));
    }
}
/** Whether an object grants or binds something: a mere reference to a role does neither. */
function isEmbedded(value) {
    const { apiVersion, kind, metadata } = value;
    if (typeof kind !== 'string' || typeof metadata !== 'object')
        return false;
    const isOpen = kind.includes('{{') || kind.includes('${');
    if (!isOpen && !_rbac_kinds_js__WEBPACK_IMPORTED_MODULE_7__/* .rbacKinds */ .U.includes(kind) && (kind !== 'Secret' || apiVersion === undefined))
        return false;
    if (apiVersion !== undefined && (typeof apiVersion !== 'string' || !groups.test(apiVersion)))
        return false;
    return content.some((field) => value[field] !== undefined) || asksForToken(value);
}
const holdsData = ({ data, stringData }) => data !== undefined || stringData !== undefined;
/** A Secret that a controller fills with a token of an account, and that holds nothing yet. */
function asksForToken(value) {
    return value.kind === 'Secret' && value.type === 'kubernetes.io/service-account-token' && !holdsData(value);
}
function mayHoldRoles(text) {
    return text.includes('Role') && text.includes('kind') && text.includes('metadata');
}
function mayHoldManifest(text) {
    return text.includes('apiVersion') && text.includes('kind') && text.includes('metadata');
}
function inText(walk, text, path) {
    // Aliases repeat one string; what it holds is read once.
    if (walk.surface.has(text))
        return;
    walk.surface.add(text);
    // Charts take such strings as templates.
    const documents = text.includes('{{')
        ? (0,_template_actions_js__WEBPACK_IMPORTED_MODULE_4__/* .readTemplate */ .xV)(text, walk.limits)
        : (0,_yaml_parse_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .parseYaml */ .h)(Buffer.from(text), walk.limits).documents;
    for (const inner of documents) {
        const document = new Quoted(inner, walk.document, path);
        const found = [];
        const within = walk.within ?? { document: walk.document, path };
        search({ ...walk, document, depth: walk.depth + 1, within, found }, inner.value, []);
        // Its Secrets are found where the string is judged.
        for (const each of found) {
            const { kind, value } = each;
            if (_rbac_kinds_js__WEBPACK_IMPORTED_MODULE_7__/* .rbacKinds */ .U.includes(kind) || (0,_identity_carriers_js__WEBPACK_IMPORTED_MODULE_1__/* .isWhole */ .wP)(value) || asksForToken(value))
                walk.found.push(each);
        }
    }
}
/** Kustomize takes patches that state no version. */
function versioned(value) {
    const { apiVersion, kind } = (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_5__/* .mapping */ .pq)(value);
    return apiVersion === undefined && _rbac_kinds_js__WEBPACK_IMPORTED_MODULE_7__/* .rbacKinds */ .U.includes((0,_plain_values_js__WEBPACK_IMPORTED_MODULE_5__/* .scalarText */ .ws)(kind))
        ? { apiVersion: 'rbac.authorization.k8s.io/v1', ...value }
        : value;
}
/** Typed lists, whose items say neither kind nor version. */
function isList(value) {
    return /^(?:Cluster)?Role(?:Binding)?List$/.test((0,_plain_values_js__WEBPACK_IMPORTED_MODULE_5__/* .scalarText */ .ws)((0,_plain_values_js__WEBPACK_IMPORTED_MODULE_5__/* .mapping */ .pq)(value).kind));
}
function marked(resource, within) {
    return Object.assign(resource, { isEmbedded: true, within });
}
/** The objects at a place of a document, inside another object, with their places in the file. */
function objectsInside({ document, file, path: outer }, path, value) {
    return (0,_resources_js__WEBPACK_IMPORTED_MODULE_3__/* .resourcesOf */ .F3)(new Part(document, [...outer, ...path], value), file).map((each) => marked(each, { document, path: [...outer, ...path] }));
}
/** A part of a document, as a document. */
class Part {
    duplicateKeys = [];
    value;
    #whole;
    #path;
    constructor(whole, path, value) {
        this.#whole = whole;
        this.#path = path;
        this.value = value;
    }
    get line() {
        return this.at([]).line;
    }
    at(path) {
        return this.#whole.at([...this.#path, ...path]);
    }
    valueAt(path) {
        return this.#whole.valueAt([...this.#path, ...path]);
    }
    styleAt(path) {
        return this.#whole.styleAt([...this.#path, ...path]);
    }
}
/** The documents that are in a string of another, with their places in its file. */
function documentsInside(text, outer, path, limits) {
    return (0,_yaml_parse_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .parseYaml */ .h)(Buffer.from(text), limits).documents.map((inner) => new Quoted(inner, outer, path));
}
/** A document that is in a string of another: its lines are the file's where the string is a literal block. */
class Quoted {
    duplicateKeys = [];
    value;
    #inner;
    #outer;
    #path;
    constructor(inner, outer, path) {
        this.value = inner.value;
        this.#inner = inner;
        this.#outer = outer;
        this.#path = path;
    }
    get line() {
        return this.#placed({ line: this.#inner.line, column: 1 }).line;
    }
    at(path) {
        return this.#placed(this.#inner.at(path));
    }
    valueAt(path) {
        return this.#placed(this.#inner.valueAt(path));
    }
    styleAt(path) {
        return this.#inner.styleAt(path);
    }
    #placed({ line, column }) {
        if (this.#outer.styleAt(this.#path) !== 'literal')
            return this.#outer.at(this.#path);
        const start = this.#outer.valueAt(this.#path);
        return { line: start.line + line - 1, column: start.column + column - 1 };
    }
}


/***/ }),

/***/ 90458:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P5: () => (/* binding */ mayCarry),
/* harmony export */   i: () => (/* binding */ carriedFields),
/* harmony export */   wP: () => (/* binding */ isWhole)
/* harmony export */ });
/* harmony import */ var _plain_values_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98419);

/** Sources: the APIs of the projects. Patches next to the objects are none, nor is what a policy only looks at (see `policyState`). */
const carriers = [
    {
        groups: ['work.open-cluster-management.io'],
        kinds: ['ManifestWork', 'ManifestWorkReplicaSet'],
        fields: ['manifests'],
    },
    {
        groups: ['policy.open-cluster-management.io'],
        kinds: ['Policy', 'ConfigurationPolicy'],
        fields: ['objectDefinition', 'object-templates-raw'],
    },
    { groups: ['hive.openshift.io'], kinds: ['SyncSet', 'SelectorSyncSet'], fields: ['resources'] },
    { groups: ['template.openshift.io', ''], kinds: ['Template'], fields: ['objects'] },
    { groups: ['fluxcd.controlplane.io'], kinds: ['ResourceSet'], fields: ['resources', 'resourcesTemplate'] },
    { groups: ['kubernetes.crossplane.io', 'kubernetes.m.crossplane.io'], kinds: ['Object'], fields: ['manifest'] },
    { groups: ['helm.crossplane.io', 'helm.m.crossplane.io'], kinds: ['Release'], fields: ['values'] },
    { groups: ['kro.run'], kinds: ['ResourceGraphDefinition'], fields: ['template'] },
    { groups: ['core.oam.dev'], kinds: ['Application'], fields: ['properties'] },
    { groups: ['helm.toolkit.fluxcd.io'], kinds: ['HelmRelease'], fields: ['values'] },
    { groups: ['helm.cattle.io'], kinds: ['HelmChart', 'HelmChartConfig'], fields: ['values', 'valuesContent'] },
    { groups: ['argoproj.io'], kinds: ['Application', 'ApplicationSet'], fields: ['helm'] },
];
/** The fields of an object below which whole manifests are applied; undefined where it is no such object. */
function carriedFields(value) {
    const { group, kind } = typeOf((0,_plain_values_js__WEBPACK_IMPORTED_MODULE_0__/* .mapping */ .pq)(value));
    return carriers.find(({ groups, kinds }) => groups.includes(group) && kinds.includes(kind))?.fields;
}
/** The group and kind of an object; a kind that is empty where it is none. */
function typeOf({ apiVersion, kind }) {
    const version = (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(apiVersion);
    if (version === undefined)
        return { group: '', kind: '' };
    return { group: version.includes('/') ? version.slice(0, version.indexOf('/')) : '', kind: (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(kind) ?? '' };
}
/** Whether a file may hold such an object: one of their kinds is in it. */
function mayCarry(text) {
    return carrying.test(text);
}
const carrying = /\b(?:ManifestWork|ConfigurationPolicy|SyncSet|SelectorSyncSet|Template|ResourceSet|ResourceGraphDefinition|HelmRelease|HelmChart|HelmChartConfig|Application|ApplicationSet|ManifestWorkReplicaSet)\b|crossplane\.io/;
/**
 * Kinds that count as objects of their own inside another one, by their groups; pods, roles and Secrets are found by other ways, and so are
 * rules of alerts and audit policies, wherever they are.
 */
const whole = [
    { groups: [''], kinds: ['Namespace', 'Service', 'ServiceAccount'] },
    {
        groups: [
            'networking.k8s.io',
            'policy.networking.k8s.io',
            'gateway.networking.k8s.io',
            'security.istio.io',
            'networking.istio.io',
            'cilium.io',
            'projectcalico.org',
            'crd.projectcalico.org',
            'route.openshift.io',
            'traefik.io',
            'gateway.envoyproxy.io',
            'kuadrant.io',
        ],
        kinds: 'all',
    },
    {
        groups: [
            'admissionregistration.k8s.io',
            'kyverno.io',
            'policies.kyverno.io',
            'constraints.gatekeeper.sh',
            'templates.gatekeeper.sh',
            'config.gatekeeper.sh',
            'mutations.gatekeeper.sh',
            'expansion.gatekeeper.sh',
            'policy.sigstore.dev',
        ],
        kinds: 'all',
    },
    { groups: ['argoproj.io'], kinds: ['Application', 'ApplicationSet', 'AppProject'] },
    {
        groups: ['source.toolkit.fluxcd.io', 'kustomize.toolkit.fluxcd.io', 'notification.toolkit.fluxcd.io'],
        kinds: 'all',
    },
    { groups: ['security.openshift.io'], kinds: ['SecurityContextConstraints'] },
    { groups: ['project.openshift.io'], kinds: ['Project'] },
];
/** ConfigMaps that say who may do what through Argo CD, how it is set up, and who is who on EKS. */
const telling = ['argocd-cm', 'argocd-rbac-cm', 'argocd-cmd-params-cm', 'aws-auth'];
/** Whether a mapping is a whole manifest of such a kind. */
function isWhole(value) {
    const object = (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_0__/* .mapping */ .pq)(value);
    const { group, kind } = typeOf(object);
    const { name, generateName } = (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_0__/* .mapping */ .pq)(object.metadata);
    if (kind === '' || ((0,_plain_values_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(name) ?? (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(generateName)) === undefined)
        return false;
    if (group === '' && kind === 'ConfigMap')
        return telling.includes((0,_plain_values_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(name) ?? '');
    return whole.some(({ groups, kinds }) => groups.includes(group) && (kinds === 'all' || kinds.includes(kind)));
}


/***/ }),

/***/ 33079:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ identityKey)
/* harmony export */ });
/** One text for each object of a scope: objects that have the same are definitions of one object. */
function identityKey({ group, kind, namespace, name }) {
    return JSON.stringify([group, kind, namespace, name]);
}


/***/ }),

/***/ 41113:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Br: () => (/* binding */ pathBelow),
/* harmony export */   KF: () => (/* binding */ kustomizationNames),
/* harmony export */   Ro: () => (/* binding */ generatedFiles),
/* harmony export */   Sv: () => (/* binding */ isKustomization),
/* harmony export */   h8: () => (/* binding */ builtPaths),
/* harmony export */   xB: () => (/* binding */ touchedKustomizations),
/* harmony export */   yS: () => (/* binding */ folderOf)
/* harmony export */ });
/* harmony import */ var _plain_values_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98419);

/** Fields that list files or folders (kustomize api/types/kustomization.go). */
const lists = [
    'resources',
    'bases',
    'components',
    'crds',
    'configurations',
    'patchesStrategicMerge',
    'generators',
    'transformers',
    'validators',
];
/** Fields whose items name a file in `path`. */
const withPath = ['patches', 'patchesJson6902', 'replacements'];
/** The names kustomize looks for in a folder (kustomize api/konfig). */
const kustomizationNames = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];
/** Whether kustomize takes a file of this name as a kustomization. */
function isKustomization(path) {
    return kustomizationNames.includes(path.slice(path.lastIndexOf('/') + 1));
}
/** The documents of the touched kustomizations of one side, each with the folder its names are relative to. */
function* touchedKustomizations(touched, side) {
    for (const file of touched) {
        if (!isKustomization(file.path))
            continue;
        for (const { value } of file[side]?.documents ?? [])
            yield { folder: folderOf(file.path), value };
    }
}
/**
 * The files and folders that a kustomization reads as manifests, patches or transformers, whatever they are called, as
 * paths of the repository. `folder` is the kustomization's own, '' for the root. What is a URL or lies outside is left out.
 */
function builtPaths(kustomization, folder) {
    if (!(0,_plain_values_js__WEBPACK_IMPORTED_MODULE_0__/* .isMapping */ .pi)(kustomization))
        return [];
    const named = lists.flatMap((field) => (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(kustomization[field]));
    for (const field of withPath)
        for (const item of (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(kustomization[field]))
            named.push((0,_plain_values_js__WEBPACK_IMPORTED_MODULE_0__/* .mapping */ .pq)(item).path);
    named.push((0,_plain_values_js__WEBPACK_IMPORTED_MODULE_0__/* .mapping */ .pq)(kustomization.openapi).path);
    return named.flatMap((name) => {
        // Of a patch written in place the first line may look like a path, and names nothing.
        const path = typeof name === 'string' && !name.includes('\n') ? pathBelow(folder, name) : undefined;
        return path === undefined ? [] : [path];
    });
}
/** The files that a kustomization's generators pack into ConfigMaps and Secrets (`files`, `envs`, `env`), as paths of the repository. */
function generatedFiles(kustomization, folder) {
    return ['configMapGenerator', 'secretGenerator'].flatMap((field) => (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)((0,_plain_values_js__WEBPACK_IMPORTED_MODULE_0__/* .mapping */ .pq)(kustomization)[field]).flatMap((item) => {
        const { files, envs, env } = (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_0__/* .mapping */ .pq)(item);
        const packed = [
            ...packedAs('file', folder, files),
            ...packedAs('env', folder, envs),
            ...packedAs('env', folder, env),
        ];
        return packed.map((file) => ({ ...file, inSecret: field === 'secretGenerator' }));
    }));
}
/** `path`, or `key=path`. */
function packedAs(as, folder, names) {
    const entries = Array.isArray(names) ? names : [names];
    return entries.flatMap((entry) => {
        const path = typeof entry === 'string' ? pathBelow(folder, entry.slice(entry.indexOf('=') + 1)) : undefined;
        return path === undefined ? [] : [{ path, as }];
    });
}
/** Joins a folder and a relative path inside the repository; undefined where that leads out of it. */
function pathBelow(folder, name) {
    if (name.startsWith('/'))
        return undefined;
    const steps = folder === '' ? [] : folder.split('/');
    for (const step of name.split('/')) {
        if (step === '..') {
            if (steps.pop() === undefined)
                return undefined;
        }
        else if (step !== '.' && step !== '')
            steps.push(step);
    }
    return steps.join('/');
}
/** The folder of a path, '' for the root. */
function folderOf(path) {
    return path.slice(0, Math.max(path.lastIndexOf('/'), 0));
}


/***/ }),

/***/ 96723:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ templateObjects)
/* harmony export */ });
/* harmony import */ var _plain_values_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98419);

/**
 * The objects of an OpenShift Template with the values of its parameters in them, as `oc process` fills them in where nobody says
 * otherwise (`${NAME}` in text, `${{NAME}}` for any value). A parameter without a value stays as it is written. Undefined
 * where the mapping is not such a template, or has nothing to fill in.
 */
function templateObjects({ kind, objects, parameters }) {
    if (kind !== 'Template' || !Array.isArray(objects) || !Array.isArray(parameters))
        return undefined;
    const values = new Map();
    for (const item of parameters) {
        const { name, value } = (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_0__/* .mapping */ .pq)(item);
        if (typeof name === 'string' && typeof value === 'string')
            values.set(name, value);
    }
    return values.size === 0 ? undefined : filled(objects, values);
}
function filled(value, values) {
    if (typeof value === 'string')
        return value.includes('${') ? filledText(value, values) : value;
    if (Array.isArray(value))
        return value.map((item) => filled(item, values));
    if (typeof value !== 'object' || value === null)
        return value;
    const copy = Object.create(null);
    for (const [key, item] of Object.entries(value))
        copy[key] = filled(item, values);
    return copy;
}
function filledText(text, values) {
    return text
        .replace(/\$\{\{([a-zA-Z0-9_]{1,200})\}\}/g, (written, name) => values.get(name) ?? written)
        .replace(/\$\{([a-zA-Z0-9_]{1,200})\}/g, (written, name) => values.get(name) ?? written);
}


/***/ }),

/***/ 52864:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ policyState),
/* harmony export */   d: () => (/* binding */ none)
/* harmony export */ });
/** Outside any policy. */
const none = { isApplied: true, action: undefined };
/**
 * The state inside a mapping: the spec of a Policy or ConfigurationPolicy (policy.open-cluster-management.io/v1), or one of its
 * object templates. What is enforced and must be there is applied; what is disabled, only looked at or forbidden is not. What
 * a template decides counts as enforced.
 */
function policyState(value, outer) {
    if (Array.isArray(value['policy-templates'])) {
        const { disabled, remediationAction } = value;
        const isStated = typeof remediationAction === 'string' && remediationAction !== '';
        return { isApplied: outer.isApplied && disabled !== true, action: isStated ? remediationAction : undefined };
    }
    if (value['object-templates'] !== undefined || value['object-templates-raw'] !== undefined) {
        return { ...outer, isApplied: outer.isApplied && isEnforced(value.remediationAction, outer.action) };
    }
    if (typeof value.complianceType === 'string' && value.objectDefinition !== undefined) {
        return { ...outer, isApplied: outer.isApplied && !isWord(value.complianceType, 'mustnothave') };
    }
    return outer;
}
/** The controller compares without case; a policy that says InformOnly is never made to enforce. */
function isEnforced(own, outer) {
    const action = isWord(own, 'informonly') ? own : (outer ?? own);
    return isWord(action, 'enforce') || (typeof action === 'string' && action.includes('{{'));
}
function isWord(value, word) {
    return typeof value === 'string' && value.toLowerCase() === word;
}


/***/ }),

/***/ 84160:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ rbacKinds)
/* harmony export */ });
/** The kinds of rbac.authorization.k8s.io, and of OpenShift's API of the same shape. */
const rbacKinds = ['Role', 'ClusterRole', 'RoleBinding', 'ClusterRoleBinding'];


/***/ }),

/***/ 3121:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L8: () => (/* binding */ hasManifestExtension),
/* harmony export */   TA: () => (/* binding */ readFile),
/* harmony export */   WA: () => (/* binding */ mayHoldObject),
/* harmony export */   qg: () => (/* binding */ FileReader)
/* harmony export */ });
/* harmony import */ var _groups_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(41782);
/* harmony import */ var _plain_values_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(98419);
/* harmony import */ var _yaml_decode_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35100);
/* harmony import */ var _yaml_parse_yaml_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9580);
/* harmony import */ var _candidate_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49405);
/* harmony import */ var _embedded_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(26484);
/* harmony import */ var _identity_carriers_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(90458);
/* harmony import */ var _kustomization_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(41113);
/* harmony import */ var _rbac_kinds_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(84160);
/* harmony import */ var _resources_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(27005);
/* harmony import */ var _template_actions_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(18880);











/** Reads files, each content once: one blob can be at every path of a tree. */
class FileReader {
    #known = new Map();
    /** What `readFile` gives. */
    read(content) {
        const { path, mode, id, bytes, isTemplate, isNamed, shared } = content;
        if (bytes === undefined)
            return readFile(content);
        // Of other sides others are left out.
        if (shared !== undefined && shared.size > 0)
            return readFile(content);
        // All that reading depends on apart from the content.
        const key = [id, mode, isTemplate, isNamed, hasManifestExtension(path), (0,_kustomization_js__WEBPACK_IMPORTED_MODULE_7__/* .isKustomization */ .Sv)(path)].join(' ');
        const known = this.#known.get(key);
        if (known === undefined) {
            const side = readFile(content);
            this.#known.set(key, side);
            return side;
        }
        if (known.resources.length === 0 && known.ways === undefined)
            return known;
        const here = (resources) => resources.map((resource) => (0,_resources_js__WEBPACK_IMPORTED_MODULE_5__/* .inFile */ .s5)(resource, path));
        return { ...known, resources: here(known.resources), ...(known.ways && { ways: known.ways.map((0,_groups_js__WEBPACK_IMPORTED_MODULE_8__/* .once */ .Oo)(here)) }) };
    }
}
/** Reads one side of a touched file and decides what it is. Pure; never throws. */
function readFile(content) {
    const { mode, bytes, size, limits } = content;
    // Where it points is worth knowing; it is never followed.
    if (mode === '120000')
        return { ...unread(content, 'symlink'), bytes: bytes ?? Buffer.alloc(0) };
    if (mode === '160000')
        return unread(content, 'submodule');
    if (bytes === undefined || bytes.length > limits.bytes)
        return { ...unread(content, 'oversize'), unreadable: [tooLarge(content)] };
    if (size < 1024 && bytes.includes('version https://git-lfs.github.com/spec/'))
        return unread(content, 'lfs-pointer');
    return readBytes(content, bytes);
}
function readBytes(content, bytes) {
    const { id, mode, size, limits, shared } = content;
    const isBinary = bytes.includes(0) && !hasUtf16Mark(bytes);
    if (isBinary && !mayHoldObject(bytes.toString('latin1')))
        return { ...unread(content, 'binary'), bytes };
    const decoded = (0,_yaml_decode_text_js__WEBPACK_IMPORTED_MODULE_0__/* .decodeText */ .g)(bytes);
    const { text } = decoded;
    const side = { id, mode, size, text, bytes, ...waysOf(content, text) };
    if (!isManifestName(content) && !mayHoldObject(text))
        return { ...side, ...asText };
    const { documents, unreadable } = (0,_yaml_parse_yaml_js__WEBPACK_IMPORTED_MODULE_1__/* .parseText */ .r)(decoded, limits, shared);
    if (unreadable.length > 0 && content.isTemplate && !content.isNamed && text.includes('{{')) {
        const template = (0,_template_actions_js__WEBPACK_IMPORTED_MODULE_6__/* .readTemplate */ .xV)(text, limits);
        return {
            ...side,
            structure: 'template',
            documents: template,
            resources: objects(template, content, bytes, text),
            unreadable: [],
        };
    }
    const resources = objects(documents, content, bytes, text);
    const parsed = { ...side, documents, resources };
    const structure = structureOf(content, text, documents, resources, unreadable);
    if (structure === 'manifest')
        return { ...parsed, structure, unreadable };
    if (documents.length > 0 && unreadable.every(({ reason }) => reason === 'ambiguous')) {
        return { ...parsed, structure: 'manifest', unreadable: [] };
    }
    // What could not be read is kept: it matters where there was a manifest before.
    return { ...side, ...asText, structure: isBinary ? 'binary' : 'text', unreadable };
}
/** What a template gives in each way it may be installed. */
function waysOf({ path, isTemplate, isNamed, limits }, text) {
    if (!isTemplate || isNamed || !text.includes('{{'))
        return {};
    const ways = (0,_template_actions_js__WEBPACK_IMPORTED_MODULE_6__/* .readEachWay */ .Nv)(text, limits);
    const given = (0,_groups_js__WEBPACK_IMPORTED_MODULE_8__/* .once */ .Oo)((all) => all.flatMap((document) => (0,_resources_js__WEBPACK_IMPORTED_MODULE_5__/* .resourcesOf */ .F3)(document, path)));
    return ways.length === 0 ? {} : { ways: ways.map(given) };
}
/** The objects of documents, those inside others as well. */
function objects(documents, { path, limits }, bytes, text) {
    const mayEmbed = text.includes('Secret') || (0,_identity_carriers_js__WEBPACK_IMPORTED_MODULE_4__/* .mayCarry */ .P5)(text) || (0,_candidate_js__WEBPACK_IMPORTED_MODULE_2__/* .isCandidate */ .qn)(bytes);
    return documents.flatMap((document) => {
        const read = (0,_resources_js__WEBPACK_IMPORTED_MODULE_5__/* .resourcesOf */ .F3)(document, path);
        const own = document.isBranch === true ? read.filter(isComparedAlone) : read;
        return mayEmbed ? [...own, ...(0,_embedded_js__WEBPACK_IMPORTED_MODULE_3__/* .embeddedObjects */ .V8)(document, path, own, limits)] : own;
    });
}
/** What is compared definition by definition: of what protects together, as network policies do, the last branch holds. */
function isComparedAlone({ kind, name, value }) {
    if (kind === 'ConfigMap' && grantingMaps.includes(name))
        return true;
    return comparedAlone.includes(kind) || (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_9__/* .json */ .Pq)(value).includes('"containers":');
}
/** ConfigMaps that say who may do what. */
const grantingMaps = ['argocd-rbac-cm', 'aws-auth'];
/** Apart from what makes pods. */
const comparedAlone = [..._rbac_kinds_js__WEBPACK_IMPORTED_MODULE_10__/* .rbacKinds */ .U, 'Namespace', 'Project', 'ServiceAccount'];
const asText = { structure: 'text', documents: [], resources: [], unreadable: [] };
function structureOf(content, text, documents, resources, unreadable) {
    if (!isManifestName(content)) {
        // Only a kustomization can name such a file, and kustomize refuses it whole where any part is broken: prose with
        // manifests in it is not a manifest.
        return resources.length > 0 && unreadable.length === 0 ? 'manifest' : 'text';
    }
    if (resources.length > 0 || (content.shared?.size ?? 0) > 0)
        return 'manifest';
    if (unreadable.length === 0)
        return documents.length > 0 ? 'manifest' : 'text';
    return content.isNamed || (0,_kustomization_js__WEBPACK_IMPORTED_MODULE_7__/* .isKustomization */ .Sv)(content.path) || mayHoldObject(unreadText(text, unreadable))
        ? 'manifest'
        : 'text';
}
/** Whether tools read a path as YAML or JSON by its name alone. */
function hasManifestExtension(path) {
    return /\.(?:ya?ml|json)$/i.test(path) || (0,_kustomization_js__WEBPACK_IMPORTED_MODULE_7__/* .isKustomization */ .Sv)(path);
}
function isManifestName({ path, isNamed }) {
    return isNamed || hasManifestExtension(path);
}
/**
 * Whether text can be a Kubernetes object: it names both fields that every object has, or holds escapes or tags that
 * could spell them.
 */
function mayHoldObject(text) {
    if (text.includes('apiVersion') && text.includes('kind'))
        return true;
    return /\\[xuU\r\n]|!!?<?[^\s]{0,64}(?:binary|%[0-9A-Fa-f]{2})/.test(text);
}
/** The lines that were not read. */
function unreadText(text, unreadable) {
    const lines = text.split('\n');
    return unreadable.map(({ firstLine, lastLine }) => lines.slice(firstLine - 1, lastLine).join('\n')).join('\n');
}
function hasUtf16Mark(bytes) {
    return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}
const nothingRead = { text: '', bytes: Buffer.alloc(0), documents: [], resources: [], unreadable: [] };
function unread({ id, mode, size }, structure) {
    return { id, mode, size, structure, ...nothingRead };
}
function tooLarge({ size, limits, overTotal }) {
    const detail = overTotal ?? `the file has ${size} bytes, more than ${limits.bytes} (limit bytes)`;
    const reason = overTotal === undefined ? 'bytes' : 'whole-change';
    return { reason, detail, line: 1, column: 1, firstLine: 1, lastLine: 1 };
}


/***/ }),

/***/ 27005:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F3: () => (/* binding */ resourcesOf),
/* harmony export */   cO: () => (/* binding */ withValue),
/* harmony export */   s5: () => (/* binding */ inFile)
/* harmony export */ });
/* harmony import */ var _plain_values_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98419);

const nothing = { apiVersion: undefined, kind: undefined };
/**
 * The Kubernetes objects of a document; none where it is not a Kubernetes object. As in apimachinery's unstructured
 * decoder, whatever has `items` is a list, and the items of a `RoleList` that name no kind are `Role`s.
 */
function resourcesOf(document, file) {
    return [...open(document, file, document.value, [], nothing)];
}
/** The same object in another file that has the same content. */
function inFile(resource, file) {
    const { document, value, path, apiVersion, kind, isEmbedded, within } = resource;
    const own = new ManifestResource(document, file, value, path, apiVersion, kind);
    return isEmbedded === true ? Object.assign(own, { isEmbedded, ...(within === undefined ? {} : { within }) }) : own;
}
/** The same object with another value, whose places are those of its own. */
function withValue({ document, file, path, apiVersion, kind }, value) {
    return new ManifestResource(document, file, value, path, apiVersion, kind);
}
function* open(document, file, value, path, inherited) {
    if (!(0,_plain_values_js__WEBPACK_IMPORTED_MODULE_0__/* .isMapping */ .pi)(value))
        return;
    const apiVersion = (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(value.apiVersion) ?? inherited.apiVersion;
    const kind = (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(value.kind) ?? inherited.kind;
    const items = value.items;
    if (Array.isArray(items)) {
        const own = { apiVersion, kind: kind?.endsWith('List') ? kind.slice(0, -'List'.length) || undefined : undefined };
        for (const [index, item] of items.entries()) {
            yield* open(document, file, item, [...path, 'items', index], own);
        }
        if (kind?.endsWith('List'))
            return;
    }
    if (apiVersion !== undefined && kind !== undefined)
        yield new ManifestResource(document, file, value, path, apiVersion, kind);
}
class ManifestResource {
    group;
    version;
    kind;
    apiVersion;
    namespace;
    name;
    file;
    value;
    document;
    path;
    constructor(document, file, value, path, apiVersion, kind) {
        const slash = apiVersion.indexOf('/');
        this.group = slash === -1 ? '' : apiVersion.slice(0, slash);
        this.version = apiVersion.slice(slash + 1);
        this.apiVersion = apiVersion;
        this.kind = kind;
        const metadata = (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_0__/* .mapping */ .pq)(value.metadata);
        this.namespace = (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(metadata.namespace);
        this.name = (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(metadata.name) ?? (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(metadata.generateName) ?? '';
        this.file = file;
        this.value = value;
        this.document = document;
        this.path = path;
    }
    at(path) {
        return { file: this.file, ...this.document.at([...this.path, ...path]) };
    }
    valueAt(path) {
        return { file: this.file, ...this.document.valueAt([...this.path, ...path]) };
    }
    styleAt(path) {
        return this.document.styleAt([...this.path, ...path]);
    }
}


/***/ }),

/***/ 18880:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Nv: () => (/* binding */ readEachWay),
  xV: () => (/* binding */ readTemplate),
  bi: () => (/* binding */ templateProblems)
});

// EXTERNAL MODULE: ./build/groups.js
var build_groups = __webpack_require__(41782);
// EXTERNAL MODULE: ./build/plain-values.js
var plain_values = __webpack_require__(98419);
// EXTERNAL MODULE: ./build/yaml/parse-yaml.js + 5 modules
var parse_yaml = __webpack_require__(9580);
// EXTERNAL MODULE: ./build/kube/rbac-kinds.js
var rbac_kinds = __webpack_require__(84160);
;// CONCATENATED MODULE: ./build/kube/template/branches.js



/** Readings of one template: of what several branches say of one field, each reading takes the one before. */
const mostReadings = 12;
/** Put in the place of the first letter of a key that is passed over: private use, and not among those that hide actions. */
const passed = 0xf000;
const passedKey = /^[\uf000-\uf0ff]/;
/**
 * Reads a template whose actions are hidden, every branch of its conditions: where two say the same field, YAML takes the last
 * one, so that the text is read again without it, until each was taken once. Fields of different conditions change together: not every combination
 * is read.
 */
function readBranches(text, limits) {
    const documents = parse(text, limits);
    const branches = [];
    let [rest, read] = [text, documents];
    for (let round = 0;; round++) {
        const found = read.map(({ duplicateKeys }) => lastOf(duplicateKeys));
        if (found.every((places) => places.length === 0))
            return { documents, branches, isWhole: true };
        if (round === mostReadings || found.length !== documents.length)
            return { documents, branches, isWhole: false };
        rest = without(rest, found.flat().map(({ place }) => place), String.fromCharCode(passed + round));
        read = parse(rest, limits);
        const isOther = (each, index) => tellsMore(each.value, documents[index]?.value);
        branches.push(...read.filter((each, index) => found[index]?.some(({ path }) => !isPlain(path) || isOther(each, index))));
    }
}
/** Labels that decide: by which roles take others in, and what a namespace demands of its pods. */
const telling = /rbac\.authorization\.k8s\.io|pod-security\.kubernetes\.io\/|openshift\.io\/run-level/;
/** Whether a reading is of another group than the first, or has a label that decides. */
function tellsMore(value, first) {
    const [group, other] = [value, first].map((each) => (0,plain_values/* scalarText */.ws)((0,plain_values/* mapping */.pq)(each).apiVersion).split('/', 1)[0]);
    return group !== other || telling.test((0,plain_values/* json */.Pq)((0,plain_values/* mapping */.pq)((0,plain_values/* mapping */.pq)(value).metadata).labels));
}
/** Whether a field says nothing of what an object is: charts choose versions and labels by conditions. */
function isPlain([first, second]) {
    return first === 'apiVersion' || (first === 'metadata' && (second === 'labels' || second === 'annotations'));
}
function parse(text, limits) {
    return (0,parse_yaml/* parseYaml */.h)(Buffer.from(text), limits).documents;
}
/**
 * Of each field that occurs more than once where it counts, the last occurrence; of one inside another one the inner one first, so that all its
 * branches are read before the outer one gives way.
 */
function lastOf(duplicates) {
    const groups = [...(0,build_groups/* groupBy */.$z)(duplicates, ({ path }) => (0,plain_values/* json */.Pq)(path)).values()].flatMap((group) => group.slice(-1));
    const isBelow = (inner, outer) => inner.length > outer.length && outer.every((step, index) => step === inner[index]);
    const counting = groups.filter(({ path, place }) => groups.every((outer) => !isBelow(path, outer.path) || isAfter(place, outer.place)));
    return counting.filter(({ path }) => !counting.some((inner) => isBelow(inner.path, path)));
}
function isAfter(one, other) {
    return one.line > other.line || (one.line === other.line && one.column > other.column);
}
/** The text with other keys at these places, as long as before. */
function without(text, places, letter) {
    const lines = text.split('\n');
    for (const { line, column } of places) {
        const own = lines[line - 1] ?? '';
        const at = column - (/["']/.test(own[column - 1] ?? '') ? 0 : 1);
        lines[line - 1] = own.slice(0, at) + letter + own.slice(at + 1);
    }
    return lines.join('\n');
}
/** A value without the keys that a reading passes over. */
function withoutPassed(value) {
    if (Array.isArray(value))
        return value.map(withoutPassed);
    if (!(0,plain_values/* isMapping */.pi)(value))
        return value;
    const copy = Object.create(null);
    for (const [key, item] of Object.entries(value))
        if (!passedKey.test(key))
            copy[key] = withoutPassed(item);
    return copy;
}

// EXTERNAL MODULE: ./build/kube/template/installation.js
var installation = __webpack_require__(62923);
;// CONCATENATED MODULE: ./build/kube/template/actions.js






/** Private-use characters, one for each of ASCII: YAML takes them in any scalar, and nobody writes them. */
const base = 0xe000;
/**
 * The documents of a Helm template, read without rendering it: every action stays in its place as the text it is, all
 * branches of a condition are there, where they say the same field in documents of their own, and an action that only quotes a text is that text. Equal actions are equal text, so that a
 * binding still names the role next to it. What an installation decides is read as it is installed in each way as well.
 */
function readTemplate(text, limits) {
    const { documents, branches } = readBranches(withoutActions(text), limits);
    const known = new Set([...documents, ...branches].map(contentOf));
    const ways = (0,installation/* installedWays */.VI)(text).flatMap((way) => {
        const read = readBranches(withoutActions(way), limits);
        return [...read.documents, ...read.branches].filter((each) => {
            // Roles and bindings say what is granted: without a part of them less is.
            if (known.has(contentOf(each)) || rbac_kinds/* rbacKinds */.U.includes((0,plain_values/* scalarText */.ws)((0,plain_values/* mapping */.pq)(each.value).kind)))
                return false;
            known.add(contentOf(each));
            return true;
        });
    });
    return [
        ...documents.map(shownDocument),
        ...[...branches, ...ways].map((each) => ({ ...shownDocument(each), isBranch: true })),
    ];
}
/** The documents of a template in each way it may be installed, one list for ways that are alike; none where nothing hangs on that. */
function readEachWay(text, limits) {
    const read = (0,build_groups/* once */.Oo)((way) => readBranches(withoutActions(way), limits).documents.map(shownDocument));
    return (0,installation/* eachWay */.PY)(text).map(read);
}
function contentOf({ value }) {
    return (0,plain_values/* canonical */.$N)(withoutPassed(value));
}
function shownDocument(document) {
    return {
        value: revealed(withoutPassed(document.value)),
        line: document.line,
        at: (path) => document.at(path.map(hiddenStep)),
        valueAt: (path) => document.valueAt(path.map(hiddenStep)),
        styleAt: (path) => document.styleAt(path.map(hiddenStep)),
        duplicateKeys: [],
    };
}
/** The parts of a template that are not YAML also when its actions are hidden, or that meet a limit. */
function templateProblems(text, limits) {
    const hidden = withoutActions(text);
    const { unreadable } = (0,parse_yaml/* parseYaml */.h)(Buffer.from(hidden), limits);
    if (unreadable.length > 0 || readBranches(hidden, limits).isWhole)
        return unreadable;
    const all = { line: 1, column: 1, firstLine: 1, lastLine: text.split('\n').length };
    return [{ reason: 'documents', detail: 'more branches say one field than are read', ...all }];
}
/** The template with every action hidden, each as long as before: lines of nothing but actions and comments become blank. */
function withoutActions(text) {
    return withoutComments(text)
        .replace(/^[^\S\n]*(?:\{\{(?:[^{}]|\{(?!\{)|\}(?!\}))*\}\}[^\S\n]*)+$/gm, blank)
        .replace(/\{\{((?:[^{}]|\{(?!\{)|\}(?!\}))*)\}\}/g, (action, code) => {
        const quoted = /^-?\s{0,20}["`]([\w*./:-]*)["`]\s{0,20}(?:\|\s{0,20}quote\s{0,20})?-?$/.exec(code);
        if (quoted?.[1] === undefined)
            return actions_hidden(action);
        return (quoted[1].startsWith('*') ? `'${quoted[1]}'` : quoted[1]).padEnd(action.length);
    });
}
/** A comment ends at its first asterisk and slash: text/template refuses one that does not end its action as well. */
function withoutComments(text) {
    const kept = [];
    let done = 0;
    let end = 0;
    for (const { index, 0: opening } of text.matchAll(/\{\{(?:-\s)?\/\*/g)) {
        if (index < done)
            continue;
        const start = index + opening.length;
        // Many that stay open share one end: it is looked for once.
        if (end < start)
            end = text.indexOf('*/', start);
        if (end === -1)
            break;
        const close = /^(?:\s-)?\}\}/.exec(text.slice(end + 2, end + 6))?.[0];
        if (close === undefined)
            continue;
        kept.push(text.slice(done, index), blank(text.slice(index, end + 2 + close.length)));
        done = end + 2 + close.length;
    }
    return kept.join('') + text.slice(done);
}
function blank(lines) {
    return lines.replaceAll(/[^\n]/g, ' ');
}
/** Line breaks and the indentation after them stay: the lines below keep their numbers. */
function actions_hidden(text) {
    return text.replaceAll(/\n\s*|[\x20-\x7e]/g, (part) => part.length > 1 || part === '\n' ? part : String.fromCharCode(base + part.charCodeAt(0)));
}
function shown(text) {
    return text.replaceAll(/[\ue020-\ue07e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - base));
}
function hiddenStep(step) {
    return typeof step === 'string' && step.includes('{{') ? step.replaceAll(/\{\{.*?\}\}/gs, actions_hidden) : step;
}
function revealed(value) {
    if (typeof value === 'string')
        return shown(value);
    if (Array.isArray(value))
        return value.map(revealed);
    if (typeof value !== 'object' || value === null)
        return value;
    const copy = Object.create(null);
    for (const [key, item] of Object.entries(value))
        copy[shown(key)] = revealed(item);
    return copy;
}


/***/ }),

/***/ 3145:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ templateConditions),
/* harmony export */   u: () => (/* binding */ templateActions)
/* harmony export */ });
/* harmony import */ var _clipped_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49879);

/** Characters of a condition that are shown, and conditions of one place. */
const shownLength = 120;
const mostConditions = 5;
/**
 * The conditions of a Helm template (text/template) under which a line of it is written out, the outermost first:
 * `if .Values.rbac.create`, `else of if .Values.own`, `range .Values.namespaces`. Lines are 1-based. Only actions that open or
 * close a block are read, in time linear in the text.
 */
function templateConditions(text, line) {
    const open = [];
    const end = offsetOfLine(text, line);
    for (const { offset, code } of templateActions(text)) {
        if (offset >= end)
            break;
        enter(open, code);
    }
    return open.flatMap(({ keyword, condition }) => (keyword === 'define' ? [] : condition)).slice(0, mostConditions);
}
/** The actions of a template, each read once, with its comments as actions without code where these are asked for; none after one that does not end. */
function* templateActions(text, hasComments = false) {
    for (let offset = text.indexOf('{{'); offset >= 0;) {
        const isComment = /^(?:-\s)?\s*\/\*/.test(text.slice(offset + 2, offset + 8));
        const end = isComment ? endOfComment(text, offset) : endOfAction(text, offset + 2);
        if (end < 0)
            return;
        if (!isComment)
            yield { offset, end: end + 2, code: codeOf(text.slice(offset + 2, end)) };
        else if (hasComments)
            yield { offset, end: end + 2, code: '' };
        offset = text.indexOf('{{', end + 2);
    }
}
/** Without the marks that trim what is around. */
function codeOf(action) {
    return action.replace(/^-\s/, '').replace(/\s-$/, '').trim();
}
/** Where the closing braces of a comment are; negative where it does not end: what is before it ends nothing. */
function endOfComment(text, start) {
    const end = text.indexOf('*/', start);
    return end < 0 ? -1 : text.indexOf('}}', end);
}
/** Where the closing braces are: the first outside strings; negative where there are none. */
function endOfAction(text, start) {
    for (let at = start; at < text.length; at++) {
        const char = text[at];
        if (char === '}' && text[at + 1] === '}')
            return at;
        // A character in single quotes may be a quote: `'"'`.
        if (char !== '"' && char !== '`' && char !== "'")
            continue;
        const closing = endOfString(text, at + 1, char);
        if (closing < 0)
            return -1;
        at = closing;
    }
    return -1;
}
function endOfString(text, start, quote) {
    if (quote === '`')
        return text.indexOf(quote, start);
    for (let at = start; at < text.length && text[at] !== '\n'; at++) {
        if (text[at] === '\\')
            at++;
        else if (text[at] === quote)
            return at;
    }
    return -1;
}
function enter(open, code) {
    const [, keyword = '', rest = ''] = /^(if|with|range|define|block|else|end)\b\s*([\s\S]*)$/.exec(code) ?? [];
    if (keyword === 'end')
        open.pop();
    else if (keyword === 'else')
        otherwise(open, rest);
    else if (keyword !== '') {
        const opening = `${keyword} ${shortened(rest)}`;
        open.push({ keyword, opening, condition: opening });
    }
}
function otherwise(open, rest) {
    const block = open.at(-1);
    if (block === undefined)
        return;
    block.condition = rest === '' ? `else of ${block.opening}` : `else ${shortened(rest)}`;
}
function shortened(code) {
    return (0,_clipped_js__WEBPACK_IMPORTED_MODULE_0__/* .clipped */ .c)(code.replace(/\s+/g, ' '), shownLength);
}
function offsetOfLine(text, line) {
    let offset = 0;
    for (let current = 1; current < line; current++) {
        const next = text.indexOf('\n', offset);
        if (next < 0)
            return text.length;
        offset = next + 1;
    }
    return offset;
}


/***/ }),

/***/ 62923:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LJ: () => (/* binding */ unknowable),
/* harmony export */   PY: () => (/* binding */ eachWay),
/* harmony export */   VI: () => (/* binding */ installedWays),
/* harmony export */   cb: () => (/* binding */ leftOpen)
/* harmony export */ });
/* harmony import */ var _conditions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3145);

/** What `helm template` answers otherwise than a cluster would, or otherwise each time. */
const unknowable = /\.Capabilities\b|\.Release\.(?:Is\w+|Revision|Service)\b|\b(?:lookup|now|ago|date\w*|unixEpoch|uuidv4|rand\w+|shuffle|getHostByName|gen\w+)\b/;
/** The same but for the version of Kubernetes, which is known where a chart is rendered, and which charts leave out by it what an older one does not know. */
const leftOpen = /\.Capabilities\.APIVersions\b|\.Release\.(?:Is\w+|Revision|Service)\b|\b(?:lookup|now|ago|date\w*|unixEpoch|uuidv4|rand\w+|shuffle|getHostByName)\b/;
/**
 * What whoever installs a chart decides, or its cluster. The version of Kubernetes is not among them: that is known, where the chart is
 * rendered, and charts leave out by it what an older one does not know.
 */
const decided = /\.Capabilities\.APIVersions\b|\.Release\.\w+|\b(?:lookup|now|ago|date\w*|unixEpoch|uuidv4|rand\w+|shuffle|getHostByName)\b/;
const one = { isUpgrade: false, isSo: false };
const ways = [
    one,
    { isUpgrade: true, isSo: false },
    { isUpgrade: false, isSo: true },
    { isUpgrade: true, isSo: true },
];
/**
 * The texts of a template as it is installed in one way or another: of each condition that only an installation decides the branch
 * that is taken then, and blanks in place of the others; other conditions keep all their branches. None where nothing hangs on that.
 */
function installedWays(text) {
    return [...new Set(eachWay(text))].filter((each) => each !== text);
}
/** The same, one text for each way, in one order for every template; none where nothing hangs on how it is installed. */
function eachWay(text) {
    if (!decided.test(text))
        return [];
    const actions = [...(0,_conditions_js__WEBPACK_IMPORTED_MODULE_0__/* .templateActions */ .u)(text)];
    const variables = assignments(actions.map(({ code }) => code));
    const isDecided = (code) => /^(?:if|with|range|else)\b/.test(code) && truthOf(code, variables, one, 0) !== undefined;
    if (!actions.some(({ code }) => isDecided(code) || statedBy(code, () => true) !== undefined))
        return [];
    return ways.map((way) => oneWay(text, actions, (condition) => truthOf(condition, variables, way, 0)));
}
function oneWay(text, actions, truth) {
    const kept = [];
    const open = new OpenBlocks(truth);
    let done = 0;
    for (const { offset, end, code } of actions) {
        const [before, own] = [text.slice(done, offset), text.slice(offset, end)];
        kept.push(open.isOut ? blank(before) : before);
        // An action that only turns to another branch is in none.
        const isBlank = open.enter(code) || open.isOut;
        kept.push(isBlank ? blank(own) : (statedBy(code, truth)?.padEnd(own.length) ?? own));
        done = end;
    }
    const rest = text.slice(done);
    return [...kept, open.isOut ? blank(rest) : rest].join('');
}
/** The blocks around a place of a template. */
class OpenBlocks {
    #truth;
    #blocks = [];
    #out = 0;
    constructor(truth) {
        this.#truth = truth;
    }
    /** Whether the branch of one of them is left out. */
    get isOut() {
        return this.#out > 0;
    }
    /** Opens, turns or closes a block; whether the action only says what an installation decides. */
    enter(code) {
        const [, word = '', rest = ''] = /^(if|with|range|define|block|else|end)\b\s*([\s\S]*)$/.exec(code) ?? [];
        if (word === '')
            return false;
        if (word === 'end')
            return this.#close();
        if (word === 'else')
            return this.#turn(rest);
        const is = word === 'define' || word === 'block' ? undefined : this.#truth(rest);
        this.#blocks.push({ isTaken: is, isDecided: is !== undefined, isOut: is === false });
        if (is === false)
            this.#out++;
        return is !== undefined;
    }
    #close() {
        const last = this.#blocks.pop();
        if (last?.isOut === true)
            this.#out--;
        return last?.isDecided === true;
    }
    #turn(rest) {
        const last = this.#blocks.at(-1);
        if (last === undefined)
            return false;
        const is = rest === '' ? true : this.#truth(rest.replace(/^(?:if|with)\s+/, ''));
        if (last.isOut)
            this.#out--;
        last.isOut = last.isTaken === true || is === false;
        if (last.isOut)
            this.#out++;
        last.isTaken = either([last.isTaken, is]);
        if (is === undefined)
            last.isDecided = false;
        return last.isDecided;
    }
}
const choice = /^ternary\s+("[^"\\]*"|\w+)\s+("[^"\\]*"|\w+)\s+(.+)$/s;
const chosenLast = /^([^|]+)\|\s*ternary\s+("[^"\\]*"|\w+)\s+("[^"\\]*"|\w+)$/s;
/** What an action writes that says how the chart is installed, or one of two texts by that. */
function statedBy(code, truth) {
    const [, own = code, , isQuoted] = /^(.*?)(\s*\|\s*(quote|squote))?$/s.exec(code) ?? [];
    const written = (value) => (isQuoted === undefined ? value : `"${value}"`);
    if (/^\$?\.Release\.Is(?:Install|Upgrade)$/.test(own))
        return written(String(truth(own)));
    const [, yes = '', no = '', condition] = choice.exec(own) ?? [];
    const [, other, first = yes, last = no] = chosenLast.exec(own) ?? [];
    const is = truth(condition ?? other ?? '');
    return is === undefined ? undefined : written((is ? first : last).replaceAll('"', ''));
}
/** Deeper conditions, and variables of variables, are taken as a whole. */
const deepest = 20;
function truthOf(condition, variables, way, depth) {
    const code = bare(condition);
    const own = variables.get(code);
    if (own !== undefined && depth < deepest)
        return truthOf(own, variables, way, depth + 1);
    if (/^\$?\.Release\.IsUpgrade$/.test(code))
        return way.isUpgrade;
    if (/^\$?\.Release\.IsInstall$/.test(code))
        return !way.isUpgrade;
    const [word, ...rest] = partsOf(code);
    if (depth < deepest && (word === 'not' || word === 'and' || word === 'or')) {
        const parts = rest.map((each) => truthOf(each, variables, way, depth + 1));
        if (word === 'not')
            return parts[0] === undefined ? undefined : !parts[0];
        if (word === 'or')
            return either(parts);
        return parts.includes(false) ? false : parts.includes(undefined) ? undefined : true;
    }
    const names = [...code.matchAll(/\$\w+/g)].map(([name]) => variables.get(name) ?? '');
    return decided.test(code) || names.some((each) => decided.test(each)) ? way.isSo : undefined;
}
function either(parts) {
    return parts.includes(true) ? true : parts.includes(undefined) ? undefined : false;
}
/** Without parentheses around all of it. */
function bare(condition) {
    let code = condition.trim();
    while (code.startsWith('(') && partsOf(code).length === 1 && code.endsWith(')'))
        code = code.slice(1, -1).trim();
    return code;
}
/** The words of an expression, each pair of parentheses or quotes one of them; all of it where it is a pipeline. */
function partsOf(code) {
    const parts = [];
    let depth = 0;
    let word = '';
    for (const [part] of code.matchAll(/"(?:[^"\\]|\\.)*"|`[^`]*`|\s+|[\s\S]/g)) {
        if (part === '(')
            depth++;
        if (part === ')')
            depth--;
        if (part === '|' && depth === 0)
            return [code];
        if (/^\s/.test(part) && depth === 0) {
            if (word !== '')
                parts.push(word);
            word = '';
        }
        else
            word += part;
    }
    return word === '' ? parts : [...parts, word];
}
/** What variables are set to, those that are set once. */
function assignments(codes) {
    const set = new Map();
    for (const code of codes) {
        const [, name, value] = /^(?:(?:if|with)\s+)?(\$\w{1,100})\s{0,20}:?=\s{0,20}([\s\S]+)$/.exec(code) ?? [];
        if (name !== undefined)
            set.set(name, set.has(name) ? undefined : value);
    }
    return new Map([...set].flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
function blank(part) {
    return part.replaceAll(/[^\n]/g, ' ');
}


/***/ }),

/***/ 53234:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gr: () => (/* binding */ readBlock),
/* harmony export */   Re: () => (/* binding */ subtract),
/* harmony export */   qY: () => (/* binding */ outside),
/* harmony export */   vi: () => (/* binding */ readCidr)
/* harmony export */ });
/** An IPBlock (networking/v1): a CIDR without its exceptions. Undefined where a CIDR is none. */
function readBlock(cidr, except) {
    const block = readCidr(cidr);
    if (block === undefined)
        return undefined;
    // An exception that cannot be read excepts nothing: the block is as wide as it may be.
    return subtract([block], except.flatMap((each) => readCidr(each) ?? []));
}
/** The addresses of `ranges` that are in none of `others`. */
function subtract(ranges, others) {
    return ranges.flatMap(outside(others));
}
/** Says of a range which addresses of it are in none of `others`, which are put in order once. */
function outside(others) {
    const known = { 32: joined(others, 32), 128: joined(others, 128) };
    return ({ bits, first, last }) => {
        const own = known[bits];
        const left = [];
        let next = first;
        for (let index = firstAfter(own, first); index < own.length && next <= last; index += 1) {
            const other = own[index];
            if (other === undefined || other.first > last)
                break;
            if (other.first > next)
                left.push({ bits, first: next, last: other.first - 1n });
            next = other.last + 1n;
        }
        return next > last ? left : [...left, { bits, first: next, last }];
    };
}
/** Ranges of one family in their order, those that overlap as one. */
function joined(ranges, bits) {
    const all = [];
    const own = ranges.filter((each) => each.bits === bits);
    for (const range of own.sort((one, other) => (one.first < other.first ? -1 : one.first > other.first ? 1 : 0))) {
        const last = all.at(-1);
        if (last === undefined || last.last < range.first)
            all.push(range);
        else if (last.last < range.last)
            all[all.length - 1] = { ...last, last: range.last };
    }
    return all;
}
/** The first of ranges in order that ends at an address or after it. */
function firstAfter(ranges, address) {
    let [low, high] = [0, ranges.length];
    while (low < high) {
        const middle = (low + high) >> 1;
        if ((ranges[middle]?.last ?? address) < address)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
/** A CIDR as Go's net.ParseCIDR reads it, host bits ignored; undefined where it is none. */
function readCidr(text) {
    const [address = '', length = '', ...rest] = text.split('/');
    if (rest.length > 0 || !/^\d{1,3}$/.test(length))
        return undefined;
    const bits = address.includes(':') ? 128 : 32;
    const value = bits === 128 ? readV6(address) : readV4(address);
    if (value === undefined || Number(length) > bits)
        return undefined;
    const size = 1n << BigInt(bits - Number(length));
    const first = (value / size) * size;
    return { bits, first, last: first + size - 1n };
}
function readV4(text) {
    const parts = text.split('.');
    if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256))
        return undefined;
    return parts.reduce((sum, part) => sum * 256n + BigInt(part), 0n);
}
function readV6(text) {
    const [head = '', tail, ...rest] = text.split('::');
    if (rest.length > 0)
        return undefined;
    const [left, right] = [groupsOf(head), groupsOf(tail ?? '')];
    if (left === undefined || right === undefined)
        return undefined;
    const gap = 8 - left.length - right.length;
    if (tail === undefined ? gap !== 0 : gap < 1)
        return undefined;
    return [...left, ...new Array(gap).fill(0), ...right].reduce((sum, group) => sum * 65536n + BigInt(group), 0n);
}
/** Groups of sixteen bits; the last two may be written as an IPv4 address. */
function groupsOf(text) {
    if (text === '')
        return [];
    const parts = text.split(':');
    const last = parts.at(-1) ?? '';
    const v4 = last.includes('.') ? readV4(last) : undefined;
    const plain = v4 === undefined ? parts : parts.slice(0, -1);
    if (!plain.every((part) => /^[0-9a-fA-F]{1,4}$/.test(part)))
        return undefined;
    const groups = plain.map((part) => Number.parseInt(part, 16));
    return v4 === undefined ? groups : [...groups, Number(v4 >> 16n), Number(v4 & 0xffffn)];
}


/***/ }),

/***/ 52548:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ao: () => (/* binding */ policiesOf),
/* harmony export */   Pc: () => (/* binding */ keyOfPolicy),
/* harmony export */   g4: () => (/* binding */ networkPolicyOf),
/* harmony export */   nM: () => (/* binding */ selectorText),
/* harmony export */   vQ: () => (/* binding */ directions),
/* harmony export */   wN: () => (/* binding */ peerCode),
/* harmony export */   zS: () => (/* binding */ namespaceNameLabel)
/* harmony export */ });
/* harmony import */ var _plain_values_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(98419);
/* harmony import */ var _rbac_model_label_selector_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78163);
/* harmony import */ var _rbac_model_memoize_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9863);
/* harmony import */ var _rbac_model_rbac_object_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14499);
/* harmony import */ var _address_set_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(53234);
/* harmony import */ var _ports_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(43467);






const directions = ['ingress', 'egress'];
/** The label by which every namespace has its own name (KEP 2161). */
const namespaceNameLabel = 'kubernetes.io/metadata.name';
/** Whom it is, for fingerprints, without words: pods of the policy's own namespace whatever that is called. */
function peerCode(peer) {
    if (peer.kind === 'any')
        return 'any';
    if (peer.kind === 'pods')
        return (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_3__/* .json */ .Pq)(['pods', peer.isOwn ? null : peer.namespaces, peer.pods]);
    return (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_3__/* .json */ .Pq)(['addresses', ...peer.ranges.map(({ bits, first, last }) => `${bits} ${first}-${last}`)]);
}
const groups = new Set(['networking.k8s.io', 'extensions']);
/**
 * Reads a NetworkPolicy; undefined for other objects, and where its podSelector has an operator that does not exist, for the API
 * server refuses it. `policyTypes` defaults to Ingress, and Egress where there are egress rules (pkg/apis/networking/v1/defaults.go).
 */
const networkPolicyOf = (0,_rbac_model_memoize_js__WEBPACK_IMPORTED_MODULE_4__/* .memoize */ .B)((resource) => {
    const { group, kind, value } = resource;
    if (kind !== 'NetworkPolicy' || !groups.has(group))
        return undefined;
    const spec = (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_3__/* .mapping */ .pq)(value.spec);
    const podSelector = (0,_rbac_model_label_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .readLabelSelector */ .Qt)(spec.podSelector);
    if (podSelector === undefined)
        return undefined;
    const namespace = (0,_rbac_model_rbac_object_js__WEBPACK_IMPORTED_MODULE_1__/* .namespaceOf */ .N6)(resource);
    const stated = (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_3__/* .list */ .p_)(spec.policyTypes).map(_plain_values_js__WEBPACK_IMPORTED_MODULE_3__/* .scalarText */ .ws);
    const isolates = {
        ingress: stated.length === 0 || stated.includes('Ingress'),
        egress: stated.length === 0 ? (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_3__/* .list */ .p_)(spec.egress).length > 0 : stated.includes('Egress'),
    };
    const rulesOf = (direction) => isolates[direction] ? { [direction]: readRules(spec[direction], direction, namespace) } : {};
    return { resource, namespace, podSelector, rules: { ...rulesOf('ingress'), ...rulesOf('egress') } };
});
/** By what a cluster knows a NetworkPolicy. */
function keyOfPolicy({ namespace, resource: { name } }) {
    return JSON.stringify([namespace, name]);
}
/** The NetworkPolicies among objects. */
function policiesOf(objects) {
    return objects.flatMap((each) => networkPolicyOf(each) ?? []);
}
function readRules(value, direction, namespace) {
    const field = direction === 'ingress' ? 'from' : 'to';
    return (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_3__/* .list */ .p_)(value).map((each, index) => {
        const rule = (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_3__/* .mapping */ .pq)(each);
        const path = ['spec', direction, index];
        const peers = (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_3__/* .list */ .p_)(rule[field]).map((peer, at) => readPeer((0,_plain_values_js__WEBPACK_IMPORTED_MODULE_3__/* .mapping */ .pq)(peer), [...path, field, at], namespace));
        return { path, peers: peers.length > 0 ? peers : [anyPeer(path)], ports: (0,_ports_js__WEBPACK_IMPORTED_MODULE_2__/* .readPorts */ .xH)(rule.ports) };
    });
}
function anyPeer(path) {
    return { kind: 'any', path, text: 'anywhere' };
}
function readPeer(peer, path, namespace) {
    if ((0,_plain_values_js__WEBPACK_IMPORTED_MODULE_3__/* .isMapping */ .pi)(peer.ipBlock))
        return readAddresses(peer.ipBlock, path);
    const hasNamespaces = (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_3__/* .isMapping */ .pi)(peer.namespaceSelector);
    if (!hasNamespaces && !(0,_plain_values_js__WEBPACK_IMPORTED_MODULE_3__/* .isMapping */ .pi)(peer.podSelector))
        return anyPeer(path);
    const pods = (0,_rbac_model_label_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .readLabelSelector */ .Qt)(peer.podSelector);
    const own = [{ key: namespaceNameLabel, operator: 'In', values: [namespace] }];
    const namespaces = hasNamespaces ? (0,_rbac_model_label_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .readLabelSelector */ .Qt)(peer.namespaceSelector) : own;
    // What cannot be read selects as much as it may.
    if (pods === undefined || namespaces === undefined)
        return anyPeer(path);
    return {
        kind: 'pods',
        namespaces,
        pods,
        isOwn: !hasNamespaces,
        path,
        text: podsText(pods, namespaces, hasNamespaces),
    };
}
function readAddresses(block, path) {
    const cidr = (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_3__/* .scalarText */ .ws)(block.cidr);
    const except = (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_3__/* .list */ .p_)(block.except).map(_plain_values_js__WEBPACK_IMPORTED_MODULE_3__/* .scalarText */ .ws);
    const ranges = (0,_address_set_js__WEBPACK_IMPORTED_MODULE_5__/* .readBlock */ .Gr)(cidr, except);
    const text = except.length === 0 ? cidr : `${cidr} except ${except.join(', ')}`;
    return ranges === undefined ? anyPeer(path) : { kind: 'addresses', ranges, path, text };
}
function podsText(pods, namespaces, hasNamespaces) {
    const who = pods.length === 0 ? 'all pods' : `pods with ${selectorText(pods)}`;
    if (!hasNamespaces)
        return `${who} of the namespace`;
    return namespaces.length === 0
        ? `${who} of every namespace`
        : `${who} of namespaces with ${selectorText(namespaces)}`;
}
/** A label selector as kubectl writes it: `app=web,tier in (a,b),!old`. */
function selectorText(selector) {
    return selector
        .map(({ key, operator, values }) => {
        if (operator === 'Exists')
            return key;
        if (operator === 'DoesNotExist')
            return `!${key}`;
        if (operator === 'In' && values.length === 1)
            return `${key}=${values[0]}`;
        return `${key} ${operator === 'In' ? 'in' : 'notin'} (${values.join(',')})`;
    })
        .join(',');
}


/***/ }),

/***/ 43467:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   At: () => (/* binding */ portParts),
/* harmony export */   EH: () => (/* binding */ areAllPorts),
/* harmony export */   PO: () => (/* binding */ holdsPorts),
/* harmony export */   QP: () => (/* binding */ describePorts),
/* harmony export */   nn: () => (/* binding */ joinParts),
/* harmony export */   oA: () => (/* binding */ portsCode),
/* harmony export */   xH: () => (/* binding */ readPorts)
/* harmony export */ });
/* harmony import */ var _plain_values_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98419);

const highest = 65_535;
const protocols = ['TCP', 'UDP', 'SCTP'];
/** Allowed only where a rule names no ports. */
const withoutPorts = { protocol: 'other' };
/**
 * Reads `ports` of a rule; undefined means every port of every protocol (networking/v1, NetworkPolicyIngressRule), which all ports of the
 * three protocols are as well: of others nothing is said.
 */
function readPorts(value) {
    const ports = (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(value).map((each) => readPort((0,_plain_values_js__WEBPACK_IMPORTED_MODULE_0__/* .mapping */ .pq)(each)));
    return ports.length === 0 || areAllPorts(ports) ? undefined : ports;
}
/** Whether ranges together are all ports of the three protocols. */
function areAllPorts(ports) {
    return protocols.every((protocol) => areAllOf(ports, protocol));
}
function areAllOf(ports, protocol) {
    const ranges = ports
        .flatMap((each) => ('first' in each && each.protocol === protocol ? each : []))
        .sort((one, two) => one.first - two.first);
    let reached = 0;
    for (const { first, last } of ranges)
        if (first <= reached + 1)
            reached = Math.max(reached, last);
    return reached >= highest;
}
function readPort({ protocol, port, endPort }) {
    const named = (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_0__/* .scalarText */ .ws)(protocol) || 'TCP';
    const text = (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_0__/* .scalarText */ .ws)(port);
    if (text === '')
        return { protocol: named, first: 1, last: highest };
    if (!/^\d+$/.test(text))
        return { protocol: named, name: text };
    const end = (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_0__/* .scalarText */ .ws)(endPort);
    return { protocol: named, first: Number(text), last: /^\d+$/.test(end) ? Number(end) : Number(text) };
}
/** Whether a part is among the ranges; a name is also among all ports of its protocol. */
function holdsPorts(ranges, part) {
    if (ranges === undefined)
        return true;
    return ranges.some((range) => {
        if (range.protocol !== part.protocol)
            return false;
        if ('name' in range)
            return 'name' in part && range.name === part.name;
        if ('first' in part)
            return range.first <= part.first && part.last <= range.last;
        return range.first <= 1 && range.last >= highest;
    });
}
/** The parts into which the ranges divide the ports of all protocols. */
function portParts(ranges) {
    const firsts = new Map(protocols.map((protocol) => [protocol, new Set([1])]));
    const names = new Map();
    for (const range of ranges) {
        if ('name' in range)
            names.set(`${range.protocol} ${range.name}`, range);
        else {
            const known = firsts.get(range.protocol) ?? new Set([1]);
            firsts.set(range.protocol, known.add(range.first));
            if (range.last < highest)
                known.add(range.last + 1);
        }
    }
    const numbers = [...firsts].flatMap(([protocol, all]) => {
        const sorted = [...all].sort((one, two) => one - two);
        return sorted.map((first, index) => ({ protocol, first, last: (sorted[index + 1] ?? highest + 1) - 1 }));
    });
    return [...numbers, ...names.values(), withoutPorts];
}
/** The ranges of parts next to each other joined; undefined where they are all there is. */
function joinParts(parts) {
    const joined = [];
    for (const part of parts) {
        if (part.protocol === withoutPorts.protocol)
            continue;
        const range = part;
        const last = joined.at(-1);
        const isNext = last !== undefined &&
            'last' in last &&
            'first' in range &&
            last.protocol === range.protocol &&
            last.last + 1 === range.first;
        if (isNext)
            joined[joined.length - 1] = { ...last, last: range.last };
        else
            joined.push(range);
    }
    const isAll = parts.includes(withoutPorts) &&
        protocols.every((protocol) => holdsPorts(joined, { protocol, first: 1, last: highest }));
    return isAll ? undefined : joined;
}
/** `TCP 443`, `UDP 5000–5010`, `TCP http`; `all ports`, `all ports but TCP 8080`. */
function describePorts(ranges) {
    if (ranges === undefined)
        return 'all ports';
    const except = exceptedPorts(ranges);
    if (except !== undefined)
        return `all ports but ${except.map(describeRange).join(', ')}`;
    return [...new Set(ranges.map(describeRange))].join(', ');
}
/** Gaps that are named in the place of all ports around them. */
const mostGaps = 3;
/** The few ports that the ranges leave out; undefined where they leave out many, or a whole protocol. */
function exceptedPorts(ranges) {
    const numbered = ranges.flatMap((each) => ('first' in each ? each : []));
    if (numbered.length < ranges.length || !protocols.every((each) => numbered.some(({ protocol }) => protocol === each)))
        return undefined;
    const gaps = protocols.flatMap((protocol) => gapsOf(numbered.filter((each) => each.protocol === protocol)));
    const isMuch = gaps.some(({ first, last }) => last - first >= highest / 2);
    return gaps.length === 0 || gaps.length > mostGaps || isMuch ? undefined : gaps;
}
/** What is between the ranges of one protocol. */
function gapsOf(ranges) {
    const gaps = [];
    let next = 1;
    const protocol = ranges[0]?.protocol ?? '';
    for (const { first, last } of [...ranges].sort((one, other) => one.first - other.first)) {
        if (first > next)
            gaps.push({ protocol, first: next, last: first - 1 });
        next = Math.max(next, last + 1);
    }
    return next > highest ? gaps : [...gaps, { protocol, first: next, last: highest }];
}
/** The same for fingerprints, without words: `TCP/443`, `UDP/5000-5010`, `*`. */
function portsCode(ranges) {
    if (ranges === undefined)
        return '*';
    const codes = ranges.map((range) => {
        const which = 'name' in range ? range.name : range.first === range.last ? range.first : `${range.first}-${range.last}`;
        return `${range.protocol}/${which}`;
    });
    return [...new Set(codes)].join();
}
function describeRange(range) {
    if ('name' in range)
        return `${range.protocol} ${range.name}`;
    const { protocol, first, last } = range;
    if (first <= 1 && last >= highest)
        return `all ${protocol} ports`;
    return `${protocol} ${first === last ? first : `${first}–${last}`}`;
}


/***/ }),

/***/ 75985:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mc: () => (/* binding */ levelIn),
/* harmony export */   Nm: () => (/* binding */ isOffIn),
/* harmony export */   kH: () => (/* binding */ isOffForAll),
/* harmony export */   t9: () => (/* binding */ compareLevels)
/* harmony export */ });
/* harmony import */ var _severity_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15989);
/* harmony import */ var _glob_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(64757);


/**
 * What a policy says of a rule's findings in a scope; undefined where they keep their own severity. Of levels by scope that of the scope's own name holds, else
 * the strictest of the globs that match. What is in no scope (a commit, the repository) has none of these.
 */
function levelIn({ rules, rulesByScope }, rule, scope) {
    const scoped = rulesByScope.get(rule);
    if (scoped === undefined || scope === undefined)
        return rules.get(rule);
    const exact = scoped.get(scope);
    if (exact !== undefined)
        return exact;
    return [...scoped].flatMap(([glob, level]) => ((0,_glob_js__WEBPACK_IMPORTED_MODULE_0__/* .matchGlob */ .s)(glob, scope) ? level : [])).sort(compareLevels)[0];
}
/** Whether a policy turns a rule off in a scope. */
const isOffIn = (policy, rule, scope) => levelIn(policy, rule, scope) === 'off';
/** Whether nothing comes of what a rule finds, wherever it is: it is off, and no signature is demanded for what it finds. */
function isOffForAll({ rules, rulesByScope, signatures }, rule) {
    if (rules.get(rule) !== 'off' || rulesByScope.has(rule))
        return false;
    return !signatures.requirements.some((each) => each.rules.includes(rule));
}
/** The strictest first. */
function compareLevels(one, other) {
    if (one === 'off' || other === 'off')
        return Number(one === 'off') - Number(other === 'off');
    return (0,_severity_js__WEBPACK_IMPORTED_MODULE_1__/* .compareSeverity */ .zK)(one, other);
}


/***/ }),

/***/ 12169:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ checkNames),
/* harmony export */   c: () => (/* binding */ mayBeSame)
/* harmony export */ });
/* harmony import */ var _plain_values_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(98419);
/* harmony import */ var _yaml_object_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62376);


const anything = null;
/** More combinations of a matrix are not written out: any of them may be meant. */
const mostCombinations = 64;
/** Characters of the longest name that is compared; GitHub shows no longer one. */
const longestName = 1024;
/**
 * The names under which a job's checks may be shown, and required (GitHub: the job's `name`, or its id; a matrix adds its values in
 * brackets; a called workflow's jobs follow behind a slash).
 */
function checkNames(jobs, id) {
    const job = (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_1__/* .mapping */ .pq)(jobs[id]);
    const matrix = (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_1__/* .mapping */ .pq)(job.strategy).matrix;
    const own = job.name === undefined || job.name === null ? [[id]] : namesOf((0,_plain_values_js__WEBPACK_IMPORTED_MODULE_1__/* .scalarText */ .ws)(job.name), matrix);
    const withMatrix = matrix === undefined ? own : [...own, ...own.map((name) => [...name, ' (', anything, ')'])];
    return job.uses === undefined ? withMatrix : withMatrix.map((name) => [...name, ' / ', anything]);
}
/** Whether two checks may have one name. */
function mayBeSame(a, b) {
    return a.some((one) => b.some((other) => overlap(charactersOf(one), charactersOf(other))));
}
/** A name with its expressions: values of a plain matrix are written out, everything else may be anything. */
function namesOf(name, matrix) {
    const parts = name.split(/(\$\{\{.*?\}\})/s).map((part) => {
        if (!part.startsWith('${{'))
            return [part];
        const key = /^\$\{\{\s*matrix\.([\w-]+)\s*\}\}$/.exec(part)?.[1];
        return (key === undefined ? undefined : matrixValues(matrix, key)) ?? [anything];
    });
    const combinations = parts.reduce((product, { length }) => product * length, 1);
    const bounded = combinations > mostCombinations ? parts.map((part) => (part.length > 1 ? [anything] : part)) : parts;
    return bounded.reduce((names, part) => names.flatMap((begun) => part.map((value) => [...begun, value])), [[]]);
}
/** The values of one key of a matrix; undefined where they are not all plain. */
function matrixValues(matrix, key) {
    if (!(0,_plain_values_js__WEBPACK_IMPORTED_MODULE_1__/* .isMapping */ .pi)(matrix))
        return undefined;
    const included = (0,_yaml_object_js__WEBPACK_IMPORTED_MODULE_0__/* .asList */ .DD)(matrix.include);
    if (!included.every(_plain_values_js__WEBPACK_IMPORTED_MODULE_1__/* .isMapping */ .pi))
        return undefined;
    const values = [...(0,_yaml_object_js__WEBPACK_IMPORTED_MODULE_0__/* .asList */ .DD)(matrix[key]), ...included.flatMap((entry) => (0,_yaml_object_js__WEBPACK_IMPORTED_MODULE_0__/* .asList */ .DD)(entry[key]))];
    const texts = values.map((value) => (typeof value === 'object' ? undefined : (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_1__/* .scalarText */ .ws)(value)));
    // A key that is not found may be under another name: `n` is a boolean to this reader, and text to GitHub's.
    if (texts.length === 0)
        return undefined;
    return texts.every((text) => text !== undefined && !text.includes('${{')) ? texts : undefined;
}
function charactersOf(name) {
    const characters = name.flatMap((part) => part === anything ? [anything] : [...part.slice(0, longestName + 1)]);
    return characters.length > longestName ? [anything] : characters;
}
/** Whether two patterns have a text in common: which ends of both are reachable, from the front. */
function overlap(a, b) {
    let reachable = new Array(b.length + 1).fill(false);
    for (let i = 0; i <= a.length; i++) {
        const next = new Array(b.length + 1).fill(false);
        for (let j = 0; j <= b.length; j++) {
            const [left, right] = [a[i - 1], b[j - 1]];
            next[j] =
                (i === 0 && j === 0) ||
                    (i > 0 && reachable[j] === true && (left === anything || b[j - 1] === anything)) ||
                    (j > 0 && next[j - 1] === true && (right === anything || left === anything)) ||
                    (i > 0 && j > 0 && reachable[j - 1] === true && left === right);
        }
        reachable = next;
    }
    return reachable[b.length] === true;
}


/***/ }),

/***/ 64482:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DQ: () => (/* binding */ isPipeline),
/* harmony export */   F1: () => (/* binding */ isSameFolder),
/* harmony export */   Ix: () => (/* binding */ isGitlabPipeline),
/* harmony export */   Yl: () => (/* binding */ codeOwnersPaths),
/* harmony export */   _2: () => (/* binding */ isWorkflow),
/* harmony export */   _d: () => (/* binding */ isLocalAction),
/* harmony export */   b8: () => (/* binding */ isOtherPipeline),
/* harmony export */   e2: () => (/* binding */ isControlFile)
/* harmony export */ });
/** Where each forge looks for CODEOWNERS, the first that is there holds. */
const codeOwnersPaths = {
    github: ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'],
    gitlab: ['CODEOWNERS', 'docs/CODEOWNERS', '.gitlab/CODEOWNERS'],
};
/** Whether GitHub Actions reads a workflow at this path, or Gitea or Forgejo, whose workflows are written alike. */
function isWorkflow(path) {
    return /^\.(github|gitea|forgejo)\/workflows\/[^/]+\.ya?ml$/.test(path);
}
/** Whether two workflows are in one folder: each forge reads its own. */
function isSameFolder(path, other) {
    return path.slice(0, path.lastIndexOf('/')) === other.slice(0, other.lastIndexOf('/'));
}
/** Whether a workflow step may use the file at this path as a local action. */
function isLocalAction(path) {
    return /(^|\/)action\.ya?ml$/.test(path);
}
/** Whether GitLab may read its pipeline from this path: the usual file, and what is usually included from it. */
function isGitlabPipeline(path) {
    return /(^|[./])gitlab-ci\.ya?ml$/.test(path) || /^(\.gitlab|\.gitlab-ci|ci|\.ci)\/.*\.ya?ml$/.test(path);
}
/** Whether Bitbucket, Azure, CircleCI, Woodpecker or Buildkite usually read their pipeline from this path. */
function isOtherPipeline(path) {
    return (/^(bitbucket-pipelines|\.woodpecker|\.circleci\/config)\.ya?ml$/.test(path) ||
        /^\.(azure-pipelines|azuredevops|woodpecker|buildkite)\/.*\.ya?ml$/.test(path) ||
        /(^|\/)azure-pipelines[^/]*\.ya?ml$/.test(path));
}
/** Whether a file is read as a pipeline of any forge. */
function isPipeline(path) {
    return isWorkflow(path) || isLocalAction(path) || isGitlabPipeline(path) || isOtherPipeline(path);
}
/** Whether a file may run the gate, or say who must review a change to it: what `Change.controlFiles` holds. */
function isControlFile(path) {
    const owners = [...codeOwnersPaths.github, ...codeOwnersPaths.gitlab];
    return isPipeline(path) || owners.includes(path);
}


/***/ }),

/***/ 58623:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ runsGate)
/* harmony export */ });
/* harmony import */ var _plain_values_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(98419);
/* harmony import */ var _yaml_object_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62376);


/** Whether a job, step or include runs the gate; `local` names the local files that are known to run it, as `./path`. */
function runsGate(value, local) {
    if ((0,_yaml_object_js__WEBPACK_IMPORTED_MODULE_0__/* .mentionsGate */ .Vu)(value))
        return true;
    const uses = [value, ...(0,_yaml_object_js__WEBPACK_IMPORTED_MODULE_0__/* .asList */ .DD)((0,_plain_values_js__WEBPACK_IMPORTED_MODULE_1__/* .mapping */ .pq)(value).steps)].map((each) => (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_1__/* .mapping */ .pq)(each).uses);
    return uses.some((reference) => typeof reference === 'string' && local.has(reference));
}


/***/ }),

/***/ 62376:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DD: () => (/* binding */ asList),
/* harmony export */   Vu: () => (/* binding */ mentionsGate),
/* harmony export */   eS: () => (/* binding */ readGitlabPipeline),
/* harmony export */   pC: () => (/* binding */ readYamlObject)
/* harmony export */ });
/* harmony import */ var _plain_values_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(98419);
/* harmony import */ var _policy_defaults_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56221);
/* harmony import */ var _yaml_parse_yaml_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9580);



/** Reads a file that must be one YAML mapping; undefined where it is not. */
function readYamlObject(bytes) {
    const { documents, unreadable } = (0,_yaml_parse_yaml_js__WEBPACK_IMPORTED_MODULE_1__/* .parseYaml */ .h)(bytes, _policy_defaults_js__WEBPACK_IMPORTED_MODULE_0__/* .defaultPolicy */ .G.limits);
    const [document] = documents;
    if (!document || documents.length > 1 || unreadable.length > 0 || !(0,_plain_values_js__WEBPACK_IMPORTED_MODULE_2__/* .isMapping */ .pi)(document.value))
        return undefined;
    return { value: document.value, document };
}
/** As `readYamlObject`; a header of a GitLab pipeline (`spec`, a document of its own in front) is a key of it. */
function readGitlabPipeline(bytes) {
    const { documents, unreadable } = (0,_yaml_parse_yaml_js__WEBPACK_IMPORTED_MODULE_1__/* .parseYaml */ .h)(bytes, _policy_defaults_js__WEBPACK_IMPORTED_MODULE_0__/* .defaultPolicy */ .G.limits);
    const [header, document] = documents;
    if (documents.length !== 2 || unreadable.length > 0)
        return readYamlObject(bytes);
    if (!document || !(0,_plain_values_js__WEBPACK_IMPORTED_MODULE_2__/* .isMapping */ .pi)(document.value) || !(0,_plain_values_js__WEBPACK_IMPORTED_MODULE_2__/* .isMapping */ .pi)(header?.value))
        return undefined;
    return { value: { ...document.value, spec: header.value.spec }, document };
}
/** A list of what is in it; a lone value is a list of one, and nothing is an empty one. */
function asList(value) {
    if (value === undefined || value === null)
        return [];
    return Array.isArray(value) ? value : [value];
}
/** Whether anything in a value speaks of the gate. */
function mentionsGate(value) {
    return /gitops-?gate/i.test(JSON.stringify(value) ?? '');
}


/***/ }),

/***/ 88420:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HL: () => (/* binding */ enumerate),
/* harmony export */   ff: () => (/* binding */ describeTarget),
/* harmony export */   oE: () => (/* binding */ compact),
/* harmony export */   q0: () => (/* binding */ describe)
/* harmony export */ });
/* harmony import */ var _model_permission_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29392);
/* harmony import */ var _model_subject_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(84963);


/** Entries of one list that a sentence shows before it counts the rest. */
const shown = 12;
/** Fewer permissions that say the same: those that differ in one factor only become one. */
function compact(permissions) {
    if (permissions.length < 2)
        return permissions;
    let parts = [...new Map(permissions.map((permission) => [(0,_model_permission_js__WEBPACK_IMPORTED_MODULE_1__/* .permissionKey */ .$5)(permission), permission])).values()];
    for (const factor of [2, 0, 1, 3])
        parts = joinOn(factor, parts);
    return parts;
}
/** The permission as a reviewer would say it: `get, list secrets`, `do anything with deployments.apps named web`. */
function describe(permission) {
    const verbs = permission.verbs.includes('*') ? 'do anything with' : enumerate(permission.verbs);
    return `${verbs} ${describeTarget(permission)}`;
}
/** What the permission is on: `secrets`, `deployments.apps named web`, `every URL`. */
function describeTarget(permission) {
    if (permission.kind === 'url')
        return enumerate(permission.urls.map((url) => (url === '/*' ? 'every URL' : url)));
    const names = permission.names.filter((name) => name !== null);
    const named = names.length === 0 || permission.names.length > names.length ? '' : ` named ${enumerate(names.map(shownName))}`;
    return `${describeResources(permission.groups, permission.resources)}${named}`;
}
/** A RoleBinding reaches its own Namespace object by its name, also where the manifest leaves that open. */
function shownName(name) {
    if (name === '')
        return '(no name)';
    return name.startsWith(_model_subject_js__WEBPACK_IMPORTED_MODULE_0__/* .unknownNamespacePrefix */ .$b) ? 'like its own namespace' : name;
}
function describeResources(groups, resources) {
    const everything = resources.includes('*');
    if (groups.includes('*')) {
        return everything ? 'every resource of every API group' : `${enumerate(resources)} of every API group`;
    }
    if (everything) {
        return `every resource of ${groups.length === 1 && groups[0] === '' ? 'the core API group' : enumerate(groups.map((group) => (group === '' ? 'the core API group' : group)))}`;
    }
    // Few enough to write each as kubectl does; the product of long lists is never written out.
    if (groups.length * resources.length > shown) {
        return `${enumerate(resources)} of ${enumerate(groups.map((group) => (group === '' ? 'the core API group' : group)))}`;
    }
    return enumerate(groups.flatMap((group) => resources.map((resource) => qualified(group, resource))));
}
/** `deployments.apps/scale`, as kubectl takes it. */
function qualified(group, resource) {
    if (group === '')
        return resource;
    const [parent = '', ...rest] = resource.split('/');
    return [`${parent}.${group}`, ...rest].join('/');
}
/** The items with commas between, the first few only. */
function enumerate(items) {
    if (items.length <= shown)
        return items.join(', ');
    return `${items.slice(0, shown).join(', ')} and ${items.length - shown} more`;
}
function joinOn(index, permissions) {
    const joined = new Map();
    for (const permission of permissions) {
        const factors = [...(0,_model_permission_js__WEBPACK_IMPORTED_MODULE_1__/* .factorsOf */ .et)(permission)];
        const others = (0,_model_permission_js__WEBPACK_IMPORTED_MODULE_1__/* .permissionOf */ .Fp)(permission.kind, factors.map((factor, position) => (position === index ? [] : factor)));
        const key = (0,_model_permission_js__WEBPACK_IMPORTED_MODULE_1__/* .permissionKey */ .$5)(others);
        const found = joined.get(key);
        const mine = factors[index] ?? [];
        if (found === undefined)
            joined.set(key, { kind: permission.kind, factors, entries: new Set(mine) });
        else
            for (const entry of mine)
                found.entries.add(entry);
    }
    return [...joined.values()].map(({ kind, factors, entries }) => (0,_model_permission_js__WEBPACK_IMPORTED_MODULE_1__/* .permissionOf */ .Fp)(kind, factors.map((factor, position) => (position === index ? [...entries] : factor))));
}


/***/ }),

/***/ 6085:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A_: () => (/* binding */ wideningDetails),
/* harmony export */   BV: () => (/* binding */ subjectList),
/* harmony export */   D_: () => (/* binding */ identity),
/* harmony export */   JT: () => (/* binding */ wideningMessage),
/* harmony export */   gt: () => (/* binding */ wideningRemedy),
/* harmony export */   hP: () => (/* binding */ gainedKeys),
/* harmony export */   pb: () => (/* binding */ tooLargeMessage),
/* harmony export */   q5: () => (/* binding */ withoutDirectory)
/* harmony export */ });
/* harmony import */ var _model_memoize_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9863);
/* harmony import */ var _model_permission_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(29392);
/* harmony import */ var _model_placement_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67424);
/* harmony import */ var _model_rbac_object_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14499);
/* harmony import */ var _model_subject_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(84963);
/* harmony import */ var _sentence_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88420);






/** Permissions a message names before it says that there are more. */
const shownParts = 3;
/** The gain as one sentence; the worst of it, and how much more there is. */
function wideningMessage(widening) {
    const { cause, gained, isLatent } = widening;
    const object = (0,_model_rbac_object_js__WEBPACK_IMPORTED_MODULE_1__/* .objectName */ .Hd)(cause.object);
    const worst = worstTogether(gained);
    const parts = (0,_sentence_js__WEBPACK_IMPORTED_MODULE_3__/* .compact */ .oE)(worst.map(({ judgement }) => judgement.part));
    const [first] = worst;
    const where = parts.every(({ kind }) => kind === 'url') ? '' : ` ${(0,_model_placement_js__WEBPACK_IMPORTED_MODULE_0__/* .placementName */ .vE)(first?.placement)}`;
    const isAll = worst.length === gained.length &&
        worst.every(({ judgement, permission }) => (0,_model_permission_js__WEBPACK_IMPORTED_MODULE_4__/* .permissionKey */ .$5)(judgement.part) === (0,_model_permission_js__WEBPACK_IMPORTED_MODULE_4__/* .permissionKey */ .$5)(permission));
    const what = `${parts.slice(0, shownParts).map(_sentence_js__WEBPACK_IMPORTED_MODULE_3__/* .describe */ .q0).join('; ')}${where}`;
    const more = isAll && parts.length <= shownParts ? '' : ', and more';
    if (isLatent)
        return `${object}, which ${unboundBy(widening.unread)}, now lets its holders ${what}${more}.`;
    const label = cause.kind === 'label' ? ` (label ${cause.label})` : '';
    const role = 'role' in cause.object ? `, through ${(0,_model_rbac_object_js__WEBPACK_IMPORTED_MODULE_1__/* .roleName */ .S3)(cause.object.role)}` : '';
    return `${object}${label} newly lets ${subjectList(first?.subjects ?? [])} ${what}${more}${role}.`;
}
/** That nothing binds the role, as far as that is known. */
function unboundBy(unread) {
    const [file, ...more] = unread;
    if (file === undefined)
        return 'nothing here binds';
    const rest = more.length === 0 ? '' : ` and ${more.length} more`;
    return `may be bound in ${file}${rest}, which could not be read`;
}
/** Further lines: each permission with where and who, why it matters, and the ways it is held. */
function wideningDetails(widening) {
    const lines = widening.gained.map(({ permission, placement, subjects, judgement }) => {
        const who = subjects.length > 0 ? `: ${subjectList(subjects)}` : '';
        const why = judgement.reason === undefined ? '' : `, which lets them ${judgement.reason}`;
        const where = permission.kind === 'url' ? '' : ` ${(0,_model_placement_js__WEBPACK_IMPORTED_MODULE_0__/* .placementName */ .vE)(placement)}`;
        return `${(0,_sentence_js__WEBPACK_IMPORTED_MODULE_3__/* .describe */ .q0)(permission)}${where} (${judgement.severity}${why})${who}`;
    });
    const routes = widening.routes.map((route) => `through ${route}`);
    return [...limited(lines, 20, 'permission'), ...limited(routes, 10, 'way')];
}
/** The narrower form that would do, where one is obvious. */
function wideningRemedy(widening) {
    const permissions = widening.gained.map(({ permission }) => permission);
    const advice = [];
    const wildcards = [
        permissions.some(({ verbs }) => verbs.includes('*')) ? 'verbs' : '',
        permissions.some((each) => each.kind === 'resource' && each.resources.includes('*')) ? 'resources' : '',
        permissions.some((each) => each.kind === 'resource' && each.groups.includes('*')) ? 'API groups' : '',
    ].filter((text) => text !== '');
    const { cause } = widening;
    if (widening.isForEveryone)
        advice.push('Bind a group of your own instead of everyone');
    if (cause.kind === 'role-reference')
        advice.push('Bind a role that holds only what is needed');
    if (wildcards.length > 0 && !widening.isBuiltIn) {
        advice.push(`Name the ${listed(wildcards)} that are needed instead of "*"`);
    }
    const reads = permissions.some((each) => each.kind === 'resource' && each.resources.includes('secrets') && each.names.includes(null));
    if (reads && !widening.isBuiltIn)
        advice.push('Name the Secrets in resourceNames, and leave out list and watch');
    if (widening.gained.some(({ placement }) => placement === undefined) && cause.kind !== 'label') {
        const narrower = narrowerPlace(widening);
        if (narrower !== undefined)
            advice.push(narrower);
    }
    if (advice.length === 0)
        advice.push(cause.kind === 'subject' ? 'Name only subjects that need it' : 'Leave out what is not needed');
    return `${advice.join('. ')}. If all of it is meant, have it reviewed and accept it in .gitops-gate/policy.yaml.`;
}
/** How to grant in single namespaces, by the kind of the object that grants in all; Kubernetes' own is a RoleBinding. */
const narrowerPlaces = {
    ClusterServiceVersion: 'Where the operator’s own namespace suffices, move the rule from clusterPermissions to permissions',
    AccessEntry: 'Where single namespaces suffice, give the access scope the type namespace',
    AccessPolicyAssociation: 'Where single namespaces suffice, give the access scope the type namespace',
    RBACDefinition: 'Where single namespaces suffice, use roleBindings instead of clusterRoleBindings',
    GlobalRoleBinding: 'Where single projects suffice, use a ProjectRoleTemplateBinding in each',
    ClusterRoleTemplateBinding: 'Where single projects suffice, use a ProjectRoleTemplateBinding in each',
};
/** Groups of objects whose grants a RoleBinding can replace. */
const byRoleBinding = new Set([
    'rbac.authorization.k8s.io',
    'authorization.openshift.io',
    'security.openshift.io',
]);
/** How to grant in single namespaces; undefined where the product knows none. */
function narrowerPlace({ bindings, cause }) {
    if (bindings.some(({ role }) => role.name.startsWith('Argo CD/'))) {
        return 'Name the projects and applications that are needed in Argo CD’s policy';
    }
    const makers = bindings.length > 0 ? bindings.map(({ resource }) => resource) : [cause.object.resource];
    if (makers.some((maker) => maker === undefined || byRoleBinding.has(maker.group))) {
        return 'Where single namespaces suffice, grant it by a RoleBinding in each';
    }
    return makers.flatMap((maker) => narrowerPlaces[maker?.kind ?? ''] ?? [])[0];
}
/** `verbs, resources and API groups`. */
function listed(names) {
    return names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
/** What was gained, for the fingerprint: the same in any order of entries, files or subjects. */
function gainedKeys(gained) {
    return gained
        .map(({ permission, placement, subjects }) => {
        const where = placement === undefined ? '' : withoutDirectory(placement);
        return JSON.stringify([canonical(permission), where, stableKeys(subjects)]);
    })
        .sort();
}
/** The same subjects gain many permissions. */
const stableKeys = (0,_model_memoize_js__WEBPACK_IMPORTED_MODULE_5__/* .memoize */ .B)((subjects) => subjects
    .map(({ key }) => key)
    .sort()
    .map(withoutDirectory));
/** The first subjects by name, and how many more. */
const subjectList = (0,_model_memoize_js__WEBPACK_IMPORTED_MODULE_5__/* .memoize */ .B)((subjects) => (0,_sentence_js__WEBPACK_IMPORTED_MODULE_3__/* .enumerate */ .HL)([...new Set(subjects.map(_model_subject_js__WEBPACK_IMPORTED_MODULE_2__/* .subjectName */ .wn))]));
/** The object a finding is about. */
function identity({ group, kind, namespace, name }) {
    return { group, kind, namespace, name };
}
/** The worst permissions, as far as the same subjects gain them in the same place. */
function worstTogether(gained) {
    const [first] = gained;
    if (first === undefined)
        return [];
    const who = subjectList(first.subjects);
    return gained.filter(({ judgement, placement, subjects }) => judgement.severity === first.judgement.severity && placement === first.placement && subjectList(subjects) === who);
}
function canonical(permission) {
    return Object.entries(permission)
        .map(([factor, entries]) => [factor, Array.isArray(entries) ? entries.map(canonicalEntry).sort() : entries])
        .sort();
}
function canonicalEntry(entry) {
    if (entry === null)
        return 'any name';
    return entry.startsWith(_model_subject_js__WEBPACK_IMPORTED_MODULE_2__/* .unknownNamespacePrefix */ .$b) ? withoutDirectory(entry) : entry;
}
/** Without the directory that replaces a namespace left open: a finding keeps its fingerprint when files move. */
function withoutDirectory(text) {
    return text.replace(/\?[^:]*/, '?');
}
function limited(lines, most, what) {
    const more = lines.length - most;
    return more <= 0 ? lines : [...lines.slice(0, most), `and ${more} more ${what}${more === 1 ? '' : 's'}`];
}
/** A change that was not judged, as one sentence. */
function tooLargeMessage({ resource, most }) {
    const object = resource === undefined ? '' : `, with ${resource.kind} ${resource.name} the largest changed object`;
    return `What this change grants is too large to judge: comparing all its subjects and rules takes more than ${most.toLocaleString('en')} steps${object}.`;
}


/***/ }),

/***/ 17330:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AR: () => (/* binding */ isClusterScopedSomewhere),
/* harmony export */   Z6: () => (/* binding */ isClusterScoped),
/* harmony export */   ik: () => (/* binding */ isNamespaced)
/* harmony export */ });
/**
 * Resources that no namespace holds, by API group (kubectl api-resources --namespaced=false of Kubernetes 1.35, and
 * the virtual ones of impersonation and certificate signing). What is not listed counts as namespaced.
 */
const clusterScoped = {
    '': ['componentstatuses', 'nodes', 'persistentvolumes', 'users', 'groups', 'uids'],
    'admissionregistration.k8s.io': [
        'mutatingadmissionpolicies',
        'mutatingadmissionpolicybindings',
        'mutatingwebhookconfigurations',
        'validatingadmissionpolicies',
        'validatingadmissionpolicybindings',
        'validatingwebhookconfigurations',
    ],
    'apiextensions.k8s.io': ['customresourcedefinitions'],
    'apiregistration.k8s.io': ['apiservices'],
    'authentication.k8s.io': ['selfsubjectreviews', 'tokenreviews', 'uids', 'userextras'],
    'authorization.k8s.io': ['selfsubjectaccessreviews', 'selfsubjectrulesreviews', 'subjectaccessreviews'],
    'certificates.k8s.io': ['certificatesigningrequests', 'clustertrustbundles', 'signers'],
    'flowcontrol.apiserver.k8s.io': ['flowschemas', 'prioritylevelconfigurations'],
    'internal.apiserver.k8s.io': ['storageversions'],
    'metrics.k8s.io': ['nodes'],
    'networking.k8s.io': ['ingressclasses', 'ipaddresses', 'servicecidrs'],
    'node.k8s.io': ['runtimeclasses'],
    'rbac.authorization.k8s.io': ['clusterrolebindings', 'clusterroles'],
    'resource.k8s.io': ['deviceclasses', 'devicetaintrules', 'resourceslices'],
    'scheduling.k8s.io': ['priorityclasses'],
    'storage.k8s.io': ['csidrivers', 'csinodes', 'storageclasses', 'volumeattachments', 'volumeattributesclasses'],
    'storagemigration.k8s.io': ['storageversionmigrations'],
};
const clusterScopedNames = new Set(Object.values(clusterScoped).flat());
/** Whether the resource (a subresource follows its parent) is known to be cluster-scoped. */
function isClusterScoped(group, resource) {
    return Object.hasOwn(clusterScoped, group) && clusterScoped[group]?.includes(parentOf(resource)) === true;
}
/** Groups of Kubernetes itself of which every resource is namespaced (kubectl api-resources of Kubernetes 1.35). */
const namespacedGroups = new Set('apps autoscaling batch coordination.k8s.io discovery.k8s.io events.k8s.io extensions policy'.split(' '));
/** Whether the resource is known to be namespaced: it is one of Kubernetes itself. Namespaces are not. */
function isNamespaced(group, resource) {
    const parent = parentOf(resource);
    if (parent === '*' || (group === '' && parent === 'namespaces'))
        return false;
    return namespacedGroups.has(group) || (Object.hasOwn(clusterScoped, group) && !isClusterScoped(group, resource));
}
/** Whether the resource is known to be cluster-scoped in any API group. */
function isClusterScopedSomewhere(resource) {
    return clusterScopedNames.has(parentOf(resource));
}
function parentOf(resource) {
    const slash = resource.indexOf('/');
    const parent = slash < 0 ? resource : resource.slice(0, slash);
    return parent.startsWith('userextras') ? 'userextras' : parent;
}


/***/ }),

/***/ 67424:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ik: () => (/* binding */ mayBeControllerNamespace),
/* harmony export */   Ix: () => (/* binding */ isControllerNamespace),
/* harmony export */   P1: () => (/* binding */ effectiveIn),
/* harmony export */   vE: () => (/* binding */ placementName)
/* harmony export */ });
/* harmony import */ var _cluster_scoped_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(17330);
/* harmony import */ var _subject_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(84963);


/** Verbs whose request for a Namespace object carries that namespace (apiserver request.RequestInfoFactory; watch by its old path). */
const namedNamespaceVerbs = new Set(['get', 'watch', 'update', 'patch', 'delete', '*']);
/**
 * What of a permission has effect in `placement`. A RoleBinding gives no URLs and no cluster-scoped resources, except
 * its own Namespace object; `bind` on clusterroles counts, for the API server asks it in the RoleBinding's namespace
 * (pkg/registry/rbac/escalation_check.go, BindingAuthorized).
 */
function effectiveIn(placement, permission) {
    if (placement === undefined)
        return [permission];
    if (permission.kind === 'url')
        return [];
    const parts = [];
    /** Namespaced resources that the same groups serve. */
    const namespaced = new Map();
    for (const resource of permission.resources) {
        for (const part of ownNamespace(placement, permission, resource))
            parts.push(part);
        for (const part of bindInNamespace(permission, resource))
            parts.push(part);
        const groups = !(0,_cluster_scoped_js__WEBPACK_IMPORTED_MODULE_0__/* .isClusterScopedSomewhere */ .AR)(resource) && !isNamespaceObject(resource)
            ? permission.groups
            : permission.groups.filter((group) => !(0,_cluster_scoped_js__WEBPACK_IMPORTED_MODULE_0__/* .isClusterScoped */ .Z6)(group, resource) && !(group === '' && isNamespaceObject(resource)));
        const key = groups.length === permission.groups.length ? '' : JSON.stringify(groups);
        const part = namespaced.get(key);
        if (part === undefined)
            namespaced.set(key, { groups, resources: [resource] });
        else
            part.resources.push(resource);
    }
    for (const { groups, resources } of namespaced.values()) {
        if (groups.length > 0)
            parts.push({ ...permission, groups, resources });
    }
    return parts;
}
/** The placement as people write it. */
function placementName(placement) {
    if (placement === undefined)
        return 'in every namespace';
    if (placement.startsWith(_subject_js__WEBPACK_IMPORTED_MODULE_1__/* .selectedNamespacesPrefix */ .mG))
        return 'in the namespaces it selects';
    if (placement.startsWith(_subject_js__WEBPACK_IMPORTED_MODULE_1__/* .projectPrefix */ .CF))
        return `in project ${placement.slice(_subject_js__WEBPACK_IMPORTED_MODULE_1__/* .projectPrefix */ .CF.length)}`;
    return placement.startsWith(_subject_js__WEBPACK_IMPORTED_MODULE_1__/* .unknownNamespacePrefix */ .$b) ? 'in its namespace' : `in namespace ${placement}`;
}
function isNamespaceObject(resource) {
    return resource === 'namespaces' || resource.startsWith('namespaces/');
}
function ownNamespace(namespace, permission, resource) {
    if (!isNamespaceObject(resource) || !permission.groups.includes(''))
        return [];
    if (!permission.names.some((name) => name === null || name === namespace))
        return [];
    const verbs = permission.verbs.filter((verb) => namedNamespaceVerbs.has(verb));
    return verbs.length === 0
        ? []
        : [{ kind: 'resource', verbs, groups: [''], resources: [resource], names: [namespace] }];
}
function bindInNamespace(permission, resource) {
    const group = 'rbac.authorization.k8s.io';
    if (resource !== 'clusterroles' || !permission.groups.includes(group))
        return [];
    if (!permission.verbs.includes('bind') && !permission.verbs.includes('*'))
        return [];
    return [{ ...permission, verbs: ['bind'], groups: [group], resources: [resource] }];
}
/** Namespaces of the control plane and of controllers that act on the whole cluster. */
const controllerNamespaces = /^(kube-system|flux-system|argocd|argo-cd|argocd-.*|openshift-.*|cert-manager|istio-system|linkerd|gatekeeper-system|kyverno|crossplane-system|external-secrets|sealed-secrets|velero|vault|olm|operators|tekton-pipelines|cattle-.*|rook-ceph|knative-.*|tigera-operator|calico-system|metallb-system|capi-.*|.*-operators?|.*-controllers?|.*-system)$/;
/** Whether what runs in the namespace acts on the whole cluster, so that a gain in it is as bad as one everywhere. */
function isControllerNamespace(namespace) {
    return controllerNamespaces.test(namespace);
}
/** Names of such namespaces, one of each usual beginning: what a pattern may mean. */
const usual = 'kube-system flux-system argocd argo-cd openshift-x cert-manager istio-system linkerd gatekeeper-system kyverno crossplane-system external-secrets sealed-secrets velero vault olm operators tekton-pipelines cattle-system rook-ceph knative-serving tigera-operator calico-system metallb-system capi-system'.split(' ');
/** Whether a name, or a name's beginning with `*`, can be that of such a namespace; what else is a pattern can. */
function mayBeControllerNamespace(pattern) {
    const [, name = '', star] = /^([a-z0-9][a-z0-9-]*)(\*?)$/.exec(pattern) ?? [];
    if (name === '' || isControllerNamespace(name))
        return true;
    return star === '*' && (name.length < 3 || usual.some((each) => each.startsWith(name)));
}


/***/ }),

/***/ 50987:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GF: () => (/* binding */ completeElsewhere),
/* harmony export */   Vn: () => (/* binding */ isUnnamed),
/* harmony export */   a6: () => (/* binding */ lacksSubjects),
/* harmony export */   ph: () => (/* binding */ completeFragments)
/* harmony export */ });
/* harmony import */ var _groups_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41782);
/* harmony import */ var _model_rbac_object_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14499);


/** Takes the role's place where neither a patch nor anything next to it says which one is bound. */
const unnamedRole = { kind: 'ClusterRole', name: '(named elsewhere)' };
/**
 * A kustomize patch may hold half of a binding: subjects without a role, or a role without subjects. The other half is
 * that of the binding it patches, where that is next to it; a role that is named nowhere is an unknown one.
 */
function completeFragments(bindings) {
    if (bindings.every(isWhole))
        return bindings;
    const whole = (0,_groups_js__WEBPACK_IMPORTED_MODULE_1__/* .groupBy */ .$z)(bindings.filter(isWhole), _model_rbac_object_js__WEBPACK_IMPORTED_MODULE_0__/* .identityOf */ .cu);
    return bindings.flatMap((binding) => {
        if (isWhole(binding))
            return [binding];
        const [patched, ...more] = whole.get((0,_model_rbac_object_js__WEBPACK_IMPORTED_MODULE_0__/* .identityOf */ .cu)(binding)) ?? [];
        if (binding.subjects.length > 0) {
            // Which of several it patches is not known.
            const role = patched === undefined || more.length > 0 ? unnamedRole : patched.role;
            return [{ ...binding, role, rolePath: [] }];
        }
        return patched === undefined ? [binding] : [{ ...binding, subjects: patched.subjects }];
    });
}
/**
 * Fragments that patch a binding of another folder (an overlay's patch of a base) or one that the platform makes: where all that
 * they can patch name one role, it is theirs; one that names another role has the subjects of all. `patched` finds those bindings.
 */
function completeElsewhere(bindings, patched) {
    return bindings.map((binding) => {
        if (lacksSubjects(binding)) {
            // One that names nobody either way is a base of fragments, which are judged where they are.
            const others = patched(binding).filter((other) => !isUnnamed(other) && !isOf(other, binding.role));
            return { ...binding, subjects: others.flatMap(({ subjects }) => subjects) };
        }
        if (!isUnnamed(binding))
            return binding;
        const [first, ...more] = patched(binding).filter((other) => !isUnnamed(other) && other.role.name !== '');
        return first !== undefined && more.every((other) => isOf(other, first.role))
            ? { ...binding, role: first.role }
            : binding;
    });
}
/** Whether the binding is a fragment that names a role and nobody. */
function lacksSubjects(binding) {
    return binding.subjects.length === 0 && binding.role.name !== '' && !isWhole(binding);
}
function isOf({ role: own }, role) {
    return own.kind === role.kind && own.name === role.name;
}
/** Whether nothing next to a fragment says which role it binds. */
function isUnnamed({ role }) {
    return role === unnamedRole;
}
function isWhole({ role, subjects, resource }) {
    return role.name === '' ? subjects.length === 0 : subjects.length > 0 || resource?.value.subjects !== undefined;
}


/***/ }),

/***/ 1440:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ changedFile)
/* harmony export */ });
/* harmony import */ var _git_diff_line_diff_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25303);
/* harmony import */ var _yaml_decode_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35100);


/** More changed lines than this are not searched: what is beyond is said to be about here. */
const mostLines = 20_000;
/** Compares a file of both sides by its lines; undefined where it is only on the base's side. `former` is where it was before. */
function changedFile(path, before, after, former = path) {
    const now = after.bytes(path);
    if (now === undefined)
        return undefined;
    const old = before.bytes(path) ?? before.bytes(former);
    const text = (0,_yaml_decode_text_js__WEBPACK_IMPORTED_MODULE_0__/* .decodeText */ .g)(now).text;
    const added = [];
    const removed = [];
    const lost = [];
    const lines = text.split('\n');
    const was = old === undefined ? '' : (0,_yaml_decode_text_js__WEBPACK_IMPORTED_MODULE_0__/* .decodeText */ .g)(old).text;
    const formerLines = was.split('\n');
    for (const { before: gone, after: run } of (0,_git_diff_line_diff_js__WEBPACK_IMPORTED_MODULE_1__/* .lineDiff */ .gf)(was, text).changes) {
        const line = run.count === 0 ? lineLeft(lines, run.start) : run.start;
        if (run.count === 0)
            removed.push(line);
        for (const text of formerLines.slice(gone.start - 1, gone.start - 1 + gone.count)) {
            if (lost.length < mostLines)
                lost.push({ text, line });
        }
        for (let line = run.start; line < run.start + run.count && added.length < mostLines; line++)
            added.push(line);
    }
    return { path, lines, added, removed, lost, former: before.tree.has(path) ? path : former };
}
/** Where lines were taken away: the line before, where these were the last ones of its block, else the one that took their place. */
function lineLeft(lines, line) {
    const [above, below] = [lines[line - 2] ?? '', lines[line - 1] ?? ''].map((each) => each.search(/[^\s-]|$/));
    return (above ?? 0) > (below ?? 0) ? line - 1 : line;
}


/***/ }),

/***/ 44827:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pm: () => (/* binding */ takingLine),
/* harmony export */   RC: () => (/* binding */ removedLine),
/* harmony export */   c$: () => (/* binding */ tellingLine),
/* harmony export */   hL: () => (/* binding */ withoutDoubt)
/* harmony export */ });
/** What takes away what is there: a merge patch's directive, an empty value, a removing operation. */
const takesAway = /\$patch["']?:|:\s*(?:null|~)\s*[,}]?\s*$|["']?op["']?\s*:\s*["']?remove\b/;
/** The head of a mapping, a list or a text, which says nothing by itself; and what is not data at all. */
const head = /^[\s-]*["']?[\w$./-]*["']?:?\s*(?:[|>][+-]?\d?)?\s*$|^\s*#/;
/** The first changed line that takes something away. */
function takingLine(files) {
    for (const file of files) {
        const line = file.added.find((each) => takesAway.test(textOf(file, each)));
        if (line !== undefined)
            return guess(file, line);
    }
    return undefined;
}
/** The first line at which something was taken away. */
function removedLine(files) {
    for (const file of files) {
        const [line] = file.removed;
        if (line !== undefined)
            return guess(file, line);
    }
    return undefined;
}
/** What says what is changed, not what it becomes: the type and name of an object, the target, operation and place of a patch, the file it is in. */
const naming = /^[\s-]*["']?(?:apiVersion|kind|metadata|name|namespace|target|op|path)["']?:(?!.*\bvalue["']?:)|^[\s-]*\{\s*["']?op["']?\s*:\s*["']?(?:test|remove)/;
/** The first changed line that says something by itself, and not only of what; else the first one. */
function tellingLine(file) {
    const line = tellingLines(file)[0] ?? file.added[0] ?? file.removed[0];
    return line === undefined ? undefined : guess(file, line);
}
/** The place itself where nothing else is changed that says anything. */
function withoutDoubt(position, files) {
    if (position.isGuess !== true || files.some(({ removed }) => removed.length > 0))
        return position;
    const lines = files.flatMap((file) => tellingLines(file).map((line) => ({ file: file.path, line })));
    const [only, other] = lines;
    if (other !== undefined || only?.file !== position.file || only.line !== position.line)
        return position;
    return { file: position.file, line: position.line, column: position.column };
}
function tellingLines(file) {
    const says = file.added.filter((each) => !head.test(textOf(file, each)));
    const sets = says.filter((each) => !naming.test(textOf(file, each)));
    return sets.length > 0 ? sets : says;
}
function textOf(file, line) {
    return file.lines[line - 1] ?? '';
}
function guess(file, line) {
    const last = Math.max(1, file.lines.at(-1) === '' ? file.lines.length - 1 : file.lines.length);
    const own = Math.min(line, last);
    return { file: file.path, line: own, column: textOf(file, own).search(/\S|$/) + 1, isGuess: true };
}


/***/ }),

/***/ 5719:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ brokenBy),
/* harmony export */   d: () => (/* binding */ mayMatter)
/* harmony export */ });
/* harmony import */ var _kube_kustomization_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41113);
/* harmony import */ var _plain_values_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(98419);
/* harmony import */ var _blame_changed_file_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1440);
/* harmony import */ var _blame_telling_line_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(44827);




/** Kinds that neither permit nor protect anything. */
const harmless = new Set([
    ...['PersistentVolume', 'PersistentVolumeClaim', 'StorageClass', 'VolumeSnapshot', 'VolumeSnapshotClass'],
    ...['HorizontalPodAutoscaler', 'VerticalPodAutoscaler', 'PodDisruptionBudget', 'PriorityClass', 'Lease'],
]);
/** Whether some family judges what an object says: of a kind that nobody knows that is possible. */
function mayMatter({ kind, name, value }) {
    if (kind !== 'ConfigMap')
        return !harmless.has(kind);
    // Plain words set nothing, unless a product reads just these.
    if (/^(?:argocd|kyverno|aws-auth)/.test(name))
        return true;
    return Object.values({ ...(0,_plain_values_js__WEBPACK_IMPORTED_MODULE_1__/* .mapping */ .pq)(value.data), ...(0,_plain_values_js__WEBPACK_IMPORTED_MODULE_1__/* .mapping */ .pq)(value.binaryData) }).some((each) => /[:\n{[]/.test((0,_plain_values_js__WEBPACK_IMPORTED_MODULE_1__/* .scalarText */ .ws)(each)));
}
/** The place of the change that keeps a root from being rendered, where it was and gave something that matters; about there. */
function brokenBy({ file, before, after }, own, former, views) {
    if (before === undefined || before.reason !== undefined || after?.reason === undefined)
        return undefined;
    if (!before.objects.some(mayMatter) && before.unreadable.length === 0)
        return undefined;
    const isSame = (path) => views.before.tree.get(path)?.id === views.after.tree.get(path)?.id;
    // A kustomization that cannot be read is a finding of its file.
    const isUnread = (path) => !isSame(path) && (0,_kube_kustomization_js__WEBPACK_IMPORTED_MODULE_2__/* .isKustomization */ .Sv)(path) && views.after.unreadable(path).length > 0;
    if ([...own.closure.files, ...before.files].some(isUnread))
        return undefined;
    const gap = own.closure.gaps.find((each) => !isSame(each.file) && views.after.documents(each.file).length > 0);
    const document = gap && views.after.documents(gap.file)[0];
    if (gap !== undefined && document !== undefined)
        return { position: { file: gap.file, ...document.at(gap.at) }, by: 'broken' };
    for (const path of [...new Set([...own.closure.files, ...(former?.closure.files ?? [])])].sort()) {
        const changed = isSame(path) ? undefined : (0,_blame_changed_file_js__WEBPACK_IMPORTED_MODULE_0__/* .changedFile */ .N)(path, views.before, views.after);
        const position = changed && (0,_blame_telling_line_js__WEBPACK_IMPORTED_MODULE_3__/* .tellingLine */ .c$)(changed);
        if (position !== undefined)
            return { position, by: 'broken' };
    }
    const position = { file, line: 1, column: 1, isGuess: true };
    return { position, by: 'broken' };
}


/***/ }),

/***/ 89567:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ isWithin),
/* harmony export */   _: () => (/* binding */ inFolder)
/* harmony export */ });
/** The path of a name in a folder of the repository. */
function inFolder(folder, name) {
    return folder === '' ? name : `${folder}/${name}`;
}
/** Whether a path is a folder or below it; everything is below ''. */
function isWithin(path, folder) {
    return folder === '' || path === folder || path.startsWith(`${folder}/`);
}


/***/ }),

/***/ 32931:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $v: () => (/* binding */ thisRepository),
/* harmony export */   Ge: () => (/* binding */ absent),
/* harmony export */   n2: () => (/* binding */ formerPath),
/* harmony export */   n5: () => (/* binding */ computedByTemplate)
/* harmony export */ });
/* harmony import */ var _paths_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(89567);

/** The reason of a root whose folder or chart is not in the tree: it delivers nothing, and what comes to be there is judged then. */
function absent(what, path) {
    return { why: `the ${what} ${path === '' ? '.' : path} is not in this repository`, by: what, unread: [] };
}
/** The address of a delivery whose source is declared, and is this repository. */
const thisRepository = 'of this repository';
/** What a delivery is where a template computes which Applications there are. */
const computedByTemplate = 'elements that a template computes';
/** Where a file of a root was while its folder was elsewhere: the path itself where nothing moved. */
function formerPath(path, { folder }, former) {
    const isMoved = former !== undefined && former.folder !== folder && (0,_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .isWithin */ .U)(path, folder);
    return isMoved ? (0,_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .inFolder */ ._)(former.folder, path.slice(folder === '' ? 0 : folder.length + 1)) : path;
}


/***/ }),

/***/ 26474:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  a: () => (/* binding */ rules)
});

// EXTERNAL MODULE: ./build/rbac/judge/wording.js
var wording = __webpack_require__(6085);
// EXTERNAL MODULE: ./build/rbac/model/rbac-object.js
var rbac_object = __webpack_require__(14499);
;// CONCATENATED MODULE: ./build/rules/observe-loosened.js


/** What each loosened object newly lets happen, in the words of its family. */
function observeLoosened(analysis, references) {
    return [...analysis].flatMap(([scope, objects]) => objects.flatMap((each) => observe(scope, each, references)));
}
function observe(scope, object, references) {
    const { resource, loosenings, called = resource === undefined ? '' : (0,rbac_object/* resourceName */.Iy)(resource) } = object;
    return loosenings.map(({ what, remedy, severity, path, formerPath, details, subject }) => {
        const removedAt = formerPath === undefined ? undefined : object.formerAt(formerPath);
        return {
            message: `${called} ${what}.`,
            remedy,
            ...(details === undefined ? {} : { details }),
            references,
            severity,
            position: object.at(path),
            ...(removedAt === undefined ? {} : { removedAt }),
            scope,
            ...(resource === undefined ? {} : { object: (0,wording/* identity */.D_)(resource) }),
            subject,
        };
    });
}

// EXTERNAL MODULE: ./build/groups.js
var build_groups = __webpack_require__(41782);
// EXTERNAL MODULE: ./build/kube/template/conditions.js
var template_conditions = __webpack_require__(3145);
;// CONCATENATED MODULE: ./build/rules/rbac/join-copies.js


/**
 * One cause in several copies of an object (five install.yaml) is one observation with all their places; those inside Helm
 * templates say under which conditions they count.
 */
function joinCopies(observations, touched) {
    const conditions = conditionsIn(touched);
    const groups = (0,build_groups/* groupBy */.$z)(observations, ({ severity, scope, object, subject }) => JSON.stringify([severity, scope, object, subject]));
    return [...groups.values()].flatMap((group) => {
        const [first, ...copies] = group.map((each) => withConditions(each, conditions(each)));
        if (first === undefined || copies.length === 0)
            return first ?? [];
        const positions = copies.flatMap(({ position, places = [] }) => (position ? [position, ...places] : places));
        const details = new Set(copies.flatMap((copy) => copy.details ?? []));
        for (const line of first.details ?? [])
            details.delete(line);
        return {
            ...first,
            places: [...(first.places ?? []), ...positions],
            details: [...(first.details ?? []), ...details],
        };
    });
}
function withConditions(observation, conditions) {
    if (conditions.length === 0)
        return observation;
    return { ...observation, details: [...(observation.details ?? []), ...conditions] };
}
/** What the template at an observation's first place asks for. */
function conditionsIn(touched) {
    const templates = new Map(touched.flatMap(({ path, after }) => (after?.structure === 'template' ? [[path, after.text]] : [])));
    return ({ position }) => {
        const text = position === undefined ? undefined : templates.get(position.file);
        if (text === undefined || position === undefined)
            return [];
        const conditions = (0,template_conditions/* templateConditions */.h)(text, position.line);
        return conditions.length === 0 ? [] : [`only under conditions of ${position.file}: ${conditions.join('; ')}`];
    };
}

// EXTERNAL MODULE: ./build/plain-values.js
var plain_values = __webpack_require__(98419);
;// CONCATENATED MODULE: ./build/rules/admission/gone-together.js


/** As many as are reported one by one, and as are named of more. */
const [mostAlone, mostNamed] = [2, 40];
/** What is gone from one file along with others, or replaced, as one observation that names them: one decision of whoever reviews it. */
function goneTogether(observations) {
    const groups = (0,build_groups/* groupBy */.$z)(observations.filter(isLost), ({ scope, severity, position, subject, message }) => {
        const what = subject[0] === 'gone' ? message.slice(message.indexOf(isGone)) : [subject[1], afterwards(message)];
        return JSON.stringify([scope, severity, position?.file, subject[0], what]);
    });
    const joined = [...groups.values()].flatMap((group) => (group.length > mostAlone ? joinedOf(group) : group));
    return [...joined, ...observations.filter((each) => !isLost(each))];
}
const isGone = ' is gone';
const isReplaced = ' is replaced by ';
/** What is said of what replaces something, whatever its name. */
function afterwards(message) {
    return message.slice(message.indexOf(', which'));
}
/** Of what is replaced by something that does less, each is another matter, unless the same namespaces are left alone. */
function isLost({ subject, position, severity }) {
    if (position === undefined)
        return false;
    const isSame = severity !== 'high' || subject[2] === 'namespaces';
    return subject.join() === 'gone' || (subject[0] === 'replaced' && isSame);
}
/** What the message says of many. */
function saidOf({ subject: [how, kind], message }) {
    if (how === 'replaced')
        return ` are each replaced by the ${kind} of that name${afterwards(message)}`;
    return message
        .slice(message.indexOf(isGone))
        .replace(isGone, ' are gone')
        .replace('with it what it', 'with them what they');
}
function joinedOf(group) {
    const [first, ...others] = [...group].sort((a, b) => (a.position?.line ?? 0) - (b.position?.line ?? 0));
    if (first === undefined)
        return [];
    const [how = ''] = first.subject;
    const nameOf = ({ message }) => message.slice(0, message.indexOf(how === 'gone' ? isGone : isReplaced));
    const names = others.map(nameOf);
    const more = names.length > mostNamed ? [`and ${names.length - mostNamed} more`] : [];
    // It is about no single object: who accepts one of them does not accept the others.
    const { object: _, identity: __, ...rest } = first;
    return [
        {
            ...rest,
            message: `${nameOf(first)} and ${names.length} more of ${first.position?.file}${saidOf(first)}`,
            details: [`also ${names.slice(0, mostNamed).join(', ')}`, ...more],
            places: others.flatMap(({ position }) => position ?? []),
            subject: [how, ...group.map(codeOf).sort()],
        },
    ];
}
/** Which object it is about, and what is left of the rest of its subject. */
function codeOf({ identity: lasting, object: own, subject }) {
    const object = lasting ?? own;
    return (0,plain_values/* json */.Pq)([object?.group, object?.kind, object?.namespace, object?.name, ...subject.slice(2)]);
}

;// CONCATENATED MODULE: ./build/rules/admission/admission-weakened.js



/** Admission refuses less: policies, webhooks and what they select. */
const admissionWeakened = {
    id: 'admission-weakened',
    category: 'admission',
    severity: 'high',
    summary: 'Admission policies, webhooks or image policies refuse less than before.',
    check: ({ admission, change }) => joinCopies(goneTogether(observeLoosened(admission, ['OWASP K04', 'NSA/CISA admission control'])), change.touched),
};

;// CONCATENATED MODULE: ./build/rules/audit/audit-lowered.js


/** Less is recorded or found: audit policies, flags of API servers, rules of Falco, Tetragon and auditd. */
const auditLowered = {
    id: 'audit-lowered',
    category: 'audit',
    severity: 'high',
    summary: 'The API server records less, or what looks for attacks on nodes finds less than before.',
    check: ({ audit, change }) => joinCopies(observeLoosened(audit, ['CIS 3.2.1', 'OWASP K05', 'NSA/CISA audit logging']), change.touched),
};

;// CONCATENATED MODULE: ./build/rules/audit/monitoring-removed.js


/** Fewer alerts, or fewer who are notified: rules of alerts, Alertmanager, monitors, outputs of logs. */
const monitoringRemoved = {
    id: 'monitoring-removed',
    category: 'audit',
    severity: 'medium',
    summary: 'Alerts, who is notified of them, or what measures and sends logs is gone or silenced.',
    check: ({ monitoring, change }) => joinCopies(observeLoosened(monitoring, ['OWASP K05']), change.touched),
};

;// CONCATENATED MODULE: ./build/rules/delivery/submodules.js
/** Submodules that newly come over a connection that nobody verifies: Argo CD fetches them, and Flux where `recurseSubmodules` is set. */
function plainSubmodules({ path: file, before, after }) {
    // Git reads the one at the top alone (gitmodules(5)).
    if (file !== '.gitmodules' || after === undefined)
        return [];
    const was = new Map(submodulesOf(before?.text ?? '').map(({ name, url }) => [name, url]));
    return submodulesOf(after.text).flatMap(({ name, url, line }) => {
        const former = was.get(name);
        if (!isPlain(url) || (former !== undefined && isPlain(former)))
            return [];
        return [
            {
                message: `The submodule ${name} newly comes over ${url.slice(0, url.indexOf(':'))}, which nobody verifies.`,
                remedy: 'Fetch it over https or ssh: whoever is between decides what is deployed.',
                references: ['OWASP CICD-SEC-3'],
                severity: former === undefined ? 'medium' : 'high',
                position: { file, line, column: 1 },
                subject: ['submodule', name, url.replace(/\/\/[^/@]*@/, '//')],
            },
        ];
    });
}
const isPlain = (url) => /^(?:http|git|ftp):\/\//i.test(url);
/** The submodules of a .gitmodules file (git-config, "Syntax"): the last of several addresses holds. */
function submodulesOf(text) {
    const found = new Map();
    let name = '';
    for (const { line, number } of joinedLines(text)) {
        const section = /^\s*\[\s*submodule(?:\s+"((?:[^"\\]|\\.)*)"|\.([\w.-]+))\s*\](.*)$/i.exec(line);
        if (section !== null)
            name = section[2]?.toLowerCase() ?? (section[1] ?? '').replace(/\\(.)/g, '$1');
        else if (/^\s*\[/.test(line))
            name = '';
        const url = /^\s*url\s*=\s*(.*)$/i.exec(section?.[3] ?? line)?.[1];
        if (url !== undefined && name !== '')
            found.set(name, { name, url: url.replaceAll('"', '').trim(), line: number });
    }
    return [...found.values()];
}
/** A value goes on in the next line behind a backslash, which is neither escaped nor in a comment. */
function joinedLines(text) {
    const found = [];
    let parts = [];
    for (const [index, line] of text.split(/\r?\n/).entries()) {
        parts.push(line);
        if (/^(?:[^#;\\]|\\.)*\\$/.test(line))
            parts[parts.length - 1] = line.slice(0, -1);
        else {
            found.push({ line: parts.join(''), number: index + 2 - parts.length });
            parts = [];
        }
    }
    return parts.length === 0 ? found : [...found, { line: parts.join(''), number: text.split('\n').length }];
}

;// CONCATENATED MODULE: ./build/rules/delivery/deploy-authority-widened.js



/** More may be deployed: from more sources, to more places, by more people, or with more permissions. */
const deployAuthorityWidened = {
    id: 'deploy-authority-widened',
    category: 'delivery',
    severity: 'high',
    summary: 'Argo CD or Flux may deploy what, where, or as whom they might not before.',
    *check({ authority, change }) {
        const found = observeLoosened(authority, ['OWASP K03', 'OWASP CICD-SEC-5']);
        yield* joinCopies(found.map((each) => ({ ...each, remedy: `${each.remedy} ${accepting}` })), change.touched);
        if (change.range.kind !== 'audit')
            yield* change.touched.flatMap(plainSubmodules);
    },
};
/** What is named as narrowly as it can be is newly allowed all the same. */
const accepting = 'If it is meant, have it reviewed and accept it (`gitops-gate ignore`).';

// EXTERNAL MODULE: ./build/render/model/root.js
var root = __webpack_require__(32931);
;// CONCATENATED MODULE: ./build/rules/input/delivery-changed.js


/** What a generator or plugin gives. */
const program = 'what a program makes';
/** Names of values beyond these are counted. */
const delivery_changed_mostNamed = 5;
/** Something begins to be delivered from outside the repository, so that what it holds was not judged. */
const deliveryChanged = {
    id: 'delivery-changed',
    category: 'input',
    severity: 'high',
    summary: 'Something begins to be delivered whose content could not be judged: a remote base, a chart, another source.',
    *check({ delivery, workloads }) {
        const seen = new Set();
        const releases = new Map();
        for (const change of delivery.deliveries) {
            const { position, what, address, version, kind, isRelease } = change;
            const key = JSON.stringify([position, address, version]);
            // The same entry of a base that several roots include.
            if (seen.has(key))
                continue;
            seen.add(key);
            if (kind === 'version' && isRelease)
                (0,build_groups/* addTo */.DN)(releases, JSON.stringify([what, address, version]), change);
            else
                yield observeDelivery(change, []);
        }
        for (const [first, ...others] of releases.values())
            if (first !== undefined)
                yield observeDelivery(first, others);
        for (const [scope, values] of workloads.telling)
            yield* observeValues(scope, values);
    },
};
/** Values by whose names a chart from elsewhere may give more: one observation for what an object or a file hands on. */
function* observeValues(scope, values) {
    for (const group of (0,build_groups/* groupBy */.$z)(values, ({ resource }) => resource).values()) {
        const [first, ...others] = group;
        if (first === undefined)
            continue;
        const { resource, chart, plugin, position } = first;
        const to = plugin === undefined
            ? chartWords(resource, chart)
            : `${`the plugin ${plugin}`.trim()} of Argo CD, which makes the manifests in the cluster`;
        const names = group.map(({ name }) => name);
        const by = resource.kind === 'Values' ? resource.file : identityName(resource);
        const more = names.length > delivery_changed_mostNamed ? ` and ${names.length - delivery_changed_mostNamed} more` : '';
        yield {
            message: `${by} newly sets ${names.slice(0, delivery_changed_mostNamed).join(', ')}${more} for ${to}: values of such names usually decide about permissions or about access to the node, and what comes of them was not judged.`,
            remedy: plugin === undefined
                ? 'Compare what the chart gives with both values (`helm template`) before you accept this.'
                : 'Compare what the plugin gives with both values before you accept this.',
            severity: 'medium',
            position,
            places: others.map((other) => other.position),
            scope,
            subject: ['values', by, ...names],
        };
    }
}
/** A ConfigMap does not say which charts take it. */
function chartWords({ kind }, chart) {
    if (chart !== undefined)
        return `the chart ${chart} from outside this repository`;
    return kind === 'ConfigMap' ? 'a chart that was not rendered' : 'a chart from outside this repository';
}
/** `others` deliver the same version of the same, too: one release that many take is one thing to review. */
function observeDelivery(change, others) {
    const { by, what, address, version, kind, isRelease, like, position, isInside } = change;
    const named = version === undefined ? address : `${address} (${version})`;
    const all = others.length === 0 ? `${by} now delivers` : `${by} and ${others.length.toLocaleString('en')} more now deliver`;
    const outside = isInside === true ? '' : ' from outside this repository';
    const message = what === root/* computedByTemplate */.n5
        ? `${by} has elements that a template computes (elementsYaml)${kind === 'new' ? '' : ', from something else than before'}: which Applications they make was not judged.`
        : what === program
            ? `${by} newly delivers what a program makes: ${named}. What it makes was not judged.`
            : kind === 'new'
                ? `${by} newly delivers ${what} ${named}${outside}${like === undefined ? '' : `, as ${like} does`}: the content was not judged.`
                : `${all} another version of ${what} ${named}${outside}: the content was not judged.`;
    return {
        message,
        remedy: isInside === true
            ? 'Copy whole folders to where they are to each other here, without exclude or strategy, so that what is delivered is judged.'
            : remedyFor(kind, version, what),
        // Who publishes releases there was accepted when it was first delivered; anything else can be anybody's.
        severity: isRelease ? 'medium' : 'high',
        position,
        ...(others.length === 0 ? {} : { places: others.map((other) => other.position) }),
        subject: [...[change, ...others].map((each) => each.by.replace(/ \([^()]*\)/, '')).sort(), address, version ?? ''],
    };
}
function remedyFor(kind, version, what) {
    if (what === root/* computedByTemplate */.n5)
        return 'State the elements in place, or compare what the template makes of both.';
    if (what === program)
        return 'Commit what the program makes, so that it can be judged, or review the program.';
    if (kind === 'version')
        return 'Compare the two versions (`helm template`, `kustomize build`) before you accept this one.';
    const pin = version === undefined ? ', pin it to a version or digest,' : '';
    return `Review what it delivers${pin} or copy it into the repository, so that it is judged like the rest.`;
}
function identityName({ kind, namespace, name }) {
    return `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`;
}

// EXTERNAL MODULE: external "node:path/posix"
var posix_ = __webpack_require__(53916);
// EXTERNAL MODULE: ./build/clipped.js
var clipped = __webpack_require__(49879);
// EXTERNAL MODULE: ./build/kube/computed-source.js
var computed_source = __webpack_require__(18575);
// EXTERNAL MODULE: ./build/kube/kustomization.js
var kustomization = __webpack_require__(41113);
// EXTERNAL MODULE: ./build/kube/read-file.js
var read_file = __webpack_require__(3121);
// EXTERNAL MODULE: ./build/render/model/paths.js
var paths = __webpack_require__(89567);
// EXTERNAL MODULE: ./build/render/result/unrendered-fix.js
var unrendered_fix = __webpack_require__(86443);
;// CONCATENATED MODULE: ./build/rules/input/unreadable-manifest/not-rendered.js

/** Roots beyond these are counted, not named. */
const not_rendered_mostNamed = 20;
/** Roots that were not rendered, or not whole, though what changed can reach permissions; one observation for one place, whatever roots it is in. */
function* notRenderedRoots({ notRendered, unread }) {
    const byPlace = new Map();
    for (const each of notRendered) {
        const key = JSON.stringify([each.position.file, each.position.line, each.by, each.isVersion, each.isInstalled]);
        const group = byPlace.get(key);
        if (group === undefined)
            byPlace.set(key, [each]);
        else
            group.push(each);
    }
    for (const group of byPlace.values())
        yield observeGroup(group);
    for (const { root, scope, detail, position } of unread) {
        yield {
            message: `A part of what ${root} gives could not be read and was not judged: ${detail}.`,
            remedy: 'Make it smaller or simpler, or raise the limit in .gitops-gate/policy.yaml.',
            position,
            scope,
            subject: ['not-rendered', 'unread', root],
        };
    }
}
function observeGroup(group) {
    const [first, ...others] = group;
    const { root, reason, by, isVersion, isInstalled, isBroken, position, places, scope } = first;
    const more = others.length === 0 ? '' : ` and ${others.length} more ${others.length === 1 ? 'root' : 'roots'}`;
    const named = others.slice(0, not_rendered_mostNamed).map((other) => `also ${other.root}: ${other.reason ?? outside}`);
    const where = reason === undefined
        ? `what ${root}${more} takes from outside this repository`
        : `${root}${more}, which was not rendered (${reason})`;
    const remedy = reason === undefined
        ? 'Copy what it patches into the repository, so that both are judged together.'
        : sentence((0,unrendered_fix/* unrenderedFix */.s)(reason, needsOf(group)));
    const rest = { remedy, position, places, scope, ...(named.length === 0 ? {} : { details: named }) };
    const roots = group.map((each) => each.root).sort();
    if (isBroken) {
        const [was, gives] = others.length === 0 ? ['was', 'it gives'] : ['were', 'they give'];
        return {
            ...rest,
            message: `${root}${more} ${was} rendered as before the change, but not with it (${reason}): whether what ${gives} now protects less or permits more is not known.`,
            remedy: `${rest.remedy} Where nobody can render it, nobody can deliver it either: fix it in this change.`,
            subject: ['not-rendered', 'broken', ...roots],
        };
    }
    if (isInstalled) {
        return {
            ...rest,
            message: `${by[0]?.toUpperCase()}${by.slice(1)} can give something else where ${root}${more} is installed than where it is only rendered (.Release, .Capabilities, lookup): what it gives there to workloads, permissions or namespaces was not judged.`,
            remedy: 'Say it in the template that uses it, where every branch is judged, or let a value decide, which is known here.',
            subject: ['not-rendered', 'installed', by, ...roots],
        };
    }
    if (isVersion) {
        return {
            ...rest,
            message: `Another version or plain value is given to ${where}: by the text of its templates it changes neither permissions nor accounts, but what it gives was not judged.`,
            severity: 'low',
            subject: ['not-rendered', 'version', ...roots],
        };
    }
    return {
        ...rest,
        message: `${by[0]?.toUpperCase()}${by.slice(1)} can change permissions or the account of a workload in ${where}: what it gives was not judged.`,
        subject: ['not-rendered', by, ...roots],
    };
}
const outside = 'what it patches is outside this repository';
/** What the roots of a group need, and no more. */
function needsOf(group) {
    return { kustomize: group.some(({ needs }) => needs.kustomize), helm: group.some(({ needs }) => needs.helm) };
}
function sentence(words) {
    return `${words[0]?.toUpperCase()}${words.slice(1)}.`;
}

;// CONCATENATED MODULE: ./build/audit/judge/mentions.js
/** What texts have that say what is logged, watched or sent, all of a line together: words that other configurations have as well come in pairs. */
const signs = [
    [/audit\.k8s\.io|audit[-_](?:policy[-_]file|log[-_]|webhook[-_])/],
    [/^[ \t]*- ["']?rule["']?:/m, /^[ \t]*["']?(?:condition|priority|override|enabled)["']?:/m],
    [/falco/i, /^[ \t]*(?:rules_files?|(?:stdout|http|program)_output|load_plugins):/m],
    [/^[ \t]*(?:- )?["']?alert["']?[ \t]*:/m, /^[ \t]*(?:- )?["']?expr["']?[ \t]*:/m],
    [/^[ \t]*["']?receivers["']?[ \t]*:/m, /^[ \t]*["']?route["']?[ \t]*:/m],
    [/^[ \t]*["']?sinks["']?[ \t]*:/m, /^[ \t]*["']?sources["']?[ \t]*:/m],
    [/^[ \t]*["']?clients["']?[ \t]*:/m, /^[ \t]*["']?scrape_configs["']?[ \t]*:/m],
    [/^[ \t]*["']?pipeline["']?[ \t]*:/m, /^[ \t]*["']?(?:inputs|filters|outputs)["']?[ \t]*:/m],
];
/** Whether a text, which may be no object, may say what is logged, watched or sent. */
function mayBeWatching(text) {
    return signs.some((all) => all.every((sign) => sign.test(text)));
}

// EXTERNAL MODULE: ./build/kube/identity/identity-key.js
var identity_key = __webpack_require__(33079);
// EXTERNAL MODULE: ./build/kube/rbac-kinds.js
var rbac_kinds = __webpack_require__(84160);
// EXTERNAL MODULE: ./build/rbac/judge/sentence.js
var judge_sentence = __webpack_require__(88420);
// EXTERNAL MODULE: ./build/render/judge/lost-roots.js
var lost_roots = __webpack_require__(5719);
// EXTERNAL MODULE: ./build/yaml/parse-yaml.js + 5 modules
var parse_yaml = __webpack_require__(9580);
;// CONCATENATED MODULE: ./build/rules/input/unreadable-manifest/texts-before.js






/** Fields inside fields that texts are looked for in: `data` of a ConfigMap. */
const deepest = 3;
/**
 * Texts under a key that says that they are YAML (`policy.yaml`), which could not be read in the base and can be in the head, or are gone with a
 * head that has the object still.
 */
function brokenTexts({ before, after }, limits) {
    if (before === undefined || after === undefined)
        return [];
    const now = new Map(after.resources.map((each) => [(0,identity_key/* identityKey */.U)(each), each]));
    return before.resources.flatMap((was) => {
        const is = now.get((0,identity_key/* identityKey */.U)(was));
        return is === undefined || is.value === was.value ? [] : textsIn({ was, is, limits }, was.value, is.value, []);
    });
}
function textsIn(pair, old, now, path) {
    const { was, is, limits } = pair;
    if (!(0,plain_values/* isMapping */.pi)(old) || path.length >= deepest)
        return [];
    const other = (0,plain_values/* isMapping */.pi)(now) ? now : {};
    return Object.entries(old).flatMap(([key, value]) => {
        const inner = [...path, key];
        if (typeof value !== 'string')
            return textsIn(pair, value, other[key], inner);
        const text = other[key];
        if (text === value || !(0,read_file/* hasManifestExtension */.L8)(key) || !((0,read_file/* mayHoldObject */.WA)(value) || mayBeWatching(value)))
            return [];
        const [part] = unreadIn(value, limits);
        // What cannot be read now either is not lost by this change.
        if (part === undefined || (typeof text === 'string' && unreadIn(text, limits).length > 0))
            return [];
        const { reason, line, detail } = part;
        return [
            {
                text: value,
                why: [`line ${line} of ${key} in the base: ${detail}`],
                reasons: [reason, key],
                called: `${key} in ${(0,rbac_object/* resourceName */.Iy)(was)}`,
                at: was.at(inner),
                place: is.at(inner),
            },
        ];
    });
}
function unreadIn(text, limits) {
    return (0,parse_yaml/* parseYaml */.h)(Buffer.from(text), limits).unreadable.filter(({ reason }) => reason !== 'ambiguous');
}

;// CONCATENATED MODULE: ./build/rules/input/unreadable-manifest/unread-parts.js
const unreadStructures = new Set(['symlink', 'submodule', 'lfs-pointer', 'binary', 'oversize']);
/** Whether nothing of a side was read. */
function wholeUnread({ structure }) {
    return unreadStructures.has(structure);
}
/** The parts that could not be read of one side, without those that the other one has in the same words. */
function newParts(other, side) {
    if (side.unreadable.length === 0)
        return [];
    const [linesOther, lines] = [other?.text.split('\n') ?? [], side.text.split('\n')];
    const known = new Set((other?.unreadable ?? []).map((part) => identityOf(part, linesOther)));
    return side.unreadable.filter((part) => !known.has(identityOf(part, lines)));
}
/** The same problem in the same text is not new. */
function identityOf(part, lines) {
    return JSON.stringify([part.reason, part.detail, stretchOf(part, lines)]);
}
/** The lines of a part. */
function stretchOf(part, lines) {
    return lines.slice(part.firstLine - 1, part.lastLine).join('\n');
}

;// CONCATENATED MODULE: ./build/rules/input/unreadable-manifest/unread-before.js










/**
 * What could not be read in the base and can be in the head, or is gone: all families compare it with nothing, so that what it protected may be
 * lost without a word. What only grants is judged as new, and that is enough.
 */
function* unreadBefore(touched, rendering, limits) {
    const found = touched.flatMap((file) => {
        // What was rendered is judged as it is delivered, on both sides; what is packed as it is was not read for that.
        if (rendering.covered.has(file.path) && file.generated === undefined)
            return [];
        return [...unreadOf(file), ...brokenTexts(file, limits).map((each) => ({ file, fresh: [], ...each }))];
    });
    for (const group of (0,build_groups/* groupBy */.$z)(found, ({ file }) => file.scope).values()) {
        const told = group.flatMap((each) => unread_before_observe(each) ?? []);
        yield* told.slice(0, mostTold);
        const [first, ...rest] = told.slice(mostTold);
        if (first !== undefined)
            yield { ...first, ...together(first, rest) };
    }
    const files = new Set(found.map(({ file }) => file.path));
    yield* unrenderedBefore(rendering, files);
}
/** Files of a scope that are told one by one. */
const mostTold = 20;
function together(first, rest) {
    if (rest.length === 0)
        return {};
    return {
        message: `${first.position?.file} and ${rest.length.toLocaleString('en')} more files could not be read before the change: ${unknown}.`,
        details: [],
        places: rest.flatMap(({ position }) => position ?? []),
        subject: ['unread-before', 'more', ...[first, ...rest].flatMap(({ subject }) => subject.slice(1))],
    };
}
function unreadOf(file) {
    const { before, after, path } = file;
    // What cannot be read now is reported as that.
    if (before === undefined || (after !== undefined && wholeUnread(after)))
        return [];
    const fresh = freshOf(before, after);
    const start = { file: path, line: 1, column: 1 };
    const place = fresh[0]?.at([]) ?? start;
    if (wholeUnread(before)) {
        const [part] = before.unreadable;
        const matters = after === undefined ? isPlace(file, before) : after.resources.length > 0 || mayBeWatching(after.text);
        if (!matters || part?.reason === 'whole-change')
            return [];
        const why = part === undefined ? [] : [part.detail];
        return [{ file, called: path, text: undefined, why, reasons: [before.structure], at: start, place, fresh }];
    }
    const parts = newParts(after, before).filter(({ reason }) => reason !== 'ambiguous');
    const [first] = parts;
    // Another broken part may be the same one, edited.
    if (first === undefined || (after !== undefined && newParts(before, after).length >= parts.length))
        return [];
    const lines = before.text.split('\n');
    const text = parts.map((part) => stretchOf(part, lines)).join('\n');
    const isObject = before.structure === 'manifest' && (0,read_file/* mayHoldObject */.WA)(text);
    if (!isObject && !mayBeWatching(before.text))
        return [];
    const at = { file: path, line: first.line, column: first.column };
    const why = parts.slice(0, mostWhys).map(({ line, detail }) => `line ${line} of the base: ${detail}`);
    const reasons = [...new Set(parts.map(({ reason }) => reason))].sort();
    return [{ file, called: after === undefined ? path : `A part of ${path}`, text, why, reasons, at, place, fresh }];
}
/** Parts of which it is said why they could not be read. */
const mostWhys = 3;
/** Whether tools may have delivered what could not be read. */
function isPlace({ path }, { structure }) {
    return structure === 'submodule' || (0,read_file/* hasManifestExtension */.L8)(path);
}
function freshOf(before, after) {
    const known = new Set(before.resources.map(identity_key/* identityKey */.U));
    return (after?.resources ?? []).filter((each) => !known.has((0,identity_key/* identityKey */.U)(each)));
}
/** Kinds that grant and run, and keep nothing out: of a new one all that it does is judged. */
const granting = new Set([
    ...rbac_kinds/* rbacKinds */.U,
    'ServiceAccount',
    ...['Pod', 'Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'Job', 'CronJob'],
]);
/** Whether all that was there, and is there, grants and runs only, as far as the text says it: escapes and tags may spell anything. */
function onlyGrants({ text, fresh }) {
    if (text === undefined || /\\|!!|\*/.test(text))
        return false;
    const kinds = [...text.matchAll(/(?:^|[\s{,"'])kind["']?\s*:\s*["']?([\w{$]+)/g)].map(([, kind = '']) => kind);
    return kinds.length > 0 && [...kinds, ...fresh.map(({ kind }) => kind)].every((kind) => granting.has(kind));
}
const unknown = 'what they protected then is not known, so that nothing says whether they protect less now';
function unread_before_observe(unread) {
    const { file, called, why, reasons, at, place, fresh } = unread;
    const { path, after, scope } = file;
    const isHarmless = onlyGrants(unread);
    // That less is granted is no loss.
    if (isHarmless && fresh.length === 0)
        return undefined;
    const asNew = `${(0,judge_sentence/* enumerate */.HL)(fresh.map(rbac_object/* resourceName */.Iy))} ${fresh.length === 1 ? 'is' : 'are'} judged as if new`;
    const what = isHarmless
        ? asNew
        : `${asNew}, and whether ${fresh.length === 1 ? 'it protects less than it did' : 'they protect less than they did'} is not known`;
    const message = after === undefined
        ? `${called} is gone, and could not be read before the change: what it protected is not known.`
        : `${called} could not be read before the change: ${fresh.length === 0 ? 'what it protected then is not known, and it may be less now' : what}.`;
    const severity = isHarmless ? 'low' : 'medium';
    return {
        message,
        remedy: `Compare it with what was there before (\`git log -p -- ${path}\`), have that reviewed, and accept it (\`gitops-gate ignore\`).`,
        details: why,
        severity,
        position: place,
        removedAt: at,
        scope,
        // Another content is another decision: what of it is weaker nobody can say.
        subject: ['unread-before', ...reasons, after?.id ?? 'gone'],
    };
}
/** Roots that are rendered now and were not before: their objects are compared with what plain files show of them, or with nothing. */
function* unrenderedBefore({ roots }, told) {
    for (const { id, scope, file, before, after } of roots) {
        if (before === undefined || after === undefined || after.reason !== undefined)
            continue;
        const [part] = before.unreadable;
        const why = before.reason ?? part?.detail;
        if (why === undefined || after.unreadable.length > 0)
            continue;
        if ([...before.files].some((each) => told.has(each)))
            continue;
        yield {
            message: `What ${id} gave before the change could not be ${before.reason === undefined ? 'read' : 'rendered'}: what it protected then is not known, and it may be less now.`,
            remedy: 'Compare it with the last commit at which it could be (`gitops-gate check --base COMMIT`), have that reviewed, and accept it (`gitops-gate ignore`).',
            details: [why],
            // Whoever broke it first would have what it protected taken out in a second step.
            severity: before.reason !== undefined && after.objects.some(lost_roots/* mayMatter */.d) ? 'high' : 'medium',
            position: { file, line: 1, column: 1 },
            scope,
            subject: ['unread-before', 'root', id],
        };
    }
}

;// CONCATENATED MODULE: ./build/rules/input/unreadable-manifest.js










/** Finds what a change puts where manifests are and that could not be read, so that nothing in it was judged. */
const unreadableManifest = {
    id: 'unreadable-manifest',
    category: 'input',
    severity: 'high',
    summary: 'A manifest, or a part of one, that could not be read and so was not judged.',
    *check({ change, delivery, policy }) {
        const { built, packed } = namedFiles(change.touched);
        // Binary content belongs into ConfigMaps and Secrets; what is over the limit was not even looked at.
        const isNamed = ({ path, generated }, { structure }) => built.has(path) || (structure === 'oversize' && (generated !== undefined || packed.has(path)));
        const leadsToManifests = manifestFinder(change.after);
        const leftOut = [];
        for (const file of change.touched) {
            if (file.after === undefined)
                continue;
            // What a tool could build from it was judged in the form that is delivered.
            if (delivery.rendering.covered.has(file.path))
                continue;
            for (const observation of wholeFile(file, file.after, leadsToManifests, isNamed(file, file.after))) {
                const [part] = file.after.unreadable;
                if (part?.reason === 'whole-change')
                    leftOut.push({ file, detail: part.detail });
                else
                    yield observation;
            }
            yield* parts(file, file.after);
            yield* duplicateKeys(file, file.after);
            yield* computedSource(file, delivery.folders);
        }
        yield* ofWholeChange(leftOut);
        yield* notRenderedRoots(delivery);
        yield* unreadBefore(change.touched, delivery.rendering, policy.limits);
    },
};
/**
 * The files that the touched kustomizations of head name: `built` are read as manifests or patches whatever they are called,
 * `packed` become the content of a ConfigMap or Secret.
 */
function namedFiles(touched) {
    const [built, packed] = [new Set(), new Set()];
    for (const { folder, value } of (0,kustomization/* touchedKustomizations */.xB)(touched, 'after')) {
        for (const path of (0,kustomization/* builtPaths */.h8)(value, folder))
            built.add(path);
        for (const { path } of (0,kustomization/* generatedFiles */.Ro)(value, folder))
            packed.add(path);
    }
    return { built, packed };
}
const unreadFiles = {
    symlink: {
        says: 'is a symbolic link, which is never followed: what it points to was not judged as part of this folder',
        remedy: 'Commit the manifest itself, or reference the original from kustomization.yaml.',
    },
    submodule: {
        says: 'is a submodule: what it holds is in another repository and was not judged',
        remedy: 'Review the other repository at this commit, or commit the manifests here.',
    },
    'lfs-pointer': {
        says: 'is a Git LFS pointer: its content is not in the repository and was not judged',
        remedy: 'Take the file out of LFS (`git lfs untrack`, then commit it again); manifests are small text.',
    },
    binary: {
        says: 'holds binary data and was not judged',
        remedy: 'Commit the manifest as UTF-8 text without zero bytes.',
    },
    oversize: {
        says: 'is over the size limit and was not judged',
        remedy: 'Split the file, or raise `limits.bytes` in .gitops-gate/policy.yaml.',
    },
};
function* wholeFile(file, after, leadsToManifests, isNamed) {
    const unread = unreadFiles[after.structure];
    if (unread === undefined)
        return;
    if (!(isNamed || isManifestPlace(file, after.structure) || leadsToManifests(file.path, after)))
        return;
    // What git-crypt encrypts is meant to be unreadable.
    const isGitCrypt = after.structure === 'binary' && after.bytes.subarray(0, 10).equals(gitCrypt);
    const [part] = after.unreadable;
    yield {
        message: `${file.path} ${unread.says}${part === undefined ? '' : ` (${part.detail})`}.`,
        remedy: unread.remedy,
        position: startOf(file),
        scope: file.scope,
        subject: [after.structure],
        ...(isGitCrypt ? { severity: 'medium' } : {}),
    };
}
/** What a bound of the change as a whole leaves out of a scope is one observation, however many files it is. */
function* ofWholeChange(files) {
    for (const group of (0,build_groups/* groupBy */.$z)(files, ({ file, detail }) => `${detail} ${file.scope}`).values()) {
        const [first, ...others] = group;
        if (first === undefined)
            continue;
        const { file, detail } = first;
        const more = others.length === 0 ? ' was' : ` and ${others.length.toLocaleString('en')} more files were`;
        yield {
            message: `${file.path}${more} not judged: ${detail}.`,
            remedy: 'Split the change.',
            position: startOf(file),
            places: others.map((other) => startOf(other.file)),
            scope: file.scope,
            subject: ['whole-change', detail],
        };
    }
}
function startOf({ path }) {
    return { file: path, line: 1, column: 1 };
}
const gitCrypt = Buffer.from('\0GITCRYPT\0', 'latin1');
/** Whether deployers look for manifests there: by its name, or because there was one. A submodule may hold any. */
function isManifestPlace({ path, before }, structure) {
    return structure === 'submodule' || (0,read_file/* hasManifestExtension */.L8)(path) || isManifest(before);
}
/** Says whether a link leads to manifests: to a folder, it puts every manifest of that folder here; kustomize takes it as a base. */
function manifestFinder(tree) {
    let known;
    return (path, { structure, bytes }) => {
        if (structure !== 'symlink')
            return false;
        const written = bytes.toString('utf8');
        const target = (0,posix_.join)((0,posix_.dirname)(path), written);
        if ((0,posix_.isAbsolute)(written) || target === '..' || target.startsWith('../'))
            return true;
        known ??= foldersWithManifests(tree);
        return known.has(target.replace(/\/$/, '')) || (0,read_file/* hasManifestExtension */.L8)(target);
    };
}
/** Every folder with a manifest in or below it; `.` is the root. */
function foldersWithManifests(tree) {
    const folders = new Set();
    for (const path of tree.keys()) {
        if (!(0,read_file/* hasManifestExtension */.L8)(path))
            continue;
        for (let folder = (0,posix_.dirname)(path); !folders.has(folder); folder = (0,posix_.dirname)(folder))
            folders.add(folder);
    }
    return folders;
}
function isManifest(side) {
    return side?.structure === 'manifest' && side.resources.length > 0;
}
const remedies = {
    syntax: 'Fix the YAML; `kubectl annotate --local -f FILE x=1 -o yaml` shows whether it reads.',
    encoding: 'Save the file as UTF-8.',
    bytes: 'Split the file, or raise `limits.bytes` in .gitops-gate/policy.yaml.',
    documents: 'Split the file, or raise `limits.documents` in .gitops-gate/policy.yaml.',
    depth: 'Nest it less deeply, or raise `limits.depth` in .gitops-gate/policy.yaml.',
    aliases: 'Write the values out, or raise `limits.aliases` or `limits.expandedNodes` in .gitops-gate/policy.yaml.',
    'whole-change': 'Split the change.',
    ambiguous: 'Put the merge key first in its mapping, and only one, so that every tool reads the same.',
};
function* parts(file, after) {
    const counts = after.structure === 'manifest' || (after.structure === 'text' && isManifest(file.before));
    if (!counts)
        return;
    const lines = after.text.split('\n');
    const fresh = newParts(file.before, after);
    for (const part of fresh.slice(0, partsShown))
        yield partly(file, part, lines);
    const [next] = fresh.slice(partsShown);
    if (next === undefined)
        return;
    yield {
        message: `${fresh.length - partsShown} more parts of ${file.path} could not be read and were not judged.`,
        remedy: 'Fix the parts named above first.',
        position: { file: file.path, line: next.line, column: next.column },
        scope: file.scope,
        subject: ['more'],
    };
}
/** A file of many broken documents is one problem, not thousands. */
const partsShown = 20;
function partly(file, part, lines) {
    const message = part.reason === 'ambiguous'
        ? `Tools do not agree on what this part of ${file.path} says: ${part.detail}.`
        : `This part of ${file.path} could not be read and was not judged: ${part.detail}.`;
    return {
        message,
        remedy: unreadable_manifest_remedyFor(part, lines),
        position: { file: file.path, line: part.line, column: part.column },
        scope: file.scope,
        subject: [part.reason],
    };
}
/** What tools compute where they deliver a folder; what comes of it is not known here. */
function* computedSource(file, folders) {
    const { path, scope, isNextToManifests } = file;
    if (!(0,computed_source/* isComputedSource */.$)(path) || !(isNextToManifests || folders.some((folder) => (0,paths/* isWithin */.U)(path, folder))))
        return;
    yield {
        message: `${path} is a program that makes manifests where it is delivered: what it makes was not judged.`,
        remedy: 'Commit what it makes, or keep it outside the folders that are delivered.',
        position: { file: path, line: 1, column: 1 },
        scope,
        subject: ['computed'],
    };
}
function unreadable_manifest_remedyFor(part, lines) {
    if (part.reason === 'syntax' && stretchOf(part, lines).includes('{{')) {
        return 'Commit the rendered manifest; `{{ }}` is read only in `templates/` below a Chart.yaml.';
    }
    return remedies[part.reason];
}
/** kubectl takes the last of two equal keys, a reader sees the first: worth a word, not a block. */
function* duplicateKeys(file, after) {
    // Both branches of a template's condition are there; only one is deployed.
    if (after.structure === 'template')
        return;
    const known = new Set(duplicatesOf(file.before).map(({ path }) => pointer(path)));
    for (const { path, position } of duplicatesOf(after)) {
        const field = pointer(path);
        if (known.has(field))
            continue;
        known.add(field);
        yield {
            message: `The key ${field} occurs twice; the last one counts.`,
            remedy: 'Keep one of them: a reader may take the first for what is deployed.',
            severity: 'low',
            position: { ...position, file: file.path },
            scope: file.scope,
            subject: ['duplicate-key', field],
        };
    }
}
function duplicatesOf(side) {
    const documents = new Set(side?.resources.map((resource) => resource.document));
    return [...documents].flatMap((document) => document.duplicateKeys.map(({ path, place }) => ({ path, position: place })));
}
/** Keys and indices; a key can hold anything but is a name, not a value. */
function pointer(path) {
    const text = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('');
    return (0,clipped/* clipped */.c)(text, 120);
}

;// CONCATENATED MODULE: ./build/rules/network/namespace-unfenced.js


/** A new namespace without anything that limits its pods. */
const namespaceUnfenced = {
    id: 'namespace-unfenced',
    category: 'network',
    severity: 'low',
    summary: 'A namespace is new, without any network policy, quota, and label of Pod Security.',
    check: ({ network, change }) => joinCopies([...network].flatMap(([scope, { bare }]) => bare.map((each) => namespace_unfenced_observe(scope, each))), change.touched),
};
function namespace_unfenced_observe(scope, { name, resource }) {
    return {
        message: `Namespace ${name} is new, and has no network policy, no quota and no label of Pod Security.`,
        remedy: 'Add the two manifests, and the labels to the Namespace that is there; widen them by what its pods need (`gitops-gate explain namespace-unfenced` has all of it).',
        details: [
            'The labels: `pod-security.kubernetes.io/enforce: baseline`, `pod-security.kubernetes.io/warn: restricted`.',
            'A quota of `requests.cpu` and `requests.memory` refuses pods that state no requests: add a LimitRange with defaults, or leave these two lines out.',
        ],
        example: fencesOf(name),
        references: ['CIS 5.3.2', 'CIS 5.2.1', 'NSA/CISA network separation'],
        position: resource.at(['metadata', 'name']),
        scope,
        object: (0,wording/* identity */.D_)(resource),
        subject: ['new'],
    };
}
/** What keeps others out of a namespace, and its pods from taking all of a node. */
function fencesOf(name) {
    return `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: default-deny
  namespace: ${name}
spec:
  podSelector: {}
  policyTypes: [Ingress]
---
apiVersion: v1
kind: ResourceQuota
metadata:
  name: quota
  namespace: ${name}
spec:
  hard:
    requests.cpu: "4"
    requests.memory: 8Gi
    pods: "50"`;
}

// EXTERNAL MODULE: ./build/network/model/network-policy.js
var network_policy = __webpack_require__(52548);
// EXTERNAL MODULE: ./build/network/model/ports.js
var model_ports = __webpack_require__(43467);
;// CONCATENATED MODULE: ./build/rules/network/network-widened.js








/** Traffic is allowed, or comes in from outside, that was not before. */
const networkWidened = {
    id: 'network-widened',
    category: 'network',
    severity: 'high',
    summary: 'Pods or Services can be reached, or can reach, what they could not before.',
    check: ({ network, change }) => joinCopies([...network]
        .flatMap(([scope, { policies, exposures, others }]) => [
        ...observeLoosened(new Map([[scope, others]]), references),
        ...withoutTwins(policies.widenings).flatMap((each) => observeWidening(scope, each) ?? []),
        ...policies.tooLarge.map((policy) => observeTooLarge(scope, policy)),
        ...exposures.flatMap((each) => observeExposures(scope, each)),
    ])
        .map(orAccepted), change.touched),
};
const references = ['CIS 5.3.2', 'NSA/CISA network separation'];
function observeWidening(scope, widening) {
    const severity = severityOf(widening);
    if (severity === undefined)
        return undefined;
    const { policy, direction, kind, gains, pods, isBoth } = widening;
    const places = placesOf(widening);
    return {
        message: messageOf(widening),
        remedy: remedyOf(widening),
        details: [
            ...gains.slice(1, mostGains).map((gain) => `also ${trafficOf(gain, direction)}`),
            ...(gains.length > mostGains ? [`and ${gains.length - mostGains} more`] : []),
            ...(pods.length === 0 || kind === 'relabelled' ? [] : [`of ${(0,judge_sentence/* enumerate */.HL)(podTexts(widening))}`]),
        ],
        references,
        severity,
        ...places,
        scope,
        object: (0,wording/* identity */.D_)(kind === 'relabelled' ? (pods[0]?.resource ?? policy.resource) : policy.resource),
        subject: [
            kind,
            ...(kind === 'relabelled' ? [policy.resource.name] : []),
            isBoth ? 'both' : direction,
            ...(kind === 'released' ? releasedKeys(widening) : gains.map(gainKey).sort()),
            ...(kind === 'allows' ? selectorKeys(widening) : []),
        ],
    };
}
/** Pods by their names; those of other scopes with their file, for they are not next to the policy that is gone. */
function podTexts({ pods, isElsewhere }) {
    const once = [...new Map(pods.map((pod) => [pod.name, pod])).values()];
    return once.map((pod, index) => isElsewhere && index < mostGains ? `${pod.name} in ${pod.position.file}` : pod.name);
}
/** Whom a policy no longer isolates, as far as its name does not say it: whom it still does, and what others did. */
function releasedKeys({ now, others }) {
    const left = now === undefined ? [] : [(0,network_policy/* selectorText */.nM)(now.podSelector), ...Object.keys(now.rules).sort()];
    return [...left, ...[...others].sort()];
}
/** The pods that a policy is for, where it was for others. */
function selectorKeys({ policy, former }) {
    const selector = (0,network_policy/* selectorText */.nM)(policy.podSelector);
    return former !== undefined && (0,network_policy/* selectorText */.nM)(former.podSelector) === selector ? [] : [selector];
}
const mostGains = 6;
/** A policy that releases its pods in both directions is one finding. */
function withoutTwins(widenings) {
    const released = new Map();
    for (const { kind, policy } of widenings) {
        if (kind === 'released')
            released.set(policy, (released.get(policy) ?? 0) + 1);
    }
    return widenings.flatMap((each) => {
        if (each.kind !== 'released' || released.get(each.policy) === 1)
            return [each];
        return each.direction === 'egress' ? [] : [{ ...each, isBoth: true }];
    });
}
/** The port and labels by which CoreDNS and kube-dns are found in every cluster (kubernetes, cluster/addons/dns). */
const dns = { port: 53, namespace: 'kube-system', key: 'k8s-app', value: 'kube-dns' };
/** Whether traffic goes to the cluster's own DNS alone, which pods ask for every name: whoever may ask it may also send out by it what names hold. */
function isDns({ peer, ports }) {
    if (peer.kind !== 'pods' || ports === undefined)
        return false;
    const isThere = peer.namespaces.some(({ key, operator, values }) => key === network_policy/* namespaceNameLabel */.zS &&
        operator === 'In' &&
        values.length > 0 &&
        values.every((each) => each === dns.namespace));
    const isServer = peer.pods.length === 0 ||
        peer.pods.some(({ key, operator, values }) => key === dns.key && operator === 'In' && values.length > 0 && values.every((each) => each === dns.value));
    const isAsked = ports.every((each) => 'first' in each && each.first === dns.port && each.last === dns.port && /^(?:TCP|UDP)$/.test(each.protocol));
    return isThere && isServer && isAsked;
}
/** Undefined where it is ordinary: a new policy for new pods that lets nobody in from just anywhere. */
function severityOf({ kind, policy, gains: all, isOfNewPods, direction }) {
    const gains = direction === 'egress' ? all.filter((each) => !isDns(each)) : all;
    if (all.length > 0 && gains.length === 0)
        return isOfNewPods ? undefined : 'low';
    if (isOfNewPods)
        return gains.some(({ peer }) => peer.kind === 'any') ? 'medium' : undefined;
    if (kind === 'released' || gains.length === 0)
        return 'high';
    return gains.every(({ peer }) => isLocal(peer, policy)) ? 'medium' : 'high';
}
function isLocal(peer, { namespace }) {
    if (peer.kind !== 'pods')
        return false;
    return peer.namespaces.some(({ key, operator, values }) => key === network_policy/* namespaceNameLabel */.zS && operator === 'In' && values.every((each) => each === namespace));
}
const verbs = { ingress: 'be reached from', egress: 'reach' };
function messageOf({ kind, policy, now, direction, gains, pods, isBoth }) {
    const name = (0,rbac_object/* resourceName */.Iy)(policy.resource);
    const what = selectedPods(policy);
    const everything = isBoth ? `${freely.ingress}, and ${freely.egress}` : freely[direction];
    const traffic = gains[0] === undefined ? everything : trafficOf(gains[0], direction);
    if (kind === 'allows')
        return `${name} newly lets ${what} ${traffic}.`;
    if (kind === 'relabelled')
        return `${(0,judge_sentence/* enumerate */.HL)(pods.map((pod) => pod.name))} changes its labels, and can now ${traffic}.`;
    const end = now === undefined ? 'is gone' : 'no longer isolates them';
    return `${capital(what)} can now ${traffic}: ${name} ${end}.`;
}
const freely = { ingress: 'be reached from anywhere', egress: 'reach anything' };
function trafficOf({ peer, ports }, direction) {
    const on = ports === undefined ? '' : ` on ${(0,model_ports/* describePorts */.QP)(ports)}`;
    if (peer.kind === 'any')
        return `${freely[direction]}${on}`;
    return `${verbs[direction]} ${peer.text}${on}`;
}
function selectedPods({ podSelector, resource: { namespace } }) {
    const who = podSelector.length === 0 ? 'all pods' : `pods with ${(0,network_policy/* selectorText */.nM)(podSelector)}`;
    return namespace === undefined ? who : `${who} of namespace ${namespace}`;
}
function capital(text) {
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
function remedyOf({ kind, policy, now, direction, isBoth }) {
    if (kind === 'allows') {
        return direction === 'ingress'
            ? 'Name under from only the pods and networks that need it, and under ports only those they use.'
            : 'Name under to only what these pods have to reach, and under ports only those it serves.';
    }
    if (kind === 'relabelled')
        return `Keep the labels by which policies select the pods, or select the new ones as well.`;
    const kept = now === undefined ? (0,rbac_object/* resourceName */.Iy)(policy.resource) : 'its podSelector and policyTypes';
    return `Keep ${kept}, or have another policy select these pods for ${isBoth ? 'both directions' : direction}.`;
}
function placesOf({ kind, policy, now, gains, pods, }) {
    if (kind === 'relabelled')
        return placed(pods.map(({ position }) => position));
    if (kind === 'allows')
        return placed(gains.map(({ peer, policy: { resource } }) => resource.at(peer.path)));
    if (now === undefined)
        return { position: policy.resource.at([]), removedAt: policy.resource.at([]) };
    const field = now.rules.ingress === undefined || now.rules.egress === undefined ? 'policyTypes' : 'podSelector';
    return { position: now.resource.at(['spec', field]), removedAt: policy.resource.at(['spec', field]) };
}
function placed([position, ...places]) {
    if (position === undefined)
        return {};
    const others = places.filter(({ line }) => line !== position.line);
    return { position, ...(others.length === 0 ? {} : { places: others.slice(0, mostGains) }) };
}
function gainKey({ peer, ports }) {
    return `${(0,network_policy/* peerCode */.wN)(peer)} ${(0,model_ports/* portsCode */.oA)(ports)}`;
}
/** What is named as narrowly as it can be is newly allowed all the same. */
function orAccepted(observation) {
    return { ...observation, remedy: `${observation.remedy} ${network_widened_accepting}` };
}
const network_widened_accepting = 'If it is meant, have it reviewed and accept it (`gitops-gate ignore`).';
function observeTooLarge(scope, { resource }) {
    const { value } = resource;
    return {
        message: `What ${(0,rbac_object/* resourceName */.Iy)(resource)} allows is too large to compare with what was allowed before.`,
        remedy: 'Use fewer ports and selectors in one namespace’s policies, or several smaller changes.',
        severity: 'high',
        position: resource.at([]),
        scope,
        object: (0,wording/* identity */.D_)(resource),
        subject: ['too large', (0,plain_values/* json */.Pq)(value.spec)],
    };
}
function observeExposures(scope, { resource, former, exposures }) {
    return exposures.map(({ what, remedy, severity, path, lostAt, subject }) => ({
        message: `${(0,rbac_object/* resourceName */.Iy)(resource)} ${what}.`,
        remedy,
        references: ['NSA/CISA network separation'],
        severity,
        position: resource.at(path),
        ...(lostAt === undefined || former === undefined ? {} : { removedAt: former.at(lostAt) }),
        scope,
        object: (0,wording/* identity */.D_)(resource),
        subject,
    }));
}

// EXTERNAL MODULE: ./build/rbac/model/placement.js
var model_placement = __webpack_require__(67424);
// EXTERNAL MODULE: ./build/rbac/model/subject.js
var subject = __webpack_require__(84963);
;// CONCATENATED MODULE: ./build/rules/rbac/raised-constraints.js




/** Constraints on pods that newly allow more, at the fields that say so. */
function observeRaised(scope, { resource, powers, users, severity }) {
    const [first, ...rest] = powers;
    const whats = powers.map(({ what }) => what);
    const places = new Set(users.map(({ placement }) => placement));
    const [only] = places;
    const where = places.size === 1 ? ` ${(0,model_placement/* placementName */.vE)(only)}` : '';
    const who = users.length === 0
        ? 'which nothing here lets anyone use by name'
        : `which ${(0,wording/* subjectList */.BV)(users.map(({ subject }) => subject))} may use${where}`;
    return {
        message: `${(0,rbac_object/* resourceName */.Iy)(resource)}, ${who}, newly lets pods ${(0,judge_sentence/* enumerate */.HL)(whats)}.`,
        remedy: 'Give the pods that need it constraints of their own, and let only their ServiceAccount use them.',
        severity,
        position: resource.at(first.path),
        places: rest.map(({ path }) => resource.at(path)),
        scope,
        object: (0,wording/* identity */.D_)(resource),
        gainers: users.map(({ subject }) => subject.key),
        subject: [
            'constraints',
            ...powers.map(({ code }) => code).sort(),
            ...users.map(({ subject }) => (0,wording/* withoutDirectory */.q5)(subject.key)).sort(),
        ],
    };
}

;// CONCATENATED MODULE: ./build/rules/rbac/unjudged-grants.js



/** Something an object newly grants that could not be compared. */
function observeUnjudged(scope, { what, code, severity, fix, resource, path }) {
    return {
        message: `${(0,rbac_object/* resourceName */.Iy)(resource)} newly ${what}; what that grants was not judged.`,
        remedy: fix ?? 'Write the roles and bindings out as objects of their own, so that their permissions can be compared.',
        severity,
        position: resource.at(path),
        scope,
        object: (0,wording/* identity */.D_)(resource),
        subject: ['unjudged', ...code],
    };
}
/** People who newly are in a group whose permissions the repository does not show. */
function observeUnbound(scope, { of, members: [first, ...rest] }) {
    const members = [first, ...rest];
    const subjects = members.map(({ member }) => member);
    const { resource } = first;
    return {
        message: `${(0,rbac_object/* resourceName */.Iy)(resource)} newly makes ${(0,wording/* subjectList */.BV)(subjects)} a member of ${(0,subject/* subjectName */.wn)(of)}, which nothing here binds: what they gain was not judged.`,
        remedy: `Add the bindings of ${(0,subject/* subjectName */.wn)(of)} to the repository, so that what its members may do can be compared.`,
        severity: 'medium',
        position: resource.at(first.path),
        places: rest.map(({ path }) => resource.at(path)),
        scope,
        object: (0,wording/* identity */.D_)(resource),
        gainers: subjects.map(({ key }) => key),
        subject: ['members', of.key, ...subjects.map(({ key }) => key).sort()],
    };
}

;// CONCATENATED MODULE: ./build/rules/rbac/rbac-widened.js




/** Somebody can do more after the change than before. Gains of everyone are `rbac-broad-subject`'s. */
const rbacWidened = {
    id: 'rbac-widened',
    category: 'rbac',
    severity: 'high',
    summary: 'A user, group or ServiceAccount can do more than before.',
    check: ({ rbac, delivery, change }) => joinCopies(observations(rbac, delivery), change.touched),
};
function* observations(rbac, { openValues }) {
    for (const [scope, { widenings, unbound, unjudged, tooLarge }] of rbac.changes) {
        for (const widening of widenings)
            if (!widening.isForEveryone)
                yield rbac_widened_observe(scope, widening);
        for (const members of unbound)
            yield observeUnbound(scope, members);
        for (const grant of unjudged)
            yield observeUnjudged(scope, grant);
        if (tooLarge !== undefined)
            yield notJudged(scope, tooLarge);
    }
    yield* rbac.patches.map(observePatch);
    yield* rbac.labels.map(observeLabel);
    yield* openValues.map(observeOpenValue);
}
/** What depends on a value that nothing sets is decided where the chart is installed. */
function observeOpenValue({ scope, name, position }) {
    return {
        message: `What this chart grants depends on ${name}, which it does not set: whoever installs it decides, and may grant anything.`,
        remedy: `Write what is granted into the template, or give ${name.slice('.Values.'.length)} a default in values.yaml.`,
        severity: 'medium',
        position,
        scope,
        subject: ['open-value', position.file, name],
    };
}
/** A label that is given to roles from elsewhere. */
function observeLabel({ scope, label, name, position }) {
    return {
        message: `The label ${label} is newly given to roles that are not written here: which ones, and what that grants, was not judged.`,
        remedy: 'Write the label at the role itself, so that its permissions can be compared.',
        severity: 'high',
        position,
        scope,
        subject: ['label', position.file, label, name],
    };
}
/** What a patch makes of a role or binding is known only when it is built. */
function observePatch({ scope, op, pointer, position }) {
    return {
        message: `A JSON patch changes ${(0,clipped/* clipped */.c)(pointer, 120)} of a role or binding (${op}); what that grants was not judged.`,
        remedy: 'Write the role or binding out in its own manifest, so that its permissions can be compared.',
        severity: 'high',
        position,
        scope,
        subject: ['json-patch', position.file, op, pointer],
    };
}
/** A widening as an observation. */
function rbac_widened_observe(scope, widening) {
    const { resource, paths, cause, gained } = widening;
    const [position, ...places] = paths.map((path) => resource.at(path));
    return {
        message: (0,wording/* wideningMessage */.JT)(widening),
        remedy: (0,wording/* wideningRemedy */.gt)(widening),
        details: (0,wording/* wideningDetails */.A_)(widening),
        references: rbac_widened_references(widening),
        severity: widening.severity,
        ...(position === undefined ? {} : { position }),
        places,
        scope,
        object: (0,wording/* identity */.D_)(resource),
        gainers: [...new Set(gained.flatMap(({ subjects }) => subjects.map(({ key }) => key)))],
        subject: [cause.kind, ...(0,wording/* gainedKeys */.hP)(gained)],
    };
}
/** Fails closed: what was not judged counts as the worst. */
function notJudged(scope, tooLarge) {
    const { resource, digest } = tooLarge;
    return {
        message: (0,wording/* tooLargeMessage */.pb)(tooLarge),
        remedy: 'Split the change, or name fewer subjects and rules in it (bind a group, join rules).',
        severity: 'critical',
        scope,
        ...(resource === undefined ? {} : { object: (0,wording/* identity */.D_)(resource), position: resource.at([]) }),
        subject: ['too large', digest],
    };
}
const byNumber = new Intl.Collator('en', { numeric: true });
/** The benchmark's numbers, those of what was gained and the one about default ServiceAccounts. */
function rbac_widened_references({ gained }) {
    const isDefaultAccount = gained.some(({ subjects }) => subjects.some(({ kind, name }) => kind === 'ServiceAccount' && name === 'default'));
    const all = gained.flatMap(({ judgement }) => judgement.references);
    const numbers = new Set(isDefaultAccount ? [...all, 'CIS 5.1.5'] : all);
    return [...numbers].sort(byNumber.compare);
}

;// CONCATENATED MODULE: ./build/rules/rbac/rbac-broad-subject.js







/** Everyone gains something beyond discovery, or a binding names the group that bypasses RBAC. */
const rbacBroadSubject = {
    id: 'rbac-broad-subject',
    category: 'rbac',
    severity: 'critical',
    summary: 'Everyone, even unauthenticated, or system:masters is granted something.',
    check: ({ rbac, change }) => joinCopies(rbac_broad_subject_observations(rbac), change.touched),
};
function* rbac_broad_subject_observations(rbac) {
    for (const [scope, { widenings, unknownRoles, raised, masters }] of rbac.changes) {
        for (const widening of widenings)
            if (widening.isForEveryone)
                yield rbac_widened_observe(scope, widening);
        for (const unknown of unknownRoles) {
            if (unknown.subjects.some(({ key }) => subject/* everyone */.sz.has(key)))
                yield unknownForEveryone(scope, unknown);
        }
        for (const each of raised)
            if (each.isForEveryone)
                yield observeRaised(scope, each);
        for (const each of masters)
            yield mastersBound(scope, each);
    }
}
function unknownForEveryone(scope, unknown) {
    const { binding, resource, paths, subjects, placement } = unknown;
    const role = (0,rbac_object/* roleName */.S3)(binding.role);
    const [position, ...places] = paths.map((path) => resource.at(path));
    return {
        message: `${(0,rbac_object/* objectName */.Hd)(binding)} newly binds ${(0,wording/* subjectList */.BV)(subjects)} ${(0,model_placement/* placementName */.vE)(placement)} to ${role}, which is not in the repository: what everyone gains cannot be judged.`,
        remedy: `Bind a group of your own instead of everyone, and add ${role} to the repository.`,
        scope,
        object: (0,wording/* identity */.D_)(resource),
        gainers: subjects.map(({ key }) => key),
        ...(position === undefined ? {} : { position }),
        places,
        subject: [role, ...subjects.map(({ key }) => key).sort()],
    };
}
function mastersBound(scope, { object, member, resource, path }) {
    return {
        message: member === undefined
            ? `${object} newly binds Group system:masters, which bypasses RBAC and cannot be restricted or revoked.`
            : `${object} newly makes ${(0,subject/* subjectName */.wn)(member)} one of Group system:masters, which bypasses RBAC and cannot be restricted or revoked.`,
        remedy: 'Use a group of your own and bind it; keep system:masters for breaking glass.',
        references: ['CIS 5.1.7'],
        position: resource.at(path),
        scope,
        object: (0,wording/* identity */.D_)(resource),
        subject: member === undefined ? ['system:masters'] : ['system:masters', member.key],
    };
}

// EXTERNAL MODULE: ./build/rbac/read/complete-fragments.js
var complete_fragments = __webpack_require__(50987);
;// CONCATENATED MODULE: ./build/rules/rbac/rbac-unknown-role.js







/** A subject is newly bound to a role of which nothing is known, so that what it gains cannot be bounded. */
const rbacUnknownRole = {
    id: 'rbac-unknown-role',
    category: 'rbac',
    severity: 'high',
    summary: 'A subject is bound to a role that is not in the repository.',
    check: ({ rbac, change }) => joinCopies(rbac_unknown_role_observations(rbac), change.touched),
};
function* rbac_unknown_role_observations(rbac) {
    for (const [scope, { unknownRoles }] of rbac.changes) {
        for (const unknown of unknownRoles) {
            const { binding, resource, paths, subjects, placement } = unknown;
            if (subjects.some(({ key }) => subject/* everyone */.sz.has(key)))
                continue;
            const role = (0,rbac_object/* roleName */.S3)(binding.role);
            const [position, ...places] = paths.map((path) => resource.at(path));
            yield {
                message: `${(0,rbac_object/* objectName */.Hd)(binding)} newly binds ${(0,wording/* subjectList */.BV)(subjects)} ${(0,model_placement/* placementName */.vE)(placement)} to ${unknownRole(unknown)}${whatItAllows(unknown)}.`,
                ...(unknown.published === undefined ? {} : { severity: unknown.published.worst?.severity ?? 'low' }),
                remedy: (0,complete_fragments/* isUnnamed */.Vn)(binding) ? nameTheRole : rbac_unknown_role_remedyFor(role),
                details: detailsOf(unknown),
                scope,
                object: (0,wording/* identity */.D_)(resource),
                gainers: subjects.map(({ key }) => key),
                ...(position === undefined ? {} : { position }),
                places,
                subject: [role, ...subjects.map(({ key }) => (0,wording/* withoutDirectory */.q5)(key)).sort()],
            };
        }
    }
}
const nameTheRole = 'Write the roleRef of the binding that this patches into the patch as well.';
/** The role as far as it is known, and why it is not. */
function unknownRole({ binding, isFar }) {
    if ((0,complete_fragments/* isUnnamed */.Vn)(binding))
        return 'a role that neither this patch nor one binding of that name states';
    const role = (0,rbac_object/* roleName */.S3)(binding.role);
    return `${role}, which ${isFar ? 'only another environment has in the repository' : 'is not in the repository'}`;
}
/** That nothing bounds what the role allows; or what does, where a product publishes it. */
function whatItAllows({ published }) {
    if (published === undefined)
        return ': what it allows cannot be judged';
    const { product, worst } = published;
    const what = worst === undefined ? 'allows nothing there' : `lets them ${(0,judge_sentence/* describe */.q0)(worst.part)}`;
    const more = published.permissions.length > 1 ? ', and more' : '';
    return `; as ${product} makes it, it ${what}${more}`;
}
/** Everything that a published role allows, and that the cluster's may be another. */
function detailsOf({ binding, published }) {
    if (published === undefined)
        return [];
    const why = published.worst?.reason;
    return [
        ...(why === undefined ? [] : [`which lets them ${why}`]),
        ...(0,judge_sentence/* compact */.oE)(published.permissions).map((permission) => `allowed: ${(0,judge_sentence/* describe */.q0)(permission)}`),
        `what the cluster has may be of another version: kubectl get clusterrole ${binding.role.name} -o yaml`,
    ];
}
/** What makes the role known; nobody can add a role of AWS's, or one whose name is still to be filled in. */
function rbac_unknown_role_remedyFor(role) {
    if (role.startsWith('AccessPolicy ')) {
        return 'Give the identity kubernetesGroups instead, and bind them to roles of the repository: what this access policy allows is not known.';
    }
    if (/\$\{|\{\{/.test(role))
        return 'Write the role’s name out, so that its rules can be compared.';
    return `Add ${role} to the repository, or declare its rules under rbac.roles in .gitops-gate/policy.yaml.`;
}

// EXTERNAL MODULE: ./build/rules/repository/gate-changed.js + 6 modules
var gate_changed = __webpack_require__(28735);
// EXTERNAL MODULE: ./build/severity.js
var severity = __webpack_require__(15989);
;// CONCATENATED MODULE: ./build/rules/repository/hidden-from-diff.js

/** What a change keeps from the eyes of who reviews it: by attributes of git, or by characters that are not seen. */
const hiddenFromDiff = {
    id: 'hidden-from-diff',
    category: 'repository',
    severity: 'high',
    summary: 'A change to manifests that a diff does not show: by .gitattributes, or by characters nobody sees.',
    *check({ hidden: { manifests, characters } }) {
        for (const paths of byLine(manifests.paths))
            yield paths[0]?.isNewFile ? ofNewFiles(paths) : byAttributes(paths);
        for (const { file, why } of manifests.unknown) {
            yield {
                message: `What ${file} hides from a diff is not known: ${why}.`,
                remedy: 'Make it smaller: attributes of a repository are a few lines.',
                position: { file, line: 1, column: 1 },
                subject: ['unread', file],
            };
        }
        for (const found of characters)
            yield byCharacters(found);
    },
};
/** Paths by the line that hides them. */
function byLine(paths) {
    const lines = new Map();
    for (const one of paths) {
        const key = JSON.stringify([one.source.file, one.source.line, one.isNewFile]);
        const group = lines.get(key) ?? [];
        lines.set(key, group);
        group.push(one);
    }
    return [...lines.values()];
}
function byAttributes(paths) {
    const [first] = paths;
    if (first === undefined)
        throw new Error('a line that hides nothing is not observed');
    const { file, line } = first.source;
    const names = [...new Set(paths.map(({ path }) => path))];
    const attributes = [...new Set(paths.map(({ attribute }) => attribute))];
    const effects = [...new Set(paths.map(({ effect }) => effect))];
    const others = names.length > 1 ? ` and ${names.length > 4 ? 'more' : `${names.length - 1} more`}` : '';
    return {
        message: `${file} hides manifests (${names[0]}${others}) by ${attributes.join(' ')}: ${effects.join(', and ')}.`,
        remedy: `Remove the ${attributes.length > 1 ? 'attributes' : 'attribute'} from manifests, so that reviewers see what changes in them.`,
        ...(names.length > 1 ? { details: names } : {}),
        severity: paths.map(({ severity }) => severity).reduce(severity/* worse */.JJ),
        position: { file, line, column: 1 },
        subject: ['attributes', file, ...attributes],
    };
}
/** New manifests where the base hides what is there: the line is not new, and so the finding is at the first of the files. */
function ofNewFiles(paths) {
    const [first] = paths;
    if (first === undefined)
        throw new Error('a line that hides nothing is not observed');
    const { file, line } = first.source;
    const names = [...new Set(paths.map(({ path }) => path))];
    const attributes = [...new Set(paths.map(({ attribute }) => attribute))];
    const others = names.length > 1 ? `, with ${names.length > 4 ? 'more' : `${names.length - 1} more`},` : '';
    return {
        message: `${first.path} is a new manifest${others} that a reviewer of the diff does not see: line ${line} of ${file} says ${attributes.join(' ')} of it.`,
        remedy: `Review the file itself; where people write such files, take ${attributes.join(' ')} away from them in ${file}.`,
        ...(names.length > 1 ? { details: names } : {}),
        severity: paths.map(({ severity }) => severity).reduce(severity/* worse */.JJ),
        position: { file: first.path, line: 1, column: 1 },
        subject: ['new file', file, ...attributes, ...names],
    };
}
/** What the characters of a kind do, behind "which". */
const effects = {
    reordered: 'show a line in another order than it is read in',
    'line-break': 'are line breaks that a diff does not show: what looks like one line is several',
    control: 'a terminal obeys instead of showing them',
    smuggled: 'carry text that nothing shows',
    invisible: 'make a name another than it looks like',
};
/** Characters written out in one message. */
const hidden_from_diff_mostNamed = 5;
function byCharacters({ kind, file, scope, isName, found }) {
    const counts = new Map();
    for (const { code } of found)
        counts.set(code, (counts.get(code) ?? 0) + 1);
    const codes = [...counts].map(([code, count]) => `${written(code)}${count > 1 ? ` × ${count}` : ''}`);
    const more = codes.length > hidden_from_diff_mostNamed ? ` and ${codes.length - hidden_from_diff_mostNamed} more` : '';
    const [first, ...rest] = found.map(({ position }) => position);
    return {
        message: `${isName ? `The name of ${file}` : file} holds characters (${codes.slice(0, hidden_from_diff_mostNamed).join(', ')}${more}) which ${effects[kind]}.`,
        remedy: isName
            ? 'Rename the file without them.'
            : 'Remove them; where a value needs them, write it in double quotes with escapes ("\\u200b"), which a reviewer sees.',
        ...(first === undefined ? {} : { position: first }),
        ...(rest.length > 0 && !isName ? { places: rest.slice(0, 20) } : {}),
        scope,
        subject: ['characters', kind, ...(isName ? ['name'] : []), ...codes],
    };
}
function written(code) {
    return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

;// CONCATENATED MODULE: ./build/rules/repository/posture-observations.js
const posture_observations_references = ['OWASP CICD-SEC-1', 'NIST 800-53 CM-3'];
/** What one rule says of how the repository is set up on its forge; nothing where nobody asked the forge. */
function* postureObservations({ posture }, rule) {
    for (const check of posture?.checks ?? []) {
        if (check.state !== 'does-not-hold')
            continue;
        for (const { rule: own, subject = [], position, places, ...rest } of check.findings) {
            if (own !== rule)
                continue;
            yield {
                ...rest,
                references: posture_observations_references,
                ...(position === undefined ? {} : { position }),
                ...(places === undefined ? {} : { places }),
                subject: ['posture', check.id, ...(check.branch === undefined ? [] : [check.branch]), ...subject],
            };
        }
    }
}

;// CONCATENATED MODULE: ./build/rules/repository/public-repository.js

/** Finds a repository that everybody can read, and what is missing of what guards secrets in it; only a run that reads the forge's settings looks for it. */
const publicRepository = {
    id: 'public-repository',
    category: 'repository',
    severity: 'low',
    summary: 'A repository that everybody can read; high where plaintext secrets are in it.',
    check: (evidence) => postureObservations(evidence, 'public-repository'),
};

;// CONCATENATED MODULE: ./build/rules/repository/review-not-required.js

/** Finds what lets a change be merged without the review it needs; only a run that reads the forge's settings looks for it. */
const reviewNotRequired = {
    id: 'review-not-required',
    category: 'repository',
    severity: 'high',
    summary: 'A delivered branch that takes changes without a request, without enough approvals, without code owners, or after more was pushed.',
    check: (evidence) => postureObservations(evidence, 'review-not-required'),
};

// EXTERNAL MODULE: ./build/policy/trusted-folder.js
var trusted_folder = __webpack_require__(66965);
// EXTERNAL MODULE: ./build/rules/repository/gate-changed/pipelines.js + 4 modules
var gate_changed_pipelines = __webpack_require__(96825);
// EXTERNAL MODULE: ./build/policy/defaults.js
var defaults = __webpack_require__(56221);
// EXTERNAL MODULE: ./build/posture/model/control-files.js
var control_files = __webpack_require__(64482);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/posture/model/yaml-object.js
var yaml_object = __webpack_require__(62376);
;// CONCATENATED MODULE: ./build/rules/repository/review-weakened/renovate.js



/** Where Renovate reads its configuration of a repository, and what people call presets and files that it extends. */
const configuration = /(?:^|\/)(?:\.?renovate[\w.-]{0,60}|renovate\/[^/]+)(?:\.json[5c]?|\.[cm]?[jt]s)$|(?:^|\/)\.?renovaterc$/i;
/** Whether a file may be Renovate's configuration: one of its own, or `package.json`, which may hold it. */
function isRenovate(path) {
    return configuration.test(path) || isPackage(path);
}
const isPackage = (path) => /(?:^|\/)package\.json$/.test(path);
/** Everywhere that a configuration has updates merged by themselves; of what is not JSON, every line that says so. */
function automerges(path, text) {
    const plain = plainJson(text);
    const source = /\.[cm]?[jt]s$/.test(path) ? undefined : (0,yaml_object/* readYamlObject */.pC)(Buffer.from(plain));
    if (source === undefined)
        return isPackage(path) ? [] : byText(plain);
    const root = isPackage(path) ? (0,plain_values/* mapping */.pq)(source.value.renovate) : source.value;
    const start = isPackage(path) ? ['renovate'] : [];
    return [...within(root, start, '')].map(({ at, ...each }) => ({ ...each, line: source.document.at(at).line }));
}
/** Presets of Renovate's own, and those of others that are called so: `:automergeMinor`, `github>acme/presets:automerge`. */
const preset = /automerge(?!disabled)/i;
/** Presets that come with Renovate (docs.renovatebot.com, "Presets"), of which those above merge. */
const ownPreset = /^(?:[a-z][a-zA-Z]{1,30})?:(?!\/\/)/;
function* within(value, path, outer) {
    // What it is for, and not what else is set there.
    const matched = Object.fromEntries(Object.entries(value).filter(([key]) => /^(?:match|exclude)/.test(key)));
    const own = digest([outer, matched]);
    const key = (what) => JSON.stringify([own, what]);
    for (const [name, each] of Object.entries(value)) {
        const at = [...path, name];
        if (name === 'automerge' && each === true)
            yield { at, key: key('automerge') };
        else if (name === 'extends') {
            for (const [index, of] of (0,plain_values/* list */.p_)(each).entries())
                yield* extended((0,plain_values/* scalarText */.ws)(of), [...at, index], key);
        }
        else if ((0,plain_values/* isMapping */.pi)(each))
            yield* within(each, at, digest([outer, name]));
        else if (Array.isArray(each)) {
            const inside = digest([outer, name]);
            for (const [index, item] of each.entries())
                if ((0,plain_values/* isMapping */.pi)(item))
                    yield* within(item, [...at, index], inside);
        }
    }
}
/** Of one length, so that the keys of many items do not each repeat what is around them. */
function digest(value) {
    return (0,external_node_crypto_.createHash)('sha256').update((0,plain_values/* canonical */.$N)(value)).digest('base64');
}
function* extended(name, at, key) {
    if (preset.test(name))
        yield { at, key: key(name) };
    // Another version of a preset is an update like others.
    else if (name !== '' && !ownPreset.test(name))
        yield { at, key: `extends ${name.replace(/#.*/s, '')}`, unread: name };
}
/** A spelling of it, counted: the nth of a text is the nth of another. */
function byText(text) {
    const found = [];
    const sign = /["']?automerge["']?\s{0,99}:\s{0,99}(?:true\b|!0)|["'][\w>/:.-]{0,200}:automerge(?!disabled)\w{0,40}["']/gi;
    let [line, from] = [1, 0];
    for (let match = sign.exec(text); match !== null; match = sign.exec(text)) {
        for (let at = text.indexOf('\n', from); at >= 0 && at < match.index; at = text.indexOf('\n', at + 1))
            line++;
        from = match.index;
        found.push({ line, key: `text ${found.length}` });
    }
    return found;
}
/** Strings, comments, and colons; what has no end goes on to that of its line or of the text, so that nothing is read twice. */
const tokens = /("(?:[^"\\\n]|\\[\s\S])*"?|'(?:[^'\\\n]|\\[\s\S])*'?)|(\/\/[^\n]*|\/\*(?:[\s\S]*?\*\/|[\s\S]*$))|(:)(?=\S)/g;
/** JSON5 as far as YAML does not read it: without comments, with a blank behind each colon, and what is written in escapes. Lines stay. */
function plainJson(text) {
    return text
        .replace(tokens, (whole, string, comment) => {
        if (string !== undefined)
            return string;
        return comment === undefined ? `${whole} ` : comment.replace(/[^\n]/g, ' ');
    })
        .replace(/\\u00([2-7][0-9a-f])/gi, (whole, code) => {
        const character = String.fromCharCode(Number.parseInt(code, 16));
        return /[\w:-]/.test(character) ? character : whole;
    });
}

;// CONCATENATED MODULE: ./build/rules/repository/review-weakened/automerge.js






/** Commands that merge or approve: `gh pr merge`, `gh pr review --approve`, `glab mr merge`, the same by the forges' APIs. */
const commands = /\bgh\s{1,9}pr\s{1,9}merge\b(?!\s{1,9}(?:[^\s\-;|&#][^\s;|&#]{0,200}\s{1,9})?--disable-auto\b)|\bgh\s{1,9}pr\s{1,9}review\b[^\n]{0,200}(?:--approve|\s-a)\b|\bglab\s{1,9}mr\s{1,9}(?:merge|accept|approve)\b|enablePullRequestAutoMerge|\bpulls\.(?:merge|createReview)\(|\/(?:pulls|merge_requests)\/[^\s'"]{1,100}\/merge\b|merge_when_pipeline_succeeds/i;
/** Actions that do: `peter-evans/enable-pull-request-automerge`, `fastify/github-action-merge-dependabot`, `hmarr/auto-approve-action`. */
const actions = /\buses["']?\s{0,9}:\s{0,9}["']?[\w.-]{1,100}\/[\w./-]{0,100}(?:auto-?merge|merge-dependabot|auto-?approve|merge-pull-request)/i;
/** Files of services that merge: Mergify, Kodiak, Bulldozer. */
const services = [
    {
        paths: ['.mergify', '.mergify/config', '.github/mergify'].flatMap((path) => [`${path}.yml`, `${path}.yaml`]),
        sign: /(?:^|[\s{,])["']?(?:merge|queue|review)["']?\s{0,9}:/,
    },
    {
        paths: ['.kodiak.toml', '.github/.kodiak.toml'],
        sign: /^\s{0,9}(?:merge\.)?(?:automerge_label|require_automerge_label|automerge_dependencies)\b|^\[merge/,
    },
    { paths: ['.bulldozer.yml', '.bulldozer.yaml'], sign: /(?:^|[\s{,])["']?merge["']?\s{0,9}:/ },
];
/** Updates that are newly merged without a person who approves them. */
function newAutomerge({ path: file, before, after }) {
    if (after === undefined)
        return [];
    const [was, is] = [before?.text, after.text].map((text) => (text === undefined ? [] : mergesIn(file, text)));
    const known = new Map();
    for (const { key } of was ?? [])
        known.set(key, (known.get(key) ?? 0) + 1);
    const found = (is ?? []).filter(({ key }) => {
        const left = known.get(key) ?? 0;
        known.set(key, left - 1);
        return left <= 0;
    });
    const first = found.find(({ unread }) => unread === undefined) ?? found[0];
    if (first === undefined)
        return [];
    return [
        {
            file,
            line: first.line,
            what: first.unread === undefined
                ? 'newly has requests merged by themselves: what an update brings is then delivered unseen'
                : `newly takes settings from ${(0,clipped/* clipped */.c)(first.unread, 100)}, which is not read and may have requests merged by themselves`,
            severity: first.unread === undefined ? 'medium' : 'low',
            code: ['automerge', ...(first.unread === undefined ? [] : ['preset'])],
        },
    ];
}
function mergesIn(file, text) {
    if (isRenovate(file))
        return automerges(file, text);
    const service = services.find(({ paths }) => paths.includes(file));
    if (service !== undefined)
        return linesWith(text, (line) => service.sign.test(line));
    if (!(0,control_files/* isWorkflow */._2)(file) && !(0,control_files/* isLocalAction */._d)(file) && !(0,control_files/* isGitlabPipeline */.Ix)(file))
        return [];
    return mergesInScripts(text);
}
const merges = (line) => commands.test(line) || actions.test(line);
/** Of what is YAML each text as it is read, so that it does not matter how it is written; else the lines of the file. */
function mergesInScripts(text) {
    const { documents, unreadable } = (0,parse_yaml/* parseYaml */.h)(Buffer.from(text), defaults/* defaultPolicy */.G.limits);
    if (unreadable.length > 0 || !documents.every(({ value }) => (0,plain_values/* isMapping */.pi)(value)))
        return linesWith(text, merges);
    return documents.flatMap((document) => {
        const found = [];
        const search = (value, path) => {
            if (Array.isArray(value))
                for (const [index, each] of value.entries())
                    search(each, [...path, index]);
            else if ((0,plain_values/* isMapping */.pi)(value))
                for (const key of Object.keys(value))
                    search(value[key], [...path, key]);
            else if (typeof value === 'string') {
                const isLiteral = document.styleAt(path) === 'literal';
                const first = isLiteral ? document.valueAt(path).line : document.at(path).line;
                for (const { line, key } of linesWith(path.at(-1) === 'uses' ? `uses: ${value}` : value, merges))
                    found.push({ line: isLiteral ? first + line - 1 : first, key });
            }
        };
        search(document.value, []);
        return found;
    });
}
/** Lines by what is written there; those that a backslash ends belong to the next. */
function linesWith(text, test) {
    const found = [];
    let parts = [];
    for (const [index, line] of text.split('\n').entries()) {
        const trimmed = line.trim();
        const goesOn = trimmed.endsWith('\\') && parts.length < mostJoined;
        parts.push(goesOn ? trimmed.slice(0, -1) : trimmed);
        if (goesOn)
            continue;
        const whole = parts.join(' ');
        if (!whole.startsWith('#') && test(whole))
            found.push({ line: index + 2 - parts.length, key: whole.replace(/\s{1,99}/g, ' ') });
        parts = [];
    }
    return found;
}
/** Lines that go on in the next, at most. */
const mostJoined = 50;

// EXTERNAL MODULE: ./build/rules/repository/gate-changed/code-owners.js
var code_owners = __webpack_require__(36204);
// EXTERNAL MODULE: ./build/rules/repository/gate-changed/control-files-of.js
var control_files_of = __webpack_require__(85785);
// EXTERNAL MODULE: ./build/rules/repository/review-weakened/moved-manifests.js
var moved_manifests = __webpack_require__(21211);
;// CONCATENATED MODULE: ./build/rules/repository/review-weakened/owners.js





/** Manifests and what they are made from: whoever changes them changes clusters. */
const delivered = /\.(?:ya?ml|json|tpl|gotmpl|jsonnet|libsonnet|cue|tf|tfvars)$|(?:^|\/)Kustomization$/i;
/** Lines held against paths: matching takes time. */
const mostComparisons = 2_000_000;
/** The manifests that nobody has to review any more, fewer or others, by the CODEOWNERS of each forge; those of the gate are `gate-changed`'s. */
function lostOwners(change, isOfGate) {
    const touched = new Set(change.touched.map(({ path }) => path));
    const moved = (0,moved_manifests/* movedManifests */.O)(change.touched).filter(({ path }) => delivered.test(path) && !isOfGate(path));
    const isOwned = (path) => delivered.test(path) && change.before.has(path) && !isOfGate(path);
    const found = (0,code_owners/* forgesReading */.Ho)(change).flatMap((forge) => {
        const isTouched = control_files/* codeOwnersPaths */.Yl[forge].some((path) => touched.has(path));
        const kept = isTouched ? [...change.after.keys()].filter(isOwned) : [];
        return kept.length + moved.length === 0 ? [] : lostBy(change, forge, kept, moved);
    });
    // A file that both forges read is one file; what comes to the same in both is one loss.
    return [
        ...new Map(found.toReversed().map((each) => [JSON.stringify([each.file, each.what]), each])).values(),
    ].toReversed();
}
function lostBy(change, forge, kept, moved) {
    const { before, after } = change;
    const files = (0,control_files_of/* controlFilesOf */.O)(change);
    const paths = control_files/* codeOwnersPaths */.Yl[forge];
    const [old, now] = [paths.find((path) => before.has(path)), paths.find((path) => after.has(path))];
    if (old === undefined)
        return [];
    const was = files.before.get(old);
    const is = now === undefined ? Buffer.alloc(0) : files.after.get(now);
    const lines = was === undefined || is === undefined ? Number.POSITIVE_INFINITY : (0,code_owners/* linesIn */.hl)(was) + (0,code_owners/* linesIn */.hl)(is);
    if (was === undefined || is === undefined || lines * (kept.length + moved.length) > mostComparisons) {
        return [owners_unknown({ old, now }, change, forge)];
    }
    const sections = [(0,code_owners/* readCodeOwners */.kj)(was, forge), (0,code_owners/* readCodeOwners */.kj)(is, forge)];
    const isSame = was.equals(is) && old === now;
    return [...(isSame ? [] : ofKept(kept, ...sections, { old, now })), ...ofMoved(moved, ...sections)];
}
/** What cannot be compared may name nobody any more. */
function owners_unknown({ old, now }, { touched, after }, forge) {
    const mode = after.get(now ?? '')?.mode ?? '';
    const size = touched.find(({ path }) => path === now)?.after?.size ?? 0;
    const kind = mode === '120000' ? 'symbolic link' : mode === '160000' ? 'submodule' : undefined;
    const what = kind !== undefined
        ? `is a ${kind}, which is not followed: a forge that does not follow it either asks nobody to review manifests`
        : forge === 'github' && size >= code_owners/* githubLoadsBelow */.C_
            ? 'has 3 MB or more: GitHub then loads nothing of it, and nobody has to review manifests'
            : 'is too long to tell which manifests it no longer names reviewers for';
    return {
        file: now ?? old,
        ...(now === undefined ? {} : { line: 1 }),
        what,
        severity: 'high',
        code: ['owners', kind ?? 'too long'],
    };
}
/** One loss for all paths that lose the same owners, or get the same others, or need as many fewer approvals. */
function ofKept(manifests, was, is, places) {
    const groups = new Map();
    for (const path of manifests) {
        const others = ownedBy(is, path);
        for (const [name, before] of ownedBy(was, path)) {
            if (before.owners.length === 0)
                continue;
            const after = others.get(name);
            const owners = after?.owners ?? [];
            const isKept = owners.length > 0 && owners.every((owner) => before.owners.includes(owner));
            const fewer = isKept && after !== undefined && after.approvals < before.approvals ? [after.approvals] : [];
            if (isKept && fewer.length === 0)
                continue;
            (0,build_groups/* addTo */.DN)(groups, JSON.stringify([name, before.owners, owners, ...fewer]), { path, before, after });
        }
    }
    return [...groups].flatMap(([key, lost]) => lossOf(key, lost, places));
}
function lossOf(key, lost, { old, now }) {
    const [first] = lost;
    if (first === undefined)
        return [];
    const { before, after } = first;
    const others = (after?.owners ?? []).filter((owner) => !before.owners.includes(owner));
    const which = lost.length === 1 ? first.path : `${lost.length.toLocaleString('en')} manifests, ${first.path} among them`;
    const former = `(before: ${before.owners.join(' ')})`;
    return [
        {
            file: now ?? old,
            ...(now === undefined ? {} : { line: after?.line ?? 1 }),
            removedAt: { file: old, line: before.line },
            what: after === undefined || after.owners.length === 0
                ? `no longer names who must review ${which} ${former}`
                : others.length > 0
                    ? `newly lets ${others.join(' ')} approve ${which} ${former}`
                    : after.approvals === 0
                        ? `no longer requires ${before.owners.join(' ')} to approve ${which}`
                        : `lowers the approvals of ${before.owners.join(' ')} from ${before.approvals} to ${after.approvals} for ${which}`,
            severity: others.length === 0 || (after?.approvals ?? 0) < before.approvals ? 'high' : 'medium',
            code: ['owners', key],
        },
    ];
}
/** Manifests that were moved away from all owners, one loss for those of the same former owners. */
function ofMoved(moved, was, is) {
    const groups = new Map();
    const ownersOf = (sections, path) => [...ownedBy(sections, path).values()].flatMap(({ owners }) => owners);
    for (const each of moved) {
        const former = ownersOf(was, each.from);
        if (former.length > 0 && ownersOf(is, each.path).length === 0)
            (0,build_groups/* addTo */.DN)(groups, former.join(' '), each);
    }
    return [...groups].flatMap(([former, [first, ...more]]) => {
        if (first === undefined)
            return [];
        const all = more.length === 0 ? '' : `, ${(more.length + 1).toLocaleString('en')} manifests in all`;
        return [
            {
                file: first.path,
                line: 1,
                removedAt: { file: first.from, line: 1 },
                what: `is moved from ${first.from} to where nobody must review it (before: ${former})${all}`,
                severity: 'medium',
                code: ['owners', 'moved', former],
            },
        ];
    });
}
/** The line of each section that holds for a path, by the section's name; of an optional one nobody has to approve. */
function ownedBy(sections, path) {
    return new Map(sections.flatMap((section) => {
        const entry = (0,code_owners/* holdingLine */._N)(section, path);
        if (entry === undefined)
            return [];
        return [[section.name, section.isOptional ? { ...entry, approvals: 0 } : entry]];
    }));
}

;// CONCATENATED MODULE: ./build/rules/repository/review-weakened/access.js


/** Lists of who may do what, and the key that names each. */
const lists = { collaborators: 'username', teams: 'name' };
/** What reads only is not a step; a permission of another name may be any. */
const steps = {
    none: 0,
    pull: 0,
    read: 0,
    triage: 0,
    push: 1,
    write: 1,
    maintain: 2,
    admin: 3,
};
const severities = ['low', 'medium', 'medium', 'high'];
/** Who may write to the repository, or more, than before by its settings file (probot/settings: `collaborators`, `teams`). */
function newAccess(was, is) {
    return Object.entries(lists).flatMap(([key, name]) => {
        const former = new Map(entries(was[key], name).map(({ who, step }) => [who, step]));
        return entries(is?.[key], name).flatMap(({ who, step, permission, index }) => {
            if (step === 0 || step <= (former.get(who) ?? 0))
                return [];
            const what = `gives ${(0,clipped/* clipped */.c)(who, 100)} the permission ${(0,clipped/* clipped */.c)(permission, 40)}`;
            return [{ path: [key, index], what, severity: severities[step] ?? 'high', code: [key, who, permission] }];
        });
    });
}
function entries(value, name) {
    return (0,plain_values/* list */.p_)(value).map((item, index) => {
        const { [name]: who, permission } = (0,plain_values/* mapping */.pq)(item);
        const text = (0,plain_values/* scalarText */.ws)(permission).toLowerCase();
        // GitHub's own default, where none is stated.
        return {
            who: (0,plain_values/* scalarText */.ws)(who).toLowerCase(),
            permission: text || 'push',
            step: text === '' ? 1 : ((0,plain_values/* entryOf */.Ms)(steps, text) ?? 3),
            index,
        };
    });
}

;// CONCATENATED MODULE: ./build/rules/repository/review-weakened/protection.js


/**
 * Settings by their names in GitHub's API (branch protection, rulesets), in probot's settings and in the Terraform providers of
 * GitHub and GitLab.
 */
const protects = new Set(`dismiss_stale_reviews dismiss_stale_reviews_on_push require_code_owner_reviews require_code_owner_review
   require_last_push_approval enforce_admins required_signatures require_signed_commits code_owner_approval_required
   required_conversation_resolution require_conversation_resolution required_review_thread_resolution strict
   strict_required_status_checks_policy restrict_dismissals restricts_pushes blocks_creations lock_branch private
   reset_approvals_on_push disable_overriding_approvers_per_merge_request merge_requests_author_approval_prevented
   merge_requests_disable_committers_approval require_password_to_approve require_reauthentication_to_approve
   applies_to_all_protected_branches only_allow_merge_if_pipeline_succeeds
   only_allow_merge_if_all_discussions_are_resolved reject_unsigned_commits reject_non_dco_commits commit_committer_check
   member_check prevent_secrets non_fast_forward deletion`.split(/\s+/));
const weakens = new Set(`allow_force_pushes allows_force_pushes allow_force_push allow_deletions allows_deletions merge_requests_author_approval
   allow_merge_on_skipped_pipeline selective_code_owner_removals`.split(/\s+/));
const counts = new Set(['required_approving_review_count', 'approvals_required', 'required_approvals']);
/** Lists of what has to pass: fewer weaken. */
const demanded = new Set(['contexts', 'checks', 'required_check', 'required_status_checks']);
/** Lists of who need not keep the rules: more weaken. */
const exempt = /^(?:bypass_.*|.*_bypassers|.*bypass_allowances|push_allowances|push_restrictions|allowed_to_(?:push|merge|unprotect))$/;
/** Which branches are protected: lists, of which less is weaker, and names or patterns. */
const [branches, patterns] = [new Set(['include', 'protected_branch_ids']), new Set(['pattern', 'branch'])];
/** From what protects most to least. */
const words = new Map([
    ['enforcement', ['active', 'evaluate', 'disabled']],
    ['target', ['branch', 'push', 'tag']],
    ['visibility', ['private', 'internal', 'public']],
    ['visibility_level', ['private', 'internal', 'public']],
    ...['push_access_level', 'merge_access_level', 'unprotect_access_level'].map((key) => [key, ['no one', 'admin', 'maintainer', 'developer']]),
]);
/** Blocks that protect by being there. */
const blocks = new Set(`protection required_pull_request_reviews required_status_checks restrictions restrict_pushes branch_protection
   pull_request`.split(/\s+/));
/**
 * What the settings of branches protect less, wherever they are in two values; `path` is where these are, `names` the same with
 * items of lists by their names.
 */
function protectionLosses(before, after, path = [], names = []) {
    if (Array.isArray(before))
        return itemLosses(before, (0,plain_values/* list */.p_)(after), path, names);
    if (!(0,plain_values/* isMapping */.pi)(before))
        return [];
    const now = (0,plain_values/* isMapping */.pi)(after) ? after : {};
    const keys = [...new Set([...Object.keys(before), ...Object.keys(now)])];
    return keys.flatMap((key) => {
        const [at, inside] = [
            [...path, key],
            [...names, key],
        ];
        const own = loss(key, before[key], now[key], names.at(-1));
        return own === undefined
            ? protectionLosses(before[key], now[key], at, inside)
            : [{ path: at, code: inside, ...own }];
    });
}
function loss(key, was, is, parent) {
    const isOff = (value) => value === undefined || /^(?:|false|null)$/.test((0,plain_values/* scalarText */.ws)(value));
    const isOn = (value) => (0,plain_values/* scalarText */.ws)(value) === 'true';
    if (protects.has(key) && !(0,plain_values/* isMapping */.pi)(was) && !Array.isArray(was)) {
        const isLost = !isOff(was) && !isOn(is) && (0,plain_values/* scalarText */.ws)(was) !== (0,plain_values/* scalarText */.ws)(is);
        return isLost ? { what: isOff(is) ? `turns ${key} off` : undecided(key, was), severity: 'high' } : undefined;
    }
    if (weakens.has(key)) {
        const isLost = !isOn(was) && !isOff(is) && (0,plain_values/* scalarText */.ws)(was) !== (0,plain_values/* scalarText */.ws)(is);
        return isLost ? { what: isOn(is) ? `turns ${key} on` : undecided(key, was), severity: 'high' } : undefined;
    }
    if (counts.has(key))
        return lowered(key, was, is);
    if (demanded.has(key) && (0,plain_values/* list */.p_)(was).some(isCheck))
        return fewer(key, (0,plain_values/* list */.p_)(was), (0,plain_values/* list */.p_)(is));
    if (branches.has(key) && (0,plain_values/* list */.p_)(was).length > 0)
        return fewer(key, (0,plain_values/* list */.p_)(was), (0,plain_values/* list */.p_)(is), 'protects');
    if (patterns.has(key) && (0,plain_values/* scalarText */.ws)(was) !== '')
        return other(key, was, is);
    const isPusher = parent === 'restrictions' && ['users', 'teams', 'apps'].includes(key);
    if (exempt.test(key) || key === 'exclude' || isPusher)
        return more(key, was, is);
    const order = words.get(key);
    if (order !== undefined)
        return weaker(key, order, was, is);
    const isThere = (value) => (0,plain_values/* isMapping */.pi)(value) || (0,plain_values/* list */.p_)(value).some(plain_values/* isMapping */.pi);
    const isGone = blocks.has(key) && isThere(was) && !isThere(is);
    return isGone ? { what: `no longer has ${key}`, severity: 'high' } : undefined;
}
/** A check by its name, or as a mapping that names it; not a block of settings. */
function isCheck(value) {
    return typeof value === 'string' || (0,plain_values/* scalarText */.ws)((0,plain_values/* isMapping */.pi)(value) ? value.context : undefined) !== '';
}
/** Terraform decides what an expression is. */
function undecided(key, was) {
    return `lets an expression decide ${key}, which was not compared (before: ${(0,clipped/* clipped */.c)((0,plain_values/* scalarText */.ws)(was) || 'nothing', 60)})`;
}
function lowered(key, was, is) {
    const [old, now] = [was, is].map((value) => Number((0,plain_values/* scalarText */.ws)(value) || 0));
    if (old > now)
        return { what: `lowers ${key} from ${old} to ${now}`, severity: 'high' };
    const isSame = (0,plain_values/* scalarText */.ws)(was) === (0,plain_values/* scalarText */.ws)(is) || (Number.isNaN(old) ? now > 0 : old === 0 || now >= old);
    if (isSame)
        return undefined;
    const what = Number.isNaN(now)
        ? undecided(key, was)
        : `sets ${key} to ${now} (before: ${(0,clipped/* clipped */.c)((0,plain_values/* scalarText */.ws)(was), 60)})`;
    return { what, severity: 'high' };
}
function other(key, was, is) {
    if ((0,plain_values/* scalarText */.ws)(was) === (0,plain_values/* scalarText */.ws)(is))
        return undefined;
    const [old, now] = [was, is].map((value) => (0,clipped/* clipped */.c)((0,plain_values/* scalarText */.ws)(value) || 'nothing', 60));
    return { what: `names other branches by ${key}: ${now} (before: ${old})`, severity: 'high' };
}
function fewer(key, was, is, does = 'demands') {
    // One local may be many of the items: it is written out once.
    const known = new Set([...new Set(is)].map(plain_values/* canonical */.$N));
    const gone = was.filter((each) => !known.has((0,plain_values/* canonical */.$N)(each)));
    return gone.length === 0 ? undefined : { what: `${does} ${gone.length} fewer of ${key}`, severity: 'high' };
}
function more(key, was, is) {
    // What is not a list is an expression: whom it exempts is not known.
    const names = (value) => Array.isArray(value)
        ? [...new Set(value)].map(plain_values/* canonical */.$N)
        : (0,plain_values/* isMapping */.pi)(value)
            ? Object.values(value).flatMap(names)
            : /^(?:|null)$/.test((0,plain_values/* scalarText */.ws)(value))
                ? []
                : [(0,plain_values/* canonical */.$N)(value)];
    const known = new Set(names(was));
    const added = names(is).filter((each) => !known.has(each));
    return added.length === 0 ? undefined : { what: `exempts ${added.length} more by ${key}`, severity: 'high' };
}
function weaker(key, order, was, is) {
    const isAbsent = (value) => value === undefined || value === null;
    // GitLab's default for who may push, merge and unprotect.
    const placeOf = (value) => order.indexOf(isAbsent(value) ? 'maintainer' : (0,plain_values/* scalarText */.ws)(value));
    const [old, now] = [placeOf(was), placeOf(is)];
    // What an expression decided may have been the most: that it is stated now is no less.
    const isWeaker = now > Math.max(old, 0) && (old >= 0 || (0,plain_values/* scalarText */.ws)(was) !== '');
    const isUnknown = old >= 0 && old < order.length - 1 && now < 0;
    if (!isWeaker && !isUnknown)
        return undefined;
    if (isAbsent(is))
        return { what: `no longer sets ${key} (before: ${order[old]})`, severity: 'high' };
    if (!isWeaker)
        return { what: undecided(key, was), severity: 'high' };
    const before = isAbsent(was) ? 'its default' : (0,clipped/* clipped */.c)((0,plain_values/* scalarText */.ws)(was), 60);
    return { what: `sets ${key} to ${order[now]} (before: ${before})`, severity: 'high' };
}
/** Items of a list by their name or pattern, blocks without one by their order; one that is gone takes its protection along. */
function itemLosses(before, after, path, names) {
    const nameOf = (item, index) => ((0,plain_values/* isMapping */.pi)(item) && (0,plain_values/* scalarText */.ws)(item.name ?? item.pattern ?? item.branch ?? item.type)) || String(index);
    const now = new Map(after.map((item, index) => [nameOf(item, index), { item, index }]));
    return before.flatMap((item, index) => {
        if (!(0,plain_values/* isMapping */.pi)(item))
            return [];
        const name = nameOf(item, index);
        const own = now.get(name);
        if (own !== undefined)
            return protectionLosses(item, own.item, [...path, own.index], [...names, name]);
        const isProtecting = typeof item.type === 'string' || protectionLosses(item, {}).length > 0;
        if (!isProtecting)
            return [];
        return [{ path, what: `no longer protects ${name}`, severity: 'high', code: [...names, name, 'gone'] }];
    });
}

;// CONCATENATED MODULE: ./build/rules/repository/review-weakened/terraform.js



/**
 * The resources of a Terraform file as far as they are written out (HCL native syntax, hashicorp/hcl, hclsyntax/spec.md):
 * attributes with a literal or a list of literals, and blocks. Any other expression is its own text. Where files of variables are there
 * (`hasVariables`), the default of one is not known to hold.
 */
function terraformResources(text, hasVariables = false) {
    const tokens = tokensOf(text);
    const found = [];
    const known = Object.create(null);
    for (let at = 0; at < tokens.length; at++) {
        const [word, type, name, open] = tokens.slice(at, at + 4);
        const isLocals = word?.text === 'locals' && type?.text === '{' && !type.isString;
        const isVariable = word?.text === 'variable' && type?.isString === true && name?.text === '{' && !name.isString;
        if (isLocals || isVariable) {
            const body = new Body(tokens, at + (isLocals ? 2 : 3));
            const value = body.read(0);
            const name = `var.${type.text}`;
            if (isVariable)
                known[name] = hasVariables ? `${name}, ${(0,plain_values/* json */.Pq)(value.default) ?? 'nothing'} by default` : value.default;
            else
                for (const [key, each] of Object.entries(value))
                    known[`local.${key}`] = each;
            at = body.at;
            continue;
        }
        if (word?.text !== 'resource' || word.isString || open?.text !== '{' || !type?.isString || !name?.isString)
            continue;
        const body = new Body(tokens, at + 4);
        found.push({ type: type.text, name: name.text, value: body.read(0), line: word.line });
        at = body.at;
    }
    return found.map((each) => ({ ...each, value: (0,plain_values/* mapping */.pq)(resolved(each.value, known)) }));
}
/** With what the same file says of `local.name`, or as the default of `var.name`, in its place. */
function resolved(value, known) {
    if (Array.isArray(value))
        return value.map((each) => resolved(each, known));
    if ((0,plain_values/* isMapping */.pi)(value))
        return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, resolved(each, known)]));
    return (typeof value === 'string' ? known[value] : undefined) ?? value;
}
/** The resources of a file in Terraform's JSON syntax: `resource`, by type and name, also in lists of blocks. */
function jsonResources(bytes) {
    const source = (0,yaml_object/* readYamlObject */.pC)(bytes);
    if (source === undefined)
        return [];
    const blocks = (value, path) => Array.isArray(value)
        ? value.flatMap((each, index) => blocks(each, [...path, index]))
        : (0,plain_values/* isMapping */.pi)(value)
            ? [{ value, path }]
            : [];
    const below = ({ value, path }) => Object.entries(value).flatMap(([name, each]) => blocks(each, [...path, name]).map((block) => ({ ...block, name })));
    return blocks(source.value.resource, ['resource'])
        .flatMap(below)
        .flatMap((type) => below(type).map(({ value, path, name }) => ({ value, path, name, type: type.name })))
        .map(({ value, path, name, type }) => ({ type, name, value, line: source.document.at(path).line }));
}
const terraform_deepest = 20;
/** The brace that closes a block; in quotes it is a text. */
function isEnd({ text, isString }) {
    return text === '}' && !isString;
}
class Body {
    at;
    #tokens;
    constructor(tokens, at) {
        this.#tokens = tokens;
        this.at = at;
    }
    /** Reads up to the brace that closes the block. */
    read(depth) {
        const value = Object.create(null);
        for (; this.at < this.#tokens.length; this.at++) {
            const token = this.#tokens[this.at];
            if (token === undefined || isEnd(token))
                return value;
            const next = this.#tokens[this.at + 1];
            if (next?.text === '=' && !next.isString) {
                this.at += 2;
                value[token.text] = this.#expression(token.line);
                this.at--;
            }
            else if (depth < terraform_deepest && this.#opensBlock()) {
                const block = this.read(depth + 1);
                const known = value[token.text];
                value[token.text] = [...(Array.isArray(known) ? known : []), block];
            }
        }
        return value;
    }
    /** `name "label" {`: moves behind the brace. */
    #opensBlock() {
        let at = this.at + 1;
        while (this.#tokens[at]?.isString === true)
            at++;
        if (this.#tokens[at]?.text !== '{')
            return false;
        this.at = at + 1;
        return true;
    }
    /** A literal, a list, or the text of anything else up to the end of its line. */
    #expression(line) {
        const first = this.#tokens[this.at];
        if (first?.text === '[' && !first.isString)
            return this.#list();
        const parts = [];
        let depth = 0;
        for (let token = this.#tokens[this.at]; token !== undefined; token = this.#tokens[++this.at]) {
            if (depth === 0 && (token.line !== line || isEnd(token)))
                break;
            if (!token.isString && '([{'.includes(token.text))
                depth++;
            if (!token.isString && ')]}'.includes(token.text))
                depth--;
            if (depth === 0)
                line = token.line;
            parts.push(token.text);
        }
        return parts.join(' ');
    }
    #list() {
        const items = [];
        let depth = 0;
        for (let token = this.#tokens[this.at]; token !== undefined; token = this.#tokens[++this.at]) {
            if (!token.isString && '([{'.includes(token.text))
                depth++;
            else if (!token.isString && ')]}'.includes(token.text))
                depth--;
            else if (token.text !== ',')
                items.push(token.text);
            if (depth === 0) {
                this.at++;
                break;
            }
        }
        return items;
    }
}
/** Blanks and comments, a here-document's head, a string, a word, any other character. */
const pattern = /([^\S\n]+)|(\n)|(#[^\n]*|\/\/[^\n]*)|(\/\*)|<<-?([A-Za-z_]\w{0,60})\n|"((?:[^"\\\n]|\\.)*)"|([\w.-]+)|([\s\S])/gy;
function tokensOf(text) {
    const tokens = [];
    const ends = linesByText(text);
    const next = new RegExp(pattern);
    let line = 1;
    for (let match = next.exec(text); match !== null; match = next.exec(text)) {
        const [, space, lineBreak, comment, open, heredoc, quoted, word, sign] = match;
        if (lineBreak !== undefined)
            line++;
        else if (open !== undefined) {
            const end = text.indexOf('*/', next.lastIndex);
            if (end < 0)
                break;
            line += lineBreaksIn(text, next.lastIndex, end);
            next.lastIndex = end + 2;
        }
        else if (heredoc !== undefined) {
            const start = next.lastIndex;
            const left = ends.get(heredoc) ?? [];
            while ((left.at(-1)?.start ?? start) < start)
                left.pop();
            const end = left.at(-1);
            tokens.push({ text: end === undefined ? '' : text.slice(start, end.start), isString: true, line });
            line += 1 + (end === undefined ? 0 : lineBreaksIn(text, start, end.end));
            next.lastIndex = end?.end ?? start;
        }
        else if (space === undefined && comment === undefined) {
            tokens.push({ text: quoted ?? word ?? sign ?? '', isString: quoted !== undefined, line });
            if (quoted === undefined && word === undefined && sign === undefined)
                break;
        }
    }
    return tokens;
}
/** The lines that hold one word alone, which may end a here-document, by it; the first is the last of its list. */
function linesByText(text) {
    const lines = new Map();
    let start = 0;
    for (const line of text.split('\n')) {
        const word = line.trim();
        if (/^[A-Za-z_]\w{0,60}$/.test(word))
            (0,build_groups/* addTo */.DN)(lines, word, { start, end: start + line.length });
        start += line.length + 1;
    }
    for (const own of lines.values())
        own.reverse();
    return lines;
}
function lineBreaksIn(text, from, to) {
    let count = 0;
    for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1))
        count++;
    return count;
}

;// CONCATENATED MODULE: ./build/rules/repository/review-weakened/settings.js








/** Settings of repositories as files: probot/settings, github/safe-settings. */
const settings = /^\.github\/(?:settings|(?:suborgs|repos)\/[^/]+)\.ya?ml$/;
/** Resources of the providers integrations/github and gitlabhq/gitlab that protect branches by being there. */
const protecting = new Set(`github_branch_protection github_branch_protection_v3 github_repository_ruleset github_organization_ruleset gitlab_branch_protection
   gitlab_project_approval_rule gitlab_project_level_mr_approvals gitlab_project_push_rules`.split(/\s+/));
/** Those that hold such settings among others. */
const holding = new Set(['github_repository', 'gitlab_project']);
const ofRepository = new Set(`visibility visibility_level private only_allow_merge_if_pipeline_succeeds allow_merge_on_skipped_pipeline
   only_allow_merge_if_all_discussions_are_resolved reject_unsigned_commits commit_committer_check prevent_secrets`.split(/\s+/));
/** What the repository's settings, where they are files of it, protect less than before. */
function lostProtection({ touched, before, after }) {
    const terraform = touched.filter(({ path }) => /\.(?:tf|tofu)(?:\.json)?$/.test(path));
    const isOverride = (path) => /(?:^|[/_])override\.(?:tf|tofu)(?:\.json)?$/.test(path);
    const plain = terraform.filter(({ path }) => !isOverride(path));
    const [old, now] = [before, after].map((paths) => reader(terraform.length === 0 ? [] : paths.keys()));
    const resources = new Map(plain.flatMap((file) => now(file.path, file.after).map((each) => [placeOf(each), each])));
    return [
        ...touched.flatMap((file) => (settings.test(file.path) ? ofSettings(file) : [])),
        ...plain.flatMap((file) => ofTerraform(file, old(file.path, file.before), resources)),
        ...terraform
            .filter(({ path }) => isOverride(path))
            .flatMap(({ path, before, after }) => ofOverride(path, old(path, before), now(path, after))),
    ];
}
function ofSettings({ path: file, before, after }) {
    const [was, is] = [before, after].map((side) => (side === undefined ? undefined : (0,yaml_object/* readYamlObject */.pC)(side.bytes)));
    // What holds without such a file is set on the forge; whom a new one lets in is known all the same.
    if (was === undefined && before !== undefined)
        return [];
    if (after !== undefined && is === undefined) {
        const what = 'could not be read any more: what it protects was not compared';
        return [{ file, line: 1, what, severity: 'high', code: ['settings', 'unread'] }];
    }
    const weakened = was === undefined ? [] : [...protectionLosses(was.value, is?.value), ...otherBase(was.value, is?.value)];
    const losses = [...weakened, ...newAccess(was?.value ?? {}, is?.value)];
    return losses.map(({ path, what, severity, code }) => ({
        file,
        ...(is === undefined ? {} : { line: is.document.at(path).line }),
        ...(was === undefined ? {} : { removedAt: { file, line: was.document.at(path).line } }),
        what: `${what}${branchIn(is?.value ?? was?.value ?? {}, path)}`,
        severity,
        code: ['settings', ...code],
    }));
}
/** Settings that come from another file than before, which is in another repository. */
function otherBase(was, is) {
    const [old, now] = [was?._extends ?? '', is?._extends ?? ''];
    if ((0,plain_values/* isSameValue */.am)(old, now))
        return [];
    const what = `takes settings by _extends from ${(0,clipped/* clipped */.c)((0,plain_values/* json */.Pq)(now), 100)}, which was not compared (before: ${(0,clipped/* clipped */.c)((0,plain_values/* json */.Pq)(old), 100)})`;
    return [{ path: is?._extends === undefined ? [] : ['_extends'], what, severity: 'high', code: ['_extends'] }];
}
/** ` for main`, where the path leads through a list of branches; teams have names, too. */
function branchIn(value, path) {
    const [list, index] = path;
    if (list === 'teams')
        return '';
    const items = value[String(list)];
    const item = Array.isArray(items) && typeof index === 'number' ? items[index] : undefined;
    const name = typeof item === 'object' && item !== null ? item.name : undefined;
    return typeof name === 'string' ? ` for ${name}` : '';
}
/** Reads files of one side. Files of variables in a module's folder, or below it, may hold other values than the defaults. */
function reader(paths) {
    const variables = [...paths].filter((path) => /\.tfvars(?:\.json)?$/.test(path));
    return (file, side) => {
        if (side === undefined)
            return [];
        const folder = file.slice(0, file.lastIndexOf('/') + 1);
        const hasVariables = variables.some((path) => path.startsWith(folder));
        const all = file.endsWith('.json') ? jsonResources(side.bytes) : terraformResources(side.text, hasVariables);
        return all.flatMap((each) => (protecting.has(each.type) || holding.has(each.type) ? { ...each, file } : []));
    };
}
function ofTerraform({ path: file, after }, before, resources) {
    return before.flatMap((was) => {
        // It may be in another file of its module now.
        const is = resources.get(placeOf(was));
        const common = { removedAt: { file, line: was.line }, severity: 'high' };
        if (is === undefined || (isNone(is) && !isNone(was))) {
            if (!protecting.has(was.type))
                return [];
            const what = `no longer has ${nameOf(was)}`;
            const line = is?.line ?? (after === undefined ? undefined : 1);
            return [
                {
                    ...common,
                    file: is?.file ?? file,
                    ...(line === undefined ? {} : { line }),
                    what,
                    code: ['terraform', nameOf(was), 'gone'],
                },
            ];
        }
        const undecided = isUndecided(was, is)
            ? [{ what: 'lets an expression decide whether it is there', code: ['count'] }]
            : [];
        const all = [...undecided, ...protectionLosses(was.value, is.value)];
        const losses = protecting.has(was.type) ? all : all.filter(({ code }) => ofRepository.has(code.at(-1) ?? ''));
        if (losses.length === 0)
            return [];
        const what = `${(0,judge_sentence/* enumerate */.HL)(losses.map((each) => each.what))} in ${nameOf(was)}`;
        return [
            {
                ...common,
                file: is.file,
                line: is.line,
                what,
                code: ['terraform', nameOf(was), ...losses.map((each) => each.code.join('.'))],
            },
        ];
    });
}
/** What an override file says holds over other files, which need not be in the change. */
function ofOverride(file, before, after) {
    const known = new Map(before.map((each) => [nameOf(each), each.value]));
    return after.flatMap((each) => {
        if (!protecting.has(each.type) || (0,plain_values/* isSameValue */.am)(known.get(nameOf(each)), each.value))
            return [];
        const what = `newly overrides ${nameOf(each)}, which was not compared with what it says elsewhere`;
        return [{ file, line: each.line, what, severity: 'high', code: ['terraform', nameOf(each), 'override'] }];
    });
}
/** Whether a resource is there no times. */
function isNone({ value }) {
    const { count, for_each: each } = value;
    return (0,plain_values/* scalarText */.ws)(count) === '0' || (Array.isArray(each) && each.length === 0) || none.has((0,plain_values/* scalarText */.ws)(each));
}
/** `{}`, `toset([])`. */
const none = new Set(['{ }', ...['toset', 'tolist', 'tomap'].flatMap((of) => [`${of} ( [ ] )`, `${of} ( { } )`])]);
/** Whether an expression newly decides how many times a resource is there. */
function isUndecided({ value: was }, { value: is }) {
    const [count, each] = [(0,plain_values/* scalarText */.ws)(is.count), (0,plain_values/* scalarText */.ws)(is.for_each)];
    const isOther = (key) => (0,plain_values/* scalarText */.ws)(was[key]) !== (0,plain_values/* scalarText */.ws)(is[key]);
    return ((isOther('count') && !/^(?:[1-9]\d{0,9})?$/.test(count)) ||
        (isOther('for_each') && each !== '' && !each.startsWith('{')));
}
/** The files of one folder are one module, in which a name is one resource. */
function placeOf(resource) {
    return JSON.stringify([(0,posix_.dirname)(resource.file), nameOf(resource)]);
}
function nameOf({ type, name }) {
    return `${type}.${name}`;
}

;// CONCATENATED MODULE: ./build/rules/repository/review-weakened.js





/** Changes that need less review from the merge on: fewer owners, less protected branches, merges without a person. */
const reviewWeakened = {
    id: 'review-weakened',
    category: 'repository',
    severity: 'high',
    summary: 'Manifests lose their code owners, branches their protection, or updates are merged without a person.',
    *check({ change, policy }) {
        // An audit compares with nothing: there is no change to judge.
        if (change.range.kind === 'audit')
            return;
        const pipelines = new Set((0,gate_changed_pipelines/* gatePipelines */.v)(change));
        const losses = [
            ...lostOwners(change, (path) => pipelines.has(path) || (0,trusted_folder/* isInFolder */.Gp)(path, policy.folder)),
            ...lostProtection(change),
            ...change.touched.flatMap(newAutomerge),
        ];
        yield* losses.map(review_weakened_observe);
    },
};
const review_weakened_remedies = {
    owners: 'Keep a line with owners that matches these files after every other that does: the last one that matches holds.',
    settings: 'Keep the setting: from the merge on whoever may push could change what clusters run without a review.',
    terraform: 'Keep the setting: once it is applied whoever may push could change what clusters run without a review.',
    automerge: 'Have updates of what clusters run approved by a person, or limit it to files that are not delivered.',
};
const review_weakened_references = ['OWASP CICD-SEC-1', 'NIST 800-53 CM-3'];
function review_weakened_observe({ file, line, removedAt, what, severity, code }) {
    return {
        message: `${file} ${what}.`,
        remedy: review_weakened_remedies[code[0] ?? ''] ?? '',
        references: review_weakened_references,
        severity,
        ...(line === undefined ? {} : { position: { file, line, column: 1 } }),
        ...(removedAt === undefined || (line !== undefined && code[0] === 'automerge')
            ? {}
            : { removedAt: { ...removedAt, column: 1 } }),
        subject: [file, ...code],
    };
}

;// CONCATENATED MODULE: ./build/rules/repository/unprotected-branch.js

/** Finds what lets a change reach a delivered branch past the gate; only a run that reads the forge's settings looks for it. */
const unprotectedBranch = {
    id: 'unprotected-branch',
    category: 'repository',
    severity: 'high',
    summary: 'A delivered branch that can be pushed to, force-pushed or deleted, that does not require this gate’s check, or that somebody bypasses.',
    check: (evidence) => postureObservations(evidence, 'unprotected-branch'),
};

// EXTERNAL MODULE: ./build/rules/repository/unusual-change.js
var unusual_change = __webpack_require__(13627);
;// CONCATENATED MODULE: ./build/rules/repository/workflow-permissions/steps.js


/** Calls of local actions and workflows that are followed: GitHub has 10 levels of actions, and 50 workflows of one. */
const [steps_deepest, mostCalls, mostCalledSteps] = [10, 500, 5_000];
/** Characters that one call gives. */
const mostGiven = 5_000;
/** All steps that a workflow runs, as far as they are in the repository. */
function stepsOf(workflow, local) {
    const found = [];
    const known = new Set();
    const add = (each, depth) => {
        found.push(each);
        const uses = (0,plain_values/* scalarText */.ws)(each.step.uses);
        if (!uses.startsWith('./'))
            return;
        const inputs = Object.fromEntries(Object.entries((0,plain_values/* mapping */.pq)(each.step.with)).map(byInputName));
        const given = (0,plain_values/* json */.Pq)(inputs).length;
        for (const [name, value] of Object.entries(inputs)) {
            if (given <= mostGiven)
                inputs[name] = withInputs((0,plain_values/* scalarText */.ws)(value), each.inputs);
        }
        const key = (0,plain_values/* json */.Pq)([each.job, uses, each.env, given <= mostGiven ? inputs : '']);
        if (known.has(key))
            return;
        known.add(key);
        if (depth >= steps_deepest || known.size > mostCalls || found.length > mostCalledSteps || given > mostGiven) {
            found.push({ ...each, isCutOff: true });
            return;
        }
        for (const [file, value] of called(uses, local)) {
            const common = { file, inputs: { ...defaultsOf(value), ...inputs }, calledAt: each.calledAt };
            for (const [step, env, path] of steps_within(value)) {
                if (found.length > mostCalledSteps + 1)
                    break;
                add({ ...common, step, env: { ...each.env, ...env }, path, job: each.job }, depth + 1);
            }
        }
    };
    for (const [step, env, path, job] of steps_within(workflow)) {
        add({ step, env, inputs: {}, path, job, calledAt: path }, 0);
    }
    return found;
}
/** `./.github/workflows/a.yml`, or the folder of an action. */
function called(uses, local) {
    const path = (0,posix_.normalize)(uses).replace(/\/$/, '');
    return [path, `${path}/action.yml`, `${path}/action.yaml`].flatMap((file) => {
        const value = local(file);
        return value === undefined ? [] : [[file, value]];
    });
}
/** The steps of a file's jobs, and jobs that are a call; the steps of an action. */
function* steps_within(file) {
    for (const [job, value] of Object.entries((0,plain_values/* mapping */.pq)(file.jobs))) {
        const env = { ...(0,plain_values/* mapping */.pq)(file.env), ...(0,plain_values/* mapping */.pq)((0,plain_values/* mapping */.pq)(value).env) };
        const path = ['jobs', job];
        yield* steps_steps((0,plain_values/* mapping */.pq)(value).steps, env, path, job);
        if ((0,plain_values/* mapping */.pq)(value).uses !== undefined)
            yield [(0,plain_values/* mapping */.pq)(value), env, path, job];
    }
    yield* steps_steps((0,plain_values/* mapping */.pq)(file.runs).steps, {}, ['runs'], '');
}
function* steps_steps(value, env, path, job) {
    for (const [index, each] of (0,plain_values/* list */.p_)(value).entries()) {
        const step = (0,plain_values/* mapping */.pq)(each);
        yield [step, { ...env, ...(0,plain_values/* mapping */.pq)(step.env) }, [...path, 'steps', index], job];
    }
}
function defaultsOf(file) {
    const inputs = Object.entries((0,plain_values/* mapping */.pq)(file.inputs));
    return Object.fromEntries(inputs.map(([name, value]) => byInputName([name, (0,plain_values/* mapping */.pq)(value).default])));
}
/** GitHub compares names of inputs without regard to case. */
function byInputName([name, value]) {
    return [name.toLowerCase(), value];
}
/** With what an action or workflow is called with in place of `inputs.name`, the first time: what is said once is found, and texts do not grow. */
function withInputs(text, inputs) {
    const known = new Set();
    return text.replace(/\$\{\{\s{0,9}inputs\.([\w-]{1,100})\s{0,9}\}\}/gi, (whole, written) => {
        const name = written.toLowerCase();
        if (known.has(name) || !Object.hasOwn(inputs, name))
            return whole;
        known.add(name);
        return (0,plain_values/* scalarText */.ws)(inputs[name]);
    });
}

;// CONCATENATED MODULE: ./build/rules/repository/workflow-permissions/open-code.js



/** Events that people outside cause and that give a token which may write, and secrets (GitHub, "Events that trigger workflows"). */
const open_code_open = ['pull_request_target', 'workflow_run', 'issue_comment', 'issues', 'discussion', 'discussion_comment'];
/** What a request from outside brings: its commit, branch, repository or patch, in an input or a command. */
const headOfRequest = /\bpull_request\.(?:head\.(?:sha|ref|label|repo\.(?:full_name|name|clone_url|git_url|ssh_url|html_url|archive_url|owner\.login))|merge_commit_sha|patch_url|diff_url)|github\.event\.(?:workflow_run\.(?:head_(?:sha|branch|commit|repository)|pull_requests))|github\.head_ref|GITHUB_HEAD_REF|refs\/pull\/|\bpull\/(?:\$\{\{[^}]{0,200}\}\}|[^\s/]{1,100})\/(?:head|merge)\b|\bgh\s{1,9}(?:(?:-R|--repo)[\s=]\S{1,100}\s{1,9})?pr\b[^\n;|&]{0,100}\b(?:checkout|diff)\b/i;
/** What earlier steps and jobs say; it may be the head of a request, where the workflow looks that up. */
const saidBefore = /\$\{\{[^}]{0,500}\b(?:steps|needs|inputs|matrix)\./i;
const looksHeadUp = /\bhead_?(?:sha|ref|oid|branch)\b|\bhead(?:Ref(?:Name|Oid)|Repository)\b|\bhead\.(?:sha|ref|repo)\b|\bpulls\.get\b|\/pulls\/|\bgh\s{1,9}pr\b|pull-request-comment-branch|refs\/pull\//i;
/** Expressions; what is quoted in one may hold braces. */
const expressions = /\$\{\{((?:'[^']*'|(?!\}\})[^'])*)/g;
/** Texts that people outside write (GitHub, "Security hardening", script injections), and whole events, which hold them. */
const open_code_written = /\bgithub(?:\s*(?:[),]|$)|\.(?:\*|head_ref\b|event\s*(?:[),]|$)|event\.(?:\*|(?:issue|pull_request|comment|review|discussion|head_commit|workflow_run)(?:\s*(?:[),]|$)|\.(?:\*|title|body|message|head_branch|head\s*(?:[),]|$)|head\.ref|head\.label|head\.repo\.[\w.]+|author\.(?:name|email))))))/i;
function hasWritten(text) {
    return [...text.matchAll(expressions)].some(([, expression = '']) => open_code_written.test(expression.trim()));
}
const noFiles = { before: () => undefined, after: () => undefined };
/** Whether people outside start a workflow whose token may write. */
function isOpen(workflow) {
    return eventsOf(workflow).some((event) => open_code_open.includes(event));
}
/** What a workflow newly runs that people outside wrote, while its token may write; also by local actions and workflows that it calls. */
function* openCode(before, after, files = noFiles) {
    if (!isOpen(after))
        return;
    const events = eventsOf(after).filter((event) => open_code_open.includes(event));
    const wasOpen = before !== undefined && isOpen(before);
    const known = new Set(wasOpen ? signsIn(before, files.before).flatMap(({ signs }) => signs) : []);
    for (const { step, path, calledAt, file, job, signs } of signsIn(after, files.after)) {
        for (const sign of signs) {
            if (known.has(sign))
                continue;
            const kind = sign.split(' ', 1)[0] ?? '';
            const { what, remedy } = kinds[kind] ?? unread;
            yield {
                path: [...path, step.run === undefined ? 'with' : 'run'],
                ...(file === undefined ? {} : { file, calledAt }),
                what: `newly ${what}, on ${events.join(', ')}, in its job ${job}: whoever opens one runs code with the token and the secrets of the repository`,
                remedy,
                severity: 'high',
                subject: ['open code', kind, job, ...(file === undefined ? [] : [file])],
            };
        }
    }
}
const unread = {
    what: 'calls more local actions and workflows than are read, which may run what a request from outside brings',
    remedy: 'Call fewer, so that what they run can be read.',
};
const kinds = {
    checkout: {
        what: 'checks out what a request from outside brings',
        remedy: 'Check out the base alone, or do this on pull_request, where the token may only read and there are no secrets.',
    },
    text: {
        what: 'puts text that people outside write into a command',
        remedy: 'Give the text to the command by an environment variable, and put that in quotes.',
    },
};
/** The steps of a workflow with what of each runs code or text from outside. */
function signsIn(workflow, local) {
    const steps = stepsOf(workflow, local);
    const isLookedUp = steps.some(({ step }) => looksHeadUp.test(dotted((0,plain_values/* json */.Pq)(step))));
    return steps.map((each) => ({ ...each, signs: each.isCutOff ? ['calls'] : signsOf(each, isLookedUp) }));
}
/** Commands that bring in code: git's with options in between, an archive that is downloaded. */
const fetches = /\bgit\b[^\n;|&]{0,200}\b(?:fetch|checkout|switch|pull|merge|apply|am|clone|reset|worktree|cherry-pick|rebase)\b|\bpatch\s|\bgh\s{1,9}(?:(?:-R|--repo)[\s=]\S{1,100}\s{1,9})?(?:pr\b[^\n;|&]{0,100}\bcheckout|repo\s{1,9}clone)\b|\b(?:curl|wget|gh\s{1,9}api)\b[^\n]{0,300}(?:tarball|zipball|archive|codeload|raw|contents)/i;
/** What of a step runs code or text from outside; equal for equal steps, wherever they are. */
function signsOf({ step, env, inputs: given }, isLookedUp) {
    const read = (value) => spelledOut(withInputs(dotted((0,plain_values/* scalarText */.ws)(value)), given), env);
    const run = read(step.run);
    const inputs = (0,plain_values/* isMapping */.pi)(step.with) ? Object.values(step.with).map(read) : [];
    const uses = (0,plain_values/* scalarText */.ws)(step.uses).toLowerCase();
    // GitHub hands inputs over by their names in capitals.
    const refs = Object.entries((0,plain_values/* mapping */.pq)(step.with)).flatMap(([name, value]) => /^(?:ref|repository|branch)$/i.test(name) ? [read(value)] : []);
    const isCheckout = (isCheckoutAction.test(uses) && inputs.some((each) => headOfRequest.test(each))) ||
        (uses !== '' && refs.some((each) => headOfRequest.test(each) || (isLookedUp && saidBefore.test(each))));
    const fetched = inShell(run, env);
    const isFetched = fetches.test(fetched) &&
        (headOfRequest.test(fetched) || (isLookedUp && /\$\{\{[^}]{0,500}\b(?:steps|needs)\./i.test(fetched)));
    const scripts = Object.entries((0,plain_values/* mapping */.pq)(step.with)).flatMap(([name, value]) => /^script$/i.test(name) ? [read(value)] : []);
    const script = uses.startsWith('actions/github-script@') ? scripts.join('\n') : '';
    const shell = read(step.shell);
    return [
        ...(isCheckout || isFetched ? [`checkout ${uses} ${fetched} ${refs.join(' ')}`] : []),
        ...([run, script, shell].some(hasWritten) ? [`text ${run}${script}${shell}`] : []),
    ];
}
const isCheckoutAction = /checkout|clone/;
/** What counts as written in place of a value that is too long to be put in again: as wide as a value may be. */
const anything = `\${{ github.event.pull_request.head.sha }} \${{ github.event }}`;
/** Looks values of `env` up for a text; all together they make it longer by a bounded factor. */
function valuesFor(text, env) {
    const known = new Map();
    let left = 2_000 + 20 * text.length;
    return (name) => {
        const value = known.get(name) ?? dotted((0,plain_values/* scalarText */.ws)(Object.hasOwn(env, name) ? env[name] : undefined));
        known.set(name, value);
        left -= value.length;
        return left < 0 && value !== '' ? anything : value;
    };
}
/** With `['x']` as `.x`, without line breaks that a shell leaves out, and with what expressions take from `env` in its place. */
function spelledOut(text, env) {
    const lookUp = valuesFor(text, env);
    return dotted(text)
        .replace(/[\\`]\r?\n[ \t]*/g, ' ')
        .replace(/\$\{\{\s{0,9}env\.(\w{1,100})\s{0,9}\}\}/gi, (whole, name) => lookUp(name) || whole)
        .replace(expressions, (whole) => 
    // As a part of an expression it is what is inside its own: `format('{0}', env.X)`.
    whole.replace(/\benv\.(\w{1,100})/gi, (variable, name) => lookUp(name).replace(/\$\{\{|\}\}/g, ' ') || variable));
}
/** With what a shell takes from `env`: it says what is fetched, and is not part of the command. */
function inShell(run, env) {
    const lookUp = valuesFor(run, env);
    return run.replace(/\b(?:git|gh|curl|wget)\b[^\n]{0,300}/g, (line) => line.replace(/\$\{?(\w{1,100})\}?/g, (whole, name) => lookUp(name) || whole));
}
function dotted(text) {
    return text.replace(/\[\s{0,9}(['"])([\w-]{1,100})\1\s{0,9}\]/g, '.$2');
}
/** `on` is the boolean true to a YAML 1.1 reader. */
function eventsOf(workflow) {
    const on = workflow[Object.hasOwn(workflow, 'true') ? 'true' : 'on'];
    return (0,plain_values/* isMapping */.pi)(on) ? Object.keys(on) : (0,yaml_object/* asList */.DD)(on).map(plain_values/* scalarText */.ws);
}

;// CONCATENATED MODULE: ./build/rules/repository/workflow-permissions/token-scopes.js

/** Compares two `permissions` (GitHub's workflow syntax): `read-all`, `write-all`, or each scope with read, write or none. */
function wonScopes(before, after) {
    const none = { scopes: [], isDefault: false };
    // What nothing stated before may have been everything.
    if (before === undefined || before === null)
        return none;
    if (after === undefined || after === null)
        return isAll(before) ? none : { scopes: ['everything'], isDefault: true };
    if (isAll(before))
        return none;
    if (isAll(after))
        return { scopes: ['everything'], isDefault: false };
    const known = new Set(token_scopes_written(before));
    return { scopes: token_scopes_written(after).filter((scope) => !known.has(scope)), isDefault: false };
}
const isAll = (permissions) => (0,plain_values/* scalarText */.ws)(permissions) === 'write-all';
function token_scopes_written(permissions) {
    if (!(0,plain_values/* isMapping */.pi)(permissions))
        return [];
    return Object.entries(permissions).flatMap(([scope, access]) => (access === 'write' ? scope : []));
}

;// CONCATENATED MODULE: ./build/rules/repository/workflow-permissions.js








/**
 * Workflows whose token may newly write, or that newly run what people outside wrote with a token that may; and, where a run reads the
 * forge's settings, what these let workflows do.
 */
const workflowPermissions = {
    id: 'workflow-permissions',
    category: 'repository',
    severity: 'high',
    summary: 'A workflow’s token may write more than before, or it newly runs what a request from outside brings.',
    *check(evidence) {
        yield* postureObservations(evidence, 'workflow-permissions');
        const { change } = evidence;
        // An audit compares with nothing: there is no change to judge.
        if (change.range.kind === 'audit')
            return;
        const workflows = change.touched.filter(({ path }) => (0,control_files/* isWorkflow */._2)(path));
        const gone = workflows.flatMap(({ before, after }) => (after === undefined && before !== undefined ? before : []));
        const byName = firstByName(gone);
        const only = gone.length === 1 ? gone[0] : undefined;
        const sources = sourcesOf(change);
        for (const file of workflows)
            yield* ofWorkflow(file, file.before ?? byName.get(workflow_permissions_nameOf(file.after)) ?? only, sources);
        yield* ofCallers(change, sources);
    },
};
function sourcesOf(change) {
    const files = (0,control_files_of/* controlFilesOf */.O)(change);
    const touched = new Set(change.touched.map(({ path }) => path));
    const reader = (side) => {
        const known = new Map();
        return (path) => {
            if (known.has(path) || !((0,control_files/* isWorkflow */._2)(path) || (0,control_files/* isLocalAction */._d)(path)))
                return known.get(path);
            const bytes = side.get(path);
            const source = bytes && (0,yaml_object/* readYamlObject */.pC)(bytes);
            known.set(path, source);
            return source;
        };
    };
    return { before: reader(files.before), after: reader(files.after), isTouched: (path) => touched.has(path) };
}
/** Workflows that stay as they are, and call a local action or workflow that does not. */
function* ofCallers(change, sources) {
    if (!change.touched.some(({ path }) => (0,control_files/* isLocalAction */._d)(path) || (0,control_files/* isWorkflow */._2)(path)))
        return;
    for (const [path, bytes] of (0,control_files_of/* controlFilesOf */.O)(change).after) {
        if (!(0,control_files/* isWorkflow */._2)(path) || sources.isTouched(path) || !bytes.includes('./'))
            continue;
        const source = sources.after(path);
        if (source !== undefined && isOpen(source.value))
            yield* workflow_permissions_observe(path, source, ofCalls(source.value, source.value, sources), sources);
    }
}
function ofCalls(before, after, sources) {
    return openCode(before, after, {
        before: (path) => sources.before(path)?.value,
        after: (path) => sources.after(path)?.value,
    });
}
/** The workflows that are gone, by name: what a new workflow of the name was in another file; else it is the only one that is gone. */
function firstByName(gone) {
    return new Map(gone.map((side) => [workflow_permissions_nameOf(side), side]).toReversed());
}
const workflow_permissions_nameOf = (side) => (0,plain_values/* scalarText */.ws)(side && (0,yaml_object/* readYamlObject */.pC)(side.bytes)?.value.name);
const workflow_permissions_references = ['OWASP CICD-SEC-5', 'NIST 800-53 AC-6'];
function* ofWorkflow({ path, after }, before, sources) {
    const is = after === undefined ? undefined : (0,yaml_object/* readYamlObject */.pC)(after.bytes);
    if (is === undefined)
        return;
    const was = before === undefined ? undefined : (0,yaml_object/* readYamlObject */.pC)(before.bytes)?.value;
    yield* workflow_permissions_observe(path, is, [...wonTokens(was, is.value), ...ofCalls(was, is.value, sources)], sources);
}
/** A risk is where the change is: in what is called, or where it is called. */
function* workflow_permissions_observe(workflow, { document }, risks, sources) {
    for (const { path, file, calledAt, what, remedy, severity, subject } of risks) {
        const called = file !== undefined && sources.isTouched(file) ? sources.after(file) : undefined;
        const at = called === undefined ? document.at(calledAt ?? path) : called.document.at(path);
        yield {
            message: file === undefined ? `${workflow} ${what}.` : `${workflow} ${what} (by ${file}).`,
            remedy,
            references: workflow_permissions_references,
            severity,
            position: {
                file: called === undefined || file === undefined ? workflow : file,
                line: at.line,
                column: at.column,
            },
            subject: [workflow, ...subject],
        };
    }
}
/** What the tokens of a workflow and its jobs newly may write. A new workflow is read by whoever reviews it. */
function* wonTokens(before, after) {
    if (before === undefined)
        return;
    yield* tokenRisks(before.permissions, after.permissions);
    const jobs = (0,plain_values/* mapping */.pq)(before.jobs);
    for (const [id, job] of Object.entries((0,plain_values/* mapping */.pq)(after.jobs))) {
        const was = jobs[id] === undefined ? undefined : (0,plain_values/* mapping */.pq)(jobs[id]).permissions;
        const is = (0,plain_values/* mapping */.pq)(job).permissions;
        // A job without permissions of its own has those of the workflow.
        if (is === undefined && was === undefined)
            continue;
        yield* tokenRisks(was ?? before.permissions, is ?? after.permissions, id);
    }
}
function* tokenRisks(before, after, job) {
    const { scopes, isDefault } = wonScopes(before, after);
    if (scopes.length === 0)
        return;
    const where = job === undefined ? '' : ` in its job ${job}`;
    yield {
        path: [...(job === undefined ? [] : ['jobs', job]), 'permissions'],
        what: isDefault
            ? `no longer says what its token may do${where}: it may do what the repository’s settings say, which can be everything`
            : `newly lets its token write ${(0,judge_sentence/* enumerate */.HL)(scopes)}${where}`,
        remedy: 'State permissions, and only what the job needs; give write to the one job that writes.',
        severity: isDefault || !scopes.some((scope) => grave.has(scope)) ? 'medium' : 'high',
        subject: ['permissions', job ?? '', ...[...scopes].sort()],
    };
}
/** What lets a token change what is delivered, or say that it was checked. */
const grave = new Set([
    'contents',
    'everything',
    'actions',
    'deployments',
    'statuses',
    'checks',
    'id-token',
    'packages',
]);

// EXTERNAL MODULE: ./build/secrets/compare/describe.js
var describe = __webpack_require__(31821);
;// CONCATENATED MODULE: ./build/rules/secret/places.js

/** Places that are listed with their object and field; beyond them each further file is listed once. */
const mostPlaces = 100;
/** The places that are listed: every file is among them, because who accepts a finding by its path accepts all its files. */
function listed(occurrences) {
    const files = new Set(occurrences.slice(0, mostPlaces).map(({ file }) => file));
    return occurrences.filter(({ file }, index) => {
        if (index < mostPlaces)
            return true;
        const isNew = !files.has(file);
        files.add(file);
        return isNew;
    });
}
/** What an observation says of its places: the first, which represents it, and the others with their own object and field. */
function places_placesOf(first, others) {
    const otherScopes = [...new Set(others.map(({ scope }) => scope))].filter((scope) => scope !== first.scope);
    return {
        position: { file: first.file, ...first.locate() },
        scope: first.scope,
        ...(otherScopes.length === 0 ? {} : { otherScopes }),
        subject: (0,describe/* subjectOf */.et)(first),
        ...(first.object === undefined
            ? {}
            : { object: (0,describe/* safeIdentity */.WL)(first.object, first.secret), identity: (0,describe/* lastingIdentity */.zR)(first.object, first.secret) }),
        ...(others.length === 0 ? {} : { places: listed(others).map(otherPlace) }),
    };
}
function otherPlace(occurrence) {
    const { file, object, secret } = occurrence;
    const field = (0,describe/* fieldName */.w5)(occurrence);
    return {
        file,
        ...occurrence.locate(),
        ...(object === undefined ? {} : { object: (0,describe/* safeIdentity */.WL)(object, secret) }),
        ...(field === '' ? {} : { field }),
    };
}
/** `, here and in 2 more places`. */
function moreOf(others) {
    if (others.length === 0)
        return '';
    return `, here and in ${others.length} more ${others.length === 1 ? 'place' : 'places'}`;
}

;// CONCATENATED MODULE: ./build/rules/secret/placeholder-secret.js


/** Finds values that only say that there should be a secret, in fields that hold nothing else: deployed, they are passwords. */
const placeholderSecret = {
    id: 'placeholder-secret',
    category: 'secret',
    severity: 'low',
    summary: 'A placeholder is where only a secret can, and would be deployed as one.',
    *check({ secrets: { found: groups } }) {
        const judged = new Set(groups.filter((group) => group.is !== 'plain-setting').flatMap((group) => group.occurrences.map(describe/* ownerOf */.bf)));
        const reported = new Set();
        for (const group of groups) {
            // What was encrypted is reported as such.
            const occurrences = group.occurrences.filter(({ isLost }) => isLost !== true);
            const [first] = occurrences;
            if (first === undefined)
                continue;
            if (group.is === 'placeholder')
                yield placeholder({ ...group, occurrences });
            if (group.is !== 'plain-setting')
                continue;
            const owner = (0,describe/* ownerOf */.bf)(first);
            if (judged.has(owner) || reported.has(owner))
                continue;
            reported.add(owner);
            yield plainValues(first);
        }
    },
};
function placeholder({ occurrences }) {
    const [first, ...others] = occurrences;
    const isDefault = first.format === 'default-password';
    const what = isDefault ? 'is set to a well-known default password' : 'holds a placeholder where only a secret can be';
    return {
        message: `${(0,describe/* whereOf */.de)(first)} ${what}${moreOf(others)}.`,
        remedy: isDefault
            ? 'Leave the value empty and name an existing Secret instead: whoever installs this without setting a password has the one that everybody knows.'
            : 'If this is deployed, the placeholder is the password: deliver the real value from your secret store. If it is an example, leave the field empty.',
        excerpt: (0,describe/* excerptOf */.zU)(first),
        ...places_placesOf(first, others),
        subject: [...(0,describe/* subjectOf */.et)(first), 'placeholder'],
    };
}
function plainValues(first) {
    const owner = first.object === undefined ? first.file : (0,describe/* objectName */.Hd)(first.object, first.secret);
    return {
        message: `${owner} holds only plain values such as ${(0,describe/* fieldName */.w5)(first)}, no secret that could be recognised.`,
        remedy: 'If nothing in it is secret, a ConfigMap says so; if something is, deliver it from your secret store.',
        ...places_placesOf(first, []),
        subject: ['plain-values'],
    };
}

// EXTERNAL MODULE: ./build/policy/rule-levels.js
var rule_levels = __webpack_require__(75985);
// EXTERNAL MODULE: ./build/secrets/value/encrypted.js
var encrypted = __webpack_require__(3104);
;// CONCATENATED MODULE: ./build/secrets/compare/look-alike.js

const edit = 'restore what the base has, and make the edit with `sops FILE`.';
const rotation = 'If it is plain text, rotate it where it is issued: whoever has the commit knows it.';
/** A value in the form of SOPS or in the place of kubeseal’s that counts as plain text: nobody could decrypt it, and anybody may read it. */
function lookAlike({ secret, role }) {
    if (role === 'sealed') {
        return {
            says: 'holds what kubeseal does not write: no sealed value has this form, so that it may be plain text',
            many: 'values that kubeseal does not write',
            remedy: `Seal the value once more (\`kubeseal --raw\`, or the whole Secret), and put what that writes there. ${rotation}`,
        };
    }
    if (!secret.trim().startsWith('ENC[AES256_GCM,'))
        return undefined;
    const isWhole = (0,encrypted/* isSopsValue */.BH)(secret.trim());
    return {
        says: isWhole
            ? 'looks like SOPS ciphertext, but the file has no sops block with a MAC as SOPS writes it, so that it may be plain text'
            : 'looks like SOPS ciphertext, but is not of the form that SOPS writes, so that it may be plain text',
        many: 'values that look like SOPS ciphertext, and that SOPS did not write like this',
        remedy: `${isWhole ? 'The mac and lastmodified of the sops block are not as SOPS writes them' : 'The data, iv or tag of the value is not as SOPS writes it'}: ${edit} ${rotation}`,
    };
}

;// CONCATENATED MODULE: ./build/secrets/compare/remedy.js


/** What to do about a plaintext secret at this place, in the tool the repository uses where it uses one. */
function remedy_remedyFor(occurrence, tools, isCommitted) {
    const form = served(occurrence) ?? safeForm(occurrence, tools);
    return lookAlike(occurrence)?.remedy ?? `${form} ${remedy_rotation(isCommitted)}`;
}
/** What to do where another object makes the entry already. */
function served(occurrence) {
    const { servedBy, secret } = occurrence;
    if (servedBy === undefined)
        return undefined;
    const key = entryOf(occurrence);
    const [kind = ''] = servedBy.split(' ', 1);
    const change = kind === 'SealedSecret' ? 'seal the new value there' : 'change the value where that reads it';
    return `${(0,describe/* withoutSecrets */.cT)(servedBy, secret)} provides ${key} of this Secret already: take the literal out, and ${change}.`;
}
/** What else there is to do about a value that can be read. */
function remedy_rotation(isCommitted) {
    return isCommitted
        ? 'Then rotate the value where it is issued: whoever has the commit knows it, and deleting the line does not take it out of the history.'
        : 'It is not committed yet: take it out of what is staged, and there is no need to rotate it.';
}
function safeForm(occurrence, tools) {
    const { object } = occurrence;
    if (object?.kind.toLowerCase() === 'secret')
        return secretForm(object, occurrence, tools);
    if (occurrence.role === 'secret-pair') {
        return 'Take the literal out of secretGenerator: generate the Secret from a file that SOPS encrypts (KSOPS), or deliver it with an ExternalSecret.';
    }
    if (object?.kind === 'ConfigMap') {
        return `Move the value from ${(0,describe/* objectName */.Hd)(object, occurrence.secret)} into a Secret that your secret store delivers, and mount or reference that.`;
    }
    if (object?.kind === 'SealedSecret')
        return 'Put the value through kubeseal into spec.encryptedData; spec.template is stored as it is.';
    if (object?.kind === 'HelmRelease') {
        return 'Keep the value in a Secret that your secret store delivers and name it under spec.valuesFrom, or use the chart’s existingSecret value.';
    }
    if (object?.kind === 'Application' || object?.kind === 'ApplicationSet') {
        return 'Name an existing Secret in the chart’s values (existingSecret), or let a plugin fill the value in; an Application is readable to everyone who reads Argo CD.';
    }
    if (occurrence.role === 'deployed' && object !== undefined && occurrence.path.includes('env')) {
        return `Keep the value in a Secret that your secret store delivers and reference it: valueFrom.secretKeyRef with key ${keyOf(occurrence)}.`;
    }
    if (occurrence.role === 'command')
        return 'Pass the value by an environment variable from a Secret, or by a mounted file; arguments are visible in the process list and the pod’s manifest.';
    if (/(?:^|\/)\.github\/workflows\//.test(occurrence.file))
        return 'Store the value as an encrypted Actions secret and use it from the secrets context.';
    if (/\.gitlab-ci/.test(occurrence.file))
        return 'Store the value as a masked CI/CD variable and use it by name.';
    if (/values[\w.-]*\.ya?ml$/.test(occurrence.file))
        return 'Leave the value empty here and name an existing Secret (existingSecret), or encrypt this values file with SOPS.';
    return 'Take the value out of the file: keep it in a secret manager, or encrypt the file with SOPS.';
}
function secretForm(object, occurrence, tools) {
    const name = (0,describe/* withoutSecrets */.cT)(object.name === '' ? 'NAME' : object.name, occurrence.secret);
    const key = entryOf(occurrence);
    const field = /^[\w-]+$/.test(key) ? `.${key}` : `["${key}"]`;
    const external = `an ExternalSecret (spec.target.name: ${name}, spec.data[].secretKey: ${key})`;
    const sealed = `a SealedSecret (kubeseal --format yaml; spec.encryptedData${field})`;
    const knowsNone = !tools.externalSecrets && !tools.sealedSecrets && !tools.sops;
    const replacements = [
        tools.externalSecrets || knowsNone ? external : '',
        tools.sealedSecrets || knowsNone ? sealed : '',
    ].filter((way) => way !== '');
    const ways = [
        replacements.length > 0 ? `replace the literal by ${replacements.join(' or ')}` : '',
        tools.sops || knowsNone ? "encrypt this file with SOPS (encrypted_regex: '^(data|stringData)$')" : '',
    ].filter((way) => way !== '');
    const text = ways.join(', or ');
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}; base64 hides nothing.`;
}
/** The Secret's entry that holds it: a whole file, where it is a line of one. */
function entryOf(occurrence) {
    const [field, entry] = (0,describe/* subjectSteps */.o)(occurrence.path);
    if (field !== 'data' || entry === undefined)
        return keyOf(occurrence);
    return (0,describe/* withoutSecrets */.cT)(entry, occurrence.secret).slice(0, 100);
}
function keyOf(occurrence) {
    return (0,describe/* withoutSecrets */.cT)(occurrence.key, occurrence.secret).slice(0, 100);
}

;// CONCATENATED MODULE: ./build/rules/secret/plaintext-secret.js







/** Finds values that are secret and readable in head, and were not there in base. */
const plaintextSecret = {
    id: 'plaintext-secret',
    category: 'secret',
    severity: 'critical',
    summary: 'A new plaintext secret: a literal in a Secret, a provider token, a private key, a password in plain sight.',
    *check(evidence) {
        const literals = evidence.secrets.found.flatMap((group) => group.is === 'literal' ? reportedHere(evidence, group) : []);
        const byOwner = (0,build_groups/* groupBy */.$z)(literals, ({ occurrences: [first] }) => (0,describe/* ownerOf */.bf)(first));
        for (const owned of byOwner.values()) {
            if (owned.length > most)
                yield observeMany(evidence, owned);
            else
                for (const group of owned)
                    yield { ...plaintext_secret_observe(evidence, group), ...placeByPlace(evidence, group) };
        }
    },
};
/** A secret without the places that `secret-protection-lost` reports. */
function reportedHere({ policy }, group) {
    const isElsewhere = ({ isLost, scope }) => isLost === true && !(0,rule_levels/* isOffIn */.Nm)(policy, 'secret-protection-lost', scope);
    const occurrences = group.occurrences.filter((each) => !isElsewhere(each));
    return occurrences.length === 0 ? [] : [{ ...group, occurrences }];
}
/** More secrets than this in one object are one finding: a reviewer has understood after the first few. */
const most = 5;
/** Fields that are named in the details. */
const mostFields = 50;
function observeMany(evidence, groups) {
    const all = groups.flatMap((group) => group.occurrences).sort((a, b) => (0,severity/* compareSeverity */.zK)(a.severity, b.severity));
    const [first, ...others] = all;
    const owner = first.object === undefined ? (0,describe/* fileOf */.W7)(first) : (0,describe/* objectName */.Hd)(first.object, first.secret);
    const fields = all.slice(0, mostFields).map(plaintext_secret_nameOf);
    const more = all.length > fields.length ? [`and ${all.length - fields.length} more`] : [];
    return {
        ...plaintext_secret_observe(evidence, { is: 'literal', occurrences: [first, ...others], movedFrom: undefined }),
        message: `${owner} holds ${groups.length} ${kindOf(all)}: ${fields.slice(0, most).join(', ')} and ${all.length - most} more.`,
        severity: groups.map(plaintext_secret_severityOf).reduce(severity/* worse */.JJ),
        details: [...fields, ...more],
        subject: [...new Set(all.flatMap(describe/* subjectOf */.et))].sort(),
    };
}
/** What several are called: all of them alike only where they are. */
function kindOf([first, ...others]) {
    const alike = first === undefined ? undefined : lookAlike(first);
    const isOne = others.every((other) => lookAlike(other)?.many === alike?.many);
    return alike !== undefined && isOne ? alike.many : 'secrets in plain text';
}
/** The field, or what was recognised where nothing names it: a token in a command or in prose. */
function plaintext_secret_nameOf(occurrence) {
    return (0,describe/* fieldName */.w5)(occurrence) || (occurrence.what ?? 'a secret');
}
/** Places of one value beyond these are accepted together or not at all. */
const plaintext_secret_mostAlone = 100;
/** An accepted place stays accepted when somebody copies its value elsewhere: the copy is then a finding of its own. */
function placeByPlace(evidence, group) {
    const { occurrences } = group;
    if (occurrences.length < 2 || occurrences.length > plaintext_secret_mostAlone)
        return {};
    return { alone: occurrences.map((occurrence) => plaintext_secret_observe(evidence, { ...group, occurrences: [occurrence] })) };
}
/** A value that only came from another scope of the repository is not new to those who can read it. */
function plaintext_secret_severityOf({ occurrences: [first], movedFrom }) {
    return movedFrom === undefined ? (first?.severity ?? 'critical') : 'medium';
}
function plaintext_secret_observe(evidence, group) {
    const [first, ...others] = group.occurrences;
    const isCommitted = evidence.change.range.kind !== 'staged';
    const moved = group.movedFrom === undefined
        ? []
        : [`The value was in ${group.movedFrom} before, which belongs to another scope.`];
    const also = others.slice(0, 20).map((other) => `also ${(0,describe/* whereOf */.de)(other)} (${other.file})`);
    return {
        message: `${(0,describe/* whereOf */.de)(first)} ${says(first)}${moreOf(others)}.`,
        remedy: remedy_remedyFor(first, evidence.secrets.tools, isCommitted),
        excerpt: (0,describe/* excerptOf */.zU)(first),
        severity: plaintext_secret_severityOf(group),
        ...places_placesOf(first, others),
        ...(moved.length + also.length === 0 ? {} : { details: [...moved, ...also] }),
    };
}
function says(occurrence) {
    const alike = lookAlike(occurrence);
    if (alike !== undefined)
        return alike.says;
    if (occurrence.what !== undefined)
        return `holds ${occurrence.what}`;
    if (occurrence.role === 'secret-base64')
        return 'holds a secret in base64, which anyone can read';
    if (occurrence.role === 'secret' || occurrence.role === 'secret-pair')
        return 'holds a secret in plain text';
    return occurrence.severity === 'critical'
        ? 'holds a secret in plain text'
        : 'is set to a literal that looks like a credential';
}

// EXTERNAL MODULE: ./build/rules/secret/secret-in-history.js
var secret_in_history = __webpack_require__(34680);
;// CONCATENATED MODULE: ./build/rules/secret/secret-protection-lost.js



/** Finds values that were encrypted or kept elsewhere, and that a change puts into the repository in plain text. */
const secretProtectionLost = {
    id: 'secret-protection-lost',
    category: 'secret',
    severity: 'high',
    summary: 'A secret that was encrypted, or kept in a store or a Secret, is newly in plain text.',
    check: ({ secrets: { lost, atRest }, change }) => [
        ...lost.map((each) => secret_protection_lost_observe(each, change.range.kind !== 'staged')),
        ...observeLoosened(atRest, ['CIS 1.2.27', 'CIS 1.2.28']),
    ],
};
/** Fields that are named in the message; the details name more. */
const secret_protection_lost_most = 3;
const secret_protection_lost_mostFields = 50;
function secret_protection_lost_observe({ scope, object, severity, how, from, places }, isCommitted) {
    const [first, ...others] = places;
    const fields = [...new Set(places.map(({ field }) => field))];
    const { file } = first.position;
    const owner = object === undefined ? file : (0,describe/* objectName */.Hd)(object, '');
    return {
        message: `${owner} ${secret_protection_lost_says(fields, from)}, which ${how} before.`,
        remedy: `${secret_protection_lost_remedyOf(how, from)} ${remedy_rotation(isCommitted)}`,
        ...(fields.length > secret_protection_lost_most ? { details: fields.slice(0, secret_protection_lost_mostFields) } : {}),
        references: ['CWE-312'],
        severity,
        position: first.position,
        ...(others.length === 0
            ? {}
            : { places: others.slice(0, secret_protection_lost_mostFields).map(({ position, field }) => ({ ...position, field })) }),
        scope,
        ...(object === undefined ? {} : { object }),
        subject: [
            ...(object === undefined ? [file] : []),
            from === undefined ? 'readable' : 'configmap',
            ...fields.map((field) => field.replace(/^stringData\b/, 'data')).sort(),
        ],
    };
}
function secret_protection_lost_says(fields, from) {
    if (fields.every((field) => field === ''))
        return 'is newly in plain text';
    const rest = fields.length > secret_protection_lost_most ? ` and ${fields.length - secret_protection_lost_most} more` : '';
    const named = `${fields.slice(0, secret_protection_lost_most).join(', ')}${rest}`;
    return from === undefined ? `newly holds ${named} in plain text` : `newly takes ${named} ${from}`;
}
function secret_protection_lost_remedyOf(how, from) {
    if (from !== undefined)
        return 'Take it from the Secret as before: everyone who reads the namespace reads its ConfigMaps.';
    if (how === 'SOPS encrypted')
        return 'Restore what the base has, and make the edit with `sops FILE`, which encrypts what it saves.';
    if (how.endsWith(' encrypted'))
        return 'Restore what the base has, and encrypt the new value as the former one was.';
    if (how.startsWith('came from'))
        return 'Restore the reference that the base has.';
    return 'Restore what the base has: the store keeps the value.';
}

// EXTERNAL MODULE: ./build/secrets/ages/stale.js
var stale = __webpack_require__(65906);
;// CONCATENATED MODULE: ./build/rules/secret/secret-stale.js


/** Finds secrets that were not changed for long, are not read again, or are about to expire; only `audit --ages` looks for them. */
const secretStale = {
    id: 'secret-stale',
    category: 'secret',
    severity: 'low',
    summary: 'A secret was not changed for longer than the policy allows, is not refreshed, or a certificate expires.',
    *check({ ages, policy, now }) {
        for (const age of ages) {
            const what = staleness(age, policy.ages, now);
            if (what !== undefined)
                yield secret_stale_observe(age, what);
        }
    },
};
const day = 86_400_000;
function staleness(age, policy, now) {
    const { changed = now, refresh = 0, expires = now } = age;
    const { secretDays, refreshHours, certificateDays } = policy;
    const is = (0,stale/* staleBy */.Z)(age, policy, now);
    if (is === 'old') {
        return {
            is,
            message: `was last changed ${Math.floor((now - changed) / day)} days ago, which is more than ${secretDays}`,
            remedy: 'Make a new value where it comes from, and encrypt that. Encrypting the old value again makes it no younger.',
        };
    }
    if (is === 'refresh') {
        return {
            is,
            message: refresh === 0
                ? 'is never read again'
                : `is read again every ${Math.round(refresh / 360) / 10} hours, which is more than ${refreshHours}`,
            remedy: 'Let it be read again in time: a value that is rotated where it is kept reaches the cluster only then.',
        };
    }
    if (is === undefined)
        return undefined;
    const days = Math.floor(Math.abs(expires - now) / day);
    return {
        is,
        message: expires < now ? `expired ${days} days ago` : `expires in ${days} days, which is fewer than ${certificateDays}`,
        remedy: 'Put in its successor, or take it out where nobody uses it.',
    };
}
function secret_stale_observe(age, { is, message, remedy }) {
    const { object, position, scope } = age;
    return {
        message: `${secret_stale_nameOf(age)} ${message}.`,
        remedy,
        position,
        scope,
        ...(object === undefined ? {} : { object: (0,describe/* safeIdentity */.WL)(object, '') }),
        subject: [...(object === undefined ? [position.file] : []), is],
    };
}
function secret_stale_nameOf({ is, object, position }) {
    const owner = object === undefined ? position.file : (0,describe/* objectName */.Hd)(object, '');
    return is === 'certificate' ? `A certificate in ${owner}` : owner;
}

;// CONCATENATED MODULE: ./build/rules/secret/secret-store-widened.js


/** More can be read of a secret store: from more namespaces, by more accounts, or through a plain Secret. */
const secretStoreWidened = {
    id: 'secret-store-widened',
    category: 'secret',
    severity: 'high',
    summary: 'Namespaces or accounts can read secrets of a store that they could not read before.',
    check: ({ secrets, change }) => joinCopies(observeLoosened(secrets.stores, ['OWASP K08']), change.touched),
};

;// CONCATENATED MODULE: ./build/rules/secret/sops-config.js

/** Names in a message; the details name more. */
const sops_config_most = 3;
const mostDetails = 50;
/** Recipients and patterns are text of the change. */
const longest = 200;
const sops_config_references = ['CWE-312'];
const wordings = {
    uncovered: {
        severity: 'high',
        message: ({ files, unread = [] }) => `no longer covers ${some(files)}${unread.length === 0 ? '' : `, of which ${unread.length} were not read and count as encrypted`}`,
        remedy: 'Restore the rule, or its path_regex: SOPS encrypts no new file there, and nobody notices one that is plain. If the files moved, let the rule cover their new paths.',
    },
    'uncovered-plain': {
        severity: 'low',
        message: (fault) => `no longer has ${ruleName(fault)}${fault.files.length === 0 ? '' : `: it covered ${some(fault.files)}, and nothing that is encrypted`}`,
        remedy: 'Keep the rule if secrets are to come there: without one SOPS encrypts no new file.',
    },
    recipients: {
        severity: 'high',
        message: (fault) => `newly has ${some(fault.gained)} as a recipient of ${ruleName(fault)}${fault.lost.length === 0 ? '' : ` instead of ${some(fault.lost)}`}`,
        remedy: 'Check whose key it is: it can decrypt every file that is encrypted or updated (`sops updatekeys`) from now on, and their values for ever.',
    },
    threshold: {
        severity: 'high',
        message: (fault) => `takes keys of ${fault.gained[1]} key groups, instead of ${fault.gained[0]}, to decrypt what is encrypted by ${ruleName(fault)}`,
        remedy: 'Restore shamir_threshold and the key groups, or have the change approved by who holds the keys.',
    },
    'groups-joined': {
        severity: 'high',
        message: (fault) => `newly has ${some(fault.gained)} in more key groups of ${ruleName(fault)}, so that fewer others are needed to decrypt`,
        remedy: 'Keep each key in one group: whoever holds a key of several groups has the parts of them all, and the threshold counts parts.',
    },
    'selectors-several': {
        severity: 'medium',
        message: (fault) => `states several selectors (${fault.gained.join(', ')}) in ${ruleName(fault)}`,
        remedy: 'Leave one of them: SOPS refuses a rule with more, and encrypts nothing by it.',
    },
    narrowed: {
        severity: 'medium',
        message: (fault) => `no longer lets SOPS encrypt ${some(fault.gained)} by ${ruleName(fault)}`,
        remedy: 'Let the selector of the rule select what it did, unless no file that it covers holds secrets there.',
    },
    'narrowed-in-secrets': {
        severity: 'high',
        message: (fault) => `no longer lets SOPS encrypt ${some(fault.gained)} by ${ruleName(fault)}`,
        remedy: 'Let the rule select the values of Secrets: `encrypted_regex: ^(data|stringData)$`.',
    },
    'mac-narrowed': {
        severity: 'medium',
        message: (fault) => `lets SOPS make a MAC of encrypted values alone (mac_only_encrypted) by ${ruleName(fault)}`,
        remedy: 'Leave mac_only_encrypted out unless tools have to change the readable values: these can then be changed unnoticed.',
    },
    unread: {
        severity: 'medium',
        message: ({ gained }) => gained.length === 0
            ? 'could not be read, or not all of its patterns'
            : `has a pattern that could not be read: ${gained[0]}`,
        remedy: 'Write YAML, and patterns without look-around, backreferences and Unicode classes: with a pattern that Go does not know SOPS encrypts nothing.',
    },
    'covers-nothing': {
        severity: 'low',
        message: (fault) => `has a new rule that covers no file: ${ruleName(fault)}`,
        remedy: 'Compare the pattern with the paths, which begin at the folder of the file. If it is for files to come, leave it.',
    },
    'never-first': {
        severity: 'low',
        message: (fault) => `has a new rule that never holds: ${ruleName(fault)} comes after rules that cover the same files`,
        remedy: 'Put the rule in front of them: the first that matches a path holds.',
    },
};
/** Whether a rule that newly has a file's new recipients covers the file. */
function givesRecipients(rule, { gained, position }) {
    return (rule.is === 'recipients' &&
        rule.files.includes(position.file) &&
        gained.every((recipient) => rule.gained.includes(recipient)));
}
/**
 * What a change takes from `.sops.yaml`; one finding where several rules change alike. `inFiles` are the recipients that files have
 * from such rules already.
 */
function* observeConfig(faults, inFiles) {
    const alike = (0,build_groups/* groupBy */.$z)(faults, ({ is, file, gained, lost }) => JSON.stringify([is, file, gained, lost]));
    for (const group of alike.values()) {
        const [first, ...others] = group;
        if (first === undefined)
            continue;
        const { is, file, position, removedAt, scope, gained } = first;
        const { severity, message, remedy } = wordings[is];
        const files = [...new Set(group.flatMap((fault) => fault.files))];
        const unread = [...new Set(group.flatMap((fault) => fault.unread ?? []))];
        const isAboutFiles = is.startsWith('uncovered') && files.length > sops_config_most;
        const details = isAboutFiles ? files : gained.length > sops_config_most ? gained : [];
        const places = inFiles.filter((each) => group.some((fault) => givesRecipients(fault, each)));
        const decrypts = places.length === 0
            ? ''
            : `, and ${places.length === 1 ? 'one file has' : `${places.length} files have`} it already`;
        yield {
            message: `${file} ${message({ ...first, files, unread })}${others.length === 0 || is.startsWith('uncovered') ? '' : ` (and ${others.length} more)`}${decrypts}.`,
            remedy,
            ...(details.length === 0 ? {} : { details: details.slice(0, mostDetails) }),
            references: sops_config_references,
            severity,
            ...(position === undefined ? {} : { position }),
            ...(removedAt === undefined ? {} : { removedAt }),
            ...(places.length === 0 ? {} : { places: places.map((each) => each.position) }),
            scope,
            subject: [
                file,
                is,
                ...(is.startsWith('uncovered') ? group : [first]).map(({ regex }) => regex),
                ...gained,
                ...(is.startsWith('uncovered') ? [[...files].sort().join('\n')] : others.map(({ regex }) => regex)),
            ],
        };
    }
}
/** New files that should be encrypted and are not; `isReported` says where a secret was found by another rule. */
function* observePlain(groups, isReported) {
    for (const group of groups) {
        const files = group.files.filter((file) => !isReported(file));
        const [first, ...others] = files;
        if (first === undefined)
            continue;
        const isOne = others.length === 0;
        const rule = `${ruleName({ regex: group.regex })} of ${group.config}`;
        yield {
            message: `${some(files)} ${isOne ? 'is' : 'are'} new and not encrypted, although ${rule} covers ${isOne ? 'it' : 'them'}${group.others === undefined ? '' : ' and all else that it covers is encrypted'}.`,
            remedy: `Encrypt ${isOne ? 'it' : 'them'} with \`sops encrypt -i FILE\`, and rotate what can be read if the commit was pushed. If nothing in ${isOne ? 'it' : 'them'} is secret, give ${isOne ? 'it a path' : 'them paths'} that the rule does not cover.`,
            references: sops_config_references,
            severity: 'high',
            position: { file: first, line: 1, column: 1 },
            ...(isOne ? {} : { places: others.map((file) => ({ file, line: 1, column: 1 })) }),
            scope: group.scope,
            subject: [group.config, 'plain-file', ...files],
        };
    }
}
function ruleName(of) {
    const { regex, file, from } = of;
    const name = regex === '' ? 'the rule for all files' : `the rule for ${regex.slice(0, longest)}`;
    return from === file ? name : `what ${name} of ${from} covered`;
}
function some(names) {
    const rest = names.length > sops_config_most ? ` and ${names.length - sops_config_most} more` : '';
    return `${names
        .slice(0, sops_config_most)
        .map((name) => name.slice(0, longest))
        .join(', ')}${rest}`;
}

;// CONCATENATED MODULE: ./build/rules/secret/sops-broken.js




/** Finds what a change takes from the protection that SOPS gives: readable leaves, a lost MAC, new recipients, weaker creation rules. */
const sopsBroken = {
    id: 'sops-broken',
    category: 'secret',
    severity: 'high',
    summary: 'A file that SOPS encrypts has readable values, lost its MAC, or can newly be decrypted by others; `.sops.yaml` is weaker.',
    *check(evidence) {
        const { sopsConfig, sopsPlain, sops } = evidence.secrets;
        const { open, faults } = sops;
        const isReported = reportedAsPlaintext(evidence);
        for (const group of open) {
            const leaves = group.leaves.filter((leaf) => !isReported(leaf));
            const [first, ...others] = leaves;
            if (first !== undefined)
                yield readable(group, first, others);
        }
        const isSaid = reportedAsUnread(evidence);
        // A recipient that the change gives to a rule and to its files is one finding: that of the rule.
        const [own, ofRules] = partition(faults.filter((fault) => !isSaid(fault)), (fault) => !isOfRule(fault, sopsConfig));
        const causes = (0,build_groups/* groupBy */.$z)(own, ({ is, scope, gained, lost, isStated }) => JSON.stringify([is, scope, gained, lost, isStated]));
        for (const [first, ...others] of causes.values())
            if (first !== undefined)
                yield weakened(first, others);
        yield* observeConfig(sopsConfig, ofRules);
        yield* observePlain(sopsPlain, holdsReported(evidence));
    },
};
/** Fields that are named in the message; the details name more. */
const sops_broken_most = 3;
const sops_broken_mostFields = 50;
/** A recipient is text of the change. */
const longestName = 200;
const sops_broken_references = ['CWE-312'];
/** A leaf that `plaintext-secret` reports is not reported again. */
function reportedAsPlaintext({ secrets: { found, sops }, policy }) {
    const files = new Set(sops.open.flatMap(({ leaves }) => leaves.map(({ position }) => position.file)));
    const lines = new Map();
    for (const occurrence of found.flatMap(({ is, occurrences }) => (is === 'literal' ? occurrences : []))) {
        if (!files.has(occurrence.file) || (0,rule_levels/* isOffIn */.Nm)(policy, 'plaintext-secret', occurrence.scope))
            continue;
        (0,build_groups/* addTo */.DN)(lines, occurrence.file, occurrence.locate().line);
    }
    return ({ position, lastLine }) => lines.get(position.file)?.some((line) => line >= position.line && line <= lastLine) ?? false;
}
/** What `unreadable-manifest` says of a file is not said again. */
function reportedAsUnread({ delivery, policy }) {
    return ({ isManifest, scope, position }) => isManifest === true &&
        !(0,rule_levels/* isOffIn */.Nm)(policy, 'unreadable-manifest', scope) &&
        !delivery.rendering.covered.has(position.file);
}
/** A file in which `plaintext-secret` or `secret-protection-lost` finds something needs no second finding. */
function holdsReported({ secrets: { found, lost }, policy }) {
    const isOn = (rule) => (each) => !(0,rule_levels/* isOffIn */.Nm)(policy, rule, each.scope);
    const literals = found.flatMap(({ is, occurrences }) => (is === 'literal' ? occurrences : []));
    const files = new Set([
        ...literals.filter(isOn('plaintext-secret')).map(({ file }) => file),
        ...lost.filter(isOn('secret-protection-lost')).flatMap(({ places }) => places.map(({ position }) => position.file)),
    ]);
    return (file) => files.has(file);
}
function readable({ object, scope, severity }, first, others) {
    const fields = [first, ...others].map(({ field }) => field);
    const rest = fields.length > sops_broken_most ? ` and ${fields.length - sops_broken_most} more` : '';
    const owner = object === undefined ? first.position.file : (0,describe/* objectName */.Hd)(object, '');
    const isOne = fields.length === 1;
    return {
        message: `${owner} holds ${fields.slice(0, sops_broken_most).join(', ')}${rest} in plain text, which SOPS should encrypt.`,
        remedy: `Take ${isOne ? 'the line' : 'the lines'} back to what the base has and make the edit with \`sops FILE\`, which encrypts what it saves. Rotate ${isOne ? 'the value' : 'the values'} if the commit was pushed: whoever has the commit knows ${isOne ? 'it' : 'them'}.`,
        ...(fields.length > sops_broken_most ? { details: fields.slice(0, sops_broken_mostFields) } : {}),
        references: sops_broken_references,
        severity,
        position: first.position,
        ...(isOne ? {} : { places: others.slice(0, sops_broken_mostFields).map(({ position, field }) => ({ ...position, field })) }),
        scope,
        ...(object === undefined ? {} : { object }),
        subject: [...(object === undefined ? [first.position.file] : []), 'readable', ...[...fields].sort()],
    };
}
/** What each fault is called, to follow a file's path. */
const sops_broken_wordings = {
    unread: {
        severity: 'high',
        message: ({ lost }) => `could not be read, so that nobody knows what of it is encrypted: ${lost.join()}`,
        remedy: 'Restore the file as `sops FILE` wrote it, and make the edit with SOPS: it writes what can be read. Rotate what is in plain text in it.',
    },
    'block-gone': {
        severity: 'high',
        message: () => 'no longer holds the sops block, and still holds ciphertext of SOPS',
        remedy: 'Restore the block: without it nobody can decrypt the file, and nothing says that its values were not changed.',
    },
    'mac-gone': {
        severity: 'high',
        message: () => 'no longer holds a MAC of SOPS',
        remedy: 'Restore sops.mac, or encrypt the file again: without the MAC nobody notices that values were swapped or left out.',
    },
    recipients: {
        severity: 'high',
        message: ({ gained, lost }) => `can newly be decrypted by ${named(gained)}${lost.length === 0 ? '' : `, and no longer by ${named(lost)}`}`,
        remedy: 'Check whose key it is, and that .sops.yaml names it. A key that is added by mistake calls for new values: taking it out again does not take them back.',
    },
    threshold: {
        severity: 'high',
        message: ({ gained: [before, after] }) => `takes keys of ${after} of its key groups to decrypt, instead of ${before}`,
        remedy: 'Restore sops.shamir_threshold and the key groups, or have the change approved by who holds the keys.',
    },
    'groups-joined': {
        severity: 'high',
        message: ({ gained }) => `takes fewer others to decrypt with ${named(gained)}, which ${gained.length === 1 ? 'is' : 'are'} in more of its key groups than before`,
        remedy: 'Keep each key in one group: whoever holds a key of several groups has the parts of them all, and the threshold counts parts.',
    },
    'mac-old': {
        severity: 'medium',
        message: ({ gained }) => `has other ciphertext in ${named(gained)} than its MAC was made for`,
        remedy: 'Make the edit with `sops FILE`, which writes a new MAC: what is changed, put in or taken out by hand cannot be told from what somebody swapped, and SOPS refuses the file.',
    },
    'mac-narrowed': {
        severity: 'medium',
        message: () => 'has a MAC of its encrypted values alone (mac_only_encrypted)',
        remedy: 'Leave mac_only_encrypted out unless tools have to change the readable values: these can then be changed unnoticed.',
    },
    'selector-narrowed': {
        severity: 'high',
        message: ({ gained }) => `no longer lets SOPS encrypt ${named(gained)}`,
        remedy: 'Restore the selector of the sops block: SOPS takes what it does not select for plain text, and leaves whatever is written there as it is. Nothing but review protects the block, which is outside the MAC.',
    },
    'selectors-several': {
        severity: 'medium',
        message: ({ gained }) => `states several selectors (${gained.join(', ')})`,
        remedy: 'Leave one of them: SOPS refuses a file with more, and nobody can decrypt or edit it.',
    },
    'selector-unread': {
        severity: 'medium',
        message: ({ gained }) => `has a selector that could not be read: ${gained.join(' and ')}`,
        remedy: 'Write the pattern without look-around, backreferences and Unicode classes: SOPS treats a pattern that Go does not know as one that matches nothing.',
    },
};
/** Recipients that the base says should be. */
const asStated = {
    severity: 'low',
    message: (fault) => `${sops_broken_wordings.recipients.message(fault)}, as .sops.yaml says already`,
    remedy: 'Check that the keys which .sops.yaml names are those that it should name.',
};
function named(recipients) {
    const rest = recipients.length > sops_broken_most ? ` and ${recipients.length - sops_broken_most} more` : '';
    return `${recipients
        .slice(0, sops_broken_most)
        .map((name) => name.slice(0, longestName))
        .join(', ')}${rest}`;
}
/** Whether a rule that covers the file newly has all of the file's new recipients. */
function isOfRule(fault, rules) {
    return fault.is === 'recipients' && rules.some((rule) => givesRecipients(rule, fault));
}
function partition(all, isFirst) {
    return [all.filter(isFirst), all.filter((each) => !isFirst(each))];
}
/** One cause in several files, such as a recipient that is added to all of them, is one finding. */
function weakened(first, others) {
    const { is, gained, lost, position, removedAt, scope, isStated } = first;
    const { severity, message, remedy } = isStated === true ? asStated : sops_broken_wordings[is];
    const more = others.length === 0 ? '' : ` (and ${others.length} more ${others.length === 1 ? 'file' : 'files'})`;
    const all = [...gained.map((name) => `new: ${name}`), ...lost.map((name) => `gone: ${name}`)];
    return {
        message: `${position.file}${more} ${message(first)}.`,
        remedy,
        ...(is === 'recipients' && gained.length + lost.length > sops_broken_most ? { details: all.slice(0, sops_broken_mostFields) } : {}),
        references: sops_broken_references,
        severity,
        position,
        ...(removedAt === undefined ? {} : { removedAt }),
        ...(others.length === 0 ? {} : { places: others.map((other) => other.position) }),
        scope,
        subject: [
            ...(is === 'recipients' ? [] : [position.file]),
            is,
            ...gained,
            ...new Set(others.map((other) => other.position.file).sort()),
        ],
    };
}

// EXTERNAL MODULE: ./build/rules/signature/signature-observation.js
var signature_observation = __webpack_require__(40024);
;// CONCATENATED MODULE: ./build/rules/signature/invalid-signature.js

/** A signature that does not fit its commit, or is not a proper signature. */
const invalidSignature = {
    id: 'invalid-signature',
    category: 'signature',
    severity: 'critical',
    summary: 'A signature does not fit its commit, or is malformed.',
    *check(evidence) {
        for (const commit of evidence.change.commits) {
            const { state } = commit.signature;
            if (state === 'bad' || state === 'malformed')
                yield (0,signature_observation/* signatureObservation */.B)(evidence, commit);
        }
    },
};

;// CONCATENATED MODULE: ./build/rules/signature/rejected-key.js

/** A signature by a key that no longer counts: expired, revoked or weak. */
const rejectedKey = {
    id: 'rejected-key',
    category: 'signature',
    severity: 'high',
    summary: 'A signature was made with an expired, revoked or weak key.',
    *check(evidence) {
        for (const commit of evidence.change.commits) {
            const { state } = commit.signature;
            if (state === 'expired' || state === 'revoked' || state === 'weak')
                yield (0,signature_observation/* signatureObservation */.B)(evidence, commit);
        }
    },
};

;// CONCATENATED MODULE: ./build/rules/signature/unsigned-commit.js

/** A commit or tag without a signature. */
const unsignedCommit = {
    id: 'unsigned-commit',
    category: 'signature',
    severity: 'high',
    summary: 'A commit or tag has no signature.',
    *check(evidence) {
        for (const commit of evidence.change.commits) {
            if (commit.signature.state === 'unsigned')
                yield (0,signature_observation/* signatureObservation */.B)(evidence, commit);
        }
    },
};

// EXTERNAL MODULE: ./build/rules/signature/untrusted-signer.js
var untrusted_signer = __webpack_require__(85970);
// EXTERNAL MODULE: ./build/workload/judge/pod-name.js
var pod_name = __webpack_require__(19631);
;// CONCATENATED MODULE: ./build/rules/workload/of-many-objects.js

/** Objects of which one cause is said one by one. */
const mostApart = 3;
/**
 * One cause in many objects is one finding, about none of them alone: it is accepted for exactly those. `causeOf` gives what the cause is, undefined
 * where it is the object's own; `message` says it of all of them.
 */
function ofManyObjects(observations, causeOf, message) {
    const all = [...observations];
    const groups = (0,build_groups/* groupBy */.$z)(all.entries(), ([index, each]) => causeOf(each) ?? `${index}`);
    return [...groups.values()].flatMap((group) => {
        const own = group.map(([, observation]) => observation);
        const [first, ...others] = own;
        const objects = new Set(own.map(({ object, position }) => JSON.stringify(object ?? position?.file)));
        if (first === undefined || objects.size <= mostApart)
            return own;
        const { object: _, identity: __, suggestion: ___, ...rest } = first;
        const places = [...(first.places ?? []), ...others.flatMap(of_many_objects_placesOf)];
        return {
            ...rest,
            message: message(first, objects.size - 1),
            details: own.map(inOneLine),
            places: distinct(places, first),
            subject: own
                .map(({ object, position, subject }) => JSON.stringify([object ?? position?.file ?? null, ...subject]))
                .sort(),
        };
    });
}
function inOneLine({ message, details = [] }) {
    return details.length === 0 ? message : `${message.replace(/\.$/, '')}: ${details.join('; ')}`;
}
function of_many_objects_placesOf({ position, object, places = [] }) {
    return [...(position === undefined ? [] : [{ ...position, ...(object === undefined ? {} : { object }) }]), ...places];
}
/** Each line once. */
function distinct(places, { position }) {
    const lineOf = ({ file, line }) => `${file}:${line}`;
    const seen = new Set(position === undefined ? [] : [lineOf(position)]);
    return places.filter((place) => !seen.has(lineOf(place)) && seen.add(lineOf(place)));
}

;// CONCATENATED MODULE: ./build/rules/workload/image-unpinned.js








/** What runs after the change is less certain: it is named by what others can move, or comes from somebody else. */
const imageUnpinned = {
    id: 'image-unpinned',
    category: 'supply-chain',
    severity: 'medium',
    summary: 'An image or chart is named by what can be moved, or comes from somebody else than before.',
    check: ({ workloads, change }) => joinCopies([...workloads.pinning].flatMap(([scope, pinning]) => [...image_unpinned_observe(scope, pinning)]), change.touched),
};
function* image_unpinned_observe(scope, pinning) {
    for (const group of alike(imagesOf(pinning))) {
        yield* ofManyObjects(group.map(({ owner, images }) => observeImages(scope, owner, images)), () => 'alike', (_, others) => {
            const { owner, images: [image] = [] } = group[0];
            return `${owner.name} and ${others} more: the images ${phrases(image?.losses ?? [], true)}.`;
        });
    }
    for (const { pod, unpulled } of pinning.pods)
        for (const image of unpulled)
            yield observeUnpulled(scope, pod, image);
    for (const chart of pinning.charts)
        yield observeChart(scope, chart);
}
function* imagesOf({ pods, settings, values }) {
    for (const { pod, unpinned } of pods) {
        const owner = { name: (0,pod_name/* podName */.B)(pod), object: (0,pod_name/* podIdentity */.Q)(pod), part: pod.part };
        for (const images of sameLosses(unpinned))
            yield { owner, images };
    }
    for (const [resource, own] of (0,build_groups/* groupBy */.$z)(settings, (each) => each.resource)) {
        // A kustomization has no name of its own.
        const name = resource.name === '' ? resource.file : (0,rbac_object/* resourceName */.Iy)(resource);
        const owner = { name, object: (0,wording/* identity */.D_)(resource), part: '' };
        for (const images of sameLosses(own))
            yield { owner, images };
    }
    for (const [name, own] of (0,build_groups/* groupBy */.$z)(values, ({ position }) => position.file)) {
        for (const images of sameLosses(own))
            yield { owner: { name, part: '' }, images };
    }
}
/** Images that all come from one other publisher now, or that one line changes, are one cause. */
function alike(all) {
    return (0,build_groups/* groupBy */.$z)(all, ({ owner, images: [first] }) => {
        const losses = (first?.losses ?? []).map(lossKey);
        const isMove = losses.length === 1 && losses[0]?.[0] === 'publisher';
        const line = first && [first.position.file, first.position.line];
        return JSON.stringify(isMove ? losses : first === undefined ? owner : [line, losses]);
    }).values();
}
/** Images that lost the same are one finding: all that come from somebody else, all without their digests. */
function sameLosses(images) {
    return (0,build_groups/* groupBy */.$z)(images, ({ losses }) => JSON.stringify(losses.map(lossKey))).values();
}
function lossKey({ kind, before, after }) {
    return kind === 'digest' ? [kind] : [kind, before, after];
}
function observeImages(scope, { name, object, part }, images) {
    const [first, ...others] = images;
    const { losses, position } = first;
    const isMany = others.length > 0;
    const whats = images.map(({ what }) => what);
    return {
        message: `${name}: the ${isMany ? 'images' : 'image'} ${(0,judge_sentence/* enumerate */.HL)(whats)} ${phrases(losses, isMany)}.`,
        remedy: losses.map((loss) => image_unpinned_remedyOf(loss, first)).join(' '),
        details: images.map(({ image, what }) => (isMany ? `${shown(image)} ${what}` : `now ${shown(image)}`)),
        references: ['SLSA', 'CIS 5.5.1'],
        severity: losses.every(({ kind }) => kind === 'repository') ? 'low' : 'medium',
        position,
        ...(isMany ? { places: others.map((each) => each.position) } : {}),
        scope,
        ...(object === undefined ? {} : { object }),
        subject: [
            part,
            ...whats,
            ...losses.map((loss) => lossKey(loss).join(' ')),
            // Without a digest, what runs is whatever the registry has under this name.
            ...(losses.some(({ kind }) => kind === 'digest') ? images.map(({ image }) => image) : []),
        ],
    };
}
function phrases(losses, isMany) {
    return losses.map((loss) => phrase(loss, isMany)).join(', and ');
}
function phrase({ kind, before, after }, isMany) {
    const [is, comes] = isMany ? ['are', 'now come'] : ['is', 'now comes'];
    switch (kind) {
        case 'digest':
            return `${is} no longer named by a digest`;
        case 'tag':
            return `${is} named by the tag ${shown(after)}, which moves${before === '' ? '' : ` (it was ${shown(before)})`}`;
        case 'publisher':
            return `${comes} from ${shown(after)}, no longer from ${shown(before)}`;
        case 'unpulled':
            return `${is} whatever the node has under this name (pullPolicy: Never)`;
        case 'repository':
            return `${comes} from the repository ${shown(after)}, no longer from ${shown(before)}`;
    }
}
const image_unpinned_remedies = {
    digest: 'Name the image by tag and digest: `name:1.2.3@sha256:…`.',
    tag: 'Name a release, better with its digest.',
    publisher: 'Check that you mean this publisher, and name the image by its digest.',
    repository: 'Check that you mean this image.',
    unpulled: 'Leave the pull policy out: who can put an image onto a node otherwise decides what runs.',
};
function image_unpinned_remedyOf({ kind }, { digestField }) {
    if (digestField === undefined || !['digest', 'tag'].includes(kind))
        return image_unpinned_remedies[kind];
    return `Add \`${digestField}: sha256:…\` to the entry${kind === 'tag' ? ', or name a release' : ''}.`;
}
function observeUnpulled(scope, pod, { container, image, policy, before, position }) {
    const isNever = policy === 'Never';
    return {
        message: isNever
            ? `${(0,pod_name/* podName */.B)(pod)}: container ${container} runs whatever its node has under the name ${shown(image)} (imagePullPolicy: Never).`
            : `${(0,pod_name/* podName */.B)(pod)}: container ${container} no longer asks for the image that the tag of ${shown(image)} is now (imagePullPolicy: ${policy}).`,
        remedy: isNever
            ? 'Leave imagePullPolicy out: who can put an image onto a node otherwise decides what runs.'
            : 'Name a release or a digest, or keep imagePullPolicy: Always.',
        severity: isNever ? 'medium' : 'low',
        position,
        scope,
        object: (0,pod_name/* podIdentity */.Q)(pod),
        subject: [pod.part, 'pull', container, before, policy],
    };
}
function observeChart(scope, { before, after, resource, position }) {
    const by = resource === undefined ? position.file : (0,rbac_object/* resourceName */.Iy)(resource);
    const now = after.version === '' ? 'the newest version' : shown(after.version);
    return {
        message: `${by} takes in ${shown(after.key)} by ${now}, which can change without a change here; it was ${shown(before.version)}.`,
        remedy: 'Name one version, better a digest, and raise it by a change that is reviewed.',
        references: ['SLSA'],
        position,
        scope,
        ...(resource === undefined ? {} : { object: (0,wording/* identity */.D_)(resource) }),
        subject: ['chart', after.key, before.firmness, after.firmness, after.version],
    };
}
/** A text of a manifest, as far as a sentence can hold it. */
function shown(text) {
    return text === '' ? 'nothing' : (0,clipped/* clipped */.c)(text, 160);
}

// EXTERNAL MODULE: ./build/workload/judge/pod-privileges.js + 7 modules
var pod_privileges = __webpack_require__(63703);
// EXTERNAL MODULE: ./build/workload/privileges/powers.js
var privileges_powers = __webpack_require__(85879);
// EXTERNAL MODULE: ./build/workload/privileges/host-path.js
var host_path = __webpack_require__(29379);
;// CONCATENATED MODULE: ./build/workload/privileges/wording.js





/** A value of a manifest is shown up to this length. */
const shownLength = 120;
const profile = (name) => (who, what) => what === 'Unconfined' ? `runs ${who} without ${name}` : `runs ${who} under the ${name} profile ${what}`;
const seLinux = {
    says: (who, what) => `gives ${who} the SELinux label ${what}`,
    instead: 'Leave seLinuxOptions to the runtime, or use the type container_t.',
};
/** A socket or credentials are as bad where they are only read. */
function insteadOfPath(powers) {
    return powers.some(({ value }) => (0,host_path/* givesAway */.Lg)(value))
        ? 'Do not mount it at all, not read-only either: whoever reaches it can take over the node.'
        : 'Use a volume of its own (emptyDir, persistentVolumeClaim), or mount only the file that is needed, read-only.';
}
const wording_words = {
    privileged: {
        says: (who) => `runs ${who} privileged`,
        instead: 'Leave privileged out, and add the one capability or device that is needed; most capabilities are a finding of their own, of lower severity.',
        cis: '5.2.2',
    },
    hostProcess: {
        says: (who) => `runs ${who} as a host process of Windows`,
        instead: 'Leave hostProcess out.',
        cis: '5.2.11',
    },
    hostPID: {
        says: () => 'sees the processes of its node',
        instead: 'Leave hostPID out; shareProcessNamespace shares those of the pod alone.',
        cis: '5.2.3',
    },
    hostIPC: { says: () => 'shares memory with its node', instead: 'Leave hostIPC out.', cis: '5.2.4' },
    hostNetwork: {
        says: () => 'uses the network of its node',
        instead: 'Leave hostNetwork out, and publish what has to be reached by a Service.',
        cis: '5.2.5',
    },
    hostPath: {
        says: (_, what) => `mounts ${what} of its node`,
        instead: insteadOfPath,
        cis: '5.2.12',
    },
    hostPort: {
        says: (_, what) => `takes port ${what} of its node`,
        instead: 'Leave hostPort out, and publish the port by a Service.',
        cis: '5.2.13',
    },
    capability: {
        says: (who, what) => `gives ${who} the capability ${what}`,
        instead: 'Leave it out, or add only the one that is needed, which is reported as well.',
        cis: '5.2.9',
    },
    'default capability': {
        says: (who, what) => `leaves ${who} ${what}`,
        instead: 'Drop ALL, and add the capability that is needed.',
        cis: '5.2.10',
    },
    'privilege escalation': {
        says: (who) => `lets ${who} gain privileges (allowPrivilegeEscalation is not false)`,
        instead: 'Set allowPrivilegeEscalation: false.',
        cis: '5.2.6',
    },
    'may be root': { says: (who) => `lets ${who} run as root`, instead: 'Set runAsNonRoot: true.', cis: '5.2.7' },
    'may become root': {
        says: (who) => `lets ${who} be root once runAsUser is left out`,
        instead: 'Set runAsNonRoot: true.',
        cis: '5.2.7',
    },
    root: { says: (who) => `runs ${who} as root`, instead: 'Let runAsUser be another user than 0.', cis: '5.2.7' },
    'no seccomp': {
        says: (who) => `states no seccomp profile for ${who}`,
        instead: 'Set seccompProfile.type: RuntimeDefault.',
        cis: '5.7.2',
    },
    seccomp: { says: profile('seccomp'), instead: 'Set seccompProfile.type: RuntimeDefault.', cis: '5.7.2' },
    appArmor: { says: profile('AppArmor'), instead: 'Set appArmorProfile.type: RuntimeDefault.' },
    'seLinux type': seLinux,
    'seLinux user': seLinux,
    'seLinux role': seLinux,
    procMount: {
        says: (who) => `shows ${who} the parts of /proc that runtimes hide`,
        instead: 'Leave procMount out.',
    },
    sysctl: { says: (_, what) => `sets the sysctl ${what}`, instead: 'Set only sysctls that Kubernetes counts as safe.' },
    'probe host': {
        says: (_, what) => `has the kubelet call ${what}`,
        instead: 'Leave host out: a probe asks the pod itself.',
    },
    volume: {
        says: (_, what) => `mounts a volume of the type ${what}`,
        instead: 'Use a persistentVolumeClaim.',
    },
};
/** Powers of one kind in one phrase: `runs container app privileged`, `mounts /var/log, /run of its node`. */
function wording_phrase(powers) {
    const [first] = powers;
    if (first === undefined)
        return '';
    const containers = [...new Set(powers.flatMap(({ container }) => container ?? []))];
    const many = containers.length === 1 ? 'container' : 'containers';
    const who = containers.length === 0 ? 'it' : `${many} ${(0,judge_sentence/* enumerate */.HL)(containers)}`;
    return wording_words[first.kind]?.says(who, whatOf(first.kind, powers)) ?? first.kind;
}
function whatOf(kind, powers) {
    const values = [...new Set(powers.map(({ value, isWritable }) => wording_shown(kind, value, isWritable)))];
    if (kind !== 'default capability')
        return (0,judge_sentence/* enumerate */.HL)(values);
    return values.length === privileges_powers/* runtimeCapabilities */.rV.length
        ? "the runtime's default capabilities (capabilities.drop is not ALL)"
        : `the runtime's capability ${(0,judge_sentence/* enumerate */.HL)(values)} (not in capabilities.drop)`;
}
function wording_shown(kind, value, isWritable) {
    const text = value === '' ? 'an unknown value' : (0,clipped/* clipped */.c)(value, shownLength);
    return kind === 'hostPath' && !isWritable ? `${text} (read-only)` : text;
}
/** Every kind of power in one phrase each, the worst first as they come. */
function wording_phrases(powers) {
    return [...(0,build_groups/* groupBy */.$z)(powers, ({ kind }) => kind).values()].map(wording_phrase);
}
/** What to do instead, each once. */
function wording_remedies(powers) {
    return [
        ...new Set([...(0,build_groups/* groupBy */.$z)(powers, ({ kind }) => kind)].flatMap(([kind, all]) => {
            const instead = wording_words[kind]?.instead;
            return typeof instead === 'function' ? instead(all) : (instead ?? []);
        })),
    ];
}
/** The controls of the standards, and the numbers of CIS. */
function wording_references(powers) {
    const controls = [...(0,build_groups/* groupBy */.$z)(powers, ({ level }) => level)].map(([level, ofLevel]) => {
        return `Pod Security Standards, ${level}: ${[...new Set(ofLevel.map(({ control }) => control))].join(', ')}`;
    });
    const numbers = powers.flatMap(({ kind }) => (wording_words[kind]?.cis === undefined ? [] : [`CIS ${wording_words[kind]?.cis}`]));
    return [...controls, ...new Set(numbers)];
}

;// CONCATENATED MODULE: ./build/rules/workload/pod-privileges-widened.js











/** A pod may do more on its node than before, or than its namespace lets pods do. */
const podPrivilegesWidened = {
    id: 'pod-privileges-widened',
    category: 'workload',
    severity: 'high',
    summary: 'A pod may do more on its node: it is privileged, mounts a path of the node, runs as root, has no limits or sandbox.',
    check: ({ workloads, change }) => joinCopies([
        ...perLine([...workloads.privileges].flatMap(([scope, pods]) => pod_privileges_widened_observe(scope, pods))),
        ...observeLoosened(workloads.volumes, ofVolumes),
    ], change.touched),
};
/** One line that does as much for many objects, as a patch for all of a kind does, is one finding. */
function perLine(observations) {
    return ofManyObjects(observations, ({ severity, scope, position }) => JSON.stringify([severity, scope, position]), ({ message }, others) => `${message.replace(/\.$/, '')}; the same line does as much for ${others} more objects.`);
}
const ofVolumes = ['CIS 5.2.12'];
function pod_privileges_widened_observe(scope, pods) {
    return [
        ...joined(pods).map(({ privileges, powers }) => observePowers(scope, privileges, powers)),
        ...pods.flatMap((each) => each.limits.map((limit) => observeLimit(scope, each, limit))),
        ...pods.flatMap(({ pod, sandbox }) => (sandbox === undefined ? [] : [observeSandbox(scope, pod, sandbox)])),
    ];
}
/** What one place gives several pods of an object, as the defaults of a workflow's templates do, is one finding about the object. */
function joined(pods) {
    const all = pods.flatMap((privileges) => causes(privileges).map((powers) => ({ privileges, powers })));
    const groups = (0,build_groups/* groupBy */.$z)(all, ({ privileges: { pod, isNew }, powers }) => {
        const { file, group, kind, namespace, name } = pod.resource;
        const given = powers.map((power) => [lineOf(power), power.container ?? '', (0,privileges_powers/* codeOf */.$N)(power)]);
        return JSON.stringify([file, group, kind, namespace, name, isNew, pod.isWhole, given]);
    });
    return [...groups.values()].flatMap(([first, ...others]) => {
        if (first === undefined || others.length === 0)
            return first ?? [];
        const { privileges } = first;
        return { ...first, privileges: { ...privileges, pod: { ...privileges.pod, part: '' } } };
    });
}
/**
 * What is one finding: of a new pod all of it; of a changed one what each control of baseline forbids, and all that restricted
 * alone does.
 */
function causes({ isNew, powers }) {
    const groups = (0,build_groups/* groupBy */.$z)(powers, ({ level, control }) => (isNew ? 'new' : level === 'baseline' ? control : level));
    return [...groups.values()];
}
function observePowers(scope, privileges, powers) {
    const { pod, isNew, level } = privileges;
    const said = (0,judge_sentence/* enumerate */.HL)(wording_phrases(powers));
    const isNewPod = isNew && (0,pod_privileges/* isDefined */.O9)(pod);
    const [first] = powers;
    const { position, removedAt } = first;
    const places = pod_privileges_widened_placesOf(powers);
    const details = [
        ...(isNewPod ? [newness(level)] : []),
        ...(powers.some(({ isOpen }) => isOpen)
            ? ['What a template or a variable fills in is not known here: it counts as the worst.']
            : []),
    ];
    return {
        message: isNewPod ? `${(0,pod_name/* podName */.B)(pod)} is new and ${said}.` : `${(0,pod_name/* podName */.B)(pod)} newly ${said}.`,
        remedy: `${wording_remedies(powers).join(' ')} What is meant can be accepted in .gitops-gate/policy.yaml.`,
        ...(details.length === 0 ? {} : { details }),
        references: wording_references(powers),
        severity: powers.map(({ severity }) => severity).reduce(severity/* worse */.JJ),
        position,
        ...(places.length === 0 ? {} : { places }),
        ...(removedAt === undefined ? {} : { removedAt }),
        scope,
        object: (0,pod_name/* podIdentity */.Q)(pod),
        subject: [pod.part, ...new Set(powers.map((power) => `${power.container ?? ''} ${(0,privileges_powers/* codeOf */.$N)(power)}`))].sort(),
    };
}
/** The other places, each line once. */
function pod_privileges_widened_placesOf([first, ...others]) {
    const seen = new Set([lineOf(first)]);
    return others.flatMap((power) => {
        if (seen.has(lineOf(power)))
            return [];
        seen.add(lineOf(power));
        return power.position;
    });
}
function lineOf(power) {
    return `${power?.position.file}:${power?.position.line}`;
}
function newness(level) {
    if (level === 'privileged')
        return 'Its namespace is there for privileged pods: reported two severities lower.';
    const by = level === undefined ? 'the level baseline' : `the level that its namespace enforces, ${level}`;
    return `A new workload is judged by ${by}, and reported one severity lower.`;
}
function observeLimit(scope, { pod }, limit) {
    const { container, resources, position, removedAt } = limit;
    return {
        message: `${(0,pod_name/* podName */.B)(pod)} no longer limits the ${(0,judge_sentence/* enumerate */.HL)(resources)} of container ${container}.`,
        remedy: 'Keep a limit: without it one pod can take from its node what the others need.',
        severity: 'low',
        position,
        removedAt,
        scope,
        object: (0,pod_name/* podIdentity */.Q)(pod),
        subject: [pod.part, 'limits', container, ...resources],
    };
}
function observeSandbox(scope, pod, { former, now, position, removedAt }) {
    const name = (0,clipped/* clipped */.c)(former, 100);
    const instead = now === undefined ? '' : `, but for ${(0,clipped/* clipped */.c)(now, 100)}`;
    return {
        message: `${(0,pod_name/* podName */.B)(pod)} no longer asks for the RuntimeClass ${name}${instead}: it may newly use the kernel of its node without a sandbox.`,
        remedy: `Keep runtimeClassName: ${name}, or another RuntimeClass with a sandbox.`,
        severity: 'medium',
        position,
        removedAt,
        scope,
        object: (0,pod_name/* podIdentity */.Q)(pod),
        subject: [pod.part, 'sandbox', former],
    };
}

// EXTERNAL MODULE: ./build/workload/namespaces/pod-security-labels.js + 1 modules
var pod_security_labels = __webpack_require__(67276);
// EXTERNAL MODULE: ./build/workload/pod-security/standards.js + 3 modules
var standards = __webpack_require__(26018);
;// CONCATENATED MODULE: ./build/rules/workload/widened-constraints.js





/**
 * Constraints on pods that allow more than before. What RBAC's family weighs of them is said with those who may use them, and by
 * `rbac-broad-subject` where that is everyone.
 */
function* observeConstraints(scope, widened, raised) {
    const known = new Map(raised.map((each) => [each.resource, each]));
    for (const each of raised)
        if (!each.isForEveryone)
            yield observeRaised(scope, each);
    for (const { resource, gained } of widened) {
        const rest = known.has(resource) ? gained.filter(({ power }) => power === undefined) : gained;
        const [first, ...others] = rest;
        if (first !== undefined)
            yield observeAllowances(scope, resource, [first, ...others]);
    }
}
function observeAllowances(scope, resource, gained) {
    const [first, ...others] = gained;
    const lines = new Set([resource.at(first.path).line]);
    const places = others.flatMap(({ path }) => {
        const position = resource.at(path);
        if (lines.has(position.line))
            return [];
        lines.add(position.line);
        return [position];
    });
    return {
        message: `${(0,rbac_object/* resourceName */.Iy)(resource)} newly lets pods ${(0,judge_sentence/* enumerate */.HL)(widened_constraints_phrases(gained))}.`,
        remedy: 'Give the pods that need it constraints of their own, and let only their ServiceAccount use them.',
        severity: gained.some(({ power, value }) => power !== undefined || value === 'seLinuxContext') ? 'high' : 'medium',
        position: resource.at(first.path),
        ...(places.length === 0 ? {} : { places }),
        scope,
        object: (0,wording/* identity */.D_)(resource),
        subject: ['constraints', ...gained.map(({ kind, value }) => `${kind} ${value}`.trim()).sort()],
    };
}
/** Each kind once, with its values. */
function widened_constraints_phrases(gained) {
    return [...(0,build_groups/* groupBy */.$z)(gained, ({ what }) => what)].map(([what, allowances]) => {
        const values = allowances.map(({ value }) => (value === '*' ? '(any)' : value));
        return what.replace('#', () => (0,judge_sentence/* enumerate */.HL)(values));
    });
}

;// CONCATENATED MODULE: ./build/rules/workload/pod-security-lowered.js







/** Less is demanded of pods: by a namespace, by the cluster's configuration, by constraints on pods. */
const podSecurityLowered = {
    id: 'pod-security-lowered',
    category: 'workload',
    severity: 'high',
    summary: 'A namespace, the admission plugin or constraints on pods demand less of pods than before.',
    check: ({ workloads, rbac, change }) => joinCopies([...workloads.security].flatMap(([scope, { lowered, runLevelNamespaces, configurations, constraints }]) => [
        ...lowered.map((each) => (each.isAssumed ? observeAssumed(scope, each) : observeNamespace(scope, each))),
        ...runLevelNamespaces.map((each) => observeRunLevel(scope, each)),
        ...configurations.map((each) => observeConfiguration(scope, each)),
        ...observeConstraints(scope, constraints, rbac.changes.get(scope)?.raised ?? []),
    ]), change.touched),
};
function observeNamespace(scope, { name, resource, lowerings, isGone, position, removedAt }) {
    const [first] = lowerings;
    const said = `${pod_security_lowered_verbs[first.mode].was} ${stated(first.before)}`;
    const details = pod_security_lowered_detailsOf(lowerings);
    return {
        message: isGone
            ? `Namespace ${name}, which ${said}, is no longer declared, and objects of it still are.`
            : `Namespace ${name} ${changed(first)}.`,
        remedy: pod_security_lowered_remedyOf(first),
        ...(details.length === 0 ? {} : { details }),
        references: pod_security_lowered_references,
        severity: pod_security_lowered_severityOf(lowerings),
        position,
        ...(removedAt === undefined ? {} : { removedAt }),
        scope,
        object: (0,wording/* identity */.D_)(resource),
        subject: [name, ...lowerings.map(subjectOf)],
    };
}
/** A namespace that is elsewhere: what it enforced is not known, only what a patch newly has it enforce. */
function observeAssumed(scope, { name, resource, lowerings, position }) {
    const [{ after }] = lowerings;
    const isNone = after.level === 'privileged';
    return {
        message: `Namespace ${name} is declared elsewhere, and a patch newly has it enforce ${isNone ? 'no level' : stated(after)}, whatever it enforced.`,
        remedy: 'Leave the namespace the level that it has, and put what needs more into a namespace of its own.',
        references: pod_security_lowered_references,
        severity: isNone ? 'high' : 'medium',
        position,
        scope,
        object: (0,wording/* identity */.D_)(resource),
        subject: [name, 'patched', ...lowerings.map(subjectOf)],
    };
}
/** What takes the worst lowering of a namespace back. */
function pod_security_lowered_remedyOf({ mode, field, before }) {
    const [level, version] = [(0,pod_security_labels/* labelOf */.Wy)(mode, 'level'), (0,pod_security_labels/* labelOf */.Wy)(mode, 'version')];
    if (field === 'level')
        return `Keep the label ${level}: ${before.level}, and put what needs more into a namespace of its own.`;
    const accept = 'have that reviewed and accept it (`gitops-gate ignore`).';
    return before.minor === undefined
        ? `Take the label ${version} out, so that the newest version counts; to pin it to the version of your cluster, ${accept}`
        : `Keep the label ${version}: v1.${before.minor}, or name a later version; where your cluster is older, ${accept}`;
}
function observeRunLevel(scope, { name, resource, isNew, position }) {
    return {
        message: `Namespace ${name} ${isNew ? 'is new and' : 'is now'} of a run level whose pods OpenShift does not judge by SecurityContextConstraints.`,
        remedy: 'Leave the label openshift.io/run-level to the platform’s own namespaces.',
        severity: isNew ? 'medium' : 'high',
        position,
        scope,
        object: (0,wording/* identity */.D_)(resource),
        subject: [name, 'run-level'],
    };
}
function observeConfiguration(scope, { resource, lowerings, exempted, isGone, position }) {
    const parts = [
        ...lowerings
            .slice(0, 1)
            .map((lowering) => isGone ? `no longer ${pod_security_lowered_verbs[lowering.mode].is} ${stated(lowering.before)}` : changed(lowering)),
        ...(exempted.length === 0
            ? []
            : [`newly exempts ${(0,judge_sentence/* enumerate */.HL)(exempted.map(({ field, name }) => `${singular[field]} ${name}`))}`]),
    ];
    const details = pod_security_lowered_detailsOf(lowerings);
    return {
        message: `The admission of pods by ${(0,rbac_object/* resourceName */.Iy)(resource).trim()} ${parts.join(', and ')}.`,
        remedy: 'Exempt nobody but the platform’s own namespaces, and lower a single namespace by its labels.',
        ...(details.length === 0 ? {} : { details }),
        references: pod_security_lowered_references,
        severity: exempted.length > 0 ? 'high' : pod_security_lowered_severityOf(lowerings),
        position,
        scope,
        object: (0,wording/* identity */.D_)(resource),
        subject: [...lowerings.map(subjectOf), ...exempted.map(({ field, name }) => `${field} ${name}`)],
    };
}
const pod_security_lowered_references = ['Pod Security Admission', 'CIS 5.2.1'];
const singular = {
    namespaces: 'the namespace',
    usernames: 'the user',
    runtimeClasses: 'the runtime class',
};
/** What is done with pods by a level. */
const pod_security_lowered_verbs = {
    enforce: { is: 'enforces', was: 'enforced' },
    audit: { is: 'audits pods by', was: 'audited pods by' },
    warn: { is: 'warns of pods by', was: 'warned of pods by' },
};
/** What is refused counts; what is only noted or warned of is worth a look. */
function pod_security_lowered_severityOf(lowerings) {
    return lowerings.some(({ mode }) => mode === 'enforce') ? 'high' : 'low';
}
/** `now enforces baseline, not restricted`; `no longer enforces restricted`. */
function changed({ mode, field, before, after }) {
    if (after.level === 'privileged')
        return `no longer ${pod_security_lowered_verbs[mode].is} ${stated(before)}`;
    return field === 'level'
        ? `now ${pod_security_lowered_verbs[mode].is} ${stated(after)}, not ${stated(before)}`
        : `now ${pod_security_lowered_verbs[mode].is} ${after.level} in ${versionOf(after)}, no longer in ${versionOf(before)}`;
}
function stated({ level, minor }) {
    return minor === undefined ? level : `${level} as of v1.${minor}`;
}
function versionOf({ minor }) {
    return minor === undefined ? 'the newest version' : `version v1.${minor}`;
}
function pod_security_lowered_detailsOf([first, ...others]) {
    if (first === undefined)
        return [];
    const { lost, after } = first;
    return [
        ...(lost.length === 0 || after.level === 'privileged'
            ? []
            : [`No longer judged: ${lost.map(controlName).join(', ')}.`]),
        ...(after.isOpen ? ['What a template or a variable decides is not known here: it counts as the lowest.'] : []),
        ...others.map((lowering) => `It also ${changed(lowering)}.`),
    ];
}
/** The control as Kubernetes' pages call it; baseline has a wider form of what only restricted judges: `seccompProfile (restricted)`. */
function controlName(id) {
    return `\`${id.replace(/_(\w+)$/, ' ($1)')}\``;
}
function subjectOf({ mode, before, after }) {
    const text = ({ level, minor }) => `${level} ${minor ?? standards/* newest */.BP}`;
    return `${mode} ${text(before)} ${text(after)}`;
}

// EXTERNAL MODULE: ./build/workload/identity/wording.js
var identity_wording = __webpack_require__(50191);
;// CONCATENATED MODULE: ./build/rules/workload/workload-identity-widened.js



/** A workload can act as somebody it could not act as before: another ServiceAccount, a token it did not have, an identity at a cloud. */
const workloadIdentityWidened = {
    id: 'workload-identity-widened',
    category: 'rbac',
    severity: 'high',
    summary: 'A workload runs as a stronger ServiceAccount, or is given a token or a cloud identity.',
    check: ({ workloads, change }) => joinCopies([...workloads.identities].flatMap(([scope, widenings]) => widenings.map((each) => workload_identity_widened_observe(scope, each))), change.touched),
};
function workload_identity_widened_observe(scope, widening) {
    const { resource, position, severity } = widening;
    return {
        message: (0,identity_wording/* identityMessage */._Z)(widening),
        remedy: (0,identity_wording/* identityRemedy */.Vn)(widening),
        details: (0,identity_wording/* identityDetails */.n2)(widening),
        references: workload_identity_widened_references(widening),
        severity,
        position,
        ...('removedAt' in widening && widening.removedAt !== undefined ? { removedAt: widening.removedAt } : {}),
        scope,
        object: (0,wording/* identity */.D_)(resource),
        subject: (0,identity_wording/* identitySubject */.VQ)(widening),
    };
}
/** CIS Kubernetes Benchmark 1.11: 5.1.5 default accounts, 5.1.6 tokens where they are not needed. */
function workload_identity_widened_references(widening) {
    if (widening.kind === 'cloud' || widening.kind === 'audience')
        return [];
    const isDefault = widening.account === 'default' || widening.account.endsWith('/default');
    return isDefault ? ['CIS 5.1.5', 'CIS 5.1.6'] : ['CIS 5.1.6'];
}

;// CONCATENATED MODULE: ./build/rules/index.js


































/** Every rule; the order is the report's. */
const rules = [
    unsignedCommit,
    invalidSignature,
    rejectedKey,
    untrusted_signer/* untrustedSigner */.V,
    gate_changed/* gateChanged */.K,
    reviewWeakened,
    workflowPermissions,
    unprotectedBranch,
    reviewNotRequired,
    publicRepository,
    hiddenFromDiff,
    unusual_change/* unusualChange */.i,
    rbacWidened,
    rbacUnknownRole,
    rbacBroadSubject,
    workloadIdentityWidened,
    plaintextSecret,
    secretProtectionLost,
    secretStoreWidened,
    secret_in_history/* secretInHistory */.C,
    sopsBroken,
    placeholderSecret,
    secretStale,
    podPrivilegesWidened,
    podSecurityLowered,
    networkWidened,
    namespaceUnfenced,
    deployAuthorityWidened,
    admissionWeakened,
    auditLowered,
    monitoringRemoved,
    imageUnpinned,
    deliveryChanged,
    unreadableManifest,
];


/***/ }),

/***/ 28735:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  j: () => (/* binding */ answeredNotes),
  K: () => (/* binding */ gateChanged)
});

// EXTERNAL MODULE: ./build/groups.js
var groups = __webpack_require__(41782);
// EXTERNAL MODULE: ./build/policy/shape/shape.js
var shape = __webpack_require__(30912);
// EXTERNAL MODULE: ./build/policy/trusted-folder.js
var trusted_folder = __webpack_require__(66965);
// EXTERNAL MODULE: ./build/signature/model/signature.js
var signature = __webpack_require__(87833);
// EXTERNAL MODULE: ./build/signature/trust/admin-keys.js
var admin_keys = __webpack_require__(81308);
// EXTERNAL MODULE: ./build/rules/repository/gate-changed/code-owners.js
var code_owners = __webpack_require__(36204);
// EXTERNAL MODULE: ./build/severity.js
var build_severity = __webpack_require__(15989);
// EXTERNAL MODULE: ./build/policy/rule-levels.js
var rule_levels = __webpack_require__(75985);
;// CONCATENATED MODULE: ./build/policy/compare/compare-rules.js



/** Rules that are less severe, or off, in all scopes or in some. */
function compareRules(before, after) {
    const stated = ({ rules, rulesByScope }, id) => rules.get(id) ?? rulesByScope.get(id);
    const ids = [before, after].flatMap(({ rules, rulesByScope }) => [...rules.keys(), ...rulesByScope.keys()]);
    return [...new Set(ids)].flatMap((id) => {
        const [was, is] = [stated(before, id), stated(after, id)];
        if (codeOf(was) === codeOf(is))
            return [];
        const what = `the rule ${(0,shape/* quote */.hD)(id)} goes from ${wordsOf(was)} to ${wordsOf(is)}`;
        return [{ path: ['rules', id], what, code: ['rules', id, codeOf(was), codeOf(is)], weakens: isWeaker(is, was) }];
    });
}
/** Whether a finding in some scope may be less severe than before. In doubt it may. */
function isWeaker(is, was) {
    if (typeof is === 'object' && typeof was === 'object') {
        const isSameScopes = is.size === was.size && [...was.keys()].every((scope) => is.has(scope));
        if (isSameScopes)
            return [...was].some(([scope, level]) => (0,rule_levels/* compareLevels */.t9)(is.get(scope) ?? 'off', level) > 0);
    }
    return bounds(is)[0] < bounds(was)[1];
}
/** The least and the worst severity that a rule's findings can have; -1 is off. Without an entry, and in scopes that none names, they keep their own. */
function bounds(stated) {
    if (stated === undefined)
        return [0, 3];
    const ranks = (typeof stated === 'string' ? [stated] : [...stated.values()]).map((level) => level === 'off' ? -1 : 3 - (0,build_severity/* compareSeverity */.zK)(level, 'critical'));
    const own = typeof stated === 'string' ? [] : [0, 3];
    return [Math.min(...ranks, ...own), Math.max(...ranks, ...own)];
}
/** Levels by scope in the order of the scopes, which says nothing. */
const sorted = (levels) => [...levels].sort(([one], [other]) => (one < other ? -1 : 1));
function codeOf(stated) {
    if (stated === undefined)
        return 'own';
    return typeof stated === 'string' ? stated : JSON.stringify(sorted(stated));
}
function wordsOf(stated) {
    if (stated === undefined)
        return 'its own severity';
    if (typeof stated === 'string')
        return stated;
    const named = sorted(stated).slice(0, mostNamed);
    const rest = stated.size > named.length ? ` and ${stated.size - named.length} more` : '';
    return `${named.map(([scope, level]) => `${level} in ${(0,shape/* quote */.hD)(scope)}`).join(', ')}${rest}`;
}
/** Scopes that one sentence names. */
const mostNamed = 5;

;// CONCATENATED MODULE: ./build/policy/compare/policy-difference.js

/** Scopes and declared roles decide what covers what: any difference can make a widening look covered. */
function compareNamed(key, kind, before, after, pathOf) {
    const old = new Set(before.map(plain));
    const names = new Set(after.map(({ name }) => name));
    const changed = after.flatMap((item, index) => {
        if (old.has(plain(item)))
            return [];
        const what = `the ${kind} ${(0,shape/* quote */.hD)(item.name)} is added or changed`;
        return [{ path: pathOf(item, index), what, code: [key, item.name, plain(item)], weakens: true }];
    });
    const gone = before.filter(({ name }) => !names.has(name));
    const path = key.split('.');
    return [
        ...changed,
        ...gone.map(({ name }) => {
            return { path, what: `the ${kind} ${(0,shape/* quote */.hD)(name)} is gone`, code: [key, name], weakens: true };
        }),
    ];
}
/** A value that is one of some order; `weakens` says whether the later one is weaker. */
function compareValue(path, before, after, weakens) {
    if (before === after)
        return [];
    const code = [path.join('.'), String(before), String(after)];
    return [{ path, what: `${path.join('.')} goes from ${before} to ${after}`, code, weakens: weakens(before, after) }];
}
/** A list of what is trusted: more of it weakens. */
function compareList(before, after, path, name) {
    return [
        ...added(before, after, path, (item) => `${name(item)} is trusted`, true),
        ...removed(before, after, path, (item) => `${name(item)} is no longer trusted`, false),
    ];
}
/** The items that only `after` has. */
function added(before, after, path, what, weakens, how = 'added') {
    const known = new Set(before.map(plain));
    const only = after.filter((item) => !known.has(plain(item)));
    return only.map((item) => ({ path, what: what(item), code: [path.join('.'), how, plain(item)], weakens }));
}
/** The items that only `before` has. */
function removed(before, after, path, what, weakens) {
    return added(after, before, path, what, weakens, 'removed');
}
/** Whether all items of a list are in another. */
function isWithin(part, whole) {
    return part.every((item) => whole.includes(item));
}
/** Items as a message names them. */
function listed(items = []) {
    return items.length === 0 ? 'none' : items.map(shape/* quote */.hD).join(', ');
}
/** As plain data; policies are built with their keys in one order, so that equal ones give equal text. */
function plain(value) {
    return JSON.stringify(value) ?? '';
}
/** Whether two parts of policies are equal. */
function same(a, b) {
    return plain(a) === plain(b);
}

;// CONCATENATED MODULE: ./build/policy/compare/compare-signatures.js


/** Who signs, what must be signed, and what a forge may sign. */
function compareSignatures(before, after) {
    const identity = ['none', 'committer', 'committer-and-author'];
    const onPush = ['report', 'block'];
    const accept = ['all', 'merges', 'none'];
    const looser = (order) => (was, is) => order.indexOf(is) < order.indexOf(was);
    const at = (...path) => ['signatures', ...path];
    const identityOf = (one) => `${(0,shape/* quote */.hD)(one.subject)} of ${(0,shape/* quote */.hD)(one.issuer)} with the roles ${listed(one.roles)}`;
    return [
        ...compareValue(at('identity'), before.identity, after.identity, looser(identity)),
        ...compareValue(at('onPush'), before.onPush, after.onPush, looser(onPush)),
        ...compareSigners(before.signers, after.signers),
        ...compareRequirements(before.requirements, after.requirements),
        ...compareValue(at('forge', 'accept'), before.forge.accept, after.forge.accept, looser(accept)),
        ...compareList(before.forge.bots, after.forge.bots, at('forge', 'bots'), (bot) => `the bot ${(0,shape/* quote */.hD)(bot)}`),
        ...compareList(before.forge.keys, after.forge.keys, at('forge', 'keys'), (key) => `the forge key ${(0,shape/* quote */.hD)(key)}`),
        ...compareList(before.identities, after.identities, at('identities'), (one) => `the identity ${identityOf(one)}`),
    ];
}
/** Taking this role away needs an admin, as giving it does. */
const admin = 'admin';
/** A signer's entry overrides what its key says: anything but fewer emails or roles may give someone more. */
function compareSigners(before, after) {
    const byKey = (signers) => new Map(signers.map((signer) => [signer.key, signer]));
    const [old, fresh] = [byKey(before), byKey(after)];
    return [...new Set([...old.keys(), ...fresh.keys()])].flatMap((key) => {
        const [was, is] = [old.get(key), fresh.get(key)];
        if (same(was, is))
            return [];
        const path = ['signatures', 'signers', key];
        const code = ['signatures.signers', key, plain(is)];
        if (!was) {
            const what = `the signer ${(0,shape/* quote */.hD)(key)} is added with the roles ${listed(is?.roles)}`;
            return [{ path, what, code, weakens: true }];
        }
        if (!is)
            return [{ path, what: `the signer ${(0,shape/* quote */.hD)(key)} is left to what the key says`, code, weakens: true }];
        const fewerEmails = is.emails.length > 0 && isWithin(is.emails, was.emails);
        const losesAdmin = was.roles.includes(admin) && !is.roles.includes(admin);
        const sameRoles = isWithin(is.roles, was.roles) && !losesAdmin;
        const weakens = was.name !== is.name || !sameRoles || !(same(is.emails, was.emails) || fewerEmails);
        const what = `the signer ${(0,shape/* quote */.hD)(key)} becomes ${(0,shape/* quote */.hD)(is.name)}, emails ${listed(is.emails)}, roles ${listed(is.roles)}`;
        return [{ path, what, code, weakens }];
    });
}
function compareRequirements(before, after) {
    const asks = (by, of) => isWithin(of.paths, by.paths) &&
        isWithin(of.rules, by.rules) &&
        isWithin(by.signers, of.signers) &&
        isWithin(by.roles, of.roles);
    const lost = before.filter((was) => !after.some((is) => asks(is, was)));
    const path = ['signatures', 'require'];
    const name = ({ paths, rules }) => `for ${listed([...paths, ...rules])}`;
    return [
        ...lost.map((was) => ({
            path,
            what: `the signature requirement ${name(was)} is gone or demands less`,
            code: ['signatures.require', 'weaker', plain(was)],
            weakens: true,
        })),
        ...added(before, after, path, (is) => `a signature requirement ${name(is)} is stated`, false),
    ];
}

;// CONCATENATED MODULE: ./build/policy/compare/compare-policies.js





/** Everything in which `after` differs from `before`, in the order of the file's keys. */
function comparePolicies(before, after) {
    return [
        ...compareFailOn(before, after),
        ...compareRules(before, after),
        ...compareBranches(before.branches, after.branches),
        ...compareSignatures(before.signatures, after.signatures),
        ...compareNamed('clusters', 'cluster', before.clusters, after.clusters, ({ name }) => ['clusters', name]),
        ...compareNamed('rbac.roles', 'declared role', before.roles, after.roles, (_, index) => ['rbac', 'roles', index]),
        ...compareValue(['kubernetesVersion'], before.kubernetesVersion, after.kubernetesVersion, () => false),
        ...compareValue(['openshift'], openshiftOf(before), openshiftOf(after), knowsMoreRoles),
        ...compareIgnores(before.ignore, after.ignore),
        ...compareRender(before.render, after.render),
        ...compareFormats(before.secretFormats, after.secretFormats),
        ...compareAges(before.ages, after.ages),
        ...comparePosture(before.posture, after.posture),
        ...compareLimits(before.limits, after.limits),
    ];
}
const openshiftChoices = ['false', 'as the repository shows', 'true'];
function openshiftOf({ openshift }) {
    if (openshift === undefined)
        return 'as the repository shows';
    return openshift ? 'true' : 'false';
}
/** A binding to a role that is known is judged by its rules, and one to an unknown role is high. */
function knowsMoreRoles(before, after) {
    return openshiftChoices.indexOf(after) > openshiftChoices.indexOf(before);
}
/** A URL that newly means this repository makes what is elsewhere look as if it were judged. */
function compareRender(before, after) {
    const require = ['render', 'require'];
    const repositories = ['render', 'repositories'];
    const own = (url) => `${(0,shape/* quote */.hD)(url)} means this repository`;
    const other = (url) => `${(0,shape/* quote */.hD)(url)} no longer means this repository`;
    return [
        ...removed(before.require, after.require, require, (root) => `${(0,shape/* quote */.hD)(root)} need not be rendered`, true),
        ...added(before.require, after.require, require, (root) => `${(0,shape/* quote */.hD)(root)} must be rendered`, false),
        ...compareNamed('render.roots', 'root', before.roots, after.roots, (_, index) => ['render', 'roots', index]),
        ...removed(before.repositories, after.repositories, repositories, other, true),
        ...added(before.repositories, after.repositories, repositories, own, true),
        ...compareValue(['render', 'seconds'], before.seconds, after.seconds, (was, is) => is < was),
    ];
}
/** Once the file says nothing of `failOn`, an input may choose it: that weakens too. */
function compareFailOn(before, after) {
    const strictness = ({ failOn }) => (failOn === 'never' ? -1 : (0,build_severity/* compareSeverity */.zK)(failOn, 'critical'));
    const name = ({ failOn, failOnStated }) => (failOnStated ? failOn : `the default (${failOn})`);
    if (name(before) === name(after))
        return [];
    const weakens = strictness(after) < strictness(before) || (before.failOnStated && !after.failOnStated);
    const code = ['failOn', ...[before, after].map(({ failOn, failOnStated }) => (failOnStated ? failOn : 'default'))];
    return [{ path: ['failOn'], what: `failOn goes from ${name(before)} to ${name(after)}`, code, weakens }];
}
/** A pass must not count for more branches than before; where none are named it counts for any. */
function compareBranches(before, after) {
    const path = ['branches'];
    if (before === undefined || after === undefined) {
        if (before === after)
            return [];
        const isGone = after === undefined;
        const what = isGone ? 'the delivered branches are no longer named' : `only ${listed(after)} may be merged into`;
        return [{ path, what, code: ['branches', ...(after ?? [])], weakens: isGone }];
    }
    return [
        ...added(before, after, path, (branch) => `${(0,shape/* quote */.hD)(branch)} may be merged into`, true),
        ...removed(before, after, path, (branch) => `${(0,shape/* quote */.hD)(branch)} may no longer be merged into`, false),
    ];
}
function compareIgnores(before, after) {
    const [was, is] = [lastDays(before), lastDays(after)];
    const fresh = after.flatMap((entry, index) => {
        if ((was.get(selectorOf(entry)) ?? '') >= entry.until)
            return [];
        const what = `an ignore entry for ${(0,shape/* quote */.hD)(entry.rule)} is added or reaches further`;
        const code = ['ignore', 'more', selectorOf(entry), entry.until];
        return [{ path: ['ignore', index], what, code, weakens: true }];
    });
    const gone = before.filter((entry) => (is.get(selectorOf(entry)) ?? '') < entry.until);
    return [
        ...fresh,
        ...gone.map((entry) => {
            const what = `an ignore entry for ${(0,shape/* quote */.hD)(entry.rule)} is gone or ends earlier`;
            return { path: ['ignore'], what, code: ['ignore', 'less', selectorOf(entry), entry.until], weakens: false };
        }),
    ];
}
/** What an entry selects → the last day that any entry selects it. */
function lastDays(entries) {
    const days = new Map();
    for (const entry of entries) {
        const selector = selectorOf(entry);
        if ((days.get(selector) ?? '') < entry.until)
            days.set(selector, entry.until);
    }
    return days;
}
function selectorOf({ rule, fingerprint, object, path, blobs }) {
    return JSON.stringify([rule, fingerprint, object, path, [...blobs].sort()]);
}
/** A file over a limit is not read: a smaller limit hides more. A whole run over one could not be judged, which hides nothing. */
function compareLimits(before, after) {
    const ofTheRun = ['totalBytes', 'seconds'];
    const names = Object.keys(before);
    return names.flatMap((name) => compareValue(['limits', name], before[name], after[name], (was, is) => is < was && !ofTheRun.includes(name)));
}
/** Fewer people to approve, or a check that need not be made any more. */
function comparePosture(before, after) {
    const path = ['posture', 'require'];
    return [
        ...compareValue(['posture', 'approvals'], before.approvals, after.approvals, (was, is) => is < was),
        ...added(before.require, after.require, path, (id) => `the check ${id} must be made`, false),
        ...removed(before.require, after.require, path, (id) => `the check ${id} need not be made any more`, true),
    ];
}
/** Without one of them, or with another pattern, secrets are no longer found; a less severe one may no longer block. */
function compareFormats(before, after) {
    const path = ['secrets', 'formats'];
    const finds = ({ pattern, severity }, was) => pattern === was.pattern && (0,build_severity/* compareSeverity */.zK)(severity, was.severity) <= 0;
    const lost = before.filter((was) => !after.some((is) => finds(is, was)));
    return [
        ...lost.map((was) => ({
            path,
            what: `the secret format ${(0,shape/* quote */.hD)(was.name)} is gone, has another pattern or is less severe`,
            code: ['secrets.formats', 'weaker', plain(was)],
            weakens: true,
        })),
        ...added(before, after, path, ({ name }) => `the secret format ${(0,shape/* quote */.hD)(name)} is added or changed`, false),
    ];
}
/** More days or hours report less, but for a certificate's, which are those before its end. */
function compareAges(before, after) {
    const names = Object.keys(before);
    return names.flatMap((name) => compareValue(['ages', name], before[name], after[name], (was, is) => is > was === (name !== 'certificateDays')));
}

// EXTERNAL MODULE: ./build/policy/read-policy.js
var read_policy = __webpack_require__(27614);
// EXTERNAL MODULE: ./build/rules/repository/gate-changed/folder-problems.js
var folder_problems = __webpack_require__(92507);
// EXTERNAL MODULE: ./build/rules/repository/gate-changed/gate-difference.js
var gate_difference = __webpack_require__(61373);
// EXTERNAL MODULE: ./build/signature/openpgp/openpgp-keyring.js + 4 modules
var openpgp_keyring = __webpack_require__(83284);
// EXTERNAL MODULE: ./build/signature/ssh/ssh-pattern.js
var ssh_pattern = __webpack_require__(89581);
// EXTERNAL MODULE: ./build/signature/trust/allowed-signers.js + 1 modules
var allowed_signers = __webpack_require__(12216);
// EXTERNAL MODULE: ./build/signature/trust/revoked-keys.js
var revoked_keys = __webpack_require__(58791);
;// CONCATENATED MODULE: ./build/rules/repository/gate-changed/trusted-keys.js








const trustedFile = (path, text) => ({ path, bytes: Buffer.from(text) });
const byEffect = (weakens) => (weakens ? 'weakens' : 'changes');
/**
 * What `allowed_signers` trusts after the change and did not before, and the other way round. Taking an admin's key away, or part
 * of what it is trusted for, weakens the gate: only an admin may.
 */
function allowedSignersDifferences({ path, before, after }, admins) {
    const was = (0,allowed_signers/* readAllowedSigners */.y)(trustedFile(path, before));
    const is = (0,allowed_signers/* readAllowedSigners */.y)(trustedFile(path, after));
    const fresh = is.signers.filter((signer) => !was.signers.some((old) => allows(old, signer)));
    const gone = was.signers.filter((old) => !is.signers.some((signer) => allows(signer, old)));
    return [
        ...fresh.map((signer) => {
            const what = `the SSH key ${signer.key.fingerprint} is trusted for ${(0,shape/* quote */.hD)(signer.principals)}`;
            const code = ['key trusted', ...lineCode(signer)];
            return { file: path, at: { line: signer.line, column: 1 }, what, code, effect: byEffect(true) };
        }),
        ...gone.map((old) => {
            const isAdmins = admins.keys.has(old.key.fingerprint) && !is.signers.some((one) => keepsAdmin(one, old, admins));
            const whose = isAdmins ? `an admin’s SSH key ${old.key.fingerprint}` : `the SSH key ${old.key.fingerprint}`;
            const what = `${whose} is no longer trusted as it was for ${(0,shape/* quote */.hD)(old.principals)}`;
            const at = after === '' ? undefined : gate_difference/* top */.M;
            const code = ['key less trusted', ...lineCode(old)];
            return { file: path, at, what, code, effect: byEffect(isAdmins) };
        }),
    ];
}
/** What a line says, for the fingerprint. */
function lineCode(line) {
    const { key, principals, namespaces, isAuthority, validAfter, validBefore } = line;
    return [key.fingerprint, principals, JSON.stringify([namespaces, isAuthority, validAfter, validBefore])];
}
/** Whether a line still lets an admin's key sign commits as an admin, for as long as `old` did. */
function keepsAdmin(line, old, { policy }) {
    return (line.key.fingerprint === old.key.fingerprint &&
        line.isAuthority === old.isAuthority &&
        trusted_keys_isWithin(old, line) &&
        (line.namespaces === undefined || (0,ssh_pattern/* matchesPatternList */._)('git', line.namespaces)) &&
        ((0,admin_keys/* isAdminLine */.E_)(policy, line) ? true : !(0,admin_keys/* isAdminLine */.E_)(policy, old) && line.principals === old.principals));
}
/** Whether `line` is valid all the time that `old` is. */
function trusted_keys_isWithin(old, line) {
    return ((line.validAfter ?? 0) <= (old.validAfter ?? 0) &&
        (line.validBefore ?? Number.POSITIVE_INFINITY) >= (old.validBefore ?? Number.POSITIVE_INFINITY));
}
/** Whether one line allows everything that the other does. */
function allows(by, of) {
    return (by.key.fingerprint === of.key.fingerprint &&
        by.principals === of.principals &&
        by.isAuthority === of.isAuthority &&
        (by.namespaces === undefined || by.namespaces === of.namespaces) &&
        trusted_keys_isWithin(of, by));
}
/** A key that is no longer revoked counts again; one that is revoked counts no more, which for an admin's key an admin must say. */
function revokedDifferences({ path, before, after }, admins) {
    const was = (0,revoked_keys/* readRevokedKeys */.D)(trustedFile(path, before));
    const is = (0,revoked_keys/* readRevokedKeys */.D)(trustedFile(path, after));
    const at = after === '' ? undefined : gate_difference/* top */.M;
    const gone = [...was.fingerprints].filter((key) => !is.fingerprints.has(key));
    const fresh = [...is.fingerprints].filter((key) => !was.fingerprints.has(key));
    return [
        ...gone.map((key) => {
            const what = `the key ${key} is no longer revoked`;
            return { file: path, at, what, code: ['key no longer revoked', key], effect: byEffect(true) };
        }),
        ...fresh.map((key) => {
            const isAdmins = admins.keys.has(key);
            const what = `${isAdmins ? 'an admin’s' : 'the'} key ${key} is revoked`;
            return { file: path, at, what, code: ['key revoked', key], effect: byEffect(isAdmins) };
        }),
    ];
}
/** A certificate whose bytes the folder did not hold before can bring another key, another identity or a later expiry. */
function certificateDifferences({ path, before, after }, kind, folder, beforeTree, afterTree, admins) {
    const holds = (tree, id) => [...tree].some(([p, entry]) => entry.id === id && (0,trusted_folder/* trustedKind */.M2)(p, folder) === kind);
    const name = kind === 'x509' ? 'X.509 root' : 'OpenPGP certificate';
    if (after !== undefined && !holds(beforeTree, after.id)) {
        const what = `${before ? 'a changed' : 'a new'} ${name} is trusted`;
        return [{ file: path, at: gate_difference/* top */.M, what, code: ['certificate trusted', after.id], effect: 'weakens' }];
    }
    if (before === undefined || holds(afterTree, before.id))
        return [];
    const isAdmins = holdsAdminKey(path, before.bytes, admins);
    const what = `an ${isAdmins ? 'admin’s ' : ''}${name} is no longer trusted`;
    return [{ file: path, at: undefined, what, code: ['certificate gone', before.id], effect: byEffect(isAdmins) }];
}
function holdsAdminKey(path, bytes, { keys }) {
    const { blocks } = (0,openpgp_keyring/* readCertificateBlocks */.m)([{ path, bytes }]);
    return blocks.some(({ primary, subkeys }) => [primary, ...subkeys].some(({ about }) => keys.has(about.fingerprint)));
}

;// CONCATENATED MODULE: ./build/rules/repository/gate-changed/folder.js






/** How the change alters the gate's folder: its policy, its ignores and the keys it trusts. */
function folderDifferences(evidence) {
    const { folder } = evidence.policy;
    const { before, touched } = evidence.change;
    const inside = touched.filter(({ path }) => (0,trusted_folder/* isInFolder */.Gp)(path, folder));
    const broken = brokenBy(inside, evidence);
    const exists = [...before.keys()].some((path) => (0,trusted_folder/* isInFolder */.Gp)(path, folder));
    const readable = inside.filter(({ path }) => !broken.some(({ file }) => file === path));
    const differences = exists ? readable.flatMap((file) => fileDifferences(file, evidence)) : begins(inside, evidence);
    return [...shadows(touched, folder), ...broken, ...differences];
}
/**
 * While the base has no such folder, adding it takes nothing away: it is reported, not blocked. Of the past it counts what a first policy
 * lets pass that the built-in defaults, which held until then, do not.
 */
function begins(inside, evidence) {
    const { folder } = evidence.policy;
    const read = inside.filter(({ path, after }) => after && (0,trusted_folder/* trustedKind */.M2)(path, folder) !== undefined);
    const first = read[0];
    if (!first)
        return [];
    const names = read.map(({ path }) => path.slice(folder.length + 1)).join(', ');
    const what = `${folder}/ is new, with ${names}`;
    const policy = evidence.isFirstPolicyJudged === true ? read.filter((file) => isPolicy(file, folder)) : [];
    return [
        { file: first.path, at: gate_difference/* top */.M, what, code: ['set up'], effect: 'begins' },
        ...policy.flatMap((file) => policyDifferences(file, evidence.trustsKeys).filter(isLaxer)),
    ];
}
const isPolicy = ({ path }, folder) => (0,trusted_folder/* trustedKind */.M2)(path, folder) === 'policy';
/** Whether a first policy lets something pass by itself. Which clusters and roles there are is for it to say, and a rule that blocks still does. */
const isLaxer = ({ effect, code: [key, , , level] }) => effect === 'weakens' &&
    (key === 'rules'
        ? !['high', 'critical'].includes(level ?? '')
        : key === 'failOn' || /^(?:ignore|limits\b)/.test(key ?? ''));
/** The usual folder takes the place of one that an input names, as soon as the base has it. */
function shadows(touched, folder) {
    const usual = (0,trusted_folder/* policyFolder */.hx)(undefined);
    const file = folder === usual ? undefined : touched.find(({ path, after }) => after && (0,trusted_folder/* isInFolder */.Gp)(path, usual));
    if (!file)
        return [];
    const what = `${usual}/ is added, which takes the place of ${folder}/`;
    return [{ file: file.path, at: gate_difference/* top */.M, what, code: ['folder shadowed', folder], effect: 'weakens' }];
}
/** Everything that would keep the folder from being read once the change is merged. */
function brokenBy(inside, { policy: { folder }, ruleIds }) {
    const entries = inside.flatMap(({ path, after }) => after ? [{ path, mode: after.mode, bytes: completeBytes(after) }] : []);
    return (0,folder_problems/* folderProblems */.V)(entries, folder, ruleIds).map(({ file, line, column, what, fix }) => {
        const content = inside.find(({ path }) => path === file)?.after?.id ?? '';
        const clause = `${what.replace(/\.$/, '')} (${fix})`;
        return { file, at: { line, column }, what: clause, code: ['broken', content], effect: 'breaks' };
    });
}
function fileDifferences(file, evidence) {
    const { policy, change, trustsKeys } = evidence;
    const admins = { keys: evidence.adminKeys, policy: policy.signatures };
    const kind = (0,trusted_folder/* trustedKind */.M2)(file.path, policy.folder);
    if (kind === undefined)
        return [];
    const sides = { path: file.path, before: textOf(file.before), after: textOf(file.after) };
    const certificates = () => certificateDifferences(file, kind, policy.folder, change.before, change.after, admins);
    const differences = {
        policy: () => policyDifferences(file, trustsKeys),
        allowed: () => allowedSignersDifferences(sides, admins),
        revoked: () => revokedDifferences(sides, admins),
        openpgp: certificates,
        x509: certificates,
    }[kind]();
    const isOut = trustsKeys && isLastKey(file, evidence);
    const last = isOut
        ? [
            {
                file: file.path,
                at: undefined,
                what: 'no key is sure to be trusted any more',
                code: ['no key left'],
                effect: 'weakens',
            },
        ]
        : [];
    if (differences.length + last.length === 0) {
        return [{ file: file.path, at: file.after && gate_difference/* top */.M, what: unchanged(file), code: ['no effect'], effect: 'changes' }];
    }
    // The first key that is ever trusted begins the checking of signatures: it lets nothing pass that did not.
    const isFirst = kind !== 'policy' && !trustsKeys;
    return [...differences.map((one) => (isFirst && one.effect === 'weakens' ? changes(one) : one)), ...last];
}
function unchanged({ after }) {
    return after ? 'its text changes, and nothing it says' : 'it is removed, and nothing it said is lost';
}
function changes(difference) {
    return { ...difference, effect: 'changes' };
}
/**
 * Compares the policies of both sides. One that cannot be read counts as the built-in defaults, which hold instead of it. While
 * no key is trusted a signer's entry takes nothing away: so trust begins.
 */
function policyDifferences({ path, before, after }, trustsKeys) {
    const begins = (key) => !trustsKeys && key[0] === 'signatures' && key[1] === 'signers';
    const was = (0,read_policy/* readPolicy */.T)(before && completeBytes(before), path);
    const is = (0,read_policy/* readPolicy */.T)(after && completeBytes(after), path);
    return comparePolicies(was.policy, is.policy).map(({ path: key, what, code, weakens }) => ({
        file: path,
        at: after ? (is.document?.at(key) ?? gate_difference/* top */.M) : undefined,
        what,
        code,
        effect: weakens && !begins(key) ? 'weakens' : 'changes',
    }));
}
/** Whether a key goes away and none is sure to be left: signatures would then only be reported. */
function isLastKey(file, { policy: { folder }, change }) {
    const kind = (0,trusted_folder/* trustedKind */.M2)(file.path, folder);
    if (kind === 'policy' || kind === 'revoked' || file.before === undefined)
        return false;
    const isCertificate = (path) => ['openpgp', 'x509'].includes((0,trusted_folder/* trustedKind */.M2)(path, folder) ?? '');
    const allowed = change.touched.find(({ path }) => (0,trusted_folder/* trustedKind */.M2)(path, folder) === 'allowed');
    return ![...change.after.keys()].some(isCertificate) && linesOf(textOf(allowed?.after)).length === 0;
}
function linesOf(text) {
    return text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '' && !line.startsWith('#'));
}
/** The bytes of a side that was read whole; undefined where it was not, so that nothing is taken for an empty file. */
function completeBytes({ bytes, size }) {
    return bytes.length === size ? bytes : undefined;
}
function textOf(side) {
    return side?.bytes.toString('utf8') ?? '';
}

// EXTERNAL MODULE: ./build/rules/repository/gate-changed/pipelines.js + 4 modules
var pipelines = __webpack_require__(96825);
;// CONCATENATED MODULE: ./build/rules/repository/gate-changed.js








/** A change to what decides over changes: the policy, the keys it trusts, what runs it, and who must review that. */
const gateChanged = {
    id: 'gate-changed',
    category: 'repository',
    severity: 'high',
    summary: 'The gate’s own policy, trusted keys, ignores, pipeline or code owners change.',
    *check(evidence) {
        const { all, signed } = gateDifferences(evidence);
        const counted = all.flatMap((one) => unanswered(one, signed)).map((one) => vouched(one, evidence));
        for (const effect of ['breaks', 'weakens', 'vouched', 'changes', 'begins']) {
            const differences = counted.filter((one) => one.effect === effect);
            yield* observeAll(differences, (file) => remedyFor(effect, file, evidence));
        }
    },
};
/** What changes about the gate, and the files of it that an admin signed as they are now. */
function gateDifferences(evidence) {
    const { change, policy } = evidence;
    // An audit compares with nothing: there is no change to judge.
    if (change.range.kind === 'audit')
        return { all: [], signed: new Set() };
    const differences = [...folderDifferences(evidence), ...(0,pipelines/* pipelineDifferences */.f)(change)];
    const all = [...differences, ...(0,code_owners/* codeOwnersDifferences */.uA)(change, ownFiles(change, policy.folder))];
    const files = new Set(all.flatMap(({ file, successors = [] }) => [file, ...successors]));
    return { all, signed: new Set([...files].filter((file) => isAnsweredFor(change, file, signature/* isAdmin */.qc))) };
}
/** Changes of the gate that are said one by one, of those that an admin signed. */
const mostAnswered = 10;
/** What changes about the gate and is not a finding because an admin signed it: whoever reviews the change sees it all the same. */
function answeredNotes(evidence) {
    const { all, signed } = gateDifferences(evidence);
    const answered = all.filter((one) => unanswered(one, signed).length === 0);
    const rest = answered.length - mostAnswered;
    return [
        ...answered
            .slice(0, mostAnswered)
            .map(({ effect, file, what }) => `${file} ${meaning[effect]}, signed by an admin: ${what}.`),
        ...(rest > 0 ? [`${rest} more changes of the gate are signed by an admin.`] : []),
    ];
}
/** The difference, unless an admin answers for it; nobody answers for what breaks the gate. */
function unanswered(difference, signed) {
    const { effect, file, what, successors = [] } = difference;
    if (effect === 'breaks' || !signed.has(file))
        return [difference];
    const unsigned = successors.find((path) => !signed.has(path));
    if (unsigned === undefined)
        return [];
    return [{ ...difference, what: `${what}, and no admin signed ${(0,shape/* quote */.hD)(unsigned)} as it is now` }];
}
/**
 * While the base names no admin nobody could ever add a key or accept a finding. So what a trusted key signs of the gate's own folder
 * is seen and does not block; the pipeline and code owners are not part of that, nor is a folder that could not be read.
 */
function vouched(difference, { change, policy }) {
    const { effect, file } = difference;
    const isOpen = effect === 'weakens' && (0,trusted_folder/* isInFolder */.Gp)(file, policy.folder) && !(0,admin_keys/* mayHaveAdmin */.FX)(policy);
    return isOpen && isAnsweredFor(change, file, signature/* isGood */.Kg) ? { ...difference, effect: 'vouched' } : difference;
}
/** The files that make up the gate before the change. */
function ownFiles(change, folder) {
    const inside = [...change.before.keys()].filter((path) => (0,trusted_folder/* isInFolder */.Gp)(path, folder));
    return [...new Set([`${folder}/policy.yaml`, ...inside, ...(0,pipelines/* gatePipelines */.v)(change)])];
}
/**
 * Whether a signer answers for what is at a path after the change: the last commit of the change that touches it has a signature that
 * `is` right and leaves exactly that there. Merges that bring in nothing of their own touch nothing. Where the paths of a commit
 * are not known, it may be the last.
 */
function isAnsweredFor({ commits, commitPaths, after }, path, is) {
    const own = commits.filter(({ kind, isPlainMerge }) => kind === 'commit' && isPlainMerge !== true);
    const last = own.findLast(({ sha }) => commitPaths.get(sha)?.has(path) ?? true);
    const paths = last && commitPaths.get(last.sha);
    if (last === undefined || paths === undefined || !is(last.signature))
        return false;
    const [left, result] = [paths.get(path), after.get(path)];
    return left?.id === result?.id && left?.mode === result?.mode;
}
const severityOf = {
    breaks: 'high',
    weakens: 'high',
    vouched: 'medium',
    changes: 'medium',
    begins: 'low',
};
const meaning = {
    breaks: 'breaks the gate',
    weakens: 'weakens the gate',
    vouched: 'weakens the gate',
    changes: 'changes the gate',
    begins: 'sets up the gate',
};
const remedies = {
    breaks: 'Fix the file: `gitops-gate policy validate` names every problem.',
    weakens: 'Have an admin make and sign the last commit that touches this file, or take the change out.',
    vouched: 'Review it as a change to the gate itself. It does not block, because the base names no admin and trusts the key that signed this. Name the first admin now, under signatures.signers of policy.yaml with roles: [admin]: from then on an admin must sign such a change.',
    changes: 'Review it as a change to the gate itself. It passes where an admin signed the last commit that touches it.',
    begins: 'Review the keys and the policy: from the merge on they judge every change.',
};
/** What to do about a change of this effect to this file: who may answer for it depends on what the base has so far. */
function remedyFor(effect, file, { policy, trustsKeys }) {
    if (effect !== 'weakens')
        return remedies[effect];
    const { folder, isBroken } = policy;
    if (isBroken) {
        return `Take the change out and fix only what is broken: while the base's ${folder}/ cannot be read, nobody can answer for more.`;
    }
    if ((0,admin_keys/* mayHaveAdmin */.FX)(policy))
        return remedies.weakens;
    const none = `the base names no admin in signatures.signers of ${folder}/policy.yaml`;
    if (!trustsKeys) {
        return `First trust a key and name an admin, in a change of its own: ${none} and trusts no key, so that nobody can answer for this change. Or take it out.`;
    }
    return (0,trusted_folder/* isInFolder */.Gp)(file, folder)
        ? `Sign the last commit that touches this file with a key that the base trusts: while ${none}, the change is then reported and does not block.`
        : `First name an admin, in a change of its own: ${none}, so that nobody can answer for a change of this file. Or take it out.`;
}
/** Findings that one file and effect have of their own, at most; what is beyond is reported together. */
const mostAlone = 20;
/** Observations of one effect: what breaks or weakens the gate is reported alone, in its place; the rest file by file. */
function* observeAll(differences, remedyOf) {
    for (const [file, group] of (0,groups/* groupBy */.$z)(differences, ({ file }) => file)) {
        const remedy = remedyOf(file);
        const isGrave = ['breaks', 'weakens', 'vouched'].includes(group[0]?.effect ?? '');
        const alone = isGrave ? group.slice(0, mostAlone) : [];
        yield* alone.map((one) => observe([one], remedy));
        if (group.length > alone.length)
            yield observe(group.slice(alone.length), remedy);
    }
}
/** One observation for differences of one file and one effect. */
function observe(differences, remedy) {
    const [first, ...more] = differences;
    if (!first)
        throw new Error('an observation needs a difference');
    const { file, at, what, effect } = first;
    const details = more.length > 0 ? { details: differences.slice(0, 50).map((one) => one.what) } : {};
    const rest = more.length > 0 ? `, and ${more.length} more` : '';
    return {
        message: `${file} ${meaning[effect]}: ${what}${rest}`,
        remedy,
        severity: severityOf[effect],
        ...details,
        // A file that is gone was at its top.
        ...(at ? { position: { file, line: at.line, column: at.column } } : { removedAt: { file, line: 1, column: 1 } }),
        // Who signed it makes it no other finding.
        subject: [file, effect === 'vouched' ? 'weakens' : effect, ...differences.flatMap((one) => one.code)],
    };
}


/***/ }),

/***/ 36204:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C_: () => (/* binding */ githubLoadsBelow),
/* harmony export */   Ho: () => (/* binding */ forgesReading),
/* harmony export */   _N: () => (/* binding */ holdingLine),
/* harmony export */   hl: () => (/* binding */ linesIn),
/* harmony export */   kj: () => (/* binding */ readCodeOwners),
/* harmony export */   uA: () => (/* binding */ codeOwnersDifferences)
/* harmony export */ });
/* harmony import */ var _policy_glob_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(64757);
/* harmony import */ var _policy_shape_shape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30912);
/* harmony import */ var _posture_model_control_files_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(64482);
/* harmony import */ var _control_files_of_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(85785);
/* harmony import */ var _gate_difference_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(61373);





/** How the change alters who owns the gate's own files: `gateFiles` are their paths, CODEOWNERS itself apart. */
function codeOwnersDifferences(change, gateFiles) {
    const controlFiles = (0,_control_files_of_js__WEBPACK_IMPORTED_MODULE_2__/* .controlFilesOf */ .O)(change);
    const touched = change.touched.map(({ path }) => path);
    return forgesReading(change).flatMap((forge) => {
        const paths = _posture_model_control_files_js__WEBPACK_IMPORTED_MODULE_1__/* .codeOwnersPaths */ .Yl[forge];
        const file = paths.find((path) => touched.includes(path));
        if (file === undefined)
            return [];
        const protect = [...gateFiles, ...paths.filter((path) => change.before.has(path))];
        const protectedPaths = [...new Set(protect)];
        const ownersOn = (side) => ownersIn(forge, controlFiles, side, change, protectedPaths.length);
        const [was, is] = [ownersOn('before'), ownersOn('after')];
        const owned = protectedPaths.map((path) => ({ path, was: was(path), is: is(path) }));
        const changed = owned.filter((one) => one.was.join() !== one.is.join());
        const at = change.after.has(file) ? _gate_difference_js__WEBPACK_IMPORTED_MODULE_3__/* .top */ .M : undefined;
        const difference = (list, what, effect) => {
            if (list.length === 0)
                return [];
            const code = ['owners', ...list.flatMap((one) => [one.path, one.is.join(' ')])];
            return [{ file, at, what: `${what} ${list.map((one) => (0,_policy_shape_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(one.path)).join(', ')}`, code, effect }];
        };
        return [
            ...difference(changed.filter((one) => one.was.length > 0), 'other people own', 'weakens'),
            ...difference(changed.filter((one) => one.was.length === 0), 'owners are named for', 'changes'),
        ];
    });
}
/** Comparisons of a line with a path that are made: matching takes time. A longer CODEOWNERS names nobody that is known. */
const mostComparisons = 200_000;
/** The owners of a path by the file that holds on one side. One that was not read names nobody that is known, so that any other differs from it. */
function ownersIn(forge, controlFiles, side, change, asked) {
    const holding = _posture_model_control_files_js__WEBPACK_IMPORTED_MODULE_1__/* .codeOwnersPaths */ .Yl[forge].find((path) => change[side].has(path));
    const bytes = holding === undefined ? Buffer.alloc(0) : controlFiles[side].get(holding);
    if (bytes === undefined || linesIn(bytes) * asked > mostComparisons) {
        return () => [`whom ${holding} names in ${change[side].get(holding ?? '')?.id}`];
    }
    const sections = readCodeOwners(bytes, forge);
    return (path) => [...new Set(sections.flatMap((section) => ownersOf(path, section)))].sort();
}
/**
 * The forges that may read the CODEOWNERS of a repository: GitLab's alone where it has a pipeline and GitHub none, and sections in a file that
 * both would read.
 */
function forgesReading(change) {
    const first = _posture_model_control_files_js__WEBPACK_IMPORTED_MODULE_1__/* .codeOwnersPaths */ .Yl.github.find((path) => change.before.has(path)) ?? '';
    const text = (0,_control_files_of_js__WEBPACK_IMPORTED_MODULE_2__/* .controlFilesOf */ .O)(change).before.get(first)?.toString('utf8') ?? '';
    const isGitlab = !first.startsWith('.github/') && /^[ \t]{0,9}\^?\[/m.test(text);
    const isOnGithub = isGitlab && [...change.before.keys()].some((path) => path.startsWith('.github/'));
    return isGitlab && !isOnGithub && change.before.has('.gitlab-ci.yml') ? ['gitlab'] : ['github', 'gitlab'];
}
/** How many lines a file has. */
function linesIn(bytes) {
    let count = 1;
    for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1))
        count++;
    return count;
}
/** Bytes of a CODEOWNERS that GitHub no longer loads ("must be under 3 MB in size"). */
const githubLoadsBelow = 3_000_000;
/**
 * Lines of `pattern owner…`; the last match holds. GitHub skips a line that it does not understand, and loads nothing of a file of 3 MB
 * ("About code owners"). GitLab knows `[section][approvals] owner…` headers (`^[section]` for an optional one), of which those of one
 * name are one, and leaves out an owner that it does not understand, not the line ("Code Owners syntax and error handling"). Behind a pattern it
 * knows no comments.
 */
function readCodeOwners(bytes, forge) {
    if (forge === 'github' && bytes.length >= githubLoadsBelow)
        return [];
    const sections = new Map();
    const sectionOf = (name, isOptional = false) => {
        const section = sections.get(name) ?? { name, isOptional, entries: [] };
        // Where one header of a name is not optional, none is.
        section.isOptional &&= isOptional;
        sections.set(name, section);
        return section;
    };
    let [section, defaults, approvals] = [sectionOf(''), [], 1];
    for (const [index, line] of bytes.toString('utf8').split('\n').entries()) {
        const header = forge === 'github' ? null : /^\s*(\^?)\[([^\]]+)\](?:\[(\d+)\])?(.*)$/.exec(line);
        if (header) {
            const [, optional, name = '', count = '1', owners] = header;
            section = sectionOf(name.toLowerCase(), optional !== '');
            defaults = uncommented(words(owners)).filter(isOwner.gitlab);
            // Less than one counts as if no number were there.
            approvals = Math.max(1, Number(count));
        }
        const all = header ? [] : words(line);
        const [written = '', ...stated] = forge === 'github' || all[0]?.startsWith('#') ? uncommented(all) : all;
        const owners = stated.filter(isOwner[forge]);
        const isUnderstood = forge === 'gitlab' || (owners.length === stated.length && !/^!|^\\#|[[\]]/.test(written));
        if (written === '' || !isUnderstood)
            continue;
        const isExclusion = forge === 'gitlab' && written.startsWith('!');
        const pattern = written.slice(isExclusion ? 1 : 0).replace(/\\([ \t#])/g, '$1');
        section.entries.push({
            matches: matcherOf(pattern),
            owners: isExclusion ? [] : stated.length > 0 ? owners : defaults,
            approvals,
            isExclusion,
            line: index + 1,
        });
    }
    return [...sections.values()];
}
/** The line of a section that says who owns a path. */
function holdingLine({ entries }, path) {
    return (entries.find(({ isExclusion, matches }) => isExclusion && matches(path)) ??
        entries.findLast(({ matches }) => matches(path)));
}
const email = /^[^\s@]{1,100}@(?:[\w-]{1,100}\.){1,20}[\w-]{1,100}$/;
/** Whether a word may name an owner: a user, a team or group, a role of GitLab's, an address. */
const isOwner = {
    github: (word) => /^@[\w.-]{1,100}(?:\/[\w.-]{1,100})?$/.test(word) || email.test(word),
    gitlab: (word) => /^@{1,2}[\w.-]{1,255}(?:\/[\w.-]{1,255}){0,20}$/.test(word) || email.test(word),
};
/** The words of a line; a blank behind a backslash is part of its word. */
function words(line = '') {
    return line.match(/(?:\\.|[^ \t\r\f\v])+/g) ?? [];
}
function uncommented(all) {
    const comment = all.findIndex((word) => word.startsWith('#'));
    return comment < 0 ? all : all.slice(0, comment);
}
/** Those who have to approve: in an optional section nobody has to. */
function ownersOf(path, section) {
    return section.isOptional ? [] : (holdingLine(section, path)?.owners ?? []);
}
function matcherOf(pattern) {
    const globs = globsOf(pattern).map(_policy_glob_js__WEBPACK_IMPORTED_MODULE_4__/* .compileGlob */ .S);
    return (path) => globs.some((matches) => matches(path));
}
/** A pattern of gitignore's kind as globs from the top: anchored by a slash before its end, covering what is below a folder. */
function globsOf(pattern) {
    const bare = pattern.replace(/^\//, '').replace(/\/$/, '');
    const isAnchored = pattern.replace(/\/$/, '').includes('/');
    const glob = isAnchored ? bare : `**/${bare}`;
    const below = `${glob}/**`;
    if (pattern.endsWith('/'))
        return [below];
    return glob.endsWith('/*') && isAnchored ? [glob] : [glob, below];
}


/***/ }),

/***/ 85785:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ controlFilesOf)
/* harmony export */ });
/* harmony import */ var _posture_model_control_files_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(64482);

/** The controlFiles of both sides; where only touched files were read, those. */
function controlFilesOf({ controlFiles, touched }) {
    if (controlFiles)
        return controlFiles;
    const side = (name) => new Map(touched.flatMap((file) => file[name] && (0,_posture_model_control_files_js__WEBPACK_IMPORTED_MODULE_0__/* .isControlFile */ .e2)(file.path) ? [[file.path, file[name].bytes]] : []));
    return { before: side('before'), after: side('after') };
}


/***/ }),

/***/ 61373:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ top)
/* harmony export */ });
/** The top of a file that is there after the change. */
const top = { line: 1, column: 1 };


/***/ }),

/***/ 96825:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  v: () => (/* binding */ gatePipelines),
  f: () => (/* binding */ pipelineDifferences)
});

// EXTERNAL MODULE: ./build/plain-values.js
var plain_values = __webpack_require__(98419);
// EXTERNAL MODULE: ./build/policy/shape/shape.js
var shape = __webpack_require__(30912);
// EXTERNAL MODULE: ./build/posture/model/check-name.js
var check_name = __webpack_require__(12169);
// EXTERNAL MODULE: ./build/posture/model/control-files.js
var control_files = __webpack_require__(64482);
// EXTERNAL MODULE: ./build/posture/model/runs-gate.js
var runs_gate = __webpack_require__(58623);
// EXTERNAL MODULE: ./build/posture/model/yaml-object.js
var yaml_object = __webpack_require__(62376);
// EXTERNAL MODULE: ./build/rules/repository/gate-changed/control-files-of.js
var control_files_of = __webpack_require__(85785);
// EXTERNAL MODULE: ./build/rules/repository/gate-changed/gate-difference.js
var gate_difference = __webpack_require__(61373);
// EXTERNAL MODULE: ./build/severity.js
var severity = __webpack_require__(15989);
;// CONCATENATED MODULE: ./build/rules/repository/gate-changed/gate-inputs.js


/** Inputs of the action and the component that only shape where findings are shown. */
const harmless = [
    'github-token',
    'comment',
    'summary-comment',
    'max-comments',
    'name',
    'report-dir',
    'stage',
    'security-reports',
    'junit-report',
    'kubernetes-version',
];
/** Inputs of the gate that change so that something may pass which did not: their names. */
function loosenedInputs(before, after) {
    const [was, is] = [(0,plain_values/* mapping */.pq)(before), (0,plain_values/* mapping */.pq)(after)];
    return changedKeys(was, is).filter((name) => {
        if (harmless.includes(name))
            return false;
        if (name === 'version')
            return !isLaterRelease(`gate@${was[name]}`, `gate@${is[name]}`);
        if (name === 'render')
            return was[name] === 'required';
        return name !== 'fail-on' || strictness(is[name]) < strictness(was[name]);
    });
}
/** The keys whose values differ, in the order of the first mapping and then the second. */
function changedKeys(before, after) {
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((key) => !(0,plain_values/* isSameValue */.am)(before[key], after[key]));
}
/** Larger is stricter. Nothing, or `policy`, leaves it to the policy and so to the default; what is not a severity may be anything. */
function strictness(failOn) {
    if (failOn === undefined || failOn === '' || failOn === 'policy')
        return severity/* severities */.gO.indexOf('high');
    return severity/* severities */.gO.map(String).indexOf((0,plain_values/* scalarText */.ws)(failOn));
}
/**
 * Whether a reference to the gate goes from one release to the same or a later one: `owner/repository@v1.2.0` to
 * `owner/repository@v1.3.0`. A commit id says nothing of what it holds, and can come from a fork.
 */
function isLaterRelease(before, after) {
    if (typeof before !== 'string' || typeof after !== 'string')
        return false;
    const [was, is] = [release(before), release(after)];
    if (!was || !is || was.name !== is.name)
        return false;
    for (const [index, number] of is.version.entries()) {
        const old = was.version[index] ?? 0;
        if (number !== old)
            return number > old;
    }
    return true;
}
function release(reference) {
    const [, name, version] = /^([^@\s]+)@v?([0-9]{1,6}(?:\.[0-9]{1,6}){0,2})$/.exec(reference) ?? [];
    return name === undefined || version === undefined ? undefined : { name, version: version.split('.').map(Number) };
}

;// CONCATENATED MODULE: ./build/rules/repository/gate-changed/gitlab-pipeline.js




/** Keys of a pipeline that hold for every job. */
const everywhere = ['default', 'workflow', 'image', 'before_script', 'after_script', 'services'];
/** Keys of a pipeline that are not jobs. */
const notJobs = [...everywhere, 'include', 'variables', 'stages', 'cache', 'spec'];
/** Keys of a job that cannot keep the gate from running or from failing. */
const harmlessJobKeys = ['artifacts', 'interruptible', 'timeout', 'retry', 'stage', 'tags'];
/** Variables that change how git, Node.js, the runner or the gate itself works. */
const decisiveVariables = /^(GITOPS_GATE|GIT_|NODE_|CI_|FF_|LD_|DOCKER_|PATH$|HOME$|BASH_ENV$|ENV$)/;
/** Whether a GitLab pipeline file runs the gate: a job of its own, or an include that brings it. */
function pipelineRunsGate(pipeline) {
    return (0,yaml_object/* mentionsGate */.Vu)(pipeline.include) || gateJobs(pipeline).length > 0;
}
/** What in a GitLab pipeline file that runs the gate changes so that the gate may not run, not fail, or judge less. */
function pipelineLoosenings(before, after) {
    const keys = everywhere.filter((key) => !(0,plain_values/* isSameValue */.am)(before[key], after[key]));
    const [was, is] = [(0,plain_values/* mapping */.pq)(before.variables), (0,plain_values/* mapping */.pq)(after.variables)];
    const variables = changedKeys(was, is).filter((name) => decisiveVariables.test(name));
    const jobs = [...new Set([...gateJobs(before), ...gateJobs(after), ...includedJobs(before).filter(isIn(after))])];
    return [
        ...includeLoosenings((0,yaml_object/* asList */.DD)(before.include), (0,yaml_object/* asList */.DD)(after.include)),
        ...keys.map((key) => ({ path: [key], what: `${key} changes for every job`, code: ['every job', key] })),
        ...variables.map((name) => {
            const what = `the variable ${name} changes for every job`;
            return { path: ['variables', name], what, code: ['every job', 'variables', name] };
        }),
        ...((0,plain_values/* isSameValue */.am)(before.spec, after.spec) || !(gateTakesInputs(before) || gateTakesInputs(after))
            ? []
            : [inputsChange]),
        ...jobs.flatMap((name) => jobLoosenings(name, before[name], after[name])),
    ];
}
const inputsChange = {
    path: [],
    what: 'the inputs of the pipeline change, and what runs the gate takes some',
    code: ['every job', 'spec'],
};
/** Whether what runs the gate is written with inputs of the pipeline (https://docs.gitlab.com/ci/inputs/). */
function gateTakesInputs(pipeline) {
    const parts = [pipeline.include, pipeline.variables, ...gateJobs(pipeline).map((name) => pipeline[name])];
    return JSON.stringify(parts).includes('$[[');
}
function gateJobs(pipeline) {
    return Object.keys(pipeline).filter((key) => !notJobs.includes(key) && ((0,yaml_object/* mentionsGate */.Vu)(key) || (0,yaml_object/* mentionsGate */.Vu)(pipeline[key])));
}
/** The names that includes give the gate's job (the component's input `job-name`): what has such a name overrides it. */
function includedJobs({ include }) {
    return (0,yaml_object/* asList */.DD)(include).flatMap((one) => (0,plain_values/* text */.Qq)((0,plain_values/* mapping */.pq)((0,plain_values/* mapping */.pq)(one).inputs)['job-name']) ?? []);
}
function isIn(pipeline) {
    return (key) => Object.hasOwn(pipeline, key);
}
function jobLoosenings(name, before, after) {
    if ((0,plain_values/* isSameValue */.am)(before, after))
        return [];
    if (after === undefined) {
        return [{ path: [], what: 'a job that runs the gate is gone', code: ['not run', name] }];
    }
    if (before === undefined) {
        const what = 'a job of the gate’s name is added, which overrides an included one';
        return [{ path: [name], what, code: ['job added', name] }];
    }
    return changedKeys((0,plain_values/* mapping */.pq)(before), (0,plain_values/* mapping */.pq)(after))
        .filter((key) => !harmlessJobKeys.includes(key))
        .map((key) => ({ path: [name, key], what: `${key} of what runs the gate changes`, code: ['key', key] }));
}
/**
 * An include that brings the gate must stay, a later release apart. A new include from outside the repository, or of a file that is no
 * pipeline by its path, can override the gate's job (GitLab: the last definition of a name holds), and what it holds is not known here.
 */
function includeLoosenings(before, after) {
    const lost = before.filter((was) => (0,yaml_object/* mentionsGate */.Vu)(was) && !after.some((is) => keepsGate(was, is)));
    const foreign = [...after.entries()].filter(([, is]) => !isLookedAt(is) && !before.some((was) => (0,plain_values/* isSameValue */.am)(was, is) || keepsGate(was, is)));
    return [
        ...lost.map(() => {
            const what = 'the include that brings the gate is gone or changes';
            return { path: ['include'], what, code: ['include gone'] };
        }),
        ...foreign.map(([index, include]) => ({
            path: ['include', index],
            what: 'something is included that is not looked at here, and can override the gate’s job',
            code: ['include from outside', JSON.stringify(include)],
        })),
    ];
}
/** Whether it is a file of the repository that is read as a pipeline, whatever it says. */
function isLookedAt(include) {
    const file = typeof include === 'string' ? include : (0,plain_values/* text */.Qq)((0,plain_values/* mapping */.pq)(include).local);
    return file !== undefined && (0,control_files/* isGitlabPipeline */.Ix)(file.replace(/^\//, ''));
}
function keepsGate(before, after) {
    if ((0,plain_values/* isSameValue */.am)(before, after))
        return true;
    const [was, is] = [(0,plain_values/* mapping */.pq)(before), (0,plain_values/* mapping */.pq)(after)];
    const changed = changedKeys(was, is).filter((key) => !(key === 'component' && isLaterRelease(was.component, is.component)) && key !== 'inputs');
    return changed.length === 0 && loosenedInputs(was.inputs, is.inputs).length === 0;
}

;// CONCATENATED MODULE: ./build/rules/repository/gate-changed/other-pipeline.js



/** Keys, of Bitbucket, Azure and CircleCI, that cannot keep what is in the same mapping from running or from failing. */
const harmlessKeys = new Set([
    'name',
    'displayName',
    'artifacts',
    'caches',
    'max-time',
    'timeoutInMinutes',
    'definitions',
    'schedules',
    'trigger',
]);
/** Keys whose entries do not depend on each other. Which entry of another mapping holds may depend on all of them. */
const containers = new Set(['pipelines', 'jobs']);
/**
 * What changes in a pipeline of a forge whose rules are not known here so that the gate may not run, not fail, or judge less: whatever
 * runs it or is before it, and what is alongside it on the way from the file's top, containers of independent jobs apart.
 */
function otherLoosenings(before, after) {
    return (0,yaml_object/* mentionsGate */.Vu)(after) ? around([], before, after) : [gone([])];
}
/** `before` speaks of the gate. */
function around(path, before, after) {
    if ((0,plain_values/* isSameValue */.am)(before, after))
        return [];
    if (!(0,yaml_object/* mentionsGate */.Vu)(after))
        return [gone(path)];
    if (Array.isArray(before) && Array.isArray(after))
        return inList(path, before, after);
    if ((0,plain_values/* isMapping */.pi)(before) && (0,plain_values/* isMapping */.pi)(after))
        return inMapping(path, before, after);
    return [loosening(path, 'what runs the gate changes', 'text')];
}
function inMapping(path, before, after) {
    const isContainer = containers.has(String(path.at(-1)));
    return changedKeys(before, after).flatMap((key) => {
        if ((0,yaml_object/* mentionsGate */.Vu)(before[key]))
            return around([...path, key], before[key], after[key]);
        if (isContainer || harmlessKeys.has(key))
            return [];
        const at = Object.hasOwn(after, key) ? [...path, key] : path;
        return [loosening(at, `${key} changes where the gate runs`, key)];
    });
}
/** Lines of a script hang together; of steps, those count that run up to the last one that speaks of the gate. */
function inList(path, before, after) {
    const isScript = before.some((item) => !(0,plain_values/* isMapping */.pi)(item));
    const [end, last] = [before, after].map((list) => list.findLastIndex(yaml_object/* mentionsGate */.Vu));
    const isAligned = end === last && before.slice(0, end).every((was, at) => (0,yaml_object/* mentionsGate */.Vu)(was) || (0,plain_values/* isSameValue */.am)(was, after[at]));
    if (isScript || !isAligned)
        return [loosening(path, 'what runs the gate or before it changes', 'steps')];
    return before.flatMap((was, at) => ((0,yaml_object/* mentionsGate */.Vu)(was) ? around([...path, at], was, after[at]) : []));
}
function gone(path) {
    return loosening(path, 'the gate is no longer run', 'not run');
}
function loosening(path, what, code) {
    return { path, what, code: [code, ...path.filter((step) => typeof step === 'string')] };
}

;// CONCATENATED MODULE: ./build/rules/repository/gate-changed/workflow.js




/** Keys of a job that cannot keep the gate from running or from failing. */
const workflow_harmlessJobKeys = ['permissions', 'timeout-minutes', 'outputs', 'concurrency'];
/** Keys whose removal only makes a job or step run, or fail, more often. */
const conditions = ['if', 'needs', 'continue-on-error'];
/** What in a GitHub workflow or local action that runs the gate changes so that the gate may not run, not fail, or judge less. */
function workflowLoosenings(before, after, runs) {
    const everywhere = ['env', 'defaults'].filter((key) => !(0,plain_values/* isSameValue */.am)(before[key], after[key]));
    const [was, is] = [(0,plain_values/* mapping */.pq)(before.jobs), (0,plain_values/* mapping */.pq)(after.jobs)];
    const gates = Object.keys(was).filter((id) => runs(was[id]));
    const needed = new Set(gates.flatMap((id) => (0,yaml_object/* asList */.DD)((0,plain_values/* mapping */.pq)(was[id]).needs)));
    const names = gates.flatMap((id) => (0,check_name/* checkNames */.L)(was, id));
    const checkNameCollisions = Object.keys(is).filter((id) => !gates.includes(id) && !(0,plain_values/* isSameValue */.am)(was[id], is[id]) && (0,check_name/* mayBeSame */.c)(names, (0,check_name/* checkNames */.L)(is, id)));
    return [
        ...triggerLoosenings(triggersOf(before), triggersOf(after), triggerKey(after)),
        ...everywhere.map((key) => ({ path: [key], what: `${key} changes for every job`, code: ['every job', key] })),
        ...gates.flatMap((id) => workflow_jobLoosenings(['jobs', id], was[id], is[id], runs)),
        ...[...needed].flatMap((id) => typeof id === 'string' && !(0,plain_values/* isSameValue */.am)(was[id], is[id])
            ? [
                {
                    path: ['jobs', id],
                    what: 'a job that the gate waits for changes; where it fails the gate is skipped',
                    code: ['needed job', id],
                },
            ]
            : []),
        ...checkNameCollisions.map((id) => ({
            path: ['jobs', id],
            what: 'another job takes, or may take, the name of the gate’s check',
            code: ['check name taken', id],
        })),
        ...stepsLoosenings(['runs', 'steps'], (0,plain_values/* mapping */.pq)(before.runs).steps, (0,plain_values/* mapping */.pq)(after.runs).steps, runs),
    ];
}
/** Whether only other workflows start a workflow: its checks then have their names in front. */
function isOnlyCalled(workflow) {
    const events = Object.keys(triggersOf(workflow));
    return events.length > 0 && events.every((event) => event === 'workflow_call');
}
/** `on` is the boolean true to a YAML 1.1 reader. */
function triggerKey(workflow) {
    return Object.hasOwn(workflow, 'true') ? 'true' : 'on';
}
/** `on` as a mapping from event to its filters. */
function triggersOf(workflow) {
    const on = workflow[triggerKey(workflow)];
    return (0,plain_values/* isMapping */.pi)(on) ? on : Object.fromEntries((0,yaml_object/* asList */.DD)(on).map((event) => [(0,plain_values/* scalarText */.ws)(event), null]));
}
function triggerLoosenings(before, after, key) {
    return Object.keys(before).flatMap((event) => {
        if (!Object.hasOwn(after, event)) {
            return [{ path: [key], what: `the event ${event} no longer starts it`, code: ['event', event] }];
        }
        const [was, is] = [(0,plain_values/* mapping */.pq)(before[event]), (0,plain_values/* mapping */.pq)(after[event])];
        return changedKeys(was, is)
            .filter((filter) => (filter === 'types' ? !isWiderTypes(was.types, is.types) : Object.hasOwn(is, filter)))
            .map((filter) => {
            const what = `${filter} of the event ${event} changes`;
            return { path: [key, event, filter], what, code: ['event', event, filter] };
        });
    });
}
/** Without `types`, a pull request event means these three (GitHub's documentation of the events). */
function isWiderTypes(before, after) {
    const usual = ['opened', 'synchronize', 'reopened'];
    const [was, is] = [before, after].map((types) => (types === undefined ? usual : (0,yaml_object/* asList */.DD)(types)));
    return was?.every((type) => is?.includes(type)) ?? false;
}
function workflow_jobLoosenings(path, before, after, runs) {
    if (!runs(after))
        return [{ path, what: 'the job no longer runs the gate', code: ['not run', String(path.at(-1))] }];
    const [was, is] = [(0,plain_values/* mapping */.pq)(before), (0,plain_values/* mapping */.pq)(after)];
    const keys = changedKeys(was, is).filter((key) => !(workflow_harmlessJobKeys.includes(key) || key === 'steps' || isRemovedCondition(key, is)));
    return [
        ...keys.flatMap((key) => valueLoosenings(path, key, was, is)),
        ...stepsLoosenings([...path, 'steps'], was.steps, is.steps, runs),
    ];
}
/** What runs after the gate cannot change its result; what runs before it prepares the machine it runs on. */
function stepsLoosenings(path, before, after, runs) {
    const [was, is] = [(0,yaml_object/* asList */.DD)(before), (0,yaml_object/* asList */.DD)(after)];
    const [gateWas, gateIs] = [was.findIndex(runs), is.findIndex(runs)];
    if (gateWas < 0)
        return [];
    if (gateIs < 0)
        return [{ path, what: 'no step runs the gate any more', code: ['not run', 'steps'] }];
    const preparation = gateWas === gateIs ? [] : [{ path, what: 'other steps run before the gate', code: ['steps before'] }];
    const steps = was.slice(0, Math.min(gateWas, gateIs) + 1);
    return [
        ...preparation,
        ...steps.flatMap((step, index) => stepLoosenings([...path, index], (0,plain_values/* mapping */.pq)(step), (0,plain_values/* mapping */.pq)(is[index]))),
    ];
}
function stepLoosenings(path, before, after) {
    return changedKeys(before, after)
        .filter((key) => !(['name', 'id', 'timeout-minutes'].includes(key) || isRemovedCondition(key, after)))
        .flatMap((key) => valueLoosenings(path, key, before, after));
}
function isRemovedCondition(key, after) {
    return conditions.includes(key) && !Object.hasOwn(after, key);
}
function valueLoosenings(path, key, before, after) {
    if (key === 'uses' && isLaterRelease(before.uses, after.uses))
        return [];
    if (key === 'with' && (0,yaml_object/* mentionsGate */.Vu)(before.uses) && (0,yaml_object/* mentionsGate */.Vu)(after.uses)) {
        return loosenedInputs(before.with, after.with).map((input) => ({
            path: [...path, 'with', input],
            what: `the gate’s input ${input} changes`,
            code: ['input', input],
        }));
    }
    return [{ path: [...path, key], what: `${key} of what runs the gate changes`, code: ['key', key] }];
}

;// CONCATENATED MODULE: ./build/rules/repository/gate-changed/pipelines.js











/** How the change alters the workflows, local actions and pipelines that run the gate. */
function pipelineDifferences(change) {
    const controlFiles = (0,control_files_of/* controlFilesOf */.O)(change);
    const before = sourcesOf(controlFiles.before);
    const after = sourcesOf(controlFiles.after);
    const local = localGates(before);
    const runs = (value) => (0,runs_gate/* runsGate */.g)(value, local);
    const successors = successorsOf(change, before, after);
    return change.touched.flatMap(({ path }) => {
        const was = before.get(path);
        if (was && isGateFile(path, was.value, runs)) {
            return fileDifferences(path, was, after.get(path), controlFiles, runs).map((one) => ({ ...one, successors }));
        }
        if (was === undefined && (0,control_files/* isPipeline */.DQ)(path) && (0,yaml_object/* mentionsGate */.Vu)(controlFiles.before.get(path)?.toString())) {
            return [{ file: path, at: controlFiles.after.has(path) ? gate_difference/* top */.M : undefined, ...unreadBefore }];
        }
        const is = after.get(path);
        const remaining = new Map([...before].filter(([other]) => controlFiles.after.has(other)));
        return is ? checkNameCollisions(path, was, is, remaining, runs) : [];
    });
}
const unreadBefore = {
    what: 'it speaks of the gate, and what it said before could not be read',
    code: ['unread before'],
    effect: 'weakens',
};
/** The paths of the files that run the gate before the change, as far as they were read. */
function gatePipelines(change) {
    return gateFilesIn(sourcesOf((0,control_files_of/* controlFilesOf */.O)(change).before));
}
/** The touched files that run the gate only after the change: what ran it before may have moved there. */
function successorsOf({ touched }, before, after) {
    const [was, is] = [new Set(gateFilesIn(before)), new Set(gateFilesIn(after))];
    return touched.flatMap(({ path }) => (is.has(path) && !was.has(path) ? path : []));
}
function gateFilesIn(sources) {
    const local = localGates(sources);
    return [...sources].flatMap(([path, { value }]) => isGateFile(path, value, (each) => (0,runs_gate/* runsGate */.g)(each, local)) ? path : []);
}
function sourcesOf(files) {
    const sources = [...files].map(([path, bytes]) => {
        const read = (0,control_files/* isGitlabPipeline */.Ix)(path) ? yaml_object/* readGitlabPipeline */.eS : yaml_object/* readYamlObject */.pC;
        const source = (0,control_files/* isPipeline */.DQ)(path) ? read(bytes) : undefined;
        return source ? [[path, source]] : [];
    });
    return new Map(sources.flat());
}
/** The local workflows and actions that run the gate, as a `uses` names them; what uses one of them runs it too. */
function localGates(sources) {
    const local = new Set();
    for (let size = -1; size < local.size;) {
        size = local.size;
        for (const [path, { value }] of sources) {
            if ((0,control_files/* isGitlabPipeline */.Ix)(path) || (0,control_files/* isOtherPipeline */.b8)(path) || !isGateFile(path, value, (each) => (0,runs_gate/* runsGate */.g)(each, local)))
                continue;
            local.add(`./${path}`);
            if ((0,control_files/* isLocalAction */._d)(path))
                local.add(`./${path.slice(0, Math.max(0, path.lastIndexOf('/')))}`);
        }
    }
    return local;
}
function isGateFile(path, value, runs) {
    if ((0,control_files/* isGitlabPipeline */.Ix)(path))
        return pipelineRunsGate(value);
    if ((0,control_files/* isOtherPipeline */.b8)(path))
        return (0,yaml_object/* mentionsGate */.Vu)(value);
    const units = [...Object.values((0,plain_values/* mapping */.pq)(value.jobs)), ...(0,yaml_object/* asList */.DD)((0,plain_values/* mapping */.pq)(value.runs).steps)];
    return units.some(runs);
}
function fileDifferences(path, before, after, controlFiles, runs) {
    const bytes = controlFiles.before.get(path);
    if (!controlFiles.after.has(path)) {
        const goesTo = [...controlFiles.after].find(([other, each]) => !controlFiles.before.has(other) && bytes?.equals(each));
        const isKept = goesTo !== undefined && (0,control_files/* isWorkflow */._2)(path) && (0,control_files/* isSameFolder */.F1)(path, goesTo[0]);
        const what = isKept ? `what runs the gate moves to ${(0,shape/* quote */.hD)(goesTo[0])}` : 'what runs the gate is removed';
        const code = isKept ? ['moved', goesTo[0]] : ['removed'];
        return [{ file: path, at: undefined, what, code, effect: isKept ? 'changes' : 'weakens' }];
    }
    if (!after) {
        const what = 'what runs the gate can no longer be read';
        return [{ file: path, at: gate_difference/* top */.M, what, code: ['unreadable'], effect: 'weakens' }];
    }
    const loosenings = (0,control_files/* isGitlabPipeline */.Ix)(path)
        ? pipelineLoosenings(before.value, after.value)
        : (0,control_files/* isOtherPipeline */.b8)(path)
            ? otherLoosenings(before.value, after.value)
            : workflowLoosenings(before.value, after.value, runs);
    if (loosenings.length > 0)
        return loosenings.map((one) => located(path, after, one));
    const what = (0,plain_values/* isSameValue */.am)(before.value, after.value)
        ? 'its text changes, and nothing it says'
        : 'it changes in parts that do not run the gate';
    return [{ file: path, at: gate_difference/* top */.M, what, code: ['no effect'], effect: 'changes' }];
}
function located(file, { document }, { path, what, code }) {
    return { file, at: document.at(path), what, code, effect: 'weakens' };
}
/** A job elsewhere that takes the name of the gate's check, or of its GitLab job: a required check is matched by name. */
function checkNameCollisions(path, before, after, sources, runs) {
    if ((0,control_files/* isGitlabPipeline */.Ix)(path)) {
        const isNew = pipelineRunsGate(after.value) && [...sources].some(([p, s]) => (0,control_files/* isGitlabPipeline */.Ix)(p) && pipelineRunsGate(s.value));
        const what = 'a second file defines a job that speaks of the gate, which can override it';
        return isNew ? [{ file: path, at: gate_difference/* top */.M, what, code: ['second definition'], effect: 'weakens' }] : [];
    }
    if (!(0,control_files/* isWorkflow */._2)(path) || isOnlyCalled(after.value))
        return [];
    const names = [...sources].flatMap(([p, { value }]) => (0,control_files/* isWorkflow */._2)(p) && (0,control_files/* isSameFolder */.F1)(p, path) ? gateChecks(value, runs) : []);
    const jobs = (0,plain_values/* mapping */.pq)(after.value.jobs);
    const old = before === undefined || isOnlyCalled(before.value) ? {} : (0,plain_values/* mapping */.pq)(before.value.jobs);
    return Object.keys(jobs)
        .filter((id) => !(0,plain_values/* isSameValue */.am)(old[id], jobs[id]) && (0,check_name/* mayBeSame */.c)(names, (0,check_name/* checkNames */.L)(jobs, id)))
        .map((id) => located(path, after, {
        path: ['jobs', id],
        what: 'a job of another workflow takes, or may take, the name of the gate’s check',
        code: ['check name taken', id],
    }));
}
function gateChecks(workflow, runs) {
    const jobs = (0,plain_values/* mapping */.pq)(workflow.jobs);
    return Object.keys(jobs)
        .filter((id) => runs(jobs[id]))
        .flatMap((id) => (0,check_name/* checkNames */.L)(jobs, id));
}


/***/ }),

/***/ 21211:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ movedManifests)
/* harmony export */ });
/* harmony import */ var _kube_identity_identity_key_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33079);

/** The new files with the content of one that is gone, or with an object of one. */
function movedManifests(touched) {
    const places = new Map();
    for (const { path, before, after } of touched) {
        if (before === undefined || after !== undefined)
            continue;
        for (const object of objectsOf(before))
            if (!places.has(object))
                places.set(object, path);
    }
    return touched.flatMap(({ path, before, after, movedFrom }) => {
        if (before !== undefined || after === undefined)
            return [];
        const from = movedFrom ?? objectsOf(after).flatMap((object) => places.get(object) ?? [])[0];
        return from === undefined ? [] : [{ path, from }];
    });
}
function objectsOf({ resources }) {
    return resources.map(_kube_identity_identity_key_js__WEBPACK_IMPORTED_MODULE_0__/* .identityKey */ .U);
}


/***/ }),

/***/ 13627:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ unusualChange)
/* harmony export */ });
/** What few earlier changes of the same repository are like. */
const unusualChange = {
    id: 'unusual-change',
    category: 'repository',
    severity: 'low',
    summary: 'A commit is unlike nearly all earlier ones of the repository.',
    isAdvisory: true,
    *check({ past }) {
        for (const commit of past?.unusual ?? [])
            yield observationOf(commit);
    },
};
/** Signals that the message names; the others are details. */
const named = 3;
function observationOf(commit) {
    const { sha, subject, signals, score, asHigh, of, by } = commit;
    const whats = signals.slice(0, named).map(({ what }) => what);
    const more = signals.length > named ? ` (and ${signals.length - named} more)` : '';
    const among = `${number(of)} earlier changes${authors[by]}`;
    return {
        message: `Commit ${sha.slice(0, 12)} (${subject}) is unusual here: ${whats.join('; ')}${more}.`,
        remedy: 'Ask its author over another channel than this request, such as a call or a chat, whether it is theirs, before it is merged.',
        details: [
            ...signals.map((signal) => detail(signal, by)),
            `As unusual or more (score ${score.toFixed(1)}): ${number(asHigh)} of ${among}.`,
        ],
        commit: sha,
        subject: ['commit', sha],
    };
}
const authors = { people: ' by people', bots: ' by bots', all: '' };
function detail({ what, rate, weight }, by) {
    const usual = rate === undefined
        ? 'the history does not say how often'
        : `so it was in ${number(rate.fired)} of ${number(rate.of)} earlier changes${authors[by]} of which it is known`;
    return `${what.slice(0, 1).toUpperCase()}${what.slice(1)}: ${usual} (weight ${weight.toFixed(1)}).`;
}
const number = (count) => count.toLocaleString('en');


/***/ }),

/***/ 34680:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ secretInHistory)
/* harmony export */ });
/* harmony import */ var _secrets_compare_describe_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31821);
/* harmony import */ var _severity_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15989);


/** Finds secrets that one commit of the range added and that are gone from the result: they are in the history all the same. */
const secretInHistory = {
    id: 'secret-in-history',
    category: 'secret',
    severity: 'critical',
    summary: 'A commit of the change adds a plaintext secret that a later one takes out again: it stays in the history.',
    *check({ passing, change }) {
        for (const each of passing)
            yield observe(each, change);
    },
};
/** Secrets that are named in the message; the details name more. */
const most = 3;
const mostDetails = 50;
function observe({ commit, path, occurrences }, { range }) {
    const places = occurrences.map(describe);
    const rest = places.length > most ? ` and ${places.length - most} more` : '';
    const isOne = places.length === 1;
    const isPushed = range.kind === 'push' || range.kind === 'first-push';
    return {
        message: `Commit ${commit.slice(0, 12)} adds ${places.slice(0, most).join(', ')}${rest} to ${path}, and the result no longer has ${isOne ? 'it' : 'them'}: the history has.`,
        remedy: `Rotate ${isOne ? 'the secret' : 'the secrets'}: whoever can read the repository can read the commit. ${isPushed
            ? 'It stays reachable after it is removed from the branch.'
            : 'Then take the commit out of the branch with a rebase, so that a merge does not bring it in. That, or a squash merge, does not replace the rotation: the forge keeps the commits of a request under a ref of its own.'}`,
        details: occurrences.slice(0, mostDetails).map((each) => `line ${each.locate().line}: ${describe(each)}`),
        references: ['CWE-312', 'CWE-540'],
        severity: occurrences.map(({ severity }) => severity).reduce(_severity_js__WEBPACK_IMPORTED_MODULE_1__/* .worse */ .JJ),
        commit,
        subject: [...new Set([path, ...occurrences.flatMap(_secrets_compare_describe_js__WEBPACK_IMPORTED_MODULE_0__/* .subjectOf */ .et)])],
    };
}
function describe(occurrence) {
    const field = (0,_secrets_compare_describe_js__WEBPACK_IMPORTED_MODULE_0__/* .fieldName */ .w5)(occurrence);
    const what = occurrence.what ?? 'a secret in plain text';
    const where = [occurrence.object && (0,_secrets_compare_describe_js__WEBPACK_IMPORTED_MODULE_0__/* .objectName */ .Hd)(occurrence.object, occurrence.secret), field].filter(Boolean);
    return where.length === 0 ? what : `${what} (${where.join(': ')})`;
}


/***/ }),

/***/ 82050:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ unmetPathDemands),
/* harmony export */   c: () => (/* binding */ unmetRuleDemands)
/* harmony export */ });
/* harmony import */ var _policy_glob_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(64757);
/* harmony import */ var _signature_model_email_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(22467);
/* harmony import */ var _signature_trust_revoked_keys_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58791);
/* harmony import */ var _signature_observation_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(40024);




/** Commits that touch paths for which `signatures.require` demands a signer, and are not by one. */
function* unmetPathDemands(evidence) {
    for (const requirement of evidence.policy.signatures.requirements) {
        for (const commit of unmetBy(evidence, requirement)) {
            const paths = pathsOf(evidence, commit).filter((path) => requirement.paths.some((glob) => (0,_policy_glob_js__WEBPACK_IMPORTED_MODULE_1__/* .matchGlob */ .s)(glob, path)));
            if (paths.length > 0)
                yield unmet(evidence, commit, requirement, `it changes ${some(paths)}`);
        }
    }
}
/**
 * Commits that touch a file in which a rule found something, where `signatures.require` demands a signer for that rule,
 * and are not by one. What has no file is every commit's.
 */
function* unmetRuleDemands(evidence, observed) {
    for (const requirement of evidence.policy.signatures.requirements) {
        const found = observed.filter(({ rule }) => requirement.rules.includes(rule.id));
        if (found.length === 0)
            continue;
        for (const commit of unmetBy(evidence, requirement)) {
            const paths = new Set(pathsOf(evidence, commit));
            const caused = found.filter(({ observation: { position, places = [], commit: sha } }) => {
                if (sha !== undefined)
                    return sha === commit.sha;
                const files = [...(position === undefined ? [] : [position]), ...places].map(({ file }) => file);
                return files.length === 0 || files.some((file) => paths.has(file));
            });
            const ids = [...new Set(caused.map(({ rule }) => rule.id))];
            const isOfCommit = caused.every(({ observation }) => observation.commit !== undefined);
            const why = isOfCommit ? `the commit is reported by ${some(ids)}` : `it touches what ${some(ids)} found`;
            if (ids.length > 0)
                yield unmet(evidence, commit, requirement, why);
        }
    }
}
/** The commits that do not meet a requirement by their signature. A plain merge brings in nothing of its own. */
function unmetBy({ change }, requirement) {
    return change.commits.filter((commit) => commit.kind === 'commit' && commit.isPlainMerge !== true && !meets(commit, requirement));
}
function meets({ signature }, { signers, roles }) {
    const { state, signer, keyFingerprint = '' } = signature;
    if (state !== 'good' || signer === undefined)
        return false;
    if (signer.roles.some((role) => roles.includes(role)))
        return true;
    return signers.some((wanted) => {
        const isName = signer.principals.some((name) => name === wanted || (0,_signature_model_email_js__WEBPACK_IMPORTED_MODULE_2__/* .sameEmail */ .PZ)(name, wanted));
        return isName || (0,_signature_trust_revoked_keys_js__WEBPACK_IMPORTED_MODULE_0__/* .normalFingerprint */ .e)(wanted) === keyFingerprint;
    });
}
function pathsOf({ change }, { sha }) {
    return [...(change.commitPaths.get(sha)?.keys() ?? [])];
}
function unmet(evidence, commit, { signers, roles, paths, rules }, why) {
    const wanted = [...signers, ...roles.map((role) => `the role ${role}`)].join(' or ');
    const { signer, state } = commit.signature;
    const actual = state === 'good' && signer !== undefined ? `it is by ${signer.name}` : withoutSigner(state);
    return (0,_signature_observation_js__WEBPACK_IMPORTED_MODULE_3__/* .signatureObservation */ .B)(evidence, commit, {
        reason: `The policy demands a signature by ${wanted}, because ${why}; ${actual}.`,
        remedy: `Have the commit made and signed by ${wanted}.`,
        demanded: [...paths, ...rules, ...signers, ...roles],
    });
}
const withoutSigner = (state) => state === 'unsigned' ? 'it has no signature' : `its signature is ${state}`;
/** The first few of a list, and how many more. */
function some(names) {
    const shown = names.slice(0, 3).join(', ');
    return names.length > 3 ? `${shown} and ${names.length - 3} more` : shown;
}


/***/ }),

/***/ 40024:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ signatureObservation)
/* harmony export */ });
/** How trust begins, for a base branch without keys. */
const beginning = [
    'The base branch trusts no keys yet, so this is reported and does not block.',
    'To begin: commit .gitops-gate/allowed_signers (SSH) or .gitops-gate/keys/NAME.asc (OpenPGP) to the base branch.',
];
/** What a signature rule says of a commit: its verdict's reason and remedy unless others are given. */
function signatureObservation({ trustsKeys }, { sha, kind, subject, signature }, said = {}) {
    const reason = said.reason ?? signature.reason ?? 'The signature is not accepted.';
    const isBeginning = !trustsKeys && signature.state !== 'bad' && signature.state !== 'malformed';
    const details = [...(signature.notes ?? []), ...(isBeginning ? beginning : [])];
    return {
        message: `${kind === 'tag' ? 'Tag' : 'Commit'} ${sha.slice(0, 12)} (${subject}): ${reason}`,
        remedy: said.remedy ?? signature.remedy ?? 'Sign it with a key that the base branch trusts.',
        ...(details.length > 0 ? { details } : {}),
        ...(isBeginning ? { severity: 'low' } : {}),
        commit: sha,
        subject: [kind, sha, ...(said.demanded ?? [])],
    };
}


/***/ }),

/***/ 85970:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ untrustedSigner)
/* harmony export */ });
/* harmony import */ var _demanded_signer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82050);
/* harmony import */ var _signature_observation_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(40024);


/** A signature by somebody the base branch does not trust, or not for this. */
const untrustedSigner = {
    id: 'untrusted-signer',
    category: 'signature',
    severity: 'high',
    summary: 'A signature is by a key the base branch does not trust, or trusts for somebody or something else.',
    *check(evidence) {
        for (const commit of evidence.change.commits) {
            const { state, accepted } = commit.signature;
            const isForeign = state === 'untrusted' || state === 'wrong-identity' || (state === 'forge-signed' && !accepted);
            if (isForeign)
                yield (0,_signature_observation_js__WEBPACK_IMPORTED_MODULE_1__/* .signatureObservation */ .B)(evidence, commit);
        }
        yield* (0,_demanded_signer_js__WEBPACK_IMPORTED_MODULE_0__/* .unmetPathDemands */ .b)(evidence);
    },
};


/***/ }),

/***/ 65906:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ staleBy)
/* harmony export */ });
const day = 86_400_000;
/** In what way a secret is older than the policy allows, is read again too seldom, or expires too soon; undefined where it is not stale. `now` in milliseconds since the epoch. */
function staleBy({ changed, refresh, expires }, { secretDays, refreshHours, certificateDays }, now) {
    if (changed !== undefined && now - changed > secretDays * day)
        return 'old';
    if (refresh !== undefined && (refresh === 0 || refresh > refreshHours * 3600))
        return 'refresh';
    return expires !== undefined && expires - now < certificateDays * day ? 'expires' : undefined;
}


/***/ }),

/***/ 31821:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dt: () => (/* binding */ pathName),
/* harmony export */   Hd: () => (/* binding */ objectName),
/* harmony export */   Jg: () => (/* binding */ isWord),
/* harmony export */   N_: () => (/* binding */ withoutTokens),
/* harmony export */   W7: () => (/* binding */ fileOf),
/* harmony export */   WL: () => (/* binding */ safeIdentity),
/* harmony export */   bf: () => (/* binding */ ownerOf),
/* harmony export */   cT: () => (/* binding */ withoutSecrets),
/* harmony export */   dK: () => (/* binding */ mask),
/* harmony export */   de: () => (/* binding */ whereOf),
/* harmony export */   et: () => (/* binding */ subjectOf),
/* harmony export */   o: () => (/* binding */ subjectSteps),
/* harmony export */   w5: () => (/* binding */ fieldName),
/* harmony export */   zR: () => (/* binding */ lastingIdentity),
/* harmony export */   zU: () => (/* binding */ excerptOf)
/* harmony export */ });
/* unused harmony export lengthBucket */
/* harmony import */ var _tokens_tokens_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(52668);
/* harmony import */ var _value_entropy_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90725);
/* harmony import */ var _value_made_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(74631);



/** What is said instead of anything secret. */
const mask = '••••';
/** A name or path with the secret itself, and any other token that someone put into a name, masked. */
function withoutSecrets(text, secret) {
    return withoutGenerated(withoutSecret(text, secret));
}
function withoutSecret(text, secret) {
    // A database called mysql whose password is mysql keeps its name: it says nothing that its name does not.
    return withoutTokens(isWord(secret) ? text : text.replaceAll(secret, mask));
}
/** A name with every part masked that a generator made: it may be a token of a format that nobody knows. */
function withoutGenerated(text) {
    return text.replace(/[\w+=~-]{16,}/g, (run) => ((0,_value_made_js__WEBPACK_IMPORTED_MODULE_2__/* .isMachineMade */ .z)(run) ? mask : run));
}
/** A text with every token masked that someone put into a name. */
function withoutTokens(text) {
    return (0,_tokens_tokens_js__WEBPACK_IMPORTED_MODULE_0__/* .findTokens */ .G)(text).reduce((safe, token) => safe.replaceAll(token.secret, mask), text);
}
/** A short word, which names hold anyway. */
function isWord(secret) {
    return secret.length < 6 || (secret.length < 12 && /^[A-Za-z-]+$/.test(secret) && !(0,_value_entropy_js__WEBPACK_IMPORTED_MODULE_1__/* .looksRandom */ .EZ)(secret));
}
/** `Secret shop/database`, as a person would say it. */
function objectName(object, secret) {
    const name = object.namespace === undefined ? object.name : `${object.namespace}/${object.name}`;
    return withoutSecrets(name === '' ? object.kind : `${object.kind} ${name}`, secret);
}
/** An object's identity, its names masked where they hold the secret. */
function safeIdentity(object, secret) {
    return {
        group: object.group,
        kind: withoutSecrets(object.kind, secret),
        namespace: object.namespace === undefined ? undefined : withoutSecrets(object.namespace, secret),
        name: withoutSecrets(object.name, secret),
    };
}
/** The field inside its object: `spec.template.spec.containers[app].env[DB_PASSWORD].value`. */
function fieldName(occurrence) {
    const steps = occurrence.object === undefined ? occurrence.path.slice(1) : occurrence.path;
    return withoutSecrets(pathName(steps), occurrence.secret);
}
/** A path as one writes it: `data.password`, `data["tls.key"]`. Nothing is masked in it. */
function pathName(steps) {
    let name = '';
    for (const step of steps) {
        if (step.startsWith('['))
            name += step;
        else if (/^[\w$-]+$/.test(step))
            name += name === '' ? step : `.${step}`;
        else
            name += name === '' ? step : `["${step}"]`;
    }
    return name;
}
/** A path as it names a place whatever its encoding: `stringData` and `binaryData` are `data`. */
function subjectSteps(path) {
    const [first = '', ...rest] = path;
    return /^(?:stringData|binaryData)$/.test(first) ? ['data', ...rest] : path;
}
/** What identifies a finding inside its object: its path, masked, and the provider's format where one tells. */
function subjectOf(occurrence) {
    const isGeneric = /^(?:generic|secret-value|default-password)$/.test(occurrence.format);
    const { path, file, secret } = occurrence;
    // A file's path is printed anyway, as the finding's place.
    const steps = subjectSteps(path).map((step) => (step === file ? withoutSecret : withoutSecrets)(step, secret));
    return [...steps, isGeneric ? 'value' : occurrence.format];
}
/** The object as a fingerprint names it: a value that moves from a ConfigMap into the Secret of that name is the same. */
function lastingIdentity(object, secret) {
    const safe = safeIdentity(object, secret);
    return safe.group === '' && safe.kind === 'ConfigMap' ? { ...safe, kind: 'Secret' } : safe;
}
/** Where a secret is, in words: `Secret shop/database: data.password`; the file where it is in no object and no field. */
function whereOf(occurrence) {
    const field = fieldName(occurrence);
    if (occurrence.object === undefined)
        return field === '' ? fileOf(occurrence) : field;
    return `${objectName(occurrence.object, occurrence.secret)}: ${field}`;
}
/** A file's path without the secret: it is printed anyway, as the finding's place. */
function fileOf({ file, secret }) {
    return withoutSecret(file, secret);
}
/** The object that a secret belongs to in its file, or the file itself, as a key. */
function ownerOf({ scope, file, object }) {
    const { group, kind, namespace, name } = object ?? { group: '', kind: '', namespace: '', name: '' };
    return JSON.stringify([scope, file, group, kind, namespace ?? null, name]);
}
const buckets = [8, 12, 16, 24, 32, 64, 128, 256, 1024, 4096];
/** How long a value is, coarsely: an exact length helps who guesses. */
function lengthBucket(secret) {
    const characters = secret.length;
    const upper = buckets.findIndex((bound) => characters < bound);
    if (upper === 0)
        return 'under 8 characters';
    if (upper < 0)
        return '4096 characters or more';
    return `${buckets[upper - 1]} to ${(buckets[upper] ?? 0) - 1} characters`;
}
/** `password: •••• (12 to 15 characters)`. */
function excerptOf(occurrence) {
    const key = occurrence.key === '' ? '' : `${withoutSecrets(occurrence.key, occurrence.secret).slice(0, 80)}: `;
    return `${key}${mask} (${lengthBucket(occurrence.secret)})`;
}


/***/ }),

/***/ 50191:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   VQ: () => (/* binding */ identitySubject),
/* harmony export */   Vn: () => (/* binding */ identityRemedy),
/* harmony export */   _Z: () => (/* binding */ identityMessage),
/* harmony export */   n2: () => (/* binding */ identityDetails)
/* harmony export */ });
/* harmony import */ var _rbac_judge_sentence_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(88420);
/* harmony import */ var _rbac_model_placement_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67424);
/* harmony import */ var _rbac_model_rbac_object_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(14499);



/** Permissions a message names before it says that there are more. */
const shownParts = 3;
/** Permissions that the details list. */
const shownLines = 10;
/** What a workload newly can act as, as one sentence. */
function identityMessage(widening) {
    const who = actor(widening);
    switch (widening.kind) {
        case 'account':
            return accountMessage(who, widening);
        case 'audience':
            return `${who} is newly given a token of ServiceAccount ${widening.account} for the audience ${widening.audience}: whoever takes tokens for it may let its pods in.`;
        case 'cloud':
            return cloudMessage(who, widening);
        case 'account-automount':
            return `${who}${able(widening.reach, widening.unseen)}, newly gives its token to every pod that runs as it${widening.isRefused === true ? ' and does not refuse it' : ''}.`;
        case 'chart-automount':
            return `${who} no longer keeps the pods of its chart from the token of their ServiceAccount: what that can do, only the chart says.`;
        default:
            return `${who} ${tokenPhrase(widening)}${able(widening.reach, widening.unseen)}.`;
    }
}
/** `Deployment shop/web`, `SparkApplication etl (driver)`. */
function actor({ resource, part }) {
    return part === '' ? (0,_rbac_model_rbac_object_js__WEBPACK_IMPORTED_MODULE_2__/* .resourceName */ .Iy)(resource) : `${(0,_rbac_model_rbac_object_js__WEBPACK_IMPORTED_MODULE_2__/* .resourceName */ .Iy)(resource)} (${part})`;
}
function accountMessage(who, { account, former, reach, unseen, clouds }) {
    const how = former === undefined ? `The new ${who} runs` : `${who} newly runs`;
    const isOnlyCloud = clouds.length > 0 && reach.permissions.length + reach.unknown.length === 0 && unseen === undefined;
    const what = isOnlyCloud ? `, which acts as ${clouds.map(cloudName).join(' and ')}` : able(reach, unseen);
    return `${how} as ServiceAccount ${account}${what}.`;
}
function tokenPhrase({ kind, account }) {
    switch (kind) {
        case 'automount':
            return `newly mounts the token of ServiceAccount ${account}`;
        case 'projected-token':
            return `newly mounts, by a volume, a token of ServiceAccount ${account}`;
        default:
            return `newly asks for a token that never expires, of ServiceAccount ${account}`;
    }
}
function cloudMessage(who, { cloud, former }) {
    const instead = former.length === 0 ? '' : ` instead of ${former.join(', ')}`;
    return `${who} newly acts as ${cloudName(cloud)}${instead}: what that allows is decided there.`;
}
function cloudName({ cloud, id }) {
    return `${id} at ${cloud}`;
}
/** `, which can get, list secrets in every namespace, and more`; what is not known, where nothing worse is. */
function able({ permissions, unknown }, unseen) {
    if (unseen !== undefined)
        return `, ${unseenPhrase(unseen)}`;
    const [first] = permissions;
    const [open] = unknown;
    if (first === undefined || (open !== undefined && first.judgement.severity === 'low')) {
        return open === undefined ? '' : `, ${unknownPhrase(open)}`;
    }
    const worst = permissions.filter(({ judgement, placement }) => judgement.severity === first.judgement.severity && placement === first.placement);
    const parts = (0,_rbac_judge_sentence_js__WEBPACK_IMPORTED_MODULE_0__/* .compact */ .oE)(worst.map(({ judgement }) => judgement.part));
    const where = parts.every(({ kind }) => kind === 'url') ? '' : ` ${(0,_rbac_model_placement_js__WEBPACK_IMPORTED_MODULE_1__/* .placementName */ .vE)(first.placement)}`;
    const isAll = worst.length === permissions.length && parts.length <= shownParts && unknown.length === 0;
    return `, which can ${parts.slice(0, shownParts).map(_rbac_judge_sentence_js__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0).join('; ')}${where}${isAll ? '' : ', and more'}`;
}
function unseenPhrase(unseen) {
    switch (unseen) {
        case 'controller':
            return 'an account of a controller: what it can do is not in the repository';
        case 'system':
            return 'which clusters often let do more than others: what it can do is not in the repository';
        case 'undeclared':
            return 'which is not in the repository: what it can do is not known';
        case 'computed':
            return 'whose name a template or a variable fills in: what it can do is not known';
    }
}
function unknownPhrase(unknown) {
    switch (unknown.kind) {
        case 'role':
            return `which ${unknown.binding} binds to ${unknown.role}, which is not in the repository: what it can do is not known`;
        case 'unread':
            return `which may be bound in ${unknown.file}, which could not be read`;
        case 'too large':
            return 'whose permissions are too many to judge';
    }
}
function unknownLine(unknown) {
    switch (unknown.kind) {
        case 'role':
            return `${unknown.binding} binds it to ${unknown.role}, which is not in the repository`;
        case 'unread':
            return `${unknown.file} may bind it, and could not be read`;
        case 'too large':
            return 'judging its permissions takes too many steps';
    }
}
/** Further lines: what the account can do, how, and what of it is not known. */
function identityDetails(widening) {
    if (!('reach' in widening))
        return [];
    const { permissions, unknown } = widening.reach;
    const lines = permissions.map(permissionLine);
    const routes = new Set(permissions.map(({ route }) => `through ${route.join(' → ')}`));
    const more = lines.length - shownLines;
    const former = widening.kind === 'account' ? formerLine(widening) : [];
    return [
        ...('isRefused' in widening && widening.isRefused === true ? [refused] : []),
        ...former,
        ...lines.slice(0, shownLines),
        ...(more > 0 ? [`and ${more} more ${more === 1 ? 'permission' : 'permissions'}`] : []),
        ...[...routes].slice(0, shownLines),
        ...unknown.slice(0, shownLines).map(unknownLine),
        ...(widening.kind === 'account' ? widening.clouds.map((cloud) => `it acts as ${cloudName(cloud)}`) : []),
    ];
}
const refused = 'All pods that run as it here refuse it (automountServiceAccountToken: false).';
function formerLine({ former }) {
    return former === undefined || former.length === 0 ? [] : [`before: ServiceAccount ${(0,_rbac_judge_sentence_js__WEBPACK_IMPORTED_MODULE_0__/* .enumerate */ .HL)(former)}`];
}
function permissionLine({ permission, placement, judgement }) {
    const where = permission.kind === 'url' ? '' : ` ${(0,_rbac_model_placement_js__WEBPACK_IMPORTED_MODULE_1__/* .placementName */ .vE)(placement)}`;
    const why = judgement.reason === undefined ? '' : `, which lets it ${judgement.reason}`;
    return `${(0,_rbac_judge_sentence_js__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(permission)}${where} (${judgement.severity}${why})`;
}
/** What to do instead. */
function identityRemedy(widening) {
    const accept = 'If it is meant, have it reviewed and accept it in .gitops-gate/policy.yaml.';
    return `${advice(widening)} ${accept}`;
}
function advice(widening) {
    switch (widening.kind) {
        case 'account': {
            const [own] = widening.former ?? [];
            const keep = own === undefined || own === widening.account
                ? ''
                : `Keep serviceAccountName: ${own.replace(/^.*\//, '')}, or give`;
            return `${keep === '' ? 'Give' : keep} the workload a ServiceAccount of its own with the permissions that it needs; where it needs none, set automountServiceAccountToken: false.`;
        }
        case 'automount':
        case 'projected-token':
        case 'chart-automount':
            return 'Leave automountServiceAccountToken: false, or run the pods as a ServiceAccount with only what they need.';
        case 'account-automount':
            return 'Leave automountServiceAccountToken: false at the account, and set it to true at the pods that need the token.';
        case 'token-secret':
            return 'Ask for tokens that expire: kubectl create token, or a projected volume with serviceAccountToken.';
        case 'audience':
            return 'Name only audiences that the pods talk to, and see at whoever accepts the token what the account may do there.';
        case 'cloud':
            return 'Check at the cloud what the identity may do, and who else can assume it; use one identity for each workload.';
    }
}
/** What the finding is about, for its fingerprint: no words that a later release may choose otherwise. */
function identitySubject(widening) {
    const { kind, part } = widening;
    switch (kind) {
        case 'cloud':
            return [kind, part, widening.cloud.cloud, widening.cloud.id];
        case 'audience':
            return [kind, part, widening.account, widening.audience];
        case 'account':
            return [kind, part, widening.account, ...widening.clouds.map(({ id }) => id).sort()];
        default:
            return [kind, part, widening.account];
    }
}


/***/ }),

/***/ 19631:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ podName),
/* harmony export */   Q: () => (/* binding */ podIdentity)
/* harmony export */ });
/* harmony import */ var _kube_plain_documents_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2935);
/* harmony import */ var _rbac_judge_wording_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6085);
/* harmony import */ var _rbac_model_rbac_object_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(14499);



/**
 * The object that makes a pod, and which of its pods: `Deployment shop/web`, `SparkApplication etl (driver)`. Values that do not say for which
 * chart they are make none themselves.
 */
function podName({ resource, part }) {
    const name = part === '' ? (0,_rbac_model_rbac_object_js__WEBPACK_IMPORTED_MODULE_2__/* .resourceName */ .Iy)(resource) : `${(0,_rbac_model_rbac_object_js__WEBPACK_IMPORTED_MODULE_2__/* .resourceName */ .Iy)(resource)} (${part})`;
    const isForSome = resource.kind === _kube_plain_documents_js__WEBPACK_IMPORTED_MODULE_0__/* .plainKind */ .d || (resource.kind === 'ConfigMap' && resource.group === '');
    return isForSome ? `The chart that takes ${name}` : name;
}
/** The object that a finding about a pod is about. */
function podIdentity({ resource }) {
    return (0,_rbac_judge_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .identity */ .D_)(resource);
}


/***/ }),

/***/ 63703:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  O9: () => (/* binding */ isDefined),
  Og: () => (/* binding */ podPrivileges),
  He: () => (/* binding */ valuesPrivileges)
});

// EXTERNAL MODULE: ./build/kube/identity/identity-key.js
var identity_key = __webpack_require__(33079);
// EXTERNAL MODULE: ./build/severity.js
var build_severity = __webpack_require__(15989);
// EXTERNAL MODULE: ./build/workload/model/pod.js
var model_pod = __webpack_require__(28469);
// EXTERNAL MODULE: ./build/workload/namespaces/declared-namespaces.js
var declared_namespaces = __webpack_require__(29508);
// EXTERNAL MODULE: ./build/workload/namespaces/pod-security-labels.js + 1 modules
var pod_security_labels = __webpack_require__(67276);
;// CONCATENATED MODULE: ./build/workload/namespaces/namespace-levels.js


/**
 * What the labels of each namespace enforce, by its name, before or after the change: the higher where they differ. Undefined
 * where none says so.
 */
function namespaceLevels({ before, after }) {
    let known;
    return (namespace) => {
        known ??= stated([...before, ...after]);
        return known.get(namespace);
    };
}
function stated(objects) {
    const levels = new Map();
    for (const object of objects) {
        const declared = (0,declared_namespaces/* declaredNamespace */.w)(object);
        if (declared?.labels[(0,pod_security_labels/* labelOf */.Wy)('enforce', 'level')] === undefined)
            continue;
        const { enforce } = (0,pod_security_labels/* podSecurityOf */.lP)(declared.labels);
        const other = levels.get(declared.name);
        if (other === undefined || (0,pod_security_labels/* rank */.Tm)(enforce.level) > (0,pod_security_labels/* rank */.Tm)(other.level))
            levels.set(declared.name, enforce);
    }
    return levels;
}

// EXTERNAL MODULE: ./build/workload/pod-security/pod.js
var pod_security_pod = __webpack_require__(96462);
// EXTERNAL MODULE: ./build/workload/pod-security/standards.js + 3 modules
var standards = __webpack_require__(26018);
;// CONCATENATED MODULE: ./build/workload/privileges/former-path.js

/**
 * The field that took a power away before the change: that of the container, else that of the pod for all of them. Undefined
 * where there was none.
 */
function formerPath(before, { kind, path, formerContainer }) {
    if ((0,pod_security_pod/* hasOwnUsers */.lf)(before) && kind === 'may be root')
        return ['spec', 'hostUsers'];
    const at = path.lastIndexOf('securityContext');
    if (at < 0)
        return undefined;
    const inside = path.slice(at);
    const container = (0,pod_security_pod/* containersOf */.Mz)(before).find(({ name }) => name === formerContainer);
    const own = container && [...container.path, ...inside];
    return [own, ['spec', ...inside]].find((each) => each !== undefined && (0,pod_security_pod/* isSet */.vM)((0,pod_security_pod/* valueAt */.fK)(before, each)));
}

// EXTERNAL MODULE: ./build/rbac/model/pod-constraints.js
var pod_constraints = __webpack_require__(22765);
// EXTERNAL MODULE: ./build/workload/privileges/host-path.js
var host_path = __webpack_require__(29379);
;// CONCATENATED MODULE: ./build/workload/privileges/danger.js


/** Of what the level baseline forbids. */
const severities = {
    privileged: 'critical',
    hostProcess: 'critical',
    hostNetwork: 'high',
    hostPID: 'high',
    hostIPC: 'high',
    procMount: 'high',
    'seLinux type': 'high',
    'seLinux user': 'high',
    'seLinux role': 'high',
};
/** Capabilities beyond the baseline that reach no further than the pod. */
const smallCapabilities = new Set([
    'BLOCK_SUSPEND',
    'IPC_LOCK',
    'IPC_OWNER',
    'LEASE',
    'NET_BROADCAST',
    'NET_RAW',
    'SYS_NICE',
    'SYS_PACCT',
    'SYS_RESOURCE',
    'SYS_TTY_CONFIG',
    'WAKE_ALARM',
]);
/** How bad it is that a pod newly has a power; what only the level restricted forbids is medium. */
function severityOf({ kind, value, level, isWritable, isOpen }) {
    if (level === 'restricted')
        return kind === 'may become root' ? 'low' : 'medium';
    if (kind === 'hostPath')
        return isOpen ? 'critical' : (0,host_path/* hostPathSeverity */.j2)(value, isWritable);
    if (kind === 'capability') {
        if (isOpen || pod_constraints/* nodeCapabilities */.dl.has(value))
            return 'critical';
        return smallCapabilities.has(value) ? 'medium' : 'high';
    }
    return severities[kind] ?? 'medium';
}

// EXTERNAL MODULE: ./build/workload/privileges/pair-containers.js
var pair_containers = __webpack_require__(70058);
// EXTERNAL MODULE: ./build/workload/privileges/powers.js
var privileges_powers = __webpack_require__(85879);
// EXTERNAL MODULE: ./build/plain-values.js
var plain_values = __webpack_require__(98419);
;// CONCATENATED MODULE: ./build/workload/privileges/same-frame.js

/** Fields that say what runs in a container and what it is told, and give it nothing of its node. */
const ofReleases = new Set([
    'image',
    'imagePullPolicy',
    'env',
    'envFrom',
    'command',
    'args',
    'workingDir',
]);
/** Whether pods differ in nothing but what their containers run, and in notes that no control reads: as in most changes. */
function isSameButWhatRuns(before, after) {
    return isSame(before.spec, after.spec) && isSame(annotations(before), annotations(after));
}
/** Annotations of which a control may know; a checksum is none. */
function annotations({ metadata }) {
    const { annotations: all } = metadata;
    if (!(0,plain_values/* isMapping */.pi)(all))
        return {};
    return Object.fromEntries(Object.entries(all).filter(([key]) => /(?:apparmor|seccomp)\.security/.test(key)));
}
function isSame(a, b) {
    if (a === b)
        return true;
    if (Array.isArray(a)) {
        return Array.isArray(b) && a.length === b.length && a.every((item, index) => isSame(item, b[index]));
    }
    if (!(0,plain_values/* isMapping */.pi)(a) || !(0,plain_values/* isMapping */.pi)(b))
        return false;
    const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
    return [...keys].every((key) => ofReleases.has(key) || isSame(a[key], b[key]));
}

;// CONCATENATED MODULE: ./build/workload/privileges/gained-powers.js







/**
 * What a pod may newly do, container by container: what a container of another name did in its place before, or what
 * another power holds already, is none. The levels are as powersOf has them for the version `minor`. A new container without the level restricted's fields is none either in a pod whose other
 * containers lack them too. Where a container was privileged already, the rest is one step less bad.
 */
function gainedPowers(before, after, minor) {
    if (isSameButWhatRuns(before, after))
        return [];
    const [old, now] = [before, after].map((pod) => (0,privileges_powers/* powersOf */.eJ)(pod, 'restricted', minor));
    const heldBy = (name) => old.filter(({ container }) => container === undefined || container === name);
    const gainedBy = (was, is) => uncovered(now.filter(({ container }) => container === is.name), heldBy(was?.name));
    const pairs = (0,pair_containers/* pairContainers */.J)((0,pod_security_pod/* containersOf */.Mz)(before), (0,pod_security_pod/* containersOf */.Mz)(after), (was, is) => gainedBy(was, is).length);
    const ofPod = uncovered(now.filter(isOfNone(pairs)), old);
    const isOwner = old.some(({ kind }) => kind === 'privileged' || kind === 'hostProcess');
    const known = new Set(old.map(privileges_powers/* codeOf */.$N));
    const gained = [
        ...ofPod.map((power) => ({ power, was: undefined })),
        ...pairs.flatMap(({ before: was, after: is }) => gainedBy(was, is)
            .filter((power) => was !== undefined || power.level === 'baseline' || uncovered([power], old).length > 0)
            .map((power) => ({ power, was }))),
    ];
    return withoutImplied(gained).map(({ power, was }) => {
        const isKnown = isOwner || (was === undefined && known.has((0,privileges_powers/* codeOf */.$N)(power)));
        const severity = severityOf(power);
        return { ...power, severity: isKnown ? (0,build_severity/* lower */.ib)(severity) : severity, formerContainer: was?.name };
    });
}
/** Without what a container that is newly privileged has by that. */
function withoutImplied(gained) {
    const privileged = new Set(gained.flatMap(({ power }) => (power.kind === 'privileged' ? [power.container] : [])));
    return gained.filter(({ power }) => !privileged.has(power.container) || !ofPrivileged.has(power.kind));
}
/** Powers of the pod as a whole, and those that name a container which is not there. */
function isOfNone(pairs) {
    const names = new Set(pairs.map(({ after }) => after.name));
    return ({ container }) => container === undefined || !names.has(container);
}
function uncovered(powers, held) {
    const codes = new Set(held.map(privileges_powers/* codeOf */.$N));
    return powers.filter((power) => !codes.has((0,privileges_powers/* codeOf */.$N)(power)) && !held.some((each) => covers(each, power)));
}
/** What a privileged container has whatever else its fields say (kubelet, pkg/kubelet/kuberuntime/security_context.go). */
const ofPrivileged = new Set([
    'appArmor',
    'capability',
    'default capability',
    'no seccomp',
    'privilege escalation',
    'procMount',
    'seLinux role',
    'seLinux type',
    'seLinux user',
    'seccomp',
]);
const others = {
    'may be root': ['root'],
    'may become root': ['may be root', 'root'],
    'no seccomp': ['seccomp'],
};
/** Whether who has the one has the other by it. */
function covers(held, { kind, value, level, isWritable }) {
    if (held.kind === 'privileged' && ofPrivileged.has(kind))
        return true;
    if (kind === 'hostPath' && held.kind === 'hostPath') {
        return (0,host_path/* isInside */.FK)(value, held.value) && (held.isWritable || !isWritable);
    }
    if (kind === 'capability' || kind === 'default capability') {
        if (held.kind === 'capability')
            return held.value === value || held.value === 'ALL';
        // Of those that some runtimes give by themselves, not all do.
        return held.kind === 'default capability' && held.value === value && level === 'restricted';
    }
    return others[kind]?.includes(held.kind) === true;
}
/** What a pod that was not there before may do and a level forbids in its newest version or in the `minor` one. */
function initialPowers(pod, level, minor) {
    return (0,privileges_powers/* powersOf */.eJ)(pod, level, minor).map((power) => ({
        ...power,
        severity: severityOf(power),
        formerContainer: undefined,
    }));
}

;// CONCATENATED MODULE: ./build/workload/privileges/limits.js



/**
 * Limits that containers no longer have. That of CPU alone is left out: a container without it is slowed down by others and
 * takes nothing from them that they ask for. A limit of the pod as a whole (`spec.resources`, Kubernetes 1.34) holds for all.
 */
function lostLimits(before, after) {
    const ofPod = (0,plain_values/* mapping */.pq)((0,plain_values/* mapping */.pq)(after.spec.resources).limits);
    return (0,pair_containers/* pairContainers */.J)((0,pod_security_pod/* containersOf */.Mz)(before), (0,pod_security_pod/* containersOf */.Mz)(after), () => 0).flatMap(({ before: was, after: is }) => {
        if (was === undefined)
            return [];
        const [old, now] = [was, is].map(({ value }) => (0,plain_values/* mapping */.pq)((0,plain_values/* mapping */.pq)(value.resources).limits));
        const resources = Object.keys(old ?? {}).filter((name) => name !== 'cpu' && isLimit(old?.[name]) && !isLimit(now?.[name]) && !isLimit(ofPod[name]));
        const [first] = resources;
        if (first === undefined)
            return [];
        const position = after.at([...is.path.slice(1), 'resources', 'limits']);
        const removedAt = before.at([...was.path.slice(1), 'resources', 'limits', first]);
        return [{ container: is.name, resources, position, removedAt }];
    });
}
/** Whether a quantity limits anything: none is set for zero (kubelet, pkg/kubelet/kuberuntime/kuberuntime_container_linux.go). */
function isLimit(value) {
    return (0,pod_security_pod/* isSet */.vM)(value) && !/^[+-]?(?:0+(?:\.0*)?|\.0+)[a-zA-Z]{0,2}$/.test((0,plain_values/* scalarText */.ws)(value));
}

// EXTERNAL MODULE: ./build/workload/pod-security/open-text.js
var open_text = __webpack_require__(53809);
;// CONCATENATED MODULE: ./build/workload/privileges/sandbox.js


/** Words in the names of RuntimeClasses of sandboxes (the handlers and manuals of these runtimes); each cluster has names of its own. */
const sandbox = /(?<![a-z])(?:gvisor|runsc|kata(?:-?containers)?|firecracker|sandbox(?:ed)?|sysbox|hyperv|edera|quark|confidential|peer-?pods?|cloud-?hypervisor|fc|clh|qemu|microvm)(?![a-z])/i;
const without = /(?<![a-z])(?:no|non|not|without)-|-(?:disabled|off|none)$/i;
const isSandbox = (name) => sandbox.test(name) && !without.test(name);
/** What a name says itself: what is around variables and actions, and the texts in these, which may be defaults. */
function sandbox_stated(name) {
    return name
        .replace(/\{\{([^{}]{0,500})\}\}/g, (_, code) => ` ${(code.match(/"[^"]*"/g) ?? []).join(' ')} `)
        .replace(/\$\{[^{}]{0,500}\}/g, ' ');
}
/** The sandbox that a pod asked for by its RuntimeClass, and no longer does. One that a template fills in now may be any, and counts as none. */
function lostSandbox(before, after) {
    const [former, now] = [before, after].map(({ spec }) => (0,plain_values/* text */.Qq)(spec.runtimeClassName));
    if (former === undefined || !isSandbox(sandbox_stated(former)))
        return undefined;
    if (now !== undefined && !(0,open_text/* isOpenText */.U)(now) && isSandbox(now))
        return undefined;
    const position = now === undefined ? after.at([]) : after.at(['runtimeClassName']);
    return { former, now, position, removedAt: before.at(['runtimeClassName']) };
}

;// CONCATENATED MODULE: ./build/workload/judge/pod-privileges.js











/** What the pods of a scope may newly do; those that gain nothing are left out. */
function podPrivileges(changes, objects) {
    const levelOf = namespaceLevels(objects);
    const wasThere = knownObjects(objects);
    return changes.flatMap(({ before, after }) => {
        if (after === undefined)
            return [];
        const former = before ?? (!after.isWhole && wasThere(after) ? { ...after, spec: {}, metadata: {} } : undefined);
        const found = former === undefined
            ? ofNew(after, levelOf(after.namespace))
            : ofChanged(former, after, levelOf(after.namespace));
        const { powers, limits, sandbox } = found;
        return powers.length === 0 && limits.length === 0 && sandbox === undefined ? [] : [found];
    });
}
/** Whether the object of a pod was there before: one that begins to say something of its pods said nothing of them. */
function knownObjects({ before }) {
    let known;
    return ({ resource }) => {
        known ??= new Set(before.map(identity_key/* identityKey */.U));
        return known.has((0,identity_key/* identityKey */.U)(resource));
    };
}
/** The same of what values of charts say of pods: what they leave out, the chart may say. */
function valuesPrivileges(changes, objects) {
    return podPrivileges(changes, objects).flatMap((found) => {
        const powers = found.powers.filter(({ isMissing }) => !isMissing);
        return powers.length === 0 ? [] : [{ ...found, powers, limits: [], sandbox: undefined }];
    });
}
function ofChanged(before, after, enforced) {
    // Of a container that is new in a part of a pod, what it leaves out may be said where the rest is.
    const isOpen = ({ isMissing, formerContainer }) => isMissing && formerContainer === undefined && !after.isWhole;
    const gained = gainedPowers(before, after, enforcedMinor(enforced)).filter((power) => !isLetPass(after, power, enforced) && !isOpen(power));
    const placed = gained.map((power) => {
        const former = power.isMissing ? formerPath(before, power) : undefined;
        const isOfPod = former?.[1] === 'securityContext';
        return {
            ...power,
            position: positionOf(after, isOfPod ? former : power.path),
            removedAt: former && positionOf(before, former),
        };
    });
    return {
        pod: after,
        isNew: false,
        level: undefined,
        powers: worstFirst(placed),
        limits: lostLimits(before, after),
        sandbox: lostSandbox(before, after),
    };
}
/**
 * A new pod is judged as if it had been nothing: by baseline, or by restricted where its namespace enforces that, one step less
 * bad, and two where the namespace is there for privileged pods. What only adds to a pod that is elsewhere is not new.
 */
function ofNew(pod, enforced) {
    const level = enforced?.level;
    const minor = enforcedMinor(enforced);
    const demanded = ['baseline', ...(level === 'restricted' ? ['restricted'] : [])];
    const judging = new Set(demanded.flatMap((each) => (0,standards/* controlsOf */.ux)(each, minor).map(({ control }) => control.id)));
    const steps = isDefined(pod) ? (level === 'privileged' ? 2 : 1) : 0;
    const powers = initialPowers(pod, level === 'restricted' ? level : 'baseline', minor)
        .filter((power) => judging.has(power.control))
        .filter(({ isMissing }) => pod.isWhole || !isMissing)
        .map((power) => ({
        ...power,
        severity: (0,build_severity/* lower */.ib)(power.severity, steps),
        position: positionOf(pod, power.path),
        removedAt: undefined,
    }));
    return { pod, isNew: true, level, powers: worstFirst(powers), limits: [], sandbox: undefined };
}
/** Whether the object says what runs in the pod, so that it is no patch of one that may be elsewhere. */
function isDefined(pod) {
    return pod.isWhole || !(0,model_pod/* mayBePatch */.hX)(pod);
}
/** The version by which a namespace judges pods, where it judges them at all. */
function enforcedMinor(enforced) {
    return enforced === undefined || enforced.level === 'privileged' ? standards/* newest */.BP : (0,pod_security_labels/* judgedMinor */.Zi)(enforced);
}
/**
 * Of all that restricted forbids only an unmasked /proc is what baseline began to let pass, in a user namespace of the pod's own
 * (policy/check_procMount_baseline.go, from v1.35 on): in a namespace that enforces baseline, that is what is meant.
 */
function isLetPass(pod, { control }, enforced) {
    return control === 'procMount_restricted' && (0,pod_security_pod/* hasOwnUsers */.lf)(pod) && enforced?.level === 'baseline';
}
function positionOf(pod, [root, ...path]) {
    return root === 'metadata' ? pod.metadataAt(path) : pod.at(path);
}
function worstFirst(powers) {
    return [...powers].sort((a, b) => (0,build_severity/* compareSeverity */.zK)(a.severity, b.severity));
}


/***/ }),

/***/ 28469:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FS: () => (/* binding */ podOf),
/* harmony export */   SW: () => (/* binding */ templateShape),
/* harmony export */   hX: () => (/* binding */ mayBePatch),
/* harmony export */   mA: () => (/* binding */ placeInside),
/* harmony export */   r4: () => (/* binding */ placeKey)
/* harmony export */ });
/* harmony import */ var _plain_values_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(98419);
/* harmony import */ var _rbac_model_rbac_object_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14499);


/** The pods of an object in one of its shapes. */
function podOf(resource, stated) {
    const shape = resource.isPatch === true ? { ...stated, isWhole: false, hasDefaultAccount: false } : stated;
    const { part, spec, metadataPath, metadataFields = {}, isWhole } = shape;
    const metadata = areFilledIn(shape.metadata) ? { ...shape.metadata, labels: filledIn } : shape.metadata;
    const placed = (path) => placeIn(shape, path);
    return {
        resource,
        part,
        namespace: (0,_rbac_model_rbac_object_js__WEBPACK_IMPORTED_MODULE_0__/* .namespaceOf */ .N6)(resource),
        spec,
        metadata,
        isWhole,
        accounts: accountsOf(shape),
        at: (path) => resource.at(placed(path)),
        valueAt: (path) => resource.valueAt(placed(path)),
        metadataAt: (path) => resource.at(placeBelow({ path: metadataPath, fields: metadataFields }, path)),
    };
}
/** Labels of which nobody knows what they are: any label may be among them. */
const filledIn = { '{{ }}': '{{ }}' };
/** Whether a template makes all of a pod's labels: of a line of nothing but an action, nothing is left. */
function areFilledIn(metadata) {
    return Object.hasOwn(metadata, 'labels') && !(0,_plain_values_js__WEBPACK_IMPORTED_MODULE_1__/* .isMapping */ .pi)(metadata.labels);
}
/** Whether it is a patch of another file's pod, or may be one: it runs nothing that it names an image of. */
function mayBePatch({ spec, resource }) {
    return (resource.isPatch === true ||
        (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)(spec.containers).every((container) => (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)((0,_plain_values_js__WEBPACK_IMPORTED_MODULE_1__/* .mapping */ .pq)(container).image) === undefined));
}
/** A PodTemplateSpec (core/v1) at a path of an object. */
function templateShape(part, path, template) {
    const { metadata, spec } = (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_1__/* .mapping */ .pq)(template);
    return {
        part,
        path: [...path, 'spec'],
        spec: (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_1__/* .mapping */ .pq)(spec),
        metadata: (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_1__/* .mapping */ .pq)(metadata),
        metadataPath: [...path, 'metadata'],
        isWhole: (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)((0,_plain_values_js__WEBPACK_IMPORTED_MODULE_1__/* .mapping */ .pq)(spec).containers).length > 0,
        hasDefaultAccount: (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)((0,_plain_values_js__WEBPACK_IMPORTED_MODULE_1__/* .mapping */ .pq)(spec).containers).length > 0,
    };
}
function placeIn({ path: root, fields = {} }, path) {
    const [field = '', ...rest] = path;
    const place = fields[field];
    if (place === undefined)
        return [...root, ...path];
    if (!('items' in place))
        return placeBelow(place, rest);
    const [index, ...inside] = rest;
    const item = typeof index === 'number' ? place.items[index] : place.items[0];
    return item === undefined ? root : placeBelow(item, inside);
}
/** The part with the longest path counts. */
function placeBelow(place, path) {
    if (!('path' in place))
        return [...place, ...path];
    for (let length = path.length; length > 0; length--) {
        const elsewhere = (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_1__/* .entryOf */ .Ms)(place.fields, placeKey(path.slice(0, length)));
        if (elsewhere !== undefined)
            return [...elsewhere, ...path.slice(length)];
    }
    return [...place.path, ...path];
}
/** The place of a part of something, with the places of what is inside it. */
function placeInside(place, path) {
    const own = placeBelow(place, path);
    if (!('path' in place))
        return own;
    const above = `${placeKey(path)}\n`;
    const inside = Object.entries(place.fields).flatMap(([key, at]) => key.startsWith(above) ? [[key.slice(above.length), at]] : []);
    return inside.length === 0 ? own : { path: own, fields: Object.fromEntries(inside) };
}
/** A path as a key: of a single field its name. */
function placeKey(path) {
    return path.join('\n');
}
/** `serviceAccount` is the deprecated name: it counts where the other is empty (pkg/apis/core/v1/conversion.go). */
function accountsOf(shape) {
    const { spec, hasDefaultAccount, otherAccounts = [] } = shape;
    const field = (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(spec.serviceAccountName) === undefined ? 'serviceAccount' : 'serviceAccountName';
    const name = (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(spec[field]);
    if (name !== undefined)
        return [{ name, path: placeIn(shape, [field]) }, ...otherAccounts];
    return hasDefaultAccount ? [{ name: 'default', path: undefined }, ...otherAccounts] : otherAccounts;
}


/***/ }),

/***/ 29508:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ undeclaredNamespaces),
/* harmony export */   w: () => (/* binding */ declaredNamespace)
/* harmony export */ });
/* harmony import */ var _plain_values_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(98419);
/* harmony import */ var _pod_security_labels_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67276);


const managed = ['spec', 'syncPolicy', 'managedNamespaceMetadata', 'labels'];
/**
 * The namespace whose labels an object states: a Namespace, or a Project of OpenShift; an Application of Argo CD for the
 * namespace it creates (`managedNamespaceMetadata`). Undefined for other objects.
 */
function declaredNamespace(resource) {
    const { group, kind, name, value } = resource;
    if ((group === '' && kind === 'Namespace') || (group === 'project.openshift.io' && kind === 'Project')) {
        return { name, labels: (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_1__/* .mapping */ .pq)((0,_plain_values_js__WEBPACK_IMPORTED_MODULE_1__/* .mapping */ .pq)(value.metadata).labels), resource, path: ['metadata', 'labels'] };
    }
    if (group !== 'argoproj.io' || kind !== 'Application')
        return undefined;
    const labels = (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_1__/* .valueUnder */ .cZ)(value, ...managed);
    const namespace = (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)((0,_plain_values_js__WEBPACK_IMPORTED_MODULE_1__/* .valueUnder */ .cZ)(value, 'spec', 'destination', 'namespace'));
    if (!(0,_plain_values_js__WEBPACK_IMPORTED_MODULE_1__/* .isMapping */ .pi)(labels) || namespace === undefined)
        return undefined;
    return { name: namespace, labels, resource, path: managed };
}
/** The namespaces of which nothing states labels for pods any more that something stated before: objects of them may still be there. */
function undeclaredNamespaces({ before, after }) {
    const declared = (objects) => objects.flatMap((each) => declaredNamespace(each) ?? []);
    const still = new Set(declared(after).map(({ name }) => name));
    return declared(before).filter(({ name, labels }) => {
        return !still.has(name) && Object.keys(labels).some((label) => label.startsWith(_pod_security_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .podSecurityPrefix */ .ME));
    });
}


/***/ }),

/***/ 67276:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Zi: () => (/* binding */ judgedMinor),
  Wy: () => (/* binding */ labelOf),
  nI: () => (/* binding */ modes),
  lP: () => (/* binding */ podSecurityOf),
  ME: () => (/* binding */ podSecurityPrefix),
  Tm: () => (/* binding */ rank),
  Hk: () => (/* binding */ statedBy)
});

// EXTERNAL MODULE: ./build/plain-values.js
var plain_values = __webpack_require__(98419);
;// CONCATENATED MODULE: ./build/workload/pod-security/control.js
/** What namespaces can demand of pods, from least to most. */
const levels = ['privileged', 'baseline', 'restricted'];

// EXTERNAL MODULE: ./build/workload/pod-security/open-text.js
var open_text = __webpack_require__(53809);
// EXTERNAL MODULE: ./build/workload/pod-security/standards.js + 3 modules
var standards = __webpack_require__(26018);
;// CONCATENATED MODULE: ./build/workload/namespaces/pod-security-labels.js




/** What is done with pods below a level: they are refused, noted in the audit log, or warned of. */
const modes = ['enforce', 'audit', 'warn'];
/** What the labels of the admission plugin begin with. */
const podSecurityPrefix = 'pod-security.kubernetes.io/';
/** The label that states the level of a mode, or its version. */
function labelOf(mode, field) {
    return field === 'level' ? `${podSecurityPrefix}${mode}` : `${podSecurityPrefix}${mode}-version`;
}
/**
 * What the labels of a namespace demand of its pods, as the admission plugin reads them where its configuration sets no defaults
 * (k8s.io/pod-security-admission, api/helpers.go, PolicyToEvaluate). What a template decides may be anything: it demands
 * nothing.
 */
function podSecurityOf(labels) {
    return statedBy((mode, field) => labels[labelOf(mode, field)]);
}
/** The same of what states a level and a version for each mode under names of its own. */
function statedBy(stated) {
    const read = (mode) => levelVersion(mode, stated(mode, 'level'), stated(mode, 'version'));
    const [enforce, audit, warn] = [read('enforce'), read('audit'), read('warn')];
    // Whoever is refused is warned as well.
    const isWarned = stated('warn', 'level') === undefined && rank(enforce.level) > rank(warn.level);
    return { enforce, audit, warn: isWarned ? { ...warn, level: enforce.level } : warn };
}
function levelVersion(mode, level, version) {
    const isOpen = [level, version].some(open_text/* isOpenText */.U);
    return {
        level: level === undefined ? 'privileged' : levelIn(mode, (0,plain_values/* scalarText */.ws)(level)),
        minor: minorIn(version),
        isOpen,
    };
}
/** A level that does not exist is refused by the plugin; where it is there already, it enforces the highest. */
function levelIn(mode, text) {
    const known = levels.find((level) => level === text);
    if (known !== undefined)
        return known;
    return mode === 'enforce' && !(0,open_text/* isOpenText */.U)(text) ? 'restricted' : 'privileged';
}
/** `v1.30`; what is not a version counts as the newest, what a template decides as the oldest. */
function minorIn(version) {
    const text = (0,plain_values/* scalarText */.ws)(version);
    if ((0,open_text/* isOpenText */.U)(text))
        return 0;
    const minor = /^v1\.(\d{1,4})$/.exec(text)?.[1];
    return minor === undefined ? undefined : Number(minor);
}
/** Higher where more is demanded. */
function rank(level) {
    return levels.indexOf(level);
}
/** The minor version by which pods are judged. */
function judgedMinor({ minor }) {
    return Math.min(minor ?? standards/* newest */.BP, standards/* newest */.BP);
}


/***/ }),

/***/ 53809:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ isOpenText)
/* harmony export */ });
/** Whether a text has parts that are filled in where it is installed: by Helm, by Flux, by an OpenShift Template. */
function isOpenText(value) {
    return typeof value === 'string' && /\{\{|\$\{/.test(value);
}


/***/ }),

/***/ 96462:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $d: () => (/* binding */ isForWindows),
/* harmony export */   Mp: () => (/* binding */ isOn),
/* harmony export */   Mz: () => (/* binding */ containersOf),
/* harmony export */   eJ: () => (/* binding */ settersOf),
/* harmony export */   fK: () => (/* binding */ valueAt),
/* harmony export */   lf: () => (/* binding */ hasOwnUsers),
/* harmony export */   vM: () => (/* binding */ isSet)
/* harmony export */ });
/* harmony import */ var _plain_values_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(98419);
/* harmony import */ var _rbac_model_memoize_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9863);


/** The lists of containers, in the order of k8s.io/pod-security-admission (policy/visitor.go). */
const containerLists = ['initContainers', 'containers', 'ephemeralContainers'];
/** Every container of a pod: what starts it, what runs, and what was put into it for debugging. */
const containersOf = (0,_rbac_model_memoize_js__WEBPACK_IMPORTED_MODULE_0__/* .memoize */ .B)(({ spec }) => containerLists.flatMap((field) => (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)(spec[field]).map((value, index) => ({
    name: (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_1__/* .scalarText */ .ws)((0,_plain_values_js__WEBPACK_IMPORTED_MODULE_1__/* .mapping */ .pq)(value).name),
    value: (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_1__/* .mapping */ .pq)(value),
    path: ['spec', field, index],
}))));
/** The security context of the pod, and that of each container; an empty one where none is stated. */
const settersOf = (0,_rbac_model_memoize_js__WEBPACK_IMPORTED_MODULE_0__/* .memoize */ .B)((pod) => [
    { container: undefined, context: (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_1__/* .mapping */ .pq)(pod.spec.securityContext), path: ['spec', 'securityContext'] },
    ...containersOf(pod).map(({ name, value, path }) => ({
        container: name,
        context: (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_1__/* .mapping */ .pq)(value.securityContext),
        path: [...path, 'securityContext'],
    })),
]);
/** Whether a field is there: the API server takes null for absent. */
function isSet(value) {
    return value !== undefined && value !== null;
}
/** Whether a switch is on. What is not a boolean may be one once a template is filled in: it counts as on. */
function isOn(value) {
    return isSet(value) && value !== false;
}
/** Whether the pod runs in a user namespace of its own, where root is nobody on the node (`hostUsers: false`). */
function hasOwnUsers({ spec }) {
    return spec.hostUsers === false;
}
/** Whether the pod says that it runs on Windows, where Linux' security fields mean nothing. */
function isForWindows({ spec }) {
    return (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_1__/* .mapping */ .pq)(spec.os).name === 'windows';
}
/** The value at a path from the pod. */
function valueAt(pod, path) {
    let value = pod;
    for (const step of path)
        value = typeof step === 'number' ? (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)(value)[step] : (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_1__/* .mapping */ .pq)(value)[step];
    return value;
}


/***/ }),

/***/ 32236:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ny: () => (/* binding */ seccompAnnotations),
/* harmony export */   Tg: () => (/* binding */ unmaskedProc),
/* harmony export */   cN: () => (/* binding */ hasSeccompProfile),
/* harmony export */   u5: () => (/* binding */ seccompTypes),
/* harmony export */   x5: () => (/* binding */ addedCapabilities)
/* harmony export */ });
/* harmony import */ var _plain_values_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(98419);
/* harmony import */ var _pod_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96462);


/** Capabilities that containers add beyond those that are allowed. */
function addedCapabilities(pod, isAllowed) {
    return (0,_pod_js__WEBPACK_IMPORTED_MODULE_0__/* .containersOf */ .Mz)(pod).flatMap(({ name: container, value, path }) => (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)((0,_plain_values_js__WEBPACK_IMPORTED_MODULE_1__/* .mapping */ .pq)((0,_plain_values_js__WEBPACK_IMPORTED_MODULE_1__/* .mapping */ .pq)(value.securityContext).capabilities).add).flatMap((item, index) => {
        const name = (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_1__/* .scalarText */ .ws)(item);
        if (isAllowed(name))
            return [];
        const at = [...path, 'securityContext', 'capabilities', 'add', index];
        return [{ kind: 'capability', value: name, container, path: at }];
    }));
}
/** Containers that see parts of /proc which runtimes mask. */
function unmaskedProc(pod) {
    return (0,_pod_js__WEBPACK_IMPORTED_MODULE_0__/* .settersOf */ .eJ)(pod)
        .slice(1)
        .flatMap(({ container, context, path }) => {
        const { procMount } = context;
        if (!(0,_pod_js__WEBPACK_IMPORTED_MODULE_0__/* .isSet */ .vM)(procMount) || procMount === 'Default')
            return [];
        return [{ kind: 'procMount', value: (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_1__/* .scalarText */ .ws)(procMount), container, path: [...path, 'procMount'] }];
    });
}
/** Profiles of seccomp that are stated and are neither the runtime's own nor one of the node's files. */
function seccompTypes(pod) {
    return (0,_pod_js__WEBPACK_IMPORTED_MODULE_0__/* .settersOf */ .eJ)(pod).flatMap(({ container, context, path }) => {
        if (!(0,_pod_js__WEBPACK_IMPORTED_MODULE_0__/* .isSet */ .vM)(context.seccompProfile) || hasSeccompProfile(context.seccompProfile))
            return [];
        const type = (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_1__/* .scalarText */ .ws)((0,_plain_values_js__WEBPACK_IMPORTED_MODULE_1__/* .mapping */ .pq)(context.seccompProfile).type);
        return [{ kind: 'seccomp', value: type, container, path: [...path, 'seccompProfile', 'type'] }];
    });
}
/** Whether a stated profile of seccomp is one that the standards allow. */
function hasSeccompProfile(profile) {
    const { type } = (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_1__/* .mapping */ .pq)(profile);
    return type === 'RuntimeDefault' || type === 'Localhost';
}
const podAnnotation = 'seccomp.security.alpha.kubernetes.io/pod';
const containerAnnotation = 'container.seccomp.security.alpha.kubernetes.io/';
/** The same as annotations, before there were fields. */
function seccompAnnotations(pod) {
    const keys = [
        { container: undefined, key: podAnnotation },
        ...(0,_pod_js__WEBPACK_IMPORTED_MODULE_0__/* .containersOf */ .Mz)(pod).map(({ name }) => ({ container: name, key: `${containerAnnotation}${name}` })),
    ];
    return keys.flatMap(({ container, key }) => {
        const value = (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_1__/* .mapping */ .pq)(pod.metadata.annotations)[key];
        if (value === undefined)
            return [];
        const profile = (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_1__/* .scalarText */ .ws)(value);
        if (profile === 'runtime/default' || profile === 'docker/default' || profile.startsWith('localhost/'))
            return [];
        const type = profile === 'unconfined' ? 'Unconfined' : profile;
        return [{ kind: 'seccomp', value: type, container, path: ['metadata', 'annotations', key] }];
    });
}


/***/ }),

/***/ 26018:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ux: () => (/* binding */ controlsOf),
  BP: () => (/* binding */ newest),
  Sq: () => (/* binding */ violationsOf)
});

// EXTERNAL MODULE: ./build/plain-values.js
var plain_values = __webpack_require__(98419);
// EXTERNAL MODULE: ./build/rbac/model/pod-constraints.js
var pod_constraints = __webpack_require__(22765);
// EXTERNAL MODULE: ./build/workload/pod-security/pod.js
var pod_security_pod = __webpack_require__(96462);
// EXTERNAL MODULE: ./build/workload/pod-security/shared.js
var shared = __webpack_require__(32236);
;// CONCATENATED MODULE: ./build/workload/pod-security/sysctls.js

/** Safe sysctls, by the minor version from which on they are. */
const safeSysctls = {
    'kernel.shm_rmid_forced': 0,
    'net.ipv4.ip_local_port_range': 0,
    'net.ipv4.tcp_syncookies': 0,
    'net.ipv4.ping_group_range': 0,
    'net.ipv4.ip_unprivileged_port_start': 0,
    'net.ipv4.ip_local_reserved_ports': 27,
    'net.ipv4.tcp_keepalive_time': 29,
    'net.ipv4.tcp_fin_timeout': 29,
    'net.ipv4.tcp_keepalive_intvl': 29,
    'net.ipv4.tcp_keepalive_probes': 29,
    'net.ipv4.tcp_rmem': 32,
    'net.ipv4.tcp_wmem': 32,
    'net.ipv4.tcp_slow_start_after_idle': 37,
    'net.ipv4.tcp_notsent_lowat': 37,
};
const minors = [...new Set(Object.values(safeSysctls))].filter((minor) => minor > 0).sort((a, b) => a - b);
/** Pods set only safe sysctls: those that act inside the pod alone. */
const sysctlControl = {
    id: 'sysctls',
    level: 'baseline',
    revisions: [revision(0), ...minors.map(revision)],
};
function revision(minor) {
    return { since: minor, violations: (pod) => unsafeSysctls(pod, minor) };
}
function unsafeSysctls({ spec }, minor) {
    return (0,plain_values/* list */.p_)((0,plain_values/* mapping */.pq)(spec.securityContext).sysctls).flatMap((sysctl, index) => {
        const name = (0,plain_values/* scalarText */.ws)((0,plain_values/* mapping */.pq)(sysctl).name);
        if (Object.hasOwn(safeSysctls, name) && (safeSysctls[name] ?? minor) <= minor)
            return [];
        const path = ['spec', 'securityContext', 'sysctls', index, 'name'];
        return [{ kind: 'sysctl', value: name, container: undefined, path }];
    });
}

;// CONCATENATED MODULE: ./build/workload/pod-security/baseline.js





/** The controls of the level baseline (k8s.io/pod-security-admission, policy/check_*.go). */
const baselineControls = [
    control('appArmorProfile', [0, appArmor]),
    control('capabilities_baseline', [0, (pod) => (0,shared/* addedCapabilities */.x5)(pod, (name) => pod_constraints/* baselineCapabilities */.K4.has(name))]),
    control('hostNamespaces', [0, hostNamespaces]),
    control('hostPathVolumes', [0, hostPaths]),
    control('hostPorts', [0, hostPorts]),
    control('hostProbesAndHostLifecycle', [34, probeHosts]),
    control('privileged', [0, (pod) => flagged((0,pod_security_pod/* settersOf */.eJ)(pod).slice(1), ['privileged'], 'privileged')]),
    control('procMount', [0, shared/* unmaskedProc */.Tg], [35, (pod) => ((0,pod_security_pod/* hasOwnUsers */.lf)(pod) ? [] : (0,shared/* unmaskedProc */.Tg)(pod))]),
    control('seLinuxOptions', [0, (pod) => seLinux(pod, seLinuxTypes)], [31, (pod) => seLinux(pod, seLinuxTypesOf31)]),
    {
        id: 'seccompProfile_baseline',
        level: 'baseline',
        revisions: [
            { since: 0, violations: shared/* seccompAnnotations */.Ny },
            { since: 19, violations: shared/* seccompTypes */.u5, isStricter: true },
        ],
    },
    sysctlControl,
    control('windowsHostProcess', [
        0,
        (pod) => flagged((0,pod_security_pod/* settersOf */.eJ)(pod), ['windowsOptions', 'hostProcess'], 'hostProcess'),
    ]),
];
function control(id, ...revisions) {
    const [first, ...others] = revisions.map(([since, violations]) => ({ since, violations }));
    if (first === undefined)
        throw new Error(`the control ${id} has no revision`);
    return { id, level: 'baseline', revisions: [first, ...others] };
}
/** Setters whose context has the switch under `keys` on. */
function flagged(setters, keys, kind) {
    return setters.flatMap(({ container, context, path }) => {
        let value = context;
        for (const key of keys)
            value = (0,plain_values/* mapping */.pq)(value)[key];
        return (0,pod_security_pod/* isOn */.Mp)(value) ? [{ kind, value: '', container, path: [...path, ...keys] }] : [];
    });
}
function hostNamespaces({ spec }) {
    return ['hostNetwork', 'hostPID', 'hostIPC']
        .filter((field) => (0,pod_security_pod/* isOn */.Mp)(spec[field]))
        .map((field) => ({ kind: field, value: '', container: undefined, path: ['spec', field] }));
}
function hostPaths({ spec }) {
    return (0,plain_values/* list */.p_)(spec.volumes).flatMap((volume, index) => {
        const { hostPath } = (0,plain_values/* mapping */.pq)(volume);
        if (!(0,pod_security_pod/* isSet */.vM)(hostPath))
            return [];
        const path = ['spec', 'volumes', index, 'hostPath'];
        return [
            { kind: 'hostPath', value: (0,plain_values/* scalarText */.ws)((0,plain_values/* mapping */.pq)(hostPath).path), container: undefined, path: [...path, 'path'] },
        ];
    });
}
function hostPorts(pod) {
    return (0,pod_security_pod/* containersOf */.Mz)(pod).flatMap(({ name, value, path }) => (0,plain_values/* list */.p_)(value.ports).flatMap((port, index) => {
        const { hostPort } = (0,plain_values/* mapping */.pq)(port);
        if (!(0,pod_security_pod/* isSet */.vM)(hostPort) || hostPort === 0)
            return [];
        const at = [...path, 'ports', index, 'hostPort'];
        return [{ kind: 'hostPort', value: (0,plain_values/* scalarText */.ws)(hostPort), container: name, path: at }];
    }));
}
/** What the kubelet asks from the node: a probe or a hook of another host reaches what the pod itself may not. */
function probeHosts(pod) {
    const handlers = [
        ['livenessProbe'],
        ['readinessProbe'],
        ['startupProbe'],
        ['lifecycle', 'postStart'],
        ['lifecycle', 'preStop'],
    ];
    return (0,pod_security_pod/* containersOf */.Mz)(pod).flatMap(({ name, value, path }) => handlers.flatMap((steps) => ['httpGet', 'tcpSocket'].flatMap((action) => {
        let handler = value;
        for (const step of steps)
            handler = (0,plain_values/* mapping */.pq)(handler)[step];
        const host = (0,plain_values/* scalarText */.ws)((0,plain_values/* mapping */.pq)((0,plain_values/* mapping */.pq)(handler)[action]).host);
        if (host === '')
            return [];
        return [{ kind: 'probe host', value: host, container: name, path: [...path, ...steps, action, 'host'] }];
    })));
}
const appArmorPrefix = 'container.apparmor.security.beta.kubernetes.io/';
function appArmor(pod) {
    const fields = (0,pod_security_pod/* settersOf */.eJ)(pod).flatMap(({ container, context, path }) => {
        if (!(0,pod_security_pod/* isSet */.vM)(context.appArmorProfile))
            return [];
        const type = (0,plain_values/* scalarText */.ws)((0,plain_values/* mapping */.pq)(context.appArmorProfile).type);
        if (type === 'RuntimeDefault' || type === 'Localhost')
            return [];
        return [{ kind: 'appArmor', value: type, container, path: [...path, 'appArmorProfile', 'type'] }];
    });
    const annotations = Object.entries((0,plain_values/* mapping */.pq)(pod.metadata.annotations)).flatMap(([key, value]) => {
        const profile = (0,plain_values/* scalarText */.ws)(value);
        const isAllowed = profile === '' || profile === 'runtime/default' || profile.startsWith('localhost/');
        if (!key.startsWith(appArmorPrefix) || isAllowed)
            return [];
        const container = key.slice(appArmorPrefix.length);
        const type = profile === 'unconfined' ? 'Unconfined' : profile;
        return [{ kind: 'appArmor', value: type, container, path: ['metadata', 'annotations', key] }];
    });
    return [...fields, ...annotations];
}
const seLinuxTypes = ['', 'container_t', 'container_init_t', 'container_kvm_t'];
const seLinuxTypesOf31 = [...seLinuxTypes, 'container_engine_t'];
function seLinux(pod, types) {
    return (0,pod_security_pod/* settersOf */.eJ)(pod).flatMap(({ container, context, path }) => {
        const options = (0,plain_values/* mapping */.pq)(context.seLinuxOptions);
        return ['type', 'user', 'role'].flatMap((field) => {
            const value = (0,plain_values/* scalarText */.ws)(options[field]);
            const isAllowed = field === 'type' ? types.includes(value) : value === '';
            if (isAllowed)
                return [];
            return [{ kind: `seLinux ${field}`, value, container, path: [...path, 'seLinuxOptions', field] }];
        });
    });
}

;// CONCATENATED MODULE: ./build/workload/pod-security/restricted.js



/** The controls of the level restricted (k8s.io/pod-security-admission, policy/check_*.go). */
const restrictedControls = [
    { id: 'allowPrivilegeEscalation', level: 'restricted', revisions: exceptWindows(8, privilegeEscalation) },
    {
        id: 'capabilities_restricted',
        level: 'restricted',
        insteadOf: 'capabilities_baseline',
        revisions: exceptWindows(22, capabilities),
    },
    {
        id: 'procMount_restricted',
        level: 'restricted',
        insteadOf: 'procMount',
        revisions: [{ since: 35, violations: shared/* unmaskedProc */.Tg }],
    },
    {
        id: 'restrictedVolumes',
        level: 'restricted',
        insteadOf: 'hostPathVolumes',
        revisions: [{ since: 0, violations: volumes }],
    },
    { id: 'runAsNonRoot', level: 'restricted', revisions: exceptOwnUsers(0, mayBeRoot) },
    { id: 'runAsUser', level: 'restricted', revisions: exceptOwnUsers(23, rootUser) },
    {
        id: 'seccompProfile_restricted',
        level: 'restricted',
        insteadOf: 'seccompProfile_baseline',
        revisions: exceptWindows(19, seccomp),
    },
];
/** From 1.25 on a pod that says it is for Windows need not state what only Linux has. */
function exceptWindows(since, violations) {
    return [
        { since, violations },
        { since: 25, violations: (pod) => ((0,pod_security_pod/* isForWindows */.$d)(pod) ? [] : violations(pod)) },
    ];
}
/** From 1.35 on root in a user namespace of the pod's own is allowed (KEP-127). */
function exceptOwnUsers(since, violations) {
    return [
        { since, violations },
        { since: 35, violations: (pod) => ((0,pod_security_pod/* hasOwnUsers */.lf)(pod) ? [] : violations(pod)) },
    ];
}
function privilegeEscalation(pod) {
    return (0,pod_security_pod/* settersOf */.eJ)(pod)
        .slice(1)
        .flatMap(({ container, context, path }) => {
        const { allowPrivilegeEscalation: value } = context;
        if (value === false)
            return [];
        const at = [...path, 'allowPrivilegeEscalation'];
        return [{ kind: 'privilege escalation', value: '', container, path: at, isMissing: !(0,pod_security_pod/* isSet */.vM)(value) }];
    });
}
function capabilities(pod) {
    const kept = (0,pod_security_pod/* containersOf */.Mz)(pod).flatMap(({ name, value, path }) => {
        const { drop } = (0,plain_values/* mapping */.pq)((0,plain_values/* mapping */.pq)(value.securityContext).capabilities);
        if ((0,plain_values/* list */.p_)(drop).includes('ALL'))
            return [];
        const at = [...path, 'securityContext', 'capabilities', 'drop'];
        return [{ kind: 'default capabilities', value: '', container: name, path: at, isMissing: true }];
    });
    return [...kept, ...(0,shared/* addedCapabilities */.x5)(pod, (name) => name === 'NET_BIND_SERVICE')];
}
/** Kinds of volumes that hold nothing of the node's or of another machine's. A volume that names none is an emptyDir. */
const volumeKinds = new Set([
    'configMap',
    'csi',
    'downwardAPI',
    'emptyDir',
    'ephemeral',
    'image',
    'persistentVolumeClaim',
    'projected',
    'secret',
]);
function volumes({ spec }) {
    return (0,plain_values/* list */.p_)(spec.volumes).flatMap((volume, index) => {
        const kinds = Object.entries((0,plain_values/* mapping */.pq)(volume)).flatMap(([key, value]) => key !== 'name' && (0,pod_security_pod/* isSet */.vM)(value) && ((0,plain_values/* isMapping */.pi)(value) || value !== '') ? [key] : []);
        const [kind] = kinds;
        if (kind === undefined || kinds.some((each) => volumeKinds.has(each)))
            return [];
        return [{ kind: 'volume', value: kind, container: undefined, path: ['spec', 'volumes', index, kind] }];
    });
}
/** Who says that root is fine, else the containers for which nobody says that it is not. */
function mayBeRoot(pod) {
    const setters = (0,pod_security_pod/* settersOf */.eJ)(pod);
    const [own] = setters;
    const isSaid = own.context.runAsNonRoot === true;
    return setters.flatMap(({ container, context, path }) => {
        const { runAsNonRoot } = context;
        const at = [...path, 'runAsNonRoot'];
        if ((0,pod_security_pod/* isSet */.vM)(runAsNonRoot))
            return runAsNonRoot === true ? [] : [{ kind: 'may be root', value: '', container, path: at }];
        if (container === undefined || isSaid)
            return [];
        return [{ kind: 'may be root', value: '', container, path: at, isMissing: true }];
    });
}
function rootUser(pod) {
    return (0,pod_security_pod/* settersOf */.eJ)(pod).flatMap(({ container, context, path }) => context.runAsUser === 0 ? [{ kind: 'root', value: '', container, path: [...path, 'runAsUser'] }] : []);
}
/** Profiles that are not allowed, and containers for which neither they nor the pod state one. */
function seccomp(pod) {
    const [own, ...containers] = (0,pod_security_pod/* settersOf */.eJ)(pod);
    const isSaid = (0,shared/* hasSeccompProfile */.cN)(own.context.seccompProfile);
    const missing = containers.flatMap(({ container, context, path }) => (0,pod_security_pod/* isSet */.vM)(context.seccompProfile) || isSaid
        ? []
        : [{ kind: 'no seccomp', value: '', container, path: [...path, 'seccompProfile'], isMissing: true }]);
    return [...(0,shared/* seccompTypes */.u5)(pod), ...missing];
}

;// CONCATENATED MODULE: ./build/workload/pod-security/standards.js


/** The newest version of the standards that is known here: k8s.io/pod-security-admission of Kubernetes 1.37. */
const newest = 37;
/** The controls that judge pods at a level, each as it is in a minor version; a version that is not known yet is as the newest. */
function controlsOf(level, minor) {
    const version = Math.min(minor, newest);
    const key = `${level} ${version}`;
    const controls = known.get(key) ?? selected(level, version);
    known.set(key, controls);
    return controls;
}
const known = new Map();
function selected(level, minor) {
    if (level === 'privileged')
        return [];
    const at = (control) => {
        const revision = control.revisions.findLast(({ since }) => since <= minor);
        return revision === undefined ? [] : [{ control, revision }];
    };
    const baseline = baselineControls.flatMap(at);
    if (level === 'baseline')
        return baseline;
    const restricted = restrictedControls.flatMap(at);
    const replaced = new Set(restricted.map(({ control }) => control.insteadOf));
    return [...baseline.filter(({ control }) => !replaced.has(control.id)), ...restricted];
}
/** All that a level forbids of a pod; none where the pod passes (policy/registry.go, EvaluatePod). */
function violationsOf(pod, level, minor = newest) {
    return controlsOf(level, minor).flatMap(({ control, revision }) => revision.violations(pod).map((violation) => ({ ...violation, control })));
}


/***/ }),

/***/ 29379:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FK: () => (/* binding */ isInside),
/* harmony export */   Lg: () => (/* binding */ givesAway),
/* harmony export */   j2: () => (/* binding */ hostPathSeverity),
/* harmony export */   s1: () => (/* binding */ plainPath)
/* harmony export */ });
/* harmony import */ var node_path_posix__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53916);

/**
 * Places that give the node away also where they are only read: sockets through which any container can be started (a
 * read-only mount still lets one connect), and credentials of the kubelet, of the cluster and of root.
 */
const readable = [
    '/run/docker.sock',
    '/run/containerd',
    '/run/crio',
    '/run/cri-dockerd.sock',
    '/run/dockershim.sock',
    '/run/podman',
    '/run/buildkit',
    '/run/k3s/containerd',
    '/run/k0s',
    '/run/snap.microk8s',
    '/var/snap/microk8s/common/run',
    '/var/snap/microk8s/current/certs',
    '/var/snap/microk8s/current/credentials',
    '/run/systemd/private',
    '/var/lib/kubelet/kubelet.sock',
    '/var/lib/kubelet/pki',
    '/var/lib/kubelet/pods',
    '/var/lib/etcd',
    '/var/lib/rancher/k3s/server',
    '/var/lib/rancher/rke2/server',
    '/etc/kubernetes',
    '/etc/rancher',
    '/etc/shadow',
    '/proc/1',
    '/root',
];
/** Places that give the node away once they can be written to: what it runs, and what it is told to run. */
const writable = [
    '/bin',
    '/boot',
    '/dev/mem',
    '/dev/sda',
    '/etc/cni',
    '/etc/cron.d',
    '/etc/crontab',
    '/etc/init.d',
    '/etc/ld.so.preload',
    '/etc/pam.d',
    '/etc/passwd',
    '/etc/profile.d',
    '/etc/ssh',
    '/etc/sudoers.d',
    '/etc/systemd',
    '/etc/udev',
    '/home',
    '/lib',
    '/lib64',
    '/opt/cni',
    '/proc/sys',
    '/sbin',
    '/sys/kernel',
    '/usr',
    '/var/lib/cni',
    '/var/lib/containerd',
    '/var/lib/containers',
    '/var/lib/docker',
    '/var/snap/microk8s',
    '/var/spool/cron',
];
/** How bad it is to mount a path of the node. */
function hostPathSeverity(stated, isWritable) {
    if (givesAway(stated))
        return 'critical';
    const path = runOf(stated);
    if (!isWritable)
        return 'medium';
    return writable.some((place) => meet(place, path)) ? 'critical' : 'high';
}
/** Whether a path of the node gives it away also where it is only read. */
function givesAway(path) {
    return readable.some((place) => meet(place, runOf(path)));
}
function runOf(path) {
    const plain = /^(?:[a-z]:)?[\\/]/i.test(path) ? path.replace(/^[a-z]:/i, '').replaceAll('\\', '/') : path;
    // The runtimes' sockets are pipes on Windows (containerd and Docker's documentation: npipe:////./pipe/docker_engine).
    const pipe = /^(?:\/\/\.|)\/pipe\/(?:docker|containerd|cri-dockerd|crio|buildkit)/i;
    return pipe.test(plain) ? '/run/containerd' : plain.replace(/^\/var\/run(?=\/|$)/, '/run');
}
/** Whether the one path is in the other. */
function meet(a, b) {
    return isInside(a, b) || isInside(b, a);
}
/** Whether a path is in a folder, or is the folder. */
function isInside(path, folder) {
    return path === folder || folder === '/' || path.startsWith(`${folder}/`);
}
/** A path of the node without what changes nothing of it. */
function plainPath(path) {
    return path.startsWith('/') ? (0,node_path_posix__WEBPACK_IMPORTED_MODULE_0__.normalize)(path).replace(/(?<=.)\/$/, '') : path;
}


/***/ }),

/***/ 70058:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ pairContainers)
/* harmony export */ });
/* harmony import */ var _groups_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41782);

/**
 * Which container of a pod is which: by its name; one that was renamed is the one that left with the fewest differences
 * (`distance`), each taken once; at an infinite distance it is another one.
 */
function pairContainers(before, after, distance) {
    const former = (0,_groups_js__WEBPACK_IMPORTED_MODULE_0__/* .groupBy */ .$z)(before, ({ name }) => name);
    const names = new Set(after.map(({ name }) => name));
    const left = before.filter(({ name }) => !names.has(name));
    return after.map((container) => {
        const [own] = former.get(container.name) ?? [];
        if (own !== undefined)
            return { before: own, after: container };
        const [nearest] = left
            .map((each) => ({ each, far: distance(each, container) }))
            .filter(({ far }) => far < Number.POSITIVE_INFINITY)
            .sort((a, b) => a.far - b.far)
            .map(({ each }) => each);
        if (nearest !== undefined)
            left.splice(left.indexOf(nearest), 1);
        return { before: nearest, after: container };
    });
}


/***/ }),

/***/ 85879:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ codeOf),
/* harmony export */   eJ: () => (/* binding */ powersOf),
/* harmony export */   rV: () => (/* binding */ runtimeCapabilities)
/* harmony export */ });
/* harmony import */ var _plain_values_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(98419);
/* harmony import */ var _rbac_model_pod_constraints_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22765);
/* harmony import */ var _pod_security_open_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(53809);
/* harmony import */ var _pod_security_pod_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96462);
/* harmony import */ var _pod_security_shared_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(32236);
/* harmony import */ var _pod_security_standards_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(26018);
/* harmony import */ var _host_path_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(29379);







/** Capabilities that container runtimes give unless they are dropped (containerd, pkg/oci/spec.go, defaultUnixCaps). */
const runtimeCapabilities = [..._rbac_model_pod_constraints_js__WEBPACK_IMPORTED_MODULE_0__/* .baselineCapabilities */ .K4, 'NET_RAW'];
/**
 * What a pod may do by its fields that a level forbids, each container for itself: what the pod states for all its containers
 * counts for those that do not state it themselves, so that it is the same wherever it is written. The level forbids what it does in
 * its newest version, and in the `minor` one as well: newer versions allow some of what older ones forbid.
 */
function powersOf(pod, level = 'restricted', minor = _pod_security_standards_js__WEBPACK_IMPORTED_MODULE_3__/* .newest */ .BP) {
    const baseline = [...violationsOfEither(pod, 'baseline', minor), ...annotated(pod)];
    const restricted = level === 'baseline' ? [] : beyond(baseline, violationsOfEither(pod, 'restricted', minor));
    const setters = (0,_pod_security_pod_js__WEBPACK_IMPORTED_MODULE_1__/* .settersOf */ .eJ)(pod);
    const powers = [...baseline, ...restricted]
        .flatMap((found) => inherited(found, setters, (0,_pod_security_open_text_js__WEBPACK_IMPORTED_MODULE_5__/* .isOpenText */ .U)((0,_pod_security_pod_js__WEBPACK_IMPORTED_MODULE_1__/* .valueAt */ .fK)(pod, found.path))))
        .flatMap((power) => precisely(pod, power));
    const roots = new Set(powers.flatMap(({ kind, container }) => (kind === 'root' ? [container] : [])));
    return powers.filter(({ kind, container }) => kind !== 'may be root' || !roots.has(container));
}
function violationsOfEither(pod, level, minor) {
    const found = (0,_pod_security_standards_js__WEBPACK_IMPORTED_MODULE_3__/* .violationsOf */ .Sq)(pod, level);
    if (minor >= _pod_security_standards_js__WEBPACK_IMPORTED_MODULE_3__/* .newest */ .BP)
        return found;
    const known = new Set(found.map(keyOf));
    return [...found, ...(0,_pod_security_standards_js__WEBPACK_IMPORTED_MODULE_3__/* .violationsOf */ .Sq)(pod, level, minor).filter((each) => !known.has(keyOf(each)))];
}
/** What restricted alone forbids. */
function beyond(baseline, restricted) {
    const known = new Set(baseline.map(keyOf));
    return restricted.filter((found) => found.control.level === 'restricted' && !known.has(keyOf(found)) && found.value !== 'hostPath');
}
/** What is done, as text; the container is not part of it. */
function codeOf({ kind, value, isWritable }) {
    const mode = kind === 'hostPath' && !isWritable ? ' read-only' : '';
    return value === '' ? kind : `${kind} ${value}${mode}`;
}
function keyOf({ container, kind, value }) {
    return JSON.stringify([container, kind, value]);
}
/** Kubernetes before 1.27 still reads the annotations of seccomp. */
function annotated(pod) {
    const control = { id: 'seccompProfile_baseline', level: 'baseline' };
    return (0,_pod_security_shared_js__WEBPACK_IMPORTED_MODULE_2__/* .seccompAnnotations */ .Ny)(pod).map((violation) => ({ ...violation, control }));
}
/** What the pod states for its containers, as each of them has it; what no container takes over stays the pod's. */
function inherited(found, [, ...containers], isOpen) {
    const { control, isMissing = false, ...violation } = found;
    const common = { isMissing, control: control.id, level: control.level, isWritable: false, isOpen };
    const power = { ...violation, ...common };
    const [root, context, field = '', inner = ''] = found.path.map(String);
    const isShared = root === 'spec' && context === 'securityContext' && field !== 'sysctls';
    if (found.container !== undefined || !isShared)
        return [power];
    const states = ({ context: own }) => (0,_pod_security_pod_js__WEBPACK_IMPORTED_MODULE_1__/* .isSet */ .vM)(field === 'windowsOptions' ? (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_6__/* .mapping */ .pq)(own[field])[inner] : own[field]);
    const heirs = containers.filter((each) => !states(each));
    return heirs.length === 0 ? [power] : heirs.map(({ container }) => ({ ...power, container }));
}
/** A power as precisely as it can be said: the capabilities that are kept, whether a path can be written to. */
function precisely(pod, power) {
    switch (power.kind) {
        case 'default capabilities':
            return keptCapabilities(pod, power);
        case 'capability':
            return [{ ...power, value: capabilityName(power.value) }];
        case 'hostPath':
            return [hostPath(pod, power)];
        case 'may be root':
            return [hasOtherUser(pod, power) ? { ...power, kind: 'may become root' } : power];
        default:
            return [power];
    }
}
/** Runtimes take a capability with and without its prefix. */
function capabilityName(name) {
    return name.toUpperCase().replace(/^CAP_/, '');
}
function keptCapabilities(pod, power) {
    const { drop } = (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_6__/* .mapping */ .pq)(contextOf(pod, power.container).capabilities);
    const dropped = new Set((0,_plain_values_js__WEBPACK_IMPORTED_MODULE_6__/* .strings */ .P$)(drop).map(capabilityName));
    return runtimeCapabilities
        .filter((name) => !dropped.has(name))
        .map((value) => ({ ...power, kind: 'default capability', value }));
}
function contextOf(pod, container) {
    return (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_6__/* .mapping */ .pq)((0,_pod_security_pod_js__WEBPACK_IMPORTED_MODULE_1__/* .containersOf */ .Mz)(pod).find(({ name }) => name === container)?.value.securityContext);
}
/** Whether the container says that it runs as another user than root. */
function hasOtherUser(pod, { container }) {
    const own = contextOf(pod, container).runAsUser;
    const user = (0,_pod_security_pod_js__WEBPACK_IMPORTED_MODULE_1__/* .isSet */ .vM)(own) ? own : (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_6__/* .mapping */ .pq)(pod.spec.securityContext).runAsUser;
    return typeof user === 'number' && user > 0;
}
/** A path of the node; it is only read where every container, and every guest of a virtual machine, that has it has it read-only. */
function hostPath(pod, power) {
    const { name } = (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_6__/* .mapping */ .pq)((0,_plain_values_js__WEBPACK_IMPORTED_MODULE_6__/* .list */ .p_)(pod.spec.volumes)[Number(power.path[2])]);
    const mounts = (0,_pod_security_pod_js__WEBPACK_IMPORTED_MODULE_1__/* .containersOf */ .Mz)(pod).flatMap(({ value }) => (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_6__/* .list */ .p_)(value.volumeMounts).filter((mount) => (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_6__/* .mapping */ .pq)(mount).name === name));
    const disks = (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_6__/* .list */ .p_)(pod.spec.otherMounts).filter((disk) => (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_6__/* .mapping */ .pq)(disk).name === name);
    // Of a patch that only names the path, what it is laid over mounts it.
    const isElsewhere = pod.isWhole === false && mounts.length + disks.length === 0;
    const isWritable = isElsewhere || [...mounts, ...disks].some((each) => (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_6__/* .mapping */ .pq)(each).readOnly !== true);
    const { value } = power;
    return { ...power, isWritable, value: (0,_host_path_js__WEBPACK_IMPORTED_MODULE_4__/* .plainPath */ .s1)(value) };
}


/***/ })

};
