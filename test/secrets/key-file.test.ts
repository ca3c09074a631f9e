import { createSign, generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { keyFile } from '../../src/secrets/text/key-file.ts';
import { observeFile } from './evidence.ts';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const der = (type: 'pkcs1' | 'pkcs8'): Buffer => privateKey.export({ type, format: 'der' });

/** A JKS header with one entry of `tag` (1: private key, 2: certificate). */
function javaKeyStore(tag: number): Buffer {
  const head = Buffer.from('feedfeed0000000200000001', 'hex');
  const entry = Buffer.concat([Buffer.from([0, 0, 0, tag, 0, 2]), Buffer.from('ca'), Buffer.alloc(8)]);
  const certificate = Buffer.concat([
    Buffer.from([0, 5]),
    Buffer.from('X.509'),
    Buffer.from([0, 0, 0, 4]),
    Buffer.alloc(4),
  ]);
  return Buffer.concat([head, entry, certificate, Buffer.alloc(20)]);
}

describe('binary files that hold keys', () => {
  test.each([
    ['PKCS #8', der('pkcs8'), 'der-private-key'],
    ['PKCS #1', der('pkcs1'), 'der-private-key'],
    [
      'PKCS #12',
      Buffer.concat([Buffer.from('3082 0a3c 0201 0330'.replaceAll(' ', ''), 'hex'), Buffer.alloc(40)]),
      'pkcs12',
    ],
    ['a Java key store', javaKeyStore(1), 'java-key-store'],
    ...[
      ['94', 'f0'],
      ['95', '00f0'],
      ['96', '000000f0'],
      ['c5', 'bf'],
      ['c5', 'c030'],
      ['c5', 'ff000000f0'],
    ].map(([tag, length]): [string, Buffer, string] => [
      `OpenPGP, ${tag}${length}`,
      Buffer.concat([Buffer.from(`${tag}${length}0465a0b0c016`, 'hex'), Buffer.alloc(300, 7)]),
      'openpgp-private-key',
    ]),
    [
      'OpenPGP, cut',
      Buffer.concat([Buffer.from('9503980465a0b0c016', 'hex'), Buffer.alloc(500, 7)]),
      'openpgp-private-key',
    ],
    ['KeePass', Buffer.concat([Buffer.from('03d9a29a67fb4bb5', 'hex'), Buffer.alloc(40)]), 'keepass'],
  ])('%s', (_, bytes, id) => {
    expect(keyFile(bytes)?.id).toBe(id);
    expect(observeFile('store.bin', bytes, 'binary').plaintext.map((o) => o.severity)).toEqual(['critical']);
  });
});

describe('binary files that hold none', () => {
  test.each([
    ['a Java trust store', javaKeyStore(2)],
    ['a public key', publicKey.export({ type: 'spki', format: 'der' })],
    ['a signature', createSign('sha256').update('x').sign(privateKey)],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000', 'hex')],
    ['git-crypt', Buffer.concat([Buffer.from('\0GITCRYPT\0'), Buffer.alloc(40, 0x9a)])],
    [
      'a packet that is longer than the file',
      Buffer.concat([Buffer.from('95fff00465a0b0c016', 'hex'), Buffer.alloc(300, 7)]),
    ],
    ['a public part', Buffer.concat([Buffer.from('9503980465a0b0c016', 'hex'), Buffer.alloc(300, 7)])],
    ['a packet of no time', Buffer.concat([Buffer.from('9503980400a0b0c016', 'hex'), Buffer.alloc(500, 7)])],
    ['a packet of no algorithm', Buffer.concat([Buffer.from('9500f00465a0b0c0c8', 'hex'), Buffer.alloc(300, 7)])],
    ['a key in parts', Buffer.concat([Buffer.from('c5e0000000f00465a0b0c016', 'hex'), Buffer.alloc(300, 7)])],
    ['nothing', Buffer.alloc(0)],
  ])('%s', (_, bytes) => {
    expect(keyFile(bytes)).toBeUndefined();
  });
});
