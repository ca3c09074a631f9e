/** Words for a password: under such a key hardly any value is harmless. */
export const passwordWords: ReadonlySet<string> = new Set(
  'password passwd pwd pw passphrase pass passcode passwort kennwort motdepasse contrasena senha psw requirepass masterauth bindpw'.split(
    ' ',
  ),
);

/** Words for other credentials: their values look made. */
export const secretWords: ReadonlySet<string> = new Set(
  'secret token apikey secretkey accesskey privatekey presharedkey pat psk jwt bearer credential credentials creds authtoken authkey apitoken'.split(
    ' ',
  ),
);

/** Words whose value is a user and a password: `NEO4J_AUTH`, `basicAuth`, `credentials`. */
export const loginWords: ReadonlySet<string> = new Set(
  'auth basicauth userpass credential credentials creds'.split(' '),
);

/** What comes before `key` to make it a credential: `api key`, `signing key`. */
export const keyWords: ReadonlySet<string> = new Set(
  `api access secret private encryption signing master auth account shared preshared storage license ssh hmac aes session cookie client
  admin service app application deploy write read ingest integration routing seed root jwt crypt crypto cipher subscription webhook
  enrollment bootstrap gossip dkim wireguard sas
  airtable algolia amplitude anthropic auth0 cloudflare cohere datadog digitalocean doppler dynatrace fastly freshdesk gocardless groq heroku hetzner
  honeycomb hubspot intercom launchdarkly linode lob loggly mailchimp mailgun mandrill maxmind messagebird mistral mixpanel newrelic okta openai
  opsgenie pagerduty paypal plaid plivo postmark replicate rollbar segment sendgrid sentry shopify snyk sonar sparkpost splunk stripe
  sumologic telnyx twilio typeform vultr zendesk`.split(/\s+/),
);

/** What comes before `secret` to make it the secret itself; any other noun makes it as often the name of a Secret object. */
export const secretOwners: ReadonlySet<string> = new Set(
  `client app application api consumer shared webhook hook session cookie signing hmac jwt auth oauth oauth2 oidc master encryption bot access hash state
  csrf turn rpc totp`.split(/\s+/),
);

/** Providers whose bare name, as a key, is that of their credential: `cloudflare: TOKEN`. */
export const providerNames: ReadonlySet<string> = new Set(
  'cloudflare sourcegraph artifactory jfrog mailchimp mandrill'.split(' '),
);

const isShort = (word: string): boolean => word.length <= 3 && word !== 'key';

/** Parts of a key that any key of a credential has one of; short words only where a word ends. */
const traces: readonly string[] = [
  ...[...passwordWords, ...secretWords, ...loginWords, ...providerNames, 'key', 'cookie'].reduce(
    (kept, word, _, all) => {
      if (!all.some((other) => other !== word && !isShort(other) && word.includes(other))) kept.add(word);
      return kept;
    },
    new Set<string>(),
  ),
];

const shortTrace = (word: string): string => {
  const capital = word.charAt(0).toUpperCase() + word.slice(1);
  return `(?:${word}|${capital})(?![a-z])|${word.toUpperCase()}(?![A-Z](?![a-z]))`;
};
const longTraces = new RegExp(traces.filter((word) => !isShort(word)).join('|'), 'i');
const shortTraces = new RegExp(traces.filter(isShort).map(shortTrace).join('|'));

/** Whether a text can hold the key of a credential: true for every text with a key that `credentialKey` accepts. */
export function speaksOfCredentials(text: string): boolean {
  return longTraces.test(text) || shortTraces.test(text);
}
