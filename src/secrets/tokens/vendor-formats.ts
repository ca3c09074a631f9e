import { looksGenerated, looksRandom } from '../value/entropy.ts';
import { prefixed, varied } from './prefixed-format.ts';
import type { TokenFormat } from './token-format.ts';
import { isSignedJwt } from './token-structure.ts';

/** For prefixes that words begin with as well. */
const isGeneratedAfterPrefix = (token: string): boolean => looksGenerated(token.replace(/^(?:ico-|s\.|YC)/, ''));

/** Formats of further providers. Sources: the providers' documentation of their tokens, and their SDKs. */
export const vendorFormats: readonly TokenFormat[] = [
  prefixed('alibaba-access-key-id', 'an Alibaba Cloud access key id', 'LTAI', '[0-9A-Za-z]{12,20}'),
  prefixed('airtable-token', 'an Airtable personal access token', 'pat', '[0-9A-Za-z]{14}\\.[0-9a-f]{64}'),
  prefixed(
    'authress-key',
    'an Authress access key',
    ['sc_', 'ext_', 'scauth_', 'authress_'],
    '[0-9A-Za-z]{5,30}\\.[0-9A-Za-z]{4,6}\\.acc[_-][0-9A-Za-z-]{10,32}\\.[\\w+/=-]{30,120}',
  ),
  prefixed(
    'bedrock-short-lived-key',
    'an Amazon Bedrock API key',
    'bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29t',
    '[A-Za-z0-9+/=]{0,4000}',
  ),
  prefixed('clojars-token', 'a Clojars deploy token', 'CLOJARS_', '[0-9A-Za-z]{60}'),
  prefixed('contentful-token', 'a Contentful token', 'CFPAT-', '[\\w-]{43}'),
  prefixed('defined-networking-token', 'a Defined Networking token', 'dnkey-', '[\\w=-]{26}-[\\w=-]{52}'),
  prefixed('duffel-token', 'a Duffel token', ['duffel_test_', 'duffel_live_'], '[\\w=-]{43}'),
  prefixed('easypost-key', 'an EasyPost API key', ['EZAK', 'EZTK'], '[0-9A-Za-z]{54}'),
  prefixed('facebook-token', 'a Facebook access token', ['EAAM', 'EAAC'], '[0-9A-Za-z]{80,400}'),
  {
    id: 'facebook-app-token',
    name: 'a Facebook app access token',
    keywords: ['|'],
    precededBy: /(?<![0-9A-Za-z])\d{15,16}$/,
    pattern: /\|[\w-]{27}(?![\w-])/y,
    check: varied,
    severity: 'critical',
  },
  prefixed(
    'flutterwave-key',
    'a Flutterwave secret key',
    ['FLWSECK_TEST-', 'FLWSECK-', 'FLWSECK_LIVE-'],
    '(?:[0-9a-h]{32}-X|[0-9a-h]{12})',
  ),
  prefixed('frameio-token', 'a Frame.io token', 'fio-u-', '[\\w=-]{64}'),
  { ...prefixed('infracost-key', 'an Infracost API key', 'ico-', '[0-9A-Za-z]{32}'), check: isGeneratedAfterPrefix },
  prefixed('intra42-secret', 'an Intra 42 client secret', ['s-s4t2ud-', 's-s4t2af-'], '[0-9a-f]{64}'),
  {
    id: 'mailchimp-key',
    name: 'a Mailchimp API key',
    keywords: ['-us'],
    precededBy: /(?<![0-9A-Za-z])[0-9a-f]{32}$/,
    pattern: /-us\d{1,2}(?![0-9A-Za-z-])/y,
    check: varied,
    severity: 'critical',
  },
  prefixed('mapbox-secret-token', 'a Mapbox secret token', 'sk.eyJ', '[\\w-]{40,500}\\.[\\w-]{20,40}'),
  {
    id: 'maxmind-key',
    name: 'a MaxMind license key',
    keywords: ['_mmk'],
    precededBy: /(?<![0-9A-Za-z_])[0-9A-Za-z]{6}_[0-9A-Za-z]{29}$/,
    pattern: /_mmk(?![0-9A-Za-z_])/y,
    check: varied,
    severity: 'critical',
  },
  prefixed('nuget-key', 'a NuGet API key', 'oy2', '[0-9a-z]{43}'),
  prefixed('octopus-key', 'an Octopus Deploy API key', 'API-', '[0-9A-Z]{25,31}'),
  prefixed('readme-key', 'a ReadMe API key', 'rdme_', '[0-9a-z]{70}'),
  prefixed('scalingo-token', 'a Scalingo token', 'tk-us-', '[\\w-]{48}'),
  prefixed('settlemint-token', 'a SettleMint token', ['sm_aat_', 'sm_pat_', 'sm_sat_'], '[0-9A-Za-z]{16}'),
  prefixed('shippo-token', 'a Shippo token', ['shippo_live_', 'shippo_test_'], '[0-9a-f]{40}'),
  prefixed('square-token', 'a Square token', ['sq0atp-', 'sq0csp-'], '[\\w-]{22,60}'),
  prefixed('square-access-token', 'a Square access token', 'EAAA', '[\\w-]{60}'),
  prefixed('typeform-token', 'a Typeform token', 'tfp_', '[\\w=.-]{59}'),
  prefixed('yandex-api-key', 'a Yandex Cloud API key', 'AQVN', '[\\w-]{35,38}'),
  { ...prefixed('yandex-access-key', 'a Yandex Cloud access key', 'YC', '[\\w-]{38}'), check: isGeneratedAfterPrefix },
  prefixed('yandex-iam-token', 'a Yandex Cloud IAM token', 't1.', '[A-Za-z0-9_-]{1,800}[=]{0,2}\\.[\\w-]{86}={0,2}'),
  prefixed('adobe-client-secret', 'an Adobe client secret', 'p8e-', '[0-9a-z]{32}'),
  {
    // Two letters begin any member access of a program: only a value of its own is a token.
    ...prefixed('vault-legacy-token', 'a HashiCorp Vault token', 's.', ''),
    pattern: /(?<![^\s"'`=:])s\.(?=[A-Za-z]{0,23}\d)[0-9A-Za-z]{24}(?![^\s"'`,;\\])/y,
    check: isGeneratedAfterPrefix,
  },
  prefixed('clickhouse-cloud-key', 'a ClickHouse Cloud API secret key', '4b1d', '[0-9A-Za-z]{38}'),
  {
    ...prefixed(
      'gocardless-or-lob-key',
      'a GoCardless or Lob API key',
      ['live_', 'test_', 'sandbox_'],
      '(?:[0-9a-f]{35}|[\\w-]{40})',
    ),
    check: (token) => /\d/.test(token) && looksRandom(token.slice(token.indexOf('_') + 1)),
  },
  prefixed(
    'plaid-token',
    'a Plaid access token',
    ['access-sandbox-', 'access-development-', 'access-production-'],
    '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}',
  ),
  {
    id: 'encoded-jwt',
    name: 'a signed JSON Web Token',
    keywords: ['ZXlK'],
    pattern: /ZXlK[A-Za-z0-9+/_-]{60,16000}={0,2}/y,
    check: (token) => isSignedJwt(Buffer.from(token, 'base64').toString('latin1').trim()),
    severity: 'critical',
  },
  {
    id: 'azure-sas',
    name: 'an Azure shared access signature',
    keywords: ['sig='],
    // Of storage in base64; of a workflow that a URL triggers (Logic Apps, Power Automate) in base64url.
    pattern: /sig=((?:[A-Za-z0-9+/]|%2[BbFf]){43}(?:=|%3[Dd])(?![\w%])|[\w-]{43}(?![\w%=-]))/y,
    check: (signature, { input, index }) =>
      varied(signature) &&
      (signature.length > 43 ||
        /[?&]sp=%2[Ff]triggers%2[Ff][\w%.=&-]{0,60}&$/.test(input.slice(Math.max(0, index - 100), index))),
    severity: 'critical',
  },
];
