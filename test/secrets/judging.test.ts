import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { fitsKey, isSwitch, loginPassword } from '../../src/secrets/judge/fits-key.ts';
import { countsInProse, judgeOpen, judgeTokens, placeOf } from '../../src/secrets/judge/judge-open.ts';
import { isLoginFile, judgeLogins, readLogins, withoutLogins } from '../../src/secrets/judge/logins.ts';
import {
  helmRelease,
  isChoice,
  isPlainSetting,
  isPublicBytes,
  withoutJvmOptions,
} from '../../src/secrets/judge/plain-setting.ts';
import { isMadeUp, namesSetting } from '../../src/secrets/judge/plain-value.ts';
import { registryLogins } from '../../src/secrets/judge/registry-login.ts';
import { isSettings, judgeConfiguration, judgeRelease } from '../../src/secrets/judge/secret-configuration.ts';
import type { SecretMatch } from '../../src/secrets/judge/secret-occurrence.ts';
import { judgeText } from '../../src/secrets/judge/text-file.ts';

const made = 'Zq7vR2mKx9TbW4nL';
const uuid = '73082700-1f09-405b-80d0-3131bfd6272d';
const b64 = (content: string | Buffer) => Buffer.from(content).toString('base64');
const key = `-----BEGIN PRIVATE KEY-----\n${'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSj'.repeat(4)}\n-----END PRIVATE KEY-----`;

test('a switch chooses among few', () => {
  expect(['true', 'ON', 'IfNotPresent', 'on_create', 'xtrue', 'truex', 'hunter2'].map(isSwitch)).toEqual([
    ...Array(4).fill(true),
    ...Array(3).fill(false),
  ]);
});

describe('what could be what its key calls it', () => {
  test.each([
    ['hunter2', 'password', 'password', 4, true],
    ['hunt', 'password', 'password', 4, true],
    ['hun', 'password', 'password', 4, false],
    ['1234', 'password', 'password', 2, true],
    ['123', 'password', 'password', 2, false],
    ['prompt', 'password', 'password', 4, false],
    ['2026-01-05', 'password', 'password', 4, false],
    ['http://db:80/', 'password', 'proxy_pass', 4, false],
    ['db:8080', 'password', 'proxy_pass', 4, false],
    ['$backend;', 'password', 'fastcgiPass', 4, false],
    ['hunter2', 'password', 'proxy_pass', 4, true],
    ['db:8080', 'password', 'proxy_passphrase', 4, true],
    ['db:8080', 'password', 'password', 4, true],
    ['db:8080x', 'password', 'proxy_pass', 4, true],
    ['x db:8080', 'password', 'proxy_pass', 4, true],
    ['correct horse battery staple', 'password', 'password', 4, true],
    ['the password of it', 'password', 'password', 4, false],
    ['horse of staple', 'password', 'password', 4, true],
    ['horse of a staple', 'password', 'password', 4, false],
    ['horse, staple', 'password', 'password', 4, false],
    ['horse (staple)', 'password', 'password', 4, false],
    ['horse staple.', 'password', 'password', 4, false],
    [Array(12).fill('horse').join(' '), 'password', 'password', 4, true],
    [Array(13).fill('horse').join(' '), 'password', 'password', 4, false],
    ['x'.repeat(4000), 'password', 'password', 4, true],
    ['x'.repeat(4001), 'password', 'password', 4, false],
    [made, 'none', 'x', 4, false],
    [`${made.slice(0, 8)}\n${made.slice(8)}`, 'secret', 'token', 4, true],
    [`${made.slice(0, 3)}\n${made.slice(3)}`, 'secret', 'token', 4, false],
    [`x\n${made}`, 'password', 'password', 4, false],
    ['administrator\nadministrator', 'password', 'password', 4, false],
    ['kJ8s0\nfQ2xv\n9LrTZ\nq7vR2\nmKx9T\nbW4nL', 'password', 'password', 4, true],
    ['kJ8s\n0fQ2\nxv9L\nrTZq\n7vR2\nmKx9\nTbW4', 'password', 'password', 4, false],
    [made, 'name', 'x_secret', 4, true],
    ['Hunter2!', 'name', 'x_secret', 4, false],
    [uuid, 'name', 'secret_id', 4, true],
    [uuid, 'name', 'secretId', 4, true],
    [uuid, 'name', 'secret', 4, false],
    [made, 'secret', 'token', 4, true],
    [uuid, 'secret', 'token', 4, true],
    [uuid, 'secret', 'token_id', 4, false],
    ['Hunter2!', 'secret', 'token', 4, true],
    ['hunter2', 'secret', 'token', 4, false],
    ['administrator', 'secret', 'token', 4, false],
  ] as const)('%j as a %s under %s of %i or more: %s', (value, strength, name, shortest, fits) => {
    expect(fitsKey(value, strength, name, shortest)).toBe(fits);
  });

  test.each([
    [`neo4j/${made}`, made],
    [`shop:${made}`, made],
    ['shop:Hunter2!', 'Hunter2!'],
    ['shop:hunter22', 'hunter22'],
    ['shop:hunter_22!', 'hunter_22!'],
    ['shop/hunter22', undefined],
    ['shop/Hunter22', 'Hunter22'],
    ['shop/HUNTER22', undefined],
    ['shop:secret22', undefined],
    ['shop:hun22', undefined],
    ['shop:hunter', undefined],
    ['shop:abc', undefined],
    ['a b:hunter22', undefined],
    ['shop:hunter22:x', undefined],
    ['shop::hunter22', undefined],
    ['hunter22', undefined],
  ])('the password of the login %s: %s', (value, password) => expect(loginPassword(value)).toBe(password));
});

