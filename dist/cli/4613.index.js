export const id = 4613;
export const ids = [4613];
export const modules = {

/***/ 2935:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ plainDocuments),
/* harmony export */   d: () => (/* binding */ plainKind)
/* harmony export */ });
/* harmony import */ var node_path_posix__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53916);

/** The kind given to a document that is not an object: values of a chart, as far as anyone can tell. */
const plainKind = 'Values';
/** The documents of a file that are not objects, as resources named by their file, for what values of a chart can hold. */
function plainDocuments({ structure, documents, resources }, file) {
    if (structure !== 'manifest' || documents.length === 0)
        return [];
    const objects = new Set(resources.map(({ document }) => document));
    return documents.flatMap((document) => {
        const { value } = document;
        if (objects.has(document) || typeof value !== 'object' || value === null || Array.isArray(value))
            return [];
        return [plainResource(document, value, file)];
    });
}
function plainResource(document, value, file) {
    return {
        apiVersion: '',
        group: '',
        version: '',
        kind: plainKind,
        namespace: undefined,
        name: (0,node_path_posix__WEBPACK_IMPORTED_MODULE_0__.basename)(file),
        file,
        value,
        document,
        path: [],
        isEmbedded: true,
        at: (path) => ({ file, ...document.at(path) }),
        valueAt: (path) => ({ file, ...document.valueAt(path) }),
        styleAt: (path) => document.styleAt(path),
    };
}


/***/ }),

/***/ 64757:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ compileGlob),
/* harmony export */   s: () => (/* binding */ matchGlob)
/* harmony export */ });
function tokenize(pattern) {
    const tokens = [];
    for (const [text] of pattern.matchAll(/\*\*+\/|\*\*+|\*|\?|[\s\S]/gu)) {
        if (text === '?')
            tokens.push({ kind: 'one' });
        else if (text === '*')
            tokens.push({ kind: 'run' });
        else if (!text.startsWith('*'))
            tokens.push({ kind: 'literal', text });
        else
            tokens.push({ kind: text.endsWith('/') ? 'directories' : 'anything' });
    }
    return tokens;
}
/** What every matching path begins with; of reversed tokens, what it ends with. */
function literalHead(tokens, isReversed = false) {
    const texts = [];
    for (const token of tokens) {
        if (token.kind !== 'literal')
            break;
        texts.push(token.text);
    }
    return (isReversed ? texts.reverse() : texts).join('');
}
/** Reaches every state that needs no further character. */
function close(states, tokens, isSegmentStart) {
    for (const [index, token] of tokens.entries()) {
        if (states[index] !== true)
            continue;
        if (token.kind === 'run' || token.kind === 'anything')
            states[index + 1] = true;
        if (token.kind === 'directories' && isSegmentStart)
            states[index + 1] = true;
    }
    return states;
}
function step(states, tokens, character) {
    const next = new Array(tokens.length + 1).fill(false);
    for (const [index, token] of tokens.entries()) {
        if (states[index] !== true)
            continue;
        if (token.kind === 'literal')
            next[index + 1] ||= token.text === character;
        else if (token.kind === 'one')
            next[index + 1] ||= character !== '/';
        else if (token.kind === 'run')
            next[index] ||= character !== '/';
        else
            next[index] = true;
    }
    return close(next, tokens, character === '/');
}
/**
 * Whether a whole path matches a pattern: `*` and `?` stay inside one directory, `**` crosses them, a directory (a
 * pattern that ends with a slash) covers all below it. Takes time in proportion to pattern × path, whatever they hold.
 */
function matchGlob(pattern, path) {
    return compileGlob(pattern)(path);
}
/** The same for a pattern that many paths are held against. */
function compileGlob(pattern) {
    const tokens = tokenize(pattern.endsWith('/') ? `${pattern}**` : pattern);
    const [head, tail] = [literalHead(tokens), literalHead([...tokens].reverse(), true)];
    return (path) => {
        // Nearly every path of a repository ends here.
        if (!path.startsWith(head) || !path.endsWith(tail))
            return false;
        let states = close([true], tokens, true);
        for (const character of path) {
            if (!states.includes(true))
                return false;
            states = step(states, tokens, character);
        }
        return states[tokens.length] === true;
    };
}


