import { describe, expect, test } from '@jest/globals';
import type { Structure, TouchedFile } from '../../src/kube/touched-file.ts';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import { brokenSops } from '../../src/secrets/compare/broken-sops.ts';
import { ruleOfPlain, sopsPlainFiles } from '../../src/secrets/compare/sops-plain-files.ts';
import { unreadSops } from '../../src/secrets/compare/unread-sops.ts';
import type { SecretOccurrence } from '../../src/secrets/judge/secret-occurrence.ts';
import { readSopsConfig, SopsConfigs } from '../../src/secrets/sops/creation-rules.ts';
import { parseYaml } from '../../src/yaml/parse-yaml.ts';
import { fileSide, touched } from './evidence.ts';

const bytes = (length: number, fill = 0xfe) => Buffer.alloc(length, fill).toString('base64');
const cipher = (length = 9, fill = 0xfe) =>
  `ENC[AES256_GCM,data:${bytes(length, fill)},iv:${bytes(32)},tag:${bytes(16)},type:str]`;
const [mac, otherMac] = [cipher(128), cipher(128, 0xfd)];
const sops = ({ data = `a: ${cipher()}`, of = mac, block = 'age: [{recipient: a}]' } = {}) =>
  `kind: Secret\napiVersion: v1\nmetadata: {name: x}\ndata:\n  ${data}\nsops:\n  mac: ${of}\n  lastmodified: x\n  ${block}\n`;
const change = (
  before: string | undefined,
  after: string | undefined,
  path = 'a.yaml',
  structures: readonly [Structure, Structure] = ['manifest', 'manifest'],
): TouchedFile =>
  touched(
    path,
    before === undefined ? undefined : fileSide(path, before, structures[0]),
    after === undefined ? undefined : fileSide(path, after, structures[1]),
  );
const configsOf = (text: string, path = '.sops.yaml') =>
  new SopsConfigs(
    text === '' ? [] : [readSopsConfig(path, text, parseYaml(Buffer.from(text), defaultPolicy.limits).documents, true)],
  );

