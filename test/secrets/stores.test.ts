import { describe, expect, test } from '@jest/globals';
import type { Resource } from '../../src/kube/resource.ts';
import type { Mapping } from '../../src/plain-values.ts';
import { analyseStores } from '../../src/secrets/stores/analyse-stores.ts';
import { analyseAtRest } from '../../src/secrets/stores/at-rest.ts';
import {
  apiServerFlagLoosened,
  encryptionLoosened,
  storeSettingsLoosened,
} from '../../src/secrets/stores/encryption-at-rest.ts';
import {
  clusterSecretLoosened,
  clusterStoreLoosened,
  mergeLoosened,
  named,
} from '../../src/secrets/stores/external-secrets.ts';
import { isPlainSecret, newlyMerged, targetOf } from '../../src/secrets/stores/merged-secrets.ts';
import { gainedNamespaces, namespaceConditions, takesAll, wordsOf } from '../../src/secrets/stores/namespaces.ts';
import { pairResources } from '../../src/secrets/stores/pairs.ts';
import { vaultAuthLoosened, vaultRolesLoosened } from '../../src/secrets/stores/vault.ts';
import { fileSide } from './evidence.ts';

const resources = (text: string, path = 'a.yaml'): readonly Resource[] => fileSide(path, text).resources;
const object = (apiVersion: string, kind: string, rest = '', name = 'x', namespace = '') =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: ${name}${namespace && `, namespace: ${namespace}`}}\n${rest}\n---\n`;
const scoped = (before: readonly Resource[], after: readonly Resource[]) => new Map([['s', { before, after }]]);

describe('namespaces that are taken in', () => {
  const team = { matchLabels: { team: 'a' } };
  const expression = { key: 'env', operator: 'In', values: ['dev', 'test'] };
  const gained = (before: readonly Mapping[], after: readonly Mapping[]) =>
    gainedNamespaces(namespaceConditions(before), namespaceConditions(after)).map(({ words, subject }) => [
      words,
      subject,
    ]);

  test.each([
    ['a name', [{ namespaces: ['a'] }], [{ namespaces: ['a', 'b'] }], [['namespace b', 'b']]],
    [
      'a name that a selector took in',
      [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'b' } } }],
      [{ namespaces: ['b'] }],
      [],
    ],
    [
      'a name that a selector with more did not',
      [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'b', x: 'y' } } }],
      [{ namespaces: ['b'] }],
      [['namespace b', 'b']],
    ],
    [
      'a name that a selector with an expression did not',
      [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'b' }, matchExpressions: [expression] } }],
      [{ namespaces: ['b'] }],
      [['namespace b', 'b']],
    ],
    [
      'a name of another selector',
      [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'c' } } }],
      [{ namespaces: ['b'] }],
      [['namespace b', 'b']],
    ],
    ['a pattern', [{ namespaceRegexes: ['^a'] }], [{ namespaceRegexes: ['^a', '^b'] }], [['namespaces like ^b', '^b']]],
    ['a selector', [{ namespaces: ['a'] }], [{ namespaceSelectors: [team] }], [['namespaces with team=a', 'team=a']]],
    [
      'a narrower selector',
      [{ namespaceSelector: team }],
      [{ namespaceSelector: { matchLabels: { team: 'a', x: 'y' } } }],
      [],
    ],
    [
      'another value',
      [{ namespaceSelector: team }],
      [{ namespaceSelector: { matchLabels: { team: 'b', x: 'y' } } }],
      [['namespaces with team=b, x=y', 'team=b, x=y']],
    ],
    [
      'an expression that is gone',
      [{ namespaceSelector: { ...team, matchExpressions: [expression] } }],
      [{ namespaceSelector: team }],
      [['namespaces with team=a', 'team=a']],
    ],
    [
      'an expression more',
      [{ namespaceSelector: team }],
      [{ namespaceSelector: { ...team, matchExpressions: [expression] } }],
      [],
    ],
    ['all', [{ namespaceSelector: team }], [{ namespaceSelector: {} }], [['every namespace', '*']]],
    ['all, by a pattern', [{ namespaceSelector: team }], [{ namespaceRegexes: ['.*'] }], [['every namespace', '*']]],
    ['all before', [{ namespaceSelector: {} }], [{ namespaces: ['a'] }], []],
    ['none', [{ namespaces: ['a'] }], [], []],
    [
      'one of two conditions',
      [{ namespaces: ['a'] }, { namespaceSelector: team }],
      [{ namespaces: ['a'] }, { namespaceSelector: { matchLabels: { team: 'b' } } }],
      [['namespaces with team=b', 'team=b']],
    ],
  ])('%s', (_, before, after, expected) => expect(gained(before, after)).toEqual(expected));

  test('by patterns that fit every name', () => {
    const all = (pattern: string) => takesAll(namespaceConditions([{ namespaceRegexes: ['^x', pattern] }]));
    expect(['', '^', '.*', '^.+$', '$', 'a.*', '.*a', '.'].map(all)).toEqual([
      ...Array(5).fill(true),
      ...Array(3).fill(false),
    ]);
  });

  test('selectors in words, as far as a sentence can hold them', () => {
    expect(
      wordsOf({ matchLabels: { team: 'a' }, matchExpressions: [expression, { key: 'x', operator: 'Exists' }] }),
    ).toBe('team=a, env In dev|test, x Exists');
    expect(wordsOf({ matchLabels: { x: 'y'.repeat(300) } })).toHaveLength(200);
  });
});

test('five names are said, and how many more there are', () => {
  expect([named(['a']), named([...'abcde']), named([...'abcdefg'])]).toEqual([
    'a',
    'a, b, c, d, e',
    'a, b, c, d, e and 2 more',
  ]);
});

describe('what External Secrets hands out', () => {
  const store = (...conditions: Mapping[]) => ({ spec: { conditions } });
  const a = { namespaces: ['a'] };
  test('a ClusterSecretStore', () => {
    const all = {
      what: 'newly lets ExternalSecrets of every namespace read its secrets',
      severity: 'high',
      path: ['spec'],
      subject: ['conditions'],
      remedy: expect.any(String),
    };
    expect(clusterStoreLoosened(undefined, {})).toEqual([all]);
    expect(clusterStoreLoosened(store(a), store())).toEqual([{ ...all, formerPath: ['spec', 'conditions'] }]);
    expect(clusterStoreLoosened(store(a), store(a, { namespaces: ['c'] }, { namespaces: ['b'] }))).toEqual([
      {
        what: 'newly lets ExternalSecrets of namespace c, namespace b read its secrets',
        remedy: expect.stringMatching(/^Take namespace c, namespace b out of spec\.conditions/),
        severity: 'high',
        path: ['spec', 'conditions'],
        subject: ['conditions', 'b', 'c'],
      },
    ]);
    expect([
      clusterStoreLoosened({}, {}),
      clusterStoreLoosened(undefined, store(a)),
      clusterStoreLoosened({}, store(a)),
      clusterStoreLoosened(store(a), store(a)),
    ]).toEqual(Array(4).fill([]));
  });

  test('a ClusterExternalSecret and a ClusterPushSecret', () => {
    const of = (...namespaces: string[]) => ({ spec: { namespaces } });
    expect(clusterSecretLoosened('ClusterExternalSecret', of('a'), of('a', 'c', 'b'))).toEqual([
      {
        what: 'newly puts its Secret into namespace c, namespace b',
        remedy: expect.stringMatching(/^Select the namespaces that need/),
        severity: 'high',
        path: ['spec'],
        subject: ['namespaces', 'b', 'c'],
      },
    ]);
    expect(clusterSecretLoosened('ClusterPushSecret', undefined, { spec: { namespaceSelector: {} } })).toMatchObject([
      { what: 'newly pushes Secrets to its store from every namespace', subject: ['namespaces', '*'] },
    ]);
    expect([
      clusterSecretLoosened('ClusterPushSecret', undefined, of('a')),
      clusterSecretLoosened('ClusterPushSecret', of('a'), of('a')),
    ]).toEqual([[], []]);
  });

  test('an ExternalSecret that merges into literals', () => {
    const merge = { spec: { target: { creationPolicy: 'Merge' } } };
    expect(mergeLoosened(undefined, merge, true)).toMatchObject([
      { severity: 'medium', path: ['spec', 'target', 'creationPolicy'], subject: ['merge'] },
    ]);
    expect(mergeLoosened({}, merge, true)).toHaveLength(1);
    expect([mergeLoosened(merge, merge, true), mergeLoosened({}, {}, true), mergeLoosened({}, merge, false)]).toEqual([
      [],
      [],
      [],
    ]);
    expect([
      targetOf({ name: 'a', value: { spec: { target: { name: 'b' } } } }),
      targetOf({ name: 'a', value: {} }),
    ]).toEqual(['b', 'a']);
    const external = (policy: string, name = 'x', kind = 'ExternalSecret', group = 'external-secrets.io/v1') =>
      resources(object(group, kind, `spec: {target: {creationPolicy: ${policy}, name: of-${name}}}`, name));
    const [same] = external('Merge', 'same');
    const after = [
      ...external('Merge'),
      ...external('Owner', 'y'),
      ...external('Merge', 'z', 'PushSecret'),
      ...external('Merge', 'w', 'ExternalSecret', 'x/v1'),
      ...(same ? [same] : []),
    ];
    expect(newlyMerged({ before: same ? [same] : [], after })).toEqual(new Set(['of-x']));
  });

  test('a Secret in plain text has something in it', () => {
    const is = (rest: string, kind = 'Secret', api = 'v1') => resources(object(api, kind, rest)).map(isPlainSecret);
    expect(
      ['data: {a: Yg==}', 'stringData: {a: b}', 'data: "{{ x }}"', 'data: {}\nstringData: {a: b}'].map((rest) =>
        is(rest),
      ),
    ).toEqual(Array(4).fill([true]));
    expect([
      is('data: {}'),
      is('data: ~'),
      is('x: y'),
      is('data: {a: b}\nsops: {mac: x}'),
      is('data: {a: b}', 'ConfigMap'),
      is('data: {a: b}', 'Secret', 'x/v1'),
    ]).toEqual(Array(6).fill([false]));
  });
});

describe('who may log in to Vault', () => {
  const role = (rest: Mapping) => ({ name: 'r', ...rest });
  const said = (before: Mapping | undefined, after: Mapping) =>
    vaultRolesLoosened(before, after).map(({ what, severity, path, subject }) => [
      what,
      severity,
      path.join('.'),
      ...subject,
    ]);
  const accounts = 'bound_service_account_names';
  test.each([
    [
      { [accounts]: ['a'] },
      { [accounts]: ['a', 'c', 'b'] },
      [
        [
          'newly lets ServiceAccounts c, b log in to Vault by role r',
          'medium',
          accounts,
          'vault-role',
          'r',
          accounts,
          'b',
          'c',
        ],
      ],
    ],
    [
      { [accounts]: 'a' },
      { [accounts]: 'a, b,' },
      [
        [
          'newly lets ServiceAccounts b log in to Vault by role r',
          'medium',
          accounts,
          'vault-role',
          'r',
          accounts,
          'b',
        ],
      ],
    ],
    [
      { [accounts]: ['a'] },
      { [accounts]: ['*'] },
      [
        [
          'newly lets every ServiceAccount log in to Vault by role r',
          'high',
          accounts,
          'vault-role',
          'r',
          accounts,
          '*',
        ],
      ],
    ],
    [{ [accounts]: ['*'] }, { [accounts]: ['b', '*'] }, []],
    [{ [accounts]: ['a', 'b'] }, { [accounts]: ['b'] }, []],
    [{ [accounts]: ['a'] }, { boundServiceAccountNames: ['a'] }, []],
    [
      { boundServiceAccountNamespaces: ['a'] },
      { targetNamespaces: { targetNamespaces: ['a', 'b'], targetNamespaceSelector: { matchLabels: { t: 'a' } } } },
      [
        [
          'newly lets ServiceAccounts of namespaces b, with t=a log in to Vault by role r',
          'medium',
          'targetNamespaces',
          'vault-role',
          'r',
          'bound_service_account_namespaces',
          'b',
          'with t=a',
        ],
      ],
    ],
    [
      { targetNamespaces: { targetNamespaces: ['a'] } },
      { targetNamespaces: { targetNamespaceSelector: {} } },
      [
        [
          'newly lets ServiceAccounts of every namespace log in to Vault by role r',
          'high',
          'targetNamespaces',
          'vault-role',
          'r',
          'bound_service_account_namespaces',
          '*',
        ],
      ],
    ],
    [
      { bound_service_account_namespace_selector: '{"matchLabels":{"a":"b"}}' },
      { bound_service_account_namespace_selector: ' { } ' },
      [
        [
          'newly lets ServiceAccounts of every namespace log in to Vault by role r',
          'high',
          'bound_service_account_namespace_selector',
          'vault-role',
          'r',
          'bound_service_account_namespace_selector',
          '*',
        ],
      ],
    ],
    [{}, { boundServiceAccountNamespaceSelector: { matchLabels: { a: 'b' } } }, []],
    [{ bound_service_account_namespace_selector: 'x' }, { bound_service_account_namespace_selector: '' }, []],
  ])('%j to %j', (before, after, expected) => expect(said(role(before), role(after))).toEqual(expected));

  test('a new role matters where it is open to all; what else it asks is part of what it is', () => {
    const fresh = { roles: [{ role_name: 'n', [accounts]: ['*'], bound_service_account_namespaces: ['b', 'a'] }] };
    expect(said(undefined, fresh)).toEqual([
      [
        'newly lets every ServiceAccount log in to Vault by role n',
        'high',
        `roles.0.${accounts}`,
        'vault-role',
        'n',
        accounts,
        '*',
        'a',
        'b',
      ],
    ]);
    expect(said(undefined, { [accounts]: ['*'] })[0]?.[0]).toBe('newly lets every ServiceAccount log in to Vault');
    expect(said(undefined, { roleName: 'n', [accounts]: ['a'] })).toEqual([]);
    expect(said({ a: [{ name: 'n', [accounts]: ['*'] }] }, { b: { c: { name: 'n', [accounts]: ['*'] } } })).toEqual([]);
  });

  test('roles are looked for sixty levels deep', () => {
    const deep = (depth: number): Mapping => (depth === 0 ? { [accounts]: ['*'] } : { x: deep(depth - 1) });
    expect([60, 61].map((depth) => said(undefined, deep(depth)).length)).toEqual([1, 0]);
  });

  test('by a VaultAuth', () => {
    const of = (...allowedNamespaces: string[]) => ({ spec: { allowedNamespaces } });
    const auth = (before: Mapping | undefined, after: Mapping) =>
      vaultAuthLoosened(before, after).map(({ what, severity, path, subject }) => [what, severity, path, subject]);
    const path = ['spec', 'allowedNamespaces'];
    expect(auth(of('a'), of('a', 'c', 'b'))).toEqual([
      ['newly lets namespaces c, b log in to Vault by it', 'medium', path, ['allowed-namespaces', 'b', 'c']],
    ]);
    expect(auth(of('a'), of('*'))).toEqual([
      ['newly lets every namespace log in to Vault by it', 'high', path, ['allowed-namespaces', '*']],
    ]);
    expect(auth(undefined, of('*'))).toHaveLength(1);
    expect([
      auth(undefined, of('a')),
      auth(of('*'), of('b')),
      auth(of('a'), of('a')),
      auth(of('a'), {}),
      auth({}, of()),
    ]).toEqual(Array(5).fill([]));
  });
});

describe('what is stored unencrypted', () => {
  const configuration = (...entries: (readonly [resources: string[], provider: unknown])[]) => ({
    resources: entries.map(([names, provider]) => ({ resources: names, providers: [provider, { identity: {} }] })),
  });
  const aes = { aescbc: { keys: [] } };
  const said = (before: Mapping, after: Mapping | undefined) =>
    encryptionLoosened(before, after).map(({ what, severity, path, formerPath, subject }) => [
      what,
      severity,
      path,
      formerPath,
      subject,
    ]);

  test.each([
    [
      configuration([['secrets'], aes]),
      configuration([['secrets'], { identity: {} }]),
      [
        [
          'newly has secrets stored unencrypted, which aescbc encrypted before',
          'critical',
          ['resources', 0, 'providers', 0],
          undefined,
          ['at-rest', 'secrets'],
        ],
      ],
    ],
    [
      configuration([['x'], aes], [['configmaps'], aes]),
      configuration([['x'], aes]),
      [
        [
          'newly has configmaps stored unencrypted, which aescbc encrypted before',
          'high',
          ['resources'],
          ['resources', 1, 'providers', 0],
          ['at-rest', 'configmaps'],
        ],
      ],
    ],
    [
      configuration([['secrets', 'secrets', '*.*'], aes]),
      undefined,
      [
        [
          'newly has secrets stored unencrypted, which aescbc encrypted before',
          'critical',
          ['resources'],
          ['resources', 0, 'providers', 0],
          ['at-rest', 'secrets'],
        ],
        [
          'newly has *.* stored unencrypted, which aescbc encrypted before',
          'critical',
          ['resources'],
          ['resources', 0, 'providers', 0],
          ['at-rest', '*.*'],
        ],
      ],
    ],
    [
      configuration([['*.'], aes]),
      configuration([['*.*'], 'identity']),
      [
        [
          'newly has *. stored unencrypted, which aescbc encrypted before',
          'critical',
          ['resources', 0, 'providers', 0],
          undefined,
          ['at-rest', '*.'],
        ],
      ],
    ],
    [configuration([['secrets'], aes]), configuration([['secrets'], { kms: {} }]), []],
    [configuration([['secrets'], aes]), configuration([['*.'], aes], [['secrets'], { identity: {} }]), []],
    [configuration([['secrets'], aes]), configuration([['*.*'], aes]), []],
    [configuration([['a.apps'], aes]), configuration([['*.apps'], aes]), []],
    [configuration([['secrets'], { identity: {} }]), undefined, []],
    [configuration([['secrets'], { identity: {} }], [['secrets'], aes]), undefined, []],
    [configuration([['secrets'], {}]), undefined, []],
    [configuration([['secrets'], 'aescbc']), configuration([['secrets'], 'secretbox']), []],
    [{ resources: [{ resources: ['secrets'] }] }, undefined, []],
  ])('%j to %j', (before, after, expected) => expect(said(before, after)).toEqual(expected));

  test('entries of a group cover its resources alone', () => {
    const covers = (pattern: string, resource: string) =>
      said(configuration([[resource], aes]), configuration([[pattern], aes])).length === 0;
    expect([covers('*.apps', 'x.apps'), covers('*.a.b', 'x.a.b'), covers('*.', 'secrets'), covers('x', 'x')]).toEqual(
      Array(4).fill(true),
    );
    expect([
      covers('*.apps', 'x'),
      covers('*.apps', 'x.batch'),
      covers('*.', 'x.apps'),
      covers('a', 'x'),
      covers('xapps', 'x.apps'),
    ]).toEqual(Array(5).fill(false));
  });

  test.each([
    ['APIServer', ['spec', 'encryption', 'type'], 'aescbc', ['identity', '', undefined]],
    ['Cluster', ['spec', 'encryptionConfig'], true, [false, undefined, 'x']],
    ['ClusterConfig', ['secretsEncryption', 'keyARN'], 'arn:x', ['', undefined]],
    ['ContainerCluster', ['spec', 'databaseEncryption', 'state'], 'ENCRYPTED', ['DECRYPTED', undefined]],
    ['ClusterConfiguration', ['apiServer', 'extraArgs', 'encryption-provider-config'], '/x', ['', undefined]],
  ])('the setting of %s', (kind, path, on, offs) => {
    const of = (value: unknown) => path.reduceRight<unknown>((inner, key) => ({ [key]: inner }), value) as Mapping;
    for (const off of offs) {
      expect(storeSettingsLoosened(kind, of(on), of(off))).toEqual([
        {
          what: `newly leaves what the cluster stores unencrypted (${path.join('.')})`,
          remedy: expect.stringContaining(path.join('.')),
          severity: 'critical',
          path,
          ...(off === undefined ? { formerPath: path } : {}),
          subject: ['at-rest', ...path],
        },
      ]);
      expect(storeSettingsLoosened(kind, of(off), of(off))).toEqual([]);
      for (const other of [`x${kind}`, `${kind}x`]) expect(storeSettingsLoosened(other, of(on), of(off))).toEqual([]);
    }
    expect(storeSettingsLoosened(kind, of(on), of(on))).toEqual([]);
  });

  test('an argument in a list of names and values, of which the last holds', () => {
    const of = (...values: string[]) => ({
      apiServer: { extraArgs: values.map((value) => ({ name: 'encryption-provider-config', value })) },
    });
    const is = (before: Mapping, after: Mapping) => storeSettingsLoosened('ClusterConfiguration', before, after).length;
    expect([
      is(of('/x'), of()),
      is(of('/x'), of('/x', '')),
      is(of('', '/x'), of('/x')),
      is(of('/x', ''), of()),
    ]).toEqual([1, 1, 0, 0]);
  });

  test('the flag of the API server', () => {
    const pod = (field: string, ...words: string[]) => ({
      spec: { containers: [{}, { [field]: ['kube-apiserver', ...words] }] },
    });
    const flag = '--encryption-provider-config';
    expect(apiServerFlagLoosened(pod('command', 'x', `${flag}=/x`), pod('command'))).toEqual([
      {
        what: 'newly starts the API server without --encryption-provider-config, so that Secrets are stored unencrypted',
        remedy: 'Keep the flag, and the file that it names.',
        severity: 'critical',
        path: ['spec', 'containers'],
        formerPath: ['spec', 'containers', 1, 'command', 2],
        subject: ['at-rest', 'encryption-provider-config'],
      },
    ]);
    expect(
      apiServerFlagLoosened(pod('args', flag, '/x'), pod('args', '--encryption-provider-config-automatic-reload=true')),
    ).toHaveLength(1);
    expect(apiServerFlagLoosened(pod('args', `x${flag}`), pod('args'))).toEqual([]);
    expect(apiServerFlagLoosened(pod('args', `${flag}=/x`), pod('command', `${flag}=/y`))).toEqual([]);
    expect(apiServerFlagLoosened(pod('args'), pod('args'))).toEqual([]);
  });

  test('objects of a scope by their kind', () => {
    const encryption = (provider: string) =>
      object(
        'apiserver.config.k8s.io/v1',
        'EncryptionConfiguration',
        `resources: [{resources: [secrets], providers: [{${provider}: {}}]}]`,
      ).replace('metadata: {name: x}\n', '');
    const pod = (args: string, name: string) => object('v1', 'Pod', `spec: {containers: [{args: [${args}]}]}`, name);
    const found = (before: string, after: string) =>
      (analyseAtRest(scoped(resources(before), resources(after))).get('s') ?? []).map(
        ({ called, resource, loosenings }) => [called ?? resource?.name, loosenings.length],
      );
    expect(found(encryption('aescbc'), encryption('identity'))).toEqual([['EncryptionConfiguration', 1]]);
    expect(
      found(
        encryption('aescbc').replace('Configuration', 'Config'),
        encryption('identity').replace('Configuration', 'Config'),
      ),
    ).toEqual([['EncryptionConfig', 1]]);
    expect(found(encryption('aescbc'), '')).toEqual([['EncryptionConfiguration', 1]]);
    expect(found('', encryption('identity'))).toEqual([]);
    expect(found(pod('--encryption-provider-config=x', 'kube-apiserver-a'), pod('x', 'kube-apiserver-a'))).toEqual([
      ['kube-apiserver-a', 1],
    ]);
    expect(found(pod('--encryption-provider-config=x', 'web'), pod('x', 'web'))).toEqual([]);
    expect(found(pod('--encryption-provider-config=x', 'kube-apiserver-a'), '')).toEqual([]);
    const cluster = (on: string, kind = 'Cluster') => object('kops.k8s.io/v1', kind, `spec: {encryptionConfig: ${on}}`);
    expect(found(cluster('true'), cluster('false'))).toEqual([['x', 1]]);
    expect([found(cluster('true'), ''), found(cluster('true', 'XCluster'), cluster('false', 'XCluster'))]).toEqual([
      [],
      [],
    ]);
  });
});

describe('objects by what they were', () => {
  const names = (before: readonly Resource[], after: readonly Resource[]) =>
    pairResources(before, after).map((pair) =>
      [pair.before, pair.after].map((each) => each && `${each.file}/${each.namespace ?? ''}/${each.name}`),
    );
  const at = (path: string, name: string, spec = name, namespace = '') =>
    resources(object('v1', 'X', `spec: ${spec}`, name, namespace), path);
  test('are those of one name and file, else of one name, else of what they hold', () => {
    expect(names([...at('a', 'x', '1'), ...at('b', 'x', '2')], [...at('b', 'x', '3'), ...at('a', 'x', '4')])).toEqual([
      ['b//x', 'b//x'],
      ['a//x', 'a//x'],
    ]);
    expect(names(at('a', 'x', '1', 'ns'), at('b', 'x', '2', 'ns'))).toEqual([['a/ns/x', 'b/ns/x']]);
    expect(names(at('a', 'x', '1', 'ns'), at('a', 'x', '2', 'ms'))).toEqual([['a/ns/x', 'a/ms/x']]);
    expect(names(at('a', 'x', 'same'), at('a', 'w', 'same'))).toEqual([['a//x', 'a//w']]);
    expect(names(at('a', 'x', '1'), at('a', 'w', '2'))).toEqual([
      [undefined, 'a//w'],
      ['a//x', undefined],
    ]);
  });

  test('are left out where they are unchanged, and taken once', () => {
    const same = at('a', 'x');
    expect(names(same, [...same, ...at('a', 'x', '2')])).toEqual([[undefined, 'a//x']]);
    expect(names([...at('a', 'x', '1'), ...at('a', 'x', '2')], at('a', 'x', '3'))).toEqual([
      ['a//x', 'a//x'],
      ['a//x', undefined],
    ]);
  });
});

describe('stores and tools of a scope', () => {
  const found = (before: string, after: string) =>
    (analyseStores(scoped(resources(before), resources(after))).get('s') ?? []).flatMap(({ resource, loosenings }) =>
      loosenings.map(({ what, severity, path, subject }) => [resource?.kind, what, severity, path.join('.'), subject]),
    );
  const sealed = (annotation = '', value = '"true"') =>
    object('bitnami.com/v1alpha1', 'SealedSecret').replace(
      'name: x',
      `name: x, annotations: {${annotation && `sealedsecrets.bitnami.com/${annotation}-wide: ${value}`}}`,
    );
  const seal = (annotation: string, where: string, severity: string) => [
    'SealedSecret',
    `can newly be unsealed ${where}`,
    severity,
    `metadata.annotations.sealedsecrets.bitnami.com/${annotation}-wide`,
    ['sealing', `sealedsecrets.bitnami.com/${annotation}-wide`],
  ];
  test('sealed secrets', () => {
    const [everywhere, within] = ['in every namespace', 'under every name in its namespace'];
    expect(found(sealed(), sealed('cluster'))).toEqual([seal('cluster', everywhere, 'high')]);
    expect(found(sealed('namespace'), sealed('cluster'))).toEqual([seal('cluster', everywhere, 'high')]);
    expect(found(sealed(), sealed('namespace'))).toEqual([seal('namespace', within, 'medium')]);
    expect(found('', sealed('cluster'))).toEqual([seal('cluster', everywhere, 'medium')]);
    expect(['', sealed('cluster')].map((before) => found(before, sealed('namespace')))).toEqual([[], []]);
    expect([
      found(sealed(), sealed('cluster', '"false"')),
      found(sealed('cluster'), sealed()),
      found(sealed(), ''),
    ]).toEqual([[], [], []]);
  });

  const provider = (...names: string[]) =>
    object(
      'secrets-store.csi.x-k8s.io/v1',
      'SecretProviderClass',
      `spec: {x: ${names.length}, secretObjects: [${names.map((name) => `{secretName: ${name}}`).join(', ')}]}`,
    );
  test('mounted secrets that are newly copied', () => {
    expect(found(provider('a'), provider('a', 'c', 'b'))).toEqual([
      [
        'SecretProviderClass',
        'newly copies what it mounts into Secret c, b',
        'medium',
        'spec.secretObjects',
        ['secret-objects', 'b', 'c'],
      ],
    ]);
    expect([
      found('', provider('a')),
      found(provider('a'), provider('b')),
      found(provider('a', 'b'), provider('a')),
      found(provider('a', 'b'), provider('a', 'a', 'c')),
    ]).toEqual(Array(4).fill([]));
  });

  const volume = (...names: string[]) =>
    object(
      'v1',
      'Pod',
      `spec: {volumes: [${names.map((name) => `{csi: {nodePublishSecretRef: {name: ${name}}}}`).join(', ')}]}`,
      'p',
    );
  test('Secrets that are newly passed to the driver of a volume', () => {
    expect(found(volume(), volume('b', 'a'))).toEqual([
      [
        'Pod',
        'newly passes Secret b, a to the driver of a volume (nodePublishSecretRef)',
        'medium',
        'spec.volumes.0.csi.nodePublishSecretRef',
        ['publish-secret', 'a', 'b'],
      ],
    ]);
    expect([
      found('', volume('a')),
      found(volume('a'), volume('b')),
      found(volume('a'), volume('a', 'b')),
      found(volume('a'), volume()),
    ]).toEqual(Array(4).fill([]));
  });

  test('each kind as it is judged', () => {
    const api = 'external-secrets.io/v1';
    const wide = { api, rest: 'spec: {conditions: [{namespaceSelector: {}}], namespaceSelector: {}}' };
    const narrow = 'spec: {conditions: [{namespaces: [a]}], namespaces: [a]}';
    for (const kind of ['ClusterSecretStore', 'ClusterExternalSecret', 'ClusterPushSecret'])
      expect(found(object(api, kind, narrow), object(api, kind, wide.rest))).toHaveLength(1);
    expect(found(object(api, 'SecretStore', narrow), object(api, 'SecretStore', wide.rest))).toEqual([]);
    const [few, all] = ['spec: {allowedNamespaces: [a]}', 'spec: {allowedNamespaces: ["*"]}'];
    for (const kind of ['VaultAuth', 'VaultAuthGlobal', 'HCPAuth'])
      expect(
        found(object('secrets.hashicorp.com/v1beta1', kind, few), object('secrets.hashicorp.com/v1beta1', kind, all)),
      ).toHaveLength(1);
    const role = (names: string) => `spec: {targetServiceAccounts: [${names}]}`;
    for (const group of ['redhatcop.redhat.io', 'vault.banzaicloud.com', 'auth.vault.upbound.io'])
      expect(found('', object(`${group}/v1`, 'X', role('"*"')))).toHaveLength(1);
    for (const group of ['x.io', 'xbitnami.com', 'vault.upbound.io.x'])
      expect(found('', object(`${group}/v1`, 'X', role('"*"')))).toEqual([]);
  });

  test('an ExternalSecret that merges into a Secret of literals beside it', () => {
    const secret = object('v1', 'Secret', 'stringData: {a: b}', 'db', 'shop');
    const external = (namespace = 'shop') =>
      object(
        'external-secrets.io/v1',
        'ExternalSecret',
        'spec: {target: {name: db, creationPolicy: Merge}}',
        'x',
        namespace,
      );
    expect(found(secret, secret + external())).toMatchObject([
      ['ExternalSecret', expect.any(String), 'medium', 'spec.target.creationPolicy', ['merge']],
    ]);
    expect([found(secret, secret + external('other')), found(secret, external())]).toEqual([[], []]);
  });
});
