import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { asText, decodeBase64, decodeBase64Text, unwrap } from '../../src/secrets/value/decode.ts';
import {
  cipherScheme,
  isCiphertext,
  isSealedPayload,
  isSopsMac,
  isSopsValue,
} from '../../src/secrets/value/encrypted.ts';
import { canonicalSecret } from '../../src/secrets/value/material.ts';
import { remembered } from '../../src/secrets/value/remembered.ts';

const b64 = (content: string | Buffer) => Buffer.from(content).toString('base64');
const hex = (content: string | Buffer) => Buffer.from(content).toString('hex');
/** Bytes that are no text. */
const noise = (length: number) => Buffer.alloc(length, 0xfe);

describe('base64', () => {
  test.each([
    ['QQ==', 'A'],
    ['QQ', 'A'],
    ['QUI=', 'AB'],
    ['QUJDRA', 'ABCD'],
    ['QUJDRUY', 'ABCEF'],
    [' QU\nJD\t', 'ABC'],
    ['4pyT', '✓'],
    ['', undefined],
    [' \n', undefined],
    ['Q', undefined],
    ['QUJDQ', undefined],
    ['QQ===', undefined],
    ['!QQ==', undefined],
    ['QQ==!', undefined],
    ['QQ==QQ==', undefined],
    ['/w==', undefined],
    ['AA==', undefined],
  ])('%j: %j', (text, decoded) => expect(decodeBase64Text(text)).toBe(decoded));

  test('has two alphabets, and so many characters at most', () => {
    expect(decodeBase64('-_-_')).toEqual(decodeBase64('+/+/'));
    const most = 1_500_000;
    expect([most, most + 4].map((length) => decodeBase64('A'.repeat(length))?.length)).toEqual([1_125_000, undefined]);
    expect(decodeBase64(`${'A'.repeat(most)} `)).toBeUndefined();
  });
});

test('text is UTF-8 without control characters, but white space and escapes', () => {
  expect([0, 8, 0x0e, 0x1a, 0x1c, 0x1f, 0x7f, 0xff].map((byte) => asText(Buffer.from([byte])))).toEqual(
    Array(8).fill(undefined),
  );
  expect(asText(Buffer.from('\t\n\v\f\r\u001b ~é'))).toBe('\t\n\v\f\r\u001b ~é');
});

describe('layers', () => {
  const layered = (text: string, layers: number): string => (layers === 0 ? text : layered(b64(text), layers - 1));
  const lines = (text: string, width: number) => text.replace(new RegExp(`(.{${width}})`, 'g'), '$1\n').trim();
  const long = 'The password of the database in the basement is hunter2, and nobody else should ever know.';

  test('are taken off three deep, unless more or fewer are asked for', () => {
    const text = 'hunter2hunter2hunter2';
    expect([1, 2, 3, 4].map((count) => unwrap(layered(text, count)))).toEqual([text, text, text, layered(text, 1)]);
    expect(unwrap(layered(text, 3), 1)).toBe(layered(text, 2));
  });

  test.each([
    ['16 characters', 'aHVudGVyMmh1bnRl', 'hunter2hunte'],
    ['15 characters', 'aHVudGVyMmh1bnQ', undefined],
    ['around white space', `  ${b64('hunter2hunter2')}\n`, 'hunter2hunter2'],
    ['binary content', b64(noise(20)), undefined],
    ['blanks', b64(' '.repeat(20)), undefined],
    ['gzip', b64(gzipSync('hunter2 in gzip')), 'hunter2 in gzip'],
    ['gzip of what is no text', b64(gzipSync(noise(20))), undefined],
    ['gzip that is cut off', b64(gzipSync('hunter2 in gzip').subarray(0, 25)), undefined],
    ['hex', hex('the text to hide'), 'the text to hide'],
    ['hex in capitals', hex('the text to hide').toUpperCase(), 'the text to hide'],
    ['hex in small letters and capitals', `${hex('the text to ')}6869644A4B`, undefined],
    ['hex of 15', hex('the text to hid'), undefined],
    ['hex with a tail', `${hex('the text to hide')}zz`, undefined],
    ['hex in capitals with a tail', `${hex('the text to hide').toUpperCase()}zz`, undefined],
    ['base64 that ends as hex', `${b64('hello world!')}${'a0c0'.repeat(8)}`, `hello world!${'kG4'.repeat(8)}`],
    [
      'base64 that ends as hex in capitals',
      `${b64('hello world!')}${'C0E0'.repeat(8)}`,
      `hello world!${'\vA4'.repeat(8)}`,
    ],
    ['lines of 40', lines(b64(long), 40), long],
    ['lines of 76', lines(b64(long), 76), long],
    ['lines of 36', lines(b64(long), 36), undefined],
    ['two words', `${b64('hunter2hunter2hu')} ${b64('hunter2hunter2hu')}`, undefined],
    ['lines after a short one', `YWFh\n${lines(b64(long), 40)}`, undefined],
    ['lines before two short ones', `${lines(b64(long.slice(0, 90)), 40)}\nYWFh\nYWFh`, undefined],
  ])('%s', (_, text, decoded) => expect(unwrap(text)).toBe(decoded ?? text));
});

