export const id = 2332;
export const ids = [2332];
export const modules = {

/***/ 52332:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  demo: () => (/* binding */ demo)
});

// EXTERNAL MODULE: ./build/git/process/temporary-directory.js
var temporary_directory = __webpack_require__(36844);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
;// CONCATENATED MODULE: ./build/demo/object-store.js




/** A bare repository written without git: loose objects and refs (gitformat-loose, gitrepository-layout). */
class ObjectStore {
    directory;
    constructor(directory) {
        this.directory = directory;
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.join)(directory, 'objects'), { recursive: true });
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.join)(directory, 'refs', 'heads'), { recursive: true });
        (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(directory, 'HEAD'), 'ref: refs/heads/main\n');
        (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(directory, 'config'), '[core]\n\trepositoryformatversion = 0\n\tbare = true\n');
    }
    /** Writes one object and returns its id. */
    write(type, content) {
        const object = Buffer.concat([Buffer.from(`${type} ${content.length}\0`), content]);
        const id = (0,external_node_crypto_.createHash)('sha1').update(object).digest('hex');
        const file = (0,external_node_path_.join)(this.directory, 'objects', id.slice(0, 2), id.slice(2));
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(file), { recursive: true });
        (0,external_node_fs_.writeFileSync)(file, (0,external_node_zlib_.deflateSync)(object));
        return id;
    }
    /** Writes the tree that holds `files` (path → text) and returns its id. */
    writeTree(files) {
        const entries = new Map();
        const folders = new Map();
        for (const [path, text] of files) {
            const slash = path.indexOf('/');
            if (slash < 0) {
                entries.set(path, { mode: '100644', id: this.write('blob', Buffer.from(text)) });
            }
            else {
                const folder = folders.get(path.slice(0, slash)) ?? new Map();
                folders.set(path.slice(0, slash), folder.set(path.slice(slash + 1), text));
            }
        }
        for (const [name, inside] of folders)
            entries.set(name, { mode: '40000', id: this.writeTree(inside) });
        // git orders a folder as if its name ended in a slash
        const key = (name) => Buffer.from(entries.get(name)?.mode === '40000' ? `${name}/` : name);
        const names = [...entries.keys()].sort((a, b) => Buffer.compare(key(a), key(b)));
        const rows = names.map((name) => {
            const { mode = '', id = '' } = entries.get(name) ?? {};
            return Buffer.concat([Buffer.from(`${mode} ${name}\0`), Buffer.from(id, 'hex')]);
        });
        return this.write('tree', Buffer.concat(rows));
    }
    setBranch(name, commit) {
        (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(this.directory, 'refs', 'heads', name), `${commit}\n`);
    }
}

;// CONCATENATED MODULE: ./build/demo/sample.js
/** A small GitOps repository that is in order, and a change to it that is not. */
const goodBase = {
    'README.md': '# shop\n\nWhat runs in production. Argo CD applies `clusters/prod`.\n',
    'clusters/prod/rbac/deployer.yaml': `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: deployer
rules:
  - apiGroups: [apps]
    resources:
      - deployments
    verbs: [get, list, watch, patch]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: ci-deployer
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: deployer
subjects:
  - kind: ServiceAccount
    name: deployer
    namespace: ci
`,
    'clusters/prod/shop/database.yaml': `apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: database
  namespace: shop
spec:
  secretStoreRef: {kind: ClusterSecretStore, name: vault}
  dataFrom:
    - extract: {key: shop/database}
`,
    'clusters/prod/shop/shop.yaml': `apiVersion: apps/v1
kind: Deployment
metadata:
  name: shop
  namespace: shop
spec:
  selector:
    matchLabels: {app: shop}
  template:
    metadata:
      labels: {app: shop}
    spec:
      containers:
        - name: shop
          image: registry.example/shop:2.4.0
          env:
            - name: DATABASE_PASSWORD
              valueFrom:
                secretKeyRef: {name: database, key: password}
`,
};
/** What the change's three commits make of these files. */
const badChange = {
    widening: {
        'clusters/prod/rbac/deployer.yaml': (goodBase['clusters/prod/rbac/deployer.yaml'] ?? '').replace('---', '  - apiGroups: [""]\n    resources: [secrets]\n    verbs: ["*"]\n---'),
    },
    secret: {
        'clusters/prod/shop/database.yaml': `apiVersion: v1
kind: Secret
metadata:
  name: database
  namespace: shop
stringData:
  username: shop
  password: tr0ub4dor-and-3-horses
`,
    },
    harmless: {
        'clusters/prod/shop/shop.yaml': (goodBase['clusters/prod/shop/shop.yaml'] ?? '').replace('2.4.0', '2.4.1'),
    },
};

;// CONCATENATED MODULE: ./build/demo/ssh-signer.js

