import { describe, expect, test } from '@jest/globals';
import { fileSecrets } from '../../src/secrets/judge/file-secrets.ts';
import { OwnFormats } from '../../src/secrets/tokens/own-formats.ts';
import { superlinearAt } from '../growth.ts';
import { isThorough } from '../thorough.ts';
import { fileSide } from './evidence.ts';

const acme = { name: 'acme', pattern: 'acme_[0-9a-z]{8}', severity: 'high' } as const;
const found = (
  text: string,
  ...formats: readonly (typeof acme | { name: string; pattern: string; severity: 'low' })[]
) => new OwnFormats(formats).find(text).map(({ format, secret, start }) => `${format.name} ${secret} ${start}`);

describe('formats of the policy', () => {
  test('are found wherever they are, with their places', () => {
    expect(found('a: 1\nb: acme_12345678 # é acme_abcdefgh\n', acme)).toEqual([
      'acme acme_12345678 8',
      'acme acme_abcdefgh 26',
    ]);
    expect(found('b: acme_1234567', acme)).toEqual([]);
  });

  test('each by itself', () => {
    const other = { name: 'other', pattern: 'corp-\\d{3}', severity: 'low' } as const;
    expect(found('corp-123 acme_12345678', acme, other)).toEqual(['acme acme_12345678 9', 'other corp-123 0']);
  });

  test('in long lines, once, also where pieces overlap', () => {
    for (const before of [0, 990, 1_999, 2_001, 3_995, 20_000]) {
      const text = `${'acme_ '.repeat(3)}${'x'.repeat(before)} acme_12345678 ${'y'.repeat(9_000)}`;
      expect([before, found(text, acme)]).toEqual([before, [`acme acme_12345678 ${19 + before}`]]);
    }
  });

  test('characters beyond the first plane do not move what is found', () => {
    expect(found('😀😀 acme_12345678', acme)).toEqual(['acme acme_12345678 5']);
  });

  test('alongside any number of other secrets take a time that grows as the file does', () => {
    const own = new OwnFormats([{ name: 'acme', pattern: 'acme_[0-9]{5}', severity: 'high' }]);
    const secrets = (size: number) => {
      const lines = Array.from(
        { length: size },
        (_, at) => `a${at}: dp.pt.${`${at}`.padStart(43, 'Xk7pQ2vLm9Rt4WzB')}\n`,
      );
      const text = `${lines.join('')}${lines.map((_, at) => `acme_${10_000 + at}`).join(' ')}\n`;
      const side = fileSide('a.txt', text, 'text');
      return fileSecrets({ path: 'a.txt', scope: '.', side, generated: undefined, own });
    };
    expect(new Set(secrets(3).map(({ format }) => format))).toEqual(new Set(['doppler-token', 'own:acme']));
    expect(superlinearAt(secrets, 4096)).toBeUndefined();
  });

  test('are no second finding where the whole is one already', () => {
    const text = `apiVersion: v1\nkind: Secret\nmetadata: {name: a}\nstringData: {token: acme_12345678}\n`;
    const side = fileSide('a.yaml', text);
    const all = fileSecrets({ path: 'a.yaml', scope: '.', side, generated: undefined, own: new OwnFormats([acme]) });
    expect(all).toHaveLength(1);
  });

  test('where searching takes too long, a line with the word counts', () => {
    const slow = { name: 'slow', pattern: 'key[a-z]{1,180}(?:[a-z]{1,180}!|0)', severity: 'low' } as const;
    const text = `${'key'.repeat(1_300)}\n`.repeat(40);
    // The bound of a run in a thorough run.
    const own = isThorough ? new OwnFormats([slow]) : new OwnFormats([slow], 1_000_000);
    const all = own.find(`${text}key and nothing more`);
    expect(all.at(-1)?.secret).toBe('key and nothing more');
  });
});
