import { randomBytes } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import type { Rule } from '../../src/rules/rule.ts';
import { placeholderSecret } from '../../src/rules/secret/placeholder-secret.ts';
import { plaintextSecret } from '../../src/rules/secret/plaintext-secret.ts';
import { secretProtectionLost } from '../../src/rules/secret/secret-protection-lost.ts';
import { secretStoreWidened } from '../../src/rules/secret/secret-store-widened.ts';
import { sopsBroken } from '../../src/rules/secret/sops-broken.ts';
import { evidenceOfFolders } from '../rules/evidence.ts';
import { folderOfFiles } from '../rules/memory-repository.ts';

type Files = Readonly<Record<string, string>>;

const base64 = (bytes: number) => randomBytes(bytes).toString('base64');
const encrypted = (bytes = 12) => `ENC[AES256_GCM,data:${base64(bytes)},iv:${base64(32)},tag:${base64(16)},type:str]`;
const cipher = encrypted();
const sops = `sops:\n  lastmodified: "2026-01-01T00:00:00Z"\n  mac: ${encrypted(128)}\n  encrypted_regex: ^(data|stringData|foo)$\n`;
const dotenv = `FOO=${encrypted()}\nsops_mac=${encrypted(128)}\nsops_lastmodified=2026-01-01T00:00:00Z\n`;
const sealedValue = () => {
  const bytes = randomBytes(2 + 512 + 40);
  bytes.writeUInt16BE(512, 0);
  return bytes.toString('base64');
};

const object = (kind: string, name: string, rest: string, api = 'v1', namespace = 'shop') =>
  `apiVersion: ${api}\nkind: ${kind}\nmetadata: {name: ${name}, namespace: ${namespace}}\n${rest}\n`;
const secret = (data: string, name = 'db') => object('Secret', name, `stringData: {${data}}`);
const external = (api: string, name = 'db') =>
  object(
    'ExternalSecret',
    name,
    'spec: {data: [{secretKey: password, remoteRef: {key: a}}]}',
    `external-secrets.io/${api}`,
  );
const sealed = (rest: string) => object('SealedSecret', 'db', `spec: {${rest}}`, 'bitnami.com/v1alpha1');
const workload = (container: string, kind = 'Deployment', name = 'web') =>
  object(kind, name, `spec: {template: {spec: {containers: [{image: 'web:1', ${container}}]}}}`, 'apps/v1');
const variable = (value: string, name = 'FOO') => `{name: ${name}, ${value}}`;
const fromSecret = 'valueFrom: {secretKeyRef: {name: db, key: password}}';
const release = (spec: string) => object('HelmRelease', 'db', `spec: {${spec}}`, 'helm.toolkit.fluxcd.io/v2');
const flux = (spec: string) => object('Kustomization', 'db', `spec: {${spec}}`, 'kustomize.toolkit.fluxcd.io/v1');
const patch = (values: string) => object('ConfigMap', 'app', `data:\n  app.yaml: |\n    foo: ${values}\n    bar: x`);

/** Comments, so many that nobody reads on. */
const padding = (indent: number) => `\n${' '.repeat(indent)}# ${'x'.repeat(50)}`.repeat(10_000);

async function seen(before: Files, after: Files, ...rules: readonly Rule[]): Promise<string[]> {
  const { evidence } = await evidenceOfFolders(folderOfFiles(before), folderOfFiles(after));
  return rules.flatMap((rule) => [...rule.check(evidence)].map(({ message }) => `${rule.id}: ${message}`));
}

const secretRules = [secretProtectionLost, plaintextSecret, sopsBroken];