/** An Ed25519 key that signs as `ssh-keygen -Y sign` does. The demo needs neither gpg nor ssh-keygen. */
class SshSigner {
    email;
    name;
    #key;
    #publicKey;
    /** The key follows from the email, so that the demo shows the same fingerprints every time. It protects nothing. */
    constructor(name, email) {
        this.name = name;
        this.email = email;
        const seed = (0,external_node_crypto_.createHash)('sha256').update(`gitops-gate demo ${email}`).digest();
        // RFC 8410 PKCS #8 prefix of an Ed25519 private key
        const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]);
        this.#key = (0,external_node_crypto_.createPrivateKey)({ key: der, format: 'der', type: 'pkcs8' });
        const spki = (0,external_node_crypto_.createPublicKey)(this.#key).export({ format: 'der', type: 'spki' });
        this.#publicKey = Buffer.concat([string('ssh-ed25519'), string(spki.subarray(-32))]);
    }
    /** The line of `allowed_signers` (ssh-keygen(1)) that trusts this key. */
    get allowedSigner() {
        return `${this.email} namespaces="git" ssh-ed25519 ${this.#publicKey.toString('base64')}`;
    }
    /** The armored signature of `payload` in the namespace `git` (OpenSSH PROTOCOL.sshsig). */
    sign(payload) {
        const digest = (0,external_node_crypto_.createHash)('sha512').update(payload).digest();
        const header = [string('git'), string(''), string('sha512')];
        const signed = Buffer.concat([Buffer.from('SSHSIG'), ...header, string(digest)]);
        const signature = Buffer.concat([string('ssh-ed25519'), string((0,external_node_crypto_.sign)(null, signed, this.#key))]);
        const version = Buffer.from([0, 0, 0, 1]);
        const blob = Buffer.concat([
            Buffer.from('SSHSIG'),
            version,
            string(this.#publicKey),
            ...header,
            string(signature),
        ]).toString('base64');
        const lines = blob.match(/.{1,70}/g) ?? [];
        return ['-----BEGIN SSH SIGNATURE-----', ...lines, '-----END SSH SIGNATURE-----'].join('\n');
    }
}
/** RFC 4251 §5 `string`: length, then the bytes. */
function string(value) {
    const bytes = Buffer.from(value);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    return Buffer.concat([length, bytes]);
}

;// CONCATENATED MODULE: ./build/demo/demo.js




/** Monday 2026-01-05 09:00 UTC: fixed, so that the demo's commits are the same everywhere. */
const start = 1_767_603_600;
/** Builds the throwaway repository in a fresh folder: a good `main`, and a branch `change` that nobody should merge. */
function buildDemo() {
    const { directory, remove } = (0,temporary_directory/* makeTemporaryDirectory */.L)('gitops-gate-demo-');
    const store = new ObjectStore(directory);
    const maintainer = new SshSigner('Maya Maintainer', 'maya@shop.example');
    const stranger = new SshSigner('Sam Stranger', 'sam@elsewhere.example');
    const trusted = { '.gitops-gate/allowed_signers': `${maintainer.allowedSigner}\n` };
    let files = new Map(Object.entries({ ...goodBase, ...trusted }));
    const good = commit(store, files, [], maintainer, 'Run the shop in production', 0, true);
    store.setBranch('main', good);
    files = new Map([...files, ...Object.entries(badChange.harmless)]);
    const bump = commit(store, files, [good], maintainer, 'shop 2.4.1', 1, true);
    files = new Map([...files, ...Object.entries(badChange.widening)]);
    const widened = commit(store, files, [bump], stranger, 'Let the deployer roll out certificates', 2, true);
    files = new Map([...files, ...Object.entries(badChange.secret)]);
    const leaked = commit(store, files, [widened], maintainer, 'Fix the database login', 3, false);
    store.setBranch('change', leaked);
    return { directory, remove };
}
function commit(store, files, parents, by, subject, hour, signed) {
    const who = `${by.name} <${by.email}> ${start + hour * 3600} +0000`;
    const headers = [
        `tree ${store.writeTree(files)}`,
        ...parents.map((parent) => `parent ${parent}`),
        `author ${who}`,
        `committer ${who}`,
    ].join('\n');
    const message = `\n\n${subject}\n`;
    const signature = signed ? by.sign(Buffer.from(headers + message)).replaceAll('\n', '\n ') : undefined;
    const gpgsig = signature === undefined ? '' : `\ngpgsig ${signature}`;
    return store.write('commit', Buffer.from(headers + gpgsig + message));
}

// EXTERNAL MODULE: ./build/run.js + 357 modules
var run = __webpack_require__(14303);
// EXTERNAL MODULE: ./build/cli/check.js
var check = __webpack_require__(90485);
;// CONCATENATED MODULE: ./build/cli/demo.js



/** `demo`: the main job on a throwaway sample repository. Ends with 1, as a blocked change does. */
async function demo(args) {
    const sample = buildDemo();
    try {
        const inputs = (0,check.inputsOf)(args, 'check', { kind: 'request', base: 'main', head: 'change' });
        return await (0,run/* run */.e)({ ...inputs, repo: sample.directory }, (0,check.personsHost)(args));
    }
    finally {
        sample.remove();
    }
}


/***/ })

};
