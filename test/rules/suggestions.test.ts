import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import { observe } from '../../src/rules/observe.ts';
import type { Observed } from '../../src/rules/rule.ts';
import { parseYaml } from '../../src/yaml/parse-yaml.ts';
import { isThorough, some } from '../thorough.ts';
import { evidenceOfFolders } from './evidence.ts';
import { type Folder, readFolder } from './memory-repository.ts';

/** Texts by path. */
type Files = Readonly<Record<string, string>>;

function folderOf(files: Files): Folder {
  const tree = new Map<string, { mode: string; id: string }>();
  const contents = new Map<string, Buffer>();
  for (const [path, text] of Object.entries(files)) {
    const id = createHash('sha1').update(text).digest('hex');
    tree.set(path, { mode: '100644', id });
    contents.set(id, Buffer.from(text));
  }
  return { tree, contents };
}

function filesOf({ tree, contents }: Folder): Files {
  return Object.fromEntries([...tree].map(([path, { id }]) => [path, (contents.get(id) ?? '').toString()]));
}

const same = (_: string, line: number) => line;

async function observed(before: Files, after: Files): Promise<Observed[]> {
  return observe((await evidenceOfFolders(folderOf(before), folderOf(after))).evidence, same);
}

const keyOf = ({ rule, observation: { object, subject, scope } }: Observed) =>
  JSON.stringify([rule.id, scope, object, subject]);

/** The folder with the suggestion applied, as a forge does: the lines from the finding's to its last are replaced. */
function applied(after: Files, { observation }: Observed): Files {
  const { position, endLine, suggestion } = observation;
  if (position === undefined || suggestion === undefined) throw new Error('nothing to apply');
  const lines = String(after[position.file]).split('\n');
  lines.splice(
    position.line - 1,
    (endLine ?? position.line) - position.line + 1,
    ...(suggestion === '' ? [] : suggestion.split('\n')),
  );
  return { ...after, [position.file]: lines.join('\n') };
}

/** The file still reads, the finding is gone, and no other than `all` came instead. */
async function expectSolved(before: Files, after: Files, all: readonly Observed[], found: Observed): Promise<void> {
  const known = new Set(all.map(keyOf));
  const folder = applied(after, found);
  const { unreadable } = parseYaml(
    Buffer.from(folder[found.observation.position?.file ?? ''] ?? ''),
    defaultPolicy.limits,
  );
  expect(unreadable).toEqual([]);
  const left = (await observed(before, folder)).map(keyOf);
  expect(left).not.toContain(keyOf(found));
  expect(left.filter((key) => !known.has(key))).toEqual([]);
}

const suggested = (all: readonly Observed[]) => all.filter(({ observation }) => observation.suggestion !== undefined);

describe('suggestions of all cases of all rules', () => {
  const rules = [
    'rbac-widened',
    'rbac-unknown-role',
    'rbac-broad-subject',
    'plaintext-secret',
    'pod-privileges-widened',
    'pod-security-lowered',
    'image-unpinned',
    'workload-identity-widened',
  ];
  const cases = rules.flatMap((rule) =>
    readdirSync(join(import.meta.dirname, rule))
      .filter((name) => name.startsWith('fires-'))
      .map((name) => join(import.meta.dirname, rule, name)),
  );

  test('applied, each takes its finding away and nothing breaks', async () => {
    let count = 0;
    for (const folder of some(cases, 3)) {
      if (existsSync(join(folder, 'policy.yaml'))) continue;
      const [before, after] = ['before', 'after'].map((side) => filesOf(readFolder(join(folder, side)))) as [
        Files,
        Files,
      ];
      const all = await observed(before, after);
      for (const found of suggested(all)) {
        count += 1;
        await expectSolved(before, after, all, found);
      }
    }
    expect(count).toBeGreaterThan(isThorough ? 15 : 5);
  });
});

const role = (rules: string) => `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: ops
rules:
${rules}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: ops
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: ops
subjects:
- kind: ServiceAccount
  name: deployer
  namespace: ci
`;
const rule = (resources: string, verbs: string) =>
  `- apiGroups: [""]\n  resources: [${resources}]\n  verbs: [${verbs}]`;

async function only(before: Files, after: Files): Promise<readonly (string | undefined)[]> {
  const all = await observed(before, after);
  for (const found of suggested(all)) await expectSolved(before, after, all, found);
  return all.map(({ observation }) => observation.suggestion);
}