describe('a secret that was protected is found once, whatever it looks like', () => {
  const plain = secret('password: hunter');
  test.each<[string, string, string, string]>([
    ['ExternalSecret v1', external('v1'), plain, 'ExternalSecret shop/db provided'],
    ['ExternalSecret v1beta1', external('v1beta1'), plain, 'ExternalSecret shop/db provided'],
    ['ExternalSecret of another name', external('v1', 'database'), plain, 'ExternalSecret shop/database provided'],
    ['SealedSecret', sealed(`encryptedData: {password: ${sealedValue()}}`), plain, 'SealedSecret shop/db encrypted'],
    [
      'SealedSecret with a template',
      sealed(`encryptedData: {password: ${sealedValue()}}`),
      sealed('template: {data: {password: hunter}}'),
      'SealedSecret shop/db encrypted',
    ],
    [
      'VaultStaticSecret',
      object('VaultStaticSecret', 'x', 'spec: {destination: {name: db}}', 'secrets.hashicorp.com/v1beta1'),
      plain,
      'VaultStaticSecret shop/x provided',
    ],
    [
      'SecretProviderClass',
      object(
        'SecretProviderClass',
        'x',
        'spec: {secretObjects: [{secretName: db, data: [{key: password}]}]}',
        'secrets-store.csi.x-k8s.io/v1',
      ),
      plain,
      'SecretProviderClass shop/x provided',
    ],
    ['SOPS', `${secret(`password: "${encrypted()}"`)}${sops}`, plain, 'SOPS encrypted'],
    ['SOPS in values', `foo: ${encrypted()}\n${sops}`, 'foo: hunter\n', 'SOPS encrypted'],
    [
      'valueFrom',
      workload(`env: [${variable(fromSecret)}]`),
      workload(`env: [${variable('value: hunter')}]`),
      'came from Secret db',
    ],
    [
      'valueFrom in another container of another kind',
      workload(`name: a, env: [${variable(fromSecret)}]`),
      workload(`name: b, env: [${variable('value: hunter')}]`, 'StatefulSet'),
      'came from Secret db',
    ],
    [
      'valueFrom in an object that is gone',
      workload(`env: [${variable(fromSecret)}]`),
      workload(`env: [${variable('value: hunter')}]`, 'StatefulSet', 'other'),
      'came from Secret db',
    ],
    [
      'secretKeyRef',
      workload(`env: [${variable(fromSecret)}]`),
      workload(`env: [${variable('valueFrom: {configMapKeyRef: {name: c, key: foo}}')}]`),
      'came from Secret db',
    ],
    [
      'envFrom',
      workload('envFrom: [{secretRef: {name: db}}]'),
      workload(`env: [${variable('value: hunter', 'DB_PASSWORD')}]`),
      'came from Secret db',
    ],
    [
      'envFrom of a ConfigMap',
      workload('envFrom: [{secretRef: {name: db}}]'),
      workload('envFrom: [{configMapRef: {name: db}}]'),
      'came from Secret db',
    ],
    [
      'existingSecret',
      release('values: {auth: {existingSecret: db}}'),
      release('values: {auth: {password: hunter}}'),
      'came from Secret db',
    ],
    ['existingSecret above', 'admin: {existingSecret: db}\n', 'adminPassword: hunter\n', 'came from Secret db'],
    ['password_secret_name', 'a: {password_secret_name: db}\n', 'a: {password: hunter}\n', 'came from Secret db'],
    [
      'valuesFrom',
      release('valuesFrom: [{kind: Secret, name: db}]'),
      release('values: {a: {password: hunter}}'),
      'came from Secret db',
    ],
    [
      'valuesFrom with a target',
      release('valuesFrom: [{kind: Secret, name: db, targetPath: a.foo}]'),
      release('values: {a: {foo: hunter}}'),
      'came from Secret db',
    ],
    [
      'substituteFrom',
      flux('postBuild: {substituteFrom: [{kind: Secret, name: db}]}'),
      flux('postBuild: {substitute: {DB_PASSWORD: hunter}}'),
      'came from Secret db',
    ],
    [
      'a mapping in the place of a literal',
      release('values: {env: {FOO: {valueFrom: {secretKeyRef: {name: db, key: a}}}}}'),
      release('values: {env: {FOO: hunter}}'),
      'came from Secret db',
    ],
    [
      'Argo CD’s values',
      object(
        'Application',
        'x',
        'spec:\n  source:\n    helm:\n      values: |\n        auth: {existingSecret: db}',
        'argoproj.io/v1alpha1',
      ),
      object(
        'Application',
        'x',
        'spec:\n  source:\n    helm:\n      values: |\n        auth: {password: hunter}',
        'argoproj.io/v1alpha1',
      ),
      'came from Secret db',
    ],
    ['a placeholder', secret("password: '<path:kv/data/db#password>'"), plain, 'the Argo CD Vault Plugin filled in'],
    [
      'one of several additions of a JSON patch',
      'spec:\n  patch: |\n    - {op: add, path: /x/-, value: {name: FOO, valueFrom: {secretKeyRef: {name: db, key: a}}}}\n    - {op: add, path: /x/-, value: {name: BAR, valueFrom: {secretKeyRef: {name: db, key: b}}}}\n',
      'spec:\n  patch: |\n    - {op: add, path: /x/-, value: {name: FOO, value: hunter}}\n    - {op: add, path: /x/-, value: {name: BAR, valueFrom: {secretKeyRef: {name: db, key: b}}}}\n',
      'came from Secret db',
    ],
    [
      'a JSON patch in a text',
      'spec:\n  patch: |\n    - {op: add, path: /x, value: [{name: FOO, valueFrom: {secretKeyRef: {name: db, key: a}}}]}\n',
      'spec:\n  patch: |\n    - {op: add, path: /x, value: [{name: FOO, value: hunter}]}\n',
      'came from Secret db',
    ],
    [
      'a placeholder in a text',
      patch('<path:kv/data/db#password>'),
      patch('hunter'),
      'the Argo CD Vault Plugin filled in',
    ],
    [
      'Bank-Vaults',
      workload("args: ['--foo=vault:kv/data/a#b', '--x=1']"),
      workload("args: ['--foo=hunter', '--x=1']"),
      'Bank-Vaults filled in',
    ],
    [
      'a variable',
      release(`values: {token: '\${SECRET_TOKEN}'}`),
      release('values: {token: hunter}'),
      'came from the variable SECRET_TOKEN',
    ],
    [
      'a variable of envsubst',
      release(`values: {token: $SECRET_TOKEN}`),
      release('values: {token: hunter}'),
      'came from the variable SECRET_TOKEN',
    ],
    ['git-crypt', '\0GITCRYPT\0abcdefgh', 'foo: hunter\n', 'git-crypt encrypted'],
    ['text that begins as ciphertext', '\0GITCRYPT\0abcdefgh', 'U2FsdGVkX1: x\nfoo: hunter\n', 'git-crypt encrypted'],
    ['text that begins as OpenSSL’s', '\0GITCRYPT\0abcdefgh', 'Salted__: x\nfoo: hunter\n', 'git-crypt encrypted'],
    [
      'a placeholder in a long text',
      patch(`<path:kv/data/db#password>${padding(4)}`),
      patch(`hunter${padding(4)}`),
      'the Argo CD Vault Plugin filled in',
    ],
    [
      'a ConfigMap of that name elsewhere',
      workload(`env: [${variable(fromSecret)}]`),
      `${workload(`env: [${variable('valueFrom: {configMapKeyRef: {name: c, key: foo}}')}]`)}---\n${object('ConfigMap', 'c', 'data: {foo: ""}', 'v1', 'other')}`,
      'came from Secret db',
    ],
    [
      'a ConfigMap without the entry',
      workload(`env: [${variable(fromSecret)}]`),
      `${workload(`env: [${variable('valueFrom: {configMapKeyRef: {name: c, key: foo}}')}]`)}---\n${object('ConfigMap', 'c', 'data: {bar: x}')}`,
      'came from Secret db',
    ],
  ])('%s', async (_, before, after, how) => {
    const messages = await seen({ 'shop/db.yaml': before }, { 'shop/db.yaml': after }, ...secretRules);
    expect(messages).toEqual([expect.stringMatching(`^secret-protection-lost: .*, which ${how} before\\.$`)]);
  });

  test.each<[string, Files, Files]>([
    ['a file under another name', { 'shop/foo.sops.env': dotenv }, { 'shop/foo.env': 'FOO=hunter\n' }],
    ['a long file', { 'shop/foo.env': dotenv }, { 'shop/foo.env': `FOO=hunter\n${padding(0)}` }],
    [
      'a file that is packed too often to be read each time',
      { 'shop/kustomization.yaml': 'secretGenerator: [{name: db, files: [foo=secrets/foo.enc]}]\n' },
      {
        'shop/kustomization.yaml': `secretGenerator: [{name: db, envs: [${Array.from({ length: 9 }, (_, at) => `${'./'.repeat(at)}foo.env`).join()}]}]\n`,
        'shop/foo.env': padding(0),
      },
    ],
    [
      'a file that a generator packs',
      { 'shop/kustomization.yaml': 'secretGenerator: [{name: db, envs: [db.enc.env]}]\n', 'shop/db.enc.env': dotenv },
      {
        'shop/kustomization.yaml': 'secretGenerator: [{name: db, envs: [other.env]}]\n',
        'shop/other.env': 'FOO=hunter\n',
      },
    ],
    [
      'literals of a generator',
      { 'shop/kustomization.yaml': 'secretGenerator: [{name: db, files: [foo=secrets/foo.enc]}]\n' },
      { 'shop/kustomization.yaml': 'secretGenerator: [{name: db, literals: [foo=hunter]}]\n' },
    ],
    [
      'values of SOPS, by others of the folder',
      { 'shop/secrets.yaml': `db:\n  foo: ${cipher}\n${sops}`, 'shop/values.yaml': 'a: b\n' },
      { 'shop/values.yaml': 'a: b\ndb:\n  foo: hunter\n  host: db.shop.svc\n' },
    ],
    [
      'values of SOPS, by a file elsewhere',
      { 'vars/x.sops.yaml': `foo: ${cipher}\n${sops}` },
      { 'config/vars.yaml': 'foo: hunter\n' },
    ],
    [
      'armor of age that is not whole',
      { 'shop/token': '-----BEGIN AGE ENCRYPTED FILE-----\nYWdl\n-----END AGE ENCRYPTED FILE-----\n' },
      { 'shop/token': 'hunterhole\n' },
    ],
    [
      'armor of age under its own name',
      { 'shop/db.env.age': '-----BEGIN AGE ENCRYPTED FILE-----\nYWdl\n-----END AGE ENCRYPTED FILE-----\n' },
      { 'shop/db.env': 'PHRASE=hunter\n' },
    ],
    [
      'values of SOPS, by some that can no longer be parsed',
      { 'shop/values.sops.yaml': `db:\n  foo: ${cipher}\n${sops}` },
      { 'shop/values.yaml': 'db:\n  foo: hunter\nz: [a\n' },
    ],
    [
      'KSOPS',
      {
        'shop/kustomization.yaml': 'generators: [g.yaml]\n',
        'shop/g.yaml': object('ksops', 'g', 'secretFrom: [{metadata: {name: db}, files: [password]}]', 'viaduct.ai/v1'),
      },
      { 'shop/kustomization.yaml': 'resources: [s.yaml]\n', 'shop/s.yaml': secret('password: hunter') },
    ],
    [
      'the entry of a ConfigMap',
      { 'shop/web.yaml': workload(`env: [${variable(fromSecret)}]`) },
      {
        'shop/web.yaml': workload(`env: [${variable('valueFrom: {configMapKeyRef: {name: c, key: foo}}')}]`),
        'shop/c.yaml': object('ConfigMap', 'c', 'data: {foo: hunter}'),
      },
    ],
  ])('%s', async (_, before, after) => {
    expect(await seen(before, after, ...secretRules)).toEqual([expect.stringMatching(/^secret-protection-lost: /)]);
  });
});

