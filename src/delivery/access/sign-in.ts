import type { Loosening } from '../../kube/loosening.ts';
import { isMapping, isSameValue, json, list, type Mapping, mapping, scalarText, strings } from '../../plain-values.ts';
import { enumerate } from '../../rbac/judge/sentence.ts';
import { parsedText } from '../../render/model/parsed-values.ts';
import { isTrue } from '../model/setting.ts';

/** Who says who people are, and of whom that is believed: `oidc.config` and `dex.config` of `argocd-cm`. */
export function signInLoosened(was: Mapping, is: Mapping): readonly Loosening[] {
  return ['oidc.config', 'dex.config'].flatMap((key): readonly Loosening[] => {
    const [old, now] = [was[key], is[key]].map(scalarText) as [string, string];
    if (old.trim() === now.trim() || now.trim() === '') return [];
    if (old.trim() === '') return [anotherProvider(key, now)];
    const [before, after] = [parsedText(old), parsedText(now)];
    // What a template fills in is compared by its lines.
    if (!isMapping(before) || !isMapping(after)) return otherIssuers(key, old, now);
    return key === 'oidc.config' ? providerLoosened(before, after) : connectorsLoosened(before, after);
  });
}

const believed = 'Be sure that it is an identity provider of yours: whoever runs it is any user of Argo CD.';

function found(
  key: string,
  what: string,
  severity: Loosening['severity'],
  subject: readonly string[],
  remedy = believed,
): Loosening {
  return { what, remedy, severity, path: ['data', key], subject: [key, ...subject] };
}

function anotherProvider(key: string, now: string): Loosening {
  const known = issuersIn(now);
  const added = known.length > 0 ? known : ['another identity provider'];
  const lines = known.length > 0 ? [] : withoutSecrets(now);
  return found(key, `newly believes ${enumerate(added)} who people are`, 'high', [...added, ...lines]);
}

function otherIssuers(key: string, old: string, now: string): readonly Loosening[] {
  const added = issuersIn(now).filter((each) => !issuersIn(old).includes(each));
  return added.length === 0 ? [] : [found(key, `newly believes ${enumerate(added)} who people are`, 'high', added)];
}

/** Lines that say who is let in, and none that may hold a secret. */
function withoutSecrets(text: string): readonly string[] {
  return text.split('\n').filter((line) => !/secret|passw|token|hash|key/i.test(line));
}

