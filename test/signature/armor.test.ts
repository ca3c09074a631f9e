import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  armorLabel,
  cmsBytes,
  openpgpBytes,
  sshSignatureBytes,
  withoutTrailingSpace,
} from '../../src/signature/model/armor.ts';
import { Malformed } from '../../src/signature/model/malformed.ts';
import { runs } from '../thorough.ts';
import { pgpArmor, sshArmor } from './craft.mjs';

const wrap = (body: string) => `-----BEGIN SSH SIGNATURE-----\n${body}\n-----END SSH SIGNATURE-----\n`;

describe('base64', () => {
  test('gives back every run of bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 200 }), (array) => {
        const bytes = Buffer.from(array);
        expect(sshSignatureBytes(sshArmor(bytes)).equals(bytes)).toBe(true);
        expect(openpgpBytes(pgpArmor(bytes), 'PGP SIGNATURE').equals(bytes)).toBe(true);
      }),
      { numRuns: runs(100) },
    );
  });

  test('takes a text only if it is the one encoding of what it decodes to', () => {
    const character = fc.constantFrom(...'ABCDwxyz0189+/=-_ !.é\0'.split(''));
    const text = fc.oneof(
      fc.string({ unit: character, minLength: 1, maxLength: 24 }),
      fc.tuple(fc.uint8Array({ minLength: 1, maxLength: 12 }), fc.nat(), character).map(([array, at, put]) => {
        const encoded = Buffer.from(array).toString('base64');
        const index = at % encoded.length;
        return encoded.slice(0, index) + put + encoded.slice(index + 1);
      }),
    );
    fc.assert(
      fc.property(text, (body) => {
        const line = body.replace(/ +$/, ''); // an armor's lines may end in blanks
        const isCanonical = line !== '' && Buffer.from(line, 'base64').toString('base64') === line;
        const read = () => sshSignatureBytes(wrap(body));
        if (isCanonical) expect(read().toString('base64')).toBe(line);
        else expect(read).toThrow(Malformed);
      }),
      { numRuns: runs(5000) },
    );
  });
});

const ssh = (lines: string, after = '\n') =>
  `-----BEGIN SSH SIGNATURE-----\n${lines}\n-----END SSH SIGNATURE-----${after}`;
const bytes = Buffer.from([1, 2, 3, 4]);
const stamp =
  '-----BEGIN OPENTIMESTAMPS GIT TIMESTAMP-----\n\nAAAA\nBBB=\n-----END OPENTIMESTAMPS GIT TIMESTAMP-----\n';

describe('an armor', () => {
  test.each([
    ['one line', ssh('AQIDBA==')],
    ['several lines', ssh('AQ\nIDBA\n==')],
    ['blanks at the ends of lines', ssh('AQIDBA== ').replaceAll('-\n', '- \t\n')],
    ['tabs at the ends of lines', ssh('AQIDBA==\t')],
    ['CR LF', ssh('AQID\nBA==').replaceAll('\n', '\r\n')],
    ['no last line end', ssh('AQIDBA==', '')],
    ['empty lines after it', ssh('AQIDBA==', '\n\n\n')],
    ['a timestamp after it', ssh('AQIDBA==', `\n${stamp}`)],
    ['a timestamp and empty lines after it', ssh('AQIDBA==', `\n\n${stamp}\n\n`)],
  ])('is read with %s', (_, text) => expect(sshSignatureBytes(text)).toEqual(bytes));

  const [begin, end, after, base64] = [
    'does not begin with its armor',
    'does not end with its armor',
    'is followed by something else, or by a second one',
    'is not canonical base64',
  ];
  test.each([
    ['something before it', ` ${ssh('AQIDBA==')}`, begin],
    ['something before it, on a line', `x\n${ssh('AQIDBA==')}`, begin],
    ['another label', ssh('AQIDBA==').replaceAll('SSH', 'PGP'), begin],
    ['no end', '-----BEGIN SSH SIGNATURE-----\nAQIDBA==\n', end],
    ['an end within a line', '-----BEGIN SSH SIGNATURE-----\nAQIDBA==-----END SSH SIGNATURE-----\n', end],
    ['another end', ssh('AQIDBA==').replace('END SSH', 'END PGP'), end],
    ['nothing in it', '-----BEGIN SSH SIGNATURE-----\n-----END SSH SIGNATURE-----\n', base64],
    ['an empty line in it', ssh(''), base64],
    ['a blank in a line', ssh('AQID BA=='), base64],
    ['URL-safe digits', ssh('AQI-'), base64],
    ['the other URL-safe digit', ssh('AQI_'), base64],
    ['bits left over', ssh('AQIDBB=='), base64],
    ['no padding', ssh('AQIDBA'), base64],
    ['too much padding', ssh('AQID===='), base64],
    ['padding in the middle', ssh('AQ==AQID'), base64],
    ['something behind it', ssh('AQIDBA==', '\nx'), after],
    ['something behind it, on its line', ssh('AQIDBA==', 'x\n'), after],
    ['a second one', ssh('AQIDBA==') + ssh('AQIDBA=='), after],
    ['something before a timestamp', ssh('AQIDBA==', `\nx${stamp}`), after],
    ['something after a timestamp', ssh('AQIDBA==', `\n${stamp}x`), after],
    ['a broken timestamp', ssh('AQIDBA==', `\n${stamp.replace('AAAA', 'A A')}`), after],
  ])('is refused with %s', (_, text, why) => expect(() => sshSignatureBytes(text)).toThrow(new Malformed(why)));

  test('has the label that git knows it by', () => {
    expect(armorLabel('-----BEGIN SIGNED MESSAGE-----\nAA==\n')).toBe('SIGNED MESSAGE');
    expect(armorLabel(' -----BEGIN SIGNED MESSAGE-----\n')).toBeUndefined();
    expect(armorLabel('x-----BEGIN ')).toBeUndefined();
    expect(cmsBytes(ssh('AQIDBA==').replaceAll('SSH SIGNATURE', 'SIGNED MESSAGE'))).toEqual(bytes);
    expect(() => cmsBytes(ssh('AQIDBA=='))).toThrow(new Malformed(begin));
  });
});

