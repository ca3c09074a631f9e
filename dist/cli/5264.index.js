export const id = 5264;
export const ids = [5264,8288];
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

/***/ 65264:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  permissionsCommand: () => (/* binding */ permissionsCommand),
  whoCanCommand: () => (/* binding */ whoCanCommand)
});

// EXTERNAL MODULE: ./build/gather/gate/read-trusted-folder.js + 1 modules
var read_trusted_folder = __webpack_require__(99152);
// EXTERNAL MODULE: ./build/gather/manifests/read-objects.js
var read_objects = __webpack_require__(9550);
// EXTERNAL MODULE: ./build/git/open-repository.js + 22 modules
var open_repository = __webpack_require__(13416);
// EXTERNAL MODULE: ./build/input-error.js
var input_error = __webpack_require__(53587);
// EXTERNAL MODULE: ./build/nearest.js
var nearest = __webpack_require__(77658);
// EXTERNAL MODULE: ./build/rbac/judge/danger.js + 2 modules
var danger = __webpack_require__(1103);
// EXTERNAL MODULE: ./build/rbac/judge/risk-context.js
var risk_context = __webpack_require__(79348);
// EXTERNAL MODULE: ./build/rbac/judge/user-facing.js
var user_facing = __webpack_require__(72253);
// EXTERNAL MODULE: ./build/rbac/model/placement.js
var model_placement = __webpack_require__(67424);
// EXTERNAL MODULE: ./build/rbac/model/rbac-object.js
var rbac_object = __webpack_require__(14499);
// EXTERNAL MODULE: ./build/rbac/model/step-budget.js
var step_budget = __webpack_require__(78267);
// EXTERNAL MODULE: ./build/rbac/model/subject.js
var model_subject = __webpack_require__(84963);
// EXTERNAL MODULE: ./build/rbac/state/rbac-state.js + 2 modules
var rbac_state = __webpack_require__(55961);
;// CONCATENATED MODULE: ./build/rbac/model/resource-names.js
/** Kubernetes' own resources by group: plural, then other names kubectl takes (kubectl api-resources, 1.35). */
const names = {
    '': [
        'bindings',
        'configmaps cm configmap',
        'endpoints ep',
        'events ev event',
        'limitranges limits limitrange',
        'namespaces ns namespace',
        'nodes no node',
        'persistentvolumeclaims pvc persistentvolumeclaim',
        'persistentvolumes pv persistentvolume',
        'pods po pod',
        'podtemplates podtemplate',
        'replicationcontrollers rc replicationcontroller',
        'resourcequotas quota resourcequota',
        'secrets secret',
        'serviceaccounts sa serviceaccount',
        'services svc service',
        'users',
        'groups',
    ],
    apps: [
        'controllerrevisions controllerrevision',
        'daemonsets ds daemonset',
        'deployments deploy deployment',
        'replicasets rs replicaset',
        'statefulsets sts statefulset',
    ],
    batch: ['cronjobs cj cronjob', 'jobs job'],
    autoscaling: ['horizontalpodautoscalers hpa horizontalpodautoscaler'],
    policy: ['poddisruptionbudgets pdb poddisruptionbudget'],
    'networking.k8s.io': ['ingresses ing ingress', 'ingressclasses ingressclass', 'networkpolicies netpol networkpolicy'],
    'discovery.k8s.io': ['endpointslices endpointslice'],
    'rbac.authorization.k8s.io': [
        'clusterrolebindings clusterrolebinding',
        'clusterroles clusterrole',
        'rolebindings rolebinding',
        'roles role',
    ],
    'storage.k8s.io': ['csidrivers', 'csinodes', 'storageclasses sc storageclass', 'volumeattachments'],
    'coordination.k8s.io': ['leases lease'],
    'certificates.k8s.io': ['certificatesigningrequests csr certificatesigningrequest', 'signers'],
    'apiextensions.k8s.io': ['customresourcedefinitions crd crds customresourcedefinition'],
    'apiregistration.k8s.io': ['apiservices apiservice'],
    'admissionregistration.k8s.io': [
        'mutatingwebhookconfigurations mutatingwebhookconfiguration',
        'validatingwebhookconfigurations validatingwebhookconfiguration',
        'validatingadmissionpolicies validatingadmissionpolicy',
        'validatingadmissionpolicybindings validatingadmissionpolicybinding',
    ],
    'scheduling.k8s.io': ['priorityclasses pc priorityclass'],
    'node.k8s.io': ['runtimeclasses runtimeclass'],
    'authentication.k8s.io': ['tokenreviews', 'userextras'],
    'authorization.k8s.io': ['subjectaccessreviews', 'selfsubjectaccessreviews', 'localsubjectaccessreviews'],
};
/** The plural names of all of them. */
const knownResources = Object.values(names).flatMap((lines) => lines.flatMap((line) => line.split(' ')[0] ?? []));
/** The resource that a word means, in the group where one is stated. */
function knownResource(word, group) {
    for (const [candidate, lines] of Object.entries(names)) {
        if (group !== undefined && group !== candidate)
            continue;
        const line = lines.find((text) => text.split(' ').includes(word.toLowerCase()));
        const [resource] = line?.split(' ') ?? [];
        if (resource !== undefined)
            return { group: candidate, resource };
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/rbac/query/request.js


/**
 * The verbs of Kubernetes' API server (staging/src/k8s.io/apiserver/pkg/endpoints/request/requestinfo.go, and of URLs the HTTP
 * methods) and those it asks RBAC about by itself.
 */
const knownVerbs = [
    ...['get', 'list', 'watch', 'create', 'update', 'patch', 'delete', 'deletecollection'],
    ...['bind', 'escalate', 'impersonate', 'use', 'approve', 'sign', 'attest'],
    ...['head', 'options', 'post', 'put'],
];
/** Whether the verb can be asked about as it is written: one of Kubernetes' own, all, or a constrained impersonation (1.35). */
function isKnownVerb(verb) {
    return verb === '*' || knownVerbs.includes(verb) || /^impersonate(?::|-on:)/.test(verb);
}
/** The resource of Kubernetes' own that a word without a group most likely means; undefined where it is one, or near to none. */
function likelyResource(text) {
    const [word = ''] = text.split('/');
    if (text.startsWith('/') || word.includes('.') || word === '*' || knownResource(word, undefined) !== undefined) {
        return undefined;
    }
    return (0,nearest/* nearest */.p)(word, knownResources);
}
/**
 * Reads a request as people write it: `pods`, `pods/log`, `deployments.apps`, `deployments.v1.apps/scale`, short and
 * singular names of Kubernetes' own resources, or a path such as `/metrics`.
 */
function readAccessRequest(verb, text, name) {
    if (text.startsWith('/'))
        return { kind: 'url', verb, url: text };
    const slash = text.indexOf('/');
    const [type, subresource] = slash < 0 ? [text, ''] : [text.slice(0, slash), text.slice(slash)];
    const [word = '', ...rest] = type.split('.');
    const [first = '', ...groupAfterVersion] = rest;
    const isVersioned = /^v\d+((alpha|beta)\d+)?$/.test(first) && rest.length > 1;
    const stated = rest.length === 0 ? undefined : (isVersioned ? groupAfterVersion : rest).join('.');
    const known = knownResource(word, stated);
    const resource = `${known?.resource ?? word}${subresource}`;
    return { kind: 'resource', verb, group: stated ?? known?.group, resource, name };
}
/** Whether the permission allows the request (plugin/pkg/auth/authorizer/rbac/rbac.go, RuleAllows). */
function allows(permission, request) {
    if (!permission.verbs.includes('*') && !permission.verbs.includes(request.verb))
        return false;
    if (permission.kind === 'url')
        return request.kind === 'url' && permission.urls.some((url) => matchesUrl(url, request.url));
    if (request.kind === 'url')
        return false;
    const { group, resource, name } = request;
    const slash = resource.indexOf('/');
    return ((group === undefined || permission.groups.includes('*') || permission.groups.includes(group)) &&
        (permission.resources.includes('*') ||
            permission.resources.includes(resource) ||
            (slash >= 0 && permission.resources.includes(`*${resource.slice(slash)}`))) &&
        (permission.names.includes(null) || permission.names.includes(name ?? '')));
}
function matchesUrl(pattern, url) {
    return pattern === url || (pattern.endsWith('*') && url.startsWith(pattern.replace(/\*+$/, '')));
}

;// CONCATENATED MODULE: ./build/rbac/query/who-can.js





/**
 * Who may do this by the RBAC objects of one scope and Kubernetes' defaults, as the authorizer would answer. A
 * RoleBinding that states no namespace counts for any. Throws InputError for an unknown Kubernetes version.
 */
function whoCan(resources, question, options) {
    const state = (0,rbac_state/* rbacState */.S)(resources, options);
    const request = readAccessRequest(question.verb, question.resource, question.name);
    const holders = [masters()];
    const undecided = [];
    for (const binding of state.bindings) {
        if (!isAbout(binding, question.namespace))
            continue;
        if ((0,rbac_state/* namesUnknownRole */.z)(state, binding)) {
            for (const each of holdersThrough(binding, [`${binding.role.kind} ${binding.role.name} (unknown)`]))
                undecided.push(each);
            continue;
        }
        const chain = state
            .resolve(binding)
            .flatMap((role) => state.effectiveRules(role))
            .find(({ rule }) => rule.permissions.some((permission) => (0,model_placement/* effectiveIn */.P1)(binding.namespace, permission).some((part) => allows(part, request))))?.chain;
        if (chain === undefined)
            continue;
        for (const each of holdersThrough(binding, chain.map(rbac_object/* objectName */.Hd)))
            holders.push(each);
    }
    return { request, namespace: question.namespace, holders, undecided };
}
/** The ways a binding gives its roles to its subjects. */
function holdersThrough(binding, roles) {
    const isOutside = binding.subjects[0]?.subject.kind === 'RoleHolder';
    const route = isOutside ? roles : (0,rbac_object/* routeThrough */.zo)([(0,rbac_object/* objectName */.Hd)(binding), ...roles]);
    return binding.subjects.map(({ subject, path }) => {
        const place = binding.resource?.at(path);
        return {
            subject,
            placement: binding.namespace,
            origin: binding.origin,
            route,
            file: place?.file,
            line: place?.line,
        };
    });
}
function isAbout(binding, namespace) {
    if (namespace === undefined || binding.namespace === undefined)
        return true;
    return binding.namespace === namespace || binding.namespace.startsWith(model_subject/* unknownNamespacePrefix */.$b);
}
function masters() {
    return {
        subject: (0,model_subject/* subjectOf */.et)('Group', model_subject/* mastersKey */.Vv.slice('Group:'.length)),
        placement: undefined,
        origin: 'default',
        route: ['bypasses RBAC'],
        file: undefined,
        line: undefined,
    };
}

;// CONCATENATED MODULE: ./build/rbac/query/permissions-of.js










/** `user:NAME`, `group:NAME` or `serviceaccount:NAMESPACE/NAME` (also `sa:`); an InputError for anything else. */
function readSubject(text) {
    const [, kind = '', name = ''] = /^(user|group|serviceaccount|sa):(.+)$/i.exec(text) ?? [];
    const [namespace = '', ...account] = name.split('/');
    if (kind.toLowerCase() === 'user')
        return (0,model_subject/* subjectOf */.et)('User', name);
    if (kind.toLowerCase() === 'group')
        return (0,model_subject/* subjectOf */.et)('Group', name);
    if (kind !== '' && namespace !== '' && account.join('/') !== '') {
        return (0,model_subject/* subjectOf */.et)('ServiceAccount', account.join('/'), namespace);
    }
    throw new input_error/* InputError */.d([
        {
            what: `"${text}" names no subject`,
            fix: 'Write user:NAME, group:NAME or serviceaccount:NAMESPACE/NAME (sa: for short).',
        },
    ]);
}
/**
 * All that a subject may do by the RBAC objects of one scope and Kubernetes' defaults, itself or through a group it is
 * surely in. Throws InputError for an unknown Kubernetes version.
 */
function permissionsOf(resources, subject, options) {
    const state = (0,rbac_state/* rbacState */.S)(resources, options);
    const context = new risk_context/* RiskContext */.X(state, options, new step_budget/* StepBudget */.g4());
    const keys = state.identitiesOf(subject);
    const bindings = state.bindings.filter((binding) => binding.subjects.some((bound) => keys.has(bound.subject.key)));
    const permissions = [];
    const unknown = [];
    for (const binding of bindings) {
        const named = { ...binding, subjects: binding.subjects.filter((bound) => keys.has(bound.subject.key)) };
        if ((0,rbac_state/* namesUnknownRole */.z)(state, binding)) {
            for (const each of holdersThrough(named, [`${binding.role.kind} ${binding.role.name}`]))
                unknown.push(each);
        }
        const [holder] = holdersThrough(named, []);
        if (holder === undefined)
            continue;
        for (const { rule, chain } of state.resolve(binding).flatMap((role) => state.effectiveRules(role))) {
            const route = [...holder.route, ...chain.map(rbac_object/* objectName */.Hd)];
            for (const permission of rule.permissions.flatMap((each) => (0,model_placement/* effectiveIn */.P1)(binding.namespace, each))) {
                const judgement = (0,danger/* judge */.S4)(permission, context.of(subject, binding.namespace), (0,user_facing/* userFacing */.E)(chain, true));
                permissions.push({ ...holder, route, permission, judgement });
            }
        }
    }
    return { subject, permissions, unknown };
}

// EXTERNAL MODULE: ./build/report/redact.js
var redact = __webpack_require__(17234);
// EXTERNAL MODULE: ./build/report/terminal/left-out.js
var left_out = __webpack_require__(30878);
// EXTERNAL MODULE: ./build/rbac/judge/sentence.js
var sentence = __webpack_require__(88420);
// EXTERNAL MODULE: ./build/severity.js
var severity = __webpack_require__(15989);
// EXTERNAL MODULE: ./build/report/visible.js
var visible = __webpack_require__(6257);
;// CONCATENATED MODULE: ./build/report/terminal/who-can.js



/** The answer for a terminal, a line per subject. */
function whoCanText(answer) {
    const lines = [`Who can ${(0,visible/* visible */.RK)(asked(answer))}:`, ...answer.holders.map(holderLine)];
    if (answer.undecided.length > 0) {
        lines.push('', 'Bound to roles that are not in the repository, so perhaps:', ...answer.undecided.map(holderLine));
    }
    return `${lines.join('\n')}\n`;
}
/** The answer as plain data for JSON. */
function whoCanRecord({ request, namespace, holders, undecided }) {
    return {
        request: request.kind === 'url' ? request : { ...request, group: request.group ?? null, name: request.name ?? null },
        namespace: namespace ?? null,
        holders: holders.map(holderJson),
        undecided: undecided.map(holderJson),
    };
}
/** A holder for JSON. */
function holderJson({ subject, placement, origin, route, file, line }) {
    const { kind, name, namespace } = subject;
    return {
        subject: { kind, name, namespace: namespace ?? null },
        namespace: placement ?? null,
        origin,
        route,
        file: file ?? null,
        line: line ?? null,
    };
}
function holderLine(holder) {
    const { subject, placement, origin, route, file, line } = holder;
    const where = file === undefined ? (origin === 'default' ? ' [Kubernetes default]' : '') : ` [${file}:${line}]`;
    return (0,visible/* visible */.RK)(`  ${(0,model_subject/* subjectName */.wn)(subject)}  ${(0,model_placement/* placementName */.vE)(placement)}  through ${route.join(' → ')}${where}`);
}
function asked({ request, namespace }) {
    const where = namespace === undefined ? '' : ` in namespace ${namespace}`;
    if (request.kind === 'url')
        return `${request.verb} ${request.url}`;
    const [type = '', ...sub] = request.resource.split('/');
    const group = request.group ? `.${request.group}` : '';
    const name = request.name === undefined ? '' : ` named ${request.name}`;
    return `${request.verb} ${[`${type}${group}`, ...sub].join('/')}${name}${where}`;
}

;// CONCATENATED MODULE: ./build/report/terminal/permissions.js






/** What a subject may do, for a terminal: the worst first, Kubernetes' defaults last. */
function permissionsText({ subject, permissions, unknown }) {
    const own = permissions.filter(({ origin }) => origin !== 'default');
    const defaults = permissions.filter(({ origin }) => origin === 'default');
    const lines = [`${(0,model_subject/* subjectName */.wn)(subject)} may:`, ...sorted(own).map(permissionLine)];
    if (own.length === 0)
        lines.push('  nothing by the repository');
    if (defaults.length > 0)
        lines.push('', "By Kubernetes' defaults:", ...sorted(defaults).map(permissionLine));
    if (unknown.length > 0) {
        const roles = unknown.map(({ route, placement }) => `  ${route.join(' → ')} ${(0,model_placement/* placementName */.vE)(placement)}`);
        lines.push('', 'Bound to roles that are not in the repository:');
        for (const role of roles)
            lines.push(role);
    }
    return `${lines.map(visible/* visible */.RK).join('\n')}\n`;
}
/** What a subject may do, as plain data for JSON. */
function permissionsRecord({ subject, permissions, unknown }) {
    const { kind, name, namespace } = subject;
    return {
        subject: { kind, name, namespace: namespace ?? null },
        permissions: permissions.map(({ permission, judgement, ...holder }) => ({
            ...permission,
            ...(permission.kind === 'resource' ? { names: permission.names.includes(null) ? null : permission.names } : {}),
            severity: judgement.severity,
            reason: judgement.reason ?? null,
            ...holderJson(holder),
        })),
        unknown: unknown.map(holderJson),
    };
}
function sorted(permissions) {
    return [...permissions].sort((a, b) => (0,severity/* compareSeverity */.zK)(a.judgement.severity, b.judgement.severity));
}
function permissionLine({ permission, placement, judgement, route }) {
    return `  ${judgement.severity.padEnd(8)} ${(0,sentence/* describe */.q0)(permission)} ${(0,model_placement/* placementName */.vE)(placement)}  through ${route.join(' → ')}`;
}

// EXTERNAL MODULE: ./build/cli/check.js
var check = __webpack_require__(90485);
;// CONCATENATED MODULE: ./build/cli/chosen-scopes.js


/** Only scopes that hold RBAC are of interest, unless one is asked for: by its name, or a root by its own. */
function chosenScopes(scopes, asked, left) {
    const sorted = [...scopes].sort(([a], [b]) => (a < b ? -1 : 1));
    if (asked === undefined) {
        const holding = sorted.filter(([, resources]) => resources.some(({ kind }) => /Role/.test(kind)));
        return holding.length > 0 ? holding : sorted.slice(0, 1);
    }
    const found = sorted.filter(([scope]) => scope === asked || scope === `root ${asked}`);
    // Of the files of a root that was rendered nothing is left to answer for as they are written.
    const holding = found.filter(([, resources]) => resources.length > 0);
    if (holding.length > 0)
        return holding;
    if (found.length > 0)
        return found.slice(0, 1);
    throw unknownScope(asked, sorted.map(([scope]) => scope), left);
}
function unknownScope(asked, names, left) {
    const failed = left.find(({ root, scope, reason }) => reason !== undefined && [root, scope].includes(asked));
    if (failed !== undefined) {
        const what = `${failed.root} was not rendered: ${failed.reason}`;
        return new input_error/* InputError */.d([{ what, fix: 'without --scope the answer is by its files as they are written' }]);
    }
    const meant = (0,nearest/* nearest */.p)(asked, [...names, ...names.map((name) => name.replace(/^root /, ''))]);
    const fix = meant === undefined ? `one of: ${names.join(', ')}` : `did you mean ${meant}?`;
    return new input_error/* InputError */.d([{ what: `there is no scope ${JSON.stringify(asked)}`, fix }]);
}

// EXTERNAL MODULE: ./build/cli/output.js
var output = __webpack_require__(38288);
// EXTERNAL MODULE: ./build/cli/policy/usable-policy.js
var usable_policy = __webpack_require__(25077);
;// CONCATENATED MODULE: ./build/cli/permissions.js

















/** `who-can VERB RESOURCE`: who may do this, by the RBAC at a revision. */
async function whoCanCommand(args) {
    const [verb = '', named = ''] = args.positionals;
    if (!args.switches.has('any-verb'))
        requireKnownVerb(verb);
    const meant = likelyResource(named);
    if (meant !== undefined)
        (0,output/* note */.N)(`${JSON.stringify(named)} is none of Kubernetes' own resources; did you mean ${meant}?`);
    const question = { verb, resource: named, namespace: args.values.get('namespace') };
    return answer(args, (resources, options) => {
        const found = whoCan(resources, question, options);
        return { text: whoCanText(found), record: whoCanRecord(found) };
    });
}
function requireKnownVerb(verb) {
    if (isKnownVerb(verb))
        return;
    const meant = (0,nearest/* nearest */.p)(verb, knownVerbs);
    const fix = `${meant === undefined ? `known verbs: ${knownVerbs.join(', ')}` : `did you mean ${meant}?`} --any-verb asks for it all the same.`;
    throw new input_error/* InputError */.d([{ what: `unknown verb ${JSON.stringify(verb)}`, fix }]);
}
/** `permissions SUBJECT`: all that a subject may do, by the RBAC at a revision. */
async function permissionsCommand(args) {
    const subject = readSubject(args.positionals[0] ?? '');
    return answer(args, (resources, options) => {
        const found = permissionsOf(resources, subject, options);
        return { text: permissionsText(found), record: permissionsRecord(found) };
    });
}
/** Answers for each scope of the revision, or the one asked for; nothing in one scope counts in another. */
async function answer(args, ask) {
    const { scopes, left, options } = await readScopes(args);
    for (const line of (0,left_out/* leftOutLines */.VD)(left))
        (0,output/* note */.N)(line);
    const answers = (0,redact.redact)(scopes.map(([scope, resources]) => ({ scope, ...ask(resources, options) })));
    if (args.values.get('format') === 'json') {
        const record = {
            scopes: answers.map((each) => ({ scope: each.scope, ...each.record })),
            leftOut: (0,redact.redact)((0,left_out/* leftOutRecord */.R0)(left)),
        };
        (0,output.say)(`${JSON.stringify(record, null, 2)}\n`);
    }
    else {
        const titled = answers.map(({ scope, text }) => (answers.length > 1 ? `== ${(0,visible/* visible */.RK)(scope)}\n${text}` : text));
        (0,output.say)(titled.join('\n'));
    }
    return 0;
}
async function readScopes(args) {
    const repository = await (0,open_repository/* openRepository */.h)(args.values.get('repo') ?? process.cwd());
    try {
        const request = (0,check.auditRequest)(args);
        const range = await repository.range(request);
        const trusted = await (0,read_trusted_folder.readTrusted)(repository, range, (0,check.inputsOf)(args, 'audit', request));
        const { policy, notes } = (0,usable_policy/* requireReadable */.C)(trusted);
        for (const line of notes)
            (0,output/* note */.N)(line);
        const { scopes: all, roots, showsOpenshift } = await (0,read_objects/* readObjects */.$)(repository, range, policy);
        const left = (0,left_out/* leftOut */.ig)(roots);
        const scopes = chosenScopes([...all].map(([scope, { after }]) => [scope, after]), args.values.get('scope'), left);
        // The files of a root that was not rendered are in the answer as they are written, in whichever scope.
        const isOfInterest = ({ scope, reason }) => reason !== undefined || args.values.get('scope') === undefined || scopes.some(([name]) => name === scope);
        return {
            scopes,
            left: left.filter(isOfInterest),
            options: { ...policy, openshift: policy.openshift ?? showsOpenshift },
        };
    }
    finally {
        await repository.close();
    }
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
