import { expect, test } from '@jest/globals';
import { remedyFor, type SecretTools } from '../../src/secrets/compare/remedy.ts';
import type { SecretOccurrence } from '../../src/secrets/judge/secret-occurrence.ts';

const occurrence: SecretOccurrence = {
  is: 'literal',
  what: undefined,
  format: 'secret-value',
  severity: 'critical',
  secret: 'Zq7vR2mKx9TbW4nL',
  inner: [],
  offset: undefined,
  scope: 'apps',
  object: { group: '', kind: 'Secret', namespace: 'shop', name: 'db' },
  path: ['data', 'password'],
  key: 'password',
  role: 'secret-base64',
  file: 'apps/db.yaml',
  locate: () => ({ line: 1, column: 1 }),
};
const none: SecretTools = { sops: false, sealedSecrets: false, externalSecrets: false };

test('names the object and key in the tool the repository uses', () => {
  expect(remedyFor(occurrence, { ...none, externalSecrets: true }, true)).toMatch(
    /^Replace the literal by an ExternalSecret \(spec\.target\.name: db, spec\.data\[\]\.secretKey: password\); base64 hides nothing\./,
  );
  expect(remedyFor(occurrence, { ...none, sealedSecrets: true }, true)).toContain('spec.encryptedData.password');
  expect(remedyFor(occurrence, { ...none, sops: true }, true)).not.toContain('ExternalSecret');
});

test('names what makes the entry already', () => {
  const served = { ...occurrence, servedBy: 'ExternalSecret shop/db' };
  expect(remedyFor(served, none, true)).toMatch(/^ExternalSecret shop\/db provides password of this Secret already/);
  expect(remedyFor({ ...served, servedBy: 'SealedSecret db' }, none, true)).toContain('seal the new value');
});

test('names every tool where the repository uses none', () => {
  expect(remedyFor(occurrence, none, true)).toMatch(/ExternalSecret.*SealedSecret.*SOPS/);
});

test('asks for rotation where the value has been pushed, and only there', () => {
  expect(remedyFor(occurrence, none, true)).toContain('rotate the value');
  expect(remedyFor(occurrence, none, false)).toContain('no need to rotate');
});