const configMap = (data: string, name = 'db') => object('ConfigMap', name, `data: {${data}}`);
const settings = [
  'DB_HOST: db.shop.svc, DB_PORT: "5432", DB_USER: shop, DEBUG: "false", LOG_LEVEL: info, API_URL: "https://api.shop.example/v1"',
  'TIMES: "0 5 * * *", PLACE: Europe/Berlin, RUNS_AS: production, TTL: 30s, TONGUE: en_US, SPOKEN: de, MONEY: EUR, COINS: usd, FROM: a@shop.example',
  'BROKERS: "k-0.kafka:9092,k-1.kafka:9092", ALLOWED: "10.0.0.0/8, 192.168.0.0/16", HOME: /var/lib/shop, LIKE: changeme, SECRET_DOMAIN: shop.example',
].join(', ');
const volume = (from: string) =>
  object('Deployment', 'web', `spec: {template: {spec: {volumes: [{name: a, ${from}}], containers: []}}}`, 'apps/v1');
const envFrom = (kind: string) => workload(`envFrom: [{${kind}: {name: db}}]`);
const sopsSecret = (data: string) => `${secret(data)}${sops}`;

describe('a ConfigMap takes the place of what something protected', () => {
  const file = object('ConfigMap', 'db', 'data:\n  app.conf: |\n    phrase = hunter\n    port = 80');
  test.each<[string, Files, Files]>([
    ['envFrom', { 'a/w.yaml': envFrom('secretRef') }, { 'a/w.yaml': envFrom('configMapRef') }],
    ['a volume', { 'a/w.yaml': volume('secret: {secretName: db}') }, { 'a/w.yaml': volume('configMap: {name: db}') }],
    [
      'a projected volume',
      { 'a/w.yaml': volume('projected: {sources: [{secret: {name: db}}]}') },
      { 'a/w.yaml': volume('projected: {sources: [{configMap: {name: db}}]}') },
    ],
    [
      'substituteFrom',
      { 'a/w.yaml': flux('postBuild: {substituteFrom: [{kind: Secret, name: db}]}') },
      { 'a/w.yaml': flux('postBuild: {substituteFrom: [{kind: ConfigMap, name: db}]}') },
    ],
    ['an ExternalSecret', { 'a/s.yaml': external('v1').replace('secretKey: password', 'secretKey: PHRASE') }, {}],
    ['a SealedSecret', { 'a/c.yaml': sealed(`encryptedData: {PHRASE: ${sealedValue()}}`) }, {}],
    ['a Secret of SOPS', { 'a/c.yaml': sopsSecret(`PHRASE: "${cipher}"`) }, {}],
  ])('of %s', async (_, before, after) => {
    const found = [
      expect.stringMatching(/^secret-protection-lost: ConfigMap shop\/db newly holds data.PHRASE in plain/),
    ];
    const also = configMap(`PHRASE: hunter, ${settings}`);
    expect(await seen(before, { ...after, 'a/c.yaml': also }, ...secretRules)).toEqual(found);
    expect(await seen(before, { ...after, 'a/c.yaml': configMap(settings) }, ...secretRules)).toEqual([]);
    const held = { 'a/old.yaml': configMap('PHRASE: hunter', 'old') };
    expect(await seen({ ...before, ...held }, { ...after, 'a/c.yaml': also }, ...secretRules)).toEqual([]);
  });

  test.each<[string, Files, string]>([
    ['a line of a file', { 'a/c.yaml': file }, 'data["app.conf"].phrase'],
    ['a login that is no time zone', { 'a/c.yaml': configMap('PHRASE: scott/tiger') }, 'data.PHRASE'],
    ['bytes', { 'a/c.yaml': object('ConfigMap', 'db', 'binaryData: {token: aHVudGVyNzc=}') }, 'binaryData.token'],
    [
      'a literal of a generator',
      { 'a/kustomization.yaml': 'configMapGenerator: [{name: db, literals: [PHRASE=hunter, LEVEL=info]}]\n' },
      'configMapGenerator[db].literals.PHRASE',
    ],
    [
      'a line of a file that a generator packs',
      { 'a/kustomization.yaml': 'configMapGenerator: [{name: db, envs: [x.env]}]\n', 'a/x.env': 'PHRASE=hunter\n' },
      'configMapGenerator[db].envs.PHRASE',
    ],
    [
      'a file that a generator packs',
      { 'a/kustomization.yaml': 'configMapGenerator: [{name: db, files: [token]}]\n', 'a/token': 'hunter77\n' },
      'configMapGenerator[db].files.token',
    ],
  ])('with %s', async (_, after, field) => {
    const before = { 'a/w.yaml': volume('secret: {secretName: db}') };
    const now = { 'a/w.yaml': volume('configMap: {name: db}'), ...after };
    expect(await seen(before, now, ...secretRules)).toEqual([expect.stringContaining(`newly holds ${field} in plain`)]);
  });

  test.each<[string, Files, Files]>([
    [
      'configuration that was a Secret as a whole',
      { 'a/w.yaml': volume('secret: {secretName: db}') },
      {
        'a/w.yaml': volume('configMap: {name: db}'),
        'a/c.yaml': object(
          'ConfigMap',
          'db',
          'data:\n  a.yaml: |\n    greeting: hello\n    look: blue\n    a: fast\n    b: slow\n    c: rare\n  web.conf: |\n    server {\n      listen 80;\n    }',
        ),
      },
    ],
    [
      'settings that are taken out of a Secret',
      { 'a/s.yaml': external('v1'), 'a/w.yaml': envFrom('secretRef') },
      {
        'a/s.yaml': external('v1'),
        'a/c.yaml': configMap('GREETING: hello'),
        'a/w.yaml': workload('envFrom: [{secretRef: {name: db}}, {configMapRef: {name: db}}]'),
      },
    ],
    [
      'another ConfigMap, where a Secret is gone',
      { 'a/s.yaml': external('v1') },
      { 'a/c.yaml': configMap('GREETING: hello') },
    ],
    [
      'variables of Flux that are no secrets',
      { 'a/k.yaml': flux('postBuild: {substituteFrom: [{kind: Secret, name: db}]}') },
      { 'a/k.yaml': flux('postBuild: {substitute: {APP: shop, CAPACITY: 5Gi, SECRET_DOMAIN: shop.example}}') },
    ],
  ])('silent: %s', async (_, before, after) => {
    expect(await seen(before, after, ...secretRules)).toEqual([]);
  });
});