/***/ }),

/***/ 78163:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P$: () => (/* binding */ isCovered),
/* harmony export */   Qt: () => (/* binding */ readLabelSelector),
/* harmony export */   UO: () => (/* binding */ isWithin),
/* harmony export */   k2: () => (/* binding */ readLabels),
/* harmony export */   ko: () => (/* binding */ selects)
/* harmony export */ });
/* harmony import */ var _plain_values_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98419);

const operators = ['In', 'NotIn', 'Exists', 'DoesNotExist'];
/** Reads a LabelSelector; undefined when an operator is unknown (the API server refuses the object). */
function readLabelSelector(value) {
    const { matchLabels, matchExpressions } = (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_0__/* .mapping */ .pq)(value);
    const selector = Object.entries(readLabels(matchLabels)).map(([key, text]) => ({
        key,
        operator: 'In',
        values: [text],
    }));
    for (const expression of (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(matchExpressions).map(_plain_values_js__WEBPACK_IMPORTED_MODULE_0__/* .mapping */ .pq)) {
        const operator = operators.find((known) => known === expression.operator);
        if (operator === undefined || typeof expression.key !== 'string')
            return undefined;
        const values = (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(expression.values).map(_plain_values_js__WEBPACK_IMPORTED_MODULE_0__/* .scalarText */ .ws);
        selector.push({ key: expression.key, operator, values });
    }
    return selector;
}
/** Labels as strings; what is not a string counts as the text a person would read in it. */
function readLabels(value) {
    return Object.fromEntries(Object.entries((0,_plain_values_js__WEBPACK_IMPORTED_MODULE_0__/* .mapping */ .pq)(value)).map(([key, text]) => [key, (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_0__/* .scalarText */ .ws)(text)]));
}
/** Whether all that one selector selects is selected by the other, as far as their requirements show it one by one. */
function isWithin(inner, outer) {
    return outer.every((wanted) => inner.some((own) => own.key === wanted.key && implies(own, wanted)));
}
/** Ways to part one selector by the requirements of others that are tried. */
const mostParts = 1_000;
/** Whether all that one selector selects is selected by one of the others: `team = a` and `team notin (a)` are everything. */
function isCovered(inner, outers) {
    const parts = outers.reduce((count, { length }) => count * Math.max(length, 1), 1);
    return parts <= mostParts && isCoveredBy(inner, outers);
}
/** What one of several leaves out breaks one of its requirements at least: the others have to have all of that. */
function isCoveredBy(inner, [outer, ...others]) {
    const isNothing = inner.some((one) => inner.some((other) => one.key === other.key && implies(one, opposite(other))));
    if (isNothing)
        return true;
    return outer?.every((wanted) => isCoveredBy([...inner, opposite(wanted)], others)) ?? false;
}
const opposites = { In: 'NotIn', NotIn: 'In', Exists: 'DoesNotExist', DoesNotExist: 'Exists' };
function opposite(requirement) {
    return { ...requirement, operator: opposites[requirement.operator] };
}
/** Whether one requirement on a label only holds where the other one, on the same label, does. */
function implies({ operator, values }, wanted) {
    const [given, asked] = [new Set(values), new Set(wanted.values)];
    switch (wanted.operator) {
        case 'In':
            return operator === 'In' && values.every((value) => asked.has(value));
        case 'NotIn':
            if (operator === 'In')
                return !values.some((value) => asked.has(value));
            return operator === 'DoesNotExist' || (operator === 'NotIn' && wanted.values.every((value) => given.has(value)));
        case 'Exists':
            return operator === 'In' || operator === 'Exists';
        default:
            return operator === 'DoesNotExist';
    }
}
/** Whether all requirements hold (apimachinery labels.Requirement.Matches). */
function selects(selector, labels) {
    return selector.every(({ key, operator, values }) => {
        const label = Object.hasOwn(labels, key) ? labels[key] : undefined;
        switch (operator) {
            case 'In':
                return label !== undefined && values.includes(label);
            case 'NotIn':
                return label === undefined || !values.includes(label);
            case 'Exists':
                return label !== undefined;
            default:
                return label === undefined;
        }
    });
}


/***/ }),

