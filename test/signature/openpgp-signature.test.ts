import { describe, expect, test } from '@jest/globals';
import { Malformed, Obsolete, Unsupported } from '../../src/signature/model/malformed.ts';
import { issuerNames, readOpenpgpSignature, signedDocument } from '../../src/signature/openpgp/openpgp-signature.ts';
import { packet, pgpArmor, pgpKey, pgpSign, pgpSignatureBody, subpacket } from './craft.mjs';

const key = pgpKey();
const payload = Buffer.from('tree\n');
const four = (seconds: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(seconds);
  return bytes;
};
const fingerprint = (byte: number) => subpacket(33, Buffer.concat([Buffer.of(4), Buffer.alloc(20, byte)]));
const keyId = (byte: number) => subpacket(16, Buffer.alloc(8, byte));
type Options = Parameters<typeof pgpSign>[2];

describe('an OpenPGP signature over a document', () => {
  const read = (options: Options) => {
    const signature = readOpenpgpSignature(pgpSign(key, payload, { created: 1000, ...options }));
    const { created, expires, packet: whole } = signature;
    return { type: whole.type, created, expires, names: issuerNames(signature) };
  };
  const own = { type: 0, created: 1000, expires: undefined, names: [key.fingerprint.toString('hex').toUpperCase()] };

  test.each([
    ['its key', {}, {}],
    ['its key by the key id alone', { issuer: false, unhashed: [keyId(0xab)] }, { names: ['AB'.repeat(8)] }],
    [
      'its key by several key ids',
      { issuer: false, hashed: [keyId(1)], unhashed: [keyId(2)] },
      { names: ['01'.repeat(8), '02'.repeat(8)] },
    ],
    [
      'its key where only the fingerprint counts',
      { issuer: false, hashed: [keyId(1)], unhashed: [fingerprint(0xcd)] },
      { names: ['CD'.repeat(20)] },
    ],
    ['no key', { issuer: false }, { names: [] }],
    ['its end', { hashed: [subpacket(3, four(50))] }, { expires: 1050 }],
    ['no end', { hashed: [subpacket(3, four(0))] }, {}],
    ['no end where it is not signed', { unhashed: [subpacket(3, four(50))] }, {}],
    ['text', { type: 1 }, { type: 1 }],
    ['what may be left aside', { hashed: [4, 7, 28, 35].map((type) => subpacket(type, Buffer.of(1), true)) }, {}],
    ['what is not critical', { hashed: [20, 5, 27, 100].map((type) => subpacket(type, Buffer.of(1))) }, {}],
  ])('says %s', (_, options, expected) => expect(read(options)).toEqual({ ...own, ...expected }));

  test.each([
    ['of a certification', { type: 0x10 }, 'is of type 16, not one over a document'],
    ['that stands alone', { type: 2 }, 'is of type 2, not one over a document'],
    ['without a time', { createdSubpacket: Buffer.alloc(0) }, 'does not say when it was made'],
    [
      'with its time where it is not signed',
      { createdSubpacket: Buffer.alloc(0), unhashed: [subpacket(2, four(9))] },
      'does not say when it was made',
    ],
    ['with two times', { hashed: [subpacket(2, four(9))] }, 'holds a time that is none, or two'],
    ['with two ends', { hashed: [subpacket(3, four(9)), subpacket(3, four(8))] }, 'holds a time that is none, or two'],
    ...[1, 5, 6, 20, 27, 34, 36].map(
      (type) =>
        [
          `that demands subpacket ${type}`,
          { hashed: [subpacket(type, Buffer.of(1), true)] },
          `holds a critical subpacket of type ${type}, which is not understood`,
        ] as const,
    ),
    [
      'that demands one which is not signed',
      { unhashed: [subpacket(20, Buffer.of(1), true)] },
      'holds a critical subpacket of type 20, which is not understood',
    ],
  ])('is malformed where it is one %s', (_, options, why) => expect(() => read(options)).toThrow(new Malformed(why)));

  test('is exactly one packet', () => {
    const one = packet(2, pgpSignatureBody(key, payload));
    const armored = (bytes: Buffer) => () => readOpenpgpSignature(pgpArmor(bytes));
    const why = new Malformed('is not exactly one signature packet');
    expect(armored(one)).not.toThrow();
    expect(armored(Buffer.concat([one, one]))).toThrow(why);
    expect(armored(Buffer.concat([one, packet(12, Buffer.of(1))]))).toThrow(why);
    expect(armored(packet(3, pgpSignatureBody(key, payload)))).toThrow(why);
    expect(armored(packet(2, Buffer.of(3, 5)))).toThrow(Obsolete);
    expect(armored(packet(2, Buffer.of(5, 5)))).toThrow(Unsupported);
  });

  test('signs the bytes, or text with CR LF that has no CR of its own', () => {
    const over = (type: number, text: string) =>
      signedDocument(readOpenpgpSignature(pgpSign(key, payload, { type })), Buffer.from(text, 'latin1')).toString(
        'latin1',
      );
    expect(over(0, 'a\r\nb\n\xff')).toBe('a\r\nb\n\xff');
    expect(over(1, 'a\nb\n\xff')).toBe('a\r\nb\r\n\xff');
    expect(() => over(1, 'a\r\n')).toThrow(new Malformed('is over text, and would fit other line ends as well'));
  });
});
