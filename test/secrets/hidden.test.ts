import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { readFile } from '../../src/kube/read-file.ts';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import { observe, observeFile, touched } from './evidence.ts';

const secret = 'Zq7vR2mKx9TbW4nL';
const phrase = 'Tr0ub4dor-and-3';
const b64 = (text: string): string => Buffer.from(text).toString('base64');
const q = (text: string): string => JSON.stringify(text);
const configMap = (key: string, value: string): string =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata:\n  ${q(key)}: ${q(value)}\n`;
const env = (name: string, value: string): string =>
  `apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec:\n  containers:\n  - name: a\n    env:\n    - name: ${name}\n      value: ${q(value)}\n`;
const pod = (body: string): string =>
  `apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec:\n  containers:\n  - name: a\n${body}`;
const manifest = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata:\n  a: b';
const messages = (path: string, text: string): string[] => observeFile(path, text).plaintext.map((one) => one.message);

describe('a password in a comment', () => {
  test.each([
    ['of its own', `${manifest}\n# password: ${phrase}\n`],
    ['as an assignment', `${manifest}\n  # DB_PASSWORD=S3cr3tPassw0rd!\n`],
    ['behind a value', `${manifest} # api_key: ${secret}${secret}\n`],
    ['of a list item', `${manifest}\n# - name: DB_PASSWORD\n#   value: ${secret}\n`],
  ])('%s is found', (_, text) => {
    const [observation] = observeFile('x.yaml', text).plaintext;
    expect(observation?.message).toMatch(/looks like a credential/);
    expect(observation?.position?.line).toBeGreaterThan(4);
  });

  test.each([
    'password: the password of the user, defaults to admin',
    'token: your-token-here',
    '@param auth.password Password for the user',
    'password: changeme',
    'password: "password"',
    'secretKey: my-secret-key',
    'Password: see vault',
    'token: rotates weekly',
    'passwordKey: postgres-password',
    'NOTE password: must be at least 8 characters',
    'secret: foo/bar-1',
  ])('# %s is silent', (comment) => {
    expect(messages('values.yaml', `auth:\n  # ${comment}\n  existingSecret: x\n`)).toEqual([]);
  });
});

describe('a name of a file', () => {
  test('whose value is not a path is found', () => {
    expect(messages('x.yaml', env('DB_PASSWORD_FILE', `${secret}${secret}`))).toHaveLength(1);
  });
  test.each(['/run/secrets/db', 'secrets/db.txt', 'password.txt', 'C:\\secrets\\db.txt', '$(DIR)/db', 'file:///run/t'])(
    '%s is silent',
    (value) => {
      expect(messages('x.yaml', env('DB_PASSWORD_FILE', value))).toEqual([]);
    },
  );
});

describe('an encoding hides nothing', () => {
  const lines = `DB_HOST=db\nDB_PASSWORD=${secret}\n`;
  test.each([
    ['base64', b64(lines)],
    ['base64 without padding', b64(lines).replaceAll('=', '')],
    ['base64 of base64', b64(b64(lines))],
    ['base64 over lines', b64(`${'#'.repeat(90)}\n${lines}`).replace(/(.{76})/g, '$1\n')],
    ['hex', Buffer.from(lines).toString('hex')],
    ['gzip', gzipSync(lines).toString('base64')],
  ])('%s', (_, value) => {
    expect(messages('x.yaml', configMap('x', value))).toHaveLength(1);
  });

  test.each([
    ['UTF-16 without a mark', 2, false],
    ['UTF-32', 4, false],
    ['UTF-32 with a mark', 4, true],
    ['UTF-32, big-endian', -4, true],
  ])('%s', (_, width, isMarked) => {
    const text = `${isMarked ? '\uFEFF' : ''}apiVersion: v1\nkind: Secret\nmetadata: {name: s}\nstringData:\n  x: ${secret}\n`;
    const units = [...text].map((character) => {
      const unit = Buffer.alloc(Math.abs(width));
      unit.writeUInt16LE(character.charCodeAt(0));
      return width < 0 ? unit.reverse() : unit;
    });
    const bytes = Buffer.concat(units);
    const file = { path: 'x.yaml', mode: '100644', id: 'x', size: bytes.length, bytes, why: undefined };
    const after = readFile({ ...file, isTemplate: false, isNamed: false, limits: defaultPolicy.limits });
    expect(observe(touched('x.yaml', undefined, after)).plaintext).toHaveLength(1);
  });
});

