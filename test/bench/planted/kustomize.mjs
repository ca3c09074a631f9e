// Places in public repositories where kustomize builds roles and bindings, and what is planted there.
const rights = /permissions?|rbac-|unreadable-manifest/;
const secret = /plaintext-secret/;
const delivery = /delivery-changed/;
const password = 'Vq8-tmNz2wLk-47Rb';

const sites = [
  {
    repository: 'manifests',
    base: 'applications/centraldashboard/upstream/base',
    root: 'applications/centraldashboard/upstream/overlays/istio',
    roleFile: 'clusterrole.yaml',
    bindingFile: 'clusterrole-binding.yaml',
  },
  {
    repository: 'manifests',
    base: 'applications/jupyter/jupyter-web-app/upstream/base',
    root: 'applications/jupyter/jupyter-web-app/upstream/overlays/istio',
    roleFile: 'cluster-role.yaml',
    bindingFile: 'cluster-role-binding.yaml',
  },
  {
    repository: 'gitops-catalog',
    base: 'openshift-data-foundation-operator/config-helpers/node-labeler/base',
    root: 'openshift-data-foundation-operator/config-helpers/node-labeler/overlays/default',
    roleFile: 'rbac.yaml',
    bindingFile: 'rbac.yaml',
  },
  {
    repository: 'gitops-catalog',
    base: 'letsencrypt-certs/base',
    root: 'letsencrypt-certs/base',
    roleFile: 'rbac.yaml',
    bindingFile: 'rbac.yaml',
    // Its account may do everything already: nothing that is planted would give it more.
    isDropped: (document) => document.includes('name: cluster-admin'),
  },
];

const kustomizationOf = (clone, folder) =>
  ['kustomization.yaml', 'kustomization.yml', 'Kustomization']
    .map((name) => `${folder}/${name}`)
    .find((path) => clone.has(path));

/** The text with entries added to a list of the top level, which is made where there is none. */
function withEntries(text, field, entries) {
  const lines = text.replace(/\n?$/, '\n').split('\n');
  const at = lines.findIndex((line) => line.startsWith(`${field}:`));
  if (at < 0) return `${lines.join('\n')}${field}:\n${entries.join('\n')}\n`;
  const indent = /^(\s*)- /.exec(lines.slice(at + 1).find((line) => /^\s*- /.test(line)) ?? '')?.[1] ?? '';
  const moved = entries
    .join('\n')
    .split('\n')
    .map((line) => `${indent}${line}`);
  return [...lines.slice(0, at + 1), ...moved, ...lines.slice(at + 1)].join('\n');
}

const block = (text, indent) =>
  text
    .split('\n')
    .map((line) => `${indent}${line}`)
    .join('\n');
const grant = (name) => `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: ${name}
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: cluster-admin
subjects:
- kind: User
  apiGroup: rbac.authorization.k8s.io
  name: mallory
`;
const shows =
  (...patterns) =>
  (built) =>
    patterns.every((pattern) => pattern.test(built));

