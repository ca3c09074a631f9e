import { expect, test } from '@jest/globals';
import { addTo, groupBy } from '../src/groups.ts';

test('items are grouped in the order they come', () => {
  expect([...groupBy(['b1', 'a1', 'b2', 'b3'], (item) => item[0])]).toEqual([
    ['b', ['b1', 'b2', 'b3']],
    ['a', ['a1']],
  ]);
  const groups = new Map([['a', [1]]]);
  addTo(groups, 'a', 2);
  addTo(groups, 'b', 3);
  expect([...groups]).toEqual([
    ['a', [1, 2]],
    ['b', [3]],
  ]);
});
