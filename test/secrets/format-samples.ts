import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
export const hexDigits = '0123456789abcdef';
export const capitals = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
const small = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** Characters that look random and are the same on every run. */
export function some(length: number, characters = alphabet, seed = ''): string {
  let text = '';
  for (let block = 0; text.length < length; block++) {
    for (const byte of createHash('sha256').update(`${characters}${length}${seed}${block}`).digest())
      text += characters.charAt(byte % characters.length);
  }
  return text.slice(0, length);
}

export const hex = (length: number) => some(length, hexDigits);
export const upper = (length: number) => some(length, capitals);
export const lower = (length: number) => some(length, small);
export const uuid = hex(32).replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5');
export const base64 = (text: string | Buffer) => Buffer.from(text).toString('base64');

/** The CRC-32 of a text in base 62, six digits. */
export function crcIn62(text: string): string {
  const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
  let rest = BigInt(crc32(text));
  let checksum = '';
  while (checksum.length < 6) {
    checksum = digits.charAt(Number(rest % 62n)) + checksum;
    rest /= 62n;
  }
  return checksum;
}

/** A token of GitHub's shape: its last six characters are the CRC-32 of the rest. */
function checksummed(prefix: string): string {
  const body = some(30, alphabet, prefix);
  return prefix + body + crcIn62(body);
}

const jwtOf = (header: object) =>
  [header, { iss: 'kubernetes/serviceaccount', sub: 'system:serviceaccount:shop:ci' }]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
const jwt = jwtOf({ alg: 'RS256', typ: 'JWT' });
const signature = some(86);

/** A DER SEQUENCE of `length` bytes that begins with these and goes on like a key that is nobody's. */
function sequence(begin: string, length: number): Buffer {
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.from(`30${Buffer.from(size).toString('hex')}${begin}${hex(length * 2 - begin.length)}`, 'hex');
}

const derKeys = [
  sequence('020100300d06092a864886f70d0101010500048204', 1214), // RSA 2048, PKCS #8
  sequence('0201000282010100', 1185), // RSA 2048, PKCS #1
  sequence('020100301306072a8648ce3d020106082a8648ce3d030107046d', 135), // P-256, PKCS #8
  sequence('020100301006072a8648ce3d020106052b810400230481d6', 238), // P-521, PKCS #8
  sequence('0201010420', 119), // P-256, SEC 1
  sequence('0201010420', 116), // secp256k1, SEC 1
  sequence('020100300506032b657004220420', 46), // Ed25519, PKCS #8
  sequence('020101300506032b657004220420', 83), // Ed25519 with its public key, RFC 5958 version 2
];
const spki = sequence('300506032b6570032100', 42);
const armor = (label: string, body: string) => `-----BEGIN ${label}-----\n${body}\n-----END ${label}-----\n`;

export interface Samples {
  /** Made-up tokens of the format, built by its provider's description; every keyword of the format is in one of them. */
  readonly tokens: readonly string[];
  /** What resembles one and is not: a character short, in another alphabet, without what belongs to it. */
  readonly others: readonly string[];
}

/** One body behind each prefix, and the same a character short. */
export function behind(
  prefixes: string | readonly string[],
  body: (length: number) => string,
  length: number,
): Samples {
  const all = [prefixes].flat();
  return {
    tokens: all.map((prefix) => prefix + body(length)),
    others: all.map((prefix) => prefix + body(length).slice(1)),
  };
}

export const more = (samples: Samples, tokens: readonly string[], others: readonly string[] = []): Samples => ({
  tokens: [...samples.tokens, ...tokens],
  others: [...samples.others, ...others],
});

const github = (prefix: string): Samples => ({
  tokens: [checksummed(prefix)],
  others: [checksummed(prefix).slice(0, -1)],
});