test.each<[string, string, string]>([
  [
    'substitute',
    flux('postBuild: {substituteFrom: [{kind: Secret, name: db}]}'),
    flux('postBuild: {substitute: {SECRET_DB: hunter}}'),
  ],
  ['env of a container', envFrom('secretRef'), workload(`env: [${variable('value: hunter', 'PHRASE')}]`)],
  [
    'extraEnvVars',
    release('values: {extraEnvVarsSecret: db}'),
    release('values: {extraEnvVars: [{name: PHRASE, value: hunter}]}'),
  ],
])('a variable in %s in the place of all that a Secret gave', async (_, before, after) => {
  const settings = after.replace('hunter', 'db.shop.svc').replace('SECRET_DB', 'DB_HOST');
  expect(await seen({ 'a/w.yaml': before }, { 'a/w.yaml': settings }, ...secretRules)).toEqual([]);
  const found = [expect.stringMatching(/^secret-protection-lost: .* came from Secret db before/)];
  expect(await seen({ 'a/w.yaml': before }, { 'a/w.yaml': after }, ...secretRules)).toEqual(found);
});

test.each<[string, Files, Files]>([
  [
    'settings',
    { 'a/w.yaml': workload(`env: [${variable(fromSecret, 'DB_HOST')}]`) },
    { 'a/w.yaml': workload(`env: [${variable('value: db.shop.svc', 'DB_HOST')}]`) },
  ],
  [
    'numbers',
    { 'a/w.yaml': workload(`env: [${variable(fromSecret)}]`) },
    { 'a/w.yaml': workload(`env: [${variable("value: '8080'")}]`) },
  ],
  [
    'placeholders',
    { 'a/w.yaml': workload(`env: [${variable(fromSecret)}]`) },
    { 'a/w.yaml': workload(`env: [${variable('value: changeme')}]`) },
  ],
  [
    'another Secret',
    { 'a/r.yaml': release('values: {auth: {existingSecret: db}}') },
    { 'a/r.yaml': release('values: {auth: {existingSecret: other, password: ""}}') },
  ],
  [
    'another store',
    { 'a/s.yaml': external('v1') },
    { 'a/s.yaml': sealed(`encryptedData: {password: ${sealedValue()}}`) },
  ],
  ['another tool', { 'a/s.yaml': external('v1') }, { 'a/s.yaml': `${secret(`password: "${encrypted()}"`)}${sops}` }],
  [
    'a rotation',
    { 'a/s.yaml': `${secret(`password: "${encrypted()}"`)}${sops}` },
    {
      'a/s.yaml': `${secret(`password: "${encrypted()}"`)}${sops.replace('2026', '2027').replace(/mac: .*/, `mac: ${encrypted(128)}`)}`,
    },
  ],
  [
    'a setting that a variable held',
    { 'a/r.yaml': release('values: {logLevel: $LOG_LEVEL_NAME}') },
    { 'a/r.yaml': release('values: {logLevel: debug}') },
  ],
  [
    'a reference that moved',
    { 'a/r.yaml': release('values: {a: {existingSecret: db}, b: {}}') },
    { 'a/r.yaml': release('values: {a: {}, b: {existingSecret: db}}') },
  ],
  [
    'variables that come from a Secret one by one',
    { 'a/r.yaml': release('values: {envFrom: [{secretRef: {name: db}}]}') },
    { 'a/r.yaml': release('values: {env: {FOO: {valueFrom: {secretKeyRef: {name: other, key: FOO}}}}}') },
  ],
  [
    'values of another file with one key of many',
    { 'a/secrets.yaml': `foo: ${cipher}\nx: ${cipher}\ny: ${cipher}\n${sops}` },
    { 'b/values.yaml': 'foo: blue\n' },
  ],
  [
    'settings of a file of SOPS that is gone',
    { 'a/secrets.yaml': `host: ${cipher}\nport: ${cipher}\nfoo: ${cipher}\n${sops}` },
    { 'a/values.yaml': 'host: db.shop.svc\nport: 5432\nfoo: ref+vault://a/b#c\n' },
  ],
])('nothing is lost by %s', async (_, before, after) => {
  expect(await seen(before, after, ...secretRules)).toEqual([]);
});

