import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mayGiveCredentials } from '../../src/secrets/text/statements.ts';
import { isProviderName } from '../../src/secrets/tokens/keyed-formats.ts';
import { credentialKey, isPluralCredential, namesFile } from '../../src/secrets/value/credential-key.ts';
import {
  keyWords,
  loginWords,
  passwordWords,
  providerNames,
  secretOwners,
  secretWords,
  speaksOfCredentials,
} from '../../src/secrets/value/vocabulary.ts';
import { runs } from '../thorough.ts';

describe('keys of passwords', () => {
  test.each([
    'password',
    'DB_PASSWORD',
    'dbPassword',
    'rootpassword',
    'spring.datasource.password',
    'MYSQL_PWD',
    'passphrase',
    'password_prod',
    'PASSWORD1',
    'adminPasswd',
    'db-pass',
    'password_admin',
  ])('%s', (key) => {
    expect(credentialKey(key)).toBe('password');
  });
});

describe('keys of other secrets', () => {
  test.each([
    'token',
    'api_key',
    'apiKey',
    'APIKey',
    'clientSecret',
    'client-secret',
    'AWS_SECRET_ACCESS_KEY',
    'privateKey',
    'encryption_key',
    'SECRET_KEY_BASE64',
    'secretKey',
    'GITHUB_TOKEN',
    'accessKey',
    'userPasswords',
    'authToken',
    'githubtoken',
    'stripe.apikey',
  ])('%s', (key) => {
    expect(credentialKey(key)).toBe('secret');
  });
});

describe('keys that name, describe or switch', () => {
  test.each([
    'secretName',
    'existingSecret',
    'passwordSecretKey',
    'existingSecretPasswordKey',
    'DB_PASSWORD_FILE',
    'tokenURL',
    'TOKEN_ENDPOINT',
    'passwordSecretRef',
    'secretKeyRef',
    'passwordLength',
    'password_policy',
    'apiKeyName',
    'tokenExpiry',
    'automountServiceAccountToken',
    'publicKey',
    'csrf_token',
    'disable-password',
    'keyId',
    'primaryKey',
    'key',
    'name',
    'monkey',
    'secretStore',
    'passwordPath',
    'tokenReview',
    'keyboard',
    'author',
    'passwordHeader',
    'allowEmptyPassword',
    'usePassword',
    'secretsManager',
    'tokenSecretKey',
    'compassion',
    'bypass',
    'checksum/secret',
    'usePassword',
    'admin.passwordMtime',
    'secret.reloader.stakater.com/reload',
    'tokenCookie',
    'passwordField',
  ])('%s', (key) => {
    expect(credentialKey(key)).toBe('none');
  });
});

describe('keys that name a secret as often as they hold one', () => {
  test.each([
    'secrets',
    'API_KEYS',
    'tokens',
    'tokenSecret',
    'tlsSecret',
    'update_password',
    'vaultSecret',
    'VAULT_SECRET_ID',
  ])('%s', (key) => {
    expect(credentialKey(key)).toBe('name');
  });
  test.each(['clientSecret', 'secret', 'NEXTAUTH_SECRET'])('not %s', (key) => {
    expect(credentialKey(key)).toBe('secret');
  });
});

test.each(['NEO4J_AUTH', 'basicAuth', 'credentials'])('%s is a user and a password', (key) => {
  expect(credentialKey(key)).toBe('login');
});