/***/ 9863:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ memoize)
/* harmony export */ });
/**
 * The function, computing the answer for each object once, for as long as the object lives. It is a cache inside one
 * computation: for what follows from one immutable object and is asked of it for each rule, subject or pair. It is not a way to
 * hand a result from one place to another: what several rules need is in the evidence.
 */
function memoize(compute) {
    const known = new WeakMap();
    return (key) => {
        const value = known.get(key);
        if (value !== undefined)
            return value;
        const computed = compute(key);
        known.set(key, computed);
        return computed;
    };
}


/***/ }),

/***/ 29392:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $5: () => (/* binding */ permissionKey),
/* harmony export */   Fp: () => (/* binding */ permissionOf),
/* harmony export */   Zi: () => (/* binding */ readPolicyRule),
/* harmony export */   et: () => (/* binding */ factorsOf)
/* harmony export */ });
/* unused harmony export anyName */
/* harmony import */ var _plain_values_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98419);

/** The value of a `names` factor that means requests for any name, or for none. */
const anyName = null;
/** The factors of a permission, in the order of its kind. */
function factorsOf(permission) {
    return permission.kind === 'url'
        ? [permission.verbs, permission.urls]
        : [permission.verbs, permission.groups, permission.resources, permission.names];
}
/** The permission of these factors; the inverse of `factorsOf`. */
function permissionOf(kind, factors) {
    const [verbs = [], second = [], resources = [], names = []] = factors;
    return kind === 'url'
        ? { kind, verbs: strings(verbs), urls: strings(second) }
        : { kind, verbs: strings(verbs), groups: strings(second), resources: strings(resources), names };
}
/**
 * Reads one item of `rules` (rbac.authorization.k8s.io PolicyRule). Leaves out what no request can match, so that a
 * rule without verbs, or with resources and no groups, is not a permission at all.
 */
function readPolicyRule(value) {
    const rule = (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_0__/* .mapping */ .pq)(value);
    const verbs = absorb(list(rule.verbs).map(substituted));
    if (verbs.length === 0)
        return [];
    const permissions = [];
    const groups = absorb(list(rule.apiGroups).map(substituted));
    const resources = absorb(list(rule.resources).map(substituted).filter(matchesSomeRequest));
    if (groups.length > 0 && resources.length > 0) {
        const named = list(rule.resourceNames);
        const names = named.length > 0 ? [...new Set(named)] : [anyName];
        permissions.push({ kind: 'resource', verbs, groups, resources, names });
    }
    const urls = [...new Set(list(rule.nonResourceURLs).flatMap(reachableUrl))];
    if (urls.length > 0)
        permissions.push({ kind: 'url', verbs, urls });
    return permissions;
}
/** One text per permission whatever the order of its entries. */
function permissionKey(permission) {
    return JSON.stringify([permission.kind, ...factorsOf(permission).map((factor) => [...factor].sort(byText))]);
}
/**
 * Whether any request can carry the resource. The authorizer compares `resource` or `resource/subresource` literally
 * and also knows two wildcards: the bare asterisk, and an asterisk before one subresource
 * (pkg/apis/rbac/v1/evaluation_helpers.go, ResourceMatches). No API is served under a name with an asterisk, so
 * `pods/*` allows nothing.
 */
