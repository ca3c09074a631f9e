import { describe, expect, test } from '@jest/globals';
import { ByteReader } from '../../src/signature/model/byte-reader.ts';
import { Malformed, Obsolete, Unsupported } from '../../src/signature/model/malformed.ts';
import { OpenpgpReader, openpgpPackets } from '../../src/signature/openpgp/openpgp-packet.ts';
import { readSignaturePacket, secondsIn } from '../../src/signature/openpgp/openpgp-signature-packet.ts';
import { SshReader, sshString } from '../../src/signature/ssh/ssh-wire.ts';

const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex');
const cutOff = new Malformed('is cut off');

describe('bytes', () => {
  test('are read from front to back, big-endian, and the place is known', () => {
    const reader = new ByteReader(hex('01 0203 04050607 0809 0a0b'));
    expect([reader.uint8(), reader.position]).toEqual([1, 1]);
    expect([reader.uint16(), reader.position]).toEqual([0x0203, 3]);
    expect([reader.uint32(), reader.position]).toEqual([0x04050607, 7]);
    expect([reader.bytes(2), reader.position, reader.atEnd]).toEqual([hex('0809'), 9, false]);
    expect([reader.rest(), reader.position, reader.atEnd]).toEqual([hex('0a0b'), 11, true]);
    expect([reader.rest(), reader.bytes(0)]).toEqual([hex(''), hex('')]);
  });

  test.each([
    ['a byte', (reader: ByteReader) => reader.uint8(), 1],
    ['two bytes', (reader: ByteReader) => reader.uint16(), 2],
    ['four bytes', (reader: ByteReader) => reader.uint32(), 4],
    ['a run', (reader: ByteReader) => reader.bytes(5), 5],
  ])('beyond the end are cut off, and those just before it are not: %s', (_, read, size) => {
    const beyond = (bytes: number) => {
      const reader = new ByteReader(Buffer.alloc(bytes + 3, 1));
      reader.bytes(3);
      return reader;
    };
    expect(() => read(beyond(size - 1))).toThrow(cutOff);
    expect(() => read(beyond(size))).not.toThrow();
    expect(() => read(beyond(size + 1))).not.toThrow();
  });
});

describe('SSH’s encoding (RFC 4251 §5)', () => {
  const integer = (bytes: string) => new SshReader(sshString(hex(bytes))).positiveInteger().toString('hex');

  test('has strings by their length, and 64 bits', () => {
    const reader = new SshReader(hex('00000002 6869 00000000 0000000100000002'));
    expect([reader.name(), reader.name(), reader.uint64()]).toEqual(['hi', '', 0x1_0000_0002n]);
    reader.end();
  });

  test.each([
    ['7f', '7f'],
    ['01', '01'],
    ['0080', '80'],
    ['00ff00', 'ff00'],
  ])('has the positive number %s', (given, expected) => expect(integer(given)).toBe(expected));

  test.each([
    ['', 'holds a number that is not positive'],
    ['80', 'holds a number that is not positive'],
    ['ff', 'holds a number that is not positive'],
    ['00', 'holds a number with needless zeros'],
    ['007f', 'holds a number with needless zeros'],
    ['000080', 'holds a number with needless zeros'],
  ])('has one form for each number: %s is none', (given, why) => {
    expect(() => integer(given)).toThrow(new Malformed(why));
  });

  test('has no NUL byte in a name, and nothing after its end', () => {
    expect(() => new SshReader(sshString('a\0b')).name()).toThrow(new Malformed('has a NUL byte in a name'));
    expect(() => new SshReader(hex('00')).end()).toThrow(new Malformed('is followed by further bytes'));
    expect(sshString('é')).toEqual(hex('00000001 e9'));
  });
});

