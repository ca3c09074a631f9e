import { describe, expect, test } from '@jest/globals';
import { filledInBy } from '../../src/secrets/value/reference.ts';

describe('what fills in the references of a text', () => {
  test.each([
    ['the Argo CD Vault Plugin filled in', 'postgres://app:<path:secret/data/db#password>@db/app'],
    ['Bank-Vaults filled in', 'x-vault:secret/data/db#password'],
    ['vals filled in', 'url: ref+vault://secret/db#/password'],
    ['vals filled in', 'secretref+awssecrets://db'],
    ['1Password filled in', 'at op://vault/item/field'],
    ['helm-secrets filled in', 'in secrets://secrets.yaml'],
    ['helm-secrets filled in', 'secrets+gpg-import://key?secrets.yaml'],
    ['named a secret in a store', 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:db'],
  ])('%s: %s', (tool, text) => {
    expect(filledInBy(text)).toBe(tool);
  });

  test.each([
    'mysecrets://secrets.yaml',
    'shop://vault/item/field',
    'aref+vault://secret/db',
    'vault:v1:ciphertext/of#transit',
    'secrets',
    '',
  ])('none: %s', (text) => {
    expect(filledInBy(text)).toBeUndefined();
  });

  test('a name in angle brackets only where the object says where it is', () => {
    expect(filledInBy('<password>')).toBeUndefined();
    expect(filledInBy('<password>', { argoVaultPlugin: true })).toBe('the Argo CD Vault Plugin filled in');
  });
});