describe('whatever notation gives a value to a name', () => {
  test.each([
    ['.netrc', `machine api.example.org login me password ${phrase}`],
    ['.pgpass', `db.example.org:5432:shop:app:${phrase}`],
    ['.pgpass', `*:*:*:app:${phrase}\\:x\n`],
    ['Caddyfile', `a.example.org {\n  tls {\n    dns cloudflare ${secret}${secret}\n  }\n}\n`],
    ['app.toml', `[db]\npassword = """${phrase}"""\nport = 1\n`],
    ['app.toml', `[db]\npassword = '''\n${phrase}'''\nport = 1\n`],
    ['app.toml', `[db]\npassword = """\\\n    ${phrase}\n"""\nport = 1\n`],
    ['app.toml', `[auth]\ntokens = ["${secret}", "x"]\n`],
    ['settings.py', `DB_PASSWORD = """${phrase}"""\n`],
    ['a.tfvars', `db_password = <<-EOT\n  ${phrase}\nEOT\n`],
    ['.npmrc', `//registry.npmjs.org/:_authToken=${secret}${secret}\n`],
    ['userlist.txt', `"app" "${phrase}"\n`],
    ['redis.conf', `port 6379\nrequirepass ${phrase}\n`],
    ['haproxy.cfg', `userlist u\n  user admin insecure-password ${phrase}\n`],
    ['fluent.conf', `<match>\n  password ${phrase}\n  host es\n</match>\n`],
    ['init.sql', `CREATE USER app WITH PASSWORD '${phrase}';\n`],
    ['grant.sql', `ALTER USER app IDENTIFIED BY '${phrase}';\n`],
    ['settings.py', `DB_PASSWORD = os.environ.get("X", "${phrase}")\n`],
    ['config.php', `<?php\ndefine('DB_PASSWORD', '${phrase}');\n`],
    ['main.go', `var dbPassword string = "${phrase}"\n`],
    ['Main.java', `System.setProperty("DB_PASSWORD", "${phrase}")\n`],
    ['app.config', `<add key="Password" value="${phrase}" />`],
    ['c.xml', `<c>\n<dbPassword>\n  ${phrase}\n</dbPassword>\n</c>\n`],
    ['appsettings.json', `{"ConnectionStrings": {"Default": "Server=db;User Id=sa;Password=${phrase};"}}`],
    ['jwk.json', `{"kty": "oct", "k": "${secret}${secret}"}`],
  ])('%s', (key, text) => {
    expect(messages('x.yaml', configMap(key, text))).toHaveLength(1);
  });

  test.each([
    `jdbc:mysql://db/x?user=a&password=${phrase}`,
    `jdbc:oracle:thin:scott/${phrase}@//db:1521/x`,
    `root:${phrase}@tcp(db:3306)/x`,
    `host=db user=a password=${phrase} dbname=x`,
    `Server=db;Database=x;User Id=sa;Password=${phrase};`,
    `https://example.org/hook?token=${secret}`,
    `dbPassword = "${phrase}"`,
  ])('%s', (value) => {
    expect(messages('x.yaml', env('CONNECTION', value))).toHaveLength(1);
  });

  test.each([
    [`[redis-cli, -a, ${phrase}, ping]`],
    [`[mysqladmin, ping, "-uroot", "-p${phrase}"]`],
    [`[curl, -u, "me:${phrase}", "https://x"]`],
    [`[curl, -H, "X-Api-Key: ${secret}", "https://x"]`],
  ])('a command in parts: %s', (command) => {
    expect(messages('x.yaml', pod(`    command: ${command}\n`))).toHaveLength(1);
  });

  test.each(['value: |\n        ', 'value: |+\n        ', 'value: >-\n        '])('a block scalar %j', (block) => {
    expect(messages('x.yaml', pod(`    env:\n    - name: API_TOKEN\n      ${block}${secret}\n`))).toHaveLength(1);
  });

  test('a password over two lines', () => {
    expect(messages('x.yaml', configMap('password', `${secret}\n${phrase}\n`))).toHaveLength(1);
  });

  test('a token over two lines', () => {
    const token = `glpat-${secret}${secret.slice(0, 4)}`;
    const text = `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata:\n  t: >-\n    ${token.slice(0, 14)}\n    ${token.slice(14)}\n`;
    expect(messages('x.yaml', text)).toEqual([expect.stringContaining('a GitLab personal access token')]);
  });

  test('a key', () => {
    const [message] = messages('x.yaml', configMap(`password=${secret}`, 'a'));
    expect(message).toContain('ConfigMap c');
    expect(message).not.toContain(secret);
  });

  test.each([
    'redis://cache:6379/0',
    'https://example.org/login?next=/home&theme=dark',
    'Set the password with --password or DB_PASSWORD before the first start',
    'r.io/token@sha256:0a1b2c3d0a1b2c3d0a1b2c3d0a1b2c3d0a1b2c3d0a1b2c3d0a1b2c3d0a1b2c3d',
    'the token: a value that identifies the user',
    'password_hash = crypt(password)',
    'note = """\\n  Set the password in the store\\n"""',
    `password = """\${DB_PASSWORD}"""`,
    'http://shop.svc:8080/users/@me',
    'https://git.acme.test:8443/a/b@v1.2.3',
    'http://shop.svc:$PORT/login?mail=a.b@acme.test',
    'oci://registry.acme.test:5000/shop/app@sha256:0a1b2c3d',
  ])('%s is silent', (value) => {
    expect(messages('x.yaml', env('TEXT', value))).toEqual([]);
  });
});