describe('settings in a Secret', () => {
  test.each([
    ['true', 'x', true],
    ['Disabled', 'x', true],
    ['2026-01-05', 'x', true],
    ['truex', 'x', false],
    ['xtrue', 'x', false],
    ['12', 'x', true],
    ['1.5', 'timeout', true],
    ['30s', 'x', true],
    ['5Gi', 'x', true],
    ['5Gix', 'x', false],
    ['1234', 'x', false],
    ['12', 'password', false],
    ['1234', 'password', false],
    ['123456', 'port', true],
    ['1234567', 'port', true],
    ['any', 'tls.crt', true],
    [made, 'tls.crt', false],
    ['any', 'ca.pem', true],
    ['any', 'known_hosts', true],
    ['any', 'xca', false],
    ['any', 'ca.key', false],
    ['any', 'token-id', true],
    ['any', 'usage-bootstrap-signing', true],
    ['any', 'auth-extra-groups', true],
    ['any', 'xauth-extra-groups', false],
    ['any', 'auth-extra-groupsx', false],
    ['any', 'token-idx', false],
    ['shop', 'username', true],
    ['shop', 'DB_USER', true],
    ['shop', 'dbUser', true],
    ['shop', 'db.host', true],
    ['shop', 'host2', true],
    ['shop', 'host_in', true],
    ['shop', 'hostile', false],
    ['shop', 'password', false],
    [made, 'username', false],
    ['postgres://a:b@c/d', 'url', false],
    ['postgres://a@c/d', 'url', true],
    ['https://x?token=y', 'url', false],
    ['https://x?y=token', 'url', true],
    ['x\ny', 'username', false],
    ['ab c'.repeat(75), 'username', true],
    [`ab c${'ab c'.repeat(75)}`, 'username', false],
    ['-Xmx1g -XX:+UseG1GC', 'x', true],
    ['-Xmx1g', 'password', true],
    ['  ', 'x', false],
    ['-Xmx1g hunter2', 'x', false],
  ])('%j under %s is plain: %s', (value, name, is) => expect(isPlainSetting(value, name)).toBe(is));

  test('options of a JVM are blank', () => {
    const options = ['-XX:+UseG1GC', '-XX:-A1', '-XX:MaxRAMPercentage=75.0', '-Xms512m', '-Xss1k', '-server'];
    expect(withoutJvmOptions(`a ${options.join(' ')} -Xmx1g "-Xmn2G" b`)).toBe(
      `a ${' '.repeat(options.join(' ').length)}        "      " b`,
    );
    expect([`x-Xmx1g`, '-Xmx1gx', '-XX:Pass=hunter2', '-server'].map(withoutJvmOptions)).toEqual([
      'x-Xmx1g',
      '-Xmx1gx',
      '-XX:Pass=hunter2',
      '-server',
    ]);
  });

  test.each([
    ['debug', true],
    ['WARNING', true],
    ['xdebug', false],
    ['debugger', false],
    ['de_DE.UTF-8', true],
    ['de', true],
    ['usd', true],
    ['euro', false],
    ['xde_DE', false],
    ['de_DEU', false],
    ['Europe/Berlin', true],
    ['scott/tiger', false],
    ['xEurope/Berlin', false],
    ['Europe/Berlin2', false],
    ['0 3 * * 1-5', true],
    ['0 0 3 * * MON', true],
    ['0 3 * *', false],
    ['x 0 3 * * 1', false],
    ['0 3 * * 1 !', false],
  ])('%s is a choice: %s', (value, is) => expect(isChoice(value)).toBe(is));

  test('bytes of certificates are public', () => {
    const der = Buffer.from('3082010030820080', 'hex');
    const is = (bytes: Buffer, name: string) => isPublicBytes(bytes, name);
    expect([is(der, 'tls.crt'), is(der, 'x.DER'), is(der, 'ca'), is(der, 'ca-bundle')]).toEqual(Array(4).fill(true));
    expect([is(der, 'tls.key'), is(der, 'x.crtx'), is(der, 'tls-ca')]).toEqual(Array(3).fill(false));
    for (const at of [0, 1, 4, 5]) {
      const other = Buffer.from(der);
      other[at] = 0;
      expect(is(other, 'tls.crt')).toBe(false);
    }
  });

  test('releases of Helm', () => {
    const zipped = gzipSync('x'.repeat(50));
    expect(helmRelease(b64(zipped))).toEqual(zipped);
    expect([
      helmRelease('H4sI!'),
      helmRelease(b64('x')),
      helmRelease('H4sJAAAA'),
      helmRelease(`x${b64(zipped)}`),
    ]).toEqual(Array(4).fill(undefined));
  });
});

