import { describe, expect, test } from '@jest/globals';
import type { Mapping } from '../../src/plain-values.ts';
import { contentOf, textLeaves } from '../../src/secrets/protection/leaves.ts';
import { secretsMadeBy } from '../../src/secrets/protection/makers.ts';
import { madeBy, mayBeSame } from '../../src/secrets/protection/provided.ts';
import { isOpen, isReadable, readableOf } from '../../src/secrets/protection/readable.ts';
import { asksForMakers, servedBy, servedSecrets } from '../../src/secrets/protection/served.ts';
import { usesOf } from '../../src/secrets/protection/uses.ts';
import { manifestSources } from '../../src/secrets/text/file-sources.ts';
import { fileSide } from './evidence.ts';

const noise = (length: number) => Buffer.alloc(length, 0xfe).toString('base64');
const cipher = (length = 9) => `ENC[AES256_GCM,data:${noise(length)},iv:${noise(32)},tag:${noise(16)},type:str]`;

describe('how a leaf is protected', () => {
  const leaves = (text: string) => {
    const [source] = manifestSources(fileSide('a.yaml', text), 'a.yaml');
    if (source === undefined) throw new Error('there is a source');
    return contentOf(source, source.document).leaves.map(({ steps, key, text: value, protection, locate }) => [
      steps.join('/'),
      key,
      value.slice(0, 20),
      protection,
      `${locate().line}:${locate().column}`,
    ]);
  };

  test('by what it is', () => {
    const text = [
      `a: 'vault:v1:${noise(27)}'`,
      'b: op://vault/item/field',
      `c: \${SECRET_DOMAIN}`,
      'd: $(DB_PASSWORD)',
      'e: $DB_PASSWORD',
      `f: \${DOMAIN}`,
      `g: 'x \${SECRET_DOMAIN}'`,
      "h: '{{ .x }}'",
      "vault.hashicorp.com/agent-inject-template-x: '{{ .x }}'",
      "i: ''",
      'j: true',
      'k: [x, --api-key=op://v/i/f, -p=x]',
      `l: '${cipher()}'`,
    ].join('\n');
    expect(leaves(text).map(([steps, key, , protection]) => [steps, key, protection])).toEqual([
      ['a', 'a', 'Vault’s transit engine encrypted'],
      ['b', 'b', '1Password filled in'],
      ['c', 'c', 'came from the variable SECRET_DOMAIN'],
      ['d', 'd', 'came from the variable DB_PASSWORD'],
      ['e', 'e', 'came from the variable DB_PASSWORD'],
      ['f', 'f', undefined],
      ['g', 'g', undefined],
      ['h', 'h', undefined],
      [
        'vault.hashicorp.com/agent-inject-template-x',
        'vault.hashicorp.com/agent-inject-template-x',
        'the Vault agent filled in',
      ],
      ['i', 'i', undefined],
      ['j', 'j', undefined],
      ['k/[]', 'k', undefined],
      ['k/[]/api-key', 'api-key', '1Password filled in'],
      ['k/[]', 'k', undefined],
      ['l', 'l', undefined],
    ]);
  });

  test.each([
    ['ExternalSecret', 'External Secrets filled in'],
    ['ClusterExternalSecret', 'External Secrets filled in'],
    ['PushSecret', 'External Secrets filled in'],
    ['SealedSecret', 'Sealed Secrets filled in'],
    ['VaultStaticSecret', 'the Vault Secrets Operator filled in'],
    ['VaultPKISecret', 'the Vault Secrets Operator filled in'],
    ['XExternalSecret', undefined],
    ['ExternalSecretX', undefined],
    ['XPushSecret', undefined],
    ['VaultStaticSecretX', undefined],
    ['XVaultStaticSecret', undefined],
  ])('a template of %s: %s', (kind, protection) => {
    expect(leaves(`kind: ${kind}\na: '{{ .x }}'\nb: x`).map(([, , , how]) => how)).toEqual([
      undefined,
      protection,
      undefined,
    ]);
  });

  test('in an object of the Argo CD Vault Plugin', () => {
    const of = (path: string) =>
      leaves(`metadata: {annotations: {avp.kubernetes.io/path: '${path}'}}\na: <name>`).at(-1)?.[3];
    expect([of('x'), of('')]).toEqual(['the Argo CD Vault Plugin filled in', undefined]);
  });

  test('in a document of SOPS, apart from its own block', () => {
    const text = `a: '${cipher()}'\nb: x\nsops: {mac: '${cipher(128)}', lastmodified: x}\n`;
    expect(leaves(text).map(([steps, , , protection]) => [steps, protection])).toEqual([
      ['a', 'SOPS encrypted'],
      ['b', undefined],
    ]);
  });

  test('in documents and assignments within its text, two deep', () => {
    const text =
      'a: |\n  b: op://v/i/f\n  c: |\n    d: x\n    e: |\n      f: op://v/i/g\nx: "g: op://v/i/h\\n"\nw: |\n  Z_KEY=op://v/i/j and\n  more prose without any end\n';
    expect(leaves(text)).toEqual([
      ['a', 'a', 'b: op://v/i/f\nc: |\n ', undefined, '2:3'],
      ['a/b', 'b', 'op://v/i/f', '1Password filled in', '2:6'],
      ['a/c', 'c', 'd: x\ne: |\n  f: op://', undefined, '4:5'],
      ['a/c/d', 'd', 'x', undefined, '4:8'],
      ['a/c/e', 'e', 'f: op://v/i/g\n', '1Password filled in', '6:7'],
      ['x', 'x', 'g: op://v/i/h\n', undefined, '7:4'],
      ['x/g', 'g', 'op://v/i/h', '1Password filled in', '7:4'],
      ['w', 'w', 'Z_KEY=op://v/i/j and', undefined, '9:3'],
      ['w/Z_KEY', 'Z_KEY', 'op://v/i/j', '1Password filled in', '9:9'],
    ]);
  });

  test('in texts that are no manifests', () => {
    const of = (text: string, isSops: boolean) =>
      textLeaves(text, isSops).map(({ steps, text: value, protection, locate }) => [
        steps.join('/'),
        value.slice(0, 5),
        protection,
        Object.values(locate()).join(':'),
      ]);
    expect(of('A_B=op://v/i/f\nC_D=x\n', false)).toEqual([
      ['A_B', 'op://', '1Password filled in', '1:5'],
      ['C_D', 'x', undefined, '2:5'],
    ]);
    const value = cipher();
    expect(of(`A=${value}\n  export B = x y \n[ sec ]\nC=z\n[sops]\nD=1\n[t]\nsops_mac=m\nprose\nE=\n`, true)).toEqual([
      ['A', 'ENC[A', 'SOPS encrypted', '1:3'],
      ['B', 'x y', undefined, '2:14'],
      [' sec .C', 'z', undefined, '4:3'],
      ['t.E', '', undefined, '10:1'],
    ]);
  });
});

