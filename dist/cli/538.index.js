export const id = 538;
export const ids = [538];
export const modules = {

/***/ 4538:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   explain: () => (/* binding */ explain)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var _input_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3587);
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7658);
/* harmony import */ var _rules_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2787);




/** Prints a rule's page. */
async function explain(args) {
    const id = args.positionals[0] ?? '';
    if (!_rules_index_js__WEBPACK_IMPORTED_MODULE_2__/* .rules */ .a.some((rule) => rule.id === id)) {
        const ids = _rules_index_js__WEBPACK_IMPORTED_MODULE_2__/* .rules */ .a.map((rule) => rule.id);
        const meant = (0,_nearest_js__WEBPACK_IMPORTED_MODULE_3__/* .nearest */ .p)(id, ids);
        const fix = meant === undefined ? `one of: ${ids.join(', ')}` : `did you mean ${meant}?`;
        throw new _input_error_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .d([{ what: `there is no rule ${JSON.stringify(id)}`, fix }]);
    }
    process.stdout.write(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(rulePage(id), 'utf8'));
    return 0;
}
/** The page stands beside the rule in the sources, and beside the bundle in dist. */
function rulePage(id) {
    const bundled = import.meta.url.endsWith('/dist/cli/index.js') || !import.meta.url.endsWith('/cli/explain.ts');
    return new URL(bundled ? `./rules/${id}.md` : `../rules/${id}.md`, import.meta.url);
}


/***/ }),

/***/ 2787:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  a: () => (/* binding */ rules)
});

;// CONCATENATED MODULE: ./build/rules/signature-observation.js
/** Kinds of ranges that a push makes, where signature findings only report unless `signatures.onPush` says block. */
const pushed = ['push', 'new-branch', 'first-push'];
/** How trust begins, for a base branch without keys. */
const beginning = [
    'The base branch trusts no keys yet, so this is reported and does not block.',
    'To begin: commit .gitops-gate/allowed_signers (SSH) or .gitops-gate/keys/NAME.asc (OpenPGP) to the base branch.',
];
/** What a signature rule says of a commit: its verdict's reason and remedy unless others are given. */
function signatureObservation({ change, policy, trustsKeys }, { sha, kind, subject, signature }, said = {}) {
    const reason = said.reason ?? signature.reason ?? 'The signature is not accepted.';
    const reportOnly = pushed.includes(change.range.kind) && policy.signatures.onPush === 'report';
    const isBeginning = !trustsKeys && signature.state !== 'bad' && signature.state !== 'malformed';
    return {
        message: `${kind === 'tag' ? 'Tag' : 'Commit'} ${sha.slice(0, 12)} (${subject}): ${reason}`,
        remedy: said.remedy ?? signature.remedy ?? 'Sign it with a key that the base branch trusts.',
        ...(isBeginning ? { details: beginning } : {}),
        ...(isBeginning || reportOnly ? { severity: 'low' } : {}),
        commit: sha,
        subject: [kind, sha, ...(said.demands ?? [])],
    };
}

;// CONCATENATED MODULE: ./build/rules/invalid-signature.js

/** A signature that does not fit its commit, or is no proper signature. */
const invalidSignature = {
    id: 'invalid-signature',
    category: 'signature',
    severity: 'critical',
    summary: 'A signature does not fit its commit, or is malformed.',
    *check(evidence) {
        for (const commit of evidence.change.commits) {
            const { state } = commit.signature;
            if (state === 'bad' || state === 'malformed')
                yield signatureObservation(evidence, commit);
        }
    },
};

;// CONCATENATED MODULE: ./build/rules/rejected-key.js

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
                yield signatureObservation(evidence, commit);
        }
    },
};

;// CONCATENATED MODULE: ./build/rules/unsigned-commit.js

/** A commit or tag without a signature. */
const unsignedCommit = {
    id: 'unsigned-commit',
    category: 'signature',
    severity: 'high',
    summary: 'A commit or tag has no signature.',
    *check(evidence) {
        for (const commit of evidence.change.commits) {
            if (commit.signature.state === 'unsigned')
                yield signatureObservation(evidence, commit);
        }
    },
};

;// CONCATENATED MODULE: ./build/rules/untrusted-signer.js

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
                yield signatureObservation(evidence, commit);
        }
    },
};

;// CONCATENATED MODULE: ./build/rules/index.js




/** Every rule; the order is the report's. */
const rules = [unsignedCommit, invalidSignature, rejectedKey, untrustedSigner];


/***/ })

};
