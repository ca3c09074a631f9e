import { describe, expect, test } from '@jest/globals';
import { credentialKey } from '../../src/secrets/value/credential-key.ts';

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
    'secrets',
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
  ])('%s', (key) => {
    expect(credentialKey(key)).toBe('none');
  });
});
