import { describe, expect, test } from '@jest/globals';
import {
  isDefaultCredential,
  isNamedAfterItself,
  isPlaceholder,
  isRedacted,
  speaksOfItself,
} from '../../src/secrets/value/placeholder.ts';

/** Each text with the name that it has, if any. */
const under = (rows: readonly (string | readonly [text: string, key: string])[]) =>
  rows.map((row) => (typeof row === 'string' ? ([row, ''] as const) : row));

const base64 = 'Zq7vR2mKx9TbW4nLkJ8s0fQ2';

describe('what only says that a value should be here', () => {
  test.each(
    under([
      '  changeme ',
      'x',
      'aaaa',
      '\n\n\n'.padStart(4, '.').padEnd(5, '.').replaceAll('\n', '.'),
      '.*•…_xX#?-',
      '<name of it>',
      '[your token]',
      '%TOKEN%',
      '__TOKEN__',
      '@TOKEN@',
      '@@TOKEN@@',
      '*secret*',
      '********a-b_c D********',
      '00000000',
      '0000-000',
      '0-0000-0000000',
      'Axxxxxb',
      'A****b',
      'A•••b',
      'sk-live...',
      'sk...ab',
      'Zq7…',
      'Zq7vR2-change_me',
      'Zq7vR2-CHANGEME-9',
      'Zq7vR2replace-it9',
      'Zq7vR2 fill in9',
      'q9insertyour',
      'q9placeholder9',
      'q9place-holder9',
      'changeit2',
      'mychangeit',
      'changeme-kJ8s0fQ2',
      `changeme-${base64.slice(0, 15)}`,
      'xyour-q9z-here',
      'AKIAIOSFODNN7EXAMPLE',
      'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
      'q9.EXAMPLE',
      'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIn0.q9',
      `MIIBOgIBAAJBAKj34GkxFhD90vcNLYLInFEX6Ppy1tPf9Cnzj4p4WGeKLs1Pt8Qu${base64}`,
      '-----BEGIN PRIVATE KEY-----\n\n-----END PRIVATE KEY-----',
      `-----BEGIN PRIVATE KEY-----\n${base64.slice(1)}\n-----END PRIVATE KEY-----`,
      ['quorn', 'quorn'],
      ['QUORN-Zeb', 'quornZeb'],
      ['1234567890', 'a'],
      ['123', 'a'],
      ['123abc', 'a'],
      ['12345abcdefg', 'a'],
    ]),
  )('%j under %j', (text, key) => expect(isPlaceholder(text, key)).toBe(true));

  test.each(
    under([
      '',
      '  ',
      'changeit',
      'CHANGEIT',
      'aaab',
      'q.*_x',
      '._*q',
      'q<name>',
      '<name>q',
      '<quorn/>',
      '<a b="c">',
      'q[name]',
      '[name]q',
      'q%TOKEN%',
      '%TOKEN%q',
      'q__QUORN__',
      '__QUORN__q',
      'q@QUORN@',
      '@QUORN@q',
      'q*quorn*',
      '*quorn*q',
      '000-000',
      '900000000',
      '000000009',
      'Axxxxb',
      'A***b',
      'A••b',
      'sk-quorn..',
      'sk...-quorn',
      'q9exchange',
      'xyour-q9z-hear',
      'q9.EXAMPLES',
      `q9.EXAMPLES-${base64}`,
      `q9.changeme-${base64}`,
      `changeme-${base64.slice(0, 16)}`,
      `changeme-${base64}-changeme`,
      `-----BEGIN PRIVATE KEY-----\n${base64}\n-----END PRIVATE KEY-----`,
      `x -----BEGIN PRIVATE KEY-----${base64.slice(0, 12)}-----END PRIVATE KEY-----`,
      'xeyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIn0.q9',
      `q9MIIBOgIBAAJBAKj34GkxFhD90vcNLYLInFEX6Ppy1tPf9Cnzj4p4WGeKLs1Pt8Qu${base64}`,
      ['quorn', 'quarn'],
      ['Zq7vR2mKx9TbW4nL', 'Zq7vR2mKx9TbW4nL'],
      '1234567890',
      ['x1234', 'a'],
      ['1234x', 'a'],
    ]),
  )('%j under %j is a value', (text, key) => expect(isPlaceholder(text, key)).toBe(false));

  test('is 400 characters long at most', () => {
    expect([400, 401].map((length) => isPlaceholder('x'.repeat(length)))).toEqual([true, false]);
  });
});