describe('each word by its place', () => {
  const long = (length: number, end: string) => `${'a'.repeat(length - end.length)}${end}`;
  test.each([
    ['pw', 'password'],
    [long(120, '_password'), 'password'],
    [long(121, '_password'), 'none'],
    ['password_prod', 'password'],
    ['password_2', 'password'],
    ['password_isolated', 'password'],
    ['password_is', 'none'],
    ['TLS_SECRET', 'secret'],
    ['tls_SECRET', 'name'],
    ['TLS_secret', 'name'],
    ['1password', 'none'],
    ['onePassword', 'none'],
    ['my1password', 'password'],
    ['1password2', 'password'],
    ['stonePassword', 'password'],
    ['onesPassword', 'password'],
    ['onePasswd', 'password'],
    ['x_password_secret_key', 'none'],
    ['dbpassword_secret_key', 'secret'],
    ['password_secret_keys', 'name'],
    ['dbpasswords', 'secret'],
    ['dbtokens', 'name'],
    ['tokensx', 'none'],
    ['update_name', 'none'],
    ['updates_password', 'password'],
    ['_update_password', 'name'],
    ['myapi_key', 'secret'],
    ['apix_key', 'none'],
    ['erlang_cookie', 'secret'],
    ['cookie', 'none'],
    ['dbpassword123', 'password'],
    ['dbpassword1234', 'none'],
    ['dbpasswordx', 'none'],
    ['dbtoken123', 'secret'],
    ['dbtoken1234', 'none'],
    ['dbtokenx', 'none'],
    ['x_secret_id', 'name'],
    ['x_token_id', 'none'],
  ])('%s: %s', (key, strength) => expect(credentialKey(key)).toBe(strength));

  test.each([
    ['DB_PASSWORD_FILE', true],
    ['password_file', true],
    ['tokenFilename', true],
    ['tokenPath', true],
    ['tokenDir', true],
    ['tokenDirectory', true],
    ['tokenProfile', false],
    ['token_files', false],
    ['file', false],
    ['token', false],
    ['', false],
    [long(120, '_password_file'), true],
    [long(121, '_password_file'), false],
  ])('%s names a file: %s', (key, names) => expect(namesFile(key)).toBe(names));

  test.each([
    ['apiKeys', true],
    ['API_KEYS', true],
    ['tokens', true],
    ['db_tokens', true],
    ['keys', false],
    ['monkeys', false],
    ['apiKey', false],
    ['publicKeys', false],
    ['tokens_x', false],
    ['', false],
    [long(120, '_tokens'), true],
    [long(121, '_tokens'), false],
  ])('%s names several credentials: %s', (key, names) => expect(isPluralCredential(key)).toBe(names));
});

const word = fc.constantFrom(
  ...passwordWords,
  ...secretWords,
  ...loginWords,
  ...keyWords,
  ...secretOwners,
  ...providerNames,
  ...'key keys tokens passwords secrets apikeys cookie erlang value prod id file path dir 1 db x'.split(' '),
);
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const joined: readonly ((words: readonly string[]) => string)[] = [
  (words) => words.join('_'),
  (words) => words.join('-'),
  (words) => words.join('.'),
  (words) => words.join(''),
  (words) => words.map((each, at) => (at === 0 ? each : capital(each))).join(''),
  (words) => words.map(capital).join(''),
  (words) => words.join('_').toUpperCase(),
  (words) => words.map((each, at) => (at === 0 ? each.toUpperCase() : capital(each))).join(''),
];

/** A key whose letters are spelled by their numbers, one or all of them, as JSON, YAML and XML allow. */
function spellings(key: string): readonly string[] {
  const code = (letter: string, digits: number) => letter.charCodeAt(0).toString(16).padStart(digits, '0');
  const letters = /[A-Za-z]/g;
  return [
    key.replace(letters, (letter) => `\\u${code(letter, 4)}`),
    key.replace(/[A-Za-z]/, (letter) => `\\x${code(letter, 2)}`),
    key.replace(letters, (letter) => `&#x${code(letter, 2)};`),
    key.replace(letters, (letter) => `&#${letter.charCodeAt(0)};`),
  ];
}

test('no key that is accepted is missed by the words a text is looked through for first', () => {
  let accepted = 0;
  fc.assert(
    fc.property(
      fc.array(fc.oneof(word, fc.mixedCase(word)), { minLength: 1, maxLength: 4 }),
      fc.constantFrom(...joined),
      (words, join) => {
        const key = join(words);
        if (credentialKey(key) === 'none' && !namesFile(key) && !isProviderName(key)) return;
        accepted++;
        expect([key, speaksOfCredentials(`${key}: x`)]).toEqual([key, true]);
      },
    ),
    { numRuns: runs(20_000) },
  );
  expect(accepted).toBeGreaterThan(500);
});

test('nor is one whose letters are spelled by their numbers', () => {
  fc.assert(
    fc.property(fc.constantFrom(...passwordWords, ...secretWords, ...providerNames, 'dbPassword', 'API_KEY'), (key) => {
      for (const spelled of spellings(key)) expect([spelled, mayGiveCredentials(spelled)]).toEqual([spelled, true]);
    }),
  );
});
