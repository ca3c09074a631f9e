import { describe, expect, test } from '@jest/globals';
import type { Structure } from '../../src/kube/touched-file.ts';
import { observeFile } from './evidence.ts';

const b64 = (text: string): string => Buffer.from(text).toString('base64');
const secret = (body: string): string => `apiVersion: v1\nkind: Secret\nmetadata: {name: db, namespace: shop}\n${body}`;
const env = (entry: string): string =>
  `apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec: {containers: [{name: a, env: [${entry}]}]}`;
const sops = `sops:\n  lastmodified: "2026-01-01T00:00:00Z"\n  mac: ENC[AES256_GCM,data:${b64('m'.repeat(128))},iv:${b64('i'.repeat(32))},tag:${b64('t'.repeat(16))},type:str]\n  version: 3.9.0\n`;
const enc = `ENC[AES256_GCM,data:O+5l4g==,iv:${b64('i'.repeat(32))},tag:${b64('t'.repeat(16))},type:str]`;
/** A session key for somebody, then encrypted data (RFC 9580 §5.1, §5.13). */
const openpgp = Buffer.concat([
  Buffer.from([0xc1, 0xc0, 0x4c, 3]),
  Buffer.alloc(267, 0xa7),
  Buffer.from([0xd2, 64, 1]),
  Buffer.alloc(63, 0xb3),
]).toString('base64');
const sealed = Buffer.concat([Buffer.from([2, 0]), Buffer.alloc(512, 0xa5), Buffer.alloc(40, 0x5a)]).toString('base64');
const certificate = `-----BEGIN CERTIFICATE-----\n${b64('c'.repeat(300))}\n-----END CERTIFICATE-----\n`;