test('what readers of a store gain is reported for each kind', async () => {
  const store = (conditions: string) =>
    `apiVersion: external-secrets.io/v1\nkind: ClusterSecretStore\nmetadata: {name: v}\nspec: {provider: {}, ${conditions}}\n`;
  const auth = (spec: string) => object('VaultAuth', 'v', `spec: {${spec}}`, 'secrets.hashicorp.com/v1beta1');
  const mounts = (spec: string) =>
    object('SecretProviderClass', 'p', `spec: {${spec}}`, 'secrets-store.csi.x-k8s.io/v1');
  const volume = (rest: string) => object('Pod', 'web', `spec: {volumes: [{name: a, csi: {driver: d${rest}}}]}`);
  const merged = (policy: string) =>
    external('v1').replace('spec: {', `spec: {target: {name: plain, creationPolicy: ${policy}}, `) +
    `---\n${secret('password: hunter', 'plain')}`;
  const files = (...texts: readonly string[]) => Object.fromEntries(texts.map((text, at) => [`a/${at}.yaml`, text]));
  const before = files(
    store('conditions: [{namespaces: [a]}]'),
    auth('method: jwt'),
    mounts('provider: v'),
    volume(''),
    merged('Owner'),
  );
  const after = files(
    store('conditions: [{namespaces: [a], namespaceRegexes: ["^b"]}]'),
    auth('allowedNamespaces: ["*"]'),
    mounts('provider: v, secretObjects: [{secretName: s, data: []}]'),
    volume(', nodePublishSecretRef: {name: s}'),
    merged('Merge'),
  );
  expect(await seen(before, after, secretStoreWidened)).toEqual([
    expect.stringContaining('namespaces like ^b read its secrets'),
    expect.stringContaining('lets every namespace log in to Vault'),
    expect.stringContaining('copies what it mounts into Secret s'),
    expect.stringContaining('passes Secret s to the driver'),
    expect.stringContaining('merges what it reads into a Secret that the repository holds in plain text'),
  ]);
  expect(await seen(after, before, secretStoreWidened)).toEqual([]);
});

