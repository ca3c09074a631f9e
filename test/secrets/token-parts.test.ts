import { crc32 } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { hasGithubChecksum, hasGrafanaChecksum, hasSynapseChecksum } from '../../src/secrets/tokens/checksum.ts';
import { isProviderName, keyedFormat } from '../../src/secrets/tokens/keyed-formats.ts';
import { keywordScan } from '../../src/secrets/tokens/keyword-scan.ts';
import { OwnFormats } from '../../src/secrets/tokens/own-formats.ts';
import { isSignedJwt, isSlackToken, isSlackWebhook, isTunnelToken } from '../../src/secrets/tokens/token-structure.ts';
import { findTokens } from '../../src/secrets/tokens/tokens.ts';
import { crcIn62 } from './format-samples.ts';

const base64url = (value: unknown) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

const bodies = [
  'Zq7vR2mKx9TbW4nLkJ8s0fQ2xv9LrT',
  'kJ8s0fQ2xv9LrTZq7vR2mKx9TbW4nL',
  'aB3dE5fG7hI9jK1lM3nO5pQ7rS9tU1',
  'q1W2e3R4t5Y6u7I8o9P0a1S2d3F4g5',
  'z9X8c7V6b5N4m3L2k1J0h9G8f7D6s5',
];
const github = (body: string) => `ghp_${body}${crcIn62(body)}`;

describe('checksums', () => {
  const changed = (token: string, at: number) =>
    `${token.slice(0, at)}${token.charAt(at) === 'A' ? 'B' : 'A'}${token.slice(at + 1)}`;
  test.each(bodies)('of %s', (body) => {
    const token = github(body);
    expect([token, changed(token, 4), changed(token, 35), changed(token, 39)].map(hasGithubChecksum)).toEqual([
      true,
      false,
      false,
      false,
    ]);
    const synapse = `syt_${body.slice(0, 8)}_${body.slice(8)}`;
    const whole = `${synapse}_${crcIn62(synapse)}`;
    expect([whole, changed(whole, 4), changed(whole, whole.length - 1)].map(hasSynapseChecksum)).toEqual([
      true,
      false,
      false,
    ]);
    const grafana = `glsa_${body}`;
    const checksum = Buffer.alloc(4);
    checksum.writeUInt32LE(crc32(grafana));
    const hex = checksum.toString('hex');
    expect(
      [`${grafana}_${hex}`, `${grafana}_${hex.toUpperCase()}`, `x${grafana}_${hex}`].map(hasGrafanaChecksum),
    ).toEqual([true, true, false]);
  });
});