describe('uses of Secrets and ConfigMaps', () => {
  const uses = (value: Mapping) =>
    usesOf([{ value, steps: ['s'], at: (path) => ({ line: path.length, column: 1 }) }]).map(
      ({ is, of, name, key, field, holder, holderName, target }) => [
        is,
        of,
        name,
        key,
        field,
        holder.join('/'),
        holderName,
        ...(target === undefined ? [] : [target.join('/')]),
      ],
    );
  test.each<[string, Mapping, ReturnType<typeof uses>]>([
    [
      'a variable',
      { env: [{ name: 'A', valueFrom: { secretKeyRef: { name: 'db', key: 'p' } } }] },
      [['value', 'Secret', 'db', 'p', 'secretKeyRef', 's/env/[A]', 'A']],
    ],
    [
      'a variable of a ConfigMap',
      { env: [{ name: 'A', valueFrom: { configMapKeyRef: { name: 'db' } } }] },
      [['value', 'ConfigMap', 'db', undefined, 'configMapKeyRef', 's/env/[A]', 'A']],
    ],
    [
      'a field from a Secret',
      { a: { passwordFrom: { secretKeyRef: { name: 'db', key: 'p' } } } },
      [
        ['value', 'Secret', 'db', 'p', 'secretKeyRef', 's/a/passwordFrom', 'passwordFrom'],
        ['field', 'Secret', 'db', 'p', 'passwordFrom', 's/a', 'a'],
      ],
    ],
    [
      'another field',
      { a: { other: { secretKeyRef: { key: 'p' } } } },
      [['value', 'Secret', '', 'p', 'secretKeyRef', 's/a/other', 'other']],
    ],
    [
      'sources',
      { c: { envFrom: [{ secretRef: { name: 'a' } }, { configMapRef: { name: 'b' } }, { x: 1 }] } },
      [
        ['list', 'Secret', 'a', undefined, 'envFrom', 's/c', 'c'],
        ['list', 'ConfigMap', 'b', undefined, 'envFrom', 's/c', 'c'],
        ['field', 'Secret', 'a', undefined, 'secretRef', 's/c/envFrom/[]', '0'],
      ],
    ],
    [
      'sources of Flux',
      {
        spec: {
          valuesFrom: [
            { kind: 'Secret', name: 'a', valuesKey: 'k', targetPath: 'x.y[0]' },
            { kind: 'ConfigMap' },
            { kind: 'X', name: 'z' },
          ],
        },
      },
      [
        ['list', 'Secret', 'a', 'k', 'valuesFrom', 's/spec', 'spec', 's/spec/values/x/y/[0]'],
        ['list', 'ConfigMap', '', undefined, 'valuesFrom', 's/spec', 'spec'],
      ],
    ],
    ['no sources', { xenvFrom: [{ configMapRef: { name: 'a' } }], envFroms: [{ configMapRef: { name: 'a' } }] }, []],
    [
      'volumes',
      {
        volumes: [
          { secret: { secretName: 'a' } },
          { configMap: { name: 'b' } },
          { csi: { driver: 'secrets-store.csi.k8s.io', volumeAttributes: { secretProviderClass: 'c' } } },
          { csi: { driver: 'x' } },
          { projected: { sources: [{ secret: { name: 'd' } }, { configMap: { name: 'e' } }, { x: 1 }] } },
          { xsecret: { secretName: 'z' } },
        ],
      },
      [
        ['volume', 'Secret', 'a', undefined, 'secret', 's/volumes/[]', '0'],
        ['field', 'Secret', 'a', undefined, 'secretName', 's/volumes/[]/secret', 'secret'],
        ['volume', 'ConfigMap', 'b', undefined, 'configMap', 's/volumes/[]', '1'],
        ['volume', 'Secret', 'c', undefined, 'csi', 's/volumes/[]', '2'],
        ['volume', 'Secret', 'd', undefined, 'projected', 's/volumes/[]', '4'],
        ['volume', 'ConfigMap', 'e', undefined, 'projected', 's/volumes/[]', '4'],
        ['field', 'Secret', 'z', undefined, 'secretName', 's/volumes/[]/xsecret', 'xsecret'],
      ],
    ],
    ['no volumes', { other: [{ secret: { name: 'a' } }] }, []],
    [
      'fields of charts',
      {
        auth: {
          existingSecret: 'a',
          password_secret_name: { name: 'b' },
          tlsSecret: { secretName: 'c' },
          secretRef: { existingSecret: 'd' },
        },
      },
      [
        ['field', 'Secret', 'a', undefined, 'existingSecret', 's/auth', 'auth'],
        ['field', 'Secret', 'b', undefined, 'password_secret_name', 's/auth', 'auth'],
        ['field', 'Secret', 'c', undefined, 'tlsSecret', 's/auth', 'auth'],
        ['field', 'Secret', 'c', undefined, 'secretName', 's/auth/tlsSecret', 'tlsSecret'],
        ['field', 'Secret', 'd', undefined, 'secretRef', 's/auth', 'auth'],
        ['field', 'Secret', 'd', undefined, 'existingSecret', 's/auth/secretRef', 'secretRef'],
      ],
    ],
    ['no fields of charts', { imagePullSecretName: 'a', xSecret: 'b', secretNames: 'c', existingSecret: [1] }, []],
    ['the top', { existingSecret: 'a' }, [['field', 'Secret', 'a', undefined, 'existingSecret', 's', '']]],
  ])('%s', (_, value, found) => expect(uses(value)).toEqual(found));

  test('are looked for a hundred levels deep', () => {
    const deep = (depth: number): Mapping => (depth === 0 ? { existingSecret: 'a' } : { x: deep(depth - 1) });
    expect([100, 101].map((depth) => uses(deep(depth)).length)).toEqual([1, 0]);
  });
});

