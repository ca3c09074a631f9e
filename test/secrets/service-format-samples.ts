import {
  base64,
  behind,
  capitals,
  crcIn62,
  hex,
  hexDigits,
  lower,
  more,
  type Samples,
  some,
  upper,
  uuid,
} from './format-samples.ts';

const letters = (length: number) => some(length, 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz');
const hexAfter = (seed: string) => (length: number) => some(length, hexDigits, seed);

/** A key with a mark inside; the same with one character too few before it, and behind it. */
function marked(before: number, mark: string, rest: string): Samples {
  return {
    tokens: [some(before) + mark + rest],
    others: [
      some(before - 1) + mark + rest,
      some(before) + mark + rest.slice(1),
      some(before) + mark.toLowerCase() + rest,
    ],
  };
}

const uuidBehind = (...prefixes: readonly string[]): Samples => ({
  tokens: prefixes.map((prefix) => prefix + uuid),
  others: prefixes.map((prefix) => prefix + uuid.slice(1)),
});

const tunnel = (fields: object) => base64(JSON.stringify(fields)).replace(/=+$/, '');
const matrix = `syt_${letters(12)}_${letters(20)}`;

/** Samples of the formats of services and platforms, by their ids. */
export const samplesOfServiceFormats: Readonly<Record<string, Samples>> = {
  'apify-token': behind('apify_api_', some, 36),
  'browserbase-key': behind('bb_live_', some, 27),
  'cerebras-key': behind('csk-', lower, 48),
  'daytona-key': behind('dtn_', hex, 64),
  'e2b-key': behind('e2b_', hex, 40),
  'elevenlabs-key': behind('sk_', hex, 48),
  'firecrawl-key': behind('fc-', hex, 32),
  'helicone-key': behind(
    'sk-helicone-',
    (n) => `${lower(7)}-${some(7, hexDigits, 'b')}-${some(7, hexDigits, 'c')}-${lower(n)}`,
    7,
  ),
  'jina-key': behind('jina_', (n) => hex(32) + some(n), 28),
  'langfuse-key': uuidBehind('sk-lf-'),
  'langsmith-key': behind(['lsv2_pt_', 'lsv2_sk_'], (n) => `${hex(32)}_${hex(n)}`, 10),
  'llamacloud-key': behind('llx-', some, 48),
  'nvidia-key': behind('nvapi-', some, 64),
  'openrouter-key': behind('sk-or-v1-', hex, 64),
  'pinecone-key': {
    tokens: [`pcsk_${some(6)}_${some(63)}`, `pcsk_${some(5)}_${some(63)}`],
    others: [`pcsk_${some(6)}_${some(62)}`, `pcsk_${some(4)}_${some(63)}`],
  },
  'runpod-key': behind('rpa_', upper, 40),
  'tavily-key': behind(['tvly-', 'tvly-dev-', 'tvly-prod-'], some, 32),
  'together-key': behind('tgp_v1_', some, 43),
  'xai-key': behind('xai-', some, 80),
  'azure-key': marked(52, 'JQQJ99', `${some(18)}ACOG${some(4)}`),
  'azure-functions-key': marked(44, 'AzFu', `${some(5)}A==`),
  'azure-search-key': marked(42, 'AzSe', `D${some(5)}`),
  'azure-cache-key': marked(33, 'AzCa', `P${some(5)}=`),
  'azure-registry-key': marked(42, '+ACR', `D${some(5)}`),
  'aws-session-token': behind(['IQoJb3JpZ2lu', 'FwoGZXIvYXdz'], some, 200),
  'aws-appsync-key': more(behind('da2-', lower, 26), [], ['da2-abcdefghijklmnopqrstuvwxyz', `da2-${lower(27)}`]),
  'cloudflare-key': more(
    behind(['cfk_', 'cfut_', 'cfat_'], (n) => `${some(40)}${hex(n)}`, 8),
    [],
    [`cfut_${some(40)}${hex(12)}`, `cfut_${some(40)}${'wxyz'.repeat(2)}`],
  ),
  'cloudflare-tunnel-token': {
    tokens: [tunnel({ a: hex(32), t: uuid, s: base64(hex(32)) })],
    others: [tunnel({ a: 'what is not an account, and long enough to be one of these', t: uuid, s: base64(hex(32)) })],
  },
  'dnsimple-token': behind(['dnsimple_a_', 'dnsimple_u_'], some, 32),
  'google-refresh-token': behind('1//0', some, 60),
  'netlify-token': behind(['nfp_', 'nfc_', 'nfo_', 'nfb_', 'nfu_'], some, 36),
  'porkbun-key': behind('sk1_', hex, 64),
  'render-key': behind('rnd_', some, 28),
  'tencent-secret-id': behind('AKID', some, 32),
  'upcloud-token': behind('ucat_', upper, 26),
  'akamai-token': more(
    behind('akab-', (n) => `${lower(16)}-${some(n, hexDigits, 'b')}`, 16),
    [],
    [`akab-${lower(16)}-${some(16, hexDigits, 'b')}.luna.akamaiapis.net`],
  ),
  'k3s-token': {
    tokens: [`K10${hex(64)}::server:${hexAfter('b')(32)}`, `K10${hex(64)}::node:${some(20)}`],
    others: [`K10${hex(63)}::server:${hexAfter('b')(32)}`, `K10${hex(64)}:server:${hexAfter('b')(32)}`],
  },
  'rancher-token': behind(['token-x7k2m:', 'kubeconfig-u-x7k2mq:', 'kubeconfig-user-x7k2mq9:'], lower, 54),
  'portainer-token': {
    tokens: [`ptr_${some(43)}=`],
    others: [`ptr_${some(42)}=`, `ptr_${some(43)}`],
  },
  'netbird-token': { tokens: [`nbp_${some(30)}${crcIn62(some(30))}`], others: [`nbp_${some(35)}`] },
  'unleash-token': behind(['*:*.', 'default:development.', 'shop:production.'], hex, 56),
  'launchdarkly-key': uuidBehind('sdk-'),
  'bitwarden-token': {
    tokens: [`0.${uuid}.${some(30)}:${some(22)}==`],
    others: [`0.${uuid}.${some(29)}:${some(22)}==`, `0.${uuid}.${some(30)}:${some(22)}`],
  },
  'infisical-token': behind('st.', (n) => `${hex(24)}.${hexAfter('b')(32)}.${hexAfter('c')(n)}`, 32),
  'aiven-password': behind('AVNS_', some, 19),
  'astra-token': behind('AstraCS:', (n) => `${some(24)}:${hex(n)}`, 64),
  'cockroach-key': behind('CCDB1_', (n) => `${some(22)}_${some(n)}`, 40),
  'confluent-secret': behind('cflt', some, 60),
  'dbt-token': behind(['dbtc_', 'dbtu_'], some, 36),
  'elastic-cloud-key': behind('essu_', some, 44),
  'influxdb-token': behind('apiv3_', some, 86),
  'metabase-key': { tokens: [`mb_${some(43)}=`], others: [`mb_${some(42)}=`, `mb_${some(43)}`] },
  'mongodb-atlas-secret': behind('mdb_sa_sk_', some, 40),
  'neon-key': behind('napi_', lower, 64),
  'neon-password': more(behind('npg_', some, 12), [], ['npg_passwordhere']),
  'xata-key': behind('xau_', some, 32),
  'buildkite-token': behind(['bkua_', 'bkaa_', 'bkaj_', 'bkct_'], some, 40),
  'circleci-token': behind(['CCIPAT_', 'CCIPRJ_'], (n) => `${some(22)}_${hex(n)}`, 40),
  'crates-token': behind('cio', some, 32),
  'depot-token': behind(['depot_user_', 'depot_org_', 'depot_project_'], hex, 64),
  'jetbrains-token': {
    tokens: ['perm:', 'perm-'].map((prefix) => `${prefix}${base64('ada')}.${base64('ci of the shop')}.${some(30)}`),
    others: [`perm:${base64('ada')}.${base64('ci of the shop')}.${some(29)}`, `perm:${base64('ada')}.${some(30)}`],
  },
  'packagist-token': behind(['packagist_ort_', 'packagist_out_', 'packagist_uut_'], hex, 68),
  'teamcity-token': {
    tokens: [`eyJ0eXAiOiAiVENWMiJ9.${some(38)}.${some(48)}`],
    others: [`eyJ0eXAiOiAiVENWMiJ9.${some(38)}`, `eyJ0eXAiOiAiVENWMiJ9.${some(19)}.${some(48)}`],
  },
  'matrix-token': {
    tokens: [`${matrix}_${crcIn62(matrix)}`],
    others: [`${matrix.slice(0, -1)}_${crcIn62(matrix)}`, matrix],
  },
  'otp-secret': {
    tokens: [`otpauth://totp/Shop:ada?issuer=Shop&secret=${some(32, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567')}`],
    others: [
      `otpauth://totp/Shop:ada?secret=${some(15, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567')}`,
      'otpauth://totp/Shop:ada?issuer=Shop',
    ],
  },
  'secret-token-uri': {
    tokens: [`secret-token:${some(30)}`],
    others: ['secret-token:the-name-of-a-secret', `secret-token:${some(15)}`],
  },
  'axiom-token': uuidBehind('xaat-', 'xapt-'),
  'braintree-token': behind(['access_token$production$', 'access_token$sandbox$'], (n) => `${lower(16)}$${hex(n)}`, 32),
  'alchemy-key': behind('alcht_', some, 30),
  'bitbucket-token': {
    tokens: [`BBDC-${base64(`198014302023:${some(20)}`)}`],
    others: [
      `BBDC-${base64(`nonumberatal:${some(20)}`)}`,
      `BBDC-${base64(`198014302023:${some(20)}`).slice(2)}`,
      `BBDC-${base64(`198014302023:${some(19)}`)}`,
    ],
  },
  'discord-token': {
    tokens: ['10', '23', '34', '46', '57', '68', '79', '81', '97'].map(
      (start) => `${base64(`${start}8622483471925248`)}.Cl2FMQ.${some(27)}`,
    ),
    others: [
      `${base64('198622483471925x48')}.Cl2FMQ.${some(27)}`,
      `${base64('198622483471925248')}.Cl2FM.${some(27)}`,
      `${base64('198622483471925248')}.Cl2FMQ.${some(26)}`,
    ],
  },
  'photoroom-key': more(behind('sk_pr_', hex, 40), [`sk_pr_shop_${hex(40)}`]),
  'tines-webhook': {
    tokens: [`https://shop.tines.com/webhook/${lower(32)}/${hex(32)}`],
    others: [`https://shop.tines.com/webhook/${lower(31)}/${hex(32)}`, `https://shop.tines.com/webhook/${lower(32)}`],
  },
  'zapier-webhook': {
    tokens: ['https://hooks.zapier.com/hooks/catch/5723401/x7k2qp9/'],
    others: [
      'https://hooks.zapier.com/hooks/catch/5723401/',
      'https://hooks.zapier.com/hooks/standard/5723401/x7k2qp9/',
    ],
  },
  'checkly-key': behind('cu_', hex, 32),
  'coralogix-key': behind(['cxtp_', 'cxup_', 'cxap_'], some, 30),
  'dropbox-token': more(behind('sl.', some, 130), [`sl.u.${some(140)}`]),
  'honeycomb-key': behind(['hcaik_', 'hcaic_', 'hcbik_'], lower, 58),
  'hubspot-token': uuidBehind('pat-na1-', 'pat-na2-', 'pat-eu1-', 'pat-ap1-'),
  'intercom-token': behind('dG9rO', some, 45),
  'klaviyo-or-clickup-key': {
    tokens: [`pk_${hex(34)}`, `pk_1234567_${upper(32)}`],
    others: [`pk_${hex(33)}`, `pk_1234567_${upper(31)}`],
  },
  'linkedin-secret': behind(['WPL_AP0.', 'WPL_AP1.'], (n) => `${some(16)}.${some(n)}`, 4),
  'mailersend-token': behind('mlsn.', hex, 64),
  'notion-legacy-token': more(
    behind('secret_', some, 43),
    [],
    [`secret_${'names_of_things_that_have_words'.padEnd(43, 'a')}`],
  ),
  'onesignal-key': behind(['os_v2_app_', 'os_v2_org_'], lower, 80),
  'paddle-key': behind(['pdl_live_apikey_', 'pdl_sdbx_apikey_'], (n) => `${lower(26)}_${some(22)}_${some(n)}`, 3),
  'posthog-key': behind('phx_', some, 43),
  'pubnub-key': behind('sec-c-', some, 43),
  'rapidapi-key': {
    tokens: [`${hex(10)}msh${hex(15)}p1${hex(6)}jsn${hex(12)}`],
    others: [`${hex(9)}msh${hex(15)}p1${hex(6)}jsn${hex(12)}`, `${hex(10)}msh${hex(15)}p1${hex(6)}jsn${hex(11)}`],
  },
  'resend-key': behind('re_', (n) => `${some(8)}_${some(n)}`, 24),
  'retool-token': behind('retool_', lower, 26),
  'rootly-key': behind('rootly_', hex, 64),
  'salesforce-session': behind('00D', (n) => `${some(12)}!${some(n)}`, 80),
  'stytch-secret': behind(['secret-live-', 'secret-test-'], some, 36),
  'telnyx-key': behind('KEY', (n) => `${some(32, '0123456789ABCDEF')}_${some(n)}`, 22),
  'trello-token': behind('ATTA', hex, 72),
  'twitter-bearer-token': {
    tokens: [`${'A'.repeat(21)}${some(40)}%2B${some(40, capitals)}`],
    others: [`${'A'.repeat(21)}${some(83)}`, `${'A'.repeat(20)}-${some(40)}%2B${some(40, capitals)}`],
  },
  'vk-token': behind('vk1.a.', some, 100),
  'django-secret-key': behind('django-insecure-', some, 50),
  'laravel-key': { tokens: [`base64:${some(43)}=`], others: [`base64:${some(42)}=`, `base64:${some(43)}`] },
};
