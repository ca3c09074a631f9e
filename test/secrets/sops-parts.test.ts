import { describe, expect, test } from '@jest/globals';
import { mapping } from '../../src/plain-values.ts';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import { asWritten, isTrue } from '../../src/secrets/sops/as-written.ts';
import { Comments } from '../../src/secrets/sops/comments.ts';
import { readSopsContent, sopsFormatOf, unreadParts } from '../../src/secrets/sops/content.ts';
import { isSopsConfig, placeOf, readSopsConfig, SopsConfigs } from '../../src/secrets/sops/creation-rules.ts';
import { flatFormatOf, readFlat } from '../../src/secrets/sops/flat-store.ts';
import { type KeyGroups, nearerRecipients, placesInGroups } from '../../src/secrets/sops/key-groups.ts';
import { sopsLeaves } from '../../src/secrets/sops/leaves.ts';
import { fingerprintOf, sopsMetadata } from '../../src/secrets/sops/metadata.ts';
import { narrowedSelectors } from '../../src/secrets/sops/narrowed-selectors.ts';
import { openComments } from '../../src/secrets/sops/open-comments.ts';
import { refusedRules } from '../../src/secrets/sops/refused-rules.ts';
import { isDescriptive, isSelected, selectorsOf } from '../../src/secrets/sops/selectors.ts';
import { parseYaml } from '../../src/yaml/parse-yaml.ts';
import { fileSide } from './evidence.ts';

const documentOf = (text: string) => {
  const [document] = parseYaml(Buffer.from(text), defaultPolicy.limits).documents;
  if (document === undefined) throw new Error('there is a document');
  return document;
};
const noise = (length: number) => Buffer.alloc(length, 0xfe).toString('base64');
const cipher = (type = 'str') => `ENC[AES256_GCM,data:${noise(9)},iv:${noise(32)},tag:${noise(16)},type:${type}]`;
const config = (text: string, path = '.sops.yaml', isWhole = true) =>
  readSopsConfig(path, text, parseYaml(Buffer.from(text), defaultPolicy.limits).documents, isWhole);

describe('comments of a value', () => {
  const text = [
    '# top',
    'a: 1 # inline',
    '# one',
    '',
    '  # further in',
    '# two',
    'b:',
    '  # inner',
    '  c: "x # no" # yes',
    "  d: 'it''s # no'",
    '  e: x#no',
    '  f: "a\\" # no" # yes',
    '  g: it"s # yes',
    '  h: [x, "# no", {y: "# no"}]',
    '  i: # yes',
    '    - j',
  ].join('\n');
  const document = documentOf(text);
  const on = (...path: (string | number)[]) => new Comments(text).on(document, path);
  const above = [' two', ' one'];
  test.each([
    [['a'], [' top', ' inline']],
    [['b'], above],
    [
      ['b', 'c'],
      [...above, ' inner', ' yes'],
    ],
    [['b', 'd'], above],
    [['b', 'e'], above],
    [
      ['b', 'f'],
      [...above, ' yes'],
    ],
    [
      ['b', 'g'],
      [...above, ' yes'],
    ],
    [['b', 'h', 2, 'y'], above],
    [
      ['b', 'i', 0],
      [...above, ' yes'],
    ],
    [[], []],
  ])('at %j: %j', (path, comments) => expect(on(...path)).toEqual(comments));

  test('begin with the document, and are 200 above one entry at most', () => {
    const at = (line: number) => ({ at: () => ({ line, column: 1 }) });
    expect(new Comments('# a\n---\n# b\nx: 1').on(at(4), ['x'])).toEqual([' b']);
    const many = Array.from({ length: 205 }, (_, index) => `#${index}`);
    const found = new Comments([...many, 'x: 1'].join('\n')).on(at(206), ['x']);
    expect([found?.length, found?.[0], found?.at(-1)]).toEqual([200, '204', '5']);
    expect(new Comments('x: 1').on(at(9), ['x'])).toEqual([]);
  });

  test('are not known beyond so many characters', () => {
    const at = { at: () => ({ line: 2, column: 1 }) };
    const tries = (most: number) => {
      const comments = new Comments('# abc\nx: 1', most);
      return [1, 2, 3].map(() => comments.on(at, ['x']));
    };
    expect(tries(8)).toEqual([[' abc'], undefined, undefined]);
    expect(tries(9)).toEqual([[' abc'], [' abc'], undefined]);
  });
});