describe('Secrets that objects make', () => {
  test.each<[string, string, Mapping, unknown]>([
    [
      'bitnami.com',
      'SealedSecret',
      { spec: { encryptedData: { a: 1 }, template: { data: { b: '{{ .x }}', c: 'x' } } } },
      [{ keys: ['a', 'b'] }],
    ],
    [
      'bitnami.com',
      'SealedSecret',
      { spec: { data: 'x', template: { metadata: { name: 'n' } } } },
      [{ keys: undefined }, { keys: undefined, name: 'n' }],
    ],
    [
      'external-secrets.io',
      'ExternalSecret',
      { spec: { data: [{ secretKey: 'a' }, {}], target: { name: 'n', template: { data: { b: '{{ x }}' } } } } },
      [{ name: 'n', keys: ['a', 'b'] }],
    ],
    ['external-secrets.io', 'ExternalSecret', { spec: { dataFrom: [{}] } }, [{ name: undefined, keys: undefined }]],
    [
      'external-secrets.io',
      'ExternalSecret',
      { spec: { target: { template: { templateFrom: [{}] } } } },
      [{ name: undefined, keys: undefined }],
    ],
    [
      'external-secrets.io',
      'ClusterExternalSecret',
      { spec: { externalSecretName: 'm', externalSecretSpec: { data: [{ secretKey: 'a' }] } } },
      [{ name: 'm', keys: ['a'] }],
    ],
    [
      'external-secrets.io',
      'ClusterExternalSecret',
      { spec: { externalSecretName: 'm', externalSecretSpec: { target: { name: 'n' } } } },
      [{ name: 'n', keys: [] }],
    ],
    ['kubernetes-client.io', 'ExternalSecret', { spec: { data: [{ name: 'a' }] } }, [{ keys: ['a'] }]],
    [
      'kubernetes-client.io',
      'ExternalSecret',
      { spec: { dataFrom: ['x'], data: [{ name: 'a' }] } },
      [{ keys: undefined }],
    ],
    [
      'secrets.hashicorp.com',
      'VaultStaticSecret',
      { spec: { destination: { name: 'n' } } },
      [{ name: 'n', keys: undefined }],
    ],
    [
      'secrets.hashicorp.com',
      'VaultDynamicSecret',
      { spec: { destination: { name: 'n', transformation: { excludeRaw: true, templates: { a: 1 } } } } },
      [{ name: 'n', keys: ['a'] }],
    ],
    [
      'secrets-store.csi.x-k8s.io',
      'SecretProviderClass',
      { spec: { secretObjects: [{ secretName: 'n', data: [{ key: 'a' }] }] } },
      [{ name: 'n', keys: ['a'] }],
    ],
    [
      'isindir.github.com',
      'SopsSecret',
      { spec: { secret_templates: [{ name: 'n', data: { a: 1 }, stringData: { b: 1 } }] } },
      [{ name: 'n', keys: ['a', 'b'] }],
    ],
    ['ricoberger.de', 'VaultSecret', { spec: { keys: ['a'] } }, [{ keys: ['a'] }]],
    ['ricoberger.de', 'VaultSecret', { spec: {} }, [{ keys: undefined }]],
    [
      'redhatcop.redhat.io',
      'VaultSecret',
      { spec: { output: { name: 'n', stringData: { a: 1 } } } },
      [{ name: 'n', keys: ['a'] }],
    ],
    ['onepassword.com', 'OnePasswordItem', {}, [{}]],
    [
      'secrets.infisical.com',
      'InfisicalSecret',
      {
        spec: {
          managedSecretReference: { secretName: 'n', secretNamespace: 's' },
          managedKubeSecretReferences: [{ secretName: 'm' }, 1],
        },
      },
      [
        { name: 'n', namespace: 's' },
        { name: 'm', namespace: undefined },
      ],
    ],
    [
      'secrets.doppler.com',
      'DopplerSecret',
      { spec: { managedSecret: { name: 'n', namespace: 's' } } },
      [{ name: 'n', namespace: 's' }],
    ],
    ['k8s.bitwarden.com', 'BitwardenSecret', { spec: { secretName: 'n' } }, [{ name: 'n' }]],
    ['spv.no', 'AzureKeyVaultSecret', { spec: { output: { secret: { name: 'n' } } } }, [{ name: 'n' }]],
    [
      'cert-manager.io',
      'Certificate',
      { spec: { secretName: 'n' } },
      [{ name: 'n', keys: ['tls.crt', 'tls.key', 'ca.crt'] }],
    ],
    [
      'viaduct.ai',
      'ksops',
      { secretFrom: [{ metadata: { name: 'n' }, files: ['a/b.yaml', 'k=c/d'], binaryFiles: ['e'] }, { envs: ['x'] }] },
      [{ name: 'n', keys: ['b.yaml', 'k', 'e'] }, { keys: undefined }],
    ],
    ['x.io', 'ExternalSecret', {}, []],
    ['external-secrets.io', 'X', {}, []],
  ])('%s %s %j', (group, kind, object, made) => expect(secretsMadeBy(group, kind, object)).toEqual(made));

  const identity = (kind: string, group: string, namespace?: string) => ({ group, kind, namespace, name: 'x' });
  test('have names, and say how', () => {
    expect(
      madeBy(identity('ExternalSecret', 'external-secrets.io', 'shop'), { spec: { data: [{ secretKey: 'a' }] } }),
    ).toEqual([
      {
        namespace: 'shop',
        name: 'x',
        keys: new Set(['a']),
        by: 'ExternalSecret shop/x',
        how: 'ExternalSecret shop/x provided',
      },
    ]);
    expect(
      madeBy(identity('SealedSecret', 'bitnami.com'), { spec: { data: 'x', template: { metadata: { name: 'n' } } } }),
    ).toEqual([
      { namespace: undefined, name: 'x', keys: undefined, by: 'SealedSecret x', how: 'SealedSecret x encrypted' },
      { namespace: undefined, name: 'n', keys: undefined, by: 'SealedSecret x', how: 'SealedSecret x encrypted' },
    ]);
    expect([mayBeSame('a', 'a'), mayBeSame(undefined, 'a'), mayBeSame('a', undefined), mayBeSame('a', 'b')]).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });

  test('serve entries in their scope', () => {
    const text =
      'apiVersion: external-secrets.io/v1\nkind: ExternalSecret\nmetadata: {name: db, namespace: shop}\nspec: {data: [{secretKey: a}]}\n---\napiVersion: bitnami.com/v1alpha1\nkind: SealedSecret\nmetadata: {name: all}\nspec: {data: x}\n';
    const served = servedSecrets(new Map([['s', { before: [], after: fileSide('a.yaml', text).resources }]]));
    const by = (scope: string, name: string, key: string, namespace?: string) =>
      servedBy(served, scope, { namespace, name }, key);
    expect([by('s', 'db', 'a', 'shop'), by('s', 'db', 'a'), by('s', 'all', 'z', 'any')]).toEqual([
      'ExternalSecret shop/db',
      'ExternalSecret shop/db',
      'SealedSecret all',
    ]);
    expect([
      by('t', 'db', 'a', 'shop'),
      by('s', 'x', 'a', 'shop'),
      by('s', 'db', 'b', 'shop'),
      by('s', 'db', 'a', 'other'),
    ]).toEqual(Array(4).fill(undefined));
  });

  test('are asked for where a Secret is new that is no file of SOPS', () => {
    const of = (rest: string, kind = 'Secret', api = 'v1') =>
      fileSide('a.yaml', `apiVersion: ${api}\nkind: ${kind}\nmetadata: {name: x, namespace: ns}\n${rest}\n`).resources;
    const plain = of('data: {a: Yg==}');
    const asks = (before: ReturnType<typeof of>, after: ReturnType<typeof of>) => asksForMakers({ before, after });
    expect([asks([], plain), asks([], of('stringData: {a: b}')), asks(of('x: y'), plain)]).toEqual([true, true, true]);
    expect([
      asks(plain, plain),
      asks([], of('x: y')),
      asks([], of('data: {a: b}\nsops: {mac: x}')),
      asks([], of('data: {a: b}', 'ConfigMap')),
      asks([], of('data: {a: b}', 'Secret', 'x/v1')),
      asks(plain, []),
    ]).toEqual(Array(6).fill(false));
  });
});