const silent: readonly (readonly [string, string, string, Structure?])[] = [
  ['empty values', 's.yaml', secret('data: {password: "", x: null}\n')],
  ['no data at all', 's.yaml', secret('type: kubernetes.io/service-account-token\n')],
  ['SOPS', 's.yaml', `${secret(`stringData:\n  password: ${enc}\n`)}${sops}`],
  [
    'INI of SOPS, whose ciphertext reads like assignments',
    'config.sops.ini',
    `[auth]\ntoken = ${enc}\n\n[sops]\nlastmodified = 2026-01-01T00:00:00Z\n${sops.match(/mac: .*/)?.[0].replace(': ', ' = ')}\n`,
    'text',
  ],
  [
    'what Renovate decrypts',
    'renovate.json',
    `{"hostRules": [{"hostType": "docker", "encrypted": {"password": "${openpgp}"}}]}`,
  ],
  ['an entity of XML', 'opers.conf', '<oper name="jane" password="&operhash;">\n', 'text'],
  ['who sends passwords', 'wiki.nix', 'passwordSender = "nixos-wiki@thalheim.io";\n', 'text'],
  [
    'the name of an entry next to the name of its Secret',
    'values.yaml',
    'extraSecretEnvironmentVars:\n- {envName: A, secretName: vault, secretKey: VAULT_GCPCKMS_SEAL_CRYPTO_KEY}\n',
  ],
  ['where nginx sends a request', 'web.nix', 'proxyPass = "http://[::1]:3013";\n', 'text'],
  ['SOPS in values', 'values.yaml', `auth:\n  password: ${enc}\n${sops}`],
  [
    'SealedSecret',
    's.yaml',
    `apiVersion: bitnami.com/v1alpha1\nkind: SealedSecret\nmetadata: {name: x}\nspec:\n  encryptedData:\n    password: ${sealed}\n`,
  ],
  ['Argo CD Vault Plugin path', 's.yaml', secret(`stringData:\n  password: <path:kv/data/db#password>\n`)],
  [
    'Argo CD Vault Plugin path in base64',
    's.yaml',
    secret(`data:\n  password: ${b64('<path:kv/data/db#password>')}\n`),
  ],
  [
    'Argo CD Vault Plugin placeholder',
    's.yaml',
    'apiVersion: v1\nkind: Secret\nmetadata:\n  name: x\n  annotations: {avp.kubernetes.io/path: kv/data/x}\nstringData:\n  password: <password>\n',
  ],
  ['Bank-Vaults', 's.yaml', secret(`data:\n  password: ${b64('vault:secret/data/x#KEY')}\n`)],
  ['vals', 'values.yaml', 'auth:\n  password: ref+vault://secret/x#/password\n'],
  ['helm-secrets', 'values.yaml', 'auth:\n  password: secrets://secrets.yaml\n'],
  ['1Password', 's.yaml', secret('stringData:\n  password: op://vault/item/field\n')],
  [
    'Argo CD reference',
    'a.yaml',
    'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: argocd-cm}\ndata:\n  oidc.config: |\n    clientSecret: $oidc:clientSecret\n  dex.config: |\n    connectors:\n    - config:\n        clientSecret: $dex.github.clientSecret\n',
  ],
  [
    'GitHub secret',
    '.github/workflows/x.yml',
    `jobs:\n  a:\n    steps:\n    - env:\n        TOKEN: \${{ secrets.DEPLOY_TOKEN }}\n      run: docker login -p "$TOKEN" r.io\n`,
  ],
  [
    'AWS Secrets Manager',
    'values.yaml',
    'dbPassword: arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf\n',
  ],
  [
    'Azure Key Vault',
    'values.yaml',
    'dbPassword: https://shop.vault.azure.net/secrets/db/4f2c9d8e7a6b4c3d9e8f7a6b5c4d3e2f\n',
  ],
  [
    'Flux substitution',
    's.yaml',
    secret(`stringData:\n  password: \${DB_PASSWORD}\n  url: postgres://u:\${DB_PASSWORD}@db/shop\n`),
  ],
  [
    'Flux substitution with a placeholder',
    'c.yaml',
    `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata: {password: "\${X:=changeme}"}\n`,
  ],
  [
    'variable of a pod',
    'p.yaml',
    env(
      '{name: DB_URL, value: "postgres://u:$(DB_PASSWORD)@db/x"}, {name: DB_PASSWORD, valueFrom: {secretKeyRef: {name: db, key: Zq7vR2mKx9TbW4nL}}}',
    ),
  ],
  [
    'names and files',
    'p.yaml',
    env(
      '{name: DB_PASSWORD_FILE, value: /run/secrets/db}, {name: TOKEN_URL, value: "https://x/token"}, {name: API_KEY_NAME, value: x9f8e7d6c5b4a3}, {name: SECRET_NAME, value: db-Zq7vR2mKx9}',
    ),
  ],
  [
    'existing Secret in values',
    'values.yaml',
    'auth:\n  existingSecret: db-credentials-7f9c\n  existingSecretPasswordKey: password\n  passwordSecretKey: Zq7vR2mKx9TbW4nL\n  secretName: tls-abc123def456\n  usePasswordFiles: true\n  passwordUpdateJob: {enabled: false}\n',
  ],
  [
    'External Secrets',
    'e.yaml',
    'apiVersion: external-secrets.io/v1\nkind: ExternalSecret\nmetadata: {name: x}\nspec:\n  secretStoreRef: {name: s, kind: ClusterSecretStore}\n  target:\n    template:\n      data:\n        url: "postgres://{{ .user }}:{{ .password }}@db/x"\n        password: "{{ .password }}"\n  data:\n  - secretKey: password\n    remoteRef: {key: Zq7vR2mKx9TbW4nL, property: password}\n',
  ],
  [
    'Vault Secrets Operator',
    'e.yaml',
    'apiVersion: secrets.hashicorp.com/v1beta1\nkind: VaultStaticSecret\nmetadata: {name: x}\nspec: {mount: kv, type: kv-v2, path: Zq7vR2mKx9TbW4nL, destination: {name: x, create: true}}\n',
  ],
  [
    'Secrets Store CSI',
    'e.yaml',
    'apiVersion: secrets-store.csi.x-k8s.io/v1\nkind: SecretProviderClass\nmetadata: {name: x}\nspec:\n  provider: azure\n  parameters:\n    keyvaultName: shop\n    objects: |\n      array:\n      - |\n        objectName: db-password\n        objectType: secret\n  secretObjects:\n  - secretName: x\n    data: [{objectName: Zq7vR2mKx9TbW4nL, key: password}]\n',
  ],
  [
    'Vault agent',
    'p.yaml',
    'apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n  annotations:\n    vault.hashicorp.com/agent-inject-template-db: |\n      {{- with secret "database/creds/x" -}}\n      password={{ .Data.password }}\n      {{- end }}\n',
  ],
  ['certificates', 's.yaml', secret(`data:\n  ca.crt: ${b64(certificate)}\n  tls.crt: ${b64(certificate)}\n`)],
  [
    'known hosts',
    's.yaml',
    secret(
      'stringData:\n  known_hosts: |\n    github.com ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl\n',
    ),
  ],
  [
    'Argo CD repository without credentials',
    's.yaml',
    'apiVersion: v1\nkind: Secret\nmetadata:\n  name: r\n  labels: {argocd.argoproj.io/secret-type: repository}\nstringData: {type: git, url: https://github.com/x/y}\n',
  ],
  [
    'Helm template',
    'c/templates/s.yaml',
    'apiVersion: v1\nkind: Secret\nmetadata:\n  name: {{ include "x" . }}\ndata:\n  password: {{ .Values.password | b64enc | quote }}\n  other: {{ required "a password is needed" .Values.other | b64enc }}\n  third: {{ include "common.secrets.passwords.manage" (dict "secret" "x" "key" "Zq7vR2mKx9TbW4nL") }}\n  fourth: {{ default (randAlphaNum 16) .Values.x | b64enc }}\n',
    'template',
  ],
  [
    'placeholder in values',
    'values.yaml',
    'auth:\n  password: changeme\n  token: <your-token>\n  apiKey: xxxxxxxxxxxxxxxx\n  secret: REPLACE_ME\n',
  ],
  [
    'custom resource definition',
    'crd.yaml',
    'apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: x}\nspec:\n  versions:\n  - schema:\n      openAPIV3Schema:\n        properties:\n          password: {default: Zq7vR2mKx9TbW4nL, type: string}\n',
  ],
  [
    'a name in single braces',
    'c.yaml',
    'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata:\n  c.yml: |\n    mqtt:\n      password: "{MQTT_PASSWORD}"\n    camera: rtsp://view:{RTSP_PASSWORD}@porch:554/cam\n',
  ],
  [
    'files of a generator',
    'kustomization.yaml',
    'kind: Kustomization\nsecretGenerator:\n- name: a\n  files: [htpasswd=files/users.htpasswd]\n  envs: [password=secrets.env]\n',
  ],
  [
    'what documentation leaves of a token',
    'c.yaml',
    'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata:\n  readme: |\n    curl -H "Authorization: Bearer sha256~zGN7vR2...CyEnmU9" https://x\n    echo\n',
  ],
  [
    'image digest',
    'p.yaml',
    `apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [{name: token, image: "r.io/token@sha256:${'0a1b2c3d'.repeat(8)}"}]}`,
  ],
  [
    'checksums and identifiers',
    'values.yaml',
    `tokenChecksum: sha256:${'0a1b2c3d'.repeat(8)}\nkeyId: 7f9c0a1b2c3d4e5f\nclientId: 73082700-1f09-405b-80d0-3131bfd6272d\n`,
  ],
  [
    'prose',
    'README.md',
    'Set `password: Zq7vR2mKx9TbW4nL` and open https://user:PERSONAL_ACCESS_TOKEN@host/ in a browser.\n',
    'text',
  ],
];

