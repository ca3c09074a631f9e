import { entropy } from '../value/entropy.ts';
import { providerNames } from '../value/vocabulary.ts';

/** A credential without a prefix of its own: only its key and its exact shape together say whose it is. */
interface KeyedFormat {
  readonly id: string;
  readonly name: string;
  readonly key: RegExp;
  readonly value: RegExp;
}

const table: readonly KeyedFormat[] = [
  {
    id: 'aws-secret-access-key',
    name: 'an AWS secret access key',
    key: /secret.?access.?key|aws.{0,10}secret|^secret.?key$/i,
    value: /^[A-Za-z0-9/+]{40}$/,
  },
  {
    id: 'azure-storage-key',
    name: 'an Azure storage account key',
    key: /account.?key|storage.?key|azure.{0,20}key/i,
    value: /^[A-Za-z0-9+/]{86}==$/,
  },
  {
    id: 'datadog-key',
    name: 'a Datadog key',
    key: /(?:^|[^a-z])(?:dd|datadog).{0,10}(?:api|app).{0,12}key/i,
    value: /^(?:[0-9a-f]{32}|[0-9a-f]{40})$/,
  },
  {
    id: 'cloudflare-token',
    name: 'a Cloudflare API token',
    key: /cloudflare|(?:^|[^a-z])cf[_.-]api/i,
    value: /^(?:[A-Za-z0-9_-]{40}|[0-9a-f]{37})$/,
  },
  { id: 'twilio-auth-token', name: 'a Twilio auth token', key: /twilio.{0,20}token/i, value: /^[0-9a-f]{32}$/ },
  {
    id: 'heroku-key',
    name: 'a Heroku API key',
    key: /heroku.{0,20}(?:key|token)/i,
    value: /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  },
  { id: 'fastly-token', name: 'a Fastly API token', key: /fastly.{0,20}(?:key|token)/i, value: /^[A-Za-z0-9_-]{32}$/ },
  { id: 'okta-token', name: 'an Okta API token', key: /okta.{0,20}token/i, value: /^00[\w-]{40}$/ },
  { id: 'mailchimp-key', name: 'a Mailchimp API key', key: /mailchimp|mandrill/i, value: /^[0-9a-f]{32}-us\d{1,2}$/ },
  { id: 'sourcegraph-token', name: 'a Sourcegraph token', key: /sourcegraph/i, value: /^[0-9a-f]{40}$/i },
  { id: 'artifactory-token', name: 'a JFrog token', key: /artifactory|jfrog|xray/i, value: /^[0-9a-z]{64,73}$/ },
  {
    id: 'discord-bot-token',
    name: 'a Discord bot token',
    key: /discord|bot.?token/i,
    value: /^[MNO][\w-]{23,27}\.[\w-]{6}\.[\w-]{27,38}$/,
  },
];

/** The provider that a value under this key belongs to, where key and shape agree. */
export function keyedFormat(key: string, value: string): { readonly id: string; readonly name: string } | undefined {
  if (value.length < 20 || value.length > 120) return undefined;
  const format = table.find((row) => row.value.test(value) && row.key.test(key));
  return format !== undefined && entropy(value) >= 2.8 ? format : undefined;
}

/** Whether a key is a provider's name and nothing else, so that what is under it is its credential: `cloudflare: TOKEN`. */
export function isProviderName(key: string): boolean {
  return providerNames.has(key.toLowerCase());
}