describe('roles and bindings', () => {
  test('the exact verbs in place of the wildcard', async () => {
    const before = { 'a.yaml': role(rule('secrets', 'get')) };
    expect(await only(before, { 'a.yaml': role(rule('secrets', '"*"')) })).toEqual(['  verbs: [get]']);
  });

  test('a new rule is taken out, whichever of the lines that repeat themselves the diff begins with', async () => {
    const before = { 'a.yaml': role(rule('pods', 'get')) };
    const after = { 'a.yaml': role(`${rule('pods', 'get')}\n${rule('secrets', 'get')}`) };
    expect(await only(before, after)).toEqual(['']);
  });

  test('a new subject is taken out', async () => {
    const before = { 'a.yaml': role(rule('secrets', 'get')) };
    const after = { 'a.yaml': `${role(rule('secrets', 'get'))}- kind: Group\n  name: dev\n` };
    expect(await only(before, after)).toEqual(['']);
  });

  test('none where the lines change more than what was found', async () => {
    const before = { 'a.yaml': role(rule('secrets', 'get')) };
    const both = role(rule('secrets', '"*"')).replace(
      '  verbs: ["*"]',
      '  verbs: ["*"]\n- apiGroups: [""]\n  resources: [pods]\n  verbs: [get]',
    );
    expect(new Set(await only(before, { 'a.yaml': both }))).toEqual(new Set([undefined]));
  });

  test('some, not all, where each would have a long file parsed once more', async () => {
    const count = 60;
    const text = (verbs: string) =>
      Array.from({ length: count }, (_, index) =>
        role(rule('secrets', verbs)).replaceAll('name: ops', `name: ops-${index}`),
      ).join(`---\n# ${'long '.repeat(100)}\n`);
    const all = await observed({ 'a.yaml': text('get') }, { 'a.yaml': text('"*"') });
    expect(all).toHaveLength(count);
    const read = suggested(all).length * text('"*"').length;
    expect(read).toBeGreaterThan(0);
    expect(read).toBeLessThan(512 * 1024);
  });

  test('none for an object of its own, nor for the last rule of one', async () => {
    expect(await only({}, { 'a.yaml': role(rule('secrets', 'get')) })).toEqual([undefined]);
    const before = { 'a.yaml': role(rule('secrets', 'get')).replace(/rules:\n[\s\S]*?\n---/, 'rules:\n---') };
    expect(await only(before, { 'a.yaml': role(rule('secrets', 'get')) })).toEqual([undefined]);
  });

  test('none in files with line breaks of Windows, of which forges and YAML count alike but replace differently', async () => {
    const windows = (text: string) => text.replaceAll('\n', '\r\n');
    const before = { 'a.yaml': windows(role(rule('secrets', 'get'))) };
    expect(await only(before, { 'a.yaml': windows(role(rule('secrets', '"*"'))) })).toEqual([undefined]);
  });
});

