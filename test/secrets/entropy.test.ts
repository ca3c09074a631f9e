import { describe, expect, test } from '@jest/globals';
import {
  entropy,
  hasRandomWord,
  hasSequence,
  isFamiliarShape,
  isLikelyCredential,
  isMoment,
  isWordy,
  looksGenerated,
  looksRandom,
} from '../../src/secrets/value/entropy.ts';
import { isMachineMade, looksHumanMade } from '../../src/secrets/value/made.ts';

/** So many characters of what a generator made. */
const made = (length: number) => 'kJ8s0fQ2xv9LrT'.repeat(300).slice(0, length);

describe('made by a generator', () => {
  test.each([
    ['small hex', '9f86d081884c7d659a2feaa0c55ad015'],
    ['capitals of hex', '9F86D081884C7D659A2FEAA0C55AD015'],
    ['letters and digits', 'Zq7vR2mKx9TbW4nL'],
    ['a few of them', 'kJ8s0fQ2xv9LrT'],
    ['16 of hex', '8c5f1b0a7e3d4962'],
    ['16 digits', '8203957164820395'],
    ['letters alone', 'xQzPbVtRkLmWnYcD'],
    ['eight letters alone', 'xQzPbVtR'],
    ['16 digits, seven of them different', '8083850883579791'],
    ['letters that change their case', 'abEDciFUgoHI'],
    ['eight', made(8)],
    ['4096', made(4096)],
    ['what begins as hex', 'a3f9b2Zq7vR2'],
    ['what begins as hex in capitals', '8A3Zq7vR2mKx'],
    ['what ends as hex', 'Zq7vR2a3f9b2'],
    ['what ends as hex in capitals', 'Zq7vR2A3F9B2'],
    ['what begins with a digit', '8kJs0fQ2xv'],
    ['what ends with a digit', 'kJs0fQ2xv8'],
    ['base64', 'dGhpc0lzTm90QVdvcmQxMjM0NTY3ODkw'],
  ])('%s', (_, text) => {
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
    ['seven', made(7)],
    ['4097', made(4097)],
    ['two words', 'kJ8s0fQ2 xv9LrT'],
    ['15 digits', '820395716482039'],
    ['16 digits, few of them different', '1234123412341234'],
    ['15 of hex', 'a3f9b2c84d1e706'],
    ['hex, little of it different', 'a1b2a1b2a1b2a1b2'],
    ['hex in capitals, little of it different', 'A1B2A1B2A1B2A1B2'],
    ['letters, few of them different', 'xqzpbvtrxqzpbvtrxqzpbvtr'],
    ['letters that read aloud', 'wordlikestringofletters'],
    ['16 of hex, seven of them different', 'a0a3a50aa3579791'],
    ['letters that change their case twice', 'abEDciFUgoha'],
    ['mixed, eight of 24 different', 'Xq1zKw7m'.repeat(3)],
    ['mixed, little of it different', 'Xa1Xa1Xa1Xa1Xa1Xa1'],
  ])('%s', (_, text) => {
    expect(looksRandom(text)).toBe(false);
  });
});

test('entropy is in bits a character; what is not ASCII is one character', () => {
  expect(['', 'aaaa', 'aabb', 'abcd', 'aaab', 'éàü', '~~\u007f\u007f', '~\u007f'].map(entropy)).toEqual([
    0,
    0,
    1,
    2,
    expect.closeTo(0.8112781, 6),
    0,
    1,
    1,
  ]);
});

