import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { pathsOf, roomOf } from './rooms.mjs';

const root = join(import.meta.dirname, '../..');
const rooms = [...new Set(readdirSync(join(root, 'src')).map((name) => roomOf(name)))];

test.each(rooms)('the tests that hold %s are there', (room) => {
  for (const path of pathsOf(room, root)) expect([path, existsSync(join(root, path))]).toEqual([path, true]);
});

test('tests of the folder of a room hold it, whatever else does', () => {
  const own = rooms.filter((room) => existsSync(join(root, 'test', room)));
  expect(own.length).toBeGreaterThan(15);
  for (const room of own) expect(pathsOf(room, root)).toContain(`test/${room}`);
});
