import { describe, expect, test } from '@jest/globals';
import { mapping } from '../../src/plain-values.ts';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import { Pattern } from '../../src/policy/pattern.ts';
import { UnreadPatternError } from '../../src/policy/pattern-syntax.ts';
import { judgeField } from '../../src/secrets/judge/judge.ts';
import { judgeText } from '../../src/secrets/judge/text-file.ts';
import { Comments } from '../../src/secrets/sops/comments.ts';
import { readSopsContent } from '../../src/secrets/sops/content.ts';
import { readSopsConfig, SopsConfigs } from '../../src/secrets/sops/creation-rules.ts';
import { readFlat } from '../../src/secrets/sops/flat-store.ts';
import { sopsLeaves } from '../../src/secrets/sops/leaves.ts';
import { sopsMetadata } from '../../src/secrets/sops/metadata.ts';
import { openComments } from '../../src/secrets/sops/open-comments.ts';
import { refusedRules } from '../../src/secrets/sops/refused-rules.ts';
import { isSelected } from '../../src/secrets/sops/selectors.ts';
import { isSopsMetadata, isSopsText } from '../../src/secrets/text/source.ts';
import { parseYaml } from '../../src/yaml/parse-yaml.ts';
import { superlinearAt } from '../growth.ts';
import { fileSide } from './evidence.ts';

function rulesOf(text: string) {
  const { documents } = parseYaml(Buffer.from(text), defaultPolicy.limits);
  return readSopsConfig('.sops.yaml', text, documents, true).rules ?? [];
}

function metadataOf(block: object) {
  const text = JSON.stringify({ sops: { lastmodified: '2026-01-01T00:00:00Z', ...block } });
  const [document] = parseYaml(Buffer.from(text), defaultPolicy.limits).documents;
  return sopsMetadata(mapping(document?.value).sops);
}

describe('patterns are those of Go', () => {
  test.each([
    ['^(data|stringData)$', 'data', true],
    ['^(data|stringData)$', 'metadata', false],
    ['data', 'metadata', true],
    ['(?i)pass', 'dbPASSword', true],
    ['pass', 'dbPASSword', false],
    ['^(?:a|b[c-e]){2,3}$', 'abdbe', true],
    ['^(?:a|b[c-e]){2,3}$', 'abf', false],
    ['\\bkey\\b', 'api-key', true],
    ['\\bkey\\b', 'apikey', false],
    ['^[^_\\d]+?$', 'a_1', false],
    ['^\\w*\\.ya?ml\\z', 'values.yml', true],
    ['', 'anything', true],
    ['(?i)^[^a]', 'A', false],
    ['a{,2}', 'a{,2}', true],
  ])('%s in %s: %s', (pattern, text, found) => {
    expect(new Pattern(pattern).isIn(text)).toBe(found);
  });

  test.each([
    '(?!kind)',
    '(?<=a)b',
    '(a)\\1',
    '[[:alpha:]]',
    '\\pL',
    '(',
    'a)',
    '[a',
    'a**',
    '*',
    '{2}',
    'a{2,1}',
    '[b-a]',
    '\\',
  ])('%s is not read', (pattern) => {
    expect(() => new Pattern(pattern)).toThrow(UnreadPatternError);
  });

  test('a hostile pattern, text or number of texts ends soon', () => {
    const hostile = new Pattern(`^${'(a*)*'.repeat(200)}b$`);
    const begin = process.cpuUsage().user;
    const answers = Array.from({ length: 500 }, (_, index) => hostile.isIn(`${'a'.repeat(1000 + index)}bx`));
    expect((process.cpuUsage().user - begin) / 1e6).toBeLessThan(20);
    expect(answers[0]).toBe(false);
    expect(answers.at(-1)).toBe(undefined);
    expect(() => new Pattern('((a{1000}){1000}){1000}')).toThrow(UnreadPatternError);
    expect(() => new Pattern('('.repeat(1500))).toThrow(UnreadPatternError);
  });
});

