import { expect, test } from '@jest/globals';
import { acceptingPage, homepage, rulePage } from '../src/version.ts';

test('pages are those of the default branch', () => {
  expect(rulePage('rbac-widened')).toBe(`${homepage}/blob/HEAD/.github/docs/rules/rbac-widened.md`);
  expect(acceptingPage).toBe(`${homepage}/blob/HEAD/.github/docs/accepting.md`);
});