describe('what a change breaks in a file of SOPS', () => {
  const faults = (before: string | undefined, after: string, rules = '') =>
    brokenSops([change(before, after)], configsOf(rules)).faults.map(
      ({ is, position, removedAt, gained, lost, isStated }) => [
        is,
        `${position.line}:${position.column}`,
        gained,
        lost,
        ...(removedAt === undefined ? [] : [`${removedAt.line}:${removedAt.column}`]),
        ...(isStated === undefined ? [] : [isStated]),
      ],
    );
  const selectors = (...stated: string[]) => sops({ block: ['age: [{recipient: a}]', ...stated].join('\n  ') });

  test.each<[string, string | undefined, string, ReturnType<typeof faults>]>([
    ['nothing', sops(), sops(), []],
    ['another value with another MAC', sops(), sops({ data: `a: ${cipher(12)}`, of: otherMac }), []],
    [
      'another value with the same MAC',
      sops(),
      sops({ data: `a: ${cipher(12)}` }),
      [['mac-old', '7:3', ['data.a'], []]],
    ],
    [
      'a value more with the same MAC',
      sops(),
      sops({ data: `a: ${cipher()}\n  b: ${cipher()}` }),
      [['mac-old', '8:3', ['data.b'], []]],
    ],
    ['a MAC that is none', sops(), sops({ of: 'x' }), [['mac-gone', '7:3', [], []]]],
    ['no MAC', sops(), sops().replace(/ {2}mac: .*\n/, ''), [['mac-gone', '6:1', [], [], '7:3']]],
    [
      'a recipient',
      sops(),
      sops({ block: 'age: [{recipient: a}, {recipient: b}]' }),
      [['recipients', '9:25', ['age b'], []]],
    ],
    [
      'another recipient',
      sops(),
      sops({ block: 'age: [{recipient: b}]' }),
      [['recipients', '9:9', ['age b'], ['age a']]],
    ],
    ['a recipient less', sops({ block: 'age: [{recipient: a}, {recipient: b}]' }), sops(), []],
    [
      'a lower threshold',
      sops({ block: 'key_groups: [{age: [{recipient: a}]}, {age: [{recipient: b}]}]' }),
      sops({ block: 'key_groups: [{age: [{recipient: a}]}, {age: [{recipient: b}]}]\n  shamir_threshold: 1' }),
      [['threshold', '10:3', ['2', '1'], []]],
    ],
    [
      'a recipient of both groups',
      sops({ block: 'key_groups: [{age: [{recipient: a}]}, {age: [{recipient: b}]}]' }),
      sops({ block: 'key_groups: [{age: [{recipient: a}]}, {age: [{recipient: b}, {recipient: a}]}]' }),
      [['groups-joined', '9:64', ['age a'], []]],
    ],
    [
      'a MAC of less',
      sops(),
      sops({ block: 'age: [{recipient: a}]\n  mac_only_encrypted: true' }),
      [['mac-narrowed', '10:3', [], []]],
    ],
    [
      'a selector that cannot be read',
      sops(),
      selectors('encrypted_regex: (?=x)'),
      [['selector-unread', '10:3', ['encrypted_regex'], []]],
    ],
    [
      'several selectors',
      selectors('encrypted_suffix: _z'),
      selectors('encrypted_regex: ^data$', 'encrypted_suffix: _z'),
      [['selectors-several', '10:3', ['encrypted_regex', 'encrypted_suffix'], []]],
    ],
    [
      'several selectors of a new file',
      undefined,
      selectors('encrypted_regex: ^data$', 'encrypted_suffix: _z'),
      [['selectors-several', '11:3', ['encrypted_regex', 'encrypted_suffix'], []]],
    ],
    [
      'a narrower selector',
      sops(),
      selectors('encrypted_regex: ^x$'),
      [['selector-narrowed', '10:3', ['data.a', 'stringData'], []]],
    ],
    ['the same selectors', selectors('encrypted_regex: (?=x)'), selectors('encrypted_regex: (?=x)'), []],
  ])('%s', (_, before, after, found) => expect(faults(before, after)).toEqual(found));

  test('the block, while there is ciphertext', () => {
    expect(faults(sops(), sops().replace(/sops:[\s\S]*/, ''))).toEqual([['block-gone', '1:1', [], [], '6:1']]);
  });

  test('recipients that the rule of the base names are as they should be', () => {
    const more = sops({ block: 'age: [{recipient: a}, {recipient: b}]' });
    expect(faults(sops(), more, 'creation_rules: [{age: "a,b"}]')).toEqual([
      ['recipients', '9:25', ['age b'], [], true],
    ]);
    expect(faults(sops(), more, 'creation_rules: [{age: a}]')).toEqual([['recipients', '9:25', ['age b'], []]]);
    expect(faults(sops(), more, 'creation_rules: [{path_regex: x, age: b}]')).toEqual([
      ['recipients', '9:25', ['age b'], []],
    ]);
  });
});

describe('files of SOPS that newly cannot be read', () => {
  const of = (...args: Parameters<typeof change>) => {
    const found = unreadSops(change(...args));
    return found && [found.reason, found.place.line, found.isManifest];
  };
  const is = (structure: Structure) => ['manifest', structure] as const;
  test.each([
    ['binary', 'it holds binary data'],
    ['oversize', 'it is over the size limit'],
    ['lfs-pointer', 'its content is in Git LFS'],
    ['symlink', 'it is a symbolic link'],
  ] as const)('as %s', (structure, detail) => {
    expect(unreadSops(change(sops(), 'x', 'a.yaml', is(structure)))).toEqual({
      reason: structure,
      detail,
      place: { line: 1, column: 1 },
      isManifest: true,
    });
    expect(of('a: 1', 'x', 'a.yaml', is(structure))).toBeUndefined();
    expect(of(sops(), 'x', 'a.txt', is(structure))).toEqual([structure, 1, true]);
    expect(of('sops_mac=x\n', 'x', '.env', ['text', structure])).toEqual([structure, 1, false]);
    expect(of(sops(), sops(), 'a.yaml', [structure, structure])).toBeUndefined();
  });

  test('as broken YAML', () => {
    const broken = `${sops()}x: [\n`;
    expect(of(sops(), broken)).toEqual([expect.any(String), expect.any(Number), true]);
    expect(of(undefined, broken)).toEqual([expect.any(String), expect.any(Number), true]);
    expect([
      of(broken, broken),
      of(sops(), sops()),
      of('a: 1', 'a: ['),
      of(sops(), undefined),
      of('sops_mac=x\n', 'sops_mac=x\na: [', '.env', ['text', 'text']),
    ]).toEqual(Array(5).fill(undefined));
    expect(of(sops(), 'a: [', 'a.yaml')?.[2]).toBe(true);
  });
});