describe('what is not a plaintext secret is silent', () => {
  test.each(silent.map((row) => [row[0], row] as const))('%s', (_, [, file, text, structure]) => {
    const { plaintext, placeholder } = observeFile(file, text, structure ?? 'manifest');
    expect([...plaintext, ...placeholder].map((observation) => observation.message)).toEqual([]);
  });
});

test('a real password in a URL is found in prose as well', () => {
  const { plaintext } = observeFile('README.md', 'See https://shop:Zq7vR2mKx9TbW4nL@db.shop.org/ for more.\n', 'text');
  expect(plaintext.map((observation) => observation.message)).toEqual(['README.md holds a password inside a URL.']);
});

describe('what only looks safe is found', () => {
  const literal = 'Zq7vR2mKx9TbW4nL';
  test.each([
    ['a reference that prints itself', secret(`stringData: {x: "ref+echo://${literal}"}\n`)],
    ['a default of a substitution', secret(`stringData: {x: "\${X:-${literal}}"}\n`)],
    ['a tail behind an expression', secret(`stringData: {x: "${literal}{{ "" }}"}\n`.replace('{{ "" }}', "{{ '' }}"))],
    ['SOPS ciphertext without a mac', `${secret(`stringData: {x: "${enc}"}\n`)}sops: {version: 3.9.0}\n`],
    ['a password with a slash before it', secret(`stringData: {x: "/${literal}"}\n`)],
    ['a password with a dollar before it', secret(`stringData: {x: "$${literal}"}\n`)],
    ['angle brackets in base64 twice', secret(`data: {x: ${b64(b64(literal))}}\n`)],
  ])('%s', (_, text) => {
    expect(observeFile('s.yaml', text).plaintext).toHaveLength(1);
  });
});

describe('placeholders are reported where only a secret can be', () => {
  test.each([
    'changeme',
    'CHANGE_ME',
    '<password>',
    'xxxxxxxx',
    'REPLACE_ME',
    'UPDATE_DB_PASSWORD',
    'TODO',
    'example',
    'dummy',
    'password',
    'aaaaaaaa',
    'your-password-here',
  ])('%s', (value) => {
    const { plaintext, placeholder } = observeFile('s.yaml', secret(`stringData: {password: "${value}"}\n`));
    expect(plaintext).toEqual([]);
    expect(placeholder.map((observation) => observation.message)).toEqual([
      'Secret shop/db: stringData.password holds a placeholder where only a secret can be.',
    ]);
  });
});
