import { describe, expect, test } from '@jest/globals';
import { fileSecrets, objectSecrets } from '../../src/secrets/judge/file-secrets.ts';
import { judgeCommand, judgeComments, judgeField, judgeFile, mayBeCode } from '../../src/secrets/judge/judge.ts';
import { judgeEncodedSecret, judgeSecret, whole } from '../../src/secrets/judge/judge-secret.ts';
import type { SecretMatch } from '../../src/secrets/judge/secret-occurrence.ts';
import type { FieldKind } from '../../src/secrets/places/place.ts';
import { OwnFormats } from '../../src/secrets/tokens/own-formats.ts';
import { fileSide } from './evidence.ts';
import { crcIn62 } from './format-samples.ts';

const made = 'Zq7vR2mKx9TbW4nL';
const b64 = (content: string | Buffer) => Buffer.from(content).toString('base64');
const noise = (length: number) => Buffer.alloc(length, 0xfe).toString('base64');
const body = 'Zq7vR2mKx9TbW4nLkJ8s0fQ2xv9LrT';
const token = `ghp_${body}${crcIn62(body)}`;
const short = ({ is, secret, inner, offset }: SecretMatch) =>
  [
    is === 'literal' ? '' : is,
    secret.slice(0, 30),
    inner.join('/'),
    offset === undefined ? '' : `${offset.line}:${offset.column}`,
  ]
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();