describe('an OpenPGP packet (RFC 9580 §4.2)', () => {
  const body = (size: number) => Buffer.alloc(size, 0xab);
  const lengths = (header: string, size: number, after = '') =>
    openpgpPackets(Buffer.concat([hex(header), body(size), hex(after)])).map((each) => [each.tag, each.body.length]);

  test.each([
    ['new, one byte', 'c2 00', 0],
    ['new, the most of one byte', 'c2 bf', 191],
    ['new, the least of two bytes', 'c2 c000', 192],
    ['new, two bytes', 'c2 c5fb', 1723],
    ['new, the most of two bytes', 'c2 dfff', 8383],
    ['new, four bytes', 'c2 ff 00002100', 8448],
    ['old, one byte', '88 05', 5],
    ['old, two bytes', '89 0102', 258],
    ['old, four bytes', '8a 00000103', 259],
  ])('has its length: %s', (_, header, size) => {
    expect(lengths(header, size)).toEqual([[2, size]]);
    expect(lengths(header, size, 'cd0141')).toEqual([
      [2, size],
      [13, 1],
    ]);
    expect(() => lengths(header, size - 1)).toThrow(size === 0 ? RangeError : cutOff);
  });

  test('has its type, in either form', () => {
    expect(openpgpPackets(hex('ff00 c000 bc00 8000')).map(({ tag }) => tag)).toEqual([63, 0, 15, 0]);
    expect(openpgpPackets(hex(''))).toEqual([]);
  });

  test.each([
    ['c2e0', 'uses a partial or indeterminate packet length'],
    ['c2fe', 'uses a partial or indeterminate packet length'],
    ['8b00', 'uses a partial or indeterminate packet length'],
    ['00', 'is not a sequence of OpenPGP packets'],
    ['7f00', 'is not a sequence of OpenPGP packets'],
    ['c200 42', 'is not a sequence of OpenPGP packets'],
    ['c2', 'is cut off'],
  ])('is none: %s', (bytes, why) => {
    expect(() => openpgpPackets(hex(bytes))).toThrow(new Malformed(why));
  });

  const integer = (bytes: string) => new OpenpgpReader(hex(bytes)).integer().toString('hex');

  test.each([
    ['0001 01', '01'],
    ['0009 01ff', '01ff'],
    ['0008 ff', 'ff'],
    ['0010 00ff', 'ff'],
    ['0011 0000ff', 'ff'],
    ['0007 7f', '7f'],
    ['0000', ''],
    ['0008 00', ''],
  ])('has the integer %s', (given, expected) => expect(integer(given)).toBe(expected));

  test.each([
    ['0001 02', 'holds a number longer than it says'],
    ['0007 80', 'holds a number longer than it says'],
    ['0009 02ff', 'holds a number longer than it says'],
    ['0009 01', 'is cut off'],
  ])('has no integer that takes more bits than it says: %s', (given, why) => {
    expect(() => integer(given)).toThrow(new Malformed(why));
  });

  test('ends where its body does', () => {
    expect(() => new OpenpgpReader(hex('00')).end()).toThrow(new Malformed('holds bytes beyond its end'));
    expect(() => new OpenpgpReader(hex('')).end()).not.toThrow();
  });
});

