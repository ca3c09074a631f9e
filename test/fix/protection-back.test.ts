import { expect, test } from '@jest/globals';
import { fixOfFiles } from './fix-of-files.ts';

const workload = (variable: string, volume = '') => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: shop
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - name: app
          image: ghcr.io/acme/web:1.2.3
          env:
            - name: DB_PASSWORD
${variable}
${volume}---
apiVersion: v1
kind: ConfigMap
metadata: { name: web, namespace: shop }
data: { mode: prod }
`;
const reference = '              valueFrom:\n                secretKeyRef: { name: db, key: password }';
const literal = '              value: rabbit-Hole-99';

const external = (name: string, more = '') => `apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: ${name}, namespace: shop }
spec:
  refreshInterval: 1h
  secretStoreRef: { kind: ClusterSecretStore, name: vault }
  target: { name: ${name} }
  data:
    - secretKey: token
      remoteRef: { key: shop/${name}, property: token }
${more}`;
const secret = (name: string, key = 'token') => `apiVersion: v1
kind: Secret
metadata: { name: ${name}, namespace: shop }
stringData:
  ${key}: Kd83jsLq02ndkaPq9
`;
const kustomization = (name: string) => `resources: [${name}, web.yaml]\n`;
const user = '    - secretKey: user\n      remoteRef: { key: shop/api, property: user }\n';

test.each<[string, Record<string, string>, Record<string, string>]>([
  ['the reference of a variable', { 'a.yaml': workload(reference) }, { 'a.yaml': workload(literal) }],
  [
    'one of several objects of a file',
    { 'a.yaml': `${external('api')}---\n${external('other')}` },
    { 'a.yaml': `${secret('api')}---\n${external('other')}` },
  ],
  [
    'one whose Secret has another name',
    { 'a.yaml': `${external('api').replace('name: api,', 'name: made,')}---\n${external('other')}` },
    { 'a.yaml': `${secret('api')}---\n${external('other')}` },
  ],
  [
    'an object of another file',
    { 'es.yaml': `${external('api')}---\n${external('other')}` },
    { 'es.yaml': external('other'), 'secret.yaml': secret('api') },
  ],
  [
    'an object of a file that is gone',
    { 'es.yaml': external('api'), 'kustomization.yaml': kustomization('es.yaml') },
    { 'secret.yaml': secret('api'), 'kustomization.yaml': kustomization('secret.yaml') },
  ],
  [
    'an entry of an object that is still there',
    { 'es.yaml': external('api', user), 'b.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: b }\n' },
    {
      'es.yaml': external('api'),
      'b.yaml': `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: b }\n---\n${secret('api', 'user')}`,
    },
  ],
])('what protected a secret comes back as the base has it: %s', async (_, before, after) => {
  const { fix, files } = await fixOfFiles(before, after);
  expect(fix.fixed.map(({ target }) => target.rule)).toContain('secret-protection-lost');
  expect(fix.left).toEqual([]);
  expect(files).toEqual(before);
});

test('other changes of the same object stay', async () => {
  const { files } = await fixOfFiles(
    { 'a.yaml': workload(reference) },
    { 'a.yaml': workload(literal).replace('1.2.3', '1.2.4') },
  );
  expect(files['a.yaml']).toBe(workload(reference).replace('1.2.3', '1.2.4'));
});

test('a value goes where nothing can come back', async () => {
  const own = (value: string) => `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\ndata: ${value}\n`;
  const { fix, files } = await fixOfFiles(
    { 'a.yaml': external('api'), 'b.yaml': own('{ a: b }') },
    { 'b.yaml': `${own('{ a: b }')}---\n${secret('api')}`, 'a.yaml/x.yaml': own('{ a: c }') },
  );
  expect(fix.left).toEqual([]);
  expect(Object.values(files).join('\n')).not.toContain('Kd83');
});

test('a volume of another kind comes back, not a volume of none', async () => {
  const volumes = (of: string) => `      volumes:\n        - name: data\n          ${of}\n`;
  const before = { 'a.yaml': workload(reference, volumes('persistentVolumeClaim: { claimName: data }')) };
  const after = { 'a.yaml': workload(reference, volumes('hostPath: { path: /var/lib/data }')) };
  const { fix, files } = await fixOfFiles(before, after);
  expect(fix.fixed.map(({ target }) => target.rule)).toEqual(['pod-privileges-widened']);
  expect(files).toEqual(before);
});