export function* kustomizations(cloneOf) {
  for (const site of sites) {
    const { repository, base, root } = site;
    const clone = cloneOf(repository);
    clone.reset();
    const file = kustomizationOf(clone, root);
    const text = clone.read(file);
    const baseFile = kustomizationOf(clone, base);
    const truth = (...patterns) => ({ kustomize: root, shows: shows(...patterns) });
    const make = (kind, rules, edits, patterns, setup) => ({
      kind: `kustomize ${kind}`,
      repository,
      rules,
      edits,
      truth: truth(...patterns),
      setup: { ...dropped, ...setup },
    });
    const rolePath = `${base}/${site.roleFile}`;
    const bindingPath = `${base}/${site.bindingFile}`;
    const written = clone.read(rolePath).split(/^---\n/m);
    const role = written.filter((document) => site.isDropped?.(document) !== true).join('---\n');
    const binding = rolePath === bindingPath ? role : clone.read(bindingPath);
    const dropped = site.isDropped === undefined ? {} : { [rolePath]: role };
    yield make(
      'role in the base: a resource is added',
      rights,
      {
        [rolePath]: role.replace(
          /(\n\s*)resources:\s*\n(\s*)- /,
          '$1resources:\n$2- planted-secrets\n$2- secrets\n$2- ',
        ),
      },
      [/planted-secrets/],
    );
    yield make(
      'role in the base: a verb is *',
      rights,
      { [rolePath]: role.replace(/(\n\s*)verbs:\s*\n(\s*)- /, "$1verbs:\n$2- '*'\n$2- ") },
      [/- '\*'/],
    );
    yield make(
      'binding in the base: another subject',
      rights,
      {
        [bindingPath]: binding.replace(
          /(\nkind: ClusterRoleBinding[\s\S]*?\nsubjects:\s*\n)(\s*)- /,
          '$1$2- kind: User\n$2  apiGroup: rbac.authorization.k8s.io\n$2  name: mallory\n$2- ',
        ),
      },
      [/name: mallory/],
    );
    yield make(
      'JSON patch in the overlay: a rule',
      rights,
      {
        [file]: withEntries(text, 'patches', [
          '- target:\n    kind: ClusterRole\n  patch: |-\n    - op: add\n      path: /rules/-\n      value:\n        apiGroups: [""]\n        resources: [planted, secrets]\n        verbs: [get, list]',
        ]),
      },
      [/- planted/],
    );
    yield make(
      'JSON patch from a file: the subjects',
      rights,
      {
        [file]: withEntries(text, 'patches', ['- path: planted.json\n  target:\n    kind: ClusterRoleBinding']),
        [`${root}/planted.json`]:
          '[{"op": "add", "path": "/subjects/-",\n  "value": {"kind": "Group", "apiGroup": "rbac.authorization.k8s.io", "name": "system:authenticated"}}]\n',
      },
      [/system:authenticated/],
    );
    yield make(
      'JSON patch of the role a binding names, by a file of another ending',
      rights,
      {
        [file]: withEntries(text, 'patches', ['- path: planted.txt\n  target:\n    kind: ClusterRoleBinding']),
        [`${root}/planted.txt`]:
          '- op: replace\n  path: /roleRef\n  value:\n    apiGroup: rbac.authorization.k8s.io\n    kind: ClusterRole\n    name: planted-admin\n',
      },
      [/planted-admin/],
    );
    yield make(
      'a new file with a binding',
      rights,
      { [file]: withEntries(text, 'resources', ['- planted.yaml']), [`${root}/planted.yaml`]: grant('planted') },
      [/name: mallory/],
    );
    yield make(
      'a folder that was there begins to be delivered',
      rights,
      { [file]: withEntries(text, 'resources', ['- ../planted']) },
      [/name: mallory/],
      {
        [`${root}/../planted/kustomization.yaml`]: 'resources: [x.yaml]\n',
        [`${root}/../planted/x.yaml`]: grant('planted'),
      },
    );
    yield make(
      'a component',
      rights,
      { [file]: withEntries(text, 'components', ['- ../planted']) },
      [/name: mallory/],
      {
        [`${root}/../planted/kustomization.yaml`]:
          'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nresources: [x.yaml]\n',
        [`${root}/../planted/x.yaml`]: grant('planted'),
      },
    );
    yield make(
      'a transformer in place',
      rights,
      {
        [file]: withEntries(text, 'transformers', [
          `- |-\n${block('apiVersion: builtin\nkind: PatchTransformer\nmetadata:\n  name: p\ntarget:\n  kind: ClusterRole\npatch: |-\n  - {op: add, path: /rules/-, value: {apiGroups: [""], resources: [planted, secrets], verbs: ["*"]}}', '  ')}`,
        ]),
      },
      [/- planted/],
    );
    yield make(
      'a replacement into a subject',
      rights,
      {
        [file]: withEntries(withEntries(text, 'resources', ['- planted.yaml']), 'replacements', [
          '- source:\n    kind: ConfigMap\n    name: planted\n    fieldPath: data.who\n  targets:\n  - select:\n      kind: ClusterRoleBinding\n    fieldPaths:\n    - subjects.0.name',
        ]),
        [`${root}/planted.yaml`]:
          'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: planted\ndata:\n  who: planted-account\n',
      },
      [/- kind: \w+\n\s+name: planted-account|name: planted-account/],
    );
    yield make(
      'a label that aggregates',
      rights,
      { [file]: withEntries(text, 'labels', ['- pairs:\n    rbac.authorization.k8s.io/aggregate-to-view: "true"']) },
      [/aggregate-to-view: "true"/],
    );
    yield {
      kind: 'kustomize a remote base',
      repository,
      rules: delivery,
      edits: { [file]: withEntries(text, 'resources', ['- https://github.com/planted/elsewhere//deploy?ref=main']) },
    };
    yield {
      kind: 'kustomize another ref of a remote base',
      repository,
      rules: delivery,
      setup: { [file]: withEntries(text, 'resources', ['- https://github.com/planted/elsewhere//deploy?ref=main']) },
      edits: { [file]: withEntries(text, 'resources', ['- https://github.com/planted/elsewhere//deploy?ref=feature']) },
    };
    yield make(
      'secretGenerator: a literal',
      secret,
      { [file]: withEntries(text, 'secretGenerator', [`- name: planted\n  literals:\n  - password=${password}`]) },
      [new RegExp(Buffer.from(password).toString('base64'))],
    );
    yield make(
      'secretGenerator: a file of variables',
      secret,
      {
        [file]: withEntries(text, 'secretGenerator', ['- name: planted\n  envs:\n  - planted.env']),
        [`${root}/planted.env`]: `LOGIN=${password}\n`,
      },
      [new RegExp(Buffer.from(password).toString('base64'))],
    );
    if (base !== root)
      yield make(
        'JSON patch of a Secret',
        secret,
        {
          [file]: withEntries(text, 'patches', [
            `- target:\n    kind: Secret\n    name: planted\n  patch: |-\n    - op: add\n      path: /data/login\n      value: ${Buffer.from(password).toString('base64')}`,
          ]),
        },
        [new RegExp(Buffer.from(password).toString('base64'))],
        {
          [baseFile]: withEntries(clone.read(baseFile), 'resources', ['- planted-secret.yaml']),
          [`${base}/planted-secret.yaml`]: 'apiVersion: v1\nkind: Secret\nmetadata:\n  name: planted\ndata: {}\n',
        },
      );
    yield make(
      'a variable of a workload in the overlay',
      secret,
      {
        [file]: withEntries(text, 'patches', [
          `- target:\n    kind: Deployment|Job|DaemonSet|CronJob\n  patch: |-\n    - op: add\n      path: /spec/template/spec/containers/0/env\n      value:\n      - name: DB_PASSWORD\n        value: ${password}`,
        ]),
      },
      [new RegExp(password)],
    );
  }
}

