import { describe, expect, test } from '@jest/globals';
import { fileSide, observe, observeFile, touched } from './evidence.ts';

const random = 'q8Zr4Lm2Vt6Ny1Kx9Pw3Js5D';
const broken = `ghp_${'Zq7vR2mKx9TbW4nLp3HsYc8dUe5Ga1JkQ6fN'}`;
const annotated = (key: string, value: string): string =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec:\n  template:\n    metadata:\n      annotations:\n        ${key}: "${value}"\n`;
const config = (line: string): string =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata:\n  a: b\n  ${line}\n`;
const found = (...file: Parameters<typeof observeFile>): string[] =>
  observeFile(...file).plaintext.map(({ message }) => message);

describe('what is no credential is silent', () => {
  test.each<Parameters<typeof observeFile>>([
    ['d.yaml', annotated('shop.io/secret-hash', 'b58dk3Jw9QmXz7Lp2Rt5')],
    ['d.yaml', annotated('tls-secret-hash', random)],
    ['d.yaml', annotated('db-password-hash', '7c1f9b8a22d34b7e9d0c5e3a8f71b2c4')],
    ['d.yaml', annotated('shop.io/credentials-revision', 'b58dk3Jw9QmXz7Lp2Rt7')],
    ['c.yaml', config('PASSWORD_HASHER: PBKDF2WithHmacSHA512')],
    ['c.yaml', config('PASSWORD_ENCODER_SECRET: PBKDF2WithHmacSHA256')],
    ['c.yaml', config('TOKEN_SIGNING_ALG: PS512withRSA')],
    ['c.yaml', config('TOKEN_SIGNING: SHA512withRSAandMGF1')],
    ['app.conf', '///:_authToken=743b294a-cd03-41ec-9d64-7342ac128f02\n', 'text'],
    ['app.conf', `// :_authToken=${random}\n`, 'text'],
    ['values.yaml', 's3: {secretName: backup, secretKey: AWS_SECRET_ACCESS_KEY}\n'],
    ['values.yaml', 's3: {secretName: backup, secretKey: rclone.conf}\n'],
    [
      'default.nix',
      'let\n  password = config.clan.core.vars.generators.jane-password.files.password.path;\nin password\n',
      'text',
    ],
    ['README.md', `# Log in\n\ntoken ${broken}\n    GITHUB_TOKEN=${broken}\n`, 'text'],
    ['c.yaml', config(`# token: ${broken}`)],
    [
      'minutes.md',
      '- [Part 1](https://us02web.zoom.us/j/83469905816?pwd=cThackxtMlZ0Nk55MUt4OVB3M0pzNUQ3Ug)\n',
      'text',
    ],
    ['values.yaml', 'secrets:\n- db-credentials-v2\n- tls-web-acme-7f9c2\ntokens: 128000\n'],
    ['values.yaml', 'apiKeys:\n- name: reader\n  secretRef: keys-reader\n'],
  ])('%s %s', (...file) => {
    expect(found(...file)).toEqual([]);
  });
});

describe('what only resembles it is found', () => {
  test.each<Parameters<typeof observeFile>>([
    ['d.yaml', annotated('shop.io/secret-token', random)],
    ['d.yaml', annotated('db-password-hash', 'Feldsalat22')],
    ['c.yaml', config('DB_PASSWORD: PBKDF2WithWiesenblume99')],
    ['c.yaml', config(`token: ${broken}`)],
    ['c.yaml', config('# password: Zq7vR2mKx9TbW4nL')],
    ['values.yaml', `auth:\n  tokens:\n  - ${random}\n`],
    ['values.yaml', `s3: {secretName: backup, secretKey: ${random}}\n`],
    ['values.yaml', `apiKeys:\n  reader: ${random}\n`],
    ['values.yaml', 'passwords:\n  tom: Feldsalat-22x\n'],
    ['minutes.md', `see https://api.acme.test/hook?token=${random}${random}\n`, 'text'],
    ['a.env', 'LOG=info\npasswd = 6m2IhWle2J8J.X838AJEu.8iF.IcQY\n', 'text'],
    ['app.conf', '//registry.npmjs.org/:_authToken=743b294a-cd03-41ec-9d64-7342ac128f02\n', 'text'],
    ['app.conf', `password = config.${random}.jane-x\n`, 'text'],
    ['app.conf', 'password = Sommer-nacht9.Wiese-blume\n', 'text'],
    ['opers.conf', '<oper name="jane" password="&Wiesenblume99">\n', 'text'],
    ['Makefile', `deploy:\n\thelm upgrade x . --set auth.password=${random}\n`, 'text'],
  ])('%s %s', (...file) => {
    expect(found(...file)).toHaveLength(1);
  });
});

describe('a Secret holds only plain values where nothing else is in it', () => {
  const secret = (body: string) =>
    fileSide('s.yaml', `apiVersion: v1\nkind: Secret\nmetadata: {name: db}\nstringData:\n${body}`);
  test.each([
    ['a host next to a password', '  password: Saatkraehe78x\n', '  password: Saatkraehe78x\n  host: db-new\n', 0],
    [
      'a URL taken apart',
      '  url: postgres://app:Saatkraehe78x@db-old/x\n',
      '  host: db-new\n  password: Saatkraehe78x\n',
      0,
    ],
    ['a host alone', '  password: Saatkraehe78x\n', '  host: db-new\n', 1],
  ])('%s', (_, before, after, expected) => {
    const { plaintext, placeholder } = observe(touched('s.yaml', secret(before), secret(after)));
    expect(plaintext).toEqual([]);
    expect(placeholder).toHaveLength(expected);
  });
});

test.each([
  ['NFS_ROOTDIR: /mnt/atlas/k8s', 0],
  ['DB_PORT_NUMBER: "3306"', 0],
  [`NFS_ROOTDIR: ${random}`, 1],
  ['DB_PORT_NUMBER: Feldsalat22x', 1],
])('a Secret that takes its secrets from elsewhere, and holds %s', (line, expected) => {
  const text = `apiVersion: v1\nkind: Secret\nmetadata: {name: db}\nstringData:\n  DOMAIN: \${SECRET_DOMAIN}\n  ${line}\n`;
  expect(found('s.yaml', text)).toHaveLength(expected);
});

test('the lines of a private key in a Secret are one secret, whatever is in them', () => {
  const lines = [
    'MIIEogIBAAKCAQEA2OB2HcE60ySfpWTouCqd2mh7RkMwqllT7PfAoPk9szoWh0kT',
    '+bFZihd4PbvNK/svltyWY+c39ee7Go+YD846AZXWlI3qZFxsQLVQhmjR6jPWq1sT',
  ];
  const pem = `-----BEGIN RSA PRIVATE KEY-----\n${lines.join('\n')}\n-----END RSA PRIVATE KEY-----\n`;
  const text = `apiVersion: v1\nkind: Secret\nmetadata: {name: ca}\ndata:\n  ca.key: ${Buffer.from(pem).toString('base64')}\n`;
  expect(found('s.yaml', text)).toEqual(['Secret ca: data["ca.key"] holds a private key.']);
  const besides = Buffer.from(`${pem}# password of the key\nZq7vR2mKx9TbW4nL\n`).toString('base64');
  expect(found('s.yaml', text.replace(/ca\.key: .*/, `ca.key: ${besides}`))).toHaveLength(2);
});