describe('credentials by their key and their shape together', () => {
  const hex = (length: number) => 'a3f9b2c84d1e7065'.repeat(5).slice(0, length);
  const mixed = (length: number) => 'Zq7vR2mKx9TbW4nLkJ8s0fQ2xv9LrT'.repeat(4).slice(0, length);
  test.each([
    ['aws-secret-access-key', 'AWS_SECRET_ACCESS_KEY', mixed(40)],
    ['aws-secret-access-key', 'awsSecret', mixed(40)],
    ['aws-secret-access-key', 'secret_key', mixed(40)],
    ['azure-storage-key', 'accountKey', `${mixed(86)}==`],
    ['datadog-key', 'DD_API_KEY', hex(32)],
    ['datadog-key', 'x_datadog_app_key', hex(40)],
    ['cloudflare-token', 'cloudflareToken', mixed(40)],
    ['cloudflare-token', 'CF_API', hex(37)],
    ['twilio-auth-token', 'TWILIO_AUTH_TOKEN', hex(32)],
    ['heroku-key', 'HEROKU_API_KEY', '73082700-1f09-405b-80d0-3131bfd6272d'],
    ['fastly-token', 'FASTLY_TOKEN', mixed(32)],
    ['okta-token', 'OKTA_TOKEN', `00${mixed(40)}`],
    ['mailchimp-key', 'mandrill', `${hex(32)}-us12`],
    ['sourcegraph-token', 'SOURCEGRAPH', hex(40)],
    ['artifactory-token', 'jfrogKey', `${hex(64)}`],
    ['discord-bot-token', 'BOT_TOKEN', `M${mixed(23)}.${mixed(6)}.${mixed(27)}`],
  ])('%s: %s', (id, key, value) => {
    expect([value, `!${value}`, `${value}!`].map((each) => keyedFormat(key, each)?.id)).toEqual([
      id,
      undefined,
      undefined,
    ]);
    expect(keyedFormat('other', value)?.id).toBeUndefined();
  });

  test.each([
    ['xsecret_key', mixed(40)],
    ['secret_keys', mixed(40)],
    ['odd_api_key', hex(32)],
    ['icf_api', hex(37)],
    ['TWILIO_AUTH_TOKEN', 'a'.repeat(32)],
    ['TWILIO_AUTH_TOKEN', 'abcabca'.repeat(5).slice(0, 32)],
    ['TWILIO_AUTH_TOKEN', ''],
  ])('none: %s', (key, value) => expect(keyedFormat(key, value)).toBeUndefined());

  test('or by the provider alone', () => {
    expect(['cloudflare', 'JFrog', 'cloudflareToken', 'github'].map(isProviderName)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('structures', () => {
  const signature = 'Zq7vR2mKx9TbW4nLkJ8s0fQ2xv9LrT';
  const jwt = (header: unknown, payload: unknown, end = signature) =>
    [base64url(header), base64url(payload), end].join('.');
  test('a JWT is signed', () => {
    expect(isSignedJwt(jwt({ alg: 'RS256' }, { sub: 'x' }))).toBe(true);
    expect(isSignedJwt(jwt({ alg: 'RS256' }, {}))).toBe(true);
    expect(
      [
        jwt({ alg: 'none' }, { sub: 'x' }),
        jwt({ alg: 'NONE' }, { sub: 'x' }),
        jwt({ alg: 1 }, { sub: 'x' }),
        jwt({}, { sub: 'x' }),
        jwt('x', { sub: 'x' }),
        jwt(null, { sub: 'x' }),
        jwt({ alg: 'RS256' }, 'x'),
        jwt({ alg: 'RS256' }, '1'),
        jwt({ alg: 'RS256' }, { sub: '1234567890' }),
        jwt({ alg: 'RS256' }, { sub: 'x' }, 'abcabcabc'),
        jwt({ alg: 'RS256' }, { sub: 'x' }).split('.').slice(0, 2).join('.'),
        'changeme',
      ].map(isSignedJwt),
    ).toEqual(Array(12).fill(false));
    expect(['abcdefgh', 'abcdefg'].map((end) => isSignedJwt(jwt({ alg: 'RS256' }, { sub: 'x' }, end)))).toEqual([
      true,
      false,
    ]);
  });

  test('a tunnel has an account, an id and a secret', () => {
    const tunnel = { a: 'a'.repeat(32), t: '73082700-1f09-405b-80d0-3131bfd6272d', s: 's'.repeat(16) };
    const is = (over: object) => isTunnelToken(base64url({ ...tunnel, ...over }));
    expect([
      is({}),
      is({ a: 'a'.repeat(33) }),
      is({ a: `x${'a'.repeat(32)}` }),
      is({ t: 'x' }),
      is({ t: `x${tunnel.t}` }),
      is({ t: `${tunnel.t}0` }),
      is({ s: 's'.repeat(15) }),
      isTunnelToken('x'),
    ]).toEqual([true, ...Array(7).fill(false)]);
  });

  const end = 'Zq7vR2mKx9TbW4nLkJ8s0fQ2';
  const digits = '1234567890';
  test.each([
    [`xoxb-${digits}-${digits}-${end}`, true],
    [`xoxb-${digits}-${end}`, true],
    [`xoxp-${digits}-${digits}-${digits}-${end}ab`, true],
    [`xoxe-${digits}-${digits}-${digits}-${end}ab`, true],
    ['xoxo-1-2-3-a1b2c3d4', true],
    [`xoxa-2-${end}`, true],
    [`xoxr-1-2-3-${end}`, true],
    [`xoxe.xoxb-1-${end.repeat(6)}`, true],
    [`xxoxb-${digits}-${end}`, false],
    [`xoxb-${digits}-${end}!`, false],
    [`xxoxp-${digits}-${digits}-${digits}-${end}ab`, false],
    [`xoxp-${digits}-${digits}-${digits}-${end}ab!`, false],
    ['xxoxo-1-2-3-a1b2c3d4', false],
    ['xoxo-1-2-3-a1b2c3d4x', false],
    [`xxoxa-2-${end}`, false],
    [`xoxa-2-${end}!`, false],
    [`xxoxe-1-${end.repeat(6)}`, false],
    [`xoxe-1-${end.repeat(6)}!`, false],
    [`xoxb-${digits}-${'abcdefghijklmnop'}`, false],
    [`xoxb-${digits}-${digits}${digits}`, false],
    [`xoxb-${digits}-${'a1'.repeat(10)}`, false],
  ])('%s is a token of Slack: %s', (token, is) => expect(isSlackToken(token)).toBe(is));

  test.each([
    [`https://hooks.slack.com/services/T0AB1CD2E/B0FG3HI4J/${end}`, true],
    [`https://hooks.slack.com/services/T00000000/B0FG3HI4J/${end}`, false],
    ['https://hooks.slack.com/services/T0AB1CD2E/B0FG3HI4J/XXXXXXXXXXXX', false],
    ['https://hooks.slack.com/services/T0AB1CD2E/B0FG3HI4J/abababab', false],
    [`https://hooks.slack.com/services/T123456789/B0FG3HI4J/${end}`, false],
    [`https://hooks.slack.com/services/T0AB1CD2E/xxxxxx/${end}`, false],
  ])('%s is a webhook of Slack: %s', (address, is) => expect(isSlackWebhook(address)).toBe(is));
});

describe('tokens in a text', () => {
  const token = github(bodies[0] ?? '');
  const found = (text: string) =>
    findTokens(text).map(({ format, start, end, secret, isGenuine }) => [
      format.id,
      start,
      end,
      secret === text.slice(start, end),
      isGenuine,
    ]);
  const at = (start: number) => ['github-token', start, start + 40, true, true];
  const ids = (text: string) => found(text).map(([, ...rest]) => rest);
  const place = (start: number) => at(start).slice(1);
  test('have their places', () => {
    expect(ids(token)).toEqual([place(0)]);
    expect(ids(`a ${token}, "${token}"`)).toEqual([place(2), place(45)]);
    expect(findTokens('ghp_x')).toEqual([]);
  });

  test.each([
    ['a', false],
    ['z', false],
    ['A', false],
    ['Z', false],
    ['0', false],
    ['9', false],
    ['_', false],
    ['`', true],
    ['{', true],
    ['@', true],
    ['[', true],
    ['/', true],
    [':', true],
    ['^', true],
    ['\\n', true],
    ['\\t', true],
    ['\\r', true],
    ['\\x', false],
    ['xn', false],
    ['n', false],
  ])('after %j: %s', (before, is) => expect(findTokens(`${before}${token}`)).toHaveLength(is ? 1 : 0));

  test('whose checksum is wrong are not genuine', () => {
    const wrong = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`;
    expect(findTokens(wrong).map(({ isGenuine }) => isGenuine)).toEqual([false]);
    expect(findTokens(`ghp_${'abcd'.repeat(9)}`)).toEqual([]);
  });

  test('within an address are reported once, by the format that says more', () => {
    const address = `https://user:${token}@github.com/x`;
    expect(ids(address)).toEqual([place(13)]);
    expect(
      findTokens(`https://user:hunter2x@github.com/x https://u:${token}@x.org`).map(({ start }) => start),
    ).toHaveLength(2);
  });
});

test('keywords are found where they end, the longer ones first', () => {
  const found: [number, number][] = [];
  keywordScan(['he', 'she', 'hers', 'e', 'he']).scan('ushers é she', (keyword, offset) =>
    found.push([keyword, offset]),
  );
  expect(found).toEqual([
    [1, 1],
    [0, 2],
    [4, 2],
    [3, 3],
    [2, 2],
    [1, 9],
    [0, 10],
    [4, 10],
    [3, 11],
  ]);
});

describe('formats of a policy', () => {
  const format = (pattern: string) =>
    ({ id: 'x', name: 'x', pattern, severity: 'high' }) as unknown as ConstructorParameters<
      typeof OwnFormats
    >[0][number];
  const find = (text: string, pattern = 'key-[0-9]+', most?: number) =>
    new OwnFormats([format(pattern)], most).find(text).map(({ secret, start }) => [secret, start]);
  test('are found with their places, line by line', () => {
    expect(find('a key-1 key-22\nb\nkey-3')).toEqual([
      ['key-1', 2],
      ['key-22', 8],
      ['key-3', 17],
    ]);
    expect(find('\u{1f600} key-1 \u{1f600}\u{1f600} key-2')).toEqual([
      ['key-1', 3],
      ['key-2', 14],
    ]);
    expect([find('a\nb'), find('')]).toEqual([[], []]);
    expect(find('key-1\nkey-2 key-3\n').map(([, start]) => start)).toEqual([0, 6, 12]);
  });

  test('are found in long lines, around each place of their word', () => {
    const text = `${'x'.repeat(5000)}key-1${'y'.repeat(3000)} key-2`;
    expect(find(text)).toEqual([
      ['key-1', 5000],
      ['key-2', 8006],
    ]);
    expect(find(`z\n${text}\nkey-3`).map(([, start]) => start)).toEqual([5002, 8008, 8014]);
  });

  test('are whole lines once too many steps were taken', () => {
    const formats = new OwnFormats([format('key-[0-9]+')], 0);
    expect(formats.find('a key-1\nkey-2').length).toBeGreaterThan(0);
    expect(formats.find('a key-1\nb\nkey-2 c').map(({ secret, start }) => [secret, start])).toEqual([
      ['a key-1', 0],
      ['key-2 c', 10],
    ]);
  });
});