function matchesSomeRequest(resource) {
    // An action of a template may become anything.
    if (resource === '*' || resource.includes('{{'))
        return true;
    const rest = resource.startsWith('*/') ? resource.slice(2) : resource;
    return !rest.includes('*') && !rest.endsWith('/') && !(rest === '' && resource !== '');
}
/** Every path begins with a slash: `*` says no more than `/*`, and `healthz` matches nothing. */
function reachableUrl(url) {
    if (/^\*+$/.test(url))
        return ['/*'];
    return url.startsWith('/') || url.includes('{{') ? [url] : [];
}
/** A list of strings as the API server would take it; one bare string is read as a list of one. */
function list(value) {
    if (typeof value === 'string')
        return [value];
    return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
/** What Flux makes of `${VAR:=default}` where the variable is not set; without a default, or by a function, it may become anything. */
function substituted(item) {
    if (!item.includes('${'))
        return item;
    let isOpen = false;
    const text = item.replace(/\$\{[A-Za-z_]\w{0,200}(?::?[-=]([^{}]*))?\}/g, (_, fallback) => {
        if (!fallback)
            isOpen = true;
        return fallback ?? '';
    });
    return isOpen || text.includes('${') ? '*' : text;
}
/** Without repetitions, and without what a wildcard of the same list says already. */
function absorb(items) {
    if (items.includes('*'))
        return ['*'];
    const set = new Set(items);
    return [...set].filter((item) => {
        const slash = item.indexOf('/');
        return slash < 0 || item.startsWith('*/') || !set.has(`*${item.slice(slash)}`);
    });
}
function strings(factor) {
    return factor.filter((item) => item !== null);
}
function byText(a, b) {
    const [left, right] = [a ?? '', b ?? ''];
    return left < right ? -1 : left > right ? 1 : 0;
}


/***/ }),

/***/ 22765:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K4: () => (/* binding */ baselineCapabilities),
/* harmony export */   U5: () => (/* binding */ constraintsAllow),
/* harmony export */   cf: () => (/* binding */ morePrivileges),
/* harmony export */   dl: () => (/* binding */ nodeCapabilities),
/* harmony export */   q1: () => (/* binding */ podSecurityPolicyAllows),
/* harmony export */   v2: () => (/* binding */ newPowers),
/* harmony export */   yK: () => (/* binding */ privilegesOf)
/* harmony export */ });
/* harmony import */ var _plain_values_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98419);

/**
 * Capabilities that lead from a container to its node (capabilities(7)). With DAC_READ_SEARCH, open_by_handle_at(2) opens any file of a
 * filesystem of which a container has any mount, as the kubelet mounts /etc/hosts into each; the default profiles of seccomp allow the call
 * to who has it (moby, profiles/seccomp/default.json; containerd, contrib/seccomp/seccomp_default.go). PERFMON samples other processes, but
 * opens nothing of them.
 */
