import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { countsInProse, judgeTokens } from '../../src/secrets/judge/judge-open.ts';
import { envelopeFormats } from '../../src/secrets/tokens/envelope-formats.ts';
import { formats } from '../../src/secrets/tokens/formats.ts';
import { keywordScan } from '../../src/secrets/tokens/keyword-scan.ts';
import { findTokens } from '../../src/secrets/tokens/tokens.ts';
import { vendorFormats } from '../../src/secrets/tokens/vendor-formats.ts';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Characters that look random and are the same on every run. */
function some(length: number, characters = alphabet, seed = ''): string {
  let text = '';
  for (let block = 0; text.length < length; block++) {
    for (const byte of createHash('sha256').update(`${characters}${length}${seed}${block}`).digest())
      text += characters.charAt(byte % characters.length);
  }
  return text.slice(0, length);
}

const hex = '0123456789abcdef';
const upper = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

function githubToken(prefix: string): string {
  const body = some(30, alphabet, prefix);
  const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
  let rest = BigInt(crc32(body));
  let checksum = '';
  while (checksum.length < 6) {
    checksum = digits.charAt(Number(rest % 62n)) + checksum;
    rest /= 62n;
  }
  return `${prefix}${body}${checksum}`;
}

const jwt = [
  { alg: 'RS256', typ: 'JWT' },
  { iss: 'kubernetes/serviceaccount', sub: 'system:serviceaccount:shop:ci' },
]
  .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
  .join('.');

