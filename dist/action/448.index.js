export const id = 448;
export const ids = [448];
export const modules = {

/***/ 8448:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  n: () => (/* binding */ assess)
});

// UNUSED EXPORTS: results

// EXTERNAL MODULE: ./build/report/wording.js
var wording = __webpack_require__(2867);
;// CONCATENATED MODULE: ./build/report/compliance/cis-kubernetes.js
const given = 'Rights that were there before, and those that are given in the cluster or by the cloud.';
const admitted = 'What runs in the cluster without being in the repository, and whether admission is enforced there.';
/** Section 5 (policies) and what of 3.2 (audit) is a file. 1.12 leaves 5.2.9 out and numbers what follows one lower. */
const cisKubernetes = {
    id: 'cis-kubernetes',
    name: 'CIS Kubernetes Benchmark',
    version: '1.10',
    source: 'https://github.com/aquasecurity/kube-bench/blob/main/cfg/cis-1.10/policies.yaml',
    form: /^[1-5]\.\d\.\d{1,2}$/,
    cites: 'CIS ',
    controls: [
        {
            id: '3.2.1',
            name: 'A minimal audit policy',
            topics: ['audit-log'],
            outside: 'Whether the API server uses the policy, and where its log is kept.',
            byRule: true,
        },
        {
            id: '3.2.2',
            name: 'The audit policy covers key security concerns',
            topics: ['audit-log'],
            outside: 'Whether anybody reads the log.',
            byRule: true,
        },
        { id: '5.1.1', name: 'cluster-admin only where it is required', topics: ['permissions'], outside: given },
        { id: '5.1.2', name: 'Little access to secrets', topics: ['permissions'], outside: given },
        { id: '5.1.3', name: 'Few wildcards in roles', topics: ['permissions'], outside: given },
        { id: '5.1.4', name: 'Little access to creating pods', topics: ['permissions'], outside: given },
        {
            id: '5.1.5',
            name: 'Default service accounts are not used',
            topics: ['permissions', 'workload-identity'],
            outside: given,
        },
        {
            id: '5.1.6',
            name: 'Service account tokens only where they are needed',
            topics: ['workload-identity'],
            outside: admitted,
        },
        {
            id: '5.1.7',
            name: 'No use of system:masters',
            topics: ['permissions'],
            outside: 'Client certificates that carry the group.',
        },
        { id: '5.1.8', name: 'Few rights to bind, impersonate and escalate', topics: ['permissions'], outside: given },
        { id: '5.1.9', name: 'Little access to creating persistent volumes', topics: ['permissions'], outside: given },
        { id: '5.1.10', name: 'Little access to the proxy of nodes', topics: ['permissions'], outside: given },
        { id: '5.1.11', name: 'Little access to approving certificate requests', topics: ['permissions'], outside: given },
        { id: '5.1.12', name: 'Little access to webhook configurations', topics: ['permissions'], outside: given },
        { id: '5.1.13', name: 'Little access to creating service account tokens', topics: ['permissions'], outside: given },
        {
            id: '5.2.1',
            name: 'A policy for pods is active',
            topics: ['pod-policy', 'admission'],
            outside: 'Whether the admission plugin or engine runs in the cluster.',
            byRule: true,
        },
        { id: '5.2.2', name: 'No privileged containers', topics: ['pod-privileges'], outside: admitted },
        { id: '5.2.3', name: 'No host process namespace', topics: ['pod-privileges'], outside: admitted },
        { id: '5.2.4', name: 'No host IPC namespace', topics: ['pod-privileges'], outside: admitted },
        { id: '5.2.5', name: 'No host network', topics: ['pod-privileges'], outside: admitted },
        { id: '5.2.6', name: 'No privilege escalation', topics: ['pod-privileges'], outside: admitted },
        { id: '5.2.7', name: 'No root containers', topics: ['pod-privileges'], outside: admitted },
        { id: '5.2.8', name: 'No NET_RAW', topics: [], outside: admitted },
        { id: '5.2.9', name: 'No added capabilities', topics: ['pod-privileges'], outside: admitted },
        { id: '5.2.10', name: 'No capabilities but those that are needed', topics: ['pod-privileges'], outside: admitted },
        { id: '5.2.11', name: 'No HostProcess containers of Windows', topics: ['pod-privileges'], outside: admitted },
        { id: '5.2.12', name: 'No hostPath volumes', topics: ['pod-privileges'], outside: admitted },
        { id: '5.2.13', name: 'No host ports', topics: ['pod-privileges'], outside: admitted },
        {
            id: '5.3.1',
            name: 'A network plug-in that enforces NetworkPolicies',
            topics: [],
            outside: 'The network plug-in of the cluster.',
        },
        {
            id: '5.3.2',
            name: 'Every namespace has NetworkPolicies',
            topics: ['network'],
            outside: 'Namespaces that are not in the repository, and whether policies are enforced.',
        },
        { id: '5.4.1', name: 'Secrets as files rather than as environment variables', topics: [], outside: admitted },
        {
            id: '5.4.2',
            name: 'Secrets in an external store',
            topics: ['secret'],
            outside: 'How the store keeps them, and who may read them there.',
            byRule: true,
        },
        {
            id: '5.5.1',
            name: 'Provenance of images is checked',
            topics: ['image'],
            outside: 'Whether images are signed, and what the registry serves.',
        },
        { id: '5.7.1', name: 'Namespaces as boundaries', topics: [], outside: 'How an organisation divides its work.' },
        { id: '5.7.2', name: 'A seccomp profile for pods', topics: ['pod-privileges'], outside: admitted },
        {
            id: '5.7.3',
            name: 'A security context for pods and containers',
            topics: ['pod-privileges'],
            outside: admitted,
            byRule: true,
        },
        { id: '5.7.4', name: 'The default namespace is not used', topics: [], outside: admitted },
    ],
};

