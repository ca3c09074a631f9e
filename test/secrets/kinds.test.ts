import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { fileSide, observe, observeFile, touched } from './evidence.ts';

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
    ['NEO4J_AUTH', 'neo4j/Kupferkanne12'],
    ['BASIC_AUTH', 'bot:Wiesenblume99'],
    ['BASIC_AUTH', 'bot:wiesenblume99'],
    ['passphrase', 'correct horse battery staple'],
    ['password', 'blue Tram 45 to Ottakring'],
  ])('%s: %s', (key, value) => {
    expect(observeFile('c.yaml', configMap(key, value)).plaintext).toHaveLength(1);
  });
});

describe('names are not values', () => {
  test.each([
    ['token', 'Api-Token-v2'],
    ['tokenSecret', 'shop/Api-Token-v2'],
    ['basicAuth', 'shop/grafana-login-2'],
    ['auth', 'shop/users1'],
    ['BASIC_AUTH', 'proxy:8080'],
    ['credentials', 'shop:secret2'],
    ['tlsSecret', 'web-acme-test-tls-7f9c2'],
    ['update_password', 'on_create'],
    ['admin.passwordMtime', '2023-02-03T04:05:06Z'],
    ['admin.passwordMtime', '2021-01-12T19:01:39EST'],
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
  test.each([
    ['c.yaml', 'level: info\nfoo: hunter2\n'],
    ['c.yaml', 'foo: hunter2'],
    ['c.ini', '[shop]\nfoo = hunter2\nmode = fast\n'],
    ['c.properties', 'shop.foo=s3cr3t\nlog.level=info\n'],
    ['c.json', '{"shop": {"foo": "hunter2", "mode": "fast"}}'],
    ['c.xml', '<shop><foo>hunter2</foo><mode>fast</mode></shop>'],
    ['c.conf', 'foo hunter2\nlevel info\n'],
    ['.env', 'FOO=hunter2\nLOG=info\n'],
    ['server.xml', '<Connector port="8443" keystoreFile="/k.jks" keystorePass="Specht-77-Holz" />\n'],
  ])('a word that somebody made up under a key that says nothing, in %s: %j', (name, text) => {
    expect(observeFile('s.yaml', secretFile(name, text)).plaintext.map(({ severity }) => severity)).toEqual([
      'critical',
    ]);
    const kustomization = 'secretGenerator: [{name: x, files: [FILE]}]\n'.replace('FILE', name);
    const generated = observe(
      touched('a/kustomization.yaml', undefined, fileSide('a/kustomization.yaml', kustomization)),
      touched(`a/${name}`, undefined, fileSide(`a/${name}`, text, 'text')),
    );
    expect(generated.plaintext.map(({ severity }) => severity)).toEqual(['critical']);
    // In a ConfigMap a key must speak of a credential.
    expect(observeFile('c.yaml', configMap(name, text)).plaintext).toHaveLength(text.includes('Pass=') ? 1 : 0);
  });
  test.each([
    ['wifi.yaml', 'ssid: shop\npsk: steinhuder meer\n'],
    ['wpa_supplicant.conf', 'network={\n  ssid="shop"\n  psk="nebelhorn am see 7"\n}\n'],
    ['c.yaml', 'ssid: shop\npassword: chiemsee im winter\n'],
  ])('a passphrase of several words in %s: %j', (name, text) => {
    expect(observeFile('s.yaml', secretFile(name, text)).plaintext.map(({ severity }) => severity)).toEqual([
      'critical',
    ]);
  });
  test.each([
    ['alertmanager.yaml', 'route:\n  receiver: team2\nreceivers:\n- name: team2\n'],
    ['c.yaml', 'engine: postgres15\nregion: eastus2\nhost: db1.shop.svc\ntls: v1.2\nstorage: ext4\nx: http2\n'],
    ['c.yaml', 'pipelinePath: mlpipeline7\nS3BUCKET: wombat42\n'],
    ['c.yaml', 'shop: badger77\nfront:\n  uses: badger77\n'],
    [
      'broker.properties',
      'securityRoles.#.group1.createNonDurableQueue=true\nHAPolicyConfiguration=PRIMARY\nHAPolicyConfiguration.waitForActivation1=true\n',
    ],
    [
      'site.xml',
      '{{- if .Values.x }}\n<name>fs.secret.key</name>\n<value>{{ print "{{ SECRET }}" }}</value>\n{{- end }}\n',
    ],
  ])('what names things in %s: %j', (name, text) => {
    expect(observeFile('s.yaml', secretFile(name, text)).plaintext).toEqual([]);
  });
  const token = 'q8Zr4Lm2Vt6Ny1Kx9Pw3Js5D';
  test.each([
    ['config.json', JSON.stringify({ password: 'Hermelin77x', db: { token } }), 2],
    ['config.json', JSON.stringify({ credHelpers: {}, apiKey: token }), 1],
    [
      'config.json',
      JSON.stringify({ auths: { 'r.io': { username: 'a', password: 'Hermelin77x' } }, apiKey: token }),
      2,
    ],
    ['config.json', JSON.stringify({ auths: { 'r.io': { username: 'a', password: 'Hermelin77x' } } }), 1],
    ['.dockercfg', JSON.stringify({ 'r.io': { auth: Buffer.from('a:Hermelin77x').toString('base64') } }), 1],
    [
      'settings.php',
      `<?php\n$x = ['username' => 'x', 'password' => 'Ostwindig55'];\ndefine('DB_PASSWORD', 'Westwindig44');\n`,
      2,
    ],
    ['app.py', `password = "Singschwan92x"\nconnect("db", "app", "${token}Qg")\n`, 2],
    ['haproxy.cfg', 'stats auth admin:Grubenlicht4\nuserlist u\n  user tom insecure-password lampion88\n', 2],
  ])('each literal counts, also next to another, in %s: %s', (name, text, count) => {
    const { plaintext } = observeFile('s.yaml', secretFile(name, text));
    expect(plaintext.map(({ severity }) => severity)).toEqual(Array.from({ length: count }, () => 'critical'));
  });
  test('what a tolerant reading leaves out is read all the same', () => {
    const text = 'host: db\n\tSchneegans99xZ\nport: 1\n';
    expect(observeFile('s.yaml', secretFile('c.yaml', text)).plaintext).toHaveLength(1);
  });
  test('templates, channels and links are no made-up words', () => {
    const text = `route:\n  receiver: team-x1\nreceivers:\n- name: team-x1\n  slack_configs:\n  - channel: '#alerts-prod1'\n    title: '{{ .Status }}'\n# see\n    title_link: https://docs.acme.test/${'a-long-page-2/'.repeat(20)}\n`;
    expect(observeFile('s.yaml', secretFile('alertmanager.yaml', text)).plaintext).toEqual([]);
  });
  test('a placeholder hides nothing next to it', () => {
    const text = `password = changeme\nlogin bot ${token}Qg\n`;
    expect(observeFile('s.yaml', secretFile('app.lua', text)).plaintext).toHaveLength(1);
  });
  test.each([
    ['nginx.conf', 'proxy_set_header X-Api-Key "Bekassine77xQ";\n', 'proxy_read_timeout 30s;\n'],
    ['ipsec.secrets', '10.0.0.1 10.0.0.2 : PSK "Uferlaeufer77"\n', '# further peers\n'],
    ['chap-secrets', 'tom * Zeisig77xQ *\n', '# users\n'],
    ['.pgpass', 'db:5432:app:app:wiesenblume\n', 'other:5432:app:app:*\n'],
    ['.netrc', 'machine a login b password Zeisig77xQ\n', '# more\n'],
    [
      'Caddyfile',
      `a.io {\n  basic_auth {\n    bob $2a$14$${'q8Zr4Lm2Vt6Ny1Kx9Pw3Js5D'.repeat(3).slice(0, 53)}\n  }\n}\n`,
      'b.io\n',
    ],
  ])('a further line in %s makes its secret no new one', (name, text, more) => {
    const side = (content: string) => fileSide('a/s.yaml', secretFile(name, content));
    expect(observe(touched('a/s.yaml', undefined, side(text))).plaintext).toHaveLength(1);
    expect(observe(touched('a/s.yaml', side(text), side(text + more))).plaintext).toEqual([]);
  });
  test.each([
    ['.pgpass', 'HOST:5432:app:app:wiesenblume\n'],
    ['.pgpass', 'HOST:5432:app:app:Zeisig77xQ\nb:1:*:*:Zeisig78xQ\n'],
    ['.netrc', 'machine HOST login b password Zeisig77xQ\n'],
    ['userlist.txt', '"HOST" "Zeisig77xQ"\n'],
  ])('nor does another host in %s: %j', (name, text) => {
    const side = (host: string) => fileSide('a/s.yaml', secretFile(name, text.replace('HOST', host)));
    expect(observe(touched('a/s.yaml', undefined, side('db1'))).plaintext.length).toBeGreaterThan(0);
    expect(observe(touched('a/s.yaml', side('db1'), side('db2'))).plaintext).toEqual([]);
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
    ['postgres://app:wiesen#blume@db.acme.test:5432/app', 1],
    ['amqp://app:wiesen/blume@mq', 1],
    ['redis://:wiesen?blume@cache:6379/0', 1],
    ['https://bot:Specht-77/Holz@git.acme.test/x.git', 1],
    ['https://shop.acme.test:PORT/users@acme.test', 0],
    [`postgres://app:\${DB_PASSWORD}@db.acme.test/app#x@y`, 0],
    [`postgres://app:Specht-77\${SUFFIX}@db.acme.test/app`, 1],
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
    `etcdctl --user root:${pw} get /`,
    `mc alias set m https://x admin ${pw}`,
    `mongosh -u root -p ${pw} shop`,
    `rabbitmqctl add_user bot ${pw}`,
    `smbclient //host/x -U bot%${pw}`,
    `lftp -u bot,${pw} sftp://x`,
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

test.each([
  ['.npmrc', '//r.acme.test/:_auth=Ym90OlJlZ2VucGZlaWZlcjkw\n'],
  ['.npmrc', '//r.acme.test/:username=bot\n//r.acme.test/:_password=UmVnZW5wZmVpZmVyODk=\n'],
  ['values.yaml', 'auth: {password: Kampflaeufer92, user: x}\n'],
])('%s of %j holds a password, in a ConfigMap too', (name, text) => {
  expect(observeFile('c.yaml', configMap(name, text)).plaintext).toHaveLength(1);
});

describe('what the shell or a framework fills in', () => {
  const pw = 'Zk9vQ3mX7pLw';
  test.each([
    ['a.sh', `DB_PASSWORD="${pw}$SUFFIX"`, 1],
    ['a.sh', `DB_PASSWORD='Wald#Zeder15$1'`, 1],
    ['a.sh', 'DB_PASSWORD="prefix-$SUFFIX"', 0],
    ['a.sh', 'TOKEN="$(cat /run/secrets/token)"', 0],
    ['a.sh', `curl -u "${pw}:" https://api.acme.test`, 1],
    ['a.sh', 'curl -u admin: https://api.acme.test', 0],
    ['a.sh', 'htpasswd -b file user1 $PASS\nelse\nfi', 0],
    ['application.yml', `db:\n  password: \${DB_PASSWORD:${pw}}\n`, 1],
    ['application.properties', `db.password=\${DB_PASSWORD:${pw}}`, 1],
    ['a.sh', `DB_PASSWORD=\${PGPASSWORD:-${pw}}`, 1],
    ['a.sh', `DB_PASSWORD=\${PGPASSWORD:-$FALLBACK}`, 0],
    ['a.sh', `DB_PASSWORD=\${PGPASSWORD:0:12}`, 0],
    ['application.yml', `db:\n  password: \${shop.db.password:${pw}}\n`, 1],
    ['application.yml', `db:\n  password: \${DB_PASSWORD:}\n  token: \${env:DB_PASSWORD}\n`, 0],
    ['main.tf', `x = "postgres://\${module.a-b.user}:\${module.a-b.password}@\${module.a-b.host}/x"`, 0],
    ['a.json', '{"auth": "{{(printf \\"%s:%s\\" .user .password) | b64enc }}"}', 0],
    ['a.json', `{"p\\u0061ssw\\u006frd": "${pw}"}`, 1],
  ])('%s: %s', (name, text, count) => {
    expect(observeFile('c.yaml', configMap(name, `${text}\n`)).plaintext).toHaveLength(count);
  });
});

describe('values of known forms', () => {
  const token = 'oj9Yoyq0zmOyWmPPob1aoY5YSNNuJ0fbZSOURBlX';
  test.each([
    ['a.env', `CLOUDFLARE=${token}`, 1],
    ['a.env', 'HEROKU_KEY=5c1d0a7e-93b4-4c8e-a2f6-7d81b3f0c954', 1],
    ['a.env', 'ZOHO_API_KEY=1000.1fa6966eafbb115624baa4103269e50e.e57d155232227b4e41fa7dd2b88dd4d4', 1],
    ['a.env', 'API_KEY=config.shop.key', 0],
    ['a.env', `API_KEY=-${token}`, 1],
    ['a.env', 'SLACK_TOKEN=xoxp-572370529330-573807301142-572331691188-########', 0],
    ['a.env', 'SERVICE_TOKEN=ops_eyJzaWduSW5BZGRyZXNzIjoiaHR0cHM6...', 0],
  ])('%s: %s', (name, text, count) => {
    expect(observeFile(name, `LOG=info\n${text}\n`, 'text').plaintext).toHaveLength(count);
  });
  test('what is not quoted in Jsonnet is an expression', () => {
    const text = `{ kind: 'Secret', apiVersion: 'v1', stringData: {\n  a: std.base64($.ca),\n  alertmanagers: [{\n} }\n`;
    expect(observeFile('a.libsonnet', text, 'text').plaintext).toEqual([]);
  });
  test('an AWS secret access key is called so in a Secret, as elsewhere', () => {
    const [found] = observeFile('s.yaml', secretFile('AWS_SECRET_ACCESS_KEY', token)).plaintext;
    expect([found?.message, found?.severity]).toEqual([
      'Secret s: stringData.AWS_SECRET_ACCESS_KEY holds an AWS secret access key.',
      'critical',
    ]);
  });
  test('a key in base64 of DER is whole to its last short line', () => {
    const der = generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey.export({ type: 'pkcs8', format: 'der' });
    const body = der.toString('base64');
    for (const width of [48, 60, 64, 76]) {
      const lines = (body.match(new RegExp(`.{1,${width}}`, 'g')) ?? []).map((line) => `    ${line}`).join('\n');
      expect(observeFile('values.yaml', `pem:\n  x: |\n${lines}\n`).plaintext).toHaveLength(1);
    }
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