describe('a field by the role of its place', () => {
  test.each<[FieldKind, string, string, string[]]>([
    ['open', 'password', 'hunter2', ['hunter2']],
    ['open', 'password', 'postgres', []],
    ['deployed', 'password', 'postgres', ['postgres']],
    ['open', 'x', 'DB_PASSWORD=hunter2', ['hunter2 DB_PASSWORD']],
    ['open', 'x', 'DB_PASSWORD="hunter2"', ['hunter2 DB_PASSWORD']],
    ['open', 'x', 'a=hunter2', []],
    ['open', 'password', 'DB_PASSWORD=hunter2', ['DB_PASSWORD=hunter2']],
    ['open', 'x', 'a: 1\npassword: hunter2', ['hunter2 password 2:11']],
    ['open', 'x', '{ "password": "hunter2" }', ['hunter2 password 1:15']],
    ['open', 'x', '[{"password": "hunter2"}]', ['hunter2 []/password 1:15']],
    ['open', 'x', 'the word', []],
    ['open', 'x', token, [`${token.slice(0, 30)} 1:1`]],
    ['open', 'x', b64(`the token is ${token}`), [`${token.slice(0, 30)}`]],
    ['open', 'x', b64('a: 1\npassword: hunter2\n'), ['hunter2 password']],
    ['open', 'x', 'short', []],
    ['open', 'cloudflare', made.repeat(3).slice(0, 40), [made.repeat(3).slice(0, 30)]],
    ['open', 'TOKEN_FILE', made, [made]],
    ['name', 'password', 'hunter2', []],
    ['name', 'x', token, [`${token.slice(0, 30)} 1:1`]],
    ['name', 'x', b64(`the token is ${token}`), [token.slice(0, 30)]],
    ['file', 'a.properties', 'a=1\npassword=hunter2\n', ['hunter2 password 2:10']],
    ['file', 'password', 'postgres', ['postgres']],
    ['manifest', 'x', 'kind: Secret\napiVersion: v1\nstringData: {x: hunter2}\n', ['hunter2 stringData/x 3:17']],
    ['file-base64', 'x', b64('a: 1\npassword: hunter2\n'), ['hunter2 password']],
    ['file-base64', 'x', 'a: 1\npassword: hunter2\n', ['hunter2 password']],
    ['secret', 'x', 'hunter2', ['hunter2']],
    ['secret', 'x', 'changeme', ['placeholder changeme']],
    ['secret-base64', 'x', b64('hunter2'), ['hunter2']],
    ['secret-pair', 'x', 'a=hunter2', ['hunter2']],
    ['secret-pair', 'x', `a='hunter2'`, ['hunter2']],
    ['secret-pair', 'x', 'hunter2', ['hunter2']],
    ['secret-pair', 'x', 'a="hunter2', ['"hunter2']],
    ['secret-patch', 'x', '- {op: add, path: /data/a, value: aHVudGVyMg==}\n', ['hunter2 [/data/a]/value 1:35']],
    ['sealed', 'x', 'hunter2', ['hunter2']],
    ['sealed', 'x', `{{ x }}`, []],
    ['mark', 'app/hash', 'a3f9b2c84d1e', []],
    ['mark', 'app/password-hash', made, []],
    ['mark', 'app/x', 'shop/db, web', []],
    ['mark', 'app/x', '{"password": "hunter2"}', ['hunter2 password 1:14']],
    ['mark', 'app/x', 'a: 1\npassword: hunter2', ['hunter2 password 2:11']],
    ['mark', 'password', 'hunter2', ['hunter2']],
    ['mark', 'app/token', 'Hunter2!', ['Hunter2!']],
    ['mark', 'app/token', made, [made]],
    ['mark', 'app/secret', 'a3f9b2c84d1e70658c5f1b0a7e3d4962', []],
    ['mark', 'app/token', 'a3f9b2c84d1e70658c5f1b0a7e3d4962', ['a3f9b2c84d1e70658c5f1b0a7e3d49']],
    ['command', 'args', 'mysql -phunter2 x', ['hunter2 mysql -p 1:9']],
    ['command', 'args', token, [`${token.slice(0, 30)} 1:1`]],
  ])('%s %s: %j', (role, key, text, found) => {
    expect(judgeField(text, key, role, {}).map(short)).toEqual(found);
  });

  test('an argument follows its flag', () => {
    const of = (text: string, previous?: string) => judgeCommand(text, {}, previous).map(short);
    expect([of('hunter2', '--password'), of('hunter2', '-password'), of('hunter2')]).toEqual([
      ['hunter2'],
      ['hunter2'],
      [],
    ]);
    expect([
      of('-hunter2', '--password'),
      of('hunter2', 'x--password'),
      of('hunter2', '--password x'),
      of('hunter2', '--x'),
    ]).toEqual(Array(4).fill([]));
  });

  test('a script feeds manifests to its commands', () => {
    const script =
      'set -e\nkubectl apply -f - <<EOF\nkind: Secret\napiVersion: v1\nstringData:\n  x: hunter2\nEOF\nexport DB_PASSWORD=hunter3\n';
    expect(judgeCommand(script, {}).map(short)).toEqual(['hunter2 stringData/x 6:6', 'hunter3 DB_PASSWORD 8:20']);
  });

  test.each([
    ['f(x)', true],
    ['a[0]', true],
    ['a && b', true],
    ['a || b', true],
    ['var.password', true],
    ['xvar.1', false],
    ['settings.db.password', true],
    ['config.db-x.password', true],
    ['db-x.password', false],
    ['settings.', false],
    ['.settings', false],
    ['settings.1a', false],
    ['xconfig.a-b', false],
    ['config.a-b!', false],
    [`settings.${made}`, false],
    ['hunter2', false],
  ])('%s may be code: %s', (value, may) => expect(mayBeCode(value)).toBe(may));

  test('comments assign what is plainly a password', () => {
    const of = (text: string) => judgeComments(text, {}).map(short);
    expect(of('a: 1\n  # password: Hunter2!x\n# password: hunter\n# password: prod2\nb: 2 # token=Zq7vR2mKx9')).toEqual(
      ['Hunter2!x password 2:15', 'Zq7vR2mKx9 token 5:14'],
    );
    expect([of('password: Hunter2!x'), of('# nothing 2 say'), of('# password: $X2')]).toEqual([[], [], []]);
  });

  test('a file counts each value once; one line is a value or says what it is', () => {
    const of = (text: string, key = '', deployed = false) => judgeFile(text, key, {}, deployed).map(short);
    expect(of('password=hunter2\nother_password=hunter2\n')).toEqual(['hunter2 password 1:10']);
    expect(of('hunter2', 'password')).toEqual(['hunter2']);
    expect(of('export DB_PASSWORD=hunter2')).toEqual(['hunter2 DB_PASSWORD 1:20']);
    expect(of('we set the password=hunter2 for all of us')).toEqual([]);
    expect(of('we set the password=Hunter2!x for all of us')).toEqual(['Hunter2!x password 1:21']);
    expect(of('x: {password: hunter2}')).toEqual(['hunter2 x/password 1:15']);
    expect(of(`a\nb ${token}`)).toEqual([`${token.slice(0, 30)} 2:3`]);
    expect(of('machine x login y password hunter2', '.netrc')).toEqual(['hunter2 password 1:19']);
    expect(of('a: |\n  b\n  password: hunter2\n')).toEqual(['hunter2 a/password 3:13']);
  });
});