;// CONCATENATED MODULE: ./build/report/compliance/gdpr.js
const gdpr = {
    id: 'gdpr',
    name: 'GDPR',
    version: '(EU) 2016/679',
    source: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj',
    form: /^Art\. \d{1,2}(?:\(\d\)(?:\([a-z]\))?)?$/,
    controls: [
        {
            id: 'Art. 5(1)(f)',
            name: 'Integrity and confidentiality',
            topics: ['permissions', 'secret', 'encryption', 'network', 'signature'],
            outside: 'Which systems hold personal data, and how they are used.',
        },
        {
            id: 'Art. 25(1)',
            name: 'Data protection by design',
            topics: ['admission', 'pod-policy'],
            outside: 'Design of the applications; which data they ask for.',
        },
        {
            id: 'Art. 25(2)',
            name: 'Data protection by default: not open to everybody',
            topics: ['permissions', 'network', 'workload-identity'],
            outside: 'Settings of the applications.',
        },
        {
            id: 'Art. 32(1)(a)',
            name: 'Encryption of personal data',
            topics: ['secret', 'encryption'],
            outside: 'Encryption of databases, disks and backups.',
        },
        {
            id: 'Art. 32(1)(b)',
            name: 'Lasting confidentiality and integrity of systems',
            topics: [
                'permissions',
                'workload-identity',
                'pod-privileges',
                'pod-policy',
                'network',
                'admission',
                'image',
                'deployment',
            ],
            outside: 'Availability and resilience of what runs.',
        },
        {
            id: 'Art. 32(1)(d)',
            name: 'Measures are tested regularly',
            topics: [],
            outside: 'That the gate ran, when and with what result is in its reports; how often measures are tested is an organisation’s plan.',
        },
    ],
};