describe('a JSON patch', () => {
  const patch = (kind: string): string =>
    `patches:\n- target: {kind: ${kind}}\n  patch: |-\n    - op: add\n      path: /data/x\n      value: ${b64(phrase)}\n`;
  test('on the data of a Secret is read as one', () => {
    expect(messages('kustomization.yaml', patch('Secret'))).toHaveLength(1);
  });
  test('that brings all of stringData is one on a Secret', () => {
    const text = `patches:\n- patch: |-\n    - op: add\n      path: /stringData\n      value:\n        x: ${phrase}\n`;
    expect(messages('kustomization.yaml', text)).toHaveLength(1);
  });
  test('on the data of a ConfigMap is not', () => {
    expect(messages('kustomization.yaml', patch('ConfigMap'))).toEqual([]);
  });
});

test('a report of an analyzer is not a manifest full of secrets', () => {
  const help = `\`\`\`yaml\n- name: DB_PASSWORD\n  value: ${phrase}\n\`\`\`\n`;
  const report = JSON.stringify({
    version: '2.1.0',
    runs: [{ tool: { driver: { name: 'x', rules: [{ id: 'r', help: { text: help } }] } }, results: [] }],
  });
  expect(messages('report.json', report)).toEqual([]);
});

describe('a password in JSON that is too deep to be parsed', () => {
  const deep = (inner: string) => `${'{"a":'.repeat(20_000)}${inner}${'}'.repeat(20_000)}`;
  const seen = (text: string) => {
    const bytes = Buffer.from(text);
    const content = { path: 'conf/b.json', mode: '100644', id: 'a', size: bytes.length, bytes };
    const side = readFile({ ...content, isTemplate: false, isNamed: false, limits: defaultPolicy.limits });
    return observe(touched('conf/b.json', undefined, side)).plaintext.map(({ message }) => message);
  };
  test.each([
    ['behind all that', deep(`{"password":"${secret}"}`)],
    ['before it', `{"db":{"password":"${secret}"},\n"z":${deep('1')}}`],
    ['on one line', `{"db":{"password":"${secret}"},"z":${deep('1')}}`],
  ])('%s is found', (_, text) => {
    expect(seen(text)).toEqual([expect.stringContaining('looks like a credential')]);
  });
  test('in a comment of any length is none', () => {
    expect(seen(`${deep('1')}\n// ${'x '.repeat(20_000)} {"password":"${secret}"}\n`)).toEqual([]);
  });
});