describe('selectors are those of SOPS', () => {
  test.each([
    [{}, ['a', 'b'], true],
    [{}, ['a_unencrypted', 'b'], false],
    [{ unencrypted_suffix: '_plain' }, ['a_unencrypted'], true],
    [{ unencrypted_suffix: '_plain' }, ['a', 'b_plain'], false],
    [{ encrypted_suffix: '_secret' }, ['a', 'b'], false],
    [{ encrypted_suffix: '_secret' }, ['a_secret', 'b_unencrypted'], true],
    [{ encrypted_regex: '^data$' }, ['data', 'a_unencrypted'], true],
    [{ encrypted_regex: 'pass' }, ['spec', 'bypassed', 'x'], true],
    [{ encrypted_regex: '^data$' }, ['metadata', 'name'], false],
    [{ unencrypted_regex: '^(kind|metadata)$' }, ['metadata', 'name'], false],
    [{ unencrypted_regex: '^(kind|metadata)$' }, ['data', 'a_unencrypted'], true],
    [{ encrypted_regex: '(?!kind)' }, ['data'], undefined],
    [{ unencrypted_regex: '(?!kind)' }, ['data'], undefined],
    [{ encrypted_comment_regex: '(?!kind)' }, ['data'], undefined],
    [{ mac_only_encrypted: true }, ['data'], true],
  ])('%j selects %j: %s', (block, keys, selected) => {
    expect(isSelected(metadataOf(block)?.selectors, { keys, comments: () => [] })).toBe(selected);
  });

  test('keys in the block itself count before those of key_groups, and name who decrypts', () => {
    const keys = {
      age: [{ recipient: 'age1a' }],
      pgp: [{ fp: '0xab12' }],
      kms: [{ arn: 'arn:aws:kms:x', role: 'arn:role' }],
      gcp_kms: [{ resource_id: 'projects/p' }],
      azure_kv: [{ vault_url: 'https://v', name: 'n', version: '1' }],
      hc_vault: [{ vault_address: 'https://h', engine_path: 'transit', key_name: 'k' }],
      hckms: [{ key_id: 'r:1' }],
    };
    const names = ['age age1a', 'pgp AB12', 'kms arn:aws:kms:x', 'gcp_kms projects/p', 'azure_kv https://v/keys/n'];
    const all = [...names, 'hc_vault https://h/transit/k', 'hckms r:1'];
    const flat = metadataOf({ ...keys, key_groups: [{ age: [{ recipient: 'age1b' }] }], shamir_threshold: 2 });
    expect([...(flat?.recipients.keys() ?? [])]).toEqual(all);
    expect(flat?.threshold).toBe(1);
    const groups = { key_groups: [keys, { age: [{ recipient: 'age1b' }] }] };
    expect([...(metadataOf(groups)?.recipients.keys() ?? [])]).toEqual([...all, 'age age1b']);
    expect(metadataOf(groups)?.threshold).toBe(2);
    expect(metadataOf({ ...groups, shamir_threshold: 1 })?.threshold).toBe(1);
  });

  test('a key that is called sops makes no file of SOPS', () => {
    expect(sopsMetadata({ enabled: true })).toBe(undefined);
  });
});

describe('files without structure', () => {
  test('a block in dotenv or INI has the recipients that its keys spell, and its own keys are no values', () => {
    const dotenv = readFlat(
      'A=1\nsops_mac=m\nsops_key_groups__list_1__map_age__list_0__map_recipient=age1b\n',
      'dotenv',
    );
    expect(dotenv.values.map(({ keys }) => keys)).toEqual([['A']]);
    expect([...(sopsMetadata(dotenv.block)?.recipients.keys() ?? [])]).toEqual(['age age1b']);
    const ini = readFlat('[db]\nport: "5432"\n[sops]\nmac = m\nage__list_0__map_recipient = age1a\n', 'ini');
    expect(ini.values).toMatchObject([{ keys: ['db', 'port'], text: '5432', place: { line: 2 } }]);
    expect([...(sopsMetadata(ini.block)?.recipients.keys() ?? [])]).toEqual(['age age1a']);
    expect(ini.blockAt(['age', 0])).toMatchObject({ line: 5 });
  });

  test('a line that SOPS itself could not read is a value', () => {
    expect(readFlat('hunter2\nsops_mac=m', 'dotenv').values).toMatchObject([{ text: 'hunter2' }]);
  });

  test('keys that contradict each other, and very many, are read soon', () => {
    const lines = Array.from(
      { length: 20_000 },
      (_, index) => `sops_a${'__list_9'.repeat(index % 50)}__map_b=${index}`,
    );
    const begin = process.cpuUsage().user;
    expect(readFlat(lines.join('\n'), 'dotenv').block).toBeDefined();
    expect((process.cpuUsage().user - begin) / 1e6).toBeLessThan(5);
    expect(readFlat('sops___proto____map_x=1\nsops_mac=m', 'dotenv').block).toBeDefined();
    const deep = readFlat(`sops_age__list_0${'__map_a'.repeat(50_000)}=1\nsops_mac=m`, 'dotenv');
    expect(sopsMetadata(deep.block)?.mac).toBe('m');
  });
});