/** Samples of every format by its id. */
export const samplesOfFormats: Readonly<Record<string, Samples>> = {
  'github-pat': more(github('ghp_'), [], [`ghp_${'x'.repeat(36)}`]),
  'github-oauth': github('gho_'),
  'github-user-to-server': github('ghu_'),
  'github-server-to-server': more(github('ghs_'), [`ghs_12345_${jwt}.${signature}`], [`ghs_12345_${jwt}`]),
  'github-refresh': github('ghr_'),
  'github-fine-grained-pat': behind('github_pat_', (n) => `${some(22)}_${some(n)}`, 59),
  'gitlab-pat': more(behind('glpat-', some, 20), [`glpat-${some(27)}.01.${lower(9)}`], [`aglpat-${some(20)}`]),
  'gitlab-token': behind(
    ['glptt-', 'gldt-', 'glrt-', 'glcbt-', 'glft-', 'glimt-', 'glagent-', 'gloas-', 'glsoat-', 'glffct-', 'GR1348941'],
    some,
    20,
  ),
  'aws-access-key-id': more(
    behind(['AKIA', 'ASIA', 'ABIA', 'ACCA'], (n) => some(n, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'), 16),
    [],
    ['AKIAIOSFODNN7EXAMPLE', `AKIA${'1'.repeat(16)}`],
  ),
  'aws-bedrock-key': behind('ABSK', some, 109),
  'gcp-api-key': more(behind('AIza', some, 35), [], ['AIzaSyabcdefghijklmnopqrstuvwxyz1234567']),
  'gcp-oauth-secret': behind('GOCSPX-', some, 28),
  'gcp-oauth-token': behind('ya29.', some, 40),
  'azure-ad-client-secret': {
    tokens: [`aB38Q~${some(34)}`, `a.~8Q~${some(31)}`],
    others: [`aB38Q~${some(30)}`, `aB3xQ~${some(34)}`, `38Q~${some(34)}`],
  },
  'azure-storage-key': {
    tokens: [`AccountKey=${some(86)}==`, `SharedAccessKey=${some(43)}=`],
    others: [`AccountKey=${some(86)}`, `AccountKey=${some(40)}==`, `AccountKey=${'A'.repeat(86)}==`],
  },
  'slack-token': {
    tokens: [
      `xoxb-123456789012-1234567890123-${some(24)}`,
      `xoxp-123456789012-123456789012-1234567890123-${hex(32)}`,
      `xoxe-123456789012-123456789012-1234567890123-${hex(32)}`,
      `xoxa-2-${hex(12)}`,
      `xoxr-${hex(12)}`,
      `xoxs-12345-12345-12345-${hex(10)}`,
      `xoxo-12345-12345-12345-${hex(10)}`,
    ],
    others: [
      `xoxb-1234567-1234567-${some(24)}`,
      'xoxa-08532509747',
      `xoxp-1234-1234-1234-${'4ddbc191d40ee098'.repeat(2)}`,
      `xoxb-123456789012-1234567890123-${'a'.repeat(24)}`,
    ],
  },
  'slack-configuration-token': behind(['xoxe.xoxb-1-', 'xoxe.xoxp-1-'], some, 140),
  'slack-app-token': {
    tokens: [`xapp-1-A${upper(9)}-12345678901-${hex(64)}`],
    others: [`xapp-1-A${upper(9)}-1234567-${hex(64)}`, `xapp-1-A${upper(9)}-12345678901-${hex(31)}`],
  },
  'slack-webhook': {
    tokens: [
      `hooks.slack.com/services/T${upper(9)}/B${upper(9)}/${some(24)}`,
      `hooks.slack.com/workflows/T${upper(9)}/A${upper(9)}/418273645910/${some(24)}`,
    ],
    others: [
      'hooks.slack.com/services/T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX',
      `hooks.slack.com/docs/T${upper(9)}/B${upper(9)}/${some(24)}`,
    ],
  },
  'discord-webhook': {
    tokens: [`/api/webhooks/123456789012345678/${some(68)}`],
    others: [`/api/webhooks/1234567890123456/${some(68)}`, `/api/webhooks/123456789012345678/${some(59)}`],
  },
  'teams-webhook': {
    tokens: [`https://x.webhook.office.com/webhookb2/${uuid}@${uuid}/IncomingWebhook/${hex(32)}/${uuid}`],
    others: [`https://x.webhook.office.com/webhookb2/${uuid}@${uuid}/IncomingWebhook/${hex(31)}/${uuid}`],
  },
  'stripe-key': behind(['sk_live_', 'rk_live_', 'sk_test_', 'rk_test_', 'sk_prod_', 'rk_prod_', 'whsec_'], some, 16),
  'twilio-key': more(behind('SK', hex, 32), [], [`SK${'F'.repeat(32)}`]),
  'sendgrid-key': {
    tokens: [`SG.${some(22)}.${some(43)}`, `SG.${some(66)}`],
    others: [`SG.${some(22)}.${some(42)}`, `SG.${some(65)}`],
  },
  'mailgun-key': behind('key-', hex, 32),
  'brevo-key': behind([`xkeysib-${hex(64)}-`, `xsmtpsib-${hex(64)}-`], some, 16),
  'npm-token': github('npm_'),
  'pypi-token': behind('pypi-AgE', some, 50),
  'rubygems-key': behind('rubygems_', hex, 48),
  'docker-hub-token': behind(['dckr_pat_', 'dckr_oat_'], some, 27),
  'vault-token': behind(['hvs.', 'hvb.', 'hvr.'], some, 24),
  'terraform-cloud-token': {
    tokens: [`${some(14)}.atlasv1.${some(67)}`],
    others: [`${some(13)}.atlasv1.${some(67)}`, `${some(14)}.atlasv1.${some(59)}`],
  },
  'grafana-service-account': {
    tokens: ['glsa_yscW25imSKJIuav8zF37RZmnbiDvB05G_fcaaf58a'],
    others: ['glsa_yscW25imSKJIuav8zF37RZmnbiDvB05_fcaaf58a'],
  },
  'grafana-cloud-token': behind('glc_', some, 32),
  'grafana-api-key': behind('eyJrIjoi', some, 70),
  'sentry-token': {
    tokens: [`sntrys_eyJpYXQiO${some(30)}LCJyZWdpb25fdXJs${some(30)}_${some(43)}`],
    others: [
      `sntrys_eyJpYXQiO${some(30)}LCJyZWdpb25fdXJs${some(30)}_${some(42)}`,
      'sntrys_eyJpYXQiOjE3MDAwMDAwMDB9_Zq7vR2mKx9TbW4nLZq7vR2mKx9TbW4nLZq7vR2mKx9T',
    ],
  },
  'sentry-user-token': behind('sntryu_', hex, 64),
  'new-relic-key': behind('NRAK-', upper, 27),
  'new-relic-insights-key': more(
    behind(['NRII-', 'NRIQ-'], some, 25),
    [`NRII-${hex(32)}`],
    ['NRIQ-Xc_V8HruIZ271_l9FQm-_nJ7', 'NRIQ-the-name-of-what-we-ask-for'],
  ),
  'new-relic-browser-key': behind('NRJS-', hex, 19),
  'new-relic-license': {
    tokens: [`${hex(32)}FFFFNRAL`, `${hex(32)}NRAL`, `eu01xx${hex(26)}FFFFNRAL`],
    others: [`${hex(31)}FFFFNRAL`, `${hex(32)}FFFFNRALS`, `eu01${hex(26)}FFFFNRAL`],
  },
  'dynatrace-token': behind([`dt0c01.${upper(24)}.`, `dt0s16.${upper(24)}.`, `dt0s01.${upper(24)}.`], upper, 64),
  'openai-key': {
    tokens: ['sk-proj-', 'sk-svcacct-', 'sk-admin-'].map((prefix) => `${prefix}${some(74)}T3BlbkFJ${some(74)}`),
    others: [`sk-proj-${some(74)}${some(74)}`, `sk-proj-${some(19)}T3BlbkFJ${some(74)}`],
  },
  'openai-legacy-key': {
    tokens: [`sk-${some(20)}T3BlbkFJ${some(20, alphabet, 'x')}`],
    others: [`sk-${some(19)}T3BlbkFJ${some(20)}`, `sk-${some(20)}T3BlbkFJ${some(19)}`],
  },
  'anthropic-key': {
    tokens: ['sk-ant-api03-', 'sk-ant-admin01-', 'sk-ant-oat01-'].map((prefix) => `${prefix}${some(93)}AA`),
    others: [`sk-ant-api03-${some(91)}AA`, `sk-ant-api03-${'Zq7vR2mKx9TbW4nL'.repeat(6)}`],
  },
  'hugging-face-token': behind(['hf_', 'api_org_'], (n) => some(n, alphabet.slice(0, 52)), 34),
  'replicate-token': behind('r8_', some, 37),
  'doppler-token': behind(['dp.pt.', 'dp.st.', 'dp.ct.', 'dp.sa.', 'dp.scim.', 'dp.audit.'], some, 40),
  '1password-token': behind('ops_eyJ', some, 200),
  '1password-secret-key': {
    tokens: [
      `A3-${upper(6)}-${upper(11)}-${some(5, capitals, 'a')}-${some(5, capitals, 'b')}-${some(5, capitals, 'c')}`,
      `A3-${upper(6)}-${some(6, capitals, 'a')}-${upper(5)}-${some(5, capitals, 'a')}-${some(5, capitals, 'b')}-${some(5, capitals, 'c')}`,
    ],
    others: [
      `A3-${upper(6)}-${upper(10)}-${some(5, capitals, 'a')}-${some(5, capitals, 'b')}-${some(5, capitals, 'c')}`,
    ],
  },
  'telegram-bot-token': {
    tokens: [`123456789:AA${some(33)}`],
    others: [`1234567:AA${some(33)}`, `12345678901:AA${some(33)}`, `123456789:AA${some(34)}`],
  },
  'shopify-token': behind(['shpat_', 'shpca_', 'shppa_', 'shpss_'], hex, 32),
  'digitalocean-token': behind(['dop_v1_', 'doo_v1_', 'dor_v1_'], hex, 64),
  'heroku-key': behind('HRKU-AA', some, 58),
  'linear-key': behind(['lin_api_', 'lin_oauth_'], some, 40),
  'atlassian-token': behind(['ATATT3', 'ATCTT3', 'ATBB'], some, 28),
  'artifactory-token': {
    tokens: [`AKCp${some(55)}`, `cmVmdGtuO${some(56)}`],
    others: [`AKCp${some(54)}`, `cmVmdGtuO${some(54)}`],
  },
  'artifactory-reference-token': behind('cmVmd', some, 59),
  'databricks-token': more(behind('dapi', hex, 32), [`dapi${hex(32)}-2`]),
  'pulumi-token': behind('pul-', hex, 40),
  'postman-key': behind(`PMAK-${hex(24)}-`, hex, 34),
  'planetscale-token': behind(['pscale_tkn_', 'pscale_pw_', 'pscale_oauth_'], some, 32),
  'notion-token': behind('ntn_', (n) => `12345678901${some(n)}`, 35),
  'figma-token': behind(['figd_', 'figo_'], some, 40),
  'vercel-token': behind(['vcp_', 'vca_', 'vcr_', 'vck_'], some, 24),
  'cloudflare-origin-ca-key': behind(`v1.0-${hex(24)}-`, hex, 146),
  'tailscale-key': behind(['tskey-auth-', 'tskey-api-', 'tskey-client-', 'tskey-scim-', 'tskey-webhook-'], some, 16),
  'fly-token': behind(['fo1_', 'fm1a_', 'fm1r_', 'fm2_'], some, 43),
  'openshift-token': behind('sha256~', some, 43),
  'ngrok-token': behind('ngrok_api_', some, 40),
  'snyk-token': behind(['snyk_uat.', 'snyk_sat.'], some, 60),
  'sonar-token': behind(['sqp_', 'squ_', 'sqa_'], some, 40),
  'sourcegraph-token': more(behind('sgp_', hex, 40), [`sgp_${hex(16)}_${hex(40)}`, `sgp_local_${hex(40)}`]),
  'harness-token': behind([`pat.${some(22)}.${some(24)}.`, `sat.${some(22)}.${some(24)}.`], some, 20),
  'prefect-key': behind(['pnu_', 'pnb_'], some, 36),
  'supabase-token': behind(['sbp_', 'sb_secret_'], some, 31),
  'perplexity-key': behind('pplx-', some, 48),
  'groq-key': behind('gsk_', some, 52),
  'okta-token': behind('SSWS 00', some, 40),
  'age-secret-key': more(
    behind('AGE-SECRET-KEY-1', (n) => some(n, 'QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L'), 58),
    [],
    [`AGE-SECRET-KEY-1${'B1I'.repeat(19)}B`],
  ),
  jwt: {
    tokens: [`${jwt}.${signature}`],
    others: [
      jwt,
      `${jwt}.${some(19)}`,
      `${jwtOf({ alg: 'none' })}.${signature}`,
      'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiaWF0IjoxNTE2MjM5MDIyfQ.SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c',
    ],
  },
  'gitlab-session': behind('_gitlab_session=', hex, 32),
  'password-hash': {
    tokens: [
      ...['a', 'b', 'y'].map((kind) => `$2${kind}$10$${some(53)}`),
      `$apr1$${some(8)}$${some(22)}`,
      `$5$${some(16)}$${some(43)}`,
      `$6$rounds=5000$${some(16)}$${some(86)}`,
      `$argon2id$v=19$m=65536,t=3,p=4$${some(22)}$${some(43)}`,
    ],
    others: [`$2b$10$${some(52)}`, `$6$${some(16)}$${some(42)}`, `$2b$10$${'.'.repeat(53)}`],
  },
  'alibaba-access-key-id': behind('LTAI', some, 12),
  'airtable-token': behind(`pat${some(14)}.`, hex, 64),
  'authress-key': behind(
    ['sc_', 'ext_', 'scauth_', 'authress_'].map((prefix) => `${prefix}${some(20)}.${some(4)}.acc-${some(20)}.`),
    some,
    30,
  ),
  'bedrock-short-lived-key': {
    tokens: [`bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29t${some(200)}`],
    others: [`bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29${some(200)}`],
  },
  'clojars-token': behind('CLOJARS_', some, 60),
  'contentful-token': behind('CFPAT-', some, 43),
  'defined-networking-token': behind(`dnkey-${some(26)}-`, some, 52),
  'duffel-token': behind(['duffel_test_', 'duffel_live_'], some, 43),
  'easypost-key': behind(['EZAK', 'EZTK'], some, 54),
  'facebook-token': behind(['EAAM', 'EAAC'], some, 80),
  'facebook-app-token': {
    tokens: [`123456789012345|${some(27)}`],
    others: [`12345678901234|${some(27)}`, `123456789012345|${some(26)}`, `123456789012345|${some(28)}`],
  },
  'flutterwave-key': {
    tokens: [
      `FLWSECK_TEST-${hex(32)}-X`,
      `FLWSECK-${hex(32)}-X`,
      `FLWSECK_LIVE-${hex(32)}-X`,
      `FLWSECK_TEST-${hex(12)}`,
    ],
    others: [`FLWSECK_TEST-${hex(31)}-X`, `FLWPUBK_TEST-${hex(32)}-X`],
  },
  'frameio-token': behind('fio-u-', some, 64),
  'infracost-key': more(behind('ico-', some, 32), [], [`ico-${'iconsofthefirstpageofthe'.padEnd(32, 'a')}`]),
  'intra42-secret': behind(['s-s4t2ud-', 's-s4t2af-'], hex, 64),
  'mailchimp-key': { tokens: [`${hex(32)}-us12`], others: [`${hex(31)}-us12`, `${hex(32)}-us123`] },
  'mapbox-secret-token': behind(`sk.eyJ${some(60)}.`, some, 20),
  'maxmind-key': {
    tokens: [`${some(6)}_${some(29)}_mmk`],
    others: [`${some(6)}_${some(28)}_mmk`, `${some(6)}_${some(29)}_mmks`],
  },
  'nuget-key': behind('oy2', lower, 43),
  'octopus-key': more(behind('API-', upper, 25), [`API-${upper(29)}`], [`API-${hex(32).toUpperCase()}`]),
  'readme-key': behind('rdme_', lower, 70),
  'scalingo-token': behind('tk-us-', some, 48),
  'settlemint-token': behind(['sm_aat_', 'sm_pat_', 'sm_sat_'], some, 16),
  'shippo-token': behind(['shippo_live_', 'shippo_test_'], hex, 40),
  'square-token': behind(['sq0atp-', 'sq0csp-'], some, 22),
  'square-access-token': behind('EAAA', some, 60),
  'typeform-token': behind('tfp_', some, 59),
  'yandex-api-key': behind('AQVN', some, 35),
  'yandex-access-key': behind('YC', some, 38),
  'yandex-iam-token': behind(`t1.${some(60)}.`, some, 86),
  'adobe-client-secret': behind('p8e-', lower, 32),
  'vault-legacy-token': {
    tokens: ['s.Zq7vR2mKx9TbW4nLc8YdH3Js'],
    others: ['s.Zq7vR2mKx9TbW4nLc8YdH3J', 'this.Zq7vR2mKx9TbW4nLc8YdH3Js', 's.ZqvRmKxTbWnLcYdHJsZqvRmK'],
  },
  'clickhouse-cloud-key': behind('4b1d', some, 38),
  'gocardless-or-lob-key': {
    tokens: ['live_', 'test_', 'sandbox_'].map((prefix) => prefix + some(40)),
    others: [`live_${some(39)}`, 'test_a_name_of_a_case_that_has_forty_letters'],
  },
  'plaid-token': {
    tokens: ['sandbox', 'development', 'production'].map((place) => `access-${place}-${uuid}`),
    others: [`access-sandbox-${uuid.slice(1)}`, `access-staging-${uuid}`],
  },
  'encoded-jwt': {
    tokens: [base64(`${jwt}.${signature}`)],
    others: [base64(jwt), base64(`${jwtOf({ alg: 'none' })}.${signature}`)],
  },
  'azure-sas': {
    tokens: [
      `https://x.blob.core.windows.net/c?sv=2024-01-01&sig=${some(43)}%3D`,
      `<!--https://x.blob.core.windows.net/c?sv=2024-01-01&sig=${some(43)}%3D-->`,
      `https://x.logic.azure.com/workflows/x/triggers/manual/paths/invoke?sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig=${some(43)}`,
    ],
    others: [
      `https://x.blob.core.windows.net/c?sv=2024-01-01&sig=${some(42)}%3D`,
      `https://x.example.org/invoke?sv=1.0&sig=${some(43)}`,
    ],
  },
  'private-key': {
    tokens: [
      armor('RSA PRIVATE KEY', `${some(64)}\n${some(64, alphabet, 'b')}`),
      `-----BEGIN PRIVATE KEY-----\\n${some(64)}\\n`,
      armor('PGP PRIVATE KEY BLOCK', `Version: x\n\n${some(64)}`),
    ],
    others: [
      armor('CERTIFICATE', some(64)),
      armor('PUBLIC KEY', some(64)),
      armor('PRIVATE KEY', 'x'.repeat(64)),
      'begin with -----BEGIN RSA PRIVATE KEY----- and end as the documentation of the format says it must',
    ],
  },
  'putty-private-key': {
    tokens: [`PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\nComment: x\nPrivate-Lines: 1\n${some(48)}\n`],
    others: [`PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\nComment: x\nPublic-Lines: 1\n${some(48)}\n`],
  },
  'encoded-private-key': {
    tokens: [base64(armor('EC PRIVATE KEY', some(64)))],
    others: [base64(armor('CERTIFICATE', some(64)))],
  },
  'url-userinfo': {
    tokens: [
      `://shop:${some(16)}@db.example.org`,
      `://shop:Specht-77#${some(8)}@db.example.org`,
      `://shop:x/${some(16)}@db:5432/app`,
    ],
    others: [
      `https://\${USER}:\${PASSWORD}@host/`,
      'https://user:password@host/',
      `://shop@db.example.org/${some(16)}`,
      `://shop:${some(16)}/db.example.org`,
      `http://shop:8080/${some(16)}@db.example.org`,
      `http://shop:$PORT/${some(16)}@db.example.org`,
      'http://shop:port/users@example.org',
    ],
  },
  'der-private-key': {
    tokens: derKeys.map(base64),
    others: [base64(spki), base64(derKeys[0] ?? '').slice(0, 400), base64(sequence('020105', 1000))],
  },
  'openvpn-static-key': {
    tokens: [`-----BEGIN OpenVPN Static key V1-----\n${`${hex(32)}\n`.repeat(16)}`],
    others: [`-----BEGIN OpenVPN Static key V1-----\n${`${hex(32)}\n`.repeat(7)}`],
  },
  'url-token': {
    tokens: [`https://${some(30)}@git.example.org/x.git`],
    others: ['https://a-name-of-somebody-who@git.example.org/x.git', `https://git.example.org/${some(30)}`],
  },
  'basic-authorization': {
    tokens: [`Basic ${base64(`shop:${some(16)}`)}`, `basic ${base64(`shop:${some(16)}`)}`],
    others: ['Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==', `Basic ${base64(some(24))}`, 'Basic authentication'],
  },
  'registry-login': {
    tokens: [
      `{\\"auth\\":\\"${base64(`shop:${some(16)}`)}\\"}`,
      `{\\\\\\"auth\\\\\\": \\\\\\"${base64(`shop:${some(16)}`)}\\\\\\"}`,
    ],
    others: [`{\\"auth\\":\\"${base64(some(24))}\\"}`, `{\\"auth\\":\\"${base64('shop:changeme')}\\"}`],
  },
  'bearer-authorization': {
    tokens: [`Bearer ${some(40)}`, `bearer ${some(40)}`],
    others: ['Bearer sha256~zGNabcdefghijklmno...CyE', 'Bearer authenticationtoken', `Bearer \${TOKEN_OF_SOMETHING}`],
  },
};