describe('the packet of an OpenPGP signature (RFC 9580 §5.2.3)', () => {
  test('of version 4 has its parts, and what is hashed after the document', () => {
    const packet = readSignaturePacket(hex('04 13 16 0a 0006 05 82 01020304 0003 02 1b 03 beef 0102'));
    expect(packet).toEqual({
      version: 4,
      type: 0x13,
      publicKeyAlgorithm: 22,
      digest: { name: 'sha512', isWeak: false, saltSize: 32 },
      hashed: [{ type: 2, isCritical: true, data: hex('01020304') }],
      unhashed: [{ type: 27, isCritical: false, data: hex('03') }],
      salt: hex(''),
      trailer: hex('0413160a0006058201020304 04ff 0000000c'),
      value: hex('0102'),
    });
  });

  test('of version 6 has longer lengths and a salt', () => {
    const salt = 'aa'.repeat(16);
    const packet = readSignaturePacket(hex(`06 00 1b 08 00000000 00000002 01 10 beef 10 ${salt} 77`));
    expect(packet).toEqual({
      version: 6,
      type: 0,
      publicKeyAlgorithm: 27,
      digest: { name: 'sha256', isWeak: false, saltSize: 16 },
      hashed: [],
      unhashed: [{ type: 16, isCritical: false, data: hex('') }],
      salt: hex(salt),
      trailer: hex('06001b0800000000 06ff 00000008'),
      value: hex('77'),
    });
  });

  // RFC 9580 §9.5: the digests, and the sizes of their salts.
  test.each([
    [1, 'md5', true, -1],
    [2, 'sha1', true, -1],
    [3, 'ripemd160', true, -1],
    [8, 'sha256', false, 16],
    [9, 'sha384', false, 24],
    [10, 'sha512', false, 32],
    [11, 'sha224', false, 16],
    [12, 'sha3-256', false, 16],
    [14, 'sha3-512', false, 32],
  ])('names the digest %i: %s', (number, name, isWeak, saltSize) => {
    const packet = readSignaturePacket(Buffer.from([4, 0, 22, number, 0, 0, 0, 0, 0, 0]));
    expect(packet.digest).toEqual({ name, isWeak, saltSize });
    const six = (size: number) => () =>
      readSignaturePacket(
        Buffer.concat([
          hex(`06001b${Buffer.of(number).toString('hex')} ${'00'.repeat(10)}`),
          Buffer.alloc(1 + size, size),
        ]),
      );
    if (saltSize < 0) expect(six(16)).toThrow(new Malformed('has a salt of the wrong size'));
    else {
      expect(six(saltSize)).not.toThrow();
      expect(six(saltSize - 1)).toThrow(new Malformed('has a salt of the wrong size'));
      expect(six(saltSize + 1)).toThrow(new Malformed('has a salt of the wrong size'));
    }
  });

  const rest = '00 16 08 0000 0000 0000';
  test.each([
    ['version 5', `05 ${rest}`, new Unsupported('is of LibrePGP version 5, which is not supported')],
    ['version 2', '02 05 00', new Obsolete('the obsolete OpenPGP version 2')],
    ['version 3', '03 05 00', new Obsolete('the obsolete OpenPGP version 3')],
    ['version 3 with another count', '03 04 00', new Malformed('is of an OpenPGP version that is obsolete or unknown')],
    [
      'version 4 that would fit 3',
      '04 05 16 07 0000 0000 0000',
      new Unsupported('uses a digest that is not supported'),
    ],
    ['version 7', `07 ${rest}`, new Malformed('is of an OpenPGP version that is obsolete or unknown')],
    ['version 1', `01 05 ${rest}`, new Malformed('is of an OpenPGP version that is obsolete or unknown')],
    ['digest 4', '04 00 16 04 0000 0000 0000', new Unsupported('uses a digest that is not supported')],
    ['an empty subpacket', '04 00 16 08 0001 00 0000 0000', new Malformed('holds an empty subpacket')],
    ['a subpacket cut off', '04 00 16 08 0002 0302 0000 0000', cutOff],
    ['no first bits', '04 00 16 08 0000 0000 00', cutOff],
  ])('is refused with its reason: %s', (_, bytes, error) => {
    const read = () => readSignaturePacket(hex(bytes));
    expect(read).toThrow(error);
    expect(read).toThrow(error.constructor as typeof Malformed);
  });

  test.each([
    ['bf 14', 190],
    ['c000 14', 191],
    ['c101 14', 448],
    ['fefe 14', 16_317],
    ['ff 000000c0 14', 191],
  ])('has subpackets of every length: %s', (header, size) => {
    const area = Buffer.concat([hex(header), Buffer.alloc(size, 7), hex('02 80 01')]);
    const head = Buffer.concat([hex('04001608'), Buffer.of(area.length >> 8, area.length & 255)]);
    const { hashed } = readSignaturePacket(Buffer.concat([head, area, hex('0000 0000')]));
    expect(hashed.map(({ type, isCritical, data }) => [type, isCritical, data.length])).toEqual([
      [20, false, size],
      [0, true, 1],
    ]);
  });

  test('says a time at most once, in four bytes', () => {
    const of = (type: number, bytes: string) => ({ type, isCritical: false, data: hex(bytes) });
    const wrong = new Malformed('holds a time that is none, or two');
    expect(secondsIn([of(3, '01'), of(2, '00000102'), of(9, '')], 2)).toBe(258);
    expect(secondsIn([of(2, '00000000')], 2)).toBe(0);
    expect(secondsIn([of(3, '00000001')], 2)).toBeUndefined();
    expect(() => secondsIn([of(2, '00000001'), of(2, '00000001')], 2)).toThrow(wrong);
    expect(() => secondsIn([of(2, '000001')], 2)).toThrow(wrong);
    expect(() => secondsIn([of(2, '0000000001')], 2)).toThrow(wrong);
  });
});