test('very many values on one line do not make its comments slow to find', () => {
  const values = Array.from({ length: 20_000 }, (_, index) => `k${index}: v`).join(', ');
  const text = `sops: {mac: m}\n# all of it\nx: {${values}}\n`;
  const comments = new Comments(text);
  const [document] = parseYaml(Buffer.from(text), defaultPolicy.limits).documents;
  const begin = process.cpuUsage().user;
  const found = document && sopsLeaves([document], (each, path) => comments.on(each, path));
  const all = found?.map((leaf) => leaf.comments());
  expect((process.cpuUsage().user - begin) / 1e6).toBeLessThan(20);
  expect(all?.at(0)).toContain(' all of it');
  expect(all?.at(-1)).toBe(undefined);
});

test('steps of the patterns of all creation rules are counted together: beyond a bound none is known to hold', () => {
  const stated = JSON.stringify({ creation_rules: [{ path_regex: '^(?:a*)*b$' }] });
  const [rule] = rulesOf(stated);
  if (rule === undefined) throw new Error('there is a rule');
  let taken = 0;
  const costly = {
    isIn: () => false,
    get taken() {
      taken += 10_000_000;
      return taken;
    },
  };
  const configs = new SopsConfigs([]);
  const tried = () => configs.matches({ ...rule, pattern: costly as unknown as Pattern }, 'ab');
  expect([configs.matches(rule, 'ab'), tried(), tried()]).toEqual([true, false, false]);
  const last = Array.from({ length: 10 }, tried).at(-1);
  expect([last, configs.matches(rule, 'ab')]).toEqual([undefined, undefined]);
});

test('a recipient of a creation rule is found however deep its group is merged', () => {
  const group = Array.from({ length: 40 }).reduce<object>((merged) => ({ merge: [merged] }), { age: ['age1deep'] });
  const text = JSON.stringify({ creation_rules: [{ key_groups: [group] }] });
  expect([...(rulesOf(text)[0]?.recipients.keys() ?? [])]).toEqual(['age age1deep']);
});

describe('what looks like a number or a switch is the text that SOPS takes it for', () => {
  const keysOf = (text: string) => rulesOf(text).map(({ recipients }) => [...recipients.keys()]);
  test('in creation rules', () => {
    const text = [
      'creation_rules:',
      '  - pgp: 0x85D77543B3D624B6',
      '  - {pgp: 0x85D77543B3D624B7}',
      '  - key_groups: [{pgp: [1234567890123456789012345678901234567890, ~]}]',
      '  - path_regex: on',
      '    encrypted_suffix: 0755',
      '    mac_only_encrypted: yes',
      '    key_groups: [{age: [a]}, {age: [b]}]',
      '    shamir_threshold: 0x1',
    ].join('\n');
    expect(keysOf(text).slice(0, 3)).toEqual([
      ['pgp 85D77543B3D624B6'],
      ['pgp 85D77543B3D624B7'],
      ['pgp 1234567890123456789012345678901234567890'],
    ]);
    const [, , , last] = rulesOf(text);
    expect([last?.regex, last?.selectors.encryptedSuffix, last?.macOnlyEncrypted, last?.threshold]).toEqual([
      'on',
      '0755',
      true,
      1,
    ]);
  });

  test('in the block of a file', () => {
    const mac = `mac: ENC[AES256_GCM,data:YQ==,iv:YQ==,tag:YQ==,type:str]`;
    const text = `a: 1\nsops:\n  ${mac}\n  unencrypted_suffix: 1e3\n  pgp:\n    - fp: 0x85D77543B3D624B6\n`;
    const { metadata } = readSopsContent(fileSide('a.yaml', text), 'tree');
    expect([...(metadata?.recipients.keys() ?? [])]).toEqual(['pgp 85D77543B3D624B6']);
    expect(metadata?.selectors.unencryptedSuffix).toBe('1e3');
  });
});

test('the keys of a block are found whatever their case, and a single entry is a list', () => {
  const block = metadataOf({ AGE: { Recipient: 'age1a' }, Mac_Only_Encrypted: 'true' });
  expect([...(block?.recipients.keys() ?? [])]).toEqual(['age age1a']);
  expect(block?.macOnlyEncrypted).toBe(true);
});

