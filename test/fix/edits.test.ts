import { describe, expect, test } from '@jest/globals';
import { fixOfFiles } from './fix-of-files.ts';

const role = (rest: string) => `# the deployer
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: deployer   # keep
rules:
  - apiGroups: [apps]
    resources: [deployments]
    verbs: [get,  list] # two blanks
${rest}---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: deployer}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: deployer}
subjects: [{kind: ServiceAccount, name: deployer, namespace: ci}]
`;

const added = `  # for certificates
  - apiGroups: [""]
    resources: [secrets]
    verbs: [get]
`;

const other = (text: string) => text.replace('list] # two', 'list, watch] # two');

describe('text around a fix', () => {
  test('an added rule goes with the comment above it, and nothing else', async () => {
    const { files } = await fixOfFiles({ 'prod/r.yaml': role('') }, { 'prod/r.yaml': role(added) });
    expect(files).toEqual({ 'prod/r.yaml': role('') });
  });

  test.each([
    ['CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
    ['a byte order mark', (text: string) => `\ufeff${text}`],
    ['no line break at the end', (text: string) => text.trimEnd()],
    ['both', (text: string) => `\ufeff${text.trimEnd().replaceAll('\n', '\r\n')}`],
  ])('%s stays', async (_, form) => {
    const { files, fix } = await fixOfFiles({ 'prod/r.yaml': form(role('')) }, { 'prod/r.yaml': form(role(added)) });
    expect(fix.left).toEqual([]);
    expect(files['prod/r.yaml']).toBe(form(role('')));
  });

  test('lines with other ends than those they come back to get those of the file', async () => {
    const before = role(added).replace('[secrets]', '[configmaps]');
    const after = role(added).replaceAll('\n', '\r\n');
    const { files, fix } = await fixOfFiles({ 'prod/r.yaml': before }, { 'prod/r.yaml': after });
    expect(fix.left).toEqual([]);
    expect(files['prod/r.yaml']?.replaceAll('\r\n', '')).not.toContain('\n');
  });

  test('what comes back is indented as the head is', async () => {
    const before = role(added).replace('[secrets]', '[configmaps]');
    const deeper = role(added)
      .split('\n')
      .map((line) => (/^ {2}\S| {4}\S/.test(line) && !line.includes('name:') ? `  ${line}` : line))
      .join('\n');
    const { files, fix } = await fixOfFiles({ 'prod/r.yaml': before }, { 'prod/r.yaml': deeper });
    expect(fix.left).toEqual([]);
    expect(files['prod/r.yaml']).toBe(deeper.replace('[secrets]', '[configmaps]'));
  });

  test('JSON stays JSON', async () => {
    const object = (verbs: readonly string[]) =>
      JSON.stringify(
        {
          apiVersion: 'rbac.authorization.k8s.io/v1',
          kind: 'ClusterRole',
          metadata: { name: 'a' },
          rules: [{ apiGroups: [''], resources: ['secrets'], verbs }],
        },
        null,
        2,
      );
    const { files, fix } = await fixOfFiles(
      { 'prod/r.json': object(['get']) },
      { 'prod/r.json': object(['get', 'list', 'watch']) },
    );
    expect(fix.left).toEqual([]);
    expect(files['prod/r.json']).toBe(object(['get']));
  });

  test('UTF-16 is put back whole; where it is new it is left, with the reason', async () => {
    const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
    const { files } = await fixOfFiles({ 'prod/r.yaml': role('') }, { 'prod/r.yaml': utf16(role(added)) });
    expect(files).toEqual({ 'prod/r.yaml': role('') });
    const secret = 'apiVersion: v1\nkind: Secret\nmetadata: {name: db}\nstringData: {password: Zq7vR2mKx9TbW4nL}\n';
    const { fix } = await fixOfFiles(
      { 'prod/a.yaml': 'a: 1\n' },
      { 'prod/a.yaml': 'a: 1\n', 'prod/s.yaml': utf16(secret) },
    );
    expect(fix.left.map(({ why }) => why)).toEqual(['it is written in UTF-16']);
  });
});

describe('several findings', () => {
  test('of one list that all go take the list’s object along, and its line in the kustomization', async () => {
    const kustomization = 'resources:\n  - a.yaml\n';
    const binding =
      'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata: {name: x}\nroleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin}\nsubjects:\n  - {kind: User, apiGroup: rbac.authorization.k8s.io, name: eve}\n  - {kind: Group, apiGroup: rbac.authorization.k8s.io, name: "system:authenticated"}\n';
    const base = {
      'prod/a.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n',
      'prod/kustomization.yaml': kustomization,
    };
    const { files, fix } = await fixOfFiles(base, {
      ...base,
      'prod/x.yaml': binding,
      'prod/kustomization.yaml': `${kustomization}  - x.yaml\n`,
    });
    expect(fix.left).toEqual([]);
    expect(files).toEqual(base);
  });

  test('what is harmless in the same change stays', async () => {
    const { files, fix } = await fixOfFiles(
      { 'prod/r.yaml': role('') },
      { 'prod/r.yaml': role(added).replace('name: deployer   # keep', 'name: deployer   # kept') },
    );
    expect(fix.left).toEqual([]);
    expect(files['prod/r.yaml']).toBe(role('').replace('name: deployer   # keep', 'name: deployer   # kept'));
  });

  test('a change without findings has no fix', async () => {
    const { fix } = await fixOfFiles({ 'prod/r.yaml': 'a: 1\n' }, { 'prod/r.yaml': 'a: 2\n' });
    expect(fix).toEqual({ changes: [], fixed: [], left: [] });
  });

  test('two findings of one list lose an entry each', async () => {
    const { files } = await fixOfFiles({ 'prod/r.yaml': role('') }, { 'prod/r.yaml': other(role(added)) });
    expect(files['prod/r.yaml']).not.toContain('secrets');
  });
});

describe('a secret in plain text', () => {
  const external =
    'apiVersion: external-secrets.io/v1\nkind: ExternalSecret\nmetadata: {name: o, namespace: shop}\nspec:\n  secretStoreRef: {kind: SecretStore, name: vault}\n  target: {name: o}\n  data: [{secretKey: a, remoteRef: {key: o}}]\n';
  const secret = `apiVersion: v1
kind: Secret
metadata:
  name: db
  namespace: shop
  labels: {app: shop} # kept
type: kubernetes.io/basic-auth
stringData:
  username: shop
  # the password
  password: Zq7vR2mKx9TbW4nL
`;

  test('becomes an ExternalSecret of the store that others use, by the same name and without its values', async () => {
    const { files, fix } = await fixOfFiles(
      { 'shop/o.yaml': 'a: 1\n' },
      { 'shop/o.yaml': external, 'shop/db.yaml': secret },
    );
    expect(fix.left).toEqual([]);
    expect(files['shop/db.yaml']).toBe(`apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: db
  namespace: shop
  labels: {app: shop} # kept
spec:
  refreshInterval: 1h
  secretStoreRef:
    kind: SecretStore
    name: vault
  target:
    name: db
    template:
      type: kubernetes.io/basic-auth
  data:
    - secretKey: username
      remoteRef:
        key: shop/db
        property: username
    - secretKey: password
      remoteRef:
        key: shop/db
        property: password
`);
  });

  test('leaves no comment on its values, and the value neither in comments nor in annotations', async () => {
    const after = `apiVersion: v1
kind: Secret # kept
metadata:
  name: db
  # before: Zq7vR2mKx9TbW4nL
  namespace: shop # kept too
  annotations:
    note: "it is Zq7vR2mKx9TbW4nL" # see above
    other: "# no comment, Zq7vR2mKx9TbW4nL"
    team: shop
stringData:
  password: Zq7vR2mKx9TbW4nL # was Ab3dE5fG7hJ9kL2m
    # and Cd3dE5fG7hJ9kL2n before
`;
    const { files, fix } = await fixOfFiles(
      { 'shop/o.yaml': 'a: 1\n' },
      { 'shop/o.yaml': external, 'shop/db.yaml': after },
    );
    expect(fix.left).toEqual([]);
    expect(files['shop/db.yaml']).toBe(`apiVersion: external-secrets.io/v1
kind: ExternalSecret # kept
metadata:
  name: db
  namespace: shop # kept too
  annotations:
    note: ""
    other: ""
    team: shop
spec:
  refreshInterval: 1h
  secretStoreRef:
    kind: SecretStore
    name: vault
  target:
    name: db
  data:
    - secretKey: password
      remoteRef:
        key: shop/db
        property: password
`);
  });

  test.each([
    ['&value Zq7vR2mKx9TbW4nL', '*value'],
    ['Zq7vR2mKx9TbW4nL', '"\\x5aq7vR2mKx9TbW4nL"'],
    ['WnE3dlIybUt4OVRiVzRuTA==', 'Zq7vR2mKx9TbW4nL'],
  ])('in an annotation as %s and in the Secret as %s goes from both', async (note, password) => {
    const secretWith = `apiVersion: v1\nkind: Secret\nmetadata:\n  name: db\n  annotations: {note: ${note}}\nstringData:\n  password: ${password}\n`;
    const base = { 'shop/o.yaml': 'a: 1\n' };
    const { files, fix } = await fixOfFiles(base, { ...base, 'shop/db.yaml': secretWith });
    expect(fix.left).toEqual([]);
    expect(files['shop/db.yaml']).toContain('kind: ExternalSecret');
    expect(files['shop/db.yaml']).not.toMatch(/q7vR2mKx|WnE3dlIy/);
  });

  test('in base64 goes from comments in either form, with CRLF too', async () => {
    const after =
      'apiVersion: v1\r\nkind: Secret\r\nmetadata:\r\n  name: db\r\ndata:\r\n  password: WnE3dlIybUt4OVRiVzRuTA==\r\n# decoded: Zq7vR2mKx9TbW4nL\r\n# kept\r\n';
    const { files, fix } = await fixOfFiles(
      { 'shop/o.yaml': 'a: 1\n' },
      { 'shop/o.yaml': 'a: 1\n', 'shop/db.yaml': after },
    );
    expect(fix.left).toEqual([]);
    expect(files['shop/db.yaml']).not.toMatch(/Zq7v|WnE3/);
    expect(files['shop/db.yaml']).toMatch(/\r\n# kept\r\n$/);
  });

  test('in a comment behind a value goes, and the value stays', async () => {
    const map = (rest: string) =>
      `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  host: db.shop${rest}\n`;
    const { files, fix } = await fixOfFiles(
      { 'shop/a.yaml': map('') },
      { 'shop/a.yaml': map(' # password: Zq7vR2mKx9TbW4nL') },
    );
    expect(fix.fixed.length).toBeGreaterThan(0);
    expect(fix.left).toEqual([]);
    expect(files['shop/a.yaml']).toBe(map(''));
  });

  test('becomes a SealedSecret where the repository uses these', async () => {
    const sealed =
      'apiVersion: bitnami.com/v1alpha1\nkind: SealedSecret\nmetadata: {name: o, namespace: shop}\nspec: {encryptedData: {}}\n';
    const { files, fix } = await fixOfFiles(
      { 'shop/o.yaml': sealed },
      { 'shop/o.yaml': `${sealed}# x\n`, 'shop/db.yaml': secret },
    );
    expect(fix.left).toEqual([]);
    expect(files['shop/db.yaml']).toContain('kind: SealedSecret');
    expect(files['shop/db.yaml']).toContain('kubeseal --raw --namespace shop --name db');
    expect(files['shop/db.yaml']).not.toContain('Zq7v');
  });

  test('in a variable is taken from a Secret that a new ExternalSecret delivers', async () => {
    const web = (value: string) =>
      `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\n  namespace: shop\nspec:\n  template:\n    spec:\n      containers:\n        - name: web\n          image: acme.test/web:1.2.3\n          env:\n            - name: DB_PASSWORD\n              value: ${value}\n`;
    const { files, fix } = await fixOfFiles(
      { 'shop/web.yaml': web('""') },
      { 'shop/web.yaml': web('Zq7vR2mKx9TbW4nL') },
    );
    expect(fix.left).toEqual([]);
    expect(files['shop/web.yaml']).toContain(
      '            - name: DB_PASSWORD\n              valueFrom:\n                secretKeyRef:\n                  name: web-secrets\n                  key: db-password\n',
    );
    expect(files['shop/web.yaml']).toContain('kind: ExternalSecret');
    expect(files['shop/web.yaml']).not.toContain('Zq7v');
  });
});

describe('bounds', () => {
  test('a finding of very many places is left, with the reason', async () => {
    const secret = (at: number) =>
      `apiVersion: v1\nkind: Secret\nmetadata: {name: s${at}}\nstringData: {password: Zq7vR2mKx9TbW4nL}\n`;
    const after = Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`prod/${at}.yaml`, secret(at)]));
    const { fix } = await fixOfFiles({ 'a.yaml': 'a: 1\n' }, { 'a.yaml': 'a: 1\n', ...after });
    expect(fix.left.map(({ why }) => why)).toEqual(['it is in more than 50 places']);
  });
});

