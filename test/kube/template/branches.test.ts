import { describe, expect, test } from '@jest/globals';
import { readTemplate, templateProblems } from '../../../src/kube/template/actions.ts';
import { limits } from '../../yaml/limits.ts';

const values = (text: string) => readTemplate(text, limits).map(({ value }) => value);

describe('branches of a template that say one field', () => {
  test('are each in a reading, the last one first, in their places', () => {
    const text =
      'a:\n  {{- if .x }}\n  b: 1\n  {{- else if .y }}\n  "b": 2\n  {{- else }}\n  b: 3\n  {{- end }}\nc: 4\n';
    const [last, ...others] = readTemplate(text, limits);
    expect([last, ...others].map((each) => each?.value)).toEqual([
      { a: { b: 3 }, c: 4 },
      { a: { b: 2 }, c: 4 },
      { a: { b: 1 }, c: 4 },
    ]);
    expect([last, ...others].map((each) => each?.at(['a', 'b']).line)).toEqual([7, 5, 3]);
    expect([last, ...others].map((each) => each?.isBranch === true)).toEqual([false, true, true]);
  });

  test('of whole documents, with branches inside, on one line, and of conditions of their own', () => {
    expect(
      values(
        '{{ if .x }}\nk: 1\np:\n  {{ if .y }}\n  m: 2\n  {{ else }}\n  m: 3\n  {{ end }}\n{{ else }}\nk: 4\n{{ end }}\n',
      ),
    ).toEqual(expect.arrayContaining([expect.objectContaining({ k: 4 }), { k: 1, p: { m: 2 } }]));
    expect(values('a: {b: 1, b: 2}\n')).toEqual([{ a: { b: 2 } }, { a: { b: 1 } }]);
    expect(values('{{- if .x }}\nb: 1\n{{- end }}\n{{- if not .x }}\nb: 2\n{{- end }}\n')).toEqual([
      { b: 2 },
      { b: 1 },
    ]);
  });

  test('every leaf is read, also of an outer branch that gives way', () => {
    const inner = (one: number) => `p:\n  {{ if .y }}\n  m: ${one}\n  {{ else }}\n  m: ${one + 1}\n  {{ end }}\n`;
    const read = values(`{{ if .x }}\n${inner(1)}{{ else }}\n${inner(3)}{{ end }}\n`);
    expect(read.map((value) => (value as { p: { m: number } }).p.m).sort()).toEqual([1, 2, 3, 4]);
  });

  test('only of the document they are in, and not where only a version or a label differs', () => {
    expect(values('a: 1\na: 2\n---\nb: 3\n')).toEqual([{ a: 2 }, { b: 3 }, { a: 1 }]);
    expect(
      values(
        '{{ if .x }}\napiVersion: a/v1\n{{ else }}\napiVersion: a/v2\n{{ end }}\nmetadata:\n  labels:\n    x: 1\n    x: 2\n',
      ),
    ).toHaveLength(1);
  });

  test('beyond a limit are a problem of the template, and cost no more', () => {
    const many = (count: number) => `${Array.from({ length: count }, (_, index) => `a: ${index}\n`).join('')}`;
    expect(templateProblems(many(10), limits)).toEqual([]);
    expect(templateProblems(many(40), limits)).toEqual([
      expect.objectContaining({ detail: expect.stringContaining('branches') }),
    ]);
    expect(templateProblems(many(5000), limits)).toHaveLength(1);
  });
});

describe('another reading counts', () => {
  const either = (one: string, other: string) => `{{ if .x }}\n${one}{{ else }}\n${other}{{ end }}\n`;

  test.each<[name: string, text: string, count: number]>([
    ['with another group', `${either('apiVersion: a/v1\n', 'apiVersion: b/v1\n')}kind: X\n`, 2],
    ['not with another version of one group', `${either('apiVersion: a/v1\n', 'apiVersion: a/v2\n')}kind: X\n`, 1],
    ['with another group of the core', `${either('apiVersion: v1\n', 'apiVersion: a/v1\n')}kind: X\n`, 2],
    ['not with other labels', `kind: X\nmetadata:\n  labels:\n    a: b\n${either('    c: 1\n', '    c: 2\n')}`, 1],
    [
      'not with other annotations',
      `kind: X\nmetadata:\n  annotations:\n    a: b\n${either('    c: 1\n', '    c: 2\n')}`,
      1,
    ],
    ['with another name', `kind: X\nmetadata:\n  labels: {}\n${either('  name: a\n', '  name: b\n')}`, 2],
    [
      'with labels of Pod Security',
      `kind: X\nmetadata:\n  labels:\n${either('    pod-security.kubernetes.io/enforce: a\n', '    pod-security.kubernetes.io/enforce: b\n')}`,
      2,
    ],
    [
      'with labels of roles',
      `kind: X\nmetadata:\n  labels:\n${either('    rbac.authorization.k8s.io/aggregate: a\n', '    rbac.authorization.k8s.io/aggregate: b\n')}`,
      2,
    ],
    ['with labels elsewhere', `spec:\n  labels:\n${either('    a: 1\n', '    a: 2\n')}`, 2],
    ['in a list', `a:\n- c: 0\n${either('  b: 1\n', '  b: 2\n')}`, 2],
  ])('%s', (_, text, count) => expect(values(text)).toHaveLength(count));

  test('also of keys in quotes and in one line', () => {
    expect(values(`{"a": 1, 'a': 2, a: 3}\n`)).toEqual([{ a: 3 }, { a: 2 }, { a: 1 }]);
    expect(values(`[{a: 1, a: 2}]\n`)).toEqual([[{ a: 2 }], [{ a: 1 }]]);
    expect(values('  "a": 1\n  b: 0\n  "a": 2\n')).toEqual([
      { a: 2, b: 0 },
      { a: 1, b: 0 },
    ]);
  });

  test('up to twelve of one field are read', () => {
    const many = (count: number) => Array.from({ length: count }, (_, index) => `a: ${index}\n`).join('');
    expect(values(many(13))).toHaveLength(13);
    expect(templateProblems(many(13), limits)).toEqual([]);
    expect(values(many(14))).toHaveLength(13);
    expect(templateProblems(many(14), limits)).toHaveLength(1);
  });

  test('a field inside one that gives way gives way with it', () => {
    const text = either('p:\n  m: 1\n  m: 2\n', 'p:\n  m: 3\n');
    expect(
      values(text)
        .map((value) => (value as { p: { m: number } }).p.m)
        .sort(),
    ).toEqual([1, 2, 3]);
    const apart = either('p:\n  m: 1\n', 'p:\n  m: 2\n') + either('q:\n  m: 3\n', 'q:\n  m: 4\n');
    expect(values(apart).slice(0, 2)).toEqual([
      { p: { m: 2 }, q: { m: 4 } },
      { p: { m: 1 }, q: { m: 3 } },
    ]);
  });
});
