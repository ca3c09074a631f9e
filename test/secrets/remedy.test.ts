import { expect, test } from '@jest/globals';
import { lookAlike } from '../../src/secrets/compare/look-alike.ts';
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

const rotate =
  'Then rotate the value where it is issued: whoever has the commit knows it, and deleting the line does not take it out of the history.';
const external = 'an ExternalSecret (spec.target.name: db, spec.data[].secretKey: password)';
const sealed = 'a SealedSecret (kubeseal --format yaml; spec.encryptedData.password)';
const sops = "encrypt this file with SOPS (encrypted_regex: '^(data|stringData)$')";
test.each<[Partial<SecretTools>, string]>([
  [{}, `Replace the literal by ${external} or ${sealed}, or ${sops}`],
  [{ sops: true }, `E${sops.slice(1)}`],
  [{ sealedSecrets: true }, `Replace the literal by ${sealed}`],
  [{ externalSecrets: true, sealedSecrets: true }, `Replace the literal by ${external} or ${sealed}`],
  [{ externalSecrets: true, sops: true }, `Replace the literal by ${external}, or ${sops}`],
])('by the tools %j of the repository', (tools, says) => {
  expect(remedyFor(occurrence, { ...none, ...tools }, true)).toBe(`${says}; base64 hides nothing. ${rotate}`);
});

const of = (kind: string) => ({ ...occurrence.object, group: '', namespace: undefined, kind, name: 'db' });
test.each<[string, Partial<SecretOccurrence>, RegExp]>([
  ['a Secret in small letters', { object: of('secret') }, /^Replace the literal/],
  ['a Secret without a name', { object: { ...of('Secret'), name: '' } }, /spec\.target\.name: NAME,/],
  ['an entry with a dot', { path: ['stringData', 'tls.key'] }, /secretKey: tls\.key\).*encryptedData\["tls\.key"\]/],
  ['an entry that ends otherwise', { path: ['data', 'tls!'] }, /encryptedData\["tls!"\]/],
  ['an entry that begins otherwise', { path: ['data', '!tls'] }, /encryptedData\["!tls"\]/],
  ['a field that is no entry', { path: ['x', 'y'], key: 'password' }, /encryptedData\.password/],
  ['no field', { path: ['data'], key: 'password' }, /encryptedData\.password/],
  ['a long entry', { path: ['data', 'a'.repeat(101)] }, /secretKey: a{100}\)/],
  ['a long key', { path: [], key: 'a'.repeat(101) }, /secretKey: a{100}\)/],
  ['a generator', { object: of('Kustomization'), role: 'secret-pair' }, /^Take the literal out of secretGenerator/],
  ['a ConfigMap', { object: of('ConfigMap') }, /^Move the value from ConfigMap db into a Secret/],
  ['a SealedSecret', { object: of('SealedSecret') }, /^Put the value through kubeseal/],
  ['a HelmRelease', { object: of('HelmRelease') }, /^Keep the value in a Secret .* spec\.valuesFrom/],
  ['an Application', { object: of('Application') }, /^Name an existing Secret/],
  ['an ApplicationSet', { object: of('ApplicationSet') }, /^Name an existing Secret/],
  [
    'a variable',
    { object: of('Pod'), role: 'deployed', path: ['env', 'A'] },
    /valueFrom\.secretKeyRef with key password\./,
  ],
  [
    'what is deployed otherwise',
    { object: of('Pod'), role: 'deployed', path: ['x'] },
    /^Take the value out of the file/,
  ],
  [
    'a variable of no object',
    { object: undefined, role: 'deployed', path: ['env'] },
    /^Take the value out of the file/,
  ],
  ['a variable that is open', { object: of('Pod'), role: 'open', path: ['env'] }, /^Take the value out of the file/],
  ['an argument', { object: of('Pod'), role: 'command' }, /^Pass the value by an environment variable/],
  [
    'a workflow',
    { object: undefined, role: 'open', file: '.github/workflows/x.yaml' },
    /^Store the value as an encrypted Actions/,
  ],
  [
    'a workflow below',
    { object: undefined, role: 'open', file: 'a/.github/workflows/x.yaml' },
    /^Store the value as an encrypted/,
  ],
  [
    'no workflow',
    { object: undefined, role: 'open', file: 'a.github/workflows/x.yaml' },
    /^Take the value out of the file/,
  ],
  ['a pipeline', { object: undefined, role: 'open', file: '.gitlab-ci.yml' }, /^Store the value as a masked CI/],
  ['values', { object: undefined, role: 'open', file: 'values-prod.yaml' }, /^Leave the value empty here/],
  ['no values', { object: undefined, role: 'open', file: 'values.yaml.txt' }, /^Take the value out of the file/],
])('for %s', (_, over, says) => {
  const remedy = remedyFor({ ...occurrence, role: 'open', ...over }, none, true);
  expect(remedy).toMatch(says);
  expect(remedy.endsWith(rotate)).toBe(true);
});

test('what makes the entry is named without the secret', () => {
  const served = { ...occurrence, servedBy: `VaultStaticSecret shop/${occurrence.secret}` };
  expect(remedyFor(served, none, true)).toBe(
    `VaultStaticSecret shop/•••• provides password of this Secret already: take the literal out, and change the value where that reads it. ${rotate}`,
  );
  expect(remedyFor({ ...served, servedBy: 'SealedSecret x' }, none, true)).toContain('and seal the new value there.');
});

test('what looks encrypted is restored or sealed again', () => {
  expect(remedyFor({ ...occurrence, role: 'sealed' }, none, true)).toMatch(/^Seal the value once more/);
  const part = (bytes: number) => Buffer.alloc(bytes, 0xfe).toString('base64');
  const value = `ENC[AES256_GCM,data:${part(9)},iv:${part(32)},tag:${part(16)},type:str]`;
  expect(remedyFor({ ...occurrence, secret: ` ${value} ` }, none, true)).toMatch(
    /^The mac and lastmodified of the sops block/,
  );
  expect(remedyFor({ ...occurrence, secret: `${value}x` }, none, true)).toMatch(/^The data, iv or tag of the value/);
  expect(lookAlike({ ...occurrence, secret: value })).toMatchObject({
    says: expect.stringContaining('has no sops block'),
  });
  expect(lookAlike({ ...occurrence, secret: `${value}x` })).toMatchObject({
    says: expect.stringContaining('not of the form'),
  });
  expect(lookAlike({ ...occurrence, secret: `x${value}` })).toBeUndefined();
});
