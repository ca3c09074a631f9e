import { describe, expect, test } from '@jest/globals';
import { signInLoosened } from '../../src/delivery/access/sign-in.ts';

const believed = 'Be sure that it is an identity provider of yours: whoever runs it is any user of Argo CD.';
const forArgocd = 'Take only tokens that are made for Argo CD: others are given to programs that it does not know.';

type Said = readonly [what: string, severity: 'high' | 'medium', subject: readonly string[], remedy?: string];

/** What is expected of one key of `argocd-cm`. */
const of = (key: string, said: readonly Said[]) =>
  said.map(([what, severity, subject, remedy = believed]) => ({
    what,
    remedy,
    severity,
    path: ['data', key],
    subject: [key, ...subject],
  }));

const believes = (who: string, ...subject: readonly string[]): Said => [
  `newly believes ${who} who people are`,
  'high',
  subject,
];

describe('the provider of oidc.config', () => {
  test.each<[string, string | undefined, string | undefined, readonly Said[]]>([
    ['is new', undefined, 'name: a\nissuer: https://a', [believes('https://a', 'https://a')]],
    ['takes the place of blanks', ' \n', 'issuer: https://a', [believes('https://a', 'https://a')]],
    ['is new in quotes', undefined, '"issuer": "https://a"', [believes('https://a', 'https://a')]],
    [
      'is new and states no issuer: its lines tell it from others, but for those with secrets',
      undefined,
      'name: a\nclientSecret: s\nPassword: p\ntoken: t\nhash: h\nkeyID: k\norg: o',
      [believes('another identity provider', 'another identity provider', 'name: a', 'org: o')],
    ],
    ['is gone', 'issuer: https://a', undefined, []],
    ['is emptied', 'issuer: https://a', ' \n', []],
    ['was never there', undefined, undefined, []],
    ['has blanks around it', 'issuer: https://a', '\nissuer: https://a\n\n', []],
    ['is the same in another order', 'name: a\nissuer: https://a', 'issuer: https://a\nname: a', []],
    ['is another one', 'issuer: https://a', 'issuer: https://b', [believes('https://b', 'https://b')]],
    ['states no issuer any more', 'issuer: https://a', 'name: x', [believes('another identity provider', '')]],
    [
      'is filled in by a template, and another one is named',
      '{{ x }}\nissuer: https://a',
      '{{ x }}\nissuer: https://a\n- issuer: "https://b" # other',
      [believes('https://b', 'https://b')],
    ],
    [
      'was filled in by a template',
      '{{ x }}\nissuer: https://a',
      'issuer: https://b',
      [believes('https://b', 'https://b')],
    ],
    [
      'is newly filled in by a template',
      'issuer: https://a',
      '{{ x }}\nissuer: https://b',
      [believes('https://b', 'https://b')],
    ],
    ['is filled in by a template, and is the same', '{{ x }}\nissuer: https://a', '{{ y }}\nissuer: https://a', []],
    ['is not what another word ends with', '{{ x }}', '{{ x }}\nmyissuer: https://b', []],
    [
      'takes tokens of a further audience',
      'allowedAudiences: [a]',
      'allowedAudiences: [b, a, c]',
      [['newly takes tokens that are for b, c', 'medium', ['audiences', 'b', 'c'], forArgocd]],
    ],
    [
      'takes tokens of others than its clients',
      'clientID: own\ncliClientID: cli',
      'clientID: own\ncliClientID: cli\nallowedAudiences: [own, cli, other]',
      [['newly takes tokens that are for other', 'medium', ['audiences', 'other'], forArgocd]],
    ],
    [
      'takes tokens of its own client alone',
      'clientID: own\ncliClientID: cli',
      'clientID: own\nallowedAudiences: [cli]',
      [],
    ],
    ['has another client', 'clientID: own', 'clientID: other', []],
    ['takes tokens of its clients again', 'allowedAudiences: [a]\nclientID: own', 'clientID: own', []],
    [
      'takes tokens of nobody in particular',
      'name: a',
      'name: a\nskipAudienceCheckWhenTokenHasNoAudience: true',
      [['newly takes tokens that do not say whom they are for', 'medium', ['no audience'], forArgocd]],
    ],
    [
      'took tokens of nobody in particular',
      'skipAudienceCheckWhenTokenHasNoAudience: true',
      'skipAudienceCheckWhenTokenHasNoAudience: true\nname: a',
      [],
    ],
    ['takes no tokens of nobody in particular', 'name: a', 'skipAudienceCheckWhenTokenHasNoAudience: false', []],
    [
      'is another one, which says all',
      'issuer: https://a',
      'issuer: https://b\nallowedAudiences: [x]\nskipAudienceCheckWhenTokenHasNoAudience: true',
      [believes('https://b', 'https://b')],
    ],
    ['has no connectors', 'name: a', 'name: a\nenablePasswordDB: true\nconnectors: [{id: x}]', []],
  ])('%s', (_, was, is, said) => {
    expect(signInLoosened({ 'oidc.config': was }, { 'oidc.config': is })).toEqual(of('oidc.config', said));
  });
});

