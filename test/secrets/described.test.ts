import { describe, expect, test } from '@jest/globals';
import {
  excerptOf,
  fieldName,
  fileOf,
  isWord,
  lastingIdentity,
  lengthBucket,
  objectName,
  ownerOf,
  pathName,
  safeIdentity,
  subjectOf,
  subjectSteps,
  whereOf,
  withoutSecrets,
  withoutTokens,
} from '../../src/secrets/compare/describe.ts';
import { mayAddSecret, mayProtect } from '../../src/secrets/compare/fresh-lines.ts';
import { KnownSecrets, Needles } from '../../src/secrets/compare/known-secrets.ts';
import type { SecretOccurrence } from '../../src/secrets/judge/secret-occurrence.ts';
import { crcIn62 } from './format-samples.ts';

const secret = 'Zq7vR2mKx9TbW4nL';
const other = 'kJ8s0fQ2xv9LrTaB';
const body = 'Zq7vR2mKx9TbW4nLkJ8s0fQ2xv9LrT';
const token = `ghp_${body}${crcIn62(body)}`;
const object = { group: '', kind: 'Secret', namespace: 'shop', name: 'db' };
const occurrence: SecretOccurrence = {
  is: 'literal',
  what: undefined,
  format: 'generic',
  severity: 'critical',
  secret,
  inner: [],
  offset: undefined,
  scope: 'apps',
  object,
  path: ['stringData', 'password'],
  key: 'password',
  role: 'secret',
  file: 'apps/db.yaml',
  locate: () => ({ line: 1, column: 1 }),
};
const of = (over: Partial<SecretOccurrence>) => ({ ...occurrence, ...over });

describe('nothing secret is in a name', () => {
  test.each([
    [`x-${secret}-y`, secret, 'x-••••-y'],
    [`${secret}/${secret}`, secret, '••••/••••'],
    ['mysql', 'mysql', 'mysql'],
    ['the-mysql-x2', 'mysql-x2', 'the-••••'],
    [`a ${token} b`, 'hunter22', 'a •••• b'],
    [`a.${other}.b`, 'hunter22', 'a.••••.b'],
    [`a.${other.slice(0, 15)}.b`, 'hunter22', `a.${other.slice(0, 15)}.b`],
    ['a.administrator-password.b', 'hunter22', 'a.administrator-password.b'],
  ])('%s', (text, value, safe) => expect(withoutSecrets(text, value)).toBe(safe));

  test('but words, which names hold anyway', () => {
    expect(['abc12', 'mysql', 'postgres-db', 'abcdef'].map(isWord)).toEqual(Array(4).fill(true));
    expect(['abc123', '1abcdef', 'abcdef1', 'postgres-dbs', 'xQzPbVtR'].map(isWord)).toEqual(Array(5).fill(false));
    expect(withoutTokens(`x ${token} ${token}`)).toBe('x •••• ••••');
  });

  test('of objects', () => {
    expect([
      objectName(object, secret),
      objectName({ ...object, namespace: undefined }, secret),
      objectName({ ...object, namespace: undefined, name: '' }, secret),
      objectName({ ...object, name: `x-${secret}` }, secret),
    ]).toEqual(['Secret shop/db', 'Secret db', 'Secret', 'Secret shop/x-••••']);
    expect(safeIdentity({ group: secret, kind: secret, namespace: secret, name: secret }, secret)).toEqual({
      group: secret,
      kind: '••••',
      namespace: '••••',
      name: '••••',
    });
    expect(safeIdentity({ ...object, namespace: undefined }, secret).namespace).toBeUndefined();
  });
});

test('a value that moves from a ConfigMap into a Secret is the same', () => {
  const kind = (over: object) => lastingIdentity({ ...object, ...over }, secret).kind;
  expect([
    kind({}),
    kind({ kind: 'ConfigMap' }),
    kind({ kind: 'ConfigMap', group: 'x' }),
    kind({ kind: 'Pod' }),
  ]).toEqual(['Secret', 'Secret', 'ConfigMap', 'Pod']);
});

