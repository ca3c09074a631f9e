import { describe, expect, test } from '@jest/globals';
import { durationSeconds } from '../../src/secrets/ages/duration.ts';
import { secretAges } from '../../src/secrets/ages/secret-ages.ts';
import { staleBy } from '../../src/secrets/ages/stale.ts';
import { forEachField, subjectPath } from '../../src/secrets/places/fields.ts';
import { roleAt } from '../../src/secrets/places/index.ts';
import { isJoinToken, isNodeConfiguration } from '../../src/secrets/places/node-configuration.ts';
import { fileSide, touched } from './evidence.ts';

const identity = (kind: string, group = '') => ({ group, kind, namespace: undefined, name: 'x' });
const place = { line: 1, column: 1 };
const made = 'kJ8s0fQ2xv9LrT';

/** Every field of a value, in short: path, name, text, how it is read, and what is before it. */
function fields(value: unknown, kind?: string, options: Parameters<typeof forEachField>[2] = {}, group = '') {
  const found: unknown[][] = [];
  const source = {
    identity: kind === undefined ? undefined : identity(kind, group),
    value,
    at: () => place,
    valueAt: () => place,
    styleAt: () => undefined,
  };
  forEachField(
    source,
    ({ path, key, text, role, previous, isJoined }) => {
      found.push([
        path.join('/'),
        key,
        text,
        role,
        ...(previous === undefined ? [] : [previous]),
        ...(isJoined === true ? ['joined'] : []),
      ]);
    },
    options,
  );
  return found;
}

describe('how a place is read', () => {
  test.each([
    ['Secret', '', 'data/a', 'secret-base64'],
    ['Secret', '', 'stringData/a', 'secret'],
    ['Secret', 'x.io', 'data/a', 'open'],
    ['Secret', '', 'data/a/b', 'open'],
    ['Secret', '', 'x/data/a', 'open'],
    ['Secret', '', 'data', 'open'],
    ['ConfigMap', '', 'data/a', 'file'],
    ['ConfigMap', '', 'binaryData/a', 'file-base64'],
    ['EncryptionConfiguration', 'x', 'resources/0/providers/1/aescbc/keys/0/secret', 'secret'],
    ['EncryptionConfiguration', 'x', 'resources/0/providers/1/aescbc/keys/secret', 'open'],
    ['InitConfiguration', 'x', 'certificateKey', 'secret'],
    ['InitConfiguration', 'x', 'a/b/certificateKey', 'secret'],
    ['JoinConfiguration', 'x', 'discovery/token', 'secret'],
    ['JoinConfiguration', 'x', 'discovery/a/b/token', 'secret'],
    ['JoinConfiguration', 'x', 'a/discovery/token', 'open'],
    ['Config', 'x', 'users/0/user/auth-provider/config/a', 'deployed'],
    ['X', 'x', 'metadata/annotations/kubectl.kubernetes.io/last-applied-configuration', 'manifest'],
    ['X', 'x', 'metadata/annotations/other', 'mark'],
    ['X', 'x', 'spec/podAnnotations/a', 'mark'],
    ['X', 'x', 'spec/annotation/a', 'open'],
    ['X', 'x', 'annotations', 'open'],
    ['X', 'x', 'labels/a', 'mark'],
    ['X', 'x', 'a/stringData/b', 'secret'],
    ['X', 'x', 'env/0/value', 'deployed'],
    ['X', 'x', 'env/0/name', 'open'],
    ['X', 'x', 'spec/env/value', 'open'],
    ['X', 'x', 'spec/command', 'command'],
    ['X', 'x', 'spec/args/3', 'command'],
    ['HelmRelease', 'x', 'spec/values/a/b', 'open'],
    ['Kustomization', 'kustomize.toolkit.fluxcd.io', 'spec/postBuild/substitute/a', 'deployed'],
    ['Kustomization', 'x', 'spec/postBuild/substitute/a', 'open'],
    ['Component', 'x', 'secretGenerator/0/literals/1', 'secret-pair'],
    ['Application', 'argoproj.io', 'spec/list/elements/0/a/b', 'deployed'],
    ['Application', 'argoproj.io', 'spec/source/helm/parameters/0/value', 'deployed'],
    ['SealedSecret', 'x', 'spec/encryptedData/a', 'sealed'],
    ['SealedSecret', 'x', 'spec/template/stringData/a', 'secret'],
    ['ExternalSecret', 'x', 'spec/data/0/remoteRef/key', 'name'],
    ['ExternalSecret', 'x', 'spec/data/0/remoteRef', 'name'],
    ['Vault', 'vault.banzaicloud.com', 'spec/a/b/startupSecrets/0/data/x', 'secret'],
    ['Vault', 'vault.banzaicloud.com', 'spec/startupSecrets/0/data/data/x', 'secret'],
    ['Vault', 'vault.banzaicloud.com', 'startupSecrets/0/data/x', 'open'],
    ['VaultStaticSecret', 'x', 'spec/a', 'name'],
    ['VaultStaticSecret', 'x', 'status/a', 'open'],
    ['X', 'x', 'a/b', 'open'],
  ])('%s of %j at %s: %s', (kind, group, path, role) => {
    const steps = path.split('/').map((step) => (/^\d+$/.test(step) ? Number(step) : step));
    const at = path.includes('kubectl.kubernetes.io/')
      ? ['metadata', 'annotations', 'kubectl.kubernetes.io/last-applied-configuration']
      : steps;
    expect([roleAt(identity(kind, group), at), roleAt(identity(kind.toUpperCase(), group), at)]).toEqual([role, role]);
  });

  test('without an identity only what holds for all', () => {
    expect([roleAt(undefined, ['stringData', 'a']), roleAt(undefined, ['data', 'a']), roleAt(undefined, [])]).toEqual([
      'secret',
      'open',
      'open',
    ]);
  });
});

