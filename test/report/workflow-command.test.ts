import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { commandData, commandProperty, logLine } from '../../src/report/terminal/workflow-command.ts';
import { runs } from '../thorough.ts';
import { hostile } from './arbitrary-report.ts';

/** How actions/runner reads a command back (ActionCommand.cs): properties end at a comma, pairs at the first equals sign. */
function read(line: string): { readonly properties: Record<string, string>; readonly data: string } {
  const [, head = '', data = ''] = /^::(.*?)::(.*)$/s.exec(line) ?? [];
  const plain = (text: string, marks: readonly (readonly [string, string])[]) =>
    marks.reduce((all, [from, to]) => all.replaceAll(from, to), text);
  const common = [
    ['%0D', '\r'],
    ['%0A', '\n'],
  ] as const;
  const pairs = head
    .slice(head.indexOf(' ') + 1)
    .split(',')
    .map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)] as const);
  return {
    properties: Object.fromEntries(
      pairs.map(([key, value]) => [key, plain(value, [...common, ['%3A', ':'], ['%2C', ','], ['%25', '%']])]),
    ),
    data: plain(data, [...common, ['%25', '%']]),
  };
}

describe('workflow commands', () => {
  test('are one line, and read back as they were written', () => {
    fc.assert(
      fc.property(hostile, hostile, (title, message) => {
        const line = `::error file=${commandProperty(title)},title=${commandProperty(message)}::${commandData(message)}`;
        expect(line).not.toMatch(/[\r\n]/);
        expect(read(line)).toEqual({ properties: { file: title, title: message }, data: message });
      }),
      { numRuns: runs(100) },
    );
  });

  test.each([
    ['::error::x', '\\x3a:error::x'],
    ['  ::error::x', '  \\x3a:error::x'],
    ['\u001b[31m::error::x', '\u001b[31m\\x3a:error::x'],
    ['a ##[error]x', 'a #\\x23[error]x'],
    ['a ##VSO[task.complete]x', 'a #\\x23VSO[task.complete]x'],
    ['arn:aws:iam::123', 'arn:aws:iam::123'],
  ])('logLine(%j)', (line, expected) => {
    expect(logLine(line)).toBe(expected);
  });
});
