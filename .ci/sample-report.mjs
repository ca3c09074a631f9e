// Reports of any size for the checks and pictures of report.html, made up of what the gate says of real changes. Needs build/ (npx tsc).
const { reportOf } = await import('../build/report/report.js');

const hex = (number, length) =>
  (BigInt(number + 1) * 0x9e3779b97f4a7c15n).toString(16).padStart(16, '0').repeat(8).slice(0, length);
const teams = ['shop', 'billing', 'search', 'ci', 'monitoring', 'data'];
const clusters = ['clusters/prod', 'clusters/stage', 'clusters/dev'];

/** One finding of each kind, by number. */
const kinds = [
  (team, scope, n) => ({
    rule: 'rbac-widened',
    category: 'rbac',
    severity: 'critical',
    message: `ClusterRole ${team}-deployer newly lets ServiceAccount ${team}/deployer get, list, watch secrets in every namespace.`,
    remedy:
      'Name the Secrets in resourceNames, and leave out list and watch. Or grant this with a Role in the one namespace that needs it.',
    excerpt: 'verbs: [get, list, watch]',
    details: [
      `through ServiceAccount ${team}/deployer → ClusterRoleBinding ${team}-deployer → ClusterRole ${team}-deployer`,
      'Whoever reads all Secrets has the tokens of every ServiceAccount among them.',
    ],
    references: ['CIS 5.1.2', 'NSA/CISA RBAC'],
    position: { file: `${scope}/${team}/role.yaml`, line: 12 + n, column: 5 },
    object: { group: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: `${team}-deployer` },
  }),
  (team, scope, n) => ({
    rule: 'plaintext-secret',
    category: 'secret',
    severity: 'critical',
    message: `Secret ${team}/pull-credentials-${n} holds a password in plain text at stringData.password.`,
    remedy:
      'Replace it by a SealedSecret, an ExternalSecret or a SOPS-encrypted file, and rotate the password: it is in the history now.',
    excerpt: 'password: •••• (24 characters)',
    references: ['CIS 5.4.1', 'CWE-312'],
    position: { file: `${scope}/${team}/secret.yaml`, line: 8, column: 3 },
    object: { group: '', kind: 'Secret', namespace: team, name: `pull-credentials-${n}` },
  }),
  (team, _, n) => ({
    rule: 'unsigned-commit',
    category: 'signature',
    severity: 'high',
    message: `Commit ${hex(n, 7)} (Let ${team} read what it deploys) is not signed.`,
    remedy:
      'Sign it: git rebase --exec "git commit --amend --no-edit -S" origin/main, then push with --force-with-lease.',
    commit: hex(n, 40),
  }),
  (team, scope, n) => ({
    rule: 'pod-privileges-widened',
    category: 'workload',
    severity: 'high',
    message: `Deployment ${team}/agent-${n} newly mounts / of its node, writable.`,
    remedy: 'Mount only the directory the agent reads, with readOnly: true.',
    excerpt: 'hostPath: {path: /}',
    details: ['Whoever gets into the container owns the node.'],
    references: ['CIS 5.2.12'],
    position: { file: `${scope}/${team}/agent.yaml`, line: 40, column: 9 },
    places: [{ file: `${scope}/${team}/agent-debug.yaml`, line: 44, column: 9 }],
    object: { group: 'apps', kind: 'Deployment', namespace: team, name: `agent-${n}` },
  }),
  (team, scope, n) => ({
    rule: 'network-widened',
    category: 'network',
    severity: 'medium',
    message: `Pods app=${team}-${n} of namespace ${team} can newly be reached from every namespace at every port.`,
    remedy: 'Name the namespaces and the port the clients use.',
    excerpt: 'from: [{namespaceSelector: {}}]',
    references: ['CIS 5.3.2', 'NSA/CISA network separation'],
    position: { file: `${scope}/${team}/network.yaml`, line: 19, column: 7 },
    object: { group: 'networking.k8s.io', kind: 'NetworkPolicy', namespace: team, name: `allow-${n}` },
  }),
  (team, scope, n) => ({
    rule: 'placeholder-secret',
    category: 'secret',
    severity: 'low',
    message: `Secret ${team}/example-${n} holds what looks like a placeholder at stringData.token.`,
    remedy: 'Nothing to do when it is one; it does not block.',
    excerpt: 'token: •••• (8 characters)',
    position: { file: `${scope}/${team}/example.yaml`, line: 7, column: 3 },
    object: { group: '', kind: 'Secret', namespace: team, name: `example-${n}` },
  }),
];

const order = ['critical', 'high', 'medium', 'low'];

function findings(number) {
  const all = Array.from({ length: number }, (_, n) => {
    const [team, scope] = [teams[Math.floor(n / kinds.length) % teams.length], clusters[n % clusters.length]];
    const found = kinds[n % kinds.length](team, scope, n);
    const blocking = found.severity === 'critical' || found.severity === 'high';
    return { scope, subject: [], ...found, blocking, fingerprint: hex(n, 64) };
  });
  return all.sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
}

const entry = (verbs, target, severity, where = 'in every namespace') => ({
  what: `${verbs.join(', ')} ${target} ${where}`,
  verbs,
  target,
  where,
  severity,
});

