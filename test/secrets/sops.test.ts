import { describe, expect, test } from '@jest/globals';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import { isSelected, sopsMetadata } from '../../src/secrets/sops/metadata.ts';
import { Pattern } from '../../src/secrets/sops/pattern.ts';
import { UnreadPatternError } from '../../src/secrets/sops/pattern-syntax.ts';
import { parseYaml } from '../../src/yaml/parse-yaml.ts';

function metadataOf(block: object) {
  const text = JSON.stringify({ sops: { lastmodified: '2026-01-01T00:00:00Z', ...block } });
  return sopsMetadata(parseYaml(Buffer.from(text), defaultPolicy.limits).documents);
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
    const answers = Array.from({ length: 500 }, (_, index) => hostile.isIn('a'.repeat(1000 + index)));
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
    [{ encrypted_comment_regex: 'sops:enc' }, ['data'], undefined],
    [{ mac_only_encrypted: true }, ['data'], true],
  ])('%j selects %j: %s', (block, keys, selected) => {
    expect(isSelected(metadataOf(block)?.selectors, keys)).toBe(selected);
  });

  test('keys in the block itself count before those of key_groups, and name who decrypts', () => {
    const keys = {
      age: [{ recipient: 'age1a' }],
      pgp: [{ fp: 'ab12' }],
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
    const { documents } = parseYaml(Buffer.from('sops: {enabled: true}'), defaultPolicy.limits);
    expect(sopsMetadata(documents)).toBe(undefined);
  });
});