describe('connectors of dex.config', () => {
  const connector = (fields: object, config: object, ...others: readonly object[]) =>
    JSON.stringify({ connectors: [{ type: 'github', id: 'gh', name: 'GitHub', ...fields, config }, ...others] });
  const keep = 'Keep it as it was: whoever the connector gh lets in is a user of Argo CD.';
  const asks = (fields: string, ...subject: readonly string[]): Said => [
    `newly has the connector gh ask another one who people are (${fields})`,
    'high',
    ['connector', 'gh', ...subject],
  ];
  const unverified = (fields: readonly string[], severity: 'high' | 'medium'): Said => [
    `no longer verifies what the connector gh is told (${fields.join(', ')})`,
    severity,
    ['connector', 'gh', ...fields],
    keep,
  ];
  const lets = (field: string, value: string): Said => [
    `newly lets more people in by the connector gh (${field})`,
    'high',
    ['connector', 'gh', field, value],
    keep,
  ];
  const other = { type: 'ldap', id: 'ad', name: 'AD', config: { host: 'ldap.a' } };
  const base = connector({}, {});
  const limited = (value: unknown, field = 'orgs') => connector({}, { [field]: value });

  test.each<[string, string, string, readonly Said[]]>([
    [
      'a new one beside another',
      base,
      connector({}, {}, other),
      [['newly believes the connector ad (ldap) who people are', 'high', ['connector', 'ad', 'ldap', 'host: ldap.a']]],
    ],
    ['one that is gone', connector({}, {}, other), base, []],
    ['one that is the same', base, `${base}\n# as before`, []],
    ['one with another name and id', base, connector({ id: 'forge', name: 'Forge' }, {}), []],
    [
      'one with another id of which something else is other too',
      base,
      connector({ id: 'forge' }, { org: 'a' }),
      [['newly believes the connector forge (github) who people are', 'high', ['connector', 'forge', 'github']]],
    ],
    [
      'a second one like the first',
      base,
      connector({}, {}, { type: 'github', id: 'gh2', name: 'GitHub', config: {} }),
      [['newly believes the connector gh2 (github) who people are', 'high', ['connector', 'gh2', 'github']]],
    ],
    [
      'one of another type',
      base,
      connector({ type: 'gitlab' }, { baseURL: 'https://b', clientID: 'c' }),
      [
        [
          'newly believes the connector gh (gitlab) who people are',
          'high',
          ['connector', 'gh', 'gitlab', 'baseURL: https://b'],
        ],
      ],
    ],
    [
      'other addresses, also one that is gone',
      connector({}, { hostName: 'a', rootCA: 'x', clientID: 'c' }),
      connector({}, { rootCAs: ['y'], hostName: 'b', clientID: 'd' }),
      [asks('hostName, rootCA, rootCAs', 'hostName', '"b"', 'rootCA', 'null', 'rootCAs', '["y"]')],
    ],
    ['an address that is empty now as before', base, connector({}, { host: '' }), []],
    [
      'emails that nobody verified',
      base,
      connector({}, { insecureSkipEmailVerified: true }),
      [unverified(['insecureSkipEmailVerified'], 'medium')],
    ],
    [
      'emails and signatures',
      base,
      connector({}, { insecureSkipEmailVerified: true, insecureSkipSignatureValidation: 'true' }),
      [unverified(['insecureSkipEmailVerified', 'insecureSkipSignatureValidation'], 'high')],
    ],
    [
      'a certificate',
      connector({}, { insecureSkipVerify: false }),
      connector({}, { insecureSkipVerify: true }),
      [unverified(['insecureSkipVerify'], 'high')],
    ],
    ['groups of the provider', base, connector({}, { insecureEnableGroups: true }), []],
    [
      'what begins like it',
      base,
      connector({}, { insecureEnableGroupsToo: true }),
      [unverified(['insecureEnableGroupsToo'], 'high')],
    ],
    ['what is called otherwise', base, connector({}, { insecure: true, insecured: true, notinsecureX: true }), []],
    ['a switch that is off', base, connector({}, { insecureSkipVerify: false }), []],
    [
      'a switch that was on',
      connector({}, { insecureSkipVerify: true }),
      connector({}, { insecureSkipVerify: true, x: 1 }),
      [],
    ],
    ['no limit any more', limited('a', 'org'), base, [lets('org', 'null')]],
    ['another organisation', limited('a', 'org'), limited('b', 'org'), [lets('org', '"b"')]],
    ['an empty limit', limited('a', 'tenant'), limited('', 'tenant'), [lets('tenant', '""')]],
    ['no group any more', limited(['a'], 'groups'), limited([], 'groups'), [lets('groups', '[]')]],
    ['a further team', limited(['a'], 'teams'), limited(['a', 'b'], 'teams'), [lets('teams', '["a","b"]')]],
    ['a team less', limited(['a', 'b'], 'allowedGroups'), limited(['b'], 'allowedGroups'), []],
    ['a list where there was a word', limited('a'), limited(['a']), [lets('orgs', '["a"]')]],
    ['a word where there was a list', limited(['a']), limited('a'), [lets('orgs', '"a"')]],
    [
      'no longer only groups of security',
      limited(true, 'onlySecurityGroups'),
      base,
      [lets('onlySecurityGroups', 'null')],
    ],
    ['a limit where there was none', base, limited(['a'], 'hostedDomains'), []],
    ['a limit where it was empty', limited([]), limited(['a']), []],
    ['a limit where it was null', limited(null), limited(['a']), []],
    ['a limit where it was an empty word', limited('', 'org'), limited('a', 'org'), []],
    ['a limit where it was off', limited(false, 'onlySecurityGroups'), limited(true, 'onlySecurityGroups'), []],
    ['an organisation that is limited to teams', limited([{ name: 'a' }]), limited([{ name: 'a', teams: ['x'] }]), []],
    [
      'an organisation that is not limited to teams any more',
      limited([{ name: 'a', teams: ['x'] }]),
      limited([{ name: 'a' }]),
      [lets('orgs', '[{"name":"a"}]')],
    ],
    [
      'another organisation with the same teams',
      limited([{ name: 'a', teams: ['x'] }]),
      limited([{ name: 'b', teams: ['x'] }]),
      [lets('orgs', '[{"name":"b","teams":["x"]}]')],
    ],
    [
      'teams of no organisation where there was a name',
      limited(['a']),
      limited([{ teams: ['x'] }]),
      [lets('orgs', '[{"teams":["x"]}]')],
    ],
    ['a name where there was an organisation', limited([{ name: 'a' }]), limited(['a']), [lets('orgs', '["a"]')]],
    [
      'an organisation where there was a name',
      limited(['a']),
      limited([{ name: 'a' }]),
      [lets('orgs', '[{"name":"a"}]')],
    ],
    [
      'all of it, one after the other',
      connector({}, { host: 'a', org: 'x', groups: ['g'] }),
      connector({}, { host: 'b', insecureNoSSL: true }),
      [asks('host', 'host', '"b"'), unverified(['insecureNoSSL'], 'high'), lets('org', 'null'), lets('groups', 'null')],
    ],
    [
      'passwords of its own',
      base,
      `${base.slice(0, -1)}, "enablePasswordDB": true}`,
      [['newly lets people sign in by passwords of its own (enablePasswordDB)', 'high', ['passwords']]],
    ],
    ['passwords that it had', `{"enablePasswordDB": true}`, `{"enablePasswordDB": true, "issuer": "x"}`, []],
    ['passwords that are off', base, `${base.slice(0, -1)}, "enablePasswordDB": false}`, []],
    ['nothing of the provider of oidc.config', 'issuer: https://a', 'issuer: https://b\nallowedAudiences: [x]', []],
  ])('%s', (_, was, is, said) => {
    expect(signInLoosened({ 'dex.config': was }, { 'dex.config': is })).toEqual(of('dex.config', said));
  });
});

test('both keys are judged, that of the provider first', () => {
  const found = signInLoosened({}, { 'dex.config': 'issuer: https://d', 'oidc.config': 'issuer: https://o' });
  expect(found).toEqual([
    ...of('oidc.config', [believes('https://o', 'https://o')]),
    ...of('dex.config', [believes('https://d', 'https://d')]),
  ]);
});