;// CONCATENATED MODULE: ./build/report/compliance/hipaa.js
const hipaa = {
    id: 'hipaa',
    name: 'HIPAA Security Rule, technical safeguards',
    version: '45 CFR 164.312',
    source: 'https://www.ecfr.gov/current/title-45/subtitle-A/subchapter-C/part-164/subpart-C/section-164.312',
    form: /^164\.312\([a-e]\)(?:\(\d\)(?:\([ivx]+\))?)?$/,
    controls: [
        {
            id: '164.312(a)(1)',
            name: 'Access control',
            topics: ['permissions', 'workload-identity', 'pod-privileges', 'pod-policy', 'network', 'deployment'],
            outside: 'Which systems hold health information, and access within applications.',
        },
        {
            id: '164.312(a)(2)(iv)',
            name: 'Encryption and decryption',
            topics: ['secret', 'encryption'],
            outside: 'Encryption of databases, disks and backups.',
        },
        {
            id: '164.312(b)',
            name: 'Audit controls',
            topics: ['audit-log', 'monitoring'],
            outside: 'Whether records are kept and examined.',
        },
        {
            id: '164.312(c)(1)',
            name: 'Integrity',
            topics: ['signature', 'change-control', 'unjudged-change', 'image'],
            outside: 'Integrity of the data itself.',
        },
        {
            id: '164.312(d)',
            name: 'Person or entity authentication',
            topics: ['signature', 'signing-key'],
            outside: 'How users of the applications are authenticated.',
        },
        {
            id: '164.312(e)(1)',
            name: 'Transmission security',
            topics: ['network'],
            outside: 'Encryption on the wire, and networks outside the cluster.',
        },
    ],
};

;// CONCATENATED MODULE: ./build/report/compliance/iso-27001.js
const iso27001 = {
    id: 'iso-27001',
    name: 'ISO/IEC 27001, Annex A',
    version: '2022',
    source: 'https://www.iso.org/standard/27001',
    form: /^[5-8]\.\d{1,2}$/,
    controls: [
        {
            id: '5.15',
            name: 'Access control',
            topics: ['permissions', 'workload-identity', 'network'],
            outside: 'Physical access, and systems outside the repository.',
        },
        {
            id: '8.2',
            name: 'Privileged access rights',
            topics: ['permissions', 'pod-privileges', 'deployment'],
            outside: 'Rights that were there before, unless an audit is read; administrators of the cluster.',
        },
        {
            id: '8.4',
            name: 'Access to source code',
            topics: ['signature', 'signing-key', 'change-control'],
            outside: 'Who may read and write on the forge.',
        },
        {
            id: '8.15',
            name: 'Logging',
            topics: ['audit-log', 'monitoring'],
            outside: 'Whether logs are kept and protected.',
        },
        {
            id: '8.24',
            name: 'Use of cryptography',
            topics: ['encryption', 'secret', 'signing-key'],
            outside: 'How keys are made, kept and destroyed.',
        },
        {
            id: '8.25',
            name: 'Secure development life cycle',
            topics: ['signature', 'change-control', 'image', 'admission', 'pod-policy'],
            outside: 'Design, tests and training.',
        },
        {
            id: '8.32',
            name: 'Change management',
            topics: ['signature', 'change-control', 'unjudged-change'],
            outside: 'Approvals on the forge; changes made past the repository.',
        },
    ],
};

