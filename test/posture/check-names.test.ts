// biome-ignore-all lint/suspicious/noTemplateCurlyInString: expressions of GitHub Actions
import { describe, expect, test } from '@jest/globals';
import { type CheckName, checkNames, mayBeSame } from '../../src/posture/model/check-name.ts';

const any = null;
const job = (fields: object) => ({ gate: fields });
const numbers = (count: number) => Array.from({ length: count }, (_, at) => at);

describe('the names of a job’s checks', () => {
  test.each<[string, object, readonly CheckName[]]>([
    ['its id where it has no name', {}, [['gate']]],
    ['its id where the name is empty', { name: null }, [['gate']]],
    ['its name', { name: 'the gate' }, [['the gate']]],
    ['a number as text', { name: 7 }, [['7']]],
    ['anything where an expression is in it', { name: 'a ${{ github.ref }} b' }, [['a ', any, ' b']]],
    ['text that only ends like an expression', { name: 'a ${{' }, [['a ${{']]],
    ['of a called workflow', { uses: './x.yml' }, [['gate', ' / ', any]]],
    ['of a matrix', { strategy: { matrix: { on: ['a'] } } }, [['gate'], ['gate', ' (', any, ')']]],
    [
      'of a matrix of called workflows',
      { uses: './x.yml', strategy: { matrix: { on: ['a'] } } },
      [
        ['gate', ' / ', any],
        ['gate', ' (', any, ')', ' / ', any],
      ],
    ],
  ])('%s', (_, fields, expected) => {
    expect(checkNames(job(fields), 'gate')).toEqual(expected);
  });

  /** The names without those that have the matrix in brackets. */
  const named = (name: string, matrix: unknown) => {
    const names = checkNames(job({ name, strategy: { matrix } }), 'gate');
    return names.slice(0, names.length / 2);
  };
  test.each<[string, string, unknown, readonly CheckName[]]>([
    [
      'plain values are written out',
      '${{ matrix.os }}!',
      { os: ['a', 1, true] },
      [
        ['', 'a', '!'],
        ['', '1', '!'],
        ['', 'true', '!'],
      ],
    ],
    ['a lone value too', '${{matrix.os}}', { os: 'a' }, [['', 'a', '']]],
    [
      'those that are included too',
      '${{ matrix.a-b_c }}',
      { 'a-b_c': ['x'], include: [{ 'a-b_c': 'y' }, {}] },
      [
        ['', 'x', ''],
        ['', 'y', ''],
      ],
    ],
    [
      'two keys are combined',
      '${{ matrix.a }}-${{ matrix.b }}',
      { a: [1, 2], b: [3, 4] },
      [
        ['', '1', '-', '3', ''],
        ['', '1', '-', '4', ''],
        ['', '2', '-', '3', ''],
        ['', '2', '-', '4', ''],
      ],
    ],
    ['a key that is not found may be anything', '${{ matrix.n }}', { os: ['a'] }, [['', any, '']]],
    ['a value that is no scalar may be anything', '${{ matrix.os }}', { os: ['a', { b: 1 }] }, [['', any, '']]],
    ['so may one that is an expression', '${{ matrix.os }}', { os: ['a', '${{ inputs.os }}'] }, [['', any, '']]],
    ['so may a matrix that is an expression', '${{ matrix.os }}', '${{ fromJSON(inputs.m) }}', [['', any, '']]],
    [
      'so may what is included by an expression',
      '${{ matrix.os }}',
      { os: ['a'], include: [{}, '${{ x }}'] },
      [['', any, '']],
    ],
    ['so may a matrix that is nothing', '${{ matrix.os }}', null, [['', any, '']]],
    ['so may an expression in an expression', '${{ x ${{ matrix.os }}', { os: ['a'] }, [['', any, '']]],
    ['so may a longer expression', '${{ matrix.os || 1 }}${{ x.matrix.os }}', { os: ['a'] }, [['', any, '', any, '']]],
  ])('of a matrix: %s', (_, name, matrix, expected) => {
    expect(named(name, matrix)).toEqual(expected);
  });

  test('are written out up to 64 combinations of a matrix', () => {
    const name = '${{ matrix.a }}${{ matrix.b }}${{ matrix.c }}';
    expect(named(name, { a: numbers(8), b: numbers(8), c: 'x' })).toHaveLength(64);
    expect(named(name, { a: numbers(13), b: numbers(5), c: 'x' })).toEqual([['', any, '', any, '', 'x', '']]);
  });
});

describe('two checks', () => {
  test.each<[CheckName, CheckName, boolean]>([
    [['gate'], ['gate'], true],
    [['ga', 'te'], ['g', 'ate'], true],
    [['gate'], ['gates'], false],
    [['gate'], ['ate'], false],
    [[''], [''], true],
    [[''], ['a'], false],
    [[any], [''], true],
    [[any], [any], true],
    [['a', any], ['a'], true],
    [['a', any], ['ab'], true],
    [['a', any], ['b'], false],
    [[any, 'a'], ['ba'], true],
    [[any, 'a'], ['ab'], false],
    [['a', any, 'c'], ['abbc'], true],
    [['a', any, 'c'], ['ac'], true],
    [['a', any, 'c'], ['acb'], false],
    [['a', any, 'c'], ['abb'], false],
    [['a', any], [any, 'b'], true],
    [['a', any, 'c'], ['a', any, 'd'], false],
    [['a', any, 'c'], ['b', any, 'c'], false],
    [['a', any, any], ['abc'], true],
    [['ab', any], [any, 'ba'], true],
    [['x', any, 'y', any, 'z'], ['xyz'], true],
    [['x', any, 'y', any, 'z'], ['xzy'], false],
    [['aab'], ['a', any, 'b'], true],
    [['b'], ['a', any], false],
  ])('%j and %j may have one name: %s', (one, other, expected) => {
    expect(mayBeSame([one], [other])).toBe(expected);
    expect(mayBeSame([other], [one])).toBe(expected);
  });

  test('may have one name where any of their names may be the same', () => {
    expect(mayBeSame([['a'], ['b']], [['c'], ['b']])).toBe(true);
    expect(mayBeSame([['b'], ['a']], [['b'], ['c']])).toBe(true);
    expect(mayBeSame([['a'], ['b']], [['c'], ['d']])).toBe(false);
    expect(mayBeSame([], [['d']])).toBe(false);
  });

  test('of more than 1,024 characters may be anything', () => {
    expect(mayBeSame([['a'.repeat(1024)]], [['b']])).toBe(false);
    expect(mayBeSame([['a'.repeat(1025)]], [['b']])).toBe(true);
    expect(mayBeSame([['a'.repeat(1000), 'a'.repeat(24)]], [['b']])).toBe(false);
    expect(mayBeSame([['a'.repeat(1000), any, 'a'.repeat(24)]], [['b']])).toBe(true);
  });
});
