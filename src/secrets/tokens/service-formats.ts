import { looksGenerated } from '../value/entropy.ts';
import { prefixed, varied } from './prefixed-format.ts';
import type { TokenFormat } from './token-format.ts';

const critical = 'critical' as const;
const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';

/** Credentials of services for payment, mail, work and observation. Sources: the providers' documentation, and their SDKs. */
export const serviceFormats: readonly TokenFormat[] = [
  prefixed('alchemy-key', 'an Alchemy API key', 'alcht_', '[0-9A-Za-z]{30}'),
  prefixed('axiom-token', 'an Axiom token', ['xaat-', 'xapt-'], uuid),
  prefixed(
    'braintree-token',
    'a Braintree access token',
    ['access_token$production$', 'access_token$sandbox$'],
    '[0-9a-z]{16}\\$[0-9a-f]{32}',
  ),
  {
    // A number, then 20 random bytes (Bitbucket Data Center, "HTTP access tokens").
    ...prefixed('bitbucket-token', 'a Bitbucket Data Center access token', 'BBDC-', '[A-Za-z0-9+/]{38,56}={0,2}'),
    check: (token) =>
      /^\d{8,20}:[\s\S]{20}$/.test(Buffer.from(token.slice('BBDC-'.length), 'base64').toString('latin1')),
  },
  prefixed('checkly-key', 'a Checkly API key', 'cu_', '[0-9a-f]{32}'),
  prefixed('coralogix-key', 'a Coralogix API key', ['cxtp_', 'cxup_', 'cxap_'], '[0-9A-Za-z]{30}'),
  {
    // The bot's number in base64, a time, and an HMAC (Discord, "Authentication"). Numbers begin with none of 0.
    id: 'discord-token',
    name: 'a Discord bot token',
    keywords: ['MT', 'Mj', 'Mz', 'ND', 'NT', 'Nj', 'Nz', 'OD', 'OT'],
    pattern: /[MNO][A-Za-z0-9]{22,27}\.[\w-]{6}\.[\w-]{27,38}(?![\w-])/y,
    check: (token) =>
      /^\d{17,20}$/.test(Buffer.from(token.slice(0, token.indexOf('.')), 'base64').toString('latin1')) &&
      looksGenerated(token.slice(token.lastIndexOf('.') + 1)),
    severity: critical,
  },
  { ...prefixed('dropbox-token', 'a Dropbox access token', 'sl.', '(?:u\\.)?[\\w-]{130,1500}'), check: looksGenerated },
  prefixed('honeycomb-key', 'a Honeycomb ingest key', ['hcaik_', 'hcaic_', 'hcbik_'], '[0-9a-z]{58}'),
  prefixed('hubspot-token', 'a HubSpot private app token', ['pat-na1-', 'pat-na2-', 'pat-eu1-', 'pat-ap1-'], uuid),
  prefixed('intercom-token', 'an Intercom access token', 'dG9rO', '[A-Za-z0-9+/]{45,80}={0,2}'),
  {
    id: 'klaviyo-or-clickup-key',
    name: 'a Klaviyo or ClickUp API key',
    keywords: ['pk_'],
    pattern: /pk_(?:[0-9a-f]{34}|\d{5,10}_[0-9A-Z]{32})(?![0-9A-Za-z_])/y,
    check: varied,
    severity: critical,
    mask: 'pk_',
  },
  prefixed(
    'linkedin-secret',
    'a LinkedIn client secret',
    ['WPL_AP0.', 'WPL_AP1.'],
    '[0-9A-Za-z]{16}\\.[A-Za-z0-9+/]{4,12}={0,2}',
  ),
  prefixed('mailersend-token', 'a MailerSend API token', 'mlsn.', '[0-9a-f]{64}'),
  {
    ...prefixed('notion-legacy-token', 'a Notion token', 'secret_', '[0-9A-Za-z]{43}'),
    check: (token) => looksGenerated(token.slice('secret_'.length)),
  },
  prefixed('onesignal-key', 'a OneSignal API key', ['os_v2_app_', 'os_v2_org_'], '[0-9a-z]{80,130}'),
  prefixed(
    'paddle-key',
    'a Paddle API key',
    ['pdl_live_apikey_', 'pdl_sdbx_apikey_'],
    '[0-9a-z]{26}_[0-9A-Za-z]{22}_[0-9A-Za-z]{3}',
  ),
  prefixed('posthog-key', 'a PostHog personal API key', 'phx_', '[0-9A-Za-z]{43,48}'),
  prefixed('pubnub-key', 'a PubNub secret key', 'sec-c-', '[A-Za-z0-9+/]{43,64}={0,2}'),
  {
    id: 'rapidapi-key',
    name: 'a RapidAPI key',
    keywords: ['msh'],
    precededBy: /(?<![0-9A-Za-z])[0-9a-f]{10}$/,
    pattern: /msh[0-9a-f]{15}p1[0-9a-f]{6}jsn[0-9a-f]{12}(?![0-9A-Za-z])/y,
    check: varied,
    severity: critical,
    inWord: true,
  },
  prefixed('resend-key', 'a Resend API key', 're_', '[0-9A-Za-z]{8}_[0-9A-Za-z]{24}'),
  prefixed('retool-token', 'a Retool API token', 'retool_', '[0-9a-z]{26}'),
  prefixed('rootly-key', 'a Rootly API key', 'rootly_', '[0-9a-f]{64}'),
  {
    id: 'salesforce-session',
    name: 'a Salesforce access token',
    keywords: ['00D'],
    pattern: /00D[0-9A-Za-z]{12}(?:[0-9A-Za-z]{3})?![A-Za-z0-9._]{80,140}(?![A-Za-z0-9._])/y,
    check: varied,
    severity: critical,
    mask: '00D',
  },
  prefixed('stytch-secret', 'a Stytch project secret', ['secret-live-', 'secret-test-'], '[\\w-]{36}={0,2}'),
  prefixed('telnyx-key', 'a Telnyx API key', 'KEY', '[0-9A-F]{32}_[0-9A-Za-z]{22}'),
  prefixed('trello-token', 'a Trello token', 'ATTA', '[0-9a-fA-F]{72}'),
  {
    ...prefixed('twitter-bearer-token', 'an X (Twitter) bearer token', 'AAAAAAAAAAAAAAAAAAAAA', '[0-9A-Za-z%]{60,120}'),
    // So many zeros begin other things too; a real one is percent-encoded.
    check: (token) => varied(token) && /%[0-9A-F]{2}/.test(token),
  },
  prefixed('vk-token', 'a VK access token', 'vk1.a.', '[\\w-]{100,400}'),
  {
    ...prefixed('django-secret-key', 'a generated Django secret key', 'django-insecure-', '[\\w!@#$%^&*(=+)-]{50}'),
    severity: 'high',
  },
  {
    ...prefixed('laravel-key', 'a Laravel application key', 'base64:', '[A-Za-z0-9+/]{43}='),
    severity: 'high',
  },
  {
    ...prefixed('photoroom-key', 'a Photoroom API key', 'sk_pr_', '(?:[0-9a-z]{1,40}_)?[0-9a-f]{40}'),
    check: (token) => varied(token.slice(-40)),
  },
  {
    id: 'zapier-webhook',
    name: 'a Zapier webhook address',
    keywords: ['hooks.zapier.com/hooks/catch/'],
    pattern: /hooks\.zapier\.com\/hooks\/catch\/\d{4,12}\/[0-9a-z]{6,10}(?![\w-])/y,
    check: varied,
    severity: critical,
    inWord: true,
  },
  {
    id: 'tines-webhook',
    name: 'a Tines webhook address',
    keywords: ['.tines.com/webhook/'],
    pattern: /\.tines\.com\/webhook\/[0-9a-z]{32}\/[0-9a-z]{32}(?![\w-])/y,
    check: varied,
    severity: critical,
    inWord: true,
  },
];
