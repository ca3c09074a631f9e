import { expect, test } from '@jest/globals';
import { boundPaths } from '../../src/render/generators/bound-paths.ts';
import { actionsOf, templateLines, withAny, withoutActions } from '../../src/render/model/go-template.ts';
import { namePattern } from '../../src/render/roots/name-pattern.ts';
import { superlinearAt } from '../growth.ts';

test.each<[string, (size: number) => unknown]>([
  ['actions that do not end', (size) => actionsOf('{{'.repeat(size))],
  ['quotes that do not end', (size) => actionsOf('{{ " }}\n'.repeat(size))],
  ['backquotes that do not end', (size) => actionsOf('{{ ` }}'.repeat(size - 1 + (size % 2)))],
  ['comments that do not end', (size) => actionsOf('{{/* }} '.repeat(size))],
  ['actions of one line', (size) => withoutActions('a {{ b }}'.repeat(size))],
  ['a name of actions', (size) => withAny('{{'.repeat(size))],
  ['conditions in conditions', (size) => templateLines('{{ if a }}\n'.repeat(size))],
  ['a class that does not end', (size) => namePattern('['.repeat(size))],
])('%s take time in proportion to their text', (_, work) => {
  expect(superlinearAt(work, 100_000)).toBe(undefined);
});

test('a pattern with many wildcards is not tried', () => {
  const paths = [`a/${'x'.repeat(200)}/y`];
  expect(boundPaths('a/{{b}}/y', paths)).toEqual([[['b', 'x'.repeat(200)]]]);
  expect(boundPaths('**/{{b}}/y', paths)).toHaveLength(1);
  for (const pattern of ['a/*x*x*x{{b}}z', '**x**x{{b}}z', '*/*/*/*/{{b}}'])
    expect(boundPaths(pattern, paths)).toBe(undefined);
});

test('actions are read with what they are on', () => {
  expect(withoutActions('a: {{ b }}\n{{- c }}\n  {{ d\n}} \n{{ if e }}f: {{ b }}')).toMatch(
    /^a: (⟦\w{12}⟧)\n\n {2}\n \nf: \1$/,
  );
  expect(templateLines('{{ if a }}\n{{ if b }}\nx\n{{ else }}\ny\n').guards(5)).toEqual(['if a', 'if b else']);
});
