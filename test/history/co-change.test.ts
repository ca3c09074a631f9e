import { expect, test } from '@jest/globals';
import { CoChange } from '../../src/history/model/co-change.ts';

const files = (...paths: string[]) => paths.map((path) => ({ path, isRemoved: false }));
const never = () => false;

function pairs(together: number, alone: number): CoChange {
  const known = new CoChange();
  for (let i = 0; i < together; i++) known.add(files('role', 'binding'));
  for (let i = 0; i < alone; i++) known.add(files('role'));
  return known;
}

test('a file that always changes with another is missed', () => {
  expect(pairs(8, 0).missing(files('role'), never)).toEqual([
    { path: 'role', partner: 'binding', together: 8, changes: 8 },
  ]);
  expect(pairs(8, 0).missing(files('role'), (path) => path === 'binding')).toEqual([]);
});

test('too few changes, or too many without it, say nothing', () => {
  expect(pairs(7, 0).missing(files('role'), never)).toEqual([]);
  expect(pairs(19, 1).missing(files('role'), never)).toHaveLength(1);
  expect(pairs(18, 2).missing(files('role'), never)).toEqual([]);
});

test('what is removed, now or before, is not missed', () => {
  const known = pairs(8, 0);
  expect(known.missing([{ path: 'role', isRemoved: true }], never)).toEqual([]);
  known.add([{ path: 'binding', isRemoved: true }]);
  expect(known.missing(files('role'), never)).toEqual([]);
  known.add(files('binding'));
  expect(known.missing(files('role'), never)).toHaveLength(1);
});

test('changes of very many files are not counted', () => {
  const known = new CoChange();
  const many = files(...Array.from({ length: 13 }, (_, index) => `${index}`));
  for (let i = 0; i < 20; i++) known.add(many);
  expect(known.isBound(many)).toBe(false);
});