describe('fields', () => {
  test.each([
    [
      { a: 'x', b: 1, c: null, d: true, e: [] },
      [
        ['a', 'a', 'x', 'open'],
        ['b', 'b', '1', 'open'],
      ],
    ],
    [
      { a: [['x', 'y'], 2, 'z'] },
      [
        ['a/0/0', 'a', 'x', 'open'],
        ['a/0/1', 'a', 'y', 'open', 'x'],
        ['a/1', 'a', '2', 'open'],
        ['a/2', 'a', 'z', 'open'],
      ],
    ],
    [
      { env: [{ name: 'A', value: 'x' }] },
      [
        ['env/0/name', 'name', 'A', 'open'],
        ['env/0/value', 'A', 'x', 'deployed'],
      ],
    ],
    [
      { p: { key: 'K', default: 'x' } },
      [
        ['p/key', 'key', 'K', 'open'],
        ['p/default', 'K', 'x', 'open'],
      ],
    ],
    [
      { p: { name: '', id: 'I', literal: 'x' } },
      [
        ['p/name', 'name', '', 'open'],
        ['p/id', 'id', 'I', 'open'],
        ['p/literal', 'I', 'x', 'open'],
      ],
    ],
    [{ password: [{ value: 'x' }] }, [['password/0/value', 'password', 'x', 'open']]],
    [{ value: 'x' }, [['value', 'value', 'x', 'open']]],
    [{ a: { values: 'x' } }, [['a/values', 'values', 'x', 'open']]],
    [
      { apiKeys: { reader: 'x', password: 'y' } },
      [
        ['apiKeys/reader', 'apiKeys', 'x', 'open'],
        ['apiKeys/password', 'password', 'y', 'open'],
      ],
    ],
    [
      { k: { kty: 'oct', k: 'x', kid: 'y' } },
      [
        ['k/kty', 'kty', 'oct', 'open'],
        ['k/k', 'privateKey', 'x', 'open'],
        ['k/kid', 'kid', 'y', 'open'],
      ],
    ],
    [{ d: 'x' }, [['d', 'd', 'x', 'open']]],
    [
      { secretRef: { name: 'x' }, valueFrom: { a: ['y'] }, b: 'z' },
      [
        ['secretRef/name', 'name', 'x', 'name'],
        ['valueFrom/a/0', 'a', 'y', 'name'],
        ['b', 'b', 'z', 'open'],
      ],
    ],
    [
      { Ref: 'x', dbRefs: ['y'], xvalueFrom: 'z' },
      [
        ['Ref', 'Ref', 'x', 'open'],
        ['dbRefs/0', 'dbRefs', 'y', 'name'],
        ['xvalueFrom', 'xvalueFrom', 'z', 'open'],
      ],
    ],
    [
      { secretName: 'x', secretKey: 'y' },
      [
        ['secretName', 'secretName', 'x', 'open'],
        ['secretKey', 'secretKey', 'y', 'name'],
      ],
    ],
    [
      { secretName: 'x', secretKey: made },
      [
        ['secretName', 'secretName', 'x', 'open'],
        ['secretKey', 'secretKey', made, 'open'],
      ],
    ],
    [{ secretKey: 'y' }, [['secretKey', 'secretKey', 'y', 'open']]],
    [
      { command: ['a', '-p', 'x y', "it's"] },
      [
        ['command/0', 'command', 'a', 'command'],
        ['command/1', 'command', '-p', 'command', 'a'],
        ['command/2', 'command', 'x y', 'command', '-p'],
        ['command/3', 'command', "it's", 'command', 'x y'],
        ['command', 'command', "a -p 'x y' it's", 'command', 'joined'],
      ],
    ],
    [{ command: ['a'] }, [['command/0', 'command', 'a', 'command']]],
    [
      { command: ['a', 1] },
      [
        ['command/0', 'command', 'a', 'command'],
        ['command/1', 'command', '1', 'command', 'a'],
      ],
    ],
    [
      { xRef: { command: ['a', 'b'] } },
      [
        ['xRef/command/0', 'command', 'a', 'name'],
        ['xRef/command/1', 'command', 'b', 'name', 'a'],
      ],
    ],
    [
      { 'pass=hunter2': 1, 'a=': 2, '=a': 3 },
      [
        ['pass=hunter2', '', 'pass=hunter2', 'deployed'],
        ['pass=hunter2', 'pass=hunter2', '1', 'open'],
        ['a=', 'a=', '2', 'open'],
        ['=a', '=a', '3', 'open'],
      ],
    ],
    [{ [made]: null }, []],
  ])('of %j', (value, expected) => expect(fields(value)).toEqual(expected));

  test('of a Secret: a value may be where its key belongs', () => {
    expect(fields({ stringData: { [made]: null, 'pass=x': null, other: null } }, 'Secret')).toEqual([
      [`stringData/${made}`, '', made, 'secret'],
      ['stringData/pass=x', '', 'pass=x', 'secret'],
    ]);
    expect(fields({ xRef: { stringData: { 'pass=x': null } } }, 'Secret')).toEqual([
      ['xRef/stringData/pass=x', '', 'pass=x', 'deployed'],
    ]);
  });

  test('of patches', () => {
    const patch = (path: string, value: unknown) => ({ op: 'add', path, value });
    expect(
      fields([
        patch('/stringData/a', 'x'),
        patch('/stringData', { a: 'x' }),
        patch('/data/a', 'x'),
        patch('/spec/a~1b~0c', 'x'),
      ]),
    ).toEqual([
      ['0/op', 'op', 'add', 'open'],
      ['0/path', 'path', '/stringData/a', 'open'],
      ['0/value', 'a', 'x', 'secret'],
      ['1/op', 'op', 'add', 'open'],
      ['1/path', 'path', '/stringData', 'open'],
      ['1/value/a', 'a', 'x', 'secret'],
      ['2/op', 'op', 'add', 'open'],
      ['2/path', 'path', '/data/a', 'open'],
      ['2/value', 'a', 'x', 'open'],
      ['3/op', 'op', 'add', 'open'],
      ['3/path', 'path', '/spec/a~1b~0c', 'open'],
      ['3/value', 'a/b~c', 'x', 'open'],
    ]);
    expect(fields([patch('/data/a', 'x')], undefined, { patchesSecret: true })[2]).toEqual([
      '0/value',
      'a',
      'x',
      'secret-base64',
    ]);
    expect(fields([patch('/data', { a: { b: 'x' } })], undefined, { patchesSecret: true })[2]).toEqual([
      '0/value/a/b',
      'b',
      'x',
      'open',
    ]);
    expect(fields([{ op: 1, path: '/stringData/a', value: 'x' }])[2]?.[3]).toBe('open');
    const inline = (target: object) => fields({ patches: [{ patch: 'x', target }] }, 'Kustomization')[0];
    expect([inline({ kind: 'Secret' }), inline({ kind: 'X' })]).toEqual([
      ['patches/0/patch', 'patch', 'x', 'secret-patch'],
      ['patches/0/patch', 'patch', 'x', 'manifest'],
    ]);
  });

  test('of a Secret within another object', () => {
    const of = (generate: object) => fields(generate, 'ClusterPolicy', {}, 'kyverno.io').at(-1)?.[3];
    const secret = { kind: 'Secret', apiVersion: 'v1' };
    expect([
      of({ generate: { ...secret, data: { a: 'x' } } }),
      of({ generate: { kind: 'Secret', data: { a: 'x' } } }),
      of({ generate: { ...secret, data: { data: { a: 'x' } } } }),
    ]).toEqual(Array(3).fill('secret-base64'));
    expect([
      of({ generate: { kind: 'Secret', apiVersion: 'x/v1', data: { a: 'x' } } }),
      of({ generate: { kind: 'X', data: { a: 'x' } } }),
      of({ generate: { ...secret, datas: { a: 'x' } } }),
    ]).toEqual(Array(3).fill('open'));
  });

  test('switches, where they are asked for', () => {
    expect([fields({ a: true, b: 2n }), fields({ a: true }, undefined, { withSwitches: true })]).toEqual([
      [['b', 'b', '2', 'open']],
      [['a', 'a', 'true', 'open']],
    ]);
  });

  test('120 levels deep; a line of 200 arguments', () => {
    const deep = (depth: number, inner: (each: unknown) => unknown): unknown =>
      depth === 0 ? 'x' : inner(deep(depth - 1, inner));
    for (const inner of [(each: unknown) => ({ a: each }), (each: unknown) => [each]])
      expect([120, 121].map((depth) => fields(deep(depth, inner)).length)).toEqual([1, 0]);
    expect([200, 201].map((length) => fields({ args: Array(length).fill('a') }).length)).toEqual([201, 201]);
  });

  test('paths for people: items by their names', () => {
    const value = { a: [{ name: 'n' }, { key: 'k' }, { id: 1, host: 'h' }, { path: 'p', kind: 'q' }, 'x', {}], b: 'c' };
    expect([0, 1, 2, 3, 4, 5, 9].map((index) => subjectPath(value, ['a', index, 'z']).join('/'))).toEqual([
      'a/[n]/z',
      'a/[k]/z',
      'a/[h]/z',
      'a/[p]/z',
      'a/[]/z',
      'a/[]/z',
      'a/[]/z',
    ]);
    expect(subjectPath(value, ['b', 'c'])).toEqual(['b', 'c']);
  });
});