const nodeCapabilities = new Set([
    '*',
    'ALL',
    'SYS_ADMIN',
    'SYS_MODULE',
    'SYS_PTRACE',
    'SYS_RAWIO',
    'SYS_BOOT',
    'BPF',
    'DAC_READ_SEARCH',
]);
/** Capabilities that the baseline of the Pod Security Standards lets containers add. */
const baselineCapabilities = new Set([
    'AUDIT_WRITE',
    'CHOWN',
    'DAC_OVERRIDE',
    'FOWNER',
    'FSETID',
    'KILL',
    'MKNOD',
    'NET_BIND_SERVICE',
    'SETFCAP',
    'SETGID',
    'SETPCAP',
    'SETUID',
    'SYS_CHROOT',
]);
const ofPods = {
    privileged: { code: 'privileged', what: 'run privileged containers', level: 'privileged' },
    processes: { code: 'host-pid', what: 'see the processes of the node', level: 'privileged' },
    memory: { code: 'host-ipc', what: 'share memory with the node', level: 'privileged' },
    paths: { code: 'host-path', what: 'mount paths of the node', level: 'privileged' },
    network: { code: 'host-network', what: "use the node's network", level: 'elevated' },
    ports: { code: 'host-ports', what: "use the node's ports", level: 'elevated' },
    root: { code: 'root', what: 'run as root', level: 'elevated' },
};
/** What SecurityContextConstraints allow (openshift/api security/v1). A field that is not read as it should be allows. */
function constraintsAllow(constraints) {
    const flag = (field, power) => powerAt([field], power, allowed(constraints[field]));
    return [
        ...flag('allowPrivilegedContainer', ofPods.privileged),
        ...flag('allowHostPID', ofPods.processes),
        ...flag('allowHostIPC', ofPods.memory),
        // The two fields say the same: the API server adds to the volumes what the flag allows.
        ...flag('allowHostDirVolumePlugin', ofPods.paths),
        ...powerAt(['volumes'], ofPods.paths, hasHostVolumes(constraints.volumes)),
        ...capabilities(constraints, []),
        ...flag('allowHostNetwork', ofPods.network),
        ...flag('allowHostPorts', ofPods.ports),
        ...powerAt(['runAsUser'], ofPods.root, allowsRoot(constraints)),
    ];
}
/** What a PodSecurityPolicy allows (policy/v1beta1, in Kubernetes until 1.24), by its `spec`. */
function podSecurityPolicyAllows(spec) {
    const at = (field, power, isAllowed) => powerAt(['spec', field], power, isAllowed);
    return [
        ...at('privileged', ofPods.privileged, allowed(spec.privileged)),
        ...at('hostPID', ofPods.processes, allowed(spec.hostPID)),
        ...at('hostIPC', ofPods.memory, allowed(spec.hostIPC)),
        ...at('volumes', ofPods.paths, hasHostVolumes(spec.volumes)),
        ...capabilities(spec, ['spec']),
        ...at('hostNetwork', ofPods.network, allowed(spec.hostNetwork)),
        ...at('hostPorts', ofPods.ports, (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(spec.hostPorts).length > 0),
        ...at('runAsUser', ofPods.root, (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_0__/* .mapping */ .pq)(spec.runAsUser).rule !== 'MustRunAsNonRoot'),
    ];
}
/** The most that all of it together lets pods do. */
function privilegesOf(powers) {
    if (powers.some(({ level }) => level === 'privileged'))
        return 'privileged';
    return powers.length > 0 ? 'elevated' : 'restricted';
}
/** What the one allows and the other does not; a privileged container has everything. */
function newPowers(before, after) {
    const known = new Set(before.map(({ code }) => code));
    if (known.has(ofPods.privileged.code))
        return [];
    return [...new Map(after.map((each) => [each.code, each])).values()].filter(({ code }) => !known.has(code));
}
/** The one that allows more. */
function morePrivileges(a, b) {
    const order = ['privileged', 'elevated', 'restricted'];
    return order.indexOf(a) <= order.indexOf(b) ? a : b;
}
function powerAt(path, power, isAllowed) {
    return isAllowed ? [{ ...power, path }] : [];
}
/** Root of a pod's own user namespace is nobody on the node. */
function allowsRoot({ runAsUser, userNamespaceLevel }) {
    if (userNamespaceLevel === 'RequirePodLevel')
        return false;
    const { type, uidRangeMin, uid } = (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_0__/* .mapping */ .pq)(runAsUser);
    return type === 'RunAsAny' || type === undefined || uidRangeMin === 0 || uid === 0;
}
function allowed(value) {
    return value !== undefined && value !== null && value !== false;
}
function hasHostVolumes(volumes) {
    return (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(volumes).some((volume) => volume === '*' || volume === 'hostPath');
}
/** The capabilities beyond the baseline that containers may add or are given. */
function capabilities(constraints, root) {
    return ['allowedCapabilities', 'defaultAddCapabilities'].flatMap((field) => (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(constraints[field]).flatMap((item) => {
        const name = (0,_plain_values_js__WEBPACK_IMPORTED_MODULE_0__/* .scalarText */ .ws)(item).replace(/^CAP_/, '');
        if (baselineCapabilities.has(name))
            return [];
        const level = nodeCapabilities.has(name) ? 'privileged' : 'elevated';
        const all = name === '*' ? 'ALL' : name;
        return [{ code: `capability ${all}`, what: `have the capability ${all}`, level, path: [...root, field] }];
    }));
}


/***/ }),

/***/ 14499:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B6: () => (/* binding */ unknownNamespaceOf),
/* harmony export */   Hd: () => (/* binding */ objectName),
/* harmony export */   Iy: () => (/* binding */ resourceName),
/* harmony export */   N6: () => (/* binding */ namespaceOf),
/* harmony export */   S3: () => (/* binding */ roleName),
/* harmony export */   cu: () => (/* binding */ identityOf),
/* harmony export */   mH: () => (/* binding */ ruleAt),
/* harmony export */   zo: () => (/* binding */ routeThrough)
/* harmony export */ });
/* harmony import */ var node_path_posix__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53916);
/* harmony import */ var _kube_plain_documents_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2935);
/* harmony import */ var _memoize_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9863);
/* harmony import */ var _permission_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(29392);
/* harmony import */ var _subject_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(84963);





