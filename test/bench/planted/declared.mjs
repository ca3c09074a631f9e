import { delivery, grant, password, rights, secret } from './kustomize.mjs';

const url = 'https://github.com/argoproj/argocd-example-apps';
const application = (source) => `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: planted
  namespace: argocd
spec:
  destination:
    server: https://kubernetes.default.svc
    namespace: shop
  project: default
  source:
    repoURL: ${url}
    targetRevision: HEAD
${source}`;
const role = `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: planted
rules:
- apiGroups: [""]
  resources: [pods]
  verbs: [get]
`;
const bound = `${role}---\n${grant('planted').replace('name: cluster-admin', 'name: planted')}`;

/** What Applications of Argo CD and objects of Flux say of folders in the repository; what they mean follows from their documentation. */
export function* argoAndFlux(cloneOf) {
  const argo = (kind, rules, before, after, setup = {}) => ({
    kind: `argo ${kind}`,
    repository: 'argocd-example-apps',
    rules,
    setup: { 'planted/app.yaml': application(before), ...setup },
    edits: { 'planted/app.yaml': application(after) },
  });
  const files = {
    'wide/x.yaml': grant('planted'),
    'narrow/x.yaml': role,
    'narrow/y.yaml': bound.replaceAll('name: planted', 'name: other'),
  };
  yield argo('another path', rights, '    path: guestbook\n', '    path: wide\n', files);
  yield argo(
    'a patch',
    rights,
    '    path: k\n',
    '    path: k\n    kustomize:\n      patches:\n      - target:\n          kind: ClusterRole\n        patch: |-\n          - op: add\n            path: /rules/0/resources/-\n            value: secrets\n',
    { 'k/kustomization.yaml': 'resources: [x.yaml]\n', 'k/x.yaml': bound },
  );
  yield argo(
    'a component',
    rights,
    '    path: k\n    kustomize: {}\n',
    '    path: k\n    kustomize:\n      components:\n      - ../comp\n',
    {
      'k/kustomization.yaml': 'resources: [x.yaml]\n',
      'k/x.yaml': bound,
      'comp/kustomization.yaml': 'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nresources: [y.yaml]\n',
      'comp/y.yaml': grant('wide'),
    },
  );
  const chart = {
    'c/Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n',
    'c/values.yaml': 'role: view\nextra: []\n',
    'c/templates/x.yaml': grant('c').replace('name: cluster-admin', 'name: {{ .Values.role }}'),
  };
  yield argo(
    'a parameter of a chart',
    rights,
    '    path: c\n',
    '    path: c\n    helm:\n      parameters:\n      - name: role\n        value: cluster-admin\n',
    chart,
  );
  yield argo(
    'an object of values',
    rights,
    '    path: c\n',
    '    path: c\n    helm:\n      valuesObject:\n        role: cluster-admin\n',
    chart,
  );
  yield argo(
    'a text of values',
    rights,
    '    path: c\n',
    '    path: c\n    helm:\n      values: |\n        role: cluster-admin\n',
    chart,
  );
  yield argo(
    'another values file',
    rights,
    '    path: c\n',
    '    path: c\n    helm:\n      valueFiles:\n      - prod.yaml\n',
    { ...chart, 'c/prod.yaml': 'role: cluster-admin\n' },
  );
  yield argo('a folder is read whole', rights, '    path: d\n', '    path: d\n    directory:\n      recurse: true\n', {
    'd/a.yaml': role,
    'd/sub/b.yaml': grant('sub'),
  });
  yield argo(
    'a wider include',
    rights,
    "    path: d\n    directory:\n      include: 'a.yaml'\n",
    "    path: d\n    directory:\n      include: '*.yaml'\n",
    { 'd/a.yaml': role, 'd/b.yaml': grant('b') },
  );
  yield {
    ...argo('another repository', delivery, '    path: guestbook\n', '    path: guestbook\n'),
    edits: {
      'planted/app.yaml': application('    path: guestbook\n').replace(url, 'https://github.com/planted/elsewhere'),
    },
  };
  const set = (path) =>
    `apiVersion: argoproj.io/v1alpha1\nkind: ApplicationSet\nmetadata:\n  name: planted\nspec:\n  generators:\n  - git:\n      repoURL: ${url}\n      revision: HEAD\n      directories:\n      - path: ${path}\n  template:\n    metadata:\n      name: '{{path.basename}}'\n    spec:\n      project: default\n      destination:\n        server: https://kubernetes.default.svc\n        namespace: shop\n      source:\n        repoURL: ${url}\n        targetRevision: HEAD\n        path: '{{path}}'\n`;
  yield {
    kind: 'argo a generator finds another folder',
    repository: 'argocd-example-apps',
    rules: rights,
    setup: { 'planted/set.yaml': set('teams/a/*'), 'teams/a/one/x.yaml': role, 'teams/b/two/x.yaml': grant('two') },
    edits: { 'planted/set.yaml': set('teams/*/*') },
  };

  const kustomization = (spec) =>
    `apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata:\n  name: planted\n  namespace: flux-system\nspec:\n  interval: 1h\n  prune: true\n  sourceRef:\n    kind: GitRepository\n    name: flux-system\n${spec}`;
  const flux = (kind, rules, before, after, setup = {}) => ({
    kind: `flux ${kind}`,
    repository: 'flux2-kustomize-helm-example',
    rules,
    setup: { 'clusters/production/planted.yaml': kustomization(before), ...setup },
    edits: { 'clusters/production/planted.yaml': kustomization(after) },
  });
  yield flux('another path', rights, '  path: ./narrow\n', '  path: ./wide\n', files);
  yield flux(
    'a patch',
    rights,
    '  path: ./p\n',
    '  path: ./p\n  patches:\n  - target:\n      kind: ClusterRole\n    patch: |\n      - op: add\n        path: /rules/0/resources/-\n        value: secrets\n',
    { 'p/x.yaml': bound },
  );
  yield flux('a component', rights, '  path: ./k\n', '  path: ./k\n  components:\n  - ../comp\n', {
    'k/kustomization.yaml': 'resources: [x.yaml]\n',
    'k/x.yaml': bound,
    'comp/kustomization.yaml': 'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nresources: [y.yaml]\n',
    'comp/y.yaml': grant('wide'),
  });
  const variable = bound.replace('resources: [pods]', `resources: ["\${WHAT}"]`);
  yield flux(
    'a variable',
    rights,
    '  path: ./v\n  postBuild:\n    substitute:\n      WHAT: pods\n',
    '  path: ./v\n  postBuild:\n    substitute:\n      WHAT: secrets\n',
    { 'v/x.yaml': variable },
  );
  yield {
    ...flux(
      'a variable of a ConfigMap',
      rights,
      '  path: ./v\n  postBuild:\n    substituteFrom:\n    - kind: ConfigMap\n      name: vars\n',
      '',
      {
        'v/x.yaml': variable,
        'clusters/production/vars.yaml':
          'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: vars\n  namespace: flux-system\ndata:\n  WHAT: pods\n',
      },
    ),
    edits: {
      'clusters/production/vars.yaml':
        'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: vars\n  namespace: flux-system\ndata:\n  WHAT: secrets\n',
    },
  };
  yield flux(
    'labels that aggregate',
    rights,
    '  path: ./p\n',
    '  path: ./p\n  commonMetadata:\n    labels:\n      rbac.authorization.k8s.io/aggregate-to-view: "true"\n',
    { 'p/x.yaml': bound.replace('resources: [pods]', 'resources: [secrets]') },
  );
  yield flux(
    'a secret in a variable',
    secret,
    '  path: ./s\n  postBuild:\n    substitute:\n      X: ""\n',
    `  path: ./s\n  postBuild:\n    substitute:\n      X: "${password}"\n`,
    { 's/x.yaml': `apiVersion: v1\nkind: Secret\nmetadata:\n  name: s\nstringData:\n  login: "\${X}"\n` },
  );
  const release = (more) =>
    `apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata:\n  name: planted\n  namespace: shop\nspec:\n  interval: 1h\n  chart:\n    spec:\n      chart: ./c\n      sourceRef:\n        kind: GitRepository\n        name: flux-system\n        namespace: flux-system\n${more}`;
  const helm = (kind, after, before = '', setup = {}) => ({
    kind: `flux ${kind}`,
    repository: 'flux2-kustomize-helm-example',
    rules: rights,
    setup: { ...chart, 'releases/r.yaml': release(before), ...setup },
    edits: { 'releases/r.yaml': release(after) },
  });
  yield helm('values of a release', '  values:\n    role: cluster-admin\n');
  yield helm(
    'a post-renderer',
    '  postRenderers:\n  - kustomize:\n      patches:\n      - target:\n          kind: ClusterRoleBinding\n        patch: |\n          - op: replace\n            path: /roleRef/name\n            value: cluster-admin\n',
  );
  yield {
    ...helm('values from a ConfigMap', ''),
    setup: {
      ...chart,
      'releases/r.yaml': release('  valuesFrom:\n  - kind: ConfigMap\n    name: vals\n'),
      'releases/m.yaml':
        'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: vals\n  namespace: shop\ndata:\n  values.yaml: |\n    role: view\n',
    },
    edits: {
      'releases/m.yaml':
        'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: vals\n  namespace: shop\ndata:\n  values.yaml: |\n    role: cluster-admin\n',
    },
  };
  const remote = 'apps/base/podinfo/release.yaml';
  const clone = cloneOf('flux2-kustomize-helm-example');
  clone.reset();
  const podinfo = clone.read(remote);
  yield {
    kind: 'flux another version of a chart from elsewhere',
    repository: 'flux2-kustomize-helm-example',
    rules: delivery,
    edits: {
      [remote]: /version:/.test(podinfo)
        ? podinfo.replace(/version: .*/, 'version: "*"')
        : podinfo.replace(/(chart: podinfo\n)/, '$1      version: "9.9.9"\n'),
    },
  };
}
