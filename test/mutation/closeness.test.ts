import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { distancesTo } from './closeness.mjs';

const root = join(import.meta.dirname, '../..');

test('a test that imports a file is closer to it than one that imports what imports it', () => {
  const distances = distancesTo('src/policy/glob.ts', root);
  expect(distances.get('test/policy/glob.test.ts')).toBe(1);
  expect(distances.get('test/gate/ignores.test.ts')).toBeGreaterThan(1);
  expect(distances.get('test/mutation/mutants.test.ts')).toBeUndefined();
  expect([...distances.keys()].every((path) => path.endsWith('.test.ts'))).toBe(true);
});