describe('files of SOPS by their form', () => {
  const mac = 'mac: m';
  test.each([
    ['manifest', `a: 1\nsops: {${mac}}`, 'tree'],
    ['manifest', '{"\\u0073ops": {"mac": "m"}}', 'tree'],
    ['manifest', `a: ${cipher()}`, 'tree'],
    ['manifest', 'a: 1', undefined],
    ['manifest', '"\\u0061": 1', 'tree'],
    ['manifest', 'sops: x', 'tree'],
    ['text', `a: 1\nsops: {${mac}}`, 'tree'],
    ['text', '{"sops" : {}}', 'tree'],
    ['text', `a ${cipher()}`, undefined],
    ['text', 'A=1\nsops_mac=m', 'dotenv'],
    ['text', 'sops_age__list_0__map_recipient=x', 'dotenv'],
    ['text', 'xsops_mac=m', undefined],
    ['text', 'a=1\n[sops]\nmac=m', 'ini'],
    ['text', 'x[sops]', undefined],
    ['text', 'sops', undefined],
    ['binary', `sops: {${mac}}`, undefined],
    ['template', `sops: {${mac}}`, undefined],
  ] as const)('%s %j: %s', (structure, text, format) => {
    expect(sopsFormatOf({ ...fileSide('a', text, structure), text })).toBe(format);
  });

  test('a file that is not there has none; what begins as both is dotenv', () => {
    expect(sopsFormatOf(undefined)).toBeUndefined();
    expect(flatFormatOf('[sops]\nsops_mac=m')).toBe('dotenv');
  });

  test('parts that could not be read, but not those that tools read in different ways', () => {
    const unread = (structure: 'manifest' | 'text', text: string) =>
      unreadParts(fileSide('a', text, structure)).map(({ reason }) => reason);
    const side = fileSide('a.yaml', 'a: 1\n---\nb: [');
    expect(unread('text', 'a: [')).toEqual(unread('manifest', 'a: ['));
    expect([unread('text', 'a: ['), unread('text', 'a: 1')]).toEqual([[expect.any(String)], []]);
    expect(unreadParts(side)).toEqual(side.unreadable);
    const ambiguous = { ...side.unreadable[0], reason: 'ambiguous' } as (typeof side.unreadable)[number];
    expect(unreadParts({ ...side, unreadable: [ambiguous, ...side.unreadable] })).toEqual(side.unreadable);
    expect(unreadParts({ ...side, unreadable: [] })).toEqual([]);
  });

  test('a tree: its leaves and its block, each with its place', () => {
    const text = `a: [x, {b: '${cipher()}'}]\nempty: ''\nnone: ~\nsops:\n  mac: m\n  age: [{recipient: r}]\nc: {sops: 2}\n`;
    for (const structure of ['manifest', 'text'] as const) {
      const content = readSopsContent(fileSide('a.yaml', text, structure), 'tree');
      expect(
        content.leaves.map(({ path, keys, text: value, isEncrypted }) => [path, keys, value.slice(0, 3), isEncrypted]),
      ).toEqual([
        [['a', 0], ['a'], 'x', false],
        [['a', 1, 'b'], ['a', 'b'], 'ENC', true],
        [['c', 'sops'], ['c', 'sops'], '2', false],
      ]);
      expect([content.hasCiphertext, content.metadata?.mac]).toEqual([true, 'm']);
      expect(content.blockAt(['age', 0, 'recipient'])).toMatchObject({ line: 6 });
      expect(content.blockAt(['pgp'])).toBeUndefined();
    }
  });

  test('assignments: the same', () => {
    const content = readSopsContent(fileSide('.env', 'A=\n# b\nB=x\nsops_mac=m', 'text'), 'dotenv');
    expect(
      content.leaves.map(({ path, keys, text, isEncrypted, comments }) => ({
        path,
        keys,
        text,
        isEncrypted,
        comments: comments(),
      })),
    ).toEqual([{ path: ['B'], keys: ['B'], text: 'x', isEncrypted: false, comments: [' b'] }]);
    expect(content.leaves[0]?.source.at(['B'])).toEqual({ line: 3, column: 1 });
    expect([content.hasCiphertext, content.metadata?.mac, content.blockAt(['mac'])]).toEqual([
      false,
      'm',
      { line: 4, column: 1 },
    ]);
    expect(readSopsContent(fileSide('.env', 'A=1', 'text'), 'dotenv').metadata).toBeUndefined();
  });

  test('comments of leaves are asked for when they are needed', () => {
    const [leaf] = sopsLeaves([documentOf('a: {b: 1}')], (_, path) => path.map(String));
    expect([leaf?.comments(), sopsLeaves([documentOf('a: 1')])[0]?.comments()]).toEqual([['a', 'b'], []]);
  });
});

