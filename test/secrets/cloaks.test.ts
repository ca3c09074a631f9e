import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { judgeField } from '../../src/secrets/judge/judge.ts';
import { classify } from '../../src/secrets/value/classify.ts';

const secret = 'Zq7vR2mKx9TbW4nL';
const b64 = (text: string | Buffer): string => Buffer.from(text).toString('base64');
/** Bytes as a cipher makes them, always the same. */
const noise = (length: number, seed: string): Buffer => {
  const blocks: Buffer[] = [];
  for (let block = 0; block * 64 < length; block++)
    blocks.push(createHash('sha512').update(`${seed}${block}`).digest());
  return Buffer.concat(blocks).subarray(0, length);
};
const wrapped = (text: string): string => text.replace(/(.{64})/g, '$1\n');
const bare = (bytes: Buffer): string => b64(bytes).replaceAll('=', '');

describe('a prefix alone makes no reference of a literal', () => {
  test.each([
    `op://${secret}`,
    `op://vault/${secret}`,
    `op://vault/item/${secret}`,
    `op://vault/item/field ${secret}`,
    `<path:${secret}>`,
    `arn:aws:secretsmanager:${secret}`,
    `arn:${secret}`,
    `vault:${secret}`,
    `vault:${secret}#${secret}`,
    `ref+${secret}`,
    `ref+x://${secret}`,
    `ref+echo://${secret}`,
    `ref+vault://${secret}`,
    `secrets://${secret}`,
    `pass://${secret}`,
    `env:${secret}`,
    `projects/${secret}`,
    `https://x.vault.azure.net/${secret}`,
    `{{resolve:ssm:${secret}}}`,
    `{{ ${secret} }}`,
    `\${${secret}}`,
    `\${{ '${secret}' }}`,
    `\${{ inputs.x || '${secret}' }}`,
  ])('%s', (text) => {
    for (const secretOnly of [true, false]) expect(classify(text, { key: 'password', secretOnly })).toBe('literal');
  });
});

describe('the whole grammar does', () => {
  test.each([
    'op://vault/item/field',
    'op://Private/Db Server/section/password',
    'op://y2xqvd6kzkcfxkbfw4cmmtcxoi/4hk5zq2rxjv7ydg3bnm6wplc5u/password',
    '<path:secret/data/db#password>',
    '<path:secret/data/db#password#2>',
    '<path:secret/data/db#password | base64encode>',
    '<secret:vaults/x#y>',
    'arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf',
    'arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf:password::',
    'arn:aws:ssm:us-east-1:123456789012:parameter/prod/db/password',
    'vault:secret/data/db#password',
    `vault:secret/data/db#\${.password}`,
    'ref+vault://secret/db#/password',
    'ref+awsssm://prod/db?region=us-east-1',
    'ref+sops://secrets.yaml#/db/pw',
    'secrets://secrets.yaml',
    'secrets+age-import:///keys/key.txt?secrets.yaml',
    'gsm://project/secret',
    'projects/p-1/secrets/db/versions/latest',
    '{{resolve:secretsmanager:db:SecretString:password}}',
    'https://shop.vault.azure.net/secrets/db/4f2c9d8e7a6b4c3d9e8f7a6b5c4d3e2f',
  ])('%s', (text) => {
    expect(classify(text, { key: 'password', secretOnly: true })).toBe('reference');
  });
});

const hex = (text: string): string => Buffer.from(text).toString('hex');
const vaultBody = [noise(32, 'a'), noise(32, 'b'), noise(48, 'c')].map((part) => part.toString('hex')).join('\n');
const ansible = `$ANSIBLE_VAULT;1.1;AES256\n${hex(vaultBody).replace(/(.{80})/g, '$1\n')}\n`;
const ageHead = `age-encryption.org/v1\n-> X25519 ${bare(noise(32, 'd'))}\n${bare(noise(32, 'e'))}\n--- ${bare(noise(32, 'f'))}\n`;
const age = (payload: Buffer): string =>
  `-----BEGIN AGE ENCRYPTED FILE-----\n${wrapped(b64(Buffer.concat([Buffer.from(ageHead), payload])))}\n-----END AGE ENCRYPTED FILE-----\n`;
const sessionKey = Buffer.concat([Buffer.from([0x85, 0x01, 0x0c, 3]), noise(267, 'g')]);
const pgp = (body: Buffer): string =>
  `-----BEGIN PGP MESSAGE-----\nVersion: x\n\n${wrapped(b64(body))}\n=aBcD\n-----END PGP MESSAGE-----\n`;
const sops = (data: Buffer): string =>
  `ENC[AES256_GCM,data:${b64(data)},iv:${b64(noise(32, 'i'))},tag:${b64(noise(16, 't'))},type:str]`;

describe('ciphertext is what has the structure of ciphertext', () => {
  test.each([
    ['ansible-vault', ansible],
    ['ansible-vault with an id', ansible.replace('1.1;AES256', '1.2;AES256;prod')],
    ['age', age(noise(60, 'h'))],
    ['OpenPGP, old and new packets', pgp(Buffer.concat([sessionKey, Buffer.from([0xd2, 64]), noise(64, 'j')]))],
    ['SOPS', sops(noise(16, 'k'))],
    ['Vault transit', `vault:v1:${b64(noise(44, 'l'))}`],
  ])('%s', (_, text) => {
    expect(classify(text, { key: 'password', secretOnly: true, sops: true })).toBe('encrypted');
  });

  const sentence = Buffer.from(`the password is ${secret}`);
  test.each([
    ['the header of ansible-vault before a password', `$ANSIBLE_VAULT;1.1;AES256\npassword: ${secret}`],
    ['hex of text below that header', `$ANSIBLE_VAULT;1.1;AES256\n${hex(`the password is ${secret}`)}`],
    ['text inside age armor', `-----BEGIN AGE ENCRYPTED FILE-----\n${b64(sentence)}\n-----END AGE ENCRYPTED FILE-----`],
    ['text as the payload of an age file', age(Buffer.concat([sentence, sentence]))],
    ['text after age armor', `${age(noise(60, 'h'))}${secret}\n`],
    ['text inside OpenPGP armor', pgp(sentence)],
    ['a literal packet', pgp(Buffer.concat([Buffer.from([0xcb, 40]), sentence]))],
    ['text as the session key', pgp(Buffer.concat([Buffer.from([0xc1, 36]), sentence, noise(9, 'm')]))],
    ['text as SOPS data', sops(sentence)],
    ['a password as SOPS data', sops(Buffer.from(secret))],
    ['text as Vault transit ciphertext', `vault:v1:${b64(sentence)}`],
    ['text as a cipher', `{cipher}${b64(sentence)}`],
  ])('%s is none', (_, text) => {
    expect(classify(text, { key: 'password', secretOnly: true, sops: true })).toBe('literal');
  });
});

describe('base64 over lines is read under any key, whatever is in its last line', () => {
  const text = bare(Buffer.from(`host: db.example.org\npassword: ${secret}\nuser: ada\n`));
  test.each([1, 2, 3, 4, 20])('%d characters', (rest) => {
    for (const role of ['open', 'deployed', 'file'] as const) {
      const broken = `${text.slice(0, -rest)}\n${text.slice(-rest)}`;
      expect(judgeField(broken, 'notes', role, {})).toMatchObject([{ is: 'literal', secret }]);
    }
  });
});
