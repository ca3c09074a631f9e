import { describe, expect, test } from '@jest/globals';
import { observeFile } from './evidence.ts';

const configMap = (key: string, value: string): string =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata:\n  ${JSON.stringify(key)}: ${JSON.stringify(value)}\n`;
const secretFile = (name: string, text: string): string =>
  `apiVersion: v1\nkind: Secret\nmetadata: {name: s}\nstringData:\n  ${JSON.stringify(name)}: ${JSON.stringify(text)}\n`;

describe('passwords that people made up under token-like keys', () => {
  test.each([
    ['token', 'MySecretToken2024!'],
    ['clientSecret', 'q8Xz-Tannenbaum-45'],
    ['apiKey', 'Zeder-Wald-99-xk'],
    ['credentials', 'bot:Wald-Zeder-15-pp'],
    ['NEO4J_AUTH', 'neo4j/Wald-Zeder-15-pp'],
    ['passphrase', 'correct horse battery staple'],
  ])('%s: %s', (key, value) => {
    expect(observeFile('c.yaml', configMap(key, value)).plaintext).toHaveLength(1);
  });
});

describe('names are not values', () => {
  test.each([
    ['token', 'Api-Token-v2'],
    ['tokenSecret', 'shop/Api-Token-v2'],
    ['tlsSecret', 'web-acme-test-tls-7f9c2'],
    ['update_password', 'on_create'],
    ['admin.passwordMtime', '2023-02-03T04:05:06Z'],
    ['password', 'docs/user/password.md'],
    ['vaultSecret', 'kv-v2/data/shop/Prod-Db1#password'],
    ['password', 'Set the password of the user'],
  ])('%s: %s', (key, value) => {
    expect(observeFile('c.yaml', configMap(key, value)).plaintext).toEqual([]);
  });
});

describe('a file inside a Secret', () => {
  test.each([
    'bindPW: hunter2',
    'pw: hunter2',
    'psk: hunter2',
    'preshared_key: hunter2',
    'community: hunter2',
    'pin: 4711',
  ])('%s is a secret in it', (line) => {
    const [found, ...more] = observeFile('s.yaml', secretFile('c.yaml', `host: db\n${line}\nport: 1\n`)).plaintext;
    expect([found?.severity, more.length]).toEqual(['critical', 0]);
  });
  test('an HAProxy statistics page', () => {
    const text = 'listen stats\n  bind *:8404\n  stats enable\n  stats auth admin:Hw83kQpz0\n';
    expect(observeFile('s.yaml', secretFile('haproxy.cfg', text)).plaintext).toHaveLength(1);
  });
  test('plain configuration', () => {
    const text =
      'route:\n  receiver: Default\n  group_wait: 30s\n  url: https://x.acme.test/hook\n  severity: critical\n';
    expect(observeFile('s.yaml', secretFile('alertmanager.yaml', text)).plaintext).toEqual([]);
  });
});

describe('the password of a URL', () => {
  test.each([
    ['postgres://user:password@Xq7vNp2LmWd4@db.acme.test/app', 1],
    ['https://bot:%3Cpassword%3E@git.acme.test/x.git', 0],
    ['https://bot:%24%7BTOKEN%7D@git.acme.test/x.git', 0],
    ['https://<user>:<password>@git.acme.test/x.git', 0],
    ['https://bot:********@git.acme.test/x.git', 0],
    ['postgres://app:s3cr3t-Pw@db.example.com/app', 0],
    ['postgres://app:s3cr3t-Pw@db.acme.test/app', 1],
    ['postgres://{{ .Values.user }}:s3cr3t-Pw@db.acme.test/app', 1],
  ])('%s', (value, count) => {
    expect(observeFile('c.yaml', configMap('address', value)).plaintext).toHaveLength(count);
  });
});

describe('a command is read alike wherever it is', () => {
  const pw = 'Zk9vQ3mX7pLw';
  const commands = [
    `curl -u admin:${pw} https://x`,
    `mysqldump -u root -p${pw} shop`,
    `docker login -u ci -p ${pw} r.corp`,
    `redis-cli -a ${pw} ping`,
    `kubectl create secret generic x --from-literal=anything=${pw}`,
    `helm upgrade x y --set auth.rootPassword=${pw}`,
    `echo ${pw} | docker login -u ci --password-stdin r.corp`,
    `htpasswd -nb admin ${pw}`,
  ];
  test.each(commands)('%s', (command) => {
    const job = `apiVersion: batch/v1\nkind: Job\nmetadata: {name: j}\nspec: {template: {spec: {containers: [{name: a, command: [sh, -c, ${JSON.stringify(command)}]}]}}}\n`;
    const lines = [
      observeFile('a.sh', `#!/bin/sh\necho a\n${command}\n`, 'text').plaintext.map((found) => found.position?.line),
      observeFile('Makefile', `all:\n\techo a\n\t${command}\n`, 'text').plaintext.map((found) => found.position?.line),
      observeFile('Dockerfile', `FROM x\nUSER 1\nRUN ${command}\n`, 'text').plaintext.map(
        (found) => found.position?.line,
      ),
    ];
    expect(lines).toEqual([[3], [3], [3]]);
    expect(observeFile('c.yaml', configMap('run.sh', `#!/bin/sh\n${command}\n`)).plaintext).toHaveLength(1);
    expect(observeFile('j.yaml', job).plaintext).toHaveLength(1);
  });
  test('a manifest in a here-document', () => {
    const text = `#!/bin/sh\nkubectl apply -f - <<EOF\napiVersion: v1\nkind: Secret\nmetadata: {name: s}\nstringData:\n  x: hunter2hunter\nEOF\n`;
    expect(observeFile('a.sh', text, 'text').plaintext.map((found) => found.position?.line)).toEqual([7]);
  });
});

describe('well-known default passwords', () => {
  test('in values they are low', () => {
    const { plaintext, placeholder } = observeFile('values.yaml', 'auth:\n  rootPassword: minioadmin\n');
    expect([plaintext.length, placeholder.length]).toEqual([0, 1]);
  });
  test('in a Secret they are high', () => {
    const { plaintext } = observeFile('s.yaml', secretFile('password', 'changeit'));
    expect(plaintext.map(({ severity }) => severity)).toEqual(['high']);
  });
});