;// CONCATENATED MODULE: ./build/report/compliance/mitre-attack.js
/** Techniques of its matrix for containers that a change of manifests can make possible. */
const mitreAttack = {
    id: 'mitre-attack',
    name: 'MITRE ATT&CK for Containers',
    version: '17',
    source: 'https://attack.mitre.org/versions/v17/matrices/enterprise/containers/',
    form: /^T1\d{3}(?:\.\d{3})?$/,
    controls: [
        { id: 'T1036', name: 'Masquerading', topics: ['change-control'], outside: 'Names of what runs.' },
        {
            id: 'T1053.007',
            name: 'Container orchestration job',
            topics: ['permissions'],
            outside: 'Jobs made in the cluster.',
        },
        {
            id: 'T1078',
            name: 'Valid accounts',
            topics: ['permissions', 'workload-identity', 'signature', 'signing-key'],
            outside: 'Accounts that were taken over.',
        },
        {
            id: 'T1098.006',
            name: 'Additional container cluster roles',
            topics: ['permissions', 'deployment'],
            outside: 'Roles bound in the cluster.',
        },
        { id: 'T1133', name: 'External remote services', topics: ['network'], outside: 'Services outside the cluster.' },
        {
            id: 'T1190',
            name: 'Exploit of a public-facing application',
            topics: ['network'],
            outside: 'Weaknesses of applications.',
        },
        {
            id: 'T1204.003',
            name: 'Malicious image',
            topics: ['image', 'admission', 'unjudged-change'],
            outside: 'What is in an image.',
        },
        { id: 'T1525', name: 'Implanted internal image', topics: ['image'], outside: 'What the registry serves.' },
        {
            id: 'T1528',
            name: 'Theft of application access tokens',
            topics: ['workload-identity', 'permissions'],
            outside: 'Tokens that are used.',
        },
        {
            id: 'T1552.001',
            name: 'Credentials in files',
            topics: ['secret', 'encryption'],
            outside: 'Other repositories; history from before.',
        },
        {
            id: 'T1552.007',
            name: 'Credentials from the container API',
            topics: ['permissions', 'workload-identity'],
            outside: 'Who calls the API.',
        },
        {
            id: 'T1562.001',
            name: 'Tools are disabled or modified',
            topics: ['change-control', 'admission', 'pod-policy', 'audit-log', 'monitoring'],
            outside: 'Agents switched off in the cluster.',
        },
        {
            id: 'T1609',
            name: 'Container administration command',
            topics: ['permissions'],
            outside: 'Commands that are run.',
        },
        {
            id: 'T1610',
            name: 'Deployment of a container',
            topics: ['permissions', 'deployment', 'admission'],
            outside: 'Containers deployed past the repository.',
        },
        {
            id: 'T1611',
            name: 'Escape to the host',
            topics: ['pod-privileges', 'pod-policy'],
            outside: 'Weaknesses of the runtime.',
        },
        { id: 'T1613', name: 'Discovery of containers and resources', topics: ['permissions'], outside: 'Who looks.' },
    ],
};

;// CONCATENATED MODULE: ./build/report/compliance/nist-800-53.js
const nist80053 = {
    id: 'nist-800-53',
    name: 'NIST SP 800-53',
    version: 'Revision 5',
    source: 'https://csrc.nist.gov/pubs/sp/800/53/r5/upd1/final',
    form: /^[A-Z]{2}-\d{1,2}(?:\(\d{1,2}\))?$/,
    controls: [
        {
            id: 'AC-3',
            name: 'Access enforcement',
            topics: ['permissions', 'admission', 'workload-identity'],
            outside: 'Enforcement in the running cluster, and outside Kubernetes.',
        },
        {
            id: 'AC-6',
            name: 'Least privilege',
            topics: ['permissions', 'workload-identity', 'pod-privileges', 'pod-policy', 'deployment'],
            outside: 'Rights that were there before, unless an audit is read; what people do with them.',
        },
        { id: 'AU-2', name: 'Event logging', topics: ['audit-log'], outside: 'Which events an organisation must log.' },
        {
            id: 'AU-12',
            name: 'Audit record generation',
            topics: ['audit-log', 'monitoring'],
            outside: 'Whether records are generated and kept.',
        },
        {
            id: 'CM-3',
            name: 'Configuration change control',
            topics: ['change-control', 'unjudged-change'],
            outside: 'Reviews and approvals on the forge; changes made past the repository.',
        },
        {
            id: 'CM-5',
            name: 'Access restrictions for change',
            topics: ['signature', 'change-control', 'deployment'],
            outside: 'Who may merge on the forge, and who may change the cluster directly.',
        },
        {
            id: 'IA-5',
            name: 'Authenticator management',
            topics: ['secret', 'signing-key'],
            outside: 'How secrets and keys are issued, rotated and kept.',
        },
        {
            id: 'SC-7',
            name: 'Boundary protection',
            topics: ['network'],
            outside: 'Networks outside the cluster, and enforcement inside.',
        },
        {
            id: 'SC-28',
            name: 'Protection of information at rest',
            topics: ['secret', 'encryption'],
            outside: 'Encryption of etcd, disks and backups; history from before.',
        },
        {
            id: 'SI-7',
            name: 'Software and information integrity',
            topics: ['signature', 'image', 'unjudged-change'],
            outside: 'Integrity of what runs, and of images in the registry.',
        },
    ],
};

