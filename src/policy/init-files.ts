/** A file that `gitops-gate init` writes; `path` is below the repository's top. */
export interface NewFile {
  readonly path: string;
  readonly text: string;
}

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
function branches(defaultBranch: string | undefined): string {
  const name = defaultBranch !== undefined && /^\w[\w./-]*$/.test(defaultBranch) ? defaultBranch : undefined;
  return name === undefined ? '# branches: [main, "release/*"]' : `branches: ["${name}"]`;
}

/** The commented starting folder that \`gitops-gate init\` writes. */
export function initFiles(folder: string, defaultBranch?: string): readonly NewFile[] {
  const files: Readonly<Record<string, string>> = {
    'policy.yaml': policy.replace('# branches:', branches(defaultBranch)),
    allowed_signers: allowedSigners,
    'keys/README.md': keys,
    'x509/README.md': roots,
    revoked,
  };
  return Object.entries(files).map(([name, text]) => ({ path: `${folder}/${name}`, text }));
}