describe('configurations of K3s and RKE2', () => {
  test.each([
    [{}, 'etc/rancher/k3s/config.yaml', true],
    [{}, 'rke2/config.yml', true],
    [{}, 'k3s/config.yaml.d/a.yaml', true],
    [{}, 'xk3s/config.yaml', false],
    [{}, 'k3s/config.yaml.d/a/b', false],
    [{}, 'k3s/config.yamlx', false],
    [{ server: 'https://a:6443' }, 'x.yaml', true],
    [{ server: 'https://a:9345' }, 'x.yaml', true],
    [{ server: 'xhttps://a:6443' }, 'x.yaml', false],
    [{ server: 'https://a:6443/' }, 'x.yaml', false],
    [{ 'tls-san': ['a'] }, 'x.yaml', true],
    [{ tls: 1, token: 'x' }, 'x.yaml', false],
    ['x', 'k3s/config.yaml', false],
  ])('%j in %s: %s', (value, file, is) => expect(isNodeConfiguration(value, file)).toBe(is));
  test('have two tokens', () => {
    expect([['token'], ['agent-token'], ['a', 'token'], ['other'], []].map(isJoinToken)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('ages', () => {
  test.each([
    ['0', 0],
    ['1h30m', 5400],
    ['1.5s', 1.5],
    ['1ms', 0.001],
    ['2us', 2e-6],
    ['2µs', 2e-6],
    ['5ns', 5e-9],
    ['1h1h', 7200],
    ['1', undefined],
    ['1d', undefined],
    ['x1h', undefined],
    ['1hx', undefined],
    ['', undefined],
    ['00', undefined],
  ])('%j is %s seconds', (text, seconds) => {
    const found = durationSeconds(text);
    if (seconds === undefined) expect(found).toBeUndefined();
    else expect(found).toBeCloseTo(seconds, 12);
  });

  const day = 86_400_000;
  const policy = { secretDays: 50, refreshHours: 24, certificateDays: 30 };
  test.each([
    [{ changed: 50 * day - 1 }, 'old'],
    [{ changed: 50 * day }, undefined],
    [{ refresh: 0 }, 'refresh'],
    [{ refresh: 1 }, undefined],
    [{ refresh: 24 * 3600 }, undefined],
    [{ refresh: 24 * 3600 + 1 }, 'refresh'],
    [{ expires: 130 * day - 1 }, 'expires'],
    [{ expires: 130 * day }, undefined],
    [{}, undefined],
    [{ changed: 0, refresh: 0, expires: 0 }, 'old'],
    [{ changed: 99 * day, refresh: 0, expires: 0 }, 'refresh'],
  ])('%j on day 100: %s', (age, stale) => expect(staleBy(age, policy, 100 * day)).toBe(stale));

  const ages = (text: string, structure?: 'text', committed: number | undefined = 7) =>
    secretAges(
      [touched('a.yaml', undefined, fileSide('a.yaml', text, structure))],
      new Map(committed === 0 ? [] : [['a.yaml', committed ?? 0]]),
    ).map(({ scope, position: { file, line, column }, object, ...age }) => ({
      ...age,
      at: [scope, file, line, column].join(' '),
      of: object && `${object.kind} ${object.name}`,
    }));
  const object = (api: string, kind: string, spec: string) =>
    `apiVersion: ${api}\nkind: ${kind}\nmetadata: {name: x}\nspec:\n  ${spec}\n`;

  test('of files of SOPS: what they say, else the last commit', () => {
    const sops = (lastmodified: string, kind = 'Secret') =>
      `kind: ${kind}\nmetadata: {name: x}\nsops:\n  mac: m\n  lastmodified: ${lastmodified}\n`;
    const at = '. a.yaml 5 3';
    expect(ages(sops('"1970-01-01T00:00:09Z"'))).toEqual([{ is: 'sops', changed: 9000, at, of: 'Secret x' }]);
    expect(ages(sops('x'))).toEqual([{ is: 'sops', changed: 7000, at, of: 'Secret x' }]);
    expect(ages(sops('x'), undefined, 0)).toEqual([{ is: 'sops', at, of: 'Secret x' }]);
    const noise = (length: number) => Buffer.alloc(length, 0xfe).toString('base64');
    expect(
      ages(sops('x', `"ENC[AES256_GCM,data:${noise(9)},iv:${noise(32)},tag:${noise(16)},type:str]"`))[0]?.of,
    ).toBeUndefined();
    expect(ages('sops_mac=m', 'text')).toEqual([{ is: 'sops', changed: 7000, at: '. a.yaml 1 1', of: undefined }]);
    expect([ages('sops: {a: 1}'), ages('a: 1')]).toEqual([[], []]);
  });

  test('of objects that are sealed, or read again', () => {
    const found = (api: string, kind: string, spec: string) => ages(object(api, kind, spec));
    const [external, vault] = ['external-secrets.io/v1', 'secrets.hashicorp.com/v1beta1'];
    expect(found('bitnami.com/v1alpha1', 'SealedSecret', 'encryptedData: {a: b}')).toEqual([
      { is: 'sealed', changed: 7000, at: '. a.yaml 5 3', of: 'SealedSecret x' },
    ]);
    expect(ages(object('bitnami.com/v1alpha1', 'SealedSecret', 'a: b'), undefined, 0)[0]).not.toHaveProperty('changed');
    expect(found(external, 'ExternalSecret', 'refreshInterval: 30m')).toEqual([
      { is: 'external', refresh: 1800, at: '. a.yaml 5 3', of: 'ExternalSecret x' },
    ]);
    expect(found(external, 'ExternalSecret', 'a: b')[0]?.refresh).toBe(3600);
    expect(found(external, 'ExternalSecret', 'refreshInterval: x')[0]).not.toHaveProperty('refresh');
    for (const policy of ['CreatedOnce', 'OnChange'])
      expect(found(external, 'ExternalSecret', `refreshPolicy: ${policy}`)[0]?.refresh).toBe(0);
    for (const policy of ['Periodic', 'xCreatedOnce', 'OnChangex'])
      expect(found(external, 'ExternalSecret', `refreshPolicy: ${policy}`)[0]?.refresh).toBe(3600);
    expect(found(external, 'ClusterExternalSecret', 'externalSecretSpec: {refreshInterval: 2h}')).toMatchObject([
      { is: 'external', refresh: 7200 },
    ]);
    expect(found(vault, 'VaultStaticSecret', 'refreshAfter: 5s')).toMatchObject([{ is: 'vault-static', refresh: 5 }]);
    expect(found(vault, 'VaultStaticSecret', 'a: b')[0]).not.toHaveProperty('refresh');
    expect(found(vault, 'VaultDynamicSecret', 'a: b')).toMatchObject([{ is: 'vault-dynamic', at: '. a.yaml 4 1' }]);
    expect([
      found('x/v1', 'SealedSecret', 'a: b'),
      found('bitnami.com/v1', 'X', 'a: b'),
      found('x/v1', 'ExternalSecret', 'a: b'),
    ]).toEqual([[], [], []]);
    expect(secretAges([touched('a.yaml', fileSide('a.yaml', 'a: 1'), undefined)], new Map())).toEqual([]);
  });

  test('what only looks like a certificate has none', () => {
    const pem = `-----BEGIN CERTIFICATE-----\n${'A'.repeat(120)}\n-----END CERTIFICATE-----`;
    expect([ages(pem, 'text'), ages(`a: "${pem.replaceAll('\n', '\\n')}"`)]).toEqual([[], []]);
  });
});