;// CONCATENATED MODULE: ./build/report/compliance/nsa-cisa.js
const running = 'What runs in the cluster without being in the repository.';
/** Its sections have no numbers: an id is chapter and section. */
const nsaCisa = {
    id: 'nsa-cisa',
    name: 'NSA/CISA Kubernetes Hardening Guidance',
    version: '1.2',
    source: 'https://media.defense.gov/2022/Aug/29/2003066362/-1/-1/0/CTR_KUBERNETES_HARDENING_GUIDANCE_1.2_20220829.PDF',
    form: /^(?:Pods|Network|Authentication and authorization|Audit|Upgrading): [a-zA-Z -]+$/,
    controls: [
        {
            id: 'Pods: non-root containers',
            name: 'Containers run without root, read-only, with few privileges',
            topics: ['pod-privileges'],
            outside: running,
        },
        {
            id: 'Pods: container images',
            name: 'Images from trusted places, scanned',
            topics: ['image'],
            outside: 'What is in an image, and whether it is scanned.',
        },
        {
            id: 'Pods: enforcement',
            name: 'Pod security is enforced at admission',
            topics: ['pod-policy', 'admission'],
            outside: 'Whether the engines run in the cluster.',
        },
        {
            id: 'Pods: service account tokens',
            name: 'Tokens only where they are needed',
            topics: ['workload-identity'],
            outside: running,
        },
        {
            id: 'Network: policies',
            name: 'Traffic is denied but where it is allowed',
            topics: ['network'],
            outside: 'Whether the network plug-in enforces policies.',
        },
        {
            id: 'Network: secrets',
            name: 'Secrets are encrypted, and few can read them',
            topics: ['secret', 'encryption'],
            outside: 'Encryption at rest in etcd.',
        },
        {
            id: 'Network: control plane',
            name: 'The control plane is reached by few',
            topics: [],
            outside: 'Firewalls and the API server’s own settings.',
        },
        {
            id: 'Authentication and authorization: RBAC',
            name: 'Roles with least privilege',
            topics: ['permissions', 'deployment'],
            outside: 'Rights given by hand, and by the cloud.',
        },
        {
            id: 'Authentication and authorization: authentication',
            name: 'Users are authenticated strongly',
            topics: [],
            outside: 'The identity provider.',
        },
        {
            id: 'Audit: logging',
            name: 'Audit logs are on and kept',
            topics: ['audit-log'],
            outside: 'Whether logs are kept and read.',
        },
        {
            id: 'Audit: threat detection',
            name: 'Logs are watched, with alerts',
            topics: ['monitoring'],
            outside: 'Whether somebody answers an alert.',
        },
        {
            id: 'Upgrading: application security',
            name: 'Patches in time, changes under control',
            topics: [],
            outside: 'Versions that run, and known vulnerabilities.',
        },
    ],
};