/** An unchanged rule is read for both sides of a change. */
const permissionsOf = (0,_memoize_js__WEBPACK_IMPORTED_MODULE_3__/* .memoize */ .B)((value) => (0,_permission_js__WEBPACK_IMPORTED_MODULE_4__/* .readPolicyRule */ .Zi)(value));
/** A rule whose permissions are read when first asked for, once per parsed value. */
function ruleAt(path, value) {
    return {
        path,
        value,
        get permissions() {
            return typeof value === 'object' && value !== null ? permissionsOf(value) : [];
        },
    };
}
/** Identity inside a scope. Objects that state no namespace count as copies of one, distinguished by their files. */
const identityOf = (0,_memoize_js__WEBPACK_IMPORTED_MODULE_3__/* .memoize */ .B)((object) => {
    const namespace = object.namespace?.startsWith(_subject_js__WEBPACK_IMPORTED_MODULE_2__/* .unknownNamespacePrefix */ .$b) ? _subject_js__WEBPACK_IMPORTED_MODULE_2__/* .unknownNamespacePrefix */ .$b : object.namespace;
    // What is inside another object never excuses the object itself, nor the other way round.
    const where = object.resource?.isEmbedded === true ? 'embedded:' : '';
    return `${where}${object.kind}/${namespace ?? ''}/${object.name}`;
});
/** The object as people write it: `ClusterRole ops`, `RoleBinding ci/deploy`; the bundle that asks for it. */
function objectName(object) {
    const { kind, name, namespace, resource } = object;
    if (resource !== undefined && (resource.kind !== kind || ('isMembership' in object && object.isMembership))) {
        return resourceName(resource);
    }
    if (name.includes('/'))
        return roleName({ kind, name });
    return namespace === undefined || namespace.startsWith(_subject_js__WEBPACK_IMPORTED_MODULE_2__/* .unknownNamespacePrefix */ .$b)
        ? `${kind} ${name}`
        : `${kind} ${namespace}/${name}`;
}
/** The way through objects of these names. A product's object that is binding and role in one is one step. */
function routeThrough(names) {
    return names.filter((name, index) => name !== names[index - 1]);
}
/** The manifest as people write it: `ConfigMap kube-system/aws-auth`; a file of values by its name. */
function resourceName({ kind, namespace, name }) {
    if (kind === _kube_plain_documents_js__WEBPACK_IMPORTED_MODULE_1__/* .plainKind */ .d)
        return name;
    return namespace === undefined ? `${kind} ${name}` : `${kind} ${namespace}/${name}`;
}
/** The role a binding names, as people write it; one of another product begins with its kind: `GlobalRole/admin`. */
function roleName({ kind, name }) {
    const slash = name.indexOf('/');
    return slash < 0 ? `${kind} ${name}` : `${name.slice(0, slash)} ${name.slice(slash + 1)}`;
}
/** The namespace of an object; one of its own directory's where the manifest states none (how-it-judges.md, "Scopes"). */
function namespaceOf(resource) {
    return resource.namespace ? resource.namespace : unknownNamespaceOf(resource);
}
/** In the place of the namespace that a manifest leaves open: one of its own directory's. */
function unknownNamespaceOf({ file }) {
    return `${_subject_js__WEBPACK_IMPORTED_MODULE_2__/* .unknownNamespacePrefix */ .$b}${(0,node_path_posix__WEBPACK_IMPORTED_MODULE_0__.dirname)(file)}`;
}


/***/ }),