const sops = (data: string | Buffer) =>
  `ENC[AES256_GCM,data:${b64(data)},iv:${b64(noise(32))},tag:${b64(noise(16))},type:str]`;

describe('values of SOPS', () => {
  test('are those, and nothing around', () => {
    const value = sops(noise(9));
    expect([value, sops(''), `x${value}`, `ENC[${value}`, `${value}x`].map(isSopsValue)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  test('a MAC is 128 bytes of no text', () => {
    expect([127, 128, 129].map((length) => isSopsMac(sops(noise(length))))).toEqual([false, true, false]);
    expect(isSopsMac(sops('the password is not '.repeat(7).slice(0, 128)))).toBe(false);
    expect(isSopsMac('x')).toBe(false);
  });

  test.each<[string, string | Buffer, boolean]>([
    ['eight letters', 'hunter22', true],
    ['seven letters', 'hunter2', false],
    ['eight letters, five of them different', 'abcdeabc', true],
    ['eight letters, four of them different', 'abcdabcd', false],
    ['twelve printable characters', 'hunter 2! ab', true],
    ['eleven printable characters', 'hunter 2! a', false],
    ['letters after another', 'éhunter22', false],
    ['letters before another', 'hunter22é', false],
    ['18 in a row in other bytes', Buffer.concat([noise(5), Buffer.from('the password is ab')]), true],
    ['17 in a row in other bytes', Buffer.concat([noise(5), Buffer.from('the password is a')]), false],
    ['18 alike in other bytes', Buffer.concat([noise(5), Buffer.from('ab'.repeat(9))]), false],
    [
      'a run after one of alike',
      Buffer.concat([Buffer.from('a'.repeat(18)), noise(5), Buffer.from('the password is ab')]),
      true,
    ],
    ['18 in a row in 999 bytes', Buffer.concat([noise(981), Buffer.from('the password is ab')]), true],
    ['23 in a row in 1000 bytes', Buffer.concat([noise(977), Buffer.from('the password is abcdefg')]), false],
    ['24 in a row in 1000 bytes', Buffer.concat([noise(976), Buffer.from('the password is abcdefgh')]), true],
  ])('what should be ciphertext can be read: %s', (_, data, readable) => {
    expect(isSopsValue(sops(data))).toBe(!readable);
  });
});

describe('ciphertext that names its scheme', () => {
  const ansible = (salt = hex(noise(32)), hmac = hex(noise(32)), body = hex(noise(16)), ...more: string[]) =>
    `$ANSIBLE_VAULT;1.1;AES256\n${hex([salt, hmac, body, ...more].join('\n'))}`;
  const armor = (label: string, bytes: Buffer, head = '\n', tail = '') =>
    `-----BEGIN ${label}-----${head}${b64(bytes)}\n${tail}-----END ${label}-----`;
  const ageHead = `age-encryption.org/v1\n-> X25519 abc\nAAAA\n--- ${'A'.repeat(43)}\n`;
  const age = (payload: Buffer, head = ageHead) =>
    armor('AGE ENCRYPTED FILE', Buffer.concat([Buffer.from(head), payload]));
  const packet = (tag: number, body: Buffer) => Buffer.concat([Buffer.from([0xc0 | tag, 0xff, 0, 0, 0, 0]), body]);
  const sized = (tag: number, body: Buffer) => {
    const made = packet(tag, body);
    made.writeUInt32BE(body.length, 2);
    return made;
  };
  const message = (...packets: Buffer[]) => armor('PGP MESSAGE', Buffer.concat(packets));
  const data = sized(18, noise(40));
  // The length of a session key's packet is in two bytes here, as gpg writes it.
  const session = Buffer.concat([Buffer.from([0xc1, 0xc0, 0]), noise(192)]);
  const bare = b64(Buffer.concat([session, data]));

  test.each([
    ['Ansible Vault', ansible()],
    ['Ansible Vault', ansible(undefined, undefined, hex(noise(32)))],
    ['Ansible Vault', ansible().replace('1.1;AES256', '1.2;AES256;prod').replace('\n', '\r\n')],
    ['age', age(noise(32))],
    ['OpenPGP', message(session, data)],
    ['OpenPGP', message(sized(3, noise(20)), sized(9, noise(40)))],
    ['OpenPGP', message(sized(10, noise(3)), sized(21, noise(3)), sized(20, noise(40)))],
    ['OpenPGP', message(sized(1, noise(0xffff)), data)],
    ['OpenPGP', armor('PGP MESSAGE', data, '\nVersion: GnuPG v2\nComment: x\n\n', '=abcd\n')],
    ['OpenPGP', `${message(data)}\n\n`],
    [undefined, bare],
    ['Vault’s transit engine', `vault:v1:${b64(noise(27))}`],
    ['Vault’s transit engine', `vault:v123456:${b64(noise(40))}`],
    ['eyaml', `ENC[PKCS7,${b64(noise(48))}]`],
    ['eyaml', `ENC[GPG,${b64(noise(48)).slice(0, 60)}\n  ${b64(noise(48)).slice(60)}]`],
    ['Spring Cloud Config', `{cipher}${b64(noise(24))}`],
    ['Spring Cloud Config', `{cipher}${hex(noise(24))}`],
  ])('%s: %#', (scheme, text) => expect([isCiphertext(text), cipherScheme(text)]).toEqual([true, scheme]));

  const readable = 'hunter2 is the password of all of us!!!!!4';
  test.each([
    ['no scheme', b64(noise(60))],
    ['Ansible: a salt of 31 bytes', ansible(hex(noise(31)))],
    ['Ansible: an HMAC of 33 bytes', ansible(undefined, hex(noise(33)))],
    ['Ansible: a body of 17 bytes', ansible(undefined, undefined, hex(noise(17)))],
    ['Ansible: no body', ansible(undefined, undefined, '')],
    ['Ansible: a fourth line', ansible(undefined, undefined, undefined, '00')],
    ['Ansible: a body that is no hex', ansible(undefined, undefined, 'z'.repeat(32))],
    ['Ansible: a salt that begins otherwise', ansible(`zz${hex(noise(31))}`)],
    ['Ansible: a salt that ends otherwise', ansible(`${hex(noise(31))}zz`)],
    ['Ansible: text after it', `${ansible()}!`],
    ['Ansible: text before it', `$ANSIBLE_VAULT;${ansible()}`],
    ['Ansible: another version', ansible().replace('1.1', '1.3')],
    ['age: a short payload', age(noise(31))],
    ['age: a payload that can be read', age(Buffer.from(readable))],
    ['age: no recipient', age(noise(32), ageHead.replace(/->[^-]*/, ''))],
    ['age: something before', age(noise(32), `x${ageHead}`)],
    ['armor: text after it', `${message(data)}\nhunter2`],
    ['armor: two of them', `${message(data)}\n${message(data)}`],
    ['armor: headers after the data', message(data).replace(/(\n.{20})/, '$1\nVersion: 1\n')],
    ['armor: a checksum before the data', message(data).replace(/(\n.{20})/, '$1\n=abcd\n')],
    ['armor: nothing in it', armor('PGP MESSAGE', Buffer.alloc(0))],
    ['OpenPGP: no data', message(session)],
    ['OpenPGP: literal data', message(sized(11, noise(40)))],
    ['OpenPGP: literal data after a session key', message(session, sized(11, noise(40)), data)],
    ['OpenPGP: data that can be read', message(session, sized(18, Buffer.from(readable)))],
    ['OpenPGP: a session key that can be read', message(sized(1, Buffer.from(readable)), data)],
    ['OpenPGP: a session key that is too long', message(sized(1, noise(0x10000)), data)],
    ['OpenPGP: a session key that is cut off', message(session.subarray(0, 100))],
    ['OpenPGP alone: a packet before', `${b64(Buffer.from([0xd5, 1, 0xfe]))}${bare}`],
    ['OpenPGP alone: short', b64(sized(3, noise(20)))],
    ['Vault: text before it', `xvault:v1:${b64(noise(27))}`],
    ['Vault: text after it', `vault:v1:${b64(noise(27))}!`],
    ['Vault: too short', `vault:v1:${b64(noise(24))}`],
    ['eyaml: text before it', `xENC[PKCS7,${b64(noise(48))}]`],
    ['eyaml: text after it', `ENC[PKCS7,${b64(noise(48))}]!`],
    ['eyaml: too short', `ENC[PKCS7,${b64(noise(45))}]`],
    ['Spring: text before it', `x{cipher}${b64(noise(24))}`],
    ['Spring: text after it', `{cipher}${b64(noise(24))}!`],
    ['Spring: too short', `{cipher}${b64(noise(21))}`],
    ['Spring: base64 that can be read', `{cipher}${b64(readable)}`],
    ['Spring: hex that can be read', `{cipher}${hex(readable)}`],
    ['eyaml: no base64', `ENC[PKCS7,${'='.repeat(64)}]`],
  ])('%s: none', (_, text) => expect([isCiphertext(text), cipherScheme(text)]).toEqual([false, undefined]));
});

describe('payloads of sealed secrets', () => {
  const payload = (keyLength: number, rest: number | Buffer) => {
    const bytes = Buffer.concat([Buffer.from([0, 0]), noise(keyLength), typeof rest === 'number' ? noise(rest) : rest]);
    bytes.writeUInt16BE(keyLength, 0);
    return b64(bytes);
  };
  test.each([
    ['RSA of 4096 bits', payload(512, 40), true],
    ['RSA of 1024 bits', payload(128, 16), true],
    ['RSA of 16384 bits', payload(2048, 16), true],
    ['white space', payload(512, 40).replace(/(.{60})/g, '$1\n '), true],
    ['no tag', payload(512, 15), false],
    ['a shorter key', payload(64, 100), false],
    ['a longer key', payload(2112, 16), false],
    ['no whole key', payload(500, 40), false],
    ['something before it', `!${payload(512, 40)}`, false],
    ['something after it', `${payload(512, 40)}!`, false],
    ['what can be read', payload(512, Buffer.from('hunter2 is the password of all')), false],
    ['too little', b64(noise(20)), false],
  ])('%s', (_, text, is) => expect(isSealedPayload(text)).toBe(is));
});

describe('one secret however it is written', () => {
  const body = 'MIIBAbc+/=x';
  const pem = `-----BEGIN PRIVATE KEY-----\n${body}\n-----END PRIVATE KEY-----\n`;
  test.each([
    ['url-userinfo', ' p%40ss ', ' p@ss '],
    ['keyword', '  hunter2\n', 'hunter2'],
    ['private-key', ' # MII\\nBAb"c\'|+,/=x\\r\\t ', 'MIIBAbc/=x'],
    ['der-private-key', ' MII B\\n', 'MIIB'],
    ['encoded-private-key', b64(pem), 'MIIBAbc/=x'],
    ['encoded-private-key', pem, 'MIIBAbc/=x'],
    ['encoded-private-key', b64('no key'), 'nokey'],
  ])('%s %j', (format, text, canonical) => expect(canonicalSecret(text, format)).toBe(canonical));
});

test('answers are kept, so many of them', () => {
  const asked: string[] = [];
  const length = remembered((text) => {
    asked.push(text);
    return text.length;
  }, 2);
  expect(['a', 'bb', 'a', 'bb', 'ccc', 'ccc', 'a'].map(length)).toEqual([1, 2, 1, 2, 3, 3, 1]);
  expect(asked).toEqual(['a', 'bb', 'ccc', 'a']);
});
