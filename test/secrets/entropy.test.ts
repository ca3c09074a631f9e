import { describe, expect, test } from '@jest/globals';
import { looksRandom } from '../../src/secrets/value/entropy.ts';

describe('made by a generator', () => {
  test.each([
    '9f86d081884c7d659a2feaa0c55ad015',
    'Zq7vR2mKx9TbW4nL',
    'kJ8s0fQ2xv9LrT',
    '8c5f1b0a7e3d4962',
    'xQzPbVtRkLmWnYcD',

    'dGhpc0lzTm90QVdvcmQxMjM0NTY3ODkw',
  ])('%s', (text) => {
    expect(looksRandom(text)).toBe(true);
  });
});

describe('made by a person, or public by its shape', () => {
  test.each([
    ['a word', 'administrator'],
    ['words', 'my-tls-secret-v2'],
    ['camel case', 'PostgresClientCredentials1'],
    ['a UUID', '73082700-1f09-405b-80d0-3131bfd6272d'],
    ['a digest', `sha256:${'9f86d081884c7d65'.repeat(4)}`],
    ['an image by digest', `registry.example.org/app@sha256:${'9f86d081884c7d65'.repeat(4)}`],
    ['an image', 'quay.io/prometheus/node-exporter:v1.8.2'],
    ['a version', 'v1.29.3-eks-a1b2c3d'],
    ['a date', '2026-01-05T10:11:12Z'],
    ['an address', '10.96.0.10:443'],
    ['a URL', 'https://vault.example.org:8200/v1/secret/data/x9f8e7d6'],
    ['a host', 'db-7f9c8d6b5-x2x4z.shop.svc.cluster.local'],
    ['a path', '/var/run/secrets/kubernetes.io/serviceaccount/token'],
    ['an email address', 'shop-x9f8e7@example.org'],
    ['one character', 'aaaaaaaaaaaaaaaaaaaa'],
    ['a counter', '1234567890'],
    ['prose', 'the password of the database'],
    ['short', 'a1b2c3'],
  ])('%s', (_, text) => {
    expect(looksRandom(text)).toBe(false);
  });
});
