import { hasSequence, looksGenerated } from '../value/entropy.ts';
import { hasGithubChecksum, hasSynapseChecksum } from './checksum.ts';
import { prefixed, varied } from './prefixed-format.ts';
import type { TokenFormat } from './token-format.ts';
import { isTunnelToken } from './token-structure.ts';

const critical = 'critical' as const;
const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';

/** A key whose mark is after `before` characters of it, as Microsoft's identifiable keys have it. */
const marked = (id: string, name: string, mark: string, before: string, rest: string): TokenFormat => ({
  id,
  name,
  keywords: [mark],
  precededBy: new RegExp(`(?<![A-Za-z0-9+/_-])${before}$`),
  pattern: new RegExp(`${mark.replace(/[+]/g, '\\$&')}${rest}(?![A-Za-z0-9+/_-])`, 'y'),
  check: varied,
  severity: critical,
  inWord: true,
});

/**
 * Credentials of clouds, clusters, networks, databases and pipelines. Sources: the providers' documentation, and their sources where
 * these are open.
 */
export const platformFormats: readonly TokenFormat[] = [
  // Clouds.
  marked(
    'azure-key',
    'a key of an Azure service',
    'JQQJ99',
    '[A-Za-z0-9]{52}',
    '[A-Za-z0-9]{18}[A-Z0-9]{4}[A-Za-z0-9]{4}',
  ),
  marked('azure-functions-key', 'a key of an Azure function', 'AzFu', '[\\w-]{44}', '[\\w-]{5}[AQgw]=='),
  marked('azure-search-key', 'an Azure AI Search key', 'AzSe', '[A-Za-z0-9]{42}', '[A-D][A-Za-z0-9]{5}'),
  marked('azure-cache-key', 'an Azure Cache access key', 'AzCa', '[A-Za-z0-9]{33}', '[A-P][A-Za-z0-9]{5}='),
  marked(
    'azure-registry-key',
    'a password of an Azure container registry',
    '+ACR',
    '[A-Za-z0-9+/]{42}',
    '[A-D][A-Za-z0-9]{5}',
  ),
  prefixed(
    'aws-session-token',
    'an AWS session token',
    ['IQoJb3JpZ2lu', 'FwoGZXIvYXdz'],
    '[A-Za-z0-9+/]{200,2000}={0,2}',
  ),
  {
    ...prefixed('aws-appsync-key', 'an AWS AppSync API key', 'da2-', '[0-9a-z]{26}'),
    check: (key) => varied(key) && !hasSequence(key),
  },
  prefixed('cloudflare-key', 'a Cloudflare API token', ['cfk_', 'cfut_', 'cfat_'], '[0-9A-Za-z]{40}[0-9a-f]{8}'),
  {
    ...prefixed(
      'cloudflare-tunnel-token',
      'the token of a Cloudflare tunnel',
      'eyJhIjoi',
      '[A-Za-z0-9+/]{100,400}={0,2}',
    ),
    check: isTunnelToken,
  },
  prefixed('dnsimple-token', 'a DNSimple API token', ['dnsimple_a_', 'dnsimple_u_'], '[0-9A-Za-z]{32}'),
  {
    ...prefixed('google-refresh-token', 'a Google OAuth refresh token', '1//0', '[\\w-]{60,120}'),
    check: looksGenerated,
  },
  prefixed('netlify-token', 'a Netlify token', ['nfp_', 'nfc_', 'nfo_', 'nfb_', 'nfu_'], '[0-9A-Za-z]{36}'),
  prefixed('porkbun-key', 'a Porkbun secret API key', 'sk1_', '[0-9a-f]{64}'),
  prefixed('render-key', 'a Render API key', 'rnd_', '[0-9A-Za-z]{28,32}'),
  { ...prefixed('tencent-secret-id', 'a Tencent Cloud secret id', 'AKID', '[0-9A-Za-z]{32}'), severity: 'medium' },
  prefixed('upcloud-token', 'an UpCloud API token', 'ucat_', '[0-9A-Z]{26}'),
  {
    id: 'akamai-token',
    name: 'an Akamai API client token',
    keywords: ['akab-'],
    // The API's host begins like its tokens.
    pattern: /akab-[0-9a-z]{16}-[0-9a-z]{16}(?![\w.-])/y,
    check: varied,
    severity: critical,
    mask: 'akab-',
  },

  // Clusters and networks.
  prefixed('k3s-token', 'a K3s or RKE2 token', 'K10', '[0-9a-f]{64}::[\\w-]{1,32}:[\\w.-]{6,128}'),
  prefixed(
    'rancher-token',
    'a Rancher API token',
    ['token-', 'kubeconfig-u-', 'kubeconfig-user-'],
    '[0-9a-z]{5,16}:[0-9a-z]{54}',
  ),
  prefixed('portainer-token', 'a Portainer access token', 'ptr_', '[A-Za-z0-9+/]{43}='),
  { ...prefixed('netbird-token', 'a NetBird access token', 'nbp_', '[0-9A-Za-z]{36}'), isGenuine: hasGithubChecksum },
  {
    ...prefixed('unleash-token', 'an Unleash API token', ['*:*.', ':development.', ':production.'], '[0-9a-f]{56,64}'),
    inWord: true,
  },
  prefixed('launchdarkly-key', 'a LaunchDarkly SDK key', 'sdk-', uuid),
  {
    id: 'bitwarden-token',
    name: 'a Bitwarden machine account token',
    keywords: ['0.'],
    pattern: new RegExp(`0\\.${uuid}\\.[0-9A-Za-z]{30}:[A-Za-z0-9+/]{22}==`, 'y'),
    check: varied,
    severity: critical,
  },
  prefixed('infisical-token', 'an Infisical service token', 'st.', '[0-9a-f]{24}\\.[0-9a-f]{32}\\.[0-9a-f]{32}'),

  // Databases.
  prefixed('aiven-password', 'a password of an Aiven or DigitalOcean database', 'AVNS_', '[\\w-]{19}'),
  prefixed('astra-token', 'an Astra DB token', 'AstraCS:', '[0-9A-Za-z]{24}:[0-9a-f]{64}'),
  prefixed('cockroach-key', 'a CockroachDB Cloud API key', 'CCDB1_', '[0-9A-Za-z]{22}_[0-9A-Za-z]{40}'),
  prefixed('confluent-secret', 'a Confluent Cloud API secret', 'cflt', '[A-Za-z0-9+/]{60}'),
  prefixed('dbt-token', 'a dbt Cloud token', ['dbtc_', 'dbtu_'], '[\\w-]{36,64}'),
  prefixed('elastic-cloud-key', 'an Elastic Cloud API key', 'essu_', '[A-Za-z0-9+/]{44,120}={0,2}'),
  prefixed('influxdb-token', 'an InfluxDB 3 token', 'apiv3_', '[\\w-]{86}'),
  prefixed('metabase-key', 'a Metabase API key', 'mb_', '[A-Za-z0-9+/]{43}='),
  prefixed('mongodb-atlas-secret', 'a MongoDB Atlas service account secret', 'mdb_sa_sk_', '[\\w-]{40}'),
  prefixed('neon-key', 'a Neon API key', 'napi_', '[0-9a-z]{64}'),
  { ...prefixed('neon-password', 'a password of a Neon database', 'npg_', '[0-9A-Za-z]{12}'), check: looksGenerated },
  prefixed('xata-key', 'a Xata API key', 'xau_', '[0-9A-Za-z]{32,48}'),

  // Pipelines and registries.
  prefixed('buildkite-token', 'a Buildkite token', ['bkua_', 'bkaa_', 'bkaj_', 'bkct_'], '[0-9A-Za-z_-]{40,90}'),
  prefixed('circleci-token', 'a CircleCI token', ['CCIPAT_', 'CCIPRJ_'], '[0-9A-Za-z]{22}_[0-9a-f]{40}'),
  { ...prefixed('crates-token', 'a crates.io token', 'cio', '[0-9A-Za-z]{32}'), check: looksGenerated },
  prefixed('depot-token', 'a Depot token', ['depot_user_', 'depot_org_', 'depot_project_'], '[0-9a-f]{64}'),
  {
    id: 'jetbrains-token',
    name: 'a JetBrains permanent token',
    keywords: ['perm:', 'perm-'],
    pattern: /perm[:-][A-Za-z0-9+/=]{4,100}\.[A-Za-z0-9+/=_-]{4,60}\.[0-9A-Za-z]{30}(?![0-9A-Za-z])/y,
    check: varied,
    severity: critical,
    mask: 'perm',
  },
  prefixed(
    'packagist-token',
    'a Private Packagist token',
    ['packagist_ort_', 'packagist_out_', 'packagist_uut_'],
    '[0-9a-f]{68}',
  ),
  prefixed('teamcity-token', 'a TeamCity access token', 'eyJ0eXAiOiAiVENWMiJ9.', '[\\w-]{20,80}\\.[\\w-]{20,100}'),

  // Frames of their own.
  {
    ...prefixed('matrix-token', 'a Matrix access token', 'syt_', '[A-Za-z0-9+/_-]{2,120}_[A-Za-z]{20}_[0-9A-Za-z]{6}'),
    isGenuine: hasSynapseChecksum,
  },
  {
    id: 'otp-secret',
    name: 'the secret of one-time passwords',
    keywords: ['otpauth://'],
    pattern: /otpauth:\/\/[th]otp\/[^\s"'?]{1,200}\?(?:[^\s"']{0,200}&)?secret=([A-Z2-7]{16,64})(?![A-Z0-9])/y,
    check: varied,
    severity: critical,
  },
  {
    // RFC 8959.
    ...prefixed('secret-token-uri', 'a secret-token URI', 'secret-token:', '[\\w.~%!$&*+=:@-]{16,400}'),
    check: (uri) => looksGenerated(uri.slice('secret-token:'.length)),
  },
];