function access(number) {
  const who = teams.slice(0, Math.min(teams.length, number));
  const gained = who.map((team, index) => ({
    scope: clusters[0],
    subject: `ServiceAccount ${team}/deployer`,
    permissions: [
      entry(['get', 'list', 'watch'], 'secrets', 'critical'),
      ...(index % 2 === 0 ? [entry(['create'], 'pods/exec', 'critical', `in namespace ${team}`)] : []),
      ...(index === 1
        ? [
            entry(['*'], 'deployments.apps', 'high', `in namespace ${team}`),
            entry(['impersonate'], 'users', 'critical'),
          ]
        : []),
      entry(['get', 'list'], 'configmaps', 'low', `in namespace ${team}`),
    ],
    more: 0,
  }));
  const paths = who.flatMap((team, index) => [
    {
      scope: clusters[0],
      subjects: [`ServiceAccount ${team}/deployer`],
      steps: [`ClusterRoleBinding ${team}-deployer`, `ClusterRole ${index < 3 ? 'deployer' : `${team}-deployer`}`],
      permission: 'get, list, watch secrets in every namespace, and more',
      severity: 'critical',
      newConnection: 2,
    },
    ...(index % 2 === 0
      ? [
          {
            scope: clusters[0],
            subjects: [`ServiceAccount ${team}/deployer`, 'Group developers'],
            steps: [`RoleBinding ${team}/debug`, `Role ${team}/debug`],
            permission: `create pods/exec in namespace ${team}`,
            severity: 'critical',
            newConnection: 0,
          },
        ]
      : []),
  ]);
  const lost = [
    {
      scope: clusters[0],
      subject: 'Group operators',
      permissions: [entry(['delete'], 'namespaces', undefined)],
      more: 0,
    },
  ];
  return { gained, lost, paths };
}

const person = (name) => ({ name, email: `${name.split(' ')[0].toLowerCase()}@example.com`, time: 1_790_000_000 });

function commits(number) {
  const signed = (name) => ({
    state: 'good',
    accepted: true,
    format: 'ssh',
    signer: { name, emails: [person(name).email], roles: [], principals: [] },
    keyFingerprint: 'SHA256:u4yqkVHzZ4mSIz1Jr0oWm8wxw1vYVt0m7sYdR8Qe5dU',
  });
  const states = [
    signed('Jane Doe'),
    signed('Ana Ruiz'),
    { state: 'unsigned', accepted: false, reason: 'It has no signature.' },
    {
      state: 'untrusted',
      accepted: false,
      format: 'openpgp',
      keyFingerprint: '8F1C2A44C9E0B1D27A3B5C6D7E8F90A1B2C3D4E5',
      reason: 'No key in .gitops-gate/keys of the base branch has this fingerprint.',
    },
  ];
  return Array.from({ length: number }, (_, n) => ({
    sha: hex(n, 40),
    kind: 'commit',
    subject: [
      'Give the deployer a role of its own',
      'Raise the limits of search',
      'Let CI read what it deploys',
      'Rotate the registry password',
    ][n % 4],
    author: person(['Jane Doe', 'Ana Ruiz', 'Kim Lee', 'Sam Poe'][n % 4]),
    committer: person(['Jane Doe', 'Ana Ruiz', 'Kim Lee', 'Sam Poe'][n % 4]),
    signature: states[n % 4],
  }));
}

const range = {
  kind: 'request',
  branch: 'main',
  target: hex(1, 40),
  before: hex(1, 40),
  mergeBase: hex(2, 40),
  head: hex(3, 40),
  after: hex(4, 40),
  result: hex(4, 40),
  trust: hex(1, 40),
  commits: [],
  tag: undefined,
  tagName: undefined,
  synthetic: [],
  notes: [],
  empty: undefined,
};

/** A report of so many findings; with none of a change that passes. */
export function sampleReport(number, { command = 'check', mostFindings = 5_000, unjudged = [] } = {}) {
  const [first] = findings(Math.max(1, number)).slice(-1);
  const suppressed =
    number < 4
      ? []
      : [
          {
            ...first,
            fingerprint: hex(900_001, 64),
            blocking: false,
            reason: 'An example that the documentation shows (SEC-142).',
            until: '2027-03-31',
          },
        ];
  return reportOf({
    command,
    range: command === 'audit' ? { ...range, kind: 'audit' } : range,
    verdict: {
      outcome: number > 0 ? 'blocked' : unjudged.length > 0 ? 'could-not-judge' : 'passed',
      failOn: 'high',
      failOnFrom: '.gitops-gate/policy.yaml',
      wouldBlock: false,
      findings: findings(number),
      suppressed,
      unjudged,
      notes: number > 0 ? ['1 subject lost permissions.'] : [],
    },
    commits: commits(number === 0 ? 2 : Math.min(40, 4 + Math.floor(number / 10))).slice(
      0,
      number === 0 ? 2 : undefined,
    ),
    run: {
      start: Date.UTC(2026, 10, 22, 8, 29, 57),
      end: Date.UTC(2026, 10, 22, 8, 30),
      steps: [],
      actor: 'jane-doe',
      repository: 'https://git.example.com/acme/fleet',
      request: 'https://git.example.com/acme/fleet/pull/17',
      policy: { folder: '.gitops-gate', sha256: hex(5, 64) },
    },
    coverage: {
      filesChanged: 6 + number,
      filesRead: 5 + number,
      contextFilesRead: 41,
      readWithoutStructure:
        number > 0 ? [{ file: 'charts/app/templates/role.yaml', why: 'a Helm template: read line by line' }] : [],
      skipped: [{ file: 'docs/architecture.png', why: 'binary' }],
    },
    ...(number === 0 ? {} : { access: access(number) }),
    mostFindings,
  });
}