function issuersIn(value: string): string[] {
  return [...value.matchAll(/^[ \t-]{0,40}["']?issuer["']?:[ \t]{0,9}["']?([^\s"'#]{1,300})/gm)].map(
    ([, address = '']) => address,
  );
}

/** The provider of `oidc.config` (argo-cd, util/settings, OIDCConfig): its address, and the audiences of tokens that are taken. */
function providerLoosened(was: Mapping, is: Mapping): readonly Loosening[] {
  const key = 'oidc.config';
  const issuer = scalarText(is.issuer);
  const added = audiencesOf(is).filter((each) => !audiencesOf(was).includes(each));
  const skips = isTrue(scalarText(is.skipAudienceCheckWhenTokenHasNoAudience));
  const remedy = 'Take only tokens that are made for Argo CD: others are given to programs that it does not know.';
  if (issuer !== scalarText(was.issuer))
    return [found(key, `newly believes ${issuer || 'another identity provider'} who people are`, 'high', [issuer])];
  return [
    // Its own clients under other names are where only tokens for itself are taken.
    ...(added.length === 0 || strings(is.allowedAudiences).length === 0
      ? []
      : [found(key, `newly takes tokens that are for ${enumerate(added)}`, 'medium', ['audiences', ...added], remedy)]),
    ...(skips && !isTrue(scalarText(was.skipAudienceCheckWhenTokenHasNoAudience))
      ? [found(key, 'newly takes tokens that do not say whom they are for', 'medium', ['no audience'], remedy)]
      : []),
  ];
}

/** The clients of Argo CD itself where none are named (OAuth2AllowedAudiences). */
function audiencesOf({ allowedAudiences, clientID, cliClientID }: Mapping): readonly string[] {
  const stated = strings(allowedAudiences);
  return stated.length > 0 ? stated : [clientID, cliClientID].map(scalarText).filter((each) => each !== '');
}

/** The connectors of Dex, each by its id. */
function connectorsLoosened(was: Mapping, is: Mapping): readonly Loosening[] {
  const old = list(was.connectors).map(mapping);
  const known = new Map(old.map((each) => [scalarText(each.id), each]));
  const kept = new Set(list(is.connectors).map((each) => scalarText(mapping(each).id)));
  const gone = old.filter((each) => !kept.has(scalarText(each.id)));
  return [
    ...list(is.connectors).flatMap((each): readonly Loosening[] => {
      const now = mapping(each);
      const renamed = gone.find((other) => isSameValue(other, now, (field) => field === 'id' || field === 'name'));
      const former = known.get(scalarText(now.id)) ?? renamed;
      return former === undefined ? [newConnector(now)] : connectorLoosened(former, now);
    }),
    ...(isTrue(scalarText(is.enablePasswordDB)) && !isTrue(scalarText(was.enablePasswordDB))
      ? [
          found('dex.config', 'newly lets people sign in by passwords of its own (enablePasswordDB)', 'high', [
            'passwords',
          ]),
        ]
      : []),
  ];
}

const called = (connector: Mapping) => `the connector ${scalarText(connector.id)}`;

/** Where people are known, by the fields of Dex's connectors (dexidp/dex, connector). */
const addresses: ReadonlySet<string> = new Set(
  'issuer host hostName baseURL apiURL ssoURL ssoIssuer entityIssuer authorizationURL tokenURL userInfoURL homeserver keystoneHost domain rootCA rootCAData rootCAs ca caData'.split(
    ' ',
  ),
);

function newConnector(now: Mapping): Loosening {
  const { type, config } = now;
  const where = Object.entries(mapping(config)).flatMap(([field, value]) =>
    addresses.has(field) ? [`${field}: ${scalarText(value)}`] : [],
  );
  const what = `newly believes ${called(now)} (${scalarText(type)}) who people are`;
  return found('dex.config', what, 'high', ['connector', scalarText(now.id), scalarText(type), ...where]);
}

function connectorLoosened(was: Mapping, is: Mapping): readonly Loosening[] {
  if (scalarText(was.type) !== scalarText(is.type)) return [newConnector(is)];
  const [old, now] = [mapping(was.config), mapping(is.config)];
  const key = 'dex.config';
  const id = scalarText(is.id);
  const moved = Object.keys({ ...old, ...now }).filter(
    (field) => addresses.has(field) && !isSameValue(old[field] ?? '', now[field] ?? ''),
  );
  const unverified = Object.keys(now).filter(
    (field) => unchecked.test(field) && isTrue(scalarText(now[field])) && !isTrue(scalarText(old[field])),
  );
  const opened = limits.filter((field) => letsMoreIn(old[field], now[field]));
  const keep = `Keep it as it was: whoever ${called(is)} lets in is a user of Argo CD.`;
  return [
    ...(moved.length === 0
      ? []
      : [
          found(key, `newly has ${called(is)} ask another one who people are (${enumerate(moved)})`, 'high', [
            ...['connector', id],
            ...moved.flatMap((field) => [field, json(now[field] ?? null)]),
          ]),
        ]),
    ...(unverified.length === 0
      ? []
      : [
          found(
            key,
            `no longer verifies what ${called(is)} is told (${enumerate(unverified)})`,
            unverified.every((field) => field === 'insecureSkipEmailVerified') ? 'medium' : 'high',
            ['connector', id, ...unverified],
            keep,
          ),
        ]),
    ...opened.map((field) =>
      found(
        key,
        `newly lets more people in by ${called(is)} (${field})`,
        'high',
        ['connector', id, field, json(now[field] ?? null)],
        keep,
      ),
    ),
  ];
}

/** Switches by which a connector takes what nobody vouches for; the groups that `insecureEnableGroups` adds are of the provider. */
const unchecked = /^insecure(?!EnableGroups$)[A-Z]/;

/** Who is let in, by the fields of connectors: of a list everybody where it is empty, and any of its entries. */
const limits: readonly string[] = [
  'org',
  'orgs',
  'teams',
  'groups',
  'allowedGroups',
  'hostedDomains',
  'tenant',
  'onlySecurityGroups',
];

function letsMoreIn(was: unknown, is: unknown): boolean {
  if (isNothing(was)) return false;
  if (isNothing(is)) return true;
  if (!Array.isArray(was) || !Array.isArray(is)) return !isSameValue(was, is);
  return is.some((each) => !was.some((other) => isEntryWithin(each, other)));
}

function isNothing(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    value === '' ||
    value === false ||
    (Array.isArray(value) && value.length === 0)
  );
}

/** An organisation may be limited to teams of it. */
function isEntryWithin(one: unknown, other: unknown): boolean {
  if (!isMapping(one) || !isMapping(other)) return isSameValue(one, other);
  return scalarText(one.name) === scalarText(other.name) && !letsMoreIn(other.teams, one.teams);
}