export function* cleanKustomizations(cloneOf) {
  for (const site of sites) {
    const { repository, base, root } = site;
    const clone = cloneOf(repository);
    clone.reset();
    const file = kustomizationOf(clone, root);
    const text = clone.read(file);
    const rolePath = `${base}/${site.roleFile}`;
    const role = clone.read(rolePath);
    const clean = (kind, edits, setup) => ({
      kind: `clean ${kind}`,
      repository,
      isClean: true,
      edits,
      builds: root,
      ...(setup === undefined ? {} : { setup }),
    });
    yield clean('labels', { [file]: withEntries(text, 'labels', ['- pairs:\n    team: shop']) });
    yield clean('images', { [file]: withEntries(text, 'images', ['- name: registry.example/app\n  newTag: "2.1"']) });
    yield clean('a comment', { [file]: `# Built for the shop.\n${text}` });
    yield clean('a ConfigMap', {
      [file]: withEntries(text, 'configMapGenerator', [
        '- name: settings\n  literals:\n  - LOG_LEVEL=debug\n  - TIMEOUT=30s',
      ]),
    });
    yield clean('a narrower role by a patch', {
      [file]: withEntries(text, 'patches', [
        '- target:\n    kind: ClusterRole\n  patch: |-\n    - op: replace\n      path: /rules/0/verbs\n      value: [get]',
      ]),
    });
    yield clean('a verb less', { [rolePath]: role.replace(/\n\s*- (?:watch|list)(?=\n)/, '') });
    yield clean('other order and quotes', { [rolePath]: role.replace(/- get\n(\s*)- list/, '- "list"\n$1- "get"') });
    yield clean('annotations', {
      [file]: withEntries(text, 'commonAnnotations', []).replace(
        /commonAnnotations:\n*$/,
        'commonAnnotations:\n  owner: shop\n',
      ),
    });
  }
}

export { delivery, grant, password, rights, secret, shows };