describe('comments that can be read now', () => {
  const part = (seed: string, bytes: number) => Buffer.from(seed.repeat(bytes).slice(0, bytes)).toString('base64');
  const secret = (seed: string) =>
    `ENC[AES256_GCM,data:${part(seed, 9)},iv:${part(seed, 32)},tag:${part(seed, 16)},type:comment]`;
  const file = (...entries: (readonly [comment: string, key: string])[]) =>
    entries.map(([comment, key]) => `#${comment}\n${key}: 1\n`).join('');
  const former = file([secret('a'), 'user'], [secret('b'), 'password']);
  test.each([
    ['above its key', file(['jane', 'user'], [secret('b'), 'password']), ['jane']],
    ['above its key, which has another name', file(['jane', 'login'], [secret('b'), 'password']), ['jane']],
    ['above keys with other names', file(['jane', 'login'], ['hunter', 'word']), ['jane', 'hunter']],
    ['above a key that is new', `${former}${file(['jane', 'mail'])}`, []],
    [
      'above a new key, and encrypted still above its renamed one',
      file([secret('c'), 'x'], [secret('b'), 'password'], ['jane', 'mail']),
      [],
    ],
    ['above more new keys than are gone', file([secret('b'), 'password'], ['jane', 'x'], ['about', 'y']), ['jane']],
  ])('%s', (_, after, found) => {
    expect(openComments(former, after).map(({ text }) => text)).toEqual(found);
  });
});

test('beginnings of ciphertext without an end do not make a text of SOPS slow to read', () => {
  const base64 = (bytes: number) => Buffer.alloc(bytes, 0xfe).toString('base64');
  const mac = `ENC[AES256_GCM,data:${base64(128)},iv:${base64(32)},tag:${base64(16)},type:str]`;
  const text = `sops_lastmodified=1\nsops_mac=${mac}\nX=${'ENC[AES256_GCM,'.repeat(20_000)}`;
  expect(isSopsText(text)).toBe(true);
  const begin = process.cpuUsage().user;
  expect(judgeText('a.env', text, undefined)).toEqual([]);
  expect((process.cpuUsage().user - begin) / 1e6).toBeLessThan(5);
});

test('a block named sops inside a file that SOPS encrypts is read where it is not metadata', () => {
  const text = 'sops:\n  password: Zq7vR2mKx9TbW4nL\n';
  expect(judgeField(text, 'config.yaml', 'file', { sops: true })).toMatchObject([{ secret: 'Zq7vR2mKx9TbW4nL' }]);
});

test('what is longer than a MAC is not decoded as one', () => {
  const base64 = (bytes: number) => Buffer.alloc(bytes, 0xfe).toString('base64');
  const mac = `ENC[AES256_GCM,data:${base64(3_000_000)},iv:${base64(32)},tag:${base64(16)},type:str]`;
  const documents = [
    { sops: { mac, lastmodified: '' } },
    { data: { sops_mac: Buffer.from(mac).toString('base64'), sops_lastmodified: '' } },
  ];
  const begin = process.cpuUsage().user;
  for (const document of documents) {
    for (let at = 0; at < 1_000; at++)
      for (const path of [
        ['sops', 'age'],
        ['data', 'sops_version'],
      ])
        expect(isSopsMetadata(document, path)).toBe(false);
  }
  expect((process.cpuUsage().user - begin) / 1e6).toBeLessThan(3);
});

test('rules of one pattern that newly state several selectors are all found, in a time that grows as their number does', () => {
  const limits = { ...defaultPolicy.limits, bytes: 16_000_000 };
  const configs = (size: number, also: string) => {
    const rule = (number: number) => `- {path_regex: x, encrypted_suffix: a${number}${also}}\n`;
    const text = `creation_rules:\n${Array.from({ length: size }, (_, number) => rule(number)).join('')}`;
    return new SopsConfigs([readSopsConfig('.sops.yaml', text, parseYaml(Buffer.from(text), limits).documents, true)]);
  };
  const sides = new Map<number, readonly [SopsConfigs, SopsConfigs]>();
  const refused = (size: number) => {
    const known = sides.get(size) ?? ([configs(size, ''), configs(size, ', unencrypted_suffix: b')] as const);
    sides.set(size, known);
    return refusedRules(...known);
  };
  expect(refused(20).map(({ name }) => name)).toEqual(Array(20).fill('unencrypted_suffix'));
  expect(superlinearAt(refused, 4096)).toBeUndefined();
});