/** One made-up token of each format, built by its provider's description. */
const samples: readonly (readonly [string, string])[] = [
  ...['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_'].map((prefix) => ['github-', githubToken(prefix)] as const),
  ['github-server-to-server', `ghs_12345_${jwt}.${some(86)}`],
  ['notion-token', `ntn_${some(11, '0123456789')}${some(35)}`],
  ['figma-token', `figd_${some(40)}`],
  ['vercel-token', `vcp_${some(40)}`],
  ['github-fine-grained-pat', `github_pat_${some(22)}_${some(59)}`],
  ['gitlab-pat', `glpat-${some(20)}`],
  ['gitlab-token', `glrt-${some(20)}`],
  ['gitlab-token', `gldt-${some(20)}`],
  ['aws-access-key-id', `AKIA${some(16, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567')}`],
  ['gcp-api-key', `AIza${some(35)}`],
  ['gcp-oauth-secret', `GOCSPX-${some(28)}`],
  ['azure-ad-client-secret', `aB38Q~${some(34)}`],
  ['azure-storage-key', `AccountKey=${some(86)}==`],
  ['slack-token', `xoxb-123456789012-1234567890123-${some(24)}`],
  ['slack-webhook', `hooks.slack.com/services/T${some(9, upper)}/B${some(9, upper)}/${some(24)}`],
  ['discord-webhook', `/api/webhooks/123456789012345678/${some(68)}`],
  ['stripe-key', `sk_live_${some(24)}`],
  ['twilio-key', `SK${some(32, hex)}`],
  ['sendgrid-key', `SG.${some(22)}.${some(43)}`],
  ['mailgun-key', `key-${some(32, hex)}`],
  ['brevo-key', `xkeysib-${some(64, hex)}-${some(16)}`],
  ['npm-token', githubToken('npm_')],
  ['pypi-token', `pypi-AgEIcHlwaS5vcmc${some(120)}`],
  ['rubygems-key', `rubygems_${some(48, hex)}`],
  ['docker-hub-token', `dckr_pat_${some(27)}`],
  ['vault-token', `hvs.${some(95)}`],
  ['terraform-cloud-token', `${some(14)}.atlasv1.${some(67)}`],
  ['grafana-service-account', 'glsa_yscW25imSKJIuav8zF37RZmnbiDvB05G_fcaaf58a'],
  ['grafana-cloud-token', `glc_${some(120)}`],
  ['sentry-user-token', `sntryu_${some(64, hex)}`],
  ['new-relic-key', `NRAK-${some(27, upper)}`],
  ['new-relic-license', `${some(32, hex)}FFFFNRAL`],
  ['dynatrace-token', `dt0c01.${some(24, upper)}.${some(64, upper)}`],
  ['openai-key', `sk-proj-${some(74)}T3BlbkFJ${some(74)}`],
  ['openai-legacy-key', `sk-${some(20)}T3BlbkFJ${some(20, alphabet, 'x')}`],
  ['anthropic-key', `sk-ant-api03-${some(93)}AA`],
  ['hugging-face-token', `hf_${some(34, alphabet.slice(0, 52))}`],
  ['doppler-token', `dp.pt.${some(43)}`],
  ['1password-token', `ops_eyJ${some(300)}`],
  ['telegram-bot-token', `123456789:AA${some(33)}`],
  ['shopify-token', `shpat_${some(32, hex)}`],
  ['digitalocean-token', `dop_v1_${some(64, hex)}`],
  ['heroku-key', `HRKU-AA${some(58)}`],
  ['linear-key', `lin_api_${some(40)}`],
  ['atlassian-token', `ATATT3${some(186)}`],
  ['artifactory-token', `AKCp${some(69)}`],
  ['databricks-token', `dapi${some(32, hex)}`],
  ['pulumi-token', `pul-${some(40, hex)}`],
  ['tailscale-key', `tskey-auth-${some(12)}-${some(32)}`],
  ['openshift-token', `sha256~${some(43)}`],
  ['sonar-token', `squ_${some(40, hex)}`],
  ['age-secret-key', `AGE-SECRET-KEY-1${some(58, 'QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L')}`],
  ['jwt', `${jwt}.${some(86)}`],
  ['password-hash', `$2b$10$${some(53)}`],
  ['password-hash', `$6$${some(16)}$${some(86)}`],
  ['private-key', `-----BEGIN RSA PRIVATE KEY-----\n${some(64)}\n${some(64, alphabet, 'b')}\n`],
  ['private-key', `-----BEGIN PRIVATE KEY-----\\n${some(64)}\\n`],
  [
    'encoded-private-key',
    Buffer.from(`-----BEGIN EC PRIVATE KEY-----\n${some(64)}\n-----END EC PRIVATE KEY-----\n`).toString('base64'),
  ],
  ['alibaba-access-key-id', `LTAI${some(20)}`],
  ['airtable-token', `pat${some(14)}.${some(64, hex)}`],
  ['clojars-token', `CLOJARS_${some(60)}`],
  ['contentful-token', `CFPAT-${some(43)}`],
  ['duffel-token', `duffel_live_${some(43)}`],
  ['easypost-key', `EZAK${some(54)}`],
  ['facebook-app-token', `123456789012345|${some(27)}`],
  ['flutterwave-key', `FLWSECK_TEST-${some(32, hex)}-X`],
  ['frameio-token', `fio-u-${some(64)}`],
  ['intra42-secret', `s-s4t2ud-${some(64, hex)}`],
  ['mailchimp-key', `${some(32, hex)}-us12`],
  ['maxmind-key', `${some(6)}_${some(29)}_mmk`],
  ['octopus-key', `API-${some(26, upper)}`],
  ['shippo-token', `shippo_live_${some(40, hex)}`],
  ['square-token', `sq0atp-${some(22)}`],
  ['typeform-token', `tfp_${some(59)}`],
  ['vault-legacy-token', 's.Zq7vR2mKx9TbW4nLc8YdH3Js'],
  ['encoded-jwt', Buffer.from(`${jwt}.${some(86)}`).toString('base64')],
  ['azure-sas', `https://x.blob.core.windows.net/c?sv=2024-01-01&sig=${some(43)}%3D`],
  ['openvpn-static-key', `-----BEGIN OpenVPN Static key V1-----\n${`${some(32, hex)}\n`.repeat(16)}`],
  ['url-token', `https://${some(30)}@git.example.org/x.git`],
  ['url-userinfo', `://shop:${some(16)}@db.example.org`],
  ['basic-authorization', `Basic ${Buffer.from(`shop:${some(16)}`).toString('base64')}`],
  ['bearer-authorization', `Bearer ${some(40)}`],
];