describe('whose it is', () => {
  test.each([
    'your-quorn',
    'yourQuorn',
    'some_quorn',
    'dummy quorn',
    'fake.quorn',
    'example-quorn',
    'sample-quorn',
    'mock-quorn',
    'my-quorn',
    'my_quorn',
    'MY quorn',
    'myQuornPassword',
    'your-a-b-c-d-e-f-quorn',
    'your-quorn-12',
  ])('%s says no more', (text) => expect(isPlaceholder(text)).toBe(true));

  test.each([
    'yourquorn',
    'yours-quorn',
    'hayour-quorn',
    'myQuorn',
    'my.quorn',
    'quorn-my-quarn',
    'your-a-b-c-d-e-f-g-quorn',
    'your-quorn-123',
    'quorn-your',
    'Amy-quorn',
    '-my_quorn',
  ])('%s is a value', (text) => expect(isPlaceholder(text)).toBe(false));
});

describe('names of variables', () => {
  test.each(['QUORN_PASSWORD', 'QUORN-QUARN-TOKEN', 'QUORN_CREDENTIALS', 'A'.padEnd(2, 'B').concat('_KEY')])(
    '%s is one',
    (text) => expect(isPlaceholder(text)).toBe(true),
  );
  test.each([
    'QUORN_QUARN',
    'QUORN_KEYS',
    'QUORN_MONKEY',
    'xQUORN_KEY',
    'QUORN_KEY!',
    'QUORN.KEY',
    'QUORN_X1_KEY',
    'XKJQWZPVBNTRHG_KEY',
  ])('%s is none', (text) => expect(isPlaceholder(text)).toBe(false));
});

describe('words that speak of credentials or fill sentences', () => {
  test.each(
    under([
      'the password',
      'password 123',
      'mykey',
      'mykey2024',
      'passwordme',
      'passwordmykey',
      'passwordkeyme',
      '-the password-',
      'testsecret',
      'supersecretpassword',
      'strongpasswordstrongpasswordplaceholder',
      ['db quorn secret', 'quorn'],
      'secret'.concat(' the'.repeat(19)),
      'Secret-2!test',
      'Secret-test-2!',
      'SECRET-2!',
      'secret-2!',
      'Secret-example1-2!',
    ]),
  )('%j under %j say nothing', (text, key) => expect(isPlaceholder(text, key)).toBe(true));

  test.each(
    under([
      'quorn',
      'mypw',
      'my2key',
      'the quorn',
      'password 1234',
      'a123b',
      ['quorn 12', 'quorn'],
      'myquorn',
      'quornkey',
      'supersecretquorn',
      'superquornsecret',
      'strongpasswordstrongpasswordstrongpassword',
      'secret'.concat(' the'.repeat(20)),
      'MySecretToken2024!',
      'Secret-2!',
      '--..--/',
    ]),
  )('%j under %j are a value', (text, key) => expect(isPlaceholder(text, key)).toBe(false));
});

test('a product ships with these', () => {
  expect([' Postgres ', 'changeit', 'hunter2', ''].map(isDefaultCredential)).toEqual([true, true, false, false]);
});

test.each([
  ['ops_eyJzaWdu...', true],
  ['abc..', true],
  ['abc… ', true],
  ['a..b', false],
  ['a…b', false],
  ['x [REDACTED] y', true],
  ['a######b', true],
  ['a#####b', false],
  ['a****b', true],
  ['a***b', false],
])('%s is cut off or struck out: %s', (text, is) => expect(isRedacted(text)).toBe(is));

test.each([
  ['custom_pass', true],
  ['jiraToken', true],
  ['harbor_registry_password12', true],
  [' adminPw ', true],
  ['dbxpwd123', true],
  ['dbxpwd1234', false],
  ['1dbxpwd', false],
  ['jiraTokens', false],
  ['jira Token', false],
  ['xy', false],
  ['quorn', false],
])('%s repeats what it is: %s', (text, is) => expect(isNamedAfterItself(text)).toBe(is));

test.each([
  ['Secret', true],
  ['token12', true],
  ['changeme', true],
  ['cluster3', true],
  ['12', false],
  ['', false],
  ['12token', false],
  ['token1x', false],
  ['quorn', false],
])('%j speaks of itself: %s', (word, is) => expect(speaksOfItself(word)).toBe(is));