;// CONCATENATED MODULE: ./build/report/compliance/pci-dss.js
const pciDss = {
    id: 'pci-dss',
    name: 'PCI DSS',
    version: '4.0.1 (requirements 6 to 8 and 10)',
    source: 'https://www.pcisecuritystandards.org/document_library/',
    form: /^(?:6|7|8|10)\.\d{1,2}\.\d{1,2}(?:\.\d)?$/,
    controls: [
        { id: '6.3.2', name: 'An inventory of software components', topics: [], outside: 'What is in an image.' },
        {
            id: '6.5.1',
            name: 'Changes follow a procedure: reason, impact, approval, test, way back',
            topics: ['signature', 'change-control', 'unjudged-change'],
            outside: 'Approvals, tests and plans on the forge and elsewhere.',
        },
        {
            id: '6.5.3',
            name: 'Production is separated from other environments',
            topics: [],
            outside: 'How environments are separated.',
        },
        {
            id: '7.2.1',
            name: 'An access control model',
            topics: ['permissions'],
            outside: 'What the model is, and whether it fits.',
        },
        {
            id: '7.2.2',
            name: 'Access by job, with least privilege',
            topics: ['permissions'],
            outside: 'What somebody’s job needs.',
        },
        {
            id: '7.2.5',
            name: 'Least privilege for application and system accounts',
            topics: ['permissions', 'workload-identity', 'pod-privileges', 'deployment'],
            outside: 'Accounts outside the repository.',
        },
        {
            id: '7.3.1',
            name: 'An access control system is in place',
            topics: ['admission', 'pod-policy'],
            outside: 'Whether it runs, and covers every component.',
        },
        {
            id: '8.3.2',
            name: 'Authentication factors are unreadable where they are stored',
            topics: ['secret', 'encryption'],
            outside: 'Stores outside the repository; history from before.',
        },
        {
            id: '8.6.2',
            name: 'No passwords in scripts, configuration or code',
            topics: ['secret'],
            outside: 'Other repositories; history from before.',
        },
        { id: '8.6.3', name: 'Passwords of accounts are protected and changed', topics: [], outside: 'Rotation.' },
        { id: '10.2.1', name: 'Audit logs are on', topics: ['audit-log'], outside: 'Whether logs are written and kept.' },
        {
            id: '10.7.2',
            name: 'Failures of security controls are noticed',
            topics: ['monitoring', 'admission'],
            outside: 'Whether somebody answers.',
        },
    ],
};

;// CONCATENATED MODULE: ./build/report/compliance/soc2.js
const soc2 = {
    id: 'soc-2',
    name: 'SOC 2 Trust Services Criteria',
    version: '2017 (points of focus 2022)',
    source: 'https://www.aicpa-cima.com/resources/download/2017-trust-services-criteria-with-revised-points-of-focus-2022',
    form: /^CC[1-9]\.\d{1,2}$/,
    controls: [
        {
            id: 'CC6.1',
            name: 'Logical access is restricted',
            topics: ['permissions', 'workload-identity', 'secret', 'encryption', 'pod-privileges'],
            outside: 'Access outside the repository’s roles: the forge, the cloud, the machines.',
        },
        {
            id: 'CC6.2',
            name: 'Users are registered and removed',
            topics: [],
            outside: 'Joiners and leavers: the identity provider.',
        },
        {
            id: 'CC6.3',
            name: 'Access follows roles and least privilege',
            topics: ['permissions', 'deployment'],
            outside: 'Whether a role fits somebody’s work.',
        },
        {
            id: 'CC6.6',
            name: 'Threats from outside the boundary',
            topics: ['network'],
            outside: 'Firewalls, and networks outside the cluster.',
        },
        {
            id: 'CC6.7',
            name: 'Information is protected when it moves',
            topics: ['encryption', 'secret'],
            outside: 'Encryption on the wire, and on devices.',
        },
        {
            id: 'CC6.8',
            name: 'Unauthorised software is prevented',
            topics: ['image', 'admission', 'pod-policy'],
            outside: 'What is in an image, and what runs.',
        },
        {
            id: 'CC7.1',
            name: 'Changes of configuration that open weaknesses are found',
            topics: ['change-control', 'unjudged-change', 'pod-policy', 'admission', 'network'],
            outside: 'Drift in the cluster, and vulnerabilities of software.',
        },
        {
            id: 'CC7.2',
            name: 'Anomalies are watched for',
            topics: ['audit-log', 'monitoring'],
            outside: 'Monitoring itself, and who answers.',
        },
        {
            id: 'CC8.1',
            name: 'Changes are authorised, tested and approved',
            topics: ['signature', 'change-control'],
            outside: 'Approvals and tests on the forge; separation of duties between people.',
        },
    ],
};