describe('a field that holds nothing but a secret', () => {
  const of = (text: string, key = 'x', context = {}) =>
    judgeSecret(text, key, context).map(({ is, format, severity, secret }) => [
      is,
      format,
      severity,
      secret.slice(0, 20),
    ]);
  const value = (secret: string) => [['literal', 'secret-value', 'critical', secret]];
  test.each<[string, string, ReturnType<typeof of>]>([
    ['hunter2', 'x', value('hunter2')],
    [' hunter2\n', 'x', value('hunter2')],
    [`\${X:-hunter2}`, 'x', value('hunter2')],
    [`\${X}`, 'x', []],
    ['changeme', 'x', [['placeholder', 'secret-value', 'low', 'changeme']]],
    ['changeme', 'username', [['plain-setting', 'secret-value', 'low', 'changeme']]],
    ['postgres', 'x', [['literal', 'default-password', 'high', 'postgres']]],
    ['shop', 'username', [['plain-setting', 'secret-value', 'low', 'shop']]],
    ['https://db.shop/x', 'x', [['plain-setting', 'secret-value', 'low', 'https://db.shop/x']]],
    ['https://example.com/x', 'x', [['placeholder', 'secret-value', 'low', 'https://example.com/']]],
    ['https://a:changeme@db/x', 'x', [['placeholder', 'secret-value', 'low', 'https://a:changeme@d']]],
    [b64('hunter2hunter2'), 'x', value('hunter2hunter2')],
    [b64('changeme'), 'x', [['placeholder', 'secret-value', 'low', b64('changeme')]]],
    [
      made.repeat(3).slice(0, 40),
      'aws_secret_access_key',
      [['literal', 'aws-secret-access-key', 'critical', made.repeat(3).slice(0, 20)]],
    ],
    [
      '{"auths":{"a.io":{"password":"hunter2"}}}',
      '.dockerconfigjson',
      [['literal', 'registry-login', 'critical', 'hunter2']],
    ],
    ['a: 1\npassword: hunter2\n', 'a.yaml', value('hunter2')],
    ['a=b\nc=d\n', 'a.properties', [['plain-setting', 'secret-value', 'low', 'a=b\nc=d']]],
    ['', 'x', []],
  ])('%j under %s', (text, key, found) => {
    expect(of(text, key)).toEqual(found);
  });

  test.each<[string, string, ReturnType<typeof of>]>([
    [b64('hunter2'), 'x', value('hunter2')],
    ['hunter2!', 'x', value('hunter2!')],
    ['{{ .x }}', 'x', []],
    ['password', 'x', [['placeholder', 'secret-value', 'low', 'password']]],
    [noise(20), 'x', value(noise(20).slice(0, 20))],
    [b64(Buffer.from('3082010030820080fefe', 'hex')), 'tls.crt', []],
    [b64(`the token is ${token} x`), 'x', value('')],
  ])('in base64 %j under %s', (text, key, found) => {
    const all = judgeEncodedSecret(text, key, {}).map(({ is, format, severity, secret }) => [
      is,
      format,
      severity,
      secret.slice(0, 20),
    ]);
    if (found[0]?.[3] === '') expect(all.map(([is, , severity]) => [is, severity])).toEqual([['literal', 'critical']]);
    else expect(all).toEqual(found);
  });

  test('a token in it is critical', () => {
    expect(of(token).map(([is, , severity]) => [is, severity])).toEqual([['literal', 'critical']]);
  });

  test('what is written without base64 is called so', () => {
    const what = (text: string) => judgeEncodedSecret(text, 'x', {}).map((each) => each.what);
    expect([what('hunter2!'), what('changeme!'), what('{{ .x }}hunter2!'), what(b64('hunter2'))]).toEqual([
      ['a secret in plain text, and no base64 as `data` demands'],
      [undefined],
      [undefined],
      [undefined],
    ]);
    expect(whole('placeholder', ' x ')).toEqual({
      is: 'placeholder',
      what: undefined,
      format: 'secret-value',
      severity: 'low',
      secret: 'x',
      inner: [],
      offset: undefined,
    });
  });

  test('a file of SOPS in it is read for what is not encrypted', () => {
    const cipher = (length: number) =>
      `ENC[AES256_GCM,data:${noise(length)},iv:${noise(32)},tag:${noise(16)},type:str]`;
    const dotenv = `A=${cipher(9)}\nB=hunter2\nC=shop\nsops_lastmodified=x\nsops_mac=${cipher(128)}\n`;
    expect(judgeSecret(dotenv, '.env', {}).map(short)).toEqual(['hunter2 B 2:1', 'shop C 3:1']);
    const yaml = `a: ${cipher(9)}\npassword: hunter2\nsops:\n  mac: ${cipher(128)}\n  lastmodified: x\n`;
    expect(judgeSecret(yaml, 'a.yaml', {}).map(short)).toEqual(['hunter2 password 2:11']);
  });
});

