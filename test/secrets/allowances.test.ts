import { describe, expect, test } from '@jest/globals';
import { noAllowances } from '../../src/secrets/allowed/allowances.ts';
import { matchAllowances } from '../../src/secrets/allowed/match-allowances.ts';

const secretAt = (line: number, endLine?: number) => ({
  fingerprint: `of line ${line}`,
  places: [{ file: 'k/s.yaml', line, ...(endLine === undefined ? {} : { endLine }) }],
});
const allowedAt = (line: number) => ({ ...noAllowances, lines: [{ where: 'result 1', file: 'k/s.yaml', line }] });

describe('a line that another scanner names', () => {
  test.each([
    ['its own line', [secretAt(5)], 5, [5]],
    ['the line of its key', [secretAt(5)], 6, [5]],
    ['neither', [secretAt(5)], 7, []],
    ['the line after', [secretAt(5)], 4, []],
    ['the line of the next secret, and not the one above', [secretAt(5), secretAt(6)], 6, [6]],
    ['a line of a longer one, and not the one above', [secretAt(5), secretAt(6, 9)], 6, [6]],
    ['any line of a longer one', [secretAt(3, 9)], 8, [3]],
  ])('%s', (_, found, line, allowed) => {
    expect(matchAllowances(allowedAt(line), found).allowed.map(({ fingerprint }) => fingerprint)).toEqual(
      allowed.map((each) => `of line ${each}`),
    );
  });
});