// RFC 9580 §6.2.
describe('an OpenPGP armor', () => {
  const of = (content: string) => `-----BEGIN PGP SIGNATURE-----\n${content}-----END PGP SIGNATURE-----\n`;
  const read = (content: string) => openpgpBytes(of(content), 'PGP SIGNATURE');
  const sum = 'eHjN';

  test.each([
    ['with a checksum', `\nAQIDBA==\n=${sum}\n`],
    ['without one', '\nAQIDBA==\n'],
    ['with a header', `Version: GnuPG v2\n\nAQIDBA==\n=${sum}\n`],
    ['with several headers, one of them empty', 'Version: 2: x\nComment:\nCharset: é\n\nAQIDBA==\n'],
    ['with an empty line at its end', '\nAQIDBA==\n\n'],
  ])('is read %s', (_, content) => expect(read(content)).toEqual(bytes));

  const headers = 'has no empty line after its armor headers';
  test.each([
    ['no empty line', 'AQIDBA==\n', headers],
    ['no empty line after a header', 'Version: 2\nAQIDBA==\n', headers],
    ['what is no header', 'Version 2\n\nAQIDBA==\n', headers],
    ['what is no header behind one', 'Version: 2\nx\n\nAQIDBA==\n', headers],
    ['what is no header before one', 'x\nVersion: 2\n\nAQIDBA==\n', headers],
    ['a header without a blank', 'Version:2\n\nAQIDBA==\n', headers],
    ['another checksum', '\nAQIDBA==\n=AAAA\n', 'has an armor whose checksum does not fit'],
    ['a checksum that is cut', `\nAQIDBA==\n=${sum.slice(0, 3)}\n`, 'is not canonical base64'],
    ['nothing but a checksum', `\n=${sum}\n`, 'is not canonical base64'],
    ['a checksum among the headers', `=${sum}\n\nAQIDBA==\n`, headers],
  ])('is refused with %s', (_, content, why) => expect(() => read(content)).toThrow(new Malformed(why)));

  test('has the checksum CRC-24 as others compute it', () => {
    expect(read('\nMTIzNDU2Nzg5\n=Ic8C\n').toString()).toBe('123456789');
  });
});

test('blanks at the end of a line go, those within it stay', () => {
  expect(withoutTrailingSpace('a b \t\r')).toBe('a b');
  expect(withoutTrailingSpace(' \t\r')).toBe('');
  expect(withoutTrailingSpace('')).toBe('');
  expect(withoutTrailingSpace('a\u00a0')).toBe('a\u00a0');
});