describe('where a secret is', () => {
  test('paths as one writes them', () => {
    expect([
      pathName(['spec', 'a-b$', '[app]', 'env', '[]', 'tls.key', 'x']),
      pathName(['a.b', 'c']),
      pathName(['!a', 'b!', '!c']),
      pathName([]),
    ]).toEqual(['spec.a-b$[app].env[]["tls.key"].x', 'a.b.c', '!a["b!"]["!c"]', '']);
    expect([['stringData', 'a'], ['binaryData'], ['xstringData'], ['stringDatas'], []].map(subjectSteps)).toEqual([
      ['data', 'a'],
      ['data'],
      ['xstringData'],
      ['stringDatas'],
      [],
    ]);
  });

  test('in words', () => {
    expect([
      whereOf(occurrence),
      whereOf(of({ object: undefined, path: ['a.env', 'KEY'] })),
      whereOf(of({ object: undefined, path: ['a.env'], file: `x/${secret}` })),
      fieldName(of({ path: ['data', `a-${secret}`] })),
      fileOf(of({ file: `x/${secret}.yaml` })),
      fileOf(of({ file: `x/${other}.yaml` })),
    ]).toEqual([
      'Secret shop/db: stringData.password',
      'KEY',
      'x/••••',
      'data.a-••••',
      'x/••••.yaml',
      `x/${other}.yaml`,
    ]);
  });

  test('for fingerprints', () => {
    expect(
      ['generic', 'secret-value', 'default-password', 'github-token', 'xgeneric', 'generics'].map((format) =>
        subjectOf(of({ format })).at(-1),
      ),
    ).toEqual(['value', 'value', 'value', 'github-token', 'xgeneric', 'generics']);
    expect(subjectOf(of({ path: ['stringData', other, secret], file: other }))).toEqual([
      'data',
      other,
      '••••',
      'value',
    ]);
    expect(subjectOf(of({ path: [other], file: 'x' }))).toEqual(['••••', 'value']);
    expect([
      ownerOf(occurrence),
      ownerOf(of({ object: undefined })),
      ownerOf(of({ object: { ...object, namespace: undefined } })),
    ]).toEqual([
      '["apps","apps/db.yaml","","Secret","shop","db"]',
      '["apps","apps/db.yaml","","","",""]',
      '["apps","apps/db.yaml","","Secret",null,"db"]',
    ]);
  });

  test('and how long, coarsely', () => {
    expect([0, 7, 8, 11, 12, 4095, 4096].map((length) => lengthBucket('x'.repeat(length)))).toEqual([
      'under 8 characters',
      'under 8 characters',
      '8 to 11 characters',
      '8 to 11 characters',
      '12 to 15 characters',
      '1024 to 4095 characters',
      '4096 characters or more',
    ]);
    expect([
      excerptOf(occurrence),
      excerptOf(of({ key: '' })),
      excerptOf(of({ key: 'a'.repeat(81) })),
      excerptOf(of({ key: secret })),
    ]).toEqual([
      'password: •••• (16 to 23 characters)',
      '•••• (16 to 23 characters)',
      `${'a'.repeat(80)}: •••• (16 to 23 characters)`,
      '••••: •••• (16 to 23 characters)',
    ]);
  });
});