// EXTERNAL MODULE: ./build/report/compliance/topics-of-rules.js
var topics_of_rules = __webpack_require__(1347);
;// CONCATENATED MODULE: ./build/report/compliance/frameworks.js










/** Every framework, in the order of the report. */
const frameworks = [
    cisKubernetes,
    nsaCisa,
    nist80053,
    soc2,
    pciDss,
    iso27001,
    hipaa,
    gdpr,
    mitreAttack,
];
/** The rules that speak to a control. */
function rulesOf({ topics }) {
    return Object.entries(topics_of_rules/* topicsOfRules */.Jp).flatMap(([rule, own]) => own.some((topic) => topics.includes(topic)) ? rule : []);
}
/** Ids of the controls of a framework that a rule speaks to. */
function controlsOf(rule, { controls }) {
    const topics = topicsOfRules[rule] ?? [];
    return controls.filter((control) => control.topics.some((topic) => topics.includes(topic))).map(({ id }) => id);
}

;// CONCATENATED MODULE: ./build/report/compliance/assess.js



/** What the rules that speak to a control say of it. None of them is "met": that is for an auditor to say. */
const results = (/* unused pure expression or super */ null && ([
    /** There are findings. */
    'findings',
    /** There were findings, and the base branch's policy accepts all of them. */
    'accepted',
    /** Nothing was found, and not all of it could be judged. */
    'partly-judged',
    /** Nothing was found in all that was read. */
    'nothing-found',
    /** No rule that speaks to it ran. */
    'not-checked',
    /** No rule of the gate speaks to it. */
    'no-rule',
]));
/** Each control of each framework: the rules that speak to it, what they found, and what kept them from looking. */
function assess(report, rules) {
    const idle = new Map(rules.flatMap((rule) => idleRule(rule, report)));
    const evidence = {
        report,
        // Of settings that nobody asked for nothing is said.
        known: new Set(rules.flatMap(({ id }) => (report.posture === undefined && topics_of_rules/* rulesOfSettings */.Cu.has(id) ? [] : id))),
        signatureRules: new Set(rules.filter(({ category }) => category === 'signature').map(({ id }) => id)),
        idle,
        doubts: doubts(report),
    };
    return frameworks.map((framework) => ({
        framework,
        controls: framework.controls.map((control) => assessControl(control, framework, evidence)),
    }));
}
function assessControl(control, framework, evidence) {
    const { report, known, signatureRules, idle } = evidence;
    const rules = rulesOf(control).filter((rule) => known.has(rule));
    const own = new Set(rules);
    const counts = (finding) => own.has(finding.rule) && isAbout(finding, control, framework);
    const findings = report.verdict.findings.filter(counts);
    const accepted = report.verdict.suppressed.filter(counts);
    const unlisted = report.notListed !== undefined && rules.some((rule) => (report.rules[rule] ?? 0) > 0);
    const because = [
        ...new Set([
            ...rules.flatMap((rule) => idle.get(rule) ?? []),
            ...rules.flatMap((rule) => partlyOff(rule, report) ?? []),
            ...(unlisted && report.notListed !== undefined ? [report.notListed] : []),
            ...evidence.doubts.ofAll,
            ...(rules.some((rule) => topics_of_rules/* rulesOfSettings */.Cu.has(rule)) ? evidence.doubts.ofSettings : []),
            ...(rules.some((rule) => !signatureRules.has(rule)) ? evidence.doubts.ofManifests : []),
        ]),
    ];
    const verified = report.commits.length;
    const hasSignatures = verified > 0 && rules.some((rule) => signatureRules.has(rule) && !idle.has(rule));
    return {
        control,
        rules,
        result: resultOf(rules, idle, findings.length, accepted.length, because),
        findings,
        accepted,
        because,
        ...(hasSignatures
            ? { commits: { verified, accepted: report.commits.filter(({ signature }) => signature.accepted).length } }
            : {}),
    };
}
function resultOf(rules, idle, found, accepted, because) {
    if (rules.length === 0)
        return 'no-rule';
    if (found > 0)
        return 'findings';
    if (rules.every((rule) => idle.has(rule)))
        return 'not-checked';
    if (because.length > 0)
        return 'partly-judged';
    return accepted > 0 ? 'accepted' : 'nothing-found';
}
/** Findings that cite controls of a framework count for those alone. */
function isAbout({ references = [] }, { id, byRule }, { cites }) {
    return cites === undefined || byRule === true || references.includes(`${cites}${id}`);
}
const isOff = (rule) => `${rule} is off in the base branch’s policy.`;
/** Where a rule is off in some scopes, that it is. */
function partlyOff(id, { verdict }) {
    const scopes = verdict.offIn?.find(({ rule }) => rule === id)?.scopes;
    return scopes && `${id} is off in the base branch’s policy for findings in ${scopes.join(', ')}.`;
}
/** A rule that did not look at anything, with the reason; nothing where it did. */
function idleRule({ id, category }, report) {
    const { verdict, command, range, commits } = report;
    if (verdict.off?.includes(id))
        return [[id, isOff(id)]];
    if (category === 'signature') {
        return commits.length === 0 ? [[id, 'No commit was verified: the run looked at files alone.']] : [];
    }
    if (command === 'verify')
        return [[id, 'The run verified signatures alone.']];
    if (range.after === undefined)
        return [[id, 'No files were compared.']];
    const readsSettings = report.posture !== undefined && (topics_of_rules/* rulesOfSettings */.Cu.has(id) || id === 'workflow-permissions');
    if (command === 'posture' && !readsSettings)
        return [[id, 'The run looked at the repository’s settings alone.']];
    const hasNoChange = command === 'audit' && topics_of_rules/* rulesOfChanges */.Op.has(id) && !readsSettings;
    return hasNoChange ? [[id, `${id} speaks of changes, and an audit has none.`]] : [];
}
function doubts({ verdict, coverage, rules, posture }) {
    const { unjudged, suppressed, off = [] } = verdict;
    const { readWithoutStructure, rendering } = coverage;
    const unrendered = rendering?.notRendered.length ?? 0;
    // What is accepted was not read either.
    const number = (id) => (rules[id] ?? 0) + suppressed.filter(({ rule }) => rule === id).length;
    const [unreadable, unknown] = [number('unreadable-manifest'), number('delivery-changed')];
    const unchecked = posture?.checks.filter(({ state }) => state === 'could-not-check').length ?? 0;
    return {
        ofSettings: unchecked > 0 ? [`${(0,wording/* count */.U9)(unchecked, 'setting')} of the repository could not be checked.`] : [],
        ofAll: unjudged.length > 0 ? [`${(0,wording/* count */.U9)(unjudged.length, 'thing')} of the run could not be judged.`] : [],
        ofManifests: [
            ...['unreadable-manifest', 'delivery-changed'].flatMap((id) => (off.includes(id) ? [isOff(id)] : [])),
            ...(unreadable > 0
                ? [`Not all manifests could be read: ${(0,wording/* count */.U9)(unreadable, 'finding')} of unreadable-manifest.`]
                : []),
            ...(unknown > 0 ? [`Not all that is delivered is known: ${(0,wording/* count */.U9)(unknown, 'finding')} of delivery-changed.`] : []),
            ...(readWithoutStructure.length > 0
                ? [`${(0,wording/* count */.U9)(readWithoutStructure.length, 'file')} could only be read line by line.`]
                : []),
            ...(unrendered > 0 ? [`${(0,wording/* count */.U9)(unrendered, 'root')} could not be rendered.`] : []),
        ],
    };
}


/***/ })

};
