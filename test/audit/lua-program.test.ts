import { describe, expect, test } from '@jest/globals';
import { judgeLua } from '../../src/audit/monitoring/lua-program.ts';

const lines = (...all: readonly string[]) => all.join('\n');
describe('a Lua program', () => {
  test.each<[string, string, 'drops' | 'may drop' | 'keeps']>([
    ['drops', lines('function f(tag, ts, record)', '  return -1, 0, 0', 'end'), 'drops'],
    ['drops in parentheses', lines('function f()', '  return (-1), 0', 'end'), 'drops'],
    ['keeps', lines('function f()', '  return 0, ts, record', 'end'), 'keeps'],
    [
      'keeps what it changes',
      lines('function f()', '  if x then return 1, ts, r end', '  return (2), ts, r', 'end'),
      'keeps',
    ],
    ['drops some', lines('function f()', '  if x then return -1 end', '  return 0', 'end'), 'drops'],
    ['may drop some', lines('function f()', '  if x then return g() end', '  return 0', 'end'), 'may drop'],
    ['returns another number', lines('function f()', '  return 3', 'end'), 'may drop'],
    ['returns what only begins like a number', lines('function f()', '  return 0x', 'end'), 'may drop'],
    ['returns what only ends like a number', lines('function f()', '  return x.0', 'end'), 'may drop'],
    ['returns a field', lines('function f()', '  r.c = 0', '  return r.c', 'end'), 'may drop'],
    ['returns what ends negatively', lines('function f()', '  return 1-1', 'end'), 'may drop'],
    [
      'returns a variable of a sum',
      lines('function f()', '  local c = 0', '  c = x-1', '  return c', 'end'),
      'may drop',
    ],
    ['returns a variable of a longer number', lines('function f()', '  c = 10', '  return c', 'end'), 'may drop'],
    ['names another word with it', lines('function f()', '  returned = -1', '  return 0', 'end'), 'keeps'],
    ['returns nothing', lines('function f()', 'end'), 'may drop'],
    ['is not there', lines('function g()', '  return 0', 'end'), 'may drop'],
    ['is an expression', lines('f = function(a)', '  return 0', 'end'), 'keeps'],
    ['is local', lines('local function f()', '  return -1', 'end'), 'drops'],
    [
      'is followed by another one',
      lines('function f()', '  return 0', 'end', 'function g()', '  return -1', 'end'),
      'keeps',
    ],
    ['follows another one', lines('function g()', '  return -1', 'end', 'function f()', '  return 0', 'end'), 'keeps'],
    ['has a comment', lines('function f()', '  -- return -1', '  return 0', 'end'), 'keeps'],
    ['has a long comment', lines('function f()', '  --[[ return -1', '  return -1 ]]', '  return 0', 'end'), 'keeps'],
    ['returns a variable', lines('function f()', '  local c = 0', '  return c, ts', 'end'), 'keeps'],
    [
      'returns a variable that is negative at times',
      lines('function f()', '  local c = 0', '  if x then c = -1 end', '  return c', 'end'),
      'drops',
    ],
    [
      'returns a variable of something else',
      lines('function f()', '  local c = 0', '  c = g()', '  return c', 'end'),
      'may drop',
    ],
    ['returns a variable that is nowhere', lines('function f()', '  return c', 'end'), 'may drop'],
    [
      'compares a variable',
      lines('function f()', '  local c = 1', '  if c == -1 then x() end', '  return c', 'end'),
      'keeps',
    ],
  ])('%s', (_, code, expected) => expect(judgeLua(code, 'f')).toBe(expected));

  test('of more than 20,000 characters may drop', () => {
    const code = lines('function f()', '  return 0', 'end', '');
    expect(judgeLua(code.padEnd(20_000), 'f')).toBe('keeps');
    expect(judgeLua(code.padEnd(20_001), 'f')).toBe('may drop');
  });
});