describe('new files that a rule covers', () => {
  const plain = 'kind: Secret\napiVersion: v1\ndata: {a: Yg==}\n';
  const rules = configsOf('creation_rules: [{path_regex: secret, age: a, encrypted_regex: ^(data|x)$}]');
  const none = configsOf('');
  const sideOf = (file: TouchedFile, before = rules, after = rules) => ruleOfPlain(file, { before, after })?.side;
  const added = (text: string, path = 'secret.yaml', structure: Structure = 'manifest') =>
    change(undefined, text, path, ['manifest', structure]);

  test('and that are not encrypted', () => {
    expect([
      sideOf(added(plain)),
      sideOf(added(plain), none),
      sideOf(added('x', 'secret.txt', 'text')),
      sideOf(added('x', 'secret.bin', 'binary')),
      sideOf(added('x', 'secret.yaml', 'template')),
    ]).toEqual(['before', 'after', 'before', 'before', 'before']);
    expect([
      sideOf(added(plain, 'other.yaml')),
      sideOf(added(plain), none, none),
      sideOf(change(plain, plain, 'secret.yaml')),
      sideOf(change(plain, undefined, 'secret.yaml')),
      sideOf({ ...added(plain), movedFrom: 'x' }),
      sideOf(added(plain, 'secret/.sops.yaml')),
      sideOf(added(plain, 'secret/kustomization.yaml')),
      sideOf(added('', 'secret.yaml')),
      sideOf(added('x', 'secret.yaml', 'symlink')),
      sideOf(added(sops(), 'secret.yaml')),
      sideOf(added('kind: Namespace\napiVersion: v1\nmetadata: {name: data}\n', 'secret.yaml')),
    ]).toEqual(Array(11).fill(undefined));
    expect([sideOf(added('kind: X\nx: 1\n', 'secret.yaml')), sideOf(added('kind: X\ny: [\n', 'secret.yaml'))]).toEqual([
      'before',
      'before',
    ]);
    expect(sideOf(added(`kind: Secret\napiVersion: v1\ndata: {a: b}\nsops: {mac: x}\n`, 'secret.yaml'))).toBe('before');
  });

  test('are said by their rule and scope: Secrets, and files among encrypted ones', () => {
    const literal = (file: string, over = {}) =>
      ({
        is: 'literal',
        object: { group: '', kind: 'Secret', namespace: undefined, name: 'x' },
        file,
        ...over,
      }) as unknown as SecretOccurrence;
    const files = [
      'a/secret1.yaml',
      'a/secret2.yaml',
      'b/secret.yaml',
      'a/secret3.yaml',
      'a/secret4.yaml',
      'a/other.yaml',
    ].map((path) => added(plain, path));
    const cover = {
      configs: { before: rules, after: rules },
      amongEncrypted: new Map([['a/secret4.yaml', 7]]),
      neverEncrypted: new Set<string>(),
      unread: new Set<string>(),
    };
    const written = [
      literal('a/secret1.yaml'),
      literal('a/secret2.yaml'),
      literal('b/secret.yaml'),
      literal('a/secret3.yaml', { is: 'placeholder' }),
      literal('a/secret3.yaml', { object: undefined }),
      literal('a/other.yaml'),
    ];
    const own = { config: '.sops.yaml', regex: 'secret' };
    expect(sopsPlainFiles(files, cover, written)).toEqual([
      { scope: 'a', files: ['a/secret1.yaml', 'a/secret2.yaml'], ...own, others: undefined },
      { scope: 'b', files: ['b/secret.yaml'], ...own, others: undefined },
      { scope: 'a', files: ['a/secret4.yaml'], ...own, others: 7 },
    ]);
  });
});