test('a key that begins a line of its own for some readers stays in its comment', async () => {
  const sealed =
    'apiVersion: bitnami.com/v1alpha1\nkind: SealedSecret\nmetadata: {name: o}\nspec: {encryptedData: {}}\n';
  const secret =
    'apiVersion: v1\nkind: Secret\nmetadata:\n  name: db\nstringData:\n  password: Zq7vR2mKx9TbW4nL\n  "a\\u2028b: c": d\n';
  const { files } = await fixOfFiles(
    { 'prod/o.yaml': sealed },
    { 'prod/o.yaml': `${sealed}# x\n`, 'prod/db.yaml': secret },
  );
  expect(files['prod/db.yaml']).toContain('#   a?b? c\n');
});

test('a new kustomization goes with the only file that it names, and with it the line that names its folder', async () => {
  const binding =
    'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata: {name: x}\nroleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin}\nsubjects:\n  - {kind: User, apiGroup: rbac.authorization.k8s.io, name: eve}\n';
  const overlay = 'resources:\n  - a.yaml\n';
  const base = {
    'prod/a.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n',
    'prod/kustomization.yaml': overlay,
  };
  const { files, fix } = await fixOfFiles(base, {
    ...base,
    'base/x/x.yaml': binding,
    'base/x/kustomization.yaml':
      'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources:\n- x.yaml\n',
    'prod/kustomization.yaml': `${overlay}  - ../base/x\n`,
  });
  expect(fix.left).toEqual([]);
  expect(files).toEqual(base);
});