describe('every format finds its token', () => {
  test.each(samples)('%s %#', (id, token) => {
    for (const text of [token, `key: ${token}\n`, `"${token}"`, `X=${token};`]) {
      expect(findTokens(text).map((found) => found.format.id)).toEqual([expect.stringContaining(id)]);
    }
  });
});

describe('a token whose checksum is wrong', () => {
  test.each([
    ['GitHub', 'ghp_16C7e42F292c6912E7710c838347Ae178B4a'],
    ['Grafana', 'glsa_yscW25imSKJIuav8zF37RZmnbiDvB05G_00000000'],
  ])('of %s is told as not genuine', (_, text) => {
    expect(findTokens(text).map((token) => token.isGenuine)).toEqual([false]);
  });

  test('is medium where it is deployed, and silent in prose', () => {
    const token = 'ghp_16C7e42F292c6912E7710c838347Ae178B4a';
    const [judgement] = judgeTokens(token);
    expect(judgement?.severity).toBe('medium');
    expect(judgement === undefined || countsInProse(judgement)).toBe(false);
  });
});

describe('what only resembles a token is none', () => {
  test.each([
    ['a sequence', 'AIzaSyabcdefghijklmnopqrstuvwxyz1234567'],
    ['Slack token in name only', `xoxp-1234-1234-1234-${'4ddbc191d40ee098'.repeat(2)}`],
    ['another Sentry token', 'sntrys_eyJpYXQiOjE3MDAwMDAwMDB9_Zq7vR2mKx9TbW4nLZq7vR2mKx9TbW4nLZq7vR2mKx9T'],
    ['an Anthropic key that does not end as they do', `sk-ant-api03-${'Zq7vR2mKx9TbW4nL'.repeat(6)}`],
    ['a redacted token', `ghp_${'x'.repeat(36)}`],
    ['a documented AWS key id', 'AKIAIOSFODNN7EXAMPLE'],
    ['a documented Slack webhook', 'hooks.slack.com/services/T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX'],
    [
      'the sample of jwt.io',
      'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiaWF0IjoxNTE2MjM5MDIyfQ.SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c',
    ],
    [
      'an unsigned JWT',
      `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from('{"sub":"x-is-a-subject"}').toString('base64url')}.${some(43)}`,
    ],
    ['a certificate', `-----BEGIN CERTIFICATE-----\n${some(64)}\n-----END CERTIFICATE-----`],
    ['a public key', `-----BEGIN PUBLIC KEY-----\n${some(64)}\n-----END PUBLIC KEY-----`],
    [
      'prose about keys',
      'begin with -----BEGIN RSA PRIVATE KEY----- and end as the documentation of the format says it must',
    ],
    ['a URL of variables', `https://\${USER}:\${PASSWORD}@host/`],
    ['a URL of placeholders', 'https://user:password@host/'],
    ['a part of a longer word', `x${'a'.repeat(10)}glpat-${some(20)}`.replace('glpat', 'aglpat')],
    ['Aladdin', 'Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=='],
  ])('%s', (_, text) => {
    expect(findTokens(text)).toEqual([]);
  });
});

test('ids are unique and every format has a keyword of its own', () => {
  const all = [...formats, ...vendorFormats, ...envelopeFormats];
  expect(new Set(all.map((format) => format.id)).size).toBe(all.length);
  const keywords = all.flatMap((format) => format.keywords);
  expect(new Set(keywords).size).toBe(keywords.length);
  for (const format of all) expect([format.id, format.pattern.sticky]).toEqual([format.id, true]);
});

test('the automaton finds what indexOf finds', () => {
  const keyword = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(
      fc.uniqueArray(keyword, { minLength: 1, maxLength: 8 }),
      fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é'), maxLength: 60 }),
      (keywords, text) => {
        const found: string[] = [];
        keywordScan(keywords).scan(text, (number, offset) => found.push(`${number}@${offset}`));
        const expected: string[] = [];
        keywords.forEach((word, number) => {
          for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) expected.push(`${number}@${at}`);
        });
        expect(found.sort()).toEqual(expected.sort());
      },
    ),
  );
});