describe('the secrets of a change', () => {
  test('are masked wherever they are written, the longest first', () => {
    const needles = new Needles();
    for (const each of ['hunter22', 'hunter2233', 'hunter', 'hunter22', secret]) needles.add(each);
    expect(needles.mask(`hunter22 hunter2233, hunter2x ${secret}${secret} hunte`)).toBe(
      '•••• ••••, ••••2x •••••••• hunte',
    );
    expect([needles.mask('hunter'), needles.mask('xhunter'), needles.mask('')]).toEqual(['••••', 'x••••', '']);
    expect(new Needles().mask(`a ${secret}`)).toBe(`a ${secret}`);
  });

  test('are masked in every name of their own file, and elsewhere where they are no names', () => {
    const known = new KnownSecrets([
      { is: 'literal', secret, file: 'a' },
      { is: 'literal', secret: 'shop-db-2', file: 'a' },
      { is: 'literal', secret: 'Hunter2!', file: 'b' },
      { is: 'literal', secret: 'mysqldb', file: 'a' },
      { is: 'literal', secret: 'ab123', file: 'a' },
      { is: 'placeholder', secret: 'changeme1', file: 'a' },
    ]);
    expect(known.mask(`${secret} shop-db-2 Hunter2! mysqldb ab123 changeme1`)).toBe(
      '•••• shop-db-2 •••• mysqldb ab123 changeme1',
    );
    const names = (file: string) =>
      known.maskNames(
        of({
          file,
          path: ['x-shop-db-2', file, secret],
          key: 'shop-db-2',
          object: { ...object, namespace: 'shop-db-2', name: `y-${secret}` },
        }),
      );
    expect(names('a')).toMatchObject({
      path: ['x-••••', 'a', '••••'],
      key: '••••',
      object: { namespace: '••••', name: 'y-••••', kind: 'Secret' },
    });
    expect(names('b')).toMatchObject({
      path: ['x-shop-db-2', 'b', '••••'],
      key: 'shop-db-2',
      object: { namespace: 'shop-db-2', name: 'y-••••' },
    });
    expect(known.maskNames(of({ path: [secret], file: secret })).path).toEqual([secret]);
    const bare = known.maskNames(of({ object: undefined }));
    expect(bare.object).toBeUndefined();
    expect(known.maskNames(of({ object: { ...object, namespace: undefined } })).object?.namespace).toBeUndefined();
  });
});

describe('versions of a file', () => {
  const digest = `sha256:${'a'.repeat(64)}`;
  test.each([
    'a:',
    '- a:',
    '  ]},',
    'a: |-',
    '',
    'version: 1.2',
    'a: v1.2.3-rc.1',
    `a: 1.2@${digest},`,
    'tag: latest',
    `image: "quay.io/a/b:v1@${digest}"`,
    `digest: ${digest}`,
    'a: true',
    '- a: "disabled",',
    'a: ~',
  ])('an edit to %j adds no secret', (line) => expect(mayAddSecret(`x: y\n${line}`, ['x: y'])).toBe(false));

  test.each([
    'a: hunter2',
    'a: 1.2 hunter2',
    '! a: 1.2',
    'hunter2 image: x',
    'image: x hunter2',
    'x tag: a',
    'a: true hunter2',
    '! a: true',
    '! a:',
    'a: | x',
    `tag: ${'a'.repeat(100)}`,
  ])('an edit to %j may', (line) => expect(mayAddSecret(`x: y\n${line}`, ['x: y'])).toBe(true));

  test('lines that another version has are not new, and those of Secrets all count', () => {
    expect([mayAddSecret('a: hunter2', ['b: 1', 'x\na: hunter2\ny']), mayAddSecret('a: hunter2', [])]).toEqual([
      false,
      true,
    ]);
    const secretOf = (kind: string, line: string) => mayAddSecret(`${kind}\n${line}`, [kind]);
    expect(
      ['kind: Secret', '"kind" : "Secret"', 'secretGenerator:', 'x: "\\x41"', 'x: !!binary a'].map((kind) =>
        secretOf(kind, 'a: true'),
      ),
    ).toEqual(Array(5).fill(true));
    expect(['kind: SecretStore', 'kind: Pod'].map((kind) => secretOf(kind, 'a: true'))).toEqual([false, false]);
    expect(secretOf('kind: Secret', '   ')).toBe(false);
    expect([400, 401].map((length) => mayAddSecret(`a:${' '.repeat(length - 2)}`, []))).toEqual([false, true]);
  });

  test.each([
    ['secretRef', true],
    ['Vault', true],
    ['{{ x }}', true],
    ['$x', true],
    ['$(x)', true],
    ['ref+x', true],
    ['env:X', true],
    ['arn:aws:x', true],
    ['op://a', true],
    ['awssm+x://a', true],
    ['U2FsdGVkX1', true],
    [`wc${'a'.repeat(200)}`, true],
    ['$ x', false],
    ['xenv:X', false],
    ['xop://a', false],
    ['http://a', false],
    ['a: b', false],
  ])('%s may protect a value: %s', (text, may) => expect(mayProtect(text)).toBe(may));
});
