import { afterAll, expect, test } from '@jest/globals';
import { removeTemporary } from '../git/temporary-repository.ts';
import { check, commitRaw, trustingRepository } from './program.ts';

afterAll(removeTemporary);

const bind = (role: string) => `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: evil
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: ${role}}
subjects: [{kind: ServiceAccount, name: deployer, namespace: ci}]
`;
const evil = bind('cluster-admin');
const password = 'Xk7pQ2vLm9Rt4WzB8nYc';
const below = (text: string, spaces: number) =>
  text
    .trimEnd()
    .split('\n')
    .join(`\n${' '.repeat(spaces)}`);
const configMap = (field: string) => `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c, namespace: x}\n${field}\n`;
const pod = (env: string) =>
  `apiVersion: v1\nkind: Pod\nmetadata: {name: p, namespace: x}\nspec: {containers: [{name: a, image: x, env: [${env}]}]}\n`;

/** Each is in a scope of its own: none covers another. */
const grants: Readonly<Record<string, string | Buffer>> = {
  'plain/a.yaml': evil,
  'no-extension/a': evil,
  'other-extension/a.txt': evil,
  'utf16/a.yaml': Buffer.from(`\ufeff${evil}`, 'utf16le'),
  'merge-key/a.yaml': `x: &x {roleRef: {kind: ClusterRole, name: cluster-admin}}\n${evil.replace(/roleRef.*/, '<<: *x')}`,
  'after-a-broken-document/a.yaml': `a: [\n---\n${evil}`,
  'list-in-list/a.yaml': `apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: List\n  items:\n  - ${below(evil, 4)}\n`,
  'in-a-configmap/a.yaml': configMap(`data:\n  a.yaml: |\n    ${below(evil, 4)}`),
  'extra-objects/values.yaml': `extraObjects:\n- ${below(evil, 2)}\n`,
  'extra-text/values.yaml': `extraDeploy:\n- |\n  ${below(evil.replace('evil', '{{ .Release.Name }}'), 2)}\n`,
  'helm-release/a.yaml': `apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: {name: x}\nspec:\n  values:\n    extra:\n    - ${below(evil, 6)}\n`,
  'chart/templates/a.yaml': `{{- if .Values.x }}\n${evil.replace('evil', '{{ .Release.Name }}-x')}{{- end }}\n`,
  'inline-patch/kustomization.yaml': `patches:\n- patch: |\n    ${below(evil, 4)}\n`,
  'json-patch/kustomization.yaml':
    'resources: [role.yaml]\npatches:\n- target: {kind: ClusterRole}\n  patch: |\n    - op: add\n      path: /rules/-\n      value: {apiGroups: ["*"], resources: ["*"], verbs: ["*"]}\n',
  'json-patch-file/p.json': '[{"op": "replace", "path": "/roleRef/name", "value": "cluster-admin"}]',
  'half-a-binding/p.yaml': evil.replace(/roleRef.*\n/, ''),
  'flux-default/a.yaml': `${bind('flux')}---\napiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: flux}\nrules: [{apiGroups: ['\${G:=*}'], resources: ['\${R:=*}'], verbs: ['\${V}']}]\n`,
};

test('a grant is found wherever it is', async () => {
  const repository = trustingRepository({
    'chart/Chart.yaml': 'name: c\nversion: 1.0.0\n',
    // Where helm is at hand the template is judged by what it gives.
    'chart/values.yaml': 'x: true\n',
    // Where kustomize is at hand the patch is judged by what it does: it needs something to change.
    'json-patch/role.yaml':
      'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: patched}\nrules: []\n',
  });
  for (const [path, text] of Object.entries(grants)) repository.write(path, text);
  commitRaw(repository);
  const run = await check(repository);
  const found = new Set(run.blocking.filter((one) => one.includes(' rbac-')).map((one) => one.split(' ')[0]));
  expect(Object.keys(grants).filter((path) => !found.has(path))).toEqual([]);
  const inText = run.findings.find(({ file }) => file === 'in-a-configmap/a.yaml');
  expect(inText?.line).toBe(10);
});

const secrets: Readonly<Record<string, string | Buffer>> = {
  'typed-list/a.yaml': `apiVersion: v1\nkind: SecretList\nitems:\n- metadata: {name: a}\n  stringData: {foo: a${password}}\n`,
  'in-values/values.yaml': `extraObjects:\n- apiVersion: v1\n  kind: Secret\n  metadata: {name: a}\n  stringData: {foo: b${password}}\n`,
  'json-in-env/a.yaml': pod(`{name: CONFIG, value: '{"password":"c${password}"}'}`),
  'marked/a.yaml': `apiVersion: v1\nkind: Secret\nmetadata: {name: a}\nstringData: {password: changeme-d${password}}\n`,
  'in-brackets/a.yaml': `apiVersion: v1\nkind: Secret\nmetadata: {name: a}\nstringData: {password: "<e${password}>"}\n`,
  'substituted/a.yaml': `apiVersion: v1\nkind: Secret\nmetadata: {name: a}\nstringData: {password: "\${P:+f${password}}"}\n`,
  'generated/file.txt': `ANY=g${password}\n`,
  'sops-faked/a.yaml': `apiVersion: v1\nkind: Secret\nmetadata: {name: a}\nstringData: {password: "ENC[h${password}]"}\nsops: {mac: "ENC[AES256_GCM,data:aaaa,iv:aaaa,tag:aaaa,type:str]", lastmodified: "2024-01-01T00:00:00Z"}\n`,
  'sealed-faked/a.yaml': `apiVersion: bitnami.com/v1alpha1\nkind: SealedSecret\nmetadata: {name: s}\nspec: {encryptedData: {password: i${password}}}\n`,
};

test('a secret is found wherever it is, and shown nowhere', async () => {
  const repository = trustingRepository({
    'generated/kustomization.yaml': 'secretGenerator:\n- {name: x, envs: [file.txt]}\n',
    'generated/file.txt': 'ANY=\n',
  });
  for (const [path, text] of Object.entries(secrets)) repository.write(path, text);
  commitRaw(repository);
  const run = await check(repository);
  const found = new Set(run.blocking.filter((one) => one.includes('secret')).map((one) => one.split(' ')[0]));
  expect(Object.keys(secrets).filter((path) => !found.has(path))).toEqual([]);
  expect(run.stdout.includes(password)).toBe(false);
});

test('links to folders of manifests, and submodules in their place, are named', async () => {
  const repository = trustingRepository({ 'examples/a.yaml': evil, 'apps/one/a.yaml': configMap('data: {a: b}') });
  repository.symlink('clusters/prod/more', '../../examples').symlink('clusters/prod/outside', '../../../elsewhere');
  repository.remove('apps/one');
  repository.git('add', '--all');
  repository.git('update-index', '--add', '--cacheinfo', `160000,${'1'.repeat(40)},apps/one`);
  const tree = repository.git('write-tree');
  commitRaw(repository, (headers, message) => `${headers.replace(/^tree .*/, `tree ${tree}`)}${message}`);
  expect((await check(repository)).blocking).toEqual(
    expect.arrayContaining([
      'clusters/prod/more unreadable-manifest',
      'clusters/prod/outside unreadable-manifest',
      'apps/one unreadable-manifest',
    ]),
  );
});
