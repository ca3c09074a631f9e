import { describe, expect, test } from '@jest/globals';
import { observeFile } from './evidence.ts';
import { planted } from './planted.ts';

const secret = 'Zq7vR2mKx9TbW4nL';

describe('a secret in plain text is found in every place', () => {
  test.each(planted.map((row) => [row.place, row] as const))('%s', (_, row) => {
    const { plaintext } = observeFile(row.file, row.text(secret), row.structure);
    expect(plaintext.map((observation) => observation.message)).toEqual([expect.stringContaining(row.field)]);
    expect(plaintext[0]?.position?.file).toBe(row.file);
  });
});

test('in a Secret, a value that a generator made is found under any key of a file', () => {
  const text = `apiVersion: v1\nkind: Secret\nmetadata: {name: c}\nstringData:\n  c.json: |\n    {"host": "db", "value": "${secret}"}\n`;
  expect(observeFile('s.yaml', text).plaintext).toHaveLength(1);
});