test.each([
  ["'{{ .Values.db }}'", 1],
  ['{a: b}', 1],
  ['{}', 0],
  ['null', 0],
])('what an ExternalSecret merges into a Secret of stringData %s', async (entries, number) => {
  const merged = external('v1').replace('spec: {', 'spec: {target: {creationPolicy: Merge}, ');
  const files = { 'a/s.yaml': object('Secret', 'db', `stringData: ${entries}`) };
  expect(await seen(files, { ...files, 'a/e.yaml': merged }, secretStoreWidened)).toHaveLength(number);
});

test('what selects namespaces by labels, in every way', async () => {
  const files = (role: string, of: string) => ({
    'a/r.yaml': object(
      'KubernetesAuthEngineRole',
      'r',
      `spec: {targetNamespaces: {${role}}}`,
      'redhatcop.redhat.io/v1',
    ),
    'a/c.yaml': object('ClusterPushSecret', 'p', `spec: {${of}}`, 'external-secrets.io/v1alpha1'),
  });
  const none = files('targetNamespaces: [a]', 'namespaceSelectors: [{matchLabels: {a: b}}]');
  const some = files(
    'targetNamespaceSelector: {matchLabels: {team: a}}',
    'namespaceSelectors: [{matchLabels: {c: d}}]',
  );
  const all = files('targetNamespaceSelector: {}', 'namespaceSelectors: [{}]');
  expect(await seen(none, some, secretStoreWidened)).toEqual([
    expect.stringContaining('pushes Secrets to its store from namespaces with c=d'),
    expect.stringContaining('lets ServiceAccounts of namespaces with team=a log in'),
  ]);
  const everywhere = [
    expect.stringContaining('pushes Secrets to its store from every namespace'),
    expect.stringContaining('lets ServiceAccounts of every namespace log in'),
  ];
  expect(await seen(some, all, secretStoreWidened)).toEqual(everywhere);
  expect(await seen({}, all, secretStoreWidened)).toEqual(everywhere);
  expect(await seen({}, some, secretStoreWidened)).toEqual([]);
});

test.each([
  [
    '{"matchLabels":{"a":"b"}}',
    'lets ServiceAccounts of namespaces that are selected by {"matchLabels":{"a":"b"}} log in',
  ],
  ['{}', 'lets ServiceAccounts of every namespace log in'],
])('a selector in a role of Vault: %s', async (selector, expected) => {
  const vault = (more: string) => ({
    'a/v.yaml': object(
      'Vault',
      'v',
      `spec: {externalConfig: {auth: [{roles: [{name: r, bound_service_account_namespaces: [a]${more}}]}]}}`,
      'vault.banzaicloud.com/v1alpha1',
    ),
  });
  const after = vault(`, bound_service_account_namespace_selector: '${selector}'`);
  expect(await seen(vault(''), after, secretStoreWidened)).toEqual([expect.stringContaining(expected)]);
  expect(await seen(after, after, secretStoreWidened)).toEqual([]);
});

test('encryption at rest in kubeadm’s arguments of either version', async () => {
  const kubeadm = (extraArgs: string) => ({
    'a/k.yaml': `apiVersion: kubeadm.k8s.io/v1beta4\nkind: ClusterConfiguration\napiServer: {extraArgs: ${extraArgs}}\n`,
  });
  const [mapped, listed] = [
    kubeadm('{encryption-provider-config: /e.yaml}'),
    kubeadm('[{name: encryption-provider-config, value: /e.yaml}]'),
  ];
  expect(await seen(mapped, listed, secretProtectionLost)).toEqual([]);
  const lost = [expect.stringContaining('leaves what the cluster stores unencrypted')];
  expect(await seen(listed, kubeadm('[{name: v, value: "1"}]'), secretProtectionLost)).toEqual(lost);
  expect(await seen(mapped, kubeadm('{}'), secretProtectionLost)).toEqual(lost);
});