describe('files without structure', () => {
  const at = (line: number) => ({ line, column: 1 });
  test('dotenv', () => {
    const text = '# one\r\n#two\r\n\r\nA=1=2\r\nB#x=\n=c\n \nhunter2\n#x\nsops_mac=m\nsops_a__map_b=1\n';
    const { values, block, blockAt } = readFlat(text, 'dotenv');
    expect(values).toEqual([
      { keys: ['A'], text: '1=2', place: at(4), comments: [' one', 'two'] },
      { keys: ['B#x'], text: '', place: at(5), comments: [] },
      { keys: [''], text: 'c', place: at(6), comments: [] },
      { keys: ['a line without a key'], text: 'hunter2', place: at(8), comments: [] },
    ]);
    expect(JSON.parse(JSON.stringify(block))).toEqual({ mac: 'm', a: { b: '1' } });
    expect([[], ['mac'], ['a'], ['a', 'b'], ['x']].map((path) => blockAt(path))).toEqual([
      at(10),
      at(10),
      at(11),
      at(11),
      undefined,
    ]);
    expect(readFlat('A=1', 'dotenv').block).toBeUndefined();
  });

  test('INI', () => {
    const text = [
      'a = 1',
      '; no',
      '# no',
      '  [ one ] x',
      'b: "x y"',
      '=c',
      'hunter2',
      'd = "x\'',
      'e = x"y"',
      'f = `z` ',
      'x [two]',
      '',
      'g # = 1',
      '[sops]',
      'mac = m',
    ].join('\n');
    const { values, block, blockAt } = readFlat(text, 'ini');
    expect(values).toEqual(
      [
        ['DEFAULT', 'a', '1', 1],
        ['one', 'b', 'x y', 5],
        ['one', '', 'c', 6],
        ['one', 'a line without a key', 'hunter2', 7],
        ['one', 'd', '"x\'', 8],
        ['one', 'e', 'x"y"', 9],
        ['one', 'f', 'z', 10],
        ['one', 'a line without a key', 'x [two]', 11],
        ['one', 'g #', '1', 13],
      ].map(([section, key, value, line]) => ({
        keys: [section, key],
        text: value,
        place: at(Number(line)),
        comments: undefined,
      })),
    );
    expect([block?.mac, blockAt(['mac'])]).toEqual(['m', at(15)]);
  });

  test('lists are in the order of their numbers, mappings keep their keys, and what is both is a mapping', () => {
    const restored = (...lines: string[]) =>
      JSON.parse(JSON.stringify(readFlat(lines.map((line) => `sops_${line}`).join('\n'), 'dotenv').block));
    const list = (index: number | string, value: string) => `a__list_${index}=${value}`;
    expect(restored(list(11, 'c'), list(0, 'a'), list(9, 'b'))).toEqual({ a: ['a', 'b', 'c'] });
    expect(restored(list('x', 'a'))).toEqual({ a: ['a'] });
    expect(restored('a__list_0__map_b=1', 'a__list_0__map_c=2', 'a__list_1__map_b=3')).toEqual({
      a: [{ b: '1', c: '2' }, { b: '3' }],
    });
    expect(restored(list(0, 'x'), 'a__map_b=y')).toEqual({ a: { 0: 'x', b: 'y' } });
    expect(restored('a__map_b=y', 'a=z')).toEqual({ a: { b: 'y' } });
    expect(restored('a=z', 'a__map_b=y')).toEqual({ a: { b: 'y' } });
    expect(restored('a=1', 'a=2')).toEqual({ a: '2' });
  });
});

