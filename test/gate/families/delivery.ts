import { familiesOf } from './family.ts';

const rbac = `apiVersion: v1
kind: ConfigMap
metadata: {name: argocd-rbac-cm, namespace: argocd}
data:
  policy.csv: |
    p, role:dev, applications, sync, */*, allow
    #
    g, devs, role:dev
`;
const project = `apiVersion: argoproj.io/v1alpha1
kind: AppProject
metadata: {name: p, namespace: argocd}
spec: {#}
`;
const settings = `apiVersion: v1
kind: ConfigMap
metadata: {name: argocd-cm, namespace: argocd}
data: {#}
`;
const application = `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: a, namespace: argocd}
spec: {project: p, source: {repoURL: https://git.example.org/a}#}
`;
const set = `apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata: {name: s, namespace: argocd}
spec: {generators: [#], template: {metadata: {name: a}, spec: {project: p}}}
`;
const source = `apiVersion: source.toolkit.fluxcd.io/v1
kind: OCIRepository
metadata: {name: o, namespace: flux}
spec: {url: "oci://example.org/o", verify: {provider: cosign#}}
`;
const who = (subject: string) => `{issuer: "^https://a$", subject: "${subject}"}`;

export const delivery = familiesOf('deploy-authority-widened', [
  [
    'what a line of Argo CD denies',
    rbac,
    'p, role:dev, applications, sync, shop/*, deny',
    'p, role:dev, applications, sync, shop/a, deny',
    'p, role:dev, applications, sync, shop/a*, deny',
    '',
  ],
  [
    'sources and destinations of a project',
    project,
    'sourceRepos: ["https://a/*"], destinations: [{namespace: a, server: s}]',
    'sourceRepos: ["https://a/*", "https://b/x"], destinations: [{namespace: a, server: s}]',
    'sourceRepos: ["https://a/*", "https://b/*"], destinations: [{namespace: a, server: s}]',
    'sourceRepos: ["*"], destinations: [{namespace: a, server: s}]',
    'sourceRepos: ["https://a/*"], destinations: [{namespace: "*", server: s}]',
    'sourceRepos: ["https://a/*"], destinations: [{namespace: "*", server: "*"}]',
  ],
  [
    'what a project excludes',
    project,
    'sourceRepos: ["*", "!https://b/*"]',
    'sourceRepos: ["*", "!https://b/x"]',
    'sourceRepos: ["*", "!https://b/x*"]',
    'sourceRepos: ["*"]',
  ],
  [
    'windows of a project',
    project,
    'syncWindows: [{kind: deny, schedule: "* * * * *", duration: 24h, applications: ["*"]}]',
    'syncWindows: [{kind: deny, schedule: "0 1 * * *", duration: 24h, applications: ["*"]}]',
    'syncWindows: [{kind: deny, schedule: "0 1 * * *", duration: 1h, applications: ["*"]}]',
    'syncWindows: []',
  ],
  [
    'options of kustomize',
    settings,
    'a: b',
    'kustomize.buildOptions: "--load-restrictor LoadRestrictionsNone"',
    'kustomize.buildOptions: "--enable-alpha-plugins"',
    'kustomize.buildOptions: "--enable-alpha-plugins --enable-exec"',
  ],
  [
    'differences that are left',
    application,
    '',
    ', ignoreDifferences: [{group: rbac.authorization.k8s.io, kind: Role, name: a, jsonPointers: [/rules]}]',
    ', ignoreDifferences: [{group: rbac.authorization.k8s.io, kind: Role, jsonPointers: [/rules]}]',
    ', ignoreDifferences: [{group: rbac.authorization.k8s.io, kind: Role, jsonPointers: [/rules], managedFieldsManagers: [a]}]',
    ', ignoreDifferences: [{group: rbac.authorization.k8s.io, kind: "*", jsonPointers: [/rules]}]',
    ', ignoreDifferences: [{group: "*", kind: "*", jsonPointers: [/rules]}]',
  ],
  [
    'whose pull requests are deployed',
    set,
    '{list: {elements: []}}',
    '{pullRequest: {github: {owner: acme, repo: a}}}',
    '{pullRequest: {github: {owner: acme, repo: b}}}',
    '{pullRequest: {github: {owner: acme, repo: a}}}, {pullRequest: {github: {owner: acme, repo: b}}}',
  ],
  [
    'whose signatures count',
    source,
    `, matchOIDCIdentity: [${who('a')}]`,
    `, matchOIDCIdentity: [${who('a')}, ${who('b')}]`,
    `, matchOIDCIdentity: [${who('a')}, ${who('b')}, ${who('.*')}]`,
    '',
  ],
]);
