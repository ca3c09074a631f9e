import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { openpgpBytes, sshSignatureBytes } from '../../src/signature/model/armor.ts';
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