describe('whom a workload acts as', () => {
  const workload = (spec: string, replicas = '2') => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: shop
  namespace: ci
spec:
  replicas: ${replicas}
  template:
    spec:
${spec}      containers:
        - name: shop
          image: shop:1
          ports: [{containerPort: 80, x: 99999999999999999999}]
`;
  const account = (name: string) => `      serviceAccountName: ${name}\n`;
  const rbac = `${role(rule('secrets', 'get'))}---\napiVersion: v1\nkind: ServiceAccount\nmetadata: {name: shop, namespace: ci}\n`;
  const old = (spec: string) => ({ 'rbac.yaml': rbac, 'a.yaml': workload(spec) });
  const now = (spec: string, replicas?: string) => ({ 'rbac.yaml': rbac, 'a.yaml': workload(spec, replicas) });

  test('the former account', async () => {
    expect(await only(old(account('shop')), now(account('deployer')))).toEqual([account('shop').trimEnd()]);
    expect(await only(old(account('shop')), now(account('deployer'), '3'))).toEqual([account('shop').trimEnd()]);
  });

  test('the account taken out where there was none', async () => {
    expect(await only(old(''), now(account('deployer')))).toEqual(['']);
  });

  test('the token no longer mounted', async () => {
    const mount = (value: string) => `${account('deployer')}      automountServiceAccountToken: ${value}\n`;
    expect(await only(old(mount('false')), now(mount('true')))).toEqual(['      automountServiceAccountToken: false']);
  });

  test('none where the lines change something else as well, nor for a workload that is new', async () => {
    const both = (name: string, more: string) => `${account(name)}      hostname: ${more}\n`;
    expect(await only(old(both('shop', 'a')), now(both('deployer', 'b')))).toEqual([undefined]);
    expect(await only({ 'rbac.yaml': rbac }, now(account('deployer')))).toEqual([undefined]);
  });
});

const password = 'qL7vX2mWz9Rk4TtB';
const deployment = (env: string) => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: shop
  namespace: shop
spec:
  selector: {matchLabels: {app: shop}}
  template:
    metadata: {labels: {app: shop}}
    spec:
      containers:
        - name: shop
          image: shop:1
          env:
            - name: DB_PASSWORD
${env}
`;
const external = (key: string, namespace = 'shop') => `apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: {name: database, namespace: ${namespace}}
spec:
  target: {name: shop-database}
  data:
    - {secretKey: ${key}, remoteRef: {key: shop}}
`;
const literal = deployment(`              value: ${password}`);
const reference = [
  '              valueFrom:',
  '                secretKeyRef:',
  '                  name: shop-database',
  '                  key: db-password',
].join('\n');

describe('a literal in env', () => {
  const before = { 'a.yaml': deployment('              value: ""'), 'b.yaml': '' };

  test('becomes a reference to the one Secret of the namespace that provides the key', async () => {
    const after = { 'a.yaml': literal, 'b.yaml': external('db-password') };
    expect(await only(before, after)).toEqual([reference]);
  });

  test.each([
    ['another namespace', external('db-password', 'other')],
    ['another key', external('password')],
    [
      'two that provide it',
      `${external('db-password')}---\n${external('DB_PASSWORD').replace('shop-database', 'second')}`,
    ],
  ])('stays without a suggestion: %s', async (_, text) => {
    expect(await only(before, { 'a.yaml': literal, 'b.yaml': text })).toEqual([undefined]);
  });

  test('no suggestion ever holds the secret', async () => {
    const after = { 'a.yaml': literal, 'b.yaml': external('db-password') };
    for (const { observation } of await observed(before, after))
      expect(JSON.stringify(observation)).not.toContain(password);
  });
});

describe('an entry of a Secret that an ExternalSecret makes already', () => {
  const secret = (entries: string) =>
    `apiVersion: v1\nkind: Secret\nmetadata: {name: shop-database, namespace: shop}\nstringData:\n${entries}`;
  const before = { 'b.yaml': external('db-password') };

  test('is taken out', async () => {
    const after = { ...before, 'a.yaml': secret(`  other: <path:kv/data/shop#other>\n  db-password: ${password}\n`) };
    expect(await only(before, after)).toEqual(['']);
  });

  test('stays where it is the only one, or on one line with others', async () => {
    expect(await only(before, { ...before, 'a.yaml': secret(`  db-password: ${password}\n`) })).toEqual([undefined]);
    const line = secret(`  {db-password: ${password}, user: shop}\n`);
    expect(await only(before, { ...before, 'a.yaml': line })).toEqual([undefined]);
  });
});

describe('workloads', () => {
  const digest = `sha256:${'0a'.repeat(32)}`;
  const pod = (image: string, context = '') => ({
    'a.yaml': `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
  - name: app
    image: ${image}
    securityContext:
${context}      readOnlyRootFilesystem: true
`,
  });
  const privileged = '      privileged: true\n';

  test('a field that was not there is taken out', async () => {
    expect(await only(pod('a.test/b:1'), pod('a.test/b:1', privileged))).toEqual(['']);
  });

  test('a field is put back', async () => {
    const nonRoot = '      runAsUser: 1000\n';
    const root = '      runAsUser: 0\n';
    expect(await only(pod('a.test/b:1', nonRoot), pod('a.test/b:1', root))).toEqual(['      runAsUser: 1000']);
  });

  test('the digest of the same version is put back', async () => {
    expect(await only(pod(`a.test/b:1@${digest}`), pod('a.test/b:1'))).toEqual([`    image: a.test/b:1@${digest}`]);
  });

  test('nothing where another version or another image is meant', async () => {
    expect(await only(pod(`a.test/b:1@${digest}`), pod('a.test/b:2'))).toEqual([undefined]);
    expect(await only(pod('a.test/b:1'), pod('c.test/b:1'))).toEqual([undefined]);
  });

  test('nothing where the line of the place has another image, and what was found is that something is gone', async () => {
    const image = (version: string) => `apiVersion: v1
kind: Pod
metadata: {name: web}
spec:
  containers:
  - image: a.test/b:1.2.${version}@sha256:${version.repeat(64)}
    name: app
`;
    const context = '    securityContext: {allowPrivilegeEscalation: false, seccompProfile: {type: RuntimeDefault}}\n';
    expect(await only({ 'a.yaml': image('3') + context }, { 'a.yaml': image('4') })).toEqual([undefined]);
  });

  test('nothing where the same lines change something else as well', async () => {
    const before = pod('a.test/b:1', '      runAsGroup: 1\n');
    const after = pod('a.test/b:1', '      runAsGroup: 2\n      privileged: true\n');
    expect(await only(before, after)).toEqual([undefined]);
  });
});