describe('what can be read where a value was protected', () => {
  test.each([
    ['hunter', 'foo', true],
    ['hunter', 'password', true],
    ['57', 'password', true],
    ['5', 'foo', false],
    ['-1.5', 'foo', false],
    ['123456', 'foo', true],
    ['1.2.3, debug;  5', 'foo', false],
    ['1.2.3, hunter', 'foo', true],
    ['debug', 'foo', false],
    ['db.shop.svc', 'foo', false],
    ['hunter', 'logLevel', false],
    ['changeme', 'foo', false],
    ['', 'foo', false],
    ['$(X)', 'foo', false],
    ['shop', 'SECRET_DB', true],
    ['db.shop.svc', 'SECRET_HOST', false],
    [`5 ${'5 '.repeat(1000)}`.trim(), 'foo', true],
  ])('%j under %s: %s', (text, key, is) => expect(isReadable(text, key)).toBe(is));

  test('what SOPS encrypted counts whatever it is', () => {
    expect(
      ['hunter', '5', 'true', 'changeme', '', '$(X)', cipher()].map((text) => isOpen(text, 'x', { sops: true })),
    ).toEqual([true, true, true, true, false, false, false]);
  });

  test('of a file, what it says and not the whole', () => {
    const leaf = (key: string, text: string, steps = ['data', key], protection?: string) => ({
      steps,
      key,
      text,
      protection,
      locate: () => ({ line: 1, column: 1 }),
    });
    const of = (...entry: ReturnType<typeof leaf>[]) => readableOf(entry).map(({ key }) => key);
    expect([of(), of(leaf('a', 'hunter')), of(leaf('a', 'x\ny')), of(leaf('a', '5'))]).toEqual([[], ['a'], [], []]);
    expect(of(leaf('a', Buffer.from('5').toString('base64'), ['binaryData', 'a']))).toEqual([]);
    expect(of(leaf('a', Buffer.from('hunter').toString('base64'), ['binaryData', 'a']))).toEqual(['a']);
    const inner = ['b', 'c', 'd', 'e'].map((key) => leaf(key, 'hunter'));
    expect(of(leaf('a', 'x'), ...inner.slice(0, 3))).toEqual(['b', 'c', 'd']);
    expect(of(leaf('a', 'x'), ...inner)).toEqual([]);
    expect(
      of(leaf('a', 'x'), ...inner, leaf('password', 'hunter'), leaf('f', 'Zq7vR2mKx9TbW4nL'), leaf('g', 'hunter2')),
    ).toEqual(['password', 'f', 'g']);
    expect(of(leaf('a', 'x'), leaf('b', 'hunter', ['data', 'b'], 'SOPS encrypted'), leaf('c', '5'))).toEqual([]);
  });
});