describe('values that somebody made up', () => {
  test.each([
    ['hunter2', 'foo', true],
    ['hunte2', 'foo', true],
    ['hunt2', 'foo', false],
    ['hunt22', 'foo', false],
    ['s3cr3t', 'foo', true],
    ['hunter2', 'logLevel', false],
    ['$hunter2', 'foo', false],
    ['-hunter2', 'foo', false],
    ['hunter2 ', 'foo', false],
    ['(hunter2', 'foo', false],
    ['postgres15', 'foo', false],
    ['PostgreSQL15', 'foo', false],
    ['mypostgres15', 'foo', true],
    ['postgresx15', 'foo', true],
    ['eastus2', 'foo', false],
    ['secret22', 'foo', false],
    ['jenkins2', 'foo', false],
    ['hunter12345', 'foo', true],
    ['abcdefgh1', 'foo', false],
    ['10.96.0.10', 'foo', false],
    ['my-horse-2', 'foo', false],
    ['ab12cd', 'foo', false],
    ['h0rs3b4tt', 'foo', true],
    ['ab1cde.f2', 'foo', true],
    ['ab1cde.f2.g3', 'foo', false],
    ['Zq7!vR2', 'foo', false],
    ['Zq7vR2mK!', 'foo', true],
    [`${'h0rs3'.repeat(12)}h0rs`, 'foo', true],
    [`${'h0rs3'.repeat(12)}h0rs3`, 'foo', false],
  ])('%s under %s: %s', (value, name, is) => expect(isMadeUp(value, name)).toBe(is));

  test('some keys are those of settings', () => {
    expect(['logLevel', 'spring.datasource.url', 'DB_HOST', 'foo', 'hosting', ''].map(namesSetting)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('files of logins', () => {
  const files: readonly (readonly [
    name: string,
    text: string,
    passwords: readonly (readonly [string, number, number])[],
  ])[] = [
    [
      'a/.netrc',
      'machine x login y password hunter2\nmachine z login y password  x1',
      [
        ['hunter2', 1, 19],
        ['x1', 2, 19],
      ],
    ],
    ['_netrc', 'password\thunter2', [['hunter2', 1, 1]]],
    [
      '.pgpass',
      '#h:1:d:u:no\nh:1:d:u:hunter:2\nh:1:d\\::u:x\na:b:c:d',
      [
        ['hunter:2', 2, 1],
        ['x', 3, 1],
      ],
    ],
    ['x/pgpass.conf', 'h:1:d:u:hunter2', [['hunter2', 1, 1]]],
    [
      '.npmrc',
      '//r/:_authToken="hunter2"\n//r/:_password = x\n_auth=no',
      [
        ['hunter2', 1, 5],
        ['x', 2, 5],
      ],
    ],
    ['etc/userlist.txt', '"a" "hunter2"\nx "a" "no"', [['hunter2', 1, 1]]],
    ['my-userlist.txt', '"a"  "md5x"', [['md5x', 1, 1]]],
    [
      'Caddyfile',
      `dns cloudflare ${made}\n  admin JDJhJDE0JHh4eHh4eHh4\nadmin kJ8s0fQ2xv9LrTkJ8s\n`,
      [
        [made, 1, 1],
        ['JDJhJDE0JHh4eHh4eHh4', 2, 1],
      ],
    ],
    ['Caddyfile.prod', `\tdns x ${made}\r\n`, [[made, 1, 1]]],
  ];
  test.each(files)('%s', (name, text, passwords) => {
    expect(isLoginFile(name)).toBe(true);
    expect(readLogins(name, text)).toEqual(
      passwords.map(([password, line, column]) => ({
        password,
        key: name === '.npmrc' ? '_authToken' : 'password',
        place: { line, column },
      })),
    );
    const rest = withoutLogins(name, text);
    expect([rest.length, rest.split('\n').length]).toEqual([text.length, text.split('\n').length]);
    for (const [password] of passwords) if (password.length > 2) expect(rest).not.toContain(password);
  });

  test.each([
    'x.netrc',
    '.netrcx',
    'xpgpass',
    '.pgpass.x',
    'x.npmrc',
    '.npmrcs',
    'userlist.txtx',
    'Caddyfile.a.b',
    'Caddyfiles',
  ])('%s is none', (name) => {
    expect([isLoginFile(name), readLogins(name, 'password hunter2'), withoutLogins(name, 'password hunter2')]).toEqual([
      false,
      [],
      'password hunter2',
    ]);
  });

  test('are judged one by one', () => {
    expect(judgeLogins('.netrc', `password ${made}\npassword changeme\npassword $X_Y`, {})).toMatchObject([
      {
        is: 'literal',
        secret: made,
        inner: ['password'],
        offset: { line: 1, column: 1 },
        format: 'generic',
        severity: 'high',
      },
    ]);
  });
});

describe('logins of registries', () => {
  const login = (auths: object, rest = {}) => JSON.stringify({ auths, ...rest });
  const judged = (text: string, name = '.dockerconfigjson') =>
    registryLogins(text, name, {})?.map(({ is, secret, inner, severity }) => [is, secret, inner.join(' '), severity]);
  const auth = (user: string, password: string) => b64(`${user}:${password}`);
  test.each([
    [
      login({ 'a.io': { username: 'x', password: 'hunter2', auth: auth('x', 'hunter2') } }),
      [['literal', 'hunter2', 'a.io password', 'critical']],
    ],
    [login({ 'a.io': { auth: auth('x', 'hunter:2') } }), [['literal', 'hunter:2', 'a.io auth', 'critical']]],
    [login({ 'a.io': { auth: 'hunter2!' } }), [['literal', 'hunter2!', 'a.io auth', 'critical']]],
    [
      login({ a: { identitytoken: 'hunter2' }, b: { registrytoken: 'hunter3', email: 'y' }, c: 'x' }),
      [
        ['literal', 'hunter2', 'a identitytoken', 'critical'],
        ['literal', 'hunter3', 'b registrytoken', 'critical'],
      ],
    ],
    [login({ a: { password: 'changeme' } }), [['placeholder', 'changeme', 'a password', 'low']]],
    [
      login({ a: { password: 'changeme' }, b: { password: 'hunter2' } }),
      [['literal', 'hunter2', 'b password', 'critical']],
    ],
    [login({ a: { password: '$(X)' } }), []],
    [login({ a: { password: 1 } }), []],
    [login({}, { credHelpers: {}, HttpHeaders: {} }), []],
    [login({}, { other: 1 }), undefined],
    [login({}, { xauths: 1 }), undefined],
    [
      JSON.stringify({ 'a.io': { password: 'hunter2' }, localhost: { auth: auth('x', 'hunter3') } }),
      [
        ['literal', 'hunter2', 'a.io password', 'critical'],
        ['literal', 'hunter3', 'localhost auth', 'critical'],
      ],
    ],
    [JSON.stringify({ 'a.io': { password: 'hunter2' }, a: { password: 'x' } }), undefined],
    [JSON.stringify({ 'a.io': { password: 'hunter2' }, 'b.io': {} }), undefined],
    [JSON.stringify({ 'a.io': { password: 'hunter2', name: 'x' } }), undefined],
    [JSON.stringify({ localhosts: { password: 'hunter2' } }), undefined],
    ['{}', undefined],
    ['[]', undefined],
    ['{', undefined],
  ])('%s', (text, found) => expect(judged(text)).toEqual(found));

  test('are under these keys alone', () => {
    const text = login({ a: { password: 'hunter2' } });
    expect(
      ['.dockerconfigjson', 'dockercfg', 'CONFIG.json', 'x.dockercfg', 'config.jsonx'].map(
        (name) => judged(text, name)?.length,
      ),
    ).toEqual([1, 1, 1, undefined, undefined]);
    expect(registryLogins(text, '.dockercfg', {})).toEqual([
      {
        is: 'literal',
        what: 'the login of a container registry',
        format: 'registry-login',
        severity: 'critical',
        secret: 'hunter2',
        inner: ['a', 'password'],
        offset: undefined,
      },
    ]);
    expect(registryLogins(login({ a: { password: 'changeme' } }), '.dockercfg', {})?.[0]?.what).toBeUndefined();
  });
});

describe('values by their own format, then by their key', () => {
  const judged = (text: string, name: string, deployed = false, context = {}) =>
    judgeOpen(text, name, context, deployed).map(({ is, format, severity, secret }) => [is, format, severity, secret]);
  const generic = (secret: string) => [['literal', 'generic', 'high', secret]];
  test.each([
    ['hunter2', 'password', generic('hunter2')],
    [' hunter2 ', 'password', generic('hunter2')],
    ['hunter2', 'name', []],
    ['postgres', 'password', []],
    ['hunter', 'password', generic('hunter')],
    ['custom_pass', 'password', []],
    ['ops_eyJzaWdu...', 'password', []],
    [`\${X:-hunter2}`, 'password', generic('hunter2')],
    ['changeme', 'password', []],
    [made, 'TOKEN_FILE', generic(made)],
    ['/run/secrets/x', 'TOKEN_FILE', []],
    ['kjqsxfqzxvplrtwckjqs', 'TOKEN_FILE', generic('kjqsxfqzxvplrtwckjqs')],
    ['kjqsxfqzxvplrtwckjq', 'TOKEN_FILE', []],
    ['shop:hunter22', 'basicAuth', generic('hunter22')],
    ['shop:changeme', 'basicAuth', []],
    [b64('hunter2hunter2'), 'password', generic(b64('hunter2hunter2'))],
    [b64('changeme-changeme-changeme'), 'password', []],
  ])('%j under %s', (text, name, found) => expect(judged(text, name)).toEqual(found));

  test('what is deployed is a password even if it is short or a default', () => {
    expect([
      judged('postgres', 'password', true),
      judged('hi', 'password', true),
      judged('hi', 'password'),
      judged('custom_pass', 'password', true),
    ]).toEqual([generic('postgres'), generic('hi'), [], generic('custom_pass')]);
  });

  test('what a chart ships is a placeholder for a password', () => {
    const context = { isChartValues: true };
    expect(judged('postgres', 'password', false, context)).toEqual([
      ['placeholder', 'default-password', 'low', 'postgres'],
    ]);
    expect([judged('postgres', 'token', false, context), judged('postgres', 'password', true, context)]).toEqual([
      [],
      generic('postgres'),
    ]);
  });

  test('tokens and keys are found wherever they are', () => {
    const [found] = judgeTokens(`a\n  ${key}\n`);
    expect({ ...found, secret: found?.secret.slice(0, 4) }).toMatchObject({
      is: 'literal',
      format: 'private-key',
      severity: 'critical',
      inner: [],
      offset: { line: 2, column: 3 },
    });
    expect(judgeTokens(key, { tokenFree: true })).toEqual([]);
    expect(judged(b64(`x ${key} y`), 'anything').map(([is, format]) => [is, format])).toEqual([
      ['literal', expect.stringContaining('private-key')],
    ]);
    expect(judged(`x ${key}`, 'password')).toHaveLength(1);
  });

  test('places of offsets', () => {
    expect([0, 1, 2, 3, 5].map((offset) => Object.values(placeOf('a\nbc\nd', offset)))).toEqual([
      [1, 1],
      [1, 2],
      [2, 1],
      [2, 2],
      [3, 1],
    ]);
  });

  test.each([
    [{}, true],
    [{ isGenuine: false }, false],
    [{ severity: 'high' }, false],
    [{ severity: 'high', format: 'url-userinfo', secret: made }, true],
    [{ severity: 'high', format: 'basic-auth', secret: made }, true],
    [{ severity: 'high', format: 'bearer-token', secret: 'hunter2' }, false],
    [{ severity: 'high', format: 'xurl-userinfo', secret: made }, false],
    [{ severity: 'high', format: 'url-userinfo', secret: 'xQzPbVtRkLmWnYcD' }, false],
  ])('%j counts in prose: %s', (over, counts) => {
    const match: SecretMatch = {
      is: 'literal',
      what: undefined,
      format: 'x',
      severity: 'critical',
      secret: 'x',
      inner: [],
      offset: undefined,
    };
    expect(countsInProse({ ...match, ...over } as SecretMatch)).toBe(counts);
  });
});

describe('configuration inside a Secret', () => {
  const judged = (text: string, name = 'app.properties', context = {}) =>
    judgeConfiguration(text, name, context, judgeTokens(text))?.map(
      ({ is, format, severity, secret, inner, offset }) => [
        is,
        format,
        severity,
        secret,
        inner.join('/'),
        offset && `${offset.line}:${offset.column}`,
      ],
    );
  const found = (secret: string, inner: string, at: string | undefined) => [
    'literal',
    'secret-value',
    'critical',
    secret,
    inner,
    at,
  ];
  test.each<[string, string, ReturnType<typeof judged>]>([
    ['db.password=hunter2\ndb.host=x\n', 'a.properties', [found('hunter2', 'db.password', '1:13')]],
    [
      'db.password=hunter2\napi.token=Zq7vR2mKx9\n',
      'a.properties',
      [found('hunter2', 'db.password', '1:13'), found('Zq7vR2mKx9', 'api.token', '2:11')],
    ],
    ['db.password=hunter2\nother.password=hunter2\n', 'a.properties', [found('hunter2', 'db.password', '1:13')]],
    ['db.password=$(X)\ndb.host=x\n', 'a.properties', []],
    [
      'db.password=changeme\ndb.host=x\n',
      'a.properties',
      [['placeholder', 'secret-value', 'low', 'changeme', 'db.password', '1:13']],
    ],
    [
      'db.password=postgres\ndb.host=x\n',
      'a.properties',
      [['literal', 'default-password', 'high', 'postgres', 'db.password', '1:13']],
    ],
    [
      'db.host=x\ndb.port=5\n',
      'a.properties',
      [['plain-setting', 'secret-value', 'low', 'db.host=x\ndb.port=5', '', undefined]],
    ],
    ['foo=hunter2\nbar=x\n', 'a.properties', [found('hunter2', 'foo', '1:5')]],
    [
      'foo=hunter2\nbar=hunter2\n',
      'a.properties',
      [['plain-setting', 'secret-value', 'low', 'foo=hunter2\nbar=hunter2', '', undefined]],
    ],
    ['requirepass hunter2\nport 6379\n', 'redis.conf', [found('hunter2', 'requirepass', '1:13')]],
    ['{"password": "hunter2"}', 'a.json', [found('hunter2', 'password', '1:14')]],
    ['pin=123456\nhost=x\n', 'a.properties', [found('123456', 'pin', '1:5')]],
    [
      'password=true\nhost=x\n',
      'a.properties',
      [['plain-setting', 'secret-value', 'low', 'password=true\nhost=x', '', undefined]],
    ],
    ['psk="correct horse battery"\nhost=x\n', 'a.conf', [found('correct horse battery', 'psk', '1:6')]],
    [
      'hash="correct horse battery"\nhost=x\n',
      'a.conf',
      [['plain-setting', 'secret-value', 'low', 'hash="correct horse battery"\nhost=x', '', undefined]],
    ],
    ['just words', 'note', undefined],
    ['password=hunter2', 'note', [found('hunter2', 'password', '1:10')]],
    ['foo=hunter2', 'note', undefined],
    ['foo Hunter2!x\nbar baz\n', 'note', [found('Hunter2!x', '', '1:5')]],
    ['# foo Hunter2!x\nbar baz\n  ; Hunter2!x\n', 'note', undefined],
    ['Hunter2!x = foo\nbar baz\n', 'note', undefined],
    [
      'Hunter2!a Hunter2!b Hunter2!c\nHunter2!d Hunter2!e\n',
      'note',
      ['a 1:1', 'b 1:11', 'c 1:21', 'd 2:1', 'e 2:11'].map((each) =>
        found(`Hunter2!${each.charAt(0)}`, '', each.slice(2)),
      ),
    ],
    ['Hunter2!a Hunter2!b Hunter2!c\nHunter2!d Hunter2!e Hunter2!f\n', 'note', undefined],
    ['basicAuth=shop:hunter22\nhost=x\n', 'a.properties', [found('shop:hunter22', 'basicAuth', '1:11')]],
    [
      `psk="${Array(12).fill('horse').join(' ')}"\nhost=x\n`,
      'a.conf',
      [found(Array(12).fill('horse').join(' '), 'psk', '1:6')],
    ],
    ['passkey="correct horse"\nhost=x\n', 'a.conf', [found('correct horse', 'passkey', '1:10')]],
    [
      'xpsk="correct horse"\nhost=x\n',
      'a.conf',
      [['plain-setting', 'secret-value', 'low', 'xpsk="correct horse"\nhost=x', '', undefined]],
    ],
    ['requirepass hunter2\nport 6379\n', 'note', undefined],
    [
      'host=x\nsome prose\nand more\n',
      'note',
      [['plain-setting', 'secret-value', 'low', 'host=x\nsome prose\nand more', '', undefined]],
    ],
    [`host=x\n${'some prose\n'.repeat(9)}`, 'note', undefined],
    ['a {{ x }}\nprose here\nmore\nlines\n', 'a.conf', []],
    ['a {{ x }}\nprose here\nmore\nlines\n', 'note', undefined],
    ['a {{ x }} Hunter2!x\nprose here\nmore\nlines\n', 'a.conf', [found('Hunter2!x', '', '1:11')]],
    ['{"a": "b"}', 'note', [['plain-setting', 'secret-value', 'low', '{"a": "b"}', '', undefined]]],
    [' x {"password": "hunter2"}', 'note', [found('hunter2', 'password', '1:18')]],
    [
      'password=2026-01-05\nhost=x\n',
      'a.properties',
      [['plain-setting', 'secret-value', 'low', 'password=2026-01-05\nhost=x', '', undefined]],
    ],
  ])('%j in %s', (text, name, expected) => expect(judged(text, name)).toEqual(expected));

  test.each([
    ['a=b\n', 'a.properties', true],
    ['# password\na=b\n', 'a.properties', true],
    ['/* password=x */ a=b\n', 'a.conf', true],
    ['password=x\n', 'a.properties', false],
    ['a=Zq7vR2mKx9TbW4nL\n', 'a.properties', false],
    ['a=Hunter2!\n', 'a.properties', false],
    ['a=b\n', 'users.properties', false],
    ['a=b\n', 'note', false],
    ['a=b\n', 'a.propertiesx', false],
    ['hunter', 'a.conf', false],
    ['', 'a.conf', true],
  ])('%j of %s is nothing but settings: %s', (text, name, is) => expect(isSettings(text, name)).toBe(is));

  test('releases of Helm are judged by what is in them', () => {
    const release = (content: string) =>
      judgeRelease(gzipSync(content))?.map(({ is, severity, secret, offset }) => [is, severity, secret, offset]);
    expect(release('{"config": {"password": "hunter2"}, "a": {"password": "changeme"}}')).toEqual([
      ['literal', 'critical', 'hunter2', undefined],
    ]);
    expect([release('{"a": "b"}'), judgeRelease(Buffer.from('no gzip'))]).toEqual([[], undefined]);
  });
});

describe('files that are no manifests', () => {
  const judged = (path: string, text: string, generated?: Parameters<typeof judgeText>[2]) =>
    judgeText(path, text, generated).map(({ secret, offset }) => `${secret} ${offset.line}:${offset.column}`);
  const long = 'Zq7vR2mKx9TbW4nLkJ8s0fQ2';
  test.each([
    ['.env', 'X=1\nDB_PASSWORD=hunter2\n', ['hunter2 2:13']],
    ['a/b.env.prod', 'DB_PASSWORD=hunter2', ['hunter2 1:13']],
    ['x.tf.tmpl', 'password = "hunter2"', ['hunter2 1:13']],
    ['run.sh~', 'export DB_PASSWORD=hunter2', ['hunter2 1:20']],
    ['run', '#!/bin/sh\nexport DB_PASSWORD=hunter2', ['hunter2 2:20']],
    ['run', '\n#!/bin/sh\nexport DB_PASSWORD=hunter2', []],
    ['main.py', 'password = "hunter2"', []],
    ['main.py', `password = "${long}"`, [`${long} 1:13`]],
    ['main.py', `password = ${long}`, []],
    ['main.py', `x = 1\npassword = "${long.slice(0, 20)}"`, [`${long.slice(0, 20)} 2:13`]],
    ['main.py', `password = "${long.slice(0, 19)}"`, []],
    ['README.md', `password = "${long}"`, []],
    ['docs/main.py', `password = "${long}aB3dE5fG"`, [`${long}aB3dE5fG 1:13`]],
    ['docs/main.py', `password = "${long}aB3dE5f"`, []],
    ['note.txt', `the password is https://us02web.zoom.us/j/1?pwd=${long}`, []],
    ['note.txt', `x-envx: "${long}"`, []],
    ['.netrc', 'machine x login y password hunter2', ['hunter2 1:19']],
  ])('%s: %j', (path, text, found) => expect(judged(path, text)).toEqual(found));

  test('that a generator packs into a Secret', () => {
    const env = { as: 'env', inSecret: true } as const;
    expect(judged('a', 'X=hunter2\nY=changeme\nHOST=x\n', env)).toEqual(['hunter2 1:3', 'changeme 2:3']);
    expect(judged('a', '# x\nX\nY=\n\n', env)).toEqual([]);
    expect(judged('dir/password', 'hunter2', { as: 'file', inSecret: true })).toEqual(['hunter2 1:1']);
    expect(judged('dir/password', 'hunter2', { as: 'file', inSecret: false })).toEqual([]);
    expect(judged('a', 'password=hunter2', { as: 'env', inSecret: false })).toEqual(['hunter2 1:10']);
  });

  test('of SOPS are read without their ciphertext', () => {
    const noise = (length: number) => Buffer.alloc(length, 0xfe).toString('base64');
    const cipher = (length: number) =>
      `ENC[AES256_GCM,data:${noise(length)},iv:${noise(32)},tag:${noise(16)},type:str]`;
    const text = `DB_PASSWORD=${cipher(9)}\nOTHER_PASSWORD=hunter2\nsops_lastmodified=x\nsops_mac=${cipher(128)}\n`;
    expect(judged('.env', text)).toEqual(['hunter2 2:16']);
  });
});