test('numbers and switches as they are written, but a threshold and what an alias repeats', () => {
  const text = 'sops:\n  a: 0x1F\n  b: [yes, -1.50, x]\n  c: {d: 1e3}\n  shamir_threshold: 0x2\n';
  const document = documentOf(text);
  expect(asWritten(document, text, ['sops'])(mapping(document.value).sops)).toEqual(
    Object.assign(Object.create(null), {
      a: '0x1F',
      b: [expect.anything(), '-1.50', 'x'],
      c: Object.assign(Object.create(null), { d: '1e3' }),
      shamir_threshold: 2,
    }),
  );
  expect(asWritten(document, 'sops:\n  (a', ['sops', 'a'])(31)).toBe(31);
  expect(asWritten(document, '', ['sops', 'a'])(31)).toBe(31);
  expect(['1', 't', 'TRUE', 'y', 'yes', 'On', 'xon', 'on1', 'no', ''].map(isTrue)).toEqual([
    ...Array(6).fill(true),
    ...Array(4).fill(false),
  ]);
});

describe('creation rules', () => {
  test('are in files called .sops.yaml', () => {
    expect(['.sops.yaml', 'a/.sops.yaml', 'a.sops.yaml', '.sops.yamlx', '.sops.yml'].map(isSopsConfig)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  test.each([
    ['creation_rules: [{age: a}]', true, false, 1],
    ['creation_rules: []', true, false, 0],
    ['creation_rules: [{age: a}]', false, true, 1],
    ['creation_rules: {}', true, true, undefined],
    ['creation_rules: x', true, true, undefined],
    ['creation_rules: ~', true, false, undefined],
    ['stores: {}', true, false, undefined],
    ['', true, false, undefined],
  ])('%s, read to the end: %s', (text, isWhole, isBroken, count) => {
    const read = config(text, '.sops.yaml', isWhole);
    expect([read.isBroken, read.rules?.length]).toEqual([isBroken, count]);
  });

  const recipients = (rule: string) => [...(config(`creation_rules: [${rule}]`).rules?.[0]?.recipients ?? [])];
  const at = (...path: (string | number)[]) => ['creation_rules', 0, ...path];
  const fingerprint = 'ABCDEF0123456789ABCDEF0123456789ABCDEF01';
  test.each([
    [
      '{age: "a, b,"}',
      [
        ['age a', at('age')],
        ['age b', at('age')],
      ],
    ],
    [
      '{age: [a, " b "]}',
      [
        ['age a', at('age', 0)],
        ['age b', at('age', 1)],
      ],
    ],
    [
      `{pgp: "0xab ${fingerprint}"}`,
      [
        ['pgp AB', at('pgp')],
        [`pgp ${fingerprint}`, at('pgp')],
      ],
    ],
    ['{pgp: "ab cd"}', [['pgp ABCD', at('pgp')]]],
    ['{age: "a b"}', [['age a b', at('age')]]],
    ['{kms: "arn:aws:kms:x + arn:aws:iam:y"}', [['kms arn:aws:kms:x', at('kms')]]],
    ['{kms: "arn:aws:kms:x+arn:y"}', [['kms arn:aws:kms:x', at('kms')]]],
    ['{gcp_kms: projects/p}', [['gcp_kms projects/p', at('gcp_kms')]]],
    ['{hckms: r:1}', [['hckms r:1', at('hckms')]]],
    ['{azure_keyvault: "https://v/keys/n/1"}', [['azure_kv https://v/keys/n', at('azure_keyvault')]]],
    ['{azure_keyvault: "https://v/keys/n"}', [['azure_kv https://v/keys/n', at('azure_keyvault')]]],
    ['{azure_keyvault: "xhttps://v/keys/n/1"}', [['azure_kv xhttps://v/keys/n/1', at('azure_keyvault')]]],
    ['{azure_keyvault: "https://v/keys/n/1/2"}', [['azure_kv https://v/keys/n/1/2', at('azure_keyvault')]]],
    [
      '{hc_vault_transit_uri: "https://h/v1/transit/keys/k/"}',
      [['hc_vault https://h/transit/k', at('hc_vault_transit_uri')]],
    ],
    [
      '{hc_vault_transit_uri: "https://h/v1/t/keys/k/x"}',
      [['hc_vault https://h/v1/t/keys/k/x', at('hc_vault_transit_uri')]],
    ],
    [
      '{hc_vault_transit_uri: "+https://h/v1/t/keys/k"}',
      [['hc_vault +https://h/v1/t/keys/k', at('hc_vault_transit_uri')]],
    ],
    ['{}', []],
    [
      '{age: x, key_groups: [{age: [a], pgp: [{fp: ab}], kms: [{arn: k}], gcp_kms: [{resource_id: g}], azure_keyvault: [{vaultUrl: https://v, key: n}], hc_vault: ["https://h/v1/t/keys/k"]}, {merge: [{age: [b]}, {age: [c]}], age: [d]}]}',
      [
        ['age a', at('key_groups', 0, 'age', 0)],
        ['pgp AB', at('key_groups', 0, 'pgp', 0)],
        ['kms k', at('key_groups', 0, 'kms', 0)],
        ['gcp_kms g', at('key_groups', 0, 'gcp_kms', 0)],
        ['azure_kv https://v/keys/n', at('key_groups', 0, 'azure_keyvault', 0)],
        ['hc_vault https://h/t/k', at('key_groups', 0, 'hc_vault', 0)],
        ['age b', at('key_groups', 1, 'merge', 0, 'age', 0)],
        ['age c', at('key_groups', 1, 'merge', 1, 'age', 0)],
        ['age d', at('key_groups', 1, 'age', 0)],
      ],
    ],
  ])('who decrypts by %s', (rule, expected) => expect(recipients(rule)).toEqual(expected));

  test('the first that matches in the nearest file holds', () => {
    const top = config('creation_rules: [{path_regex: ^a/b/, age: x}, {path_regex: secret, age: y}]');
    const inner = config('creation_rules: [{path_regex: ^x, age: z}, {age: w}]', 'a/b/.sops.yaml');
    const broken = config('creation_rules: x', 'c/.sops.yaml');
    const silent = config('stores: {}', 'd/.sops.yaml');
    const odd = config('creation_rules: [{path_regex: ^x, age: z}, {path_regex: (?=x)}, {age: w}]', 'e/.sops.yaml');
    const configs = new SopsConfigs([top, inner, broken, silent, odd]);
    const found = (path: string) => {
      const rule = configs.ruleFor(path);
      return rule.is === 'rule' ? [...rule.rule.recipients.keys()][0] : rule.is;
    };
    expect(
      ['a/secret', 'a/x', 'x', 'a/b/x', 'a/b/y/x', 'a/bx/secret', 'c/x', 'd/x', 'e/x', 'e/y'].map((path) => [
        path,
        found(path),
      ]),
    ).toEqual([
      ['a/secret', 'age y'],
      ['a/x', 'unmatched'],
      ['x', 'unmatched'],
      ['a/b/x', 'age z'],
      ['a/b/y/x', 'age w'],
      ['a/bx/secret', 'age y'],
      ['c/x', 'unknown'],
      ['d/x', 'none'],
      ['e/x', 'age z'],
      ['e/y', 'unknown'],
    ]);
    expect([configs.nearest('a/b/c/d'), configs.nearest('z')]).toEqual([inner, top]);
    expect(new SopsConfigs([inner]).nearest('a/x')).toBeUndefined();
    expect(new SopsConfigs([]).ruleFor('a')).toEqual({ is: 'none' });
  });

  test('places are those in the file, or its top', () => {
    const read = config('x: 1\ncreation_rules:\n  - age: a\n');
    expect(placeOf(read, ['creation_rules', 0, 'age'])).toMatchObject({ file: '.sops.yaml', line: 3 });
    expect(placeOf({ ...read, document: undefined }, [])).toEqual({ file: '.sops.yaml', line: 1, column: 1 });
  });

  test('that newly state several selectors are refused; the new one is named', () => {
    const rules = (...stated: string[]) =>
      new SopsConfigs([config(`creation_rules: [${stated.map((each) => `{path_regex: x, ${each}}`).join(', ')}]`)]);
    const [suffix, regex, both] = [
      'encrypted_suffix: a',
      'encrypted_regex: b',
      'encrypted_regex: b, encrypted_suffix: a',
    ];
    const refused = (before: SopsConfigs, after: SopsConfigs) => refusedRules(before, after).map(({ name }) => name);
    expect(refused(rules(suffix), rules(both))).toEqual(['encrypted_regex']);
    expect(refused(rules(regex), rules(both))).toEqual(['encrypted_suffix']);
    expect(refused(rules(), rules(both))).toEqual(['encrypted_suffix']);
    expect(refused(rules(suffix, regex), rules(both))).toEqual(['encrypted_suffix']);
    expect(refused(rules(both), rules(both))).toEqual([]);
    expect(refused(rules(both, suffix), rules(suffix, both))).toEqual([]);
    expect(refused(rules(both), rules(`${both}c`))).toEqual(['encrypted_suffix']);
    expect(refused(rules(suffix), rules(regex))).toEqual([]);
    expect(refused(new SopsConfigs([]), new SopsConfigs([config('stores: {}')]))).toEqual([]);
  });
});

describe('key groups', () => {
  const group = (...names: string[]) => names.map((name, index) => [name, [name, index]] as const);
  test('a recipient has a place for each group that it is in, once', () => {
    const places = placesInGroups([group('a', 'b'), group('b', 'c', 'c')]);
    expect([...places]).toEqual([
      ['a', [['a', 0]]],
      [
        'b',
        [
          ['b', 1],
          ['b', 0],
        ],
      ],
      ['c', [['c', 2]]],
    ]);
  });

  test('a recipient is nearer that is in more groups than before and lacks fewer parts', () => {
    const of = (threshold: number, ...groups: string[][]): KeyGroups => ({
      threshold,
      placesOf: placesInGroups(groups.map((names) => group(...names))),
    });
    const nearer = (before: KeyGroups, after: KeyGroups) =>
      nearerRecipients(before, after).map(({ recipient, path }) => [recipient, path]);
    expect(nearer(of(2, ['a'], ['b']), of(2, ['a'], ['b', 'a']))).toEqual([['a', ['a', 1]]]);
    expect(nearer(of(3, ['a'], ['b'], ['c']), of(3, ['a'], ['a', 'b'], ['b', 'c']))).toEqual([
      ['a', ['a', 0]],
      ['b', ['b', 0]],
    ]);
    expect(nearer(of(2, ['a'], ['b']), of(2, ['a'], ['b']))).toEqual([]);
    expect(nearer(of(2, ['a'], ['b']), of(2, ['a'], ['b'], ['x'], ['x']))).toEqual([]);
    expect(nearer(of(2, ['a'], ['b']), of(1, ['a'], ['a', 'b']))).toEqual([]);
    expect(nearer(of(1, ['a'], ['b']), of(1, ['a'], ['a', 'b']))).toEqual([]);
    expect(nearer(of(1, ['a'], ['b']), of(3, ['a'], ['a', 'b'], ['a', 'c']))).toEqual([]);
    expect(nearer(of(2, ['a'], ['b']), of(3, ['a'], ['a', 'b'], ['c']))).toEqual([]);
  });

  test('the block of a file: keys by their case, fingerprints without spaces and prefix', () => {
    expect(['0xab CD', 'ab0x', ' 0Xab'].map(fingerprintOf)).toEqual(['ABCD', 'AB0X', 'AB']);
    const block = sopsMetadata({ MAC: 'a', mac: 'b', Mac: 'c', LastModified: 'x', LASTMODIFIED: 'y' });
    expect([block?.mac, block?.lastModified, block?.threshold]).toEqual(['b', 'x', 0]);
    expect([sopsMetadata({ lastmodified: 'x' })?.lastModified, sopsMetadata({ mac: 'x' })?.mac]).toEqual(['x', 'x']);
    expect([sopsMetadata('mac'), sopsMetadata({})]).toEqual([undefined, undefined]);
  });
});

describe('selectors', () => {
  test('some keys describe an object', () => {
    const keys = ['apiVersion', 'kind', 'metadata', 'type', 'immutable', 'sops', 'xkind', 'kinds', 'data'];
    expect(keys.filter(isDescriptive)).toEqual(keys.slice(0, 6));
  });

  test('are named, also those whose patterns cannot be read', () => {
    const read = selectorsOf({ encrypted_regex: '(?=x)', unencrypted_comment_regex: 'x', encrypted_suffix: '' });
    expect({ names: read.names, unread: read.unread, suffix: read.unencryptedSuffix }).toEqual({
      names: ['encrypted_regex', 'unencrypted_comment_regex'],
      unread: ['encrypted_regex'],
      suffix: '',
    });
  });

  test.each([
    [{ unencrypted_comment_regex: 'plain' }, [' plain'], false],
    [{ unencrypted_comment_regex: 'plain' }, [' x', ' plain'], false],
    [{ unencrypted_comment_regex: 'plain' }, [' x'], true],
    [{ unencrypted_comment_regex: 'plain' }, undefined, undefined],
    [{ encrypted_comment_regex: 'enc' }, ['enc'], true],
    [{ encrypted_comment_regex: 'enc' }, ['x'], false],
    [{ encrypted_comment_regex: 'enc' }, undefined, undefined],
    [{ unencrypted_comment_regex: 'plain', encrypted_suffix: '_x' }, undefined, false],
    [{}, undefined, true],
  ])('%j by comments %j: %s', (block, comments, selected) => {
    expect(isSelected(selectorsOf(block), { keys: ['a'], comments: () => comments })).toBe(selected);
  });

  test('that are narrowed let values be written in plain text', () => {
    const object = (kind: string, block: string, rest = '') =>
      readSopsContent(
        fileSide(
          'a.yaml',
          `apiVersion: v1\nkind: ${kind}\nmetadata: {x: '${cipher()}'}\ndata: {a: '${cipher()}', b: 1}\n${rest}\nsops: {mac: m, ${block}}\n`,
        ),
        'tree',
      );
    const narrowed = (kind: string, was: string, is: string, rest?: string) => {
      const { leaves, entries } = narrowedSelectors(object(kind, was, rest), object(kind, is, rest));
      return [leaves.map(({ keys }) => keys.join('.')), entries];
    };
    const all = 'encrypted_regex: ^(data|stringData|metadata)$';
    expect(narrowed('Secret', all, 'encrypted_regex: ^x$')).toEqual([['data.a'], ['stringData']]);
    expect(narrowed('Secret', all, 'encrypted_regex: ^data$')).toEqual([[], ['stringData']]);
    expect(narrowed('Secret', 'encrypted_regex: ^data$', 'encrypted_regex: ^x$')).toEqual([['data.a'], []]);
    expect(narrowed('Secret', all, all)).toEqual([[], []]);
    expect(narrowed('Secret', 'encrypted_regex: ^x$', all)).toEqual([[], []]);
    expect(narrowed('Secret', 'encrypted_regex: (?=x)', 'encrypted_regex: ^x$')).toEqual([['data.a'], ['stringData']]);
    expect(narrowed('Secret', all, 'encrypted_regex: (?=x)')).toEqual([[], []]);
    expect(narrowed('ConfigMap', all, 'encrypted_regex: ^x$')).toEqual([['data.a'], []]);
  });
});

describe('comments that can be read now', () => {
  const secret = cipher('comment');
  const opened = (before: string, after: string) => openComments(before, after);
  test('have their place and the key below', () => {
    expect(opened(`a: 1\n  ;${secret}\nb: 2\n`, 'a: 1\n\n  ; jane\nb: 2\n')).toEqual([
      { text: 'jane', above: 'b', place: { line: 3, column: 3 } },
    ]);
    expect(opened(`#${secret}\n- x=1\n`, '# jane\n- x=2')).toEqual([
      { text: 'jane', above: 'x', place: { line: 1, column: 1 } },
    ]);
  });

  test.each([
    ['nothing was encrypted', 'a: 1', '# jane\na: 1', []],
    ['an encrypted one is there still', `#${secret}\na: 1`, `#${secret}\n# jane\na: 1`, []],
    ['it could be read before', `#${secret}\na: 1\n# jane\nb: 1`, '# jane\na: 1\nb: 1', []],
    ['one of two', `#${secret}\na: 1`, '# jane\n# joe\na: 1', ['jane']],
    ['two of three', `#${secret}\n#${secret}\n#${secret}\na: 1`, `#${secret}\n# jane\n# joe\na: 1`, ['jane', 'joe']],
    ['above two keys of one name', `#${secret}\na: 1\n#${secret}\na: 2`, '# jane\na: 1\n# joe\na: 2', ['jane', 'joe']],
    ['with blank comments', `#${secret}\na: 1`, '#\n# \n# jane\na: 1', ['jane']],
    ['with blank lines', `#${secret}\n\na: 1`, '# jane\n\na: 1', ['jane']],
    ['in a value', `#${secret}\na: 1`, 'x #jane\na: 1', []],
    ['above nothing', `#${secret}\na: 1`, 'a: 1\n# jane', []],
    ['above a new key, of those that are gone', `#${secret}\na: 1`, '# jane\n# joe\nb: 1\n# jim\nc: 1', ['jane']],
    ['above a new key, while the other is encrypted still', `#${secret}\na: 1`, `#${secret}\na: 1\n# jane\nb: 1`, []],
  ])('%s', (_, before, after, texts) => expect(opened(before, after).map(({ text }) => text)).toEqual(texts));
});