describe('shapes that people know', () => {
  test.each([
    '73082700-1f09-405b-80d0-3131bfd6272d',
    '1.29.3-eks.1',
    'v2.0',
    '2026-01-05',
    '2026-01-05T10:11:12Z',
    '2021-01-12T19:01:39EST',
    '5 Jan 2026',
    'Mon, 05 Jan 2026',
    '10.96.0.10:443',
    '10.96.0.0/16',
    'PBKDF2WithHmacSHA512',
    'SHA256withRSAandMGF1',
    'https://example.org/a',
    '/var/run/token',
    '../a/b',
    'db.shop.svc:5432/x',
    'quay.io/a/b:v1.8.2',
    'a.b@example.org',
  ])('%s, and nothing around it', (text) => {
    const isDate = isMoment(text);
    expect([text, `§${text}`, `${text} §`].map(isFamiliarShape)).toEqual([true, false, false]);
    expect([`§${text}`, `${text} §`].map(isMoment)).toEqual([false, false]);
    expect(isDate).toBe(/\b202[16]\b/.test(text));
  });

  test('a digest begins the text, or comes after an image', () => {
    expect(['sha256:a', 'SHA1-a', 'app@md5:a', 'xsha256:a', 'sha256', 'x md5:a'].map(isFamiliarShape)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});

test.each([
  ['abcdefgh', true],
  ['abcdefg', false],
  ['x12345678', true],
  ['34567890', true],
  ['4567890', false],
  ['xx-BCDEFGHI', true],
  ['abcdefxgh', false],
  ['abcdabcdabcd', false],
  ['hgfedcba', false],
  ['acegikmoqs', false],
  ['aaaaaaaaaa', false],
  ['00000000', false],
  ['2345678:0', false],
  ['3456789090', true],
  ['909090909090', false],
  ['zqzqzqzqzqzq', false],
  ['', false],
])('%j has eight in a row: %s', (text, has) => expect(hasSequence(text)).toBe(has));

test.each([
  ['kJ8s0fQ2xv9L', true],
  ['kJ8s0fQ2xv9', false],
  ['kjqsxfqzxvplrtwc', false],
  ['kj8s0fq2xv9lrt', false],
  ['KJ8S0FQ2XV9LRT', false],
  ['kJqsXfQzxvPLrT', false],
  ['PostgresClientKey1', false],
])('%s is generated: %s', (text, is) => expect(looksGenerated(text)).toBe(is));

test('a name has a random word where one of its words is', () => {
  expect(['DB_XKJQWZPVBN_KEY', 'XKJQWZPVBN-KEY', 'DB_PASSWORD_KEY', 'DB'].map(hasRandomWord)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

test.each([
  ['Hunter2x!', true],
  ['hunter2!x', true],
  ['Hunter2a', true],
  ['Hunt2r!x', true],
  ['Aab2aabb', true],
  ['Hunt2r!', false],
  ['Hunt2r !xyz', false],
  ['Hunter!x', false],
  ['12345!67', false],
  ['aab2aabb', false],
  ['a2B1xQ/cd', true],
  ['a1a1/a1a1', false],
  ['Ab!12345678', false],
  ['10.96.0.10:443', false],
  ['my-Secret-v2', false],
  ['zx7qwk9pv4mt', true],
])('%s is likely a credential: %s', (text, is) => expect(isLikelyCredential(text)).toBe(is));

describe('words', () => {
  test.each([
    ['joined by separators', 'my-tls.secret:of/my@shop,and;more=x+y z'],
    ['with a separator at each end', '_secret_'],
    ['in camel case', 'PostgresClientKey1'],
    ['with a version', 'Key-v2-1234'],
    ['with one mark', 'Linux-x86-app'],
    ['with one mark of two words', 'Linux-v2a'],
    ['of three vowels in four letters', 'aeiobaud'],
    ['of 20 letters', 'Abcdefabicadabicadab'],
    ['of 20 letters and digits', 'Abacadabicadabic1234'],
    ['a name with a suffix', 'web-acme-tls-7f9c2'],
    ['a name with two suffixes', 'web-7d4b9c8f6-x2x4z'],
    ['a name with a suffix of ten', 'web-7d4b9c8f6a'],
    ['a name with short suffixes', 'web-7x1-7x2-7x3'],
    ['a short word without vowels', 'XPTL'],
    ['a word of a fifth vowels', 'strap-Bcdfa'],
  ])('%s: %s', (_, text) => expect(isWordy(text)).toBe(true));

  test.each([
    ['two marks', 'Linux-x86-y77'],
    ['a mark alone', 'ab12cd'],
    ['a mark with more before it', 'Linux-abcd12ab'],
    ['a mark with more after it', 'Linux-x86abcd'],
    ['21 letters', 'Abcdefabicadabicadabi'],
    ['21 small letters', 'abicadabicadabicadabi'],
    ['a suffix after a mark', '!x-web-7d4b9c8f6'],
    ['a suffix after a word with a number before', '12web-7d4b9c8f6'],
    ['a suffix after a word with a mark', 'web12a-7d4b9c8f6'],
    ['five digits', 'Linux-12345'],
    ['a word with five digits', 'Linux12345'],
    ['a suffix of eleven', 'web-7d4b9c8f6ab'],
    ['three suffixes', 'web-7d4b-9c8f-6a1c'],
    ['a suffix in capitals', 'web-7D4B9C8F6'],
    ['a suffix after no word', '7d4b9c8f6-12ab34'],
    ['a suffix after a word of two', 'ab-7d4b9c8f6'],
    ['a suffix after a word that no one can say', 'xkqjw-7d4b9c8f6'],
    ['a suffix after a name and an exclamation', 'web-7d4b9c8f6!'],
    ['a suffix after something else', '!web-7d4b9c8f6'],
    ['a made-up part', 'my-kJ8s0fQ2xv'],
    ['five letters without a vowel', 'XPTLK'],
    ['nothing but vowels', 'Aeiou'],
    ['six consonants in a row', 'Abacstrnghts'],
  ])('not with %s: %s', (_, text) => expect(isWordy(text)).toBe(false));
});

test.each([
  ['Zq7vR2mKx9TbW4nL', true],
  ['Zq7vR2mKx9TbW4n', false],
  ['Zq7vR2mKx9Tb-W4nL', true],
  ['Zq7vR2mKx9T-bW4nL', false],
  ['ab-Zq7vR2mKx9Tb', false],
  ['abcd-Zq7vR2mKx9Tb', true],
  ['administrator-password-x', false],
  ['Zq7v.R2mK.x9Tb.W4nL', false],
])('%s is made by a machine: %s', (text, is) => expect(isMachineMade(text)).toBe(is));

test.each([
  ['Hunter2!', true],
  ['Hunte2!', false],
  [`Hunter2!${'x'.repeat(120)}`, true],
  [`Hunter2!${'x'.repeat(121)}`, false],
  ['Hunter!!', false],
  ['1234567!a', false],
  ['Hunter2! ', false],
  ['(Hunter2!', false],
  ['hunter2x', false],
  ['hunter2!x', true],
  ['Hunter2xPq7', true],
  ['$Hunter2!', false],
  ['%Hunter2!', false],
  ['x$Hunter2', true],
  ['Hunter2.Com', false],
  ['Hunter2.Com.Zq7', false],
  ['Hunter2.Com!', true],
  ['!Hunter2.Com', true],
  ['abcdefgh1!X', false],
  ['2026-01-05T10:11:12Z', false],
  ['#Alerts-prod1', false],
  ['@Alerts-prod1', false],
  ['#Alerts-k3k3q', true],
  ['Api-Token-v2', false],
  ['Correct-Horse-Battery-2', true],
  ['Correct-Horse2', false],
  ['Correct-Horse2-', false],
  ['xx@Alerts-horse1', true],
  ['Correct-Horse-Secret-2', false],
  ['Correct-Horse-2!', true],
  ['Correct-Horse-2-', true],
])('%s is made by a person: %s', (text, is) => expect(looksHumanMade(text)).toBe(is));