/***/ 84963:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $b: () => (/* binding */ unknownNamespacePrefix),
/* harmony export */   CF: () => (/* binding */ projectPrefix),
/* harmony export */   Dc: () => (/* binding */ impliedGroups),
/* harmony export */   Vv: () => (/* binding */ mastersKey),
/* harmony export */   et: () => (/* binding */ subjectOf),
/* harmony export */   mG: () => (/* binding */ selectedNamespacesPrefix),
/* harmony export */   sz: () => (/* binding */ everyone),
/* harmony export */   wn: () => (/* binding */ subjectName)
/* harmony export */ });
/* harmony import */ var _kube_plain_documents_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2935);

/** Starts the key of a namespace that no manifest states; the rest is the directory it was not stated in. */
const unknownNamespacePrefix = '?';
/** Starts the key of namespaces that labels or a policy select: any number of them, and unknown ones. */
const selectedNamespacesPrefix = '?*';
/** Starts the key of what the Applications of a project of Argo CD may reach, where its own limits keep them from the rest. */
const projectPrefix = '?project ';
const serviceAccountPrefix = 'system:serviceaccount:';
/** Everyone who can reach the API server, or log in. The last is what OpenShift calls all who came in by its login. */
const everyone = new Set([
    'Group:system:authenticated',
    'Group:system:unauthenticated',
    'User:system:anonymous',
    'Group:system:authenticated:oauth',
]);
/** The group that bypasses RBAC altogether. */
const mastersKey = 'Group:system:masters';
/** A subject of this identity. A user that is a ServiceAccount's user name is that ServiceAccount. */
function subjectOf(kind, name, namespace) {
    if (kind === 'User' && name.startsWith(serviceAccountPrefix)) {
        const [account, ...rest] = name.slice(serviceAccountPrefix.length).split(':');
        if (account !== undefined && rest.length > 0)
            return subjectOf('ServiceAccount', rest.join(':'), account);
    }
    if (kind !== 'ServiceAccount')
        return { kind, name, namespace: undefined, key: `${kind}:${name}` };
    return { kind, name, namespace, key: `User:${serviceAccountPrefix}${namespace}:${name}` };
}
/** Keys of the groups everyone who is `subject` is surely in (apiserver authentication, serviceaccount MakeGroupNames). */
function impliedGroups(subject) {
    const authenticated = 'Group:system:authenticated';
    if (subject.kind === 'RoleHolder')
        return [authenticated];
    if (subject.kind === 'ServiceAccount') {
        return [`Group:system:serviceaccounts:${subject.namespace}`, 'Group:system:serviceaccounts', authenticated];
    }
    if (subject.key === 'User:system:anonymous')
        return ['Group:system:unauthenticated'];
    if (subject.key === 'Group:system:unauthenticated' || subject.key === authenticated)
        return [];
    if (subject.kind === 'Group' && subject.name.startsWith('system:serviceaccounts:')) {
        return ['Group:system:serviceaccounts', authenticated];
    }
    return [authenticated];
}
/** The subject as people write it: `ServiceAccount ci/deployer`, `Group ops`. */
function subjectName(subject) {
    if (subject.kind === 'RoleHolder')
        return `every holder of ClusterRole ${subject.name}`;
    if (subject.kind !== 'ServiceAccount')
        return `${subject.kind} ${subject.name}`;
    const { namespace } = subject;
    // Of an account that only a chart names: `of HelmRelease web`. No ServiceAccount has a space in its name.
    if (subject.name.startsWith('of '))
        return accountOfChart(subject.name.slice('of '.length));
    return namespace === undefined || namespace.startsWith(unknownNamespacePrefix)
        ? `ServiceAccount ${subject.name}`
        : `ServiceAccount ${namespace}/${subject.name}`;
}
/** An account that a chart makes under a name that is not known here; `giver` is what gives the chart its values. */
function accountOfChart(giver) {
    const [kind = '', ...name] = giver.split(' ');
    const by = kind === _kube_plain_documents_js__WEBPACK_IMPORTED_MODULE_0__/* .plainKind */ .d ? name.join(' ') : giver;
    const isRelease = kind !== _kube_plain_documents_js__WEBPACK_IMPORTED_MODULE_0__/* .plainKind */ .d && kind !== 'ConfigMap';
    return isRelease ? `a ServiceAccount of ${by}'s chart` : `a ServiceAccount of the chart that takes ${by}`;
}