test.each([
  [
    'what is no longer covered',
    '[secrets, configmaps]',
    '[{kms: {}}]',
    '[secrets]',
    '[{kms: {}}]',
    ['has configmaps stored unencrypted, which kms encrypted'],
  ],
  [
    'identity first',
    '[secrets]',
    '[{aesgcm: {}}, {identity: {}}]',
    '[secrets]',
    '[{identity: {}}, {aesgcm: {}}]',
    ['has secrets stored unencrypted, which aesgcm encrypted'],
  ],
  ['a wildcard that covers the same', '[secrets, configmaps]', '[{kms: {}}]', "['*.']", '[{kms: {}}]', []],
  ['another provider', '[secrets]', '[{aescbc: {}}]', '[secrets]', '[{secretbox: {}}]', []],
])('encryption at rest: %s', async (_, resources, providers, resourcesAfter, providersAfter, expected) => {
  const configuration = (of: string, by: string) =>
    `apiVersion: apiserver.config.k8s.io/v1\nkind: EncryptionConfiguration\nresources: [{resources: ${of}, providers: ${by}}]\n`;
  const messages = await seen(
    { 'a/e.yaml': configuration(resources, providers) },
    { 'a/e.yaml': configuration(resourcesAfter, providersAfter) },
    secretProtectionLost,
  );
  expect(messages).toEqual(expected.map((each) => expect.stringContaining(each)));
});

describe('what SOPS encrypted is found in plain text, whatever it says', () => {
  const path = 'shop/db.yaml';
  const inSecret = `${secret(`user: "${encrypted()}", password: "${encrypted()}"`)}${sops}`;
  const group = (users: string) => object('Group', 'ops', `users: ${users}`, 'user.openshift.io/v1');
  test.each<[string, string, string, string]>([
    ['a number', `foo: ${encrypted()}\n${sops}`, 'foo: 5432\n', 'foo'],
    ['a switch', `foo: ${encrypted()}\n${sops}`, 'foo: true\n', 'foo'],
    ['an address', `foo: ${encrypted()}\n${sops}`, 'foo: 10.0.4.17\n', 'foo'],
    ['a placeholder', `foo: ${encrypted()}\n${sops}`, 'foo: changeme\n', 'foo'],
    ['an item of a list', `${group(`["${encrypted()}"]`)}${sops}`, group('[jane@example.org]'), 'users'],
    ['a mapping', `foo: ${encrypted()}\n${sops}`, 'foo: {bar: x}\n', 'foo.bar'],
    ['a setting in a Secret', inSecret, secret('user: "", password: "5432"'), 'stringData.password'],
    ['a list in a Secret', inSecret, secret('user: "", password: [one, two]'), 'stringData.password'],
    ['a placeholder in a Secret', inSecret, secret('user: "", password: changeme'), 'stringData.password'],
  ])('%s', async (_, before, after, field) => {
    const messages = await seen({ [path]: before }, { [path]: after }, secretProtectionLost);
    expect(messages).toEqual([expect.stringMatching(/which SOPS encrypted before\.$/)]);
    expect(messages[0]).toContain(field);
  });

  test.each<[string, string, string]>([
    ['a variable', `foo: ${encrypted()}\n${sops}`, 'foo: $' + '{DOMAIN}\n'],
    ['nothing', `foo: ${encrypted()}\n${sops}`, 'foo: ""\n'],
    ['a public key', `foo: ${encrypted()}\n${sops}`, `foo: ssh-ed25519 ${'A'.repeat(68)} jane\n`],
    ['a variable in a Secret', inSecret, secret('user: "$' + '{USER}", password: "$' + '{PASSWORD}"')],
  ])('but not %s', async (_, before, after) => {
    expect(await seen({ [path]: before }, { [path]: after }, secretProtectionLost)).toEqual([]);
  });

  test.each([
    [
      'a file of any other name',
      'a/groups.toml',
      JSON.stringify({ data: encrypted(), sops: { mac: encrypted(128), lastmodified: '2026-01-01T00:00:00Z' } }),
      'port = 5432\n',
    ],
    [
      'a section with a short name',
      'a/x.ini',
      `[a]\nDB=${encrypted()}\n[sops]\nmac=${encrypted(128)}\nlastmodified=2026-01-01T00:00:00Z\n`,
      '[a]\nDB=5432\n',
    ],
  ])('%s', async (_, file, before, after) => {
    const messages = await seen({ [file]: before }, { [file]: after }, secretProtectionLost);
    expect(messages).toEqual([expect.stringMatching(/which SOPS encrypted before\.$/)]);
  });

  test('where a change before has narrowed the selectors', async () => {
    const narrow = (password: string) =>
      `${secret(`password: "${password}", user: "${encrypted()}"`)}${sops.replace('data|stringData', 'user')}`;
    const messages = await seen({ [path]: narrow(encrypted()) }, { [path]: narrow('true') }, sopsBroken);
    expect(messages.join()).toContain('stringData.password in plain text');
  });

  test('where a selector that could not be read makes room for a narrower one', async () => {
    const selected = (pattern: string) =>
      `${secret(`password: "${cipher}"`)}${sops.replace('^(data|stringData|foo)$', () => `'${pattern}'`)}`;
    const messages = await seen({ [path]: selected('[[:word:]]Data') }, { [path]: selected('^user$') }, sopsBroken);
    expect(messages.join()).toContain('stringData.password');
  });

  test('a placeholder is not reported twice', async () => {
    const after = secret('user: "", password: changeme');
    const rules = [secretProtectionLost, placeholderSecret, plaintextSecret];
    expect(await seen({ [path]: inSecret }, { [path]: after }, ...rules)).toHaveLength(1);
  });

  test('a label, where the block is gone and ciphertext is left', async () => {
    const labelled = (label: string) =>
      `kind: ConfigMap\nmetadata:\n  name: a\n  labels: {user: "${label}"}\ndata:\n  foo: ${encrypted()}\n`;
    const block = sops.replace(/ {2}encrypted_regex.*\n/, '');
    const messages = await seen({ [path]: labelled(encrypted()) + block }, { [path]: labelled('jane') }, sopsBroken);
    expect(messages.join()).toContain('metadata.labels.user');
  });
});