describe('the secrets of a file', () => {
  const of = (
    path: string,
    content: string | Buffer,
    structure?: Parameters<typeof fileSide>[2],
    own = new OwnFormats([]),
  ) =>
    fileSecrets({ path, scope: 's', side: fileSide(path, content, structure), generated: undefined, own }).map(
      (found) => [
        found.is === 'literal' ? found.secret.slice(0, 24) : found.is,
        found.object === undefined ? undefined : `${found.object.kind}/${found.object.name}`,
        found.path.join('.'),
        found.key,
        found.role,
        `${found.locate().line}:${found.locate().column}`,
      ],
    );
  const object = (kind: string, rest: string) => `apiVersion: v1\nkind: ${kind}\nmetadata: {name: x}\n${rest}\n`;

  test.each<[string, string, ReturnType<typeof of>]>([
    [
      'an object',
      object('Secret', 'stringData:\n  a: hunter2'),
      [['hunter2', 'Secret/x', 'stringData.a', 'a', 'secret', '5:3']],
    ],
    [
      'a line of a block',
      object('ConfigMap', 'data:\n  a.yaml: |\n    x: 1\n    password: hunter2'),
      [['hunter2', 'ConfigMap/x', 'data.a.yaml.password', 'password', 'file', '7:15']],
    ],
    [
      'a quoted text',
      object('ConfigMap', 'data:\n  a.yaml: "x: 1\\npassword: hunter2\\n"'),
      [['hunter2', 'ConfigMap/x', 'data.a.yaml.password', 'password', 'file', '5:11']],
    ],
    ['a document', 'password: hunter2', [['hunter2', undefined, 'a.yaml.password', 'password', 'open', '1:1']]],
    [
      'a shadowed key',
      object('Secret', 'stringData:\n  a: hunter2\n  a: hunter3'),
      [
        ['hunter3', 'Secret/x', 'stringData.a', 'a', 'secret', '6:3'],
        ['hunter2', 'Secret/x', 'stringData.a', 'a', 'secret', '5:3'],
      ],
    ],
    [
      'a comment',
      object('Secret', '# password: Hunter2!x'),
      [['Hunter2!x', undefined, 'a.yaml.password', 'password', 'open', '4:13']],
    ],
    [
      'a token in a comment',
      object('Pod', `# ${token}`),
      [[token.slice(0, 24), undefined, 'a.yaml', '', 'open', '4:3']],
    ],
    ['a token in a field', object('Pod', `x: ${token}`), [[token.slice(0, 24), 'Pod/x', 'x', 'x', 'open', '4:4']]],
    ['a plain value beside a reference', object('Secret', `stringData:\n  a: \${X}\n  host: db`), []],
    [
      'a plain value alone',
      object('Secret', 'stringData: {host: db}'),
      [['plain-setting', 'Secret/x', 'stringData.host', 'host', 'secret', '4:14']],
    ],
    [
      'a plain value of Argo CD',
      'apiVersion: v1\nkind: Secret\nmetadata: {name: x, labels: {argocd.argoproj.io/secret-type: cluster}}\nstringData: {host: db}\n',
      [],
    ],
    [
      'a reference of the Argo CD Vault Plugin',
      'apiVersion: v1\nkind: Secret\nmetadata: {name: x, annotations: {avp.kubernetes.io/path: a}}\nstringData: {a: <name>}\n',
      [],
    ],
    ['a report', 'runs: [{tool: {driver: {name: x}}, password: hunter2}]', []],
    ['a schema', '$schema: x\nproperties: {password: {default: hunter2}}', []],
    [
      'no schema',
      '$schema: x\nproperty: {password: hunter2}',
      [['hunter2', undefined, 'a.yaml.property.password', 'password', 'open', '2:12']],
    ],
    ['a node', 'tls-san: [a]\ntoken: hunter', [['hunter', undefined, 'a.yaml.token', 'token', 'open', '2:1']]],
    [
      'arguments',
      object('Pod', 'spec: {containers: [{args: [--password, hunter2]}]}'),
      [['hunter2', 'Pod/x', 'spec.containers.[].args.[]', 'args', 'command', '4:41']],
    ],
  ])('%s', (_, text, found) => expect(of('a.yaml', text)).toEqual(found));

  test('by what the file is', () => {
    const values = 'password: postgres\n';
    expect([of('values.yaml', values), of('a.yaml', values)].map((all) => all.map(([is]) => is))).toEqual([
      ['placeholder'],
      [],
    ]);
    expect(of('x.schema.json', '{"password": "hunter2"}')).toEqual([]);
    expect(of('t.yaml', 'a: {{ b }}\npassword: hunter2\n', 'template')).toEqual([
      ['hunter2', undefined, 't.yaml.password', 'password', 'open', '2:1'],
    ]);
    expect(of('.env', 'DB_PASSWORD=hunter2', 'text')).toEqual([
      ['hunter2', undefined, '.env.DB_PASSWORD', 'DB_PASSWORD', 'open', '1:13'],
    ]);
    expect(
      of('x.bin', Buffer.concat([Buffer.from('03d9a29a', 'hex'), Buffer.alloc(40)]), 'binary').map(([id]) => id),
    ).toEqual(['blob of x.bin']);
    expect([of('x.bin', Buffer.alloc(40, 7), 'binary'), of('x', 'password=hunter2', 'oversize')]).toEqual([[], []]);
    const wide = Buffer.from('a: 1\npassword: hunter2\n', 'utf16le');
    expect(
      [of('a.yaml', wide, 'binary'), of('a.yaml', wide, 'text')].map((all) =>
        all.map(([found, , path]) => `${found} ${path}`),
      ),
    ).toEqual(Array(2).fill(['hunter2 a.yaml.password']));
  });

  test('by what else the file is', () => {
    const found = (path: string, text: string, generated?: Parameters<typeof fileSecrets>[0]['generated']) =>
      fileSecrets({ path, scope: 's', side: fileSide(path, text), generated, own: new OwnFormats([]) }).map(
        ({ secret, role, is }) => `${is} ${secret.slice(0, 12)} ${role}`,
      );
    expect(found('a.yaml', 'x: hunter2', { as: 'file', inSecret: true })).toEqual([
      expect.stringMatching(/^literal .* secret$/),
    ]);
    expect(found('a.yaml', 'password: hunter2', { as: 'file', inSecret: false })).toEqual(['literal hunter2 open']);
    expect([found('a.py', 'password: hunter2'), found('a.yaml', '# https://user:hunter2@db.shop/x')]).toEqual([[], []]);
    expect(found('a.yaml', `a: "${token.replace('Z', '\\x5A')}"`)).toEqual([`literal ${token.slice(0, 12)} open`]);
    expect(found('values.yamlx', 'password: postgres')).toEqual([]);
    const release = (kind: string) => found('a.yaml', object(kind, 'spec: {values: {password: postgres}}'));
    expect([release('HelmRelease'), release('XHelmRelease'), release('HelmReleases')]).toEqual([
      ['placeholder postgres open'],
      [],
      [],
    ]);
    const cipher = (length: number) =>
      `ENC[AES256_GCM,data:${noise(length)},iv:${noise(32)},tag:${noise(16)},type:str]`;
    const block = `sops:\n  mac: ${cipher(128)}\n  lastmodified: x\n  password: hunter3\n`;
    expect(found('a.yaml', `a: ${cipher(9)}\npassword: hunter2\n${block}`)).toEqual(['literal hunter2 open']);
    expect(found('a.yaml', 'sops: {mac: x, password: hunter3}')).toEqual(['literal hunter3 open']);
    const store = fileSide('x.bin', Buffer.concat([Buffer.from('03d9a29a', 'hex'), Buffer.alloc(40)]), 'binary');
    const [key] = fileSecrets({
      path: 'x.bin',
      scope: 's',
      side: store,
      generated: undefined,
      own: new OwnFormats([]),
    });
    expect([key?.severity, key?.what, key?.locate()]).toEqual([
      'critical',
      'a KeePass database',
      { line: 1, column: 1 },
    ]);
  });

  test('of objects that a tool made, but those inside others', () => {
    const { resources } = fileSide('a.yaml', object('Secret', 'stringData: {a: hunter2}'));
    const found = (embedded: boolean) =>
      objectSecrets(
        resources.map((resource) =>
          Object.assign(Object.create(Object.getPrototypeOf(resource)), resource, { isEmbedded: embedded }),
        ),
        { path: 'out.yaml', scope: 's' },
      ).map(({ secret, file, scope }) => [secret, file, scope]);
    expect([found(false), found(true)]).toEqual([[['hunter2', 'out.yaml', 's']], []]);
  });

  test('of a format of the policy, unless it is in another that is found', () => {
    const own = () => new OwnFormats([{ name: 'acme', pattern: 'acme_[0-9]{4}', severity: 'high' }]);
    expect(of('a.yaml', 'x: acme_1234\n', undefined, own())).toEqual([
      ['acme_1234', undefined, 'a.yaml', '', 'open', '1:4'],
    ]);
    expect(of('a.txt', 'acme_1234', 'text', own())).toHaveLength(1);
    expect(of('a.yaml', 'a: {{ b }}\nx: acme_1234\n', 'template', own())).toHaveLength(1);
    expect(of('a.yaml', 'password: acme_1234\n', undefined, own())).toEqual([
      ['acme_1234', undefined, 'a.yaml.password', 'password', 'open', '1:1'],
    ]);
    expect(of('a.bin', 'acme_1234', 'binary', own())).toEqual([]);
    const [found] = fileSecrets({
      path: 'a',
      scope: 's',
      side: fileSide('a', 'acme_1234', 'text'),
      generated: { as: 'file', inSecret: false },
      own: own(),
    });
    expect(found).toMatchObject({
      what: 'a secret of the format acme, which the policy states',
      format: 'own:acme',
      severity: 'high',
      scope: 's',
      file: 'a',
    });
  });
});