/***/ }),

/***/ 86443:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ unrenderedFix)
/* harmony export */ });
const fixes = [
    [/render\.seconds/, 'give rendering more time: render.seconds in the policy'],
    [/is not in this repository$/, 'correct the path, or put there what it is meant to deliver'],
    [/generator reads/, 'make that file plain YAML that is in this repository'],
    [/leaves files out/, 'leave files out by fewer patterns, of whole folders'],
    [/helmfile/, 'state values in place or in plain files, so that what the release gives can be judged'],
    [
        /is a link|leads out of the repository/,
        'copy what it names into this repository, below the folder that is delivered',
    ],
    [/it takes longer than|it was stopped|it gives more than/, 'make it smaller, or split it'],
    [/^its chart is for Kubernetes/, 'state the version of the clusters: kubernetesVersion in the policy'],
    [/ is not there\)?$|is not defined$/, 'add what is named, or take out what names it'],
    [/is no YAML that can be read/, 'correct its YAML'],
    [/roots deep/, 'declare it in a file that is delivered directly'],
];
/** What helps against the reason for which a root was not rendered; `needs` are the programs that building it takes. */
function unrenderedFix(reason, needs = { kustomize: true, helm: true }) {
    if (/\bon the PATH\b|\bis older than\b|\brendering is off\b/.test(reason)) {
        const programs = [...(needs.kustomize ? ['kustomize or kubectl'] : []), ...(needs.helm ? ['helm'] : [])];
        return `put ${programs.join(', and ')} on the PATH of this run`;
    }
    const known = fixes.find(([pattern]) => pattern.test(reason))?.[1];
    if (known !== undefined)
        return known;
    const commands = [...(needs.kustomize ? ['`kustomize build`'] : []), ...(needs.helm ? ['`helm template`'] : [])];
    return `make it build from this repository alone, without the network: ${commands.join(' or ')} shows what is wrong`;
}


/***/ }),

/***/ 92507:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ folderProblems)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _policy_read_trusted_folder_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69642);
/* harmony import */ var _policy_trusted_folder_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(66965);
/* harmony import */ var _signature_openpgp_openpgp_keyring_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(83284);
/* harmony import */ var _signature_trust_allowed_signers_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(12216);
/* harmony import */ var _signature_trust_revoked_keys_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(58791);






/** Everything that keeps the gate's folder from being read as a whole: its policy, its links, its key files. */
function folderProblems(entries, folder, ruleIds) {
    const keys = entries.flatMap(({ path, mode, bytes }) => bytes && mode.startsWith('100') ? keyProblems((0,_policy_trusted_folder_js__WEBPACK_IMPORTED_MODULE_2__/* .trustedKind */ .M2)(path, folder), { path, bytes }) : []);
    return [
        ...(0,_policy_read_trusted_folder_js__WEBPACK_IMPORTED_MODULE_1__.readTrustedFolder)(entries, folder, ruleIds).problems,
        ...keys.map(({ file, line = 1, what }) => ({ file, line, column: 1, what, fix: 'fix it, or take it out' })),
    ];
}
function keyProblems(kind, file) {
    if (kind === 'allowed')
        return (0,_signature_trust_allowed_signers_js__WEBPACK_IMPORTED_MODULE_4__/* .readAllowedSigners */ .y)(file).problems;
    if (kind === 'revoked')
        return (0,_signature_trust_revoked_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .readRevokedKeys */ .D)(file).problems;
    if (kind === 'openpgp')
        return (0,_signature_openpgp_openpgp_keyring_js__WEBPACK_IMPORTED_MODULE_3__/* .readCertificateBlocks */ .m)([file]).problems;
    return kind === 'x509' ? rootProblems(file) : [];
}
function rootProblems({ path, bytes }) {
    try {
        new node_crypto__WEBPACK_IMPORTED_MODULE_0__.X509Certificate(bytes);
        return [];
    }
    catch {
        return [{ file: path, line: undefined, what: 'The file holds no X.509 certificate.' }];
    }
}


/***/ })

};