describe('what SOPS encrypts line by line', () => {
  const kustomization = (file: string) =>
    `kind: Kustomization\napiVersion: kustomize.config.k8s.io/v1beta1\nsecretGenerator: [{name: a, envs: [${file}]}]\n`;

  test('is silent where a generator packs it, and what can be read there is found', async () => {
    const files = (text: string) => ({ 'a/s.env': text, 'a/kustomization.yaml': kustomization('s.env') });
    expect(await seen({}, files(dotenv), ...secretRules)).toEqual([]);
    const open = files(`PASSWORD=hunter-in-the-dark\n${dotenv}`);
    expect((await seen({}, open, ...secretRules)).join()).toContain('PASSWORD');
  });

  test('YAML with more lines of its keys than of its own is silent where a generator packs it', async () => {
    const armor = Array.from({ length: 20 }, (_, line) => `      ${base64(48)}${line}`).join('\n');
    const keys = `  pgp:\n  - fp: 0635B8D34037A9453003FB7B93CAA682FF4C9014\n    enc: |-\n${armor}\n`;
    const files = (text: string) => ({ 'a/s.yaml': text, 'a/kustomization.yaml': kustomization('s.yaml') });
    const file = (value: string) => `foo: ${value}\n${sops}${keys}`;
    expect(await seen({}, files(file(encrypted())), ...secretRules)).toEqual([]);
    expect((await seen({}, files(file('hunter-in-the-dark')), ...secretRules)).join()).toContain('foo');
  });

  test('a line that is exported, where SOPS is given up', async () => {
    const before = { 'a/s.env': dotenv.replace('FOO=', 'export FOO=') };
    const messages = await seen(before, { 'a/s.env': 'export FOO=60784\n' }, secretProtectionLost);
    expect(messages.join()).toContain('FOO in plain text, which SOPS encrypted');
  });

  test('a value above a secret that plaintext-secret reports is reported as well', async () => {
    const path = 'a/s.yaml';
    const file = (user: string, password: string) =>
      `kind: Secret\nmetadata: {name: a}\nstringData:\n  user: ${user}\n  password: ${password}\n${sops}`;
    const before = { [path]: file(encrypted(), encrypted()) };
    const messages = await seen(before, { [path]: file('x', 'hunter-in-the-dark') }, plaintextSecret, sopsBroken);
    expect(messages).toEqual([
      expect.stringContaining('stringData.password'),
      expect.stringContaining('stringData.user'),
    ]);
  });
});

test('the name of another Secret is not a value that came from one', async () => {
  const before = { 'a.yaml': release('valuesFrom: [{kind: Secret, name: db}]') };
  const after = (values: string) => ({ 'a.yaml': release(`values: {${values}}`) });
  expect(await seen(before, after('vpn: {configFileSecret: vpn-config}'), secretProtectionLost)).toEqual([]);
  expect(await seen(before, after('vpn: {configFileSecret: Rabbit-7}'), secretProtectionLost)).toHaveLength(1);
});

describe('.sops.yaml is about files in which there is something to encrypt', () => {
  const rule = (path: string, regex: string) => `creation_rules: [{path_regex: ${path}, encrypted_regex: ${regex}}]\n`;
  const namespace = 'apiVersion: v1\nkind: Namespace\nmetadata: {name: a}\n';
  const config = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {hosts: a}\n';
  const encryptedFile = `hosts: ${encrypted()}\n${sops.replace('foo', 'hosts')}`;
  const before = { 'a/.sops.yaml': rule('.*.yaml', '^hosts$'), 'a/s.yaml': encryptedFile };

  test('new files alongside encrypted ones', async () => {
    expect(
      await seen(before, { ...before, 'a/ns.yaml': namespace, 'a/kustomization.yaml': 'hosts: a' }, sopsBroken),
    ).toEqual([]);
    expect(await seen(before, { ...before, 'a/config.yaml': config }, sopsBroken)).toHaveLength(1);
    expect(await seen(before, { ...before, 'a/ns.yaml': `${namespace}---\nhosts: "a\n` }, sopsBroken)).toHaveLength(1);
  });

  test('new files that come with a file of their own', async () => {
    const own = {
      'a/b/.sops.yaml': rule('secret.yaml', '^hosts$'),
      'a/b/ns.yaml': namespace,
      'a/b/secret.yaml': encryptedFile,
    };
    expect(await seen(before, { ...before, ...own }, sopsBroken)).toEqual([]);
    expect(await seen({}, { ...before, 'a/config.yaml': config }, sopsBroken)).toEqual([]);
    const lost = async (old: string) => {
      const both = { ...before, 'a/b/ns.yaml': old };
      return (await seen(both, { ...both, ...own, 'a/b/ns.yaml': old }, sopsBroken)).join();
    };
    expect(await lost(encryptedFile)).toContain('no longer covers a/b/ns.yaml');
    // What was never encrypted has no cover to lose.
    expect(await lost(config)).toContain('nothing that is encrypted');
  });
});
