import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decodePath, encodePath } from '../../src/git/object/path.ts';
import { runs } from '../thorough.ts';

const someBytes = fc.oneof(
  fc.uint8Array({ maxLength: 12 }),
  fc
    .array(fc.constantFrom(0xef, 0xbf, 0xbd, 0xbb, 0xc3, 0xa9, 0x41, 0x45, 0x39, 0xf0, 0x9f), { maxLength: 12 })
    .map((all) => Uint8Array.from(all)),
);

test('the text gives the bytes back', () => {
  fc.assert(
    fc.property(someBytes, (bytes) => encodePath(decodePath(Buffer.from(bytes))).equals(Buffer.from(bytes))),
    { numRuns: runs(5000) },
  );
});

test('UTF-8 is read as it is', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      (text) => text.includes('\ufffd') || decodePath(Buffer.from(text)) === text,
    ),
    { numRuns: runs(1000) },
  );
});

test('what is not text is shown', () => {
  expect(decodePath(Buffer.from('caf\xe9.yaml', 'latin1'))).toBe('caf\ufffdE9.yaml');
  expect(decodePath(Buffer.from('\ufffdE9'))).toBe('\ufffdEF\ufffdBF\ufffdBDE9');
});
